"""Goals of falls, throws, ramps, stacks and brakes in many people's voices.

A child, a plumber, a journalist, a physicist, a robot operator, a spec sheet; and denials that
stand far from what they deny. Each truth is computed beside its words with the bare formula.
"""

import math
from math import sqrt

from tests.goals.case import Case, Phrasing

G = 9.81
MOON = 1.62
MARS = 3.71
KMH = 1 / 3.6
MPH = 0.44704
FT = 0.3048


def sin(degrees: float) -> float:
    return math.sin(math.radians(degrees))


def cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def tan(degrees: float) -> float:
    return math.tan(math.radians(degrees))


def fall_speed(h: float, v0: float = 0.0, g: float = G) -> float:
    return sqrt(v0**2 + 2 * g * h)


def fall_time(h: float, v0: float = 0.0, g: float = G) -> float:
    return (fall_speed(h, v0, g) - v0) / g


def arc(x: float, v: float, degrees: float, start: float = 0.0) -> float:
    return start + x * tan(degrees) - G * x**2 / (2 * (v * cos(degrees)) ** 2)


def carry(v: float, degrees: float, start: float = 0.0, g: float = G) -> float:
    up = v * sin(degrees)
    return v * cos(degrees) * (up + sqrt(up**2 + 2 * g * start)) / g


def apex(v: float, start: float = 0.0, g: float = G, degrees: float = 90) -> float:
    return start + (v * sin(degrees)) ** 2 / (2 * g)


def aloft(v: float, start: float = 0.0) -> float:
    return (v + sqrt(v**2 + 2 * G * start)) / G


def slide_time(length: float, degrees: float, mu_k: float) -> float:
    return sqrt(2 * length / (G * (sin(degrees) - mu_k * cos(degrees))))


def slide_speed(length: float, degrees: float, mu_k: float) -> float:
    return sqrt(2 * length * G * (sin(degrees) - mu_k * cos(degrees)))


def halt(v: float, mu: float, reaction: float = 0.0) -> float:
    return v * reaction + v**2 / (2 * mu * G)


def tip(width: float, com_height: float) -> float:
    return math.degrees(math.atan(width / 2 / com_height))


# A stack of n boxes of width w, each moved on by d, stands iff n d < w.

