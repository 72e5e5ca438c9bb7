"""The text of received bytes, whatever they claim to be."""

import re
import unicodedata

MAX_BYTES = 5 * 1024 * 1024  # as DOWNLOAD_MAXSIZE; the largest real page seen has 0.4 MB
BINARY_SHARE = 0.05  # share of control characters above which bytes are no text
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,8}));?")
_DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)


class UnreadablePage(ValueError):
    """The bytes are refused: the message says why, in one line."""


def decode(body: bytes) -> str:
    """The text of a body: strict UTF-8 first (declarations lie), then the declared charset, then Windows-1252.

    Control characters, and references to them (`&#1;`, `&#xFFFF;`), are left out.
    Raises UnreadablePage above MAX_BYTES.
    """
    if len(body) > MAX_BYTES:
        raise UnreadablePage(f"the page has {len(body) / 2**20:.0f} MB; pages over {MAX_BYTES // 2**20} MB are refused")
    text = _CONTROL.sub("", _decoded(body))
    return unicodedata.normalize("NFC", _REFERENCE.sub(_safe_reference, text))


_CONTROLS = bytes([*range(9), *range(14, 32)])  # all but tab, line ends and form feeds


def is_text(body: bytes) -> bool:
    """Whether the bytes can be a page at all: not empty, and not full of control characters."""
    start = body[:4096]
    if not start.strip():
        return False
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    return len(start) - len(start.translate(None, _CONTROLS)) <= BINARY_SHARE * len(start)


def _decoded(body: bytes) -> str:
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if body.startswith(mark):
            return body.decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        mended = body.decode("utf-8", "replace")
    broken, sound = mended.count("\ufffd"), sum(c > "\x7f" and c != "\ufffd" for c in mended)
    if sound > 2 * broken:  # UTF-8 with a few cut characters
        return mended.replace("\ufffd", "")
    declared = _DECLARED.search(body[:4096])
    name = declared.group(1).decode("ascii").lower() if declared else "windows-1252"
    try:
        return body.decode("windows-1252" if name in ("utf-8", "utf8", "iso-8859-1", "us-ascii") else name, "replace")
    except LookupError:
        return body.decode("windows-1252", "replace")


def _safe_reference(match: re.Match[str]) -> str:
    code = int(match.group(1), 16) if match.group(1) else int(match.group(2))
    if code in (9, 10, 13) or 128 <= code <= 159:  # &#146; means Windows-1252: the parser knows
        return match.group()
    if code < 32 or code == 127 or 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE or code > 0x10FFFF:
        return ""
    return match.group()
