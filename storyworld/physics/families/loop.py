"""Loop-the-loop: a body stays on the track all the way round, or falls off.

Equation
    v_top² = v_0² + 2 g (h - 2 R) / (1 + b),  and it stays on if v_top² >= g R: from rest
    h >= (2 + (1 + b) / 2) R, which is 2.5 R for what slides and 2.7 R for a solid sphere
Source
    OpenStax, University Physics vol. 1, sections 8.3 (conservation of energy), 6.3 (centripetal
    force) and 11.1 (rolling); b = I / (m r²): 2/5 solid sphere, 1/2 disc, 2/3 shell, 1 hoop.
Domain of validity
    No losses; the body is small beside the loop and runs on its inside, without slipping if it
    rolls; heights are above the loop's lowest point.
"""

import math
from collections.abc import Iterator, Mapping
from typing import Final

from storyworld.physics.claims import Claim, Derived, Formula, Seen
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import MASS, inferred
from storyworld.physics.constructions import PARTWAY
from storyworld.physics.family import Interpretation
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.leftover import only_bounded
from storyworld.physics.loop_checks import LOOP_CHECKS
from storyworld.physics.loop_claims import OFF, ROUND, gets_round
from storyworld.physics.loop_motion import OUT, STEEP, Run, start_of
from storyworld.physics.loop_words import (
    ABOVE_TOP,
    DIAMETER,
    DIAMETERS,
    ENTRY,
    HEIGHT,
    IDLE,
    INERTIA,
    RADII_ABOVE,
    RADIUS,
    RATIO,
    ROLLERS,
    SPEAKS,
    TOP_SPEED,
    WISHES,
)
from storyworld.physics.masking import without
from storyworld.physics.nearby import after, before
from storyworld.physics.reach import kind_of
from storyworld.physics.scene import Body, Box, Disc, Scene, Shape
from storyworld.physics.scenery import BALL, WALL, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Measure, Scenario

_PIECES: Final = 36
_ROLLS: Final = vocabulary("rolls, roll, rolling, rolled, without slipping")
_SLIDES: Final = vocabulary(
    "slides, slide, sliding, slider, slid, frictionless, friction free, no friction, zero "
    "friction, without friction, friction is negligible, negligible friction, cart, car, coaster, "
    "glider, skater, puck, block, bead, skateboarder, skier, train, trolley, cube, ice, sled, "
    "wagon, icy, lossless, smooth track, carriage, cars, rider, bobsled, skateboard, sledge, box, "
    "brick, hot wheels, frictionlessly, cyclist, biker, bike"
)
_SPHERES: Final = vocabulary("ball, sphere, marble, bearing")
_LOSSES: Final = vocabulary(
    "rough track, rough loop, drag, with friction, coefficient of friction, friction coefficient, "
    "friction of, loses energy, energy loss, energy losses, of its energy, air resistance, is "
    "braked, brakes, friction on the track, some friction, due to friction, to friction"
)
_LOSSLESS: Final = vocabulary(
    "frictionless, no friction, zero friction, ignore, ignoring, neglect, neglecting, neglected, "
    "negligible, ignored, lossless, without losses, no losses"
)
_LOW: Final = frozenset(
    {"bottom", "enters", "enter", "entering", "entry", "entrance", "foot", "lowest", "into", "in",
     "base"}
)  # fmt: skip
_HIGH: Final = frozenset({"top", "summit", "crest", "apex", "highest", "crown", "upside"})
_SIZES: Final = frozenset({"tall", "high", "across", "wide", "diameter", "height"})
_HANDY: Final = (
    ("thrice the radius", 3.0), ("twice the radius", 2.0), ("double the radius", 2.0),
    ("twice its radius", 2.0), ("as high as the loop", 2.0), ("same height as the loop", 2.0),
    ("height of the loop's top", 2.0), ("level with the top", 2.0),
    ("same height as the top", 2.0), ("one diameter", 2.0), ("the height of the top", 2.0),
    ("twice the diameter", 4.0), ("twice as high as the loop", 4.0), ("equal to the diameter", 2.0),
    ("twice the loop radius", 2.0), ("twice the height of the loop", 4.0), ("one radius", 1.0),
    ("level with the center", 1.0), ("level with the centre", 1.0),
    ("height of the top of the loop", 2.0), ("twice the loop's radius", 2.0),
    ("twice the loop height", 4.0), ("three loop radii", 3.0), ("two loop radii", 2.0),
)  # fmt: skip


def top_ratio(ratio: float, inertia: float, entry: float = 0.0) -> float:
    """Give v_top² / (g R) from height and entry energy v_0² / (g R); at least 1 stays on."""
    return entry + 2 * (ratio - 2) / (1 + inertia)


