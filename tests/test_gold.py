"""The articles marked by hand, where they are at hand: no score falls under its floor."""

import json
from pathlib import Path

import pytest

from nlp.evaluate import FLOORS, fallen, halves, raised, scores

GOLD = Path(__file__).parents[2] / "shared" / "gold"
HELD_OUT = Path(__file__).with_name("gold") / "held_out.txt"


@pytest.mark.skipif(not GOLD.exists(), reason="the articles marked by hand are not part of the project")
def test_no_score_is_under_its_floor() -> None:
    measured = {half: scores(GOLD, ids) for half, ids in halves(GOLD, HELD_OUT).items()}
    assert fallen(measured, json.loads(FLOORS.read_text(encoding="utf-8"))) == []


@pytest.mark.skipif(not GOLD.exists(), reason="the articles marked by hand are not part of the project")
def test_the_report_that_the_project_starts_from_is_read_whole() -> None:
    assert set(scores(GOLD, {"surya-colombo-plan"}).values()) == {1.0}


def test_a_fall_is_named() -> None:
    floors = {"floors": {"open": {"dates": 0.9}}, "lowered": []}
    assert fallen({"open": {"dates": 0.85}}, floors) == ["open dates: 0.850 is under its floor 0.900"]


def test_floors_rise_and_never_fall_by_themselves() -> None:
    floors = {"floors": {"open": {"dates": 0.9, "quotes": 0.9}}, "lowered": []}
    measured = {"open": {"dates": 0.85, "quotes": 0.958}}
    assert raised(measured, floors, None) == {"floors": {"open": {"dates": 0.9, "quotes": 0.955}}, "lowered": []}


def test_a_floor_is_lowered_for_a_reason_that_is_kept() -> None:
    floors = {"floors": {"open": {"dates": 0.9}}, "lowered": ["older reason"]}
    new = raised({"open": {"dates": 0.85}}, floors, "the guidelines changed")
    assert new == {"floors": {"open": {"dates": 0.85}}, "lowered": ["older reason", "the guidelines changed"]}
