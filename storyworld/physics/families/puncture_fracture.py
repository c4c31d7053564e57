"""Puncture and fracture: what bursts, shatters or is pierced, and that no matter is lost by it.

Equation
    p = F / A: a point pierces where its pressure exceeds the strength
Source
    Scenario families, puncture_fracture; M. F. Ashby, Materials Selection in Mechanical Design,
    4th ed., ch. 8 (brittle fracture).
Domain of validity
    Slow, even pressure on a flat point. Whether a pricked skin bursts or a glass breaks when it
    falls is to be seen.
"""

import math
from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.physics.material_response import MaterialResponse
from storyworld.physics.material_rules import Predicate, Rule
from storyworld.physics.wording import say
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check

_ONE, _PA = Unit.ONE, Unit.PASCAL
_MOST, _LEAST = Comparison.AT_MOST, Comparison.AT_LEAST
FORCE: Final = Slot(
    "force", Unit.NEWTON, "force", 1e-6, 1e9, by_unit=True,
    before=vocabulary("force, force of, with, f, pressed with, pushed with"),
    because="how hard the point presses turns on the force",
)  # fmt: skip
AREA: Final = Slot(
    "area", Unit.SQUARE_METRE, "area of the point", 1e-14, 10.0, by_unit=True,
    before=vocabulary("area, area of, tip area, tip of, on, a"),
    because="the pressure is the force over the area it acts on",
)  # fmt: skip
TIP: Final = Slot(
    "tip_diameter", Unit.METRE, "diameter of the point", 1e-7, 1.0, optional=True,
    before=vocabulary("tip diameter, tip diameter of, tip of diameter, point of diameter, "
                      "diameter, diameter of, tip of, point of"),
    after=vocabulary("tip, point, in diameter, wide tip, diameter"),
)  # fmt: skip
STRENGTH: Final = Slot(
    "strength", _PA, "strength", 1.0, 1e12, by_unit=True,
    before=vocabulary("strength, strength of, withstands, resists, bears, holds up to"),
    after=vocabulary("strength"),
    because="what a sheet withstands is its strength",
)  # fmt: skip
_HEAVIER: Final = vocabulary(
    "weigh twice, weigh more, weighs more, twice as much, twice the mass, twice as heavy, "
    "heavier than, more mass than, double the mass, double the weight, outweigh, outweighs"
)
_PIECES: Final = vocabulary("pieces, fragments, shards, splinters, parts, remains, bits")


