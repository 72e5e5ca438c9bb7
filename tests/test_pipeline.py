"""The pipeline as a whole: no text makes it fail, and none keeps it for long."""

import cProfile
import pstats
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from nlp import pipeline
from nlp.document import MENTIONS, Cover, Entity, add_mention, document, is_marked, mentions_of, text_of
from nlp.extract import EXTRACTORS
from nlp.reading import reading
from nlp.rules import explained
from nlp.text.patterns import stands_in

GOLD = Path(__file__).with_name("gold")
AWKWARD = {
    "nothing": "",
    "blank": " \n\n \t",
    "only quotation marks": '"' * 3000,
    "only opening brackets": "(" * 20000,
    "unbalanced marks": '"Kami siap," kata «Gati” („belum selesai',
    "emoji": "👍🏽 UMKM naik kelas 🚀🚀 kata Wulan 😀",
    "right to left": "IKM \u202e gnidnim \u202c di Surabaya",
    "English and Javanese": "The export grew, nggih matur nuwun, said Pak Lurah, sing penting payu.",
    "a word without end": "rupiah" * 4000,
    "digits without end": "1.000" * 3000,
    "titles without names": "Menteri Menteri Kepala Dinas Kepala Dinas Gubernur Bupati dan Wali Kota",
}  # fmt: skip


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD.keys())
def test_no_text_makes_it_fail(nlp: Language, text: str) -> None:
    assert reading(nlp, "", None, text, date(2026, 3, 2)).failures == {}


@settings(max_examples=60, deadline=None)
@given(title=st.text(max_size=60), caption=st.none() | st.text(max_size=80), text=st.text(max_size=400))
def test_any_text_is_read_and_offsets_stay_within_its_parts(
    nlp: Language, title: str, caption: str | None, text: str
) -> None:
    parts = {"title": title, "caption": caption or "", "text": text}
    read = reading(nlp, title, caption, text, None)
    assert read.failures == {}
    records: list[Any] = [record for found in read.records.values() for record in found if hasattr(record, "part")]
    assert all(0 <= r.start < r.end <= len(parts[r.part]) for r in records)


def test_a_book_of_a_report_is_read(nlp: Language) -> None:
    line = (
        'Kepala Diskop Kota Malang, Dewi Anggraini, menyebut 250 UMKM ikut. "Kami senang sekali hari ini," katanya.\n\n'
    )
    read = reading(nlp, "", None, line * 300, None)
    assert (read.failures, len(read.records["quotes"]) >= 300) == ({}, True)


LINES = {
    "report": "Kepala Diskop Kota Malang, Dewi Anggraini, menyebut 250 UMKM ikut pameran pada 3 Maret di Padang, Bali. "
    '"Kami senang sekali hari ini," kata Dewi. PT Maju Jaya (Majaya) dan Kemenperin hadir.\n\n',
    "enumeration": "A, Bc, Dewi Anggraini, Cahaya Abadi, ",
    "titles": "CEO Gojek Andre, ",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_what_a_text_takes_grows_with_its_length(nlp: Language, line: str) -> None:
    """Calls are counted, not seconds: those depend on what else the machine does."""
    short, long = (_calls(nlp, line * times) for times in (40, 160))
    assert long < 4.6 * short


def _calls(nlp: Language, text: str) -> int:
    profile = cProfile.Profile()
    profile.runcall(reading, nlp, "", None, text, date(2026, 3, 2))
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def test_every_rule_is_explained(nlp: Language) -> None:
    texts = [text for file in sorted(GOLD.glob("*.toml")) for text in _texts(tomllib.loads(file.read_text("utf-8")))]
    found: set[str | None] = set()
    for text in texts[::11]:
        read = reading(nlp, "", None, text, date(2026, 3, 2))
        for records in read.records.values():
            found |= {rule for record in records for rule in (record.rule, getattr(record, "speaker_rule", None))}
    assert {rule: explained(rule) for rule in found if rule and not explained(rule)} == {}
    assert len(found) > 40


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def test_parts_do_not_run_into_each_other(nlp: Language) -> None:
    doc = document(nlp, "Menteri Perindustrian", "Agus Gumiwang", "Hadir di Solo.")
    assert [(p.name, doc.text[p.start : p.end]) for p in doc._.parts] == [
        ("title", "Menteri Perindustrian"),
        ("caption", "Agus Gumiwang"),
        ("text", "Hadir di Solo."),
    ]


def test_every_extractor_is_named_for_its_table() -> None:
    assert [e.__name__ for e in EXTRACTORS] == ["mentions", "officials", "quotes", "figures", "dates", "topics"]


def test_the_trained_names_read_along_only_when_switched_on() -> None:
    assert ("ner" in pipeline.load(model=False).pipe_names, "ner" in pipeline.load(model=True).pipe_names) == (
        False,
        True,
    )


def test_the_version_of_a_model_that_is_switched_off_is_not_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "USE_MODEL", False)
    assert pipeline.model_version() is None
    monkeypatch.setattr(pipeline, "USE_MODEL", True)
    assert pipeline.model_version() == "names 1.0.0"


