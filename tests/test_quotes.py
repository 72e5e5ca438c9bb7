"""Quotations and their speakers, against our own hand-marked passages."""

import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from nlp.components import sentences  # noqa: F401  (registers the component)
from nlp.extract.quotes import Quote, quotes
from nlp.passages import marked_doc

CASES = tomllib.loads((Path(__file__).parent / "gold" / "quotes.toml").read_text(encoding="utf-8"))["case"]
SMALLEST_GOLD = 150
INDIRECT = tomllib.loads((Path(__file__).parent / "gold" / "indirect.toml").read_text(encoding="utf-8"))["case"]
SMALLEST_INDIRECT = 120
INDIRECT_FLOOR = 0.97  # F1 of text, speaker and verb together; may rise, not sink

NLP = spacy.blank("id")
NLP.add_pipe("sentences")


def marked(text: str, persons: dict[str, list[str]], title: str = "") -> Doc:
    """The Doc with these persons marked."""
    return marked_doc(NLP, text, persons, title)


def direct(case: dict) -> list[Quote]:
    found = quotes(marked(case["text"], case.get("persons", {}), case.get("title", "")))
    return [quote for quote in found if quote.kind == "direct"]


def cases(rows: list[dict]) -> list:
    """The rows as parameters, those that are misread marked as such."""
    return [
        pytest.param(
            row, id=str(n), marks=[pytest.mark.xfail(reason=row["misread"], strict=True)] if "misread" in row else []
        )
        for n, row in enumerate(rows)
    ]


@pytest.mark.parametrize("case", cases(CASES))
def test_quotations_of_the_gold(case: dict) -> None:
    found = [(quote.text, quote.speaker_name, quote.cue) for quote in direct(case)]
    assert found == [(wanted["text"], wanted.get("speaker"), wanted.get("cue")) for wanted in case["quotes"]]


def test_the_gold_is_large_enough() -> None:
    assert len(CASES) >= SMALLEST_GOLD


def test_the_headline_alone_can_give_the_full_name() -> None:
    doc = marked(
        'Wulan membuka kedai.\n\n"Kami siap mendampingi perajin rotan," kata Wulan.',
        {"Wulan": []},
        "Wulan Lestari Buka Kedai",
    )
    assert [quote.speaker_name for quote in quotes(doc) if quote.kind == "direct"] == ["Wulan Lestari"]


def test_a_word_of_the_headline_is_no_part_of_a_name() -> None:
    doc = marked(
        'Wulan Sari membuka kedai.\n\n"Kami siap mendampingi perajin rotan," kata Wulan.',
        {"Wulan Sari Sukses": ["Wulan", "Wulan Sari"]},
        "Wulan Sari Sukses",
    )
    assert [quote.speaker_name for quote in quotes(doc) if quote.kind == "direct"] == ["Wulan Sari"]


def indirect(case: dict) -> list[tuple[str, str | None, str | None]]:
    found = quotes(marked(case["text"], case.get("persons", {})))
    return [(quote.text, quote.speaker_name, quote.cue) for quote in found if quote.kind == "indirect"]


def test_indirect_statements_keep_their_floor() -> None:
    right = said = wanted = 0
    for case in INDIRECT:
        gold = Counter((row["text"], row["speaker"], row["cue"]) for row in case["statements"])
        pred = Counter(indirect(case))
        right, said, wanted = right + (gold & pred).total(), said + pred.total(), wanted + gold.total()
    f1 = 2 * right / (said + wanted)
    assert f1 >= INDIRECT_FLOOR, f"indirect statements F1 {f1:.3f} ({right} right of {said} read, {wanted} marked)"


@pytest.mark.parametrize("case", cases(INDIRECT))
def test_indirect_statements_of_the_gold(case: dict) -> None:
    assert indirect(case) == [(row["text"], row["speaker"], row["cue"]) for row in case["statements"]]


def test_the_gold_of_indirect_statements_is_large_enough() -> None:
    assert len(INDIRECT) >= SMALLEST_INDIRECT


def test_a_quotation_says_who_and_where() -> None:
    doc = marked('"Kami siap mendampingi perajin," kata Wulan Sari.', {"Wulan Sari": []}, title="Rotan")
    assert list(quotes(doc)) == [
        Quote(
            speaker="person-wulan-sari",
            speaker_name="Wulan Sari",
            speaker_text="Wulan Sari",
            cue="kata",
            kind="direct",
            text="Kami siap mendampingi perajin,",
            part="text",
            start=1,
            end=31,
            rule="quotes.marks",
            speaker_rule="speaker.behind_cue.name",
        )
    ]


def test_a_pronoun_is_kept_as_the_words_used() -> None:
    doc = marked('Wulan Sari datang. "Kami siap mendampingi perajin," kata dia.', {"Wulan Sari": []})
    assert [(quote.speaker_text, quote.speaker) for quote in quotes(doc)] == [("dia", "person-wulan-sari")]


def test_a_description_is_no_entity() -> None:
    doc = marked('"Kami siap mendampingi perajin," kata seorang pedagang.', {})
    assert [quote.speaker for quote in quotes(doc)] == [None]


MARKS = ('"', "“", "”", "„", "''", "'", "‘", "’", "«", ", ", ". ", "?", "\n", "\n\n", " ", ":", "😀", "(3/7)")
WORDS = ("kata ", "katanya", "Ia ", "mengatakan ", "Kami siap membantu semua", "dan kami", "Wulan Sari ", "itu ")
PIECES = st.sampled_from([*MARKS, *WORDS, "Menurut ", "demikian ", "Hal itu disampaikan "])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_text_raises_and_offsets_hold(text: str) -> None:
    found = [quote for quote in quotes(marked(text, {"Wulan Sari": []}, title="Kisah Wulan")) if quote.part == "text"]
    assert all(a.end <= b.start for a, b in pairwise(found))
    for quote in found:
        printed = text[quote.start : quote.end]
        assert printed.startswith(quote.text[:1])
        assert printed.endswith(quote.text[-1:])
        assert quote.kind == "direct" or printed == quote.text
