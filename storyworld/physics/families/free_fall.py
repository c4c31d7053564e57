"""Free fall: a body released at a height, or thrown straight down, reaches the ground.

Equation
    t = (sqrt(v0² + 2 g h) - v0) / g,  v = sqrt(v0² + 2 g h)
Source
    OpenStax, University Physics vol. 1, section 3.5 (free fall).
Domain of validity
    Air drag is neglected: dense bodies and drops of up to a kilometre. Goals that speak of
    feathers, parachutes, ropes, rebounds, water, thrust are not this family's.
"""

import math
from collections.abc import Mapping
from typing import Final

from storyworld.physics.completion import (
    MASS,
    inferred,
    scenario,
    settle,
)
from storyworld.physics.family import Family, Interpretation, Slot
from storyworld.physics.gravity import GRAVITY, gravity_evidence, gravity_law, gravity_of_the_place
from storyworld.physics.scene import Body, Disc, Scene
from storyworld.physics.scenery import BALL, BALL_SHARE, ground, require_complete, scale_bar_m
from storyworld.physics.solving import (
    Reasoning,
    alternatives,
    evidence_by,
    incomplete,
    predict,
    values_of,
)
from storyworld.physics.unmodelled import disturbance
from storyworld.physics.unplaced import named, unplaced_claims
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound, read_quantities
from storyworld.reading.words import TokenKind, Words, vocabulary
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.goal import Domain, Intent, MissingParameter, Parameter
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import BodyRole, Measure, Prediction, Question, Scenario

_EQUATION: Final = "t = (sqrt(v0² + 2 g h) - v0) / g;  v = sqrt(v0² + 2 g h)"
_SECOND, _SPEED = Unit.SECOND, Unit.METRE_PER_SECOND
_ABOUT: Final[frozenset[Bound | None]] = frozenset(
    {None, Bound.EXACTLY, Bound.TAKES, Bound.FOR, Bound.IN}
)
_AT_MOST: Final[frozenset[Bound | None]] = frozenset({Bound.AT_MOST})
_AT_LEAST: Final[frozenset[Bound | None]] = frozenset({Bound.AT_LEAST})
_IMPACT_BEFORE: Final = vocabulary(
    "ground at, floor at, lands at, impact at, impact speed, impact speed of, impact velocity, "
    "impact velocity of, hits at, strikes at, ground with, with a speed of, speed of, velocity of, "
    "reaches, speed, earth at, it at"
)
_IMPACT_AFTER: Final = vocabulary(
    "on impact, at impact, when it hits, when it lands, at the ground"
)

