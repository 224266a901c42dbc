package bunkaiten_test.observed.tag

import data.bunkaiten.observed.tag

test_each_cloud_spells_markers_its_own_way if {
	every values in [
		{"tags": {"bunkaiten:exchange": "chubu/referral", "Name": "x"}},
		{"labels": {"bunkaiten_exchange": "chubu_referral", "name": "x"}},
		{"user_labels": {"bunkaiten_exchange": "chubu_referral"}},
		{"settings": [{"user_labels": {"bunkaiten_exchange": "chubu_referral"}}]},
		{"tags": ["office", "bunkaiten:exchange=chubu/referral", 7, null]},
	] {
		tag.own({"values": values}) == {["exchange", "chubu/referral"]}
		tag.effective({"values": values}) == set()
	}
}

test_defaults_are_among_what_holds if {
	every part in ["effective_labels", "terraform_labels"] {
		values := {part: {"bunkaiten_external-storage": "archive"}, "labels": null}
		tag.effective({"values": values}) == {["external-storage", "archive"]}
		tag.own({"values": values}) == set()
	}
	values := {"tags_all": {"bunkaiten:telework": "night"}, "tags": {}}
	tag.effective({"values": values}) == {["telework", "night"]}
}

test_what_is_no_marker_is_left_out if {
	every tags in [null, "bunkaiten:exchange=a", [], {}, ["bunkaiten:exchange"], ["a=b=c"], {"exchange": "a"}, 7] {
		tag.own({"values": {"tags": tags}}) == set()
	}
	tag.own({"values": {}}) == set()
	every settings in [null, [], [null], ["user_labels"], {"user_labels": {"bunkaiten_exchange": "a"}}] {
		tag.own({"values": {"settings": settings}}) == set()
	}
}

test_values_of_another_type_are_kept if {
	tag.own({"values": {"tags": {"bunkaiten:exchange": null}}}) == {["exchange", null]}
	tag.own({"values": {"labels": {"bunkaiten_exchange": 7}}}) == {["exchange", 7]}
}
