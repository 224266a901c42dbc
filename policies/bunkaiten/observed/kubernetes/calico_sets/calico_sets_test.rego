package bunkaiten_test.observed.kubernetes.calico_sets

import data.bunkaiten.observed.kubernetes.calico_sets

labels := {"role": "partners", "site/region": "nagoya", "empty": ""}

test_comparisons_choose_by_labels if {
	every selector, word in {
		"role == 'partners'": "yes",
		"role=='partners'": "yes",
		`role == "partners"`: "yes",
		"role == 'strangers'": "no",
		"other == ''": "no",
		"empty == ''": "yes",
		"role != 'partners'": "no",
		"role != 'strangers'": "yes",
		"other != 'a'": "yes",
		"other != ''": "yes",
		"has(role)": "yes",
		"has( site/region )": "yes",
		"has(other)": "no",
		"all()": "yes",
		"global()": "yes",
	} {
		calico_sets.chosen(selector, labels) == word
	}
}

test_all_that_is_joined_has_to_hold if {
	every selector, word in {
		"role == 'partners' && has(site/region)": "yes",
		"role == 'partners'&&site/region == 'tokyo'": "no",
		"role in {'partners'} && has(other)": "no",
		"role in {'partners'} && has(role)": "open",
	} {
		calico_sets.chosen(selector, labels) == word
	}
}

test_what_cannot_be_read_is_open if {
	every selector in [
		"role in {'partners'}", "!has(role)", "role == 'a' || has(role)", "role starts with 'p'", "(has(role))",
		"${SELECTOR}",
		"", "role = 'partners'", "role == partners",
	] {
		calico_sets.chosen(selector, labels) == "open"
	}
}
