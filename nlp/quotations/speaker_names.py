"""The names of persons that no component has marked, in the words for a speaker and where a text brings somebody in.

Pure: a verb of speaking beside it is evidence enough that a capitalised word is a name.
"""

import re
from collections.abc import Iterator
from functools import cache

from nlp.data import lexicon
from nlp.people.name_words import body_word, office_word, stopword
from nlp.quotations.cues import CLAUSES, PRONOUNS, VERBS, any_of
from nlp.text.patterns import stands_in
from nlp.text.words import Word

SHORTEST = 3  # letters of a name of one word: "Ani"; shorter ones are initials and acronyms
LONG_PREFIX = 5  # letters of a clipped name: "Wisman" of "Wismandari"
LONG_SUFFIX = 4  # letters of the end of a name by which its bearer is called: "Yanto" of "Haryanto"
_WEEKDAYS = {day for days in lexicon("months")["weekdays"].values() for day in days}
_WORD = r"[A-Z](?:[\w'’-]{0,2}\.|[\w'’-]*)"  # "Moh." and "E." with their stop, "Sari." without
NAME = re.compile(rf"{_WORD}(?:[ \t\u00a0]+(?:{_WORD}|{any_of(CLAUSES['name_particles'])}))*")
# The same of nine words at most, where it is sought at every capital: a heading may have hundreds.
_RUN = rf"{_WORD}(?:[ \t\u00a0]+(?:{_WORD}|{any_of(CLAUSES['name_particles'])})){{0,8}}"
_DEGREE = re.compile(r"(?:[A-Z]\w{0,4}\.)+[A-Z]?\w{0,4}\.?|[A-Z]{2}")
_BODY = re.compile(rf"[A-Z]{{3,}}|.*\)|(?:{'|'.join(CLAUSES['body_prefixes'])})\w+")
_SHORT_BODY = re.compile(r"Dis[^aeiou\W]\w{2,}")  # "Disdagkop", "Diskop", "Disnaker"
_OFFICE_HEADS = frozenset(CLAUSES["office_heads"])
_HONORIFICS = frozenset([*CLAUSES["honorifics"], *CLAUSES["ranks"]])
_FRONT = frozenset([*CLAUSES["openings"], *CLAUSES["ranks"]])
_TITLED = re.compile(rf"(?:\A|\s)(?i:{any_of(CLAUSES['honorifics'])})\.?\s+(?P<name>{NAME.pattern})\Z")
# "Wulan (45)", "Wulan selaku …", "Wulan, pemilik …": what stands behind a name that a sentence brings in
APPOSED = rf"(?:\s*,?\s*\(\d|\s*,\s*(?={any_of(CLAUSES['roles'])})|\s+(?={any_of(CLAUSES['apposition'])}))"
_LEADING = re.compile(rf"\W{{0,3}}(?P<name>{NAME.pattern}){APPOSED}")
_BROUGHT_IN = re.compile(
    rf"(?:(?:\A|[.!?\n][\"”]?\s*)|(?i:{any_of(CLAUSES['introducing'])})\s+)(?P<name>{_RUN})"
    rf"(?:{APPOSED}|\s+(?i:{any_of(CLAUSES['one_of_them'])}))"
    rf"|(?P<acting>{_RUN})\s+{any_of(CLAUSES['acting'])}"
)
_somebody = [*CLAUSES["roles"], *CLAUSES["person_nouns"], *CLAUSES["office_heads"]]
# "Salah satu perajin di Desa Jati, Solo, Wulan, tetap bertahan", "Salah satu mitra yang naik kelas adalah Wulan."
_ONE_OF = re.compile(
    rf"(?i:{any_of(PRONOUNS['somebody'])})\s+(?:\w+\s+)?(?i:{any_of(_somebody)})[^.\n\"“”]{{0,120}}?"
    rf"(?:,|\s{any_of(CLAUSES['predicates'])})\s+(?P<name>{_RUN})(?=\s*\(|\.|,?\s+[a-z])"
)
_NICKNAME = re.compile(
    rf"(?i:{any_of(CLAUSES['nickname_before'])})\s+(?:(?i:{any_of(CLAUSES['honorifics'])})\s+)?(?P<before>{_RUN})"
    rf"|(?P<behind>{_RUN}),?\s+(?i:{any_of(CLAUSES['nickname_behind'])})"
    rf"|(?P<of>{_RUN})\s*[,–—-]?\s*(?i:{any_of(CLAUSES['nickname_of'])})"
)

