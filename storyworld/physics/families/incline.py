"""Incline: a block at rest on a ramp stays or slides.

Equation
    slides if tan(theta) > mu_s; then a = g (sin(theta) - mu_k cos(theta))
Source
    OpenStax, University Physics vol. 1, section 6.2 (friction on an incline).
Domain of validity
    A block that slips before it tips, dry (Coulomb) friction, nothing pushing, pulling or
    rolling. At the knife edge, where tan(theta) and mu_s differ by less than what their digits
    say, nothing is decided.
"""

import math
from collections.abc import Mapping
from typing import Final

from storyworld.physics.completion import (
    MASS,
    Settled,
    inferred,
    scenario,
    settle,
)
from storyworld.physics.family import Family, Interpretation, Slot
from storyworld.physics.gravity import GRAVITY, gravity_of_the_place
from storyworld.physics.scene import Body, Box, Polygon, Scene
from storyworld.physics.scenery import BLOCK, RAMP, ground, require_complete, scale_bar_m
from storyworld.physics.solving import (
    Reasoning,
    alternatives,
    evidence_by,
    incomplete,
    predict,
    solver_evidence,
    values_of,
)
from storyworld.physics.unmodelled import disturbance
from storyworld.physics.unplaced import unplaced_claims
from storyworld.physics.wording import say
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import Domain, Intent, MissingParameter, Parameter
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import BodyRole, Measure, Prediction, Question, Scenario

_EQUATION: Final = "slides if tan(theta) > mu_s;  a = g (sin(theta) - mu_k cos(theta))"
_ONE, _METRE = Unit.ONE, Unit.METRE

ANGLE: Final = Slot(
    "angle", Unit.DEGREE, "ramp angle", 0.0, 85.0,
    before=vocabulary("angle of, angle, at, inclined at, tilted at, sloping at, slope of"),
    after=vocabulary("ramp, incline, slope, inclined, hill, plane, plank, angle, steep"),
    by_unit=True, because="whether the block slides turns on how steep the ramp is",
)  # fmt: skip
GRADE: Final = Slot(
    "grade", _ONE, "grade", -10.0, 10.0, optional=True, symbol="percent",
    before=vocabulary("grade of, gradient of, slope of, grade, gradient"),
    after=vocabulary("grade, gradient, slope, hill, ramp, incline"), by_unit=True,
)  # fmt: skip
_FRICTION_WORDS: Final = (
    "friction coefficient, friction coefficient of, coefficient of friction, friction, "
    "coefficient of friction of, friction of, coefficient, coefficient of, mu, μ, µ, mu of"
)
MU_STATIC: Final = Slot(
    "friction_static", _ONE, "static friction", 0.0, 2.0,
    before=vocabulary(
        "static friction, static friction coefficient, static friction coefficient of, "
        "coefficient of static friction, coefficient of static friction of, static coefficient, "
        "static friction of, mu s, μ s, μs, µs, mus, static coefficient of friction, "
        f"static coefficient of, {_FRICTION_WORDS}"
    ),
    after=vocabulary("friction, static friction, friction coefficient, coefficient of friction"),
    because="whether the block slides turns on the static friction",
)  # fmt: skip
MU_KINETIC: Final = Slot(
    "friction_kinetic", _ONE, "kinetic friction", 0.0, 2.0, optional=True,
    before=vocabulary(
        "kinetic friction, kinetic friction coefficient, kinetic friction coefficient of, "
        "coefficient of kinetic friction, coefficient of kinetic friction of, kinetic coefficient, "
        "kinetic friction of, mu k, μ k, μk, µk, muk, sliding friction, dynamic friction, kinetic, "
        "sliding friction coefficient, dynamic friction coefficient, sliding friction of, "
        "coefficient of sliding friction, coefficient of dynamic friction, dynamic friction of"
    ),
    after=vocabulary("kinetic friction, sliding friction, dynamic friction"),
)  # fmt: skip
LENGTH: Final = Slot(
    "length", _METRE, "ramp length", 0.05, 200.0,
    before=vocabulary("length, length of, ramp of"),
    after=vocabulary("long, ramp, long ramp, incline, long incline, in length, slope, plank"),
    default=2.0, because="whether a block starts to slide does not turn on the length of the ramp",
)  # fmt: skip
# Kinetic friction is commonly about three quarters of the static one.
_KINETIC_SHARE: Final = 0.75
_STILL_SHARE: Final = 0.02
_SLIDES_SHARE: Final = 0.05

