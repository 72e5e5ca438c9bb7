"""Who is meant by the words for a speaker: a marked person, a name that nothing has marked, or whoever spoke last."""

import re
from dataclasses import replace

from spacy.tokens import Span

from nlp.data import lexicon
from nlp.quotations import speaker_names
from nlp.quotations.cues import CLAUSES, PERSON_PRONOUN, PRONOUNS, any_of
from nlp.quotations.discourse import Discourse
from nlp.quotations.speaker_names import is_indefinite, name_in
from nlp.quotations.subjects import NOT_SUBJECT
from nlp.quotations.voice import UNKNOWN, Voice

LONGEST_WORDS = 12  # of a description that is taken for the speaker: "perwakilan Dinas Koperasi Kabupaten Gunung Kidul"
OPENING_MARKS = 4  # characters that may stand between the beginning of a clause and its first word

_WEEKDAYS = [day for days in lexicon("months")["weekdays"].values() for day in days]
_STOP = re.compile(rf"(?:{any_of([*CLAUSES['after_speaker'], *_WEEKDAYS])}|\((?![A-Z])|[\n;:])")
_WITHIN = re.compile(any_of(CLAUSES["within_speaker"]))
_PRONOUN_FIRST = re.compile(rf"\W*(?P<word>{PERSON_PRONOUN})", re.IGNORECASE)
_ADVERBS = rf"(?:\s+{any_of(CLAUSES['before_verb'])}|\s*,)*"
_PRONOUN_LAST = re.compile(rf"(?P<word>{PERSON_PRONOUN}){_ADVERBS}\s*\Z", re.IGNORECASE)
_ADVERBS_LAST = re.compile(rf"{_ADVERBS}\s*\Z")
_POINTING = re.compile(rf"{any_of(PRONOUNS['pointing'])}\W*\Z")
_DESCRIBED = re.compile(any_of(CLAUSES["described"]))
_DEFINITE = re.compile(any_of(CLAUSES["definite"]))
_KIN = re.compile(any_of(word + PRONOUNS["suffix"] for word in CLAUSES["belonging"]))
_offices = any_of(CLAUSES["office_heads"])
_HONORIFIC = re.compile(rf"(?i:{any_of(CLAUSES['honorifics'])}\s+(?={_offices}))")  # "Pak Bupati"
_BELONGING = re.compile(rf"(?i:{any_of(CLAUSES['belonging'])})")
_PERSONAL = re.compile(rf"(?i:{any_of([*CLAUSES['person_nouns'], *CLAUSES['office_heads']])})")
_somebody = any_of([*CLAUSES["person_nouns"], *CLAUSES["office_heads"], *CLAUSES["roles"]])
_SOMEBODY = re.compile(
    rf"(?i:{any_of(PRONOUNS['somebody'])})\s+(?:\w+\s+)?(?i:{_somebody})[^,]*(?:,\s*{any_of(CLAUSES['relative'])}.*)?\Z"
)  # "Salah satu pedagang di Solo, yang enggan disebutkan namanya"
_OFFICE = re.compile(rf"(?:{any_of(word.capitalize() for word in CLAUSES['office_heads'])})")
_PAPER = re.compile(rf"\W*(?i:{any_of(CLAUSES['sources'])})")
_TOLD = re.compile(r"\s*[,(]")
_CLAUSE = re.compile(r"[.,]\s+")
_short = "|".join(CLAUSES["heads_of_bodies"])
# "MenkopUKM", "Kepala Dinas", "Sekda", "Kadisperindag"
_SHORT_OFFICE = re.compile(
    rf"\w+[A-Z]|(?i:{any_of([*CLAUSES['office_heads'], *CLAUSES['short_offices']])}|(?<!\w)(?:{_short})\w*)"
)


