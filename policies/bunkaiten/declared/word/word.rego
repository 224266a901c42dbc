# METADATA
# title: The words of a declaration, as people say them
# description: What the closed words of a declaration mean in English and in Japanese.
package bunkaiten.declared.word

# METADATA
# description: What a provider or an institution answers for, 4.3(1)(b), with the word that stands in the declaration.
threats := {
	"eavesdropping": {"en": "eavesdropping", "ja": "盗聴（eavesdropping）"},
	"tampering": {"en": "tampering", "ja": "改ざん（tampering）"},
	"intrusion": {"en": "intrusion", "ja": "侵入（intrusion）"},
	"obstruction": {"en": "obstruction", "ja": "妨害（obstruction）"},
	"availability": {"en": "availability", "ja": "可用性等の品質（availability）"},
}

# METADATA
# description: The responsibilities of 4.3, by the field that names who bears them.
duties := {
	"ordinaryOperation": {"en": "Ordinary-operation responsibility", "ja": "通常運用における責任"},
	"exPost": {"en": "Ex-post responsibility", "ja": "事後責任"},
	"information": {"en": "Responsibility for the information in the line", "ja": "回線を流れる情報に対する管理責任"},
	"localSegment": {"en": "Responsibility up to the line", "ja": "回線に到達するまでの管理責任"},
}

# METADATA
# description: The kinds of line that a declaration can name.
media := {
	"leased-line": {"en": "leased line", "ja": "専用線"},
	"telephone": {"en": "telephone network", "ja": "電話回線等の公衆網"},
	"closed-ip": {"en": "closed IP network", "ja": "閉域 IP 通信網"},
	"mobile": {"en": "mobile network", "ja": "携帯電話網"},
	"internet": {"en": "internet", "ja": "インターネット"},
}
