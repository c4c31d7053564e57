"""What people say of springs that launch: the quantities of a goal, and the words for them."""

from typing import Final

from storyworld.physics.claims import Limit, Seen, Speaks, Wish
from storyworld.physics.completion import MASS
from storyworld.physics.family import Slot
from storyworld.physics.reach import Reach
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND
_ON_FILM: Final = 0.93  # what a film has to show of a height that is only to be reached

STIFFNESS: Final = Slot(
    "stiffness", Unit.NEWTON_PER_METRE, "stiffness (spring constant)", 1e-3, 1e9,
    before=vocabulary("k, stiffness, stiffness of, spring constant, spring constant of, constant, "
                      "spring of, spring rate, spring rate of, force constant"),
    after=vocabulary("spring, stiffness, spring constant"),
    by_unit=True, because="how much energy a spring stores turns on its stiffness",
)  # fmt: skip
COMPRESSION: Final = Slot(
    "compression", _METRE, "compression", 1e-5, 1e3,
    before=vocabulary("spring by, compressed by, compressed, compressed to, compression, "
                      "compression of, squeezed by, squeezed, squashed by, pressed in by, pressed "
                      "in, pressed, pressed down, pressed down by, pushed in by, pushed in, pushed "
                      "down by, pushed back, pushed back by, shortened by, pulled back, pulled "
                      "back by, drawn back, drawn back by, stretched, stretched by, x, deflection, "
                      "extension of, displaced by, cocked by, cocked, compress, compresses, "
                      "compressing, squeezing, squeezed in by, is pressed, compressing it by, "
                      "compress it by, squeezed through, loaded by, wound back, pushed back, delta "
                      "x, dx, over, drawn, depressed by, depressed, retracted, retracted by"),
    after=vocabulary("compression, down onto, of compression, compressed, squeeze, down on, "
                     "extension, down onto it, onto it"),
    because="how much energy a spring stores turns on how far it is compressed",
)  # fmt: skip
FORCE: Final = Slot(
    "force", Unit.NEWTON, "force that holds the spring", 1e-6, 1e9,
    before=vocabulary("force of, force, held by, held with, pressed with, compressed with, by a "
                      "force of, with a force of, pushed with"),
    after=vocabulary("force", ), by_unit=True, optional=True,
)  # fmt: skip
ENERGY: Final = Slot(
    "energy", Unit.JOULE, "energy of the spring", 1e-9, 1e9,
    before=vocabulary("stores, storing, energy, energy of, stored energy, stored energy of, "
                      "releases, holds, with, stored"),
    after=vocabulary("of energy, stored, of elastic energy, of spring energy, energy"),
    by_unit=True, because="how far it throws turns on the energy that the spring stores",
)  # fmt: skip
EFFICIENCY: Final = Slot(
    "efficiency", Unit.ONE, "share of the energy that the body gets", 0.0, 1.0,
    before=vocabulary("efficiency, efficiency of, with, passes on, transfers, gives"),
    after=vocabulary("efficiency, efficient, of its energy, of the energy, of the stored energy"),
    symbol="percent", default=1.0,
    because="the spring gives all its energy to the body unless the goal says otherwise",
)  # fmt: skip
LAUNCHED: Final = Slot(
    "mass", Unit.KILOGRAM, "mass of the body", MASS.low, MASS.high,
    before=(*MASS.before, *vocabulary("m, m =, mass m")),
    after=(*MASS.after, *vocabulary(
        "puck, dart, cart, marble, pellet, toy, block, glider, rocket, pebble, projectile, car, "
        "bead, plate, load, sphere, coin, slider, trolley, figure, bullet, cork, peg, frog"
    )),
    by_unit=True, because="how far a spring throws turns on the mass",
)  # fmt: skip
FRICTION: Final = Slot(
    "friction", Unit.ONE, "friction with the floor", 1e-4, 5.0,
    before=vocabulary("mu, μ, friction, friction coefficient, friction coefficient of, coefficient "
                      "of friction, coefficient of kinetic friction, friction of, kinetic "
                      "friction, kinetic friction of, coefficient, coefficient of"),
    after=vocabulary("friction",),
    because="how far it slides turns on the friction of the floor",
)  # fmt: skip
UPWARD: Final = Slot(
    "upward", Unit.ONE, "whether the launch is upward (1) or level (0)", 0.0, 1.0,
    span=(0.0, 1.0), because="an upward launch spends a part of the energy on the way",
)  # fmt: skip
ABOVE: Final = Slot(
    "above", Unit.ONE, "whether heights count from the relaxed spring (1) or the start (0)",
    0.0, 1.0, default=0.0, because="heights count from where the body is let go",
)  # fmt: skip


def _apex(comparison: Comparison, slot: str) -> Seen:
    words = "How high does the body rise above where it starts?"
    if comparison is Comparison.WITHIN:
        return Seen(
            Measure.APEX_HEIGHT, _METRE, ("body",), Comparison.AT_LEAST,
            lambda v: _ON_FILM * v[slot], words,
        )  # fmt: skip
    return Seen(Measure.APEX_HEIGHT, _METRE, ("body",), comparison, slot, words)


