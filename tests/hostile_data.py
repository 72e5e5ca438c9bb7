"""An ikm.db in which all that comes from a website is hostile: markup, scripts, formulas, turned text, a megabyte."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from nlp.rows import summarise
from nlp.search import rebuild, stems
from nlp.store import ikm_db

MARKUP = '<script>alert(1)</script><b onmouseover="alert(2)">Tebal</b>'
FORMULAS = (
    '=HYPERLINK("http://jahat.example","klik")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "=cmd|' /C calc'!A0",
)
TURNED = "\u202eKIM ATIREB\u202c"
SCRIPT = "javascript:alert(3)"
LONG = "serangga " + "kata panjang sekali " * 52_500  # one paragraph of a megabyte
LONG_ARTICLE, LAST_WORD = 20, "penutup"
DENSE_ARTICLE, DENSE = 21, "5 ton " * 6_000  # a figure in every six characters
NAMES = (MARKUP, *FORMULAS, TURNED)  # of article n + 1: in its title, section, tags, quotation, figure and entity
DAY = "2026-11-19"


def hostile_data(folder: Path) -> Path:
    """`folder`/ikm.db with one article for each of NAMES and one of a megabyte, all of 2026-11-19."""
    path = folder / "ikm.db"
    db = ikm_db(path).conn
    with db:
        for name, title in (("jahat", MARKUP), ("diam", TURNED)):
            homes = {"homepage": SCRIPT, "network": NAMES[1], "reach": NAMES[2]}
            _put(db, "publishers", name=name, title=title, **homes, zone="Asia/Jakarta", language="id")
        for number, name in enumerate(NAMES, 1):
            _article(db, number, name, f"Awal {name}\n\nAkhir {name} serangga.")
        _article(db, LONG_ARTICLE, f"Panjang {MARKUP}", f"{LONG}{LAST_WORD}")
        _article(db, DENSE_ARTICLE, "Padat", DENSE)
        for start in range(6, len(DENSE), 6):
            at = {"article": DENSE_ARTICLE, "part": "text", "start": start, "end": start + 5}
            what = {"value": 5.0, "kind": "measure", "unit": "ton", "bound": "exact", "doubtful": 0, "text": "5 ton"}
            _put(db, "figures", **at, **what, sentence="5 ton 5 ton.")
            _put(db, "quotes", **at, kind="direct", text="5 ton")
        db.execute("update articles set story = 1 where id <= 3")
        _put(db, "stories", id=1, title=MARKUP, first=DAY, articles=3, publishers=1)
        _put(db, "crawls", publisher="diam", started=DAY, ended=DAY, error=MARKUP)
        rebuild(db)
        summarise(db)
    db.close()
    return path


def _article(db: sqlite3.Connection, number: int, name: str, text: str) -> None:
    listed, person, ministry = json.dumps([name]), f"person-{number}", f"ministry-{number}"
    long = text if number == LONG_ARTICLE else name
    start = {"article": number, "part": "text", "start": 0}
    names = ("title", "section", "dateline", "caption", "photo_credit", "language", "content_hash")
    lists = ("authors", "editors", "tags")
    times = {"published": f"{DAY}T10:{number:02}+07:00", "day": DAY, "fetched": f"{DAY}T05:00:00+00:00"}
    known = {"publisher": "jahat", "relevant": 1, "words": 5, "pages": 1, "complete": 1, "paywalled": 0}
    said = {**dict.fromkeys(names, name), **dict.fromkeys(lists, listed), "url": f"{SCRIPT}//{number}"}
    _put(db, "articles", id=number, **times, **known, **said)
    _put(db, "article_texts", id=number, text=text, stems=stems(text), aliases=name)
    for entity, label in ((person, "PERSON"), (ministry, "MINISTRY")):
        _put(db, "entities", id=entity, label=label, name=name, code=None, aliases=listed)
        for part in ("title", "text"):
            at = {"article": number, "part": part, "start": 0, "end": 4}
            _put(db, "mentions", **at, label=label, entity=entity, text=name)
    office = {"office": name, "institution": name, "institution_entity": ministry, "aliases": listed}
    _put(db, "officials", **start, end=4, person=person, name=name, **office)
    who = {"speaker": person, "speaker_name": name, "speaker_text": name, "cue": name, "kind": "direct"}
    _put(db, "quotes", **start, end=len(text), text=long, **who)
    what = {"value": 5.0, "kind": "count", "unit": name, "what": name, "bound": "exact", "doubtful": 0, "text": name}
    _put(db, "figures", **start, end=4, sentence=long, **what)
    _put(db, "dates", **start, end=4, date=DAY, text=name)
    _put(db, "topics", article=number, topic="ikm", words=listed)
    _put(db, "topics", article=number, topic=name, words=listed)
    _put(db, "failures", article=number, component=name, error=name)
    former = {"replaced": times["fetched"], "title": name, "caption": name, "text": text[::-1], "content_hash": "0"}
    _put(db, "revisions", article=number, number=1, fetched=times["fetched"], **former)


def _put(db: sqlite3.Connection, table: str, **row: Any) -> None:
    columns = ", ".join(f'"{name}"' for name in row)
    db.execute(f"insert into {table} ({columns}) values ({', '.join('?' * len(row))})", list(row.values()))
