"""A render report comes from an untrusted machine."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from storyworld.archive import attempts, episodes, events, provenance, steps, world
from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import EventRow
from storyworld.composition import House
from storyworld.errors import PermanentError
from storyworld.observers import observers_of
from storyworld.observers.measuring import MeasuringObserver
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import (
    Agent,
    AgentKind,
    Failure,
    FailureCode,
    ProvenanceEntry,
    Thing,
    ThingKind,
)
from storyworld.records.render import Grounding, RenderReport, sha256_of
from storyworld.records.verdict import OutcomeKind
from storyworld.settings import Settings
from storyworld.vision.decoding import decode
from tasks import rendering
from tasks.observe import _WORK
from tasks.step import Message, do
from tests import making
from tests.models.serving import gemini, serving
from tests.tasks.waiting import waiting
from tests.vision.filming import dropped, take
from tests.webapp import written


def report(key: AttemptKey, **changes: object) -> RenderReport:
    now = datetime.now(UTC)
    made = RenderReport(
        key=key,
        nonce="n" * 32,
        artifact=making.artifact(uri="disk:films/elsewhere.mp4"),
        provenance=ProvenanceEntry(
            stage=Stage.RENDER,
            agent=Agent(name="stub", kind=AgentKind.RENDERER, version="1"),
            started_at=now,
            finished_at=now,
        ),
    )
    return made.revised(**changes)


def hand_in(here: House, message: Message) -> bool:
    """Hand a report in; tell whether it moved the walk on."""
    return do(here, message, _WORK) is not None


def artifacts_of(here: House, key: AttemptKey) -> object:
    with reading(here.engine) as session:
        return attempts.artifact(session, key)


def test_a_report_is_admitted_and_its_film_lies_where_we_said(here: House) -> None:
    key = waiting(here)

    assert hand_in(here, report(key).model_dump(mode="json"))
    kept = artifacts_of(here, key)
    assert kept is not None
    assert kept.uri == here.store.uri(kept.sha256)  # type: ignore[attr-defined]


def test_a_replayed_report_changes_nothing(here: House) -> None:
    key = waiting(here)
    sent = report(key).model_dump(mode="json")

    assert hand_in(here, sent)
    assert not hand_in(here, sent)
    with reading(here.engine) as session:
        entries = provenance.entries(session, key.episode_id)
    assert [e.stage for e in entries] == [Stage.RENDER, Stage.OBSERVE]


@pytest.mark.parametrize(
    "change",
    [
        {"nonce": "x" * 32},
        {"nonce": ""},
        {"key": {"episode_id": "ep_" + "9" * 26, "beat": 0, "attempt": 0}},
        {"artifact": None},
        {"artifact": {"sha256": "zz"}},
        {"provenance": None},
        {"extra": 1},
    ],
)
def test_a_forged_report_is_refused(here: House, change: dict[str, object]) -> None:
    key = waiting(here)

    assert not hand_in(here, {**report(key).model_dump(mode="json"), **change})
    assert artifacts_of(here, key) is None


def test_what_a_render_used_and_made_is_ours_to_say(here: House) -> None:
    """A worker that names what it never saw would make the whole account unsound."""
    key = waiting(here)
    invented = Thing(kind=ThingKind.JUDGEMENT, name="0-0", sha256="e" * 64)
    sent = report(key)
    told = sent.provenance.revised(used=(invented,), produced=(invented,))
    assert hand_in(here, sent.revised(provenance=told).model_dump(mode="json"))
    with reading(here.engine) as session:
        entry = provenance.entries(session, key.episode_id)[0]
    assert [thing.kind for thing in entry.used] == [ThingKind.REQUEST]
    assert sent.artifact is not None
    assert entry.produced == (sent.artifact.thing,)


SEEN = {"description": "A ball falls.", "text_in_video": []}


@pytest.mark.parametrize(
    ("budget_usd", "asked"), [(1.0, True), (0.0, False), (0.4, False), (0.6, True)]
)
def test_a_model_that_costs_is_asked_while_the_budget_lasts(
    here: House, tmp_path: Path, budget_usd: float, asked: bool
) -> None:
    film = take(dropped(2.0), tmp_path / "film.mp4").path
    key = waiting(here, budget_usd, uploaded=None)
    here.store.put(here.store.grant(making.attempt(key).object_key), film)
    artifact = making.artifact(sha256=sha256_of(film), size_bytes=film.stat().st_size)
    sent = report(key, artifact=artifact)
    if budget_usd in {0.4, 0.6}:
        with writing(here.engine) as session:
            provenance.add(session, key, sent.provenance.revised(cost_usd=0.5))
    with serving(gemini(SEEN)) as google:
        chosen = Settings(
            vision="gemini", gemini_api_key="k", gemini_url=google.url, vision_samples=1,
            model_prices="gemini-3.8-flash=1/10",
        )  # fmt: skip
        there = replace(here, observers=observers_of(chosen), open_film=decode)
        assert hand_in(there, sent.model_dump(mode="json"))
    with reading(here.engine) as session:
        entry = provenance.entries(session, key.episode_id)[-1]
        summary = episodes.summary(session, key.episode_id)
        ((_, seen),) = [a.observations for b in episodes.beats(session, key.episode_id)
                        for a in b.attempts]  # fmt: skip
    assert entry.stage is Stage.OBSERVE
    assert (len(google.asked) > 0) == asked
    assert ("the budget of this goal is spent" in seen.because) == (not asked)
    # One description and one sample, 900 tokens in and 120 out each.
    assert entry.cost_usd == pytest.approx(2 * (900 * 1 + 120 * 10) / 1e6 if asked else 0.0)
    spent = 0.5 if budget_usd in {0.4, 0.6} else 0.0
    assert summary.cost_usd == pytest.approx(spent + (entry.cost_usd or 0.0))


def test_a_render_worker_speaks_of_its_render_only(here: House) -> None:
    key = waiting(here)
    forged = report(key).model_dump(mode="json")
    for field, value in (("stage", "commit"), ("cost_usd", 1e300)):
        assert not hand_in(here, {**forged, "provenance": {**forged["provenance"], field: value}})
    assert artifacts_of(here, key) is None


def test_failed_renders_are_tried_again_until_they_were_started_too_often(here: House) -> None:
    key = waiting(here)
    failure = Failure(code=FailureCode.STORAGE_FULL, detail="no room", transient=True)
    failed = report(key).model_dump(mode="json")
    failed |= {"artifact": None, "failure": failure.model_dump(mode="json")}
    states, nonces = [], []
    for _ in range(here.settings.max_claims):
        with reading(here.engine) as session:
            nonces.append(attempts.attempt(session, key).nonce)
        assert not hand_in(here, {**failed, "nonce": nonces[-1]})
        with reading(here.engine) as session:
            states.append(episodes.summary(session, key.episode_id).status)

    assert states == ["queued"] * (here.settings.max_claims - 1) + ["failed"]
    assert len({*nonces}) == here.settings.max_claims, "what was sent before is not admitted"


def test_what_a_render_costs_is_ours_to_say(here: House) -> None:
    now = datetime.now(UTC)
    with_card = here.settings.model_copy(update={"gpu_usd_per_hour": 3.6})
    there = replace(here, settings=with_card)
    for backend, usd in ((Backend.SVD, 0.06), (Backend.STUB, 0.0)):
        key = waiting(there, backend=backend)
        told = report(key).provenance.revised(
            agent=Agent(name="stub", kind=AgentKind.RENDERER, version="1"),  # so it says
            started_at=now,
            finished_at=now + timedelta(seconds=60),
            cost_usd=9000.0,
        )
        assert hand_in(there, report(key, provenance=told).model_dump(mode="json"))
        with reading(here.engine) as session:
            assert episodes.summary(session, key.episode_id).cost_usd == pytest.approx(usd)


def test_a_worker_whose_clock_is_wrong_costs_no_more_than_its_deadline(here: House) -> None:
    now = datetime.now(UTC)
    there = replace(
        here,
        settings=here.settings.model_copy(
            update={"gpu_usd_per_hour": 3.6, "render_deadline_s": 100.0}
        ),
    )
    for seconds, usd in ((10**7, 0.1), (-50, 0.0)):
        key = waiting(there, backend=Backend.SVD)
        told = report(key).provenance.revised(
            agent=Agent(name="svd", kind=AgentKind.RENDERER, version="1"),
            started_at=now,
            finished_at=now + timedelta(seconds=seconds),
        )
        assert hand_in(there, report(key, provenance=told).model_dump(mode="json"))
        with reading(here.engine) as session:
            assert episodes.summary(session, key.episode_id).cost_usd == pytest.approx(usd)


@pytest.mark.parametrize(
    ("backend", "told", "kept"),
    [
        (Backend.STUB, None, Grounding.SIMULATED),
        (Backend.STUB, Grounding.FREE, Grounding.FREE),
        (Backend.SVD, Grounding.INITIAL, Grounding.INITIAL),
        (Backend.SVD, Grounding.SIMULATED, Grounding.INITIAL),
        (Backend.SVD, Grounding.FREE, Grounding.FREE),
        (Backend.SVD, None, Grounding.INITIAL),
        (Backend.ANIMATEDIFF, Grounding.GUIDED, Grounding.GUIDED),
        (Backend.ANIMATEDIFF, Grounding.INITIAL, Grounding.GUIDED),
        (Backend.ANIMATEDIFF, Grounding.SIMULATED, Grounding.GUIDED),
    ],
)
def test_a_worker_may_say_that_its_film_weighs_less_never_more(
    here: House, backend: Backend, told: Grounding | None, kept: Grounding
) -> None:
    key = waiting(here, backend=backend)
    film = making.artifact().revised(grounding=told, imposed_frames=10**6)
    assert hand_in(here, report(key, artifact=film).model_dump(mode="json"))
    artifact = artifacts_of(here, key)
    assert artifact is not None
    assert artifact.grounding is kept  # type: ignore[attr-defined]
    assert artifact.backend is backend  # type: ignore[attr-defined]
    frames = making.SHOT.camera.frame_count
    imposed = 0 if backend is Backend.STUB else frames
    assert artifact.imposed_frames == imposed  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "code",
    [FailureCode.STORAGE_REFUSED, FailureCode.ARTIFACT_MISSING, FailureCode.ARTIFACT_MISMATCH],
)
def test_a_store_that_gives_no_film_is_no_films_fault(here: House, code: FailureCode) -> None:
    """Another film would fare no better: the episode ends with the fix, and none is made."""

    class Refusing:
        def __getattr__(self, name: str) -> object:
            return getattr(here.store, name)

        def admit(self, *_: object) -> Path:
            raise PermanentError(code, "the bucket says no", fix="correct S3_ACCESS_KEY_ID")

    there = replace(here, store=Refusing(), observers=((MeasuringObserver(),),))  # type: ignore[arg-type]
    key = waiting(there)
    moved_on = hand_in(there, report(key).model_dump(mode="json"))
    of_the_film = code is FailureCode.ARTIFACT_MISMATCH
    assert moved_on == of_the_film
    with reading(here.engine) as session:
        result = episodes.result(session, key.episode_id)
    if not of_the_film:
        assert result.failure is not None
        assert (result.failure.code, result.failure.fix) == (code, "correct S3_ACCESS_KEY_ID")


def test_a_render_that_was_revoked_ends_its_episode_as_abandoned(here: House) -> None:
    key = waiting(here)
    assert not hand_in(here, rendering.canceled(making.request(key=key)))
    with reading(here.engine) as session:
        ended = episodes.result(session, key.episode_id)
        rendered, gave_up = provenance.entries(session, key.episode_id)
    assert ended.outcome is OutcomeKind.GOAL_ABANDONED
    assert (rendered.agent.kind, gave_up.agent.kind) == (AgentKind.RENDERER, AgentKind.RECONCILER)
    for entry in (rendered, gave_up):
        assert entry.failure is not None
        assert (entry.failure.code, entry.cost_usd) == (FailureCode.RENDER_CANCELED, 0.0)


def test_a_render_that_was_revoked_after_its_episode_ended_is_nothing(here: House) -> None:
    key = waiting(here)
    with writing(here.engine) as session:
        episodes.terminate(session, key.episode_id)
    assert not hand_in(here, rendering.canceled(making.request(key=key)))
    with reading(here.engine) as session:
        ended = episodes.result(session, key.episode_id)
        entries = provenance.entries(session, key.episode_id)
        render = steps.row(session, key.at(Stage.RENDER))
    assert (ended.because, ended.failure) == ("Terminated by hand.", None)
    assert [entry.agent.kind for entry in entries] == [AgentKind.PERSON]
    assert render is not None
    assert (render.state, render.claims) == ("canceled", 0)


def refusals(here: House, key: AttemptKey) -> list[str]:
    with reading(here.engine) as session:
        rows = session.scalars(
            select(EventRow.detail)
            .where(EventRow.episode_id == key.episode_id, EventRow.kind == events.REFUSED)
            .order_by(EventRow.event_id)
        )
        return list(rows)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"nonce": "x" * 32}, "wrong nonce"),
        ({"artifact": {"sha256": "zz"}}, "it is malformed: artifact.sha256"),
        ({"artifact": None}, "it is malformed: the report"),
        ({"<b>extra": 1}, "it is malformed: the report: extra forbidden"),
        ({"key": {"beat": 7}}, "there is no attempt"),
    ],
)
def test_a_refused_report_stands_in_the_history_of_its_episode(
    here: House, change: dict[str, object], why: str
) -> None:
    key = waiting(here)
    sent = report(key).model_dump(mode="json")
    if "key" in change:
        change = {"key": {**sent["key"], "beat": 7}}

    assert not hand_in(here, {**sent, **change})
    (told,) = refusals(here, key)
    assert told.startswith(f"refused a render report: {why}")
    assert "<b>" not in told


@pytest.mark.parametrize(
    "key",
    [
        None,
        "nonsense",
        {"episode_id": "ep_" + "9" * 26, "beat": 0, "attempt": 0},
        {"episode_id": "ep_" + "9" * 26, "beat": 2**70, "attempt": 0},
    ],
)
def test_a_report_of_no_episode_is_refused_and_written_nowhere(here: House, key: object) -> None:
    known = waiting(here)

    assert not hand_in(here, {**report(known).model_dump(mode="json"), "key": key})
    assert refusals(here, known) == []


def test_a_flood_of_forged_reports_fills_no_archive(here: House) -> None:
    key = waiting(here)
    forged = {**report(key).model_dump(mode="json"), "nonce": "x" * 32}
    for _ in range(events.MOST_REFUSED + 5):
        assert not hand_in(here, forged)

    assert len(refusals(here, key)) == events.MOST_REFUSED


def test_a_replayed_report_is_written_and_one_sent_again_in_time_is_not(here: House) -> None:
    key = waiting(here)
    sent = report(key).model_dump(mode="json")
    with writing(here.engine) as session:
        assert _WORK.arrive(session, here, sent) == key.at(Stage.OBSERVE)
        assert _WORK.arrive(session, here, sent) == key.at(Stage.OBSERVE)
    assert refusals(here, key) == []

    other = {**sent, "artifact": {**sent["artifact"], "sha256": "b" * 64}}
    assert hand_in(here, other)  # its message moves the walk on, its film is not taken
    assert not hand_in(here, sent)
    assert refusals(here, key) == [
        "refused a render report: it tells of another film of a render that is finished",
        "refused a render report: it is replayed: its film was observed already",
    ]
    with reading(here.engine) as session:
        kept = attempts.artifact(session, key)
    assert kept is not None
    assert kept.sha256 == making.SHA


def test_the_observers_film_is_held_against_what_its_world_had_established(here: House) -> None:
    with reading(here.engine) as session:
        start = world.head(session, written.finished(here.engine))
    assert len(start.facts) == 1
    with writing(here.engine) as session:
        goal = Goal(text="a fall", from_node=start.node_id)
        key = episodes.create(
            session, goal, backend=Backend.STUB, budget_usd=1, queue_limit=100
        ).key.of_attempt
        attempts.save_beats(session, key.episode_id, (making.beat(),))
        attempts.open_attempt(session, making.attempt(key))
        attempts.save_artifact(session, key, making.artifact())
    with reading(here.engine) as session:
        given = _WORK.load(session, here, key.at(Stage.OBSERVE))
    assert given.viewing.facts == start.facts


def test_a_failure_told_of_a_finished_render_is_refused_and_undoes_nothing(here: House) -> None:
    key = waiting(here)
    sent = report(key)
    assert hand_in(here, sent.model_dump(mode="json"))
    failure = Failure(code=FailureCode.RENDER_FAILED, detail="it never was", transient=True)
    late = sent.revised(artifact=None, failure=failure)

    assert not hand_in(here, late.model_dump(mode="json"))
    assert refusals(here, key) == [
        "refused a render report: it tells of the failure of a render that is finished"
    ]
    with reading(here.engine) as session:
        render = steps.row(session, key.at(Stage.RENDER))
    assert render is not None
    assert render.state == "done"
