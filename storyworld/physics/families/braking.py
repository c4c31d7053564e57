"""Braking: a vehicle stops within a distance, or does not.

Equation
    d = v t_r + v² / (2 a),  a = g (mu cos(theta) + sin(theta)), theta uphill positive; or the
    deceleration a as given
Source
    OpenStax, University Physics vol. 1, sections 6.2 (friction) and 7.3 (work and energy).
Domain of validity
    All wheels brake at the limit of grip, the deceleration is constant, air drag is neglected.
    A slope steeper than the grip never lets it stop.
"""

import math
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.claims import Derived, Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.closed_form import ClosedForm
from storyworld.physics.completion import MASS
from storyworld.physics.family import Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Scene
from storyworld.physics.scenery import BLOCK, LANDING, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.wording import say
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Scenario

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND
_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED

SPEED: Final = Slot(
    "speed", _SPEED, "speed", 0.1, 300.0,
    before=vocabulary("at, from, speed, speed of, travelling at, traveling at, doing, going, "
                      "driving at, moving at, v, v0, initial speed, initial speed of, velocity"),
    after=vocabulary("speed, initially"),
    by_unit=True, because="how far a vehicle runs on turns on how fast it is",
)  # fmt: skip
FRICTION: Final = Slot(
    "friction", Unit.ONE, "friction of the tyres", 0.01, 2.0,
    before=vocabulary("mu, μ, friction, friction coefficient, friction coefficient of, "
                      "coefficient of friction, coefficient of friction of, friction of, grip, "
                      "grip of, coefficient, coefficient of, tyre friction, tire friction"),
    after=vocabulary("friction, grip, friction coefficient"),
    because="how hard a vehicle can brake turns on the grip of its tyres",
)  # fmt: skip
DECELERATION: Final = Slot(
    "deceleration", _ACCELERATION, "deceleration", 0.01, 100.0,
    before=vocabulary("brakes at, braking at, decelerates at, decelerating at, deceleration, "
                      "deceleration of, slows at, slowing at, a"),
    after=vocabulary("deceleration, of deceleration, braking"),
    by_unit=True, because="how far a vehicle runs on turns on how hard it brakes",
)  # fmt: skip
REACTION: Final = Slot(
    "reaction_time", Unit.SECOND, "reaction time", 0.0, 60.0,
    before=vocabulary("reaction time, reaction time of, reacts after, reacts in, reaction delay, "
                      "reaction delay of, delay of, after a, perception time of, reaction, "
                      "t react, thinking time, thinking time of, reacting for"),
    after=vocabulary("reaction time, reaction delay, reaction, delay, to react, before braking"),
    default=0.0, because="the goal speaks of braking alone",
)  # fmt: skip
SLOPE: Final = Slot(
    "slope", Unit.DEGREE, "slope, uphill positive", -45.0, 45.0,
    before=vocabulary("slope of, grade of, incline of, uphill at, inclined at"),
    after=vocabulary("slope, grade, hill, incline, uphill, downhill"),
    default=0.0, because="the road is level unless the goal says otherwise",
)  # fmt: skip
STOP: Final = Limit(
    "stopping_distance", _METRE, "stopping distance", 0.01, 1e5,
    says="It stops within a distance of",
    at_most=("stops", "runs_on"), at_least=("runs_on", "stops"),
    within=("stops_at", "stops_elsewhere"), plain=Comparison.AT_MOST,
    before=vocabulary("within, in, stops within, stopping distance, stopping distance of, before, "
                      "stop in, needs, takes, requires, distance, d, less than"),
    after=vocabulary("away, ahead, to stop, stopping distance, in front, gap, of road, further"),
    by_unit=True,
    seen=lambda comparison, slot: Seen(
        Measure.DISPLACEMENT, _METRE, ("car",), comparison, slot,
        "How far does the vehicle run on?",
    ),
)  # fmt: skip


