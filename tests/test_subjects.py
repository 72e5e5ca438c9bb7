"""Whom a sentence is about."""

import pytest

from nlp.quotations.subjects import is_doer, is_subject

NAME = "Wulan Sari"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Wulan Sari membuka bengkel.", True),
        ("Kepala Dinas Perdagangan Kota Batu Wulan Sari membuka bengkel.", True),
        ("Usai rapat, Bupati Wulan Sari meninjau bengkel.", True),
        ("Sementara itu, Wulan Sari meninjau bengkel.", True),
        ("Dalam sambutannya di depan Menteri, Wulan Sari memuji perajin.", True),
        ("Usai bertemu Wulan Sari, menteri meninjau bengkel.", False),
        ("Menteri meninjau bengkel bersama Wulan Sari.", False),
        ("Menteri memuji Wulan Sari.", False),
        ("Bengkel milik Wulan Sari ramai.", False),
        ("Dani, putra Wulan Sari, membuka bengkel.", False),
        ("Penghargaan untuk Wulan Sari tiba.", False),
    ],
)
def test_a_sentence_is_about_its_subject(text: str, about: bool) -> None:
    assert is_subject(text, 0, text.index(NAME)) is about


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Pameran dibuka Wulan Sari.", True),
        ("Pameran dibuka langsung oleh Bupati Batu Wulan Sari.", True),
        ("Soal upah dibenarkan Wulan Sari.", True),
        ("Menteri datang didampingi Wulan Sari.", False),
        ("Pameran dihadiri Bupati Batu Wulan Sari.", False),
        ("Pameran dibuka menteri bersama Wulan Sari.", False),
    ],
)
def test_the_doer_of_a_passive_sentence_is_told_from_bystanders(text: str, does: bool) -> None:
    assert is_doer(text, 0, text.index(NAME)) is does
