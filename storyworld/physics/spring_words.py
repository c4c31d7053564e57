"""What people say of springs that launch: the quantities of a goal, and the words for them."""

from collections.abc import Mapping
from typing import Final

from storyworld.physics.claims import Limit, Seen, Speaks, Wish
from storyworld.physics.completion import MASS
from storyworld.physics.constructions import forms
from storyworld.physics.family import Slot
from storyworld.physics.reach import Reach
from storyworld.physics.timing import only_where, reached, stated, steadily
from storyworld.reading.words import vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure

_METRE, _SPEED = Unit.METRE, Unit.METRE_PER_SECOND
_ON_FILM: Final = 0.93  # what a film has to show of a height that is only to be reached

STIFFNESS: Final = Slot(
    "stiffness", Unit.NEWTON_PER_METRE, "stiffness (spring constant)", 1e-3, 1e9,
    before=vocabulary("k, stiffness, stiffness of, spring constant, spring constant of, "
                      "constant, spring of, spring rate, spring rate of, force constant, rated, "
                      "rated at, rate of, rate, spring rate is, spring const, spring const of, "
                      "hooke constant, hooke constant of, hooke's constant, hooke's constant of, "
                      "elastic constant, elastic constant of, force constant of, coil of, coil "
                      "rated, coil, k value, k value of, stiff, springs of, spring k, k spring, "
                      "k_spring, stiffness is, spring stiffness, spring stiffness of, spring "
                      "constant is, acting like a, acts like a, as a, like a, with a, a, an, "
                      "the, stiffness k, whose stiffness is, strength of, behaves as a, behaves "
                      "like a"),
    after=vocabulary("spring, stiffness, spring constant, coil, springs, coil spring, stiff, of "
                     "stiffness, plunger, stiffness spring, rubber band, elastic, band, "
                     "slingshot"),
    by_unit=True, because="how much energy a spring stores turns on its stiffness",
)  # fmt: skip
_PRESSED: Final = forms(
    "compress, compresses, compressed, compressing, squeeze, squeezes, squeezed, squeezing, "
    "squash, squashes, squashed, squashing, press, presses, pressed, pressing, push, pushes, "
    "pushed, pushing, shorten, shortens, shortened, shortening, cock, cocks, cocked, cocking, "
    "draw, draws, drawn, drawing, pull, pulls, pulled, pulling, load, loads, loaded, loading, "
    "wind, winds, wound, crush, crushes, crushed, squish, squished, squishes, force, forces, "
    "forced, stretch, stretches, stretched, stretching, deflect, deflected, depress, depresses, "
    "depressed, tension, tensioned, jam, jams, jammed, shove, shoved, strain, strained, retract, "
    "retracted, pre compressed, precompressed, preloaded, prestressed, held, hold, wedge, thumb, "
    "set, tightened, charge, charged, primed, armed, bend, bent, push it",
    "-, down, back, it",
)
COMPRESSION: Final = Slot(
    "compression", _METRE, "compression", 1e-5, 1e3,
    before=_PRESSED + vocabulary("spring by, compressed by, compressed, compressed to, "
                                 "compression, compression of, squeezed by, squeezed, squashed "
                                 "by, pressed in by, pressed in, pressed, pressed down, pressed "
                                 "down by, pushed in by, pushed in, pushed down by, pushed back, "
                                 "pushed back by, shortened by, pulled back, pulled back by, "
                                 "drawn back, drawn back by, stretched, stretched by, x, "
                                 "deflection, extension of, displaced by, cocked by, cocked, "
                                 "compress, compresses, compressing, squeezing, squeezed in by, "
                                 "is pressed, compressing it by, compress it by, squeezed "
                                 "through, loaded by, wound back, delta x, dx, over, drawn, "
                                 "depressed by, depressed, retracted, retracted by, x0, x_0, δ, "
                                 "d, Δx, s, stroke, stroke of, travel, travel of, preload of, "
                                 "pre compression, pre compression of, precompression, "
                                 "precompression of, shortening of, squeeze of, pushback of, "
                                 "pull back of, draw of, draw length, pull of, strain of, "
                                 "deflection of, deformation, deformation of, displacement, "
                                 "displacement of, spring displacement, by a hand's breadth of, "
                                 "spring deflection, compression distance, compression is, "
                                 "compression x, spring compression, spring compression of, "
                                 "spring travel, spring length change, x comp, squeezed up by, "
                                 "comp, delta, compressed only, compressed just, in by, down by, "
                                 "back by, spring"),
    after=vocabulary("compression, down onto, of compression, compressed, squeeze, down on, "
                     "extension, down onto it, onto it, of squeeze, of travel, of spring travel, "
                     "squash, of deflection, into a spring, into the spring, into it, against "
                     "the spring, against a spring, against it, stroke, shorter, of spring "
                     "compression, deep, back, down against, in, of stretch, stretch, of draw, "
                     "of pull, shorter than, from its relaxed, of shortening, down into, spring "
                     "compression"),
    because="how much energy a spring stores turns on how far it is compressed",
)  # fmt: skip
FORCE: Final = Slot(
    "force", Unit.NEWTON, "force that holds the spring", 1e-6, 1e9,
    before=vocabulary("force of, force, held by, held with, pressed with, compressed with, by a "
                      "force of, with a force of, pushed with, pressed down with, pushed in "
                      "with, needs, takes, held down by, held down with, held back by, held in "
                      "by, held compressed by, forces, hold, kept by, kept down by, clamped with"),
    after=vocabulary("force", ), by_unit=True, optional=True,
)  # fmt: skip
ENERGY: Final = Slot(
    "energy", Unit.JOULE, "energy of the spring", 1e-9, 1e9,
    before=vocabulary("stores, storing, energy, energy of, stored energy, stored energy of, "
                      "releases, holds, with, stored, holding, store, containing, contains, "
                      "charged with, loaded with, packed with, packs, elastic energy of, elastic "
                      "energy, potential energy of, potential energy, spring energy, spring "
                      "energy of, e, e_spring, delivers, gives up, worth, having stored"),
    after=vocabulary("of energy, stored, of elastic energy, of spring energy, energy, of "
                     "potential energy, of elastic potential energy, in it, in the spring, in "
                     "store, spring, of stored energy, are stored, is stored, worth of energy, "
                     "of work"),
    by_unit=True, because="how far it throws turns on the energy that the spring stores",
)  # fmt: skip
EFFICIENCY: Final = Slot(
    "efficiency", Unit.ONE, "share of the energy that the body gets", 0.0, 1.0,
    before=vocabulary("efficiency, efficiency of, with, passes on, transfers, gives, at, only, "
                      "hands over, hands on, delivers, efficient, eta, η, efficiency is, just"),
    after=vocabulary("efficiency, efficient, of its energy, of the energy, of the stored energy, "
                     "of it, of that, of the spring's energy, of that energy, of the spring "
                     "energy, goes into, reaches the, is passed on, of its stored energy, of the "
                     "elastic energy, ends up in, of what it stores"),
    symbol="percent", default=1.0,
    because="the spring gives all its energy to the body unless the goal says otherwise",
)  # fmt: skip
LAUNCHED: Final = Slot(
    "mass", Unit.KILOGRAM, "mass of the body", MASS.low, MASS.high,
    before=(*MASS.before, *vocabulary("m, m =, mass m, weight, weight of, payload, payload of, "
                                      "projectile of, load of, shuttle of, ball of, projectile, "
                                      "m ball, m_ball, mass is, massing, body of, payload mass, "
                                      "projectile mass, m payload")),
    after=(*MASS.after, *vocabulary(
        "puck, dart, cart, marble, pellet, toy, block, glider, rocket, pebble, projectile, car, "
        "bead, plate, load, sphere, coin, slider, trolley, figure, bullet, cork, peg, frog, pea, "
        "rock, plunger head, puppet, puppet head, clown, clown head, doll, head, plug, bolt, "
        "disc, disk, pin, nut, melon, tomato, potato, egg, shuttle, sled, sledge, payload, "
        "platform, tray, acorn, cap, arrow, harpoon, missile, weight, mass, capsule, duck, "
        "mouse, toy car, die, penny, cannonball, shell, slug, shot, steel ball, carriage, wagon, "
        "trolley cart, sandbag, bird, plane, cup, lid, jack, pingpong ball, tennis ball, golf "
        "ball, orange, lemon, apple, hamster, figurine, package, parcel, pinball, marbles, "
        "rubber, bearing, bearing ball, washer, object, bob, lump, chunk, piston, tool, stopper"
    )),
    by_unit=True, also=("mass_1", "mass_2", "load_mass"),
    because="how far a spring throws turns on the mass",
)  # fmt: skip
FRICTION: Final = Slot(
    "friction", Unit.ONE, "friction with the floor", 1e-4, 5.0,
    before=vocabulary("mu, μ, friction, friction coefficient, friction coefficient of, "
                      "coefficient of friction, coefficient of kinetic friction, friction of, "
                      "kinetic friction, kinetic friction of, coefficient, coefficient of"),
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
                      "maximum height of, at least as high as, flings it, throws it, lifts it, a "
                      "good, a full, as much as, upward to, upwards, skyward, skywards, skyward "
                      "to, vertically to, vertically up to, vertically by, vertically, straight "
                      "up, straight up by, up as high as, up as far as, up beyond, up past, "
                      "past, beyond, up over, aloft to, high as, tosses it, tosses it up, hurls "
                      "it, hurls it up, shoots it, shoots it up, sends it up, sends it up to, "
                      "sends it, fires it, fires it up, fires it up to, kicks it up, pops it up, "
                      "pops up, pops up to, bounces it up, lobs it, lobs it to, lobs it up, "
                      "altitude, altitude of, apex of, apex at, apex height, apex height of, "
                      "apex is, peak of, peak height, peak height of, peak is, ceiling at, h "
                      "max, h_max, hmax, top height, top height of, rise of, rise, rising, "
                      "climb, climb of, climb to, climbing to, climbing, leaps up, leaps to, "
                      "leaps up to, soars to, soars, flies, goes, gets up to, get up to, gets as "
                      "high as, gets it up to, gets it, brings it to, brings it up to, carries "
                      "it to, carries it up to, takes it to, lifts, lift, raises it, raises it "
                      "by, makes, make, makes it to, surpasses, exceed, exceeds, tops, attains, "
                      "attain, comes up to, zooms up to, shoots, jump of, jump, leap of, hop of, "
                      "flight of, shot up to, tossed to, flung to, hurled to, hurled up, thrown "
                      "up to, elevation of, vertical rise, vertical rise of, h =, max height, "
                      "mark at, bar at, line at, hook at, branch at, ceiling, target at, shelf "
                      "at, bell at"),
    after=vocabulary("high, above its lowest point, above the lowest point, into the air, up, in "
                     "the air, above its starting point, above the start, above its start, "
                     "upward, upwards, above the release point, above its release point, above "
                     "the ground, straight up, above the table, vertically, in height, of "
                     "height, higher, skyward, skywards, aloft, mark, ceiling, branch, shelf, "
                     "bell, above its release, above the release, above the launch point, above "
                     "its launch point, above launch, above release, above the launcher, above "
                     "the muzzle, above where it started, above where it starts, above its "
                     "lowest, over its lowest point, over the start, apex, peak, straight "
                     "upwards, straight upward, of rise, of altitude, off the ground, off the "
                     "table, off the floor, above the floor, above the lowest, higher than its "
                     "starting point, above its rest, above the bench, into the sky, up into the "
                     "air, above the starting point, above the start point, above the spring, "
                     "higher up, upwards and"),
    by_unit=True, seen=_apex,
)  # fmt: skip
ALONG: Final = Reach(
    "along", _METRE, "way up the ramp", 0.0, 1e6,
    says="It gets up the ramp by",
    at_most=("short_on_ramp", "too_far"), at_least=("climbs", "short_on_ramp"),
    within=("climbs_to", "short_on_ramp"),
)  # fmt: skip


