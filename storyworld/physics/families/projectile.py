"""Projectile: a body thrown over a wall, across a gap, or as far as asked.

Equation (see :mod:`storyworld.physics.trajectory`)
    y(x) = y0 + x tan(theta) - g x² / (2 v² cos²(theta));
    R = v cos(theta) (v sin(theta) + sqrt(v² sin²(theta) + 2 g (y0 - y1))) / g;
    best angles: tan(theta) = v² / (g x) over a wall at x,
    tan(theta) = v / sqrt(v² + 2 g (y0 - y1)) for the farthest landing.
Source
    OpenStax, University Physics vol. 1, section 4.3 (projectile motion); the best angles follow
    from setting the derivative of y(x) and R by theta to zero.
Domain of validity
    A point body without drag, lift or spin; a thin wall; landing not above the launch. Heights
    are those of the body's lowest point, which moves as the point does.
"""

import math
from collections.abc import Iterable, Mapping
from typing import Final

from storyworld.physics.completion import (
    MASS,
    Settled,
    inferred,
    scenario,
    settle,
)
from storyworld.physics.family import Family, Interpretation, Slot
from storyworld.physics.gravity import (
    GRAVITY,
    gravity_evidence,
    gravity_law,
    gravity_of_the_place,
    gravity_unknown,
)
from storyworld.physics.masking import without
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import (
    Reasoning,
    alternatives,
    evidence_by,
    incomplete,
    predict,
    values_of,
)
from storyworld.physics.stature import statures
from storyworld.physics.throw_checks import throw_checks
from storyworld.physics.throw_claims import (
    LANDINGS,
    about_landing,
    about_the_wall,
    actual_of,
    margin_of,
)
from storyworld.physics.throw_laws import angle_of, clearance_of, distance_of, height_at_wall
from storyworld.physics.throw_reading import (
    THROWN_THINGS,
    gets_across,
    gets_over,
    is_level,
    level_start,
    misplaced,
    placed,
    turned,
    wanted_of,
)
from storyworld.physics.throw_scenes import size_effect_m, stage_landing, stage_wall
from storyworld.physics.throw_slots import (
    ANGLE,
    CLEARING,
    DISTANCES,
    FALLS,
    FAR,
    GAP,
    GAPS,
    HITTING,
    LAUNCH_HEIGHT,
    LET_GO,
    LEVEL,
    RISE,
    SHORT,
    SPEED,
    THROWN,
    UNPLACED,
    WALL_DISTANCE,
    WALL_HEIGHT,
    WALLS,
)
from storyworld.physics.unmodelled import disturbance
from storyworld.physics.upward_words import is_fed, nearness
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.unplaced import named, unplaced_claims
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Constraint
from storyworld.records.evidence import Evidence
from storyworld.records.goal import Domain, Intent, MissingParameter, Parameter, ParameterSource
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Measure, Prediction, Question, Scenario

_EQUATION: Final = (
    "y(x) = y0 + x tan(theta) - g x² / (2 v² cos²(theta));  "
    "R = v cos(theta) (v sin(theta) + sqrt(v² sin²(theta) + 2 g (y0 - y1))) / g"
)
_METRE, _DEGREE = Unit.METRE, Unit.DEGREE
_VERTICAL: Final = (LEVEL.name, RISE.name, LAUNCH_HEIGHT.name)
_NEGATIVE: Final = ("short", "lands_within", "lands_at", "stays_below")
# What goes straight up, or must stay under a ceiling, is another problem.
_NEVER: Final = vocabulary(
    "kinetic friction, static friction, friction coefficient, coefficient of friction, "
    "frictionless, mu s, mu k, straight up, vertically, straight upward, straight upwards, "
    "ceiling, straight down, vertically downwards, stack, stacked, rope, cord, tap, orifice, "
    "nozzle, liquid level, water level, spigot, hole, water line, waterline, below the surface, "
    "under the surface"
)
# A hedge grows, and what is thrown goes into the air.
_SAID: Final = frozenset({"grows", "into the air", "into the sky"})
# Farther than this share of the way no angle gets it: it does not land there.
_REACHED: Final = 0.9
_OPEN: Final = (Bound.AT_MOST, Bound.AT_LEAST)
_DOWNWARD: Final = vocabulary("downward, downwards, straight down")
_WATER_BALLOON: Final = (
    "water balloon",
    "water balloons",
    "water bomb",
    "grappling hook",
    *THROWN_THINGS,
)
_BASKETS: Final = vocabulary("basketball, basket, free throw, rim")
_DONE: Final = (*CLEARING, "jumps", "leaps", "jump", "leap")
_TOLERATED: Final = (
    "person", "flight", "obstacle", "force", "vehicle", "change", "incline", "machine", "fluid",
    "spring",
)  # fmt: skip


