"""Properties of common materials, as ranges: what a word alone says of a substance.

A range spans what handbooks give for everyday grades; a goal that needs better says its number.

References
----------
Density, elastic modulus, strength: M. F. Ashby, Materials Selection in Mechanical Design, 4th
ed., appendix A; wood along the grain: USDA Wood Handbook (2010), ch. 5. Liquids, specific and
latent heats: CRC Handbook of Chemistry and Physics, 95th ed. Refractive indices at 589 nm: ibid.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from storyworld.physics.spans import Span
from storyworld.reading.words import Words, vocabulary


class Property(StrEnum):
    """What is known of a material, in coherent SI units."""

    DENSITY = "density"
    STRENGTH = "strength"
    MODULUS = "modulus"
    SPECIFIC_HEAT = "specific_heat"
    FUSION = "fusion"
    VAPORISATION = "vaporisation"
    MELTING_POINT = "melting_point"
    BOILING_POINT = "boiling_point"
    REFRACTIVE_INDEX = "refractive_index"
    RESTITUTION = "restitution"


Range = tuple[float, float]


@dataclass(frozen=True)
class Material:
    """A material with the words for it and the ranges of what is known of it.

    `strength` is the bending strength at which it yields or breaks.
    """

    name: str
    words: tuple[str, ...]
    known: dict[Property, Range]


_D, _S, _E = Property.DENSITY, Property.STRENGTH, Property.MODULUS
_C, _N, _R = Property.SPECIFIC_HEAT, Property.REFRACTIVE_INDEX, Property.RESTITUTION
_FUSION, _VAPOUR = Property.FUSION, Property.VAPORISATION
_MELTS, _BOILS = Property.MELTING_POINT, Property.BOILING_POINT


def _material(name: str, words: str, known: dict[Property, Range]) -> Material:
    return Material(name, vocabulary(words), known)


MATERIALS: Final[tuple[Material, ...]] = (
    _material("steel", "steel, mild steel, stainless steel, structural steel",
              {_D: (7700, 8050), _S: (200e6, 1000e6), _E: (190e9, 210e9), _C: (450, 510)}),
    _material("iron", "iron, cast iron, wrought iron",
              {_D: (7000, 7900), _S: (130e6, 500e6), _E: (100e9, 211e9), _C: (440, 460),
               _FUSION: (2.4e5, 2.8e5), _MELTS: (1808, 1812)}),
    _material("aluminium", "aluminium, aluminum",
              {_D: (2640, 2850), _S: (40e6, 500e6), _E: (68e9, 75e9), _C: (880, 920),
               _FUSION: (3.9e5, 4.0e5), _MELTS: (930, 935)}),
    _material("copper", "copper",
              {_D: (8850, 8960), _S: (60e6, 350e6), _E: (110e9, 130e9), _C: (380, 390)}),
    _material("brass", "brass, bronze", {_D: (8300, 8900), _S: (90e6, 500e6), _E: (95e9, 120e9)}),
    _material("lead", "lead", {_D: (11300, 11400), _S: (8e6, 20e6), _E: (14e9, 18e9),
                               _C: (125, 130), _FUSION: (2.2e4, 2.5e4), _MELTS: (600, 601)}),
    _material("gold", "gold", {_D: (19200, 19400), _C: (128, 130)}),
    _material("titanium", "titanium", {_D: (4400, 4600), _S: (250e6, 1200e6), _E: (90e9, 120e9)}),
    _material("tungsten", "tungsten", {_D: (19000, 19400)}),
    _material("concrete", "concrete", {_D: (2200, 2500), _S: (2e6, 6e6), _E: (20e9, 40e9)}),
    _material("stone", "granite, marble block, basalt, rock, stone, boulder, pebble, brick",
              {_D: (1600, 3100), _S: (3e6, 30e6), _E: (10e9, 90e9)}),
    _material("glass", "glass, pane",
              {_D: (2400, 2600), _S: (30e6, 100e6), _E: (60e9, 75e9), _N: (1.50, 1.54),
               _C: (750, 850)}),
    _material("oak", "oak, oaken", {_D: (600, 800), _S: (60e6, 125e6), _E: (9e9, 14e9)}),
    _material("pine", "pine, spruce, fir, softwood, lumber",
              {_D: (350, 600), _S: (30e6, 100e6), _E: (7e9, 13e9)}),
    _material("beech", "beech, maple, birch, ash plank, hardwood",
              {_D: (600, 770), _S: (60e6, 130e6), _E: (9e9, 15e9)}),
    _material("balsa", "balsa", {_D: (100, 250), _S: (10e6, 30e6), _E: (2e9, 5e9)}),
    _material("bamboo", "bamboo", {_D: (500, 800), _S: (80e6, 200e6), _E: (10e9, 20e9)}),
    _material("ebony", "ebony, lignum vitae", {_D: (1050, 1350)}),
    _material("plywood", "plywood, mdf, chipboard, particleboard",
              {_D: (450, 800), _S: (10e6, 60e6), _E: (2.5e9, 10e9)}),
    _material("wood", "wood, wooden, timber, log, driftwood",
              {_D: (300, 900), _S: (30e6, 130e6), _E: (7e9, 15e9)}),
    _material("cork", "cork", {_D: (120, 250)}),
    _material("styrofoam", "styrofoam, polystyrene foam, foam, eps", {_D: (10, 60)}),
    _material("ice", "ice, icy, ice cube, iceberg",
              {_D: (915, 920), _C: (2000, 2110), _FUSION: (3.33e5, 3.35e5),
               _MELTS: (273.15, 273.15), _N: (1.309, 1.311)}),
    _material("wax", "wax, paraffin", {_D: (880, 940), _C: (2100, 2900), _FUSION: (1.9e5, 2.2e5)}),
    _material("plastic", "pvc, acrylic, perspex, plexiglass, nylon",
              {_D: (1100, 1450), _S: (40e6, 110e6), _E: (2e9, 4e9), _N: (1.48, 1.54)}),
    _material("polyethylene", "polyethylene, polypropylene, hdpe",
              {_D: (890, 970), _S: (15e6, 40e6), _E: (0.5e9, 2e9)}),
    _material("diamond", "diamond", {_D: (3500, 3530), _N: (2.41, 2.42)}),
    _material("sapphire", "sapphire", {_D: (3950, 4030), _N: (1.76, 1.78)}),
    _material("rubber", "rubber", {_D: (910, 1250), _R: (0.6, 0.9)}),
    _material("water", "water, freshwater, fresh water, lake, pond, pool, river, tap water",
              {_D: (958, 1000), _C: (4180, 4190), _FUSION: (3.33e5, 3.35e5),
               _VAPOUR: (2.25e6, 2.26e6), _MELTS: (273.15, 273.15), _BOILS: (373.1, 373.2),
               _N: (1.33, 1.335)}),
    _material("sea water", "sea water, seawater, salt water, saltwater, sea, ocean, brine",
              {_D: (1020, 1030), _C: (3850, 4000), _N: (1.339, 1.345)}),
    _material("dead sea water", "dead sea", {_D: (1230, 1250)}),
    _material("oil", "oil, vegetable oil, olive oil, sunflower oil, cooking oil",
              {_D: (880, 930), _C: (1670, 2000), _N: (1.46, 1.48)}),
    _material("petrol", "petrol, gasoline, kerosene", {_D: (680, 820)}),
    _material("alcohol", "ethanol, alcohol, spirit",
              {_D: (785, 795), _C: (2400, 2480), _VAPOUR: (8.3e5, 8.6e5), _BOILS: (351, 352),
               _N: (1.36, 1.362)}),
    _material("glycerine", "glycerine, glycerol, glycerin", {_D: (1255, 1265), _N: (1.47, 1.475)}),
    _material("honey", "honey, syrup", {_D: (1350, 1450)}),
    _material("milk", "milk", {_D: (1025, 1035), _C: (3850, 3950)}),
    _material("mercury", "mercury, quicksilver", {_D: (13500, 13600), _C: (138, 141)}),
    _material("air", "air", {_D: (1.15, 1.30), _N: (1.0002, 1.0003)}),
    _material("helium", "helium", {_D: (0.16, 0.18)}),
    _material("hydrogen", "hydrogen", {_D: (0.080, 0.092)}),
    _material("vacuum", "vacuum, empty space", {_N: (1.0, 1.0)}),
)  # fmt: skip
_LONGEST_FIRST: Final = tuple(
    sorted(
        ((phrase, material) for material in MATERIALS for phrase in material.words),
        key=lambda pair: -len(pair[0].split()),
    )
)


def materials_in(words: Words, what: Property) -> tuple[tuple[int, Material], ...]:
    """Find the materials a text names of which a property is known, in the order of the text.

    Returns
    -------
    tuple of (token index, Material)
        Longer names hide what they contain: "sea water" is no water.
    """
    taken: set[int] = set()
    found: list[tuple[int, Material]] = []
    for phrase, material in _LONGEST_FIRST:
        length = len(phrase.split())
        for place in words.places(phrase):
            span = set(range(place, place + length))
            if not span & taken:
                taken |= span
                if what in material.known:
                    found.append((place, material))
    return tuple(sorted(found, key=lambda pair: pair[0]))


def span_of(material: Material, what: Property) -> Span:
    """Give the range of a material's property, with the reason.

    Raises
    ------
    KeyError
        If it is not known of this material.
    """
    low, high = material.known[what]
    return Span(low, high, f"{what.replace('_', ' ')} of {material.name}")


def middle_of(span: Span) -> tuple[float, float]:
    """Give the middle of a range and its standard uncertainty, rectangular between the ends.

    References
    ----------
    JCGM 100:2008, 4.3.7.
    """
    return (span.low + span.high) / 2, (span.high - span.low) / 2 / math.sqrt(3)
