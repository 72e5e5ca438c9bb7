"""The place at the head of a report, parted from its text."""

import re

from crawler.extraction.blocks import squeezed
from crawler.extraction.words import words

MAX_HEAD = 110  # longest head seen: "SITE.CO.ID, KABUPATEN HULU SUNGAI TENGAH -- " has 46; press releases add a date
MAX_PLACE_WORDS = 5  # "Kabupaten Hulu Sungai Tengah, Kalsel"
_DASH = re.compile(r"\s*(?:--+|[–—])\s*|\s+-\s*|(?<=\))\.?\s*-\s*|(?<=[A-Za-z]{3})-\s+(?=[A-Z\"“])")
_STOPPED = re.compile(r"([A-Z][\w'’]+(?: [A-Z][\w'’]+){0,2})[.:]\s+(?=[A-Z\"“])")
_HOST = re.compile(r"^[\w.-]+\.(?:com|co\.id|id|net|news|co|tv|info|org|go\.id|or\.id|asia)\b", re.IGNORECASE)
_DAY = re.compile(r",?\s*\(?\d{1,2}([/.-]\d{1,2}|\s+\w+)([/.-]\d{2,4}|\s+\d{4})?\)?$")
_PLACE_WORD = re.compile(r"^(?:[A-Z][\w.'’]*(?:-[\w.]+)*|d[ie]|dan|of|the|&|[IVX]+)$")


def parted(text: str, sites: frozenset[str] = frozenset()) -> tuple[str | None, str]:
    """A first paragraph's place and the rest: "SURABAYA, KOMPAS.com - Sebanyak …" -> ("SURABAYA", "Sebanyak …").

    A head that names only the site is cut off too: "TRIBUNNEWS.COM - Berikut …" -> (None, "Berikut …").
    """
    for match in list(_DASH.finditer(text, 0, MAX_HEAD))[:3]:
        place = _place(text[: match.start()].strip(), sites)
        if place is not None and not _apposition(text, match):
            return _after_site(place, text[match.end() :].strip())
    return _other_forms(text, sites)


def without_dash(first: str, text: str) -> tuple[str | None, str]:
    """A place closed by a full stop or colon, or alone on its line, which the report names as a place once more.

    "Temanggung. Panen …", "TEMANGGUNG: Panen …" -> (place, "Panen …"); "Temanggung" -> ("Temanggung", ""). The second
    naming is what tells a place from a sentence of one word ("Benar.") and from a heading ("Ekonomi").
    """
    match = _STOPPED.match(first)
    head, rest = (match.group(1), first[match.end() :]) if match else (_DAY.sub("", first.strip(" .,")), "")
    if len(head) > MAX_HEAD or not is_place(head) or len(head.split()) > MAX_PLACE_WORDS - 2:
        return None, first
    before = "|".join(map(re.escape, sorted(words("dateline", "before_places"))))
    again = re.compile(
        rf"(?<!\w)(?i:{before})\s+(?:{re.escape(head)}|{re.escape(head.title())})(?!\w)"
    )  # a name, with its capitals
    return (head, rest) if again.search(text) else (None, first)


def opens_with_place(head: str, sites: frozenset[str] = frozenset()) -> bool:
    """Whether a run in bold is a dateline printed without its dash: "Liputan6.com, Jakarta" -> True."""
    return "," in head and bool(_place(head.strip(), sites)) and any(_site(p, sites) for p in re.split(r",\s*", head))


def _after_site(place: str, rest: str) -> tuple[str | None, str]:
    """The place that follows a head of the site alone: "KONTAN.CO.ID - JAKARTA. Pemerintah …"."""
    match = None if place else re.match(r"([A-Z]{3,}(?: [A-Z]{3,}){0,2})\. (?=[A-Z\"“])", rest)
    return (match.group(1), rest[match.end() :]) if match else (place or None, rest)


def _place(head: str, sites: frozenset[str]) -> str | None:
    """The place in a head without its dash; "" when it names a site alone; None when it is no head at all."""
    head = _DAY.sub("", head.strip(" |,:•.")).strip()
    inner = re.search(r"\s*[(\[]([^()\[\]]{2,45})[)\]]$", head)
    if inner:
        if not _site(inner.group(1), sites):
            return None
        head = _DAY.sub("", head[: inner.start()]).strip(" ,|")
        return head if not head or is_place(head) else None
    pieces = [p for p in re.split(r"\s*[|:•/]\s*|,\s*|\s+[-–]\s+", head) if p]
    named = [p for p in pieces if _site(p, sites)]
    places = [p for p in pieces if not _site(p, sites)]
    if not pieces or len(named) > 2 or len(places) > 2:
        return None
    if not places:
        return ""
    place = ", ".join(places)
    return place if is_place(place) and (named or len(place.split()) <= MAX_PLACE_WORDS - 1) else None


def _site(piece: str, sites: frozenset[str]) -> bool:
    plain = squeezed(piece).lower().strip(". ")
    compact = re.sub(r"\W", "", plain)
    agencies = words("dateline", "agencies")
    known = plain.split(" ")[0] in words("dateline", "heads") or plain in agencies or compact in sites - {""}
    return bool(known or _HOST.match(plain) or any(plain.startswith(f"{agency}/") for agency in agencies))


def is_place(text: str) -> bool:
    """Whether words can be the name of a place: few, and each with a capital."""
    parts = text.replace(",", " ").replace("/", " ").split()
    return 0 < len(parts) <= MAX_PLACE_WORDS and all(_PLACE_WORD.match(p) for p in parts) and parts[0][0].isupper()


def _apposition(text: str, match: re.Match[str]) -> bool:
    """Whether the dash opens an apposition ("Batik - kain khas - …") or a compound, and no text of its own."""
    rest = text[match.end() : match.end() + 1]
    return bool(rest) and not (rest.isupper() or rest.isdigit() or rest in "\"“‘'(`*[")


def _other_forms(text: str, sites: frozenset[str]) -> tuple[str | None, str]:
    """Heads closed by a colon or bar: "KBRN, Malang: Wali …", "SURABAYA | DUTA.co – …", "MALANG, beritalima.com| …"."""
    match = re.match(r"([A-Z][^:|]{1,60}?)\s*[:|]\s+(?=[A-Z\"“])", text)
    if match:
        pieces = re.split(r",\s*", match.group(1))
        if any(_site(p, sites) for p in pieces):
            place = ", ".join(p for p in pieces if not _site(p, sites))
            if not place or is_place(place):
                return place or None, text[match.end() :].strip()
    return None, text
