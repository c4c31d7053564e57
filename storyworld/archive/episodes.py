"""Episodes as the web asks for them: created, listed, shown, terminated.

An episode and its first step are written in one transaction; the message follows after it.
"""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError as DatabaseIntegrityError
from sqlalchemy.orm import Session

from storyworld.archive import attempts, events, listing, provenance, runs, world
from storyworld.archive import steps as step_rows
from storyworld.archive.statements import every
from storyworld.archive.tables import EpisodeRow, StepRow, StepState
from storyworld.epistemics.judging import guard_of
from storyworld.errors import Conflicting, InvalidField, TooMuch
from storyworld.records.access import LOCAL
from storyworld.records.episode import (
    BeatView,
    EpisodeResult,
    EpisodeState,
    EpisodeSummary,
    StepView,
    run_status,
)
from storyworld.records.frozen import Record
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage, StepKey, new_id
from storyworld.records.provenance import Agent, AgentKind
from storyworld.records.verdict import OutcomeKind

SOMEBODY: Final = Agent(name="somebody", kind=AgentKind.PERSON, version="")
"""Who asks over the web: evidence that others check says what a person did, not which."""
_RUNNING = select(func.count(StepRow.episode_id.distinct())).where(StepRow.state == StepState.READY)
SEND_GRACE_S = 2.0
"""How long the first message may be on its way before the reconciler sends another."""


class Idempotency(Record):
    """A client's key for a request, with the digest of the body it came with."""

    key: str
    body_sha256: str


class Created(Record):
    """An episode, whether it is fresh, and the step to ring for."""

    summary: EpisodeSummary
    fresh: bool
    key: StepKey


def create(
    session: Session,
    goal: Goal,
    *,
    backend: Backend,
    budget_usd: float,
    queue_limit: int,
    idempotency: Idempotency | None = None,
    owner: str = LOCAL,
) -> Created:
    """Write an episode of an owner's, its branch and its first step.

    `backend` and `budget_usd` stand in where the goal names none.

    Raises
    ------
    TooMuch
        If `queue_limit` episodes are already running.
    InvalidField
        If the owner used the idempotency key with another body.
    NotFound
        If the goal names a world or node that the owner does not have.
    """
    if idempotency is not None:
        earlier = _by_idempotency(session, idempotency, owner)
        if earlier is not None:
            return earlier
    _check_room(session, queue_limit)
    now = datetime.now(UTC)
    episode_id = new_id("ep")
    world_id, root = world.begin(session, goal, owner)
    row = EpisodeRow(
        episode_id=episode_id,
        owner=owner,
        world_id=world_id,
        goal=goal,
        goal_text=goal.text,
        backend=goal.backend or backend,
        budget_usd=budget_usd if goal.budget_usd is None else goal.budget_usd,
        state=EpisodeState.CREATED,
        outcome=OutcomeKind.IN_PROGRESS,
        because="",
        idempotency_key=idempotency.key if idempotency else None,
        body_sha256=idempotency.body_sha256 if idempotency else None,
        created_at=now,
        updated_at=now,
    )
    try:
        with session.begin_nested():
            session.add(row)
    except DatabaseIntegrityError:
        # somebody else used the key between our look and our write
        earlier = _by_idempotency(session, idempotency, owner) if idempotency else None
        if earlier is None:
            raise
        return earlier
    world.branch(session, episode_id, world_id, root)
    key = AttemptKey(episode_id=episode_id).at(Stage.PLAN)
    step_rows.add(session, key, now=now.timestamp(), due=now.timestamp() + SEND_GRACE_S)
    events.add(session, key.of_attempt, events.CREATED, at=now)
    session.flush()
    return Created(summary=listing.line(row), fresh=True, key=key)


