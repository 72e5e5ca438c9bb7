"""Offices in English texts: "the ministry's SME director general", "Director General of Agro Industry at the …"."""

from dataclasses import replace
from datetime import date

from nlp.bodies.institutions import Institution, Mark, Marks
from nlp.data import lexicon
from nlp.people.english_fields import field_before, field_from
from nlp.people.english_readings import EnglishReading, office_of
from nlp.people.english_words import field_word, head_at, words_of
from nlp.people.name_words import ROMAN, given
from nlp.people.office_heads import Head, named_head
from nlp.people.office_words import bracket
from nlp.people.offices import Office
from nlp.text.words import Word, Words

PLACES = ("PLACE", "COUNTRY")
FEWEST = 2  # words of a body that no list knows


def english_offices(words: Words, marks: Marks, day: date | None) -> dict[int, Office]:
    """All offices of an English text by the word where they begin."""
    grammar, found, i = _Grammar(words, marks), {}, 0
    while i < len(words):
        office = _office_at(words, i, grammar, day)
        if office is None:
            i += 1
            continue
        second = _office_at(words, office.end + 1, grammar, day) if words.at(office.end).text == "/" else None
        office = _both(words, office, second) if second else office
        found[office.start] = office
        i = max(office.end, i + 1)
    return found


def _office_at(words: Words, i: int, grammar: "_Grammar", day: date | None) -> Office | None:
    head = head_at(words, i) if words.at(i).text.isalpha() else None
    if head is None or grammar.marks.body_over(words[i].start):
        return None
    return office_of(words, grammar.read(head[0], i, head[1]), i, head[1], day)


def _both(words: Words, office: Office, second: Office) -> Office:
    """ "Minister of Investment/Head of the Investment Coordinating Board (BKPM)": two offices held as one."""
    last = words.at(second.end - 2)
    short = last.text if words.at(second.end - 1).text == ")" and last.acronym else ""
    body = short or (second.institution.name if second.institution else "")
    return replace(office, text=f"{office.text}/{second.text} {body}".strip(), end=second.end)


def _of_field(word: Word) -> bool:
    return field_word(word) or word.lower in words_of("words", "joiner") | words_of("words", "inside")


