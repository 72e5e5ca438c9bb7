"""The desk in Chromium, over the sample press: what staff do, and what every kind of page must be."""

from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from selenium.webdriver.common.keys import Keys

from nlp.store import ikm_db
from tests.browser.browser import DESK, PHONE, Browser, pantau, served
from tests.browser.conftest import PASSWORD
from tests.browser.pages import PAGES
from tests.datasette_data import ikm_data

CLICKS = 3  # from the home page to an answer
WEIGHT = 300_000  # bytes of a page with all it needs
GUIDE_PAGES = 4
TARGET = 24  # CSS pixels: the least height of what is tapped, WCAG 2.2 AA
READ_PAGE = """
const seen = e => e.checkVisibility() && e.getBoundingClientRect().width > 1;
return {
    lang: document.documentElement.lang, h1: document.querySelectorAll("h1").length, title: document.title,
    landmarks: ["header", "nav", "main", "footer"].filter(n => document.querySelector("body > " + n + ", header " + n)),
    skip: document.querySelector("body > a").getAttribute("href"), wide: document.documentElement.scrollWidth,
    low: [...document.querySelectorAll("button, input:not([type=hidden], [type=checkbox]), select, nav a, summary")]
        .filter(seen).filter(e => e.getBoundingClientRect().height < arguments[0]).map(e => e.outerHTML.slice(0, 120)),
};"""


def titles(browser: Browser) -> list[str]:
    return [found.text for found in browser.all(".results h2")]


def test_what_is_new_since_yesterday(browser: Browser, desk: str) -> None:
    browser.open(desk)
    browser.click("main a", "sejak kemarin")
    assert titles(browser) == [
        "Perajin Logam Ngingas Teken Kontrak Komponen Kereta Senilai Rp 6 Miliar",
        "Penenun Sumba Timur Raup Rp 620 Juta dari Pameran di Osaka",
        "Menko Perekonomian: Tarif 0 Persen untuk Kerajinan ke Lima Negara Berlaku Januari",
        "Trenggalek Kirim 20 Ton Gula Kelapa ke Uni Emirat Arab, Plh Sekda: Harga Petani Naik",
    ]
    assert browser.clicks <= CLICKS


def test_what_did_somebody_say(browser: Browser, desk: str) -> None:
    browser.open(desk)
    browser.click("nav a", "Kutipan")
    browser.fill("input[name=speaker]", "Gati")
    browser.click("main form button", "Tampilkan")
    spoken = [quote.text for quote in browser.all("blockquote")]
    assert spoken != []
    assert all("Gati Wibawaningsih" in quote for quote in spoken)
    assert any("yang sudah lebih maju pun kami ajak" in quote for quote in spoken)
    assert browser.clicks <= CLICKS


def test_what_was_written_about_a_ministry_in_a_region_this_month(browser: Browser, desk: str) -> None:
    browser.open(desk)
    browser.click("nav a", "Cari")
    browser.choose("select[name=ministry]", "Kementerian Perindustrian")
    browser.fill("input[name=place]", "Jawa Timur")
    browser.fill("input[name=since]", "11/01/2026")
    assert browser.one("input[name=since]").get_attribute("value") == "2026-11-01"
    browser.click("main form button", "Cari")
    assert titles(browser) == [
        "Perajin Logam Ngingas Teken Kontrak Komponen Kereta Senilai Rp 6 Miliar",
        "Trenggalek Kirim 20 Ton Gula Kelapa ke Uni Emirat Arab, Plh Sekda: Harga Petani Naik",
        "Jatim Paling Banyak Terima Potongan Harga Mesin, 96 IKM Sudah Merasakan",
        "Kemenperin: Potongan harga mesin tahun ini jangkau 412 IKM",
    ]
    assert browser.clicks <= CLICKS


def test_where_a_figure_comes_from_and_who_else_printed_it(browser: Browser, desk: str) -> None:
    browser.open(desk)
    browser.click("nav a", "Angka")
    browser.fill("input[name=q]", "412 mesin")
    browser.click("main form button", "Tampilkan")
    browser.click(".figures h2 a", "412")
    assert "412" in browser.one("blockquote").text
    assert "Kompas.com" in browser.one("blockquote").text
    printers = {line.text.split(" · ")[1] for line in browser.all(".figures .meta")}
    assert printers == {"ANTARA Jawa Timur", "TribunJatim", "Kompas.com"}  # Kompas.com: in its own headline
    assert browser.clicks <= CLICKS


def test_how_this_week_compares(browser: Browser, desk: str) -> None:
    browser.open(desk)
    week = browser.one(".numbers div:nth-child(2)").text.split("\n")
    assert week[1] == "19"  # reports on small industry of 14 to 20 November 2026
    assert "tujuh hari sebelumnya 1;" in week[2]  # the one of 12 November
    assert browser.clicks <= CLICKS


def test_a_feed_is_found_on_a_page_of_results(browser: Browser, desk: str) -> None:
    browser.open(f"{desk}/cari?q=garam")
    feed = feedparser.parse(browser.one("a[href*='.atom']").get_attribute("href"))
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == titles(browser)


