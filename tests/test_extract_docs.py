"""docs/extracts.md and docs/extracts.ipynb: what they show runs, against the sample press."""

import json
import re
import socket
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
import pytest
from nbclient import NotebookClient

from pantau.export.extract import export
from pantau.serving import command
from tests.datasette_data import ikm_data

DOCS = Path(__file__).parents[1] / "docs"
TEXT = (DOCS / "extracts.md").read_text(encoding="utf-8")
MANY = 2_345  # more rows than two pages hold


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    with sqlite3.connect(ikm_data(folder)) as db:
        rows = [(3, "PLACE", "place-surabaya", "Surabaya", "text", n, n + 8) for n in range(MANY)]
        db.executemany("insert into mentions values (?,?,?,?,?,?,?,null)", rows)
    db.close()
    export(folder / "ikm.db", folder / "extract")
    return folder


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[str]:
    """The address of a server on this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        command(data, "127.0.0.1", port), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as child:
        address = f"http://127.0.0.1:{port}"
        for _ in range(600):  # a minute: the machine may be busy
            try:
                urlopen(f"{address}/-/versions.json").close()
                break
            except URLError:
                time.sleep(0.1)
        yield address
        child.terminate()


def test_the_example_reads_a_table_to_its_end(server: str, capsys: pytest.CaptureFixture[str]) -> None:
    [example] = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    exec(example.replace("http://127.0.0.1:8001", server), {})
    assert capsys.readouterr().out == f"{MANY + 3} mentions of places\n"


@pytest.mark.parametrize("address", re.findall(r"^\| `(/\S+)` \|", TEXT, re.MULTILINE))
def test_each_address_of_the_table_answers_json(server: str, address: str) -> None:
    with urlopen(server + address) as answer:
        assert json.load(answer)


def test_one_article_comes_with_all_that_was_read_out_of_it(server: str) -> None:
    with urlopen(f"{server}/ikm/article/1.json") as answer:
        found = json.load(answer)
    assert [o["name"] for o in found["officials"]] == ["Ratna Kusumawati"]
    assert len(found["mentions"]) == 10
    assert len(found["figures"]) == 3
    assert len(found["quotes"]) == 1


def test_the_notebook_runs_and_draws_three_plots(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PANTAU_EXTRACT", str(data / "extract"))
    monkeypatch.setenv("MPLCONFIGDIR", str(data / "matplotlib"))
    notebook: Any = nbformat.read(DOCS / "extracts.ipynb", as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute(cwd=str(DOCS))
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert len([o for o in outputs if "image/png" in o.get("data", {})]) == 3
    assert "Identifier" in "".join(o.get("text", "") for o in outputs)


def test_the_notebook_is_stored_without_its_results() -> None:
    notebook: Any = nbformat.read(DOCS / "extracts.ipynb", as_version=4)
    assert [cell for cell in notebook.cells if cell.get("outputs")] == []
