"""A load on a vehicle that speeds up or brakes: it holds by friction, or slides.

Equation
    it holds iff a <= mu_s g;  a = |v - v0| / t or |v² - v0²| / (2 d) where those are given
Source
    OpenStax, University Physics vol. 1, section 6.2 (friction).
Domain of validity
    Level road, straight on, an untied load that nothing but friction holds and that does not
    tip; a steady acceleration.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.claims import Claim, Derived, Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.completion import MASS
from storyworld.physics.dry_friction import (
    KINETIC,
    friction_slot,
    g_mentions,
    in_g,
    no_friction,
)
from storyworld.physics.family import Slot
from storyworld.physics.fast_motion import pace
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.hearing import bounded_twice, heard, limits_alone
from storyworld.physics.load_words import (
    CHANGES,
    CONTRARY,
    HELPS,
    LOADS,
    MOST,
    MOVES,
    NEVER,
    NOTHING,
    OF_THE_LOAD,
    STAYS,
    VEHICLES,
)
from storyworld.physics.motion import integrate, poses
from storyworld.physics.nearby import ways
from storyworld.physics.scene import Body, Box, Disc, Path, Scene
from storyworld.physics.scenery import BLOCK, GROUND, RAMP, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.sweeping import Sweeping
from storyworld.physics.wording import say
from storyworld.reading.quantities import Change, Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Question, Scenario

_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED
_SPEED: Final = Unit.METRE_PER_SECOND
_BED_M: Final = 6.0
_LOAD_M: Final = 1.0
_WAY_M: Final = (_BED_M - _LOAD_M) / 2 - 0.1
_STILL_M: Final = 0.12
_SLID_M: Final = 0.4
_POSTS: Final = ((150, 30, 200), (0, 150, 70), (0, 180, 200))
_WHEELS: Final = ((10, 40, 120), (120, 60, 10))
_POST_GAP_M: Final = 4.0
_BRAKING: Final = vocabulary(
    "brake, brakes, braking, braked, decelerates, decelerating, deceleration, slows, slowing, "
    "stops, stopping, stop, halt, halts, slams, emergency"
)

ACCELERATION: Final = Slot(
    "acceleration", _ACCELERATION, "acceleration of the vehicle", 0.0, 1000.0,
    before=vocabulary("accelerating at, accelerates at, acceleration, acceleration of, braking at, "
                      "brakes at, deceleration, deceleration of, decelerates at, decelerating at, "
                      "speeds up at, speeding up at, slows at, slowing at, a, slows down at, at, "
                      "pulls away at, sets off at, brakes with, starts at, starts off at, "
                      "brake at, accelerate at, decelerate at, pulling away at, breaks at, "
                      "breaking at, "
                      "breaks with, braked at, braked with"),
    after=vocabulary("acceleration, deceleration, braking, of acceleration, of deceleration"),
    by_unit=True, because="whether a load slides turns on how hard the vehicle speeds up or brakes",
)  # fmt: skip
FRICTION: Final = friction_slot(
    "friction of the load on the bed",
    "whether a load slides turns on its friction on the bed",
    ", grip, grip of, bed friction, bed friction of",
)  # fmt: skip
SPEED: Final = Slot(
    "speed", _SPEED, "speed reached, or braked from", 0.0, 1000.0,
    before=vocabulary("reaches, to, from, speed, speed of, travelling at, traveling at, doing, "
                      "going, driving at, moving at, v, velocity, cruising at, brakes from, "
                      "accelerates to, 0 to, rest to, up to, standstill to, running at, at"),
    after=vocabulary("speed, to a halt, to rest, to a stop, to zero, to a standstill"),
    by_unit=True, optional=True,
)  # fmt: skip
OTHER_SPEED: Final = Slot(
    "other_speed", _SPEED, "speed started from, or braked to", 0.0, 1000.0,
    before=vocabulary("down to, brakes to, slows to, to, decelerates to, slowing to, "
                      "slows down to"),
    default=0.0, because="a vehicle sets off from rest and brakes to a halt unless told otherwise",
)  # fmt: skip
TIME: Final = Slot(
    "time", Unit.SECOND, "time the change of speed takes", 0.01, 1e5,
    before=vocabulary("in, within, over, takes, time, t, for, during, after"),
    after=vocabulary("to stop, to reach"),
    by_unit=True, optional=True,
)  # fmt: skip
DISTANCE: Final = Slot(
    "distance", Unit.METRE, "distance the change of speed takes", 0.01, 1e6,
    before=vocabulary("in, within, over, distance, distance of, stopping distance, d, "
                      "stopping distance of"),
    after=vocabulary("of road, stopping distance, of track"),
    optional=True,
)  # fmt: skip


def _slack(v: Mapping[str, float]) -> float:
    return v["friction"] * v["gravity"] - v["acceleration"]


def _slides(comparison: Comparison) -> Seen:
    limit = _STILL_M if comparison is Comparison.AT_MOST else _SLID_M
    return Seen(Measure.DISPLACEMENT, Unit.METRE, ("load",), comparison, limit,
                "How far does the load slide on the bed?")  # fmt: skip


HOLDING: Final = Limit(
    "holding_acceleration", _ACCELERATION, "acceleration at which the load begins to slide",
    0.001, 1000.0,
    says="The load begins to slide at",
    at_most=("slides_by", "holds_until"), at_least=("holds_until", "slides_by"),
    within=("slides_at", "slides_elsewhere"),
    before=vocabulary("maximum acceleration, maximum acceleration is, maximum acceleration of, "
                      "max acceleration, greatest acceleration, highest acceleration, a max, amax, "
                      "maximum deceleration, maximum deceleration is, max deceleration, "
                      "largest acceleration, begins to slide at, starts to slide at, "
                      "starts sliding at, begins sliding at, starts to slip at, "
                      "begins to slip at, hardest braking, limit"),
)  # fmt: skip


class TruckBed(Sweeping):
    """A load on an accelerating or braking vehicle holds or slides."""

    name = "truck_bed"
    purpose = "a load on a vehicle that speeds up or brakes holds by friction, or slides"
    domain = Domain.VEHICLE_DYNAMICS
    equation = "it holds if a <= mu_s g"
    law = "Newton's second law: friction alone takes the load along"
    outcomes = ("holds", "slides", "slides_by", "holds_until", "slides_at", "slides_elsewhere")
    slots = (
        ACCELERATION, FRICTION, SPEED, OTHER_SPEED, TIME, DISTANCE, *HOLDING.slots, KINETIC, MASS,
        GRAVITY,
    )  # fmt: skip
    derived = ways(
        Derived("acceleration", ("speed", "other_speed", "time"),
                lambda v: abs(v["speed"] - v["other_speed"]) / v["time"],
                "the change of speed over the time it takes"),
        Derived("acceleration", ("speed", "other_speed", "distance"),
                lambda v: abs(v["speed"] ** 2 - v["other_speed"] ** 2) / (2 * v["distance"]),
                "the change of the speed's square over twice the distance"),
    )  # fmt: skip
    formulas = (
        Formula("grip_slack", _ACCELERATION, _slack, ("friction", "gravity", "acceleration"),
                "what friction could still give"),
        Formula("holding_acceleration", _ACCELERATION,
                lambda v: v["friction"] * v["gravity"], ("friction", "gravity"),
                "acceleration at which the load begins to slide"),
    )  # fmt: skip
    claims = (
        Claim("holds", "slides", "grip_slack", Comparison.AT_LEAST, 0.0,
              "Friction can give the load the vehicle's acceleration.",
              seen=_slides(Comparison.AT_MOST)),
        Claim("slides", "holds", "grip_slack", Comparison.AT_MOST, 0.0,
              "The vehicle's acceleration is more than friction can give the load.",
              seen=_slides(Comparison.AT_LEAST)),
    )  # fmt: skip
    limits = (HOLDING,)
    wishes = (
        Wish("holds", "slides", STAYS, weak=("rests",)),
        Wish("slides", "holds", MOVES, turns=True),
    )
    driven = (ACCELERATION.name,)
    speaks = Speaks(
        all_of=(VEHICLES, CHANGES, LOADS),
        helps=HELPS,
        units=frozenset({_ACCELERATION, _SPEED}),
        never=NEVER,
        tolerates=(
            "vehicle",
            "person",
            "rolling",
            "force",
            "machine",
            "stack",
            "change",
            "flight",
            "fluid",
        ),
    )
    tolerated = frozenset({"steady rate", "constant rate", "backwards", "backward", "at once",
                           "slowly", "forever", "uniform rate", "suddenly", "softly"})  # fmt: skip
    contrary = CONTRARY
    watched = (
        Question(evidence="displacement", measure=Measure.DISPLACEMENT, unit=Unit.METRE,
                 subjects=("load",), words="How far from where it starts does it get?"),
    )  # fmt: skip
    sights = (
        Check(
            name="load_stays",
            statement="The load stays at the same place on the bed.",
            antonym="The load slides along the bed.",
            shows=("holds",),
            denies=("slides",),
        ),
        Check(
            name="road_passes",
            statement="The posts by the road pass the vehicle.",
            antonym="The posts by the road stand still against the vehicle.",
        ),
    )

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Know a load that stays or shifts for the point, even where the vehicle stops in time."""
        likely = super().affinity(words, units)
        spoken = likely > 0 and words.any_of(OF_THE_LOAD) is not None
        return min(0.97, likely + 0.15) if spoken else likely

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """See :class:`storyworld.physics.family.Family`; 'from 20 m/s to 8 m/s' are two speeds."""
        placed = dict(g_mentions(words, mentions))
        ends = {
            m.change: n
            for n, m in enumerate(mentions)
            if m.change is not None and m.quantity.unit in (_SPEED, Unit.ONE)
        }
        if len(ends) == 2:
            placed[ends[Change.START]] = "other_speed"
            placed[ends[Change.END]] = "speed"
        return {n: slot for n, slot in placed.items() if _fits(slot, mentions[n])}

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        if limited and words.any_of(MOST) is not None:
            return {}, False
        return heard(words, self.wishes, limited=limited, aside=NOTHING)

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Ask for the limit alone where no acceleration is given but the highest one allowed."""
        return limits_alone(super().ask(wanted, given), given, *self.driven)

    def unsettled(
        self,
        words: Words,  # noqa: ARG002
        given: tuple[Parameter, ...],
    ) -> tuple[MissingParameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        return bounded_twice(given, HOLDING.quantity, ACCELERATION.name)

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        return (*no_friction(words, given), *in_g(words, "acceleration", given))

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        mu, g = values["friction"], values["gravity"]
        line = f"mu_s g = {mu:.3g} × {g:.4g} m/s² = {say(mu * g, _ACCELERATION)}"
        if "acceleration" in values:
            line += f" against a = {say(values['acceleration'], _ACCELERATION)}"
        return (line,)

    def stage(self, scenario: Scenario) -> Scene:
        """Build the vehicle in its own frame: the road passes, the load holds or slides.

        Vehicle and load move by their equations of motion; weak slides in fast motion.
        """
        require_complete(scenario)
        values = values_of(scenario)
        mu_g = values["friction"] * values["gravity"]
        size = values.get("acceleration", 0.98 * mu_g)
        braking = Words.of(scenario.intent.text).any_of(_BRAKING) is not None
        a = -size if braking else size
        excess = size - mu_g
        life_s = math.sqrt(2 * _WAY_M / excess) if excess > 0 else 3.0
        faster = pace(life_s)
        bed_top = 1.1
        wheels = tuple(
            Body(name=f"wheel_{n + 1}", role=BodyRole.MARK, shape=Disc(0.4), colour=colour,
                 x_m=x_m, y_m=0.4)
            for n, (x_m, colour) in enumerate(zip((-1.8, 3.4), _WHEELS, strict=True))
        )  # fmt: skip
        posts = tuple(
            Body(name=f"post_{n + 1}", role=BodyRole.MARK, shape=Box(0.12, 0.3), colour=colour,
                 x_m=0.0, y_m=-0.25,
                 path=_passing(a, n * _POST_GAP_M, life_s, faster))
            for n, colour in enumerate(_POSTS)
        )  # fmt: skip
        bodies = (
            Body(name="bed", role=BodyRole.SUPPORT, shape=Box(_BED_M, 0.3), colour=GROUND,
                 x_m=0.0, y_m=bed_top - 0.15),
            Body(name="cab", role=BodyRole.MARK, shape=Box(1.6, 1.9), colour=RAMP,
                 x_m=_BED_M / 2 + 0.8, y_m=0.6 + 0.95),
            *wheels,
            *posts,
            Body(name="load", role=BodyRole.MOVING, shape=Box(_LOAD_M, _LOAD_M), colour=BLOCK,
                 x_m=0.0, y_m=bed_top + _LOAD_M / 2, path=_path(a, mu_g, faster)),
        )  # fmt: skip
        return Scene(
            bodies=bodies,
            gravity_m_s2=values["gravity"],
            duration_s=max(1.5, life_s / faster + 0.4),
            x_min_m=-_BED_M / 2 - 0.5,
            x_max_m=_BED_M / 2 + 2.0,
            y_min_m=-0.5,
            y_max_m=3.0,
            scale_bar_m=scale_bar_m(_BED_M + 2.5),
        )


def _fits(slot: str, mention: Mention) -> bool:
    """Whether a mention can fill a slot; '0 to 100 km/h' may leave the 0 without a unit."""
    return slot == "" or mention.quantity.unit is _SPEED


def _path(a: float, mu_g: float, faster: float) -> Path:
    """Give the load's way on the bed: vehicle and load each by its own equation of motion."""

    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float, float, float]:
        slip = float(y[1] - y[3])
        if abs(slip) < 1e-9 and abs(a) <= mu_g:
            return float(y[1]), a, float(y[3]), a
        lead = slip if abs(slip) >= 1e-9 else a
        return float(y[1]), a, float(y[3]), math.copysign(mu_g, lead)

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        states = integrate(
            rates, (0.0, 0.0, 0.0, 0.0), times_s * faster,
            until=lambda _t, y: abs(float(y[2] - y[0])) - _WAY_M,
        )  # fmt: skip
        return poses(states[:, 2] - states[:, 0], 1.1 + _LOAD_M / 2, 0.0, times_s)

    return path


def _passing(a: float, at_m: float, life_s: float, faster: float) -> Path:
    """Give a post by the road, seen from a vehicle that sets off or brakes to a halt."""
    whole_m = _POST_GAP_M * len(_POSTS)

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        t = np.minimum(times_s * faster, life_s)
        start = -a * life_s if a < 0 else 0.0
        way = start * t + a * t * t / 2
        return poses((at_m - way + whole_m / 2) % whole_m - whole_m / 2, -0.25, 0.0, times_s)

    return path
