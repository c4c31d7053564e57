"""Who did what: one entry per stage, written in the transaction that finishes it; and money."""

from datetime import UTC, datetime

from sqlalchemy import Text, func, insert, select, type_coerce
from sqlalchemy.orm import Session

from storyworld.archive.statements import insert_rows
from storyworld.archive.tables import CostKind, CostRow, EpisodeRow, ProvenanceRow
from storyworld.errors import NotFound
from storyworld.records.identity import AttemptKey
from storyworld.records.provenance import ProvenanceEntry, known_usd

_INSERT = insert(ProvenanceRow)


def add(session: Session, key: AttemptKey, entry: ProvenanceEntry) -> None:
    """Write a stage's entry, and its cost as settled if it had one: all of it that is known."""
    now = datetime.now(UTC)
    row = {
        "episode_id": key.episode_id,
        "beat": key.beat,
        "attempt": key.attempt,
        "stage": entry.stage,
        "record": entry,
        "created_at": now,
    }
    insert_rows(session, _INSERT, row)
    usd = known_usd(entry.tries) if entry.cost_usd is None else entry.cost_usd
    if usd > 0:
        session.add(
            CostRow(
                episode_id=key.episode_id,
                beat=key.beat,
                attempt=key.attempt,
                stage=entry.stage,
                kind=CostKind.SETTLED,
                usd=usd,
                created_at=now,
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


def settled_usd(session: Session, episode_ids: tuple[str, ...]) -> dict[str, float]:
    """Give what each of these episodes has cost so far; those without cost are left out."""
    rows = session.execute(
        select(CostRow.episode_id, func.sum(CostRow.usd))
        .where(CostRow.episode_id.in_(episode_ids), CostRow.kind == CostKind.SETTLED)
        .group_by(CostRow.episode_id)
    )
    return {row[0]: row[1] for row in rows}


def with_unknown_cost(session: Session, episode_ids: tuple[str, ...]) -> frozenset[str]:
    """Give those of these episodes that cost more than is settled, by how much nobody knows."""
    found = session.scalars(
        select(ProvenanceRow.episode_id)
        .where(
            ProvenanceRow.episode_id.in_(episode_ids),
            type_coerce(ProvenanceRow.record, Text).contains('"cost_usd":null', autoescape=True),
        )
        .distinct()
    )
    return frozenset(found)
