"""Precision and recall of the search over the sample press, against judgements made by hand (search/*.toml)."""

import asyncio
import json
import tomllib
from pathlib import Path
from statistics import mean
from typing import Any

import pytest
from datasette.app import Datasette

from crawler.store import articles_db
from nlp.tag import tag
from pantau.serving import desk
from tests.articles_data import row

HERE = Path(__file__).parent
JUDGED = tomllib.loads((HERE / "search" / "judgements.toml").read_text(encoding="utf-8"))
QUERIES = JUDGED["query"]
SITE = HERE / "site"
STORED = {
    url
    for publisher in tomllib.loads((SITE / "expected.toml").read_text(encoding="utf-8"))["publishers"].values()
    for url in (*publisher["stored"], *publisher["added"])
}
AT = 10
Found = dict[str, list[str]]  # query -> reports, best first


@pytest.fixture(scope="module")
def reports() -> dict[str, dict[str, Any]]:
    """Every report of the sample press by the name of its file, as it is first printed."""
    files = {f"{file.parent.name}/{file.stem}": file for file in sorted((SITE / "articles").glob("*/*.toml"))}
    return {name: tomllib.loads(file.read_text(encoding="utf-8")) for name, file in files.items()}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, reports: dict[str, dict[str, Any]]) -> Found:
    """What the search finds, asked as the page asks it."""
    folder = tmp_path_factory.mktemp("judgements")
    names = _stored(folder / "articles.db", reports)
    tag(folder / "articles.db", folder / "ikm.db")
    return asyncio.run(_asked(desk(folder), names))


def _stored(path: Path, reports: dict[str, dict[str, Any]]) -> dict[str, str]:
    db, names = articles_db(path), {}
    for publisher in sorted({name.partition("/")[0] for name in reports}):
        zone = {"homepage": f"https://{publisher}.example", "network": "", "reach": "national", "zone": "Asia/Jakarta"}
        db["publishers"].insert({"name": publisher, "title": publisher, **zone, "language": "id"})
    for number, (name, report) in enumerate(reports.items(), 1):
        if report["url"] in STORED:
            published = report["published"].isoformat() if report.get("published") else None
            publisher = name.partition("/")[0]
            one = row(report["url"], publisher, report["headline"], published, report["text"], number)
            db["articles"].insert({**one, "caption": report.get("caption")})
            names[report["url"]] = name
    db.close()
    return names


async def _asked(site: Datasette, names: dict[str, str]) -> Found:
    answers = {}
    for query in QUERIES:
        asked = {"q": query["q"], "sort": "best", "size": "1000", "_shape": "array"}
        answers[query["q"]] = (await site.client.get("/ikm/search.json", params=asked)).json()
    return {q: [names[hit["url"]] for hit in hits] for q, hits in answers.items()}


def precision(hits: list[str], relevant: list[str]) -> float:
    """Percent of the hits that are relevant; 0 where nothing was found."""
    return 100 * len(set(hits) & set(relevant)) / len(hits) if hits else 0.0


def recall(hits: list[str], relevant: list[str]) -> float:
    """Percent of the relevant reports that were found."""
    return 100 * len(set(hits) & set(relevant)) / len(relevant)


def measured(found: Found) -> dict[str, float]:
    """The means over all queries."""
    return {
        "precision": mean(precision(found[query["q"]], query["relevant"]) for query in QUERIES),
        "precision_at_10": mean(precision(found[query["q"]][:AT], query["relevant"]) for query in QUERIES),
        "recall": mean(recall(found[query["q"]], query["relevant"]) for query in QUERIES),
    }


def test_there_are_at_least_sixty_judgements_of_every_kind() -> None:
    assert sum(len(query["relevant"]) for query in QUERIES) >= 60
    assert len({query["q"] for query in QUERIES}) == len(QUERIES) >= 20


def test_what_was_judged_is_in_the_sample_press(reports: dict[str, dict[str, Any]]) -> None:
    named = {name for query in QUERIES for name in query["relevant"]}
    assert sorted(name for name in named if reports.get(name, {}).get("url") not in STORED) == []


@pytest.mark.parametrize("name", ["precision", "precision_at_10", "recall"])
def test_the_search_holds_its_floor(found: Found, name: str) -> None:
    each = {q: (len(hits), hits) for q, hits in found.items()}
    assert measured(found)[name] >= JUDGED["floors"][name], json.dumps(each, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("query", [query for query in QUERIES if query["kind"] in ("phrase", "person", "two words")])
def test_names_and_phrases_are_found_whole(found: Found, query: dict[str, Any]) -> None:
    assert recall(found[query["q"]], query["relevant"]) == 100
