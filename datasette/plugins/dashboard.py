"""dashboard() in every template: what /dasbor draws, with gaps in collection told from days without news.

A gap is a day of a publisher, from its first known day on, without an article and without a run that went well.
"""

import tomllib
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request

DATABASE = "ikm"
QUERIES = ("coverage_span", "publisher_coverage", "topic_coverage", "voice", "voice_officials")
MAPS = Path(__file__).parents[1] / "maps"
PERIODS = {"day": (1, 1), "week": (7, 1), "month": (30, 1), "year": (364, 28)}  # days in all, days to a bar
SHORTEST = 14  # days that a chart shows at least
YEARS = range(1900, 2200)  # what a year may be: far from where dates end
SHADES = 4  # of a map, from 1; 0 is none
MARK = "select max(id), max(ended), (select max(id) from crawls) from taggings"
MOST_KEPT = 8  # pages, of some megabytes each, until something is read or collected anew
Row = dict[str, Any]
_kept: dict[tuple[str, tuple[Any, ...], str, str], Row | None] = {}  # database, mark, period, until


@hookimpl
def extra_template_vars(datasette: Datasette, request: Request | None) -> dict[str, Any]:
    async def dashboard() -> Row | None:
        actor = request.actor if request else None
        given = {name: (request.args.get(name) or "") if request else "" for name in ("period", "until")}

        for name in QUERIES:
            await datasette.ensure_permissions(actor, [("view-query", (DATABASE, name)), "view-instance"])

        async def rows(name: str, **values: Any) -> list[Row]:
            canned = await datasette.get_canned_query(DATABASE, name, actor)
            return [dict(row) for row in await datasette.execute(DATABASE, canned["sql"], values)]

        mark = tuple((await datasette.execute(DATABASE, MARK)).rows[0])
        key = (str(datasette.get_database(DATABASE).path), mark, given["period"], given["until"])
        if key not in _kept:
            while len(_kept) >= MOST_KEPT:
                del _kept[next(iter(_kept))]
            _kept[key] = await _dashboard(rows, **given)
        return _kept[key]

    return {"dashboard": dashboard}


async def _dashboard(rows: Any, period: str, until: str) -> Row | None:
    """Everything that the page shows; None while there is no article with a day."""
    last = (await rows("coverage_span"))[0]["last_day"]
    if last is None:
        return None
    days = _days(period, until, last)
    charted = {"since": days["charted"], "until": days["until"], "step": days["step"]}
    spoken = {name: days[name] for name in ("before", "since", "until")}
    bars = _bars(days)
    publishers = _publishers(await rows("publisher_coverage", **charted), bars, days)
    return {
        **days,
        "last": last,
        "total": _total(publishers, bars),
        "publishers": sorted(publishers, key=lambda row: (-row["articles"], -row["gaps"], row["title"] or "")),
        "topics": _topics(await rows("topic_coverage", **charted), bars),
        "ministries": _voices(await rows("voice", label="MINISTRY", **spoken)),
        "officials": _voices(await rows("voice_officials", **spoken)),
        "countries": _voices(await rows("voice", label="COUNTRY", **spoken)),
        "provinces": _tiles(_voices(await rows("voice", label="PROVINCE", **spoken))),
        "map": _map("provinces.toml"),
    }


def _days(period: str, until: str, last: str) -> Row:
    """The days asked for, ISO 8601; what cannot be read is a month up to the newest article."""
    name = period if period in PERIODS else "month"
    length, step = PERIODS[name]
    end = _day(until) or date.fromisoformat(last)
    since = end - timedelta(length - 1)
    ago = {"since": since, "before": since - timedelta(length), "before_until": since - timedelta(1), "until": end}
    charted = end - timedelta(max(2 * length, SHORTEST) - 1)
    shown = {key: value.isoformat() for key, value in {**ago, "charted": charted}.items()}
    return {**shown, "period": name, "step": step, "length": length, "later": (end + timedelta(length)).isoformat()}


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if day.year in YEARS else None


def _bars(days: Row) -> list[Row]:
    """First and last day of each bar, those of the period before too: the comparison is seen as well as told."""
    first, end = date.fromisoformat(days["charted"]), date.fromisoformat(days["until"])
    starts = [first + timedelta(n) for n in range(0, (end - first).days + 1, days["step"])]
    ends = [start + timedelta(days["step"] - 1) for start in starts]
    return [
        {"place": n, "since": a, "until": b, "now": a >= days["since"], "previous": days["before"] <= a < days["since"]}
        for n, (a, b) in enumerate((a.isoformat(), b.isoformat()) for a, b in zip(starts, ends, strict=True))
    ]


