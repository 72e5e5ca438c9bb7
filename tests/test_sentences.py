"""Where sentences begin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.components.sentences import sentence_starts
from nlp.document import document
from nlp.pipeline import load


def cut(text: str) -> list[str]:
    starts = list(sentence_starts(text))
    return [text[start:end].strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


CASES = [
    ("Pameran dibuka. Bupati hadir.", ["Pameran dibuka.", "Bupati hadir."]),
    ("Perajin Senang\n\nPameran dibuka", ["Perajin Senang", "Pameran dibuka"]),
    ("Baris satu\nBaris dua\r\nBaris tiga", ["Baris satu", "Baris dua", "Baris tiga"]),
    ("Dibuka Dr. Ir. H. Samsul Bahri. Ia gembira.", ["Dibuka Dr. Ir. H. Samsul Bahri.", "Ia gembira."]),
    (
        "Hadir Hj. Nurlela, S.E., M.M. dan B. J. Hartono.",
        ["Hadir Hj. Nurlela, S.E., M.M. dan B. J. Hartono."],
    ),
    ("Rumahnya di Jl. Melati No. 5. Dekat pasar.", ["Rumahnya di Jl. Melati No. 5.", "Dekat pasar."]),
    ("Ada tiga hal. Pertama, modal.", ["Ada tiga hal.", "Pertama, modal."]),
    ("Harganya Rp. 25.000 per helai. Murah.", ["Harganya Rp. 25.000 per helai.", "Murah."]),
    ("Dananya Rp 1 T. Bank menyalurkannya.", ["Dananya Rp 1 T.", "Bank menyalurkannya."]),
    ("Nilainya 4,4 juta atau 30.000 unit.", ["Nilainya 4,4 juta atau 30.000 unit."]),
    ("Mereka menjual keripik, dodol, dll. Semua laku.", ["Mereka menjual keripik, dodol, dll.", "Semua laku."]),
    ("Pabrik PT. Sinar Rotan tutup. Buruh pulang.", ["Pabrik PT. Sinar Rotan tutup.", "Buruh pulang."]),
    ("“Kami siap.” Lalu ia pergi.", ["“Kami siap.”", "Lalu ia pergi."]),
    ('"Siap?" tanya Wulan. "Siap!"', ['"Siap?" tanya Wulan.', '"Siap!"']),
    ("Omzetnya naik dua kali.Kami kaget. Sungguh.", ["Omzetnya naik dua kali.", "Kami kaget.", "Sungguh."]),
    ("Dikutip dari Pantau.co.id dan S.Pd.I tadi.", ["Dikutip dari Pantau.co.id dan S.Pd.I tadi."]),
    ("1. Mengirim berkas\n2. Menunggu. Sabar.", ["1. Mengirim berkas", "2. Menunggu.", "Sabar."]),
    ("Lomba dimulai pukul 08.30. 12 tim ikut.", ["Lomba dimulai pukul 08.30.", "12 tim ikut."]),
    ("Entahlah... Ia diam.", ["Entahlah...", "Ia diam."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences_are_cut(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_the_headline_is_a_sentence_of_its_own() -> None:
    doc = document(load(), title="Perajin Naik Kelas", text="Pelatihan dibuka. Semua hadir.")
    assert [s.text.strip() for s in doc.sents] == ["Perajin Naik Kelas", "Pelatihan dibuka.", "Semua hadir."]


@given(st.text(alphabet=st.sampled_from('ab A.?!\n"”“Dr1,😀\u2028\t'), max_size=80))
def test_starts_rise_and_stand_on_a_character(text: str) -> None:
    starts = list(sentence_starts(text))
    assert starts == sorted(set(starts))
    assert all(not text[start].isspace() for start in starts)
