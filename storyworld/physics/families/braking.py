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
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.braking_values import as_stated, open_values
from storyworld.physics.braking_words import (
    CONTRARY,
    DECELERATION_BEFORE,
    DOWNHILL,
    ENOUGH,
    FRICTION_BEFORE,
    HITS,
    HITS_BRAKES,
    NEVER,
    NEVER_SLIDING,
    REACTION_AFTER,
    REACTION_BEFORE,
    RUNS_ON,
    SLOWED_BY,
    SPEED_BEFORE,
    STOP_AFTER,
    STOP_BEFORE,
    STOPPING,
    STOPS,
    TIME_AFTER,
    TIME_BEFORE,
    UPHILL,
    VEHICLES,
    times,
)
from storyworld.physics.claims import Derived, Formula, Limit, Seen, Speaks, Wish
from storyworld.physics.completion import MASS
from storyworld.physics.family import Interpretation, Slot
from storyworld.physics.gravity import GRAVITY
from storyworld.physics.masking import without
from storyworld.physics.motion import integrate, poses
from storyworld.physics.scene import Body, Box, Scene
from storyworld.physics.scenery import BLOCK, LANDING, ground, require_complete, scale_bar_m
from storyworld.physics.solving import values_of
from storyworld.physics.sweeping import Sweeping
from storyworld.physics.timing import travelling
from storyworld.physics.turning_laws import ENGINE
from storyworld.physics.wording import say
from storyworld.reading.quantities import Mention, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Domain, MissingParameter, Parameter, ParameterSource
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Check, Measure, Scenario

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND
_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED

SPEED: Final = Slot(
    "speed", _SPEED, "speed", 0.1, 300.0, before=SPEED_BEFORE,
    after=vocabulary("speed, initially, when, at first, to start with"),
    by_unit=True, because="how far a vehicle runs on turns on how fast it is",
)  # fmt: skip
FRICTION: Final = Slot(
    "friction", Unit.ONE, "friction of the tyres", 0.01, 2.0, before=FRICTION_BEFORE,
    after=vocabulary("friction, grip, friction coefficient, coefficient of friction, adhesion, mu"),
    because="how hard a vehicle can brake turns on the grip of its tyres",
)  # fmt: skip
DECELERATION: Final = Slot(
    "deceleration", _ACCELERATION, "deceleration", 0.01, 100.0, before=DECELERATION_BEFORE,
    after=vocabulary("deceleration, of deceleration, braking, of braking, retardation"),
    by_unit=True, because="how far a vehicle runs on turns on how hard it brakes",
)  # fmt: skip
REACTION: Final = Slot(
    "reaction_time", Unit.SECOND, "reaction time", 0.0, 60.0,
    before=REACTION_BEFORE, after=REACTION_AFTER,
    default=0.0, because="the goal speaks of braking alone",
)  # fmt: skip
SLOPE: Final = Slot(
    "slope", Unit.DEGREE, "slope, uphill positive", -45.0, 45.0,
    before=vocabulary("slope of, grade of, incline of, uphill at, inclined at, hill of, "
                      "descent of, "
                      "ascent of, gradient of, gradient, slope, sloping at, slopes at, sloping by, "
                      "slopes by, falls by, falling by, rises by, rising by, tilted by, "
                      "downhill at, "
                      "steepness of, road of, slope is, hill is, theta"),
    after=vocabulary("slope, grade, hill, incline, uphill, downhill, descent, ascent, gradient, "
                     "down, up, downgrade, upgrade, street, road, ramp"),
    default=0.0, because="the road is level unless the goal says otherwise",
)  # fmt: skip
SLOPE_SHARE: Final = Slot(
    "slope_share", Unit.ONE, "slope in percent", 0.0, 1.0,
    before=SLOPE.before, after=SLOPE.after, symbol="percent", optional=True,
)  # fmt: skip
STOP: Final = Limit(
    "stopping_distance", _METRE, "stopping distance", 0.01, 1e5,
    says="Its stopping distance is",
    at_most=("stops", "runs_on"), at_least=("runs_on", "stops"),
    within=("stops_at", "stops_elsewhere"), plain=Comparison.AT_MOST,
    before=STOP_BEFORE, after=STOP_AFTER, by_unit=True,
    seen=lambda comparison, slot: Seen(
        Measure.DISPLACEMENT, _METRE, ("car",), comparison, slot,
        "How far does the vehicle run on?",
    ),
)  # fmt: skip
STOP_TIME: Final = Limit(
    "stopping_time", Unit.SECOND, "time to stop", 0.01, 1e4,
    says="Its time to stop is",
    at_most=("stops", "runs_on"), at_least=("runs_on", "stops"),
    within=("stops_at", "stops_elsewhere"), plain=Comparison.AT_MOST,
    before=TIME_BEFORE, after=TIME_AFTER,
    seen=lambda comparison, slot: travelling(
        comparison, slot, "car", "How long does the vehicle run on?"
    ),
)  # fmt: skip
_SLIDING: Final = Speaks(
    all_of=(STOPPING, SLOWED_BY),
    helps=vocabulary("friction, mu, slides, comes to rest, stops, grip, v, sliding, deceleration"),
    units=frozenset({_SPEED, _METRE}),
    never=NEVER_SLIDING,
    tolerates=("vehicle", "person", "force", "machine"),
)  # fmt: skip


