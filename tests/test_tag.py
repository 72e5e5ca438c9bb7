"""articles.db -> ikm.db."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

from nlp import rows as rows_of
from nlp import tag as tagging
from nlp.document import Entity
from nlp.extract.officials import Official
from nlp.reading import Reading
from nlp.store import ikm_db
from nlp.tag import rules_version, tag
from tests.articles_data import ARTICLES, build

ROTAN, REPRINT, CABAI, UNDATED = (url for url, *_ in ARTICLES)


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch, nlp: Language) -> None:
    """Loading takes longer than reading these articles."""
    monkeypatch.setattr(tagging, "load", lambda: nlp)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    build(tmp_path / "articles.db").close()
    return tmp_path / "articles.db"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "ikm.db"


def rows(path: Path, query: str, *values: Any) -> list[tuple[Any, ...]]:
    with sqlite3.connect(path) as db:
        return db.execute(query, values).fetchall()


def change(source: Path, query: str) -> None:
    with sqlite3.connect(source) as db:
        db.execute(query)


def test_every_article_is_read_once(source: Path, target: Path) -> None:
    assert tag(source, target).articles == 4
    assert rows(target, "select url from articles order by id") == [(url,) for url, *_ in ARTICLES]


def test_a_second_run_reads_nothing(source: Path, target: Path) -> None:
    tag(source, target)
    assert tag(source, target).articles == 0


def test_a_changed_article_is_read_again_in_place(source: Path, target: Path) -> None:
    tag(source, target)
    change(source, f"update articles set title = 'Harga cabai turun', changed = 5 where url = '{CABAI}'")
    assert tag(source, target).articles == 1
    assert rows(target, "select title from articles where url = ?", CABAI) == [("Harga cabai turun",)]
    assert rows(target, "select count(*) from articles_fts where articles_fts match 'naik'") == [(1,)]
    assert rows(target, "select title from articles_fts where articles_fts match 'title: turun'") == [
        ("Harga cabai turun",)
    ]


def test_ids_are_those_of_articles_db(source: Path, target: Path) -> None:
    tag(source, target)
    assert rows(target, "select id, url from articles order by id") == rows(
        source, "select id, url from articles order by id"
    )


def test_reprints_are_one_story_headed_by_the_first_printing(source: Path, target: Path) -> None:
    tag(source, target)
    wire = rows(target, "select distinct story from articles where url in (?, ?)", ROTAN, REPRINT)
    assert rows(target, "select title, articles, publishers from stories where id = ?", wire[0][0]) == [
        ("120 perajin rotan siap ekspor", 2, 2)
    ]


def test_every_article_belongs_to_a_story_also_without_a_date(source: Path, target: Path) -> None:
    tag(source, target)
    assert rows(target, "select count(*) from articles where story is null") == [(0,)]
    assert rows(target, "select count(*) from stories") == [(3,)]


def test_a_reprint_that_was_rewritten_leaves_its_story(source: Path, target: Path) -> None:
    tag(source, target)
    change(source, f"update articles set text = 'Kini isinya lain sama sekali.', changed = 5 where url = '{REPRINT}'")
    tag(source, target)
    assert rows(target, "select count(distinct story) from articles where url in (?, ?)", ROTAN, REPRINT) == [(2,)]


def test_stems_find_other_forms_of_a_word(source: Path, target: Path) -> None:
    tag(source, target)
    found = rows(target, "select count(*) from articles_fts where articles_fts match 'stems: latih'")
    assert found == [(2,)]


def test_a_killed_run_goes_on_where_it_ended(source: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = tagging._read_one
    read: list[str] = []

    def killed_at_the_third(db: Any, nlp: Any, article: Any, number: int) -> None:
        if len(read) == 2:
            raise KeyboardInterrupt
        read.append(article["url"])
        whole(db, nlp, article, number)

    monkeypatch.setattr(tagging, "_read_one", killed_at_the_third)
    with pytest.raises(KeyboardInterrupt):
        tag(source, target)
    monkeypatch.setattr(tagging, "_read_one", whole)
    assert tag(source, target).articles == 2
    assert rows(target, "select count(*) from articles where story is null") == [(0,)]


def test_a_rebuild_reads_everything_into_the_same_ids(source: Path, target: Path) -> None:
    tag(source, target)
    before = rows(target, "select id, url, story from articles order by id")
    with sqlite3.connect(target) as server:  # a reader that stays open
        assert tag(source, target, rebuild=True).articles == 4
        assert server.execute("select id, url, story from articles order by id").fetchall() == before
    assert not target.with_suffix(".new.db").exists()


def test_a_step_that_fails_is_named_with_the_article_and_the_rest_is_read(
    source: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def figures(doc: Any) -> Any:
        raise RuntimeError("no numbers today")
        yield

    from nlp import reading
    from nlp.extract import EXTRACTORS

    others = tuple(e for e in EXTRACTORS if e.__name__ != "figures")
    monkeypatch.setattr(reading, "EXTRACTORS", (figures, *others))
    result = tag(source, target)
    assert (result.articles, result.failed) == (4, 4)
    assert rows(target, "select distinct component, error from failures") == [
        ("figures", "RuntimeError: no numbers today")
    ]
    assert rows(target, "select count(*) from article_entities")[0][0] > 0


def test_a_body_named_only_by_an_office_stays_among_the_entities(
    source: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = Entity("agency-dinas-perdagangan", "AGENCY", "Dinas Perdagangan")
    kept = rows_of.write

    def written(db: sqlite3.Connection, article: sqlite3.Row, read: Reading) -> None:
        """As when the title alone, "Kadisdag", says which body is meant."""
        person = Entity("person-ani", "PERSON", "Ani")
        read.entities |= {person.id: person, body.id: body}
        read.records["mentions"] = []
        read.records["officials"] = [
            Official("person-ani", "Ani", "Kepala Dinas", body.name, body.id, ("Ani",), "text", 0, 3)
        ]
        kept(db, article, read)

    monkeypatch.setattr(rows_of, "write", written)
    tag(source, target)
    missing = "select institution_entity from officials where institution_entity not in (select id from entities)"
    assert rows(target, missing) == []
    assert rows(target, "select name from entities where id = 'agency-dinas-perdagangan'") == [("Dinas Perdagangan",)]


def test_a_quotation_is_kept_with_its_sentence(source: Path, target: Path) -> None:
    said = "Kami siap mengirim rotan ke Jepang,"
    change(source, f"update articles set text = 'Rapat usai. “{said}” kata Wulan Sari. Hadir 30 orang.'")
    tag(source, target)
    assert rows(target, "select distinct text, sentence from quotes where part = 'text'") == [
        (said, f"“{said}” kata Wulan Sari.")
    ]


def test_a_database_of_an_earlier_version_gets_the_sentences_of_its_quotations(source: Path, target: Path) -> None:
    change(source, "update articles set text = 'Rapat usai. “Kami siap ke Jepang,” kata Wulan Sari.'")
    tag(source, target)
    with sqlite3.connect(target) as db:
        before = db.execute("select article, part, start, sentence from quotes").fetchall()
        db.execute("alter table quotes drop column sentence")
    db.close()
    ikm_db(target).conn.close()
    assert before
    assert rows(target, "select article, part, start, sentence from quotes") == before


RULED = {
    "mentions": ("rule",), "officials": ("rule",), "quotes": ("rule", "speaker_rule"), "figures": ("rule",),
    "dates": ("rule",), "topics": ("rule",),
}  # fmt: skip
TOLD = (
    "Kepala Dinas Perdagangan Kota Kediri Ratna Prameswari melatih 120 perajin IKM pada 3 Maret 2026. "
    "“Ekspor IKM kami naik sejak awal tahun,” kata Ratna. IKM dan IKM lagi."
)


def test_every_row_says_what_made_it(source: Path, target: Path) -> None:
    change(source, f"update articles set text = '{TOLD}' where url = '{ROTAN}'")
    tag(source, target)
    for table, columns in RULED.items():
        for column in columns:
            found = rows(
                target, f"select {column} from {table} where article = (select id from articles where url = ?)", ROTAN
            )
            assert found, table
            assert all(rule for (rule,) in found), (table, column)


def test_a_database_of_an_earlier_version_gets_the_columns_of_rules(source: Path, target: Path) -> None:
    change(source, f"update articles set text = '{TOLD}'")
    tag(source, target)
    with sqlite3.connect(target) as db:
        before = {table: db.execute(f"select * from {table} order by 1").fetchall() for table in RULED}
        for table, columns in RULED.items():
            for column in columns:
                db.execute(f"alter table {table} drop column {column}")
    db.close()
    ikm_db(target).conn.close()
    for table, columns in RULED.items():
        assert [row[: -len(columns)] for row in before[table]] == [
            row[: -len(columns)] for row in rows(target, f"select * from {table} order by 1")
        ]
        assert rows(target, f"select distinct {columns[0]} from {table}") == [(None,)]


def test_without_articles_the_error_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="pantau crawl"):
        tag(tmp_path / "none.db", tmp_path / "ikm.db")


def test_articles_db_is_not_written_to(source: Path, target: Path) -> None:
    before = source.read_bytes()
    tag(source, target)
    assert source.read_bytes() == before


def test_the_version_of_the_rules_is_stable() -> None:
    assert rules_version() == rules_version()
    assert len(rules_version()) == 12
