"""What is printed about a photograph, its caption parted from who took or owns it."""

import re
from dataclasses import dataclass

from crawler.extraction.words import alternatives, words

MAX_CREDIT = 90
_LABEL = re.compile(
    rf"(?:^|[\s(/|.\[–-])(?:{alternatives('caption_credit', 'labels')})\s*(?:[:：]|\boleh\b|\bby\b)\s*", re.IGNORECASE
)
_GLUED = re.compile(r"(?<=[a-z][.)])(?=[A-Z])")  # caption and credit that only their style parts
_TAIL = re.compile(r"\s*[(\[]\s*([^()\[\]]{2,90})\s*[)\]]?\.?\s*$")
_LAST = re.compile(r"(?:[.)\]”\"]\s+|\s[-–|]\s)([A-Z][^.!?]{3,70}(?:/[^.!?]{2,40})?\.?)$")
_DASHED = re.compile(r"(?<=[\w.)\]])\s?-\s?([A-Za-z][^-]{2,45}-[^-]{0,40})$")
_SLASH = re.compile(r"\s*(?:/|\||—)\s*(©.{2,80}|(?:foto|dok)\b.{2,80})$|\s*(©.{2,80})$", re.IGNORECASE)


@dataclass(frozen=True)
class Photo:
    """What is printed about the main photograph."""

    caption: str | None
    credit: str | None


def parted(text: str, sites: frozenset[str] = frozenset()) -> Photo:
    """A caption without its credit: "Pameran batik. (Foto: Dinas)" -> ("Pameran batik.", "Dinas")."""
    text = text.strip()
    for glued in _GLUED.finditer(text):
        rest = text[glued.end() :]
        if is_credit(rest, sites) or _opens_with_site(rest, sites):
            return Photo(text[: glued.start()], bare(rest))
    tail = _TAIL.search(text)
    if tail and (is_credit(tail.group(1), sites) or text[: tail.start()].endswith(" -")):
        return Photo(text[: tail.start()].strip(" -") or None, bare(tail.group(1)))
    slash = _SLASH.search(text)
    if slash:
        return Photo(text[: slash.start()].strip() or None, bare(next(g for g in slash.groups() if g)))
    dashed = _DASHED.search(text)  # Disway's houses: "Etalase sepatu.-Sekar A-Disway"
    if dashed and (text[dashed.start() - 1] in ".)" or is_credit(dashed.group(1).replace("-", "/"), sites)):
        return Photo(text[: dashed.start()].strip(), bare(dashed.group(1).strip("-")))
    last = _LAST.search(text)
    if last and (
        (is_credit(last.group(1), sites) and ("/" in last.group(1) or "|" in last.group()))
        or _opens_with_site(last.group(1), sites)
    ):
        return Photo(text[: last.start(1)].strip(" -–|") or None, bare(last.group(1)))
    label = [m for m in _LABEL.finditer(text) if len(text) - m.end() <= MAX_CREDIT]
    if label:
        mark = label[0]
        return Photo(text[: mark.start()].strip(" -–|/([") or None, bare(text[mark.end() :]))
    return Photo(text or None, None)


def _opens_with_site(text: str, sites: frozenset[str]) -> bool:
    """Whether a credit begins with the site's name and a dash: "KabarNiaga - Paulus T"."""
    first, dash, _ = text.partition(" - ")
    return bool(dash) and re.sub(r"\W", "", first).lower() in sites


def is_credit(text: str, sites: frozenset[str] = frozenset()) -> bool:
    """Whether a text names who took or owns a photo: "ANTARA FOTO/Budi", "ist"; not "kiri", "3/7/2019"."""
    text = text.strip(" .()[]")
    if not text or len(text) > MAX_CREDIT or re.fullmatch(r"[\d\s/.,-]+", text):
        return False
    low = text.lower()
    first = re.split(r"[\s:/.,-]", low, maxsplit=1)[0]
    if _LABEL.match(text) or low in words("caption_credit", "words") or first in words("caption_credit", "first"):
        return True
    if any(re.search(rf"(?:^|\W){re.escape(w)}(?:$|\W)", low) for w in words("caption_credit", "words") if len(w) > 3):
        return True
    if re.search(r"[A-Za-z.]{2,}\s?/\s?[A-Za-z]", text) and not re.search(r"[.!?] ", text):
        return True
    if re.fullmatch(r"(?:[A-Z][\w.'’-]+\s){1,3}(?:for\s)?[A-Z][\w.'’-]+", text):  # "Dian Kurniawan"
        return True
    return re.sub(r"\W", "", low) in sites or bool(re.search(r"\w\.(com|co\.id|id|net)\b|©|®", low))


def bare(text: str) -> str | None:
    """A credit without the word for it: "Foto: Dinas" -> "Dinas"."""
    text = re.sub(
        rf"^\W*(?:{alternatives('caption_credit', 'labels')})\s*[:：]\s*", "", text.strip(), flags=re.IGNORECASE
    )
    return text.strip(" ©()[]|") or None
