"""Short forms and offices that stand alone lead to the person of the article."""

import pytest
from spacy.language import Language

from nlp.document import document, mentions_of
from nlp.extract.officials import officials
from nlp.people.persons import fields_alike
from nlp.pipeline import load


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return load()


def _marked(pipeline: Language, text: str, label: str, title: str = "") -> list[tuple[str, str]]:
    doc = document(pipeline, title=title, text=text)
    return [(s.text, s.id_) for s in mentions_of(doc, label)]


GATI = "Direktur Jenderal IKM Kemenperin Gati Wibawaningsih hadir. "
BUDIS = "Menteri Perdagangan Budi Santoso hadir. Perajin kayu, Budi Prasetyo, senang. "


@pytest.mark.parametrize(
    ("text", "form", "person"),
    [
        (GATI + '"Cukup," kata Gati.', "Gati", "person-gati-wibawaningsih"),
        (GATI + "Bu Gati pulang.", "Gati", "person-gati-wibawaningsih"),
        (GATI + "Menurut Wibawaningsih, cukup.", "Wibawaningsih", "person-gati-wibawaningsih"),
        ("Presiden Joko Widodo (Jokowi) hadir. Pak Jokowi pulang.", "Jokowi", "person-joko-widodo"),
        ("Presiden Jokowi hadir. Joko Widodo pulang.", "Jokowi", "person-joko-widodo"),
        ("Wali Kota Surabaya Tri Rismaharini hadir. Risma pulang.", "Risma", "person-tri-rismaharini"),
        (BUDIS + "Menurut Budi, cukup.", "Budi", "person-budi-prasetyo"),
        (BUDIS + "Mendag Budi pulang.", "Budi", "person-budi-santoso"),
    ],
)
def test_short_form_of_a_name(pipeline: Language, text: str, form: str, person: str) -> None:
    assert (form, person) in _marked(pipeline, text, "PERSON")


@pytest.mark.parametrize(
    ("text", "office", "entity"),
    [
        (GATI + "Dirjen IKM berpesan.", "Dirjen IKM", "person-gati-wibawaningsih"),
        (GATI + "Dirjen Pajak berpesan.", "Dirjen Pajak", "office-direktur-jenderal-pajak"),
        ("Menteri Perindustrian Agus Gumiwang hadir. Menperin pulang.", "Menperin", "person-agus-gumiwang"),
        ("Menperin pulang. Menteri Perindustrian Agus Gumiwang hadir.", "Menperin", "person-agus-gumiwang"),
        ("Gubernur Lampung Arinal Djunaidi hadir. Gubernur pulang.", "Gubernur", "person-arinal-djunaidi"),
        ("Bupati Gresik Budi Santoso hadir. Bupati Tuban pulang.", "Bupati Tuban", "office-bupati-tuban"),
        ("Mendag pulang.", "Mendag", "office-menteri-perdagangan"),
    ],
)
def test_office_that_stands_alone(pipeline: Language, text: str, office: str, entity: str) -> None:
    assert (office, entity) in _marked(pipeline, text, "OFFICE")


def test_a_part_of_another_name_is_not_linked(pipeline: Language) -> None:
    text = "Menteri Perindustrian Agus Gumiwang hadir. Kolega lama Agus Suparmanto menyapa."
    assert ("Agus", "person-agus-gumiwang") not in _marked(pipeline, text, "PERSON")


def test_headline_names_the_person_of_the_text(pipeline: Language) -> None:
    found = _marked(
        pipeline, "Gubernur Jawa Timur Khofifah Indar Parawansa hadir.", "PERSON", "Khofifah Lepas Ekspor Kopi"
    )
    assert found[0] == ("Khofifah", "person-khofifah-indar-parawansa")


def test_short_forms_are_aliases_of_the_official(pipeline: Language) -> None:
    (found,) = officials(document(pipeline, text=GATI + "Gati pulang. Menurut Gati, cukup."))
    assert found.aliases == ("Gati",)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("ikm", "industri kecil dan menengah", True),
        ("ikma", "industri kecil menengah aneka", True),
        ("bidang usaha mikro", "usaha mikro", True),
        ("pajak", "industri agro", False),
    ],
)
def test_fields_alike(one: str, other: str, alike: bool) -> None:
    assert fields_alike(one, other) is alike
