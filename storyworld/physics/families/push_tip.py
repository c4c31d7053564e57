"""A box is pushed: it slides along, or tips over.

Equation
    F_slide = mu m g;  F_tip = m g b / (2 H): it slides iff mu H < b / 2
Source
    OpenStax, University Physics vol. 1, section 12.2 (examples of static equilibrium).
Domain of validity
    A horizontal push at the height H, growing slowly until something gives; the centre of gravity
    is over the middle of the base; one coefficient of friction; level floor.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.claims import Claim, Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.completion import MASS, inferred
from storyworld.physics.dry_friction import KINETIC, friction_slot, no_friction
from storyworld.physics.family import Slot
from storyworld.physics.fast_motion import pace
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.hearing import bounded_twice, heard, limits_alone
from storyworld.physics.incline_leaning import long_thing_leans
from storyworld.physics.motion import integrate, poses
from storyworld.physics.nearby import limit_of, with_unit
from storyworld.physics.push_words import (
    AT_HALF,
    AT_TOP,
    BEFORE_SLIDING,
    BEFORE_TIPPING,
    CONTRARY,
    HEIGHT_AFTER,
    HEIGHT_BEFORE,
    HELPS,
    MOST,
    NEVER,
    PUSHES,
    SLIDES,
    SPOKEN,
    TALL_AFTER,
    TALL_BEFORE,
    TIPS,
    WIDTH_AFTER,
    WIDTH_BEFORE,
    aside,
)
from storyworld.physics.scene import Body, Box, Path, Scene
from storyworld.physics.scenery import BLOCK, RAMP, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.sweeping import Sweeping
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Scenario

_METRE: Final = Unit.METRE
_UPRIGHT_DEG: Final = 5.0
_FALLEN_DEG: Final = 20.0
# The hand pushes by this factor harder than what makes the box slide or tip.
_HARDER: Final = 1.005
_BOUNDS: Final = (Bound.AT_MOST, Bound.AT_LEAST)
_LEAST_PUSH: Final = 0.01
_WAY: Final = 0.6

WIDTH: Final = Slot(
    "width", _METRE, "width of the base along the push", 0.001, 100.0,
    before=WIDTH_BEFORE, after=WIDTH_AFTER, part=0,
    because="whether it tips turns on how wide its base is",
)  # fmt: skip
HEIGHT: Final = Slot(
    "push_height", _METRE, "height of the push above the floor", 0.0005, 100.0,
    before=HEIGHT_BEFORE, after=HEIGHT_AFTER,
    because="whether it tips turns on the height at which it is pushed",
)  # fmt: skip
TALL: Final = Slot(
    "box_height", _METRE, "height of the box", 0.001, 100.0,
    before=TALL_BEFORE, after=TALL_AFTER, part=-1, optional=True,
)  # fmt: skip
FRICTION: Final = friction_slot(
    "friction of the floor", "whether it slides or tips turns on the friction of the floor",
    ", floor friction, floor friction of, floor mu, floor with mu, friction with the floor, "
    "friction with the floor of",
)  # fmt: skip


def _room(v: Mapping[str, float]) -> float:
    """Give how far from the leading edge the floor carries a box that slides."""
    return v["width"] / 2 - v["friction"] * v["push_height"]


def _tilt(comparison: Comparison) -> Seen:
    limit = _UPRIGHT_DEG if comparison is Comparison.AT_MOST else _FALLEN_DEG
    return Seen(Measure.TILT, Unit.DEGREE, ("box",), comparison, limit,
                "By how much does the box turn over?", scale_free=True)  # fmt: skip


TIP_HEIGHT: Final = Limit(
    "tip_height", _METRE, "height of push from which it tips", 0.0005, 1e4,
    says="It tips if pushed from a height of",
    at_most=("tips_from", "slides_until"), at_least=("slides_until", "tips_from"),
    within=("tips_at", "tips_elsewhere"),
    before=vocabulary("highest push, highest point, maximum push height, maximum push height of, "
                      "tipping height, tipping height of, critical height, critical height of, "
                      "maximum push height is, tips when pushed above, tips if pushed above, "
                      "tips when pushed higher than, tips if pushed higher than, "
                      "highest place, highest spot, greatest height, maximum height, "
                      "limiting height, threshold height"),
)  # fmt: skip


class PushTip(Sweeping):
    """A pushed box slides or tips."""

    name = "push_tip"
    purpose = "a box that is pushed slides along, or tips over"
    domain = Domain.STATICS
    equation = "F_slide = mu m g;  F_tip = m g b / (2 H): it slides if mu H < b / 2"
    law = "balance of moments about the leading edge, and Coulomb's friction"
    outcomes = ("slides", "tips", "tips_from", "slides_until", "tips_at", "tips_elsewhere")
    slots = (WIDTH, HEIGHT, FRICTION, TALL, *TIP_HEIGHT.slots, KINETIC, MASS, GRAVITY)
    formulas = (
        Formula("edge_room", _METRE, _room, ("width", "friction", "push_height"),
                "how far from the leading edge the floor carries it"),
        Formula("tip_height", _METRE, lambda v: v["width"] / (2 * max(v["friction"], 1e-4)),
                ("width", "friction"), "height of push from which it tips"),
        Formula("slide_force", Unit.NEWTON, lambda v: v["friction"] * v["mass"] * v["gravity"],
                ("friction", "mass", "gravity"), "force that makes it slide"),
        Formula("tip_force", Unit.NEWTON,
                lambda v: v["mass"] * v["gravity"] * v["width"] / (2 * v["push_height"]),
                ("mass", "gravity", "width", "push_height"), "force that makes it tip"),
    )  # fmt: skip
    claims = (
        Claim("slides", "tips", "edge_room", Comparison.AT_LEAST, 0.0,
              "It slides before it tips: F_slide is less than F_tip.",
              seen=_tilt(Comparison.AT_MOST)),
        Claim("tips", "slides", "edge_room", Comparison.AT_MOST, 0.0,
              "It tips before it slides: F_tip is less than F_slide.",
              seen=_tilt(Comparison.AT_LEAST)),
    )  # fmt: skip
    limits = (TIP_HEIGHT,)
    wishes = (
        Wish("slides", "tips", SLIDES),
        Wish("tips", "slides", TIPS, turns=True),
    )
    driven = (HEIGHT.name,)
    speaks = Speaks(
        all_of=(PUSHES, SPOKEN),
        helps=HELPS,
        units=frozenset({_METRE}),
        never=NEVER,
        tolerates=(
            "force", "person", "machine", "vehicle", "collision", "suspension", "incline", "change",
            "rolling", "fluid",
        ),
    )  # fmt: skip
    tolerated = frozenset({"sideways", "slowly", "softly", "either", "backwards"})
    contrary = CONTRARY
    sights = (
        Check(
            name="stays_on_its_base",
            statement="The pushed box stays flat on its base while it moves.",
            antonym="The pushed box tips over about its leading edge.",
            shows=("slides",),
            denies=("tips",),
        ),
        Check(
            name="moves_along",
            statement="The box is moved along the floor.",
            antonym="The box stays where it is on the floor.",
            shows=("slides",),
        ),
    )

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Take a ladder that leans on a wall for no push."""
        return 0.0 if long_thing_leans(words) else super().affinity(words, units)

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Take the only bounded length for the limit where the highest push is spoken of.

        How tall the box is, or how heavy they are who push it, is no height of the push.
        """
        placed = aside(words, mentions)
        if words.any_of(MOST) is None:
            return placed
        bounded = [n for n in with_unit(mentions, _METRE) if mentions[n].bound in _BOUNDS]
        limits = {n: f"{TIP_HEIGHT.quantity}_{limit_of(mentions[n])}" for n in bounded[:1]}
        return {**placed, **limits}

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Take 'tips before it slides' for tipping, and the other way round."""
        if limited and words.any_of(MOST) is not None:
            return {}, False
        votes, turned = heard(words, self.wishes, limited=limited)
        for first, then in (("tips", BEFORE_SLIDING), ("slides", BEFORE_TIPPING)):
            if len(votes) > 1 and words.any_of(then) is not None:
                return {first: None}, turned
        return votes, turned

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Ask for the limit alone where no push is spoken of but the highest one allowed."""
        return limits_alone(super().ask(wanted, given), given, *self.driven)

    def unsettled(
        self,
        words: Words,  # noqa: ARG002
        given: tuple[Parameter, ...],
    ) -> tuple[MissingParameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        return bounded_twice(given, TIP_HEIGHT.quantity, HEIGHT.name)

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Add the height of the push where it is said by the box: at its top, at half height."""
        known = {p.name: p.quantity for p in given}
        found = list(no_friction(words, given))
        tall = known.get("box_height") or (known.get("width") if "cube" in words else None)
        if tall is not None and "push_height" not in known:
            for share, said in ((1.0, AT_TOP), (0.5, AT_HALF)):
                phrase = words.any_of(said)
                if phrase is not None:
                    found.append(
                        inferred("push_height", share * tall.value, _METRE,
                                 f"the goal says '{phrase}'", share * tall.uncertainty)
                    )  # fmt: skip
                    break
        return tuple(found)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        lines = []
        if "push_height" in values:
            mu, b, h = values["friction"], values["width"], values["push_height"]
            lines.append(f"F_slide / (m g) = mu = {mu:.3g};  F_tip / (m g) = b / (2 H) = "
                         f"{b:.4g} m / (2 × {h:.4g} m) = {b / (2 * h):.3g}")  # fmt: skip
            if "mass" in values:
                weight = values["mass"] * values["gravity"]
                lines.append(f"F_slide = {say(mu * weight, Unit.NEWTON)};  "
                             f"F_tip = {say(weight * b / (2 * h), Unit.NEWTON)}")  # fmt: skip
        if values["friction"] > 0:
            h_tip = values["width"] / (2 * values["friction"])
            lines.append(f"it tips if pushed higher than b / (2 mu) = {say(h_tip, _METRE)}")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a box and a hand that pushes a little harder than it takes to move the box.

        Forces and moments decide what gives; what is slow is filmed in fast motion.
        """
        require_complete(scenario)
        values = values_of(scenario)
        push = _Push.of(values)
        width, tall, at = push.width, push.tall, push.at
        size = max(width, tall)
        reach_m = 0.5 * size
        faster = pace(push.life_s)
        slab_m = 0.06 * size
        way_m = _WAY * size if not push.tips else 0.0
        right_m = width / 2 + way_m + (tall if push.tips else 0.0) + 0.1 * size
        hand = Body(
            name="hand", role=BodyRole.MARK, shape=Box(reach_m, 0.06 * size), colour=RAMP,
            x_m=-(width + reach_m) / 2, y_m=at,
            path=push.path(-width / 2, at, faster, behind_m=reach_m / 2),
        )  # fmt: skip
        box = Body(
            name="box", role=BodyRole.MOVING, shape=Box(width, tall), colour=BLOCK,
            x_m=0.0, y_m=tall / 2, path=push.path(0.0, tall / 2, faster),
        )  # fmt: skip
        return Scene(
            bodies=(ground(-4 * size, 8 * size, slab_m), hand, box),
            gravity_m_s2=values["gravity"],
            duration_s=push.life_s / faster + 0.4,
            x_min_m=-width / 2 - reach_m,
            x_max_m=right_m,
            y_min_m=-slab_m,
            y_max_m=1.02 * math.hypot(tall, width),
            scale_bar_m=scale_bar_m(right_m + width / 2 + reach_m),
        )


@dataclass(frozen=True)
class _Push:
    """A box under a push at the height `at`, as a share `push` of its weight."""

    width: float
    tall: float
    at: float
    push: float
    friction: float
    gravity: float

    @classmethod
    def of(cls, v: Mapping[str, float]) -> "_Push":
        """Take a box that is a little higher than the push unless its height is given."""
        width, mu = v["width"], v["friction"]
        at = v.get("push_height", 0.98 * width / (2 * max(mu, 1e-3)))
        tall = max(v.get("box_height", 1.25 * at), 1.02 * at, 0.2 * width)
        push = max(_HARDER * min(mu, width / (2 * at)), _LEAST_PUSH)
        return cls(width, tall, at, push, mu, v["gravity"])

    @property
    def tips(self) -> bool:
        """Whether the floor would have to carry it beyond its leading edge."""
        middle = self.tall / 2
        held = min(self.push, self.friction)
        return self.push * (self.at - middle) + held * middle > self.width / 2

    @property
    def inertia(self) -> float:
        """About the leading edge, per mass."""
        return (self.width**2 + self.tall**2) / 3

    def turning(self, angle: float) -> float:
        """Give the angular acceleration about the leading edge by the moments of both forces."""
        sin, cos = math.sin(angle), math.cos(angle)
        pushing = self.push * (self.at * cos + self.width * sin)
        carrying = self.width / 2 * cos - self.tall / 2 * sin
        return self.gravity * (pushing - carrying) / self.inertia

    @property
    def life_s(self) -> float:
        """How long it takes, roughly, to slide its way or to fall over."""
        if not self.tips:
            spare = max(self.push - self.friction, 1e-6)
            return math.sqrt(2 * _WAY * max(self.width, self.tall) / (spare * self.gravity))
        start = max(self.turning(0.0), 1e-9)
        growth = self.gravity * (self.push * self.width + self.tall / 2) / self.inertia
        return 1.1 * math.acosh(1.0 + math.pi / 2 * growth / start) / math.sqrt(growth)

    def path(self, x_m: float, y_m: float, faster: float, behind_m: float = 0.0) -> Path:
        """Give the way of a point of the box; `behind_m` moves a hand that stays level."""

        def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float, float, float]:
            if self.tips:
                return 0.0, 0.0, float(y[3]), self.turning(float(y[2]))
            gains = max(0.0, self.push - self.friction) * self.gravity
            return float(y[1]), gains, 0.0, 0.0

        def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            states = integrate(
                rates, (0.0, 0.0, 0.0, 0.0), times_s * faster,
                until=lambda _t, y: float(y[2]) - math.pi / 2,
            )  # fmt: skip
            slid, turned = states[:, 0], states[:, 2]
            sin, cos = np.sin(turned), np.cos(turned)
            from_edge = x_m - self.width / 2
            x = self.width / 2 + from_edge * cos + y_m * sin + slid
            y = y_m * cos - from_edge * sin
            return poses(x - behind_m, y, -turned if behind_m == 0.0 else 0.0, times_s)

        return path
