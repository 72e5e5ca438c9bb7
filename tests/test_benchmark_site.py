"""The pages of the crawling benchmark: as heavy and as full as saved pages of the press, and read as if bare."""

from statistics import mean

import pytest
from lxml import etree, html

from benchmarks import site
from crawler.extract import article
from crawler.items import Hints

ROUND = 27 * 8  # every article of the sample press in every size
# Means over the 24 article pages among the saved pages of twelve sites (2015 to 2026).
REAL = {
    "bytes": 104_226, "elements": 856, "attributes": 1277, "bytes of attributes": 50_853, "bytes of scripts": 23_615,
    "bytes of comments": 2_830, "scripts": 39, "div": 193, "a": 218, "li": 111, "img": 36, "p": 15, "span": 45,
    "headings": 28,
}  # fmt: skip


def weights(body: bytes) -> dict[str, int]:
    """What a page is made of."""
    root = html.document_fromstring(body)
    elements = list(root.iter(etree.Element))
    return {
        "bytes": len(body),
        "elements": len(elements),
        "attributes": sum(len(el.attrib) for el in elements),
        "bytes of attributes": sum(len(f' {name}="{value}"') for el in elements for name, value in el.items()),
        "bytes of scripts": sum(len(el.text or "") for el in root.iter("script")),
        "bytes of comments": sum(len(el.text or "") for el in root.iter(etree.Comment)),
        "scripts": len(list(root.iter("script"))),
        "headings": len(list(root.iter("h1", "h2", "h3", "h4", "h5", "h6"))),
        **{tag: len(list(root.iter(tag))) for tag in ("div", "a", "li", "img", "p", "span")},
    }


@pytest.fixture(scope="module")
def pages() -> list[bytes]:
    """The articles of the sample press."""
    return site.sample()


@pytest.mark.parametrize("part", REAL)
def test_pages_have_as_much_as_real_ones(part: str, means: dict[str, float]) -> None:
    assert 0.8 < means[part] / REAL[part] < 1.2


@pytest.fixture(scope="module")
def means(pages: list[bytes]) -> dict[str, float]:
    """The mean of each part over a round."""
    found = [weights(site.page(pages, number)) for number in range(0, ROUND, 5)]
    return {name: mean(row[name] for row in found) for name in REAL}


def test_sizes_are_parts_of_one_mean() -> None:
    assert mean(site.SIZES) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize("number", range(0, ROUND, 7))
def test_furniture_changes_nothing_of_what_is_read(number: int, pages: list[bytes]) -> None:
    bare = pages[number % len(pages)].replace(b".</p>", b". Catatan nomor %d.</p>" % number)
    url = f"https://koran.example/read/{number}/{site.SLUG}"
    alone, among = (article([body], url, Hints()) for body in (bare, site.page(pages, number)))
    assert alone is not None
    assert f"Catatan nomor {number}." in alone.text
    assert among == alone
