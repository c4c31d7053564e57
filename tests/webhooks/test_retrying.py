"""When a delivery is tried again."""

import pytest

from storyworld.archive.deliveries import KEPT_S
from storyworld.webhooks.retrying import JITTER, LONGEST_S, WAITS_S, asked_wait_s, wait_s


def test_waits_grow_over_days_and_end() -> None:
    waits = [wait_s(tries, None, 0.0) for tries in range(1, len(WAITS_S) + 2)]
    assert waits[:3] == [5.0, 300.0, 1800.0]
    assert waits[:-1] == sorted(WAITS_S)
    assert waits[-1] is None
    assert 3 * 86_400 < sum(WAITS_S) < 4 * 86_400


def test_what_is_done_with_is_kept_beyond_its_last_try() -> None:
    assert (1 + JITTER) * sum(WAITS_S) < KEPT_S


def test_those_that_failed_together_are_not_all_tried_together() -> None:
    assert wait_s(2, None, 0.0) == 300.0
    assert wait_s(2, None, 1.0) == pytest.approx(330.0)


def test_a_receiver_may_ask_for_more_time_but_not_for_less_and_not_for_ever() -> None:
    assert wait_s(1, 120.0, 0.0) == 120.0
    assert wait_s(3, 120.0, 0.0) == 1800.0
    assert wait_s(1, 1e9, 0.0) == LONGEST_S
    assert wait_s(len(WAITS_S) + 1, 120.0, 0.0) is None


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 7 ", 7.0),
        ("99999999999999999999999999", LONGEST_S),
        ("Thu, 01 Jan 1970 00:18:40 GMT", 120.0),
        ("Thu, 01 Jan 1970 00:00:40 GMT", 0.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("１２", None),
        ("1e3", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(header: str, seconds: float | None) -> None:
    assert asked_wait_s(header, 1000.0) == seconds
