"""Fetches and extracts pages from a server on this machine, beside three peers, in one run; prints ratios.

    python -m benchmarks.crawl                 # 5,000 pages for us and for bare Scrapy, a tenth of them for the others
    python -m benchmarks.crawl --pages 600

The pages are those of the sample press, each with its text varied, so that no two are alike, in furniture of the build
and sizes of saved pages (benchmarks/site.py). The peers are a bare Scrapy spider that calls trafilatura in its
callback, news-please, and newspaper4k, each in an environment of its own under data/benchmark (they downgrade packages
that we share); one that cannot be installed is passed over with a line. Who does not find the text of a page says so.
CPU (milliseconds a page) and memory (proportional set size, PSS, at its highest) are over all processes of a candidate.
"""

import argparse
import json
import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.peers import ROOT, environment
from benchmarks.site import serve

SHARE = 10  # the slow peers read every tenth page: pages a second do not depend on how many there are
PEERS = {  # what pip installs, and what runs in its environment: argv is port, pages
    "scrapy + trafilatura": ("scrapy trafilatura lxml_html_clean", "bare.py"),
    "news-please": ("news-please lxml_html_clean", "newsplease_peer.py"),
    "newspaper4k": ("newspaper4k lxml_html_clean", "newspaper_peer.py"),
}
TARGETS = {"scrapy + trafilatura": 1.2, "news-please": 8.0, "newspaper4k": 8.0}
MEMORY_MB = 400

# A page is read when the sentence is there that it alone has (benchmarks/site.py).
JUDGE = """
import sys
port, pages, folder = sys.argv[1:]

def is_read(text, number):
    return f"Catatan nomor {number}." in (text or "")

def end(read):
    sys.exit(f"only {read} of {pages} pages were read" if read < int(pages) else 0)
"""
OURS = """
import logging
import sqlite3
from scrapy.crawler import AsyncCrawlerProcess
from crawler import reading
from crawler.registry import settings_for
from crawler.publisher import PublisherSpider
from pathlib import Path

class Bench(PublisherSpider):
    name = "bench"
    title = "Bench"
    homepage = f"http://127.0.0.1:{port}/"
    confidence = "high"
    checked = "2026"
    keep = "all"
    news_sitemaps = (f"{{home}}sitemap.xml?pages={pages}",)
    article_pattern = r"{home}read/[0-9]+/[a-z0-9-]+"

if __name__ == "__main__":
    settings = settings_for(Path(folder) / "articles.db", (), "bench@example.id")
    settings.setdict({"DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
        "PRIVATE_ADDRESSES": True, "LOG_LEVEL": "WARNING", "REQUESTS_PER_RUN": 10**6}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    logging.getLogger("scrapy").setLevel(logging.WARNING)  # as crawler.crawl does
    process.crawl(Bench)
    process.start()
    reading.stop()
    rows = sqlite3.connect(Path(folder) / "articles.db").execute("select url, text from articles")
    end(sum(is_read(text, url.split("/")[4]) for url, text in rows))
"""
# These peers also ask for images (newspaper4k is told not to) and for a list of domains; where there is no network each
# such name costs a second, which is not theirs: no name but ours is looked up.
OFFLINE = """
import socket
known = socket.getaddrinfo

def ours(host, *args, **named):
    if host != "127.0.0.1":
        raise socket.gaierror("no network in a benchmark")
    return known(host, *args, **named)

socket.getaddrinfo = ours
"""
PEER_CODE = {
    "bare.py": """
import scrapy, trafilatura
from scrapy.crawler import AsyncCrawlerProcess

read = 0
out = open(folder + "/out.jsonl", "w")

class Bare(scrapy.Spider):
    name = "bare"

    async def start(self):
        for number in range(int(pages)):
            yield scrapy.Request(f"http://127.0.0.1:{port}/read/{number}/perajin-menambah-mesin")

    def parse(self, response):
        global read
        text = trafilatura.extract(response.body, url=response.url, output_format="json", with_metadata=True) or ""
        read += is_read(text, response.url.split("/")[4])
        out.write(text + "\\n")

process = AsyncCrawlerProcess({"LOG_LEVEL": "WARNING", "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "TELNETCONSOLE_ENABLED": False,
    "DOWNLOAD_DELAY": 0, "ROBOTSTXT_OBEY": False, "DOWNLOAD_HANDLERS": {"s3": None}})
process.crawl(Bare)
process.start()
end(read)
""",
    "newsplease_peer.py": OFFLINE
    + """
from newsplease import NewsPlease

read = 0
for number in range(int(pages)):
    article = NewsPlease.from_url(f"http://127.0.0.1:{port}/read/{number}/perajin-menambah-mesin")
    read += bool(article) and is_read(article.maintext, number)
end(read)
""",
    "newspaper_peer.py": OFFLINE
    + """
import newspaper

read = 0
for number in range(int(pages)):
    url = f"http://127.0.0.1:{port}/read/{number}/perajin-menambah-mesin"
    article = newspaper.Article(url, language="id", fetch_images=False)
    article.download()
    article.parse()
    read += is_read(article.text, number)
end(read)
""",
}


