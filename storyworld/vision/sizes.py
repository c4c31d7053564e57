"""How large bodies are, and how far from one another they are when the film begins."""

import math
from typing import Final

import numpy as np

from storyworld.records.evidence import AbstentionReason
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Question
from storyworld.vision.contacts import gap_px
from storyworld.vision.reading import CannotTell, FilmReading, Measured
from storyworld.vision.tracking import Track

# Both edges of a body may be off by a quarter of a pixel, independently of one another.
_EXTENT_U_PX: Final = 0.35
_GAP_U_PX: Final = 0.75
# Of what is small or near, smear and what lies between decide: nothing finer is known of it.
_SMALL_PX: Final = 14.0
_NEAR_PX: Final = 4.0
_COARSE_U_PX: Final = 1.5
_LATEST_START: Final = 2


def body_length(reading: FilmReading, question: Question) -> Measured:
    """Longer side of a body, or its diameter, m."""
    track = reading.track(question.subjects[0])
    return _extent(reading, track, max(track.width_px, track.height_px))


def body_breadth(reading: FilmReading, question: Question) -> Measured:
    """Shorter side of a body, or its diameter, m."""
    track = reading.track(question.subjects[0])
    return _extent(reading, track, min(track.width_px, track.height_px))


def start_distance(reading: FilmReading, question: Question) -> Measured:
    """Distance of the middles of two bodies when the film begins, m."""
    track, other = reading.track(question.subjects[0]), reading.track(question.reference or "")
    frame = max(_start(track), _start(other))
    if not (track.seen[frame] and other.seen[frame]):
        raise CannotTell(AbstentionReason.NOT_VISIBLE, "the two are not seen together at the start")
    apart = math.hypot(track.x_px[frame] - other.x_px[frame], track.y_px[frame] - other.y_px[frame])
    value, u = reading.metres(apart, math.sqrt(2) * track.floor_px)
    return Measured(value, u, Unit.METRE, frame, frame, "middles of both in the first frame")


def start_gap(reading: FilmReading, question: Question) -> Measured:
    """Gap between a body and a support when the film begins, m."""
    track = reading.track(question.subjects[0])
    support = reading.support(question.reference or "")
    frame = _start(track)
    gap = gap_px(track, support, frame)
    coarse = gap < _NEAR_PX or min(track.width_px, track.height_px) < _SMALL_PX
    value, u = reading.metres(gap, _COARSE_U_PX if coarse else _GAP_U_PX)
    return Measured(value, u, Unit.METRE, frame, frame, "from outline to outline, first frame")


def _extent(reading: FilmReading, track: Track, extent_px: float) -> Measured:
    seen = np.flatnonzero(track.seen)
    coarse = min(track.width_px, track.height_px) < _SMALL_PX
    value, u = reading.metres(extent_px, _COARSE_U_PX if coarse else _EXTENT_U_PX)
    return Measured(value, u, Unit.METRE, int(seen[0]), int(seen[-1]), "from area and moments")


def _start(track: Track) -> int:
    """Give the first frame a body is seen in.

    Raises
    ------
    CannotTell
        NOT_VISIBLE where that is not when the film begins.
    """
    frame = int(np.flatnonzero(track.seen)[0])
    if frame > _LATEST_START:
        raise CannotTell(AbstentionReason.NOT_VISIBLE, f"{track.name} is not there at the start")
    return frame
