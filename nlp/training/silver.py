"""Names that two teachers find in corpora that do not mark them, and what is left unknown where they disagree."""

from collections.abc import Callable, Iterable

from nlp.training.marked import Marked, Name

Teacher = Callable[[Marked], list[Name]]


def silver(sentence: Marked, teachers: tuple[Teacher, Teacher]) -> Marked:
    """Its own names, those that both teachers find, and unknown stretches where one alone finds a name."""
    one, other = (set(teacher(sentence)) for teacher in teachers)
    agreed = [name for name in one & other if not _touches(name, sentence.known())]
    doubtful = [
        Name(name.start, name.end, "")
        for name in (one ^ other) | set(sentence.unknown())
        if not _touches(name, sentence.known()) and not _touches(name, agreed)
    ]
    return sentence.named([*sentence.known(), *agreed, *_apart(doubtful)])


def _touches(name: Name, others: Iterable[Name]) -> bool:
    return any(name.start < other.end and other.start < name.end for other in others)


def _apart(names: list[Name]) -> list[Name]:
    """Overlapping stretches joined into one."""
    joined: list[Name] = []
    for name in sorted(names):
        if joined and name.start < joined[-1].end:
            joined[-1] = Name(joined[-1].start, max(joined[-1].end, name.end), "")
        else:
            joined.append(name)
    return joined
