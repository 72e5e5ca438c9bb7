"""Which government a region has, and what it is called in full."""

from nlp.bodies.seats import Body, Place, Places
from nlp.bodies.short_forms import government_forms
from nlp.data import lexicon
from nlp.places.regions import official, same_name
from nlp.text.names import Word
from nlp.text.phrases import near, phrase


class GovernmentNames:
    """Reads governments of regions from the words of one text."""

    def __init__(self, text: list[Word], places: Places) -> None:
        self.words = text
        self.places = places

    def government(self, at: int) -> Body | None:
        """ "Pemkot Malang", "Pemerintah Kota (Pemkot) Metro" -> Pemerintah Kota Metro; alone only "Pemkot"."""
        if at and self.words[at].gap == " " and self.words[at - 1].key in lexicon("bodies")["pemda"]["seats"]:
            return None  # "Pusat Pemerintahan Kabupaten Badung" is a place
        for form, full in government_forms().get(self.words[at].key, ()):
            last = phrase(self.words, at, form)
            if last is not None and (body := self._government(at, last, full, self._means_one_alone(at, last))):
                return body
        return self._province(at)

    def _means_one_alone(self, at: int, last: int) -> bool:
        """Whether it may be that of the article's region: "Pemkot", but not "Pemerintah Kabupaten/Kota"."""
        data = lexicon("bodies")
        capital = all(word.text[0].isupper() for word in self.words[at : last + 1])
        several = last + 1 < len(self.words) and self.words[last + 1].gap.strip() in ("/", "-", *data["joiners"])
        kinds = (*data["governed"], lexicon("places")["province_heads"][0])
        of_region = last == at or self.words[last].text in kinds
        return capital and of_region and not (several and last > at)

    def _government(self, at: int, last: int, full: str, alone: bool) -> Body | None:
        place = self.places.behind(last)
        if place is None and full in lexicon("bodies")["fixed"]["of_town"]:
            body = self.places.located(Body(at, last, full, False, alone=False))
            return body if body.name != full or body.place else None
        if place is None:
            return Body(at, last, full, True, alone=False) if alone else None
        full = government_of(full, place)
        if not governs(full, place):
            return None
        kind = None if place[1] == full.split()[-1] else place[1]
        return Body(at, place[0], full, False, (place[0], kind, place[2]))

    def _province(self, at: int) -> Body | None:
        """ "Pemerintah Aceh" -> Pemerintah Provinsi Aceh."""
        full = next(iter(lexicon("bodies")["governments"]))
        place = self.places.at(at + 1) if self.words[at].text == full.split()[0] and near(self.words, at + 1) else None
        if place is None or place[2].kind != "province":
            return None
        return Body(at, place[0], full, False, (place[0], None, place[2]))


def government_of(full: str, place: Place) -> str:
    """What the government of a region is called: that of Pangandaran is a Pemerintah Kabupaten, that of DIY a Pemda."""
    data, region = lexicon("bodies")["pemda"], official(place[2])
    kinds = {one.kind for one in same_name().get(region.name, ()) if one.kind in data["of_kind"]}
    sure = place[1] is not None or len(kinds) == 1
    if region.name in data["own_name"]:
        return data["name"]
    if full != data["name"] or not sure:
        return full
    return data["of_kind"].get(place[2].kind, full)


def governs(full: str, place: Place) -> bool:
    """Whether a region of this name has such a government: "pemkab dan pemkot Jateng" names no city."""
    kind = lexicon("bodies")["governed_kinds"].get(full.split()[-1])
    of_name = same_name().get(official(place[2]).name, ())
    return place[2].kind != "province" or kind in (None, *(region.kind for region in of_name))
