"""The quantities of a loaded beam: what a goal states of them, and the limit on its sag."""

from typing import Final

from storyworld.physics.claims import Limit
from storyworld.physics.family import Slot
from storyworld.reading.quantities import Bound
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_METRE, _KG, _ONE, _NEWTON = Unit.METRE, Unit.KILOGRAM, Unit.ONE, Unit.NEWTON
_PASCAL, _VOLUME = Unit.PASCAL, Unit.CUBIC_METRE

LOAD_MASS: Final = Slot(
    "load_mass", _KG, "load", 1e-4, 1e7,
    before=vocabulary("p, load, load of, holds, hold, supports, carries, bears, under, weight of, "
                      "withstands, loaded with, weighing, mass, carry, support, takes, m, "
                      "loaded evenly with, evenly loaded with, uniformly loaded with, evenly with, "
                      "bearing, burdened with, piled with, laden with, copes with, takes on"),
    after=vocabulary("at mid span, in the middle, at the middle, at its centre, hangs, man, "
                     "load, weight, at its center, person, of books, stands, books, each"),
    by_unit=True, because="whether it holds turns on the load", also=("mass",),
)  # fmt: skip
LOAD: Final = Slot(
    "load", _NEWTON, "load", 1e-3, 1e9,
    before=vocabulary("p, f, load, load of, force of, holds, under, point load of, weight of"),
    after=vocabulary("load, force, in the middle, at mid span, point load"),
    by_unit=True, because="whether it holds turns on the load",
)  # fmt: skip
LINE_LOAD: Final = Slot(
    "line_load", Unit.NEWTON_PER_METRE, "load per metre", 1e-3, 1e8, by_unit=True, optional=True,
)  # fmt: skip
PIECES: Final = Slot(
    "pieces", _ONE, "number of things on it", 1, 1000, counts=True,
    after=vocabulary("books, boxes, bricks, people, persons, bags, jars, volumes, tins, cans, "
                     "men, weights, sacks, crates, blocks, children, adults, pots, bottles, "
                     "encyclopedias, textbooks, bins, buckets, women, kids, parcels, plates, "
                     "dictionaries, "
                     "pans, tiles, stones, dumbbells, loaves, speakers, painters, dogs, cats, "
                     "files, "
                     "folders, atlases"),
    default=1.0, because="the goal speaks of one load",
)  # fmt: skip
OWN_MASS: Final = Slot(
    "own_mass", _KG, "own mass", 0.0, 1e7, after=vocabulary("shelf, plank, board, beam, joist"),
    before=vocabulary("shelf itself weighs, beam itself weighs, plank itself weighs, own mass, "
                      "own mass of, own weight of, self weight of, self weight"),
    default=0.0, because="the weight of a beam is neglected unless it is given",
)  # fmt: skip
LENGTH, WIDTH, THICKNESS, DIAMETER, SIDE = (
    Slot(name, _METRE, words, 1e-5, 1e3, because=f"whether it holds turns on its {words}",
         optional=name in {"diameter", "side"})
    for name, words in (("length", "span"), ("width", "width"), ("thickness", "thickness"),
                        ("diameter", "diameter"), ("side", "side of its section"))
)  # fmt: skip
MODULUS_OF_SECTION: Final = Slot(
    "section_modulus", _VOLUME, "section modulus", 1e-15, 10.0, by_unit=True,
    before=vocabulary("section modulus, section modulus of, w, s, z"), optional=True,
)  # fmt: skip
SECOND_MOMENT: Final = Slot(
    "second_moment", _ONE, "second moment of area, m⁴", 1e-24, 100.0, bounds=frozenset(),
    optional=True,
)  # fmt: skip
STRENGTH: Final = Slot(
    "strength", _PASCAL, "strength", 1e5, 5e9,
    before=vocabulary("strength, strength of, sigma, σ, yield strength, yield strength of, "
                      "bending strength, bending strength of, yield stress, yield stress of, "
                      "sigma y, σy, flexural strength, flexural strength of, rupture, modulus of "
                      "rupture, modulus of rupture of, breaking stress of, allowable stress of, "
                      "allowable stress, tensile strength, fails at, yields at, breaks at, rated"),
    after=vocabulary("strength, yield, yield strength, bending strength, steel, allowable"),
    by_unit=True, because="whether it holds turns on how strong the material is",
)  # fmt: skip
MODULUS: Final = Slot(
    "modulus", _PASCAL, "elastic modulus", 1e6, 2e12,
    before=vocabulary("e, modulus, modulus of, young's modulus, young's modulus of, elastic "
                      "modulus, elastic modulus of, stiffness, stiffness of, modulus of "
                      "elasticity, modulus of elasticity of, youngs modulus, young modulus"),
    after=vocabulary("modulus, young's modulus, elastic modulus, stiffness"),
    because="how far it sags turns on how stiff the material is",
)  # fmt: skip
SAFETY: Final = Slot(
    "safety_factor", _ONE, "safety factor", 0.1, 100.0,
    before=vocabulary("safety factor, safety factor of, factor of safety, factor of safety of"),
    after=vocabulary("safety factor, fold safety"),
    default=1.0, because="the goal asks for no safety factor",
)  # fmt: skip
BENDING: Final = Slot(
    "bending", _ONE, "place of the load and the supports (M / F L)", 0.0, 2.0, bounds=frozenset(),
    because="whether it holds turns on where the load lies and how the beam is held",
)  # fmt: skip
SAGGING: Final = Slot(
    "sagging", _ONE, "place of the load and the supports (E I delta / F L³)", 0.0, 1.0,
    bounds=frozenset(), because="how far it sags turns on where the load lies",
)  # fmt: skip
OWN_BENDING: Final = Slot(
    "own_bending", _ONE, "bending by its own weight (M / F L)", 0.0, 1.0, bounds=frozenset(),
    default=0.125, because="it lies on its two ends",
)  # fmt: skip
HOLD: Final = Slot(
    "hold_time", Unit.SECOND, "time it is to hold", 0.0, 1e10, by_unit=True, optional=True,
    bounds=frozenset({None, *Bound}), before=vocabulary("for, after, within, in"),
)  # fmt: skip
SAG: Final = Limit(
    "sag", _METRE, "sag", 0.0, 100.0, says="It sags by",
    at_most=("sags_little", "sags_more"), at_least=("sags_more", "sags_little"),
    within=("sags_so_far", "sags_otherwise"),
    before=vocabulary("sags, sag, sagging, deflects, deflect, deflection, deflection of, bends, "
                      "bends by, bend, bending, dips, droops, gives, sags by, deflects by, sag of, "
                      "mid span deflection, bows, goes down, sinks, tip moves"),
    after=vocabulary("deflection, sag, of sag, of deflection, in the middle, at mid span"),
)  # fmt: skip
