"""Whether the words behind a name say that it is one of an organisation, and which phrase stands before one."""

from functools import cache

from nlp.bodies.bare_runs import listed
from nlp.data import lexicon
from nlp.text.names import Word
from nlp.text.phrases import parentheses

ENDS = ".;:!?()\n"  # between two words of which the second begins anew
LONGEST_PHRASE = 4  # words of what stands before or behind a name


def shown_behind(text: list[Word], last: int) -> bool:
    """ "Sumberboga didirikan …", "AHPADA merupakan suatu organisasi"; `last` is the last word of the name."""
    if _apposed(text, last):
        return True
    forms = phrases("after", ("words", "phrases"))
    for length in range(1, LONGEST_PHRASE + 1):
        words = text[last + 1 : last + 1 + length]
        tight = len(words) == length and all(word.gap == " " for word in words)
        if tight and " ".join(word.key for word in words) in forms:
            return True
    return False


def _apposed(text: list[Word], last: int) -> bool:
    """ "Kopi Rimba (KR), komunitas yang menghimpun …", "AHPADA merupakan suatu organisasi": what kind it is follows."""
    at = parentheses(text, last)[0] + 1
    if at >= len(text):
        return False
    defined = text[at].gap.removeprefix(")") == " " and text[at].key in listed("after", "defining")
    if not defined and text[at].gap.removeprefix(")") != ", ":
        return False
    at += defined
    return _of_kind(text, at) or (
        at < len(text) and text[at].key in listed("after", "articles") and _of_kind(text, at + 1)
    )


def _of_kind(text: list[Word], at: int) -> bool:
    """A noun of an organisation, without the name of another one behind it: "…, platform eFishery"."""
    for length in range(1, LONGEST_PHRASE):
        named = at + length < len(text) and text[at + length].gap == " " and text[at + length].text[0].isupper()
        form = " ".join(word.key for word in text[at : at + length])
        if form in phrases("after", ("apposed",)) and not named:
            return True
    return False


@cache
def phrases(table: str, rows: tuple[str, ...]) -> frozenset[str]:
    """The phrases of these rows of a table of lexicon/bare_names.toml, with single spaces."""
    forms = (form for row in rows for form in lexicon("bare_names")[table][row])
    return frozenset(" ".join(form.replace("-", " ").split()) for form in forms)


def ends_in(text: list[Word], last: int, forms: frozenset[str]) -> int:
    """The length of the longest of these phrases that ends at word `last`, 0 when none does or a title ends so."""
    for length in range(min(LONGEST_PHRASE, last + 1), 0, -1):
        words = text[last - length + 1 : last + 1]
        tight = all(word.gap in (" ", "-") for word in words[1:])
        joined = last >= length and not set(words[0].gap) & set(ENDS)
        before = text[last - length] if joined else None
        title = before is not None and before.text[0].isupper() and words[0].text[0].isupper()  # "Bidang UMKM Rini"
        if tight and not title and " ".join(word.key for word in words) in forms:
            return length
    return 0
