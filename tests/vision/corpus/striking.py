"""Two bodies that meet: by the law of collisions, and against it."""

import math
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from storyworld.physics.scene import Body, Box, Disc, Shape
from storyworld.records.observation import Law
from storyworld.records.scenario import Measure
from tests.vision.corpus.plots import Asked, Broken, Leg, Plot, along
from tests.vision.corpus.stage import Stage, asked

# What meets is of one stuff: areas stand for masses, and the shot declares them.
DENSITY: Final = 1.0

Vector = np.ndarray  # (2,)


def mass(shape: Shape) -> float:
    match shape:
        case Disc(radius_m):
            return DENSITY * math.pi * radius_m**2
        case Box(width_m, height_m):
            return DENSITY * width_m * height_m
    raise ValueError("no mass for this shape")


@dataclass(frozen=True)
class Meeting:
    """Two bodies that touch at a moment: where, how fast, and the direction from one to other."""

    shapes: tuple[Shape, Shape]
    at: tuple[Vector, Vector]
    before: tuple[Vector, Vector]
    towards: Vector
    meet_s: float

    @property
    def masses(self) -> tuple[float, float]:
        return mass(self.shapes[0]), mass(self.shapes[1])

    def after(self, restitution: float) -> tuple[Vector, Vector]:
        """Give the velocities after an impact without friction."""
        (m1, m2), (v1, v2), n = self.masses, self.before, self.towards
        impulse = (1 + restitution) * m1 * m2 / (m1 + m2) * float((v1 - v2) @ n)
        return v1 - impulse / m1 * n, v2 + impulse / m2 * n

    def legs(self, index: int, after: Vector, changes_s: float | None = None) -> tuple[Leg, Leg]:
        """Give the legs of one body, whose velocity changes when they meet, or when it is told."""
        meet, change = self.meet_s, self.meet_s if changes_s is None else changes_s
        x, y = self.at[index] - meet * self.before[index]
        first = Leg(0.0, x, y, *self.before[index])
        turn = first.at(change)
        return first, Leg(change, turn.x_m, turn.y_m, *after)


def on_floor(s: Stage, *, rests: float = 0.6) -> Meeting:
    """Equal discs or unequal carts that meet head-on on a floor without friction."""
    if s.maybe(0.5):
        half = s.size(0.04, 0.08)
        shapes: tuple[Shape, Shape] = (Disc(half), Disc(half))
        wide, high = (half, half), (half, half)
    else:
        wide = (s.size(0.05, 0.15), s.size(0.05, 0.15))
        high = (s.size(0.04, 0.1), s.size(0.04, 0.1))
        shapes = (Box(2 * wide[0], 2 * high[0]), Box(2 * wide[1], 2 * high[1]))
    to, meet_s = s.side(), s.between(0.45, 0.8)
    speed = s.between(0.5, 0.9) * s.high_m
    other = 0.0 if s.maybe(rests) else s.between(-0.6, 0.4) * speed
    where = s.between(-0.15, 0.15) * s.high_m
    towards = np.array([float(to), 0.0])
    return Meeting(
        shapes,
        (np.array([where - to * wide[0], high[0]]), np.array([where + to * wide[1], high[1]])),
        (speed * towards, other * towards),
        towards,
        meet_s,
    )


def in_space(s: Stage, *, rests: float = 0.5) -> Meeting:
    """Two discs that meet in free space, or on a floor without friction seen from above."""
    shapes = Disc(s.size(0.035, 0.1)), Disc(s.size(0.035, 0.1))
    radii = shapes[0].radius_m, shapes[1].radius_m
    turn, off = s.between(-math.pi, math.pi), s.between(-0.9, 0.9)
    towards = np.array([math.cos(turn), math.sin(turn)])
    speed = s.between(0.5, 0.9) * s.high_m
    v1 = speed * np.array([math.cos(turn + off), math.sin(turn + off)])
    v2 = np.zeros(2)
    if not s.maybe(rests):
        back = turn + math.pi + s.between(-1, 1)
        v2 = s.between(0.3, 0.8) * speed * np.array([math.cos(back), math.sin(back)])
    middle = np.array([s.between(-0.2, 0.2), s.between(0.4, 0.55)]) * s.high_m
    at = middle - radii[0] * towards, middle + radii[1] * towards
    return Meeting(shapes, at, (v1, v2), towards, s.between(0.4, 0.6))


def filmed(s: Stage, meeting: Meeting, legs: tuple[tuple[Leg, ...], tuple[Leg, ...]], *,
           floor: bool, seconds: float, broken: Broken | None = None) -> Plot:  # fmt: skip
    bodies: list[Body] = []
    questions: list[Asked] = []
    for name, shape, run in zip(("striker", "struck"), meeting.shapes, legs, strict=True):
        body = s.body(name, shape, along(run))
        bodies.append(replace(body, mass_kg=mass(shape), free=True))
        known = run[0].vx_m_s if run[0].vx_m_s or run[0].vy_m_s else None
        questions.append(asked(Measure.HORIZONTAL_VELOCITY, name, None if floor else known))
    grounds = (s.ground(),) if floor else ()
    return s.plot((*bodies, *grounds), seconds, questions, broken, low_m=None if floor else 0.0)


