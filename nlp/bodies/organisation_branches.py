"""Regional branches of listed organisations, and the numbered ones of several firms: "Kadin Jatim", "PTPN X"."""

from collections.abc import Callable, Iterator
from functools import cache

from nlp.bodies.known import entity, index
from nlp.bodies.organisations import Organisation
from nlp.bodies.seats import Place
from nlp.data import gazetteer, lexicon
from nlp.document import Entity
from nlp.people.name_words import ROMAN
from nlp.text.names import Word
from nlp.text.phrases import near, parentheses, printed


def branches(
    text: list[Word], listed: dict[int, Entity], place: Callable[[int], Place | None]
) -> Iterator[Organisation]:
    """Regional branches of listed organisations; alone, the name means the branch that the text has named before."""
    latest: dict[str, Entity] = {}
    only, title = _only_branches(text, listed, place), _title_end(text)
    done = -1
    for at, parent in sorted(listed.items()):
        match = index().longest(text, at)
        numbered = _numbered(text, match.last) if match and parent.name in _numbered_firms() else None
        if match and at > done and numbered:  # "Perkebunan Nusantara IX"
            name = f"{parent.name} {text[numbered].text}"
            done = numbered
            yield Organisation(at, done, entity("ORGANISATION", name), "organisations.branch")
            continue
        if match is None or at <= done or parent.name not in with_branches():
            continue
        after, _ = parentheses(text, match.last)
        where = place(after + 1) if near(text, after + 1) else None
        if _is_national(text, at, match.last, parent, where):
            continue
        if where:
            done = where[0]
            latest[parent.id] = _branch(parent, where, _around(text, where))
        meant = latest.get(parent.id) or (only.get(parent.id) if at < title else None)
        if meant:
            inside = text[at].gap.endswith("(")  # "National Crafts Council (Dekranasda) NTB"
            last = where[0] + bool(_around(text, where)) if where and not inside else match.last
            yield Organisation(at, last, meant, "organisations.branch")


def _is_national(text: list[Word], first: int, last: int, parent: Entity, where: Place | None) -> bool:
    """All of it: "Kadin Indonesia", "BPP HIPMI"; not "Kadin Indonesia (Kadin) Sulawesi Utara"."""
    data = lexicon("bodies")["organisations"]
    nation = text[last].key == data["nation"] and not where and printed(text, first, last) != parent.name
    return nation or bool({text[first].text, text[max(first - 1, 0)].text} & set(data["national"]))


@cache
def with_branches() -> frozenset[str]:
    """The names of the organisations to which a region behind the name belongs."""
    data = gazetteer("organisations")
    groups = [group["names"] for group in data["group"] if group["name"] in data["branches"]["groups"]]
    return frozenset([*data["branches"]["names"], *(names[0] for group in groups for names in group)])


@cache
def _numbered_firms() -> frozenset[str]:
    return frozenset(gazetteer("organisations")["branches"]["numbered"])


def _title_end(text: list[Word]) -> int:
    """The first word behind the first line, 0 where there is no other line."""
    return next((at for at, word in enumerate(text) if at and "\n" in word.gap), 0)


def _only_branches(
    text: list[Word], listed: dict[int, Entity], place: Callable[[int], Place | None]
) -> dict[str, Entity]:
    """Of each organisation with a single branch in the text that branch: a headline names it without its region."""
    found: dict[str, set[Entity]] = {}
    for at, parent in listed.items():
        match = index().longest(text, at)
        if match is not None and parent.name in with_branches():
            after, _ = parentheses(text, match.last)
            where = place(after + 1) if near(text, after + 1) else None
            if where:
                found.setdefault(parent.id, set()).add(_branch(parent, where, _around(text, where)))
    return {parent: next(iter(all_of)) for parent, all_of in found.items() if len(all_of) == 1}


def _branch(parent: Entity, where: Place, around: str) -> Entity:
    kind = f"{where[1]} " if where[1] else ""
    return entity("ORGANISATION", f"{parent.name} {kind}{where[2].name}{around}")


def _around(text: list[Word], where: Place) -> str:
    """ " Raya", where a region with all around it is meant: "Himki Jepara Raya"."""
    at = where[0] + 1
    around = at < len(text) and text[at].gap == " " and text[at].text == lexicon("bodies")["organisations"]["around"]
    return f" {text[at].text}" if around else ""


def _numbered(text: list[Word], last: int) -> int | None:
    """The Roman number of one of several firms of a name, behind its word `last`."""
    at = last + 1
    follows = at < len(text) and text[at].gap == " " and ROMAN.fullmatch(text[at].text) is not None
    balinese = follows and at + 1 < len(text) and text[at + 1].key in lexicon("person_cues")["after_i"]
    return at if follows and not balinese else None
