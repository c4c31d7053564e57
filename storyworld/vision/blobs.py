"""The one thing that moves, in films that nobody declared: no colour, no scale, only change."""

import math
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storyworld.vision.colours import Picture, Region
from storyworld.vision.tracking import Form, Track

_PLATE_FRAMES: Final = 25
_CHANGED: Final = 28
_MIN_AREA_PX: Final = 20
_MOVING_CAMERA_SHARE: Final = 0.35
_JUMP_OF_SIZE: Final = 4.0
_FIRST_STEP_OF_WIDTH: Final = 0.15
_AREA_RATIO: Final = 3.0
_MIN_SAMPLES: Final = 5
_GAP_FRAMES: Final = 3
_SAME_AREA: Final = 1.25
_SAME_STEP: Final = 0.5
_SAME_STEP_PX: Final = 4.0
_FLOOR_PX: Final = 0.5
# A blob that often changes by a third from one frame to the next is pieces of something.
_MOSTLY: Final = 0.9
_FRAGMENTS: Final = 0.35
_EDGE_PX: Final = 1.5


class _Blob(NamedTuple):
    area_px: float
    x_px: float
    y_px: float
    region: Region


def follow_blob(
    frames: Callable[[], Iterator[Picture]], times_s: NDArray[np.float64], name: str
) -> Track | None:
    """Follow the dominant moving blob against the median background.

    Parameters
    ----------
    frames
        Gives the pictures from the first on, each ``(height, width, 3)``, uint8; called twice.
    times_s
        Their times, shape ``(frames,)``.
    name
        The track's name.

    Returns
    -------
    Track or None
        None where nothing moves, where nearly everything does (the camera moves, or the scene
        changes), or where what moves is seen in fewer than five frames. Positions are centroids
        of a hard mask, good to about half a pixel.

    Notes
    -----
    The background is the median over at most 25 frames spread over the film, so that something
    standing still for more than half of it belongs to the background.
    """
    count = len(times_s)
    if count < _MIN_SAMPLES:
        return None
    picks = set(np.linspace(0, count - 1, _PLATE_FRAMES).round().astype(int).tolist())
    plate = np.median([f for i, f in enumerate(frames()) if i in picks], axis=0).astype(np.uint8)
    found: list[list[_Blob]] = []
    busy = 0
    for picture in frames():
        mask = _changed(picture, plate)
        busy += bool(mask.mean() > _MOVING_CAMERA_SHARE)
        found.append(_blobs(mask))
    if busy > count // 4:
        return None
    size_px = plate.shape[1], plate.shape[0]
    return _track(_dominant_chain(found, size_px), times_s, name, *size_px)


def _changed(picture: Picture, plate: Picture) -> NDArray[np.uint8]:
    """Give 1 where any channel differs from the background by more than noise, specks removed."""
    import cv2

    away = cv2.absdiff(picture, plate)
    strongest = cv2.max(cv2.max(away[..., 0], away[..., 1]), away[..., 2])
    return np.asarray(cv2.medianBlur((strongest > _CHANGED).astype(np.uint8), 5), dtype=np.uint8)


def _blobs(mask: NDArray[np.uint8]) -> list[_Blob]:
    """Give the connected blobs of a mask, small ones left out."""
    import cv2

    _, _, stats, centroids = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return [
        _Blob(
            float(area),
            float(x) + 0.5,
            float(y) + 0.5,
            Region(int(left), int(top), int(left + width), int(top + height)),
        )
        for (left, top, width, height, area), (x, y) in zip(stats[1:], centroids[1:], strict=True)
        if area >= _MIN_AREA_PX
    ]


def _track(
    chain: dict[int, _Blob], times_s: NDArray[np.float64], name: str, width_px: int, height_px: int
) -> Track | None:
    x, y = np.full(len(times_s), np.nan), np.full(len(times_s), np.nan)
    cut = np.zeros(len(times_s), dtype=np.bool_)
    areas = []
    for frame, blob in chain.items():
        left, top, right, bottom = blob.region
        cut[frame] = left <= 0 or top <= 0 or right >= width_px or bottom >= height_px
        if not cut[frame]:
            x[frame], y[frame] = blob.x_px, blob.y_px
            areas.append(blob.area_px)
    if len(areas) < _MIN_SAMPLES:
        return None
    diameter = 2 * math.sqrt(float(np.median(areas)) / math.pi)
    changes = np.abs(np.diff(np.log(areas)))
    wander = np.abs(np.array(areas) - np.median(areas))
    edge_px = float(np.median(wander)) / 0.6745 / (math.pi * diameter)
    fragments = float(np.quantile(changes, _MOSTLY)) > _FRAGMENTS and edge_px > _EDGE_PX
    return Track(
        name=name,
        form=Form.DISC,
        times_s=np.asarray(times_s, dtype=np.float64),
        x_px=x,
        y_px=y,
        angle_rad=np.full(len(times_s), np.nan),
        cut=cut,
        width_px=diameter,
        height_px=diameter,
        floor_px=_FLOOR_PX,
        steady=not fragments,
        size_u_px=math.hypot(2 * _FLOOR_PX, 2 * edge_px),
    )


