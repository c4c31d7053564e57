"""How much of each body's colour there is in a picture: two of one body are twice as much."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.vision.colours import Palette, Picture

# Every other frame, and every other pixel both ways, is enough to count by.
COUNTED_EVERY: Final = 2
_STEP: Final = 2
_CELL_BITS: Final = 3
_MORE: Final = 0.4
_THIN_PX: Final = 9.0
_LEAST_PX: Final = 4
# A second one apart is half as large at least; one that melts into the first makes it as large.
_SECOND: Final = 0.4
_MERGED: Final = 1.4
_COARSE_PX: Final = 20.0
_IN_A_ROW: Final = 3
_FEWEST: Final = 3


def _solid(mask: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Give a mask without its thin lines: where two others meet there are such."""
    import cv2

    found = mask.view(np.uint8)
    return cv2.erode(found, np.ones((2, 2), np.uint8)) if mask.any() else found


def _is_two(solid: NDArray[np.uint8], one: float) -> bool:
    """Whether there is a second blob of a body's size, or one that is too large for it."""
    import cv2

    _, _, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    areas = np.sort(stats[1:, cv2.CC_STAT_AREA])[::-1]
    apart = len(areas) > 1 and areas[1] >= _SECOND * one
    merged = len(areas) > 0 and one > _COARSE_PX and areas[0] >= _MERGED * one
    return bool(apart or merged)


class Census:
    """Counts the pixels of each body's own colour, frame by frame.

    Colours are looked up in a cube of 32 x 32 x 32 cells, filled once, so that a frame costs the
    same however many bodies there are.
    """

    def __init__(self, palette: Palette, names: Sequence[str]) -> None:
        side = 1 << (8 - _CELL_BITS)
        middles = (np.arange(side) << _CELL_BITS) + (1 << (_CELL_BITS - 1))
        cube = np.stack(np.meshgrid(middles, middles, middles, indexing="ij"), axis=-1)
        cells = cube.reshape(1, -1, 3).astype(np.uint8)
        self._names = tuple(names)
        self._label = np.zeros(cells.shape[1], dtype=np.uint8)
        for number, name in enumerate(self._names, 1):
            self._label[palette.core(cells, name)[0]] = number
        self._counts: list[NDArray[np.int64]] = []
        self._twice: list[NDArray[np.bool_]] = []

    def count(self, picture: Picture) -> None:
        """Take in a frame."""
        cells = (picture[::_STEP, ::_STEP] >> _CELL_BITS).astype(np.uint16)
        bits = 8 - _CELL_BITS
        place = (cells[..., 0] << (2 * bits)) | (cells[..., 1] << bits) | cells[..., 2]
        labels = self._label[place]
        counts, twice = [], []
        for number in range(len(self._names)):
            solid = _solid(labels == number + 1)
            count = int(solid.sum())
            counts.append(count)
            one = self._counts[0][number] if self._counts else count
            twice.append(count > (1 + _MORE / 2) * one and _is_two(solid, float(one)))
        self._counts.append(np.array(counts))
        self._twice.append(np.array(twice))

    def doubled(self, name: str, seen: NDArray[np.bool_], thin_px: float) -> NDArray[np.bool_]:
        """Give the frames in which there is so much more of a colour that there are two bodies.

        Parameters
        ----------
        name
            The body.
        seen
            In which frames it is seen whole, shape ``(frames,)``; the least of its colour there,
            a few outliers aside, is what one of it has.
        thin_px
            Its shorter side: a thin body on coarse pixels has now more of them and now fewer.
        """
        doubled = np.zeros(len(seen), dtype=np.bool_)
        counts = np.array([c[self._names.index(name)] for c in self._counts], dtype=np.int64)
        whole = counts[seen[::COUNTED_EVERY][: len(counts)]]
        if len(whole) < _FEWEST:
            return doubled
        few = max(_FEWEST, len(whole) // 10)
        # One of it is what there is of it at first, and not less than at its least.
        one = max(float(np.median(whole[:_FEWEST])), float(np.sort(whole)[few - 1]))
        spare = max(_MORE * one * (2 if thin_px < _THIN_PX else 1), _LEAST_PX)
        twice = np.array([t[self._names.index(name)] for t in self._twice], dtype=np.bool_)
        more = (counts > one + spare) & twice
        for place in range(len(counts) - _IN_A_ROW + 1):
            row = counts[place : place + _IN_A_ROW]
            if more[place] and row.mean() > one + spare:
                doubled[place * COUNTED_EVERY : (place + _IN_A_ROW) * COUNTED_EVERY] = True
        # What is so from the start came to be by nothing: other things have its colour.
        from_the_start = doubled[: _IN_A_ROW * COUNTED_EVERY].any()
        return np.zeros_like(doubled) if from_the_start else doubled
