"""What an extract says of how well each of its columns is read: the last evaluation, column by column."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from nlp.accuracy import load
from pantau.export.schema import Table

HALVES = {"open": "whoever wrote the rules saw them", "held_out": "nobody who wrote rules saw them"}
READ_BY_RULES = ("mentions", "officials", "quotes", "figures", "dates", "topics")
BY_CONSTRUCTION = {"article", "part", "start", "end", "sentence", "url", "rule", "speaker_rule"}  # nothing to misread
HEAD = "columns | what is compared | measured on | precision | recall | F1 | right of marked"


@cache
def scores() -> tuple[dict[str, Any], ...]:
    """accuracy.toml: name, of, columns, what."""
    return tuple(tomllib.loads(Path(__file__).with_name("accuracy.toml").read_text(encoding="utf-8"))["score"])


def accuracy() -> dict[str, Any]:
    """Keys measured (where -> day, rules, model, how many) and fields (a row for each score and where it was made)."""
    content = load()
    measured = {where: {k: v for k, v in part.items() if k != "scores"} for where, part in content.items()}
    return {"measured": measured, "fields": [row for score in scores() for row in _rows(score, content)]}


def _rows(score: dict[str, Any], content: dict[str, Any]) -> Iterable[dict[str, Any]]:
    head = {"columns": score["columns"], "what": score["what"]}
    if score["of"] == "pages":
        sets = content.get("pages", {}).get("scores", {}).values()
        if reached := [row[score["name"]] for row in sets if score["name"] in row]:
            yield {**head, "on": "pages", "at_least": round(min(reached) / 100, 4)}
        return
    for where in HALVES if score["of"] == "articles" else ("passages",):
        if found := content.get(where, {}).get("scores", {}).get(score["name"]):
            yield {**head, "on": where, **found}


def unmeasured(tables: Iterable[Table]) -> list[str]:
    """The columns made by rules of which nobody measured how often they are right, as "figures.what"."""
    known = {column for score in scores() for column in score["columns"]}
    names = [f"{t.name}.{c.name}" for t in tables if t.name in READ_BY_RULES for c in t.columns]
    return [name for name in names if name not in known and name.partition(".")[2] not in BY_CONSTRUCTION]


def explained(told: dict[str, Any], rules: list[str], tables: Iterable[Table]) -> tuple[str, list[tuple[str, ...]]]:
    """The words before the table of accuracies, and the table's rows, one for each of HEAD."""
    words = [*_on_what(told["measured"]), *_same_rules(told["measured"], rules)]
    words.append(f"Not measured: {', '.join(f'`{name}`' for name in unmeasured(tables)) or 'nothing'}.")
    return "\n".join(f"* {sentence}" for sentence in words), [_row(field) for field in told["fields"]]


def _on_what(measured: dict[str, Any]) -> Iterable[str]:
    for half, whose in HALVES.items():
        part = measured.get(half)
        yield (
            f"`{half}`: {part['articles']} news reports marked by hand ({whose}), measured on {part['measured']}."
            if part
            else f"`{half}`: news reports marked by hand ({whose}); not measured yet."
        )
    if part := measured.get("passages"):
        yield f"`passages`: {part['passages']} passages of our own, marked by hand, measured on {part['measured']}."
    if "pages" in measured:
        yield "`pages`: saved pages of news sites, our own and real ones; the least that any set of them reaches."


def _same_rules(measured: dict[str, Any], rules: list[str]) -> Iterable[str]:
    """A sentence where the extract was read by other rules than those measured."""
    of = {part["rules"] for where, part in measured.items() if where in HALVES}
    if of and set(rules) != of:
        yield (
            f"Measured were the rules {', '.join(sorted(of))}; this extract was read by {', '.join(rules) or 'none'}, "
            "so the figures are those of a neighbouring version."
        )


def _row(field: dict[str, Any]) -> tuple[str, ...]:
    columns = ", ".join(f"`{name}`" for name in field["columns"])
    if "at_least" in field:
        return columns, field["what"], f"`{field['on']}`", "", "", f"at least {field['at_least']:.3f}", ""
    if "accuracy" in field:
        counts = f"{field['right']} of {field['marked']}"
        return columns, field["what"], f"`{field['on']}`", "", "", f"{field['accuracy']:.3f} (accuracy)", counts
    shares = tuple(f"{field[name]:.3f}" for name in ("precision", "recall", "f1"))
    return columns, field["what"], f"`{field['on']}`", *shares, f"{field['right']} of {field['marked']}"
