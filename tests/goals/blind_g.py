"""Blind goals, set G: five for each core family, each with its truth computed beside it."""

from math import asin, atan, cos, degrees, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
KMH = 1 / 3.6
MPH = 0.44704
FT = 0.3048
INCH = 0.0254
LB = 0.45359237
HP = 745.7
AIR = 1.225
WATER = 1000.0
C_WATER = 4186.0
L_MELT = 334e3
L_BOIL = 2256e3
JUMP_MAX = 0.7


def _tan(deg):
    return tan(radians(deg))


def _fall_time(h, v0=0.0):
    return (-v0 + sqrt(v0**2 + 2 * G * h)) / G


def _fall_speed(h, v0=0.0):
    return sqrt(v0**2 + 2 * G * h)


def _height_at(v, deg, x, y0=0.0):
    return y0 + x * _tan(deg) - G * x**2 / (2 * (v * cos(radians(deg))) ** 2)


def _range(v, deg, y0=0.0):
    vx, vy = v * cos(radians(deg)), v * sin(radians(deg))
    return vx * (vy + sqrt(vy**2 + 2 * G * y0)) / G


def _range_max(v):
    return v**2 / G


def _stagger_sum(n, step):
    """Twice the offset of the upper n-1 blocks over the lowest: stands while below the width."""
    return n * step


def _tilt_limit(base, h_com):
    return degrees(atan(base / 2 / h_com))


def _tip_mu(base, push):
    """Friction above which a block pushed at this height tips instead of sliding."""
    return base / (2 * push)


def _hold_a(mu):
    return mu * G


def _flat_vmax(mu, r):
    return sqrt(mu * G * r)


def _bank_vmax(r, deg, mu):
    return sqrt(r * G * (_tan(deg) + mu) / (1 - mu * _tan(deg)))


def _bank_vmin(r, deg, mu):
    return sqrt(r * G * (_tan(deg) - mu) / (1 + mu * _tan(deg)))


def _roll_ratio(track, h, v, r, mu):
    """Lateral acceleration in g that the tyres give, over the static stability factor."""
    return min(v**2 / (r * G), mu) / (track / (2 * h))


def _stop(v, mu, t_r=0.0):
    return v * t_r + v**2 / (2 * mu * G)


def _period(length):
    return 2 * pi * sqrt(length / G)


def _loop_sliding(r):
    return 2.5 * r


def _loop_ball(r):
    return 2.7 * r


def _loop_bottom_speed(r):
    return sqrt(5 * G * r)


def _struck(m1, v1, m2, e, v2=0.0):
    return ((1 + e) * m1 * v1 + (m2 - e * m1) * v2) / (m1 + m2)


def _bounce(h0, e, n=1):
    return e ** (2 * n) * h0


def _beam_stress(kg, span, b, t):
    return 6 * (kg * G * span / 4) / (b * t**2)


def _beam_sag(kg, span, b, t, e_mod):
    return kg * G * span**3 / (48 * e_mod * b * t**3 / 12)


def _euler(e_mod, d, length, k=1.0):
    return pi**2 * e_mod * (pi * d**4 / 64) / (k * length) ** 2


def _thrust_ratio(thrust, m, g=G):
    return thrust / (m * g)


def _dv(isp, m0, mf):
    return isp * G * log(m0 / mf)


def _atwood_a(m1, m2):
    return (m1 - m2) * G / (m1 + m2)


def _atwood_time(m1, m2, h):
    return sqrt(2 * h / _atwood_a(m1, m2))


def _moment_ratio(m1, d1, m2, d2):
    return m1 * d1 / (m2 * d2)


def _spring_height(k, x, m):
    return k * x**2 / (2 * m * G)


def _spring_speed(k, x, m):
    return x * sqrt(k / m)


def _terminal(m, cda, rho=AIR):
    return sqrt(2 * m * G / (rho * cda))


def _efflux(h):
    return sqrt(2 * G * h)


def _jet_apex(h):
    return _efflux(h) ** 2 / (2 * G)


def _drain(area, hole, h, cd):
    return area / (cd * hole) * sqrt(2 * h / G)


def _disc(d):
    return pi * d**2 / 4


def _warm(m, d_temp):
    return m * C_WATER * d_temp


def _critical(n1, n2=1.0):
    return degrees(asin(n2 / n1))


def _refract(n1, n2, deg):
    return degrees(asin(n1 / n2 * sin(radians(deg))))


def _lens_size(f, d):
    return f / (d - f)


def _jump_air_time(h):
    return 2 * sqrt(2 * h / G)


def _jump_height(v0):
    return v0**2 / (2 * G)


def _roll_a(deg, beta):
    return G * sin(radians(deg)) / (1 + beta)


def _roll_time(length, deg, beta):
    return sqrt(2 * length / _roll_a(deg, beta))


def _roll_mu(deg, beta):
    return _tan(deg) * beta / (1 + beta)


BALL, SHELL, DISC, HOOP = 2 / 5, 2 / 3, 1 / 2, 1.0


def _grip_ratio(n, mu, m, a=0.0):
    """Friction of both fingers over the force needed."""
    return 2 * mu * n / (m * (G + a))


def _lift_kg(volume, rho_in, rho_out):
    return volume * (rho_out - rho_in)


def _sphere(r):
    return 4 / 3 * pi * r**3


def _climb(m, h):
    return m * G * h


def _kinetic(m, v):
    return m * v**2 / 2


