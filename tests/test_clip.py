"""Any film against a goal: only what is seen counts."""

from pathlib import Path

import pytest

from storyworld.clip import judge_clip
from storyworld.errors import InvalidField
from storyworld.physics.families import family_named
from storyworld.planners import planner_named
from storyworld.records.clip import ClipJudged
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import Goal
from storyworld.records.scenario import Framing, Plan
from storyworld.records.verdict import EpistemicState, Judgement
from storyworld.stages import plan
from tests.vision.filming import take

FALLS = "A ball is dropped from 5.0 m and falls"
ROLLS = "A crate stays at rest on a 25 deg ramp, static friction 0.6"


@pytest.fixture(scope="module")
def fall(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, float]:
    """A film of a falling ball, and its scale in pixels per metre."""
    planned = plan(Goal(text=FALLS), planner=planner_named("rules"))
    assert isinstance(planned, Plan)
    scenario = planned.beats[0].scenario
    scene = family_named(scenario.family).stage(scenario)
    took = take(scene, tmp_path_factory.mktemp("film") / "film.mp4", Framing())
    return took.path, took.shot.camera.pixels_per_metre


def judged_of(film: Path, goal: str, **known: float | None) -> Judgement:
    return judge_clip(film, goal, **known).judgement


def test_a_film_of_a_fall_shows_a_fall(fall: tuple[Path, float]) -> None:
    film, scale = fall
    judgement = judged_of(film, FALLS, pixels_per_metre=scale)

    assert judgement.state is EpistemicState.ACCEPTED, judgement.because
    sources = {EvidenceSource.USER, EvidenceSource.INFERRED, EvidenceSource.MEASUREMENT}
    assert {e.source for e in judgement.ledger.evidence} == sources
    assert {f.source for f in judgement.findings} == {EvidenceSource.MEASUREMENT}


def test_without_a_scale_it_says_what_is_missing(fall: tuple[Path, float]) -> None:
    film, _ = fall
    judgement = judged_of(film, FALLS)

    assert judgement.state is EpistemicState.EPISTEMICALLY_INCOMPLETE
    assert judgement.missing_evidence


@pytest.mark.parametrize("wrong", [{"scale": 3.0}, {"scale": 0.7}, {"rate_hz": 15.0}])
def test_a_wrong_scale_or_rate_is_an_inconsistent_premise_and_no_verdict_on_gravity(
    fall: tuple[Path, float], wrong: dict[str, float]
) -> None:
    film, scale = fall
    judgement = judged_of(
        film,
        FALLS,
        pixels_per_metre=wrong.get("scale", 1.0) * scale,
        frame_rate_hz=wrong.get("rate_hz"),
    )

    assert judgement.state is EpistemicState.EPISTEMICALLY_INCOMPLETE
    assert "inconsistent_premise" in judgement.constraints_discovered
    assert "does not show what was stated" in judgement.because


def test_an_impossible_goal_is_not_refuted_by_a_film_that_does_not_show_it(
    fall: tuple[Path, float],
) -> None:
    film, scale = fall
    impossible = "A crate stays at rest on a 35 deg ramp, static friction 0.6"
    judgement = judged_of(film, impossible, pixels_per_metre=scale)

    assert not judgement.forbidden_by_physics
    assert judgement.state is not EpistemicState.ACCEPTED


def test_what_only_the_solver_could_tell_stays_open(fall: tuple[Path, float]) -> None:
    film, scale = fall
    too_soon = "A ball dropped from 5.0 m lands in under 0.5 s"
    judgement = judged_of(film, too_soon, pixels_per_metre=scale)

    assert judgement.state is EpistemicState.EPISTEMICALLY_INCOMPLETE
    assert [missing.name for missing in judgement.missing_evidence] == ["fall_time"]
    assert judgement.confidence is None
    assert not judgement.suggested_alternatives, "they are the solver's"


def test_a_contradiction_is_rejected_but_only_over_a_film(
    fall: tuple[Path, float], tmp_path: Path
) -> None:
    floats = "A stone floats motionless in mid-air without support"
    judged = judge_clip(fall[0], floats)
    assert judged.judgement.state is EpistemicState.REJECTED
    assert judged.observations == (), "nobody is asked about it"

    text = tmp_path / "film.mp4"
    text.write_text("no film")
    for nothing in (text, tmp_path, tmp_path / "missing.mp4"):
        with pytest.raises(InvalidField):
            judge_clip(nothing, floats)


def test_the_observations_are_those_the_evidence_names(fall: tuple[Path, float]) -> None:
    film, scale = fall
    judged = judge_clip(film, FALLS, pixels_per_metre=scale)

    (seen,) = judged.observations
    assert seen.observer.name == "measuring"
    ledger = judged.judgement.ledger.evidence
    named = {e.observation_id for e in ledger if e.source is EvidenceSource.MEASUREMENT}
    assert named == {seen.observation_id}
    assert ClipJudged.model_validate_json(judged.canonical_json()) == judged
