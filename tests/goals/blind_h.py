"""Blind set H: 160 goals, five a core family, written without sight of the reader."""

from math import asin, cos, degrees, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
MPH = 0.44704
KMH = 1 / 3.6
FT = 0.3048
INCH = 0.0254
LB = 0.45359237
C_WATER = 4186.0
L_MELT = 334e3
L_BOIL = 2.256e6


def _fall_time(h: float, v0: float = 0.0) -> float:
    return (-v0 + sqrt(v0**2 + 2 * G * h)) / G


def _impact_speed(h: float, v0: float = 0.0) -> float:
    return sqrt(v0**2 + 2 * G * h)


def _height_at(x: float, v: float, deg: float, y0: float = 0.0) -> float:
    th = radians(deg)
    return y0 + x * tan(th) - G * x**2 / (2 * v**2 * cos(th) ** 2)


def _range(v: float, deg: float, y0: float = 0.0) -> float:
    th = radians(deg)
    vy = v * sin(th)
    return v * cos(th) * (vy + sqrt(vy**2 + 2 * G * y0)) / G


def _tan(deg: float) -> float:
    return tan(radians(deg))


def _grade(percent: float) -> float:
    return percent / 100


def _ramp_time(length: float, deg: float, mu_k: float) -> float:
    a = G * (sin(radians(deg)) - mu_k * cos(radians(deg)))
    return sqrt(2 * length / a)


def _stagger_com(n: int, s: float) -> float:
    """How far the n-1 upper boxes' centre lies from the middle of the lowest box."""
    return s * n / 2


def _tilt_limit(width: float, h_com: float) -> float:
    return degrees(asin(width / 2 / sqrt((width / 2) ** 2 + h_com**2)))


def _tip_mu(b: float, height: float) -> float:
    """Friction above which a block pushed at this height tips."""
    return b / (2 * height)


def _hold_acc(mu: float) -> float:
    return mu * G


def _flat_speed(mu: float, r: float) -> float:
    return sqrt(mu * G * r)


def _bank_max(r: float, deg: float, mu: float) -> float:
    return sqrt(r * G * (_tan(deg) + mu) / (1 - mu * _tan(deg)))


def _bank_min(r: float, deg: float, mu: float) -> float:
    return sqrt(max(0.0, r * G * (_tan(deg) - mu) / (1 + mu * _tan(deg))))


def _lateral(v: float, r: float, mu: float) -> float:
    return min(v**2 / (r * G), mu)


def _roll_ratio(lateral_g: float, track: float, h: float) -> float:
    """Lateral g over static stability factor; rolls above 1."""
    return lateral_g / (track / (2 * h))


def _stop(v: float, mu: float, t_r: float = 0.0) -> float:
    return v * t_r + v**2 / (2 * mu * G)


def _period(length: float) -> float:
    return 2 * pi * sqrt(length / G)


def _far_rise(h0: float) -> float:
    return h0


def _loop_slide(r: float) -> float:
    return 2.5 * r


def _loop_sphere(r: float) -> float:
    return 2.7 * r


def _loop_top_speed(r: float) -> float:
    return sqrt(G * r)


def _target(m1: float, v1: float, m2: float, e: float, v2: float = 0.0) -> float:
    return ((1 + e) * m1 * v1 + (m2 - e * m1) * v2) / (m1 + m2)


def _bounce(h0: float, e: float, n: int = 1) -> float:
    return e ** (2 * n) * h0


def _stress(kg: float, span: float, b: float, t: float) -> float:
    return kg * G * span / 4 / (b * t**2 / 6)


def _sag(kg: float, span: float, b: float, t: float, e: float) -> float:
    return kg * G * span**3 / (48 * e * b * t**3 / 12)


def _euler(e: float, d: float, length: float, k: float = 1.0) -> float:
    return pi**2 * e * (pi * d**4 / 64) / (k * length) ** 2


def _thrust_to_weight(thrust: float, m: float, g: float = G) -> float:
    return thrust / (m * g)


def _delta_v(isp: float, m0: float, mf: float) -> float:
    return isp * G * log(m0 / mf)


def _atwood(m1: float, m2: float) -> float:
    return (m1 - m2) * G / (m1 + m2)


def _atwood_time(m1: float, m2: float, h: float) -> float:
    return sqrt(2 * h / _atwood(m1, m2))


def _atwood_speed(m1: float, m2: float, h: float) -> float:
    return sqrt(2 * h * _atwood(m1, m2))


def _torque_ratio(m1: float, d1: float, m2: float, d2: float) -> float:
    return m1 * d1 / (m2 * d2)


def _spring_height(k: float, x: float, m: float) -> float:
    return k * x**2 / 2 / (m * G)


def _spring_speed(k: float, x: float, m: float) -> float:
    return x * sqrt(k / m)


def _terminal(m: float, cda: float, rho: float = 1.225) -> float:
    return sqrt(2 * m * G / (rho * cda))


def _efflux(h: float) -> float:
    return sqrt(2 * G * h)


def _jet_apex(h: float) -> float:
    return h


def _drain(area: float, hole: float, h: float, cd: float) -> float:
    return area / (cd * hole) * sqrt(2 * h / G)


def _warm_time(kg: float, dt: float, watts: float) -> float:
    return kg * C_WATER * dt / watts


def _latent_time(kg: float, latent: float, watts: float) -> float:
    return kg * latent / watts


def _critical(n1: float, n2: float) -> float:
    return degrees(asin(n2 / n1))


def _refracted(n1: float, n2: float, deg: float) -> float:
    return degrees(asin(n1 / n2 * sin(radians(deg))))


def _lens_size(f: float, d: float) -> float:
    return abs(f / (d - f))


def _mirror_image(height: float) -> float:
    return height


