"""Torricelli: how fast a liquid leaves a hole, how far and how high it goes, when it is empty.

Equation
    v = sqrt(2 g h); range R = 2 sqrt(h H); a jet rises to h at most, and falls a little short of
    it; t = A / (Cd a) sqrt(2 / g) (sqrt(h) - sqrt(h_end))
Source
    OpenStax, University Physics vol. 1, section 14.6 (Bernoulli); F. M. White, Fluid Mechanics,
    section 3.5 (discharge coefficients 0.6 to 1).
Domain of validity
    A small hole in an open, vented tank with upright walls; nothing pumps and nothing presses.
"""

import math
from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.draining import draining_scene, jet_scene
from storyworld.physics.family import Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.nearby import after, before, says, ways, with_unit
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.unplaced import named
from storyworld.physics.wording import say
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Measure, Scenario

_METRE, _AREA, _VOLUME, _ONE = Unit.METRE, Unit.SQUARE_METRE, Unit.CUBIC_METRE, Unit.ONE

HEAD: Final = Slot(
    "head", _METRE, "height of the surface over the hole", 1e-3, 1e3,
    before=vocabulary("head, head of, h, depth, depth of, filled to, filled, level, level of, "
                      "surface is, waterline is, height of the water, water level, hole, water "
                      "depth, water depth of, filled to a depth of, full to, liquid level, deep, "
                      "filled to a height of, water column, water column of, holds"),
    after=vocabulary("below the surface, below the water surface, below the waterline, below, "
                     "beneath, under the surface, deep, below the level, of water, head, of head, "
                     "under the waterline, below the liquid level, below the liquid surface, "
                     "above it, above the hole, above the outlet, above the tap, above the nozzle, "
                     "down, tall, high, beneath the surface, of liquid, above the opening, depth, "
                     "water depth, below the top, under the water surface, lower than the surface, "
                     "below the water level, above the bottom, of beer, of oil, of wine, of juice"),
    because="how fast it flows turns on how far below the surface the hole is",
)  # fmt: skip
DROP: Final = Slot(
    "drop", _METRE, "height of the hole over the ground", 1e-3, 1e3,
    before=vocabulary("hole height, height of the hole, hole is, above ground by"),
    after=vocabulary("above the ground, above ground, above the floor, above level ground, above "
                     "the table, off the ground, over the ground, above the base, from the ground, "
                     "off the floor, above the pavement, above the lawn, over the floor, "
                     "above the bench, up from the ground, above a level floor, above the yard"),
    because="how far the jet goes turns on how high over the ground the hole is", optional=True,
)  # fmt: skip
FINAL: Final = Slot(
    "final_level", _METRE, "level in the end", 0.0, 1e3,
    before=vocabulary("drops to, falls to, down to, sinks to, until, lowers to, level reaches"),
    default=0.0, because="the goal speaks of emptying it",
)  # fmt: skip
HOLE_AREA, TANK_AREA = (
    Slot(name, _AREA, words, low, high, optional=True,
         because=f"how long it takes turns on the {words}")
    for name, words, low, high in (
        ("hole_area", "hole size (hole area)", 1e-12, 100.0),
        ("tank_area", "tank size (tank area)", 1e-8, 1e8),
    )
)
_SIZES: Final = tuple(
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
SPEED: Final = Limit(
    "jet_speed", Unit.METRE_PER_SECOND, "speed of the jet", 0.0, 1e3, says="The jet leaves at",
    at_most=("leaves_slower", "leaves_faster"), at_least=("leaves_faster", "leaves_slower"),
    within=("leaves_at", "leaves_otherwise"), by_unit=True,
    before=vocabulary("leaves at, speed, exit speed, at, speed of, velocity, jet speed, v, faster "
                      "than, slower than, comes out at, efflux"),
    after=vocabulary("jet, exit speed, speed"),
)  # fmt: skip
TIME: Final = Limit(
    "drain_time", Unit.SECOND, "time until it is empty", 0.0, 1e9, says="It takes",
    at_most=("drains", "drains_later"), at_least=("drains_later", "drains"),
    within=("drains_on_time", "drains_otherwise"), plain=Comparison.AT_MOST, by_unit=True,
    before=vocabulary("in, within, takes, after, drain time, empties in, drains in, empty in, t"),
    after=vocabulary("to drain, to empty, to run out"),
)  # fmt: skip
RANGE: Final = Limit(
    "jet_range", _METRE, "distance the jet goes", 0.0, 1e4, says="The jet lands",
    at_most=("lands_nearer", "lands_farther"), at_least=("lands_farther", "lands_nearer"),
    within=("lands_at", "lands_elsewhere"),
    before=vocabulary("lands, lands at least, range, range of, reaches, hits the ground, shoots, "
                      "strikes the ground, travels, lands at, distance of, squirts, hits the "
                      "floor, goes, carries, lands about, spurts"),
    after=vocabulary("away, from the tank, from the wall, out, from the barrel, from the side, "
                     "horizontally, from its side, from the foot, in front, away from, distant, "
                     "from the base, from the butt, far"),
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
                      "shoots, squirts, goes up, throws it, fountain of, jet of, up to, sends"),
    after=vocabulary("into the air, high, up, upwards, upward, above the nozzle, above the hole, "
                     "above the opening, tall, in the air, straight up, above the outlet"),
    seen=lambda comparison, slot: Seen(
        Measure.APEX_HEIGHT, _METRE, ("drop",), comparison, slot,
        "How high over the hole does the jet rise?",
    ),
)  # fmt: skip


