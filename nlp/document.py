"""One article as one spaCy Doc: headline, caption and text are its parts, and a record says in which it stands."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from spacy.language import Language
from spacy.tokens import Doc, Span

PART_BREAK = "\n\n"  # a blank line, so that no sentence and no name runs from one part into the next
MENTIONS = "mentions"  # the span group that all components fill: label_ is one of LABELS, id_ is Entity.id
KNOWN = "known mentions"  # key of Doc.user_data: what _known() keeps
RULES = "rules"  # key of Doc.user_data: what made each mention
TEXT = "text"  # key of Doc.user_data: what text_of() keeps
LONGEST = 200  # characters; no name of a place or body is longer
LABELS = ("PERSON", "OFFICE", "MINISTRY", "AGENCY", "ORGANISATION", "COUNTRY", "PLACE")


@dataclass(frozen=True)
class Part:
    """A half-open range of characters of the Doc."""

    name: str  # title, caption or text
    start: int
    end: int


@dataclass(frozen=True)
class Entity:
    """Who or what a mention means, the same in every article."""

    id: str  # label and slug: "ministry-kementerian-perindustrian", "country-BD", "place-jawa-timur"
    label: str  # one of LABELS
    name: str  # canonical full name in Indonesian
    code: str | None = None  # ISO 3166-1 alpha-2 of a country, Kemendagri code of a region, null elsewhere
    aliases: tuple[str, ...] = ()  # other names that always mean it


Doc.set_extension("parts", default=(), force=True)  # tuple[Part, ...] in the order of the Doc
Doc.set_extension("published", default=None, force=True)  # datetime.date | None: the day the article was printed
Doc.set_extension("entities", default=None, force=True)  # dict[str, Entity]: every id_ used in this Doc


def document(
    nlp: Language, title: str = "", caption: str | None = None, text: str = "", published: date | None = None
) -> Doc:
    """The article as a Doc that went through the whole pipeline. Empty parts are left out."""
    parts, whole = [], ""
    for name, content in (("title", title), ("caption", caption or ""), ("text", text)):
        if content.strip():
            whole += PART_BREAK if whole else ""
            parts.append(Part(name, len(whole), len(whole) + len(content)))
            whole += content
    doc = nlp.make_doc(whole)
    doc._.parts = tuple(parts)
    doc._.published = published
    doc._.entities = {}
    doc = nlp(doc)
    _settle(doc)
    return doc


def text_of(doc: Doc) -> str:
    """doc.text, joined from its tokens once: spaCy joins it anew at each call, and no component changes it."""
    text: str | None = doc.user_data.get(TEXT)
    if text is None:
        text = doc.user_data[TEXT] = doc.text
    return text


def located(doc: Doc, start: int, end: int) -> tuple[str, int, int]:
    """Part name, and the character offsets counted within that part, of doc.text[start:end]."""
    for part in doc._.parts:
        if part.start <= start < part.end:
            return part.name, start - part.start, end - part.start
    raise ValueError(f"characters {start} to {end} stand in no part of the article")


class Cover:
    """Ranges of characters, half open, that can be asked quickly whether one of them holds another range whole."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))  # the furthest end of those up to here

    def meets(self, start: int, end: int) -> bool:
        """Whether some range begins before `end` and ends behind `start`."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._reach[at] > start

    def holds(self, start: int, end: int) -> bool:
        """Whether some range begins at `start` or before and ends at `end` or behind."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and self._reach[at] >= end


