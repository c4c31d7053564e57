"""The evidence strip: what is drawn where there is no room for all."""

from storyworld.evidence_export.strips import MOST_LANES, strip
from storyworld.records.constraint import Comparison, Constraint, Temporal, TemporalOperator
from storyworld.records.evidence import EvidenceSource
from storyworld.records.quantity import TimeSeries
from storyworld.records.scenario import Beat
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
