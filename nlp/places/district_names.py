"""The listed names of districts, and whether words of a text print one."""

from functools import cache

from nlp.data import gazetteer, lexicon
from nlp.text.names import Word


@cache
def listed() -> dict[str, frozenset[str]]:
    """Name in lower case without blanks and hyphens -> the codes of the regencies and cities with such a district."""
    table: dict[str, set[str]] = {}
    for code, names in gazetteer("districts")["districts"].items():
        for name in names:
            table.setdefault(name.casefold().replace(" ", "").replace("-", ""), set()).add(code)
    return {name: frozenset(codes) for name, codes in table.items()}


def key(found: list[Word], first: int, last: int) -> str:
    return "".join(word.key for word in found[first : last + 1])  # "Gadingrejo" is printed for Gading Rejo


def joined(found: list[Word], first: int, last: int) -> bool:
    """Whether the words stand together as a name: "Gading Rejo", "Wangi-wangi"."""
    return all((word.gap == " " and word.text[0].isupper()) or word.gap == "-" for word in found[first + 1 : last + 1])


def directed(found: list[Word], at: int) -> bool:
    """ "Kota", "Barat" behind the name of a district belongs to it."""
    return at < len(found) and found[at].gap == " " and found[at].text in lexicon("bodies")["fixed"]["parts"]
