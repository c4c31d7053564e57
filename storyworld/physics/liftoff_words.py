"""What people say of rockets that lift off: their quantities, and thrust compared to weight."""

from typing import Final

from storyworld.physics.claims import Limit, Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.physics.heavenly_bodies import BODIES, MOON
from storyworld.physics.liftoff_motion import MOST_BURNT
from storyworld.physics.nearby import says
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit

_NEWTON, _ONE, _SECOND = Unit.NEWTON, Unit.ONE, Unit.SECOND
_ACCELERATION: Final = Unit.METRE_PER_SECOND_SQUARED

THRUST: Final = Slot(
    "thrust", _NEWTON, "thrust of all engines", 0.0, 1e10,
    before=vocabulary("thrust, thrust of, total thrust of, combined thrust of, t, f, pushing at, "
                      "pushes with, pushing with, pushes at, force of, produces, producing, gives, "
                      "delivers, delivering, develops, engine thrust, thrust is, stuck at, steady, "
                      "exerts, exerting, generates, generating, makes, provides, total thrust, "
                      "give, muster, musters, muster only, pushes up with, pushed by, thrusts "
                      "with, thrusts with a constant, constant, shove with, shoves with, engine "
                      "force, push of, a push of, pushes, pushing, total, musters only, puts out, "
                      "motor thrust, engine thrust of, f thrust, pull, thrusts at, develop, "
                      "produce, produces a steady, deliver, together give, upward force of, up "
                      "with"),
    after=vocabulary("thrust, of thrust, total thrust, of push, engine, motor, in total, booster, "
                     "of total thrust, liftoff thrust, combined, altogether, "
                     "of engine thrust, upward, of upward force, of force, upwards, of shove, of "
                     "engine push, engines together, together, motor and, throughout, thrust "
                     "engine, motors together, of lift"),
    by_unit=True, because="whether a rocket lifts off turns on its thrust",
)  # fmt: skip
EACH: Final = Slot(
    "thrust_each", _NEWTON, "thrust of each engine", 0.0, 1e10,
    after=vocabulary("each, apiece, per engine, per motor"), optional=True,
)  # fmt: skip
ENGINES: Final = Slot(
    "engines", _ONE, "number of engines", 1.0, 100.0,
    before=vocabulary("engines, number of engines, motors, n"),
    after=vocabulary("engines, motors, boosters, thrusters, identical engines, rocket motors, "
                     "nozzles, rocket engines, main engines"),
    counts=True, optional=True,
)  # fmt: skip
WEIGHT: Final = Slot("weight", _NEWTON, "weight", 1e-3, 1e10, optional=True)
ISP: Final = Slot(
    "isp", _SECOND, "specific impulse", 1.0, 1e5,
    before=vocabulary("isp, specific impulse, specific impulse of, isp of"),
    after=vocabulary("isp, specific impulse, of specific impulse"), optional=True,
)  # fmt: skip
EXHAUST: Final = Slot(
    "exhaust_speed", Unit.METRE_PER_SECOND, "speed of the exhaust", 10.0, 1e6, optional=True,
)  # fmt: skip
NEEDING: Final = frozenset(vocabulary("needs, need, requires, require, takes, take"))
RATIO: Final = Slot(
    "ratio", _ONE, "thrust to weight at ignition", 0.0, 1e4,
    before=vocabulary("thrust to weight ratio, thrust to weight ratio of, thrust to weight, twr, "
                      "thrust weight ratio, t / w, t / w ratio, t / w of, ratio of, t / w ratio "
                      "of"),
    after=vocabulary("times its weight, times its own weight, times the weight, of its weight, "
                     "times the rocket's weight, of its own weight, thrust to weight ratio, "
                     "thrust to weight, times as large as its weight"),
    because="whether a rocket lifts off turns on its thrust by its weight",
)  # fmt: skip
SHARE: Final = Slot(
    "share", _ONE, "share of the mass that is burnt", 0.0, MOST_BURNT,
    because="how much lighter it gets turns on its mass flow and burn time",
)  # fmt: skip
LIFTOFF: Final = Limit(
    "liftoff_time", _SECOND, "time from ignition to liftoff", 0.0, 1e5,
    says="It leaves the pad after",
    at_most=("lifts_in_time", "lifts_later"), at_least=("lifts_later", "lifts_in_time"),
    within=("lifts_then", "lifts_at_another_time"), plain=Comparison.AT_MOST,
    before=vocabulary("within, in, no later than, not later than, after, by, in under, less than, "
                      "before, at most, at t"),
    after=vocabulary("after ignition, of ignition, after engine start, after lighting, from "
                     "ignition, of engine start, after the engine, after the engines, after start"),
)  # fmt: skip
RISE: Final = Limit(
    "liftoff_acceleration", _ACCELERATION, "acceleration at liftoff", 0.0, 1e4,
    says="It leaves the pad with an acceleration of",
    at_most=("rises_gently", "rises_harder"), at_least=("rises_harder", "rises_gently"),
    within=("rises_so_hard", "rises_otherwise"),
    before=vocabulary("accelerates at, accelerating at, acceleration, acceleration of, initial "
                      "acceleration, initial acceleration of, rises at, with an acceleration of, "
                      "accelerates upward at, accelerates upwards at, a, a =, lifts off at"),
    after=vocabulary("acceleration, upward, upwards, initially, at liftoff, at first"),
)  # fmt: skip

