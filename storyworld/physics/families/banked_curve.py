"""A vehicle on a banked curve: it holds, slides up the bank, or slides down it.

Equation
    slides up iff v² > r g (tan(theta) + mu) / (1 - mu tan(theta)), where that is positive;
    slides down iff v² < r g (tan(theta) - mu) / (1 + mu tan(theta))
Source
    OpenStax, University Physics vol. 1, section 6.3 (banked curves), friction added.
Domain of validity
    Steady speed, one coefficient of friction, the vehicle as a point: it neither rolls over nor
    brakes. The criterion is taken along the bank, where it stays finite at any angle.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.bank_words import (
    BANK_AFTER,
    BANK_BEFORE,
    BANK_NOUNS,
    DOWNWARD,
    HOLDS,
    LEANS,
    LEAVES,
    UPWARD,
    banked,
)
from storyworld.physics.claims import Claim, Derived, Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.completion import MASS
from storyworld.physics.dry_friction import KINETIC, no_friction
from storyworld.physics.family import Slot
from storyworld.physics.fast_motion import pace
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.hearing import bounded_twice, heard, limits_alone
from storyworld.physics.motion import integrate, poses
from storyworld.physics.nearby import ways
from storyworld.physics.scene import Body, Box, Path, Polygon, Scene
from storyworld.physics.scenery import BLOCK, GROUND, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.sweeping import Sweeping
from storyworld.physics.turning_laws import (
    DIAMETER,
    ENGINE,
    OF_DIAMETER,
    OTHER_LENGTH,
    RADIUS,
    SPEED,
    TYRES,
    bank_slack,
    down_slack,
    least_speed,
    limit_asked,
    more_than_tyres,
    plainly_driven,
    top_speed,
    up_slack,
    without_weak,
)
from storyworld.physics.turning_words import (
    BANKS,
    CAN_DRIVE,
    CONTRARY,
    DRIVES,
    LEAST,
    MOST,
    NOTHING,
    SKIDS,
    TOLERATED,
    TRACKS,
    TURNS,
    VEHICLES,
)
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Prediction, Question, Scenario

_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED
_NEEDS: Final = ("friction", "gravity", "speed", "radius", "bank")
_BANK_M: Final = 12.0
_CAR_M: Final = (1.8, 1.2)
_STILL_M: Final = 0.03 * _BANK_M
_SLID_M: Final = 0.05 * _BANK_M
_TO_EDGE_M: Final = 0.4 * _BANK_M

BANK: Final = Slot(
    "bank", Unit.DEGREE, "bank angle", 0.0, 89.0,
    before=BANK_BEFORE, after=BANK_AFTER,
    by_unit=True, because="what holds a vehicle on a banked curve turns on the bank angle",
)  # fmt: skip
BANK_SHARE: Final = Slot(
    "bank_share", Unit.ONE, "superelevation", 0.0, 2.0,
    before=BANK.before, after=(*BANK.after, *vocabulary("slope, grade, cross slope")),
    symbol="percent", by_unit=True, optional=True,
)  # fmt: skip


def _slides(comparison: Comparison, limit_m: float) -> Seen:
    return Seen(Measure.DISPLACEMENT, Unit.METRE, ("car",), comparison, limit_m,
                "How far does the vehicle slide along the bank?")  # fmt: skip


def _height(comparison: Comparison, way: float) -> Seen:
    """Ask for half of the height that sliding to the edge of the bank gains or costs."""

    def limit(v: Mapping[str, float]) -> float:
        bank = math.radians(v["bank"])
        return _car_top_m(bank) + way * _TO_EDGE_M / 2 * math.sin(bank)

    return Seen(Measure.TOP_HEIGHT, Unit.METRE, ("car",), comparison, limit,
                "How high is the vehicle's top at the end?")  # fmt: skip


def _car_top_m(bank: float) -> float:
    return _car_at(0.0, bank)[1] + _CAR_M[0] / 2 * math.sin(bank) + _CAR_M[1] / 2 * math.cos(bank)


def _car_at(along_m: float, bank: float) -> tuple[float, float]:
    """Give the vehicle's centre, `along_m` up the bank from its middle, the lower edge at 0."""
    along = _BANK_M / 2 + along_m
    sin, cos = math.sin(bank), math.cos(bank)
    return along * cos - _CAR_M[1] / 2 * sin, along * sin + _CAR_M[1] / 2 * cos