@pytest.fixture
def login(browser: Browser, guarded: str) -> Browser:
    browser.driver.delete_all_cookies()
    browser.open(guarded)
    assert browser.one("h1").text == "Masuk"
    browser.fill("#username", "petugas")
    return browser


def test_a_wrong_password_is_told_so(login: Browser) -> None:
    login.fill("#password", "salah")
    login.click("main form button")
    assert "tidak cocok" in login.one("[role=alert]").text
    assert login.axe() == []


def test_the_right_password_opens_the_desk_until_one_leaves(login: Browser, guarded: str) -> None:
    login.fill("#password", PASSWORD)
    login.click("main form button")
    assert login.one("h1").text != "Masuk"
    login.open(f"{guarded}/ikm?sql=select+title+from+articles+limit+3")
    assert len(login.all("tbody tr")) == 3
    assert login.axe() == []
    login.click(".logout button")
    login.open(f"{guarded}/cari")
    assert login.one("h1").text == "Masuk"


def test_what_staff_wrote_in_sql_stays_to_be_mended(login: Browser, guarded: str) -> None:
    login.fill("#password", PASSWORD)
    login.click("main form button")
    login.open(f"{guarded}/ikm?sql=select+title+from+articles+limit+3")
    assert login.one("h1").text == "Kueri SQL"
    assert login.one("#sql-editor").get_attribute("value") == "select title from articles limit 3"
    login.open(f"{guarded}/ikm?sql=select+judul+from+articles")
    assert "no such column: judul" in login.one("[role=alert]").text
    assert login.one("#sql-editor").get_attribute("value") == "select judul from articles"
    login.open(f"{guarded}/ikm?sql=hapus+semuanya")
    assert login.one("h1").text == "SQL ini tidak dapat dijalankan"
    assert "Statement must be a SELECT" in login.text()
    login.errors()  # 400 is what these pages are


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_whole_and_asks_nobody_else(browser: Browser, desk: str, pages: dict[str, str], kind: str) -> None:
    browser.open(desk + pages[kind])
    hosts, weight = browser.traffic()
    assert hosts == {urlsplit(desk).netloc}
    assert 1_000 < weight < WEIGHT
    own_answer = f"{desk}{pages[kind]} - Failed to load resource"  # 404 and 403 are what these pages are
    assert [error for error in browser.errors() if not error.startswith(own_answer)] == []
    page = browser.run(READ_PAGE, TARGET)
    assert (page["lang"], page["h1"], page["skip"]) == ("id", 1, "#content")
    assert page["landmarks"] == ["header", "nav", "main", "footer"]
    assert page["title"].endswith("· Pantau IKM")


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing_serious(browser: Browser, desk: str, pages: dict[str, str], kind: str, width: int) -> None:
    browser.width(width)
    browser.open(desk + pages[kind])
    assert browser.axe() == []


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_fits_a_phone(browser: Browser, desk: str, pages: dict[str, str], kind: str) -> None:
    browser.width(PHONE)
    browser.open(desk + pages[kind])
    page = browser.run(READ_PAGE, TARGET)
    assert page["wide"] <= PHONE
    assert page["low"] == []


def test_a_table_on_a_phone_is_told_cell_by_cell(browser: Browser, desk: str, pages: dict[str, str]) -> None:
    browser.width(PHONE)
    browser.open(desk + pages["runs"])
    assert not browser.one("thead").is_displayed()
    told = "return getComputedStyle(document.querySelector('td.col-publisher'), '::before').content"
    assert browser.run(told) == '"Penerbit: "'


def test_tab_reaches_the_box_and_the_results(browser: Browser, desk: str, pages: dict[str, str]) -> None:
    browser.open(desk + pages["results"])
    browser.run("document.activeElement.blur()")
    reached = []
    for _ in range(40):
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        focus = browser.driver.switch_to.active_element
        reached.append((focus.get_attribute("class") or focus.get_attribute("id"), focus.text))
    assert reached[0] == ("skip", "Langsung ke isi")
    assert ("q", "") in reached
    assert titles(browser)[0] in [text for _, text in reached]


def test_the_skip_link_leads_to_the_content(browser: Browser, desk: str) -> None:
    browser.open(desk)
    browser.one("body").send_keys(Keys.TAB, Keys.ENTER)
    assert browser.driver.current_url.endswith("#content")


def test_forced_colours_leave_the_marks_to_be_seen(browser: Browser, desk: str, pages: dict[str, str]) -> None:
    forced = {"features": [{"name": "forced-colors", "value": "active"}]}
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", forced)
    browser.open(desk + pages["article"])
    lines = browser.run(
        "return [...document.querySelectorAll('.body mark.ministry')].map(e => getComputedStyle(e).textDecorationLine)"
    )
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert set(lines) == {"underline"}


MENU = ("Beranda", "Semua data", "Tersimpan", "Unduh:", "Dijalankan dengan Datasette", "hilangkan centang")


