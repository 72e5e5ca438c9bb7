"""The words around a name: whether they say that it is meant as the name of a place, a country, an office, a thing."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache, cached_property

from nlp.data import gazetteer, lexicon
from nlp.text.names import Match, Word, joining_gap
from nlp.text.phrases import headlines

NEAR = 5  # words between two names of one enumeration, counting what stands in parentheses behind the first
DASHES = frozenset("-–—")
DATELINE_GAPS = (", ", " | ", " - ", " – ", " — ", ": ")  # between the paper and the town of a dateline
LONGEST_TITLE = 20  # words of a minister's title


@dataclass(frozen=True)
class Reading:
    """The words of one text, with what several decisions ask for."""

    words: list[Word]
    matches: list[Match]
    capitals: frozenset[int]  # words that stand in a line printed in capitals
    misprints: frozenset[int] = frozenset()  # first words of names that are printed with a wrong letter

    @cached_property
    def titled(self) -> frozenset[int]:
        """The words of headlines, where a capital says nothing."""
        return headlines(self.words)

    @cached_property
    def countries(self) -> dict[int, Match]:
        """The names that mean a country and nothing else, by their first word."""
        return {match.first: match for match in self.matches if {k.kind for k in match.values} == {"country"}}

    def before(self, match: Match, far: int = 1) -> Word | None:
        """The word before the name, when nothing but a space stands between: "bahasa" of "bahasa Indonesia"."""
        at = match.first - far
        tight = all(word.gap.strip(" \t\u00a0.") == "" for word in self.words[at + 1 : match.first + 1])
        return self.words[at] if at >= 0 and tight else None

    def after(self, match: Match) -> Word | None:
        """The word after the name, when nothing but a space stands between."""
        word = self.words[match.last + 1] if match.last + 1 < len(self.words) else None
        return word if word and word.gap.strip(" \t\u00a0") == "" else None

    def printed(self, match: Match) -> str:
        """The words of the name, with single spaces."""
        return " ".join(word.text for word in self.words[match.first : match.last + 1])

    def in_address(self, match: Match) -> bool:
        """Whether the name is part of the address of a web page: "indonesia.go.id", "@jakarta"."""
        following = self.words[match.last + 1] if match.last + 1 < len(self.words) else None
        domain = following is not None and following.gap == "." and (following.text.islower() or _domain(following))
        if domain or kind_said(self, match)[1]:  # "Kab.Malang" is none
            return domain
        return self.words[match.first].gap.endswith((".", "@", "#", "/www."))

    def enumerated(self, match: Match, others: list[Match]) -> bool:
        """Whether another of these names stands near, in one enumeration: "Solo, Tegal dan Pati"."""
        following = self.words[match.last + 1].gap if match.last + 1 < len(self.words) else "\n"
        listed = [
            gap for gap in (self.words[match.first].gap, following) if joining_gap().fullmatch(gap) and gap.strip()
        ]
        close_by = [o for o in others if o is not match and abs(o.first - match.first) <= NEAR]
        return bool(listed or ")" in self.words[match.first].gap) and any(self.same_line(match, o) for o in close_by)

    def same_line(self, one: Match, other: Match) -> bool:
        """Whether no line ends between the two names."""
        first, last = sorted((one.first, other.first))
        return not any("\n" in word.gap for word in self.words[first + 1 : last + 1])

    def opens_line(self, match: Match) -> bool:
        """Whether the name is the dateline: "PADANG, Kompas.com -", "Serang (Antara) -", "KABARNIAGA.ID, SIAK -"."""
        following = self.words[match.last + 1].gap if match.last + 1 < len(self.words) else ""
        before = self.words[match.first].gap
        paper = before in DATELINE_GAPS and match.first > 0 and _domain(self.words[match.first - 1])
        mark = following.strip()[:1]
        return ("\n" in before and mark in {",", *DASHES, "("}) or (paper and mark in DASHES)


def _domain(word: Word) -> bool:
    """The end of an address printed in capitals: "POS-KUPANG.COM"."""
    return word.text.isupper() and word.key in lexicon("organisations")["citing"]["domains"]


@cache
def listed(name: str) -> frozenset[str]:
    """One list of lexicon/places.toml."""
    return frozenset(lexicon("places")[name])


def no_place(reading: Reading, match: Match) -> bool:
    """Streets, villages, waters, foods, peoples, venues: "Jalan Bogor", "nasi Padang", "Jakarta Convention Center"."""
    before, after = reading.before(match), reading.after(match)
    if reading.in_address(match) or _is_hamlet(reading, match) or _is_other_city(reading, match):
        return True
    banned = listed("never_before")
    printed = before.text.capitalize() if before and before.text.isupper() else ""  # "PORTAL PEKALONGAN"
    if before and {before.text, printed, before.key} & banned:
        return True
    return bool(after and after.text[0].isupper() and after.key in listed("never_after"))


def _is_hamlet(reading: Reading, match: Match) -> bool:
    """ "Banjar Pengembungan" (Bali), neither "Kabupaten Banjar" nor "Bupati Banjar Saidi" nor "Banjar, Jawa Barat"."""
    after = reading.after(match)
    if reading.printed(match) not in listed("hamlets") or after is None or not after.text[0].isupper():
        return False
    before = reading.before(match)
    offices = listed("heads_of_region") | listed("regency_offices") | listed("city_offices")
    led = before is not None and (before.text in offices or kind_said(reading, match)[0] is not None)
    led = led or (before is not None and before.text.isupper())  # "Kadis Koperasi dan UKM Banjar Rina Sari"
    region = any(other.first == match.last + 1 for other in reading.matches)
    return not led and not region


def _is_other_city(reading: Reading, match: Match) -> bool:
    """The beginning of a longer name behind the word for a city: "Kota Lima Dimensi", no Lima in Peru."""
    before, after = reading.before(match), reading.after(match)
    led = before is not None and before.text in listed("city_heads")
    abroad = all(known.region.kind == "abroad" for known in match.values if known.region)
    return led and abroad and after is not None and after.text[0].isupper()


def place_is_said(reading: Reading, match: Match, places: list[Match]) -> bool:
    """Whether an ambiguous name is a place here: "di Padang", "Kota Batu", "Solo, Pati dan Tegal"."""
    before = reading.before(match)
    if before and before.key in listed("confirm_before"):
        return True
    if _before_its_province(reading, match) or _on_a_route(reading, match, places) or _behind_prefix(reading, match):
        return True
    named_so = before is not None and before.text[0].isupper() and not before.text.isupper()  # "Artha Ardana Sukawati"
    after = reading.after(match)
    named_so = named_so or (after is not None and after.text[0].isupper() and not reading.opens_line(match))
    listed_so = not named_so and not _is_paper(reading, match) and reading.enumerated(match, places)
    return reading.opens_line(match) or listed_so


def _is_paper(reading: Reading, match: Match) -> bool:
    """The newspaper of a dateline: "TANAH DATAR, METRO–"."""
    following = reading.words[match.last + 1].gap if match.last + 1 < len(reading.words) else ""
    opening = next((other for other in reading.matches if other.last == match.first - 1), None)
    dashed = following.strip()[:1] in DASHES and following.strip() != ""
    return dashed and opening is not None and "\n" in reading.words[opening.first].gap


def _before_its_province(reading: Reading, match: Match) -> bool:
    """ "Sigi, Sulawesi Tengah", "Sigi Sulawesi Tengah"."""
    following = bisect_left(reading.matches, match.last + 1, key=lambda other: other.first)
    behind = reading.matches[following] if following < len(reading.matches) else None
    if behind is None or behind.first != match.last + 1 or reading.words[behind.first].gap not in (" ", ", "):
        return False
    provinces = {known.region.code for known in behind.values if known.region and known.region.kind == "province"}
    codes = (known.region.code for known in match.values if known.region and known.region.code)
    return any(code.partition(".")[0] in provinces for code in codes)


def _on_a_route(reading: Reading, match: Match, places: list[Match]) -> bool:
    """ "tol Batang-Semarang": hyphenated to another place."""
    behind = [other for other in places if other.first == match.last + 1]
    before = [other for other in places if other.last == match.first - 1]
    gaps = [reading.words[other.first].gap for other in behind] + [reading.words[match.first].gap for _ in before]
    return any(gap in ("-", "–") for gap in gaps)


def _behind_prefix(reading: Reading, match: Match) -> bool:
    """ "se-Siak", hyphenated to the prefix for all of a region."""
    at = match.first
    return at > 0 and reading.words[at].gap == "-" and reading.words[at - 1].key in listed("prefixes")


def kind_said(reading: Reading, match: Match) -> tuple[str | None, int]:
    """The kind of region that the words before say, and how many of them belong to the name.

    "Kabupaten Malang" -> ("regency", 1), "Wali Kota Malang" -> ("city", 1), "Bupati Malang" -> ("regency", 0)
    """
    before = reading.before(match)
    if before is None or not before.text[0].isupper():
        return None, 0
    for kind in ("province", "regency", "city", "island", "district"):
        if before.text in listed(f"{kind}_heads") or before.text.capitalize() in listed(f"{kind}_heads"):
            return kind, 1
    for kind in ("regency", "city"):
        if before.text in listed(f"{kind}_offices"):
            return kind, 0
    return None, 0


def in_office(reading: Reading, match: Match) -> bool:
    """Whether the name is the end of a minister's title: "Menteri BUMN", "Menteri Komunikasi dan Digital (Komdigi)"."""
    ministers = lexicon("bodies")["ministers"]
    if reading.words[match.first].key.startswith(gazetteer("ministries")["short_heads"][0].lower()):
        return False  # "Kemenko PMK" is the name of the ministry alone
    at = match.first - 1
    while at >= max(0, match.first - LONGEST_TITLE) and _title_goes_on(reading.words[at + 1].gap):
        if any(reading.words[at].key.startswith(minister) for minister in ministers):
            return True
        if not reading.words[at].text[0].isupper() or reading.words[at].key in lexicon("bodies")["heads_of_bodies"]:
            return False  # "Menteri PPN/Kepala Bappenas": a body behind the head of a body
        at -= 1
    return False


