"""Names that the gazetteers list: ministries, named bodies and organisations, countries, places."""

from datetime import date
from time import process_time

import pytest
import spacy
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from nlp.bodies.known import agencies, english_bodies, index, ministries
from nlp.components import gazetteers  # noqa: F401  (registers the component)
from nlp.data import gazetteer, lexicon, slug
from nlp.document import document, mentions_of
from nlp.places.regions import of_kind, official, regions, titled
from nlp.text.names import NameIndex, words


@pytest.fixture(scope="module")
def reader():
    nlp = spacy.blank("id")
    nlp.add_pipe("gazetteers")
    return nlp


def read(reader, text, label, day=None, title=""):
    doc = document(reader, title=title, text=text, published=day)
    return [(span.text, doc._.entities[span.id_].name) for span in mentions_of(doc, label)]


MINISTRIES = [
    ("Kemenperin melatih perajin.", "Kemenperin", "Kementerian Perindustrian"),
    ("Menurut Kementerian Perindustrian RI, ekspor naik.", "Kementerian Perindustrian RI", "Kementerian Perindustrian"),
    (
        "Pejabat Kementerian Perdagangan Republik Indonesia datang.",
        "Kementerian Perdagangan Republik Indonesia",
        "Kementerian Perdagangan",
    ),
    ("KemenKopUKM membuka kelas.", "KemenKopUKM", "Kementerian Koperasi dan UKM"),
    ("Kemenkop-UKM membuka kelas.", "Kemenkop-UKM", "Kementerian Koperasi dan UKM"),
    (
        "Kementerian Koperasi dan Usaha Kecil dan Menengah membuka kelas.",
        "Kementerian Koperasi dan Usaha Kecil dan Menengah",
        "Kementerian Koperasi dan UKM",
    ),
    ("kementerian perindustrian hadir.", "kementerian perindustrian", "Kementerian Perindustrian"),
    ("Surat kemendag datang.", "kemendag", "Kementerian Perdagangan"),
    ("Kemen Perindustrian hadir.", "Kemen Perindustrian", "Kementerian Perindustrian"),
    (
        "Kementerian Koordinator (Kemenko) Bidang Perekonomian hadir.",
        "Kementerian Koordinator (Kemenko) Bidang Perekonomian",
        "Kementerian Koordinator Bidang Perekonomian",
    ),
    (
        "Kemenko bidang Perekonomian hadir.",
        "Kemenko bidang Perekonomian",
        "Kementerian Koordinator Bidang Perekonomian",
    ),
    (
        "Kementerian Kemaritiman dan Investasi hadir.",
        "Kementerian Kemaritiman dan Investasi",
        "Kementerian Koordinator Bidang Kemaritiman dan Investasi",
    ),
    ("kementerian UMKM membuka kelas.", "kementerian UMKM", "Kementerian Usaha Mikro, Kecil, dan Menengah"),
    ("KEMENTERIAN PERINDUSTRIAN BUKA PAMERAN", "KEMENTERIAN PERINDUSTRIAN", "Kementerian Perindustrian"),
    ("Kementerian PUPR membangun jalan.", "Kementerian PUPR", "Kementerian Pekerjaan Umum dan Perumahan Rakyat"),
    ("Kemenko Perekonomian menyusun aturan.", "Kemenko Perekonomian", "Kementerian Koordinator Bidang Perekonomian"),
    ("Kementerian BUMN setuju.", "Kementerian BUMN", "Kementerian Badan Usaha Milik Negara"),
    (
        "Kementerian PPN/Bappenas menghitung.",
        "Kementerian PPN/Bappenas",
        "Kementerian Perencanaan Pembangunan Nasional/Bappenas",
    ),
    (
        "Kementerian Hukum dan Hak Asasi Manusia hadir.",
        "Kementerian Hukum dan Hak Asasi Manusia",
        "Kementerian Hukum dan Hak Asasi Manusia",
    ),
]


