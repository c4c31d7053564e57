"""Films on which one law is broken: by the words of the law, whatever an observer makes of them."""

import math
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

import numpy as np

from storyworld.physics.scene import Body, Box, Disc
from storyworld.records.observation import Law
from storyworld.records.scenario import Measure
from tests.vision.corpus.plots import (
    Asked,
    Broken,
    Leg,
    Legs,
    Plot,
    along,
    bouncing,
    falls_to_s,
)
from tests.vision.corpus.stage import Maker, Stage, asked, of_flight
from tests.vision.corpus.striking import missing_contact, momentum
from tests.vision.corpus.valid import thrown

END: Final = math.inf
_BALL: Final = ("ball",)


def _flies(known: float | None = None) -> list[Asked]:
    return [asked(Measure.VERTICAL_ACCELERATION, "ball", known)]


def _dropped(s: Stage, low: float = 0.6, high: float = 0.92) -> Leg:
    x, y = s.between(-0.6, 0.6) * s.high_m, s.between(low, high) * s.high_m
    return Leg(0, x, y, s.one_of(0.0, s.between(-0.4, 0.4) * s.high_m), 0, 0, -s.gravity)


def upward_fall(s: Stage) -> Plot:
    """A body that nothing touches speeds up upwards: from rest, from the air, or in mid-fall."""
    half, up = s.size(), s.between(0.3, 1.5) * s.gravity
    from_where = s.one_of("ground", "air", "fall")
    x, across = s.between(-0.5, 0.5) * s.high_m, s.between(-0.2, 0.2) * s.high_m
    if from_where == "fall":
        start = _dropped(s)
        turns_s = s.between(0.35, 0.75) * falls_to_s(start, half)
        turn = replace(start.at(turns_s), ay_m_s2=up)
        # It must not come to the ground before it has turned.
        deep = turn.y_m - turn.vy_m_s**2 / (2 * up)
        if deep < 1.5 * half:
            turn = replace(turn, ay_m_s2=turn.vy_m_s**2 / (2 * (turn.y_m - 1.5 * half)))
        legs: Legs = (start, turn)
        rest = math.sqrt(2 * 0.3 * s.high_m / turn.ay_m_s2) - turn.vy_m_s / turn.ay_m_s2
    else:
        low = half if from_where == "ground" else s.between(0.15, 0.4) * s.high_m
        turns_s = s.between(0.2, 0.4) if from_where == "ground" else 0.0
        legs = (Leg(0, x, low), Leg(turns_s, x, low, across, 0, 0, up))
        rest = math.sqrt(2 * (0.9 * s.high_m - low) / up)
    body = s.body("ball", Disc(half), along(legs))
    broken = Broken(Law.UPWARD_FALL, _BALL, turns_s, END)
    return s.plot((body, s.ground()), turns_s + min(rest, 1.5), _flies(), broken)


def hovering(s: Stage) -> Plot:
    """A body stays up with nothing under it: stops, hangs, hangs and then falls, drifts."""
    half, hangs_s = s.size(), s.between(0.4, 0.9)
    how = s.one_of("stops", "hangs", "hangs and falls", "stops at the top", "drifts")
    start = _dropped(s)
    first, end = 0.0, END
    match how:
        case "stops":
            first = s.between(0.35, 0.75) * falls_to_s(start, half)
            stop = start.at(first)
            legs: Legs = (start, Leg(first, stop.x_m, stop.y_m))
        case "hangs":
            legs = (Leg(0, start.x_m, start.y_m),)
        case "hangs and falls":
            end = hangs_s
            fall = Leg(end, start.x_m, start.y_m, 0, 0, 0, -s.gravity)
            legs = (Leg(0, start.x_m, start.y_m), *bouncing(fall, half, s.between(0, 0.5)))
            hangs_s = falls_to_s(fall, half) + 0.1
        case "stops at the top":
            start = thrown(s, half)
            first = start.vy_m_s / s.gravity
            top = start.at(first)
            legs = (start, Leg(first, top.x_m, top.y_m, s.one_of(0.0, top.vx_m_s)))
        case _:
            legs = (Leg(0, start.x_m / 3, start.y_m, s.side() * s.between(0.2, 0.5) * s.high_m),)
    body = s.body("ball", Disc(half), along(legs))
    broken = Broken(Law.HOVERING, _BALL, first, end)
    return s.plot((body, s.ground()), first + hangs_s, _flies(), broken)


