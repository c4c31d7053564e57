"""How deep a body lies in a liquid."""

import math
from typing import Final

import numpy as np

from storyworld.records.evidence import AbstentionReason
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Question
from storyworld.vision.reading import CannotTell, FilmReading, Measured
from storyworld.vision.supports import Side
from storyworld.vision.tracking import Form, Track

_LAST_S: Final = 0.2
_LEAST: Final = 4
_STILL_PX: Final = 1.0
# The surface and the upper and lower edge of the body, each.
_EDGES_PX: Final = 0.2
_SLICES: Final = 2000


def waterline(reading: FilmReading, question: Question) -> Measured:
    """Share of a subject's outline below the surface of the reference as the film ends, 0 to 1.

    Of a body that is as thick everywhere it is the share of its volume. Needs no scale.

    Raises
    ------
    CannotTell
        NOT_VISIBLE without the liquid, FILM_TOO_SHORT where the body still bobs as the film ends,
        OUT_OF_FRAME or TRACK_LOST where it is not seen then.
    """
    name = question.reference or ""
    if name not in reading.marks:
        raise CannotTell(AbstentionReason.NOT_VISIBLE, f"{name or 'no liquid'} is on the film")
    surface_px = reading.marks[name].side_px(Side.TOP)
    track = reading.track(question.subjects[0])
    count = len(track.times_s)
    late = track.times_s >= track.times_s[-1] - _LAST_S
    late[-_LEAST:] = True
    frames = np.flatnonzero(late & track.seen)
    if len(frames) < _LEAST or frames[-1] < count - 2:
        reason = AbstentionReason.OUT_OF_FRAME if track.cut.any() else AbstentionReason.TRACK_LOST
        raise CannotTell(reason, f"{track.name} is not seen as the film ends")
    if float(np.ptp(track.y_px[frames])) > _STILL_PX:
        raise CannotTell(AbstentionReason.FILM_TOO_SHORT, f"{track.name} still bobs at the end")
    shares = np.array([_under(track, int(frame), surface_px) for frame in frames])
    # Both the surface and the body's edges may be off, and what it still bobs.
    high_px = 2 * float(track.half_height_px(_angle(track, int(frames[-1]))))
    edges = math.hypot(_EDGES_PX, track.floor_px) / high_px
    u = math.hypot(edges, float(np.ptp(shares)) / 2)
    method = "outline below the liquid's upper edge, over the last frames"
    return Measured(float(np.median(shares)), u, Unit.ONE, int(frames[0]), int(frames[-1]), method)


def _angle(track: Track, frame: int) -> float:
    return float(np.nan_to_num(track.angle_rad[frame])) if track.form is Form.BOX else 0.0


def _under(track: Track, frame: int, surface_px: float) -> float:
    """Give the share of a body's outline below a level, by how wide it is at each height."""
    half = float(track.half_height_px(_angle(track, frame)))
    heights = (np.arange(_SLICES) + 0.5) / _SLICES * 2 * half - half  # above its middle, px
    widths = _widths(track, _angle(track, frame), heights, half)
    below = track.y_px[frame] - heights > surface_px
    return float(widths[below].sum() / widths.sum())


def _widths(
    track: Track, angle: float, heights: "np.ndarray[tuple[int], np.dtype[np.float64]]", half: float
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Give how wide a body is at heights about its middle, in any unit."""
    if track.form is Form.DISC:
        return np.sqrt(half**2 - heights**2)
    # A turned box is as wide all along its middle, and pointed above and below.
    up, across = track.height_px * abs(math.cos(angle)), track.width_px * abs(math.sin(angle))
    pointed = min(up, across)
    return np.minimum(1.0, (half - np.abs(heights)) / pointed) if pointed > 0 else heights * 0 + 1
