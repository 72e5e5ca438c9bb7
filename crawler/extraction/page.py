"""One received page: decoded and parsed once, and walked once into the blocks of text that a reader sees, in order."""

import re
from functools import lru_cache

from lxml import etree, html

from crawler.extraction.blocks import Page
from crawler.extraction.decoding import decode, is_text
from crawler.extraction.walk import Walk

_FEED = re.compile(rb"<(?:rss|feed|urlset|sitemapindex|rdf:RDF)[\s>]", re.IGNORECASE)
# lxml.html would ask Python for the class of each element, to tell forms and inputs, of which nothing is read here.
_CLASSES = etree.ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment)


@lru_cache(maxsize=1)  # later pages, article and refusal are all read off one parse, which nobody changes
def parse(body: bytes) -> Page | None:
    """The page of a body, walked; None when it is no markup or text, or a feed or sitemap."""
    if not is_text(body) or _FEED.search(body[:2048]):
        return None
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        root = html.document_fromstring(decode(body).encode("utf-8", "ignore"), parser=parser)
    except etree.ParserError:  # nothing but comments or spaces
        return None
    page = Page(root)
    Walk(page).run()
    return page
