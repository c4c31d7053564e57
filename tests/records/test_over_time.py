"""Series and temporal constraints: what they refuse, and that older ones are still read."""

import json

import pytest
from pydantic import ValidationError

from storyworld.records.constraint import (
    Comparison,
    Condition,
    Constraint,
    Finding,
    Temporal,
    TemporalOperator,
)
from storyworld.records.evidence import EvidenceSource
from storyworld.records.quantity import Quantity, Sampling, TimeSeries, Unit
from tests import making

METRE = Quantity(value=1.0, unit=Unit.METRE)
DOOR = Condition(quantity="door_shift", comparison=Comparison.AT_LEAST, threshold=METRE)
ALWAYS = Temporal(operator=TemporalOperator.ALWAYS, to_s=2.0)


def course(times=(0.0, 0.1, 0.2), *, values=3, us=3, sampling=None):
    return TimeSeries(
        name="box_y",
        unit=Unit.METRE,
        times_s=times,
        values=(1.0,) * values,
        uncertainties=(0.1,) * us,
        sampling=sampling,
    )


FILM = Sampling(frame_rate_hz=10.0, frame_count=3)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"values": 2}, "have 3, 2 and 3 entries"),
        ({"us": 4}, "have 3, 3 and 4 entries"),
        ({"times": (0.0, 0.2, 0.1)}, "has to increase, and does not at 0.1 s"),
        ({"times": (0.1, 0.1, 0.2)}, "has to increase, and does not at 0.1 s"),
        ({"times": (0.0, 0.1, float("nan"))}, "finite"),
        ({"times": (0.0, 0.15, 0.2), "sampling": FILM}, "no frame at 0.15 s"),
        ({"times": (0.1, 0.2, 0.3), "sampling": FILM}, "no frame at 0.3 s"),
        ({"times": (-0.1, 0.1, 0.2), "sampling": FILM}, "no frame at -0.1 s"),
        ({"times": (0.08, 0.1, 0.2), "sampling": FILM}, "two samples are of one frame"),
    ],
)  # fmt: skip
def test_a_series_out_of_order_is_refused_with_its_name_and_the_fault(changes, why):
    with pytest.raises(ValidationError, match=why) as refused:
        course(**changes)
    assert "finite" in why or "box_y" in str(refused.value)


def test_samples_know_their_frames_where_the_film_is_known():
    assert course(sampling=FILM).frames == (0, 1, 2)
    assert course((0.0, 0.2, 0.41), sampling=FILM.revised(frame_count=9)).frames == (0, 2, 4)
    assert course().frames == ()


def test_a_series_written_before_samplings_were_kept_is_still_read():
    old = json.loads(course().canonical_json())
    del old["sampling"]
    assert TimeSeries.model_validate(old) == course()


def test_constraints_and_findings_written_before_are_still_read():
    constraint = making.constraint()
    old = json.loads(constraint.canonical_json())
    del old["over"]
    assert Constraint.model_validate(old) == constraint
    finding = Finding(
        constraint_id="c", source=EvidenceSource.SOLVER, status="unevaluable", because="nothing"
    )
    old = json.loads(finding.canonical_json())
    del old["frames"]
    assert Finding.model_validate(old) == finding


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"from_s": 3.0}, "the window ends before it starts"),
        ({"hold_s": 1.0}, "hold_s is for the operator hold"),
        ({"until": DOOR}, "until is for the operator until"),
        ({"operator": "hold"}, "hold_s is for the operator hold, which needs it"),
        ({"operator": "until"}, "until is for the operator until, which needs it"),
        ({"operator": "hold", "hold_s": 2.5}, "hold_s is longer than the window"),
        ({"to_s": float("inf")}, "finite"),
        ({"from_s": -1.0}, "greater than or equal to 0"),
    ],
)
def test_a_window_that_makes_no_sense_is_refused(changes, why):
    with pytest.raises(ValidationError, match=why):
        ALWAYS.revised(**changes)


def over_time(**changes):
    seconds = making.constraint(admits=(EvidenceSource.MEASUREMENT,))
    return seconds.revised(threshold=METRE, over=ALWAYS, **changes)


def test_only_what_is_measured_is_held_to_time():
    assert over_time().over == ALWAYS
    both = (EvidenceSource.SOLVER, EvidenceSource.MEASUREMENT)
    with pytest.raises(ValidationError, match="admits has to be measurement alone"):
        over_time(admits=both)
    with pytest.raises(ValidationError, match="it needs a threshold"):
        over_time(kind="language").revised(threshold=None)


def test_both_conditions_of_until_are_in_one_unit_and_complete():
    until = Temporal(operator=TemporalOperator.UNTIL, to_s=2.0, until=DOOR)
    assert over_time().revised(over=until).over == until
    degrees = DOOR.revised(threshold=Quantity(value=1.0, unit=Unit.DEGREE))
    with pytest.raises(ValidationError, match="in one unit"):
        over_time().revised(over=until.revised(until=degrees))
    with pytest.raises(ValidationError, match="needs a tolerance"):
        DOOR.revised(comparison=Comparison.WITHIN)
