# METADATA
# title: What each cloud calls it
# description: >-
#   The words in which remedies speak of markers and of accounts on a thing: those of its own cloud.
#   Where a thing is of none that is read, words that fit every cloud.
package bunkaiten.observed.dialect

import data.bunkaiten.observed.provider

# METADATA
# description: How a thing is marked as belonging to an exchange.
marker(found) := object.get(_markers, _cloud(found), {
	"en": "the marker of an exchange (a tag or label)",
	"ja": "情報交換の目印（タグ、ラベル）",
})

# METADATA
# description: How whoever writes a thing tells who operates it.
whose(found) := object.get(_owners, _cloud(found), {
	"en": "mark it with whoever operates it (a tag or label)",
	"ja": "運用する者を示す目印（タグ、ラベル）を付ける",
})

_markers := {
	"aws": {"en": "the tag bunkaiten:exchange", "ja": "タグ bunkaiten:exchange"},
	"azurerm": {"en": "the tag bunkaiten:exchange", "ja": "タグ bunkaiten:exchange"},
	"google": {"en": "the label bunkaiten_exchange", "ja": "ラベル bunkaiten_exchange"},
	"kubernetes": {
		"en": "the annotation bunkaiten.dev/exchange",
		"ja": "アノテーション bunkaiten.dev/exchange",
	},
	"sakuracloud": {
		"en": "the tag bunkaiten:exchange=NAME",
		"ja": "「bunkaiten:exchange=名前」というタグ",
	},
}

_owners["aws"] := {
	"en": concat(" ", [
		"write allowed_account_ids in the provider block and identifiedBy.awsAccounts of the party,",
		"or put the tag bunkaiten:operated-by on it",
	]),
	"ja": concat("", [
		"プロバイダーの allowed_account_ids と、当事者の identifiedBy.awsAccounts を記載するか、",
		"タグ bunkaiten:operated-by を付ける",
	]),
}

_owners["azurerm"] := {
	"en": concat(" ", [
		"write subscription_id or tenant_id in the provider block and identifiedBy.azureSubscriptions or",
		"azureTenants of the party, or put the tag bunkaiten:operated-by on it",
	]),
	"ja": concat("", [
		"プロバイダーの subscription_id または tenant_id と、当事者の identifiedBy.azureSubscriptions ",
		"または azureTenants を記載するか、タグ bunkaiten:operated-by を付ける",
	]),
}

_owners["google"] := {
	"en": concat(" ", [
		"write project in the resource or the provider block and identifiedBy.googleProjects of the",
		"party, or put the label bunkaiten_operated-by on it",
	]),
	"ja": concat("", [
		"リソースまたはプロバイダーの project と、当事者の identifiedBy.googleProjects を記載するか、",
		"ラベル bunkaiten_operated-by を付ける",
	]),
}

_owners["kubernetes"] := {
	"en": concat(" ", [
		"write its namespace under identifiedBy.kubernetesNamespaces of the party, or put the",
		"annotation bunkaiten.dev/operated-by on it",
	]),
	"ja": concat("", [
		"namespace を当事者の identifiedBy.kubernetesNamespaces に記載するか、",
		"アノテーション bunkaiten.dev/operated-by を付ける",
	]),
}

_owners["sakuracloud"] := {
	"en": "put the tag bunkaiten:operated-by=NAME on it",
	"ja": "「bunkaiten:operated-by=名前」というタグを付ける",
}

_cloud(found) := "kubernetes" if {
	found.steps[0] == "kubernetes"
} else := cloud if {
	cloud := provider.cloud(input.terraform[found.steps[1]].resource_changes[found.steps[3]])
} else := ""
