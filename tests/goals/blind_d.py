"""Blind corpus D: 96 goals, three a family, written without sight of the reader or the solvers.

Each truth is computed here from formulas written out anew (g = 9.81 m/s^2, SI units).
"""

from math import asin, atan, cos, degrees, isclose, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
C_WATER = 4186.0
L_ICE = 334_000.0
AIR = 1.225
HELIUM = 0.17
KMH = 1 / 3.6
MPH = 0.44704
FOOT = 0.3048
JUMP_LIMIT = 0.7
BETA_BALL, BETA_DISC, BETA_RING = 2 / 5, 1 / 2, 1.0


def _fall_time(h: float) -> float:
    return sqrt(2 * h / G)


def _drop_speed(h: float) -> float:
    return sqrt(2 * G * h)


def _height_at(v: float, deg: float, x: float) -> float:
    th = radians(deg)
    return x * tan(th) - G * x**2 / (2 * v**2 * cos(th) ** 2)


def _reach(v: float, deg: float) -> float:
    return v**2 * sin(radians(2 * deg)) / G


def _stays(deg: float, mu: float) -> bool:
    return tan(radians(deg)) < mu


def _stack_stands(n: int, width: float, shift: float) -> bool:
    """Uniform stagger: the n - 1 upper blocks over the lowest one decide."""
    return n / 2 * shift < width / 2


def _slides_before_tipping(width: float, height: float, mu: float) -> bool:
    return mu < width / (2 * height)


def _flat_max(mu: float, r: float) -> float:
    return sqrt(mu * G * r)


def _bank_max(r: float, deg: float, mu: float) -> float:
    t = tan(radians(deg))
    return sqrt(r * G * (t + mu) / (1 - mu * t))


def _bank_min(r: float, deg: float, mu: float) -> float:
    t = tan(radians(deg))
    return sqrt(max(0.0, r * G * (t - mu) / (1 + mu * t)))


def _rolls(track: float, cg: float, v: float, r: float, mu: float) -> bool:
    return min(v**2 / (r * G), mu) > track / (2 * cg)


def _stop(v: float, mu: float, delay: float = 0.0) -> float:
    return v * delay + v**2 / (2 * mu * G)


def _period(length: float) -> float:
    return 2 * pi * sqrt(length / G)


def _struck(m1: float, v1: float, m2: float, e: float) -> float:
    """Speed of a resting m2 after m1 at v1 hits it."""
    return (1 + e) * m1 * v1 / (m1 + m2)


def _rebound(h: float, e: float, n: int = 1) -> float:
    return h * e ** (2 * n)


def _beam_stress(kg: float, length: float, width: float, thick: float) -> float:
    return (kg * G * length / 4) / (width * thick**2 / 6)


def _euler(e_mod: float, d: float, length: float, k: float = 1.0) -> float:
    return pi**2 * e_mod * (pi * d**4 / 64) / (k * length) ** 2


def _delta_v(isp: float, m0: float, mf: float) -> float:
    return isp * G * log(m0 / mf)


def _atwood_a(heavy: float, light: float) -> float:
    return G * (heavy - light) / (heavy + light)


def _spring_energy(k: float, x: float) -> float:
    return k * x**2 / 2


def _terminal(m: float, cda: float, rho: float = AIR) -> float:
    return sqrt(2 * m * G / (rho * cda))


def _drain(area: float, hole: float, cd: float, h: float) -> float:
    return area / (cd * hole) * sqrt(2 * h / G)


def _critical(n_in: float, n_out: float) -> float:
    return degrees(asin(n_out / n_in))


def _roll_time(length: float, deg: float, beta: float) -> float:
    return sqrt(2 * length * (1 + beta) / (G * sin(radians(deg))))


def _grips(m: float, mu: float, squeeze: float) -> bool:
    return 2 * mu * squeeze >= m * G


