"""Changes of state: what melts, freezes, boils, condenses or sublimes at a temperature.

Equation
    T against the melting, boiling and sublimation point at 1 atm; solid -> liquid -> gas in order,
    but what has no liquid at 1 atm sublimes
Source
    Scenario families, phase_path; P. Atkins and J. de Paula, Physical Chemistry, 9th ed., ch. 4;
    points: :mod:`storyworld.physics.phase_points`. Metastable liquids: P. G. Debenedetti,
    Metastable Liquids (1996), ch. 1.
Domain of validity
    1 atm, pure substances, long enough to come to the temperature. A liquid may stay liquid below
    its freezing point and above its boiling point: that it does is impossible only far beyond.
    How long it takes is no part of it; a goal of power and time is heat's.
"""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Claim, Formula, Speaks, Wish
from storyworld.physics.completion import inferred
from storyworld.physics.family import Slot
from storyworld.physics.material_response import ALLOWED, MaterialResponse
from storyworld.physics.material_rules import Predicate, Rule
from storyworld.physics.phase_points import SUBSTANCES, PhasePoints, substance_in
from storyworld.physics.spans import Span
from storyworld.reading.quantities import read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check

_ONE, _K = Unit.ONE, Unit.KELVIN
_MOST, _LEAST = Comparison.AT_MOST, Comparison.AT_LEAST
TEMPERATURE: Final = Slot(
    "temperature", _K, "temperature around it", 0.0, 10000.0, by_unit=True,
    before=vocabulary("room at, oven at, freezer at, air at, outside at, fridge at, heated to, "
                      "warmed to, cooled to, reaches, temperature of, temperature, in air of, to, "
                      "t, surroundings at, bath at, cooled down to, kept at, held at, stored at"),
    after=vocabulary("room, oven, freezer, air, heat, weather, day, bath, outside"),
    because="whether it changes its state turns on the temperature",
)  # fmt: skip
START: Final = Slot(
    "start_temperature", _K, "temperature at first", 0.0, 10000.0, by_unit=True, optional=True,
    before=vocabulary("from, initially at, starting at, starts at, at first"),
)  # fmt: skip


def _point(name: str, words: str) -> Slot:
    because = f"its {words} at this pressure decides"
    return Slot(name, _K, words, 0.0, 10000.0, bounds=frozenset(), because=because)


def _beyond(name: str, words: str, high: float, because: str) -> Slot:
    return Slot(name, _K, words, 0.0, 1000.0, bounds=frozenset(), span=(0.0, high), because=because)


