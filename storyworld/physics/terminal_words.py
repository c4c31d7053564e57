"""What falls through air, in words: what is asked of its speed, and how fast such things fall.

References
----------
As for :mod:`storyworld.physics.families.terminal`.
"""

from typing import Final

from storyworld.physics.claims import Speaks, Wish
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_AREA, _SPEED = Unit.SQUARE_METRE, Unit.METRE_PER_SECOND

# Getting to a speed and falling are two things: 'it falls without ever reaching 20 m/s'. Verbs of
# measuring ('goes faster than') are no wishes: their denial is read with the bound.
WISHES: Final = (
    Wish("exceeds", "stays_below", vocabulary(
        "reaches, reach, reaching, passes, pass, breaks, tops, passing, reached, picks up, works "
        "up, clocks, topping, achieves, makes, attains, attain, attaining, gains, accelerates to, "
        "hits, hit, hitting, passed, work up, surpass"),
        turns=True),
    Wish("exceeds", "stays_below", vocabulary(
        "arrives, arrive, arriving, settles, settle, landing, falling at, descending, lands, land, "
        "falls, fall, falling, comes down, touches down, descends, drifts, strikes, sinks, drops, "
        "come down, touch down, descend, sink, plunges, plunge, plummets, touching down"),
        turns=True),
    Wish("stays_below", "exceeds", vocabulary(
        "stays below, remains below, keeps below, stays under, remains under, keeps under, stay "
        "below, remain below, keep below, stays slower, stay under, remain under, keep under"),
        turns=True),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary(
            "skydiver, skydivers, sky diver, skydiving, parachute, parachutist, paratrooper, "
            "parachutes, chute, canopy, terminal velocity, terminal speed, raindrop, "
            "raindrops, rain, drizzle, hailstone, hail, feather, snowflake, cda, drag, drag "
            "area, drag coefficient, leaf, air resistance, base jumper, coffee filter, "
            "dandelion, cd, shuttlecock, sheet of paper, limiting speed, free fall, freefall, "
            "ping pong ball, table tennis ball, aeroplane, airplane, aircraft, helicopter, "
            "airliner, soldier, trooper, from a plane, out of a plane, from a skyscraper, sky "
            "dive, "
            "cd a, air drag, limiting velocity, drogue, free faller, sycamore seed, cw, drag "
            "factor, steady fall, hailstones"
        ),
        vocabulary(
            "fall, falls, falling, speed, velocity, lands, land, landing, drops, dropped, "
            "descends, descend, sinks, sink, comes down, drifts, touches down, reaches, reach, "
            "exceeds, exceed, stays below, hits, passes, terminal, faster, slower, m / s, mph, "
            "floats down, flutters, strikes, descent, km / h, jumps, breaks, above, below, "
            "remains, stays, over, hit, arrive, arrives, arriving, plunges, plummets, settles, "
            "gets, slower than, faster than, "
            "sinking, descending, let fall, plunge, down, slow, fast, passing, touching, under, "
            "beneath, metres per second, rate"
        ),
    ),
    helps=vocabulary("shuttlecock, feather, snowflake, sheet of paper, ping pong ball, hailstone, "
                     "coffee filter, table tennis ball, dandelion seed, drizzle, skydiver, "
                     "parachute, terminal velocity, drag, drag area, drag "
                     "coefficient, cda, air density, sea level, raindrop, canopy, still air, "
                     "terminal speed"),
    units=frozenset({_AREA, _SPEED}),
    never=vocabulary(
        "car, truck, train, cyclist, bicycle, runner, thrust, engine, oil, glycerine, "
        "glycerin, glycerol, honey, syrup, underwater, through water, vacuum, airless, no air, "
        "evacuated, "
        "brakes, braking, kettle, boat, ship, golf club, bounces, wingsuit, sailing"
    ),
    tolerates=("air", "change", "person", "machine", "suspension", "fluid", "magnet",
               "rolling", "force"),
)  # fmt: skip
# What a throw out of a plane gives to the side is soon lost.
THROWN: Final = vocabulary("thrown, throws, throw, kicked, tossed, hurled")
THROWN_OUT: Final = tuple(
    f"{how} {where}"
    for how in ("thrown", "throws", "throw", "kicked", "tossed", "hurled", "pushed", "flung")
    for where in ("out of", "out", "from a", "from an", "from the", "off a", "off the", "overboard")
)
# Terminal speed is a steady one.
STEADY: Final = tuple(
    f"{how} {what}"
    for how in ("constant", "steady", "uniform")
    for what in ("speed", "velocity", "rate")
)
WHOLE_WAY: Final = vocabulary(
    "all the way, whole way, entire way, from the start, from the outset, from the beginning, "
    "whole fall, entire fall, whole time, throughout, at every moment, from the first, right away"
)
# What a body is like, said with a verb: 'weighs 90 kg and presents a CdA of 0.5 m²'.
BODILY: Final = frozenset(
    vocabulary(
        "presents, offers, weighs, has, wears, carries, shows, exposes, spreads, holds, measures, "
        "uses, keeps, needs, wants, hangs, steps"
    )
)
CONTRARY: Final = vocabulary(
    "fired, shot, launched, launches, "
    "propelled, stratosphere, thin air, upper atmosphere, mesosphere, wind, windy, gust, "
    "updraft, downdraft, storm, thunderstorm, tornado, high altitude, tumbling, opens, opened "
    "halfway, tears, torn, rips, collapses, catches fire, melts, same rate, same time, sound "
    "barrier, speed of sound, supersonic, same speed, glides, gliding, steers, spins up, "
    "until, space, increasing, decreasing, gradually, explodes, burns, vanishes, disappears, "
    "teleports, upward, upwards, straight up, rises, bounces, swoops, jet, plane's "
    "speed, drag free"
)
DRAG_AREAS: Final = vocabulary("cda, drag area, drag area of, cd a, cd · a, cd x a, effective area")
HIGH_M: Final = 1500.0
SOLID_KG_M3: Final = 10.0
REACHING: Final = vocabulary(
    "reaches, reach, reaching, passes, pass, exceeds, exceed, breaks, tops, attains, attain, "
    "surpasses, beats, gets to, up to, accelerates to, gains, reached, passed, attaining, passing, "
    "topping, hitting, works up to, clocks, achieves, makes"
)
PEOPLE: Final = vocabulary(
    "skydiver, sky diver, skydivers, parachutist, paratrooper, base jumper, jumper, person, man, "
    "woman, soldier, pilot"
)
CANOPIES: Final = vocabulary("parachute, parachutist, canopy, chute, parachutes, paratrooper, "
                              "open canopy")  # fmt: skip
