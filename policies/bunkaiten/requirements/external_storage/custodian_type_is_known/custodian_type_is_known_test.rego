package bunkaiten_test.requirements.external_storage.custodian_type_is_known

import data.bunkaiten.requirements.external_storage.custodian_type_is_known as requirement

archive := "d/externalStorage/archive"

open := {
	"code": "fact_not_stated",
	"subject": archive,
	"pointers": ["/declarations/d/parties/kura/custodianType"],
	"values": {"field": "spec.parties.kura.custodianType"},
}

test_allow_custodian_whose_type_is_stated if {
	every kind in ["medical-institution", "government", "private-contract"] {
		every patch in [{"exchanges": ["referral"]}, {"exchanges": "none"}, {}] {
			verdict(storing({"custodianType": kind}, patch)) == only({"satisfied": {archive}})
		}
	}
}

test_allow_any_custodian_through_which_nothing_is_exchanged if {
	verdict(storing({}, {"exchanges": "none"})) == only({"satisfied": {archive}})
}

test_undetermined_when_information_is_exchanged_through_a_custodian_of_no_stated_type if {
	every exchanges in [["referral"], ["referral", "images"]] {
		verdict(storing({}, {"exchanges": exchanges})) == only({"undetermined": {open}})
	}
}

test_allow_custodian_through_which_only_other_information_is_exchanged if {
	verdict(exchanging({"exchanges": ["billing"]}, {})) == only({"satisfied": {archive}})
	verdict(exchanging({"exchanges": ["billing", "referral"]}, {})) == only({"undetermined": {open}})
}

test_undetermined_when_the_custodian_begins_or_ends_the_encryption_of_an_exchange if {
	every encryption in [
		{"begins": {"operatedBy": "kura"}},
		{"ends": {"midori": {"operatedBy": "midori"}, "kita": {"operatedBy": "kura"}}},
	] {
		verdict(exchanging({"exchanges": "none"}, {"encryption": encryption})) == only({"undetermined": {open}})
		verdict(exchanging({"exchanges": ["billing"]}, {"encryption": encryption})) == only({"undetermined": {open}})
	}
	every patch in [
		{},
		{"encryption": "none"},
		{"encryption": {"begins": {"operatedBy": "aoba"}, "ends": {"midori": {"operatedBy": "midori"}}}},
		{"data": "other", "encryption": {"begins": {"operatedBy": "kura"}, "ends": {"midori": {"operatedBy": "kura"}}}},
	] {
		verdict(exchanging({"exchanges": "none"}, patch)) == only({"satisfied": {archive}})
	}
}

test_undetermined_when_neither_the_type_nor_the_exchanges_are_stated if {
	verdict(storing({}, {})) == only({"undetermined": {open}})
}

test_undetermined_although_the_type_of_another_custodian_is_stated if {
	given := storing({}, {"exchanges": ["referral"]})
	other := {"declarations": {"d": {"parties": {
		"soko": {"role": "custodian", "custodianType": "government"},
		"aoba": {"custodianType": "medical-institution"},
	}}}}

	verdict(object.union(given, other)) == only({"undetermined": {open}})
}

test_allow_and_undetermined_each_storage_by_itself if {
	given := object.union(storing({}, {}), {"declarations": {"d": {"externalStorage": {"films": {
		"owner": "aoba",
		"custodian": "kura",
		"exchanges": "none",
	}}}}})

	verdict(given) == {
		"applies": {archive, "d/externalStorage/films"},
		"satisfied": {"d/externalStorage/films"},
		"undetermined": {open},
	}
}

test_allow_nothing_where_nothing_is_stored_outside if {
	given := {"declarations": {"d": {"parties": {"kura": {"role": "custodian"}}, "exchanges": {"referral": {}}}}}

	verdict(given) == only({"applies": set()})
}

only(parts) := object.union({"applies": {archive}, "satisfied": set(), "undetermined": set()}, parts)

verdict(given) := sets if {
	sets := {
		"applies": requirement.applies,
		"satisfied": requirement.satisfied,
		"undetermined": requirement.undetermined,
	} with input as given
}

exchanging(patch, referral) := object.union(storing({}, patch), {"declarations": {"d": {"exchanges": {
	"billing": {"data": "other"},
	"referral": object.union({"data": "patient-information"}, referral),
}}}})

storing(kind, patch) := {"declarations": {"d": {
	"parties": {"aoba": {"role": "institution"}, "kura": object.union({"role": "custodian"}, kind)},
	"externalStorage": {"archive": object.union({"owner": "aoba", "custodian": "kura"}, patch)},
}}}
