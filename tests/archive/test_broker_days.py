"""How many commands the broker was given, day by day."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, select

from storyworld.archive.broker_days import BrokerDayRow, Counted, count, counted, last_look
from storyworld.archive.engine import reading, writing
from storyworld.broker import BrokerTold

H = 3600.0
MIDNIGHT = datetime(2026, 11, 27, tzinfo=UTC).timestamp()


def told(at: float, total: int, *, run: str = "a", started_at: float = MIDNIGHT) -> BrokerTold:
    return BrokerTold(run=run, started_at=started_at, total=total, at=at)


def looked(engine: Engine, *looks: BrokerTold) -> Counted:
    for look in looks:
        with writing(engine) as session:
            count(session, look)
    with reading(engine) as session:
        found = counted(session, looks[-1].at)
    assert found is not None
    return found


def days(engine: Engine) -> dict[str, tuple[int, bool]]:
    with reading(engine) as session:
        rows = session.scalars(select(BrokerDayRow).order_by(BrokerDayRow.day))
        return {row.day: (row.commands, row.exact) for row in rows}


def test_nothing_is_known_before_anybody_looked(engine: Engine) -> None:
    with reading(engine) as session:
        assert counted(session, MIDNIGHT) is None
        assert last_look(session) is None


def test_differences_of_one_day_are_counted_exactly(engine: Engine) -> None:
    found = looked(engine, told(MIDNIGHT + H, 100), told(MIDNIGHT + 2 * H, 160))
    assert found == Counted(160, 160, 160, exact=True, looked_at=MIDNIGHT + 2 * H)


def test_what_came_before_anybody_looked_is_counted_for_today_only(engine: Engine) -> None:
    """Up for ten days with 1,000 commands a day, and first asked at noon."""
    noon = MIDNIGHT + 12 * H
    up_since = noon - 10 * 24 * H
    found = looked(engine, told(noon, 10_000, started_at=up_since))
    assert (found.today, found.exact) == (500, False)


def test_what_came_while_nobody_looked_is_shared_out_over_the_days(engine: Engine) -> None:
    found = looked(
        engine, told(MIDNIGHT + 20 * H, 100), told(MIDNIGHT + 52 * H, 100 + 3200)
    )  # fmt: skip
    assert days(engine) == {
        "2026-11-27": (100 + 400, False),
        "2026-11-28": (2400, False),
        "2026-11-29": (400, False),
    }
    assert found.in_all == 3300
    exact = looked(engine, told(MIDNIGHT + 76 * H, 100 + 3200 + 2400))
    assert exact.today == 400
    assert exact.this_month == 5700


def test_a_new_month_begins_at_nothing(engine: Engine) -> None:
    looked(engine, told(MIDNIGHT + H, 100))
    december = datetime(2026, 12, 1, 1, tzinfo=UTC).timestamp()
    with reading(engine) as session:
        found = counted(session, december)
    assert found is not None
    assert (found.today, found.this_month, found.in_all) == (0, 0, 100)


def test_a_redis_started_anew_is_counted_on_and_the_day_is_no_longer_exact(engine: Engine) -> None:
    again = told(MIDNIGHT + 3 * H, 40, run="b", started_at=MIDNIGHT + 2.5 * H)
    found = looked(engine, told(MIDNIGHT + 2 * H, 160), again)
    assert (found.today, found.exact) == (200, False)


def test_another_redis_that_is_old_brings_its_past_along_for_nobody(engine: Engine) -> None:
    other = told(MIDNIGHT + 3 * H, 103_000, run="b", started_at=MIDNIGHT - 100 * H)
    found = looked(engine, told(MIDNIGHT + 2 * H, 160), other)
    assert found.today == 160 + 1000


def test_a_look_that_comes_late_is_not_taken_for_a_new_start(engine: Engine) -> None:
    found = looked(engine, told(MIDNIGHT + 2 * H, 160), told(MIDNIGHT + 1.9 * H, 150))
    assert (found.today, found.exact) == (160, True)


@pytest.mark.parametrize("at", [0.0, 0.1, H])
def test_one_that_was_started_just_now_is_counted_whole(engine: Engine, at: float) -> None:
    begun = MIDNIGHT + 5 * H
    assert looked(engine, told(begun + at, 7, started_at=begun)).today == 7
