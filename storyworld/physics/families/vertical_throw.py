"""Vertical throw: a body thrown up gets so high, and is so long in the air.

Equation
    h = y0 + (v sin(theta))² / (2 g),
    t = (v sin(theta) + sqrt((v sin(theta))² + 2 g y0)) / g until it is back on the ground;
    theta is 90° for what goes straight up
Source
    OpenStax, University Physics vol. 1, sections 3.5 (free fall) and 4.3 (projectile motion).
Domain of validity
    A dense body, air drag neglected. What a person, a spring or a bounce throws up is another
    family's: here the speed is given. How far a throw carries is the projectile's.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from storyworld.physics.bound_denials import taken_by_bound
from storyworld.physics.claims import Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import MASS
from storyworld.physics.family import Interpretation, Slot
from storyworld.physics.gravity import GRAVITY, gravity_law
from storyworld.physics.masking import without
from storyworld.physics.scene import Body, Disc, Scene
from storyworld.physics.scenery import BALL, BALL_SHARE, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.stature import statures
from storyworld.physics.throw_reading import limit_denied
from storyworld.physics.timing import aloft
from storyworld.physics.upward_words import (
    ANGLE_AFTER,
    ANGLE_BEFORE,
    APEX_AFTER,
    APEX_BEFORE,
    BACK,
    BLOWN,
    CLEAR_OF,
    COASTING,
    CONTRARY,
    EQUALS,
    HEIGHT_AFTER,
    HEIGHT_BEFORE,
    JETS,
    NEVER,
    NEVER_OVERHEAD,
    OVERHEAD,
    REACHING,
    SPEED_AFTER,
    SPEED_BEFORE,
    STRAIGHT_UP,
    THROWN,
    TOPS,
    UPWARD,
    is_beyond,
    is_free_jet,
    nearness,
)
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.unplaced import named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison, Constraint
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Question, Scenario

_METRE, _SECOND, _SPEED = Unit.METRE, Unit.SECOND, Unit.METRE_PER_SECOND
_DEGREE: Final = Unit.DEGREE
_WHEN: Final = (None, Bound.TAKES, Bound.EXACTLY)
_RANGE_SHARE: Final = 0.035
_SEEN_SHARE: Final = 0.1

SPEED: Final = Slot(
    "speed", _SPEED, "launch speed", 0.1, 500.0, before=SPEED_BEFORE, after=SPEED_AFTER,
    by_unit=True, because="how high it gets turns on how fast it is thrown",
)  # fmt: skip
ANGLE: Final = Slot(
    "angle", _DEGREE, "launch angle", 1.0, 90.0, before=ANGLE_BEFORE, after=ANGLE_AFTER,
    by_unit=True, default=90.0, because="how high it gets turns on how steeply it is thrown",
)  # fmt: skip
LAUNCH_HEIGHT: Final = Slot(
    "launch_height", _METRE, "launch height", 0.0, 1000.0,
    before=HEIGHT_BEFORE, after=HEIGHT_AFTER,
    default=0.0, because="heights count from where it is thrown unless the goal says otherwise",
)  # fmt: skip
APEX: Final = Limit(
    "apex_height", _METRE, "height reached", 0.01, 20000.0, name="apex", says="It gets as high as",
    at_most=("stays_below", "gets_higher"), at_least=("reaches", "too_low"),
    within=("reaches_about", "reaches_elsewhere"), plain=Comparison.AT_LEAST,
    before=APEX_BEFORE, after=APEX_AFTER, by_unit=True,
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
    seen=lambda comparison, slot: aloft(comparison, slot, "ball"),
)  # fmt: skip


def _rising(values: Mapping[str, float]) -> float:
    return values["speed"] * math.sin(math.radians(values["angle"]))


def _apex(values: Mapping[str, float]) -> float:
    return values["launch_height"] + _rising(values) ** 2 / (2 * values["gravity"])


def _aloft(values: Mapping[str, float]) -> float:
    v, g, y0 = _rising(values), values["gravity"], values["launch_height"]
    return (v + math.sqrt(v * v + 2 * g * y0)) / g


def _renamed(given: tuple[Parameter, ...], old: str, new: str) -> tuple[Parameter, ...]:
    return tuple(p.revised(name=new) if p.name == old else p for p in given)


def _unbounded(words: Words, parameter: Parameter) -> bool:
    """Whether it is a time in the air that no word bounds."""
    if parameter.name != "aloft_min" or parameter.words is None:
        return False
    start = parameter.words.start
    found = (m for m in read_quantities(words).mentions if m.start == start)
    return any(m.bound in _WHEN for m in found)


def _ranges(parameter: Parameter) -> bool:
    """Whether it is a height between two: 'between 19 and 22 m'."""
    quantity = parameter.quantity
    return parameter.name == "apex_min" and quantity.uncertainty > _RANGE_SHARE * quantity.value


_RISING: Final = Speaks(
    all_of=(STRAIGHT_UP,), units=frozenset({_SPEED}), never=NEVER, tolerates=("change", "person")
)
# Thrown at a slant, but only how high it gets is asked.
_OVERHEAD: Final = Speaks(
    all_of=(THROWN, OVERHEAD),
    helps=vocabulary("ceiling, peak, apex, highest, angle"),
    units=frozenset({_SPEED, _DEGREE}),
    never=NEVER_OVERHEAD,
    tolerates=("flight", "person", "machine", "change", "force", "suspension", "fluid"),
)  # fmt: skip


# Water that leaves a nozzle at a given speed is thrown like a stone.
_JET: Final = replace(_RISING, never=tuple(n for n in NEVER if n not in JETS),
                      tolerates=("change", "person", "fluid", "machine"))  # fmt: skip
# A rocket whose engine is off is thrown as well.
_COASTING: Final = replace(_RISING, never=tuple(n for n in NEVER if n not in {"rocket", "thrust"}),
                           tolerates=("change", "person", "machine", "flight"))  # fmt: skip


class VerticalThrow(ClosedForm):
    """A body thrown straight up gets as high as asked, or stays as long in the air."""

    name = "vertical_throw"
    purpose = "a body thrown up reaches a height, or stays in the air for a time"
    domain = Domain.KINEMATICS
    equation = "h = y0 + (v sin(theta))² / (2 g);  t = (v_y + sqrt(v_y² + 2 g y0)) / g"
    law = "free fall: what is thrown up slows down with g, stops, and falls back"
    outcomes = (
        "reaches", "too_low", "stays_below", "gets_higher", "reaches_about", "reaches_elsewhere",
        "back_in_time", "back_late", "stays_aloft", "back_early", "aloft_about", "aloft_otherwise",
    )  # fmt: skip
    slots = (SPEED, ANGLE, LAUNCH_HEIGHT, *APEX.slots, *ALOFT.slots, MASS, GRAVITY)
    formulas = (
        Formula("apex_height", _METRE, _apex, ("speed", "angle", "launch_height", "gravity"),
                "height reached"),
        Formula("time_aloft", _SECOND, _aloft, ("speed", "angle", "launch_height", "gravity"),
                "time in the air"),
        Formula("vertical_acceleration", GRAVITY.unit, lambda v: v["gravity"], ("gravity",),
                "acceleration"),
    )  # fmt: skip
    limits = (APEX, ALOFT)
    wishes = (Wish("reaches", "too_low", REACHING, turns=True),)
    contrary = CONTRARY
    tolerated = frozenset({"into the air", "in the air", "comes back", "returns", "ceiling",
                           "into the sky", "in the sky", "in mid air", "in midair",
                           "barely", "turns around", "turns back"})  # fmt: skip
    speaks = Speaks(
        all_of=(THROWN, UPWARD),
        helps=vocabulary(
            "straight up, vertically, height, high, back down, peak, apex, vertical, h max, v0, "
            "launch, upward, vertically up, skyward, straight upward"
        ),
        units=frozenset({_SPEED}),
        never=NEVER,
        tolerates=("flight", "person", "machine", "change", "force", "suspension", "fluid"),
    )  # fmt: skip
    sights = (
        Check(name="turns", statement="The body rises first, and comes down after that.",
              antonym="The body keeps rising, hovers at the top, or falls from the start.",
              shows=tuple(c.outcome for limit in (APEX, ALOFT) for c in limit.claims)),
    )  # fmt: skip
    watched = (
        Question(evidence="vertical_acceleration", measure=Measure.VERTICAL_ACCELERATION,
                 unit=GRAVITY.unit, subjects=("ball",), words="How fast does it lose speed?"),
    )  # fmt: skip

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See the protocol; from a tower a throw may rise by less than is seen."""
        if not scenario.missing:
            values = values_of(scenario)
            if _apex(values) - values["launch_height"] >= _SEEN_SHARE * _apex(values):
                return self.sights
        return tuple(check.revised(shows=()) for check in self.sights)

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`."""
        if _SPEED not in units and _DEGREE in units:
            return 0.0
        words = without(words, BLOWN)
        rising = _RISING.affinity(words, units) if _SPEED in units else 0.0
        if is_free_jet(words):
            rising = max(rising, _JET.affinity(words, units))
        if words.any_of(COASTING) is not None and _SPEED in units:
            rising = max(rising, _COASTING.affinity(words, units))
        return max(super().affinity(words, units), _OVERHEAD.affinity(words, units), rising)

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Leave out how tall somebody is; see the protocol."""
        return statures(words, mentions)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        names = {p.name for p in given}
        if not any(n.startswith("apex") for n in names) and words.any_of(TOPS) is not None:
            given = _renamed(given, "launch_height", "apex_min")
            names = {p.name for p in given}
        if is_beyond(words) and "apex_min" in names:
            # '11 m is more than it ever gets': it stays below.
            given = _renamed(given, "apex_min", "apex_max")
        elif words.asserted(CLEAR_OF)[0]:
            given = _renamed(given, "apex_min", "apex_max")
        elif words.any_of(EQUALS) is not None or any(_ranges(p) for p in given):
            given = _renamed(given, "apex_min", "apex_about")
        if words.any_of(BACK) is not None and any(_unbounded(words, p) for p in given):
            # 'is back after 3 s' is when; 'stays up for 3 s' is no less.
            given = _renamed(given, "aloft_min", "aloft_about")
        limits = [p for p in given if p.name.startswith(("apex", "aloft"))]
        if limit_denied(words, limits, REACHING) and not self._denies_limit(words, given):
            given = self._turned(given, {}, turned=True)
        return super().interpret(words, given)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Let a denial that a bound has taken up turn nothing more."""
        votes, turned = super()._votes(words, limited=limited)
        return votes, turned and not taken_by_bound(words, REACHING)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name the angle where nothing says that it goes straight up, and claims left open."""
        found: list[MissingParameter] = []
        names = {p.name for p in given}
        if ANGLE.name not in names and words.any_of(UPWARD) is None:
            found.append(MissingParameter(name=ANGLE.name, unit=_DEGREE, because=ANGLE.because))
        found += named(nearness(words))
        if not self._stated(given):
            because = "the goal does not say how high it is to get, or how long to be in the air"
            found.append(MissingParameter(name="wanted", unit=Unit.ONE, because=because))
        return tuple(found)

    def laws(self, scenario: Scenario) -> tuple[Constraint, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        return gravity_law("vertical_throw_law", self.law, scenario)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        v, g, y0 = _rising(values), values["gravity"], values["launch_height"]
        steep = () if values["angle"] == 90.0 else (
            f"v_y = {values['speed']:.4g} m/s × sin({say(values['angle'], _DEGREE)}) = {v:.4g} m/s",
        )  # fmt: skip
        return (
            *steep,
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
        sideways = values["speed"] * math.cos(math.radians(values["angle"]))
        half_m = max(0.5 * reach_m, 0.55 * sideways * _aloft(values))
        ball = Body(
            name="ball", role=BodyRole.MOVING, shape=Disc(radius_m), colour=BALL,
            x_m=-0.5 * sideways * _aloft(values), y_m=y0 + radius_m, velocity_x_m_s=sideways,
            velocity_y_m_s=_rising(values), mass_kg=values.get("mass", 1.0),
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
