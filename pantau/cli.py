"""The command line. Each command's help carries an example that runs."""

import json
import logging
import sys
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from nlp.evaluate import main as evaluate
from pantau import config as configuration
from pantau.config import data
from pantau.digest_cli import digest
from pantau.export_cli import export, publish
from pantau.schedule import ALL_WELL, NOTHING_DONE, SOME_FAILED, lock, log_plainly

log = logging.getLogger("pantau")
DAY = click.DateTime(["%Y-%m-%d"])


def _example(*lines: str) -> str:
    return "\b\nExample:\n" + "\n".join(f"  {line}" for line in lines)


def _day(value: datetime | None) -> date | None:
    return value.date() if value else None


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("pantau-ikm"), prog_name="pantau")
def main() -> None:
    """Follows the Indonesian press on small and medium industry: collects articles, reads them, publishes them.

    Everything is written under data/, or under the folder named by the environment variable PANTAU_DATA.
    """
    log_plainly()


@main.command(epilog=_example("pantau init"))
def init() -> None:
    """Write the commented configuration, pantau.toml, and an example of saved searches, data/tersimpan.yaml."""
    examples = {configuration.path(): configuration.TEMPLATE, data() / "tersimpan.yaml": configuration.saved_searches()}
    written = [_written(file, text) for file, text in examples.items()]
    if not any(written):
        sys.exit(NOTHING_DONE)
    click.echo("Put your contact address into the configuration before the first live crawl.")


def _written(file: Path, text: str) -> bool:
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as out:
            out.write(text)
    except FileExistsError:
        click.echo(f"{file} is already there and was left as it is.", err=True)
        return False
    click.echo(f"Wrote {file}.")
    return True


@main.command(
    epilog=_example(
        "pantau crawl surya kompas --limit 20",
        "pantau crawl kontan --since 2024-01-01    # the past, through sitemaps and dated indexes; kill it and go on",
        "pantau crawl --archive press.warc.gz",
        "pantau crawl --archive CC-NEWS/2026/10/warc.paths.gz --terms kopi.toml",
    )
)
@click.argument("publishers", nargs=-1)
@click.option("--since", type=DAY, help="Walk back to this day, and no further.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many articles of each publisher.")
@click.option(
    "--archive",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="Read this web archive (WARC, WACZ, or a list of paths) in place of the live web; may be repeated.",
)
@click.option("--keep", type=click.Choice(["all", "ikm"]), help="Keep every text, or those that name small industry.")
@click.option(
    "--terms",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of words of your own; articles that name one are kept whole too.",
)
def crawl(
    publishers: tuple[str, ...],
    since: datetime | None,
    limit: int | None,
    archive: tuple[Path, ...],
    keep: str | None,
    terms: Path | None,
) -> None:
    """Collect articles not seen before, of all publishers or of those named.

    An archive answers feeds, sitemaps and indexes where it holds them; then every article of a known publisher in it
    is read. A list names archives below its folder, which are read one after the other, each once.

    Ends with 0 when all went well, 1 when some publishers failed, 2 when nothing could be done, 75 when another
    run holds the lock.
    """
    from pantau import run

    with lock(data()):
        sys.exit(run.crawl(publishers, _day(since), limit, archive, keep=keep, terms=terms).code)


@main.command(epilog=_example("pantau tag", "pantau tag --rebuild"))
@click.option("--rebuild", is_flag=True, help="Read every article again, into a new file that then takes over.")
def tag(rebuild: bool) -> None:
    """Read officials, ministries, countries, places, figures, dates and quotations out of new articles."""
    from pantau import run

    with lock(data()):
        sys.exit(run.tag(rebuild).code)


@main.command(epilog=_example("pantau update"))
@click.option(
    "--archive",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    multiple=True,
    help="Read from this web archive (WARC) in place of the live web.",
)
def update(archive: tuple[Path, ...]) -> None:
    """Crawl, then tag: what cron calls. Ends with a summary in one line."""
    from pantau import run

    with lock(data()):
        crawled = run.crawl((), None, None, archive)
        tagged = run.tag(rebuild=False)
    click.echo(f"update: {crawled.summary}; {tagged.summary}")
    sys.exit(max(crawled.code, tagged.code))


@main.command(epilog=_example("pantau serve --port 8010", "pantau serve --password --host 0.0.0.0"))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8001, show_default=True, help="Port to listen on.")
@click.option("--password", is_flag=True, help="Ask for a login; its hash stands in PANTAU_PASSWORD_HASH.")
@click.option("--public", is_flag=True, help="Show everybody all but the articles' full texts.")
def serve(host: str, port: int, password: bool, public: bool) -> None:
    """Publish ikm.db with Datasette, on this machine alone unless told otherwise.

    The name to log in with is petugas; `datasette hash-password` makes the hash.
    """
    from pantau.serving import serve as run_server

    sys.exit(run_server(data(), host, port, password, public))


@main.command(epilog=_example("pantau read article.txt --published 2019-07-03", "pantau read page.html --explain"))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--url", help="The address a saved page came from.")
@click.option("--published", type=DAY, help="The day it was printed, where the file does not say.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Write STEM.json here for each file.")
@click.option("--explain", is_flag=True, help="For a person: each record with its words, its rule, its meaning.")
def read(files: tuple[Path, ...], url: str | None, published: datetime | None, out: Path | None, explain: bool) -> None:
    """Print what is read out of saved pages (.html) or plain texts (.txt), one line of JSON for each file.

    A text is a headline, a blank line, and the text. Ends with 1 when a file could not be read; the others are.
    """
    from nlp.pipeline import load
    from pantau.read import Unreadable
    from pantau.read import read as read_file

    nlp, code = load(), ALL_WELL
    if out:
        out.mkdir(parents=True, exist_ok=True)
    for file in files:
        try:
            found = read_file(nlp, file, url, _day(published))
        except Unreadable as error:
            click.echo(f"{file}: {error}", err=True)
            code = SOME_FAILED
            continue
        if out:
            (out / f"{file.stem}.json").write_text(_json(found.document) + "\n", encoding="utf-8")
        if explain:
            click.echo(found.explanation)
        elif not out:
            click.echo(_json(found.document))
    sys.exit(code)


@main.command(epilog=_example("pantau status", "pantau status --json"))
@click.option("--json", "as_json", is_flag=True, help="As JSON, for scripts.")
def status(as_json: bool) -> None:
    """Show each publisher's last good run and yield. Ends with 1 when a source has gone quiet."""
    from pantau.status import statuses, table

    found = statuses(data() / "articles.db", datetime.now().astimezone())
    click.echo(json.dumps([s.as_dict() for s in found], ensure_ascii=False) if as_json else table(found))
    sys.exit(SOME_FAILED if any(s.quiet for s in found) else ALL_WELL)


@main.command(epilog=_example("pantau demo --no-serve"))
@click.option("--serve/--no-serve", "serving", default=True, help="Serve the result until interrupted.")
@click.option("--port", default=8001, show_default=True, help="Port to serve on.")
def demo(serving: bool, port: int) -> None:
    """Collect, read and publish the sample press: the whole way, without the network."""
    from pantau import demo as sample
    from pantau.serving import serve as run_server

    folder = data() / "demo"
    code = sample.run(folder)
    if code != ALL_WELL or not serving:
        sys.exit(code)
    sys.exit(run_server(folder, "127.0.0.1", port))


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False)


main.add_command(digest)
main.add_command(evaluate)
main.add_command(export)
main.add_command(publish)
