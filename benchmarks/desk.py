"""Times the pages of the desk over HTTP on a made-up database.

    python -m benchmarks.desk [--articles 1000000] [--folder DIR] [--rounds 5] [--only KIND]

One client, warm: `pantau serve` in a process of its own, every address asked for once, then --rounds times in turn.
Prints a table of median and 95th percentile in milliseconds, and names what is over the limit. The database is made
with million.py when it is not there.
"""

import argparse
import os
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from benchmarks.million import generate

ROOT = Path(__file__).resolve().parents[1]
LIMIT = 100  # milliseconds at the 95th percentile
EACH = 12  # different addresses of a kind
FORMATS = ("html", "json", "csv", "xlsx", "atom")
PAGES = {"search": "/cari", "quotations": "/kutipan", "amounts": "/angka"}  # canned query -> the page that shows it
Addresses = dict[tuple[str, str], list[str]]  # kind and format -> addresses


def words_of(db: sqlite3.Connection, chance: random.Random) -> dict[str, list[str]]:
    """Words and phrases to search for, by how many articles hold them."""
    step = db.execute("select max(id) from articles").fetchone()[0] // 60
    texts = [text for (text,) in db.execute("select text from article_texts where id % ? = 1 limit 60", (step,))]
    pairs = [" ".join(text.split()[k : k + 2]).strip(".").lower() for text in texts for k in (20, 60, 100)]
    rare = [max(text.replace(".", "").split(), key=len).lower() for text in texts]
    return {
        "common word": ["industri", "yang", "dan", "usaha", "produk", "perajin", "pelaku", "pasar"],
        "rare word": chance.sample(rare, EACH),
        "two words": ["industri batik", "pelaku usaha", "ekspor kopi", "perajin rotan", "pasar dan pameran"],
        "phrase": [f'"{pair}"' for pair in ["pelaku usaha", "yang industri", "industri dan", *pairs[:EACH]]],
        "phrase of common words": phrases(db),
        "prefix": ["indus*", "peng*", "bat*", "ekspo*"],
    }


def phrases(db: sqlite3.Connection) -> list[str]:
    """Pairs of the words that most articles have, from those that often stand side by side to those that rarely do."""
    words = sampled(db, f"select word from search_words order by articles desc limit {EACH * 6}")
    return [f'"{one} {other}"' for one, other in zip(words[::5], words[3::5], strict=False)][:EACH]


def sampled(db: sqlite3.Connection, sql: str) -> list[str]:
    return [str(row[0]) for row in db.execute(sql)]


def queries(db: sqlite3.Connection) -> dict[str, tuple[str, list[dict[str, str]]]]:
    """Kind -> canned query and the parameters it is asked with."""
    chance = random.Random(1)
    words = words_of(db, chance)
    found = {f"search, {kind}": ("search", [{"q": q} for q in some]) for kind, some in words.items()}
    common = words["common word"]
    ministries = sampled(db, NAMED.format(label="MINISTRY", step=5))
    persons = sampled(db, NAMED.format(label="PERSON", step=40))
    places = sampled(db, NAMED.format(label="PLACE", step=9))
    publishers = sampled(db, "select name from publishers order by name limit 6")
    several = list(zip(common, ministries, places, publishers, persons, strict=False))
    found["search, best first"] = ("search", [{"q": q, "sort": "best"} for q in common + words["two words"]])
    found["search, filtered"] = (
        "search",
        [{"q": q, "ministry": m, "since": "2019-03-01", "until": "2019-05-31"} for q, m, _, _, _ in several]
        + [{"q": q, "publisher": p, "place": s, "relevant": "1"} for q, _, s, p, _ in several]
        + [{"q": q, "since": "2016-01-01", "until": "2016-12-31"} for q in common],
    )
    found["ministry x official x year"] = (
        "search",
        [{"ministry": m, "official": p, "since": f"{y}-01-01", "until": f"{y}-12-31"}
         for m in ministries[:3] for p in persons[:2] for y in (2019, 2025)],
    )  # fmt: skip
    found["ministry x place x month"] = (
        "search",
        [{"ministry": m, "place": s, "since": "2026-10-01", "until": "2026-10-31"} for _, m, s, _, _ in several],
    )
    found["figures"] = ("amounts", [{}, *({"q": q} for q in common[:3]), {"kind": "money", "min": "1000000000"},
                                    {"kind": "percent", "max": "500"}, {"unit": "ton"}])  # fmt: skip
    found["quotations"] = ("quotations", [{}, *({"q": q} for q in common[:3]), *({"speaker": p} for p in persons[:4])])
    return found


NAMED = """
select name from entities where id in (select entity from (select entity, sum(articles) as n from entity_months
    where entity in (select id from entities where label = '{label}') group by 1 order by n desc)) limit {step}
"""


