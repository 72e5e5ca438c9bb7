"""Fetches and extracts pages from a server on this machine, beside three peers, in one run; prints ratios.

    python -m benchmarks.crawl                 # 5,000 pages for us and for bare Scrapy, a tenth of them for the others
    python -m benchmarks.crawl --pages 600

The pages are those of the sample press, each with its text varied, so that no two are alike. The peers are a bare
Scrapy spider that calls trafilatura in its callback, news-please, and newspaper4k, each in an environment of its own
under data/benchmark (they downgrade packages that we share); one that cannot be installed is passed over with a line.
Memory is the proportional set size (PSS) over all processes of a candidate, at its highest.
"""

import argparse
import json
import multiprocessing
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
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

OURS = """
import sys
from scrapy.crawler import AsyncCrawlerProcess
from crawler import reading
from crawler.crawl import _settings
from crawler.publisher import PublisherSpider
from pathlib import Path

port, pages, folder = sys.argv[1:]

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
    settings = _settings(Path(folder) / "articles.db", (), "bench@example.id")
    settings.setdict({"DOWNLOAD_DELAY": 0, "CONCURRENT_REQUESTS": 16, "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
        "PRIVATE_ADDRESSES": True, "LOG_LEVEL": "WARNING", "REQUESTS_PER_RUN": 10**6}, priority="cmdline")
    process = AsyncCrawlerProcess(settings)
    process.crawl(Bench)
    process.start()
    reading.stop()
    import sqlite3
    stored = sqlite3.connect(Path(folder) / "articles.db").execute("select count(*) from articles").fetchone()[0]
    sys.exit(f"only {stored} of {pages} pages became articles" if stored < int(pages) else 0)
"""
# These peers also ask for images and for a list of domains; where there is no network each such name costs a second,
# which is not theirs: no name but ours is looked up.
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
import sys
import scrapy, trafilatura
from scrapy.crawler import AsyncCrawlerProcess

port, pages, folder = sys.argv[1:]
out = open(folder + "/out.jsonl", "w")

class Bare(scrapy.Spider):
    name = "bare"

    async def start(self):
        for number in range(int(pages)):
            yield scrapy.Request(f"http://127.0.0.1:{port}/read/{number}/perajin-menambah-mesin")

    def parse(self, response):
        out.write(trafilatura.extract(response.body, url=response.url, output_format="json", with_metadata=True) or "")
        out.write("\\n")

process = AsyncCrawlerProcess({"LOG_LEVEL": "WARNING", "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "TELNETCONSOLE_ENABLED": False,
    "DOWNLOAD_DELAY": 0, "ROBOTSTXT_OBEY": False, "DOWNLOAD_HANDLERS": {"s3": None}})
process.crawl(Bare)
process.start()
""",
    "newsplease_peer.py": OFFLINE
    + """
import sys
from newsplease import NewsPlease

port, pages, folder = sys.argv[1:]
found = 0
for number in range(int(pages)):
    article = NewsPlease.from_url(f"http://127.0.0.1:{port}/read/{number}/perajin-menambah-mesin")
    found += bool(article and article.maintext)
sys.exit(f"only {found} of {pages} pages were read" if found < int(pages) else 0)
""",
    "newspaper_peer.py": OFFLINE
    + """
import sys
import newspaper

port, pages, folder = sys.argv[1:]
found = 0
for number in range(int(pages)):
    article = newspaper.Article(f"http://127.0.0.1:{port}/read/{number}/perajin-menambah-mesin", language="id")
    article.download()
    article.parse()
    found += bool(article.text)
sys.exit(f"only {found} of {pages} pages were read" if found < int(pages) else 0)
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


def measured(python: str | Path, code: str, port: int, pages: int) -> tuple[float, float] | None:
    """Pages a second and megabytes of a program; None when it fails. Starting up counts for everybody."""
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "run.py"
        script.write_text(code)
        arguments = [str(python), str(script), str(port), str(pages), folder]
        began, high = time.monotonic(), 0.0
        with subprocess.Popen(
            arguments, cwd=ROOT, env={"PYTHONPATH": str(ROOT), "HOME": folder, "PATH": "/usr/bin:/bin"},
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        ) as process:  # fmt: skip
            errors: list[str] = []
            reader = threading.Thread(target=lambda: errors.append(process.stderr.read()))  # type: ignore[union-attr]
            reader.start()
            while process.poll() is None:
                high = max(high, memory(process.pid))
                time.sleep(0.25)
            seconds = time.monotonic() - began
            reader.join()
        if process.returncode:
            print("".join(errors)[-600:], file=sys.stderr)
            return None
        return pages / seconds, high


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
    report: dict[str, dict[str, float]] = {"pantau": {"pages_per_second": ours[0], "mb": ours[1]}}
    missed = ours[1] >= MEMORY_MB
    for name, (packages, script) in PEERS.items():
        python = environment(name, packages)
        share = pages if name.startswith("scrapy") else max(50, pages // SHARE)
        result = measured(python, PEER_CODE[script], port, share) if python else None
        if result is None:
            print(f"{name}: no figure", file=sys.stderr)
            missed = missed or python is not None  # it ran and did not read every page
            continue
        ratio = ours[0] / result[0]
        report[name] = {"pages_per_second": result[0], "mb": result[1], "ratio": ratio, "target": TARGETS[name]}
        missed = missed or ratio < TARGETS[name]
    server.terminate()
    print(
        json.dumps(
            {name: {key: round(value, 2) for key, value in row.items()} for name, row in report.items()}, indent=1
        )
    )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
