"""What a run asks for: the days of an index, the page after this one, the later pages of an article. All pure."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from crawler.addresses import dated, numbered
from crawler.visits import Visit

INDEX_PAGES = 10  # of one index and day at most; the largest seen prints 6 a day
WALK_PAGES = 100  # the same on a walk back in time (`--since`), where a whole section's past may be in one index
INDEX_DAYS = 7  # looked back at in the first run and after an outage; otherwise the days since the last run
# Addresses that show all pages of an article on one (Tribun, Kompas; detik).
WHOLE = re.compile(r"[?&](?:page|halaman|hal)=all\b|[?&]single=|/(?:all|full)/?$")
ADDRESS_DATE = re.compile(r"/(20\d\d)/(\d\d)/(\d\d)/")


def index_days(today: date, since: date | None, last: date | None) -> list[date]:
    """The days whose dated indexes are read, newest first: from `since`, else from the day before the last run.

    Today 2026-11-19, last run on the 18th -> 19, 18, 17: what was printed late on the 17th has been missed.
    """
    first = today - timedelta(days=INDEX_DAYS - 1)
    if since:
        first = since
    elif last:
        first = max(first, last - timedelta(days=1))
    return [today - timedelta(days=back) for back in range((today - first).days + 1)]


def index_visits(form: str, days: Sequence[date]) -> list[Visit]:
    """The first pages of an index, one for each day where it is dated."""
    return [Visit(numbered(day, 1) or day, "index", number=1, listed={"form": day}) for day in dated(form, days)]


def next_page(visit: Visit, most: int = INDEX_PAGES) -> Visit | None:
    """The page of an index after this one, up to `most` pages; None for other listings."""
    page = (visit.number or 0) + 1
    url = numbered(visit.listed["form"], page) if visit.kind == "index" and page <= most else None
    return Visit(url, "index", number=page, listed=visit.listed) if url else None


def is_older(url: str, said: dict[str, str], since: date | None) -> bool:
    """Whether an address, or what a listing says of it, is dated before `since`; what is dated nowhere is not."""
    in_address = ADDRESS_DATE.search(url)
    day = "-".join(in_address.groups()) if in_address else said.get("published") or said.get("modified")
    return bool(since and day and day[:10] < since.isoformat())


def parts(visit: Visit, url: str, later: Sequence[str], all_pages: str) -> list[Visit]:
    """The visits to the later pages of an article at `url`: one to all on one page where the site has it, else each."""
    later = [address for address in later if address not in (url, visit.url)]
    whole = url.partition("?")[0] + all_pages if all_pages else next(filter(WHOLE.search, later), "")
    single = [address for address in later if not WHOLE.search(address)]
    if later and whole:
        return [Visit(whole, "part", visit.url, 0, {"later": single})]
    return _numbered_parts(visit.url, later)


def parts_instead(visit: Visit) -> list[Visit]:
    """The later pages one by one, where the address that shows all on one (number 0) did not answer."""
    return _numbered_parts(visit.article or "", visit.listed.get("later", [])) if visit.number == 0 else []


def _numbered_parts(article: str, later: Sequence[str]) -> list[Visit]:
    return [Visit(address, "part", article, number) for number, address in enumerate(later, 2)]
