"""The state of an episode while it runs, and its end: exactly once."""

from datetime import UTC, datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from storyworld.archive import events, holding, outbox, steps
from storyworld.archive.statements import first, swapped
from storyworld.archive.tables import EpisodeRow
from storyworld.errors import NotFound
from storyworld.records.episode import EpisodeState
from storyworld.records.frozen import Record
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey
from storyworld.records.provenance import Failure
from storyworld.records.scenario import Vetoed
from storyworld.records.verdict import OutcomeKind

RUNNING = (EpisodeState.CREATED, EpisodeState.PLANNED, EpisodeState.EXECUTING)

_ASKED = select(EpisodeRow.goal, EpisodeRow.backend).where(
    EpisodeRow.episode_id == bindparam("episode_id")
)
_STATE = select(EpisodeRow.state).where(EpisodeRow.episode_id == bindparam("episode_id"))


class Ending(Record):
    """How an episode ends."""

    state: EpisodeState
    outcome: OutcomeKind
    because: str
    confidence: float | None = None
    failure: Failure | None = None


def get(session: Session, episode_id: str) -> EpisodeRow:
    """Give the row of an episode.

    Raises
    ------
    NotFound
        If there is none.
    """
    row = session.get(EpisodeRow, episode_id)
    if row is None:
        raise NotFound(f"there is no simulation {episode_id}", field="episode_id")
    return row


def asked(session: Session, episode_id: str) -> tuple[Goal, Backend]:
    """Give the goal of an episode, and the backend its first choice is.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    row = first(session, _ASKED, {"episode_id": episode_id})
    if row is None:
        raise NotFound(f"there is no simulation {episode_id}", field="episode_id")
    return row.goal, Backend(row.backend)


def ended(session: Session, episode_id: str) -> bool:
    """Say whether an episode has ended; no more is read of it.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    row = first(session, _STATE, {"episode_id": episode_id})
    if row is None:
        raise NotFound(f"there is no simulation {episode_id}", field="episode_id")
    return EpisodeState(row.state).terminal


def goal(session: Session, episode_id: str) -> Goal:
    """Give the goal of an episode.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    found, _ = asked(session, episode_id)
    return found


def advance(session: Session, episode_id: str, state: EpisodeState) -> None:
    """Move a running episode on to another running state."""
    session.execute(
        update(EpisodeRow)
        .where(EpisodeRow.episode_id == episode_id, EpisodeRow.state.in_(RUNNING))
        .values(state=state, updated_at=datetime.now(UTC))
    )


def veto(session: Session, episode_id: str, vetoed: Vetoed) -> None:
    """Keep the constraints a goal contradicted in language."""
    session.execute(
        update(EpisodeRow).where(EpisodeRow.episode_id == episode_id).values(vetoed=vetoed)
    )


def end(session: Session, episode_id: str, ending: Ending) -> bool:
    """End an episode; False if it had already ended. What was still to do is withdrawn."""
    holding.hold(session, episode_id)
    now = datetime.now(UTC)
    ended = swapped(
        session,
        update(EpisodeRow)
        .where(EpisodeRow.episode_id == episode_id, EpisodeRow.state.in_(RUNNING))
        .values(
            state=ending.state,
            outcome=ending.outcome,
            because=ending.because,
            confidence=ending.confidence,
            failure=ending.failure,
            updated_at=now,
            finished_at=now,
        ),
    )
    if ended:
        steps.cancel_all(session, episode_id, now=now.timestamp())
        events.add(
            session, AttemptKey(episode_id=episode_id), events.ENDED, at=now, detail=ending.outcome
        )
        outbox.simulation_ended(session, episode_id, at=now)
    return ended


def fail(session: Session, episode_id: str, failure: Failure) -> bool:
    """End an episode because the machinery failed: no verdict about physics."""
    return end(
        session,
        episode_id,
        Ending(
            state=EpisodeState.FAILED,
            outcome=OutcomeKind.UNCERTAIN_TERMINATION,
            because=f"The run failed before anything could be decided: {failure.detail}"[:4000],
            failure=failure,
        ),
    )
