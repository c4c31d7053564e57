"""Domino: a row of upright tiles falls to the last one, or stalls.

Equation
    a falling tile reaches the next one if the gap is smaller than its height, s < h; each tile may
    be up to about 1.5 times as high as the one before
Source
    J. M. J. van Leeuwen, "The domino effect", Am. J. Phys. 78 (2010) 721 (contact, and the limit
    of growth, which real tiles do not reach: 2 in theory, about 1.5 in practice).
Domain of validity
    Thin tiles on a surface that holds their feet, pushed until the first one falls. The number of
    tiles does not matter: the last falls if each one strikes the next.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.claims import Claim, Formula, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.domino_words import (
    ALIKE,
    COUNT,
    FALLING,
    GROWTH,
    GROWTH_BY,
    HEIGHT,
    SPACING,
    SPACING_SHARE,
    STALLING,
    THICKNESS,
    WIDTH,
)
from storyworld.physics.family import Interpretation
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Path, Scene
from storyworld.physics.scenery import BOXES, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.wording import say
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Scenario

_METRE, _ONE = Unit.METRE, Unit.ONE
# Taken from the source: the most that each tile may outgrow the one before it.
_MOST_GROWTH: Final = 1.5
_THIN: Final = 0.22
_FILMED: Final = 3
_PUSH_DEG: Final = 12.0
_FALLEN_DEG: Final = 20.0


def _reach(values: Mapping[str, float]) -> float:
    """How much further a tile reaches than the gap, as a share of its height."""
    return 1.0 - values["spacing_share"]


def _growth_room(values: Mapping[str, float]) -> float:
    return _MOST_GROWTH - values["growth"]


def _chain(values: Mapping[str, float]) -> float:
    return min(_reach(values), _growth_room(values))


def _seen(comparison: Comparison) -> Seen:
    return Seen(
        Measure.DISPLACEMENT, _METRE, ("tile_3",), comparison,
        lambda v: 0.2 * v["height"], "How far does the last tile get from where it stood?",
        "ground", scale_free=False,
    )  # fmt: skip


class Domino(ClosedForm):
    """A row of dominoes falls to the last one, or stalls."""

    name = "domino"
    purpose = "a row of dominoes falls to the last one, or the chain stalls"
    domain = Domain.COLLISION
    equation = "the next tile is struck if s < h;  each at most 1.5 times as high as the one before"
    law = "rigid bodies in contact: a tile strikes only what it can reach"
    outcomes = ("chain_completes", "stalls")
    slots = (HEIGHT, SPACING, SPACING_SHARE, GROWTH, GROWTH_BY, THICKNESS, WIDTH, COUNT, GRAVITY)
    derived = ALIKE
    formulas = (
        Formula("reach_margin", _ONE, _chain, ("spacing_share", "growth"),
                "reach beyond the gap, as a share of the height"),
    )  # fmt: skip
    claims = (
        Claim("chain_completes", "stalls", "reach_margin", Comparison.AT_LEAST, 0.0,
              "Each falling tile strikes the next one.", seen=_seen(Comparison.AT_LEAST)),
        Claim("stalls", "chain_completes", "reach_margin", Comparison.AT_MOST, 0.0,
              "Some falling tile does not reach the next one.", seen=_seen(Comparison.AT_MOST)),
    )  # fmt: skip
    wishes = (
        Wish("stalls", "chain_completes", STALLING),
        Wish("chain_completes", "stalls", FALLING),
    )
    speaks = Speaks(
        all_of=(
            vocabulary("domino, dominoes, dominos, tiles, tile, bricks in a row, row of bricks, "
                       "books in a row, row of, blocks in a row, standing blocks, line of, "
                       "playing tiles"),
            (*FALLING, *STALLING, *vocabulary("row, chain, spaced, apart, spacing, gap")),
        ),
        helps=vocabulary("domino, dominoes, dominos, row, spaced, apart, chain reaction, topple, "
                         "chain, spacing, gaps, push"),
        units=frozenset({_METRE}),
        never=vocabulary("roof tiles, floor tiles, stacked, stack, slope, magnet tiles"),
        tolerates=("collision", "force", "person", "change", "rolling", "machine", "stack",
                   "vehicle", "incline", "suspension"),
    )  # fmt: skip
    contrary = vocabulary(
        "get up again, stand up again, fly, flies, stand back up, backwards again, within, float, "
        "explode, sideways, glued, taped, nailed"
    )
    tolerated = frozenset({"twice", "doubles", "several", "a few", "grows", "a moment"})
    sights = (
        Check(name="all_fall", statement="The last tile of the row falls over.",
              antonym="The last tile of the row is still standing at the end."),
        Check(name="in_turn", statement="Each tile falls only when the one before strikes it.",
              antonym="Some tile falls although nothing touches it."),
    )  # fmt: skip

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Read proportions in words: gaps of half a height, each twice the size of the last."""
        names = {p.name for p in given}
        found: list[Parameter] = []
        if not names & {"spacing", "spacing_share"}:
            for phrase, share in _SHARES_IN_WORDS:
                if phrase in words:
                    found.append(inferred("spacing_share", share, _ONE, f"'{phrase}'"))
                    break
        if not names & {"growth", "growth_by"} and words.any_of(_DOUBLING):
            found.append(inferred("growth", 2.0, _ONE, "each is twice as high as the last"))
        return tuple(found)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Let what becomes of the last tile decide: the first one falls in every goal."""
        votes, turned = super()._votes(words, limited=limited)
        if "stalls" in votes:
            votes.pop("chain_completes", None)
        return votes, turned

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Let the widest of several gaps decide: there the chain stalls, if anywhere."""
        gaps = sorted((p for p in given if p.name == "spacing"), key=lambda p: p.quantity.value)
        rest = tuple(p for p in given if p.name != "spacing")
        return super().interpret(words, (*rest, *gaps[-1:]))

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        share = values["spacing_share"]
        lines = [f"s / h = {share:.3g}: a falling tile {'reaches' if share < 1 else 'misses'} the "
                 "next one"]  # fmt: skip
        if "spacing" in values and "height" in values:
            gap, high = say(values["spacing"], _METRE), say(values["height"], _METRE)
            lines[0] = f"s / h = {gap} / {high} = {share:.3g}"
        if values["growth"] != 1.0:
            lines.append(f"each is {values['growth']:.3g} times as high as the one before")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build the last three tiles of the row, the first of them pushed; see the protocol.

        Notes
        -----
        Each tile turns about its far lower edge under gravity from where it was struck; it strikes
        the next one where its upper corner meets that one's face, and hands on its turning.
        """
        require_complete(scenario)
        values = values_of(scenario)
        share, growth, g = values["spacing_share"], values["growth"], values["gravity"]
        last_m = values.get("height", 0.05)
        heights = [last_m / growth ** (_FILMED - 1 - n) for n in range(_FILMED)]
        falls = _fall_times(heights, share, growth, g)
        bodies: list[Body] = []
        x_m = 0.0
        for n, h in enumerate(heights):
            thick_m = _THIN * h
            leans_on = share if n + 1 < _FILMED else 1.0  # the last one lies flat
            bodies.append(
                Body(
                    name=f"tile_{n + 1}", role=BodyRole.MOVING, shape=Box(thick_m, h),
                    colour=BOXES[n], x_m=x_m + thick_m / 2, y_m=h / 2,
                    path=_tipping(x_m + thick_m, thick_m, h, falls[n], g, leans_on),
                )
            )  # fmt: skip
            x_m += thick_m + share * h
        total_m = x_m - share * heights[-1] + 1.1 * heights[-1]
        slab_m = 0.05 * total_m
        ends = [start for start in falls if start is not None]
        return Scene(
            bodies=(ground(-total_m, 2 * total_m, slab_m), *bodies),
            gravity_m_s2=g,
            duration_s=ends[-1] + 6.0 * math.sqrt(heights[-1] / g) + 0.3,
            x_min_m=-0.3 * heights[-1],
            x_max_m=total_m + 0.2 * heights[-1],
            y_min_m=-slab_m,
            y_max_m=1.3 * heights[-1],
            scale_bar_m=scale_bar_m(total_m),
        )


_SHARES_IN_WORDS: Final = (
    ("half their height", 0.5), ("half a height", 0.5), ("half its height", 0.5),
    ("half of their height", 0.5), ("half the height", 0.5), ("a third of their height", 1 / 3),
    ("one third of their height", 1 / 3), ("a quarter of their height", 0.25),
    ("twice their height", 2.0), ("twice their own height", 2.0), ("twice the height", 2.0),
    ("half their own height", 0.5), ("third of the smaller", 1 / 3), ("half the smaller", 0.5),
    ("more than their height", 1.2), ("farther apart than they are tall", 1.2),
    ("further apart than they are tall", 1.2), ("closer than they are tall", 0.8),
    ("wider than they are tall", 1.2), ("wider than the tiles are tall", 1.2),
)  # fmt: skip
_DOUBLING: Final = vocabulary(
    "twice the size of the last, twice as tall as the one before, twice as high as the one before, "
    "twice as tall as the last, twice as big as the last, double the height of the one before, "
    "twice the height of the one before, twice as high as the last, twice as tall as the previous"
)


def _struck_rad(share: float, growth: float) -> float:
    """Give the angle at which a tile's upper corner meets the next one: sin(angle) = s / h."""
    return math.asin(min(1.0, share)) if share < 1.0 and growth > 0 else math.pi / 2


