"""Constraint memory: what stood against earlier goals of a domain. Priors, never evidence.

One row for each constraint of each family and domain, counted up whenever a beat is judged for
good: reading it costs the same after ten episodes and after a million. Each owner has a memory of
their own, since a statement tells the threshold of somebody's goal, and which episode it was.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import Index, Integer, String, Text, bindparam, case, func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Row
from sqlalchemy.orm import Mapped, Session, mapped_column

from storyworld.archive.columns import UtcDateTime, one_of
from storyworld.archive.owning import owner_of
from storyworld.archive.statements import every, insert_rows
from storyworld.archive.tables import Base
from storyworld.records.access import LOCAL
from storyworld.records.constraint import Constraint, ConstraintKind, FindingStatus
from storyworld.records.goal import Domain
from storyworld.records.prior import Prior
from storyworld.records.scenario import Scenario
from storyworld.records.verdict import Judgement

OFFERED = 3
"""How many priors a plan is offered for a domain."""


class ConstraintMemoryRow(Base):
    """How often one constraint of a family was tested and violated, and by whom last."""

    __tablename__ = "constraint_memory"
    __table_args__ = (
        one_of("domain", Domain),
        Index("ix_constraint_memory_violated", "owner", "domain", "violated", "last_at"),
    )
    owner: Mapped[str] = mapped_column(String(64), primary_key=True, server_default=LOCAL)
    domain: Mapped[str] = mapped_column(String(32), primary_key=True)
    family: Mapped[str] = mapped_column(String(64), primary_key=True)
    constraint_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    law: Mapped[str] = mapped_column(Text)
    statement: Mapped[str] = mapped_column(Text)
    tested: Mapped[int] = mapped_column(Integer)
    violated: Mapped[int] = mapped_column(Integer)
    last_episode: Mapped[str] = mapped_column(String(64))
    last_at: Mapped[datetime] = mapped_column(UtcDateTime)


_ROW = ConstraintMemoryRow.__table__
_COLUMNS = tuple(getattr(ConstraintMemoryRow, name) for name in Prior.model_fields)
_MOST_VIOLATED = (
    ConstraintMemoryRow.violated.desc(),
    ConstraintMemoryRow.last_at.desc(),
    ConstraintMemoryRow.family,
    ConstraintMemoryRow.constraint_id,
)
_OF_DOMAIN = (
    select(*_COLUMNS)
    .where(
        ConstraintMemoryRow.owner == bindparam("owner"),
        ConstraintMemoryRow.domain == bindparam("domain"),
        ConstraintMemoryRow.violated > 0,
    )
    .order_by(*_MOST_VIOLATED)
    .limit(bindparam("limit"))
)
_RANKED = (
    select(
        *_COLUMNS,
        func.row_number()
        .over(partition_by=ConstraintMemoryRow.domain, order_by=_MOST_VIOLATED)
        .label("rank"),
    )
    .where(ConstraintMemoryRow.owner == bindparam("owner"), ConstraintMemoryRow.violated > 0)
    .subquery()
)
_OF_ALL = (
    select(*(_RANKED.c[name] for name in Prior.model_fields))
    .where(_RANKED.c.rank <= bindparam("limit"))
    .order_by(_RANKED.c.domain, _RANKED.c.rank)
)


def _counted(
    insert: sqlite.Insert | postgresql.Insert,
) -> sqlite.Insert | postgresql.Insert:
    """Make the upsert; a constraint that was not violated now leaves what is told of the last."""
    new, old = insert.excluded, _ROW.c
    told = ("law", "statement", "last_episode", "last_at")
    now_or_never = (new.violated > 0) | (old.violated == 0)
    return insert.on_conflict_do_update(
        index_elements=["owner", "domain", "family", "constraint_id"],
        set_={
            "tested": old.tested + new.tested,
            "violated": old.violated + new.violated,
            **{name: case((now_or_never, new[name]), else_=old[name]) for name in told},
        },
    )


_UPSERTS = {
    "sqlite": _counted(sqlite.insert(ConstraintMemoryRow)),
    "postgresql": _counted(postgresql.insert(ConstraintMemoryRow)),
}


def remember(session: Session, episode_id: str, scenario: Scenario, judgement: Judgement) -> None:
    """Count what a beat's last judgement tested, and what of it was violated."""
    now = datetime.now(UTC)
    owner = owner_of(session, episode_id) or LOCAL
    rows = [
        {
            "owner": owner,
            "domain": scenario.intent.domain,
            "family": scenario.family,
            "constraint_id": constraint.constraint_id,
            "law": constraint.law,
            "statement": constraint.statement,
            "tested": 1,
            "violated": int(violated),
            "last_episode": episode_id,
            "last_at": now,
        }
        for constraint, violated in _tested(judgement)
    ]
    # in one order, so that two episodes that end together cannot wait for each other
    rows.sort(key=lambda row: str(row["constraint_id"]))
    insert_rows(session, _UPSERTS[session.get_bind().dialect.name], rows)


def _tested(judgement: Judgement) -> Iterable[tuple[Constraint, bool]]:
    """Give the constraints of goal and law that a witness decided, and whether it was discovered.

    A premise that a film does not show says something of the film, nothing of the domain; and
    what only a film shows that does not count was not discovered.
    """
    decided = {
        f.constraint_id
        for f in judgement.findings
        if f.status in (FindingStatus.SATISFIED, FindingStatus.VIOLATED)
    }
    for constraint in judgement.constraints:
        name = constraint.constraint_id
        if name in decided and constraint.kind in (ConstraintKind.GOAL, ConstraintKind.LAW):
            yield constraint, name in judgement.constraints_discovered


def priors(
    session: Session, domain: Domain, limit: int = OFFERED, *, owner: str = LOCAL
) -> tuple[Prior, ...]:
    """Give the constraints an owner's goals violated most often in a domain, those first."""
    asked = {"domain": domain, "limit": limit, "owner": owner}
    return tuple(map(_prior, every(session, _OF_DOMAIN, asked)))


def offered(session: Session, owner: str = LOCAL) -> tuple[Prior, ...]:
    """Give an owner's first few priors of every domain: a plan's is known when it is made."""
    return tuple(map(_prior, every(session, _OF_ALL, {"limit": OFFERED, "owner": owner})))


def _prior(row: Row[object]) -> Prior:
    return Prior(**row._mapping)
