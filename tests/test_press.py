"""The sample press is whole: what is listed is there, what is there is listed, and its archives can be read."""

import re
import subprocess
import sys
import tomllib
from collections import Counter
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from fastwarc.warc import ArchiveIterator as FastArchive
from fastwarc.warc import WarcRecordType
from lxml import etree, html
from warcio.archiveiterator import ArchiveIterator

from crawler.items import Outcome
from tests.site import press
from tests.site.press import FETCHED, HERE, Response, pieces, responses, sites, write_archive

EDITIONS = sorted(FETCHED)
PUBLISHERS = ["surya", "tribunjatim", "antarajatim", "kompas", "detikfinance", "kemenperin"]
COLOMBO = "belajar-ikm-di-surabaya-kemensesneg-dan-kemenperin-ajak-wakil-12-negara-colombo-plan"
COLOMBO_PLAN = f"https://surabaya.tribunnews.com/2019/07/03/{COLOMBO}"
BATIK = "https://surabaya.tribunnews.com/bisnis/1941207/pameran-batik-madura-di-surabaya-catat-transaksi-rp-24-miliar"
# The address of an article on each of the sites, as the sites themselves form it (2018-2026).
ARTICLE = {
    "surya": r"https://surabaya\.tribunnews\.com/(?:[a-z-]+/\d{5,9}|\d{4}/\d\d/\d\d)/[a-z0-9-]+",
    "tribunjatim": r"https://jatim\.tribunnews\.com/(?:[a-z-]+/\d{5,9}|\d{4}/\d\d/\d\d)/[a-z0-9-]+",
    "antarajatim": r"https://jatim\.antaranews\.com/berita/\d+/[a-z0-9-]+",
    "kompas": r"https://money\.kompas\.com/read/\d{4}/\d\d/\d\d/\d{8,10}/[A-Za-z0-9.-]+",
    "detikfinance": r"https://finance\.detik\.com/[a-z0-9-]+/d-\d+/[a-z0-9-]+",
    "kemenperin": r"https://kemenperin\.go\.id/artikel/\d+/\S+",
}
EXPECTED = tomllib.loads((HERE / "expected.toml").read_text(encoding="utf-8"))


@cache
def answers(edition: int) -> dict[str, Response]:
    return {answer.url: answer for answer in responses(edition)}


def text(edition: int, url: str) -> str:
    return answers(edition)[url].body.decode()


def stored(edition: int) -> set[str]:
    """What a crawl of `edition` into an empty database stores, by expected.toml."""
    wanted = EXPECTED["publishers"].values()
    if edition == 1:
        return {url for each in wanted for url in each["stored"]}
    return {url for each in wanted for url in {*each["stored"], *each["added"]} - set(each["gone"])}


def addresses(answer: Response) -> set[str]:
    """Every address in a feed, sitemap or page."""
    if dict(answer.headers)["Content-Type"].startswith("application/xml"):
        tree = etree.fromstring(answer.body)
        found = tree.xpath("//*[local-name()='loc' or local-name()='link' or local-name()='guid']/text()")
    else:
        found = [urljoin(answer.url, link) for link in html.fromstring(answer.body).xpath("//a/@href")]
    return {url.partition("?utm_")[0] for url in found}


def articles_listed(edition: int, publisher: str) -> set[str]:
    host = sites()[publisher]["host"]
    lists = [a for a in answers(edition).values() if not re.fullmatch(ARTICLE[publisher] + r"(?:\?.*)?", a.url)]
    own = [a for a in lists if urlsplit(a.url).hostname == host or (publisher == "kompas" and "indeks." in a.url)]
    pages = [a for a in own if not a.url.endswith("robots.txt")]
    return {url for page in pages for url in addresses(page) if re.fullmatch(ARTICLE[publisher], url)}


def test_publishers_are_those_of_the_spiders():
    assert list(sites()) == PUBLISHERS == list(EXPECTED["publishers"])


@pytest.mark.parametrize(("edition", "count"), [(1, 29), (2, 30)])
def test_number_of_articles_to_store(edition, count):
    assert len(stored(edition)) == count


@pytest.mark.parametrize(("edition", "count"), [(1, 33), (2, 35)])
def test_number_of_articles_printed(edition, count):
    assert sum(len(pieces(name, edition)) for name in PUBLISHERS) == count


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_address_answers_once(edition):
    assert [url for url, times in Counter(a.url for a in responses(edition)).items() if times > 1] == []


