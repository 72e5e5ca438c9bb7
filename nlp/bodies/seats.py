"""Where a body is: the region that stands behind its name, or the town of a court and a police station."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from nlp.bodies.short_forms import government_forms, one_word_name
from nlp.data import lexicon
from nlp.places.regions import Region, official, titled
from nlp.text.names import Word
from nlp.text.phrases import headlines, near, parentheses, phrase, printed

ROMAN = re.compile(r"[IVX]+")
TOWN_WORDS = 2  # "Polsek Tanjung Perak"
Place = tuple[int, str | None, Region]  # last word, the kind as printed ("Kabupaten"), the region


@dataclass(frozen=True)
class Body:
    """One name of a body in a text: words first..last (inclusive)."""

    first: int
    last: int
    name: str  # without region and short form: "Dinas Perindustrian dan Perdagangan"
    regional: bool  # exists in every region; the kind of region is part of its name
    place: Place | None = None
    short: tuple[str, ...] = ()  # the short form that the text gives for it, word by word
    alone: bool = True  # means a body also without a region
    number: str = ""  # of several in one region: "Kanwil DJP Jawa Timur I"
    office: bool = False  # "Kadisperindag Jatim": no mention of the body, but it says which one is meant later
    rule: str | None = None  # what read it
    in_words: bool = False  # its name is printed in words and not as a short form
    nameless: bool = False  # a branch that has no name of its own: "BI Jatim" is the Bank Indonesia

    @property
    def full(self) -> str:
        """With the region in full: "Dinas Perindustrian dan Perdagangan Kabupaten Gresik"."""
        if self.place is None or self.nameless:
            return self.name
        _, kind, region = self.place
        name = official(region).name
        with_title = self.regional and not self.name.startswith(tuple(lexicon("bodies")["kinds"]["untitled"]))
        where = f"{kind} {name}" if kind else titled(name) if with_title else name
        return f"{self.name} {where} {self.number}".strip()


class Places:
    """The regions of one text; `place` says which region begins at a word."""

    def __init__(self, text: list[Word], place: Callable[[int], Place | None]) -> None:
        self.words = text
        self.at = place
        self.titled = headlines(text)

    def behind(self, last: int) -> Place | None:
        """The region directly behind a word, or behind the parentheses after it."""
        after, _ = parentheses(self.words, last)
        return self.at(after + 1) if near(self.words, after + 1) else None

    def located(self, body: Body) -> Body:
        """The body with its region and the short form that stands beside it."""
        _, short = parentheses(self.words, body.last)
        body = replace(body, short=short or body.short)
        if place := self.behind(body.last):
            end, late = parentheses(self.words, place[0])
            late = () if end > place[0] and self.at(place[0] + 1) else late  # "Nusa Tenggara Barat (NTB)"
            number = self._number(body, place[0] + 1) or self._part(body, place[0] + 1)
            last = place[0] + len(number.split())
            return replace(body, last=last, place=place, short=late or body.short, number=number)
        if place := self._government_behind(body.last):
            return replace(body, place=place)
        return self._at_a_town(body)

    def _number(self, body: Body, at: int) -> str:
        """The numeral of one of several offices in a region; in "Bali I Wayan Koster" it is none."""
        several = tuple(lexicon("bodies")["kinds"]["numbered"])
        if not body.name.startswith(several) or at >= len(self.words) or self.words[at].gap != " ":
            return ""
        follows = self.words[at + 1].key if at + 1 < len(self.words) else ""
        numeral = ROMAN.fullmatch(self.words[at].text) and follows not in lexicon("person_cues")["after_i"]
        return self.words[at].text if numeral else ""

    def _part(self, body: Body, at: int) -> str:
        """The part of a town behind its name: "Rungkut" of "KPP Pratama Surabaya Rungkut"; no person's name."""
        data, inside = lexicon("bodies")["fixed"], at < len(self.words) and self.words[at].gap == " "
        if not inside or not body.name.startswith(tuple(data["in_parts"])):
            return ""
        if self.words[at].text in data["parts"]:
            return self.words[at].text
        if district := self.at(at):
            return printed(self.words, at, district[0])
        headed = body.first > 0 and self.words[body.first].gap == " " and self.words[body.first - 1].text[0].isupper()
        alone = at + 1 == len(self.words) or not (
            self.words[at + 1].gap == " " and self.words[at + 1].text[0].isupper()
        )
        return self.words[at].text if self._names_a_town(at, False) and alone and not headed else ""

    def _government_behind(self, last: int) -> Place | None:
        """The region whose government or dinas is named behind: "UPT Pasar Pemkab Gresik", "BLK Disnaker Batang"."""
        after, _ = parentheses(self.words, last)
        if not near(self.words, after + 1):
            return None
        dinas = one_word_name(self.words[after + 1].text) or ""
        if dinas.startswith(lexicon("bodies")["dinas"]["word"]) and (place := self.behind(after + 1)):
            return place
        for form, full in government_forms().get(self.words[after + 1].key, ()):
            end = phrase(self.words, after + 1, form)
            place = self.behind(end) if end is not None else None
            if place:
                kind = full.split()[-1]
                return place[0], place[1] or (kind if kind in lexicon("bodies")["governed"] else None), place[2]
        return None

    def _at_a_town(self, body: Body) -> Body:
        """A court or a police station of a town that no list holds: "Kejari Lhoksukon", "Polsek Waru"."""
        data = lexicon("bodies")
        after, _ = parentheses(self.words, body.last)
        last = after
        while (
            body.name in data["fixed"]["of_town"]
            and body.first not in self.titled
            and last - after < TOWN_WORDS
            and last + 1 < len(self.words)
            and self._names_a_town(last + 1, last == after)
        ):
            last += 1
        if last == after:
            return body
        return replace(body, last=last, name=f"{body.name} {printed(self.words, after + 1, last)}", alone=True)

    def _names_a_town(self, at: int, first: bool) -> bool:
        word = self.words[at]
        capitalised = word.text[0].isupper() and not word.text.isupper()
        return (
            word.gap in ((" ", ") ") if first else (" ",))
            and capitalised
            and word.key not in lexicon("bodies")["organisations"]["stops"]
            and word.key not in lexicon("bodies")["fields"]["not_unlisted"]
            and one_word_name(word.text) is None  # "BLK Disnaker Batang"
        )