@pytest.mark.parametrize(("text", "printed", "name"), MINISTRIES)
def test_a_ministry_is_read_in_all_its_forms(reader, text, printed, name):
    assert read(reader, text, "MINISTRY") == [(printed, name)]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Kemensesneg", "Kementerian Sekretariat Negara"),
        ("Kemenperim", "Kementerian Perindustrian"),
        ("Kementrian Perdagangan", "Kementerian Perdagangan"),
        ("Kementerian Perindustian", "Kementerian Perindustrian"),
        ("Kementerian Koordinator Bidang Pemberdayaan Warga", "Kementerian Koordinator Bidang Pemberdayaan Masyarakat"),
    ],
)
def test_a_misprint_means_the_ministry_it_is_nearest_to(reader, printed, name):
    assert read(reader, f"Acara {printed} dibuka kemarin.", "MINISTRY") == [(printed, name)]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Kemenkes", "Kementerian Kesehatan"),
        ("Kemenkeu", "Kementerian Keuangan"),
        ("Kemensos", "Kementerian Sosial"),
        ("Kemenpar", "Kementerian Pariwisata"),
        ("Kemenpora", "Kementerian Pemuda dan Olahraga"),
        ("Kementan", "Kementerian Pertanian"),
        ("Kementrans", "Kementerian Transmigrasi"),
    ],
)
def test_short_forms_one_letter_apart_stay_apart(reader, printed, name):
    assert read(reader, f"Pejabat {printed} hadir.", "MINISTRY") == [(printed, name)]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2019, 7, 3), "Kementerian Koperasi dan UKM"),
        (date(2024, 10, 20), "Kementerian Koperasi dan UKM"),
        (date(2024, 10, 21), "Kementerian Koperasi"),
        (date(2026, 1, 5), "Kementerian Koperasi"),
        (None, "Kementerian Koperasi"),
    ],
)
def test_a_short_form_means_the_ministry_of_the_day(reader, day, name):
    assert read(reader, "Kemenkop menata koperasi.", "MINISTRY", day) == [("Kemenkop", name)]


@pytest.mark.parametrize(
    ("printed", "day", "name"),
    [
        ("Kementerian Pariwisata", date(2018, 3, 1), "Kementerian Pariwisata"),
        ("Kementerian Pariwisata", date(2021, 9, 22), "Kementerian Pariwisata dan Ekonomi Kreatif"),
        ("Kementerian Pariwisata", date(2025, 3, 1), "Kementerian Pariwisata"),
        ("Kementerian Pariwisata", None, "Kementerian Pariwisata"),
        ("Kementerian Kehutanan", date(2019, 5, 2), "Kementerian Lingkungan Hidup dan Kehutanan"),
        ("Kementerian Kehutanan", date(2025, 5, 2), "Kementerian Kehutanan"),
        ("Kementerian PU", date(2016, 5, 2), "Kementerian Pekerjaan Umum dan Perumahan Rakyat"),
        ("Kementerian PU", date(2025, 5, 2), "Kementerian Pekerjaan Umum"),
        ("Kementerian Hukum", date(2020, 5, 2), "Kementerian Hukum dan Hak Asasi Manusia"),
        ("Kementerian Hukum", date(2025, 5, 2), "Kementerian Hukum"),
        ("Sekretariat Negara", date(2016, 1, 7), "Kementerian Sekretariat Negara"),
        ("Kementerian Setneg", date(2016, 1, 7), "Kementerian Sekretariat Negara"),
        ("Kementerian Koperasi Republik Indonesia", date(2024, 8, 7), "Kementerian Koperasi dan UKM"),
        ("Kementerian UKM", date(2023, 8, 7), "Kementerian Koperasi dan UKM"),
        ("Kementerian UKM", date(2025, 8, 7), "Kementerian Usaha Mikro, Kecil, dan Menengah"),
        ("Kemenko Polkam", date(2016, 3, 3), "Kementerian Koordinator Bidang Politik, Hukum, dan Keamanan"),
        ("Kemenko Polkam", date(2025, 3, 3), "Kementerian Koordinator Bidang Politik dan Keamanan"),
        ("Kemendes PDT", date(2019, 3, 3), "Kementerian Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi"),
        ("Kemendes PDT", date(2025, 3, 3), "Kementerian Desa dan Pembangunan Daerah Tertinggal"),
        ("Kementerian Kebudayaan", date(2018, 3, 3), "Kementerian Pendidikan dan Kebudayaan"),
        ("Kementerian Ristek Dikti", date(2018, 3, 3), "Kementerian Riset, Teknologi, dan Pendidikan Tinggi"),
        ("Kementerian P3A", date(2022, 3, 3), "Kementerian Pemberdayaan Perempuan dan Perlindungan Anak"),
        ("Departemen ESDM", date(2014, 3, 3), "Kementerian Energi dan Sumber Daya Mineral"),
        ("Kemkumham", date(2017, 3, 3), "Kementerian Hukum dan Hak Asasi Manusia"),
    ],
)
def test_a_shortened_name_means_the_ministry_of_the_day(reader, printed, day, name):
    assert read(reader, f"Pejabat {printed} hadir.", "MINISTRY", day) == [(printed, name)]


