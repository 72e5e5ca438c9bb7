"""A made-up ikm.db of any size, as `pantau tag` would leave it: for the benchmarks of the export and of the desk.

    python -m benchmarks.million FOLDER [--articles 1000000]

Writes FOLDER/ikm.db. The most frequent words are those of the articles of the sample press and of the sentences of
tests/gold (not their labels, names of fields, or addresses), the rest is made of Indonesian syllables; words and
entities follow Zipf's law, so "industri" stands in most articles and one country in a third of them. Days grow denser
from 2014 on. The same number of articles gives the same rows.

No article went through the rules: what is "read out" stands at arbitrary places of the text. Fingerprints are left out.
"""

import argparse
import json
import re
import sqlite3
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from nlp import rows, search
from nlp.store import ikm_db
from nlp.tag import ANALYSED

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ("tests/site/articles/*/*.toml", "tests/gold/*.toml")
PROSE = ("headline", "title", "summary", "caption", "text")  # fields of SOURCES that hold running text
DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_name("million.toml").read_text(encoding="utf-8"))
BATCH = 10_000  # articles written at once
WORDS, VOCABULARY = 283, 200_000  # words of an article, different words in all of them
PUBLISHERS = 171
FIRST, LAST = date(2014, 1, 1), date(2026, 11, 24)
# kind -> (different ones, mentions in an article, exponent of Zipf's law)
ENTITIES = {
    "MINISTRY": (34, 1, 1.1), "AGENCY": (6_000, 1, 0.9), "PERSON": (120_000, 2, 0.8), "OFFICE": (30_000, 1, 0.8),
    "ORGANISATION": (50_000, 1, 0.8), "COUNTRY": (200, 1, 1.2), "PLACE": (7_000, 2, 0.9),
}  # fmt: skip
RULES = {
    "MINISTRY": "gazetteers.ministry", "AGENCY": "bodies.composed", "PERSON": "people.title_before",
    "OFFICE": "offices.alone", "ORGANISATION": "organisations.head_word", "COUNTRY": "gazetteers.country",
    "PLACE": "gazetteers.place",
}  # fmt: skip
SYLLABLES = [
    c + v
    for c in ["b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "ny", "ng"]
    for v in "aiueo"
]
Rows = dict[str, list[tuple[Any, ...]]]


class Press:
    """Chooses words and entities; `chance` decides everything."""

    def __init__(self, seed: int) -> None:
        self.chance = np.random.default_rng(seed)
        self.words = np.array(vocabulary(self.chance), dtype=object)
        self.stems = np.array([search.stems(word) for word in self.words], dtype=object)
        self.word_law = law(VOCABULARY, 1.0)
        self.entities = {kind: entities(kind, number, self.chance) for kind, (number, _, _) in ENTITIES.items()}
        self.laws = {kind: law(number, exponent) for kind, (number, _, exponent) in ENTITIES.items()}
        days = (LAST - FIRST).days
        self.days = [(FIRST + timedelta(days=i)).isoformat() for i in range(days + 1)]

    def draw(self, sums: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
        """Ranks from 0, the frequent ones first."""
        return np.searchsorted(sums, self.chance.random(shape))

    def day(self, number: int, articles: int) -> str:
        """Later numbers are later days; one article in ten was collected long after it was printed."""
        share = (number / articles) ** 0.6 if number % 10 else float(self.chance.random())
        return self.days[min(int(share * len(self.days)), len(self.days) - 1)]


def law(number: int, exponent: float) -> np.ndarray:
    """Cumulated probabilities of the ranks."""
    weights = 1 / np.arange(1, number + 1) ** exponent
    sums: np.ndarray = np.cumsum(weights / weights.sum())
    return sums


def vocabulary(chance: np.random.Generator) -> list[str]:
    """Words by frequency: those of the project's own articles, then made-up ones."""
    counts: Counter[str] = Counter()
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            for text in texts(tomllib.loads(path.read_text(encoding="utf-8"))):
                counts.update(re.findall(r"[a-z]{2,}", text.lower()))
    found = dict.fromkeys(word for word, _ in counts.most_common())
    found = dict.fromkeys(["yang", "industri", "dan"], None) | found
    while len(found) < VOCABULARY:
        found |= dict.fromkeys(made_up(chance, VOCABULARY))
    return list(found)[:VOCABULARY]


def made_up(chance: np.random.Generator, number: int) -> list[str]:
    """Words of two to five syllables, some of them several times."""
    syllables = np.array(SYLLABLES, dtype=object)[chance.integers(0, len(SYLLABLES), (number, 5))].tolist()
    return ["".join(word[:long]) for word, long in zip(syllables, chance.integers(2, 6, number), strict=True)]


def texts(document: dict[str, Any]) -> Iterator[str]:
    """The running text of an article, or of each sentence, passage or article of a list of them."""
    tables = [item for many in document.values() if isinstance(many, list) for item in many if isinstance(item, dict)]
    for table in (document, *tables):
        yield from (table[name] for name in PROSE if isinstance(table.get(name), str))


def entities(kind: str, number: int, chance: np.random.Generator) -> list[tuple[str, str, str, str | None, str]]:
    """Rows of the table `entities`, the most frequent one first."""
    found, heads = [], DATA["heads"].get(kind, [""])
    given, family = made_up(chance, number), made_up(chance, number)
    for i in range(number):
        words = [given[i].capitalize(), family[i].capitalize()]
        name = " ".join(filter(None, [heads[i % len(heads)], *words, str(i)]))
        code = f"{i % 38 + 11}.{i:04}" if kind == "PLACE" and i >= 38 else str(i + 11) if kind == "PLACE" else None
        id_ = f"{kind.lower()}-{name.lower().replace(' ', '-')}"
        found.append((id_, kind, name, code, json.dumps([f"{words[0][:3]}{i}"])))
    return found


def generate(path: Path, articles: int) -> None:
    """Writes the database: tables, full-text index, summaries, statistics."""
    db = ikm_db(path).conn
    for pragma in ("synchronous = off", "journal_mode = off", "cache_size = -500000", "temp_store = memory"):
        db.execute(f"pragma {pragma}")
    for (name,) in db.execute("select name from sqlite_master where type = 'index' and sql is not null").fetchall():
        db.execute(f"drop index {name}")  # made at the end, at once
    press = Press(articles)
    begun = time.perf_counter()
    fixed(db, press)
    for first in range(1, articles + 1, BATCH):
        write(db, batch(press, range(first, min(first + BATCH, articles + 1)), articles))
        if first % 100_000 == 1:
            print(f"{first:>9} articles {time.perf_counter() - begun:6.0f} s", flush=True)
    finish(db, path, begun)


def finish(db: sqlite3.Connection, path: Path, begun: float) -> None:
    for step, statements in {
        "stories": ["insert into stories select story, title, published, count(*), count(distinct publisher) "
                    "from articles group by story"],
    }.items():  # fmt: skip
        for statement in statements:
            db.execute(statement)
        db.commit()
        print(f"{step:>18} {time.perf_counter() - begun:6.0f} s", flush=True)
    ikm_db(path).conn.close()  # the indexes, and the full text
    print(f"{'full text':>18} {time.perf_counter() - begun:6.0f} s", flush=True)
    rows.summarise(db)
    db.commit()
    print(f"{'summaries':>18} {time.perf_counter() - begun:6.0f} s", flush=True)
    db.execute(f"pragma analysis_limit = {ANALYSED}")
    db.execute("analyze main")
    db.commit()
    db.execute("pragma journal_mode = wal")
    db.close()
    print(f"{'whole':>18} {time.perf_counter() - begun:6.0f} s, {path.stat().st_size / 1e9:.1f} GB", flush=True)


def write(db: sqlite3.Connection, found: Rows) -> None:
    for table, values in found.items():
        columns = [f'"{row[1]}"' for row in db.execute(f"pragma table_info({table})")][: len(values[0])]
        places = ",".join("?" * len(columns))
        db.executemany(f"insert into {table} ({','.join(columns)}) values ({places})", values)
    db.commit()


def fixed(db: sqlite3.Connection, press: Press) -> None:
    """Publishers, their crawls, entities, one tagging."""
    names = [(f"p{i}", f"Penerbit {i}", f"https://p{i}.example/", f"Jaringan {i % 9}" if i % 3 else None, "national",
              "Asia/Jakarta", "id") for i in range(PUBLISHERS)]  # fmt: skip
    crawls = [(None, f"p{i}", f"{day}T20:00:00+00:00", f"{day}T20:05:00+00:00", 20, 12, 5)
              for day in press.days[-365:] for i in range(PUBLISHERS)]  # fmt: skip
    rows_of = [row for found in press.entities.values() for row in found]
    write(db, {"publishers": names, "crawls": crawls, "entities": rows_of})
    at = f"{LAST}T22:00:00+00:00"
    write(db, {"taggings": [(1, at, at, "0123456789ab", None, 1, 1, 0)]})


def batch(press: Press, numbers: range, articles: int) -> Rows:
    """Rows of all tables for these articles, in the order of the columns."""
    size, found = len(numbers), {}
    words = press.draw(press.word_law, (size, WORDS))
    named = {kind: press.draw(press.laws[kind], (size, number)) for kind, (_, number, _) in ENTITIES.items()}
    for i, number in enumerate(numbers):
        text = spaced(press.words[words[i]].tolist())
        people = [press.entities[kind][rank] for kind in ENTITIES for rank in named[kind][i]]
        for table, more in one(press, number, articles, text, people, words[i]).items():
            found.setdefault(table, []).extend(more)
    return found


def spaced(words: list[str]) -> str:
    """Seven paragraphs of about forty words."""
    return ".\n\n".join(" ".join(words[k : k + 41]).capitalize() for k in range(0, len(words), 41)) + "."


def one(press: Press, number: int, articles: int, text: str, people: list[Any], words: np.ndarray) -> Rows:
    day = press.day(number, articles)
    title = " ".join(text[:200].split()[:9]).title().replace(".", "")
    name = f"p{int(PUBLISHERS * ((number * 7919) % 1000 / 1000) ** 2)}"
    aliases = "\n".join(f"{person[2]}\n{person[4][2:-2]}" for person in people)
    stems = f"{search.stems(title)} {' '.join(press.stems[words].tolist())}"
    story = number - 1 if number % 12 == 0 else number  # one article in twelve is a reprint
    return {
        "articles": [article(number, day, title, name, story)],
        "article_texts": [(number, text, stems, aliases)],
        "mentions": list({(number, e[1], e[0], text[p : p + 14], "text", p, p + 14, RULES[e[1]])
                          for e, p in zip(people, range(30, 1500, 120), strict=False)}),
        "topics": [(number, "ikm", '["industri kecil"]', "topics.points")] * (number % 3 > 0)
        + [(number, DATA["topics"][number % len(DATA["topics"])], '["industri"]', "topics.often")],
    } | spoken(number, day, text, people)  # fmt: skip


def article(number: int, day: str, title: str, name: str, story: int) -> tuple[Any, ...]:
    clock = f"{6 + number % 16:02}:{number % 60:02}"
    url = f"https://{name}.example/{day.replace('-', '/')}/{title.replace(' ', '-').lower()}-{number}"
    head = (number, f"{day}T{clock}+07:00", day, title, name, number % 3 > 0, '["Sri Wahyuni"]', "[]", "Ekonomi")
    more = ("SURABAYA", '["IKM", "industri"]', f"Suasana {title}", "Foto: Ani", story, WORDS, 1, 1, 0)
    return (*head, *more, None, "id", f"{day}T23:00:00+00:00", f"{number:032x}", url, 1, None)


def spoken(number: int, day: str, text: str, people: list[Any]) -> Rows:
    persons = [person for person in people if person[1] == "PERSON"]
    agency = next(person for person in people if person[1] == "AGENCY")
    first, units = persons[0], DATA["units"]
    kind, unit = ("percent", "percent") if number % 3 == 0 else ("money", "IDR") if number % 3 == 1 else ("count", "")
    return {
        "officials": [(number, first[0], first[2], "Kepala Dinas", agency[2], agency[0], '["Sri"]', "text", 30, 44,
                       "officials.title_before")],
        "quotes": [(number, p[0], p[2], p[2], "ujar", "direct" if i else "indirect", text[k : k + 120], "text", k,
                    k + 120, text[k - 20 : k + 160], "quotes.marks", "speaker.behind_cue.name")
                   for i, (p, k) in enumerate(zip(persons, (320, 720), strict=True))],
        "figures": [(number, float((number * 2654435761 + i * 97) % 100_003) ** 2 + (number % 7 == 0) / 2, None, kind,
                     unit or units[(number + i) % len(units)], "nilai ekspor", "exact", 0, text[k : k + 15], "text", k,
                     k + 15, text[k - 60 : k + 90], f"figures.{kind}")
                    for i, k in enumerate((200, 600, 1000))],
        "dates": [(number, day, "hari ini", "text", 5, 13, "dates.nearest")],
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1_000_000)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    generate(given.folder / "ikm.db", given.articles)


if __name__ == "__main__":
    main()
