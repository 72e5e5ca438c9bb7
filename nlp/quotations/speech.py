"""Which quotations are speech, and which sentences report some. Pure; who speaks, is not its question."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlp.quotations.attribution import STOPS, Attribution, Clauses
from nlp.quotations.cues import CLAUSES, PERSON_PRONOUN, VERBS, WRITTEN, any_of
from nlp.quotations.marks import Quoted, quoted
from nlp.quotations.speaker_names import NAME

FEWEST_WORDS = 4  # shorter ones are names and scare quotes
FEWEST_ALONE = 6  # words of a quotation that stands alone and nobody has spoken before it
TITLE_SHARE = 0.6  # of its longer words written with a capital: a title
SHORT_WORD = 3  # letters; "dan" and "di" are small in titles too

_WORD = re.compile(r"\w[\w'’-]*")
_AFTER_VERB = re.compile(rf"[\s,:]*(?:{any_of(CLAUSES['that'])}\s+)?")
_BESIDE = re.compile(rf"\s+{any_of(VERBS['english_beside'])}")
_END = re.compile(r"[\s.]*(?:\(\*\))?\s*\Z")
_WHO = re.compile(rf"(?:(?P<nickname>(?:{any_of(CLAUSES['nickname_of'])})\s+)?{NAME.pattern}), ")
# "demikian riset Anwar"
_SOURCE = re.compile(rf"\s*(?i:{any_of(VERBS['closing'])})\s+(?i:{any_of(CLAUSES['sources'])})")
_PRONOUN_THEN = re.compile(
    rf"\s+{PERSON_PRONOUN}\s+(?!{any_of(CLAUSES['relative'])})(?=[a-z])"
)  # "Menurut dia pasar …"
_NOTHING = re.compile(r"[\s.,;:()*–—-]*")


@dataclass(frozen=True)
class Speech:
    """A direct quotation, or a sentence that reports what somebody said, not yet given to anybody."""

    pieces: tuple[tuple[int, int], ...]  # half-open ranges of characters; none where only the speaker is told
    attribution: Attribution | None  # None for a quotation that stands alone
    kind: str  # direct or indirect
    start: int  # with its marks
    end: int  # behind its verb


def words_of(text: str, pieces: tuple[tuple[int, int], ...]) -> list[str]:
    """The words of all pieces."""
    return [word for start, end in pieces for word in _WORD.findall(text[start:end])]


def speeches(text: str) -> list[Speech]:
    """Everything said, in the order of the text."""
    items = quoted(text)
    clauses = Clauses(text, items)
    direct = list(_direct(text, clauses, items))
    reported = _reported(clauses, direct)
    return sorted([*direct, *reported], key=lambda speech: speech.start)


def _direct(text: str, clauses: Clauses, items: list[Quoted]) -> Iterator[Speech]:
    known = False  # somebody has spoken before
    i = 0
    while i < len(items):
        item, pieces, attribution = items[i], items[i].pieces, clauses.after(items[i])
        end = item.end
        while attribution and i + 1 < len(items) and _goes_on(text, clauses, items[i], items[i + 1]):
            i += 1
            pieces, end = pieces + items[i].pieces, items[i].end
        attribution = attribution or clauses.before(item)
        i += 1
        if clauses.titled(item) or clauses.embedded(item) or (attribution and attribution.written):
            continue
        if attribution is None and not _stands_alone(text, clauses, item, known):
            continue
        known = True
        yield Speech(pieces, attribution, "direct", item.start, max(end, attribution.end if attribution else 0))


def _goes_on(text: str, clauses: Clauses, item: Quoted, following: Quoted) -> bool:
    """Whether the next quotation goes on with the sentence that the attribution behind this one interrupts."""
    between = clauses.text[item.end : following.start]
    small = text[following.pieces[0][0] :].lstrip()[:1].islower()
    if "\n" in between or (clauses.text[item.end - 1] in STOPS and not small):
        return False
    one_sentence = clauses.sentence(item.start)[0] == clauses.sentence(following.start)[0]
    return one_sentence and (
        between.rstrip()[-1:] in (",", ";", "–", "—", "-") or (small and between.rstrip()[-1:] == ".")
    )


def _stands_alone(text: str, clauses: Clauses, item: Quoted, known: bool) -> bool:
    """Whether a quotation without a verb of speaking is a sentence of its own, and so the last speaker's."""
    start, end = clauses.sentence(item.start)
    words = words_of(text, item.pieces)
    longer = [word for word in words if len(word) > SHORT_WORD]
    glued = text[item.start - 1 : item.start] in tuple(STOPS)  # 'dari luar.“Kami …': the blank left out
    if (start != item.start and not glued) or sum(word[0].isupper() for word in longer) > TITLE_SHARE * len(longer):
        return False
    last = text[item.pieces[-1][0] : item.pieces[-1][1]].rstrip()[-1:]
    rest = clauses.text[item.end : max(item.end, end)]
    if not _NOTHING.fullmatch(rest) and (last != "," or WRITTEN.search(rest) or _SOURCE.match(rest)):
        return False
    return len(words) >= (FEWEST_WORDS if known else FEWEST_ALONE)


def _reported(clauses: Clauses, direct: list[Speech]) -> Iterator[Speech]:
    """The sentences without a direct quotation in which a verb of speaking has a speaker, first verb first."""
    taken = {clauses.sentence(place)[0] for speech in direct for place in (speech.start, speech.end - 1)}
    for start in clauses.starts:
        _, end = clauses.sentence(start)
        if start in taken:
            continue
        for attribution in clauses.cues(start, end):
            pieces = _statement(clauses.text, start, end, attribution)
            yield Speech(pieces, attribution, "indirect", pieces[0][0] if pieces else attribution.start, end)
            break


def _statement(text: str, start: int, end: int, attribution: Attribution) -> tuple[tuple[int, int], ...]:
    """What is reported: the words after "mengatakan bahwa" and "Menurut Wulan,", or those before ", kata Wulan"."""
    stop = start + len(_END.sub("", text[start:end]))
    if not attribution.behind:
        if _BESIDE.match(text, attribution.end, end):
            return ()  # "stated during a meeting"
        begin = _AFTER_VERB.match(text, attribution.end, end)
        return ((begin.end(), stop),) if begin and begin.end() < stop else ()
    told_before = text[start : attribution.start].strip(' ,"')
    if told_before and attribution.cue and attribution.cue.casefold() in VERBS["passive"]:
        return ()  # "Hal serupa diungkapkan Wulan, perajin di Solo."
    if told_before:
        rest = text.find(",", attribution.end, stop)
        if rest < 0:
            stop = start + len(text[start : attribution.start].rstrip(" ,"))
        return ((start, stop),) if start < stop else ()
    if directly := _PRONOUN_THEN.match(text, attribution.end, stop):
        return ((directly.end(), stop),)
    comma = text.find(", ", attribution.end, stop)
    told = _WHO.match(text, comma + 2, stop) if comma >= 0 else None
    if told and (told["nickname"] or text[:comma].rpartition(" ")[2].islower()):
        comma = told.end() - 2  # "Menurut pemilik kedai itu, Wulan Sari, …"
    if attribution.zone is None and comma < 0:
        comma = attribution.end - 1
    return ((comma + 2, stop),) if 0 <= comma < stop - 2 else ()
