"""What happens on a film, and what is true of it."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.scene import Body, Box, Disc, Path, Scene
from storyworld.records.observation import Law
from storyworld.records.scenario import Question

# What is known of a quantity: a number, or how to get it from a body's poses, shape (frames, 3).
Known = float | Callable[[NDArray[np.float64]], float]
Span = tuple[float, float]


@dataclass(frozen=True)
class Broken:
    """A law broken by bodies from one moment to another, seconds.

    The same moment twice is an event between two frames; an infinite end is that of the film.
    What comes about by and by (one body that turns into two) is plain from `plain_s` on.
    """

    law: Law
    subjects: tuple[str, ...]
    start_s: float
    end_s: float
    plain_s: float | None = None


@dataclass(frozen=True)
class Asked:
    """A question that belongs to a scene, and the answer, where that is known."""

    question: Question
    known: Known | None = None


@dataclass(frozen=True)
class Plot:
    """A scene, what is asked of it, what is painted that is not declared, and what is broken.

    `ghosts` are painted over everything and are not in the shot. `hidden` says when a body of
    whatever name is not painted at all.
    """

    scene: Scene
    asked: tuple[Asked, ...] = ()
    broken: Broken | None = None
    ghosts: tuple[Body, ...] = ()
    hidden: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Leg:
    """Constant acceleration from a moment on, until the next leg."""

    start_s: float
    x_m: float
    y_m: float
    vx_m_s: float = 0.0
    vy_m_s: float = 0.0
    ax_m_s2: float = 0.0
    ay_m_s2: float = 0.0

    def at(self, time_s: float) -> "Leg":
        """Give the same leg as it goes on from a later moment."""
        t = time_s - self.start_s
        return Leg(
            time_s,
            self.x_m + self.vx_m_s * t + self.ax_m_s2 * t * t / 2,
            self.y_m + self.vy_m_s * t + self.ay_m_s2 * t * t / 2,
            self.vx_m_s + self.ax_m_s2 * t,
            self.vy_m_s + self.ay_m_s2 * t,
            self.ax_m_s2,
            self.ay_m_s2,
        )


Legs = tuple[Leg, ...]


def along(legs: Legs, angle_rad: float = 0.0, spin_rad_s: float = 0.0) -> Path:
    """Give the path that runs through legs one after the other."""
    starts = np.array([leg.start_s for leg in legs])

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        chosen = np.maximum(np.searchsorted(starts, times_s + 1e-9, side="right") - 1, 0)
        t = times_s - starts[chosen]
        rows = np.array([
            (g.x_m, g.y_m, g.vx_m_s, g.vy_m_s, g.ax_m_s2, g.ay_m_s2) for g in legs
        ])[chosen]  # fmt: skip
        x = rows[:, 0] + rows[:, 2] * t + rows[:, 4] * t**2 / 2
        y = rows[:, 1] + rows[:, 3] * t + rows[:, 5] * t**2 / 2
        return np.stack([x, y, angle_rad + spin_rad_s * times_s], axis=1)

    return path


def still(x_m: float, y_m: float, angle_rad: float = 0.0) -> Path:
    return along((Leg(0.0, x_m, y_m),), angle_rad)


def falls_to_s(leg: Leg, level_m: float) -> float:
    """Give when a leg comes down through a level; infinite if it never does."""
    if leg.ay_m_s2 >= 0:
        return math.inf
    inside = leg.vy_m_s**2 - 2 * leg.ay_m_s2 * (leg.y_m - level_m)
    if inside < 0:
        return math.inf
    return leg.start_s + (leg.vy_m_s + math.sqrt(inside)) / -leg.ay_m_s2


def bouncing(
    start: Leg,
    level_m: float,
    restitution: float | Callable[[int], float],
    *,
    grip: float = 1.0,
    braking: float = 0.0,
    until_s: float = 10.0,
) -> Legs:
    """Let a body fly, bounce off a level, and come to lie on it.

    Parameters
    ----------
    restitution
        Of every bounce, or of the n-th from 0.
    grip
        Share of the sideways velocity that a bounce leaves.
    braking
        Deceleration of what lies, as a share of gravity.
    """
    legs, bounce = [start], 0
    while (down_s := falls_to_s(legs[-1], level_m)) < until_s:
        landed = legs[-1].at(down_s)
        factor = restitution(bounce) if callable(restitution) else restitution
        up = -factor * landed.vy_m_s
        across = grip * landed.vx_m_s
        if up * up / (-2 * start.ay_m_s2) < 5e-4 * abs(level_m + 1):  # it does not leave it
            slows = -math.copysign(braking * -start.ay_m_s2, across) if across and braking else 0.0
            legs.append(Leg(down_s, landed.x_m, level_m, across, 0.0, slows, 0.0))
            if slows:
                stop = legs[-1].at(down_s - across / slows)
                legs.append(Leg(stop.start_s, stop.x_m, level_m))
            break
        legs.append(Leg(down_s, landed.x_m, level_m, across, up, 0.0, start.ay_m_s2))
        bounce += 1
    return tuple(legs)


def half_sizes(body: Body, angle_rad: float) -> tuple[float, float]:
    """Give half the width and half the height of a body at an orientation."""
    match body.shape:
        case Disc(radius_m):
            return radius_m, radius_m
        case Box(width_m, height_m):
            cos, sin = abs(math.cos(angle_rad)), abs(math.sin(angle_rad))
            return (width_m * cos + height_m * sin) / 2, (width_m * sin + height_m * cos) / 2
    raise ValueError(f"{body.name} has no size here")
