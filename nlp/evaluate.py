"""Scores the rules against articles marked by hand, and holds the floors under which no change may fall.

    python -m nlp.evaluate GOLD            prints the scores of both halves beside their floors; 1 when one is lower
    python -m nlp.evaluate GOLD --update   raises floors.json; lowers nothing without --allow-regression REASON

GOLD holds texts/<id>.txt, truth/<id>.json and score.py, which prints its scores as JSON in the last line.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import click

from nlp.document import PART_BREAK
from nlp.pipeline import load
from nlp.reading import reading
from nlp.report import report

FLOORS = Path(__file__).with_name("floors.json")
STEP = 0.005  # floors are rounded down to this, so that one more article does not break them by a hair
Scores = dict[str, float]  # what is scored -> F1 (relevance: accuracy), 0 to 1


def scores(gold: Path, ids: set[str]) -> Scores:
    """What the rules reach on these articles of `gold`."""
    nlp = load()
    with tempfile.TemporaryDirectory() as folder:
        truth, read = Path(folder, "truth"), Path(folder, "read")
        truth.mkdir()
        read.mkdir()
        for name in sorted(ids):
            shutil.copy(gold / "truth" / f"{name}.json", truth)
            marked = json.loads((truth / f"{name}.json").read_text(encoding="utf-8"))
            title, _, text = (gold / "texts" / f"{name}.txt").read_text(encoding="utf-8").partition(PART_BREAK)
            day = date.fromisoformat(marked["published"]) if marked.get("published") else None
            found = report(reading(nlp, title, None, text, day))
            (read / f"{name}.json").write_text(json.dumps(found), encoding="utf-8")
        command = [sys.executable, str(gold / "score.py"), str(truth), str(read)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return _f1(json.loads(printed.splitlines()[-1]))


def _f1(printed: dict[str, Any]) -> Scores:
    rows = {name: row["f1"] for name, row in printed.items() if isinstance(row, dict) and "f1" in row}
    return rows | {"relevance": printed["relevance"]["accuracy"]}


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
    new = {half: {name: int(f1 / STEP) * STEP for name, f1 in rows.items()} for half, rows in measured.items()}
    if not reason:
        for half, rows in floors["floors"].items():
            for name, floor in rows.items():
                new[half][name] = max(new[half].get(name, 0), floor)
    rounded = {half: {name: round(floor, 3) for name, floor in rows.items()} for half, rows in new.items()}
    reasons = [*floors["lowered"], *([reason] if reason else [])]
    return {"floors": rounded, "lowered": reasons}


@click.command()
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--held-out", type=click.Path(exists=True, path_type=Path), default=Path("tests/gold/held_out.txt"))
@click.option("--update", is_flag=True, help="Write floors.json.")
@click.option("--allow-regression", metavar="REASON", help="With --update: lower floors too, for this reason.")
def main(gold: Path, held_out: Path, update: bool, allow_regression: str | None) -> None:
    """Score the rules on the articles of GOLD and compare with floors.json."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    measured = {half: scores(gold, ids) for half, ids in halves(gold, held_out).items()}
    for name in measured["open"]:
        click.echo(f"{name:24}" + "".join(f"{half:>10} {rows[name]:.3f}" for half, rows in measured.items()))
    low = fallen(measured, floors)
    click.echo("\n".join(low))
    if update:
        new = raised(measured, floors, allow_regression)
        FLOORS.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")
    sys.exit(bool(low) and not allow_regression)


if __name__ == "__main__":
    main()
