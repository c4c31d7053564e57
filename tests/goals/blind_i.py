"""160 goals written blind, five for each core family; every truth is computed beside the words."""

from math import asin, atan, cos, degrees, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
FT = 0.3048
INCH = 0.0254
LB = 0.45359237
HP = 745.7
AIR = 1.225
HELIUM = 0.1786
WATER_C = 4186.0
ICE_L = 334e3
STEAM_L = 2.26e6


def _kmh(v: float) -> float:
    return v / 3.6


def _mph(v: float) -> float:
    return v * 0.44704


def _tan(deg: float) -> float:
    return tan(radians(deg))


def _fall_time(h: float) -> float:
    return sqrt(2 * h / G)


def _height_at(v: float, deg: float, x: float, y0: float = 0.0) -> float:
    return y0 + x * _tan(deg) - G * x * x / (2 * (v * cos(radians(deg))) ** 2)


def _range(v: float, deg: float) -> float:
    return v * v * sin(radians(2 * deg)) / G


def _stagger_reach(n: int, step: float) -> float:
    """How wide n boxes must be at least when each sits one step further out than the last."""
    return n * step


def _tilt_limit(depth: float, h_com: float) -> float:
    return degrees(atan(depth / 2 / h_com))


def _tip_mu(b: float, height: float) -> float:
    """Friction above which a push at this height tips rather than slides."""
    return b / (2 * height)


def _bed_limit(mu: float) -> float:
    return mu * G


def _curve_max(mu: float, r: float) -> float:
    return sqrt(mu * G * r)


def _bank_max(r: float, deg: float, mu: float) -> float:
    return sqrt(r * G * (_tan(deg) + mu) / (1 - mu * _tan(deg)))


def _bank_min(r: float, deg: float, mu: float) -> float:
    return sqrt(max(0.0, r * G * (_tan(deg) - mu) / (1 + mu * _tan(deg))))


def _roll_ratio(track: float, h: float, v: float, r: float, mu: float) -> float:
    """Above one, the vehicle rolls."""
    return min(v * v / (r * G), mu) / (track / (2 * h))


def _stop(v: float, mu: float, t_r: float = 0.0) -> float:
    return v * t_r + v * v / (2 * mu * G)


def _period(length: float) -> float:
    return 2 * pi * sqrt(length / G)


def _struck(m1: float, v1: float, m2: float, e: float) -> float:
    """Speed of a resting m2 after m1 hits it."""
    return (1 + e) * m1 * v1 / (m1 + m2)


def _rebound(h: float, e: float, n: int = 1) -> float:
    return e ** (2 * n) * h


def _bend_stress(force: float, span: float, b: float, t: float) -> float:
    return (force * span / 4) / (b * t * t / 6)


def _euler(e: float, d: float, length: float, k: float = 1.0) -> float:
    return pi**2 * e * (pi * d**4 / 64) / (k * length) ** 2


def _dv(isp: float, ratio: float) -> float:
    return isp * G * log(ratio)


def _atwood(m1: float, m2: float) -> float:
    """Acceleration with which m1 goes down."""
    return (m1 - m2) * G / (m1 + m2)


def _atwood_time(m1: float, m2: float, h: float) -> float:
    return sqrt(2 * h / _atwood(m1, m2))


def _moments(w1: float, d1: float, w2: float, d2: float) -> float:
    return (w1 * d1) / (w2 * d2)


def _spring_height(k: float, x: float, m: float) -> float:
    return k * x * x / (2 * m * G)


def _spring_speed(k: float, x: float, m: float) -> float:
    return sqrt(k * x * x / m)


def _terminal(m: float, cda: float, rho: float = AIR) -> float:
    return sqrt(2 * m * G / (rho * cda))


def _efflux(h: float) -> float:
    return sqrt(2 * G * h)


def _drain(tank: float, hole: float, cd: float, h: float) -> float:
    return tank / (cd * hole) * sqrt(2 * h / G)


def _warm(m: float, dt: float) -> float:
    return m * WATER_C * dt


def _critical(n_in: float, n_out: float) -> float:
    return degrees(asin(n_out / n_in))


def _bent(n1: float, n2: float, deg: float) -> float:
    return degrees(asin(n1 / n2 * sin(radians(deg))))


def _lens_size(f: float, d: float) -> float:
    return abs(f / (d - f))


def _leap(v: float) -> float:
    return v * v / (2 * G)


def _air_time_rise(t: float) -> float:
    return G * t * t / 8


def _roll_acc(deg: float, beta: float) -> float:
    return G * sin(radians(deg)) / (1 + beta)


def _roll_mu(deg: float, beta: float) -> float:
    return _tan(deg) * beta / (1 + beta)


def _grip_ratio(m: float, mu: float, n: float, a: float = 0.0) -> float:
    """At or above one, the two fingers hold."""
    return 2 * mu * n / (m * (G + a))


def _helium_lift(volume: float) -> float:
    return (AIR - HELIUM) * volume


def _ball(r: float) -> float:
    return 4 / 3 * pi * r**3


def _lift_energy(m: float, h: float) -> float:
    return m * G * h


def _kinetic(m: float, v: float) -> float:
    return m * v * v / 2


