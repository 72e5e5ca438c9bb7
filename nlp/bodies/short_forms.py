"""How bodies are called: one-word short forms in full, names in capitals in plain case, what tells two bodies apart."""

import re
from functools import cache, lru_cache

from nlp.data import gazetteer, lexicon, slug
from nlp.text.names import Word

SHORTEST_FIELDS = 7  # letters of "perindag"; shorter words made of such syllables may be names of persons
SHORTEST = 3  # letters of a short form of which one can say that it stands for a name


def plain_case(name: str) -> str:
    """ "DINAS KOPERASI DAN UKM" -> "Dinas Koperasi dan UKM"; names that are not all in capitals stay as they are."""
    if name != name.upper() or " " not in name:
        return name
    data = lexicon("bodies")
    plain = [w.lower() if w.lower() in data["joiners"] else w.capitalize() for w in name.split()]
    return " ".join(w.upper() if w.strip(",").upper() in data["fields"]["capitals"] else w for w in plain)


def capitalised(name: str) -> str:
    """ "dinas koperasi dan UKM" -> "Dinas Koperasi dan UKM"."""
    small = lexicon("bodies")["joiners"]
    return " ".join(w.capitalize() if w.islower() and w not in small else w for w in name.split())


def in_full(name: str, kind: str) -> str:
    """ "UPT Logam" of the kind "UPT" -> Unit Pelaksana Teknis Logam."""
    full = lexicon("bodies")["kinds"]["in_full"].get(kind)
    return full + name[len(kind) :] if full else name


@cache
def one_word_name(word: str) -> str | None:
    """What a one-word short form stands for: "Disperindag" -> "Dinas Perindustrian dan Perdagangan"."""
    data = lexicon("bodies")
    known = data["short"].get(word) or (_in_any_case().get(word.casefold()) if word[:1].isupper() else None)
    if known:
        return known
    for prefix in data["dinas"]["prefixes"]:
        if word[:1].isupper() and word.casefold().startswith(prefix):
            parts = _syllables(word.casefold()[len(prefix) :])
            if parts:
                return f"{data['dinas']['word']} {_enumeration(parts)}"
    return None


@cache
def _in_any_case() -> dict[str, str]:
    """The short forms that are not in capitals, in lower case, by what they stand for: "dispora", also of DISPORA."""
    found: dict[str, str] = {}
    for short, name in lexicon("bodies")["short"].items():
        if not short.isupper():
            found.setdefault(short.casefold(), name)
    return found


@cache
def _syllables(rest: str) -> tuple[str, ...]:
    """The fields that the syllables of a short form stand for, the fewest possible; none when some letters are left."""
    table = lexicon("bodies")["dinas"]["syllables"]
    if rest in table:
        return (table[rest],)
    tails = ((field, *_syllables(rest[len(start) :])) for start, field in table.items() if rest.startswith(start))
    return min((parts for parts in tails if len(parts) > 1), key=len, default=())


def _enumeration(parts: tuple[str, ...]) -> str:
    """Koperasi, UKM, Perindustrian dan Perdagangan -> "Koperasi, UKM, Perindustrian, dan Perdagangan"."""
    joiner = lexicon("bodies")["joiners"][0]
    single = [*dict.fromkeys(field for part in parts for field in re.split(rf",? {joiner} |, ", part))]
    if len(single) < 3:
        return f" {joiner} ".join(single)
    return f"{', '.join(single[:-1])}, {joiner} {single[-1]}"


def is_short_form(name: tuple[str, ...]) -> bool:
    """Whether what stands in parentheses behind a body is a name for it: "(Diskop UKM)", "(BBKB)", not "(Kamis)".

    "(UMKM)" is short for the last of its fields.
    """
    if len(name) == 1 and is_listed_field(name[0].casefold()):
        return False
    return sum(letter.isupper() for letter in "".join(name)) > 1 or one_word_name(name[0]) is not None


@lru_cache(maxsize=20_000)  # the names of one article are compared with each other
def key(name: str) -> str:
    """What tells one body from another within an article: its name without the joiners and the word for a province."""
    return body_slug(name)


def body_slug(name: str) -> str:
    """Slug of a name without what the press prints or leaves out at will: the word for a province, the joiners.

    Long forms stand as abbreviations ("Usaha Kecil dan Menengah" -> ukm); governments keep the word for a province.
    """
    if name.startswith(tuple(lexicon("bodies")["governments"])):
        return slug(name)
    left_out = {slug(head) for head in lexicon("places")["province_heads"]} | set(lexicon("bodies")["joiners"])
    short = "-".join(part for part in slug(name).split("-") if part not in left_out)
    for abbreviation, long in lexicon("bodies")["fields"]["abbreviated"].items():
        short = short.replace(slug(long), abbreviation)
    return short


