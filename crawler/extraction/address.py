"""Addresses: the one by which an article is known, and those of its later pages."""

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from crawler.extraction.blocks import Page, squeezed
from crawler.extraction.words import words

MAX_LABEL = 40  # characters of a pager's link; longer ones tease
MAX_PAGES = 40  # the longest article seen is printed on 12 pages; galleries on 30
_SECOND_LEVEL = frozenset({"co", "go", "or", "ac", "web", "sch", "net", "my", "desa", "mil", "com"})
_IDENTITY = frozenset(
    {
        "p",
        "id",
        "page_id",
        "newsid",
        "idberita",
        "id_berita",
        "berita",
        "news",
        "read",
        "artikel",
        "nid",
        "post",
        "slug",
        "detail",
        "kode",
        "no",
        "nomor",
    }
)
_SCRIPT = re.compile(r"(?:\.(?:php|aspx?|jsp|cfm|html?)|/)$|^$", re.IGNORECASE)
_PAGE_PATH = re.compile(r"/(?:page|halaman|hal)/(\d{1,2}|all)/?$|/amp/?$", re.IGNORECASE)
_TAIL_PAGE = re.compile(r"/(?:(?:page|halaman|hal)/)?([0-9]{1,3}|all|full)")
_PAGE_KEY = re.compile(r"^(?:page|halaman|hal|pg|paged|showpage|single)$", re.IGNORECASE)


def split(url: str) -> SplitResult:
    """The parts of an address; all of them empty when it is none ("http://[x")."""
    try:
        return urlsplit(url.strip())
    except ValueError:
        return SplitResult("", "", "", "", "")


def joined(url: str, href: str) -> str:
    """A link's address, made absolute; "" when it is none."""
    try:
        return urljoin(url, href.strip())
    except ValueError:
        return ""


def cleaned(url: str) -> str:
    """An address without query and fragment: "…/judul?page=2#x" -> "…/judul".

    A query that alone names the article stays: "https://dinas.go.id/?p=12&utm_source=x" -> "https://dinas.go.id/?p=12".
    """
    parts = split(url)
    if not parts.hostname:
        return url.strip().partition("#")[0].partition("?")[0]
    query = ""
    if _SCRIPT.search(parts.path) and not re.search(r"\w{3,}-\w{2,}", parts.path):
        query = urlencode([(k, v) for k, v in parse_qsl(parts.query) if k.lower() in _IDENTITY])
    path = _PAGE_PATH.sub("", parts.path) or parts.path
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), path, query, ""))


def domain(url: str) -> str:
    """The registered name of a host: "https://m.surabaya.go.id/x" -> "surabaya.go.id"."""
    labels = (split(url).hostname or "").split(".")
    size = 3 if len(labels) > 2 and labels[-2] in _SECOND_LEVEL and len(labels[-1]) <= 3 else 2
    return ".".join(labels[-size:])


def address(page: Page | None, url: str) -> str:
    """The cleaned canonical address, where the page's claim can be trusted, else the cleaned `url`.

    Distrusted: the site's root, a section's front (a part of our own path), another house's address with another name.
    """
    own = cleaned(url)
    for claim in _claims(page) if page is not None else []:
        full = cleaned(joined(url, claim))
        if _trusted(full, own):
            return full
    return own


@lru_cache(maxsize=1)
def later_addresses(page: Page, url: str) -> tuple[tuple[str, ...], int]:
    """Addresses of the pages after the first, and how many pages there are.

    Where the page links a form that shows all at once (?page=all), that address alone is given.
    """
    base = cleaned(url)
    numbered: dict[int, str] = {}
    whole: str | None = None
    name = split(base).path.rstrip("/").rsplit("/", 1)[-1] or "?"
    for el in page.root.iter("a"):
        href = el.get("href") or ""
        if not href.startswith("?") and name not in href:
            continue
        found = _numbered(href, url, base, squeezed(str(el.text_content())))
        if found == "all":
            whole = whole or joined(url, href).split("#")[0]
        elif isinstance(found, int) and found > 1:
            numbered.setdefault(found, joined(url, href).split("#")[0])
    order = sorted(numbered)
    if order and order[0] > 2 and len({b - a for a, b in zip([0, *order], order, strict=False)}) == 1:
        numbered = {i + 2: numbered[n] for i, n in enumerate(order)}  # Disway counts paragraphs: /15, /30
    count = max([1, *(n for n in numbered if n <= MAX_PAGES)])
    if whole:
        return (whole,), max(count, 2) if whole != url else count
    return tuple(numbered.get(n) or _filled(numbered, n) for n in range(2, count + 1)), count


