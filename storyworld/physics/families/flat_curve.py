"""A vehicle on a level curve: it keeps to the curve, or skids.

Equation
    skids iff v² / r > mu g;  v_max = sqrt(mu g r)
Source
    OpenStax, University Physics vol. 1, section 6.3 (centripetal force, flat curves).
Domain of validity
    Level road, steady speed, one coefficient of friction for all tyres; the vehicle neither
    brakes nor accelerates meanwhile and is low enough not to roll over.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.bank_words import banked
from storyworld.physics.claims import Claim, Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.completion import MASS
from storyworld.physics.dry_friction import KINETIC, g_mentions, in_g, no_friction
from storyworld.physics.fast_motion import pace
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.hearing import bounded_twice, heard, limits_alone
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Disc, Path, Scene
from storyworld.physics.scenery import BLOCK, GROUND, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.sweeping import Sweeping
from storyworld.physics.turning_laws import (
    DIAMETER,
    ENGINE,
    LATERAL,
    OF_DIAMETER,
    OF_SPEED,
    OTHER_LENGTH,
    RADIUS,
    SPEED,
    TYRES,
    flat_limit,
    limit_asked,
    more_than_tyres,
    plainly_driven,
    without_weak,
)
from storyworld.physics.turning_words import (
    CAN_DRIVE,
    CONTRARY,
    DRIVES,
    MOST,
    NOTHING,
    ROLL_WORDS,
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
from storyworld.records.scenario import BodyRole, Check, Measure, Question, Scenario

_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED
_TURN_RAD: Final = math.pi
_SOME_RADIUS_M: Final = 50.0
_INFIELD: Final = (150, 205, 150)
_LANE_SHARE: Final = 0.16
# The chord of a half turn is the curve's diameter to this share, measured.
_ROOM: Final = 0.03


def _slack(v: Mapping[str, float]) -> float:
    return v["friction"] * v["gravity"] - v["lateral_acceleration"]


def _half_way(v: Mapping[str, float]) -> float:
    """Give how far the vehicle is at most from its start if it keeps to a half turn.

    Near the limit a skid is gentle: the film is asked for half of the excess it must show.
    """
    grip = v["friction"] * v["gravity"]
    excess = v["lateral_acceleration"] / grip - 1.0 if grip > 0 else 1.0
    room = _ROOM if excess <= 0 else min(_ROOM, excess / 2)
    return 2.0 * v.get("radius", _SOME_RADIUS_M) * (1.0 + room)


def _seen(comparison: Comparison) -> Seen:
    return Seen(
        Measure.DISPLACEMENT, Unit.METRE, ("car",), comparison, _half_way,
        "How far from where it starts does the vehicle get? A half turn ends a diameter away.",
    )  # fmt: skip


SKID_SPEED: Final = Limit(
    "skid_speed", Unit.METRE_PER_SECOND, "speed at which it begins to skid", 0.01, 1000.0,
    says="It begins to skid at",
    at_most=("skids_by", "holds_until"), at_least=("holds_until", "skids_by"),
    within=("skids_at", "skids_elsewhere"),
    before=vocabulary(
        "begins to skid at, starts to skid at, begins skidding at, starts skidding at, "
        "skidding begins at, skidding starts at, begins to slide at, starts to slide at, "
        "starts sliding at, begins sliding at, loses grip at, maximum speed, maximum speed of, "
        "maximum speed is, max speed, top speed, highest speed, greatest speed, fastest speed, "
        "maximum safe speed, maximum safe speed is, safe speed, limit speed, critical speed, "
        "begins to skid, starts to skid, v max, vmax, skid speed, slides out at, limit speed, "
        "limiting speed, "
        "fastest it can go, skidding speed, breakaway speed"
    ),
    after=vocabulary("maximum speed, before it skids, before skidding, before it slides, "
                     "before sliding, before losing grip"),
)  # fmt: skip


class FlatCurve(Sweeping):
    """A vehicle keeps to a level curve, or skids."""

    name = "flat_curve"
    purpose = "a vehicle on a level curve keeps to it, or skids"
    domain = Domain.VEHICLE_DYNAMICS
    equation = "it skids if v² / r > mu g;  v_max = sqrt(mu g r)"
    law = "Newton's second law on a circle: friction alone turns the vehicle"
    outcomes = ("tracks", "skids", "skids_by", "holds_until", "skids_at", "skids_elsewhere")
    slots = (
        SPEED, RADIUS, TYRES, DIAMETER, LATERAL, *SKID_SPEED.slots, KINETIC, OTHER_LENGTH, MASS,
        ENGINE, GRAVITY,
    )  # fmt: skip
    derived = (OF_DIAMETER, OF_SPEED)
    formulas = (
        Formula(
            "grip_slack", _ACCELERATION, _slack, ("friction", "gravity", "lateral_acceleration"),
            "what the tyres could still give",
        ),
        Formula("skid_speed", Unit.METRE_PER_SECOND, flat_limit,
                ("friction", "gravity", "radius"), "speed at which it begins to skid"),
    )  # fmt: skip
    claims = (
        Claim("tracks", "skids", "grip_slack", Comparison.AT_LEAST, 0.0,
              "The tyres can give the lateral acceleration of the curve.",
              seen=_seen(Comparison.AT_MOST)),
        Claim("skids", "tracks", "grip_slack", Comparison.AT_MOST, 0.0,
              "The curve asks for more lateral acceleration than the tyres can give.",
              seen=_seen(Comparison.AT_LEAST)),
    )  # fmt: skip
    limits = (SKID_SPEED,)
    wishes = (
        Wish("tracks", "skids", (*TRACKS, *CAN_DRIVE), weak=DRIVES),
        Wish("skids", "tracks", SKIDS, turns=True),
    )
    seen_without_numbers = True
    driven = (SPEED.name, LATERAL.name)
    speaks = Speaks(
        all_of=(VEHICLES, TURNS),
        helps=vocabulary("flat, level, unbanked, radius, mu, friction, tyre, tire, skid, skids, "
                         "skidding, curve, bend, corner, turn, slides, asphalt, sharp turn"),
        units=frozenset({Unit.METRE_PER_SECOND, Unit.METRE}),
        never=(*vocabulary("truck bed, flatbed, cargo, load, crate, loop, vertical circle, "
                           "vertical loop, string, passenger slides, on its bed, in the bed, box, "
                           "turn off, turns off, in turn, return, stopping distance, "
                           "ferris wheel, carousel, merry go round, thrown, throws, projectile, "
                           "explodes, melts, "
                           "glued, crane, pendulum, pulley"), ),
        tolerates=(
            "vehicle", "person", "rolling", "force", "machine", "incline", "change", "suspension",
            "flight", "fluid",
        ),
    )  # fmt: skip
    tolerated = TOLERATED
    contrary = CONTRARY
    watched = (
        Question(evidence="displacement", measure=Measure.DISPLACEMENT, unit=Unit.METRE,
                 subjects=("car",), words="How far from where it starts does it get?"),
    )  # fmt: skip
    sights = (
        Check(
            name="keeps_to_the_lane",
            statement="The vehicle stays in the grey lane through the whole turn.",
            antonym="The vehicle leaves the grey lane towards the outside of the turn.",
            shows=("tracks",),
            denies=("skids",),
        ),
        Check(
            name="turns_round",
            statement="The vehicle ends up heading the opposite way.",
            antonym="The vehicle does not complete the turn.",
            shows=("tracks",),
        ),
    )

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Leave banked curves and overturning to the families that decide them."""
        if banked(words, units)[0] or words.any_of(ROLL_WORDS) is not None:
            return 0.0
        return super().affinity(words, units)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        if limited and words.any_of((*MOST, "without")) is not None:
            return {}, False
        wishes = self.wishes if plainly_driven(words) else without_weak(self.wishes)
        return heard(words, wishes, limited=limited, aside=NOTHING)

    def ask(self, wanted: str, given: frozenset[str]) -> tuple[Claim, ...]:
        """Ask for the limit alone where no speed is given but the highest one allowed."""
        return limits_alone(super().ask(wanted, given), given, *self.driven)

    def infer(self, words: Words, given: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        return (*no_friction(words, given), *in_g(words, LATERAL.name, given))

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """See :class:`storyworld.physics.family.Family`."""
        asked = limit_asked(words, mentions, {SKID_SPEED.quantity: MOST})
        return {**g_mentions(words, mentions), **asked}

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """See :class:`storyworld.physics.asking.Asked`."""
        return (
            *more_than_tyres(words, given),
            *bounded_twice(given, SKID_SPEED.quantity, SPEED.name),
        )

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        mu, g = values["friction"], values["gravity"]
        lines = [f"mu g = {mu:.3g} × {g:.4g} m/s² = {say(mu * g, _ACCELERATION)}"]
        if "radius" in values:
            r = values["radius"]
            lines.append(
                f"v_max = sqrt(mu g r) = sqrt({mu * g:.4g} m/s² × {r:.4g} m) = "
                f"{say(flat_limit(values), Unit.METRE_PER_SECOND)}: beyond it skids"
            )
            if "speed" in values:
                lines.append(
                    f"v² / r = ({values['speed']:.4g} m/s)² / {r:.4g} m = "
                    f"{say(values['lateral_acceleration'], _ACCELERATION)}"
                )
        return tuple(lines)

    def stage(self, scenario: Scenario) -> Scene:
        """Build a half turn seen from above; the vehicle is steered by a force that may slip.

        The film lasts as long as the half turn does, in fast motion beyond ten seconds.
        """
        require_complete(scenario)
        values = values_of(scenario)
        r, v, grip = _driven(values)
        straight = grip < v * v / r
        tall_m = _farthest_m(v, r, grip) if straight else r
        car_m = 0.06 * max(2 * r, tall_m)
        life_s = _TURN_RAD * r / v
        faster = pace(life_s)
        car = Body(
            name="car", role=BodyRole.MOVING, shape=Box(car_m, 0.55 * car_m), colour=BLOCK,
            x_m=-r, y_m=0.0, angle_rad=math.pi / 2, path=_path(v, r, grip, faster),
        )  # fmt: skip
        return Scene(
            bodies=(*_lane(r, max(_LANE_SHARE * r, 0.8 * car_m)), car),
            gravity_m_s2=values["gravity"],
            duration_s=life_s / faster,
            x_min_m=-1.15 * r - car_m,
            x_max_m=1.3 * r + car_m,
            y_min_m=-car_m,
            y_max_m=max(1.15 * r, tall_m) + car_m,
            scale_bar_m=scale_bar_m(2.4 * r),
        )


def _driven(values: Mapping[str, float]) -> tuple[float, float, float]:
    """Give radius, speed and grip; a curve known by its pull alone is filmed with 50 m radius.

    Where only the speed of skidding is asked for, the vehicle is driven a little below it.
    """
    r = values.get("radius", _SOME_RADIUS_M)
    grip = values["friction"] * values["gravity"]
    asked = values.get("lateral_acceleration", 0.96 * max(grip, 0.1))
    return r, values.get("speed", math.sqrt(asked * r)), grip


def _farthest_m(v: float, r: float, grip: float) -> float:
    """Give how far up the picture a skidding vehicle gets within the length of a half turn."""
    wide = v * v / grip if grip > 0 else math.inf
    turned = _TURN_RAD * r / wide
    return wide * math.sin(min(turned, math.pi / 2)) if turned > 1e-6 else _TURN_RAD * r


def _path(v: float, r: float, grip: float, faster: float) -> Path:
    """Give the way of a vehicle steered to turn right with radius r, by the grip there is."""
    force = min(v * v / r, grip)

    def rates(_t: float, y: NDArray[np.float64]) -> tuple[float, float, float, float]:
        vx, vy = float(y[2]), float(y[3])
        speed = math.hypot(vx, vy)
        return vx, vy, force * vy / speed, -force * vx / speed

    def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
        states = integrate(rates, (-r, 0.0, 0.0, v), times_s * faster, longest_step_s=0.05 * r / v)
        heading = np.unwrap(np.arctan2(states[:, 3], states[:, 2]))
        return poses(states[:, 0], states[:, 1], heading, times_s)

    return path


def _lane(r: float, width_m: float) -> tuple[Body, Body]:
    """Give the lane as a disc, and what it encloses as a smaller one on top."""
    outer, inner = Disc(r + width_m / 2), Disc(r - width_m / 2)
    return (
        Body(name="lane", role=BodyRole.MARK, shape=outer, colour=GROUND, x_m=0.0, y_m=0.0),
        Body(name="infield", role=BodyRole.MARK, shape=inner, colour=_INFIELD, x_m=0.0, y_m=0.0),
    )
