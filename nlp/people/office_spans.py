"""All offices and roles of an article, none inside another or inside the name of a body or a person."""

from dataclasses import replace

from spacy.tokens import Doc

from nlp.bodies.institutions import Marks
from nlp.bodies.known import is_english
from nlp.document import text_of
from nlp.people.english_offices import english_offices
from nlp.people.name_cues import cues
from nlp.people.name_words import given, name_like
from nlp.people.office_heads import may_begin
from nlp.people.offices import Office, office_at
from nlp.text.names import words as words_of
from nlp.text.words import Words

SENTENCE_STARTS = '.\n"“”'


def offices_in(words: Words, marks: Marks, doc: Doc) -> list[Office]:
    """All offices and roles of the text, left to right, none inside another or inside the name of a body."""
    found: list[Office] = []
    i = 0
    english = english_offices(words, marks, doc._.published) if is_english(words_of(text_of(doc))) else {}
    while i < len(words):
        word = words[i]
        office = english.get(i) or (office_at(words, i, marks, doc._.published) if may_begin(word) else None)
        if office is None:
            i += 1
            continue
        named = i > 0 and given(word) and (given(words[i - 1]) or _surname(words, i))  # "Rahman Hakim" is no judge
        if named or marks.body_over(word.start):
            i += 1
            continue
        if found and _of_club(words, found[-1], office):
            found[-1] = replace(found[-1], end=office.end)
            i = max(office.end, i + 1)
            continue
        found.append(office)
        if office.public:
            marks.forget(word.start, words[office.end - 1].end)
        i = max(office.end, i + 1)
    return found


def _of_club(words: Words, role: Office, office: Office) -> bool:
    """The office of those of whom somebody leads the club: "Ketua Paguyuban Kepala Desa Kabupaten Pati"."""
    beside = not role.public and role.end == office.start and office.head.takes == "territory"
    return beside and words[role.start].lower in cues("leads_clubs")


def _surname(words: Words, i: int) -> bool:
    """The word at `i` ends the name that begins before it: "Christine Hakim mengenakan"."""
    before = words[i - 1]
    after = words.at(i + 1)
    amid = words.at(i - 2).text not in SENTENCE_STARTS or after.text == ","  # "Nu'man Hakim, Bupati Gresik, …"
    return name_like(before) and not after.capital and amid
