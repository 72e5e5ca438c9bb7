"""article() over saved pages of our own wording: one test a field."""

import json
from dataclasses import asdict, fields
from pathlib import Path

import pytest

from crawler.extract import article, canonical, later_pages, refusal
from crawler.items import Article, Hints

PAGES = Path(__file__).parent / "pages"
CASES = sorted(PAGES.glob("*/*.html"))
IDS = [f"{path.parent.name}/{path.stem}" for path in CASES]


def _expected(path: Path) -> dict:
    return json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def read() -> dict[Path, dict]:
    found = {}
    for path in CASES:
        case = _expected(path)
        result = article([path.read_bytes()], case["url"], Hints(**case["hints"]))
        found[path] = json.loads(json.dumps(asdict(result))) if result else {}
    return found


@pytest.mark.parametrize("field", [f.name for f in fields(Article)])
@pytest.mark.parametrize("path", CASES, ids=IDS)
def test_field(read: dict[Path, dict], path: Path, field: str) -> None:
    assert read[path][field] == _expected(path)["article"][field]


@pytest.mark.parametrize("path", CASES, ids=IDS)
def test_expected_record_is_complete(path: Path) -> None:
    assert set(_expected(path)["article"]) == {f.name for f in fields(Article)}


@pytest.mark.parametrize("path", CASES, ids=IDS)
def test_later_pages(path: Path) -> None:
    case = _expected(path)
    assert list(later_pages(path.read_bytes(), case["url"])) == case["later"]


@pytest.mark.parametrize("path", CASES, ids=IDS)
def test_canonical(path: Path) -> None:
    case = _expected(path)
    assert canonical(path.read_bytes(), case["url"]) == case["article"]["url"]


@pytest.mark.parametrize("path", CASES, ids=IDS)
def test_is_not_refused(path: Path) -> None:
    assert refusal(path.read_bytes(), 200) is None