class Projectile(Family):
    """A thrown body clears a wall, crosses a gap, or flies as far as asked for."""

    name = "projectile"
    purpose = "a thrown body clears a wall, crosses a gap, flies as far as asked"
    domain = Domain.KINEMATICS
    outcomes: tuple[str, ...] = (
        "clears", "hits_wall", "stays_below", "short", "reaches", "lands_within", "lands_at",
        "too_far",
    )  # fmt: skip
    slots: tuple[Slot, ...] = (
        # What is lower or higher comes before distances: 'lands 3 m lower' is no distance.
        SPEED, ANGLE, WALL_HEIGHT, LEVEL, RISE, WALL_DISTANCE, GAP, *DISTANCES, LAUNCH_HEIGHT,
        MASS,
        GRAVITY,
    )  # fmt: skip

    def phrases(self) -> Iterable[str]:
        """See :class:`storyworld.physics.family.Family`."""
        return (*super().phrases(), *THROWN, *WALLS, *GAPS, *FAR, *CLEARING, *HITTING)

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`."""
        words = without(words, THROWN_THINGS[:7])
        if _is_another(words, units):
            return 0.0
        fast = Unit.METRE_PER_SECOND in units
        thrown = "rolls" if is_level(words) else words.any_of(THROWN)
        if thrown is None and fast and _DEGREE in units:
            thrown = words.any_of(LET_GO)
        if thrown is None and words.any_of(FALLS) is not None:
            return 0.0
        target = words.any_of((*WALLS, *GAPS, *FAR)) is not None
        rides = "ramp" in words and words.any_of(GAPS) is not None
        clearing = gets_across(words) or (rides and words.any_of(SHORT) is not None)
        if not target or not (thrown or ((fast or rides) and clearing)):
            return 0.0
        # What a body can jump is not kinematics, unless the goal says how fast it takes off.
        if thrown in {"jumps", "leaps", "jump", "leap"} and not fast:
            return 0.0
        if disturbance(without(words, _WATER_BALLOON), *_tolerated(words)) is not None:
            return 0.0
        return 0.6 + 0.2 * fast + 0.1 * (Unit.DEGREE in units) + 0.05 * (Unit.METRE in units)

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Leave out how tall somebody is; see the protocol."""
        return statures(words, mentions)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        unsettled: tuple[MissingParameter, ...] = ()
        given = turned(words, placed(words, given))
        names = {p.name for p in given}
        if RISE.name in names:
            because = "a far side above the launch is not modelled"
            unsettled = (MissingParameter(name=RISE.name, unit=_METRE, because=because),)
        unsettled = (
            *unsettled,
            *(unplaced_claims(words, UNPLACED, tolerated=_SAID) or misplaced(words, given)),
            *named(nearness(words)),
        )
        given = (*given, *level_start(words, names))
        given = (*given, *gravity_of_the_place(words, given))
        unsettled = (*unsettled, *gravity_unknown(words, given))
        wanted = wanted_of(words, names)
        done = words.asserted(_DONE)[0] or words.asserted(SHORT)[1]
        # 'Reaches a wall 3 m high': over it, or into it?
        only_gets_there = WALL_HEIGHT.name in names and not gets_over(words)
        if wanted == "clears" and (not done or only_gets_there) and not unsettled:
            because = "the goal does not say what the body is to do there"
            unsettled = (MissingParameter(name="wanted", unit=Unit.ONE, because=because),)
        return Interpretation(wanted, given, unsettled)

    def complete(self, intent: Intent, from_node: str | None = None) -> Scenario:
        """See :class:`storyworld.physics.family.Family`."""
        settled = settle(self.slots, intent)
        for slot in _needed(intent):
            if not settled.has(slot.name) and not settled.lacks(slot.name):
                settled = settled.without(slot.name, slot.unit, slot.because)
        given = {p.name for p in intent.parameters}
        if intent.wanted == "clears" and WALL_DISTANCE.name not in given:
            settled = _with_hopeless_distance(settled)
        if not settled.has(ANGLE.name) and not settled.lacks(ANGLE.name):
            settled = _with_best_angle(settled, intent.wanted)
        return scenario(intent, settled, from_node)

    def constraints(self, scenario: Scenario) -> tuple[Constraint, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        found: list[Constraint] = []
        if _walled(scenario) and scenario.wanted != "short":
            found += about_the_wall(scenario.wanted)
        else:
            found += about_landing(scenario)
        law = "projectile motion: in flight only gravity acts, downwards with g"
        return (*found, *gravity_law("projectile_law", law, scenario))

    def questions(self, scenario: Scenario) -> tuple[Question, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        asked = {c.quantity for c in self.constraints(scenario) if c.required}
        landing = "landing" if scenario.parameter(GAP.name) else "ground"
        measures: list[tuple[Measure, Unit, str | None, str]] = [
            (Measure.VERTICAL_ACCELERATION, GRAVITY.unit, None, "How fast does it fall in flight?"),
            (Measure.HORIZONTAL_VELOCITY, SPEED.unit, None, "How fast does it move sideways?"),
        ]
        if "landing_distance" in asked:
            text = "How far from the start is it when it is back at the level it lands on?"
            measures.insert(0, (Measure.LANDING_DISTANCE, _METRE, landing, text))
        if _walled(scenario):
            text = "How far above the wall is its lowest point while it passes over?"
            measures.insert(0, (Measure.CLEARANCE_ABOVE, _METRE, "wall", text))
        return tuple(
            Question(
                evidence=measure.value,
                measure=measure,
                unit=unit,
                subjects=("ball",),
                reference=reference,
                required=measure.value in asked,
                words=text,
            )
            for measure, unit, reference, text in measures
        )

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        return throw_checks(scenario, walled=_walled(scenario))

    def solve(self, scenario: Scenario) -> Prediction:
        """See :class:`storyworld.physics.family.Family`."""
        if scenario.missing:
            return incomplete(scenario, _EQUATION)
        free = _angle_is_free(scenario)
        solved = scenario
        if free:
            others = tuple(p for p in scenario.parameters if p.name != ANGLE.name)
            solved = scenario.revised(parameters=others)
        method = "closed form, no drag" + (", at the best launch angle" if free else "")
        evidence = [evidence_by(distance_of, solved, "landing_distance", _METRE, method)]
        if _walled(scenario):
            at_wall = evidence_by(height_at_wall, solved, "height_at_wall", _METRE, method)
            above = _sized(
                evidence_by(clearance_of, solved, "clearance_above", _METRE, method), scenario
            )
            evidence = [above, at_wall, *evidence]
        values, wanted = values_of(solved), scenario.wanted

        def margin(values: Mapping[str, float]) -> float:
            return margin_of(values, wanted)

        slots = (SPEED, ANGLE, WALL_HEIGHT, WALL_DISTANCE, GAP, *DISTANCES)
        best = " (the best there is: none was given)" if free else ""
        lines = (
            f"At v = {say(values['speed'], SPEED.unit)} and "
            f"theta = {say(math.degrees(angle_of(values)), _DEGREE)}{best}:",
            *(f"{e.name} = {e.quantity}" for e in evidence),
        )
        reasoning = Reasoning(
            equation=_EQUATION,
            evidence=(*evidence, gravity_evidence(scenario)),
            opposite=actual_of(values, wanted),
            lines=lines,
            alternatives=alternatives(margin, solved, slots),
        )
        return predict(scenario, self.constraints(scenario), reasoning)

    def stage(self, scenario: Scenario) -> Scene:
        """See :class:`storyworld.physics.family.Family`."""
        require_complete(scenario)
        values = values_of(scenario)
        return stage_wall(values) if _walled(scenario) else stage_landing(values)


def _is_another(words: Words, units: frozenset[Unit]) -> bool:
    """Whether it is another problem: one of going straight up or down, or of how fast it ends."""
    jets = "nozzle" if _DEGREE in units and not is_fed(words) else ""
    if words.any_of(n for n in _NEVER if n != jets) is not None:
        return True
    speeds = [m for m in read_quantities(words).mentions if m.quantity.unit is SPEED.unit]
    if speeds and all(m.firm and m.bound in _OPEN for m in speeds):
        return True
    return _DEGREE not in units and words.any_of(_DOWNWARD) is not None


def _tolerated(words: Words) -> tuple[str, ...]:
    """Say what does not matter: also how a body rolls to the edge, and the hoop of a basket."""
    rolls = is_level(words) or words.any_of(_BASKETS) is not None
    return (*_TOLERATED, "rolling") if rolls else _TOLERATED


def _sized(clearance: Evidence, scenario: Scenario) -> Evidence:
    """Widen a clearance by what the size of ball and wall, which nobody gave, can make of it."""
    values = values_of(scenario)
    effect_m = size_effect_m({**values, ANGLE.name: math.degrees(angle_of(values))})
    u = math.hypot(clearance.quantity.uncertainty, effect_m / math.sqrt(3))
    return clearance.revised(quantity=clearance.quantity.revised(uncertainty=u))


def _needed(intent: Intent) -> tuple[Slot, ...]:
    """Say which sizes of the target decide: those of a wall, of a gap, or none but a distance."""
    asked = {p.name for p in intent.parameters}
    words = Words.of(intent.text)
    if asked & {"distance_min", "distance_max", "distance_about"}:
        return ()
    walled = asked & {"wall_height", "wall_distance"} or words.any_of(WALLS)
    if walled and GAP.name not in asked:
        return (WALL_DISTANCE,) if intent.wanted == "short" else (WALL_HEIGHT, WALL_DISTANCE)
    return (GAP,)


def _with_hopeless_distance(settled: Settled) -> Settled:
    """Let any distance of the wall stand in, where the body cannot get as high at any angle."""
    if not settled.has("speed", "launch_height", "gravity", "wall_height"):
        return settled
    if not settled.lacks(WALL_DISTANCE.name):
        return settled
    v, g = settled.value("speed"), settled.value("gravity")
    highest_m = settled.value("launch_height") + v * v / (2 * g)
    # The share above leaves room for the digits of the speed: nearer than that the wall decides.
    if settled.value("wall_height") < 1.1 * highest_m:
        return settled
    because = (
        f"wherever the wall stands: at this speed nothing gets higher than {say(highest_m, _METRE)}"
    )
    return settled.with_parameter(inferred(WALL_DISTANCE.name, v * v / (8 * g), _METRE, because))


def _with_best_angle(settled: Settled, wanted: str) -> Settled:
    """Let the launch angle be the best for the target, where no angle is given.

    What the best one can do shows nothing of a throw that is to fall short or to land near: there
    the angle is missing, unless no angle gets any further.
    """
    if not settled.has("speed", "launch_height", "landing_drop", "gravity"):
        return settled
    values = {p.name: p.quantity.value for p in settled.parameters}
    asked = values.keys() & {"wall_height", *LANDINGS}
    too_far = wanted == "lands_at" and distance_of(values) < _REACHED * values["distance_about"]
    if wanted in _NEGATIVE and asked and margin_of(values, wanted) < 0 and not too_far:
        because = "no launch angle is given, and it decides how far the body gets"
        return settled.without(ANGLE.name, _DEGREE, because)
    angle = inferred(
        ANGLE.name,
        math.degrees(angle_of(values)),
        _DEGREE,
        "no launch angle is given: the best one for this target stands in, "
        "so that what it cannot do no angle can",
    )
    return settled.with_parameter(angle)


def _angle_is_free(scenario: Scenario) -> bool:
    """Whether the angle is the solver's best choice rather than the asker's."""
    angle = scenario.parameter(ANGLE.name)
    if angle is None or angle.source is not ParameterSource.INFERRED:
        return angle is None
    values = {name: value for name, value in values_of(scenario).items() if name != ANGLE.name}
    return math.isclose(math.degrees(angle_of(values)), angle.quantity.value, abs_tol=1e-9)


def _walled(scenario: Scenario) -> bool:
    return scenario.parameter(WALL_HEIGHT.name) is not None and scenario.parameter(GAP.name) is None
