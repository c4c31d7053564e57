"""Films on which every law holds."""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Box, Disc
from storyworld.records.scenario import Measure
from tests.vision.corpus.plots import Asked, Leg, Plot, along, bouncing, falls_to_s
from tests.vision.corpus.stage import (
    MARK,
    Maker,
    Stage,
    asked,
    of_displacement,
    of_flight,
    ramp,
    up_ramp,
)
from tests.vision.corpus.standing import at_rest, dominoes, stack_stands, stack_topples
from tests.vision.corpus.striking import collision_floor, collision_space


def free_fall(s: Stage) -> Plot:
    """A ball or a box is let go, lands, and stays or hops a little."""
    half = s.size()
    start = Leg(0, s.between(-0.6, 0.6) * s.high_m, s.between(0.55, 0.92) * s.high_m,
                ay_m_s2=-s.gravity)  # fmt: skip
    shape = Disc(half) if s.maybe(0.7) else Box(2 * half * s.between(0.8, 1.6), 2 * half)
    legs = bouncing(start, half, s.one_of(0.0, s.between(0.1, 0.35)))
    body = s.body("ball", shape, along(legs))
    seconds = falls_to_s(start, half) + s.between(0.25, 0.6)
    return s.plot((body, s.ground()), seconds, of_flight("ball", start, half))


def throw(s: Stage) -> Plot:
    """A ball is thrown in an arc and lands."""
    half = s.size()
    start = thrown(s, half)
    legs = bouncing(start, half, s.between(0, 0.5), grip=s.between(0.5, 1),
                    braking=s.between(0.05, 0.4))  # fmt: skip
    seconds = falls_to_s(start, half) + s.between(0.2, 0.5)
    body = s.body("ball", Disc(half), along(legs))
    return s.plot((body, s.ground()), seconds, of_flight("ball", start, half))


def thrown(s: Stage, half: float, *, reach: float = 1.2) -> Leg:
    apex = s.between(0.5, 0.9) * s.high_m
    low = half if s.maybe(0.5) else s.between(0.1, 0.4) * s.high_m
    up = math.sqrt(2 * s.gravity * (apex - low))
    seconds = falls_to_s(Leg(0, 0, low, 0, up, 0, -s.gravity), half)
    to = s.side() * s.between(0.4, reach) * s.high_m
    return Leg(0, -to / 2, low, to / seconds, up, 0, -s.gravity)


def vertical_throw(s: Stage) -> Plot:
    """A ball is thrown straight up, or nearly, and comes back."""
    half = s.size()
    start = thrown(s, half, reach=0.41)
    start = Leg(0, start.x_m, start.y_m, s.one_of(0.0, 0.2 * start.vx_m_s), start.vy_m_s, 0,
                -s.gravity)  # fmt: skip
    legs = bouncing(start, half, s.between(0, 0.6))
    seconds = falls_to_s(start, half) + s.between(0.1, 0.5)
    body = s.body("ball", Disc(half), along(legs, spin_rad_s=s.between(-5, 5)))
    return s.plot((body, s.ground()), seconds, of_flight("ball", start, half))


def bounces(s: Stage) -> Plot:
    """A ball bounces several times on the spot."""
    half = s.size()
    start = Leg(0, s.between(-0.7, 0.7) * s.high_m, s.between(0.6, 0.94) * s.high_m,
                ay_m_s2=-s.gravity)  # fmt: skip
    bounce = s.between(0.3, 0.9)
    seconds = min(2.6, falls_to_s(start, half) * (1 + 2 * bounce + 2 * bounce**2) + 0.2)
    body = s.body("ball", Disc(half), along(bouncing(start, half, bounce)))
    return s.plot((body, s.ground()), seconds, of_flight("ball", start, half))


def throw_bounces(s: Stage) -> Plot:
    """A ball goes across the picture in several hops."""
    half, to = s.size(), s.side()
    high = s.between(0.5, 0.92) * s.high_m
    drop_s = math.sqrt(2 * (high - half) / s.gravity)
    bounce = s.between(0.5, 0.9)
    seconds = drop_s * (1 + 2 * bounce + s.between(0.5, 1.8) * bounce**2)
    across = to * s.between(0.8, 1.4) * s.high_m / seconds
    start = Leg(0, -0.7 * to * s.high_m, high, across, 0, 0, -s.gravity)
    legs = bouncing(start, half, bounce, grip=s.between(0.8, 1))
    body = s.body("ball", Disc(half), along(legs))
    return s.plot((body, s.ground()), seconds, of_flight("ball", start, half))