def _by_idempotency(session: Session, idempotency: Idempotency, owner: str) -> Created | None:
    row = session.scalars(
        select(EpisodeRow).where(
            EpisodeRow.owner == owner, EpisodeRow.idempotency_key == idempotency.key
        )
    ).first()
    if row is None:
        return None
    if row.body_sha256 != idempotency.body_sha256:
        raise InvalidField(
            "this Idempotency-Key was used before with another body: take a new one",
            field="Idempotency-Key",
        )
    key = AttemptKey(episode_id=row.episode_id).at(Stage.PLAN)
    return Created(summary=listing.line(row), fresh=False, key=key)


def _check_room(session: Session, queue_limit: int) -> None:
    # what runs has a step to be done, and an index holds those; episodes are all there ever were
    (running,) = every(session, _RUNNING, {})[0]
    if running >= queue_limit:
        raise TooMuch(f"{running} simulations are already waiting or running; try again shortly")


def terminate(session: Session, episode_id: str) -> EpisodeSummary:
    """End a running episode by hand.

    Raises
    ------
    NotFound
        If there is no such episode.
    Conflicting
        If it has already ended.
    """
    row = runs.get(session, episode_id)
    so_far = summary(session, episode_id)
    ending = runs.Ending(
        state=EpisodeState.TERMINATED,
        outcome=OutcomeKind.GOAL_ABANDONED,
        because="Terminated by hand.",
    )
    if not runs.end(session, episode_id, ending):
        raise Conflicting(f"{episode_id} has already ended as {row.outcome}")
    reached = AttemptKey(episode_id=episode_id, beat=so_far.beat, attempt=so_far.attempt)
    stage = so_far.stage or Stage.PLAN
    provenance.add_end(session, reached.at(stage), SOMEBODY, failure=None)
    session.expire(row)
    return summary(session, episode_id)


def summary(session: Session, episode_id: str) -> EpisodeSummary:
    """Give one episode as a line of the list.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    return listing.lines(session, (runs.get(session, episode_id),))[0]


def result(session: Session, episode_id: str) -> EpisodeResult:
    """Give the validated outcome: the episode's own, with the last judgement it rests on.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    row = runs.get(session, episode_id)
    made = attempts.walked(session, episode_id)
    judgement = attempts.last_judgement(session, episode_id)
    state = EpisodeState(row.state)
    known: dict[str, object] = {}
    if judgement is not None:
        known = {
            "epistemic_state": judgement.state,
            "confidence": judgement.confidence,
            "constraints": judgement.constraints,
            "findings": judgement.findings,
            "conflicts": judgement.conflicts,
            "constraints_discovered": judgement.constraints_discovered,
            "missing_evidence": judgement.missing_evidence,
            "suggested_alternatives": judgement.suggested_alternatives,
        }
    elif row.vetoed is not None:
        known = {
            "constraints": row.vetoed.constraints,
            "constraints_discovered": tuple(c.constraint_id for c in row.vetoed.constraints),
        }
    return EpisodeResult.model_validate(
        {
            "episode_id": row.episode_id,
            "world_id": row.world_id,
            "status": run_status(state),
            "state": state,
            "outcome": row.outcome,
            "because": row.because,
            "attempts_made": made,
            "failure": row.failure,
            "guard": guard_of(row.goal.risk_profile),
            "provenance_head": provenance.head(session, episode_id),
            **known,
        }
    )


def beats(session: Session, episode_id: str) -> tuple[BeatView, ...]:
    """Give an episode's beats with every attempt at them, as far as they got.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    runs.get(session, episode_id)
    return attempts.views(session, episode_id)


def steps(session: Session, episode_id: str) -> tuple[StepView, ...]:
    """Give the stage timeline: every step in the order of beat, attempt and stage.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    runs.get(session, episode_id)
    rows = session.scalars(select(StepRow).where(StepRow.episode_id == episode_id))
    ordered = sorted(rows, key=lambda s: (s.beat, s.attempt, list(Stage).index(Stage(s.stage))))
    return tuple(step_rows.view(step, _how_far(session, step)) for step in ordered)


def _how_far(session: Session, step: StepRow) -> str:
    """Say how far a step is that was begun and has not ended."""
    going = step.state == StepState.READY and step.started_at is not None
    return events.how_far(session, step_rows.key_of(step)) if going else ""
