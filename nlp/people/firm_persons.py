"""Persons whose name runs on from the name of a firm: "Direktur PT Maju Makmur Budi Santoso"."""

from nlp.bodies.introduced import office_word
from nlp.bodies.known import Known, index
from nlp.data import lexicon
from nlp.text.names import Word

INITIALS = 2  # letters that are too few for the short form of an organisation
PERSON = (2, 3)  # words of a person's name behind that of a firm


def without_person(text: list[Word], at: int, end: int, last: int, persons: frozenset[int]) -> int:
    """The last word of the name at..last, whose head word ends at `end`, without the person it may run into."""
    data = lexicon("bodies")["organisations"]
    tails = data["company_tails"]
    led = at > 0 and text[at].gap == " " and text[at - 1].text[0].isupper()
    if led and (listed := _begins_with_listed(text, end + 1, last)):
        return listed
    if led and (alone := _alone(text, at, end + 1, last)):
        return alone
    titled = at > 0 and text[at].gap == " " and office_word(text[at - 1])
    if titled and (letters := _in_letters(text, end + 1, last)):
        return letters
    for position in range(end + 1, last + 1):
        if led and text[position].key == data["nation"] and position + 1 < last:
            return position
        if text[position].text in tails[:2] and position < last and text[position + 1].text not in tails:
            return position  # nothing but a person follows "Tbk"
        if position > end + 1 and position in persons:
            surname = led and position > end + 2 and position - 1 not in persons and position == last
            return position - 2 if surname else position - 1
    return last


def _begins_with_listed(text: list[Word], first: int, last: int) -> int | None:
    """The last word of a listed organisation behind a head word, when two words more stand behind it: a person."""
    match = index().longest(text, first)
    if match is None or not any(known.kind == "organisation" for known in match.values):
        return None
    if any(known.region for known in _region_behind(text, match.last + 1)):
        return None  # "DPD Golkar Jawa Timur"
    data, rest = lexicon("bodies")["organisations"], text[match.last + 1 : last + 1]
    firm = any(word.text in data["company_tails"] or word.key == data["nation"] for word in rest)
    return match.last if len(rest) in PERSON and not firm else None


def _alone(text: list[Word], at: int, end: int, last: int) -> int | None:
    """The last word with which the name stands alone elsewhere, before one to three words of a person: KSP Mitra."""
    listed = index().longest(text, last) is not None  # "Universitas Muhammadiyah Malang"
    for stop in range(max(end, last - PERSON[1]), last - listed):
        name = [word.text for word in text[at : stop + 1]]
        for start in range(len(text) - len(name)):
            after = start + len(name)
            same = start != at and [word.text for word in text[start:after]] == name
            if same and (text[after].gap.strip(" )") or text[after].text.islower()):
                return stop
    return None


def _in_letters(text: list[Word], first: int, last: int) -> int | None:
    """The word of a name that is a short form, before a person: "Ketua Yayasan BEDO Jeff Kristianto"."""
    if first > last:
        return None
    rest = text[first + 1 : last + 1]
    letters = len(text[first].text) > INITIALS and text[first].text.isupper() and len(rest) in PERSON
    firms = {*lexicon("bodies")["organisations"]["firm_words"], *lexicon("bodies")["organisations"]["common"]}
    named = all(word.text.istitle() and word.key not in firms and word.gap == " " for word in rest)
    return first if letters and named and not _region_behind(text, first + 1) else None


def _region_behind(text: list[Word], at: int) -> tuple[Known, ...]:
    match = index().longest(text, at)
    return match.values if match else ()


def speakers(text: list[Word]) -> frozenset[int]:
    """The words that are names of persons because somebody of that name speaks: Budi of "kata Budi"."""
    verbs = lexicon("reporting_verbs")
    behind, before = frozenset(verbs["bare"]), frozenset(verbs["saying"])
    bodies = lexicon("bodies")["organisations"]
    firms = {*bodies["company_tails"], *bodies["ends"], bodies["nation"].capitalize()}
    named = {
        word.text
        for at, word in enumerate(text)
        if word.text[0].isupper() and not word.text.isupper() and _speaks(text, at, behind, before)
    } - firms
    return frozenset(at for at, word in enumerate(text) if word.text in named)


def _speaks(text: list[Word], at: int, behind: frozenset[str], before: frozenset[str]) -> bool:
    if at and text[at - 1].key in behind and text[at].gap == " ":
        return at + 1 >= len(text) or not text[at + 1].text[0].isupper() or text[at + 1].gap.strip() != ""
    alone = at == 0 or text[at].gap.strip() != "" or text[at - 1].text.islower()
    return alone and at + 1 < len(text) and text[at + 1].key in before and text[at + 1].gap == " "
