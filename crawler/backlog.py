"""Path lists, as Common Crawl prints one a month of CC-NEWS: the archives they name are read in turn, each once.

A list (`….paths.gz`, `….paths`, `….txt`) names one archive a line: `crawl-data/CC-NEWS/2026/10/CC-NEWS-….warc.gz`.
Nothing is downloaded: a line stands for a file below the list's folder or one of those above it, or beside the list.
"""

import gzip
import logging
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from crawler.store import articles_db, transaction
from crawler.visits import now

LISTS = (".paths", ".paths.gz", ".txt")
Result = TypeVar("Result")
logger = logging.getLogger(__name__)


def is_list(path: str | Path) -> bool:
    """Whether this is a list of archives and no archive."""
    return str(path).endswith(LISTS)


def archives(path: str | Path) -> list[Path]:
    """The archives that a list names and that are on this machine; the log says how many are not.

    ValueError when the list cannot be read, or none of its archives is here.
    """
    try:
        content = Path(path).read_bytes()
        text = (gzip.decompress(content) if content[:2] == b"\x1f\x8b" else content).decode()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise ValueError(f"No list of archives: {path} ({error})") from error
    lines = [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]
    found = [file for line in lines if (file := _file(Path(path).absolute().parent, line))]
    if not found:
        raise ValueError(f"None of the {len(lines)} archives that {path} names is here; download them first")
    if len(found) < len(lines):
        logger.warning("%s: %d of %d archives are not here", path, len(lines) - len(found), len(lines))
    return found


def _file(folder: Path, line: str) -> Path | None:
    """The file that a line stands for."""
    name = urlsplit(line).path.lstrip("/") if "://" in line else line
    candidates = [*(above / name for above in (folder, *folder.parents)), folder / Path(name).name]
    return next((file for file in candidates if file.is_file()), None)


def in_turn(
    db_path: Path, files: Sequence[Path], asked: str, read: Callable[[Path], Result]
) -> Iterator[tuple[Path, Result]]:
    """What `read` gives for each of these archives, one after the other, each in a process of its own.

    An archive that was read to its end for the same question (`asked`) is passed over, so that a killed run goes on
    with the archive at which it stood. One that ends its process (memory, a damaged file) does not stop the others.
    """
    for file in files:
        key = [str(file), file.stat().st_size, asked]
        if _is_done(db_path, key):
            logger.info("%s was read before", file.name)
            continue
        # A process each: the reactor runs once in a process, and the index of one archive does not add to the next.
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            try:
                result = pool.submit(read, file).result()
            except (BrokenProcessPool, ValueError, OSError) as error:
                logger.error("%s could not be read: %s", file, error)
                continue
        _done(db_path, key)
        yield file, result


def _is_done(db_path: Path, key: list[object]) -> bool:
    db = articles_db(db_path)
    try:
        query = "select 1 from archives where name = ? and bytes = ? and asked = ?"
        return db.execute(query, key).fetchone() is not None
    finally:
        db.close()


def _done(db_path: Path, key: list[object]) -> None:
    db = articles_db(db_path)
    try:
        with transaction(db) as conn:
            conn.execute(
                "insert or replace into archives (name, bytes, asked, ended) values (?, ?, ?, ?)", [*key, now()]
            )
    finally:
        db.close()
