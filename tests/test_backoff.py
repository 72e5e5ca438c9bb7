"""How a site that refuses is spared."""

from datetime import UTC, datetime, timedelta

import pytest

from crawler.backoff import Backoff, load, retry_after, save
from crawler.frontier import Frontier
from tests.test_frontier import PUBLISHER

NOW = datetime(2026, 11, 19, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "said", "seconds"),
    [
        (429, "120", 120),
        (503, " 60 ", 60),
        (429, "Thu, 19 Nov 2026 03:10:00 GMT", 600),
        (429, "Thu, 19 Nov 2026 02:10:00 GMT", 0),
        (429, "99999999", 7 * 24 * 3600),
        (200, "120", None),
        (403, "120", None),
        (429, "", None),
        (429, "besok", None),
    ],
)
def test_retry_after(status, said, seconds):
    wait = retry_after(status, {"retry-after": said}, NOW)
    assert (wait and wait.total_seconds()) == seconds or wait == timedelta(0)


@pytest.mark.parametrize(("refusals", "hours"), [(0, 1), (1, 2), (3, 8), (9, 24)])
def test_each_refusal_makes_the_pause_longer_up_to_a_day(refusals, hours):
    until = Backoff(refusals).refused(NOW, "403").until
    assert datetime.fromisoformat(until) - NOW == timedelta(hours=hours)


def test_what_the_site_asks_for_is_obeyed():
    spared = Backoff().refused(NOW, "429", timedelta(seconds=90))
    assert (spared.waits(NOW + timedelta(seconds=89)), spared.waits(NOW + timedelta(seconds=90))) == (True, False)


@pytest.mark.parametrize(("refusals", "delay"), [(0, 1), (1, 2), (3, 8), (9, 30)])
def test_requests_after_a_refusal_are_further_apart(refusals, delay):
    assert Backoff(refusals).delay(1) == delay


def test_a_good_run_takes_one_refusal_back():
    assert Backoff(2, "2026-11-19T03:00:00+00:00", "403").well() == Backoff(1, "", "403")


def test_it_is_kept_for_the_next_run(tmp_path):
    frontier = Frontier(tmp_path / "a.db", PUBLISHER)
    frontier.open()
    spared = Backoff(1, "2026-11-19T03:00:00+00:00", "403")
    save(frontier.db, "kabar", spared)
    assert load(frontier.db, "kabar") == spared
    save(frontier.db, "kabar", Backoff())
    assert frontier.db["backoffs"].count == 0
