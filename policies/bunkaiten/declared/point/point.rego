# METADATA
# title: Declared demarcation points
# description: >-
#   Whether two parties on a provider's network have fixed the point where their duties meet,
#   4.3(1)(a)①: a point between exactly the two, at a place that exists, which rests on an
#   agreement that settles the matter in force between them. What the agreements of the two
#   lack themselves is reported by `accord`.
package bunkaiten.declared.point

import data.bunkaiten.declared.accord
import data.bunkaiten.declared.agreement
import data.bunkaiten.declared.path
import data.bunkaiten.declared.subject
import data.bunkaiten.finding
import data.bunkaiten.thing

# METADATA
# description: >-
#   The two in `pair` have at least one point, and each of their points stands at a place that
#   exists and cites an agreement in force between them that settles `matter`.
is_fixed(key, declared, pair, matter) if {
	both := sort(pair)
	points := _points[key][both]
	settling := agreement.settling(declared, pair, matter)
	every point in points {
		point.agreement in settling
		_whereabouts(point.at) == "shown"
	}
}

# METADATA
# description: >-
#   The findings that state how the pairs in `settled` (pair to matters) have not fixed their
#   points: no_point, point_without_agreement, point_cites_terms, point_cites_others,
#   point_cites_unfit or thing_not_found.
denials(key, declared, settled, matter) := union({
	_missing(key, declared, settled),
	_at(key, declared, settled, {"thing_not_found"}),
	_unfounded(key, declared, settled, matter),
})

# METADATA
# description: >-
#   The findings without which it cannot be told whether the pairs in `settled` have fixed their
#   points: fact_not_stated, nothing_to_look_in or plan_incomplete.
open(key, declared, settled, matter) := union({
	{finding.not_stated(key, subject.step_to(declared, ["demarcationPoints"])) | not declared.demarcationPoints},
	_at(key, declared, settled, {"nothing_to_look_in", "plan_incomplete"}),
	{finding.not_stated(key, step) |
		some [pair, index, point] in _between(key, settled)
		some step in _gaps(declared, index, point, pair, matter)
	},
})

# each point by the two between whom it lies, in alphabetical order, and by its place in the list
_points[key][both][index] := point if {
	some key, declared in path.provider_network
	is_array(declared.demarcationPoints)
	some index, point in declared.demarcationPoints
	both := sort(point.between)
}

_between(key, settled) := {[pair, index, point] |
	some pair, _ in settled
	both := sort(pair)
	some index, point in _points[key][both]
}

# where no point is stated at all, nothing is missing yet
_missing(key, declared, settled) := {found |
	declared.demarcationPoints
	some pair, _ in settled
	both := sort(pair)
	not _points[key][both]
	found := finding.at("no_point", key, [subject.step_to(declared, ["demarcationPoints"])], _names(declared, pair))
}

_at(key, declared, settled, codes) := {found |
	some [_, index, point] in _between(key, settled)
	code := _whereabouts(point.at)
	code in codes
	values := {"thing": point.at, "kind": _kinds[split(point.at, ":")[0]]}
	found := finding.at(code, key, [subject.step_to(declared, ["demarcationPoints", index, "at"])], values)
}

_unfounded(key, declared, settled, matter) := {found |
	some [pair, index, point] in _between(key, settled)
	name := point.agreement
	code := _breach(declared, index, point, pair, matter)
	_is_told(code, key, declared, {pair: settled[pair]}, matter)
	places := array.concat(
		[subject.step_to(declared, ["demarcationPoints", index, "agreement"])],
		[subject.step_to_agreement(declared, [name]) | name != "none"],
	)
	values := object.union(_names(declared, pair), {"place": point.at, "agreement": name})
	found := finding.at(code, key, places, values)
}

_is_told(code, _, _, _, _) if code in {"point_cites_others", "point_cites_terms", "point_without_agreement"}

# what is wrong with the agreements of the two is not told again of the point that cites one of them
_is_told("point_cites_unfit", key, declared, settled, matter) if {
	count(accord.denials(key, declared, settled, matter)) == 0
}

_is_founded(declared, point, pair, matter) if {
	point.agreement in agreement.settling(declared, pair, matter)
}

_breach(declared, index, point, pair, matter) := "point_without_agreement" if {
	point.agreement == "none"
} else := "point_cites_terms" if {
	declared.agreements[point.agreement].form == "terms-of-service"
} else := "point_cites_others" if {
	not _binds_both(declared, point, pair)
} else := "point_cites_unfit" if {
	not _is_founded(declared, point, pair, matter)
	count(_gaps(declared, index, point, pair, matter)) == 0
}

_gaps(declared, index, point, pair, matter) := unnamed | unsaid if {
	unnamed := {subject.step_to(declared, ["demarcationPoints", index, "agreement"]) | not point.agreement}
	unsaid := agreement.gaps(_cited(declared, point), pair, matter)
}

_binds_both(declared, point, pair) if {
	bound := declared.agreements[point.agreement].between
	every party in pair { party in bound }
}

# the one agreement that a point cites, as if there were no other
_cited(declared, point) := {"root": declared.root, "papers": declared.papers, "agreements": cited} if {
	cited := {name: written |
		name := point.agreement
		written := declared.agreements[name]
	}
}

_names(declared, pair) := {"one": subject.label(declared, pair[0]), "other": subject.label(declared, pair[1])}

_whereabouts(place) := "shown" if {
	startswith(place, "site:")
} else := "shown" if {
	thing.exists(place)
} else := "plan_incomplete" if {
	thing.is_incomplete(place)
} else := "thing_not_found" if {
	thing.is_sought(place)
} else := "shown" if {
	# what no document could show is set aside
	input.context.deployments == "declarations-only"
} else := "nothing_to_look_in"

_kinds := {
	"terraform": {"en": "Terraform plan", "ja": "Terraform のプラン"},
	"kubernetes": {"en": "Kubernetes manifest", "ja": "Kubernetes のマニフェスト"},
}
