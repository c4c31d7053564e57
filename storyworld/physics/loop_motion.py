"""A body on a ramp and in a loop, by its equation of motion: on the track while it presses on it.

Where the track would have to pull, the body flies; where it meets the loop again it slides down.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.motion import integrate, poses

Floats = NDArray[np.float64]

STEEP: Final = math.radians(55.0)
OUT: Final = 2.5  # radii from the lowest point to where the track ends
_RAMP_ENDS: Final = 1.6
_PUSHED_FROM: Final = 2.5
_DAMPING_PER_S: Final = 1.5
_COARSE: Final = 600


def start_of(ratio: float, *, pushed: bool) -> tuple[float, float]:
    """Give where the body starts, in radii from the loop's lowest point.

    Parameters
    ----------
    ratio
        Height of the start in radii.
    pushed
        Whether it has a speed there.
    """
    if pushed and ratio <= 0.0:
        return -_PUSHED_FROM, 0.0
    return -_RAMP_ENDS - ratio / math.tan(STEEP), ratio


@dataclass(frozen=True)
class Run:
    """One run: radius in metres, g, inertia by m r², height in radii, and speed at the start."""

    radius_m: float
    gravity: float
    inertia: float
    ratio: float
    speed: float

    @property
    def _lengths(self) -> tuple[float, float, float, float]:
        """Give the track's parts: ramp, level, loop, level."""
        r = self.radius_m
        x, y = start_of(self.ratio, pushed=self.speed > 0)
        ramp = y * r / math.sin(STEEP)
        return ramp, (_RAMP_ENDS if y > 0 else -x) * r, 2 * math.pi * r, OUT * r

    def _rate(self, s: float) -> float:
        """Give the acceleration along the track."""
        ramp, level, loop, _ = self._lengths
        if s < ramp:
            return self.gravity * math.sin(STEEP) / (1 + self.inertia)
        along = s - ramp - level
        if 0.0 < along < loop:
            return -self.gravity * math.sin(along / self.radius_m) / (1 + self.inertia)
        return 0.0

    def _left(self, s: float, v: float) -> float:
        """Give what presses it on the track, or the way left to its end if that is less."""
        ramp, level, loop, out = self._lengths
        along = s - ramp - level
        end = loop + out - along
        if not 0.0 < along < loop:
            return end
        r = self.radius_m
        presses = v * v / r + self.gravity * math.cos(along / r)
        return min(end, presses * r / self.gravity)

    def path(self, times_s: Floats) -> Floats:
        """Give the poses, shape ``(frames, 3)``."""
        states = integrate(
            lambda _t, y: (float(y[1]), self._rate(float(y[0])), 1.0),
            (0.0, self.speed, 0.0),
            times_s,
            until=lambda _t, y: self._left(float(y[0]), float(y[1])),
        )
        found = self._on_track(states[:, 0], times_s)
        s, v, since = (float(value) for value in states[-1])
        ramp, level, loop, _ = self._lengths
        along = s - ramp - level
        after = times_s > since
        if after.any() and 0.0 < along < loop - 1e-6 * loop:
            found[after] = self._flight(along / self.radius_m, v, times_s[after] - since)
        return found

    def _on_track(self, s: Floats, times_s: Floats) -> Floats:
        ramp, level, loop, _ = self._lengths
        r = self.radius_m
        x0, y0 = (r * c for c in start_of(self.ratio, pushed=self.speed > 0))
        turned = np.clip(s - ramp - level, 0.0, loop) / r
        flat = np.clip(s - ramp, None, level) + np.clip(s - ramp - level - loop, 0.0, None) - level
        down = s < ramp
        x = np.where(down, x0 + s * math.cos(STEEP), flat + r * np.sin(turned))
        y = np.where(down, y0 - s * math.sin(STEEP), r - r * np.cos(turned))
        return poses(x, y, np.where(down, -STEEP, turned), times_s)

    def _flight(self, turned: float, speed: float, times_s: Floats) -> Floats:
        """Give the poses from where it leaves the track, by the angle turned, at a speed."""
        r, g = self.radius_m, self.gravity
        x0, y0 = r * math.sin(turned), -r * math.cos(turned)
        soon = 1e-3 * math.sqrt(r / g)
        start = (x0, y0, speed * math.cos(turned), speed * math.sin(turned), 0.0)

        def meets(t: float, y: Floats) -> float:
            return r * r if t < soon else r * r - float(y[0] ** 2 + y[1] ** 2)

        states = integrate(
            lambda _t, y: (float(y[2]), float(y[3]), 0.0, -g, 1.0), start, times_s, until=meets
        )
        found = poses(states[:, 0], states[:, 1] + r, turned, times_s)
        x, y, vx, vy, since = (float(value) for value in states[-1])
        after = times_s > since
        if after.any():
            at = math.atan2(x, -y)
            along = vx * math.cos(at) + vy * math.sin(at)
            slid = integrate(
                lambda _t, y: (float(y[1]), -g / r * math.sin(float(y[0]))
                               - _DAMPING_PER_S * math.sqrt(g / r) * float(y[1])),
                (at, along / r), times_s[after] - since,
            )[:, 0]  # fmt: skip
            found[after] = poses(r * np.sin(slid), r - r * np.cos(slid), slid, times_s[after])
        return found

    def seconds(self) -> float:
        """Give roughly how long it takes until it is out, or has come down."""
        r, g = self.radius_m, self.gravity
        unit = math.sqrt(r / g)
        step = 12 * unit / _COARSE
        s, v, t = 0.0, self.speed, 0.0
        for _ in range(_COARSE):
            if self._left(s, v) <= 0.0:
                break
            v += step * self._rate(s)
            s += step * v
            t += step
        through = s >= sum(self._lengths) - 0.1 * r
        return t + (0.2 if through else 3.5) * unit
