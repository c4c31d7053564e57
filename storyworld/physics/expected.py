"""Where the closed form has a body that the rigid-body engine moves: to hold the film against.

The engine never sees this, and what watches the film does not either.
"""

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.motion import poses
from storyworld.physics.scene import Body


def at_rest(body: Body) -> Body:
    """Expect a body to stay where it is put."""
    return replace(body, expected=lambda t: poses(body.x_m, body.y_m, body.angle_rad, t))


def sliding(body: Body, acceleration_m_s2: float) -> Body:
    """Expect a body, at rest at first, to slide the way it is turned: s = a t² / 2.

    Source: OpenStax, University Physics vol. 1, section 3.4 (constant acceleration).
    """
    cos, sin = math.cos(body.angle_rad), math.sin(body.angle_rad)

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        way_m = acceleration_m_s2 * times_s**2 / 2
        return poses(body.x_m + way_m * cos, body.y_m + way_m * sin, body.angle_rad, times_s)

    return replace(body, expected=path)