def processes(root: int) -> Iterator[int]:
    """A process and all below it."""
    yield root
    try:
        children = Path(f"/proc/{root}/task/{root}/children").read_text().split()
    except OSError:
        return
    for child in children:
        yield from processes(int(child))


def memory(root: int) -> float:
    """Megabytes (PSS) of a process and all below it."""
    total = 0.0
    for pid in processes(root):
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except OSError:  # it has just ended
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    return total


def cpu(root: int) -> dict[int, int]:
    """Clock ticks of work, user and system, of a process and of each below it."""
    found = {}
    for pid in processes(root):
        with suppress(OSError):  # it has just ended
            found[pid] = sum(map(int, Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]))
    return found


@dataclass(frozen=True)
class Measure:
    """What one program took for its pages."""

    pages_per_second: float
    cpu_ms: float  # a page, over all processes, up to a tick before their end
    mb: float
    read: bool  # whether the text of every page was found


def measured(python: str | Path, code: str, port: int, pages: int) -> Measure | None:
    """The measure of a program; None when it fails. Starting up counts for everybody."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "run.py"
        script.write_text(JUDGE + code)
        arguments = [str(python), str(script), str(port), str(pages), folder]
        began, high, ticks = time.monotonic(), 0.0, dict[int, int]()
        with subprocess.Popen(
            arguments, cwd=ROOT, env={"PYTHONPATH": str(ROOT), "HOME": folder, "PATH": "/usr/bin:/bin"},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        ) as process:  # fmt: skip
            errors: list[str] = []
            reader = threading.Thread(target=lambda: errors.append(process.stderr.read()))  # type: ignore[union-attr]
            reader.start()
            while process.poll() is None:
                high = max(high, memory(process.pid))
                ticks |= cpu(process.pid)
                time.sleep(0.25)
            seconds = time.monotonic() - began
            reader.join()
        if process.returncode:
            print("".join(errors)[-600:], file=sys.stderr)
        missed = "pages were read" in "".join(errors)
        if process.returncode and not missed:
            return None
        return Measure(pages / seconds, 1000 * sum(ticks.values()) / os.sysconf("SC_CLK_TCK") / pages, high, not missed)


def main() -> int:
    """Measures all; 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--pages", type=int, default=5000)
    pages = parser.parse_args().pages
    queue: multiprocessing.Queue[int] = multiprocessing.Queue()
    server = multiprocessing.Process(target=serve, args=(queue,), daemon=True)
    server.start()
    port = queue.get()
    ours = measured(sys.executable, OURS, port, pages)
    if ours is None:
        return 1
    report: dict[str, dict[str, float]] = {"pantau": asdict(ours)}
    missed = ours.mb >= MEMORY_MB or not ours.read
    for name, (packages, script) in PEERS.items():
        python = environment(name, packages)
        share = pages if name.startswith("scrapy") else max(50, pages // SHARE)
        result = measured(python, PEER_CODE[script], port, share) if python else None
        if result is None:
            print(f"{name}: no figure", file=sys.stderr)
            missed = missed or python is not None
            continue
        ratio = ours.pages_per_second / result.pages_per_second
        report[name] = {**asdict(result), "ratio": ratio, "target": TARGETS[name]}
        missed = missed or ratio < TARGETS[name]
    server.terminate()
    print(json.dumps({name: {key: round(value, 2) for key, value in row.items()} for name, row in report.items()}))
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
