"""The life of a step row: claimed by one worker, finished once, sent again when due.

The database is the queue of record and Redis a doorbell: a duplicate, late or forged message
finds nothing to claim. All times are seconds since the epoch.
"""

from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, bindparam, insert, or_, select, update
from sqlalchemy.orm import Session

from storyworld.archive import events, holding, outbox
from storyworld.archive.statements import insert_rows, swapped
from storyworld.archive.tables import StepRow, StepState
from storyworld.records.episode import StepView
from storyworld.records.frozen import Record
from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.provenance import Failure
from storyworld.records.webhook import StageEnd

ABSURD_LEASE_S = 24 * 3600.0
"""A lease further ahead than this was written by a clock gone wrong, and is ignored."""

RESEND_CAP_S = 600.0


class DueStep(Record):
    """A step that is to be sent again, or buried if it was started too often."""

    key: StepKey
    claims: int
    sends: int


def _is(key: StepKey) -> ColumnElement[bool]:
    return and_(
        StepRow.episode_id == key.episode_id,
        StepRow.beat == key.beat,
        StepRow.attempt == key.attempt,
        StepRow.stage == key.stage,
    )


def _free(now: float) -> ColumnElement[bool]:
    return and_(
        StepRow.state == StepState.READY,
        or_(
            StepRow.lease.is_(None),
            StepRow.lease <= now,
            StepRow.lease > now + ABSURD_LEASE_S,
        ),
    )


def _instant(now: float) -> datetime:
    return datetime.fromtimestamp(now, UTC)


_OF_STEP = and_(
    StepRow.episode_id == bindparam("of_episode"),
    StepRow.beat == bindparam("of_beat"),
    StepRow.attempt == bindparam("of_attempt"),
    StepRow.stage == bindparam("of_stage"),
)
_ADD = insert(StepRow)
_CLAIM = (
    update(StepRow)
    .where(
        _OF_STEP,
        StepRow.state == StepState.READY,
        or_(
            StepRow.lease.is_(None),
            StepRow.lease <= bindparam("now"),
            StepRow.lease > bindparam("absurd"),
        ),
    )
    .values(
        lease=bindparam("until"),
        due=bindparam("until"),
        claims=StepRow.claims + 1,
        started_at=bindparam("at"),
    )
)
_FINISH = (
    update(StepRow)
    .where(_OF_STEP, StepRow.state == StepState.READY)
    .values(state=StepState.DONE, lease=None, finished_at=bindparam("at"), failure=None)
)


def _of(key: StepKey) -> dict[str, object]:
    return {
        "of_episode": key.episode_id,
        "of_beat": key.beat,
        "of_attempt": key.attempt,
        "of_stage": key.stage,
    }


def add(session: Session, key: StepKey, *, now: float, due: float) -> None:
    """Write the row of a step that is to be done; `due` is when to send it again."""
    row = {
        "episode_id": key.episode_id,
        "beat": key.beat,
        "attempt": key.attempt,
        "stage": key.stage,
        "state": StepState.READY,
        "due": due,
        "claims": 0,
        "sends": 1,
        "created_at": _instant(now),
    }
    insert_rows(session, _ADD, row)


def claim(session: Session, key: StepKey, *, now: float, lease_s: float) -> bool:
    """Take the step for `lease_s`; False if it is done, dead or held by another."""
    at = _instant(now)
    bound = {
        **_of(key),
        "now": now,
        "absurd": now + ABSURD_LEASE_S,
        "until": now + lease_s,
        "at": at,
    }
    if not swapped(session, _CLAIM, bound):
        return False
    events.add(session, key, events.STARTED, at=at)
    return True


def hold(
    session: Session, key: StepKey, *, now: float, lease_s: float, most_s: float, how_far: str
) -> None:
    """Lengthen the lease of a step that is held, and note how far its work is.

    One that was begun more than `most_s` ago is not held any longer, whatever its worker says.
    """
    held = swapped(
        session,
        update(StepRow)
        .where(
            _is(key),
            StepRow.state == StepState.READY,
            StepRow.lease.is_not(None),
            StepRow.started_at >= _instant(now - most_s),
        )
        .values(lease=now + lease_s, due=now + lease_s),
    )
    if held:
        events.add(session, key, events.GOING_ON, at=_instant(now), detail=how_far)


def wait(session: Session, key: StepKey, *, now: float, due: float, how_far: str) -> None:
    """Put a claimed step aside until `due`: it did what could be done, and nothing went wrong."""
    session.execute(
        update(StepRow)
        .where(_is(key), StepRow.state == StepState.READY)
        .values(lease=None, due=due, claims=0, sends=0)
    )
    events.add(session, key, events.GOING_ON, at=_instant(now), detail=how_far)


