"""What was measured frame by frame: where each body is, and what the answers are the worst of.

A question about the largest displacement or turn leaves one number; the series behind it tells
when, and what lies between. Samples are those of the frames in which the body is seen.
"""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

import numpy as np

from storyworld.records.quantity import Sampling, TimeSeries, Unit
from storyworld.records.scenario import Measure, Question
from storyworld.vision import posture
from storyworld.vision.reading import CannotTell, Course, FilmReading
from storyworld.vision.tracking import Track

_BEHIND: Final = MappingProxyType(
    {
        Measure.DISPLACEMENT: (posture.shift,),
        Measure.TILT: (posture.tilted,),
        Measure.HOLD_TIME: (posture.shift, posture.tilted),
    }
)
_DIGITS: Final = 9  # after the point, in metres, degrees or pixels: far below any uncertainty
_OFF_GRID: Final = 0.2  # of a frame; a series refuses samples that are further off


def series_of(
    reading: FilmReading, questions: tuple[Question, ...], frame_rate_hz: float
) -> tuple[TimeSeries, ...]:
    """Give the positions of every body over the film, and the series behind what is asked.

    Parameters
    ----------
    reading
        The film.
    questions
        What is asked of it: displacement (`<body>_shift`, m), tilt (`<body>_tilt`, degrees), and
        hold time (both).
    frame_rate_hz
        As the film has it.

    Returns
    -------
    tuple of TimeSeries
        Without their sampling where the film's time is in doubt, its frames do not follow each
        other evenly, it is not the one asked for, or the body is followed too badly.
    """
    film = _sampling(reading, frame_rate_hz)
    found = [
        _series(reading, course, film if track.steady else None)
        for track in reading.tracks.values()
        for course in _positions(reading, track)
    ]
    asked = (
        (of, name)
        for q in questions
        if reading.declared or q.measure is Measure.DISPLACEMENT  # what can be asked of a blob
        for of in _BEHIND.get(q.measure, ())
        for name in q.subjects
    )
    for of, name in dict.fromkeys(asked):
        try:
            found.append(_series(reading, of(reading, name), film))
        except CannotTell:
            continue  # the question it is behind has become an abstention that says why
    return tuple(found)


def _sampling(reading: FilmReading, frame_rate_hz: float) -> Sampling | None:
    count = len(reading.times_s)
    off = np.abs(reading.times_s * frame_rate_hz - np.arange(count))
    if reading.clock_doubt or reading.tampered or off.max() > _OFF_GRID:
        return None
    return Sampling(frame_rate_hz=frame_rate_hz, frame_count=count, pace=reading.pace)


def _series(reading: FilmReading, course: Course, film: Sampling | None) -> TimeSeries:
    return TimeSeries(
        name=course.name,
        unit=course.unit,
        times_s=tuple(np.round(reading.times_s[course.frames], 6).tolist()),
        values=tuple(np.round(course.values, _DIGITS).tolist()),
        uncertainties=tuple(np.round(course.uncertainties, _DIGITS).tolist()),
        sampling=film,
    )


def _positions(reading: FilmReading, track: Track) -> Iterator[Course]:
    """Give the position of a body: metres where the scale is known, else pixels."""
    frames = np.flatnonzero(track.seen)
    x, y, unit = track.x_px[frames], -track.y_px[frames], Unit.PIXEL
    u = track.floor_px
    scale, camera = reading.scale.pixels_per_metre, reading.camera
    if scale is not None and camera is not None:
        shrunk = scale / camera.pixels_per_metre
        x = (x - camera.origin_x_px * shrunk) / scale
        y = (y + camera.origin_y_px * shrunk) / scale
        u, unit = u / scale, Unit.METRE
    us = np.full(len(frames), u)
    yield Course(f"{track.name}_x", unit, frames, x, us)
    yield Course(f"{track.name}_y", unit, frames, y, us)
