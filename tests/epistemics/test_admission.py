"""What is not of this attempt and its film, or cannot have been seen, is refused by name."""

from collections.abc import Callable

import pytest

from storyworld.epistemics.admission import LONGEST_ID, Filmed, admit
from storyworld.errors import PermanentError
from storyworld.records.evidence import Evidence, EvidenceSource, FrameRange
from storyworld.records.fact import Contradiction, Fact
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.observation import Law, Observation, Violation
from storyworld.records.provenance import Agent, AgentKind, FailureCode
from storyworld.records.quantity import Quantity, Sampling, TimeSeries, Unit
from tests import making

KEY = AttemptKey(episode_id=making.EPISODE)
FILM = Filmed(key=KEY, sha256=making.SHA, frame_count=60)
MODEL = Agent(name="gemini", kind=AgentKind.OBSERVER, version="1", model="gemini-x")


def seen(by: Agent = making.OBSERVER, **changes: object) -> Observation:
    """An observation of the attempt, of one piece of evidence on frames 10 to 20."""
    name = derived_id("obs", KEY, by.name)
    made = making.observation(2.0, observation_id=name, observer=by)
    source = EvidenceSource.VISION_MODEL if by.model else EvidenceSource.MEASUREMENT
    (item,) = made.evidence
    cited = item.revised(frames=FrameRange(first=10, last=20), source=source)
    return made.revised(**{"evidence": (cited,), **changes})


def with_evidence(**changes: object) -> Observation:
    made = seen()
    return made.revised(evidence=(made.evidence[0].revised(**changes),))


def beside(**changes: object) -> Observation:
    """Two pieces of evidence of one name, the second with the changes."""
    made = seen()
    (one,) = made.evidence
    again = one.revised(**{"evidence_id": f"{one.evidence_id}:again", **changes})
    return made.revised(evidence=(one, again))


def refusal(*observations: Observation, film: Filmed = FILM) -> str:
    with pytest.raises(PermanentError) as refused:
        admit(making.beat(), observations, film)
    assert refused.value.failure.code is FailureCode.EVIDENCE_REFUSED
    assert not refused.value.failure.transient
    assert refused.value.failure.fix
    return refused.value.failure.detail


def test_what_belongs_to_the_attempt_is_let_in() -> None:
    admit(making.beat(), (seen(), seen(MODEL)), FILM)
    admit(making.beat(), (), FILM.revised(sha256=None, frame_count=None))
    drawn = COURSE.revised(name="ball_x", sampling=None)
    admit(making.beat(), (seen(series=(COURSE, drawn)),), FILM)
    later = FrameRange(first=21, last=30)
    admit(making.beat(), (beside(frames=later),), FILM)


JUMP = Violation(law=Law.TELEPORT, frames=FrameRange(first=59, last=60))
FACT = Fact(
    subject="ball", attribute="size", quantity=making.seconds(1), observation_id="o",
    evidence_id="o:size", lasting=True,
)  # fmt: skip
AGAINST = Contradiction(
    fact=FACT, evidence_id="nothing", seen=making.seconds(2), frames=None, sigma=9.0
)
COURSE = TimeSeries(
    name="ball_shift", unit=Unit.METRE, times_s=(0.0, 0.1), values=(0.0, 0.1),
    uncertainties=(0.0, 0.0), sampling=Sampling(frame_rate_hz=30.0, frame_count=60),
)  # fmt: skip
LONGER = Sampling(frame_rate_hz=30.0, frame_count=61)
METRES = Quantity(value=2.0, unit=Unit.METRE, uncertainty=0.01)