def test_without_a_day_the_name_in_full_decides(reader):
    text = "Kementerian Koperasi dan UKM hadir. Kemenkop memberi hibah."
    assert read(reader, text, "MINISTRY")[1] == ("Kemenkop", "Kementerian Koperasi dan UKM")


@pytest.mark.parametrize(
    "text",
    [
        "Menperin membuka pameran.",
        "Menteri Perindustrian membuka pameran.",
        "Menteri BUMN membuka pameran.",
        "Menteri Komunikasi dan Digital (Komdigi) Rudi Hartono membuka pameran.",
        "Wakil Menteri ESDM datang.",
        "Kementerian itu membuka pameran.",
        "Kemenangan tim itu mengejutkan.",
    ],
)
def test_offices_and_other_words_are_no_ministry(reader, text):
    assert read(reader, text, "MINISTRY") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Kementerian Perdagangan, Perindustrian, dan Pertanian hadir.",
            ["Kementerian Perdagangan", "Kementerian Perindustrian", "Kementerian Pertanian"],
        ),
        ("Kementerian Agama dan Sosial hadir.", ["Kementerian Agama", "Kementerian Sosial"]),
        ("Kementerian Perindustrian, Koperasi Intako, dan warga hadir.", ["Kementerian Perindustrian"]),
        (
            "Menko Perekonomian dan Kemenko PMK hadir.",
            ["Kementerian Koordinator Bidang Pembangunan Manusia dan Kebudayaan"],
        ),
    ],
)
def test_ministries_in_a_list_share_their_head_word(reader, text, names):
    assert [name for _, name in read(reader, text, "MINISTRY")] == names


def test_a_list_of_ministries_of_another_country_is_one_body(reader):
    text = "Kementerian Perindustrian dan Perdagangan Vietnam hadir."
    assert read(reader, text, "MINISTRY") == []
    assert [name for _, name in read(reader, text, "AGENCY")] == ["Kementerian Perindustrian dan Perdagangan Vietnam"]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Tanjung Pinang", "Tanjungpinang"),
        ("Pare-Pare", "Parepare"),
        ("Kulonprogo", "Kulon Progo"),
        ("Kukar", "Kutai Kartanegara"),
    ],
)
def test_a_region_is_read_in_one_word_and_in_two(reader, printed, name):
    assert read(reader, f"Perajin di {printed} hadir.", "PLACE") == [(printed, name)]


@pytest.mark.parametrize(
    ("text", "names"), [("PKB hadir.", []), ("Menurut kader PKB, harga naik.", ["Partai Kebangkitan Bangsa"])]
)
def test_an_ambiguous_party_is_read_where_politics_is_spoken_of(reader, text, names):
    assert [name for _, name in read(reader, text, "ORGANISATION")] == names


def test_a_name_that_is_a_regency_and_an_organisation_is_the_place_where_that_is_said(reader):
    assert read(reader, "Perajin di Kabupaten OKI hadir.", "PLACE") == [("Kabupaten OKI", "Ogan Komering Ilir")]


def test_a_departemen_of_another_country_keeps_its_name(reader):
    expected = [("Departemen Perdagangan AS", "Departemen Perdagangan Amerika Serikat")]
    assert read(reader, "Pejabat Departemen Perdagangan AS hadir.", "AGENCY") == expected