_T: Final = "temperature"
_VERBS: Final = {
    "melts": "melt, melts, melted, molten, is melting, starts melting, begins melting, keeps "
    "melting, thaws, thaw, liquefies, liquefy, melts away, defrosts",
    "stays_solid": "stays solid, stay solid, remains solid, remain solid, stays frozen, remains "
    "frozen, keeps frozen, stay frozen, still solid, still frozen",
    "freezes": "freezes, freeze, frozen over, freezes over, turns to ice, turns into ice, "
    "solidifies, solidify, solidified, ice forms, becomes solid, sets solid, turns solid",
    "stays_liquid": "stays liquid, remains liquid, stay liquid, remain liquid, still liquid",
    "boils": "boils, boil, boiling over, starts boiling, begins boiling, starts to boil, begins to "
    "boil, is boiling, boils away",
    "condenses": "condenses, condense, condensing, fogs up, mists up, dew forms, turns back into "
    "water, turns into droplets",
    "stays_gas": "stays gaseous, remains gaseous, stays a gas, remains a gas, stays steam, remains "
    "steam",
    "sublimes": "sublime, sublimes, sublimates, sublimate, straight into vapour, straight into "
    "vapor, straight into gas, straight into a gas, directly into gas, directly into a gas, "
    "directly into vapour, directly into vapor, straight to gas, straight into violet vapour, "
    "straight into purple vapour, straight from solid to gas, directly from solid to gas, straight "
    "into violet vapor, straight into purple vapor, without melting",
    "deposits": "frost forms, hoarfrost, hoar frost, forms frost, ice crystals form, ice flowers",
    "evaporates": "evaporates, evaporate, dries up, dry up, evaporated",
}
_OPPOSITES: Final = {
    "melts": "does_not_melt", "stays_solid": "leaves_solid", "freezes": "does_not_freeze",
    "stays_liquid": "leaves_liquid", "boils": "does_not_boil", "condenses": "stays_gas",
    "stays_gas": "condenses", "sublimes": "does_not_sublime", "deposits": "no_deposit",
    "evaporates": "stays_wet",
}  # fmt: skip
_AT_POINT: Final = {
    "melts": "melting_point", "freezes": "melting_point", "boils": "boiling_point",
    "condenses": "boiling_point",
}  # fmt: skip
_COEXISTENCE: Final = Rule(
    "at the point itself", (), tuple(_AT_POINT), (),
    law="phase diagram: at the point between two states both exist",
    statement="At this very temperature it does so, as heat comes in or goes out.",
)  # fmt: skip
_ELSEWHERE: Final = vocabulary(
    "vacuum, pressure cooker, altitude, mountain, everest, mount, low pressure, high pressure, "
    "bell jar, autoclave, evacuated, denver, pumped, pascal, moon, mars, space, submarine, deep sea"
)
_CONDENSING: Final = vocabulary(_VERBS["condenses"])
_SUBSTANCE_NAMES: Final = frozenset(p for one in SUBSTANCES for p in one.words)
_IMPURE: Final = vocabulary(
    "salt, salted, salty, sea water, seawater, brine, antifreeze, sugar, sugary, solution, alloy, "
    "syrup, saline, glycol, sea, skate, skates, skater, under pressure, wire"
)
_STATES: Final = frozenset(
    vocabulary(
        "water, ice, steam, liquid, gas, vapour, vapor, solid, a, puddle, violet, purple, frost, "
        "snow"
    )
)


