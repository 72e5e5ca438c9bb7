"""All offices and roles of an article, none inside another or inside the name of a body or a person."""

from spacy.tokens import Doc

from nlp.bodies.institutions import Marks
from nlp.people.name_words import given, name_like
from nlp.people.office_heads import may_begin
from nlp.people.offices import Office, office_at
from nlp.text.words import Words

SENTENCE_STARTS = '.\n"“”'


def offices_in(words: Words, marks: Marks, doc: Doc) -> list[Office]:
    """All offices and roles of the text, left to right, none inside another or inside the name of a body."""
    found, i = [], 0
    while i < len(words):
        word = words[i]
        office = office_at(words, i, marks, doc._.published) if may_begin(word) else None
        if office is None:
            i += 1
            continue
        named = i > 0 and given(word) and (given(words[i - 1]) or _surname(words, i))  # "Rahman Hakim" is no judge
        if named or marks.body_over(word.start):
            i += 1
            continue
        found.append(office)
        if office.public:
            marks.forget(word.start, words[office.end - 1].end)
        i = max(office.end, i + 1)
    return found


def _surname(words: Words, i: int) -> bool:
    """The word at `i` ends the name that begins before it: "Christine Hakim mengenakan"."""
    before = words[i - 1]
    return name_like(before) and not words.at(i + 1).capital and words.at(i - 2).text not in SENTENCE_STARTS