def test_a_ministry_of_another_country_is_an_agency_of_its_own(reader):
    text = "Kementerian Perdagangan Jepang mengundang kami."
    assert read(reader, text, "MINISTRY") == []
    assert read(reader, text, "AGENCY") == [("Kementerian Perdagangan Jepang", "Kementerian Perdagangan Jepang")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Data BPS menunjukkan kenaikan.", ["Badan Pusat Statistik"]),
        ("Kepala OJK hadir.", ["Otoritas Jasa Keuangan"]),
        ("Menteri PPN/Kepala Bappenas hadir.", ["Badan Perencanaan Pembangunan Nasional"]),
        ("Ditjen IKMA Kemenperin hadir.", ["Direktorat Jenderal Industri Kecil, Menengah, dan Aneka"]),
        ("Anggota DPR RI hadir.", ["Dewan Perwakilan Rakyat"]),
        ("Suku bunga BI Rate turun.", []),
        ("Kelompok Simpan Pinjam (KSP) itu tumbuh. KSP punya anggota.", []),
        ("Dirjen IKM hadir.", []),
    ],
)
def test_named_bodies(reader, text, names):
    assert [name for _, name in read(reader, text, "AGENCY")] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kredit dari BRI mengalir.", ["Bank Rakyat Indonesia"]),
        ("KADIN dan Kadin sama.", ["Kamar Dagang dan Industri"] * 2),
        ("Dua belas anggota Colombo Plan hadir.", ["Colombo Plan"]),
        ("Perjanjian Kerja Sama (PKS) itu diteken, kata ketua PKS.", []),
        ("Politisi PKS hadir.", ["Partai Keadilan Sejahtera"]),
        ("Real Estate Indonesia (BRI) rapat. BRI setuju.", ["Real Estate Indonesia"]),
        ("Dikutip dari Antara, harga naik.", ["Antara"]),
        ("Antara Solo dan Klaten ada jalan.", []),
    ],
)
def test_named_organisations(reader, text, names):
    assert [name for _, name in read(reader, text, "ORGANISATION")] == names


def codes(reader, text, title=""):
    doc = document(reader, title=title, text=text)
    return [doc._.entities[span.id_].code for span in mentions_of(doc, "COUNTRY")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peserta dari Bangladesh, Laos, Maladewa dan Brunei hadir.", ["BD", "LA", "MV", "BN"]),
        ("Ekspor ke AS dan RRT naik.", ["US", "CN"]),
        ("Korsel, UEA, Hong Kong, dan Arab Saudi membeli.", ["KR", "AE", "HK", "SA"]),
        ("Masyarakat China dan Tiongkok membeli.", ["CN", "CN"]),
        ("Kurs dolar AS naik, kurs yen Jepang turun.", []),
        ("Harganya US$6 per unit.", []),
        ("Ia belajar bahasa Inggris.", []),
        ("Pasar Amerika Latin terbuka.", []),
        ("Bank Indonesia menahan bunga.", []),
        ("Presiden Republik Indonesia datang.", []),
        ("Produk Indonesia disukai.", ["ID"]),
        ("Mali, penjahit itu, pulang.", []),
        ("Ia pulang dari Mali.", ["ML"]),
        ("Papua Nugini dan Timor Leste hadir.", ["PG", "TL"]),
    ],
)
def test_countries(reader, text, expected):
    assert codes(reader, text) == expected


