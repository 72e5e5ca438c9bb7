"""`scrapy genspider -t publisher NAME SITEMAP [--page FILE]`: a spider, its page, a record with blanks to fill in."""

import argparse
import json
import os
import shutil
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scrapy.commands import genspider
from scrapy.exceptions import UsageError

from crawler.items import Article

PUBLISHER = "publisher"  # the template that comes with a page and a record
BLANK = "?"  # what a person has to fill in; tests/test_publishers.py names each
ROOT = Path(__file__).parent.parent.parent
NEXT = """
Now, in this order:
  1. crawler/spiders/{name}.py: check each line against the site
  2. {page}
  3. tests/pages/{name}/first.json: write what a reader sees in place of each "{blank}"
  4. the spider's line: seen = ("an article's address",)
  5. pytest tests/test_publishers.py -k {name}: says what is still missing"""
SAVED = "tests/pages/{name}/first.html: put words of your own in place of the article's, which is its publisher's"
ASKED = """tests/pages/{name}/first.html: save an article's page there, with words of your own in place of its own;
     the site answers us, or says that it will not, with
     scrapy fetch --nolog --spider={name} ADDRESS > tests/pages/{name}/first.html"""


class Command(genspider.Command):
    """Scrapy's own command, but that the class of kontan.py is Kontan and not KontanSpider, and what is said above."""

    page: Path | None = None

    def syntax(self) -> str:
        """How it is called."""
        return "[options] <name> <sitemap or host>"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Scrapy's options, and the page."""
        super().add_options(parser)
        parser.add_argument("--page", type=Path, metavar="FILE", help="an article's page, as the site sent it")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write the files; UsageError when the page is none."""
        self.page = opts.page
        if self.page is not None and not self.page.is_file():
            raise UsageError(f"There is no page at {self.page}")
        super().run(args, opts)

    def _generate_template_variables(self, module: str, name: str, url: str, template_name: str) -> dict[str, Any]:
        variables = super()._generate_template_variables(module, name, url, template_name)
        words = module.split("_")
        home = f"https://{variables['domain']}/"
        sitemap = url if urlsplit(url).path.strip("/") else f"{home}sitemap.xml"
        return {
            **variables,
            "classname": "".join(word.capitalize() for word in words),
            "title": " ".join(words).title(),
            "sitemap": sitemap.replace(home, "{home}"),
            "today": datetime.now(UTC).date().isoformat(),
        }

    def _genspider(
        self, module: str, name: str, url: str, template_name: str, template_file: str | os.PathLike[str]
    ) -> Path:
        written = super()._genspider(module, name, url, template_name, template_file)
        if template_name == PUBLISHER:
            folder = ROOT / "tests" / "pages" / module
            folder.mkdir(parents=True, exist_ok=True)
            if self.page is not None:
                shutil.copyfile(self.page, folder / "first.html")
            (folder / "first.json").write_text(record(module), encoding="utf-8")
            page = (ASKED if self.page is None else SAVED).format(name=module)
            print(NEXT.format(name=module, page=page, blank=BLANK))
        return written


def record(name: str) -> str:
    """The JSON of what a page must be read as, with a blank for each field that only a reader can fill in."""
    known = {"publisher": name, "language": "id", "complete": True, "paywalled": False, "pages": 1}
    article = {field.name: known.get(field.name, BLANK) for field in fields(Article)}
    fragments = {"with": [BLANK], "without": [BLANK]}  # of what the text must hold, and of what stands around it
    expected = {"url": BLANK, "hints": {"publisher": name}, "later": [], **fragments, "article": article}
    return json.dumps(expected, indent=1, ensure_ascii=False) + "\n"
