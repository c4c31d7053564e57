"""Goals of the mechanics families, held-out set: another voice, never tuned on.

Each truth is computed beside its words, mostly with the bare formula.
"""

import math
from math import sqrt

from tests.goals.case import Case, Phrasing

G = 9.81
MOON = 1.62
MARS = 3.71
KMH = 1000 / 3600
MPH = 1609.344 / 3600
FT = 0.3048
IN = FT / 12


def sin(degrees: float) -> float:
    return math.sin(math.radians(degrees))


def cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def tan(degrees: float) -> float:
    return sin(degrees) / cos(degrees)


def atan(ratio: float) -> float:
    return math.degrees(math.atan(ratio))


def drop_time(h: float, g: float = G) -> float:
    return sqrt(2 * h / g)


def drop_speed(h: float, g: float = G) -> float:
    return g * drop_time(h, g)


def fastest(mu: float, r: float, bank: float) -> float:
    return sqrt(r * G * tan(bank + atan(mu)))


def slowest(mu: float, r: float, bank: float) -> float:
    return sqrt(max(0.0, r * G * tan(bank - atan(mu))))


def halt(v: float, mu: float) -> float:
    return v**2 / (2 * mu * G)


def swing(length: float) -> float:
    return 2 * math.pi * sqrt(length / G)


def stress(newtons: float, span: float, b: float, t: float) -> float:
    """Return the stress in MPa from the moment P L / 4 and the section b t^2 / 6."""
    return (newtons * span / 4) / (b * t**2 / 6) / 1e6


