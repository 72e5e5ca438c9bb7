"""The words of English offices: heads, fields and adjectives, with the Indonesian words that each means."""

from functools import cache

from nlp.data import gazetteer, lexicon
from nlp.people.office_heads import Head, named_head
from nlp.text.words import Word, Words


@cache
def words_of(table: str, key: str) -> frozenset[str]:
    """One list of lexicon/english_offices.toml."""
    return frozenset(lexicon("english_offices")[table][key])


@cache
def _heads() -> dict[str, list[tuple[tuple[str, ...], Head]]]:
    found: dict[str, list[tuple[tuple[str, ...], Head]]] = {}
    for form, name in lexicon("english_offices")["heads"].items():
        head = named_head(name)
        for printed in {form, form.replace(" ", "-", 1)}:
            parts = tuple(word.lower for word in Words(printed))
            found.setdefault(parts[0], []).append((parts, head))
    for forms in found.values():
        forms.sort(key=lambda form: -len(form[0]))
    return found


def head_at(words: Words, i: int) -> tuple[Head, int] | None:
    """The longest English head that begins at word `i`, and the index after it: "Director General"."""
    for parts, head in _heads().get(words.at(i).lower, ()):
        end = i + len(parts)
        if all(words.at(i + k).lower == part for k, part in enumerate(parts)):
            follows = words.text(end, end + 2).casefold().split()
            firm = words_of("limits", "not_before")
            return None if follows and (follows[0] in firm or " ".join(follows) in firm) else (head, end)
    return None


@cache
def _fields(head: Head) -> dict[tuple[str, ...], str]:
    """Words of a field, commas left out -> the Indonesian field that it means behind this head."""
    data = lexicon("english_offices")
    named, own = gazetteer("offices")["english"]["fields"], data["ministers"]
    coordinates = head.institution.startswith(gazetteer("offices")["fields"]["heads"][1])
    ministers = head.takes == "ministry" and not coordinates
    tables = (data["fields"], named, own) if ministers else (named, own, data["fields"])
    return {_key(Words(form)): meant for table in tables for form, meant in table.items()}


def _key(words: list[Word]) -> tuple[str, ...]:
    plain = (word.lower.removesuffix("'s") for word in words if word.text[0].isalnum() or word.text == "&")
    return tuple("and" if word == "&" else word for word in plain)


@cache
def _vocabulary() -> frozenset[str]:
    left_out = words_of("words", "joiner") | words_of("words", "inside")
    heads = (head for forms in _heads().values() for _, head in forms)
    return frozenset(word for head in set(heads) for key in _fields(head) for word in key if word not in left_out)


def field_word(word: Word) -> bool:
    """May stand in the name of a field: "Agro", "SMEs", "trade"."""
    return word.lower.removesuffix("'s") in _vocabulary()


@cache
def _phrases() -> list[tuple[str, ...]]:
    inside = words_of("words", "inside")
    forms = (tuple(w.lower for w in Words(form)) for form in lexicon("english_offices")["fields"])
    return [form for form in forms if inside & set(form)]


def phrase_end(words: Words, k: int) -> int:
    """The index after a field with an "of" inside that begins at word `k`: "Board of Commissioners"; else `k`."""
    for form in _phrases():
        if all(words.at(k + i).lower == part for i, part in enumerate(form)):
            return k + len(form)
    return k


def translated(words: list[Word], head: Head) -> str | None:
    """The Indonesian field that these words mean behind this head, None when no list knows it."""
    return _fields(head).get(_key(words))


def saying(word: Word) -> bool:
    """A verb of speaking in English: "said"; the name "Said" is none."""
    return word.text in words_of("saying", "verbs")


def noun(word: Word) -> bool:
    """A word of bodies, places and events: "Meeting", "Foundation"."""
    return word.capital and word.lower in _nouns()


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicon("english_offices")["stopwords"]["nouns"].split())
