"""One step: claim its row, work, finish by compare-and-swap with its provenance.

Every task of the control side is one call of :func:`take`. A duplicate, late or forged message
finds nothing to claim and ends its chain; a worker that dies leaves a lease that runs out.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Generic, TypeVar

from celery import Task
from pydantic import ValidationError
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session

from storyworld import __version__, logs, tracing
from storyworld.archive import provenance, runs, steps
from storyworld.archive.engine import reading, writing
from storyworld.composition import House, house
from storyworld.errors import IntegrityError, PermanentError, TransientError, failure_of
from storyworld.records.identity import Stage, StepKey
from storyworld.records.provenance import (
    Agent,
    AgentKind,
    Detail,
    Failure,
    ProvenanceEntry,
    Thing,
    Try,
    total_usd,
)
from storyworld.records.render import RenderRequest
from storyworld.tracing import End
from tasks import pipeline
from tasks.sighting import sightings

Given = TypeVar("Given")
Made = TypeVar("Made")
Message = dict[str, object] | str

_log = logging.getLogger(__name__)

RETRY_AFTER_S = 1.0
WALK: Final = Agent(name="walk", kind=AgentKind.RECONCILER, version=__version__)
"""Who gives up what cannot be done."""


@dataclass(frozen=True)
class Worked(Generic[Made]):
    """What a stage made, and who made it of what; `tries` are those asked on the way.

    `unfinished` are the tries to be kept where the step does not finish, if those are others.
    """

    made: Made
    agent: Agent
    used: tuple[Thing, ...] = ()
    produced: tuple[Thing, ...] = ()
    tries: tuple[Try, ...] = ()
    details: tuple[Detail, ...] = ()
    seed: int | None = None
    unfinished: tuple[Try, ...] | None = None


class AskedInVainError(Exception):
    """Models were asked, and then the work went wrong: what went wrong is the cause."""

    def __init__(self, cause: Exception, agent: Agent, tries: tuple[Try, ...]) -> None:
        super().__init__(str(cause))
        self.cause = cause
        self.asked: Worked[None] = Worked(None, agent, tries=tries)


class Waiting(Exception):  # noqa: N818 - nothing went wrong
    """What could be done is done; the step is to be taken up again in `seconds`."""

    def __init__(self, seconds: float, how_far: str) -> None:
        super().__init__(how_far)
        self.seconds = seconds
        self.how_far = how_far


def end_of_it(session: Session, _house: House, key: StepKey, failure: Failure) -> None:
    """Bury a step that cannot be done; with it the episode ends."""
    if steps.bury(session, key, now=time.time(), failure=failure):
        runs.fail(session, key.episode_id, failure)
        provenance.add_end(session, key, WALK, failure)


@dataclass(frozen=True)
class Onward:
    """What follows a finished step: the chain's next message, or a new walk to ring for."""

    message: Message | None = None
    ring: tuple[StepKey, RenderRequest] | None = None


@dataclass(frozen=True)
class Work(Generic[Given, Made]):
    """The movements of a stage: arrive and claim in one transaction, load, work, save and finish.

    `arrive` turns the message into the key of the step, in the transaction of the claim; the
    default reads a key. It gives None for a message that is not for us. `give_up` says what
    becomes of a step that cannot be done.
    """

    stage: Stage
    load: Callable[[Session, House, StepKey], Given]
    work: Callable[[House, Given], Worked[Made]]
    save: Callable[[Session, House, StepKey, Given, Made], Onward]
    arrive: Callable[[Session, House, Message], StepKey | None]
    give_up: Callable[[Session, House, StepKey, Failure], None] = end_of_it


def read_key(_session: Session, _house: House, message: Message) -> StepKey | None:
    """Read the key a message carries."""
    try:
        return StepKey.parse(message) if isinstance(message, str) else None
    except (ValidationError, ValueError):
        return None


def take(task: Task, message: Message, work: Work[Given, Made]) -> Message | None:
    """Do one step of an episode, or nothing if it is not there to be done.

    Returns
    -------
    Message or None
        What the next task of the chain is handed; None ends the chain.
    """
    onward = do(house(), message, work, by=task.request.hostname)
    if onward is None or onward.message is None:
        task.request.chain = None  # the links that would follow would find nothing to claim
        return None
    return onward.message


def do(
    here: House, message: Message, work: Work[Given, Made], *, by: str | None = None
) -> Onward | None:
    """Do the step a message speaks of; None if there is none to be done, or it went wrong.

    Parameters
    ----------
    by
        The name of the worker that does it, where it has one: it is seen in the archive.

    Raises
    ------
    IntegrityError
        After it was recorded: a promise of the archive is broken.
    """
    key = _claim(here, message, work, by)
    if key is None:
        return None
    with logs.about_step(key), tracing.stage(key):
        return _done(here, key, work)


