"""Scores the rules against articles marked by hand, and holds the floors under which no change may fall.

    pantau evaluate GOLD            prints the scores of both halves beside their floors; 1 when one is lower
    pantau evaluate GOLD --misses   lists each miss and false hit of the open half too; the other half stays closed
    pantau evaluate GOLD --update   raises floors.json; lowers nothing without --allow-regression REASON. Writes
                                    accuracy.json too: what was measured, which every extract carries

GOLD holds texts/<id>.txt, truth/<id>.json and score.py, which prints its scores as JSON in the last line. What needs
spaCy is imported where it is used: the command line knows this command, and an export has no use for 150 MB of it.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from nlp import accuracy

FLOORS = Path(__file__).with_name("floors.json")
PASSAGES = Path("tests/gold/indirect.toml")  # of our own wording
PAGES = Path("tests/pages/floors.json")  # what is read out of pages, as crawler.evaluate measures it
STEP = 0.005  # floors are rounded down to this, so that one more article does not break them by a hair
Scores = dict[str, float]  # what is scored -> F1 (relevance: accuracy), 0 to 1


def scores(gold: Path, ids: set[str]) -> Scores:
    """What the rules reach on these articles of `gold`."""
    return _f1(printed(gold, ids))


def printed(gold: Path, ids: set[str]) -> dict[str, Any]:
    """What score.py says of the rules on these articles of `gold`."""
    with tempfile.TemporaryDirectory() as folder:
        truth, read = Path(folder, "truth"), Path(folder, "read")
        truth.mkdir()
        read.mkdir()
        for name, _, _, found in articles(gold, ids):
            shutil.copy(gold / "truth" / f"{name}.json", truth)
            (read / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
        command = [sys.executable, str(gold / "score.py"), str(truth), str(read)]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(json.loads(output.splitlines()[-1]))


def articles(gold: Path, ids: set[str]) -> Iterator[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    """Id, text as stored, truth and reading of each of these articles, in the form of the guidelines."""
    from nlp.document import PART_BREAK
    from nlp.pipeline import load
    from nlp.reading import reading
    from nlp.report import report

    nlp = load()
    for name in sorted(ids):
        marked = json.loads((gold / "truth" / f"{name}.json").read_text(encoding="utf-8"))
        whole = (gold / "texts" / f"{name}.txt").read_text(encoding="utf-8")
        title, _, text = whole.partition(PART_BREAK)
        day = date.fromisoformat(marked["published"]) if marked.get("published") else None
        yield name, whole, marked, report(reading(nlp, title, None, text, day))


def _f1(told: dict[str, Any]) -> Scores:
    rows = {name: row["f1"] for name, row in told.items() if isinstance(row, dict) and "f1" in row}
    return rows | {"relevance": told["relevance"]["accuracy"]}


def halves(gold: Path, held_out: Path) -> dict[str, set[str]]:
    """The ids of the articles whose rules' writers saw them, and of those that they did not."""
    names = {file.stem for file in (gold / "truth").glob("*.json")}
    lines = held_out.read_text(encoding="utf-8").split("\n")
    closed = {line for line in lines if line and not line.startswith("#")} & names
    return {"open": names - closed, "held_out": closed}


def fallen(measured: dict[str, Scores], floors: dict[str, Any]) -> list[str]:
    """One line for every score under its floor."""
    return [
        f"{half} {name}: {measured[half].get(name, 0):.3f} is under its floor {floor:.3f}"
        for half, rows in floors["floors"].items()
        for name, floor in rows.items()
        if half in measured and measured[half].get(name, 0) < floor
    ]


def raised(measured: dict[str, Scores], floors: dict[str, Any], reason: str | None) -> dict[str, Any]:
    """New floors; lower ones only with a reason, which is kept beside them."""
    new = dict(floors["floors"]) | {
        half: {name: int(f1 / STEP) * STEP for name, f1 in rows.items()} for half, rows in measured.items()
    }
    if not reason:
        for half in measured:
            for name, floor in floors["floors"].get(half, {}).items():
                new[half][name] = max(new[half].get(name, 0), floor)
    rounded = {half: {name: round(floor, 3) for name, floor in rows.items()} for half, rows in new.items()}
    reasons = [*floors["lowered"], *([reason] if reason else [])]
    return {"floors": rounded, "lowered": reasons}


@click.command("evaluate", epilog="\b\nExample:\n  pantau evaluate ../shared/gold --misses")
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--held-out", type=click.Path(exists=True, path_type=Path), default=Path("tests/gold/held_out.txt"))
@click.option("--update", is_flag=True, help="Write floors.json and accuracy.json.")
@click.option("--allow-regression", metavar="REASON", help="With --update: lower floors too, for this reason.")
@click.option("--misses", is_flag=True, help="List each miss and false hit of the open half in its context.")
def main(gold: Path, held_out: Path, update: bool, allow_regression: str | None, misses: bool) -> None:
    """Score the rules on the articles of GOLD and compare with floors.json.

    GOLD holds texts/, truth/ and score.py. Nothing of the articles named in --held-out is ever shown but their score.
    """
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    both = {half: ids for half, ids in halves(gold, held_out).items() if ids}
    if misses:
        _list(gold, both["open"])
    told = {half: printed(gold, ids) for half, ids in both.items()}
    measured = {half: _f1(rows) for half, rows in told.items()}
    for name in measured["open"]:
        click.echo(f"{name:24}" + "".join(f"{half:>10} {rows[name]:.3f}" for half, rows in measured.items()))
    low = fallen(measured, floors)
    click.echo("\n".join(low))
    if update:
        new = raised(measured, floors, allow_regression)
        FLOORS.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
        accuracy.save(accuracy.recorded(accuracy.load(), _parts(told, both)))
    sys.exit(bool(low) and not allow_regression)


def _parts(told: dict[str, dict[str, Any]], both: dict[str, set[str]]) -> dict[str, dict[str, Any]]:
    """What accuracy.json is told of: both halves, indirect speech in our own passages, pages."""
    from nlp.passages import passages, statements

    day = date.today().isoformat()
    cases = passages(PASSAGES)
    return {half: accuracy.measured(len(both[half]), rows, day) for half, rows in told.items()} | {
        "passages": accuracy.of_passages(len(cases), {"statements": statements(cases)}, day),
        "pages": accuracy.of_pages(PAGES),
    }


def _list(gold: Path, ids: set[str]) -> None:
    from nlp.misses import differences

    for name, text, truth, read in articles(gold, ids):
        for difference in differences(truth, read, text):
            click.echo(f"{name}: {difference}")


if __name__ == "__main__":
    main()