# Somebody who reacts late; 'brakes at once' says that nobody does.
_SLOW_TO_REACT: Final = vocabulary(
    "reaction time, reaction delay, thinking time, reacts late, reacts slowly, reaction distance"
)
_QUICK: Final = vocabulary(
    "no reaction, zero reaction, without reaction, no thinking, zero thinking, without any "
    "reaction, no delay, ignoring reaction, ignore reaction, neglecting reaction, not counting, "
    "reaction time aside, leaving out, without counting, excluding reaction, already on, "
    "reaction time ignored, no driver reaction, reaction time neglected, instant reaction, "
    "reaction ignored, reaction delay ignored, without thinking, without a reaction, "
    "disregarding, discounting, without delay, at once, neglect, neglecting, immediately, "
    "instantly, reaction delay, ignoring the reaction, ignoring any, reaction time excluded, "
    "without any, not including, apart from, reaction not included, not counted, uncounted, left "
    "out, set aside, alert driver reacting at once"
)


# A vehicle with a grip that hits or misses something brakes before it.
_HITTING: Final = Speaks(
    all_of=(VEHICLES, SLOWED_BY, (*STOPS, *RUNS_ON)),
    helps=vocabulary("friction, mu, grip, ahead, reaction, wall, deer, hits, misses, moving"),
    units=frozenset({_SPEED, _METRE}),
    never=NEVER,
    tolerates=("vehicle", "person", "force", "machine", "rolling", "collision", "fluid"),
)


def _outright(
    words: Words, given: tuple[Parameter, ...], found: tuple[Parameter, ...]
) -> tuple[Parameter, ...]:
    """Keep a bound that is said outright: 'runs on for less than 30 m' asks for no more.

    Running on turns only what bounds by itself: 'runs on 30 m', 'past the wall 30 m ahead'.
    """
    if not words.asserted(RUNS_ON)[0] or any(words.asserted(STOPS)):
        return found
    firm = {m.start for m in read_quantities(words).mentions if m.firm}
    names = {p.words.start: p.name for p in given if p.words is not None}
    return tuple(
        p.revised(name=names.get(p.words.start, p.name))
        if p.words is not None and p.words.start in firm
        else p
        for p in found
    )


def _as_angle(share: Parameter) -> Parameter:
    """Give a slope in percent as an angle."""
    angle = math.degrees(math.atan(share.quantity.value))
    quantity = share.quantity.revised(value=angle, unit=Unit.DEGREE)
    because = "the angle of a slope in percent"
    return share.revised(
        name=SLOPE.name, quantity=quantity, source=ParameterSource.INFERRED, because=because
    )


def _downhill(slope: Parameter) -> Parameter:
    """Give the slope as one that goes down: uphill is positive."""
    quantity = slope.quantity.revised(value=-abs(slope.quantity.value))
    return slope.revised(quantity=quantity, source=ParameterSource.INFERRED, because="downhill")


# What slides over the floor rides on no vehicle.
_FREELY: Final = vocabulary(
    "across the floor, along the floor, over the floor, across the ice, over the ice, along the "
    "ice, across a floor, across the table, along the table, across a table, across the bar, "
    "along the bar, slides to a stop, slides to rest, slides to a halt, across the rink, along "
    "the track, on the ice, over level, across level, onto the grass, on a level floor, on level "
    "ground, along the ground, across the ground, on a horizontal, over a horizontal, along a "
    "horizontal, across a horizontal, along the counter, across the counter, on a level surface, "
    "across a level"
)
_CARRIERS: Final = vocabulary(
    "truck, lorry, van, bus, train, car, tram, wagon, trailer, bed, flatbed"
)


