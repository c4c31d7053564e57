"""What people say of pendulums: the quantities a goal gives or asks for, and the words for them."""

from typing import Final

from storyworld.physics.claims import Limit, Speaks, Wish
from storyworld.physics.constructions import forms
from storyworld.physics.family import Slot
from storyworld.physics.pendulum_sights import by_frequency, by_speed, by_time
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
    "swung hard, nudged, sent off, struck, knocked, given a push, given a shove, flicked, batted, "
    "propelled, hit"
)
GENTLY: Final = frozenset({"slightly", "gently", "lightly", "softly", "barely"})
SLIGHT: Final = frozenset({"gentle", "slight", "small", "light", "tiny", "little", "weak"})
_STARTED: Final = forms(
    "pushed, shoved, kicked, launched, thrown, flung, nudged, hurled, sent, set, started, starts, "
    "starting, struck, swung, released, let go, begins, knocked, flicked, batted, leaves",
    "at, off at, away at, with, off with, outward at, sideways at, inward at, down at, moving at, "
    "already moving at, at a speed of, with a speed of, going at",
)
RISES: Final = ("swings", "swing", "rises", "rise", "climbs", "climb", "comes", "goes", "gets",
                "came", "rose", "swung", "climbed", "got", "went", "swinging", "rising", "climbing",
                "sails", "soars", "mounts", "ascends", "reaching", "come", "go", "get", "carries",
                "floats", "sweeps", "travels", "makes")  # fmt: skip
HALF: Final = vocabulary(
    "half swing, half swings, half a swing, one way, half period, from one "
    "side to the other, from one end to the other, a single pass, left to "
    "right, one pass"
)
FAR: Final = vocabulary("far side, other side, opposite side, across to, other end, far end")
FROM_BOTTOM: Final = forms(
    "from, at, in",
    "its lowest point, the lowest point, lowest point, its lowest position, the lowest position, "
    "the bottom, its rest position, the rest position, equilibrium, its equilibrium position, the "
    "equilibrium position, hanging straight down, where it hangs, the vertical position, the "
    "bottom of its arc, the bottom of its swing",
)
BOTTOM: Final = vocabulary(
    "bottom, lowest point, lowest position, vertical position, lowest "
    "place, lowest spot, lowest part, underneath the pivot, below the "
    "pivot, under the pivot"
)
A_MINUTE: Final = vocabulary(
    "per minute, a minute, every minute, each minute, in one minute, in a "
    "minute, per min, the minute"
)

