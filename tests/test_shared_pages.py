"""article() over saved pages of real sites, where they are at hand: held to the floors of tests/pages/floors.json."""

import importlib.util
import json
from dataclasses import asdict
from pathlib import Path

import pytest

from crawler.extract import article
from crawler.items import Hints

SHARED = Path(__file__).parents[2] / "shared" / "pages"
SCORER = SHARED / "truth" / "score.py"
FLOORS = json.loads((Path(__file__).parent / "pages" / "floors.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="the saved pages of real sites are not at hand")


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    spec = importlib.util.spec_from_file_location("page_scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    lines = []
    for path in sorted((SHARED / "truth").glob("*__*.json")):
        if path.name.startswith("index__"):
            continue
        case = json.loads(path.read_text(encoding="utf-8"))
        found = article([(SHARED / case["file"]).read_bytes()], case["url"], Hints())
        lines.append(json.dumps({**(asdict(found) if found else {}), "file": case["file"]}, ensure_ascii=False))
    answers = tmp_path_factory.mktemp("pages") / "answers.jsonl"
    answers.write_text("\n".join(lines), encoding="utf-8")
    return scorer.score(str(answers))[1]


@pytest.mark.parametrize("name", FLOORS["at_least"])
def test_floor(scores: dict[str, float], name: str) -> None:
    assert scores[name] >= FLOORS["at_least"][name]


@pytest.mark.parametrize("name", FLOORS["at_most"])
def test_ceiling(scores: dict[str, float], name: str) -> None:
    assert scores[name] <= FLOORS["at_most"][name]
