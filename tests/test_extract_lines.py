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
        ("Etalase sepatu. - (sekar)", "Etalase sepatu.", "sekar"),
        ("Etalase sepatu.Foto: Sekar Ayu", "Etalase sepatu.", "Sekar Ayu"),
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
    ("end", "kept"),
    [
        ("Kelas itu ditutup Rabu (3/7/2024).", "Kelas itu ditutup Rabu (3/7/2024)."),
        ("Kelas itu ditutup Rabu (3/7).", "Kelas itu ditutup Rabu (3/7)."),
        ("Kelas itu ditutup. (antara/abc)", "Kelas itu ditutup."),
        ("Kelas itu ditutup. (Lusi)", "Kelas itu ditutup."),
        ("Kelas itu ditutup. (MC Batang, Jateng/Edo)", "Kelas itu ditutup."),
        ("Kelas itu ditutup.*", "Kelas itu ditutup."),
        ("Kelas itu ditutup. []", "Kelas itu ditutup."),
        ("Kelas itu ditutup. ■", "Kelas itu ditutup."),
        (
            "Kelas itu ditutup Kementerian Perindustrian (Kemenperin).",
            "Kelas itu ditutup Kementerian Perindustrian (Kemenperin).",
        ),
    ],
)
def test_signatures_at_the_end_are_left_out_and_dates_are_not(end: str, kept: str) -> None:
    page = f"<h1>{TITLE}</h1><div>Rabu, 5 Juni 2024 08:10 WIB</div><div><p>{FIRST}</p><p>{LAST}</p><p>{end}</p></div>"
    found = article([page.encode()], "https://korancontoh.id/ekonomi/perajin-mebel-belajar", Hints())
    assert found is not None
    assert found.text == f"{FIRST}\n\n{LAST}\n\n{kept}"


@pytest.mark.parametrize(
    "lines",
    [
        "<div>Sekar Ayu - Koran Contoh</div>",
        "<p>By Sekar Ayu | Jepara | Wednesday, June 5, 2024 8:10 a.m.</p>",
        "<p>Sekar Ayu</p><p>Jurnalis</p><p>Rabu, 5 Juni 2024 pukul 08.10 WIB · 3 menit baca</p>",
        "<p><img src='a.jpg'><br><em>Suasana kelas malam di balai latihan</em></p>",
        "<div><img src='a.jpg'><p>Suasana kelas malam di balai latihan</p></div>",
        "<img src='a.jpg'><div>Suasana kelas malam. (Foto: Dinas)</div>",
    ],
)
def test_what_stands_in_the_column_before_the_text_is_none_of_it(lines: str) -> None:
    ld = '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Koran Contoh"}}</script>'
    page = f"<html><head>{ld}</head><body><article><h1>{TITLE}</h1>{lines}<p>{FIRST}</p><p>{LAST}</p></article></body>"
    found = article([page.encode()], "https://korancontoh.id/ekonomi/perajin-mebel-belajar", Hints())
    assert found is not None
    assert found.text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    "first",
    [
        "<p>Ini kabar baik.</p>",
        "<p>Sekar Ayu datang paling awal.</p>",
        "<p><img src='a.jpg' align='left'>Kelas malam itu dibuka kembali setelah dua tahun tutup.</p>",
        "<p>Pada 5 Juni 2024 kelas itu dibuka.</p>",
        f"<div><img src='a.jpg'><p>{FIRST} {LAST}</p></div>",
    ],
)
def test_a_short_first_paragraph_is_kept(first: str) -> None:
    page = f"<article><h1>{TITLE}</h1><div>5 Juni 2024 08:10 WIB</div>{first}<p>{FIRST}</p><p>{LAST}</p></article>"
    found = article([page.encode()], "https://korancontoh.id/2024/06/05/perajin-mebel-belajar", Hints())
    assert found is not None
    assert len(found.text.split("\n\n")) == 3


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("<p>Editor: Bayu Anggoro</p>", True),
        ("<p>Penulis: Sekar Ayu | Editor: Bayu Anggoro</p>", True),
        ("<p>Tags: <a href='/tag/mebel'>mebel</a> <a href='/tag/jepara'>jepara</a></p>", True),
        ("<p>Foto: Dinas Perindustrian</p>", False),
        ("<p>Sumber: Dinas Perindustrian</p>", False),
    ],
)
def test_a_byline_or_tags_end_the_report_and_a_credit_does_not(line: str, ends: bool) -> None:
    after = "Kelas berikutnya dimulai bulan depan di balai yang sama."
    text = "".join(f"<p>{part}</p>" for part in (FIRST, LAST, f"{FIRST} {LAST}", f"{LAST} {FIRST}"))
    page = f"<h1>{TITLE}</h1><div>Rabu, 5 Juni 2024 08:10 WIB</div><div>{text}{line}<p>{after}</p></div>"
    found = article([page.encode()], "https://korancontoh.id/ekonomi/perajin-mebel-belajar", Hints())
    assert found is not None
    assert (after not in found.text) is ends


