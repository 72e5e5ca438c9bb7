"""What stands among the parts of an office: a party behind a council, a ministry behind a comma, a name."""

from nlp.bodies.institutions import Marks, is_home
from nlp.data import lexicon
from nlp.people.name_words import given, name_like
from nlp.people.office_words import acronym, listed, numeral, piece
from nlp.people.person_names import name_at
from nlp.places.regions import of_level
from nlp.text.words import Words

LEVEL = lexicon("office_words")["places"]["levels"]["province"]


def shouted(words: Words, marks: Marks, k: int) -> bool:
    """A name in capitals begins: "Kepala BPS RINA KARTIKA", not "BUPATI TANJUNG JABUNG BARAT"."""
    word, follows = words.at(k), words.at(k + 1)
    named = word.acronym and follows.acronym and (given(word) or given(follows)) and not numeral(words, k)
    return named and not (marks.place(word.start) or marks.place_over(word.start))


def affiliation_end(words: Words, marks: Marks, k: int) -> int:
    """The index after "dari Fraksi PKB" or "asal Dapil Jatim I" at word `k`, as stands behind a council; else `k`."""
    if words.at(k).lower not in listed("after_body"):
        return k
    end = k + 1 + (words.at(k + 1).lower in listed("inner"))  # "dari fraksi PAN"
    while words.at(end).capital:
        place = marks.place(words.at(end).start)
        party = marks.body(words.at(end).start)
        if party and party.label == "ORGANISATION":
            end = words.index(party.end)
        elif piece(words.at(end)) or acronym(words.at(end)) or numeral(words, end):
            end += 1
        elif place:
            end = words.index(place.end)
        else:
            break
    return end if end > k + 1 else k


def is_its_ministry(words: Words, marks: Marks, k: int) -> bool:
    """Behind the comma at word `k` stands the ministry, and then a name: "Sekjen, Kemenperin Bapak Haris"."""
    mark = marks.body(words.at(k + 1).start)
    return mark is not None and mark.label == "MINISTRY" and name_at(words, words.index(mark.end)) is not None


def begins_name(words: Words, marks: Marks, k: int) -> bool:
    """A place behind a region that is none above it begins a name: "Dinas Sosial Kabupaten Bangka Dalian Umri"."""
    mark = marks.place(words.at(k).start)
    if mark is None or words.at(k - 1).text in (",", "(", ")") or of_level(mark.code, LEVEL) or is_home(mark.name):
        return False
    return name_like(words.at(words.index(mark.end)))  # but "Jateng Jogja, Sumarjono"


def from_province(words: Words, marks: Marks, k: int) -> int:
    """1 where "asal" or "dari" stands before a province: "Senator asal Aceh"."""
    mark = marks.place(words.at(k + 1).start) if words.at(k).lower in listed("after_body") else None
    return int(mark is not None and of_level(mark.code, LEVEL))
