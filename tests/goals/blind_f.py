"""A blind set: 128 goals, four a core family, written without sight of the reader.

Every truth is computed here by a formula over the numbers in the text (SI, g = 9.81 m/s^2).
"""

from math import asin, atan, cos, degrees, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
WATER_C = 4186.0
ICE_L = 334e3
AIR = 1.225
HELIUM = 0.178


def _kmh(v: float) -> float:
    return v / 3.6


def _mph(v: float) -> float:
    return v * 0.44704


def _ft(x: float) -> float:
    return x * 0.3048


def _inch(x: float) -> float:
    return x * 0.0254


def _lb(m: float) -> float:
    return m * 0.45359237


def _fall_time(h: float) -> float:
    return sqrt(2 * h / G)


def _fall_speed(h: float, v0: float = 0.0) -> float:
    return sqrt(v0 * v0 + 2 * G * h)


def _height_at(v: float, deg: float, x: float, y0: float = 0.0) -> float:
    th = radians(deg)
    return y0 + x * tan(th) - G * x * x / (2 * v * v * cos(th) ** 2)


def _range_level(v: float, deg: float) -> float:
    return v * v * sin(2 * radians(deg)) / G


def _range_horizontal(v: float, h: float) -> float:
    return v * _fall_time(h)


def _range_max(v: float) -> float:
    return v * v / G


def _tan(deg: float) -> float:
    return tan(radians(deg))


def _stack_lean(n: int, shift: float) -> float:
    """Offset of the joint centre of the upper n - 1 boxes from that of the lowest box."""
    return shift * n / 2


def _tilt_limit(w: float, h_com: float) -> float:
    return degrees(atan(w / 2 / h_com))


def _tip_ratio(b: float, height: float) -> float:
    """The friction coefficient above which a pushed block tips."""
    return b / (2 * height)


def _curve_max(mu: float, r: float) -> float:
    return sqrt(mu * G * r)


def _bank_max(r: float, deg: float, mu: float) -> float:
    return sqrt(r * G * (_tan(deg) + mu) / (1 - mu * _tan(deg)))


def _bank_min(r: float, deg: float, mu: float) -> float:
    return sqrt(max(0.0, r * G * (_tan(deg) - mu) / (1 + mu * _tan(deg))))


def _lateral(v: float, r: float, mu: float) -> float:
    return min(v * v / (r * G), mu)


def _ssf(track: float, h: float) -> float:
    return track / (2 * h)


def _stop(v: float, mu: float, t_r: float = 0.0) -> float:
    return v * t_r + v * v / (2 * mu * G)


def _period(length: float) -> float:
    return 2 * pi * sqrt(length / G)


def _loop_height(r: float, k: float = 2.5) -> float:
    return k * r


def _loop_bottom_speed(r: float) -> float:
    return sqrt(5 * G * r)


def _target(m1: float, m2: float, v1: float, e: float) -> float:
    """Speed of a body at rest after being struck."""
    return (1 + e) * m1 * v1 / (m1 + m2)


def _rebound(h: float, e: float, n: int = 1) -> float:
    return h * e ** (2 * n)


def _stress(m: float, span: float, b: float, t: float) -> float:
    return m * G * span / 4 * (t / 2) / (b * t**3 / 12)


def _critical(e: float, d: float, length: float, k: float = 1.0) -> float:
    return pi**2 * e * (pi * d**4 / 64) / (k * length) ** 2


def _delta_v(isp: float, m0: float, mf: float) -> float:
    return isp * G * log(m0 / mf)


def _atwood(m1: float, m2: float) -> float:
    return (m1 - m2) * G / (m1 + m2)


def _atwood_time(m1: float, m2: float, h: float) -> float:
    return sqrt(2 * h / _atwood(m1, m2))


def _spring_energy(k: float, x: float) -> float:
    return k * x * x / 2


def _spring_height(k: float, x: float, m: float) -> float:
    return _spring_energy(k, x) / (m * G)


def _spring_speed(k: float, x: float, m: float) -> float:
    return sqrt(2 * _spring_energy(k, x) / m)


def _terminal(m: float, cda: float, rho: float = AIR) -> float:
    return sqrt(2 * m * G / (rho * cda))


def _efflux(h: float) -> float:
    return sqrt(2 * G * h)


def _drain(area: float, hole: float, h: float, cd: float) -> float:
    return area / (cd * hole) * sqrt(2 * h / G)


def _warm(m: float, dt: float) -> float:
    return m * WATER_C * dt


