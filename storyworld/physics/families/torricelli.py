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

from storyworld.physics.claims import Claim, Derived, Formula, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.draining import draining_scene, jet_scene
from storyworld.physics.draining_slots import (
    APEX,
    CONTENT,
    DISCHARGE,
    DROP,
    FINAL,
    HEAD,
    HOLE_AREA,
    LOSS,
    RANGE,
    SIZES,
    SPEED,
    TANK_AREA,
    TIME,
)  # fmt: skip
from storyworld.physics.draining_words import place_sizes
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.nearby import as_needed, denied_values, ways
from storyworld.physics.nevers import never_bound
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.upward_words import is_fed, is_free_jet
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.unplaced import named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Scenario

_METRE, _AREA, _VOLUME, _ONE = Unit.METRE, Unit.SQUARE_METRE, Unit.CUBIC_METRE, Unit.ONE


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
    slots = as_needed(
        HEAD, DROP, FINAL, HOLE_AREA, TANK_AREA, *SIZES, CONTENT, DISCHARGE, LOSS,
        *SPEED.slots, *TIME.slots, *RANGE.slots, *APEX.slots, GRAVITY,
    )  # fmt: skip
    derived = ways(
        Derived("hole_diameter", ("hole_radius",), lambda v: 2 * v["hole_radius"],
                "twice the radius"),
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
            "the water, overtops, beyond the level, above its own surface, above the reservoir's, "
            "tops "
            "its own, tops its, exceeds the level, exceeds its own, above the level of, beats its "
            "tank, beat its tank, outclimbs, beats its own, higher than its own, higher than the "
            "level, higher than where, above its own level, over its own level, above its source, "
            "above its reservoir's, above the reservoir, above its reservoir, above the tank's, "
            "above "
            "its tank, higher than its source, over the level of, above its level, exceed the "
            "level")),
        Wish("jet_stays_below", "jet_too_high", vocabulary(
            "stays below the level, stays below the surface, stays below its, remains below the "
            "level, stay below the level, lower than the surface, below the level of its, falls "
            "short of the level, falls short of the surface, stays under the level, remains below "
            "the surface, stay below the surface, no higher than the surface, below its source")),
        Wish("drains", "drains_later", vocabulary(
            "drains, drain, draining, drained, empties, empty, emptied, emptying, runs dry, run "
            "dry, runs out, runs empty, flows out, leaks out, goes dry, dries out, drains away, "
            "is drained, is empty, empty, all gone, has run out, ran dry, stands empty, bone dry, "
            "emptied "
            "out, has drained, be empty, been drained, lose all, loses all, to go dry, go dry"),
            turns=True),
        Wish("drains_later", "drains", vocabulary(
            "still draining, still running, still flowing, water left, still has water, still "
            "holds water, still contains, still some water, keeps running, keeps flowing, "
            "still dripping, not yet empty, is still not empty, some left, left in it, left "
            "inside, yet "
            "to empty, keeps draining, still leaking, still pouring, still has some")),
        Wish("leaves_faster", "leaves_slower", vocabulary(
            "leaves, leave, comes out, come out, emerges, exits, exit, flows at, streams out, "
            "spurts out, shoots out, squirts, squirts out, pours out, gushes, spouts, issues, "
            "flows out "
            "at, lets, exiting, leaving, streams, spews, gushes out, rushes out, runs out at, "
            "sprays "
            "out, left the, outflow, discharges, discharge at, shoots, jets out"),
            turns=True),
        Wish("lands_farther", "lands_nearer", vocabulary(
            "lands, land, hits the ground, strikes the ground, reaches, reach, carries, clears, "
            "touches "
            "down, hits the floor, landing, comes down, splashes down"),
            turns=True),
        Wish("rises_higher", "rises_lower", vocabulary(
            "rises, rise, climbs, climb, throws, throw, shoots up, sprays up, tops out, peaks, "
            "goes up, "
            "rising, "
            "leaps"),
            turns=True),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(
            vocabulary(
                "hole, holes, outlet, orifice, nozzle, tap, spigot, drain, drains, drained, leak, "
                "leaks, jet, spout, opening, puncture, punctured, drilled, faucet, pipe, efflux, "
                "plughole, valve, empties, bung, bunghole, jet's, exit, slit, draining, leaking, "
                "crack, "
                "split, gash, breach, "
                "leaked, "
                "bore, pinhole, aperture, perforation, taphole, fountain's, drain hole, cock, "
                "cork, stopper, flows out, runs out, pours out, comes out, "
                "drainage, stopcock, fountain, siphon, unplugged, pulls the plug, plug"
            ),
            vocabulary(
                "tank, barrel, vat, reservoir, butt, water, bucket, cistern, cooler, liquid, head, "
                "bottle, bath, bathtub, basin, trough, container, vessel, drum, pool, pond, lake, "
                "cylinder, can, wine, juice, oil, petrol, keg, cask, urn, surface, jet, tower, "
                "silo, beer, milk, paint, fuel, sink, aquarium, dam, jug, carton, pail, funnel, "
                "jar, tin, "
                "beaker, tub, header tank, bowl, churn, standpipe, lemonade, cider, cola, water's, "
                "kettle, level, flask, coffee urn"
            ),
            vocabulary(
                "jet, jets, jets out, leaves, leave, drains, drain, empty, empties, emptied, "
                "speed, comes out, "
                "lands, rises, squirts, shoots, spurts, runs dry, runs out, stream, throws, "
                "faster, slower, range, flows, gushes, drained, drop, falls, sprays, efflux, "
                "emerges, exits, exit, climbs, streams, reaches, spouts, level, draining, pours, "
                "hits, strikes, trickles, emptying, fountain, streaming, out of, discharges, "
                "outflow, "
                "velocity, lets, go dry, dry, plume, tops, all gone, exiting, leaving, spouting, "
                "spray, "
                "run out, run dry, run empty, runs empty, flow out, leak out, leaks out, "
                "come out, emerge, "
                "gush, escape, escapes, pour, squirt, spurt, shoot, rise, drains, land, "
                "landing, squirting, pouring, runs, flow, rushes, spews, peaks, splashes, discharge"
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
                   "obstacle", "force", "vehicle"),
    )  # fmt: skip
    contrary = vocabulary(
        "closed tank, closed container, closed lid, lid on, siphon, siphons, syphon, stirred, "
        "whirl, vortex, swirls, blocked, clogged, clogs, wind, windy, honey, syrup, thick, "
        "conical, cone, funnel, spherical, hemispherical, accelerates, refilled, filled again, "
        "kept full, topped up, tap running, inflow, hose, pipe, long pipe, leaks sideways, "
        "freezes, frozen, evaporates, plugged, thrust, moving truck, falling, elevator, lift, "
        "spinning, rotating, uphill, flows up, upstream, inflowing, dropped, horizontal cylinder, "
        "lying cylinder, tapered, tank rolls, two holes, three holes"
    )
    tolerated = frozenset({"into the air", "in the air", "sideways", "into the sky", "slowly"})
    sights = (
        Check(name="stays_below_surface",
              statement="The jet stays below the level of the liquid in the tank.",
              antonym="The jet rises above the level of the liquid in the tank.",
              shows=("jet_stays_below",), denies=("jet_too_high",)),
        Check(name="comes_out", statement="Liquid flies out of the tank through a hole.",
              antonym="All of the liquid stays in the tank.",
              shows=tuple(c.outcome for limit in (SPEED, RANGE, APEX) for c in limit.claims)),
        Check(name="level_falls", statement="The level of the liquid falls.",
              antonym="The level of the liquid stays where it is.",
              shows=tuple(c.outcome for c in TIME.claims)),
    )  # fmt: skip

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See the protocol; how a tank drains is filmed without its jet, a jet at its start."""
        timed = any(scenario.parameter(slot.name) for slot in TIME.slots)
        return self.sights[2:] if timed else self.sights[:2]

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Leave alone a jet whose speed is given and whose tank is not; see the protocol."""
        slanted = Unit.DEGREE in units and Unit.METRE_PER_SECOND in units and not is_fed(words)
        return 0.0 if slanted or is_free_jet(words) else super().affinity(words, units)

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Say which sizes are the hole's and which the tank's."""
        return place_sizes(words, mentions)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Take what a jet does for a claim only where the surface or a number is a measure."""
        votes, turned = super()._votes(words, limited=limited)
        plain = {wish.outcome: None for wish in self.wishes if not wish.turns}
        plain |= {wish.opposite: None for wish in self.wishes if not wish.turns}
        firm = {v: None for v in votes if v in plain}
        turned = turned or (limited and never_bound(words))
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

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name what is asked where it is emptying or landing, and no time or place is given."""
        names = {p.name for p in given}
        pressed = [p for p in _PRESSED if words.asserted((p,))[0]]
        denied = denied_values(words, given)
        if pressed or denied:
            return (*named(pressed), *denied)
        stated = {s.name for limit in self.limits for s in limit.slots} & names
        said = (*self.wishes[0].said, *self.wishes[1].said)
        if stated or words.any_of(said) is not None:
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
                lines.append(
                    f"R = 2 sqrt({h:.4g} m × {values['drop']:.4g} m) = {say(reach, _METRE)}"
                )
        if {"head", "tank_area", "hole_area", "discharge"} <= set(values):
            lines.append(
                f"t = {values['tank_area']:.4g} m² / ({values['discharge']:.3g} × "
                f"{values['hole_area'] * 1e4:.4g} cm²) × sqrt(2 / {g:.4g} m/s²) × "
                f"{_falling(values):.4g} sqrt(m) = {_time(values):.4g} s"
            )
        if any(s.name in values for s in APEX.slots) or "head" not in values:
            lines.append(
                f"a passive jet rises to {1 - values['jet_loss']:.3g} of the surface's height"
            )
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
        plain = not any(s.name in values for s in SPEED.slots)
        upwards = upwards or (plain and scenario.wanted in {"jet_too_high", "jet_stays_below"})
        return jet_scene(values, upwards=upwards)


_PRESSED: Final = vocabulary(
    "pump, pumped, pumps, pumping, pressurised, pressurized, pressure, overpressure, compressed, "
    "piston, sealed, airtight, air tight, vacuum, squeezed, pushed, pushes, pressed, presses, "
    "blown, "
    "blows, shaken, shakes, motor, mains"
)
_IDEAL: Final = vocabulary("ideal, ideally, lossless, frictionless, without losses, no losses, "
                           "losses neglected, neglecting losses, ignoring losses")  # fmt: skip
