"""Column: a strut under an axial load stays straight, or buckles.

Equation
    P_cr = pi² E I / (K L)², K = 1 (pinned), 0.5 (fixed), 2 (fixed and free), 0.7 (fixed and
    pinned); I = pi (d⁴ - d_i⁴) / 64, b t³ / 12; it carries P <= min(P_cr, sigma A)
Source
    J. M. Gere, B. J. Goodno, Mechanics of Materials, sections 11.3 and 11.4.
Domain of validity
    A straight, uniform, elastic strut loaded along its axis and slowly. To carry its load it
    must not be crushed either: so the material's strength counts where that is asked.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from storyworld.physics.beside import beside_the_point
from storyworld.physics.bounded_loads import at_its_bound, more_is_needed
from storyworld.physics.claims import Claim, Derived, Formula, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.column_scenes import column_scene
from storyworld.physics.column_words import end_factor, place_sizes
from storyworld.physics.completion import inferred
from storyworld.physics.family import Interpretation, Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.masking import without
from storyworld.physics.materials import Property, materials_in, span_of
from storyworld.physics.nearby import as_needed, left_over, ways
from storyworld.physics.needed import needed_behind
from storyworld.physics.nevers import answered_no
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Measure, Scenario

_METRE, _KG, _ONE, _NEWTON, _PASCAL = (
    Unit.METRE, Unit.KILOGRAM, Unit.ONE, Unit.NEWTON, Unit.PASCAL
)  # fmt: skip

LOAD: Final = Slot(
    "load", _NEWTON, "axial load", 1e-3, 1e10,
    before=vocabulary("load, load of, force, force of, p, f, push of, thrust of, compression of, "
                      "carries, supports, takes, withstands, under, axial load of, compressed by"),
    after=vocabulary("load, force, axial load, push, axial, axially, compression, thrust"),
    by_unit=True, because="whether it buckles turns on the load",
)  # fmt: skip
LOAD_MASS: Final = Slot(
    "load_mass", _KG, "mass it carries", 1e-4, 1e9, by_unit=True, optional=True,
    because="whether it buckles turns on the load",
)  # fmt: skip
MODULUS: Final = Slot(
    "modulus", _PASCAL, "elastic modulus", 1e6, 2e12, by_unit=True,
    before=vocabulary("e, modulus, modulus of, young's modulus, young's modulus of, stiffness"),
    because="whether it buckles turns on how stiff the material is",
)  # fmt: skip
STRENGTH: Final = Slot(
    "strength", _PASCAL, "compressive strength", 1e5, 5e9,
    before=vocabulary("strength, yield strength, yield stress, sigma, yield strength of"),
    because="whether it carries the load turns on how strong the material is",
)  # fmt: skip
ENDS: Final = Slot(
    "end_factor", _ONE, "how the ends are held (effective length factor K)", 0.4, 3.0,
    before=vocabulary("k, effective length factor, effective length factor of, end factor, "
                      "end condition factor, column factor, length factor, k factor, k of"),
    because="whether it buckles turns on how its ends are held",
)  # fmt: skip
LENGTH: Final = Slot(
    "length", _METRE, "length", 1e-3, 1e4, because="whether it buckles turns on its length"
)
DIAMETER: Final = Slot(
    "diameter", _METRE, "diameter", 1e-5, 100.0, because="whether it buckles turns on its diameter"
)
_SECTION: Final = tuple(
    Slot(name, _METRE, words, 1e-6, 100.0, optional=True)
    for name, words in (
        ("radius", "radius"), ("inner_radius", "inner radius"), ("wall", "wall thickness"),
        ("side", "side of its section"), ("width", "width"), ("thickness", "thickness"),
    )
)  # fmt: skip
INNER: Final = Slot(
    "inner_diameter", _METRE, "inner diameter", 0.0, 100.0,
    default=0.0, because="the goal speaks of no tube",
)  # fmt: skip
_FOUND: Final = (
    Slot("second_moment", _ONE, "second moment of area, m⁴", 0.0, 1e6, bounds=frozenset(),
         optional=True),
    Slot("area", Unit.SQUARE_METRE, "area of its section", 0.0, 1e4, bounds=frozenset(),
         optional=True),
)  # fmt: skip
HOLD: Final = Slot(
    "hold_time", Unit.SECOND, "time it is to hold", 0.0, 1e10, by_unit=True, optional=True,
    bounds=frozenset({None, *Bound}), before=vocabulary("for, after, within, in"),
)  # fmt: skip
# A stiff solid yields nowhere below a 3000th of its modulus, and breaks below a 50th.
_OF_MODULUS: Final = (1 / 3000, 1 / 50)
# Compressed, stone and concrete are stronger than bent; wood is half as strong.
_COMPRESSED: Final = {
    "concrete": (15e6, 80e6), "stone": (20e6, 300e6), "glass": (200e6, 1000e6),
    "oak": (30e6, 60e6), "pine": (20e6, 50e6), "beech": (30e6, 65e6), "balsa": (5e6, 20e6),
    "bamboo": (30e6, 80e6), "plywood": (8e6, 40e6), "wood": (20e6, 65e6),
}  # fmt: skip


def _critical(v: Mapping[str, float]) -> float:
    stiff = math.pi**2 * v["modulus"] * v["second_moment"]
    return float(stiff / (v["end_factor"] * v["length"]) ** 2)


def _bow(comparison: Comparison) -> Seen:
    share = 0.03 if comparison is Comparison.AT_MOST else 0.08
    return Seen(
        Measure.DISPLACEMENT, _METRE, ("marker",), comparison, lambda v: share * v["length"],
        "How far does the middle move sideways?",
    )  # fmt: skip


_SETS_IN: Final = vocabulary("buckling starts, buckling begins, buckling sets in, starts to "
                                "buckle, begins to buckle")  # fmt: skip


class Column(ClosedForm):
    """A column carries its load, or buckles."""

    name = "column"
    purpose = "a column under an axial load stays straight or buckles"
    domain = Domain.STRUCTURAL
    equation = "buckles if P > P_cr;  P_cr = pi² E I / (K L)²;  carries P <= min(P_cr, sigma A)"
    law = "Euler: a column bows out once its load does more work than its bending takes up"
    outcomes = ("holds", "buckles", "stays_straight", "fails")
    slots = as_needed(
        LOAD, LOAD_MASS, MODULUS, STRENGTH, ENDS, LENGTH, DIAMETER, INNER, *_SECTION, *_FOUND,
        HOLD, GRAVITY,
    )  # fmt: skip
    derived = ways(
        Derived("load", ("load_mass", "gravity"), lambda v: v["load_mass"] * v["gravity"],
                "the weight of what it carries"),
        Derived("diameter", ("radius",), lambda v: 2 * v["radius"], "twice the radius"),
        Derived("inner_diameter", ("inner_radius",), lambda v: 2 * v["inner_radius"],
                "twice the inner radius"),
        Derived("inner_diameter", ("diameter", "wall"),
                lambda v: max(0.0, v["diameter"] - 2 * v["wall"]), "the wall taken off"),
        Derived("width", ("side",), lambda v: v["side"], "a square section"),
        Derived("thickness", ("side",), lambda v: v["side"], "a square section, both ways"),
        Derived("second_moment", ("diameter", "inner_diameter"),
                lambda v: math.pi / 64 * (v["diameter"] ** 4 - v["inner_diameter"] ** 4),
                "pi (d⁴ - d_i⁴) / 64", natural=True),
        Derived("second_moment", ("width", "thickness"),
                lambda v: max(v["width"], v["thickness"]) * min(v["width"], v["thickness"]) ** 3
                / 12, "b t³ / 12 about the weak axis"),
        Derived("area", ("diameter", "inner_diameter"),
                lambda v: math.pi / 4 * (v["diameter"] ** 2 - v["inner_diameter"] ** 2),
                "pi (d² - d_i²) / 4", natural=True),
        Derived("area", ("width", "thickness"), lambda v: v["width"] * v["thickness"], "b t"),
    )  # fmt: skip
    _bends = ("modulus", "second_moment", "end_factor", "length")
    formulas = (
        Formula("critical_load", _NEWTON, _critical, _bends, "load at which it buckles"),
        Formula("buckling_ratio", _ONE, lambda v: v["load"] / _critical(v), ("load", *_bends),
                "load over the critical load"),
        Formula("crushing_ratio", _ONE, lambda v: v["load"] / (v["strength"] * v["area"]),
                ("load", "strength", "area"), "load over the crushing load"),
        Formula("utilisation", _ONE,
                lambda v: v["load"] / min(_critical(v), v["strength"] * v["area"]),
                ("load", *_bends, "strength", "area"), "load over what it carries"),
    )  # fmt: skip
    claims = (
        Claim("holds", "fails", "utilisation", Comparison.AT_MOST, 1.0,
              "The load is at most {} times what buckles or crushes it."),
        Claim("fails", "holds", "utilisation", Comparison.AT_LEAST, 1.0,
              "The load is at least {} times what buckles or crushes it."),
        Claim("stays_straight", "buckles", "buckling_ratio", Comparison.AT_MOST, 1.0,
              "The load is at most {} times the critical load.", seen=_bow(Comparison.AT_MOST)),
        Claim("buckles", "stays_straight", "buckling_ratio", Comparison.AT_LEAST, 1.0,
              "The load is at least {} times the critical load.", seen=_bow(Comparison.AT_LEAST)),
    )  # fmt: skip
    wishes = (
        Wish("buckles", "stays_straight", vocabulary(
            "buckle, buckles, buckling, buckled, bow, bows, bowing, bow out, bows out, bowing out, "
            "bend out, bends sideways, bows sideways, kinks, bends out, bending sideways, give "
            "way sideways, bulges "
            "sideways, gives way sideways, goes sideways, bent sideways, bowed, bend sideways, "
            "bent out, "
            "unstable, pops sideways, springs sideways, kink, folds up, fold up, jackknifes, "
            "bellies "
            "out, bulges out, gave way sideways")),
        Wish("stays_straight", "buckles", vocabulary(
            "stays straight, stay straight, remains straight, keeps straight, is stable, remains "
            "stable, stays upright and straight, keeps its shape, stable, remain straight, be "
            "straight, "
            "keep straight, unbent, unbowed, stays true, dead straight, stays stable")),
        Wish("holds", "fails", vocabulary(
            "carries, carry, supports, support, holds, hold, bears, bear, withstand, withstands, "
            "takes, take, sustains, sustain, survives, copes with, resists, resist, resisting, "
            "held up, holds up, "
            "supporting, stands up to, safe, safely, props up, stays up, shrugs off, stand up to, "
            "endures, "
            "puts up with, copes")),
        Wish("fails", "holds", vocabulary(
            "fails, fail, overloaded, collapses, collapse, gives way, gives in, breaks, crushed, "
            "is crushed, "
            "failure")),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(
            vocabulary("rod, column, strut, post, bar, pole, tube, pillar, prop, stick, "
                       "broomstick, ruler, pipe, leg, legs, dowel, stanchion, mast, spaghetti, "
                       "straw, yardstick, metre stick, meter stick, needle, shaft, member, beam, "
                       "spoke, pushrod, cane, skewer, chopstick, knitting needle, lath, stilt, "
                       "crutch, push rod, "
                       "stake, pencil, handle, buckle, buckles, buckling, rods, columns, struts, "
                       "timber, cylinder, jack, wire, tubing, flagpole, spacer, drill, buckled, "
                       "pin, "
                       "screw, spindle, stem, prop, baton, peg, tent pole, bolt"),
            vocabulary("buckle, buckles, buckling, buckled, axial, axially, pinned, hinged, strut, "
                       "column, compress, compressed, compression, compressive, end on, "
                       "lengthwise, clamped, pin ended, bowing, bows, bow, euler, on end, "
                       "squeezed, hinges, pivots, ball joint, ball joints, pinned ends, end to "
                       "end, endways, "
                       "pushed along, pressed along, length factor, post, pillar, vertical, "
                       "upright, carries, supports, fixed at the "
                       "base, prop, endwise, along its axis, fixed free, critical load, bends "
                       "sideways"),
        ),
        helps=vocabulary("buckle, buckles, buckling, axial, pinned, column, strut, clamped, "
                         "hinged, diameter, rod, axial load, post, steel, both ends, hinges, "
                         "hinge, straight, sideways, "
                         "end load"),
        units=frozenset({_NEWTON, _PASCAL}),
        never=vocabulary(
            "evacuated, pumped empty, vacuum, mid span, midspan, at its centre, shelf, plank, "
            "cantilever beam, sideways load, "
            "pendulum, swings, seesaw, lever, pivot point, fulcrum, ramp, rolls, slides, float, "
            "floats, sinks, lens, ray, light, spring, boils, melts, drain, drains, rope, "
            "in the middle, uniformly, spans, overhangs, sags, sag, deflects, tension, "
            "hangs, hanging, pulled, stretched, simply supported beam, domino"
        ),
        tolerates=("person", "force", "rolling", "machine", "fluid", "change", "vehicle",
                   "suspension", "stack"),
    )  # fmt: skip
    contrary = vocabulary(
        "eccentric, eccentrically, off centre, off center, increasing, increases, gradually, over "
        "time, until, hammer, hits, struck, impact, dropped, drops, bent already, crooked, curved, "
        "tapered, corroded, guyed, braced, heated, fire, explodes, melts, burns, creep, creeps, "
        "at no load, no load, no force, at any load, shaken, earthquake, jumps, vanishes, "
        "disappears, teleports, cracked, sideways push, twists"
    )
    tolerated = frozenset({"sideways", "slowly", "at once", "immediately", "either"})
    sights = (
        Check(name="bows_out", statement="The column bows out sideways.",
              antonym="The column stays straight.",
              shows=("buckles",), denies=("stays_straight", "holds")),
        Check(name="load_stays", statement="The load stays at the height at which it was put.",
              antonym="The load comes down as the column gives way."),
    )  # fmt: skip

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Say which of the lengths is the column's and which its section's."""
        return {**beside_the_point(words, mentions), **place_sizes(words, mentions)}

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Take buckling for what is asked where carrying is said besides."""
        # 'It takes 40 kg to break it' takes nothing.
        plain = without(words, ("it takes", "it would take"))
        votes, turned = super()._votes(plain, limited=limited)
        if answered_no(words, self.wishes[0].said):
            votes = {"stays_straight": None}
        if {"stays_straight", "holds"} <= set(votes) and len(votes) == 2:
            votes = {"holds": None}
        elif "buckles" in votes and set(votes) <= {"buckles", "fails"}:
            votes = {"buckles": None}
        return votes, turned

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Read 'withstands at least 5 kN' and 'buckles at less than 5 kN' as of 5 kN."""
        given, more_needed = more_is_needed(words, given)
        found = super().interpret(words, given)
        contrary = {"buckles": "stays_straight", "fails": "holds"}
        if more_needed and found.wanted in contrary:
            found = replace(found, wanted=contrary[found.wanted])
        return at_its_bound(found, frozenset({"holds", "stays_straight"}))

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Read how the ends are held."""
        factor = end_factor(words)
        if factor is None or any(p.name == ENDS.name for p in given):
            return ()
        return (inferred(ENDS.name, factor, _ONE, "how the goal says its ends are held"),)

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = dict(super().spans(words))
        found["end_factor"] = Span(0.5, 2.0, "any way of holding the ends")
        named = materials_in(words, Property.MODULUS)
        stiff = [
            m.quantity.value
            for m in read_quantities(words).mentions
            if m.quantity.unit is _PASCAL and m.quantity.value > 4e9
        ]
        if stiff:
            low, high = (stiff[0] * share for share in _OF_MODULUS)
            found["strength"] = Span(low, high, "strength of solids so stiff")
        if named:
            material = named[0][1]
            found["modulus"] = span_of(material, Property.MODULUS)
            found["strength"] = span_of(material, Property.STRENGTH)
            if material.name in _COMPRESSED:
                why = f"compressive strength of {material.name}"
                found["strength"] = Span(*_COMPRESSED[material.name], why)
        return found

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name the bore of a tube, and masses and forces that nothing has taken."""
        names = {p.name for p in given}
        found = [*needed_behind(words, given), *left_over(words, given, (_KG, _NEWTON))]
        if words.any_of(_SETS_IN) and any(p.bound is Comparison.AT_LEAST for p in given):
            because = "the goal says at how much buckling begins, and not what comes of a load"
            found.append(MissingParameter(name="wanted", unit=Unit.ONE, because=because))
        hollow = words.any_of(_TUBES) is not None and "solid" not in words
        if hollow and not names & {"inner_diameter", "wall", "inner_radius"}:
            because = "whether a tube buckles turns on its bore"
            found.append(MissingParameter(name="inner_diameter", unit=_METRE, because=because))
        return tuple(found)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        e, inertia, k, length = (
            values["modulus"], values["second_moment"], values["end_factor"], values["length"]
        )  # fmt: skip
        lines = [
            f"I = {inertia * 1e12:.4g} mm⁴",
            f"P_cr = pi² × {e / 1e9:.4g} GPa × {inertia * 1e12:.4g} mm⁴ / "
            f"({k:.2g} × {length:.4g} m)² = {say(_critical(values), _NEWTON)}",
        ]
        if "strength" in values and "area" in values:
            crushing = values["strength"] * values["area"]
            lines.append(
                f"sigma A = {values['strength'] / 1e6:.4g} MPa × "
                f"{values['area'] * 1e6:.4g} mm² = {say(crushing, _NEWTON)}"
            )
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a column that bows by the equation of its motion; see the protocol."""
        require_complete(scenario)
        return column_scene(values_of(scenario))


_TUBES: Final = vocabulary("tube, tubular, pipe, hollow, tubing, straw")
