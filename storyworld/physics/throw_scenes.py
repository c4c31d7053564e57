"""Scenes for thrown bodies: over a wall, and down on level ground or beyond a gap."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.scenery import BALL, BALL_SHARE, LANDING, WALL, ground, scale_bar_m
from storyworld.physics.trajectory import apex, height_at, landing_distance
from storyworld.records.scenario import BodyRole

_LEAST_FILMED_S: Final = 0.2


@dataclass(frozen=True)
class WallFrame:
    """What the film of a throw at a wall shows: how far, how high, and how big things are."""

    x_end_m: float
    highest_m: float
    extent_m: float
    clears: bool

    @property
    def radius_m(self) -> float:
        """Radius of the filmed ball."""
        return BALL_SHARE * self.extent_m

    @property
    def thickness_m(self) -> float:
        """Thickness of the filmed wall."""
        return 0.012 * self.extent_m


def frame_wall(values: Mapping[str, float]) -> WallFrame:
    """Choose what to show: until soon after the ball is over the wall, or has hit it."""
    wall_m, height_m = values["wall_distance"], values["wall_height"]
    angle_rad, speed, g = math.radians(values["angle"]), values["speed"], values["gravity"]
    start_m = values["launch_height"]
    lands_m = landing_distance(speed, angle_rad, start_m, 0.0, g)
    clears = height_at(wall_m, speed, angle_rad, start_m, g) >= height_m
    top_x_m, top_m = apex(speed, angle_rad, start_m, g)
    x_end_m = min(max(lands_m, wall_m), 1.4 * wall_m) if clears else 1.25 * wall_m
    highest_m = max(
        top_m if top_x_m <= x_end_m else height_at(x_end_m, speed, angle_rad, start_m, g),
        height_m,
        start_m,
    )
    return WallFrame(x_end_m, highest_m, max(1.1 * x_end_m, highest_m), clears)


def size_effect_m(values: Mapping[str, float]) -> float:
    """Give by how much less the filmed ball clears the wall than the point of the formula.

    The goal gives the ball no size and the wall no thickness; the film must. A ball is over the
    wall while any part of it is, and its path is lower before and after than at the wall itself.
    Zero where the point does not clear the wall.
    """
    frame = frame_wall(values)
    if not frame.clears:
        return 0.0
    reach_m = frame.radius_m + frame.thickness_m / 2
    angle_rad, speed = math.radians(values["angle"]), values["speed"]
    wall_m, start_m, g = values["wall_distance"], values["launch_height"], values["gravity"]
    at, *beside = (
        height_at(x_m, speed, angle_rad, start_m, g)
        for x_m in (wall_m, max(0.0, wall_m - reach_m), wall_m + reach_m)
    )
    return max(0.0, at - min(beside))


def stage_wall(values: Mapping[str, float]) -> Scene:
    """Build a ball thrown at a wall."""
    frame = frame_wall(values)
    extent_m, radius_m, x_end_m = frame.extent_m, frame.radius_m, frame.x_end_m
    wall_m, height_m = values["wall_distance"], values["wall_height"]
    wall = Body(
        name="wall",
        role=BodyRole.SUPPORT,
        shape=Box(width_m=frame.thickness_m, height_m=height_m),
        colour=WALL,
        x_m=wall_m,
        y_m=height_m / 2,
    )
    crossing_s = x_end_m / (values["speed"] * math.cos(math.radians(values["angle"])))
    duration_s = crossing_s if frame.clears else min(crossing_s + 0.7, 2 * crossing_s)
    duration_s = max(duration_s, _LEAST_FILMED_S)
    x_min_m, slab_m = -0.1 * extent_m, 0.05 * extent_m
    return Scene(
        bodies=(
            ground(x_min_m - extent_m, 2 * x_end_m + extent_m, slab_m),
            wall,
            _ball(values, radius_m),
        ),
        gravity_m_s2=values["gravity"],
        duration_s=duration_s,
        x_min_m=x_min_m,
        x_max_m=x_end_m + 2 * radius_m,
        y_min_m=-slab_m,
        y_max_m=frame.highest_m + 2 * radius_m,
        scale_bar_m=scale_bar_m(x_end_m + 2 * radius_m - x_min_m),
    )


def stage_landing(values: Mapping[str, float]) -> Scene:
    """Build a ball thrown across a gap, or over open ground where there is none.

    The ball starts above the right edge of `ground`; beyond the gap lies `landing`. Open ground
    is one slab.
    """
    angle_rad, speed, g = math.radians(values["angle"]), values["speed"], values["gravity"]
    start_m, drop_m = values["launch_height"], values.get("landing_drop", 0.0)
    lands_m = landing_distance(speed, angle_rad, start_m, drop_m, g)
    _, top_m = apex(speed, angle_rad, start_m, g)
    gap_m = values.get("gap")
    x_end_m = max(1.15 * lands_m, 1.2 * gap_m if gap_m is not None else 0.0)
    # A throw that lands where it starts still needs room and time to be seen.
    x_end_m = max(x_end_m, _LEAST_FILMED_S * speed * math.cos(angle_rad) if lands_m == 0 else 0.0)
    extent_m = max(1.15 * x_end_m, top_m + drop_m)
    radius_m = BALL_SHARE * extent_m
    flight_s = lands_m / (speed * math.cos(angle_rad))
    x_min_m = -0.1 * extent_m
    if gap_m is None:
        slab_m = 0.05 * extent_m
        y_min_m = -drop_m - slab_m
        floor = ground(x_min_m - extent_m, 2 * x_end_m + extent_m, slab_m, top_m=-drop_m)
        supports: tuple[Body, ...] = (floor,)
    else:
        slab_m = 0.12 * extent_m
        y_min_m = -drop_m - slab_m
        near = ground(x_min_m - extent_m, 0.0, -y_min_m)
        far = Body(
            name="landing",
            role=BodyRole.SUPPORT,
            shape=Box(width_m=2 * extent_m, height_m=slab_m),
            colour=LANDING,
            x_m=gap_m + extent_m,
            y_m=-drop_m - slab_m / 2,
        )
        supports = (near, far)
    duration_s = max(flight_s + min(0.4, 0.25 * flight_s), _LEAST_FILMED_S)
    return Scene(
        bodies=(*supports, _ball(values, radius_m)),
        gravity_m_s2=g,
        duration_s=duration_s,
        x_min_m=x_min_m,
        x_max_m=x_end_m + 2 * radius_m,
        y_min_m=y_min_m,
        y_max_m=max(top_m, start_m) + 2 * radius_m,
        scale_bar_m=scale_bar_m(x_end_m + 2 * radius_m - x_min_m),
    )


def _ball(values: Mapping[str, float], radius_m: float) -> Body:
    angle_rad, speed = math.radians(values["angle"]), values["speed"]
    return Body(
        name="ball",
        role=BodyRole.MOVING,
        shape=Disc(radius_m),
        colour=BALL,
        x_m=0.0,
        y_m=values["launch_height"] + radius_m,
        velocity_x_m_s=speed * math.cos(angle_rad),
        velocity_y_m_s=speed * math.sin(angle_rad),
        mass_kg=values.get("mass", 1.0),
    )
