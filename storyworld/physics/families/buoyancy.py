"""Buoyancy: a body floats or sinks, and how deep it lies in the liquid.

Equation
    floats if rho < rho_fl, rho = (m + load) / V; submerged fraction = rho / rho_fl
Source
    OpenStax, University Physics vol. 1, section 14.4 (Archimedes' principle and buoyancy).
Domain of validity
    A body at rest or let go in a still liquid, wetted all round, tight, free of surface tension:
    a needle laid on water is not decided. Of what holds air (a hull, a bottle) only mass and
    outer volume tell; what it is made of does not. Whether a floating hull stays upright is not
    said.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.claims import Claim, Derived, Formula, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.family import Slot
from storyworld.physics.fast_motion import pace
from storyworld.physics.floating_things import body_of, liquid_of, speaks_of_liquid
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.motion import integrate, poses
from storyworld.physics.nearby import after, before, left_over, ways, with_unit
from storyworld.physics.scene import Body, Box, Scene
from storyworld.physics.scenery import BLOCK, ground, require_complete, scale_bar_m
from storyworld.physics.shares import Share
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Scenario

_METRE, _KG, _ONE = Unit.METRE, Unit.KILOGRAM, Unit.ONE
_DENSE, _VOLUME = Unit.KILOGRAM_PER_CUBIC_METRE, Unit.CUBIC_METRE
_WATER: Final = (70, 150, 240)

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
                     "of gear, of stones, of equipment, of lead shot, of iron, of coal, people"),
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
    before=vocabulary("side, edge, side length, edge length, edges, sides, side length of, a, "
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
_SIZES: Final = tuple(
    Slot(name, _METRE, words, 1e-4, 1e3, optional=True, before=vocabulary(cues),
         after=vocabulary(behind))
    for name, words, cues, behind in (
        ("length", "length", "length, length of, l", "long, in length"),
        ("breadth", "breadth", "width, width of, breadth, w, beam of", "wide, broad, in width"),
        ("height", "height", "height, height of, thickness, depth of, h, thickness of, hull depth",
         "high, tall, thick, in height, deep, in thickness"),
    )
)  # fmt: skip
_FOUND: Final = Slot("cargo_density", _DENSE, "load per volume", 0.0, 1e9, bounds=frozenset(),
                     default=0.0, because="the goal speaks of no load")  # fmt: skip


_HOLD: Final = Slot(
    "hold_time", Unit.SECOND, "time it is watched", 0.0, 1e9, by_unit=True, optional=True,
    bounds=frozenset({None, *Bound}), before=vocabulary("for, after, within, in"),
)  # fmt: skip
_BELOW: Final = Share(
    "submerged_fraction", _ONE, "share under the surface", 0.0, 1.0,
    says="Its share under the surface is",
    at_most=("lies_higher", "lies_deeper"), at_least=("lies_deeper", "lies_higher"),
    within=("lies_so_deep", "lies_otherwise"),
    before=vocabulary("submerged fraction, submerged to, submerged, submersion of, immersed, "
                      "immersed to, submerged fraction of, fraction submerged, sinks in by"),
    after=vocabulary("submerged, under water, underwater, below the surface, under the surface, "
                     "below the waterline, below water, beneath the surface, immersed, "
                     "under the waterline, below the water, beneath the waves, in the water, "
                     "of it under, of its volume under, of its volume below, of it below, "
                     "beneath the water, is hidden under"),
)  # fmt: skip
_ABOVE: Final = Share(
    "fraction_above", _ONE, "share above the surface", 0.0, 1.0,
    says="Its share above the surface is",
    at_most=("lies_deeper", "lies_higher"), at_least=("lies_higher", "lies_deeper"),
    within=("lies_so_high", "lies_otherwise"),
    before=vocabulary("shows, showing, exposed, exposes"),
    after=vocabulary("above the surface, above water, above the waterline, out of the water, "
                     "sticking out, sticks out, exposed, showing, above the water, shows, "
                     "out of water, of it above, of its volume above, stick out, dry, pokes out, "
                     "poking out, above sea level, visible, protrudes, protruding"),
)  # fmt: skip
_SPHERES: Final = frozenset(vocabulary("ball, sphere, marble, globe, bead, spherical"))
_HOLDERS: Final = frozenset(
    vocabulary("bucket, tank, aquarium, pool, bath, bathtub, tub, basin, jug, glass, bowl, "
               "beaker, pond, lake, reservoir, jar, cylinder, bottle, vat, trough, of")
)  # fmt: skip
_DEPTHS: Final = frozenset(
    vocabulary("water, pool, lake, pond, river, sea, tank, deep, bottom, harbour, down, above, "
               "surface, below, dropped, height")
)  # fmt: skip


_CARRIES: Final = vocabulary("carries, carry, supports, support, bears, bear, holds, hold")


def _height(values: Mapping[str, float]) -> float:
    """Give the edge of a cube of the body's volume; 30 cm where nothing is said of its size."""
    return values["volume"] ** (1 / 3) if "volume" in values else 0.3


