"""Blind set J: 160 goals, five for each core family, written without sight of the reader.

Every truth is computed here, from the numbers in the text, by the family's own equation.
"""

from math import asin, atan, cos, degrees, isclose, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
RHO_AIR = 1.225
RHO_HELIUM = 0.1786
C_WATER = 4186.0
L_MELT = 334e3
L_BOIL = 2.26e6
JUMP_LIMIT = 0.7  # m, rise of the centre of mass, standing and unaided


# Conversions to SI.


def _ft(x: float) -> float:
    return x * 0.3048


def _in(x: float) -> float:
    return x * 0.0254


def _lb(x: float) -> float:
    return x * 0.45359237


def _oz(x: float) -> float:
    return _lb(x / 16)


def _kmh(x: float) -> float:
    return x / 3.6


def _mph(x: float) -> float:
    return x * 0.44704


# Equations, one group a family, in the order of the families.


def _fall_time(h: float) -> float:
    return sqrt(2 * h / G)


def _fall_speed(h: float, v0: float = 0.0) -> float:
    return sqrt(v0**2 + 2 * G * h)


def _height_at(x: float, v: float, deg: float, y0: float = 0.0) -> float:
    th = radians(deg)
    return y0 + x * tan(th) - G * x**2 / (2 * v**2 * cos(th) ** 2)


def _level_range(v: float, deg: float = 45.0) -> float:
    return v**2 * sin(2 * radians(deg)) / G


def _cliff_range(v: float, h: float) -> float:
    return v * _fall_time(h)


def _slope(deg: float) -> float:
    return tan(radians(deg))


def _grade(percent: float) -> float:
    return percent / 100


def _slide_time(length: float, deg: float, mu_k: float) -> float:
    a = G * (sin(radians(deg)) - mu_k * cos(radians(deg)))
    return sqrt(2 * length / a)


def _stagger_reach(n: int, shift: float) -> float:
    """Twice the largest offset of an upper sub-stack's centre of mass; stands below the width."""
    return n * shift


def _tilt_limit(width: float, h_com: float) -> float:
    return degrees(atan(width / 2 / h_com))


def _mu_tip(base: float, h_push: float) -> float:
    """Friction above which a push at h_push tips the block before it slides."""
    return base / (2 * h_push)


def _bed_limit(mu: float) -> float:
    return mu * G


def _flat_max(r: float, mu: float) -> float:
    return sqrt(mu * G * r)


def _bank_max(r: float, deg: float, mu: float) -> float:
    t = _slope(deg)
    return sqrt(r * G * (t + mu) / (1 - mu * t))


def _bank_min(r: float, deg: float, mu: float) -> float:
    t = _slope(deg)
    return sqrt(max(0.0, r * G * (t - mu) / (1 + mu * t)))


def _roll_ratio(track: float, h: float, v: float, r: float, mu: float) -> float:
    """Sideways g's the tyres can bring about, over the static stability factor; rolls above 1."""
    return min(v**2 / (r * G), mu) / (track / (2 * h))


def _stop(v: float, mu: float, t_r: float = 0.0, down_deg: float = 0.0) -> float:
    a = G * (mu * cos(radians(down_deg)) - sin(radians(down_deg)))
    return v * t_r + v**2 / (2 * a)


def _period(length: float) -> float:
    return 2 * pi * sqrt(length / G)


def _highest_swing(h0: float) -> float:
    """No energy comes in: it rises no higher than it was let go."""
    return h0


def _loop_height(radius: float, sphere: bool = False) -> float:
    return (2.7 if sphere else 2.5) * radius


def _loop_bottom_speed(radius: float) -> float:
    return sqrt(5 * G * radius)


def _target(m1: float, v1: float, m2: float, e: float) -> float:
    """Speed of the struck body m2, at rest before."""
    return (1 + e) * m1 * v1 / (m1 + m2)


def _restitution(v1: float, v2: float, w1: float, w2: float) -> float:
    return (w2 - w1) / (v1 - v2)


def _rebound(h: float, e: float, n: int = 1) -> float:
    return h * e ** (2 * n)


def _bend_stress(p: float, span: float, b: float, t: float) -> float:
    return (p * span / 4) * (t / 2) / (b * t**3 / 12)


def _euler(e: float, d: float, length: float, k: float = 1.0) -> float:
    return pi**2 * e * (pi * d**4 / 64) / (k * length) ** 2


def _weight(m: float, g: float = G) -> float:
    return m * g


def _delta_v(isp: float, m0: float, mf: float) -> float:
    return isp * G * log(m0 / mf)


def _atwood(m1: float, m2: float) -> float:
    """Acceleration of m1 downwards."""
    return (m1 - m2) * G / (m1 + m2)


def _atwood_time(m1: float, m2: float, h: float) -> float:
    return sqrt(2 * h / _atwood(m1, m2))


def _moment(load: float, arm: float) -> float:
    return load * arm


def _spring_height(k: float, x: float, m: float) -> float:
    return k * x**2 / 2 / (m * G)


def _spring_speed(k: float, x: float, m: float) -> float:
    return x * sqrt(k / m)


def _terminal(m: float, cda: float, rho: float = RHO_AIR) -> float:
    return sqrt(2 * m * G / (rho * cda))


def _efflux(h: float) -> float:
    return sqrt(2 * G * h)


def _jet_apex(h: float) -> float:
    return _efflux(h) ** 2 / (2 * G)


def _drain_time(h: float, area: float, hole: float, cd: float) -> float:
    return area / (cd * hole) * sqrt(2 * h / G)


def _warm(m: float, t0: float, t1: float) -> float:
    return m * C_WATER * (t1 - t0)