def _dominant_chain(found: list[list[_Blob]], size_px: tuple[int, int]) -> dict[int, _Blob]:
    """Link blobs from frame to frame and give the chain that travels farthest for its size.

    A blob is linked to the nearest one of a third to three times its area within four of its
    diameters of where it is expected, longer chains first, over gaps of at most two frames. A
    first step may be longer: nothing is expected yet. A body that goes on somewhere else from one
    frame to the next is one body still.
    """
    chains: list[dict[int, _Blob]] = []
    for frame, blobs in enumerate(found):
        left = list(blobs)
        for chain in sorted(chains, key=len, reverse=True):
            last = max(chain)
            if frame - last > _GAP_FRAMES or not left:
                continue
            x, y = _expected(chain, last, frame)
            area = chain[last].area_px
            reach = _JUMP_OF_SIZE * math.sqrt(area)
            if len(chain) == 1:
                reach = max(reach, _FIRST_STEP_OF_WIDTH * size_px[0])
            away = [
                math.hypot(b.x_px - x, b.y_px - y)
                if area / _AREA_RATIO < b.area_px < area * _AREA_RATIO
                else math.inf
                for b in left
            ]
            nearest = int(np.argmin(away))
            if away[nearest] <= reach:
                chain[frame] = left.pop(nearest)
        chains.extend({frame: blob} for blob in left)
    best = max(chains, key=_weight, default={})
    onward = next((c for c in chains if c is not best and _goes_on(best, c, size_px)), {})
    return {**best, **onward}


def _goes_on(chain: dict[int, _Blob], other: dict[int, _Blob], size_px: tuple[int, int]) -> bool:
    """Whether a chain is that of the same body somewhere else: it begins where the other ends.

    In time, in size and in velocity; and neither at the picture's edge, where things come and go.
    """
    if min(len(chain), len(other)) < _MIN_SAMPLES:
        return False
    ends, begins = max(chain), min(other)
    last, first = chain[ends], other[begins]
    if not 0 < begins - ends <= _GAP_FRAMES or any(_at_edge(b, size_px) for b in (last, first)):
        return False
    speeds = [_steps(list(c.values())[part]) for c, part in
              ((chain, slice(-4, None)), (other, slice(None, 4)))]  # fmt: skip
    change = float(np.hypot(*(speeds[1] - speeds[0])))
    alike = 1 / _SAME_AREA < first.area_px / last.area_px < _SAME_AREA
    return alike and change < max(_SAME_STEP * float(np.hypot(*speeds[0])), _SAME_STEP_PX)


def _steps(blobs: list[_Blob]) -> NDArray[np.float64]:
    """Give the mean step from blob to blob, pixels, shape ``(2,)``."""
    return np.array([blobs[-1].x_px - blobs[0].x_px, blobs[-1].y_px - blobs[0].y_px]) / (
        len(blobs) - 1
    )


def _at_edge(blob: _Blob, size_px: tuple[int, int]) -> bool:
    left, top, right, bottom = blob.region
    return left <= 0 or top <= 0 or right >= size_px[0] or bottom >= size_px[1]


def _expected(chain: dict[int, _Blob], last: int, frame: int) -> tuple[float, float]:
    """Give where a chain should be in a frame, at its last velocity."""
    here, before = chain[last], chain.get(last - 1)
    if before is None:
        return here.x_px, here.y_px
    since = frame - last
    return (
        here.x_px + since * (here.x_px - before.x_px),
        here.y_px + since * (here.y_px - before.y_px),
    )


def _weight(chain: dict[int, _Blob]) -> float:
    """Prefer what travels many times its size, steadily, and is seen long."""
    if len(chain) < _MIN_SAMPLES:
        return 0.0
    x, y = (np.array([b[axis] for b in chain.values()]) for axis in (1, 2))
    size = math.sqrt(float(np.median([b.area_px for b in chain.values()])))
    travelled = math.hypot(float(np.ptp(x)), float(np.ptp(y)))
    roughness = float(np.median(np.hypot(np.diff(x, 2), np.diff(y, 2))))
    return travelled / (size + roughness) * math.sqrt(len(chain))