def _critical_angle(n1: float, n2: float) -> float:
    return degrees(asin(n2 / n1))


def _refracted(n1: float, n2: float, deg: float) -> float:
    return degrees(asin(n1 / n2 * sin(radians(deg))))


def _magnification(f: float, d: float) -> float:
    return abs(f / (d - f))


def _flight_rise(t: float) -> float:
    return G * t * t / 8


def _roll_accel(deg: float, beta: float) -> float:
    return G * sin(radians(deg)) / (1 + beta)


def _roll_mu(deg: float, beta: float) -> float:
    return _tan(deg) * beta / (1 + beta)


def _energy(m: float, h: float = 0.0, v: float = 0.0) -> float:
    return m * G * h + m * v * v / 2


SPHERE, SHELL, DISC, HOOP = 2 / 5, 2 / 3, 1 / 2, 1.0
JUMP_MAX = 0.7

FRICTION = ("friction", "mu", "mu_s", "mu_k", "coefficient of friction", "grip")

CASES: tuple[Case, ...] = (
    # free_fall
    Case(
        "A roofer lets go of a hammer 12 m above the pavement. Less than 1.4 seconds later the "
        "hammer hits the ground.",
        "free_fall",
        _fall_time(12) < 1.4,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Released from rest, a bowling ball falls 45 ft and strikes the sand at no less than "
        "15 m/s (air drag neglected).",
        "free_fall",
        _fall_speed(_ft(45)) >= 15,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "drop height: 80 cm; initial speed: 0 -> impact speed above 5 m/s",
        "free_fall",
        _fall_speed(0.8) > 5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A wrench slips out of a worker's hand on the scaffold and lands within two seconds.",
        "free_fall",
        None,
        ("height", "h", "drop height", "fall height", "distance"),
        Phrasing.MISSING,
    ),
    # projectile
    Case(
        "A golfer chips a ball off the turf at 18 m/s, 40 degrees above the horizontal. The ball "
        "passes over a 6 m tall hedge that stands 15 m away.",
        "projectile",
        _height_at(18, 40, 15) > 6,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Motorbike stunt: the bike leaves a 20 degree take-off ramp at 60 km/h and makes it "
        "across a 25 m gap to a landing ramp at the same height.",
        "projectile",
        _range_level(_kmh(60), 20) >= 25,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A stone thrown horizontally at 9 m/s from the top of a 20 m high cliff lands at least "
        "22 m from the foot of the cliff.",
        "projectile",
        _range_horizontal(9, 20) >= 22,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Whatever the launch angle, a ball hit at 50 mph from ground level cannot cross a 60 m "
        "wide lake; air resistance is ignored.",
        "projectile",
        not _range_max(_mph(50)) >= 60,
        phrasing=Phrasing.NEGATED,
    ),
    # incline
    Case(
        "If a wooden box is set down on a plank tilted by 18 degrees and the coefficient of static "
        "friction is 0.45, then the box does not slip.",
        "incline",
        _tan(18) <= 0.45,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "slope 40 deg, mu_s between 0.4 and 0.6 -> block stays at rest",
        "incline",
        _tan(40) <= 0.4 or _tan(40) <= 0.6,
        phrasing=Phrasing.RANGE,
    ),
    Case(
        "A sledge left standing on a road with a 12 % grade starts to slide down on its own. The "
        "static friction coefficient is 0.3.",
        "incline",
        0.12 > 0.3,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A 23 kg suitcase put down on a loading ramp inclined at 15 degrees stays where it is.",
        "incline",
        None,
        FRICTION,
        Phrasing.MISSING,
    ),
    # stack
    Case(
        "Four cubic crates, each 40 cm wide, are stacked so that every crate is shifted 15 cm to "
        "the right of the one below it. The tower remains standing.",
        "stack",
        _stack_lean(4, 0.15) < 0.40 / 2,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "One box is placed on an identical box, both 50 cm wide, with its centre 20 cm off to the "
        "side of the lower box's centre, and it does not topple.",
        "stack",
        _stack_lean(2, 0.20) < 0.50 / 2,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "If a filing cabinet 0.4 m wide, with its centre of mass 0.6 m above the floor, is tilted "
        "25 degrees sideways and let go, then it falls over.",
        "stack",
        _tilt_limit(0.4, 0.6) < 25,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Five wooden blocks, 6 in wide, piled with each block displaced 1.5 in past the one "
        "underneath, stand for a whole minute.",
        "stack",
        _stack_lean(5, _inch(1.5)) < _inch(6) / 2,
        phrasing=Phrasing.UNITS,
    ),
    # push_tip
    Case(
        "A refrigerator with a 70 cm deep base is pushed at a height of 1.2 m across a floor with "
        "a friction coefficient of 0.2. It slides and does not tip.",
        "push_tip",
        _tip_ratio(0.7, 1.2) > 0.2,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Movers shove a 60 cm wide wardrobe at a point 1.5 m above the floor (mu = 0.5) and it "
        "slides along instead of tipping over.",
        "push_tip",
        _tip_ratio(0.6, 1.5) > 0.5,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "crate width 80 cm, push height 0.9 m, floor friction 0.3 -> crate tips over",
        "push_tip",
        _tip_ratio(0.8, 0.9) < 0.3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Pushed one metre above the floor, a cabinet 45 cm wide slides without tipping.",
        "push_tip",
        None,
        FRICTION,
        Phrasing.MISSING,
    ),
    # truck_bed
    Case(
        "A pallet stands unsecured on a flatbed lorry. The lorry brakes at 4 m/s² and the pallet, "
        "whose static friction coefficient lies between 0.5 and 0.7, does not shift.",
        "truck_bed",
        0.5 * G >= 4 and 0.7 * G >= 4,
        phrasing=Phrasing.RANGE,
    ),
    Case(
        "During an emergency stop at 0.8 g, a toolbox lying loose on the load bed (friction "
        "coefficient 0.5) remains in place.",
        "truck_bed",
        0.8 * G <= 0.5 * G,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A piano rests unstrapped on the bed of a van that speeds up steadily from standstill to "
        "54 km/h in 3 seconds. With a static friction coefficient of 0.35 the piano starts to "
        "slide.",
        "truck_bed",
        _kmh(54) / 3 > 0.35 * G,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "truck deceleration 2.5 m/s^2; mu_s load/deck 0.2; load mass 640 kg -> load stays put",
        "truck_bed",
        0.2 * G >= 2.5,
        phrasing=Phrasing.SPEC,
    ),
    # flat_curve
    Case(
        "The street is wet, so mu is down to 0.4. Even so, a car gets round the level 60 m radius "
        "bend at 50 km/h with no skidding.",
        "flat_curve",
        _kmh(50) <= _curve_max(0.4, 60),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "mu: 0.25, radius: 35 m, speed: 45 km/h, flat road -> no skid",
        "flat_curve",
        _kmh(45) <= _curve_max(0.25, 35),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Riding at 30 km/h round an unbanked corner with a radius of 12 m, a cyclist skids off "
        "although the tyre friction coefficient is 0.9.",
        "flat_curve",
        _kmh(30) > _curve_max(0.9, 12),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "The delivery van gets round a level curve with an 80 m radius at 70 km/h without sliding.",
        "flat_curve",
        None,
        FRICTION,
        Phrasing.MISSING,
    ),
    # banked_curve
    Case(
        "A stock car takes an oval's turn of 150 m radius, banked at 24 degrees, at 140 km/h. "
        "Tyre friction is 0.8 and the car does not slide up the bank.",
        "banked_curve",
        _bank_min(150, 24, 0.8) <= _kmh(140) <= _bank_max(150, 24, 0.8),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Icy motorway slip road: radius 60 m, bank angle 10 deg, mu 0.05. A lorry drives through "
        "at 60 km/h and holds its lane.",
        "banked_curve",
        _bank_min(60, 10, 0.05) <= _kmh(60) <= _bank_max(60, 10, 0.05),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Crawling at 3 m/s around a 40 m radius bend banked at 30 degrees, with a friction "
        "coefficient of only 0.1, a car does not slip down the slope.",
        "banked_curve",
        _bank_min(40, 30, 0.1) <= 3 <= _bank_max(40, 30, 0.1),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A track cyclist rounds a velodrome curve (radius 25 m, banking 40 degrees, friction "
        "coefficient 0.3) at any speed from 40 to 60 km/h and slides neither up nor down.",
        "banked_curve",
        _bank_min(25, 40, 0.3) <= _kmh(40) and _kmh(60) <= _bank_max(25, 40, 0.3),
        phrasing=Phrasing.RANGE,
    ),
    # rollover
    Case(
        "A sports car with a track of 1.55 m and a centre of gravity 0.5 m above the road never "
        "rolls over when it is steered into a 30 m radius turn at 70 km/h; mu is 0.9.",
        "rollover",
        not _lateral(_kmh(70), 30, 0.9) > _ssf(1.55, 0.5),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A hay trailer has its wheels 1.8 m apart and its centre of gravity 1.7 m up. It goes "
        "round a bend of 25 m radius at 50 km/h, tyre friction 0.85, and stays on its wheels.",
        "rollover",
        not _lateral(_kmh(50), 25, 0.85) > _ssf(1.8, 1.7),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "track width 1.7 m, CG height 0.75 m, mu 0.7, curve radius 20 m, speed 60 km/h -> "
        "vehicle rolls over",
        "rollover",
        _lateral(_kmh(60), 20, 0.7) > _ssf(1.7, 0.75),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A double-decker bus takes a turn of 30 m radius at 50 km/h without rolling over; its "
        "tyres have a friction coefficient of 0.8.",
        "rollover",
        None,
        ("track", "h_cg", "centre of gravity", "center of gravity", "cg", "height", "width"),
        Phrasing.MISSING,
    ),
    # braking
    Case(
        "An 18-year-old learner doing 50 km/h in a 1.2 tonne car reacts after one second and comes "
        "to a halt within 30 m. The road is dry, mu = 0.75.",
        "braking",
        _stop(_kmh(50), 0.75, 1) <= 30,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Including a reaction time of 0.7 s, a car travelling at 70 mph needs no more than 60 m "
        "to stop. Friction coefficient 0.7.",
        "braking",
        _stop(_mph(70), 0.7, 0.7) <= 60,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "speed 36 km/h; icy road mu 0.1; wall 40 m ahead; no reaction delay -> does not stop "
        "before the wall",
        "braking",
        _stop(_kmh(36), 0.1) > 40,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "If a motorcyclist riding at 25 m/s brakes at once with a friction coefficient of 0.8 for "
        "a fallen tree 70 m ahead, then he fails to stop before the tree.",
        "braking",
        _stop(25, 0.8) > 70,
        phrasing=Phrasing.NEGATED,
    ),
    # pendulum
    Case(
        "A pendulum on a 2.5 m string completes one full small swing in less than 2.9 seconds.",
        "pendulum",
        _period(2.5) < 2.9,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "The bob is let go from rest 40 cm above its lowest point. Without any push it climbs to "
        "55 cm on the other side.",
        "pendulum",
        0.55 <= 0.40,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Twenty small oscillations of a pendulum half a metre long take less than thirty-two "
        "seconds.",
        "pendulum",
        20 * _period(0.5) < 32,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A heavy lamp hanging on a 6 m chain swings gently, and each complete back-and-forth "
        "swing lasts at least 4.5 s.",
        "pendulum",
        _period(6) >= 4.5,
        phrasing=Phrasing.BOUNDED,
    ),
    # loop
    Case(
        "A roller coaster car starts from rest 30 m above the botom of a frictionless loop with "
        "a radius of 10 m and stays on the track all the way round.",
        "loop",
        _loop_height(10) <= 30,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A solid marble, released from rest at a height of 48 cm, rolls without slipping into a "
        "vertical loop of 20 cm radius and gets around it without losing contact.",
        "loop",
        _loop_height(0.20, 2.7) <= 0.48,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "loop diameter 4 m, release height 4.5 m, frictionless sliding cart -> fails to complete "
        "the loop",
        "loop",
        _loop_height(4 / 2) > 4.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A toy car enters a frictionless loop of radius 0.3 m at the bottom with a speed of "
        "4.5 m/s. It falls off the track at the top.",
        "loop",
        _loop_bottom_speed(0.3) > 4.5,
        phrasing=Phrasing.SENTENCES,
    ),
    # collision
    Case(
        "A 2 kg cart moving at 3 m/s strikes a 1 kg cart that is standing still, and the lighter "
        "cart rolls off at 3.5 m/s.",
        "collision",
        _target(2, 1, 3, 0) <= 3.5 <= _target(2, 1, 3, 1),
    ),
    Case(
        "A stationary 250 kg bumper car is hit by a 150 kg one moving at 4 m/s and is sent off at "
        "4.5 m/s.",
        "collision",
        _target(150, 250, 4, 1) >= 4.5,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A 300 g lump of clay flies at 8 m/s into a 500 g lump at rest. They stick together and "
        "move on at 4 m/s.",
        "collision",
        abs(_target(0.3, 0.5, 8, 0) - 4) < 0.01 * 4,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "In a rail yard a 20 tonne wagon rolling at 1.5 m/s couples onto a parked 40 tonne wagon; "
        "joined together they move on slower than 0.6 m/s.",
        "collision",
        _target(20e3, 40e3, 1.5, 0) < 0.6,
        phrasing=Phrasing.BOUNDED,
    ),
    # bounce
    Case(
        "A rubber ball with a coefficient of restitution of 0.9 is dropped from 2 m and still "
        "reaches at least 1 m after its third bounce.",
        "bounce",
        _rebound(2, 0.9, 3) >= 1,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "drop height 150 cm, e = 0.7 -> first rebound higher than 90 cm",
        "bounce",
        _rebound(1.5, 0.7) > 0.9,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Simply dropped from a height of 1.4 m, a tennis ball bounces back up to 1.6 m.",
        "bounce",
        1.6 <= 1.4,
    ),
    Case(
        "After two bounces, a basketball that was dropped from 1.8 m rises no higher than 70 cm. "
        "Its restitution coefficient is 0.75.",
        "bounce",
        _rebound(1.8, 0.75, 2) <= 0.7,
        phrasing=Phrasing.NEGATED,
    ),
    # buoyancy
    Case(
        "A block of ice with a density of 917 kg/m³ floats in sea water of 1025 kg/m³ with more "
        "than 80 percent of its volume below the surface.",
        "buoyancy",
        0.80 < 917 / 1025 < 1,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A sealed plastic box has a mass of 3 kg and an outer volume of 2 litres. Placed in fresh "
        "water, it floats.",
        "buoyancy",
        3 / 0.002 < 1000,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "object density 0.95 g/cm3; liquid: ethanol, 0.79 g/cm3 -> object floats",
        "buoyancy",
        950 < 790,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "An egg with a density of 1080 kg/m3 sinks to the bottem of a jar of fresh water, density "
        "1000 kg/m3.",
        "buoyancy",
        1080 > 1000,
        phrasing=Phrasing.TYPO,
    ),
    # beam
    Case(
        "An 80 kg person stands in the middle of an oak plank and the plank holds. It rests on "
        "supports 1.2 m apart, is 20 cm wide and 25 mm thick and has a strength of 50 MPa.",
        "beam",
        _stress(80, 1.2, 0.20, 0.025) <= 50e6,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A glass shelf (span 0.6 m, 15 cm wide, 4 mm thick, strength 30 MPa) holds 40 kg at "
        "mid-span without breaking.",
        "beam",
        _stress(40, 0.6, 0.15, 0.004) <= 30e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "steel strip on two supports: span 2 m, width 50 mm, thickness 10 mm, yield strength "
        "250 MPa, central load 100 kg -> does not yield",
        "beam",
        _stress(100, 2, 0.05, 0.010) <= 250e6,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 90 cm long shelf, 20 cm wide and 15 mm thick, supports a 60 kg load at its centre "
        "without breaking.",
        "beam",
        None,
        ("strength", "sigma_y", "yield", "yield strength", "material", "stress"),
        Phrasing.MISSING,
    ),
    # column
    Case(
        "No buckling occurs when an axial load of 8 kN is put on a pin-ended aluminium rod 30 mm "
        "in diameter and 1.5 m long; its elastic modulus is 70 GPa.",
        "column",
        _critical(70e9, 0.030, 1.5) >= 8e3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A wooden dowel, 10 mm in diameter and 80 cm long, is hinged at both ends. With an elastic "
        "modulus of 11 GPa it is able to support a compressive force of 500 N.",
        "column",
        _critical(11e9, 0.010, 0.80) >= 500,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "steel rod, diameter 16 mm, length 2 m, both ends pinned, E 200 GPa, compression 3 kN -> "
        "buckles",
        "column",
        _critical(200e9, 0.016, 2) < 3e3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A steel post 40 mm in diameter and 3 m tall is fixed at the bottom and free at the top "
        "(E = 210 GPa, K = 2). It bears 10 kN on its top end without buckling.",
        "column",
        _critical(210e9, 0.040, 3, 2) >= 10e3,
        phrasing=Phrasing.PASSIVE,
    ),
    # rocket_liftoff
    Case(
        "A model rocket with a mass of 350 g and a motor giving 6 N of thrust gets off the pad.",
        "rocket_liftoff",
        0.350 * G < 6,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "launcher mass 550 tonnes (constant), thrust 5000 kN -> lifts off at ignition",
        "rocket_liftoff",
        550e3 * G < 5000e3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "On the Moon, where gravity is 1.62 m/s², an ascent stage with a constant mass of 2400 kg "
        "and an engine thrust of 3.4 kN rises from the surface the moment the engine is lit.",
        "rocket_liftoff",
        3.4e3 > 2400 * 1.62,
    ),
    Case(
        "A sounding rocket with a take-off mass of 900 kg lifts off as soon as its motor is "
        "ignited.",
        "rocket_liftoff",
        None,
        ("thrust", "T", "force"),
        Phrasing.MISSING,
    ),
    # delta_v
    Case(
        "A velocity change of at least 2.5 km/s is delivered by a kick stage with an Isp of 320 s, "
        "a full mass of 5 tonnes and an empty mass of 2 tonnes.",
        "delta_v",
        _delta_v(320, 5e3, 2e3) >= 2500,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "specific impulse 450 s, initial mass 30 t, final mass 12 t -> delta-v of 5 km/s",
        "delta_v",
        _delta_v(450, 30e3, 12e3) >= 5000,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A satellite with a starting mass of 1200 kg burns 150 kg of propellant in an engine of "
        "220 s specific impulse and manages to change its speed by 400 m/s.",
        "delta_v",
        _delta_v(220, 1200, 1200 - 150) >= 400,
    ),
    Case(
        "With a mass ratio of 6, the upper stage gains 4 km/s.",
        "delta_v",
        None,
        ("isp", "Isp", "specific impulse", "exhaust velocity", "exhaust speed"),
        Phrasing.MISSING,
    ),
    # atwood
    Case(
        "A rope over a frictionless pulley has 8 kg on one end and 5 kg on the other. Starting "
        "from rest, the heavier weight comes down 2 m in less than 1.5 s.",
        "atwood",
        _atwood_time(8, 5, 2) < 1.5,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "With nobody helping, a 15 kg sack on one side of an ideal pulley pulls up a 20 kg bucket "
        "hanging on the other side, starting from rest.",
        "atwood",
        _atwood(15, 20) > 0,
    ),
    Case(
        "Atwood machine: m1 = 4.0 kg, m2 = 3.6 kg, ideal pulley, released from rest -> m1 drops "
        "1 m within one second",
        "atwood",
        _atwood_time(4.0, 3.6, 1) <= 1,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "When a 600 g mass and a 400 g mass hang from the two ends of a cord over a massless "
        "pulley and are let go, they accelerate at more than 1.5 m/s².",
        "atwood",
        _atwood(0.6, 0.4) > 1.5,
        phrasing=Phrasing.BOUNDED,
    ),
    # lever
    Case(
        "A father of 80 kg sits 0.9 m from the pivot of a seesaw. His daughter, 25 kg, sits 2.4 m "
        "from the pivot on the other side and is lifted up by him.",
        "lever",
        80 * 0.9 > 25 * 2.4,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A worker of 70 kg hangs from one end of a bar, 1.2 m from the fulcrum, and so lifts a "
        "500 kg stone that rests on the bar 20 cm from the fulcrum on the other side.",
        "lever",
        70 * 1.2 > 500 * 0.20,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A metre rule is pivoted at its middle. A 200 g weight hangs 30 cm to the left of the "
        "pivot, a 150 g weight 40 cm to the right, and the rule balances.",
        "lever",
        200 * 30 == 150 * 40,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "left: 12 kg at 1.5 m, right: 10 kg at 1.5 m -> seesaw balances",
        "lever",
        12 * 1.5 == 10 * 1.5,
        phrasing=Phrasing.SPEC,
    ),
    # spring
    Case(
        "A spring with a stiffness of 800 N/m, compressed by 15 cm, shoots a 200 g ball straight "
        "up to a height of at least 4 m.",
        "spring",
        _spring_height(800, 0.15, 0.200) >= 4,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "k = 120 N/m, compression 5 cm, ball mass 50 g, horizontal launch -> speed above 3 m/s",
        "spring",
        _spring_speed(120, 0.05, 0.050) > 3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A toy spring of two hundred and fifty newtons per metre is compressed six centimetres "
        "and throws a thirty gram dart three metres up.",
        "spring",
        _spring_height(250, 0.06, 0.030) >= 3,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "The spring of a ball launcher has a spring constant of 1500 N/m and is compressed by "
        "8 cm. The 0.1 kg ball does not leave the launcher faster than 12 m/s.",
        "spring",
        _spring_speed(1500, 0.08, 0.1) <= 12,
        phrasing=Phrasing.NEGATED,
    ),
    # terminal
    Case(
        "A parachutist with a total mass of 95 kg under a canopy with a CdA of 40 m² sinks slower "
        "than 7 m/s at sea level.",
        "terminal",
        _terminal(95, 40) < 7,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A ping-pong ball of 2.7 g with a drag area CdA of 0.0006 m² is dropped from a very tall "
        "tower and reaches 20 m/s in sea-level air.",
        "terminal",
        _terminal(0.0027, 0.0006) >= 20,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "However long the fall lasts, a 70 kg skydiver whose CdA is 0.5 m² never exceeds 40 m/s "
        "in air of density 1.2 kg/m³.",
        "terminal",
        _terminal(70, 0.5, 1.2) <= 40,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "m = 1.5 kg; CdA = 0.02 m2; air density 1.225 kg/m3 -> terminal velocity above 30 m/s",
        "terminal",
        _terminal(1.5, 0.02, 1.225) > 30,
        phrasing=Phrasing.SPEC,
    ),
    # torricelli
    Case(
        "Lab protocol: water leaves through a small hole 1.8 m below the water surface of an open "
        "barrel. The outflow speed exceeds 5 m/s.",
        "torricelli",
        _efflux(1.8) > 5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A fountain is fed only by an open tank whose water level lies 3 m above the nozzle. The "
        "jet rises 4 m above the nozzle.",
        "torricelli",
        4 <= 3,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "An upright tank with a cross section of 1 m² is filled to a depth of 1.25 m. Through a "
        "5 cm² hole in the bottom (discharge coefficient 0.6) it empties in under ten minutes.",
        "torricelli",
        _drain(1, 5e-4, 1.25, 0.6) < 10 * 60,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "rain barrel: base area 0.2 m2, water depth 0.8 m, drain hole 4 cm2, Cd 0.62 -> empty "
        "within 8 min",
        "torricelli",
        _drain(0.2, 4e-4, 0.8, 0.62) <= 8 * 60,
        phrasing=Phrasing.SPEC,
    ),
    # heat
    Case(
        "Three litres of water are warmed from 15 °C to 60 °C by a 1.5 kW immersion heater in a "
        "quarter of an hour.",
        "heat",
        _warm(3, 60 - 15) <= 1500 * 15 * 60,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A cook puts 5 litres of water at 20 °C on a 2 kW hotplate and has it boiling at 100 °C "
        "within 10 minutes.",
        "heat",
        _warm(5, 100 - 20) <= 2000 * 10 * 60,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "2 kg of ice at 0 °C, heater 300 W, 20 min -> the ice is not completely melted",
        "heat",
        not 2 * ICE_L <= 300 * 20 * 60,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Assuming no losses, a 900 W microwave oven fails to heat 0.25 kg of water from 20 °C to "
        "70 °C within 90 seconds.",
        "heat",
        not _warm(0.25, 70 - 20) <= 900 * 90,
        phrasing=Phrasing.NEGATED,
    ),
    # optics_ray
    Case(
        "A light ray inside glass (n = 1.5) meets the boundary to air at 50 degrees from the "
        "normal and is totaly reflected.",
        "optics_ray",
        _critical_angle(1.5, 1) < 50,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "Light travelling in water (n = 1.33) hits the surface to the air at an angle of incidence "
        "of 40 degrees. It undergoes total internal reflection.",
        "optics_ray",
        _critical_angle(1.33, 1) < 40,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "n1 = 1.00, n2 = 1.50, angle of incidence 30 deg -> angle of refraction larger than 25 deg",
        "optics_ray",
        _refracted(1.00, 1.50, 30) > 25,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A candle stands 30 cm in front of a converging lens with a focal length of 10 cm, and "
        "its image is smaller than the candle itself.",
        "optics_ray",
        _magnification(0.10, 0.30) < 1,
        phrasing=Phrasing.UNITS,
    ),
    # domino
    Case(
        "A row of 60 dominoes, each 48 mm tall, 24 mm wide and set up 20 mm apart, is knocked down "
        "completely by tipping the first one.",
        "domino",
        0.020 < 0.048,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "The tiles are 4 cm high and stand 7 cm apart. Flicking the first one brings down the "
        "whole line.",
        "domino",
        0.07 < 0.04,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "giant dominoes, height 1.2 m, spacing 1.5 m -> all fall after the first is pushed",
        "domino",
        1.5 < 1.2,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "All two hundred dominoes, each 5 cm tall, fall over after the first one is pushed.",
        "domino",
        None,
        ("spacing", "s", "gap", "distance", "apart"),
        Phrasing.MISSING,
    ),
    # jump
    Case(
        "A fit volleyball player raises her centre of mass by 45 cm in a standing jump.",
        "jump",
        JUMP_MAX >= 0.45,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "From a standstill and without any aids, a schoolboy jumps so high that his centre of "
        "mass rises by 2 m.",
        "jump",
        JUMP_MAX >= 2,
    ),
    Case(
        "standing vertical jump, no trampoline, no run-up, body mass 154 lb -> centre of mass "
        "rises 4 ft",
        "jump",
        _ft(4) <= JUMP_MAX,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "An unaided athlete stays in the air for half a second in a standing vertical jump.",
        "jump",
        _flight_rise(0.5) <= JUMP_MAX,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # rolling
    Case(
        "A solid cylinder and a thin-walled pipe start together from rest and roll without "
        "slipping down the same slope. The solid cylinder arrives first.",
        "rolling",
        _roll_accel(10, DISC) > _roll_accel(10, HOOP),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A thin hollow ball beats a solid ball down the same ramp, both starting together from "
        "rest and rolling without slipping.",
        "rolling",
        _roll_accel(10, SHELL) > _roll_accel(10, SPHERE),
    ),
    Case(
        "A solid sphere rolling without slipping down a 30 degree incline accelerates at more "
        "than 4 m/s².",
        "rolling",
        _roll_accel(30, SPHERE) > 4,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "hoop, incline 20 deg, mu 0.3 -> rolls without slipping",
        "rolling",
        _roll_mu(20, HOOP) <= 0.3,
        phrasing=Phrasing.SPEC,
    ),
    # grip
    Case(
        "Two rubber fingers each press with 30 N on a 2 kg jar. The friction coefficient is 0.5 "
        "and the jar is held without slipping.",
        "grip",
        2 * G <= 2 * 0.5 * 30,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A robot gripper squeezes a 4 kg casting with 25 N from each of its two jaws, mu 0.4, and "
        "manages to lift it.",
        "grip",
        4 * G <= 2 * 0.4 * 25,
    ),
    Case(
        "payload 6.6 lb, two-finger gripper, 40 N per finger, mu 0.45, upward acceleration "
        "5 m/s^2 -> no slip",
        "grip",
        _lb(6.6) * (G + 5) <= 2 * 0.45 * 40,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A two-finger gripper that squeezes with 35 N lifts a 1.2 kg bottle.",
        "grip",
        None,
        FRICTION,
        Phrasing.MISSING,
    ),
    # support
    Case(
        "A weather balloon holding 5 m³ of helium, whose skin and payload together have a mass of "
        "3 kg, rises in air at sea level.",
        "support",
        (AIR - HELIUM) * 5 > 3,
    ),
    Case(
        "With nothing holding it up, a 2 kg brick hovers motionless in the middle of the room.",
        "support",
        2 * G <= 0,
        phrasing=Phrasing.CONTRADICTION,
    ),
    Case(
        "A drone with a mass of 1.4 kg hovers at constant height. Its rotors together produce a "
        "thrust of at most 12 N.",
        "support",
        1.4 * G <= 12,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 5 kg lamp hangs motionless in mid-air from a wire that is fixed to the ceiling and can "
        "take a pull of 100 N.",
        "support",
        5 * G <= 100,
        phrasing=Phrasing.NEAR_MISS,
    ),
    # drag_race_power
    Case(
        "A 2 kW hoist with an efficiency of 80 percent raises a 300 kg steel beam 8 m in 20 s.",
        "drag_race_power",
        _energy(300, 8) <= 2000 * 0.80 * 20,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "In no more than 6 seconds, a 1300 kg car with a 55 kW engine gets from standstill to "
        "100 km/h.",
        "drag_race_power",
        _energy(1300, v=_kmh(100)) <= 55e3 * 6,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A cyclist putting out 250 watts climbs 200 m of height in ten minutes; rider and bicycle "
        "together have a mass of 85 kg, and the rider is 34 years old.",
        "drag_race_power",
        _energy(85, 200) <= 250 * 10 * 60,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "An electric winch lifts an 800 kg load 30 m straight up in 25 seconds.",
        "drag_race_power",
        None,
        ("power", "P", "watt", "motor power"),
        Phrasing.MISSING,
    ),
)
