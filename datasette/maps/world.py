"""Makes world.json: the shape of every country as an SVG path, by its code of ISO 3166-1 alpha-2.

    python datasette/maps/world.py countries-110m.json > datasette/maps/world.json

The input is the TopoJSON file of world-atlas 2.0.2, made from Natural Earth 1:110m (public domain).
"""

import json
import sys
from collections.abc import Iterator
from itertools import pairwise
from math import radians
from pathlib import Path
from typing import Any

from babel.core import get_global

WIDTH = 1000  # units of the picture; the height follows from the projection
ANTARCTICA = "010"
CUT = -168.4  # degrees: through Bering Strait, where no land is cut in two
NORTH = 84.0  # degrees; no country reaches further
Ring = list[tuple[float, float]]


def main(source: Path) -> None:
    topology = json.loads(source.read_text(encoding="utf-8"))
    arcs = [list(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    codes = get_global("territory_aliases")
    shapes = {}
    for shape in topology["objects"]["countries"]["geometries"]:
        number = shape.get("id")  # none for land whose state is disputed
        if number and number != ANTARCTICA:
            shapes[codes[number][0]] = "".join(_path(ring) for ring in _rings(shape, arcs))
    json.dump(dict(sorted(shapes.items())), sys.stdout, indent=0)
    sys.stdout.write("\n")


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[tuple[float, float]]:
    """TopoJSON's steps on a grid as longitude and latitude in degrees."""
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield (
            x * transform["scale"][0] + transform["translate"][0],
            y * transform["scale"][1] + transform["translate"][1],
        )


def _rings(shape: dict[str, Any], arcs: list[Ring]) -> Iterator[Ring]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    for ring in (ring for polygon in polygons for ring in polygon):
        points: Ring = []
        for index in ring:  # ~index is the arc read backwards
            arc = arcs[index] if index >= 0 else arcs[~index][::-1]
            points.extend(arc[1:] if points else arc)
        yield points


def _projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Natural Earth projection (Patterson; polynomial by Šavrič, Jenny, Patterson, Petrovič, Hurni 2011)."""
    x, y = radians((longitude - CUT) % 360 - 180), radians(latitude)
    across = 0.8707 - 0.131979 * y**2 - 0.013791 * y**4 + 0.003971 * y**10 - 0.001529 * y**12
    up = y * (1.007226 + 0.015085 * y**2 - 0.044475 * y**6 + 0.028874 * y**8 - 0.005916 * y**10)
    return x * across, up


def _path(ring: Ring) -> str:
    """ "m1 2l3 4z" in whole units; points that fall on one another are told once, an islet of a point not at all."""
    edge, top = -_projected(CUT, 0)[0], _projected(0, NORTH)[1]
    scale, points = WIDTH / (2 * edge), []
    for longitude, latitude in ring:
        x, y = _projected(longitude, latitude)
        point = round((x + edge) * scale), round((top - y) * scale)
        if not points or point != points[-1]:
            points.append(point)
    if len(points) < 3:
        return ""
    steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(points)]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
