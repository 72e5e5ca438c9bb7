"""The word lists of crawler/words.toml, and the patterns made of them."""

import re
import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "words.toml"


@cache
def table(name: str) -> dict:
    """One table of words.toml: table("zones") -> {"source": …, "wib": 7, …}."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))[name]


@cache
def words(name: str, key: str = "words") -> frozenset[str]:
    """The plain words of one list, lower case: words("roles", "editor") -> {"editor", "redaktur", …}."""
    return frozenset(table(name)[key])


@cache
def alternatives(name: str, key: str = "words") -> str:
    """A list as one alternative of a pattern, longest first: "laporan wartawan|laporan|…"."""
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in sorted(table(name)[key], key=len, reverse=True))


@cache
def pattern(key: str) -> re.Pattern[str]:
    """One entry of [patterns], compiled without regard to case; of a list, the alternative of its entries."""
    value = table("patterns")[key]
    return re.compile(value if isinstance(value, str) else "|".join(f"(?:{v})" for v in value), re.IGNORECASE)


@cache
def months() -> dict[str, int]:
    """Every printed month and its number: {"juli": 7, "jul": 7, …}."""
    return {name: int(number) for number, names in table("months").items() if number != "source" for name in names}
