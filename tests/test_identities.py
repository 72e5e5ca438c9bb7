"""Persons of all articles: namesakes stay apart, one person stays one, and an id is given once."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from spacy.language import Language

from crawler.store import articles_db
from nlp import tag as tagging
from nlp.people import identities
from nlp.store import TOLD_APART, ikm_db
from nlp.tag import tag
from tests.articles_data import row
from tests.test_datasette import get
from tests.test_desk import opened

PLAIN = "person-budi-santoso"
KEDIRI = "Kepala Dinas Perdagangan Kota Kediri Budi Santoso hadir."
PADANG = "Kepala Dinas Perdagangan Kota Padang Budi Santoso hadir."
MENDAG = "Menteri Perdagangan Budi Santoso hadir di Jakarta."
UNTOLD = "Warga bernama Budi Santoso hadir."


class Press:
    """Articles that are printed and read one after the other."""

    def __init__(self, folder: Path) -> None:
        self.source, self.target = folder / "articles.db", folder / "ikm.db"
        self.articles = articles_db(self.source)
        about = {"title": "Surya", "homepage": "", "network": "", "reach": "", "zone": "Asia/Jakarta", "language": "id"}
        self.articles["publishers"].insert({"name": "surya"} | about)
        self.number = 0

    def print(self, text: str, day: str = "2025-03-01") -> int:
        """Prints an article, without reading it yet; returns its number."""
        self.number += 1
        url = f"https://surya.example/{self.number}"
        self.articles["articles"].insert(row(url, "surya", "Kabar hari ini", f"{day}T09:00+07:00", text, self.number))
        return int(self.articles.execute("select max(id) from articles").fetchone()[0])

    def reprint(self, article: int, text: str) -> None:
        """Gives an article another text."""
        self.number += 1
        change = "update articles set text = ?, changed = ? where id = ?"
        with self.articles.conn as db:
            db.execute(change, (text, self.number, article))

    def read(self, rebuild: bool = False) -> None:
        tag(self.source, self.target, rebuild)

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with sqlite3.connect(self.target) as db:
            return db.execute(query, values).fetchall()

    def persons(self, article: int) -> list[str]:
        """The ids of the persons whom an article names."""
        query = "select distinct entity from mentions where article = ? and label = 'PERSON' order by start"
        return [entity for (entity,) in self.rows(query, article)]

    def said(self, *articles: tuple[str, str]) -> list[str]:
        """Prints and reads articles one by one, each a text and its day; the person whom each names."""
        found = []
        for text, day in articles:
            article = self.print(text, day)
            self.read()
            found += self.persons(article)
        return found


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    """Loading takes longer than reading these articles."""
    monkeypatch.setattr(tagging, "load", lambda: nlp)


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path)


def test_two_officials_of_one_name_in_two_provinces_at_once_are_two(press: Press) -> None:
    found = press.said((KEDIRI, "2025-03-01"), (PADANG, "2025-03-04"), (KEDIRI, "2025-04-01"), (PADANG, "2025-04-02"))
    other = f"{PLAIN}_dinas-perdagangan-kota-padang"
    assert found == [PLAIN, other, PLAIN, other]


def test_a_minister_and_the_head_of_a_dinas_of_a_common_name_are_two(press: Press) -> None:
    found = press.said((KEDIRI, "2025-03-01"), (MENDAG, "2025-03-04"))
    assert found == [PLAIN, f"{PLAIN}_kementerian-perdagangan"]


@pytest.mark.parametrize(
    ("texts", "person"),
    [
        (
            [
                ("Menteri Koperasi dan UKM Teten Masduki hadir.", "2024-09-01"),
                ("Menteri UMKM Teten Masduki hadir.", "2024-11-01"),
            ],
            "person-teten-masduki",
        ),
        (
            [
                ("Kepala Dinas Perindustrian Kabupaten Gresik Drajat Irawan hadir.", "2019-03-01"),
                ("Kepala Dinas Perindustrian Jawa Timur Drajat Irawan hadir.", "2020-03-01"),
                ("Direktur Jenderal Industri Agro Kementerian Perindustrian Drajat Irawan hadir.", "2022-03-01"),
            ],
            "person-drajat-irawan",
        ),
        (
            [
                ("Bupati Garut Rangga Wijaya Kusumah hadir.", "2016-03-01"),
                ("Wali Kota Padang Rangga Wijaya Kusumah hadir.", "2021-03-01"),
            ],
            "person-rangga-wijaya-kusumah",
        ),
    ],
    ids=["ministry renamed", "regency, province, ministry", "another province, years later, a rare name"],
)
def test_who_moves_on_stays_one(press: Press, texts: list[tuple[str, str]], person: str) -> None:
    assert press.said(*texts) == [person] * len(texts)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Menteri Perindustrian Agus Gumiwang Kartasasmita hadir.", "Menteri Perindustrian Agus Gumiwang hadir."),
        ("Bupati Gresik Sambari hadir.", "Bupati Gresik Sambari Halim Radianto hadir."),
        ("Bupati Gresik Sambari Halim hadir.", "Mantan Bupati Gresik Sambari Halim hadir."),
        (
            "Kepala Dinas Perindustrian Kabupaten Gresik Drajat Irawan hadir.",
            "Kepala Dinas Perindustrian Kabupaten Gresik Dradjat Irawan hadir.",
        ),
    ],
    ids=["shorter", "fuller", "former", "misprinted"],
)
def test_one_office_under_two_forms_of_a_name_is_one_person(press: Press, first: str, second: str) -> None:
    one, other = press.said((first, "2019-03-01"), (second, "2020-03-01"))
    assert one == other


def test_the_fullest_name_is_kept_with_the_others_as_aliases(press: Press) -> None:
    texts = (
        "Bupati Gresik Sambari hadir.",
        "Bupati Gresik Sambari Halim Radianto hadir.",
        "Bupati Gresik Sambari hadir.",
    )
    press.said(*[(text, "2019-03-01") for text in texts])
    [(name, aliases)] = press.rows("select name, aliases from entities where id = 'person-sambari'")
    assert (name, "Sambari" in aliases) == ("Sambari Halim Radianto", True)


def test_offices_have_first_and_last_days_and_regions(press: Press) -> None:
    press.said((KEDIRI, "2025-03-01"), (KEDIRI, "2025-01-10"), (KEDIRI, "2025-02-02"), (PADANG, "2025-03-04"))
    history = press.rows(
        "select person, office, institution, region, first_seen, last_seen, articles from offices order by 1"
    )
    assert history == [
        (PLAIN, "Kepala Dinas", "Dinas Perdagangan Kota Kediri", "35.71", "2025-01-10", "2025-03-01", 3),
        (
            f"{PLAIN}_dinas-perdagangan-kota-padang", "Kepala Dinas", "Dinas Perdagangan Kota Padang", "13.71",
            "2025-03-04", "2025-03-04", 1,
        ),
    ]  # fmt: skip


def test_quotations_and_offices_are_of_the_same_person_as_the_mentions(press: Press) -> None:
    said = f'{PADANG} "Harga sembako mulai turun pekan ini," kata Budi. Kepala Dinas Perdagangan pulang.'
    press.said((KEDIRI, "2025-03-01"), (said, "2025-03-02"))
    other = f"{PLAIN}_dinas-perdagangan-kota-padang"
    assert press.rows("select distinct speaker from quotes where article = 2") == [(other,)]
    assert press.rows("select distinct person from officials where article = 2") == [(other,)]
    assert {
        row[0] for row in press.rows("select entity from mentions where label in ('PERSON', 'OFFICE') and article = 2")
    } == {other}


# Without an office


def test_of_a_telling_name_without_office_the_official_is_meant(press: Press) -> None:
    found = press.said(("Kepala Dinas Perindustrian Jawa Timur Drajat Irawan hadir.", "2020-03-01"),
                       ("Hadir pula warga bernama Drajat Irawan.", "2020-03-02"))  # fmt: skip
    assert found == ["person-drajat-irawan"] * 2


def test_of_a_common_name_without_office_the_official_is_meant_where_the_body_is_named(press: Press) -> None:
    found = press.said(
        (MENDAG, "2025-03-01"), (UNTOLD, "2025-03-02"), (f"Kementerian Perdagangan hadir. {UNTOLD}", "2025-03-03")
    )
    assert found == [PLAIN, f"{PLAIN}_untitled", PLAIN]


def test_of_two_officials_the_one_is_meant_whose_region_is_named(press: Press) -> None:
    found = press.said(
        (KEDIRI, "2025-03-01"), (PADANG, "2025-03-02"), (f"Pasar di Kota Padang ramai. {UNTOLD}", "2025-03-03")
    )
    assert found[2] == found[1] == f"{PLAIN}_dinas-perdagangan-kota-padang"


def test_a_single_word_without_office_is_somebody_of_that_article_alone(press: Press) -> None:
    text = '"Pesanan naik sejak awal bulan ini," kata Wulan. Menurut Wulan, pembeli datang dari Solo.'
    assert press.said((text, "2025-03-01"), (text, "2025-03-02")) == ["person-wulan_a1", "person-wulan_a2"]
    assert press.rows("select name from entities where id = 'person-wulan_a2'") == [("Wulan",)]


# Ids are given once


def test_a_second_person_of_a_name_changes_nobody_elses_id(press: Press) -> None:
    first = press.print(KEDIRI)
    press.read()
    before = press.persons(first)
    press.said((PADANG, "2025-03-02"))
    press.reprint(first, KEDIRI + " Ia gembira.")
    press.read()
    assert press.persons(first) == before == [PLAIN]


def test_an_article_that_is_read_otherwise_keeps_its_person(press: Press) -> None:
    first = press.print("Bupati Tuban Budi Santoso hadir.")
    press.read()
    press.reprint(first, "Bupati Gresik Budi Santoso hadir.")
    press.read()
    assert press.persons(first) == [PLAIN]
    assert press.rows("select office from offices where person = ?", PLAIN) == [("Bupati Gresik",)]


def test_a_rebuild_keeps_all_ids_also_in_another_order(press: Press) -> None:
    articles = [press.print(text) for text in (KEDIRI, PADANG, UNTOLD)]
    press.read()
    before = [press.persons(article) for article in articles]
    press.reprint(articles[0], KEDIRI + " Ia gembira.")  # now the last to be read
    press.read(rebuild=True)
    assert [press.persons(article) for article in articles] == before


def test_a_person_who_is_gone_leaves_the_id_to_nobody(press: Press) -> None:
    first = press.print(KEDIRI)
    press.read()
    press.reprint(first, "Pasar sepi hari ini.")
    press.read()
    assert press.rows("select count(*) from entities where id = ?", PLAIN) == [(0,)]
    assert press.said((PADANG, "2025-03-02")) == [f"{PLAIN}_dinas-perdagangan-kota-padang"]


def test_persons_of_an_earlier_version_keep_their_ids_until_a_rebuild(press: Press) -> None:
    articles = [press.print(KEDIRI), press.print(PADANG)]
    press.read()
    with sqlite3.connect(press.target) as db:  # as when each name was one person
        db.execute("update mentions set entity = ? where label in ('PERSON', 'OFFICE')", (PLAIN,))
        db.execute("update officials set person = ?", (PLAIN,))
        for table in ("identities", "offices"):
            db.execute(f"drop table {table}")
        db.execute("pragma user_version = 0")
    db.close()
    ikm_db(press.target).conn.close()
    assert press.rows("select name, person from identities where name = 'budi-santoso' and person = ?", PLAIN)
    assert [row[0] for row in press.rows("select institution from offices where person = ? order by 1", PLAIN)] == [
        "Dinas Perdagangan Kota Kediri", "Dinas Perdagangan Kota Padang",
    ]  # fmt: skip
    press.read(rebuild=True)
    assert [press.persons(article) for article in articles] == [[PLAIN], [f"{PLAIN}_dinas-perdagangan-kota-padang"]]
    assert press.rows("pragma user_version") == [(TOLD_APART,)]


def test_a_failure_is_named_with_the_article_and_the_rest_is_kept(
    press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Any:
        raise RuntimeError("no persons today")

    monkeypatch.setattr(identities, "resolved", broken)
    assert press.said((KEDIRI, "2025-03-01")) == [PLAIN]
    assert press.rows("select component, error from failures") == [("identities", "RuntimeError: no persons today")]


def test_the_page_of_a_person_tells_of_namesakes_and_offices(press: Press) -> None:
    press.said((KEDIRI, "2025-03-01"), (PADANG, "2025-03-04"))
    page = html.fromstring(get(opened(press.target, "local"), f"/ikm/entities/{PLAIN}").text)
    [namesakes] = page.xpath("//p[@class='meta'][starts-with(., 'Orang lain bernama sama')]")
    assert namesakes.xpath(".//a/@href")[0].endswith("_dinas-perdagangan-kota-padang")
    assert "Dinas Perdagangan Kota Padang" in namesakes.text_content()
    [row] = page.xpath("//h2[text()='Jabatan']/following-sibling::div[1]//tbody/tr")
    assert [cell.text_content() for cell in row.xpath("td")] == [
        "Kepala Dinas", "Dinas Perdagangan Kota Kediri", "1 Mar 2025", "1 Mar 2025", "1",
    ]  # fmt: skip
