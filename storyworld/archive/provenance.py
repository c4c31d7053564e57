"""Who did what: one entry per stage, written in the transaction that finishes it; and money.

The entries of an episode are a chain: each names the one before it by digest, and none is ever
changed or taken away (:mod:`storyworld.archive.triggers`).
"""

from datetime import UTC, datetime

from sqlalchemy import Text, bindparam, func, insert, select, type_coerce
from sqlalchemy.orm import Session

from storyworld import __version__
from storyworld.archive.holding import hold
from storyworld.archive.statements import every, first, insert_rows
from storyworld.archive.tables import CostKind, CostRow, EpisodeRow, ProvenanceRow
from storyworld.errors import NotFound
from storyworld.records.identity import AttemptKey, StepKey
from storyworld.records.provenance import Agent, Failure, Link, ProvenanceEntry, known_usd

_INSERT = insert(ProvenanceRow)
_LAST = (
    select(ProvenanceRow.place, ProvenanceRow.sha256)
    .where(ProvenanceRow.episode_id == bindparam("episode_id"), ProvenanceRow.place.is_not(None))
    .order_by(ProvenanceRow.place.desc())
    .limit(1)
)
_SETTLED = (
    select(CostRow.episode_id, func.sum(CostRow.usd).label("usd"))
    .where(
        CostRow.episode_id.in_(bindparam("episode_ids", expanding=True)),
        CostRow.kind == CostKind.SETTLED,
    )
    .group_by(CostRow.episode_id)
)
_UNKNOWN = (
    select(ProvenanceRow.episode_id)
    .where(
        ProvenanceRow.episode_id.in_(bindparam("episode_ids", expanding=True)),
        type_coerce(ProvenanceRow.record, Text).contains('"cost_usd":null', autoescape=True),
    )
    .distinct()
)


def add(session: Session, key: AttemptKey, entry: ProvenanceEntry) -> None:
    """Write a stage's entry, and its cost as settled if it had one: all of it that is known."""
    hold(session, key.episode_id)
    last = first(session, _LAST, {"episode_id": key.episode_id})
    link = Link(
        episode_id=key.episode_id,
        place=last.place + 1 if last else 0,
        beat=key.beat,
        attempt=key.attempt,
        previous=last.sha256 if last else None,
        entry=entry,
    )
    append(session, link, created_at=datetime.now(UTC))


def add_end(session: Session, key: StepKey, agent: Agent, failure: Failure | None) -> None:
    """Write who ended an episode where no stage of it did, and why."""
    now = datetime.now(UTC)
    entry = ProvenanceEntry(
        stage=key.stage,
        agent=agent,
        started_at=now,
        finished_at=now,
        code_version=__version__,
        failure=failure,
    )
    add(session, key, entry)


def append(session: Session, link: Link, *, created_at: datetime) -> None:
    """Write a link as it is, with its cost; its place must be free."""
    entry = link.entry
    row = {
        "episode_id": link.episode_id,
        "beat": link.beat,
        "attempt": link.attempt,
        "stage": entry.stage,
        "record": entry,
        "place": link.place,
        "sha256": link.digest(),
        "created_at": created_at,
    }
    insert_rows(session, _INSERT, row)
    usd = known_usd(entry.tries) if entry.cost_usd is None else entry.cost_usd
    if usd > 0:
        session.add(
            CostRow(
                episode_id=link.episode_id,
                beat=link.beat,
                attempt=link.attempt,
                stage=entry.stage,
                kind=CostKind.SETTLED,
                usd=usd,
                created_at=created_at,
            )
        )


def entries(session: Session, episode_id: str) -> tuple[ProvenanceEntry, ...]:
    """Give an episode's entries in the order they were written.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    if session.get(EpisodeRow, episode_id) is None:
        raise NotFound(f"there is no simulation {episode_id}")
    rows = session.scalars(
        select(ProvenanceRow)
        .where(ProvenanceRow.episode_id == episode_id)
        .order_by(ProvenanceRow.entry_id)
    )
    return tuple(row.record for row in rows)


def links(session: Session, episode_id: str) -> tuple[Link, ...]:
    """Give the chain of an episode, in order; entries from before there were chains are left out.

    Each link names the one before by the digest it was written with, not by that of what the row
    before holds by now.
    """
    rows = session.scalars(
        select(ProvenanceRow)
        .where(ProvenanceRow.episode_id == episode_id, ProvenanceRow.place.is_not(None))
        .order_by(ProvenanceRow.place)
    )
    chain: list[Link] = []
    previous: str | None = None
    for row in rows:
        chain.append(
            Link(
                episode_id=row.episode_id,
                place=row.place,
                beat=row.beat,
                attempt=row.attempt,
                previous=previous,
                entry=row.record,
            )
        )
        previous = row.sha256
    return tuple(chain)


def head(session: Session, episode_id: str) -> str | None:
    """Give the digest of the last link of an episode's chain: what pins all of it."""
    last = first(session, _LAST, {"episode_id": episode_id})
    return last.sha256 if last else None


def settled_usd(session: Session, episode_ids: tuple[str, ...]) -> dict[str, float]:
    """Give what each of these episodes has cost so far; those without cost are left out."""
    rows = every(session, _SETTLED, {"episode_ids": episode_ids})
    return {row.episode_id: row.usd for row in rows}


def with_unknown_cost(session: Session, episode_ids: tuple[str, ...]) -> frozenset[str]:
    """Give those of these episodes that cost more than is settled, by how much nobody knows."""
    return frozenset(row[0] for row in every(session, _UNKNOWN, {"episode_ids": episode_ids}))