def _done(here: House, key: StepKey, work: Work[Given, Made]) -> Onward | None:
    """Do a step that was claimed; see :func:`do`."""
    clock = time.monotonic()
    try:
        onward = _finish(here, key, work)
    except Waiting as waiting:
        _put_aside(here, key, waiting)
        return None
    except (TransientError, OperationalError) as error:
        _give_back(here, key, work, failure_of(error))
        return None
    except PermanentError as error:
        _give_up(here, key, work, error.failure)
        return None
    except IntegrityError as error:
        _give_up(here, key, work, failure_of(error))
        raise
    except Exception as error:  # noqa: BLE001 - a bug must not lose an episode: counted, then buried
        _log.exception("%s failed", key)
        _give_back(here, key, work, failure_of(error))
        return None
    if onward is None:
        tracing.ended(End.IN_VAIN)
        _log.info("finished in vain: another has finished it")
        return None
    tracing.ended(End.DONE)
    _log.info("done in %.3f s", time.monotonic() - clock)
    if onward.ring is not None:
        pipeline.ring(*onward.ring)
    return onward


def _finish(here: House, key: StepKey, work: Work[Given, Made]) -> Onward | None:
    """Load, work, and finish with provenance in one transaction; None if another finished.

    Models that were asked are to be paid all the same: where the step does not finish, the tries
    are written without what came of them.
    """
    started, clock = datetime.now(UTC), time.monotonic()
    with reading(here.engine) as session:
        given = work.load(session, here, key)
    try:
        worked = work.work(here, given)
    except AskedInVainError as vain:
        entry = _entry(here, work.stage, vain.asked, started, clock)
        _keep(here, key, entry, failure_of(vain.cause))
        raise vain.cause from None
    entry = _entry(here, work.stage, worked, started, clock)
    kept = worked.tries if worked.unfinished is None else worked.unfinished
    unfinished = entry.revised(tries=kept, cost_usd=total_usd(kept))
    try:
        with writing(here.engine) as session:
            if steps.finish(session, key, now=time.time()):
                onward = work.save(session, here, key, given, worked.made)
                provenance.add(session, key, entry)
                return onward
    except Exception as error:
        _keep(here, key, unfinished, failure_of(error))
        raise
    _keep(here, key, unfinished, None)
    return None


def _entry(
    here: House, stage: Stage, worked: Worked[Made], started: datetime, clock: float
) -> ProvenanceEntry:
    return ProvenanceEntry(
        stage=stage,
        agent=worked.agent,
        used=worked.used,
        produced=worked.produced,
        tries=worked.tries,
        details=worked.details,
        seed=worked.seed,
        cost_usd=total_usd(worked.tries),
        started_at=started,
        finished_at=datetime.now(UTC),
        code_version=__version__,
        settings_sha256=here.settings.digest(),
        timings_ms=(("work", (time.monotonic() - clock) * 1000.0),),
    )


def _keep(here: House, key: StepKey, entry: ProvenanceEntry, failure: Failure | None) -> None:
    """Write whom a step that did not finish had asked, and what that cost."""
    if not entry.tries:
        return
    try:
        with writing(here.engine) as session:
            provenance.add(session, key, entry.revised(produced=(), failure=failure))
    except SQLAlchemyError:  # what went wrong before is what is to be told
        _log.exception("what %s has cost is lost", key)


def _claim(
    here: House, message: Message, work: Work[Given, Made], by: str | None
) -> StepKey | None:
    with writing(here.engine) as session:
        key = work.arrive(session, here, message)
        if key is None:
            return None
        if key.stage is not work.stage:
            _log.warning("a message for %s came to %s", key, work.stage)
            return None
        taken = steps.claim(session, key, now=time.time(), lease_s=here.settings.lease_s)
        if taken and by is not None:
            sightings.worker(session, by, key.stage)
        return key if taken else None


def _put_aside(here: House, key: StepKey, waiting: Waiting) -> None:
    tracing.ended(End.WAITING)
    with writing(here.engine) as session:
        now = time.time()
        due = now + waiting.seconds
        steps.wait(session, key, now=now, due=due, how_far=waiting.how_far)


def _give_back(here: House, key: StepKey, work: Work[Given, Made], failure: Failure) -> None:
    """Release the step for another try, or give it up if it was tried often enough."""
    tracing.ended(End.GIVEN_BACK, failure.code)
    with writing(here.engine) as session:
        row = steps.row(session, key)
        claims = row.claims if row is not None else 0
        if claims >= here.settings.max_claims:
            work.give_up(session, here, key, failure)
            tracing.ended(End.GIVEN_UP, failure.code)
            _log.error("given up at its start no. %d: %s", claims, _words(failure))
            return
        now = time.time()
        wait = RETRY_AFTER_S * 2**claims
        steps.release(session, key, now=now, due=now + wait, failure=failure)
    _log.warning("given back, to be tried again in %.0f s: %s", wait, _words(failure))


def _give_up(here: House, key: StepKey, work: Work[Given, Made], failure: Failure) -> None:
    tracing.ended(End.GIVEN_UP, failure.code)
    with writing(here.engine) as session:
        work.give_up(session, here, key, failure)
    _log.error("given up: %s", _words(failure))


def _words(failure: Failure) -> str:
    return f"{failure.code}: {failure.detail}"
