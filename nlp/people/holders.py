"""Brings names and offices together: the name beside an office, and the names that stand without any."""

from functools import cache

from nlp.bodies.institutions import Mark, Marks
from nlp.data import lexicon
from nlp.people.office_words import acronym, bracket, field_word, state_short
from nlp.people.offices import Office
from nlp.people.person_names import Name, given, initial, name_at, name_in_brackets, name_like, office_word, stopword
from nlp.text.words import Word, Words

ROLE_WORDS = 9  # "pemilik usaha keripik pisang asal Kecamatan Jabung, Siti Aminah": more is another sentence
JOINING_WORDS = 6  # between an office and a name: "yang saat ini juga menjabat sebagai"
DASHES = ("-", "–", "—")
CLAUSE_STARTS = (*'.,\n"“”',)
LONG_NAME = 3  # words; where a company's name and a person's run together, the person has the last two


@cache
def cues(key: str) -> frozenset[str]:
    """One list of lexicon/person_cues.toml in lower case."""
    return frozenset(w.casefold() for w in lexicon("person_cues")[key])


@cache
def saying(key: str) -> frozenset[str]:
    """One list of lexicon/reporting_verbs.toml."""
    return frozenset(lexicon("reporting_verbs")[key])


@cache
def _headline() -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...], int]:
    data = lexicon("name_stopwords")
    affixes = data["headline_affixes"]
    return frozenset(data["headline"].split()), tuple(affixes["starts"]), tuple(affixes["ends"]), affixes["length"]


def headline_word(word: Word) -> bool:
    """A verb that ends the name in a headline: "Dorong", "Targetkan"."""
    verbs, starts, ends, length = _headline()
    long = len(word.lower) >= length and (word.lower.startswith(starts) or word.lower.endswith(ends))
    return not given(word) and (word.lower in verbs or long)


def odd(word: Word) -> bool:
    """More likely a word of the language, of a body or a product than a name."""
    body = acronym(word) or state_short(word) or field_word(word)
    return body or office_word(word.lower) or headline_word(word)


def shortened(words: Words, name: Name) -> Name:
    """The name up to the verb of the headline that it stands in."""
    end = name.first + 1
    while end < name.end and not headline_word(words[end]) and name_like(words[end]):
        end += 1
    return Name(words.text(name.first, end), name.first, end, name.begin, end, name.honorific)


def name_after(words: Words, office: Office, marks: Marks, taken: set[int]) -> Name | None:
    """The name that an office stands before: "Menteri Perdagangan, Zulkifli Hasan"."""
    start = office.end if office.public else _after_private(words, office.end, marks, office.known_body)
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


def _after_private(words: Words, k: int, marks: Marks, known: bool) -> int:
    """Where the name begins after a role: past what the person does and past the name of the company."""
    start = k
    while k - start < ROLE_WORDS and (after := _role_step(words, k, marks, known)) > k:
        k = after
    return k if known else _company(words, k)


def _role_step(words: Words, k: int, marks: Marks, known: bool) -> int:
    word = words.at(k)
    mark = marks.body(word.start) or marks.place(word.start)
    if bracket(words, k) > k:
        return bracket(words, k)
    if mark and not given(word):
        return words.index(mark.end)
    if word.lower in cues("units") and (end := _unit_end(words, k)) > k:
        return end
    if words.at(k - 1).lower in cues("units") and word.capital and (end := _unit_end(words, k - 1)) >= k:
        return end
    if word.lower in cues("to_place") and words.at(k + 1).capital:
        return _place_end(words, k + 1, marks)
    lower = word.text.isalnum() and not word.capital and not verb_like(word) and word.lower not in cues("to_name")
    named = word.capital and (field_word(word) or acronym(word) or word.lower in cues("particles"))
    work = word.lower in cues("role_words") or word.lower in cues("company_end") or word.text in ("/", "&")
    return k + 1 if named or work or (lower and not known) else k


def _unit_end(words: Words, k: int) -> int:
    """Past a unit with its name, when a comma ends it: "Wilayah Jatimbalinus,"; else `k`."""
    end = k + 1
    while words.at(end).capital or words.at(end).text.isdigit():
        end += 1
    return end if end > k + 1 and words.at(end).text == "," else k


def _place_end(words: Words, k: int, marks: Marks) -> int:
    place = marks.place(words.at(k).start)
    while place is None and words.at(k).capital:
        k += 1
    return words.index(place.end) if place else k


def verb_like(word: Word) -> bool:
    """A verb in lower case, by its affix."""
    affixes = lexicon("person_cues")["verb_affixes"]
    return len(word.lower) >= affixes["length"] and word.lower.startswith(tuple(affixes["starts"]))


