package bunkaiten.declared.word_test

import data.bunkaiten.declared.word

test_every_threat_keeps_its_word_in_japanese if {
	object.keys(word.threats) == {"eavesdropping", "tampering", "intrusion", "obstruction", "availability"}
	every written, said in word.threats {
		said.en == written
		endswith(said.ja, concat("", ["（", written, "）"]))
	}
}
