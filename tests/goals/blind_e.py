"""Blind set E: 128 goals by an author who has not seen the reader, four per core family.

Truths are computed here with g = 9.81 m/s^2 from the numbers in each text.
"""

from math import asin, atan, cos, degrees, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
FT = 0.3048
INCH = 0.0254
LB = 0.45359237
MPH = 0.44704
KMH = 1 / 3.6


def _fall_time(h: float) -> float:
    return sqrt(2 * h / G)


def _fall_speed(h: float) -> float:
    return sqrt(2 * G * h)


def _height_at(x: float, v: float, deg: float, y0: float = 0.0) -> float:
    th = radians(deg)
    return y0 + x * tan(th) - G * x**2 / (2 * v**2 * cos(th) ** 2)


def _range(v: float, deg: float = 45.0) -> float:
    return v**2 * sin(2 * radians(deg)) / G


def _tan(deg: float) -> float:
    return tan(radians(deg))


def _stack_shift(n: int, offset: float) -> float:
    """How far the centre of mass of all boxes above the lowest lies from its middle."""
    return offset * n / 2


def _tilt_limit(w: float, h_com: float) -> float:
    return degrees(atan(w / 2 / h_com))


def _tip_ratio(b: float, height: float) -> float:
    """The friction coefficient above which a pushed block tips rather than slides."""
    return b / (2 * height)


def _curve_speed(mu: float, r: float) -> float:
    return sqrt(mu * G * r)


def _bank_max(r: float, deg: float, mu: float) -> float:
    t = _tan(deg)
    return sqrt(r * G * (t + mu) / (1 - mu * t))


def _bank_min(r: float, deg: float, mu: float) -> float:
    t = _tan(deg)
    return sqrt(max(0.0, r * G * (t - mu) / (1 + mu * t)))


def _lateral(v: float, r: float, mu: float) -> float:
    return min(v**2 / (r * G), mu)


def _ssf(track: float, h: float) -> float:
    return track / (2 * h)


def _stop(v: float, mu: float, t_r: float = 0.0) -> float:
    return v * t_r + v**2 / (2 * mu * G)


def _period(length: float) -> float:
    return 2 * pi * sqrt(length / G)


def _struck(m1: float, v1: float, m2: float, e: float) -> float:
    """Speed of a body at rest after a central hit."""
    return (1 + e) * m1 * v1 / (m1 + m2)


def _rebound(h: float, e: float, n: int = 1) -> float:
    return e ** (2 * n) * h


def _beam_stress(kg: float, length: float, b: float, t: float) -> float:
    return 1.5 * kg * G * length / (b * t**2)


def _euler(e: float, d: float, length: float, k: float = 1.0) -> float:
    return pi**2 * e * (pi * d**4 / 64) / (k * length) ** 2


def _delta_v(isp: float, m0: float, mf: float) -> float:
    return isp * G * log(m0 / mf)


def _atwood(heavy: float, light: float) -> float:
    return (heavy - light) * G / (heavy + light)


def _spring_height(k: float, x: float, m: float) -> float:
    return k * x**2 / (2 * m * G)


def _spring_speed(k: float, x: float, m: float) -> float:
    return x * sqrt(k / m)


def _terminal(m: float, cda: float, rho: float) -> float:
    return sqrt(2 * m * G / (rho * cda))


def _drain(area: float, hole: float, cd: float, h: float) -> float:
    return area / (cd * hole) * sqrt(2 * h / G)


def _critical(n1: float, n2: float) -> float:
    return degrees(asin(n2 / n1))


def _refracted(n1: float, n2: float, deg: float) -> float:
    return degrees(asin(n1 / n2 * sin(radians(deg))))


def _roll_acc(beta: float) -> float:
    """Acceleration down a slope as a share of g sin(theta)."""
    return 1 / (1 + beta)


def _roll_mu(deg: float, beta: float) -> float:
    return _tan(deg) * beta / (1 + beta)


