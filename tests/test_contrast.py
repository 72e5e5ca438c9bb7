"""Contrast of every pair of colours in the style sheets: WCAG 2.2 AA, 4.5 : 1 for words and 3 : 1 for what has none."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHEETS = ("datasette/static/pantau.css", "datasette/static/dashboard.css", "pantau/templates/digest.html")
WORDS, SHAPES = 4.5, 3.0
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COLOUR = re.compile("#[0-9a-f]{3}(?:[0-9a-f]{3})?(?![0-9a-f])", re.IGNORECASE)
WHITE, INK = "#ffffff", "#1b1b1a"


def css(name: str) -> str:
    text = (ROOT / name).read_text(encoding="utf-8")
    text = "".join(re.findall("<style>(.*?)</style>", text, re.DOTALL)) if name.endswith(".html") else text
    return re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)


PROPERTIES = dict(re.findall(r"(--[a-z]+): (#[0-9a-f]+)", css(SHEETS[0])))
SURFACES = (PROPERTIES["--paper"], PROPERTIES["--desk"], WHITE)  # of pages, and of boxes to write in
INKS = [PROPERTIES[name] for name in ("--ink", "--soft", "--link")]  # of words on a ground of their own


def rules(name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Selector and the colour of each property that has one, var() resolved."""
    for selector, body in RULE.findall(css(name)):
        found = {}
        for declaration in filter(None, map(str.strip, body.split(";"))):
            prop, _, value = declaration.partition(":")
            value = re.sub(r"var\((--[a-z]+)\)", lambda m: PROPERTIES.get(m[1], m[0]), value)
            if not prop.startswith("--") and (colour := COLOUR.search(value)):
                found[prop.strip()] = colour[0]
        yield selector.strip(), found


def light(colour: str) -> float:
    """Relative luminance, 0 to 1."""
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def word_pairs(name: str) -> Iterator[tuple[str, str, str]]:
    for selector, colours in rules(name):
        ground, words = colours.get("background"), colours.get("color")
        if ground and words:
            yield selector, words, ground
        elif ground:
            yield from ((selector, ink, ground) for ink in ([WHITE] if selector == "button:hover" else INKS))
        elif words:
            yield from ((selector, words, surface) for surface in SURFACES)


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("#000", "#fff", 21.0), ("#777777", "#ffffff", 4.48), ("#fff", "#fff", 1.0)]
)
def test_contrast_is_measured_as_the_guidelines_say(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.005)


@pytest.mark.parametrize("name", SHEETS)
def test_words_stand_out_from_their_ground(name: str) -> None:
    pairs = list(word_pairs(name))
    assert len(pairs) >= (0 if name == SHEETS[1] else 10)
    assert [(s, a, b, round(contrast(a, b), 2)) for s, a, b in pairs if contrast(a, b) < WORDS] == []


@pytest.mark.parametrize("prop", ["text-decoration-color", "outline", "stroke"])
def test_lines_that_mean_something_stand_out(prop: str) -> None:
    lines = [(s, c[prop], b) for name in SHEETS for s, c in rules(name) if prop in c for b in SURFACES]
    assert len(lines) >= len(SURFACES)
    assert [line for line in lines if contrast(*line[1:]) < SHAPES] == []


def test_boxes_to_write_in_have_an_edge() -> None:
    edges = [c["border"] for s, c in rules(SHEETS[0]) if s.startswith("input[type=search]")]
    assert len(edges) == 1
    assert min(contrast(edges[0], surface) for surface in SURFACES) >= SHAPES


@pytest.mark.parametrize(("shade", "letters"), [(0, INK), (1, INK), (2, INK), (3, WHITE), (4, WHITE)])
def test_numbers_stand_out_from_the_shades_of_a_map(shade: int, letters: str) -> None:
    fills = {s: c["fill"] for s, c in rules(SHEETS[1]) if "fill" in c}
    assert contrast(fills[f".shade{shade}"], letters) >= WORDS


@pytest.mark.parametrize("bar", [".dasbor .now", ".dasbor .old"])
def test_bars_stand_out(bar: str) -> None:
    fills = {s: c["fill"] for s, c in rules(SHEETS[1]) if "fill" in c}
    assert min(contrast(fills[bar], surface) for surface in SURFACES) >= SHAPES