def _rates(height_m: float, thick_m: float, g: float) -> tuple[float, float]:
    """Give the turning of a slab about its lower edge: dω/dt = k sin(angle - rest angle)."""
    half_diagonal_m = math.hypot(height_m, thick_m) / 2
    # I about the edge = m (h² + d²) / 3
    return g * half_diagonal_m / ((height_m**2 + thick_m**2) / 3), math.atan(thick_m / height_m)


def _angles(
    times_s: NDArray[np.float64], height_m: float, thick_m: float, g: float
) -> NDArray[np.float64]:
    """Give the angles of a slab pushed past its balance, from its equation of motion, radians."""
    k, rest = _rates(height_m, thick_m, g)
    start = rest + math.radians(_PUSH_DEG) / 4
    states = integrate(
        lambda _t, y: (float(y[1]), k * math.sin(float(y[0]) - rest)),
        (start, math.sqrt(k) * 0.3), times_s,
        until=lambda _t, y: math.pi / 2 - float(y[0]),
    )  # fmt: skip
    return states[:, 0]


def _fall_times(heights: list[float], share: float, growth: float, g: float) -> list[float | None]:
    """Say when each tile is struck; None for one that never is."""
    found: list[float | None] = [0.2]
    for h in heights[:-1]:
        before = found[-1]
        if before is None or share >= 1.0 or growth > _MOST_GROWTH:
            found.append(None)
            continue
        times = np.linspace(0.0, 6.0 * math.sqrt(h / g), 400)
        angles = _angles(times, h, _THIN * h, g)
        struck = int(np.argmax(angles >= _struck_rad(share, growth)))
        found.append(before + float(times[struck]))
    return found


def _tipping(
    edge_m: float, thick_m: float, height_m: float, start_s: float | None, g: float, share: float
) -> Path:
    """Give the path of a tile that turns about its far lower edge from when it is struck."""
    lies = math.pi / 2 if share >= 1.0 else math.pi / 2 - math.radians(_FALLEN_DEG) / 4

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        angle = np.zeros(len(times_s))
        if start_s is not None:
            since = times_s - start_s
            moving = since > 0
            if moving.any():
                later = np.concatenate([[0.0], since[moving]])
                angle[moving] = np.minimum(_angles(later, height_m, thick_m, g)[1:], lies)
        # the centre of a slab turned clockwise by `angle` about (edge, 0)
        x = edge_m - thick_m / 2 * np.cos(angle) + height_m / 2 * np.sin(angle)
        y = thick_m / 2 * np.sin(angle) + height_m / 2 * np.cos(angle)
        return poses(x, y, -angle, times_s)

    return path
