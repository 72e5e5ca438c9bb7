"""Every mark of an article leads somewhere, and what it leads to is there."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from datasette.app import Datasette
from lxml import html

from tests.datasette_data import TEXT, ikm_data
from tests.test_desk import get, opened


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Datasette:
    return opened(ikm_data(Path(tmp_path_factory.mktemp("marks"))), "local")


@pytest.fixture(scope="module")
def links(site: Datasette) -> list[tuple[str, str, str]]:
    """Kind of the innermost mark, the words linked, the address."""
    page: Any = html.fromstring(asyncio.run(site.client.get("/ikm/articles/1")).text)
    return [
        (a.getparent().get("class"), a.text_content(), a.get("href")) for a in page.xpath("//article//mark/a[@href]")
    ]


@pytest.mark.parametrize(
    ("kind", "words", "address"),
    [
        ("figure", "19 peserta", f"/ikm/figures/1,text,{TEXT.index('19 peserta')}"),
        ("figure", "Rp 1,2 triliun", f"/ikm/figures/1,text,{TEXT.index('Rp 1,2 triliun')}"),  # within a quotation
        ("date", "Rabu (3/7/2019)", "/cari?since=2019-07-03&until=2019-07-03"),
        ("quote", "Perajin dari Bangladesh belajar di ", "/kutipan?speaker=person-ratna-kusumawati"),
        ("country", "Laos", "/ikm/entities/country-LA"),
    ],
)
def test_a_mark_leads_to(links: list[tuple[str, str, str]], kind: str, words: str, address: str) -> None:
    assert (kind, words, address) in links


def test_every_mark_leads_to_a_page(site: Datasette, links: list[tuple[str, str, str]]) -> None:
    addresses = {address for _, _, address in links}
    assert len(addresses) > 8
    assert {get(site, address).status_code for address in addresses} == {200}


def test_an_article_that_is_kept_does_not_say_that_its_headline_is_all(site: Datasette) -> None:
    assert "di luar pokok" not in get(site, "/ikm/articles/1").text
