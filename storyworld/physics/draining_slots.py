"""The quantities of a draining tank: what a goal states of them, and the limits it sets."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Limit, Seen
from storyworld.physics.family import Slot
from storyworld.physics.timing import only_where, stated, travelling
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_METRE, _AREA, _VOLUME, _ONE = Unit.METRE, Unit.SQUARE_METRE, Unit.CUBIC_METRE, Unit.ONE

HEAD: Final = Slot(
    "head", _METRE, "height of the surface over the hole", 1e-3, 1e3,
    before=vocabulary("head, head of, h, depth, depth of, filled to, filled, level, level of, "
                      "surface is, waterline is, height of the water, water level, hole, water "
                      "depth, water depth of, filled to a depth of, full to, liquid level, deep, "
                      "filled to a height of, water column, water column of, holds"),
    after=vocabulary("below the surface, below the water surface, below the waterline, below, "
                     "beneath, under the surface, deep, below the level, of water, head, of head, "
                     "under the waterline, below the liquid level, below the liquid surface, above "
                     "it, above the hole, above the outlet, above the tap, above the nozzle, down, "
                     "tall, high, beneath the surface, of liquid, above the opening, depth, water "
                     "depth, below the top, under the water surface, lower than the surface, below "
                     "the water level, higher, higher up, above the bottom, of beer, of oil, "
                     "liquid depth, depth of water, of "
                     "wine, of juice"),
    because="how fast it flows turns on the water level: how far below the surface the hole is",
)  # fmt: skip
DROP: Final = Slot(
    "drop", _METRE, "height of the hole over the ground", 1e-3, 1e3,
    before=vocabulary("hole height, height of the hole, hole is, above ground by"),
    after=vocabulary("above the ground, above ground, above the floor, above level ground, above "
                     "the table, off the ground, over the ground, above the base, from the ground, "
                     "off the floor, above the pavement, above the lawn, over the floor, above the "
                     "path, above the "
                     "road, above the deck, above the yard, above the grass, over the table, above "
                     "a table, "
                     "above the sink, above the tray, up the side, "
                     "above the bench, up from the ground, above a level floor, above the yard"),
    because="how far the jet goes turns on how high over the ground the hole is", optional=True,
)  # fmt: skip
FINAL: Final = Slot(
    "final_level", _METRE, "level in the end", 0.0, 1e3,
    before=vocabulary("drops to, falls to, down to, sinks to, until, lowers to, level reaches, "
                      "fallen to, "
                      "dropped to, sunk to"),
    default=0.0, because="the goal speaks of emptying it",
)  # fmt: skip
HOLE_AREA, TANK_AREA = (
    Slot(
        name,
        _AREA,
        words,
        low,
        high,
        optional=True,
        because=f"how long it takes turns on the {words}",
    )
    for name, words, low, high in (
        ("hole_area", "hole size (hole area)", 1e-12, 100.0),
        ("tank_area", "tank size (cross-section of the tank)", 1e-8, 1e8),
    )
)
SIZES: Final = tuple(
    Slot(name, _METRE, words, 1e-6, 1e4, optional=True)
    for name, words in (
        ("hole_diameter", "diameter of the hole"), ("tank_diameter", "diameter of the tank"),
        ("hole_radius", "radius of the hole"), ("tank_radius", "radius of the tank"),
        ("tank_length", "length of the tank"), ("tank_width", "width of the tank"),
        ("hole_side", "side of the hole"), ("tank_side", "side of the tank"),
    )
)  # fmt: skip
CONTENT: Final = Slot(
    "content", _VOLUME, "volume of the liquid", 1e-9, 1e9, by_unit=True, optional=True,
)  # fmt: skip
DISCHARGE: Final = Slot(
    "discharge", _ONE, "discharge coefficient", 0.2, 1.0,
    before=vocabulary("cd, discharge coefficient, discharge coefficient of, coefficient of "
                      "discharge, coefficient of discharge of, c d, discharge, coefficient of, c"),
    because="how long it takes turns on how much of the hole the jet fills",
    span=(0.6, 1.0),
)  # fmt: skip
LOSS: Final = Slot(
    "jet_loss", _ONE, "share of its energy that a jet loses", 0.0, 0.5, bounds=frozenset(),
    default=0.04, default_u=0.01,
    because="in the hole and in the air a jet loses 2 to 6 % of its energy",
)  # fmt: skip


def _by_speed(comparison: Comparison, slot: str) -> Seen:
    words = "How fast is the jet to the side?"
    return Seen(Measure.HORIZONTAL_VELOCITY, Unit.METRE_PER_SECOND, ("drop",), comparison,
                only_where(_level, stated(slot)), words)  # fmt: skip


def _level(v: Mapping[str, float]) -> float:
    """Whether the film shows a jet to the side: one that rises loses some speed in the hole."""
    return float(not any(f"jet_height_{which}" in v for which in ("min", "max", "about")))


SPEED: Final = Limit(
    "jet_speed", Unit.METRE_PER_SECOND, "speed of the jet", 0.0, 1e3, says="The jet leaves at",
    at_most=("leaves_slower", "leaves_faster"), at_least=("leaves_faster", "leaves_slower"),
    within=("leaves_at", "leaves_otherwise"), by_unit=True,
    before=vocabulary("leaves at, speed, exit speed, at, speed of, velocity, jet speed, v, faster "
                      "than, slower than, comes out at, efflux"),
    after=vocabulary("jet, exit speed, speed"),
    seen=_by_speed,
)  # fmt: skip
TIME: Final = Limit(
    "drain_time", Unit.SECOND, "time until it is empty", 0.0, 1e9, says="It takes",
    at_most=("drains", "drains_later"), at_least=("drains_later", "drains"),
    within=("drains_on_time", "drains_otherwise"), plain=Comparison.AT_MOST, by_unit=True,
    before=vocabulary("in, within, takes, after, drain time, empties in, drains in, empty in, t"),
    after=vocabulary("to drain, to empty, to run out, later, to go dry, to run dry, on"),
    seen=lambda comparison, slot: travelling(
        comparison, slot, "float", "How long does the float on the liquid go down?"
    ),
)  # fmt: skip
RANGE: Final = Limit(
    "jet_range", _METRE, "distance the jet goes", 0.0, 1e4, says="The jet lands",
    at_most=("lands_nearer", "lands_farther"), at_least=("lands_farther", "lands_nearer"),
    within=("lands_at", "lands_elsewhere"),
    before=vocabulary("lands, lands at least, range, range of, reaches, hits the ground, shoots, "
                      "strikes the ground, travels, lands at, distance of, squirts, hits the "
                      "table, touches down, comes down, splashes down, splashes, falls, wets, hits "
                      "the "
                      "deck, arcs, jet range, throw, clears, gets as far as, "
                      "as far as, hits the "
                      "floor, goes, carries, lands about, spurts"),
    after=vocabulary("away, from the tank, from the wall, out, from the barrel, from the side, "
                     "horizontally, from its side, from the foot, in front, away from, distant, "
                     "from the base, from the butt, far, from the vessel, from the can, out from, "
                     "from the bucket, "
                     "from the cask, from the drum, from the hole, off, from it, sideways, beyond"),
    seen=lambda comparison, slot: Seen(
        Measure.LANDING_DISTANCE, _METRE, ("drop",), comparison, slot,
        "How far from the hole does the jet come down?", reference="ground",
    ),
)  # fmt: skip
APEX: Final = Limit(
    "jet_height", _METRE, "height the jet rises over the hole", 0.0, 1e4, says="The jet rises",
    at_most=("rises_lower", "rises_higher"), at_least=("rises_higher", "rises_lower"),
    within=("rises_to", "rises_otherwise"), plain=Comparison.AT_LEAST,
    before=vocabulary("rises, rises to, rise to, climbs, climbs to, height of, to a height of, "
                      "throws water, reaches a height of, reaches, sprays, shoots up, spurts, "
                      "shoots, squirts, goes up, throws it, fountain of, jet of, up to, sends, "
                      "tops out, tops out "
                      "at, peaks at, goes, gets to, apex at, apex, plays to, plays, leaps, as high "
                      "as, jet "
                      "height, jet height of, spurts to"),
    after=vocabulary("into the air, high, up, upwards, upward, above the nozzle, above the hole, "
                     "above the opening, tall, in the air, straight up, above the outlet"),
    seen=lambda comparison, slot: Seen(
        Measure.APEX_HEIGHT, _METRE, ("drop",), comparison, slot,
        "How high over the hole does the jet rise?",
    ),
)  # fmt: skip
