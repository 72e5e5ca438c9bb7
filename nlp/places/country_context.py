"""Whether the words around the name of a country leave it the name of a country: not in "dolar AS", "DPR RI"."""

from functools import cache

from nlp.data import gazetteer, lexicon
from nlp.places.context import Reading, listed
from nlp.text.names import Match, Word, joining_gap, words

LONGEST = 6  # words of the name of an association before its country


def no_country(reading: Reading, match: Match, countries: list[Match], ambiguous: bool) -> bool:
    """Languages, currencies, "AS" among capitals, ambiguous names alone: "dolar AS", "US$", "bahasa Inggris"."""
    before = reading.before(match)
    data = gazetteer("countries")
    if _is_currency(reading, match):
        return True
    printed, after = reading.printed(match), reading.after(match)
    if after and after.key in data["adjectives"]["not_before"]:
        return True
    if before and before.text[0].isupper() and printed in data["no_countries"]["behind_titles"]:
        return True
    if before and (before.key in listed("no_country_behind") or (printed != data["home"] and _is_given(before))):
        return True
    if printed == data["continents"]["name"] and _is_continent(reading, match):
        return True
    if printed == data["home"] and not _with_another(reading, match, countries) and _in_a_name(reading, match):
        return True
    if printed == data["abbreviated"]["name"]:
        return not _home_is_meant(reading, match)
    following = reading.words[match.last + 1].gap if match.last + 1 < len(reading.words) else ""
    if following.startswith("$") or reading.in_address(match) or _in_compound(reading, match, countries):
        return True
    said = before is not None and before.key in {*data["ambiguous"]["confirmed_by"], *data["titles"]}
    if len(printed) <= 3 and match.first in reading.capitals and not said:
        return True
    said = before is not None and before.key in data["ambiguous"]["confirmed_by"]
    return ambiguous and not said and not reading.enumerated(match, countries)


def _is_continent(reading: Reading, match: Match) -> bool:
    """Whether a continent stands beside it in a list, or the word for one before it."""
    words, continents = reading.words, gazetteer("countries")["continents"]["words"]
    before, after = words[match.first - 1 : match.first], words[match.last + 1 : match.last + 2]
    listed_so = joining_gap().fullmatch(words[match.first].gap) and before and before[0].key in continents
    return bool(listed_so or (after and joining_gap().fullmatch(after[0].gap) and after[0].key in continents))


def _with_another(reading: Reading, match: Match, countries: list[Match]) -> bool:
    """Whether another country is hyphenated to it: "perbatasan Indonesia-Malaysia"."""
    behind = next((other for other in countries if other.first == match.last + 1), None)
    before = next((other for other in countries if other.last == match.first - 1), None)
    gaps = [reading.words[behind.first].gap] if behind else []
    gaps += [reading.words[match.first].gap] if before else []
    return any(gap in ("-", "–") for gap in gaps)


def _is_given(word: Word) -> bool:
    """The given name of a person whose other name is that of a country: "Fitri Yunani"."""
    return word.text[0].isupper() and word.key in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(lexicon("given_names")["words"].split())


def _is_currency(reading: Reading, match: Match) -> bool:
    """Behind a language or a currency, also the short form: "dolar Amerika Serikat (AS)"."""
    words, first = reading.words, match.first
    longer = next((other for other in reading.matches if other.last == first - 1), None)
    if words[first].gap == " (" and longer is not None and longer.first in reading.countries:
        return _is_currency(reading, longer)
    before = reading.before(match)
    return before is not None and before.key in gazetteer("countries")["adjectives"]["not_after"]


def _of_association(reading: Reading, at: int) -> bool:
    """The end of the name of an association in small letters: "asosiasi pengusaha ritel Indonesia (Aprindo)"."""
    words = reading.words
    if at + 1 >= len(words) or words[at + 1].gap != " (" or not words[at + 1].text[0].isupper():
        return False
    heads = {head.casefold() for head in lexicon("bodies")["organisations"]["associations"]}
    first = at
    while first > 0 and words[first].gap == " " and words[first - 1].text.islower() and at - first < LONGEST:
        first -= 1
        if words[first].key in heads:
            return True
    return False


