"""Reading printed and machine times, and deciding between them."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extraction.clock import Moment, in_address, machine, printed
from crawler.extraction.times import iso, settled

JAKARTA = ZoneInfo("Asia/Jakarta")
WITA = timezone(timedelta(hours=8))


def said(text: str | None) -> tuple[str, bool, str] | None:
    moment = printed(text or "")
    if moment is None:
        return None
    return moment.value.isoformat(" "), moment.clock, "" if moment.offset is None else str(moment.offset)[3:6]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rabu, 3 Juli 2019 17:41 WIB", ("2019-07-03 17:41:00", True, "+07")),
        ("03/07/2019, 17:41 WIB", ("2019-07-03 17:41:00", True, "+07")),
        ("Kamis, 5 November 2015 - 15:56 wib", ("2015-11-05 15:56:00", True, "+07")),
        ("Jumat 12 Mei 2023, pukul 14.30 WITA", ("2023-05-12 14:30:00", True, "+08")),
        ("Sen, 3 Jun 2024 - 10:10 WIT", ("2024-06-03 10:10:00", True, "+09")),
        ("on 16 Feb 2016 at 09:10 WIB", ("2016-02-16 09:10:00", True, "+07")),
        ("Wednesday, 04 November, 2015 | 07:28 WIB", ("2015-11-04 07:28:00", True, "+07")),
        ("20/1/2026 18:30", ("2026-01-20 18:30:00", True, "")),
        ("Maret 30, 2015", ("2015-03-30 00:00:00", False, "")),
        ("May 5, 2020 2:30 pm", ("2020-05-05 14:30:00", True, "")),
        ("12:30 WIB, 3 Juli 2019", ("2019-07-03 12:30:00", True, "+07")),
        ("Senin 21-08-2023,06:30 WIB", ("2023-08-21 06:30:00", True, "+07")),
        ("Kamis (4/7/2019) 10:22", ("2019-07-04 10:22:00", True, "")),
        ("5 Mei 2024, 10:30:25 WIB", ("2024-05-05 10:30:25", True, "+07")),
        ("Sabtu, 1 Ags 2020", ("2020-08-01 00:00:00", False, "")),
        ("31/02/2020 10:00", None),
        ("3 jam yang lalu", None),
        ("Dibaca 1.234 kali", None),
        ("17 Agustus 1945", None),
        ("", None),
    ],
)
def test_printed(text: str, expected: tuple | None) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-11-02T20-59-53Z", Moment(datetime(2023, 11, 2, 20, 59, 53), True, UTC, True)),
        ("2015-11-05 T10:08:58Z", Moment(datetime(2015, 11, 5, 10, 8, 58), True, UTC, True)),
        (
            "2026-05-13WIB18:45:00+07:00",
            Moment(datetime(2026, 5, 13, 18, 45), True, timezone(timedelta(hours=7)), True),
        ),
        ("2024-01-05T10:00:00.000+0800", Moment(datetime(2024, 1, 5, 10), True, WITA, True)),
        ("Thu, 05 Nov 2015 15:08:01 GMT", Moment(datetime(2015, 11, 5, 15, 8, 1), True, UTC, True)),
        ("2019-07-03", Moment(datetime(2019, 7, 3), False, None)),
        ("null WIB", None),
        ("", None),
    ],
)
def test_machine(text: str, expected: Moment | None) -> None:
    assert machine(text) == expected


@pytest.mark.parametrize(
    ("shown", "machines", "expected"),
    [
        ("2 Nov 2023 20:59 WIB", ["2023-11-02T20:59:53Z"], "2023-11-02T20:59:53+07:00"),  # detik: a false Z
        ("16 Feb 2016 09:10 WIB", ["2016-02-16T02:10:56Z"], "2016-02-16T09:10:56+07:00"),  # Liputan6: a true one
        ("2 Nov 2023 21:34 WIB", ["2023-11-02T14:34:19+00:00"], "2023-11-02T21:34:19+07:00"),  # Kompas: UTC
        ("5 Juni 2024 08:10 WITA", ["2024-06-05T08:10:11+07:00"], "2024-06-05T08:10:11+08:00"),  # the printed zone wins
        ("20/1/2026 18:30", ["2026-01-20T18:33:13+07:00"], "2026-01-20T18:30:00+07:00"),  # neither: what readers see
        ("30 Maret 2015", ["2015-03-30T02:40:29+00:00"], "2015-03-30T09:40:29+07:00"),  # a day alone agrees with UTC
        ("12 Februari 2024", ["2024-02-12T20:50:00Z"], "2024-02-12T20:50:00+07:00"),  # a day alone unmasks a false Z
        (None, ["2024-06-05T08:10:11+08:00"], "2024-06-05T08:10:11+08:00"),  # an offset of Indonesia's is kept
        (
            None,
            ["2023-11-02T20:59:53Z", "2023-11-02 20:59:53"],
            "2023-11-02T20:59:53+07:00",
        ),  # another clock unmasks it
        (None, ["2016-02-16 09:10:56"], "2016-02-16T09:10:56+07:00"),
        ("5 Maret 2024", [], "2024-03-05"),
        (None, [], None),
    ],
)
def test_settled(shown: str | None, machines: list[str], expected: str | None) -> None:
    moments = [moment for text in machines for moment in [machine(text)] if moment]
    assert iso(settled(printed(shown) if shown else None, moments, JAKARTA)) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://surabaya.tribunnews.com/2019/07/03/judul-berita", datetime(2019, 7, 3)),
        ("https://money.kompas.com/read/2023/11/02/213419026/judul", datetime(2023, 11, 2)),
        ("https://jatim.antaranews.com/berita/812345/judul", None),
    ],
)
def test_in_address(url: str, expected: datetime | None) -> None:
    found = in_address(url)
    assert (found.value if found else None) == expected


@given(st.datetimes(min_value=datetime(1996, 1, 1), max_value=datetime(2099, 1, 1)))
def test_printed_reads_back_what_is_written(value: datetime) -> None:
    value = value.replace(second=0, microsecond=0)
    moment = printed(f"Pada {value.day:02d}/{value.month:02d}/{value.year}, {value:%H:%M} WIB")
    assert moment is not None
    assert moment.value == value


@given(st.text(max_size=200))
def test_readers_of_time_take_any_text_and_give_a_naive_clock_or_none(text: str) -> None:
    found = [moment for moment in (printed(text), machine(text), in_address(text)) if moment]
    assert all(moment.value.tzinfo is None for moment in found)