CASES: tuple[Case, ...] = (
    # free_fall
    Case(
        "Let a brass padlock go at the top of a 14 m lift shaft and it hits the bottom inside "
        "two seconds.",
        "free_fall",
        _fall_time(14) <= 2,
    ),
    Case(
        "Drop test. Lead sinker, release height 31 m, initial speed 0, air drag ignored, time to "
        "impact no more than 2.2 s.",
        "free_fall",
        _fall_time(31) <= 2.2,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Falling off scaffolding 60 ft above the pavement, a full tin of paint needs at most 1.7 "
        "seconds to come down.",
        "free_fall",
        _fall_time(60 * FT) <= 1.7,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A hammer slips out of a roofer's hand 9 m above the lawn. It does not touch the grass "
        "within the first 1.2 s.",
        "free_fall",
        _fall_time(9) > 1.2,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A marble is let go from a balcony and lands in less than 1.5 s.",
        "free_fall",
        None,
        ("height", "drop height", "h", "distance"),
        Phrasing.MISSING,
    ),
    # projectile
    Case(
        "Leaving the turf at 30 m/s, 40 degrees above the horizontal, a golf ball passes over a "
        "12 m tree that stands 50 m away.",
        "projectile",
        _height_at(30, 40, 50) > 12,
    ),
    Case(
        "A motorcyclist takes off at 45 mph from a ramp angled at 20 degrees and gets across a "
        "40 m gap to a landing point at the same height.",
        "projectile",
        _range(_mph(45), 20) >= 40,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Kicked from the ground at 18 m/s and 30 degrees, a football fails to clear a 3 m fence "
        "25 m away.",
        "projectile",
        _height_at(18, 30, 25) < 3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A slingshot fires pebbles at fifteen metres per second. On level ground, with the angle "
        "chosen as well as possible, a pebble travels at least twenty-eight metres.",
        "projectile",
        _range(15, 45) >= 28,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "If a snowball is hurled from ground level at 14 m/s with an elevation of 50 degrees, it "
        "flies over a garage wall 9 m high and 12 m ahead.",
        "projectile",
        _height_at(14, 50, 12) > 9,
    ),
    # incline
    Case(
        "A fridge left on an 18 degree loading ramp stays where it is; the coefficient of static "
        "friction is 0.45.",
        "incline",
        _tan(18) <= 0.45,
    ),
    Case(
        "Slope 31 deg, mu_s = 0.50, mu_k = 0.40. Stone slab placed at rest remains motionless.",
        "incline",
        _tan(31) <= 0.50,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "On a driveway with a 22 percent grade, a wooden pallet does not slide down by itself, "
        "given a static friction coefficient of 0.30.",
        "incline",
        22 / 100 <= 0.30,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Set down at rest on a plank tilted 24 degrees, a toolbox starts sliding all by itself. "
        "Static friction is 0.55 and kinetic friction 0.35.",
        "incline",
        _tan(24) > 0.55,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A beer crate rests on a 20° cellar ramp without sliding.",
        "incline",
        None,
        ("friction", "mu", "mu_s", "coefficient", "static"),
        Phrasing.MISSING,
    ),
    # stack
    Case(
        "Four identical crates, each 60 cm wide, are piled up with every crate shifted 10 cm "
        "further to the right than the one below it, and the pile stays standing.",
        "stack",
        _stagger_reach(4, 0.10) < 0.60,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Six bricks of 24 cm length form a leaning stack in which each brick sticks out 5 cm "
        "beyond the brick underneath. The stack stands by itself, without mortar.",
        "stack",
        _stagger_reach(6, 0.05) < 0.24,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Five equal books, 20 cm wide, each offset 3 cm in the same direction from the book below: "
        "the pile doesn't topple.",
        "stack",
        _stagger_reach(5, 0.03) < 0.20,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A vending machine 1.8 m tall and 0.7 m deep, with its centre of mass at mid-height, "
        "stands on a floor that slopes at 25 degrees and stays upright. It cannot slip.",
        "stack",
        _tilt_limit(0.7, 0.9) > 25,
    ),
    Case(
        "You stack three 12 inch boxes so that each one juts 5 inches past the one under it, all "
        "on the same side, and the tower keeps standing for a minute.",
        "stack",
        _stagger_reach(3, 5 * INCH) < 12 * INCH,
        phrasing=Phrasing.UNITS,
    ),
    # push_tip
    Case(
        "Shoved at a height of 0.9 m, a cabinet 0.8 m wide glides over the lino (friction "
        "coefficient 0.3) without toppling.",
        "push_tip",
        _tip_mu(0.8, 0.9) > 0.3,
    ),
    Case(
        "A filing cabinet with a 45 cm deep base is pushed 120 cm above the carpet, where mu is "
        "0.5. It slides rather than tipping over.",
        "push_tip",
        _tip_mu(0.45, 1.20) > 0.5,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A chest 20 in wide does not tip when it is pushed sideways 10 in above the floor, with a "
        "friction coefficient of 0.6 under it.",
        "push_tip",
        _tip_mu(20 * INCH, 10 * INCH) > 0.6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 30 kg loudspeaker box, 50 cm across the base, tips over instead of sliding when "
        "someone pushes it 40 cm above a floor with a friction coefficient of 0.35.",
        "push_tip",
        _tip_mu(0.50, 0.40) < 0.35,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Washing mashine, base 60 cm wide, pushed at its top edge 85 cm above the floor, friction "
        "0.7: it slides and does not tip.",
        "push_tip",
        _tip_mu(0.60, 0.85) > 0.7,
        phrasing=Phrasing.TYPO,
    ),
    # truck_bed
    Case(
        "A pallet of tiles sits loose on a flatbed, static friction 0.5. The driver pulls away at "
        "4 m/s² and the pallet keeps its spot.",
        "truck_bed",
        _bed_limit(0.5) >= 4,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Under braking at 0.7 g, an unstrapped barrel with a static friction coefficient of 0.55 "
        "holds its place on the lorry floor.",
        "truck_bed",
        _bed_limit(0.55) >= 0.7 * G,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A flat wagon slows evenly from 54 km/h to a standstill in 3 s, and the loose crate on it "
        "(static friction 0.35) does not shift.",
        "truck_bed",
        _bed_limit(0.35) >= _kmh(54) / 3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A suitcase on the floor of a bus, static friction 0.4, slides backwards when the bus "
        "speeds up evenly from rest to twelve metres per second in two seconds.",
        "truck_bed",
        _bed_limit(0.4) < 12 / 2,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A cardboard box stays put on the bed of a pickup that brakes at 5 m/s².",
        "truck_bed",
        None,
        ("friction", "mu", "mu_s", "coefficient", "grip"),
        Phrasing.MISSING,
    ),
    # flat_curve
    Case(
        "With a tyre friction coefficient of 0.8, a cyclist rounds a level bend of radius 18 m at "
        "9 m/s and keeps to the line.",
        "flat_curve",
        _curve_max(0.8, 18) >= 9,
    ),
    Case(
        "A hatchback doing 70 mph gets round an unbanked corner of 90 m radius without skidding "
        "(mu = 0.65).",
        "flat_curve",
        _curve_max(0.65, 90) >= _mph(70),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Icy flat roundabout, radius 25 m, friction 0.15. A van entering it at 30 km/h skids off "
        "the curve.",
        "flat_curve",
        _curve_max(0.15, 25) < _kmh(30),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "At 50 km/h a taxi cannot hold a level curve of forty metres radius when the friction "
        "coefficient of its tyres is 0.75.",
        "flat_curve",
        _curve_max(0.75, 40) < _kmh(50),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A delivery van takes a flat bend of radius 35 m at 16 m/s and doesn't slide out.",
        "flat_curve",
        None,
        ("friction", "mu", "coefficient", "grip"),
        Phrasing.MISSING,
    ),
    # banked_curve
    Case(
        "At 55 m/s a stock car goes round a turn of radius 300 m banked at 31 degrees, friction "
        "0.5, sliding neither up nor down the banking.",
        "banked_curve",
        _bank_min(300, 31, 0.5) <= 55 and _bank_max(300, 31, 0.5) >= 55,
    ),
    Case(
        "A frictionless ice track is banked at 15° on a bend with an 80 m radius. A sled takes "
        "that bend at 25 m/s without drifting up the bank.",
        "banked_curve",
        _bank_max(80, 15, 0.0) >= 25,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A service truck creeps at 5 m/s around a curve of 60 m radius, banked 40 degrees, with "
        "mu 0.2. It does not slip down the bank.",
        "banked_curve",
        _bank_min(60, 40, 0.2) <= 5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Bank angle 12 deg, radius 150 m, mu 0.3, speed 90 km/h: the car tracks the curve.",
        "banked_curve",
        _bank_min(150, 12, 0.3) <= _kmh(90) and _bank_max(150, 12, 0.3) >= _kmh(90),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A motorbike stays on its line through a 65 m radius bend, banked ten degrees, at no less "
        "than 80 mph with a friction coefficient of 0.6.",
        "banked_curve",
        _bank_max(65, 10, 0.6) >= _mph(80),
        phrasing=Phrasing.BOUNDED,
    ),
    # rollover
    Case(
        "A van (track 1.7 m, centre of gravity 0.9 m above the road) does not roll over in a 60 m "
        "radius corner at 17 m/s on tarmac with mu 0.85.",
        "rollover",
        _roll_ratio(1.7, 0.9, 17, 60, 0.85) <= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A double-decker swings round a 30 m radius bend at 50 km/h and keeps all its wheels on "
        "the road. Wheel track 2.1 m, centre of mass 1.9 m high, tyre friction 0.8.",
        "rollover",
        _roll_ratio(2.1, 1.9, _kmh(50), 30, 0.8) <= 1,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "With its wheels 1.0 m apart and its centre of mass 1.1 m up, a forklift driven at 6 m/s "
        "round a circle of 5 m radius on concrete of mu 0.7 rolls onto its side.",
        "rollover",
        _roll_ratio(1.0, 1.1, 6, 5, 0.7) > 1,
    ),
    Case(
        "A low red roadster with 4 cylinders, a 1.6 m track, its centre of mass at 0.45 m and a "
        "tyre friction of 0.95 rolls over in a 25 m radius turn taken at 22 m/s.",
        "rollover",
        _roll_ratio(1.6, 0.45, 22, 25, 0.95) > 1,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A minibus with a 1.8 m track takes a 40 m radius turn at 60 km/h on dry road (mu 0.9) "
        "and does not roll.",
        "rollover",
        None,
        ("centre of gravity", "cg", "h_cg", "centre of mass", "height"),
        Phrasing.MISSING,
    ),
    # braking
    Case(
        "From 90 km/h a saloon comes to a stop in less than 60 m of braking, tyre friction 0.75, "
        "reaction time not counted.",
        "braking",
        _stop(_kmh(90), 0.75) <= 60,
    ),
    Case(
        "Reaction time 1.5 s, speed 30 m/s, mu 0.7, obstacle 100 m ahead. Car stops before the "
        "obstacle.",
        "braking",
        _stop(30, 0.7, 1.5) <= 100,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Doing 55 mph on a wet road with a friction coefficient of 0.4, a lorry can't stop within "
        "200 ft of hitting the brakes.",
        "braking",
        _stop(_mph(55), 0.4) > 200 * FT,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "On sheet ice with a friction of 0.1, a car travelling at ten metres per second is brought "
        "to a halt in under thirty metres once its wheels lock.",
        "braking",
        _stop(10, 0.1) <= 30,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A car going 40 km/h stops within 20 m of the point where the driver brakes.",
        "braking",
        None,
        ("friction", "mu", "coefficient", "grip", "deceleration"),
        Phrasing.MISSING,
    ),
    # pendulum
    Case(
        "A small swing of a 2.5 m long pendulum, there and back, lasts less than 3.5 s.",
        "pendulum",
        _period(2.5) <= 3.5,
    ),
    Case(
        "Set free from rest 3 m above its lowest point, a wrecking ball swings up to 4 m on the "
        "opposite side with nothing pushing it.",
        "pendulum",
        3 / 4 >= 1,
    ),
    Case(
        "Twenty full swings of a pendulum forty centimetres long, at small amplitude, are over in "
        "less than twenty seconds.",
        "pendulum",
        20 * _period(0.40) <= 20,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A small lamp on a 90 cm cord, pulled slightly aside and let go, does not finish 8 full "
        "back-and-forth swings within 12 s.",
        "pendulum",
        8 * _period(0.90) > 12,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The period of a gently swinging pendulum 0.8 m long is 2.0 s or more.",
        "pendulum",
        _period(0.8) >= 2.0,
        phrasing=Phrasing.BOUNDED,
    ),
    # loop
    Case(
        "A frictionless toy car starts from rest 90 cm up and goes all the way round a loop of "
        "radius 30 cm without leaving the track.",
        "loop",
        0.90 / 0.30 >= 2.5,
    ),
    Case(
        "Solid steel marble, rolling without slipping. Start height 1.2 m above the bottom of the "
        "loop, loop radius 0.5 m. Marble keeps contact over the top.",
        "loop",
        1.2 / 0.5 >= 2.7,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Released from rest 3.5 loop radii above the bottom of the loop, a frictionless sliding "
        "block does not make it round.",
        "loop",
        3.5 < 2.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "With nothing clipping it to the track, a coaster car passes the top of a loop of 15 m "
        "radius upside down at 10 m/s and stays pressed against the rails there.",
        "loop",
        10 / sqrt(G * 15) >= 1,
    ),
    Case(
        "If a frictionless cart enters a vertical loop of 2 m radius at the bottom with 12 m/s, "
        "it runs through the whole loop in contact with the track.",
        "loop",
        12 / sqrt(5 * G * 2) >= 1,
    ),
    # collision
    Case(
        "A 2 kg trolley rolling at 3 m/s runs into a 1 kg trolley at rest, which moves off at "
        "3.5 m/s.",
        "collision",
        _struck(2, 3, 1, 1) >= 3.5 and _struck(2, 3, 1, 0) <= 3.5,
    ),
    Case(
        "A stationary puck of 0.6 kg is struck head-on by a 0.2 kg puck moving at 5 m/s and "
        "leaves at 4 m/s.",
        "collision",
        _struck(0.2, 5, 0.6, 1) >= 4,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A 1500 kg car at 15 m/s hits the back of a parked 1000 kg car and the two lock together. "
        "The wreck does not start off faster than 8 m/s.",
        "collision",
        _struck(1500, 15, 1000, 0) <= 8,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Two lumps of clay, half a kilo each: one flies at 6 m/s into the other, which is at rest, "
        "they stick, and move on together at 4 m/s or more.",
        "collision",
        _struck(0.5, 6, 0.5, 0) >= 4,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 10 g bullet flying at 400 m/s buries itself in a 2 kg wooden block at rest on smooth "
        "ice, and block and bullet slide off at more than 1.5 m/s.",
        "collision",
        _struck(0.010, 400, 2, 0) > 1.5,
        phrasing=Phrasing.UNITS,
    ),
    # bounce
    Case(
        "A rubber ball with a coefficient of restitution of 0.9, let fall from 2 m, climbs back "
        "to at least 1.5 m after its first bounce.",
        "bounce",
        _rebound(2, 0.9) >= 1.5,
    ),
    Case(
        "Dropped from 100 inches, a tennis ball (restitution 0.7) bounces back up past 45 inches.",
        "bounce",
        _rebound(100 * INCH, 0.7) > 45 * INCH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A ball with e = 0.8 is dropped from 3 m. After the second bounce it does not come up as "
        "high as 50 cm.",
        "bounce",
        _rebound(3, 0.8, 2) < 0.50,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "After three bounces, a superball with restitution 0.85 that was realeased at 1.5 m still "
        "gets up to 80 cm.",
        "bounce",
        _rebound(1.5, 0.85, 3) >= 0.80,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A basketball dropped from 1.8 m comes back up to at least 1.1 m.",
        "bounce",
        None,
        ("restitution", "e", "coefficient", "elasticity", "bounciness"),
        Phrasing.MISSING,
    ),
    # buoyancy
    Case(
        "A solid plastic block with a density of 920 kg/m³ floats in fresh water.",
        "buoyancy",
        920 / 1000 < 1,
    ),
    Case(
        "A solid lump of 5 kg that takes up 4 litres floats in fresh water.",
        "buoyancy",
        5 / 0.004 < 1000,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "An aluminium ingot (2700 kg/m^3) does not float in mercury, whose density is "
        "13600 kg/m^3.",
        "buoyancy",
        2700 / 13600 > 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A log of density 600 kg/m³ drifts in fresh water with no more than three quarters of its "
        "volume submerged.",
        "buoyancy",
        600 / 1000 <= 0.75,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Put into alcohol of 0.79 g/cm³, a lump of wax of 0.90 g/cm³ stays afloat.",
        "buoyancy",
        0.90 / 0.79 < 1,
    ),
    # beam
    Case(
        "A plank bridging a 1.5 m ditch, 20 cm wide and 4 cm thick, bending strength 40 MPa, "
        "carries a 90 kg man standing in the middle.",
        "beam",
        _bend_stress(90 * G, 1.5, 0.20, 0.04) <= 40e6,
    ),
    Case(
        "A glass shelf held at both ends does not break under 40 kg at its centre: span 0.9 m, "
        "width 0.3 m, thickness 6 mm, strength 30 MPa.",
        "beam",
        _bend_stress(40 * G, 0.9, 0.3, 0.006) <= 30e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Flat steel bar, 2 m between supports, 50 mm wide, 10 mm thick, yield strength 250 MPa. "
        "It bears 1.5 kN at mid-span without yielding.",
        "beam",
        _bend_stress(1500, 2, 0.050, 0.010) <= 250e6,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Laid flat across supports 3 m apart, a scaffold board 225 mm wide and 38 mm thick with a "
        "strength of 50 MPa copes with a 100 kg worker at mid-span.",
        "beam",
        _bend_stress(100 * G, 3, 0.225, 0.038) <= 50e6,
    ),
    Case(
        "A shelf 1.2 m long, 25 cm deep and 2 cm thick holds 30 kg of books at its centre.",
        "beam",
        None,
        ("strength", "sigma_y", "material", "yield", "stress"),
        Phrasing.MISSING,
    ),
    # column
    Case(
        "A solid round steel pole (E = 200 GPa), 2 m long and 40 mm in diameter, pinned at both "
        "ends, takes 50 kN of axial load without buckling.",
        "column",
        _euler(200e9, 0.040, 2) >= 50e3,
    ),
    Case(
        "Aluminium rod, solid, E 70 GPa, diameter 12 mm, length 1.5 m, pinned ends, axial load "
        "2 kN: rod stays straight.",
        "column",
        _euler(70e9, 0.012, 1.5) >= 2e3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A round wooden dowel 20 mm in diameter and 0.8 m long, pin-ended, with a modulus of "
        "10 GPa, doesn't buckle when pressed end to end with 500 N.",
        "column",
        _euler(10e9, 0.020, 0.8) >= 500,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A solid steel post of 50 mm diameter (E = 210 GPa) stands 3 m tall, fixed at the foot and "
        "free at the top. A load of 40 kN is placed on top and the post does its job without "
        "buckling.",
        "column",
        _euler(210e9, 0.050, 3, 2) >= 40e3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A round steel strut 1.2 m long, pinned at both ends, takes a 10 kN axial load without "
        "buckling.",
        "column",
        None,
        ("diameter", "d", "thickness", "cross-section", "section"),
        Phrasing.MISSING,
    ),
    # rocket_liftoff
    Case(
        "A 500 kg sounding rocket whose engine pushes with 6 kN gets off the pad.",
        "rocket_liftoff",
        6e3 / (500 * G) > 1,
    ),
    Case(
        "Launch mass 40 t (constant, no propellant loss), thrust 350 kN (constant). Vehicle lifts "
        "off.",
        "rocket_liftoff",
        350e3 / (40e3 * G) > 1,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A model rocket with a constant mass of 0.9 kg and a motor that gives a steady 7 N does "
        "not leave the ground.",
        "rocket_liftoff",
        7 / (0.9 * G) < 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "On the Moon, where g is 1.62 m/s², a lander of four tonnes climbs off the surface on a "
        "steady thrust of 5 kN, its mass staying the same.",
        "rocket_liftoff",
        5e3 / (4000 * 1.62) > 1,
    ),
    Case(
        "A rocket whose engines produce 900 kN takes off vertically from the pad.",
        "rocket_liftoff",
        None,
        ("mass", "weight", "m"),
        Phrasing.MISSING,
    ),
    # delta_v
    Case(
        "A spacecraft with an Isp of 320 s, 1000 kg fully fuelled and 400 kg empty, gains at least "
        "2.5 km/s.",
        "delta_v",
        _dv(320, 1000 / 400) >= 2500,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Ion tug: Isp 3000 s, mass ratio 1.2, required delta-v 8 km/s, met in full.",
        "delta_v",
        _dv(3000, 1.2) >= 8000,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "In free space, a kick stage with a specific impulse of 290 s and a mass ratio of 3 cannot "
        "deliver a speed change of 2.5 km/s.",
        "delta_v",
        _dv(290, 3) < 2500,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "One single stage weighs 120 tonnes loaded and 12 tonnes dry. With a specific impulse of "
        "300 s it delivers the 9.3 km/s of delta-v needed for orbit.",
        "delta_v",
        _dv(300, 120 / 12) >= 9300,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "By burning down from 5 tonnes to 3 tonnes at a specific impulse of 450 s, a probe adds "
        "more than 2 km/s to its speed.",
        "delta_v",
        _dv(450, 5 / 3) > 2000,
    ),
    # atwood
    Case(
        "Two buckets of 8 kg and 5 kg hang from a rope over an ideal pulley. Let go from rest, the "
        "heavier one hoists the lighter one by 2 m in no more than 1.6 s.",
        "atwood",
        _atwood_time(8, 5, 2) <= 1.6,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Over a frictionless pulley, a 4 kg sandbag pulls a 6 kg sandbag upwards from rest.",
        "atwood",
        _atwood(4, 6) > 0,
    ),
    Case(
        "A 10 kg counterweight and a 9 kg load hang from a cord over a light pulley. In the first "
        "2 s after release the load does not rise by 3 m.",
        "atwood",
        _atwood(10, 9) * 2**2 / 2 < 3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Masses of 2.2 kg and 2.0 kg are joined by a string over a massles pulley; once released, "
        "the heavier one drops 1.5 m in under a second.",
        "atwood",
        _atwood_time(2.2, 2.0, 1.5) < 1,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "If a 12 lb weight and a 3 lb weight are hung over a smooth light pulley, the 12 lb weight "
        "goes down with an acceleration above 5 m/s².",
        "atwood",
        _atwood(12 * LB, 3 * LB) > 5,
        phrasing=Phrasing.UNITS,
    ),
    # lever
    Case(
        "Sitting 1.2 m from the pivot, a 35 kg girl balances a 28 kg boy who sits 1.5 m out on the "
        "other side of the seesaw.",
        "lever",
        abs(_moments(35, 1.2, 28, 1.5) - 1) < 0.01,
    ),
    Case(
        "A 25 kg kid two metres from the middle of a seesaw lifts a 70 kg dad who sits one metre "
        "out on the opposite side.",
        "lever",
        _moments(25, 2, 70, 1) > 1,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "A light beam carries 60 N at 0.5 m left of the pivot and 30 N at 1.0 m right of it. It "
        "does not balance.",
        "lever",
        abs(_moments(60, 0.5, 30, 1.0) - 1) > 0.01,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 1500 lb boulder rests on a lever 4 in from the fulcrum. A push of 150 lb at a point "
        "44 in from the fulcrum, on the other side, lifts it.",
        "lever",
        _moments(150, 44 * INCH, 1500, 4 * INCH) > 1,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Plank of negligible weight, pivot in the middle, 12 kg at 0.9 m on the left, 15 kg at "
        "0.9 m on the right. Plank stays level.",
        "lever",
        abs(_moments(12, 0.9, 15, 0.9) - 1) < 0.01,
        phrasing=Phrasing.SPEC,
    ),
    # spring
    Case(
        "The 800 N/m spring of a toy cannon, squeezed by 6 cm, shoots a 50 g ball straight up to "
        "a height of at least 2.5 m.",
        "spring",
        _spring_height(800, 0.06, 0.050) >= 2.5,
    ),
    Case(
        "Spring constant 200 N/m, compression 5 cm, dart mass 20 g, no losses, horizontal shot: "
        "the dart leaves at 8 m/s or faster.",
        "spring",
        _spring_speed(200, 0.05, 0.020) >= 8,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Compressed by 10 cm, a spring of 1.2 kN/m does not throw a 2 kg weight half a metre up.",
        "spring",
        _spring_height(1200, 0.10, 2) < 0.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "An 80 g steel ball, 27 mm across, is launched vertically by a spring of stiffness "
        "150 N/m that was compressed 4 cm, and it gets 1 m high.",
        "spring",
        _spring_height(150, 0.04, 0.080) >= 1,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A spring squeezed by 8 cm fires a 30 g pellet 3 m straight up.",
        "spring",
        None,
        ("stiffness", "spring constant", "k", "rate"),
        Phrasing.MISSING,
    ),
    # terminal
    Case(
        "Under an open canopy with a drag area CdA of 40 m², a parachutist of 90 kg comes down "
        "steadily at no more than 8 m/s.",
        "terminal",
        _terminal(90, 40) <= 8,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Air-dropped parcel, 20 kg, CdA 0.5 m^2, air density 1.2 kg/m^3. Steady falling speed "
        "below 15 m/s.",
        "terminal",
        _terminal(20, 0.5, 1.2) < 15,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "During a long fall through air of sea-level density, a 75 kg jumper with a CdA of 0.7 m² "
        "never gets faster than 120 km/h.",
        "terminal",
        _terminal(75, 0.7) <= _kmh(120),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 5 g hailstone with a CdA of 0.0004 m² that has fallen from a high cloud reaches the "
        "ground at more than 10 m/s.",
        "terminal",
        _terminal(0.005, 0.0004) > 10,
    ),
    Case(
        "Let fall from a tall tower on a calm day, a beach ball weighing one hundred grams, "
        "CdA 0.04 m², falls faster than ten metres per second.",
        "terminal",
        _terminal(0.100, 0.04) > 10,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # torricelli
    Case(
        "Water spurts out of a hole 1.8 m under the surface of an open tank at 5 m/s or more.",
        "torricelli",
        _efflux(1.8) >= 5,
    ),
    Case(
        "From a small opening 20 cm below the water line of an open fish tank holding 200 litres, "
        "the water jets out at over 3 m/s.",
        "torricelli",
        _efflux(0.20) > 3,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A nozzle 70 cm below the water surface of an open barrel points straight up. With no "
        "losses, the jet does not rise 40 cm above the nozzle.",
        "torricelli",
        _efflux(0.70) ** 2 / (2 * G) < 0.40,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "An upright tank with 2 m² of floor area, filled 1 m deep, is drained completely through "
        "a 10 cm² hole in its bottom (Cd 0.6) in under 10 minutes.",
        "torricelli",
        _drain(2, 10e-4, 0.6, 1) <= 600,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A straight-sided bucket of cross-section 0.05 m² with 0.3 m of water in it empties in "
        "less than a minute through a 4 cm² hole in the bottom, discharge coefficient 0.62.",
        "torricelli",
        _drain(0.05, 4e-4, 0.62, 0.3) < 60,
    ),
    # heat
    Case(
        "A 3 kW immersion heater takes 10 litres of water from 15 °C to 40 °C in under eight "
        "minutes, no heat being lost.",
        "heat",
        _warm(10, 40 - 15) / 3000 <= 8 * 60,
    ),
    Case(
        "Heater 1 kW, water 2 kg, start 20 °C, target 95 °C, time allowed 5 min, no losses: "
        "target reached in time.",
        "heat",
        _warm(2, 95 - 20) / 1000 <= 5 * 60,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 600 W hotplate doesn't melt 3 kg of ice, already at 0 °C, within 20 minutes.",
        "heat",
        3 * ICE_L / 600 > 20 * 60,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Half a kilogram of water that is already at 100 °C is boiled away completely in one hour "
        "by a 100 W heating element.",
        "heat",
        0.5 * STEAM_L / 100 <= 3600,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "An electric kettle brings 1.5 litres of water from 18 °C to the boil in four minutes.",
        "heat",
        None,
        ("power", "P", "watt", "heater"),
        Phrasing.MISSING,
    ),
    # optics_ray
    Case(
        "Inside glass of index 1.5, a light ray strikes the face to the air at 50 degrees from the "
        "normal and is totally reflected.",
        "optics_ray",
        _critical(1.5, 1.0) < 50,
    ),
    Case(
        "A diver's torch beam meets the water surface from below at 35° to the normal (n = 1.33) "
        "and undergoes total internal reflection.",
        "optics_ray",
        _critical(1.33, 1.0) < 35,
    ),
    Case(
        "Light that goes from air into diamond (n = 2.42) at an incidence of 70 degrees is not "
        "totally reflected.",
        "optics_ray",
        sin(radians(70)) / 2.42 < 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A laser ray in air hits a pond (n 1.33) at 45 deg from the vertical and continues under "
        "water at less than 35 deg from the vertical.",
        "optics_ray",
        _bent(1.0, 1.33, 45) < 35,
    ),
    Case(
        "Converging lens, focal length 10 cm, candle 30 cm in front of it. The real image is "
        "bigger than the candle.",
        "optics_ray",
        _lens_size(0.10, 0.30) > 1,
        phrasing=Phrasing.SPEC,
    ),
    # domino
    Case(
        "A line of dominoes 48 mm high, set 20 mm apart, goes down completely once the first one "
        "is tipped.",
        "domino",
        20 / 48 < 1,
    ),
    Case(
        "Domino tiles 2 in tall stand 3 in apart, and pushing over the first brings every one of "
        "them down.",
        "domino",
        3 / 2 < 1,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Spaced 4 cm from one another, dominoes 7 cm in height don't all fall when the first is "
        "knocked over.",
        "domino",
        4 / 7 >= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A row of one hundred dominos, each 4 cm tall and 2 cm from the next, gets knocked over to "
        "the very last one by a flick at the first.",
        "domino",
        2 / 4 < 1,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Forty dominoes, all 6 cm tall, are lined up with 10 cm between neighbours. The first is "
        "pushed over and the last one falls too.",
        "domino",
        10 / 6 < 1,
        phrasing=Phrasing.SENTENCES,
    ),
    # jump
    Case(
        "From a standstill, an athlete jumps and raises her centre of mass by 45 cm.",
        "jump",
        0.45 <= 0.7,
    ),
    Case(
        "Without any equipment, a man of 82 kg leaps straight up from standing so that his centre "
        "of mass rises 2 m.",
        "jump",
        2 <= 0.7,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A teenager's standing vertical jump, on Earth and unaided, keeps him in the air for a "
        "second and a half.",
        "jump",
        _air_time_rise(1.5) <= 0.7,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A person jumping straight up from standing, unaided, cannot raise the centre of mass by "
        "5 ft.",
        "jump",
        5 * FT > 0.7,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Leaving the floor upwards at 2.8 m/s, a volleyball player lifts her centre of mass by at "
        "least 60 cm.",
        "jump",
        _leap(2.8) >= 0.60,
        phrasing=Phrasing.BOUNDED,
    ),
    # rolling
    Case(
        "Let go together and rolling without slipping, a solid cylinder reaches the foot "
        "of a slope before a thin-walled pipe does.",
        "rolling",
        _roll_acc(10, 1 / 2) / _roll_acc(10, 1) > 1,
    ),
    Case(
        "On a 12 degree ramp and from the same start, a hollow spherical shell arrives at the "
        "bottom ahead of a solid ball; both roll without slipping.",
        "rolling",
        _roll_acc(12, 2 / 3) / _roll_acc(12, 2 / 5) > 1,
    ),
    Case(
        "A hoop rolls down a plank sloping 35 degrees with a friction coefficient of 0.2 and does "
        "not slip.",
        "rolling",
        _roll_mu(35, 1) <= 0.2,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Starting at rest, a solid ball rolls 5 m down a 10 degree incline without slipping and "
        "gets to the end within 3.5 s.",
        "rolling",
        sqrt(2 * 5 / _roll_acc(10, 2 / 5)) <= 3.5,
    ),
    Case(
        "A solid bowling ball of 6 kg rolls from rest down a ramp without slipping, losing 1 m of "
        "height, and is moving at 4.2 m/s or faster at the bottom.",
        "rolling",
        sqrt(2 * G * 1 / (1 + 2 / 5)) >= 4.2,
        phrasing=Phrasing.IRRELEVANT,
    ),
    # grip
    Case(
        "Two robot fingers press on a 0.8 kg jar with 15 N each (friction coefficient 0.5) and "
        "hold it up.",
        "grip",
        _grip_ratio(0.8, 0.5, 15) >= 1,
    ),
    Case(
        "Two-jaw gripper, 12 N per jaw, mu 0.3, casting 1.2 kg: lifted without slipping.",
        "grip",
        _grip_ratio(1.2, 0.3, 12) >= 1,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Squeezed with 25 N from either side, mu 0.4, a 1.5 kg bottle does not slip out of the "
        "gripper while it is accelerated upwards at 2 m/s².",
        "grip",
        _grip_ratio(1.5, 0.4, 25, 2) >= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A clamp with two pads pressing 30 N each, friction 0.35, keeps hold of a 2 kg part even "
        "if the arm jerks it upward at 1 g.",
        "grip",
        _grip_ratio(2, 0.35, 30, G) >= 1,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A two-finger gripper squeezing with 18 N holds a 1 kg can in the air.",
        "grip",
        None,
        ("friction", "mu", "coefficient"),
        Phrasing.MISSING,
    ),
    # support
    Case(
        "A balloon filled with 20 litres of helium rises in air at sea level; its skin and string "
        "together weigh 12 g.",
        "support",
        _helium_lift(0.020) > 0.012,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A brick let go in mid-air with nothing touching it just stays there at rest.",
        "support",
        False,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "A 4 kg lantern hangs at rest from a ceiling chain that can carry 200 N, and it does not "
        "fall.",
        "support",
        4 * G <= 200,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A quadcopter of 1.5 kg whose four rotors push up with 3 N each hovers at constant height.",
        "support",
        4 * 3 / (1.5 * G) >= 1,
    ),
    Case(
        "A party baloon of 12 cm radius, filled with helium and with a skin of 15 g, goes up when "
        "it is released in ordinary air.",
        "support",
        _helium_lift(_ball(0.12)) > 0.015,
        phrasing=Phrasing.TYPO,
    ),
    # drag_race_power
    Case(
        "A 1.5 kW hoist without losses raises 200 kg by 12 m in 20 s.",
        "drag_race_power",
        _lift_energy(200, 12) / 1500 <= 20,
    ),
    Case(
        "Putting out a steady 250 W, a cyclist gains 400 m of altitude in fifteen minutes. Rider "
        "and bike together are 85 kg.",
        "drag_race_power",
        _lift_energy(85, 400) / 250 <= 15 * 60,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 1200 kg car with a 60 kW engine cannot get from rest to 100 km/h on the level in 5 s.",
        "drag_race_power",
        _kinetic(1200, _kmh(100)) / 60e3 > 5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "600 lb of bricks are hauled 50 ft up by a 2 hp motor, 80 % efficient, in ten seconds.",
        "drag_race_power",
        _lift_energy(600 * LB, 50 * FT) / (0.8 * 2 * HP) <= 10,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A 3 kW winch pulls a load 15 m straight up in half a minute.",
        "drag_race_power",
        None,
        ("mass", "weight", "load", "m"),
        Phrasing.MISSING,
    ),
)
