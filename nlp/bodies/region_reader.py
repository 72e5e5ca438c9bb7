"""Which region is named from a word of a text on."""

from nlp.bodies.known import index, is_english
from nlp.bodies.seats import Place
from nlp.bodies.short_forms import abbreviates
from nlp.data import lexicon
from nlp.places.regions import Region, of_kind
from nlp.text.names import Word, words
from nlp.text.phrases import parentheses

KINDS = ("province", "city", "regency", "island", "town")  # of the regions that have bodies of their own


class RegionReader:
    """Called with a word of the text: "Kab. Malang" -> (its last word, "Kabupaten", Malang the regency)."""

    def __init__(self, text: list[Word]) -> None:
        self._words = text
        self._known = index(is_english(text))
        data = lexicon("places")
        kinds = ("province", "regency", "city")
        self._heads = {head: (kind, data[f"{kind}_heads"][0]) for kind in kinds for head in data[f"{kind}_heads"]}
        self._read: dict[int, Place | None] = {}  # what was asked for before
        self.said: dict[str, Region] = {}  # short forms that the text gives: "Kabupaten Murung Raya (Mura)"
        self.said = self._short_forms()
        if self.said:
            self._read.clear()

    def __call__(self, at: int) -> Place | None:
        """The region that begins at a word."""
        if at >= len(self._words):
            return None
        if at not in self._read:
            self._read[at] = self._region(at)
        return self._read[at]

    def _region(self, at: int) -> Place | None:
        text = self._words
        if text[at].text in self.said:
            return at, None, self.said[text[at].text]
        kind, printed = self._heads.get(text[at].text.capitalize(), (None, None))
        match = self._known.longest(text, at)
        if kind and match is None and at + 1 < len(text) and text[at + 1].gap in (" ", ". "):
            if text[at + 1].text in self.said:
                return at + 1, printed, of_kind(self.said[text[at + 1].text].name, kind)
            match = self._known.longest(text, at + 1)
        else:
            kind, printed = None, None
        regions = [one.region for one in match.values if one.region] if match else []
        if not match or not regions or regions[0].kind not in KINDS:
            return None
        return match.last, printed, of_kind(regions[0].name, kind)

    def _short_forms(self) -> dict[str, Region]:
        """Short form -> region, where brackets behind a region give it and it would mean another one without them."""
        found = {}
        for at, word in enumerate(self._words):
            where = self(at) if word.text[0].isupper() else None
            _, short = parentheses(self._words, where[0]) if where else (at, ())
            if not where or len(short) != 1 or not abbreviates(short[0], words(where[2].name)):
                continue
            alone = self(where[0] + 1)
            if alone and alone[2].name != where[2].name:
                found[short[0]] = where[2]
        return found
