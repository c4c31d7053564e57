"""Blind goals, set C: five of each family, written without sight of the reader or its tests.

Two of each five are possible, two impossible, and one leaves out what decides. Every truth is
computed here, with formulas of this module alone (g = 9.81), and `le`/`ge` refuse a margin of
less than 8 %.
"""

from math import asin, atan, cos, degrees, inf, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
AIR = 1.225
WATER = 1000.0
C_WATER = 4186.0
L_ICE = 334e3
KMH = 1 / 3.6
MPH = 0.44704
FT = 0.3048
INCH = 0.0254
LB = 0.45359237


def _apart(a: float, b: float) -> None:
    low, high = sorted((abs(a), abs(b)))
    assert a * b < 0 or high >= 1.08 * low, (a, b)


def le(a: float, b: float) -> bool:
    """Whether a <= b, at least 8 % apart."""
    _apart(a, b)
    return a <= b


def ge(a: float, b: float) -> bool:
    """Whether a >= b, at least 8 % apart."""
    _apart(a, b)
    return a >= b


def fall_t(h: float, a: float = G) -> float:
    return sqrt(2 * h / a)


def fall_v(h: float) -> float:
    return sqrt(2 * G * h)


def flight_y(x: float, v: float, deg: float, y0: float = 0.0) -> float:
    th = radians(deg)
    return y0 + x * tan(th) - G * x * x / (2 * (v * cos(th)) ** 2)


def flight_range(v: float, deg: float) -> float:
    return v * v * sin(radians(2 * deg)) / G


def td(deg: float) -> float:
    return tan(radians(deg))


def slide_a(deg: float, mu_k: float) -> float:
    return G * (sin(radians(deg)) - mu_k * cos(radians(deg)))


def overhang(n: int, step: float) -> float:
    """How far the centre of the n - 1 upper bodies lies from the middle of the lowest."""
    return sum(step * i for i in range(1, n)) / (n - 1)


def bank_max(r: float, deg: float, mu: float) -> float:
    return sqrt(r * G * (td(deg) + mu) / (1 - mu * td(deg)))


def bank_min(r: float, deg: float, mu: float) -> float:
    return sqrt(max(0.0, r * G * (td(deg) - mu) / (1 + mu * td(deg))))


def lateral(v: float, r: float, mu: float) -> float:
    return min(v * v / (r * G), mu)


def stop(v: float, a: float, t_r: float = 0.0) -> float:
    return v * t_r + v * v / (2 * a)


def period(length: float) -> float:
    return 2 * pi * sqrt(length / G)


def struck(m1: float, v1: float, m2: float, e: float) -> float:
    """The speed of a body at rest after it was hit."""
    return (1 + e) * m1 * v1 / (m1 + m2)


def beam_stress(kg: float, span: float, b: float, t: float) -> float:
    return 1.5 * kg * G * span / (b * t * t)


def beam_sag(kg: float, span: float, b: float, t: float, e: float) -> float:
    return kg * G * span**3 / (48 * e * b * t**3 / 12)


def euler_round(e: float, d: float, length: float, k: float = 1.0) -> float:
    return pi**2 * e * (pi * d**4 / 64) / (k * length) ** 2


def euler_square(e: float, a: float, length: float) -> float:
    return pi**2 * e * (a**4 / 12) / length**2


def tsiolkovsky(v_e: float, ratio: float) -> float:
    return v_e * log(ratio)


def atwood(m1: float, m2: float) -> float:
    return (m1 - m2) * G / (m1 + m2)


def v_term(m: float, cda: float, rho: float = AIR) -> float:
    return sqrt(2 * m * G / (rho * cda))


def drain(area: float, hole: float, h: float, cd: float) -> float:
    return area / (cd * hole) * sqrt(2 * h / G)


def warm(kg: float, dt: float) -> float:
    return kg * C_WATER * dt


def bent(n1: float, n2: float, deg: float) -> float:
    return degrees(asin(n1 / n2 * sin(radians(deg))))


def critical(n1: float, n2: float) -> float:
    return degrees(asin(n2 / n1))


def image(f: float, d: float) -> float:
    """The image distance of a thin lens; negative where the image is virtual."""
    return inf if f == d else 1 / (1 / f - 1 / d)


def roll_a(deg: float, beta: float) -> float:
    return G * sin(radians(deg)) / (1 + beta)


def roll_mu(deg: float, beta: float) -> float:
    return td(deg) * beta / (1 + beta)


SPHERE, DISC, HOOP = 0.4, 0.5, 1.0
STANDING_JUMP = 0.7
LIFT_OFF = 3.7


