"""accuracy.json: what the last evaluation measured, which an extract tells its readers."""

import json
from pathlib import Path
from typing import Any

ACCURACY = Path(__file__).with_name("accuracy.json")
DIGITS = 3


def measured(articles: int, printed: dict[str, Any], day: str) -> dict[str, Any]:
    """What score.py prints of so many articles, as accuracy.json keeps it, measured on this ISO 8601 day.

    Keys measured, rules, model, articles and scores: what is scored -> precision, recall, f1, right, read, marked; of
    relevance accuracy, right, marked.
    """
    rows = {name: row for name, row in printed.items() if isinstance(row, dict) and "f1" in row}
    scores = {name: scored(row["matched"], row["predicted"], row["gold"]) for name, row in rows.items()}
    decided = printed["relevance"]
    relevance = {"accuracy": round(decided["accuracy"], DIGITS), "right": decided["right"], "marked": decided["gold"]}
    return {**_by(day), "articles": articles, "scores": scores | {"relevance": relevance}}


def of_passages(number: int, found: dict[str, dict[str, int]], day: str) -> dict[str, Any]:
    """The same of passages of our own; `found`: what is scored -> right, read, marked."""
    return {**_by(day), "passages": number, "scores": {name: scored(**counts) for name, counts in found.items()}}


def of_pages(path: Path) -> dict[str, Any]:
    """What is read out of pages: the floors that it is held above, in percent, by set of pages and field."""
    floors = json.loads(path.read_text(encoding="utf-8"))["floors"]
    return {"scores": {name: row for name, row in floors.items() if "pages" in name}}


def scored(right: int, read: int, marked: int) -> dict[str, float]:
    """Precision, recall and F1, 0 to 1, with the counts that they are made of."""
    precision = right / read if read else float(not marked)
    recall = right / marked if marked else float(not read)
    f1 = 2 * right / (read + marked) if read + marked else 1.0
    shares = {"precision": precision, "recall": recall, "f1": f1}
    rounded = {name: round(share, DIGITS) for name, share in shares.items()}
    return {**rounded, "right": right, "read": read, "marked": marked}


def recorded(former: dict[str, Any], parts: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The file's new content: a part that was not measured this time stays as it was, with its own day and rules."""
    return former | parts


def load() -> dict[str, Any]:
    """Keys open, held_out, passages, pages, each once it was measured."""
    return dict(json.loads(ACCURACY.read_text(encoding="utf-8"))) if ACCURACY.exists() else {}


def save(content: dict[str, Any]) -> None:
    ACCURACY.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


def _by(day: str) -> dict[str, Any]:
    from nlp.pipeline import model_version  # spaCy comes with it, and an extract only reads the file
    from nlp.tag import rules_version

    return {"measured": day, "rules": rules_version(), "model": model_version()}