def _publishers(rows: Iterable[Row], bars: list[Row], days: Row) -> list[Row]:
    found: dict[str, Row] = {}
    for row in rows:
        if row["first_day"] and row["first_day"] <= days["until"]:
            one = found.setdefault(row["publisher"], {**row, "known": {}})
            one["known"][row["day"]] = row
    return [_publisher(one, bars) for one in found.values()]


def _publisher(one: Row, bars: list[Row]) -> Row:
    out = [_publisher_bar(bar, one["known"].get(bar["since"]), one["first_day"]) for bar in bars]
    now = [bar for bar in out if bar["now"]]
    sums = {key: sum(bar[key] for bar in now) for key in ("articles", "relevant", "gaps", "expected")}
    before = sum(bar["articles"] for bar in out if bar["previous"])
    return {"publisher": one["publisher"], "title": one["title"], "bars": out, "articles_before": before, **sums}


def _publisher_bar(bar: Row, row: Row | None, first: str) -> Row:
    """A bar with its articles; `gaps` of the `expected` days are those of which nothing is known."""
    start, end = date.fromisoformat(max(bar["since"], first)), date.fromisoformat(bar["until"])
    expected = max(0, (end - start).days + 1)
    known = row or {"articles": 0, "relevant": 0, "days": 0}
    return {
        **bar,
        "articles": known["articles"],
        "relevant": known["relevant"],
        "expected": expected,
        "gaps": expected - known["days"],
        "gap": (expected - known["days"]) / expected if expected else 1,
    }


def _total(publishers: list[Row], bars: list[Row]) -> Row:
    out = []
    for place, bar in enumerate(bars):
        each = [publisher["bars"][place] for publisher in publishers]
        sums = {key: sum(one[key] for one in each) for key in ("articles", "relevant", "expected", "gaps")}
        out.append({**bar, **sums, "gap": sums["gaps"] / sums["expected"] if sums["expected"] else 1})
    keys = ("articles", "relevant", "expected", "gaps")
    now = {key: sum(bar[key] for bar in out if bar["now"]) for key in keys}
    before = {f"{key}_before": sum(bar[key] for bar in out if bar["previous"]) for key in keys}
    return {
        "bars": out,
        "since": next(bar["since"] for bar in out if bar["now"]),
        "until": out[-1]["until"],
        **now,
        **before,
    }


def _topics(rows: Iterable[Row], bars: list[Row]) -> list[Row]:
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        found.setdefault(row["topic"], {})[row["day"]] = row["articles"]
    out = []
    for topic, counts in found.items():
        drawn = [{**bar, "articles": counts.get(bar["since"], 0)} for bar in bars]
        now = sum(bar["articles"] for bar in drawn if bar["now"])
        before = sum(bar["articles"] for bar in drawn if bar["previous"])
        out.append({"topic": topic, "bars": drawn, "articles": now, "articles_before": before})
    return sorted(out, key=lambda row: (-row["articles"], -row["articles_before"], row["topic"]))


def _voices(rows: list[Row]) -> list[Row]:
    """Each with its share in percent of all that were named, in this period and in the one before."""
    sums = {key: sum(row[key] for row in rows) for key in ("articles", "articles_before")}
    if rows and "total" in rows[0]:  # of all, where only the first are listed
        sums = {"articles": rows[0]["total"], "articles_before": rows[0]["total_before"]}
    return [
        {**row, **{key.replace("articles", "share"): 100 * row[key] / (sums[key] or 1) for key in sums}} for row in rows
    ]


def _shade(count: int, most: int) -> int:
    return -(-SHADES * count // most) if count else 0


def _tiles(rows: list[Row]) -> list[Row]:
    found = {row["entity"]: row for row in rows}
    most = max((row["articles"] for row in rows), default=0)
    out = []
    for code, short, name, column, line in _map("provinces.toml")["tile"]:
        row = found.get(code, {"id": None, "articles": 0, "articles_before": 0})
        place = {"code": code, "short": short, "title": name, "column": column, "row": line}
        out.append({**row, **place, "shade": _shade(row["articles"], most)})
    return out


@cache
def _map(name: str) -> dict[str, Any]:
    return tomllib.loads((MAPS / name).read_text(encoding="utf-8"))
