"""Blind test set L: 160 goals, five for each core family, written without sight of the reader."""

from math import asin, atan, cos, degrees, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
MPH = 0.44704
KMH = 1 / 3.6
FT = 0.3048
IN = 0.0254
LB = 0.45359237


def _fall_time(h: float) -> float:
    return sqrt(2 * h / G)


def _fall_speed(h: float) -> float:
    return sqrt(2 * G * h)


def _height_at(v: float, angle: float, x: float, y0: float = 0.0) -> float:
    th = radians(angle)
    return y0 + x * tan(th) - G * x**2 / (2 * v**2 * cos(th) ** 2)


def _level_range(v: float, angle: float) -> float:
    return v**2 * sin(2 * radians(angle)) / G


def _tan(angle: float) -> float:
    return tan(radians(angle))


def _tilt_limit(width: float, height: float) -> float:
    return degrees(atan(width / height))


def _stagger(n: int, step: float) -> float:
    """Twice the overhang of the mass centre of all boxes above the lowest one."""
    return n * step


def _tip_ratio(base: float, push_height: float) -> float:
    """Friction above which a pushed block tips before it slides."""
    return base / (2 * push_height)


def _flat_max(r: float, mu: float) -> float:
    return sqrt(mu * G * r)


def _bank_max(r: float, angle: float, mu: float) -> float:
    t = _tan(angle)
    return sqrt(r * G * (t + mu) / (1 - mu * t))


def _bank_min(r: float, angle: float, mu: float) -> float:
    t = _tan(angle)
    return sqrt(max(0.0, r * G * (t - mu) / (1 + mu * t)))


def _roll_ratio(track: float, h_cg: float, v: float, r: float, mu: float) -> float:
    """Sideways g's the tyres can raise, over the g's that roll the vehicle."""
    return min(v**2 / (r * G), mu) / (track / (2 * h_cg))


def _stop(v: float, mu: float, delay: float = 0.0) -> float:
    return v * delay + v**2 / (2 * mu * G)


def _period(length: float) -> float:
    return 2 * pi * sqrt(length / G)


def _loop_slide(r: float) -> float:
    return 2.5 * r


def _loop_ball(r: float) -> float:
    return 2.7 * r


def _struck(m1: float, m2: float, v1: float, e: float) -> float:
    return (1 + e) * m1 * v1 / (m1 + m2)


def _rebound(h0: float, e: float, n: int = 1) -> float:
    return h0 * e ** (2 * n)


def _bending(load: float, span: float, width: float, thick: float) -> float:
    """MPa at mid-span of a simply supported board with a load in the middle."""
    return load * G * span / 4 * 6 / (width * thick**2) / 1e6


def _euler(modulus: float, dia: float, length: float, k: float = 1.0) -> float:
    return pi**2 * modulus * (pi * dia**4 / 64) / (k * length) ** 2


def _lift_wait(thrust: float, mass: float, mdot: float) -> float:
    return (mass - thrust / G) / mdot


def _delta_v(isp: float, ratio: float) -> float:
    return isp * G * log(ratio)


def _atwood(m1: float, m2: float) -> float:
    return (m1 - m2) * G / (m1 + m2)


def _spring_height(k: float, x: float, m: float) -> float:
    return k * x**2 / (2 * m * G)


def _spring_speed(k: float, x: float, m: float) -> float:
    return x * sqrt(k / m)


def _terminal(m: float, cda: float, rho: float = 1.225) -> float:
    return sqrt(2 * m * G / (rho * cda))


def _drain(tank: float, hole: float, cd: float, h: float) -> float:
    return tank / (cd * hole) * sqrt(2 * h / G)


def _warm(m: float, rise: float) -> float:
    return m * 4186 * rise


def _critical(n1: float, n2: float) -> float:
    return degrees(asin(n2 / n1)) if n1 > n2 else 90.0


def _refracted(n1: float, n2: float, angle: float) -> float:
    return degrees(asin(n1 / n2 * sin(radians(angle))))


def _lens_size(f: float, d: float) -> float:
    return abs(f / (d - f))


def _roll_acc(angle: float, beta: float) -> float:
    return G * sin(radians(angle)) / (1 + beta)


def _hold(mu: float, squeeze: float, m: float, a: float = 0.0) -> float:
    return 2 * mu * squeeze / (m * (G + a))


P = Phrasing

