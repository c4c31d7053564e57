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
from storyworld.archive import attempts, events, holding, provenance, purchases, runs, steps, world
from storyworld.archive.tables import StepState
from storyworld.composition import House
from storyworld.errors import IntegrityError, NotFound
from storyworld.observers import affordable
from storyworld.ports import Film
from storyworld.records.account import Filming
from storyworld.records.episode import Attempt, EpisodeState
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.observation import Observation
from storyworld.records.provenance import Agent, AgentKind, Failure, ProvenanceEntry
from storyworld.records.render import Artifact, RenderReport
from storyworld.renderers import imposed_by
from storyworld.stages.observe import Viewing
from tasks import fallback, framing, naming
from tasks.app import app
from tasks.sighting import sightings
from tasks.started import render_lease_s
from tasks.step import Message, Onward, Work, Worked, read_key, take

_log = logging.getLogger(__name__)


def _arrive(session: Session, here: House, message: Message) -> StepKey | None:
    """Take in a report, or read the key of an observation sent again."""
    if isinstance(message, str):
        return read_key(session, here, message)
    try:
        report = RenderReport.model_validate(message)
    except ValidationError as error:
        _refuse(session, _meant(message), f"it is malformed: {_at_fault(error)}")
        return None
    try:
        asked = attempts.attempt(session, report.key)
    except NotFound as error:
        _refuse(session, report.key, error.detail)
        return None
    if not secrets.compare_digest(report.nonce.encode(), asked.nonce.encode()):
        _refuse(session, report.key, "wrong nonce: it answers no request that is open")
        return None
    did = "reported a film" if report.failure is None else "reported a failure"
    sightings.renderer(session, asked.backend, did)
    return _take_in(session, here, report)


def _refuse(session: Session, key: AttemptKey | None, why: str) -> None:
    """Write in the history of its episode, where that is known, that a report was refused."""
    words = f"refused a render report: {why}"
    _log.warning("%s (%s)", words, key)
    if key is not None:
        events.refuse(session, key, words)


def _meant(message: dict[str, object]) -> AttemptKey | None:
    """Give the attempt that a malformed report speaks of, if that much can be read."""
    try:
        return AttemptKey.model_validate(message.get("key"))
    except ValidationError:
        return None


def _at_fault(error: ValidationError) -> str:
    """Name the first field at fault, and why: never what a stranger wrote into it."""
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    known = {*RenderReport.model_fields, *Artifact.model_fields, *ProvenanceEntry.model_fields}
    field = ".".join(str(part) for part in first["loc"] if part in known)
    return f"{field or 'the report'}: {first['type'].replace('_', ' ')}"


def _take_in(session: Session, here: House, report: RenderReport) -> StepKey | None:
    now = time.time()
    render, observe = report.key.at(Stage.RENDER), report.key.at(Stage.OBSERVE)
    if report.failure is not None:
        _not_rendered(session, here, render, report, report.failure)
        return None
    if report.artifact is None:
        return None
    if steps.finish(session, render, now=now):
        asked = attempts.attempt(session, report.key)
        artifact = _ours(here, asked, report.artifact)
        attempts.save_artifact(session, report.key, artifact)
        provenance.add(session, report.key, _named(session, here, report))
        steps.add(session, observe, now=now, due=now + here.settings.resend_after_s)
        runs.advance(session, report.key.episode_id, EpisodeState.EXECUTING)
        session.flush()
    elif late := _replayed(session, report, report.artifact):
        _refuse(session, report.key, late)
    return observe


def _replayed(session: Session, report: RenderReport, told: Artifact) -> str:
    """Say why a report of a render that is finished is no message sent twice; empty if it may be.

    A broker may hand a message over again until its film was observed.
    """
    kept = attempts.artifact(session, report.key)
    observed = steps.row(session, report.key.at(Stage.OBSERVE))
    if kept is not None and kept.sha256 != told.sha256:
        return "it tells of another film of a render that is finished"
    if observed is not None and observed.finished_at is not None:
        return "it is replayed: its film was observed already"
    return ""


