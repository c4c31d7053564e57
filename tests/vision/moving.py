"""Scenes with closed forms of what comes again, arrives, turns or floats, and their truths."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.families.pendulum import full_period
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Disc, Scene, Shape
from storyworld.records.scenario import BodyRole, Framing
from tests.vision.filming import COLOURS, GREY, MOVING, SUPPORT, G

Times = NDArray[np.float64]
MARK = BodyRole.MARK
FRAMINGS = (
    Framing(width_px=480, height_px=270, frame_rate_hz=24.0),
    Framing(width_px=640, height_px=360, frame_rate_hz=30.0),
    Framing(width_px=480, height_px=270, frame_rate_hz=60.0),
    Framing(width_px=854, height_px=480, frame_rate_hz=25.0),
)


def along(
    place: Callable[[Times], tuple[Times, Times, Times]],
    *,
    shape: Shape,
    seconds: float,
    half_wide: float,
    low: float,
    high: float,
    others: tuple[Body, ...] = (),
    pace: float = 1.0,
) -> Scene:
    """One body along a path x(t), y(t), angle(t), metres and radians."""

    def path(times_s: Times) -> Times:
        return poses(*place(times_s * pace), times_s)

    start = path(np.zeros(1))[0]
    body = Body("body", MOVING, shape, COLOURS[0], *(float(v) for v in start), path=path)
    return Scene(
        (*others, body), G, seconds / pace, -half_wide, half_wide, low, high,
        round(half_wide / 2, 3), pace,
    )  # fmt: skip


def swinging(
    length_m: float, amplitude_deg: float, swings: float, *, damping: float = 0.0
) -> Scene:
    """A pendulum let go on the left; its period is that of the exact formula."""
    start = math.radians(amplitude_deg)
    seconds = swings * full_period(length_m, amplitude_deg, G)

    def place(times_s: Times) -> tuple[Times, Times, Times]:
        states = integrate(
            lambda _t, y: (float(y[1]), -G / length_m * math.sin(y[0]) - damping * float(y[1])),
            (-start, 0.0), times_s,
        )  # fmt: skip
        return length_m * np.sin(states[:, 0]), -length_m * np.cos(states[:, 0]), 0 * times_s

    wide = length_m * (math.sin(start) if amplitude_deg < 90 else 1.0) + 0.1 * length_m
    wide = max(wide, 0.4 * length_m)
    high = -length_m * math.cos(start) + 0.2 * length_m
    return along(place, shape=Disc(0.05 * length_m), seconds=seconds, half_wide=wide,
                 low=-1.1 * length_m, high=high)  # fmt: skip


def falls(height_m: float, kept: float, bounces: int, *, seconds: float | None = None) -> Scene:
    """A ball dropped on the ground, that keeps a share of its speed at each bounce."""
    fall = math.sqrt(2 * height_m / G)
    radius = 0.04 * height_m

    def place(times_s: Times) -> tuple[Times, Times, Times]:
        y = height_m - G * times_s**2 / 2
        since, speed = fall, G * fall
        for _ in range(bounces):
            speed *= kept
            t = np.maximum(times_s - since, 0.0)
            y = np.where(times_s >= since, speed * t - G * t**2 / 2, y)
            since += 2 * speed / G
        y = np.where(times_s >= since, 0.0, y)
        return 0 * times_s, np.maximum(y, 0.0) + radius, 0 * times_s

    floor = Body("ground", SUPPORT, Box(9 * height_m, 0.1 * height_m), GREY, 0, -0.05 * height_m)
    lasts = fall * (1 + 2 * sum(kept**n for n in range(1, bounces + 1))) + 0.25
    return along(place, shape=Disc(radius), seconds=seconds or lasts, half_wide=0.6 * height_m,
                 low=-0.1 * height_m, high=1.15 * height_m, others=(floor,))  # fmt: skip


def dragged(steady_m_s: float, times_gone: float, *, pace: float = 1.0) -> Scene:
    """A body that falls through air from rest, for so many times v_t / g."""
    seconds = times_gone * steady_m_s / G
    way = steady_m_s**2 / G * math.log(math.cosh(times_gone))

    def place(times_s: Times) -> tuple[Times, Times, Times]:
        fallen = steady_m_s**2 / G * np.log(np.cosh(G * times_s / steady_m_s))
        return 0 * times_s, way - fallen, 0 * times_s

    return along(place, shape=Disc(0.03 * way), seconds=seconds, half_wide=0.5 * way,
                 low=-0.1 * way, high=1.1 * way, pace=pace)  # fmt: skip


def speeding_up(acceleration_m_s2: float, way_m: float) -> Scene:
    """A body that starts from rest and stands still at once when it has gone its way."""
    seconds = math.sqrt(2 * way_m / acceleration_m_s2)

    def place(times_s: Times) -> tuple[Times, Times, Times]:
        gone = acceleration_m_s2 * np.minimum(times_s, seconds) ** 2 / 2
        return gone - way_m / 2, 0 * times_s, 0 * times_s

    return along(place, shape=Box(0.1 * way_m, 0.06 * way_m), seconds=seconds + 0.4,
                 half_wide=0.6 * way_m, low=-0.2 * way_m, high=0.2 * way_m)  # fmt: skip


def slowing_down(
    speed_m_s: float, way_m: float, *, rests_s: float = 0.4, pace: float = 1.0
) -> Scene:
    """A body that is moving as the film begins and brakes evenly to a stop."""
    seconds = 2 * way_m / speed_m_s

    def place(times_s: Times) -> tuple[Times, Times, Times]:
        t = np.minimum(times_s, seconds)
        gone = speed_m_s * (t - t**2 / (2 * seconds))
        return gone - way_m / 2, 0 * times_s, 0 * times_s

    return along(place, shape=Box(0.1 * way_m, 0.06 * way_m), seconds=seconds + rests_s,
                 half_wide=0.6 * way_m, low=-0.2 * way_m, high=0.2 * way_m, pace=pace)  # fmt: skip


def turning(rate_deg_s: float, seconds: float, *, gains_deg_s2: float = 0.0) -> Scene:
    """An oblong that turns about its middle."""

    def place(times_s: Times) -> tuple[Times, Times, Times]:
        turned = np.radians(rate_deg_s * times_s + gains_deg_s2 * times_s**2 / 2)
        return 0 * times_s, 0 * times_s, 0.2 + turned

    return along(place, shape=Box(0.5, 0.2), seconds=seconds, half_wide=1.0, low=-0.5, high=0.5)


def afloat(share: float, *, bobs: bool = False) -> Scene:
    """A box that lies still, or bobs, with a share of it under water."""

    def place(times_s: Times) -> tuple[Times, Times, Times]:
        y = 0.15 - 0.3 * share + (0.1 * np.sin(8 * times_s) if bobs else 0 * times_s)
        return 0 * times_s, y, 0 * times_s

    water = Body("water", MARK, Box(4.0, 1.0), COLOURS[1], 0.0, -0.5)
    return along(place, shape=Box(0.3, 0.3), seconds=1.0, half_wide=0.8, low=-0.5, high=0.5,
                 others=(water,))  # fmt: skip
