"""The quantities of heating: what a goal states of them, and the limits it sets."""

from typing import Final

from storyworld.physics.claims import Limit, Seen
from storyworld.physics.family import Slot
from storyworld.reading.quantities import Bound
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_KG, _VOLUME, _ONE, _KELVIN = Unit.KILOGRAM, Unit.CUBIC_METRE, Unit.ONE, Unit.KELVIN
_JOULE, _WATT, _SECOND = Unit.JOULE, Unit.WATT, Unit.SECOND
_PER_KG, _CAPACITY = Unit.JOULE_PER_KILOGRAM, Unit.JOULE_PER_KILOGRAM_KELVIN
_ANY: Final = frozenset({None, *Bound})

MASS: Final = Slot(
    "mass", _KG, "mass", 1e-7, 1e12, by_unit=True, before=vocabulary("m, mass, mass of"),
    after=vocabulary("of, water, ice"), because="how much heat it takes turns on the mass",
)  # fmt: skip
VOLUME: Final = Slot(
    "volume", _VOLUME, "volume", 1e-9, 1e12, by_unit=True, optional=True,
    before=vocabulary("v, volume, volume of"), after=vocabulary("of, water"),
)  # fmt: skip
DENSITY: Final = Slot(
    "density", Unit.KILOGRAM_PER_CUBIC_METRE, "density", 1.0, 23000.0, by_unit=True, optional=True,
)  # fmt: skip
POWER: Final = Slot(
    "power", _WATT, "power", 1e-6, 1e12, by_unit=True, before=vocabulary("p, power, power of"),
    after=vocabulary("kettle, heater, element, power, hob, hot plate, freezer, of heat"),
    because="how long it takes turns on the power",
)  # fmt: skip
HEATERS: Final = Slot(
    "heaters", _ONE, "number of heaters", 1, 1000, counts=True,
    after=vocabulary("heaters, kettles, elements, burners, coils, hot plates, hobs, bulbs, lamps, "
                     "hotplates, heating elements, freezers"),
    default=1.0, because="the goal speaks of one heater",
)  # fmt: skip
START, END, RISE = (
    Slot(
        name,
        _KELVIN,
        words,
        low,
        high,
        bounds=_ANY,
        optional=name == "rise",
        because=f"how much heat it takes turns on the {words}",
    )
    for name, words, low, high in (
        ("start", "temperature it starts from", 1.0, 5000.0),
        ("end", "temperature it is to reach", 1.0, 5000.0),
        ("rise", "change of temperature", 0.0, 5000.0),
    )
)
TURN: Final = Slot(
    "turn", _KELVIN, "temperature at which it melts or boils", 1.0, 5000.0, bounds=frozenset(),
    optional=True, because="how much heat it takes turns on where it melts or boils",
)  # fmt: skip
CAPACITY: Final = Slot(
    "specific_heat", _CAPACITY, "specific heat", 1.0, 20000.0, by_unit=True,
    before=vocabulary("c, specific heat, specific heat of, specific heat capacity, heat capacity"),
    because="how much heat it takes turns on the specific heat",
)  # fmt: skip
CAPACITY_AFTER: Final = Slot(
    "specific_heat_after", _CAPACITY, "specific heat once it has melted or boiled", 0.0, 20000.0,
    bounds=frozenset(), optional=True,
    because="how much heat it takes turns on both heat capacities",
)  # fmt: skip
LATENT: Final = Slot(
    "latent_heat", _PER_KG, "latent heat", 0.0, 1e8, by_unit=True,
    before=vocabulary("l, latent heat, latent heat of, latent heat of fusion, heat of fusion, "
                      "heat of vaporisation, heat of vaporization, latent heat of vaporisation, "
                      "lf, lv, latent heat of vaporization"),
    because="how much heat it takes turns on the latent heat",
)  # fmt: skip
PER_KG: Final = Slot(
    "heat_per_kg", _PER_KG, "heat per kilogram", 0.0, 1e10, bounds=frozenset(), optional=True,
)  # fmt: skip
EFFICIENCY: Final = Slot(
    "efficiency", _ONE, "efficiency", 0.001, 1.0,
    before=vocabulary("efficiency, efficiency of, eta, η, eff, efficient"),
    default=1.0, because="losses are neglected unless the goal states them",
)  # fmt: skip
EFFICIENT: Final = Slot(
    "efficiency_percent", _ONE, "efficiency", 0.001, 1.0, optional=True, symbol="percent",
    before=vocabulary("efficiency, efficiency of, eta, η, eff, only, efficient at, delivers, "
                      "puts, transfers, gives"),
    after=vocabulary("efficient, efficiency, of its power, of the heat, of its heat, of the power, "
                     "of which, goes into, reaches, of its output, gets into, of the energy"),
)  # fmt: skip
LOSES: Final = frozenset({"loses", "losing", "wastes", "wasting", "lose", "waste"})
LOST: Final = Slot(
    "loss_percent", _ONE, "share lost", 0.0, 0.999, optional=True, symbol="percent",
    before=vocabulary("loses, losing, losses of, wasting, wastes, loss of, loss, losses, lost"),
    after=vocabulary("lost, losses, loss, is lost, wasted, escapes, of it escapes, is wasted, "
                     "heat loss, of the heat is lost, of the heat escapes, of it is lost, "
                     "of the power is lost, of the energy is lost, goes to waste"),
)  # fmt: skip


_SHOWN: Final = {
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.WITHIN: Comparison.WITHIN,
}


def _reached(comparison: Comparison, _slot: str) -> Seen:
    """Show the heat supplied by the time asked for, and where it is enough."""
    return Seen(Measure.DISPLACEMENT, Unit.METRE, ("index",), _SHOWN[comparison], 1.0,
                "How far does the index of the heat supplied rise? Enough is 1 m.")  # fmt: skip


TIME: Final = Limit(
    "heating_time", _SECOND, "time", 0.0, 1e12, says="It takes",
    at_most=("changes_phase", "not_yet"), at_least=("not_yet", "changes_phase"),
    within=("on_time", "off_time"), plain=Comparison.AT_MOST, by_unit=True, seen=_reached,
    before=vocabulary("in, within, after, takes, time, t, for, under"),
    after=vocabulary("flat, later, to boil, to melt, to freeze, of heating"),
)  # fmt: skip
ENERGY: Final = Limit(
    "heat", _JOULE, "heat", 0.0, 1e18, says="It takes",
    at_most=("changes_phase", "not_yet"), at_least=("not_yet", "changes_phase"),
    within=("takes_so_much", "takes_otherwise"), plain=Comparison.AT_MOST, by_unit=True,
    seen=_reached, before=vocabulary("with, by, using, energy, heat, q, takes, needs, requires"),
    after=vocabulary("of heat, of energy, heat, energy, to melt, to boil, to warm, to heat"),
)  # fmt: skip
