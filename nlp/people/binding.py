"""One article on its way from words to a cast: which name belongs to which office."""

from collections.abc import Iterator

from spacy.tokens import Doc

from nlp.bodies.institutions import Marks, cut_company
from nlp.data import lexicon
from nlp.document import text_of
from nlp.people.apposition import apposed, begins_anew, listed, may_follow, trade_name
from nlp.people.english_words import words_of
from nlp.people.holders import as_told, free_names, name_after, name_before, shortened
from nlp.people.name_cues import cue_of, cues, headline_word, odd, several, shortened_in_brackets
from nlp.people.name_lists import listed_persons
from nlp.people.name_words import given, known_persons, remark_of_caption
from nlp.people.nearest_bodies import with_institutions
from nlp.people.office_spans import SENTENCE_STARTS, offices_in
from nlp.people.offices import Office, office_at
from nlp.people.other_names import OtherNames
from nlp.people.pairs import paired
from nlp.people.person_names import Name, name_at
from nlp.people.persons import Cast, Holding, Person
from nlp.people.roles import name_in_company
from nlp.text.headlines import headlines
from nlp.text.words import Words

NICKNAME_WORDS = 2  # in brackets after a name: more are a remark
TRAINED = ("PER", "PERSON")  # labels of a trained model


class Binding:
    """Reads one article; `cast` is what was found. Titles come first, since they are surest, headlines last."""

    def __init__(self, doc: Doc) -> None:
        self.doc, self.words, self.marks = doc, Words(text_of(doc)), Marks(doc)
        self.cast = Cast(self.words)
        self.headline = headlines(doc, self.words)
        self.offices = with_institutions(offices_in(self.words, self.marks, doc), self.words, self.marks)
        self.begins = {office.start: office for office in self.offices}  # by their first word
        self.ends = {office.end: office for office in self.offices}  # by the word behind them
        self.taken = {i for o in self.offices if self._printed_as_office(o) for i in range(o.start, o.end)}
        self.names = free_names(self.words, self.marks, self.taken)
        self.bound: set[int] = set()  # first words of the names that an office stands before
        self.private: set[int] = set()  # of these, those before which only a role has been read
        self._bind_all()
        self._in_full()
        others = OtherNames(self.words, self.names, self.offices, self.cast)
        others.nicknames()
        others.pointed()
        others.completed()
        self.cast.offices = [o for o in self.offices if o.public and self.words[o.start].capital]

    def _printed_as_office(self, office: Office) -> bool:
        return office.public or any(w.capital for w in self.words[office.start : office.end])

    def _bind_all(self) -> None:
        for office in self.offices:
            if office.start not in self.headline:
                self._bind(office)
        for name in self.names:
            rule = self._shown(name) if name.first not in self.headline else None
            if rule and name.first not in self.bound:
                self._hold(name, None, rule)
        told = [name for name in self.names if name.first not in self.headline]
        for name in listed_persons(self.words, told, set(self.cast.named), self.marks):
            self._hold(name, None, "list")
        for office in self.offices:
            if office.start in self.headline:
                self._bind(office)
        for name in self.names:
            if name.text.casefold() in known_persons() and name.first not in self.bound:
                self._hold(name, None, "known_name")

    def _shown(self, name: Name) -> str | None:
        """What shows that this is a person, though no office stands beside it."""
        if cue_of(self.words, name, self.marks):
            return "cue"
        return "trained_names" if self._trained(name) else None

    def _bind(self, office: Office) -> None:
        """Gives the office to the name before it or after it, where one stands there."""
        if pair := paired(self.words, self.ends.get(office.start - 1), office, lambda o: self._after(o)[0]):
            for name, held in pair:
                self.bound.add(name.first)
                self._hold(name, held, "title_of_list")
            return
        after, swallowed = self._after(office)
        comma = after is not None and self.words.at(after.begin - 1).text == ","
        before = name_before(self.words, office, self.names, self.marks)
        before = (
            before
            if before and (may_follow(self.words, office, before) or apposed(self.words, self.marks, before, office))
            else None
        )
        before = None if before and before.first in self.bound and self._of_list(before, office) else before
        if self.words.at(office.start - 1).text == "," and not self.words[office.start].capital:
            before = None if self.words.at(office.end).lower in cues("pointing") else before  # "…, eks camat ini"
        shared = self._shared(office) if before is None and after is None else None
        if shared:
            self._hold(shared, office, "title_before")
        if before and before.first in self.bound and self.words.at(before.tail).lower in cues("appointed"):
            before = None  # "amanat Presiden Joko Widodo sebagai Menteri Perindustrian"
        if before and after and (before.first in self.bound or not (comma or trade_name(self.words, office, after))):
            before = None
        if before and after and comma and begins_anew(self.words, self.begins, after):
            before = None
        if before and not (before.first in self.headline and office.start not in self.headline):
            self._hold(before, office, "title_after")
        elif after and self._unbound(after, office) and (swallowed or self._likely(after, office)):
            self.bound.add(after.first)
            (self.private.discard if office.public else self.private.add)(after.first)
            self._hold(after, office, "title_before")
            if office.head.name.casefold() in cues("several"):
                self._share(after, office)

    def _of_list(self, before: Name, office: Office) -> bool:
        """Another one's office in a list: "…, Wali Kota Bogor selaku Ketua Dewan" behind "Asisten II Kusnardi"."""
        person = self.cast.named[before.first][1] if before.first in self.cast.named else None
        held = person is not None and any(h.office.public for h in person.holdings)
        region = held and office.head.takes == "territory" and office.place is not None
        return listed(self.words, self.begins, office) or (region and before.tail == office.start - 1)

    def _unbound(self, name: Name, office: Office) -> bool:
        """No office stands before the name, or only a role farther off: "pemateri dari Sekretaris Dinas … Agus"."""
        return name.first not in self.bound or (office.public and name.first in self.private)

    def _share(self, name: Name, office: Office) -> None:
        """Gives the office to all of a list that ends with "dan": "Anggota DPR Rina Sari, Budi Santoso, dan Dewi"."""
        words, listed = self.words, [name]
        joiners = lexicon("bodies")["joiners"]
        while True:
            k = listed[-1].tail + (words.at(listed[-1].tail).text == ",")
            last = words.at(k).lower in joiners
            further = next((n for n in self.names if n.begin == k + last), None) if k + last > listed[-1].tail else None
            if further is None or self.marks.is_place(words[further.first].start, words[further.end - 1].end):
                return
            listed.append(further)
            if last:
                break
        if words.at(listed[-1].tail).text == "," and len(listed) == 2:
            return  # "Anggota DPR Rina Sari dan Budi Santoso, pemilik kedai"
        for other in listed[1:]:
            self.bound.add(other.first)
            self._hold(other, office, "title_of_list")

    def _shared(self, office: Office) -> Name | None:
        """The name behind a second office that the same person has: "Gubernur Bali, selaku Ketua Dewan, Wayan Arta"."""
        words, k = self.words, office.end
        k += words.at(k).text == ","
        begin = k
        while words.at(k).lower in cues("apposition"):
            k += 1
        second = self.begins.get(k)
        joined = any(words.at(i).lower in cues("as") for i in range(begin, k))
        if second is None or not joined or not office.public or office.bare:
            return None
        return name_after(words, second, self.marks, self.taken)

    def _after(self, office: Office) -> tuple[Name | None, bool]:
        """The name behind the office, and whether it had been taken for a part of a company's name."""
        name = name_after(self.words, office, self.marks, self.taken)
        if office.start in self.headline:
            return (as_told(self.words, shortened(self.words, name), self._told()) if name else None), False
        if name is not None and self._of_inner(office, name):
            return None, False
        swallowed = name_in_company(self.words, office, self.marks) if name is None else None
        if swallowed is None:
            return name, False
        cut_company(self.doc, swallowed[1], self.words[swallowed[0].begin - 1].end)
        self.marks = Marks(self.doc)
        return swallowed[0], True

    def _of_inner(self, office: Office, name: Name) -> bool:
        """The name is that of the head of state at whom the office is one: "Staf Khusus Presiden Jokowi"."""
        inner = office_at(self.words, office.end - 1, self.marks) if office.head.takes == "scope" else None
        known = known_persons().get(name.text.casefold())
        if inner is None or inner.head.takes != "state" or known is None or name.first in self.bound:
            return False
        self.bound.add(name.first)
        self._hold(name, inner, "title_before")
        return True

    def _likely(self, name: Name, office: Office) -> bool:
        """The words behind an office are a name indeed; for roles, which stand before anything, that must be surer."""
        words, first = self.words, self.words[name.first]
        if not office.public and (several(words, office.start) or shortened_in_brackets(name)):
            return False
        whole = office.public and name.end - name.first > 1  # "Kepala Dinas Perdagangan Sutarman Jaya"
        if name.first in self.headline and (headline_word(first) or not (whole or self._known_in_headline(name))):
            return False
        article = words[office.start].lower in words_of("words", "article")  # "the Minister of Manpower Yassierli"
        if (words.at(office.start + article).capital and office.public) or name.end - name.first > 1:
            return True
        before = words.at(office.start - 1)
        begins = before.text in SENTENCE_STARTS or before.lower in cues("one_of")
        lone = words.at(name.begin - 1).text == "," and begins and not odd(first)
        beside = words[office.start].capital and office.end == name.begin
        return lone or beside or office.known_body or name.marked or given(first)

    def _known_in_headline(self, name: Name) -> bool:
        """A common name, or a word of one that the text gives to a person: "Bupati Jumino Buka Pameran"."""
        words = self.words[name.first : name.end]
        told = {word.text for other in self._told() for word in self.words[other.first : other.end]}
        known = name.text.casefold() in known_persons() or any(given(word) for word in words)
        return known or not told.isdisjoint(word.text for word in words)

    def _told(self) -> Iterator[Name]:
        """The names of the text that are known to be those of persons."""
        return (name for name in self.names if name.first in self.cast.named and name.first not in self.headline)

    def _trained(self, name: Name) -> bool:
        """A trained model says that this is a person."""
        start, end = self.words[name.first].start, self.words[name.end - 1].end
        return any(e.label_ in TRAINED and e.start_char <= start and end <= e.end_char for e in self.doc.ents)

    def _hold(self, name: Name, office: Office | None, rule: str) -> None:
        """Notes the person, with the office where it is a public one, and the rule that found both."""
        start, end = self.words[name.first].start, self.words[name.end - 1].end
        person = self.cast.person(name.text, start, office)
        self.cast.named[name.first] = (name.end, person)
        self.cast.rules.setdefault(name.first, f"people.{rule}")
        if office is not None and office.public:
            person.holdings.append(Holding(office, start, end, f"officials.{rule}"))
        nick = name.remark.strip("\"'“”")
        if nick and self._is_nickname(nick, person):
            person.nicknames.add(nick)

    def _is_nickname(self, remark: str, person: Person) -> bool:
        """ "Joko Widodo (Jokowi)", "Agus Harimurti Yudhoyono (AHY)", but no party, age or place in a photo."""
        inner = Words(remark)
        if len(inner) > NICKNAME_WORDS or remark_of_caption(remark) or office_at(inner, 0, self.marks) is not None:
            return False
        short = remark == "".join(w[0] for w in person.name.split()) or remark.casefold() in known_persons()
        return short or (not remark.isupper() and name_at(inner, 0) is not None)

    def _in_full(self) -> None:
        """Gives a person known by one word the longer name that begins with it: "Istrinya, Euis Komariah, …"."""
        for name in self.names:
            inner = self.words[name.first : name.end]
            person = next((p for p in self.cast.persons if p.name == inner[0].text), None)
            known = name.first in self.cast.named or name.first in self.headline
            if person is None or known or len(inner) == 1 or any(odd(w) for w in inner):
                continue
            if not self.marks.is_place(inner[0].start, inner[-1].end):
                self._hold(name, None, "fuller_name")
