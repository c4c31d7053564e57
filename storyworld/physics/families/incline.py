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
from dataclasses import replace
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import MASS, inferred
from storyworld.physics.expected import at_rest, sliding
from storyworld.physics.family import Interpretation
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.incline_leaning import leans
from storyworld.physics.incline_reading import frictions, is_smooth, time_is_denied
from storyworld.physics.incline_sights import (
    SLIDES_SHARE,
    STAYS_FOR_S,
    STAYS_THROUGHOUT,
    STILL_SHARE,
    shown,
)
from storyworld.physics.incline_slots import (
    ANGLE,
    BOTTOM_SPEED,
    GRADE,
    LEAST_TIME,
    LENGTH,
    MU_KINETIC,
    MU_STATIC,
    TIME,
    WAY,
    in_time,
)
from storyworld.physics.incline_words import (
    ARRIVING,
    BODIES,
    DRIVING,
    FRICTIONLESS,
    HANDS_OFF,
    NEVER,
    PARKED,
    RESTING,
    RUBBING,
    SLIDING,
    STAYING,
    SURFACES,
    TIPPED,
    UNPLACED,
    held_back_in_vain,
)
from storyworld.physics.masking import without
from storyworld.physics.scene import Body, Box, Polygon, Scene
from storyworld.physics.scenery import BLOCK, RAMP, ground, require_complete, scale_bar_m
from storyworld.physics.solving import Law, values_of
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.unplaced import UNPLACED_CLAIM
from storyworld.reading.words import Words
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Question, Scenario

_ONE, _METRE, _SECOND, _DEGREE = Unit.ONE, Unit.METRE, Unit.SECOND, Unit.DEGREE
# Kinetic friction is commonly about three quarters of the static one.
_KINETIC_SHARE: Final = 0.75
_ANGLE_TOLERANCE_DEG: Final = 1.0


def _friction_margin(values: Mapping[str, float]) -> float:
    return values["friction_static"] - math.tan(math.radians(values["angle"]))


def _along(values: Mapping[str, float]) -> float:
    theta = math.radians(values["angle"])
    return values["gravity"] * (math.sin(theta) - values["friction_kinetic"] * math.cos(theta))


def _slid(time: str) -> Law:
    """How far it slides in the time asked, m; nothing while static friction holds it."""

    def law(values: Mapping[str, float]) -> float:
        if _friction_margin(values) >= 0:
            return 0.0
        return max(0.0, _along(values)) * values[time] ** 2 / 2

    return law


def _bottom_speed(values: Mapping[str, float]) -> float:
    if _friction_margin(values) >= 0:
        return 0.0
    return math.sqrt(2 * max(0.0, _along(values)) * values["way"])


