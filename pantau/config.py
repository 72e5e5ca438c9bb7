"""pantau.toml, and where the data is kept."""

import os
import tomllib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import click

TEMPLATE = """\
# Configuration of Pantau IKM. Everything is optional but `contact`, without which no live site is asked for anything.

# An address at which publishers can reach you; it is sent with every request: "https://…" or "mailto:…"
contact = ""

# The publishers to follow, by the names that `scrapy list` prints; leave it empty to follow all of them.
publishers = []

# What is kept of an article: "all" keeps every text; "ikm" those that name small industry, and of the rest a row with
# title, time and address, by which the share of coverage is counted. "" leaves it to each publisher: official sources
# keep all, the general press what names small industry.
keep = ""

# A file of words of your own (TOML: terms = ["kopi*", "rotan cirebon"]): articles that name one are kept whole as well.
# With ikm = false in it, those alone.
terms = ""

# The address at which the desk is opened; the links of `pantau digest` begin with it.
desk = "http://127.0.0.1:8001"
"""


@dataclass(frozen=True)
class Config:
    """What pantau.toml says."""

    contact: str = ""  # web or mail address, sent in the user agent
    publishers: tuple[str, ...] = ()  # spider names; () means all
    keep: str = ""  # "all" or "ikm"; "" leaves it to each publisher
    terms: str = ""  # file of a researcher's own terms
    desk: str = "http://127.0.0.1:8001"  # address of the pages, without a slash at its end


def data() -> Path:
    """The folder that everything is written to: $PANTAU_DATA, or data/ in the working folder."""
    return Path(os.environ.get("PANTAU_DATA") or "data")


def saved_searches() -> str:
    """The commented example of a file of saved searches, for the staff who edit it."""
    return (files("pantau") / "templates" / "tersimpan.yaml").read_text(encoding="utf-8")


def path() -> Path:
    """The configuration file: $PANTAU_CONFIG, or pantau.toml in the working folder."""
    return Path(os.environ.get("PANTAU_CONFIG") or "pantau.toml")


def config() -> Config:
    """The configuration; defaults when there is no file. $PANTAU_CONTACT goes before the file's contact.

    Raises click.UsageError, with the file and what to change, when it cannot be used.
    """
    settings = _settings(path()) if path().exists() else {}
    contact = os.environ.get("PANTAU_CONTACT") or settings.get("contact", "")
    names = settings.get("publishers", [])
    if not isinstance(contact, str) or not isinstance(names, list) or not all(isinstance(n, str) for n in names):
        raise click.UsageError(
            f'{path()}: contact must be text and publishers a list of names, e.g. publishers = ["surya"]'
        )
    keep, terms = settings.get("keep", ""), settings.get("terms", "")
    if keep not in ("", "all", "ikm") or not isinstance(terms, str):
        raise click.UsageError(f'{path()}: keep must be "all", "ikm" or "", and terms the name of a file')
    desk = settings.get("desk", Config.desk)
    if not isinstance(desk, str) or not desk.startswith(("http://", "https://")):
        raise click.UsageError(f'{path()}: desk must be a web address, e.g. desk = "{Config.desk}"')
    return Config(contact, tuple(names), str(keep), terms, desk.rstrip("/"))


def _settings(file: Path) -> dict[str, object]:
    try:
        settings = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise click.UsageError(f"{file} cannot be read: {error}") from error
    unknown = set(settings) - {"contact", "publishers", "keep", "terms", "desk"}
    if unknown:
        raise click.UsageError(
            f"{file}: unknown setting {', '.join(sorted(unknown))}; `pantau init` shows what there is"
        )
    return settings
