"""Pages of the desk as staff read them: tables whole, filters named, a quotation once, gaps told."""

from typing import Any

import pytest
import yaml
from datasette.app import Datasette
from lxml import html

from nlp.rows import summarise
from nlp.store import ikm_db
from tests.datasette_data import ikm_data
from tests.test_datasette import ROOM, plugin
from tests.test_desk import get, opened

DESCRIBED = yaml.safe_load((ROOM / "metadata.yaml").read_text(encoding="utf-8"))["databases"]["ikm"]
SAID = "Perajin perlu Rp 75 juta"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    """With a run of the crawler, and one quotation that two publishers printed."""
    path = ikm_data(tmp_path_factory.mktemp("pages"))
    db = ikm_db(path).conn
    with db:
        run = {"publisher": "surya", "started": "2019-07-03T10:00:00+00:00", "ended": "2019-07-03T10:05:00+00:00"}
        put(db, "crawls", **run, found=5, fetched=3, stored=2)
        for article, text in ((1, SAID), (2, SAID.replace("Rp 75", "Rp75"))):
            at = {"article": article, "part": "text", "start": 500, "end": 540, "kind": "direct", "text": text}
            put(db, "quotes", **at, speaker="person-ratna-kusumawati", speaker_name="Ratna Kusumawati")
        summarise(db)
    db.close()
    return opened(path, "local")


def put(db: Any, table: str, **row: Any) -> None:
    columns = ", ".join(f'"{name}"' for name in row)
    db.execute(f"insert into {table} ({columns}) values ({', '.join('?' * len(row))})", list(row.values()))


def page(site: Datasette, path: str, **parameters: str) -> Any:
    answer = get(site, path, **parameters)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("table", [name for name in DESCRIBED["tables"] if name != "sqlite_sequence"])
def test_every_table_opens(site: Datasette, table: str) -> None:
    assert page(site, f"/ikm/{table}").xpath("//h1")


def test_a_count_that_is_named_like_a_time_stays_a_count(site: Datasette) -> None:
    row = page(site, "/ikm/crawls").xpath("//tbody/tr[td[@data-label='Penerbit'][contains(., 'Surya')]]")[0]
    assert [words(row.xpath(f"td[@data-label='{name}']")[0]) for name in ("Diambil", "Mulai")] == [
        "3",
        "Rabu, 3 Juli 2019, 17.00 WIB",
    ]


def test_an_empty_list_is_a_dash(site: Datasette) -> None:
    cells = page(site, "/ikm/articles", _col="editors").xpath("//td[@data-label='Editor']")
    assert "–" in {words(cell) for cell in cells}
    assert "[]" not in {words(cell) for cell in cells}


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("2026-11-19T03:00:00+00:00", "2026-11-19T10:00:00+07:00"),
        ("2026-12-31T20:30:00Z", "2027-01-01T03:30:00+07:00"),
        ("2026-11-19", "2026-11-19"),
        ("9999-12-31T23:59:59+00:00", "9999-12-31T23:59:59+00:00"),
        ("kemarin", "kemarin"),
        (None, None),
    ],
)
def test_our_own_times_are_shown_by_the_clock_of_the_desk(kept: str | None, shown: str | None) -> None:
    assert plugin("indonesian")["local"](kept) == shown


@pytest.mark.parametrize(("bound", "shown"), [("exact", "sepertiganya"), ("under", "paling banyak sepertiganya")])
def test_a_part_is_shown_as_it_is_printed(bound: str, shown: str) -> None:
    figure = {"value": 1 / 3, "upper": None, "kind": "ratio", "unit": "", "bound": bound, "text": "sepertiganya"}
    said = yaml.safe_load((ROOM / "metadata.yaml").read_text(encoding="utf-8"))["plugins"]["words"]
    assert plugin("indonesian")["amount"](figure, said) == shown


@pytest.mark.parametrize(
    ("path", "parameters", "chips"),
    [
        ("/cari", {"entity": "person-ratna-kusumawati"}, ["Menyebut: Ratna Kusumawati"]),
        ("/cari", {"q": "batik", "publisher": "antara"}, ["Kata: batik", "Penerbit: Antara Sulsel"]),
        ("/cari", {"since": "2019-07-01", "relevant": "1"}, ["Sejak: Senin, 1 Juli 2019", "Hanya tentang IKM"]),
        ("/cari", {"q": "tiada", "place": "Jatim"}, ["Kata: tiada", "Tempat: Jatim"]),
        ("/kutipan", {"speaker": "person-ratna-kusumawati"}, ["Penutur: Ratna Kusumawati"]),
        ("/angka", {"kind": "money", "min": "1000"}, ["Jenis: uang", "Paling sedikit: 1000"]),
        ("/kutipan", {}, []),
    ],
)
def test_what_is_asked_is_told_in_words(
    site: Datasette, path: str, parameters: dict[str, str], chips: list[str]
) -> None:
    shown = page(site, path, **parameters).xpath("//ul[@class='asked']/li")
    assert [words(chip).removesuffix(" ✕") for chip in shown] == chips