@cache
def is_listed_field(word: str) -> bool:
    """Whether a word in lower case is a field of the list, whatever its form."""
    return word in lexicon("bodies")["fields"]["words"]


def spelled_out(name: str, kind: str) -> str:
    """A dinas with its fields in one word: "Dinas Koperindag" -> Dinas Koperasi, Perindustrian, dan Perdagangan."""
    data = lexicon("bodies")
    head, _, rest = name.partition(f"{kind} ")
    first, space, more = rest.replace("-", " ").partition(" ")
    if head or kind not in data["dinas"]["kinds"]:
        return name
    known = data["short"].get(first.upper(), "").removeprefix(f"{data['dinas']['word']} ")
    fields = known or fields_of(first.casefold())
    more = _expanded(more)
    joiner = f"{data['joiners'][0]} "
    if fields and (more.startswith(joiner) or is_listed_field(more.casefold())):  # "Perindagkop dan UKM"
        return f"{kind} {_enumeration((fields, more.removeprefix(joiner)))}"
    return f"{kind} {fields}{space}{more}" if fields else name


@cache
def is_regional(name: str) -> bool:
    """Whether every province, regency and city has such a body: a dinas, a Bappeda, a Satpol PP."""
    kinds = lexicon("bodies")["kinds"]
    named = any(f"{name} ".startswith(f"{kind} ") for kind in (*kinds["regional"], *kinds["regional_names"]))
    ends_so = name.startswith(tuple(kinds["ends_so"])) and name.split()[-1].casefold() == kinds["of_region"]
    return named or ends_so


@cache
def nameless_branches() -> dict[str, str]:
    """Body whose branches have no name of their own -> the word for a branch of it: Bank Indonesia -> "Perwakilan"."""
    return {row["name"]: row["branch"] for row in gazetteer("agencies")["agency"] if "branch" in row}


@cache
def town_offices() -> dict[str, str]:
    """Body -> what its branch in a town is called: Direktorat Jenderal Bea dan Cukai -> "Kantor Bea dan Cukai"."""
    return {row["name"]: row["office"] for row in gazetteer("agencies")["agency"] if "office" in row}


def with_more_fields(name: str, more: str) -> str:
    """ "Dinas Perdagangan dan Koperasi" and "UKM" -> "Dinas Perdagangan, Koperasi, dan UKM"."""
    head, _, fields = name.partition(" ")
    return f"{head} {_enumeration((fields, _expanded(more)))}" if more else name


def _expanded(fields: str) -> str:
    """ "UKM Perindag" -> "UKM, Perindustrian, dan Perdagangan"; as printed where no word is short for several."""
    found = [fields_of(word.casefold()) or word for word in fields.split()]
    if found == fields.split():
        return fields
    apart = [f"{word}," if word.isupper() and word != found[-1] else word for word in found]
    return _enumeration((" ".join(apart).replace(f", {lexicon('bodies')['joiners'][0]} ", ", "),))


@cache
def several_fields(word: str) -> bool:
    """Whether a word in lower case is made of the syllables of fields: "koperindag"; "budin" is too short to say."""
    return len(word) >= SHORTEST_FIELDS and bool(fields_of(word))


def fields_of(word: str) -> str:
    """ "koperindag" -> "Koperasi, Perindustrian, dan Perdagangan"; nothing when it stands for one field or none."""
    fields = _enumeration(_syllables(word))
    return fields if " " in fields and lexicon("bodies")["joiners"][0] in fields.split() else ""


def abbreviates(short: str, name: list[Word]) -> bool:
    """Whether a short form is made of letters of these words in their order: Lapan, BKSDA."""
    if not short[0].isupper() or short[0].casefold() != name[0].key[0] or len(short) < SHORTEST:
        return False
    rest = iter("".join(word.key for word in name))
    return all(letter in rest for letter in short.casefold())


@cache
def kind_forms() -> dict[str, tuple[str, ...]]:
    """First word of a kind in lower case -> the kinds that begin so, longest first."""
    data = lexicon("bodies")
    table: dict[str, list[str]] = {}
    every = [*data["kinds"]["regional"], *data["kinds"]["national"], *data["fixed"]["names"]]
    for kind in sorted(set(every), key=lambda k: -len(k)):
        table.setdefault(kind.split()[0].casefold(), []).append(kind)
    return {key: tuple(found) for key, found in table.items()}


@cache
def government_forms() -> dict[str, list[tuple[str, str]]]:
    """First word in lower case -> (form as printed, name in full)."""
    table: dict[str, list[tuple[str, str]]] = {}
    for full, forms in lexicon("bodies")["governments"].items():
        for form in forms:
            table.setdefault(form.split()[0].casefold(), []).append((form, full))
    return table
