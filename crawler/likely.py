"""Which links of an index page are articles, by rules that hold for sites never seen: where no pattern is known."""

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, parse_qsl, urlsplit

from crawler.addresses import site
from crawler.extraction.words import words
from crawler.listings import Link

SLUG = 3  # words of the shortest headline in an address; "tentang-kami" has two
SHORT_SLUG, NUMBER = 2, 4  # with a number of so many digits before them, two words are enough
HEADLINE = 4  # words of a link's text, where the address is a mere number ("?p=133830")
_WORDS = re.compile(r"\w+")
_ENDING = re.compile(r"\.(?:s?html?|php|aspx?|amp)$", re.IGNORECASE)


def likely(links: Iterable[Link], url: str) -> list[Link]:
    """The links on the index page at `url` that lead to articles of its own site, each once, in their order.

    Left out: other houses, tags, sections and further lists, photographs and films, the imprint, what is sponsored.
    """
    found = {link.url: link for link in links if not link.sponsored and _is_article(link, site(url))}
    return list(found.values())


def _is_article(link: Link, own: str) -> bool:
    try:
        parts = urlsplit(link.url)
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or site(link.url) != own:
        return False
    folders = [part for part in parts.path.split("/") if part and not part.startswith("index.")]
    labels = (parts.hostname or "").split(".")
    if any(map(_is_list, [*labels, *folders[:-1]])) or labels[0] in words("other_pages", "hosts"):
        return False
    return _names_article(folders, parts, link.title or "")


def _is_list(name: str) -> bool:
    """Whether a label of a host or a folder holds lists, pictures or films: "tag", "foto-bisnis", "detiktv"."""
    name = name.lower()
    if name in words("index_paths", "parts") or name in words("other_pages", "folders"):
        return True
    return not set(name.split("-")).isdisjoint(words("other_pages", "kinds"))


def _names_article(folders: list[str], parts: SplitResult, text: str) -> bool:
    """Whether the last part of a path is a headline, or a query numbers the article."""
    if not folders:
        number = any(name in ("p", "id") and value.isdecimal() for name, value in parse_qsl(parts.query))
        return number and len(_WORDS.findall(text)) >= HEADLINE
    last = _ENDING.sub("", folders[-1]).lower()
    if last.startswith(tuple(words("other_pages", "imprint"))):
        return False
    said = [word for word in _WORDS.findall(last) if not word.isdecimal()]
    numbered = re.search(rf"\d{{{NUMBER}}}", parts.path) is not None
    return len(said) >= (SHORT_SLUG if numbered else SLUG)
