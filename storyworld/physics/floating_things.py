"""What floats in what, in words: everyday bodies by their density, and which word is the liquid.

References
----------
Fruit and vegetables: N. N. Mohsenin, Physical Properties of Plant and Animal Materials (1986),
table 3.1. Human body with full and with empty lungs: J. H. Donnelly et al., J. Appl. Physiol. 58
(1985) 1556. Pumice: Encyclopaedia Britannica. Balls: rules of their sports (mass and size).
"""

from collections.abc import Sequence
from typing import Final

from storyworld.physics.materials import Material, Property, materials_in, span_of
from storyworld.physics.spans import Span
from storyworld.reading.words import Words, vocabulary

_LIQUIDS: Final = frozenset(
    vocabulary("water, sea water, dead sea water, oil, petrol, alcohol, glycerine, honey, milk, "
               "mercury")
)  # fmt: skip
# Never what a body is made of here: the air above, an electric charge of gas.
_GASES: Final = frozenset({"air", "helium", "hydrogen", "vacuum"})
# Fresh water from freezing to 30 degrees; a material's range reaches up to boiling.
_COOL_WATER: Final = Span(995.0, 1000.0, "density of fresh water up to 30 °C")
_WATER: Final = frozenset({"water", "sea water", "dead sea water"})
_AFLOAT: Final = vocabulary(
    "boat, ship, raft, canoe, barge, kayak, yacht, ferry, dinghy, iceberg, buoy, pontoon, "
    "lifeboat, lifebuoy, life buoy, lifebelt, life ring, lifejacket, life jacket, rowboat, "
    "rowing boat, tanker, hull, submarine, catamaran, afloat"
)
_HOT: Final = vocabulary("hot, boiling, boiled, steaming, scalding")
_WATERS: Final = vocabulary(
    "bath, bathtub, bath tub, tub, paddling pool, puddle, stream, creek, brook, aquarium, "
    "fish tank, fountain, reservoir, canal, well, washbasin, basin, sink full, dam, lagoon, ditch, "
    "swimming baths, swimming bath, bathwater, pond water, pondwater, rainwater, rain barrel, "
    "loch, fjord, wading pool, kitchen sink"
)
_SEAS: Final = vocabulary(
    "harbour, harbor, dock, bay, gulf, pacific, atlantic, mediterranean, baltic, north sea, "
    "marina, "
    "offshore, seabed, sea bed, sea floor, salty water, salted water, sea ice"
)
_LEADS: Final = frozenset(
    vocabulary("in, into, on, onto, through, upon, under, below, fluid, liquid, =, :, of, with")
)
_THINGS: Final[tuple[tuple[tuple[str, ...], float, float], ...]] = tuple(
    (vocabulary(text), low, high)
    for text, low, high in (
        ("pumice, pumice stone", 300, 950),
        ("apple, apples", 700, 950),
        ("ping pong ball, table tennis ball", 75, 95),
        ("beach ball, football, soccer ball, basketball, volleyball, beachball, "
         "inflatable ball", 5, 200),
        ("tennis ball", 350, 450),
        ("golf ball", 1080, 1160),
        ("rubber duck, rubber ducky, rubber ducks", 100, 600),
        ("raw egg, fresh egg, egg", 1020, 1095),
        ("potato, potatoes", 1040, 1130),
        ("carrot", 1010, 1060),
        ("steel marble", 7700, 8050),
        ("glass marble, marbles, a marble, marble block, marble slab, marble statue", 2400, 2850),
        ("coin, coins, key, keys, wrench, spanner, horseshoe, padlock", 2600, 9000),
        ("anvil, cannonball, cannon ball, iron anchor, anchor, hammer head", 6900, 8050),
        ("bowling ball", 650, 1350),
        ("gravel, sand grain, grain of sand, sandstone, limestone, slate, quartz, flint",
         1900, 2750),
        ("metal spoon, metal fork, metal ball, metal cube, metal block, metal bar, metal bolt, "
         "metal spanner, metal ring, metal weight, metal, teaspoon, bolt, nails, iron nail",
         1700, 22600),
        ("person, swimmer, man, woman, human, body of a person", 940, 1085),
    )
)  # fmt: skip
_HOLLOWED: Final = vocabulary("hollow, hollowed, sealed, empty, inflated, inflatable")
# Shapes that hold air: what they are made of is not what they weigh.
_HOLLOW: Final = vocabulary(
    "boat, ship, hull, barrel, drum, bottle, can, tin can, tin, jar, canoe, kayak, tank, balloon, "
    "bucket, container, submarine, buoy, pontoon, pontoons, tube, pipe, barge, ferry, tanker, "
    "bowl, cup, dish, pan, pot, canister, keg, vessel, dinghy, rowing boat, rowboat, casing, "
    "shell, tray, lifeboat, yacht, saucepan, kettle, suitcase, safe, box, crate, chest, "
    "rubber ball, plastic ball, jug, mug, glass bottle, cooler, hulk, catamaran, float chamber"
)
_INSIDE: Final = frozenset({"in", "into", "inside", "within"})
_SOLID: Final = vocabulary("solid, massive")
# Words that are a material and mostly something else.
_LEADING: Final = frozenset({"leads to", "lead to", "take the lead"})


