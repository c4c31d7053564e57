"""The evidence strip: what is drawn where there is no room for all."""

from storyworld.evidence_export.strips import MOST_LANES, strip
from storyworld.records.constraint import Comparison, Constraint, Temporal, TemporalOperator
from storyworld.records.evidence import EvidenceSource, FrameRange
from storyworld.records.quantity import Quantity, TimeSeries, Unit
from storyworld.records.scenario import Beat, Measure
from tests.evidence_export import accounts


def series(name: str) -> TimeSeries:
    (first, *_) = accounts.observed().series
    return first.revised(name=name)


def stays(beat: Beat, name: str) -> Constraint:
    (of_goal, *_) = beat.constraints
    assert of_goal.threshold is not None
    return of_goal.revised(
        constraint_id=f"{name}_stays",
        statement=f"{name} stays small all the time",
        quantity=name,
        comparison=Comparison.AT_MOST,
        threshold=of_goal.threshold.revised(unit=series(name).unit),
        admits=(EvidenceSource.MEASUREMENT,),
        over=Temporal(operator=TemporalOperator.ALWAYS, to_s=1.0),
        required=False,
    )


def test_a_series_that_is_judged_is_drawn_before_others_and_all_in_their_order() -> None:
    account = accounts.finished()
    (beat,), (walk,) = account.beats, account.walks
    assert walk.filming is not None
    names = [f"s{n:02}" for n in range(MOST_LANES + 3)]
    seen = walk.observations[0].revised(series=tuple(map(series, names)))
    judged = beat.revised(constraints=(*beat.constraints, stays(beat, names[-1])))

    drawn = strip(walk.filming, (seen,), judged)
    assert [lane.series.name for lane in drawn.lanes] == [*names[: MOST_LANES - 1], names[-1]]
    assert drawn.left_out == 3
    assert [rule.words for rule in drawn.lanes[-1].rules] == [
        f"{names[-1]} stays small all the time"
    ]


def test_a_violated_claim_is_named_under_the_frames_that_show_it_before_what_is_sound() -> None:
    account = accounts.finished(1.5)
    (beat,), (walk,) = account.beats, account.walks
    assert walk.filming is not None
    assert walk.judgement is not None
    drawn = strip(walk.filming, walk.observations, beat, walk.judgement.findings)
    first, *others = drawn.stretches
    assert first.broken
    assert first.words == "the ball reaches the ground in under 1.5 s"
    assert not any(other.broken for other in others)
    (seen,) = walk.observations
    assert first.frames == seen.evidence[0].frames
    assert not any(x.broken for x in strip(walk.filming, walk.observations, beat).stretches)


def test_a_contact_that_is_no_arrival_is_a_line_of_its_own() -> None:
    account = accounts.finished()
    (beat,), (walk,) = account.beats, account.walks
    assert walk.filming is not None
    (seen,) = walk.observations
    time, *_ = seen.evidence
    (question,) = beat.questions
    lands = question.revised(evidence="landing", measure=Measure.LANDING_DISTANCE, unit=Unit.METRE)
    quantity = Quantity(value=3.0, unit=Unit.METRE, uncertainty=0.1)
    landed = time.revised(
        evidence_id="landing", name="landing", quantity=quantity,
        frames=FrameRange(first=0, last=30),
    )  # fmt: skip
    both = seen.revised(evidence=(time, landed))
    drawn = strip(walk.filming, (both,), beat.revised(questions=(question, lands)))
    assert [r.kind for r in drawn.moments] == ["measured", "predicted", "limit", "contact"]
    at_once = both.revised(evidence=(time, landed.revised(frames=time.frames)))
    drawn = strip(walk.filming, (at_once,), beat.revised(questions=(question, lands)))
    assert "contact" not in {r.kind for r in drawn.moments}