_WEIGHTS: Final = ("its weight", "its own weight", "the weight", "weight", "what it weighs",
                   "the rocket's weight", "the rocket weighs", "it weighs", "their weight",
                   "the vehicle's weight", "the force of gravity")  # fmt: skip


def of_weight(leads: str) -> tuple[str, ...]:
    """Give phrases that compare with the weight: 'less than' gives 'less than its weight'."""
    return tuple(f"{lead} {weight}" for lead in vocabulary(leads) for weight in _WEIGHTS)


# Words that compare thrust and weight; the first that occurs is taken.
COMPARED: Final = (
    (of_weight("slightly below, just below, slightly less than, just less than, just under, "
                "slightly under, a little less than, a little below, slightly smaller than, "
                "a bit less than, a bit below, slightly lower than, marginally less than, "
                "marginally below, barely below, nearly, almost, almost equal to"),
     (0.90, 0.999)),
    (of_weight("slightly above, just above, slightly more than, just over, a little more than, "
                "slightly greater than, a little above, just more than, slightly larger than, "
                "marginally more than, marginally above, slightly exceeds, just exceeds"),
     (1.001, 1.10)),
    (of_weight("less than, below, smaller than, lower than, under, weaker than, falls short of, "
                "does not exceed, doesn't exceed, short of, no match for, does not reach, doesn't "
                "reach, not as much as, not as large as, lower in newtons than, does not match"),
     (0.02, 0.999)),
    (of_weight("more than, above, greater than, larger than, exceeds, exceeding, over, "
                "higher than, in excess of, stronger than, bigger than"), (1.001, 20.0)),
)  # fmt: skip
EXACT: Final = (
    (of_weight("twice, double"), 2.0), (of_weight("three times, triple"), 3.0),
    (of_weight("half, half of"), 0.5),
    (of_weight("equal to, equals, exactly, the same as, identical to, matches, equalling"), 1.0),
)  # fmt: skip
NO_LOSS: Final = vocabulary(
    "both constant, both being constant, both of them constant, both stay constant, both remain "
    "constant, both kept constant, both held constant, both unchanging, both fixed, both are "
    "constant, mass loss neglected, mass loss is neglected, mass loss being negligible, mass "
    "constant, "
    "mass loss ignored, mass loss is ignored, ignoring the mass loss, neglecting the mass loss, "
    "ignore the mass loss, negligible loss of mass, loss of mass is negligible, loss of mass "
    "neglected, no loss of propellant, mass being constant, mass is kept constant, mass held "
    "constant, no mass loss, without mass "
    "loss, without losing mass, without any mass loss, constant mass, "
    "tonnes constant, t constant, kg constant, tons constant, mass is constant, mass stays "
    "constant, mass stays the same, mass does not change, loses no "
    "mass, mass remains constant, fixed mass, no loss of mass, mass loss is negligible, unchanging "
    "mass, does not lose mass, doesn't lose mass, without any loss of mass, mass loss negligible, "
    "mass doesn't change, burns no propellant, its mass constant, mass unchanged, propellant use "
    "is negligible, negligible mass loss, ignoring mass loss, neglecting mass loss, losing no "
    "mass, "
    "propellant it uses is negligible, fuel it uses is negligible, negligible propellant, without "
    "getting lighter, does not get lighter, gets no lighter, mass fixed, ignore mass loss, "
    "same mass throughout, without burning off mass, no propellant loss, neglect mass loss"
)
AT_ONCE: Final = vocabulary(
    "immediately, at once, instantly, right away, as soon as, straight away, at ignition it, "
    "the moment, the instant, without delay, from the first moment, in an instant"
)
PLACES: Final = (
    (MOON, ("moon ascent", "moon lander")),
    (BODIES["mars"], ("mars ascent", "mars lander")),
)  # fmt: skip
ALIKE: Final = vocabulary("each, apiece, per engine, per motor, per booster, a piece, from each")
PLURAL: Final = frozenset({"engines", "motors", "boosters", "thrusters"})


