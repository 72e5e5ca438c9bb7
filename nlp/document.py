"""One article as one spaCy Doc: headline, caption and text are its parts, and a record says in which it stands."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from spacy.language import Language
from spacy.tokens import Doc, Span

PART_BREAK = "\n\n"  # a blank line, so that no sentence and no name runs from one part into the next
MENTIONS = "mentions"  # the span group that all components fill: label_ is one of LABELS, id_ is Entity.id
SEEN = "seen mentions"  # key of Doc.user_data: what _seen() keeps
TEXT = "text"  # key of Doc.user_data: what text_of() keeps
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
    return nlp(doc)


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

    def holds(self, start: int, end: int) -> bool:
        """Whether some range begins at `start` or before and ends at `end` or behind."""
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and self._reach[at] >= end


def mentions_of(doc: Doc, *labels: str) -> Iterator[Span]:
    """The spans of the mentions group with one of these labels (all when none is given), in the order of the text."""
    spans = doc.spans.get(MENTIONS, [])
    yield from sorted(
        (s for s in spans if not labels or s.label_ in labels), key=lambda s: (s.start_char, -s.end_char, s.label_)
    )


def is_marked(doc: Doc, start: int, end: int, labels: Collection[str]) -> bool:
    """Whether a mention with one of these labels stands within doc.text[start:end]. Quick: no span is made."""
    return any(start <= a and b <= end and label in labels for (a, b, _), label in _seen(doc).items())


def _seen(doc: Doc) -> dict[tuple[int, int, int], str]:
    """Characters and id of all mentions with their labels, kept beside the group: a span is made at each look at it."""
    group = doc.spans.get(MENTIONS, ())
    known, seen = doc.user_data.get(SEEN, (None, {}))
    if known is not group:  # the first mention, or a component has put another group in its place
        seen = {(s.start_char, s.end_char, s.id): s.label_ for s in group}
        doc.user_data[SEEN] = (group, seen)
    return seen


def add_mention(doc: Doc, start: int, end: int, entity: Entity) -> Span:
    """Adds doc.text[start:end] (grown to whole tokens) as a mention of `entity`, once."""
    span = doc.char_span(start, end, label=entity.label, span_id=entity.id, alignment_mode="expand")
    if span is None:
        raise ValueError(f"characters {start} to {end} are no span of the article")
    if MENTIONS not in doc.spans:
        doc.spans[MENTIONS] = []
    seen = _seen(doc)
    mark = (span.start_char, span.end_char, span.id)
    if mark not in seen:
        doc.spans[MENTIONS].append(span)
        seen[mark] = span.label_
    doc._.entities.setdefault(entity.id, entity)
    return span
