"""Episodes as lines of a list: how far each is, what it cost, what its outcome hangs on."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import Session

from storyworld.archive import provenance, purchases, standing
from storyworld.archive.statements import every
from storyworld.archive.tables import EpisodeRow, StepRow
from storyworld.epistemics.judging import guard_of
from storyworld.records.access import LOCAL
from storyworld.records.constraint import FindingStatus
from storyworld.records.episode import EpisodeState, EpisodeSummary, RunStatus, run_status
from storyworld.records.identity import Stage
from storyworld.records.verdict import OutcomeKind, WeakestClaim

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
    return lines(session, rows)


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


def lines(session: Session, rows: Sequence[Any]) -> tuple[EpisodeSummary, ...]:
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
        line(
            row,
            reached=latest.get(row.episode_id, _AT_FIRST),
            attempts_made=len(walked.get(row.episode_id, ())),
            cost_usd=usd.get(row.episode_id, 0.0),
            cost_complete=row.episode_id not in unknown,
            weakest=weakest.get(row.episode_id) or _refused(row),
        )
        for row in rows
    )


def line(
    row: Any,
    *,
    reached: Place = _AT_FIRST,
    attempts_made: int = 0,
    cost_usd: float = 0.0,
    cost_complete: bool = True,
    weakest: WeakestClaim | None = None,
) -> EpisodeSummary:
    """Make the line of one episode, of its row and what is known beside it."""
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
