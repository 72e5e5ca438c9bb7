"""Whether several bodies of a kind are spoken of, and none by its name: "21 Balai POM", "seluruh Dinas Koperasi"."""

from nlp.data import lexicon
from nlp.text.names import Word

DIGITS = 3  # of a count of bodies; four are a year


def several(text: list[Word], at: int) -> bool:
    """Whether a count or a word for all of them stands before the name that begins at a word."""
    if at == 0 or text[at].gap != " ":
        return False
    before = text[at - 1]
    return (before.text.isdigit() and len(before.text) <= DIGITS) or before.key in lexicon("bodies")["several"]


def repeated(text: list[Word], at: int) -> bool:
    """Whether the word is said twice and means several: "Dinas-Dinas Koperasi"."""
    return at > 0 and text[at].gap == "-" and text[at - 1].key == text[at].key
