"""Films of what stands, topples and lies: every law holds."""

import math

import numpy as np

from storyworld.physics.scene import Body, Box, Disc, Shape
from storyworld.records.scenario import Measure
from tests.vision.corpus.plots import Plot, still
from tests.vision.corpus.stage import Stage, asked, of_displacement
from tests.vision.filming import MOVING, SUPPORT

_FRICTION = 0.7


def _boxes(s: Stage, offset: float) -> tuple[list[Body], float]:
    """Give boxes on one another, each shifted by a share of the side; and their height."""
    count, side = int(s.chance.integers(2, 5)), s.between(0.1, 0.18) * s.high_m
    shift, x0 = s.side() * offset * side, s.between(-0.4, 0.4) * s.high_m
    boxes = [
        Body(f"box_{n + 1}", MOVING, Box(side, side), colour, x0 + n * shift, side * (n + 0.5),
             friction_static=_FRICTION)
        for n, colour in zip(range(count), s.look.colours[1:], strict=False)
    ]  # fmt: skip
    return boxes, count * side


def _floor(s: Stage) -> Body:
    return Body("ground", SUPPORT, Box(400, 4), s.look.colours[0], 0, -2,
                friction_static=_FRICTION)  # fmt: skip


def stack_stands(s: Stage) -> Plot:
    """Boxes whose weight is well supported stay as they are."""
    boxes, high = _boxes(s, s.between(0, 0.15))
    boxes = [
        Body(b.name, b.role, b.shape, b.colour, b.x_m, b.y_m, path=still(b.x_m, b.y_m))
        for b in boxes
    ]
    seconds = s.between(1.0, 1.8)
    questions = [asked(Measure.TILT, b.name, 0.0) for b in boxes]
    questions += [
        asked(Measure.TOP_HEIGHT, boxes[-1].name, high, reference="ground"),
        of_displacement(boxes[-1].name),
    ]
    return s.plot((*boxes, _floor(s)), seconds, questions)


def stack_topples(s: Stage) -> Plot:
    """Boxes shifted too far: the upper ones fall, by the rigid-body engine."""
    boxes, _ = _boxes(s, s.between(0.55, 0.75))
    questions = [asked(Measure.TILT, b.name, None) for b in boxes]
    questions.append(of_displacement(boxes[0].name))
    return s.plot((*boxes, _floor(s)), s.between(1.0, 1.6), questions)


def dominoes(s: Stage) -> Plot:
    """A row of dominoes, the first of which leans beyond its balance, by the engine."""
    count, high = int(s.chance.integers(3, 6)), s.between(0.25, 0.4) * s.high_m
    thick, gap = s.between(0.1, 0.16) * high, s.between(0.55, 0.8) * high
    lean = -math.atan(thick / high) - s.between(0.08, 0.2)
    pieces = []
    for n, colour in zip(range(count), s.look.colours[1:], strict=False):
        x, y, angle = -0.5 * s.high_m + n * gap, high / 2, 0.0
        if n == 0:  # it stands on its right lower corner
            corner = np.array([thick / 2, -high / 2])
            cos, sin = math.cos(lean), math.sin(lean)
            x += thick / 2 - (corner[0] * cos - corner[1] * sin)
            y, angle = -(corner[0] * sin + corner[1] * cos), lean
        pieces.append(Body(f"piece_{n + 1}", MOVING, Box(thick, high), colour, x, y, angle,
                           friction_static=0.6))  # fmt: skip
    questions = [asked(Measure.TILT, pieces[-1].name), of_displacement(pieces[-1].name)]
    return s.plot((*pieces, _floor(s)), s.between(1.5, 2.2), questions)


def at_rest(s: Stage) -> Plot:
    """One or two bodies lie on the ground throughout; of some, free flight is asked."""
    bodies, questions = [], []
    for name, x in (("thing", -0.4), ("other", 0.4))[: s.one_of(1, 2)]:
        half = s.size(0.03, 0.12)
        shapes: tuple[Shape, ...] = Disc(half), Box(2 * half * s.between(0.7, 2), 2 * half)
        where = (x + s.between(-0.3, 0.3)) * s.high_m
        bodies.append(s.body(name, s.one_of(*shapes), still(where, half)))
        questions.append(of_displacement(name))
        if s.maybe(0.5):
            questions.append(asked(Measure.VERTICAL_ACCELERATION, name))
    return s.plot((*bodies, s.ground()), s.between(0.8, 1.6), questions)
