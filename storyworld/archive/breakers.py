"""Who is of no use to ask for a while, known to all workers of one archive."""

import logging
import time
from collections.abc import Callable
from typing import Final

from sqlalchemy import Engine, Float, String, Text, delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Mapped, Session, mapped_column

from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import Base
from storyworld.records.episode import BreakerView

_log: Final = logging.getLogger(__name__)
_NAME: Final = 255


class BreakerRow(Base):
    """One model or service that rests, until when (seconds since 1970), and why."""

    __tablename__ = "breakers"

    name: Mapped[str] = mapped_column(String(_NAME), primary_key=True)
    until: Mapped[float] = mapped_column(Float)
    why: Mapped[str] = mapped_column(Text)


class ArchiveBreaker:
    """See :class:`storyworld.ports.Breaker`: what one worker is told, all of them know.

    An archive that cannot be read holds nobody back: then each worker learns for itself.
    """

    def __init__(self, engine: Engine, clock: Callable[[], float] = time.time) -> None:
        self._engine, self._clock = engine, clock

    def rests(self, name: str) -> tuple[float, str] | None:
        """See :class:`storyworld.ports.Breaker`."""
        try:
            with reading(self._engine) as session:
                row = session.get(BreakerRow, name[:_NAME])
                left = row.until - self._clock() if row is not None else 0.0
                return (left, row.why) if row is not None and left > 0 else None
        except SQLAlchemyError as error:
            _log.warning("whether %s rests cannot be read: %s", name, type(error).__name__)
            return None

    def rest(self, name: str, seconds: float, why: str) -> None:
        """See :class:`storyworld.ports.Breaker`."""
        row = BreakerRow(name=name[:_NAME], until=self._clock() + seconds, why=why[:4000])
        try:
            with writing(self._engine) as session:
                session.merge(row)
                session.execute(delete(BreakerRow).where(BreakerRow.until < self._clock()))
        except SQLAlchemyError as error:
            _log.warning("that %s rests cannot be written: %s", name, type(error).__name__)


def open_breakers(session: Session) -> tuple[BreakerView, ...]:
    """Give who rests now, the longest first."""
    now = time.time()
    rows = session.scalars(
        select(BreakerRow)
        .where(BreakerRow.until > now)
        .order_by(BreakerRow.until.desc())
        .limit(100)
    )
    return tuple(BreakerView(name=r.name, rests_s=r.until - now, why=r.why) for r in rows)
