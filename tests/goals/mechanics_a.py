"""Goals of the mechanics families, development set.

Each truth is computed beside its words, with formulas written out anew from textbooks.
"""

import math
from math import sqrt

from tests.goals.case import Case, Phrasing

G = 9.81
MOON = 1.62
KMH = 1 / 3.6
MPH = 0.44704
FT = 0.3048
IN = 0.0254
LB = 0.45359237


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


def arc_height(x: float, v: float, degrees: float, start: float = 0.0) -> float:
    return start + x * tan(degrees) - G * x**2 / (2 * (v * cos(degrees)) ** 2)


def level_range(v: float, degrees: float) -> float:
    return v**2 * sin(2 * degrees) / G


def slide_time(length: float, degrees: float, mu_k: float) -> float:
    return sqrt(2 * length / (G * (sin(degrees) - mu_k * cos(degrees))))


# A stack of n boxes of width w, each moved on by d, stands iff n d < w: the n - 1 upper boxes
# have their centre of mass n d / 2 away from the middle of the lowest.


def tip_angle(base: float, h_com: float) -> float:
    return math.degrees(math.atan(base / 2 / h_com))


def tip_friction(base: float, push_height: float) -> float:
    """Return the friction coefficient above which a pushed block tips."""
    return base / (2 * push_height)


def grip_speed(mu: float, r: float) -> float:
    return sqrt(mu * G * r)


def bank_max(mu: float, r: float, degrees: float) -> float:
    return sqrt(r * G * (tan(degrees) + mu) / (1 - mu * tan(degrees)))


def bank_min(mu: float, r: float, degrees: float) -> float:
    return sqrt(max(0.0, r * G * (tan(degrees) - mu) / (1 + mu * tan(degrees))))


def lateral(v: float, r: float) -> float:
    return v**2 / (r * G)


def ssf(track: float, h_cg: float) -> float:
    return track / (2 * h_cg)


def stopping(v: float, mu: float, reaction: float = 0.0) -> float:
    return v * reaction + v**2 / (2 * mu * G)


def period(length: float, g: float = G) -> float:
    return 2 * math.pi * sqrt(length / g)


def loop_speed(r: float) -> float:
    """Return the least speed at the bottom of a smooth loop."""
    return sqrt(5 * G * r)


def struck(m1: float, v1: float, m2: float, e: float) -> float:
    """Return the speed of a body at rest after a head-on hit."""
    return (1 + e) * m1 * v1 / (m1 + m2)


def rebound(h: float, e: float, bounces: int = 1, v0: float = 0.0) -> float:
    return e ** (2 * bounces) * (h + v0**2 / (2 * G))


def bending(load_kg: float, span: float, b: float, t: float) -> float:
    """Return the stress in MPa under a load at mid-span, both ends simply supported."""
    return 1.5 * load_kg * G * span / (b * t**2) / 1e6