REFUSED: dict[str, tuple[Callable[[], Observation], str]] = {
    "another artifact": (lambda: seen(artifact_sha256="b" * 64), "artifact_sha256"),
    "another attempt": (lambda: making.observation(2.0, observation_id="obs_9"), "observation_id"),
    "wrong dimension": (lambda: with_evidence(quantity=METRES), "evidence[0].quantity.unit"),
    "frames past the film": (
        lambda: with_evidence(frames=FrameRange(first=50, last=60)), "evidence[0].frames"),
    "a law broken past the film": (lambda: seen(violations=(JUMP,)), "violations[0].frames"),
    "evidence of another": (
        lambda: with_evidence(observation_id="obs_9"), "evidence[0].observation_id"),
    "an id that is not its own": (
        lambda: with_evidence(evidence_id="user:fall_time"), "evidence[0].evidence_id"),
    "an id too long": (
        lambda: with_evidence(evidence_id=f"{seen().observation_id}:{'x' * LONGEST_ID}"),
        "evidence[0].evidence_id"),
    "the user's word": (
        lambda: with_evidence(source=EvidenceSource.USER), "evidence[0].source"),
    "the solver's word": (
        lambda: with_evidence(source=EvidenceSource.SOLVER), "evidence[0].source"),
    "an inference": (
        lambda: with_evidence(
            source=EvidenceSource.INFERRED, inferred_from=("x",), added_uncertainty=0.0),
        "evidence[0].source"),
    "a model's word by who is none": (
        lambda: with_evidence(source=EvidenceSource.VISION_MODEL), "evidence[0].source"),
    "a measurement by a model": (
        lambda: seen(MODEL, evidence=(seen(MODEL).evidence[0].revised(
            source=EvidenceSource.MEASUREMENT),)), "evidence[0].source"),
    "overlapping frames": (
        lambda: beside(frames=FrameRange(first=20, last=30)), "evidence[1].frames"),
    "overlap with the whole film": (lambda: beside(frames=None), "evidence[0].frames"),
    "one id twice": (
        lambda: beside(evidence_id=seen().evidence[0].evidence_id,
                       frames=FrameRange(first=30, last=31)), "evidence[1].evidence_id"),
    "a series of one name twice": (
        lambda: seen(series=(COURSE, COURSE)), "series[1].name"),
    "a series of a longer film": (
        lambda: seen(series=(COURSE.revised(sampling=LONGER),)), "series[0].sampling.frame_count"),
    "a series measured by a model": (
        lambda: seen(MODEL, series=(COURSE,)), "series[0]"),
    "a contradiction without evidence": (
        lambda: seen(contradictions=(AGAINST,)), "contradictions[0].evidence_id"),
}  # fmt: skip


@pytest.mark.parametrize(("made", "field"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_and_named(made: Callable[[], Observation], field: str) -> None:
    observation = made()
    words = refusal(observation)
    assert words.startswith(f"observation {observation.observation_id} is refused: {field}: ")


def test_an_observation_that_is_there_twice_is_refused() -> None:
    assert "observation_id: it is there twice" in refusal(seen(), seen())


def test_the_length_of_the_film_that_was_opened_counts_before_the_one_asked_for() -> None:
    late = with_evidence(frames=FrameRange(first=50, last=60))
    admit(making.beat(), (late.revised(frame_count=61),), FILM)
    assert "which has 15 frames" in refusal(seen(frame_count=15))


def test_an_observation_without_a_film_is_refused() -> None:
    assert "artifact_sha256" in refusal(seen(), film=FILM.revised(sha256=None))


@pytest.mark.parametrize(
    ("item", "field"),
    [
        (making.evidence(2.0).revised(quantity=METRES), "quantity.unit"),
        (making.evidence(2.0, source=EvidenceSource.MEASUREMENT), "source"),
    ],
)
def test_a_prediction_has_to_be_the_solvers_in_the_unit_that_is_asked_for(
    item: Evidence, field: str
) -> None:
    beat = making.beat()
    beat = beat.revised(prediction=beat.prediction.revised(evidence=(item,)))
    with pytest.raises(PermanentError, match=rf"the prediction is refused: evidence\[0\].{field}"):
        admit(beat, (), FILM)