HEIGHT: Final = Slot(
    "height", Unit.METRE, "height of the drop", 0.01, 1000.0,
    before=vocabulary(
        "dropped from, falls from, released from, from, from a height of, height of, height, "
        "drop height, h, let go from, falls, fall of, drop of, from a, height is, thrown from"
    ),
    after=vocabulary(
        "high, above the ground, above the floor, above ground, tall, drop, fall, tower, building, "
        "cliff, up, high tower, high cliff, high building, high roof, off the ground, balcony, "
        "bridge, tall building, tall tower, height, in height, above"
    ),
    by_unit=True, because="how long the fall takes turns on it",
)  # fmt: skip
LAUNCH: Final = Slot(
    "launch_speed", _SPEED, "initial downward speed", 0.0, 300.0,
    before=vocabulary(
        "thrown at, thrown down at, downward at, downwards at, initial speed, initial speed of, "
        "initial velocity, initial velocity of, thrown with, hurled at, starting at, down at, "
        "down with, thrown downward at, thrown downwards at, thrown straight down at"
    ),
    after=vocabulary("downward, downwards, initial speed, straight down, initially"),
    default=0.0, because="the body is let go, not thrown",
)  # fmt: skip
_LIMITS: Final = (
    Slot("time_max", _SECOND, "time for the fall", 1e-3, 1e4, by_unit=True, optional=True,
         bounds=frozenset({Bound.AT_MOST, Bound.IN})),
    Slot("time_min", _SECOND, "time for the fall", 1e-3, 1e4, by_unit=True, optional=True,
         bounds=_AT_LEAST),
    Slot("time_about", _SECOND, "time for the fall", 1e-3, 1e4, by_unit=True, optional=True,
         bounds=_ABOUT - {Bound.IN}),
    Slot("impact_max", _SPEED, "speed at impact", 0.0, 1e4, by_unit=True, optional=True,
         bounds=_AT_MOST, before=_IMPACT_BEFORE, after=_IMPACT_AFTER),
    Slot("impact_min", _SPEED, "speed at impact", 0.0, 1e4, by_unit=True, optional=True,
         bounds=_AT_LEAST, before=_IMPACT_BEFORE, after=_IMPACT_AFTER),
    Slot("impact_about", _SPEED, "speed at impact", 0.0, 1e4, optional=True,
         bounds=_ABOUT, before=_IMPACT_BEFORE, after=_IMPACT_AFTER),
)  # fmt: skip
# slot of the limit: (quantity it limits, comparison, outcome wanted, outcome otherwise)
_CLAIMS: Final = {
    "time_max": ("fall_time", Comparison.AT_MOST, "lands_in_time", "too_late"),
    "time_min": ("fall_time", Comparison.AT_LEAST, "too_late", "lands_in_time"),
    "time_about": ("fall_time", Comparison.WITHIN, "lands_on_time", "lands_off_time"),
    "impact_max": ("impact_speed", Comparison.AT_MOST, "hits_slower", "hits_faster"),
    "impact_min": ("impact_speed", Comparison.AT_LEAST, "hits_faster", "hits_slower"),
    "impact_about": ("impact_speed", Comparison.WITHIN, "hits_at_speed", "hits_off_speed"),
}
_SWAPPED: Final = {
    "time_max": "time_min", "time_min": "time_max",
    "impact_max": "impact_min", "impact_min": "impact_max",
}  # fmt: skip
_LANDING: Final = vocabulary(
    "reach, reaches, reaching, hit, hits, hitting, land, lands, landing, arrive, arrives, touch, "
    "touches, strike, strikes, impact, impacts, take, takes"
)
_FALLING: Final = vocabulary("fall, falls, falling, drop, drops, descend, descends")
_RELEASED: Final = vocabulary(
    "dropped, drops, drop, dropping, released, let go, let fall, free fall, freefall, falls, fall, "
    "falling, fell, is released, plummets"
)
_THROWN_DOWN: Final = vocabulary(
    "thrown down, thrown downward, thrown downwards, thrown straight down, throws down, "
    "hurled down, hurled downward, hurled straight down, thrown vertically downward, "
    "thrown vertically downwards"
)
_CONTRARY: Final = vocabulary(
    "rise, rises, rising, rose, ascend, ascends, climbs, climb, flies, fly, flying, stays, stay, "
    "remains, remain, stops, stop, sky, moves up, goes up, falls up, falling up, fall up, "
    "reach the moon, reaches the moon, reach mars, reaches mars, reaches the top, "
    "drops up, turns, curves, orbits, vanish, explodes, slows, slow, slowly, gently, softly"
)
_ABOUT_FALLING: Final = frozenset(
    vocabulary(
        "a, an, the, this, that, it, its, is, are, was, gets, and, then, so, will, must, does, "
        "do, should, can, to, from, at, of, on, onto, in, by, with, under, into, off, above, down, "
        "downward, downwards, straight, vertically, vertical, freely, free, free fall, freefall, "
        "fall, falls, falling, fell, drop, drops, dropped, dropping, released, let, go, plummets, "
        "thrown, throws, hurled, descend, descends, reach, reaches, reaching, hit, hits, hitting, "
        "land, lands, landing, arrive, arrives, touch, touches, strike, strikes, impact, rest, "
        "height, high, tall, tower, building, roof, rooftop, cliff, balcony, bridge, window, "
        "ladder, table, desk, shelf, chair, top, hand, ground, floor, earth, street, pavement, "
        "surface, below, beneath, gravity, weight, own, due, because, moon, mars, vacuum, air, "
        "resistance, drag, without, no, ignoring, neglecting, neglected, ignored, negligible, "
        "body, ball, stone, rock, object, initial, speed, velocity, zero, g, me, not, all, "
        "towards, toward, until, when, once, after, being, having, been, towards, as, expected, "
        "concrete, sand, grass, wooden, stone's, metal, steel, hard, flat, level, long"
    )
)
_GROUND: Final = vocabulary("ground, floor, lands, land, impact, pavement, street, earth, surface")
_DEFAULT_HEIGHT_M: Final = 5.0