def test_a_missing_model_that_is_wanted_is_an_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pipeline, "MODEL", tmp_path / "none")
    with pytest.raises(OSError, match="none"):
        pipeline.load(model=True)


def test_a_failing_component_is_named_and_the_others_still_read() -> None:
    def broken(doc: Doc) -> Doc:
        raise ValueError("no people today")

    Language.component("broken", func=broken)
    nlp = pipeline.load(model=False)
    nlp.add_pipe("broken", before="people")
    read = reading(
        nlp,
        "",
        None,
        'Menperin Wati Rahayu membuka 25 gerai. "Kami senang sekali hari ini," kata Wati.',
        date(2026, 3, 2),
    )
    assert read.failures == {"broken": "ValueError: no people today"}
    assert [len(read.records[name]) for name in ("officials", "quotes", "figures")] == [1, 1, 1]


def test_a_text_longer_than_the_limit_of_spacy_is_made_into_a_doc(nlp: Language) -> None:
    assert len(nlp.make_doc("ini " * 260_000)) == 260_000


def test_the_kept_text_is_the_text_of_the_doc(nlp: Language) -> None:
    doc = document(nlp, "Perajin  Rotan", None, "Hadir di Solo. ")
    assert (text_of(doc), text_of(doc) is text_of(doc)) == (doc.text, True)


@given(
    st.lists(st.tuples(st.integers(0, 20), st.integers(0, 9)).map(lambda at: (at[0], at[0] + at[1])), max_size=8),
    st.integers(0, 25),
    st.integers(0, 5),
)
def test_a_cover_holds_what_one_of_its_ranges_holds(ranges: list[tuple[int, int]], start: int, length: int) -> None:
    held = any(first <= start and start + length <= last for first, last in ranges)
    assert Cover(ranges).holds(start, start + length) is held


def test_a_mention_stands_once_also_behind_others_that_were_put_in_place(nlp: Language) -> None:
    doc = nlp.make_doc("Kemenperin dan Kemendag")
    doc._.entities = {}
    one, other = Entity("ministry-a", "MINISTRY", "A"), Entity("ministry-b", "MINISTRY", "B")
    add_mention(doc, 0, 10, one)
    doc.spans[MENTIONS] = [add_mention(doc, 15, 23, other)]
    assert not is_marked(doc, 0, 10, {"MINISTRY"})
    add_mention(doc, 15, 23, other)
    add_mention(doc, 0, 10, one)
    add_mention(doc, 0, 10, one)
    assert [span.text for span in mentions_of(doc)] == ["Kemenperin", "Kemendag"]
    assert is_marked(doc, 0, 12, {"MINISTRY"})
    assert not is_marked(doc, 0, 12, {"AGENCY"})


@pytest.mark.parametrize(
    ("word", "text", "stands"),
    [
        ("kopi", "Kopi dan kopi.", True),
        ("kopi", "Kopi, kopiah.", False),
        ("oleh-oleh", "membeli oleh-oleh khas", True),
        ("oleh-oleh", "boleh-oleh", False),
        ("oleh", "oleh-oleh", True),
    ],
)
def test_a_word_stands_in_a_text(word: str, text: str, stands: bool) -> None:
    assert stands_in(word, text) is stands
