"""Whether an article is about small and medium industry, and its further subjects."""

import tomllib
from pathlib import Path

import pytest
import spacy

from nlp.components import bodies, gazetteers  # noqa: F401  (register the components)
from nlp.data import gazetteer
from nlp.document import document
from nlp.extract.makers import makers_words
from nlp.extract.topics import topics

GOLD = tomllib.loads((Path(__file__).parent / "gold" / "topics.toml").read_text(encoding="utf-8"))["article"]
FLOOR = 0.99  # of the articles of gold/topics.toml whose relevance is read right; may rise, not sink
FEWEST = 120


@pytest.fixture(scope="module")
def reader():
    nlp = spacy.blank("id")
    for name in ("gazetteers", "bodies"):
        nlp.add_pipe(name)
    return nlp


def read(reader, title="", text="", caption=None):
    return {topic.topic: topic.words for topic in topics(document(reader, title=title, caption=caption, text=text))}


def test_the_hand_marked_articles_stay_above_their_floor(reader):
    right = sum(("ikm" in read(reader, row["title"], row["text"])) == row["relevant"] for row in GOLD)
    assert right / len(GOLD) >= FLOOR


def test_there_are_enough_hand_marked_articles():
    assert len(GOLD) >= FEWEST


def marked(row):
    """What is not read right yet, and why."""
    return [pytest.mark.xfail(reason=row["misread"], strict=True)] if "misread" in row else []


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=row["title"], marks=marked(row)) for row in GOLD if row["relevant"]]
)
def test_the_further_subjects_of_a_hand_marked_article(reader, row):
    assert set(row["topics"]) <= set(read(reader, row["title"], row["text"]))


def test_a_caption_never_decides(reader):
    text = "Jembatan itu dibuka besok. Warga tidak perlu memutar."
    assert (
        read(reader, "Jembatan Dibuka", text, caption="UMKM, IKM, perajin, dan industri kecil di pameran UMKM.") == {}
    )


def test_a_mention_in_passing_does_not_count(reader):
    text = "Gubernur meresmikan jalan tol. " * 40 + "Jalan itu membantu UMKM."
    assert read(reader, "Tol Diresmikan", text) == {}


def test_a_subject_that_comes_back_again_and_again_counts_without_a_headline(reader):
    text = "Pelaku UMKM mengemas sambal. Perajin menjual anyaman. Industri kecil tumbuh. IKM maju."
    assert "ikm" in read(reader, "Rapat Akbar", text)


def test_a_short_text_whose_subject_it_is_counts_without_a_headline(reader):
    assert "ikm" in read(reader, "Sandal Laku", "Perajin sandal di kota itu berjualan dua kali sehari sampai malam.")


def test_goods_that_somebody_makes_count_where_small_industry_is_never_named(reader):
    text = "Keripik itu diolah di dapur. Pesanan datang dari luar kota. Omzet naik. Kemasan diganti agar tahan lama."
    assert "ikm" in read(reader, "Keripik Dua Bersaudara Laris", text)


def test_goods_alone_are_another_subject(reader):
    assert read(reader, "Keripik Naik Harga", "Harga keripik naik. Keripik dijual lebih mahal di pasar itu.") == {}


def test_cooperatives_alone_are_another_subject(reader):
    assert read(reader, "Koperasi Gelar Rapat", "Koperasi itu rapat. Anggota koperasi hadir. " * 10) == {}


def test_an_abbreviation_that_is_explained_otherwise_does_not_count(reader):
    text = "Ikatan Keluarga Minang (IKM) rapat. IKM memilih ketua. IKM menari. IKM pulang."
    assert read(reader, "IKM Gelar Rapat", text) == {}


def test_the_words_that_decided_are_given_once_as_printed(reader):
    assert read(reader, "UMKM Maju", "UMKM maju, perajin senang.")["ikm"] == ("UMKM", "perajin")


def test_further_subjects_stand_only_beside_small_industry(reader):
    assert read(reader, "Ekspor Baja Naik", "Ekspor baja naik. Ekspor logam naik. Ekspor mesin naik.") == {}


def test_an_empty_article_has_no_subject(reader):
    assert read(reader) == {}


def test_every_subject_lists_its_words():
    assert all(row["words"] for row in gazetteer("ikm")["topics"].values())


PROFILE = "Ia merintis usahanya dari dapur. Pesanan naik, omzetnya Rp15 juta sebulan, dan kue dijual Rp3.000."


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("Kue Lapis Bu Ratmi Laris", PROFILE, True),
        ("Bu Ratmi dari Desa Wringin", PROFILE, False),  # its headline names no goods
        ("Kue Lapis Bu Ratmi Laris", f"{PROFILE} Polisi memeriksa tersangka.", False),  # news of another sort
        ("Kue Lapis Naik Harga", "Kue dijual Rp3.000.", False),  # nobody lives by it
    ],
)
def test_the_profile_of_a_maker_counts_though_it_never_names_small_industry(title, text, told):
    assert bool(makers_words(title, text)) is told
