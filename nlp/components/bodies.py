"""Marks bodies that are composed by rule, and organisations behind their head words."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span

from nlp.bodies.bare_names import bare_names
from nlp.bodies.bare_runs import Runs
from nlp.bodies.composed import Grammar
from nlp.bodies.english import EnglishGrammar
from nlp.bodies.fields import Named
from nlp.bodies.known import entity, is_english
from nlp.bodies.organisation_branches import branches
from nlp.bodies.organisations import Organisation, organisations
from nlp.bodies.region_reader import RegionReader
from nlp.bodies.remembered import resolved
from nlp.bodies.seats import Body
from nlp.bodies.short_forms import body_slug, key
from nlp.data import gazetteer
from nlp.document import Cover, Entity, add_mention, ends_at, mentions_of, take_back, text_of
from nlp.people.firm_persons import speakers
from nlp.text.names import Word, words
from nlp.text.phrases import headlines, printed


@Language.component("bodies")
def bodies(doc: Doc) -> Doc:
    """Adds AGENCY and ORGANISATION mentions, and takes back shorter ones inside them; places in agencies stay."""
    text = words(text_of(doc))
    marked = _starts(doc, text)
    place = region_reader(text)
    _places_said(doc, place)
    named = {at: named for at, span in marked.items() if (named := _named(doc, span, text, at))}
    english = EnglishGrammar(text, place) if is_english(text) else None
    found = list(Grammar(text, place, named, english).bodies())
    ministries = set(_inside(mentions_of(doc, "MINISTRY"), text))
    for body in resolved(found, text, place):
        if body.first not in ministries or body.last not in ministries:
            _add_body(doc, body, text)
    listed = {at: doc._.entities[s.id_] for at, s in _starts(doc, text).items() if s.label_ == "ORGANISATION"}
    alone = set(_inside(mentions_of(doc, "AGENCY", "MINISTRY"), text))  # words that are read already
    of_listed = []
    for branch in branches(text, listed, place):
        _add_organisation(doc, branch, text, {"ORGANISATION"})
        of_listed.append(range(branch.first, branch.last + 1))
    listed_words = set(_inside(mentions_of(doc, "ORGANISATION"), text))
    for organisation in organisations(text, listed_words, alone, of_listed):
        _add_organisation(doc, organisation, text, {"AGENCY", "ORGANISATION", "COUNTRY", "PLACE"})
    _bare(doc, text)
    return doc


def _bare(doc: Doc, text: list[Word]) -> None:
    """Adds the organisations that only the words around them show."""
    taken, known = (
        frozenset(_inside(mentions_of(doc), text)),
        frozenset(_inside(mentions_of(doc, "ORGANISATION"), text)),
    )
    places = frozenset(_inside(mentions_of(doc, "PLACE", "COUNTRY"), text)) - known
    runs = Runs(text, taken, places, headlines(text), speakers(text))
    for first, last in bare_names(runs, known):
        name = entity("ORGANISATION", printed(text, first, last))
        _add_organisation(doc, Organisation(first, last, name, "organisations.bare_name"), text, {"PLACE", "COUNTRY"})


def _starts(doc: Doc, text: list[Word]) -> dict[int, Span]:
    by_start = {span.start_char: span for span in mentions_of(doc)}
    return {at: by_start[word.start] for at, word in enumerate(text) if word.start in by_start}


def _inside(spans: Iterator[Span], text: list[Word]) -> Iterator[int]:
    covered = Cover((span.start_char, span.end_char) for span in spans)
    for at, word in enumerate(text):
        if covered.holds(word.start, word.start + 1):
            yield at


def _named(doc: Doc, span: Span, text: list[Word], at: int) -> Named | None:
    if span.label_ not in ("AGENCY", "MINISTRY"):
        return None
    last = bisect_left(text, span.end_char, lo=at, key=lambda word: word.start) - 1
    return last, doc._.entities[span.id_].name, span.id_ in _with_branches()


@cache
def _with_branches() -> frozenset[str]:
    return frozenset(entity("AGENCY", row["name"]).id for row in gazetteer("agencies")["agency"] if row.get("regional"))


def region_reader(text: list[Word]) -> RegionReader:
    """What says which region is named from a word on: "Kab. Malang" -> (1, "Kabupaten", Malang the regency)."""
    return RegionReader(text)


def _places_said(doc: Doc, place: RegionReader) -> None:
    """What the text itself calls a region is that one: "Kabupaten Murung Raya (Mura)"."""
    for span in [span for span in mentions_of(doc, "PLACE") if span.text in place.said]:
        region, start, end = place.said[span.text], span.start_char, span.end_char
        _take_back(doc, start, end, {"PLACE"})
        add_mention(doc, start, end, region.entity, "bodies.region")


def _add_body(doc: Doc, body: Body, text: list[Word]) -> None:
    name = body.full
    meant = Entity(f"agency-{body_slug(name)}", "AGENCY", name)
    start = text[body.first].start
    end = _closed(doc, start, text[body.last].end)
    same = next((e for e in doc._.entities.values() if e.label == "AGENCY" and key(e.name) == key(name)), meant)
    _take_back(doc, start, end, {"AGENCY", "ORGANISATION", "COUNTRY"})
    add_mention(doc, start, end, same, body.rule)
    if body.place and body.first <= body.place[0] <= body.last:
        _add_place(doc, body, text)


def _add_place(doc: Doc, body: Body, text: list[Word]) -> None:
    """The region of a body is a place as well, also where its name alone would be too ambiguous to be read."""
    assert body.place is not None
    end = text[body.place[0]].end
    if body.nameless and len(list(_inside(mentions_of(doc, "PLACE"), text[body.first : body.last + 1]))):
        return  # two provinces of one branch are marked already
    if not ends_at(doc, end, "PLACE"):
        region = body.place[2]
        first = body.place[0] - len(words(region.name)) + 1
        add_mention(doc, text[max(first, body.first)].start, end, region.entity, "bodies.region")


def _add_organisation(doc: Doc, organisation: Organisation, text: list[Word], instead_of: set[str]) -> None:
    start = text[organisation.first].start
    end = _closed(doc, start, text[organisation.last].end)
    _take_back(doc, start, end, instead_of)
    add_mention(doc, start, end, organisation.entity, organisation.rule)


def _closed(doc: Doc, start: int, end: int) -> int:
    """The end of the name, behind the bracket that closes one inside it: "PT Maju (Persero)"."""
    last = doc[-1].idx + len(doc[-1])  # (doc.text would be joined anew for each name)
    span = doc.char_span(start, min(end + 2, last), alignment_mode="expand")
    if span is None:
        return end
    inside = span.text[: end - span.start_char]
    closed = span.text.find(")", end - span.start_char, end - span.start_char + 2)
    return span.start_char + closed + 1 if inside.count("(") > inside.count(")") and closed >= 0 else end


def _take_back(doc: Doc, start: int, end: int, labels: set[str]) -> None:
    """Removes the mentions of these labels between two characters, and entities that no mention names any more."""
    for gone in take_back(doc, start, end, labels):
        doc._.entities.pop(gone, None)