ANGLE: Final = Slot(
    "angle", Unit.DEGREE, "slope of the ramp", 0.1, 90.0,
    because="how far up a ramp it gets turns on how steep that is",
)  # fmt: skip
RISE: Final = Reach(
    "height", _METRE, "height", 0.0, 1e6,
    says="It is thrown to a height of",
    at_most=("short", "too_high"), at_least=("reaches", "short"), within=("gets_to", "short"),
    before=vocabulary("mass by, ball by, block by, stone by, it by, body by, weight by, up by, "
                      "height of, a height of, to a height of, to, rises, rises to, rise to, "
                      "reaches, reach, reaching, throws the ball to, high, up to, shoots up to, "
                      "jumps, jumps to, apex, climbs, climbs to, flies up to, gets to, gets, "
                      "upwards by, upward by, higher than, up, goes up, flies up, as high as, h, "
                      "peak, peaks at, ascends, thrown to, shot to, launched to, straight up to, "
                      "hops, hops to, upwards to, leaps, above, height, gains, maximum height, "
                      "maximum height of, at least as high as, flings it, throws it, lifts it"),
    after=vocabulary("high, above its lowest point, above the lowest point, into the air, up, in "
                     "the air, above its starting point, above the start, above its start, upward, "
                     "upwards, above the release point, above its release point, above the ground, "
                     "straight up, above the table, vertically, in height, of height, higher"),
    by_unit=True, seen=_apex,
)  # fmt: skip
ALONG: Final = Reach(
    "along", _METRE, "way up the ramp", 0.0, 1e6,
    says="It gets up the ramp by",
    at_most=("short_on_ramp", "too_far"), at_least=("climbs", "short_on_ramp"),
    within=("climbs_to", "short_on_ramp"),
)  # fmt: skip
SPEED: Final = Reach(
    "speed", _SPEED, "speed at which it leaves", 0.0, 1e5,
    says="It leaves at",
    at_most=("slow", "too_fast"), at_least=("fast", "too_slow"), within=("leaves_at", "too_slow"),
    before=vocabulary("at, speed, speed of, leaves at, velocity, velocity of, off at, faster than, "
                      "shoots off at, leaves with, reaches, moving at, v, exit speed, launch "
                      "speed, launch speed of, muzzle speed of, muzzle velocity of, exceeds"),
    by_unit=True,
)  # fmt: skip
SLIDE: Final = Limit(
    "slide", _METRE, "distance it slides", 0.0, 1e6,
    says="It slides",
    at_most=("stops_before", "slides_on"), at_least=("slides_so_far", "stops_short"),
    within=("slides_about", "slides_otherwise"),
    before=vocabulary("slides, sliding, slide, slides for, skids, comes to rest after, stops "
                      "after, stops within, travels, moves, distance of, runs, glides"),
    after=vocabulary("along the floor, along the table, across the floor, across the table, before "
                     "stopping, before it stops, far, before coming to rest, on the floor"),
)  # fmt: skip

WISHES: Final = (
    Wish("reaches", "short", vocabulary(
        "throws, throw, thrown, shoots, shoot, shot, launches, launch, launched, flings, fling, "
        "fires, fire, reaches, reach, rises, rise, kicks, sends, send, lifts, lift, jumps, jump, "
        "climbs, hurls, tosses, ejects, leaves, leave, slides, slide"
    ), turns=True),
)  # fmt: skip
SPEAKS: Final = Speaks(
    all_of=(
        vocabulary("spring, springs, plunger, spring loaded, spring gun, pinball, pop up toy, "
                   "spring powered, coil spring, spring launcher, dart gun, k"),
        vocabulary("cocked, muzzle velocity, launcher, loaded, throws, throw, thrown, shoots, "
                   "shoot, shooting, shot, launch, launches, launched, launching, fires, fire, "
                   "fired, flings, fling, flung, sends, send, sent, kicks, kick, compressed, "
                   "compresses, compress, compression, squeezed, pressed, pushed, propels, propel, "
                   "propelled, catapults, ejects, released, let go, shortened, pulled back, "
                   "tosses, tossed, hurls, hurled, apex, jumps, pops, lifts, accelerates, drives, "
                   "leaves, unloads, bounces up, x"),
    ),
    helps=vocabulary("spring, stiffness, compressed, spring constant, height, ball, squeezed, "
                     "launch, spring loaded, k"),
    units=frozenset({Unit.NEWTON_PER_METRE, _METRE, Unit.KILOGRAM}),
    never=vocabulary("bungee, pendulum, restitution, dropped, drops, drop, falls onto, lands on, "
                     "oscillates, oscillation, oscillations, period, hanging, hangs, hung, loop, "
                     "hot spring, friction of the tyres, resonance, bounces on, trampoline, spring "
                     "break, damper, mattress, collides, wave, moves toward, runs into"),
    tolerates=("spring", "air", "flight", "force", "person", "vehicle", "change", "incline",
               "machine", "collision", "rolling", "obstacle"),
)  # fmt: skip