def liquid_of(words: Words) -> tuple[str, Span] | None:
    """Give the liquid a text speaks of, by name, with the range of its density."""
    named = [(at, m) for at, m in materials_in(words, Property.DENSITY) if m.name in _LIQUIDS]
    led = [(at, m) for at, m in named if _LEADS & set(_words_before(words, at, 3))]
    if named:
        material = (led or named)[-1][1]
        if material.name != "water":
            return material.name, span_of(material, Property.DENSITY)
        # 'lake' is a water and 'sea' another; where both are said the saltier decides nothing.
        if words.any_of(_HOT) is not None:
            return "water", span_of(material, Property.DENSITY)
        if words.any_of(_SEAS) is None:
            return "water", _COOL_WATER
    implied = (
        (_SEAS, "sea water", Span(1010.0, 1030.0, "density of sea water")),
        (_WATERS, "water", _COOL_WATER),
        (_AFLOAT, "any water", Span(995.0, 1030.0, "density of fresh or sea water")),
    )
    return next(((n, span) for said, n, span in implied if words.any_of(said) is not None), None)


def body_of(words: Words) -> tuple[str, Span] | None:
    """Give what a body is made of where words say so, with the range of its density.

    None for a body that holds air, unless it is called solid.
    """
    if is_hollow(words):
        return None
    for phrases, low, high in _THINGS:
        said = words.any_of(phrases)
        if said is not None:
            return said, Span(float(low), float(high), f"density of a {said}")
    liquid = liquid_of(words)
    for at, material in materials_in(words, Property.DENSITY):
        if material.name in _GASES or not _is_stuff(words, at, material):
            continue
        if liquid is not None and material.name == liquid[0] and _is_led(words, at, material):
            continue
        if material.name in _WATER and _LEADS & set(_words_before(words, at, 3)):
            continue
        return material.name, span_of(material, Property.DENSITY)
    return None


def is_hollow(words: Words) -> bool:
    """Whether a body holds air, as far as words say: a boat does, 'in a bucket of water' not."""
    if words.any_of(_HOLLOWED) is not None:
        return True
    if words.any_of(_SOLID) is not None:
        return False
    return any(
        not _holds_the_liquid(words, at, at + len(phrase.split()))
        for phrase in _HOLLOW
        for at in words.places(phrase)
    )


def _holds_the_liquid(words: Words, first: int, following: int) -> bool:
    if _INSIDE & set(_words_before(words, first, 3)):
        return True
    behind = [t.text for t in words.tokens[following : following + 4]]
    return (
        bool(behind) and behind[0] in {"of", "full", "filled"} and bool({*behind} & _LIQUID_WORDS)
    )


def speaks_of_liquid(context: Sequence[str]) -> int | None:
    """Give the place of the last word among these that names a liquid, None without one."""
    found = [at for at, word in enumerate(context) if word in _LIQUID_WORDS]
    return max(found, default=None)


def _words_before(words: Words, place: int, count: int) -> tuple[str, ...]:
    sentence = words.tokens[place].sentence
    tokens = words.tokens[max(0, place - count) : place]
    return tuple(t.text for t in tokens if t.sentence == sentence)


def _is_led(words: Words, at: int, material: Material) -> bool:
    """Whether this mention is of the liquid: 'in oil', not the oil of 'a drop of oil in water'."""
    others = [p for p, m in materials_in(words, Property.DENSITY) if m.name == material.name]
    return at == others[-1]


def _is_stuff(words: Words, at: int, material: Material) -> bool:
    if words.tokens[at].text == "icy":
        return False
    following = words.tokens[at + 1].text if at + 1 < len(words.tokens) else ""
    if material.name == "ice" and following in {"water", "cold"}:
        return False
    return not (material.name == "lead" and words.any_of(_LEADING) is not None)


_LIQUID_WORDS: Final = frozenset(
    vocabulary(
        "water, seawater, saltwater, freshwater, brine, sea, ocean, lake, pond, pool, river, oil, "
        "petrol, gasoline, kerosene, ethanol, alcohol, glycerine, glycerol, glycerin, honey, "
        "syrup, milk, mercury, fluid, liquid, fl, solution, bath, fluids, liquids, diesel, juice, "
        "medium, acid, rho2, w, l, f"
    )
)