@pytest.mark.parametrize("publisher", PUBLISHERS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_listed_article_is_there(edition, publisher):
    assert {url for url in articles_listed(edition, publisher) if url not in answers(edition)} == set()


@pytest.mark.parametrize("publisher", PUBLISHERS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_printed_article_is_listed(edition, publisher):
    printed = {url for piece in pieces(publisher, edition) for url in (piece.url, piece.second_url) if url}
    assert articles_listed(edition, publisher) == printed


@pytest.mark.parametrize("edition", EDITIONS)
def test_sitemap_children_are_there(edition):
    children = {url for a in answers(edition).values() if b"<sitemapindex" in a.body for url in addresses(a)}
    assert children
    assert children <= set(answers(edition))


@pytest.mark.parametrize("edition", EDITIONS)
def test_links_inside_the_texts_lead_somewhere(edition):
    for publisher in PUBLISHERS:
        for piece in pieces(publisher, edition):
            linked = addresses(answers(edition)[piece.url]) if piece.kind not in {"gone", "missing"} else set()
            assert {url for url in linked if re.fullmatch(ARTICLE[publisher], url)} <= set(answers(edition))


@pytest.mark.parametrize("publisher", PUBLISHERS)
def test_addresses_have_the_form_of_the_real_site(publisher):
    urls = [piece.url for piece in pieces(publisher, 2)]
    assert [url for url in urls if not re.fullmatch(ARTICLE[publisher], url)] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_expected_articles_answer_200(edition):
    assert {answers(edition)[url].status for url in stored(edition)} == {200}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_answer_is_an_expected_article_or_a_special_case(edition):
    printed = {url for name in PUBLISHERS for p in pieces(name, edition) for url in (p.url, p.second_url) if url}
    assert printed - stored(edition) <= {case["url"] for case in EXPECTED["cases"]}


def test_outcomes_are_of_the_closed_list():
    named = {case[key] for case in EXPECTED["cases"] for key in ("first", "second", "alone") if key in case}
    assert named <= set(Outcome)


def test_cases_and_stories_and_the_irrelevant_are_in_the_press():
    urls = [case["url"] for case in EXPECTED["cases"] + EXPECTED["irrelevant"]]
    urls += [url for story in EXPECTED["stories"] for url in story["articles"]]
    assert [url for url in urls if url not in answers(1)] == []


@pytest.mark.parametrize(
    ("edition", "status", "part"),
    [(1, 404, "1093277"), (2, 404, "1093277"), (1, 200, "511870"), (2, 410, "511870"), (1, 200, "d-8559777")],
)
def test_status(edition, status, part):
    assert next(a.status for url, a in answers(edition).items() if f"/{part}/" in url) == status


def test_first_page_of_colombo_plan_has_its_pager():
    assert re.search(r"Halaman</div>\s*<a[^>]*>1</a>\s*<a[^>]*>2</a>", text(1, COLOMBO_PLAN))


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("", ["19 orang", "SURYA.co.id | SURABAYA", "Baca juga", "Iklan", "Penulis:", "Editor:"]),
        ("?page=2", ["Presiden Jokowi", "4,4 juta", "30 persen atau 10.000"]),
        ("?page=all", ["19 orang", "Presiden Jokowi", "30 persen atau 10.000"]),
    ],
)
def test_pages_of_colombo_plan(query, parts):
    body = text(1, COLOMBO_PLAN + query)
    assert [part for part in parts if part not in body] == []


def test_second_page_of_colombo_plan_is_not_on_the_first():
    assert "10.000" not in text(1, COLOMBO_PLAN)


def test_one_official_stands_in_the_caption_of_colombo_plan_alone():
    piece = next(piece for piece in pieces("surya", 1) if piece.url == COLOMBO_PLAN)
    assert "Drajat Irawan" in piece.caption
    assert not any("Drajat" in paragraph for page in piece.pages for paragraph in page)


def test_ikm_stands_in_a_caption_alone():
    piece = next(piece for piece in pieces("surya", 1) if piece.slug == "jalan-tunjungan")
    assert "IKM" in piece.caption
    assert "IKM" not in piece.headline + piece.summary + "".join(piece.pages[0])


@pytest.mark.parametrize(("edition", "figure", "office"), [(1, "Rp 2,4", "Kepala Bidang"), (2, "Rp 2,1", "Sekretaris")])
def test_correction(edition, figure, office):
    body = text(edition, BATIK)
    assert f"Nilai transaksinya mencapai {figure} miliar" in body
    assert office in body


@pytest.mark.parametrize(("edition", "when"), [(1, "2026-11-18T16:20:05+07:00"), (2, "2026-11-19T20:45:30+07:00")])
def test_correction_shows_in_the_sitemap(edition, when):
    sitemap = text(edition, "https://surabaya.tribunnews.com/bisnis/sitemap-news.xml")
    assert f"<loc>{BATIK}</loc>\n<lastmod>{when}</lastmod>" in sitemap


