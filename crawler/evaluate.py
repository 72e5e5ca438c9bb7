"""Scores what is read out of saved pages, and holds the floors under which no change may fall.

    python -m crawler.evaluate                  our own pages, and those of real sites where they are at hand
    python -m crawler.evaluate --misses         names each field that is not as a reader sees it
    python -m crawler.evaluate --update         raises floors.json; lowers nothing without --allow-regression REASON

Each set is read twice: with what our spiders know of their sites, and without, as a site never seen would be.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import click

from crawler import listings, scores
from crawler.extract import article
from crawler.items import Hints
from crawler.likely import likely
from crawler.registry import spider_for
from crawler.scores import CEILINGS, Scores, Truth

OWN = Path("tests/pages")  # <publisher>/<slug>.html with the expected record beside it
OWN_LISTINGS = Path("tests/publishers")  # <publisher>/<slug>.html or .xml, likewise
SHARED = Path("../shared/pages")  # saved pages of real sites, with the truth and its scorer in truth/
FLOORS = OWN / "floors.json"
STEP = 0.5  # percent: floors are rounded down to it, so that one more page does not break them by a hair
ROWS = ("F1", "with", "without", "title", "day", "time", "authors", "named", "editors", "caption")
Measured = dict[str, Scores]  # set of pages -> its scores
Floors = dict[str, Any]


@dataclass(frozen=True)
class Saved:
    """A saved page or listing and what a reader sees on it."""

    name: str  # "surya/batik-tulis"
    body: bytes
    truth: dict[str, Any]

    def hints(self, known: bool) -> Hints:
        """What is known of its publisher; without `known` nothing."""
        if not known:
            return Hints()
        spider = spider_for(self.truth["url"])
        return spider.hints() if spider else Hints(**self.truth.get("hints", {}))


def own_pages(folder: Path = OWN) -> list[Saved]:
    """The pages of our own wording."""
    return [
        Saved(f"{path.parent.name}/{path.stem}", path.with_suffix(".html").read_bytes(), _json(path))
        for path in sorted(folder.glob("*/*.json"))
        if path.with_suffix(".html").is_file()
    ]


def own_listings(folder: Path = OWN_LISTINGS) -> list[Saved]:
    """The feeds and index pages of our own wording."""
    found = []
    for path in sorted(folder.glob("*/*.json")):
        file = next(file for kind in (".html", ".xml") if (file := path.with_suffix(kind)).is_file())
        found.append(Saved(f"{path.parent.name}/{path.stem}", file.read_bytes(), _json(path)))
    return found


def shared(folder: Path, indexes: bool) -> list[Saved]:
    """The saved pages of real sites, or their indexes and feeds; none where they are not at hand."""
    truths = [p for p in sorted((folder / "truth").glob("*__*.json")) if p.name.startswith("index__") == indexes]
    return [
        Saved(path.stem, (folder / truth["file"]).read_bytes(), truth) for path in truths for truth in [_json(path)]
    ]


def read(saved: Saved, known: bool) -> dict[str, Any]:
    """The fields of the article on a saved page; nothing where none was read."""
    found = article([saved.body], saved.truth["url"], saved.hints(known))
    return json.loads(json.dumps(asdict(found))) if found else {}


def taken(saved: Saved, known: bool) -> list[str]:
    """The addresses on a listing that are taken for articles: by the publisher's pattern, or as of any site."""
    url, kind = saved.truth["url"], "feed" if saved.truth["kind"] in ("rss", "atom", "feed") else "index"
    links = listings.links(kind, saved.body, url, "Asia/Jakarta")
    spider = spider_for(url) if known else None
    if spider is not None:
        return [address for link in links if (address := spider.article_address(link.url))]
    chosen = likely(links, url) if kind == "index" else links
    return [link.url.partition("?utm_")[0] for link in chosen]


def measured(shared_folder: Path = SHARED) -> Measured:
    """The scores of each set, with and without hints. The indexes of real sites name other houses' articles too, of
    days when addresses had other forms: they are read as those of sites never seen."""
    found: Measured = {}
    for known in (True, False):
        kind = "hints on" if known else "hints off"
        found[f"own pages, {kind}"] = own_scores(known)
        found[f"own listings, {kind}"] = scores.total(
            scores.listing(one.truth["links"], one.truth["not_articles"], taken(one, known)) for one in own_listings()
        )
        if (shared_folder / "truth" / "score.py").is_file():
            found[f"shared pages, {kind}"] = shared_scores(shared_folder, known)
    if pages := shared(shared_folder, indexes=True):
        found["shared listings, hints off"] = scores.total(
            scores.listing(one.truth["links"], one.truth["not_articles"], taken(one, False)) for one in pages
        )
    return found


