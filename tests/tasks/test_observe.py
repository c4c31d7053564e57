"""A render report comes from an untrusted machine."""

import time
from datetime import UTC, datetime

import pytest

from storyworld.archive import attempts, episodes, provenance, steps
from storyworld.archive.engine import reading, writing
from storyworld.composition import House
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import Agent, AgentKind, Failure, FailureCode, ProvenanceEntry
from storyworld.records.render import RenderReport
from tasks.observe import _WORK
from tasks.step import Message, do
from tests import making


def waiting(here: House) -> AttemptKey:
    """Write an attempt whose render is under way."""
    with writing(here.engine) as session:
        key = episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1, queue_limit=100
        ).key
        steps.finish(session, key, now=time.time())
        attempts.save_beats(session, key.episode_id, (making.beat(),))
        attempts.open_attempt(session, making.attempt(key.of_attempt))
        render = key.of_attempt.at(Stage.RENDER)
        steps.add(session, render, now=time.time(), due=time.time() + 60)
    return key.of_attempt


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
    assert kept.uri == f"disk:{making.attempt(key).object_key}"  # type: ignore[attr-defined]


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
    states = []
    for _ in range(here.settings.max_claims):
        assert not hand_in(here, failed)
        with reading(here.engine) as session:
            states.append(episodes.summary(session, key.episode_id).status)

    assert states == ["queued"] * (here.settings.max_claims - 1) + ["failed"]
