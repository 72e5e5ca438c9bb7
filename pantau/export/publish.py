"""`pantau publish`: an extract of every night under extracts/<date>/, old ones removed by a rule known beforehand."""

import json
import os
import shutil
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pantau.export.extract import PACKAGE, Progress, export
from pantau.export.package import checksum
from pantau.export.schema import SCHEMA_VERSION

INDEX = "index.json"
LATEST = "latest"
DAILY = timedelta(days=14)
WEEKLY = timedelta(weeks=12)
RULE = (
    "Every extract is kept for 14 days; the first of each ISO week for 12 weeks; the first of each month for ever. "
    "Cite one that is kept for ever where you can."
)


def publish(database: Path, extracts: Path, today: date, progress: Progress = lambda done, total: None) -> Path:
    """Writes `extracts`/<today>/, lists it and removes what the rule lets go. Raises NotWritten before any change."""
    extracts.mkdir(parents=True, exist_ok=True)
    target = extracts / today.isoformat()
    export(database, target, progress=progress)
    _point(extracts / LATEST, target.name)
    dates = published(extracts)
    kept = keep(dates, today)
    _list(extracts, {day: kept[day] for day in dates if day in kept})
    for day in dates:
        if day not in kept:
            shutil.rmtree(extracts / day.isoformat())
    return target


def published(extracts: Path) -> list[date]:
    """The days of the whole extracts in this folder, newest first; one with texts is for nobody else's eyes."""
    days = []
    for path in extracts.iterdir():
        try:
            day = date.fromisoformat(path.name)
        except ValueError:  # latest, index.json, a part
            continue
        if (path / PACKAGE).exists() and not _has_texts(path):
            days.append(day)
    return sorted(days, reverse=True)


def _has_texts(folder: Path) -> bool:
    package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
    return bool(package["pantau"]["selection"]["with_text"])


def keep(days: Iterable[date], today: date) -> dict[date, str]:
    """Which extracts stay, and as what: monthly, weekly or daily.

    The first of a week or month is known on its day, so what is told of an extract when it is published stays true.
    """
    kept: dict[date, str] = {}
    weeks: set[tuple[int, int]] = set()
    months: set[tuple[int, int]] = set()
    for day in sorted(days):
        week, month = day.isocalendar()[:2], (day.year, day.month)
        if month not in months:
            kept[day] = "monthly"
        elif week not in weeks and today - day < WEEKLY:
            kept[day] = "weekly"
        elif today - day < DAILY:
            kept[day] = "daily"
        weeks.add(week)
        months.add(month)
    return kept


def _point(link: Path, target: str) -> None:
    """`link` leads to the folder `target` beside it, from one moment to the next."""
    fresh = link.with_name(f".{link.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target)
    fresh.replace(link)


def _list(extracts: Path, kept: dict[date, str]) -> None:
    content = {
        "schema_version": SCHEMA_VERSION,
        "latest": os.readlink(extracts / LATEST),
        "rule": RULE,
        "extracts": [_entry(extracts / day.isoformat(), kind) for day, kind in kept.items()],
    }
    fresh = extracts / f".{INDEX}.new"
    fresh.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    fresh.replace(extracts / INDEX)


def _entry(folder: Path, kind: str) -> dict[str, Any]:
    package = json.loads((folder / PACKAGE).read_text(encoding="utf-8"))
    about = package["pantau"]
    names = {resource["path"]: resource for resource in package["resources"]}
    listed = (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = [(line.partition("  ")[0], line.partition("  ")[2]) for line in listed]
    files = [
        {
            "path": path,
            "bytes": (folder / path).stat().st_size,
            "sha256": digest,
            "rows": names.get(path, {}).get("rowCount"),
            "name": names.get(path, {}).get("name"),
        }
        for digest, path in [*sums, (checksum(folder / "SHA256SUMS"), "SHA256SUMS")]
    ]
    return {
        "date": folder.name,
        "kept": kind,
        **{key: about[key] for key in ("id", "schema_version", "program", "rules", "model", "state", "period")},
        "bytes": sum(file["bytes"] for file in files),
        "files": files,
    }
