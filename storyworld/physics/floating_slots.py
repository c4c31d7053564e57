"""The quantities of floating: what a goal states of them, and the limits it sets."""

from typing import Final

from storyworld.physics.claims import Seen
from storyworld.physics.family import Slot
from storyworld.physics.shares import Share
from storyworld.physics.solving import Law
from storyworld.physics.timing import FLIPPED, unshown
from storyworld.reading.quantities import Bound
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_METRE, _KG, _ONE = Unit.METRE, Unit.KILOGRAM, Unit.ONE
_DENSE, _VOLUME = Unit.KILOGRAM_PER_CUBIC_METRE, Unit.CUBIC_METRE

DENSITY: Final = Slot(
    "density", _DENSE, "density of the body", 0.1, 23000.0,
    before=vocabulary("density, density of, rho, ρ, rho obj, rho body, rho object, rho1, rho b, "
                      "average density, mean density, overall density, dense"),
    after=vocabulary("cube, block, ball, body, object, sphere, log"),
    because="whether a body floats turns on its density",
)  # fmt: skip
FLUID: Final = Slot(
    "fluid_density", _DENSE, "density of the liquid", 0.1, 23000.0,
    before=vocabulary("fluid density, liquid density, rho fluid, rho fl, rho f, rho liquid, "
                      "rho water, rho w, rho2, rho l"),
    because="whether a body floats turns on the density of the liquid",
)  # fmt: skip
MASS: Final = Slot(
    "mass", _KG, "mass of the body", 1e-7, 1e10,
    before=vocabulary("mass, mass of, total mass, total mass of, weighs, weighing, weigh, m, "
                      "masses, empty mass, dry mass, weight, weight of, weighs only, massing"),
    after=vocabulary("in mass, in weight, hull, boat, raft, drum, barrel, ball, cube, block, "
                     "body, box, heavy, canoe, ship, barge, sphere, log, stone, rock"),
    by_unit=True, optional=True, because="the average density turns on the mass",
)  # fmt: skip
CARGO: Final = Slot(
    "cargo", _KG, "load it carries", 0.0, 1e10, optional=True,
    before=vocabulary("carries, carrying, carry, carried, load, load of, loaded with, cargo, "
                      "cargo of, with a load of, holds, holding, supports, supporting, payload, "
                      "payload of, laden with, bears, filled with, crew of, passengers of, plus, "
                      "burden of, ballast, ballast of, ballasted with, takes, freight of, under, "
                      "passengers weighing, people weighing, ballasted by, loaded to carry"),
    after=vocabulary("of cargo, cargo, load, payload, of load, of people, of passengers, "
                     "passengers, of ballast, ballast, of freight, of sand, of gravel, of goods, "
                     "aboard, on board, on top, inside, of lead, of bricks, of steel, of rocks, "
                     "of gear, on it, of kids, of children, of passengers and crew, of stones, "
                     "of equipment, of lead shot, of iron, of coal, people"),
)  # fmt: skip
PIECES: Final = Slot(
    "pieces", _ONE, "number of floats", 1, 10000, counts=True,
    after=vocabulary("beams, logs, planks, barrels, drums, pontoons, bottles, boards, blocks, "
                     "trunks, timbers, canisters, tubes, kegs, poles, floats, bundles, jerrycans"),
    default=1.0, because="the goal speaks of one body",
)  # fmt: skip
VOLUME: Final = Slot(
    "volume", _VOLUME, "volume of the body", 1e-10, 1e7,
    before=vocabulary("volume, volume of, displaces, displacing, displacement, v, outer volume, "
                      "outer volume of, displacement of, occupies, occupying, takes up, holds"),
    after=vocabulary("in volume, volume, outer volume, of volume, of water, drum, barrel, bottle, "
                     "hull, body"),
    by_unit=True, optional=True, because="the average density turns on the volume",
)  # fmt: skip
SIDE: Final = Slot(
    "side", _METRE, "edge", 1e-4, 1e3, optional=True,
    before=vocabulary("side, edge, side length, edge length, edges, sides, side length of, "
                      "side of, sides of, edge of, edges of, edge length of"),
    after=vocabulary("on each side, on a side, on edge, a side, cube, each side, per side, edges, "
                     "edge, to a side, on every side, each way, along each edge, dice, die"),
)  # fmt: skip
DIAMETER: Final = Slot(
    "diameter", _METRE, "diameter", 1e-4, 1e3, optional=True,
    before=vocabulary("diameter, diameter of, d, dia, across"),
    after=vocabulary("in diameter, diameter, across, ball, sphere, marble"),
)  # fmt: skip
RADIUS: Final = Slot(
    "radius", _METRE, "radius", 1e-4, 1e3, optional=True,
    before=vocabulary("radius, radius of, r"), after=vocabulary("radius, in radius"),
)  # fmt: skip
SIZES: Final = tuple(
    Slot(name, _METRE, words, 1e-4, 1e3, optional=True, before=vocabulary(cues),
         after=vocabulary(behind))
    for name, words, cues, behind in (
        ("length", "length", "length, length of, l", "long, in length"),
        ("breadth", "breadth", "width, width of, breadth, w, beam of", "wide, broad, in width"),
        ("height", "height", "height, height of, thickness, depth of, h, thickness of, hull depth",
         "high, tall, thick, in height, deep, in thickness"),
    )
)  # fmt: skip
CARGO_DENSITY: Final = Slot(
    "cargo_density", _DENSE, "load per volume", 0.0, 1e9, bounds=frozenset(),
                     default=0.0, because="the goal speaks of no load")  # fmt: skip


