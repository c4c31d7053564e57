"""A vehicle in a hard turn rolls over, skids, or keeps to its line.

Equation
    rolls iff min(v² / (r g), mu) > SSF;  SSF = track / (2 h)
Source
    T. D. Gillespie, Fundamentals of Vehicle Dynamics (SAE 1992), ch. 9; NHTSA's static stability
    factor.
Domain of validity
    Level road, steady turn, rigid vehicle without suspension travel, no kerb or soft shoulder to
    trip it: the tyres can push sideways by friction at most.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.claims import Claim, Derived, Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.completion import MASS
from storyworld.physics.dry_friction import KINETIC, g_mentions, in_g, no_friction
from storyworld.physics.family import Slot
from storyworld.physics.fast_motion import pace
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.hearing import heard
from storyworld.physics.motion import integrate, poses
from storyworld.physics.nearby import ways
from storyworld.physics.scene import Body, Box, Path, Scene
from storyworld.physics.scenery import BLOCK, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.spans import Span
from storyworld.physics.sweeping import Sweeping
from storyworld.physics.turning_laws import (
    DIAMETER,
    ENGINE,
    LATERAL,
    OF_DIAMETER,
    OF_SPEED,
    RADIUS,
    SPEED,
    TYRES,
    more_than_tyres,
)
from storyworld.physics.turning_words import (
    CONTRARY,
    MOST,
    NOTHING,
    OVERTURNS,
    ROLL_NOUNS,
    ROLL_WORDS,
    SKIDS,
    TOLERATED,
    TRACKS,
    TURNS,
    UPRIGHT,
    VEHICLES,
)
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Prediction, Scenario

_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED
_NEEDS: Final = ("stability", "friction", "lateral_acceleration", "gravity")
_UPRIGHT_DEG: Final = 5.0
_ROLLED_DEG: Final = 45.0
_LIES_RAD: Final = math.pi / 2
_CG_WORDS: Final = (
    "cg, cog, com, cg height, cog height, com height, c g, h cg, hcg, h com, h, cg at, cg of, "
    "centre of gravity, center of gravity, centre of mass, center of mass, gravity centre, "
    "centre of gravity at, center of gravity at, centre of mass at, center of mass at, "
    "centre of gravity height, center of gravity height, centre of mass height, "
    "center of mass height, height of the centre of gravity, height of the center of gravity, "
    "centre of gravity is, center of gravity is, mass centre, mass center, cg sits, cg is, "
    "height of centre of gravity, height of center of gravity, centre of gravity sits, "
    "center of gravity sits, centre of gravity lies, center of gravity lies, "
    "centre of gravity of, center of gravity of, centre of mass of, center of mass of, "
    "centroid, centre of gravity height of, center of gravity height of"
)
_TRACK_WIDTH: Final = frozenset({"tracks", "stable"})
TRACK: Final = Slot(
    "track", Unit.METRE, "track width", 0.02, 20.0,
    before=vocabulary("track, track width, track width of, track of, wheel track, wheel track of, "
                      "track is, wheels apart, width between the wheels, tread, tread width, t, "
                      "track gauge, gauge, gauge of, wheelbase width, wheel spacing, axle width, "
                      "wheel spacing of, distance between the wheels, width"),
    after=vocabulary("track, track width, wide track, wheel track, between the wheels, apart, "
                     "between its wheels, between left and right wheels, gauge, tread, "
                     "wheel spacing, wide, between the left and right wheels"),
    because="whether a vehicle rolls over turns on its track width",
)  # fmt: skip
CG: Final = Slot(
    "cg_height", Unit.METRE, "height of the centre of gravity", 0.01, 20.0,
    before=vocabulary(_CG_WORDS),
    after=vocabulary("cg, cg height, cog, com, up, high, above the road, above the ground, "
                     "centre of gravity, center of gravity, centre of mass, center of mass, "
                     "high cg, high centre of gravity, high center of gravity, above the tarmac, "
                     "above the asphalt, off the ground, above ground, above the surface, "
                     "centre of gravity height, center of gravity height, cog height, "
                     "above the pavement, tall centre of gravity, off the road"),
    because="whether a vehicle rolls over turns on the height of its centre of gravity",
)  # fmt: skip
STABILITY: Final = Slot(
    "stability", Unit.ONE, "static stability factor", 0.01, 20.0,
    before=vocabulary("ssf, ssf of, static stability factor, static stability factor of, "
                      "stability factor, stability factor of, rollover threshold of, "
                      "rollover threshold"),
    after=vocabulary("static stability factor, ssf"),
    because="whether a vehicle rolls over turns on its track and its centre of gravity",
)  # fmt: skip


def _sideways(v: Mapping[str, float]) -> float:
    """Give the lateral acceleration that the tyres take up, in g."""
    return min(v["lateral_acceleration"] / v["gravity"], v["friction"])


def _excess(v: Mapping[str, float]) -> float:
    return _sideways(v) - v["stability"]


def _slack(v: Mapping[str, float]) -> float:
    return v["friction"] - v["lateral_acceleration"] / v["gravity"]


def _roll_speed(v: Mapping[str, float]) -> float:
    return math.sqrt(v["stability"] * v["gravity"] * v["radius"])


def _tilt(comparison: Comparison) -> Seen:
    limit = _UPRIGHT_DEG if comparison is Comparison.AT_MOST else _ROLLED_DEG
    return Seen(Measure.TILT, Unit.DEGREE, ("vehicle",), comparison, limit,
                "By how much does the vehicle turn over?", scale_free=True)  # fmt: skip


ROLL_SPEED: Final = Limit(
    "roll_speed", Unit.METRE_PER_SECOND, "speed at which it would roll over", 0.01, 1000.0,
    says="With grip enough it begins to roll over at",
    at_most=("rolls_by", "upright_until"), at_least=("upright_until", "rolls_by"),
    within=("rolls_at", "rolls_elsewhere"),
    before=vocabulary("begins to roll at, starts to roll at, begins to tip at, starts to tip at, "
                      "begins to roll over at, starts to roll over at, rollover speed, "
                      "rollover speed of, tips at, rollover begins at, tipping speed"),
)  # fmt: skip


class Rollover(Sweeping):
    """A vehicle in a turn rolls over, skids, or keeps to its line."""

    name = "rollover"
    purpose = "a vehicle in a hard turn rolls over, or stays upright"
    domain = Domain.VEHICLE_DYNAMICS
    equation = "it rolls if min(v² / (r g), mu) > SSF;  SSF = track / (2 h)"
    law = "moments about the outer wheels: gravity against the sideways force of the tyres"
    outcomes = (
        "upright", "rolls", "tracks", "skids", "rolls_by", "upright_until", "rolls_at",
        "rolls_elsewhere",
    )  # fmt: skip
    slots = (
        SPEED, RADIUS, TRACK, CG, TYRES, DIAMETER, STABILITY, LATERAL, *ROLL_SPEED.slots, KINETIC,
        MASS, ENGINE, GRAVITY,
    )  # fmt: skip
    derived = (
        OF_DIAMETER,
        *ways(Derived("stability", ("track", "cg_height"),
                lambda v: v["track"] / (2 * v["cg_height"]),
                "half the track over the height of the centre of gravity", natural=True)),
        OF_SPEED,
    )  # fmt: skip
    formulas = (
        Formula("roll_excess", Unit.ONE, _excess, _NEEDS,
                "sideways force in weights beyond what tips it"),
        Formula("grip_slack", Unit.ONE, _slack, ("friction", "lateral_acceleration", "gravity"),
                "grip in hand, in weights"),
        Formula("sideways_force", Unit.ONE, _sideways,
                ("friction", "lateral_acceleration", "gravity"), "sideways force in weights"),
        Formula("roll_speed", Unit.METRE_PER_SECOND, _roll_speed,
                ("stability", "gravity", "radius"), "speed at which it would roll over"),
    )  # fmt: skip
    claims = (
        Claim("upright", "rolls", "roll_excess", Comparison.AT_MOST, 0.0,
              "The sideways force does not tip the vehicle.", seen=_tilt(Comparison.AT_MOST)),
        Claim("rolls", "upright", "roll_excess", Comparison.AT_LEAST, 0.0,
              "The sideways force tips the vehicle.", seen=_tilt(Comparison.AT_LEAST)),
        Claim("tracks", "skids", "grip_slack", Comparison.AT_LEAST, 0.0,
              "The tyres can give the lateral acceleration of the curve."),
        Claim("skids", "tracks", "grip_slack", Comparison.AT_MOST, 0.0,
              "The curve asks for more lateral acceleration than the tyres can give."),
    )  # fmt: skip
    limits = (ROLL_SPEED,)
    wishes = (
        Wish("rolls", "upright", OVERTURNS, turns=True),
        Wish("upright", "rolls", UPRIGHT),
        Wish("skids", "tracks", SKIDS),
        Wish("tracks", "skids", tuple(p for p in TRACKS if p not in _TRACK_WIDTH)),
    )
    seen_without_numbers = True
    driven = (SPEED.name, LATERAL.name)
    speaks = Speaks(
        all_of=(
            (*VEHICLES, "track", "ssf"),
            ROLL_WORDS,
            (*(t for t in TURNS if t not in {"bank", "banking", "banked"}),
             *vocabulary("lateral, lateral acceleration, sideways acceleration, slalom, "
                         "lane change, speed, mu, friction, track width")),
        ),
        helps=vocabulary("track, track width, cg, centre of gravity, center of gravity, "
                         "centre of mass, center of mass, rolls over, roll, rollover, rolling, "
                         "tip, tips, overturn, ssf, static stability factor, suv"),
        units=frozenset({Unit.METRE_PER_SECOND, Unit.METRE}),
        never=vocabulary("ramp, incline, bank angle, banked, crate, box, truck bed, kerb, curb, "
                         "trips, tripped, soft shoulder, loop, without slipping, hoop, cylinder, "
                         "ball, marble, sphere, disc, disk, domino, dominoes, pushed, shoved, "
                         "filing cabinet, wardrobe, bottle, stationary, parked, standing still, "
                         "thrown, throws, projectile, pendulum, pulley, crane, glued, explodes"),
        tolerates=("vehicle", "person", "rolling", "force", "machine", "suspension", "flight",
                   "change", "fluid"),
    )  # fmt: skip
    tolerated = TOLERATED
    deniable = ("rollover",)
    understood = frozenset({"takes", "goes", "drives", "turns", "rounds", "corners", "enters"})
    contrary = (*CONTRARY, *vocabulary("bicycle leans, leans in, leans into, suspension travel"))
    sights = (
        Check(
            name="stays_on_its_wheels",
            statement="The vehicle stays upright to the end.",
            antonym="The vehicle tips over onto its side.",
            shows=("upright",),
            denies=("rolls",),
        ),
        Check(
            name="stays_in_place",
            statement="The vehicle does not slide sideways over the road.",
            antonym="The vehicle slides sideways over the road.",
            shows=("tracks",),
            denies=("skids",),
        ),
    )

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Take a vehicle that overturns for its own, though 'over' is a word of throws too."""
        likely = super().affinity(words, units)
        spoken = likely > 0 and words.any_of(OVERTURNS) is not None
        return min(0.97, likely + 0.15) if spoken else likely

    def spans(self, words: Words) -> Mapping[str, Span]:
        """Tyres grip with anything from ice to slicks; a turn may be taken at any speed."""
        return {
            **super().spans(words),
            "friction": Span(0.0, 1.8, "tyres from glare ice to racing slicks"),
            "speed": Span(0.1, 120.0, "any speed"),
            "radius": Span(3.0, 3000.0, "any curve of a road"),
        }

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """See :class:`storyworld.physics.family.Family`."""
        # The 4 of a 4x4 is no number.
        named = {n: "" for n, m in enumerate(mentions) if m.parts > 1 and m.written is None}
        return {**g_mentions(words, mentions), **named}

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        return (*no_friction(words, given), *in_g(words, "lateral_acceleration", given))

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        return more_than_tyres(words, given)

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Add that it stays upright to what a goal of keeping to the line or of skidding asks."""
        asked = super().ask(wanted, given)
        if wanted in {"tracks", "skids"}:
            return (*asked, *(c for c in self.claims if c.outcome == "upright"))
        return asked

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Put together what is said of skidding and of rolling."""
        if limited and words.any_of((*MOST, "without")) is not None:
            return {}, False
        votes, turned = heard(
            words, self.wishes, limited=limited, aside=(*ROLL_NOUNS, *NOTHING)
        )  # fmt: skip
        said = set(votes)
        if said in ({"upright", "tracks"}, {"upright", "skids"}):
            votes.pop("upright")
        if said == {"rolls", "tracks"}:
            votes.pop("tracks")
        return votes, turned

    def solve(self, scenario: Scenario) -> Prediction:
        """See :class:`storyworld.physics.family.Family`; rolling comes before skidding."""
        prediction = super().solve(scenario)
        if prediction.outcome in ("tracks", "skids") and _excess(values_of(scenario)) > 0:
            return prediction.revised(outcome="rolls")
        return prediction

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        lines = []
        if "track" in values and "cg_height" in values:
            lines.append(f"SSF = {values['track']:.3g} m / (2 × {values['cg_height']:.3g} m) = "
                         f"{values['stability']:.3g}")  # fmt: skip
        if "lateral_acceleration" in values and "friction" in values:
            asked = values["lateral_acceleration"] / values["gravity"]
            lines.append(
                f"the turn asks for v² / (r g) = {asked:.3g}, the tyres give "
                f"mu = {values['friction']:.3g} at most: "
                f"{_sideways(values):.3g} against SSF {values['stability']:.3g}"
            )
        if "radius" in values:
            lines.append(f"with grip enough it rolls at "
                         f"{say(_roll_speed(values), Unit.METRE_PER_SECOND)}")  # fmt: skip
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a view from behind, in the vehicle's own frame: the turn pulls outward.

        The vehicle is a block as wide as its track and twice as high as its centre of gravity.
        It turns about its outer wheels by the moments on it, or slides by what the tyres lack;
        one that does both is filmed along with its outer wheels.
        """
        require_complete(scenario)
        values = values_of(scenario)
        width = values.get("track", 1.5)
        high = values.get("cg_height", width / (2 * values["stability"]))
        g = values["gravity"]
        asked = values.get("lateral_acceleration", 0.9 * g * values["stability"])
        grip = values.get("friction", 1.0)
        tipping = min(asked, grip * g) * high - g * width / 2
        lack = max(0.0, asked - grip * g) if tipping <= 0 else 0.0
        size = max(width, 2 * high)
        road_m = 1.5 * size
        inertia = (width**2 + 4 * high**2) / 12 + (width / 2) ** 2 + high**2
        rolling_s = math.sqrt(math.pi * inertia / tipping) if tipping > 0 else math.inf
        sliding_s = math.sqrt(2 * road_m / lack) if lack > 0 else math.inf
        life_s = min(rolling_s if tipping > 0 else sliding_s, 600.0)
        life_s = 3.0 if tipping <= 0 and lack <= 0 else life_s
        faster = pace(life_s)
        vehicle = Body(
            name="vehicle", role=BodyRole.MOVING, shape=Box(width, 2 * high), colour=BLOCK,
            x_m=-width / 2, y_m=high,
            path=_path(width, high, (g, min(asked, grip * g), lack), road_m, faster),
        )  # fmt: skip
        slab_m = 0.12 * size
        return Scene(
            bodies=(ground(-4 * size, 6 * size, slab_m), vehicle),
            gravity_m_s2=g,
            duration_s=max(1.5, life_s / faster + 0.5),
            x_min_m=-width - 0.4 * size,
            x_max_m=road_m + 2 * high + 0.3 * size,
            y_min_m=-slab_m,
            y_max_m=math.hypot(width, 2 * high) + 0.1 * size,
            scale_bar_m=scale_bar_m(3.5 * size),
        )


def _path(
    width: float, high: float, pulls: tuple[float, float, float], road_m: float, faster: float
) -> Path:
    """Give the motion of the vehicle in its own frame: the outer wheels slide, the body turns.

    `pulls` are gravity, the lateral acceleration the tyres take up, and what they lack.
    """
    g, sideways, lack = pulls
    reach = math.hypot(width / 2, high)
    start = math.atan2(high, width / 2)
    inertia = (width**2 + 4 * high**2) / 12 + reach**2

    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float, float, float]:
        at = start + float(y[0])
        moment = sideways * reach * math.sin(at) - g * reach * math.cos(at)
        turning = moment / inertia if float(y[0]) > 0 or moment > 0 else 0.0
        return float(y[1]), turning, float(y[3]), lack

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        states = integrate(
            rates, (0.0, 0.0, 0.0, 0.0), times_s * faster,
            until=lambda _t, y: max(float(y[0]) / _LIES_RAD, float(y[2]) / road_m) - 1.0,
        )  # fmt: skip
        turned, slid = states[:, 0], states[:, 2]
        at = math.pi - start - turned
        return poses(slid + reach * np.cos(at), reach * np.sin(at), -turned, times_s)

    return path
