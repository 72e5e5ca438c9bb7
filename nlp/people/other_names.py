"""Other names and offices of persons already found: "Sri Hartati, akrab disapa Tatik", "Menko Perekonomian ini"."""

from dataclasses import dataclass

from nlp.people.name_cues import cues
from nlp.people.offices import Office
from nlp.people.person_names import Name
from nlp.people.persons import Cast, Holding, Person, holder
from nlp.text.words import Words

PHRASE_WORDS = 4  # "yang akrab disapa"


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
        return self.cast.person(name.text, self.words[name.first].start) if name else None

    def _beginning_at(self, k: int) -> Person | None:
        """The person whose name or office begins at word `k`."""
        office = next((o for o in self.offices if o.start == k), None)
        if office:
            return holder(office, self.cast)
        return next((self.cast.find(n.text) for n in self.names if n.begin == k), None)