SPHERES: Final = vocabulary("ball, sphere, marble, hailstone, hail, raindrop, bead, pellet")
# Where the drag is given, what such things usually do is of no account.
MEASURED: Final = vocabulary("cda, drag area, drag coefficient, cd, frontal area, face area, "
                              "coefficient of drag")  # fmt: skip
THINGS: Final[tuple[tuple[tuple[str, ...], float, float], ...]] = tuple(
    (vocabulary(text), low, high)
    for text, low, high in (
        ("belly down, belly to earth, belly first, spread eagle, spreadeagled, face to earth, "
         "box position, arms and legs spread", 40.0, 75.0),
        ("skydiver, sky diver, skydivers, base jumper", 40.0, 160.0),
        ("feather", 0.1, 3.0),
        ("snowflake, snowflakes", 0.3, 2.5),
        ("dandelion, dandelion seed", 0.1, 1.5),
        ("drizzle", 0.1, 3.0),
        ("sheet of paper, coffee filter, leaf", 0.3, 4.0),
        ("shuttlecock", 5.5, 8.0),
        ("ping pong ball, table tennis ball", 7.0, 11.5),
        ("golf ball", 27.0, 48.0),
        ("penny, coin", 8.0, 30.0),
        ("tennis ball", 19.0, 33.0),
        ("baseball", 36.0, 50.0),
    )
)  # fmt: skip