def test_the_address_of_a_page_names_no_ministry(reader):
    assert read(reader, "Berkas ada di kemenperin.go.id sejak lama.", "MINISTRY") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karya Kreatif Indonesia (KKI) dibuka.", []),
        ("Ketua Kamar Dagang dan Industri (KADIN) Indonesia hadir.", []),
        ("Ia datang ke ajang Indonesia City Expo.", []),
        ("Perajin di Indonesia Senin lalu hadir.", ["Indonesia"]),
        ("Ekspor RI naik.", ["Indonesia"]),
        ("RI Kirim Kopi\nKopi itu laku.", ["Indonesia"]),
        ("Anggota DPR RI hadir.", []),
        ("Kementerian Koperasi dan UKM RI hadir.", []),
        ("Rapat pada HUT RI ditunda.", []),
        ("Ekspor ke benua Amerika naik.", []),
        ("Ia bekerja di Kewalram Indonesia sejak lama.", []),
        ("Kata Presiden Indonesia itu, ekspor naik.", ["Indonesia"]),
        ("Menurut Menteri Perdagangan Indonesia, ekspor naik.", ["Indonesia"]),
    ],
)
def test_the_country_itself_is_told_from_the_names_that_it_is_part_of(reader, text, expected):
    assert [name for _, name in read(reader, text, "COUNTRY")] == expected


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Warga Kecamatan Kasihan, Kabupaten Bantul, hadir.", ["Kecamatan Kasihan", "Kabupaten Bantul"]),
        ("Perajin Kecamatan Klirong, Puring, dan Ayah hadir.", ["Kecamatan Klirong", "Puring", "Ayah"]),
        ("Warga kecamatan Tanggulangin hadir.", ["Tanggulangin"]),
        ("Ia tinggal di Gadingrejo, Pringsewu, sejak lama.", ["Gadingrejo", "Pringsewu"]),
        ("Ia tinggal di Lintau Buo sejak lama.", ["Lintau Buo"]),
        ("Ayah menjual kain di Desa Puring, Bantul.", ["Bantul"]),
        ("Ia dari Desa A Kecamatan Klirong, dan Desa B.", ["Kecamatan Klirong"]),
    ],
)
def test_districts_are_read_where_the_words_around_say_so(reader, text, printed):
    assert [found for found, _ in read(reader, text, "PLACE")] == printed


ENGLISH = "The {} said that the price of the batik from the island was stable for most of the year."


@pytest.mark.parametrize(
    ("printed", "label", "name"),
    [
        ("Ministry of Industry", "MINISTRY", "Kementerian Perindustrian"),
        ("Trade Ministry", "MINISTRY", "Kementerian Perdagangan"),
        ("Ministry of Cooperatives and SMEs", "MINISTRY", "Kementerian Koperasi dan UKM"),
        (
            "Coordinating Ministry for Economic Affairs",
            "MINISTRY",
            "Kementerian Koordinator Bidang Perekonomian",
        ),
        ("Netherlands", "COUNTRY", "Belanda"),
        ("UK", "COUNTRY", "Inggris"),
        ("weavers of West Nusa Tenggara", "PLACE", "Nusa Tenggara Barat"),
        ("Industry Ministry's officials", "MINISTRY", "Kementerian Perindustrian"),
    ],
)
def test_an_english_text_is_read_with_its_own_names(reader, printed, label, name):
    assert [found for _, found in read(reader, ENGLISH.format(printed), label)] == [name]


@pytest.mark.parametrize("text", ["Rapat di Java Heritage ramai.", "Ketua Asosiasi Trade Ministry hadir."])
def test_english_names_mean_nothing_in_an_indonesian_text(reader, text):
    assert read(reader, text, "MINISTRY") + read(reader, text, "PLACE") == []


def test_each_english_name_stands_for_one_that_the_gazetteers_list():
    listed = {slug(name) for name, known, _ in (*ministries(), *agencies()) if known.kind}
    assert [name for name, meant in english_bodies() if slug(meant) not in listed] == []
    places = {region.name for region in regions()}
    assert set(lexicon("english")["places"].values()) <= places


def test_as_among_capitals_is_no_country(reader):
    assert codes(reader, "Teks.", title="PAMERAN KERAJINAN AS DIBUKA") == []


