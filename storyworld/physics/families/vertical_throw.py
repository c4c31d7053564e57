"""Vertical throw: a body thrown straight up gets so high, and is so long in the air.

Equation
    h = y0 + v² / (2 g),  t = (v + sqrt(v² + 2 g y0)) / g until it is back on the ground
Source
    OpenStax, University Physics vol. 1, section 3.5 (free fall).
Domain of validity
    A dense body, air drag neglected. What a person, a spring or a bounce throws up is another
    family's: here the speed is given.
"""

import math
from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import MASS
from storyworld.physics.family import Slot
from storyworld.physics.gravity import GRAVITY, gravity_law
from storyworld.physics.scene import Body, Disc, Scene
from storyworld.physics.scenery import BALL, BALL_SHARE, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.wording import say
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison, Constraint
from storyworld.records.goal import Domain
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Question, Scenario

_METRE, _SECOND, _SPEED = Unit.METRE, Unit.SECOND, Unit.METRE_PER_SECOND

SPEED: Final = Slot(
    "speed", _SPEED, "launch speed", 0.1, 500.0,
    before=vocabulary("thrown at, at, speed of, speed, velocity of, velocity, launched at, v, v0, "
                      "upward at, upwards at, up at, with, initial speed of, straight up at"),
    after=vocabulary("upward, upwards, launch speed, straight up, up, initially, initial speed"),
    by_unit=True, because="how high it gets turns on how fast it is thrown",
)  # fmt: skip
LAUNCH_HEIGHT: Final = Slot(
    "launch_height", _METRE, "launch height", 0.0, 1000.0,
    before=vocabulary("from a height of, from, launch height of, release height of, released at, "
                      "launched from, thrown from, starting at"),
    after=vocabulary("above the ground, above ground, high roof, high platform, tower, balcony, "
                     "platform, roof, cliff"),
    default=0.0, because="heights count from where it is thrown unless the goal says otherwise",
)  # fmt: skip
APEX: Final = Limit(
    "apex_height", _METRE, "height reached", 0.01, 20000.0, name="apex", says="It gets as high as",
    at_most=("stays_below", "gets_higher"), at_least=("reaches", "too_low"),
    within=("reaches_about", "reaches_elsewhere"), plain=Comparison.AT_LEAST,
    before=vocabulary("reaches, reach, height of, rises, rises to, rise to, climbs to, gets to, "
                      "to, goes, higher than, peaks at, peak of, apex of, maximum height of, past, "
                      "tops out at, stays below, hits, touches, clears"),
    after=vocabulary("high, up, above the ground, above the hand, in height, tall, above, ceiling, "
                     "into the air, above the thrower, above the launch point"),
    by_unit=True,
    seen=lambda comparison, slot: Seen(
        Measure.APEX_HEIGHT, _METRE, ("ball",), comparison, slot,
        "How high does the lowest point of the body get above the ground?", "ground",
    ),
)  # fmt: skip
ALOFT: Final = Limit(
    "time_aloft", _SECOND, "time in the air", 0.01, 1000.0, name="aloft",
    says="It is in the air for", at_most=("back_in_time", "back_late"),
    at_least=("stays_aloft", "back_early"), within=("aloft_about", "aloft_otherwise"),
    plain=Comparison.AT_LEAST, by_unit=True,
)  # fmt: skip


def _apex(values: Mapping[str, float]) -> float:
    return values["launch_height"] + values["speed"] ** 2 / (2 * values["gravity"])


def _aloft(values: Mapping[str, float]) -> float:
    v, g, y0 = values["speed"], values["gravity"], values["launch_height"]
    return (v + math.sqrt(v * v + 2 * g * y0)) / g


