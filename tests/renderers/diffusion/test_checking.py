"""What is no film: numbers that are none, one plain colour, a still where things move."""

import numpy as np
import pytest

from storyworld.errors import StageError
from storyworld.records.provenance import FailureCode
from storyworld.renderers.diffusion.checking import film_of, moved_px

SHAPE = (4, 64, 64, 3)


def noise(seed: int = 0, shape=SHAPE) -> np.ndarray:
    return np.random.default_rng(seed).uniform(-1, 1, shape).astype(np.float32)


def refused(frames, simulated=None) -> str:
    with pytest.raises(StageError) as error:
        film_of(frames, simulated)
    assert error.value.failure.code is FailureCode.RENDER_FAILED
    assert error.value.failure.fix
    return error.value.failure.detail


def test_minus_one_is_black_and_one_is_white_and_what_lies_beyond_is_cut():
    frames = noise()
    frames[0, 0, :5, 0] = (-1, 0, 1, -3, 3)
    assert film_of(frames, None)[0, 0, :5, 0].tolist() == [0, 128, 255, 0, 255]


@pytest.mark.parametrize("number", [np.nan, np.inf, -np.inf])
def test_one_number_that_is_none_is_enough(number):
    frames = noise()
    frames[2, 5, 5, 1] = number
    assert "1 of 4 frames" in refused(frames)
    assert "frame 2" in refused(frames)


@pytest.mark.parametrize("level", [-1.0, 0.0, 1.0])
def test_one_plain_colour_is_no_film(level):
    assert "plain colour" in refused(np.full(SHAPE, level, np.float32) + 0.003 * noise())


def test_a_dark_film_with_something_on_it_is_a_film():
    frames = np.full(SHAPE, -0.95, np.float32)
    for index, frame in enumerate(frames):
        frame[20:30, 10 * index : 10 * index + 10] = -0.5
    assert film_of(frames, None).max() < 70


def test_a_still_is_no_film_where_something_moves_in_the_simulation():
    still = np.repeat(noise()[:1], 4, axis=0) + 0.05 * noise(1)
    moving = film_of(noise(2), None)
    assert "nothing moves" in refused(still, moving)
    assert "nothing moves" in refused(still, None)


def test_a_still_is_right_where_nothing_moves_in_the_simulation():
    still = np.repeat(noise()[:1], 4, axis=0)
    standing = np.zeros(SHAPE, np.uint8)
    assert len(film_of(still, standing)) == 4


def test_what_moves_out_and_back_has_moved():
    pictures = np.zeros(SHAPE, np.uint8)
    pictures[1, 10:15, 10:15] = 200
    assert moved_px(pictures) == 25
