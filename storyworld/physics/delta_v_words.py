"""What people say of the rocket equation: the quantities of a goal, and the words for them."""

from typing import Final

from storyworld.physics.claims import Limit, Seen, Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_SPEED, _ONE, _SECOND = Unit.METRE_PER_SECOND, Unit.ONE, Unit.SECOND

ISP: Final = Slot(
    "isp", _SECOND, "specific impulse", 1.0, 1e6,
    before=vocabulary("isp, specific impulse, specific impulse of, isp of, i sp, impulse of, "
                      "isp is, specific impulse is, "
                      "engine of, engines of, engine with, motor of, at an isp of, at isp"),
    after=vocabulary("isp, specific impulse, of specific impulse, of isp, engine, impulse"),
    because="how much speed a rocket gains turns on its specific impulse or exhaust velocity",
)  # fmt: skip
EXHAUST: Final = Slot(
    "exhaust_speed", _SPEED, "exhaust velocity", 10.0, 3e8,
    before=vocabulary(
        "ejects, expels, ejecting, expelling, shoots out, ejected, expelled, exhaust velocity, "
        "exhaust velocity of, exhaust speed, exhaust speed of, v e, ve, vex, "
        "v ex, v exhaust, effective exhaust velocity, effective exhaust velocity of, exhaust "
        "leaves the nozzle at, exhaust leaves at, exhaust leaves it at, ejected at, expelled at, "
        "exhausted at, gas at, gases at, expels it at, exhaust at, propellant at, jet velocity of, "
        "ejects gas at, throws it out at, thrown out at, exhaust velocity is, exhaust leaving at, "
        "ejection speed of, exhaust gas at, exhaust comes out at, nozzle at, ejection velocity of, "
        "gases leave at, exhaust"),
    after=vocabulary("exhaust, exhaust velocity, of exhaust velocity, exhaust speed"),
    because="how much speed a rocket gains turns on its exhaust velocity",
)  # fmt: skip
RATIO: Final = Slot(
    "mass_ratio", _ONE, "mass ratio, full over empty", 1.0, 1e6,
    before=vocabulary("mass ratio, mass ratio of, m0 / mf, m0 / m1, mass ratios of, mass ratio is, "
                      "mass ratios, r, ratio of full to empty mass of, initial to final mass "
                      "ratio of, wet to dry ratio of, wet to dry mass ratio of, mr, full to empty "
                      "ratio of, full to empty mass ratio of, wet dry mass ratio of, ratio of, "
                      "ratio of full to empty, full to empty ratio, ratio of masses, wet to dry "
                      "ratio, m0 / m, m i / m f, wet / dry, full / empty, initial mass over final "
                      "mass of, mass ratio equal to, m wet / m dry, ratio m0 / mf of, ratio"),
    after=vocabulary("mass ratio, to one mass ratio, times heavier full than, times heavier full, "
                     "times as heavy full, times as heavy at the start, times heavier at the "
                     "start, times heavier fuelled, times as heavy fuelled, times as heavy with, "
                     "times its empty mass, times its dry mass, times its final mass, times "
                     "lighter, times lighter at the end, times heavier wet, times as heavy wet, "
                     "times its empty weight, times as massive, times the empty mass, times the "
                     "dry mass, times as heavy when full, times heavier when full, times heavier "
                     "with, fold lighter, times less at the end"),
    because="how much speed a rocket gains turns on its mass ratio: propellant, full, empty mass",
)  # fmt: skip
FRACTION: Final = Slot(
    "propellant_share", _ONE, "share of propellant in the mass", 0.0, 0.999, symbol="percent",
    before=vocabulary("propellant fraction, propellant fraction of, propellant mass fraction, fuel "
                      "fraction of, propellant mass fraction of, fuel fraction, made up of, "
                      "fuel, propellant, tanks hold, carries, fuel share, fuel share of, "
                      "propellant share of, propellant share, mass fraction, mass fraction of, "
                      "carrying, burning, burns"),
    after=vocabulary("propellant, of its mass, fuel, of its mass is propellant, of which is, of "
                     "the "
                     "mass, of its initial mass, of its total mass, of its launch mass, xenon, "
                     "of the total mass, of its wet mass, hydrazine, propellant by mass, of it, "
                     "by mass, by weight, of the craft, of the ship, of the rocket, of the stage, "
                     "of the launch weight, of its weight, of its starting mass, of the starting "
                     "mass, of the vehicle, of the launch mass, of what it weighs, of the "
                     "spacecraft, of a"),
    optional=True,
)  # fmt: skip
STAGES: Final = Slot(
    "stages", _ONE, "number of like stages", 1.0, 10.0,
    before=vocabulary("stages, number of stages"),
    after=vocabulary("stages, identical stages, equal stages, like stages"),
    counts=True, default=1.0, because="one stage unless the goal says otherwise",
)  # fmt: skip
LOSSES: Final = Slot(
    "losses", _SPEED, "speed lost to gravity and drag", 0.0, 1e5,
    before=vocabulary("losses of, gravity losses of, drag losses of, loses, losses, gravity "
                      "losses, "
                      "losses add up to, after losing, gravity and drag losses of, minus, loss of, "
                      "gravity loss of, losing, gravity and drag take"),
    after=vocabulary("of losses, losses, of gravity losses, lost to gravity, gravity losses, lost, "
                     "of gravity loss, are lost, is lost, of gravity and drag losses, to gravity "
                     "losses, to losses, of drag losses, lost to drag, gravity loss, to gravity"),
    default=0.0, because="a rocket equation without losses unless the goal states some",
)  # fmt: skip
ISP_2: Final = Slot("isp_2", _SECOND, "specific impulse of stage 2", 1.0, 1e6, optional=True)
RATIO_2: Final = Slot("mass_ratio_2", _ONE, "mass ratio of stage 2", 1.0, 1e6, optional=True)