_CALLED = re.compile(
    rf"(?i:{any_of([*CLAUSES['nickname_before'], *CLAUSES['honorifics'], *CLAUSES['naming']])})\s+(?P<name>{_RUN})"
)


def ends_badly(name: str) -> bool:
    """Whether the name runs on into a weekday: "Wulan Sari Rabu"."""
    return name.split()[-1] in _WEEKDAYS


def is_degree(name: str) -> bool:
    """Whether the name is only a degree: "M.Si"."""
    return _DEGREE.fullmatch(name) is not None


def is_body(name: str) -> bool:
    """Whether a single word is the short name of a body: "Disdagkop", "Kemenperin"."""
    return " " not in name and (body_word(name) or _SHORT_BODY.fullmatch(name) is not None)


def plausible(name: str, text: str) -> bool:
    """Whether capitals are no accident of the place: no word of it is one of the language, printed small elsewhere."""
    words = [Word(word.strip("."), 0, len(word)) for word in name.split()]
    if len(words) == 1 and (len(name) < SHORTEST or name.isupper() or office_word(words[0].lower)):
        return False
    if words[0].lower in (*CLAUSES["sources"], *CLAUSES["openings"], *CLAUSES["articles"]):
        return False
    if any(stopword(word) or is_body(word.text) for word in words):
        return False
    return len(words) > 1 or not stands_in(name.lower(), text)


def leading(phrase: str, text: str) -> str | None:
    """The name that a subject begins with: "Wulan selaku pemilik kedai yang melatih warga" -> "Wulan"."""
    match = _LEADING.match(phrase)
    name = unopened(match["name"]) if match else ""
    return name if name and plausible(name, text) else None


