"""`pantau read`: what is read out of a saved page or a plain text, as one JSON document, or explained to a person."""

from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from spacy.language import Language

from crawler.items import Article, Hints
from crawler.reading import Unreadable as NoArticle
from crawler.reading import read_page
from crawler.registry import spider_for
from nlp.document import PART_BREAK
from nlp.reading import reading
from nlp.report import report
from nlp.rows import day
from pantau.explain import explanation

MAX_BYTES = 5 * 1024 * 1024  # as DOWNLOAD_MAXSIZE of the crawler: no article is larger


class Unreadable(Exception):
    """A file that nothing can be read out of; the message says why in one line."""


@dataclass(frozen=True)
class Read:
    """What was read out of one file."""

    document: dict[str, Any]  # its JSON form
    explanation: str  # each record with its words, its rule and its meaning, for a person


def read(nlp: Language, file: Path, url: str | None, published: date | None) -> Read:
    """Everything that is read out of one file. Raises Unreadable.

    A .txt is a headline, a blank line and the text, and offsets count in the file as a whole; anything else is a
    saved page, whose parts (title, caption, text) count their own.
    """
    content = _content(file)
    if file.suffix.lower() == ".txt":
        return _text(nlp, file, content, url, published)
    return _page(nlp, content, file, url, published)


def _content(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if size > MAX_BYTES:
            raise Unreadable(f"{size / 1e6:.0f} MB; an article is never larger than {MAX_BYTES // 1024 // 1024} MiB")
        content = file.read_bytes()
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from error
    if not content.strip():
        raise Unreadable("the file is empty")
    return content


def _text(nlp: Language, file: Path, content: bytes, url: str | None, published: date | None) -> Read:
    try:
        whole = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Unreadable(f"not a UTF-8 text (byte {error.start}); save it as UTF-8") from error
    if "\0" in whole:
        raise Unreadable("not a text: it holds NUL characters")
    title, _, text = whole.partition(PART_BREAK)
    if "\n" in title.strip():  # no headline of its own
        title, text = "", whole
    read = reading(nlp, title, None, text, published)
    offsets = {"text": len(whole) - len(text)}
    document = {
        "id": file.stem,
        "url": url,
        "title": title or None,
        "published": published.isoformat() if published else None,
        **report(read, offsets),
    }
    return Read(document, explanation(file.stem, read, {"title": title, "text": text}, offsets))


def _page(nlp: Language, content: bytes, file: Path, url: str | None, published: date | None) -> Read:
    article = extracted(content, url)
    printed = day(article.published) or published
    read = reading(nlp, article.title, article.caption, article.text, printed)
    document = {
        "id": file.stem,
        "url": article.url or None,
        "source": article.publisher or None,
        "title": article.title,
        "published": printed.isoformat() if printed else None,
        "article": asdict(article),
        **report(read),
    }
    parts = {"title": article.title, "caption": article.caption or "", "text": article.text}
    return Read(document, explanation(file.stem, read, parts, {}))


def extracted(content: bytes, url: str | None) -> Article:
    """The article of a saved page, with the hints of its publisher when its address, given or printed, is known."""
    try:
        spider = spider_for(url) if url else None
        article = read_page([content], url or "", spider.hints() if spider else Hints())
        if spider is None and (printed := spider_for(article.url)):
            article = read_page([content], article.url, printed.hints())
    except NoArticle as error:
        raise Unreadable(str(error)) from error
    return article
