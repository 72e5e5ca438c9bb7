"""Names of persons and of offices, apart from whole articles."""

import pytest
import spacy
from spacy.language import Language

from nlp.bodies.institutions import Marks, ministry
from nlp.document import document, mentions_of
from nlp.people.offices import office_at
from nlp.people.person_names import name_at
from nlp.people.same_persons import same_person
from nlp.pipeline import load
from nlp.text.words import Words


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return load()


@pytest.mark.parametrize(
    ("text", "name", "follows"),
    [
        ("Dr. Ir. Drajat Wibowo, SE., MT mengatakan", "Drajat Wibowo", "mengatakan"),
        ("Drs. H. Uu Kusmana, M.Si., menyebut", "Uu Kusmana", ","),
        ("Dr. Ir. MOCH. ARIF P, MEng.Sc., ME dan", "MOCH. ARIF P", "dan"),
        ("M Najib, Jumat", "M Najib", ","),
        ("Eko S.A. Cahyadi hadir", "Eko S.A. Cahyadi", "hadir"),
        ("Siti binti Ahmad hadir", "Siti binti Ahmad", "hadir"),
        ("Siti Aminah (45), perajin", "Siti Aminah", ","),
        ("KH Ma'ruf Amin. Menurut", "Ma'ruf Amin", "."),
        ("Letjen TNI (Purn) Budi Santoso hadir", "Budi Santoso", "hadir"),
        ("Hamengku Buwono X hadir", "Hamengku Buwono X", "hadir"),
        ("I Wayan Jarta hadir", "I Wayan Jarta", "hadir"),
        ("Hj. Sri Wahyuni S.Sos M.Si hadir", "Sri Wahyuni", "hadir"),
        ("Suharto Rabu", "Suharto", "Rabu"),
    ],
)
def test_name_without_honorifics_and_degrees(text: str, name: str, follows: str) -> None:
    words = Words(text)
    found = name_at(words, 0)
    assert found is not None
    assert (found.text, words.at(found.tail).text) == (name, follows)


@pytest.mark.parametrize(
    "text", ["Rabu pagi", "Menurut dia", "Dinas Perdagangan", "BPS mencatat", "Kabarnya begitu", "kata"]
)
def test_what_is_no_name(text: str) -> None:
    assert name_at(Words(text), 0) is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Agus Gumiwang", "Agus Gumiwang Kartasasmita", True),
        ("M Najib", "Muhammad Najib", True),
        ("Moch. Ardi", "Mochamad Ardi", True),
        ("Budi Santoso", "Budi Prasetyo", False),
        ("Agus Suparman", "Agus Gumiwang Kartasasmita", False),
    ],
)
def test_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("text", "office", "institution", "follows"),
    [
        ("Menteri UMKM Maman", "Menteri UMKM", "Kementerian Usaha Mikro, Kecil, dan Menengah", "Maman"),
        ("Menteri Komdigi Meutya", "Menteri Komdigi", "Kementerian Komunikasi dan Digital", "Meutya"),
        (
            "Deputi Bidang Usaha Mikro, Dewi",
            "Deputi Bidang Usaha Mikro",
            None,
            ",",
        ),
        ("Kadis Koperasi dan UKM Budi", "Kepala Dinas", "Dinas Koperasi dan UKM", "Budi"),
        (
            "Staf Ahli Menteri Sekretaris Negara Bidang Hukum dan Drajat",
            "Staf Ahli Menteri Sekretaris Negara Bidang Hukum",
            "Kementerian Sekretariat Negara",
            "dan",
        ),
        (
            "Kepala Pusat Industri Hijau Kemenperin Apit",
            "Kepala Pusat Industri Hijau",
            "Kementerian Perindustrian",
            "Apit",
        ),
        ("Dirjen IKMA Reni", "Direktur Jenderal IKMA", "Kementerian Perindustrian", "Reni"),
        ("Mantan Menteri Perdagangan Rahmat", "Mantan Menteri Perdagangan", "Kementerian Perdagangan", "Rahmat"),
        ("Penjabat (Pj) Camat Jabung Rini", "Pj Camat Jabung", "Kecamatan Jabung", "Rini"),
        ("Menteri Investasi/Kepala BKPM Bahlil", "Menteri Investasi/Kepala BKPM", "Kementerian Investasi", "Bahlil"),
    ],
)
def test_office_by_its_shape_alone(text: str, office: str, institution: str | None, follows: str) -> None:
    doc = spacy.blank("id").make_doc(text)
    doc._.entities = {}
    words = Words(text)
    found = office_at(words, 0, Marks(doc))
    assert found is not None
    assert (found.text, words.at(found.end).text) == (office, follows)
    assert (found.institution.name if found.institution else "").startswith(institution or "")


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ('"Cukup," kata Wulan Sari di Solo.', ["Wulan Sari"]),
        ("Wulan Sari menjelaskan hal itu.", ["Wulan Sari"]),
        ("Perajin asal Kudus, Siti Aminah (45), senang.", ["Siti Aminah"]),
        ("Seorang pedagang bernama Sukirman senang.", ["Sukirman"]),
        ("Rudi Hartono (kiri) dan Dewi Lestari (kanan) berjabat tangan.", ["Rudi Hartono", "Dewi Lestari"]),
        ("Jalan Ahmad Yani ditutup.", []),
        ("Kemenperin dan Bank Mandiri mengatakan hal itu.", []),
        ("Direktur PT Bank Rakyat Indonesia (Persero) Tbk Sunarso hadir.", ["Sunarso"]),
        (
            "Tatik, sapaan akrab Kepala Dinas Perdagangan Kota Tegal Sri Hartati, senang.",
            ["Sri Hartati", "Sri Hartati"],
        ),
    ],
)
def test_persons_are_marked(pipeline: Language, text: str, persons: list[str]) -> None:
    doc = document(pipeline, text=text)
    assert [doc._.entities[s.id_].name for s in mentions_of(doc, "PERSON")] == persons


def test_a_trained_model_adds_candidates() -> None:
    nlp = spacy.blank("id")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Zlatan"}])  # type: ignore[attr-defined]
    nlp.add_pipe("people")
    nlp.add_pipe("links")
    doc = document(nlp, text="Hari ini Zlatan bermain.")
    assert [s.text for s in mentions_of(doc, "PERSON")] == ["Zlatan"]


def test_a_ministry_by_its_name_of_the_day() -> None:
    from datetime import date

    assert ministry("Kementerian Koperasi", date(2021, 5, 6)).name == "Kementerian Koperasi dan UKM"