def _ratio(values: Mapping[str, float]) -> float:
    return (values["density"] + values["cargo_density"]) / values["fluid_density"]


class Buoyancy(ClosedForm):
    """A body floats in a liquid, sinks, or hovers in it."""

    name = "buoyancy"
    purpose = "a body floats in a liquid or sinks, and how deep it lies in it"
    domain = Domain.FLUID
    equation = "floats if rho < rho_fl;  rho = (m + load) / V;  submerged fraction = rho / rho_fl"
    law = "Archimedes: the liquid bears the weight of what a body displaces"
    outcomes = ("floats", "sinks", "neutral", "lies_higher", "lies_deeper", "lies_so_deep",
                "lies_so_high", "lies_otherwise")  # fmt: skip
    slots = (
        DENSITY, FLUID, MASS, CARGO, VOLUME, SIDE, DIAMETER, RADIUS, *_SIZES, _FOUND,
        *_BELOW.slots, *_ABOVE.slots, _HOLD, GRAVITY,
    )  # fmt: skip
    derived = ways(
        Derived("diameter", ("radius",), lambda v: 2 * v["radius"], "twice the radius"),
        Derived("volume", ("length", "breadth", "height"),
                lambda v: v["length"] * v["breadth"] * v["height"], "length, breadth and height"),
        Derived("volume", ("diameter", "height"),
                lambda v: math.pi / 4 * v["diameter"] ** 2 * v["height"], "an upright cylinder"),
        Derived("volume", ("diameter", "length"),
                lambda v: math.pi / 4 * v["diameter"] ** 2 * v["length"], "a cylinder"),
        Derived("volume", ("side",), lambda v: v["side"] ** 3, "a cube of that edge"),
        Derived("volume", ("diameter",), lambda v: math.pi / 6 * v["diameter"] ** 3,
                "a sphere of that diameter"),
        Derived("density", ("mass", "volume"), lambda v: v["mass"] / v["volume"],
                "its mass over its volume", natural=True),
        Derived("cargo_density", ("cargo", "volume"), lambda v: v["cargo"] / v["volume"],
                "the load over the volume"),
    )  # fmt: skip
    _needs = ("density", "cargo_density", "fluid_density")
    formulas = (
        Formula("density_ratio", _ONE, _ratio, _needs, "density over that of the liquid"),
        Formula("submerged_fraction", _ONE, lambda v: min(1.0, _ratio(v)), _needs,
                "share under the surface"),
        Formula("fraction_above", _ONE, lambda v: 1.0 - min(1.0, _ratio(v)), _needs,
                "share above the surface"),
    )  # fmt: skip
    claims = (
        Claim(
            "floats", "sinks", "density_ratio", Comparison.AT_MOST, 1.0,
            "Its density is at most {} times that of the liquid.",
            seen=Seen(Measure.DISPLACEMENT, _METRE, ("body",), Comparison.AT_MOST,
                      lambda v: 1.4 * _height(v), "How far does the body move from the surface?"),
        ),
        Claim(
            "sinks", "floats", "density_ratio", Comparison.AT_LEAST, 1.0,
            "Its density is at least {} times that of the liquid.",
            seen=Seen(Measure.DISPLACEMENT, _METRE, ("body",), Comparison.AT_LEAST,
                      lambda v: 1.8 * _height(v), "How far does the body move from the surface?"),
        ),
        Claim(
            "neutral", "lies_otherwise", "density_ratio", Comparison.WITHIN, 1.0,
            "Its density is that of the liquid, to 1 %.", tolerance=0.01,
        ),
    )  # fmt: skip
    limits = (_BELOW, _ABOVE)
    wishes = (
        Wish("floats", "sinks", vocabulary(
            "float, floats, floating, floated, afloat, stays at the surface, stay at the surface, "
            "stays on the surface, stays on top, stay on top, bobs, bob, bobbing, rises to the "
            "surface, rises to the top, comes up, pops up, pop up, pops back up, resurfaces, "
            "stays up, rides on the surface, drifts on the surface, remains at the surface, "
            "remains on the surface, ends up on the surface, rise to the surface, surfaces, "
            "floats up, comes to the surface, keeps its head above water, is buoyant, "
            "positively buoyant, drifts on, drift on, swims on top")),
        Wish("sinks", "floats", vocabulary(
            "sink, sinks, sinking, sank, sunk, goes under, go under, going under, goes down, to the "
            "bottom, on the bottom, at the bottom, to the seabed, to the sea bed, to the sea "
            "floor, on the seabed, founders, founder, drowns, plummets, falls through, swamped, "
            "negatively buoyant, drops like a stone, goes down like a stone, disappears below, "
            "disappears under")),
        Wish("neutral", "neutral", vocabulary(
            "neither floats nor sinks, neither sinks nor floats, neither rises nor sinks, "
            "neutrally buoyant, neutral buoyancy, neither sinks nor rises, hovers at mid depth, "
            "stays at mid depth, stays where it is put, remains at mid depth, "
            "neither float nor sink, neither sink nor float, stays suspended")),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(
            vocabulary(
                "float, floats, floating, floated, afloat, sink, sinks, sinking, sank, sunk, "
                "buoyant, bob, bobs, bobbing, submerged, goes under, goes down, go under, "
                "stays at the surface, stays on the surface, stays on top, rises to the surface, "
                "comes up, pops up, resurfaces, bottom, carries, carry, displaces, waterline, "
                "above water, under water, neutral buoyancy, founders, surface, out of the water, "
                "supports, holds, immersed, neutrally buoyant, drifts on, drift on, above the surface, swamped, "
                "bear, bears, drowns, rises to the top"
            ),
            vocabulary(
                "water, seawater, saltwater, freshwater, brine, sea, ocean, lake, pond, pool, "
                "river, oil, petrol, gasoline, kerosene, ethanol, alcohol, glycerine, glycerol, "
                "glycerin, honey, syrup, milk, mercury, quicksilver, fluid, liquid, bath, "
                "bathtub, harbour, harbor, density, densities, rho, boat, ship, raft, barge, "
                "canoe, rho fl, pontoon, diesel, iceberg, stream, creek, canal, puddle, aquarium, "
                "spirit, tub, sink, basin, bay, well, afloat"
            ),
        ),
        helps=vocabulary("floats, sinks, float, sink, density, afloat, buoyant, submerged, "
                         "iceberg, raft, solid, hollow, dropped into, placed in, waterline"),
        units=frozenset({_DENSE, _VOLUME}),
        never=vocabulary(
            "mid air, in the air, in air, hot air, balloon, balloons, space, jet, drains, hole, "
            "holes, leak, leaks, melts, boils, shelf, terminal, parachute, refracted, light, ray, "
            "laser, lens, kettle, current, waves, bounces, skips, domino, bridge, beam, "
            "column, magnet, magnetic, electromagnet, levitates, weightless, orbit, drain, empties, dissolves, mixes, mix, "
            "spreads, ink, mixture, blows, on ice, frozen lake, frozen pond"
        ),
        tolerates=("fluid", "person", "rolling", "flight", "vehicle", "machine", "magnet"),
    )  # fmt: skip
    contrary = vocabulary(
        "needle, needles, pin, paperclip, paper clip, razor blade, surface tension, laid gently, "
        "gently laid, gently placed, placed gently, carefully placed, placed carefully, "
        "water strider, insect, capsizes, capsize, keels over, upright, waterlogged, soaked, "
        "water soaked, adding salt, salt is added, dissolved, half filled, half full, "
        "flooded, takes on water, pushed, held under, holds "
        "under, holed, swims, treads water, cracked, porous, flies, walks on water, wakes, turns "
        "over, tips over, tied, fizzy, soda water, carbonated, heavy water, floats away, "
        "swept away, current, leaky, lid off, expands, compressed"
    )
    tolerated = frozenset({"slowly", "at once", "immediately", "in the air", "instantly"})
    sights = (
        Check(
            name="stays_at_surface",
            statement="At the end part of the body is above the surface of the liquid.",
            antonym="At the end the whole body is below the surface of the liquid.",
        ),
        Check(
            name="lies_on_bottom",
            statement="The body ends up on the bottom.",
            antonym="The body stays clear of the bottom.",
        ),
    )

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Say which density is the liquid's, and which lengths are no sizes of the body."""
        placed = dict(_densities(words, mentions))
        for n in with_unit(mentions, Unit.KELVIN):
            placed[n] = ""
        for n in with_unit(mentions, _VOLUME):
            behind, ahead = after(words, mentions, n, 2), before(words, mentions, n, 3)
            led = {"in", "into", "inside"} & set(ahead) and not {"displaces", "volume"} & set(ahead)
            if led and _HOLDERS & set(behind):
                placed[n] = ""
        lengths = with_unit(mentions, _METRE)
        free = [n for n in lengths if mentions[n].parts == 1]
        for n in lengths:
            mention = mentions[n]
            if mention.parts == 3:
                placed[n] = ("length", "breadth", "height")[mention.part]
            elif "deep" in (near := (*before(words, mentions, n, 2), *after(words, mentions, n, 3))):
                if _DEPTHS & (set(near) - {"deep"}):
                    placed[n] = ""
        if len(free) == 1 and free[0] not in placed and not _cued(words, mentions, free[0]):
            if _SPHERES & set(words.present):
                placed[free[0]] = "diameter"
            elif "cube" in words or "cubic" in words or "cubical" in words:
                placed[free[0]] = "side"
        return placed

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Read 'neither' as a third thing, and a boat that carries its load as one that floats."""
        votes, turned = super()._votes(words, limited=limited)
        if "neutral" in votes:
            votes = {"neutral": None}
        if not votes:
            said, denied = words.asserted(_CARRIES)
            votes = {"floats": None} if said else {"sinks": None} if denied else {}
        return votes, turned

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = dict(super().spans(words))
        for name, known in (("density", body_of(words)), ("fluid_density", liquid_of(words))):
            if known is not None:
                found[name] = known[1]
        return found

    def unsettled(
        self, words: Words, given: tuple[Parameter, ...]
    ) -> tuple[MissingParameter, ...]:
        """Name the volume a load is spread over, and masses and densities nothing has taken."""
        names = {p.name for p in given}
        found = list(left_over(words, given, (_KG, _DENSE)))
        sized = names & {"volume", "side", "diameter", "radius"} or {
            "length", "breadth", "height"} <= names
        if "cargo" in names and not sized:
            found.append(MissingParameter(
                name="volume", unit=_VOLUME, because="what a hull can carry turns on its volume"))
        if not names & {"density", "mass", "volume"} and body_of(words) is None:
            found.append(MissingParameter(
                name="density", unit=_DENSE, because=DENSITY.because))
        return tuple(found)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        lines = []
        rho, fluid = values["density"] + values["cargo_density"], values["fluid_density"]
        if "volume" in values and ("mass" in values or "cargo" in values):
            m = values["density"] * values["volume"]
            load = values.get("cargo", 0.0)
            lines.append(
                f"rho = ({m:.4g} kg + {load:.4g} kg) / {values['volume']:.4g} m³ = "
                f"{rho:.4g} kg/m³"
            )
        lines.append(f"rho / rho_fl = {rho:.4g} kg/m³ / {fluid:.4g} kg/m³ = {rho / fluid:.4g}")
        if rho < fluid:
            lines.append(f"{100 * rho / fluid:.3g} % of the volume lies under the surface")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a tank in which a body, held at the surface, is let go; see the protocol."""
        require_complete(scenario)
        values = values_of(scenario)
        edge_m = _height(values)
        g, depth_m = values["gravity"], 3.2 * edge_m
        rho, fluid = values["density"] + values["cargo_density"], values["fluid_density"]
        # Held three quarters under: what floats then moves least, what sinks farthest.
        held_m = -edge_m / 4
        seconds = 8.0 * math.sqrt(edge_m / g)
        if rho > fluid:
            pull = (rho - fluid) / (rho + 0.5 * fluid) * g
            seconds = 1.5 * math.sqrt(2 * depth_m / pull) + depth_m / math.sqrt(
                2 * g * edge_m * max(rho / fluid - 1, 1e-3)
            )
        faster = pace(seconds + 1.0)

        def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
            """Weight, buoyancy, added mass, drag, and the waves that damp what bobs."""
            height, speed = float(y[0]), float(y[1])
            wet = min(1.0, max(0.0, 0.5 - height / edge_m))
            force = (fluid * wet - rho) * g
            force -= fluid * wet * speed * (0.5 * abs(speed) / edge_m)
            if 0.0 < wet < 1.0:
                force -= 2.0 * fluid * speed * math.sqrt(g / edge_m)
            return speed, force / (rho + 0.5 * fluid * wet)

        def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            lowest = -depth_m + edge_m / 2
            states = integrate(
                rates, (held_m, 0.0), times_s * faster, until=lambda _t, y: float(y[0]) - lowest,
                longest_step_s=0.05 * math.sqrt(edge_m / g),
            )  # fmt: skip
            return poses(0.0, states[:, 0], 0.0, times_s)

        half_m = 2.6 * edge_m
        water = Body(
            name="liquid", role=BodyRole.MARK, shape=Box(2 * half_m, depth_m), colour=_WATER,
            x_m=0.0, y_m=-depth_m / 2,
        )  # fmt: skip
        body = Body(
            name="body", role=BodyRole.MOVING, shape=Box(edge_m, edge_m), colour=BLOCK,
            x_m=0.0, y_m=held_m, path=path,
        )  # fmt: skip
        floor = ground(-half_m, half_m, 0.3 * edge_m, -depth_m)
        return Scene(
            bodies=(water, floor, body),
            gravity_m_s2=g,
            duration_s=seconds / faster + 0.7,
            x_min_m=-half_m,
            x_max_m=half_m,
            y_min_m=-depth_m - 0.3 * edge_m,
            y_max_m=1.2 * edge_m,
            scale_bar_m=scale_bar_m(4 * edge_m),
        )


