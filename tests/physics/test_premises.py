"""What a film has to show of what was stated: sizes and places, held by honest films alone."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.physics.premises import _gap_m, premises
from storyworld.physics.scene import Body, Box, Disc, Polygon, Scene
from storyworld.records.constraint import ConstraintKind, FindingStatus
from storyworld.records.goal import Goal
from storyworld.records.scenario import BodyRole, Measure
from storyworld.stages import plan
from tests.physics.families.filmed import beats_of, filmed
from tests.physics.families.filmed import judged as film_and_judge
from tests.vision.filming import stacked

RED, GREY = (220, 60, 40), (90, 96, 105)
WORDS = {
    "free_fall": "A steel ball dropped from 20 m reaches the ground in under 2.1 s",
    "stack": "three 1.5 kg boxes, 30 cm a side, friction 0.6, stacked without tipping",
    "incline": "A crate stays at rest on a 25 deg ramp, static friction 0.6",
    "domino": "Six dominoes 5 cm high and 3 cm apart: pushing the first makes the last fall",
}


def at(shape: Disc | Box | Polygon, x: float, y: float, turned: float = 0.0) -> Body:
    return Body("it", BodyRole.MOVING, shape, RED, x, y, turned)


@pytest.mark.parametrize("goal", WORDS.values(), ids=WORDS)
def test_an_honest_film_breaks_no_premise(goal):
    (beat,) = beats_of(goal)
    judgement = film_and_judge(beat)
    ids = {c.constraint_id for c in beat.constraints if c.kind is ConstraintKind.PREMISE}
    statuses = [f.status for f in judgement.findings if f.constraint_id in ids]
    assert len(statuses) >= 2
    assert FindingStatus.VIOLATED not in statuses
    assert FindingStatus.SATISFIED in statuses or goal == WORDS["free_fall"]


def test_no_premise_is_required_and_none_is_asked_where_nothing_is_filmed():
    (beat,) = beats_of(WORDS["stack"])
    asked = [c for c in beat.constraints if c.kind is ConstraintKind.PREMISE]
    assert asked
    assert not any(c.required for c in asked)
    assert beat.claims == ("stands",)
    (unclear,) = plan(Goal(text="a box is stacked on a box"), planner=_rules()).beats
    assert not any(c.kind is ConstraintKind.PREMISE for c in unclear.constraints)


def _rules():
    from storyworld.planners.rules import RulesPlanner

    return RulesPlanner()


def test_sizes_places_and_gaps_of_a_scene_are_asked():
    questions, constraints = premises(stacked(2, 0.05))
    stated = {
        q.evidence: (q.measure, c.threshold.value)
        for q, c in zip(questions, constraints, strict=True)
    }
    assert stated["body_length_box_1"] == (Measure.BODY_LENGTH, 0.3)
    assert stated["start_distance_box_1_box_2"][1] == pytest.approx(math.hypot(0.05, 0.3))
    assert stated["start_gap_box_1_ground"][1] == pytest.approx(0.0)
    assert stated["start_gap_box_2_ground"][1] == pytest.approx(0.3)
    assert all(q.evidence == c.quantity for q, c in zip(questions, constraints, strict=True))


def test_a_spotted_body_is_asked_for_no_size_and_a_string_hides_a_gap():
    disc = Body("disc", BodyRole.MOVING, Disc(0.1), RED, 0, 1)
    spot = Body("spot", BodyRole.MARK, Disc(0.02), GREY, 0.05, 1)
    ceiling = Body("ceiling", BodyRole.SUPPORT, Box(2, 0.2), GREY, 0, 2)
    string = Body("string", BodyRole.MARK, Box(0.01, 0.9), GREY, 0, 1.45)
    hung = Scene((ceiling, string, disc, spot), 9.81, 1, -1, 1, 0, 2, 1)
    assert premises(hung) == ((), ())
    free = Scene((ceiling, disc), 9.81, 1, -1, 1, 0, 2, 1)
    assert [q.measure for q in premises(free)[0]] == [Measure.BODY_LENGTH, Measure.START_GAP]


angles = st.floats(0, math.pi)
places = st.floats(-3, 3)


@given(places, places, angles, angles, places)
def test_gaps_are_the_same_both_ways_and_do_not_change_when_all_is_moved(x, y, one, two, shift):
    a = (Box(0.4, 0.2), 0.0, 0.0, one)
    b = (Polygon(((0, 0), (1, 0), (0, 0.5))), x, y, two)
    gap = _gap_m(at(*a), at(*b))
    assert gap == pytest.approx(_gap_m(at(*b), at(*a)), abs=1e-9)
    moved = _gap_m(at(a[0], a[1] + shift, a[2] - shift, one), at(b[0], x + shift, y - shift, two))
    assert moved == pytest.approx(gap, abs=1e-9)


@given(st.floats(0.6, 5), st.floats(0, 2 * math.pi))
def test_the_gap_of_discs_is_their_distance_less_their_radii(apart, direction):
    x, y = apart * math.cos(direction), apart * math.sin(direction)
    assert _gap_m(at(Disc(0.2), 0, 0), at(Disc(0.3), x, y)) == pytest.approx(apart - 0.5)


def test_a_film_of_another_size_breaks_a_premise():
    (beat,), (other,) = (beats_of(WORDS["stack"].replace("30 cm", f"{n} cm")) for n in (30, 40))
    film = filmed(beat)
    assert np.ptp(film.motion.poses[:, 0, 0]) < 0.01
    ids = {
        c.constraint_id: c.threshold.value
        for c in other.constraints
        if c.kind is ConstraintKind.PREMISE
    }
    mine = {
        c.constraint_id: c.threshold.value
        for c in beat.constraints
        if c.kind is ConstraintKind.PREMISE
    }
    assert ids.keys() == mine.keys()
    assert ids["body_length_box_1"] == pytest.approx(0.4)
    assert mine["body_length_box_1"] == pytest.approx(0.3)