LENGTH: Final = Slot(
    "length", _METRE, "length", 0.001, 500.0,
    before=vocabulary("length, length of, l, string of, rope of, cord of, wire of, thread of, "
                      "chain of, pendulum of, string, rope, ropes, chains, cable, pendulum, "
                      "suspended by, hangs on, hung from, rod of, line of, string length, hangs "
                      "from, hanging from, suspended from, dangles from, dangling from, hanging "
                      "on, suspended on, dangles on, dangling on, hung on, hung by, hangs by, "
                      "swings on, swinging on, arm of, fastened to, on a, by a, from a, pivot to "
                      "bob, from pivot to bob, pendulum length, pendulum length of, swings from, "
                      "tied to, chain length, rope length, cord length"),
    after=vocabulary("pendulum, long, string, rope, ropes, cord, wire, thread, chain, chains, "
                     "length, cable, long pendulum, in length, line, rod, swing, tether, bar, long "
                     "string, long rope, pendulums, arm, threads, cords, wires, fishing line, "
                     "twine, stick, from pivot to bob, between pivot and bob, below the pivot, "
                     "below its pivot, below the hook, from the pivot, of string, of rope, of "
                     "thread, of cord, of wire, of chain, of line, of fishing line, of twine, from "
                     "the nail, under the hook, beneath the pivot, light rod, rigid rod, in all, "
                     "foucault pendulum, lead, plumb line"),
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
                      "of, swings of, swinging, from, through, maximum angle, deflected, drawn "
                      "aside by, drawn to, pulled aside to, pulled to one side by, tilted by, "
                      "tilted to, tipped to, set off at, let go at, let go from, started at, held "
                      "at, inclined at, raised to, half angle, half angle of, angular amplitude, "
                      "angular amplitude of, at an angle of, displaced through, deflection of, "
                      "deflection, leaning, string at, rope at, cord at, thread at, wire at, chain "
                      "at"),
    after=vocabulary("amplitude, from the vertical, to the vertical, off the vertical, swings, "
                     "either side, each side, deflection, angle, from vertical, off vertical, out "
                     "of the vertical, to either side, to each side, from plumb, off plumb, from "
                     "straight down, from the downward, away from the vertical, to one side, "
                     "aside, of arc, of amplitude, from its rest position"),
    by_unit=True, optional=True,
)  # fmt: skip
ARC: Final = Slot(
    "arc", _DEGREE, "amplitude", 0.0, 179.0, default=12.0, default_u=9.0,
    because="a pendulum of which nothing is said swings by up to 30 degrees to either side",
)  # fmt: skip
SWINGS: Final = Slot(
    "swings", Unit.ONE, "number of swings", 1, 1e6, counts=True,
    before=vocabulary("n, swings, number of swings, swings back and forth, counts, count of, "
                      "completes, makes, does, performs"),
    after=vocabulary("swings, swing, oscillations, oscillation, cycles, periods, vibrations, full "
                     "swings, small swings, complete swings, round trips, times, beats, back and "
                     "forth swings, return swings, cycle, to and fro swings, osc, full cycles, "
                     "back and forths, there and backs, complete oscillations, complete cycles, "
                     "full oscillations, small oscillations, tiny swings, complete periods, full "
                     "periods, to and fros, double swings, gentle swings, of them, of these, goes, "
                     "complete there and backs, trips, ticks and tocks, repetitions"),
    default=1.0, because="a period is one full swing, there and back",
)  # fmt: skip
SHARE: Final = Slot(
    "swing_share", Unit.ONE, "share of a full swing", 0.25, 1.0,
    default=1.0, because="a swing goes there and back",
)  # fmt: skip
RELEASE: Final = Slot(
    "release_height", _METRE, "height of the release above the lowest point", 0.0, 500.0,
    before=vocabulary("released at, released from, released, released from rest, from rest at, "
                      "from rest, let go at, let go from, let go, dropped from, dropped at, "
                      "pulled back until it hangs, until it hangs, raised to, lifted to, lifted, "
                      "raised, raised by, drawn up to, pulled up to, h0, h 0, starts at, "
                      "starting height, starting height of, release height, starts from, "
                      "released from a height of, height, from a height of, pulled back to, "
                      "released from rest at a height of, starts its swing, begins, starting, "
                      "hauled back to, hauled up to, hauled back till it is, hauled back until "
                      "it is, hoisted to, hoisted, drawn back to, drawn aside to, drawn aside to "
                      "a height of, pulled aside to, winched up to, winched to, set free at, set "
                      "free, set loose at, let loose at, let loose from, set loose from, freed "
                      "at, freed from, dropped in from, held at, held, starts out, starting out, "
                      "starts off, begins at, begins from, starting from, starting at, started "
                      "from, started at, comes from, coming from, let swing from, released at a "
                      "height of, let go at a height of, let it go, let go of it, release it, "
                      "releasing it, letting it go, released with its bob, drop height, initial "
                      "height, initial height of, spot, cranked up to, brought up to, brought "
                      "to, carried up to, taken up to, pulled back and up by, raised through, "
                      "lifted through, lifts, raise, lift, goes up from, up from, comes down "
                      "from, from a point, from a spot, starts, start, started, began, lets it "
                      "go, let it swing from, drawn back, drawn aside"),
    after=vocabulary("above its lowest point, above the lowest point, above its lowest position, "
                     "above the bottom, above its rest position, above the rest position, above "
                     "its equilibrium position, above equilibrium, higher than its lowest, above "
                     "its lowest, above the lowest, higher than its lowest point, higher than "
                     "its lowest position, higher than the lowest point, over its lowest point, "
                     "over the lowest point, up from its lowest point, up from the lowest point, "
                     "above bottom, above where it hangs at rest, above its resting place, above "
                     "the resting position, above its resting position, above its resting point, "
                     "above rest, above the bottom of its arc, above the bottom of its swing, "
                     "above the bottom of the swing, above its bottom point, above its low "
                     "point, above the low point, on one side, on the one side, on the near "
                     "side, on this side, over its low point, over the low point, on the left "
                     "side, on the first side"),
    because="no pendulum gets higher than where it is let go, nor faster than falling from there",
)  # fmt: skip
START: Final = Slot(
    "start_speed", _SPEED, "speed at the release", 0.0, 100.0,
    before=vocabulary("initial speed, initial speed of, initial velocity of, pushed at, pushed "
                      "off at, push of, kicked off at, launched at, starts at, v0, starting "
                      "speed of, shoved at, push at, shove at, kick at, one push at, a push at")
    + _STARTED,
    after=vocabulary("push, initial speed, shove, kick"),
    default=0.0, because="let go says that nobody pushed it",
)  # fmt: skip

