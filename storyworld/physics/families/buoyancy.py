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
from dataclasses import replace
from typing import Final

from storyworld.physics.beside import beside_the_point
from storyworld.physics.claims import Claim, Derived, Formula, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.family import Interpretation
from storyworld.physics.floating_loads import (
    all_aboard,
    at_capacity,
    at_full_load,
    place_crews,
    weighs_otherwise,
)
from storyworld.physics.floating_scenes import edge_of, floating_scene
from storyworld.physics.floating_slots import (
    ABOVE,
    BELOW,
    CARGO,
    CARGO_DENSITY,
    DENSITY,
    DIAMETER,
    FLUID,
    HOLD,
    MASS,
    PIECES,
    RADIUS,
    SIDE,
    SIZES,
    VOLUME,
)  # fmt: skip
from storyworld.physics.floating_things import body_of, liquid_of
from storyworld.physics.floating_words import (
    hovers,
    loose_share,
    place_sizes,
    sinks_of_kitchens,
    spelled_share,
    starts_below,
)
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.masking import without
from storyworld.physics.nearby import as_needed, denied_values, left_over, ways
from storyworld.physics.needed import bounded_counts, needed_behind
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.reading.quantities import Mention
from storyworld.reading.unplaced import named
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Measure, Scenario

_METRE, _KG, _ONE = Unit.METRE, Unit.KILOGRAM, Unit.ONE
_DENSE, _VOLUME = Unit.KILOGRAM_PER_CUBIC_METRE, Unit.CUBIC_METRE

