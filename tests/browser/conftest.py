"""The sample press, collected, read and served once, and one Chromium."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from datasette_auth_passwords.utils import hash_password

from tests.browser.browser import CHROMIUM, DRIVER, MISSING, Browser, chromium, pantau, served
from tests.browser.pages import addresses

PASSWORD = "rahasia"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of `pantau demo`, with an extract."""
    if not (CHROMIUM and DRIVER):
        pytest.skip(MISSING)
    folder = tmp_path_factory.mktemp("press")
    pantau(folder, "demo", "--no-serve")
    pantau(folder / "demo", "publish")
    return folder / "demo"


@pytest.fixture(scope="session")
def desk(demo: Path) -> Iterator[str]:
    with served(demo) as address:
        yield address


@pytest.fixture(scope="session")
def pages(demo: Path) -> dict[str, str]:
    return addresses(demo)


@pytest.fixture(scope="session")
def guarded(demo: Path) -> Iterator[str]:
    """The same desk behind a password."""
    with served(demo, "--password", PANTAU_PASSWORD_HASH=hash_password(PASSWORD, "garam", 1000)) as address:
        yield address


@pytest.fixture(scope="session")
def session_browser(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("profile")) as browser:
        yield browser


@pytest.fixture
def browser(session_browser: Browser) -> Browser:
    """Chromium as wide as a desk's screen, with nothing left over from the test before."""
    session_browser.width(1280)
    session_browser.errors()
    session_browser.traffic()
    return session_browser