class PhasePath(MaterialResponse):
    """A substance changes its state, or keeps it."""

    name = "phase_path"
    purpose = "a substance melts, freezes, boils, condenses or sublimes, or does not"
    domain = Domain.THERMAL
    equation = "melts: T >= T_melt; boils: T >= T_boil; sublimes: T >= T_sub, all at 1 atm"
    law = "phase diagram: temperature and pressure settle the state"
    outcomes = tuple(dict.fromkeys((*_VERBS, *_OPPOSITES.values())))
    slots = (
        TEMPERATURE, START, _point("melting_point", "melting point"),
        _point("boiling_point", "boiling point"), _point("sublimation_point", "sublimation point"),
        _beyond("supercooling", "supercooling", 40.0,
                "a liquid at rest may stay liquid below its freezing point"),
        _beyond("superheating", "superheating", 150.0,
                "a liquid without bubbles may stay liquid above its boiling point"),
        *MaterialResponse.slots,
    )  # fmt: skip
    numbers = frozenset({_T})
    formulas = (
        Formula("melting_excess", _K, lambda v: v[_T] - v["melting_point"],
                (_T, "melting_point"), "temperature above the melting point"),
        Formula("boiling_excess", _K, lambda v: v[_T] - v["boiling_point"],
                (_T, "boiling_point"), "temperature above the boiling point"),
        Formula("sublimation_excess", _K, lambda v: v[_T] - v["sublimation_point"],
                (_T, "sublimation_point"), "temperature above the sublimation point"),
        Formula("liquid_margin", _K, lambda v: v[_T] - v["melting_point"] + v["supercooling"],
                (_T, "melting_point", "supercooling"), "temperature above where it must freeze"),
        Formula("boil_margin", _K, lambda v: v[_T] - v["boiling_point"] - v["superheating"],
                (_T, "boiling_point", "superheating"), "temperature above where it must boil"),
        Formula("gas_margin", _K, lambda v: v[_T] - v["boiling_point"] + v["supercooling"],
                (_T, "boiling_point", "supercooling"), "temperature above where it must condense"),
        *MaterialResponse.formulas,
    )  # fmt: skip
    claims = (
        Claim("melts", "does_not_melt", "melting_excess", _LEAST, 0.0,
              "It is warmer than its melting point."),
        Claim("does_not_melt", "melts", "melting_excess", _MOST, 0.0,
              "It is colder than its melting point."),
        Claim("stays_solid", "leaves_solid", "melting_excess", _MOST, 0.0,
              "It is colder than where its solid ends."),
        Claim("freezes", "does_not_freeze", "melting_excess", _MOST, 0.0,
              "It is colder than its freezing point."),
        Claim("does_not_freeze", "freezes", "liquid_margin", _LEAST, 0.0,
              "It is not so cold that it has to freeze."),
        Claim("stays_liquid", "leaves_liquid", "liquid_margin", _LEAST, 0.0,
              "It is not so cold that it has to freeze."),
        Claim("boils", "does_not_boil", "boiling_excess", _LEAST, 0.0,
              "It is hotter than its boiling point."),
        Claim("does_not_boil", "boils", "boil_margin", _MOST, 0.0,
              "It is not so hot that it has to boil."),
        Claim("condenses", "stays_gas", "boiling_excess", _MOST, 0.0,
              "The pure vapour is colder than its boiling point."),
        Claim("stays_gas", "condenses", "gas_margin", _LEAST, 0.0,
              "It is not so cold that it has to condense."),
        Claim("sublimes", "does_not_sublime", "sublimation_excess", _LEAST, 0.0,
              "It is warmer than where it sublimes."),
        Claim("does_not_sublime", "sublimes", "sublimation_excess", _MOST, 0.0,
              "It is colder than where it sublimes."),
    )  # fmt: skip
    wishes = tuple(Wish(o, _OPPOSITES[o], vocabulary(said)) for o, said in _VERBS.items())
    rules = (
        Rule("no liquid at 1 atm", (vocabulary("dry ice, solid carbon dioxide, frozen carbon "
                                               "dioxide"),),
             allows=("does_not_melt",), forbids=("melts", "boils", "stays_liquid"),
             law="phase diagram: below 5.2 bar carbon dioxide has no liquid",
             statement="Dry ice turns straight into gas at 1 atm.",
             never=(*vocabulary("pressure, bar, atm, syringe, sealed tube, water, snow, hole"),)),
        Rule("order of states", (vocabulary("before it melts, before melting, "
                                            "before it has melted, before they melt, "
                                            "without melting first"),
                                 vocabulary("boils, boil, boiling")),
             allows=(), forbids=("boils",),
             law="phase diagram: at 1 atm what boils has melted before",
             statement="It has to be liquid before it can boil.", never=_ELSEWHERE),
    )  # fmt: skip
    predicates = (
        Predicate("melts", "solid_area_share", _ONE, _MOST, 0.1, "Hardly any solid is left."),
        Predicate("does_not_melt", "solid_area_share", _ONE, _LEAST, 0.95, "The solid stays."),
        Predicate("leaves_solid", "solid_area_share", _ONE, _MOST, 0.9, "The solid becomes less."),
        Predicate("does_not_freeze", "solid_area_share", _ONE, _MOST, 0.05, "No solid appears."),
        Predicate("leaves_liquid", "liquid_area_share", _ONE, _MOST, 0.9,
                  "The liquid becomes less."),
        Predicate("stays_solid", "solid_area_share", _ONE, _LEAST, 0.95, "The solid stays."),
        Predicate("freezes", "solid_area_share", _ONE, _LEAST, 0.9, "What was liquid is solid."),
        Predicate("stays_liquid", "solid_area_share", _ONE, _MOST, 0.05, "No solid appears."),
        Predicate("boils", "bubble_rate", Unit.HERTZ, _LEAST, 1.0, "Bubbles rise throughout."),
        Predicate("does_not_boil", "bubble_rate", Unit.HERTZ, _MOST, 0.1, "No bubbles rise."),
        Predicate("condenses", "droplet_area_share", _ONE, _LEAST, 0.05, "Droplets appear."),
        Predicate("stays_gas", "droplet_area_share", _ONE, _MOST, 0.01, "No droplets appear."),
        Predicate("sublimes", "liquid_area_share", _ONE, _MOST, 0.02,
                  "The solid shrinks and no liquid appears."),
        Predicate("does_not_sublime", "solid_area_share", _ONE, _LEAST, 0.95, "The solid stays."),
        Predicate("deposits", "crystal_area_share", _ONE, _LEAST, 0.05, "Crystals grow."),
        Predicate("no_deposit", "crystal_area_share", _ONE, _MOST, 0.01, "No crystals grow."),
        Predicate("evaporates", "liquid_area_share", _ONE, _MOST, 0.05, "The liquid is gone."),
        Predicate("stays_wet", "liquid_area_share", _ONE, _LEAST, 0.9, "The liquid stays."),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(tuple(p for said in _VERBS.values() for p in vocabulary(said)),
                (*(p for one in SUBSTANCES for p in one.words),
                 *vocabulary("lollipop, ice cream, vapour, vapor, crystals, crystal, window pane, "
                             "lid, lava, rock, glass, cheese, popsicle, fog, pane, naphthalene, "
                             "camphor, mothball, mothballs, metal, sugar"))),
        helps=vocabulary("ice, melts, freezes, boils, boil, sublimes, condenses, dry ice, iodine, "
                         "frost, steam, room temperature, freezer"),
        units=frozenset({_K}),
        never=vocabulary("kettle, heater, immersion, hot plate, hotplate, hob, calorimeter, power, "
                         "element, boiled dry, thawed beam, collapses, implodes, crumples, can of, "
                         "mixed with, poured into, dropped into, heat of fusion, latent heat, "
                         "specific heat, floats, sinks, candle flame, microgravity, weightless, "
                         "space station, iss, freezes in mid air, freezes on the spot, frame"),
    )  # fmt: skip
    foreign = frozenset({Unit.WATT, Unit.JOULE, Unit.JOULE_PER_KILOGRAM, Unit.HERTZ,
                         Unit.JOULE_PER_KILOGRAM_KELVIN})  # fmt: skip
    known = vocabulary("stays, remains, drips, becomes, forms, turns")
    sights = (
        Check(name="order", statement="Solid becomes liquid, and only then gas.",
              antonym="Gas or liquid appears in the wrong order."),
        Check(name="onset", statement="The change begins at the surface and goes on from there.",
              antonym="The whole body changes at a stroke, or does not change."),
        Check(name="melts", statement="The solid turns to liquid.",
              antonym="The solid stays solid.",
              shows=("melts",), denies=("does_not_melt", "stays_solid")),
        Check(name="freezes", statement="The liquid turns solid.",
              antonym="The liquid does not turn solid.",
              shows=("freezes",), denies=("does_not_freeze", "stays_liquid")),
        Check(name="boils", statement="Bubbles rise all through the liquid.",
              antonym="No bubbles rise through the liquid.",
              shows=("boils",), denies=("does_not_boil",)),
        Check(name="condenses", statement="Droplets appear that were not there at first.",
              antonym="No droplets appear.",
              shows=("condenses",), denies=("stays_gas",)),
        Check(name="sublimes", statement="The solid becomes less, and no liquid appears.",
              antonym="The solid becomes no less, or liquid appears.",
              shows=("sublimes",), denies=("does_not_sublime", "melts", "stays_solid")),
        Check(name="deposits", statement="Crystals grow that were not there at first.",
              antonym="No crystals grow.",
              shows=("deposits",), denies=("no_deposit",)),
        Check(name="dries_up", statement="In the end the liquid is gone.",
              antonym="In the end as much liquid is there as at first.",
              shows=("evaporates",), denies=("stays_wet",)),
        Check(name="solid_shrinks", statement="The solid becomes less.",
              antonym="The solid does not become less.",
              shows=("leaves_solid",), denies=("stays_solid",)),
        Check(name="liquid_shrinks", statement="The liquid becomes less.",
              antonym="The liquid does not become less.",
              shows=("leaves_liquid",), denies=("stays_wet",)),
    )  # fmt: skip

    def ruling(self, words: Words, wanted: str) -> tuple[Rule, bool] | None:
        """At the very point both states exist: ice melts at 0 °C, and water freezes there."""
        found = super().ruling(words, wanted)
        if found is not None or wanted not in _AT_POINT:
            return found
        point = _points(words).get(_AT_POINT[wanted])
        given = [m.quantity for m in read_quantities(words).mentions if m.quantity.unit is _K]
        if point is None or point[1] - point[0] > 1 or len(given) != 1:
            return None
        near = point[0] - 0.01 <= given[0].value <= point[1] + 0.01
        return (_COEXISTENCE, True) if near else None

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """What stays liquid neither freezes nor boils."""
        found = super().ask(wanted, given)
        if wanted != "stays_liquid" or not found or found[0].quantity == ALLOWED:
            return found
        return (*found, *super().ask("does_not_boil", given))

    def unsettled(
        self,
        words: Words,
        given: tuple[Parameter, ...],  # noqa: ARG002
    ) -> tuple[MissingParameter, ...]:
        """No substance becomes another: 'ice melts into mercury' claims more than melting."""
        if words.any_of(_CONDENSING) and not words.any_of(("steam", "pure", "nitrogen", "oxygen")):
            because = "when vapour in air condenses turns on how humid the air is"
            return (MissingParameter(name="humidity", unit=_ONE, because=because),)
        into = [p + 1 for s in ("into", "becomes") for p in words.places(s)]
        one = substance_in(words)
        others = {
            words.tokens[p].text
            for at in into
            for p in range(at, min(at + 3, len(words.tokens)))
            if words.tokens[p].text in _SUBSTANCE_NAMES - _STATES
        }
        if one is None or not others - {w for phrase in one.words for w in phrase.split()}:
            return ()
        because = f"the goal speaks of {', '.join(sorted(others))}: it does not become that"
        return (MissingParameter(name="product", unit=_ONE, because=because),)

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = []
        if _T not in {p.name for p in given}:
            warm = words.any_of(("room temperature", "ambient temperature"))
            if warm is not None:
                found.append(inferred(_T, 293.15, _K, f"{warm} is about 20 °C", 2.5))
        for name, known in _points(words).items():
            if known is not None and known[0] == known[1]:
                because = f"{name.replace('_', ' ')} at 1 atm"
                found.append(inferred(name, known[0], _K, because, 0.02))
        return tuple(found)

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = dict(super().spans(words))
        for name, known in _points(words).items():
            if known is not None and known[0] != known[1]:
                found[name] = Span(*known, f"{name.replace('_', ' ')} at 1 atm")
        return found

    def understands(self, words: Words) -> frozenset[str]:
        """Know what a substance may turn into: another state of its own."""
        turns = [p + 2 for p in words.places("turns into")]
        if turns and all(p < len(words.tokens) and words.tokens[p].text in _STATES for p in turns):
            return self.tolerated | {"turns into", "evaporates"}
        return self.tolerated | {"evaporates"}

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if _T not in values:
            return ()
        named = ("melting_point", "boiling_point", "sublimation_point")
        return tuple(
            f"T - T({name.split('_')[0]}) = {values[_T]:.5g} K - {values[name]:.5g} K = "
            f"{values[_T] - values[name]:.4g} K"
            for name in named if name in values
        )  # fmt: skip


def _points(words: Words) -> dict[str, tuple[float, float] | None]:
    """Give the points that hold for the substance of a text at its pressure."""
    one: PhasePoints | None = substance_in(words)
    if one is None or (words.any_of(_IMPURE) is not None and one.name != "salt"):
        return {}
    # What has no liquid stays solid up to where it sublimes.
    points = {"melting_point": one.melts or one.sublimes}
    if words.any_of(_ELSEWHERE) is None:
        points |= {"boiling_point": one.boils, "sublimation_point": one.sublimes}
    return points