def _densities(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    """Say of each density whether it is the liquid's: named right before or behind it."""
    placed: dict[int, str] = {}
    for n in with_unit(mentions, _DENSE):
        ahead, behind = before(words, mentions, n, 8), after(words, mentions, n, 3)
        at, stuff = speaks_of_liquid(ahead), speaks_of_liquid(behind)
        others = [place for place, word in enumerate(ahead) if word in _BODIES]
        near = at is not None and at > max(others, default=-1)
        if stuff is not None and not _BODIES & set(behind[:stuff]) and not _LEADS & set(behind):
            near = True
        placed[n] = "fluid_density" if near else "density"
    if len(placed) == 2 and len(set(placed.values())) == 1:
        first, last = placed
        placed[first], placed[last] = "density", "fluid_density"
    return placed


def _cued(words: Words, mentions: tuple[Mention, ...], number: int) -> bool:
    """Whether the words next to a length say which of the sizes it is."""
    near = {*before(words, mentions, number, 2), *after(words, mentions, number, 2)}
    return bool(near & {"diameter", "radius", "side", "edge", "high", "tall", "thick", "wide"})


_LEADS: Final = frozenset({"in", "into", "on", "onto", "floats", "sinks"})
_BODIES: Final = frozenset(
    vocabulary("cube, block, ball, body, object, sphere, log, egg, stone, rock, marble, plank, "
               "boat, box, cylinder, sample, piece, brick, bar, wood, plastic, obj, rho1, disc, "
               "disk, plate, toy, bead, crate, raft, solid, ice, metal, steel, float, apple")
)  # fmt: skip
