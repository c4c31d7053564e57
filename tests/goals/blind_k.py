"""A blind set: 160 goals, five for each core family, with truths computed beside them."""

from math import asin, atan, cos, degrees, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
MPH = 0.44704
KMH = 1 / 3.6
FT = 0.3048
IN = 0.0254
LB = 0.45359237
WATER_C = 4186.0
ICE_L = 334e3
STEAM_L = 2.256e6


def _fall_time(h: float) -> float:
    return sqrt(2 * h / G)


def _fall_speed(h: float) -> float:
    return sqrt(2 * G * h)


def _height_at(v: float, deg: float, x: float) -> float:
    th = radians(deg)
    return x * tan(th) - G * x**2 / (2 * v**2 * cos(th) ** 2)


def _range_max(v: float) -> float:
    return v**2 / G


def _tan(deg: float) -> float:
    return tan(radians(deg))


def _stagger_limit(n: int, w: float) -> float:
    return w / n


def _tilt_limit(w: float, h: float) -> float:
    return degrees(atan(w / h))


def _tip_mu(b: float, height: float) -> float:
    return b / (2 * height)


def _flat_v(mu: float, r: float) -> float:
    return sqrt(mu * G * r)


def _bank_v_max(r: float, deg: float, mu: float) -> float:
    return sqrt(r * G * (_tan(deg) + mu) / (1 - mu * _tan(deg)))


def _bank_v_min(r: float, deg: float, mu: float) -> float:
    return sqrt(max(0.0, r * G * (_tan(deg) - mu) / (1 + mu * _tan(deg))))


def _roll_margin(track: float, h: float, v: float, r: float, mu: float) -> float:
    """Lateral g that acts over the g that rolls: above 1 it rolls."""
    return min(v**2 / (r * G), mu) / (track / (2 * h))


def _stop(v: float, mu: float, t_r: float = 0.0) -> float:
    return v * t_r + v**2 / (2 * mu * G)


def _period(length: float) -> float:
    return 2 * pi * sqrt(length / G)


def _target(m1: float, m2: float, v1: float, e: float) -> float:
    return (1 + e) * m1 * v1 / (m1 + m2)


def _striker(m1: float, m2: float, v1: float, e: float) -> float:
    return (m1 - e * m2) * v1 / (m1 + m2)


def _bounce(h: float, e: float, n: int = 1) -> float:
    return h * e ** (2 * n)


def _beam_stress(m: float, span: float, b: float, t: float) -> float:
    return m * G * span / 4 * 6 / (b * t**2)


def _euler(e: float, d: float, length: float, k: float = 1.0) -> float:
    return pi**2 * e * (pi * d**4 / 64) / (k * length) ** 2


def _dv(isp: float, ratio: float) -> float:
    return isp * G * log(ratio)


def _atwood_a(m1: float, m2: float) -> float:
    return (m1 - m2) * G / (m1 + m2)


def _atwood_t(m1: float, m2: float, h: float) -> float:
    return sqrt(2 * h / _atwood_a(m1, m2))


def _spring_h(k: float, x: float, m: float) -> float:
    return k * x**2 / 2 / (m * G)


def _spring_v(k: float, x: float, m: float) -> float:
    return x * sqrt(k / m)


def _terminal(m: float, cda: float, rho: float = 1.225) -> float:
    return sqrt(2 * m * G / (rho * cda))


def _efflux(h: float) -> float:
    return sqrt(2 * G * h)


def _drain(area: float, hole: float, h: float, cd: float) -> float:
    return area / (cd * hole) * sqrt(2 * h / G)


def _warm(m: float, d_t: float) -> float:
    return m * WATER_C * d_t


def _critical(n1: float, n2: float = 1.0) -> float:
    return degrees(asin(n2 / n1))


def _refracted(n1: float, n2: float, deg: float) -> float:
    return degrees(asin(n1 / n2 * sin(radians(deg))))


def _magnification(f: float, d: float) -> float:
    return f / (d - f)


def _no_slip_mu(deg: float, beta: float) -> float:
    return _tan(deg) * beta / (1 + beta)


def _grip_ratio(n: float, mu: float, m: float, a: float = 0.0) -> float:
    return 2 * mu * n / (m * (G + a))


def _lift_work(m: float, h: float) -> float:
    return m * G * h


def _kinetic(m: float, v: float) -> float:
    return m * v**2 / 2


JUMP_H = 0.7
JUMP_V = 3.7

P = Phrasing

