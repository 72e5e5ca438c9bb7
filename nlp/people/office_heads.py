"""The heads of offices and roles of gazetteers/offices.toml, found in a text word by word."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from nlp.bodies.short_forms import one_word_name
from nlp.data import gazetteer, lexicon
from nlp.text.words import Word, Words


@dataclass(frozen=True)
class Head:
    """The word that an office begins with, and what must be read after it (see gazetteers/offices.toml)."""

    name: str
    takes: str  # state, nothing, territory, ministry, envoy, scope, body, role, or full (a short office that says all)
    public: str  # yes, no or body
    institution: str = ""
    level: str = ""
    body_word: str = ""
    as_printed: bool = False
    default: str = ""
    near: str = "regional"  # which bodies may have it where none is named
    keeps_body: bool = False
    by_scope: bool = False
    needs_place: bool = False
    needs_scope: bool = False
    needs_body: bool = False
    acronym_body: bool = False  # an acronym that nobody knows is its body: "Kepala BPKS"


ROLE = Head("", "role", "no", as_printed=True)


@cache
def _heads() -> dict[str, list[tuple[tuple[str, ...], Head]]]:
    """First word -> (all words, head), the longest first."""
    data = gazetteer("offices")
    found: dict[str, list[tuple[tuple[str, ...], Head]]] = {}

    def add(form: str, head: Head) -> None:
        parts = tuple(w.lower for w in Words(form))
        found.setdefault(parts[0], []).append((parts, head))

    for entry in data["head"]:
        head = Head(**{k: v for k, v in entry.items() if k not in ("forms", "source")})
        for form in (*(() if head.body_word else (head.name,)), *entry.get("forms", ())):
            add(form, head)
    for title in data["roles"]["titles"]:
        add(title, ROLE)
    deputy = data["short"]["deputy"]  # "Wamenperin"
    for short, office in data["short"]["offices"].items():
        add(short, Head(office, "full", "yes"))
        for form in (f"{deputy['prefix']}{short.lower()}", f"{deputy['word']} {short}"):
            add(form, Head(f"{deputy['word']} {office}", "full", "yes"))
    for form, office in _english():
        add(form, Head(office, "full", "yes"))
    for forms in found.values():
        forms.sort(key=lambda f: -len(f[0]))
    return found


def _english() -> Iterator[tuple[str, str]]:
    """The forms of the English editions with the office that each means: "Trade Minister", Menteri Perdagangan."""
    data = gazetteer("offices")["english"]
    yield from data["whole"].items()
    for form, rank in data["forms"].items():
        for field, meant in data["fields"].items():
            yield form.format(field=field), f"{rank} {meant}"


def former_at(words: Words, i: int) -> bool:
    """ "Mantan", "eks": the office at word `i` is held no more."""
    return words.at(i).lower in {w.casefold() for w in gazetteer("offices")["status"]["former"]}


def may_begin(word: Word) -> bool:
    """Whether some office or status begins with this word, so that a longer look is worth it."""
    led = lexicon("bodies")["dinas"]["head"].casefold()
    return word.text.isalpha() and (word.lower in _heads() or word.lower in _status() or word.lower.startswith(led))


def head_at(words: Words, i: int) -> tuple[Head, int] | None:
    """The longest head that begins at word `i`, and the index after it."""
    for parts, head in _heads().get(words.at(i).lower, ()):
        if all(words.at(i + k).lower == part for k, part in enumerate(parts)):
            return head, i + len(parts)
    dinas = _led(words.at(i).text)
    return (dinas, i + 1) if dinas else None


@cache
def _led(word: str) -> Head | None:
    """The head that names the dinas in one word: "Kadisperindag" leads a Dinas Perindustrian dan Perdagangan."""
    data = lexicon("bodies")["dinas"]
    led = word[:1].isupper() and word.casefold().startswith(data["head"].casefold())
    name = one_word_name(word[len(data["head"]) :].capitalize()) if led else None
    if name is None or not name.startswith(f"{data['word']} "):
        return None
    head = next(h for forms in _heads().values() for _, h in forms if h.body_word == data["word"])
    return replace(head, body_word=name)


@cache
def _status() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in gazetteer("offices")["status"]["words"]:
        parts = tuple(w.lower for w in Words(form))
        found.setdefault(parts[0], []).append(parts)
    for forms in found.values():
        forms.sort(key=lambda f: -len(f))
    return found


def status_at(words: Words, i: int) -> int:
    """The index after "Plt.", "Penjabat", "mantan" at word `i`; `i` when there is none."""
    for parts in _status().get(words.at(i).lower, ()):
        if all(words.at(i + k).lower == part for k, part in enumerate(parts)):
            return i + len(parts)
    return i