def _entry(v: Mapping[str, float]) -> float:
    return v["entry_speed"] ** 2 / (v["gravity"] * v["radius"])


def _pushed_ratio(v: Mapping[str, float]) -> float:
    return top_ratio(v["ratio"], v["inertia"], _entry(v))


def _top_speed(v: Mapping[str, float]) -> float:
    ratio = top_ratio(v["ratio"], v["inertia"], _entry(v) if "entry_speed" in v else 0.0)
    return math.sqrt(max(0.0, ratio) * v["gravity"] * v["radius"])


def _side_m(v: Mapping[str, float]) -> float:
    """Give how far to the right a body is that has come through, from where it started."""
    x, y = start_of(v["ratio"], pushed=v.get("entry_speed", 0.0) > 0)
    return v.get("radius", 1.0) * math.hypot(OUT - 0.5 - x, y)


def _seen(comparison: Comparison) -> Seen:
    return Seen(
        Measure.DISPLACEMENT, Unit.METRE, ("body",), comparison, _side_m,
        "How far from its start does the body get, beyond the loop?",
    )  # fmt: skip


class Loop(ClosedForm):
    """A body goes round a loop in contact with it, or falls off."""

    name = "loop"
    purpose = "a body stays on the track of a loop all the way round, or falls off"
    domain = Domain.ENERGY
    equation = "v_top² = v₀² + 2 g (h − 2 R)/(1 + b) ≥ g R;  from rest h ≥ (2 + (1 + b)/2) R"
    law = "conservation of energy, and the centripetal force at the top of the loop"
    outcomes = (
        "completes", "detaches", "fails", "passes_the_side", "falls_back", "slow_on_top",
        "fast_on_top", "fast_enough", "too_slow", "as_fast", "other_speed",
    )  # fmt: skip
    slots = (
        RADIUS, DIAMETER, HEIGHT, ABOVE_TOP, RATIO, RADII_ABOVE, DIAMETERS, ENTRY, INERTIA,
        *TOP_SPEED.slots, MASS, GRAVITY,
    )  # fmt: skip
    derived = (
        Derived("radius", ("diameter",), lambda v: v["diameter"] / 2 if "diameter" in v
                else v["radius"], "half the diameter"),
        Derived("ratio", ("diameters",), lambda v: 2 * v["diameters"] if "diameters" in v
                else v["ratio"], "a diameter is two radii"),
        Derived("ratio", ("radii_above",), lambda v: 2 + v["radii_above"] if "radii_above" in v
                else v["ratio"], "the top is two radii above the bottom"),
        Derived("ratio", ("above_top", "radius"),
                lambda v: 2 + v["above_top"] / v["radius"] if "above_top" in v else v["ratio"],
                "the top is two radii up"),
        Derived("ratio", ("height", "radius"),
                lambda v: v["height"] / v["radius"] if "height" in v else v["ratio"],
                "height by radius", natural=True),
    )  # fmt: skip
    formulas = (
        Formula(
            "top_ratio", Unit.ONE, lambda v: top_ratio(v["ratio"], v["inertia"]),
            ("ratio", "inertia"), "speed squared at the top, by g R",
        ),
        Formula(
            "pushed_top_ratio", Unit.ONE, _pushed_ratio,
            ("ratio", "inertia", "entry_speed", "radius", "gravity"),
            "speed squared at the top, by g R",
        ),
        Formula("side_ratio", Unit.ONE, lambda v: v["ratio"] - 1, ("ratio",),
                "height over the loop's centre, in radii"),
        Formula(
            "pushed_side_ratio", Unit.ONE,
            lambda v: v["ratio"] - 1 + (1 + v["inertia"]) * _entry(v) / 2,
            ("ratio", "inertia", "entry_speed", "radius", "gravity"),
            "height it could reach over the loop's centre, in radii",
        ),
        Formula("top_speed", Unit.METRE_PER_SECOND, _top_speed,
                ("ratio", "inertia", "radius", "gravity"), "speed at the top"),
    )  # fmt: skip
    claims = (
        Claim("completes", "detaches", "top_ratio", Comparison.AT_LEAST, 1.0,
              "At the top v² is at least {} g R: the track still presses on it.",
              seen=_seen(Comparison.AT_LEAST)),
        Claim("fails", "completes", "top_ratio", Comparison.AT_MOST, 1.0,
              "At the top v² would be at most {} g R: it does not get round on the track.",
              seen=_seen(Comparison.AT_MOST)),
        Claim("detaches", "completes", "top_ratio", Comparison.AT_MOST, 1.0,
              "At the top v² would be at most {} g R: it leaves the track.",
              seen=_seen(Comparison.AT_MOST)),
        Claim("passes_the_side", "falls_back", "side_ratio", Comparison.AT_LEAST, 0.0,
              "It gets beyond the height of the loop's centre, where it can fall off."),
    )  # fmt: skip
    limits = (TOP_SPEED,)
    wishes = WISHES
    speaks = SPEAKS
    tolerated = frozenset({"twice", "upside down", "in the air", "ceiling"})
    contrary = PARTWAY + vocabulary(
        "seat belt, weightless at, g force, g forces, gs, times its "
        "weight, normal force, apparent weight, press, presses on, "
        "clothoid, wind, gust, gusts, headwind, tailwind, sail"
    )
    sights = LOOP_CHECKS

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Let an engine that is off be; see the protocol."""
        return super().affinity(without(words, IDLE), units)

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Tell the loop's size from the start's height, and the speeds below from those on top."""
        found: dict[int, str] = {}
        for index, mention in enumerate(mentions):
            ahead, behind = before(words, mentions, index), after(words, mentions, index)
            near = {*ahead[-4:], *behind[:3]}
            if mention.quantity.unit is Unit.METRE_PER_SECOND:
                if near & _LOW and not near & _HIGH:
                    found[index] = "entry_speed"
                elif mention.firm and "top" in words and not near & _LOW:
                    found[index] = f"top_speed_{kind_of(mention)}"
            elif mention.quantity.unit is Unit.METRE:
                if behind[:2] == ("in", "radius"):
                    found[index] = "radius"
                    continue
                if _SIZES & {*behind[:1]} and "loop" in {*ahead[-3:], *behind[1:3]}:
                    found[index] = "diameter"
        return found

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Take the least speed that is said for the speed, where all faster ones get round too."""
        fastest = {p.name: p.bound for p in given}.get("entry_speed")
        votes, _ = self._votes(words, limited=False)
        worst = Comparison.AT_LEAST if set(votes) == {"completes"} else Comparison.AT_MOST
        if fastest is worst and len(votes) == 1:
            given = tuple(p.revised(bound=None) if p.name == "entry_speed" else p for p in given)
        return super().interpret(words, given)

    def _heard(self) -> Iterator[str]:
        """Hear denials of constructions too; see the protocol."""
        yield from super()._heard()
        for construction in (*ROUND, *OFF):
            yield from construction.verbs

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Hear whether it gets round from verbs and what belongs to them; see the protocol."""
        votes, turned = super()._votes(words, limited=limited)
        rounds, off = gets_round(words)
        if len(votes) > 1 or not votes:
            failing = "fails" if "fails" in votes and "detaches" not in votes else "detaches"
            if set(votes) == {"fails", "detaches"} or (off and not rounds):
                votes = {failing: None}
            elif rounds and not off and not (limited and not votes):
                votes = {"completes": None}
        elif off and "completes" in votes:
            votes["fails"] = None
        return votes, turned

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Ask a body that is pushed by its speed too, and what falls off to have got so far."""
        found = list(super().ask(wanted, given))
        if wanted == "detaches":
            found += [c for c in self.claims if c.outcome == "passes_the_side"]
        if "entry_speed" in given:
            return tuple(
                c if c.quantity == "top_speed" else _with_push(c) for c in found
            )  # fmt: skip
        return tuple(found)

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """Take what rolls or slides, and heights in words, from the text."""
        names = {p.name for p in given}
        found = []
        inertia = _inertia(words)
        if inertia is not None and "inertia" not in names:
            found.append(inferred("inertia", inertia[0], Unit.ONE, inertia[1]))
        heights = {"height", "above_top", "ratio", "diameters", "radii_above"}
        if not heights & names:
            said = next(((p, r) for p, r in _HANDY if p in words), None)
            if said is not None:
                found.append(inferred("ratio", said[1], Unit.ONE, f"the goal says '{said[0]}'"))
            elif "entry_speed" in names:
                because = "a speed with no height is that at the bottom of the loop"
                found.append(inferred("ratio", 0.0, Unit.ONE, because))
        return tuple(found)

    def unsettled(
        self,
        words: Words,
        given: tuple[Parameter, ...],
    ) -> tuple[MissingParameter, ...]:
        """Ask how much energy is lost where a goal speaks of losses."""
        said = words.asserted(_LOSSES)[0] or words.asserted(("air resistance",))[0]
        if said and words.any_of(_LOSSLESS) is None:
            because = "the goal speaks of losses on the way, and not how much they take"
            return (MissingParameter(name="energy_loss", unit=Unit.JOULE, because=because),)
        return tuple(only_bounded(self.slots, given))

    def spans(self, words: Words) -> Mapping[str, Span]:
        """Let what nothing is said of slide or roll."""
        rolls, named = words.any_of(_ROLLS) is not None, _round(words)
        ball = words.any_of(_SPHERES) is not None or named is not None
        most = named[0] if named is not None else 2 / 3 if ball or rolls else 0.4
        least = 0.4 if rolls else 0.0
        shape = (min(least, most), most)
        return {**super().spans(words), "inertia": Span(*shape, "whether and what rolls")}

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        if "ratio" not in values or "inertia" not in values:
            return ()
        h, b = values["ratio"], values["inertia"]
        if "entry_speed" in values and "radius" in values:
            v0, r, g = values["entry_speed"], values["radius"], values["gravity"]
            said = f"({v0:.4g} m/s)²/({g:.4g} m/s² × {r:.4g} m) + 2 ({h:.4g} − 2)/(1 + {b:.3g})"
            return (f"v_top²/(g R) = {said} = {top_ratio(h, b, _entry(values)):.3g}",)
        least = 2 + (1 + b) / 2
        return (
            f"v_top²/(g R) = 2 ({h:.4g} − 2)/(1 + {b:.3g}) = {top_ratio(h, b):.3g}",
            f"from rest it needs h ≥ {least:.3g} R and starts at {h:.4g} R",
        )

    def stage(self, scenario: Scenario) -> Scene:
        """Build ramp and loop with a body that runs by its equation of motion; see the protocol."""
        require_complete(scenario)
        values = values_of(scenario)
        radius, g = values.get("radius", 1.0), values["gravity"]
        ratio, b = values["ratio"], values["inertia"]
        v0 = values.get("entry_speed", 0.0)
        run = Run(radius, g, b, ratio, v0)
        x0, y0 = (radius * c for c in start_of(ratio, pushed=v0 > 0))
        size, thick = 0.1 * radius, 0.03 * radius
        shape: Shape = Disc(size) if b > 0 else Box(2.4 * size, 1.6 * size)
        lift = size if b > 0 else 0.8 * size
        slope = -STEEP if y0 > 0 else 0.0
        body = Body("body", BodyRole.MOVING, shape, BALL, x0, y0, slope, path=run.path)
        left, right = x0 - 3 * size, (OUT + 0.3) * radius
        bodies = [ground(left - radius, 9 * radius, 0.1 * radius, -lift)]
        if y0 > 0:
            off = lift + thick / 2
            foot = x0 + y0 / math.tan(STEEP)
            bodies.append(
                Body("ramp", BodyRole.MARK, Box(y0 / math.sin(STEEP), thick), WALL,
                     (x0 + foot) / 2 - off * math.sin(STEEP), y0 / 2 - off * math.cos(STEEP),
                     -STEEP)
            )  # fmt: skip
        return Scene(
            bodies=(*bodies, *_ring(radius, lift + thick / 2, thick), body),
            gravity_m_s2=g,
            duration_s=run.seconds(),
            x_min_m=left,
            x_max_m=right,
            y_min_m=-lift - 0.1 * radius,
            y_max_m=max(2 * radius, y0) + 4 * size,
            scale_bar_m=scale_bar_m(right - left),
        )


def _with_push(claim: Claim) -> Claim:
    return Claim(
        claim.outcome, claim.otherwise, f"pushed_{claim.quantity}", claim.comparison,
        claim.threshold, claim.statement, claim.tolerance, claim.seen,
    )  # fmt: skip


def _ring(radius: float, off: float, thick: float) -> tuple[Body, ...]:
    """Give the loop as short straight pieces, `off` outside the body's way."""
    outer = radius + off
    long_m = 2 * outer * math.tan(math.pi / _PIECES) * 1.03
    found = []
    for piece in range(_PIECES):
        turned = 2 * math.pi * (piece + 0.5) / _PIECES
        x, y = outer * math.sin(turned), radius - outer * math.cos(turned)
        # Shades that an observer tells apart, and people do not.
        shade = (0, 150 - piece, 70 + piece)
        found.append(
            Body(f"loop_{piece + 1}", BodyRole.MARK, Box(long_m, thick), shade, x, y, turned)
        )
    return tuple(found)


def _inertia(words: Words) -> tuple[float, str] | None:
    """Give I / (m r²) of what the words let roll or slide; None where they leave it open."""
    slides = words.any_of(_SLIDES) is not None
    if "without slipping" in words or (words.asserted(_ROLLS)[0] and not slides):
        return _round(words)
    if slides:
        return 0.0, "what slides, or rolls on light wheels, has no energy in spinning"
    return None


def _round(words: Words) -> tuple[float, str] | None:
    """Give I / (m r²) of the round body that a text names."""
    return next(((b, why) for b, why, said in ROLLERS if words.any_of(said) is not None), None)
