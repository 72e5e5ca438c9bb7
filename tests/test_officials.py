"""Officials against sentences of our own, marked by hand; and what holds for every text."""

import tomllib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from nlp.document import document, mentions_of
from nlp.extract.officials import Official, officials
from nlp.pipeline import load
from nlp.reading import reading

GOLD = tomllib.loads((Path(__file__).parent / "gold" / "officials.toml").read_text(encoding="utf-8"))["case"]
FLOORS = {"name": 0.97, "office": 0.95, "institution": 0.94, "people": 0.94}  # F1; as measured, less two hundredths
LINES = [line for case in GOLD for line in case["text"].splitlines() if line]


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return load()


def _read(pipeline: Language, case: dict[str, Any]) -> tuple[list[Official], set[str]]:
    doc = document(pipeline, title=case.get("title", ""), text=case["text"], published=case.get("published"))
    found = list(officials(doc))
    holders = {official.person for official in found}
    return found, {doc._.entities[s.id_].name for s in mentions_of(doc, "PERSON") if s.id_ not in holders}


def _facts(row: str, marked: Iterable[Sequence[str]]) -> set[tuple[str, ...]]:
    keep = {"name": 1, "office": 2}
    facts = {tuple(fact.casefold() for fact in facts[: keep.get(row, 3)]) for facts in marked}
    return {(fact[0], fact[2]) for fact in facts} if row == "institution" else facts


@pytest.fixture(scope="module")
def scores(pipeline: Language) -> dict[str, float]:
    counts = {row: [0, 0, 0] for row in FLOORS}  # right, found, marked
    for case in GOLD:
        found, people = _read(pipeline, case)
        for row in FLOORS:
            got = _facts(row, [(o.name, o.office, o.institution or "") for o in found])
            want = _facts(row, case["officials"])
            if row == "people":
                got, want = {(p,) for p in people}, {(p,) for p in case["people"]}
            for n, size in enumerate((len(got & want), len(got), len(want))):
                counts[row][n] += size
    return {row: 2 * right / (found + marked) for row, (right, found, marked) in counts.items()}


@pytest.mark.parametrize("row", FLOORS)
def test_hand_marked_sentences_stay_above_their_floor(scores: dict[str, float], row: str) -> None:
    assert scores[row] >= FLOORS[row]


def test_there_are_enough_hand_marked_sentences() -> None:
    assert len(GOLD) >= 80


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Direktur Jenderal Industri Agro Kemenperin Putu Juli Ardika hadir.",
            ("Putu Juli Ardika", "Direktur Jenderal Industri Agro", "Kementerian Perindustrian"),
        ),
        (
            "Rahma Dewi, Kepala Dinas Perdagangan Kota Tegal, hadir.",
            ("Rahma Dewi", "Kepala Dinas", "Dinas Perdagangan Kota Tegal"),
        ),
        (
            "Gubernur Lampung Arinal Djunaidi hadir.",
            ("Arinal Djunaidi", "Gubernur Lampung", "Pemerintah Provinsi Lampung"),
        ),
        (
            "Wagub Jabar Uu Ruzhanul hadir.",
            ("Uu Ruzhanul", "Wakil Gubernur Jawa Barat", "Pemerintah Provinsi Jawa Barat"),
        ),
        ("Presiden Jokowi hadir.", ("Jokowi", "Presiden", None)),
        ("Menperin Agus Gumiwang hadir.", ("Agus Gumiwang", "Menteri Perindustrian", "Kementerian Perindustrian")),
        ("Plt. Camat Jabung Sutrisno hadir.", ("Sutrisno", "Plt Camat Jabung", "Kecamatan Jabung")),
    ],
)
def test_office_and_institution(pipeline: Language, text: str, expected: tuple[str, str, str | None]) -> None:
    found = list(officials(document(pipeline, text=text)))
    assert [(o.name, o.office, o.institution) for o in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Direktur Utama PT Rotan Jaya, Slamet Riyadi, hadir.",
        "Ketua Umum Apindo Shinta Kamdani hadir.",
        "Perajin batik Siti Aminah hadir.",
        "Rektor Universitas Lampung Lusmeilia Afriani hadir.",
        "Peraturan Presiden Nomor 12 mengatur hal itu.",
        "Calon Bupati Gresik Budi Santoso hadir.",
    ],
)
def test_who_is_no_official(pipeline: Language, text: str) -> None:
    assert list(officials(document(pipeline, text=text))) == []


def test_an_official_stands_once_with_the_fullest_office(pipeline: Language) -> None:
    text = (
        "Menteri Teten Masduki hadir. Menteri Koperasi dan UKM (MenkopUKM) Teten Masduki berbicara. Kata Teten, cukup."
    )
    found = list(officials(document(pipeline, text=text)))
    assert [(o.office, o.aliases) for o in found] == [("Menteri Koperasi dan UKM", ("Teten",))]


def test_the_name_stands_where_the_article_presents_the_person(pipeline: Language) -> None:
    text = "Bupati Gresik Fandi Akhmad Yani hadir."
    (found,) = officials(document(pipeline, title="Gresik Gelar Pameran", text=text))
    assert (found.part, text[found.start : found.end]) == ("text", "Fandi Akhmad Yani")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=4).map("\n".join), st.sampled_from(LINES))
def test_any_text_is_read_and_offsets_reproduce_the_names(pipeline: Language, text: str, title: str) -> None:
    doc = document(pipeline, title=title, text=text)
    parts = {part.name: doc.text[part.start : part.end] for part in doc._.parts}
    for official in officials(doc):
        printed = parts[official.part][official.start : official.end]
        assert printed == printed.strip()
        assert printed
        assert official.office


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="Kepala Dinas, (Menteri) dr. Bupati/RI\n\"'-&–PT", max_size=120))
def test_torn_offices_give_whole_records_or_none(text: str) -> None:
    found = list(officials(document(_pipeline(), text=text)))
    assert all(official.name and official.office and text[official.start : official.end] for official in found)


@pytest.mark.parametrize(
    "piece", ["Staf Ahli ", "Menteri/", "Plt ", "(", "Kepala Dinas, ", "Budi ", "H. ", "Asisten Sekda "]
)
def test_long_chains_are_read_and_name_nobody(pipeline: Language, piece: str) -> None:
    assert list(officials(document(pipeline, text=piece * 400))) == []


def _pipeline(cache: list[Language] = []) -> Language:  # noqa: B006  (one pipeline for all examples)
    if not cache:
        cache.append(load())
    return cache[0]


def test_a_ministry_named_only_in_an_office_is_an_entity_without_a_mention(pipeline: Language) -> None:
    read = reading(pipeline, "Pameran Dibuka", None, "Mendag Wulan Sari membuka pameran.", date(2024, 5, 6))
    (official,) = read.records["officials"]
    assert read.entities[official.institution_entity].name == official.institution == "Kementerian Perdagangan"
    assert [mention.label for mention in read.records["mentions"]] == ["OFFICE", "PERSON"]