@pytest.mark.parametrize("code", ["ID", "JP", "BD", "MM", "NL", "ZA", "BR"])
def test_country_names_come_from_the_cldr(reader, code):
    name = Locale("id").territories[code].split(" (")[0]
    assert codes(reader, f"Pembeli dari {name} datang.") == [code]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Perajin Jatim dan Sumut ikut.", ["Jawa Timur", "Sumatera Utara"]),
        ("SURABAYA - Pameran dibuka.", ["Surabaya"]),
        ("PATI, Kabar Kita - Pameran dibuka.", ["Pati"]),
        ("UKM Kabupaten Gresik maju.", ["Gresik"]),
        ("Ia lahir di Jogja.", ["Yogyakarta"]),
        ("Provinsi DIY luas.", ["Daerah Istimewa Yogyakarta"]),
        ("Pulau Jawa padat.", ["Jawa"]),
        ("Kecamatan Tanggulangin, Sidoarjo", ["Tanggulangin", "Sidoarjo"]),
        ("Perajin di Kec. Buduran libur.", ["Buduran"]),
        ("Pameran di Tianjin dan Osaka.", ["Tianjin", "Osaka"]),
        ("Nasi Padang itu enak.", []),
        ("Jalan Bogor macet.", []),
        ("Batu besar menutup jalan.", []),
        ("Warga Kota Batu senang.", ["Batu"]),
        ("Di Yogyakarta (Mei), Padang (Juni), dan Makassar (Juli).", ["Yogyakarta", "Padang", "Makassar"]),
        ("Acara di Jakarta Convention Center.", []),
        ("Arya Bima tersenyum.", []),
    ],
)
def test_places(reader, text, names):
    assert [name for _, name in read(reader, text, "PLACE")] == names


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Warga Kabupaten Malang.", "35.07"),
        ("Warga Kota Malang.", "35.73"),
        ("Warga Malang.", "35.73"),
        ("Bupati Malang.", "35.07"),
        ("Wali Kota Malang.", "35.73"),
        ("Warga Jatim.", "35"),
        ("Warga Solo.", "33.72"),
    ],
)
def test_the_code_says_which_region_of_a_name_is_meant(reader, text, code):
    doc = document(reader, text=text)
    assert [doc._.entities[span.id_].code for span in mentions_of(doc, "PLACE")] == [code]


def test_all_provinces_regencies_and_cities_are_listed_once():
    listed = [region.code for region in regions() if region.code]
    assert len({code for code in listed if "." not in code}) == 38
    assert len({code for code in listed if "." in code}) == 514


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Gresik", "Kabupaten Gresik"), ("Surabaya", "Kota Surabaya"), ("Jawa Timur", "Jawa Timur"), ("Malang", "Malang")],
)
def test_the_kind_of_region_is_added_where_only_one_can_be_meant(name, expected):
    assert titled(name) == expected


def test_the_official_name_of_a_region_that_is_called_otherwise():
    assert official(of_kind("Solo", None)).name == "Surakarta"


@pytest.mark.parametrize(
    "file", ["ministries", "agencies", "organisations", "countries", "regions", "districts", "ikm"]
)
def test_every_gazetteer_names_its_source(file):
    assert gazetteer(file)["source"]


def test_a_new_ministry_needs_one_table_in_one_file():
    assert all({"name", "aliases"} <= set(row) for row in gazetteer("ministries")["ministry"])


@pytest.mark.parametrize(
    ("printed", "found"),
    [("Kopi dan Teh", True), ("Kopi, Teh", True), ("KOPI TEH", True), ("kopi dan teh", False), ("Kopi. Teh", False)],
)
def test_a_loose_name_does_not_mind_joiners(printed, found):
    names = NameIndex()
    names.add("Kopi dan Teh", "drinks", loose=True)
    assert bool(list(names.matches(words(printed)))) == found


def test_a_name_in_capitals_is_found_only_in_capitals():
    names = NameIndex()
    names.add("AS", "country")
    assert [match.first for match in names.matches(words("As roda dan AS"))] == [2]


@given(st.text(max_size=80))
def test_words_are_slices_of_the_text(text):
    assert all(text[word.start : word.end] == word.text for word in words(text))


@given(st.text(alphabet="ABPSKemen raiku.,()-/\n", max_size=80))
def test_matches_never_overlap(text):
    ends = [-1]
    for match in index().matches(words(text)):
        assert match.first > ends[-1]
        ends.append(match.last)


def test_mentions_are_found_in_every_part(reader):
    doc = document(reader, title="Kemenperin buka kelas", caption="Gedung BPS", text="Warga Surabaya senang.")
    assert [span.text for span in mentions_of(doc)] == ["Kemenperin", "BPS", "Surabaya"]


def test_an_article_is_read_quickly(reader):
    text = "Kementerian Perindustrian (Kemenperin) melatih perajin dari Surabaya dan Jepang. " * 40  # 400 words
    document(reader, text=text)
    started = process_time()
    document(reader, text=text)
    assert process_time() - started < 0.2  # seconds; a tenth of it on the machine where it was written
