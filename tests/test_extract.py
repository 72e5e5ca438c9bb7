"""article() and its companions: joining pages, refusing rubbish, addresses."""

import pickle
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract import UnreadablePage, article, canonical, later_pages, refusal
from crawler.items import Article, Hints, Outcome

URL = "https://korancontoh.id/ekonomi/812345/kelas-malam-perajin-mebel"
TITLE = "Kelas Malam Perajin Mebel Dibuka Lagi"
PARTS = [
    "Pemerintah kabupaten membuka kelas malam bagi perajin mebel di balai latihan miliknya.",
    "Kelas itu diikuti tiga puluh orang dan berlangsung dua kali seminggu hingga akhir tahun.",
    "Kepala balai berkata bahwa gambar produk kini harus langsung bisa dibaca mesin potong.",
    "Peserta tidak dipungut biaya, namun wajib membawa laptop masing-masing dari rumah.",
]
PAGER = "<div class='paging'>" + "".join(f"<a href='{URL}?page={n}'>{n}</a>" for n in (1, 2)) + "</div>"


def _page(parts: list[str], pager: str = "", head: str = "", title: str = TITLE) -> bytes:
    text = "".join(f"<p>{part}</p>" for part in parts)
    return (
        f"<html><head><title>{title} - Koran Contoh</title><meta property='og:type' content='article'>{head}"
        "</head><body>"
        f"<h1>{title}</h1><div>Rabu, 5 Juni 2024 08:10 WIB</div><div class='isi'>{text}</div>{pager}</body></html>"
    ).encode()


def _read(*pages: bytes, hints: Hints | None = None) -> Article:
    found = article(pages, URL, hints or Hints())
    assert found is not None
    return found


def test_pages_are_joined_in_order() -> None:
    found = _read(_page(PARTS[:2], PAGER), _page(PARTS[2:], PAGER))
    assert found.text.split("\n\n") == PARTS


def test_a_paragraph_on_two_pages_stands_once() -> None:
    found = _read(_page(PARTS[:3], PAGER), _page(PARTS[2:], PAGER))
    assert found.text.split("\n\n") == PARTS


def test_the_page_that_shows_all_takes_the_place_of_the_first() -> None:
    found = _read(_page(PARTS[:2], PAGER), _page(PARTS, PAGER))
    assert (found.text.split("\n\n"), found.pages, found.complete) == (PARTS, 2, True)


def test_missing_later_page_makes_it_incomplete() -> None:
    found = _read(_page(PARTS[:2], PAGER))
    assert (found.pages, found.complete) == (2, False)


def test_all_pages_make_it_complete() -> None:
    found = _read(_page(PARTS[:2], PAGER), _page(PARTS[2:], PAGER))
    assert (found.pages, found.complete) == (2, True)


def test_article_can_cross_to_another_process() -> None:
    found = _read(_page(PARTS))
    assert pickle.loads(pickle.dumps(found)) == found
    assert pickle.loads(pickle.dumps(article)) is article


def test_hints_fill_what_the_page_does_not_say() -> None:
    body = _page(PARTS).replace(b"Rabu, 5 Juni 2024 08:10 WIB", b"Koran")
    found = _read(body, hints=Hints(publisher="koran", listed={"published": "Wed, 05 Jun 2024 08:10:00 +0700"}))
    assert (found.publisher, found.published) == ("koran", "2024-06-05T08:10:00+07:00")


def test_clock_without_a_zone_is_that_of_the_publisher() -> None:
    body = _page(PARTS).replace(b" WIB", b"")
    assert _read(body, hints=Hints(zone="Asia/Jayapura")).published == "2024-06-05T08:10:00+09:00"


def test_paywall_is_told() -> None:
    ld = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
    assert _read(_page(PARTS, head=ld)).paywalled


def test_english_text_is_told() -> None:
    parts = [
        "The office of industry has opened an evening class for the makers of furniture in the town of Jepara."
    ] * 1
    parts += [
        "It will last until the end of the year, and is free for all who bring a computer of their own with them."
    ]
    assert _read(_page(parts)).language == "en"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b" \n ",
        b"\0" * 3000,
        b"\x89PNG\r\n\x1a\n" + random.Random(7).randbytes(5000),
        b"<html><body><p>Halo</p></body></html>",
        b"<!-- kosong -->",
        b"hanya kata tanpa markah",
        b"<div>" * 50_000 + b"x",
        b"<?xml version='1.0'?><rss><channel><title>Umpan</title><item><title>Satu</title></item></channel></rss>",
        _page([]),
        _page(PARTS, title="Halaman tidak ditemukan"),
    ],
    ids=["empty", "spaces", "nul", "binary", "short", "comment", "text", "deep", "feed", "no text", "soft 404"],
)
def test_no_article(body: bytes) -> None:
    assert article([body], URL, Hints()) is None


def test_no_pages_is_no_article() -> None:
    assert article([], URL, Hints()) is None


def test_oversized_page_is_refused_with_a_reason() -> None:
    with pytest.raises(UnreadablePage, match="50 MB"):
        article([b"x" * (50 * 2**20)], URL, Hints())


