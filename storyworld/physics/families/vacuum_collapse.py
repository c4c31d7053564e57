"""Collapse: a vessel with less pressure inside than outside keeps its shape, or caves in.

Equation
    p_cr = 2 E / (1 - nu²) (t / D)³, of a long thin tube; the ends of a short vessel stiffen it
Source
    Scenario families, vacuum_collapse; S. P. Timoshenko and J. M. Gere, Theory of Elastic
    Stability, 2nd ed. (1961), section 7.5; short vessels: D. F. Windenburg and C. Trilling, Trans.
    ASME 56 (1934) 819.
Domain of validity
    Elastic, round, thin-walled. Without "tube" or "pipe" the ends may stiffen it thirtyfold.
"""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Speaks, Wish
from storyworld.physics.completion import inferred
from storyworld.physics.family import Slot
from storyworld.physics.material_response import MaterialResponse
from storyworld.physics.material_rules import Predicate, Rule
from storyworld.physics.materials import Property, materials_in, span_of
from storyworld.physics.spans import Span
from storyworld.physics.wording import say
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check

_ONE, _PA, _METRE = Unit.ONE, Unit.PASCAL, Unit.METRE
_MOST, _LEAST = Comparison.AT_MOST, Comparison.AT_LEAST
_ATMOSPHERE: Final = 101_325.0
PRESSURE: Final = Slot(
    "pressure", _PA, "pressure from outside", 0.0, 1e9,
    before=vocabulary("pressure of, pressure difference, pressure difference of, difference of, "
                      "external pressure, external pressure of, outside pressure, under, "
                      "overpressure of, p"),
    after=vocabulary("pressure difference, outside, more outside, external pressure"),
    because="what crushes a vessel is the pressure outside beyond that inside",
)  # fmt: skip
MODULUS: Final = Slot(
    "modulus", _PA, "elastic modulus", 1e6, 1.5e12,
    before=vocabulary("e, modulus, modulus of, young's modulus, young's modulus of, "
                      "elastic modulus, elastic modulus of, stiffness"),
    after=vocabulary("modulus"), because="how stiff the wall is turns on its material",
)  # fmt: skip
THICKNESS: Final = Slot(
    "thickness", _METRE, "thickness of the wall", 1e-6, 1.0,
    before=vocabulary("wall, wall of, walls of, thickness, thickness of, wall thickness, "
                      "wall thickness of, t, thick"),
    after=vocabulary("wall, walls, thick, wall thickness, thick wall, thick walls"),
    because="a wall twice as thick withstands eight times the pressure",
)  # fmt: skip
DIAMETER: Final = Slot(
    "diameter", _METRE, "diameter", 1e-4, 100.0,
    before=vocabulary("diameter, diameter of, d, across, of diameter"),
    after=vocabulary("diameter, in diameter, across, wide"),
    because="a wider tube withstands less pressure",
)  # fmt: skip
RADIUS: Final = Slot(
    "radius", _METRE, "radius", 1e-4, 50.0, optional=True,
    before=vocabulary("radius, radius of, r"), after=vocabulary("radius, in radius"),
)  # fmt: skip
LENGTH: Final = Slot(
    "length", _METRE, "length", 1e-3, 1e4, optional=True,
    before=vocabulary("length, length of"), after=vocabulary("long, tall, high, in length"),
)  # fmt: skip
POISSON: Final = Slot(
    "poisson", _ONE, "Poisson's ratio", 0.0, 0.499, span=(0.2, 0.45),
    before=vocabulary("nu, ν, poisson's ratio, poisson ratio, poisson's ratio of"),
    because="between 0.2 and 0.45 for solids",
)  # fmt: skip
STIFFENING: Final = Slot(
    "stiffening", _ONE, "what the ends stiffen it by", 1.0, 100.0, span=(1.0, 30.0),
    because="the ends of a short vessel stiffen its wall",
)  # fmt: skip
_NEEDS: Final = ("pressure", "modulus", "thickness", "diameter", "poisson", "stiffening")
_VESSELS: Final = vocabulary(
    "can, cans, bottle, drum, oil drum, tank, tanker, tank car, tube, pipe, barrel, cylinder, "
    "canister, sphere, vessel, container, keg, tin, jar, carton, flask, hull, cup"
)
_EMPTIED: Final = vocabulary(
    "evacuated, evacuate, vacuum, pumped empty, pumped out, all the air, all of the air, airless"
)


def _critical(v: Mapping[str, float]) -> float:
    tube = 2 * v["modulus"] / (1 - v["poisson"] ** 2) * (v["thickness"] / v["diameter"]) ** 3
    return v["stiffening"] * tube