def _critical(n1: float, n2: float) -> float:
    """Critical angle in degrees; 90 where there is none."""
    return degrees(asin(n2 / n1)) if n1 > n2 else 90.0


def _refracted(n1: float, n2: float, deg: float) -> float:
    return degrees(asin(n1 / n2 * sin(radians(deg))))


def _magnification(f: float, do: float) -> float:
    return (1 / (1 / f - 1 / do)) / do


def _spacing_ratio(spacing: float, height: float) -> float:
    """The chain runs on below 1."""
    return spacing / height


def _unaided(rise: float) -> bool:
    return rise <= JUMP_LIMIT


def _hang_rise(t: float) -> float:
    return G * t**2 / 8


def _leap_rise(v: float) -> float:
    return v**2 / (2 * G)


def _roll_acc(deg: float, beta: float) -> float:
    return G * sin(radians(deg)) / (1 + beta)


def _mu_roll(deg: float, beta: float) -> float:
    return _slope(deg) * beta / (1 + beta)


SOLID_SPHERE, SHELL, CYLINDER, HOOP = 2 / 5, 2 / 3, 1 / 2, 1.0


def _grip(mu: float, n: float) -> float:
    return 2 * mu * n


def _helium_lift(radius: float) -> float:
    """Mass in kg that a helium ball holds up, its skin included."""
    return (RHO_AIR - RHO_HELIUM) * 4 / 3 * pi * radius**3


def _climb(m: float, h: float) -> float:
    return m * G * h


def _kinetic(m: float, v: float) -> float:
    return m * v**2 / 2


FREE_FALL = (
    Case(
        "A wrench slips off a scaffold 45 m up and, starting from rest, hits the ground at more "
        "than 25 m/s.",
        "free_fall",
        _fall_speed(45) > 25,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A brick knocked loose from a 60 ft high parapet takes over 2.5 s to reach the pavement",
        "free_fall",
        _fall_time(_ft(60)) > 2.5,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Dropped from rest 3 m above the mat, a 2 kg medicine ball does not land within 0.6 s.",
        "free_fall",
        _fall_time(3) > 0.6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Wide shot: a sandbag is let go from a rooftop 28 m above the street. It thumps down no "
        "later than 2.0 s after release.",
        "free_fall",
        _fall_time(28) <= 2.0,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A brick dropped from 5 m lands within 1.2 s and hits the floor at less than 8 m/s",
        "free_fall",
        _fall_time(5) <= 1.2 and _fall_speed(5) < 8,
        phrasing=Phrasing.COMPOUND,
    ),
)

PROJECTILE = (
    Case(
        "Kicked off the grass at 24 m/s and 35 degrees, a football passes over a 3 m high crossbar "
        "30 m away.",
        "projectile",
        _height_at(30, 24, 35) > 3,
    ),
    Case(
        "A motorbike takes off at 45 mph from a ramp angled 20 degrees upward and lands on an "
        "equally high platform beyond a 100 ft gap.",
        "projectile",
        _level_range(_mph(45), 20) >= _ft(100),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A stone is thrown horizontally at 15 m/s from the top of a 20 m cliff. It comes down at "
        "least 40 m from the foot of the cliff.",
        "projectile",
        _cliff_range(15, 20) >= 40,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Whatever the angle, a ball hit from the ground at 50 km/h cannot fly 25 m across a level "
        "field before landing.",
        "projectile",
        _level_range(_kmh(50)) < 25,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A catapult at ground level fires a melon at 14 m/s, 60 degrees above horizontal. The "
        "melon fails to clear a 6 m fence standing 8 m away.",
        "projectile",
        _height_at(8, 14, 60) <= 6,
        phrasing=Phrasing.NEGATED,
    ),
)

