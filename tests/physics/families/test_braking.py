"""Braking: what is read, decided and filmed."""

import math

import numpy as np
import pytest

from storyworld.physics.families import family_named
from storyworld.physics.staging import simulate
from storyworld.records.verdict import EpistemicState
from tests.physics.families.filmed import beats_of, judged

G = 9.81


def run_on(v: float, mu: float, t: float = 0.0) -> float:
    """Stopping distance by adding up small steps of time."""
    x, step = v * t, 1e-4
    while v > 0:
        x += v * step - mu * G * step * step / 2
        v -= mu * G * step
    return x


@pytest.mark.parametrize(
    ("text", "wanted", "holds"),
    [
        ("A car at 20 m/s stops within 30 m, mu 0.8", "stops", True),
        ("A car at 30 m/s stops within 40 m, mu 0.8", "stops", False),
        ("A car at 30 m/s does not stop within 40 m, mu 0.8", "runs_on", True),
        ("A van doing 90 km/h, mu 0.7, hits a deer 30 m ahead although it brakes", "runs_on", True),
        ("A bus at 15 m/s, mu 0.6, reaction time 1.5 s, stops within 35 m", "stops", False),
        ("A train decelerating at 1.2 m/s^2 from 25 m/s stops within 300 m", "stops", True),
        ("A car on the Moon at 10 m/s, mu 0.8, stops within 30 m", "stops", False),
    ],
)
def test_a_goal_is_decided(text, wanted, holds):
    (beat,) = beats_of(text)
    assert beat.scenario.family == "braking"
    assert beat.scenario.wanted == wanted
    assert beat.scenario.missing == ()
    assert (beat.prediction.outcome == wanted) is holds


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("A car at 30 m/s stops within 40 m", {"friction"}),
        ("A car stops within 40 m, mu 0.8", {"speed"}),
        ("A car at 30 m/s stops, mu 0.8", set()),
    ],
)
def test_what_decides_and_is_not_given_is_missing(text, missing):
    (beat,) = beats_of(text)
    assert {m.name for m in beat.scenario.missing} >= missing
    assert beat.prediction.outcome is None


@pytest.mark.parametrize(("v", "mu", "t"), [(10.0, 0.3, 0.0), (20.0, 0.8, 0.0), (30.0, 0.7, 1.5)])
def test_the_simulated_car_runs_on_as_far_as_the_solver_says(v, mu, t):
    text = f"A car at {v} m/s stops within 500 m, mu {mu}, reaction time {t} s"
    (beat,) = beats_of(text)
    scene = family_named("braking").stage(beat.scenario)
    times = np.linspace(0.0, scene.duration_s, 601)
    car = next(i for i, b in enumerate(scene.bodies) if b.name == "car")
    way = simulate(scene, times).poses[:, car, 0]
    assert way[-1] == pytest.approx(run_on(v, mu, t), rel=0.02)
    assert way[-1] == pytest.approx(beat.prediction.evidence[0].quantity.value, rel=0.02)
    assert (np.diff(way) >= -1e-9).all()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("A car at 20 m/s stops within 30 m, mu 0.8", EpistemicState.ACCEPTED),
        ("A car at 30 m/s stops within 40 m, mu 0.8", EpistemicState.REJECTED),
        ("A car at 30 m/s does not stop within 40 m, mu 0.8", EpistemicState.ACCEPTED),
    ],
)
def test_the_film_bears_the_solver_out(text, state):
    (beat,) = beats_of(text)
    judgement = judged(beat)
    assert judgement.state is state
    assert judgement.conflicts == ()


def test_other_units_do_not_change_what_is_predicted():
    (one,) = beats_of("A car at 20 m/s stops within 30 m, mu 0.8")
    (other,) = beats_of("A car at 72 km/h stops within 3000 cm, mu 0.8")
    first, second = (b.prediction.evidence[0].quantity.value for b in (one, other))
    assert first == pytest.approx(second, rel=1e-9)
    assert one.prediction.outcome == other.prediction.outcome


def test_uphill_it_stops_sooner():
    (beat,) = beats_of("A car at 20 m/s stops within 30 m, mu 0.8")
    family = family_named("braking")
    way = {}
    for slope in (-5.0, 0.0, 5.0):
        parameters = tuple(
            p.revised(quantity=p.quantity.revised(value=slope)) if p.name == "slope" else p
            for p in beat.scenario.parameters
        )
        solved = family.solve(beat.scenario.revised(parameters=parameters))
        way[slope] = solved.evidence[0].quantity.value
    assert way[5.0] < way[0.0] < way[-5.0]
    expected = 20**2 / (2 * G * (0.8 * math.cos(math.radians(5)) + math.sin(math.radians(5))))
    assert way[5.0] == pytest.approx(expected, rel=1e-6)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("A car at 16 m/s with mu 0.4 needs no longer than 3 s to come to rest", False),
        ("A car at 16 m/s with mu 0.4 needs no longer than 5 s to come to rest", True),
        ("A car at 20 m/s, mu 0.8, stops within 30 m on a 10 degree slope downhill", False),
        ("A car at 20 m/s, mu 0.8, stops within 30 m on a 10 degree slope uphill", True),
        (
            "A puck sent across the ice at 5 m/s, friction 0.05, glides over 20 m before it stops",
            True,
        ),
        (
            "A box shoved across the floor at 3 m/s, friction 0.4, slides to a stop within 1 m",
            False,
        ),
        ("No car at 20 m/s with mu 0.8 stops within 40 m", False),
        (
            "It takes a cyclist at 30 km/h longer than 3 s to stop at a deceleration of 2.5 m/s²",
            True,
        ),
    ],
)
def test_times_slopes_and_whatever_slides_to_rest(text, holds):
    (beat,) = beats_of(text)
    assert beat.scenario.family == "braking"
    assert beat.scenario.missing == ()
    assert (beat.prediction.outcome == beat.scenario.wanted) is holds


def test_a_slope_that_goes_neither_up_nor_down_leaves_the_goal_open():
    (beat,) = beats_of("A car at 20 m/s, mu 0.8, stops within 30 m on a slope of 10 degrees")
    assert beat.prediction.outcome is None
    assert "direction" in {m.name for m in beat.scenario.missing}


def test_without_a_distance_it_is_missing():
    (beat,) = beats_of("A motorbike at 20 m/s on a road with mu = 0.7 brakes to a standstill")
    assert "stopping_distance" in {m.name for m in beat.scenario.missing}
