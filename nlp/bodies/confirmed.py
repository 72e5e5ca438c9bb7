"""Whether the words around a listed name leave it the name of that body, and confirm one that may mean others."""

import re
from functools import cache

from nlp.bodies.introduced import office_word
from nlp.bodies.known import Known
from nlp.bodies.several import several
from nlp.data import gazetteer, lexicon
from nlp.places.context import Reading, in_office, is_directed
from nlp.text.names import Match

LISTED = re.compile(r"[ ,/-]{1,2}")  # between the words of a list
STATE = frozenset({"ministry", "agency"})
LETTERS = 3  # of a short form: words printed in capitals have more
BODIES = STATE | {"organisation", "outlet"}


def confirmed_once(reading: Reading, matches: list[Match], named: set[str]) -> set[str]:
    """The organisations whose ambiguous name the text confirms in one place: it means them in the others too."""
    return {
        known.entity.id
        for match in matches
        for known in match.values
        if known.kind == "organisation" and known.ambiguous and _confirmed(reading, match, known, named)
    }


def is_named(reading: Reading, match: Match, known: Known, named: set[str]) -> bool:
    """Whether the words around the name leave it the name of this body."""
    if known.ambiguous and not _confirmed(reading, match, known, named):
        return False
    if reading.words[match.first].text.islower() and reading.in_address(match):
        return False  # "kemenperin.go.id"
    if known.kind == "outlet" and not _cited(reading, match):
        return False
    if known.kind == "organisation" and known.short and (_amid_capitals(reading, match) or _is_head(reading, match)):
        return False
    if (known.regional and several(reading.words, match.first)) or _are_people(reading, match, known):
        return False  # "21 Balai POM"
    directed = is_directed(reading, match) or _behind_short_office(reading, match)
    return not (known.short and in_office(reading, match)) and not directed


def _are_people(reading: Reading, match: Match, known: Known) -> bool:
    """Whether those are meant who serve there, in a list of people: "bukan ASN, TNI, atau Polri"."""
    people = lexicon("bodies")["people"]
    if known.entity.name not in people["names"]:
        return False
    names = {word for name in people["names"] for word in _short_names(name)}
    at = match.first - 1
    while (
        at >= 0
        and LISTED.fullmatch(reading.words[at + 1].gap)
        and (reading.words[at].text in names or reading.words[at].key in people["between"])
    ):
        at -= 1
    return at >= 0 and bool(LISTED.fullmatch(reading.words[at + 1].gap)) and reading.words[at].key in people["behind"]


@cache
def _short_names(name: str) -> frozenset[str]:
    rows = gazetteer("agencies")["agency"]
    return frozenset(alias for row in rows if row["name"] == name for alias in row["aliases"] if " " not in alias)


def _behind_short_office(reading: Reading, match: Match) -> bool:
    """ "Direktur Jenderal (Dirjen) Bea dan Cukai" is the title of its director general as well."""
    before = reading.words[match.first - 1] if match.first else None
    bracket = reading.words[match.first].gap.strip() == ")"
    return bracket and before is not None and before.key in lexicon("bodies")["directors"]


def _is_head(reading: Reading, match: Match) -> bool:
    """The head of a dinas by a short form of an organisation: "Kepala Dinas (Kadin) Disperin", "Kadin Koperasi"."""
    data = gazetteer("organisations")["heads"]
    if reading.printed(match).capitalize() not in data["names"]:
        return False
    before = " ".join(word.key for word in reading.words[max(match.first - 2, 0) : match.first])
    after = reading.after(match)
    dinas = after is not None and (after.key in data["before"] or after.key.startswith(tuple(data["dinas"])))
    return before in data["behind"] or dinas


def _amid_capitals(reading: Reading, match: Match) -> bool:
    """Part of a longer name in capitals: "MALANG POSCO MEDIA, MALANG"."""
    words = reading.words
    sides = words[max(match.first - 1, 0) : match.first] + words[match.last + 1 : match.last + 2]
    capitals = all(word.text.isupper() and len(word.text) > LETTERS for word in (*sides, words[match.first]))
    tight = len(sides) == 2 and words[match.first].gap == sides[1].gap == " "
    return capitals and tight and match.first not in reading.capitals


def kinds(match: Match) -> set[str]:
    """What a listed name may mean: "agency", "place", …"""
    return {known.kind for known in match.values}


def _confirmed(reading: Reading, match: Match, known: Known, named: set[str]) -> bool:
    if known.entity.id in named:
        return True
    evidence = gazetteer("organisations")["evidence"]
    if reading.printed(match) in evidence["names"] and any(w.key in evidence["words"] for w in reading.words):
        return True
    if known.kind == "organisation":
        sure = [m for m in reading.matches if any(k.kind == known.kind and not k.ambiguous for k in m.values)]
        if reading.enumerated(match, sure):
            return True
    before = reading.before(match)
    file = {"agency": "agencies", "organisation": "organisations", "outlet": "organisations"}[known.kind]
    led = known.kind == "organisation" and before is not None and before.text[0].isupper() and office_word(before)
    after = reading.after(match)
    longer = reading.printed(match).isupper() and after is not None and after.text[0].isupper()  # "UMG Idealab"
    led = led and not longer
    return before is not None and (led or _leads_to(reading, match, gazetteer(file)["ambiguous"]))


def _leads_to(reading: Reading, match: Match, rows: dict[str, list[str]]) -> bool:
    """Whether the word before confirms the name; "dan KSP Maju Bersama" is a cooperative, "Kepala KSP" the office."""
    before, after = reading.before(match), reading.after(match)
    goes_on = after is not None and after.text[0].isupper()
    if before is None or before.key not in rows["confirmed_by"]:
        return False
    return not (goes_on and before.key in rows.get("not_before_name", ()))


def _cited(reading: Reading, match: Match) -> bool:
    """Whether a word of citing stands among the three before: "dikutip dari laman Antara"."""
    citing = lexicon("bodies")["citing"]
    before = reading.words[max(0, match.first - 3) : match.first]
    return any(word.key in citing for word in before)