class _Grammar:
    """Walks from a head to the left over what it is the head of, then to the right."""

    def __init__(self, words: Words, marks: Marks) -> None:
        self.words, self.marks = words, marks
        self.ends: dict[int, Mark] = {}
        self.known: set[Mark] = set()
        for mark in sorted(marks.all, key=lambda m: m.start, reverse=True):
            first, last = words.index(mark.start), words.index(mark.end) - 1
            firm = mark.label == "ORGANISATION" and all(map(_of_field, words[first : last + 1]))
            if last >= 0 and not firm:  # "Medium Industries" is a part of a field
                self.ends[last] = mark  # the longest of those that end here
                self.known.add(mark)

    def read(self, head: Head, start: int, end: int) -> EnglishReading:
        """The office around the head at these words."""
        reading = EnglishReading(head, start, end, end)
        self._left(reading)
        self._right(reading)
        return reading

    def _left(self, reading: EnglishReading) -> None:
        k = reading.start
        begin = field_before(self.words, k, self.ends)
        if begin < k:
            reading.fields.append((begin, k))
        k = begin
        for _ in range(3):  # "Indonesia's House of Representatives Commission VI"
            k = self._before(reading, self._prefix(reading, k))
        status = self.words.at(k - 1).lower
        acting = lexicon("english_offices")["words"]["acting"]
        dotted = self.words.at(k - 1).text == "." and self.words.at(k - 2).lower in acting
        k -= dotted
        status = self.words.at(k - 1).lower
        reading.former, reading.acting = status in words_of("words", "former"), acting.get(status, "")
        k -= bool(reading.former or reading.acting)
        reading.start = k - (self.words.at(k - 1).lower in words_of("words", "article"))

    def _prefix(self, reading: EnglishReading, k: int) -> int:
        """Past the word before the field that makes another head of it: "Deputy Trade Minister"."""
        ranks = lexicon("english_offices")["prefixes"].get(self.words.at(k - 1).lower, {})
        if reading.head.name not in ranks:
            return k
        reading.head = named_head(ranks[reading.head.name])
        return k - 1

    def _before(self, reading: EnglishReading, k: int) -> int:
        """One piece more before word `k`: a body, a region, an adjective of a country, "the ministry's"."""
        words, word = self.words, self.words.at(k - 1)
        if ROMAN.fullmatch(word.text) and words.at(k - 2).lower in words_of("words", "commission"):
            reading.unit = f"{lexicon('english_offices')['words']['unit']} {word.text}"
            return k - 2
        if word.text == ")" and words.at(k - 3).text == "(":
            return self._before(reading, k - 3) if self.ends.get(k - 4) else k
        common = lexicon("english_offices")["bodies"]
        for size in (size for size in (2, 1) if size <= k):
            name = common.get(words.text(k - size, k).casefold().removesuffix("'s").removesuffix("’s"))
            if name and reading.body is None:
                reading.body = Institution(name, None, True)
                return k - size
        mark = self.ends.get(k - 1)
        if mark and self._take(reading, mark):
            return words.index(mark.start)
        if word.lower in words_of("words", "own"):
            reading.own = True
            return k - 1
        if word.lower in words_of("words", "home"):
            reading.countries.append(lexicon("office_words")["places"]["home"])
            return k - 1
        country = lexicon("english_offices")["countries"].get(word.lower.removesuffix("'s"))
        if country and word.capital:
            reading.countries.append(country)
            return k - 1
        return k

    def _take(self, reading: EnglishReading, mark: Mark) -> bool:
        """Notes a marked body or place; False for a second one of its kind."""
        if mark.label == "COUNTRY":
            reading.countries.append(mark.name)
        elif mark.label == "PLACE" and reading.place is None and reading.body is None:
            reading.place = mark.name
        elif mark.label not in PLACES and reading.body is None:
            of_state = mark.name.casefold().split()[-1] in words_of("words", "state_ends")
            reading.body = Institution(mark.name, mark.id, of_state or mark.label != "ORGANISATION")
        else:
            return False
        return True

    def _right(self, reading: EnglishReading) -> None:
        words = self.words
        if reading.head.takes == "scope" and ROMAN.fullmatch(words.at(reading.end).text):
            reading.unit, reading.end = words.at(reading.end).text, reading.end + 1  # "Deputy III"
            reading.title_end = reading.end
        k = bracket(words, reading.end)
        while words.at(k).lower in words_of("words", "of") or words.at(k).text == "'":
            begin = k + 1 + (words.at(k + 1).lower in words_of("words", "article"))
            after = self._at_whom(reading, begin) or self._behind(reading, begin)
            if after == begin:
                break
            if reading.body is None and reading.title_end < after:
                reading.title_end = after
            k = reading.end = bracket(words, after)
        reading.title_end = max(reading.title_end, reading.start + 1)

    def _at_whom(self, reading: EnglishReading, k: int) -> int | None:
        """The index after the office at word `k` at which this one is: "special staff to the minister of trade"."""
        inner = head_at(self.words, k) if reading.head.takes == "scope" and not reading.fields else None
        if inner is None or inner[0].takes not in ("ministry", "state"):
            return None
        reading.inner = EnglishReading(inner[0], k, inner[1], inner[1])
        self._right(reading.inner)
        return reading.inner.end

    def _behind(self, reading: EnglishReading, k: int) -> int:
        """The index after a field, a body, a region or a unit at word `k`; `k` where none stands there."""
        words, start = self.words, k
        while not self.marks.body(words.at(k).start) and self._skipped(words.at(k)):
            reading.own = reading.own or words.at(k).lower in words_of("words", "own")
            k += 1
        if words.at(k).lower in words_of("words", "commission") and ROMAN.fullmatch(words.at(k + 1).text):
            reading.unit = f"{lexicon('english_offices')['words']['unit']} {words.at(k + 1).text}"
            return k + 2
        mark = self.marks.body(words.at(k).start) or self.marks.place(words.at(k).start)
        if mark and mark in self.known and self._take(reading, mark):
            end = words.index(mark.end)
            field_end = field_from(words, end)
            if field_end > end and words.at(end - 1).lower.endswith("'s"):  # "the Ministry of Industry's small …"
                reading.fields.append((end, field_end))
                return field_end
            return end
        end = field_from(words, k)
        if end > k and not any(begin <= k < stop for begin, stop in reading.fields):
            reading.fields.append((k, end))
            return end
        return self._unknown_body(reading, start) or (k if k > start else start)

    def _unknown_body(self, reading: EnglishReading, k: int) -> int | None:
        """The index after a body that no list knows: "the Indonesian Chamber of Commerce and Industry"."""
        words, end = self.words, k
        inside = words_of("words", "joiner") | words_of("words", "inside")
        while words.at(end).capital or (end > k and words.at(end).lower in inside and words.at(end + 1).capital):
            if given(words.at(end)) and not field_word(words.at(end)):
                break
            end += 1
        last = words.at(end - 1)
        if end - k < FEWEST or reading.body is not None or reading.head.takes in ("ministry", "state", "envoy"):
            return None
        of_state = last.lower in words_of("words", "state_ends")
        if not of_state and last.lower not in words_of("words", "firm_ends") and bracket(words, end) == end:
            return None
        reading.body = Institution(words.text(k, end), None, of_state)
        return end

    def _skipped(self, word: Word) -> bool:
        """ "Indonesian" or "the ministry's" before a body or a field."""
        return word.lower in words_of("words", "home") or word.lower in words_of("words", "own")
