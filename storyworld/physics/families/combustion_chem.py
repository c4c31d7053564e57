"""Burning and reactions: what burns needs oxygen, and reactants give what they give.

Equation
    a table of reactions: reactants and surroundings -> what is to be observed (flame, colour, gas)
Source
    Scenario families, combustion_chem; N. N. Greenwood and A. Earnshaw, Chemistry of the
    Elements, 2nd ed. (flame colours: ch. 4 and 5; copper: ch. 28); P. Atkins and L. Jones,
    Chemical Principles, 5th ed., ch. 12 (indicators).
Domain of validity
    The reactions of the table, at room conditions. How fast, how bright and when a flame goes out
    under a jar is to be seen.
"""

from typing import Final

from storyworld.physics.claims import Speaks, Wish
from storyworld.physics.material_response import MaterialResponse
from storyworld.physics.material_rules import Predicate, Rule
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check

_ONE, _MOST, _LEAST = Unit.ONE, Comparison.AT_MOST, Comparison.AT_LEAST
_COLOURS: Final = {
    "green": "green, greenish, emerald, blue green, bluish green",
    "yellow": "yellow, yellowish, golden yellow",
    "red": "red, crimson, scarlet, reddish, carmine, brick red",
    "orange": "orange",
    "lilac": "lilac, violet, purple, mauve",
    "blue": "blue, bluish",
    "pink": "pink, magenta",
    "black": "black, blue black, dark blue",
    "milky": "milky, cloudy, turbid",
}
_FUEL: Final = vocabulary(
    "candle, candles, match, paper, wood, wooden, coal, charcoal, petrol, gasoline, alcohol, log, "
    "logs, straw, splint, cotton, campfire, bonfire, wick, leaf, leaves, cloth, hydrogen, methane, "
    "butter, oil, twig, twigs"
)
_FUELS: Final = (*_FUEL, *vocabulary("fire, flame, torch, lamp, lighter, lit, burner, gas burner"))
_AIRLESS: Final = vocabulary(
    "nitrogen, carbon dioxide, co2, co 2, argon, helium, neon, vacuum, under water, underwater, "
    "submerged, no oxygen, without oxygen, without air, no air, airless, without any oxygen, "
    "without any air, inert gas, oxygen free, absence of oxygen, outer space, on the moon, "
    "sand bucket, filled with nitrogen"
)
_OWN_OXYGEN: Final = vocabulary(
    "magnesium, thermite, sparkler, sparklers, flare, sodium, potassium, lithium, rocket, fuse, "
    "oxidiser, oxidizer, gunpowder, underwater torch, welding, phosphorus, aluminium, diver, "
    "with oxygen supply, underwater flare, fireworks, firework, chlorine, fluorine, diving bell, "
    "liquid oxygen, oxygen bottle, pyrotechnic, gun cotton, guncotton, lamp glows, light bulb, "
    "electric, electric lamp, flashlight, capsule, habitat, match head, candlelight, astronaut, "
    "space station, reflection, oxygen, air, gas torch, cutting torch, blowtorch, blow torch"
)
_BURNS: Final = vocabulary(
    "burns, burn, burning, catches fire, catch fire, ignites, ignite, flares up, keeps burning, "
    "goes on burning, stays lit, blazes, flames up, bursts into flame, bursts into flames, "
    "remains lit, stays alight, keeps on burning, flickers on, glows, is alight, lights"
)
_OUT: Final = vocabulary(
    "goes out, go out, is extinguished, extinguished, dies, dies down, snuffed out, suffocates, "
    "is put out, stops burning"
)
_FIZZES: Final = vocabulary(
    "fizzes, fizz, fizzing, foams, foam, bubbles, bubble, froths, effervesces, gas bubbles, "
    "bubbles up, foams up, hisses, sizzles"
)
_ACIDS: Final = vocabulary(
    "vinegar, acid, hydrochloric acid, lemon juice, citric acid, lemon, acetic acid"
)
_BASES: Final = vocabulary("soap, soapy, ammonia, lye, caustic soda, sodium hydroxide, limewater")
_TURNING: Final = vocabulary(
    "turns, turn, turning, colours, colors, colour, color, makes, make, becomes, become, goes, "
    "changes, gives, tints, dyes, burns, flame is, flame that is, with a"
)
_TABLE_LAW: Final = "reactions: the same reactants give the same products"


def _flame(salt: str, colour: str, also: tuple[str, ...] = ()) -> Rule:
    others = tuple(f"turns_{c}" for c in _COLOURS if c not in (colour, *also))
    return Rule(
        "flame colour", (vocabulary(salt), vocabulary("flame, bunsen, burner, fire, flames")),
        allows=(f"turns_{colour}",), forbids=(*others, f"not_{colour}"),
        law="flame colours: atoms in a flame emit their own spectral lines",
        statement=f"This salt colours a flame {colour}.",
        never=vocabulary("cobalt glass, filter, filtered, wire loop, gold, pot, pan, kettle"),
    )  # fmt: skip


