"""Equations of motion, integrated: against solutions known in closed form."""

import math

import numpy as np
import pytest

from storyworld.physics.motion import integrate, poses

TIMES = np.linspace(0.0, 2.0, 61)


def test_a_harmonic_oscillator_keeps_its_cosine():
    states = integrate(lambda _t, y: (y[1], -9.0 * y[0]), (1.0, 0.0), TIMES)
    np.testing.assert_allclose(states[:, 0], np.cos(3 * TIMES), atol=1e-7)


def test_a_motion_ends_where_it_is_to_end_and_stays_there():
    fall = integrate(
        lambda _t, y: (y[1], -9.81), (5.0, 0.0), TIMES, until=lambda _t, y: float(y[0])
    )
    landed = math.sqrt(2 * 5.0 / 9.81)
    assert fall[landed <= TIMES, 0] == pytest.approx(0.0, abs=1e-6)
    before = landed > TIMES
    np.testing.assert_allclose(fall[before, 0], 5 - 9.81 * TIMES[before] ** 2 / 2, atol=1e-7)


def test_one_moment_is_the_start():
    assert integrate(lambda _t, y: (1.0,), (7.0,), np.array([0.0])).tolist() == [[7.0]]


def test_poses_have_a_place_for_each_time():
    found = poses(TIMES, 2.0, 0.0, TIMES)
    assert found.shape == (61, 3)
    assert found[3].tolist() == [TIMES[3], 2.0, 0.0]
