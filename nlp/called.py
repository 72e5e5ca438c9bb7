"""What the persons of one article are called: full names, other names, and who holds an office that stands alone."""

import re

from nlp.speaker_names import NAME, ends_badly, is_clipped, name_in, nicknames


class Called:
    """The names of an article; those that a verb of speaking brings in are added while it is read."""

    def __init__(self, text: str, spoken: str, named: list[tuple[int, str]]) -> None:
        """`text` is one part, `spoken` all parts but the headline, `named` the persons marked in `text` with places."""
        self._spoken = spoken
        self._names = {name for _, name in named}
        self._others = dict(self._nicknames(text, named))

    def _nicknames(self, text: str, named: list[tuple[int, str]]) -> list[tuple[str, str]]:
        """Each other name with the full name of the person named last before it."""
        found = []
        for place, other in nicknames(text):
            before = [name for at, name in named if at < place and other not in name.split()]
            if before:
                found.append((other, before[-1]))
        return found

    def add(self, name: str) -> None:
        """Notes a name that only its place shows to be one."""
        self._names.add(name)

    def knows(self, name: str) -> bool:
        """Whether somebody has been called so in full."""
        return name in self._names

    def fullest(self, name: str) -> str:
        """The longest name of the article that holds this one, word by word; for another name the one it stands for."""
        if name in self._others:
            return self._others[name]
        known = [other for other in self._names if f" {name.casefold()} " in f" {other.casefold()} "]
        if known:
            return max(known, key=len)
        longer = re.findall(rf"(?<!\w){re.escape(name)}(?:\s+[A-Z][\w'’]*[a-z])+", self._spoken)
        longer = [one for one in longer if not ends_badly(one)]
        clipped = [other for other in self._names if is_clipped(name, other)] if not longer else []
        return clipped[0] if len(clipped) == 1 else max([name, *longer], key=len)

    def holder(self, office: str) -> str | None:
        """The name that stands behind this office elsewhere: "MenkopUKM" in "(MenkopUKM) Wulan Sari"."""
        match = re.search(rf"(?<!\w)(?i:{re.escape(office)})\)?,?\s+({NAME.pattern})", self._spoken)
        if match is None:
            return None
        name = name_in(match[1])
        full = self.fullest(name) if name else None
        behind_region = (known for known in self._names if match[1].endswith(f" {known}"))  # "Bupati Sikka Wulan Sari"
        return full if full in self._names else next(behind_region, None)