def _ours(here: House, asked: Attempt, told: Artifact) -> Artifact:
    """Take over what the worker tells of its film, but for what we know better.

    Where it lies, who was asked and how such films are grounded is ours to say. A worker may tell
    that its film weighs less than that, by its grounding or the frames it was given; never more.
    """
    grounding, imposed = imposed_by(asked.backend, here.settings)
    if told.grounding is not None and not told.grounding.weighs:
        grounding = told.grounding
    given = max(imposed, told.imposed_frames) if asked.backend is not Backend.STUB else imposed
    return told.revised(
        uri=here.store.uri(told.sha256),
        backend=asked.backend,
        grounding=grounding,
        imposed_frames=min(given, asked.shot.camera.frame_count),
    )


def _not_rendered(
    session: Session, here: House, step: StepKey, report: RenderReport, failure: Failure
) -> None:
    """Record a failed render, and decide what follows."""
    holding.hold(session, step.episode_id)
    row = steps.row(session, step)
    if row is not None and row.state == StepState.DONE:
        _refuse(session, report.key, "it tells of the failure of a render that is finished")
    if row is None or row.finished_at is not None:
        return
    provenance.add(session, step, _named(session, here, report))
    if row.lease is None:  # its word that it had started was lost: count the start now
        lease_s = render_lease_s(here.settings)
        steps.claim(session, step, now=time.time(), lease_s=lease_s)
        session.refresh(row)
    fallback.render_failed(session, here, step, failure)


def _named(session: Session, here: House, report: RenderReport) -> ProvenanceEntry:
    """Give the entry of a render: what it used and made is ours to say, as is what it cost.

    A worker that names anything else would have the provenance speak of what it never saw.
    """
    request = framing.request_for(session, here, report.key)
    entry = _priced(here, request.backend, report.provenance)
    made = (report.artifact.thing,) if report.artifact is not None else ()
    return entry.revised(used=(request.thing,), produced=made, failure=report.failure)


def _priced(here: House, backend: Backend, entry: ProvenanceEntry) -> ProvenanceEntry:
    """Say what a card's time cost: by the worker's clock, up to the deadline it had."""
    price = here.settings.gpu_usd_per_hour
    if not price or backend is Backend.STUB:
        return entry.revised(cost_usd=0.0)
    seconds = (entry.finished_at - entry.started_at).total_seconds()
    taken_s = min(max(seconds, 0.0), here.settings.render_deadline_s)
    return entry.revised(cost_usd=price * taken_s / 3600.0)


@dataclass(frozen=True)
class _Given:
    """What there is to look at, and whether that may still cost anything."""

    viewing: Viewing
    filming: Filming
    object_key: str
    spent: bool


def _load(session: Session, _house: House, key: StepKey) -> _Given:
    artifact = attempts.artifact(session, key)
    if artifact is None:
        raise IntegrityError(f"{key} has no film")
    asked = attempts.attempt(session, key)
    viewing = Viewing(
        key=key.of_attempt,
        beat=attempts.beat(session, key),
        artifact=artifact,
        shot=asked.shot,
        facts=world.head(session, key.episode_id).facts,
    )
    return _Given(
        viewing,
        Filming.of(asked, artifact),
        asked.object_key,
        spent=purchases.left_usd(session, key.episode_id) <= 0,
    )


def _work(here: House, given: _Given) -> Worked[tuple[Observation, ...]]:
    viewing = given.viewing

    def film_in(folder: str) -> Film:
        return here.open_film(here.store.admit(given.object_key, viewing.artifact, Path(folder)))

    with tempfile.TemporaryDirectory(prefix="storyworld-film-") as folder:
        seen = stages.observe(
            viewing,
            observers=affordable(here.observers) if given.spent else here.observers,
            open_film=lambda: film_in(folder),
        )
    return Worked(
        seen,
        Agent(name="panel", kind=AgentKind.OBSERVER, version=__version__),
        used=tuple(naming.filmed(given.filming)),
        produced=tuple(naming.observed(seen)),
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