_SHARES: Final = frozenset(s.name for limit in (BELOW, ABOVE) for s in limit.slots)
_HELD: Final = vocabulary("pushed, held under, holds under, pressed under, pressed down")
_FREED: Final = vocabulary(
    "released, release, releases, let go, lets go, letting go, freed, lets it go, let loose"
)
_CARRIES: Final = vocabulary("carries, carry, supports, support, bears, bear, holds, hold")


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
    slots = as_needed(
        DENSITY, FLUID, MASS, CARGO, PIECES, VOLUME, SIDE, DIAMETER, RADIUS, *SIZES, CARGO_DENSITY,
        *BELOW.slots, *ABOVE.slots, HOLD, GRAVITY,
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
        Derived("cargo_density", ("cargo", "volume", "pieces"),
                lambda v: v["cargo"] / (v["volume"] * v["pieces"]), "the load over the volume"),
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
                      lambda v: 1.4 * edge_of(v), "How far does the body move from the surface?"),
        ),
        Claim(
            "sinks", "floats", "density_ratio", Comparison.AT_LEAST, 1.0,
            "Its density is at least {} times that of the liquid.",
            seen=Seen(Measure.DISPLACEMENT, _METRE, ("body",), Comparison.AT_LEAST,
                      lambda v: 1.8 * edge_of(v), "How far does the body move from the surface?"),
        ),
        Claim(
            "neutral", "lies_otherwise", "density_ratio", Comparison.WITHIN, 1.0,
            "Its density is that of the liquid, to 1 %.", tolerance=0.01,
        ),
    )  # fmt: skip
    limits = (BELOW, ABOVE)
    wishes = (
        Wish("floats", "sinks", vocabulary(
            "float, floats, floating, floated, afloat, stays at the surface, stay at the surface, "
            "stays on the surface, stays on top, stay on top, bobs, bob, bobbing, rises to the "
            "surface, rises to the top, comes up, pops up, pop up, pops back up, resurfaces, "
            "stays up, rides on the surface, drifts on the surface, remains at the surface, "
            "remains on the surface, ends up on the surface, rise to the surface, surfaces, "
            "floats up, comes to the surface, keeps its head above water, is buoyant, "
            "positively buoyant, drifts on, drift on, drifting on, swims on top, up it comes, "
            "up she comes, up it goes, up it pops, comes to the top, back up, shoots up, swims at "
            "the surface, swims on, to the surface, to the top, remain at the surface, remain on "
            "the surface, remain afloat, stays above water, stay above water, remains on top, "
            "remain on top, head above, keeps at the surface, keep at the surface, keep afloat, "
            "keeps "
            "afloat, bobs up, ends up on top, ends on top, lies on top, "
            "rises through"),
            weak=vocabulary("rises, rise, rising, goes up, unsinkable")),
        Wish("sinks", "floats", vocabulary(
            "sink, sinks, sinking, sank, sunk, goes under, go under, going under, goes down, go "
            "down, "
            "to "
            "the bottom, on the bottom, at the bottom, to the seabed, to the sea bed, to the sea "
            "floor, on the seabed, founders, founder, drowns, plummets, falls through, swamped, "
            "negatively buoyant, drops like a stone, goes down like a stone, disappears below, "
            "disappears under, settles on the bed, down it goes, went down, went under, to the "
            "bed, "
            "went straight down, straight to the bottom, goes to the bottom, down to the bottom"),
            weak=vocabulary("drops, drop, descends, descend, settles, completely submerged, fully "
                            "submerged, wholly submerged, entirely under water, fully immersed, "
                            "completely under water")),
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
                "buoyant, bob, bobs, bobbing, submerged, goes under, goes down, go down, go under, "
                "stays at "
                "the surface, stays on the surface, stays on top, rises to the surface, comes up, "
                "pops up, resurfaces, bottom, carries, carry, displaces, waterline, above water, "
                "under water, neutral buoyancy, founders, surface, out of the water, supports, "
                "holds, immersed, neutrally buoyant, seabed, sea bed, sea floor, drifts on, drift "
                "on, above the surface, swamped, bear, bears, drowns, rises to the top, stays up, "
                "stay up, "
                "stay on top, rises, rise, rising, to the top, back up, drifting on, drifts, "
                "swims, swims "
                "at, went under, went down, remain on top, remains on top, under the surface, bobs "
                "up, "
                "up it comes, down it goes, founder, pops up, on top, unsinkable, settles, head "
                "above, "
                "below the sea, above the sea, beneath the sea, keeps at the surface, at the "
                "surface, "
                "beneath the waves, above the waves, below sea level"
            ),
            vocabulary(
                "water, seawater, saltwater, freshwater, brine, sea, ocean, lake, pond, pool, "
                "river, oil, petrol, gasoline, kerosene, ethanol, alcohol, glycerine, glycerol, "
                "glycerin, honey, syrup, milk, mercury, quicksilver, fluid, liquid, bath, "
                "bathtub, harbour, harbor, density, densities, rho, boat, ship, raft, barge, "
                "canoe, lifebuoy, life buoy, lifebelt, life ring, lifejacket, life jacket, "
                "dinghy, kayak, yacht, ferry, lifeboat, buoy, catamaran, rho fl, pontoon, "
                "diesel, iceberg, stream, creek, canal, puddle, aquarium, "
                "spirit, tub, sink, basin, bay, well, afloat, "
                "seabed, sea bed, bathwater, loch, fjord, lagoon, dock, dam, reservoir, swimming "
                "bath, "
                "swimming baths, baths, moat, gulf, marina, fish tank, bath tub, paddling pool, "
                "sauce, soup, whisky, vodka, gin, "
                "juice, "
                "lava, molten, solution, acid, turpentine, harbours, fountain, paraffin, cream"
            ),
        ),
        helps=vocabulary("floats, sinks, float, sink, density, afloat, buoyant, submerged, "
                         "iceberg, raft, solid, hollow, dropped into, placed in, waterline"),
        units=frozenset({_DENSE, _VOLUME}),
        never=vocabulary(
            "poured into, is poured, mid air, in the air, in air, hot air, balloon, balloons, "
            "space, jet, drains, hole, "
            "holes, leak, leaks, melts, boils, shelf, terminal, parachute, refracted, light, ray, "
            "laser, lens, kettle, current, high waves, makes waves, bounces, skips, domino, "
            "bridge, column, "
            "spray, plume, nozzle, squirts, spout, fountain tops, jets, magnet, magnetic, "
            "electromagnet, "
            "levitates, weightless, orbit, drain, empties, "
            "dissolves, mixes, mix, spreads, ink, mixture, blows, on ice, frozen lake, frozen pond"
        ),
        tolerates=("fluid", "change", "person", "rolling", "flight", "vehicle", "machine",
                   "magnet"),
    )  # fmt: skip
    contrary = vocabulary(
        "needle, needles, pin, paperclip, paper clip, razor blade, surface tension, laid gently, "
        "gently laid, gently placed, placed gently, carefully placed, placed carefully, "
        "water strider, insect, capsizes, capsize, keels over, upright, waterlogged, soaked, "
        "water soaked, adding salt, salt is added, dissolved, half filled, half full, "
        "flooded, takes on water, holed, swims away, swims across, swims back, swims to, treads "
        "water, cracked, porous, flies, walks on water, wakes, turns "
        "over, tips over, tied, fizzy, soda water, carbonated, heavy water, floats away, "
        "swept away, sinks halfway, sinks half way, sinks until, sinks up to, sinks only, current, "
        "increasing, increases, decreasing, gradually, explodes, explode, "
        "exploding, melting, melts, burns, breaks, shatters, vanishes, disappears, teleports, "
        "floats above, floats over, hovers above, hovers over, hovering above, hovering over, "
        "flying, in the sky, through the air, leaky, lid off, expands, compressed"
    )
    tolerated = frozenset({"slowly", "at once", "immediately", "in the air", "instantly"})
    sights = (
        Check(
            name="stays_at_surface",
            statement="At the end the body is at the surface of the liquid.",
            antonym="At the end the whole body is well below the surface of the liquid.",
            shows=("floats",),
            denies=("sinks",),
        ),
        Check(
            name="lies_on_bottom",
            statement="The body ends up on the bottom.",
            antonym="The body stays clear of the bottom.",
            shows=("sinks",),
            denies=("floats",),
        ),
    )

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Say which density is the liquid's, and which lengths are no sizes of the body."""
        return {**beside_the_point(words, mentions), **place_sizes(words, mentions),
                **place_crews(words, mentions)}  # fmt: skip

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Count all that it carries: 'two men of 80 kg each'; 'displaces at most' is its volume."""
        found = super().interpret(words, all_aboard(words, given))
        return at_full_load(replace(found, parameters=at_capacity(words, found.parameters)))

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Read 'neither' as a third thing, and a boat that carries its load as one that floats."""
        words = without(words, sinks_of_kitchens(words))
        votes, turned = super()._votes(words, limited=limited)
        if "neutral" in votes:
            votes = {"neutral": None}
        if len(votes) == 2 and "floats" in votes and starts_below(words):
            votes.pop("sinks", None)
        if not votes and spelled_share(words) is not None:
            votes = {"floats": None}
        if not votes:
            said, denied = words.asserted(_CARRIES)
            votes = {"floats": None} if said else {"sinks": None} if denied else {}
        return votes, turned

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Read a share in words: 'half of it under water'."""
        share = spelled_share(words)
        if share is None or any(p.name in _SHARES for p in given):
            return ()
        return (inferred(share[0], share[1], _ONE, "the share the goal names"),)

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = dict(super().spans(words))
        for name, known in (("density", body_of(words)), ("fluid_density", liquid_of(words))):
            if known is not None:
                found[name] = known[1]
        return found

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name the volume a load is spread over, and masses and densities nothing has taken."""
        names = {p.name for p in given}
        found = [*needed_behind(words, given), *denied_values(words, given)]
        found += bounded_counts(words, given)
        found += left_over(words, given, (_KG, _DENSE))
        if not names & _SHARES and spelled_share(words) is None and loose_share(words):
            found += named(["the share under or above the surface"])
        if words.any_of(_HELD) is not None and words.any_of(_FREED) is None:
            found += named(["held under"])
        if hovers(words):
            found += named(["above the liquid"])
        sized = (
            names & {"volume", "side", "diameter", "radius"}
            or {"length", "breadth", "height"} <= names
        )
        if "cargo" in names and not sized:
            found.append(
                MissingParameter(
                    name="volume", unit=_VOLUME, because="what a hull can carry turns on its volume"
                )
            )
        if weighs_otherwise(given):
            because = "the goal gives a mass that its density and volume do not make"
            found.append(MissingParameter(name="mass", unit=_KG, because=because))
        if not names & {"density", "mass", "volume"} and body_of(words) is None:
            found.append(MissingParameter(name="density", unit=_DENSE, because=DENSITY.because))
        return tuple(found)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        lines = []
        rho, fluid = values["density"] + values["cargo_density"], values["fluid_density"]
        if "volume" in values and ("mass" in values or "cargo" in values):
            m = values["density"] * values["volume"]
            load = values.get("cargo", 0.0)
            lines.append(
                f"rho = ({m:.4g} kg + {load:.4g} kg) / {values['volume']:.4g} m³ = {rho:.4g} kg/m³"
            )
        lines.append(f"rho / rho_fl = {rho:.4g} kg/m³ / {fluid:.4g} kg/m³ = {rho / fluid:.4g}")
        if rho < fluid:
            lines.append(f"{100 * rho / fluid:.3g} % of the volume lies under the surface")
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a tank in which a body, held at the surface, is let go; see the protocol."""
        require_complete(scenario)
        return floating_scene(values_of(scenario))
