# METADATA
# title: The provider is not held responsible for eavesdropping where encryption is end to end
# description: >-
#   Where information is encrypted at the sender and decrypted at the receiver, the provider has
#   nothing to do with the duty to protect personal information against the threat of
#   eavesdropping; its responsibility is limited.
# custom:
#   id: 4.3-1b1-04
#   modality: allocation
#   binds: [source, destination, provider]
#   interpretation:
#     en: >-
#       Judged on any path, even while the path class is open: the sentence hangs on encryption
#       alone. Proven when the share of every provider of the path (path.provider, whose line it is,
#       path.routeSecuredBy, who answers for its security, and whoever configures the router of an
#       end, path.routersConfiguredBy) is stated without eavesdropping, when it is stated that
#       nobody bears any management responsibility, or when the path has no provider. Denied where
#       any provider bears eavesdropping. Whoever path.provider names counts as a provider, unless
#       it is an institution. While path.provider is not stated, another provider's list proves
#       nothing.
#     ja: >-
#       本文は暗号化だけを条件とするため、接続の区分を問わず、区分が定まらないうちも判定する。経路の
#       事業者（回線を提供する path.provider、経路のセキュリティを担保する path.routeSecuredBy、いず
#       れかの医療機関等のルータを設定する path.routersConfiguredBy の事業者）のすべてについて分担が
#       記載され、そこに盗聴がないとき、誰も管理責任を負わないとされているとき、または経路に事業者が
#       いないときに満たされる。いずれかの事業者に盗聴に対する責任を負わせていれば不整合とす
#       る。path.provider に挙げられた者は、医療機関等でない限り事業者とみなす。path.provider の記載
#       がないうちは、ほかの事業者の分担の記載だけでは足りない。
#   ja:
#     title: 盗聴の脅威に対する責務を情報処理関連事業者に負わせない
#     description: >-
#       発信元で暗号化され送信先で復号される場合、情報処理関連事業者は盗聴の脅威に対する個人情報保護
#       上の責務とは無関係であり、責任は限定的になる。
#   findings:
#     eavesdropping_with_provider:
#       state: denied
#       en: >-
#         Responsibility for eavesdropping is put on {provider}, although under end-to-end
#         encryption the provider has nothing to do with it.
#       ja: >-
#         発信元で暗号化され送信先で復号されるため盗聴の脅威に対する責務とは無関係の事業者
#         「{provider}」に、盗聴に対する責任を負わせている。
#       remedy:
#         en: Take eavesdropping out of the list of {provider} under responsibilities.management.
#         ja: responsibilities.management の「{provider}」の一覧から eavesdropping を外す。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether a provider is held responsible for
#         eavesdropping.
#       ja: '{field} の記載がなく、盗聴に対する責任を事業者に負わせていないか判定できない。'
#       remedy:
#         en: Write {field}; where there is none, write none, or [] for a list.
#         ja: '{field} を記載する（該当がない場合は none、一覧では [] とする）。'
package bunkaiten.requirements.end_to_end_encryption.eavesdropping_is_not_with_provider

import data.bunkaiten.declared.allocation
import data.bunkaiten.declared.encryption
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in encryption.end_to_end

satisfied contains key if {
	some key, declared in encryption.end_to_end
	declared.responsibilities.management == "none"
}

satisfied contains key if {
	some key, declared in encryption.end_to_end
	declared.path.provider
	providers := declared.providers
	every provider in providers { _is_listed(declared, provider) }
	not _burdened[key]
}

deny contains found if {
	some key, providers in _burdened
	declared := encryption.end_to_end[key]
	some provider in providers

	place := subject.step_to(declared, ["responsibilities", "management", provider])
	values := {"provider": subject.label(declared, provider)}
	found := finding.at("eavesdropping_with_provider", key, [place], values)
}

undetermined contains found if {
	some key, declared in encryption.end_to_end
	not _is_borne_by_nobody(declared)
	not declared.path.provider

	found := finding.not_stated(key, subject.step_to(declared, ["path", "provider"]))
}

undetermined contains found if {
	some key, declared in encryption.end_to_end
	not _is_borne_by_nobody(declared)
	some provider in declared.providers
	not _is_listed(declared, provider)

	found := finding.not_stated(key, subject.step_to(declared, ["responsibilities", "management", provider]))
}

_is_borne_by_nobody(declared) if declared.responsibilities.management == "none"

_is_listed(declared, party) if is_array(declared.responsibilities.management[party])

_burdened[key] := providers if {
	some key, declared in encryption.end_to_end
	providers := {party | some party in allocation.bearers(declared, "eavesdropping"); party in declared.carriers}
	count(providers) > 0
}