CASES = (
    # free_fall
    Case(
        "Question for the class: will a cannon shell let go from the belfry, 52 m over the "
        "square, need fewer than 3 s to get to the paving? Claim: yes.",
        "free_fall",
        fall_time(52) < 3,
    ),
    Case(
        "Having come adrift from the ceiling hook at a height of 5 m, the stage lamp is on "
        "the boards in at most 0.9 s.",
        "free_fall",
        fall_time(5) < 0.9,
    ),
    Case(
        "Specimen released, h_drop = 2.5 m, v_impact >= 7.5 m/s",
        "free_fall",
        fall_speed(2.5) >= 7.5,
    ),
    Case(
        "1.1 s is all it takes for a dropped melon to get from a 5 m high window to the "
        "yard; it needs no longer.",
        "free_fall",
        fall_time(5) < 1.1,
    ),
    Case(
        "Roofer loses hammer: falls 14 m, lands on lawn at under 55 km/h",
        "free_fall",
        fall_speed(14) < 55 * KMH,
    ),
    Case(
        "A penny given a downward push of 3 m/s at the rim of a 60 m tower lands before 3 s "
        "are over.",
        "free_fall",
        fall_time(60, 3) < 3,
    ),
    Case(
        "The impact velocity of a paint tin knocked off a ladder at 3.5 m does not exceed 8 m/s.",
        "free_fall",
        fall_speed(3.5) < 8,
    ),
    Case(
        "On Mars, a probe dropped from 10 m hits the dust at less than 9 m/s.",
        "free_fall",
        fall_speed(10, 0, MARS) < 9,
    ),
    Case(
        "It's less than one second before the vase that the cat shoved off the 3 m high "
        "cupboard is on the floor.",
        "free_fall",
        fall_time(3) < 1,
    ),
    Case(
        "Fall height 125 ft, no drag: time to ground not more than 2.6 s.",
        "free_fall",
        fall_time(125 * FT) < 2.6,
    ),
    Case(
        "A bolt comes loose from the crane jib; the ground is reached within 2.5 s.",
        "free_fall",
        None,
        ("height",),
        Phrasing.MISSING,
    ),
    Case(
        "Thrown downward from a 30 m tower the ball hits the street at over 30 m/s.",
        "free_fall",
        None,
        ("launch",),
        Phrasing.MISSING,
    ),
    Case(
        "A dropped stone takes 1.5 s to hit the bottom of a well that is 11 m deep.",
        "free_fall",
        abs(fall_time(11) - 1.5) < 0.05 * 1.5,
    ),
    Case(
        "Let go of at 2 m, the glass does not hit the tiles in under 0.6 s.",
        "free_fall",
        fall_time(2) > 0.6,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "We climbed 18 m up the water tower and Tim let a melon drop; splat, under two "
        "seconds later, on the tarmac.",
        "free_fall",
        fall_time(18) < 2,
    ),
    Case(
        "Maintenance report: torch fell out of nacelle, 75 m, landed in the field doing "
        "about 38 m/s.",
        "free_fall",
        abs(fall_speed(75) - 38) < 1.9,
    ),
    Case(
        "From a standing start at 33 m a free-falling weight meets the earth at more than 90 km/h.",
        "free_fall",
        fall_speed(33) > 90 * KMH,
    ),
    Case(
        "Free fall, h=8 m, g=9.81: v at the ground shall not be above 12 m/s.",
        "free_fall",
        fall_speed(8) < 12,
    ),
    Case(
        "What goes over the rail of a ship's bridge 16 m above the sea is in the water within 2 s.",
        "free_fall",
        fall_time(16) < 2,
    ),
    Case(
        "On the Moon, no less than three seconds pass before a dropped screwdriver gets from "
        "a 6 m ladder to the ground.",
        "free_fall",
        fall_time(6, 0, MOON) > 3,
    ),
    Case(
        "A brick was pushed off a wall of 4 metres; with 7 m/s at most it arrived on the ground.",
        "free_fall",
        fall_speed(4) < 7,
    ),
    Case(
        "Launched straight down at 5 m/s from a 12 m diving tower, a rubber ring filled with "
        "sand touches the water after less than one second.",
        "free_fall",
        fall_time(12, 5) < 1,
    ),
    Case(
        "A lead weight dropped off the roof gets to the ground in one second.",
        "free_fall",
        None,
        ("height",),
        Phrasing.MISSING,
    ),
    Case(
        "The lead ball let go 3 m up never comes down.",
        "free_fall",
        False,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A stone let fall from 20 m does not take as long as 2 s to hit the ground.",
        "free_fall",
        fall_time(20) < 2,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Dropped from 20 m, a stone is not down in 3 s.",
        "free_fall",
        fall_time(20) > 3,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A ball dropped from 10 m reaches the floor and does not stay in the air longer than 1 s.",
        "free_fall",
        fall_time(10) < 1,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Let go 10 m up, the ball falls, but it doesn't hit the floor before 2 s have passed.",
        "free_fall",
        fall_time(10) > 2,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Nothing dropped from 20 m lands in under 3 s.",
        "free_fall",
        fall_time(20) > 3,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "No stone released from 45 m hits the water in less than 4 s.",
        "free_fall",
        fall_time(45) > 4,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "There's no way a stone dropped from 20 m gets down in 3 s.",
        "free_fall",
        fall_time(20) > 3,
        (),
        Phrasing.NEGATED,
    ),
    # projectile
    Case(
        "A goalkeeper punts the ball at 25 m/s, 40 degrees up; it touches down over 55 m from her.",
        "projectile",
        carry(25, 40) > 55,
    ),
    Case(
        "Spec: v0=28 m/s; theta=35 deg; wall 12 m tall at 30 m; must clear",
        "projectile",
        arc(30, 28, 35) > 12,
    ),
    Case(
        "Suppose I roll a coin off my desk, 75 cm up, at 2 m/s. It hits the carpet at least "
        "one metre from the desk.",
        "projectile",
        carry(2, 0, 0.75) > 1,
    ),
    Case(
        "Daredevil on quad bike: take-off 70 km/h at 20 degrees, gap 22 m, level landing. He "
        "makes it.",
        "projectile",
        carry(70 * KMH, 20) > 22,
    ),
    Case(
        "The trebuchet hurls a stone at 40 m/s and 45 degrees over the castle wall, 20 m "
        "high and 150 m from it.",
        "projectile",
        arc(150, 40, 45) > 20,
    ),
    Case(
        "Thrown with an initial velocity of 14 m/s at an elevation of 55 degrees, a javelin "
        "flies at least 22 m on flat ground.",
        "projectile",
        carry(14, 55) > 22,
    ),
    Case(
        "Paper plane aside, a cricket ball thrown at 30 m/s and 30 degrees has a range below "
        "75 m on the level.",
        "projectile",
        carry(30, 30) < 75,
    ),
    Case(
        "From the 8 m high quay a lifebuoy is flung horizontally at 10 m/s and splashes down "
        "12 m or more out.",
        "projectile",
        carry(10, 0, 8) > 12,
    ),
    Case(
        "Even at its best angle a ball leaving the racket at 20 m/s cannot carry 45 m on "
        "level ground.",
        "projectile",
        carry(20, 45) < 45,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A frog hops off at 3 m/s and 45 degrees, and a 1.5 m wide brook is too much for it: "
        "it falls into the water.",
        "projectile",
        carry(3, 45) < 1.5,
    ),
    Case(
        "Volleyball served at 15 m/s and 20 degrees from 1 m above the floor passes over the "
        "net, 2.43 m high, 9 m away.",
        "projectile",
        arc(9, 15, 20, 1) > 2.43,
    ),
    Case(
        "On the Moon an astronaut drives a golf ball at 20 m/s and 45 degrees beyond 200 m.",
        "projectile",
        carry(20, 45, 0, MOON) > 200,
    ),
    Case(
        "The arrow is loosed at 50 m/s and gets over the 15 m tall tree.",
        "projectile",
        None,
        ("distance", "wall_distance"),
        Phrasing.MISSING,
    ),
    Case(
        "A ball rolls off a table and lands 1.5 m from its foot.",
        "projectile",
        None,
        ("speed",),
        Phrasing.MISSING,
    ),
    Case(
        "A tennis serve leaves the racket horizontally at 40 m/s, 2.5 m above the court, and "
        "comes down more than 25 m away.",
        "projectile",
        carry(40, 0, 2.5) > 25,
    ),
    Case(
        "Try this: throw a stone at 16 m/s and 35 degrees across the river, which is 22 m "
        "wide. It makes the other bank.",
        "projectile",
        carry(16, 35) > 22,
    ),
    Case(
        "Ball speed 30 mph, launch angle 40 degrees, fence 1.5 m high 15 m out: ball clears fence",
        "projectile",
        arc(15, 30 * MPH, 40) > 1.5,
    ),
    Case(
        "The catapult (release speed 25 m/s, release angle 45 degrees) needs to put the "
        "stone 60 m or more down the field, and it does.",
        "projectile",
        carry(25, 45) > 60,
    ),
    Case(
        "Suppose a car drives horizontally off a 15 m cliff at 72 km/h. It hits the sea no "
        "farther than 40 m out.",
        "projectile",
        carry(20, 0, 15) < 40,
    ),
    Case(
        "The rock, catapulted at 22 m/s under an angle of 30 degrees, can't get over the 10 "
        "m high wall 20 m away.",
        "projectile",
        arc(20, 22, 30) < 10,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Skateboarder ollies off at 5 m/s, 30 degrees; the gap is 2 m; she lands on the "
        "other side, same height.",
        "projectile",
        carry(5, 30) > 2,
    ),
    Case(
        "A ball thrown at 45 degrees sails over the 4 m wall 12 m away.",
        "projectile",
        None,
        ("speed",),
        Phrasing.MISSING,
    ),
    Case(
        "Thrown at 13 m/s and 40 degrees, the ball comes down within 15 m.",
        "projectile",
        carry(13, 40) < 15,
    ),
    Case(
        "A ball fired at 20 m/s and 45 degrees is unable to clear a 5 m wall 10 m away.",
        "projectile",
        arc(10, 20, 45) < 5,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "No ball kicked at 20 m/s and 45 degrees clears a 5 m wall 10 m away.",
        "projectile",
        arc(10, 20, 45) < 5,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A ball kicked at 20 m/s and 45 degrees never makes 30 m.",
        "projectile",
        carry(20, 45) < 30,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Kicked at 20 m/s and 45 degrees the ball is down again within 30 m.",
        "projectile",
        carry(20, 45) < 30,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Kicked at 20 m/s and 45 degrees the ball lands no farther than 30 m away.",
        "projectile",
        carry(20, 45) < 30,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A marble rolling off a 1 m table at 2 m/s doesn't get 0.5 m from the table before "
        "it hits the floor.",
        "projectile",
        carry(2, 0, 1) < 0.5,
        (),
        Phrasing.NEGATED,
    ),
    # vertical_throw
    Case(
        "Straight up at ten metres a second: the bean bag gets five metres high.",
        "vertical_throw",
        apex(10) > 5,
    ),
    Case(
        "The firework dummy, a plain ball, leaves the tube vertically at 35 m/s and tops 60 m.",
        "vertical_throw",
        apex(35) > 60,
    ),
    Case(
        "A cap tossed straight upward at 6 m/s comes back down to the hand less than 1.1 s "
        "after it left.",
        "vertical_throw",
        aloft(6) < 1.1,
    ),
    Case(
        "Peak height of a ball shot vertically at 25 m/s, no drag: >= 30 m",
        "vertical_throw",
        apex(25) >= 30,
    ),
    Case(
        "My brother kicks the ball straight up, 15 m/s, and it gets stuck on the roof that "
        "is 10 metres up.",
        "vertical_throw",
        apex(15) > 10,
    ),
    Case(
        "Thrown vertically with 18 m/s, a stone has a hang time of over 4 s.",
        "vertical_throw",
        aloft(18) > 4,
    ),
    Case(
        "At 45 degrees and 12 m/s a ball thrown in the gym stays clear of the 7 m high ceiling.",
        "vertical_throw",
        apex(12, 0, G, 45) < 7,
    ),
    Case(
        "A ball is thrown at 14 m/s and 65 degrees, so that its highest point is more than 9 "
        "m above the launch point.",
        "vertical_throw",
        apex(14, 0, G, 65) > 9,
    ),
    Case(
        "On the Moon a wrench flipped straight up at 4 m/s reaches 4.5 m.",
        "vertical_throw",
        apex(4, 0, MOON) > 4.5,
    ),
    Case(
        "A rescue line is shot straight up at 22 m/s from the foot of a 28 m cliff; the "
        "weight on it, drag ignored, fails to reach the top.",
        "vertical_throw",
        apex(22) < 28,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "From the roof of a 12 m building a ball is thrown straight up at 8 m/s and gets to "
        "ground level in under 3 s.",
        "vertical_throw",
        aloft(8, 12) < 3,
    ),
    Case(
        "A pebble thrown vertically upward returns after exactly 2 s.",
        "vertical_throw",
        None,
        ("speed",),
        Phrasing.MISSING,
    ),
    Case(
        "In a hall with a 6 m ceiling a ball tossed at 12 m/s doesn't touch the ceiling.",
        "vertical_throw",
        None,
        ("angle",),
        Phrasing.MISSING,
    ),
    Case(
        "Initial velocity 30 ft/s straight up; altitude gained 13 ft at least",
        "vertical_throw",
        apex(30 * FT) > 13 * FT,
    ),
    Case(
        "Kick a ball vertically at 50 km/h and it doesn't make it to the fourth floor, 12 m up.",
        "vertical_throw",
        apex(50 * KMH) < 12,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "h_max >= 8 m is wanted; v0 = 12 m/s, vertical launch, no drag.",
        "vertical_throw",
        apex(12) >= 8,
    ),
    Case(
        "Of a stone thrown straight up at 19 m/s one may say that it is in the air for more "
        "than 4 s.",
        "vertical_throw",
        aloft(19) > 4,
    ),
    Case(
        "A juggler's club goes up at 5.5 m/s and is back in her hand within one second.",
        "vertical_throw",
        aloft(5.5) < 1,
    ),
    Case(
        "The ceiling is 4 m above the cannon; a dart fired at 10 m/s and 50 degrees hits it.",
        "vertical_throw",
        apex(10, 0, G, 50) > 4,
    ),
    Case(
        "Straight up! Ball, 16 m/s, must top the 12 m flagpole.",
        "vertical_throw",
        apex(16) > 12,
    ),
    Case(
        "Sent vertically skyward with 30 m/s, the clay ball reaches less than 40 metres.",
        "vertical_throw",
        apex(30) < 40,
    ),
    Case(
        "Thrown vertically up from a cliff edge 25 m above the sea with 10 m/s the pebble "
        "plops into the water inside 3 s.",
        "vertical_throw",
        aloft(10, 25) < 3,
    ),
    Case(
        "Tossing the keys straight up to the 6 m balcony.",
        "vertical_throw",
        None,
        ("speed",),
        Phrasing.MISSING,
    ),
    Case(
        "At a launch speed of 11 m/s straight up a ball doesn't rise above 7 m.",
        "vertical_throw",
        apex(11) < 7,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A ball thrown straight up at 20 m/s isn't able to pass 15 m.",
        "vertical_throw",
        apex(20) < 15,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Nobody throwing a ball straight up at 20 m/s gets it to 15 m.",
        "vertical_throw",
        apex(20) < 15,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "No ball thrown straight up at 20 m/s gets to 15 m.",
        "vertical_throw",
        apex(20) < 15,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Nothing thrown straight up at 20 m/s rises 15 m.",
        "vertical_throw",
        apex(20) < 15,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A ball thrown straight up at 20 m/s is back after 3 s.",
        "vertical_throw",
        abs(aloft(20) - 3) < 0.15,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Thrown straight up at 20 m/s the ball doesn't come back before 5 s.",
        "vertical_throw",
        aloft(20) > 5,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A ball tossed at 9 m/s and 60 degrees does not hit the 3 m high ceiling.",
        "vertical_throw",
        apex(9, 0, G, 60) < 3,
        (),
        Phrasing.NEGATED,
    ),
    # incline
    Case(
        "Lay a coin on a book and raise the cover to 25 degrees; with a friction coefficient "
        "of 0.4 the coin glides away.",
        "incline",
        tan(25) > 0.4,
    ),
    Case(
        "Wooden crate / steel ramp / slope 17 deg / mu_s 0.28 / required: no movement",
        "incline",
        tan(17) < 0.28,
    ),
    Case(
        "The avalanche technician puts a snow block (static friction 0.7) on a 32 degree "
        "slope and it remains in place.",
        "incline",
        tan(32) < 0.7,
    ),
    Case(
        "Suppose the conveyor is switched off at an inclination of 19 degrees: boxes with a "
        "friction coefficient of 0.3 will slip back down.",
        "incline",
        tan(19) > 0.3,
    ),
    Case(
        "It takes more than 2 s for a crate to slide 5 m from rest down a 35 degree ramp, "
        "kinetic friction 0.3, static 0.4.",
        "incline",
        slide_time(5, 35, 0.3) > 2,
    ),
    Case(
        "A piano on a 14 degree ramp, coefficient of static friction 0.2, stands firm "
        "without anyone holding it.",
        "incline",
        tan(14) < 0.2,
    ),
    Case(
        "At 38 degrees the sandpaper, mu = 0.85, keeps the block from slipping.",
        "incline",
        tan(38) < 0.85,
    ),
    Case(
        "Given mu = 0.36 and alpha = 20 deg, show that the body starts sliding.",
        "incline",
        tan(20) > 0.36,
    ),
    Case(
        "A cat lying on a roof of 30 degrees, her friction being 0.5, won't stay put.",
        "incline",
        tan(30) > 0.5,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Parked with the handbrake on at a 20 % gradient, ice of friction 0.15 under its "
        "tyres, the car doesn't slide.",
        "incline",
        0.2 < 0.15,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Sliding from rest down 12 m of a frictionless 40 degree slope brings the sledge to "
        "at least 12 m/s.",
        "incline",
        slide_speed(12, 40, 0) > 12,
    ),
    Case(
        "Friction is 0.5 and the block on the board does not slip.",
        "incline",
        None,
        ("angle",),
        Phrasing.MISSING,
    ),
    Case(
        "The plate on the 15 degree table top slides off.",
        "incline",
        None,
        ("friction",),
        Phrasing.MISSING,
    ),
    Case(
        "The cheese board is tilted to 22 degrees; friction 0.35; the cheese starts to slide.",
        "incline",
        tan(22) > 0.35,
    ),
    Case(
        "Can a fridge with mu = 0.3 be left on a ramp of 15 degrees? Yes: it stays where you "
        "put it.",
        "incline",
        tan(15) < 0.3,
    ),
    Case(
        "slope = 28 deg, mu_s = 0.5, outcome = slides",
        "incline",
        tan(28) > 0.5,
    ),
    Case(
        "The patient, lying on the operating table tilted by 20 degrees with a sheet "
        "friction of 0.3, slips downwards.",
        "incline",
        tan(20) > 0.3,
    ),
    Case(
        "A stone slab on a rock face inclined at 36 degrees with a static friction "
        "coefficient of 0.65 is in danger: it slides.",
        "incline",
        tan(36) > 0.65,
    ),
    Case(
        "Let go at the top of a 3 m slide at 40 degrees with kinetic friction 0.2 and static "
        "0.3, a box is at the bottom in 1 s.",
        "incline",
        slide_time(3, 40, 0.2) < 1,
    ),
    Case(
        "With a friction factor of 0.45 against a slope angle of 26 degrees, the rock block "
        "does not give way.",
        "incline",
        tan(26) < 0.45,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "An ashtray rests on a car's bonnet sloping 10 degrees and doesn't slip.",
        "incline",
        None,
        ("friction",),
        Phrasing.MISSING,
    ),
    Case(
        "Ice block, frictionless incline of 12 degrees: it stays at rest when released.",
        "incline",
        False,
    ),
    Case(
        "Friction of 0.7 doesn't keep the block on a 30 degree ramp from sliding.",
        "incline",
        tan(30) > 0.7,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Friction of 0.7 is not enough to hold the block on a 30 degree ramp.",
        "incline",
        tan(30) > 0.7,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Friction of 0.7 is too little to hold a block on a 30 degree ramp.",
        "incline",
        tan(30) > 0.7,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A block refuses to stay on a 30 degree ramp with friction 0.7.",
        "incline",
        tan(30) > 0.7,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A block on a 30 degree ramp with friction 0.3 fails to slide.",
        "incline",
        tan(30) < 0.3,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "On a 20 degree ramp with mu 0.5 no block stays put.",
        "incline",
        tan(20) > 0.5,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "It's false that a box with mu 0.5 stays on a 20 degree ramp.",
        "incline",
        tan(20) > 0.5,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A block with mu_s 0.3, mu_k 0.2 on a 30 degree 5 m ramp doesn't get to the bottom "
        "in under 3 s.",
        "incline",
        slide_time(5, 30, 0.2) > 3,
        (),
        Phrasing.NEGATED,
    ),
    # stack
    Case(
        "The librarian puts six volumes, 18 cm wide, on one another, each 2 cm further to "
        "the left than its predecessor. Nothing falls.",
        "stack",
        6 * 2 < 18,
    ),
    Case(
        "spec: boxes=5, width=40cm, offset=9cm each, result: topples",
        "stack",
        5 * 9 > 40,
    ),
    Case(
        "Three suitcases 70 cm wide on top of each other, every one slid 25 cm past the one "
        "beneath, crash down.",
        "stack",
        3 * 25 > 70,
    ),
    Case(
        "Given 4 slabs of 60 cm with an overhang of 10 cm per slab: the pile is stable.",
        "stack",
        4 * 10 < 60,
    ),
    Case(
        "Let two planks, both 2 m long, lie on one another with the upper one sticking out "
        "0.9 m: it does not tip.",
        "stack",
        0.9 < 1,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Toddler tower: 7 cubes, 4 cm each, every cube 5 mm too far right. Still standing, mum!",
        "stack",
        7 * 0.5 < 4,
    ),
    Case(
        "A pallet robot drops nothing: 5 cartons, 35 cm in width, stepped 8 cm each in the "
        "same direction, and the pile stays up.",
        "stack",
        5 * 8 < 35,
    ),
    Case(
        "Server rack 60 cm deep, centre of mass at 1 m: tilt it 12 degrees, let go, and it "
        "settles back upright.",
        "stack",
        tip(0.6, 1.0) > 12,
    ),
    Case(
        "A grandfather clock 40 cm wide and 2 m high, leaned 14 degrees to the side, goes "
        "over when nobody holds it.",
        "stack",
        tip(0.4, 1.0) < 14,
    ),
    Case(
        "Offset each of four books by 6 cm, the books being 20 cm wide and piled up, and the "
        "heap tumbles.",
        "stack",
        4 * 6 > 20,
    ),
    Case(
        "With every brick, 22 cm long, shoved 5 cm beyond its lower neighbour, a pile of "
        "five bricks can't stay up.",
        "stack",
        5 * 5 > 22,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Seven crates are stacked with each one 10 cm further out than the one below and stay up.",
        "stack",
        None,
        ("width",),
        Phrasing.MISSING,
    ),
    Case(
        "A statue 2 m tall is tilted by 15 degrees and rights itself.",
        "stack",
        None,
        ("width",),
        Phrasing.MISSING,
    ),
    Case(
        "Staggered by 4 cm each, a pile of 20 cm wide tins collapses.",
        "stack",
        None,
        ("count",),
        Phrasing.MISSING,
    ),
    Case(
        "The wardrobe, 50 cm deep with its centre of gravity 90 cm up, doesn't topple when "
        "tilted 10 degrees and released.",
        "stack",
        tip(0.5, 0.9) > 10,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Pile of four encyclopedias, 25 cm wide, each nudged 7 cm over the last: the pile "
        "keels over.",
        "stack",
        4 * 7 > 25,
    ),
    Case(
        "Lay five roof tiles 30 cm long one over another, each set back 5 cm from the one "
        "below; they stay.",
        "stack",
        5 * 5 < 30,
    ),
    Case(
        "Brick stack check: count 8, length 24 cm, overhang 2.5 cm per course, must remain stable.",
        "stack",
        8 * 2.5 < 24,
    ),
    Case(
        "If each of six gift boxes, 15 cm across, sits 3 cm to the right of the box under "
        "it, down comes the stack.",
        "stack",
        6 * 3 > 15,
    ),
    Case(
        "Filing cabinet: depth 45 cm, height 1.3 m; pulled forward to a 22 degree lean and "
        "released, it topples.",
        "stack",
        tip(0.45, 0.65) < 22,
    ),
    Case(
        "A chess rook 3 cm wide with its centre of mass 2.5 cm up, tipped 25 degrees, "
        "wobbles back upright.",
        "stack",
        tip(0.03, 0.025) > 25,
    ),
    Case(
        "Three cartons, half a metre wide, stacked flush with no overhang, don't topple.",
        "stack",
        True,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "My tower of 10 books, each 16 cm wide and 1.5 cm further out than the one beneath, "
        "still stands.",
        "stack",
        10 * 1.5 < 16,
    ),
    Case(
        "The upper of two planks of 1.5 m juts out 80 cm beyond the lower one and "
        "nevertheless stays on.",
        "stack",
        0.8 < 0.75,
    ),
    Case(
        "A tower of five crates, each displaced by 6 cm, falls over.",
        "stack",
        None,
        ("width",),
        Phrasing.MISSING,
    ),
    Case(
        "Four boxes 40 cm wide stacked each 5 cm further out: there's no way they stay up.",
        "stack",
        4 * 5 > 40,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "No stack of four 40 cm wide boxes, each 5 cm further out, stands.",
        "stack",
        4 * 5 > 40,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Four boxes 40 cm wide stacked, each 5 cm further out, refuse to stand.",
        "stack",
        4 * 5 > 40,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Four boxes 40 cm wide stacked, each 15 cm further out, hold up and do not fall.",
        "stack",
        4 * 15 < 40,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A cabinet 60 cm wide and 1.2 m tall tilted 10 degrees will not come back.",
        "stack",
        tip(0.6, 0.6) < 10,
        (),
        Phrasing.NEGATED,
    ),
    # braking
    Case(
        "Night driving at 80 km/h the hare in the headlights is 40 m off; mu 0.8, one second "
        "of reaction. The hare gets hit.",
        "braking",
        halt(80 * KMH, 0.8, 1) > 40,
    ),
    Case(
        "Wheels locked, 15 m/s, friction 0.6 -> skid mark shorter than 20 m",
        "braking",
        halt(15, 0.6) < 20,
    ),
    Case(
        "Ladies and gentlemen, this train does 160 km/h and brakes at 1 m/s²: it comes to a "
        "standstill inside a kilometre.",
        "braking",
        (160 * KMH) ** 2 / 2 < 1000,
    ),
    Case(
        "The robot rolling at 2 m/s with mu = 0.5 pulls up in no more than 50 cm.",
        "braking",
        halt(2, 0.5) < 0.5,
    ),
    Case(
        "It takes the cyclist longer than 3 s to stop from 30 km/h at a deceleration of 2.5 m/s².",
        "braking",
        30 * KMH / 2.5 > 3,
    ),
    Case(
        "Bus, 50 km/h, reaction 0.9 s, deceleration 5 m/s2, stopping distance below 30 m",
        "braking",
        50 * KMH * 0.9 + (50 * KMH) ** 2 / 10 < 30,
    ),
    Case(
        "A curling stone let loose at 2 m/s on ice with a friction coefficient of 0.01 stops "
        "within 25 m.",
        "braking",
        halt(2, 0.01) < 25,
    ),
    Case(
        "Suppose an aquaplaning car has grip 0.15 at 90 km/h. It will need over 200 m to "
        "come to a halt.",
        "braking",
        halt(90 * KMH, 0.15) > 200,
    ),
    Case(
        "A box shoved across the floor at 3 m/s, friction 0.4, slides to a stop in less than "
        "a metre.",
        "braking",
        halt(3, 0.4) < 1,
    ),
    Case(
        "Having braked from 100 km/h with 8 m/s², the sports car has used up no more than 45 "
        "m of road.",
        "braking",
        (100 * KMH) ** 2 / 16 < 45,
    ),
    Case(
        "The lorry driver brakes at 70 km/h, mu 0.6, and doesn't stop before the barrier 25 "
        "m ahead.",
        "braking",
        halt(70 * KMH, 0.6) > 25,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "With mu 0.7 and a reaction time of 1 s the car stops within 50 m.",
        "braking",
        None,
        ("speed",),
        Phrasing.MISSING,
    ),
    Case(
        "From 60 km/h the scooter stops within 20 m on wet cobbles.",
        "braking",
        None,
        ("friction", "deceleration"),
        Phrasing.MISSING,
    ),
    Case(
        "A car at 100 km/h with mu 0.8 and a slow driver's reaction time stops in 70 m.",
        "braking",
        None,
        ("reaction",),
        Phrasing.MISSING,
    ),
    Case(
        "He was doing 90 in a car... well, 90 km/h, mu was 0.7, he took 1 s to react, and he "
        "stopped in 60 m.",
        "braking",
        halt(90 * KMH, 0.7, 1) < 60,
    ),
    Case(
        "Stopping distance from 120 km/h at a deceleration of 7.5 m/s², reaction 1 s: at "
        "most 110 m",
        "braking",
        120 * KMH + (120 * KMH) ** 2 / 15 < 110,
    ),
    Case(
        "The tractor, at 25 km/h on mud with friction 0.3, has come to rest after no more "
        "than 10 m.",
        "braking",
        halt(25 * KMH, 0.3) < 10,
    ),
    Case(
        "The AGV in aisle 4 travels at 1.8 m/s, brakes with 1.5 m/s² and halts before the "
        "rack one metre ahead.",
        "braking",
        1.8**2 / 3 < 1,
    ),
    Case(
        "A toboggan reaching the flat at 8 m/s with a friction coefficient of 0.1 runs on "
        "for more than 30 m.",
        "braking",
        halt(8, 0.1) > 30,
    ),
    Case(
        "Skidding to a halt from 54 km/h takes less than 2 s when mu is 0.9.",
        "braking",
        54 * KMH / (0.9 * G) < 2,
    ),
    Case(
        "With a friction coefficient of 0.75 and an alert driver (0.6 s reaction), the bus "
        "at 60 km/h fails to stop within 25 m.",
        "braking",
        halt(60 * KMH, 0.75, 0.6) > 25,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "Brake late at 100 km/h, mu 0.8, with 45 m to go, and you crash into the barrier.",
        "braking",
        halt(100 * KMH, 0.8) > 45,
    ),
    Case(
        "A coin slid along the bar at 2 m/s with friction 0.3 stops inside 60 cm.",
        "braking",
        halt(2, 0.3) < 0.6,
    ),
    Case(
        "From 50 km/h the car stops in 15 m, reaction time aside.",
        "braking",
        None,
        ("friction", "deceleration"),
        Phrasing.MISSING,
    ),
    Case(
        "A car at 20 m/s with mu 0.8 is unable to stop within 40 m.",
        "braking",
        halt(20, 0.8) > 40,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "No car at 20 m/s with mu 0.8 stops within 40 m.",
        "braking",
        halt(20, 0.8) > 40,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A car at 20 m/s with mu 0.8 fails to avoid the wall 40 m ahead.",
        "braking",
        halt(20, 0.8) > 40,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A car at 20 m/s with mu 0.8 doesn't miss the deer 40 m ahead.",
        "braking",
        halt(20, 0.8) > 40,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A car at 20 m/s with mu 0.8 needs not less than 40 m to stop.",
        "braking",
        halt(20, 0.8) >= 40,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A car at 20 m/s with mu 0.3 gets away without hitting the wall 40 m ahead.",
        "braking",
        halt(20, 0.3) < 40,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A car at 20 m/s, mu 0.3, stops without ever getting 40 m further.",
        "braking",
        halt(20, 0.3) < 40,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A car at 20 m/s, mu 0.8, is still moving after 30 m.",
        "braking",
        halt(20, 0.8) > 30,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A car at 20 m/s, mu 0.8, hasn't stopped after 30 m.",
        "braking",
        halt(20, 0.8) > 30,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A car at 20 m/s, mu 0.8 stops in 30 m even though the driver reacts only after 1 s.",
        "braking",
        halt(20, 0.8, 1) < 30,
        (),
        Phrasing.NEGATED,
    ),
    Case(
        "A car at 20 m/s, mu 0.8 stops in 30 m downhill on a 10 degree slope.",
        "braking",
        20**2 / (2 * G * (0.8 * cos(10) - sin(10))) < 30,
        (),
        Phrasing.NEGATED,
    ),
)
