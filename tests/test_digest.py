"""The daily digest and the file of saved searches behind it."""

import email
import email.policy
import runpy
from pathlib import Path
from typing import Any

import feedparser
import pytest
import yaml
from click.testing import CliRunner, Result
from lxml import html

from pantau.cli import main
from pantau.config import saved_searches
from pantau.serving import CONFIGURATION
from tests.datasette_data import ikm_data
from tests.test_desk import get, opened

SAVED = "- nama: Batik\n  q: batik\n- nama: Kopi\n  q: kopi\n"
ALLOWED = {"q", "publisher", "since", "until", "relevant", "sort"}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with ikm.db and saved searches, and no configuration."""
    ikm_data(tmp_path)
    (tmp_path / "tersimpan.yaml").write_text(SAVED, encoding="utf-8")
    monkeypatch.setenv("PANTAU_DATA", str(tmp_path))
    monkeypatch.setenv("PANTAU_CONFIG", str(tmp_path / "pantau.toml"))
    return tmp_path


def told(*options: str, day: str = "2019-07-04") -> Result:
    return CliRunner().invoke(main, ["digest", "--date", day, *options], catch_exceptions=False)


@pytest.mark.parametrize(
    "shown",
    [
        "Ringkasan Pantau IKM, Kamis, 4 Juli 2019\n",
        "1 kabar dari 1 artikel.",
        "dimuat Antara Sulsel, Surya",
        "http://127.0.0.1:8001/ikm/articles/2",
        "KOPI\n====\nTidak ada berita baru pada hari ini.",
        "1 artikel dari 1 penerbit",
        "- Surya: belum diambil sejak hari ini dimulai",
    ],
)
def test_a_digest_says(data: Path, shown: str) -> None:
    assert shown in told().stdout


def test_quotations_and_figures_of_a_story_are_told(data: Path) -> None:
    text = " ".join(told(day="2019-07-03").stdout.split())
    assert "ujar" not in text
    assert "— Ratna Kusumawati, Direktur Jenderal IKMA" in text
    assert "- Rp 1,2 triliun: Kalimat dengan Rp 1,2 triliun." in text


def test_a_story_names_none_who_printed_it_later(data: Path) -> None:
    assert "dimuat Surya\n" in told(day="2019-07-03").stdout


def test_a_day_without_any_article_is_not_taken_for_a_day_without_news(data: Path) -> None:
    run = told(day="2020-01-01")
    assert run.exit_code == 0
    assert "Tidak ada satu pun artikel yang terkumpul untuk hari ini" in run.stdout


def test_the_same_day_gives_the_same_bytes(data: Path) -> None:
    assert told("--eml").stdout_bytes == told("--eml").stdout_bytes


def test_the_links_begin_with_the_address_of_the_desk(data: Path) -> None:
    (data / "pantau.toml").write_text('desk = "https://meja.example/"')
    assert "https://meja.example/ikm/articles/2" in told().stdout


def test_a_page_asks_for_nothing(data: Path) -> None:
    page = html.fromstring(told("--html").stdout)
    assert not page.xpath("//script | //link | //img | //@src")
    assert "@media print" in page.xpath("string(//style)")


def test_a_mail_has_both(data: Path) -> None:
    run = told("--eml", "--to", "meja@example.org", "--sender", "pantau@example.org")
    mail = email.message_from_bytes(run.stdout_bytes, policy=email.policy.default)
    assert (mail["Subject"], mail["To"]) == ("Ringkasan Pantau IKM, Kamis, 4 Juli 2019", "meja@example.org")
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]


def test_several_formats_go_into_a_folder(data: Path) -> None:
    told("--text", "--html", "--out", str(data / "out"))
    assert sorted(file.name for file in (data / "out").iterdir()) == [
        "ringkasan-2019-07-04.html",
        "ringkasan-2019-07-04.txt",
    ]
    assert told("--text", "--html").exit_code == 2


def test_without_a_database_there_is_no_digest(data: Path) -> None:
    (data / "ikm.db").unlink()
    run = told()
    assert (run.exit_code, run.stdout, "run pantau update" in run.stderr) == (2, "", True)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("- nama: Batik\n  q: batik\n- ? [q]\n  : batik", 3, "Setiap pencarian harus memuat nama"),
        ("- nama: A\n  kata: batik\n", 2, 'Saringan "kata" tidak dikenal'),
        ("nama: A\n", 1, "harus berupa daftar"),
        ("- batik\n", 1, "harus memuat nama dan saringan"),
        ("- q: batik\n", 1, "belum bernama"),
        ("- nama: A\n", 1, "belum menyaring apa pun"),
        ("- nama: A\n  q: a\n\n- nama: A\n  q: b\n", 4, "sudah dipakai"),
        ("- nama: A\n  since: kemarin\n", 2, "harus berupa hari"),
        ("- nama: A\n  relevant: ya\n", 2, "hanya boleh berisi 1"),
        ("- nama: A\n  q: [a, b]\n", 2, "harus berisi satu teks"),
        ('- nama: A\n  q: "batik\n', 3, "tidak terbaca sebagai YAML"),
    ],
)
def test_a_mistake_in_the_file_is_named_with_its_line_and_what_to_do(
    data: Path, text: str, line: int, says: str
) -> None:
    file = data / "lain.yaml"
    file.write_text(text, encoding="utf-8")
    run = told("--saved", str(file))
    assert (run.exit_code, run.stdout) == (2, "")
    assert f"lain.yaml:{line}:" in run.stderr
    assert says in run.stderr


def test_a_missing_file_names_the_command_that_writes_one(data: Path) -> None:
    (data / "tersimpan.yaml").unlink()
    run = told()
    assert (run.exit_code, "pantau init" in run.stderr) == (2, True)


def test_the_example_of_init_can_be_used() -> None:
    read = runpy.run_path(str(CONFIGURATION / "plugins" / "saved_searches.py"))["searches"]
    queries = yaml.safe_load((CONFIGURATION / "metadata.yaml").read_text(encoding="utf-8"))["databases"]["ikm"][
        "queries"
    ]
    assert len(list(read(saved_searches(), set(queries["search"]["params"])))) == 5


def feeds(site: Any, path: str) -> list[str]:
    page = html.fromstring(get(site, path).content)
    linked = page.xpath('//link[@rel="alternate"][@type="application/atom+xml"]/@href')
    assert set(linked) <= set(page.xpath("//a/@href"))  # for those who look, too
    return [str(address) for address in linked]


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("/tersimpan", 2),
        ("/cari?q=batik&sort=best", 1),
        ("/kutipan?speaker=ratna", 1),
        ("/angka?kind=money", 1),
        ("/ikm/entities/person-ratna-kusumawati", 2),
        ("/ikm/entities/ministry-kementerian-perindustrian", 1),
    ],
)
def test_a_page_links_its_feeds_whose_identifiers_stay(data: Path, tmp_path: Path, path: str, count: int) -> None:
    again = tmp_path / "again"
    again.mkdir()
    ikm_data(again)
    found = feeds(opened(data / "ikm.db", "local"), path)
    assert len(found) == count
    for address in found:
        one, other = (feedparser.parse(get(opened(d / "ikm.db", "local"), address).content) for d in (data, again))
        assert not one.bozo
        assert [one.feed.id, *(e.id for e in one.entries)] == [other.feed.id, *(e.id for e in other.entries)]


@pytest.mark.parametrize("more", ["size=5", "sort=best", "page=1", "utm_source=x"])
def test_a_feed_is_the_same_however_much_of_it_is_asked_for(data: Path, more: str) -> None:
    feed = feedparser.parse(get(opened(data / "ikm.db", "local"), f"/ikm/search.atom?{more}&q=batik").content).feed
    assert (feed.id, feed.link) == ("tag:pantau-ikm,2026:search?q=batik", "http://localhost/cari?q=batik")
