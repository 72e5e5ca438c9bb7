"""People in the values of bylines."""

import re

from crawler.extraction.words import alternatives, words

MAX_WORDS = 6  # of a person's name
_CUT = re.compile(
    r"\s*(?:[|•·;\n\t]|\s[-–—]\s|\s/\s|/\s|\(|\[|copyright|©|\d{1,2}[/ ]\w+[/ ]\d{4}).*$", re.IGNORECASE | re.DOTALL
)
_AND = re.compile(r"\s*(?:,|/|&|\bdan\b|\band\b)\s*", re.IGNORECASE)
_DEGREE = re.compile(r"^(?:S|M|Dr|A)\.?(?:\s?[A-Z][a-z]{0,4}\.?){1,2}$|^(?:SE|SH|MM|MSi|ST|MT)$")
_POST = re.compile(rf"^(?:{alternatives('roles', 'author')}|biro|tim)\s", re.IGNORECASE)
_NAME_WORD = re.compile(r"^(?:[A-Z][\w'’`.-]*|[a-z]{2,})$")


def persons(value: str, sites: frozenset[str]) -> list[str]:
    """The people named in a byline's value: "Kontributor Malang, Andi Hartik" -> ["Andi Hartik"]; "C31" -> []."""
    value = _CUT.sub("", value.strip(" :.,-–—|/\"'“”"))
    names: list[str] = []
    pieces = [piece.strip(" .:-–—|") for piece in _AND.split(value)]
    if len(pieces) > 1 and _POST.match(pieces[0]):  # "Kontributor Malang, Andi Hartik"
        pieces.pop(0)
    for piece in pieces:
        if names and _DEGREE.match(piece):
            continue
        piece = re.sub(
            rf"^(?:{alternatives('roles', 'author')}|{alternatives('roles', 'editor')})\s+(?=[A-Z])",
            "",
            piece,
            flags=re.IGNORECASE,
        )
        if is_person(piece, sites):
            names.append(piece)
    return names


def is_person(name: str, sites: frozenset[str] = frozenset()) -> bool:
    """Whether a text can be a person's name: no desk, code, company, host or site name."""
    parts = name.split()
    if (
        not 0 < len(parts) <= MAX_WORDS
        or len(name) < 3
        or any(c.isdigit() or c in "@_:/\\!?()[]{}<>=+*#" for c in name)
    ):
        return False
    if re.search(r"\.\w{2,}|^[a-z]+$", name) or re.sub(r"\W", "", name).lower() in sites:
        return False
    lower = [re.sub(r"[^\w]", "", p).lower() for p in re.split(r"[\s-]+", name)]  # "Jurnalis-Kamis" (Okezone)
    if lower[0] in words("not_people", "but_first") and len(lower) > 1:
        lower = lower[1:]
    if any(word in words("not_people") or word in words("dates", "weekdays") for word in lower):
        return False
    capital = [p for p in parts if p[0].isupper()]
    small = [p for p in parts if not p[0].isupper() and p.lower() not in words("particles")]
    return all(_NAME_WORD.match(p) for p in parts) and (
        (bool(capital) and not small) or (len(parts) in (2, 3, 4) and not capital)
    )
