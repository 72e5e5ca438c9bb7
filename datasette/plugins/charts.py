"""Charts as SVG made here, without script: line() in every template.

A chart is an image with its own description.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from babel.dates import format_date
from datasette import hookimpl
from jinja2 import Environment
from markupsafe import Markup

WIDTH, HEIGHT, LEFT, FOOT = 640, 150, 34, 22  # units of the picture; it is scaled to the page
WIDEST = 40  # of a bar: few bars are no walls
MONTHS = 36  # as many bars can be told apart; a longer time is drawn in years
NO_GAPS: Mapping[str, float] = {}
HATCH = Markup(  # path, not rect: bars are the rects of a chart
    '<defs><pattern id="gap" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path fill="#fff" d="M0 0h6v6h-6z"/><path fill="#77736a" d="M0 0h2v6h-2z"/></pattern></defs>'
)


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    env.globals.update(line=line, times_of=times_of, gaps_of=gaps_of)
    env.filters["span"] = span


def times_of(rows: Sequence[Mapping[str, Any]]) -> list[tuple[str, int]]:
    """Month ("2019-07") and articles without holes, or year where it is more than MONTHS from the first to the last."""
    counts = {row["month"]: row["articles"] for row in rows}
    if not counts:
        return []
    first, last = min(counts), max(counts)
    names = [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(_number(first), _number(last) + 1)]
    if len(names) <= MONTHS:
        return [(name, counts.get(name, 0)) for name in names]
    years = range(int(first[:4]), int(last[:4]) + 1)
    return [(f"{year:04}", sum(n for name, n in counts.items() if name[:4] == f"{year:04}")) for year in years]


def _number(month: str) -> int:
    """ "2019-07" -> months since the year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def span(name: str) -> str:
    """ "2023-12" -> "Des 2023", "2023-12-05" -> "5 Des 2023"; a year stays what it is."""
    if len(name) == len("2023"):
        return name
    pattern = "MMM y" if len(name) == len("2023-12") else "d MMM y"
    return str(format_date(date.fromisoformat(f"{name}-01"[:10]), pattern, locale="id"))


def line(points: Sequence[tuple[str, int]], label: str, gaps: Mapping[str, float] = NO_GAPS) -> Markup:
    """Bars over time, first and last name below, the highest value at the left; `gaps`, see gaps_of(), are hatched."""
    if not points:
        return Markup("")
    most, step = max(1, *(value for _, value in points)), (WIDTH - LEFT) / len(points)
    wide = min(step * 0.8, WIDEST)
    bars = [
        Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}: {}</title></rect>').format(
            *(LEFT + (place + 0.5) * step - wide / 2, HEIGHT - HEIGHT * value / most, wide, HEIGHT * value / most),
            *(span(name), value),
        )
        for place, (name, value) in enumerate(points)
        if value
    ]
    axis = Markup(
        '<text x="0" y="12">{}</text><text x="0" y="{}">0</text><line x1="{}" y1="{}" x2="{}" y2="{}" class="axis"/>'
        '<text x="{}" y="{}">{}</text><text x="{}" y="{}" text-anchor="end">{}</text>'
    ).format(
        *(most, HEIGHT, LEFT, HEIGHT, WIDTH, HEIGHT, LEFT, HEIGHT + 17, span(points[0][0])),
        *(WIDTH, HEIGHT + 17, span(points[-1][0])),
    )
    return _picture(WIDTH, HEIGHT + FOOT, label, Markup("").join([*_hatched(points, gaps, step), *bars, axis]))


def _hatched(points: Sequence[tuple[str, int]], gaps: Mapping[str, float], step: float) -> Iterator[Markup]:
    """From the top down, as far as the share of the time of which nothing is known."""
    if gaps:
        yield HATCH
    for place, (name, _) in enumerate(points):
        if name in gaps:
            path = '<path class="gap" fill="url(#gap)" d="M{:.1f} 0h{:.1f}v{}h-{:.1f}z"><title>{}</title></path>'
            yield Markup(path).format(LEFT + place * step, step, round(HEIGHT * gaps[name]), step, span(name))


def gaps_of(points: Sequence[tuple[str, int]], collected: Collection[str]) -> dict[str, float]:
    """Name of a point -> the share of its months, of those since the first one collected, in which nobody did.

    Points without such a month are left out.
    """
    first, last = min(collected, default=""), max(collected, default="")
    shares = {}
    for name, value in points:
        all_months = [name] if len(name) == len("2019-07") else [f"{name}-{n:02}" for n in range(1, 13)]
        months = [month for month in all_months if first <= month <= last]
        missing = [month for month in months if month not in collected]
        shares[name] = len(missing) / len(months) if months else float(not value)
    return {name: share for name, share in shares.items() if share}


def _picture(wide: int, tall: int, label: str, body: Markup) -> Markup:
    return Markup('<svg class="chart" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        wide, tall, label, body
    )
