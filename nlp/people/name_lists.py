"""Lists of names, of which all are persons where some are: "Sudirman Said, Ignasius Jonan, dan Rizal Ramli"."""

from collections.abc import Iterator

from nlp.bodies.institutions import Marks
from nlp.data import lexicon
from nlp.people.name_cues import cues, odd
from nlp.people.name_words import given
from nlp.people.person_names import Name
from nlp.text.words import Words

FEWEST = 3  # names of a list; two may be a person and something else
SHARE = 0.5  # of the names that must be known to be those of persons


def listed_persons(words: Words, names: list[Name], persons: set[int], marks: Marks) -> Iterator[Name]:
    """The names of lists that nothing else shows to be persons'; `persons` are the first words of those that are."""
    for run in _runs(words, names):
        shown = sum(name.first in persons or any(given(w) for w in words[name.first : name.end]) for name in run)
        if len(run) < FEWEST or shown < SHARE * len(run) or not all(_whole(words, name, marks) for name in run):
            continue
        yield from (name for name in run if name.first not in persons)


def _runs(words: Words, names: list[Name]) -> Iterator[list[Name]]:
    """Names between which only commas and "dan" stand; the last one follows "dan"."""
    joiners = lexicon("bodies")["joiners"]
    run: list[Name] = []
    for name in names:
        joined = name.begin - 1 if words.at(name.begin - 1).lower in joiners else name.begin
        comma = joined - (words.at(joined - 1).text == ",")
        follows = bool(run) and comma == run[-1].tail and comma < name.begin
        run = [*run, name] if follows else [name]
        if follows and joined < name.begin:
            yield run
            run = []


def _whole(words: Words, name: Name, marks: Marks) -> bool:
    """Two words or more, none of them a word of the language, and no place or body."""
    inner = words[name.first : name.end]
    start, end = inner[0].start, inner[-1].end
    marked = marks.is_place(start, end) or marks.place(start) or marks.body(start) or marks.inside_body(start, end)
    venue = any(words.at(k).lower in cues("venues") for k in (name.first - 1, name.first))
    return len(inner) > 1 and not marked and not venue and not any(odd(word) for word in inner)
