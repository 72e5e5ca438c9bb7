"""The sentences around a place in a text, by its marks alone: what a quotation and its attribution stand in."""

import re

END = re.compile(r"[.!?…][\"”’)]{0,3}\s+(?=[\"“‘(]?[A-Z0-9])|\n")


def sentence(text: str | None, start: int, end: int) -> str | None:
    """What stands between the sentence ends around text[start:end]; None where the text is not so long.

    The quotation in “Pasar terbuka. Kita siap,” ujar Ani. Lalu … -> “Pasar terbuka. Kita siap,” ujar Ani.
    """
    if text is None or not 0 <= start <= end <= len(text):
        return None
    begin = text.rfind("\n", 0, start) + 1
    ends = END.search
    while (found := ends(text, begin)) and found.end() <= start:
        begin = found.end()
    stop = ends(text, max(start, end - 1))  # a quotation may end with the full stop
    return text[begin : stop.end() if stop else len(text)].strip()