@pytest.mark.parametrize(
    "body",
    [
        _page(PARTS).replace(b"mebel di", b"me&#1;bel&#xFFFF; di\x00"),
        _page(PARTS).decode().encode("utf-16"),
        b"<?xml version='1.0' encoding='iso-8859-1'?>" + _page(PARTS),
        _page(PARTS, head="<meta charset='iso-8859-1'>"),
        _page(PARTS, head='<script type="application/ld+json">{"@type":"NewsArticle",,,</script>'),
        _page(PARTS, head='<script type="application/ld+json">' + "[" * 50_000 + "</script>"),
        _page(PARTS).replace(b"<div class='isi'>", b"<div>" * 400 + b"<div class='isi'>"),
    ],
    ids=["controls", "utf-16", "declaration", "false charset", "broken json", "deep json", "deep tree"],
)
def test_damaged_pages_are_still_read(body: bytes) -> None:
    assert _read(body).text.split("\n\n") == PARTS


def test_windows_charset_behind_a_false_declaration() -> None:
    body = _page([f"“{part}”" for part in PARTS], head="<meta charset='utf-8'>").decode().encode("windows-1252")
    assert _read(body).text.startswith("“Pemerintah")


@pytest.mark.parametrize(
    ("body", "status", "expected"),
    [
        (_page(PARTS), 200, None),
        (_page(PARTS), 403, Outcome.BLOCKED),
        (_page(PARTS), 429, Outcome.BLOCKED),
        (_page(PARTS), 404, Outcome.GONE),
        (_page(PARTS), 410, Outcome.GONE),
        (_page(PARTS), 503, Outcome.BROKEN),
        (b"", 200, Outcome.BROKEN),
        (b"\0\1\2" * 500, 200, Outcome.BROKEN),
        (b"x" * (6 * 2**20), 200, Outcome.TOO_LARGE),
        (
            b"<title>Just a moment...</title><p>Checking your browser before accessing the site.</p>",
            200,
            Outcome.BLOCKED,
        ),
        (b"<title>Verifikasi</title><h1>Buktikan Anda bukan robot</h1>", 200, Outcome.BLOCKED),
        (_page(PARTS, title="404 Not Found"), 200, Outcome.NOT_ARTICLE),
        (b"<title>Koran</title><h1>Maaf, halaman yang Anda cari tidak tersedia</h1>", 200, Outcome.NOT_ARTICLE),
        (_page(PARTS, title="Dompet Turis Tidak Ditemukan, Polisi Periksa CCTV"), 200, None),
        (_page(PARTS * 5, title="Situs Dinas Minta Captcha, Warga Bingung"), 200, None),
    ],
)
def test_refusal(body: bytes, status: int, expected: Outcome | None) -> None:
    assert refusal(body, status) == expected


@pytest.mark.parametrize(
    ("claim", "url", "expected"),
    [
        (URL, f"{URL}?utm_source=x#y", URL),
        ("https://korancontoh.id/", f"{URL}?page=2", URL),
        ("https://korancontoh.id/ekonomi", URL, URL),
        ("https://lain.example/", URL, URL),
        ("https://lain.example/berita/9/hal-lain", URL, URL),
        ("/ekonomi/812345/kelas-malam-perajin-mebel", URL, URL),
        ("https://www.korancontoh.id/baca/kelas-malam", URL, "https://www.korancontoh.id/baca/kelas-malam"),
        (URL, f"{URL}/2", URL),
        ("http://[rusak", URL, URL),
        ("https://dinas.go.id/?p=12", "https://dinas.go.id/?p=12&utm_source=x", "https://dinas.go.id/?p=12"),
    ],
)
def test_canonical(claim: str, url: str, expected: str) -> None:
    assert canonical(_page(PARTS, head=f"<link rel='canonical' href='{claim}'>"), url) == expected


@pytest.mark.parametrize(
    ("pager", "expected"),
    [
        (PAGER, (f"{URL}?page=2",)),
        ("<a href='?page=2'>2</a><a href='?page=4'>4</a>", (f"{URL}?page=2", f"{URL}?page=3", f"{URL}?page=4")),
        (f"{PAGER}<a href='{URL}?page=all#x'>Tampilkan semua</a>", (f"{URL}?page=all",)),
        (f"<a href='{URL}/15'>2</a><a href='{URL}/30'>3</a>", (f"{URL}/15", f"{URL}/30")),
        (f"<a href='{URL}/2/'>Selanjutnya</a>", (f"{URL}/2/",)),
        ("<a href='https://korancontoh.id/indeks?page=2'>2</a>", ()),
        ("", ()),
    ],
)
def test_later_pages(pager: str, expected: tuple[str, ...]) -> None:
    assert later_pages(_page(PARTS, pager), URL) == expected


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.text(max_size=40))
def test_nothing_raises(body: bytes, url: str) -> None:
    for page in (body, b"<html><h1>Judul yang cukup panjang</h1><p>" + body):
        article([page], url, Hints())
        refusal(page, 200)
        later_pages(page, url)
        canonical(page, url)
