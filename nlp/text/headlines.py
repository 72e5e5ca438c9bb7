"""The lines of an article in which nearly all words are capitalised, so that capitals say nothing about names."""

from spacy.tokens import Doc

from nlp.text.words import Word, Words

HEADLINE_WORDS = 4  # a shorter line is a name or a heading of one word
HEADLINE_SHARE = 0.6  # of its words begin with a capital
SHORT_WORD = 2  # letters: "di", "ke" are in lower case in headlines as well
SENTENCE_ENDS = '.”"!?'


def capitalised(line: list[Word]) -> bool:
    """Most words of the line begin with a capital: "Menperin Dorong IKM Tembus Pasar Eropa"."""
    plain = [w for w in line if w.text.isalpha() and len(w.text) > SHORT_WORD]
    return sum(w.capital for w in plain) >= HEADLINE_SHARE * len(plain) > 0


def headlines(doc: Doc, words: Words) -> set[int]:
    """The indices of the words of the title and of headings within the text."""
    found: set[int] = set()
    titles = [part for part in doc._.parts if part.name == "title"]
    start = 0
    for i in range(len(words) + 1):
        if words.at(i).text != "\n":
            continue
        line = words[start:i]
        title = bool(line) and any(p.start <= line[0].start < p.end for p in titles)
        heading = len(line) >= HEADLINE_WORDS and line[-1].text not in SENTENCE_ENDS and capitalised(line)
        if title or heading:
            found.update(range(start, i))
        start = i + 1
    return found
