"""The ascent of a rocket from its pad, by its equation of motion."""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.fast_motion import pace
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Path

MOST_BURNT: Final = 0.95
# It is watched until it is three lengths up, and stays within the picture.
_WATCHED: Final = 3.0
_TOP: Final = 3.4


class Flight:
    """The ascent of a rocket by its equation of motion, sized so that what it rises is seen."""

    def __init__(self, v: Mapping[str, float]) -> None:
        self.g = v["gravity"]
        self.ratio = v["ratio"]
        # Of a mass flow without a burn time nobody says where it ends: it burns on.
        burns = v.get("share", MOST_BURNT if "mass_flow" in v else 0.0)
        flow = v.get("mass_flow", 0.0) / v["mass"] if "mass" in v and burns else 0.0
        if burns and not flow:
            flow = burns / v.get("burn_time", 20.0)
        self.flow = flow  # share of the mass at ignition burnt per second
        self.burn_s = burns / flow if flow else math.inf
        length = 0.7 * max(0.5, v.get("mass", 1000.0) ** (1 / 3)) * 0.4
        self.length_m, self.seconds = self._sized(length)
        self.faster = pace(self.seconds)

    @classmethod
    def of(cls, v: Mapping[str, float]) -> "Flight":
        """Give the flight of a scenario's parameters."""
        return cls(v)

    def _force(self, t: float, height: float, speed: float) -> float:
        """Give the acceleration by thrust, weight and the pad; the thrust ends with the burn."""
        left = max(1.0 - self.flow * min(t, self.burn_s), 1.0 - MOST_BURNT)
        pull = (self.ratio / left if t <= self.burn_s else 0.0) - 1.0
        return max(0.0, pull * self.g) if height <= 0.0 and speed <= 0.0 else pull * self.g

    def _sized(self, length: float) -> tuple[float, float]:
        """Give the rocket's length and how long it is watched: until it is three lengths up.

        The size of a rocket is nowhere given: one that only hops is drawn small beside its hop.
        """
        best = self.ratio / max(1e-9, 1.0 - min(MOST_BURNT, self.flow * self.burn_s
                                                if self.flow else 0.0))  # fmt: skip
        if best <= 1.0:
            return length, min(self.burn_s, 5.0) if self.flow else 3.0
        start = max(0.0, (1.0 - self.ratio) / self.flow) if self.flow else 0.0
        left = self.burn_s - start
        gain = max(self.ratio - 1.0, 0.0) * self.g
        growth = self.flow * self.g / max(1e-9, 1.0 - self.flow * start) if self.flow else 0.0
        if math.isfinite(left):
            hop = gain * left**2 / 2 + growth * left**3 / 6
            length = max(min(length, hop / _WATCHED), 1e-4)
        quick = math.sqrt(6 * length / gain) if gain else math.inf
        slow = (18 * length / growth) ** (1 / 3) if growth else math.inf
        # A few steps on a coarse clock: what decides the length of a film has to be cheap.
        step = min(quick, slow) / 60
        t, height, speed = start, 0.0, 0.0
        for _ in range(240):
            speed += self._force(t, max(height, 1e-12), speed) * step
            height += speed * step
            t += step
            if height >= _WATCHED * length or height < 0.0:
                break
        return length, t

    def states(self, times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        """Integrate height and speed; at rest on the pad until thrust exceeds weight."""

        def rates(t: float, y: NDArray[np.float64]) -> tuple[float, float]:
            return float(y[1]), self._force(t, float(y[0]), float(y[1]))

        return integrate(
            rates, (0.0, 0.0), times_s * self.faster, longest_step_s=self.seconds / 200,
            until=lambda _t, y: (float(y[0]) + 1e-9) * (_TOP * self.length_m - float(y[0])),
        )  # fmt: skip

    def path(self, foot_m: float) -> Path:
        """Give the way of the rocket's middle, which stands at `foot_m`."""
        return lambda times_s: poses(0.0, foot_m + self.states(times_s)[:, 0], 0.0, times_s)

    def flame(self, at_m: float) -> Path:
        """Give the way of the flame; once all is burnt it is nowhere."""

        def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            burning = times_s * self.faster <= self.burn_s
            height = np.where(burning, at_m + self.states(times_s)[:, 0], -1e3 * self.length_m)
            return poses(0.0, height, 0.0, times_s)

        return path
