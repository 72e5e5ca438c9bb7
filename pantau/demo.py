"""`pantau demo`: the sample press, the whole way. Runs from a checkout, where tests/site/ stands."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import click

from pantau import run as step
from pantau.config import saved_searches
from pantau.schedule import ALL_WELL, NOTHING_DONE, lock

PRESS = Path(__file__).parents[1] / "tests" / "site" / "press.py"
EDITIONS = (1, 2)  # the press on its first day, and after a correction, two new reports and a page taken down
FOUND = {
    "articles": "select count(*) from articles",
    "about IKM": "select count(*) from articles where relevant",
    "stories": "select count(*) from stories",
    "officials": "select count(distinct person) from officials",
    "ministries": "select count(distinct entity) from mentions where label = 'MINISTRY'",
    "agencies": "select count(distinct entity) from mentions where label = 'AGENCY'",
    "organisations": "select count(distinct entity) from mentions where label = 'ORGANISATION'",
    "countries": "select count(distinct entity) from mentions where label = 'COUNTRY'",
    "places": "select count(distinct entity) from mentions where label = 'PLACE'",
    "figures": "select count(*) from figures",
    "dates": "select count(*) from dates",
    "quotations": "select count(*) from quotes where kind = 'direct'",
}


def run(folder: Path) -> int:
    """Collects and reads the sample press into `folder`, prints what was found, and returns an exit code."""
    if not PRESS.exists():
        click.echo("The sample press stands in tests/site of a checkout: run `make demo` there.", err=True)
        return NOTHING_DONE
    for edition in EDITIONS:
        archive = folder / f"press-{edition}.warc.gz"
        archive.parent.mkdir(parents=True, exist_ok=True)
        if not archive.exists():
            subprocess.run([sys.executable, PRESS, archive, "--edition", str(edition)], check=True)
        if (code := _edition(folder, archive)) != ALL_WELL:
            return code
    with lock(folder):
        tagged = step.tag(rebuild=False, folder=folder)
    if tagged.code != ALL_WELL:
        return tagged.code
    (folder / "tersimpan.yaml").write_text(saved_searches(), encoding="utf-8")
    _summary(folder)
    return ALL_WELL


def _edition(folder: Path, archive: Path) -> int:
    """One child a crawl: Twisted's reactor runs only once in a process."""
    command = [sys.executable, "-m", "pantau", "crawl", "--archive", str(archive.resolve())]
    return subprocess.run(command, env={**os.environ, "PANTAU_DATA": str(folder)}, check=False).returncode


def _summary(folder: Path) -> None:
    with sqlite3.connect(f"file:{folder / 'ikm.db'}?mode=ro", uri=True) as db:
        found = {name: db.execute(query).fetchone()[0] for name, query in FOUND.items()}
    width = max(map(len, found))
    click.echo("Found in the sample press:")
    click.echo("\n".join(f"  {name:<{width}}  {number:>5}" for name, number in found.items()))