def _company(words: Words, k: int) -> int:
    """Past a company's name that nobody has marked: "Sido Muncul, Irwan Hidayat" -> the index of the comma."""
    run = _run_end(words, k)
    if run == k or (name_at(words, k) is not None and given(words.at(k))):
        return k
    ends = {i for i in range(k, run) if words.at(i).text == ")" or words.at(i).lower in cues("company_end")}
    ended = [i for i in range(k + 1, run) if i - 1 in ends]
    if ended:
        return ended[-1]
    after = name_at(words, run + 1) if words.at(run).text == "," else None
    if after and (after.marked or after.end - after.first > 1 or words.at(after.end).text == ","):
        return run
    names = [i for i in range(k + 1, run - 1) if given(words.at(i)) or initial(words.at(i))]
    if names:
        return names[0]
    private = words.at(k - 1).text in lexicon("office_words")["bodies"]["private"]
    return run - 2 if run - k > LONG_NAME - private and run - k > 2 else k


def _run_end(words: Words, k: int) -> int:
    """The index after the capitalised words, "&" and brackets that begin at word `k`."""
    while (words.at(k).capital and not stopword(words.at(k))) or words.at(k).text == "&" or bracket(words, k) > k:
        name = name_at(words, k)
        if name is not None and name.honorific:
            break
        k = max(bracket(words, k), k + 1)
    return k


def name_in_company(words: Words, office: Office, marks: Marks) -> tuple[Name, Mark] | None:
    """A name that was taken for the end of the company before it: "Direktur PT Bank X Tbk Sunarso"."""
    if words[office.start].lower in cues("groups"):
        return None  # "pengurus CV Tunas Karya"
    k = office.end if office.known_body else _after_private(words, office.end, marks, True)
    mark = marks.company_ending(words[office.start].start, words.at(k - 1).end)
    if mark is None or office.public:
        return None
    first = words.index(mark.start)
    places = {words.index(m.end) for m in marks.all if m.label == "PLACE" and mark.start < m.start < m.end < mark.end}
    ends = [i for i in range(first + 2, k) if words.at(i - 1).lower in cues("company_end") or i in places]
    starts = ends[-1:] or [i for i in range(first + 2, k) if given(words.at(i)) or initial(words.at(i))][:1]
    name = name_at(words, starts[0]) if starts else None
    return (name, mark) if name and name.end == k else None


def name_before(words: Words, office: Office, names: list[Name], marks: Marks) -> Name | None:
    """The name that an office follows: "Drajat Irawan, Kepala Dinas …", "Drajat Irawan selaku Kepala Dinas …"."""
    k = office.start
    while words.at(k - 1).lower in cues("apposition") or words.at(k - 1).text in (*",(-–—",):
        k -= 1
        if k <= 0 or office.start - k > JOINING_WORDS:
            return None
    found = next((name for name in names if k in (name.tail, name.end)), None)
    dashed = any(words.at(i).text in DASHES for i in range(k, office.start))
    if found and dashed and not any(given(word) for word in words[found.first : found.end]):
        return None  # "JAKARTA, Kabarkoperasi – Menteri …"
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
        sure = len(inner) > 1 and named and name.begin == name.first
        opens = words.at(name.begin - 1).text in CLAUSE_STARTS and (
            office.known_body or office.council
        )  # "Agus Salim ketua DPRD"
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


def cue_of(words: Words, name: Name, marks: Marks) -> bool:
    """What stands around the name says that it is one of a person: "ujar Siti Aminah", "Siti Aminah mengatakan"."""
    inner = words[name.first : name.end]
    sure = sum(given(w) for w in inner)
    if name.marked:
        return True
    if marks.is_place(inner[0].start, inner[-1].end) or (not sure and marks.place(inner[-1].start)):
        return False  # "Desa Kebanggan Sumbang Banyumas"
    before = words.at(name.begin - 1).lower
    if before in cues("named") or (before in saying("bare") and (sure or len(inner) > 1 or not odd(inner[0]))):
        return True
    if before in cues("led") and len(inner) > 1 and not any(odd(w) for w in inner):
        return True
    leads = before in cues("before") or before in saying("passive")
    if _said_after(words, name) and (sure or (len(inner) > 1 and not any(odd(w) for w in inner))):
        return True
    return sure > 0 if leads else len(inner) > 1 and sure > 1 and not _venue(words, name)


def _said_after(words: Words, name: Name) -> bool:
    k = name.tail + (words.at(name.tail).text == ",")
    if words.at(k).lower in cues("adverbs") and _says(words.at(k + 1).lower):
        return True
    return _says(words.at(k).lower)


def _says(follows: str) -> bool:
    """A verb that only persons are the subject of, or another word that stands behind names."""
    bare = follows.removesuffix(lexicon("person_cues")["suffix"])
    return follows in cues("after") or follows in saying("active") or bare in saying("bare")


def _venue(words: Words, name: Name) -> bool:
    """The name of a street, a building, a school or a product that is called after somebody."""
    before = words.at(name.begin - 1)
    return before.capital and (not stopword(before) or before.lower in cues("venues"))
