"""Addresses: cleaned into the key of an article, dated index pages written out, private ones recognised. All pure."""

import ipaddress
import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

DATE = re.compile(r"\{date:([^}]+)\}")
LATER = re.compile(r"\[([^\]]*\{page\}[^\]]*)\]")


def cleaned(url: str, base: str = "", kept: Sequence[str] = ()) -> str:
    """The address as the key of an article: absolute, without fragment, query (but for `kept` names) and tracking.

    "//Surabaya.tribunnews.com/2019/07/03/pelatihan?utm_source=x#top" on https -> "https://surabaya.tribunnews.com/2019/07/03/pelatihan"
    """
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        host = (parts.hostname or "") + (f":{parts.port}" if parts.port not in (None, 80, 443) else "")
    except ValueError:  # "https://[x" and ports that are no number
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if name in kept])
    return safe_url_string(urlunsplit((parts.scheme, host, parts.path or "/", query, "")))


def upgraded(url: str, homepage: str) -> str:
    """`url` with https where the publisher's own site has it: old links to http are the same article."""
    if url.startswith("http://") and homepage.startswith("https://") and site(url) == site(homepage):
        return "https" + url[4:]
    return url


def site(url: str) -> str:
    """The registered name of an address's host.

    "https://jatim.tribunnews.com/x" -> "tribunnews.com", "https://www.kemenperin.go.id/" -> "kemenperin.go.id"
    Indonesia registers names at the third level below co.id, go.id, or.id and the like, and at the second below .id.
    """
    labels = (urlsplit(url).hostname or "").split(".")
    second = len(labels) > 2 and labels[-1] == "id" and labels[-2] in SECOND_LEVEL
    return ".".join(labels[-3:] if second else labels[-2:])


# Registries below .id (PANDI, list of second level domains, 2026).
SECOND_LEVEL = frozenset({"ac", "biz", "co", "desa", "go", "mil", "my", "net", "or", "ponpes", "sch", "web"})


def is_home(url: str) -> bool:
    """Whether `url` is a site's front page: where many sites send a reader whose article is gone."""
    return urlsplit(url).path.rstrip("/") in ("", "/index.html", "/index.php")


def dated(form: str, days: Sequence[date]) -> list[str]:
    """The forms of an index, one for each day where it is dated; the day is written as said and quoted.

    "https://x.id/indeks?date={date:%m/%d/%Y}&page={page}" -> "https://x.id/indeks?date=11%2F19%2F2026&page={page}"
    """
    if not DATE.search(form):
        return [form]
    return [DATE.sub(lambda found, day=day: quote(day.strftime(found[1]), safe=""), form) for day in days]  # type: ignore[misc]


def numbered(form: str, page: int) -> str | None:
    """The address of one page of an index; what stands in brackets is left out on page 1. None: it has no such page.

    "https://x.id/ekonomi[/{page}]", 2 -> "https://x.id/ekonomi/2"
    """
    if page > 1 and "{page}" not in form:
        return None
    return LATER.sub(r"\1" if page > 1 else "", form).replace("{page}", str(page))


def off_the_web(url: str, private: bool = False) -> bool:
    """Whether an address is no page of the public web: "file:…", "javascript:…", hosts within (unless `private`)."""
    try:
        parts = urlsplit(url)
        return parts.scheme not in ("http", "https") or (not private and is_private(parts.hostname or ""))
    except ValueError:
        return True


def is_private(host: str) -> bool:
    """Whether an IP literal is no public address, or a name is this machine's own; other names are for the resolver."""
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        ip = ipaddress.ip_address(name.partition("%")[0])
    except ValueError:
        return False
    inner = ip
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else ip)
        if ip in NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return not inner.is_global or inner.is_multicast or inner.is_reserved


NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # RFC 6052: carries an IPv4 address in its last 32 bits