class Braking(Sweeping):
    """A vehicle stops within a distance, or runs on."""

    name = "braking"
    purpose = "a vehicle brakes and stops within a distance, or does not"
    domain = Domain.VEHICLE_DYNAMICS
    equation = "d = v t_r + v² / (2 a);  a = g (mu cos(theta) + sin(theta))"
    law = "friction and work: the brakes take the kinetic energy over the stopping distance"
    outcomes = ("stops", "runs_on", "stops_at", "stops_elsewhere")
    slots = (
        SPEED, FRICTION, DECELERATION, REACTION, SLOPE, SLOPE_SHARE, *STOP.slots,
        *STOP_TIME.slots, MASS, ENGINE, GRAVITY,
    )  # fmt: skip
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
        Formula(
            "stopping_time", Unit.SECOND,
            lambda v: v["reaction_time"] + v["speed"] / v["deceleration"],
            ("speed", "reaction_time", "deceleration"), "time to stop",
        ),
    )  # fmt: skip
    limits = (STOP, STOP_TIME)
    wishes = (Wish("stops", "runs_on", STOPS), Wish("runs_on", "stops", RUNS_ON))
    speaks = Speaks(
        all_of=(VEHICLES, STOPPING),
        helps=vocabulary(
            "brakes, braking, stopping distance, reaction, mu, friction, asphalt, road, "
            "deceleration, obstacle, deer"
        ),
        units=frozenset({_SPEED, _METRE}),
        never=NEVER,
        tolerates=("vehicle", "person", "incline", "force", "rolling", "machine", "fluid"),
    )  # fmt: skip
    # 'brakes at once' says that nobody hesitates.
    tolerated = frozenset({"at once", "immediately", "instantly", "instantaneously",
                           "in an instant", "in no time"})  # fmt: skip
    contrary = CONTRARY
    deniable = ENOUGH
    sights = (
        Check(
            name="stops_in_time",
            statement="The vehicle comes to rest before the marked end of the distance.",
            antonym="The vehicle is still moving when it passes the marked end of the distance.",
            shows=("stops",),
            denies=("runs_on",),
        ),
        Check(
            name="comes_to_rest",
            statement="In the end the vehicle stands still.",
            antonym="The vehicle is still moving at the end of the film.",
            shows=("stops", "stops_at"),
        ),
    )

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:
        """See the protocol; a distance that is only bounded in time has no marked end."""
        most, least, _ = (slot.name for slot in STOP.slots)
        marked = scenario.parameter(most) or scenario.parameter(least)
        return self.sights if marked else self.sights[1:]

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """See :class:`storyworld.physics.family.Family`."""
        # A puck or a crate that friction brings to rest obeys the same law, if it has a speed.
        sliding = 0.0
        if _SPEED in units:
            sliding = max(_SLIDING.affinity(words, units), _HITTING.affinity(words, units))
        if sliding and words.any_of(_FREELY) and not words.any_of(_CARRIERS):
            sliding = min(0.97, sliding + 0.15)
        return max(super().affinity(words, units), sliding)

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """See :class:`storyworld.physics.family.Family`."""
        if not any(p.name == SLOPE.name for p in given):
            given = tuple(_as_angle(p) if p.name == SLOPE_SHARE.name else p for p in given)
        if words.any_of(DOWNHILL) is not None:
            given = tuple(_downhill(p) if p.name == SLOPE.name else p for p in given)
        given = as_stated(words, given)
        found = super().interpret(words, given)
        found = replace(found, parameters=_outright(words, given, found.parameters))
        stated = self._stated(found.parameters)
        # 'needs over 40 m to stop', 'slides on for 40 m before it stops': the limit is the claim.
        return replace(found, wanted=stated[0].outcome) if stated else found

    def unsettled(self, words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
        """Name the distance where none is given: everything that brakes stops somewhere."""
        found = open_values(words, given)
        names = {p.name for p in given}
        if not self._stated(given):
            because = "the goal does not say within what distance, and all that brakes stops"
            found.append(MissingParameter(name="stopping_distance", unit=_METRE, because=because))
        if SLOPE.name in names and not words.any_of((*DOWNHILL, *UPHILL)):
            because = "the road slopes, and whether it goes up or down decides"
            found.append(MissingParameter(name="direction", unit=Unit.ONE, because=because))
        if without(words, HITS_BRAKES).asserted(HITS)[0] and words.asserted(STOPS)[0]:
            because = "the goal asks for contrary outcomes: to stop, and to hit something"
            found.append(MissingParameter(name="wanted", unit=Unit.ONE, because=because))
        slow = words.any_of(_SLOW_TO_REACT) is not None and words.any_of(_QUICK) is None
        if slow and REACTION.name not in names:
            because = "the goal speaks of a reaction, and how long it takes decides"
            found.append(MissingParameter(name=REACTION.name, unit=REACTION.unit, because=because))
        return tuple(found)

    def place(self, words: Words, mentions: tuple[Mention, ...]) -> Mapping[int, str]:
        """Tell the time of the reaction from that of stopping: 'brakes after 2 s'."""
        return times(words, mentions)

    def _votes(self, words: Words, *, limited: bool) -> tuple[dict[str, None], bool]:
        """Hear '30 m are not enough to stop' for more than that it stops."""
        words = without(words, HITS_BRAKES)
        enough, lacking = words.asserted(ENOUGH)
        if lacking and not enough:
            return {"runs_on": None}, False
        return super()._votes(words, limited=limited)

    def _turned(
        self, given: tuple[Parameter, ...], votes: Mapping[str, None], *, turned: bool
    ) -> tuple[Parameter, ...]:
        # 'It needs more than 40 m to stop' says so whatever else: only running on turns a limit.
        if not turned and set(votes) == {"stops"}:
            return given
        return super()._turned(given, votes, turned=turned)

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
