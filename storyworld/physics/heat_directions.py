"""Whether something is to be heated or cooled, by the words of it: a heater does not cool."""

from typing import Final

from storyworld.reading.quantities import read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

# What says it for sure, and what may say it: 'a kettle that loses heat' does warm the water.
_HEATS: Final = vocabulary(
    "heats, to heat, heats up, heat up, cannot heat, not heat, warms, to warm, not warm, warms up, "
    "warm up, raises, to raise, is heated, is warmed, boils, to boil"
)
_COOLS: Final = vocabulary(
    "cools, to cool, cools down, cool down, cannot cool, not cool, chills, to chill, not chill, "
    "lowers, to lower, is cooled, is chilled, refrigerates"
)
_MAY_HEAT: Final = (
    *_HEATS,
    *vocabulary("heat, heated, heating, warm, warmed, warming, raise, rises, rise, climbs, melts, "
                "thaws, melt, boil, brings up, gains"),
)  # fmt: skip
_MAY_COOL: Final = (
    *_COOLS,
    *vocabulary("cool, cooled, cooling, chill, chilled, freezes, freeze, frozen, lower, lowered, "
                "drops, drop, falls, fall, loses, lose, sinks, solidifies"),
)  # fmt: skip
_HEATERS: Final = vocabulary(
    "kettle, heater, heaters, kettles, immersion heater, heating element, boiler, hob, stove, "
    "burner, hot plate, hotplate, oven, samovar, microwave, furnace, geyser, burners, campfire, "
    "toaster, heating coil, flame"
)
_COOLERS: Final = vocabulary(
    "freezer, freezers, fridge, fridges, refrigerator, chiller, cooler, ice maker, cryocooler, "
    "deep freeze, heat pump, cooling unit"
)
# A kettle holds water that cools by itself, and what is off heats nothing.
_LEFT_ALONE: Final = vocabulary(
    "off, unplugged, removed, loses, losing, lose, lost, loss, losses, leaves, left to, radiates, "
    "by itself, on its own, gives off, giving off"
)


def contradicts(words: Words, start: float, end: float) -> bool:
    """Whether words name a heater or heating where it gets colder, or cooling where it warms up.

    Parameters
    ----------
    words
        The text of the goal.
    start, end
        The first and the last temperature, K.
    """
    if start == end:
        return False
    along, against = (_MAY_HEAT, _COOLS) if end > start else (_MAY_COOL, _HEATS)
    by, other = (_HEATERS, _COOLERS) if end > start else (_COOLERS, _HEATERS)
    if words.any_of(against) is not None and words.any_of(along) is None:
        return True
    if words.any_of(other) is None or words.any_of(by) is not None:
        return False
    return words.any_of(_LEFT_ALONE) is None and _acts(words, other)


def _acts(words: Words, devices: tuple[str, ...]) -> bool:
    """Whether a device comes before what it acts on, or something is done with it or in it."""
    places = [at for device in devices for at in words.places(device)]
    amounts = [
        m.first_token
        for m in read_quantities(words).mentions
        if m.quantity.unit in (Unit.KILOGRAM, Unit.CUBIC_METRE)
    ]
    by = any(words.tokens[at - back].text in {"by", "with"} for at in places
             for back in range(1, 5) if at >= back)  # fmt: skip
    return by or (bool(amounts) and min(places) < min(amounts))
