"""Charts as SVG made here, without script: line() in every template.

A chart is an image with its own description.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from datasette import hookimpl
from jinja2 import Environment
from markupsafe import Markup

WIDTH, HEIGHT, LEFT, FOOT = 640, 150, 34, 22  # units of the picture; it is scaled to the page
HATCH = Markup(  # path, not rect: bars are the rects of a chart
    '<defs><pattern id="gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path fill="#fff" d="M0 0h6v6h-6z"/><path fill="#77736a" d="M0 0h2v6h-2z"/></pattern></defs>'
)


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    env.globals.update(line=line, months_between=months_between, gaps_of=gaps_of)


def months_between(rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, int]]:
    """Month and articles without holes: a month in which nothing was printed is 0. At most the last 36."""
    counts = {row["month"]: row["articles"] for row in rows}
    if not counts:
        return []
    year, month = map(int, min(counts).split("-"))
    out = []
    while (name := f"{year:04}-{month:02}") <= max(counts):
        out.append((name, counts.get(name, 0)))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return out[-36:]


def line(points: Sequence[tuple[str, int]], label: str, gaps: Collection[str] = ()) -> Markup:
    """Bars over time with first and last name below and the highest value at the left; `gaps` are hatched."""
    if not points:
        return Markup("")
    most, step = max(1, *(value for _, value in points)), (WIDTH - LEFT) / len(points)
    bars = [
        Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}: {}</title></rect>').format(
            LEFT + place * step, HEIGHT - HEIGHT * value / most, step * 0.8, HEIGHT * value / most, name, value
        )
        for place, (name, value) in enumerate(points)
        if value
    ]
    axis = Markup(
        '<text x="0" y="12">{}</text><text x="0" y="{}">0</text><line x1="{}" y1="{}" x2="{}" y2="{}" class="axis"/>'
        '<text x="{}" y="{}">{}</text><text x="{}" y="{}" text-anchor="end">{}</text>'
    ).format(
        *(most, HEIGHT, LEFT, HEIGHT, WIDTH, HEIGHT, LEFT, HEIGHT + 17, points[0][0]),
        *(WIDTH, HEIGHT + 17, points[-1][0]),
    )
    return _picture(WIDTH, HEIGHT + FOOT, label, Markup("").join([*_hatched(points, gaps, step), *bars, axis]))


def _hatched(points: Sequence[tuple[str, int]], gaps: Collection[str], step: float) -> Iterator[Markup]:
    if gaps:
        yield HATCH
    for place, (name, _) in enumerate(points):
        if name in gaps:
            path = '<path class="gap" fill="url(#gap)" d="M{:.1f} 0h{:.1f}v{}h-{:.1f}z"><title>{}</title></path>'
            yield Markup(path).format(LEFT + place * step, step, HEIGHT, step, name)


def gaps_of(points: Sequence[tuple[str, int]], collected: Collection[str]) -> list[str]:
    """Of these points the names of those that are 0 only because nobody collected."""
    return [name for name, value in points if not value and name not in collected]


def _picture(wide: int, tall: int, label: str, body: Markup) -> Markup:
    return Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        wide, tall, label, body
    )