class Speakers:
    """Reads the words for a speaker."""

    def __init__(self, told: Discourse) -> None:
        self._told, self._text = told, told.text

    def behind(self, start: int, end: int, strict: bool = False) -> Voice:
        """The speaker in the words behind a verb, a person when `strict`: "kata Kepala Dinas, Wulan Sari, saat …"."""
        zone = self._text[start:end]
        if match := _PRONOUN_FIRST.match(zone):
            return self._told.again(start, match["word"])
        stop = _STOP.search(zone)
        end = start + (stop.start() if stop else len(zone))
        place = _WITHIN.search(self._text, start, end)
        cut = place.start() if place else end
        phrase = self._text[start:end].strip(" ,.\"'")
        persons = list(self._told.between(start, cut)) or [
            s for s in self._told.between(cut, end) if self._after_comma(s)
        ]
        if persons:
            persons = [span for span in persons if span.label_ == "PERSON"] or persons
            belongs = _BELONGING.match(phrase) is not None
            if belongs and len(persons) == 1 and _POINTING.search(phrase):
                return self._told.again(start, phrase)  # "kata istri Bupati Anwar ini"
            if belongs and len(persons) == 1 and (held := self._told.floor(start)) and held.entity != persons[0].id_:
                return replace(held, words=phrase, how="brought_in")  # "kata istri Bupati Anwar"
            return self._told.voice(
                persons[1] if belongs and len(persons) > 1 else persons[0], said=phrase == persons[0].text
            )
        if named := self._last_chunk(self._text[cut:end], cut):
            return named  # "kata ketua kelompok di Desa Jati, Wulan"
        short = self._text[start:cut].strip(" ,.\"'")
        if _POINTING.search(phrase) is None and not _DESCRIBED.fullmatch(short):
            phrase = short
        return self._unmarked(phrase, start, strict)

    def ahead(self, start: int, end: int, strict: bool = False) -> Voice:
        """The speaker in the words before a verb, a person when `strict`: "Usai bertemu Menteri, Wulan Sari pun"."""
        zone = self._text[start:end]
        if match := _PRONOUN_LAST.search(zone):
            return self._told.again(start, match["word"])
        phrase = _ADVERBS_LAST.sub("", zone).rstrip(" ,.\"'")
        if strict and _PAPER.match(phrase):
            return UNKNOWN  # "Buku karya Wulan Sari menjelaskan"
        first = self._leading(phrase, start)
        if first is None and _POINTING.search(phrase):
            # "Wulan, perempuan asal Solo itu," is Wulan; "Mantan Presiden Persis itu" no new person
            end = start + phrase.rfind(",") + 1
            phrase = phrase.rsplit(",", 1)[-1]
        if first := first or self._apposed(start, end) or self._last_chunk(phrase, start):
            return first
        for span in reversed(list(self._told.between(start, end))):
            clause = max(self._text.rfind(",", start, self._told.at(span)), start - 1) + 1
            if not NOT_SUBJECT.search(self._text, clause, self._told.at(span)):
                return self._told.voice(span)
        return self._unmarked(phrase.strip(" ,.\"'"), start, strict)

    def _after_comma(self, span: Span) -> bool:
        return self._text[: self._told.at(span)].rstrip().endswith(",")

    def _leading(self, phrase: str, start: int) -> Voice | None:
        """A subject that nothing has marked, before what tells who it is: "Usai rapat, Wulan, pemilik kedai itu"."""
        openings = [0, *(match.end() for match in _CLAUSE.finditer(phrase))]
        for opening in openings if "." not in phrase else openings[-1:]:
            name = self._told.free(speaker_names.leading(phrase[opening:], self._text), start + opening)
            if name and not any(self._told.between(start + opening, start + opening + len(name) + OPENING_MARKS)):
                return self._told.new(name)
        return None

    def _apposed(self, start: int, end: int) -> Voice | None:
        """A marked subject at the beginning, before what tells who it is: "Wulan, perajin di Desa Anwar, …"."""
        opening = next((s for s in self._told.between(start, end) if self._told.at(s) - start < OPENING_MARKS), None)
        if opening is None or not self._text[self._told.at(opening) + len(opening.text) :].lstrip().startswith(
            (",", "(")
        ):
            return None
        return self._told.voice(opening) if opening.label_ == "PERSON" else None

    def _last_chunk(self, phrase: str, start: int) -> Voice | None:
        """A name that nothing has marked at the end of a long title: "Ketua kelompok di Desa Jati, Solo, Wulan"."""
        head, comma, last = phrase.rstrip(" ,.").rpartition(", ")
        place = start + len(head) + len(comma)
        chunks = [0, *(match.end() for match in _CLAUSE.finditer(phrase))]
        told = any(any(self._told.between(start + chunk, start + chunk + OPENING_MARKS)) for chunk in chunks)
        if told or not comma or not speaker_names.NAME.fullmatch(last) or name_in(last) != last:
            return None
        name = self._told.free(last, place) if speaker_names.plausible(last, self._text) else None
        return self._told.new(name) if name else None

    def _unmarked(self, phrase: str, start: int, strict: bool) -> Voice:
        """The speaker where no person is marked: a name, an office, a body, or a mere description."""
        if is_indefinite(phrase) and _SOMEBODY.match(phrase):
            return Voice(None, phrase.split(",")[0], phrase.split(",")[0], "description")
        if not phrase or (strict and not _PERSONAL.match(phrase) and name_in(phrase) is None):
            return UNKNOWN
        if (_POINTING.search(phrase) or _DESCRIBED.match(phrase)) and not self._has_own(phrase, start):
            meant = self._told.again(start, phrase)
            if meant.name or _POINTING.search(phrase):
                return meant
        definite = (_DEFINITE.match(phrase) and name_in(phrase) is None) or (
            _BELONGING.match(phrase) and "," not in phrase
        )
        if not strict and definite and (held := self._told.floor(start)):
            return replace(held, words=phrase, how="brought_in")
        if _KIN.fullmatch(phrase) and (kin := self._kin(phrase)):
            return self._told.new(kin)
        words = _HONORIFIC.sub("", phrase.split(",")[0])
        known = self._told.called.holder(words) if _SHORT_OFFICE.match(words) else None
        if known:
            return Voice(None, known, words, "holder")
        name = None if is_indefinite(phrase) else self._told.free(name_in(phrase), start)
        if strict and name and " " not in name and not self._is_sure(name):
            return UNKNOWN  # one capital at the beginning of a sentence is no name: "Sebelumnya mengatakan"
        if name:
            return self._told.new(name, None if strict else self._text.find(name, start))
        if (strict and not _OFFICE.match(words)) or len(words.split()) > LONGEST_WORDS:
            return UNKNOWN
        return Voice(None, words, words, "description")

    def _kin(self, phrase: str) -> str | None:
        """The name of somebody's relative: "suaminya, Bambang Irawan" -> "Bambang Irawan"."""
        match = re.search(rf"(?<!\w){re.escape(phrase)},?\s+({speaker_names.NAME.pattern})", self._text)
        return match[1] if match else None

    def _is_sure(self, name: str) -> bool:
        """Whether a single word is somebody's name: "Wulan" before a verb of speaking, not "Kemenperin"."""
        known = self._told.called.fullest(name) != name or self._told.called.knows(name)
        return known or speaker_names.plausible(name, self._text)

    def _has_own(self, phrase: str, start: int) -> bool:
        """Whether a description tells of somebody else: "itu" behind "seorang perajin", "pria bernama Wulan"."""
        if not _POINTING.search(phrase) and name_in(phrase):
            return True
        head = re.escape(phrase.split()[0])
        return re.search(rf"{any_of(PRONOUNS['indefinite'])}\s+{head}\b", self._text[:start], re.IGNORECASE) is not None