def test_second_address_names_the_first_as_canonical():
    second = next(url for url in answers(1) if url.endswith("belanda") and "/498310/" in url)
    canonical = html.fromstring(answers(1)[second].body).xpath("//link[@rel='canonical']/@href")
    assert canonical == [second.replace("/bisnis/498310/", "/2025/09/02/")]


def test_undated_page_holds_no_date():
    url = next(url for url in answers(1) if "Mengenal-Sentra-IKM" in url)
    assert not re.search(r"\d{1,2} \w+ 20\d\d|20\d\d-\d\d|\d/20\d\d", text(1, url))


def test_antara_feed_leaves_a_link_empty():
    feed = etree.fromstring(answers(1)["https://jatim.antaranews.com/rss/terkini.xml"].body)
    assert [item.findtext("guid")[-7:] for item in feed.iter("item") if not item.findtext("link")] == ["412-ikm"]


def test_detik_says_z_and_means_jakarta():
    url = next(url for url in answers(1) if "d-8561120" in url)
    body = text(1, url)
    assert 'name="pubdate" content="2026-11-18T13-05-44Z"' in body
    assert '"datePublished": "2026-11-18T13:05:44+07:00"' in body


def test_kompas_says_utc_and_names_its_editor_as_author():
    body = text(1, next(url for url in answers(1) if "/092541326/" in url))
    assert 'property="article:published_time" content="2026-11-17T02:25:41+00:00"' in body
    assert '"author":{"@type":"Person","name":"Aprilia Kusuma"' in body
    assert 'name="content_author" content="Gilang Ramadhan"' in body


def test_lists_show_relative_dates():
    assert ">3 jam lalu<" in text(1, "https://surabaya.tribunnews.com/index-news")
    assert ">2 jam lalu<" in text(1, "https://indeks.kompas.com/?site=money&date=2026-11-19&page=1")


@pytest.mark.parametrize("name", ["rss/terkini.xml", "rss/ekonomi.xml"])
def test_unchanged_feed_keeps_its_marks(name):
    first, second = (dict(answers(n)[f"https://jatim.antaranews.com/{name}"].headers) for n in EDITIONS)
    assert (first["ETag"], first["Last-Modified"]) == (second["ETag"], second["Last-Modified"])


def test_changed_sitemap_changes_its_marks():
    name = "https://surabaya.tribunnews.com/bisnis/sitemap-news.xml"
    first, second = (dict(answers(n)[name].headers) for n in EDITIONS)
    assert first["ETag"] != second["ETag"]
    assert second["Last-Modified"] == "Fri, 20 Nov 2026 00:15:30 GMT"


@pytest.mark.parametrize("edition", EDITIONS)
def test_archive_is_read_by_warcio(tmp_path, edition):
    written = write_archive(tmp_path / "press.warc.gz", edition)
    with (tmp_path / "press.warc.gz").open("rb") as archive:
        read = {
            record.rec_headers.get_header("WARC-Target-URI"): (
                int(record.http_headers.get_statuscode()),
                record.content_stream().read(),
            )
            for record in ArchiveIterator(archive)
        }
    assert written == len(read)
    assert read == {url: (answer.status, answer.body) for url, answer in answers(edition).items()}


@pytest.mark.parametrize("edition", EDITIONS)
def test_archive_is_read_by_fastwarc(tmp_path, edition):
    write_archive(tmp_path / "press.warc.gz", edition)
    with (tmp_path / "press.warc.gz").open("rb") as archive:
        records = FastArchive(archive, record_types=WarcRecordType.response, parse_http=True)
        read = {
            record.headers["WARC-Target-URI"]: (record.http_headers.status_code, record.reader.read())
            for record in records
        }
    assert read == {url: (answer.status, answer.body) for url, answer in answers(edition).items()}


@pytest.mark.parametrize(("edition", "when"), [(1, "2026-11-19T03:00:00Z"), (2, "2026-11-20T03:00:00Z")])
def test_archive_is_dated(tmp_path, edition, when):
    write_archive(tmp_path / "press.warc.gz", edition)
    with (tmp_path / "press.warc.gz").open("rb") as archive:
        dates = {record.rec_headers.get_header("WARC-Date") for record in ArchiveIterator(archive)}
    assert dates == {when}


def test_archive_is_the_same_bytes_again_from_the_command_line(tmp_path):
    write_archive(tmp_path / "here.warc.gz", 2)
    script = Path(press.__file__)
    subprocess.run(
        [sys.executable, script, tmp_path / "there.warc.gz", "--edition", "2"], check=True, capture_output=True
    )
    assert (tmp_path / "here.warc.gz").read_bytes() == (tmp_path / "there.warc.gz").read_bytes()


def test_everything_was_fetched_on_the_day_of_the_edition():
    assert {answer.fetched.astimezone(UTC) for answer in responses(1)} == {datetime(2026, 11, 19, 3, tzinfo=UTC)}