def _falling(v: Mapping[str, float]) -> float:
    return math.sqrt(v["head"]) - math.sqrt(min(v["final_level"], v["head"]))


def _time(v: Mapping[str, float]) -> float:
    ratio = v["tank_area"] / (v["discharge"] * v["hole_area"])
    return ratio * math.sqrt(2 / v["gravity"]) * _falling(v)


class Torricelli(ClosedForm):
    """A tank drains through a hole, and its jet goes so fast, so far and so high."""

    name = "torricelli"
    purpose = "a tank drains through a hole in time; its jet leaves so fast, goes so far and high"
    domain = Domain.FLUID
    equation = (
        "v = sqrt(2 g h);  R = 2 sqrt(h H);  apex <= h;  "
        "t = A / (Cd a) sqrt(2 / g) (sqrt(h) - sqrt(h_end))"
    )
    law = "Bernoulli: what leaves the hole is as fast as if it had fallen from the surface"
    outcomes = (
        "drains", "drains_later", "drains_on_time", "drains_otherwise", "jet_too_high",
        "jet_stays_below", "leaves_slower", "leaves_faster", "leaves_at", "leaves_otherwise",
        "lands_nearer", "lands_farther", "lands_at", "lands_elsewhere", "rises_lower",
        "rises_higher", "rises_to", "rises_otherwise",
    )  # fmt: skip
    slots = (
        HEAD, DROP, FINAL, HOLE_AREA, TANK_AREA, *_SIZES, CONTENT, DISCHARGE, LOSS,
        *SPEED.slots, *TIME.slots, *RANGE.slots, *APEX.slots, GRAVITY,
    )  # fmt: skip
    derived = ways(
        Derived("hole_diameter", ("hole_radius",), lambda v: 2 * v["hole_radius"], "twice a radius"),
        Derived("tank_diameter", ("tank_radius",), lambda v: 2 * v["tank_radius"],
                "twice the tank's radius"),
        Derived("hole_area", ("hole_diameter",), lambda v: math.pi / 4 * v["hole_diameter"] ** 2,
                "a round hole"),
        Derived("hole_area", ("hole_side",), lambda v: v["hole_side"] ** 2, "a square hole"),
        Derived("tank_area", ("tank_diameter",), lambda v: math.pi / 4 * v["tank_diameter"] ** 2,
                "a round tank"),
        Derived("tank_area", ("tank_length", "tank_width"),
                lambda v: v["tank_length"] * v["tank_width"], "length times width"),
        Derived("tank_area", ("tank_side",), lambda v: v["tank_side"] ** 2, "a square tank"),
        Derived("tank_area", ("content", "head"), lambda v: v["content"] / v["head"],
                "volume over depth"),
        Derived("head", ("content", "tank_area"), lambda v: v["content"] / v["tank_area"],
                "volume over area"),
    )  # fmt: skip
    formulas = (
        Formula("jet_speed", Unit.METRE_PER_SECOND,
                lambda v: math.sqrt(2 * v["gravity"] * v["head"]), ("gravity", "head"),
                "speed of the jet"),
        Formula("drain_time", Unit.SECOND, _time,
                ("head", "final_level", "tank_area", "hole_area", "discharge", "gravity"),
                "time until it is empty"),
        Formula("jet_range", _METRE, lambda v: 2 * math.sqrt(v["head"] * v["drop"]),
                ("head", "drop"), "distance the jet goes"),
        Formula("jet_height", _METRE, lambda v: (1 - v["jet_loss"]) * v["head"],
                ("head", "jet_loss"), "height the jet rises"),
        Formula("jet_share", _ONE, lambda v: 1 - v["jet_loss"], ("jet_loss",),
                "height of the jet over that of the surface"),
    )  # fmt: skip
    claims = (
        Claim("jet_too_high", "jet_stays_below", "jet_share", Comparison.AT_LEAST, 1.0,
              "The jet rises to {} times the height of the surface over the hole."),
        Claim("jet_stays_below", "jet_too_high", "jet_share", Comparison.AT_MOST, 1.0,
              "The jet rises to at most {} times the height of the surface over the hole."),
    )  # fmt: skip
    limits = (SPEED, TIME, RANGE, APEX)
    wishes = (
        Wish("jet_too_high", "jet_stays_below", vocabulary(
            "above the surface, over the surface, above the water surface, above the water level, "
            "higher than the surface, higher than the water, above the level of the water, above "
            "the waterline, over the rim, higher than the level, above the liquid surface, above "
            "the original level, above the level in the tank, past the surface, above the top of "
            "the water, overtops, beyond the level, above its own surface, above the reservoir's")),
        Wish("drains", "drains_later", vocabulary(
            "drains, drain, draining, drained, empties, empty, emptied, emptying, runs dry, run "
            "dry, runs out, runs empty, flows out, leaks out, goes dry, dries out, drains away, "
            "is drained"), turns=True),
        Wish("drains_later", "drains", vocabulary(
            "still draining, still running, still flowing, water left, still has water, still "
            "holds water, still contains, still some water, keeps running, keeps flowing, "
            "still dripping, not yet empty, is still not empty")),
        Wish("leaves_faster", "leaves_slower", vocabulary(
            "leaves, leave, comes out, come out, emerges, exits, exit, flows at, streams out, "
            "spurts out, shoots out, squirts, squirts out, pours out, gushes, spouts, issues"),
            turns=True),
        Wish("lands_farther", "lands_nearer", vocabulary(
            "lands, land, hits the ground, strikes the ground, reaches, reach, carries, clears"),
            turns=True),
        Wish("rises_higher", "rises_lower", vocabulary(
            "rises, rise, climbs, climb, throws, shoots up, sprays up"),
            turns=True),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(
            vocabulary(
                "hole, holes, outlet, orifice, nozzle, tap, spigot, drain, drains, drained, leak, "
                "leaks, jet, spout, opening, puncture, punctured, drilled, faucet, pipe, efflux, "
                "plughole, valve, empties, spout, bung, bunghole, jet's, exit, slit, draining, "
                "drainage, stopcock, siphon, unplugged, pulls the plug, plug"
            ),
            vocabulary(
                "tank, barrel, vat, reservoir, butt, water, bucket, cistern, cooler, liquid, head, "
                "bottle, bath, bathtub, basin, trough, container, vessel, drum, pool, cylinder, "
                "can, wine, juice, oil, petrol, keg, cask, urn, surface, jet, tower, silo, beer, "
                "milk, paint, fuel, sink, aquarium, dam, jug, carton, pail, funnel"
            ),
            vocabulary(
                "jet, leaves, leave, drains, drain, empty, empties, emptied, speed, comes out, "
                "lands, rises, squirts, shoots, spurts, runs dry, runs out, stream, throws, faster, "
                "slower, range, flows, gushes, drained, drop, falls, sprays, efflux, emerges, "
                "exits, exit, climbs, streams, reaches, spouts, level, draining, pours, hits, "
                "strikes, trickles, emptying, fountain, streaming, out of, discharges"
            ),
        ),
        helps=vocabulary("jet, hole, tank, drains, below the surface, orifice, outlet, nozzle, "
                         "head, empties, passive, discharge coefficient, nozzle, surface, barrel"),
        units=frozenset({_AREA, Unit.METRE_PER_SECOND}),
        never=vocabulary(
            "car, truck, rocket, thrust, float, floats, sinks, boat, ship, sank, boils, kettle, "
            "melts, golf, ball, basket, light, ray, laser, mirror, lens, balloon, aircraft, "
            "airplane, jet engine, pendulum, ramp, rope, plane, voltage, battery, blood"
        ),
        tolerates=("fluid", "flight", "change", "person", "rolling", "incline", "air", "machine",
                   "obstacle"),
    )  # fmt: skip
    contrary = vocabulary(
        "closed tank, closed container, closed lid, lid on, siphon, siphons, syphon, stirred, whirl, vortex, swirls, blocked, clogged, clogs, wind, windy, "
        "honey, syrup, thick, conical, cone, funnel, spherical, hemispherical, accelerates, "
        "refilled, filled again, kept full, topped up, tap running, inflow, hose, pipe, long pipe, "
        "leaks sideways, freezes, frozen, evaporates, plugged, thrust, moving truck, falling, "
        "elevator, lift, spinning, rotating, uphill, flows up, upstream, inflowing, "
        "dropped, horizontal cylinder, lying cylinder, tapered, tank rolls, two holes, three holes"
    )
    tolerated = frozenset({"into the air", "in the air", "sideways", "into the sky", "slowly"})
    sights = (
        Check(name="stays_below_surface",
              statement="The jet stays below the level of the liquid in the tank.",
              antonym="The jet rises above the level of the liquid in the tank."),
        Check(name="level_falls", statement="The level of the liquid falls.",
              antonym="The level of the liquid stays where it is."),
    )  # fmt: skip

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Say which sizes are the hole's and which the tank's."""
        return _sizes(words, mentions)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Take what a jet does for a claim only where it is held against the surface or a number."""
        votes, turned = super()._votes(words, limited=limited)
        plain = {wish.outcome: None for wish in self.wishes if not wish.turns}
        plain |= {wish.opposite: None for wish in self.wishes if not wish.turns}
        firm = {v: None for v in votes if v in plain}
        return (firm if firm and not limited else votes), turned

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Read an ideal outlet."""
        if words.any_of(_IDEAL) is None or any(p.name == DISCHARGE.name for p in given):
            return ()
        return (inferred(DISCHARGE.name, 1.0, _ONE, "the goal speaks of an ideal outlet"),)

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = dict(super().spans(words))
        found["discharge"] = Span(0.6, 1.0, "from a sharp-edged hole to a rounded one")
        return found

    def unsettled(
        self, words: Words, given: tuple[Parameter, ...]
    ) -> tuple[MissingParameter, ...]:
        """Name what is asked where it is emptying or landing, and no time or place is given."""
        names = {p.name for p in given}
        pressed = [p for p in _PRESSED if words.asserted((p,))[0]]
        if pressed:
            return named(pressed)
        stated = {s.name for limit in self.limits for s in limit.slots} & names
        if stated or words.any_of(self.wishes[0].said) is not None:
            return ()
        because = "the goal does not say how fast, how far, how high, or by when"
        return (MissingParameter(name="limit", unit=_ONE, because=because),)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        g, lines = values["gravity"], []
        if "head" in values:
            h = values["head"]
            v = math.sqrt(2 * g * h)
            lines.append(f"v = sqrt(2 × {g:.4g} m/s² × {h:.4g} m) = {v:.4g} m/s")
            if "drop" in values:
                reach = 2 * math.sqrt(h * values["drop"])
                lines.append(f"R = 2 sqrt({h:.4g} m × {values['drop']:.4g} m) = {say(reach, _METRE)}")
        if {"head", "tank_area", "hole_area", "discharge"} <= set(values):
            lines.append(
                f"t = {values['tank_area']:.4g} m² / ({values['discharge']:.3g} × "
                f"{values['hole_area'] * 1e4:.4g} cm²) × sqrt(2 / {g:.4g} m/s²) × "
                f"{_falling(values):.4g} sqrt(m) = {_time(values):.4g} s"
            )
        if any(s.name in values for s in APEX.slots) or "head" not in values:
            lines.append(f"a passive jet rises to {1 - values['jet_loss']:.3g} of the surface's height")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build the tank, and its level or its jet; see the protocol."""
        require_complete(scenario)
        values = {"head": 1.0, **values_of(scenario)}
        if {"tank_area", "hole_area", "discharge"} <= set(values) and any(
            s.name in values for s in TIME.slots
        ):
            asked = max(values[s.name] for s in TIME.slots if s.name in values)
            return draining_scene(values, max(asked, _time(values)))
        upwards = any(s.name in values for s in APEX.slots)
        upwards = upwards or scenario.wanted in {"jet_too_high", "jet_stays_below"}
        return jet_scene(values, upwards=upwards)


