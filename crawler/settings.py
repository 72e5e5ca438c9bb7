"""Scrapy's settings: polite towards the sites, safe against hostile pages. Each number stands with its reason."""

import os
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

try:
    VERSION = version("pantau-ikm")
except PackageNotFoundError:  # read from a folder that was never installed
    VERSION = "0"

BOT_NAME = "pantau"
SPIDER_MODULES = ["crawler.spiders"]
NEWSPIDER_MODULE = "crawler.spiders"
COMMANDS_MODULE = "crawler.commands"  # `genspider` that names the class as the file
TEMPLATES_DIR = str(Path(__file__).parent / "templates")

# What the installation says. `pantau crawl` sets the same names from its configuration.
ARTICLES_DB = str(Path(os.environ.get("PANTAU_DATA") or "data") / "articles.db")
CONTACT = os.environ.get(
    "PANTAU_CONTACT", ""
)  # mail or web address of who runs this; live crawls refuse to start without
ARCHIVE = [path for path in os.environ.get("PANTAU_ARCHIVE", "").split(os.pathsep) if path]  # WARC files, not the web
KEEP = ""  # "all" or "ikm" for every publisher, in place of what each one's `keep` says
TERMS = ""  # a researcher's own term file (crawler.relevance)

# Who we say we are: the form of the search engines, honest and with an address. Content networks in front of some
# publishers answer 403 to bare library agents. PublisherSpider fills in CONTACT.
USER_AGENT_FORM = f"Mozilla/5.0 (compatible; PantauIKM/{VERSION}; +{{contact}})"
ROBOTSTXT_USER_AGENT = "PantauIKM"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",
}

# Polite. A slot with a fixed delay is faster and more predictable than AutoThrottle.
ROBOTSTXT_OBEY = True
CONCURRENT_REQUESTS = 2  # of one publisher, one of them waiting its turn: one that refuses is not asked what is queued
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1  # second; a Crawl-delay in robots.txt lengthens it (extensions.CrawlDelay)
DOWNLOAD_DELAY_JITTER = 0.3
REQUESTS_PER_RUN = 3000  # of one publisher: what fits into CLOSESPIDER_TIMEOUT; the rest waits for the next run
RETRY_TIMES = 2
RETRY_HTTP_CODES = [500, 502, 503, 504, 522, 524, 408]  # not 429: who says "too many" is not asked again at once
REFERER_ENABLED = True
REFERRER_POLICY = "no-referrer"  # the redirect middleware wants the component; sites need not know where we came from

# Safe.
DOWNLOAD_TIMEOUT = 20  # seconds; a news page that takes longer is broken
DOWNLOAD_MAXSIZE = 5 * 1024 * 1024  # bytes, also after decompression: the median page has 115 KB, a bomb has gigabytes
DOWNLOAD_WARNSIZE = 0
DOWNLOAD_HANDLERS = {"file": None, "data": None, "ftp": None, "s3": None}
DOWNLOAD_VERIFY_CERTIFICATES = True
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False
DEPTH_LIMIT = 25  # more than INDEX_PAGES; nothing of ours is deeper
CLOSESPIDER_TIMEOUT = 3600  # seconds a publisher may take; what is left stays in the frontier for the next run
MEMUSAGE_LIMIT_MB = 1500
COOKIES_ENABLED = False
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False
HTTPCACHE_ENABLED = False  # its heuristic answers even sitemaps from the past
HTTPPROXY_ENABLED = False  # a proxy would resolve names for us, and so reach addresses that we refuse
TWISTED_DNS_RESOLVER = "crawler.middlewares.PublicResolver"
PRIVATE_ADDRESSES = False  # True lets tests talk to a server of their own

# How the parts are joined. The frontier is the table of visits, so Scrapy's own filter of duplicates, its cache and its
# job folder (which loses what is queued on kill -9) stay out of use.
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"
HTTPERROR_ALLOW_ALL = True  # every status comes to the spider, which gives each its outcome
DOWNLOADER_MIDDLEWARES = {
    "crawler.middlewares.PublicOnly": 90,  # before robots.txt is asked for
    "crawler.backoff.NoRetryWhenAsked": 560,  # sees an answer just before Scrapy's retry (550)
    # No use here: spiders name no domains and no passwords, and what came is counted in `crawls`.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    "scrapy.downloadermiddlewares.stats.DownloaderStats": None,
}
SPIDER_MIDDLEWARES = {  # each costs a tenth of a millisecond a page; these would only repeat what is done here
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
    "scrapy.spidermiddlewares.urllength.UrlLengthMiddleware": None,
    "scrapy.spidermiddlewares.metacopy.MetaCopyDetectionMiddleware": None,  # no spider here copies meta
}
ITEM_PIPELINES = {"crawler.pipelines.Pages": 100}
EXTENSIONS = {"crawler.extensions.Runs": 100, "crawler.extensions.CrawlDelay": 100}
# Of Scrapy's own only what is used. Those that are merely switched off are loaded, and remote control brings aiohttp,
# feed export and the telnet console bring theirs: half a second and 30 MB a crawl.
EXTENSIONS_BASE = {
    "scrapy.extensions.corestats.CoreStats": 0,
    "scrapy.extensions.logcount.LogCount": 0,
    "scrapy.extensions.memusage.MemoryUsage": 0,
    "scrapy.extensions.closespider.CloseSpider": 0,
    "scrapy.extensions.logstats.LogStats": 0,
}
CONCURRENT_ITEMS = 1  # takes 2.93 to 2.09 ms a page, and keeps a page's row before the requests that follow from it
LOG_LEVEL = "INFO"
