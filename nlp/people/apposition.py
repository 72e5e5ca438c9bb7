"""Whether a name and the office or role beside it are of one person: "Drajat Irawan, Kepala Dinas …"."""

from nlp.bodies.institutions import Marks
from nlp.data import lexicon
from nlp.people.english_words import words_of
from nlp.people.name_cues import cues, odd, saying
from nlp.people.name_words import given
from nlp.people.office_spans import SENTENCE_STARTS
from nlp.people.offices import Office
from nlp.people.person_names import Name
from nlp.people.roles import ROLE_WORDS
from nlp.text.words import Words

DATELINE = (*SENTENCE_STARTS, "-", "--", "–", "—")


def may_follow(words: Words, office: Office, name: Name) -> bool:
    """An office in lower case follows a name only after a comma or "selaku", and not alone: "…, presiden akan"."""
    before = words.at(office.start - 1)
    beside = office.start in (name.tail, name.end)  # looked at by name_before
    joined = before.text in (",", "(") or before.lower in cues("apposition") or beside
    several = office.end - office.start > 2  # "Saefullah, the city secretary, said"
    pointed = several and words[office.start].lower in words_of("words", "article")
    return words[office.start].capital or (joined and (pointed or not office.bare))


def apposed(words: Words, marks: Marks, name: Name, office: Office) -> bool:
    """A role in lower case tells who the person before it is: "Menurut Sapri, salah satu petani pemasok, …"."""
    inner = words[name.first : name.end]
    placed = marks.is_place(inner[0].start, inner[-1].end)
    if office.public or placed or any(odd(w) for w in inner):
        return False
    if words.at(name.tail).lower in cues("as") and name.tail + 1 == office.start:
        return len(inner) > 1  # "Andreas Wibowo sebagai ketua pengurus"
    if name.tail == office.start:
        return True  # "Tomo pemilik Batik Sekarniti": what follows has been looked at
    if words.at(name.tail).text != ",":
        return False
    before = words.at(name.begin - 1)
    opened = before.text == "," and words.at(name.begin - 2).lower in cues("openers")  # "Sementara itu, Sumarya, …"
    said = opened or before.lower in saying("bare") | saying("passive") | saying("according")
    closed = any(words.at(k).text == "," for k in range(office.end, office.end + ROLE_WORDS))
    return said or any(given(w) for w in inner) or (before.text in DATELINE and closed)


def begins_anew(words: Words, begins: dict[int, Office], after: Name) -> bool:
    """Rank and name between commas belong to the office before: "… Clara, Kasubdit …, Kompol Fahri, menegaskan"."""
    return after.honorific and words.at(after.tail).text == "," and after.tail + 1 not in begins


def trade_name(words: Words, office: Office, after: Name) -> bool:
    """What follows a role in lower case is the shop, not its owner: "Gunawan, pemilik Kopi Luwak Raja"."""
    role = not office.public and not words[office.start].capital
    return role and not given(words[after.first]) and not after.marked


def listed(words: Words, begins: dict[int, Office], office: Office) -> bool:
    """One of a list of officials, of whom some are named: "Camat Ani Lestari, Kapolsek Klojen, Danramil …"."""
    k = office.end
    k += words.at(k).text == ","
    k += words.at(k).lower in lexicon("bodies")["joiners"]
    follows = k > office.end and k in begins and words.at(k).capital
    goes_on = words.at(office.end).capital and office.public  # a word of the field that nobody knows, and a name
    return (follows or goes_on) and words.at(office.start - 1).text == ","
