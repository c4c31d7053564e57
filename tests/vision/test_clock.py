"""The clock of a film, read from frames drawn by hand."""

import numpy as np
import pytest

from storyworld.records.scenario import Clock
from storyworld.vision.clock import ClockReader
from tests import making

FPS = 24.0
WIDTH = 640
CLOCK = Clock(left_px=20, right_px=620, top_px=10, bottom_px=20, width_px=8, lasts_s=2.0)
SHOT = making.SHOT.revised(
    camera=making.SHOT.camera.revised(width_px=WIDTH, height_px=360), clock=CLOCK
)
HONEST = np.arange(48) / FPS


def frame(at_s: float | None) -> np.ndarray:
    picture = np.full((60, WIDTH, 3), 230, np.uint8)
    if at_s is not None:
        middle = CLOCK.left_px + (CLOCK.right_px - CLOCK.left_px) * at_s / CLOCK.lasts_s
        edge = round(middle - CLOCK.width_px / 2)
        picture[10:20, max(0, edge) : edge + 8] = 20
    return picture


def doubt(shown: list[float | None]) -> str:
    reader = ClockReader(SHOT)
    assert len(list(reader.watching(map(frame, shown)))) == len(shown)
    return reader.doubt(np.arange(len(shown)) / FPS)


def swapped(first: int, second: int) -> list[float]:
    times = list(HONEST)
    times[first], times[second] = times[second], times[first]
    return times


def test_an_honest_film_is_not_doubted():
    assert doubt(list(HONEST)) == ""


@pytest.mark.parametrize(
    ("shown", "because"),
    [
        ([HONEST[7]] * 48, "stands still"),
        (list(HONEST[::-1]), "runs backwards"),
        (list(HONEST * 0.5), "0.5 times as fast"),
        (swapped(10, 11), "out of order"),
        ([*HONEST[:20], *HONEST[21:], HONEST[-1]], "missing, doubled"),
        ([None] * 48, "not on the film"),
        # Four frames in a row are hidden: what they show is anybody's guess.
        ([None if 20 <= n < 24 else t for n, t in enumerate(HONEST)], "not on the film"),
    ],
)
def test_what_is_wrong_with_the_time_is_said(shown, because):
    assert because in doubt(shown)


def test_a_frame_that_cannot_be_read_here_and_there_is_borne():
    assert doubt([None if n % 20 == 5 else t for n, t in enumerate(HONEST)]) == ""


def test_a_step_backwards_shows_however_fast_the_frames_follow():
    slow = CLOCK.revised(lasts_s=20.0)
    reader = ClockReader(SHOT.revised(clock=slow))
    scaled = swapped(10, 11)
    list(reader.watching(frame(t / 10) for t in scaled))
    said = reader.doubt(HONEST)
    pace_px = (CLOCK.right_px - CLOCK.left_px) / 20.0 / FPS
    assert pace_px > 1
    assert "out of order" in said


def test_no_clock_no_doubt():
    reader = ClockReader(SHOT.revised(clock=None))
    list(reader.watching([frame(None)] * 5))
    assert reader.doubt(np.arange(5) / FPS) == ""
