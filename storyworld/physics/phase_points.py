"""Where substances melt, boil and sublime at 1 atm.

References
----------
CRC Handbook of Chemistry and Physics, 95th ed., section 4 (elements, inorganic and organic
compounds); fats: H.-D. Belitz et al., Food Chemistry, 4th ed., table 14.4.
"""

from dataclasses import dataclass
from typing import Final

from storyworld.reading.words import Words, vocabulary

_ZERO_C: Final = 273.15
Range = tuple[float, float]


@dataclass(frozen=True)
class PhasePoints:
    """Temperatures in kelvins between which a substance changes; None where it does not."""

    name: str
    words: tuple[str, ...]
    melts: Range | None = None
    boils: Range | None = None
    sublimes: Range | None = None


def _at(celsius: float | tuple[float, float] | None) -> Range | None:
    if celsius is None:
        return None
    low, high = celsius if isinstance(celsius, tuple) else (celsius, celsius)
    return low + _ZERO_C, high + _ZERO_C


def _substance(
    name: str,
    words: str,
    melts: float | tuple[float, float] | None,
    boils: float | tuple[float, float] | None = None,
    sublimes: float | tuple[float, float] | None = None,
) -> PhasePoints:
    return PhasePoints(name, vocabulary(words), _at(melts), _at(boils), _at(sublimes))


SUBSTANCES: Final = (
    _substance("carbon dioxide", "dry ice, solid carbon dioxide, frozen carbon dioxide", None, None,
               -78.5),
    _substance("water", "ice, ice cube, ice cubes, icicle, icicles, snow, snowman, snowball, "
               "snowflake, snowflakes, frost, hail, hailstone, glacier, iceberg, water, puddle, "
               "pond, lake, steam, water vapour, water vapor, dew, rain, raindrop, raindrops", 0.0,
               (99.9, 100.0)),
    _substance("iodine", "iodine", 113.7, 184.4, (0.0, 67.0)),
    _substance("nitrogen", "nitrogen, liquid nitrogen", -210.0, -195.8),
    _substance("oxygen", "oxygen, liquid oxygen", -218.8, -183.0),
    _substance("helium", "helium, liquid helium", None, -268.9),
    _substance("hydrogen", "hydrogen, liquid hydrogen", -259.2, -252.9),
    _substance("mercury", "mercury, quicksilver", -38.8, 356.6),
    _substance("gallium", "gallium", 29.76, 2229.0),
    _substance("ethanol", "ethanol, alcohol", -114.1, 78.3),
    _substance("acetone", "acetone, nail polish remover", -94.7, 56.1),
    _substance("lead", "lead", 327.5, 1749.0),
    _substance("tin", "tin, tin soldier", 231.9, 2586.0),
    _substance("zinc", "zinc", 419.5, 907.0),
    _substance("iron", "iron", 1538.0, 2861.0),
    _substance("steel", "steel", (1370.0, 1530.0), (2800.0, 3100.0)),
    _substance("gold", "gold, gold bar, gold ring", 1064.2, 2836.0),
    _substance("silver", "silver", 961.8, 2162.0),
    _substance("copper", "copper", 1084.6, 2560.0),
    _substance("aluminium", "aluminium, aluminum", 660.3, 2519.0),
    _substance("tungsten", "tungsten", 3414.0, 5555.0),
    _substance("platinum", "platinum", 1768.2, 3825.0),
    _substance("sulphur", "sulphur, sulfur", (113.0, 120.0), 444.6),
    _substance("salt", "table salt, sodium chloride, rock salt", 800.7, 1465.0),
    _substance("wax", "wax, candle wax, paraffin, candle, candles", (46.0, 68.0),
               (300.0, 500.0)),
    _substance("chocolate", "chocolate", (27.0, 38.0), (250.0, 500.0)),
    _substance("butter", "butter", (28.0, 38.0), (250.0, 500.0)),
    _substance("coconut oil", "coconut oil", (23.0, 26.0), (250.0, 500.0)),
    _substance("solder", "solder", (180.0, 230.0)),
)  # fmt: skip
# Something holds the substance rather than being it: a copper pot, a steel spoon.
_HOLDERS: Final = frozenset(
    vocabulary(
        "pot, pan, bowl, kettle, tray, plate, vessel, tube, wire, spoon, table, lid, sheet, "
        "bucket, cup, mug, dish, crucible, furnace, can, foil, bath, cooled, bottle, rod, holder, "
        "box"
    )
)
_NAMES: Final = sorted(
    ((phrase, one) for one in SUBSTANCES for phrase in one.words), key=lambda p: -len(p[0].split())
)


def substance_in(words: Words) -> PhasePoints | None:
    """Give the first substance a text names that is not just what holds another."""
    taken: set[int] = set()
    found: list[tuple[bool, int, PhasePoints]] = []
    for phrase, one in _NAMES:
        length = len(phrase.split())
        for place in words.places(phrase):
            span = set(range(place, place + length))
            if span & taken:
                continue
            taken |= span
            behind = place + length
            holds = behind < len(words.tokens) and words.tokens[behind].text in _HOLDERS
            found.append((holds, place, one))
    return min(found, key=lambda f: f[:2])[2] if found else None