def wall_bounce(s: Stage) -> Plot:
    """A ball flies against a wall, comes back and lands."""
    half, to = s.size(), s.side()
    high = s.between(0.6, 0.9) * s.high_m
    drop_s = math.sqrt(2 * (high - half) / s.gravity)
    face = 0.35 * s.high_m
    hits_s = s.between(0.4, 0.8) * drop_s
    speed = s.between(0.6, 1.0) * s.high_m / hits_s
    start = Leg(0, to * (face - half - speed * hits_s), high, to * speed, 0, 0, -s.gravity)
    met = start.at(hits_s)
    back = Leg(hits_s, met.x_m, met.y_m, -s.between(0.4, 0.95) * met.vx_m_s, met.vy_m_s, 0,
               -s.gravity)  # fmt: skip
    legs = (start, *bouncing(back, half, s.between(0, 0.6), grip=s.between(0.7, 1)))
    thick = s.between(0.05, 0.2) * s.high_m
    wall = s.support("wall", Box(thick, 0.98 * s.high_m), to * (face + thick / 2), 0.49 * s.high_m)
    body = s.body("ball", Disc(half), along(legs))
    questions = of_flight("ball", start, half, lands=False)
    return s.plot((body, wall, s.ground()), drop_s + s.between(0.2, 0.6), questions)


def roll_off(s: Stage) -> Plot:
    """A ball rolls along a table and over its edge."""
    half, to = s.size(), s.side()
    top = s.between(0.4, 0.75) * s.high_m
    speed = max(1.3 * math.sqrt(s.gravity * half), s.between(0.5, 1.2) * s.high_m)
    edge_s = s.between(0.15, 0.4)
    drop_s = math.sqrt(2 * (top) / s.gravity)
    edge = -to * 0.3 * s.high_m
    rolls = Leg(0, edge - to * speed * edge_s, top + half, to * speed)
    falls = Leg(edge_s, edge, top + half, to * speed, 0, 0, -s.gravity)
    body = s.body("ball", Disc(half), along((rolls, *bouncing(falls, half, s.between(0, 0.5)))))
    table = s.support("table", Box(5 * s.high_m, top), edge - to * 2.5 * s.high_m, top / 2)
    questions = [asked(Measure.VERTICAL_ACCELERATION, "ball", s.gravity)]
    seconds = edge_s + drop_s + s.between(0, 0.3)
    return s.plot((body, table, s.ground()), seconds, questions)


def slide_incline(s: Stage) -> Plot:
    """A block slides down a ramp, is pushed up it, or stays."""
    angle = math.radians(s.between(12, 40))
    length = min(1.5 * s.high_m / math.cos(angle), 0.75 * s.high_m / math.sin(angle))
    mu = s.between(0, 1.3) * math.tan(angle)
    down = s.gravity * (math.sin(angle) - mu * math.cos(angle))
    back = s.gravity * (math.sin(angle) + mu * math.cos(angle))
    low, high = s.size(), s.size() * s.between(1.1, 2)
    pushed = s.maybe(0.35)
    at = (0.3 if pushed else 0.8) * length
    if pushed:
        run = 0.4 * length
        speed = math.sqrt(2 * back * run)
        legs: tuple[Leg, ...] = (
            Leg(0, at, 0, speed, 0, -back),
            Leg(speed / back, at + run, 0, 0, 0, -max(down, 0.0)),
        )
        seconds, known = speed / back + 0.3, back
    else:
        legs = (Leg(0, at, 0, 0, 0, -max(down, 0.0)),)
        seconds = min(2.0, math.sqrt(2 * 0.6 * length / down)) if down > 0 else 1.5
        known = max(down, 0.0)
    wedge = ramp(s, angle, length)
    body = s.body("block", Box(2 * high, 2 * low), up_ramp(wedge, angle, low, along(legs)))
    questions = [
        asked(Measure.SURFACE_ANGLE, "ramp", math.degrees(angle)),
        asked(Measure.ACCELERATION_ALONG, "block", None if pushed else known),
        of_displacement("block"),
    ]
    return s.plot((wedge, body, s.ground()), seconds, questions)


def roll_incline(s: Stage) -> Plot:
    """A disc rolls down a ramp without slipping: two thirds of what a slide would have."""
    angle = math.radians(s.between(8, 35))
    length = min(1.5 * s.high_m / math.cos(angle), 0.75 * s.high_m / math.sin(angle))
    down, half = s.gravity * math.sin(angle) / 1.5, s.size()
    wedge = ramp(s, angle, length)
    legs = (Leg(0, 0.85 * length, 0, 0, 0, -down),)
    seconds = min(2.2, math.sqrt(2 * s.between(0.5, 0.7) * length / down))
    body = s.body("disc", Disc(half), up_ramp(wedge, angle, half, along(legs)))
    questions = [
        asked(Measure.SURFACE_ANGLE, "ramp", math.degrees(angle)),
        asked(Measure.ACCELERATION_ALONG, "disc", down),
        of_displacement("disc"),
    ]
    return s.plot((wedge, body, s.ground()), seconds, questions)


