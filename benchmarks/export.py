"""Times `pantau export` beside sqlite3's own dump of the same columns, on a made-up database.

    python -m benchmarks.export --articles 100000 [--folder DIR] [--validate]

Prints seconds, seconds of processor, the largest memory of each, and the ratio to the dump, all measured in one run.
The dump is run three times: once unmeasured, so that all read a warm file, then before and after the exports; the mean
of these counts. It writes plain CSV of the tables stored; the exports compress, check each value, count the coverage,
make checksums and wait until the disk has everything. --validate runs the validators of Frictionless and JSON Schema
over an extract of everything.
"""

import argparse
import gzip
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pantau.export.extract import FORMATS
from pantau.export.schema import tables
from pantau.export.selection import Selection, query

ROOT = Path(__file__).resolve().parents[1]
LIMITS = {"jsonl": 4.0, "parquet": 2.0}  # times the dump


def run(*command: Any, **more: Any) -> tuple[float, float, float]:
    """Seconds, seconds of processor and megabytes (largest resident memory) of a command that must succeed.

    Linux counts the memory of this program for the command too: it must stay a small one.
    """
    begun = time.perf_counter()
    child = subprocess.Popen([*map(str, command)], stdout=subprocess.DEVNULL, **more)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[:6]} ended with {child.returncode}")
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def dumps(database: Path) -> Iterator[str]:
    """The queries of an export, for the shell."""
    with sqlite3.connect(database) as db:
        for table in tables(db, with_text=False):
            sql, _ = query(table, Selection())
            yield sql


def measure(folder: Path, database: Path) -> bool:
    """Prints the table; True when every format is within its limit."""
    statements = ";\n".join(dumps(database))

    def dump() -> float:
        seconds, processor, memory = run(
            "sqlite3", "-readonly", "-csv", "-cmd", f".output {folder / 'dump.csv'}", database, statements
        )
        print(f"{'sqlite3 -csv':14}{seconds:8.1f} s {processor:8.1f} s of processor {memory:6.0f} MB", flush=True)
        return seconds

    dump()
    before, measured = dump(), {}
    for form in LIMITS:
        measured[form] = exported(folder / form, database, form)
    mean = (before + dump()) / 2
    for form, limit in LIMITS.items():
        print(f"{form}: {measured[form] / mean:.2f} times the dump, at most {limit:.0f}")
    return all(measured[form] <= limit * mean for form, limit in LIMITS.items())


def exported(target: Path, database: Path, formats: str) -> float:
    """The seconds of an export, printed with the rest of what it took."""
    command = (sys.executable, "-m", "pantau", "export", target, "--format", formats)
    environment = {**os.environ, "PANTAU_DATA": str(database.parent)}
    seconds, processor, memory = run(*command, env=environment, cwd=ROOT)
    print(f"{formats:14}{seconds:8.1f} s {processor:8.1f} s of processor {memory:6.0f} MB", flush=True)
    return seconds


def validate(folder: Path, database: Path) -> None:
    """Both validators over an extract of everything; ends the program at a fault."""
    import frictionless
    import jsonschema

    exported(folder / "all", database, ",".join(FORMATS))
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
        run(sys.executable, "-m", "benchmarks.million", folder, "--articles", given.articles, cwd=ROOT)
    good = measure(folder, database)
    if given.validate:
        validate(folder, database)
    if not given.folder:
        shutil.rmtree(folder)
    sys.exit(not good)


if __name__ == "__main__":
    main()