_PRESSED: Final = vocabulary(
    "pump, pumped, pumps, pumping, pressurised, pressurized, pressure, overpressure, compressed, "
    "piston, sealed, airtight, air tight, vacuum, squeezed"
)
_IDEAL: Final = vocabulary("ideal, ideally, lossless, frictionless, without losses, no losses, "
                           "losses neglected, neglecting losses, ignoring losses")  # fmt: skip
_HOLE: Final = vocabulary("hole, outlet, orifice, opening, nozzle, tap, spigot, drain, plughole, "
                          "spout, bung, bunghole, puncture, leak, slit, valve, pipe")  # fmt: skip
_TANK: Final = vocabulary(
    "tank, barrel, vat, reservoir, butt, bucket, cistern, cylinder, cooler, bottle, bath, bathtub, "
    "basin, trough, container, vessel, drum, pool, base, surface, can, keg, cask, urn, water, silo, "
    "cross section, bottom area, area of the tank, tower, sink, aquarium, pail, floor area, filled"
)
_DIAMETERS: Final = vocabulary("diameter, in diameter, diameter of, d, dia, across, wide, round")
_RADII: Final = vocabulary("radius, in radius, radius of, r")
_TAKES: Final = frozenset({"takes", "take", "taking", "needs", "lasts", "requires"})