_SURFACES: Final = vocabulary(
    "ramp, incline, inclined plane, inclined, slope, hill, plank, tilted board, inclined board, "
    "tilted plane, tilted surface, sloping, tilted, grade, gradient"
)
_STAYING: Final = vocabulary(
    "stay, stays, staying, remain, remains, remaining, at rest, rests, hold, holds, stationary, "
    "sits, sit, sticks, stick, put, parked, stands, standing, static equilibrium, motionless"
)
_SLIDING: Final = vocabulary(
    "slide, slides, sliding, slip, slips, slipping, slid, slipped, moves, move, moving, "
    "accelerates down, starts moving, budge, budges, descend, descends, glides, move down"
)
_UNPLACED: Final = vocabulary(
    "slides up, slide up, sliding up, moves up, move up, glides up, goes up, creeps up, upward, "
    "upwards, climbs, climb, climbing, rises, rise, ascends, flies, fly, leaves the ramp, tips, "
    "topples, tumbles, jumps, rotates, stops, comes to a stop, comes to rest, reverses, speed of, "
    "up a, up an, up the, terminal"
)
_FRICTIONLESS: Final = vocabulary("frictionless, no friction, without friction, perfectly smooth")
_ROUND: Final = vocabulary("ball, sphere, marble, up the ramp, up a ramp, up the incline, uphill")