def finish(session: Session, key: StepKey, *, now: float) -> bool:
    """Mark the step done by compare-and-swap; False if somebody else ended it first."""
    holding.hold(session, key.episode_id)
    at = _instant(now)
    if not swapped(session, _FINISH, {**_of(key), "at": at}):
        return False
    events.add(session, key, events.DONE, at=at)
    outbox.stage_finished(session, key, StageEnd.DONE, at=at)
    return True


def release(
    session: Session,
    key: StepKey,
    *,
    now: float,
    due: float,
    failure: Failure,
    claims: int | None = None,
) -> None:
    """Give a claimed step back after a failure, to be sent again at `due`.

    `claims` is how many starts count from now on, where it is not all there were.
    """
    counted = {} if claims is None else {"claims": claims, "sends": 0}
    session.execute(
        update(StepRow)
        .where(_is(key), StepRow.state == StepState.READY)
        .values(lease=None, due=due, failure=failure, **counted)
    )
    events.add(session, key, events.RETRIED, at=_instant(now), detail=failure.detail)


def bury(session: Session, key: StepKey, *, now: float, failure: Failure) -> bool:
    """Mark the step dead with its reason; False if it had already ended."""
    holding.hold(session, key.episode_id)
    dead = swapped(
        session,
        update(StepRow)
        .where(_is(key), StepRow.state == StepState.READY)
        .values(state=StepState.DEAD, lease=None, finished_at=_instant(now), failure=failure),
    )
    if not dead:
        return False
    at = _instant(now)
    events.add(session, key, events.DIED, at=at, detail=failure.detail)
    outbox.stage_finished(session, key, StageEnd.DEAD, at=at, because=failure.detail)
    return True


def cancel_all(session: Session, episode_id: str, *, now: float) -> None:
    """Withdraw what is still to be done of an episode: whoever holds it finishes in vain."""
    session.execute(
        update(StepRow)
        .where(StepRow.episode_id == episode_id, StepRow.state == StepState.READY)
        .values(state=StepState.CANCELED, lease=None, finished_at=_instant(now))
    )


def withdrawn(session: Session, episode_id: str, stage: Stage) -> tuple[StepKey, ...]:
    """Give the steps of a stage that :func:`cancel_all` withdrew: others may be at them still."""
    rows = session.scalars(
        select(StepRow).where(
            StepRow.episode_id == episode_id,
            StepRow.stage == stage,
            StepRow.state == StepState.CANCELED,
        )
    )
    return tuple(key_of(row) for row in rows)


def due(session: Session, *, now: float, limit: int = 200) -> tuple[DueStep, ...]:
    """Give the steps to be sent again: ready, due, and held by nobody; oldest first."""
    rows = session.scalars(
        select(StepRow).where(_free(now), StepRow.due <= now).order_by(StepRow.due).limit(limit)
    )
    return tuple(DueStep(key=key_of(row), claims=row.claims, sends=row.sends) for row in rows)


def resent(session: Session, step: DueStep, *, now: float, resend_after_s: float) -> bool:
    """Note that a step is being sent again; the next time waits twice as long, up to a cap."""
    wait = min(resend_after_s * 2 ** min(step.sends, 16), RESEND_CAP_S)
    return swapped(
        session,
        update(StepRow)
        .where(_is(step.key), _free(now), StepRow.sends == step.sends)
        .values(due=now + wait, sends=StepRow.sends + 1),
    )


def not_sent(session: Session, step: DueStep, *, due: float) -> None:
    """Take back the note of `resent`: the broker did not take the message; try at `due`."""
    session.execute(
        update(StepRow)
        .where(_is(step.key), StepRow.state == StepState.READY, StepRow.lease.is_(None))
        .values(due=due, sends=step.sends)
    )


def row(session: Session, key: StepKey) -> StepRow | None:
    """Give a step's row, if it is there."""
    return session.get(StepRow, (key.episode_id, key.beat, key.attempt, key.stage))


def view(step: StepRow, how_far: str = "") -> StepView:
    """Give a row as it is shown."""
    return StepView(
        episode_id=step.episode_id,
        beat=step.beat,
        attempt=step.attempt,
        stage=Stage(step.stage),
        state=step.state,
        claims=step.claims,
        sends=step.sends,
        started_at=step.started_at,
        finished_at=step.finished_at,
        failure=step.failure,
        how_far=how_far,
    )


def key_of(step: StepRow) -> StepKey:
    """Give the key of a row."""
    attempt = AttemptKey(episode_id=step.episode_id, beat=step.beat, attempt=step.attempt)
    return attempt.at(Stage(step.stage))