CASES: tuple[Case, ...] = (
    # free_fall
    Case(
        "Knock a flowerpot off a ledge 14 metres up and it'll smash on the pavement in "
        "less than two seconds",
        "free_fall",
        drop_time(14) < 2,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Spanner, no initial velocity, fall of 11 m, drag neglected: impact speed below 12 m/s",
        "free_fall",
        drop_speed(11) < 12,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Starting from rest, a pebble falls 15 m; it is down before 2 s have passed and "
        "it arrives at over 20 m/s",
        "free_fall",
        drop_time(15) < 2 and drop_speed(15) > 20,
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "On Mars a sample tube is released from rest by a rover's arm, 2 m above the "
        "soil, and more than 0.9 s go by until it lands",
        "free_fall",
        drop_time(2, g=MARS) > 0.9,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Above some airless alien planet a probe lets a weight fall 10 m from rest, and "
        "the weight is down in less than 2 s",
        "free_fall",
        None,
        missing=("gravity",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Let fall without a push from a platform 33 ft above the pool, a rescue dummy "
        "meets the water at 34 mph at most",
        "free_fall",
        drop_speed(33 * FT) <= 34 * MPH,
        phrasing=Phrasing.UNITS,
    ),
    # projectile
    Case(
        "Level ground, no wind, drag neglected. The catapult hurls its stone at 25 m/s, "
        "20 degrees above the horizontal. The moat starts right at the catapult, is 55 m "
        "across, and the stone makes it over.",
        "projectile",
        25**2 * sin(40) / G >= 55,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Having rolled off a lab bench 1.1 m high with a horizontal speed of 2 m/s, the "
        "steel bearing touches down more than 80 cm out from the edge",
        "projectile",
        2 * drop_time(1.1) > 0.8,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Hitting a 25 degree kicker at 45 mph, the stunt rider sails over a 90 ft row of "
        "buses and lands at take-off height, no drag",
        "projectile",
        (45 * MPH) ** 2 * sin(50) / G >= 90 * FT,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Fired from floor level at 18 m/s and 70 degrees in a hall with an 11 m ceiling, "
        "the rubber ball never touches the ceiling",
        "projectile",
        (18 * sin(70)) ** 2 / (2 * G) < 11,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Thrown from ground level at 16 m/s and 50 degrees, a ball gets over a hedge 5 m high",
        "projectile",
        None,
        missing=("distance",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Chipped off flat lunar ground at ten metres per second and forty-five degrees, a "
        "golf ball on the Moon carries more than fifty metres",
        "projectile",
        10**2 / MOON > 50,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # incline
    Case(
        "On a driveway of 45 % grade the rubbish bin, whose feet have a static friction "
        "coefficient of 0.5, holds its place",
        "incline",
        0.45 <= 0.5,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "With the tabletop inclined at 33 degrees and mu_s = 0.52, no slipping of the "
        "hymn book is observed",
        "incline",
        tan(33) <= 0.52,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "The mug begins to slide once the tray has been tipped to 24 degrees, static "
        "friction between the two being 0.3",
        "incline",
        tan(24) > 0.3,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "inclination 18 deg / static mu 0.45 / kinetic mu 0.25 / body initially at rest / "
        "outcome: it slides",
        "incline",
        tan(18) > 0.45,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A brick whose static friction coefficient is 0.7 sits on a sloping roof without sliding",
        "incline",
        None,
        missing=("angle",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Starting from practically zero speed, a parcel that slides down an 8 m long "
        "chute at 26 degrees, kinetic friction 0.2, is moving at more than 5 m/s when it "
        "reaches the end",
        "incline",
        sqrt(2 * G * (sin(26) - 0.2 * cos(26)) * 8) > 5,
        phrasing=Phrasing.BOUNDED,
    ),
    # stack
    Case(
        "Seven tiles lie flat on top of one another, each five centimetres long and each "
        "reaching half a centimetre past the one underneath on the same side, and the "
        "pile keeps standing",
        "stack",
        7 * 0.5 < 5,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Take four bricks, all 21 cm long. Let every brick jut out 7 cm beyond the brick "
        "below it, always to the left. After a minute the pile is still up.",
        "stack",
        4 * 7 < 21,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Three crates, 18 inches wide, get stacked with a mere 3 inch stagger per layer, "
        "all one way, and over they go",
        "stack",
        3 * 3 > 18,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Having been rocked forward to 30 degrees and let go, a vending machine 0.9 m "
        "deep with its centre of gravity 1.0 m above the floor falls over",
        "stack",
        atan(0.45 / 1.0) < 30,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Five boxes, each placed 4 cm further along than the one under it, always the "
        "same way, stay stacked",
        "stack",
        None,
        missing=("width",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "With 2 to 4 cm of offset per layer, every bit of it towards the east, a column "
        "of four 25 cm cubes remains upright",
        "stack",
        4 * 4 < 25,
        phrasing=Phrasing.RANGE,
    ),
    # push_tip
    Case(
        "crate base 0.8 m / horizontal push applied 0.6 m up / floor mu 0.5 / it slides, "
        "no tipping",
        "push_tip",
        0.5 < 0.8 / (2 * 0.6),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Pressing its bumper, 1.1 m off the floor, against a kiosk with a 0.7 m wide base "
        "on carpet (mu = 0.6), a service robot makes the kiosk slide along uprigth",
        "push_tip",
        0.6 < 0.7 / (2 * 1.1),
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "The plinth, 20 cm wide at the base, will not slide but tips when a hand presses "
        "sideways 25 cm up, the friction coefficient of the table being 0.55",
        "push_tip",
        0.55 > 20 / (2 * 25),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Height of the sideways push: 15 inches. Width of the trunk: 2 ft. Friction "
        "coefficient: 0.4. The trunk tips over.",
        "push_tip",
        0.4 > 24 / (2 * 15),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "One horizontal shove 70 cm above the floor makes a display stand with a 50 cm "
        "wide base slide without toppling",
        "push_tip",
        None,
        missing=("friction",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Bought for 79 euros in 2019, the white 22 kg chest of drawers is 40 cm wide; "
        "pushed 75 cm up on a floor with mu 0.45 it glides along without tipping",
        "push_tip",
        0.45 < 40 / (2 * 75),
        phrasing=Phrasing.IRRELEVANT,
    ),
    # truck_bed
    Case(
        "There's no need to strap the toolbox down: with static friction 0.6 and the ute "
        "accelerating at 4 m/s^2, it won't slide on the tray",
        "truck_bed",
        0.6 * G >= 4,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Steady braking from 90 km/h to zero in 3.5 s leaves the unsecured pallets, "
        "static friction 0.45, exactly where they were on the trailer",
        "truck_bed",
        90 * KMH / 3.5 <= 0.45 * G,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "As the driver slows down at six metres per second squared, a parcel on the van "
        "floor slides forward, the static friction coefficient being one half",
        "truck_bed",
        0.5 * G < 6,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "static friction of deck 0.7 / truck acceleration 4.5 m/s² / result: load slides",
        "truck_bed",
        0.7 * G < 4.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Static friction between a waxed crate and the lorry bed is 0.15, and the crate "
        "stays put as the lorry picks up speed",
        "truck_bed",
        None,
        missing=("acceleration",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "For static friction anywhere in 0.5 to 0.6 the cartons remain in place on a "
        "flatbed truck gaining speed at 3 to 4 m/s^2",
        "truck_bed",
        0.5 * G >= 4,
        phrasing=Phrasing.RANGE,
    ),
    # flat_curve
    Case(
        "Chuck a hot hatch round a flat roundabout of 25 m radius at 70 km/h on mu 0.85 "
        "and it'll stick, no skidding",
        "flat_curve",
        (70 * KMH) ** 2 <= 0.85 * G * 25,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Painted orange and weighing 310 kg with its driver, racing number 27 keeps to an "
        "unbanked bend of 18 m radius at 12 m/s, its tyres having a friction coefficient "
        "of 1.1",
        "flat_curve",
        1.1 * G * 18 >= 12**2,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "At 14 m/s and with mu = 0.3, a coach gets carried off a level curve of 50 m "
        "radius in a skid",
        "flat_curve",
        0.3 * G * 50 < 14**2,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A level circular test track measures 70 m in diameter. Lapping it at 20 m/s on "
        "tires with mu 0.9, the prototype does not skid.",
        "flat_curve",
        0.9 * G * 35 >= 20**2,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "With whatever grip the gravel happens to offer, a rally car keeps its line round "
        "an unbanked bend of 45 m radius at 17 m/s",
        "flat_curve",
        None,
        missing=("friction",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Gaining speed litle by litle on a flat curve of 90 m radius with mu 0.5, a "
        "saloon starts to skid before it reaches 25 m/s",
        "flat_curve",
        sqrt(0.5 * G * 90) < 25,
        phrasing=Phrasing.TYPO,
    ),
    # banked_curve
    Case(
        "radius 200 m, bank 18 deg, side friction 0.2, speed 100 km/h: vehicle slides "
        "neither up nor down",
        "banked_curve",
        slowest(0.2, 200, 18) <= 100 * KMH <= fastest(0.2, 200, 18),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A bobsleigh is steered at 30 m/s through a 25 m radius turn banked at 50 "
        "degrees, sideways friction on the ice 0.02, and is not carried up the wall",
        "banked_curve",
        fastest(0.02, 25, 50) >= 30,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Creeping along at 3 m/s on a bend of 90 m radius banked at 35 degrees with "
        "friction 0.4, the safety car does not slide down",
        "banked_curve",
        slowest(0.4, 90, 35) <= 3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Doing 75 mph on a turn of 400 ft radius banked at 15 degrees, mu 0.35, the rig "
        "slides up and off the road",
        "banked_curve",
        fastest(0.35, 400 * FT, 15) < 75 * MPH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A bus does 30 m/s on a banked bend of 110 m radius with friction 0.35 and slides "
        "neither way",
        "banked_curve",
        None,
        missing=("angle",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Frictionless, two hundred metres in radius and banked at thirty degrees, the "
        "curve cannot hold a car doing forty-five metres per second, which slides outward",
        "banked_curve",
        fastest(0, 200, 30) < 45,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # rollover
    Case(
        "Low and wide, track 1.9 m and centre of gravity 0.5 m up, a sports coupe on "
        "slicks with mu 1.2 enters a 40 m radius corner at 22 m/s and does not roll over",
        "rollover",
        min(22**2 / (40 * G), 1.2) <= 1.9 / (2 * 0.5),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Milk tanker: track 2.0 m, centre of gravity at 2.1 m, road friction 0.75. It "
        "rounds a slip road of 55 m radius at 70 km/h. It stays upright.",
        "rollover",
        min((70 * KMH) ** 2 / (55 * G), 0.75) <= 2.0 / (2 * 2.1),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Turned at 5 m/s on a 4 m radius over concrete of mu 0.7, a forklift with a 1.0 m "
        "track and its centre of gravity at 1.1 m is rolled over",
        "rollover",
        min(5**2 / (4 * G), 0.7) > 1.0 / (2 * 1.1),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Yank the wheel of a Mini in a wet car park (mu 0.4, track 1.4 m, CG 0.55 m up), "
        "12 m radius at 11 m/s, and it'll flip over",
        "rollover",
        min(11**2 / (12 * G), 0.4) > 1.4 / (2 * 0.55),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "With its centre of gravity 1.3 m high, an ambulance takes a 30 m radius corner "
        "at 14 m/s on a road with mu 0.9 and does not roll",
        "rollover",
        None,
        missing=("track",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "An off-roader (track 1.6 m, CG 0.75 m, mu 0.8) gets through a flat 30 m radius "
        "turn at 18 m/s with neither a skid nor a rollover",
        "rollover",
        min(0.8, 1.6 / (2 * 0.75)) >= 18**2 / (30 * G),
        phrasing=Phrasing.COMPOUND,
    ),
    # braking
    Case(
        "Doing 130 km/h on a level motorway with tyre friction 0.8 and zero thinking "
        "time, an estate car is stationary after 70 m",
        "braking",
        halt(130 * KMH, 0.8) <= 70,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "thinking time 0.7 s / speed 13 m/s / road friction 0.8 / scooter stops short of "
        "a ball lying 25 m away",
        "braking",
        13 * 0.7 + halt(13, 0.8) < 25,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Black ice, mu 0.1, me at 40 km/h and a parked lorry 35 m in front, brakes on "
        "straight away: I'm going to hit it",
        "braking",
        halt(40 * KMH, 0.1) > 35,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Once the wheels lock at 16 m/s on a flat road with mu 0.4, the car needs no "
        "longer than 3 s to come to rest",
        "braking",
        16 / (0.4 * G) <= 3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "On a level road with a friction coefficient of 0.6 a lorry stops inside 45 m, "
        "its driver reacting instantly",
        "braking",
        None,
        missing=("speed",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A sledge moving at five metres per second onto level gravel with a friction "
        "coefficient of one quarter has stopped within six metres",
        "braking",
        halt(5, 0.25) <= 6,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # pendulum
    Case(
        "Let a cannonball on a rope go 1.2 m above its lowest point, no shove, and it "
        "swings up to 1.4 m on the other side",
        "pendulum",
        1.4 <= 1.2,
        phrasing=Phrasing.CONTRADICTION,
    ),
    Case(
        "Shoved off at 3 m/s from a spot 20 cm above its lowest point, a lamp on a 2 m "
        "cord swings up to at least 50 cm above the lowest point on the other side",
        "pendulum",
        0.2 + 3**2 / (2 * G) >= 0.5,
        phrasing=Phrasing.NEAR_MISS,
    ),
    Case(
        "For small swings, the period of a 39 inch pendulum comes to at least 1.8 s",
        "pendulum",
        swing(39 * IN) >= 1.8,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "pendulum / length 67 m / small amplitude / period under 14 s",
        "pendulum",
        swing(67) < 14,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Let go from rest, the bob of a pendulum rushes through its lowest point at more "
        "than 3 m/s",
        "pendulum",
        None,
        missing=("height",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Eighty small oscillations of a pendulum forty centimetres long are over in less "
        "than ninety seconds",
        "pendulum",
        80 * swing(0.4) < 90,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # loop
    Case(
        "Without friction, the purple 35 g die-cast car starts from rest 60 cm up and "
        "gets round a loop 40 cm in diameter staying on the track",
        "loop",
        60 >= 2.5 * 20,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Rolling without slipping from rest 61 cm up, a small glass marble (solid sphere) "
        "keeps contact all round a loop of 24 cm radius",
        "loop",
        61 >= 2.7 * 24,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Released from rest at 10 m, a frictionless sled is sent into a loop of 4.5 m "
        "radius and contact is lost before the top",
        "loop",
        10 < 2.5 * 4.5,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A frictionless coaster car, released at rest 90 ft above the lowest point of a "
        "loop with an 80 ft diameter, does not leave the rails anywhere in the loop",
        "loop",
        90 >= 2.5 * 40,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A frictionless block released from rest further up the track goes right round a "
        "loop of 30 cm radius without falling off",
        "loop",
        None,
        missing=("height",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Sliding into the bottom of a frictionless loop of 1 m radius at no less than 8 "
        "m/s, a puck stays in contact all the way around",
        "loop",
        5 * G * 1 <= 8**2,
        phrasing=Phrasing.BOUNDED,
    ),
    # collision
    Case(
        "A 70 kg skater gliding at 4 m/s grabs a 50 kg skater who was standing still. "
        "Holding on to each other they coast away at 3 m/s.",
        "collision",
        70 * 4 / (70 + 50) >= 3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "In an elastic head-on hit, a 5 kg steel ball at 2 m/s sends a resting 1 kg ball "
        "away at over 3 m/s",
        "collision",
        2 * 5 * 2 / (5 + 1) > 3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Struck by a 10 g bullet at 400 m/s that stays lodged in it, a free 2 kg block at "
        "rest is set moving at more than 3 m/s",
        "collision",
        0.010 * 400 / (2 + 0.010) > 3,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A 900 kg car at 15 m/s that hits a stationary 1100 kg car and stays hooked to it "
        "does not leave the joined wreck with more than 8 m/s",
        "collision",
        900 * 15 / (900 + 1100) <= 8,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 4 kg trolley rolls into a resting 2 kg trolley and sticks to it, and the "
        "joined pair moves off at 2 m/s or faster",
        "collision",
        None,
        missing=("speed",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "One billiard ball at 2 m/s meets an identical ball at rest and, with no other "
        "source of energy, knocks it away at 2.6 m/s",
        "collision",
        2.6 <= 2,
        phrasing=Phrasing.CONTRADICTION,
    ),
    # bounce
    Case(
        "Let go from a balcony five metres up, a superball with restitution 0.92 tops "
        "three and a half metres on its first rebound",
        "bounce",
        0.92**2 * 5 > 3.5,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "After the fifth bounce with e = 0.75, a ball dropped from 4 m still gets up to "
        "at least 40 cm",
        "bounce",
        0.75**10 * 4 >= 0.4,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Released, not thrown, at 80 cm above a fixed floor, an ordinary ball springs "
        "back up to 95 cm",
        "bounce",
        95 <= 80,
        phrasing=Phrasing.CONTRADICTION,
    ),
    Case(
        "Dropped from 3 ft, a ball with a restitution of 0.5 does not come back up above 1 ft",
        "bounce",
        0.5**2 * 3 <= 1,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "When dropped, a ball with a coefficient of restitution of 0.8 rebounds to at least 1 m",
        "bounce",
        None,
        missing=("height",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Slam a ball straight down at 5 m/s from 1.5 m above the court and, with e of "
        "0.8, it bounces past 1.5 m again",
        "bounce",
        0.8**2 * (1.5 + 5**2 / (2 * G)) > 1.5,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    # buoyancy
    Case(
        "Put into sea water of 1025 kg/m^3, a solid ebony carving of 1180 kg/m^3 stays afloat",
        "buoyancy",
        1180 < 1025,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Sealed and full of air, an aluminium flask of 300 g in all with an outer volume "
        "of 0.5 L floats on a pond",
        "buoyancy",
        300 / 500 < 1.0,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "More than half of the volume of a 750 kg/m^3 beech log floating in fresh water "
        "is kept below the surfase",
        "buoyancy",
        750 / 1000 > 0.5,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "Held under fresh water and then released, a solid copper cube does not sink",
        "buoyancy",
        8900 < 1000,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A solid 1100 kg/m^3 sphere floats in a tank of salty liquid",
        "buoyancy",
        None,
        missing=("density",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Dropped into pure ethanol of 789 kg/m^3, an ice cube of 917 kg/m^3 sinks",
        "buoyancy",
        917 > 789,
        phrasing=Phrasing.NEAR_MISS,
    ),
    # beam
    Case(
        "Spanning 80 cm between two end supports, a timber board 15 cm wide and 25 mm "
        "thick, good for 35 MPa, takes 1.5 kN at the centre without breaking",
        "beam",
        stress(1500, 0.8, 0.15, 0.025) <= 35,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "span 1.6 m / section 60 mm wide, 12 mm thick / strength 45 MPa / centre load 40 "
        "kg / ends simply supported / beam stays intact",
        "beam",
        stress(40 * G, 1.6, 0.06, 0.012) <= 45,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Put an 85 kg bloke on the middle of a 2.4 m plank propped at its two ends, 20 cm "
        "wide and 19 mm thick, strength 35 MPa, and it snaps",
        "beam",
        stress(85 * G, 2.4, 0.2, 0.019) > 35,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Laid flat over a 1 m span, a strip of steel 50 mm wide and 8 mm thick, yield "
        "strength 250 MPa, does not yield with 100 kg hung at mid-span",
        "beam",
        stress(100 * G, 1, 0.05, 0.008) <= 250,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A plank spanning 2 m between its end supports, 20 cm wide and 2 cm thick, "
        "carries 70 kg at its middle without breaking",
        "beam",
        None,
        missing=("strength",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A pane of ordinary window glass, 2 mm thick and 30 cm wide, lies across an 80 cm "
        "gap. A 60 kg adult stands still at its centre. The pane does not break.",
        "beam",
        stress(60 * G, 0.8, 0.3, 0.002) <= 100,
        phrasing=Phrasing.SENTENCES,
    ),
)