CASES: tuple[Case, ...] = (
    # free_fall
    Case(
        "If I let a spanner slip off a scaffold 45 ft up, it hits the ground less than two"
        " seconds later.",
        "free_fall",
        _fall_time(45 * FT) < 2,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A 2 kg brick comes loose from a window ledge 18 metres above the pavement and is doing"
        " more than 50 mph by the time it lands.",
        "free_fall",
        _fall_speed(18) > 50 * MPH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A pupil drops a marble from rest off a balcony 3 m high. It does not touch the ground"
        " until at least one full second has gone by.",
        "free_fall",
        _fall_time(3) >= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Released from rest inside an evacuated tube, a feather needs no more than 0.8 s to fall"
        " the 2.2 metres to the bottom.",
        "free_fall",
        _fall_time(2.2) <= 0.8,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A sandbag is released from a hovering balloon and strikes the field underneath within"
        " four seconds.",
        "free_fall",
        None,
        missing=("height", "h", "altitude", "drop height", "distance"),
        phrasing=Phrasing.MISSING,
    ),
    # projectile
    Case(
        "A golfer chips the ball from the turf at 18 m/s, 50 degrees above the horizontal, and it"
        " passes over a hedge 2.5 m tall that stands 20 m away.",
        "projectile",
        _height_at(18, 50, 20) > 2.5,
    ),
    Case(
        "Kicked off level ground at 40 mph and at an angle of 30 degrees, the football fails to"
        " carry 40 m before it comes down.",
        "projectile",
        _range(40 * MPH, 30) < 40,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A stunt rider leaves a level take-off deck horizontally at 60 km/h. The far bank lies"
        " 2 m lower than the deck, and he makes it across the 15 m wide river.",
        "projectile",
        _range(60 * KMH, 0, 2) >= 15,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "By chosing the best possible angle, I can throw a stone at 12 m/s from ground level so"
        " that it lands 20 m away on the same level.",
        "projectile",
        _range_max(12) >= 20,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A basketball is thrown from ground level at an angle of 55 degrees and goes over a fence"
        " 3 m high that is 6 m away.",
        "projectile",
        None,
        missing=("speed", "v", "velocity", "launch speed", "initial speed"),
        phrasing=Phrasing.MISSING,
    ),
    # incline
    Case(
        "I want a toolbox, left at rest on a plank tilted at 18 degrees, to slide down by itself"
        " with a coefficient of static friction of 0.5.",
        "incline",
        _tan(18) > 0.5,
    ),
    Case(
        "On a roof pitched at 30 degrees, a slab of wet snow with a static friction coefficient"
        " of 0.35 does not stay where it is.",
        "incline",
        _tan(30) > 0.35,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A car parked with all four wheels locked stays put on a 20 percent grade, although the"
        " icy road only offers a static friction coefficient of 0.1.",
        "incline",
        20 / 100 <= 0.1,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A parcel is set down at rest on a chute inclined at 24 degrees. Static friction is 0.7"
        " and kinetic friction 0.4. The parcel remains where it was put.",
        "incline",
        _tan(24) <= 0.7,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Ramp angle 15°, mu_s 0.2, block mass 4 kg: block stays at rest.",
        "incline",
        _tan(15) <= 0.2,
        phrasing=Phrasing.SPEC,
    ),
    # stack
    Case(
        "Four identical books, each 24 cm wide, are piled so that every one sticks out 4 cm"
        " further than the one beneath it, always to the same side. The pile stays up.",
        "stack",
        _stagger_sum(4, 0.04) < 0.24,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Five equal bricks 215 mm long, each set 60 mm further out than the brick below it and"
        " all in the same direction, remain standing with no mortar.",
        "stack",
        _stagger_sum(5, 0.060) < 0.215,
    ),
    Case(
        "A filing cabinet with a base 18 inches deep and its center of mass 30 inches up topples"
        " over once the floor under it is tilted by 12 degrees.",
        "stack",
        _tilt_limit(18 * INCH, 30 * INCH) < 12,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A uniform wooden post, 20 cm square and 1.2 m tall, stands upright on a rough platform"
        " where it cannot slip. It does not fall over when the platform is tipped to 6 degrees.",
        "stack",
        _tilt_limit(0.20, 0.6) > 6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The upper of two identical 30 cm wide boxes is shifted 18 cm sideways on the lower one"
        " and, once let go, topples off.",
        "stack",
        _stagger_sum(2, 0.18) > 0.30,
        phrasing=Phrasing.PASSIVE,
    ),
    # push_tip
    Case(
        "A wardrobe 0.6 m deep that I shove horizontally 1.5 m above the carpet, where the"
        " friction coefficient is 0.3, tips over rather than sliding.",
        "push_tip",
        _tip_mu(0.6, 1.5) < 0.3,
    ),
    Case(
        "Pushing horizontally 40 cm above the floor against a crate that is 80 cm wide, with a"
        " friction coefficient of 0.5 at the floor, makes the crate slide along and stay upright.",
        "push_tip",
        _tip_mu(0.80, 0.40) > 0.5,
    ),
    Case(
        "A fridge with a base 28 inches wide is pushed horizontally five feet above the floor."
        " The friction coefficient is 0.6. The fridge slides and does not tip.",
        "push_tip",
        _tip_mu(28 * INCH, 5 * FT) > 0.6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Stone block 1.2 m wide, push point 0.5 m up, mu 0.35: block tips before it slides.",
        "push_tip",
        _tip_mu(1.2, 0.5) < 0.35,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 30 kg plinth, 50 cm wide, is pushed horizontally 90 cm above the floor and slides"
        " instead of tipping.",
        "push_tip",
        None,
        missing=("friction", "mu", "coefficient", "coefficient of friction"),
        phrasing=Phrasing.MISSING,
    ),
    # truck_bed
    Case(
        "A pallet rides loose on a flatbed that brakes at 0.5 g. With a static friction"
        " coefficient of 0.3 between the two, the pallet slides forwards.",
        "truck_bed",
        _hold_a(0.3) < 0.5 * G,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A crate whose static friction on the deck is 0.6 does not slide as the pickup pulls away"
        " at 4 m/s².",
        "truck_bed",
        _hold_a(0.6) >= 4,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The van goes from standstill to 36 km/h in 2 s at a constant rate, and the unsecured box"
        " on its floor, with a static friction coefficient of 0.35, keeps its place.",
        "truck_bed",
        _hold_a(0.35) >= 36 * KMH / 2,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "An ice chest on the bed of a pickup (mu_s = 0.45) slides backwards while the truck"
        " accelerates at no more than 2.5 m/s².",
        "truck_bed",
        _hold_a(0.45) < 2.5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A delivery driver brakes at 6 m/s² and the 70 kg washing machine in the back, which is"
        " not strapped down, stays where it is.",
        "truck_bed",
        None,
        missing=("friction", "mu", "mu_s", "static friction", "coefficient"),
        phrasing=Phrasing.MISSING,
    ),
    # flat_curve
    Case(
        "A motorbike rounds a level bend of 35 m radius at 30 mph, and its tyres, with a friction"
        " coefficient of 0.8, hold the line.",
        "flat_curve",
        _flat_vmax(0.8, 35) >= 30 * MPH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "On packed snow with a friction coefficient of 0.2, a car going 50 km/h does not skid in"
        " a flat curve of 60 m radius.",
        "flat_curve",
        _flat_vmax(0.2, 60) >= 50 * KMH,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Flat roundabout, radius 20 m, mu 0.65, speed 8 m/s: bus stays on its path.",
        "flat_curve",
        _flat_vmax(0.65, 20) >= 8,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A go-kart skids off an unbanked corner with a radius of twelve metres at a speed of six"
        " metres per second, the tyre friction being 0.9.",
        "flat_curve",
        _flat_vmax(0.9, 12) < 6,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "The taxi takes an unbanked curve of 90 m radius at 70 km/h without losing its grip.",
        "flat_curve",
        None,
        missing=("friction", "mu", "grip", "coefficient", "coefficient of friction"),
        phrasing=Phrasing.MISSING,
    ),
    # banked_curve
    Case(
        "A bobsleigh on frictionless ice rounds a curve of 40 m radius banked at 50 degrees at"
        " 100 km/h and stays at the same height on the banking.",
        "banked_curve",
        _bank_vmax(40, 50, 0) >= 100 * KMH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "With a tyre friction coefficient of 0.3, a lorry keeps its lane in a bend of 80 m radius"
        " banked at 10 degrees while doing 40 mph.",
        "banked_curve",
        _bank_vmax(80, 10, 0.3) >= 40 * MPH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A stock car crawls at 5 m/s round an oval turn of 250 m radius that is banked at"
        " 31 degrees. Oil has cut the friction coefficient to 0.1. The car holds its line and"
        " stays up on the banking.",
        "banked_curve",
        _bank_vmin(250, 31, 0.1) <= 5,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "At 14 m/s, a cyclist on a velodrome curve of 22 m radius banked at 42 degrees does not"
        " slip up or down the track, given a tire friction coefficient of 0.4.",
        "banked_curve",
        _bank_vmax(22, 42, 0.4) >= 14 and _bank_vmin(22, 42, 0.4) <= 14,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Banked curve, radius 50 m, bank angle 15 deg, mu 0.2, car at 90 km/h: car slides up the"
        " banking.",
        "banked_curve",
        _bank_vmax(50, 15, 0.2) < 90 * KMH,
        phrasing=Phrasing.SPEC,
    ),
    # rollover
    Case(
        "A double-decker bus with a track of 2.1 m and its centre of gravity 1.6 m up rolls over"
        " when it corners at 60 km/h on a flat 25 m radius with tyre friction of 0.8.",
        "rollover",
        _roll_ratio(2.1, 1.6, 60 * KMH, 25, 0.8) > 1,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A sports car with a track of 1.55 m and its centre of mass 0.45 m high rolls over in a"
        " flat turn of 30 m radius at 25 m/s. The tyre friction coefficient is 1.0.",
        "rollover",
        _roll_ratio(1.55, 0.45, 25, 30, 1.0) > 1,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Ridden at 7 m/s round a flat 10 m radius turn, a quad bike with a 0.9 m track, a centre"
        " of gravity 0.65 m up and a tyre friction of 0.9 never rolls over.",
        "rollover",
        _roll_ratio(0.9, 0.65, 7, 10, 0.9) < 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A forklift whose wheels are 3 ft apart and whose center of gravity is 4 ft above the"
        " floor takes a 12 ft radius turn at 10 mph with a tire friction of 0.7, and all of its"
        " wheels stay on the ground.",
        "rollover",
        _roll_ratio(3 * FT, 4 * FT, 10 * MPH, 12 * FT, 0.7) < 1,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A camper van with a track of 1.7 m rounds a flat bend of 30 m radius at 50 km/h, tyre"
        " friction 0.9, and remains on its wheels rather than rolling over.",
        "rollover",
        None,
        missing=("centre of gravity", "center of gravity", "h_cg", "height", "cg", "com"),
        phrasing=Phrasing.MISSING,
    ),
    # braking
    Case(
        "From 70 mph a car with a tyre friction coefficient of 0.7 comes to a standstill inside"
        " 120 m, counting a one-second reaction time.",
        "braking",
        _stop(70 * MPH, 0.7, 1.0) <= 120,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A cyclist doing 25 km/h slams on the brakes with no delay 3.5 m short of a closed gate."
        " The tyre friction is 0.5. She does not hit the gate.",
        "braking",
        _stop(25 * KMH, 0.5) < 3.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Emergency stop from 50 km/h, wet asphalt, mu 0.4, wheels locked at once: skid marks no"
        " longer than 30 m.",
        "braking",
        _stop(50 * KMH, 0.4) <= 30,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A train runs at 108 km/h on rails that allow a friction coefficient of only 0.15. Once"
        " the brakes bite on all wheels, it halts within 250 metres.",
        "braking",
        _stop(108 * KMH, 0.15) <= 250,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A van driver sees a fallen branch 35 m ahead, needs 1.2 s to react, brakes on a road with"
        " a friction coefficient of 0.6 and stops before reaching it.",
        "braking",
        None,
        missing=("speed", "v", "velocity", "initial speed"),
        phrasing=Phrasing.MISSING,
    ),
    # pendulum
    Case(
        "A small child on a swing hung from 2.5 m ropes takes more than 2.8 seconds for one"
        " complete gentle swing back and forth.",
        "pendulum",
        _period(2.5) > 2.8,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A church lamp on a 6 m cable makes ten full small swings in less than a minute.",
        "pendulum",
        10 * _period(6) < 60,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A wrecking ball is pulled aside until it is 1.8 m above its lowest point and let go from"
        " rest. On the far side it climbs to 2.3 m above the lowest point.",
        "pendulum",
        _fall_speed(1.8) ** 2 / (2 * G) >= 2.3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The pendulum bob, released at rest 20 cm above its lowest point, goes through the bottom"
        " at no more than 2.2 m/s.",
        "pendulum",
        _fall_speed(0.20) <= 2.2,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A pendulum that measures 0.25 m from the pivot to the middle of the bob never takes"
        " longer than 0.8 s over one full small oscillation.",
        "pendulum",
        _period(0.25) <= 0.8,
        phrasing=Phrasing.NEGATED,
    ),
    # loop
    Case(
        "A block sliding on a frictionless track starts from rest 2 m above the bottom of a"
        " vertical loop of 0.9 m radius and makes it all the way round without leaving the track.",
        "loop",
        _loop_sliding(0.9) <= 2,
    ),
    Case(
        "A small solid steel ball is let go at a hieght of 90 cm above the bottom of the loop. It"
        " rolls without slipping and gets right round the vertical loop of 30 cm radius.",
        "loop",
        _loop_ball(0.30) <= 0.90,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "Starting from rest 6 m above the bottom, a frictionless sledge with a mass of 85 kg"
        " completes a vertical loop that is 4 m in diameter and stays in contact the whole way.",
        "loop",
        _loop_sliding(4 / 2) <= 6,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A roller-coaster car enters the bottom of a frictionless loop of 12 m radius at 20 m/s"
        " and stays on the track, with no hold-down wheels, right through the top.",
        "loop",
        _loop_bottom_speed(12) <= 20,
    ),
    Case(
        "Loop radius 10 m, frictionless car released at rest 22 m above the lowest point: car does"
        " not complete the loop in contact.",
        "loop",
        _loop_sliding(10) > 22,
        phrasing=Phrasing.NEGATED,
    ),
    # collision
    Case(
        "For our film we need a puck sliding at 3 m/s on an air table to run into an identical"
        " puck at rest, so that the struck puck moves off at 3.5 m/s.",
        "collision",
        _struck(1, 3, 1, 1.0) >= 3.5,
    ),
    Case(
        "A 1000 kg car at 15 m/s runs into a stationary 1500 kg van. The two lock together, and"
        " straight after the crash the wreck moves at more than 5 m/s.",
        "collision",
        _struck(1000, 15, 1500, 0.0) > 5,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "In a perfectly elastic head-on hit, a 6 kg bowling ball moving at 5 m/s sends a 1.5 kg"
        " pin, at rest beforehand, off at no less than 7 m/s.",
        "collision",
        _struck(6, 5, 1.5, 1.0) >= 7,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 20 g bullet flying at 400 m/s is caught and held by a 2 kg block resting on smooth"
        " ice, and the block slides away with the bullet at 8 m/s or more.",
        "collision",
        _struck(0.020, 400, 2, 0.0) >= 8,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A 70 kg skater gliding at 4 m/s bumps into a 50 kg skater who is standing still, and they"
        " cling together. Right afterwards they do not move faster than 2 m/s.",
        "collision",
        _struck(70, 4, 50, 0.0) <= 2,
        phrasing=Phrasing.NEGATED,
    ),
    # bounce
    Case(
        "A rubber ball with a coefficient of restitution of 0.75 falls from rest at 2 m and comes"
        " back up beyond the 1.3 m mark after its first bounce.",
        "bounce",
        _bounce(2, 0.75) > 1.3,
    ),
    Case(
        "Super ball, restitution 0.9, dropped from rest at 1.5 m: rises above 70 cm after its"
        " third bounce.",
        "bounce",
        _bounce(1.5, 0.9, 3) > 0.70,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Dropped from 8 ft onto concrete, a basketball with a restitution coefficient of 0.8 does"
        " not rebound higher than 6 ft.",
        "bounce",
        _bounce(8 * FT, 0.8) <= 6 * FT,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "An ordinary tennis ball is dropped from rest at 3 m onto the floor. It bounces back up to"
        " 3.4 m, and nothing but the floor touches it.",
        "bounce",
        _bounce(3, 1.0) >= 3.4,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A golf ball is dropped from a height of 4 m onto a stone floor and rebounds to at least"
        " 2.5 m.",
        "bounce",
        None,
        missing=("restitution", "e", "coefficient of restitution", "bounciness"),
        phrasing=Phrasing.MISSING,
    ),
    # buoyancy
    Case(
        "An ice floe with a density of 917 kg/m³ drifts in sea water of 1025 kg/m³ with more than"
        " 80 % of its volume under the surface.",
        "buoyancy",
        917 / 1025 > 0.80,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A solid ebony carving with a mass of 1.3 kg and a volume of 1.1 litres does not sink in"
        " fresh water.",
        "buoyancy",
        WATER > 1.3 / 1.1e-3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A sealed 200-litre drum whose total mass, contents included, is 150 kg sinks to the"
        " bottom of a freshwater lake.",
        "buoyancy",
        WATER < 150 / 200e-3,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A solid lead ball, density 11340 kg/m³, floats on mercury, wich has a density of"
        " 13600 kg/m³.",
        "buoyancy",
        11340 / 13600 < 1,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A solid resin figurine with a volume of half a litre floats in tap water.",
        "buoyancy",
        None,
        missing=("density", "mass", "rho", "rho_obj", "weight"),
        phrasing=Phrasing.MISSING,
    ),
    # beam
    Case(
        "A plank resting on two trestles 1.2 m apart, 200 mm wide and 25 mm thick with a bending"
        " strength of 40 MPa, carries a 75 kg painter standing in the middle.",
        "beam",
        _beam_stress(75, 1.2, 0.200, 0.025) <= 40e6,
    ),
    Case(
        "A glass shelf 90 cm long, 20 cm wide and 6 mm thick rests on supports at both ends. The"
        " glass breaks at 30 MPa. It bears 30 kg placed at its centre.",
        "beam",
        _beam_stress(30, 0.90, 0.20, 0.006) <= 30e6,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Simply supported steel flat bar, span 2 m, width 50 mm, thickness 10 mm, yield strength"
        " 250 MPa, 30 kg at mid-span: bar does not yield.",
        "beam",
        _beam_stress(30, 2, 0.050, 0.010) <= 250e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "When 40 kg is placed at mid-span, a pine board (E = 10 GPa) that is 150 mm wide and 20 mm"
        " thick and lies over supports 1 m apart sags by less than 2 mm.",
        "beam",
        _beam_sag(40, 1, 0.150, 0.020, 10e9) < 0.002,
    ),
    Case(
        "An oak stair tread one inch thick and 10 inches wide, supported at both ends over a span"
        " of 4 ft, breaks when a 250 lb person stands at its middle. The bending strength of the"
        " oak is 90 MPa.",
        "beam",
        _beam_stress(250 * LB, 4 * FT, 10 * INCH, 1 * INCH) > 90e6,
        phrasing=Phrasing.UNITS,
    ),
    # column
    Case(
        "A solid steel strut (E = 200 GPa), 2 m long and 25 mm in diameter with both ends pinned,"
        " buckles under an axial load of 12 kN.",
        "column",
        _euler(200e9, 0.025, 2) < 12e3,
    ),
    Case(
        "Hinged at both ends, an upright wooden dowel 80 cm long and 12 mm in diameter with a"
        " Young's modulus of 11 GPa supports a 30 kg weight on top without buckling.",
        "column",
        _euler(11e9, 0.012, 0.80) >= 30 * G,
    ),
    Case(
        "A solid aluminium rod (E = 70 GPa), 30 mm across and 1.5 m tall, is built in at the base"
        " and free at the top. It bears an axial load of 2 kN.",
        "column",
        _euler(70e9, 0.030, 1.5, 2.0) >= 2e3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Solid steel rod, both ends fixed (K = 0.5), diameter 10 mm, length 1.2 m, E 210 GPa:"
        " carries 2 kN in compression.",
        "column",
        _euler(210e9, 0.010, 1.2, 0.5) >= 2e3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A solid steel rod 16 mm thick and 75 cm long, pin-jointed at both ends, with E = 200 GPa,"
        " does not buckle under a compressive force of 15 kN.",
        "column",
        _euler(200e9, 0.016, 0.75) >= 15e3,
        phrasing=Phrasing.NEGATED,
    ),
    # rocket_liftoff
    Case(
        "A sounding rocket of 5 tonnes, whose motor gives a constant 40 kN of thrust with"
        " practically no loss of mass, gets off the pad.",
        "rocket_liftoff",
        _thrust_ratio(40e3, 5000) > 1,
    ),
    Case(
        "A model rocket with a mass of 250 g and a diameter of 4 cm lifts off on a motor with a"
        " thrust of 6 N.",
        "rocket_liftoff",
        _thrust_ratio(6, 0.250) > 1,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "With 300 lb of total mass at ignition, a home-built rocket driven by a 2.5 kN engine"
        " leaves the ground right away.",
        "rocket_liftoff",
        _thrust_ratio(2.5e3, 300 * LB) > 1,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A lander with a mass of 4000 kg cannot lift off from the Moon, where g is 1.62 m/s²,"
        " using an engine with 9 kN of thrust.",
        "rocket_liftoff",
        _thrust_ratio(9e3, 4000, 1.62) <= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A launch vehicle with a take-off mass of 30 tonnes rises from the pad as soon as its"
        " engines are lit.",
        "rocket_liftoff",
        None,
        missing=("thrust", "T", "force"),
        phrasing=Phrasing.MISSING,
    ),
    # delta_v
    Case(
        "A kick stage with a specific impulse of 320 s burns from 900 kg down to 300 kg and gains"
        " at least 3 km/s.",
        "delta_v",
        _dv(320, 900, 300) >= 3000,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "With an Isp of 220 s, a solid booster of 10 t when full and 4 t when burnt out does not"
        " manage a delta-v of 2.5 km/s.",
        "delta_v",
        _dv(220, 10, 4) < 2500,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Hydrogen upper stage, Isp 450 s, start mass 20 t, burnout mass 8 t: delta-v over 5 km/s.",
        "delta_v",
        _dv(450, 20, 8) > 5000,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A space probe of 600 kg uses up 100 kg of that as xenon propellant in ion engines with"
        " an Isp of 3000 s. Its speed goes up by no less than 7 km/s.",
        "delta_v",
        _dv(3000, 600, 600 - 100) >= 7000,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Fifty percent of the starting mass of a space tug is propellant, and its engine has a"
        " specific impulse of 330 s, so burning everything changes its velocity by more than"
        " 2.0 km/s.",
        "delta_v",
        _dv(330, 1, 0.5) > 2000,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # atwood
    Case(
        "Simulate a 5 kg bucket that goes down from rest and, over a light frictionless pulley,"
        " pulls up a 4 kg bucket on the other end of the rope.",
        "atwood",
        _atwood_a(5, 4) > 0,
    ),
    Case(
        "A 6 kg weight hanging from an ideal pulley pulls a 5 kg weight up by 2 m, from rest, in"
        " less than one second.",
        "atwood",
        _atwood_time(6, 5, 2) < 1,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Masses of 800 g and 1.2 kg hang over a smooth, light pulley and are let go. The heavier"
        " one does not reach the floor, 1 m beneath it, within two seconds.",
        "atwood",
        _atwood_time(1.2, 0.8, 1) > 2,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 40 lb counterweight, hung from the other end of the rope over an ideal pulley, raises a"
        " 55 lb dumbwaiter from rest with no other help.",
        "atwood",
        _atwood_a(40 * LB, 55 * LB) > 0,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Two masses of 3 kg and 1 kg hang from a light cord over a frictionless pully. When let"
        " go, each of them accelerates at less than 5.5 m/s².",
        "atwood",
        _atwood_a(3, 1) < 5.5,
        phrasing=Phrasing.TYPO,
    ),
    # lever
    Case(
        "A 25 kg girl sitting 2.4 m from the pivot of a seesaw balances her 40 kg brother, who"
        " sits 1.5 m from the pivot on the other side.",
        "lever",
        abs(_moment_ratio(25, 2.4, 40, 1.5) - 1) < 1e-6,
    ),
    Case(
        "Using a crowbar, a builder presses down with 300 N at 1.2 m from the fulcrum and so lifts"
        " a 150 kg stone that bears on the bar 15 cm from the fulcrum on the other side.",
        "lever",
        _moment_ratio(300 / G, 1.2, 150, 0.15) > 1,
    ),
    Case(
        "An 80 kg father seated 1 m from the middle of a seesaw is lifted by his 30 kg son, who"
        " sits on the opposite side 2 m from the middle.",
        "lever",
        _moment_ratio(30, 2, 80, 1) > 1,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "With a 12 kg toddler 1.8 m to the left of the pivot and an 18 kg dog 1.0 m to the right,"
        " the uniform plank pivoted at its middle fails to balance.",
        "lever",
        abs(_moment_ratio(12, 1.8, 18, 1.0) - 1) > 0.03,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Four pounds hung eighteen inches to the left of the fulcrum balance nine pounds hung ten"
        " inches to the right of it.",
        "lever",
        abs(_moment_ratio(4, 18, 9, 10) - 1) < 0.03,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # spring
    Case(
        "A toy gun with a 300 N/m spring squeezed by 5 cm shoots a 10 g dart at least 3 m straight"
        " up.",
        "spring",
        _spring_height(300, 0.05, 0.010) >= 3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "The launcher should send an 80 g puck off over a level, frictionless table at 5 m/s or"
        " faster, using a spring of 120 N/m compressed by 8 cm.",
        "spring",
        _spring_speed(120, 0.08, 0.080) >= 5,
    ),
    Case(
        "It is not true that a spring of 2 kN/m pressed in by 10 cm can throw a 2 kg load higher"
        " than 1 m.",
        "spring",
        _spring_height(2000, 0.10, 2) <= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Spring constant 50 N/m, compression 20 cm, ball mass 150 g, fired straight up: peak"
        " height under 50 cm.",
        "spring",
        _spring_height(50, 0.20, 0.150) < 0.50,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A spring compressed by 12 cm flings a 50 g pebble straight up to a height of 4 m.",
        "spring",
        None,
        missing=("spring constant", "k", "stiffness"),
        phrasing=Phrasing.MISSING,
    ),
    # terminal
    Case(
        "Parachutist under open canopy, mass 95 kg, CdA 60 m², air density 1.225 kg/m³: steady"
        " descent speed below 6 m/s.",
        "terminal",
        _terminal(95, 60) < 6,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Falling from a high cloud through still air of 1.225 kg/m³, a hailstone of 0.5 g with a"
        " CdA of 0.00004 m² never gets faster than 10 m/s.",
        "terminal",
        _terminal(0.0005, 0.00004) <= 10,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A skydiver of 85 kg in a head-down position, CdA 0.25 m², falls faster than 180 mph in"
        " air with a density of 1.2 kg/m³.",
        "terminal",
        _terminal(85, 0.25, 1.2) > 180 * MPH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A paper coffee filter with a mass of 1.5 g and a CdA of 0.015 m² settles to a terminal"
        " velocity short of 2 m/s in air at sea level.",
        "terminal",
        _terminal(0.0015, 0.015) < 2,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 7 kg bowling ball is thrown out of a high-flying plane. Its CdA is 0.018 m², and near"
        " sea level it falls at more than 60 m/s.",
        "terminal",
        _terminal(7, 0.018) > 60,
        phrasing=Phrasing.SENTENCES,
    ),
    # torricelli
    Case(
        "Show water spurting out of a hole in an open barrel, 1.25 m below the water surface, at"
        " more than 6 m/s.",
        "torricelli",
        _efflux(1.25) > 6,
    ),
    Case(
        "An open 600 litre garden tank leaks through a small hole 80 cm below the water level, and"
        " the water comes out at 3 m/s or more.",
        "torricelli",
        _efflux(0.80) >= 3,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A tank with a cross-section of 0.5 m², filled with water to 1 m, drains completely"
        " through a 5 cm² hole in its bottom (discharge coefficient 0.6) within 10 minutes.",
        "torricelli",
        _drain(0.5, 5e-4, 1, 0.6) <= 600,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A fountain nozzle points straight up at the foot of an open reservoir whose water level"
        " is 4 m above the nozzle. Without any pump, the jet does not rise higher than 4.5 m above"
        " the nozzle.",
        "torricelli",
        _jet_apex(4) <= 4.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A rain barrel 60 cm in diameter with 90 cm of water in it empties through an outlet 2 cm"
        " in diameter at the bottom, discharge coefficient 0.62, in under fifteen minutes.",
        "torricelli",
        _drain(_disc(0.60), _disc(0.02), 0.90, 0.62) < 900,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # heat
    Case(
        "A 1 kW immersion heater brings five litres of water from 15 °C to 60 °C in twenty"
        " minutes, with no heat lost.",
        "heat",
        _warm(5, 60 - 15) <= 1000 * 20 * 60,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Two kilograms of ice at 0 °C are completely melted by a 300 W heater in under 45 min if"
        " all of the heat goes into the ice.",
        "heat",
        2 * L_MELT < 300 * 45 * 60,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A 2.2 kW kettle holding 1.5 kg of water at 20 °C does not bring it to 100 °C within five"
        " minutes, even with no heat loss.",
        "heat",
        _warm(1.5, 100 - 20) > 2200 * 5 * 60,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "2.5 kW boiler, 0.5 kg of water already at 100 °C: all of it boiled away within 6 min.",
        "heat",
        0.5 * L_BOIL <= 2500 * 6 * 60,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "An electric urn heats 8 litres of water from 20 °C to 100 °C in 30 minutes.",
        "heat",
        None,
        missing=("power", "P", "watts", "wattage", "heater power"),
        phrasing=Phrasing.MISSING,
    ),
    # optics_ray
    Case(
        "Light inside a glass block (n = 1.5) that meets the flat boundary to the air at an angle"
        " of incidence of 50° is totally reflected.",
        "optics_ray",
        _critical(1.5) < 50,
    ),
    Case(
        "A ray inside a diamond with a refractive index of 2.42 strikes the surfase to the air at"
        " 30 degrees from the normal and does not get out.",
        "optics_ray",
        _critical(2.42) < 30,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Passing from air into water (n = 1.33) at an angle of incidence of 50 degrees, a ray ends"
        " up less than 40 degrees from the normal.",
        "optics_ray",
        _refract(1.0, 1.33, 50) < 40,
    ),
    Case(
        "Thin converging lens, focal length 10 cm, object 15 cm in front of it: real image at"
        " least three times as tall as the object.",
        "optics_ray",
        _lens_size(0.10, 0.15) >= 3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A diver shines a torch up at the calm surface from below. The beam makes an angle of 60"
        " degrees with the vertical, the water has an index of 1.33, and the light passes out"
        " into the air.",
        "optics_ray",
        _critical(1.33) > 60,
        phrasing=Phrasing.SENTENCES,
    ),
    # domino
    Case(
        "A row of dominoes 4.8 cm tall and 0.7 cm thick stands with gaps of 2 cm between them;"
        " tipping the first one brings down every one of them.",
        "domino",
        0.02 / 0.048 < 1,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Dominoes two inches tall, set up three inches apart, all go down after the first one is"
        " pushed over.",
        "domino",
        3 * INCH / (2 * INCH) < 1,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Thin wooden slabs 90 cm tall are stood upright in a row with gaps of 1.2 metres. When the"
        " first slab falls over, the second one is not knocked down.",
        "domino",
        1.2 / 0.90 > 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A chain of 40 domino tiles, each 6 cm high and with a spacing of 8 cm, topples right to"
        " the last tile when the first is flicked over.",
        "domino",
        0.08 / 0.06 < 1,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "In a straight line of thin, equal dominos 7 cm tall and 3 cm apart, the chain raection"
        " stalls before the last domino once the first has been tipped onto the second.",
        "domino",
        0.03 / 0.07 >= 1,
        phrasing=Phrasing.TYPO,
    ),
    # jump
    Case(
        "A volleyball player springs straight up from a standing start, unaided, and raises her"
        " centre of mass by 45 cm.",
        "jump",
        JUMP_MAX >= 0.45,
    ),
    Case(
        "With no run-up and no equipment, a man jumps straight up so high that his center of mass"
        " rises by six feet.",
        "jump",
        JUMP_MAX >= 6 * FT,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Our game character, an ordinary human on Earth, is to jump straight up from a standing"
        " start, unaided, and stay in the air for 1.5 seconds before landing on the same spot.",
        "jump",
        _jump_air_time(JUMP_MAX) >= 1.5,
    ),
    Case(
        "An athlete of 68 kg leaves the ground straight up at 2.8 m/s, and his centre of mass"
        " rises by at least 35 cm.",
        "jump",
        _jump_height(2.8) >= 0.35,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "An unaided person is unable to raise their centre of mass by two metres in a standing"
        " vertical jump.",
        "jump",
        JUMP_MAX < 2,
        phrasing=Phrasing.NEGATED,
    ),
    # rolling
    Case(
        "A solid cylinder gets to the foot of a slope sooner than a thin-walled pipe when both are"
        " released together and roll without slipping.",
        "rolling",
        _roll_a(20, DISC) / _roll_a(20, HOOP) > 1,
    ),
    Case(
        "Down the same incline, a hollow thin-shelled sphere beats a solid ball. They start"
        " together from rest and both roll without slipping.",
        "rolling",
        _roll_a(20, SHELL) / _roll_a(20, BALL) > 1,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A solid ball let go on a 30 degree slope with a friction coefficient of 0.1 does not slip"
        " as it rolls down.",
        "rolling",
        _roll_mu(30, BALL) <= 0.1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Placed on a 40° incline with a friction coefficient of 0.5, a thin hoop rolls down without"
        " slipping.",
        "rolling",
        _roll_mu(40, HOOP) <= 0.5,
    ),
    Case(
        "Solid disc, released from rest, rolling without slipping, 20° ramp, 3 m long: reaches the"
        " bottom in under 1.5 s.",
        "rolling",
        _roll_time(3, 20, DISC) < 1.5,
        phrasing=Phrasing.SPEC,
    ),
    # grip
    Case(
        "A two-finger gripper presses on a 2 kg bottle with 40 N from each side. The freindly"
        " little robot has six joints, the friction coefficient is 0.4, and the bottle is held.",
        "grip",
        _grip_ratio(40, 0.4, 2) >= 1,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "Squeezed between two robot fingers with 15 N from each side, a 1 kg jar with a friction"
        " coefficient of 0.25 slips out of the grip.",
        "grip",
        _grip_ratio(15, 0.25, 1) < 1,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A robot hand clamps a 3 kg casting between two fingers with 60 N per finger and jerks it"
        " upward at 5 m/s². With a friction coefficient of 0.3, the part does not slip.",
        "grip",
        _grip_ratio(60, 0.3, 3, 5) >= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Two-jaw gripper, part 500 g, grip force 25 N per jaw, mu 0.5, upward acceleration 2 g:"
        " part slips.",
        "grip",
        _grip_ratio(25, 0.5, 0.500, 2 * G) < 1,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Two fingers squeezing with 30 N each lift a 2 kg glass vase straight up at a steady"
        " speed.",
        "grip",
        None,
        missing=("friction", "mu", "coefficient", "coefficient of friction"),
        phrasing=Phrasing.MISSING,
    ),
    # support
    Case(
        "A weather balloon of 2 m radius is filled with helium of 0.18 kg/m³. Its skin and payload"
        " weigh 20 kg in total, the air outside has a density of 1.2 kg/m³, and the balloon"
        " rises.",
        "support",
        _lift_kg(_sphere(2), 0.18, 1.2) > 20,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 4 kg iron cannonball stays motionless in the open air of a courtyard on Earth, with no"
        " rope, magnet or stand and nothing else holding it up.",
        "support",
        _lift_kg(4 / 7870, 0, AIR) >= 4,
    ),
    Case(
        "A drone with a mass of 1.4 kg and four rotors that give at most 3 N of lift each hovers"
        " at a constant height.",
        "support",
        4 * 3 / (1.4 * G) >= 1,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A hot-air balloon encloses 2800 m³ of air at 0.95 kg/m³ while the air outside is at"
        " 1.2 kg/m³. Envelope, basket and crew come to 600 kg. The balloon does not leave the"
        " ground.",
        "support",
        _lift_kg(2800, 0.95, 1.2) <= 600,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 4 kg lamp with a 60 W bulb hangs motionless in mid-air from a fishing line that breaks"
        " at 50 N.",
        "support",
        4 * G <= 50,
        phrasing=Phrasing.IRRELEVANT,
    ),
    # drag_race_power
    Case(
        "An electric hoist with a power of 2 kW and an efficiency of 80 percent raises a 400 kg"
        " load of roof tiles by 12 m within one minute.",
        "drag_race_power",
        _climb(400, 12) <= 2000 * 0.8 * 60,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A 1200 kg car whose engine puts out no more than 60 kW accelerates on a level road from"
        " rest to 100 km/h in 5 s.",
        "drag_race_power",
        _kinetic(1200, 100 * KMH) <= 60e3 * 5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A cyclist putting out a steady 250 W, with a mass of 85 kg including the bike, cannot"
        " gain 300 m of height in 10 minutes.",
        "drag_race_power",
        _climb(85, 300) > 250 * 10 * 60,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 5 hp pump moves 1000 litres of water up to a tank 20 m higher in 40 seconds.",
        "drag_race_power",
        _climb(1000, 20) <= 5 * HP * 40,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A 3 kW lift motor takes the cabin with all its passengers up by 15 m in 20 s.",
        "drag_race_power",
        None,
        missing=("mass", "m", "weight", "load"),
        phrasing=Phrasing.MISSING,
    ),
)
