"""What the evaluation shows beside its scores: each miss and each false hit, in context."""

from typing import Any

import pytest

from nlp.misses import Difference, differences

TEXT = (
    "Pelatihan dibuka\n\n"
    "Kepala Dinas Perindustrian Kota Batu Sri Rahayu membuka pelatihan bagi 40 perajin di Batu, Senin (4/11/2019)."
)
OFFICIAL = {"name": "Sri Rahayu", "office": "Kepala Dinas", "institution": "Dinas Perindustrian Kota Batu"}


def found(truth: dict[str, Any], read: dict[str, Any]) -> list[Difference]:
    return list(differences(truth, read, TEXT))


def test_what_only_the_truth_has_was_missed() -> None:
    assert found({"places": ["Batu"]}, {"places": []}) == [
        Difference(
            "places",
            True,
            "Batu",
            "ihan dibuka Kepala Dinas Perindustrian Kota [Batu] Sri Rahayu membuka pelatihan bagi 40 perajin",
        )
    ]


def test_what_only_the_reading_has_is_false() -> None:
    shown = found({}, {"agencies": [{"canonical": "Dinas Perindustrian Jawa Timur", "surfaces": ["Disperin Jatim"]}]})
    assert shown == [Difference("agencies", False, "Dinas Perindustrian Jawa Timur", "")]  # not printed as such


@pytest.mark.parametrize(
    ("kind", "right", "wrong", "what"),
    [
        (
            "officials",
            OFFICIAL,
            OFFICIAL | {"office": "Kepala"},
            "Sri Rahayu / Kepala Dinas / Dinas Perindustrian Kota Batu",
        ),
        (
            "figures",
            {"value": 40, "kind": "count", "unit": "perajin"},
            {"value": 4, "kind": "count", "unit": "perajin"},
            "40 / count / perajin",
        ),
        ("dates", {"iso": "2019-11-04"}, {"iso": "2019-04-11"}, "2019-11-04"),
        (
            "quotes",
            {"begins": "Kita harus maju", "speaker": "Sri"},
            {"text": "Kita harus maju terus", "speaker": "Ani"},
            "Kita harus maju / Sri",
        ),
    ],
)
def test_a_record_that_is_not_the_same_is_a_miss_and_a_false_hit(kind: str, right: Any, wrong: Any, what: str) -> None:
    shown = found({kind: [right]}, {kind: [wrong]})
    assert [(d.kind, d.missed) for d in shown] == [(kind, True), (kind, False)]
    assert shown[0].what == what


def test_the_same_is_no_difference() -> None:
    truth = {"officials": [OFFICIAL], "relevant": True, "quotes": [{"begins": "Kita harus maju", "speaker": "Sri"}]}
    assert found(truth, truth | {"quotes": [{"text": "Kita harus maju terus!", "speaker": "Sri"}]}) == []


def test_a_wrong_relevance_is_shown() -> None:
    assert [str(d) for d in found({"relevant": True}, {"relevant": False})] == ["missed relevance: True"]
