"""CNN Indonesia and CNBC Indonesia (Trans Media, as Detik): one CMS, which numbers its addresses.

A third: see that {host}/indeks?date=2026/10/03 lists a day, and which `{channel}/rss` answers. The digits of an address
look like a time and are not when it was printed (2026-10). Machines of GitHub are refused.
"""

from typing import ClassVar

from crawler.publisher import PublisherSpider


class Transmedia(PublisherSpider):
    """Base of the two; a channel of theirs has no host of its own."""

    network = "Trans Media"
    site_names: ClassVar[tuple[str, ...]] = ("CNN Indonesia", "CNBC Indonesia", "Trans Media", "Transmedia")
    article_pattern = r"{home}[a-z-]+/\d{14}-\d+-\d+/[a-z0-9-]+/?"
