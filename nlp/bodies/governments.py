"""Which government a region has, and what it is called in full."""

from nlp.bodies.seats import Place
from nlp.data import lexicon
from nlp.places.regions import official, same_name


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