_TOP: Final = Limit(
    "top_speed", Unit.METRE_PER_SECOND, "speed at which it slides up", 0.01, 1000.0,
    says="It begins to slide up the bank at",
    at_most=("slides_up_by", "holds_until"), at_least=("holds_until", "slides_up_by"),
    within=("slides_up_at", "slides_up_elsewhere"),
    before=vocabulary("maximum speed, maximum speed of, maximum speed is, max speed, top speed, "
                      "highest speed, greatest speed, begins to slide up at, "
                      "starts to slide up at, "
                      "maximum safe speed, maximum safe speed is, v max, vmax, upper limit"),
    after=vocabulary("maximum speed, before it slides up"),
)  # fmt: skip
_LEAST: Final = Limit(
    "least_speed", Unit.METRE_PER_SECOND, "speed below which it slides down", 0.01, 1000.0,
    says="Below this it slides down the bank:",
    at_most=("holds_from", "slides_down_until"), at_least=("slides_down_until", "holds_from"),
    within=("slides_down_at", "slides_down_elsewhere"),
    before=vocabulary("minimum speed, minimum speed of, minimum speed is, min speed, lowest speed, "
                      "least speed, slowest speed, v min, vmin, minimum safe speed, lower limit"),
    after=vocabulary("minimum speed, before it slides down"),
)  # fmt: skip


