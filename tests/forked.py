"""Processes that have the libraries loaded when they begin: each forked from one that loaded them once.

A crawl needs a process of its own, since the reactor runs once in each, and most of its time would be spent on imports.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
# The workers that read pages are forked likewise: how the machine starts them is tested in test_crawl.py.
SERVER = """
import gc, json, os, sys, traceback
from functools import partial
from multiprocessing import get_context
import scrapy.core.downloader.handlers.http11
from scrapy.utils.misc import walk_modules_iter
from crawler import crawl, extensions, middlewares, pipelines, reading, registry, worker
from pantau import cli
worker.Context = partial(get_context, "fork")
registry.spiders()
for name in ("downloadermiddlewares", "spidermiddlewares", "extensions.logstats", "extensions.memusage"):
    list(walk_modules_iter(f"scrapy.{name}"))
gc.freeze()
for line in sys.stdin:
    code, folder, environment = json.loads(line)
    child = os.fork()
    if child == 0:
        for number, name in ((1, "out"), (2, "err")):
            os.dup2(os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT), number)
        os.environ.update(environment)
        status = 0
        try:
            exec(code, {"__name__": "__main__"})
        except SystemExit as end:
            status = end.code or 0
        except BaseException:
            traceback.print_exc()
            status = 1
        reading.stop()
        sys.stdout.flush()
        os._exit(status)  # to take all that was loaded apart would take seconds
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


class Forks:
    """Runs Python code, each piece in a process forked for it; a context that ends with the process they come from."""

    def __init__(self) -> None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PANTAU_")}
        environment["PYTHONPATH"] = str(ROOT)
        self.server = subprocess.Popen(
            [sys.executable, "-c", SERVER], cwd=ROOT, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self) -> "Forks":
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Ends the process."""
        self.server.communicate()

    def run(self, code: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """What came of this code."""
        assert self.server.stdin is not None
        assert self.server.stdout is not None
        with TemporaryDirectory() as folder:
            self.server.stdin.write(json.dumps([code, folder, environment]) + "\n")
            self.server.stdin.flush()
            status = int(self.server.stdout.readline())
            out, err = ((Path(folder) / name).read_text() for name in ("out", "err"))
        return subprocess.CompletedProcess(code, status, out, err)
