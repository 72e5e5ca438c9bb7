"""How an answer, or the lack of one, is counted when there is no page to read. Pure."""

from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from crawler.addresses import is_home
from crawler.items import Outcome

BLOCKED = frozenset({401, 403, 407, 429, 451})
GONE = frozenset({404, 410})


class Refused(IgnoreRequest):
    """An address that we do not ask for: it is not on the public web."""


def of_response(response: Response, url: str) -> tuple[Outcome | None, str | None]:
    """The outcome of an answer to `url` and its reason; None when there is a page to read."""
    status = response.status
    if status == 304:
        return Outcome.UNCHANGED, None
    if status in BLOCKED:
        return Outcome.BLOCKED, f"status {status}"
    if status in GONE:
        return Outcome.GONE, "not in the archive" if "absent" in response.flags else f"status {status}"
    if status != 200:
        return Outcome.BROKEN, f"status {status}"
    if is_home(response.url) and not is_home(url):
        return Outcome.GONE, f"redirected to the home page {response.url}"
    if not isinstance(response, TextResponse) and response.body[:2] != b"\x1f\x8b":
        return Outcome.NOT_ARTICLE, (response.headers.get("Content-Type") or b"no text").decode("latin-1")
    return None, None


def of_failure(failure: Failure) -> tuple[Outcome, str]:
    """The outcome of a request that got no answer, and its reason."""
    error = failure.value
    reason = str(error) or type(error).__name__
    if isinstance(error, Refused):
        return Outcome.BROKEN, reason
    if isinstance(error, DownloadCancelledError) or (isinstance(error, IgnoreRequest) and "DOWNLOAD_MAXSIZE" in reason):
        return Outcome.TOO_LARGE, reason
    if isinstance(error, IgnoreRequest) and "robots.txt" in reason:
        return Outcome.ROBOTS, reason
    return Outcome.BROKEN, f"{type(error).__name__}: {reason}"