_OTHER_UNITS: Final = frozenset({Unit.METRE_PER_SECOND, Unit.NEWTON, Unit.KELVIN})
_PARKED: Final = Speaks(
    all_of=((*SURFACES, *RUBBING[:2]), (*STAYING, *RESTING, *SLIDING, *RUBBING)),
    helps=(*RUBBING, *SURFACES[:6]),
    units=frozenset({_DEGREE}),
    tolerates=("incline", "person", "weightless", "vehicle", "rolling"),
)
# An angle, a friction and a body that stays or slides: the ramp need not be named.
_BARE: Final = Speaks(
    all_of=(RUBBING, (*STAYING, *RESTING, *SLIDING)),
    helps=(*RUBBING, "angle", "theta", "tilted", "tipped"),
    units=frozenset({_DEGREE}),
    never=NEVER,
    tolerates=("incline", "person", "weightless", "machine"),
)
_TIPPED: Final = replace(
    _BARE,
    never=(*NEVER, *DRIVING),
    tolerates=("incline", "person", "weightless", "machine", "vehicle", "change"),
)


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
        ANGLE, GRADE, MU_STATIC, MU_KINETIC, LENGTH, WAY, TIME, LEAST_TIME, *BOTTOM_SPEED.slots,
        MASS, GRAVITY,
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
        Formula("way_in_time", _METRE, _slid("slide_time"),
                ("angle", "friction_static", "friction_kinetic", "slide_time", "way", "gravity"),
                "way in the time asked"),
        Formula("way_in_least_time", _METRE, _slid("least_time"),
                ("angle", "friction_static", "friction_kinetic", "least_time", "way", "gravity"),
                "way in the time asked"),
        Formula("bottom_speed", Unit.METRE_PER_SECOND, _bottom_speed,
                ("angle", "friction_static", "friction_kinetic", "way", "gravity"),
                "speed after its way"),
    )  # fmt: skip
    claims = (
        Claim("stays", "slides", "friction_margin", Comparison.AT_LEAST, 0.0,
              "Friction holds the block.", seen=shown(Comparison.AT_MOST, STILL_SHARE),
              over=STAYS_THROUGHOUT),
        Claim("slides", "stays", "friction_margin", Comparison.AT_MOST, 0.0,
              "Friction cannot hold it.", seen=shown(Comparison.AT_LEAST, SLIDES_SHARE)),
        Claim("slides_in_time", "slides_slower", "way_in_time", Comparison.AT_LEAST, "way",
              "In that time it gets {} far.", seen=in_time(Comparison.AT_LEAST, TIME.name)),
        Claim("slides_slower", "slides_in_time", "way_in_least_time", Comparison.AT_MOST, "way",
              "In that time it does not get {} far yet.",
              seen=in_time(Comparison.AT_MOST, LEAST_TIME.name)),
    )  # fmt: skip
    limits = (BOTTOM_SPEED,)
    wishes = (
        Wish("stays", "slides", STAYING, weak=RESTING),
        Wish("slides", "stays", SLIDING),
    )
    speaks = Speaks(
        all_of=((*SURFACES, *RUBBING[:2]), (*STAYING, *RESTING, *SLIDING, *RUBBING, *ARRIVING)),
        helps=(*RUBBING, *SURFACES[:6]),
        units=frozenset({_DEGREE}),
        never=NEVER,
        tolerates=("incline", "person", "weightless", "machine", "fluid"),
    )  # fmt: skip
    contrary = UNPLACED
    sights = (
        Check(name="moves", statement="The block slides down along the ramp.",
              antonym="The block stays where it was put.",
              shows=("slides", "slides_in_time", "gets_fast", "reaches_speed"),
              denies=("stays",)),
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
        if leans(words):
            return 0.0
        words = without(words, BODIES)
        # A parked car is a block; a driving one is not.
        if words.any_of(PARKED) is not None:
            return _PARKED.affinity(words, units)
        bare = 0.0
        if _DEGREE in units and not units & _OTHER_UNITS and words.any_of(TIPPED) is not None:
            bare = _TIPPED.affinity(words, units)
        if _DEGREE in units and not units & _OTHER_UNITS:
            bare = max(bare, _BARE.affinity(words, units))
        return max(self.speaks.affinity(words, units), bare)

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Tell static from kinetic friction by the word that stands next to each number."""
        return frictions(words, mentions)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        return super()._votes(without(words, HANDS_OFF), limited=limited)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        other = {TIME.name: LEAST_TIME.name, LEAST_TIME.name: TIME.name}
        given = tuple(
            p.revised(name=other[p.name]) if p.name in other and time_is_denied(words, p) else p
            for p in given
        )
        found = super().interpret(words, given)
        if held_back_in_vain(words):
            # 'Friction of 0.45 won't stop a box sliding': it slides.
            kept = ("keep", "stop", "hold", "prevent")
            unsettled = tuple(
                m
                for m in found.unsettled
                if m.name != "wanted"
                and not (m.name == UNPLACED_CLAIM and any(word in m.because for word in kept))
            )
            return replace(found, wanted="slides", unsettled=unsettled)
        timed = {TIME.name, LEAST_TIME.name} & {p.name for p in given}
        asks = any(words.asserted((*STAYING, *SLIDING)))
        if timed and any(m.name == "wanted" for m in found.unsettled) and not asks:
            # 'Down the chute it needs less than 1.5 s': what takes a time slides.
            unsettled = tuple(m for m in found.unsettled if m.name != "wanted")
            return replace(found, wanted="slides", unsettled=unsettled)
        return found

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Give no friction where the goal denies it, and the ramp as the way to its bottom."""
        names = {p.name: p for p in given}
        found: list[Parameter] = []
        if MU_STATIC.name not in names and words.any_of(FRICTIONLESS):
            found.append(inferred(MU_STATIC.name, 0.0, _ONE, "the goal says there is no friction"))
        if MU_STATIC.name not in names and not found and is_smooth(words):
            found.append(inferred(MU_STATIC.name, 0.0, _ONE, "the goal says the surface is smooth"))
        timed = any(
            name in names
            for name in (TIME.name, LEAST_TIME.name, *(s.name for s in BOTTOM_SPEED.slots))
        )
        if timed and MU_STATIC.name not in {*names, *(p.name for p in found)}:
            kinetic = names.get(MU_KINETIC.name)
            if kinetic is not None and words.asserted(SLIDING)[0]:
                because = "the goal says that it slides: from then on the kinetic friction counts"
                found.append(
                    inferred(
                        MU_STATIC.name, kinetic.quantity.value, _ONE, because,
                        kinetic.quantity.uncertainty,
                    )
                )  # fmt: skip
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
        timed = {"slides_in_time": TIME.name, "slides_slower": LEAST_TIME.name}
        held = {c.outcome: c for c in self.claims}
        first = tuple(held[outcome] for outcome, slot in timed.items() if slot in given)
        return (*first, *(c for c in asked if c.outcome not in timed))

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
        duration_s = STAYS_FOR_S
        if slides:
            duration_s = min(10.0, math.sqrt(2 * 0.5 * length_m / _along(values)))
        slab_m = 0.04 * length_m
        side_m = 0.08 * length_m
        return Scene(
            bodies=(
                ground(-length_m, 2 * length_m, slab_m),
                ramp,
                sliding(block, _along(values)) if slides else at_rest(block),
            ),
            gravity_m_s2=values["gravity"],
            duration_s=duration_s,
            x_min_m=-side_m,
            x_max_m=max(run_m, 0.5 * length_m) + side_m,
            y_min_m=-slab_m,
            y_max_m=max(rise_m, 0.2 * length_m) + side_m,
            scale_bar_m=scale_bar_m(max(run_m, 0.5 * length_m) + 2 * side_m),
        )
