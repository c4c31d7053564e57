"""What is let in as evidence is judged; what is refused ends the run, and is no verdict."""

import time
from collections.abc import Callable

import pytest
from sqlalchemy import func, select, text

from storyworld.archive import attempts, episodes, steps
from storyworld.archive.engine import reading, writing
from storyworld.archive.graph_tables import TransitionRow
from storyworld.archive.tables import EventRow, EvidenceRow, JudgementRow
from storyworld.composition import House
from storyworld.records.evidence import EvidenceSource
from storyworld.records.identity import AttemptKey, Stage, derived_id
from storyworld.records.observation import Observation
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.verdict import EpistemicState
from tasks.evaluate import _WORK
from tasks.step import do
from tests import making
from tests.tasks.waiting import planned, waiting


def observed(here: House, key: AttemptKey, *observations: Observation) -> AttemptKey:
    """Write that the attempt was filmed and observed."""
    with writing(here.engine) as session:
        steps.finish(session, key.at(Stage.RENDER), now=time.time())
        attempts.save_artifact(session, key, making.artifact())
        attempts.save_observations(session, key, observations)
        steps.add(session, key.at(Stage.EVALUATE), now=time.time(), due=time.time() + 60)
    return key


def seen(key: AttemptKey) -> Observation:
    name = derived_id("obs", key, making.OBSERVER.name)
    return making.observation(2.0, observation_id=name)


def evaluated(here: House, key: AttemptKey) -> bool:
    return do(here, str(key.at(Stage.EVALUATE)), _WORK) is not None


def assert_refused(here: House, key: AttemptKey, why: str) -> None:
    assert not evaluated(here, key)
    with reading(here.engine) as session:
        result = episodes.result(session, key.episode_id)
        died = session.scalars(
            select(EventRow.detail).where(
                EventRow.episode_id == key.episode_id, EventRow.kind == "died"
            )
        ).all()
        step = steps.row(session, key.at(Stage.EVALUATE))
        for table in (JudgementRow, TransitionRow):
            assert session.scalar(select(func.count()).select_from(table)) == 0
    assert (result.status, result.state) == ("failed", "FAILED")
    assert result.failure is not None
    assert result.failure.code == "evidence_refused"
    assert why in result.failure.detail
    assert [why in detail for detail in died] == [True]
    assert step is not None
    assert (step.state, step.claims) == ("dead", 1)


def test_what_is_let_in_is_judged_and_every_source_stands_in_the_ledger(here: House) -> None:
    key = planned(here)
    assert evaluated(here, observed(here, key, seen(key)))
    with reading(here.engine) as session:
        judged = attempts.judgement(session, key)
        rows = session.scalars(select(EvidenceRow.source)).all()
    assert judged is not None
    assert judged.state is EpistemicState.ACCEPTED
    assert {*rows} == {*EvidenceSource} - {EvidenceSource.VISION_MODEL}
    assert len(rows) == len(judged.ledger.evidence)


REFUSED: dict[str, tuple[Callable[[Observation], Observation], str]] = {
    "another film": (lambda o: o.revised(artifact_sha256="b" * 64), "artifact_sha256"),
    "another dimension": (
        lambda o: o.revised(evidence=(o.evidence[0].revised(
            quantity=Quantity(value=2.0, unit=Unit.METRE)),)), "evidence[0].quantity.unit"),
    "another attempt": (
        lambda o: making.observation(2.0, observation_id="obs_of_another"), "observation_id"),
}  # fmt: skip


@pytest.mark.parametrize(("spoilt", "field"), REFUSED.values(), ids=REFUSED)
def test_what_does_not_belong_here_ends_the_run_and_nothing_is_committed(
    here: House, spoilt: Callable[[Observation], Observation], field: str
) -> None:
    key = waiting(here)
    assert_refused(here, observed(here, key, spoilt(seen(key))), f"is refused: {field}: ")


@pytest.mark.parametrize(
    ("number", "spoilt"),
    [('"value":2.0', '"value":NaN'), ('"value":2.0', '"value":1e999'),
     ('"uncertainty":0.01', '"uncertainty":-0.01')],
)  # fmt: skip
def test_no_number_and_a_negative_uncertainty_are_refused_by_their_field(
    here: House, number: str, spoilt: str
) -> None:
    key = waiting(here)
    observed(here, key, seen(key))
    with writing(here.engine) as session:
        session.execute(
            text("UPDATE observations SET record = replace(record, :number, :spoilt)"),
            {"number": number, "spoilt": spoilt},
        )
    field = spoilt.split('"')[1]
    assert_refused(here, key, f"is refused: evidence.0.quantity.{field}: Input should be")
