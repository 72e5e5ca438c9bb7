"""Names of persons: whatever stands around one as the press prints it, the bare name comes back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.people.person_names import name_at
from nlp.quotations.speaker_names import brought_in, leading, name_in, nicknames, plausible, without_verb
from nlp.text.words import Words

NAMES = st.sampled_from(
    ["Wulan Sari", "Agus Prasetyo", "Siti Nurhaliza Rahma", "Hendra Gunawan", "Putu Ayu Lestari", "Bambang Sutrisno"]
)
HONORIFICS = st.lists(st.sampled_from(["Dr.", "Ir.", "H.", "Hj.", "Drs.", "Prof.", "Dra.", "KH."]), max_size=3)
DEGREES = st.lists(
    st.sampled_from(["S.E.", "SE", "M.M.", "MM", "S.H.", "M.Si", "M.Si.", "ST", "S.Sos", "Ph.D", "M.Kom", "MBA"]),
    max_size=3,
)


@given(HONORIFICS, NAMES, DEGREES)
def test_a_name_with_honorifics_and_degrees_comes_back_bare(before, name, behind):
    printed = " ".join([*before, ", ".join([name, *behind])])
    found = name_at(Words(printed + " hadir."), 0)
    assert found is not None
    assert found.text == name


@given(NAMES, st.integers(18, 90), st.sampled_from(["{} ({})", "{} ({} tahun)", "{} ({} th)"]))
def test_a_name_with_an_age_comes_back_bare(name, age, form):
    found = name_at(Words(form.format(name, age) + " hadir."), 0)
    assert found is not None
    assert (found.text, found.marked) == (name, True)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Kepala Dinas Koperasi, Wulan Sari, S.E.", "Wulan Sari"),
        ("Sementara Wulan Sari", "Wulan Sari"),
        ("Dokter gizi dr Wulan Sari SpPD-KEMD", "Wulan Sari"),
        ("Menteri Koperasi dan UKM Wulan Sari", "Wulan Sari"),
        ("seorang perajin", None),
        ("Pemerintah Kota", "Pemerintah Kota"),  # what the words are, others decide
    ],
)
def test_the_name_in_the_words_for_a_speaker(phrase, name):
    assert name_in(phrase) == name


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Suparmi selaku pemilik kedai yang melatih warga", "Suparmi"),
        ("Suparmi, pemilik kedai di Desa Jati", "Suparmi"),
        ("Suparmi (45) yang tinggal di sana", "Suparmi"),
        ("Kemarin, pemilik kedai", None),
        ("Disdagkop, salah satu dinas", None),
    ],
)
def test_the_name_that_a_subject_begins_with(phrase, name):
    assert leading(phrase, phrase) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hal serupa dialami Suparmi, pemilik kedai.", ["Suparmi"]),
        ("Pesanan sepi. Suparmi salah satunya.", ["Suparmi"]),
        ("Kabar itu datang dari Suparmi Ayu, warga Desa Jati.", ["Suparmi Ayu"]),
        ("Warga, pemilik kedai, dan lain-lain hadir.", []),
        ("Pesanan sepi. Suparmi pulang.", []),
    ],
)
def test_somebody_whom_a_text_brings_in(text, names):
    assert [name for _, name in brought_in(text, 0, len(text))] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pria yang akrab disapa Dani ini pulang.", ["Dani"]),
        ("Uum, sapaan akrabnya, pulang.", ["Uum"]),
        ("Ia dipanggil polisi.", []),
    ],
)
def test_other_names_by_which_somebody_is_called(text, names):
    assert [name for _, name, _ in nicknames(text)] == names


@pytest.mark.parametrize("word", ["Sebelumnya", "Kemenperin", "Diskop", "UMKM", "Ia", "Pemerintah", "Al"])
def test_a_capital_alone_makes_no_name(word):
    assert not plausible(word, "")


def test_a_word_that_the_text_prints_small_is_no_name():
    assert not plausible("Sandal", "Sandal laku. Harga sandal naik.")


@pytest.mark.parametrize(
    ("name", "bare"), [("Dikatakan Wulan Sari", "Wulan Sari"), ("Wulan Sari", "Wulan Sari"), ("Dikatakan", "Dikatakan")]
)
def test_a_verb_that_opens_the_sentence_is_no_name(name, bare):
    assert without_verb(name) == bare
