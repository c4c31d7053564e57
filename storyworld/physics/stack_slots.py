"""What a text may give of a stack, or of one tall body that is tilted."""

from typing import Final

from storyworld.physics.family import Slot
from storyworld.physics.stack_words import OFFSET_AFTER, OFFSET_BEFORE, PLURAL, SINGULAR
from storyworld.reading.quantities import Bound
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_METRE, _DEGREE, _ONE = Unit.METRE, Unit.DEGREE, Unit.ONE

_OF_PLURAL: Final = tuple(f"{plural} of" for plural in vocabulary(PLURAL))

COUNT: Final = Slot(
    "count", _ONE, "number of boxes", 1, 12, counts=True,
    before=vocabulary(
        "stack of, tower of, pile of, n, count, number of boxes, number of blocks, number, "
        "boxes, blocks, number of, bricks, crates, books, stack, layers, heap of"
    ),
    after=vocabulary(
        f"{PLURAL}, identical, equal, high stack, storey, layers, of them, high, "
        "tall, pieces, in all, in total, on top of each other, such, one on top, "
        "hat, high pile, high tower, levels"
    ),
    because="how many boxes there are decides how far the top one is out",
)  # fmt: skip
WIDTH: Final = Slot(
    "width", _METRE, "box width", 0.005, 20.0, part=0,
    before=(*_OF_PLURAL, *vocabulary(
        "length, length is, width of, width, measure, measures, measuring, side of, side, sides "
        "of, size of, edge length, each, wide, width is, side length, sides, w, edge of, edges "
        "of, depth of, depth, length of, base of, box of, block of, brick of, crate of, book of, "
        "boxes of, blocks of, crates of, bricks of, books of, cubes of, long, b, l, deep, each "
        "box, wide each, slabs of, dimension of, diameter, diameter of, across, l box, width "
        "each, of width, pallets of, tiles of, box width, box width of, edge"
    )),
    after=vocabulary(
        f"{PLURAL}, {SINGULAR}, per side, sides, side, wide, square, edge, a side, on "
        "a side, on each side, wide box, wide boxes, cubed, in width, long, deep, "
        "across, to a side, on edge, edges, wooden, in length, wooden blocks, width, "
        "from front to back, of width, of depth, in depth, through, from side to "
        "side, apiece, each, cubes, in diameter, diameter, broad"
    ),
    by_unit=True, because="whether the stack stands turns on how wide the boxes are",
)  # fmt: skip
HEIGHT: Final = Slot(
    "box_height", _METRE, "box height", 0.005, 20.0, part=-1, optional=True,
    before=vocabulary("height, height of, tall, high, h, stands, standing"),
    after=vocabulary("high, tall, in height, thick, high boxes, tall boxes, thick slabs"),
)  # fmt: skip
OFFSET: Final = Slot(
    "offset", _METRE, "offset", 0.0, 20.0, before=OFFSET_BEFORE, after=OFFSET_AFTER,
    default=0.0, because="nothing says the boxes are shifted against each other",
)  # fmt: skip
BASE: Final = Slot(
    "base_width", _METRE, "base width", 0.005, 100.0, optional=True,
    before=vocabulary(
        "base of, pedestal of, base width, base width of, narrow base of, pedestal, base only, "
        "standing on a, platform of"
    ),
    after=vocabulary(
        "base, wide base, narrow base, pedestal, wide pedestal, ledge, wide ledge, platform, "
        "wide platform, pole, post, plinth, wide plinth, column"
    ),
    because="a narrow base carries a stack only as far as it reaches under it",
)  # fmt: skip
DURATION: Final = Slot(
    "hold_time", Unit.SECOND, "time to stand", 0.1, 600.0, by_unit=True,
    bounds=frozenset({None, Bound.FOR, Bound.AT_LEAST, Bound.EXACTLY, Bound.TAKES}),
    default=2.0, because="a stack that stands two seconds after it was placed stands",
)  # fmt: skip
TOPPLE_TIME: Final = Slot(
    "topple_time", Unit.SECOND, "time to topple", 0.1, 600.0, by_unit=True, optional=True,
    bounds=frozenset({Bound.AT_MOST, Bound.IN}),
)  # fmt: skip
TILT: Final = Slot(
    "tilt", _DEGREE, "tilt", 0.0, 89.0, by_unit=True, optional=True,
    before=vocabulary(
        "tilted to, tilted by, tilted, tipped by, tipped to, leaned by, tilt of, tilt, leaning "
        "at, leans by, by, to, tilted at, rocked by, tilted through, leaned over to, leaned over "
        "by, leaned to, rocked to, rocked through, tipped through, through, tips by, angle, "
        "angle of, theta, leaning, leaned, lean of, tipped, at, until, tilting by, tilting it "
        "by, forward, back, forwards, tilting it, rocks"
    ),
    after=vocabulary(
        "tilt, lean, off vertical, from the vertical, from vertical, from upright, off the "
        "vertical, off plumb, out of plumb, to one side, to the side, forward, back, over"
    ),
    because="whether it comes back turns on how far it is tilted",
)  # fmt: skip
COM_HEIGHT: Final = Slot(
    "com_height", _METRE, "height of the centre of mass", 0.005, 50.0, optional=True,
    before=vocabulary(
        "centre of mass, center of mass, centre of gravity, center of gravity, cg, centre of "
        "mass at, center of mass at, centre of gravity at, com, h com, center of gravity at, cg "
        "height, h cg, com height, centre of mass is, centre of gravity is, center of gravity "
        "is, center of mass is, centre of mass height, center of mass height, balance point, "
        "cog, cog at, com at, cg at, centroid, centre of mass lies, centre of gravity lies, mass "
        "centre, s, cm at, center of gravity lies, center of mass lies, centre of mass being, "
        "weight"
    ),
    after=vocabulary(
        "above the floor, above the ground, above its base, up, above the base, over the floor, "
        "above its feet, above the bottom, off the floor, off the ground, over the base"
    ),
    because="whether a tilted body comes back turns on how high its centre of mass is",
)  # fmt: skip
