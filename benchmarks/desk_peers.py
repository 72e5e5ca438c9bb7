"""The desk beside stock Datasette on the same file and tantivy in process: the same questions, in turn, in one run.

    python -m benchmarks.desk_peers [--folder DIR] [--rounds 5]

Stock Datasette 0.65.5 has its own pages and settings: the table page with `_search`, `_through` and column filters. It
is told that the index calls an article by `ordinal`, which without our metadata it cannot know. tantivy finds the first
twenty numbers and the count, and reads nothing of the articles. Each has an environment of its own (peers.py).
"""

import argparse
import json
import random
import sqlite3
import statistics
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from benchmarks.desk import NAMED, ROOT, ask, percentile, sampled, server, tilde, words_of
from benchmarks.peers import environment
from nlp.search import key, stems

STOCK, TANTIVY = "datasette==0.65.5", "tantivy==0.27.0"
YEAR = 2019
SINCE, UNTIL = f"{YEAR}-01-01", f"{YEAR}-12-31"
SLOW = 1000  # milliseconds: what takes stock Datasette longer is asked of it once more, and no further
FTS = {"_fts_table": "articles_fts", "_fts_pk": "ordinal", "_sort_desc": "published", "_size": "20"}


@dataclass
class Question:
    """One question as each of the three is asked it."""

    ours: str  # path
    stock: str | None  # path; None where it has no such page
    tantivy: dict[str, Any] | None = None  # a line for desk_tantivy.py
    times: dict[str, list[float]] = field(default_factory=dict)  # who -> milliseconds
    failed: dict[str, int] = field(default_factory=dict)  # who -> status of an answer that is none


def searched(
    words: str, low: int | None = None, high: int | None = None, keys: tuple[str, ...] = (), **more: Any
) -> Any:
    plain = words.strip('"*').split()
    found = {"words": plain, "stems": [stems(word) for word in plain], "phrase": '"' in words, "prefix": "*" in words}
    return {**found, "keys": [[key(about)] for about in keys], "low": low, "high": high, "best": False, **more}


def through(entity: str) -> tuple[str, str]:
    return "_through", json.dumps({"table": "mentions", "column": "entity", "value": entity})


def questions(db: sqlite3.Connection) -> dict[str, list[Question]]:
    """Kind -> questions."""
    words = words_of(db, random.Random(1))
    named = "select id from entities where name in ({})".format
    ministries = sampled(db, named(NAMED.format(label="MINISTRY", step=5)))
    persons = sampled(db, named(NAMED.format(label="PERSON", step=5)))
    ids = sampled(db, "select id from articles where id % (select max(id) / 8 from articles) = 5 limit 8")
    return _searches(words) | _filtered(db, words["common word"], ministries, persons) | _pages(persons, ids)


def _searches(words: dict[str, list[str]]) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for kind, many in words.items():
        found[f"search, {kind}"] = [
            Question(f"/cari?{urlencode({'q': q})}", f"/ikm/articles?{urlencode({'_search': q, **FTS})}", searched(q))
            for q in many
        ]
    best = words["common word"] + words["two words"]
    found["search, best first"] = [
        Question(f"/cari?{urlencode({'q': q, 'sort': 'best'})}", None, searched(q, best=True)) for q in best
    ]
    return found


def _filtered(
    db: sqlite3.Connection, common: list[str], ministries: list[str], persons: list[str]
) -> dict[str, list[Question]]:
    low, high = (
        db.execute("select strftime('%s', ?) / 60 * 4294967296", (day,)).fetchone()[0]
        for day in (SINCE, f"{YEAR + 1}-01-01")
    )
    days = {"since": SINCE, "until": UNTIL}
    stock = [("day__gte", SINCE), ("day__lte", UNTIL), ("_sort_desc", "published"), ("_size", "20")]
    found = {}
    found["search, common word in a ministry and a year"] = [
        Question(
            f"/cari?{urlencode({'q': q, 'ministry': m, **days})}",
            f"/ikm/articles?{urlencode([*FTS.items(), ('_search', q), through(m), *stock[:2]])}",
            searched(q, low, high, (f"entity:{m}",)),
        )
        for q, m in zip(common, ministries, strict=False)
    ]
    found["ministry × official × year"] = [
        Question(
            f"/cari?{urlencode({'ministry': m, 'official': p, **days})}",
            f"/ikm/articles?{urlencode([through(m), through(p), *stock])}",
            searched("", low, high, (f"entity:{m}", f"entity:{p}")),
        )
        for m in ministries[:3]
        for p in persons[:3]
    ]
    return found


