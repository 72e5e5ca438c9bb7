"""Quotations with their speakers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from nlp.cues import VERBS, any_of
from nlp.speakers import Speakers
from nlp.speech import FEWEST_WORDS, Speech, speeches, words_of
from nlp.voice import Voice

_SAID = (*VERBS["saying"], *VERBS["according"], *VERBS["bare"], *VERBS["said"])
_SAYING = re.compile(rf"(?i:{any_of(_SAID)}|\w+nya)")


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


def quotes(doc: Doc) -> Iterator[Quote]:
    """Spoken quotations of more than three words; written announcements, titles and scare quotes are left out.

    '"Kami siap membantu perajin," kata Wulan Sari.' -> "Kami siap membantu perajin," of Wulan Sari, cue "kata".
    Indirect statements are read too; `kind` tells them apart.
    """
    for part in doc._.parts:
        speakers = Speakers(doc, part)
        for speech in speeches(speakers.text):
            voice = _voice(speakers, speech)
            speakers.spoke(voice, speech.end)
            if _worth_keeping(speakers.text, speech, voice):
                yield _quote(speakers.text, part.name, speech, voice)


def _voice(speakers: Speakers, speech: Speech) -> Voice:
    """Who speaks; a statement without a person is nobody's."""
    found, strict = speech.attribution, speech.kind == "indirect"
    if found is None or found.zone is None:
        return speakers.again(speech.start, None)
    if found.behind:
        return speakers.behind(*found.zone, strict=strict)
    return speakers.ahead(*found.zone, strict=strict)


def _worth_keeping(text: str, speech: Speech, voice: Voice) -> bool:
    if len(words_of(text, speech.pieces)) < FEWEST_WORDS:
        return False
    if speech.kind == "direct":
        return True
    cue = speech.attribution.cue if speech.attribution else None
    return voice.name is not None and cue is not None and _SAYING.fullmatch(cue) is not None


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
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without blanks at its ends."""
    whole = text[start:end]
    return start + len(whole) - len(whole.lstrip()), start + len(whole.rstrip())