def own_scores(known: bool) -> Scores:
    """The scores of our own pages."""
    return scores.total(points(one, known) for one in own_pages())


def points(saved: Saved, known: bool) -> Counter[str]:
    """The points of one of our own pages."""
    truth = Truth(saved.truth["article"], saved.truth["with"], saved.truth["without"])
    return scores.page(truth, read(saved, known))


def shared_scores(folder: Path, known: bool) -> Scores:
    """What the scorer beside the saved pages of real sites says."""
    answers = [{**read(one, known), "file": one.truth["file"]} for one in shared(folder, indexes=False)]
    with tempfile.TemporaryDirectory() as work:
        lines, out = Path(work, "answers.jsonl"), Path(work, "scores.json")
        lines.write_text("\n".join(map(json.dumps, answers)), encoding="utf-8")
        command = [sys.executable, str(folder / "truth" / "score.py"), str(lines), "--json", str(out)]
        subprocess.run(command, check=True, capture_output=True)
        printed: dict[str, float] = _json(out)["total"]
    return {name: printed[name] for name in ROWS}


def misses(known: bool) -> Iterator[str]:
    """One line for each field of our own pages that is not read as a reader sees it."""
    for one in own_pages():
        found = read(one, known)
        for name, wanted in one.truth["article"].items():
            if name not in ("publisher", "url") and found.get(name) != wanted:
                yield f"{one.name}: {name}: {found.get(name)!r} in place of {wanted!r}"


def fallen(found: Measured, floors: Floors) -> list[str]:
    """One line for every score under its floor, or over its ceiling. A set that is not at hand is not asked for."""
    fell = {True: "over its ceiling", False: "under its floor"}
    return [
        f"{kind}, {name}: {found[kind][name]:.1f} is {fell[name in CEILINGS]} {floor}"
        for kind, rows in floors["floors"].items()
        for name, floor in rows.items()
        if kind in found and _worse(name, found[kind][name], floor)
    ]


def raised(found: Measured, floors: Floors, reason: str | None) -> Floors:
    """New floors; lower ones only with a reason, which is kept beside them. Sets that are not at hand keep theirs."""
    new: dict[str, Scores] = {kind: dict(rows) for kind, rows in floors["floors"].items()}
    for kind, rows in found.items():
        for name, score in rows.items():
            rounded = -(-score // STEP) * STEP if name in CEILINGS else score // STEP * STEP
            former = new.setdefault(kind, {}).get(name)
            if former is None or reason or not _worse(name, rounded, former):
                new[kind][name] = rounded
    return {**floors, "floors": new, "lowered": [*floors["lowered"], *([reason] if reason else [])]}


def _worse(name: str, score: float, floor: float) -> bool:
    return score > floor if name in CEILINGS else score < floor


def _json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


@click.command("evaluate")
@click.option("--shared", "folder", type=click.Path(path_type=Path), default=SHARED, show_default=True)
@click.option("--misses", "listed", is_flag=True, help="Name each field of our own pages that is not as it should be.")
@click.option("--update", is_flag=True, help="Write floors.json.")
@click.option("--allow-regression", metavar="REASON", help="With --update: lower floors too, for this reason.")
def main(folder: Path, listed: bool, update: bool, allow_regression: str | None) -> None:
    """Score the reading of saved pages and compare it with the floors."""
    floors = _json(FLOORS)
    for known in (True, False) if listed else ():
        click.echo("\n".join(f"hints {'on' if known else 'off'}: {line}" for line in misses(known)))
    found = measured(folder)
    for kind, rows in found.items():
        click.echo(f"{kind:28}" + "  ".join(f"{name} {score:.1f}" for name, score in rows.items()))
    low = fallen(found, floors)
    click.echo("\n".join(low))
    if update:
        new = raised(found, floors, allow_regression)
        FLOORS.write_text(json.dumps(new, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    sys.exit(bool(low) and not (update and allow_regression))


if __name__ == "__main__":
    main()