class VacuumCollapse(MaterialResponse):
    """A vessel caves in under the pressure outside, or keeps its shape."""

    name = "vacuum_collapse"
    purpose = "an evacuated vessel collapses, or keeps its shape"
    domain = Domain.STRUCTURAL
    equation = "p_cr = 2 E / (1 - nu²) (t / D)³"
    law = "buckling: beyond its critical pressure a thin wall caves in"
    outcomes = ("collapses", "keeps_shape")
    slots = (PRESSURE, MODULUS, THICKNESS, DIAMETER, RADIUS, LENGTH, POISSON, STIFFENING,
             *MaterialResponse.slots)  # fmt: skip
    numbers = frozenset({"thickness", "diameter"})
    derived = (Derived("diameter", ("radius",), lambda v: 2 * v["radius"], "twice the radius"),)
    formulas = (
        Formula("pressure_margin", _PA, lambda v: v["pressure"] - _critical(v), _NEEDS,
                "pressure beyond the critical one"),
        Formula("critical_pressure", _PA, _critical, _NEEDS[1:], "critical pressure"),
        *MaterialResponse.formulas,
    )  # fmt: skip
    claims = (
        Claim("collapses", "keeps_shape", "pressure_margin", _LEAST, 0.0,
              "The pressure outside exceeds what the wall withstands."),
        Claim("keeps_shape", "collapses", "pressure_margin", _MOST, 0.0,
              "The wall withstands the pressure outside."),
    )  # fmt: skip
    wishes = (
        Wish("collapses", "keeps_shape", vocabulary(
            "collapses, collapse, collapsed, implodes, implode, crumples, crumple, crushed, "
            "crushes, caves in, cave in, buckles, buckle, dents, flattens, is flattened, squashed, "
            "shrivels, sucked in, pulled in")),
        Wish("keeps_shape", "collapses", vocabulary(
            "keeps its shape, keep its shape, holds its shape, keeps its form, stays intact, "
            "withstands, survives, remains intact, stays round, undamaged, stands up to")),
    )  # fmt: skip
    rules = (
        Rule("no difference in pressure", (_VESSELS, vocabulary(
                "open, lid off, vented, uncapped, unsealed, open to the air, without its lid, "
                "without a lid, with a hole, a hole in it, same pressure, equal pressure, "
                "pressures are equal, pressure is equal, outside is the same, inside is the same, "
                "pressure inside equals, no pressure difference, without a pressure difference")),
             allows=("keeps_shape",), forbids=("collapses",),
             law="pressure: what is pressed as much from inside as from outside does not cave in",
             statement="Air can get in: there is nothing to crush it.",
             never=vocabulary("then closed, then sealed, sealed, closed, capped again, "
                              "upside down, inverted, plunged, dipped, water, stamped, foot, "
                              "hammer, press, kicked, stepped, runs over, open air, open hand")),
    )  # fmt: skip
    predicates = (
        Predicate("collapses", "silhouette_ratio", _ONE, _MOST, 0.8,
                  "Its outline shrinks by a fifth or more."),
        Predicate("collapses", "inward_dent", _ONE, _LEAST, 0.1, "Its wall is dented inwards."),
        Predicate("keeps_shape", "silhouette_ratio", _ONE, _LEAST, 0.97, "Its outline stays."),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(tuple(p for w in wishes for p in w.said), _VESSELS,
                vocabulary("vacuum, evacuated, evacuate, pumped empty, pumped out, pumped, steam, "
                           "condenses, cools, cooled, cooling, cool, cold water, air pressure, "
                           "atmospheric pressure, pressure, suction, sucked, hot air, condensing, "
                           "pressure of the air, weight of the air")),
        helps=vocabulary("implodes, steam, condenses, vacuum, evacuated, crumples, can, drum"),
        units=frozenset({_PA, _METRE}),
        never=vocabulary("axial, load, weight of, stack, stacked, column, shelf, pinned, carries, "
                         "person stands, car crash, submarine dives"),
    )  # fmt: skip
    surely = 0.7  # who speaks of a vacuum in a tube speaks of no column
    foreign = frozenset({Unit.WATT, Unit.HERTZ, Unit.NEWTON})
    sights = (
        Check(name="caves_in", statement="The walls of the vessel are pressed inwards.",
              antonym="The walls of the vessel stay as they were, or bulge outwards.",
              shows=("collapses",), denies=("keeps_shape",)),
        Check(name="untouched", statement="Nothing touches the vessel while it collapses.",
              antonym="Something squeezes or hits the vessel."),
    )  # fmt: skip

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        names = {p.name for p in given}
        found = []
        if "pressure" not in names and words.any_of(_EMPTIED) is not None:
            because = "air outside, nothing inside"
            found.append(inferred("pressure", _ATMOSPHERE, _PA, because, 1500.0))
        if words.any_of(("tube", "pipe")) is not None and "short" not in words:
            found.append(inferred("stiffening", 1.0, _ONE, "a tube is long: its ends do not help"))
        return tuple(found)

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = dict(super().spans(words))
        for _, material in materials_in(words, Property.MODULUS)[:1]:
            found["modulus"] = span_of(material, Property.MODULUS)
        return found

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if not set(_NEEDS) <= set(values):
            return ()
        return (
            f"p_cr = {values['stiffening']:.3g} × 2 × {values['modulus']:.3g} Pa / "
            f"(1 - {values['poisson']:.2g}²) × ({values['thickness']:.3g} m / "
            f"{values['diameter']:.3g} m)³ = {say(_critical(values), _PA)}",
        )
