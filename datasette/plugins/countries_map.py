"""countries_map(rows) in every template: the shapes of the countries, the darker the more articles name them.

Countries too small to be seen have a mark beside or in place of their shape.
"""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from datasette import hookimpl
from jinja2 import Environment

MAPS = Path(__file__).parents[1] / "maps"
SHADES = 4  # from 1; 0 is none
SMALL = 11  # units of the map, a thousand wide: a shape that is no larger is hardly seen
Row = dict[str, Any]


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    env.globals["countries_map"] = countries_map


def countries_map(rows: list[Row]) -> list[Row]:
    """Shapes of the countries; Indonesia, which nearly every article is about, is left out of the scale."""
    found = {row["entity"].removeprefix("country-"): row for row in rows}
    most = max((row["articles"] for code, row in found.items() if code != "ID"), default=0)
    out = []
    for code, path in _shapes().items():
        row = found.get(code, {"entity": None, "name": None, "articles": 0})
        home = code == "ID"
        shape = {"path": path, "home": home, "mark": _marks().get(code)}
        out.append({**row, **shape, "shade": SHADES if home else _shade(row["articles"], most)})
    for code, row in found.items():
        if code in _small():
            mark = {"path": "", "home": False, "mark": _marks()[code], "shade": _shade(row["articles"], most)}
            out.append({**row, **mark})
    return sorted(out, key=lambda shape: shape["mark"] is not None)  # marks are drawn over shapes


@cache
def _marks() -> dict[str, tuple[float, float]]:
    """Where the countries lie that are too small to be seen: those without a shape, and those whose shape is a dot."""
    found = {code: (float(x), float(y)) for code, (x, y) in _small().items()}
    for code, path in _shapes().items():
        left, top, right, bottom = _box(path)
        if max(right - left, bottom - top) < SMALL:
            found[code] = (left + right) / 2, (top + bottom) / 2
    return found


def _box(path: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a path of "M1 2l3 4 …z" rings."""
    points = []
    for ring in path.split("z")[:-1]:
        head, _, steps = ring.removeprefix("M").partition("l")
        x, y = map(float, head.split())
        points.append((x, y))
        numbers = list(map(float, steps.split()))
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + across, y + down
            points.append((x, y))
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def _shade(count: int, most: int) -> int:
    return -(-SHADES * count // most) if count else 0


@cache
def _shapes() -> dict[str, str]:
    read: dict[str, str] = json.loads((MAPS / "world.json").read_text(encoding="utf-8"))
    return read


@cache
def _small() -> dict[str, list[int]]:
    return tomllib.loads((MAPS / "small.toml").read_text(encoding="utf-8"))
