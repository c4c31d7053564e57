"""Premises: what a goal states and its film has to show at the start, sizes and places of bodies.

A film that does not show them is of something else. They come of the scene that is asked to be
filmed; an observer is asked for them like for anything else, and is not told what is expected.
"""

import itertools
import math
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.carrying import points_back
from storyworld.physics.scene import Body, Box, Disc, Polygon, Scene
from storyworld.physics.wording import say
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import ParameterSource
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import BodyRole, Measure, Question, Scenario

# Declared policy: sizes and places are as stated to 3 %, and places to a tenth of the body's size.
SHARE: Final = 0.03
"""To what share of it a film shows a size or a place as it was stated."""
_OF_SIZE: Final = 0.1
_MOST: Final = 16
_LAW: Final = "the film shows what was stated"

Points = NDArray[np.float64]


def premises(
    scene: Scene, scenario: Scenario | None = None
) -> tuple[tuple[Question, ...], tuple[Constraint, ...]]:
    """Give what a film of a scene is asked about its start, and what the answers have to be.

    Sizes of the bodies that move, how far each is from the next of them, and from supports that
    stand near; at most 16, since a row of dominoes has many. A size is stated where the goal of the
    scenario gives it, as a width or as a radius; all others are only drawn.
    """
    lengths = [
        p.quantity.value
        for p in (scenario.parameters if scenario is not None else ())
        if p.source is ParameterSource.USER and p.bound is None and p.quantity.unit is Unit.METRE
    ]
    again = scenario is not None and points_back(scenario.intent.text)
    found = list(_premises(scene))[:_MOST]
    questions = (
        q.revised(stated=q.measure.lasting and _given(c, lengths), again=again) for q, c in found
    )
    return tuple(questions), tuple(c for _, c in found)


def _given(size: Constraint, lengths: list[float]) -> bool:
    """Whether a size is one of the lengths given, or twice one of them."""
    stated = size.threshold.value if size.threshold is not None else math.nan
    return any(math.isclose(stated, times * given) for given in lengths for times in (1.0, 2.0))


def _premises(scene: Scene) -> Iterator[tuple[Question, Constraint]]:
    moving = [
        b for b in scene.bodies if b.role is BodyRole.MOVING and not isinstance(b.shape, Polygon)
    ]
    for body in (b for b in moving if not _spotted(b, scene)):
        long, short = _sides(body)
        words = f"{_said(body)} is {{}} {'wide' if isinstance(body.shape, Disc) else 'long'}"
        yield _premise(Measure.BODY_LENGTH, body, None, long, SHARE * long, words)
        if short < long:
            words = f"{_said(body)} is {{}} across"
            yield _premise(Measure.BODY_BREADTH, body, None, short, SHARE * long, words)
    for body, other in itertools.pairwise(moving):
        apart = math.hypot(body.x_m - other.x_m, body.y_m - other.y_m)
        slack = max(SHARE * apart, _OF_SIZE * min(_sides(body)[1], _sides(other)[1]))
        words = f"the middles of {_said(body)} and {_said(other)} are {{}} apart at the start"
        yield _premise(Measure.START_DISTANCE, body, other, apart, slack, words)
    for body in moving:
        for support in (b for b in scene.bodies if b.role is BodyRole.SUPPORT):
            if _joined(body, support, scene):
                continue
            gap = _gap_m(body, support)
            slack = max(SHARE * gap, _OF_SIZE * _sides(body)[1])
            words = f"{_said(body)} is {{}} away from {_said(support)} at the start"
            if gap == 0.0:
                words = f"{_said(body)} touches {_said(support)} at the start"
            yield _premise(Measure.START_GAP, body, support, gap, slack, words)


