"""A bouncing ball on film, by its equation of motion from contact to contact."""

import math

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.motion import integrate


def heights(
    h0: float, v0: float, e: float, g: float, times_s: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Give heights over the ground, m, shape ``(frames,)``: at each contact velocity turns round.

    From the height `h0` with the upward velocity `v0`; `e` times as fast after each contact.
    """
    found = np.zeros(len(times_s))
    since, y, v = 0.0, h0, v0
    for _ in range(60):
        left = times_s >= since - 1e-12
        if not left.any() or (y <= 0.0 and v < 1e-3 * math.sqrt(g * h0)):
            break
        begun = since
        states = integrate(
            lambda _t, s: (float(s[1]), -g, 1.0), (y, v, 0.0),
            np.append(times_s[left] - begun, times_s[-1] - begun + 1e-6),
            until=lambda t, s: float(s[0]) if t > 1e-9 else 1.0,
            longest_step_s=max(1e-3, 0.02 * math.sqrt(2 * h0 / g)),
        )  # fmt: skip
        found[left] = np.maximum(states[:-1, 0], 0.0)
        y, v = 0.0, -e * float(states[-1, 1])
        since = begun + float(states[-1, 2])
    return found