def teleport(s: Stage) -> Plot:
    """A body is somewhere else from one frame to the next: in flight, rolling, or at rest."""
    half = s.size()
    legs, seconds, at_s = _going(s, half)
    far = s.between(1.2, 4) * 2 * half
    turn = s.between(0, math.pi) if s.maybe(0.7) else s.one_of(0.0, math.pi)
    then = next(leg for leg in reversed(legs) if leg.start_s <= at_s).at(at_s)
    to_x, to_y = far * math.cos(turn), far * math.sin(turn)
    if then.y_m - to_y > half and s.maybe(0.4):
        to_y = -to_y
    if abs(then.x_m + to_x) > 0.7 * s.high_m:
        to_x = -to_x
    if then.y_m + to_y > 0.9 * s.high_m:
        to_x, to_y = math.copysign(far, to_x), 0.0
    there = replace(then, x_m=then.x_m + to_x, y_m=then.y_m + to_y)
    on: Legs = (there,)
    if then.ay_m_s2:
        on = bouncing(there, half, 0.4)
    elif to_y > 0.1 * half:  # what lay there falls from where it comes to be
        on = bouncing(replace(there, ay_m_s2=-s.gravity), half, 0.2)
    before = tuple(leg for leg in legs if leg.start_s < at_s)
    body = s.body("ball", Disc(half), along((*before, *on)))
    broken = Broken(Law.TELEPORT, _BALL, at_s, at_s)
    return s.plot((body, s.ground()), seconds, _flies(), broken)


def _going(s: Stage, half: float) -> tuple[Legs, float, float]:
    """Give legs by the law, how long they are filmed, and a moment well within them."""
    match s.one_of("flight", "flight", "roll", "rest"):
        case "flight":
            start = s.one_of(_dropped(s), thrown(s, half))
            lands = falls_to_s(start, half)
            legs = bouncing(start, half, s.between(0.2, 0.8))
            return legs, lands + 0.5, s.between(0.3, 0.9) * lands
        case "roll":
            to = s.side()
            across = to * s.between(0.3, 0.9) * s.high_m
            return (Leg(0, -0.5 * to * s.high_m, half, across),), 1.2, s.between(0.3, 0.8)
        case _:
            return (Leg(0, s.between(-0.5, 0.5) * s.high_m, half),), 1.1, s.between(0.3, 0.7)


def vanishing(s: Stage) -> Plot:
    """A body is gone within the picture: for five frames or more, or for good."""
    half = s.size()
    legs, seconds, at_s = _going(s, half)
    frame_s = 1 / s.look.frame_rate_hz
    if s.maybe(0.5):
        gone_s, end, seconds = END, END, max(seconds, at_s + 9 * frame_s)
    else:
        gone_s = at_s + int(s.chance.integers(5, 12)) * frame_s
        end, seconds = gone_s - frame_s / 2, max(seconds, gone_s + 6 * frame_s)
    body = s.body("ball", Disc(half), along(legs))
    broken = Broken(Law.VANISHING, _BALL, at_s, end)
    return s.plot((body, s.ground()), seconds, _flies(), broken, hidden={"ball": ((at_s, gone_s),)})


def duplication(s: Stage) -> Plot:
    """A second body of the same looks comes to be: splits off, or stands or moves elsewhere."""
    half = s.size()
    legs, seconds, at_s = _going(s, half)
    body = s.body("ball", Disc(half), along(legs))
    then = next(leg for leg in reversed(legs) if leg.start_s <= at_s).at(at_s)
    if s.maybe(0.5):
        copied, seen_s = _split_off(s, legs, then, half)
    else:
        x = then.x_m - math.copysign(s.between(0.4, 0.7) * s.high_m, then.x_m)
        seen_s = at_s
        if s.maybe(0.5):
            copied = (Leg(at_s, x, half, s.one_of(0.0, s.between(-0.2, 0.2) * s.high_m)),)
        else:
            fall = Leg(at_s, x, s.between(0.5, 0.8) * s.high_m, 0, 0, 0, -s.gravity)
            copied = bouncing(fall, half, 0.3)
    ghost = Body("ball_again", body.role, body.shape, body.colour, 0, 0, path=along(copied))
    seconds = max(seconds, seen_s + 0.4)
    hidden = {"ball_again": ((-1.0, at_s),)}
    broken = Broken(Law.DUPLICATION, _BALL, at_s, END, plain_s=seen_s)
    return s.plot((body, s.ground()), seconds, _flies(), broken, ghosts=(ghost,), hidden=hidden)


def _split_off(s: Stage, legs: Legs, then: Leg, half: float) -> tuple[Legs, float]:
    """Give legs that come out of others, and when the two are a size apart."""
    times = np.arange(then.start_s, then.start_s + 2.0, 1e-3)
    while True:
        speed, turn = s.between(0.4, 0.9) * s.high_m, s.between(0.1, 0.9) * math.pi
        off = replace(then, vx_m_s=then.vx_m_s + speed * math.cos(turn),
                      vy_m_s=then.vy_m_s + speed * math.sin(turn), ay_m_s2=-s.gravity)  # fmt: skip
        copied = bouncing(off, half, 0.3)
        away = np.hypot(*(along(legs)(times) - along(copied)(times))[:, :2].T) > 2 * half
        apart = np.flatnonzero(away)
        if len(apart) and apart[0] < 400 and away[apart[0] : apart[0] + 400].all():
            return copied, float(times[apart[0]])


