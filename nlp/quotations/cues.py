"""The verbs of speaking and the words around them as patterns over the lexicon."""

import re
from collections.abc import Iterable
from typing import Any

from nlp.data import lexicon

VERBS: dict[str, Any] = lexicon("reporting_verbs")
CLAUSES: dict[str, Any] = lexicon("clause_words")
PRONOUNS: dict[str, Any] = lexicon("pronouns")
SUFFIX: str = PRONOUNS["suffix"]


def any_of(words: Iterable[str]) -> str:
    """One of these words as a whole word; a blank in a word stands for any blanks."""
    ordered = sorted(set(words), key=len, reverse=True)
    return r"(?<!\w)(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) + r")(?!\w)"


_suffixed = [
    verb + blank + SUFFIX for verb in (*VERBS["bare"], *VERBS["passive"], *VERBS["written"]) for blank in ("", " ")
]
_bare = [verb for verb in VERBS["bare"] if verb not in VERBS["only_with_suffix"]]
_english = any_of(VERBS["english"])  # in small letters alone, also where case does not matter
_he = any_of([*PRONOUNS["english"], *(word.capitalize() for word in PRONOUNS["english"])])
PERSON_PRONOUN = rf"(?:{any_of(PRONOUNS['person'])}|(?-i:{_he}))"
# With the speaker behind it, or in it: "kata", "ujarnya", "disampaikan".
BEHIND = (
    rf"(?:{any_of([*_suffixed, *_bare, *VERBS['passive'], *VERBS['written']])}|(?-i:{_english})"
    rf"|(?<!\w)(?:{'|'.join(_bare)})(?<=(?-i:[a-z]))(?=(?-i:[A-Z]))"  # "ujarWulan", a blank left out
    rf"|{any_of(VERBS['closing'])}"
    rf"(?:\s+{any_of(VERBS['nouns'])}(?=\s)(?!\s+{any_of(VERBS['written'])})|(?=\s+(?-i:[A-Z]))))"
)
SUFFIXED = frozenset([*_suffixed, *(verb + SUFFIX for verb in VERBS["according"])])  # the speaker is in the verb
# With the speaker before it.
ACTIVE = rf"(?:{any_of([*VERBS['active'], *VERBS['written']])}|(?-i:{_english}))"
ACCORDING = any_of([*VERBS["according"], *(verb + SUFFIX for verb in VERBS["according"]), *VERBS["english_according"]])

_ADVERBS = rf"(?:{any_of(CLAUSES['before_cue'])}[\s,]+)*"
# What follows a quotation directly: "…,” demikian kata Wulan", "…". Ujar Wulan".
AFTER = re.compile(rf"[\s,.;–—-]*(?i:{_ADVERBS}(?P<cue>{BEHIND}|{any_of(VERBS['after_only'])}))")
# The same with the speaker first: "…,” Wulan menjelaskan", "…,” Wulan, perajin di Solo, menambahkan".
SUBJECT_AFTER = re.compile(
    rf"[\s,;–—-]*(?P<who>[^\n.,;:]{{1,80}}?)(?:,[^\n.,;:\"”“]{{3,80}},)?"
    rf"\s+(?:{any_of(CLAUSES['before_verb'])}\s+)*(?P<cue>{ACTIVE})"
)
# Any other word where only a verb of speaking can stand, behind a comma and the closing mark: "…,” sergahnya."
OTHER = re.compile(
    rf"\s*(?!{any_of([*lexicon('counted')['stops']['words'], *CLAUSES['after_speaker']])})"
    rf"(?P<cue>[a-z]{{3,}}{SUFFIX}(?=[\s.,]|$)|[a-z]{{4,}}(?=\s[A-Z][a-z]))"
)
OTHER_SUFFIXED = re.compile(rf"[a-z]{{3,}}{SUFFIX}")
# The verb left out: '"Kami siap," Kepala Dinas Koperasi, Wulan Sari.'
_titles = any_of([*CLAUSES["office_heads"], *CLAUSES["honorifics"]])
_joins = any_of(CLAUSES["joins"])
VERBLESS = re.compile(
    rf"[ \t]*(?P<who>(?i:{_titles})(?:[,./ ]{{1,2}}(?:[A-Z(]\S*|{_joins}|&))+?)(?=\.\s|\.?$)",
    re.MULTILINE,
)
CUT = re.compile(rf"[,.]\s+{_ADVERBS}(?P<cue>{BEHIND})(?=\s+[A-Z]|\s+{PERSON_PRONOUN}|(?<={SUFFIX})\W)")

WRITTEN = re.compile(rf"(?i:{any_of([*VERBS['written'], *(verb + SUFFIX for verb in VERBS['written'])])})")
TITLE_BEFORE = re.compile(rf"(?i:{any_of(CLAUSES['titles'])})[\s:,]*\Z")
