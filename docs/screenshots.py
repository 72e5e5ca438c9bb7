"""Takes the README's pictures from the sample press: `python docs/screenshots.py`. Needs Chromium (see tests/browser).

Given a folder, it takes every kind of page there in place of them, as wide as a desk's screen and as a phone's.
"""

import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tests.browser.browser import DESK, PHONE, Browser, chromium, pantau, served  # noqa: E402
from tests.browser.pages import addresses  # noqa: E402

PICTURES = {"home": "home", "article": "article", "entity": "ministry"}  # name of the picture -> kind of page


def pictures(browser: Browser, desk: str, pages: dict[str, str]) -> None:
    """docs/home.png, article.png and entity.png: the first screen of each page."""
    browser.width(DESK, 960)
    for name, kind in PICTURES.items():
        browser.open(desk + pages[kind])
        browser.picture(HERE / f"{name}.png", whole=False)


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