class FreeFall(Family):
    """A body falls: in the time asked for, at the speed asked for, or at all."""

    name = "free_fall"
    purpose = "a body falls: in the time, at the speed asked for, or at all"
    domain = Domain.KINEMATICS
    outcomes: tuple[str, ...] = (
        "lands_in_time", "too_late", "lands_on_time", "lands_off_time",
        "hits_slower", "hits_faster", "hits_at_speed", "hits_off_speed", "falls", "stays_up",
    )  # fmt: skip
    slots: tuple[Slot, ...] = (
        HEIGHT,
        LAUNCH,
        *_LIMITS,
        Slot("diameter", Unit.METRE, "diameter", 1e-4, 10.0, optional=True,
             before=vocabulary("diameter, diameter of"),
             after=vocabulary("diameter, in diameter, across, wide, ball, sphere, rock, stone")),
        MASS,
        GRAVITY,
    )  # fmt: skip

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`."""
        thrown = words.any_of(_THROWN_DOWN) is not None
        if not thrown and words.any_of(_RELEASED) is None:
            return 0.0
        if disturbance(words, "person", *(("flight",) if thrown else ())) is not None:
            return 0.0
        grounded = words.any_of(_GROUND) is not None
        return 0.5 + 0.2 * grounded + 0.1 * ("from rest" in words) + 0.15 * (Unit.METRE in units)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        landing, not_landing = words.asserted(_LANDING)
        falling, not_falling = words.asserted(_FALLING)
        denied = not_landing and not landing
        if denied or (not_falling and not falling and any(p.name in _SWAPPED for p in given)):
            given = tuple(
                p.revised(name=_SWAPPED[p.name]) if p.name in _SWAPPED else p for p in given
            )
        names = {p.name for p in given}
        limits = [limit for limit in _CLAIMS if limit in names]
        unsettled: tuple[MissingParameter, ...] = ()
        if limits:
            wanted = _CLAIMS[limits[0]][2]
        else:
            wanted = "stays_up" if denied or (not_falling and not falling) else "falls"
        if words.any_of(_THROWN_DOWN) and LAUNCH.name not in names:
            because = "the body is thrown, and how fast decides when it lands"
            unsettled = (MissingParameter(name=LAUNCH.name, unit=LAUNCH.unit, because=because),)
        beyond = unplaced_claims(words, _CONTRARY)
        if wanted == "falls" and not beyond:
            beyond = named(_not_about_falling(words))
        if not (falling or landing or not_falling or not_landing) and not beyond:
            because = "the goal does not say what is to become of the body that is let go"
            beyond = (MissingParameter(name="wanted", unit=Unit.ONE, because=because),)
        unsettled = (*unsettled, *beyond)
        return Interpretation(wanted, (*given, *gravity_of_the_place(words, given)), unsettled)

    def complete(self, intent: Intent, from_node: str | None = None) -> Scenario:
        """See :class:`storyworld.physics.family.Family`."""
        settled = settle(self.slots, intent)
        never_given = not any(p.name == HEIGHT.name for p in intent.parameters)
        if settled.lacks(HEIGHT.name) and never_given and intent.wanted in {"falls", "stays_up"}:
            because = "whether a body falls does not turn on the height"
            stand_in = inferred(HEIGHT.name, _DEFAULT_HEIGHT_M, HEIGHT.unit, because)
            if not any(m.name == HEIGHT.name for m in intent.unsettled):
                settled = settled.with_parameter(stand_in)
        return scenario(intent, settled, from_node)

    def constraints(self, scenario: Scenario) -> tuple[Constraint, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        found = [_limit(p) for p in scenario.parameters if p.name in _CLAIMS]
        height = scenario.parameter(HEIGHT.name)
        if not found and height is not None:
            found.append(_displacement(scenario.wanted, height.quantity.value))
        law = "free fall: a body under gravity alone accelerates downwards with g"
        return (*found, *gravity_law("free_fall_law", law, scenario))

    def questions(self, scenario: Scenario) -> tuple[Question, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        asked = {c.quantity for c in self.constraints(scenario) if c.required}
        return tuple(
            Question(
                evidence=measure.value,
                measure=measure,
                unit=unit,
                subjects=("ball",),
                reference="ground" if measure is not Measure.VERTICAL_ACCELERATION else None,
                required=measure.value in asked,
                words=text,
            )
            for measure, unit, text in (
                (Measure.FALL_TIME, _SECOND, "How long from release to first touching the ground?"),
                (Measure.IMPACT_SPEED, _SPEED, "How fast is the body when it touches the ground?"),
                (Measure.VERTICAL_ACCELERATION, GRAVITY.unit, "How fast does it gain speed?"),
                (Measure.DISPLACEMENT, Unit.METRE, "How far does it get from where it started?"),
            )
        )

    def solve(self, scenario: Scenario) -> Prediction:
        """See :class:`storyworld.physics.family.Family`."""
        if scenario.missing:
            return incomplete(scenario, _EQUATION)
        law = "closed form, constant acceleration, no drag"
        evidence = (
            evidence_by(_fall_time, scenario, "fall_time", _SECOND, law),
            evidence_by(_impact_speed, scenario, "impact_speed", _SPEED, law),
            gravity_evidence(scenario),
            evidence_by(lambda v: v["height"], scenario, "displacement", Unit.METRE, law),
        )
        constraints = self.constraints(scenario)
        limits = tuple(p.name for p in scenario.parameters if p.name in _CLAIMS)

        def margin(values: Mapping[str, float]) -> float:
            return min(_margin(limit, values) for limit in limits)

        flips = (
            alternatives(margin, scenario, (HEIGHT, *(s for s in _LIMITS if s.name in limits)))
            if limits
            else ()
        )
        h, g = scenario.si("height"), scenario.si("gravity")
        lines = (
            f"From h = {say(h, Unit.METRE)} with g = {say(g, GRAVITY.unit)} and "
            f"v0 = {say(scenario.si('launch_speed'), _SPEED)} the fall takes "
            f"{evidence[0].quantity} and ends at {evidence[1].quantity} (air drag neglected).",
        )
        violated = [limit for limit in limits if _margin(limit, values_of(scenario)) < 0]
        otherwise = _CLAIMS[violated[0]][3] if violated else "falls"
        return predict(
            scenario, constraints, Reasoning(_EQUATION, evidence, otherwise, lines, flips)
        )

    def stage(self, scenario: Scenario) -> Scene:
        """See :class:`storyworld.physics.family.Family`."""
        require_complete(scenario)
        h = scenario.si("height")
        across_m = 1.2 * h
        asked = scenario.parameter("diameter")
        radius_m = max(BALL_SHARE * across_m, asked.quantity.value / 2 if asked else 0.0)
        extent_m = max(across_m, 4 * radius_m)
        slab_m = 0.06 * extent_m
        x_min_m, x_max_m = -extent_m / 2, extent_m / 2
        mass = scenario.parameter("mass")
        ball = Body(
            name="ball",
            role=BodyRole.MOVING,
            shape=Disc(radius_m),
            colour=BALL,
            x_m=0.0,
            y_m=h + radius_m,
            velocity_y_m_s=-scenario.si("launch_speed"),
            mass_kg=mass.quantity.value if mass else 1.0,
        )
        return Scene(
            bodies=(ground(3 * x_min_m, 3 * x_max_m, slab_m), ball),
            gravity_m_s2=scenario.si("gravity"),
            duration_s=1.15 * _fall_time(values_of(scenario)) + 0.3,
            x_min_m=x_min_m,
            x_max_m=x_max_m,
            y_min_m=-slab_m,
            y_max_m=h + 2 * radius_m,
            scale_bar_m=scale_bar_m(extent_m),
        )


def _not_about_falling(words: Words) -> list[str]:
    """Give the words behind the release that say more than that a body falls.

    Whether a body falls is the easiest claim there is: it must not stand in for one that is not
    understood. What comes before describes the body and claims nothing.
    """
    first = min(
        (place for phrase in (*_RELEASED, *_THROWN_DOWN) for place in words.places(phrase)),
        default=0,
    )
    quantities = [m for m in read_quantities(words).mentions if m.written is not None]
    spoken_for = {p for m in quantities for p in range(m.first_token, m.next_token)}
    return [
        token.text
        for place, token in enumerate(words.tokens)
        if place >= first
        and token.kind is not TokenKind.MARK
        and token.text not in _ABOUT_FALLING
        and place not in spoken_for
    ]


def _impact_speed(values: Mapping[str, float]) -> float:
    v0 = values["launch_speed"]
    return math.sqrt(v0 * v0 + 2 * values["gravity"] * values["height"])


def _fall_time(values: Mapping[str, float]) -> float:
    return (_impact_speed(values) - values["launch_speed"]) / values["gravity"]


def _margin(limit: str, values: Mapping[str, float]) -> float:
    quantity, comparison, _, _ = _CLAIMS[limit]
    value = _fall_time(values) if quantity == "fall_time" else _impact_speed(values)
    asked = values[limit]
    if comparison is Comparison.WITHIN:
        return 0.05 * asked - abs(value - asked)
    return asked - value if comparison is Comparison.AT_MOST else value - asked


def _limit(parameter: Parameter) -> Constraint:
    """Make the constraint of a limit asked for; 'takes 2 s' tolerates its last digit and 5 %."""
    quantity, comparison, claim, _ = _CLAIMS[parameter.name]
    asked = parameter.quantity
    words = {
        Comparison.AT_MOST: "at most", Comparison.AT_LEAST: "at least", Comparison.WITHIN: "about"
    }[comparison]  # fmt: skip
    within = comparison is Comparison.WITHIN
    tolerance = 0.05 * asked.value + math.sqrt(3) * asked.uncertainty
    what = "The fall takes" if quantity == "fall_time" else "The body hits the ground with"
    return Constraint(
        constraint_id=claim,
        claim=claim,
        kind=ConstraintKind.GOAL,
        law="free fall from the height given",
        statement=f"{what} {words} {say(asked.value, asked.unit)}.",
        quantity=quantity,
        comparison=comparison,
        threshold=Quantity(value=asked.value, unit=asked.unit) if within else asked,
        tolerance=Quantity(value=tolerance, unit=asked.unit) if within else None,
    )


def _displacement(wanted: str, height_m: float) -> Constraint:
    falls = wanted == "falls"
    share = 0.5 if falls else 0.02
    return Constraint(
        constraint_id=wanted,
        claim=wanted,
        kind=ConstraintKind.GOAL,
        law="gravity: what is not held up falls",
        statement="The body falls." if falls else "The body stays where it is.",
        quantity="displacement",
        comparison=Comparison.AT_LEAST if falls else Comparison.AT_MOST,
        threshold=Quantity(value=share * height_m, unit=Unit.METRE),
    )
