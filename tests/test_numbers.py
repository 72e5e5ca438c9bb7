"""Numerals of the press: their values, their offsets, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.numbers import digits_value, number, number_at, numbers

VALUES = [
    ("7", 7),
    ("1.800", 1800),
    ("151.656", 151656),
    ("1.234.567,89", 1234567.89),
    ("4,4", 4.4),
    ("34,41", 34.41),
    ("0,5", 0.5),
    ("2.5", 2.5),
    ("1,234,567", 1234567),
    ("1,234.5", 1234.5),
    ("4,4 juta", 4.4e6),
    ("1,2 triliun", 1.2e12),
    ("4.531 triliun", 4.531e15),
    ("2,3 triliun", 2.3e12),
    ("25 jt", 25e6),
    ("10rb", 10e3),
    ("500ribu", 500e3),
    ("1,5 milyar", 1.5e9),
    ("2 ribu triliun", 2e15),
    ("2.5 million", 2.5e6),
    ("180.000-an", 180e3),
    ("500 ribuan", 500e3),
    ("dua", 2),
    ("sepuluh", 10),
    ("sebelas", 11),
    ("dua belas", 12),
    ("dua puluh", 20),
    ("dua puluh lima", 25),
    ("seratus", 100),
    ("seratus dua puluh", 120),
    ("sembilan ratus sembilan puluh sembilan", 999),
    ("seribu", 1000),
    ("seribu lima ratus", 1500),
    ("sebelas ribu", 11000),
    ("dua ratus dua belas ribu lima", 212005),
    ("dua juta lima ratus ribu", 2.5e6),
    ("dua puluh lima juta", 25e6),
    ("sejuta", 1e6),
    ("setengah juta", 0.5e6),
    ("dua setengah juta", 2.5e6),
    ("satu setengah", 1.5),
    ("Dua Puluh Lima Juta", 25e6),
    ("setengah", 0.5),
    ("separuh", 0.5),
    ("sepertiga", 1 / 3),
    ("seperempat", 0.25),
    ("dua pertiga", 2 / 3),
    ("dua per tiga", 2 / 3),
    ("tiga perempat", 0.75),
    ("3 (tiga)", 3),
    ("tiga (3)", 3),
    ("19 (sembilan belas)", 19),
    ("dua belas", 12),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value(text, value):
    assert number(text) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize("text", ["belasan", "puluhan ribu", "ratusan", "jutaan", "ratusan ribu"])
def test_an_order_of_magnitude_has_no_value(text):
    found = number_at(text, 0)
    assert found is not None
    assert (found.value, found.end) == (None, len(text))


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
