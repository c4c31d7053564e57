"""Episodes as the web asks for them: created, listed, shown, terminated.

An episode and its first step are written in one transaction; the message follows after it.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.exc import IntegrityError as DatabaseIntegrityError
from sqlalchemy.orm import Session

from storyworld.archive import attempts, events, provenance, purchases, runs, standing, world
from storyworld.archive import steps as step_rows
from storyworld.archive.statements import every
from storyworld.archive.tables import EpisodeRow, StepRow, StepState
from storyworld.epistemics.judging import guard_of
from storyworld.errors import Conflicting, InvalidField, TooMuch
from storyworld.records.access import LOCAL
from storyworld.records.constraint import FindingStatus
from storyworld.records.episode import (
    BeatView,
    EpisodeResult,
    EpisodeState,
    EpisodeSummary,
    RunStatus,
    StepView,
    run_status,
)
from storyworld.records.frozen import Record
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage, StepKey, new_id
from storyworld.records.provenance import Agent, AgentKind
from storyworld.records.verdict import OutcomeKind, WeakestClaim

SOMEBODY: Final = Agent(name="somebody", kind=AgentKind.PERSON, version="")
"""Who asks over the web; it knows no names yet."""
Place = tuple[int, int, int]
"""How far an episode is: the beat, the attempt at it, and the place of the stage."""
_AT_FIRST: Final[Place] = (0, 0, 0)
_STAGES: Final = tuple(Stage)
_ORDER: Final = {str(stage): place for place, stage in enumerate(_STAGES)}
_LINE = (
    EpisodeRow.episode_id,
    EpisodeRow.world_id,
    EpisodeRow.goal,
    EpisodeRow.state,
    EpisodeRow.outcome,
    EpisodeRow.confidence,
    EpisodeRow.vetoed,
    EpisodeRow.created_at,
    EpisodeRow.updated_at,
    EpisodeRow.finished_at,
)
"""What the list shows of an episode: no more is read of it."""
_REACHED = select(StepRow.episode_id, StepRow.beat, StepRow.attempt, StepRow.stage).where(
    StepRow.episode_id.in_(bindparam("episode_ids", expanding=True))
)
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
    return Created(summary=_summary_of(row), fresh=True, key=key)


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
    return Created(summary=_summary_of(row), fresh=False, key=key)


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
    return _with_progress(session, (runs.get(session, episode_id),))[0]


def summaries(
    session: Session,
    *,
    limit: int = 25,
    before: str | None = None,
    after: str | None = None,
    outcome: OutcomeKind | None = None,
    status: RunStatus | None = None,
    search: str | None = None,
    owner: str | None = LOCAL,
) -> tuple[EpisodeSummary, ...]:
    """Give an owner's episodes (None: everybody's), newest first.

    `before` is the id of the last one already seen. With `after` it is those newer than that
    episode, the nearest of them.
    """
    query = select(*_LINE).where(*_matching(outcome, status, search)).limit(limit)
    if owner is not None:
        query = query.where(EpisodeRow.owner == owner)
    if before is not None:
        query = query.where(EpisodeRow.episode_id < before)  # ids sort by time
    if after is None:
        rows = session.execute(query.order_by(EpisodeRow.episode_id.desc())).all()
    else:
        query = query.where(EpisodeRow.episode_id > after).order_by(EpisodeRow.episode_id)
        rows = session.execute(query).all()[::-1]
    return _with_progress(session, rows)


def how_many(
    session: Session,
    owner: str,
    *,
    outcome: OutcomeKind | None = None,
    status: RunStatus | None = None,
    search: str | None = None,
    most: int = 1000,
) -> int:
    """Count an owner's episodes that match, as far as `most`, and give one more beyond."""
    found = (
        select(EpisodeRow.episode_id)
        .where(EpisodeRow.owner == owner, *_matching(outcome, status, search))
        .limit(most + 1)
        .subquery()
    )
    return session.scalar(select(func.count()).select_from(found)) or 0


def _matching(
    outcome: OutcomeKind | None, status: RunStatus | None, search: str | None
) -> Iterator[ColumnElement[bool]]:
    if outcome is not None:
        yield EpisodeRow.outcome == outcome
    if status is not None:
        states = [state for state in EpisodeState if run_status(state) is status]
        yield EpisodeRow.state.in_(states)
    if search:
        yield EpisodeRow.goal_text.icontains(search, autoescape=True)


def _with_progress(session: Session, rows: Sequence[Any]) -> tuple[EpisodeSummary, ...]:
    """Make summaries of rows that hold what a line shows, whole ones or not."""
    ids = tuple(row.episode_id for row in rows)
    latest: dict[str, Place] = {}
    walked: dict[str, set[tuple[int, int]]] = {}
    for step in every(session, _REACHED, {"episode_ids": ids}):
        place = (step.beat, step.attempt, _ORDER[step.stage])
        latest[step.episode_id] = max(latest.get(step.episode_id, place), place)
        if step.stage != Stage.PLAN:
            walked.setdefault(step.episode_id, set()).add((step.beat, step.attempt))
    usd = provenance.settled_usd(session, ids)
    unknown = provenance.with_unknown_cost(session, ids) | purchases.open_orders(session, ids)
    weakest = standing.weakest_of(
        session, {row.episode_id: guard_of(row.goal.risk_profile) for row in rows}
    )
    return tuple(
        _summary_of(
            row,
            reached=latest.get(row.episode_id, _AT_FIRST),
            attempts_made=len(walked.get(row.episode_id, ())),
            cost_usd=usd.get(row.episode_id, 0.0),
            cost_complete=row.episode_id not in unknown,
            weakest=weakest.get(row.episode_id) or _refused(row),
        )
        for row in rows
    )


def _summary_of(
    row: Any,
    *,
    reached: Place = _AT_FIRST,
    attempts_made: int = 0,
    cost_usd: float = 0.0,
    cost_complete: bool = True,
    weakest: WeakestClaim | None = None,
) -> EpisodeSummary:
    state = EpisodeState(row.state)
    beat, attempt, stage = reached
    return EpisodeSummary(
        episode_id=row.episode_id,
        world_id=row.world_id,
        goal=row.goal,
        state=state,
        status=run_status(state),
        outcome=OutcomeKind(row.outcome),
        confidence=row.confidence,
        stage=_STAGES[stage],
        beat=beat,
        attempt=attempt,
        attempts_made=attempts_made,
        cost_usd=cost_usd,
        cost_complete=cost_complete,
        weakest=weakest,
        created_at=row.created_at,
        updated_at=row.updated_at,
        finished_at=row.finished_at,
    )


def _refused(row: EpisodeRow) -> WeakestClaim | None:
    """Give what the gate found wrong with the words of a goal, if it did."""
    if row.vetoed is None:
        return None
    of = row.vetoed.constraints[0]
    return WeakestClaim(claim=of.claim, statement=of.statement, status=FindingStatus.VIOLATED)


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
