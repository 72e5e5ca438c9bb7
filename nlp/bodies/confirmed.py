"""Whether the words around a listed name leave it the name of that body, and confirm one that may mean others."""

from nlp.bodies.introduced import office_word
from nlp.bodies.known import Known
from nlp.bodies.several import several
from nlp.data import gazetteer, lexicon
from nlp.places.context import Reading, in_office, is_directed
from nlp.text.names import Match

STATE = frozenset({"ministry", "agency"})
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
    if known.regional and several(reading.words, match.first):
        return False  # "21 Balai POM"
    return not (known.short and in_office(reading, match)) and not is_directed(reading, match)


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
