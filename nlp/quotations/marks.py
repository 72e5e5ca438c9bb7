"""Where a text stands between quotation marks. Pure; whether somebody speaks there is not its question."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp.data import lexicon
from nlp.quotations.cues import AFTER, CUT, SUBJECT_AFTER

_MARKS = lexicon("quote_marks")
MARK = re.compile("|".join(map(re.escape, [*_MARKS["doubled"], *_MARKS["double"]])))
_OPEN, _CLOSE = "".join(_MARKS["single_open"]), "".join(_MARKS["single_close"])
# Single marks quote speech only when a comma or a stop stands before the closing one; "Jum'at" has an apostrophe.
SINGLE = re.compile(rf"(?<!\w)['{_OPEN}](?=\w)(?P<inner>[^\n'{_OPEN}]{{8,}}?[,.?!])['{_CLOSE}](?=[\s.,)]|$)")
# Or behind it, before a verb of speaking: "‘Kami siap melatih perajin’, kata Wulan".
SINGLE_BARE = re.compile(rf"(?<!\w)['{_OPEN}](?=\w)(?P<inner>[^\n'{_OPEN}]{{8,}}?)['{_CLOSE}](?=,\s)")
_SINGLE_END = re.compile(rf"[,.?!](?P<mark>['{_CLOSE}])(?=[\s.,])")
LINE = re.compile(r"[^\n\r]+")
LONGEST = 1500  # characters of a quotation that opens in one paragraph and closes in another
BEFORE_OPENING = "([{—–-/:=>|"  # besides a blank
AFTER_CLOSING = ".,;:!?)]}…—–-/<|"
ENDS = ",.?!"  # of what is said


@dataclass(frozen=True)
class Quoted:
    """Text between marks; more than one piece when a quotation runs over paragraphs that each open again."""

    start: int  # of the opening mark
    end: int  # behind the closing mark
    pieces: tuple[tuple[int, int], ...]  # half-open ranges of characters without the marks
    closed: bool = True  # False when the closing mark is missing


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    opens: bool  # can open: a blank before it, none behind it
    closes: bool


def quoted(text: str) -> list[Quoted]:
    """Every quotation in the order of the text; none overlap.

    'Ia berkata: "Kami siap." Lalu' -> one, with the piece "Kami siap."
    """
    found: list[Quoted] = []
    for line in LINE.finditer(text):
        marks = [_mark(text, line, match) for match in MARK.finditer(text, line.start(), line.end())]
        for item in _line(text, marks, line):
            _append(text, found, item, line)
    taken = [(item.start, item.end) for item in found]
    bare = (match for match in SINGLE_BARE.finditer(text) if AFTER.match(text, match.end()))
    for match in (*SINGLE.finditer(text), *bare):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(Quoted(match.start(), match.end(), (match.span("inner"),)))
            taken.append(match.span())
    spoken = (item for item in found if any(c.isalnum() for c in text[item.start : item.end]))
    return sorted(spoken, key=lambda item: item.start)


def _mark(text: str, line: re.Match[str], match: re.Match[str]) -> _Mark:
    left = text[match.start() - 1] if match.start() > line.start() else " "
    right = text[match.end()] if match.end() < line.end() else " "
    opens = (left.isspace() or left in BEFORE_OPENING) and not right.isspace()
    closes = (right.isspace() or right in AFTER_CLOSING) and not left.isspace()
    closes = closes or (left in ENDS and AFTER.match(text, match.end()) is not None)  # "kami siap,”ujarnya"
    if opens and closes:  # "-“-": the neighbours do not tell
        opens = closes = False
    return _Mark(match.start(), match.end(), opens, closes)


def _line(text: str, marks: list[_Mark], line: re.Match[str]) -> Iterator[Quoted]:
    """The quotations of one line. A mark that can only open inside a quotation opens a nested one."""
    i = 0
    while i < len(marks):
        first = marks[i]
        if first.closes and not first.opens:
            if pair := _closed_twice(text, marks, i):
                yield pair
                i += 1
            elif i == 0 and (AFTER.match(text, first.end) or not text[first.end : line.end()].strip(".,; ")):
                yield Quoted(line.start(), first.end, ((line.start(), first.start),))
            i += 1
            continue
        last = _closing(marks, i)
        if last is None:
            item, i = _unclosed(text, marks, i, line)
            yield item
        else:
            yield Quoted(first.start, marks[last].end, ((first.end, marks[last].start),))
            i = last + 1


def _closed_twice(text: str, marks: list[_Mark], i: int) -> Quoted | None:
    """What stands between two marks that only close, before a verb of speaking: 'rotan.” Kami siap.” Kata Wulan'."""
    if i + 1 >= len(marks) or AFTER.match(text, marks[i].end):
        return None
    first, last = marks[i], marks[i + 1]
    if last.opens or not last.closes or AFTER.match(text, last.end) is None:
        return None
    opens = text[first.start - 1 : first.start] in tuple(ENDS) and text[first.end : last.start].strip()[:1].isupper()
    return Quoted(first.start, last.end, ((first.end, last.start),)) if opens else None


def _closing(marks: list[_Mark], i: int) -> int | None:
    depth = 0
    for j in range(i + 1, len(marks)):
        if marks[j].opens:
            depth += 1
        elif depth == 0:
            return j
        else:
            depth -= 1
    return None


def _unclosed(text: str, marks: list[_Mark], i: int, line: re.Match[str]) -> tuple[Quoted, int]:
    """A quotation without closing mark, and the next mark to look at.

    It ends before ", kata …", else at a mark that closes another one but has "kata …" behind it, else with the line.
    """
    first = marks[i]
    single = next((m for m in _SINGLE_END.finditer(text, first.end, line.end()) if _said(text, m.end())), None)
    if single:  # '"Kami siap,’ kata Wulan': opened by another mark than it is closed with
        rest = next((j for j in range(i + 1, len(marks)) if marks[j].start >= single.end()), len(marks))
        return Quoted(first.start, single.end(), ((first.end, single.start("mark")),)), rest
    cut = CUT.search(text, first.end, line.end())
    if cut is None:
        for j in range(i + 1, len(marks)):
            if marks[j].closes and AFTER.match(text, marks[j].end, line.end()):
                return Quoted(first.start, marks[j].end, ((first.end, marks[j].start),)), j + 1
    end = cut.start() + 1 if cut else line.start() + len(line.group().rstrip())
    rest = next((j for j in range(i + 1, len(marks)) if marks[j].start >= end), len(marks))
    return Quoted(first.start, end, ((first.end, end),), closed=cut is not None), rest


def _said(text: str, end: int) -> bool:
    """Whether a verb of speaking follows: "kata Wulan", "Wulan menambahkan", "he said"."""
    return AFTER.match(text, end) is not None or SUBJECT_AFTER.match(text, end) is not None


def _append(text: str, found: list[Quoted], item: Quoted, line: re.Match[str]) -> None:
    """Adds the quotation, or lets the unclosed one of the paragraph before go on in it."""
    last = found[-1] if found else None
    begins_line = not text[line.start() : item.start].strip()
    unopened = item.start == line.start() and not MARK.match(text, item.start)
    if last and not last.closed and unopened and item.end - last.start <= LONGEST:
        # a quotation over several paragraphs that open none: '"Kami siap.', 'Harga naik.', 'Doakan kami," kata Wulan.'
        between = tuple(paragraph.span() for paragraph in LINE.finditer(text, last.end, line.start()))
        found[-1] = replace(last, end=item.end, pieces=last.pieces + between + item.pieces, closed=item.closed)
    elif last and not last.closed and begins_line and not text[last.end : line.start()].strip():
        found[-1] = replace(last, end=item.end, pieces=last.pieces + item.pieces, closed=item.closed)
    else:
        found.append(item)
