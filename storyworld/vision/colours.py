"""Which share of each pixel belongs to which declared colour.

A pixel at the edge of a body is a mixture of the body's colour and whatever lies beside it. The
share of the body in the best-fitting two-colour mixture (its *alpha*) carries the position of
the edge to a few hundredths of a pixel, where a hard mask carries half a pixel.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storyworld.records.scenario import BodyMark, Colour

# Half-resolution colour takes edges far from any mixture; farther than this is a foreign thing.
_FOREIGN: Final = 110.0
# A pixel this near to a colour, of the way to the background, is its core.
_CORE: Final = 0.35
# 4:2:0 video smears colour over two pixels: alpha beyond that of a core is another's edge.
_SMEAR_PX: Final = 3
_PURE: Final = 24.0
_REFINE_WITHIN: Final = 45.0
_MIN_CORE_PX: Final = 6

# RGB to brightness and two colour differences (ITU-R BT.601), the latter a fifth as heavy.
_SHARPNESS: Final = (
    np.array([[0.299, 0.587, 0.114], [-0.169, -0.331, 0.5], [0.5, -0.419, -0.081]])
    * np.array([[1.0], [0.2], [0.2]])
).T.astype(np.float32)

Picture = NDArray[np.uint8]  # (height, width, 3)
Alpha = NDArray[np.float32]  # (height, width), 0..1


class Region(NamedTuple):
    """A rectangle of pixels, ends excluded."""

    left: int
    top: int
    right: int
    bottom: int

    def grown(self, by_px: float, width_px: int, height_px: int) -> "Region":
        """Give the region enlarged on all sides, within the picture."""
        by = int(np.ceil(by_px))
        return Region(
            max(0, self.left - by),
            max(0, self.top - by),
            min(width_px, self.right + by),
            min(height_px, self.bottom + by),
        )


@dataclass(frozen=True)
class Palette:
    """The colours of a film as they are on film: declared ones refined, background found.

    `colours` has shape ``(k, 3)``, row 0 the background, then one row per name in `names`.
    """

    names: tuple[str, ...]
    colours: NDArray[np.float32]

    def core(self, picture: Picture, name: str) -> NDArray[np.bool_]:
        """Give where a body's own colour is, shape ``(height, width)``."""
        row = self._row(name)
        colour = self.colours[row]
        others = np.delete(self.colours, row, axis=0)
        reach = _CORE * np.sqrt(((others - colour) ** 2).sum(axis=1).min())
        away = picture.astype(np.float32) - colour
        return np.asarray(np.einsum("ijk,ijk->ij", away, away) < reach * reach)

    def likeness(self, picture: Picture, name: str) -> float:
        """Give the share of pixels that are more like a body's colour than like any other."""
        row = self._row(name)
        pixels = picture.reshape(-1, 1, 3).astype(np.float32)
        if not len(pixels):
            return 0.0
        away = ((pixels - self.colours[None]) ** 2).sum(axis=2)
        return float((away.argmin(axis=1) == row).mean())

    def alpha(self, picture: Picture, name: str) -> Alpha:
        """Give the share of a body in each pixel.

        Parameters
        ----------
        picture
            A part of a frame, shape ``(height, width, 3)``, uint8.
        name
            Whose share.

        Returns
        -------
        numpy.ndarray
            ``(height, width)`` float32 in 0..1; zero farther than two pixels from its core.

        Notes
        -----
        For each other colour X of the palette, the pixel c is projected on the segment from X
        to the body's colour A: t = (c - X)(A - X) / |A - X|². The X with the smallest residual
        wins: background at a free edge, the neighbour where two bodies touch. The share itself
        leans on brightness, because 4:2:0 video keeps colour at half the resolution.
        """
        import cv2

        row = self._row(name)
        core = self.core(picture, name).view(np.uint8)
        ring = np.ones((2 * _SMEAR_PX + 1,) * 2, np.uint8)
        outer, inner = cv2.dilate(core, ring), cv2.erode(core, ring)
        alpha: Alpha = np.asarray(inner, dtype=np.float32)
        edge = outer != inner
        pixels = picture[edge].astype(np.float32)
        if len(pixels):
            colour, others = self.colours[row], np.delete(self.colours, row, axis=0)
            _, residual, away = _shares(pixels, colour, others)
            # A neighbour counts only beside its own pure pixels; the background everywhere.
            for other in range(1, len(others)):
                pure = np.zeros(core.shape, dtype=np.uint8)
                pure[edge] = away[:, other] < _PURE**2
                residual[cv2.dilate(pure, ring)[edge] == 0, other] = np.inf
            best = residual.argmin(axis=1)
            sharp, _, _ = _shares(pixels @ _SHARPNESS, colour @ _SHARPNESS, others @ _SHARPNESS)
            rows = np.arange(len(pixels))
            chosen = sharp[rows, best]
            chosen[residual[rows, best] > _FOREIGN**2] = 0.0
            alpha[edge] = chosen
        return alpha

    def _row(self, name: str) -> int:
        return 1 + self.names.index(name)


