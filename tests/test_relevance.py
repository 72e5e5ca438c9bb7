"""Which articles of the general press are kept whole, by the terms of IKM and a researcher's own."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.publisher import PublisherSpider
from crawler.registry import spiders
from crawler.relevance import made, terms
from tests.test_reading import ARTICLE

ROOT = Path(__file__).parents[1]
NEUTRAL = replace(ARTICLE, title="Kereta tambahan", section="Metro", tags=(), text="Kereta berangkat pukul tujuh.")


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "UMKM-nya naik kelas"},
        {"text": "Modalnya dari KUR."},
        {"caption": "Perajin menganyam tikar."},
        {"tags": ("Ikm",)},
        {"section": "Solusi UKM"},
        {"text": "Bantuan bagi usaha\nkecil dan menengah."},
        {"text": "Batiknya laku di pasar."},
    ],
)
def test_an_article_is_kept_for_one_word_in_any_part(changes):
    assert terms().fit(replace(NEUTRAL, **changes))


@pytest.mark.parametrize("text", ["Kereta berangkat.", "Kursus menyetir.", "Sikmat dan pikmi."])
def test_a_word_inside_another_is_none(text):
    assert not terms().fit(replace(NEUTRAL, text=text))


def test_all_words_by_which_an_article_is_about_small_industry_keep_it():
    ikm = tomllib.loads((ROOT / "nlp/gazetteers/ikm.toml").read_text(encoding="utf-8"))["ikm"]
    assert [word for word in ikm["strong"] if not terms().fit(replace(NEUTRAL, text=word))] == []


def write(folder: Path, text: str) -> str:
    """A term file."""
    (folder / "terms.toml").write_text(text, encoding="utf-8")
    return str(folder / "terms.toml")


def test_own_terms_stand_beside_ours(tmp_path):
    own = terms(write(tmp_path, 'terms = ["kereta*"]'))
    assert own.fit(NEUTRAL)
    assert own.fit(replace(NEUTRAL, text="UMKM"))


def test_own_terms_alone(tmp_path):
    own = terms(write(tmp_path, 'ikm = false\nterms = ["rotan cirebon"]'))
    assert own.fit(replace(NEUTRAL, text="Rotan, Cirebon."))
    assert not own.fit(replace(NEUTRAL, text="UMKM"))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("terms = 5", r"must hold a list of words, terms = \[\"kopi"),
        ("kata = []", "must hold a list of words"),
        ("terms = ", "cannot be read"),
    ],
)
def test_a_bad_term_file_is_refused_with_what_to_write(tmp_path, text, says):
    with pytest.raises(ValueError, match=says):
        terms(write(tmp_path, text))


def test_an_empty_term_fits_nothing():
    assert not made(["", "*", " - "]).fit(NEUTRAL)


@pytest.mark.parametrize(("name", "keep"), [("kemenperin", "all"), ("surya", "ikm"), ("kompas", "ikm")])
def test_official_sources_keep_all_and_the_general_press_what_is_relevant(name, keep):
    assert spiders()[name].keep == keep


def test_keep_is_one_of_two_words():
    lines = {
        "name": "kabar", "title": "Kabar", "homepage": "https://kabar.id/", "confidence": "high", "checked": "2026",
        "feeds": ("{home}rss",), "article_pattern": r"{home}read/\d+", "keep": "some",
    }  # fmt: skip
    with pytest.raises(ValueError, match="Kabar must set 'keep'"):
        type("Kabar", (PublisherSpider,), lines)