class Incline(Family):
    """A block on a ramp stays where it is, or slides."""

    name = "incline"
    purpose = "a block on a ramp stays or slides"
    domain = Domain.STATICS
    outcomes: tuple[str, ...] = ("stays", "slides")
    slots: tuple[Slot, ...] = (
        ANGLE, GRADE, MU_STATIC, MU_KINETIC, LENGTH,
        MASS,
        GRAVITY,
    )  # fmt: skip

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`."""
        if words.any_of(_SURFACES) is None or words.any_of(_ROUND) is not None:
            return 0.0
        spoken = words.any_of((*_STAYING, *_SLIDING)) is not None
        rubbed = words.any_of(("friction", "frictionless", "mu", "μ", "µ")) is not None
        # A parked car is a block; a driving one is not.
        parked = ("vehicle",) if "parked" in words else ()
        if not (spoken or rubbed) or disturbance(words, "incline", "person", *parked):
            return 0.0
        return 0.5 + 0.15 * spoken + 0.2 * rubbed + 0.1 * (Unit.DEGREE in units)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        names = {p.name for p in given}
        found = list(given)
        if GRADE.name in names and ANGLE.name not in names:
            grade = next(p for p in given if p.name == GRADE.name).quantity
            u = math.degrees(grade.uncertainty / (1 + grade.value**2))
            angle = math.degrees(math.atan(grade.value))
            because = f"a grade of {grade.value:.3g} is a rise over a run"
            found.append(inferred(ANGLE.name, angle, ANGLE.unit, because, u))
        if MU_STATIC.name not in names and words.any_of(_FRICTIONLESS):
            because = "the goal says there is no friction"
            found.append(inferred(MU_STATIC.name, 0.0, _ONE, because))
        found += gravity_of_the_place(words, given)
        staying, not_staying = words.asserted(_STAYING)
        sliding, not_sliding = _slides_said(words)
        for_staying, for_sliding = staying or not_sliding, sliding or not_staying
        # 'starts from rest and slides' tells where it starts, not that it stays.
        if for_staying and for_sliding and sliding and not not_sliding:
            for_staying = any(
                words.asserted((w,))[0] for w in ("stays", "stay", "remains", "remain", "holds")
            )
        unsettled: tuple[MissingParameter, ...] = ()
        if for_staying == for_sliding:
            because = (
                "the goal asks it both to stay and to slide"
                if for_staying
                else "the goal does not say whether it is to stay or to slide"
            )
            unsettled = (MissingParameter(name="wanted", unit=_ONE, because=because),)
        unsettled = (*unsettled, *unplaced_claims(words, _UNPLACED))
        return Interpretation("slides" if for_sliding else "stays", tuple(found), unsettled)

    def complete(self, intent: Intent, from_node: str | None = None) -> Scenario:
        """See :class:`storyworld.physics.family.Family`."""
        settled = settle(self.slots, intent)
        if settled.has(MU_STATIC.name):
            settled = _with_kinetic(settled)
        return scenario(intent, settled, from_node)

    def constraints(self, scenario: Scenario) -> tuple[Constraint, ...]:
        """See :class:`storyworld.physics.family.Family`."""
        stays = scenario.wanted == "stays"
        length = scenario.parameter(LENGTH.name)
        angle = scenario.parameter(ANGLE.name)
        found = [
            Constraint(
                constraint_id=f"{scenario.wanted}_by_friction",
                claim=scenario.wanted,
                kind=ConstraintKind.GOAL,
                law="Coulomb friction: a block slides where tan(theta) exceeds mu_s",
                statement="Friction holds the block." if stays else "Friction cannot hold it.",
                quantity="friction_margin",
                comparison=Comparison.AT_LEAST if stays else Comparison.AT_MOST,
                threshold=Quantity(value=0.0, unit=_ONE),
                admits=(EvidenceSource.SOLVER,),
            )
        ]
        if length is not None:
            share = _STILL_SHARE if stays else _SLIDES_SHARE
            limit_m = share * length.quantity.value
            found.append(
                Constraint(
                    constraint_id=f"{scenario.wanted}_on_film",
                    claim=scenario.wanted,
                    kind=ConstraintKind.GOAL,
                    law="Coulomb friction: a block slides where tan(theta) exceeds mu_s",
                    statement=f"It moves {'at most' if stays else 'at least'} "
                    f"{say(limit_m, _METRE)} on the ramp.",
                    quantity="displacement",
                    comparison=Comparison.AT_MOST if stays else Comparison.AT_LEAST,
                    threshold=Quantity(value=limit_m, unit=_METRE),
                    admits=(EvidenceSource.MEASUREMENT,),
                )
            )
        if angle is not None:
            found.append(
                Constraint(
                    constraint_id="ramp_as_asked",
                    claim="ramp_as_asked",
                    kind=ConstraintKind.LAW,
                    law="the premise: the ramp is as steep as the goal says",
                    statement=f"The ramp rises at {say(angle.quantity.value, ANGLE.unit)}, to 1°.",
                    quantity="surface_angle",
                    comparison=Comparison.WITHIN,
                    threshold=Quantity(value=angle.quantity.value, unit=ANGLE.unit),
                    tolerance=Quantity(value=1.0, unit=ANGLE.unit),
                )
            )
        return tuple(found)

    def questions(self, scenario: Scenario) -> tuple[Question, ...]:  # noqa: ARG002
        """See :class:`storyworld.physics.family.Family`."""
        return (
            Question(
                evidence="displacement", measure=Measure.DISPLACEMENT, unit=_METRE,
                subjects=("block",), reference="ramp",
                words="How far does the block get from where it started?",
            ),
            Question(
                evidence="surface_angle", measure=Measure.SURFACE_ANGLE, unit=ANGLE.unit,
                subjects=("ramp",), words="How steep is the ramp?",
            ),
            Question(
                evidence="acceleration_along", measure=Measure.ACCELERATION_ALONG,
                unit=GRAVITY.unit, subjects=("block",), reference="ramp", required=False,
                words="How fast does the block gain speed along the ramp?",
            ),
        )  # fmt: skip

    def solve(self, scenario: Scenario) -> Prediction:
        """See :class:`storyworld.physics.family.Family`."""
        if scenario.missing:
            return incomplete(scenario, _EQUATION)
        method = "closed form, Coulomb friction"
        # The film is staged with the scenario's angle: as the premise it is exact.
        premise = solver_evidence(
            "surface_angle", scenario.si("angle"), 0.0, ANGLE.unit, "the scenario's angle"
        )
        friction = evidence_by(_friction_margin, scenario, "friction_margin", _ONE, method)
        slides = friction.quantity.value < 0
        evidence = [friction, premise]
        if slides:
            along = evidence_by(_along, scenario, "acceleration_along", GRAVITY.unit, method)
            evidence.append(along)
        sign = 1.0 if scenario.wanted == "stays" else -1.0

        def margin(values: Mapping[str, float]) -> float:
            return sign * _friction_margin(values)

        theta, mu = scenario.si("angle"), scenario.si("friction_static")
        lines = [
            f"tan({say(theta, ANGLE.unit)}) = {math.tan(math.radians(theta)):.4g}, "
            f"mu_s = {mu:.4g}: the friction margin is {friction.quantity}."
        ]
        if slides:
            lines.append(f"It gains {evidence[-1].quantity} along the ramp.")
        reasoning = Reasoning(
            equation=_EQUATION,
            evidence=tuple(evidence),
            opposite="slides" if slides else "stays",
            lines=tuple(lines),
            alternatives=alternatives(margin, scenario, (ANGLE, MU_STATIC)),
        )
        return predict(scenario, self.constraints(scenario), reasoning)

    def stage(self, scenario: Scenario) -> Scene:
        """Build the ramp with the block in its upper half; see the protocol.

        Notes
        -----
        The engine knows one coefficient for sticking and sliding: a block that static friction
        cannot hold slides with the kinetic one. The block is twice as long as high, so that it
        slips before it tips up to mu = 2.
        """
        require_complete(scenario)
        values = values_of(scenario)
        theta, length_m = math.radians(values["angle"]), values["length"]
        cos, sin = math.cos(theta), math.sin(theta)
        slides = _friction_margin(values) < 0
        friction = values["friction_kinetic" if slides else "friction_static"]
        block_m = 0.16 * length_m
        along_m = 0.25 * length_m
        run_m, rise_m = length_m * cos, length_m * sin
        # The ramp falls to the right; its body lies at the centroid of the triangle.
        corners = ((0.0, 0.0), (run_m, 0.0), (0.0, rise_m))
        centre = (run_m / 3, rise_m / 3)
        ramp = Body(
            name="ramp",
            role=BodyRole.SUPPORT,
            shape=Polygon(tuple((x - centre[0], y - centre[1]) for x, y in corners)),
            colour=RAMP,
            x_m=centre[0],
            y_m=centre[1],
            friction_static=friction,
        )
        mass = scenario.parameter("mass")
        block = Body(
            name="block",
            role=BodyRole.MOVING,
            shape=Box(width_m=block_m, height_m=block_m / 2),
            colour=BLOCK,
            x_m=along_m * cos + block_m / 4 * sin,
            y_m=rise_m - along_m * sin + block_m / 4 * cos,
            angle_rad=-theta,
            mass_kg=mass.quantity.value if mass else 1.0,
            friction_static=friction,
        )
        duration_s = 2.0
        if slides:
            duration_s = min(10.0, math.sqrt(2 * 0.5 * length_m / _along(values)))
        slab_m = 0.04 * length_m
        side_m = 0.08 * length_m
        return Scene(
            bodies=(ground(-length_m, 2 * length_m, slab_m), ramp, block),
            gravity_m_s2=values["gravity"],
            duration_s=duration_s,
            x_min_m=-side_m,
            x_max_m=max(run_m, 0.5 * length_m) + side_m,
            y_min_m=-slab_m,
            y_max_m=max(rise_m, 0.2 * length_m) + side_m,
            scale_bar_m=scale_bar_m(max(run_m, 0.5 * length_m) + 2 * side_m),
        )


def _slides_said(words: Words) -> tuple[bool, bool]:
    """Say whether sliding is asserted, and whether denied; 'sliding friction' is neither."""
    said = denied = False
    for phrase in _SLIDING:
        for place in words.places(phrase):
            if words.follows(place + 1, ["friction"]) or words.follows(place + 1, ["coefficient"]):
                continue
            if words.negated(place):
                denied = True
            else:
                said = True
    return said, denied


def _with_kinetic(settled: Settled) -> Settled:
    """Let kinetic friction follow from the static one, and refuse one that exceeds it."""
    static = settled.value(MU_STATIC.name)
    if settled.has(MU_KINETIC.name):
        if settled.value(MU_KINETIC.name) > static:
            because = "kinetic friction above the static one contradicts how friction works"
            return settled.without(MU_KINETIC.name, _ONE, because)
        return settled
    if settled.lacks(MU_KINETIC.name):
        return settled
    because = "kinetic friction is about three quarters of the static; it cannot start a slide"
    return settled.with_parameter(
        inferred(MU_KINETIC.name, _KINETIC_SHARE * static, _ONE, because, 0.1 * static)
    )


def _friction_margin(values: Mapping[str, float]) -> float:
    return values["friction_static"] - math.tan(math.radians(values["angle"]))


def _along(values: Mapping[str, float]) -> float:
    theta = math.radians(values["angle"])
    return values["gravity"] * (math.sin(theta) - values["friction_kinetic"] * math.cos(theta))
