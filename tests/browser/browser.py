"""Chromium and a running desk, for the browser tests and for the pictures of the README."""

import io
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_core_python.base import AXE_SCRIPT
from pypdf import PdfReader
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import Select, WebDriverWait

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
MISSING = "Chromium is missing: the browser tests need it (Debian: apt install chromium chromium-driver)"
PATIENCE = 20  # seconds for a page or a server that comes up on a busy machine
TALLEST = 4000  # CSS pixels of a page that are taken into a picture
PHONE, DESK = 400, 1280  # widths in CSS pixels
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",  # the tests may run as root, where Chromium has none
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",  # a container has little shared memory
    "--hide-scrollbars",
)


class Browser:
    """Chromium as a reader uses it. `clicks` counts what was clicked or chosen since the last open()."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver, self.clicks = driver, 0
        driver.execute_cdp_cmd("Network.enable", {})
        driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})

    def open(self, address: str) -> None:
        self.driver.get(address)
        self.settled()  # chromedriver now and then comes back before the style sheet is there
        self.clicks = 0

    def width(self, pixels: int, height: int = 900) -> None:
        size = {"width": pixels, "height": height, "deviceScaleFactor": 1, "mobile": pixels <= PHONE}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def click(self, selector: str, text: str = "") -> None:
        """Clicks the first element that can be seen and whose text holds `text`, and waits for where it leads."""
        found = next(e for e in self.all(selector) if text in e.text and e.is_displayed())
        page = self.one("html")
        leaves = "#" not in (found.get_attribute("href") or "")
        found.click()
        self.clicks += 1
        if leaves:
            WebDriverWait(self.driver, PATIENCE).until(lambda _: self.one("html").id != page.id)
        self.settled()

    def choose(self, selector: str, text: str) -> None:
        Select(self.one(selector)).select_by_visible_text(text)
        self.clicks += 1

    def fill(self, selector: str, text: str) -> None:
        self.one(selector).send_keys(text)

    def settled(self) -> None:
        WebDriverWait(self.driver, PATIENCE).until(
            lambda driver: driver.execute_script("return document.readyState") == "complete"
        )

    def run(self, script: str, *values: Any) -> Any:
        return self.driver.execute_script(script, *values)

    def text(self) -> str:
        return self.one("main").text

    def errors(self) -> list[str]:
        """What the console has complained about since it was last asked."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]

    def traffic(self) -> tuple[set[str], int]:
        """Hosts asked and bytes received since it was last asked, once every answer is there."""
        hosts: dict[str, str] = {}  # request -> host
        sizes: dict[str, int] = {}  # request -> bytes; 0 where it failed
        end = time.monotonic() + PATIENCE
        while True:
            for entry in self.driver.get_log("performance"):
                event = json.loads(entry["message"])["message"]
                _count(event["method"], event["params"], hosts, sizes)
            if hosts.keys() <= sizes.keys() or time.monotonic() > end:
                return set(hosts.values()), sum(sizes[request] for request in hosts.keys() & sizes.keys())
            time.sleep(0.05)

    def axe(self) -> list[str]:
        """Serious and critical findings of axe-core, each with the element it is about."""
        self.run(AXE_SCRIPT)
        script = "axe.run(document, {resultTypes: ['violations']}).then(arguments[0])"
        return [
            f"{found['id']}: {node['html'][:160]}"
            for found in self.driver.execute_async_script(script)["violations"]
            if found["impact"] in ("serious", "critical")
            for node in found["nodes"]
        ]

    def printed(self) -> list[str]:
        """The words on each sheet of A4, as the print style leaves them."""
        paper = {"paperWidth": 8.27, "paperHeight": 11.69}  # inches
        sheets = b64decode(self.driver.execute_cdp_cmd("Page.printToPDF", paper)["data"])
        return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(sheets)).pages]

    def picture(self, path: Path, whole: bool = True) -> None:
        shot = self.driver.execute_cdp_cmd(
            "Page.captureScreenshot", {"captureBeyondViewport": whole, **self._clip(whole)}
        )
        path.write_bytes(b64decode(shot["data"]))

    def _clip(self, whole: bool) -> dict[str, Any]:
        if not whole:
            return {}
        wide, tall = self.run("const e = document.documentElement; return [e.clientWidth, e.scrollHeight]")
        return {"clip": {"x": 0, "y": 0, "width": wide, "height": min(tall, TALLEST), "scale": 1}}


def _count(method: str, event: dict[str, Any], hosts: dict[str, str], sizes: dict[str, int]) -> None:
    if method == "Network.requestWillBeSent":
        address = urlsplit(event["request"]["url"])
        if address.scheme != "data":  # a picture written in the page or in Chromium's own style
            hosts[event["requestId"]] = address.netloc
    elif method in ("Network.loadingFinished", "Network.loadingFailed"):
        sizes[event["requestId"]] = int(event.get("encodedDataLength", 0))


@contextmanager
def chromium(profile: Path) -> Iterator[Browser]:
    """A browser of its own profile, gone at the end. No driver is looked for on the network."""
    if not (CHROMIUM and DRIVER):
        raise FileNotFoundError(MISSING)
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in (*ARGUMENTS, f"--user-data-dir={profile}", f"--window-size={DESK},900", "--lang=id"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=DRIVER))
    try:
        driver.set_page_load_timeout(PATIENCE)
        driver.set_script_timeout(PATIENCE)
        yield Browser(driver)
    finally:
        driver.quit()


def pantau(data: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "pantau", *arguments]
    subprocess.run(command, env=_environment(data), check=True, capture_output=True)


@contextmanager
def served(data: Path, *options: str, **environment: str) -> Iterator[str]:
    """The address of `pantau serve` on `data`, without a slash at its end; the server is gone at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "pantau", "serve", "--port", str(port), *options]
    # A session of its own: Datasette is a child of the command, and both must end.
    server = subprocess.Popen(
        command, env=_environment(data) | environment, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        _wait(f"http://127.0.0.1:{port}/-/health")
        yield f"http://127.0.0.1:{port}"
    finally:
        os.killpg(server.pid, signal.SIGINT)
        try:
            server.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(server.pid, signal.SIGKILL)


def _wait(address: str) -> None:
    end = time.monotonic() + 2 * PATIENCE
    while True:
        try:
            urllib.request.urlopen(address, timeout=PATIENCE).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


def _environment(data: Path) -> dict[str, str]:
    return {**os.environ, "PANTAU_DATA": str(data), "PANTAU_CONFIG": str(data / "none.toml")}
