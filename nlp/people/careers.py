"""Whether offices told of one name can be one person's: by body, region and time. Pure.

The same body makes one person of them. A bupati in Java and a kepala dinas in Sulawesi at one time are two; who moves
from a regency to its province or to a ministry stays one. The rarer a name, the less it takes to be one person.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeGuard

from nlp.bodies.known import index
from nlp.components.bodies import region_reader
from nlp.people.name_words import given, known_persons
from nlp.people.office_heads import former_at, head_at, status_at
from nlp.text.names import Word as Part
from nlp.text.names import words
from nlp.text.words import Words

NATION = "ID"  # the region of a national body; those of other countries have their ISO 3166-1 code
PROVINCE = 2  # digits of a Kemendagri code that tell the province
MOVE = timedelta(days=90)  # two offices seen less than this apart are taken to be held at once
NATIONAL = frozenset({"ministry", "agency"})

SAME_OFFICE, SAME_BODY, SAME_REGION, POSSIBLE = 4, 3, 2, 1  # how well two careers fit


@dataclass(frozen=True)
class Claim:
    """One office of a person: as one article gives it, or as it was seen over the years."""

    office: str
    institution: str  # full name of the body, "" where the office has none
    region: str | None  # Kemendagri code, NATION, another country's code, a place without a code; None when not known
    first: str | None = None  # ISO 8601 days between which it was seen
    last: str | None = None

    @property
    def plain(self) -> str:
        """The office without "Plt." and "mantan", to compare with."""
        words = Words(self.office)
        return words.text(status_at(words, 0), len(words)).casefold()

    @property
    def former(self) -> bool:
        """Told of the past: "mantan Bupati Garut"."""
        return former_at(Words(self.office), 0)


@lru_cache(maxsize=100_000)
def region_of(office: str, institution: str) -> str | None:
    """Where an office is held: "Kepala Dinas" of "Dinas Perdagangan Kota Kediri" -> "35.71", of a ministry -> "ID"."""
    for text in (institution, office):
        found = words(text)
        if not found:
            continue
        whole = index().longest(found, 0)
        if whole and whole.last == len(found) - 1 and {k.kind for k in whole.values} & NATIONAL:
            return NATION
        if code := _last_region(found):
            return code
    return NATION if not institution and _of_state(office) else None


def _last_region(found: list[Part]) -> str | None:
    """The code of the last region or country that a name holds; of a place without a code the name itself."""
    place, codes, at = region_reader(found), [], 0
    while at < len(found):
        region, match = place(at), index().longest(found, at)
        if region:
            codes.append(region[2].code or region[2].entity.id)
            at = region[0]
        elif match:
            codes += [known.entity.code for known in match.values if known.kind == "country" and known.entity.code]
            at = match.last
        at += 1
    return codes[-1] if codes else None


def _of_state(office: str) -> bool:
    """A head of state: "Presiden", "Wakil Presiden"."""
    text = Words(office)
    head = head_at(text, status_at(text, 0))
    return head is not None and head[0].takes == "state"


def is_rare(name: str) -> bool:
    """Hardly two officials bear it: three words or more, or a person whom the press knows."""
    return len(name.split()) > 2 or name.casefold() in known_persons()


def is_common(name: str) -> bool:
    """Many bear it: one word, or two that are both common given names."""
    parts = Words(name)
    return not is_rare(name) and (len(parts) < 2 or all(given(word) for word in parts))


def fit(name: str, claims: list[Claim], held: list[Claim]) -> int | None:
    """How well the offices that an article gives to somebody of this name go on with a career; None: another person."""
    bodies = [(c, h) for c in claims for h in held if _same_body(c, h)]
    if bodies:
        same = any(c.plain == h.plain for c, h in bodies)
        return SAME_OFFICE if same else SAME_BODY if len(name.split()) > 1 else None
    if len(name.split()) < 2 or any(_apart(name, c, h) for c in claims for h in held):
        return None
    return SAME_REGION if any(within(c.region, h.region) for c in claims for h in held) else POSSIBLE


def _same_body(one: Claim, other: Claim) -> bool:
    """A body without its region is that of any region, and so no evidence."""
    if not one.region or one.region != other.region:
        return False
    if not one.institution and not other.institution:
        return one.plain == other.plain
    return one.institution.casefold() == other.institution.casefold()


def _apart(name: str, one: Claim, other: Claim) -> bool:
    """The two offices cannot be one person's, as far as the name tells one from another."""
    if not _is_code(one.region) or not _is_code(other.region) or within(one.region, other.region):
        return False
    if NATION in (one.region, other.region):
        return is_common(name) and _at_once(one, other)
    if _province(one.region) == _province(other.region):
        return _at_once(one, other)
    return _at_once(one, other) or not is_rare(name)


def _is_code(region: str | None) -> TypeGuard[str]:
    return region is not None and not region.startswith("place-")


def within(one: str | None, other: str | None) -> bool:
    """One region is the other, or lies in it: "35.71" and "35"."""
    if not one or not other:
        return False
    return one == other or f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")


def _province(region: str) -> str:
    return region[:PROVINCE] if region[0].isdigit() else region


def _at_once(one: Claim, other: Claim) -> bool:
    """Both were held at one time, as far as anything says when."""
    if one.former or other.former or not (one.first and one.last and other.first and other.last):
        return False
    return _day(one.first) - MOVE <= _day(other.last) and _day(other.first) - MOVE <= _day(one.last)


@lru_cache(maxsize=20_000)
def _day(text: str) -> date:
    return date.fromisoformat(text)
