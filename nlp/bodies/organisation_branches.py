"""Regional branches of listed organisations, and the numbered ones of several firms: "Kadin Jatim", "PTPN X"."""

from collections.abc import Callable, Iterator

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
        if match and at > done and (numbered := _numbered(text, match.last)):  # "Perkebunan Nusantara IX"
            name = f"{parent.name} {text[numbered].text}"
            done = numbered
            yield Organisation(at, done, entity("ORGANISATION", name), "organisations.branch")
            continue
        if match is None or at <= done or parent.name not in gazetteer("organisations")["branches"]["names"]:
            continue
        after, _ = parentheses(text, match.last)
        where = place(after + 1) if near(text, after + 1) else None
        nation = text[match.last].key == lexicon("bodies")["organisations"]["nation"]
        if nation and not where and printed(text, at, match.last) != parent.name:
            continue  # "Kadin Indonesia" is no branch; "Kadin Indonesia (Kadin) Sulawesi Utara" is one
        if {text[at].text, text[max(at - 1, 0)].text} & set(lexicon("bodies")["organisations"]["national"]):
            continue  # "BPP HIPMI" is all of it
        if where:
            done = where[0]
            latest[parent.id] = _branch(parent, where)
        meant = latest.get(parent.id) or (only.get(parent.id) if at < title else None)
        if meant:
            yield Organisation(at, where[0] if where else match.last, meant, "organisations.branch")


def _title_end(text: list[Word]) -> int:
    """The first word behind the first line."""
    return next((at for at, word in enumerate(text) if at and "\n" in word.gap), len(text))


def _only_branches(
    text: list[Word], listed: dict[int, Entity], place: Callable[[int], Place | None]
) -> dict[str, Entity]:
    """Of each organisation with a single branch in the text that branch: a headline names it without its region."""
    found: dict[str, set[Entity]] = {}
    for at, parent in listed.items():
        match = index().longest(text, at)
        if match is not None and parent.name in gazetteer("organisations")["branches"]["names"]:
            after, _ = parentheses(text, match.last)
            where = place(after + 1) if near(text, after + 1) else None
            if where:
                found.setdefault(parent.id, set()).add(_branch(parent, where))
    return {parent: next(iter(all_of)) for parent, all_of in found.items() if len(all_of) == 1}


def _branch(parent: Entity, where: Place) -> Entity:
    kind = f"{where[1]} " if where[1] else ""
    return entity("ORGANISATION", f"{parent.name} {kind}{where[2].name}")


def _numbered(text: list[Word], last: int) -> int | None:
    """The Roman number of one of several firms of a name, behind its word `last`."""
    at = last + 1
    follows = at < len(text) and text[at].gap == " " and ROMAN.fullmatch(text[at].text) is not None
    balinese = follows and at + 1 < len(text) and text[at + 1].key in lexicon("person_cues")["after_i"]
    return at if follows and not balinese else None