def test_the_next_article_of_an_endless_page_is_another() -> None:
    text = "".join(f"<p>{LAST} Bagian {number} berbeda dari yang lain.</p>" for number in range(9))
    line = "<p>Rabu, 5 Juni 2024 08:10 WIB</p>"
    first = f'<h2 class="judul">{TITLE}</h2>{line}<div><p>{FIRST}</p><p>{LAST} {FIRST}</p></div>'
    other = f'<h2 class="judul">Jembatan Kali Wiso Diperlebar Tahun Depan</h2>{line}<div>{text}</div>'
    page = f"<div>{first}{other}</div>"
    head = f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>"
    found = article([head.encode()], "https://korancontoh.id/ekonomi/perajin-mebel-belajar", Hints())
    assert found is not None
    assert found.text == f"{FIRST}\n\n{LAST} {FIRST}"


def test_a_subheading_set_as_the_headline_ends_nothing() -> None:
    part = '<h2 class="judul">Bagian {0} dari kelas malam</h2><p>' + f"{LAST} {FIRST} Bagian {{0}}.</p>"
    parts = part.format(1) + part.format(2)
    page = f'<div><h2 class="judul">{TITLE}</h2><p>Rabu, 5 Juni 2024 08:10 WIB</p><p>{FIRST}</p>{parts}</div>'
    head = f"<html><head><title>{TITLE}</title></head><body>{page}</body></html>"
    found = article([head.encode()], "https://korancontoh.id/ekonomi/perajin-mebel-belajar", Hints())
    assert found is not None
    assert found.text.endswith("Bagian 2.")


def test_the_name_of_the_site_is_no_headline_though_it_is_the_only_first_level_heading() -> None:
    text = f"<p>Rabu, 5 Juni 2024 08:10 WIB</p><div><p>{FIRST}</p><p>{LAST}</p></div>"
    logo = '<h1 class="title"><a href="/">Koran Contoh</a></h1>'
    page = f"<html><head><title>{TITLE} | Koran Contoh</title></head><body>{logo}<h3>{TITLE}</h3>{text}</body></html>"
    found = article([page.encode()], "https://korancontoh.id/ekonomi/perajin-mebel-belajar", Hints())
    assert found is not None
    assert found.title == TITLE


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
        ("<div><b>Sekar Ayu</b><span>Reporter</span></div>", ("Sekar Ayu",), ()),
        ("<div><b>Bayu Anggoro</b> <span>Editor</span></div>", (), ("Bayu Anggoro",)),
        ("<p>Kontributor Jepara, Sekar Ayu</p>", ("Sekar Ayu",), ()),
        ("<p>Dikirim oleh Sekar Ayu pada Rabu, 5 Juni 2024</p>", ("Sekar Ayu",), ()),
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
    assert listing.TAG_ADDRESS.search(f"https://koran.id{path}")
