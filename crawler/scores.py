"""How near a reading comes to the truth: one page field by field, one listing link by link, and their means. Pure.

The same measures as those of the scorer beside the saved pages of real sites, so that our own pages can be scored
where that one is not at hand.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

Scores = dict[str, float]  # what is scored -> percent
CEILINGS = frozenset({"without", "not_articles"})  # the lower, the better
SAME_CAPTION = 0.9  # F1 of words from which two captions are one
_UNSEEN = re.compile("[\u200b\u200c\u2060\ufeff\u00ad]")
_QUOTES = str.maketrans({**dict.fromkeys("“”„", '"'), **dict.fromkeys("‘’‚`´", "'")})


@dataclass(frozen=True)
class Truth:
    """What a reader sees: the article's fields by their names, and fragments that its text must hold or not."""

    article: dict[str, Any]
    with_: Sequence[str] = ()
    without: Sequence[str] = ()


def page(truth: Truth, found: dict[str, Any]) -> Counter[str]:
    """Points of one page: "title" is 1 or 0, "F1" a fraction, "with" how many of "of with" fragments.

    A field that is missing in `found` counts as empty.
    """
    wanted, text = truth.article, clean(found.get("text")).lower()
    points: Counter[str] = Counter()
    points["of pages"] = 1
    points["F1"] = f1(found.get("text"), wanted["text"])  # type: ignore[assignment]  # a fraction of a point
    points["title"] = clean(found.get("title")) == clean(wanted["title"])
    points["day"], points["time"] = _when(found.get("published"), wanted["published"])
    for name in ("authors", "editors"):
        points[name] = _people(found.get(name)) == _people(wanted[name])
    points["of named"] = bool(wanted["authors"])
    points["named"] = points["of named"] and points["authors"]
    points["caption"] = _same_caption(found.get("caption"), wanted["caption"], wanted["photo_credit"])
    for name, fragments in (("with", truth.with_), ("without", truth.without)):
        points[f"of {name}"] = len(fragments)
        points[name] = sum(clean(fragment).lower() in text for fragment in fragments)
    return points


def listing(links: Iterable[str], not_articles: Iterable[str], taken: Iterable[str]) -> Counter[str]:
    """Points of one feed or index: how many of its links were taken, and how many that are no articles."""
    links, not_articles, taken = set(links), set(not_articles), set(taken)
    return Counter(
        {
            "of links": len(links),
            "links": len(links & taken),
            "of not_articles": len(not_articles),
            "not_articles": len(not_articles & taken),
        }
    )


def total(points: Iterable[Counter[str]]) -> Scores:
    """The means over pages or listings, in percent: each row by its own "of", else by the number of pages."""
    summed: Counter[str] = Counter()
    for one in points:
        summed.update(one)
    rows = [name for name in summed if not name.startswith("of ")]
    return {name: 100 * summed[name] / max(1, summed.get(f"of {name}", summed["of pages"])) for name in rows}


def clean(text: str | None) -> str:
    """Text for comparing: one form of quotes and spaces, unseen characters left out."""
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", text or "")).translate(_QUOTES).split())


def f1(found: str | None, wanted: str | None) -> float:
    """F1 of two texts as bags of words, 0 to 1."""
    one, other = _words(found), _words(wanted)
    both = (one & other).total()
    return 2 * both / (one.total() + other.total()) if both else 0.0


def _words(text: str | None) -> Counter[str]:
    return Counter(re.findall(r"\w+", clean(text).lower()))


def _people(names: Sequence[str] | None) -> set[str]:
    return {clean(name).lower() for name in names or ()}


def _same_caption(found: str | None, wanted: str | None, credit: str | None) -> bool:
    if wanted is None:
        return not clean(found)
    return max(f1(found, wanted), f1(found, f"{wanted} {credit or ''}")) >= SAME_CAPTION


def _when(found: str | None, wanted: str | None) -> tuple[bool, bool]:
    """Whether the day is right, and whether the instant is, to within a minute and with its zone."""
    if not found or not wanted:
        return found == wanted, found == wanted
    one, other = datetime.fromisoformat(found), datetime.fromisoformat(wanted)
    if one.tzinfo is None or other.tzinfo is None:
        same = one.date() == other.date()
        return same, same and len(found) == len(wanted)
    same = one.astimezone(other.tzinfo).date() == other.date()
    return same, abs(one - other) < timedelta(minutes=1)
