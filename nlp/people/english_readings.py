"""What an English office means: its Indonesian name, and the body that it belongs to."""

from dataclasses import dataclass, field, replace
from datetime import date

from nlp.bodies.institutions import Institution, is_home, ministry
from nlp.data import lexicon
from nlp.people.complements import Complement
from nlp.people.english_words import translated, words_of
from nlp.people.office_bodies import by_scope, territory
from nlp.people.office_heads import ROLE, Head, named_head
from nlp.people.office_words import bracket
from nlp.people.offices import Office
from nlp.text.words import Words


@dataclass
class EnglishReading:
    """An English office on its way; word indices, half open."""

    head: Head
    start: int
    end: int
    title_end: int
    fields: list[tuple[int, int]] = field(default_factory=list)
    body: Institution | None = None
    place: str | None = None  # a region of Indonesia
    countries: list[str] = field(default_factory=list)
    unit: str = ""  # "Komisi VII"
    inner: "EnglishReading | None" = None  # the office at which it is
    own: bool = False  # "the ministry's": the body named last
    former: bool = False
    acting: str = ""


def office_of(words: Words, reading: EnglishReading, at: int, head_end: int, day: date | None) -> Office | None:
    """The office with its Indonesian name; a role where nothing says that it is a public one."""
    form = words.text(at, head_end).casefold().replace("-", " ")
    if form in words_of("limits", "council_member") and reading.body is None:
        reading.body = Institution(lexicon("english_offices")["bodies"]["house"], None, True)
    other = lexicon("english_offices")["with_body"].get(reading.head.name) if reading.body else None
    reading.head = named_head(other) if other else reading.head
    text, body = _text_and_body(words, reading, day)
    said = body is not None or reading.own or reading.place is not None or bool(reading.unit)
    alone = form in words_of("limits", "before_name") and not (words.at(reading.end).capital or reading.countries)
    if alone and words[at].capital and reading.end == head_end:  # "the President said"
        return Office(text, None, True, reading.head, at, head_end, head_end, bare=True)
    if alone or (form in words_of("limits", "needs_state") and not said):
        return _role(words, reading, form, at, head_end)
    public = body.public if body else reading.head.public != "no"
    if reading.former:
        text = f"{lexicon('english_offices')['words']['former_office']} {text}"
    text = f"{reading.acting} {text}".strip()
    parts = (reading.fields, reading.body, reading.place, reading.countries, reading.unit, reading.own, reading.inner)
    bare = not any(parts)
    return Office(
        text, body, public, reading.head, reading.start, reading.end, reading.title_end, reading.place, reading.former,
        bool(reading.body or reading.place), bare, bool(reading.unit),
    )  # fmt: skip


def _role(words: Words, reading: EnglishReading, form: str, at: int, head_end: int) -> Office | None:
    """What somebody is outside of the state; None for a verb: "will chair the Coordination Meeting"."""
    if not words[at].capital and reading.end == head_end:
        return None
    return Office(form, None, False, ROLE, reading.start, reading.end, reading.title_end)


def _text_and_body(words: Words, reading: EnglishReading, day: date | None) -> tuple[str, Institution | None]:
    head = reading.head
    abroad = next((country for country in reading.countries if not is_home(country)), "")
    fields = [part for begin, end in reading.fields if (part := _field(words, begin, end, head))]
    name = " ".join(dict.fromkeys(fields))
    if head.takes == "ministry":
        return _minister(head, name, abroad, day)
    if head.takes == "state":
        return f"{head.name} {abroad}".strip(), None
    if head.takes == "envoy":
        return _envoy(reading)
    if head.takes == "territory" and reading.body is None:
        return territory(head.name, head, Complement(reading.end, place=reading.place))
    if head.takes == "nothing":
        return head.name, Institution(head.institution, None, True)
    if reading.inner:
        at_whom, inner_body = _text_and_body(words, reading.inner, day)
        return f"{head.name} {at_whom}", inner_body
    body = reading.body or (by_scope(name) if head.by_scope else None)
    kept = _kept(body) if head.keeps_body and body and not (reading.unit or name) else ""
    return f"{head.name} {reading.unit or name or kept}".strip(), body


def _minister(head: Head, name: str, abroad: str, day: date | None) -> tuple[str, Institution | None]:
    """ "Japanese Trade Minister" -> "Menteri Perdagangan Jepang"; without a field only the rank."""
    if not name:
        return head.name, None
    body = ministry(head.institution.format(body=name), None if abroad else day)
    body = replace(body, name=f"{body.name} {abroad}", id=None) if abroad else body
    return f"{head.name} {name} {abroad}".strip(), body


def _kept(body: Institution) -> str:
    """The word of the body that stays in the office: "Kepala Dinas"."""
    data, first = lexicon("office_words")["bodies"], body.name.split()[0]
    return first if first in data["kept"] and first not in data["kept_regional"] else ""


def _field(words: Words, begin: int, end: int, head: Head) -> str:
    """The Indonesian field; in English where no list knows it."""
    plain = [word for k, word in enumerate(words[begin:end]) if not _in_bracket(words, begin + k, begin)]
    found = translated(plain, head)
    return found if found is not None else " ".join(word.text for word in plain).replace(" ,", ",")


def _in_bracket(words: Words, k: int, begin: int) -> bool:
    return any(words.at(i).text == "(" and bracket(words, i) > k for i in range(max(begin, k - 3), k + 1))


def _envoy(reading: EnglishReading) -> tuple[str, Institution]:
    """ "Japanese Ambassador to Indonesia": of the first country, sent to the second."""
    data, head = lexicon("english_offices")["words"], reading.head
    own, full = lexicon("bodies")["republic"][:2]
    sender, *others = reading.countries or [lexicon("office_words")["places"]["home"]]
    if is_home(sender):
        return " ".join([head.name, own, *([data["sent"], others[0]] if others else [])]), Institution(
            head.institution.format(place=full), None, True
        )
    to = f" {data['sent']} {others[0]}" if others else ""
    return f"{head.name} {sender}{to}", Institution(head.institution.format(place=sender), None, True)