def _sizes(words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
    placed: dict[int, str] = {}
    for n in with_unit(mentions, _AREA):
        placed[n] = "hole_area" if _of_hole(words, mentions, n) else "tank_area"
    areas = [n for n in placed]
    if len(areas) == 2 and len({placed[n] for n in areas}) == 1:
        small = min(areas, key=lambda n: mentions[n].quantity.value)
        for n in areas:
            placed[n] = "hole_area" if n == small else "tank_area"
    for n in with_unit(mentions, _METRE):
        mention = mentions[n]
        near = (*before(words, mentions, n, 3), *after(words, mentions, n, 3))
        what = "hole" if _of_hole(words, mentions, n) else "tank"
        if mention.parts > 1 and what == "tank":
            if mention.part < 2:
                placed[n] = ("tank_length", "tank_width")[mention.part]
            else:
                placed[n] = "head"
        elif says(near, _DIAMETERS):
            placed[n] = f"{what}_diameter"
        elif says(near, _RADII):
            placed[n] = f"{what}_radius"
        elif "square" in near:
            placed[n] = f"{what}_side"
        elif set(after(words, mentions, n, 1)) & set(_HOLE) and mention.quantity.value < 0.2:
            placed[n] = "hole_diameter"
    for n in with_unit(mentions, Unit.SECOND):
        if _TAKES & set(before(words, mentions, n, 2)) and mentions[n].bound is Bound.TAKES:
            placed[n] = "drain_time_about"
    return placed


def _of_hole(words: Words, mentions: tuple[Mention, ...], number: int) -> bool:
    """Whether the noun nearest to a size is the hole: behind it first, then in front."""
    behind, ahead = after(words, mentions, number, 6), before(words, mentions, number, 8)
    places = []
    for word in (*_HOLE, *_TANK):
        if word in behind:
            places.append((behind.index(word) + 0.5, word))
        if word in ahead:
            places.append((len(ahead) - 1 - ahead[::-1].index(word) - len(ahead) + 0.0, word))
    scored = [(abs(at), word) for at, word in places]
    return bool(scored) and min(scored)[1] in _HOLE
