"""Times `pantau export` beside sqlite3's own dump of the same columns, on a made-up database.

    python benchmarks/export.py --articles 100000 [--folder DIR] [--validate]

Prints seconds, the ratio to the dump, and the largest memory of each, all measured in one run. --validate runs the
validators of Frictionless and JSON Schema over an extract of everything.
"""

import argparse
import gzip
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from nlp.store import ikm_db
from pantau.export.schema import tables
from pantau.export.selection import Selection, query

ROOT = Path(__file__).resolve().parents[1]
LIMITS = {"jsonl": 4.0, "parquet": 2.0}  # times the dump
# fmt: off
WORDS = [
    "industri", "kecil", "menengah", "perajin", "batik", "pelatihan", "ekspor", "pameran", "usaha", "dinas", "provinsi",
    "bantuan", "modal", "pasar", "produk", "bahan", "baku", "kementerian", "pemerintah", "pelaku", "tenun", "rotan",
    "kayu", "makanan", "minuman", "logam", "mesin", "desa", "kota", "digital", "pembiayaan", "sentra",
]
# fmt: on
PUBLISHERS = 100
ENTITIES = 50_000
MENTIONS, QUOTES, FIGURES = 9, 2, 3  # of an article, about what real ones have
BATCH = 10_000
SENTENCE = re.compile(r'sentence_at\(.*?, t\."end"\)')


def words(chance: random.Random, number: int) -> str:
    return " ".join(chance.choices(WORDS, k=number)).capitalize()


def generate(path: Path, articles: int) -> None:
    """A database of so many articles, the same for the same number."""
    chance = random.Random(articles)
    db = ikm_db(path).conn
    db.execute("pragma synchronous = off")
    with db:
        names = [(f"p{i}", f"Penerbit {i}", f"https://p{i}.example/", "", "national", "Asia/Jakarta", "id")
                 for i in range(PUBLISHERS)]  # fmt: skip
        db.executemany("insert into publishers values (?,?,?,?,?,?,?)", names)
        entities = [(f"place-{i}", "PLACE", f"Tempat {i}", f"{i}", f'["Sebutan {i}"]') for i in range(ENTITIES)]
        db.executemany("insert into entities values (?,?,?,?,?)", entities)
    for first in range(0, articles, BATCH):
        with db:
            for table, rows in batch(chance, range(first + 1, min(first + BATCH, articles) + 1)).items():
                columns = [f'"{row[1]}"' for row in db.execute(f"pragma table_info({table})")][: len(rows[0])]
                places = ",".join("?" * len(columns))
                db.executemany(f"insert into {table} ({','.join(columns)}) values ({places})", rows)
    db.execute("analyze")
    db.close()


