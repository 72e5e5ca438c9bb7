"""The desk in Chromium, over the sample press: what staff do, and what every kind of page must be."""

from base64 import b64decode
from urllib.parse import urlsplit

import feedparser
import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.browser import DESK, PHONE, Browser
from tests.browser.conftest import PASSWORD
from tests.browser.pages import PAGES

CLICKS = 3  # from the home page to an answer
WEIGHT = 300_000  # bytes of a page with all it needs
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


def test_an_article_prints_its_text_and_not_the_menu(browser: Browser, desk: str, pages: dict[str, str]) -> None:
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    browser.open(desk + pages["article"])
    shown, menu = browser.one(".body").text, browser.one("header nav").is_displayed()
    printed = b64decode(browser.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert "Colombo Plan" in shown
    assert not menu
    assert printed.startswith(b"%PDF-")
    assert b"/Font" in printed
