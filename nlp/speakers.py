"""Who is meant by the words for a speaker: a marked person, a name that nothing has marked, or whoever spoke last."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span

from nlp import speaker_names
from nlp.called import Called
from nlp.cues import CLAUSES, PERSON_PRONOUN, PRONOUNS, any_of
from nlp.data import lexicon
from nlp.document import Part, mentions_of, text_of
from nlp.speaker_names import is_indefinite, name_in
from nlp.voice import UNKNOWN, Voice

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
_NOT_SUBJECT = re.compile(rf"(?i:{any_of(CLAUSES['not_subject'])})")
_BELONGING = re.compile(rf"(?i:{any_of(CLAUSES['belonging'])})")
_PERSONAL = re.compile(rf"(?i:{any_of([*CLAUSES['person_nouns'], *CLAUSES['office_heads']])})")
_CLAUSE = re.compile(r"[.,]\s+")
_SHORT_OFFICE = re.compile(rf"\w+[A-Z]|(?i:{any_of(CLAUSES['office_heads'])})")  # "MenkopUKM", "Kepala Dinas"


def _sentence_start(span: Span) -> int:
    """Where its sentence begins. (span.sent asks the whole Doc each time whether it has sentences.)"""
    token = span[0]
    while token.i and not token.is_sent_start:
        token = token.nbor(-1)
    return int(token.idx)


class Speakers:
    """The persons of one part of an article, and who spoke last."""

    def __init__(self, doc: Doc, part: Part) -> None:
        self.text = text_of(doc)[part.start : part.end]
        self._offset = part.start
        self._entities = doc._.entities or {}
        spans = list(mentions_of(doc))
        self._persons = [s for s in spans if s.label_ in ("PERSON", "OFFICE") and self._person(s)]
        taken = (s for s in spans if s.label_ not in ("PERSON", "OFFICE") and not self._person(s))
        self._others = [(s.start_char - part.start, s.end_char - part.start) for s in taken]
        spoken = "\n".join(text_of(doc)[p.start : p.end] for p in doc._.parts if p.name != "title")
        self._called = Called(self.text, spoken, [(self._at(s), self._name(s)) for s in self._persons])
        self.last = UNKNOWN
        self._last_end = 0

    def spoke(self, voice: Voice, end: int) -> None:
        """Remembers who spoke up to `end`."""
        if voice != UNKNOWN:
            self.last, self._last_end = voice, end

    def behind(self, start: int, end: int, strict: bool = False) -> Voice:
        """The speaker in the words behind a verb, a person when `strict`: "kata Kepala Dinas, Wulan Sari, saat …"."""
        zone = self.text[start:end]
        if match := _PRONOUN_FIRST.match(zone):
            return self.again(start, match["word"])
        stop = _STOP.search(zone)
        end = start + (stop.start() if stop else len(zone))
        place = _WITHIN.search(self.text, start, end)
        cut = place.start() if place else end
        phrase = self.text[start:end].strip(" ,.\"'")
        persons = list(self._between(start, cut)) or [s for s in self._between(cut, end) if self._after_comma(s)]
        if persons:
            persons = [span for span in persons if span.label_ == "PERSON"] or persons
            belongs = len(persons) > 1 and _BELONGING.match(phrase)
            return self._voice(persons[1] if belongs else persons[0])
        if named := self._last_chunk(self.text[cut:end], cut):
            return named  # "kata ketua kelompok di Desa Jati, Wulan"
        short = self.text[start:cut].strip(" ,.\"'")
        if _POINTING.search(phrase) is None and not _DESCRIBED.fullmatch(short):
            phrase = short
        return self._unmarked(phrase, start, strict)

    def ahead(self, start: int, end: int, strict: bool = False) -> Voice:
        """The speaker in the words before a verb, a person when `strict`: "Usai bertemu Menteri, Wulan Sari pun"."""
        zone = self.text[start:end]
        if match := _PRONOUN_LAST.search(zone):
            return self.again(start, match["word"])
        phrase = _ADVERBS_LAST.sub("", zone).rstrip(" ,.\"'")
        first = self._leading(phrase, start)
        if first is None and _POINTING.search(phrase):
            # "Wulan, perempuan asal Solo itu," is Wulan; "Mantan Presiden Persis itu" no new person
            end = start + phrase.rfind(",") + 1
            phrase = phrase.rsplit(",", 1)[-1]
        if first := first or self._apposed(start, end) or self._last_chunk(phrase, start):
            return first
        for span in reversed(list(self._between(start, end))):
            clause = max(self.text.rfind(",", start, self._at(span)), start - 1) + 1
            if not _NOT_SUBJECT.search(self.text, clause, self._at(span)):
                return self._voice(span)
        return self._unmarked(phrase.strip(" ,.\"'"), start, strict)

    def again(self, position: int, words: str | None) -> Voice:
        """Who "dia" or "-nya" at `position` is: a person newly brought in as a subject since the last speaker,
        else the last speaker, else the person named last."""
        fresh = self._fresh(position)
        if fresh or self.last != UNKNOWN:
            return replace(fresh or self.last, words=words)
        before = list(self._between(0, position))
        return replace(self._voice(before[-1]), words=words) if before else Voice(words=words)

    def _fresh(self, position: int) -> Voice | None:
        """The person brought in last between the last speaker and `position`."""
        marked = [span for span in self._between(self._last_end, position) if self._introduced(span)]
        place = self._at(marked[-1]) if marked else self._last_end - 1
        names = speaker_names.brought_in(self.text, self._last_end, position)
        named = [name for at, name in names if at + len(name) > place and self._free(name, at)]
        if named:
            return self._new(named[-1])
        return self._voice(marked[-1]) if marked else None

    def _person(self, span: Span) -> bool:
        entity = self._entities.get(span.id_)
        if entity is None or entity.label != "PERSON":
            return False
        return not (_DESCRIBED.fullmatch(entity.name.casefold()) or speaker_names.is_body(entity.name))

    def _at(self, span: Span) -> int:
        return span.start_char - self._offset

    def _after_comma(self, span: Span) -> bool:
        return self.text[: self._at(span)].rstrip().endswith(",")

    def _between(self, start: int, end: int) -> Iterator[Span]:
        """The persons named there, a name before the office that stands for the same person."""
        return (s for s in self._persons if start <= self._at(s) < end)

    def _introduced(self, span: Span) -> bool:
        """Whether the article names this person here first, as the subject of the sentence."""
        first = next(s for s in self._persons if s.id_ == span.id_ and s.start_char >= self._offset)
        if first.start_char != span.start_char:
            return False
        head = text_of(span.doc)[_sentence_start(span) : span.start_char]
        if _BELONGING.search(head.rsplit(",", 1)[-1]):  # "Wulan Sari, putri Anwar," brings in Wulan Sari
            return False
        return not re.search(r"(?<!\w)(?:me|di|ber|ter)[a-z]{3,}", head) and not _NOT_SUBJECT.search(head)

    def _name(self, span: Span) -> str:
        return speaker_names.without_verb(self._entities[span.id_].name)

    def _voice(self, span: Span) -> Voice:
        return Voice(span.id_, self._called.fullest(self._name(span)), span.text)

    def _new(self, name: str) -> Voice:
        full = self._called.fullest(name)
        self._called.add(full)
        return Voice(None, full, name)

    def _leading(self, phrase: str, start: int) -> Voice | None:
        """A subject that nothing has marked, before what tells who it is: "Usai rapat, Wulan, pemilik kedai itu"."""
        openings = [0, *(match.end() for match in _CLAUSE.finditer(phrase))]
        for opening in openings if "." not in phrase else openings[-1:]:
            name = self._free(speaker_names.leading(phrase[opening:], self.text), start + opening)
            if name and not any(self._between(start + opening, start + opening + len(name) + OPENING_MARKS)):
                return self._new(name)
        return None

    def _apposed(self, start: int, end: int) -> Voice | None:
        """A marked subject at the beginning, before what tells who it is: "Wulan, perajin di Desa Anwar, …"."""
        opening = next((s for s in self._between(start, end) if self._at(s) - start < OPENING_MARKS), None)
        if opening is None or not self.text[self._at(opening) + len(opening.text) :].lstrip().startswith((",", "(")):
            return None
        return self._voice(opening) if opening.label_ == "PERSON" else None

    def _last_chunk(self, phrase: str, start: int) -> Voice | None:
        """A name that nothing has marked at the end of a long title: "Ketua kelompok di Desa Jati, Solo, Wulan"."""
        head, comma, last = phrase.rstrip(" ,.").rpartition(", ")
        place = start + len(head) + len(comma)
        chunks = [0, *(match.end() for match in _CLAUSE.finditer(phrase))]
        told = any(any(self._between(start + chunk, start + chunk + OPENING_MARKS)) for chunk in chunks)
        if told or not comma or not speaker_names.NAME.fullmatch(last) or name_in(last) != last:
            return None
        name = self._free(last, place) if speaker_names.plausible(last, self.text) else None
        return self._new(name) if name else None

    def _unmarked(self, phrase: str, start: int, strict: bool) -> Voice:
        """The speaker where no person is marked: a name, an office, a body, or a mere description."""
        if not phrase or (strict and not _PERSONAL.match(phrase) and name_in(phrase) is None):
            return UNKNOWN
        if (_POINTING.search(phrase) or _DESCRIBED.match(phrase)) and not self._has_own(phrase, start):
            meant = self.again(start, phrase)
            if meant.name or _POINTING.search(phrase):
                return meant
        words = phrase.split(",")[0]
        known = self._called.holder(words) if _SHORT_OFFICE.match(words) else None
        if known:
            return Voice(None, known, words)
        name = None if is_indefinite(phrase) else self._free(name_in(phrase), start)
        if strict and name and " " not in name and not self._is_sure(name):
            return UNKNOWN  # one capital at the beginning of a sentence is no name: "Sebelumnya mengatakan"
        if name:
            return self._new(name)
        if strict or len(words.split()) > LONGEST_WORDS:
            return UNKNOWN
        return Voice(None, words, words)

    def _is_sure(self, name: str) -> bool:
        """Whether a single word is somebody's name: "Wulan" before a verb of speaking, not "Kemenperin"."""
        known = self._called.fullest(name) != name or self._called.knows(name)
        return known or speaker_names.plausible(name, self.text)

    def _free(self, name: str | None, start: int) -> str | None:
        """The name unless something else is marked there: a place, an agency."""
        place = self.text.find(name, start) if name else -1
        taken = any(place < end and begin < place + len(name or "") for begin, end in self._others)
        return None if taken else name

    def _has_own(self, phrase: str, start: int) -> bool:
        """Whether a description tells of somebody else: "itu" behind "seorang perajin", "pria bernama Wulan"."""
        if not _POINTING.search(phrase) and name_in(phrase):
            return True
        head = re.escape(phrase.split()[0])
        return re.search(rf"{any_of(PRONOUNS['indefinite'])}\s+{head}\b", self.text[:start], re.IGNORECASE) is not None
