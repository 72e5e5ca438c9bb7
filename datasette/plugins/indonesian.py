"""Template filters that write dates, numbers and codes the way Indonesian readers do.

The words themselves stand in metadata.yaml (plugins: words); names of months and days come from Unicode's CLDR.
"""

import json
import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_compact_decimal, format_currency, format_decimal
from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils import tilde_encode
from jinja2 import Environment
from markupsafe import Markup, escape

LOCALE = "id"
DESK = ZoneInfo("Asia/Jakarta")  # whose clock shows when something was fetched
COMPACT_FROM = 1_000_000  # below a million the digits are as short as the words
FRACTION = 3  # digits after the comma in "4,412 juta"; what needs more is written out
FOUND = re.compile("⟦([^⟦⟧]*)⟧")


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    words = datasette.plugin_config("words") or {}
    env.filters.update(
        moment=lambda value: moment(value, words["zone"]),
        local=lambda value: moment(local(value), words["zone"]),
        day=day,
        number=number,
        amount=lambda figure: amount(figure, words),
        names=names,
        outside=outside,
        found=found,
        fromjson=json.loads,
        tilde=lambda value: tilde_encode(str(value)),
        label=lambda text: str(text).partition(": ")[0],
        about=lambda text: str(text).partition(": ")[2],
        word=lambda value, kind: words[kind].get(str(value), value),
    )
    env.globals["words"] = words


def moment(value: str | None, zones: dict[str, str]) -> str:
    """ "2019-07-03T17:41+07:00" -> "Rabu, 3 Juli 2019, 17.41 WIB": in its own zone; a day alone stays a day."""
    try:
        if not value or len(value) <= len("2019-07-03"):
            return day(value)
        time = datetime.fromisoformat(value)
    except ValueError:
        return str(value)
    offset = time.strftime("%z")
    zone = zones.get(offset, f"UTC{offset[:3]}.{offset[3:]}" if offset else "")
    return f"{format_datetime(time, 'EEEE, d MMMM y, HH.mm', locale=LOCALE)} {zone}".strip()


def local(value: str | None) -> str | None:
    """ "2026-11-19T03:00:00+00:00" -> "2026-11-19T10:00:00+07:00": UTC by the clock of the desk."""
    try:
        time = datetime.fromisoformat(value or "")
        return time.astimezone(DESK).isoformat() if time.tzinfo else value
    except (ValueError, OverflowError):
        return value


@lru_cache(maxsize=10_000)
def day(value: str | None) -> str:
    """ "2019-07-03" -> "Rabu, 3 Juli 2019"; what is no day is left as it stands."""
    try:
        return format_date(date.fromisoformat((value or "")[:10]), "EEEE, d MMMM y", locale=LOCALE)
    except ValueError:
        return value or ""


@lru_cache(maxsize=10_000)  # a page of numbers has few different ones
def number(value: float | None) -> str:
    """4400000 -> "4,4 juta", 30000 -> "30.000", 2.5 -> "2,5"."""
    if value is None:
        return ""
    if abs(value) >= COMPACT_FROM and _short(value):
        return format_compact_decimal(value, format_type="long", locale=LOCALE, fraction_digits=FRACTION)
    return format_decimal(value, format="#,##0.######", locale=LOCALE)


def _short(value: float) -> bool:
    """True when nothing is lost by writing the value in thousands of thousands with FRACTION digits."""
    scale = COMPACT_FROM
    while abs(value) >= scale * 1000:
        scale *= 1000
    return round(value / scale, FRACTION) * scale == value


def amount(figure: dict[str, Any], words: dict[str, Any]) -> str:
    """A row of `figures` as one reads it: "sekitar 4,4 juta pelaku usaha", "Rp 25 juta–30 juta", "sepertiganya"."""
    if figure["value"] is None:
        return str(figure["text"])
    part = figure["kind"] == "ratio" and not figure["unit"]  # "sepertiga" says more than 0,333333
    value = str(figure["text"]) if part else number(figure["value"])
    if figure["upper"] is not None and not part:
        value += f"–{number(figure['upper'])}"
    if figure["kind"] == "money":
        value = f"{_currency(figure['unit'])} {value}"
    elif not part:
        value = f"{value} {words['unit'].get(figure['unit'], figure['unit'])}"
    return value if figure["bound"] == "exact" else f"{words['bound'].get(figure['bound'], figure['bound'])} {value}"


def _currency(code: str) -> str:
    return format_currency(0, code, "¤", locale=LOCALE).strip() if re.fullmatch("[A-Z]{3}", code) else code


def names(value: str | list[str] | None) -> str:
    """'["Ani", "Budi"]' -> "Ani, Budi"."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return str(value)
    return ", ".join(map(str, value)) if isinstance(value, list) else ""


def outside(url: str | None) -> str | None:
    """The address when it can be linked: http or https with a host. Anything else is None and shown as text."""
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    return (url or "").strip() if parts.scheme in ("http", "https") and parts.netloc else None


def found(text: str | None) -> Markup:
    """ "Pameran ⟦industri⟧" -> "Pameran <mark>industri</mark>", everything else escaped."""
    return Markup(FOUND.sub(r"<mark>\1</mark>", str(escape(text or ""))))
