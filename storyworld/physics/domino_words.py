"""What a text may give of a row of dominoes, and the words for how it ends."""

from typing import Final

from storyworld.physics.claims import Derived
from storyworld.physics.family import Slot
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_METRE, _ONE = Unit.METRE, Unit.ONE

HEIGHT: Final = Slot(
    "height", _METRE, "height of the tiles", 1e-3, 20.0,
    before=vocabulary("height, height of, h, tall, high, measure, size of"),
    after=vocabulary(
            "tall, high, in height, tall dominoes, high dominoes, tall dominos, tall tiles, "
            "high tiles, dominoes, dominos, domino, tall bricks, tall blocks, tall books, "
            "height, upright"
        ),
    because="whether a tile reaches the next one turns on how high it is",
)  # fmt: skip
SPACING: Final = Slot(
    "spacing", _METRE, "gap between the tiles", 0.0, 20.0,
    before=vocabulary(
            "spaced, spaced by, spacing, spacing of, gap, gap of, gaps of, gaps, s, every, "
            "distance of, spaced at, set, placed, apart by, separation of, intervals of, "
            "separated by, free gap of, clearance of, stands, positioned, standing, stood, "
            "lined up, interval of"
        ),
    after=vocabulary(
            "apart, gap, gaps, spacing, between, between them, from each other, from one "
            "another, from the next, from its neighbour, from its neighbor, of free space, "
            "separation, intervals, away from the next, of space, of air, of clearance, from "
            "one to the next, in between"
        ),
    because="whether a tile reaches the next one turns on how far apart they stand",
)  # fmt: skip
SPACING_SHARE: Final = Slot(
    "spacing_share", _ONE, "gap as a share of the height", 0.0, 100.0,
    before=vocabulary("spaced at, spaced, gaps of, gap of, spacing of, separated by, apart by"),
    after=vocabulary(
            "times their height, times the height, of their height, heights apart, times their "
            "own height, times its height, domino heights, tile heights, heights, of the "
            "height, of a height, of its height, times as wide as"
        ),
)  # fmt: skip
GROWTH: Final = Slot(
    "growth", _ONE, "growth from tile to tile", 0.1, 100.0,
    before=vocabulary(
            "growth, growth of, growth factor, growth factor of, grows by a factor of, scaled "
            "by, each, factor of, grow by a factor of"
        ),
    after=vocabulary(
            "times as tall as, times as high as, times the size of, times taller, times "
            "higher, times the height of the one, times the height of the last, times bigger, "
            "times larger, times as big as, times as large as, times the last, times the one "
            "before, times the previous"
        ),
    default=1.0, because="the tiles are alike unless the goal says that they grow",
)  # fmt: skip
GROWTH_BY: Final = Slot(
    "growth_by", _ONE, "growth from tile to tile in per cent", 0.0, 100.0, optional=True,
    symbol="percent", before=vocabulary("by, each, grows by, growing by"),
    after=vocabulary("taller, higher, bigger, larger, taller than, bigger than, larger than"),
)  # fmt: skip
THICKNESS: Final = Slot(
    "thickness", _METRE, "thickness of the tiles", 1e-5, 5.0, optional=True,
    before=vocabulary("thickness, thickness of, thick"), after=vocabulary("thick, thickness, deep"),
)  # fmt: skip
WIDTH: Final = Slot(
    "width", _METRE, "width of the tiles", 1e-4, 20.0, optional=True,
    before=vocabulary("width, width of"), after=vocabulary("wide, in width, across"),
)  # fmt: skip
COUNT: Final = Slot(
    "count", _ONE, "number of tiles", 1, 10_000_000, counts=True, optional=True,
    before=vocabulary("row of, chain of, line of, n, all"),
    after=vocabulary("dominoes, dominos, tiles, bricks, blocks, books, domino tiles, of them"),
)  # fmt: skip
ALIKE: Final = (
    Derived("spacing_share", ("spacing", "height"), lambda v: v["spacing"] / v["height"],
            "the gap over the height", natural=True),
    Derived("growth", ("growth_by",), lambda v: 1.0 + v["growth_by"],
            "each is that much higher than the one before"),
)  # fmt: skip

FALLING: Final = vocabulary(
    "go over, goes over, all go over, touches, reaches, strikes, all fall, all fall "
    "over, fall over, falls over, fall, falls, topple, topples, all topple, knocks "
    "over, knock over, knocked over, goes down, go down, all go down, completes, "
    "complete, runs to the end, reaches the end, reaches the last, last one falls, all "
    "tip over, tip over, tips over, is knocked down, knocks down, brings down, bring "
    "down, all come down, come down, comes down, collapses, collapse, all collapse, "
    "toppled, toppling, tumble, tumbles, fell, propagates, runs through, makes it to "
    "the last, gets to the last, is toppled, all the way, tumbling, falling, chain "
    "reaction reaches, takes down, take down, runs all the way"
)
STALLING: Final = vocabulary(
    "never touched, not touched, never touches, never reaches, untouched, stalls, stall, "
    "stops before the end, chain stops, stops halfway, dies out, breaks "
    "off, fizzles, comes to a halt, remains standing, remain standing, stays standing, "
    "stay standing, stays up, stay up, stands, stays upright, stay upright, is left "
    "standing, are left standing, still standing, still stands, remains upright, stops "
    "after, chain breaks, stops toppling, stops"
)
