"""A Reading as one JSON document: every thing once, as a reader would list what an article says."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from nlp.extract.figures import distinct
from nlp.reading import Reading

BODIES = {"ministries": "MINISTRY", "agencies": "AGENCY"}


def report(reading: Reading, offsets: Mapping[str, int] | None = None) -> dict[str, Any]:
    """Keys relevant, officials, people, ministries, agencies, organisations, countries, places, figures, dates, quotes,
    statements (indirect speech), topics and mentions; plain JSON values.

    Offsets count within the part that a record names, plus `offsets[part]` when given (for a text stored in one piece).
    """
    at = offsets or {}
    records = reading.records
    quotes = [_placed(q, at) for q in records["quotes"]]
    return {
        "relevant": any(topic.topic == "ikm" for topic in records["topics"]),
        "officials": [_official(o, at) for o in records["officials"]],
        "people": _people(reading),
        **{key: _bodies(reading, label) for key, label in BODIES.items()},
        "organisations": _fullest(reading, "ORGANISATION"),
        "places": _names(reading, "PLACE"),
        "countries": _once(reading.entities[m.entity].code for m in _mentions(reading, "COUNTRY")),
        "figures": _figures(reading, at),
        "dates": _dates(reading, at),
        "quotes": [_quote(q) for q in quotes if q["kind"] == "direct"],
        "statements": [_quote(q) for q in quotes if q["kind"] == "indirect"],
        "topics": [asdict(topic) for topic in records["topics"]],
        "mentions": [_mention(m, reading, at) for m in records["mentions"]],
        "failures": reading.failures,
    }


def _placed(record: Any, offsets: Mapping[str, int]) -> dict[str, Any]:
    fields = asdict(record)
    shift = offsets.get(fields["part"], 0)
    return {**fields, "start": fields["start"] + shift, "end": fields["end"] + shift}


def _once(values: Iterable[Any]) -> list[Any]:
    return list(dict.fromkeys(v for v in values if v is not None))


def _mentions(reading: Reading, label: str) -> Iterable[Any]:
    return (m for m in reading.records["mentions"] if m.label == label)


def _official(record: Any, offsets: Mapping[str, int]) -> dict[str, Any]:
    return {**_placed(record, offsets), "aliases": list(record.aliases)}


def _people(reading: Reading) -> list[str]:
    officials = {o.person for o in reading.records["officials"]}
    return _once(reading.entities[m.entity].name for m in _mentions(reading, "PERSON") if m.entity not in officials)


def _bodies(reading: Reading, label: str) -> list[dict[str, Any]]:
    surfaces: dict[str, list[str]] = {}
    for mention in _mentions(reading, label):
        surfaces.setdefault(reading.entities[mention.entity].name, []).append(mention.text)
    return [{"canonical": name, "surfaces": _once(texts)} for name, texts in surfaces.items()]


def _names(reading: Reading, label: str) -> list[str]:
    return _once(reading.entities[m.entity].name for m in _mentions(reading, label))


def _fullest(reading: Reading, label: str) -> list[str]:
    """Names as this article prints them at their fullest: firms and associations have no official form in the press."""
    printed: dict[str, str] = {}
    for mention in _mentions(reading, label):
        printed[mention.entity] = max(printed.get(mention.entity, ""), mention.text, key=len)
    return _once(printed.values())


def _figures(reading: Reading, offsets: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{"surface": f.text, **_placed(f, offsets)} for f in distinct(reading.records["figures"])]


def _dates(reading: Reading, offsets: Mapping[str, int]) -> list[dict[str, Any]]:
    first: dict[str, dict[str, Any]] = {}
    for record in reading.records["dates"]:
        first.setdefault(record.date, {"surface": record.text, "iso": record.date, **_placed(record, offsets)})
    return list(first.values())


def _quote(quote: dict[str, Any]) -> dict[str, Any]:
    return {**quote, "speaker": quote["speaker_name"], "speaker_entity": quote["speaker"]}


def _mention(record: Any, reading: Reading, offsets: Mapping[str, int]) -> dict[str, Any]:
    entity = reading.entities[record.entity]
    return {**_placed(record, offsets), "name": entity.name, "code": entity.code}
