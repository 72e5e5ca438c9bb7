"""Papers that run WordPress. Nobody owns them together: `network` stays empty, or is that of the paper itself.

A new one: see in the page's source that it speaks of /wp-content/, and that {host}/feed/ answers with items. An
address is the headline's words, which no pattern can tell from a page of the imprint: four words at least are asked
for, and the listings of WordPress are left out. Where a paper puts dates before the words, give it its own pattern.
"""

from typing import ClassVar

from crawler.publisher import PublisherSpider

# What WordPress and its themes put before a list of articles, and the pages that papers have beside them.
NO_ARTICLE = (
    r"(?!(?:tag|category|kategori|kanal|author|page|feed|search|wp-[a-z]+)/|pedoman-(?:media|pemberitaan)|kode-etik-)"
)


class WordPress(PublisherSpider):
    """Base of papers on WordPress."""

    feeds: ClassVar[tuple[str, ...]] = ("{home}feed/",)  # ten items, the newest
    article_pattern = r"{home}" + NO_ARTICLE + r"(?:[a-z0-9-]+/)*[a-z0-9]+(?:-[a-z0-9]+){3,}/?"
