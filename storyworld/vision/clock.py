"""The clock of a film: a mark that goes along its lane evenly, as the scale bar shows a metre.

A film that stands still, runs backwards, or has frames missing, doubled or out of order shows it
there, whatever else is on it. Only where the shot declares a clock. It resolves what moves the
mark by more than 1.5 px and 0.4 % of its lane: 14 ms of a lane of 500 px that is run through in
2 s, so that a frame missing at 24 fps (42 ms) shows, and at 120 fps none but a step backwards.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.records.scenario import Clock, Shot
from storyworld.vision.colours import Picture

_DARK_FROM: Final = 0.1
_PALER: Final = 0.6
_LEAST_MASS: Final = 0.12
_MOST_MARKS: Final = 3
_MOST_MASS: Final = 2.5
_SEEN_SHARE: Final = 0.9
_OFF_PX: Final = 1.5
_OFF_SHARE: Final = 0.004
_OFF_STEP: Final = 0.45
_SAME_RATE: Final = 0.01
_UNSEEN_FRAMES: Final = 3
_BACKWARDS_PX: Final = 0.5


class ClockReader:
    """Reads the clock of every frame that goes by."""

    def __init__(self, shot: Shot | None) -> None:
        self._clock = shot.clock if shot is not None else None
        self._declared_px = shot.camera.width_px if shot is not None else 0
        self._seen: list[tuple[float, ...]] = []

    def watching(self, frames: Iterable[Picture]) -> Iterator[Picture]:
        """Give the same frames, each read on its way."""
        for frame in frames:
            if self._clock is not None:
                scale = frame.shape[1] / self._declared_px
                self._seen.append(tuple(p / scale for p in _marks(frame, self._clock, scale)))
            yield frame

    def doubt(self, times_s: NDArray[np.float64]) -> str:
        """Say what is wrong with the film's time, if anything is."""
        clock = self._clock
        if clock is None:
            return ""
        pace = (clock.right_px - clock.left_px) / clock.lasts_s
        due = clock.left_px + pace * times_s[: len(self._seen)]
        # Coarse codecs leave a mark where it was a while ago: of two, it is the one that is due.
        places = [
            min(seen, key=lambda place: abs(place - at), default=float("nan"))
            for seen, at in zip(self._seen, due, strict=True)
        ]
        return _doubt(np.array(places), times_s[: len(places)], clock)


def _marks(frame: Picture, clock: Clock, scale: float) -> Iterator[float]:
    """Give where marks stand in the lane, in pixels of the frame, the darkest first."""
    rows = frame[round(clock.top_px * scale) : round(clock.bottom_px * scale)]
    light = rows.mean(axis=(0, 2)) if rows.size else np.zeros(1)
    ground = float(np.median(light))
    if ground <= 0:
        return
    dark = np.clip(1.0 - light / ground - _DARK_FROM, 0.0, None)
    wide = max(1, round(clock.width_px * scale))
    whole = clock.width_px * scale * (1.0 - _DARK_FROM)
    masses = np.convolve(dark, np.ones(wide + 2), mode="same")
    least = max(_LEAST_MASS * whole, _PALER * float(masses.max()))
    for _ in range(_MOST_MARKS):
        darkest = int(masses.argmax())
        if not least <= masses[darkest] < _MOST_MASS * whole:
            return
        near = slice(max(0, darkest - wide), darkest + wide + 1)
        x = np.arange(len(dark))[near] + 0.5
        yield float((dark[near] * x).sum() / dark[near].sum())
        masses[max(0, darkest - 2 * wide) : darkest + 2 * wide + 1] = 0.0


def _allowed(steps: NDArray[np.float64], clock: Clock) -> float:
    """Give how far off the mark may be: what the film resolves, or else half a frame's step.

    A frame that is missing, doubled or out of place moves it by a whole step.
    """
    least = _OFF_PX + _OFF_SHARE * (clock.right_px - clock.left_px)
    return max(least, _OFF_STEP * float(np.median(steps)) if len(steps) else 0.0)


def _doubt(places: NDArray[np.float64], times_s: NDArray[np.float64], clock: Clock) -> str:
    seen = np.isfinite(places)
    longest = max(map(len, "".join("-" if s else "u" for s in seen).split("-")))
    if len(places) < 2 or seen.mean() < _SEEN_SHARE or longest > _UNSEEN_FRAMES:
        return "the clock that was declared is not on the film"
    at, place = times_s[seen], places[seen]
    pace = (clock.right_px - clock.left_px) / clock.lasts_s
    off = place - (clock.left_px + pace * at)
    steps = np.diff(place)
    allowed = _allowed(steps, clock)
    in_order = not (steps < -_BACKWARDS_PX).any()
    if in_order and np.abs(off).max() <= allowed:
        return ""
    if np.ptp(place) <= allowed < pace * np.ptp(at):
        return "the film stands still: its clock does not run"
    if (steps < 0).mean() > _SEEN_SHARE:
        return "the film runs backwards by its clock"
    slope = float(np.polyfit(at, place, 1)[0]) / pace
    even = np.abs(place - np.polyval(np.polyfit(at, place, 1), at)).max() <= allowed
    if even and abs(slope - 1.0) > _SAME_RATE:
        return f"by its clock the film runs {slope:.3g} times as fast as it says"
    return "by its clock frames of the film are missing, doubled, out of order or out of place"