MECHANICS: tuple[Case, ...] = (
    # free_fall
    Case(
        "A flowerpot slips off a balcony 12 m up. It must hit the pavement at no more than 17 m/s.",
        "free_fall",
        _drop_speed(12) <= 17,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "We want a hammer let go from the top of an 80 ft scaffold to take at least 3 seconds to "
        "land.",
        "free_fall",
        _fall_time(80 * FOOT) >= 3,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Time from release to touchdown for a 2 kg brass weight dropped from forty-five metres "
        "shall not exceed 3.4 s.",
        "free_fall",
        _fall_time(45) <= 3.4,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # projectile
    Case(
        "Shot from ground height at 50 m/s and 10 degrees upwards, an arrow should get over a 3 m "
        "fence standing 40 m away.",
        "projectile",
        _height_at(50, 10, 40) > 3,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A golfer chips off flat ground at 15 m/s and 30 deg. The ball carries at least 25 m "
        "before it first lands.",
        "projectile",
        _reach(15, 30) >= 25,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A stunt bike leaving a 20 degree ramp at 54 km/h jumps a 22 m ditch and lands at the "
        "same height it took off from.",
        "projectile",
        _reach(54 * KMH, 20) >= 22,
        phrasing=Phrasing.UNITS,
    ),
    # incline
    Case(
        "On a 15 degree roof, a loose slate with a static friction coefficient of 0.4 will not "
        "slide.",
        "incline",
        _stays(15, 0.4),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A sled should stay where it is on a 30 degree snow slope; the static friction coefficient "
        "between runners and snow is 0.1.",
        "incline",
        _stays(30, 0.1),
    ),
    Case(
        "A 40 kg trunk is set down on a ramp tilted at 22 degrees and must not slip down.",
        "incline",
        None,
        ("friction", "mu", "mu_s", "static friction", "coefficient of friction"),
        Phrasing.MISSING,
    ),
    # stack
    Case(
        "Four bricks, each 20 cm long and 6 cm high, are piled up with every brick shifted 2 cm "
        "past the one beneath. The pile stays up.",
        "stack",
        _stack_stands(4, 0.20, 0.02),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Five identical cubes 10 cm on a side, each placed 3 cm further to the right than the cube "
        "underneath, remain standing without glue.",
        "stack",
        _stack_stands(5, 0.10, 0.03),
    ),
    Case(
        "A cabinet 50 cm wide, with its centre of mass 60 cm above its base, is stood on a floor "
        "sloping 15 degrees. It should not topple.",
        "stack",
        degrees(atan(0.25 / 0.60)) > 15,
        phrasing=Phrasing.NEGATED,
    ),
    # push_tip
    Case(
        "A fridge 70 cm wide is shoved at a height of 60 cm; the floor's friction coefficient is "
        "0.3. It should slide rather than tip over.",
        "push_tip",
        _slides_before_tipping(0.70, 0.60, 0.3),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Pushed 1.5 m above the floor, a wardrobe with a 0.5 m wide base slides along without "
        "tipping. Friction coefficient: 0.45.",
        "push_tip",
        _slides_before_tipping(0.5, 1.5, 0.45),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "When a 0.40 m wide, 25 kg crate is pushed horizontally 0.25 m above a floor with mu = "
        "0.5, it tips over instead of sliding.",
        "push_tip",
        not _slides_before_tipping(0.40, 0.25, 0.5),
        phrasing=Phrasing.IRRELEVANT,
    ),
    # truck_bed
    Case(
        "A toolbox lies in the back of a van, static friction 0.5. The van can pull away at 4 "
        "m/s^2 without the toolbox moving.",
        "truck_bed",
        0.5 * G >= 4,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Parcels on a flatbed, friction coefficient 0.3, are not to slide while the driver brakes "
        "at 5 m/s².",
        "truck_bed",
        0.3 * G >= 5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A pallet is carried on the bed of a lorry that brakes at 3.5 m/s^2. The pallet must not "
        "shift.",
        "truck_bed",
        None,
        ("friction", "mu", "mu_s", "static friction", "coefficient of friction"),
        Phrasing.MISSING,
    ),
    # flat_curve
    Case(
        "A motorcycle goes round an unbanked bend of 80 m radius at 70 km/h, on tarmac with a "
        "friction coefficient of 0.8, and does not skid.",
        "flat_curve",
        _flat_max(0.8, 80) >= 70 * KMH,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A delivery van of 2400 kg is driven at 60 mph around a level curve, radius 60 m, tyre "
        "friction 0.6, and keeps to its lane.",
        "flat_curve",
        _flat_max(0.6, 60) >= 60 * MPH,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Wet road, mu 0.4, flat corner, radius 120 m: car corners at 18 m/s without sliding off.",
        "flat_curve",
        _flat_max(0.4, 120) >= 18,
        phrasing=Phrasing.SPEC,
    ),
    # banked_curve
    Case(
        "On a curve of radius 150 m banked at 12 degrees, a coach drives at 20 m/s without "
        "slipping sideways, tyre friction being 0.3.",
        "banked_curve",
        _bank_min(150, 12, 0.3) <= 20 <= _bank_max(150, 12, 0.3),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "An icy bend (mu 0.05) with a radius of 60 m is banked 25 degrees. A car goes through it "
        "at 5 m/s without sliding down the bank.",
        "banked_curve",
        _bank_min(60, 25, 0.05) <= 5 <= _bank_max(60, 25, 0.05),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A racing car takes a 200 m radius turn, banked at ten degrees, at 180 km/h and stays on "
        "its line; the coefficient of friction is 0.5.",
        "banked_curve",
        _bank_min(200, 10, 0.5) <= 180 * KMH <= _bank_max(200, 10, 0.5),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # rollover
    Case(
        "A sports car with a track width of 1.5 m and its centre of gravity 0.45 m above the road "
        "takes a 30 m radius bend at 14 m/s (mu 0.9) without rolling over.",
        "rollover",
        not _rolls(1.5, 0.45, 14, 30, 0.9),
    ),
    Case(
        "A loaded lorry corners at 22 m/s on a radius of 60 m and does not roll over. Track 1.9 "
        "m, centre of gravity height 1.8 m, tyre friction 0.85.",
        "rollover",
        not _rolls(1.9, 1.8, 22, 60, 0.85),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A minibus with a 1.6 m track goes round a 35 m radius corner at 15 m/s without rolling "
        "over; tyre friction is 0.9.",
        "rollover",
        None,
        ("h_cg", "cg", "centre of gravity", "center of gravity", "centre of mass", "height"),
        Phrasing.MISSING,
    ),
    # braking
    Case(
        "A cyclist doing 25 km/h on dry tarmac (mu 0.7) can stop within 12 m, a reaction time of 1 "
        "s included.",
        "braking",
        _stop(25 * KMH, 0.7, 1.0) <= 12,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "From 130 km/h a car comes to a standstill in under 70 m. Coefficient of friction 0.75, "
        "reaction time ignored.",
        "braking",
        _stop(130 * KMH, 0.75) < 70,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The driver reacts after 0.8 s and then brakes hard. At 50 km/h with a friction "
        "coefficient of 0.6 the stopping distance is no longer than 35 m.",
        "braking",
        _stop(50 * KMH, 0.6, 0.8) <= 35,
        phrasing=Phrasing.BOUNDED,
    ),
    # pendulum
    Case(
        "A pendulum 2.5 m long has a period longer than 2.8 s for small swings.",
        "pendulum",
        _period(2.5) > 2.8,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A weight hung on a 2 m string makes twenty full small swings in less than 30 seconds.",
        "pendulum",
        20 * _period(2) < 30,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Let go from rest 40 cm above its lowest point, a pendulum bob swings through and climbs "
        "60 cm on the other side without being pushed.",
        "pendulum",
        0.60 <= 0.40,
        phrasing=Phrasing.PASSIVE,
    ),
    # loop
    Case(
        "A frictionless toy car is let go 1.4 m above the bottom of a loop whose radius is 0.5 m. "
        "It makes it all the way round.",
        "loop",
        1.4 >= 2.5 * 0.5,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A solid marble, rolling without slipping from a start height of 45 cm, gets round a loop "
        "40 cm in diameter without losing contact.",
        "loop",
        0.45 >= 2.7 * 0.40 / 2,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A frictionless car starts from rest 6 m up a track and must get around the vertical loop "
        "without coming off.",
        "loop",
        None,
        ("radius", "R", "loop radius", "diameter"),
        Phrasing.MISSING,
    ),
    # collision
    Case(
        "A 2 kg trolley at 3 m/s runs into a stationary 1 kg trolley and sticks to it; the pair "
        "then moves off at less than 2.5 m/s.",
        "collision",
        2 * 3 / (2 + 1) < 2.5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "After a 0.5 kg puck moving at 4 m/s strikes a resting 0.5 kg puck head-on, the second one "
        "slides away at 6 m/s.",
        "collision",
        _struck(0.5, 4, 0.5, 0) <= 6 <= _struck(0.5, 4, 0.5, 1),
    ),
    Case(
        "A 170 g cue ball travelling at 5 m/s strikes an identical stationary ball head-on with a "
        "restitution of 0.9, and the struck ball moves off faster than 4 m/s.",
        "collision",
        _struck(0.17, 5, 0.17, 0.9) > 4,
        phrasing=Phrasing.UNITS,
    ),
    # bounce
    Case(
        "A rubber ball with a restitution of 0.85 is dropped from 2 m and still gets above 90 cm "
        "on its second bounce.",
        "bounce",
        _rebound(2, 0.85, 2) > 0.90,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A basketball (coefficient of restitution 0.75) let fall from 1.8 m comes back up to at "
        "least 1.3 m.",
        "bounce",
        _rebound(1.8, 0.75) >= 1.3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Dropped from three metres, a tennis ball with a restitution coefficient of 0.7 rises to "
        "at least 1 m after its third bounce.",
        "bounce",
        _rebound(3, 0.7, 3) >= 1,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
)

STATICS_AND_FLUIDS: tuple[Case, ...] = (
    # buoyancy
    Case(
        "A block of ice with a density of 917 kg/m³ does not sink in seawater of 1025 kg/m³.",
        "buoyancy",
        917 < 1025,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "An aluminium cube, 2.7 g/cm³ and solid throughout, stays afloat in fresh water.",
        "buoyancy",
        2700 < 1000,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A sealed box with a volume of 0.02 m³ is put in a swimming pool and should float.",
        "buoyancy",
        None,
        ("density", "mass", "rho", "rho_obj", "weight"),
        Phrasing.MISSING,
    ),
    # beam
    Case(
        "A steel bar 1 m long, 40 mm wide and 10 mm thick rests on two supports and carries 50 kg "
        "in the middle without yielding. Its yield strength is 250 MPa.",
        "beam",
        _beam_stress(50, 1, 0.040, 0.010) <= 250e6,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A wooden plank 2 m long, 20 cm wide and 2 cm thick, supported at both ends, does not "
        "break when a man of 120 kg stands at its centre; bending strength 35 MPa.",
        "beam",
        _beam_stress(120, 2, 0.20, 0.02) <= 35e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Simply supported oak board: length 1.2 m, width 0.3 m, thickness 25 mm, strength 50 MPa. "
        "Mid-span load 60 kg. Board shall not fail.",
        "beam",
        _beam_stress(60, 1.2, 0.3, 0.025) <= 50e6,
        phrasing=Phrasing.SPEC,
    ),
    # column
    Case(
        "An aluminium rod (E = 70 GPa), 30 mm in diameter and 1.5 m long with both ends pinned, "
        "takes a compressive load of 8 kN without buckling.",
        "column",
        _euler(70e9, 0.030, 1.5) >= 8000,
    ),
    Case(
        "A two-metre steel strut, pinned at both ends, 15 mm in diameter, E 200 GPa, supports 20 "
        "kN and stays straight.",
        "column",
        _euler(200e9, 0.015, 2) >= 20_000,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A round timber post with E = 10 GPa is fixed at the bottom and free at the top, 3 m high "
        "and 60 mm in diameter. It shall carry 400 kg axially without buckling.",
        "column",
        _euler(10e9, 0.060, 3, 2.0) >= 400 * G,
        phrasing=Phrasing.SENTENCES,
    ),
    # rocket_liftoff
    Case(
        "A sounding rocket with a mass of 300 kg on the pad and an engine thrust of 4.5 kN gets "
        "off the ground.",
        "rocket_liftoff",
        300 * G < 4500,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "With a constant thrust of 80 N and a constant mass of ten kilograms, a model rocket lifts "
        "off vertically.",
        "rocket_liftoff",
        10 * G < 80,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A rocket whose engine delivers 30 kN of thrust must leave the launch pad.",
        "rocket_liftoff",
        None,
        ("mass", "weight", "m", "m0"),
        Phrasing.MISSING,
    ),
    # delta_v
    Case(
        "A stage with a specific impulse of 320 s, 12 t fuelled and 4 t empty, can change its "
        "speed by more than 3 km/s.",
        "delta_v",
        _delta_v(320, 12, 4) > 3000,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Starting its burn at 1000 kg and ending it at 600 kg, a probe with an Isp of 220 s gains "
        "2 km/s.",
        "delta_v",
        _delta_v(220, 1000, 600) >= 2000,
    ),
    Case(
        "Upper stage: Isp 450 s, mass ratio 4. Required delta-v: at least 5000 m/s.",
        "delta_v",
        _delta_v(450, 4, 1) >= 5000,
        phrasing=Phrasing.SPEC,
    ),
    # atwood
    Case(
        "Two buckets hang from a rope over a frictionless pulley, one 6 kg and the other 4 kg. "
        "Released from rest, the heavier one sinks 2 m in less than 1.7 s.",
        "atwood",
        sqrt(2 * 2 / _atwood_a(6, 4)) < 1.7,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 5 kg counterweight pulls a 9 kg load upward from rest over a light, frictionless "
        "pulley.",
        "atwood",
        _atwood_a(5, 9) > 0,
    ),
    Case(
        "Masses of 2.2 kg and 2.0 kg on a string over an ideal pulley are let go from rest; within "
        "one second the heavier has dropped 1.5 m.",
        "atwood",
        _atwood_a(2.2, 2.0) * 1**2 / 2 >= 1.5,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # lever
    Case(
        "On a seesaw, a 25 kg girl sitting 2 m from the pivot balances her 50 kg brother, who sits "
        "1 m from it on the other side.",
        "lever",
        isclose(25 * 2, 50 * 1),
    ),
    Case(
        "Using a bar with 1.2 m on his side of the pivot and 0.4 m on the load's side, a 70 kg man "
        "hanging his full weight on the end lifts a 300 kg stone.",
        "lever",
        70 * 1.2 > 300 * 0.4,
    ),
    Case(
        "A 30 kg weight hangs 0.8 m to the left of a beam's pivot and a 20 kg weight hangs to the "
        "right of it. The beam stays level.",
        "lever",
        None,
        ("distance", "arm", "d2", "lever arm", "position"),
        Phrasing.MISSING,
    ),
    # spring
    Case(
        "A spring of 1200 N/m squeezed by 8 cm shoots a 50 g ball straight up to at least 6 m.",
        "spring",
        _spring_energy(1200, 0.08) / (0.050 * G) >= 6,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A toy gun has a 300 N/m spring compressed 5 cm. Its 20 g dart leaves the barrel at 20 "
        "m/s.",
        "spring",
        sqrt(2 * _spring_energy(300, 0.05) / 0.020) >= 20,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Launch spring k = 2 kN/m, compression 0.15 m, horizontal frictionless track: a 0.5 kg "
        "slug gets a launch speed of not less than 8 m/s.",
        "spring",
        sqrt(2 * _spring_energy(2000, 0.15) / 0.5) >= 8,
        phrasing=Phrasing.SPEC,
    ),
    # terminal
    Case(
        "A 90 kg parachutist under a canopy with a drag area (CdA) of 35 m² comes down no faster "
        "than 8 m/s in air of 1.2 kg/m³.",
        "terminal",
        _terminal(90, 35, 1.2) <= 8,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "In free fall near sea level, a 65 kg skydiver with a CdA of 0.6 m² ends up falling faster "
        "than 80 m/s.",
        "terminal",
        _terminal(65, 0.6) > 80,
    ),
    Case(
        "A 2 kg drone whose motors have failed drops with CdA = 0.08 m² through air of density "
        "1.225 kg/m³. Its terminal speed stays under 15 m/s.",
        "terminal",
        _terminal(2, 0.08, 1.225) < 15,
        phrasing=Phrasing.SENTENCES,
    ),
    # torricelli
    Case(
        "Water escapes from a small hole 1.8 m under the surface of an open tank at a speed above "
        "5 m/s.",
        "torricelli",
        _drop_speed(1.8) > 5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "An open tank with a base area of 1 m² is filled with water 2 m deep. It drains completely "
        "in under ten minutes through a 5 cm² hole in the bottom, discharge coefficient 0.6.",
        "torricelli",
        _drain(1, 5e-4, 0.6, 2) < 10 * 60,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Water jets out of a hole near the bottom of an open barrel and must leave at 4 m/s or "
        "more.",
        "torricelli",
        None,
        ("height", "depth", "h", "head", "water level"),
        Phrasing.MISSING,
    ),
)

OTHERS: tuple[Case, ...] = (
    # heat
    Case(
        "A 1.5 kW immersion heater warms 10 litres of water from 15 °C to 40 °C in less than 15 "
        "minutes, with no heat lost.",
        "heat",
        10 * C_WATER * (40 - 15) / 1500 < 15 * 60,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A 300 W hotplate melts 2 kg of ice at 0 °C in ten minutes.",
        "heat",
        2 * L_ICE <= 300 * 10 * 60,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "It takes no more than 20 minutes for a 2.2 kW urn to heat 5 kg of water from 20 °C to "
        "100 °C.",
        "heat",
        5 * C_WATER * (100 - 20) / 2200 <= 20 * 60,
        phrasing=Phrasing.BOUNDED,
    ),
    # optics_ray
    Case(
        "Inside glass (n = 1.5) a laser beam hits the boundary with air at 50 degrees to the "
        "normal, and it is totally internally reflected.",
        "optics_ray",
        _critical(1.5, 1.0) < 50,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A ray coming up through water (n = 1.33) meets the surface to air at 30 degrees from the "
        "normal, and none of it gets out.",
        "optics_ray",
        _critical(1.33, 1.0) < 30,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A beam enters a flint glass block (refractive index 1.62) from air at an angle of "
        "incidence of 45 deg. Inside the glass it makes more than 35 deg with the normal.",
        "optics_ray",
        degrees(asin(sin(radians(45)) / 1.62)) > 35,
        phrasing=Phrasing.SENTENCES,
    ),
    # domino
    Case(
        "Fifty dominoes, each 48 mm high and set 20 mm apart, all go down once the first is "
        "pushed.",
        "domino",
        20 < 48,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A row of 4 cm high dominoes standing 5 cm apart topples from end to end after the first "
        "one is tipped.",
        "domino",
        0.05 < 0.04,
    ),
    Case(
        "A line of 100 dominoes, each 5 cm tall, is knocked over completely by pushing the first.",
        "domino",
        None,
        ("spacing", "gap", "s", "distance", "separation"),
        Phrasing.MISSING,
    ),
    # jump
    Case(
        "A fit adult jumps up from standing and raises their centre of mass by 35 cm.",
        "jump",
        JUMP_LIMIT >= 0.35,
    ),
    Case(
        "Without any equipment, a person standing on the ground jumps straight up so that their "
        "centre of mass rises 2 m.",
        "jump",
        JUMP_LIMIT >= 2.0,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A volleyball player leaves the ground at 2.8 m/s, straight up, so that her centre of mass "
        "rises at least 30 cm.",
        "jump",
        0.30 <= 2.8**2 / (2 * G) <= JUMP_LIMIT,
        phrasing=Phrasing.BOUNDED,
    ),
    # rolling
    Case(
        "A solid cylinder and a thin-walled pipe are released together at the top of a slope and "
        "roll without slipping. The solid cylinder is first to the bottom.",
        "rolling",
        BETA_DISC < BETA_RING,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "On the same incline a thin ring outruns a solid disc, both rolling from rest without "
        "slipping.",
        "rolling",
        BETA_RING < BETA_DISC,
    ),
    Case(
        "A solid ball starts from rest and rolls without slipping down a 4 m long ramp at 20 "
        "degrees. It gets to the end in under 1.5 s.",
        "rolling",
        _roll_time(4, 20, BETA_BALL) < 1.5,
        phrasing=Phrasing.BOUNDED,
    ),
    # grip
    Case(
        "Two fingers of a robot hand each press on a 0.8 kg bottle with 15 N; the friction "
        "coefficient is 0.5. The bottle can be lifted slowly without slipping.",
        "grip",
        _grips(0.8, 0.5, 15),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A gripper pinches a 3 kg casting with 25 N per jaw (two jaws, mu 0.4) and holds it "
        "without dropping it.",
        "grip",
        _grips(3, 0.4, 25),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A two-finger gripper clamps a 1 kg part with 12 N and must lift it without slipping.",
        "grip",
        None,
        ("friction", "mu", "coefficient of friction", "friction coefficient"),
        Phrasing.MISSING,
    ),
    # support
    Case(
        "A helium balloon of 0.5 m radius with a 100 g envelope rises on its own in ordinary air.",
        "support",
        (AIR - HELIUM) * 4 / 3 * pi * 0.5**3 > 0.100,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A 2 kg iron ball hovers still in the open air with nothing holding it up.",
        "support",
        isclose(2 * G, 2 / 7870 * AIR * G),
    ),
    Case(
        "A quadcopter of 1.5 kg, whose four propellers can each produce 5 N of thrust, hovers in "
        "place.",
        "support",
        1.5 * G <= 4 * 5,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # drag_race_power
    Case(
        "A 3 kW hoist raises a 400 kg load through 12 m in under 25 s at 85 % efficiency.",
        "drag_race_power",
        400 * G * 12 < 0.85 * 3000 * 25,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 60 kg cyclist on a 10 kg bike, putting out 200 W, climbs 300 m of altitude in 10 min.",
        "drag_race_power",
        (60 + 10) * G * 300 <= 200 * 10 * 60,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "An electric car of 1500 kg gets from standstill to 100 km/h in 4 s with a motor of 80 kW.",
        "drag_race_power",
        1500 * (100 * KMH) ** 2 / 2 <= 80_000 * 4,
        phrasing=Phrasing.UNITS,
    ),
)

CASES: tuple[Case, ...] = MECHANICS + STATICS_AND_FLUIDS + OTHERS
