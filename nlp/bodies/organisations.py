"""Organisations behind a head word: companies, associations, universities, banks, cooperatives, parties."""

from collections.abc import Collection, Iterator

from nlp.bodies.initials import in_full
from nlp.bodies.introduced import introduced
from nlp.bodies.known import entity, index
from nlp.bodies.organisation_names import KINDS, Organisation, by_end, head_words, is_name, stops, tail_end
from nlp.data import lexicon
from nlp.document import Entity
from nlp.people.firm_persons import speakers, without_person
from nlp.places.regions import same_name
from nlp.text.names import Word
from nlp.text.phrases import headlines, near, parentheses, phrase, printed


def organisations(
    text: list[Word], marked: set[int], read: set[int], branches: Collection[range] = ()
) -> Iterator[Organisation]:
    """The organisations behind head words, then their short forms.

    No short form overrules the words `marked`, which begin a listed one; the words `read` belong to other names, and
    those of `branches` to branches of listed ones, which may stand inside a name: "Universitas Muhammadiyah Berau".
    """
    return in_full(list(_found(text, marked, read, branches)), text)


def _found(text: list[Word], marked: set[int], read: set[int], branches: Collection[range]) -> Iterator[Organisation]:
    short: dict[str, Entity] = {}
    branched = {at for branch in branches for at in branch}
    taken, at, persons, titled = read | branched, 0, speakers(text), headlines(text)
    while at < len(text):
        last = None if at in taken or _chapter_of(text, at, short) else _last(text, at, persons)
        if last is not None and at in titled:
            last = _printed_again(text, at, last, titled)
        if last is None or read & set(range(at, last + 1)) or _cuts(text, branches, at, last):
            at += 1
            continue
        meant = _entity(text, at, last)
        yield Organisation(at, last, meant)
        taken |= set(range(at, last + 1))
        end, brand = parentheses(text, last)
        if len(brand) > 1:
            yield Organisation(last + 1, end, meant, "organisations.brand")
            taken |= set(range(last + 1, end + 1))
        short |= dict.fromkeys(_short_form(brand), meant)
        at = max(end, last) + 1 if len(brand) > 1 else last + 1
    for first, last in introduced(text, taken | marked | titled):
        meant = _entity(text, first, last)
        yield Organisation(first, last, meant, "organisations.introduced")
        taken |= set(range(first, last + 1))
        short |= dict.fromkeys(_short_form(parentheses(text, last)[1]), meant)
        short.setdefault(printed(text, first, last), meant)
    for at, word in enumerate(text):
        if word.text in short and at not in taken | marked:
            yield Organisation(at, at, short[word.text], "organisations.short_form")


def _cuts(text: list[Word], branches: Collection[range], first: int, last: int) -> bool:
    """The words first..last hold a part of one of the branches and not all of it, or begin a firm around it."""
    within = [branch for branch in branches if branch.start <= last and first < branch.stop]
    firm = text[first].text in lexicon("bodies")["organisations"]["companies"]
    return any(firm or last < branch.stop - 1 for branch in within)


def _printed_again(text: list[Word], at: int, last: int, titled: frozenset[int]) -> int | None:
    """The last word of the longest beginning of a name in a headline that the text below prints as well."""
    for end in range(last, at, -1):
        name = [word.text for word in text[at : end + 1]]
        for start in range(len(text) - len(name) + 1):
            if start not in titled and [word.text for word in text[start : start + len(name)]] == name:
                return end
    return None


def _last(text: list[Word], at: int, persons: frozenset[int]) -> int | None:
    """The last word of the organisation whose name begins at word `at`, before the name of a person."""
    behind = text[at - 1].key if at and text[at].gap == " " else ""
    data = lexicon("bodies")["organisations"]
    field = behind in data["not_behind_field"] and text[at - 1].text[0].isupper()
    if not text[at].text[0].isupper() or field or behind in data["not_behind"]:
        return None
    for kind in KINDS:
        for head in head_words(kind).get(text[at].text, ()):
            end = phrase(text, at, head)
            if end is not None and (_of_listed(text, at, end) or _begins_country(text, at)):
                return None
            if end is not None:
                if kind == "institutions" and _begins_listed(text, at):
                    return None  # is marked already: "Bank Mandiri Rudi Hartono" goes on with a person
                after, _ = parentheses(text, end)
                end = after if near(text, after + 1) else end  # "Kelompok Usaha Bersama (KUB) Sumber Rejeki"
                last = without_person(text, at, end, tail_end(text, end, kind), persons)
                return last if is_name(text[end + 1 : last + 1], kind) else None
    return by_end(text, at)


def _chapter_of(text: list[Word], at: int, short: dict[str, Entity]) -> bool:
    """Whether a chapter of an association stands here that the text has given a short form: "DPC PKN"."""
    chapter = text[at].text in lexicon("bodies")["organisations"]["chapters"]
    return chapter and at + 1 < len(text) and text[at + 1].gap == " " and text[at + 1].text in short


def _of_listed(text: list[Word], at: int, end: int) -> bool:
    """Whether the head word at..end only says what part of a listed organisation is meant.

    "DPD Partai Golkar", "Dewan Pimpinan Daerah (DPD) PKS", "Hipmi PT" (perguruan tinggi).
    """
    data = lexicon("bodies")["organisations"]
    if text[at].text in data["chapters"] or printed(text, at, end) in data["chapters_in_full"]:
        after = parentheses(text, end)[0] + 1
        return near(text, after) and _begins_listed(text, after)
    return at > 0 and text[at].gap == " " and text[at].text in data["companies"] and _begins_listed(text, at - 1)


def _begins_listed(text: list[Word], at: int) -> bool:
    match = index().longest(text, at)
    return match is not None and any(known.kind == "organisation" for known in match.values)


def _begins_country(text: list[Word], at: int) -> bool:
    """ "Federasi Rusia" is no federation of firms."""
    match = index().longest(text, at)
    return match is not None and any(known.kind == "country" for known in match.values)


def _entity(text: list[Word], first: int, last: int) -> Entity:
    """The listed organisation where the name or its brand is one, without "PT" and "Tbk" too; else one of its own."""
    data = lexicon("bodies")["organisations"]
    end = last
    while text[end].text in data["company_tails"]:
        end -= 1
    company = text[first].text in data["companies"]
    brand_ends, brand = parentheses(text, last)
    if not company and all(word.isupper() for word in brand):  # its own abbreviation, that may mean others elsewhere
        brand_ends = last
    chapter = text[first].text in data["chapters"]  # "DPD HIMKI"
    for start, stop in ((first, end), (first + (company or chapter), end), (last + 1, brand_ends)):
        listed = _listed(text, start, stop) if start <= stop else None
        if listed:
            return listed
    return entity("ORGANISATION", printed(text, first, end))


def _listed(text: list[Word], first: int, last: int) -> Entity | None:
    match = index().longest(text, first)
    if match is None or match.last != last:
        return None
    return next((known.entity for known in match.values if known.kind in ("organisation", "outlet")), None)


def _short_form(short: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in parentheses behind the name, when it is one word and a name: "(APPBI)"."""
    data = lexicon("bodies")["organisations"]
    own = len(short) == 1 and short[0].casefold() not in stops() and short[0] not in data["company_tails"]
    seat = len(short) == 1 and short[0] in same_name()  # "CV Rayung Pelangi (Purbalingga)"
    return short if own and not seat else ()
