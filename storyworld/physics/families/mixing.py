"""Mixing: what blends into one colour, what stays apart in layers, what dissolves.

Equation
    immiscible liquids at rest lie in the order of their densities; a solid dissolves up to its
    solubility; what is miscible and mixed does not part again
Source
    Scenario families, mixing; CRC Handbook, 95th ed. (densities; solubilities in section 5);
    second law of thermodynamics: P. Atkins and J. de Paula, Physical Chemistry, 9th ed., ch. 3, 5.
Domain of validity
    Liquids at rest under their own weight, without soap. When milk and coffee are one colour
    depends on how they are stirred: that is to be seen.
"""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Claim, Formula, Speaks, Wish
from storyworld.physics.completion import inferred
from storyworld.physics.family import Slot
from storyworld.physics.material_response import MaterialResponse
from storyworld.physics.material_rules import Predicate, Rule
from storyworld.physics.spans import Span
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check

_ONE, _KG, _DENSITY = Unit.ONE, Unit.KILOGRAM, Unit.KILOGRAM_PER_CUBIC_METRE
_MOST, _LEAST = Comparison.AT_MOST, Comparison.AT_LEAST
_LAYERED: Final = ("separates", "lies_so", "lies_otherwise", "denser_on_top", "denser_below")
# words, density, half its spread, and what it mixes with: "watery" with all that is watery
_LIQUIDS: Final = tuple(
    (phrase, rho, half, kind)
    for text, rho, half, kind in (
        ("olive oil, vegetable oil, sunflower oil, cooking oil, rapeseed oil, oil", 905, 25,
         "oily"),
        ("petrol, gasoline, kerosene, paraffin oil, diesel", 770, 80, "oily"),
        ("mercury, quicksilver", 13546, 5, "metal"),
        ("water, salt water, sea water, seawater, brine", 1010, 30, "watery"),
        ("vinegar", 1008, 5, "watery"), ("milk", 1030, 5, "watery"),
        ("cream", 1000, 20, "watery"), ("coffee, tea", 1000, 5, "watery"),
        ("juice, lemonade, cola, beer, wine", 1020, 35, "watery"),
        ("ink, food colouring, food coloring, dye, dye solution", 1010, 20, "watery"),
        ("syrup, honey, molasses", 1380, 60, "watery"),
        ("ethanol, alcohol", 789, 5, "watery"),
        ("glycerine, glycerol, glycerin", 1261, 3, "watery"),
    )
    for phrase in vocabulary(text)
)  # fmt: skip
# grams in 100 g of water between 0 and 100 °C
_SOLUTES: Final = (
    (vocabulary("salt, table salt, sodium chloride"), 0.355, 0.392),
    (vocabulary("sugar, sucrose, table sugar"), 1.79, 4.9),
    (vocabulary("baking soda, sodium bicarbonate"), 0.069, 0.24),
)
_ON: Final = vocabulary(
    "floats on top of, floats on, float on, float on top of, floats above, lies above, lies on, "
    "rises above, rises to the top of, layer on top of, stays on top of, sits on top of, sits on, "
    "lies on top of, on top of, rests on, above, floats over, lies over, stays above"
)
_UNDER: Final = vocabulary(
    "sinks below, sinks beneath, sinks under, lies below, lies beneath, lies under, lies "
    "underneath, sinks to the bottom of, settles below, settles under, settles beneath, stays "
    "below, rests below, below, beneath, underneath, collects under"
)
_AGITATED: Final = vocabulary(
    "soap, detergent, emulsifier, egg yolk, mustard, mayonnaise, emulsion, shake, shaken, shaking, "
    "shakes, blender, whisk, whisked, stir, stirs, stirred, stirring, vigorously, homogeniser, "
    "homogenizer, ultrasound, washing up liquid, dish soap"
)
_SOLIDS: Final = vocabulary(
    "ball, cube, block, sphere, cork, ice, ice cube, boat, ship, log, egg, raft, iceberg, drum, "
    "person, diver, bottle, toy, wood, wooden, steel, stone, marble, can, apple, duck, leaf, pin, "
    "needle, solid, bar, brick, cylinder, barge, above the surface, submarine, fish, bottle cap"
)
_WATER: Final = vocabulary("water, coffee, tea, vinegar, juice, milk")
_BY_DENSITY: Final = "liquids that do not mix lie in the order of their densities"