CASES: tuple[Case, ...] = (
    # free_fall
    Case(
        "A cricket ball let go from a bridge 30 m above a river hits the water within 3 seconds.",
        "free_fall",
        fall_time(30) <= 3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "lead shot; h=12m; v0=0; no drag; t_fall <= 1.3 s",
        "free_fall",
        fall_time(12) <= 1.3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "My wrench slipped off the scaffold 50 ft up and was doing at least 35 mph when "
        "it hit the dirt",
        "free_fall",
        fall_speed(50 * FT) >= 35 * MPH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "An astronaut on the Moon lets go of a hammer 1.6 m above the surface. It touches "
        "the dust in less than one second.",
        "free_fall",
        fall_time(1.6, g=MOON) < 1,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A marble is thrown straight down at 8 m/s from a balcony 15 m above the yard, "
        "and the yard is reached in less than 1.3 s",
        "free_fall",
        fall_time(15, v0=8) < 1.3,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "The old red brick, baked in 1987 and weighing 2.4 kg, falls from rest off the "
        "top of a 9 m wall and never goes faster than 10 m/s on the way down",
        "free_fall",
        fall_speed(9) <= 10,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A steel bolt dropped from a crane lands in under two seconds",
        "free_fall",
        None,
        missing=("height",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A bowling ball released from two and a half metres takes more than half a second "
        "to reach the floor",
        "free_fall",
        fall_time(2.5) > 0.5,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # projectile
    Case(
        "Kicked from the grass at 22 m/s and 35 degrees, a football comes down at least "
        "40 m away on the level pitch (ignore air drag)",
        "projectile",
        level_range(22, 35) >= 40,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "v=15 m/s, theta=60 deg, launched from ground level; clears a 6 m fence at x=12 "
        "m; no air resistance",
        "projectile",
        arc_height(12, 15, 60) > 6,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A motorbike leaves a cliff edge horizontally at 50 km/h and makes it across a 20 "
        "m wide canyon whose far rim is 5 m lower",
        "projectile",
        50 * KMH * fall_time(5) >= 20,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Even at the best launch angle and without drag, a melon slung from ground level "
        "at 12 m/s does not reach a bucket 18 m away on flat ground",
        "projectile",
        level_range(12, 45) < 18,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A basketball is tossed from 2.1 m above the floor at 9 m/s, 50 degrees upward, "
        "and passes over a bar that is 4 m high and 5 m away",
        "projectile",
        arc_height(5, 9, 50, start=2.1) > 4,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "I reckon I can lob a tennis ball from the ground at 14 m/s and 45° right over a "
        "wall 10 m tall that stands 8 m from me, forget air drag",
        "projectile",
        arc_height(8, 14, 45) > 10,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "A hopping robot that takes off at 40 degrees gets across a 2 m wide ditch on level ground",
        "projectile",
        None,
        missing=("speed",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A cannonball shot over flat ground at sixty metres per second and thirty degrees "
        "lands more than four hundred metres away, drag aside",
        "projectile",
        level_range(60, 30) > 400,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # incline
    Case(
        "A fridge does not slide down a loading ramp with a 20% grade if the coefficient "
        "of static friction is 0.3.",
        "incline",
        0.20 <= 0.3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "theta = 32 deg; mu_s = 0.5; block remains at rest",
        "incline",
        tan(32) <= 0.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 12-year-old blue toolbox of 7 kg slips down a plank tilted at 40 degrees, "
        "static friction coefficient 0.55",
        "incline",
        tan(40) > 0.55,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A wooden block is placed on a board. The board is raised to 28 degrees. Static "
        "friction is 0.65 and kinetic friction is 0.4. The block starts sliding on its "
        "own.",
        "incline",
        tan(28) > 0.65,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A crate sitting on a 15 degree slope with a coeficient of static friction of "
        "0.35 is held ther by friction alone",
        "incline",
        tan(15) <= 0.35,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "Released from rest on a 30 degree hill (static friction 0.15, kinetic friction "
        "0.1), a sled starts moving by itself and covers 20 m of the slope in less than 4 "
        "s",
        "incline",
        tan(30) > 0.15 and slide_time(20, 30, 0.1) < 4,
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "A pallet stays where it is on a 22 degree ramp",
        "incline",
        None,
        missing=("friction",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "With the ramp anywhere from 34 to 38 degrees and static friction between 0.4 and "
        "0.5, the cooler stays put",
        "incline",
        tan(34) <= 0.5,
        phrasing=Phrasing.RANGE,
    ),
    # stack
    Case(
        "Four 20 cm cubes, eech shifted 3 cm the same way over the one below, stay standing",
        "stack",
        4 * 3 < 20,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "n=5 boxes; w=0.25 m; offset=7 cm per layer, all in one direction; tower stands",
        "stack",
        5 * 0.07 < 0.25,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Of two identical books 24 cm long, the lower one lies flat on a table and the "
        "upper one is slid 9 cm beyond it; the upper book does not fall",
        "stack",
        2 * 9 < 24,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A child piles up six 10 cm wooden blocks, each one 2 cm further to the right "
        "than the block beneath it. The tower topples.",
        "stack",
        6 * 2 > 10,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A filing cabinet 50 cm wide and 1.2 m tall, with its centre of mass in the "
        "middle, is tilted sideways to 30 degrees, let go, and comes back upright",
        "stack",
        tip_angle(0.5, 0.6) > 30,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A cupboard forty centimetres deep, with its centre of gravity eighty centimetres "
        "up, is tipped forward by ten degrees and does not go over once let go",
        "stack",
        tip_angle(0.4, 0.8) > 10,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Three staggered boxes, each 0.4 m wide and each moved over by the same amount in "
        "the same direction, remain standing",
        "stack",
        None,
        missing=("offset",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A forklift stacks three crates 3 ft wide, every one nudged 14 inches past the "
        "one below in the same direction, and the pile stays up for a minute",
        "stack",
        3 * 14 < 36,
        phrasing=Phrasing.UNITS,
    ),
    # push_tip
    Case(
        "Shoved horizontally 0.5 m above a floor with mu 0.35, a 0.6 m wide cabinet "
        "slides and does not tip",
        "push_tip",
        tip_friction(0.6, 0.5) > 0.35,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "b=0.4 m; push height=0.9 m; mu=0.5; block slides without tipping",
        "push_tip",
        tip_friction(0.4, 0.9) > 0.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A washing machine 60 cm wide is pushed sideways at a height of 80 cm on a rubber "
        "mat with friction coefficient 0.7 and tips over",
        "push_tip",
        tip_friction(0.6, 0.8) < 0.7,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A tall speaker with a 10 in wide base is pushed 30 in above the floor, friction "
        "coefficient 0.25, and simply slides along without tipping",
        "push_tip",
        tip_friction(10, 30) > 0.25,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "The green 35 kg crate bought last May is 0.5 m wide; pushed horizontally 0.3 m "
        "off the ground, with friction 0.4, it topples instead of sliding",
        "push_tip",
        tip_friction(0.5, 0.3) < 0.4,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "My robot pushes a box half a metre wide at a height of forty centimetres, "
        "friction coefficient 0.45, and the box slides along upright",
        "push_tip",
        tip_friction(0.5, 0.4) > 0.45,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A wardrobe 0.5 m wide and 1.9 m tall on a floor with mu 0.4 is pushed sideways "
        "and slides without tipping",
        "push_tip",
        None,
        missing=("height",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "If I shove a 90 cm wide dresser about 70 cm up, mu around 0.3, it scoots across "
        "the floor and doesn't go over",
        "push_tip",
        tip_friction(0.9, 0.7) > 0.3,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    # truck_bed
    Case(
        "A crate whose static friction coefficient is somewhere between 0.4 and 0.5 stays "
        "still on a flatbed that speeds up at 2 to 3 m/s^2",
        "truck_bed",
        0.4 * G >= 3,
        phrasing=Phrasing.RANGE,
    ),
    Case(
        "mu_s=0.3; truck brakes at 5 m/s^2; cargo does not shift",
        "truck_bed",
        0.3 * G >= 5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A pickup pulls away from a red light and reaches 60 km/h in 4 seconds at a "
        "steady rate. The loose fridge on the bed, static friction 0.35, slides backward.",
        "truck_bed",
        60 * KMH / 4 > 0.35 * G,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Boxes are carried by a lorry that brakes evenly from 20 m/s to a halt in 50 m, "
        "and with a static friction coefficient of 0.6 none of them is shifted",
        "truck_bed",
        0.6 * G >= 20**2 / (2 * 50),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A suitcase on the floor of a bus slides when the bus brakes at 2 m/s^2, static "
        "friction coefficient 0.4",
        "truck_bed",
        0.4 * G < 2,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "The load keeps its place on a truck braking at 0.8 g, mu_s 0.55",
        "truck_bed",
        0.8 <= 0.55,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A piano stays put on the bed of a truck accelerating at 2.5 m/s^2",
        "truck_bed",
        None,
        missing=("friction",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Seedling trays on a flat trailer do not slip wile it speeds up at 1.8 m/s2, as "
        "the static friction coefficient is 0.25",
        "truck_bed",
        0.25 * G >= 1.8,
        phrasing=Phrasing.TYPO,
    ),
    # flat_curve
    Case(
        "A car rounds a level bend of 80 m radius at 60 km/h without skidding, tyre friction 0.6",
        "flat_curve",
        grip_speed(0.6, 80) >= 60 * KMH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "r=30 m; v=20 m/s; mu=0.8; car stays on flat curve",
        "flat_curve",
        grip_speed(0.8, 30) >= 20,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "On wet asphalt, mu = 0.4, a hatchback enters a level circular bend with a "
        "diameter of 90 m at 16 m/s. It skids.",
        "flat_curve",
        grip_speed(0.4, 45) < 16,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A go-kart never slides out of a flat 15 m radius hairpin taken at 8 m/s, "
        "friction coefficient 0.9",
        "flat_curve",
        grip_speed(0.9, 15) >= 8,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "No problem taking my pickup round an unbanked 200 ft radius curve at 55 mph, the "
        "tires grip at mu 0.7 and she stays on the road",
        "flat_curve",
        grip_speed(0.7, 200 * FT) >= 55 * MPH,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "On packed snow with friction 0.2 a bus is driven round a flat bend of 60 m "
        "radius at 9 m/s and slides off the road",
        "flat_curve",
        grip_speed(0.2, 60) < 9,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A delivery van goes round a flat curve of 40 m radius at 15 m/s without skidding",
        "flat_curve",
        None,
        missing=("friction",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A taxi gets round a level corner at 12 m/s with tyre friction 0.75 and does not slide",
        "flat_curve",
        None,
        missing=("radius",),
        phrasing=Phrasing.MISSING,
    ),
    # banked_curve
    Case(
        "A car stays on a curve of 150 m radius banked at 15 degrees at 25 m/s with friction 0.3",
        "banked_curve",
        bank_min(0.3, 150, 15) <= 25 <= bank_max(0.3, 150, 15),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "bank=25deg; r=60m; mu=0.2; v=28 m/s; vehicle holds the curve",
        "banked_curve",
        bank_max(0.2, 60, 25) >= 28,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "An icy bend has a radius of 80 m, a bank angle of 30 degrees and a friction "
        "coefficient of 0.05. A car creeping through it at 8 m/s slides down the bank.",
        "banked_curve",
        bank_min(0.05, 80, 30) > 8,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A cyclist rides a velodrome turn of radius 22 m, banked at 42 degrees, at 50 "
        "km/h and slips neither up nor down, tyre friction 0.4",
        "banked_curve",
        bank_min(0.4, 22, 42) <= 50 * KMH <= bank_max(0.4, 22, 42),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A stock car is driven at 45 m/s round a frictionless turn of 300 m radius banked "
        "at 20 degrees and is kept on its line, drifting neither up nor down",
        "banked_curve",
        bank_max(0, 300, 20) >= 45,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A lorry takes a curve of one hundred metres radius, banked ten degrees, at "
        "ninety kilometres per hour with a friction coefficient of 0.25 and slides "
        "outward",
        "banked_curve",
        bank_max(0.25, 100, 10) < 90 * KMH,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "At 30 m/s a coupe holds a 120 m radius turn banked at 12 degrees",
        "banked_curve",
        None,
        missing=("friction",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "At 60 mph a pickup never leaves a 500 ft radius exit ramp banked 8 degrees with mu 0.15",
        "banked_curve",
        bank_max(0.15, 500 * FT, 8) >= 60 * MPH,
        phrasing=Phrasing.NEGATED,
    ),
    # rollover
    Case(
        "A van with a 1.7 m track and its centre of gravity 0.9 m up goes round a flat 60 "
        "m radius turn at 18 m/s on tarmac with mu 0.8 and neither skids nor rolls over",
        "rollover",
        lateral(18, 60) <= min(0.8, ssf(1.7, 0.9)),
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "track=1.5 m; h_cg=1.3 m; r=30 m; v=15 m/s; mu=0.9; vehicle does not roll",
        "rollover",
        min(lateral(15, 30), 0.9) <= ssf(1.5, 1.3),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A double-decker bus, track 2.1 m and CG height 1.8 m, swerves round a 40 m "
        "radius bend at 60 km/h on a road with friction 0.8 and rolls over",
        "rollover",
        min(lateral(60 * KMH, 40), 0.8) > ssf(2.1, 1.8),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A tall truck on ice (mu 0.15) with a track of 2 m and a centre of mass 2 m high "
        "rolls over in a 25 m radius turn at 14 m/s",
        "rollover",
        min(lateral(14, 25), 0.15) > ssf(2, 2),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A quad bike with a track width of 1.0 m and its centre of mass 0.7 m up is turnd "
        "at 9 m/s in a circle of 10 m radius on stiky dirt with friction 1.0 and rolls "
        "over",
        "rollover",
        min(lateral(9, 10), 1.0) > ssf(1.0, 0.7),
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "My old Jeep (60 in track, CG 26 in high) won't roll in a 100 ft radius turn at "
        "35 mph, even with mu 1.0",
        "rollover",
        min(lateral(35 * MPH, 100 * FT), 1.0) <= ssf(60, 26),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "A minibus with a 1.8 m track takes a 35 m radius turn at 16 m/s, mu 0.9, without "
        "rolling over",
        "rollover",
        None,
        missing=("height",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A loaded hay trailer with a 1.6 m track has its centre of gravity 1.5 m above "
        "the road. In a 20 m radius curve at 13 m/s with friction coefficient 0.85 it "
        "does not tip over.",
        "rollover",
        min(lateral(13, 20), 0.85) <= ssf(1.6, 1.5),
        phrasing=Phrasing.SENTENCES,
    ),
    # braking
    Case(
        "A car doing between 60 and 70 km/h stops within 35 m on a dry level road with a "
        "friction coefficient of at least 0.7, brakes applied at once",
        "braking",
        stopping(70 * KMH, 0.7) <= 35,
        phrasing=Phrasing.RANGE,
    ),
    Case(
        "v=25 m/s; mu=0.5; t_react=0; stopping distance <= 50 m",
        "braking",
        stopping(25, 0.5) <= 50,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A driver travelling at 20 m/s sees a deer 45 m ahead. She needs 1.2 s to react "
        "and then brakes with mu 0.7. The car stops before the deer.",
        "braking",
        stopping(20, 0.7, 1.2) <= 45,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "From 30 mph my pickup can't stop in 40 ft on a wet road with mu 0.4, even if I "
        "brake instantly",
        "braking",
        stopping(30 * MPH, 0.4) > 40 * FT,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "A bicycle going 9 m/s is brought to a halt in less than 8 m with a friction "
        "coefficient of 0.6 and no reaction delay",
        "braking",
        stopping(9, 0.6) < 8,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A tram moving at fourteen metres per second locks its wheels, friction "
        "coefficient 0.2, and comes to a stop after no more than sixty metres of level "
        "track",
        "braking",
        stopping(14, 0.2) <= 60,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A van at 90 km/h stops in less than 60 m with no reaction delay",
        "braking",
        None,
        missing=("friction",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "The 41-year-old driver of a silver 2015 sedan weighing 1450 kg, going 22 m/s, "
        "brakes immediately for a stalled truck 50 m ahead on a level road, friction "
        "coefficient 0.65, and crashes into it",
        "braking",
        stopping(22, 0.65) > 50,
        phrasing=Phrasing.IRRELEVANT,
    ),
    # pendulum
    Case(
        "A 2.5 m long pendulum makes 20 small back-and-forth swings in less than 70 s",
        "pendulum",
        20 * period(2.5) < 70,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "L=0.5 m; small angle; period <= 1.2 s",
        "pendulum",
        period(0.5) <= 1.2,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A wrecking ball is pulled back until it hangs 1.5 m above its lowest point and "
        "is let go from rest. With no push it climbs 2 m above the lowest point on the "
        "far side.",
        "pendulum",
        2 <= 1.5,
        phrasing=Phrasing.CONTRADICTION,
    ),
    Case(
        "On the Moon a 1 m pendulum swinging gently has a period longer than 4 s",
        "pendulum",
        period(1, MOON) > 4,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "The bob of a pendulum is released from rest 40 cm above its lowest point and is "
        "moving at no less than 2.5 m/s at the bottom",
        "pendulum",
        fall_speed(0.4) >= 2.5,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A pendulum 2 ft long never needs more than 2 s for one full small swing",
        "pendulum",
        period(2 * FT) <= 2,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "The pendulum of a wall clock finishes 30 full small swings in under a minute",
        "pendulum",
        None,
        missing=("length",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A kid on a playground swing with 3 m ropes gets through 25 full small swings, "
        "there and back, inside a minute",
        "pendulum",
        25 * period(3) <= 60,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    # loop
    Case(
        "A frictionless toy car released from rest 1.2 m above the bottom goes around a "
        "loop of radius 0.4 m and never loses contact",
        "loop",
        1.2 >= 2.5 * 0.4,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "R=0.5 m; h=1.1 m; frictionless slider from rest; completes loop",
        "loop",
        1.1 >= 2.5 * 0.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A roller coaster car starts from rest 20 m above the bottom of a frictionless "
        "loop. The loop has a diameter of 14 m. The car makes it all the way round.",
        "loop",
        20 >= 2.5 * 7,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A small solid ball that rolls without slipping, released from rest at 51 cm, "
        "completes a loop of 20 cm radius in contact with the track",
        "loop",
        51 >= 2.7 * 20,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A block let go from rest at 3 ft on a frictionless track falls off a loop of 16 "
        "in radius before reaching the top",
        "loop",
        36 < 2.5 * 16,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A frictionless glider entering a loop of two metres radius at the bottom at "
        "eight metres per second does not make it all the way around",
        "loop",
        loop_speed(2) > 8,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A frictionless cart let go from 1.5 m completes a loop-the-loop",
        "loop",
        None,
        missing=("radius",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A skater drops in from 4 m up, zero friction, and stays glued to a full loop of "
        "1.8 m radius all the way around",
        "loop",
        4 >= 2.5 * 1.8,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    # collision
    Case(
        "A 2 kg puck at 3 m/s strikes a stationary 2 kg puck head-on, sticks to it, and "
        "the pair moves off at more than 1.2 m/s",
        "collision",
        struck(2, 3, 2, 0) > 1.2,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "m1=0.5kg, v1=4 m/s; m2=2kg at rest; head-on; after the collision v2 = 3 m/s",
        "collision",
        struck(0.5, 4, 2, 1) >= 3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 6 kg ball moving at 5 m/s hits a resting 1.5 kg ball head-on, and the light "
        "ball flies off at 7 m/s",
        "collision",
        struck(6, 5, 1.5, 0) <= 7 <= struck(6, 5, 1.5, 1),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A 1200 kg car going 54 km/h runs into a parked 1800 kg van, the two lock "
        "together, and right after the impact the wreck moves at 30 km/h",
        "collision",
        struck(1200, 54, 1800, 0) >= 30,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Two equal carts, each moving at 2 m/s, run into each other head-on with no "
        "springs, magnets or explosives between them. Both rebound at 3 m/s.",
        "collision",
        2 * 3**2 <= 2 * 2**2,
        phrasing=Phrasing.CONTRADICTION,
    ),
    Case(
        "In a perfectly elastic head-on collision a 0.1 kg ball at 5 m/s does not bounce "
        "backward off a 1 kg ball at rest",
        "collision",
        (0.1 - 1.0) / (0.1 + 1.0) >= 0,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 3 kg cart at 2 m/s hits another cart at rest, and the two stick together and "
        "roll on at more than 1 m/s",
        "collision",
        None,
        missing=("mass",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A freight wagon of twenty tonnes rolling at three metres per second couples with "
        "a standing wagon of ten tonnes, and both roll on at no less than one and a half "
        "metres per second",
        "collision",
        struck(20, 3, 10, 0) >= 1.5,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # bounce
    Case(
        "A rubber ball with coefficient of restitution 0.85 dropped from 2 m bounces back "
        "to at least 1.3 m",
        "bounce",
        rebound(2, 0.85) >= 1.3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "e=0.6; h0=1.5 m; dropped; first rebound >= 0.8 m",
        "bounce",
        rebound(1.5, 0.6) >= 0.8,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A ball with restitution 0.9 is dropped from 3 m, and a height of more than 1.4 m "
        "is still reached after the third bounce",
        "bounce",
        rebound(3, 0.9, 3) > 1.4,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Just dropping my basketball from 6 ft, no throwing, it bounces back up past 7 ft",
        "bounce",
        rebound(6, 1) >= 7,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "A tennis ball is thrown straight down at 6 m/s from a height of 1 m. Its "
        "coefficient of restitution is 0.8. It bounces up higher than it started.",
        "bounce",
        rebound(1, 0.8, v0=6) > 1,
        phrasing=Phrasing.NEAR_MISS,
    ),
    Case(
        "Dropped from 1 m, a golf ball with restitution 0.8 never rises above 50 cm after "
        "its second bounce",
        "bounce",
        rebound(1, 0.8, 2) <= 0.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A ball dropped from 1.2 m bounces back to 0.7 m or higher",
        "bounce",
        None,
        missing=("restitution",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "The yellow 58 g ball from the 1998 set, e = 0.7, dropped from 100 inches, "
        "rebounds to 60 inches or more",
        "bounce",
        rebound(100, 0.7) >= 60,
        phrasing=Phrasing.IRRELEVANT,
    ),
    # buoyancy
    Case(
        "A solid plastic cube with a density somewhere between 850 and 920 kg/m^3 floats "
        "in fresh water",
        "buoyancy",
        920 < 1000,
        phrasing=Phrasing.RANGE,
    ),
    Case(
        "mass=3 kg; volume=2 L; placed in fresh water; floats",
        "buoyancy",
        3 / 0.002 < 1000,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A closed hollow steel box with a total mass of 40 kg and an outer volume of 0.06 "
        "m^3 does not sink in a lake",
        "buoyancy",
        40 / 0.06 < 1000,
        phrasing=Phrasing.NEAR_MISS,
    ),
    Case(
        "A solid aluminium ball is lowered into a swimming pool, let go, and sinks",
        "buoyancy",
        2700 > 1000,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A solid glass marble of density 2.5 g/cm3 floats on mercury",
        "buoyancy",
        2.5 < 13.5,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "An egg is placed in brine with a density of 1.2 g/cm3. The egg has a mass of 60 "
        "g and a volume of 55 mL. It sinks to the bottom.",
        "buoyancy",
        60 / 55 > 1.2,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A sealed 12 kg drum floats in sea water",
        "buoyancy",
        None,
        missing=("volume",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "My 5-year-old's solid orange toy cube, 10 cm on each side and weighing 1.4 kg, "
        "floats in the bathtub",
        "buoyancy",
        1.4 / 0.1**3 < 1000,
        phrasing=Phrasing.IRRELEVANT,
    ),
    # beam
    Case(
        "A shelf 1 m long, 20 cm wide and 20 mm thick, strength 40 MPa, supported at both "
        "ends, holds 120 kg at the middle",
        "beam",
        bending(120, 1, 0.2, 0.02) <= 40,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "L=1.2 m; b=0.1 m; t=10 mm; strength=30 MPa; simply supported; P=50 kg at mid-span; holds",
        "beam",
        bending(50, 1.2, 0.1, 0.01) <= 30,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A steel bar with a yield strength of 250 MPa, 4 cm wide and 2 cm thick, lies "
        "flat across a 2 m gap and does not yield when 80 kg hangs from its centre",
        "beam",
        bending(80, 2, 0.04, 0.02) <= 250,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A pine plank is laid across a ditch 3 m wide, resting on both banks. It is 25 cm "
        "wide and 18 mm thick and its strength is 40 MPa. It breaks when a 90 kg man "
        "stands in the middle.",
        "beam",
        bending(90, 3, 0.25, 0.018) > 40,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "An oak shelf 4 ft long, 10 in wide and 0.75 in thick with a strength of 50 MPa, "
        "resting on its ends, breaks under 100 lb at its centre",
        "beam",
        bending(100 * LB, 4 * FT, 10 * IN, 0.75 * IN) > 50,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A sheet of glass 60 cm long between its end supports, 30 cm wide and 4 mm thick, "
        "with a strength of 40 MPa, is loaded with 25 kg at mid-span and is not broken",
        "beam",
        bending(25, 0.6, 0.3, 0.004) <= 40,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A wooden shelf 90 cm long and 25 cm wide with a strength of 40 MPa, resting on "
        "its ends, holds 35 kg in the middle",
        "beam",
        None,
        missing=("thickness",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A shelf 1.5 m long, 20 cm wide and 15 mm thick, strength 35 MPa, supported at "
        "its two ends, holds the engine put down at its centre",
        "beam",
        None,
        missing=("load",),
        phrasing=Phrasing.MISSING,
    ),
)
