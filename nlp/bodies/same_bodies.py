"""One body, one name: a dinas that the text prints in several forms is called by the fullest of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from nlp.bodies.seats import Body, Place
from nlp.bodies.short_forms import body_slug
from nlp.data import lexicon, slug

Seat = tuple[str, str]  # the head word of a body, and the region that it is in ("" where none is said)


def by_fullest_name(found: list[Body]) -> list[Body]:
    """The bodies, those that are one under one name: "Dinkop", "Dinas Koperasi" beside "Dinas Koperasi dan UKM".

    A region has one dinas for a field of work; so one whose fields are all among those of another is that other.
    """
    found = _by_printed_kind(found)
    names: dict[Seat, dict[str, Body]] = defaultdict(dict)  # of each name the fullest printing
    for body in found:
        if seat := _seat(body):
            other = names[seat].get(body.name, body)
            names[seat][body.name] = max(other, body, key=_fullness)
    return [_as_its_fullest(body, [*names[seat].values()]) if (seat := _seat(body)) else body for body in found]


def _by_printed_kind(found: list[Body]) -> list[Body]:
    """With the kind of region that the text prints once: "Loka POM Sorong" beside "Loka POM di Kabupaten Sorong"."""
    printed: dict[tuple[str, str], set[Place]] = defaultdict(set)
    for body in found:
        if body.place and body.place[1]:
            printed[(body.name, body.place[2].name)].add((0, body.place[1], body.place[2]))
    out = []
    for body in found:
        if body.place and not body.place[1] and not body.nameless:
            said = printed.get((body.name, body.place[2].name), set())
            if len(said) == 1:
                _, kind, region = next(iter(said))
                body = replace(body, place=(body.place[0], kind, region))
        out.append(body)
    return out


def _seat(body: Body) -> Seat | None:
    kinds = lexicon("bodies")["kinds"]
    head = next((kind for kind in kinds["one_for_a_field"] if f"{body.name} ".startswith(f"{kind} ")), None)
    if head is None or body.office or not (body.place or head in kinds["before_kind"]):
        return None
    return head, body.place[2].entity.id if body.place else ""


def _as_its_fullest(body: Body, others: list[Body]) -> Body:
    """By the name of the one body that does all its work and more; as it is where several might be meant."""
    own = _fields(body.name)
    wider = [other for other in others if own <= _fields(other.name)]
    most = _largest(_fields(other.name) for other in wider)
    if most is None:
        return body
    fullest = max((other for other in wider if _fields(other.name) == most), key=_fullness)
    place = body.place
    if place and fullest.place and not place[1]:
        place = (place[0], fullest.place[1], place[2])
    return replace(body, name=fullest.name, place=place, regional=fullest.regional)


def _largest(sets: Iterable[frozenset[str]]) -> frozenset[str] | None:
    """The set that holds all the others, if one does."""
    every = set(sets)
    return next((one for one in every if all(other <= one for other in every)), None)


def _fullness(body: Body) -> tuple[bool, int, int]:
    """What makes a name the fuller one: printed in words, of many words, and of two such the first."""
    return body.in_words, len(slug(body.name).split("-")), -body.first


@lru_cache(maxsize=5_000)
def _fields(name: str) -> frozenset[str]:
    """The fields of work in a name; what the press prints in several ways (UKM, Usaha Mikro) is one."""
    left_out = {slug(kind) for kind in lexicon("bodies")["kinds"]["one_for_a_field"]}
    fields = f"{body_slug(name)}-"
    for head in sorted(left_out, key=lambda head: -len(head)):
        fields = fields.removeprefix(f"{head}-")
    fields = fields.strip("-")
    for other, usual in lexicon("bodies")["fields"]["same"].items():
        fields = f"-{fields}-".replace(f"-{slug(other)}-", f"-{slug(usual)}-").strip("-")
    return frozenset(fields.split("-")) - {""}
