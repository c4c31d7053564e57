"""What people say of pendulums: the quantities a goal gives or asks for, and the words for them."""

from typing import Final

from storyworld.physics.claims import Limit, Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.physics.reach import Reach
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_METRE, _SPEED, _DEGREE = Unit.METRE, Unit.METRE_PER_SECOND, Unit.DEGREE
SMALL: Final = vocabulary(
    "small, small angle, small amplitude, small swings, tiny, gently, gentle, slight, slightly, "
    "little, small oscillations, low amplitude"
)
PUSHED: Final = vocabulary(
    "push, pushed, pushes, shove, shoved, kick, kicked, thrown, throws, launched, flung, hurled, "
    "swung hard, nudged"
)
RISES: Final = ("swings", "swing", "rises", "rise", "climbs", "climb", "comes", "goes", "gets")
HALF: Final = vocabulary("half swing, half swings, half a swing, one way, half period")
FAR: Final = vocabulary("far side, other side, opposite side, across to, other end")
BOTTOM: Final = vocabulary("bottom, lowest point, lowest position, vertical position")
A_MINUTE: Final = vocabulary("per minute, a minute, every minute, each minute")

LENGTH: Final = Slot(
    "length", _METRE, "length", 0.001, 500.0,
    before=vocabulary("length, length of, l, string of, rope of, cord of, wire of, thread of, "
                      "chain of, pendulum of, string, rope, ropes, chains, cable, pendulum, "
                      "suspended by, hangs on, hung from, rod of, line of, string length"),
    after=vocabulary("pendulum, long, string, rope, ropes, cord, wire, thread, chain, chains, "
                     "length, cable, long pendulum, in length, line, rod, swing, tether, bar, long "
                     "string, long rope, pendulums, arm"),
    by_unit=True, because="the period turns on how long the pendulum is",
)  # fmt: skip
RADIUS: Final = Slot(
    "bob_radius", _METRE, "radius of the bob", 1e-4, 10.0,
    before=vocabulary("radius, radius of, bob radius, bob of radius, r"),
    after=vocabulary("radius, in radius, radius bob, radius ball"), optional=True,
)  # fmt: skip
BELOW: Final = Slot(
    "below", _METRE, "from the end of the string to the bob's centre", 0.0, 10.0,
    default=0.0, because="the length reaches to the bob's centre unless a string and a bob are "
                         "given apart",
)  # fmt: skip
AMPLITUDE: Final = Slot(
    "amplitude", _DEGREE, "amplitude", 0.01, 179.0,
    before=vocabulary("amplitude, amplitude of, angle, angle of, released at, released from, "
                      "pulled to, pulled aside by, aside by, displaced by, theta, θ, theta0, swing "
                      "of, swings of, swinging, from, through, maximum angle, deflected"),
    after=vocabulary("amplitude, from the vertical, to the vertical, off the vertical, swings, "
                     "either side, each side, deflection, angle"),
    by_unit=True, optional=True,
)  # fmt: skip
ARC: Final = Slot(
    "arc", _DEGREE, "amplitude", 0.0, 179.0, default=12.0, default_u=9.0,
    because="a pendulum of which nothing is said swings by up to 30 degrees to either side",
)  # fmt: skip
SWINGS: Final = Slot(
    "swings", Unit.ONE, "number of swings", 1, 1e6, counts=True,
    before=vocabulary("n, swings, number of swings, swings back and forth"),
    after=vocabulary("swings, swing, oscillations, oscillation, cycles, periods, vibrations, full "
                     "swings, small swings, complete swings, round trips, times, beats, back and "
                     "forth swings, return swings, cycle, to and fro swings, osc"),
    default=1.0, because="a period is one full swing, there and back",
)  # fmt: skip
SHARE: Final = Slot(
    "swing_share", Unit.ONE, "share of a full swing", 0.25, 1.0,
    default=1.0, because="a swing goes there and back",
)  # fmt: skip
RELEASE: Final = Slot(
    "release_height", _METRE, "height of the release above the lowest point", 1e-4, 500.0,
    before=vocabulary("released at, released from, released, released from rest, from rest at, "
                      "from rest, let go at, let go from, let go, dropped from, dropped at, pulled "
                      "back until it hangs, until it hangs, raised to, lifted to, lifted, raised, "
                      "raised by, drawn up to, pulled up to, h0, h 0, starts at, starting height, "
                      "starting height of, release height, starts from, released from a height of, "
                      "height, from a height of, pulled back to, released from rest at a height "
                      "of, starts its swing, begins, starting"),
    after=vocabulary("above its lowest point, above the lowest point, above its lowest position, "
                     "above the bottom, above its rest position, above the rest position, above "
                     "its equilibrium position, above equilibrium, higher than its lowest"),
    because="no pendulum gets higher than where it is let go, nor faster than falling from there",
)  # fmt: skip
START: Final = Slot(
    "start_speed", _SPEED, "speed at the release", 0.0, 100.0,
    before=vocabulary("initial speed, initial speed of, initial velocity of, pushed at, pushed off "
                      "at, push of, kicked off at, launched at, starts at, v0, starting speed of, "
                      "shoved at"),
    after=vocabulary("push, initial speed"),
    default=0.0, because="let go says that nobody pushed it",
)  # fmt: skip

