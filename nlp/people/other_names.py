"""Other names and offices of persons already found: "Sri Hartati, akrab disapa Tatik", "Menko Perekonomian ini"."""

from dataclasses import dataclass

from nlp.people.name_cues import cues
from nlp.people.offices import Office
from nlp.people.person_names import Name
from nlp.people.persons import Cast, Holding, Person, holder
from nlp.text.words import Words

PHRASE_WORDS = 4  # "yang akrab disapa"
ALIKE = 3  # letters that a name and what somebody is called may begin with
OPENING = (",", "-", "–", "—", "(")  # before what a person is called


@dataclass
class OtherNames:
    """Adds to the persons of `cast`, out of the names and offices of its text in their order."""

    words: Words
    names: list[Name]
    offices: list[Office]
    cast: Cast

    def nicknames(self) -> None:
        """ "Sri Hartati, akrab disapa Tatik", "Tatik, sapaan akrab Kepala Dinas …": one person by another name."""
        for name in self.names:
            for start in range(name.begin - PHRASE_WORDS, name.begin):
                if self.words.text(start, name.begin).casefold() in cues("nickname"):
                    self._rename(name, self._ending_at(start))
            k = name.tail + (self.words.at(name.tail).text == ",")
            for end in range(k + 1, k + PHRASE_WORDS):
                if self.words.text(k, end).casefold() in cues("nickname_of"):
                    self._rename(name, self._beginning_at(end))
            if self._called_so(name):
                self._rename(name, self._named_before(name))

    def _called_so(self, name: Name) -> bool:
        """ "Hendi, sapaan akrabnya", "Gus Afif (sapaan akrabnya)", "Hendi -begitu ia kerap disapa-"."""
        if name.remark:
            return name.remark.casefold() in cues("nickname_self")
        k = name.tail + (self.words.at(name.tail).text in OPENING)
        ends = range(k + 1, k + PHRASE_WORDS + 1)
        return any(self.words.text(k, end).casefold() in cues("nickname_self") for end in ends)

    def _named_before(self, name: Name) -> Person | None:
        """The person of a longer name whom the text names before this one: one who is called alike, else the last."""
        at = self.words[name.first].start
        earlier = [n for n in self.names if n.end <= name.begin and n.end - n.first > 1]
        found = (self.cast.find(n.text) for n in reversed(earlier))
        people = [p for p in found if p and p.first < at and p.name != name.text]
        begins = name.text.casefold()[:ALIKE]  # "Hendi" is Hendrar Prihadi
        alike = (p for p in people if any(word.casefold().startswith(begins) for word in p.name.split()))
        return next(alike, people[0] if people else None)

    def pointed(self) -> None:
        """ "…, sambung Menko Perekonomian ini": the office of the person named last, who has none yet."""
        held = {id(h.office) for p in self.cast.persons for h in p.holdings}
        for office in self.offices:
            pointed = self.words.at(office.end).lower in cues("pointing") and self.words[office.start].capital
            known = not pointed or not office.public or office.bare or id(office) in held
            if known or holder(office, self.cast) is not None:
                continue
            earlier = (self.cast.find(name.text) for name in reversed(self.names) if name.end <= office.start)
            person = next((person for person in earlier if person), None)
            if person is not None and not person.holdings:
                at = self.words[office.start].start
                person.holdings.append(Holding(office, at, at, "officials.title_after"))

    def completed(self) -> None:
        """ "…, said the minister, Lukman Hakim": the only office of this rank that nobody has been given."""
        held = {id(h.office) for p in self.cast.persons for h in p.holdings}
        for person in self.cast.persons:
            if len(person.holdings) != 1 or not person.holdings[0].office.bare:
                continue
            rank, ministers = person.holdings[0].office.rank, person.holdings[0].office.head.takes == "ministry"
            full = [o for o in self.offices if ministers and o.rank == rank and not o.bare and o.institution]
            free = {o.text: o for o in full if id(o) not in held and holder(o, self.cast) in (None, person)}
            if len(free) == 1 and len({o.text for o in full}) == 1:
                person.holdings[0].office = next(iter(free.values()))

    def _rename(self, name: Name, person: Person | None) -> None:
        if person is None:
            return
        gone = [p for p in self.cast.persons if p is not person and p.name == name.text]
        self.cast.persons = [p for p in self.cast.persons if p not in gone]
        for first, (end, named) in self.cast.named.items():
            if named in gone:
                self.cast.named[first] = (end, person)
        self.cast.named[name.first] = (name.end, person)
        self.cast.rules[name.first] = "people.nickname"
        person.nicknames.add(name.text)

    def _ending_at(self, k: int) -> Person | None:
        """The person whose name ends before word `k`, commas, brackets and "yang" left out."""
        while self.words.at(k - 1).text in (",", "(") or self.words.at(k - 1).lower in cues("nickname_link"):
            k -= 1
        name = next((n for n in self.names if k in (n.end, n.tail)), None)
        office = next((o for o in self.offices if o.end == k and o.public), None)
        if name is None and office is not None:
            return holder(office, self.cast) or self._of_body(office)
        return self.cast.person(name.text, self.words[name.first].start) if name else None

    def _of_body(self, office: Office) -> Person | None:
        """The only person of the same body: "Ketua LKPP yang akrab disapa Hendi", who is its Kepala elsewhere."""
        body = office.institution.name if office.institution else None
        held = ((person, h.office.institution) for person in self.cast.persons for h in person.holdings)
        found = list({id(person): person for person, own in held if own and own.name == body}.values())
        return found[0] if len(found) == 1 else None

    def _beginning_at(self, k: int) -> Person | None:
        """The person whose name or office begins at word `k`."""
        office = next((o for o in self.offices if o.start == k), None)
        if office:
            return holder(office, self.cast)
        return next((self.cast.find(n.text) for n in self.names if n.begin == k), None)
