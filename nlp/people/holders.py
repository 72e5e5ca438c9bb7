"""Brings names and offices together: the name beside an office, and the names that stand without any."""

from collections.abc import Iterable

from nlp.bodies.institutions import Marks
from nlp.data import gazetteer, lexicon
from nlp.people.english_words import field_word as english_field
from nlp.people.english_words import noun as english_noun
from nlp.people.name_cues import CLAUSE_STARTS, cues, headline_word
from nlp.people.name_words import given, name_like
from nlp.people.office_words import bracket
from nlp.people.offices import Office
from nlp.people.person_names import Name, name_at, name_in_brackets
from nlp.people.roles import after_private
from nlp.text.words import Words

JOINING_WORDS = 6  # between an office and a name: "yang saat ini juga menjabat sebagai"
DASHES = ("-", "–", "—")


def shortened(words: Words, name: Name) -> Name:
    """The name up to the verb of the headline that it stands in."""
    end = name.first + 1
    while end < name.end and not headline_word(words[end]) and name_like(words[end]):
        end += 1
    return Name(words.text(name.first, end), name.first, end, name.begin, end, name.honorific)


def as_told(words: Words, name: Name, told: Iterable[Name]) -> Name:
    """A name in a headline up to what the text does not give the person: "Rina Latih" where it tells of Rina Sari."""
    inner = [word.text for word in words[name.first : name.end]]
    full = ({word.text for word in words[other.first : other.end]} for other in told if other.end - other.first > 1)
    own = max((_shared(inner, other) for other in full), default=0)
    if own in (0, len(inner)) or given(words[name.first + own]):
        return name
    end = name.first + own
    return Name(words.text(name.first, end), name.first, end, name.begin, end, name.honorific)


def _shared(inner: list[str], other: set[str]) -> int:
    """How many words at the beginning of a name belong to another one as well."""
    return next((at for at, word in enumerate(inner) if word not in other), len(inner))


def name_after(words: Words, office: Office, marks: Marks, taken: set[int]) -> Name | None:
    """The name that an office stands before: "Menteri Perdagangan, Zulkifli Hasan"."""
    start = office.end if office.public else after_private(words, office.end, marks, office.known_body)
    if not office.public and marks.body_over(words.at(start).start):  # "Ketua Koperasi Semedo Manise Akhmad Sobirin"
        at = words.at(start).start
        start = max(words.index(m.end) for m in marks.bodies() if m.start < at < m.end)
    k = start + 1 if (bracketed := name_in_brackets(words, start)) else _joined(words, start, marks, taken)
    if k in taken or words.at(k).text == "\n" or k - start > JOINING_WORDS:
        return None
    name = name_at(words, k, capitals=k > start or office.public)
    if name is None or any(i in taken for i in range(name.first, name.end)):
        return None
    char, end = words[name.first].start, words[name.end - 1].end
    if marks.inside_body(char, end) or (k > start and marks.is_place(char, end)):
        return None
    if bracketed:
        return name
    inner = words[name.first : name.end]
    heading = len(inner) == 1 and not given(inner[0]) and headline_word(inner[0])
    if heading and words.at(name.first - 1).text == ",":
        return None
    points = office.former and words.at(name.end).lower in cues("pointing")  # "mantan Presiden Inter Milan ini"
    return None if points and not any(given(w) for w in inner) else name


def _joined(words: Words, k: int, marks: Marks, taken: set[int]) -> int:
    """Past what joins an office and a name: ", Jawa Timur,", "terpilih", "(Kadis),"."""
    start = k
    while _joins(words, k) or bracket(words, k) > k:
        if k in taken or k - start > JOINING_WORDS:
            break
        k = max(bracket(words, k), k + 1)
        place = marks.place(words.at(k).start)
        if place and words.at(k - 1).text == "," and words.at(words.index(place.end)).text == ",":
            k = words.index(place.end)
    return k


def _joins(words: Words, k: int) -> bool:
    """A word or mark that may stand between an office and a name: "terpilih", "periode 2019-2024"."""
    years = words.at(k).text[0].isdigit() and words.at(k - 1).lower in cues("term")
    return years or words.at(k).lower in cues("to_name") or words.at(k).text in (*",:-–—)",)


def name_before(words: Words, office: Office, names: list[Name], marks: Marks) -> Name | None:
    """The name that an office follows: "Drajat Irawan, Kepala Dinas …", "Drajat Irawan selaku Kepala Dinas …"."""
    k = office.start
    if words.text(k - 2, k).casefold() in gazetteer("offices")["status"]["from_post"]:
        k -= 2
    while words.at(k - 1).lower in cues("apposition") or words.at(k - 1).text in (*",([-–—",):
        k -= 1
        if k <= 0 or office.start - k > JOINING_WORDS:
            return None
    found = next((name for name in names if k in (name.tail, name.past, name.end)), None)
    dashed = any(words.at(i).text in DASHES for i in range(k, office.start))
    if found and dashed and not any(given(word) for word in words[found.first : found.end]):
        return None  # "JAKARTA, Kabarkoperasi – Menteri …"
    inner = words[found.first : found.end] if found else []
    if found and any(english_field(word) or english_noun(word) for word in inner) and not any(map(given, inner)):
        return None  # "for Micro Businesses, the former chief"
    if found and k == office.start and not _adjoins(words, found, office, marks):
        return None
    if found and marks.is_place(words[found.first].start, words[found.end - 1].end):
        return None  # "Pemkab Sumedang, Jawa Barat, Kepala Dinas …"
    return found


def _adjoins(words: Words, name: Name, office: Office, marks: Marks) -> bool:
    """Without a comma: "Etik Suryani Bupati Sukoharjo", "Tomo pemilik Batik Sekarniti"."""
    inner = words[name.first : name.end]
    if office.public:
        named = name.degree or any(given(word) for word in inner)
        opens = words.at(name.begin - 1).text in CLAUSE_STARTS and (
            office.known_body or office.council
        )  # "Agus Salim ketua DPRD"
        titled = name.begin != name.first  # "Hj. Nur Hidayati M.Si anggota Komisi A"
        called = (name.degree and opens) or (name.honorific and office.known_body)  # "Ibu Rina Sari Kepala Dinas …"
        sure = len(inner) > 1 and (named or name.honorific) and (not titled or called)
        return sure and not office.bare and (words[office.start].capital or opens)
    alone = words.at(name.begin - 1).text in (",", ".", "\n") or words.at(name.begin - 1).text.islower()
    beside = any(marks.body(words.at(k).start) for k in range(office.start + 1, office.end + 1))
    return alone and not words[office.start].capital and beside


def free_names(words: Words, marks: Marks, taken: set[int]) -> list[Name]:
    """All runs of words that are shaped like a name and stand outside of offices and bodies, left to right."""
    found, i = [], 0
    while i < len(words):
        begins = words[i].capital or words[i].text in lexicon("honorifics")["persons"]
        begins = begins and not marks.body_over(words[i].start)  # "Bank Mandiri Sunarso": within the name of the bank
        name = name_at(words, i) if begins and i not in taken else None
        if name is None or any(k in taken for k in range(name.first, name.end)):
            i += 1
            continue
        mark = marks.place(words[name.first].start) or marks.body(words[name.first].start)
        if mark and name.first < words.index(mark.end) < name.end and not given(words[name.first]):
            i = words.index(mark.end)  # "Bali Made Mangku Pastika"
            continue
        if name.first not in taken and not marks.inside_body(words[name.first].start, words[name.end - 1].end):
            found.append(name)
        i = max(name.tail if name.degree else name.end, i + 1)
    return found
