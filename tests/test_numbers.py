"""Numerals of the press: their values, their offsets, and what is none."""

import tomllib
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nlp.document import document
from nlp.extract.figures import figures
from nlp.numerals.numbers import digits_value, number, number_at, numbers

GOLD = tomllib.loads((Path(__file__).parent / "gold" / "numbers.toml").read_text(encoding="utf-8"))
VALUES = [(text, value) for text, value in GOLD["numerals"]]
AMOUNTS = [(group["sentence"].replace("…", row[0]), *row) for group in GOLD["group"] for row in group["amounts"]]
FEWEST = 220  # printed forms that the table holds, no two alike
NLP = spacy.blank("id")


def test_the_table_holds_enough_forms():
    assert len({text for text, _ in VALUES} | {row[1] for row in AMOUNTS}) >= FEWEST


@pytest.mark.parametrize("row", AMOUNTS, ids=lambda row: row[1])
def test_amount(row):
    sentence, text, value, kind, unit, *upper = row
    [found] = figures(document(NLP, text=sentence))
    assert text in (found.text, f"antara {found.text}")
    assert (found.kind, found.unit) == (kind, unit)
    assert (found.value, found.upper) == (None if value == "" else pytest.approx(value), upper[0] if upper else None)


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value(text, value):
    assert number(text) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("text", ["belasan", "puluhan ribu", "ratusan", "jutaan", "ratusan ribu"])
def test_an_order_of_magnitude_has_no_value(text):
    found = number_at(text, 0)
    assert found is not None
    assert (found.value, found.end) == (None, len(text))


@pytest.mark.parametrize("text", ["enam jutaan", "Enam Jutaan", "ENAM JUTAAN"])
def test_a_round_amount_in_words_in_small_letters_or_capitals(text):
    found = number_at(text, 0)
    assert found is not None
    assert (found.value, found.end, found.about) == (6_000_000, len(text), True)


@pytest.mark.parametrize(
    "text", ["", "Rp", "juta", "belas", "08.00", "0812", "1.2.3", "12.05.2019", "satu per satu", "seorang"]
)
def test_no_numeral(text):
    assert number(text) is None


@pytest.mark.parametrize(("text", "value"), [("27,08 M", 27.08e9), ("112 T", 112e12), ("1M", 1e9), ("25Jt", 25e6)])
def test_letters_multiply_behind_a_currency(text, value):
    found = number_at(text, 0, money=True)
    assert found is not None
    assert (found.value, found.end) == (value, len(text))


def test_letters_do_not_multiply_elsewhere():
    found = number_at("27 M", 0)
    assert found is not None
    assert found.value == 27


@pytest.mark.parametrize(("text", "whole"), [("1,800", 1800), ("4,4", 4.4), ("1,250 juta", 1.25e6), ("0,125", 0.125)])
def test_whole_reads_an_english_thousand(text, whole):
    found = number_at(text, 0)
    assert found is not None
    assert found.whole == whole


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Naik dari 5 menjadi 12,5 persen.", [5, 12.5]),
        ("Kisaran 10-15 persen.", [10, 15]),
        ("Covid-19 dan U-17.", []),
        ("Dua ribu orang, tiga di antaranya pulang.", [2000, 3]),
        ("Empat lima orang.", [4, 5]),
    ],
)
def test_numbers_of_a_text(text, values):
    assert [n.value for n in numbers(text)] == values


def test_offsets():
    [found] = numbers("Ada 4,4 juta pelaku.")
    assert (found.start, found.end) == (4, 12)


def printed(value: int) -> str:
    return f"{value:,}".replace(",", ".")


@given(st.integers(min_value=0, max_value=10**15))
def test_a_printed_whole_number_comes_back(value):
    assert number(printed(value)) == value


@given(st.integers(min_value=1, max_value=10**9), st.integers(min_value=0, max_value=99))
def test_a_printed_decimal_comes_back(whole, cents):
    assert number(f"{printed(whole)},{cents:02}") == pytest.approx(whole + cents / 100)


ONES = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def spoken(value: int) -> str:
    """Below a million, in words."""
    if value >= 1000:
        return f"{'seribu' if value < 2000 else spoken(value // 1000) + ' ribu'} {spoken(value % 1000)}".strip()
    if value >= 100:
        return f"{'seratus' if value < 200 else ONES[value // 100] + ' ratus'} {spoken(value % 100)}".strip()
    if value >= 20:
        return f"{ONES[value // 10]} puluh {ONES[value % 10]}".strip()
    return {10: "sepuluh", 11: "sebelas"}.get(value) or (f"{ONES[value - 10]} belas" if value > 10 else ONES[value])


@given(st.integers(min_value=1, max_value=999_999))
def test_a_spoken_number_comes_back(value):
    assert number(spoken(value)) == value


@given(st.text(max_size=60))
def test_any_text_is_read_and_offsets_lie_within_it(text):
    position = 0
    for found in numbers(text):
        assert position <= found.start < found.end <= len(text)
        position = found.end


@given(st.text(alphabet="0123456789.,", max_size=12))
def test_any_digits_are_read_or_refused(text):
    value = digits_value(text)
    assert value is None or value >= 0
