"""Links short forms of names ("Gati") and offices that stand alone ("Dirjen IKM") to the persons of the article."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.bodies.institutions import Marks
from nlp.data import slug
from nlp.document import Entity, add_mention
from nlp.people.name_cues import cues
from nlp.people.name_words import given, name_like, stopword
from nlp.people.person_names import OWNING, name_at
from nlp.people.persons import Cast, Person, cast_of, holder
from nlp.text.headlines import capitalised
from nlp.text.words import Words

SHORTEST = 3  # letters of a part of a name that may stand for the whole
SENTENCE_STARTS = '.!?\n"“”:'

Form = tuple[str, ...]  # the words of a name in lower case


def forms(person: Person) -> set[Form]:
    """All forms that may mean this person: the names printed, their parts in a row, and nicknames."""
    found: set[Form] = {tuple(w.lower for w in Words(n)) for n in person.nicknames}
    for name in {person.name, *person.names}:
        parts = tuple(w.lower for w in Words(name))
        found |= {parts, tuple(part for part in parts if part != ".")}  # "Mohamad S Hidayat" is "Mohamad S. Hidayat"
        for i in range(len(parts)):
            for j in range(i + 1, len(parts) + 1):
                part = parts[i:j]
                long = len(max(part, key=len)) >= SHORTEST
                if long and part[0].isalpha() and part[0] not in cues("particles"):
                    found.add(part)
    return found


def occurrences(cast: Cast, marks: Marks) -> list[tuple[int, int, Person]]:
    """Word ranges that name a person, the longest at each place; of two who share a part the one named last before."""
    words, found, i = cast.words, [], 0
    index: dict[str, list[tuple[Form, Person]]] = {}
    for person in cast.persons:
        for form in forms(person):
            index.setdefault(form[0], []).append((form, person))
    last: dict[int, int] = {}
    clipped: dict[str, list[Person]] = {}
    while i < len(words):
        end, named = cast.named.get(i) or _form_at(words, i, index, marks, last, clipped) or (i, None)
        if named is not None:
            found.append((i, end, named))
            last[id(named)] = i
        i = max(end, i + 1)
    return found


def _form_at(
    words: Words,
    i: int,
    index: dict[str, list[tuple[Form, Person]]],
    marks: Marks,
    last: dict[int, int],
    clipped: dict[str, list[Person]],
) -> tuple[int, Person] | None:
    """The end of the longest form at word `i` and the person whom it means; `clipped` keeps who was sought before."""
    if not words[i].capital or marks.inside_body(words[i].start, words[i].end):
        return None
    fits = [
        (len(form), last.get(id(person), -1), -person.first, person)
        for form, person in index.get(words[i].lower, ())
        if all(words.at(i + k).lower == part for k, part in enumerate(form)) and whole(words, i, form, person)
    ]
    if not fits:
        name = words[i].text
        if name not in clipped:
            people = index.values() if given(words[i]) else ()
            clipped[name] = [person for forms in people for _, person in forms if person.clipped(name)]
        meant = clipped[name]
        return (i + 1, meant[0]) if meant and all(person is meant[0] for person in meant) else None
    length, _, _, person = max(fits, key=lambda f: f[:3])
    return i + length, person


def whole(words: Words, start: int, form: Form, person: Person) -> bool:
    """The words are no part of a longer name that is somebody else's: "Agus" in "Agus Suparmanto"."""
    if len(form) > 1:
        return True
    word, before = words[start], words.at(start - 1)
    own = {w for n in person.names | {person.name} for w in n.casefold().split()}
    printed = {n.casefold() for n in person.nicknames | person.names}
    if form[0] not in printed and (stopword(word) or not name_like(word)):
        return False
    if name_like(before) and before.lower not in own and words.at(start - 2).text not in SENTENCE_STARTS:
        longer = name_at(words, start - 1)
        if longer and longer.first < start < longer.end:
            return False
    run = name_at(words, start)
    return run is None or run.end <= start + 1 or capitalised(_line(words, start))


def _line(words: Words, i: int) -> list:
    a = b = i
    while a > 0 and words.at(a - 1).text != "\n":
        a -= 1
    while words.at(b).text != "\n":
        b += 1
    return words[a:b]


@Language.component("links")
def links(doc: Doc) -> Doc:
    """Marks every naming of a person as PERSON, and every office as OFFICE with the id of its holder where known."""
    cast, marks = cast_of(doc), Marks(doc)
    words, found = cast.words, occurrences(cast, marks)
    for start, end, person in found:
        text = OWNING.sub("", words.text(start, end))
        if text != person.name:
            person.forms.add(text)
    for start, end, person in found:
        rule = cast.rules.get(start) or ("links.name" if words.text(start, end) == person.name else "links.short_form")
        add_mention(doc, words[start].start, words[end - 1].end, person.entity, rule)
    for office in cast.offices:
        beside = next((p for p in cast.persons for h in p.holdings if h.office is office), None)
        held_by = beside or holder(office, cast)
        lone = Entity(f"office-{slug(office.text)}", "OFFICE", office.text)
        entity = replace(held_by.entity, label="OFFICE") if held_by else lone
        kept = office.text.endswith(f" {words.at(office.title_end).text}")  # "Kepala Dinas" of "Dinas Perdagangan"
        rule = "offices.beside_name" if beside else "offices.of_holder" if held_by else "offices.alone"
        add_mention(doc, words[office.start].start, words.at(office.title_end - (not kept)).end, entity, rule)
    return doc