def brought_in(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where the text brings somebody in, and the name: "dialami Wulan, warga Desa Jati", "Wulan salah satunya"."""
    found = [*_BROUGHT_IN.finditer(text, start, end), *_ONE_OF.finditer(text, start, end)]
    for match in sorted(found, key=lambda match: match.start(str(match.lastgroup))):
        which = str(match.lastgroup)
        name = unopened(match[which])
        if plausible(name, text):
            yield match.end(which) - len(name), name


def nicknames(text: str) -> Iterator[tuple[int, str, bool]]:
    """Other names by which the text says that somebody is called, and whether it says behind them who: "pria yang
    akrab disapa Dani", "Dani, sapaan akrab Wulan Sari"."""
    for match in _NICKNAME.finditer(text):
        which = str(match.lastgroup)
        name = unopened(match[which].rstrip("."))
        if plausible(name, ""):
            yield match.start(which), name, which == "of"


def called_in(phrase: str) -> str | None:
    """The name that words for somebody give: "pria bernama Wulan itu", "ibu yang disapa Bu Wulan ini"."""
    match = _CALLED.search(phrase)
    return match["name"] if match else None


def without_verb(name: str) -> str:
    """The name without a verb that opens the sentence: "Dikatakan Wulan Sari" -> "Wulan Sari"."""
    first, _, rest = name.partition(" ")
    return rest if rest and first.casefold() in VERBS["passive"] else name


def is_clipped(short: str, full: str) -> bool:
    """Whether one word begins or ends a word of a name: "Wisman" of "Wismandari", "Yanto" of "Haryanto"."""
    words = [word for word in full.split() if len(word) > len(short)]
    ends = len(short) >= LONG_SUFFIX and any(word.endswith(short.lower()) for word in words)
    return ends or (len(short) >= LONG_PREFIX and any(word.startswith(short) for word in words))


def is_within(short: str, full: str) -> bool:
    """Whether one word is the part by which somebody may be called: "Ara" of "Maruarar", "Ani" of "Maryani"."""
    low = short.casefold()
    return len(low) >= SHORTEST and any(
        low in word and not word.startswith(low) for word in full.casefold().split()[:2]
    )


def is_contracted(short: str, full: str) -> bool:
    """Whether each word of a name is or ends a word of the other one, in their order, and the last is the same."""
    words, rest = short.casefold().split(), full.casefold().split()
    if words[-1] != rest[-1] or set(words) <= set(rest):
        return False  # "Sari Anwar" beside "Wulan Sari Anwar" is somebody else
    for word in words:
        while rest and not (rest[0] == word or (len(word) >= SHORTEST and rest[0].endswith(word))):
            rest.pop(0)
        if not rest:
            return False
        rest.pop(0)
    return True


def is_clipped_behind(short: str, full: str) -> bool:
    """Whether two names differ in the last word, which one has clipped: "Ratu Zakiyah" of "Ratu Rachmatuzakiyah"."""
    words, others = short.split(), full.split()
    if len(words) != len(others) or words[:-1] != others[:-1]:
        return False
    return LONG_PREFIX <= len(words[-1]) < len(others[-1]) and others[-1].endswith(words[-1].lower())


def name_in(phrase: str) -> str | None:
    """The name in words that no component has marked: "Kepala Dinas Koperasi, Wulan Sari, S.E." -> "Wulan Sari"."""
    chunks = [chunk.strip() for chunk in phrase.split(",")]
    for chunk in reversed(chunks):
        words = chunk.split()
        while words and words[0].casefold() in _HONORIFICS:
            words.pop(0)
        rest = " ".join(words)
        if not words or _DEGREE.fullmatch(rest) or not NAME.fullmatch(rest):
            continue
        if words[0].casefold() not in _OFFICE_HEADS:
            return _undegreed(rest)
    return _trailing_name(chunks[-1] if chunks else "")


def unopened(name: str) -> str:
    """ "Menurut Wulan Sari" -> "Wulan Sari", "PPP Wulan Sari" -> "Wulan Sari", "Letda Inf Bima" -> "Bima"."""
    words = name.split()
    while len(words) > 1 and (words[0].casefold().strip(".") in _FRONT or _is_acronym(words[0], name)):
        words.pop(0)
    return " ".join(words)


def _is_acronym(word: str, name: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha() and word.isupper() and not name.isupper()


def _undegreed(name: str) -> str:
    """ "Sementara Wulan Sari SpPD-KEMD" -> "Wulan Sari"."""
    words = unopened(name).split()
    while len(words) > 1 and _is_degree(words[-1]):
        words.pop()
    return " ".join(words).strip(".")


@cache
def _degrees() -> frozenset[str]:
    return frozenset(word.casefold() for word in lexicon("degrees")["words"])


def _is_degree(word: str) -> bool:
    parts = [re.sub(r"\W", "", part) for part in word.split("-")]
    shaped = all(len(part) > 1 and part[1:] != part[1:].lower() for part in parts)
    return shaped and parts[0].casefold() in _degrees()


def _trailing_name(chunk: str) -> str | None:
    """What follows the last acronym of an office: "Menteri Koperasi dan UKM Wulan Sari" -> "Wulan Sari"."""
    if titled := _TITLED.search(chunk):
        return _undegreed(titled["name"])
    words = chunk.split()
    if not words or words[0].casefold() not in _OFFICE_HEADS:
        return None
    cut = max((i for i, word in enumerate(words) if _BODY.fullmatch(word)), default=-1)
    rest = words[cut + 1 :] if cut >= 0 else words[-2:] if len(words) > 3 else []
    name = " ".join(rest)
    role = any(word.casefold() in (*_OFFICE_HEADS, *CLAUSES["roles"]) for word in rest)  # "Asosiasi Perajin Rotan"
    return name if len(rest) > 1 and not role and NAME.fullmatch(name) else None


def is_indefinite(phrase: str) -> bool:
    """Whether it brings in somebody without a name: "seorang perajin", "salah satu peserta"."""
    return re.match(rf"\W*{any_of(PRONOUNS['indefinite'])}", phrase, re.IGNORECASE) is not None
