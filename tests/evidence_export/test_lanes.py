"""A lane of the evidence strip: what was predicted, what lies outside, the residual."""

import pytest

from storyworld.evidence_export.lanes import LANE, MOST_CROSSES, MOST_SIGMA, Lane
from storyworld.evidence_export.strips import Strip, strip
from storyworld.records.account import Filming
from storyworld.records.identity import AttemptKey, new_id
from storyworld.records.quantity import TimeSeries, Unit
from tests.webapp import departing, fall

FALL = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"


def strip_of(departs_s: float, text: str = FALL) -> Strip:
    beat = departing.planned(text)
    shot = departing.shot_of(beat)
    attempt = fall.attempt_of(AttemptKey(episode_id=new_id("ep"))).revised(shot=shot)
    seen = departing.observed(beat, shot, departs_s)
    return strip(Filming.of(attempt, fall.artifact()), (seen,), beat)


def lane_of(departs_s: float) -> Lane:
    (lane,) = strip_of(departs_s).lanes
    return lane


def points(text: str) -> list[tuple[float, float]]:
    return [tuple(map(float, pair.split(","))) for pair in text.split()]  # type: ignore[misc]


def test_a_film_that_shows_what_was_predicted_has_no_sample_outside() -> None:
    drawn = strip_of(99.0)
    (lane,) = drawn.lanes
    assert lane.expected is not None
    assert lane.crosses == ()
    assert lane.departure.left_s is None
    assert lane.residual is not None
    assert lane.residual.crosses == ()
    assert drawn.predicted
    assert [left for _, _, left in drawn.told] == [False]


def test_a_film_that_departs_has_a_cross_at_each_sample_from_then_on() -> None:
    lane = lane_of(departing.DEPARTS_S)
    left = lane.departure.left_s
    assert left is not None
    assert departing.DEPARTS_S < left < departing.DEPARTS_S + 0.4
    assert 0 < len(lane.crosses) <= MOST_CROSSES
    (line,) = lane.trace.lines
    assert set(lane.crosses) <= set(points(line))


@pytest.mark.parametrize("departs_s", [99.0, departing.DEPARTS_S])
def test_crosses_are_exactly_the_samples_outside_of_the_drawn_band(departs_s: float) -> None:
    lane = lane_of(departs_s)
    assert lane.expected is not None
    (band,) = lane.expected.bands
    edge = points(band)
    upper, lower = edge[: len(edge) // 2], edge[len(edge) // 2 :][::-1]
    limits = {top[0]: (top[1], bottom[1]) for top, bottom in zip(upper, lower, strict=True)}
    (line,) = lane.trace.lines
    for x, y in points(line):
        if x in limits:
            high, low = limits[x]
            inside = high - 0.06 <= y <= low + 0.06  # as they are rounded to be drawn
            assert inside or (x, y) in lane.crosses


def test_the_residual_lies_below_its_lane_and_ends_where_the_prediction_does() -> None:
    drawn = strip_of(departing.DEPARTS_S)
    (lane,) = drawn.lanes
    residual = lane.residual
    assert residual is not None
    assert lane.base < residual.top < residual.high < residual.zero < residual.low < residual.base
    assert residual.reach == MOST_SIGMA
    assert drawn.base == residual.base
    xs = [x for line in residual.trace.lines for x, _ in points(line)]
    assert lane.expected is not None
    (line,) = lane.expected.lines
    assert max(xs) <= max(x for x, _ in points(line)) < drawn.right
    assert all(residual.top <= y <= residual.base for _, y in residual.crosses)


def test_what_is_uncertain_by_as_much_as_it_moves_does_not_fill_its_lane() -> None:
    beat = departing.planned("Three 0.30 m boxes stacked with 8 cm stagger stand for 10 s")
    shot = departing.shot_of(beat)
    attempt = fall.attempt_of(AttemptKey(episode_id=new_id("ep"))).revised(shot=shot)
    falls = departing.planned(FALL)
    still = TimeSeries(
        name="box_1_x",
        unit=Unit.METRE,
        times_s=(0.0, 0.5, 1.0, 1.5, 2.0),
        values=(1e-4, -1e-4, 1e-4, -1e-4, 1e-4),
        uncertainties=(1e-3,) * 5,
    )
    seen = departing.observed(falls, departing.shot_of(falls)).revised(series=(still,))
    (lane,) = strip(Filming.of(attempt, fall.artifact()), (seen,), beat).lanes
    measured = [y for line in lane.trace.lines for _, y in points(line)]
    assert max(measured) - min(measured) < LANE / 50
    (band,) = lane.trace.bands
    ys = [y for _, y in points(band)]
    assert LANE / 10 < max(ys) - min(ys) < LANE / 4


def test_where_nothing_is_predicted_over_time_there_is_no_band_and_no_residual() -> None:
    beat = fall.beat_of(fall.goal_of(2.1), 2.1)
    attempt = fall.attempt_of(AttemptKey(episode_id=new_id("ep")))
    drawn = strip(Filming.of(attempt, fall.artifact()), (fall.observation(7),), beat)
    (lane,) = drawn.lanes
    assert (lane.expected, lane.residual, lane.crosses) == (None, None, ())
    assert not drawn.predicted
    assert drawn.told == ()
    assert {rule.kind for rule in drawn.moments} == {"measured", "predicted", "limit"}
