"""What rests on frames that the generator was given is no evidence of what it makes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.observers.measuring import MeasuringObserver
from storyworld.records.evidence import AbstentionReason, EvidenceSource, FrameRange
from storyworld.records.observation import Law, Observation, Verdict, Violation
from storyworld.records.quantity import Sampling, TimeSeries, Unit
from storyworld.records.render import Grounding
from storyworld.records.scenario import Measure
from storyworld.stages import observe
from storyworld.stages.imposed import MOST_IMPOSED, without_imposed
from storyworld.stages.observe import Viewing
from storyworld.vision.decoding import decode
from tests import making
from tests.vision.filming import ask, dropped, take


def resting_on(first: int, last: int) -> Observation:
    item = making.evidence(2.0, source=EvidenceSource.MEASUREMENT, observation_id="obs_1")
    return making.observation().revised(
        evidence=(item.revised(frames=FrameRange(first=first, last=last)),)
    )


@given(first=st.integers(0, 60), length=st.integers(1, 60), imposed=st.integers(0, 60))
def test_evidence_counts_that_rests_on_frames_made_for_three_quarters(
    first: int, length: int, imposed: int
) -> None:
    seen = resting_on(first, first + length - 1)
    left = without_imposed(seen, imposed)
    given_frames = sum(frame < imposed for frame in range(first, first + length))
    if given_frames / length > MOST_IMPOSED:
        assert left.evidence == ()
        assert [a.reason for a in left.abstentions] == [AbstentionReason.FRAMES_IMPOSED]
    else:
        assert left == seen


def test_a_law_broken_within_the_frames_given_is_not_the_generators_doing() -> None:
    broken = tuple(
        Violation(law=Law.TELEPORT, frames=FrameRange(first=at, last=at + 1), subject="ball")
        for at in (0, 7)
    )
    seen = making.observation().revised(violations=broken, verdict=Verdict.IMPOSSIBLE)
    assert without_imposed(seen, 4).violations == broken[1:]
    assert without_imposed(seen, 0).violations == broken


def test_samples_on_the_frames_given_are_kept_and_said_to_be_no_evidence() -> None:
    film = Sampling(frame_rate_hz=10.0, frame_count=3)
    course = TimeSeries(
        name="ball_y",
        unit=Unit.METRE,
        times_s=(0.0, 0.1, 0.2),
        values=(1.0, 0.9, 0.8),
        uncertainties=(0.01, 0.01, 0.01),
        sampling=film,
    )
    drawn = course.revised(sampling=None)
    seen = making.observation().revised(series=(course, drawn))
    masked = course.revised(sampling=film.revised(imposed_frames=2))
    assert without_imposed(seen, 2).series == (masked, drawn)


@pytest.mark.parametrize("imposed", [0, 1, 4])
def test_a_fall_is_timed_from_its_start_though_the_start_was_given(
    tmp_path: Path, imposed: int
) -> None:
    took = take(dropped(2.0), tmp_path / "film.mp4")
    artifact = making.artifact().revised(
        grounding=Grounding.INITIAL_VELOCITY, imposed_frames=imposed
    )
    start = ask(Measure.START_GAP, "ball", reference="ground")
    beat = making.beat()
    viewing = Viewing(
        key=making.request().key,
        beat=beat.revised(questions=(*beat.questions, start)),
        artifact=artifact,
        shot=took.shot,
    )
    (seen,) = observe(
        viewing, observers=((MeasuringObserver(),),), open_film=lambda: decode(took.path)
    )
    assert seen.grounding is Grounding.INITIAL_VELOCITY
    assert seen.violations == ()
    (fall,) = (e for e in seen.evidence if e.name == "fall_time")
    true_s = (2 * 2.0 / 9.81) ** 0.5
    assert fall.quantity.value == pytest.approx(true_s, abs=3 * fall.quantity.uncertainty)
    where_it_starts = [e for e in seen.evidence if e.name == start.evidence]
    assert bool(where_it_starts) == (imposed == 0)