TIME: Final = Limit(
    "time_of_swings", Unit.SECOND, "time of the swings", 1e-3, 1e7,
    says="The swings take", name="time",
    at_most=("within", "too_slow"), at_least=("takes_longer", "too_fast"),
    within=("as_long", "other_time"),
    before=vocabulary("period, period of, t, takes, in, within, under, less than, time, needs, "
                      "every, per, inside, swings in, lasts, lasting, lasted, takes about, done "
                      "in, finished in, completed in, over in, counted in, time for one swing, "
                      "time of one swing, full swing takes, cycle takes, oscillation takes, swing "
                      "time, swing time of, period is, period must be, period shall be, "
                      "oscillation time, tau, cycle time, cycle time of, once in, once every, back "
                      "after, duration, duration of"),
    after=vocabulary("period, per swing, for each swing, each, per oscillation, per cycle, for a "
                     "cycle, for one cycle, for a full swing, for one swing, for one full swing, "
                     "for one oscillation, per full swing, there and back, a swing, a cycle, per "
                     "period, for a period, to swing"),
    by_unit=True, seen=by_time,
)  # fmt: skip
FREQUENCY: Final = Limit(
    "frequency", Unit.HERTZ, "frequency", 1e-4, 1e4,
    says="It swings at",
    at_most=("slower", "too_often"), at_least=("oftener", "too_seldom"),
    within=("as_often", "other_frequency"),
    before=vocabulary("frequency, frequency of, at, f, frequency is, rate of, oscillates at, "
                      "swings at, goes at, nu, beating at"), by_unit=True, seen=by_frequency,
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
                      "gets as high as, as high as, swings back to, back up to, come up, came up, "
                      "comes up, swung up to, swings as high as, swing up to, swing up, swings up, "
                      "carries it to, carries it up to, carried to, soars to, sails up to, sails "
                      "to, gets, make it to, makes it to, makes it up to, rises up to, went up to, "
                      "rises as high as, rises by, climbs by, mounts to, highest point, highest "
                      "point at, peak, peaks at, tops out at, h far, h2, tops, top of, far side "
                      "at, other side at, height reached, reached height, stops at, turns at, "
                      "turns round at, reached, reached on the far side, reached on "
                      "far side, turning point at, higher up, turning height, rise of"),
    after=vocabulary("on the far side, on the other side, on the opposite side, at the far side, "
                     "up the far side, across, on the far end, far side, on the farther side, over "
                     "on the other side, at the other end, at the other side, on its far side, on "
                     "the other end, on the opposite end, on that side, on the return"),
)  # fmt: skip
SPEED: Final = Reach(
    "bottom_speed", _SPEED, "speed at the lowest point", 1e-3, 1e3,
    says="At the lowest point it moves at", name="speed",
    at_most=("slow", "too_fast_there"), at_least=("fast", "violates_energy"),
    within=("as_fast", "violates_energy"),
    before=vocabulary("bottom at, point at, lowest point at, position at, speed, speed of, "
                      "moving at, moves at, faster than, passes at, reaches, velocity, velocity "
                      "of, exceeds, going, travelling at, traveling at, doing, bottom with, "
                      "point with, position with, whizzes through the bottom at, passes through "
                      "the bottom at, bottom speed, bottom speed of, maximum speed, maximum "
                      "speed of, top speed, top speed of, v max, vmax, v bottom, greatest speed, "
                      "peak speed, passes with, sweeps through at, flies by at, rushes by at, "
                      "tears through at, has, hits, gets to, fastest, clocks, attains, travels "
                      "at, races through at, shoots through at, is doing, is going, passes the "
                      "bottom at, crossing it at, crosses it at, swings through at, does, do, "
                      "zips past the lowest point at, zips past at, zips through at, "
                      + ", ".join(forms(
                          "passes it, pass it, passing it, goes through it, go through it, comes "
                          "through it, rushes past it, rushes through it, passes this point, "
                          "passes that point, goes through", "at, with, at about")) ),
    after=vocabulary("at the bottom, at its lowest point, at the lowest point, at bottom, at its "
                     "lowest, at the lowest, when it passes the bottom, as it passes the bottom, "
                     "as it passes, at the low point, at its low point, through the bottom, "
                     "through the lowest point, at the bottom of its swing"),
    by_unit=True, seen=by_speed,
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
        "rises, rise, climbs, climb, reaches, reach, exceeds, exceed, comes, come, makes it, "
        "make it, ascends, mounts, swing higher, swings higher"
    ), turns=True),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("lowest point, pendulum, pendulums, pendula, wrecking ball, playground swing, "
                   "swing, bob, swings, swinging, swung, plumb bob, tire swing, tyre swing, rope "
                   "swing, chandelier, oscillates on a string, swing set, small angle, small "
                   "amplitude, small swings, demolition ball, foucault, lowest position, "
                   "oscillates on a thread, oscillates on a cord, rocks to and fro, there and "
                   "back, to and fro, back and forth, swingset, trapeze, plumb line, plumb bobs, "
                   "sways, dangles, dangling, small oscillations, low point, censer, plummet on, "
                   "resting position, rest position, oscillates gently, plumb, wrecking balls, "
                   "metronome, rope swings, bobs, swingball, rock a little, on a thread, on a "
                   "string, bottom of its arc, on its string, on its cord, on its chain, on its "
                   "rope, on its thread, on its wire, on a cord, on a rope, on a chain, hook "
                   "block, small oscillation, per oscillation, passes the bottom, passes its "
                   "lowest, passes through the bottom, swing seat, oscillation, through its "
                   "lowest point"),
        vocabulary("swing, swings, swinging, period, t, theta, theta0, oscillation, "
                   "oscillations, oscillates, oscillate, rises, rise, climbs, climb, bottom, "
                   "lowest point, far side, other side, opposite side, frequency, cycle, cycles, "
                   "back and forth, higher, height, beats, ticks, to and fro, there and back, "
                   "rock, rocks, rocking, sways, swaying, swung, lowest position, full, far, "
                   "opposite, resting position, rest position, low point, t_period, round trip"),
    ),
    helps=vocabulary("pendulum, bob, small, period, far side, lowest point, swings, string, "
                     "amplitude, oscillations, oscillation, rope, cord, wire, thread, chain, "
                     "passes the bottom"),
    units=frozenset({Unit.SECOND, _METRE}),
    never=vocabulary("spring, springs, conical, double pendulum, ballistic pendulum, golf, metre "
                     "stick, meter stick, uniform rod, torsion, bullet, loop, bat, racket, "
                     "racquet, coupled, block and tackle, magnet, motor, rocket, drone, "
                     "helicopter, aeroplane, airplane, aircraft, pulley, seesaw, bounce, "
                     "bounces, rebounds, ramp, slope, incline, cliff, ladder"),
    tolerates=("suspension", "person", "change", "rebound", "force", "flight", "machine"),
)  # fmt: skip
LEVEL: Final = tuple(
    f"{string} {way}"
    for string in ("string", "cord", "rope", "rod", "wire", "thread", "chain", "arm", "line")
    for way in ("horizontal", "held horizontal", "level", "held level", "is horizontal", "is level")
)
