"""The heads of offices and roles of gazetteers/offices.toml, found in a text word by word."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from nlp.bodies.short_forms import one_word_name
from nlp.data import gazetteer, lexicon
from nlp.people.name_words import given, honorific
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
    branch: bool = False  # its body is the branch of the body named behind it: "Kakanwil Kemenag Lampung"
    by_scope: bool = False
    needs_place: bool = False
    needs_scope: bool = False
    needs_body: bool = False
    lone: bool = False  # in full, with nothing of its body behind it: "Menurut Kepala Dinas, Elly Wasliah, …"
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
        add(head.name, replace(head, lone=True) if head.body_word else head)
        for form in entry.get("forms", ()):
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
    for form, head in _one_word():
        add(form, head)
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


def _one_word() -> Iterator[tuple[str, Head]]:
    """The offices of the police that are printed in one word: "Kabidhumas", Kepala Bidang Humas."""
    data = gazetteer("offices")["one_word"]
    for begins, rank in data["heads"].items():
        for unit, meant in data["units"].items():
            head = Head(f"{rank} {meant}", "body", "body", default="yes", near=data["near"])
            yield f"{begins}{unit}", head
            if unit not in data["shared"]:
                yield f"{begins} {unit}", head  # "Kabag Ops"


@cache
def named_head(name: str) -> Head:
    """The head of gazetteers/offices.toml so called: "Menteri"; another one is an office without a body."""
    found = (head for _, head in _heads().get(name.casefold().split()[0], ()) if head.name == name)
    return next(found, Head(name, "scope", "body"))


def former_at(words: Words, i: int) -> bool:
    """ "Mantan", "eks": the office at word `i` is held no more."""
    return words.at(i).lower in {w.casefold() for w in gazetteer("offices")["status"]["former"]}


def may_begin(word: Word) -> bool:
    """Whether some office or status begins with this word, so that a longer look is worth it."""
    led = lexicon("bodies")["dinas"]["head"].casefold()
    begins = word.lower in _heads() or word.lower in _status() or word.lower.startswith(led)
    return begins and word.text.replace("-", "").isalnum()


def head_at(words: Words, i: int, before: int | None = None) -> tuple[Head, int] | None:
    """The longest head that begins at word `i`, and the index after it, which is at most `before`."""
    for parts, head in _heads().get(words.at(i).lower, ()):
        end = _printed_end(words, i, parts)
        if end is not None and words.at(i).text in _mixed_acronyms():
            continue  # "Sam Poo Kong" is no staff of a minister
        goes_on = head.lone and not _stands_alone(words, i, end or i)
        if end is not None and not goes_on and (before is None or end <= before):
            return head, end
    dinas = _led(words.at(i).text)
    return (dinas, i + 1) if dinas else None


@cache
def _mixed_acronyms() -> frozenset[str]:
    """The forms in capitals as a name would print them: "Sam" for "SAM"."""
    forms = (form for entry in gazetteer("offices")["head"] for form in entry.get("forms", ()))
    return frozenset(form.capitalize() for form in forms if form.isupper() and form.isalpha())


def _stands_alone(words: Words, i: int, k: int) -> bool:
    """A comma, a name or a word in lower case follows the head that ends before word `k`."""
    follows = words.at(k)
    inside = not all(word.capital for word in words[i:k])
    return not inside and (follows.text == "," or honorific(follows) or given(follows))


def _printed_end(words: Words, i: int, parts: tuple[str, ...]) -> int | None:
    """The index after these words, also where one is shortened in brackets: "Duta Besar (Dubes) Luar Biasa"."""
    k = i
    for part in parts:
        if k > i and words.at(k).text == "(" and words.at(k + 2).text == ")":
            k += 3
        if words.at(k).lower != part:
            return None
        k += 1
    return k


@cache
def _led(word: str) -> Head | None:
    """The head that names the dinas in one word: "Kadisperindag" leads a Dinas Perindustrian dan Perdagangan."""
    data = lexicon("bodies")["dinas"]
    led = word[:1].isupper() and word.casefold().startswith(data["head"].casefold())
    name = one_word_name(word[len(data["head"]) :].replace("-", "").capitalize()) if led else None
    if name is None or not name.startswith(f"{data['word']} "):
        return None
    head = next(h for forms in _heads().values() for _, h in forms if h.name == data["leader"])
    return replace(head, body_word=name, lone=False)


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
