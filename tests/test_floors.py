"""No room imports the one after it or before it; only the front door knows them all."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BARRED = {
    "crawler": {"nlp", "spacy", "datasette", "pantau", "tests"},
    "nlp": {"crawler", "scrapy", "datasette", "pantau", "tests"},
    "datasette": {"crawler", "nlp", "scrapy", "spacy", "pantau", "tests"},
    "pantau": {"tests"},
}


def imported(file: Path) -> set[str]:
    """Top-level packages that a file imports, also inside its functions."""
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.split(".")[0] for name in names}


@pytest.mark.parametrize("room", BARRED)
def test_a_room_imports_no_other(room: str) -> None:
    files = list((ROOT / room).rglob("*.py"))
    offences = {str(file.relative_to(ROOT)): imported(file) & BARRED[room] for file in files}
    if room == "datasette":  # the library of that name is what its plugins are for
        offences = {name: barred - {"datasette"} for name, barred in offences.items()}
    assert files
    assert {name: barred for name, barred in offences.items() if barred} == {}


def test_the_folder_of_pages_does_not_shadow_the_library() -> None:
    assert not (ROOT / "datasette" / "__init__.py").exists()


def test_a_barred_import_would_be_seen(tmp_path: Path) -> None:
    file = tmp_path / "x.py"
    file.write_text("def f():\n    from nlp.tag import tag\n    import scrapy.http\n")
    assert imported(file) == {"nlp", "scrapy"}