HOLD: Final = Slot(
    "hold_time", Unit.SECOND, "time it is watched", 0.0, 1e9, by_unit=True, optional=True,
    bounds=frozenset({None, *Bound}), before=vocabulary("for, after, within, in"),
)  # fmt: skip


def _under(comparison: Comparison, limit: str | Law) -> Seen:
    words = "What share of the body lies under the surface in the end?"
    return Seen(Measure.WATERLINE, _ONE, ("body",), comparison, limit, words, "liquid",
                scale_free=True)  # fmt: skip


def _over(comparison: Comparison, slot: str) -> Seen:
    if comparison is Comparison.WITHIN:
        # A tenth of the share above is no tenth of the one below.
        return _under(comparison, unshown)
    return _under(FLIPPED[comparison], lambda v: 1 - v[slot])


BELOW: Final = Share(
    "submerged_fraction", _ONE, "share under the surface", 0.0, 1.0,
    says="Its share under the surface is",
    at_most=("lies_higher", "lies_deeper"), at_least=("lies_deeper", "lies_higher"),
    within=("lies_so_deep", "lies_otherwise"),
    before=vocabulary("submerged fraction, submerged to, submerged, submersion of, immersed, "
                      "immersed to, submerged fraction of, fraction submerged, sinks in by"),
    after=vocabulary("submerged, under water, underwater, below the surface, under the surface, "
                     "below the waterline, below water, beneath the surface, immersed, "
                     "under the waterline, below the water, beneath the waves, "
                     "of it under, of its volume under, of its volume below, of it below, "
                     "beneath the water, is hidden under, below the sea, under the sea, beneath "
                     "the sea, below sea "
                     "level, below the water line, under the water, below the waves, under the "
                     "waves"),
    seen=_under,
)  # fmt: skip
ABOVE: Final = Share(
    "fraction_above", _ONE, "share above the surface", 0.0, 1.0,
    says="Its share above the surface is",
    at_most=("lies_deeper", "lies_higher"), at_least=("lies_higher", "lies_deeper"),
    within=("lies_so_high", "lies_otherwise"),
    before=vocabulary("shows, showing, exposed, exposes"),
    after=vocabulary("above the surface, above water, above the waterline, out of the water, "
                     "sticking out, sticks out, exposed, showing, above the water, shows, "
                     "out of water, of it above, of its volume above, stick out, dry, pokes out, "
                     "poking out, above sea level, visible, protrudes, protruding, above the sea, "
                     "above the waves, "
                     "above the water line, over the surface, of itself above, out in the air"),
    seen=_over,
)  # fmt: skip