def _shares(
    pixels: NDArray[np.float32], colour: NDArray[np.float32], others: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Give how each pixel mixes `colour` with each other colour.

    Shapes: pixels ``(n, 3)``, colour ``(3,)``, others ``(k, 3)``; results ``(n, k)``: the share
    of `colour`, the squared residual of the mixture, the squared distance to the other colour.
    """
    along = colour - others
    lengths = np.maximum((along * along).sum(axis=1), 1e-6)
    towards = pixels @ along.T - (others * along).sum(axis=1)
    share = np.clip(towards / lengths, 0.0, 1.0)
    squared = (pixels * pixels).sum(axis=1)[:, None]
    away = squared - 2 * (pixels @ others.T) + (others * others).sum(axis=1)
    return share, away - 2 * share * towards + share * share * lengths, away


def find_palette(picture: Picture, marks: tuple[BodyMark, ...]) -> Palette:
    """Find the background of a frame and refine the declared colours on it.

    Parameters
    ----------
    picture
        A frame, shape ``(height, width, 3)``, uint8.
    marks
        The declared bodies; a colour not seen in this frame is kept as declared.
    """
    import cv2

    declared: Mapping[str, Colour] = {mark.name: mark.colour for mark in marks}
    given = np.array([*declared.values()], dtype=np.float32).reshape(-1, 3)
    coarse = picture[::2, ::2]
    sample = coarse.reshape(-1, 3).astype(np.float32)
    distance = np.sqrt(
        np.maximum(
            (sample * sample).sum(axis=1)[:, None]
            - 2 * sample @ given.T
            + (given * given).sum(axis=1),
            0.0,
        )
    )
    nearest = distance.argmin(axis=1) if len(given) else np.zeros(len(sample), dtype=int)
    own = distance.min(axis=1, initial=np.inf) < _REFINE_WITHIN
    refined = given.copy()
    for row in range(len(given)):
        where = (own & (nearest == row)).reshape(coarse.shape[:2])
        # Where two others meet, a thin line has this colour, too: what is solid comes first.
        solid = cv2.erode(where.view(np.uint8), np.ones((3, 3), np.uint8)).astype(np.bool_)
        mine = sample[(solid if solid.sum() >= _MIN_CORE_PX else where).ravel()]
        if len(mine) >= _MIN_CORE_PX:
            refined[row] = np.median(mine, axis=0)
    rest = sample[~own]
    background = _commonest(rest if len(rest) else sample)
    return Palette(tuple(declared), np.vstack([background, refined]).astype(np.float32))


def _commonest(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give the median colour of the fullest cell of the colour cube."""
    cells = (pixels // 16).astype(np.int32) @ np.array([256, 16, 1])
    fullest = np.bincount(cells).argmax()
    return np.asarray(np.median(pixels[cells == fullest], axis=0), dtype=np.float32)


def largest_blob(mask: NDArray[np.bool_], least_px: int = _MIN_CORE_PX) -> Region | None:
    """Give the bounding box of the largest connected blob of a mask, if one is large enough."""
    import cv2

    count, _, stats, _ = cv2.connectedComponentsWithStats(
        np.ascontiguousarray(mask).view(np.uint8), connectivity=8
    )
    if count < 2:
        return None
    left, top, width, height, area = stats[1:][stats[1:, cv2.CC_STAT_AREA].argmax()]
    if area < least_px:
        return None
    return Region(int(left), int(top), int(left + width), int(top + height))