CASES: tuple[Case, ...] = (
    # free_fall
    Case(
        "Let a brick go from a window sill 12 m up and it hits the pavement no later than "
        "1.8 s afterwards.",
        "free_fall",
        _fall_time(12) <= 1.8,
        (),
        P.BOUNDED,
    ),
    Case(
        "A wrench is dropped from a crane 150 ft up and strikes the ground in 2.4 seconds or less.",
        "free_fall",
        _fall_time(150 * FT) <= 2.4,
        (),
        P.UNITS,
    ),
    Case(
        "Starting at rest, a marble falls 3 m from a balcony. It is not travelling faster than "
        "9 m/s when it meets the ground.",
        "free_fall",
        not _fall_speed(3) > 9,
        (),
        P.NEGATED,
    ),
    Case(
        "Drop test: lead weight, 45 kg, height 31 m, released from rest, no air drag; "
        "impact speed at least 100 km/h",
        "free_fall",
        _fall_speed(31) / KMH >= 100,
        (),
        P.SPEC,
    ),
    Case(
        "A padlock is dropped from the roof of a building and lands within two seconds.",
        "free_fall",
        None,
        ("height", "h", "drop height", "distance"),
        P.MISSING,
    ),
    # projectile
    Case(
        "Kicked from the turf at 18 m/s and 35 degrees above the horizontal, a football passes "
        "over a 3 m fence standing 20 m away.",
        "projectile",
        _height_at(18, 35, 20) > 3,
        (),
        P.PASSIVE,
    ),
    Case(
        "A pebble leaves a ledge horizontally at 6 m/s, five metres above flat ground, and comes "
        "down at least nine metres out.",
        "projectile",
        6 * _fall_time(5) >= 9,
        (),
        P.NUMBER_WORDS,
    ),
    Case(
        "A golf ball hit off the ground at 70 mph and an angle of 20 degrees fails to get over a "
        "40 ft tree that stands 150 ft down the fairway.",
        "projectile",
        not _height_at(70 * MPH, 20, 150 * FT) > 40 * FT,
        (),
        P.NEGATED,
    ),
    Case(
        "A stunt motorcycle leaves a 15 degree ramp at 80 km/h and makes it across a 40 m gap to a "
        "landing ramp of equal height.",
        "projectile",
        _level_range(80 * KMH, 15) >= 40,
        (),
        P.UNITS,
    ),
    Case(
        "A javelin thrown at an angle of 40 degrees carries more than 60 m over level ground.",
        "projectile",
        None,
        ("speed", "v", "launch speed", "velocity"),
        P.MISSING,
    ),
    # incline
    Case(
        "A toolbox rests without moving on a loading ramp pitched at 18 degrees; the coefficient "
        "of static friction is 0.45.",
        "incline",
        _tan(18) / 0.45 <= 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A fridge left on a 60 % grade stays where it is, static friction 0.5",
        "incline",
        0.60 / 0.5 <= 1,
        (),
        P.UNITS,
    ),
    Case(
        "A slab of ice will not slip down a roof inclined at 12 degrees if the static friction "
        "coefficient is 0.1.",
        "incline",
        not _tan(12) / 0.1 > 1,
        (),
        P.NEGATED,
    ),
    Case(
        "A slate is laid on a board tilted by 40 deg. With static friction of 0.7 and kinetic "
        "friction of 0.5, it begins to slide by itself.",
        "incline",
        _tan(40) / 0.7 > 1,
        (),
        P.SENTENCES,
    ),
    Case(
        "Left on a 22 degree slope, a wooden chest stays put.",
        "incline",
        None,
        ("friction", "mu", "mu_s", "static friction"),
        P.MISSING,
    ),
    # stack
    Case(
        "Four identical cartons 40 cm wide are piled up, each one set 8 cm further to the right "
        "than the one beneath, and the pile stays up.",
        "stack",
        _stagger(4, 0.08) / 0.40 < 1,
        (),
        P.PASSIVE,
    ),
    Case(
        "Five equal bricks, 21 cm long, remain standing when every brick overhangs the one below "
        "by 6 cm in the same direction.",
        "stack",
        _stagger(5, 0.06) / 0.21 < 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A tower of six equal 10 inch wide crates, each shifted 1 inch past the one under it in "
        "the same direction, does not fall over.",
        "stack",
        _stagger(6, 1.0) / 10 < 1,
        (),
        P.NEGATED,
    ),
    Case(
        "A uniform block 0.5 m wide and 1.8 m tall stands on a board tilted by 20 degrees without "
        "toppling. The board is rough enough that nothing slides.",
        "stack",
        _tilt_limit(0.5, 1.8) > 20,
        (),
        P.SENTENCES,
    ),
    Case(
        "Two boxes measuring 25 cm per side, the upper one shifted 15 cm sideways on the lower "
        "one, stay stacked for a minute",
        "stack",
        _stagger(2, 0.15) / 0.25 < 1,
        (),
        P.PLAIN,
    ),
    # push_tip
    Case(
        "Shoved at a height of 0.5 m, a 0.8 m wide dresser slides across the floor rather than "
        "tipping (friction coefficient 0.35).",
        "push_tip",
        _tip_ratio(0.8, 0.5) / 0.35 > 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A 2 ft wide cabinet pushed 5 ft above the floor, mu 0.5, slides and stays upright.",
        "push_tip",
        _tip_ratio(2 * FT, 5 * FT) / 0.5 > 1,
        (),
        P.UNITS,
    ),
    Case(
        "Pushing a 45 cm wide bookcase 1.2 m above the floor until it moves does not tip it over; "
        "friction coefficient 0.4.",
        "push_tip",
        not _tip_ratio(0.45, 1.2) / 0.4 < 1,
        (),
        P.NEGATED,
    ),
    Case(
        "A 60 kg crate 0.4 m wide tips over before it slides when someone pushes it 1 m above the "
        "ground. Friction with the ground is 0.6.",
        "push_tip",
        _tip_ratio(0.4, 1.0) / 0.6 < 1,
        (),
        P.SENTENCES,
    ),
    Case(
        "A 0.6 m wide locker (mu 0.3) can be pushed 1.5 m above the floor and still slide instead "
        "of tip.",
        "push_tip",
        _tip_ratio(0.6, 1.5) / 0.3 > 1,
        (),
        P.PLAIN,
    ),
    # truck_bed
    Case(
        "With a static friction coefficient of 0.5, a pallet keeps its place on a lorry that pulls "
        "away at 4 m/s^2.",
        "truck_bed",
        4 / (0.5 * G) <= 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A crate stays where it was loaded while the flatbed truck brakes at 0.7 g; static "
        "friction 0.45.",
        "truck_bed",
        0.7 / 0.45 <= 1,
        (),
        P.UNITS,
    ),
    Case(
        "The washing machine in the back of a van does not slide while the van speeds up evenly "
        "from 0 to 60 km/h in 8 seconds. Static friction is 0.3.",
        "truck_bed",
        not 60 * KMH / 8 / (0.3 * G) > 1,
        (),
        P.NEGATED,
    ),
    Case(
        "A cooler lying loose in a pickup bed (mu 0.4) slides toward the tailgate when the truck "
        "accelerates at 10 ft/s^2.",
        "truck_bed",
        10 * FT / (0.4 * G) > 1,
        (),
        P.UNITS,
    ),
    Case(
        "An unsecured sofa stays in place on the floor of a removal truck that brakes at 3 m/s^2.",
        "truck_bed",
        None,
        ("friction", "mu", "mu_s", "static friction"),
        P.MISSING,
    ),
    # flat_curve
    Case(
        "A delivery van rounds an unbanked bend of 80 m radius at 60 km/h without skiding. "
        "Tyre friction is 0.6.",
        "flat_curve",
        _flat_max(80, 0.6) / KMH >= 60,
        (),
        P.TYPO,
    ),
    Case(
        "At 70 mph a 210 kg motorbike stays on a level curve with a radius of 120 m (mu 0.5).",
        "flat_curve",
        _flat_max(120, 0.5) / MPH >= 70,
        (),
        P.UNITS,
    ),
    Case(
        "On wet asphalt with a friction coefficient of 0.3, a coach does not skid out of a flat "
        "60 m radius corner taken at 45 km/h.",
        "flat_curve",
        _flat_max(60, 0.3) / KMH >= 45,
        (),
        P.NEGATED,
    ),
    Case(
        "Icy road, mu 0.1, flat turn of 100 m radius: a car gets round at 12 m/s",
        "flat_curve",
        _flat_max(100, 0.1) >= 12,
        (),
        P.SPEC,
    ),
    Case(
        "A cyclist takes a flat bend with a radius of 15 m at 8 m/s and does not skid.",
        "flat_curve",
        None,
        ("friction", "mu", "grip", "tyre friction"),
        P.MISSING,
    ),
    # banked_curve
    Case(
        "A race car doing 150 km/h holds a curve banked at 30 degrees; the radius is 200 m and "
        "the friction coefficient 0.4.",
        "banked_curve",
        _bank_max(200, 30, 0.4) / KMH >= 150 and _bank_min(200, 30, 0.4) / KMH <= 150,
        (),
        P.PLAIN,
    ),
    Case(
        "Without any friction at all, a car at 25 m/s keeps its line on a 90 m radius curve "
        "banked 15 degrees.",
        "banked_curve",
        _bank_max(90, 15, 0) >= 25 and _bank_min(90, 15, 0) <= 25,
        (),
        P.PLAIN,
    ),
    Case(
        "At 5 m/s a car does not slide down an icy curve banked at 25 degrees, radius 70 m, "
        "friction coefficient 0.1.",
        "banked_curve",
        _bank_min(70, 25, 0.1) <= 5,
        (),
        P.NEGATED,
    ),
    Case(
        "Banked curve: 12 deg, radius 400 ft, mu 0.3, speed 50 mph. Requirement: the car slides "
        "neither up nor down the bank.",
        "banked_curve",
        _bank_max(400 * FT, 12, 0.3) / MPH >= 50 and _bank_min(400 * FT, 12, 0.3) / MPH <= 50,
        (),
        P.SPEC,
    ),
    Case(
        "Driven at 130 km/h, a lorry skids outward on a bend of 150 m radius that is banked by "
        "10 degrees, where mu is 0.35.",
        "banked_curve",
        _bank_max(150, 10, 0.35) / KMH < 130,
        (),
        P.PASSIVE,
    ),
    # rollover
    Case(
        "A sports car (track width 1.5 m, centre of gravity 0.45 m high, mu 0.9) takes a 30 m "
        "radius corner at 60 km/h without rolling over.",
        "rollover",
        _roll_ratio(1.5, 0.45, 60 * KMH, 30, 0.9) <= 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A double-decker bus with a track of 2.1 m, its CG 1.9 m above the road and mu 0.8, rounds "
        "a 40 m radius bend at 18 m/s and stays upright.",
        "rollover",
        _roll_ratio(2.1, 1.9, 18, 40, 0.8) <= 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A forklift with a track width of 1.0 m and its center of gravity at 1.1 m does not roll "
        "over when it turns on a 3 m radius at 4 m/s. Tire friction is 0.7.",
        "rollover",
        _roll_ratio(1.0, 1.1, 4, 3, 0.7) <= 1,
        (),
        P.NEGATED,
    ),
    Case(
        "Tall van, track 5 ft, CG height 3.5 ft, mu 0.9: it rolls over in a 100 ft radius turn at "
        "35 mph",
        "rollover",
        _roll_ratio(5 * FT, 3.5 * FT, 35 * MPH, 100 * FT, 0.9) > 1,
        (),
        P.UNITS,
    ),
    Case(
        "On a slippery road with mu 0.4 a truck (track 2.4 m, centre of gravity 2 m) rolls over in "
        "a flat 50 m radius bend taken at 80 km/h.",
        "rollover",
        _roll_ratio(2.4, 2.0, 80 * KMH, 50, 0.4) > 1,
        (),
        P.NEAR_MISS,
    ),
    # braking
    Case(
        "From 50 km/h a hatchback comes to a halt in no more than 20 m; friction 0.7, and the "
        "driver reacts instantly.",
        "braking",
        _stop(50 * KMH, 0.7) <= 20,
        (),
        P.BOUNDED,
    ),
    Case(
        "With its wheels locked at 60 mph on a level road with mu 0.5, the pickup needs fewer than "
        "150 ft to stop.",
        "braking",
        _stop(60 * MPH, 0.5) / FT < 150,
        (),
        P.UNITS,
    ),
    Case(
        "With a reaction time of 1.5 s and a friction coefficient of 0.6, a driver doing 25 m/s "
        "brakes and does not hit a deer standing 80 m ahead.",
        "braking",
        _stop(25, 0.6, 1.5) <= 80,
        (),
        P.NEGATED,
    ),
    Case(
        "A tram brakes from 36 km/h to rest within 40 m, friction 0.2, no reaction delay. It has "
        "64 seats.",
        "braking",
        _stop(36 * KMH, 0.2) <= 40,
        (),
        P.IRRELEVANT,
    ),
    Case(
        "A bus going 40 km/h brakes and stops inside 15 metres.",
        "braking",
        None,
        ("friction", "mu", "grip", "deceleration"),
        P.MISSING,
    ),
    # pendulum
    Case(
        "A pendulum 2.5 m long takes more than three seconds for one complete small swing, there "
        "and back.",
        "pendulum",
        _period(2.5) > 3,
        (),
        P.NUMBER_WORDS,
    ),
    Case(
        "A bob on a 40 cm string makes twenty full small swings in under 20 s.",
        "pendulum",
        20 * _period(0.40) < 20,
        (),
        P.NUMBER_WORDS,
    ),
    Case(
        "Let go from rest 15 cm above its lowest point, a pendulum bob does not rise to 25 cm on "
        "the other side.",
        "pendulum",
        not 0.15 >= 0.25,
        (),
        P.NEGATED,
    ),
    Case(
        "A pendulum is released at rest 0.2 m above its lowest point and passes through that "
        "lowest point at 3 m/s or more.",
        "pendulum",
        _fall_speed(0.2) >= 3,
        (),
        P.PASSIVE,
    ),
    Case(
        "For small swings, a pendulum 39 inches long has a period between 1.9 s and 2.1 s.",
        "pendulum",
        _period(39 * IN) >= 1.9 and _period(39 * IN) <= 2.1,
        (),
        P.RANGE,
    ),
    # loop
    Case(
        "A frictionless sled that starts from rest at a height of 12 m gets round a loop of 4 m "
        "radius without leaving the track.",
        "loop",
        _loop_slide(4) <= 12,
        (),
        P.PLAIN,
    ),
    Case(
        "Released from rest 1.8 m above the bottom of the loop, a small block sliding without "
        "friction completes a loop 1.6 m in diameter.",
        "loop",
        _loop_slide(0.8) <= 1.8,
        (),
        P.PLAIN,
    ),
    Case(
        "A solid ball that rolls without slipping from rest at a height of 51 cm does not come off "
        "a loop track with a radius of 20 cm.",
        "loop",
        _loop_ball(0.20) <= 0.51,
        (),
        P.NEGATED,
    ),
    Case(
        "Entering a loop of 1.5 m radius at the bottom with 10 m/s, a frictionless cart goes all "
        "the way round in contact with the track.",
        "loop",
        sqrt(5 * G * 1.5) <= 10,
        (),
        P.PLAIN,
    ),
    Case(
        "A toy car with nothing holding it to the track does a loop of 60 cm radius. At the very "
        "top it moves at 1.5 m/s and still stays on the track.",
        "loop",
        sqrt(G * 0.60) <= 1.5,
        (),
        P.SENTENCES,
    ),
    # collision
    Case(
        "A 2 kg trolley at 3 m/s runs into a 4 kg trolley at rest; they stick together and move "
        "off slower than 1.2 m/s.",
        "collision",
        _struck(2, 4, 3, 0) < 1.2,
        (),
        P.PLAIN,
    ),
    Case(
        "A 0.5 kg puck at 4 m/s hits a resting 1.5 kg puck head-on, and the heavier puck leaves at "
        "3 m/s.",
        "collision",
        _struck(0.5, 1.5, 4, 1) >= 3,
        (),
        P.PLAIN,
    ),
    Case(
        "A 100 g ball moving at 6 m/s hits a stationary 400 g ball head-on. The heavy ball does "
        "not leave faster than 3 m/s.",
        "collision",
        not _struck(0.1, 0.4, 6, 1) > 3,
        (),
        P.NEGATED,
    ),
    Case(
        "Elastic head-on collision: 3 kg cart at 5 m/s into 1 kg cart at rest; the light cart "
        "leaves at 7 m/s or more",
        "collision",
        _struck(3, 1, 5, 1) >= 7,
        (),
        P.SPEC,
    ),
    Case(
        "A 70 kg skater gliding at 4 m/s grabs a 50 kg friend who is standing still on the ice, "
        "and the two glide on together at over 3 m/s.",
        "collision",
        _struck(70, 50, 4, 0) > 3,
        (),
        P.COLLOQUIAL,
    ),
    # bounce
    Case(
        "A ball with a coefficient of restitution of 0.9 is dropped from 2 m. Its first bounce "
        "comes up to 1.5 m or higher.",
        "bounce",
        _rebound(2, 0.9) >= 1.5,
        (),
        P.SENTENCES,
    ),
    Case(
        "Dropped from 6 ft, a tennis ball (e = 0.7) rebounds to at least 4 ft.",
        "bounce",
        _rebound(6, 0.7) >= 4,
        (),
        P.UNITS,
    ),
    Case(
        "A golf ball with e = 0.8 dropped from 1.5 m does not get higher than 0.5 m on its third "
        "bounce.",
        "bounce",
        not _rebound(1.5, 0.8, 3) > 0.5,
        (),
        P.NEGATED,
    ),
    Case(
        "Dropped from rest 80 cm above a table, an ordinary rubber ball bounces back up to 1 m.",
        "bounce",
        _rebound(0.80, 1) >= 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A basketball dropped from 1.8 m rebounds to at least 1.2 m.",
        "bounce",
        None,
        ("restitution", "e", "bounciness", "coefficient of restitution"),
        P.MISSING,
    ),
    # buoyancy
    Case(
        "A solid block with a density of 920 kg/m^3 floats in sea water of 1025 kg/m^3.",
        "buoyancy",
        920 / 1025 < 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A solid 3 kg lump with a volume of 2 litres floats in fresh water.",
        "buoyancy",
        3 / 0.002 / 1000 < 1,
        (),
        P.UNITS,
    ),
    Case(
        "A sealed box with a volume of 30 litres and a mass of 36 kg won't sink in fresh water "
        "(1000 kg/m³).",
        "buoyancy",
        not 36 / 0.030 / 1000 > 1,
        (),
        P.NEGATED,
    ),
    Case(
        "A plank of density 600 kg/m3 floats in water (1000 kg/m3) with less than half of its "
        "volume below the surface.",
        "buoyancy",
        600 / 1000 < 0.5,
        (),
        P.BOUNDED,
    ),
    Case(
        "A solid iron ball of 7870 kg/m^3 floats on mercury, whose density is 13600 kg/m^3",
        "buoyancy",
        7870 / 13600 < 1,
        (),
        P.PLAIN,
    ),
    # beam
    Case(
        "An oak plank lies across two supports 1.2 m apart. It is 20 cm wide and 30 mm thick, its "
        "strength is 50 MPa, and it holds 80 kg at mid-span.",
        "beam",
        _bending(80, 1.2, 0.20, 0.030) <= 50,
        (),
        P.SENTENCES,
    ),
    Case(
        "Shelf, supported at both ends: span 1 m, width 0.3 m, thickness 5 mm, strength 30 MPa; "
        "holds 60 kg in the middle",
        "beam",
        _bending(60, 1, 0.3, 0.005) <= 30,
        (),
        P.SPEC,
    ),
    Case(
        "A board spanning 6 ft between its supports, 8 in wide and half an inch thick, does not "
        "break under a 200 lb person standing in the middle. The wood has a strength of 35 MPa.",
        "beam",
        _bending(200 * LB, 6 * FT, 8 * IN, 0.5 * IN) <= 35,
        (),
        P.NEGATED,
    ),
    Case(
        "A flat steel strip 40 mm wide and 4 mm thick, supported at two points 0.5 m apart, "
        "yields when 50 kg is hung from its centre; yield strength 250 MPa.",
        "beam",
        _bending(50, 0.5, 0.040, 0.004) > 250,
        (),
        P.PASSIVE,
    ),
    Case(
        "A wooden shelf 90 cm long and 25 cm wide with a strength of 40 MPa holds 30 kg at "
        "mid-span.",
        "beam",
        None,
        ("thickness", "t", "depth", "thick"),
        P.MISSING,
    ),
    # column
    Case(
        "A steel bar pinned at both ends, 1.5 m long and 30 mm in diameter (E 200 GPa), carries an "
        "axial load of 20 kN without buckling.",
        "column",
        _euler(200e9, 0.030, 1.5) / 1e3 >= 20,
        (),
        P.PLAIN,
    ),
    Case(
        "A pinned aluminum rod, 10 mm diameter, 80 cm long, E = 70 GPa, carries 2 kN in "
        "compression",
        "column",
        _euler(70e9, 0.010, 0.80) / 1e3 >= 2,
        (),
        P.SPEC,
    ),
    Case(
        "A round timber post 2 m tall and 60 mm in diameter, hinged at both ends, does not buckle "
        "under a mass of 1500 kg. Young's modulus is 11 GPa.",
        "column",
        _euler(11e9, 0.060, 2) / G >= 1500,
        (),
        P.NEGATED,
    ),
    Case(
        "Fixed at the base and free at the top (K = 2), a 1 m steel rod 16 mm in diameter with "
        "E = 200 GPa supports a vertical load of 3 kN.",
        "column",
        _euler(200e9, 0.016, 1, 2) / 1e3 >= 3,
        (),
        P.PLAIN,
    ),
    Case(
        "A pinned steel rod 15 mm in diameter carries 4 kN of compression without buckling.",
        "column",
        None,
        ("length", "L", "height", "long"),
        P.MISSING,
    ),
    # rocket_liftoff
    Case(
        "A model rocket with a mass of 900 g and a thrust of 15 N lifts off.",
        "rocket_liftoff",
        15 / (0.9 * G) > 1,
        (),
        P.UNITS,
    ),
    Case(
        "A booster of 30 tonnes stands on the pad. Its engines give a constant 270 kN, its mass "
        "does not change, and it lifts off.",
        "rocket_liftoff",
        270e3 / (30e3 * G) > 1,
        (),
        P.SENTENCES,
    ),
    Case(
        "A sounding rocket with a mass of 2200 lb cannot lift off on 12 kN of thrust.",
        "rocket_liftoff",
        not 12e3 / (2200 * LB * G) > 1,
        (),
        P.NEGATED,
    ),
    Case(
        "A 1000 kg rocket has a constant thrust of 9.3 kN and burns 10 kg of propellant per second "
        "for 20 s. It lifts off within 10 s of ignition.",
        "rocket_liftoff",
        _lift_wait(9300, 1000, 10) <= 10,
        (),
        P.BOUNDED,
    ),
    Case(
        "A rocket with a mass of 5 tonnes lifts off when its engine fires.",
        "rocket_liftoff",
        None,
        ("thrust", "T", "force", "engine thrust"),
        P.MISSING,
    ),
    # delta_v
    Case(
        "Stage: Isp 320 s, 12 t fuelled, 4 t empty. Gains more than 3 km/s.",
        "delta_v",
        _delta_v(320, 12 / 4) > 3000,
        (),
        P.SPEC,
    ),
    Case(
        "A space probe has a total mass of 500 kg, 100 kg of which is propellant, and an Isp of "
        "220 s; burning all of it gives a delta-v of at least 800 m/s.",
        "delta_v",
        _delta_v(220, 500 / 400) >= 800,
        (),
        P.BOUNDED,
    ),
    Case(
        "An upper stage with a specific impulse of 450 s and a mass ratio of 4 fails to gain "
        "7 km/s.",
        "delta_v",
        not _delta_v(450, 4) >= 7000,
        (),
        P.NEGATED,
    ),
    Case(
        "A kick stage with a specific impulse of 290 s burns from 3 tonnes down to 1 tonne and "
        "delivers a delta-v of 3.5 km/s or more.",
        "delta_v",
        _delta_v(290, 3 / 1) >= 3500,
        (),
        P.UNITS,
    ),
    Case(
        "A single stage with an Isp of four hundred seconds and a mass ratio of nine gains eight "
        "kilometres per second.",
        "delta_v",
        _delta_v(400, 9) >= 8000,
        (),
        P.NUMBER_WORDS,
    ),
    # atwood
    Case(
        "Masses of 6 kg and 4 kg hang over a frictionles pulley. From rest, the heavier one drops "
        "2 m in less than 1.6 s.",
        "atwood",
        sqrt(2 * 2 / _atwood(6, 4)) < 1.6,
        (),
        P.TYPO,
    ),
    Case(
        "From rest, a 5 lb counterweight lifts an 8 lb bucket over an ideal pulley.",
        "atwood",
        _atwood(5, 8) > 0,
        (),
        P.UNITS,
    ),
    Case(
        "Weights of 10 kg and 9 kg joined by a cord over a light frictionless pulley do not "
        "accelerate faster than 1 m/s^2.",
        "atwood",
        not _atwood(10, 9) > 1,
        (),
        P.NEGATED,
    ),
    Case(
        "Over a pulley without friction, a 2 kg mass pulls a 1.5 kg mass up by 3 m in one second "
        "or less, both starting at rest.",
        "atwood",
        sqrt(2 * 3 / _atwood(2, 1.5)) <= 1,
        (),
        P.BOUNDED,
    ),
    Case(
        "Two sacks, 20 kg and 12 kg, are tied to the ends of a rope over an ideal pulley and let "
        "go; once they have moved 1.5 m their speed is 3.5 m/s or higher.",
        "atwood",
        sqrt(2 * _atwood(20, 12) * 1.5) >= 3.5,
        (),
        P.PASSIVE,
    ),
    # lever
    Case(
        "A 25 kg girl sitting 2 m from the pivot of a seesaw balances her 40 kg brother, who sits "
        "1.25 m from it on the other side.",
        "lever",
        abs(25 * 2 - 40 * 1.25) / 50 <= 0.03,
        (),
        P.PLAIN,
    ),
    Case(
        "Pushing down with 300 N at 1.2 m from the fulcrum, a worker raises a 120 kg stone that "
        "rests on the lever 0.4 m beyond the fulcrum.",
        "lever",
        300 * 1.2 / (120 * G * 0.4) > 1,
        (),
        P.PLAIN,
    ),
    Case(
        "An 11 kg bag hung 50 cm to the left of the pivot of a light beam does not lift a 7 kg bag "
        "hung 90 cm to the right of it.",
        "lever",
        not 11 * 0.50 / (7 * 0.90) > 1,
        (),
        P.NEGATED,
    ),
    Case(
        "On a seesaw a 90 lb kid 6 ft from the middle lifts his 180 lb dad, who sits 4 ft from the "
        "middle on the opposite side.",
        "lever",
        90 * 6 / (180 * 4) > 1,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "A 70 kg man standing 3 m from the pivot lifts a 100 kg load placed 1.8 m from the pivot "
        "on the other arm of a light plank.",
        "lever",
        70 * 3 / (100 * 1.8) > 1,
        (),
        P.PLAIN,
    ),
    # spring
    Case(
        "A spring of 800 N/m compresed by 12 cm shoots a 200 g ball straight up to a height of "
        "2.5 m.",
        "spring",
        _spring_height(800, 0.12, 0.200) >= 2.5,
        (),
        P.TYPO,
    ),
    Case(
        "Toy launcher, horizontal, no friction: spring 300 N/m, compression 5 cm, dart 30 g. The "
        "dart leaves at 8 m/s or faster.",
        "spring",
        _spring_speed(300, 0.05, 0.030) >= 8,
        (),
        P.SPEC,
    ),
    Case(
        "A 50 g pebble launched straight up by a 1000 N/m spring compressed 4 cm does not reach a "
        "height of 3 m.",
        "spring",
        not _spring_height(1000, 0.04, 0.050) >= 3,
        (),
        P.NEGATED,
    ),
    Case(
        "Compressed by 2 inches, a spring with a stiffness of 400 N/m throws a 0.1 lb ball upward "
        "to a height of more than 5 ft.",
        "spring",
        _spring_height(400, 2 * IN, 0.1 * LB) / FT > 5,
        (),
        P.UNITS,
    ),
    Case(
        "A compressed spring with a stiffness of 600 N/m throws a 0.15 kg ball up to 3 m.",
        "spring",
        None,
        ("compression", "x", "displacement", "how far compressed"),
        P.MISSING,
    ),
    # terminal
    Case(
        "A 90 kg skydiver with a drag area (CdA) of 0.8 m^2 never falls faster than 55 m/s in air "
        "of 1.2 kg/m^3.",
        "terminal",
        _terminal(90, 0.8, 1.2) <= 55,
        (),
        P.BOUNDED,
    ),
    Case(
        "Under an open parachute with a CdA of 30 m^2, a jumper of 100 kg in total comes down at a "
        "steady speed below 5 m/s at sea level.",
        "terminal",
        _terminal(100, 30) < 5,
        (),
        P.PLAIN,
    ),
    Case(
        "A 60 kg skydiver, CdA 0.6 m2, air density 1.225 kg/m3, does not exceed 150 mph.",
        "terminal",
        not _terminal(60, 0.6) / MPH > 150,
        (),
        P.NEGATED,
    ),
    Case(
        "A 150 g ball with a drag area CdA of 0.002 m^2, dropped from a high-flying balloon into "
        "air of 1.2 kg/m^3, reaches 60 m/s.",
        "terminal",
        _terminal(0.150, 0.002, 1.2) >= 60,
        (),
        P.UNITS,
    ),
    Case(
        "Head down with a CdA of 0.25 m^2, an 85 kg skydiver gets faster than 240 km/h near sea "
        "level.",
        "terminal",
        _terminal(85, 0.25) / KMH > 240,
        (),
        P.UNITS,
    ),
    # torricelli
    Case(
        "Water squirts out of a hole 1.8 m below the surface of an open 900 litre tank "
        "faster than 5 m/s.",
        "torricelli",
        _fall_speed(1.8) > 5,
        (),
        P.IRRELEVANT,
    ),
    Case(
        "From a hole 60 cm below the water level of an open drum, a jet aimed straight up rises "
        "1 m above the hole with no pump.",
        "torricelli",
        0.60 >= 1,
        (),
        P.PLAIN,
    ),
    Case(
        "The water leaking from a hole 3 ft below the surface in an open barrel does not come out "
        "faster than 3 m/s.",
        "torricelli",
        not _fall_speed(3 * FT) > 3,
        (),
        P.NEGATED,
    ),
    Case(
        "A tank with a cross-section of 0.5 m² and water 1 m deep drains completely through a "
        "10 cm² hole in its bottom within 5 minutes; discharge coefficient 0.6.",
        "torricelli",
        _drain(0.5, 10e-4, 0.6, 1) / 60 <= 5,
        (),
        P.UNITS,
    ),
    Case(
        "An upright open cylinder, cross-section 0.2 m^2, filled 0.8 m deep with water, empties "
        "through an 8 cm^2 hole in the bottom (Cd 0.62) in less than 200 s.",
        "torricelli",
        _drain(0.2, 8e-4, 0.62, 0.8) < 200,
        (),
        P.BOUNDED,
    ),
    # heat
    Case(
        "Without losses, a 1.5 kW immersion heater takes 2 litres of water from 15 °C to 60 °C in "
        "five minutes.",
        "heat",
        _warm(2, 45) / 1500 / 60 <= 5,
        (),
        P.NUMBER_WORDS,
    ),
    Case(
        "One kilogram of ice at 0 °C is completly melted by a 300 W heater in 10 minutes.",
        "heat",
        1 * 334e3 / 300 / 60 <= 10,
        (),
        P.TYPO,
    ),
    Case(
        "A 1 kW hob with an efficiency of 60 % does not bring 1.5 kg of water from 20 C to 100 C "
        "in 10 min.",
        "heat",
        not _warm(1.5, 80) / (0.6 * 1000) / 60 <= 10,
        (),
        P.NEGATED,
    ),
    Case(
        "A 2.2 kW boiler turns 1 kg of water that is already at 100 °C entirely into steam in "
        "under 12 minutes",
        "heat",
        1 * 2.26e6 / 2200 / 60 < 12,
        (),
        P.BOUNDED,
    ),
    Case(
        "An electric cooker heats 3 kg of water from 5 °C to 75 °C in eight minutes.",
        "heat",
        None,
        ("power", "P", "watts", "heating power", "wattage"),
        P.MISSING,
    ),
    # optics_ray
    Case(
        "Inside glass of refractive index 1.5, a beam that meets the boundary with air at 50 "
        "degrees to the normal is totally reflected.",
        "optics_ray",
        _critical(1.5, 1) < 50,
        (),
        P.PASSIVE,
    ),
    Case(
        "Light under water (n = 1.33) strikes the surface to the air at 40 deg from the normal and "
        "undergoes total internal reflection.",
        "optics_ray",
        _critical(1.33, 1) < 40,
        (),
        P.PLAIN,
    ),
    Case(
        "A ray going from air into diamond (index 2.42) at an angle of incidence of 70 degrees is "
        "not totally reflected.",
        "optics_ray",
        not _critical(1, 2.42) < 70,
        (),
        P.NEGATED,
    ),
    Case(
        "A laser beam passes from air into glass (n 1.5) at 45 degrees from the normal, and its "
        "angle inside the glass is somewhere between 25 and 35 degrees.",
        "optics_ray",
        _refracted(1, 1.5, 45) >= 25 and _refracted(1, 1.5, 45) <= 35,
        (),
        P.RANGE,
    ),
    Case(
        "A converging lens with a focal length of 10 cm forms an image of a candle 30 cm in front "
        "of it that is larger than the candle.",
        "optics_ray",
        _lens_size(0.10, 0.30) > 1,
        (),
        P.PLAIN,
    ),
    # domino
    Case(
        "Thirty dominos, each 4.8 cm tall, stand in a row 2 cm apart. The frist is tipped and the "
        "whole row goes down.",
        "domino",
        2 / 4.8 < 1,
        (),
        P.TYPO,
    ),
    Case(
        "Standing 9 cm apart, a row of 6 cm tall dominoes all fall after one push on the first.",
        "domino",
        9 / 6 < 1,
        (),
        P.PLAIN,
    ),
    Case(
        "If dominoes 2 inches tall are placed 3 inches from one another, one push does not "
        "topple all of them.",
        "domino",
        not 3 / 2 < 1,
        (),
        P.NEGATED,
    ),
    Case(
        "A line of dominoes 10 cm tall and spaced 12 cm apart falls from end to end if the first "
        "one is nudged over.",
        "domino",
        12 / 10 < 1,
        (),
        P.PLAIN,
    ),
    Case(
        "Forty giant dominoes, 20 cm tall and painted in 5 colours, are lined up 8 cm apart; when "
        "the first is pushed, the last one falls too.",
        "domino",
        8 / 20 < 1,
        (),
        P.IRRELEVANT,
    ),
    # jump
    Case(
        "A teenager jumps straight up and raises her centre of mass by 30 cm.",
        "jump",
        0.30 <= 0.7,
        (),
        P.PLAIN,
    ),
    Case(
        "With no equipment, a woman standing on level ground jumps so high that her center of mass "
        "goes up 2 m.",
        "jump",
        2 <= 0.7,
        (),
        P.PLAIN,
    ),
    Case(
        "An unaided athlete jumping from a standstill is unable to raise his centre of mass by "
        "5 ft.",
        "jump",
        not 5 * FT <= 0.7,
        (),
        P.NEGATED,
    ),
    Case(
        "Leaving the ground straight up at 2.5 m/s, a jumper raises his centre of mass by at least "
        "0.5 m.",
        "jump",
        2.5**2 / (2 * G) >= 0.5,
        (),
        P.BOUNDED,
    ),
    Case(
        "A volleyball player takes off vertically at 3.2 m/s and her centre of mass rises by "
        "between 45 and 60 cm.",
        "jump",
        3.2**2 / (2 * G) >= 0.45 and 3.2**2 / (2 * G) <= 0.60,
        (),
        P.RANGE,
    ),
    # rolling
    Case(
        "Released side by side on the same slope and rolling without slipping, a solid cylinder "
        "gets to the bottom before a thin-walled pipe.",
        "rolling",
        _roll_acc(20, 0.5) / _roll_acc(20, 1) > 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A hollow spherical shell beats a solid ball down the same ramp (no slip, released "
        "together).",
        "rolling",
        _roll_acc(20, 2 / 3) / _roll_acc(20, 0.4) > 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A 2 kg hoop rolling down a 20 degree incline without slipping does not accelerate at more "
        "than 2 m/s^2.",
        "rolling",
        not _roll_acc(20, 1) > 2,
        (),
        P.NEGATED,
    ),
    Case(
        "From rest, a solid ball rolls without slipping down a ramp 4 m long inclined at 30 "
        "degrees in under 1.2 s.",
        "rolling",
        sqrt(2 * 4 / _roll_acc(30, 0.4)) < 1.2,
        (),
        P.BOUNDED,
    ),
    Case(
        "With a friction coefficient of 0.15, a solid cylinder rolls down a 35 degree ramp without "
        "slipping.",
        "rolling",
        _tan(35) * (0.5 / 1.5) <= 0.15,
        (),
        P.PLAIN,
    ),
    # grip
    Case(
        "A gripper whose two fingers each press with 25 N, friction 0.5, holds a 2 kg bottle in "
        "the air.",
        "grip",
        _hold(0.5, 25, 2) >= 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A two-finger robot hand squeezing with 12 N (mu 0.4) lifts a 1.2 kg can.",
        "grip",
        _hold(0.4, 12, 1.2) >= 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A 500 g part does not slip out of a two-jaw gripper that squeezes with 8 N per jaw, "
        "mu 0.6, while it is accelerated upward at 4 m/s^2.",
        "grip",
        _hold(0.6, 8, 0.5, 4) >= 1,
        (),
        P.NEGATED,
    ),
    Case(
        "Gripper with two jaws: 30 N per jaw, mu 0.3, load 1.5 kg, upward acceleration 5 m/s². "
        "Required: load is held without slipping.",
        "grip",
        _hold(0.3, 30, 1.5, 5) >= 1,
        (),
        P.SPEC,
    ),
    Case(
        "A gripper squeezing with 40 N lifts a 3 kg casting.",
        "grip",
        None,
        ("friction", "mu", "coefficient of friction"),
        P.MISSING,
    ),
    # support
    Case(
        "A balloon holding 2 m^3 of helium (0.18 kg/m^3) with 1.5 kg of skin and load rises in air "
        "of 1.2 kg/m^3.",
        "support",
        2 * 1.2 / (2 * 0.18 + 1.5) > 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A brick hovers at rest in the middle of a room on Earth with nothing holding it up.",
        "support",
        False,
        (),
        P.CONTRADICTION,
    ),
    Case(
        "A lantern hanging from a strong chain does not fall.",
        "support",
        True,
        (),
        P.NEGATED,
    ),
    Case(
        "A drone with a mass of 1.4 kg hovers while its rotors give a total thrust of 11 N.",
        "support",
        11 / (1.4 * G) >= 1,
        (),
        P.PLAIN,
    ),
    Case(
        "A ballon with 5 litres of carbon dioxide (1.84 kg/m^3) in a 3 g skin rises in air of "
        "1.2 kg/m^3.",
        "support",
        0.005 * 1.2 / (0.005 * 1.84 + 0.003) > 1,
        (),
        P.TYPO,
    ),
    # drag_race_power
    Case(
        "If a 3 kW hoist has an efficiency of 80 %, it lifts 400 kg by 8 m within 15 s.",
        "drag_race_power",
        400 * G * 8 / (0.8 * 3000) <= 15,
        (),
        P.PLAIN,
    ),
    Case(
        "A 1200 kg car whose engine delivers at most 60 kW goes from a standstill to 100 km/h in "
        "no more than 4 s.",
        "drag_race_power",
        0.5 * 1200 * (100 * KMH) ** 2 / 60e3 <= 4,
        (),
        P.BOUNDED,
    ),
    Case(
        "A 100 W motor cannot lift a 50 kg load by 6 m in twenty seconds.",
        "drag_race_power",
        not 50 * G * 6 / 100 <= 20,
        (),
        P.NEGATED,
    ),
    Case(
        "A winch putting out 250 W raises 70 kg by 300 ft in 3 minutes.",
        "drag_race_power",
        70 * G * 300 * FT / 250 / 60 <= 3,
        (),
        P.UNITS,
    ),
    Case(
        "An electric hoist lifts a 600 kg load by 20 m in 10 s.",
        "drag_race_power",
        None,
        ("power", "P", "watts", "motor power"),
        P.MISSING,
    ),
)
