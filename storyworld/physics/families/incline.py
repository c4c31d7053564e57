"""Incline: a block at rest on a ramp stays or slides.

Equation
    slides if tan(theta) > mu_s; then a = g (sin(theta) - mu_k cos(theta)), in a time t it gets
    a t² / 2 far, and after a way d it has the speed sqrt(2 a d)
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

from storyworld.physics.claims import Claim, Derived, Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import MASS, inferred
from storyworld.physics.family import Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.incline_words import (
    FRICTIONLESS,
    RESTING,
    RUBBING,
    SLIDING,
    STAYING,
    SURFACES,
    UNPLACED,
    friction_cues,
)
from storyworld.physics.scene import Body, Box, Polygon, Scene
from storyworld.physics.scenery import BLOCK, RAMP, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Question, Scenario

_ONE, _METRE, _SECOND, _DEGREE = Unit.ONE, Unit.METRE, Unit.SECOND, Unit.DEGREE
# Kinetic friction is commonly about three quarters of the static one.
_KINETIC_SHARE: Final = 0.75
_STILL_SHARE: Final = 0.02
_SLIDES_SHARE: Final = 0.05
_ANGLE_TOLERANCE_DEG: Final = 1.0

ANGLE: Final = Slot(
    "angle", _DEGREE, "ramp angle", 0.0, 85.0,
    before=vocabulary("angle of, angle, at, inclined at, tilted at, sloping at, slope of, theta, "
                      "raised to, tilted to, inclination of, inclination, θ, set to, pitched at, "
                      "tilts to, lifted to, slopes at, by, propped at"),
    after=vocabulary("ramp, incline, slope, inclined, hill, plane, plank, angle, steep, roof, "
                     "board, inclination, above the horizontal, to the horizontal, tilt"),
    by_unit=True, because="whether the block slides turns on how steep the ramp is",
)  # fmt: skip
GRADE: Final = Slot(
    "grade", _ONE, "grade", 0.0, 10.0, optional=True, symbol="percent",
    before=vocabulary("grade of, gradient of, slope of, grade, gradient"),
    after=vocabulary("grade, gradient, slope, hill, ramp, incline"), by_unit=True,
)  # fmt: skip
MU_STATIC: Final = Slot(
    "friction_static", _ONE, "static friction", 0.0, 2.0, before=friction_cues("static"),
    after=vocabulary("friction, static friction, friction coefficient, coefficient of friction, "
                     "static"),
    because="whether the block slides turns on the static friction",
)  # fmt: skip
MU_KINETIC: Final = Slot(
    "friction_kinetic", _ONE, "kinetic friction", 0.0, 2.0, optional=True,
    before=friction_cues("kinetic"),
    after=vocabulary("kinetic friction, sliding friction, dynamic friction, kinetic, sliding"),
    because="how fast a block slides turns on the kinetic friction",
)  # fmt: skip
LENGTH: Final = Slot(
    "length", _METRE, "ramp length", 0.05, 500.0,
    before=vocabulary("length, length of, ramp of"),
    after=vocabulary("long, ramp, long ramp, incline, long incline, in length, slope, plank, "
                     "board, chute, long chute, slide"),
    default=2.0, because="whether a block starts to slide does not turn on the length of the ramp",
)  # fmt: skip
WAY: Final = Slot(
    "way", _METRE, "way down the ramp", 0.01, 500.0, optional=True,
    before=vocabulary("covers, slides, travels, goes, moves, distance of, way of"),
    after=vocabulary("down the ramp, down the slope, of the slope, of the ramp, down, along, "
                     "downhill, in the first, of slope, to the bottom"),
    because="how long it takes turns on how far it goes",
)  # fmt: skip
TIME: Final = Slot(
    "slide_time", _SECOND, "time to slide", 0.01, 1e4, optional=True, by_unit=True,
    bounds=frozenset({Bound.AT_MOST, Bound.IN}),
)  # fmt: skip
BOTTOM_SPEED: Final = Limit(
    "bottom_speed", Unit.METRE_PER_SECOND, "speed at the bottom", 0.01, 300.0,
    says="At the end of its way it is moving at",
    at_most=("stays_slow", "gets_fast"), at_least=("gets_fast", "stays_slow"),
    within=("reaches_speed", "misses_speed"), plain=Comparison.AT_LEAST,
    before=vocabulary("speed of, at, reaches, speed, velocity of, doing, moving at"),
    after=vocabulary("at the bottom, at the end, by the bottom"), by_unit=True,
)  # fmt: skip


def _friction_margin(values: Mapping[str, float]) -> float:
    return values["friction_static"] - math.tan(math.radians(values["angle"]))


def _along(values: Mapping[str, float]) -> float:
    theta = math.radians(values["angle"])
    return values["gravity"] * (math.sin(theta) - values["friction_kinetic"] * math.cos(theta))


def _slid(values: Mapping[str, float]) -> float:
    """How far it slides in the time asked, m; nothing while static friction holds it."""
    if _friction_margin(values) >= 0:
        return 0.0
    return max(0.0, _along(values)) * values["slide_time"] ** 2 / 2


def _bottom_speed(values: Mapping[str, float]) -> float:
    if _friction_margin(values) >= 0:
        return 0.0
    return math.sqrt(2 * max(0.0, _along(values)) * values["way"])


def _shown(comparison: Comparison, share: float) -> Seen:
    return Seen(
        Measure.DISPLACEMENT, _METRE, ("block",), comparison, lambda v: share * v["length"],
        "How far does the block get from where it started?", "ramp",
    )  # fmt: skip


class Incline(ClosedForm):
    """A block on a ramp stays where it is, or slides."""

    name = "incline"
    purpose = "a block on a ramp stays where it is, or slides down"
    domain = Domain.STATICS
    equation = "slides if tan(theta) > mu_s;  a = g (sin(theta) - mu_k cos(theta))"
    law = "Coulomb friction: a block slides where tan(theta) exceeds mu_s"
    outcomes = (
        "stays", "slides", "slides_in_time", "slides_slower",
        "stays_slow", "gets_fast", "reaches_speed", "misses_speed",
    )  # fmt: skip
    slots = (
        ANGLE, GRADE, MU_STATIC, MU_KINETIC, LENGTH, WAY, TIME, *BOTTOM_SPEED.slots, MASS, GRAVITY,
    )  # fmt: skip
    derived = (
        Derived("angle", ("grade",), lambda v: math.degrees(math.atan(v["grade"])),
                "a grade is a rise over a run"),
        Derived("friction_kinetic", ("friction_static",),
                lambda v: _KINETIC_SHARE * v["friction_static"],
                "kinetic friction is about three quarters of the static"),
    )  # fmt: skip
    formulas = (
        Formula("friction_margin", _ONE, _friction_margin, ("friction_static", "angle"),
                "friction over what the slope asks"),
        Formula("surface_angle", _DEGREE, lambda v: v["angle"], ("angle",), "ramp angle"),
        Formula("acceleration_along", GRAVITY.unit, lambda v: max(0.0, _along(v)),
                ("angle", "friction_kinetic", "gravity"), "acceleration if it slides"),
        Formula("way_in_time", _METRE, _slid,
                ("angle", "friction_static", "friction_kinetic", "slide_time", "way", "gravity"),
                "way in the time asked"),
        Formula("bottom_speed", Unit.METRE_PER_SECOND, _bottom_speed,
                ("angle", "friction_static", "friction_kinetic", "way", "gravity"),
                "speed after its way"),
    )  # fmt: skip
    claims = (
        Claim("stays", "slides", "friction_margin", Comparison.AT_LEAST, 0.0,
              "Friction holds the block.", seen=_shown(Comparison.AT_MOST, _STILL_SHARE)),
        Claim("slides", "stays", "friction_margin", Comparison.AT_MOST, 0.0,
              "Friction cannot hold it.", seen=_shown(Comparison.AT_LEAST, _SLIDES_SHARE)),
        Claim("slides_in_time", "slides_slower", "way_in_time", Comparison.AT_LEAST, "way",
              "In that time it gets {} far."),
    )  # fmt: skip
    limits = (BOTTOM_SPEED,)
    wishes = (
        Wish("stays", "slides", STAYING, weak=RESTING),
        Wish("slides", "stays", SLIDING),
    )
    speaks = Speaks(
        all_of=((*SURFACES, *RUBBING[:2]), (*STAYING, *RESTING, *SLIDING, *RUBBING)),
        helps=(*RUBBING, *SURFACES[:6]),
        units=frozenset({_DEGREE}),
        never=vocabulary("ball, sphere, marble, uphill, cylinder, hoop, wheel, up the ramp, "
                         "pendulum, up a ramp, up the incline, bank, banked, curve, turn, "
                         "loop, gripper"),
        tolerates=("incline", "person", "weightless"),
    )  # fmt: skip
    contrary = UNPLACED
    sights = (
        Check(name="moves", statement="The block slides down along the ramp.",
              antonym="The block stays where it was put."),
        Check(name="in_contact", statement="The block rests flat on the ramp all the time.",
              antonym="The block tips over, rolls, or leaves the surface."),
    )  # fmt: skip
    watched = (
        Question(evidence="surface_angle", measure=Measure.SURFACE_ANGLE, unit=_DEGREE,
                 subjects=("ramp",), words="How steep is the ramp?"),
        Question(evidence="acceleration_along", measure=Measure.ACCELERATION_ALONG,
                 unit=GRAVITY.unit, subjects=("block",), reference="ramp", required=False,
                 words="How fast does the block gain speed along the ramp?"),
    )  # fmt: skip

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`."""
        # A parked car is a block; a driving one is not.
        if "parked" in words or "parking" in words:
            parked = Speaks(
                all_of=self.speaks.all_of, helps=self.speaks.helps, units=self.speaks.units,
                tolerates=(*self.speaks.tolerates, "vehicle"),
            )  # fmt: skip
            return parked.affinity(words, units)
        return self.speaks.affinity(words, units)

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Give no friction where the goal denies it, and the ramp as the way to its bottom."""
        names = {p.name: p for p in given}
        found: list[Parameter] = []
        if MU_STATIC.name not in names and words.any_of(FRICTIONLESS):
            found.append(inferred(MU_STATIC.name, 0.0, _ONE, "the goal says there is no friction"))
        timed = any(name in names for name in (TIME.name, *(s.name for s in BOTTOM_SPEED.slots)))
        if timed and WAY.name not in names and LENGTH.name in names:
            length = names[LENGTH.name].quantity
            because = "it slides all the way down the ramp"
            found.append(inferred(WAY.name, length.value, _METRE, because, length.uncertainty))
        return tuple(found)

    def unsettled(
        self,
        words: Words,  # noqa: ARG002
        given: tuple[Parameter, ...],
    ) -> tuple[MissingParameter, ...]:
        """Refuse kinetic friction above the static one: it contradicts how friction works."""
        values = {p.name: p.quantity.value for p in given}
        static, kinetic = values.get(MU_STATIC.name), values.get(MU_KINETIC.name)
        if static is None or kinetic is None or kinetic <= static:
            return ()
        because = "kinetic friction above the static one contradicts how friction works"
        return (MissingParameter(name=MU_KINETIC.name, unit=_ONE, because=because),)

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        asked = super().ask(wanted, given)
        in_time = next(c for c in self.claims if c.outcome == "slides_in_time")
        others = tuple(c for c in asked if c is not in_time)
        return (in_time, *others) if TIME.name in given else others

    def laws(self, scenario: Scenario) -> tuple[Constraint, ...]:
        """Require that the ramp on film is as steep as the goal says."""
        angle = scenario.parameter(ANGLE.name)
        if angle is None:
            return ()
        return (
            Constraint(
                constraint_id="ramp_as_asked",
                claim="ramp_as_asked",
                kind=ConstraintKind.LAW,
                law="the premise: the ramp is as steep as the goal says",
                statement=f"The ramp rises at {say(angle.quantity.value, _DEGREE)}, to 1°.",
                quantity="surface_angle",
                comparison=Comparison.WITHIN,
                threshold=Quantity(value=angle.quantity.value, unit=_DEGREE),
                tolerance=Quantity(value=_ANGLE_TOLERANCE_DEG, unit=_DEGREE),
            ),
        )

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        theta, mu = values["angle"], values["friction_static"]
        slope = math.tan(math.radians(theta))
        lines = [f"tan({say(theta, _DEGREE)}) = {slope:.4g}, mu_s = {mu:.4g}"]
        if slope > mu:
            lines.append(
                f"a = {values['gravity']:.4g} m/s² × (sin {say(theta, _DEGREE)} - "
                f"{values['friction_kinetic']:.3g} cos {say(theta, _DEGREE)}) = "
                f"{_along(values):.4g} m/s²"
            )
        return tuple(lines)

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
