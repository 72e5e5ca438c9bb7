"""Whole lists in every form: each region, ministry, body, country, verb and shape of name, in sentences of our own.

A test is one form; it reads it with every so-many-th entry of a list and names the entries that are read otherwise.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import TypeVar

import pytest
from babel import Locale
from spacy.language import Language

from nlp.data import gazetteer, lexicon
from nlp.places.regions import regions
from nlp.reading import Reading, reading

DAY = date(2023, 5, 5)
Entry = TypeVar("Entry")
EVERY = 19  # one region or body in so many is read; every form meets another part of the list
PEOPLE = [
    "Rahmat Syahputra", "Yohanes Lamauran", "Sitti Nurhayati", "Tigor Simanungkalit", "Cut Zahara", "Benyamin Wanggai",
    "Asep Kusnadi", "Hendrik Tumbelaka", "Andi Baso Mappasomba", "Ni Luh Sekarini", "I Made Suardika", "Ujang Sutisna",
]  # fmt: skip


def read(nlp: Language, text: str, title: str = "", day: date | None = DAY) -> Reading:
    return reading(nlp, title, None, text, day)


def named(read: Reading, label: str) -> set[str]:
    return {read.entities[mention.entity].name for mention in read.records["mentions"] if mention.label == label}


def officials(read: Reading) -> list[tuple[str, str, str | None]]:
    return [(one.name, one.office, one.institution) for one in read.records["officials"]]


def sample(entries: Iterable[Entry], form: str, every: int = EVERY) -> list[Entry]:
    """Another part of the list for every form, the same one in every run."""
    return list(entries)[sum(map(ord, form)) % every :: every]


def wrong(entries: Iterable[Entry], is_right: Callable[[Entry, str], bool]) -> list[Entry]:
    """The entries with which a form is read otherwise; each is tried with the name of one person."""
    return [entry for at, entry in enumerate(entries) if not is_right(entry, PEOPLE[at % len(PEOPLE)])]


@cache
def all_regions() -> list[tuple[str, str]]:
    """The name and the kind of every province, regency and city."""
    other_names = gazetteer("regions")["also_called"]["codes"]
    return [(one.name, one.kind) for one in regions() if one.kind in HEADS and one.name not in other_names]


HEADS = {"province": "Gubernur", "regency": "Bupati", "city": "Wali Kota"}
GOVERNMENTS = {"province": "Pemerintah Provinsi", "regency": "Pemerintah Kabupaten", "city": "Pemerintah Kota"}
SHORT_GOVERNMENTS = {"province": "Pemprov", "regency": "Pemkab", "city": "Pemkot"}
KINDS = {"province": "", "regency": "Kabupaten ", "city": "Kota "}
LEADERS = [
    "{office} {region} {person} membuka pameran batik.",
    "{office} {region}, {person}, membuka pameran batik.",
    "Pameran batik itu dibuka {person}, {office} {region}, pekan lalu.",
    "Hal itu dikatakan {person} selaku {office} {region} kemarin.",
    "{person} ({office} {region}) membuka pameran batik.",
    "{office} {region} {person} (kiri) meninjau pameran batik.",
    '"Kami akan melatih para perajin kecil," kata {office} {region} {person}.',
    "{office} {region} Dr. H. {person}, S.E., M.M., membuka pameran batik.",
    "Hadir {office} {region} {person}, Ketua Umum Apindo, dan perajin.",
]


@pytest.mark.parametrize("form", LEADERS)
def test_the_head_of_every_region(nlp: Language, form: str) -> None:
    def is_right(entry: tuple[str, str], person: str) -> bool:
        region, kind = entry
        found = officials(read(nlp, form.format(office=HEADS[kind], region=region, person=person)))
        return found == [(person, f"{HEADS[kind]} {region}", f"{GOVERNMENTS[kind]} {region}")]

    assert wrong(sample(all_regions(), form), is_right) == []


BODIES = [
    ("Kepala Dinas Koperasi dan UKM {region} {person} membuka kelas.", "Dinas Koperasi dan UKM {region}"),
    ("Kelas itu dibuka {person}, Kepala Dinas Koperasi dan UKM {region}.", "Dinas Koperasi dan UKM {region}"),
    ("Kadis Perdagangan {region}, {person}, membuka kelas.", "Dinas Perdagangan {region}"),
    ("Kepala Disperindag {region} {person} membuka kelas.", "Dinas Perindustrian dan Perdagangan {region}"),
    (
        "Kepala Dinas Perindustrian dan Perdagangan (Disperindag) {region}, {person}, membuka kelas.",
        "Dinas Perindustrian dan Perdagangan {region}",
    ),
    ("Ketua DPRD {region} {person} mendukung anggaran itu.", "Dewan Perwakilan Rakyat Daerah {region}"),
]


@pytest.mark.parametrize(("form", "body"), BODIES)
def test_who_leads_a_body_of_every_region(nlp: Language, form: str, body: str) -> None:
    def is_right(entry: tuple[str, str], person: str) -> bool:
        region = KINDS[entry[1]] + entry[0]
        found = officials(read(nlp, form.format(region=region, person=person)))
        return [(name, institution) for name, _, institution in found] == [(person, body.format(region=region))]

    assert wrong(sample(all_regions(), form), is_right) == []


PLACES = [
    "Sejumlah warga {region} membeli kain tenun.",
    "Peserta se-{region} mengikuti pelatihan.",
    "Pembeli menyukai batik {region}.",
    "Sekda {region} Rahmat Syahputra membuka bazar.",
    "Kapolres {region} Rahmat Syahputra membeli kain.",
    "Ketua TP PKK {region} Cut Zahara membuka bazar.",
    "Kadisperindag {region}, Cut Zahara, membuka bazar.",
    "Kemenag {region} melatih pelaku usaha.",
    "KABARUSAHA.ID, {region} - Pameran batik dibuka.",
    "{region} (ANTARA) - Pameran batik dibuka.",
    "Peserta datang dari {region}, Surabaya, dan Denpasar.",
]
WORDS_TOO = {"Banjar"}  # also a hamlet in Bali: only a head of government or "Kota" in front says that it is a region


@pytest.mark.parametrize("form", PLACES)
def test_every_region_is_a_place(nlp: Language, form: str) -> None:
    def is_right(entry: tuple[str, str], _: str) -> bool:
        return entry[0] in named(read(nlp, form.format(region=entry[0])), "PLACE")

    assert set(wrong(sample(all_regions(), form), is_right)) <= {(name, kind) for name in WORDS_TOO for kind in HEADS}


@pytest.mark.parametrize(
    "form", ["{government} {region} melatih perajin.", "Menurut {government} {region}, acara itu gratis."]
)
def test_the_government_of_every_region(nlp: Language, form: str) -> None:
    own_names = lexicon("bodies")["pemda"]["own_name"]  # that of Yogyakarta is called otherwise

    def is_right(entry: tuple[str, str], _: str) -> bool:
        region, kind = entry
        found = named(read(nlp, form.format(government=SHORT_GOVERNMENTS[kind], region=region)), "AGENCY")
        return region in own_names or found == {f"{GOVERNMENTS[kind]} {region}"}

    assert wrong(sample(all_regions(), form), is_right) == []


MINISTRY_FORMS = [
    ("Menteri {field} {person} membuka pameran.", "Menteri {field}"),
    ("Pameran dibuka {person}, Menteri {field}, pekan lalu.", "Menteri {field}"),
    ("Wakil Menteri {field} {person} membuka pameran.", "Wakil Menteri {field}"),
    ("Wamen {field}, {person}, membuka pameran.", "Wakil Menteri {field}"),
    ("Menteri {field} Republik Indonesia {person} membuka pameran.", "Menteri {field}"),
    ("Staf Khusus Menteri {field} {person} membuka pameran.", "Staf Khusus Menteri {field}"),
]


@cache
def fields() -> list[tuple[str, str, date]]:
    """Field, ministry and a day on which it is called so, of every ministry that is named by its field alone."""
    found = []
    for row in gazetteer("ministries")["ministry"]:
        field = row["name"].removeprefix("Kementerian ")
        if field != row["name"] and "/" not in field and not field.startswith(("Sekretariat", "Koordinator")):
            found.append((field, row["name"], row.get("from") or row.get("until") or DAY))
    return found


@pytest.mark.parametrize(("form", "office"), MINISTRY_FORMS)
def test_the_minister_of_every_ministry(nlp: Language, form: str, office: str) -> None:
    def is_right(entry: tuple[str, str, date], person: str) -> bool:
        field, ministry, day = entry
        result = read(nlp, form.format(field=field, person=person), day=day)
        others = named(result, "ORGANISATION") | named(result, "COUNTRY")
        return officials(result) == [(person, office.format(field=field), ministry)] and not others

    assert wrong(sample(fields(), form, 2), is_right) == []


SHORT_FORMS = [
    "{short} {person} membuka pameran.",
    "{short}, {person}, membuka pameran.",
    "Hal itu dikatakan {person} selaku {short} kemarin.",
    '"Kami akan melatih para perajin kecil," kata {short} {person}.',
]


@pytest.mark.parametrize("form", SHORT_FORMS)
def test_every_short_form_of_a_minister(nlp: Language, form: str) -> None:
    offices = gazetteer("offices")["short"]["offices"]

    def is_right(short: str, person: str) -> bool:
        found = officials(read(nlp, form.format(short=short, person=person)))
        return [(name, office) for name, office, _ in found] == [(person, offices[short])]

    assert wrong(sample(offices, form, 2), is_right) == []


@pytest.mark.parametrize(
    ("form", "office"),
    [
        ("Kepala {body} {person} membuka pameran.", None),
        ("Kepala Biro Umum {body} {person} membuka pameran.", "Kepala Biro Umum"),
        ("Pameran dibuka Deputi Bidang Pengawasan {body}, {person}.", "Deputi Bidang Pengawasan"),
    ],
)
def test_who_works_at_every_listed_body(nlp: Language, form: str, office: str | None) -> None:
    directorates = ("Direktorat", "Deputi")  # are led by a director, no "Kepala"
    names = [row["name"] for row in gazetteer("agencies")["agency"]]
    bodies = [name for name in names if not name.startswith(directorates) and name.replace(" ", "").isalpha()]

    def is_right(body: str, person: str) -> bool:
        found = officials(read(nlp, form.format(body=body, person=person)))
        return len(found) == 1 and found[0][0] == person and office in (None, found[0][1])

    assert wrong(sample(bodies, form, 3), is_right) == []


SHAPES = {
    "Suparno": "Suparno",
    "Ahmad bin Salim": "Ahmad bin Salim",
    "Maria de Fatima": "Maria de Fatima",
    "M. Rizal Fadillah": "M. Rizal Fadillah",
    "Tarmizi A. Karim": "Tarmizi A. Karim",
    "Dr. Rina Kartika": "Rina Kartika",
    "Ir. H. Slamet Riyanto": "Slamet Riyanto",
    "Rina Kartika, S.E., M.M.": "Rina Kartika",
    "Dr. Hj. Rina Kartika, S.Sos., M.Si.": "Rina Kartika",
    "Andi Muhammad Baso Mappasomba": "Andi Muhammad Baso Mappasomba",
    "Nur'aini Zahra": "Nur'aini Zahra",
    "I Gusti Ngurah Agung": "I Gusti Ngurah Agung",
    "Tjokorda Raka Sukawati": "Tjokorda Raka Sukawati",
    "Lalu Wirajaya": "Lalu Wirajaya",
    "Yohanes Don Bosco Wea": "Yohanes Don Bosco Wea",
    "RINA KARTIKA": "RINA KARTIKA",
}
POSITIONS = [
    "{office} {person} membuka kelas.",
    "{office}, {person}, membuka kelas.",
    "Hal itu dikatakan {person}, {office}, kemarin.",
    "Hal itu dikatakan {person} ({office}) kemarin.",
    "Kelas itu dibuka oleh {office} {person}.",
    "Plt. {office} {person} membuka kelas.",
    "Mantan {office} {person} membuka kelas.",
]
OFFICES = [
    "Bupati Gresik", "Menteri Perindustrian", "Menperin", "Kepala Badan Pusat Statistik", "Anggota Komisi VII DPR RI",
    "Kepala Dinas Koperasi dan UKM Kota Batu", "Direktur Jenderal Industri Agro Kemenperin", "Camat Jabung",
    "Kepala Bidang Perindustrian Disperindag Jatim", "Sekretaris Daerah Kabupaten Sleman",
]  # fmt: skip


@pytest.mark.parametrize("form", POSITIONS)
def test_every_shape_of_name_beside_every_office(nlp: Language, form: str) -> None:
    def is_right(entry: tuple[str, str], _: str) -> bool:
        office, printed = entry
        found = read(nlp, form.format(office=office, person=printed))
        return [name for name, *_ in officials(found)] == [SHAPES[printed]] and not named(found, "ORGANISATION")

    beside = [(office, printed) for office in OFFICES for printed in SHAPES]
    assert wrong(sample(beside, form, 4), is_right) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Bupati dan Wakil Bupati Gresik, Rina Sari dan Budi Hartono, hadir.",
            ["Bupati Gresik", "Wakil Bupati Gresik"],
        ),
        (
            "Menteri dan Wakil Menteri Perdagangan, Rina Sari dan Budi Hartono, hadir.",
            ["Menteri Perdagangan", "Wakil Menteri Perdagangan"],
        ),
        ("Ketua dan Wakil Ketua DPRD Gresik, Rina Sari dan Budi Hartono, hadir.", ["Ketua", "Wakil Ketua"]),
        ("Presiden dan Wakil Presiden Rina Sari dan Budi Hartono hadir.", ["Presiden", "Wakil Presiden"]),
    ],
)
def test_two_offices_before_their_two_holders(nlp: Language, text: str, expected: list[str]) -> None:
    found = {name: office for name, office, _ in officials(read(nlp, text))}
    assert found == dict(zip(["Rina Sari", "Budi Hartono"], expected, strict=True))


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Wakil Menteri Investasi/Wakil Kepala BKPM {person} hadir.", "Wakil Menteri Investasi/Wakil Kepala BKPM"),
        ("Menteri Agraria dan Tata Ruang/Kepala BPN {person} hadir.", "Menteri Agraria dan Tata Ruang/Kepala BPN"),
        (
            "Menteri Perencanaan Pembangunan Nasional (PPN)/Kepala Bappenas {person} hadir.",
            "Menteri Perencanaan Pembangunan Nasional/Kepala Bappenas",
        ),
        (
            "Menteri Pariwisata dan Ekonomi Kreatif/Kabaparekraf {person} hadir.",
            "Menteri Pariwisata dan Ekonomi Kreatif/Kabaparekraf",
        ),
        ("Menkop & UKM {person} hadir.", "Menteri Koperasi dan UKM"),
        ("Wamenkeu II {person} hadir.", "Wakil Menteri Keuangan"),
        ("Bupati terpilih Gresik {person} hadir.", "Bupati Gresik"),
        ("Menteri PPPA {person} hadir.", "Menteri PPPA"),
    ],
)
def test_offices_held_as_one_and_in_other_words(nlp: Language, text: str, office: str) -> None:
    def is_right(person: str, _: str) -> bool:
        return [(name, found) for name, found, _ in officials(read(nlp, text.format(person=person)))] == [
            (person, office)
        ]

    assert wrong(PEOPLE, is_right) == []


VERBS = [
    "Dorong", "Latih", "Rangkul", "Percepat", "Awasi", "Setujui", "Pangkas", "Kirim", "Tanggapi", "Ikuti", "Fokus",
    "Kejar", "Prediksi", "Tandatangani", "Bekali", "Wakili", "Cegah", "Tembus", "Kunjungan", "Resmikan", "Minta",
]  # fmt: skip


@pytest.mark.parametrize("person", ["Rina Sari", "Suparno", "Tigor Simanungkalit"])
def test_a_name_in_a_headline_ends_before_its_verb(nlp: Language, person: str) -> None:
    def is_right(verb: str, _: str) -> bool:
        found = officials(read(nlp, "Kelas itu gratis.", f"Bupati Gresik {person} {verb} UMKM Naik Kelas"))
        return [name for name, *_ in found] == [person]

    assert wrong(VERBS, is_right) == []


@pytest.mark.parametrize("printed", ["Rina", "Rina Sari"])
def test_a_name_in_a_headline_is_no_longer_than_the_text_tells_it(nlp: Language, printed: str) -> None:
    title = f"Bupati Gresik {printed} Gembira UMKM Naik Kelas"
    found = officials(read(nlp, "Bupati Gresik Rina Sari membuka kelas. Menurut Rina, kelas itu gratis.", title))
    assert [name for name, *_ in found] == ["Rina Sari"]


COUNTRY_FORMS = [
    "Perajin mulai ekspor ke {country} tahun ini.",
    "Pembeli datang dari Kanada, Mesir, dan {country}.",
    "Pembeli asal {country} memesan seribu helai.",
    "Menteri Perdagangan Indonesia bertemu Presiden {country} John Smith.",
    "Duta Besar {country} untuk Indonesia John Smith membuka pameran.",
]


@cache
def countries() -> list[tuple[str, str]]:
    """Code and each printed name of the countries that are not left out."""
    data = gazetteer("countries")
    left_out, cldr = {*data["left_out"]["codes"], "ID"}, Locale("id").territories
    codes = [code for code in cldr if len(code) == 2 and code not in left_out]
    names = {code: {data["names"].get(code, cldr[code]), *data["aliases"].get(code, ())} for code in codes}
    return [(code, name) for code in codes for name in sorted(names[code])]


@pytest.mark.parametrize("form", COUNTRY_FORMS)
def test_every_country(nlp: Language, form: str) -> None:
    def is_right(entry: tuple[str, str], _: str) -> bool:
        found = read(nlp, form.format(country=entry[1])).entities.values()
        return entry[0] in {one.code for one in found if one.label == "COUNTRY"}

    assert wrong(sample(countries(), form, 7), is_right) == []


@pytest.mark.parametrize(
    "text",
    ["Duta Besar Jepang untuk Indonesia Kenji Tanaka hadir.", "Dubes Jepang untuk Indonesia, Kenji Tanaka, hadir."],
)
def test_both_countries_of_an_envoy(nlp: Language, text: str) -> None:
    assert named(read(nlp, text), "COUNTRY") == {"Jepang", "Indonesia"}


SAID = "Kami akan melatih seratus perajin tahun depan"
MARKS = [("“", "”"), ('"', '"'), ("”", "”"), ("«", "»"), ("‘", "’"), ("''", "''")]
ORDERS = [
    "{o}{said},{c} {verb} Bupati Gresik {person}, Rabu.",
    "{o}{said}{c}, {verb} Bupati Gresik {person}, Rabu.",
    "{o}{said}.{c} {verb} Bupati Gresik {person}.",
    "Bupati Gresik {person} hadir. {o}{said},{c} {verb}nya.",
    "Bupati Gresik {person} mengatakan, {o}{said}.{c}",
]


@pytest.mark.parametrize("form", ORDERS)
def test_every_verb_of_speaking_between_all_marks(nlp: Language, form: str) -> None:
    verbs = lexicon("reporting_verbs")
    bare = [verb for verb in verbs["bare"] if verb not in verbs["only_with_suffix"]]

    def is_right(entry: tuple[str, tuple[str, str]], person: str) -> bool:
        verb, (o, c) = entry
        found = read(nlp, form.format(o=o, c=c, said=SAID, verb=verb, person=person)).records["quotes"]
        return [(one.text.rstrip(",."), one.speaker_name) for one in found] == [(SAID, person)]

    entries = [(verb, MARKS[at % len(MARKS)]) for at, verb in enumerate(bare)]
    assert wrong(sample(entries, form, 2), is_right) == []


BEHIND = [
    "tahun ini", "tahun lalu", "tahun depan", "tahun 2022", "bulan ini", "pekan lalu", "minggu ini", "hari ini",
    "besok", "kemarin", "sepanjang 2022", "sejak tahun lalu", "setiap tahun", "sebulan", "di Gresik",
    "dari Jawa Timur", "asal Lombok", "se-Indonesia", "se-Jawa Timur", "untuk dilatih", "supaya maju", "agar maju",
    "secara gratis", "itu", "tersebut", "saja", "telah dilatih", "mengikuti kelas", "dan 50 pembeli",
    "melalui kelas", "hingga Desember", "pada Rabu (3/5/2023)", "termasuk pembatik",
]  # fmt: skip


@pytest.mark.parametrize(
    "noun", ["perajin", "pelaku usaha mikro", "UMKM", "peserta", "koperasi", "orang", "kain batik"]
)
def test_a_unit_ends_where_the_sentence_goes_on(nlp: Language, noun: str) -> None:
    def is_right(behind: str, _: str) -> bool:
        found = read(nlp, f"Pemerintah mendata 1.250 {noun} {behind}.").records["figures"]
        return (found[0].value, found[0].kind, found[0].unit) == (1250, "count", noun)

    assert wrong(BEHIND, is_right) == []


RANGES = [
    "10-15",
    "10–15",
    "10 - 15",
    "10 hingga 15",
    "10 sampai 15",
    "10 sampai dengan 15",
    "antara 10 dan 15",
    "10 s/d 15",
]


@pytest.mark.parametrize(
    ("form", "factor", "kind", "unit"),
    [
        ("Setiap desa mengirim {} perajin.", 1, "count", "perajin"),
        ("Penjualan naik {} persen.", 1, "percent", "percent"),
        ("Hasilnya {} kilogram sehari.", 1, "measure", "kilogram"),
        ("Omzetnya {} juta rupiah sebulan.", 1e6, "money", "IDR"),
    ],
)
def test_every_printing_of_a_range(nlp: Language, form: str, factor: float, kind: str, unit: str) -> None:
    def is_right(printed: str, _: str) -> bool:
        found = read(nlp, form.format(printed)).records["figures"]
        return [(f.value, f.upper, f.kind, f.unit) for f in found][:1] == [(10 * factor, 15 * factor, kind, unit)]

    assert wrong(RANGES, is_right) == []


@pytest.mark.parametrize("bound", ["about", "over", "under"])
def test_every_word_of_a_bound(nlp: Language, bound: str) -> None:
    no_sole_bounds = {
        "antara",
        "berkisar antara",
        "mulai",
        "mulai dari",
        "mungkin",
    }  # need a second number or more words
    english = {"about", "around", "over", "more than", "up to"}
    words = [
        word
        for word in lexicon("bounds")[bound]["before"]
        if word[0].isalpha() and word not in no_sole_bounds | english
    ]

    def is_right(word: str, _: str) -> bool:
        found = read(nlp, f"Pameran itu diikuti {word} 300 perajin.").records["figures"]
        return [(f.value, f.unit, f.bound) for f in found] == [(300, "perajin", bound)]

    assert wrong(words, is_right) == []
