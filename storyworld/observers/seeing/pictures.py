"""What a vision model is shown of a film: labelled frames, or one sheet of a few.

A model that takes video samples it as it likes and its times drift; frames with their number and
time in front of them can be cited.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from storyworld.models.asking import Picture
from storyworld.ports import Film, RgbFrame

_LONGEST_SIDE_PX: Final = 768
_SHEET_COLUMNS: Final = 3
_SHEET_TILE_PX: Final = 384
_GAP_PX: Final = 8
_INK: Final = (0, 0, 0)
_PAPER: Final = 255


@dataclass(frozen=True)
class Look:
    """How a film is shown: how many frames, and whether on one sheet."""

    frames: int = 12
    sheet: bool = False


@dataclass(frozen=True)
class Seen:
    """The pictures of a film, and which of its frames they show."""

    pictures: tuple[Picture, ...]
    frames: tuple[int, ...]
    times_s: tuple[float, ...]

    @property
    def labels(self) -> str:
        """The frames shown, as a model may cite them."""
        shown = zip(self.frames, self.times_s, strict=True)
        return ", ".join(f"frame {frame} (t = {time_s:.2f} s)" for frame, time_s in shown)


def show(film: Film, look: Look) -> Seen:
    """Take frames evenly over a film, its first and last among them."""
    count = min(look.frames, film.frame_count)
    wanted = np.unique(np.linspace(0, film.frame_count - 1, count).round().astype(int))
    kept = {int(at) for at in wanted}
    frames = {at: frame for at, frame in enumerate(film.frames()) if at in kept}
    places = tuple(sorted(frames))
    times = tuple(float(film.times_s[at]) for at in places)
    if look.sheet:
        sheet = _sheet([frames[at] for at in places], places)
        pictures: tuple[Picture, ...] = (Picture("", _png(sheet)),)
    else:
        pictures = tuple(
            Picture(f"frame {at}, t = {time_s:.2f} s:", _png(_fitted(frames[at])))
            for at, time_s in zip(places, times, strict=True)
        )
    return Seen(pictures, places, times)


def _fitted(frame: RgbFrame, longest_px: int = _LONGEST_SIDE_PX) -> RgbFrame:
    import cv2

    height, width = frame.shape[:2]
    scale = longest_px / max(height, width)
    if scale >= 1.0:
        return frame
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(frame, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _sheet(frames: list[RgbFrame], numbers: tuple[int, ...]) -> RgbFrame:
    """Lay frames out in rows, each with its number above it, on white."""
    import cv2

    tiles = [_fitted(frame, _SHEET_TILE_PX) for frame in frames]
    high, wide = max(t.shape[0] for t in tiles), max(t.shape[1] for t in tiles)
    head = 28
    rows = -(-len(tiles) // _SHEET_COLUMNS)
    sheet = np.full(
        (rows * (high + head + _GAP_PX), _SHEET_COLUMNS * (wide + _GAP_PX), 3), _PAPER, np.uint8
    )
    for place, (tile, number) in enumerate(zip(tiles, numbers, strict=True)):
        y = (place // _SHEET_COLUMNS) * (high + head + _GAP_PX)
        x = (place % _SHEET_COLUMNS) * (wide + _GAP_PX)
        spot = (x + 4, y + head - 8)
        cv2.putText(sheet, f"frame {number}", spot, cv2.FONT_HERSHEY_SIMPLEX, 0.7, _INK, 2)
        sheet[y + head : y + head + tile.shape[0], x : x + tile.shape[1]] = tile
    return sheet


def _png(picture: RgbFrame) -> bytes:
    import cv2

    done, data = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
    if not done:
        raise ValueError("the picture could not be encoded")
    return data.tobytes()


def canary(count: int) -> Picture:
    """Draw so many black discs on white: who sees them can count them."""
    import cv2

    side = 384
    picture = np.full((side, side, 3), _PAPER, np.uint8)
    for disc in range(count):
        x, y = 70 + 120 * (disc % 3), 70 + 120 * (disc // 3)
        cv2.circle(picture, (x, y), 40, _INK, thickness=-1, lineType=cv2.LINE_AA)
    return Picture("", _png(picture))
