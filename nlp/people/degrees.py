"""The degrees behind a name: ", S.E., M.M.", "M.Si"."""

import re

from nlp.people.name_words import word_list
from nlp.text.words import Words

DEGREE = re.compile(r"(\s*,\s*|\s+)((?:[A-Za-z]{1,8}\.\s?)*[A-Za-z]{1,8}\.?)(?![\w-])")
DOTTED = re.compile(r"[SM]\.[A-Z][a-z]{0,4}\.[A-Z][a-z]{0,4}\.?")  # of three parts any is a degree: "S.Pd.K"
TIGHT_DEGREE = re.compile(r"(\s*,\s*|\s+)((?:[A-Za-z]{1,8}\.)*[A-Za-z]{1,8}\.?)(?![\w-])")


def degrees_end(words: Words, i: int) -> int:
    """The index after the degrees that follow word i - 1: ", S.E., M.M."."""
    at = words.at(i - 1).end
    while True:
        for pattern in (DEGREE, TIGHT_DEGREE):
            found = pattern.match(words.source, at)
            letters = re.sub(r"[^A-Za-z]", "", found.group(2)) if found else ""
            shaped = found is not None and ("," in found.group(1) or letters[1:].isupper() or "." in found.group(2))
            listed = letters.casefold() in word_list("degrees", "words")
            if found and shaped and (listed or DOTTED.fullmatch(found.group(2))):
                at = found.end()
                # the full stop of the sentence is none of the degree
                break
        else:
            return words.index(at)


def degree_word(words: Words, i: int) -> bool:
    """A degree begins here though no comma stands before it: "M.Si", "SSos"."""
    found = TIGHT_DEGREE.match(words.source, words.at(i - 1).end)
    letters = found.group(2).replace(".", "") if found else ""
    if found and DOTTED.fullmatch(found.group(2)):
        return True
    return letters[:2].isupper() and letters.casefold() in word_list("degrees", "words")
