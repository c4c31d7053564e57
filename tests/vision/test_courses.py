"""Series that are measured frame by frame, and what is known of where a sample is missing."""

import math
from dataclasses import replace

import numpy as np
import pytest

from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure
from storyworld.vision.courses import series_of
from storyworld.vision.decoding import decode
from storyworld.vision.reading import read_film
from tests.vision.filming import ask, dropped, stacked, take


@pytest.fixture(scope="module")
def toppling(tmp_path_factory):
    took = take(stacked(3, 0.13, seconds=1.5), tmp_path_factory.mktemp("stack") / "f.mp4")
    film = decode(took.path)
    return read_film(film.frames, film.times_s, film.frame_rate_hz, took.shot), film.frame_rate_hz


def named(reading, rate_hz, *questions):
    return {s.name: s for s in series_of(reading, questions, rate_hz)}


def test_positions_are_always_given_and_the_rest_where_it_is_asked_for(toppling):
    bare = named(*toppling)
    assert set(bare) == {f"box_{n}_{axis}" for n in (1, 2, 3) for axis in "xy"}
    asked = named(*toppling, ask(Measure.HOLD_TIME, "box_3"), ask(Measure.TILT, "box_3", "box_2"))
    assert set(asked) - set(bare) == {"box_3_shift", "box_3_tilt", "box_2_tilt"}
    assert asked["box_3_shift"].unit is Unit.METRE
    assert asked["box_3_tilt"].unit is Unit.DEGREE


def test_the_largest_shift_is_the_displacement_and_the_last_tilt_the_tilt(toppling):
    found = named(*toppling, ask(Measure.HOLD_TIME, "box_3"))
    reading, rate_hz = toppling
    shift, tilt = found["box_3_shift"], found["box_3_tilt"]
    assert shift.values[0] == 0.0
    assert max(shift.values) > 0.3
    assert max(tilt.values) > 45
    assert shift.sampling.frame_rate_hz == rate_hz
    assert shift.sampling.frame_count == len(reading.times_s)
    assert all(u > 0 for u in (*shift.uncertainties, *tilt.uncertainties))


def test_a_disc_has_no_tilt_and_a_body_that_is_not_there_no_series(tmp_path):
    took = take(dropped(2.0), tmp_path / "f.mp4")
    film = decode(took.path)
    reading = read_film(film.frames, film.times_s, film.frame_rate_hz, took.shot)
    hold = ask(Measure.HOLD_TIME, "ball", "ghost")
    assert set(named(reading, 30.0, hold)) == {"ball_x", "ball_y", "ball_shift"}


def test_a_frame_without_the_body_is_a_gap_that_can_be_told(toppling):
    reading, rate_hz = toppling
    track = reading.tracks["box_3"]
    x_px = track.x_px.copy()
    x_px[7] = np.nan
    tracks = {"box_3": replace(track, x_px=x_px)}
    series = named(replace(reading, tracks=tracks), rate_hz)["box_3_x"]
    assert set(range(series.sampling.frame_count)) - set(series.frames) == {7}


@pytest.mark.parametrize(
    "doubtful",
    [
        {"clock_doubt": "declared were 30 Hz, the film has 24 Hz"},
        {"tampered": "its clock jumps"},
        {"times_s": None},
    ],
)
def test_where_time_is_in_doubt_nobody_knows_what_is_missing(toppling, doubtful):
    reading, rate_hz = toppling
    if "times_s" in doubtful:
        uneven = reading.times_s.copy()
        uneven[5:] += 0.5 / rate_hz
        doubtful = {"times_s": uneven}
    found = named(replace(reading, **doubtful), rate_hz, ask(Measure.TILT, "box_3"))
    assert {s.sampling for s in found.values()} == {None}


def test_a_body_that_is_followed_badly_and_a_pace_are_said(toppling):
    reading, rate_hz = toppling
    tracks = {**reading.tracks, "box_1": replace(reading.tracks["box_1"], steady=False)}
    found = named(replace(reading, tracks=tracks, pace=0.5), rate_hz)
    assert found["box_1_x"].sampling is None
    assert math.isclose(found["box_2_x"].sampling.pace, 0.5)
