"""Where the field of an English office begins and ends: "Small, Medium, and Multifarious Industries"."""

from collections.abc import Collection

from nlp.people.english_words import field_word, phrase_end, words_of
from nlp.people.office_words import bracket
from nlp.text.words import Words


def field_before(words: Words, k: int, ends: Collection[int]) -> int:
    """The index of the first word of the field that ends before word `k`; `ends` are the last words of known names."""
    begin, joined = k, False
    while True:
        word = words.at(begin - 1)
        if word.text == ")" and words.at(begin - 3).text == "(" and words.at(begin - 2).text[0].isupper():
            step = 3
        elif field_word(word) and begin - 1 not in ends:
            step = 1
        elif begin < k and word.lower in words_of("words", "joiner") and field_word(words.at(begin - 2)):
            step, joined = 1, True
        elif begin < k and joined and word.text == "," and field_word(words.at(begin - 2)):
            step = 1
        else:
            break
        begin -= step
    return k if words.text(begin, k).startswith("(") else begin


def field_from(words: Words, k: int) -> int:
    """The index after the field that begins at word `k`."""
    end = phrase_end(words, k)
    while True:
        word, follows = words.at(end), words.at(end + 1)
        if field_word(word) or (end > k and bracket(words, end) > end):
            end = max(end + 1, bracket(words, end))
        elif (end > k and word.lower in words_of("words", "joiner") and field_word(follows)) or (
            end > k and word.text == "," and _list_goes_on(words, end)
        ):
            end += 1
        else:
            return end


def _list_goes_on(words: Words, k: int) -> bool:
    """Behind the comma at word `k` stands more of the field: "Small, Medium, and Multifarious Industries"."""
    follows = words.at(k + 1)
    if follows.lower in words_of("words", "joiner"):
        return field_word(words.at(k + 2))
    return field_word(follows)
