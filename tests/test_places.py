"""Districts, islands and short forms of regions, and which names are none, where the words around them decide."""

import pytest
import spacy

from nlp.components import gazetteers  # noqa: F401  (registers the component)
from nlp.document import document, mentions_of
from nlp.places.regions import of_kind, of_level, titled


@pytest.fixture(scope="module")
def reader():
    nlp = spacy.blank("id")
    nlp.add_pipe("gazetteers")
    return nlp


def places(reader, text, title=""):
    doc = document(reader, title=title, text=text)
    return [doc._.entities[span.id_].name for span in mentions_of(doc, "PLACE")]


NAMED = [
    ("Mapolsek Sukun dijaga.", ["Sukun"]),
    ("Camat Budi Santoso hadir.", []),
    ("Kabupaten Toba, tepatnya di Meat, Sigumpar, Silaen dan desa lain.", ["Toba", "Sigumpar", "Silaen"]),
    ("Sumbernya di Pulau Sumatera, Pulau Morotai, dan Pulau Wetar.", ["Sumatera", "Pulau Morotai", "Wetar"]),
    ("Desa Pulau Palas dan Pulau Punjung.", ["Pulau Punjung"]),
    ("pulau terluar dan Pulau Seribu Pura.", []),
    ("Kecamatan ABAL dan wilayah ABAL.", []),
    ("Polres Mitra menjaga pasar.", ["Minahasa Tenggara"]),
    ("Ke Mitra Usaha dan produk Madina.", []),
    ("Kab.Malang dan Kab. Gresik.", ["Malang", "Gresik"]),
    ("Pemerintah Aceh tengah menyusun aturan.", ["Aceh"]),
    ("Desa Batang dan warga Batang.", []),
    ("Desa Batang, Kabupaten Batang, dan warga Batang.", ["Batang", "Batang"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_the_words_around_a_name_say_whether_it_is_a_place(reader, text, expected):
    assert places(reader, text) == expected


def test_a_line_that_ends_in_a_bracket_and_a_full_stop_is_no_headline(reader):
    text = "Bantuan Diserahkan di Halaman Kantor Dinas, Kawasan Blang Bladeh, Kecamatan Jeumpa (12/9/2022).\nSelesai."
    assert places(reader, text) == ["Jeumpa"]


def test_a_former_regency_is_no_city():
    assert of_kind("Mamuju Utara", None).kind == "regency"
    assert titled("Mamuju Utara") == "Kabupaten Mamuju Utara"


@pytest.mark.parametrize(("code", "level"), [("35", "Provinsi"), ("35.25", "Kabupaten"), ("35.73", "Kota")])
def test_the_level_of_a_code(code, level):
    assert of_level(code, level)
