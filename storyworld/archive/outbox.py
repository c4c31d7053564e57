"""What happened is written down for whoever is told of it, in the transaction in which it happens.

So that nothing is told that was rolled back, and nothing forgotten that was committed. Who has no
webhooks pays one look into two indexes. How it then goes out: :mod:`storyworld.archive.deliveries`.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select
from sqlalchemy.orm import Session

from storyworld.archive.deliveries import DeliveryRow
from storyworld.archive.statements import every, insert_rows
from storyworld.archive.tables import EpisodeRow, StepRow
from storyworld.archive.webhooks import WebhookRow
from storyworld.records.episode import EpisodeState, run_status
from storyworld.records.identity import Stage, StepKey, new_id
from storyworld.records.verdict import OutcomeKind
from storyworld.records.webhook import (
    DeliveryState,
    EpisodeUrls,
    EventType,
    HookKind,
    Ping,
    SimulationEnded,
    StageEnd,
    StageFinished,
    WebhookEvent,
)

MOST_WORDS = 1000
"""How much of a reason is told: bodies stay small, and the rest is at the address they name."""

_LISTENING = (
    select(WebhookRow.webhook_id, WebhookRow.kinds, EpisodeRow.world_id)
    .join(EpisodeRow, EpisodeRow.owner == WebhookRow.owner)
    .where(EpisodeRow.episode_id == bindparam("episode_id"), WebhookRow.disabled_at.is_(None))
)
_EPISODE = select(
    EpisodeRow.world_id,
    EpisodeRow.goal_text,
    EpisodeRow.state,
    EpisodeRow.outcome,
    EpisodeRow.confidence,
    EpisodeRow.because,
).where(EpisodeRow.episode_id == bindparam("episode_id"))
_STEPS = select(StepRow.beat, StepRow.attempt, StepRow.stage).where(
    StepRow.episode_id == bindparam("episode_id")
)
_INSERT = insert(DeliveryRow)


def stage_finished(
    session: Session, key: StepKey, how: StageEnd, *, at: datetime, because: str = ""
) -> None:
    """Write that a stage has finished, for each webhook that is told of stages."""
    listening = _listening(session, key.episode_id, HookKind.STAGE_FINISHED)
    if not listening:
        return
    told = StageFinished(
        episode_id=key.episode_id,
        world_id=listening[0].world_id,
        stage=key.stage,
        beat=key.beat,
        attempt=key.attempt,
        state=how,
        because=_short(because),
        urls=EpisodeUrls.of(key.episode_id),
    )
    event = WebhookEvent(type=EventType.STAGE_FINISHED, timestamp=at, data=told)
    _write(session, tuple(row.webhook_id for row in listening), event, key.episode_id)


def simulation_ended(session: Session, episode_id: str, *, at: datetime) -> None:
    """Write that an episode has ended, as its row says by now, for each webhook told of ends."""
    listening = _listening(session, episode_id, HookKind.SIMULATION_ENDED)
    if not listening:
        return
    (row,) = every(session, _EPISODE, {"episode_id": episode_id})
    steps = every(session, _STEPS, {"episode_id": episode_id})
    order = list(Stage)
    reached = max(steps, key=lambda s: (s.beat, s.attempt, order.index(Stage(s.stage))))
    told = SimulationEnded(
        episode_id=episode_id,
        world_id=row.world_id,
        goal=row.goal_text,
        status=run_status(EpisodeState(row.state)),
        state=EpisodeState(row.state),
        outcome=OutcomeKind(row.outcome),
        confidence=row.confidence,
        because=_short(row.because),
        stage=Stage(reached.stage),
        beat=reached.beat,
        attempt=reached.attempt,
        urls=EpisodeUrls.of(episode_id),
    )
    event = WebhookEvent(type=EventType.SIMULATION_ENDED, timestamp=at, data=told)
    _write(session, tuple(row.webhook_id for row in listening), event, episode_id)


def ping(session: Session, webhook_id: str, *, at: datetime) -> str:
    """Write a test for one webhook; give the name of its delivery."""
    event = WebhookEvent(type=EventType.PING, timestamp=at, data=Ping(webhook_id=webhook_id))
    (delivery_id,) = _write(session, (webhook_id,), event, None)
    return delivery_id


def _listening(session: Session, episode_id: str, kind: HookKind) -> tuple[Row[Any], ...]:
    found = every(session, _LISTENING, {"episode_id": episode_id})
    return tuple(row for row in found if kind in row.kinds.split())


def _write(
    session: Session, webhooks: tuple[str, ...], event: WebhookEvent, episode_id: str | None
) -> tuple[str, ...]:
    body = event.model_dump_json()
    rows = [
        {
            "delivery_id": new_id("msg"),
            "webhook_id": webhook_id,
            "episode_id": episode_id,
            "type": event.type,
            "state": DeliveryState.PENDING,
            "body": body,
            "tries": 0,
            "due": event.timestamp.timestamp(),
            "created_at": event.timestamp,
            "last_error": "",
        }
        for webhook_id in webhooks
    ]
    insert_rows(session, _INSERT, rows)
    return tuple(str(row["delivery_id"]) for row in rows)


def _short(words: str) -> str:
    return words if len(words) <= MOST_WORDS else f"{words[: MOST_WORDS - 1]}…"
