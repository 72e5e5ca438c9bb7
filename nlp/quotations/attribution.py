"""Which words say that somebody speaks, and where the words for the speaker stand. Pure; it does not ask who it is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.components.sentences import sentence_starts
from nlp.quotations.cues import (
    ACCORDING,
    ACTIVE,
    AFTER,
    BEHIND,
    CLAUSES,
    OTHER,
    OTHER_SUFFIXED,
    PERSON_PRONOUN,
    SUBJECT_AFTER,
    SUFFIX,
    SUFFIXED,
    TITLE_BEFORE,
    VERBLESS,
    VERBS,
    WRITTEN,
    any_of,
)
from nlp.quotations.marks import Quoted

HIDDEN, HIDDEN_LOWER = "Ø", "ø"  # letters that no Indonesian word has stand for what is quoted
STOPS = ".?!"
LONGEST_CLOSING = 14  # words of 'Ujar Wulan kepada wartawan di Solo, Rabu (3/7/2019).' after a full stop
LONGEST_CLAUSE = 600  # characters around a quotation in which its verb is looked for; a long sentence has 400
NEAR = 40  # characters before a verb that tell whether it is one: "dengan tegas", "untuk"
LONGEST_OPENING = 4  # words before a bare verb without a comma: "Dalam hal ini lanjut Wulan, …"
LONGEST_LABEL = 8  # words before a colon: 'Kepala Dinas Koperasi Kota Batu, Wulan: "…"'

_CUE = re.compile(
    rf"(?i:(?P<according>{ACCORDING})|(?P<passive>{any_of(VERBS['passive'])})|(?P<behind>{BEHIND})|(?P<active>{ACTIVE}))"
)
_UNFIT_BEFORE = re.compile(rf"(?i:{any_of(CLAUSES['not_a_statement'])})\s+\Z")
_CLAUSE_START = re.compile(r"(?:\A|[,;:–—-]|\.\"|[.\"])\s*\Z")
_PASSIVE = re.compile(rf"(?i:{any_of(VERBS['passive'])})")
_PASSIVE_SUFFIXED = re.compile(rf"(?i:{any_of(verb + SUFFIX for verb in VERBS['passive'])})")
ACTIVE_ONLY = re.compile(rf"(?i:{ACTIVE})")  # "bilang" stands behind the speaker and before
_SPEAKER_FOLLOWS = re.compile(rf"\s+(?:[A-Z]|{PERSON_PRONOUN})")
_OFFICE_FOLLOWS = re.compile(rf"\s+(?i:{any_of(CLAUSES['office_heads'])})")
_NEXT_SENTENCE = re.compile(r"\.\s+(?=[A-Z][a-z]+\s+[a-z])")
_HONORIFIC_FOLLOWS = re.compile(rf"\s+(?i:{any_of(CLAUSES['honorifics'])})\s+[A-Z]")
_MIDWAY = re.compile(any_of(VERBS["midway"]))
_SPEAKER_THEN_COMMA = re.compile(rf"\s+(?:[A-Z][^\n.,;:\"“”]{{1,60}}|{PERSON_PRONOUN}),")
_THE = re.compile(rf"{any_of(CLAUSES['articles'])}")
_INTRODUCES = re.compile(rf"(?i:[:,]|{any_of(CLAUSES['that'])}|{ACTIVE}|{BEHIND})[\s,:-]*\Z")


@dataclass(frozen=True)
class Attribution:
    """A verb of speaking with the characters in which its speaker stands."""

    cue: str | None  # as printed; None for 'Wulan: "…"'
    start: int
    end: int
    zone: tuple[int, int] | None  # None when the verb carries "-nya"
    behind: bool  # the speaker stands behind the verb

    @property
    def written(self) -> bool:
        """Whether it brings in something written."""
        return self.cue is not None and WRITTEN.fullmatch(self.cue) is not None


class Clauses:
    """A text with its quotations hidden, cut into sentences."""

    def __init__(self, text: str, items: list[Quoted]) -> None:
        self.source, self.text = text, _hidden(text, items)
        self.starts = list(sentence_starts(self.text))
        self.quotes = [item.start for item in items]

    def sentence(self, position: int) -> tuple[int, int]:
        """The half-open range of the sentence at `position`, its line end left out."""
        i = bisect_right(self.starts, position)
        start = self.starts[i - 1] if i else 0
        end = self.starts[i] if i < len(self.starts) else len(self.text)
        return start, start + len(self.text[start:end].rstrip())

    def zone(self, start: int) -> tuple[int, int]:
        """From `start` to the end of its sentence or the next quotation."""
        end = self.sentence(max(start - 1, 0))[1]
        following = bisect_right(self.quotes, start - 1)
        end = min(end, start + LONGEST_CLAUSE)
        return start, max(start, min(end, self.quotes[following] if following < len(self.quotes) else end))

    def after(self, item: Quoted) -> Attribution | None:
        """'…,” demikian kata Wulan', '…,” Wulan menjelaskan', '…”. Ujar Wulan.'"""
        stopped = self.text[item.end - 1] in STOPS
        match = AFTER.match(self.text, item.end)
        if match and (self._goes_on(item, match) or self._closing(match)):
            return self._attribution(match["cue"], match.start("cue"), match.end("cue"), None)
        if self._said_on(item) and (match := OTHER.match(self.text, item.end)):
            return self._attribution(match["cue"], *match.span("cue"), None)
        match = None if stopped else SUBJECT_AFTER.match(self.text, item.end)
        if match and _is_subject(match["who"]) and HIDDEN not in match["who"]:
            zone = (match.start("who"), match.start("cue"))
            return Attribution(match["cue"], match.start("cue"), match.end("cue"), zone, behind=False)
        match = VERBLESS.match(self.text, item.end) if self._said_on(item) else None
        return (
            Attribution(None, match.start("who"), match.start("who"), match.span("who"), behind=True) if match else None
        )

    def _said_on(self, item: Quoted) -> bool:
        """Whether a comma at its end says that the sentence goes on behind the quotation."""
        return self.source[item.pieces[-1][0] : item.pieces[-1][1]].rstrip().endswith(",")

    def _goes_on(self, item: Quoted, match: re.Match[str]) -> bool:
        """Whether the verb stands in the quotation's own sentence."""
        between = self.text[item.end : match.start("cue")]
        if "\n" in between and not match["cue"][0].islower():
            return False
        return match["cue"][0].islower() or not (self.text[item.end - 1] in STOPS or "." in between)

    def _closing(self, match: re.Match[str]) -> bool:
        """A sentence that only says who said it: 'Ujar Wulan di Solo.', 'Hal itu disampaikan Wulan usai rapat.'"""
        between = self.text[match.start() : match.start("cue")]
        if _PASSIVE.fullmatch(match["cue"]):
            return between.strip(" ,.\n") != ""
        rest = self.text[match.end("cue") : self.sentence(match.start("cue"))[1]]
        if _HONORIFIC_FOLLOWS.match(rest):  # "Ujar Pak Wulan S.H M.M Hal inilah …": the degrees hide where it ends
            rest = " ".join(_NEXT_SENTENCE.split(rest)[0].split()[:LONGEST_CLOSING])
        return "\n" not in between and len(rest.split()) <= LONGEST_CLOSING and not re.search(r",\s+[a-z]", rest)

    def embedded(self, item: Quoted) -> bool:
        """Whether it is a piece of somebody else's sentence: 'barang "ramah lingkungan dan murah", kata Wulan'."""
        head = self.text[self._head(item) : item.start]
        return (
            self.text[item.start + 1 : item.start + 2] == HIDDEN_LOWER
            and head.strip() != ""
            and not _INTRODUCES.search(head)
        )

    def _head(self, item: Quoted) -> int:
        """Where the sentence that the quotation stands in begins, as far as it is looked at."""
        return max(self.sentence(item.start)[0], item.start - LONGEST_CLAUSE)

    def before(self, item: Quoted) -> Attribution | None:
        """'Wulan mengatakan kepada pers, “…”', 'Menurut Wulan, “…”', 'Wulan: “…”'"""
        start = self._head(item)
        head = self.text[start : item.start]
        start += max(head.rfind(HIDDEN), head.rfind(HIDDEN_LOWER)) + 1
        head = self.text[start : item.start]
        if not _INTRODUCES.search(head):
            return None
        found = list(self.cues(start, item.start))
        if found:
            return found[-1]
        if head.rstrip().endswith(":") and len(head.split()) <= LONGEST_LABEL:
            return Attribution(None, item.start, item.start, (start, start + len(head.rstrip(" :"))), behind=False)
        return None

    def titled(self, item: Quoted) -> bool:
        """Whether the words before say that a title, a slogan or a name follows."""
        return TITLE_BEFORE.search(self.text[max(self._head(item), item.start - NEAR) : item.start]) is not None

    def cues(self, start: int, end: int) -> Iterator[Attribution]:
        """The verbs of speaking between two places of one sentence that have a speaker."""
        for match in _CUE.finditer(self.text, start, min(end, start + LONGEST_CLAUSE)):
            head = self.text[max(start, match.start() - NEAR) : match.start()]
            if _UNFIT_BEFORE.search(head):
                continue
            if match["active"]:
                zone = (start, match.start())
                if head.strip(" ,"):
                    yield Attribution(match.group(), match.start(), match.end(), zone, behind=False)
            elif match["behind"] and ACTIVE_ONLY.fullmatch(match.group()) and not self._begins_clause(start, match):
                yield Attribution(match.group(), match.start(), match.end(), (start, match.start()), behind=False)
            elif match["according"] or match["passive"] or self._begins_clause(start, match):
                yield self._attribution(match.group(), match.start(), match.end(), end)

    def _begins_clause(self, start: int, match: re.Match[str]) -> bool:
        """Whether a bare verb stands where it can be one: "…, kata Wulan", "Kata Wulan, …"; not "Pesan itu …"."""
        head = self.text[max(start, match.start() - NEAR) : match.start()]
        midway = _MIDWAY.fullmatch(match.group() if head.strip(' "') else match.group().casefold()) is not None
        if not head.strip(' "'):
            if _PASSIVE_SUFFIXED.fullmatch(match.group()):
                return True  # "Dikatakannya, …"
            office = midway and _OFFICE_FOLLOWS.match(self.text, match.end()) is not None
            return office or _SPEAKER_FOLLOWS.match(self.text, match.end()) is not None
        if _CLAUSE_START.search(head):
            return True
        opening = match.start() - start < NEAR and len(head.split()) <= LONGEST_OPENING
        said = _SPEAKER_THEN_COMMA.match(self.text, match.end()) if midway and opening else None
        idiom = head.strip().casefold() in VERBS["closing"]  # "Begitu kata Wulan, …" closes what stands before it
        return said is not None and not idiom and ACTIVE_ONLY.search(said.group()) is None

    def _attribution(self, cue: str, start: int, end: int, limit: int | None) -> Attribution:
        if " ".join(cue.casefold().split()) in SUFFIXED or OTHER_SUFFIXED.fullmatch(cue):
            return Attribution(cue, start, end, None, behind=True)
        zone = self.zone(end)
        return Attribution(cue, start, end, (zone[0], min(zone[1], limit or zone[1])), behind=True)


def _is_subject(who: str) -> bool:
    """Whether these words before a verb can be its subject: a name, a title, one word, "the minister"."""
    return who[0].isupper() or len(who.split()) == 1 or _THE.match(who) is not None


def _hidden(text: str, items: list[Quoted]) -> str:
    """The text with its quotations blackened letter by letter; a stop at their end stays and ends a sentence."""
    characters = list(text)
    for item in items:
        inner = text[item.pieces[0][0] : item.pieces[-1][1]].strip()
        letter = HIDDEN_LOWER if inner[:1].islower() else HIDDEN
        for i in range(item.start, item.end):
            characters[i] = letter
        characters[item.start] = '"'
        characters[item.end - 1] = inner[-1:] if inner[-1:] in STOPS and inner else '"'
    return "".join(characters)