TIME: Final = Limit(
    "time_of_swings", Unit.SECOND, "time of the swings", 1e-3, 1e7,
    says="The swings take", name="time",
    at_most=("within", "too_slow"), at_least=("takes_longer", "too_fast"),
    within=("as_long", "other_time"),
    before=vocabulary("period, period of, t, takes, in, within, under, less than, time, needs, "
                      "every, per, inside, swings in"),
    after=vocabulary("period, per swing, for each swing, each"),
    by_unit=True,
)  # fmt: skip
FREQUENCY: Final = Limit(
    "frequency", Unit.HERTZ, "frequency", 1e-4, 1e4,
    says="It swings at",
    at_most=("slower", "too_often"), at_least=("oftener", "too_seldom"),
    within=("as_often", "other_frequency"),
    before=vocabulary("frequency, frequency of, at, f"), by_unit=True,
)  # fmt: skip
RISE: Final = Reach(
    "far_rise", _METRE, "rise on the far side", 1e-4, 1e4,
    says="On the far side it rises to", name="rise", share=0.01,
    at_most=("stays_below", "rises_above"), at_least=("rises", "violates_energy"),
    within=("gets_there", "violates_energy"),
    before=vocabulary("rises, rises to, rise to, rising to, rise, rose to, climbs, climbs to, "
                      "climb, climb to, climbing to, reaches, reach, reaching, gets to, goes up, "
                      "goes up to, comes up to, swings up to, swings to, swinging up to, ascends "
                      "to, gets up to, rises higher than, higher than, returns to, comes back to, "
                      "gets as high as, as high as, swings back to, back up to"),
    after=vocabulary("on the far side, on the other side, on the opposite side, at the far side, "
                     "up the far side, across, on the far end, far side"),
)  # fmt: skip
SPEED: Final = Reach(
    "bottom_speed", _SPEED, "speed at the lowest point", 1e-3, 1e3,
    says="At the lowest point it moves at", name="speed",
    at_most=("slow", "too_fast_there"), at_least=("fast", "violates_energy"),
    within=("as_fast", "violates_energy"),
    before=vocabulary("bottom at, point at, lowest point at, position at, speed, speed of, moving "
                      "at, moves at, faster than, passes at, reaches, velocity, velocity of, "
                      "exceeds, going, travelling at, traveling at"),
    after=vocabulary("at the bottom, at its lowest point, at the lowest point, at bottom"),
    by_unit=True,
)  # fmt: skip

WISHES: Final = (
    Wish("gains_height", "no_gain", vocabulary(
        "than the point it was, than the point where it was, than the point of release, higher "
        "than it started, higher than where it started, higher than it was released, higher than "
        "where it was released, higher than it was let go, above its starting height, above its "
        "starting point, above the starting height, above its release height, above the release "
        "height, above its release point, above the release point, higher than its starting "
        "height, higher than its starting point, higher than its release point, higher than the "
        "release point, higher than before, higher each time, higher and higher, gains height, "
        "higher with each swing, higher with every swing, higher than the height it was released "
        "from, overshoots its release height, above where it was released, above where it started, "
        "above the point it was released from, exceeds its starting height, exceeds its release "
        "height, higher than on the first, higher than the side it was released from, higher than "
        "from where it was released, higher than the point of release, exceeds its initial height, "
        "than where it was released, than where it started, than it started, than its release "
        "point, than its starting point, than its starting height, than where it was let go, than "
        "it was let go, above its initial height"
    )),
    Wish("no_gain", "gains_height", vocabulary(
        "no higher than it, no higher than where it, no higher than its, not higher than it, not "
        "higher than where, not higher than its, never higher than it, never higher than where, "
        "never higher than its, lower than it started, lower than where it started, lower than "
        "where it was released, lower than its starting height, no higher on, lower on, no higher "
        "than the, never higher on, never above its, never above where, lower than its release "
        "height, lower each time, never higher than the"
    )),
    Wish("same_height", "no_gain", vocabulary(
        "same height, starting height again, back to its starting height, equal height, as high as "
        "it started, as high as where it was released, the height it was released from, to its "
        "original height, its release height again, back to its release height"
    )),
    Wish("within", "takes_longer", vocabulary(
        "completes, complete, finishes, finish, makes, make, gets through, get through, manages, "
        "rises, rise, climbs, climb, reaches, reach, exceeds, exceed"
    ), turns=True),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("lowest point, pendulum, pendulums, pendula, wrecking ball, playground swing, "
                   "swing, bob, swings, swinging, swung, plumb bob, tire swing, tyre swing, rope "
                   "swing, chandelier, oscillates on a string, swing set, small angle, small "
                   "amplitude, small swings"),
        vocabulary("swing, swings, swinging, period, t, theta, theta0, oscillation, oscillations, "
                   "oscillates, oscillate, rises, rise, climbs, climb, bottom, lowest point, far "
                   "side, other side, opposite side, frequency, cycle, cycles, back and forth, "
                   "higher, height, beats, ticks, to and fro"),
    ),
    helps=vocabulary("pendulum, bob, small, period, far side, lowest point, swings, string, "
                     "amplitude, oscillations"),
    units=frozenset({Unit.SECOND, _METRE}),
    never=vocabulary("spring, springs, conical, double pendulum, ballistic pendulum, golf, metre "
                     "stick, meter stick, uniform rod, torsion, bullet, loop, bat, racket, "
                     "racquet, coupled, block and tackle, magnet, motor, rocket, drone, "
                     "helicopter, aeroplane, airplane, aircraft"),
    tolerates=("suspension", "person", "change", "rebound", "force", "flight", "machine"),
)  # fmt: skip
