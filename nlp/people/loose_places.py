"""Places and bodies that no list knows, behind an office: villages, districts, hospitals called after a person."""

from functools import cache

from nlp.bodies.institutions import Marks
from nlp.data import lexicon
from nlp.people.name_words import balinese_i, given, honorific, name_like
from nlp.people.office_heads import head_at
from nlp.people.office_words import listed, numeral, place_at
from nlp.people.person_names import name_at
from nlp.text.words import Words

MOST_WORDS = 4  # of the name of a village: longer runs hold the name of a person as well
NUMBER_DIGITS = (2, 4)  # of a command: "0716 Demak", "03 Serengan"

Place = tuple[str, str, int]  # kind, name, index of the word after it


def loose_place(words: Words, i: int, marks: Marks) -> Place | None:
    """The place at word `i` behind an office that every village has: "Sumber Rejo" in "Kades Sumber Rejo, Margono"."""
    number = words.at(i).text
    digits = number.isdigit() and NUMBER_DIGITS[0] <= len(number) <= NUMBER_DIGITS[1]
    if digits and honorific(words.at(i + 1)):
        return "", number, i + 1  # "Dandim 1707 Letkol Inf …"
    if (pair := words.text(i, i + 2)) in lexicon("office_words")["places"]["whole"]:
        return "", pair, i + 2  # "Kapolda Metro Jaya"
    if digits and (place := loose_place(words, i + 1, marks)):  # "Dandim 0716 Demak"
        return place[0], f"{number} {place[1]}", place[2]
    k = i
    while words.at(k).lower in listed("kinds") and words.at(k).capital:
        k += 1
    place = place_at(words, i, marks, True)
    if (end := _closed_run(words, k)) > (place[2] if place else k):
        return words.text(i, k), words.text(k, end), end
    if place is None:
        return None
    end = _past_sides(words, place[2])
    more = words.text(place[2], end)
    return place[0], f"{place[1]} {more}".strip(), end


def _past_sides(words: Words, k: int) -> int:
    """Past "Barat" and its like behind a name: "Kampung Melayu Barat"."""
    while words.at(k).lower in listed("after") and words.at(k).capital and not given(words.at(k)):
        k += 1
    return k


def _run_end(words: Words, k: int) -> int:
    """The index after the words at word `k` that may be the name of a place."""
    end = k
    while end - k <= MOST_WORDS and words.at(end).capital and head_at(words, end) is None:
        word = words.at(end)
        likely = name_like(word) or word.lower in listed("before") | listed("village")
        if honorific(word) or balinese_i(words, end) or not likely:
            break
        end += 1
    return end


def _closed_run(words: Words, k: int) -> int:
    """The index after the words at word `k` where a comma and a name follow, so that they are the place; else `k`."""
    end, own = _run_end(words, k), name_at(words, k)
    if end - k < 2 or end - k > MOST_WORDS or any(given(word) for word in words[k + 1 : end]):
        return k
    if balinese_i(words, end) or (honorific(words.at(end)) and name_at(words, end) is not None):
        return end  # "Perbekel Batubulan Kangin I Wayan Arta"
    if words.at(end).text != "," or (own is not None and own.degree):
        return k
    follows = name_at(words, end + 1)
    return end if follows is not None and head_at(words, end + 1) is None else k


def called_after(words: Words, i: int, marks: Marks) -> int:
    """The index after a body at word `i` that is called after a place or a person; `i` where none stands.

    "Kelurahan Manisrejo", "RSUD dr. Soedirman Kebumen", "Puskesmas Gamping 1".
    """
    k = max((e for form in _forms() if (e := _printed(words, i, form))), default=i)
    if k == i:
        return i
    begin = _past_titles(words, k)
    end = _run_end(words, begin)
    if end == begin:
        place = marks.place(words.at(begin).start)
        return words.index(place.end) if place else i
    if not honorific(words.at(end)) and not _name_behind(words, end):
        end = _shortest(words, begin, end, marks)
        if end == begin:
            return i
    return end + (words.at(end).text.isdigit() or numeral(words, end))


@cache
def _forms() -> list[list[str]]:
    return [[w.lower for w in Words(form)] for form in lexicon("office_words")["bodies"]["called_after"]]


def _printed(words: Words, i: int, form: list[str]) -> int:
    capital = words.at(i).capital and all(words.at(i + n).lower == part for n, part in enumerate(form))
    return i + len(form) if capital else 0


def _past_titles(words: Words, k: int) -> int:
    """Past the titles of the person that a hospital is called after: "RSUD Prof. Dr. Margono"."""
    while honorific(words.at(k)):
        k += 1 + (words.at(k + 1).text == "." and words.touching(k + 1))
    return k


def _name_behind(words: Words, k: int) -> bool:
    return words.at(k).text == "," and name_at(words, k + 1) is not None and head_at(words, k + 1) is None


def _shortest(words: Words, begin: int, end: int, marks: Marks) -> int:
    """Where nothing ends the run: after its first place, else after one word; two common names are a person's."""
    for k in range(begin, end):
        if place := marks.place(words.at(k).start):
            return words.index(place.end)
    if end - begin > 1 and all(given(word) for word in words[begin : begin + 2]):
        return begin
    found = loose_place(words, begin, marks)
    return min(found[2], end) if found else begin + 1