def _pages(persons: list[str], ids: list[str]) -> dict[str, list[Question]]:
    found = {}
    money = {"kind": "money", "min": "1000000000"}
    value = {"kind": "money", "value__gte": "1000000000", "_sort_desc": "article", "_size": "20"}
    found["figures of a value"] = [Question(f"/angka?{urlencode(money)}", f"/ikm/figures?{urlencode(value)}")]
    found["quotations of a person"] = [
        Question(f"/kutipan?{urlencode({'speaker': p})}", f"/ikm/quotes?{urlencode({'speaker': p, '_size': '20'})}")
        for p in persons
    ]
    found["person"] = [Question(f"/ikm/entities/{tilde(p)}", f"/ikm/entities/{tilde(p)}") for p in persons]
    found["article"] = [Question(f"/ikm/articles/{id_}", f"/ikm/articles/{id_}") for id_ in ids]
    found["home"] = [Question("/", "/")]
    return found


class Tantivy:
    """desk_tantivy.py in a process of its own."""

    def __init__(self, python: Path, database: Path, index: Path) -> None:
        script = Path(__file__).with_name("desk_tantivy.py")
        pipe = subprocess.PIPE
        self.child = subprocess.Popen([python, script, database, index], stdin=pipe, stdout=pipe, text=True)
        assert self.child.stdin
        assert self.child.stdout
        self.ask_, self.answers = self.child.stdin, self.child.stdout
        if self.answers.readline().strip() != "ready":
            sys.exit("tantivy could not index the articles")

    def ask(self, question: dict[str, Any]) -> float:
        print(json.dumps(question), file=self.ask_, flush=True)
        return float(json.loads(self.answers.readline())["ms"])

    def close(self) -> None:
        self.ask_.close()
        self.child.wait()


def run(asked: dict[str, list[Question]], ours: str, stock: str, tantivy: Tantivy | None, rounds: int) -> None:
    """Asks every question of each in turn; the first time is not counted. Prints a row for each kind."""
    print("| median / 95th percentile, ms | Pantau IKM, page | stock Datasette, page | tantivy, in process |")
    print("| --- | --- | --- | --- |", flush=True)
    for kind, many in asked.items():
        for turn in range(rounds + 1):
            for one in many:
                _ask(one, "ours", ours, one.ours, turn)
                if one.stock and "stock" not in one.failed and not (turn > 1 and one.times["stock"][0] > SLOW):
                    _ask(one, "stock", stock, one.stock, turn)
                if one.tantivy and tantivy:
                    took = tantivy.ask(one.tantivy)
                    one.times.setdefault("tantivy", []).extend([took] if turn else [])
        print(f"| {kind} | {' | '.join(_cell(many, who) for who in ('ours', 'stock', 'tantivy'))} |", flush=True)


def _ask(one: Question, who: str, base: str, path: str, turn: int) -> None:
    took, status = ask(base + path)
    if status != 200:
        one.failed[who] = status
    one.times.setdefault(who, []).extend([took] if turn or status != 200 else [])


def _cell(many: list[Question], who: str) -> str:
    times = [time for one in many if who not in one.failed for time in one.times.get(who, [])]
    failed = [one for one in many if who in one.failed]
    said = f"{statistics.median(times):.0f} / {percentile(times):.0f}" if times else "" if failed else "–"
    if failed:
        said = f"{said}{'; ' if said else ''}no answer to {len(failed)} of {len(many)}"
    return said


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=ROOT / "data" / "benchmark" / "million")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    database = given.folder / "ikm.db"
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
        asked = questions(db)
    db.close()
    stock, peer = environment("stock Datasette", STOCK), environment("tantivy", TANTIVY)
    if stock is None:
        sys.exit("stock Datasette cannot be installed")
    tantivy = Tantivy(peer, database, given.folder / "tantivy") if peer else None
    with ExitStack() as opened:
        if tantivy:
            opened.callback(tantivy.close)
        serve = [sys.executable, "-m", "pantau", "serve", "--port", "{port}"]
        ours = opened.enter_context(server(serve, PANTAU_DATA=str(given.folder)))
        plain = [str(stock), "-m", "datasette", "serve", str(database), "--port", "{port}"]
        run(asked, ours, opened.enter_context(server(plain)), tantivy, given.rounds)


if __name__ == "__main__":
    main()