UPWARDS: Final = vocabulary(
    "off the pad, off its pad, off the ground, into the air, into the sky, off the launch pad, "
    "off the surface, up into space, off the stand, off its stand, off the launch stand, off the "
    "launch rail, off its launch pad, off its rail, off the launch table, off its launcher"
)
LATE: Final = vocabulary(
    "late, only after, delayed, belatedly, not until, only once, only when it has burnt, "
    "only when it has burned, after a delay, with a delay"
)
AT_FIRST: Final = vocabulary("at first, first, initially, for a while, then, until, before it")


def relative(behind: tuple[str, ...]) -> float | None:
    """Give the sign of '5 % below its weight': -1; None where a percentage is no such thing."""
    if says(behind, of_weight("below, less than, under, smaller than, short of, lower than")):
        return -1.0
    if says(behind, of_weight("above, more than, over, greater than, larger than, higher than")):
        return 1.0
    return None


def more_thrust(behind: tuple[str, ...]) -> float | None:
    """Give the sign of '15 % more thrust than weight': 1; None where it is no such thing."""
    if behind[1:3] == ("thrust", "than") and "weight" in behind[3:5]:
        return {"more": 1.0, "less": -1.0, "greater": 1.0, "lower": -1.0}.get(behind[0])
    return None


WISHES: Final = (
    Wish("lifts", "sits", vocabulary(
        "lifts off, lift off, lifting off, lifted off, lifted, raised, liftoff, takes off, take "
        "off, taking off, "
        "leaves the pad, leave the pad, leaves pad, leaves ground, leaves the ground, leave the "
        "ground, gets off the "
        "ground, rises, rise, rising, ascends, ascend, climbs, leaves its "
        "pad, leaves the launch pad, leave the launch pad, clears the tower, clears the pad, "
        "rises off, gets get leaves the surface, leaves the lunar "
        "surface, leaves the martian surface, goes up, blasts off, blast off, leaves the launch "
        "rail, leaves the launchpad, lifts itself, lifts, "
        "gets airborne, airborne, moves up, can leave, starts to rise, leaves the launch rod, "
        "launches, launch itself, gets leaves earth, leaves mars, "
        "leaves the moon, "
        "departs, depart, departs upward, departs from the pad, up it goes, up she goes, off it "
        "goes, off she goes, away it goes, up goes, off goes, shoots up, shoot up, soars, soar, "
        "climbs away, takes to the sky, takes to the air, gets off, get off, can rise, heads "
        "skyward, flies, fly, flies off, goes skyward, becomes airborne, lift itself, is airborne, "
        "get airborne, goes aloft, takes flight, gets going, off the launch rod, off the rod, off "
        "the launch rail, heads up, heads upward, get away from, gets away from, clear the pad, "
        "clear the tower, leaves its stand, leaves the stand, leave the stand, gets clear of, "
        "quits the pad, breaks away from, comes off the, come off the, go up, move up, lift, raise "
        "itself, raises itself, gets moving, climb, launch, shoots into, leaves, leave, rockets "
        "up, roars up, whooshes up, goes off up, starts upward, starts upwards, begins to rise, "
        "stir, stirs, stir from, gets up, rise from, move off, moves off, gets away"),
        turns=True),
    Wish("sits", "lifts", vocabulary(
        "stays on the pad, stay on the pad, sits on the pad, sit on the pad, remains on the pad, "
        "stays put, stays on the ground, sits on the ground, remains on the ground, stuck on "
        "the pad, stays where it is, cannot leave, does nothing but smoke, stays grounded, too "
        "heavy, too weak, stays on its pad, sits on its pad, sits there, remains on "
        "its pad, stays on the launch pad, sits still, sits on the launch pad, remains grounded, "
        "does not budge, never budges, doesn't budge, remains on the launch pad, fails to move, "
        "stands still, does not move, never moves, doesn't move, stays down, pinned to the pad, "
        "stuck on pad, stays on pad, remains on pad, sits on pad, sits tight, stays where it "
        "stands, stays right where, goes nowhere, not go anywhere, stuck to the, remains where it "
        "is, remain where it is, stays earthbound, remains earthbound, stuck on its pad, stuck on "
        "the ground, stuck on the launch pad, remains seated, stay put, stay where, sits where, "
        "overweight, unable to leave, stays standing, remains standing, keeps sitting, stay on the "
        "ground, remains put, just sits, stays on the stand, never leaves")),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("rocket, rockets, launcher, launch vehicle, booster, lander, ascent stage, "
                   "ascent vehicle, missile, spacecraft, spaceship, starship, shuttle, "
                   "space shuttle, model rocket, thrust to weight, twr, thrust, firework, "
                   "rocket's, vehicle, jetpack, launchpad, launch pad, "
                   "hopper, firecracker, skyrocket, sky rocket, engines, ascent module, boosters, "
                   "launchers, launch system, sounding rocket, upper stage, first stage, space "
                   "ship, motors, craft, stage, motor, "
                   "t / w, t / w ratio, propellant, liftoff, lift off, ignition"),
        vocabulary("lifts off, lift off, liftoff, lifting off, lifted off, takes off, take off, "
                   "leaves, leave, leaving, rises, rise, rising, pad, off the ground, ascends, "
                   "ascend, climbs, climb, climbing, blasts off, blast off, launch rail, "
                   "airborne, goes up, "
                   "launchpad, budge, budges, launches, taking off, moves up, lifts, lifts itself, "
                   "departs, depart, up it goes, up she goes, off it goes, off she goes, up goes, "
                   "shoots up, shoot up, soars, soar, heads skyward, flies, fly, goes skyward, "
                   "aloft, launch rod, too heavy, stays where, goes nowhere, stays put, stays on, "
                   "stay on, sits, lift, go up, gets off, get off, goes off, upward, upwards, "
                   "stand, ground, launch, takes to the, goes anywhere, earthbound"),
    ),
    helps=vocabulary("rocket, thrust, engines, lifts off, liftoff, pad, propellant, ignition, "
                     "rocket's, launcher, lander, its weight, rocket's weight, takes off, motor, "
                     "booster, on the pad"),
    units=frozenset({_NEWTON, Unit.KILOGRAM, Unit.KILOGRAM_PER_SECOND}),
    never=vocabulary("delta v, mass ratio, escape velocity, orbit, orbits, wall, gap, spring, "
                     "water rocket, car, horizontal, horizontally, drone, quadcopter, balloon, "
                     "helicopter, aeroplane, airplane, runway, winch, crane, bounces, down the "
                     "ramp, up the ramp, "
                     "down a ramp, up a ramp, inclined, incline, off a ramp, "
                     "falls from, dropped, hover, hovers, hovering, elevator, cable, "
                     "its velocity, speed by, faster"),
    tolerates=("machine", "flight", "force", "change", "vehicle", "person"),
)  # fmt: skip