KILOMETRE_A_SECOND: Final = 1000.0  # on film one metre of the rule


def _seen(comparison: Comparison, slot: str) -> Seen:
    return Seen(
        Measure.DISPLACEMENT, Unit.METRE, ("pointer",), comparison,
        lambda v: v[slot] / KILOMETRE_A_SECOND,
        "How far does the pointer get on the rule, one metre for 1 km/s?",
    )  # fmt: skip


NEED: Final = Limit(
    "delta_v", _SPEED, "speed it gains", 0.0, 1e8,
    says="It gains a speed of",
    at_most=("short", "reaches"), at_least=("reaches", "short"),
    within=("gains_so_much", "gains_otherwise"), plain=Comparison.AT_LEAST,
    before=vocabulary(
        "gains, gain, gaining, delta v, delta v of, dv, δv, deltav, picks up, speeds up by, "
        "accelerates by, velocity by, speed by, reaches, reach, attains, attain, achieves, "
        "achieve, provides, delivers, gives, yields, velocity change of, speed change of, orbit, "
        "change of, needed, needs, need, requires, required, takes, which takes, it by, "
        "change in speed of, change in velocity of, final speed of, final velocity of, up to, "
        "boosts it by, slows down by, increase its speed by, δ v, total of, adds, gained, "
        "δv of, velocity gain of, speed gain of, escape velocity of, escape speed of, "
        "burnout speed of, burnout velocity of, dv of, as much as, delta, rest to"),
    after=vocabulary(
        "delta v, of delta v, δv, of δv, incl losses, including losses, with losses included, "
        "faster, needed, required, including gravity losses, of dv, incl, including, total, "
        "of velocity change, of speed, with losses, needed for orbit, of velocity, for orbit, "
        "needed to reach orbit, is attained, is reached, change in speed, in total, burn, "
        "manoeuvre, maneuver, inc losses, included, counting losses, dv"),
    by_unit=True, seen=_seen,
)  # fmt: skip

ORBIT: Final = vocabulary(
    "reaches orbit, reach orbit, into orbit, low earth orbit, gets to orbit, get to orbit, to leo, "
    "reaching orbit, makes orbit, make orbit, reaches leo, reach leo, to low earth orbit, "
    "gets into orbit, attains orbit, to orbit, single stage to orbit, earth orbit, makes it to "
    "orbit"
)
ESCAPE: Final = vocabulary(
    "escapes the earth, escapes earth, escape the earth, escape earth, reaches escape velocity, "
    "escape velocity, earth's gravity, leaves the earth for good, escape speed"
)
ALREADY: Final = vocabulary(
    "from orbit, in orbit, from low earth orbit, from leo, parking orbit, from the moon, lunar, "
    "moon, mars, from a low, geostationary, transfer orbit, higher orbit, raises its orbit"
)
VERTICAL: Final = vocabulary(
    "straight up, vertically, against gravity, from the pad, from the launch pad, from the ground, "
    "from the surface, climbs, lifts off"
)
LOST: Final = vocabulary(
    "losses, loss, without losses, ignoring gravity, neglecting gravity, no gravity, free space, "
    "deep space, ignore gravity, gravity free, ideal, lost, incl, including"
)
ALL: Final = vocabulary("each, apiece, identical, equal, both, per stage, every")


