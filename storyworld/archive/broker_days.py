"""How many commands the broker was given, day by day (UTC): vendors bill them.

A Redis counts its commands since it was started. Each look at that number is held against the one
before, and the difference goes to the days in between: what came while nobody looked is shared out
evenly over that time. A day of which any was shared out, or of which some may have been missed
because Redis was started anew, is marked as not exact.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Final

from sqlalchemy import BigInteger, Boolean, Float, String, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from storyworld.archive.tables import Base
from storyworld.broker import BrokerTold

_MOST_DAYS: Final = 366


class BrokerDayRow(Base):
    """One day, and the last look at the broker within it (seconds since 1970)."""

    __tablename__ = "broker_days"
    day: Mapped[str] = mapped_column(String(10), primary_key=True)
    commands: Mapped[int] = mapped_column(BigInteger)
    exact: Mapped[bool] = mapped_column(Boolean)
    run: Mapped[str | None] = mapped_column(String(64))
    total: Mapped[int | None] = mapped_column(BigInteger)
    looked_at: Mapped[float | None] = mapped_column(Float)


@dataclass(frozen=True)
class Counted:
    """What is counted so far: today, this month, and all in all; and when it was looked at last."""

    today: int
    this_month: int
    in_all: int
    exact: bool
    looked_at: float


def last_look(session: Session) -> float | None:
    """Give when the broker was counted last, in seconds since 1970."""
    return session.scalar(select(func.max(BrokerDayRow.looked_at)))


def count(session: Session, told: BrokerTold) -> None:
    """Add what the broker was given since the last look; in a transaction that writes."""
    last = session.scalars(
        select(BrokerDayRow)
        .where(BrokerDayRow.looked_at.is_not(None))
        .order_by(BrokerDayRow.looked_at.desc())
        .limit(1)
    ).first()
    if last is not None and last.looked_at is not None and told.at < last.looked_at:
        return  # somebody looked after us and was faster
    commands, since, exact = _since(last, told)
    parts = tuple(_by_day(commands, since, told.at))
    for day, part in parts:
        row = session.get(BrokerDayRow, day.isoformat())
        if row is None:
            row = BrokerDayRow(day=day.isoformat(), commands=0, exact=True)
            session.add(row)
        row.commands += part
        row.exact = row.exact and exact and len(parts) == 1
    today = session.get_one(BrokerDayRow, _day(told.at).isoformat())
    today.run, today.total, today.looked_at = told.run, told.total, told.at


def counted(session: Session, now: float) -> Counted | None:
    """Give what is counted; None where nobody has looked yet."""
    looked_at = last_look(session)
    if looked_at is None:
        return None
    day = _day(now)
    today = session.get(BrokerDayRow, day.isoformat())
    month = select(func.sum(BrokerDayRow.commands)).where(
        BrokerDayRow.day >= day.replace(day=1).isoformat()
    )
    return Counted(
        today=today.commands if today else 0,
        this_month=int(session.scalar(month) or 0),
        in_all=int(session.scalar(select(func.sum(BrokerDayRow.commands))) or 0),
        exact=today.exact if today else True,
        looked_at=looked_at,
    )


def _since(last: BrokerDayRow | None, told: BrokerTold) -> tuple[int, float, bool]:
    """Say how many commands came since the last look, since when, and whether that is exact."""
    started_at = min(told.started_at, told.at)
    if last is None or last.looked_at is None or last.total is None:
        # nobody has looked yet: of what it was given before today nothing is said
        midnight = datetime.combine(_day(told.at), datetime.min.time(), UTC).timestamp()
        since = max(started_at, midnight)
    elif last.run == told.run and told.total >= last.total:
        return told.total - last.total, last.looked_at, True
    else:
        # started anew, or another one: what the one before was given after the last look is lost
        since = max(started_at, last.looked_at)
    whole = told.at - started_at
    share = (told.at - since) / whole if whole > 0 else 1.0
    return round(told.total * share), since, last is None and since == started_at


def _by_day(commands: int, since: float, until: float) -> Iterator[tuple[date, int]]:
    """Share commands out over the days of a stretch of time; the last is that of its end."""
    first, last = _day(since), _day(until)
    first = max(first, last - timedelta(days=_MOST_DAYS))
    given, day = 0, first
    while day < last:
        day_ends = datetime.combine(day + timedelta(days=1), datetime.min.time(), UTC).timestamp()
        so_far = math.floor(commands * (day_ends - since) / (until - since))
        yield day, so_far - given
        given, day = so_far, day + timedelta(days=1)
    yield last, commands - given


def _day(seconds: float) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()
