"""Under what a site files an article: its section and its tags."""

import re
from itertools import islice

from crawler.extraction.blocks import Block, Page, squeezed
from crawler.extraction.headline import key
from crawler.extraction.structured import Structured
from crawler.extraction.words import words

MAX_SECTION = 40  # characters; longer crumbs are headlines
MENU = 3  # lines of links right above a headline that are a menu, and no category
MAX_TAG, MAX_TAGS = 60, 20
BEFORE, AFTER = 40, 14  # blocks before the headline in which crumbs stand, and after the text in which tags stand
_CRUMBS = re.compile(r"bread|crumb|breadcome", re.IGNORECASE)
TAG_ADDRESS = re.compile(
    r"/(?:(?:list)?tags?|topi[ck]s?|topik-\w+|hot_topic|tag-populer|label|search/label|keyword)/[^/?#]", re.IGNORECASE
)
_CATEGORY = re.compile(r"categor|kategori|kanal|rubrik|section|kicker|(?:^|[\s_-])[ck]at(?:$|[\s_-])", re.IGNORECASE)
_OF_SITE = re.compile(r"(?:berita|portal|news|indonesia)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_TAG_BOX = re.compile(r"(?:^|[\s_-])tag|topik|topic", re.IGNORECASE)


def section(page: Page, facts: Structured, position: int, title: str) -> str | None:
    """The innermost heading of the site under which the article stands: "Home > Ekonomi > Bisnis" -> "Bisnis"."""
    printed = [b for b in page.blocks[max(0, position - BEFORE) : position + 6] if _in_crumbs(b)]
    crumbs = [
        part for b in printed for part in ([b.text[s:e] for s, e, _ in b.links] or re.split(r"\s*[>»/›|]\s*", b.text))
    ]
    sites = frozenset(key(name) for name in facts.site_names)
    for source in (
        crumbs,
        list(facts.breadcrumb),
        _category(page, position),
        [facts.first("article:section"), facts.text("articleSection"), facts.first("articlesection")],
    ):
        names = [name.strip(" >»/›|") for name in source]
        for place, name in reversed(list(enumerate(names))):
            unnamed = not name or name.lower() in words("breadcrumb", "leaf" if place else "home")
            if not unnamed and _is_section(name, title, sites):
                return name
    return None


def _category(page: Page, position: int) -> list[str]:
    """The category that WordPress and its like link beside the headline, outermost last so that the first one wins."""
    named = (el for el in page.root.iterfind(".//a[@rel]") if "category" in el.get("rel").split())
    links = [squeezed(str(el.text_content())) for el in islice(named, 1)]
    above = page.blocks[max(0, position - 4) : max(0, position)]
    lines = [b for b in above if b.linked > 0.9]
    menu = len(lines) >= MENU and lines[-1].el is lines[-2].el
    near = ([] if menu else above) + page.blocks[position + 1 : position + 4]
    beside = [b.text for b in near if b.linked > 0.9 and _CATEGORY.search(f"{b.el.get('class') or ''} {b.links[0][2]}")]
    marked = [(b, el.get("class") or "") for b in near if b.linked > 0.9 for el in b.el.iter("a", "span")]
    boxed = [b.text for b, name in marked if _CATEGORY.search(name)]
    return [*links, *reversed(beside + boxed)]


def tags(
    page: Page,
    facts: Structured,
    position: int,
    start: int,
    end: int,
    title: str,
    common: frozenset[str] = frozenset(),
) -> tuple[str, ...]:
    """The article's tags in the page's order; the keywords for machines where none are printed, but `common` ones."""
    found: list[str] = []
    for block in page.blocks[position + 1 : end + AFTER]:  # inside the text only what stands in a box of tags
        outside = block.position >= end - 1 or block.position < start
        if block.position >= end and block.text.strip(" :#").lower() in words("stop", "headings") - words(
            "stop", "tags"
        ):
            break
        boxed = _in_box(block)
        line = outside or is_tag_line(block)
        for s, e, href in block.links:
            if (TAG_ADDRESS.search(href) and (boxed or line)) or (boxed and outside and "#" in (href, block.text[0])):
                found.append(block.text[s:e].strip(" #,"))
    found = [tag for tag in found if tag]
    if not found:
        said = " ".join(b.text for b in page.blocks[position + 1 : end])
        found = [word for word in _keywords(page, facts, title, said) if word.lower() not in common]
    found = [t for t in found if t and len(t) <= MAX_TAG and t.lower() not in ("tag", "tags")]
    return tuple(dict.fromkeys(found))[:MAX_TAGS]


def _keywords(page: Page, facts: Structured, title: str, text: str) -> list[str]:
    """The keywords for machines, without the headline, the site's own and mere words of the description."""
    printed = next((el.text or "" for el in page.root.iterfind(".//span[@itemprop='keywords']")), "")
    value = printed or facts.first("news_keywords") or facts.first("keywords")
    found = [part.strip() for part in value.split(",") if part.strip()]
    single = [
        k
        for k in found
        if " " not in k and k.lower() in facts.first("description", "og:description").lower().split(" ")
    ]
    if len(found) > 5 and len(single) > 0.7 * len(found):
        return []
    found = [k for k in found if key(k) != key(title) and not _OF_SITE.match(k)]
    said = set(_WORD.findall(f"{title} {text}".lower()))
    about = [k for k in found if set(_WORD.findall(k.lower())) <= said]
    chosen = bool(printed or facts.first("news_keywords"))
    return found if chosen or len(about) * 2 >= len(found) else []  # else they are the site's own, alike on every page


def is_tag_line(block: Block) -> bool:
    """Whether a line is nothing but links to tags."""
    if not block.links or not all(TAG_ADDRESS.search(href) for _, _, href in block.links):
        return False
    return len(block.text) - sum(e - s for s, e, _ in block.links) < 3 * len(block.links) + len("Kata kunci: ")


def _in_crumbs(block: Block) -> bool:
    el = block.el
    for _ in range(4):
        if el is None:
            return False
        if el is block.el and _are_crumbs(block):
            return True
        if _CRUMBS.search(f"{el.get('class') or ''} {el.get('id') or ''}") or "BreadcrumbList" in (
            el.get("itemtype") or ""
        ):
            return True
        if (el.get("itemprop") or "") == "itemListElement":
            return True
        el = el.getparent()
    return False


def _are_crumbs(block: Block) -> bool:
    """Whether a line is a path from the front page, though no class says so: "Beranda / Ekonomi"."""
    names = [block.text[s:e].lower() for s, e, _ in block.links]
    between = re.sub(r"\s", "", block.text[: block.links[0][0]] if names else "x")
    parts = re.split("|".join(map(re.escape, names)), block.text.lower()) if len(names) > 1 else []
    return (
        not between
        and bool(parts)
        and names[0] in words("breadcrumb", "home")
        and all(part.strip() in ("/", ">", "»", "›", "") for part in parts[:-1])
        and any(part.strip() for part in parts[1:-1])
    )


def _in_box(block: Block) -> bool:
    el = block.el
    for _ in range(3):
        if el is None:
            return False
        if _TAG_BOX.search(f"{el.get('class') or ''} {el.get('id') or ''}"):
            return True
        el = el.getparent()
    return False


def _is_section(name: str, title: str, sites: frozenset[str]) -> bool:
    if len(name) > MAX_SECTION or name.lower() == "home" or key(name) in sites or "." in name:
        return False
    return key(name) != key(title) and any(c.isalpha() for c in name)
