"""Which rows go into an extract, and the query that reads them."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pantau.export.schema import Column, Table

BY_ARTICLE = ("mentions", "officials", "quotes", "figures", "dates", "topics", "revisions", "failures")
EVERYTHING = "where true"
NAMED = """
insert into temp.named select entity from mentions where article in (select id from temp.chosen)
union select person from officials where article in (select id from temp.chosen)
union select institution_entity from officials where institution_entity is not null
    and article in (select id from temp.chosen)
union select speaker from quotes where speaker is not null and article in (select id from temp.chosen)
"""
HELD = """
insert or ignore into temp.named select institution_entity from offices
where institution_entity is not null and person in (select id from temp.named)
"""


@dataclass(frozen=True)
class Selection:
    """What was asked for; everything when nothing was."""

    since: str | None = None  # ISO 8601 day of publication, inclusive
    until: str | None = None  # the same
    publishers: tuple[str, ...] = ()
    relevant: bool = False  # True: only articles about IKM
    topics: tuple[str, ...] = ()  # any of them
    entities: tuple[str, ...] = ()  # ids or names, any of them
    with_text: bool = False

    @property
    def narrows(self) -> bool:
        """True when some articles may be left out."""
        return bool(self.since or self.until or self.publishers or self.relevant or self.topics or self.entities)


class Unknown(ValueError):
    """A publisher, topic or entity that the database does not know."""


def choose(db: sqlite3.Connection, selection: Selection) -> None:
    """Fills the temporary tables `chosen` (articles) and `named` (entities). Raises Unknown for a name not there."""
    db.execute("pragma temp_store = memory")
    db.execute("create temp table chosen (id integer primary key)")
    db.execute("create temp table named (id text primary key) without rowid")
    if not selection.narrows:
        return
    where, values = ["1"], []
    for condition, value in (("day >= ?", selection.since), ("day <= ?", selection.until)):
        if value:
            where.append(condition)
            values.append(value)
    if selection.relevant:
        where.append("relevant = 1")
    for condition, column, given in (
        ("publisher in (?)", "select name from publishers where name = ?", selection.publishers),
        ("id in (select article from topics where topic in (?))", "select ?", selection.topics),
        (
            "id in (select article from mentions where entity in (?))",
            "select id from entities where id = ?1 or name = ?1 collate nocase",
            selection.entities,
        ),
    ):
        if given:
            found = _known(db, column, given)
            where.append(condition.replace("?", ",".join("?" * len(found))))
            values += found
    db.execute(f"insert into temp.chosen select id from articles where {' and '.join(where)}", values)
    db.execute(NAMED)
    db.execute(HELD)


def _known(db: sqlite3.Connection, query: str, given: Sequence[str]) -> list[str]:
    found: list[str] = []
    for name in given:
        rows = [row[0] for row in db.execute(query, (name,))]
        if not rows:
            raise Unknown(f"{name} is not in the database: /ikm/publishers, /ikm/topics and /ikm/entities list what is")
        found += rows
    return found


def query(table: Table, selection: Selection) -> tuple[str, list[Any]]:
    """The SQL that reads the rows of the table in the order of its key, and its values."""
    tail, values = rest(table, selection)
    return f"select {', '.join(expressions(table))} {tail}", values


def expressions(table: Table) -> list[str]:
    """The SQL of each column."""
    return [_expression(table, column) for column in table.columns]


def rest(table: Table, selection: Selection, within: tuple[Any, Any] = (None, None)) -> tuple[str, list[Any]]:
    """What stands behind the columns in the query: tables, condition, order; and its values.

    `within`: the first value of the first key column, and the one after the last; None where it is open.
    """
    joined, values = _joined(table, selection)
    bounds = [(sign, value) for sign, value in zip((">=", "<"), within, strict=True) if value is not None]
    ranged = "".join(f' and t."{table.key[0]}" {sign} ?' for sign, _ in bounds)
    order = ", ".join(f't."{name}"' for name in table.key)
    return f"{joined}{ranged} order by {order}", values + [value for _, value in bounds]


def count(table: Table, selection: Selection) -> tuple[str, list[Any]]:
    """The SQL that counts these rows, without the joins, so that a row lost by a join would be seen."""
    where, values = _where(table, selection)
    return f'select count(*) from "{table.name}" as t {where}', values


def _expression(table: Table, column: Column) -> str:
    if column.name == "url" and table.name != "articles":
        return "a.url"
    if table.name == "articles" and column.name == "text":
        return "x.text"
    return f't."{column.name}"'


def _joined(table: Table, selection: Selection) -> tuple[str, list[Any]]:
    joins = f'from "{table.name}" as t'
    names = {column.name for column in table.columns}
    if table.name == "articles" and "text" in names:
        joins += " left join article_texts as x on x.id = t.id"
    elif table.name != "articles" and "url" in names:
        joins += " left join articles as a on a.id = t.article"
    where, values = _where(table, selection)
    return f"{joins} {where}", values


def _where(table: Table, selection: Selection) -> tuple[str, list[Any]]:
    """The unary + keeps SQLite on the index that has the rows in order."""
    if table.name in ("publishers", "crawls") and selection.publishers:
        column = "name" if table.name == "publishers" else "publisher"
        places = ",".join("?" * len(selection.publishers))
        return f"where t.{column} in ({places})", list(selection.publishers)
    if not selection.narrows:
        return EVERYTHING, []
    chosen = "(select id from temp.chosen)"
    if table.name in BY_ARTICLE:
        return f"where +t.article in {chosen}", []
    condition = {
        "articles": f"where +t.id in {chosen}",
        "entities": "where +t.id in (select id from temp.named)",
        "offices": "where +t.person in (select id from temp.named)",
        "stories": f"where +t.id in (select story from articles where id in {chosen})",
    }
    return condition.get(table.name, EVERYTHING), []
