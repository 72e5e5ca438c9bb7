"""Who is meant by words for a speaker in which no person is marked: a name, an office, a body, a description."""

import re
from dataclasses import replace

from nlp.quotations import speaker_names
from nlp.quotations.cues import CLAUSES, PRONOUNS, any_of
from nlp.quotations.discourse import Discourse
from nlp.quotations.speaker_names import is_indefinite, name_in
from nlp.quotations.voice import UNKNOWN, Voice

LONGEST_WORDS = 12  # of a description that is taken for the speaker: "perwakilan Dinas Koperasi Kabupaten Gunung Kidul"

POINTING = re.compile(rf"{any_of(PRONOUNS['pointing'])}\W*\Z")
DESCRIBED = re.compile(any_of(CLAUSES["described"]))
BELONGING = re.compile(rf"(?i:{any_of(CLAUSES['belonging'])})")
_DEFINITE = re.compile(any_of(CLAUSES["definite"]))
_KIN = re.compile(any_of(word + PRONOUNS["suffix"] for word in CLAUSES["belonging"]))
_offices = any_of(CLAUSES["office_heads"])
_HONORIFIC = re.compile(rf"(?i:{any_of(CLAUSES['honorifics'])}\s+(?={_offices}))")  # "Pak Bupati"
_PERSONAL = re.compile(rf"(?i:{any_of([*CLAUSES['person_nouns'], *CLAUSES['office_heads']])})")
_somebody = any_of([*CLAUSES["person_nouns"], *CLAUSES["office_heads"], *CLAUSES["roles"]])
_SOMEBODY = re.compile(
    rf"(?i:{any_of(PRONOUNS['somebody'])})\s+(?:\w+\s+)?(?i:{_somebody})[^,]*(?:,\s*{any_of(CLAUSES['relative'])}.*)?\Z"
)  # "Salah satu pedagang di Solo, yang enggan disebutkan namanya"
_OFFICE = re.compile(rf"(?:{any_of(word.capitalize() for word in CLAUSES['office_heads'])})")
_short = "|".join(CLAUSES["heads_of_bodies"])
# "MenkopUKM", "Kepala Dinas", "Sekda", "Kadisperindag"
_SHORT_OFFICE = re.compile(
    rf"\w+[A-Z]|(?i:{any_of([*CLAUSES['office_heads'], *CLAUSES['short_offices']])}|(?<!\w)(?:{_short})\w*)"
)


class Unmarked:
    """Reads such words."""

    def __init__(self, told: Discourse) -> None:
        self._told, self._text = told, told.text

    def voice(self, phrase: str, start: int, strict: bool) -> Voice:
        """The speaker where no person is marked: a name, an office, a body, or a mere description."""
        if is_indefinite(phrase) and _SOMEBODY.match(phrase):
            return Voice(None, phrase.split(",")[0], phrase.split(",")[0], "description")
        if not phrase or (strict and not _PERSONAL.match(phrase) and name_in(phrase) is None):
            return UNKNOWN
        if (POINTING.search(phrase) or DESCRIBED.match(phrase)) and not self._has_own(phrase, start):
            meant = self._told.again(start, phrase)
            if meant.name or POINTING.search(phrase):
                return meant
        words = _HONORIFIC.sub("", phrase.split(",")[0])
        known = self._told.called.holder(words) if _SHORT_OFFICE.match(words) else None
        if known:
            return Voice(None, known, words, "holder")
        definite = (_DEFINITE.match(phrase) and name_in(phrase) is None) or (
            BELONGING.match(phrase) and "," not in phrase
        )
        if not strict and definite and (held := self._told.floor(start)):
            return replace(held, words=phrase, how="brought_in")
        if _KIN.fullmatch(phrase) and (kin := self._kin(phrase)):
            return self._told.new(kin)
        name = self._name(phrase, start)
        if strict and name and not self._is_sure(name):
            return UNKNOWN  # a capital at the beginning of a sentence is no name: "Sebelumnya mengatakan"
        if name:
            return self._told.new(name, None if strict else self._text.find(name, start))
        if (strict and not _OFFICE.match(words)) or len(words.split()) > LONGEST_WORDS:
            return UNKNOWN
        return Voice(None, words, words, "description")

    def _name(self, phrase: str, start: int) -> str | None:
        """The name in the words, unless they only tell of one of a kind: "salah seorang warga"."""
        if is_indefinite(phrase) and not self._named_behind(phrase):
            return None
        found = name_in(phrase) or self._told.behind_region(phrase)
        return self._told.free(found, start) or self._known_last(phrase)

    def _named_behind(self, phrase: str) -> bool:
        """Whether a name follows one of a kind: "salah seorang pengerajin, Wulan Sari"; not "…, Kecamatan Jati"."""
        last = phrase.rpartition(", ")[2] if ", " in phrase else ""
        kind = last.split()[0].casefold() in CLAUSES["place_kinds"] if last else True
        return not kind and name_in(last) == last and speaker_names.plausible(last, self._text)

    def _known_last(self, phrase: str) -> str | None:
        """The last word, if the article calls somebody so elsewhere: "Kepala Balai (BLK) Wulan"."""
        last = (phrase.split() or [""])[-1]
        return last if speaker_names.NAME.fullmatch(last) and self._told.called.knows(last) else None

    def _kin(self, phrase: str) -> str | None:
        """The name of somebody's relative: "suaminya, Bambang Irawan" -> "Bambang Irawan"."""
        match = re.search(rf"(?<!\w){re.escape(phrase)},?\s+({speaker_names.NAME.pattern})", self._text)
        return match[1] if match else None

    def _is_sure(self, name: str) -> bool:
        """Whether words are somebody's name: "Wulan" before a verb of speaking, not "Kemenperin", "Faktor Harga"."""
        known = self._told.called.fullest(name) != name or self._told.called.knows(name)
        return known or speaker_names.plausible(name, self._text)

    def _has_own(self, phrase: str, start: int) -> bool:
        """Whether a description tells of somebody else: "itu" behind "seorang perajin", "pria bernama Wulan"."""
        if not POINTING.search(phrase) and name_in(phrase):
            return True
        head = re.escape(phrase.split()[0])
        return re.search(rf"{any_of(PRONOUNS['indefinite'])}\s+{head}\b", self._text[:start], re.IGNORECASE) is not None
