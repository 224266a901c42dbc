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
