"""The laws of a throw as functions of a scenario's parameters, for propagation and flips.

Without an ``angle`` the best one for the target stands in, anew for every other parameter.
"""

import math
from collections.abc import Mapping

from storyworld.physics.trajectory import (
    best_angle_far,
    best_angle_over,
    height_at,
    landing_distance,
)


def angle_of(values: Mapping[str, float]) -> float:
    """Give the launch angle in radians: as asked, or the best for the target."""
    if "angle" in values:
        return math.radians(values["angle"])
    speed, g = values["speed"], values["gravity"]
    if "wall_distance" in values and "gap" not in values:
        return best_angle_over(values["wall_distance"], speed, g)
    return best_angle_far(speed, values["launch_height"] + values["landing_drop"], g)


def distance_of(values: Mapping[str, float]) -> float:
    """Give where the body lands, in metres from the start."""
    return landing_distance(
        values["speed"], angle_of(values), values["launch_height"], values["landing_drop"],
        values["gravity"],
    )  # fmt: skip


def height_at_wall(values: Mapping[str, float]) -> float:
    """Give the height of the path at the wall, in metres."""
    return height_at(
        values["wall_distance"], values["speed"], angle_of(values), values["launch_height"],
        values["gravity"],
    )  # fmt: skip


def clearance_of(values: Mapping[str, float]) -> float:
    """Give how far the path passes above the wall, in metres; negative below its top."""
    return height_at_wall(values) - values["wall_height"]