def _colour(what: str, with_: str, colour: str) -> Rule:
    others = tuple(f"turns_{c}" for c in _COLOURS if c != colour)
    return Rule(
        "indicator", (vocabulary(what), vocabulary(with_)),
        allows=(f"turns_{colour}",), forbids=(*others, f"not_{colour}"),
        law=_TABLE_LAW, statement=f"Together they turn {colour}.",
        never=vocabulary("bleach, flame, sublimes"),
    )  # fmt: skip


class CombustionChem(MaterialResponse):
    """Something burns or goes out, fizzes, or changes its colour."""

    name = "combustion_chem"
    purpose = "something burns or goes out, fizzes or changes colour by a reaction"
    domain = Domain.THERMAL
    equation = "reactants + surroundings -> products"
    law = "chemistry: reactants become products, and burning takes oxygen"
    outcomes = ("burns", "goes_out", "fizzes", "does_not_fizz",
                *(f"turns_{c}" for c in _COLOURS), *(f"not_{c}" for c in _COLOURS),
                "chars", "does_not_char", "explodes", "does_not_explode")  # fmt: skip
    wishes = (
        Wish("burns", "goes_out", _BURNS),
        Wish("goes_out", "burns", _OUT),
        Wish("fizzes", "does_not_fizz", _FIZZES),
        Wish("chars", "does_not_char", vocabulary("chars, char, charred, turns to ash, smoulders")),
        Wish("explodes", "does_not_explode", vocabulary("explodes, explode, detonates")),
        *(
            Wish(f"turns_{name}", f"not_{name}", vocabulary(said))
            for name, said in _COLOURS.items()
        ),
    )  # fmt: skip
    rules = (
        Rule("no oxygen", (_AIRLESS, _FUELS), allows=("goes_out",), forbids=("burns", "explodes"),
             law="combustion: a flame takes oxygen",
             statement="There is no oxygen here to burn with.",
             never=_OWN_OXYGEN),
        Rule("nothing to burn", (vocabulary(
                "sand, water burns, stone, stones, rock, pebble, glass, salt burns, carbon dioxide "
                "burns, helium, argon, concrete, brick, bricks, gravel, ash"),),
             allows=(), forbids=("burns", "explodes"),
             law="combustion: what is burnt already does not burn",
             statement="It cannot take up any more oxygen.",
             never=(*_FUEL, *_OWN_OXYGEN, *vocabulary("lamp, hot, red hot, glows, lava, jar, "
                                                       "magnifying, burning glass, prism"))),
        _flame("copper, copper salt, copper chloride, copper sulphate, copper sulfate, boric acid",
               "green", ("blue",)),
        _flame("barium, barium chloride", "green", ("yellow",)),
        _flame("sodium, table salt, sodium chloride, kitchen salt, soda, salt water", "yellow",
               ("orange",)),
        _flame("strontium, strontium chloride, lithium, lithium chloride", "red", ("pink",)),
        _flame("calcium, calcium chloride", "orange", ("red",)),
        _flame("potassium, potassium chloride, potash", "lilac", ("pink",)),
        Rule("acid and carbonate", (_ACIDS, vocabulary(
                "baking soda, bicarbonate, sodium bicarbonate, chalk, limestone, marble, eggshell, "
                "baking powder, washing soda, carbonate")),
             allows=("fizzes",), forbids=("does_not_fizz",), law=_TABLE_LAW,
             statement="Acid drives carbon dioxide out of a carbonate.",
             never=vocabulary("frozen, separate, sealed apart, frozen solid, boric")),
        Rule("acid and base metal", (vocabulary("hydrochloric acid, acid, sulphuric acid, sulfuric "
                                                "acid"),
                                     vocabulary("zinc, magnesium, iron filings, aluminium, "
                                                "aluminum")),
             allows=("fizzes",), forbids=("does_not_fizz",), law=_TABLE_LAW,
             statement="A base metal drives hydrogen out of an acid."),
        Rule("acid and noble metal", (vocabulary("hydrochloric acid, vinegar, lemon juice"),
                                      vocabulary("gold, platinum, gold ring")),
             allows=("does_not_fizz",), forbids=("fizzes",), law=_TABLE_LAW,
             statement="A noble metal does not drive hydrogen out of an acid.",
             never=vocabulary("baking soda, zinc, chalk, nitric, aqua regia, limestone, marble")),
        _colour("litmus, litmus paper", "vinegar, acid, hydrochloric acid, lemon juice, lemon",
                "red"),
        _colour("litmus, litmus paper", "soap, soapy, ammonia, lye, caustic soda, sodium hydroxide",
                "blue"),
        _colour("phenolphthalein", "soap, ammonia, lye, caustic soda, sodium hydroxide, base",
                "pink"),
        _colour("iodine, iodine solution, iodine tincture", "starch, potato, bread, flour, rice",
                "black"),
        _colour("limewater, lime water", "carbon dioxide, breath, exhaled air, exhales, "
                "breathe, breathes, breathing, exhale, blown into", "milky"),
    )  # fmt: skip
    predicates = (
        Predicate("burns", "luminance_growth", _ONE, _LEAST, 0.2, "It gives off light."),
        Predicate("goes_out", "flame_area", _ONE, _MOST, 0.001, "In the end there is no flame."),
        Predicate("fizzes", "bubble_rate", Unit.HERTZ, _LEAST, 1.0, "Bubbles rise."),
        Predicate("does_not_fizz", "bubble_rate", Unit.HERTZ, _MOST, 0.1, "No bubbles rise."),
        Predicate("chars", "dark_area_growth", _ONE, _LEAST, 0.1, "It turns black."),
        Predicate("does_not_char", "dark_area_growth", _ONE, _MOST, 0.02, "It stays as light."),
        Predicate("explodes", "luminance_growth", _ONE, _LEAST, 0.5, "It flashes up."),
        Predicate("does_not_explode", "luminance_growth", _ONE, _MOST, 0.2, "Nothing flashes."),
        *(Predicate(f"turns_{c}", f"{c}_area_share", _ONE, _LEAST, 0.02, f"It turns {c}.")
          for c in _COLOURS),
        *(Predicate(f"not_{c}", f"{c}_area_share", _ONE, _MOST, 0.005, f"It does not turn {c}.")
          for c in _COLOURS),
    )  # fmt: skip
    speaks = Speaks(
        all_of=((*_BURNS, *_OUT, *_FIZZES, *vocabulary(
                    "chars, char, charred, explodes, explode, detonates, litmus, phenolphthalein, "
                    "limewater, lime water, flame, iodine solution, iodine tincture, turns milky, "
                    "rusts, tarnishes, smoulders")),
                (*_FUELS, *_ACIDS, *_BASES, *vocabulary(
                    "baking soda, salt, sodium, magnesium, steel wool, flame, litmus, "
                    "phenolphthalein, limewater, lime water, potassium, strontium, copper, barium, "
                    "lithium, iodine, sand, stone, stones, rock, pebble, concrete, brick, gravel, "
                    "helium, cola, tablet, mentos, yeast, zinc, phosphorus, sulphur, sulfur, "
                    "iron, firework, fireworks, sparkler, hydrogen peroxide, thermite"))),
        helps=vocabulary("candle, flame, burns, oxygen, jar, vinegar, baking soda, litmus, fire, "
                         "fizzes, match, nitrogen"),
        never=vocabulary("rocket, propellant, fuel, thrust, stage, booster, engine, burn time, "
                         "kettle, hob, melts, boils, microgravity, weightless, zero gravity, "
                         "bursts when, mirror, lens, shadow, shadows, refraction, ray, laser, "
                         "prism, jumps, leaps, car, race, firing, soap bubble, sublimes, "
                         "seesaw, pendulum, lights up the, burns calories, burn rate, buoyancy"),
    )  # fmt: skip
    foreign = frozenset({Unit.WATT, Unit.HERTZ, Unit.NEWTON, Unit.METRE_PER_SECOND,
                         Unit.KILOGRAM_PER_SECOND})  # fmt: skip
    known = vocabulary("makes, colours, colors, keeps, goes, stays, remains, dies, gives")
    sights = (
        Check(name="reacts", statement="Light, gas or a new colour appears where the two meet.",
              antonym="Nothing changes where the two meet.", shows=("fizzes",)),
        Check(name="uses_up", statement="What reacts becomes less.",
              antonym="What reacts stays as it was."),
        Check(name="gives_light", statement="Something burns or glows.",
              antonym="Nothing burns or glows.",
              shows=("burns", "explodes")),
        Check(name="flashes_up", statement="There is a bright flash.",
              antonym="There is no flash.",
              shows=("explodes",), denies=("does_not_explode",)),
        Check(name="goes_out", statement="In the end there is no flame.",
              antonym="In the end there is still a flame.", shows=("goes_out",)),
        Check(name="bubbles", statement="Bubbles rise.", antonym="No bubbles rise.",
              shows=("fizzes",), denies=("does_not_fizz",)),
        Check(name="chars", statement="Something is charred black in the end.",
              antonym="Nothing is charred black in the end.",
              shows=("chars",), denies=("does_not_char",)),
        *(Check(name=f"turns_{c}", statement=f"Something turns {c}.",
                antonym=f"Nothing turns {c}.", shows=(f"turns_{c}",), denies=(f"not_{c}",))
          for c in _COLOURS),
    )  # fmt: skip

    def voted(self, words: Words) -> dict[str, None]:
        """Of several colours the last is the one it turns: 'blue litmus red', 'blue-black'."""
        votes = super().voted(words)
        if "goes_out" in votes:
            votes.pop("burns", None)  # 'a burning candle goes out'
        colours = [v for v in votes if v.startswith(("turns_", "not_"))]
        if not colours:
            return votes
        others = {v: None for v in votes if v not in colours}
        if words.any_of(_TURNING) is None:
            return others or votes
        return others | {max(colours, key=lambda v: _last(words, v)): None}


def _last(words: Words, outcome: str) -> int:
    """Give the place of the last word for the colour of an outcome."""
    shades = vocabulary(_COLOURS[outcome.partition("_")[2]])
    return max((p + len(s.split()) for s in shades for p in words.places(s)), default=-1)
