"""articles.db -> ikm.db: reads what is new or changed since the last time, or everything into a new file."""

import hashlib
import logging
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from spacy.language import Language

from nlp import coverage, duplicates, rows
from nlp.extract import EXTRACTORS
from nlp.people import identity_tables
from nlp.pipeline import load, model_version
from nlp.reading import Reading, reading
from nlp.store import TOLD_APART, ikm_db

log = logging.getLogger(__name__)
ANALYSED = 1000  # rows of an index that are looked at: at a million articles all of them take half a minute
NEW_ARTICLES = "select * from source.articles where changed > ? order by changed"
Progress = Callable[[int, int], None]  # articles read so far, articles to read


@dataclass(frozen=True)
class Tagging:
    """What one run of `tag` did."""

    articles: int  # read now
    failed: int  # of these, with a step that could not read them (table failures)
    rules_changed: bool  # True when articles read earlier were read with other rules: a rebuild would read them anew


def tag(source: Path, target: Path, rebuild: bool = False, progress: Progress = lambda done, total: None) -> Tagging:
    """Reads articles.db at `source` into ikm.db at `target`.

    Each article is one transaction, so a kill loses nothing and the next run goes on. `rebuild` reads everything
    into a new file beside `target` and copies it over in one transaction when it is whole: a server that has
    `target` open goes on and shows the new state. Raises FileNotFoundError when there is no `source`.
    """
    if not source.exists():
        raise FileNotFoundError(f"{source} does not exist: collect articles first, e.g. pantau crawl surya")
    if not rebuild:
        return _tag(source, target, progress)
    fresh = target.with_suffix(".new.db")
    _remove(fresh)
    result = _tag(source, fresh, progress, target)
    with ikm_db(target).conn as old, ikm_db(fresh).conn as new:
        new.backup(old)
    _remove(fresh)
    return result


def rules_version() -> str:
    """Twelve hex digits that change with any rule, word or name."""
    digest = hashlib.sha256()
    for name, content in sorted(_sources(files("nlp"))):
        digest.update(name.encode() + content)
    return digest.hexdigest()[:12]


def _sources(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name not in {"__pycache__", "training", "model"}:
            yield from ((f"{entry.name}/{name}", content) for name, content in _sources(entry))
        elif entry.name.endswith((".py", ".toml")):
            yield entry.name, entry.read_bytes()


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)


def _tag(source: Path, target: Path, progress: Progress, replaced: Path | None = None) -> Tagging:
    """Reads what is new in `source` into `target`; persons whom the database `replaced` knows keep their ids."""
    db = ikm_db(target).conn
    db.row_factory = sqlite3.Row
    db.execute("attach database ? as source", (f"file:{source.resolve()}?mode=ro",))
    known = replaced is not None and _attach(db, replaced)
    try:
        rules, mark = rules_version(), db.execute("select coalesce(max(mark), 0) from taggings").fetchone()[0]
        former = {row[0] for row in db.execute("select rules from taggings where articles > 0")}
        todo = db.execute("select count(*) from source.articles where changed > ?", (mark,)).fetchone()[0]
        with db:
            rows.copy_sources(db)
            if known:
                identity_tables.take_over(db)
        failed = _read_all(db, _begin(db, rules, mark), mark, todo, progress) if todo else 0
        _finish(db)
        return Tagging(todo, failed, bool(former - {rules}))
    finally:
        db.execute("detach database source")
        db.close()


def _attach(db: sqlite3.Connection, path: Path) -> bool:
    """Attaches the database that is to be replaced as `former`, if persons of one name are told apart in it."""
    if not path.exists():
        return False
    db.execute("attach database ? as former", (f"file:{path.resolve()}?mode=ro",))
    if db.execute("pragma former.user_version").fetchone()[0] == TOLD_APART:
        return True
    db.execute("detach database former")
    return False


def _begin(db: sqlite3.Connection, rules: str, mark: int) -> int:
    with db:
        row = (_now(), rules, model_version(), mark)
        cursor = db.execute(
            "insert into taggings (started, rules, model, mark, articles, failed) values (?,?,?,?,0,0)", row
        )
    return int(cursor.lastrowid or 0)


def _read_all(db: sqlite3.Connection, tagging: int, mark: int, todo: int, progress: Progress) -> int:
    nlp = load()
    for done, article in enumerate(db.execute(NEW_ARTICLES, (mark,)), 1):
        _read_one(db, nlp, article, tagging)
        progress(done, todo)
    return int(db.execute("select failed from taggings where id = ?", (tagging,)).fetchone()[0])


def _finish(db: sqlite3.Connection) -> None:
    """What is made from all articles together; also after a run that was killed before it came here."""
    if not db.execute("select 1 from taggings where ended is null").fetchone():
        with db:
            coverage.collect(db)  # the runs are new even where no article is
        return
    with db:
        duplicates.group(db)
        rows.refresh(db)
        db.execute("update taggings set ended = ? where ended is null", (_now(),))
    db.execute(f"pragma analysis_limit = {ANALYSED}")
    db.execute("analyze main")


def _read_one(db: sqlite3.Connection, nlp: Language, article: sqlite3.Row, tagging: int) -> None:
    if not article[
        "kept"
    ]:  # a row of title, time and address: it counts for the share of coverage, nothing is read in it
        _count_only(db, article, tagging)
        return
    published = rows.day(article["published"])
    read = reading(nlp, article["title"], article["caption"], article["text"], published)
    for step, error in read.failures.items():
        log.error("%s: %s could not read it: %s", article["url"], step, error)
    with db:
        rows.write(db, article, read)
        duplicates.separate(db, article["id"])
        duplicates.remember(db, article["id"], article["text"], article["title"])
        db.execute(
            "update taggings set mark = ?, articles = articles + 1, failed = failed + ? where id = ?",
            (article["changed"], bool(read.failures), tagging),
        )


def _count_only(db: sqlite3.Connection, article: sqlite3.Row, tagging: int) -> None:
    """Writes the row of an article that is not kept; without a text it belongs to no story."""
    with db:
        rows.write(db, article, Reading({extract.__name__: [] for extract in EXTRACTORS}))
        duplicates.forget(db, article["id"])
        db.execute("update taggings set mark = ?, articles = articles + 1 where id = ?", (article["changed"], tagging))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
