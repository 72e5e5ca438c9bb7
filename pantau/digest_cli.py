"""The command of the digest: `pantau digest`."""

import asyncio
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from pantau.config import config, data
from pantau.schedule import ALL_WELL, NOTHING_DONE, SOME_FAILED

DAY = click.DateTime(["%Y-%m-%d"])
DESK_ZONE = ZoneInfo("Asia/Jakarta")  # where the desk's day begins
FORMATS = {"text": "txt", "html": "html", "eml": "eml"}  # option -> ending of the file
Pages = dict[str, bytes]  # format -> what it is written as


@click.command(
    epilog="\b\nExample:\n"
    "  pantau digest --date 2026-11-19\n"
    "  pantau digest --eml --to desk@example.org | sendmail -t     # every morning, from cron\n"
    "  pantau digest --text --html --out digests/"
)
@click.option(
    "--saved", type=click.Path(dir_okay=False, path_type=Path), help="Saved searches; else tersimpan.yaml in data/."
)
@click.option("--date", "day", type=DAY, help="The day that is told of; yesterday in Jakarta when not given.")
@click.option("--text", is_flag=True, help="Plain text; when nothing is asked for.")
@click.option("--html", is_flag=True, help="A page that can be printed.")
@click.option("--eml", is_flag=True, help="A mail of both, for sendmail.")
@click.option("--to", multiple=True, help="Who gets the mail; may be repeated.")
@click.option("--sender", default="", help="Whom the mail is from.")
@click.option("--out", type=click.Path(path_type=Path), help="A file, or a folder that gets ringkasan-DAY.* files.")
def digest(
    saved: Path | None,
    day: datetime | None,
    text: bool,
    html: bool,
    eml: bool,
    to: tuple[str, ...],
    sender: str,
    out: Path | None,
) -> None:
    """Write the digest of a day: what each saved search found, each story once, and which sources were silent.

    Ends with 0 when all searches were asked (also when they found nothing), 1 when some could not be, 2 when there is
    no digest: no ikm.db, or a file of searches that cannot be used.
    """
    flags = {"text": text, "html": html, "eml": eml}
    asked = tuple(name for name in FORMATS if flags[name]) or ("text",)
    if len(asked) > 1 and (out is None or out.suffix):
        raise click.UsageError("several formats need --out with the name of a folder, e.g. --out digests/")
    told = day.date() if day else datetime.now(DESK_ZONE).date() - timedelta(days=1)
    pages, code = _pages(saved, told, asked, sender, to)
    _write(pages, told, out)
    sys.exit(code)


def _pages(
    saved: Path | None, day: date, asked: tuple[str, ...], sender: str, to: tuple[str, ...]
) -> tuple[Pages, int]:
    """The digest in each format, and the exit code; ends the program with 2 when there is none."""
    from pantau import digest as room
    from pantau.serving import desk as opened
    from pantau.serving import unready

    if reason := unready(data() / "ikm.db"):
        click.echo(reason, err=True)
        sys.exit(NOTHING_DONE)
    desk, base = opened(data(), saved), config().desk
    try:
        found = asyncio.run(room.digest(desk, day))
    except (room.BadSearches, room.Unanswered) as error:
        click.echo(str(error), err=True)
        sys.exit(NOTHING_DONE)
    write: dict[str, Callable[[], bytes]] = {
        "text": lambda: room.as_text(desk, found, base).encode(),
        "html": lambda: room.as_html(desk, found, base).encode(),
        "eml": lambda: room.as_mail(desk, found, base, sender, to),
    }
    for section in found.sections:
        if section.error:
            click.echo(f"{section.name}: {section.error}", err=True)
    return {name: write[name]() for name in asked}, ALL_WELL if found.whole else SOME_FAILED


def _write(pages: Pages, day: date, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(b"".join(pages.values()))
    elif out.suffix:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(b"".join(pages.values()))
    else:
        out.mkdir(parents=True, exist_ok=True)
        for name, page in pages.items():
            (out / f"ringkasan-{day}.{FORMATS[name]}").write_bytes(page)