def addresses(db: sqlite3.Connection) -> Addresses:
    """What is asked for: canned queries as pages and in every other format; articles, names and home."""
    found: Addresses = {}
    for kind, (query, many) in queries(db).items():
        for form in FORMATS:
            path = PAGES[query] if form == "html" else f"/ikm/{query}.{form}"
            found[kind, form] = [f"{path}?{urlencode(given)}" for given in many]
    top = sampled(db, "select entity from entity_months group by entity order by sum(articles) desc limit 1")
    for label in ("PERSON", "MINISTRY", "AGENCY", "COUNTRY", "PLACE"):
        sql = f"select id from entities where label = '{label}' order by rowid limit {EACH}"
        ids = [*(top if label == "MINISTRY" else []), *sampled(db, sql)]
        found[f"name ({label.lower()})", "html"] = [f"/ikm/entities/{tilde(id_)}" for id_ in ids]
        found[f"name ({label.lower()})", "json"] = [f"/ikm/entity/{tilde(id_)}.json" for id_ in ids]
    numbers = sampled(
        db, f"select id from articles where id % (select max(id) / {EACH} from articles) = 5 limit {EACH}"
    )
    found["article", "html"] = [f"/ikm/articles/{number}" for number in numbers]
    found["article", "json"] = [f"/ikm/article/{number}.json" for number in numbers]
    found["home", "html"] = ["/"]
    rare = sampled(db, "select word from search_words where articles between 20 and 2000 limit 3")
    tables = ["", "?publisher=p1", "?publisher=p100", "?section=Ekonomi&relevant=1", "?day__gte=2026-01-01"]
    tables += [f"?_search={word}" for word in rare]
    found["table of articles", "html"] = [f"/ikm/articles{asked}" for asked in [*tables, "?_search=batik"]]
    for form in ("json", "csv"):
        found["table of articles", form] = [f"/ikm/articles.{form}{asked}" for asked in tables]
    if (ROOT / "datasette" / "templates" / "pages" / "dasbor.html").exists():
        found["dashboard", "html"] = ["/dasbor"]
    return found


def tilde(text: str) -> str:
    """As Datasette writes a key in an address."""
    return "".join(c if c.isascii() and (c.isalnum() or c in "_-") else f"~{ord(c):02X}" for c in text)


@contextmanager
def server(command: list[str], **more: str) -> Iterator[str]:
    """Starts a server on a free port ({port} in the command) and gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    asked = [part.format(port=port) for part in command]
    child = subprocess.Popen(asked, cwd=ROOT, env={**os.environ, **more}, stdout=subprocess.DEVNULL,
                             stderr=subprocess.DEVNULL, start_new_session=True)  # fmt: skip
    base = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                ask(f"{base}/-/versions.json")
                break
            except OSError:
                time.sleep(0.1)
        else:
            sys.exit(f"{asked[0]} did not answer")
        yield base
    finally:
        os.killpg(child.pid, 15)
        child.wait()


def ask(address: str) -> tuple[float, int]:
    """Milliseconds until the whole answer was there, and its status."""
    begun = time.perf_counter()
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            answer.read()
            status = answer.status
    except urllib.error.HTTPError as error:
        error.read()
        status = error.code
    return (time.perf_counter() - begun) * 1000, status


def measure(base: str, paths: list[str], rounds: int) -> tuple[float, float, str]:
    """Median and 95th percentile of all answers, and the slowest address."""
    for path in paths:
        if (status := ask(base + path)[1]) != 200:
            return float("nan"), float("nan"), f"{status} {path}"
    times = [(ask(base + path)[0], path) for _ in range(rounds) for path in paths]
    values = [value for value, _ in times]
    return statistics.median(values), percentile(values), max(times)[1]


def percentile(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def desk(base: str, asked: Addresses, rounds: int) -> bool:
    """Prints a row for each kind; True when every 95th percentile is within LIMIT."""
    print(f"| page | {' | '.join(FORMATS)} |\n| --- |" + " --- |" * len(FORMATS), flush=True)
    good, slow = True, []
    for kind in dict.fromkeys(kind for kind, _ in asked):
        cells = []
        for form in FORMATS:
            if (kind, form) not in asked:
                cells.append("")
                continue
            middle, high, worst = measure(base, asked[kind, form], rounds)
            cells.append(f"{middle:.0f} / {high:.0f}")
            if not high <= LIMIT:
                good = False
                slow.append(f"{kind}, {form}: {high:.0f} ms, slowest {worst}")
        print(f"| {kind} | {' | '.join(cells)} |", flush=True)
    print("\n".join(["", *slow]))
    return good


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, default=ROOT / "data" / "benchmark" / "million")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="kinds whose names hold this")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    if not (given.folder / "ikm.db").exists():
        generate(given.folder / "ikm.db", given.articles)
    with sqlite3.connect(f"file:{given.folder / 'ikm.db'}?mode=ro", uri=True) as db:
        asked = {key: paths for key, paths in addresses(db).items() if given.only in key[0]}
    db.close()
    command = [sys.executable, "-m", "pantau", "serve", "--port", "{port}"]
    with server(command, PANTAU_DATA=str(given.folder)) as base:
        good = desk(base, asked, given.rounds)
    sys.exit(not good)


if __name__ == "__main__":
    main()
