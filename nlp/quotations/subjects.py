"""Whether a sentence is about the person named in it: its subject, or the doer in a passive one. Pure.

Whoever a sentence is about has the floor: "ujarnya" and "kata dia" behind it mean that person.
"""

import re

from nlp.quotations.cues import CLAUSES, any_of

_BEFORE_SUBJECT = re.compile(rf"\W*(?i:{any_of(CLAUSES['before_subject'])})[^,]*,\s*")
_VERB = re.compile(rf"(?<!\w)(?!{any_of(CLAUSES['no_verbs'])})(?:{'|'.join(CLAUSES['verb_prefixes'])})[a-z]{{3,}}")
NOT_SUBJECT = re.compile(rf"(?i:{any_of(CLAUSES['not_subject'])})")
_BELONGING = re.compile(rf"(?i:{any_of(CLAUSES['belonging'])})")
_PASSIVE = rf"(?!{any_of(CLAUSES['bystanders'])}){CLAUSES['passive_prefix']}[a-z]{{3,}}"
_NOT_RELATIVE = "".join(rf"(?<!{word}\s)" for word in CLAUSES["relative"])
_DOER = re.compile(
    rf"{_NOT_RELATIVE}(?<!\w)(?i:{_PASSIVE})\s+(?:(?i:{any_of(CLAUSES['before_doer'])})\s+)*"
    rf"(?P<title>(?:(?:[A-Z(][\w()./-]*|{any_of(CLAUSES['joins'])}|,)\s+)*)\Z"
)
LONGEST_TITLE = 160  # characters before a name in which its verb is looked for


def is_subject(text: str, start: int, at: int) -> bool:
    """Whether the sentence that begins at `start` is about the person named at `at`.

    "Usai rapat, Kepala Dinas Perdagangan Wulan Sari …" -> True; "Usai bertemu Wulan Sari, …" -> False
    """
    head = text[start:at]
    while opening := _BEFORE_SUBJECT.match(head):
        head = head[opening.end() :]
    if _BELONGING.search(head.rsplit(",", 1)[-1]):  # "Wulan Sari, putri Anwar," is about Wulan Sari
        return False
    return _VERB.search(head) is None and NOT_SUBJECT.search(head) is None


def is_doer(text: str, start: int, at: int) -> bool:
    """Whether the person at `at` does what a passive verb says: "dibuka (oleh) Bupati Wulan Sari"."""
    return _DOER.search(text, max(start, at - LONGEST_TITLE), at) is not None