class BankedCurve(Sweeping):
    """A vehicle holds a banked curve, or slides up or down it."""

    name = "banked_curve"
    purpose = "a vehicle on a banked curve holds its line, or slides up or down the bank"
    domain = Domain.VEHICLE_DYNAMICS
    equation = (
        "v_max² = r g (tan(theta) + mu) / (1 - mu tan(theta));  "
        "v_min² = r g (tan(theta) - mu) / (1 + mu tan(theta))"
    )
    law = "Newton's second law on a circle: the bank and friction turn the vehicle"
    outcomes = (
        "tracks", "slides_up", "slides_down", "slides", "stays_below", "stays_above",
        "slides_up_by", "holds_until", "slides_up_at", "slides_up_elsewhere", "holds_from",
        "slides_down_until", "slides_down_at", "slides_down_elsewhere",
    )  # fmt: skip
    slots = (
        SPEED, RADIUS, BANK, TYRES, DIAMETER, BANK_SHARE, *_TOP.slots, *_LEAST.slots, KINETIC,
        OTHER_LENGTH, MASS, ENGINE, GRAVITY,
    )  # fmt: skip
    derived = (
        OF_DIAMETER,
        *ways(Derived("bank", ("bank_share",), lambda v: math.degrees(math.atan(v["bank_share"])),
                "the angle of the superelevation")),
    )  # fmt: skip
    formulas = (
        Formula("bank_slack", _ACCELERATION, bank_slack, _NEEDS, "friction in hand along the bank"),
        Formula("up_slack", _ACCELERATION, up_slack, _NEEDS,
                "friction in hand against sliding up"),
        Formula("down_slack", _ACCELERATION, down_slack, _NEEDS,
                "friction in hand against sliding down"),
        Formula("top_speed", Unit.METRE_PER_SECOND, top_speed,
                ("friction", "gravity", "radius", "bank"), "speed at which it slides up"),
        Formula("least_speed", Unit.METRE_PER_SECOND, least_speed,
                ("friction", "gravity", "radius", "bank"), "speed below which it slides down"),
    )  # fmt: skip
    claims = (
        Claim("tracks", "slides", "bank_slack", Comparison.AT_LEAST, 0.0,
              "Bank and friction hold the vehicle on its line.",
              seen=_slides(Comparison.AT_MOST, _STILL_M)),
        Claim("slides", "tracks", "bank_slack", Comparison.AT_MOST, 0.0,
              "Bank and friction do not hold the vehicle on its line.",
              seen=_slides(Comparison.AT_LEAST, _SLID_M)),
        Claim("slides_up", "stays_below", "up_slack", Comparison.AT_MOST, 0.0,
              "The vehicle is too fast: it slides up the bank.",
              seen=_height(Comparison.AT_LEAST, 1.0)),
        Claim("slides_down", "stays_above", "down_slack", Comparison.AT_MOST, 0.0,
              "The vehicle is too slow: it slides down the bank.",
              seen=_height(Comparison.AT_MOST, -1.0)),
        Claim("stays_below", "slides_up", "up_slack", Comparison.AT_LEAST, 0.0,
              "The vehicle does not slide up the bank.", seen=_height(Comparison.AT_MOST, 1.0)),
        Claim("stays_above", "slides_down", "down_slack", Comparison.AT_LEAST, 0.0,
              "The vehicle does not slide down the bank.",
              seen=_height(Comparison.AT_LEAST, -1.0)),
    )  # fmt: skip
    limits = (_TOP, _LEAST)
    wishes = (
        Wish("tracks", "slides", (*TRACKS, *CAN_DRIVE, *HOLDS), weak=DRIVES),
        Wish("slides_up", "stays_below", UPWARD),
        Wish("slides_down", "stays_above", DOWNWARD),
        Wish("slides", "tracks", (*SKIDS, *LEAVES)),
    )
    seen_without_numbers = True
    driven = (SPEED.name,)
    speaks = Speaks(
        all_of=(
            (*VEHICLES, "mu", "slides", "slide", "friction"),
            TURNS,
            (*BANKS, *LEANS),
        ),
        helps=vocabulary("bank, banked, banking, radius, mu, friction, curve, turn, holds"),
        units=frozenset({Unit.METRE_PER_SECOND, Unit.METRE, Unit.DEGREE}),
        never=vocabulary("aircraft, aeroplane, airplane, plane, glider, loop, vertical circle, "
                         "river bank, truck bed, crate, box, rolls over, roll over, tips over, "
                         "tip over, overturns, without rolling, flips, both banks, thrown, "
                         "throws, projectile, "
                         "crane, pendulum, pulley, glued, explodes, seesaw, tips over"),
        tolerates=(
            "vehicle", "person", "rolling", "force", "machine", "incline", "change", "suspension",
            "flight", "fluid",
        ),
    )  # fmt: skip
    tolerated = TOLERATED
    contrary = tuple(
        p for p in CONTRARY if p not in {"slope", "incline", "hill", "uphill", "downhill"}
    )
    watched = (
        Question(evidence="displacement", measure=Measure.DISPLACEMENT, unit=Unit.METRE,
                 subjects=("car",), words="How far from where it starts does it get?"),
    )  # fmt: skip
    sights = (
        Check(
            name="stays_on_the_bank",
            statement="The vehicle stays at the same place on the bank.",
            antonym="The vehicle slides along the bank.",
            shows=("tracks",),
            denies=("slides", "slides_up", "slides_down"),
        ),
        Check(
            name="does_not_climb",
            statement="The vehicle does not get higher up the bank.",
            antonym="The vehicle moves up the bank towards its outer edge.",
            shows=("tracks", "stays_below", "slides_down"),
            denies=("slides_up",),
        ),
    )

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`; 'not banked' is a flat curve."""
        said, _ = banked(words, units)
        if not said:
            return 0.0
        likely = super().affinity(words, units)
        return min(0.97, likely + 0.06) if likely > 0 else 0.0

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Take 'slides up' for more than 'slides', and 'neither up nor down' for holding."""
        if limited and words.any_of((*MOST, *LEAST)) is not None:
            return {}, False
        wishes = self.wishes if plainly_driven(words) else without_weak(self.wishes)
        votes, turned = heard(words, wishes, limited=limited, aside=(*NOTHING, *BANK_NOUNS))
        both = {"stays_below", "stays_above"} <= set(votes)
        if both or words.any_of(("neither up nor down", "up nor down", "up or down")) is not None:
            denied = both or any(words.asserted(("up nor down", "up or down")))
            return ({"tracks": None} if denied else votes), turned
        if len(votes) > 1:
            for general in ("slides", "tracks"):
                if set(votes) & {"slides_up", "slides_down", "stays_below", "stays_above"}:
                    votes.pop(general, None)
        return votes, turned

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """See :class:`storyworld.physics.family.Family`."""
        return limit_asked(words, mentions, {_TOP.quantity: MOST, _LEAST.quantity: LEAST})

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Ask for the limit alone where no speed is given but the highest or least allowed."""
        return limits_alone(super().ask(wanted, given), given, *self.driven)

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        return no_friction(words, given)

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        return (
            *more_than_tyres(words, given),
            *bounded_twice(given, _TOP.quantity, SPEED.name),
            *bounded_twice(given, _LEAST.quantity, SPEED.name),
        )

    def solve(self, scenario: Scenario) -> Prediction:
        """See :class:`storyworld.physics.family.Family`; says which way it slides."""
        prediction = super().solve(scenario)
        if prediction.outcome in (None, scenario.wanted) or prediction.outcome not in {
            "slides", "stays_below", "stays_above",
        }:  # fmt: skip
            return prediction
        values = values_of(scenario)
        actual = "tracks"
        if up_slack(values) < 0:
            actual = "slides_up"
        elif down_slack(values) < 0:
            actual = "slides_down"
        return prediction.revised(outcome=actual)

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        r, deg, mu = values["radius"], values["bank"], values["friction"]
        g, tan = values["gravity"], math.tan(math.radians(values["bank"]))
        head = f"{r:.4g} m × {g:.4g} m/s² × (tan {deg:.3g}°"
        most, least = top_speed(values), least_speed(values)
        upper = (
            f"1 - {mu:.3g} tan {deg:.3g}° <= 0: no speed makes it slide up"
            if 1.0 - mu * tan <= 0
            else f"v_max = sqrt({head} + {mu:.3g}) / (1 - {mu:.3g} tan {deg:.3g}°)) = "
            f"{say(most, Unit.METRE_PER_SECOND)}: beyond it slides up"
        )
        lower = (
            "tan(theta) <= mu: it does not slide down at any speed"
            if tan <= mu
            else f"v_min = sqrt({head} - {mu:.3g}) / (1 + {mu:.3g} tan {deg:.3g}°)) = "
            f"{say(least, Unit.METRE_PER_SECOND)}: below it slides down"
        )
        return upper, lower

    def stage(self, scenario: Scenario) -> Scene:
        """Build a cut through the bank, seen from behind in the frame that turns along.

        The vehicle slides by gravity, the outward inertial force and Coulomb's friction. Weak
        slides are filmed in fast motion.
        """
        require_complete(scenario)
        values = values_of(scenario)
        if "speed" not in values:
            values["speed"] = 0.98 * min(top_speed(values), 300.0)
        bank = math.radians(values["bank"])
        sin, cos = math.sin(bank), math.cos(bank)
        drive = max(0.0, -bank_slack(values))
        life_s = math.sqrt(2 * _TO_EDGE_M / drive) if drive > 0 else 3.0
        faster = pace(life_s)
        x_m, y_m = _car_at(0.0, bank)
        road = Polygon(((0.0, 0.0), (_BANK_M * cos, 0.0), (_BANK_M * cos, _BANK_M * sin)))
        road_or_flat = road if bank > 0.01 else Polygon(
            ((0.0, -0.4), (_BANK_M, -0.4), (_BANK_M * cos, _BANK_M * sin), (0.0, 0.0))
        )  # fmt: skip
        bodies = (
            Body(name="bank", role=BodyRole.SUPPORT, shape=road_or_flat, colour=GROUND,
                 x_m=0.0, y_m=0.0),
            Body(name="car", role=BodyRole.MOVING, shape=Box(*_CAR_M), colour=BLOCK,
                 x_m=x_m, y_m=y_m, angle_rad=bank, path=_path(values, bank, faster)),
        )  # fmt: skip
        return Scene(
            bodies=bodies,
            gravity_m_s2=values["gravity"],
            duration_s=max(1.5, life_s / faster + 0.4),
            x_min_m=-1.5 * sin - 0.2,
            x_max_m=_BANK_M * cos + 0.5,
            y_min_m=-0.6,
            y_max_m=_BANK_M * sin + 2.0,
            scale_bar_m=scale_bar_m(_BANK_M * cos),
        )


def _path(values: Mapping[str, float], bank: float, faster: float) -> Path:
    """Give the way of a body on the bank by the forces along it and Coulomb's friction."""
    sin, cos = math.sin(bank), math.cos(bank)
    mu, g, v, r = (values[n] for n in ("friction", "gravity", "speed", "radius"))

    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float]:
        outward = v * v / r
        along = outward * cos - g * sin
        most = mu * (g * cos + outward * sin)
        sliding = float(y[1])
        if abs(sliding) < 1e-9 and abs(along) <= most:
            return 0.0, 0.0
        return sliding, along - math.copysign(most, sliding if abs(sliding) >= 1e-9 else along)

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        s = integrate(
            rates, (0.0, 0.0), times_s * faster,
            until=lambda _t, y: abs(float(y[0])) - _TO_EDGE_M,
        )[:, 0]  # fmt: skip
        x0, y0 = _car_at(0.0, bank)
        return poses(x0 + s * cos, y0 + s * sin, bank, times_s)

    return path
