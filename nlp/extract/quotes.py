"""Quotations with their speakers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from nlp.quotations.cues import VERBS, any_of
from nlp.quotations.discourse import Discourse
from nlp.quotations.speakers import Speakers
from nlp.quotations.speech import FEWEST_WORDS, Speech, speeches, words_of
from nlp.quotations.voice import UNKNOWN, Voice

_BARE = [verb for verb in VERBS["bare"] if verb not in VERBS["only_with_suffix"]]
_SAID = (*VERBS["saying"], *VERBS["according"], *_BARE, *VERBS["said"])
_ENGLISH = (*VERBS["english_saying"], *VERBS["english_according"])
_ACCORDING = re.compile(rf"(?i:{any_of([*VERBS['according'], *VERBS['english_according']])})")
_SAYING = re.compile(rf"(?i:{any_of([*_SAID, *_ENGLISH])}|\w+nya)")


@dataclass(frozen=True)
class Quote:
    """One quotation."""

    speaker: str | None  # Entity.id of the person; None when no person of the text can be meant
    speaker_name: str | None  # full name when the text gives one anywhere, else the words used, None for nobody known
    speaker_text: str | None  # the words used where the quotation stands ("Gati", "dia"), None where there are none
    cue: str | None  # the reporting verb as printed
    kind: str  # direct or indirect
    text: str  # direct: without its marks, and without the attribution that interrupts it
    part: str
    start: int  # characters within the part, half open, quotation marks left out
    end: int
    rule: str | None = None  # what found it: a key of lexicon/rules.toml
    speaker_rule: str | None = None  # why it is this speaker: "speaker.", where the words for them stand, who is meant


def quotes(doc: Doc) -> Iterator[Quote]:
    """Spoken quotations of more than three words; written announcements, titles and scare quotes are left out.

    '"Kami siap membantu perajin," kata Wulan Sari.' -> "Kami siap membantu perajin," of Wulan Sari, cue "kata".
    Indirect statements are read too; `kind` tells them apart.
    """
    for part in doc._.parts:
        told = Discourse(doc, part)
        for speech, voice in _opened(list(_voiced(told))):
            if _worth_keeping(told.text, speech, voice):
                yield _quote(told.text, part.name, speech, voice)


def _voiced(told: Discourse) -> Iterator[tuple[Speech, Voice]]:
    """Everything said in one part, with who says it."""
    for speech in speeches(told.text):
        voice = _voice(told, speech)
        told.spoke(voice, speech.end)
        yield speech, voice


def _opened(found: list[tuple[Speech, Voice]]) -> Iterator[tuple[Speech, Voice]]:
    """The same; a story that begins with what somebody says tells who in the first sentence with a verb of speaking."""
    first = next((i for i, (_, voice) in enumerate(found) if voice.name), len(found))
    later = found[first][1] if first < len(found) else UNKNOWN
    for i, (speech, voice) in enumerate(found):
        opens = i < first and speech.kind == "direct" and later.how in ("name", "unmarked_name")
        yield speech, replace(later, words=voice.words, how="later") if opens else voice


def _voice(told: Discourse, speech: Speech) -> Voice:
    """Who speaks; a statement without a person is nobody's."""
    found, strict, speakers = speech.attribution, speech.kind == "indirect", Speakers(told)
    if strict and found and told.is_name(found.start):
        return UNKNOWN  # "Puji Lestari", whose name is a verb of speaking
    if found is None or found.zone is None:
        return told.again(speech.start, None)
    voice = (speakers.behind if found.behind else speakers.ahead)(*found.zone, strict=strict)
    if voice.how == "description" and found.cue and found.cue.casefold() in VERBS["going_on"] and told.last.name:
        return told.again(speech.start, voice.words)  # '"…," tambah Ketua Asosiasi'
    return voice


def _worth_keeping(text: str, speech: Speech, voice: Voice) -> bool:
    if len(words_of(text, speech.pieces)) < FEWEST_WORDS:
        return False
    if speech.kind == "direct":
        return True
    cue = speech.attribution.cue if speech.attribution else None
    named = voice.name is not None and voice.how != "description"
    return named and cue is not None and _SAYING.fullmatch(cue) is not None


def _quote(text: str, part: str, speech: Speech, voice: Voice) -> Quote:
    pieces = [_trimmed(text, *piece) for piece in speech.pieces if text[slice(*piece)].strip()]
    return Quote(
        speaker=voice.entity,
        speaker_name=voice.name,
        speaker_text=voice.words,
        cue=speech.attribution.cue if speech.attribution else None,
        kind=speech.kind,
        text=" ".join(text[start:end] for start, end in pieces),
        part=part,
        start=pieces[0][0],
        end=pieces[-1][1],
        rule=_rule(speech),
        speaker_rule=f"speaker.{_place(speech)}.{voice.how}" if voice.how else None,
    )


def _rule(speech: Speech) -> str:
    found = speech.attribution
    if speech.kind == "direct":
        return "quotes.alone" if found is None else "quotes.pieces" if len(speech.pieces) > 1 else "quotes.marks"
    according = found is not None and found.cue is not None and _ACCORDING.fullmatch(found.cue) is not None
    behind = found is not None and found.behind
    return "statements.according" if according else "statements.verb_first" if behind else "statements.verb_behind"


def _place(speech: Speech) -> str:
    """Where the words for the speaker stand: behind the verb, before it, in it, before a colon, or nowhere."""
    found = speech.attribution
    if found is None:
        return "alone"
    if found.zone is None:
        return "nya_cue"
    return "behind_cue" if found.behind else "before_cue" if found.cue else "label"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks at its ends."""
    whole = text[start:end]
    return start + len(whole) - len(whole.lstrip()), start + len(whole.rstrip())