def test_each_filter_can_be_let_go(site: Datasette) -> None:
    links = page(site, "/cari", q="batik", publisher="antara").xpath("//ul[@class='asked']//a")
    assert [(link.get("href"), link.get("aria-label")) for link in links] == [
        ("?publisher=antara", "Lepas kata"),
        ("?q=batik", "Lepas penerbit"),
    ]


@pytest.mark.parametrize(
    ("path", "name"), [("/", "Beranda"), ("/cari", "Cari"), ("/dasbor", "Dasbor"), ("/tersimpan", "Tersimpan")]
)
def test_the_menu_says_where_one_is(site: Datasette, path: str, name: str) -> None:
    assert page(site, path).xpath("//nav[@aria-label='Utama']/a[@aria-current='page']/text()") == [name]


def test_a_desk_without_a_password_says_so_at_its_door(site: Datasette) -> None:
    door = page(site, "/-/login")
    assert "tidak ada yang perlu masuk" in words(door)
    assert not door.xpath("//*[@role='alert'] | //input[@type='password']")


def test_ready_questions_lead_to_their_pages(site: Datasette) -> None:
    leads = page(site, "/ikm").xpath("//ul[@class='cards']/li/a/@href")
    assert {"/cari", "/kutipan", "/angka"} <= set(leads)
    assert "/ikm/search" not in leads


@pytest.mark.parametrize("path", ["/ikm/articles", "/ikm/offices"])
def test_a_table_can_be_had_as_excel(site: Datasette, path: str) -> None:
    address = page(site, path).xpath("//span[@class='export']/a[text()='Excel']/@href")[0]
    assert get(site, address).content.startswith(b"PK")


def test_what_two_publishers_quote_is_told_once_on_the_page_of_a_person(site: Datasette) -> None:
    shown = page(site, "/ikm/entities/person-ratna-kusumawati").xpath("//section[@class='wide']/blockquote/p")
    assert len([quote for quote in shown if words(quote).startswith("Perajin perlu")]) == 1


@pytest.mark.parametrize(
    ("points", "collected", "gaps"),
    [
        ([("2019-07", 1), ("2019-08", 0), ("2019-09", 1)], {"2019-07", "2019-09"}, {"2019-08": 1.0}),
        ([("2019-07", 1), ("2019-08", 0)], {"2019-07", "2019-08"}, {}),
        ([("2019", 4), ("2020", 0), ("2021", 1)], {"2019-10", "2019-11", "2019-12", "2021-01"}, {"2020": 1.0}),
        ([("2019", 4), ("2020", 2)], {"2019-09", "2019-10", "2020-03"}, {"2019": 0.5, "2020": 2 / 3}),
        ([("2019", 0)], set(), {"2019": 1.0}),
        ([], {"2019-07"}, {}),
    ],
)
def test_a_year_is_hatched_by_the_share_of_its_months_that_nobody_collected(
    points: list[tuple[str, int]], collected: set[str], gaps: dict[str, float]
) -> None:
    assert plugin("charts")["gaps_of"](points, collected) == gaps


def test_a_chart_has_its_numbers_in_a_table(site: Datasette) -> None:
    path = "/ikm/entities/ministry-kementerian-perindustrian"
    rows = page(site, path).xpath("//figure[@class='timeline'][svg]//tbody/tr")
    bars = page(site, path).xpath("//svg[@class='chart']/rect")
    assert len(rows) >= len(bars)


@pytest.mark.parametrize(("until", "onward"), [("2019-07-09", []), ("2019-06-20", ["Masa sesudahnya"])])
def test_no_way_leads_past_the_newest_article(site: Datasette, until: str, onward: list[str]) -> None:
    links = page(site, "/dasbor", period="day", until=until).xpath("//p[@class='standfirst']/a/text()")
    assert links == ["Masa sebelumnya", *onward]


def test_a_ranking_names_none_that_was_not_named(site: Datasette) -> None:
    counts = page(site, "/dasbor", period="day", until="2019-07-05").xpath("//ol[@class='shares']/li//a[2]/text()")
    assert [count for count in counts if count.startswith("0 ")] == []
