"""The words of a text as phrases: fixed forms, what stands in parentheses, a name as it was printed."""

import re
from functools import cache
from itertools import pairwise

from nlp.text.names import Word

PARENTHESES = 4  # words that a short form in parentheses may have: "(Diskop UKM Kota Malang)"
TITLE_CASE = 0.7  # share of the longer words in capitals above which a line is a headline; in a paragraph it is a third
HEADLINE = 4  # words at least of such a line
LONGEST_HEADLINE = 24  # words at most: a longer line is a paragraph full of names
LONG = 4  # letters of the words that are counted: the small words of a headline are printed in lower case
OPENED = (" (", " ( ", "(")
INSIDE = (" ", "-", "/", " & ")
NEAR = (" ", ") ", " ) ", " (", "-", "/")


def phrase(text: list[Word], at: int, form: str) -> int | None:
    """The last word of this form when it is printed from word `at` on, in upper or lower case."""
    parts = _parts(form)
    if at >= len(text) or text[at].key != parts[0]:  # most are not, and this is asked at every word
        return None
    printed = text[at : at + len(parts)]
    if [word.key for word in printed] != parts or any(word.gap != " " for word in printed[1:]):
        return None
    return at + len(parts) - 1


@cache
def _parts(form: str) -> list[str]:
    return form.casefold().split()


def parentheses(text: list[Word], last: int) -> tuple[int, tuple[str, ...]]:
    """The last word in the parentheses behind a word, and what stands in them; (last, ()) when there are none."""
    if last + 1 >= len(text) or text[last + 1].gap not in OPENED or not text[last + 1].text[0].isupper():
        return last, ()
    for end in range(last + 1, min(last + 1 + PARENTHESES, len(text))):
        if end > last + 1 and text[end].gap not in INSIDE:
            break
        if following(text, end).lstrip().startswith(")"):
            return end, tuple(word.text for word in text[last + 1 : end + 1])
    return last, ()


def following(text: list[Word], at: int) -> str:
    """What stands behind a word, up to the next one; a closing bracket at the end of the text."""
    return text[at + 1].gap if at + 1 < len(text) else ")"


def near(text: list[Word], at: int) -> bool:
    """Whether word `at` stands directly behind the one before, be it in or behind parentheses."""
    return at < len(text) and text[at].gap in NEAR


def printed(text: list[Word], first: int, last: int) -> str:
    """As printed, without what stands in parentheses: "Dinas Koperasi (Dinkop) Metro" -> Dinas Koperasi Metro."""
    out, skipping = text[first].text, False
    for word in text[first + 1 : last + 1]:
        skipping = "(" in word.gap or (skipping and ")" not in word.gap)
        if not skipping:
            out += re.sub(r"\s+", " ", word.gap.replace(")", "")) + word.text
    return out


def headlines(text: list[Word]) -> frozenset[int]:
    """The words that stand in a headline printed in title case, where a capital says nothing about a name.

    A headline is a line that no full stop ends and that others follow.
    """
    starts = [at for at, word in enumerate(text) if at == 0 or "\n" in word.gap]
    lines = [range(start, end) for start, end in pairwise(starts) if "." not in text[end].gap.partition("\n")[0]]
    found = (
        line
        for line in lines
        if HEADLINE <= len(line) <= LONGEST_HEADLINE
        and not _is_item(text, line.start)
        and _in_title_case([text[at].text for at in line])
    )
    return frozenset(at for line in found for at in line)


def _is_item(text: list[Word], at: int) -> bool:
    """A line of a numbered list: "1. PT Sinar Jaya, Jawa Tengah"."""
    return text[at].text.isdigit() and following(text, at).startswith((".", ")"))


def _in_title_case(printed: list[str]) -> bool:
    long = [word for word in printed if len(word) >= LONG and word.isalpha()]
    return sum(word[0].isupper() for word in long) > TITLE_CASE * len(long)
