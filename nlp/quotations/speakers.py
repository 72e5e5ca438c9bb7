"""Who is meant by the words for a speaker: a marked person, a name that nothing has marked, or whoever spoke last."""

import re
from dataclasses import replace

from spacy.tokens import Span

from nlp.data import lexicon
from nlp.quotations import speaker_names
from nlp.quotations.cues import CLAUSES, PERSON_PRONOUN, any_of
from nlp.quotations.discourse import Discourse
from nlp.quotations.speaker_names import name_in
from nlp.quotations.subjects import NOT_SUBJECT, is_kin
from nlp.quotations.unmarked import BELONGING, DESCRIBED, POINTING, Unmarked
from nlp.quotations.voice import UNKNOWN, Voice

OPENING_MARKS = 4  # characters that may stand between the beginning of a clause and its first word

_WEEKDAYS = [day for days in lexicon("months")["weekdays"].values() for day in days]
_STOP = re.compile(rf"(?:{any_of([*CLAUSES['after_speaker'], *_WEEKDAYS])}|\((?![A-Z])|[\n;:\[])")
_WITHIN = re.compile(any_of(CLAUSES["within_speaker"]))
_PRONOUN_FIRST = re.compile(rf"\W*(?P<word>{PERSON_PRONOUN})", re.IGNORECASE)
_ADVERBS = rf"(?:\s+{any_of(CLAUSES['before_verb'])}|\s*,)*"
_PRONOUN_LAST = re.compile(rf"(?P<word>{PERSON_PRONOUN}){_ADVERBS}\s*\Z", re.IGNORECASE)
_ADVERBS_LAST = re.compile(rf"{_ADVERBS}\s*\Z")
_PAPER = re.compile(rf"\W*(?i:{any_of(CLAUSES['sources'])})")
_TOLD = re.compile(r"\s*[,(]")
_CLAUSE = re.compile(r"[.,]\s+")


class Speakers:
    """Reads the words for a speaker."""

    def __init__(self, told: Discourse) -> None:
        self._told, self._text = told, told.text
        self._unmarked = Unmarked(told)

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
        short = self._text[start:cut].strip(" ,.\"'")
        if persons and self._points_back(short, start, cut):
            return self._told.again(start, phrase)  # "kata Ketua Umum Angkatan Perajin itu"
        if persons:
            return self._marked([span for span in persons if span.label_ == "PERSON"] or persons, phrase, start)
        if named := self._last_chunk(self._text[cut:end], cut):
            return named  # "kata ketua kelompok di Desa Jati, Wulan"
        if POINTING.search(phrase) is None and not DESCRIBED.fullmatch(short):
            phrase = short
        return self._unmarked.voice(phrase, start, strict)

    def _marked(self, persons: list[Span], phrase: str, start: int) -> Voice:
        """Which of the persons marked in the words behind a verb speaks."""
        belongs = BELONGING.match(phrase) is not None
        if belongs and len(persons) == 1 and POINTING.search(phrase):
            return self._told.again(start, phrase)  # "kata istri Bupati Anwar ini"
        if belongs and len(persons) == 1 and (held := self._told.floor(start)) and held.entity != persons[0].id_:
            return replace(held, words=phrase, how="brought_in")  # "kata istri Bupati Anwar"
        speaker = persons[1] if belongs and len(persons) > 1 else persons[0]
        return self._told.voice(speaker, said=phrase == persons[0].text)

    def ahead(self, start: int, end: int, strict: bool = False) -> Voice:
        """The speaker in the words before a verb, a person when `strict`: "Usai bertemu Menteri, Wulan Sari pun"."""
        start = max(start, min(self._told.begin, end))
        zone = self._text[start:end]
        if match := _PRONOUN_LAST.search(zone):
            return self._told.again(start, match["word"])
        phrase = _ADVERBS_LAST.sub("", zone).rstrip(" ,.\"'")
        if strict and _PAPER.match(phrase):
            return UNKNOWN  # "Buku karya Wulan Sari menjelaskan"
        first = self._leading(phrase, start)
        if first is None and POINTING.search(phrase):
            # "Wulan, perempuan asal Solo itu," is Wulan; "Mantan Presiden Persis itu" no new person
            last = start + phrase.rfind(",") + 1
            if opening := self._opening(last, end):
                return self._told.voice(opening)  # "Bupati Anwar yang hadir di pameran itu"
            end = last
            phrase = phrase.rsplit(",", 1)[-1]
        if first := first or self._apposed(start, end) or self._last_chunk(phrase, start):
            return first
        for span in reversed(list(self._told.between(start, end))):
            clause = max(self._text.rfind(",", start, self._told.at(span)), start - 1) + 1
            at = self._told.at(span)
            if not NOT_SUBJECT.search(self._text, clause, at) and not is_kin(self._text, start, at):
                return self._told.voice(span)
        return self._unmarked.voice(phrase.strip(" ,.\"'"), start, strict)

    def _points_back(self, phrase: str, start: int, end: int) -> bool:
        """Whether words with a capital in them only tell of whoever has the floor: "Ketua Angkatan Perajin itu"."""
        if not POINTING.search(phrase) or "," in phrase or self._opening(start, end):
            return False
        return speaker_names.called_in(phrase) is None

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

    def _opening(self, start: int, end: int) -> Span | None:
        """The person whose name, or whose office and name, these words begin with."""
        spans = list(self._told.between(start, end))
        if not spans or self._told.at(spans[0]) - start >= OPENING_MARKS:
            return None
        return next((s for s in spans if s.label_ == "PERSON" and s.id_ == spans[0].id_), None)

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
