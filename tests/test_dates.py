"""Days in a text, against our own hand-dated sentences."""

import re
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.document import document
from nlp.extract.dates import Date, dates
from nlp.numerals.dates import days
from nlp.pipeline import load

CASES = tomllib.loads((Path(__file__).parent / "gold" / "dates.toml").read_text(encoding="utf-8"))["case"]
SMALLEST_GOLD = 120


def marked(case: dict) -> list[pytest.MarkDecorator]:
    """What is not read right yet, and why."""
    return [pytest.mark.xfail(reason=case["misread"], strict=True)] if "misread" in case else []


@pytest.mark.parametrize("case", [pytest.param(case, id=case["text"][:40], marks=marked(case)) for case in CASES])
def test_days_of_the_text(case: dict) -> None:
    assert [found.day.isoformat() for found in days(case["text"], case.get("published"))] == case["days"]


@pytest.mark.parametrize("case", [c for c in CASES if "surfaces" in c], ids=lambda case: case["text"][:40])
def test_days_stand_as_printed(case: dict) -> None:
    found = list(days(case["text"], case.get("published")))
    assert [case["text"][day.start : day.end] for day in found] == case["surfaces"]


def test_the_gold_is_large_enough() -> None:
    assert len(CASES) >= SMALLEST_GOLD


def test_a_day_without_any_year_is_left_out() -> None:
    assert list(days("Pameran dibuka 3 Juli.")) == []


def test_a_date_counts_within_its_part() -> None:
    doc = document(load(), title="Bazar 5 Mei", text="Dibuka Rabu (3/7).", published=date(2019, 7, 3))
    assert list(dates(doc)) == [
        Date("2019-05-05", "5 Mei", "title", 6, 11, "dates.nearest"),
        Date("2019-07-03", "Rabu (3/7)", "text", 7, 17, "dates.weekday"),
    ]


MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
WEEKDAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
PRINTED = (
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1].upper()} {day.year}",
    lambda day: f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{WEEKDAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})",
    lambda day: f"{WEEKDAYS[day.weekday()]} ({day.day:02}/{day.month:02}/{day.year})",
    lambda day: f"{WEEKDAYS[day.weekday()]}, ({day.day}-{day.month}-{day.year})",
    lambda day: f"tanggal {day.day}/{day.month}/{day.year}",
    lambda day: day.isoformat(),
)


@given(st.dates(date(1990, 1, 1), date(2039, 12, 31)), st.sampled_from(PRINTED))
def test_any_printed_form_of_a_day_comes_back(day: date, form: Callable[[date], str]) -> None:
    assert [found.day for found in days(f"Dibuka {form(day)} di Solo.")] == [day]


@given(st.dates(date(1990, 1, 1), date(2039, 12, 31)), st.integers(0, 60))
def test_a_weekday_without_a_year_comes_back_within_two_months_of_its_print(day: date, later: int) -> None:
    text = f"Dibuka {WEEKDAYS[day.weekday()]} ({day.day}/{day.month})."
    assert [found.day for found in days(text, day + timedelta(later))] == [day]


PIECES = st.sampled_from(
    ["Rabu", " (", ")", "3", "/", "7", "2019", " ", "-", "Juli", "31", " hingga ", " dan ", ",", "Mei", "lalu", "😀"]
)


@given(st.lists(PIECES, max_size=25).map("".join), st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_no_text_raises_and_each_day_starts_elsewhere(text: str, published: date | None) -> None:
    found = list(days(text, published))
    assert len({day.start for day in found}) == len(found)
    assert all(re.search(r"\d", text[day.start : day.end]) for day in found)
