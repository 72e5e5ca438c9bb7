"""The commands of extracts: `pantau export` and `pantau publish`."""

import logging
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import click

from pantau.config import data
from pantau.schedule import ALL_WELL, NOTHING_DONE, lock, progress

log = logging.getLogger("pantau")
DAY = click.DateTime(["%Y-%m-%d"])
EVERY = 10.0  # seconds between two reports in a log; a bar on a terminal takes all of them
FORMATS = "jsonl,csv,parquet,nested"


def _formats(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, ...]:
    given = tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))
    unknown = sorted(set(given) - set(FORMATS.split(",")))
    if unknown or not given:
        raise click.BadParameter(f"{', '.join(unknown) or 'nothing'} is no format; choose of {FORMATS}")
    return given


@click.command(
    epilog="\b\nExample:\n  pantau export extract/ --format jsonl,parquet --since 2019-01-01 --relevant",
)
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--format", "formats", default=FORMATS, show_default=True, callback=_formats, help="Formats, by commas.")
@click.option("--since", type=DAY, help="Leave out what was printed before this day.")
@click.option("--until", type=DAY, help="Leave out what was printed after this day.")
@click.option("--publisher", "publishers", multiple=True, help="Only of this publisher; may be given several times.")
@click.option("--relevant", is_flag=True, help="Only articles about small and medium industry.")
@click.option(
    "--topic", "topics", multiple=True, help="Only articles on this topic, e.g. ikm; several mean any of them."
)
@click.option(
    "--entity", "entities", multiple=True, help="Only articles that name this one (id or name); several mean any."
)
@click.option("--with-text", is_flag=True, help="With the articles' texts, which belong to their publishers.")
def export(
    out: Path,
    formats: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    publishers: tuple[str, ...],
    relevant: bool,
    topics: tuple[str, ...],
    entities: tuple[str, ...],
    with_text: bool,
) -> None:
    """Write all that was read out of the articles to OUT: one file a kind of record, described and with checksums.

    An earlier extract in OUT is replaced once the new one is whole, and stays when it fails (exit code 2).
    """
    from pantau.export import extract
    from pantau.export.selection import Selection

    selection = Selection(_iso(since), _iso(until), publishers, relevant, topics, entities, with_text)
    try:
        with progress("export", "rows") as report:
            written = extract.export(data() / "ikm.db", out, formats, selection, _seldom(report))
    except extract.NotWritten as error:
        click.echo(str(error), err=True)
        sys.exit(NOTHING_DONE)
    if with_text:
        click.echo(
            f"The texts belong to their publishers: read {out / 'README.md'} before you pass anything on.", err=True
        )
    click.echo(f"export: {len(written)} files, {sum(item.rows for item in written)} rows in {out}")
    sys.exit(ALL_WELL)


@click.command(epilog="\b\nExample:\n  pantau publish")
def publish() -> None:
    """Write today's extract to data/extracts/<date>/, which `pantau serve` shows at /extracts/: nightly from cron."""
    from pantau.export import extract
    from pantau.export import publish as publishing

    extracts = data() / "extracts"
    with lock(extracts):
        try:
            with progress("publish", "rows") as report:
                today = datetime.now().astimezone().date()
                target = publishing.publish(data() / "ikm.db", extracts, today, _seldom(report))
        except extract.NotWritten as error:
            click.echo(str(error), err=True)
            sys.exit(NOTHING_DONE)
    click.echo(f"publish: {target}")
    sys.exit(ALL_WELL)


def _iso(day: datetime | None) -> str | None:
    return day.date().isoformat() if day else None


def _seldom(report: Callable[[int, int | None], None]) -> Callable[[int, int | None], None]:
    last = time.monotonic()

    def reported(done: int, total: int | None) -> None:
        nonlocal last
        if sys.stderr.isatty() or done == total or time.monotonic() >= last + EVERY:
            last = time.monotonic()
            report(done, total)

    return reported