def _gap_ratio(s: float, h: float) -> float:
    return s / h


JUMP_MAX = 0.7


def _jump_excess(h: float) -> float:
    return h / JUMP_MAX


def _flight(h: float) -> float:
    return 2 * sqrt(2 * h / G)


SPHERE, DISC, HOOP = 0.4, 0.5, 1.0


def _roll_acc(deg: float, beta: float) -> float:
    return G * sin(radians(deg)) / (1 + beta)


def _race(beta: float, other: float) -> float:
    """Acceleration of the first body over that of the other."""
    return (1 + other) / (1 + beta)


def _roll_time(length: float, deg: float, beta: float) -> float:
    return sqrt(2 * length / _roll_acc(deg, beta))


def _roll_mu(deg: float, beta: float) -> float:
    return _tan(deg) * beta / (1 + beta)


def _grip_ratio(m: float, mu: float, n: float, a: float = 0.0) -> float:
    return 2 * mu * n / (m * (G + a))


def _support_ratio(up: float, m: float) -> float:
    return up / (m * G)


def _power_ratio(watts: float, t: float, m: float, h: float = 0.0, v: float = 0.0) -> float:
    return watts * t / (m * G * h + m * v**2 / 2)


CASES: tuple[Case, ...] = (
    # free_fall
    Case(
        "A roofer loses his grip on a wrench 32 m above the street, and the wrench should hit the "
        "street no later than 2.8 seconds afterwards.",
        "free_fall",
        _fall_time(32) <= 2.8,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "If a brick falls off a scaffold from a height of 60 ft, then it touches the ground in "
        "one and a half seconds or less.",
        "free_fall",
        _fall_time(60 * FT) <= 1.5,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A hammer that is let go from the top of a 45 m crane does not reach the ground before "
        "2.5 s have passed.",
        "free_fall",
        _fall_time(45) >= 2.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A coconut hanging 9 m up in a palm tree breaks loose, and when it lands it is not "
        "moving faster than 40 km/h.",
        "free_fall",
        _impact_speed(9) / KMH <= 40,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "I want an animation in which a golf ball is thrown straight down at 6 m/s from a balcony "
        "14 m above the lawn. The ball must arrive at the lawn with a speed of 25 m/s or more.",
        "free_fall",
        _impact_speed(14, 6) >= 25,
        phrasing=Phrasing.SENTENCES,
    ),
    # projectile
    Case(
        "A stunt rider leaves a 20 degree ramp at 90 km/h. The landing ramp is just as high as "
        "the take-off and begins 35 m away. The rider makes it accross the gap.",
        "projectile",
        _range(90 * KMH, 20) >= 35,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "Kicked from the grass at 18 m/s and 35 degrees above the horizontal, the ball passes "
        "over a crossbar that is 3 m high and 30 m away.",
        "projectile",
        _height_at(30, 18, 35) >= 3,
    ),
    Case(
        "The ball fails to clear a 4 m fence 25 m from the player if it is struck from the ground "
        "at 15 m/s and an angle of 30°.",
        "projectile",
        _height_at(25, 15, 30) <= 4,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Show that a marble shot from the floor at 7 m/s, at whatever angle is best, can fly 8 m "
        "before it touches the same floor again.",
        "projectile",
        _range(7, 45) >= 8,
    ),
    Case(
        "Table height 1.2 m, ball bearing rolls off horizontally at 3 m/s, it lands on the floor "
        "at least 2 m away from the table edge.",
        "projectile",
        _range(3, 0, 1.2) >= 2,
        phrasing=Phrasing.SPEC,
    ),
    # incline
    Case(
        "A 75 kg fridge standing on a 4 m long loading ramp at 18 degrees stays where it is when "
        "the coefficient of static friction is 0.45.",
        "incline",
        _tan(18) <= 0.45,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A toolbox left on a roof with a 40 percent grade must not slip. The coefficient of "
        "static friction between the box and the roof is 0.3.",
        "incline",
        _grade(40) <= 0.3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A crate with a static friction coefficient of 0.7 and a kinetic one of 0.4, resting on "
        "a 31 degree chute, begins to slide by itself.",
        "incline",
        _tan(31) >= 0.7,
    ),
    Case(
        "Once let go from rest, a parcel slides down a 5 m long slide tilted at 30° in less than "
        "2.5 s; the friction coefficient while it slides is 0.2.",
        "incline",
        _ramp_time(5, 30, 0.2) <= 2.5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A wooden pallet placed on a 22 degree slope remains at rest.",
        "incline",
        None,
        missing=("mu_s", "mu", "friction", "static friction", "coefficient of friction"),
        phrasing=Phrasing.MISSING,
    ),
    # stack
    Case(
        "Four identical crates, each 60 cm wide, are piled up so that every crate is shifted "
        "10 cm to the right of the one beneath it, and the pile remains standing.",
        "stack",
        _stagger_com(4, 0.10) <= 0.60 / 2,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "If we stack six equal bricks 20 cm long, each one sticking out 5 cm further than the "
        "brick below it and always to the same side, the stack stays up without glue.",
        "stack",
        _stagger_com(6, 0.05) <= 0.20 / 2,
    ),
    Case(
        "A filing cabinet 0.4 m wide and 1.6 m tall, with its centre of mass at half its height, "
        "stands on a floor that slopes sideways by 18 degrees and does not topple.",
        "stack",
        _tilt_limit(0.4, 0.8) >= 18,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A vending machine is 80 cm deep and its centre of gravity lies 0.9 m above the floor. "
        "Somebody tilts it backwards by 15° and lets it go; it should not fall over.",
        "stack",
        _tilt_limit(0.8, 0.9) >= 15,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Two equal books, each 24 cm long, lie one on the other. The upper one is moved 15 cm "
        "past the edge of the lower one and stays there with nothing else holding it.",
        "stack",
        _stagger_com(2, 0.15) <= 0.24 / 2,
        phrasing=Phrasing.SENTENCES,
    ),
    # push_tip
    Case(
        "A cabinet 70 cm wide that is pushed sideways at a height of 0.5 m, on a floor with a "
        "friction coefficient of 0.35, slides instead of tipping.",
        "push_tip",
        _tip_mu(0.7, 0.5) >= 0.35,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "We need a tall carton with a 40 cm wide base to slide and not tip when a worker pushes "
        "it 1.1 m above the floor; mu is 0.6.",
        "push_tip",
        _tip_mu(0.4, 1.1) >= 0.6,
    ),
    Case(
        "The rubber feet of a 60 cm wide washing machine have a friction coefficient of 0.8 on "
        "the tiles. Pushing it at a height of 85 cm makes it tip over before it slides.",
        "push_tip",
        _tip_mu(0.6, 0.85) <= 0.8,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A bookcase with a 50 cm deep base weighs 65 kg. Pushed from the front at a height of "
        "1.5 m until it moves, on a level floor with friction 0.4, it does not tip over.",
        "push_tip",
        _tip_mu(0.5, 1.5) >= 0.4,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Pedestal 3 ft wide, pushed 1 ft above the floor, coefficient of friction 0.5: it tips "
        "over instead of sliding.",
        "push_tip",
        _tip_mu(3 * FT, 1 * FT) <= 0.5,
        phrasing=Phrasing.SPEC,
    ),
    # truck_bed
    Case(
        "With a friction coefficient of 0.5 between load and bed, a pallet keeps its place while "
        "the lorry brakes evenly from 50 km/h to a standstill in 4 s.",
        "truck_bed",
        _hold_acc(0.5) >= 50 * KMH / 4,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A flatbed trailer brakes at 0.8 g, and the concrete slab lying on it without straps, "
        "static friction coefficient 0.55, stays in place.",
        "truck_bed",
        _hold_acc(0.55) / G >= 0.8,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A toolbox on the bed of a pickup that pulls away at 5 m/s^2 does not slide backwards, "
        "although the coefficient of static friction is only 0.3.",
        "truck_bed",
        _hold_acc(0.3) >= 5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "When the bus driver brakes at 4.5 m/s², a suitcase on the floor of the aisle (mu = 0.25) "
        "starts to slide forward.",
        "truck_bed",
        _hold_acc(0.25) <= 4.5,
    ),
    Case(
        "A crate of apples stays put on the platform of a van that speeds up at 3 m/s².",
        "truck_bed",
        None,
        missing=("mu_s", "mu", "friction", "static friction", "coefficient of friction"),
        phrasing=Phrasing.MISSING,
    ),
    # flat_curve
    Case(
        "A motorbike of 190 kg with a 110 hp engine is able to go round a level bend of 80 m "
        "radius at 60 km/h, given a tyre friction coefficient of 0.8.",
        "flat_curve",
        _flat_speed(0.8, 80) / KMH >= 60,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "On an icy road with mu = 0.12, a delivery van gets through a flat curve of 40 m radius "
        "at 35 km/h without skidding.",
        "flat_curve",
        _flat_speed(0.12, 40) / KMH >= 35,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A go-kart skids off a flat corner of radius 15 m if it is driven at eight metres per "
        "second on tyres with a friction coefficient of 1.0.",
        "flat_curve",
        _flat_speed(1.0, 15) <= 8,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "At 45 mph a car cannot hold a flat bend of 150 ft radius when the friction coefficient "
        "of its tyres is 0.6.",
        "flat_curve",
        _flat_speed(0.6, 150 * FT) / MPH <= 45,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A taxi drives round a flat roundabout with a radius of 25 m at 40 km/h and doesn't slide "
        "outwards.",
        "flat_curve",
        None,
        missing=("mu", "friction", "coefficient of friction", "grip", "tyre friction"),
        phrasing=Phrasing.MISSING,
    ),
    # banked_curve
    Case(
        "A race car going 55 m/s keeps its line in a turn of radius 200 m that is banked at 30°; "
        "the friction coefficient is 0.6.",
        "banked_curve",
        _bank_min(200, 30, 0.6) <= 55 <= _bank_max(200, 30, 0.6),
    ),
    Case(
        "Speed 140 km/h, curve raduis 120 m, bank angle 15 degrees, coefficient of friction 0.4: "
        "the car stays on the banked track.",
        "banked_curve",
        _bank_max(120, 15, 0.4) / KMH >= 140,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A truck creeps at 5 m/s through an icy bend which is banked at 25 degrees and has a "
        "radius of 90 m. With mu = 0.05 it does not slip down towards the inside.",
        "banked_curve",
        _bank_min(90, 25, 0.05) <= 5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "If a sled with a friction coefficient of 0.02 enters a 60 degree banked turn of 20 m "
        "radius at 30 m/s, it slides up the bank.",
        "banked_curve",
        _bank_max(20, 60, 0.02) <= 30,
    ),
    Case(
        "With no friction at all, a car follows a curve of 50 m radius banked at 10 degrees while "
        "driving at 72 km/h.",
        "banked_curve",
        _bank_max(50, 10, 0.0) / KMH >= 72,
        phrasing=Phrasing.UNITS,
    ),
    # rollover
    Case(
        "A sports car with a track of 1.55 m and a centre of gravity 0.45 m above the road "
        "corners at a lateral acceleration of 1.0 g without rolling over.",
        "rollover",
        _roll_ratio(1.0, 1.55, 0.45) <= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A double-decker bus, track 2.1 m, centre of mass 1.9 m above the road, takes a flat turn "
        "of 30 m radius at 50 km/h; with mu 0.8 it doesn't overturn.",
        "rollover",
        _roll_ratio(_lateral(50 * KMH, 30, 0.8), 2.1, 1.9) <= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A forklift has its wheels 0.9 m apart and, with the load raised, its centre of gravity "
        "at 1.3 m. Driven at 18 km/h through a turn of 6 m radius on dry concrete (mu 0.9), it "
        "rolls over.",
        "rollover",
        _roll_ratio(_lateral(18 * KMH, 6, 0.9), 0.9, 1.3) >= 1,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "On a flat wet road with a friction coefficient of 0.4, a van with a 1.7 m track and a "
        "centre of gravity height of 0.9 m rolls over in a 40 m radius turn at 80 km/h.",
        "rollover",
        _roll_ratio(_lateral(80 * KMH, 40, 0.4), 1.7, 0.9) >= 1,
    ),
    Case(
        "A minibus with a track of 1.8 m drives round a curve of 35 m radius at 55 km/h, mu 0.85, "
        "and does not roll over.",
        "rollover",
        None,
        missing=(
            "h_cg",
            "height of the centre of gravity",
            "centre of gravity",
            "cg height",
            "centre of mass",
            "center of mass",
            "center of gravity",
        ),
        phrasing=Phrasing.MISSING,
    ),
    # braking
    Case(
        "A 43-year-old driver in a 1350 kg car going 50 km/h, with a reaction time of 1 s and a "
        "friction coefficient of 0.7, manages to stop before a dog that stands 35 m ahead.",
        "braking",
        _stop(50 * KMH, 0.7, 1) <= 35,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "From 70 mph the car must come to rest in 200 ft or less, measured from the moment the "
        "brakes bite; the friction coefficient is 0.75.",
        "braking",
        _stop(70 * MPH, 0.75) / FT <= 200,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A tram at 40 km/h brakes with mu = 0.15 and does not hit the car that has stalled on the "
        "rails 30 m in front of it.",
        "braking",
        _stop(40 * KMH, 0.15) <= 30,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A cyclist doing 30 km/h notices a closed gate 8 m away. He needs 0.8 s to react, then "
        "brakes with a friction coefficient of 0.6, and he ends up crashing into the gate.",
        "braking",
        _stop(30 * KMH, 0.6, 0.8) >= 8,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A lorry travelling at 90 km/h stops within 80 m after the driver hits the brakes.",
        "braking",
        None,
        missing=("mu", "friction", "coefficient of friction", "deceleration"),
        phrasing=Phrasing.MISSING,
    ),
    # pendulum
    Case(
        "A pendulum 25 cm long makes thirty complete small oscillations in 33 s at the most.",
        "pendulum",
        30 * _period(0.25) <= 33,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A weight on a 2.5 m long cord, swinging through a small angle, goes back and forth once "
        "in less than 2 s.",
        "pendulum",
        _period(2.5) <= 2,
    ),
    Case(
        "A wrecking ball let go from rest at 3 m above its lowest point does not rise higher than "
        "3.3 m on the other side.",
        "pendulum",
        _far_rise(3) <= 3.3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A bowling ball on a rope is released from rest 80 cm above the lowest point and, without "
        "any push, swings up to a height of 1 m at the far end.",
        "pendulum",
        _far_rise(0.8) >= 1,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "I want a pendulum with a small-swing period of 4 s or longer, and a rope 2.5 m long "
        "gives it.",
        "pendulum",
        _period(2.5) >= 4,
        phrasing=Phrasing.BOUNDED,
    ),
    # loop
    Case(
        "A toy car that slides without friction starts from rest 1.4 m above the lowest point of a "
        "vertical loop of 0.5 m radius and gets all the way round it without falling off.",
        "loop",
        _loop_slide(0.5) <= 1.4,
    ),
    Case(
        "A solid steel ball is released from rest 1.28 m above the bottom of a loop of 50 cm "
        "radius. Rolling without slipping, it stays in contact with the rails all the way around.",
        "loop",
        _loop_sphere(0.5) <= 1.28,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Loop diameter 20 m, release height 22 m, start from rest, friction negligible, heights "
        "measured from the bottom of the loop. The coaster car goes through the top of the loop "
        "without losing contact with the track.",
        "loop",
        _loop_slide(20 / 2) <= 22,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A block let go from rest at 3 m above the bottom of a frictionless track does not "
        "make it around a loop with a radius of 1.5 m.",
        "loop",
        _loop_slide(1.5) >= 3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A coaster car passes the top of a vertical loop of 8 m radius, upside down on the inside "
        "of the track, at 7 m/s, and its wheels stay pressed against the rail.",
        "loop",
        _loop_top_speed(8) <= 7,
    ),
    # collision
    Case(
        "A 1500 kg car going 10 m/s runs into a parked 1000 kg car that is free to roll; the two "
        "lock together and move on at more than 5 m/s.",
        "collision",
        _target(1500, 10, 1000, 0) >= 5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 0.5 kg puck moving at 4 m/s strikes a 2 kg puck at rest, and the heavier puck leaves "
        "at 3 m/s.",
        "collision",
        _target(0.5, 4, 2, 1) >= 3,
    ),
    Case(
        "Two billiard balls have the same mass of 170 g. One lies still, the other hits it "
        "head-on at 3 m/s in a perfectly elastic collision, and the struck ball leaves at no less "
        "than 2.5 m/s.",
        "collision",
        _target(0.17, 3, 0.17, 1) >= 2.5,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 70 kg skater gliding at 5 m/s grabs hold of a 50 kg skater who is standing still; "
        "afterwards the pair do not move faster than 2 m/s together.",
        "collision",
        _target(70, 5, 50, 0) <= 2,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 10 g bullet flying at 400 m/s gets stuck in a 2 kg wooden block at rest and makes the "
        "block move at 5 m/s or faster.",
        "collision",
        _target(0.010, 400, 2, 0) >= 5,
        phrasing=Phrasing.BOUNDED,
    ),
    # bounce
    Case(
        "Dropped from two metres with a coefficient of restitution of 0.75, a basketball comes "
        "back up to one metre or higher.",
        "bounce",
        _bounce(2, 0.75) >= 1,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A ball with e = 0.7 is dropped from 1.5 m and still gets up to 30 cm after its third "
        "bounce.",
        "bounce",
        _bounce(1.5, 0.7, 3) >= 0.30,
    ),
    Case(
        "A rubber ball with a restitution coefficient of 0.9 is dropped from 3 m and doesn't "
        "rebound higher than 2 m.",
        "bounce",
        _bounce(3, 0.9) <= 2,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "When a ball with a coefficient of restitution of 0.5 is dropped from 4 m, after the "
        "fourth bounce it reaches less than 5 cm.",
        "bounce",
        _bounce(4, 0.5, 4) <= 0.05,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A handball that is dropped from 1.8 m onto a gym floor rebounds to at least 1 m.",
        "bounce",
        None,
        missing=("e", "restitution", "coefficient of restitution", "bounciness"),
        phrasing=Phrasing.MISSING,
    ),
    # buoyancy
    Case(
        "A solid plastic block with a density of 920 kg/m³ floats in sea water, whose density is "
        "1025 kg/m³.",
        "buoyancy",
        920 / 1025 <= 1,
    ),
    Case(
        "Rock: mass 3 kg, volume 1.2 litres. Put in fresh water, it floats.",
        "buoyancy",
        3 / 1.2e-3 / 1000 <= 1,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A sealed plastic box with a volume of 20 litres and a total mass of 15 kg does not sink "
        "in a freshwater lake.",
        "buoyancy",
        15 / 20e-3 / 1000 <= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A log with a density of 650 kg/m³ floats in fresh water with less than half of its "
        "volume under the surface.",
        "buoyancy",
        650 / 1000 <= 0.5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A closed metal chest measuring 0.4 m by 0.3 m by 0.3 m on the outside floats when it is "
        "thrown into the harbour.",
        "buoyancy",
        None,
        missing=("rho_obj", "mass", "density", "weight"),
        phrasing=Phrasing.MISSING,
    ),
    # beam
    Case(
        "An oak plank 20 cm wide and 30 mm thick lies across two supports 1.2 m apart. With a "
        "bending strength of 50 MPa, it holds a man of 80 kg standing in the middle.",
        "beam",
        _stress(80, 1.2, 0.20, 0.030) <= 50e6,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A board 10 mm thick and 15 cm wide, spanning 1.5 m and made of wood that breaks at "
        "35 MPa, must hold a load of 100 kg at mid-span.",
        "beam",
        _stress(100, 1.5, 0.15, 0.010) <= 35e6,
    ),
    Case(
        "A flat steel bar, 50 mm wide, 12 mm thick, yield strength 250 MPa, is laid flat across "
        "a 1 m gap and 40 kg are hung from its centre. The bar does not yield.",
        "beam",
        _stress(40, 1.0, 0.050, 0.012) <= 250e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A glass shelf is 6 mm thick, 20 cm deep and rests on brackets 60 cm apart; its strength "
        "is 30 MPa. It won't break under a weight of 90 kg put in the middle.",
        "beam",
        _stress(90, 0.6, 0.20, 0.006) <= 30e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A simply supported aluminium bar (E = 70 GPa), 40 mm wide, 8 mm thick and 1.2 m long, "
        "sags by less than 5 mm with 10 kg at its centre.",
        "beam",
        _sag(10, 1.2, 0.040, 0.008, 70e9) <= 0.005,
        phrasing=Phrasing.BOUNDED,
    ),
    # column
    Case(
        "A solid round steel strut (E = 200 GPa), 25 mm in diameter and 1.5 m long with pinned "
        "ends, supports an axial load of 10 kN.",
        "column",
        _euler(200e9, 0.025, 1.5) >= 10e3,
    ),
    Case(
        "An aluminium rod with a diameter of 12 mm, E = 70 GPa, length 80 cm, hinged at both "
        "ends, takes a compressive force of 3 kN without buckling.",
        "column",
        _euler(70e9, 0.012, 0.80) >= 3e3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A round wooden stick 10 mm in diameter and 1 m long, E = 11 GPa, pinned at both ends, "
        "buckles if a mass of 30 kg presses on its top.",
        "column",
        _euler(11e9, 0.010, 1.0) <= 30 * G,
    ),
    Case(
        "The post is solid steel (E = 210 GPa), round, 40 mm in diameter and 3 m tall, fixed at "
        "the bottom and free at the top (K = 2). It should carry 20 kN on its top.",
        "column",
        _euler(210e9, 0.040, 3.0, 2) >= 20e3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A steel rod 16 mm in diameter, pinned at both ends, takes 4 kN of compression and does "
        "not buckle.",
        "column",
        None,
        missing=("L", "length", "height"),
        phrasing=Phrasing.MISSING,
    ),
    # rocket_liftoff
    Case(
        "A sounding rocket with a mass of 850 kg on the pad and an engine thrust of 12 kN lifts "
        "off.",
        "rocket_liftoff",
        _thrust_to_weight(12e3, 850) >= 1,
    ),
    Case(
        "Model rocket: mass 1.8 kg, constant thrust 14 N, mass of the burned propellant "
        "negligible. The rocket leaves the launch pad.",
        "rocket_liftoff",
        _thrust_to_weight(14, 1.8) >= 1,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "With only 900 kN of constant thrust, a launcher of 110 tonnes, whose mass we treat as "
        "constant, does not lift off from the ground.",
        "rocket_liftoff",
        _thrust_to_weight(900e3, 110e3) <= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "On the Moon, where g is 1.62 m/s², a 5000 kg lander with a 7 kN engine lifts off; its "
        "mass and thrust stay constant.",
        "rocket_liftoff",
        _thrust_to_weight(7e3, 5000, 1.62) >= 1,
    ),
    Case(
        "A fully fuelled rocket of 320 tonnes lifts off from the pad.",
        "rocket_liftoff",
        None,
        missing=("T", "thrust", "engine thrust"),
        phrasing=Phrasing.MISSING,
    ),
    # delta_v
    Case(
        "An upper stage with a specific impulse of 320 s starts at 12 tonnes, burns down to 4 "
        "tonnes, and gains 3 km/s or more.",
        "delta_v",
        _delta_v(320, 12, 4) >= 3000,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Isp 280 s, initial mass 500 kg, final mass 350 kg: the probe achieves a delta-v of "
        "1.5 km/s.",
        "delta_v",
        _delta_v(280, 500, 350) >= 1500,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A spacecraft of 2000 kg, 500 kg of which are propellant, cannot reach a delta-v of "
        "1200 m/s with an engine whose Isp is 300 s.",
        "delta_v",
        _delta_v(300, 2000, 2000 - 500) <= 1200,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "If the engine has an Isp of 450 s, a mass ratio of 3 is enough for a delta-v of 6 km/s.",
        "delta_v",
        _delta_v(450, 3, 1) >= 6000,
    ),
    Case(
        "A stage that goes from 40 tonnes to 10 tonnes while it burns its propellant reaches a "
        "delta-v of 4 km/s.",
        "delta_v",
        None,
        missing=("Isp", "specific impulse", "exhaust velocity"),
        phrasing=Phrasing.MISSING,
    ),
    # atwood
    Case(
        "Two buckets hang over a frictionles pulley, 8 kg on the left and 6 kg on the right. "
        "Released from rest, the heavier bucket pulls the lighter one up by 2 m within 2.5 s.",
        "atwood",
        _atwood_time(8, 6, 2) <= 2.5,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "Starting from rest and with nobody helping, a 10 kg counterweight raises a 12 kg window "
        "over a light, frictionless pulley.",
        "atwood",
        _atwood(10, 12) >= 0,
    ),
    Case(
        "A 5 kg weight and a 4.5 kg weight joined by a cord over an ideal pulley do not accelerate "
        "at more than 0.4 m/s².",
        "atwood",
        _atwood(5, 4.5) <= 0.4,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "We need a 50 kg sandbag to lift a 45 kg crate by 6 m over an ideal pulley, from "
        "standstill, in two seconds at most.",
        "atwood",
        _atwood_time(50, 45, 6) <= 2,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Blocks of 3 kg and 1 kg hang on either side of a light frictionless pulley and are let "
        "go. After falling 1 m, the heavier block moves faster than 2.5 m/s.",
        "atwood",
        _atwood_speed(3, 1, 1) >= 2.5,
        phrasing=Phrasing.SENTENCES,
    ),
    # lever
    Case(
        "By pushing down with 400 N at 1.2 m from the pivot of a lever, a worker can lift a "
        "150 kg stone that rests 0.2 m from the pivot on the other side.",
        "lever",
        _torque_ratio(400 / G, 1.2, 150, 0.2) >= 1,
    ),
    Case(
        "A boy of 35 kg sitting 1.2 m to the left of the pivot balances his father of 80 kg, who "
        "sits 1 m to the right of it.",
        "lever",
        abs(_torque_ratio(35, 1.2, 80, 1) - 1) <= 0.02,
    ),
    Case(
        "With 25 kg at 2 m on the left arm and 60 kg at 0.7 m on the right arm, the seesaw goes "
        "down on the left side.",
        "lever",
        _torque_ratio(25, 2, 60, 0.7) >= 1,
    ),
    Case(
        "A light plank lies over a log. A 70 kg person sits 1 m from the log, and a 30 kg sack "
        "lies 2 m from it on the other side; the person's side does not go down.",
        "lever",
        _torque_ratio(70, 1, 30, 2) <= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Using a lever with a long arm of 1.5 m and a short arm of 10 cm, a woman of 50 kg who "
        "puts her whole weight on the long arm lifts a 1.2 tonne machine at the short arm.",
        "lever",
        _torque_ratio(50, 1.5, 1200, 0.10) >= 1,
        phrasing=Phrasing.UNITS,
    ),
    # spring
    Case(
        "A pinball spring of 300 N/m that is pressed in by 5 cm shoots an 80 g ball along a level "
        "frictionless lane at 2.5 m/s or more.",
        "spring",
        _spring_speed(300, 0.05, 0.080) >= 2.5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Make a 50 g toy frog jump 2 m straight up with a spring of 200 N/m squeezed by 8 cm.",
        "spring",
        _spring_height(200, 0.08, 0.050) >= 2,
    ),
    Case(
        "A spring with a stiffness of 1 kN/m, compressed by 10 cm, doesn't throw a ball of half "
        "a kilogram straight up higher than 1.5 m.",
        "spring",
        _spring_height(1000, 0.10, 0.5) <= 1.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 2 kg block is launched on a smooth level table by a spring of 800 N/m compressed by "
        "20 cm, and it must leave the spring at 6 m/s at least.",
        "spring",
        _spring_speed(800, 0.20, 2) >= 6,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "The spring of a toy gun, pressed in by 6 cm, shoots a 20 g dart 5 m straight up.",
        "spring",
        None,
        missing=("k", "stiffness", "spring constant", "spring rate"),
        phrasing=Phrasing.MISSING,
    ),
    # terminal
    Case(
        "A 90 kg parachutist under an open canopy with a drag area (CdA) of 25 m² sinks at a "
        "steady speed of 9 m/s or less; air density 1.2 kg/m³.",
        "terminal",
        _terminal(90, 25, 1.2) <= 9,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 4 kg cat with a drag area CdA of 0.1 m² drops from a great height and reaches 50 m/s "
        "in air of density 1.225 kg/m³.",
        "terminal",
        _terminal(4, 0.1) >= 50,
    ),
    Case(
        "Falling from a plane near sea level, an 85 kg skydiver with CdA = 0.75 m² does not go "
        "faster than 70 m/s.",
        "terminal",
        _terminal(85, 0.75) <= 70,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Payload with parachute 5 kg, CdA 1.2 m², air density 1.2 kg/m³; the terminal velocity "
        "stays at or below 5 m/s.",
        "terminal",
        _terminal(5, 1.2, 1.2) <= 5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A hailstone with a mass of 20 g and a CdA of 0.0005 m² never falls faster than 70 km/h, "
        "however long it falls; the air density is 1.2 kg/m³.",
        "terminal",
        _terminal(0.020, 0.0005, 1.2) / KMH <= 70,
        phrasing=Phrasing.NEGATED,
    ),
    # torricelli
    Case(
        "Water leaves a small hole 2 m below the water surface of an open 1000 litre tank at more "
        "than 5 m/s.",
        "torricelli",
        _efflux(2) >= 5,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "An open tank has water up to 1.5 m above a small nozzle that points straight up. Without "
        "a pump, the jet rises 2 m above the nozzle.",
        "torricelli",
        _jet_apex(1.5) >= 2,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "An open tank with a cross-section of 0.5 m², filled 0.8 m deep, does not drain completely "
        "within ten minutes through a 10 cm² hole in its bottom (Cd = 0.62).",
        "torricelli",
        _drain(0.5, 10e-4, 0.8, 0.62) / 60 >= 10,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A pool with a surface of 20 m² and water 1.5 m deep has to drain in one hour or less "
        "through a 30 cm² outlet in the floor with a discharge coefficient of 0.6.",
        "torricelli",
        _drain(20, 30e-4, 1.5, 0.6) / 3600 <= 1,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "If a tank of 1 m² cross-section is filled to 1.25 m and a bottom hole of 5 cm² with "
        "Cd 0.6 is opened, it takes more than 20 minutes until the tank is empty.",
        "torricelli",
        _drain(1, 5e-4, 1.25, 0.6) / 60 >= 20,
    ),
    # heat
    Case(
        "A 1.5 kW immersion heater warms 10 litres of water from 15 °C to 45 °C within twenty "
        "minutes when losses are ignored.",
        "heat",
        _warm_time(10, 45 - 15, 1500) / 60 <= 20,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Half a kilogram of ice at 0 °C melts completely in 5 min on a hotplate that gives it "
        "300 W.",
        "heat",
        _latent_time(0.5, L_MELT, 300) / 60 <= 5,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A 100 W heater does not bring 1 litre of water at 20 °C to 100 °C in 30 minutes.",
        "heat",
        _warm_time(1, 100 - 20, 100) / 60 >= 30,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A stove puts 1.2 kW into a pot holding 2 kg of water that is already at 100 °C, and all "
        "of the water boils away in less than 40 min.",
        "heat",
        _latent_time(2, L_BOIL, 1200) / 60 <= 40,
    ),
    Case(
        "An electric kettle brings 1.5 litres of tap water from 12 °C to 100 °C within four "
        "minutes.",
        "heat",
        None,
        missing=("P", "power", "wattage", "heating power"),
        phrasing=Phrasing.MISSING,
    ),
    # optics_ray
    Case(
        "A ray of light inside glass with refractive index 1.5 meets the surface to the air at "
        "50 degrees from the normal and is totaly reflected.",
        "optics_ray",
        _critical(1.5, 1.0) <= 50,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A light beam in water (n = 1.33) that hits the water surface from below at 40° from the "
        "normal cannot get out into the air.",
        "optics_ray",
        _critical(1.33, 1.0) <= 40,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A ray goes from air into glass (n = 1.52) with an angle of incidence of 30°; inside the "
        "glass its angle to the normal is 25 degrees or more.",
        "optics_ray",
        _refracted(1.0, 1.52, 30) >= 25,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A person 1.7 m tall stands 2 m in front of a flat mirror, and the image in the mirror is "
        "2.5 m tall.",
        "optics_ray",
        _mirror_image(1.7) >= 2.5,
    ),
    Case(
        "With a converging lens of 10 cm focal length, an object placed 15 cm in front of the lens "
        "gives an image which is larger than the object.",
        "optics_ray",
        _lens_size(0.10, 0.15) >= 1,
    ),
    # domino
    Case(
        "A line of 200 dominoes, each 4.8 cm tall, with 2 cm between neighbours, falls down "
        "completely after the first one is knocked over.",
        "domino",
        _gap_ratio(2, 4.8) <= 1,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Wooden slabs 1 m tall are set up like dominoes 1.4 m apart, and they knock each other "
        "over until the last one is down.",
        "domino",
        _gap_ratio(1.4, 1) <= 1,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "If the dominoes are 5 cm tall and stand 7 cm apart, the first one does not knock over "
        "the second.",
        "domino",
        _gap_ratio(7, 5) >= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Domino height 2 in, spacing 3 in, twenty pieces in a row: pushing the first one makes "
        "all of them fall.",
        "domino",
        _gap_ratio(3 * INCH, 2 * INCH) <= 1,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Giant dominoes 25 cm tall are placed 10 cm apart. When the first is tipped onto the "
        "second, they do not all fall.",
        "domino",
        _gap_ratio(10, 25) >= 1,
        phrasing=Phrasing.NEGATED,
    ),
    # jump
    Case(
        "In a standing jump straight up, a volleyball player raises her centre of mass by 50 cm.",
        "jump",
        _jump_excess(0.50) <= 1,
    ),
    Case(
        "An unaided man jumps from standing straight up so high that his centre of mass rises "
        "1.5 m.",
        "jump",
        _jump_excess(1.5) <= 1,
    ),
    Case(
        "Without equipment, a person standing on the ground cannot jump 2 m straight up (rise of "
        "the centre of mass).",
        "jump",
        _jump_excess(2) >= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A dancer jumps straight up from standing on a normal stage floor and stays in the air "
        "for 1.5 s.",
        "jump",
        _flight(JUMP_MAX) >= 1.5,
    ),
    Case(
        "In my story an ordinary human, barefoot and without any help, jumps 12 feet straight up "
        "from the street.",
        "jump",
        _jump_excess(12 * FT) <= 1,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    # rolling
    Case(
        "A solid steel ball and a thin ring start side by side on the same slope and roll without "
        "slipping. The ball gets to the bottom first.",
        "rolling",
        _race(SPHERE, HOOP) >= 1,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A thin-walled pipe rolls down a ramp faster than a solid cylinder of the same size that "
        "starts together with it; neither of them slips.",
        "rolling",
        _race(HOOP, DISC) >= 1,
    ),
    Case(
        "When a solid cylinder and a solid sphere are released together on the same ramp and roll "
        "without slipping, the cylinder does not reach the bottom before the sphere.",
        "rolling",
        _race(DISC, SPHERE) <= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A thin hoop on a 40 degree ramp with a friction coefficient of 0.3 rolls down without "
        "slipping.",
        "rolling",
        _roll_mu(40, HOOP) <= 0.3,
    ),
    Case(
        "A solid ball that starts from rest rolls without slipping down a 3 m long ramp with a "
        "slope of 20° in 1.2 s or less.",
        "rolling",
        _roll_time(3, 20, SPHERE) <= 1.2,
        phrasing=Phrasing.BOUNDED,
    ),
    # grip
    Case(
        "A two-finger gripper that presses with 40 N on each side holds a 2 kg part; the friction "
        "coeficient is 0.5.",
        "grip",
        _grip_ratio(2, 0.5, 40) >= 1,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "The two jaws of a robot hand each squeeze a 3 kg bottle with 25 N, the rubber pads have "
        "a friction of 0.6, and the hand lifts the bottle with an upward acceleration of 2 m/s².",
        "grip",
        _grip_ratio(3, 0.6, 25, 2) >= 1,
    ),
    Case(
        "A glass of 0.5 kg held between two fingers with a squeezing force of 4 N does not slip, "
        "given mu = 0.4.",
        "grip",
        _grip_ratio(0.5, 0.4, 4) >= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 5 lb box that a two-jaw gripper squeezes with 15 N slips out of the jaws if the "
        "coefficient of friction is 0.3.",
        "grip",
        _grip_ratio(5 * LB, 0.3, 15) <= 1,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A gripper whose two jaws press with 60 N holds a 4 kg casting in the air.",
        "grip",
        None,
        missing=("mu", "friction", "coefficient of friction"),
        phrasing=Phrasing.MISSING,
    ),
    # support
    Case(
        "A balloon filled with 6 m³ of helium (0.18 kg/m³) in air of 1.2 kg/m³ lifts a total "
        "load of 5 kg, envelope included.",
        "support",
        _support_ratio((1.2 - 0.18) * 6 * G, 5) >= 1,
    ),
    Case(
        "A 1 kg hammer hangs still in the air of the workshop with nothing holding it up.",
        "support",
        _support_ratio(0, 1) >= 1,
        phrasing=Phrasing.CONTRADICTION,
    ),
    Case(
        "A hovering drone of 2 kg whose rotors can produce 25 N of upward thrust does not fall.",
        "support",
        _support_ratio(25, 2) >= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "An electromagnet that pulls upwards with 3 N keeps an iron ball of 400 g from falling.",
        "support",
        _support_ratio(3, 0.4) >= 1,
    ),
    Case(
        "A rope that breaks at 2 kN holds an engine of 250 kg hanging at rest.",
        "support",
        _support_ratio(2e3, 250) >= 1,
        phrasing=Phrasing.UNITS,
    ),
    # drag_race_power
    Case(
        "A 3 kW hoist rasies a load of 400 kg by 15 m in 25 s when losses are ignored.",
        "drag_race_power",
        _power_ratio(3e3, 25, 400, 15) >= 1,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A cyclist who weighs 80 kg together with the bike delivers 250 W and climbs 300 m of "
        "height in 10 minutes.",
        "drag_race_power",
        _power_ratio(250, 10 * 60, 80, 300) >= 1,
    ),
    Case(
        "A car of 1400 kg with a 60 kW engine cannot accelerate from 0 to 100 km/h in 6 s.",
        "drag_race_power",
        _power_ratio(60e3, 6, 1400, 0, 100 * KMH) <= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A pump with a power of 1 kW and an efficiency of 70 percent has to raise 2000 litres of "
        "water into a tank 20 m higher in eight minutes.",
        "drag_race_power",
        _power_ratio(0.70 * 1e3, 8 * 60, 2000, 20) >= 1,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "An electric motor pulls a lift cabin of 600 kg up by 40 m in 30 s.",
        "drag_race_power",
        None,
        missing=("P", "power", "motor power", "wattage"),
        phrasing=Phrasing.MISSING,
    ),
)
