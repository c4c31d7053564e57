"""When a measured course left the predicted one."""

import math
import random

from storyworld.evidence_export.charts import Row
from storyworld.evidence_export.departures import IN_A_ROW, departure
from storyworld.records.constraint import Comparison, Temporal, TemporalOperator
from storyworld.records.evidence import EvidenceSource
from storyworld.records.quantity import Quantity, Unit
from tests import making

ZERO = [(n / 10, 0.0, 0.0) for n in range(20)]


def rows(*values: float, u: float = 1.0) -> tuple[Row, ...]:
    return tuple((n / 10, value, u) for n, value in enumerate(values))


def test_a_sample_is_outside_beyond_two_combined_standard_uncertainties() -> None:
    told = departure(rows(3.9, 4.1, -4.1, u=1.2), [(t, 0.0, 1.6) for t, _, _ in ZERO])
    assert told.sigmas[0] == 3.9 / 2
    assert told.outside == (1, 2)
    assert told.compared == 3


def test_it_left_where_several_in_a_row_are_outside_and_not_by_chance_before() -> None:
    told = departure(rows(0, 5, 0, 5, 5, 5, 0), ZERO)
    assert told.outside == (1, 3, 4, 5)
    assert told.left_s == 0.3
    assert told.words == "outside from 0.3 s on: 4 of 7 samples"
    never = departure(rows(0, 5, 5, 0, 0), ZERO)
    assert never.left_s is None
    assert never.words == f"2 of 5 samples outside, never {IN_A_ROW} in a row: chance does that"


def test_noise_as_large_as_it_says_hardly_ever_leaves() -> None:
    draw = random.Random(1)
    predicted = [(n / 10, 0.0, 0.0) for n in range(60)]
    runs = (departure(rows(*(draw.gauss(0, 1) for _ in range(60))), predicted) for _ in range(200))
    assert sum(told.left_s is not None for told in runs) <= 4  # 58 * 0.0455**3 of 200 is 1


def test_what_is_not_predicted_is_not_compared() -> None:
    told = departure(rows(9, 9, 9, 9), ZERO[:1])
    assert told.compared == 1
    assert told.sigmas[1:] == (None, None, None)
    assert departure(rows(9, 9), ()).words == ""


def test_frames_that_the_generator_was_given_tell_nothing() -> None:
    assert departure(rows(9, 9, 9, 9), ZERO, given_s=0.25).outside == (3,)


def test_numbers_that_are_exact_are_infinitely_far_apart_or_the_same() -> None:
    told = departure(rows(0.0, 1.0, u=0.0), ZERO)
    assert told.sigmas == (0.0, math.inf)


def test_a_limit_that_always_holds_is_left_too_in_its_window_and_at_its_pace() -> None:
    always = making.constraint(limit=1.0).revised(
        comparison=Comparison.AT_MOST,
        threshold=Quantity(value=1.0, unit=Unit.SECOND),
        admits=(EvidenceSource.MEASUREMENT,),
        over=Temporal(operator=TemporalOperator.ALWAYS, from_s=0.0, to_s=0.45),
    )
    seen = rows(0.9, 1.1, 1.3, 1.3, 1.3, 1.3, u=0.1)
    told = departure(seen, (), [always])
    assert told.compared == 5
    assert told.outside == (2, 3, 4)
    assert departure(seen, (), [always], pace=2.0).outside == (2,)
    least = always.revised(comparison=Comparison.AT_LEAST)
    assert departure(rows(0.7, 0.9, u=0.1), (), [least]).outside == (0,)
    eventually = always.revised(over=Temporal(operator=TemporalOperator.EVENTUALLY, to_s=0.45))
    assert departure(seen, (), [eventually]).compared == 0