INCLINE = (
    Case(
        "A wooden box put down on a ramp sloping 22 degrees stays where it is.",
        "incline",
        None,
        missing=("friction", "mu", "mu_s", "static friction", "coefficient"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Ramp 30 deg, crate with static friction coefficient 0.45, released at rest: crate slides "
        "down.",
        "incline",
        _slope(30) > 0.45,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 12 kg toolbox does not slip on a roof pitched at 28 degrees if the coefficient of "
        "static friction is 0.4.",
        "incline",
        _slope(28) <= 0.4,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A parked sledge remains at rest on a snow slope with a 10 percent grade, given a static "
        "friction coefficient of 0.12 and a kinetic one of 0.08.",
        "incline",
        _grade(10) <= 0.12,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Starting from rest, a suitcase slides down a chute four metres long, inclined at "
        "thirty-five degrees, in less than one second; kinetic friction is 0.3.",
        "incline",
        _slide_time(4, 35, 0.3) < 1,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
)

STACK = (
    Case(
        "Four identical crates, 40 cm wide, are piled up with each one shifted 8 cm to the right "
        "of the crate beneath it. The pile stays up.",
        "stack",
        _stagger_reach(4, 0.08) < 0.40,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Five equal books, each 20 cm wide, stacked like a staircase with every book sticking out "
        "5 cm past the one below, stand without any glue.",
        "stack",
        _stagger_reach(5, 0.05) < 0.20,
    ),
    Case(
        "A filing cabinet 0.4 m wide with its centre of mass 0.7 m above the floor is tilted "
        "sideways by 12 degrees, let go, and tips over.",
        "stack",
        _tilt_limit(0.4, 0.7) < 12,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Two uniform blocks, each 10 inches wide: the upper block hangs 6 inches beyond the edge "
        "of the lower one and does not fall off.",
        "stack",
        _stagger_reach(2, _in(6)) < _in(10),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A uniform box, 30 cm wide and 80 cm tall, sits on a board and is kept from sliding. When "
        "the board is tilted to 25 degrees the box topples.",
        "stack",
        _tilt_limit(0.30, 0.80 / 2) < 25,
        phrasing=Phrasing.SENTENCES,
    ),
)

PUSH_TIP = (
    Case(
        "A wardrobe 0.6 m deep is pushed horizontally across a floor with friction coefficient "
        "0.35 and slides rather than tips.",
        "push_tip",
        None,
        missing=("push height", "height", "H_push", "H", "where it is pushed"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Shoved sideways at a height of 60 cm, a cabinet 50 cm wide slides without tipping over, "
        "mu = 0.3.",
        "push_tip",
        _mu_tip(0.50, 0.60) > 0.3,
    ),
    Case(
        "A fridge 28 in wide pushed 5 ft above the floor tips before it slides; friction "
        "coefficient 0.4",
        "push_tip",
        _mu_tip(_in(28), _ft(5)) < 0.4,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Pushed horizontally 1.1 m above the floor until it moves, a vending machine 0.5 m wide "
        "and weighing 90 kg doesn't tip. The floor friction coefficient is 0.55.",
        "push_tip",
        _mu_tip(0.5, 1.1) > 0.55,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Box: base 0.4 m, push height 0.25 m, mu 0.5. Box tips instead of sliding.",
        "push_tip",
        _mu_tip(0.4, 0.25) < 0.5,
        phrasing=Phrasing.SPEC,
    ),
)

TRUCK_BED = (
    Case(
        "A pallet does not shift on the bed of a lorry that brakes evenly from 72 km/h to a "
        "standstill in 3 s. Static friction between pallet and bed: 0.5.",
        "truck_bed",
        _kmh(72) / 3 <= _bed_limit(0.5),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "An untied box rides on a flatbed that pulls away at 0.25 g; with a friction coefficient "
        "of 0.35 it stays in place",
        "truck_bed",
        _bed_limit(0.35) >= 0.25 * G,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A crate with static friction 0.3 slides towards the tailgate when the truck accelerates "
        "at 4.2 m/s^2.",
        "truck_bed",
        _bed_limit(0.3) < 4.2,
    ),
    Case(
        "Load check: unsecured steel coil cradle, static friction 0.6, emergency braking at "
        "7.5 m/s^2. Cradle must not move on the truck bed.",
        "truck_bed",
        _bed_limit(0.6) >= 7.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A loose washing machine slides across the floor of a van that slows steadily from "
        "50 km/h to 20 km/h in four seconds, the static friction coeficient being 0.45.",
        "truck_bed",
        _bed_limit(0.45) < _kmh(50 - 20) / 4,
        phrasing=Phrasing.TYPO,
    ),
)

FLAT_CURVE = (
    Case(
        "A delivery van gets round an unbanked bend of 60 m radius at 68 km/h without skidding.",
        "flat_curve",
        None,
        missing=("friction", "mu", "grip", "coefficient", "road surface"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A motorcycle rounds a level bend of 120 ft radius at 30 mph and keeps its grip on a road "
        "with friction coefficient 0.7",
        "flat_curve",
        _flat_max(_ft(120), 0.7) >= _mph(30),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "At 90 km/h a car does not skid in a flat curve of radius 70 m when the wet road offers "
        "mu = 0.4.",
        "flat_curve",
        _flat_max(70, 0.4) >= _kmh(90),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "On a flat icy car park, with a friction coefficient of 0.1, a car driving in a circle of "
        "twenty metres radius at eight metres per second slides out of the circle.",
        "flat_curve",
        _flat_max(20, 0.1) < 8,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A cyclist riding at 5 m/s on a flat roundabout with a radius of 15 m loses grip and "
        "skids; tyre friction is 0.6.",
        "flat_curve",
        _flat_max(15, 0.6) < 5,
    ),
)

BANKED_CURVE = (
    Case(
        "A stock car holds its line at 180 mph through a turn banked at 31 degrees with a radius "
        "of 300 m and a tire friction coefficient of 0.5.",
        "banked_curve",
        _bank_min(300, 31, 0.5) <= _mph(180) <= _bank_max(300, 31, 0.5),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Frictionless banked curve, bank 25 deg, r = 80 m, v = 12 m/s: the car slides down the "
        "bank.",
        "banked_curve",
        _bank_min(80, 25, 0) > 12,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "With mu 0.2, a car going 12 m/s does not slide up or down in a bend of 50 m radius "
        "banked at 15 degrees.",
        "banked_curve",
        _bank_min(50, 15, 0.2) <= 12 <= _bank_max(50, 15, 0.2),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A bobsleigh creeping along at 20 mph keeps its line in an ice bend of 60 ft radius that "
        "is banked at 50 degrees, mu 0.03.",
        "banked_curve",
        _bank_min(_ft(60), 50, 0.03) <= _mph(20) <= _bank_max(_ft(60), 50, 0.03),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A lorry enters a motorway slip road at 80 km/h. The curve has a 90 m radius and is banked "
        "at 6 degrees, friction is 0.3, and the lorry slides outward.",
        "banked_curve",
        _bank_max(90, 6, 0.3) < _kmh(80),
        phrasing=Phrasing.SENTENCES,
    ),
)

ROLLOVER = (
    Case(
        "A loaded tractor with a track width of 1.5 m turns at 8 m/s on a 12 m radius without "
        "rolling over; the ground gives a friction coefficient of 0.9.",
        "rollover",
        None,
        missing=("centre of gravity", "center of gravity", "CG height", "h_cg", "height", "CG"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Sports car, track 1.6 m, CG 0.45 m high, mu 1.0, radius 25 m, 15 m/s: no rollover",
        "rollover",
        _roll_ratio(1.6, 0.45, 15, 25, 1.0) <= 1,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A double-decker bus with a 2.4 m track and its centre of gravity 1.9 m above the road "
        "rolls over in a bend of 30 m radius at 54 km/h, tyre friction being 0.85.",
        "rollover",
        _roll_ratio(2.4, 1.9, _kmh(54), 30, 0.85) > 1,
    ),
    Case(
        "A forklift (track 0.9 m, centre of gravity 0.8 m up) swings through a bend of 4 m radius "
        "at 6 m/s on concrete with friction 0.8 and stays upright.",
        "rollover",
        _roll_ratio(0.9, 0.8, 6, 4, 0.8) <= 1,
    ),
    Case(
        "A van with a track of 65 in and its CG 28 in above the ground rolls over on an icy bend: "
        "radius 20 m, 60 km/h, mu 0.15.",
        "rollover",
        _roll_ratio(_in(65), _in(28), _kmh(60), 20, 0.15) > 1,
        phrasing=Phrasing.UNITS,
    ),
)

BRAKING = (
    Case(
        "A car doing 70 mph brakes to a halt in under 60 m on a road with mu 0.75, the driver "
        "reacting instantly.",
        "braking",
        _stop(_mph(70), 0.75) < 60,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A cyclist travelling at 25 km/h takes one second to react, then brakes with a friction "
        "coefficient of 0.5. She comes to rest in no more than 15 m altogether.",
        "braking",
        _stop(_kmh(25), 0.5, 1) <= 15,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A tram at 50 km/h cannot stop within 40 m when the greasy rails allow a friction "
        "coefficient of only 0.15, even with no reaction time.",
        "braking",
        _stop(_kmh(50), 0.15) > 40,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A truck at 60 ft/s hits a stalled car 50 m ahead although the driver brakes at once on a "
        "level road with mu 0.6.",
        "braking",
        _stop(_ft(60), 0.6) > 50,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Going downhill at 14 m/s on a 5 degree slope, a car with all wheels locked (mu 0.5) stops "
        "within 18 m. No reaction delay.",
        "braking",
        _stop(14, 0.5, 0, 5) <= 18,
        phrasing=Phrasing.SENTENCES,
    ),
)

PENDULUM = (
    Case(
        "The 1 m pendulum of a grandfather clock needs less than 1.5 s for one full back-and-forth "
        "swing",
        "pendulum",
        _period(1) < 1.5,
    ),
    Case(
        "A wrecking ball released from rest 2 m above its lowest point does not rise to 2.5 m on "
        "the other side.",
        "pendulum",
        _highest_swing(2) < 2.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A pendulum 3 ft long, swinging through small angles, makes at least 28 complete swings in "
        "one minute.",
        "pendulum",
        60 / _period(_ft(3)) >= 28,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A lamp hanging on a 6 m cable sways gently, and one sway there and back takes between 4.5 "
        "and 5.5 s.",
        "pendulum",
        _period(6) >= 4.5 and _period(6) <= 5.5,
        phrasing=Phrasing.RANGE,
    ),
    Case(
        "A bob on a 1.5 m string is let go from rest with the string horizontal and passes its "
        "lowest point at more than 6 m/s.",
        "pendulum",
        _fall_speed(1.5) > 6,
        phrasing=Phrasing.PASSIVE,
    ),
)

LOOP = (
    Case(
        "A coaster car sliding without friction from a start 15 m high stays on the track all the "
        "way round a loop of 5 m radius.",
        "loop",
        _loop_height(5) <= 15,
    ),
    Case(
        "A tiny solid ball, rolling without slipping from rest at a height of 2.6R above the "
        "bottom, gets round a loop of radius R without losing contact.",
        "loop",
        _loop_height(1, sphere=True) <= 2.6,
    ),
    Case(
        "A frictionless cart let go 2.2 m above the bottom of a loop 2 m in diameter does not make "
        "it round the top.",
        "loop",
        _loop_height(2 / 2) > 2.2,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Loop radius 8 m, release height 60 ft, no friction: the sliding car keeps contact at the "
        "top",
        "loop",
        _loop_height(8) <= _ft(60),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A toy car enters the bottom of a 1.2 m radius loop at 7 m/s and coasts right round "
        "without leaving the track. Ignore friction.",
        "loop",
        _loop_bottom_speed(1.2) <= 7,
    ),
)

COLLISION = (
    Case(
        "A 2 kg trolley moving at 3 m/s runs into a 1 kg trolley at rest, and the lighter trolley "
        "moves off at 3.5 m/s.",
        "collision",
        _target(2, 3, 1, 0) <= 3.5 <= _target(2, 3, 1, 1),
    ),
    Case(
        "A 1500 kg car at 36 km/h runs into the back of a stationary 1000 kg car. The bumpers lock "
        "and the two roll on together at less than 5 m/s.",
        "collision",
        _target(1500, _kmh(36), 1000, 0) < 5,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 5 kg bowling ball at 4 m/s cannot send a 1.5 kg pin, standing at rest, off at 7 m/s.",
        "collision",
        _target(5, 4, 1.5, 1) < 7,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Two equal pucks slide head-on into each other at 2 m/s each, and both bounce back at "
        "3 m/s.",
        "collision",
        _restitution(2, -2, -3, 3) <= 1,
    ),
    Case(
        "A 10 g bullet flying at 400 m/s gets stuck in a 2 kg wooden block that was at rest on "
        "ice, and the block slides off at over 3 m/s.",
        "collision",
        _target(0.010, 400, 2, 0) > 3,
        phrasing=Phrasing.BOUNDED,
    ),
)

BOUNCE = (
    Case(
        "A rubber ball dropped from 1.5 m bounces back up to at least 1 m.",
        "bounce",
        None,
        missing=("restitution", "e", "coefficient of restitution", "bounciness"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A superball with restitution 0.9 dropped from 2 m still gets higher than 1.2 m on its "
        "second bounce",
        "bounce",
        _rebound(2, 0.9, 2) > 1.2,
    ),
    Case(
        "A basketball let fall from 6 ft with e = 0.75 comes back up to no less than 4 ft.",
        "bounce",
        _rebound(_ft(6), 0.75) >= _ft(4),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Dropped from three metres, a golf ball with a coefficient of restitution of 0.8 doesn't "
        "rise to one metre after its third bounce.",
        "bounce",
        _rebound(3, 0.8, 3) < 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A squash ball simply let go at 80 cm rebounds to 95 cm off a hard, motionless floor.",
        "bounce",
        _rebound(0.80, 1) >= 0.95,
        phrasing=Phrasing.CONTRADICTION,
    ),
)

BUOYANCY = (
    Case(
        "A solid plastic block of density 920 kg/m^3 floats in oil of density 850 kg/m^3.",
        "buoyancy",
        920 / 850 < 1,
    ),
    Case(
        "A closed watertight box with a total mass of 3 kg and an outer volume of 5 litres floats "
        "in fresh water",
        "buoyancy",
        3 / (5 / 1000) < 1000,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A solid glass marble (2500 kg/m^3) does not sink in mercury (13600 kg/m^3).",
        "buoyancy",
        2500 / 13600 < 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A wooden beam of density 640 kg/m^3, 3 m long, floats in water with less than half of its "
        "volume below the surface.",
        "buoyancy",
        640 / 1000 < 0.5,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A sealed drum takes up 0.2 m^3 and weighs 180 kg with its contents. Thrown into sea water "
        "of 1025 kg/m^3, it sinks.",
        "buoyancy",
        180 / 0.2 > 1025,
        phrasing=Phrasing.SENTENCES,
    ),
)

BEAM = (
    Case(
        "An oak board 1.2 m long and 20 cm wide, with a bending strength of 50 MPa, rests on two "
        "trestles at its ends and carries a 90 kg man standing in the middle.",
        "beam",
        None,
        missing=("thickness", "thick", "t", "depth"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A plank supported at both ends, span 2 m, 30 cm wide and 40 mm thick, allowable stress "
        "30 MPa, carries 80 kg at mid-span.",
        "beam",
        _bend_stress(_weight(80), 2, 0.30, 0.040) <= 30e6,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A glass shelf, 0.9 m between its end supports, 0.2 m wide and 6 mm thick, does not break "
        "when a 25 kg vase is set down at the centre. The glass has a strength of 30 MPa.",
        "beam",
        _bend_stress(_weight(25), 0.9, 0.2, 0.006) <= 30e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A flat steel bar 50 mm wide and 10 mm thick, laid flat over a 1 m span, yields under 1 kN "
        "at the middle; its yield strength is 250 MPa.",
        "beam",
        _bend_stress(1000, 1, 0.050, 0.010) > 250e6,
    ),
    Case(
        "A chipboard shelf holds 120 lb at mid-span. Span 3 ft, width 10 in, thickness 0.5 in, "
        "strength 12 MPa.",
        "beam",
        _bend_stress(_weight(_lb(120)), _ft(3), _in(10), _in(0.5)) <= 12e6,
        phrasing=Phrasing.UNITS,
    ),
)

COLUMN = (
    Case(
        "A pin-ended solid steel rod of 15 mm diameter (E = 200 GPa) carries 8 kN in compression "
        "without buckling.",
        "column",
        None,
        missing=("length", "L", "long", "height"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A solid round aluminum rod, E = 70 GPa, 25 mm in diameter and 1.5 m long with pinned "
        "ends, buckles under an axial load of 10 kN.",
        "column",
        _euler(70e9, 0.025, 1.5) < 10e3,
    ),
    Case(
        "A round wooden pole 5 cm in diameter and 2 m long, hinged at both ends, does not buckle "
        "under 5 kN. Take E as 11 GPa.",
        "column",
        _euler(11e9, 0.05, 2) >= 5e3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A solid steel post, 40 mm diameter and 3 m tall, fixed at the base and free at the top, "
        "carries 12 kN on its top end without buckling (E = 200 GPa)",
        "column",
        _euler(200e9, 0.040, 3, 2) >= 12e3,
    ),
    Case(
        "Pinned steel rod, length 12 in, diameter 0.25 in, E 200 GPa: buckles at a compressive "
        "load of 500 N",
        "column",
        _euler(200e9, _in(0.25), _in(12)) < 500,
        phrasing=Phrasing.SPEC,
    ),
)

ROCKET_LIFTOFF = (
    Case(
        "A 300 tonne launcher whose engines push with 3.6 MN lifts off the pad.",
        "rocket_liftoff",
        _weight(300e3) < 3.6e6,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A 250 g model rocket does not leave the pad when its motor delivers a constant thrust of "
        "6 N.",
        "rocket_liftoff",
        _weight(0.250) > 6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "On the Moon, where g is 1.62 m/s^2, a lander with a mass of two tonnes takes off on "
        "4 kN of thrust.",
        "rocket_liftoff",
        _weight(2000, 1.62) < 4000,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Rocket mass 850 kg (constant), thrust 7 kN (constant), Earth: it lifts off",
        "rocket_liftoff",
        _weight(850) < 7000,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Three engines of 15 kN each raise a 5 tonne test rocket off the ground, with no loss of "
        "mass while they burn.",
        "rocket_liftoff",
        _weight(5000) < 3 * 15e3,
        phrasing=Phrasing.UNITS,
    ),
)

DELTA_V = (
    Case(
        "A kick stage with a specific impulse of 320 s gives its probe 3 km/s of extra speed.",
        "delta_v",
        None,
        missing=("mass ratio", "mass", "propellant", "m0", "mf", "fuel"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Stage: 100 t fuelled, 20 t empty, Isp 450 s. Delta-v of at least 6.5 km/s.",
        "delta_v",
        _delta_v(450, 100, 20) >= 6500,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "An upper stage with a mass ratio of 3 and an Isp of 300 s cannot supply 4 km/s of "
        "delta-v.",
        "delta_v",
        _delta_v(300, 3, 1) < 4000,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 12 kg satellite, 2 kg of which is cold gas, changes its speed by 200 m/s in total with "
        "thrusters of Isp 70 s.",
        "delta_v",
        _delta_v(70, 12, 12 - 2) >= 200,
    ),
    Case(
        "A rocket stage weighing 40,000 lb at ignition and 10,000 lb at burnout gains more than "
        "4.5 km/s in free space with a specific impulse of 290 s.",
        "delta_v",
        _delta_v(290, 40000, 10000) > 4500,
        phrasing=Phrasing.BOUNDED,
    ),
)

ATWOOD = (
    Case(
        "Two buckets of 5 kg and 4 kg hang over a frictionless pulley. Released from rest, the "
        "heavier one drops 2 m in under 1.5 s.",
        "atwood",
        _atwood_time(5, 4, 2) < 1.5,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Over a light pulley a 7 kg weight pulls a 3 kg weight up by 1.5 m within one second of "
        "release.",
        "atwood",
        _atwood_time(7, 3, 1.5) <= 1,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Two 4 kg masses hung at rest from the two ends of a rope over an ideal pulley do not "
        "start moving by themselves.",
        "atwood",
        _atwood(4, 4) == 0,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 10 lb counterweight, released from rest, raises a 12 lb sack over a frictionles pulley",
        "atwood",
        _atwood(_lb(10), _lb(12)) > 0,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "Masses of 6 kg and 4 kg are connected by a string over an ideal pulley and accelerate at "
        "more than 3 m/s^2.",
        "atwood",
        _atwood(6, 4) > 3,
        phrasing=Phrasing.PASSIVE,
    ),
)

LEVER = (
    Case(
        "A 25 kg girl sitting 1.6 m from the pivot of a seesaw lifts her father, who sits 0.6 m "
        "from the pivot on the other side.",
        "lever",
        None,
        missing=("mass", "weight", "m2", "father"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Pressing with 300 N on a crowbar 1.2 m from the pivot raises a load of 1.5 kN that rests "
        "0.15 m from the pivot on the other side.",
        "lever",
        _moment(300, 1.2) > _moment(1500, 0.15),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "On a seesaw, a 30 kg child sitting 2 m from the pivot is not lifted by a 70 kg adult "
        "sitting 1 m out on the opposite side.",
        "lever",
        _moment(70, 1) <= _moment(30, 2),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 45 kg boy 0.8 m from the middle of a seesaw is balanced by a 20 kg toddler 1.8 m from "
        "the middle on the far side",
        "lever",
        isclose(_moment(45, 0.8), _moment(20, 1.8)),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A 6 kg weight hung 50 cm to the left of the pivot balances a 4 kg weight hung 60 cm to "
        "the right of it.",
        "lever",
        isclose(_moment(6, 0.50), _moment(4, 0.60)),
    ),
)

SPRING = (
    Case(
        "A 50 g ball shot straight up by a 400 N/m spring rises at least 3 m.",
        "spring",
        None,
        missing=("compression", "x", "compressed", "deflection"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "k = 800 N/m, compression 15 cm, ball 0.3 kg: launched vertically, it reaches 2.5 m",
        "spring",
        _spring_height(800, 0.15, 0.3) >= 2.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 200 N/m pinball spring pushed in by 5 cm cannot shoot an 80 g ball along a level, "
        "frictionless lane at 3 m/s.",
        "spring",
        _spring_speed(200, 0.05, 0.080) < 3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 20 g toy frog sits on a 150 N/m spring that is squeezed by 2 cm. When let go, it hops "
        "higher than 30 cm.",
        "spring",
        _spring_height(150, 0.02, 0.020) > 0.30,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A spring of stiffness 2 kN/m, compressed by 4 in, throws a 1 lb weight 20 ft straight up.",
        "spring",
        _spring_height(2000, _in(4), _lb(1)) >= _ft(20),
        phrasing=Phrasing.UNITS,
    ),
)

TERMINAL = (
    Case(
        "A 70 kg skydiver falling through air at sea level never exceeds 55 m/s.",
        "terminal",
        None,
        missing=("CdA", "drag area", "area", "drag", "posture", "drag coefficient"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A 20 kg parcel under a parachute with CdA 12 m^2 comes down at a steady speed below "
        "8 m/s, air density 1.2 kg/m^3.",
        "terminal",
        _terminal(20, 12, 1.2) < 8,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A hailstone of 5 g with a drag area CdA of 0.0003 m^2 does not fall faster than 20 m/s in "
        "still air of 1.2 kg/m^3.",
        "terminal",
        _terminal(0.005, 0.0003, 1.2) <= 20,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "In air of 1.2 kg/m^3 a 100 kg skydiver with CdA 0.75 m^2, jumping from a slow plane, "
        "reaches a falling speed of 75 m/s",
        "terminal",
        _terminal(100, 0.75, 1.2) >= 75,
    ),
    Case(
        "A 2 g paper coffee filter (CdA 0.02 m^2, air density 1.2 kg/m^3) is dropped from a "
        "balcony and ends up falling at more than 3 m/s.",
        "terminal",
        _terminal(0.002, 0.02, 1.2) > 3,
        phrasing=Phrasing.PASSIVE,
    ),
)

TORRICELLI = (
    Case(
        "A rain barrel with a floor area of 0.4 m^2, filled to a depth of 1 m, drains through a "
        "hole in the bottom within ten minutes.",
        "torricelli",
        None,
        missing=("hole", "a", "hole area", "hole size", "diameter", "area"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Water spurts from an opening 3 m below the surface of an open tank at more than 7 m/s, "
        "neglecting losses.",
        "torricelli",
        _efflux(3) > 7,
    ),
    Case(
        "An upward-pointing nozzle 2 m below the water level of an open tank does not throw its "
        "jet 3 m above the nozzle; there is no pump.",
        "torricelli",
        _jet_apex(2) < 3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A tank of 1 m^2 cross-section holds water 1.5 m deep. It runs empty through a 5 cm^2 hole "
        "in its floor (Cd 0.6) in fifteen minutes or less.",
        "torricelli",
        _drain_time(1.5, 1, 5e-4, 0.6) <= 15 * 60,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A small hole 20 cm below the water line of an open bukcet lets water out at 3 m/s or "
        "faster",
        "torricelli",
        _efflux(0.20) >= 3,
        phrasing=Phrasing.TYPO,
    ),
)

HEAT = (
    Case(
        "A 1.5 kW immersion heater brings a pot of water from 15 °C to 90 °C in five minutes.",
        "heat",
        None,
        missing=("mass", "m", "amount of water", "volume", "how much water"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A microwave oven putting 1 kW into the water warms 300 g of water from 20 °C to 80 °C in "
        "ninety seconds.",
        "heat",
        _warm(0.300, 20, 80) <= 1000 * 90,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A 60 W heater cannot melt 500 g of ice, already at 0 °C, in half an hour.",
        "heat",
        0.500 * L_MELT > 60 * 1800,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 3 kW boiler heats 150 litres of water from 10 °C to 60 °C in at most two hours",
        "heat",
        _warm(150, 10, 60) <= 3000 * 7200,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 2.2 kW kettle holds 1 litre of water already at 100 °C. Left on, it boils all of the "
        "water away within 10 minutes.",
        "heat",
        1 * L_BOIL <= 2200 * 600,
        phrasing=Phrasing.SENTENCES,
    ),
)

OPTICS_RAY = (
    Case(
        "Inside a glass prism (n = 1.5) a ray meets the glass-air face at 45 degrees to the normal "
        "and is totally reflected.",
        "optics_ray",
        _critical(1.5, 1.0) < 45,
    ),
    Case(
        "A light ray passing from water (n = 1.33) towards air, with an angle of incidence of 40 "
        "degrees, is not totally reflected.",
        "optics_ray",
        _critical(1.33, 1.0) > 40,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Light coming from air strikes a diamond of index 2.42 at 80 degrees to the normal and "
        "undergoes total internal reflection at that surface.",
        "optics_ray",
        _critical(1.0, 2.42) < 80,
    ),
    Case(
        "A laser beam goes from air into glass with n = 1.5, hitting it at 30 degrees from the "
        "normal; the angle of refraction is larger than 25 degrees.",
        "optics_ray",
        _refracted(1.0, 1.5, 30) > 25,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A converging lens with a focal length of 10 cm forms an image of a candle 30 cm away that "
        "is bigger than the candle itself.",
        "optics_ray",
        _magnification(0.10, 0.30) > 1,
    ),
)

DOMINO = (
    Case(
        "Dominoes 48 mm tall are set up 2 cm apart, and one push on the first brings down the "
        "whole row.",
        "domino",
        _spacing_ratio(0.02, 0.048) < 1,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Stone slabs two metres tall stand in a row with gaps of two and a half metres. Tipping "
        "the first one over brings down all the others.",
        "domino",
        _spacing_ratio(2.5, 2) < 1,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A row of 6 cm tall dominoes placed 8 cm apart does not all fall when the first one is "
        "tipped.",
        "domino",
        _spacing_ratio(0.08, 0.06) > 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "30 books, each 25 cm tall and 3 cm thick, stand upright 12 in apart and all fall over in "
        "a chain after the frist one is knocked down",
        "domino",
        _spacing_ratio(_in(12), 0.25) < 1,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "Domino run: 100 pieces, height 2 in, spacing 1 in. The chain reaction stalls after the "
        "first piece falls.",
        "domino",
        _spacing_ratio(_in(1), _in(2)) > 1,
        phrasing=Phrasing.SPEC,
    ),
)

JUMP = (
    Case(
        "In a standing vertical jump a volleyball player raises her centre of mass by 50 cm.",
        "jump",
        _unaided(0.50),
    ),
    Case(
        "Without any aid, a man jumps straight up from standing so that his center of mass rises "
        "by 1.5 m",
        "jump",
        _unaided(1.5),
    ),
    Case(
        "Nobody can raise their own centre of mass by 5 ft in a standing jump without equipment.",
        "jump",
        not _unaided(_ft(5)),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The dancer jumps up from a standstill, with no wires and no trampoline, and stays in the "
        "air for two full seconds before landing on the same floor.",
        "jump",
        _unaided(_hang_rise(2)),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A person weighing 68 kg, unaided and standing still beforehand, leaves the floor straight "
        "up at 7 m/s.",
        "jump",
        _unaided(_leap_rise(7)),
        phrasing=Phrasing.IRRELEVANT,
    ),
)

ROLLING = (
    Case(
        "A solid cylinder and a hoop are let go together at the top of the same ramp, and the "
        "cylinder gets to the bottom first. Both roll without slipping.",
        "rolling",
        _roll_acc(20, CYLINDER) > _roll_acc(20, HOOP),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A thin-walled hollow sphere beats a solid sphere in a race down the same slope, both "
        "starting at rest and rolling without slipping.",
        "rolling",
        _roll_acc(20, SHELL) > _roll_acc(20, SOLID_SPHERE),
    ),
    Case(
        "A hoop cannot roll down a 30 degree slope without slipping if the friction coefficient is "
        "0.2.",
        "rolling",
        _mu_roll(30, HOOP) > 0.2,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Released on a plane inclined at 40 degrees with a friction coefficient of 0.15, a solid "
        "ball rolls down without slipping.",
        "rolling",
        _mu_roll(40, SOLID_SPHERE) <= 0.15,
    ),
    Case(
        "A solid cylinder rolls from rest, without slipping, down the full 3 m of a 20 degree ramp "
        "in less than 1.2 s",
        "rolling",
        sqrt(2 * 3 / _roll_acc(20, CYLINDER)) < 1.2,
        phrasing=Phrasing.BOUNDED,
    ),
)

GRIP = (
    Case(
        "A two-finger robot hand squeezing with 15 N lifts a 1 kg bottle without letting it slip.",
        "grip",
        None,
        missing=("friction", "mu", "coefficient", "grip"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Two fingers, each pressing with 40 N at mu 0.5, hold up a 3 kg machine part.",
        "grip",
        _grip(0.5, 40) >= _weight(3),
    ),
    Case(
        "A parallel gripper pressing with 25 N per finger (friction 0.3) does not drop a 2 kg "
        "casting.",
        "grip",
        _grip(0.3, 25) >= _weight(2),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A two-jaw gripper with 60 N on each jaw and mu 0.4 lifts a 4 kg block at an upward "
        "acceleration of 5 m/s^2 without slipping",
        "grip",
        _grip(0.4, 60) >= 4 * (G + 5),
    ),
    Case(
        "A 12 oz mug slips out of a gripper whose two fingers pinch it with only 2 N each, mu 0.6.",
        "grip",
        _grip(0.6, 2) < _weight(_oz(12)),
        phrasing=Phrasing.UNITS,
    ),
)

SUPPORT = (
    Case(
        "A 2 kg drone whose rotors give 25 N of upward thrust in total stays in the air.",
        "support",
        _weight(2) <= 25,
    ),
    Case(
        "A brick hangs still in the middle of the room, here on Earth, with nothing holding it up.",
        "support",
        _weight(1) <= 0,
        phrasing=Phrasing.CONTRADICTION,
    ),
    Case(
        "A 4 kg picture hanging from a single wire with a breaking strength of 100 N does not fall "
        "down.",
        "support",
        _weight(4) <= 100,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A helium balloon of 12 cm radius carries a 50 g bunch of keys up into the air.",
        "support",
        _helium_lift(0.12) > 0.050,
    ),
    Case(
        "A ceiling magnet that pulls with 5 N holds up a steel plate of 0.8 kg hanging beneath it",
        "support",
        _weight(0.8) <= 5,
        phrasing=Phrasing.NEAR_MISS,
    ),
)

DRAG_RACE_POWER = (
    Case(
        "A 75 kg hiker with a useful output of 150 W climbs 300 m of height in 20 minutes or less.",
        "drag_race_power",
        _climb(75, 300) <= 150 * 20 * 60,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 1200 kg car with 80 kW at the wheels goes from 0 to 100 km/h in 8 s, air drag ignored.",
        "drag_race_power",
        _kinetic(1200, _kmh(100)) <= 80e3 * 8,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A 3 kW hoist with an efficiency of 0.8 cannot raise 500 kg by 20 m in 30 s.",
        "drag_race_power",
        _climb(500, 20) > 3000 * 0.8 * 30,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 500 W pump moves 2000 litres of water up to a cistern 12 m higher in five minutes",
        "drag_race_power",
        _climb(2000, 12) <= 500 * 5 * 60,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A cyclist puts out a steady 400 W. Together with the bike he has a mass of 80 kg, and he "
        "gets from standstill to 30 mph on the flat in 5 s.",
        "drag_race_power",
        _kinetic(80, _mph(30)) <= 400 * 5,
        phrasing=Phrasing.SENTENCES,
    ),
)

CASES: tuple[Case, ...] = (
    *FREE_FALL,
    *PROJECTILE,
    *INCLINE,
    *STACK,
    *PUSH_TIP,
    *TRUCK_BED,
    *FLAT_CURVE,
    *BANKED_CURVE,
    *ROLLOVER,
    *BRAKING,
    *PENDULUM,
    *LOOP,
    *COLLISION,
    *BOUNCE,
    *BUOYANCY,
    *BEAM,
    *COLUMN,
    *ROCKET_LIFTOFF,
    *DELTA_V,
    *ATWOOD,
    *LEVER,
    *SPRING,
    *TERMINAL,
    *TORRICELLI,
    *HEAT,
    *OPTICS_RAY,
    *DOMINO,
    *JUMP,
    *ROLLING,
    *GRIP,
    *SUPPORT,
    *DRAG_RACE_POWER,
)
