"""The tables of ikm.db that keep who is who and which offices they had, made anew or carried over."""

import sqlite3

from nlp.people.careers import region_of

FILL = "insert or ignore into identities select substr(id, 8), id from entities where label = 'PERSON'"  # "person-…"
OFFICES = """
insert into offices
select o.person, o.office, coalesce(o.institution, ''), max(o.institution_entity),
    region_of(o.office, coalesce(o.institution, '')), min(a.day), max(a.day), count(*)
from officials as o join articles as a on a.id = o.article {} group by 1, 2, 3
"""
CHANGED = "where person in (select person from changed_persons)"


def prepare(db: sqlite3.Connection) -> None:
    """Makes region_of() known to a connection that writes `offices`."""
    db.create_function("region_of", 2, region_of, deterministic=True)


def summarise(db: sqlite3.Connection) -> None:
    """Makes `offices` anew. The caller commits."""
    _summarise(db, "")


def refresh(db: sqlite3.Connection) -> None:
    """Makes the offices of those anew whom articles have named, or name no more, since the last time."""
    _summarise(db, CHANGED)


def _summarise(db: sqlite3.Connection, which: str) -> None:
    prepare(db)
    db.execute(f"delete from offices {which}")
    db.execute(OFFICES.format(which))
    db.execute("delete from changed_persons")


def fill(db: sqlite3.Connection) -> None:
    """Takes over the persons of a database in which each name was one person. The caller commits."""
    db.execute(FILL)
    summarise(db)


def take_over(db: sqlite3.Connection) -> None:
    """Copies what the attached database `former` knows of persons, so that a rebuild gives them the same ids."""
    for table in ("identities", "offices"):
        db.execute(f"insert into {table} select * from former.{table}")
