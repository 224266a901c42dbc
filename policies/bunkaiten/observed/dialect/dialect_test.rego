package bunkaiten_test.observed.dialect

import data.bunkaiten.observed.dialect

test_each_cloud_is_spoken_of_in_its_own_words if {
	every type, words in {
		"aws_lb": ["bunkaiten:exchange", "identifiedBy.awsAccounts", "bunkaiten:operated-by"],
		"azurerm_lb": ["bunkaiten:exchange", "identifiedBy.azureSubscriptions", "bunkaiten:operated-by"],
		"google_compute_router": ["bunkaiten_exchange", "identifiedBy.googleProjects", "bunkaiten_operated-by"],
		"sakuracloud_server": ["bunkaiten:exchange=", "bunkaiten:operated-by=", "bunkaiten:operated-by="],
	} {
		given := {"terraform": {"p.json": {"resource_changes": [{"type": type}]}}}
		said := spoken(given, {"steps": ["terraform", "p.json", "resource_changes", 0, "change", "after"]})

		speaks(said, words)
	}
	of_object := spoken({}, {"steps": ["kubernetes", "k8s.yaml#0"]})

	speaks(of_object, ["bunkaiten.dev/exchange", "identifiedBy.kubernetesNamespaces", "bunkaiten.dev/operated-by"])
}

test_what_is_of_no_cloud_that_is_read_is_spoken_of_in_no_cloud_s_words if {
	steps := ["terraform", "p.json", "resource_changes", 0]
	stranger := {"type": "aws_lb", "provider_name": "registry.terraform.io/acme/aws"}

	every given in [{}, {"terraform": {"p.json": {"resource_changes": [stranger]}}}] {
		said := spoken(given, {"steps": steps})

		every text in said {
			not contains(text, "bunkaiten")
			not contains(text, "identifiedBy")
		}
		count(said) == 4
	}
}

spoken(given, found) := said if {
	marker := dialect.marker(found) with input as given
	whose := dialect.whose(found) with input as given
	said := [marker.en, marker.ja, whose.en, whose.ja]
}

speaks(said, words) if {
	every text in [said[0], said[1]] { contains(text, words[0]) }
	every text in [said[2], said[3]] {
		contains(text, words[1])
		contains(text, words[2])
	}
}
