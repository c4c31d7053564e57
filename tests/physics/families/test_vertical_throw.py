"""Vertical throw: what is read, decided and filmed."""

import math

import numpy as np
import pytest

from storyworld.physics.families import family_named
from storyworld.physics.staging import simulate
from storyworld.records.verdict import EpistemicState
from tests.physics.families.filmed import beats_of, judged

G = 9.81


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("A ball thrown straight up at 10 m/s reaches a height of 6 m", False),
        ("A ball thrown straight up at 12 m/s reaches a height of 6 m", True),
        ("A stone thrown straight up at 12 m/s does not reach a ceiling 5 m up", False),
        ("A stone thrown straight up at 8 m/s does not reach a ceiling 5 m up", True),
        ("A ball is thrown vertically upward with 15 m/s and rises at least 11 m", True),
        ("A ball tossed straight up at 8 m/s stays in the air for at least 2 s", False),
        ("A ball launched vertically upwards at 36 km/h on the Moon rises more than 25 m", True),
    ],
)
def test_a_goal_is_decided(text, holds):
    (beat,) = beats_of(text)
    assert beat.scenario.family == "vertical_throw"
    assert beat.scenario.missing == ()
    assert (beat.prediction.outcome == beat.scenario.wanted) is holds


def test_without_a_speed_it_is_missing():
    (beat,) = beats_of("A ball thrown straight up reaches a height of 6 m")
    assert [m.name for m in beat.scenario.missing] == ["speed"]


@pytest.mark.parametrize("claim", ["hovers there", "orbits", "keeps rising forever"])
def test_what_no_throw_decides_leaves_the_goal_open(claim):
    (beat,) = beats_of(f"A ball thrown straight up at 12 m/s reaches 6 m and {claim}")
    assert beat.prediction.outcome is None


@pytest.mark.parametrize("speed", [3.0, 12.0, 40.0])
def test_the_simulated_ball_gets_as_high_as_the_solver_says(speed):
    (beat,) = beats_of(f"A ball thrown straight up at {speed} m/s reaches a height of 1 m")
    scene = family_named("vertical_throw").stage(beat.scenario)
    times = np.linspace(0.0, scene.duration_s, 2001)
    ball = next(i for i, b in enumerate(scene.bodies) if b.name == "ball")
    radius = scene.bodies[ball].shape.radius_m
    low = simulate(scene, times).poses[:, ball, 1] - radius
    assert low.max() == pytest.approx(speed**2 / (2 * G), rel=0.02)
    down = times[np.flatnonzero((low <= 1e-3 * low.max()) & (times > 0.2 * times[-1]))[0]]
    assert down == pytest.approx(2 * speed / G, rel=0.02)


@pytest.mark.parametrize(
    ("height", "state"), [(6.0, EpistemicState.ACCEPTED), (9.0, EpistemicState.REJECTED)]
)
def test_the_film_bears_the_solver_out(height, state):
    (beat,) = beats_of(f"A ball thrown straight up at 12 m/s reaches a height of {height} m")
    assert beat.prediction.evidence[0].quantity.value == pytest.approx(144 / 2 / G)
    judgement = judged(beat)
    assert judgement.state is state
    assert judgement.conflicts == ()


def test_thrown_from_a_height_it_is_longer_in_the_air():
    (beat,) = beats_of("A ball thrown straight up at 5 m/s from a 20 m tower stays aloft for 2.5 s")
    found = {e.name: e.quantity.value for e in beat.prediction.evidence}
    assert found["time_aloft"] == pytest.approx((5 + math.sqrt(25 + 2 * G * 20)) / G)


@pytest.mark.parametrize(("speed", "angle"), [(9.0, 30.0), (18.0, 70.0), (12.0, 45.0)])
def test_thrown_at_a_slant_the_simulated_ball_gets_as_high_as_the_solver_says(speed, angle):
    text = f"A ball thrown at {speed} m/s and {angle} degrees hits a ceiling 1 m up"
    (beat,) = beats_of(text)
    assert beat.scenario.family == "vertical_throw"
    scene = family_named("vertical_throw").stage(beat.scenario)
    ball = next(i for i, b in enumerate(scene.bodies) if b.name == "ball")
    times = np.linspace(0.0, scene.duration_s, 2001)
    low = simulate(scene, times).poses[:, ball, 1] - scene.bodies[ball].shape.radius_m
    risen = (speed * math.sin(math.radians(angle))) ** 2 / (2 * G)
    assert low.max() == pytest.approx(risen, rel=0.02)
    assert judged(beat).conflicts == ()


def test_under_a_ceiling_the_angle_decides():
    (beat,) = beats_of("A ball fired at 18 m/s never touches the 11 m ceiling")
    assert [m.name for m in beat.scenario.missing] == ["angle"]


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("A ball going straight up at 8 m/s won't clear the wire 3 m above the hand", False),
        ("A ball going straight up at 8 m/s won't clear the wire 4 m above the hand", True),
        ("No ball thrown straight up at 20 m/s gets to 15 m", False),
        ("A ball thrown straight up at 20 m/s is back after 3 s", False),
        ("30 m is beyond a ball thrown vertically at 22 m/s", True),
    ],
)
def test_denials_turn_the_limit_of_the_verb_they_deny(text, holds):
    (beat,) = beats_of(text)
    assert beat.scenario.missing == ()
    assert (beat.prediction.outcome == beat.scenario.wanted) is holds
