"""The field of work behind the head of an office, word by word: its lists, its numbers, and where it ends."""

from nlp.people.name_words import double_name, given, honorific, office_word, rank_end
from nlp.people.office_heads import head_at
from nlp.people.office_words import (
    acronym,
    body_start,
    bracket,
    field_word,
    foreign,
    listed,
    numeral,
    piece,
)
from nlp.people.person_names import name_at
from nlp.text.words import Words

LIST_WORDS = 14  # a list of fields ends with "dan" before that
MOST_NAMED = 3  # words of the name of a command: "Wira Satya Jaya"


def shaped_end(words: Words, k: int) -> int:
    """The index after a body that nobody has marked."""
    end, state = k + 1, body_start(words, k)
    while words.at(end).text != "\n" and not (state and body_start(words, end) is False):
        after = bracket(words, end)
        if after == end:
            after = field_step(words, end, begun=True)
        if after == end and words.at(end).lower in listed("after") and words.at(end).capital:
            after = end + 1
        if after == end:
            break
        end = after
    return end


def field_step(words: Words, k: int, begun: bool) -> int:
    """The index after one more word of the field, `k` where it has ended; `begun` says that a word stands before."""
    word, follows = words.at(k), words.at(k + 1)
    if double_name(words, k) or (begun and _of_region(words, k)):
        return k
    if begun and word.text == ",":
        return k + 1 if list_goes_on(words, k) else k
    if begun and word.lower in listed("inside"):
        return k + 1 if piece(follows) and head_at(words, k + 1) is None else k
    if begun and word.text in ("/", "-"):
        goes_on = follows.capital and (field_word(follows) or acronym(follows))
        return k + 1 if goes_on and head_at(words, k + 1) is None else k
    if words.text(k - 1, k + 1).casefold() in listed("made_of") and piece(follows):
        return k + 1  # "Barang dari Kayu"
    lettered = numeral(words, k + 1) or follows.text.isdigit() or (len(follows.text) == 1 and follows.capital)
    if word.lower in listed("numbered") and lettered:
        return k + 1  # "Anggota DPR RI komisi VI"
    counted = numeral(words, k) or word.text.isdigit() or (len(word.text) == 1 and word.capital)
    if counted and words.at(k - 1).lower in listed("numbered"):
        return k + 1
    if begun and word.text.islower() and office_word(word.lower) and follows.text == "(" and words.at(k + 2).acronym:
        return k + 1  # "Badan Standardisasi dan Kebijakan Jasa industri (BSKJI)"
    ranked = honorific(word) or rank_end(words, k) > k
    rank = ranked and name_at(words, k) is not None  # "Wadir Binmas Polda Banten AKBP Zaenudin"
    return k + 1 if piece(word) and not foreign(word) and not rank else k


def small_field(words: Words, i: int) -> int:
    """The index after a field at word `i` that is printed without capitals: "Kabid restrukturisasi dan pembiayaan"."""
    k = i
    while True:
        step = k + (k > i and words.at(k).lower in listed("inside"))
        word = words.at(step)
        if not (word.text.islower() and office_word(word.lower)):
            return k
        k = step + 1


def _of_region(words: Words, k: int) -> bool:
    """The office of a region begins, at which this one is: "Asisten II Perekonomian Sekretaris Daerah …"."""
    found = head_at(words, k) if words.at(k).capital else None
    return found is not None and found[0].takes == "territory"


def list_goes_on(words: Words, k: int) -> bool:
    """After the comma at `k` the list of fields goes on: ", UKM, Perindustrian dan Perdagangan"."""
    if words.at(k + 1).lower in listed("inside"):
        return piece(words.at(k + 2))
    for i in range(k + 1, k + LIST_WORDS):
        word = words.at(i)
        if word.lower in listed("inside") and piece(words.at(i + 1)):
            return i > k + 1
        made = words.text(i - 1, i + 1).casefold() in listed("made_of")
        if word.text != "," and not piece(word) and not made:
            return False
    return False


def name_follows(words: Words, k: int) -> bool:
    """After the comma at `k` a name stands that is surely one of a person."""
    name = name_at(words, k + 1)
    sure = name is not None and (given(words.at(name.first)) or name.end - name.first > 1 or name.honorific)
    return sure and head_at(words, k + 1) is None


def before_rank(words: Words, k: int) -> int:
    """The index after the name of a command, when a rank follows it: "031/Wira Bima Kolonel Inf …"; else `k`."""
    for end in range(k + 1, k + MOST_NAMED + 1):
        if honorific(words.at(end)):
            return end
        if not words.at(end).capital:
            break
    return k
