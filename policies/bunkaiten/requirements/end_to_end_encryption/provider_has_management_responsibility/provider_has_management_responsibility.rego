# METADATA
# title: Management responsibility remains with the provider where encryption is end to end
# description: >-
#   Where information is encrypted at the sender and decrypted at the receiver, the provider's
#   responsibility is limited; what exists with the provider is management responsibility.
# custom:
#   id: 4.3-1b1-06
#   modality: allocation
#   binds: [provider, source, destination]
#   interpretation:
#     en: >-
#       Asked on a provider's network alone; on a self-connected path nothing is shared with a
#       provider. Limited is not none: proven when one of the providers of the path (path.provider,
#       path.routeSecuredBy, path.routersConfiguredBy) is stated to answer for tampering, intrusion,
#       obstruction or quality such as availability. Eavesdropping does not count: end-to-end
#       encryption takes it away from the provider (4.3-1b1-04), so a list of it alone is as good as
#       empty. Denied when all providers of the path are stated to bear none of these four. Whether
#       each is settled by contract is judged by 4.3-1b1-07 to 4.3-1b1-10.
#     ja: >-
#       事業者の提供するネットワークに限って適用する（独自に接続する場合、事業者との間に管理責任の分
#       担は発生しない）。「限定的」は「ない」ことではないとみて、経路の事業者
#       （path.provider、path.routeSecuredBy、path.routersConfiguredBy）のいずれかが改ざん、侵入、妨
#       害、または可用性等の品質に責任を負うと記載されているときに満たされる。盗聴は、発信元と送信先
#       での暗号化によって事業者から外れる（4.3-1b1-04）ため数えず、盗聴だけの一覧は空とみなす。経路
#       の事業者がいずれもこの四つを負わないと記載されていれば不整合とする。契約でそれぞれを明らかに
#       しているかは 4.3-1b1-07～4.3-1b1-10 で判定する。
#   ja:
#     title: 情報処理関連事業者に管理責任が存在する
#     description: >-
#       発信元で暗号化され送信先で復号される場合、情報処理関連事業者の責任は限定的になり、事業者に
#       存在するのは管理責任である。
#   findings:
#     provider_bears_nothing:
#       state: denied
#       en: >-
#         {provider} is stated to bear no management responsibility at all, although end-to-end
#         encryption only limits the responsibility of the provider.
#       ja: >-
#         事業者「{provider}」が管理責任を何も負わないとされている。発信元で暗号化され送信先で復号
#         されても、事業者の責任は限定的になるだけで、管理責任は存在する。
#       remedy:
#         en: >-
#           Agree with {provider} which of tampering, intrusion, obstruction and availability it
#           answers for, and list them under responsibilities.management.
#         ja: >-
#           改ざん（tampering）、侵入（intrusion）、妨害（obstruction）、可用性等の品質
#           （availability）のうち「{provider}」が責任を負うものを取り決
#           め、responsibilities.management に記載する。
#     only_eavesdropping:
#       state: denied
#       en: >-
#         {provider} is stated to answer for eavesdropping alone, which end-to-end encryption
#         takes away from it, and for none of the rest.
#       ja: >-
#         事業者「{provider}」が負うのは盗聴に対する責任だけとされている。これは発信元と送信先での
#         暗号化によって事業者から外れるもので、ほかに事業者が負う管理責任がない。
#       remedy:
#         en: >-
#           Agree with {provider} which of tampering, intrusion, obstruction and availability it
#           answers for, and list them under responsibilities.management in place of
#           eavesdropping.
#         ja: >-
#           改ざん（tampering）、侵入（intrusion）、妨害（obstruction）、可用性等の品質
#           （availability）のうち「{provider}」が責任を負うものを取り決め、eavesdropping に代えて
#           responsibilities.management に記載する。
#     fact_not_stated:
#       state: undetermined
#       en: >-
#         {field} is not stated, so it is open whether management responsibility remains with the
#         provider.
#       ja: '{field} の記載がなく、事業者に管理責任が存在するか判定できない。'
#       remedy:
#         en: Write {field}; where the provider bears nothing, write an empty list ([]).
#         ja: '{field} を記載する（何も負わない場合は空の一覧 [] とする）。'
package bunkaiten.requirements.end_to_end_encryption.provider_has_management_responsibility

import data.bunkaiten.declared.allocation
import data.bunkaiten.declared.remainder
import data.bunkaiten.declared.subject
import data.bunkaiten.finding

applies contains key if some key, _ in remainder.exchanges

satisfied contains key if {
	some key, declared in remainder.exchanges
	_is_borne(declared)
}

deny contains found if {
	some key, declared in remainder.exchanges
	not _is_borne(declared)
	count(_silent(declared)) == 0
	some provider in declared.providers
	code := _code(allocation.share(declared, provider))

	values := {"provider": subject.label(declared, provider)}
	found := finding.at(code, key, [_list(declared, provider)], values)
}

undetermined contains found if {
	some key, declared in remainder.exchanges
	not _is_borne(declared)
	some provider in _silent(declared)

	found := finding.not_stated(key, _list(declared, provider))
}

# what remains after end-to-end encryption: all but eavesdropping
_is_borne(declared) if {
	some provider in declared.providers
	count(allocation.share(declared, provider) - {"eavesdropping"}) > 0
}

_silent(declared) := {provider |
	some provider in declared.providers
	not allocation.share(declared, provider)
}

_code(share) := "only_eavesdropping" if {
	"eavesdropping" in share
} else := "provider_bears_nothing"

# the word "none" stands for every list
_list(declared, provider) := subject.step_to(declared, ["responsibilities", "management"]) if {
	declared.responsibilities.management == "none"
} else := subject.step_to(declared, ["responsibilities", "management", provider])