class Braking(ClosedForm):
    """A vehicle stops within a distance, or runs on."""

    name = "braking"
    purpose = "a vehicle brakes and stops within a distance, or does not"
    domain = Domain.VEHICLE_DYNAMICS
    equation = "d = v t_r + v² / (2 a);  a = g (mu cos(theta) + sin(theta))"
    law = "friction and work: the brakes take the kinetic energy over the stopping distance"
    outcomes = ("stops", "runs_on", "stops_at", "stops_elsewhere")
    slots = (SPEED, FRICTION, DECELERATION, REACTION, SLOPE, *STOP.slots, MASS, GRAVITY)
    derived = (
        Derived(
            "deceleration", ("friction", "gravity", "slope"),
            lambda v: v["gravity"] * (
                v["friction"] * math.cos(math.radians(v["slope"]))
                + math.sin(math.radians(v["slope"]))
            ),
            "what the grip of the tyres gives on this slope", natural=True,
        ),
    )  # fmt: skip
    formulas = (
        Formula(
            "stopping_distance", _METRE,
            lambda v: v["speed"] * v["reaction_time"] + v["speed"] ** 2 / (2 * v["deceleration"]),
            ("speed", "reaction_time", "deceleration"), "stopping distance",
        ),
    )  # fmt: skip
    limits = (STOP,)
    wishes = (
        Wish("stops", "runs_on", vocabulary(
            "stops, stop, stopped, be stopped, come to a stop, comes to a stop, halts, halt, "
            "halted, comes to rest, come to rest, brakes to a halt, pulls up, pull up, standstill, "
            "brought to rest, avoids, avoid, misses, halts short, brings it to rest")),
        Wish("runs_on", "stops", vocabulary(
            "hits, hit, crashes into, crash into, collides, collide, runs into, rear ends, "
            "rear end, overshoots, overshoot, overruns, runs over, slams into, ploughs into, "
            "plows into, strikes, smashes into, runs past, slides past, skids past, still moving, "
            "needs more than, rams")),
    )  # fmt: skip
    speaks = Speaks(
        all_of=(
            vocabulary("car, cars, vehicle, vehicles, truck, trucks, lorry, bus, train, tram, van, "
                       "motorcycle, bike, bicycle, cyclist, driver, rider, motorist, suv, taxi, "
                       "minibus, motorbike, scooter, sled, wagon, pickup, sedan, "
                       "hatchback, minivan, "
                       "automobile, coach, ambulance, tractor, trailer, quad, rover, locomotive, "
                       "streetcar, trolley, jeep, limousine, cab, e bike, moped, race car, "
                       "stopping distance, braking distance, skid, robot, t react"),
            vocabulary("stop, stops, stopping, brake, brakes, braking, halt, halts, stopped, "
                       "braked, halted, come to rest, comes to rest, emergency stop, standstill, "
                       "brought to rest, stopping distance, braking distance, slams on, pull up, "
                       "pulls up, to rest"),
        ),
        helps=vocabulary("brakes, braking, stopping distance, reaction, mu, friction, asphalt, "
                         "road, deceleration, obstacle, deer"),
        units=frozenset({_SPEED, _METRE}),
        never=vocabulary("turn, bend, curve, corner, roundabout, box, crate, truck bed, load, "
                         "loop, ramp, spring, bounces, flatbed, cargo, boxes, crates, "
                         "suitcase, luggage, "
                         "parcels, parcel, pallet"),
        tolerates=("vehicle", "person", "incline", "force", "rolling", "machine"),
    )  # fmt: skip
    # 'brakes at once' says that nobody hesitates.
    tolerated = frozenset({"at once", "immediately", "instantly", "instantaneously",
                           "in an instant", "in no time"})  # fmt: skip
    contrary = vocabulary("takes off, flies, jumps, accelerates, speeds up, turns over, rolls over")
    sights = (
        Check(
            name="stops_in_time",
            statement="The vehicle comes to rest before the marked end of the distance.",
            antonym="The vehicle is still moving when it passes the marked end of the distance.",
        ),
    )

    def working(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """See :class:`storyworld.physics.closed_form.ClosedForm`."""
        v, t, a = values["speed"], values["reaction_time"], values["deceleration"]
        d = v * t + v * v / (2 * a)
        return (
            f"d = {v:.4g} m/s × {t:.3g} s + ({v:.4g} m/s)² / (2 × {a:.4g} m/s²) = {say(d, _METRE)}",
        )

    def stage(self, scenario: Scenario) -> Scene:
        """Build a road with a car that brakes by its equation of motion; see the protocol."""
        require_complete(scenario)
        values = values_of(scenario)
        v0, t_r, a = values["speed"], values["reaction_time"], values["deceleration"]
        asked = next((values[s.name] for s in STOP.slots if s.name in values), None)
        run_m = v0 * t_r + v0 * v0 / (2 * a)
        reach_m = max(run_m, asked or 0.0)
        car_m = 0.06 * reach_m
        slab_m = 0.03 * reach_m

        def rates(t: float, y: NDArray[np.float64]) -> tuple[float, float]:
            braking = t >= t_r and y[1] > 0.0
            return (float(y[1]), -a if braking else 0.0)

        def path(times_s: NDArray[np.float64]) -> NDArray[np.float64]:
            states = integrate(rates, (0.0, v0), times_s, until=lambda _t, y: float(y[1]))
            return poses(states[:, 0], car_m / 4, 0.0, times_s)

        car = Body(
            name="car", role=BodyRole.MOVING, shape=Box(car_m, car_m / 2), colour=BLOCK,
            x_m=0.0, y_m=car_m / 4, path=path,
        )  # fmt: skip
        bodies = [ground(-reach_m, 2 * reach_m, slab_m)]
        if asked is not None:
            line = Box(0.004 * reach_m, 1.5 * car_m)
            at_m = asked + car_m / 2
            bodies.append(
                Body(name="line", role=BodyRole.MARK, shape=line, colour=LANDING,
                     x_m=at_m, y_m=0.75 * car_m)
            )  # fmt: skip
        return Scene(
            bodies=(*bodies, car),
            gravity_m_s2=values["gravity"],
            duration_s=t_r + v0 / a + 0.3,
            x_min_m=-car_m,
            x_max_m=1.05 * reach_m + car_m,
            y_min_m=-slab_m,
            y_max_m=2 * car_m,
            scale_bar_m=scale_bar_m(reach_m),
        )