def test_an_article_prints_its_text_and_not_the_menu(browser: Browser, desk: str, pages: dict[str, str]) -> None:
    browser.open(desk + pages["article"])
    paragraphs = [" ".join(paragraph.text.split()) for paragraph in browser.all(".body p")]
    printed = " ".join(browser.printed())
    assert len(paragraphs) > 5
    assert [paragraph for paragraph in paragraphs if paragraph[-60:] not in printed] == []
    assert "Gati Wibawaningsih Direktur Jenderal Industri Kecil Menengah dan Aneka" in printed  # of the side table
    assert "https://" in printed  # where the original is
    assert [word for word in MENU if word in printed] == []


def test_results_print_what_was_asked(browser: Browser, desk: str, pages: dict[str, str]) -> None:
    browser.open(desk + pages["filtered"])
    printed = " ".join(browser.printed())
    assert "Kementerian: Kemenperin" in printed
    assert "Tempat: Jawa Timur" in printed
    assert titles(browser)[0] in printed
    assert [word for word in MENU if word in printed] == []


@pytest.fixture(scope="module")
def digest(demo: Path) -> str:
    page = demo / "ringkasan.html"
    saved = Path(__file__).parents[2] / "pantau" / "templates" / "tersimpan.yaml"
    pantau(demo, "digest", "--date", "2026-11-19", "--html", "--saved", str(saved), "--out", str(page))
    return page.as_uri()


def test_a_digest_prints_its_stories(browser: Browser, digest: str) -> None:
    browser.open(digest)
    headlines = [" ".join(headline.text.split()) for headline in browser.all("h3")]
    printed = " ".join(browser.printed())
    assert "Trenggalek Kirim 20 Ton Gula Kelapa ke Uni Emirat Arab, Plh Sekda: Harga Petani Naik" in headlines
    assert [headline for headline in headlines if headline not in printed] == []


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_a_digest_can_be_read_by_everyone(browser: Browser, digest: str, width: int) -> None:
    browser.width(width)
    browser.open(digest)
    assert browser.axe() == []
    assert browser.run("return document.documentElement.scrollWidth") <= width


def test_the_guide_is_four_pages(browser: Browser, desk: str) -> None:
    browser.open(f"{desk}/bantuan")
    assert len(browser.printed()) == GUIDE_PAGES


SMALL_PRINT = """
const least = arguments[0];
return [...document.querySelectorAll("main svg text")].filter(e => e.textContent.trim()).map(e => {
    const drawn = e.ownerSVGElement, scale = drawn.getBoundingClientRect().width / drawn.viewBox.baseVal.width;
    return [e.textContent, parseFloat(getComputedStyle(e).fontSize) * scale];
}).filter(([, size]) => size < least);"""
LEAST = 10.5  # CSS pixels of letters in a picture


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("kind", ["dashboard", "ministry"])
def test_the_words_of_a_picture_can_be_read(
    browser: Browser, desk: str, pages: dict[str, str], kind: str, width: int
) -> None:
    browser.width(width)
    browser.open(desk + pages[kind])
    assert browser.all("main svg text") != []
    assert browser.run(SMALL_PRINT, LEAST) == []


def test_the_short_names_of_the_provinces_stay_in_their_tiles(
    browser: Browser, desk: str, pages: dict[str, str]
) -> None:
    browser.open(desk + pages["dashboard"])
    widths = browser.run("return [...document.querySelectorAll('.tiles text')].map(e => e.getBBox().width)")
    assert len(widths) == 2 * 38
    assert max(widths) <= 50  # units of the picture: the width of a tile


def test_filters_are_let_go_one_by_one(browser: Browser, desk: str) -> None:
    browser.open(f"{desk}/cari?q=industri&ministry=Kemenperin&entity=person-reni-yanita")
    assert [chip.text.removesuffix(" ✕") for chip in browser.all(".asked li")] == [
        "Kata: industri",
        "Kementerian: Kemenperin",
        "Menyebut: Reni Yanita",
    ]
    browser.click(".asked li:nth-child(3) a")
    assert [chip.text.removesuffix(" ✕") for chip in browser.all(".asked li")] == [
        "Kata: industri",
        "Kementerian: Kemenperin",
    ]


def test_the_head_of_the_guide_is_as_wide_as_that_of_other_pages(browser: Browser, desk: str) -> None:
    widths = set()
    for page in ("/", "/bantuan"):
        browser.open(desk + page)
        widths.add(browser.one(".masthead").size["width"])
    assert widths == {DESK}


TURNS = "\u202eKIM ATIREB"  # writes from right to left, and never says that it ends


def test_a_title_that_turns_the_writing_turns_nothing_but_itself(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("turned")
    db = ikm_db(ikm_data(folder)).conn
    with db:
        db.execute("update articles set title = ? where id = 1", [TURNS])
    db.close()
    with served(folder) as desk:
        browser.open(f"{desk}/angka?q=peserta")
        lines = [line for line in browser.all(".figures .meta") if "KIM" in line.text]
        assert lines != []
        for line in lines:
            title, time = line.find_element("css selector", "a"), line.find_element("css selector", "time")
            assert title.location["x"] < time.location["x"]