def _by_speed(comparison: Comparison, slot: str) -> Seen:
    """Show the speed by what runs on evenly: upwards, and with friction, it does not."""
    comparison, limit = reached(comparison, stated(slot))
    return steadily(comparison, only_where(_runs_on, limit), "body")


def _runs_on(v: Mapping[str, float]) -> float:
    slides = any(f"slide_{which}" in v for which in ("min", "max", "about"))
    return float(v.get("upward", 0.0) <= 0.5 and not slides)


SPEED: Final = Reach(
    "speed", _SPEED, "speed at which it leaves", 0.0, 1e5,
    says="It leaves at",
    at_most=("slow", "too_fast"), at_least=("fast", "too_slow"), within=("leaves_at", "too_slow"),
    before=vocabulary("at, speed, speed of, leaves at, velocity, velocity of, off at, faster "
                      "than, shoots off at, leaves with, reaches, moving at, v, exit speed, "
                      "launch speed, launch speed of, muzzle speed of, muzzle velocity of, "
                      "exceeds, leaves it at, leaves the spring at, leaves the barrel at, comes "
                      "off at, flies off at, goes off at, shot off at, shoots out at, shoots "
                      "away at, sent off at, sends it off at, fires it off at, slides off at, "
                      "rolls off at, launched at, launches it at, propelled at, propels it at, "
                      "is doing, doing, off with, away at, away with, out at, out with, departs "
                      "at, departs with, separates at, separates with, released at, lets go of "
                      "it at, kicks off at, accelerated to, is accelerated to, accelerates it "
                      "to, accelerates to, brought up to, brings it to, brought to, gets it to, "
                      "gets it up to, get, gets, gets up to, gives it, gives its dart, gives, "
                      "give, given, attains, attain, acquires, picks up, gains, with a speed of, "
                      "at a speed of, exit velocity, exit velocity of, exit at, exits at, exits "
                      "with, launch velocity, launch velocity of, departure speed, departure "
                      "speed of, muzzle speed, muzzle velocity, final speed, final speed of, end "
                      "speed, end speed of, v_exit, v exit, v0, v out, v_out, v launch, "
                      "v_launch, v_max, speed is, velocity is, top speed, top speed of, up to, "
                      "to, imparts, exceed, exceeding, hits, makes, reaching, reach, clocks, "
                      "leaving at, leaving it at, leaving the spring at, leaving with, ejected "
                      "at, ejects it at, fired at, flung at, hurled at, thrown at, catapulted "
                      "at, takes off at, takes off with, on its way at, along at"),
    by_unit=True,
    seen=_by_speed,
)  # fmt: skip
SLIDE: Final = Limit(
    "slide", _METRE, "distance it slides", 0.0, 1e6,
    says="It slides",
    at_most=("stops_before", "slides_on"), at_least=("slides_so_far", "stops_short"),
    within=("slides_about", "slides_otherwise"),
    before=vocabulary("slides, sliding, slide, slides for, skids, comes to rest after, stops "
                      "after, stops within, travels, moves, distance of, runs, glides, slid, "
                      "slide for, slides on for, slides on, slid for, slid on for, glides for, "
                      "travels for, coasts, coasts for, goes, gets, comes to rest within, comes "
                      "to a stop within, comes to a stop after, stop within, stop after, halts "
                      "after, halts within, stops in, skids for, comes to rest in, comes to a "
                      "halt after, comes to a halt within, moves on, moves for, scoots, scoots "
                      "for, sliding distance, sliding distance of, slide of, stopping distance, "
                      "stopping distance of, brings it, carries it, carries on for"),
    after=vocabulary("along the floor, along the table, across the floor, across the table, "
                     "before stopping, before it stops, far, before coming to rest, on the "
                     "floor, over the floor, over the table, over the carpet, along the carpet, "
                     "along the track, across the carpet, until it stops, until it comes to "
                     "rest, until it is at rest, before coming to a halt, before it halts, "
                     "before it comes to rest, over the rough, along the rough, on the rough, "
                     "across the rough, on the table, on the carpet, of floor, of carpet, of "
                     "sliding, and stops, then stops"),
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
                   "spring powered, coil spring, spring launcher, dart gun, k, coil, slingshot, "
                   "spring's, jack in the box, spring launched, spring driven, spring operated, "
                   "spring catapult, rubber band, toy cannon, catapult, popgun, dart pistol, "
                   "spring launch, crossbow, spring actuated, spring plunger, coil launcher, "
                   "springy, launcher, stiffness, spring constant"),
        vocabulary("cocked, muzzle velocity, launcher, loaded, throws, throw, thrown, shoots, "
                   "shoot, shooting, shot, launch, launches, launched, launching, fires, fire, "
                   "fired, flings, fling, flung, sends, send, sent, kicks, kick, compressed, "
                   "compresses, compress, compression, squeezed, pressed, pushed, propels, "
                   "propel, propelled, catapults, ejects, released, let go, shortened, pulled "
                   "back, tosses, tossed, hurls, hurled, apex, jumps, pops, lifts, accelerates, "
                   "drives, leaves, unloads, bounces up, x, pops up, lobs, lob, lobbed, hurl, "
                   "toss, propels it, released from, lets go, lets go of, lets it go, let loose, "
                   "loosed, unlatched, releasing, releases, release, stores, stored, storing, "
                   "drawn back, squashed, squash, squashing, squeezing, compressing, pushing, "
                   "stretched, loosens, accelerated, accelerate, pushes, propelling, brings, "
                   "carries, wound, drawn, squeeze, squeezes, presses, press, squished, push, "
                   "kicked, throwing, sending, hurling, firing, flinging, tossing, lifting, "
                   "flies, fly, leaps, leap, soars, leave, leaving, gets, gives, give, sets, "
                   "puts, places, lays, rests, sits"),
    ),
    helps=vocabulary("spring, stiffness, compressed, spring constant, height, ball, squeezed, "
                     "launch, spring loaded, k, n / m, kn / m, stretched, coil, launches, "
                     "throws, shoots, dart, pinball, plunger, stiffness of, stored, stores, "
                     "energy"),
    units=frozenset({Unit.NEWTON_PER_METRE, _METRE, Unit.KILOGRAM}),
    never=vocabulary("bungee, pendulum, restitution, dropped, drops, drop, falls onto, lands on, "
                     "oscillates, oscillation, oscillations, period, hanging, hangs, hung, loop, "
                     "hot spring, friction of the tyres, resonance, bounces on, trampoline, "
                     "spring break, damper, mattress, collides, wave, moves toward, runs into, "
                     "torsion spring, clock spring, spring tide, hot springs, spring water, "
                     "bowstring, person, standing jump, his centre of mass, her centre of mass, "
                     "centre of mass, springs up, springs straight up, gripper, train buffer, "
                     "seesaw, pulley, collision, collide, bounces back, momentum"),
    tolerates=("spring", "air", "flight", "force", "person", "vehicle", "change", "incline",
               "machine", "collision", "rolling", "obstacle"),
)  # fmt: skip
