"""Whether a sentence is about the person named in it: its subject, or the doer in a passive one. Pure.

Whoever a sentence is about has the floor: "ujarnya" and "kata dia" behind it mean that person.
"""

import re

from nlp.quotations.cues import CLAUSES, PRONOUNS, any_of

_BEFORE_SUBJECT = re.compile(rf"\W*(?i:{any_of(CLAUSES['before_subject'])})[^,]*,\s*")
_VERB = re.compile(rf"(?<!\w)(?!{any_of(CLAUSES['no_verbs'])})(?:{'|'.join(CLAUSES['verb_prefixes'])})[a-z]{{3,}}")
NOT_SUBJECT = re.compile(rf"(?i:{any_of(CLAUSES['not_subject'])})")
_BELONGING = re.compile(rf"(?i:{any_of(CLAUSES['belonging'])})")
_others = (word + PRONOUNS["suffix"] for word in (*CLAUSES["belonging"], *CLAUSES["relatives"]))
_KIN = re.compile(rf"(?i:{any_of(_others)}),?\s+\Z")
_PASSIVE = rf"(?!{any_of(CLAUSES['bystanders'])}){CLAUSES['passive_prefix']}[a-z]{{3,}}"
_NOT_RELATIVE = "".join(rf"(?<!{word}\s)" for word in CLAUSES["relative"])
# "Salah satu perajin yang bertahan adalah Wulan Sari"; "Mereka adalah Wulan Sari, Bambang Irawan dan Anwar"
_PREDICATE = re.compile(rf"\W*(?i:{any_of(PRONOUNS['somebody'])})\s[^.]*{any_of(CLAUSES['predicates'])}\s+\Z")
_SEVERAL = re.compile(rf"\W*(?i:{any_of(CLAUSES['several'])})")
_DOER = re.compile(
    rf"{_NOT_RELATIVE}(?<!\w)(?i:{_PASSIVE})\s+(?:(?i:{any_of(CLAUSES['before_doer'])})\s+)*"
    rf"(?P<title>(?:(?:[A-Z(][\w()./-]*|{any_of(CLAUSES['joins'])}|,)\s+)*)\Z"
)
_COMING = re.compile(rf"(?i:{any_of(CLAUSES['coming_from'])})\s+[^.;\n]*\Z")
LONGEST_KIN = 40  # characters: "sekretaris pribadinya, "
LONGEST_TITLE = 160  # characters before a name in which its verb is looked for


def is_subject(text: str, start: int, at: int) -> bool:
    """Whether the sentence that begins at `start` is about the person named at `at`.

    "Usai rapat, Kepala Dinas Perdagangan Wulan Sari …" -> True; "Usai bertemu Wulan Sari, …" -> False
    """
    head = text[start:at]
    if is_kin(text, start, at) or _SEVERAL.match(head):
        return False
    if _PREDICATE.match(head):
        return True
    while opening := _BEFORE_SUBJECT.match(head):
        head = head[opening.end() :]
    if _BELONGING.search(head.rsplit(",", 1)[-1]):  # "Wulan Sari, putri Anwar," is about Wulan Sari
        return False
    return _VERB.search(head) is None and NOT_SUBJECT.search(head) is None


def is_kin(text: str, start: int, at: int) -> bool:
    """Whether the person is told of in somebody else's story: "istrinya, Wulan Sari,"."""
    return _KIN.search(text, max(start, at - LONGEST_KIN), at) is not None


def is_doer(text: str, start: int, at: int) -> bool:
    """Whether the person at `at` does what a passive verb says: "dibuka (oleh) Bupati Wulan Sari"."""
    said = (max(start, at - LONGEST_TITLE), at)
    return _DOER.search(text, *said) is not None or _COMING.search(text, *said) is not None
