package bunkaiten_test.declared.word

import data.bunkaiten.declared.word

test_every_threat_keeps_its_word_in_japanese if {
	object.keys(word.threats) == {"eavesdropping", "tampering", "intrusion", "obstruction", "availability"}
	every written, said in word.threats {
		said.en == written
		endswith(said.ja, concat("", ["（", written, "）"]))
	}
}

test_every_kind_of_line_has_its_words_in_both_languages if {
	object.keys(word.media) == {"leased-line", "telephone", "closed-ip", "mobile", "internet"}
	every _, said in word.media {
		object.keys(said) == {"en", "ja"}
		every _, words in said { words != "" }
	}
}
