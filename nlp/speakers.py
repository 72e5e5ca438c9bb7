"""Who is meant by the words for a speaker: a marked person, a name that nothing has marked, or whoever spoke last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from nlp.cues import CLAUSES, PERSON_PRONOUN, PRONOUNS, any_of
from nlp.data import lexicon
from nlp.document import Part, mentions_of

LONGEST_WORDS = 12  # of a description that is taken for the speaker: "perwakilan Dinas Koperasi Kabupaten Gunung Kidul"

_WEEKDAYS = [day for days in lexicon("months")["weekdays"].values() for day in days]
_STOP = re.compile(rf"(?:{any_of([*CLAUSES['after_speaker'], *_WEEKDAYS])}|\((?![A-Z])|[\n;:])")
_WITHIN = re.compile(any_of(CLAUSES["within_speaker"]))
_PRONOUN_FIRST = re.compile(rf"\W*(?P<word>{PERSON_PRONOUN})", re.IGNORECASE)
_ADVERBS = rf"(?:\s+{any_of(CLAUSES['before_verb'])}|\s*,)*"
_PRONOUN_LAST = re.compile(rf"(?P<word>{PERSON_PRONOUN}){_ADVERBS}\s*\Z", re.IGNORECASE)
_ADVERBS_LAST = re.compile(rf"{_ADVERBS}\s*\Z")
_POINTING = re.compile(rf"{any_of(PRONOUNS['pointing'])}\W*\Z")
_INDEFINITE = re.compile(rf"\W*{any_of(PRONOUNS['indefinite'])}", re.IGNORECASE)
_NOT_SUBJECT = re.compile(rf"(?i:{any_of(CLAUSES['not_subject'])})")
_BELONGING = re.compile(rf"(?i:{any_of(CLAUSES['belonging'])})")
_PERSONAL = re.compile(rf"(?i:{any_of([*CLAUSES['person_nouns'], *CLAUSES['office_heads']])})")
_WORD = r"[A-Z][\w'’-]*\.?"
_NAME = re.compile(rf"{_WORD}(?:\s+(?:{_WORD}|{any_of(CLAUSES['name_particles'])}))*")
_DEGREE = re.compile(r"(?:[A-Z]\w{0,4}\.)+[A-Z]?\w{0,4}\.?|[A-Z]{2}")
_BODY = re.compile(rf"[A-Z]{{3,}}|.*\)|(?:{'|'.join(CLAUSES['body_prefixes'])})\w+")
_SHORT_OFFICE = re.compile(rf"\w+[A-Z]|(?i:{any_of(CLAUSES['office_heads'])})")  # "MenkopUKM", "Kepala Dinas"
_OFFICE_HEADS = frozenset(CLAUSES["office_heads"])
_HONORIFICS = frozenset(CLAUSES["honorifics"])


@dataclass(frozen=True)
class Voice:
    """Who speaks."""

    entity: str | None = None  # Entity.id of the person
    name: str | None = None  # full name, else the words used, else None
    words: str | None = None  # the words used


UNKNOWN = Voice()


def _sentence_start(span: Span) -> int:
    """Where its sentence begins. (span.sent asks the whole Doc each time whether it has sentences.)"""
    token = span[0]
    while token.i and not token.is_sent_start:
        token = token.nbor(-1)
    return int(token.idx)


class Speakers:
    """The persons of one part of an article, and who spoke last."""

    def __init__(self, doc: Doc, part: Part) -> None:
        self.text = doc.text[part.start : part.end]
        self._offset = part.start
        self._entities = doc._.entities or {}
        self._whole = "\n".join(doc.text[p.start : p.end] for p in doc._.parts if p.name != "title")
        self._persons = [span for span in mentions_of(doc, "PERSON", "OFFICE") if self._person(span)]
        self._others = [
            (span.start_char - part.start, span.end_char - part.start)
            for span in mentions_of(doc)
            if not self._person(span)
        ]
        self._names = {self._entities[span.id_].name for span in self._persons}
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
        if _POINTING.search(phrase) is None:
            phrase = self.text[start:cut].strip(" ,.\"'")
        return self._unmarked(phrase, start, strict)

    def ahead(self, start: int, end: int, strict: bool = False) -> Voice:
        """The speaker in the words before a verb, a person when `strict`: "Usai bertemu Menteri, Wulan Sari pun"."""
        zone = self.text[start:end]
        if match := _PRONOUN_LAST.search(zone):
            return self.again(start, match["word"])
        phrase = _ADVERBS_LAST.sub("", zone).rstrip(" ,.\"'")
        if _POINTING.search(
            phrase
        ):  # "Wulan, perempuan asal Solo itu," is Wulan; "Mantan Presiden Persis itu" no new person
            end = start + phrase.rfind(",") + 1
            phrase = phrase.rsplit(",", 1)[-1]
        for span in reversed(list(self._between(start, end))):
            place = span.start_char - self._offset
            clause = max(self.text.rfind(",", start, place), start - 1) + 1
            if not _NOT_SUBJECT.search(self.text, clause, place):
                return self._voice(span)
        return self._unmarked(phrase.strip(" ,.\"'"), start, strict)

    def again(self, position: int, words: str | None) -> Voice:
        """Who "dia" or "-nya" at `position` is: a person newly brought in as a subject since the last speaker,
        else the last speaker, else the person named last."""
        fresh = [span for span in self._between(self._last_end, position) if self._introduced(span)]
        if fresh:
            return replace(self._voice(fresh[-1]), words=words)
        if self.last != UNKNOWN:
            return replace(self.last, words=words)
        before = list(self._between(0, position))
        return replace(self._voice(before[-1]), words=words) if before else Voice(words=words)

    def _person(self, span: Span) -> bool:
        entity = self._entities.get(span.id_)
        return entity is not None and entity.label == "PERSON"

    def _after_comma(self, span: Span) -> bool:
        return self.text[: span.start_char - self._offset].rstrip().endswith(",")

    def _between(self, start: int, end: int) -> Iterator[Span]:
        """The persons named there, a name before the office that stands for the same person."""
        return (s for s in self._persons if start <= s.start_char - self._offset < end)

    def _introduced(self, span: Span) -> bool:
        """Whether the article names this person here first, as the subject of the sentence."""
        first = next(s for s in self._persons if s.id_ == span.id_ and s.start_char >= self._offset)
        if first.start_char != span.start_char:
            return False
        head = span.doc.text[_sentence_start(span) : span.start_char]
        return not re.search(r"(?<!\w)(?:me|di|ber|ter)[a-z]{3,}", head) and not _NOT_SUBJECT.search(head)

    def _voice(self, span: Span) -> Voice:
        return Voice(span.id_, self._entities[span.id_].name, span.text)

    def _unmarked(self, phrase: str, start: int, strict: bool) -> Voice:
        """The speaker where no person is marked: a name, an office, a body, or a mere description."""
        if not phrase or (strict and not _PERSONAL.match(phrase) and _name_in(phrase) is None):
            return UNKNOWN
        if _POINTING.search(phrase) and not self._brought_in(phrase, start):
            return self.again(start, phrase)
        words = phrase.split(",")[0]
        known = self._holder(words) if _SHORT_OFFICE.match(words) else None
        if known:
            return Voice(None, known, words)
        name = None if _INDEFINITE.match(phrase) else self._free(_name_in(phrase), start)
        if strict and name and " " not in name and self._fullest(name) == name and name not in self._names:
            return UNKNOWN  # one capital at the beginning of a sentence is no name: "Sebelumnya mengatakan"
        if name is None:
            if strict:
                return UNKNOWN
            return Voice(None, words, words) if len(words.split()) <= LONGEST_WORDS else UNKNOWN
        full = self._fullest(name)
        self._names.add(full)
        return Voice(None, full, name)

    def _free(self, name: str | None, start: int) -> str | None:
        """The name unless something else is marked there: a place, an agency."""
        place = self.text.find(name, start) if name else -1
        taken = any(place < end and begin < place + len(name or "") for begin, end in self._others)
        return None if taken else name

    def _brought_in(self, phrase: str, start: int) -> bool:
        """Whether "perajin itu" points back to "seorang perajin", who has no name."""
        head = re.escape(phrase.split()[0])
        return re.search(rf"{any_of(PRONOUNS['indefinite'])}\s+{head}\b", self.text[:start], re.IGNORECASE) is not None

    def _fullest(self, name: str) -> str:
        """The longest name of the article that holds this one, word by word."""
        known = [other for other in self._names if f" {name.casefold()} " in f" {other.casefold()} "]
        if known:
            return max(known, key=len)
        longer = re.findall(rf"(?<!\w){re.escape(name)}(?:\s+[A-Z][\w'’]*[a-z])+", self._whole)
        return max([name, *(one for one in longer if not _ends_badly(one))], key=len)

    def _holder(self, office: str) -> str | None:
        """The name that stands behind this office elsewhere: "MenkopUKM" in "(MenkopUKM) Wulan Sari"."""
        match = re.search(rf"(?<!\w)(?i:{re.escape(office)})\)?,?\s+({_NAME.pattern})", self._whole)
        if match is None:
            return None
        name = _name_in(match[1])
        full = self._fullest(name) if name else None
        return full if full in self._names else None


def _ends_badly(name: str) -> bool:
    return name.split()[-1] in _WEEKDAYS


def _name_in(phrase: str) -> str | None:
    """The name in words that no component has marked: "Kepala Dinas Koperasi, Wulan Sari, S.E." -> "Wulan Sari"."""
    chunks = [chunk.strip() for chunk in phrase.split(",")]
    for chunk in reversed(chunks):
        words = chunk.split()
        while words and words[0].casefold() in _HONORIFICS:
            words.pop(0)
        rest = " ".join(words)
        if not words or _DEGREE.fullmatch(rest) or not _NAME.fullmatch(rest):
            continue
        if words[0].casefold() not in _OFFICE_HEADS:
            return rest.strip(".")
    return _trailing_name(chunks[-1] if chunks else "")


def _trailing_name(chunk: str) -> str | None:
    """What follows the last acronym of an office: "Menteri Koperasi dan UKM Wulan Sari" -> "Wulan Sari"."""
    words = chunk.split()
    if not words or words[0].casefold() not in _OFFICE_HEADS:
        return None
    cut = max((i for i, word in enumerate(words) if _BODY.fullmatch(word)), default=-1)
    rest = words[cut + 1 :] if cut >= 0 else words[-2:] if len(words) > 3 else []
    name = " ".join(rest)
    return name if len(rest) > 1 and _NAME.fullmatch(name) else None
