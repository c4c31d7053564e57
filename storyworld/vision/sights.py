"""A violation as it is told: the law, the frames, and the part of the picture."""

import numpy as np

from storyworld.records.evidence import FrameRange
from storyworld.records.observation import Box, Law, Violation
from storyworld.vision.tracking import Track


def violation(law: Law, track: Track, first: int, last: int, words: str) -> Violation:
    """Tell of a violation in frames `first` to `last`, where the body is seen around them."""
    seen = np.flatnonzero(track.seen)
    beside = (*seen[seen < first][-1:], *seen[(seen >= first) & (seen <= last)],
              *seen[seen > last][:1])  # fmt: skip
    box = None
    if beside:
        half_w, half_h = track.width_px / 2, track.height_px / 2
        x, y = track.x_px[list(beside)], track.y_px[list(beside)]
        left, top = max(0.0, float(x.min() - half_w)), max(0.0, float(y.min() - half_h))
        box = Box(
            x_px=left,
            y_px=top,
            width_px=max(0.0, float(x.max() + half_w) - left),
            height_px=max(0.0, float(y.max() + half_h) - top),
        )
    frames = FrameRange(first=first, last=max(first, last))
    return Violation(law=law, frames=frames, box=box, subject=track.name, words=words)