def _premise(
    measure: Measure, body: Body, other: Body | None, value: float, slack: float, words: str
) -> tuple[Question, Constraint]:
    name = "_".join((measure, body.name, *((other.name,) if other else ())))[:64]
    question = Question(
        evidence=name,
        measure=measure,
        unit=Unit.METRE,
        subjects=(body.name,),
        reference=other.name if other else None,
        required=False,
    )
    constraint = Constraint(
        constraint_id=name,
        claim="as_stated",
        kind=ConstraintKind.PREMISE,
        law=_LAW,
        statement=f"{words[0].upper()}{words[1:].format(say(value, Unit.METRE))}.",
        quantity=name,
        comparison=Comparison.WITHIN,
        threshold=Quantity(value=value, unit=Unit.METRE),
        tolerance=Quantity(value=slack, unit=Unit.METRE),
        admits=(EvidenceSource.MEASUREMENT,),
        required=False,
    )
    return question, constraint


def _spotted(body: Body, scene: Scene) -> bool:
    """Whether something is painted on a body, so that its colour does not tell its size."""
    outline, radius = _corners(body)
    for other in scene.bodies[scene.bodies.index(body) + 1 :]:
        middle = np.array([[other.x_m, other.y_m]])
        if _holds(outline, middle) or math.hypot(*(middle - outline)[0]) < radius:
            return True
    return False


def _joined(body: Body, support: Body, scene: Scene) -> bool:
    """Whether something else reaches from one to the other: a string, a liquid."""
    marks = (b for b in scene.bodies if b.role is BodyRole.MARK)
    return any(_gap_m(mark, body) == 0.0 and _gap_m(mark, support) == 0.0 for mark in marks)


def _said(body: Body) -> str:
    return body.name.replace("_", " ")


def _sides(body: Body) -> tuple[float, float]:
    """Give the longer and the shorter side, or the diameter twice."""
    match body.shape:
        case Disc(radius_m):
            return 2 * radius_m, 2 * radius_m
        case Box(width_m, height_m):
            return max(width_m, height_m), min(width_m, height_m)
        case Polygon(vertices_m):
            spread = np.ptp(np.array(vertices_m), axis=0)
            return float(spread.max()), float(spread.min())


def _corners(body: Body) -> tuple[Points, float]:
    """Give the corners of a body where it starts, shape ``(n, 2)``, and a radius about them."""
    match body.shape:
        case Disc(radius_m):
            return np.array([[body.x_m, body.y_m]]), radius_m
        case Box(width_m, height_m):
            w, h = width_m / 2, height_m / 2
            local = np.array([[-w, -h], [w, -h], [w, h], [-w, h]])
        case Polygon(vertices_m):
            local = np.array(vertices_m, dtype=np.float64)
    cos, sin = math.cos(body.angle_rad), math.sin(body.angle_rad)
    turned = local @ np.array([[cos, sin], [-sin, cos]])
    return turned + np.array([body.x_m, body.y_m]), 0.0


def _gap_m(body: Body, other: Body) -> float:
    """Give the least distance between the outlines of two convex bodies, 0 where they touch.

    References
    ----------
    C. Ericson, "Real-Time Collision Detection", chapter 5.1: the closest points of two convex
    polygons that do not overlap are a corner of one and a point on a side of the other.
    """
    (ours, our_radius), (theirs, their_radius) = _corners(body), _corners(other)
    if _holds(ours, theirs) or _holds(theirs, ours):
        return 0.0
    apart = min(_nearest(ours, theirs), _nearest(theirs, ours))
    return max(0.0, apart - our_radius - their_radius)


def _nearest(corners: Points, outline: Points) -> float:
    """Give the least distance of corners from the sides of an outline."""
    starts, ends = outline, np.roll(outline, -1, axis=0)
    along = ends - starts
    length = np.maximum((along**2).sum(axis=1), 1e-300)
    since = corners[:, None, :] - starts[None, :, :]
    share = np.clip((since * along).sum(axis=2) / length, 0.0, 1.0)
    return float(np.hypot(*(since - share[..., None] * along).transpose(2, 0, 1)).min())


def _holds(outline: Points, corners: Points) -> bool:
    """Whether any corner lies within a convex outline (its corners counter-clockwise)."""
    if len(outline) < 3:
        return False
    along = np.roll(outline, -1, axis=0) - outline
    since = corners[:, None, :] - outline[None, :, :]
    left = along[None, :, 0] * since[..., 1] - along[None, :, 1] * since[..., 0]
    return bool((left > 0).all(axis=1).any())