class PunctureFracture(MaterialResponse):
    """A body bursts, breaks or is pierced, or stays whole."""

    name = "puncture_fracture"
    purpose = "a body is pierced, bursts or breaks, or stays whole"
    domain = Domain.STRUCTURAL
    equation = "p = F / A >= strength"
    law = "strength: what is stressed beyond it gives way, and its pieces keep its mass"
    outcomes = ("breaks", "stays_whole", "pierced", "resists", "gains_mass", "keeps_mass")
    slots = (FORCE, AREA, TIP, STRENGTH, *MaterialResponse.slots)
    numbers = frozenset({"force"})
    derived = (
        Derived("area", ("tip_diameter",), lambda v: math.pi * v["tip_diameter"] ** 2 / 4,
                "a round point of this diameter"),
    )  # fmt: skip
    formulas = (
        Formula("pressure_margin", _PA, lambda v: v["force"] / v["area"] - v["strength"],
                ("force", "area", "strength"), "pressure beyond the strength"),
        Formula("pressure", _PA, lambda v: v["force"] / v["area"], ("force", "area"), "pressure"),
        *MaterialResponse.formulas,
    )  # fmt: skip
    claims = (
        Claim("pierced", "resists", "pressure_margin", _LEAST, 0.0,
              "The pressure of the point exceeds the strength."),
        Claim("resists", "pierced", "pressure_margin", _MOST, 0.0,
              "The pressure of the point stays below the strength."),
    )  # fmt: skip
    wishes = (
        Wish("breaks", "stays_whole", vocabulary(
            "bursts, burst, bursting, pops, pop, shatters, shatter, cracks, crack, breaks, break, "
            "smashes, smash, splinters, splinter, bursts open, rips, rip, tears, tear, ruptures, "
            "rupture, splits, broken into, shattered, falls to pieces, goes to pieces")),
        Wish("pierced", "resists", vocabulary(
            "pierces, pierce, pierced, punctures, puncture, punctured, penetrates, penetrate, "
            "perforates, perforate, goes through, go through, pokes through, breaks through")),
        Wish("gains_mass", "keeps_mass", _HEAVIER),
    )  # fmt: skip
    rules = (
        Rule("mass is kept", (_PIECES, _HEAVIER), allows=("keeps_mass",), forbids=("gains_mass",),
             law="conservation of mass",
             statement="The pieces together weigh what the whole did."),
    )  # fmt: skip
    predicates = (
        Predicate("breaks", "component_count", _ONE, _LEAST, 2.0,
                  "Where one body was, several pieces are."),
        Predicate("stays_whole", "component_count", _ONE, _MOST, 1.0, "It stays one body."),
        Predicate("pierced", "hole_count", _ONE, _LEAST, 1.0, "There is a hole."),
        Predicate("resists", "hole_count", _ONE, _MOST, 0.0, "There is no hole."),
        Predicate("gains_mass", "area_ratio", _ONE, _LEAST, 1.5, "The pieces are more than that."),
        Predicate("keeps_mass", "area_ratio", _ONE, Comparison.WITHIN, 1.0,
                  "The pieces cover what the whole did.", tolerance=0.3),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(tuple(p for w in wishes[:2] for p in w.said),
                vocabulary("balloon, balloons, glass, wine glass, egg, eggs, eggshell, bubble, "
                           "vase, window, plate, cup, mug, tyre, tire, film, foil, sheet, skin, "
                           "paper, cardboard, leather, bottle, nut, ceramic, pot, melon, "
                           "watermelon, membrane, fabric, cloth, mirror, light bulb, tile, bowl, "
                           "jar, porcelain, icicle, biscuit, cookie, can, hose")),
        helps=vocabulary("needle, pricked, prick, pin, nail, skewer, spike, thorn, knife, point, "
                         "tip, hammer, tiles, shards, pieces, bang, bursts, shatters"),
        units=frozenset({Unit.NEWTON, Unit.SQUARE_METRE, _PA}),
        never=vocabulary("shelf, beam, bridge, plank, rope, span, supports, mid span, column, rod, "
                         "load of, carries, buckles, brakes, domino, sound barrier, record, "
                         "collapses, implodes, microgravity, condenses, evacuated, breaks even, "
                         "tear shaped, stack, stacked, bends, break the surface"),
    )  # fmt: skip
    known = vocabulary("pieces, shards, fragments, tiles")
    sights = (
        Check(name="gives_way", statement="One body becomes several pieces.",
              antonym="The body stays in one piece.",
              shows=("breaks",), denies=("stays_whole",)),
        Check(name="at_contact", statement="It gives way when it is touched, not before.",
              antonym="It gives way before anything touches it."),
        Check(name="has_a_hole", statement="In the end there is a hole in the body.",
              antonym="In the end there is no hole in the body.",
              shows=("pierced",), denies=("resists",)),
        Check(name="becomes_more", statement="The pieces together are far more than the body was.",
              antonym="The pieces together are no more than the body was.",
              shows=("gains_mass",), denies=("keeps_mass",)),
    )  # fmt: skip

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if not {"force", "area", "strength"} <= set(values):
            return ()
        p = values["force"] / values["area"]
        return (
            f"p = {values['force']:.4g} N / {values['area']:.3g} m² = {say(p, _PA)}, against "
            f"{say(values['strength'], _PA)}",
        )
