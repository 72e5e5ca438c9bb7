"""The persons of one part of an article, and who has the floor: whom "ujarnya" and "kata dia" mean at a place."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile, islice

from spacy.tokens import Doc, Span

from nlp.document import Cover, Part, mentions_of, text_of
from nlp.people.name_words import given
from nlp.quotations import speaker_names
from nlp.quotations.called import Called
from nlp.quotations.cues import CLAUSES, any_of
from nlp.quotations.headline import protagonist
from nlp.quotations.marks import quoted
from nlp.quotations.printed_names import PrintedNames
from nlp.quotations.subjects import NOT_SUBJECT, is_doer, is_kin, is_subject
from nlp.quotations.told import Told
from nlp.quotations.voice import UNKNOWN, Voice
from nlp.text.words import Word

LARGEST_GAP = 2  # line ends between somebody's introduction and the other name by which the next quotation calls them
FARTHEST = 5000  # characters; whoever was brought in further back no longer has the floor
LONGEST_NAME = 60  # characters
MOST_LATER = 20  # persons named behind a quotation of whose speaker nothing is said before

_DESCRIBED = re.compile(any_of(CLAUSES["described"]))
# "Kecamatan Jati"; behind "Kepala Desa" and "Wali Kota" a name may stand
_PLACED = re.compile(rf"(?<!ala )(?<!ali )(?i:{any_of(CLAUSES['place_kinds'])})\s+([A-Z][a-z]+)(?!\w)")
_DATELINE = re.compile(r"\s*(?:[A-Z][\w./]*,?[ \t]*|\([^)\n]*\)[ \t]*|\|[ \t]*){1,8}[–—-]{1,3}\s")


def _sentence_start(span: Span) -> int:
    """Where its sentence begins. (span.sent asks the whole Doc each time whether it has sentences.)"""
    token = span[0]
    while token.i and not token.is_sent_start:
        token = token.nbor(-1)
    return int(token.idx)


class Discourse:
    """One part of an article as it is told: who is named where, and who spoke last."""

    def __init__(self, doc: Doc, part: Part) -> None:
        self.text = text_of(doc)[part.start : part.end]
        self._offset = part.start
        dateline = _DATELINE.match(self.text)
        self.begin = dateline.end() if dateline else 0  # behind "PADANG, Harian Wulan -"
        self._said = Cover((item.start, item.end) for item in quoted(self.text))
        self._entities = doc._.entities or {}
        spans = list(mentions_of(doc))
        self._regions = {span.text for span in spans if span.label_ == "PLACE"} | {
            word for word in _PLACED.findall(self.text) if not given(Word(word, 0, len(word)))
        }
        spoken = [p for p in doc._.parts if p.name != "title"] or doc._.parts
        self._spoken = "\n".join(text_of(doc)[p.start : p.end] for p in spoken)
        self._told = Told(self._spoken, self._regions)
        persons = [s for s in spans if s.label_ in ("PERSON", "OFFICE") and self._person(s)]
        outlets = {s.id_ for s in persons if 0 <= self.at(s) < self.begin}  # "PADANG, Harian Wulan -"
        self._persons = [s for s in persons if s.id_ not in outlets]
        taken = (s for s in spans if s.label_ not in ("PERSON", "OFFICE") and not self._person(s))
        self.taken = Cover((s.start_char - part.start, s.end_char - part.start) for s in taken)
        self._places = [self.at(span) for span in self._persons]
        self._first = {span.id_: self.at(span) for span in reversed(self._persons) if self.at(span) >= 0}
        names = {span.id_: self._entities[span.id_].name for span in self._persons}
        self._full = PrintedNames(self.text, self._spoken, self._regions).full(names, doc)
        named = [(self.at(s), self._name(s)) for s in self._persons]
        self._headline = next((text_of(doc)[p.start : p.end] for p in doc._.parts if p.name == "title"), "")
        self.called = Called(self.text, self._told, named, self._headline)
        self.last = UNKNOWN
        self._last_end = 0

    def spoke(self, voice: Voice, end: int) -> None:
        """Remembers who spoke up to `end`."""
        if voice != UNKNOWN:
            self.last, self._last_end = voice, end

    def again(self, position: int, words: str | None) -> Voice:
        """Who "dia" or "-nya" at `position` is: whoever has the floor.

        That is the person whom a sentence since the last speaker is about, else the last speaker, else the person named
        before whom the article names most, else the first of whom a later sentence tells: a story may begin with what
        somebody says.
        """
        floor, how = self._floor(self._last_end, position), "brought_in"
        if floor is None and self.last != UNKNOWN:
            floor, how = self.last, "spoke_last"
        if floor is None:
            before = list(self.between(0, position))
            able = [s for s in before if self._is_able(s)] or before
            often = Counter(self.voice(span).name for span in self._persons) if len(able) > 1 else Counter()
            most = max(able, key=lambda span: (often[self.voice(span).name], self.at(span)), default=None)
            floor, how = (self.voice(most), "named_last") if most else self._only_known(position)
        return replace(floor, words=words, how=how) if floor else Voice(words=words)

    def _only_known(self, position: int) -> tuple[Voice | None, str]:
        """Whom it means where nobody is named before: the person of the headline, else one told of later."""
        name = protagonist(self._headline, self.text)
        printed = list(re.finditer(rf"(?<!\w){name}(?!\w)", self.text)) if name else []
        if name and not any(self.taken.meets(*match.span()) for match in printed):
            return self.new(name), "headline"
        return self._told_of_later(position), "later"

    def _is_able(self, span: Span) -> bool:
        """Whether somebody is told of at all: not in "bertemu Wulan", "istrinya, Wulan"."""
        place = (self._sentence(span), self.at(span))
        return not NOT_SUBJECT.search(self.text, *place) and not is_kin(self.text, *place)

    def floor(self, position: int) -> Voice | None:
        """The person whom a sentence since the last speaker is about, else the last speaker whose name is known."""
        brought_in = self._floor(self._last_end, position)
        return brought_in or (self.last if self.last.name and self.last.how != "description" else None)

    def _floor(self, start: int, end: int) -> Voice | None:
        """The last person whom a sentence between these places is about, what is quoted left out."""
        line = self.text.rfind("\n", 0, end) + 1
        marked = [span for span in self.between(start, end) if self._has_floor(span, line)]
        place = self.at(marked[-1]) if marked else start - 1
        names = speaker_names.brought_in(self.text, max(start, end - FARTHEST), end)
        free = ((at, name) for at, name in names if self.free(name, at) and not self._said.holds(at, at + 1))
        named = [name for at, name in free if at + len(name) > place]
        if named:
            return self.new(named[-1])
        return self.voice(marked[-1]) if marked else None

    def _has_floor(self, span: Span, line: int) -> bool:
        """Whether its sentence is about this person; the doer of a passive one only if new or quoted in this line."""
        start, at = self._sentence(span), self.at(span)
        if self._said.holds(at, at + 1):
            return False
        if is_subject(self.text, start, at):
            return True
        return (at >= line or self._first[span.id_] == at) and is_doer(self.text, start, at)

    def _told_of_later(self, position: int) -> Voice | None:
        behind = islice(self.between(position, len(self.text)), MOST_LATER)
        span = next((s for s in behind if is_subject(self.text, self._sentence(s), self.at(s))), None)
        return self.voice(span) if span else None

    def _person(self, span: Span) -> bool:
        entity = self._entities.get(span.id_)
        if entity is None or entity.label != "PERSON":
            return False
        if entity.name in self._regions or speaker_names.is_body(entity.name) or speaker_names.is_degree(entity.name):
            return False
        low = entity.name.casefold()
        if low in CLAUSES["honorifics"] or low in CLAUSES["office_heads"]:
            return False
        return _DESCRIBED.fullmatch(low) is None

    def at(self, span: Span) -> int:
        return span.start_char - self._offset

    def between(self, start: int, end: int) -> Iterator[Span]:
        """The persons named there, a name before the office that stands for the same person."""
        return iter(self._persons[bisect_left(self._places, start) : bisect_left(self._places, end)])

    def is_name(self, position: int) -> bool:
        """Whether a capitalised word there is part of a person's name: "Puji Lestari"."""
        near = self.between(position - LONGEST_NAME, position + 1)
        return self.text[position].isupper() and any(
            self.at(s) <= position < self.at(s) + len(s.text) for s in near if s.label_ == "PERSON"
        )

    def _sentence(self, span: Span) -> int:
        """Where its sentence begins in this part."""
        return _sentence_start(span) - self._offset

    def _name(self, span: Span) -> str:
        return self._full[span.id_]

    def _alias(self, name: str, at: int) -> str | None:
        """Whom a single name means that the article never says who it is: whoever has been introduced just before.

        'Anggota DPR Achmad Wulan mengatakan …' and then '"…," ucap Wuwul.'
        """
        full = self.last.name or ""
        near = self.text[self._last_end : at].count("\n") <= LARGEST_GAP
        if (
            not near
            or self.last.how == "description"
            or " " in name
            or " " not in full
            or speaker_names.unopened(self.last.words or "") != full
            or self.called.told.explained(name)
        ):
            return None
        self.called.alias(name, full)
        return full

    def voice(self, span: Span, said: bool = False) -> Voice:
        how = "name" if span.label_ == "PERSON" else "office"
        own = self._name(span)
        printed = span.text if span.label_ == "PERSON" and " " not in span.text else own
        name = self.called.fullest(printed, self.at(span), own)
        if said and name == span.text and (known := self._alias(name, self.at(span))):
            return replace(self.last, name=known, words=span.text, how="alias")
        return Voice(span.id_, name, span.text, how)

    def new(self, name: str, at: int | None = None) -> Voice:
        full = self.called.fullest(name)
        if at is not None and name == full and (known := self._alias(name, at)):
            return replace(self.last, name=known, words=name, how="alias")
        self.called.add(full)
        return Voice(None, full, name, "unmarked_name")

    def behind_region(self, phrase: str) -> str | None:
        """The name behind an office and its place: "Camat Jati Wulan Sari" -> "Wulan Sari"."""
        words = phrase.split()
        rest = list(dropwhile(lambda word: word in self._regions, words[1:]))
        name = " ".join(rest)
        office = words[0].casefold() in CLAUSES["office_heads"] and 0 < len(rest) < len(words) - 1
        return name if office and speaker_names.NAME.fullmatch(name) and self._told.is_name(name) else None

    def free(self, name: str | None, start: int) -> str | None:
        """The name unless something else is marked there: a place, an agency."""
        place = self.text.find(name, start) if name else -1
        return None if self.taken.meets(place, place + len(name or "")) else name