CASES: tuple[Case, ...] = (
    # free_fall
    Case(
        "A plumber lets a wrench slip from a scaffold 45 ft above the pavement, and it strikes "
        "the ground less than 2 seconds later.",
        "free_fall",
        _fall_time(45 * FT) < 2,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Drop height = 30 m; initial velocity = 0; no air resistance; the speed at impact stays "
        "under 20 m/s",
        "free_fall",
        _fall_speed(30) < 20,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A coconut comes loose from its palm tree and hits the sand in no more than 1.2 seconds.",
        "free_fall",
        None,
        missing=("h", "height", "drop", "how high"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A stuntman steps off a ledge eighteen metres above the airbag and is falling for at "
        "least one and a half seconds before he touches it.",
        "free_fall",
        _fall_time(18) >= 1.5,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # projectile
    Case(
        "A golf ball leaves the club at 130 km/h, 30 degrees above the horizontal, and flies "
        "over a 9 m tall tree that stands 60 m from the tee. Ignore air drag.",
        "projectile",
        _height_at(60, 130 * KMH, 30) > 9,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A stone hurled from a catapult at 14 m/s reaches the far bank of a river 26 m wide, "
        "both banks being at the height of the launch.",
        "projectile",
        _range(14) >= 26,
    ),
    Case(
        "A motorcycle leaves a ramp inclined at 20 degrees at 45 mph and makes it across an "
        "80-foot gap to a landing ramp of the same height.",
        "projectile",
        _range(45 * MPH, 20) >= 80 * FT,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A football kicked off the grass at an angle of 40 degrees passes over a crossbar 3 m "
        "high that is 25 m away.",
        "projectile",
        None,
        missing=("v", "speed", "velocity", "fast"),
        phrasing=Phrasing.MISSING,
    ),
    # incline
    Case(
        "The refrigerator does not slide down a loading ramp pitched at 18 degrees. The "
        "coefficient of static friction is 0.45 and the kinetic one is 0.25.",
        "incline",
        _tan(18) < 0.45,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Incline angle 28 deg, mu_s = 0.42, mu_k = 0.35: the block remains where it was placed",
        "incline",
        _tan(28) < 0.42,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A brick is set down on a roof with a 30 percent grade. With a static friction "
        "coefficient of 0.2 between brick and roof, it starts to slide by itself.",
        "incline",
        30 / 100 > 0.2,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A heavy planter left on a driveway that slopes at 12 degrees stays at rest.",
        "incline",
        None,
        missing=("mu_s", "friction", "mu", "coefficient"),
        phrasing=Phrasing.MISSING,
    ),
    # stack
    Case(
        "Four identical bricks, each 20 cm long, are piled up so that every brick is shifted "
        "3 cm past the one underneath, always in the same direction. The pile remains standing.",
        "stack",
        _stack_shift(4, 0.03) < 0.20 / 2,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Five equal books, all 15 cm wide, are stacked with each one pushed out 4 cm further "
        "than the book below it, and the stack stays up on its own.",
        "stack",
        _stack_shift(5, 0.04) < 0.15 / 2,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Two crates 60 cm wide are placed one on top of the other, the upper one overhanging "
        "the lower by 22 cm, and the stack doesn't topple.",
        "stack",
        _stack_shift(2, 0.22) < 0.60 / 2,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A filing cabinet is 40 cm deep and has its center of mass 70 cm above its base. It "
        "stands on a floor tilted 20 degrees along its depth without toppling over; its feet "
        "cannot slip.",
        "stack",
        _tilt_limit(0.40, 0.70) > 20,
        phrasing=Phrasing.SENTENCES,
    ),
    # push_tip
    Case(
        "A washing machine 0.6 m wide is shoved sideways half a metre above the floor, where "
        "the friction coefficient is 0.4. It slides along and does not tip.",
        "push_tip",
        _tip_ratio(0.6, 0.5) > 0.4,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "When a wardrobe 50 cm deep is pushed horizontally at a height of 1.5 m on a carpet "
        "with a friction coefficient of 0.55, it moves forward without tipping.",
        "push_tip",
        _tip_ratio(0.5, 1.5) > 0.55,
    ),
    Case(
        "Base width 0.8 m; push height 0.9 m; mu 0.6; mass 120 kg; the crate tips over instead "
        "of sliding",
        "push_tip",
        _tip_ratio(0.8, 0.9) < 0.6,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A vending machine 0.75 m deep is pushed horizontally at a height of 1.2 m and slides "
        "across the floor instead of tipping over.",
        "push_tip",
        None,
        missing=("mu", "friction", "coefficient"),
        phrasing=Phrasing.MISSING,
    ),
    # truck_bed
    Case(
        "A pallet resting on a flatbed lorry does not shift while the lorry brakes at "
        "4.5 m/s^2; the static friction coefficient is 0.6.",
        "truck_bed",
        0.6 * G >= 4.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A pickup speeds up steadily from standstill to 60 mph in 5 seconds. An unsecured "
        "toolbox on its bed, static friction coefficient 0.35, stays in place the whole time.",
        "truck_bed",
        60 * MPH / 5 <= 0.35 * G,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "The cake box lying on the floor of a delivery van slides forward when the van slows "
        "down at 0.5 g, given a static friction coefficient of 0.3.",
        "truck_bed",
        0.5 * G > 0.3 * G,
    ),
    Case(
        "A 200 kg safe sits untied on the bed of a truck pulling away at two and a half metres "
        "per second squared. With a friction coefficient of 0.2, the safe does not slip.",
        "truck_bed",
        0.2 * G >= 2.5,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # flat_curve
    Case(
        "A motorbike goes round a level bend with a radius of 80 m at 70 km/h and doesn't skid. "
        "The friction coefficient between tyre and road is 0.8.",
        "flat_curve",
        _curve_speed(0.8, 80) >= 70 * KMH,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A sedan drives at 55 mph around an unbanked curve whose radius is 200 ft, with a "
        "tire friction coefficient of 0.75, and holds its line without sliding.",
        "flat_curve",
        _curve_speed(0.75, 200 * FT) >= 55 * MPH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "On an icy flat roundabout of radius 25 m, where the friction coefficient is only 0.12, "
        "a van travelling at 9 m/s skids out of its lane.",
        "flat_curve",
        _curve_speed(0.12, 25) < 9,
    ),
    Case(
        "A hatchback takes a level bend of 45 m radius at 60 km/h without sliding off the road.",
        "flat_curve",
        None,
        missing=("mu", "friction", "grip", "coefficient"),
        phrasing=Phrasing.MISSING,
    ),
    # banked_curve
    Case(
        "A cyclist rides at 14 m/s through a velodrome bend of 25 m radius that is banked at "
        "42 degrees. The tyres have a friction coefficient of 0.5, and the bike does not slip.",
        "banked_curve",
        _bank_min(25, 42, 0.5) <= 14 <= _bank_max(25, 42, 0.5),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A truck creeping at 5 m/s round a curve of 60 m radius, banked at 30 degrees and "
        "iced over so that mu is 0.15, does not slide down the bank.",
        "banked_curve",
        _bank_min(60, 30, 0.15) <= 5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "radius = 120 m, bank angle = 10 deg, mu = 0.3, speed = 110 km/h: the car stays on "
        "its line",
        "banked_curve",
        _bank_max(120, 10, 0.3) >= 110 * KMH,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A stock car is driven at 100 mph through a turn with a 1000 ft radius and 24 degrees "
        "of banking. With a tire friction coefficient of 0.9 it gets round without sliding.",
        "banked_curve",
        _bank_min(1000 * FT, 24, 0.9) <= 100 * MPH <= _bank_max(1000 * FT, 24, 0.9),
        phrasing=Phrasing.UNITS,
    ),
    # rollover
    Case(
        "A delivery van with a track width of 1.7 m and a centre of gravity 0.9 m high drives "
        "round a bend of 35 m radius at 45 km/h, road friction 0.7. It doesn't tip over.",
        "rollover",
        _lateral(45 * KMH, 35, 0.7) < _ssf(1.7, 0.9),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A double-decker bus with a 2.1 m track and its centre of gravity 1.9 m above the road "
        "corners at 50 km/h on a radius of 30 m, mu 0.8, and keeps all its wheels on the ground.",
        "rollover",
        _lateral(50 * KMH, 30, 0.8) < _ssf(2.1, 1.9),
    ),
    Case(
        "A loaded forklift has a track width of 0.95 m, a centre of gravity height of 1.1 m and "
        "tyres with a friction coefficient of 0.6. Driven at 18 km/h around a flat circle of "
        "radius 4 m, it rolls over.",
        "rollover",
        _lateral(18 * KMH, 4, 0.6) > _ssf(0.95, 1.1),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A low sports car (track 1.6 m, centre of gravity 45 cm above the road, tyre friction "
        "coefficient 0.9) rolls over as it enters a flat turn of 20 m radius at 72 km/h.",
        "rollover",
        _lateral(72 * KMH, 20, 0.9) > _ssf(1.6, 0.45),
    ),
    # braking
    Case(
        "A cyclist doing 25 km/h pulls the brakes and comes to a halt in at most 6 m; the "
        "friction coefficient is 0.7 and the reaction time is not counted.",
        "braking",
        _stop(25 * KMH, 0.7) <= 6,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "The driver of a lorry going at 50 mph needs 1.2 s to react before braking. On a wet "
        "road with a friction coefficient of 0.4 the lorry stops before a barrier 80 m ahead.",
        "braking",
        _stop(50 * MPH, 0.4, 1.2) <= 80,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A car travelling at 40 km/h on a level street is braked to a standstill within 20 m.",
        "braking",
        None,
        missing=("mu", "friction", "deceleration", "coefficient"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "v = 100 km/h; mu = 0.75; reaction time = 1 s; total stopping distance no more than 300 ft",
        "braking",
        _stop(100 * KMH, 0.75, 1) <= 300 * FT,
        phrasing=Phrasing.SPEC,
    ),
    # pendulum
    Case(
        "A simple pendulum 39 inches long takes between 1.8 and 2.2 seconds for one complete "
        "small swing back and forth.",
        "pendulum",
        1.8 <= _period(39 * INCH) <= 2.2,
        phrasing=Phrasing.RANGE,
    ),
    Case(
        "The bob of a pendulum is let go from rest 15 cm above its lowest point and, without "
        "any push, rises to 22 cm above that point on the other side.",
        "pendulum",
        0.22 <= 0.15,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A weight hanging on a thin 2.5 m line makes twenty complete small swings in less than "
        "55 seconds.",
        "pendulum",
        20 * _period(2.5) < 55,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A wrecking ball swinging gently on its cable takes more than 6 seconds for each full "
        "oscillation.",
        "pendulum",
        None,
        missing=("L", "length", "cable", "long"),
        phrasing=Phrasing.MISSING,
    ),
    # loop
    Case(
        "A toy car slides without friction from a height of 90 cm and stays on the track all "
        "the way round a vertical loop with a radius of 30 cm.",
        "loop",
        0.90 >= 2.5 * 0.30,
    ),
    Case(
        "A small solid marble rolls without slipping from rest 1.3 m above the bottom of a "
        "vertical loop that is 1 m in diameter, and gets round it without losing contact.",
        "loop",
        1.3 >= 2.7 * 0.5,
    ),
    Case(
        "A roller coaster car enters a circular vertical loop of 10 m radius at the bottom with "
        "a speed of 90 km/h. Friction is negligible and the car completes the loop without "
        "leaving the rails.",
        "loop",
        sqrt(5 * G * 10) <= 90 * KMH,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "At the highest point of a vertical loop of radius 8 m, a cart running on the inside of "
        "the track at 6 m/s still presses against it.",
        "loop",
        sqrt(G * 8) <= 6,
    ),
    # collision
    Case(
        "A 2 kg trolley rolling at 3 m/s bumps into a stationary 1 kg trolley, and the lighter "
        "one moves off at 3.5 m/s.",
        "collision",
        _struck(2, 3, 1, 0) <= 3.5 <= _struck(2, 3, 1, 1),
    ),
    Case(
        "A 60 kg ice skater gliding at 5 m/s grabs hold of her 40 kg partner, who is standing "
        "still. Afterwards the two glide on together at 4 m/s.",
        "collision",
        _struck(60, 5, 40, 0) >= 4,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 5 g bullet flying at 400 m/s gets stuck in a 2 kg wooden block at rest on smooth ice; "
        "block and bullet then move off together at less than 1.5 m/s.",
        "collision",
        _struck(0.005, 400, 2, 0) < 1.5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 0.17 kg billiard ball moving at 2 m/s hits an identical ball at rest head-on. The "
        "coefficent of restitution is 0.9 and the second ball leaves faster than 2.2 m/s.",
        "collision",
        _struck(0.17, 2, 0.17, 0.9) > 2.2,
        phrasing=Phrasing.TYPO,
    ),
    # bounce
    Case(
        "A rubber ball with a coefficient of restitution of 0.75 is let fall from 2 m, and "
        "after its second bounce it still rises above half a metre.",
        "bounce",
        _rebound(2, 0.75, 2) > 0.5,
    ),
    Case(
        "A tennis ball (e = 0.7) dropped from 6 ft bounces back up to at least 4 ft.",
        "bounce",
        _rebound(6 * FT, 0.7) >= 4 * FT,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Dropped from a height of 1.5 m onto concrete, a ball with a restitution coefficient of "
        "0.65 does not rebound higher than 80 cm.",
        "bounce",
        _rebound(1.5, 0.65) <= 0.80,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A basketball dropped from 1.8 m onto the gym floor rebounds to at least 1.2 m.",
        "bounce",
        None,
        missing=("e", "restitution", "bounciness", "coefficient"),
        phrasing=Phrasing.MISSING,
    ),
    # buoyancy
    Case(
        "An iceberg with a density of 917 kg/m^3 floats in sea water of 1025 kg/m^3 with less "
        "than 95 percent of its volume below the surface.",
        "buoyancy",
        917 / 1025 < 0.95,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A solid aluminium ball, density 2700 kg/m^3, stays afloat in a bath of mercury, "
        "density 13600 kg/m^3.",
        "buoyancy",
        2700 < 13600,
    ),
    Case(
        "A sealed plastic drum with a volume of 60 litres and a total mass of 75 kg floats in "
        "fresh water.",
        "buoyancy",
        75 / 0.060 < 1000,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A solid piece of candle wax with a density of 0.9 g/cm^3 does not sink in alcohol with "
        "a density of 0.79 g/cm^3.",
        "buoyancy",
        0.9 < 0.79,
        phrasing=Phrasing.NEGATED,
    ),
    # beam
    Case(
        "An oak plank 2 m long, 200 mm wide and 40 mm thick is supported at both ends and "
        "carries an 80 kg man standing at mid-span. The wood can take a bending stress of 50 MPa.",
        "beam",
        _beam_stress(80, 2, 0.200, 0.040) <= 50e6,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A glass shelf supported at both ends, 90 cm long, 20 cm wide and 6 mm thick with a "
        "strength of 40 MPa, supports 60 kg in the middle without breaking.",
        "beam",
        _beam_stress(60, 0.90, 0.20, 0.006) <= 40e6,
    ),
    Case(
        "L = 1.2 m, b = 0.15 m, t = 12 mm, allowable stress 30 MPa, simply supported: the beam "
        "holds a 50 kg load at its centre",
        "beam",
        _beam_stress(50, 1.2, 0.15, 0.012) <= 30e6,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A wooden plank 3 m long and 25 cm wide, laid across a stream and resting on both banks, "
        "supports a 90 kg hiker standing at its centre.",
        "beam",
        None,
        missing=("t", "thickness", "thick", "sigma_y", "strength", "stress"),
        phrasing=Phrasing.MISSING,
    ),
    # column
    Case(
        "A solid round aluminium bar (E = 70 GPa), 25 mm in diameter and 1.5 m long, pinned at "
        "both ends, bears an axial load of 4 kN without buckling.",
        "column",
        _euler(70e9, 0.025, 1.5) >= 4000,
    ),
    Case(
        "A 20 kg weight is placed on top of an upright wooden dowel that is 10 mm thick and 1 m "
        "long with pinned ends. Young's modulus is 11 GPa. The dowel carries it without buckling.",
        "column",
        _euler(11e9, 0.010, 1) >= 20 * G,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A round steel strut with a diameter of 30 mm and a length of 2.5 m, clamped at both "
        "ends (K = 0.5), modulus 200 GPa, does not buckle under 30 kN.",
        "column",
        _euler(200e9, 0.030, 2.5, 0.5) >= 30e3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A solid steel rod is fixed at the base and free at the top (K = 2), with diameter "
        "20 mm, length 1.2 m and E = 210 GPa. It supports 5 kN pressing straight down on its tip "
        "without buckling.",
        "column",
        _euler(210e9, 0.020, 1.2, 2) >= 5000,
        phrasing=Phrasing.SENTENCES,
    ),
    # rocket_liftoff
    Case(
        "A model rocket with a launch mass of 850 g and a motor that delivers 15 N of thrust "
        "rises off the pad.",
        "rocket_liftoff",
        0.850 * G < 15,
    ),
    Case(
        "A 40-tonne booster with a steady thrust of 350 kN and a mass that stays constant "
        "leaves the launch pad going straight up.",
        "rocket_liftoff",
        40e3 * G < 350e3,
    ),
    Case(
        "The lander has a mass of 2000 kg and its engine provides 4500 N. On the Moon, where "
        "gravity is 1.62 m/s^2, it takes off vertically.",
        "rocket_liftoff",
        4500 > 2000 * 1.62,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A sounding rocket with a mass of 300 kg lifts off vertically from its launch pad as "
        "soon as the engine is at full power.",
        "rocket_liftoff",
        None,
        missing=("T", "thrust", "force"),
        phrasing=Phrasing.MISSING,
    ),
    # delta_v
    Case(
        "An upper stage has a mass of 4000 kg at ignition and 1500 kg at burnout. With a "
        "specific impulse of 320 s, it gains at least 2.8 km/s.",
        "delta_v",
        _delta_v(320, 4000, 1500) >= 2800,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A satellite with an initial mass of 120 kg, of which 10 kg is propellant, changes its "
        "velocity by 500 m/s using a thruster with an Isp of 220 s.",
        "delta_v",
        _delta_v(220, 120, 120 - 10) >= 500,
    ),
    Case(
        "Isp 450 s, mass ratio 3.5: delta-v above 5 km/s",
        "delta_v",
        _delta_v(450, 3.5, 1) > 5000,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Starting at 1000 kg and finishing its burn at 800 kg, a space probe with an ion engine "
        "of 3000 s specific impulse picks up more than 8 km/s of speed.",
        "delta_v",
        _delta_v(3000, 1000, 800) > 8000,
        phrasing=Phrasing.BOUNDED,
    ),
    # atwood
    Case(
        "Two buckets of 6 kg and 5 kg hang from a rope over a frictionless pulley. Starting "
        "from rest, the heavier one goes down 2 m in no more than 2.5 s.",
        "atwood",
        sqrt(2 * 2 / _atwood(6, 5)) <= 2.5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 12 kg counterweight hauls up a 15 kg load over a light frictionless pulley from "
        "rest, with nobody pulling on the rope.",
        "atwood",
        12 > 15,
    ),
    Case(
        "m1 = 4 kg and m2 = 4.5 kg on a string over an ideal pulley; released from rest, m2 "
        "descends 1.5 m in under 1.5 s",
        "atwood",
        sqrt(2 * 1.5 / _atwood(4.5, 4)) < 1.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Weights of 5 lb and 3 lb are hung at the two ends of a cord that runs over a massless, "
        "frictionless pulley, and the heavier one accelerates downward at more than 2 m/s^2.",
        "atwood",
        _atwood(5 * LB, 3 * LB) > 2,
        phrasing=Phrasing.UNITS,
    ),
    # lever
    Case(
        "Anna, who is 9 years old and has a mass of 32 kg, sits 1.8 m from the pivot of a "
        "seesaw. Her father, 80 kg, sits 0.6 m from it on the other side. Anna's side goes down.",
        "lever",
        32 * 1.8 > 80 * 0.6,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A worker pushing down with 400 N on a crowbar 1.2 m from the fulcrum raises a 300 kg "
        "stone whose weight rests on the bar 10 cm beyond the fulcrum.",
        "lever",
        300 * G * 0.10 < 400 * 1.2,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "On a seesaw, a child of twenty-five kilograms sitting two metres from the centre lifts "
        "an adult of seventy kilograms who sits one metre from the centre on the other side.",
        "lever",
        25 * 2 > 70 * 1,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A uniform board pivoted at its middle stays level with 30 kg placed 1.5 m to the left "
        "of the pivot and 50 kg placed 1.2 m to the right of it.",
        "lever",
        abs(30 * 1.5 - 50 * 1.2) <= 0.01 * 30 * 1.5,
    ),
    # spring
    Case(
        "A spring with a stiffness of 800 N/m squeezed by 6 cm shoots a 50 g ball straight up "
        "to a height of at least 2 m.",
        "spring",
        _spring_height(800, 0.06, 0.050) >= 2,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A toy gun fires a 10 g dart straight upwards with a spring of 200 N/m that is "
        "compresed by 4 cm. The dart gets 3 m high, friction being negligible.",
        "spring",
        _spring_height(200, 0.04, 0.010) >= 3,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "k = 1200 N/m; compression = 0.15 m; m = 0.5 kg; horizontal frictionless launch; "
        "launch speed over 6 m/s",
        "spring",
        _spring_speed(1200, 0.15, 0.5) > 6,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A spring that has been compressed by 10 cm throws a 200 g ball straight up to a height "
        "of 3 m.",
        "spring",
        None,
        missing=("k", "stiffness", "spring constant", "rate"),
        phrasing=Phrasing.MISSING,
    ),
    # terminal
    Case(
        "A parachutist with a total mass of 90 kg under a canopy with a drag area (CdA) of "
        "35 m^2 descends steadily at less than 7 m/s in air of density 1.2 kg/m^3.",
        "terminal",
        _terminal(90, 35, 1.2) < 7,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Falling from a cloud 2 km up, a 3 g hailstone with CdA = 0.0003 m^2 never goes faster "
        "than 8 m/s. Take the air density as 1.225 kg/m^3.",
        "terminal",
        _terminal(0.003, 0.0003, 1.225) <= 8,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 70 kg skydiver with a drag area of 0.5 m^2 exceeds 60 m/s during a long fall "
        "from a hovering balloon. The air density is 1.2 kg/m^3.",
        "terminal",
        _terminal(70, 0.5, 1.2) > 60,
    ),
    Case(
        "The terminal speed of a 2 kg steel ball with a drag area CdA of 0.004 m^2 in air of "
        "1.2 kg/m^3 is above 60 m/s.",
        "terminal",
        _terminal(2, 0.004, 1.2) > 60,
        phrasing=Phrasing.BOUNDED,
    ),
    # torricelli
    Case(
        "Water squirts out of a small hole 1.5 m below the surface of an open tank at more than "
        "5 m/s.",
        "torricelli",
        _fall_speed(1.5) > 5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "An open rain barrel is filled with water up to 80 cm above the tap. When the tap is "
        "opened, the water leaves it faster than 6 m/s.",
        "torricelli",
        _fall_speed(0.80) > 6,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "An open upright cylindrical tank with a cross-section of 2 m^2, filled to 1 m above a "
        "10 cm^2 drain hole with a discharge coefficient of 0.6, empties in less than 30 minutes.",
        "torricelli",
        _drain(2, 10e-4, 0.6, 1) < 30 * 60,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A swimming pool with a surface area of 50 m^2 and a depth of 1.8 m drains completely "
        "within one hour through a bottom outlet of 100 cm^2, Cd = 0.62.",
        "torricelli",
        _drain(50, 100e-4, 0.62, 1.8) <= 3600,
        phrasing=Phrasing.UNITS,
    ),
    # heat
    Case(
        "A 1500 W immersion heater warms 5 litres of water from 15 °C to 60 °C within "
        "15 minutes, with no heat losses.",
        "heat",
        5 * 4186 * (60 - 15) <= 1500 * 15 * 60,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Half a kilogram of ice at 0 °C is completely melted in five minutes by a 300 W heater. "
        "The latent heat of fusion is 334 kJ/kg.",
        "heat",
        0.5 * 334e3 <= 300 * 5 * 60,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "An electric kettle heats 1.7 litres of tap water from 15 °C to 100 °C in 4 minutes.",
        "heat",
        None,
        missing=("P", "power", "watt"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Aluminium block, m = 2 kg, c = 900 J/(kg K), heater power 1 kW, efficiency 80 %: goes "
        "from 20 °C to 120 °C in 3 min",
        "heat",
        2 * 900 * (120 - 20) <= 0.80 * 1000 * 3 * 60,
        phrasing=Phrasing.SPEC,
    ),
    # optics_ray
    Case(
        "A light beam inside glass with a refractive index of 1.5 strikes the boundary with air "
        "at 45° from the normal and is totally reflected.",
        "optics_ray",
        _critical(1.5, 1.0) < 45,
    ),
    Case(
        "A ray travelling in water (n = 1.33) meets the surface to air at an angle of incidence "
        "of 40°, and none of the light gets out because of total internal reflection.",
        "optics_ray",
        _critical(1.33, 1.0) < 40,
    ),
    Case(
        "Light enters a diamond (n = 2.42) from air at 50 degrees to the normal and is refracted "
        "to an angle of less than 25 degrees from the normal.",
        "optics_ray",
        _refracted(1.0, 2.42, 50) < 25,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "In a flat mirror 3 m away, the image of a woman 1.7 m tall is 2.5 m tall.",
        "optics_ray",
        1.0 * 1.7 >= 2.5,
    ),
    # domino
    Case(
        "A row of wooden tiles, each 10 cm tall and standing 4 cm apart, falls down completely "
        "after the first one is nudged over.",
        "domino",
        0.04 < 0.10,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Twelve books, 20 cm tall, are stood on end with 25 cm of space between neighbours. "
        "Tipping the first one over brings down the whole row.",
        "domino",
        0.25 < 0.20,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Dominoes 2 inches tall are set up 3 inches apart; when the first is pushed over, the "
        "rest of the row does not fall.",
        "domino",
        3 * INCH >= 2 * INCH,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "For a film scene, fifteen upright concrete slabs 1.8 m high stand in a line with gaps "
        "of 2.4 m, and pushing over the first one knocks down all the others in turn.",
        "domino",
        2.4 < 1.8,
        phrasing=Phrasing.IRRELEVANT,
    ),
    # jump
    Case(
        "From a standing start, a volleyball player jumps straight up so that his centre of "
        "mass rises by 50 cm.",
        "jump",
        0.50 <= 0.7,
    ),
    Case(
        "A schoolgirl standing on a gym floor jumps straight up with no equipment and raises "
        "her centre of mass by 2 m.",
        "jump",
        2 <= 0.7,
    ),
    Case(
        "A basketball player leaves the floor moving upward at 3 m/s and stays in the air for "
        "longer than 1 second before landing back on the floor.",
        "jump",
        2 * 3 / G > 1,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A dancer jumps up from standing, her centre of mass rises one foot, and she is off the "
        "ground for at least 0.4 s.",
        "jump",
        2 * _fall_time(1 * FT) >= 0.4,
        phrasing=Phrasing.UNITS,
    ),
    # rolling
    Case(
        "A solid cylinder and a thin-walled pipe are released together at the top of the same "
        "slope. Both roll without slipping, and the solid cylinder gets to the bottom first.",
        "rolling",
        _roll_acc(1 / 2) > _roll_acc(1),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A hollow thin-shelled ball arrives at the foot of a ramp ahead of a solid ball that "
        "started beside it at the same moment, both rolling without slipping.",
        "rolling",
        _roll_acc(2 / 3) > _roll_acc(2 / 5),
    ),
    Case(
        "A solid ball rolls down a 40 degree ramp without slipping although the friction "
        "coefficient is only 0.15.",
        "rolling",
        _roll_mu(40, 2 / 5) <= 0.15,
    ),
    Case(
        "A thin hoop put on a slope of 20 degrees with a friction coeficient of 0.3 rolls down "
        "without slipping.",
        "rolling",
        _roll_mu(20, 1) <= 0.3,
        phrasing=Phrasing.TYPO,
    ),
    # grip
    Case(
        "A two-finger robot hand holds a 2.5 kg bottle upright in the air without letting it "
        "slip. Each finger presses with 35 N and the friction coefficient is 0.5.",
        "grip",
        2.5 * G <= 2 * 0.5 * 35,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 4 kg casting is held in the air by a parallel gripper whose two jaws each squeeze it "
        "with 30 N, mu = 0.4.",
        "grip",
        4 * G <= 2 * 0.4 * 30,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "With two pads pressing at 50 N each and a friction coefficient of 0.45, a robot gripper "
        "lifts a 3 kg part straight up with an acceleration of 8 m/s^2 and the part does not "
        "slip.",
        "grip",
        3 * (G + 8) <= 2 * 0.45 * 50,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A two-jaw gripper pressing with 25 N per jaw picks up a 1.2 kg glass jar and doesn't "
        "let it slip.",
        "grip",
        None,
        missing=("mu", "friction", "coefficient"),
        phrasing=Phrasing.MISSING,
    ),
    # support
    Case(
        "A drone with a mass of 1.2 kg hovers at constant height while its rotors produce a "
        "total lift of 8 N.",
        "support",
        1.2 * G <= 8,
    ),
    Case(
        "A 6 kg lamp hangs motionless from a ceiling cord that can carry up to 100 N.",
        "support",
        6 * G <= 100,
    ),
    Case(
        "A brick is released in still air and stays hanging there, with nothing holding it up.",
        "support",
        False,
        phrasing=Phrasing.CONTRADICTION,
    ),
    Case(
        "A balloon filled with 2 m^3 of helium, with envelope and payload weighing 1.5 kg "
        "togther, rises when it is let go. Air has a density of 1.2 kg/m^3, helium 0.18 kg/m^3.",
        "support",
        2 * 1.2 > 2 * 0.18 + 1.5,
        phrasing=Phrasing.TYPO,
    ),
    # drag_race_power
    Case(
        "A 75 kg runner climbs a 20 m high staircase in 30 s with a mechanical power output of "
        "600 W.",
        "drag_race_power",
        75 * G * 20 <= 600 * 30,
    ),
    Case(
        "An electric motor delivering 2 kW gets a 150 kg go-kart, driver included, from rest to "
        "50 km/h in 4 seconds on level ground.",
        "drag_race_power",
        0.5 * 150 * (50 * KMH) ** 2 <= 2000 * 4,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Crane: motor power 5 kW, efficiency 85 %, load 1.2 t, lifting height 15 m; the lift "
        "takes under 30 s",
        "drag_race_power",
        1200 * G * 15 <= 5000 * 0.85 * 30,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A workshop hoist raises a 250 kg engine by 3 m in 10 seconds.",
        "drag_race_power",
        None,
        missing=("P", "power", "watt", "motor"),
        phrasing=Phrasing.MISSING,
    ),
)