def _density(which: str) -> Slot:
    return Slot(f"density_{which}", _DENSITY, f"density of the {which} liquid", 50.0, 25000.0,
                because=_BY_DENSITY)  # fmt: skip


class Mixing(MaterialResponse):
    """Substances mix, dissolve, stay apart, or lie in layers."""

    name = "mixing"
    purpose = "substances mix to one colour, dissolve, or lie in layers by density"
    domain = Domain.FLUID
    equation = "rho_bottom >= rho_top;  m_dissolved <= s m_water"
    law = "mixing: the miscible becomes one, the immiscible lies in the order of density"
    outcomes = ("mixes", "stays_apart", "lies_so", "lies_otherwise", "separates", "no_layers",
                "dissolves", "stays_undissolved", "unmixes", "stays_mixed", "denser_on_top",
                "denser_below")  # fmt: skip
    slots = (
        _density("top"), _density("bottom"),
        Slot("solute_mass", _KG, "mass to be dissolved", 1e-9, 1e6, because="it decides",
             after=vocabulary("salt, table salt, sugar, sucrose, baking soda, sodium chloride")),
        Slot("water_mass", _KG, "mass of water", 1e-9, 1e6, because="so much water takes it up",
             after=vocabulary("water, hot water, cold water, warm water, of water"),
             before=vocabulary("in, into")),
        Slot("solubility", _ONE, "solubility", 0.0, 100.0, bounds=frozenset(),
             because="how much water takes up is the solubility"),
        *MaterialResponse.slots,
    )  # fmt: skip
    numbers = frozenset({"density_top", "density_bottom", "solute_mass"})
    formulas = (
        Formula("density_difference", _DENSITY, lambda v: v["density_bottom"] - v["density_top"],
                ("density_bottom", "density_top"), "density below beyond that above"),
        Formula("undissolved_mass", _KG,
                lambda v: v["solute_mass"] - v["solubility"] * v["water_mass"],
                ("solute_mass", "solubility", "water_mass"), "mass beyond what dissolves"),
        *MaterialResponse.formulas,
    )  # fmt: skip
    claims = (
        Claim("lies_so", "lies_otherwise", "density_difference", _LEAST, 0.0,
              "The liquid below is the denser one."),
        Claim("lies_otherwise", "lies_so", "density_difference", _MOST, 0.0,
              "The liquid above would be the denser one."),
        Claim("dissolves", "stays_undissolved", "undissolved_mass", _MOST, 0.0,
              "The water can take up all of it."),
        Claim("stays_undissolved", "dissolves", "undissolved_mass", _LEAST, 0.0,
              "The water cannot take up all of it."),
    )  # fmt: skip
    wishes = (
        Wish("unmixes", "stays_mixed", vocabulary(
            "unmixes, unmix, separates again, separate again, separate on their own, separates on "
            "its own, parts again, come apart again, gathers again, gather again, unstirs, unstir, "
            "unblends")),
        Wish("mixes", "stays_apart", vocabulary(
            "mixes, mix, mix with, swirls, swirl, blends, blend, blends in, blends with, colour is "
            "even, color is even, spreads, spread, diffuses, diffuse, evenly, uniform, one colour, "
            "homogeneous, merge, merges, disperses, combines, combine, same colour throughout")),
        Wish("denser_on_top", "denser_below", vocabulary(
            "denser one floats, heavier one floats, denser liquid floats, heavier liquid floats, "
            "denser one on top, denser liquid on top, denser one rises, heavier one on top, "
            "heavier liquid on top, denser one lies above, lighter one sinks, lighter liquid "
            "sinks, less dense one sinks, lighter one lies below")),
        Wish("denser_below", "denser_on_top", vocabulary(
            "denser one sinks, heavier one sinks, denser liquid sinks, heavier liquid sinks, "
            "lighter one floats, lighter liquid floats, less dense one floats, lighter one on "
            "top, lighter liquid on top, denser one lies below, less dense liquid floats")),
        Wish("separates", "no_layers", vocabulary(
            "two layers, separates, separate, separates into, layers, stratify, stratifies, "
            "settles out, forms a layer, parts from, separate layers")),
        Wish("dissolves", "stays_undissolved", vocabulary("dissolves, dissolve, dissolved")),
        Wish("lies_so", "lies_otherwise", (*_ON, *_UNDER)),
    )  # fmt: skip
    rules = (
        Rule("insoluble", (vocabulary("sand, gravel, chalk, chalk dust, stone, pebbles, glass, "
                                      "gold, "
                                      "plastic, oil, wax, marble, wood, iron, copper"), _WATER),
             allows=("stays_undissolved",), forbids=("dissolves",),
             law="solubility: like dissolves like",
             statement="Water does not take it up in any amount that shows.",
             never=(*_AGITATED, *vocabulary("acid, salt, sugar, hydrochloric, glass of, wood ash, "
                                            "copper sulphate, copper sulfate, slightly, vinegar"))),
        Rule("insoluble", (vocabulary("sand, gravel, chalk dust, stone, pebbles, marbles"),
                           vocabulary("glass of water, glass of cold water, glass of hot water")),
             allows=("stays_undissolved",), forbids=("dissolves",),
             law="solubility: like dissolves like",
             statement="Water does not take it up in any amount that shows."),
        Rule("immiscible", (vocabulary("oil, petrol, gasoline, kerosene"), _WATER),
             allows=("separates", "stays_apart"), forbids=("mixes", "no_layers", "dissolves"),
             law="miscibility: oil and water part", statement="Oil and water do not mix at rest.",
             never=(*_AGITATED, *vocabulary("spreads, spread, oil slick, film, salt, sugar, "
                                            "alcohol"))),
        Rule("immiscible", (vocabulary("mercury"), _WATER),
             allows=("separates", "stays_apart"), forbids=("mixes", "no_layers", "dissolves"),
             law="miscibility: mercury and water part",
             statement="Mercury and water do not mix.", never=_AGITATED),
        Rule("mixed for good", (vocabulary("mixed, stirred, stir, blended, dissolved, spread, mix, "
                                           "again, stirring"),
                                vocabulary("milk, coffee, tea, ink, ethanol, alcohol, juice, "
                                           "syrup, wine, food colouring, food coloring, dye, "
                                           "vinegar, cream")),
             allows=("stays_mixed",), forbids=("unmixes", "separates"),
             law="second law of thermodynamics: what has mixed does not part by itself",
             statement="What is miscible and mixed does not part again.",
             never=vocabulary("oil, petrol, sour, curdles, curdle, freezing, distil, distilled, "
                              "distillation, centrifuge, glycerine, glycerol, glycerin, salt, "
                              "filter, chromatography, whipped, laminar, corn syrup, silicone, "
                              "evaporates, chalk, sand, froth, rennet")),
        Rule("by density", (vocabulary("denser, heavier, lighter, less dense"),),
             allows=("denser_below",), forbids=("denser_on_top",),
             law="hydrostatics: liquids at rest lie in the order of their densities",
             statement="The denser liquid lies below.",
             never=vocabulary("cork, wood, ice, steel, ball, cube, shaken")),
    )  # fmt: skip
    predicates = (
        Predicate("mixes", "colour_variance", _ONE, _MOST, 0.02, "All of it has one colour."),
        Predicate("stays_apart", "colour_variance", _ONE, _LEAST, 0.1, "Two colours stay apart."),
        Predicate("separates", "layer_count", _ONE, _LEAST, 2.0, "There are two layers."),
        Predicate("no_layers", "layer_count", _ONE, _MOST, 1.0, "There is one layer."),
        Predicate("lies_so", "layer_count", _ONE, _LEAST, 2.0, "There are two layers."),
        Predicate("lies_otherwise", "layer_count", _ONE, _LEAST, 2.0, "There are two layers."),
        Predicate("denser_on_top", "layer_count", _ONE, _LEAST, 2.0, "There are two layers."),
        Predicate("denser_below", "layer_count", _ONE, _LEAST, 2.0, "There are two layers."),
        Predicate("dissolves", "solid_area_share", _ONE, _MOST, 0.02, "No solid is left."),
        Predicate("stays_undissolved", "solid_area_share", _ONE, _LEAST, 0.5, "The solid stays."),
        Predicate("unmixes", "colour_variance", _ONE, _LEAST, 0.1, "Two colours part again."),
        Predicate("stays_mixed", "colour_variance", _ONE, _MOST, 0.02, "One colour stays."),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(tuple(p for w in wishes for p in w.said),
                (*(row[0] for row in _LIQUIDS), *vocabulary("liquids, liquid, sand, paint"))),
        helps=vocabulary("mixes, dissolves, dissolve, layers, swirls, colour, stirred, oil, "
                         "coffee, milk, ink, sugar"),
        units=frozenset({_DENSITY}),
        never=vocabulary("microgravity, weightless, weightlessness, zero gravity, zero g, space "
                         "station, iss, orbit, fuel, jet, hole, ray, refraction, lens, kettle, "
                         "heater, balloon, falls from, dropped from, buoyancy, volume of, flame, "
                         "burns, sponge, thermometer"),
    )  # fmt: skip
    foreign = frozenset({Unit.WATT, Unit.HERTZ, Unit.NEWTON, Unit.JOULE, Unit.METRE_PER_SECOND})
    known = vocabulary("sinks, floats, forms, stays, lies, remains, becomes, turns")
    sights = (
        Check(name="even", statement="In the end the liquid has one colour all over.",
              antonym="In the end streaks or layers of two colours are left.",
              shows=("mixes", "stays_mixed"), denies=("stays_apart", "unmixes")),
        Check(name="gradual", statement="The colours run into one another bit by bit.",
              antonym="The colour changes all at once."),
        Check(name="two_layers", statement="In the end two layers lie one over the other.",
              antonym="In the end there are no layers.",
              shows=_LAYERED, denies=("no_layers", "mixes", "stays_mixed")),
        Check(name="dissolved", statement="In the end nothing solid is left in the liquid.",
              antonym="In the end something solid is left in the liquid.",
              shows=("dissolves",), denies=("stays_undissolved",)),
    )  # fmt: skip

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Where only the order of layers is asked, two liquids have to be there and no solid."""
        votes = set(self.voted(words))
        liquids = len(_liquids(words))
        if votes <= {"lies_so", "lies_otherwise"} and (
            liquids < 2 or words.any_of(_SOLIDS) is not None
        ):
            return 0.0
        likely = super().affinity(words, units)
        # Of two liquids no other family knows more.
        return likely + 0.2 if likely and liquids > 1 else likely

    def voted(self, words: Words) -> dict[str, None]:
        """Where two liquids lie in an order, they are apart."""
        votes = super().voted(words)
        if {"lies_so", "lies_otherwise"} & set(votes) and len(_liquids(words)) > 1:
            return {v: None for v in votes if v not in {"separates", "stays_apart"}}
        return votes

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Place two densities in the order in which the liquids lie."""
        found = dict(super().place(words, mentions))
        dense = [n for n, m in enumerate(mentions) if m.quantity.unit is _DENSITY]
        if len(dense) == 2 and (order := _order(words)):
            found |= dict(zip(dense, order, strict=True))
        return found | {n: "" for n in dense if n not in found}

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Give the densities of two immiscible liquids in the order said."""
        liquids, order = _liquids(words), _order(words)
        names = {p.name for p in given}
        if len(liquids) != 2 or not order or names & set(order):
            return ()
        if liquids[0][3] == liquids[1][3] or words.any_of(_AGITATED) is not None:
            return ()
        return tuple(
            inferred(name, rho, _DENSITY, f"density of {phrase}", half / 3**0.5)
            for name, (phrase, rho, half, _) in zip(order, liquids, strict=True)
        )

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = dict(super().spans(words))
        for said, low, high in _SOLUTES:
            if words.any_of(said) is not None:
                found["solubility"] = Span(low, high, f"between 0 and 100 °C, of {said[0]}")
        return found

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if {"density_top", "density_bottom"} <= set(values):
            below, above = values["density_bottom"], values["density_top"]
            return (f"below {below:.4g} kg/m³, above {above:.4g} kg/m³",)
        if {"solute_mass", "water_mass", "solubility"} <= set(values):
            s, water = values["solubility"], values["water_mass"]
            return (f"at most {s:.3g} × {water:.3g} kg = {s * water:.3g} kg dissolve",)
        return ()


def _liquids(words: Words) -> list[tuple[str, float, float, str]]:
    """Find the liquids of a text in its order, each once."""
    taken: set[int] = set()
    found: dict[str, tuple[int, tuple[str, float, float, str]]] = {}
    for row in sorted(_LIQUIDS, key=lambda r: -len(r[0].split())):
        for place in words.places(row[0]):
            span = set(range(place, place + len(row[0].split())))
            if not span & taken:
                taken |= span
                found.setdefault(row[0], (place, row))
    return [row for _, row in sorted(found.values(), key=lambda f: f[0])]


def _order(words: Words) -> tuple[str, str] | None:
    """Say whether the liquid named first lies on top or at the bottom."""
    above, below = words.any_of(_ON) is not None, words.any_of(_UNDER) is not None
    if above is below:
        return None
    return ("density_top", "density_bottom") if above else ("density_bottom", "density_top")