def pendulum(s: Stage) -> Plot:
    """A bob swings on a rod that is seen, or on a string that is not."""
    length, half = s.between(0.4, 0.75) * s.high_m, s.size()
    swing = math.radians(s.between(10, 75)) * s.side()
    x, y = s.between(-0.3, 0.3) * s.high_m, 0.9 * s.high_m

    def angles(times_s: np.ndarray) -> np.ndarray:
        rates = lambda _t, v: (v[1], -s.gravity / length * math.sin(v[0]))  # noqa: E731
        return integrate(rates, (swing, 0.0), times_s)[:, 0] if times_s[-1] > 0 else times_s + swing

    def bob(times_s: np.ndarray) -> np.ndarray:
        a = angles(times_s)
        return poses(x + length * np.sin(a), y - length * np.cos(a), 0.0, times_s)

    def rod(times_s: np.ndarray) -> np.ndarray:
        a = angles(times_s)
        return poses(x + length / 2 * np.sin(a), y - length / 2 * np.cos(a), a, times_s)

    hinge = s.support("hinge", Box(3 * half, half), x, y + half / 2)
    body = s.body("bob", Disc(half), bob)
    rods = (s.body("rod", Box(0.012 * s.high_m, length), rod, MARK),) if s.maybe(0.6) else ()
    return s.plot((hinge, *rods, body), s.between(1.3, 2.5), [of_displacement("bob")])


def leaves_picture(s: Stage) -> Plot:
    """A ball flies out of the picture: aside for good, or above, to come back."""
    half, to = s.size(), s.side()
    if s.maybe(0.6):
        high = s.between(0.5, 0.9) * s.high_m
        seconds = math.sqrt(2 * (high - half) / s.gravity)
        start = Leg(
            0, 0.4 * to * s.high_m, high, to * s.between(1.6, 2.6) * s.high_m / seconds,
            0, 0, -s.gravity,
        )  # fmt: skip
        legs = bouncing(start, half, 0.5)
        seconds *= s.between(0.9, 1.4)
    else:
        up = math.sqrt(2 * s.gravity * s.between(1.4, 1.8) * s.high_m)
        seconds = 2 * up / s.gravity
        start = Leg(0, -0.4 * to * s.high_m, half, 0.8 * to * s.high_m / seconds, up, 0,
                    -s.gravity)  # fmt: skip
        legs = bouncing(start, half, 0.4)
    body = s.body("ball", Disc(half), along(legs))
    questions = [
        asked(Measure.VERTICAL_ACCELERATION, "ball", s.gravity),
        asked(Measure.HORIZONTAL_VELOCITY, "ball", start.vx_m_s),
    ]
    return s.plot((body, s.ground()), seconds, questions)


def behind_occluder(s: Stage) -> Plot:
    """A ball passes behind something that stands in front: a mark, which nothing bumps into."""
    half, to = s.size(), s.side()
    wide = 2 * half * s.between(0.7, 2.5)
    pillar = s.support("pillar", Box(wide, 0.97 * s.high_m), s.between(-0.2, 0.2) * s.high_m,
                       0.485 * s.high_m, role=MARK)  # fmt: skip
    questions: list[Asked] = []
    if s.maybe(0.5):
        seconds = s.between(0.9, 1.6)
        legs: tuple[Leg, ...] = (Leg(0, -0.75 * to * s.high_m, half,
                                     1.5 * to * s.high_m / seconds),)  # fmt: skip
        questions = [of_displacement("ball")]
    else:
        start = thrown(s, half)
        legs = bouncing(start, half, s.between(0, 0.5))
        seconds = falls_to_s(start, half) + 0.2
        questions = [asked(Measure.VERTICAL_ACCELERATION, "ball", s.gravity),
                     asked(Measure.HORIZONTAL_VELOCITY, "ball", start.vx_m_s)]  # fmt: skip
    body = s.body("ball", Disc(half), along(legs))
    return s.plot((body, s.ground(), pillar), seconds, questions)


def moon(s: Stage) -> Plot:
    """A fall, a throw or bounces where gravity is the Moon's, as the shot declares."""
    return s.one_of(free_fall, throw, bounces)(s)


def two_at_once(s: Stage) -> Plot:
    """Two bodies fall or are thrown, each on its own side of the picture."""
    bodies, questions, seconds = [], [], 0.0
    for name, x in (("left_ball", -0.45), ("right_ball", 0.45)):
        half = s.size()
        up = s.one_of(0.0, s.between(0.3, 0.8)) * math.sqrt(0.6 * s.gravity * s.high_m)
        start = Leg(0, x * s.high_m, s.between(0.4, 0.7) * s.high_m,
                    s.between(-0.1, 0.1) * s.high_m, up, 0, -s.gravity)  # fmt: skip
        legs = bouncing(start, half, s.between(0, 0.7))
        bodies.append(s.body(name, Disc(half), along(legs)))
        questions += of_flight(name, start, half)
        seconds = max(seconds, falls_to_s(start, half))
    return s.plot((*bodies, s.ground()), seconds + s.between(0.1, 0.4), questions)


VALID: Final[Mapping[str, Maker]] = MappingProxyType({
    made.__name__: made
    for made in (
        free_fall, throw, bounces, throw_bounces, slide_incline, pendulum, stack_topples,
        collision_space, behind_occluder, leaves_picture,
        vertical_throw, wall_bounce, roll_off, roll_incline, stack_stands, collision_floor,
        dominoes, at_rest, moon, two_at_once,
    )
})  # fmt: skip
