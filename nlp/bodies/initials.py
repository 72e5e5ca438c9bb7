"""Firms that a text calls by their first letters after it has named them in full: "PT Indo Muro Kencana", "PT IMK"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from nlp.bodies.organisation_names import Organisation
from nlp.data import lexicon
from nlp.text.names import Word

LONGEST = 5  # letters of such a short form
RULE = "organisations.short_form"


def in_full(found: Sequence[Organisation], text: list[Word]) -> Iterator[Organisation]:
    """The same organisations; one that is a kind of firm and first letters means the firm that has them."""
    full = {letters: firm for firm in found if len(letters := _letters(firm, text)) > 1}
    for firm in found:
        meant = full.get(_short(firm, text))
        yield replace(firm, entity=meant.entity, rule=RULE) if meant and meant.entity != firm.entity else firm


def _is_firm(organisation: Organisation, text: list[Word]) -> bool:
    return text[organisation.first].text in lexicon("bodies")["organisations"]["companies"]


def _letters(organisation: Organisation, text: list[Word]) -> str:
    """The first letters of the words of a firm's name, nothing where it is no firm."""
    if not _is_firm(organisation, text):
        return ""
    tails = lexicon("bodies")["organisations"]["company_tails"]
    name = [word for word in text[organisation.first + 1 : organisation.last + 1] if word.text not in tails]
    return "".join(word.text[0] for word in name).upper()


def _short(organisation: Organisation, text: list[Word]) -> str:
    """The letters by which a firm is called, "IMK" of "PT IMK"."""
    alone = organisation.last == organisation.first + 1 and _is_firm(organisation, text)
    letters = text[organisation.last].text if alone else ""
    return letters if len(letters) <= LONGEST and re.fullmatch("[A-Z]{2,}", letters) else ""