def passing_through(s: Stage) -> Plot:
    """A body goes into a wall, a platform or the ground as if it were not there."""
    half, behind = s.size(), s.maybe(0.4)
    grounds: tuple[Body, ...] = ()
    low = None
    if s.maybe(0.5):
        start = thrown(s, half)
        wide = s.between(0.08, 0.4) * s.high_m
        high = max(start.y_m, start.at(start.vy_m_s / s.gravity).y_m) + 2 * half
        # Where it stands, the ball is under way: not yet there at first, not yet landed.
        lands = falls_to_s(start, half)
        face = start.at(s.between(0.3, 0.6) * lands).x_m
        wide = min(wide, abs(start.at(0.9 * lands).x_m - face))
        to = math.copysign(1, start.vx_m_s)
        solid = s.support("wall", Box(wide, high), face + to * wide / 2, high / 2)
        speed = abs(start.vx_m_s)
        first = (abs(face - start.x_m) - half) / speed
        end = first + (wide + 2 * half) / speed
        legs, seconds = bouncing(start, half, 0.4), lands + 0.3
        grounds = (s.ground(),)
    else:
        start = _dropped(s)
        raised = s.maybe(0.5)
        top = s.between(0.25, 0.4) * s.high_m if raised else 0.0
        deep = s.between(0.06, 0.15) * s.high_m
        first = falls_to_s(start, top + half)
        if raised:
            solid = s.support("platform", Box(1.9 * s.high_m, deep), 0, top - deep / 2)
            end = falls_to_s(start, top - deep - half)
            legs, seconds = bouncing(start, half, 0.3), falls_to_s(start, half) + 0.3
            grounds = (s.ground(),)
        else:
            solid = s.ground()
            below = top - 0.3 * s.high_m
            end = falls_to_s(start, below - half)
            legs, seconds = (start,), end + 0.1
            low = below
    body = s.body("ball", Disc(half), along(legs))
    bodies = (body, solid, *grounds) if behind else (*grounds, solid, body)
    broken = Broken(Law.PASSING_THROUGH, _BALL, first, end)
    return s.plot(bodies, seconds, _flies(s.gravity), broken, low_m=low)


def energy_gain(s: Stage) -> Plot:
    """A body leaves a bounce 1.1 to 1.6 times as fast as it came, at the first or the second."""
    half, gain = s.size(), s.between(1.1, 1.6)
    which = s.one_of(0, 0, 1)
    start = _dropped(s, 0.35, 0.6)
    factor = lambda n: gain if n == which else 0.7  # noqa: E731
    legs = bouncing(start, half, factor)
    at_s = legs[which + 1].start_s
    body = s.body("ball", Disc(half), along(legs))
    broken = Broken(Law.ENERGY_GAIN, _BALL, at_s, at_s)
    return s.plot((body, s.ground()), at_s + s.between(0.35, 0.6), _flies(s.gravity), broken)


def wrong_gravity(s: Stage) -> Plot:
    """A body falls with another constant acceleration than the shot declares."""
    half = s.size()
    factor = s.one_of(0.5, 0.7, 1.4, 2.0)
    declared, s.gravity = s.gravity, factor * s.gravity
    start = s.one_of(_dropped(s), thrown(s, half))
    s.gravity = declared
    lands = falls_to_s(start, half)
    legs = bouncing(start, half, s.one_of(0.0, s.between(0.3, 0.8)))
    body = s.body("ball", Disc(half), along(legs))
    broken = Broken(Law.WRONG_GRAVITY, _BALL, 0.0, lands)
    questions = of_flight("ball", start, half)
    return s.plot((body, s.ground()), lands + s.between(0.2, 0.5), questions, broken)


def premature_contact(s: Stage) -> Plot:
    """A flying body bounces a visible gap above the ground, before a wall, or off nothing."""
    half = s.size()
    gap, bounce = s.between(0.8, 3) * half, s.between(0.4, 0.9)
    grounds = [s.ground()]
    if s.maybe(0.6):
        start = _dropped(s)
        legs: Legs = bouncing(start, half + gap, bounce)
        at_s = legs[1].start_s
        if s.maybe(0.5):  # only the first bounce is off nothing
            legs = (start, *bouncing(legs[1], half, bounce))
        seconds = at_s + s.between(0.3, 0.6)
    else:
        start = thrown(s, half)
        lands = falls_to_s(start, half)
        at_s = s.between(0.35, 0.65) * lands
        met = start.at(at_s)
        back = replace(met, vx_m_s=-bounce * met.vx_m_s)
        legs, seconds = (start, *bouncing(back, half, 0.3)), lands + 0.2
        if s.maybe(0.6):
            to, thick = math.copysign(1, start.vx_m_s), 0.1 * s.high_m
            face = met.x_m + to * (half + gap)
            high = 0.95 * s.high_m
            grounds.append(s.support("wall", Box(thick, high), face + to * thick / 2, high / 2))
    body = s.body("ball", Disc(half), along(legs))
    broken = Broken(Law.PREMATURE_CONTACT, _BALL, at_s, at_s)
    return s.plot((*grounds, body), seconds, _flies(s.gravity), broken)


BROKEN: Final[Mapping[str, Maker]] = MappingProxyType({
    f"broken {Law[made.__name__.upper()].value}": made
    for made in (
        upward_fall, hovering, teleport, vanishing, duplication, passing_through, energy_gain,
        momentum, wrong_gravity, premature_contact, missing_contact,
    )
})  # fmt: skip
