"""Where the name begins behind a role outside the state: past what the person does and past the company."""

from nlp.bodies.institutions import Mark, Marks
from nlp.data import lexicon
from nlp.people.name_cues import cues
from nlp.people.name_words import balinese_i, given, initial, stopword, titled_name
from nlp.people.office_words import acronym, bracket, field_word
from nlp.people.offices import Office
from nlp.people.person_names import Name, name_at
from nlp.text.words import Word, Words

ROLE_WORDS = 9  # "pemilik usaha keripik pisang asal Kecamatan Jabung, Siti Aminah": more is another sentence
LONG_NAME = 3  # words; where a company's name and a person's run together, the person has the last two


def after_private(words: Words, k: int, marks: Marks, known: bool) -> int:
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
    if balinese_i(words, k) or titled_name(words, k):
        return k
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
    k = office.end if office.known_body else after_private(words, office.end, marks, True)
    mark = marks.company_ending(words[office.start].start, words.at(k - 1).end)
    if mark is None or office.public:
        return None
    first = words.index(mark.start)
    places = {words.index(m.end) for m in marks.all if m.label == "PLACE" and mark.start < m.start < m.end < mark.end}
    ends = [i for i in range(first + 2, k) if words.at(i - 1).lower in cues("company_end") or i in places]
    starts = ends[-1:] or [i for i in range(first + 2, k) if given(words.at(i)) or initial(words.at(i))][:1]
    name = name_at(words, starts[0]) if starts else None
    return (name, mark) if name and name.end == k else None
