"""Who may see what: the login, free SQL, robots, headers, and a public that gets no full text in any format."""

import asyncio
import base64
import io
import json
import re
import sqlite3
from pathlib import Path

import httpx
import openpyxl
import pytest
import yaml
from datasette.app import Datasette
from datasette_auth_passwords.utils import hash_password
from lxml import html

from nlp.search import rebuild
from pantau.serving import CONFIGURATION, command, metadata
from tests.datasette_data import ikm_data

METADATA = yaml.safe_load((CONFIGURATION / "metadata.yaml").read_text(encoding="utf-8"))["databases"]["ikm"]
TABLES = [name for name in METADATA["tables"] if not name.startswith("sqlite_")]
QUERIES = list(METADATA["queries"])
FORMATS = ("", ".json", ".csv", ".xlsx")
OWN = sorted(f"/{file.stem}" for file in (CONFIGURATION / "templates" / "pages").glob("[a-z]*.html"))
PAGES = ["/", "/ikm", "/bantuan", "/tersimpan", "/extracts/", *OWN, "/ikm/articles", "/ikm/articles/1", "/ikm/figures"]
SNIPPET = 240
RARE, HIDDEN = "zwarang", "qwertum"  # words of the text alone, in no quotation and no figure's sentence
REST = f"{'Isi lain. ' * 40}Kata {HIDDEN}. {'Isi lain. ' * 40}Kata {RARE}."  # too far apart for one snippet
BASIC = {"authorization": "Basic " + base64.b64encode(b"petugas:rahasia").decode()}
PAGE = {"accept": "text/html"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = ikm_data(tmp_path_factory.mktemp("access"))
    with sqlite3.connect(path) as db:
        db.execute("update article_texts set text = text || ? where id = 1", (f"\n\n{REST}",))
        db.execute("update revisions set text = ?", (REST,))
        rebuild(db)
    return path


def opened(data: Path, mode: str, login: bool = True) -> Datasette:
    described = metadata(mode, login=False)
    if login:
        described["plugins"]["datasette-auth-passwords"] = {"petugas_password_hash": hash_password("rahasia", "s", 1)}
    return Datasette(
        [str(data)],
        metadata=described,
        settings=json.loads((CONFIGURATION / "settings.json").read_text(encoding="utf-8")),
        template_dir=str(CONFIGURATION / "templates"),
        plugins_dir=str(CONFIGURATION / "plugins"),
        static_mounts=[("static", str(CONFIGURATION / "static"))],
    )


@pytest.fixture(scope="module")
def staff(data: Path) -> Datasette:
    return opened(data, "staff")


@pytest.fixture(scope="module")
def public(data: Path) -> Datasette:
    return opened(data, "public")


class Reader:
    """Somebody with a browser: keeps cookies, fills in forms, does not follow redirects."""

    def __init__(self, site: Datasette) -> None:
        self.site, self.cookies = site, httpx.Cookies()

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        return self._kept(asyncio.run(self.site.client.get(path, headers=headers or PAGE, cookies=self.cookies)))

    def send(self, page: str, form: str, **values: str) -> httpx.Response:
        """Fills in the form of that page whose action is `form`, with its hidden fields, and sends it."""
        [found] = [each for each in html.fromstring(self.get(page).content).forms if each.action == form]
        filled = {**dict(found.form_values()), **values}
        return self._kept(asyncio.run(self.site.client.post(form, data=filled, cookies=self.cookies)))

    def log_in(self, password: str = "rahasia") -> httpx.Response:
        return self.send("/-/login", "/-/login", username="petugas", password=password)

    def _kept(self, response: httpx.Response) -> httpx.Response:
        self.cookies.extract_cookies(response)
        return response


@pytest.mark.parametrize("path", [*PAGES, "/-/versions", "/-/metadata", "/-/password-tool"])
def test_nothing_is_seen_without_a_login(staff: Datasette, path: str) -> None:
    response = Reader(staff).get(path)
    assert (response.status_code, response.headers["location"]) == (302, "/-/login")


@pytest.mark.parametrize(
    "path", ["/ikm/search.json", "/ikm/articles.csv", "/ikm/search.xlsx", "/ikm/search.atom", "/ikm/article/1.txt"]
)
def test_no_format_is_given_without_a_login(staff: Datasette, path: str) -> None:
    response = Reader(staff).get(path, {"accept": "*/*"})
    assert (response.status_code, response.headers["www-authenticate"][:5]) == (401, "Basic")


def test_only_the_health_check_the_login_and_its_looks_are_open(staff: Datasette) -> None:
    reader = Reader(staff)
    assert reader.get("/-/health").json() == {"ok": True}
    login = html.fromstring(reader.get("/-/login").content)
    assert {reader.get(address).status_code for address in login.xpath("//link/@href")} == {200}


def test_the_right_password_opens_every_page(staff: Datasette) -> None:
    reader = Reader(staff)
    response = reader.log_in()
    assert (response.status_code, response.headers["location"]) == (302, "/")
    assert [path for path in PAGES if reader.get(path).status_code != 200] == []


def test_the_cookie_of_a_login_is_kept_from_scripts_and_other_sites(staff: Datasette) -> None:
    [cookie] = [c for c in Reader(staff).log_in().headers.get_list("set-cookie") if c.startswith("ds_actor=")]
    assert {"HttpOnly", "SameSite=lax"} <= set(cookie.split("; "))


def test_a_wrong_password_says_so_and_opens_nothing(staff: Datasette) -> None:
    reader = Reader(staff)
    response = reader.log_in("salah")
    assert "tidak cocok" in response.text
    assert "ds_actor" not in reader.cookies
    assert reader.get("/").status_code == 302


def test_a_login_needs_the_form_of_this_site(staff: Datasette) -> None:
    reader = Reader(staff)
    reader.get("/-/login")
    filled = {"username": "petugas", "password": "rahasia"}
    response = asyncio.run(staff.client.post("/-/login", data=filled, cookies=reader.cookies))
    assert response.status_code == 403


def test_a_logout_closes_everything_again(staff: Datasette) -> None:
    reader = Reader(staff)
    reader.log_in()
    assert reader.send("/", "/-/logout").status_code == 302
    assert reader.get("/cari").status_code == 302


@pytest.mark.parametrize("cookie", ["x", '""', "eyJhIjp7ImlkIjoicGV0dWdhcyJ9fQ.falsch"])
def test_a_forged_cookie_opens_nothing(staff: Datasette, cookie: str) -> None:
    reader = Reader(staff)
    reader.cookies.set("ds_actor", cookie)
    assert reader.get("/").status_code == 302


def test_a_feed_reader_logs_in_with_name_and_password(staff: Datasette) -> None:
    assert Reader(staff).get("/ikm/search.atom?q=batik", BASIC).status_code == 200
    wrong = {"authorization": "Basic " + base64.b64encode(b"petugas:salah").decode()}
    assert Reader(staff).get("/ikm/search.atom?q=batik", wrong).status_code == 401


def test_the_hash_of_the_password_is_never_shown(staff: Datasette) -> None:
    shown = Reader(staff).get("/-/metadata.json", BASIC)
    assert (shown.status_code, hash_password("rahasia", "s", 1) in shown.text) == (200, True)  # as given inline here …
    assert metadata("staff", login=True)["plugins"]["datasette-auth-passwords"] == {
        "petugas_password_hash": {"$env": "PANTAU_PASSWORD_HASH"}  # … but `pantau serve` names the environment alone
    }


def test_the_server_listens_on_this_machine_unless_told(data: Path) -> None:
    from click.testing import CliRunner

    from pantau.cli import main

    assert "[default: 127.0.0.1]" in CliRunner().invoke(main, ["serve", "--help"]).output
    arguments = command(data.parent, "127.0.0.1", 8001)
    assert arguments[arguments.index("--host") + 1] == "127.0.0.1"


@pytest.mark.parametrize(
    "path",
    [
        "/ikm?sql=select+1",
        "/ikm.json?sql=select+1",
        "/ikm.csv?sql=select+1",
        "/ikm/articles?_where=1",
        "/ikm/articles.json?_where=1",
    ],
)
def test_free_sql_is_for_staff_alone(public: Datasette, path: str) -> None:
    assert Reader(public).get(path).status_code == 403
    assert Reader(public).get(path, BASIC).status_code == 200


def test_robots_are_barred(staff: Datasette) -> None:
    response = Reader(staff).get("/robots.txt")
    assert response.text.splitlines() == ["User-agent: *", "Disallow: /"]
    assert response.headers["x-robots-tag"] == "noindex, nofollow"


@pytest.mark.parametrize(
    "path", [*PAGES, "/-/login", "/tidak-ada", "/ikm/search.atom", "/ikm/search.xlsx", "/static/pantau.css"]
)
def test_every_answer_is_guarded(public: Datasette, path: str) -> None:
    headers = Reader(public).get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert not any("unsafe" in value or "http" in value for value in policy.values())
    assert (headers["x-frame-options"], headers["x-content-type-options"]) == ("DENY", "nosniff")


@pytest.mark.parametrize(
    "path", ["/-/versions", "/-/metadata.json", "/-/password-tool", "/-/settings", "/-/databases.json"]
)
def test_the_public_does_not_see_how_the_server_is_made(public: Datasette, path: str) -> None:
    assert Reader(public).get(path).status_code in (302, 401)


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("table", TABLES)
def test_no_table_shows_the_public_a_full_text(public: Datasette, table: str, format: str) -> None:
    assert HIDDEN not in read(Reader(public).get(f"/ikm/{table}{format}"))
    assert HIDDEN not in read(Reader(public).get(f"/ikm/{table}/1{format}"))


@pytest.mark.parametrize("format", [*FORMATS, ".atom"])
@pytest.mark.parametrize("query", QUERIES)
def test_no_query_shows_the_public_a_full_text(public: Datasette, query: str, format: str) -> None:
    for asked in ("id=1&article=1&part=text&start=0&size=1000", "q=batik", f"q={RARE}"):
        assert HIDDEN not in read(Reader(public).get(f"/ikm/{query}{format}?{asked}"))


@pytest.mark.parametrize(
    "path",
    [
        "/ikm/articles/1",
        "/ikm/article/1.json",
        "/ikm/article/1.txt",
        "/ikm/revisions/1,1",
        "/ikm/articles?_search=batik",
        "/ikm/articles.json?_search=batik&_col=id",
        "/ikm/articles.json?_facet=caption",
        "/ikm/search_source?_facet=text",
        "/ikm/entities/person-ratna-kusumawati",
        "/ikm/articles_fts",
        "/ikm/articles_fts_content",
        "/ikm/articles_fts_data.json",
        "/ikm.db",
    ],
)
def test_no_other_address_shows_the_public_a_full_text(public: Datasette, path: str) -> None:
    assert HIDDEN not in read(Reader(public).get(path))


def test_a_snippet_for_the_public_has_240_characters(public: Datasette) -> None:
    [row] = Reader(public).get(f"/ikm/search.json?q={RARE}&_shape=array").json()
    assert RARE in row["excerpt"]
    assert len(re.sub("[⟦⟧]|^… | …$", "", row["excerpt"])) <= SNIPPET


def test_staff_of_a_public_desk_read_the_whole_text(public: Datasette) -> None:
    reader = Reader(public)
    reader.log_in()
    for path in ("/ikm/articles/1", "/ikm/article/1.json", "/ikm/article/1.txt", "/ikm/article_texts/1.json"):
        assert HIDDEN in reader.get(path).text


def test_an_article_for_the_public_leads_to_its_publisher(public: Datasette) -> None:
    page = html.fromstring(Reader(public).get("/ikm/articles/2").content)
    assert "https://surya.example/2" in page.xpath("//main//a/@href")


def read(response: httpx.Response) -> str:
    """All that a reader of this answer sees, of Excel its cells."""
    if response.content[:2] != b"PK":
        return response.text
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row)
