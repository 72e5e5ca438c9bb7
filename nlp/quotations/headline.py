"""The person whom a headline names and nothing has marked in the text: the one whom a story is about. Pure."""

import re
from collections import Counter

from nlp.people.name_words import given
from nlp.quotations.cues import CLAUSES, any_of
from nlp.quotations.speaker_names import plausible
from nlp.text.words import Word

_NAME = re.compile(r"(?<![\w.-])[A-Z][a-z]{2,}(?![\w-])")
_VERB = rf"(?!{any_of(CLAUSES['no_verbs'])})(?:{'|'.join(CLAUSES['verb_prefixes'])})[a-z]{{3,}}"
_ADVERBS = rf"(?:{any_of(CLAUSES['before_verb'])}\s+)*"
FEWEST = 2  # times that the text names whom it is about; once is enough for a common name


def protagonist(headline: str, text: str) -> str | None:
    """The word of the headline that the text prints as the subject of a verb, a name by all signs; else None.

    "Kisah Wulan Bangun Kedai", "Wulan bertekad … dilakoni Wulan" -> "Wulan"
    """
    named = Counter(
        {
            name: len(re.findall(rf"(?<!\w){name}(?!\w)", text))
            for name in dict.fromkeys(_NAME.findall(headline))
            if plausible(name, text) and _is_told_of(name, text)
        }
    )
    name, times = next(iter(named.most_common(1)), ("", 0))
    return name if times >= FEWEST or (name and _is_common(name, headline)) else None


def _is_common(name: str, headline: str) -> bool:
    """Whether the word, or the one behind it in the headline, is a common name: "Diajeng Lestari"."""
    behind = re.search(rf"(?<!\w){name}\s+([A-Z][a-z]+)", headline)
    return any(given(Word(word, 0, len(word))) for word in (name, behind[1] if behind else name))


def _is_told_of(name: str, text: str) -> bool:
    """Whether it is the subject of a verb and never the end of a longer name: "UMK Academy"."""
    longer = re.search(rf"[\w,]\s+[A-Z]\w*\s+{name}(?!\w)", text)
    return longer is None and re.search(rf"(?<!\w){name}\s+{_ADVERBS}{_VERB}", text) is not None
