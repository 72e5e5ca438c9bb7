"""Takes the pictures of README and guide from the sample press: `python docs/screenshots.py`.

Needs Chromium (see tests/browser).
Given a folder, it takes every kind of page there in place of them, as wide as a desk's screen and as a phone's.
"""

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from PIL import Image  # noqa: E402

from tests.browser.browser import DESK, PHONE, Browser, chromium, pantau, served  # noqa: E402
from tests.browser.pages import addresses  # noqa: E402

PICTURES = {"home": "home", "article": "article", "entity": "ministry"}  # name of the picture -> kind of page
GUIDE = {"beranda": "home", "cari": "results", "lembaga": "ministry", "dasbor": "dashboard", "artikel": "article"}
COLOURS = 160  # with fewer, the lines of the marks lose their hues
GUIDE_FOLDER = HERE.parent / "datasette" / "static" / "panduan"  # served with the guide at /bantuan


def pictures(browser: Browser, desk: str, pages: dict[str, str]) -> None:
    """docs/home.png, article.png and entity.png, and smaller ones for the guide: the first screen of each page."""
    GUIDE_FOLDER.mkdir(exist_ok=True)
    for folder, names, width, height in ((HERE, PICTURES, DESK, 960), (GUIDE_FOLDER, GUIDE, 900, 620)):
        browser.width(width, height)
        for name, kind in names.items():
            browser.open(desk + pages[kind])
            browser.picture(folder / f"{name}.png", whole=False)
            lighten(folder / f"{name}.png")


def lighten(picture: Path) -> None:
    """Keeps COLOURS colours, so that the guide with all its pictures stays under the weight of a page."""
    with Image.open(picture) as shown:
        shown.convert("RGB").quantize(COLOURS).save(picture, optimize=True)


def every_page(browser: Browser, desk: str, pages: dict[str, str], folder: Path) -> None:
    """Every kind of page from its top to its end, in both widths."""
    folder.mkdir(parents=True, exist_ok=True)
    for width in (DESK, PHONE):
        browser.width(width)
        for kind, address in pages.items():
            browser.open(desk + address)
            browser.picture(folder / f"{kind.replace(' ', '-')}-{width}.png")


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        data, profile = Path(temporary), Path(temporary) / "profile"
        pantau(data, "demo", "--no-serve")
        pantau(data / "demo", "publish")
        with served(data / "demo") as desk, chromium(profile) as browser:
            if len(sys.argv) > 1:
                every_page(browser, desk, addresses(data / "demo"), Path(sys.argv[1]))
            else:
                pictures(browser, desk, addresses(data / "demo"))


if __name__ == "__main__":
    main()