class VerticalThrow(ClosedForm):
    """A body thrown straight up gets as high as asked, or stays as long in the air."""

    name = "vertical_throw"
    purpose = "a body thrown straight up reaches a height, or stays in the air for a time"
    domain = Domain.KINEMATICS
    equation = "h = y0 + v² / (2 g);  t = (v + sqrt(v² + 2 g y0)) / g"
    law = "free fall: what is thrown up slows down with g, stops, and falls back"
    outcomes = (
        "reaches", "too_low", "stays_below", "gets_higher", "reaches_about", "reaches_elsewhere",
        "back_in_time", "back_late", "stays_aloft", "back_early", "aloft_about", "aloft_otherwise",
    )  # fmt: skip
    slots = (SPEED, LAUNCH_HEIGHT, *APEX.slots, *ALOFT.slots, MASS, GRAVITY)
    formulas = (
        Formula("apex_height", _METRE, _apex, ("speed", "launch_height", "gravity"),
                "height reached"),
        Formula("time_aloft", _SECOND, _aloft, ("speed", "launch_height", "gravity"),
                "time in the air"),
        Formula("vertical_acceleration", GRAVITY.unit, lambda v: v["gravity"], ("gravity",),
                "acceleration"),
    )  # fmt: skip
    limits = (APEX, ALOFT)
    wishes = (
        Wish("reaches", "too_low", vocabulary(
            "reach, reaches, reaching, rise, rises, climbs, touch, touches, "
            "hit, hits, clear, clears, peaks, makes it, stays, remains, comes, lands, returns, "
            "back, spends"), turns=True),
    )  # fmt: skip
    contrary = vocabulary(
        "forever, never comes down, never falls, keeps rising, orbits, escapes, hovers, floats, "
        "space, the moon itself, stays up there, horizontally, sideways, bounces, wall, across"
    )
    tolerated = frozenset({"into the air", "in the air", "comes back", "returns", "ceiling",
                           "into the sky", "in the sky"})  # fmt: skip
    speaks = Speaks(
        all_of=(
            vocabulary("thrown, throws, throw, launched, launches, tossed, tosses, shot, fired, "
                       "kicked, hurled, flung, lobbed, projected, leaves, sent, jet, shoots"),
            vocabulary("straight up, straight upward, straight upwards, vertically, upward, "
                       "upwards, directly up, up into the air, vertically upward, into the air"),
        ),
        helps=vocabulary("straight up, vertically, height, high, back down, peak, apex"),
        units=frozenset({_SPEED}),
        never=vocabulary("spring, rocket, jump, jumps, person jumps, degrees upward, wall, gap, "
                         "downward, downwards, horizontal, away, distance, jet, water, fountain, "
                         "compressed, trampoline, bounces, elevator"),
        tolerates=("flight", "person", "machine", "change"),
    )  # fmt: skip
    sights = (
        Check(name="turns", statement="The body rises, slows down, stops for a moment and falls.",
              antonym="The body keeps rising, hovers at the top, or falls from the start."),
    )  # fmt: skip
    watched = (
        Question(evidence="vertical_acceleration", measure=Measure.VERTICAL_ACCELERATION,
                 unit=GRAVITY.unit, subjects=("ball",), words="How fast does it lose speed?"),
    )  # fmt: skip

    def laws(self, scenario: Scenario) -> tuple[Constraint, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        return gravity_law("vertical_throw_law", self.law, scenario)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        v, g, y0 = values["speed"], values["gravity"], values["launch_height"]
        return (
            f"h = {say(y0, _METRE)} + ({v:.4g} m/s)² / (2 × {g:.4g} m/s²) = "
            f"{say(_apex(values), _METRE)}",
            f"t = {_aloft(values):.4g} s in the air",
        )

    def stage(self, scenario: Scenario) -> Scene:
        """Build the throw beside its height; see the protocol."""
        require_complete(scenario)
        values = values_of(scenario)
        top_m, y0 = _apex(values), values["launch_height"]
        asked_m = max((values[s.name] for s in APEX.slots if s.name in values), default=top_m)
        reach_m = max(top_m, min(asked_m, 2 * top_m))
        radius_m = BALL_SHARE * reach_m
        slab_m = 0.05 * reach_m
        half_m = 0.5 * reach_m
        ball = Body(
            name="ball", role=BodyRole.MOVING, shape=Disc(radius_m), colour=BALL, x_m=0.0,
            y_m=y0 + radius_m, velocity_y_m_s=values["speed"], mass_kg=values.get("mass", 1.0),
        )  # fmt: skip
        return Scene(
            bodies=(ground(-3 * half_m, 3 * half_m, slab_m), ball),
            gravity_m_s2=values["gravity"],
            duration_s=_aloft(values) + 0.3,
            x_min_m=-half_m,
            x_max_m=half_m,
            y_min_m=-slab_m,
            y_max_m=1.05 * reach_m + 2 * radius_m,
            scale_bar_m=scale_bar_m(2 * half_m),
        )