CASES: tuple[Case, ...] = (
    # --- free_fall
    Case(
        "A wrench falls off a scaffold 45 ft above the pavement. It hits the ground within "
        "2 seconds.",
        "free_fall",
        le(fall_t(45 * FT), 2),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A brick dropped from a 12 m high roof does not hit the ground at more than 60 km/h.",
        "free_fall",
        le(fall_v(12), 60 * KMH),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Starting from rest, a 3 kg stone falls 80 m down a dry shaft in less than three "
        "seconds, ignoring air resistance.",
        "free_fall",
        le(fall_t(80), 3),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Hammer dropped from 6 m; impact speed at least 15 m/s.",
        "free_fall",
        ge(fall_v(6), 15),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A coin dropped from a balcony reaches the street in under 1.5 seconds.",
        "free_fall",
        None,
        ("height", "drop", "distance", "how high"),
        phrasing=Phrasing.MISSING,
    ),
    # --- projectile
    Case(
        "A golf ball leaves the ground at 60 m/s and 15 degrees and carries at least 150 m "
        "over level ground, ignoring air drag.",
        "projectile",
        ge(flight_range(60, 15), 150),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A stone is thrown horizontally at 12 m/s from the top of a 20 m cliff and lands no "
        "more than 28 m from the foot of the cliff.",
        "projectile",
        le(12 * fall_t(20), 28),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Kicked from the ground at 18 m/s and 30°, a football passes over a 3 m high fence "
        "25 m away.",
        "projectile",
        ge(flight_y(25, 18, 30), 3),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A motorcycle leaving a 20 degree ramp at 90 km/h does not make it across a 30 ft "
        "gap. Take-off and landing are at the same height.",
        "projectile",
        not ge(flight_range(90 * KMH, 20), 30 * FT),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A ball kicked at an angle of 40 degrees clears a 2.5 m wall that stands 12 m away.",
        "projectile",
        None,
        ("speed", "velocity", "how fast"),
        phrasing=Phrasing.MISSING,
    ),
    # --- incline
    Case(
        "A 40 kg toolbox sits on a roof pitched at 18 degrees and doesn't slide off; the "
        "coefficient of static friction is 0.45.",
        "incline",
        le(td(18), 0.45),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A suitcase slides from rest down a 5 m long chute inclined at 35 degrees in no "
        "more than 2.5 seconds, with a kinetic friction coefficient of 0.3.",
        "incline",
        le(fall_t(5, slide_a(35, 0.3)), 2.5),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Static friction 0.35, ramp angle 28 degrees: the pallet stays where it is.",
        "incline",
        le(td(28), 0.35),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A concrete block starts sliding by itself on a 20% grade, although the static "
        "friction coefficient is 0.4.",
        "incline",
        ge(0.20, 0.4),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A wooden box stays in place on a 22 degree ramp.",
        "incline",
        None,
        ("friction", "mu_s", "mu_k", "μ"),
        phrasing=Phrasing.MISSING,
    ),
    # --- stack
    Case(
        "Four identical 20 cm cubes are stacked, each one shifted 3 cm to the right of the "
        "one below, and the tower stays up.",
        "stack",
        le(overhang(4, 0.03), 0.10),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A cupboard 1.8 m tall and 60 cm deep, with its centre of gravity in the middle, "
        "doesn't topple when the floor is tilted by 10 degrees.",
        "stack",
        le(10, degrees(atan(0.30 / 0.90))),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Five bricks, each 10 cm long, are piled up so that each sticks out 3 cm beyond the "
        "one below. The pile remains standing for a minute.",
        "stack",
        le(overhang(5, 0.03), 0.05),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Stack of 2 boxes, each 0.4 m wide, top box offset by 0.25 m: remains standing.",
        "stack",
        le(overhang(2, 0.25), 0.20),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Three identical boxes are stacked without falling over, each offset by 6 cm from "
        "the one below.",
        "stack",
        None,
        ("width", "wide", "size", "side", "base", "dimension", "length"),
        phrasing=Phrasing.MISSING,
    ),
    # --- push_tip
    Case(
        "A 60 cm wide fridge is pushed at a height of 50 cm across a floor with a friction "
        "coefficient of 0.35 and slides rather than tips.",
        "push_tip",
        le(0.35, 0.60 / (2 * 0.50)),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A bookcase 30 cm deep tips over instead of sliding when someone pushes it 1.4 m "
        "above the floor (mu = 0.5).",
        "push_tip",
        ge(0.5, 0.30 / (2 * 1.4)),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Pushed 3 ft above the floor, a 2 ft wide, 120 lb cabinet slides without tipping "
        "over. The friction coefficient is 0.6.",
        "push_tip",
        le(0.6, 2 * FT / (2 * 3 * FT)),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A chest that is 1 m wide does not slide but tips over when pushed 30 cm above the "
        "ground; friction coefficient 0.4.",
        "push_tip",
        ge(0.4, 1.0 / (2 * 0.30)),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 50 cm wide box that is pushed 70 cm above the floor slides without tipping.",
        "push_tip",
        None,
        ("friction", "mu_s", "mu_k", "μ"),
        phrasing=Phrasing.MISSING,
    ),
    # --- truck_bed
    Case(
        "A crate on a flatbed lorry doesn't slip while the lorry brakes at 2.5 m/s²; the "
        "coefficient of static friction is 0.35.",
        "truck_bed",
        le(2.5, 0.35 * G),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "With a friction coefficient of 0.3, a box slides on the truck bed when the truck "
        "accelerates at 0.5 g.",
        "truck_bed",
        ge(0.5 * G, 0.3 * G),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A pickup goes from 0 to 60 mph in 5 s at constant acceleration, and the 80 lb "
        "cooler on its bed stays in place (mu_s 0.4).",
        "truck_bed",
        le(60 * MPH / 5, 0.4 * G),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A pallet is carried on a truck that slows evenly from 72 km/h to a stop in four "
        "seconds. The pallet must not slide. Static friction is 0.3.",
        "truck_bed",
        le(72 * KMH / 4, 0.3 * G),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A washing machine stays put on the bed of a lorry that brakes at 4 m/s^2.",
        "truck_bed",
        None,
        ("friction", "mu_s", "mu_k", "μ"),
        phrasing=Phrasing.MISSING,
    ),
    # --- flat_curve
    Case(
        "A van drives round an unbanked bend of 80 m radius at 70 km/h without skiding; the "
        "tyre friction coeficient is 0.75.",
        "flat_curve",
        le(70 * KMH, sqrt(0.75 * G * 80)),
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "Cyclist on a flat corner, radius 15 m, speed 12 m/s, friction coefficient 0.6: the "
        "bike skids.",
        "flat_curve",
        ge(12, sqrt(0.6 * G * 15)),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "On an icy road with a friction coefficient of 0.15, a car gets round a level curve "
        "of 60 m radius at 50 km/h.",
        "flat_curve",
        le(50 * KMH, sqrt(0.15 * G * 60)),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A red 1,300 kg car does not skid at 65 mph on a flat turn with a 250 ft radius, "
        "where the friction coefficient is 0.7.",
        "flat_curve",
        le(65 * MPH, sqrt(0.7 * G * 250 * FT)),
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A car takes a flat bend at 20 m/s without skidding, with a tyre friction "
        "coefficient of 0.8.",
        "flat_curve",
        None,
        ("radius", "curve", "tight"),
        phrasing=Phrasing.MISSING,
    ),
    # --- banked_curve
    Case(
        "A lorry takes a curve with a radius of 150 m, banked at 10 degrees, at 80 km/h "
        "without sliding. Friction coefficient: 0.3.",
        "banked_curve",
        ge(80 * KMH, bank_min(150, 10, 0.3)) and le(80 * KMH, bank_max(150, 10, 0.3)),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "On a track banked at 30 degrees with a 40 m radius and a friction coefficient of "
        "0.2, a car driving at 35 km/h slides down the bank.",
        "banked_curve",
        le(35 * KMH, bank_min(40, 30, 0.2)),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A racing car goes through a 200 m radius turn with a 15° bank at 55 m/s without "
        "sliding up the bank, mu = 0.5.",
        "banked_curve",
        le(55, bank_max(200, 15, 0.5)),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A car at 15 mph does not slide down an icy curve of 120 ft radius that is banked "
        "at 25 degrees, with a friction coefficient of 0.05.",
        "banked_curve",
        ge(15 * MPH, bank_min(120 * FT, 25, 0.05)),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A car goes round a 90 m radius bend banked at 12 degrees without sliding, tyre "
        "friction 0.4.",
        "banked_curve",
        None,
        ("speed", "velocity", "how fast"),
        phrasing=Phrasing.MISSING,
    ),
    # --- rollover
    Case(
        "A delivery van with a track width of 1.7 m and its centre of gravity 0.9 m above "
        "the road takes a 35 m radius bend at 40 km/h without tipping over; tyre friction "
        "0.9.",
        "rollover",
        le(lateral(40 * KMH, 35, 0.9), 1.7 / (2 * 0.9)),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A double-decker bus (track 2.1 m, CG height 1.8 m, mu 0.8) rolls over in a 30 m "
        "radius turn at 60 km/h.",
        "rollover",
        ge(lateral(60 * KMH, 30, 0.8), 2.1 / (2 * 1.8)),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A sports car with a track of 1.6 m and a centre of gravity 45 cm above the ground "
        "rolls over in a flat turn of 25 m radius at 70 km/h, with a friction coefficient "
        "of 0.9.",
        "rollover",
        ge(lateral(70 * KMH, 25, 0.9), 1.6 / (2 * 0.45)),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Forklift: track width 1.0 m, centre of gravity 1.1 m high, friction coefficient "
        "0.7. It turns on a 4 m radius at 18 km/h and does not roll over.",
        "rollover",
        le(lateral(18 * KMH, 4, 0.7), 1.0 / (2 * 1.1)),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "An SUV with a 1.6 m track does not roll over at 80 km/h in a curve of 50 m radius, "
        "mu 0.9.",
        "rollover",
        None,
        (
            "centre of gravity",
            "center of gravity",
            "centre of mass",
            "center of mass",
            "CG",
            "height",
        ),
        phrasing=Phrasing.MISSING,
    ),
    # --- braking
    Case(
        "A cyclist riding at 25 km/h stops within 8 m, with a tyre-road friction "
        "coefficient of 0.5 and no reaction time.",
        "braking",
        le(stop(25 * KMH, 0.5 * G), 8),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Including a reaction time of 1 s, a car doing 50 km/h needs no more than 35 m to "
        "stop on a road with mu = 0.7.",
        "braking",
        le(stop(50 * KMH, 0.7 * G, 1), 35),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A car travelling at 70 mph stops in less than 150 ft on a wet road with a friction "
        "coefficient of 0.4.",
        "braking",
        le(stop(70 * MPH, 0.4 * G), 150 * FT),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A lorry at 90 km/h brakes at a constant 4 m/s² and does not hit a fallen tree 60 m ahead.",
        "braking",
        le(stop(90 * KMH, 4), 60),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A car at 100 km/h comes to a stop within 60 m.",
        "braking",
        None,
        ("friction", "mu_s", "mu_k", "μ", "deceleration", "grip"),
        phrasing=Phrasing.MISSING,
    ),
    # --- pendulum
    Case(
        "A two metre long pendulum has a period of more than 2.5 seconds for small swings.",
        "pendulum",
        ge(period(2), 2.5),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A pendulum bob released from rest 20 cm above its lowest point doesn't move faster "
        "than 2.5 m/s at the bottom.",
        "pendulum",
        le(fall_v(0.20), 2.5),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A clock pendulum 25 cm in length takes at least 1.5 s for one complete small swing.",
        "pendulum",
        ge(period(0.25), 1.5),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Bob on an 80 cm string, released from rest at 40 degrees: speed at the lowest "
        "point at least 3 m/s.",
        "pendulum",
        ge(fall_v(0.80 * (1 - cos(radians(40)))), 3),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A pendulum makes ten small swings in less than 15 s.",
        "pendulum",
        None,
        ("length", "how long", "string"),
        phrasing=Phrasing.MISSING,
    ),
    # --- loop
    Case(
        "A 600 kg roller coaster car released from rest at a height of 30 m goes all the "
        "way round a frictionless loop with a radius of 10 m.",
        "loop",
        ge(30, 2.5 * 10),
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A solid ball that rolls without slipping from a height of 60 cm makes it around a "
        "loop of 20 cm radius.",
        "loop",
        ge(0.60, 2.7 * 0.20),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Let go 1.5 m above the bottom, a frictionless toy car completes a loop 1.4 m in diameter.",
        "loop",
        ge(1.5, 2.5 * 0.7),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A frictionless cart starting from rest at a height of 5 m does not complete a loop "
        "with a radius of 1.5 m.",
        "loop",
        not ge(5, 2.5 * 1.5),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A frictionless toy car released from a height of 90 cm completes the loop.",
        "loop",
        None,
        ("radius", "diameter", "loop size", "size"),
        phrasing=Phrasing.MISSING,
    ),
    # --- collision
    Case(
        "A 2 kg trolley moving at 3 m/s hits a stationary 1 kg trolley. They stick together "
        "and move off at less than 2.5 m/s.",
        "collision",
        le(struck(2, 3, 1, 0), 2.5),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "In an elastic head-on collision, a 0.5 kg puck moving at 4 m/s strikes a 1.5 kg "
        "puck at rest and bounces back.",
        "collision",
        le((0.5 - 1.5) * 4 / (0.5 + 1.5), 0),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A 1,500 kg car at 36 km/h runs into a parked 1,000 kg car, and the parked car "
        "moves off at 15 m/s.",
        "collision",
        ge(struck(1500, 36 * KMH, 1000, 1), 15),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Two lumps of clay meet head-on, 3 kg at 2 m/s and 1 kg at 2 m/s. They stick "
        "together and come to rest.",
        "collision",
        le(abs(3 * 2 - 1 * 2) / (3 + 1), 0.001),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 3 kg cart at 5 m/s hits a stationary cart and sticks to it, and the pair moves "
        "off faster than 2 m/s.",
        "collision",
        None,
        ("mass", "weight", "m2", "second cart", "target"),
        phrasing=Phrasing.MISSING,
    ),
    # --- bounce
    Case(
        "A basketball with a coefficient of restitution of 0.82 is dropped from 1.8 m and "
        "bounces back to more than 1 m.",
        "bounce",
        ge(0.82**2 * 1.8, 1),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Dropped from 6 ft, a rubber ball (e = 0.6) doesn't rebound higher than 3 ft.",
        "bounce",
        le(0.6**2 * 6, 3),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A tennis ball with a restitution of 0.75, dropped from 2 m, still reaches 1 m on "
        "its third bounce.",
        "bounce",
        ge(0.75**6 * 2, 1),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A ball with e = 0.7 is dropped from 3 m; it comes back to at least 1.2 m on the "
        "first bounce and at least 1 m on the second.",
        "bounce",
        ge(0.7**2 * 3, 1.2) and ge(0.7**4 * 3, 1),
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "A ball dropped from 2 m bounces to at least 1.2 m.",
        "bounce",
        None,
        ("restitution", "coefficient", "bounciness", "elastic"),
        phrasing=Phrasing.MISSING,
    ),
    # --- buoyancy
    Case(
        "A block of ice with a density of 917 kg/m³ floats in sea water of 1025 kg/m³ with "
        "at least 80% of its volume under water.",
        "buoyancy",
        le(917, 1025) and ge(917 / 1025, 0.80),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A sealed 5 kg box with a volume of 8 litres floats in fresh water.",
        "buoyancy",
        le(5 / 0.008, WATER),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A solid aluminium ball (2700 kg/m^3) does not sink in water.",
        "buoyancy",
        le(2700, WATER),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A wooden beam with a density of 600 kg/m³ floats in fresh water with less than 50 "
        "percent of its volume submerged.",
        "buoyancy",
        le(600, WATER) and le(600 / WATER, 0.50),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A sealed 12 kg box floats in fresh water.",
        "buoyancy",
        None,
        ("volume", "density", "size", "dimension"),
        phrasing=Phrasing.MISSING,
    ),
    # --- beam
    Case(
        "A steel bar 1 m long, 40 mm wide and 10 mm thick, simply supported at both ends, "
        "carries 50 kg at its middle without yielding. Its yield strength is 250 MPa.",
        "beam",
        le(beam_stress(50, 1, 0.040, 0.010), 250e6),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A plank spanning 2 m, 20 cm wide and 4 cm thick, with a bending strength of 30 "
        "MPa, does not break under an 80 kg person standing in the middle.",
        "beam",
        le(beam_stress(80, 2, 0.20, 0.04), 30e6),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A glass shelf 90 cm long, 20 cm wide and 5 mm thick with a strength of 40 MPa "
        "supports 30 kg at mid-span.",
        "beam",
        le(beam_stress(30, 0.9, 0.20, 0.005), 40e6),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "An aluminium beam (E = 70 GPa), span 1.5 m, 5 cm wide and 1 cm thick, sags no more "
        "than 5 mm under 20 kg at mid-span.",
        "beam",
        le(beam_sag(20, 1.5, 0.05, 0.01, 70e9), 0.005),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A pine shelf 80 cm long and 25 cm wide holds 40 kg in the middle; the bending "
        "strength is 40 MPa.",
        "beam",
        None,
        ("thick", "depth", "section"),
        phrasing=Phrasing.MISSING,
    ),
    # --- column
    Case(
        "A 2 m long steel rod, 40 mm in diameter and pinned at both ends, carries 40 kN "
        "without buckling. E = 200 GPa.",
        "column",
        le(40e3, euler_round(200e9, 0.040, 2)),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 3 m wooden post, 10 cm by 10 cm in section, pinned at both ends, E = 10 GPa, "
        "supports a load of 5000 kg.",
        "column",
        le(5000 * G, euler_square(10e9, 0.10, 3)),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "An aluminium rod 8 mm in diameter and 1.2 m long, pinned at both ends (E = 70 "
        "GPa), doesn't buckle under a load of 1 kN.",
        "column",
        le(1e3, euler_round(70e9, 0.008, 1.2)),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Fixed at the bottom and free at the top, a 1.5 m steel pole 2 cm in diameter with "
        "E = 200 GPa holds up a 250 kg load.",
        "column",
        le(250 * G, euler_round(200e9, 0.02, 1.5, 2)),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A steel rod 15 mm in diameter, pinned at both ends, carries 8 kN without buckling.",
        "column",
        None,
        ("length", "long", "tall", "height"),
        phrasing=Phrasing.MISSING,
    ),
    # --- rocket_liftoff
    Case(
        "A rocket with a take-off mass of 50 tonnes and engines giving 700 kN of thrust "
        "gets off the ground.",
        "rocket_liftoff",
        ge(700e3, 50e3 * G),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "With a constant thrust of 250 kN and no loss of mass, a 30,000 kg rocket does not "
        "lift off.",
        "rocket_liftoff",
        not ge(250e3, 30e3 * G),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 5 lb model rocket lifts off on a constant 18 N of thrust; its mass does not change.",
        "rocket_liftoff",
        ge(18, 5 * LB * G),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Thrust 1.2 MN, launch mass 140 t, constant mass: liftoff.",
        "rocket_liftoff",
        ge(1.2e6, 140e3 * G),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A rocket producing 3 MN of thrust lifts off from the pad.",
        "rocket_liftoff",
        None,
        ("mass", "weight", "heavy"),
        phrasing=Phrasing.MISSING,
    ),
    # --- delta_v
    Case(
        "A rocket stage with a specific impulse of 310 s weighs 20 t fuelled and 5 t empty, "
        "and gains more than 3.8 km/s.",
        "delta_v",
        ge(tsiolkovsky(310 * G, 20 / 5), 3800),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "With an exhaust velocity of 3000 m/s, a probe that burns 40% of its initial mass "
        "as propellant gets a delta-v of at least 1,300 m/s.",
        "delta_v",
        ge(tsiolkovsky(3000, 1 / 0.6), 1300),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 1,000 kg satellite, 200 kg of which is propellant, changes its velocity by 700 "
        "m/s with a thruster whose Isp is 220 s.",
        "delta_v",
        ge(tsiolkovsky(220 * G, 1000 / 800), 700),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Isp 450 s, mass ratio 6; delta-v not below 9 km/s.",
        "delta_v",
        ge(tsiolkovsky(450 * G, 6), 9000),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A rocket stage with an Isp of 340 s achieves a delta-v of 5 km/s.",
        "delta_v",
        None,
        ("mass ratio", "mass", "propellant", "m0", "fuel"),
        phrasing=Phrasing.MISSING,
    ),
    # --- atwood
    Case(
        "Weights of 5 kg and 4 kg hang from a cord over a frictionless pulley. After "
        "release, the heavier one drops 2 m in no more than 2.5 s.",
        "atwood",
        le(fall_t(2, atwood(5, 4)), 2.5),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Two masses of 10 kg and 6 kg over an ideal pulley accelerate at no more than 3 m/s².",
        "atwood",
        le(atwood(10, 6), 3),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 14 lb weight is pulled up by a 10 lb weight over an ideal pulley, starting from rest.",
        "atwood",
        ge(10 * LB, 14 * LB),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "An 8 kg mass hangs opposite a 7.5 kg mass on an ideal pulley and descends 1.5 m "
        "from rest in less than 2 s.",
        "atwood",
        le(fall_t(1.5, atwood(8, 7.5)), 2),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A 4 kg mass hanging on one side of a pulley pulls up the mass on the other side.",
        "atwood",
        None,
        ("mass", "weight", "m2", "other side"),
        phrasing=Phrasing.MISSING,
    ),
    # --- lever
    Case(
        "A 35 kg girl sitting 1.2 m from the pivot of a seesaw lifts a 20 kg boy who sits "
        "1.8 m from it on the other side.",
        "lever",
        ge(35 * 1.2, 20 * 1.8),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A force of 200 N applied 1.5 m from the fulcrum of a lever lifts a 100 kg rock 25 "
        "cm from the fulcrum on the other side.",
        "lever",
        ge(200 * 1.5, 100 * G * 0.25),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A seesaw balances with 60 lb placed 4 ft to the left of the pivot and 50 lb placed "
        "6 ft to the right.",
        "lever",
        le(abs(60 * 4 - 50 * 6), 0.01),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "On a seesaw, a 25 kg child 1.3 m from the pivot is not lifted by a 40 kg child "
        "sitting 1 m from the pivot on the other side.",
        "lever",
        not ge(40 * 1, 25 * 1.3),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A girl sitting 1.5 m from the pivot of a seesaw lifts a 40 kg boy who sits 1.2 m "
        "from the pivot on the other side.",
        "lever",
        None,
        ("mass", "weight", "girl", "heavy"),
        phrasing=Phrasing.MISSING,
    ),
    # --- spring
    Case(
        "A spring with a stiffness of 200 N/m, compressed by 15 cm, shoots a 50 g ball "
        "straight up to a height of 4 m.",
        "spring",
        ge(200 * 0.15**2 / 2 / (0.050 * G), 4),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A 1 kg block launched across a frictionless table by a 400 N/m spring compressed "
        "10 cm leaves slower than 2.5 m/s.",
        "spring",
        le(sqrt(400 * 0.10**2 / 1), 2.5),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Toy gun, spring constant 300 N/m, compression 5 cm, dart 20 g: launch speed at "
        "least 10 m/s.",
        "spring",
        ge(sqrt(300 * 0.05**2 / 0.020), 10),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 2 kg weight is not thrown higher than 50 cm by a 1.5 kN/m spring compressed by 20 cm.",
        "spring",
        le(1500 * 0.20**2 / 2 / (2 * G), 0.50),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A spring compressed by 8 cm throws a 100 g ball up to a height of 2 m.",
        "spring",
        None,
        ("stiffness", "spring constant", "spring rate", "N/m"),
        phrasing=Phrasing.MISSING,
    ),
    # --- terminal
    Case(
        "A parachutist of 90 kg under a canopy with a drag area (CdA) of 45 m² comes down "
        "at no more than 7 m/s.",
        "terminal",
        le(v_term(90, 45), 7),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 5 g hailstone with a drag coefficient of 0.5 and a cross-section of 4 cm² "
        "reaches more than 15 m/s on a long fall through air of 1.2 kg/m³.",
        "terminal",
        ge(v_term(0.005, 0.5 * 4e-4, 1.2), 15),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "In a steady fall at sea level, a 75 kg skydiver with a CdA of 0.5 m² goes faster "
        "than 300 km/h.",
        "terminal",
        ge(v_term(75, 0.5), 300 * KMH),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A 70 kg cargo box under a parachute with a drag area of 10 m² does not sink faster "
        "than 8 m/s at its terminal speed, air density 1.225 kg/m³.",
        "terminal",
        le(v_term(70, 10), 8),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A skydiver weighing 85 kg does not fall faster than 50 m/s.",
        "terminal",
        None,
        ("drag", "CdA", "area", "posture"),
        phrasing=Phrasing.MISSING,
    ),
    # --- torricelli
    Case(
        "Water leaves a small hole 2 m below the surface of an open 500 litre tank at more "
        "than 5 m/s.",
        "torricelli",
        ge(fall_v(2), 5),
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A rain barrel with a cross-section of 0.25 m², filled to a depth of 80 cm, empties "
        "within ten minutes through a 5 cm² hole in the bottom. The discharge coefficient "
        "is 0.6.",
        "torricelli",
        le(drain(0.25, 5e-4, 0.80, 0.6), 600),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A tank with a base area of 1 m² and a water depth of 1.5 m drains completely in "
        "under 3 minutes through a 10 cm² hole in the bottom, discharge coefficient 0.62.",
        "torricelli",
        le(drain(1, 10e-4, 1.5, 0.62), 180),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "The jet from an opening 30 cm below the water level exits at no less than 4 m/s.",
        "torricelli",
        ge(fall_v(0.30), 4),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Water flows out of a hole near the bottom of an open tank at more than 6 m/s.",
        "torricelli",
        None,
        ("depth", "height", "level", "head", "below the surface"),
        phrasing=Phrasing.MISSING,
    ),
    # --- heat
    Case(
        "A 1.5 kW heater warms 10 litres of water from 15 °C to 40 °C in no more than 15 "
        "minutes, without heat losses.",
        "heat",
        le(warm(10, 25) / 1500, 900),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "1 kg of ice at 0 °C is melted completely by a 500 W heater within 15 minutes, with "
        "no losses.",
        "heat",
        le(1 * L_ICE / 500, 900),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A 300 W immersion heater brings 2 litres of water from 20 °C to 90 °C in 20 minutes.",
        "heat",
        le(warm(2, 70), 300 * 1200),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A 2 kW cooker with an efficiency of 70% does not get 1.5 kg of water from 20 °C to "
        "100 °C within 15 minutes.",
        "heat",
        not le(warm(1.5, 80), 0.70 * 2000 * 900),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A kettle heats 1 litre of water from 20 °C to 100 °C within 4 minutes.",
        "heat",
        None,
        ("power", "watt", "kW"),
        phrasing=Phrasing.MISSING,
    ),
    # --- optics_ray
    Case(
        "A light ray inside glass with a refractive index of 1.5 hits the boundary with air "
        "at 50 degrees and is totally reflected.",
        "optics_ray",
        ge(50, critical(1.5, 1)),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A ray that goes from air into glass (n = 1.5) at an angle of incidence of 45° is "
        "refracted at less than 35°.",
        "optics_ray",
        le(bent(1, 1.5, 45), 35),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Light travelling in water (n = 1.33) strikes the surface at an angle of incidence "
        "of 30 degrees and does not get out into the air.",
        "optics_ray",
        ge(30, critical(1.33, 1)),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A converging lens with a focal length of 10 cm forms a real image of a candle 6 cm "
        "in front of it.",
        "optics_ray",
        ge(image(0.10, 0.06), 0.001),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A light ray inside a glass block with refractive index 1.52 hits the surface to "
        "the air and is totally reflected.",
        "optics_ray",
        None,
        ("angle", "incidence", "degrees"),
        phrasing=Phrasing.MISSING,
    ),
    # --- domino
    Case(
        "Twenty dominoes, each 4.8 cm high and set 2.4 cm apart, all fall after the first "
        "one is pushed.",
        "domino",
        le(2.4, 4.8),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A row of dominoes 10 cm tall standing 13 cm apart does not fall all the way to the "
        "end when the first one is tipped.",
        "domino",
        not le(13, 10),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Domino height 2 in, spacing 2.5 in: the whole row falls from one push.",
        "domino",
        le(2.5 * INCH, 2 * INCH),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A line of 30 dominoes, 6 cm tall and spaced 3 cm apart, does not fall completely "
        "when the first is knocked over.",
        "domino",
        not le(3, 6),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Fifty dominoes spaced 3 cm apart all fall after one push.",
        "domino",
        None,
        ("height", "tall", "size"),
        phrasing=Phrasing.MISSING,
    ),
    # --- jump
    Case(
        "A student jumps straight up from standing and raises her centre of mass by 35 cm.",
        "jump",
        le(0.35, STANDING_JUMP),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "From a standing start, a volleyball player stays in the air for 0.5 s in a vertical jump.",
        "jump",
        le(G * 0.5**2 / 8, STANDING_JUMP),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Without any aids, a man jumps vertically from standing and his centre of mass "
        "rises five feet.",
        "jump",
        le(5 * FT, STANDING_JUMP),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "An unaided person leaves the floor at 7 m/s in a standing vertical jump.",
        "jump",
        le(7, LIFT_OFF),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A healthy adult jumps from standing onto a box.",
        "jump",
        None,
        ("height", "high", "tall", "rise"),
        phrasing=Phrasing.MISSING,
    ),
    # --- rolling
    Case(
        "A solid cylinder reaches the bottom of a slope before a thin hoop; both are "
        "released together and roll without slipping.",
        "rolling",
        ge(roll_a(20, DISC), roll_a(20, HOOP)),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A solid ball rolls down a 2 m long, 25 degree incline without slipping when the "
        "friction coefficient is 0.3. The ball is 8 cm across.",
        "rolling",
        ge(0.3, roll_mu(25, SPHERE)),
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A solid sphere rolling from rest without slipping covers 3 m down a 20° ramp in "
        "less than 1 s.",
        "rolling",
        le(fall_t(3, roll_a(20, SPHERE)), 1),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A hoop rolls down a 40 degree ramp and does not slip; friction coefficient 0.2.",
        "rolling",
        ge(0.2, roll_mu(40, HOOP)),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A solid ball rolls down a 30° slope without slipping.",
        "rolling",
        None,
        ("friction", "mu_s", "mu_k", "μ"),
        phrasing=Phrasing.MISSING,
    ),
    # --- grip
    Case(
        "A two-finger gripper pressing with 40 N on each side (friction coefficient 0.5) "
        "holds a 3 kg bottle without dropping it.",
        "grip",
        ge(2 * 0.5 * 40, 3 * G),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A 1 lb part is clamped by a robot hand with a force of 8 N and does not slip; mu = 0.4.",
        "grip",
        ge(2 * 0.4 * 8, 1 * LB * G),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A gripper that squeezes with 25 N lifts a 2 kg block, which is 12 cm tall. The "
        "friction coefficient is 0.3.",
        "grip",
        ge(2 * 0.3 * 25, 2 * G),
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "With a squeezing force of 60 N and a friction coefficient of 0.4, a robot gripper "
        "accelerates a 4 kg box upwards at 5 m/s² without slipping.",
        "grip",
        ge(2 * 0.4 * 60, 4 * (G + 5)),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A gripper squeezing with 30 N lifts a 2 kg carton without letting it slip.",
        "grip",
        None,
        ("friction", "mu_s", "mu_k", "μ"),
        phrasing=Phrasing.MISSING,
    ),
    # --- support
    Case(
        "A helium balloon with a volume of 2 m³ lifts an envelope and load of 1.5 kg in "
        "total. Air density is 1.2 kg/m³ and helium density 0.17 kg/m³.",
        "support",
        ge(2 * (1.2 - 0.17), 1.5),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 1.2 kg drone with four rotors, each able to produce 3.5 N of thrust, hovers in "
        "still air.",
        "support",
        ge(4 * 3.5, 1.2 * G),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A 5 kg lamp hangs from a cord that can take 30 N at most, and does not fall.",
        "support",
        le(5 * G, 30),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "An ordinary house brick hovers 1 m above the floor for ten seconds with nothing "
        "holding it up.",
        "support",
        ge(0.001, 2.5 * G),
        phrasing=Phrasing.CONTRADICTION,
    ),
    Case(
        "A drone whose rotors push up with a total of 25 N hovers in still air.",
        "support",
        None,
        ("mass", "weight", "heavy"),
        phrasing=Phrasing.MISSING,
    ),
    # --- drag_race_power
    Case(
        "A 2 kW motor hoists a 300 kg load 8 m in 20 s with an efficiency of 80%.",
        "drag_race_power",
        le(300 * G * 8, 0.80 * 2000 * 20),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A 75 kg hiker climbs 400 m in 60 minutes while putting out no more than 100 W of "
        "mechanical power.",
        "drag_race_power",
        le(75 * G * 400, 100 * 3600),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 1,200 kg car with a 60 kW engine goes from 0 to 100 km/h in 5 s.",
        "drag_race_power",
        le(1200 * (100 * KMH) ** 2 / 2, 60e3 * 5),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "The 5 kW motor of a goods lift raises 800 kg by 15 m in under 15 s.",
        "drag_race_power",
        le(800 * G * 15, 5000 * 15),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "An electric hoist lifts a 250 kg boat by 6 m in 30 s.",
        "drag_race_power",
        None,
        ("power", "watt", "kW"),
        phrasing=Phrasing.MISSING,
    ),
)
