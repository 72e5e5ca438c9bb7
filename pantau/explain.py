"""`pantau read --explain`: each record for a person to read: its words in context, its place, its rule, its meaning."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nlp.extract.dates import Date
from nlp.extract.figures import Figure
from nlp.extract.mentions import Mention
from nlp.extract.officials import Official
from nlp.extract.quotes import Quote
from nlp.reading import Reading
from nlp.rules import explained

AROUND = 36  # characters of context on each side
LONGEST = 160  # characters of a record that are shown; of a longer one its beginning and end
ORDER = ("officials", "mentions", "quotes", "figures", "dates")  # of records that begin at one place


def explanation(name: str, reading: Reading, parts: Mapping[str, str], offsets: Mapping[str, int]) -> str:
    """All records of an article in the order of the text, as lines; every one, also those told again.

    `parts` are title, caption and text; `offsets` is what is added to the offsets within each, as in nlp.report.
    """
    lines = [f"{name}: {parts.get('title') or '(no headline)'}", *_topics(reading)]
    lines += [f"FAILED    {component}: {error}" for component, error in reading.failures.items()]
    placed = [(kind, record) for kind in ORDER for record in reading.records[kind]]
    names = list(parts)
    for kind, record in sorted(placed, key=lambda found: (names.index(found[1].part), found[1].start, -found[1].end)):
        lines += ["", *_lines(kind, record, reading, parts[record.part], offsets.get(record.part, 0))]
    return "\n".join(lines) + "\n"


def _topics(reading: Reading) -> Iterator[str]:
    topics = reading.records["topics"]
    yield f"about small industry: {'yes' if any(topic.topic == 'ikm' for topic in topics) else 'no'}"
    for topic in topics:
        yield f"TOPIC     {topic.topic}  {_rule(topic.rule)}: {', '.join(topic.words)}"


def _lines(kind: str, record: Any, reading: Reading, text: str, shift: int) -> Iterator[str]:
    label, meaning = MEANINGS[kind]
    label = (
        record.label if kind == "mentions" else "REPORTED" if kind == "quotes" and record.kind != "direct" else label
    )
    yield f"{label:<9} {record.part} {record.start + shift}-{record.end + shift}  {_rule(record.rule)}"
    yield f"          {_context(text, record.start, record.end)}"
    yield from (f"       -> {line}" for line in meaning(record, reading))


def _rule(rule: str | None) -> str:
    return f"{rule} ({explained(rule)})" if rule else "(no rule is known)"


def _context(text: str, start: int, end: int) -> str:
    """ "… kata [Wulan Sari] di Solo …": in one line."""
    half = LONGEST // 2
    middle = text[start:end] if end - start <= LONGEST else f"{text[start : start + half]} … {text[end - half : end]}"
    before = f"{'…' if start > AROUND else ''}{text[max(0, start - AROUND) : start]}"
    after = f"{text[end : end + AROUND]}{'…' if end + AROUND < len(text) else ''}"
    return " ".join(f"{before}[{middle}]{after}".split())


def _mention(mention: Mention, reading: Reading) -> Iterator[str]:
    entity = reading.entities[mention.entity]
    yield f"{entity.name} ({entity.id}{f', {entity.code}' if entity.code else ''})"


def _official(official: Official, reading: Reading) -> Iterator[str]:
    body = f", {official.institution}" if official.institution else ""
    also = f"; also called {', '.join(official.aliases)}" if official.aliases else ""
    yield f"{official.name} ({official.person}): {official.office}{body}{also}"


def _quote(quote: Quote, reading: Reading) -> Iterator[str]:
    who = f"{quote.speaker_name or 'nobody known'}{f' ({quote.speaker})' if quote.speaker else ''}"
    yield f"{who}, cue: {quote.cue or 'none'}"
    if quote.speaker_rule:
        words = f': "{quote.speaker_text}"' if quote.speaker_text else ""
        yield f"{_rule(quote.speaker_rule)}{words}"


def _figure(figure: Figure, reading: Reading) -> Iterator[str]:
    numbers = [f"{number:,.12g}" for number in (figure.value, figure.upper) if number is not None]
    what = f", of {figure.what}" if figure.what and figure.what != figure.unit else ""
    wrong = "; the text's own arithmetic cannot be right" if figure.doubtful else ""
    yield f"{figure.bound} {' to '.join(numbers) or 'without a value'} {figure.unit} ({figure.kind}){what}{wrong}"


def _date(day: Date, reading: Reading) -> Iterator[str]:
    yield day.date


# Table -> what its record is called, and the lines that say what it means.
MEANINGS: dict[str, tuple[str, Callable[[Any, Reading], Iterator[str]]]] = {
    "officials": ("OFFICIAL", _official),
    "mentions": ("", _mention),
    "quotes": ("QUOTE", _quote),
    "figures": ("FIGURE", _figure),
    "dates": ("DATE", _date),
}
