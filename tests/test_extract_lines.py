"""Bylines, datelines, captions and prompts, line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract import article
from crawler.extraction import caption, dateline, listing, persons
from crawler.extraction.text import dated
from crawler.items import Article, Hints

SITES = frozenset({"surya", "tribunnews", "radarbrantas"})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Kontributor Malang, Andi Hartono", ["Andi Hartono"]),
        ("Siti Aminah dan Budi Santoso", ["Siti Aminah", "Budi Santoso"]),
        ("Dr. Andi Rahman, S.E., M.M.", ["Dr. Andi Rahman"]),
        ("Hari Purnomo", ["Hari Purnomo"]),
        ("Ahmad Fauzi (ANTARA)", ["Ahmad Fauzi"]),
        ("M. Akbar Sulistyo", ["M. Akbar Sulistyo"]),
        ("C31", []),
        ("kil", []),
        ("Redaksi", []),
        ("Tim Liputan", []),
        ("PR Wire", []),
        ("Humas Kemenperin", []),
        ("Radar Brantas", []),
        ("berita@contoh.id", []),
        ("", []),
    ],
)
def test_persons(value: str, expected: list[str]) -> None:
    assert persons.persons(value, SITES) == expected


@pytest.mark.parametrize(
    ("text", "place", "rest"),
    [
        ("SURABAYA, KOMPAS.com - Sebanyak lima", "SURABAYA", "Sebanyak lima"),
        ("SURYA.co.id | SURABAYA - Dinas", "SURABAYA", "Dinas"),
        ("Jakarta (ANTARA) - Menteri", "Jakarta", "Menteri"),
        ("Jakarta - Menteri", "Jakarta", "Menteri"),
        ("Mataram, NTB (ANTARA News) - Sebanyak", "Mataram, NTB", "Sebanyak"),
        ("ISTANBUL, 23 Februari 2016 (Antara/PRNewswire) -- Kota", "ISTANBUL", "Kota"),
        ("REPUBLIKA.CO.ID, MANCHESTER— Sebelum", "MANCHESTER", "Sebelum"),
        ("TRIBUNNEWS.COM - Berikut", None, "Berikut"),
        ("VIVA – Menteri", None, "Menteri"),
        ("KBRN, Malang: Wali Kota", "Malang", "Wali Kota"),
        ("MALANG, beritalima.com| Wali Kota", "MALANG", "Wali Kota"),
        ("KONTAN.CO.ID - JAKARTA. Pemerintah", "JAKARTA", "Pemerintah"),
        ("RADAR SURABAYA - Menteri", None, "Menteri"),
        ("Malang (beritajatim.com) – Wali Kota", "Malang", "Wali Kota"),
        ("KEDIRI- Dinas", "KEDIRI", "Dinas"),
        ("Batik - kain khas Jawa - kian laku", None, "Batik - kain khas Jawa - kian laku"),
        ("Presiden datang. Ia - atau wakilnya - bicara", None, "Presiden datang. Ia - atau wakilnya - bicara"),
    ],
)
def test_dateline(text: str, place: str | None, rest: str) -> None:
    assert dateline.parted(text, SITES) == (place, rest)


@pytest.mark.parametrize(
    ("text", "expected", "credit"),
    [
        ("Pameran batik. (Foto: Dinas)", "Pameran batik.", "Dinas"),
        ("Menteri (kiri) di Surabaya, Rabu (3/7/2019)", "Menteri (kiri) di Surabaya, Rabu (3/7/2019)", None),
        (
            "Perajin di Malang (3/7/2019). ANTARA FOTO/Ari Wibowo/nz.",
            "Perajin di Malang (3/7/2019).",
            "ANTARA FOTO/Ari Wibowo/nz.",
        ),
        ("Pekerja menjahit - Bisnis/Rahman", "Pekerja menjahit", "Bisnis/Rahman"),
        ("Ilustrasi batik. Foto: Humas Pemkot", "Ilustrasi batik.", "Humas Pemkot"),
        ("Galeri tenun (ist)", "Galeri tenun", "ist"),
        ("Perajin tenun | Istimewa", "Perajin tenun", "Istimewa"),
        ("Kepala Dinas Perindustrian (Disperin)", "Kepala Dinas Perindustrian (Disperin)", None),
        ("Foto: Dok. Kemenperin", None, "Dok. Kemenperin"),
        ("Etalase sepatu.-Sekar Ayu-Disway", "Etalase sepatu.", "Sekar Ayu-Disway"),
    ],
)
def test_caption(text: str, expected: str | None, credit: str | None) -> None:
    assert caption.parted(text, SITES) == caption.Photo(expected, credit)


TITLE = "Perajin Mebel Belajar Menggambar dengan Komputer"
FIRST = "Pemerintah kabupaten membuka kelas malam bagi perajin mebel di balai latihan miliknya."
LAST = "Peserta tidak dipungut biaya, namun wajib membawa laptop masing-masing dari rumah."


def _read(inside: str = "", below: str = "", above: str = "Rabu, 5 Juni 2024 08:10 WIB", head: str = "") -> Article:
    page = f"""<html><head><title>{TITLE} - Koran Contoh</title><meta property="og:type" content="article">{head}</head>
    <body>
    <h1>{TITLE}</h1><div>{above}</div><div class="isi"><p>{FIRST}</p>{inside}<p>{LAST}</p></div>{below}</body></html>"""
    found = article([page.encode()], "https://korancontoh.id/ekonomi/perajin-mebel-belajar", Hints())
    assert found is not None
    return found


@pytest.mark.parametrize(
    "noise",
    [
        "<p>Baca juga: <a href='/a'>Ekspor Ukiran Melonjak Tajam</a></p>",
        "<p><strong>BACA JUGA:</strong></p><p><a href='/a'>Ekspor Ukiran Melonjak Tajam Tahun Ini</a></p>",
        "<p>Baca: Ekspor Ukiran Melonjak</p>",
        '<p>Simak Video "Kerajinan Kita"</p>',
        "<p>[Gambas:Video 20detik]</p>",
        "<p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p>",
        "<div class='baca-juga-box'><p>Ekspor ukiran melonjak tajam pada tahun ini menurut dinas.</p></div>",
        "<ul class='related-posts'><li><a href='/a'>Ekspor Ukiran Melonjak Tajam</a></li></ul>",
        "<figure><img src='a.jpg'><figcaption>Suasana kelas malam di balai latihan.</figcaption></figure>",
        "<p>Ikuti berita lainnya di Google News Koran Contoh</p>",
        "<p>Editor: Retno Palupi</p>",
        "<p>Copyright © Koran Contoh 2024</p>",
        "<p>Bagikan:</p>",
        "<p>Halaman selanjutnya</p>",
        "<p>Artikel ini telah tayang di Koran Contoh dengan judul lain</p>",
        "<p style='display:none'>Ini teks yang tidak pernah dilihat pembaca di halaman.</p>",
        "<script>var iklan = 'beli sekarang juga';</script>",
        "<p>(wth/ydp)</p>",
        "<p>https://contoh.id/tautan</p>",
    ],
)
def test_noise_is_left_out(noise: str) -> None:
    assert _read(inside=noise).text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    "kept",
    [
        "Baca buku adalah kegemaran para perajin sejak mereka masih sekolah.",
        "Tag harga dipasang pada setiap kursi yang sudah selesai dicat ulang.",
        "Editor video itu kini menjadi guru bagi para perajin yang lebih muda.",
        "Simak penjelasan berikut ini agar tidak keliru memilih kayu jati muda.",
        "Sumber kayu mereka adalah hutan rakyat di sebelah utara kabupaten itu.",
    ],
)
def test_sentences_like_prompts_are_kept(kept: str) -> None:
    assert _read(inside=f"<p>{kept}</p>").text == f"{FIRST}\n\n{kept}\n\n{LAST}"


@pytest.mark.parametrize(
    ("below", "authors", "editors"),
    [
        ("<p>Penulis : Sekar Ayu | Editor : Bayu Anggoro</p>", ("Sekar Ayu",), ("Bayu Anggoro",)),
        ("<div>Rep: Sekar Ayu/ Red: Bayu Anggoro</div>", ("Sekar Ayu",), ("Bayu Anggoro",)),
        ("<p>Pewarta: Sekar Ayu<br>Editor: Bayu Anggoro<br>Copyright © 2024</p>", ("Sekar Ayu",), ("Bayu Anggoro",)),
        ("<table><tr><td>Penulis</td><td>: Sekar Ayu</td></tr></table>", ("Sekar Ayu",), ()),
        (
            "<div><h6>Sekar Ayu</h6><h6>Penulis</h6><h6>Bayu Anggoro</h6><h6>Editor</h6></div>",
            ("Sekar Ayu",),
            ("Bayu Anggoro",),
        ),
        (
            "<ul><li>Author</li><li>Sekar Ayu</li><li>Editor</li><li>Bayu Anggoro</li></ul>",
            ("Sekar Ayu",),
            ("Bayu Anggoro",),
        ),
        ("<p>Redaktur &amp; Reporter : Sekar Ayu</p>", ("Sekar Ayu",), ("Sekar Ayu",)),
        ("<p>Laporan Wartawan Koran Contoh, Sekar Ayu</p>", ("Sekar Ayu",), ()),
        ("<span class='author'>Sekar Ayu</span>", ("Sekar Ayu",), ()),
        ("<p>Penulis: Redaksi</p>", (), ()),
        ("<p>Sumber: Sekar Ayu</p>", (), ()),
        ("<p>Penulis adalah guru di Jepara.</p>", (), ()),
        ("<p>Oleh Sekar Ayu pada 5 Juni 2024, 08:10 WIB</p>", ("Sekar Ayu",), ()),
        ("", (), ()),
    ],
)
def test_byline(below: str, authors: tuple[str, ...], editors: tuple[str, ...]) -> None:
    found = _read(below=below)
    assert (found.authors, found.editors) == (authors, editors)


def test_editor_named_as_author_for_machines_is_no_author() -> None:
    ld = '{"@type":"NewsArticle","author":{"@type":"Person","name":"Bayu Anggoro"}}'
    ld = f'<script type="application/ld+json">{ld}</script>'
    found = _read(below="<p>Editor : Bayu Anggoro</p>", head=ld)
    assert (found.authors, found.editors) == ((), ("Bayu Anggoro",))


@given(st.text(max_size=120))
def test_line_readers_take_any_text_and_add_nothing_to_it(text: str) -> None:
    names = persons.persons(text, SITES)
    assert all(word.casefold() in text.casefold() for name in names for word in name.split())
    assert dateline.parted(text, SITES)[1] in text
    assert (caption.parted(text, SITES).caption or "") in text


def test_a_word_that_is_named_again_in_small_letters_is_no_place() -> None:
    paragraphs = ["Kopi", "Petani hidup dari kopi."]
    assert dated(paragraphs, frozenset()) == (None, paragraphs)


@pytest.mark.parametrize(
    ("first", "place", "rest"),
    [
        ("Temanggung. Panen kopi dimulai.", "Temanggung", ["Panen kopi dimulai.", "Petani di Temanggung menjual."]),
        ("TEMANGGUNG", "TEMANGGUNG", ["Petani di Temanggung menjual."]),
        ("Temanggung, 12 November 2026", "Temanggung", ["Petani di Temanggung menjual."]),
        ("Benar. Panen kopi dimulai.", None, ["Benar. Panen kopi dimulai.", "Petani di Temanggung menjual."]),
        ("Ekonomi", None, ["Ekonomi", "Petani di Temanggung menjual."]),
    ],
)
def test_a_dateline_without_its_dash_is_a_place_that_the_report_names_again(first, place, rest) -> None:
    assert dated([first, "Petani di Temanggung menjual."], frozenset()) == (place, rest)


@pytest.mark.parametrize("path", ["/tag/kopi", "/tags/kopi", "/listtag/42/kopi", "/topik/kopi"])
def test_the_address_of_a_tag(path: str) -> None:
    assert listing._TAG_ADDRESS.search(f"https://koran.id{path}")
