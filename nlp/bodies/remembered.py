"""Short references to bodies: "Disperindag", "Pemkab", a short form in parentheses mean what was named in full."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from nlp.bodies.implied_regions import (
    fits,
    in_line,
    kinds_said,
    of_its_regency,
    of_kind_said,
    only_province,
    region_of_article,
)
from nlp.bodies.same_bodies import by_fullest_name
from nlp.bodies.seats import Body, Place
from nlp.bodies.short_forms import is_short_form, key
from nlp.data import lexicon
from nlp.text.names import Word

PLACED = "bodies.region_of_article"  # the rule of a body whose region stands elsewhere
SHORTEST = 3  # letters of a first word that can stand for the whole short form


def resolved(found: list[Body], text: list[Word], place: Callable[[int], Place | None]) -> list[Body]:
    """The bodies with the region they mean; those that mean no body without one are left out."""
    found = sorted([*found, *_repeated(found, text, place)], key=lambda body: body.first)
    found = _explained(found, text)
    learned = {_joined(body.short): body for body in found if body.short}
    found = [_as_learned(body, learned, text) for body in found]
    said = kinds_said(found, text, place)
    found = [of_kind_said(body, said) for body in found]
    found = [of_its_regency(body, found) for body in found]
    full = [body for body in found if body.place]
    territory = region_of_article(full, text, place)
    found = [_of_province(body, full, text, place) for body in found]
    placed = (_placed(short, full, territory, text) for short in found if not short.office)
    return by_fullest_name([body for body in placed if body is not None])


def _of_province(body: Body, full: list[Body], text: list[Word], place: Callable[[int], Place | None]) -> Body:
    """ "Pemprov" alone, where only one province is named and no government of one."""
    province = next(iter(lexicon("bodies")["governments"]))
    if body.place or body.name != province or any(other.name == province for other in full):
        return body
    where = only_province(text, place)
    return replace(body, place=where, rule=PLACED) if where else body


def _explained(found: list[Body], text: list[Word]) -> list[Body]:
    """With the name in full of those that it follows in brackets: "Diskop UKM (Dinas Koperasi dan …) Kota Batu"."""
    by_first = {body.first: body for body in found}
    out = []
    for body in found:
        full = by_first.get(body.last + 1)
        head = body.name.split()[0]
        in_full = full is not None and text[full.first].text == full.name.split()[0] == head
        if full and in_full and text[full.first].gap == " (" and text[body.first].text != head:
            short = tuple(word.text for word in text[body.first : body.last + 1])
            body = replace(body, name=full.name, place=body.place or full.place, short=short)
        out.append(body)
    return out


def _joined(short: tuple[str, ...]) -> str:
    return " ".join(short).casefold()


def _repeated(found: list[Body], text: list[Word], place: Callable[[int], Place | None]) -> Iterator[Body]:
    """Mentions by a short form that the text gave in parentheses and that no rule reads: "PDIN", "BBKB Jogja"."""
    taken = {at for body in found for at in range(body.first, body.last + 1)}
    printed: dict[str, list[int]] = {}
    for at, word in enumerate(text):
        printed.setdefault(word.text, []).append(at)
    for body in found:
        if not body.short or not is_short_form(body.short):
            continue
        for at, last in _printed_again(body.short, text, printed):
            if taken & set(range(at, last + 1)):
                continue
            where = place(last + 1) if last + 1 < len(text) and text[last + 1].gap == " " else None
            yield replace(
                body,
                first=at,
                last=where[0] if where else last,
                place=where or body.place,
                short=(),
                rule="bodies.repeated",
            )


def _printed_again(
    short: tuple[str, ...], text: list[Word], printed: dict[str, list[int]]
) -> Iterator[tuple[int, int]]:
    """Where the short form stands, and its first word alone: LPDB for "LPDB-UMKM"; `printed` tells where a word is."""
    size, first = len(short), short[0]
    for at in printed.get(first, ()):
        if tuple(w.text for w in text[at : at + size]) == short:
            yield at, at + size - 1
        elif first.isupper() and len(first) >= SHORTEST:
            yield at, at


def _as_learned(body: Body, learned: dict[str, Body], text: list[Word]) -> Body:
    """A body whose words begin with a short form that the text has explained is what that stands for.

    Also behind the head word: "Dinas Kumindag" where the text has "Dinas Koperasi, … (Kumindag)".
    """
    headed = text[body.first].text == lexicon("bodies")["dinas"]["word"]
    starts = range(body.first, body.first + 1 + headed)
    for first, last in ((start, end) for start in starts for end in range(body.last, start - 1, -1)):
        known = learned.get(_joined(tuple(w.text for w in text[first : last + 1])))
        if known and known is not body and not (body.last > last and _of_a_town(body)):
            place, rule = body.place or known.place, "bodies.learned"
            return replace(body, name=known.name, regional=known.regional, place=place, alone=known.alone, rule=rule)
    return body


def _of_a_town(body: Body) -> bool:
    """The town of a body is part of its name: "BLK Wonojati" is not the BLK of another town."""
    heads = tuple(f"{head} " for head in lexicon("bodies")["fixed"]["of_town"])
    return body.place is None and body.name.startswith(heads)


def _placed(body: Body, full: list[Body], territory: Place | None, text: list[Word]) -> Body | None:
    """With the region of the same body named in full, the nearest before it, else the first behind it."""
    if body.place:
        return body
    same = [other for other in full if key(other.name).startswith(key(body.name))]
    before = [other for other in same if other.first < body.first]
    if body.regional and same:
        other = before[-1] if before else same[0]
        name = body.name if key(other.name) == key(body.name) else other.name
        return replace(body, name=name, place=other.place, regional=other.regional, rule=PLACED)
    territory = territory or in_line(body, full, text)
    if body.regional and territory and fits(body, territory):
        if body.name in lexicon("bodies")["governments"]:  # "Pemerintah Kota" says the kind itself
            return replace(body, place=(territory[0], None, territory[2]), regional=False, rule=PLACED)
        return replace(body, place=territory, regional=True, rule=PLACED)
    exact = {other.place[2].entity.id: other for other in same if other.place and key(other.name) == key(body.name)}
    if len(exact) == 1 and not body.regional and body.name not in lexicon("bodies")["governments"]:
        other = next(iter(exact.values()))  # "BDI" beside "BDI Yogyakarta"
        return replace(body, place=other.place, rule=PLACED)
    return body if body.alone and not (body.regional and _is_vague(body, text)) else None


def _is_vague(body: Body, text: list[Word]) -> bool:
    """Whether what follows says that the bodies of several regions are meant: "Dinas Koperasi setempat"."""
    following = text[body.last + 1] if body.last + 1 < len(text) else None
    return following is not None and following.gap == " " and following.text in lexicon("bodies")["of_any_region"]