WISHES: Final = (
    Wish("reaches", "short", vocabulary(
        "gains, gain, gaining, reaches, reach, reaching, attains, attain, attained, reached, "
        "achieves, achieve, achieved, picks up, pick up, speeds up by, speed up by, delivers, "
        "changes its speed, change its speed, alters its, alter its, changes its velocity, "
        "change its velocity, "
        "accelerates by, provides, provide, accelerate by, escapes, escape, is enough, "
        "suffices, sufficient, makes orbit, gets into orbit, get into orbit, gets to orbit, "
        "can supply, supplies, manages, manage, gets to, get to, deliver, slows down by, "
        "enough, "
        "adds, add, gives, give, has it, it can, goes up by, increases by, increases its, alters, "
        "alter, gets, makes the, makes a, is attainable, is possible, is available, has the, "
        "available, changes by, ends up faster, is then going, comes out of, goes faster, ends up "
        "going, outruns, comes to, can slow, rises by"),
        turns=True),
    Wish("short", "reaches", vocabulary(
        "falls short, fall short, falls short of, runs short, run short, running short, not "
        "enough, too little, insufficient, "
        "runs out before, runs dry before, runs out of propellant before, comes up short, "
        "runs out of fuel before, is too weak, "
        "does not get, lacks, cannot supply, less than it needs, less than needed, less than "
        "required, not sufficient")),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("isp, specific impulse, exhaust, delta v, mass ratio, δv, dv, propellant, "
                   "rocket equation, deltav, mass ratios, tsiolkovsky, δ v, "
                   "fuel, gas leaves, expels gas, gases leave, ve, v e, m0 / mf, wet to dry, wet "
                   "dry, throwing out, throws out, dumps, dump, its gases, flings out, ejects, "
                   "ejecting, expels, expelling, jet, ion thruster, ion engine, ion drive, xenon, "
                   "mass fraction, reaction mass, burns, burning, burn, spends, thrown out, spits "
                   "out, its mass, "
                   "fully fuelled, fuelled, fueled, dry, fully fueled, once empty, ion drive at, "
                   "impulse, "
                   "second engine, s engine, tsiolkovsky equation"),
        vocabulary("delta v, alters its, alter its, falls short, fall short, gains, gain, speeds "
                   "up, speed up, changes "
                   "its, change its, "
                   "reaches, "
                   "reach, attained, attains, attain, achieves, achieve, picks up, pick up, "
                   "orbit, escapes, escape, δv, dv, delivers, deltav, accelerates, provides, "
                   "change in, reached, speed change, velocity change, gets to, get to, "
                   "velocity gain, achieved, deliver, slows down, final velocity, final speed, "
                   "accelerate, manages, provide, supplies, "
                   "km / s, m / s, faster, speeds, its speed, velocity, increase, slow, brake, "
                   "budget, outruns, gets, adds, gives, available, kilometres per second, metres "
                   "per second, quicker"),
        vocabulary("rocket, stage, stages, isp, specific impulse, exhaust, craft, spacecraft, "
                   "satellite, probe, mass ratio, propellant, thruster, delta v, δv, ship, "
                   "upper stage, booster, engine, vehicle, deltav, spaceship, "
                   "tug, orbiter, cubesat, cube sat, lander, kick stage, transfer stage, shuttle, "
                   "launcher, capsule, ve, v e, ion, asteroid probe, space probe, satellites, "
                   "probes, m0 / mf, rocket equation, space, spacecraft's, rocket's, stage's, "
                   "probe's, satellite's, craft's, ship's, vehicle's, engine's, rockets"),
    ),
    helps=vocabulary("isp, specific impulse, mass ratio, delta v, stage, exhaust velocity, "
                     "propellant, km / s, dry mass, wet mass"),
    units=frozenset({_SPEED, _SECOND, Unit.KILOGRAM}),
    never=vocabulary("lifts off, lift off, liftoff, takes off, leaves the pad, car, balloon, "
                     "spring, wall, gap, skateboard, ice, recoil, "
                     "airborne, off the ground, off the pad, off its pad, leaves the ground, "
                     "leaves pad, up it goes, launch pad, launch rail, blasts off, newtons, "
                     "kilonewtons, thrust of, kn, mn"),
    tolerates=("machine", "flight", "force", "change", "vehicle", "person", "weightless",
               "fluid", "spring", "stack", "magnet"),
)  # fmt: skip
