"""Which offices can be those of one person."""

import pytest

from nlp.people.careers import POSSIBLE, SAME_BODY, SAME_OFFICE, SAME_REGION, Claim, fit, is_common, is_rare, region_of

Y20, Y21, Y24 = ("2020-03-01", "2020-09-01"), ("2021-06-01", "2021-12-01"), ("2024-10-21", "2025-06-01")


def claim(office: str, institution: str, seen: tuple[str, str] = Y20) -> Claim:
    return Claim(office, institution, region_of(office, institution), *seen)


@pytest.mark.parametrize(
    ("office", "institution", "region"),
    [
        ("Menteri Perindustrian", "Kementerian Perindustrian", "ID"),
        ("Presiden", "", "ID"),
        ("Wakil Presiden", "", "ID"),
        ("Kepala", "Badan Pusat Statistik", "ID"),
        ("Kepala", "Badan Pusat Statistik Kota Malang", "35.73"),
        ("Kepala Dinas", "Dinas Perdagangan Kota Kediri", "35.71"),
        ("Ketua", "DPRD Kabupaten Malang", "35.07"),
        ("Gubernur Lampung", "Pemerintah Provinsi Lampung", "18"),
        ("Wali Kota Solo", "Pemerintah Kota Surakarta", "33.72"),
        ("Bupati Gresik", "", "35.25"),
        ("Duta Besar Jepang untuk Indonesia", "Kedutaan Besar Jepang", "JP"),
        ("Camat Waru", "Kecamatan Waru", "place-waru"),
        ("Kepala Dinas", "Dinas Perdagangan", None),
        ("Gubernur", "", None),
    ],
)
def test_where_an_office_is_held(office: str, institution: str, region: str | None) -> None:
    assert region_of(office, institution) == region


@pytest.mark.parametrize(
    ("name", "rare", "common"),
    [
        ("Budi Santoso", False, True),
        ("Siti", False, True),
        ("Drajat Irawan", False, False),
        ("Khofifah Indar Parawansa", True, False),
        ("Joko Widodo", True, False),
    ],
)
def test_how_telling_a_name_is(name: str, rare: bool, common: bool) -> None:
    assert (is_rare(name), is_common(name)) == (rare, common)


BUPATI_GRESIK = claim("Bupati Gresik", "Pemerintah Kabupaten Gresik")
KADIS_KEDIRI = claim("Kepala Dinas", "Dinas Perdagangan Kota Kediri")
KADIS_JATIM = claim("Kepala Dinas", "Dinas Perdagangan Jawa Timur")
KADIS_PADANG = claim("Kepala Dinas", "Dinas Perdagangan Kota Padang")
MENDAG = claim("Menteri Perdagangan", "Kementerian Perdagangan")
MENKOP = claim("Menteri Koperasi dan UKM", "Kementerian Koperasi dan UKM", Y21)
MENUMKM = claim("Menteri UMKM", "Kementerian Usaha Mikro, Kecil, dan Menengah", Y24)
COMMON, TELLING, RARE = "Budi Santoso", "Drajat Irawan", "Drajat Irawan Kusumo"


def later(one: Claim, seen: tuple[str, str] = Y21) -> Claim:
    return Claim(one.office, one.institution, one.region, *seen)


@pytest.mark.parametrize(
    ("name", "one", "other", "points"),
    [
        # one body
        (COMMON, KADIS_KEDIRI, later(KADIS_KEDIRI), SAME_OFFICE),
        ("Sambari", BUPATI_GRESIK, later(BUPATI_GRESIK, Y24), SAME_OFFICE),
        ("Sambari", BUPATI_GRESIK, claim("mantan Bupati Gresik", "Pemerintah Kabupaten Gresik", Y24), SAME_OFFICE),
        (COMMON, KADIS_KEDIRI, claim("Sekretaris", "Dinas Perdagangan Kota Kediri"), SAME_BODY),
        ("Budi", KADIS_KEDIRI, claim("Sekretaris", "Dinas Perdagangan Kota Kediri"), None),
        # a body of no region is a body of any
        ("Budi", claim("Kepala Dinas", "Dinas Perdagangan"), claim("Kepala Dinas", "Dinas Perdagangan"), None),
        (COMMON, claim("Kepala Dinas", "Dinas Perdagangan"), KADIS_KEDIRI, POSSIBLE),
        # one region, or one inside the other
        (COMMON, KADIS_KEDIRI, KADIS_JATIM, SAME_REGION),
        (COMMON, BUPATI_GRESIK, later(KADIS_KEDIRI), POSSIBLE),
        (COMMON, BUPATI_GRESIK, KADIS_KEDIRI, None),
        # the nation: ministries that were renamed, a ministry after a region
        (COMMON, MENKOP, MENUMKM, SAME_REGION),
        (COMMON, KADIS_KEDIRI, MENDAG, None),
        (COMMON, KADIS_KEDIRI, MENUMKM, POSSIBLE),
        (TELLING, KADIS_KEDIRI, MENDAG, POSSIBLE),
        # two provinces
        (COMMON, BUPATI_GRESIK, KADIS_PADANG, None),
        (TELLING, BUPATI_GRESIK, later(KADIS_PADANG), None),
        (RARE, BUPATI_GRESIK, KADIS_PADANG, None),
        (RARE, BUPATI_GRESIK, later(KADIS_PADANG), POSSIBLE),
        ("Joko Widodo", claim("Wali Kota Solo", "Pemerintah Kota Surakarta"), claim("Presiden", "", Y24), POSSIBLE),
    ],
)
def test_two_offices_of_one_name(name: str, one: Claim, other: Claim, points: int | None) -> None:
    assert fit(name, [one], [other]) == points
    assert fit(name, [other], [one]) == points


def test_one_body_in_common_outweighs_another_office() -> None:
    assert fit(COMMON, [KADIS_PADANG, BUPATI_GRESIK], [later(BUPATI_GRESIK)]) == SAME_OFFICE