class _Known:
    """The mentions of a Doc in the order of the text, kept beside their group: that makes a span at each look at it."""

    def __init__(self, group: Iterable[Span]) -> None:
        self.group: object = group
        self.spans = sorted(group, key=_place)
        self.places = [_place(span) for span in self.spans]
        self.ids = Counter(span.id for span in self.spans)

    def within(self, start: int, end: int) -> Iterator[int]:
        """Where those stand among `spans` that begin at `start` or behind and end at `end` or before."""
        for i in range(bisect_left(self.places, (start,)), len(self.places)):
            if self.places[i][0] >= end:
                return
            if -self.places[i][1] <= end:
                yield i

    def add(self, span: Span) -> None:
        place = _place(span)
        at = bisect_right(self.places, place)
        self.places.insert(at, place)
        self.spans.insert(at, span)
        self.ids[span.id] += 1

    def take(self, i: int) -> Span:
        del self.places[i]
        span = self.spans.pop(i)
        self.ids[span.id] -= 1
        return span


def _place(span: Span) -> tuple[int, int, str]:
    return span.start_char, -span.end_char, span.label_


def _mark(span: Span) -> tuple[int, int, int]:
    return span.start_char, span.end_char, span.id


def _known(doc: Doc) -> _Known:
    group = doc.spans.get(MENTIONS)
    known: _Known | None = doc.user_data.get(KNOWN)
    if known is None or known.group is not group:  # the first look, or somebody has put another group in its place
        known = doc.user_data[KNOWN] = _Known(() if group is None else group)
        known.group = group
    return known


def mentions_of(doc: Doc, *labels: str) -> Iterator[Span]:
    """The spans of the mentions group with one of these labels (all when none is given), in the order of the text."""
    known = _known(doc)
    yield from [s for s, place in zip(known.spans, known.places, strict=True) if not labels or place[2] in labels]


def is_marked(doc: Doc, start: int, end: int, labels: Collection[str]) -> bool:
    """Whether a mention with one of these labels stands within doc.text[start:end]."""
    known = _known(doc)
    return any(known.places[i][2] in labels for i in known.within(start, end))


def ends_at(doc: Doc, end: int, label: str) -> bool:
    """Whether a mention with this label ends at that character and is no longer than any name is."""
    known = _known(doc)
    return any(-known.places[i][1] == end and known.places[i][2] == label for i in known.within(end - LONGEST, end))


def take_back(doc: Doc, start: int, end: int, labels: Collection[str], whole: bool = False) -> set[str]:
    """Removes the mentions with one of these labels within doc.text[start:end], or, when `whole`, those that are it.

    Returns the ids that no mention has any more.
    """
    known = _known(doc)
    fits = [i for i in known.within(start, end) if known.places[i][2] in labels]
    if whole:
        fits = [i for i in fits if known.places[i][:2] == (start, -end)]
    taken = [known.take(i) for i in reversed(fits)]
    return {span.id_ for span in taken if not known.ids[span.id]}


def add_mention(doc: Doc, start: int, end: int, entity: Entity, rule: str | None = None) -> Span:
    """Adds doc.text[start:end] (grown to whole tokens) as a mention of `entity`, once, with the rule that found it."""
    span = doc.char_span(start, end, label=entity.label, span_id=entity.id, alignment_mode="expand")
    if span is None:
        raise ValueError(f"characters {start} to {end} are no span of the article")
    known, mark = _known(doc), _mark(span)
    if not any(_mark(known.spans[i]) == mark for i in known.within(*mark[:2])):
        known.add(span)
        doc.user_data.setdefault(RULES, {})[mark] = rule
    doc._.entities.setdefault(entity.id, entity)
    return span


def rule_of(span: Span) -> str | None:
    """The rule that made a mention: a key of lexicon/rules.toml."""
    rule: str | None = span.doc.user_data.get(RULES, {}).get(_mark(span))
    return rule


def _settle(doc: Doc) -> None:
    """Makes the group of what is known: at the end, as SpanGroup of spaCy 3.8 drops another span than it is told to."""
    known = _known(doc)
    doc.spans[MENTIONS] = known.spans
    known.group = doc.spans[MENTIONS]


def let_go(doc: Doc) -> None:
    """Drops what is kept of the mentions, whose spans hold the Doc: without it the Doc's memory is free at once."""
    doc.user_data.pop(KNOWN, None)