def _claims(page: Page) -> list[str]:
    found = [el.get("href") for el in page.root.iter("link") if (el.get("rel") or "").lower() == "canonical"]
    found += [el.get("content") for el in page.root.iter("meta") if el.get("property") == "og:url"]
    return [claim for claim in found if claim and claim.strip()]


def _trusted(claim: str, own: str) -> bool:
    there, here = split(claim), split(own)
    if there.scheme not in ("http", "https") or not there.hostname:
        return False
    if there.path.strip("/") == "" and not there.query:
        return here.path.strip("/") == "" and not here.query and domain(claim) == domain(own)
    if not here.hostname:
        return True
    if domain(claim) != domain(own):
        return there.path.rstrip("/").rsplit("/", 1)[-1] == here.path.rstrip("/").rsplit("/", 1)[-1]
    shorter = here.path.rstrip("/").startswith(there.path.rstrip("/") + "/")
    return not shorter or _tail_is_page(here.path, there.path)


def _tail_is_page(longer: str, shorter: str) -> bool:
    """Whether what a path has more than another only numbers a page: "/judul/2", "/judul/amp", "/judul/15"."""
    tail = longer.rstrip("/")[len(shorter.rstrip("/")) :].strip("/")
    slug = shorter.rstrip("/").rsplit("/", 1)[-1]
    return bool(re.fullmatch(r"(?:page/)?\d{1,3}|amp|full|all", tail)) and "-" in slug


def _numbered(href: str, url: str, base: str, text: str) -> int | str | None:
    """Which page of the article a link leads to: a number, "all", or None when it leads elsewhere."""
    parts = split(joined(url, href))
    if len(text) > MAX_LABEL or parts.netloc.lower() != split(base).netloc:
        return None
    path, own = parts.path.rstrip("/"), split(base).path.rstrip("/")
    if path == own:
        return _in_query(parts.query)
    tail = _TAIL_PAGE.fullmatch(path[len(own) :]) if len(own) > 1 and path.startswith(own) else None
    counted = re.fullmatch(r"\d*", text) is not None
    if tail and tail.group(1).isdecimal():
        return int(tail.group(1)) if counted or text.lower() in words("paging", "next") else None
    return "all" if tail else _middle(path, own) if counted else None


def _in_query(query: str) -> int | str | None:
    """The page that a query asks for: "page=2" -> 2, "page=all" and "single=1" -> "all"."""
    for name, value in parse_qsl(query):
        if _PAGE_KEY.match(name) and (value.lower() == "all" or name.lower() == "single"):
            return "all"
        if _PAGE_KEY.match(name) and re.fullmatch(r"[0-9]{1,3}", value):
            return int(value)
    return None


def _middle(path: str, own: str) -> int | None:
    """Pages numbered inside the path: "/461/2/judul" beside our "/461/1/judul" -> 2."""
    there, here = path.split("/"), own.split("/")
    if len(there) != len(here):
        return None
    differing = [(a, b) for a, b in zip(there, here, strict=True) if a != b]
    if len(differing) == 1 and all(re.fullmatch(r"[0-9]{1,2}", part) for part in differing[0]):
        return int(differing[0][0])
    return None


def _filled(numbered: dict[int, str], number: int) -> str:
    """The address of a page that the pager leaves out ("1 2 … 9"), after its neighbour's form."""
    near, url = next(iter(numbered.items()))
    return re.sub(rf"(?<=[=/]){near}(?=$|[/&#])", str(number), url)
