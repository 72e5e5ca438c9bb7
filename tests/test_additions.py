"""To add a publisher, a ministry, a reporting verb or a unit touches one file, as the README shows."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = ROOT.joinpath("README.md").read_text(encoding="utf-8")
ROOMS = ("crawler", "nlp", "pantau", "scrapy.cfg")


def run(folder: Path, *arguments: str) -> str:
    """What a command prints that works with the rooms of `folder`."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the rooms with the README's additions, each in its one file."""
    folder = tmp_path_factory.mktemp("house")
    for room in ROOMS:
        copy = shutil.copytree if (ROOT / room).is_dir() else shutil.copy
        copy(ROOT / room, folder / room)
    toml = re.search(r"```toml\n(\[\[ministry\]\]\n.*?)```", README, re.DOTALL)
    spider = re.search(r"```python\n# (crawler/spiders/\w+\.py)\n(.*?)```", README, re.DOTALL)
    assert toml
    assert spider
    with (folder / "nlp/gazetteers/ministries.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + toml[1])
    name = spider[1].replace("tribunjateng", "tribuncontoh")  # the README's paper may be followed already
    folder.joinpath(name).write_text(
        spider[2].replace("Jateng", "Contoh").replace("jateng", "contoh"), encoding="utf-8"
    )
    for path, old, new in (
        ("nlp/lexicon/reporting_verbs.toml", "bare = [", 'bare = ["ceplos",'),
        ("nlp/lexicon/units.toml", "[weight]\nnames = [", '[weight]\nnames = ["pikulan besar",'),
    ):
        text = folder.joinpath(path).read_text(encoding="utf-8")
        assert old in text
        folder.joinpath(path).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_the_new_publisher_is_found(house: Path) -> None:
    assert "tribuncontoh" in run(house, "-m", "scrapy", "list").split()


def test_the_new_words_are_read(house: Path) -> None:
    text = house / "report.txt"
    text.write_text(
        "Pesisir Dibina\n\nKemenbinpes membeli 12 pikulan besar garam. "
        '"Garam rakyat kini laku keras di pasar," ceplos Wulan Sari di Sumenep.\n',
        encoding="utf-8",
    )
    read = json.loads(run(house, "-m", "pantau", "read", "report.txt"))
    assert [m["canonical"] for m in read["ministries"]] == ["Kementerian Pembinaan Pesisir"]
    assert [(f["value"], f["kind"], f["unit"]) for f in read["figures"]] == [(12, "measure", "pikulan besar")]
    assert [(q["cue"], q["speaker"]) for q in read["quotes"]] == [("ceplos", "Wulan Sari")]


@pytest.mark.parametrize(
    "path", ["nlp/gazetteers/ministries.toml", "nlp/lexicon/reporting_verbs.toml", "nlp/lexicon/units.toml"]
)
def test_the_readme_names_the_file(path: str) -> None:
    assert f"`{path}`" in README
