"""Beam: a shelf, plank or bar holds its load, or breaks; and how far it sags.

Equation
    M = k F L (load in the middle 1/4, spread 1/8; sticking out 1 and 1/2; built in at both ends
    1/8 and 1/12); sigma = M / W, W = b t² / 6 (round: pi d³ / 32); holds if sigma <= strength;
    delta = k' F L³ / (E I), k' = 1/48, 5/384, 1/3, 1/8, 1/192, 1/384
Source
    J. M. Gere, B. J. Goodno, Mechanics of Materials, ch. 5 and 9, appendix H; OpenStax,
    University Physics vol. 1, section 12.3.
Domain of validity
    A slender uniform beam, loaded slowly and across, in the elastic range; no creep, no impact,
    sound supports. Its own weight counts where it is given.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from storyworld.physics.beam_scenes import Beam as Model
from storyworld.physics.beam_scenes import beam_scene, solve_beam
from storyworld.physics.beam_slots import (
    BENDING,
    DIAMETER,
    HOLD,
    LENGTH,
    LINE_LOAD,
    LOAD,
    LOAD_MASS,
    MODULUS,
    MODULUS_OF_SECTION,
    OWN_BENDING,
    OWN_MASS,
    PIECES,
    SAFETY,
    SAG,
    SAGGING,
    SECOND_MOMENT,
    SIDE,
    STRENGTH,
    THICKNESS,
    WIDTH,
)
from storyworld.physics.beam_words import (
    arrangement,
    is_rating,
    material_of,
    place_loads,
    place_sizes,
    several_of,
)
from storyworld.physics.beside import beside_the_point
from storyworld.physics.bounded_loads import at_its_bound, more_is_needed
from storyworld.physics.claims import Claim, Derived, Formula, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import inferred
from storyworld.physics.family import Interpretation
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.masking import without
from storyworld.physics.materials import Property, middle_of, span_of
from storyworld.physics.nearby import as_needed, denied_values, left_over, ways
from storyworld.physics.needed import bounded_counts, needed_behind
from storyworld.physics.nevers import answered_no
from storyworld.physics.scene import Scene
from storyworld.physics.scenery import require_complete
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Measure, Scenario

_METRE, _KG, _ONE, _NEWTON = Unit.METRE, Unit.KILOGRAM, Unit.ONE, Unit.NEWTON
_PASCAL, _VOLUME = Unit.PASCAL, Unit.CUBIC_METRE


def _moment(v: Mapping[str, float]) -> float:
    own = v["own_bending"] * v["own_mass"] * v["gravity"]
    return (v["bending"] * v["load"] + own) * v["length"]


def _stress(v: Mapping[str, float]) -> float:
    return v["safety_factor"] * _moment(v) / v["section_modulus"]


def _sag(v: Mapping[str, float]) -> float:
    return v["sagging"] * v["load"] * v["length"] ** 3 / (v["modulus"] * v["second_moment"])


def _broken(comparison: Comparison) -> Seen:
    return Seen(
        Measure.DISPLACEMENT, _METRE, ("load",), comparison,
        lambda v: (0.06 if comparison is Comparison.AT_MOST else 0.15) * v["length"],
        "How far does the load come down?",
    )  # fmt: skip


class Beam(ClosedForm):
    """A beam holds its load or breaks."""

    name = "beam"
    purpose = "a shelf, plank or beam holds its load or breaks, and sags so far"
    domain = Domain.STRUCTURAL
    equation = (
        "sigma = M / W <= strength;  M = k F L (middle 1/4, spread 1/8);  W = b t² / 6;  "
        "delta = k' F L³ / (E I)"
    )
    law = "bending: the outermost fibre carries the moment of the load"
    outcomes = ("holds", "breaks", "sags_little", "sags_more", "sags_so_far", "sags_otherwise")
    slots = as_needed(
        LOAD_MASS, LOAD, LINE_LOAD, PIECES, OWN_MASS, LENGTH, WIDTH, THICKNESS, DIAMETER, SIDE,
        MODULUS_OF_SECTION, SECOND_MOMENT, STRENGTH, MODULUS, SAFETY, BENDING, SAGGING,
        OWN_BENDING, *SAG.slots, HOLD, GRAVITY,
    )  # fmt: skip
    derived = ways(
        Derived("load", ("pieces", "load_mass", "gravity"),
                lambda v: v["pieces"] * v["load_mass"] * v["gravity"],
                "the weight of what it holds", natural=True),
        Derived("load", ("line_load", "length"), lambda v: v["line_load"] * v["length"],
                "the load per metre over the span"),
        Derived("width", ("side",), lambda v: v["side"], "a square section"),
        Derived("thickness", ("side",), lambda v: v["side"], "a square section, both ways"),
        Derived("section_modulus", ("width", "thickness"),
                lambda v: v["width"] * v["thickness"] ** 2 / 6, "b t² / 6", natural=True),
        Derived("section_modulus", ("diameter",), lambda v: math.pi / 32 * v["diameter"] ** 3,
                "pi d³ / 32"),
        Derived("second_moment", ("width", "thickness"),
                lambda v: v["width"] * v["thickness"] ** 3 / 12, "b t³ / 12", natural=True),
        Derived("second_moment", ("diameter",), lambda v: math.pi / 64 * v["diameter"] ** 4,
                "pi d⁴ / 64"),
    )  # fmt: skip
    _stressed = ("bending", "load", "own_bending", "own_mass", "gravity", "length",
                 "section_modulus", "safety_factor")  # fmt: skip
    formulas = (
        Formula("stress", _PASCAL, _stress, _stressed, "stress of the outermost fibre"),
        Formula("utilisation", _ONE, lambda v: _stress(v) / v["strength"],
                (*_stressed, "strength"), "stress over strength"),
        Formula("sag", _METRE, _sag, ("sagging", "load", "length", "modulus", "second_moment"),
                "sag"),
    )  # fmt: skip
    claims = (
        Claim("holds", "breaks", "utilisation", Comparison.AT_MOST, 1.0,
              "The stress is at most {} times the strength.", seen=_broken(Comparison.AT_MOST)),
        Claim("breaks", "holds", "utilisation", Comparison.AT_LEAST, 1.0,
              "The stress is at least {} times the strength.", seen=_broken(Comparison.AT_LEAST)),
    )  # fmt: skip
    limits = (SAG,)
    wishes = (
        Wish("holds", "breaks", vocabulary(
            "hold, holds, held, holding, carry, carries, carried, bear, bears, borne, withstand, "
            "withstands, "
            "survive, survives, stay intact, stays intact, remains intact, in one piece, takes, "
            "take, stays whole, holds up, not yield, without yielding, not to yield, safe, safely, "
            "strong enough, can support, stays up, copes with, sustains, sustain, stays elastic, "
            "in the elastic range, within the elastic range, elastic limit, remains elastic, "
            "bears up, endures, unbroken, stays unbroken, remains whole, supporting, stays put, "
            "unharmed, unscathed, undamaged, stays sound, comes to no harm, up to it, up to the "
            "job, "
            "stands it, puts up with, shrugs off, stand up to, stands up to, comes through, stay "
            "whole, stay in one piece")),
        Wish("breaks", "holds", vocabulary(
            "break, breaks, broken, breaking, failure, does yield, will yield, would yield, snap, "
            "snaps, snapping, snapped, yields, "
            "yielding, collapse, collapses, collapsing, crack, cracks, cracking, gives way, give "
            "way, giving way, fractures, fractured, fracture, fracturing, fails, fail, failing, "
            "shatters, shatter, bends permanently, bend permanently, bending permanently, "
            "permanently bent, bent permanently, deforms permanently, deform permanently, "
            "permanently deformed, stays bent, stay bent, remains bent, permanently bends, "
            "permanently bend, takes a set, comes down, overloaded, "
            "splits, splinters, split in two, breaks in two, bent for good, caves in, crashes "
            "down, permanent bend, permanent set, too much for, broke, snapped, gave way, cracked, "
            "breaks up, too weak, ruptures, goes snap, falls in two")),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(
            vocabulary(
                "shelf, shelves, beam, plank, planks, board, joist, girder, bar, rod, bridge, "
                "footbridge, cantilever, bench, sheet, pane, strip, ruler, slat, lintel, log, "
                "diving board, crossbar, rail, batten, rafter, tabletop, table top, worktop, "
                "balcony, mid span, midspan, simply supported, bookshelf, bookcase, lath, tube, "
                "pole, branch, broomstick, curtain rail, stick, dowel, springboard, walkway, "
                "ledge, scaffold board, scaffolding board, timber, i beam, gangplank, slab, cane, "
                "flat, "
                "skewer, twig, chopstick, gangway, planking, boards, beams, laths, yardstick, "
                "tread, "
                "stair tread, rung, purlin, duckboard, catwalk, windowsill, worktops, treads, rungs"
            ),
            vocabulary(
                "hold, holds, holding, held, support, supports, carry, carries, bear, bears, "
                "break, breaks, broken, snap, snaps, bends, bend, sag, sags, sagging, deflect, "
                "deflects, deflection, yields, yield, fail, fails, collapse, collapses, crack, "
                "cracks, give way, gives way, withstand, withstands, take, takes, survive, "
                "survives, fracture, fractures, loaded, load, supporting, shatters, strong enough, "
                "snapped, sustains, stays intact, safe, in one piece, copes with, splits, "
                "unbroken, failure, safely, overloaded, giving way, breaking, snapping, cracking, "
                "unharmed, undamaged, unscathed, too much for, stands, stand, broke, gave way, "
                "cracked, "
                "dips, dip, droops, droop, ruptures, shrugs off, too weak, up to it, stays whole, "
                "whole, elastic, carried, carrying, elastic range, borne, bearing"
            ),
        ),
        helps=vocabulary("shelf, plank, beam, mid span, middle, strength, thick, simply supported, "
                         "yield, strength of, span, both ends, books, cantilever, board"),
        units=frozenset({_PASCAL, _KG}),
        never=vocabulary(
            "buckle, buckles, buckling, axial, axially, strut, column, lengthwise, on end, "
            "upright, seesaw, see saw, crane cable, steel cable, cable rated, rope rated, chain "
            "rated, lever, pivot, pivoted, fulcrum, balance, balances, float, "
            "floats, sinks in, sinks into, sinks to, sinks under, ramp, slides, laser, ray, "
            "light, refracted, lens, pendulum, rolls, "
            "domino, spring, seesaws, crowbar, melts, boil, boils, tension, stretched, let go, "
            "evacuated, chin up, remains straight, stays straight, keeps straight, stay straight, "
            "pushed "
            "along, lengthways, endways, compression, squeezes, balanced, drops from, optical, end "
            "on"
        ),
        tolerates=("person", "change", "suspension", "force", "fluid", "vehicle", "stack",
                   "machine"),
    )  # fmt: skip
    contrary = vocabulary(
        "increasing, increases, decreasing, gradually, explodes, explode, exploding, melts, burns, "
        "vanishes, disappears, over time, until, creep, creeps, fatigue, jumps, jumping, jump, "
        "dropped on, dropped onto, drops onto, falls onto, falls on, dropped from, impact, "
        "bounces, bouncing, hammer, kicked, hits, struck, wet, rotten, knot, knots, dances, "
        "shaken, earthquake, vibrates, swing, swings, cracked already, hollow, i beam, tapered, "
        "notched, notch, glued, laminated, reinforced, teleports, runs across, karate, chop"
    )
    tolerated = frozenset({"a few", "at once", "immediately", "slowly", "barely", "year", "years",
                           "day", "days", "week", "weeks", "month", "months"})  # fmt: skip
    sights = (
        Check(name="stays_in_one_piece",
              statement="The beam is in one piece at the end of the film.",
              antonym="The beam is in two pieces at the end of the film.",
              shows=("holds",), denies=("breaks",)),
        Check(name="load_stays_up", statement="The load stays on the beam.",
              antonym="The load falls to the ground.",
              shows=("holds",), denies=("breaks",)),
    )  # fmt: skip

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Say which of the lengths is the span, the width and the thickness."""
        return {
            **beside_the_point(words, mentions),
            **place_sizes(words, mentions),
            **place_loads(words, mentions),
        }

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Take 'supports' for a verb only where nothing else is: 'between its supports'."""
        # 'It takes 40 kg to break it' takes nothing.
        plain = without(words, ("it takes", "it would take"))
        votes, turned = super()._votes(plain, limited=limited)
        if answered_no(words, self.wishes[1].said):
            votes = {"holds": None}
        if "breaks" in votes and is_rating(words, self.wishes[1].said):
            votes.pop("breaks")
        if {"holds", "breaks"} <= set(votes) and is_rating(words, self.wishes[0].said):
            votes.pop("holds")  # 'although the wood withstands 40 MPa'
        if not votes and not limited:
            said, denied = words.asserted(("supports", "support"))
            votes = {"holds": None} if said else {"breaks": None} if denied else {}
        return votes, turned

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Read 'holds at least 30 kg' as that it holds 30 kg."""
        given, more_needed = more_is_needed(words, given)
        found = super().interpret(words, given)
        if more_needed and found.wanted == "breaks":
            found = replace(found, wanted="holds")
        return at_its_bound(found, frozenset({"holds"}))

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Read how it is held and loaded, where words say so."""
        names = {p.name for p in given}
        how = arrangement(words, spread="line_load" in names)
        found = [inferred("own_bending", how.own, _ONE, how.because)]
        if how.loaded is not None:
            found.append(inferred("bending", how.bending[0], _ONE, how.because))
            found.append(inferred("sagging", how.sagging[0], _ONE, how.because))
        return tuple(found)

    def spans(self, words: Words) -> Mapping[str, Span]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        found = dict(super().spans(words))
        how = arrangement(words, spread=False)
        if how.held == "one end":
            why = "from its wall, loaded at the end or all along"
        else:
            why = "loaded in the middle or all along"
        found["bending"] = Span(min(how.bending), max(how.bending), why)
        found["sagging"] = Span(min(how.sagging), max(how.sagging), why)
        material = material_of(words)
        if material is not None:
            for name, what in (("strength", Property.STRENGTH), ("modulus", Property.MODULUS)):
                if what in material.known:
                    found[name] = span_of(material, what)
        if words.any_of(_SHELVES) is not None:
            found["width"] = Span(0.1, 0.6, "what shelves are wide")
        return found

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name masses and counts that nothing has taken: each of several loads counts."""
        names = {p.name for p in given}
        found = [*needed_behind(words, given), *denied_values(words, given)]
        found += bounded_counts(words, given)
        found += left_over(words, given, (_KG, _NEWTON))
        several = words.any_of(("each", "apiece")) is not None or several_of(words)
        if several and not names & {"pieces", "load"}:
            found.append(
                MissingParameter(
                    name="pieces", unit=_ONE, because="the goal does not say how many there are"
                )
            )
        return tuple(found)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        lines = []
        if "bending" in values and "section_modulus" in values:
            moment, section = _moment(values), values["section_modulus"]
            lines.append(
                f"M = {values['bending']:.4g} × {values['load']:.4g} N × "
                f"{values['length']:.4g} m = {moment:.4g} N m"
            )
            if "width" in values and "thickness" in values:
                lines.append(
                    f"W = {values['width']:.4g} m × ({values['thickness']:.4g} m)² / 6 = "
                    f"{section:.4g} m³"
                )
            line = f"sigma = M / W = {moment / section / 1e6:.4g} MPa"
            if "strength" in values:
                line += f", strength {values['strength'] / 1e6:.4g} MPa"
            lines.append(line)
        if {"modulus", "second_moment", "sagging"} <= set(values):
            lines.append(
                f"delta = {values['sagging']:.4g} F L³ / (E I) = {say(_sag(values), _METRE)}"
            )
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build the loaded beam; see the protocol."""
        require_complete(scenario)
        values = values_of(scenario)
        words = Words.of(scenario.intent.text)
        how = arrangement(words, spread="line_load" in values)
        depth = values.get("thickness", values.get("diameter", 0.03 * values["length"]))
        inertia = values.get("second_moment", values.get("section_modulus", 0.0) * depth / 2)
        spread = how.loaded == "spread" or (
            how.loaded is None and abs(values.get("bending", 0.0) - how.bending[1]) < 1e-9
        )
        model = Model(
            length_m=values["length"],
            stiffness_n_m2=values.get("modulus", _modulus(words)) * inertia,
            held=how.held,
            spread=spread,
            load_n=values["load"],
        )
        breaks = False
        if "strength" in values:
            fibre = float(abs(solve_beam(model).moments_n_m).max()) * depth / 2 / inertia
            breaks = fibre * values["safety_factor"] > values["strength"]
        return beam_scene(model, thickness_m=depth, breaks=breaks, gravity=values["gravity"])


def _modulus(words: Words) -> float:
    """Give a modulus to draw a beam by where its strength alone is asked for."""
    material = material_of(words)
    return middle_of(span_of(material, Property.MODULUS))[0] if material else _OF_WOOD


_OF_WOOD: Final = 1e10
_SHELVES: Final = vocabulary("shelf, shelves, bookshelf, bookcase")
