"""Observe: take in the render worker's report, then ask the observers about its film.

The report comes from an untrusted machine. It is admitted only for an attempt that waits for it
and under the nonce that attempt was sent with; the film's place is our own, never the report's;
its bytes are verified by digest and decoded in a sandbox.
"""

import logging
import secrets
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from celery import Task
from pydantic import ValidationError
from sqlalchemy.orm import Session

from storyworld import __version__, stages
from storyworld.archive import attempts, provenance, runs, steps
from storyworld.composition import House
from storyworld.errors import IntegrityError, NotFound
from storyworld.observers import affordable
from storyworld.records.episode import EpisodeState
from storyworld.records.identity import Stage, StepKey
from storyworld.records.observation import Observation
from storyworld.records.provenance import Agent, AgentKind, Failure
from storyworld.records.render import RenderReport
from storyworld.stages.observe import Viewing
from tasks.app import app
from tasks.step import RETRY_AFTER_S, Message, Onward, Work, Worked, read_key, take

_log = logging.getLogger(__name__)


def _arrive(session: Session, here: House, message: Message) -> StepKey | None:
    """Take in a report, or read the key of an observation sent again."""
    if isinstance(message, str):
        return read_key(session, here, message)
    try:
        report = RenderReport.model_validate(message)
        asked = attempts.attempt(session, report.key)
    except (ValidationError, NotFound) as error:
        _log.warning("refused a render report: %s", type(error).__name__)
        return None
    if not secrets.compare_digest(report.nonce.encode(), asked.nonce.encode()):
        _log.warning("refused a render report for %s: wrong nonce", report.key)
        return None
    return _take_in(session, here, report)


def _take_in(session: Session, here: House, report: RenderReport) -> StepKey | None:
    now = time.time()
    render, observe = report.key.at(Stage.RENDER), report.key.at(Stage.OBSERVE)
    if report.artifact is None:
        _render_failed(session, here, render, report)
        return None
    if steps.finish(session, render, now=now):
        asked = attempts.attempt(session, report.key)
        ours = {"uri": here.store.uri(asked.object_key), "backend": asked.backend}
        attempts.save_artifact(session, report.key, report.artifact.revised(**ours))
        provenance.add(session, report.key, report.provenance)
        steps.add(session, observe, now=now, due=now + here.settings.resend_after_s)
        runs.advance(session, report.key.episode_id, EpisodeState.EXECUTING)
        session.flush()
    return observe


def _render_failed(session: Session, here: House, step: StepKey, report: RenderReport) -> None:
    """Record a failed render; give it back for another try, or end the episode."""
    row = steps.row(session, step)
    failure: Failure | None = report.failure
    if row is None or row.finished_at is not None or failure is None:
        return
    provenance.add(session, step, report.provenance)
    now = time.time()
    if row.lease is None:  # its word that it had started was lost: count the start now
        steps.claim(session, step, now=now, lease_s=here.settings.lease_s)
        session.refresh(row)
    if failure.transient and row.claims < here.settings.max_claims:
        wait = RETRY_AFTER_S * 2**row.claims
        steps.release(session, step, now=now, due=now + wait, failure=failure)
    elif steps.bury(session, step, now=now, failure=failure):
        runs.fail(session, step.episode_id, failure)


@dataclass(frozen=True)
class _Given:
    """What there is to look at, and whether that may still cost anything."""

    viewing: Viewing
    spent: bool


def _load(session: Session, _house: House, key: StepKey) -> _Given:
    artifact = attempts.artifact(session, key)
    if artifact is None:
        raise IntegrityError(f"{key} has no film")
    viewing = Viewing(
        key=key.of_attempt,
        beat=attempts.beat(session, key),
        artifact=artifact,
        shot=attempts.attempt(session, key).shot,
    )
    return _Given(viewing, provenance.budget_spent(session, key.episode_id))


def _work(here: House, given: _Given) -> Worked[tuple[Observation, ...]]:
    viewing = given.viewing
    with tempfile.TemporaryDirectory(prefix="storyworld-film-") as folder:
        seen = stages.observe(
            viewing,
            observers=affordable(here.observers) if given.spent else here.observers,
            open_film=lambda: here.open_film(here.store.fetch(viewing.artifact, Path(folder))),
        )
    return Worked(
        seen,
        Agent(name="panel", kind=AgentKind.OBSERVER, version=__version__),
        used=(viewing.artifact.sha256,),
        produced=tuple(o.observation_id for o in seen),
        tries=tuple(tried for o in seen for tried in o.tries),
    )


def _save(
    session: Session,
    here: House,
    key: StepKey,
    _given: _Given,
    made: tuple[Observation, ...],
) -> Onward:
    attempts.save_observations(session, key, made)
    following = key.of_attempt.at(Stage.EVALUATE)
    now = time.time()
    steps.add(session, following, now=now, due=now + here.settings.resend_after_s)
    return Onward(message=str(following))


_WORK = Work(stage=Stage.OBSERVE, load=_load, work=_work, save=_save, arrive=_arrive)


@app.task(name="storyworld.observe", bind=True)  # type: ignore[untyped-decorator]
def observe(self: Task, report: Message) -> Message | None:
    """Ask what the film of an attempt shows."""
    return take(self, report, _WORK)
