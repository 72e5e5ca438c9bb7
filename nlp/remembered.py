"""Short references to bodies: "Disperindag", "Pemkab", a short form in parentheses mean what was named in full."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from nlp.body_names import is_short_form, key
from nlp.body_places import Body, Place
from nlp.data import lexicon
from nlp.names import Word

SHORTEST = 3  # letters of a first word that can stand for the whole short form


def resolved(found: list[Body], text: list[Word], place: Callable[[int], Place | None]) -> list[Body]:
    """The bodies with the region they mean; those that mean no body without one are left out."""
    found = sorted([*found, *_repeated(found, text, place)], key=lambda body: body.first)
    learned = {_joined(body.short): body for body in found if body.short}
    found = [_as_learned(body, learned, text) for body in found]
    full = [body for body in found if body.place]
    territory = _territory(full, text, place)
    return [body for short in found if not short.office and (body := _placed(short, full, territory)) is not None]


def _joined(short: tuple[str, ...]) -> str:
    return " ".join(short).casefold()


def _repeated(found: list[Body], text: list[Word], place: Callable[[int], Place | None]) -> Iterator[Body]:
    """Mentions by a short form that the text gave in parentheses and that no rule reads: "PDIN", "BBKB Jogja"."""
    taken = {at for body in found for at in range(body.first, body.last + 1)}
    for body in found:
        if not body.short or not is_short_form(body.short):
            continue
        for at, last in _printed_again(body.short, text):
            if taken & set(range(at, last + 1)):
                continue
            where = place(last + 1) if last + 1 < len(text) and text[last + 1].gap == " " else None
            yield replace(body, first=at, last=where[0] if where else last, place=where or body.place, short=())


def _printed_again(short: tuple[str, ...], text: list[Word]) -> Iterator[tuple[int, int]]:
    """Where the short form stands, and its first word alone: LPDB for "LPDB-UMKM"."""
    size = len(short)
    for at, word in enumerate(text):
        if tuple(w.text for w in text[at : at + size]) == short:
            yield at, at + size - 1
        elif word.text == short[0] and word.text.isupper() and len(word.text) >= SHORTEST:
            yield at, at


def _as_learned(body: Body, learned: dict[str, Body], text: list[Word]) -> Body:
    """A body whose words begin with a short form that the text has explained is what that stands for."""
    for last in range(body.last, body.first - 1, -1):
        known = learned.get(_joined(tuple(w.text for w in text[body.first : last + 1])))
        if known and known is not body:
            return replace(body, name=known.name, regional=known.regional, place=body.place or known.place, alone=True)
    return body


def _placed(body: Body, full: list[Body], territory: Place | None) -> Body | None:
    """With the region of the same body named in full, the nearest before it, else the first behind it."""
    if body.place:
        return body
    same = [other for other in full if key(other.name).startswith(key(body.name))]
    before = [other for other in same if other.first < body.first]
    if body.regional and same:
        other = before[-1] if before else same[0]
        return replace(body, name=other.name, place=other.place, regional=other.regional)
    if body.regional and territory and _fits(body, territory):
        titled = body.name not in lexicon("bodies")["governments"]  # "Pemerintah Kota" says the kind itself
        return replace(body, place=territory, regional=titled)
    return body if body.alone else None


def _fits(body: Body, territory: Place) -> bool:
    """Whether a body can be of that region: "Pemkot" is of no regency."""
    governments = lexicon("bodies")["governments"]
    if body.name not in governments:
        return True
    kinds = dict(zip(("province", "city", "regency"), governments, strict=False))
    return body.name == kinds.get(territory[2].kind)


def _territory(full: list[Body], text: list[Word], place: Callable[[int], Place | None]) -> Place | None:
    """The one region whose government or head of government the article names, if it is only one."""
    governments = set(lexicon("bodies")["governments"])
    found: dict[str, Place] = {}
    for body in full:
        if body.name in governments and body.place:
            found.setdefault(body.place[2].entity.id, (body.place[0], None, body.place[2]))
    for at, word in enumerate(text[:-1]):
        if word.text in lexicon("places")["heads_of_region"] and (where := place(at + 1)):
            found.setdefault(where[2].entity.id, (where[0], None, where[2]))
    return next(iter(found.values())) if len(found) == 1 else None