def _collides(s: Stage, meeting: Meeting, *, floor: bool) -> Plot:
    one, other = meeting.after(s.one_of(0.0, 1.0, s.between(0.2, 0.95)))
    legs = meeting.legs(0, one), meeting.legs(1, other)
    return filmed(s, meeting, legs, floor=floor, seconds=meeting.meet_s + s.between(0.4, 0.7))


def collision_floor(s: Stage) -> Plot:
    """Two bodies collide on a floor."""
    return _collides(s, on_floor(s), floor=True)


def collision_space(s: Stage) -> Plot:
    """Two discs collide in free space, head-on or not; light and heavy."""
    s.gravity = 0.0
    return _collides(s, in_space(s), floor=False)


def momentum(s: Stage) -> Plot:
    """The sum of m v changes by three tenths or more of what there was, or without a touch."""
    floor = s.maybe(0.5)
    if not floor:
        s.gravity = 0.0
    meeting = on_floor(s) if floor else in_space(s)
    if s.maybe(0.3):
        return _untouched(s, meeting, floor=floor)
    one, other = meeting.after(s.between(0.3, 1.0))
    total = sum(m * float(np.linalg.norm(v)) for m, v in zip(
        meeting.masses, meeting.before, strict=True))  # fmt: skip
    share = s.between(0.35, 0.9) * total * meeting.towards
    # What is struck goes off with more than it got, or what strikes comes back with more.
    if s.maybe(0.5):
        other = other + share / meeting.masses[1]
    else:
        one = one - share / meeting.masses[0]
    meet_s = meeting.meet_s
    return filmed(
        s, meeting, (meeting.legs(0, one), meeting.legs(1, other)), floor=floor,
        seconds=meet_s + s.between(0.4, 0.6),
        broken=Broken(Law.MOMENTUM, ("striker", "struck"), meet_s, meet_s),
    )  # fmt: skip


def _untouched(s: Stage, meeting: Meeting, *, floor: bool) -> Plot:
    """A body at rest moves off before the other has come to it."""
    still = np.zeros(2)
    meeting = Meeting(
        meeting.shapes, meeting.at, (meeting.before[0], still), meeting.towards, meeting.meet_s
    )
    m1, m2 = meeting.masses
    speed = float(np.linalg.norm(meeting.before[0]))
    starts_s = meeting.meet_s * s.between(0.3, 0.6)
    off = max(s.between(0.4, 1.0) * m1 * speed / m2, 1.1 * speed) * meeting.towards
    run = meeting.legs(0, meeting.before[0]), meeting.legs(1, off, starts_s)
    return filmed(
        s, meeting, run, floor=floor, seconds=starts_s + s.between(0.4, 0.6),
        broken=Broken(Law.MOMENTUM, ("striker", "struck"), starts_s, starts_s),
    )  # fmt: skip


def missing_contact(s: Stage) -> Plot:
    """Two bodies go through one another, and neither changes its velocity."""
    floor = s.maybe(0.5)
    if not floor:
        s.gravity = 0.0
    meeting = _plainly_through(s, floor=floor)
    one, other = (meeting.legs(n, meeting.before[n]) for n in (0, 1))
    apart = _apart_s(meeting)
    return filmed(
        s, meeting, (one, other), floor=floor, seconds=apart + s.between(0.2, 0.5),
        broken=Broken(Law.MISSING_CONTACT, ("striker", "struck"), meeting.meet_s, apart),
    )  # fmt: skip


def _plainly_through(s: Stage, *, floor: bool) -> Meeting:
    """Draw a meeting whose bodies cover most of each other: a graze may be a miss."""
    while True:
        meeting = on_floor(s, rests=0.25) if floor else in_space(s, rests=0.25)
        relative = meeting.before[1] - meeting.before[0]
        along_n = float(relative @ meeting.towards) / float(np.linalg.norm(relative))
        if abs(along_n) > 0.75:
            return meeting


def _apart_s(meeting: Meeting) -> float:
    """Give when two bodies that go through one another are clear of each other."""
    relative = meeting.before[1] - meeting.before[0]
    start = meeting.at[1] - meeting.at[0]
    match meeting.shapes:
        case Disc(_), Disc(_):
            # It touches at one end of a chord of the sum of the radii, and leaves at the other.
            chord = -2 * float(start @ relative) / float(relative @ relative)
        case _:
            chord = 2 * abs(float(start[0])) / abs(float(relative[0]))
    return meeting.meet_s + chord