def is_directed(reading: Reading, match: Match) -> bool:
    """Whether the name is the end of the title of its director general: "Direktur Jenderal Bea dan Cukai"."""
    before, far = reading.before(match), reading.before(match, 2)
    for head in lexicon("bodies")["directors"]:
        said = head if " " not in head or far is None else f"{far.key} {head.split()[-1]}"
        if before and before.key == head.split()[-1] and said == head:
            return True
    return False


def _title_goes_on(gap: str) -> bool:
    return bool(joining_gap().fullmatch(gap)) or gap in {" (", " ( "}


def redefined(reading: Reading) -> frozenset[str]:
    """Abbreviations that this text explains as something else: PKS of "Perjanjian Kerja Sama (PKS)"."""
    by_first = {match.first: match for match in reading.matches}
    by_last = {match.last: match for match in reading.matches}
    found = set()
    for at, word in enumerate(reading.words):
        if "(" not in word.gap or not word.text.isupper():
            continue
        explained, short = by_last.get(at - 1), by_first.get(at)
        initials = "".join(w.key[0] for w in reading.words[max(0, at - len(word.text)) : at])
        if _others(explained, short) if explained and short else explained is None and initials == word.key:
            found.add(word.text)
    return frozenset(found)


def _others(explained: Match, short: Match) -> bool:
    """Whether two listed names of one kind, the second in parentheses behind the first, mean different bodies."""
    same_kind = {known.kind for known in explained.values} & {known.kind for known in short.values}
    return bool(same_kind) and not {k.entity.id for k in explained.values} & {k.entity.id for k in short.values}
