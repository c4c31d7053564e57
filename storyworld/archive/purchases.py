"""Films that are bought: each order is written before it goes out, and its operation after.

So that nothing is bought twice: who finds an order that was about to go out does not order again.
"""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Float,
    ForeignKeyConstraint,
    Integer,
    String,
    Text,
    bindparam,
    func,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from storyworld.archive import provenance, runs
from storyworld.archive.columns import RecordText, UtcDateTime
from storyworld.archive.statements import every
from storyworld.archive.tables import Base, CostKind, CostRow
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.purchase import Purchase, PurchaseState

OPEN: Final = (PurchaseState.INTENDED, PurchaseState.ORDERED, PurchaseState.LOST)
"""What is held back from the budget: it is owed, or may be."""


class PurchaseRow(Base):
    """One order of a film."""

    __tablename__ = "purchases"
    __table_args__ = (
        ForeignKeyConstraint(
            ["episode_id", "beat", "attempt"],
            ["attempts.episode_id", "attempts.beat", "attempts.attempt"],
        ),
        CheckConstraint(
            f"state IN ({', '.join(repr(str(s)) for s in PurchaseState)})", name="state"
        ),
        CheckConstraint("estimate_usd >= 0", name="estimate_usd"),
        CheckConstraint("state != 'ordered' OR operation IS NOT NULL", name="operation"),
    )
    episode_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    beat: Mapped[int] = mapped_column(Integer, primary_key=True)
    attempt: Mapped[int] = mapped_column(Integer, primary_key=True)
    place: Mapped[int] = mapped_column(Integer, primary_key=True)
    backend: Mapped[str] = mapped_column(String(32))
    state: Mapped[str] = mapped_column(String(16), index=True)
    operation: Mapped[str | None] = mapped_column(Text)
    estimate_usd: Mapped[float] = mapped_column(Float)
    record: Mapped[Purchase] = mapped_column(RecordText(Purchase))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)


_OPEN = (
    select(PurchaseRow.episode_id)
    .where(
        PurchaseRow.episode_id.in_(bindparam("episode_ids", expanding=True)),
        PurchaseRow.state.in_(OPEN),
    )
    .distinct()
)


def of_attempt(session: Session, key: AttemptKey, backend: Backend) -> tuple[Purchase, ...]:
    """Give the orders that an attempt has placed with a backend, in order."""
    rows = session.scalars(
        select(PurchaseRow)
        .where(
            PurchaseRow.episode_id == key.episode_id,
            PurchaseRow.beat == key.beat,
            PurchaseRow.attempt == key.attempt,
            PurchaseRow.backend == backend,
        )
        .order_by(PurchaseRow.place)
    )
    return tuple(row.record for row in rows)


def left_usd(session: Session, episode_id: str) -> float:
    """Say what is left of an episode's budget, open orders held back; below 0 if it is overdrawn.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    budget = runs.get(session, episode_id).budget_usd
    settled = provenance.settled_usd(session, (episode_id,)).get(episode_id, 0.0)
    held = session.scalar(
        select(func.coalesce(func.sum(PurchaseRow.estimate_usd), 0.0)).where(
            PurchaseRow.episode_id == episode_id, PurchaseRow.state.in_(OPEN)
        )
    )
    return budget - settled - (held or 0.0)


def open_orders(session: Session, episode_ids: tuple[str, ...]) -> frozenset[str]:
    """Give those of these episodes that may owe a film which is not settled."""
    return frozenset(row[0] for row in every(session, _OPEN, {"episode_ids": episode_ids}))


def intend(session: Session, purchase: Purchase) -> bool:
    """Write an order that is about to go out, and its estimate; False if it is not affordable.

    In a transaction that writes: nobody else spends the same money meanwhile.
    """
    key = purchase.key
    if purchase.estimate_usd > left_usd(session, key.episode_id):
        return False
    now = datetime.now(UTC)
    session.add(_row(purchase))
    session.add(
        CostRow(
            episode_id=key.episode_id,
            beat=key.beat,
            attempt=key.attempt,
            stage=Stage.RENDER,
            kind=CostKind.ESTIMATE,
            usd=purchase.estimate_usd,
            created_at=now,
        )
    )
    session.flush()
    return True


def revise(session: Session, purchase: Purchase) -> None:
    """Write what became of an order."""
    session.merge(_row(purchase))


def _row(purchase: Purchase) -> PurchaseRow:
    key = purchase.key
    return PurchaseRow(
        episode_id=key.episode_id,
        beat=key.beat,
        attempt=key.attempt,
        place=purchase.place,
        backend=purchase.backend,
        state=purchase.state,
        operation=purchase.operation,
        estimate_usd=purchase.estimate_usd,
        record=purchase,
        created_at=purchase.created_at,
    )