def batch(chance: random.Random, numbers: range) -> dict[str, list[tuple[Any, ...]]]:
    """Rows of all tables for these articles, in the order of the columns."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    for number in numbers:
        day = (date(2014, 1, 1) + timedelta(days=number % 4000)).isoformat()
        text = ".\n\n".join(words(chance, 40) for _ in range(7)) + "."
        found.setdefault("articles", []).append(article(chance, number, day))
        found.setdefault("article_texts", []).append((number, text, "", ""))
        for table, rows in read_out(chance, number, day, text).items():
            found.setdefault(table, []).extend(rows)
    return found


def article(chance: random.Random, number: int, day: str) -> tuple[Any, ...]:
    title, name = words(chance, 9), f"p{number % PUBLISHERS}"
    url = f"https://{name}.example/{day.replace('-', '/')}/{title.replace(' ', '-')}-{number}"
    head = (
        number,
        f"{day}T10:15+07:00",
        day,
        title,
        name,
        number % 3 > 0,
        '["Sri Wahyuni"]',
        "[]",
        "Ekonomi",
        "SURABAYA",
    )
    more = (json.dumps(chance.sample(WORDS, 4)), words(chance, 12), "Foto: Ani", None, 240, 1, 1, 0)
    return (*head, *more, f"{day}T11:00+07:00", "id", f"{day}T05:00:00+00:00", f"{number:032x}", url)


def read_out(chance: random.Random, number: int, day: str, text: str) -> dict[str, list[tuple[Any, ...]]]:
    places = [f"place-{chance.randrange(ENTITIES)}" for _ in range(MENTIONS)]
    person, spoken = places[0], [text[300 * i + 20 : 300 * i + 140] for i in range(QUOTES)]
    office = ("Sri Wahyuni", "Kepala Dinas", "Dinas Perindustrian", None, '["Sri"]')
    count = (None, "count", "pelaku usaha", "pelaku usaha", "exact", 0, "12 pelaku usaha", "text")
    return {
        "mentions": [(number, "PLACE", p, "Tempat", "text", i * 100, i * 100 + 6) for i, p in enumerate(places)],
        "officials": [(number, person, *office, "text", 10, 21)],
        "quotes": [
            (number, person, "Sri Wahyuni", "Sri", "ujar", "direct", said, "text", 300 * i + 20, 300 * i + 140)
            for i, said in enumerate(spoken)
        ],
        "figures": [
            (number, chance.random() * 1e9, *count, i * 200, i * 200 + 15, text[i * 200 : i * 200 + 150])
            for i in range(FIGURES)
        ],
        "dates": [(number, day, "hari ini", "text", 5, 13)],
        "topics": [(number, "ikm", '["industri kecil"]')],
    }


def run(*command: Any, **more: Any) -> tuple[float, float]:
    """Seconds and megabytes (largest resident memory) of a command that must succeed."""
    begun = time.perf_counter()
    child = subprocess.Popen([*map(str, command)], stdout=subprocess.DEVNULL, **more)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[:6]} ended with {child.returncode}")
    return time.perf_counter() - begun, used.ru_maxrss / 1024


def dumps(database: Path) -> Iterator[str]:
    """The queries of an export, for the shell; in place of a sentence that the export makes, a stored text."""
    with sqlite3.connect(database) as db:
        for table in tables(db, with_text=False):
            sql, _ = query(table, Selection())
            yield SENTENCE.sub('t."text"', sql)


def measure(folder: Path, database: Path) -> bool:
    """Prints the table; True when every format is within its limit."""
    statements = ";\n".join(dumps(database))
    out = folder / "dump.csv"
    dump, memory = run("sqlite3", "-readonly", "-csv", "-cmd", f".output {out}", database, statements)
    print(f"{'sqlite3 -csv':14}{dump:8.1f} s {memory:6.0f} MB")
    good = True
    for form, limit in LIMITS.items():
        target = folder / form
        environment = {**os.environ, "PANTAU_DATA": str(database.parent)}
        seconds, memory = run(
            sys.executable, "-m", "pantau", "export", target, "--format", form, env=environment, cwd=ROOT
        )
        print(f"{form:14}{seconds:8.1f} s {memory:6.0f} MB  {seconds / dump:.2f} times the dump, at most {limit:.0f}")
        good = good and seconds <= limit * dump
    return good


def validate(folder: Path, database: Path) -> None:
    """Both validators over an extract of everything; ends the program at a fault."""
    import frictionless
    import jsonschema

    environment = {**os.environ, "PANTAU_DATA": str(database.parent)}
    seconds, memory = run(sys.executable, "-m", "pantau", "export", folder / "all", env=environment, cwd=ROOT)
    print(f"{'all formats':14}{seconds:8.1f} s {memory:6.0f} MB")
    lines = 0
    for path in sorted((folder / "all" / "schemas").glob("*.json")):
        validator = jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
        with gzip.open(folder / "all" / f"{path.name.split('.')[0]}.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                validator.validate(json.loads(line))
                lines += 1
    print(f"JSON Schema: {lines} lines are valid", flush=True)
    report = frictionless.validate(str(folder / "all" / "datapackage.json"))
    print(f"frictionless: {'valid' if report.valid else report.flatten(['name', 'type', 'message'])}")
    if not report.valid:
        sys.exit(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="where to work; a database that is there is used again")
    parser.add_argument("--validate", action="store_true")
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    database = folder / "ikm.db"
    folder.mkdir(parents=True, exist_ok=True)
    if not database.exists():
        generate(database, given.articles)
    good = measure(folder, database)
    if given.validate:
        validate(folder, database)
    if not given.folder:
        shutil.rmtree(folder)
    sys.exit(not good)


if __name__ == "__main__":
    main()