CASES: tuple[Case, ...] = (
    # free_fall
    Case(
        "Let go of a brick at the top of a 45 m scaffold and it will have hit the pavement before "
        "three and a half seconds are up.",
        "free_fall",
        _fall_time(45) <= 3.5,
        phrasing=P.NUMBER_WORDS,
    ),
    Case(
        "Wrench falls from a 98 ft bridge, starting at rest. Time to reach the river: 1.8 s at "
        "most.",
        "free_fall",
        _fall_time(98 * FT) <= 1.8,
        phrasing=P.SPEC,
    ),
    Case(
        "A marble let fall from 7 m is moving no faster than 10 m/s when it meets the floor.",
        "free_fall",
        _fall_speed(7) <= 10,
        phrasing=P.BOUNDED,
    ),
    Case(
        "A 2 kg hammer slipping off a roof 16 m up doesn't take longer than 2 seconds to land on "
        "the lawn.",
        "free_fall",
        _fall_time(16) <= 2,
        phrasing=P.NEGATED,
    ),
    Case(
        "A lead weight is released from rest above an empty shaft and is travelling at 60 mph or "
        "more after falling 25 m.",
        "free_fall",
        _fall_speed(25) >= 60 * MPH,
        phrasing=P.UNITS,
    ),
    # projectile
    Case(
        "A stone is catapulted from ground level at 25 m/s, 40 degrees above the horizontal, and "
        "passes over a 6 m hedge standing 30 m away.",
        "projectile",
        _height_at(25, 40, 30) > 6,
        phrasing=P.PASSIVE,
    ),
    Case(
        "Kicked off the grass at 14 m/s and 30 degrees, the football sails over a 4 m high fence "
        "12 m from the kicker.",
        "projectile",
        _height_at(14, 30, 12) > 4,
    ),
    Case(
        "Golf ball hit at 90 mph, any launch angle, no air resistance: it carries 220 m over "
        "level ground.",
        "projectile",
        _range_max(90 * MPH) >= 220,
        phrasing=P.UNITS,
    ),
    Case(
        "A water balloon lobbed from the ground at 12 m/s and an angle of 50° fails to get over "
        "a 3 m tall wall that is 5 m away.",
        "projectile",
        _height_at(12, 50, 5) <= 3,
        phrasing=P.NEGATED,
    ),
    Case(
        "A motorbike leaves a ledge horizontally at 72 km/h. The far bank is 18 m away and 5 m "
        "lower. The bike makes it across.",
        "projectile",
        72 * KMH * _fall_time(5) >= 18,
        phrasing=P.SENTENCES,
    ),
    # incline
    Case(
        "A sofa left on a plank tilted 18 degrees will not slide; the coefficient of static "
        "friction between them is 0.45.",
        "incline",
        _tan(18) <= 0.45,
        phrasing=P.NEGATED,
    ),
    Case(
        "Parcel at rest on a chute, 32 degrees, mu_s 0.4, mu_k 0.3: stays where it is.",
        "incline",
        _tan(32) <= 0.4,
        phrasing=P.SPEC,
    ),
    Case(
        "Once the ramp is raised to 28°, the toolbox begins to slide down by itself. Static "
        "friction coefficient: 0.35, kinetic: 0.25.",
        "incline",
        _tan(28) > 0.35,
        phrasing=P.SENTENCES,
    ),
    Case(
        "A sledge is left on a slope with a 20 percent grade. With a static friction coefficient "
        "of 0.12 it stays there.",
        "incline",
        20 / 100 <= 0.12,
        phrasing=P.UNITS,
    ),
    Case(
        "A wooden block is laid on a board tipped up to 24 degrees and stays put without slipping.",
        "incline",
        None,
        ("friction", "mu", "mu_s", "coefficient"),
        P.MISSING,
    ),
    # stack
    Case(
        "Four identical bricks 20 cm long are piled up, each one shifted 3 cm past the one below "
        "in the same direction, and the pile stays standing.",
        "stack",
        _stagger_limit(4, 0.20) > 0.03,
        phrasing=P.PASSIVE,
    ),
    Case(
        "Five equal books, each 25 cm wide, are stacked so that every book sticks out 8 cm beyond "
        "the one under it, always on the same side. The tower does not fall.",
        "stack",
        _stagger_limit(5, 0.25) > 0.08,
        phrasing=P.NEGATED,
    ),
    Case(
        "A cupboard 1.8 m tall and 0.6 m wide, centre of mass at mid-height, stands on a floor "
        "sloping 12 degrees without toppling over.",
        "stack",
        _tilt_limit(0.6, 1.8) > 12,
    ),
    Case(
        "A uniform cabinet 40 cm wide and 130 cm tall is on a platform that gets tilted to 25 "
        "degrees; it can't slip, and it remains upright on its base.",
        "stack",
        _tilt_limit(0.40, 1.30) > 25,
        phrasing=P.SENTENCES,
    ),
    Case(
        "Two 12 in cubes, one on top of the other; the upper one overhangs the lower by 8 inches. "
        "The upper cube topples.",
        "stack",
        8 * IN > 12 * IN / 2,
        phrasing=P.UNITS,
    ),
    # push_tip
    Case(
        "Pushing a 50 cm wide washing machine at a point 40 cm above the floor makes it slide, "
        "not tip. Friction coefficient 0.35.",
        "push_tip",
        _tip_mu(0.50, 0.40) > 0.35,
        phrasing=P.SENTENCES,
    ),
    Case(
        "A fridge 0.6 m wide, shoved 1.5 m up from a floor where the friction coefficient is 0.5, "
        "slides along instead of tipping.",
        "push_tip",
        _tip_mu(0.6, 1.5) > 0.5,
    ),
    Case(
        "Locker, base width 1.5 ft, pushed sideways 4 ft above the ground, friction 0.4: it tips "
        "before it slides.",
        "push_tip",
        _tip_mu(1.5 * FT, 4 * FT) < 0.4,
        phrasing=P.UNITS,
    ),
    Case(
        "A statue 0.8 m wide with a mass of 120 kg is pushed horizontally 0.9 m above the ground, "
        "mu = 0.3. It tips over rather than sliding.",
        "push_tip",
        _tip_mu(0.8, 0.9) < 0.3,
        phrasing=P.IRRELEVANT,
    ),
    Case(
        "A tall carton 30 cm wide doesn't tip when it is pushed one metre above a floor with a "
        "friction coefficient of 0.55; it just slides.",
        "push_tip",
        _tip_mu(0.30, 1.0) > 0.55,
        phrasing=P.NEGATED,
    ),
    # truck_bed
    Case(
        "While the van pulls away at 2.5 m/s², the suitcase on its floor does not slide. Static "
        "friction is 0.5.",
        "truck_bed",
        0.5 * G >= 2.5,
        phrasing=P.NEGATED,
    ),
    Case(
        "A pallet sits on a flatbed with a static friction coefficient of 0.3 and remains in "
        "place when the driver brakes at 0.6 g.",
        "truck_bed",
        0.3 * G >= 0.6 * G,
        phrasing=P.UNITS,
    ),
    Case(
        "A lorry goes from 0 to 54 km/h in four seconds at a steady rate and the crate on its bed "
        "slides backwards, the coefficient of static friction being 0.25.",
        "truck_bed",
        0.25 * G < 54 * KMH / 4,
        phrasing=P.NUMBER_WORDS,
    ),
    Case(
        "Trunk on the floor of a rail car; train slows evenly from 30 m/s to rest in 20 s; static "
        "friction coefficient 0.2; the trunk slides.",
        "truck_bed",
        0.2 * G < 30 / 20,
        phrasing=P.SPEC,
    ),
    Case(
        "A barrel on the back of a pickup keeps its place as the pickup speeds up at 4 m/s^2.",
        "truck_bed",
        None,
        ("friction", "mu", "mu_s", "coefficient"),
        P.MISSING,
    ),
    # flat_curve
    Case(
        "A cyclist rounds an unbanked bend of 12 m radius at 7 m/s with a tyre friction "
        "coefficient of 0.6 and doesn't skid.",
        "flat_curve",
        _flat_v(0.6, 12) >= 7,
        phrasing=P.NEGATED,
    ),
    Case(
        "At 60 mph a saloon car gets round a level corner with a 90 m radius, coefficient of "
        "friction 0.65, without sliding off the road.",
        "flat_curve",
        _flat_v(0.65, 90) >= 60 * MPH,
        phrasing=P.UNITS,
    ),
    Case(
        "On an icy road with a friction coefficient of 0.1, a delivery van driving at 40 km/h "
        "thruogh a flat bend of 70 metre radius skids.",
        "flat_curve",
        _flat_v(0.1, 70) < 40 * KMH,
        phrasing=P.TYPO,
    ),
    Case(
        "A kart cannot hold a flat curve of radius 25 m at 10 m/s when the coefficient of "
        "friction is 0.9.",
        "flat_curve",
        _flat_v(0.9, 25) < 10,
        phrasing=P.NEGATED,
    ),
    Case(
        "Flat hairpin, radius 15 m, mu 0.8. A motorcycle takes it at 45 km/h and keeps its grip.",
        "flat_curve",
        _flat_v(0.8, 15) >= 45 * KMH,
        phrasing=P.SPEC,
    ),
    # banked_curve
    Case(
        "With a friction coefficient of 0.2, a bus driving 25 m/s stays on a curve banked at 15 "
        "degrees whose radius is 150 m.",
        "banked_curve",
        _bank_v_max(150, 15, 0.2) >= 25 and _bank_v_min(150, 15, 0.2) <= 25,
    ),
    Case(
        "A bend is banked at 8°, has a radius of 60 m and is covered in ice with no friction at "
        "all. A car drives through at 20 m/s without sliding off.",
        "banked_curve",
        _bank_v_max(60, 8, 0) >= 20 and _bank_v_min(60, 8, 0) <= 20,
        phrasing=P.SENTENCES,
    ),
    Case(
        "A stock car doing 110 mph on 31 degree banking, radius 1000 ft, friction 0.7, holds its "
        "line.",
        "banked_curve",
        _bank_v_max(1000 * FT, 31, 0.7) >= 110 * MPH
        and _bank_v_min(1000 * FT, 31, 0.7) <= 110 * MPH,
        phrasing=P.UNITS,
    ),
    Case(
        "A truck going 18 m/s around a 40 m radius curve banked 35 degrees slides down the bank; "
        "the friction coefficient is 0.25.",
        "banked_curve",
        _bank_v_min(40, 35, 0.25) > 18,
    ),
    Case(
        "Speed 35 m/s, radius 120 m, bank angle 10 degrees, mu 0.3: the van does not slide up the "
        "bank.",
        "banked_curve",
        _bank_v_max(120, 10, 0.3) >= 35,
        phrasing=P.NEGATED,
    ),
    # rollover
    Case(
        "A forklift with a 1.1 m track and a centre of gravity 1.0 m above the floor turns on an "
        "8 m radius at 7 m/s (friction 0.9) and stays on all its wheels.",
        "rollover",
        _roll_margin(1.1, 1.0, 7, 8, 0.9) <= 1,
    ),
    Case(
        "A low sports car, track width 1.7 m and CG height 0.45 m, corners at 30 m/s on a 60 m "
        "radius with mu 1.0. It does not roll over.",
        "rollover",
        _roll_margin(1.7, 0.45, 30, 60, 1.0) <= 1,
        phrasing=P.NEGATED,
    ),
    Case(
        "The double-decker bus (track 2.1 m, center of mass 1.9 m high) rolls over if it goes "
        "round a bend of 30 m radius at 50 km/h on asphalt with mu 0.8.",
        "rollover",
        _roll_margin(2.1, 1.9, 50 * KMH, 30, 0.8) > 1,
    ),
    Case(
        "Tractor, track 5 ft, CG height 3 ft, speed 20 mph, turn radius 60 ft, mu 0.7: rolls over.",
        "rollover",
        _roll_margin(5 * FT, 3 * FT, 20 * MPH, 60 * FT, 0.7) > 1,
        phrasing=P.SPEC,
    ),
    Case(
        "A loaded hay trailer with a 1.9 m track takes a turn of 20 m radius at 11 m/s, friction "
        "0.8, and does not roll over.",
        "rollover",
        None,
        (
            "h_cg",
            "height of the centre of gravity",
            "centre of gravity",
            "center of gravity",
            "centre of mass",
            "center of mass",
            "cg",
        ),
        P.MISSING,
    ),
    # braking
    Case(
        "A 34-year-old cyclist riding at 8 m/s comes to a stop inside 7 m on a level road with "
        "friction 0.7, reaction time ignored.",
        "braking",
        _stop(8, 0.7) <= 7,
        phrasing=P.IRRELEVANT,
    ),
    Case(
        "The driver reacts after 1.5 s, her car is doing 100 km/h and the friction coefficient is "
        "0.75. She stops before hitting a deer standing 80 m ahead.",
        "braking",
        _stop(100 * KMH, 0.75, 1.5) <= 80,
        phrasing=P.SENTENCES,
    ),
    Case(
        "Skidding from 50 mph on a wet road with mu 0.4, a lorry needs more than 55 m to come to "
        "a halt.",
        "braking",
        _stop(50 * MPH, 0.4) > 55,
        phrasing=P.UNITS,
    ),
    Case(
        "From 25 m/s, a car with locked wheels (mu 0.5) does not stop within 75 metres.",
        "braking",
        _stop(25, 0.5) > 75,
        phrasing=P.NEGATED,
    ),
    Case(
        "A driver doing 60 mph slams on the brakes and stops in less than 60 m.",
        "braking",
        None,
        ("friction", "mu", "coefficient", "road surface", "deceleration"),
        P.MISSING,
    ),
    # pendulum
    Case(
        "A pendulum 2.5 m long needs more than 3 s for one small swing there and back.",
        "pendulum",
        _period(2.5) > 3,
        phrasing=P.BOUNDED,
    ),
    Case(
        "Twenty small full oscillations of a 40 cm pendulum take no longer than 20 s.",
        "pendulum",
        20 * _period(0.40) <= 20,
        phrasing=P.NUMBER_WORDS,
    ),
    Case(
        "A wrecking ball let go from rest 4 ft above its lowest point swings up to a height of "
        "3.5 ft on the other side.",
        "pendulum",
        4 * FT >= 3.5 * FT,
        phrasing=P.UNITS,
    ),
    Case(
        "Released from rest 0.8 m above the bottom of its arc, the hanging lamp passes the bottom "
        "at 5 m/s.",
        "pendulum",
        _fall_speed(0.8) >= 5,
    ),
    Case(
        "An empty swing on 3 m chains, let go from rest at a height of 60 cm and given no push, "
        "doesn't rise to 90 cm on the far side.",
        "pendulum",
        0.60 < 0.90,
        phrasing=P.NEGATED,
    ),
    # loop
    Case(
        "A block sliding without friction from rest at a height of 5 m goes all the way round a "
        "loop of radius 1.8 m without losing contact.",
        "loop",
        2.5 * 1.8 <= 5,
    ),
    Case(
        "A small solid ball rolls without slipping from rest at 5.15 m above the bottom of the "
        "track and makes it round a loop 2 m in radius, touching the track all the way.",
        "loop",
        2.7 * 2 <= 5.15,
    ),
    Case(
        "Toy car sliding on a frictionless track, loop diameter 60 cm, release height 70 cm: it "
        "stays on the track through the top.",
        "loop",
        2.5 * 0.60 / 2 <= 0.70,
        phrasing=P.SPEC,
    ),
    Case(
        "Entering the bottom of a frictionless loop of radius 3 m at 11 m/s, the cart loses "
        "contact with the rail before it reaches the top.",
        "loop",
        sqrt(5 * G * 3) > 11,
    ),
    Case(
        "Starting from rest 6 ft up, a frictionless trolley does not complete a loop with a 2 ft "
        "radius.",
        "loop",
        2.5 * 2 * FT > 6 * FT,
        phrasing=P.NEGATED,
    ),
    # collision
    Case(
        "A 1200 kg car at 20 m/s runs into a stationary 1800 kg car and they lock together; right "
        "afterwards they move at no more than 9 m/s.",
        "collision",
        _target(1200, 1800, 20, 0) <= 9,
        phrasing=P.BOUNDED,
    ),
    Case(
        "A 0.2 kg puck sliding at 6 m/s strikes a resting 0.5 kg puck head-on, and the heavier "
        "puck shoots off at 5 m/s.",
        "collision",
        _target(0.2, 0.5, 6, 1) >= 5,
    ),
    Case(
        "A 4 kg bowling ball moving at 5 m/s hits a 1.5 kg pin at rest and the pin leaves at 6.5 "
        "m/s.",
        "collision",
        _target(4, 1.5, 5, 1) >= 6.5 and _target(4, 1.5, 5, 0) <= 6.5,
    ),
    Case(
        "Two lumps of clay, 1 kg and 2 kg, meet head-on at 3 m/s each and stick together. They "
        "are not at rest afterwards.",
        "collision",
        abs(2 * 3 - 1 * 3) / (1 + 2) > 0,
        phrasing=P.NEGATED,
    ),
    Case(
        "After a perfectly elastic head-on hit between a 1 kg glider at 4 m/s and a motionless 3 "
        "kg glider, the lighter one carries on forwards.",
        "collision",
        _striker(1, 3, 4, 1) > 0,
    ),
    # bounce
    Case(
        "A rubber ball with a coefficient of restitution of 0.85 falls from 2 m and comes back up "
        "past 1.3 m on its first bounce.",
        "bounce",
        _bounce(2, 0.85) > 1.3,
    ),
    Case(
        "Dropped from 8 ft, a basketball with a coefficient of restitution of 0.75 bounces back "
        "to 6 ft.",
        "bounce",
        _bounce(8 * FT, 0.75) >= 6 * FT,
        phrasing=P.UNITS,
    ),
    Case(
        "On its third bounce, a ball with e = 0.9 that was dropped from 1.5 m still rises above "
        "70 cm.",
        "bounce",
        _bounce(1.5, 0.9, 3) > 0.70,
        phrasing=P.BOUNDED,
    ),
    Case(
        "A golf ball dropped from 3 m onto concrete doesn't bounce higher than 2 m if its "
        "restitution coefficient is 0.88.",
        "bounce",
        _bounce(3, 0.88) <= 2,
        phrasing=P.NEGATED,
    ),
    Case(
        "Drop height 250 cm, restitution 0.6, toy ball of 45 g; first rebound at least 1.2 m.",
        "bounce",
        _bounce(2.50, 0.6) >= 1.2,
        phrasing=P.SPEC,
    ),
    # buoyancy
    Case(
        "A log with a density of 620 kg/m3 floats in a freshwater lake.",
        "buoyancy",
        620 / 1000 < 1,
    ),
    Case(
        "A sealed 3 litre box with a mass of 3.6 kg floats on fresh water.",
        "buoyancy",
        3.6 / 0.003 < 1000,
        phrasing=P.UNITS,
    ),
    Case(
        "A solid aluminum block (2700 kg/m3) doesn't sink in a bath of mercury (13600 kg/m3).",
        "buoyancy",
        2700 / 13600 < 1,
        phrasing=P.NEGATED,
    ),
    Case(
        "A solid lump of plastic of density 0.95 g/cm3 is dropped into ethanol, density 0.79 "
        "g/cm3, and it floats.",
        "buoyancy",
        0.95 / 0.79 < 1,
        phrasing=P.PASSIVE,
    ),
    Case(
        "A sealed 5 kg canister floats in water.",
        "buoyancy",
        None,
        ("volume", "density", "V", "rho_obj", "size"),
        P.MISSING,
    ),
    # beam
    Case(
        "Supported at both ends, a steel plank 2 m long, 200 mm wide and 20 mm thick with a yield "
        "strength of 250 MPa carries an 80 kg man standing in the middle.",
        "beam",
        _beam_stress(80, 2, 0.200, 0.020) <= 250e6,
    ),
    Case(
        "Oak board resting on its two ends, span 1.5 m, width 15 cm, thickness 1 cm, strength 50 "
        "MPa; holds 100 kg at mid-span.",
        "beam",
        _beam_stress(100, 1.5, 0.15, 0.01) <= 50e6,
        phrasing=P.SPEC,
    ),
    Case(
        "A glass shelf, 90 cm between its end supports, 30 cm wide, 6 mm thick and with a "
        "strength of 40 MPa, breaks when 60 kg is placed at its centre.",
        "beam",
        _beam_stress(60, 0.90, 0.30, 0.006) > 40e6,
        phrasing=P.UNITS,
    ),
    Case(
        "A pine beam with a span of 3 m, 5 cm wide and 15 cm thick, resting on its ends, does not "
        "hold a 200 kg engine hung from its middle; the wood's strength is 35 MPa.",
        "beam",
        _beam_stress(200, 3, 0.05, 0.15) > 35e6,
        phrasing=P.NEGATED,
    ),
    Case(
        "A shelf 80 cm long and 25 cm wide, made of wood with a strength of 40 MPa, holds 60 kg "
        "at its middle.",
        "beam",
        None,
        ("thickness", "t", "thick"),
        P.MISSING,
    ),
    # column
    Case(
        "A pinned steel rod 1.5 m long and 30 mm in diameter (E = 200 GPa) takes 20 kN of "
        "compression without buckling.",
        "column",
        _euler(200e9, 0.030, 1.5) >= 20e3,
    ),
    Case(
        "An aluminium rod, E 70 GPa, diameter 10 mm, length 80 cm, pinned at both ends, buckles "
        "under 3 kN.",
        "column",
        _euler(70e9, 0.010, 0.80) < 3e3,
    ),
    Case(
        "A round steel pole is 4 m tall and 25 mm in diameter, fixed at the bottom and free at "
        "the top, E = 210 GPa. It carries 500 kg on its top end without buckling.",
        "column",
        _euler(210e9, 0.025, 4, 2) >= 500 * G,
        phrasing=P.SENTENCES,
    ),
    Case(
        "A round steel bar 2 ft long and 0.5 in in diameter with pinned ends (E = 200 GPa) does "
        "not buckle under a load of 9 kN.",
        "column",
        _euler(200e9, 0.5 * IN, 2 * FT) >= 9e3,
        phrasing=P.NEGATED,
    ),
    Case(
        "A round wooden post 3 m long with pinned ends and E = 11 GPa holds 10 kN without "
        "buckling.",
        "column",
        None,
        ("diameter", "d", "thickness", "cross-section", "cross section"),
        P.MISSING,
    ),
    # rocket_liftoff
    Case(
        "A 550 kg sounding rocket with a motor giving 7 kN of thrust rises off the pad.",
        "rocket_liftoff",
        7e3 / (550 * G) > 1,
    ),
    Case(
        "A launch vehicle of 30 tonnes has four engines of 60 kN each. With its mass taken as "
        "constant, it lifts off.",
        "rocket_liftoff",
        4 * 60e3 / (30e3 * G) > 1,
        phrasing=P.NUMBER_WORDS,
    ),
    Case(
        "Lander on the Moon (g = 1.62 m/s^2), mass 4000 kg, thrust 8 kN: lifts off.",
        "rocket_liftoff",
        8e3 / (4000 * 1.62) > 1,
        phrasing=P.SPEC,
    ),
    Case(
        "A model rocket of 1.2 lb with a steady thrust of 4 N does not lift off; its mass stays "
        "practically constant.",
        "rocket_liftoff",
        4 / (1.2 * LB * G) < 1,
        phrasing=P.NEGATED,
    ),
    Case(
        "A rocket whose engines deliver 900 kN gets off the launch pad.",
        "rocket_liftoff",
        None,
        ("mass", "m", "weight"),
        P.MISSING,
    ),
    # delta_v
    Case(
        "A stage burns from 12 t down to 4 t with a specific impulse of 320 s and picks up at "
        "least 3 km/s.",
        "delta_v",
        _dv(320, 12 / 4) >= 3000,
        phrasing=P.BOUNDED,
    ),
    Case(
        "A probe with Isp 220 s and a total mass of 900 kg, of which 300 kg is propellant, "
        "changes its speed by 1.2 km/s.",
        "delta_v",
        _dv(220, 900 / (900 - 300)) >= 1200,
    ),
    Case(
        "Upper stage: Isp 450 s, initial mass 25 t, final mass 5 t; achieves a delta-v of 8 km/s.",
        "delta_v",
        _dv(450, 25 / 5) >= 8000,
        phrasing=P.SPEC,
    ),
    Case(
        "With a mass ratio of 6 and an Isp of 300 s, the rocket doesn't reach a delta-v of 5 km/s.",
        "delta_v",
        _dv(300, 6) < 5000,
        phrasing=P.NEGATED,
    ),
    Case(
        "A spacecraft that starts at 1500 kg and ends its burn at 1000 kg gains 1.3 km/s.",
        "delta_v",
        None,
        ("Isp", "specific impulse", "exhaust velocity", "exhaust speed"),
        P.MISSING,
    ),
    # atwood
    Case(
        "Over a frictionless pulley, a 7 kg bucket pulls a 5 kg one up by 2 m in no more than 2 s.",
        "atwood",
        _atwood_t(7, 5, 2) <= 2,
        phrasing=P.BOUNDED,
    ),
    Case(
        "Weights of 10 lb and 9 lb hang from a cord over an ideal pulley. Within 1 second of "
        "being let go from rest the heavier one has dropped 3 ft.",
        "atwood",
        _atwood_t(10 * LB, 9 * LB, 3 * FT) <= 1,
        phrasing=P.UNITS,
    ),
    Case(
        "A 4.5 kg sandbag hung over a light frictionless pulley hoists a 6 kg sandbag from rest.",
        "atwood",
        _atwood_a(4.5, 6) > 0,
    ),
    Case(
        "Two masses of 3 kg each hang at rest over a frictionless pulley, and when let go they "
        "don't move.",
        "atwood",
        _atwood_a(3, 3) == 0,
        phrasing=P.NEGATED,
    ),
    Case(
        "A 1 kg and a 3 kg mass joined by a cord over an ideal pulley accelerate at more than 6 "
        "m/s².",
        "atwood",
        _atwood_a(3, 1) > 6,
    ),
    # lever
    Case(
        "A 25 kg boy sitting 1.8 m from the pivot of a seesaw lifts his 40 kg sister, who sits 1 m "
        "from the pivot on the other side.",
        "lever",
        25 * 1.8 > 40 * 1,
    ),
    Case(
        "Pushed down with 200 N at 1.2 m from the pivot, a lever raises a 300 kg stone resting on "
        "it 0.1 m beyond the pivot.",
        "lever",
        300 * G * 0.1 < 200 * 1.2,
        phrasing=P.PASSIVE,
    ),
    Case(
        "A seesaw balances with 60 lb at 5 ft on one side and 100 lb at 3 ft on the other.",
        "lever",
        abs(60 * 5 - 100 * 3) / (60 * 5) < 0.01,
        phrasing=P.UNITS,
    ),
    Case(
        "A 10 kg bag hung 90 cm to the left of a light beam's pivot does not lift a 12 kg bag hung "
        "60 cm to the right.",
        "lever",
        10 * 0.90 <= 12 * 0.60,
        phrasing=P.NEGATED,
    ),
    Case(
        "Masses of 5 kg and 8 kg hang 0.7 m and 0.5 m from the pivot, on opposite arms of a light "
        "rod, and the rod balances.",
        "lever",
        abs(5 * 0.7 - 8 * 0.5) / (8 * 0.5) < 0.01,
    ),
    # spring
    Case(
        "A toy gun spring of 400 N/m, squeezed by 8 cm, shoots a 20 g pellet straight up to 5 m or "
        "higher.",
        "spring",
        _spring_h(400, 0.08, 0.020) >= 5,
        phrasing=P.BOUNDED,
    ),
    Case(
        "Compressing a 1500 N/m spring by 5 cm sends a 0.5 kg block off across a frictionless "
        "table at over 4 m/s.",
        "spring",
        _spring_v(1500, 0.05, 0.5) > 4,
    ),
    Case(
        "Spring k = 2 kN/m, compression 20 cm, ball mass 3 kg: thrown 2 m up.",
        "spring",
        _spring_h(2000, 0.20, 3) >= 2,
        phrasing=P.SPEC,
    ),
    Case(
        "A 60 g ball thrown upwards by an 800 N/m spring compressed six centimetres doesn't reach "
        "a height of three metres.",
        "spring",
        _spring_h(800, 0.06, 0.060) < 3,
        phrasing=P.NEGATED,
    ),
    Case(
        "A spring pushed in by 10 cm fires a 0.15 kg dart 4 m straight up.",
        "spring",
        None,
        ("k", "stiffness", "spring constant", "spring rate"),
        P.MISSING,
    ),
    # terminal
    Case(
        "A 70 kg parachutist under a canopy with a CdA of 40 m² setles at less than 6 m/s in air "
        "of density 1.2 kg/m³.",
        "terminal",
        _terminal(70, 40, 1.2) < 6,
        phrasing=P.TYPO,
    ),
    Case(
        "A 90 kg skydiver falling flat (CdA 0.75 m^2, air 1.2 kg/m^3) reaches a steady speed above "
        "70 m/s.",
        "terminal",
        _terminal(90, 0.75, 1.2) > 70,
    ),
    Case(
        "A hailstone of 5 g with a CdA of 0.0004 m², falling from rest through air at sea level, "
        "does not exceed 60 mph.",
        "terminal",
        _terminal(0.005, 0.0004) <= 60 * MPH,
        phrasing=P.NEGATED,
    ),
    Case(
        "Terminal speed of a paper cone, mass 1 g, CdA 0.012 m², air density 1.2: 3 m/s or more.",
        "terminal",
        _terminal(0.001, 0.012, 1.2) >= 3,
        phrasing=P.SPEC,
    ),
    Case(
        "Dropped from a balloon at two o'clock, an 8 kg instrument package with a drag area CdA of "
        "3 m² falls at no more than 30 km/h. Air density is 1.2 kg/m3.",
        "terminal",
        _terminal(8, 3, 1.2) <= 30 * KMH,
        phrasing=P.IRRELEVANT,
    ),
    # torricelli
    Case(
        "Water squirts out of a hole 1.8 m below the surface of an open tank at more than 5 m/s.",
        "torricelli",
        _efflux(1.8) > 5,
    ),
    Case(
        "A hole drilled 30 cm under the water surface of an open barrel gives a jet that leaves at "
        "4 m/s or faster.",
        "torricelli",
        _efflux(0.30) >= 4,
        phrasing=P.BOUNDED,
    ),
    Case(
        "Open tank, cross-section 2 m², water depth 1 m, outlet of 20 cm² at the bottom, Cd 0.6: "
        "empty within 10 minutes.",
        "torricelli",
        _drain(2, 20e-4, 1, 0.6) <= 600,
        phrasing=P.SPEC,
    ),
    Case(
        "A water butt with a base of 0.5 m² filled to 0.9 m does not run empty in under 5 minutes "
        "through a 4 cm² hole in its bottom (discharge coefficient 0.6).",
        "torricelli",
        _drain(0.5, 4e-4, 0.9, 0.6) >= 300,
        phrasing=P.NEGATED,
    ),
    Case(
        "A fountain is fed only by an open tank whose water level lies 2 m above the nozzle, with "
        "no pump. Its jet rises 3 m above the nozzle.",
        "torricelli",
        _efflux(2) ** 2 / (2 * G) >= 3,
        phrasing=P.SENTENCES,
    ),
    # heat
    Case(
        "A 1500 W immersion heater warms 5 litres of water from 15 °C to 60 °C in 15 minutes "
        "with no heat lost.",
        "heat",
        _warm(5, 60 - 15) / 1500 <= 15 * 60,
    ),
    Case(
        "Kettle 3 kW, 1.7 liters of water, 10 °C to 100 °C in two minutes.",
        "heat",
        _warm(1.7, 100 - 10) / 3000 <= 120,
        phrasing=P.SPEC,
    ),
    Case(
        "Melting 2 kg of ice at 0 °C with a 600 W heater takes at least ten minutes.",
        "heat",
        2 * ICE_L / 600 >= 600,
        phrasing=P.BOUNDED,
    ),
    Case(
        "A 1 kW heater, all of whose heat goes into the water, does not boil away 0.5 kg of water "
        "already at 100 °C within one hour.",
        "heat",
        0.5 * STEAM_L / 1000 > 3600,
        phrasing=P.NEGATED,
    ),
    Case(
        "A pan holding 3 kg of water at 20 °C is brought to 100 °C in 8 minutes on a camping "
        "stove.",
        "heat",
        None,
        ("power", "P", "wattage", "watts"),
        P.MISSING,
    ),
    # optics_ray
    Case(
        "A ray inside glass of index 1.5 meets the boundary with air at 50 degrees to the normal "
        "and is totally reflected.",
        "optics_ray",
        _critical(1.5) < 50,
    ),
    Case(
        "Light travelling in water (n = 1.33) strikes the surface from below at 35 degrees from "
        "the normal and is totally internally reflected.",
        "optics_ray",
        _critical(1.33) < 35,
    ),
    Case(
        "Going from air into diamond (n = 2.42) at 40° incidence, a beam is refracted to an angle "
        "of less than 20 degrees from the normal.",
        "optics_ray",
        _refracted(1, 2.42, 40) < 20,
        phrasing=P.BOUNDED,
    ),
    Case(
        "A flat mirror shows a 1.7 m tall woman an image of herself that is 2.5 m tall.",
        "optics_ray",
        1 * 1.7 >= 2.5,
    ),
    Case(
        "A converging lens of focal length 10 cm does not form an image larger than the candle if "
        "the candle stands 30 cm from the lens.",
        "optics_ray",
        _magnification(0.10, 0.30) <= 1,
        phrasing=P.NEGATED,
    ),
    # domino
    Case(
        "If dominoes four centimetres high are set two centimetres apart in a row, they all fall "
        "after one nudge to the first.",
        "domino",
        2 / 4 < 1,
        phrasing=P.NUMBER_WORDS,
    ),
    Case(
        "Dominoes standing 6 cm tall are placed 9 cm from each other; tipping the first brings "
        "every one of them down.",
        "domino",
        9 / 6 < 1,
        phrasing=P.PASSIVE,
    ),
    Case(
        "Fifty bricks 8 in tall, standing on end 12 in apart, do not all fall when only the first "
        "one is knocked over.",
        "domino",
        12 / 8 > 1,
        phrasing=P.NEGATED,
    ),
    Case(
        "100 upright books in a line, height 25 cm, spacing 32 cm, one push at the start: all "
        "fall.",
        "domino",
        32 / 25 < 1,
        phrasing=P.SPEC,
    ),
    Case(
        "A line of thirty dominoes, each 5 cm tall, all fall once the first is pushed.",
        "domino",
        None,
        ("spacing", "s", "gap", "distance", "apart"),
        P.MISSING,
    ),
    # jump
    Case(
        "A volleyball player raises her centre of mass by 50 cm in a standing jump.",
        "jump",
        JUMP_H >= 0.50,
    ),
    Case(
        "Starting from a standstill and without any aids, a man jumps straight up and his centre "
        "of mass rises six feet.",
        "jump",
        JUMP_H >= 6 * FT,
        phrasing=P.NUMBER_WORDS,
    ),
    Case(
        "With no trampoline or other equipment, a person stays in the air for 2 seonds after a "
        "standing jump on flat ground.",
        "jump",
        2 * sqrt(2 * JUMP_H / G) >= 2,
        phrasing=P.TYPO,
    ),
    Case(
        "An unaided adult jumping straight up from standing does not raise his center of mass by "
        "1.5 m.",
        "jump",
        JUMP_H < 1.5,
        phrasing=P.NEGATED,
    ),
    Case(
        "An unaided human athlete takes off at 9 m/s in a standing vertical jump.",
        "jump",
        JUMP_V >= 9,
    ),
    # rolling
    Case(
        "Let go together at the top of a ramp, a solid cylinder reaches the bottom ahead of a "
        "hoop, both rolling without slipping.",
        "rolling",
        1 / (1 + 0.5) > 1 / (1 + 1),
    ),
    Case(
        "A thin hollow ball wins a race against a solid ball down the same slope, both released "
        "from rest and rolling without slipping.",
        "rolling",
        1 / (1 + 2 / 3) > 1 / (1 + 2 / 5),
    ),
    Case(
        "A solid marble rolls down a 30 degree slope without slipping although the friction "
        "coefficient is just 0.05.",
        "rolling",
        _no_slip_mu(30, 2 / 5) <= 0.05,
    ),
    Case(
        "A hoop on a 20° incline with a friction coefficient of 0.4 doesn't slip as it rolls down.",
        "rolling",
        _no_slip_mu(20, 1) <= 0.4,
        phrasing=P.NEGATED,
    ),
    Case(
        "A solid cylinder rolls down a 35 degree ramp without slipping.",
        "rolling",
        None,
        ("friction", "mu", "coefficient"),
        P.MISSING,
    ),
    # grip
    Case(
        "Two robot fingers, each pressing with 30 N (friction coefficient 0.5), hold up a 2 kg "
        "jar.",
        "grip",
        _grip_ratio(30, 0.5, 2) >= 1,
    ),
    Case(
        "A two-finger robot hand squeezes a 4 kg casting with 25 N, mu 0.7, and picks it up.",
        "grip",
        _grip_ratio(25, 0.7, 4) >= 1,
    ),
    Case(
        "Gripper squeeze force 40 N, friction coeficient 0.4, part 1.8 kg, accelerated upward at 6 "
        "m/s^2: no slip.",
        "grip",
        _grip_ratio(40, 0.4, 1.8, 6) >= 1,
        phrasing=P.TYPO,
    ),
    Case(
        "A parallel gripper squeezing a 500 g wine glass with 6 N, friction coefficient 0.3, does "
        "not let it slip.",
        "grip",
        _grip_ratio(6, 0.3, 0.500) >= 1,
        phrasing=P.NEGATED,
    ),
    Case(
        "A gripper with rubber pads, mu 0.9, lifts a 3 kg pump without it slipping.",
        "grip",
        None,
        ("N", "force", "grip force", "squeeze", "normal force"),
        P.MISSING,
    ),
    # support
    Case(
        "A 1.5 kg quadcopter whose four rotors can each give up to 4.5 N of thrust hovers in still "
        "air.",
        "support",
        4 * 4.5 / (1.5 * G) >= 1,
    ),
    Case(
        "A balloon with 1 m³ of helium (0.17 kg/m³) in air of 1.2 kg/m³ lifts a total of 1.5 kg "
        "of skin and payload.",
        "support",
        (1.2 - 0.17) * 1 >= 1.5,
    ),
    Case(
        "A 50 kg anvil is let go in mid-air near the ground with nothing holding it and hangs "
        "there motionless for 60 seconds.",
        "support",
        0 / (50 * G) >= 1,
        phrasing=P.PASSIVE,
    ),
    Case(
        "A hot-air balloon of 2000 m³, filled with air of density 0.95 kg/m³ while the outside "
        "air is 1.2 kg/m³, does not lift 400 kg of envelope, basket and crew.",
        "support",
        (1.2 - 0.95) * 2000 < 400,
        phrasing=P.NEGATED,
    ),
    Case(
        "A 200 g magnet clings to the underside of a steel beam that attracts it with 5 N, and it "
        "stays up there.",
        "support",
        5 / (0.200 * G) >= 1,
    ),
    # drag_race_power
    Case(
        "A 3 kW hoist raises a 500 kg piano 12 m in 30 seconds (efficiency 0.8).",
        "drag_race_power",
        _lift_work(500, 12) / (3000 * 0.8) <= 30,
    ),
    Case(
        "A 75 kg runner putting out 400 W climbs 100 m of height in two minutes.",
        "drag_race_power",
        _lift_work(75, 100) / 400 <= 120,
        phrasing=P.NUMBER_WORDS,
    ),
    Case(
        "An electric car with a mass of 1600 kg and 90 kW at the wheels goes from standstill to 60 "
        "mph in not more than 8 s.",
        "drag_race_power",
        _kinetic(1600, 60 * MPH) / 90e3 <= 8,
        phrasing=P.BOUNDED,
    ),
    Case(
        "A lossless 5 kW pump cannot raise 3000 litres of water by 20 m in 3 minutes.",
        "drag_race_power",
        _lift_work(3000, 20) / 5000 > 180,
        phrasing=P.NEGATED,
    ),
    Case(
        "Elevator motor 10 kW, loaded cabin 900 kg without counterweight, up 30 m from the ground "
        "floor in under 20 seconds.",
        "drag_race_power",
        _lift_work(900, 30) / 10e3 < 20,
        phrasing=P.SPEC,
    ),
)
