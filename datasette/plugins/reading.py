"""What was read out of an article, as ranges that marks() can mark: ranges_of(record) for each part."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils import tilde_encode
from jinja2 import Environment

Record = dict[str, Any]


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    words = datasette.plugin_config("words") or {}

    def link(entity: str) -> str:
        return str(datasette.urls.row("ikm", "entities", tilde_encode(entity)))

    def page(path: str) -> str:
        return str(datasette.urls.path(path))

    def ranges_of(record: Record) -> dict[str, list[Record]]:
        return ranges(record, words, link, page, env.filters["amount"], env.filters["day"])

    env.globals["ranges_of"] = ranges_of


def ranges(
    record: Record, words: dict[str, dict[str, str]], link: Any, page: Any, amount: Any, day: Any
) -> dict[str, list[Record]]:
    """Part name -> ranges, from the record of canned query article_record. `words` says what kinds are called.

    Every range has a link but a quotation of an unknown speaker: a name to its page, a figure to its own, a date to
    the articles of that day, a quotation to all that its speaker said.
    """
    found: dict[str, list[Record]] = {"title": [], "caption": [], "text": []}
    everything = (
        _quotes(record, words["kind"], page),
        _mentions(record, link),
        _figures(record, page, amount),
        _dates(record, page, day),
    )
    for kind, title, href, row in (each for group in everything for each in group):
        found[row["part"]].append(
            {
                "start": row["start"],
                "end": row["end"],
                "kind": kind,
                "title": f"{words['mark'][kind]}: {title}",
                "href": href,
                "id": f"{kind}-{row['part']}-{row['start']}-{row['end']}",
            }
        )
    return found


def _quotes(record: Record, kinds: dict[str, str], page: Any) -> Iterator[tuple[str, str, str | None, Record]]:
    for quote in record["quotes"]:
        manner = kinds[quote["kind"]]
        yield (
            "quote",
            f"{quote['speaker_name'] or '?'} ({manner})",
            page(f"/kutipan?{urlencode({'speaker': quote['speaker']})}") if quote["speaker"] else None,
            quote,
        )


def _mentions(record: Record, link: Any) -> Iterator[tuple[str, str, str, Record]]:
    officials: dict[str, list[str]] = {}
    for official in record["officials"]:
        office = ", ".join(filter(None, (official["office"], official["institution"])))
        officials.setdefault(official["person"], []).append(office)
    for mention in record["mentions"]:
        kind, title = mention["label"].lower(), mention["name"]
        if mention["label"] == "PERSON" and mention["entity"] in officials:
            kind, title = "official", "; ".join((title, *officials[mention["entity"]]))
        yield kind, title, link(mention["entity"]), mention


def _figures(record: Record, page: Any, amount: Any) -> Iterator[tuple[str, str, str, Record]]:
    for figure in record["figures"]:
        path = f"/ikm/figures/{record['article']['id']},{figure['part']},{figure['start']}"
        yield "figure", amount(figure), page(path), figure


def _dates(record: Record, page: Any, day: Any) -> Iterator[tuple[str, str, str, Record]]:
    for date in record["dates"]:
        yield (
            "date",
            day(date["date"]),
            page(f"/cari?{urlencode({'since': date['date'], 'until': date['date']})}"),
            date,
        )
