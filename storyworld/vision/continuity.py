"""Whether anything teleports or vanishes: two things no body on film may do."""

import itertools
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np

from storyworld.vision.tracking import Track

_VANISHED_FRAMES: Final = 3
_JUMP_OF_SIZE: Final = 1.0
_JUMP_OF_STEP: Final = 3.0


class BreakKind(StrEnum):
    """How a track is broken."""

    TELEPORT = "teleport"
    VANISH = "vanish"


@dataclass(frozen=True)
class Break:
    """A break in a track, by frame."""

    body: str
    kind: BreakKind
    frame: int


def breaks(track: Track) -> tuple[Break, ...]:
    """Find where a body jumps or goes missing within the picture.

    A teleport is a step between neighbouring frames of more than the body's size and of three
    times the largest step beside it; a vanishing is a gap of three frames or more that neither
    began nor ended at the picture's edge.
    """
    found: list[Break] = []
    frames = np.flatnonzero(track.seen)
    size = max(track.width_px, track.height_px)
    steps = np.hypot(np.diff(track.x_px[frames]), np.diff(track.y_px[frames]))
    steps = steps / np.maximum(np.diff(frames), 1)
    for place, step in enumerate(steps):
        beside = np.concatenate([steps[max(0, place - 2) : place], steps[place + 1 : place + 3]])
        if step > _JUMP_OF_SIZE * size and step > _JUMP_OF_STEP * beside.max(initial=0.0):
            found.append(Break(track.name, BreakKind.TELEPORT, int(frames[place + 1])))
    for before, after in itertools.pairwise(frames):
        missing = slice(int(before) + 1, int(after))
        if after - before > _VANISHED_FRAMES and not track.cut[missing].any():
            found.append(Break(track.name, BreakKind.VANISH, int(before) + 1))
    return tuple(found)