def _in_compound(reading: Reading, match: Match, countries: list[Match]) -> bool:
    """Whether a word in capitals that is no country is hyphenated to the name: "Swiss-Belhotel"; not "RI-Jepang"."""
    at = match.last + 1
    if at >= len(reading.words) or reading.words[at].gap != "-" or not reading.words[at].text[0].isupper():
        return False
    return not any(other.first == at for other in reading.matches)


def _home_is_meant(reading: Reading, match: Match) -> bool:
    """Whether "RI" is the country: "ekspor RI", "RI Kirim Kopi ke Jepang"; in "DPR RI" it belongs to the body."""
    data, before, after = gazetteer("countries")["abbreviated"], reading.before(match), reading.after(match)
    if any(other.last == match.first - 1 and other is not match for other in reading.matches):
        return False  # "Kementerian Koperasi dan UKM RI"
    if any([w.key for w in reading.words[max(match.first - len(f), 0) : match.first]] == f for f in _short_offices()):
        return False  # "Menkop UKM RI"
    if before is None:
        return "\n" in reading.words[match.first].gap and after is not None and not after.text.isdigit()
    if before.text[0].isupper():
        return before.key in data["after"]
    return before.key not in data["not_after"] and not before.text[0].isdigit()


@cache
def _to_country() -> frozenset[str]:
    """Between the two countries of an envoy: "Duta Besar Jepang untuk Indonesia Kenji Tanaka"."""
    return frozenset(lexicon("office_words")["words"]["to_country"])


def _country_ends(reading: Reading) -> set[int]:
    """The last words of the names of countries."""
    return {match.last for match in reading.countries.values()}


@cache
def _short_offices() -> tuple[list[str], ...]:
    """The short offices of ministers that have several words: "menkop", "ukm"."""
    forms = ([word.key for word in words(form)] for form in gazetteer("offices")["short"]["offices"])
    return tuple(form for form in forms if len(form) > 1)


def _in_a_name(reading: Reading, match: Match) -> bool:
    """Whether "Indonesia" is part of a longer name: "Karya Kreatif Indonesia (KKI)", "Kadin (KADIN) Indonesia".

    "Indonesia City Expo" too, behind a word in small letters; "Menteri Perdagangan Indonesia Enggartiasto" is none.
    """
    at, words = match.first, reading.words
    short = words[at + 1] if at + 1 < len(words) and words[at + 1].gap == " (" else None
    if short and short.text.isupper() and short.text.endswith(words[at].text[0]):
        first = at + 1 - len(short.text)
        initials = "".join(word.text[0] for word in words[max(first, 0) : at + 1])
        if initials == short.text:
            return True
    before, after = reading.before(match), reading.after(match)
    goes_on = after is not None and after.text[0].isupper()  # "(PT Vale) Indonesia Growth Project"
    if words[at].gap == ") " and (words[at - 1].text.isupper() or goes_on):
        return True
    if _of_association(reading, at):
        return True
    if after is not None and after.text[0].isupper() and after.key in listed("never_after"):
        return True
    if at not in reading.titled and _ends_a_name(reading, at):
        return True
    begins = before is not None and not before.text[0].isupper() and before.key not in listed("from_country")
    envoy = before is not None and before.key in _to_country() and at - 2 in _country_ends(reading)
    begins = begins and not envoy
    named = after is not None and after.text[0].isupper() and after.key not in _no_name()
    return begins and named and at not in reading.titled


def _ends_a_name(reading: Reading, at: int) -> bool:
    """Whether capitalised words stand before it in a sentence: "di Kewalram Indonesia", not "Presiden Indonesia"."""
    words, first = reading.words, at
    while first > 0 and words[first].gap == " " and _named(words[first - 1].text):
        first -= 1
    opens = first == 0 or words[first].gap.strip(" ,") != ""  # a capital at the head of a sentence says nothing
    titles = gazetteer("countries")["titles"]
    return first < at - opens and not any(word.key in titles for word in words[first:at])


def _named(text: str) -> bool:
    return text[0].isupper() and not text.isupper()


@cache
def _no_name() -> frozenset[str]:
    """Capitalised words that go on with no name: days, months, titles."""
    return frozenset(lexicon("bodies")["organisations"]["stops"])
