"""The goals of goals-dev.jsonl said again by other people: four for each of the 32 families.

Every goal has other numbers, other words, and another order than the one that it retells: a
student, a forum poster, a robotics engineer, a safety inspector and a language model take turns.
The last of each four leaves out what decides. Truth comes from the formulas below, written out
from the textbook equations of the families; a goal nearer than 5 % to its limit is refused here.
"""

from math import asin, cos, degrees, isclose, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
AIR = 1.225
HELIUM = 0.17
WATER = 1000.0
WATER_HEAT = 4186.0
ICE_MELTING = 334e3
KMH = 1 / 3.6
FOOT = 0.3048


def exceeds(value: float, limit: float) -> bool:
    """Whether `value` is above `limit`; what is within 5 % of it is no goal for this corpus."""
    if abs(value - limit) < 0.05 * abs(limit):
        raise ValueError(f"{value} is too near {limit} to be judged")
    return value > limit


def below(value: float, limit: float) -> bool:
    """Whether `value` is under `limit`, with the same margin."""
    return not exceeds(value, limit)


def fall_time(h: float, g: float = G) -> float:
    return sqrt(2 * h / g)


def flight_height(v: float, deg: float, x: float) -> float:
    th = radians(deg)
    return x * tan(th) - G * x**2 / (2 * v**2 * cos(th) ** 2)


def flight_range(v: float, deg: float = 45.0) -> float:
    return v**2 * sin(2 * radians(deg)) / G


def slides_on(deg: float, mu: float) -> bool:
    return exceeds(tan(radians(deg)), mu)


def staggered_stands(n: int, width: float, stagger: float) -> bool:
    """The upper n-1 boxes have their centre n/2 staggers from the middle of the lowest."""
    return below(n * stagger / 2, width / 2)


def slides_before_tipping(width: float, height: float, mu: float) -> bool:
    return below(mu, width / (2 * height))


def bed_holds(a: float, mu: float) -> bool:
    return below(a, mu * G)


def flat_limit(r: float, mu: float) -> float:
    return sqrt(mu * G * r)


def bank_holds(v: float, r: float, deg: float, mu: float) -> bool:
    t = tan(radians(deg))
    fastest = sqrt(r * G * (t + mu) / (1 - mu * t))
    slowest = sqrt(max(0.0, r * G * (t - mu) / (1 + mu * t)))
    return below(v, fastest) and (slowest == 0.0 or exceeds(v, slowest))


def stays_on_wheels(track: float, cg: float, v: float, r: float, mu: float) -> bool:
    return below(min(v**2 / (r * G), mu), track / (2 * cg))


def stopping(v: float, mu: float, reaction: float = 0.0) -> float:
    return v * reaction + v**2 / (2 * mu * G)


def swing_period(length: float) -> float:
    return 2 * pi * sqrt(length / G)


def target_speed(m1: float, v1: float, m2: float, e: float) -> float:
    """What a body at rest leaves with."""
    return (1 + e) * m1 * v1 / (m1 + m2)


def target_speed_possible(m1: float, v1: float, m2: float, wanted: float) -> bool:
    slowest, fastest = target_speed(m1, v1, m2, 0.0), target_speed(m1, v1, m2, 1.0)
    return exceeds(wanted, slowest) and below(wanted, fastest)


def rebound(h: float, e: float, n: int = 1) -> float:
    return e ** (2 * n) * h


def bending_stress(kg: float, span: float, width: float, thick: float) -> float:
    """Supported at its ends, loaded in the middle: M c / I."""
    moment = kg * G * span / 4
    return moment * (thick / 2) / (width * thick**3 / 12)


def buckling_load(modulus: float, d: float, length: float) -> float:
    """Euler's load of a round rod pinned at both ends."""
    return pi**2 * modulus * (pi * d**4 / 64) / length**2


def gained_speed(isp: float, mass_ratio: float) -> float:
    return isp * G * log(mass_ratio)


def atwood_time(heavy: float, light: float, h: float) -> float:
    return sqrt(2 * h * (heavy + light) / ((heavy - light) * G))


def spring_height(k: float, x: float, m: float) -> float:
    return k * x**2 / (2 * m * G)


def terminal_speed(m: float, drag_area: float) -> float:
    return sqrt(2 * m * G / (AIR * drag_area))


def efflux(depth: float) -> float:
    return sqrt(2 * G * depth)


def drain_time(area: float, hole: float, depth: float, cd: float) -> float:
    return area / (cd * hole) * sqrt(2 * depth / G)


def water_heat(kg: float, cold: float, hot: float) -> float:
    return kg * WATER_HEAT * (hot - cold)


def totally_reflected(n1: float, n2: float, deg: float) -> bool:
    return n1 > n2 and exceeds(deg, degrees(asin(n2 / n1)))


def refracted(n1: float, n2: float, deg: float) -> float:
    return degrees(asin(n1 * sin(radians(deg)) / n2))


def rolls_without_slip(deg: float, beta: float, mu: float) -> bool:
    return exceeds(mu, tan(radians(deg)) * beta / (1 + beta))


def two_fingers_hold(m: float, mu: float, squeeze: float, a: float = 0.0) -> bool:
    return exceeds(2 * mu * squeeze, m * (G + a))


def lift_work(m: float, h: float) -> float:
    return m * G * h


# I / (m r^2), by which a body is slow down a ramp.
SOLID_SPHERE, SOLID_CYLINDER, HOLLOW_SPHERE, RING = 2 / 5, 1 / 2, 2 / 3, 1.0

# What an unaided person's centre of mass gains in a standing jump, at most.
JUMP_MOST = 0.7

_P = Phrasing

CASES: tuple[Case, ...] = (
    # free_fall
    Case("Someone lets a bowling ball go from a balcony 12 m above the street; it should be on the "
         "pavement before 1.8 s have passed.",
         "free_fall", below(fall_time(12), 1.8), (), _P.COLLOQUIAL),
    Case("My claim is that, released from rest at a height of 45 metres, a lead weight needs no "
         "more than 2.4 seconds to hit the ground.",
         "free_fall", below(fall_time(45), 2.4)),
    Case("Drop a cannonball off a 150 ft tower and ignore the air. It must touch down in less than "
         "3500 ms.",
         "free_fall", below(fall_time(150 * FOOT), 3.5), (), _P.UNITS),
    Case("A toolbox slips off the edge of a scaffold, and within 1.5 s of slipping it has hit the "
         "ground below.",
         "free_fall", None, ("height", "drop"), _P.MISSING),
    # projectile
    Case("There is a fence 3.5 m tall standing 12 m from the kicker. The football leaves the grass "
         "at 14 m/s, 35° above the horizontal, and gets over the fence.",
         "projectile", exceeds(flight_height(14, 35, 12), 3.5), (), _P.SENTENCES),
    Case("It should be possible for a motorbike that leaves the ground at 72 km/h and 30 degrees "
         "to land beyond a ditch 28 m wide whose two edges are at the same level.",
         "projectile", exceeds(flight_range(72 * KMH, 30), 28), (), _P.UNITS),
    Case("Whatever angle the crew picks, their catapult, which flings stones from ground level at "
         "18 m/s, hits a hut 50 m away on the same level field.",
         "projectile", exceeds(flight_range(18), 50)),
    Case("Aiming 40 degrees upward, an archer gets her arrow over a 6 m high hedge that stands 20 "
         "m in front of her.",
         "projectile", None, ("speed", "velocity", "v0"), _P.MISSING),
    # incline
    Case("A wardrobe of 60 kg was left on a loading ramp inclined at 18 degrees; because the "
         "coefficient of static friction is 0.45, it does not start to slide.",
         "incline", not slides_on(18, 0.45), (), _P.NEGATED),
    Case("The static friction coefficient between pallet and chute is 0.3. With the chute tilted "
         "22°, the pallet must not move.",
         "incline", not slides_on(22, 0.3), (), _P.SENTENCES),
    Case("For the sorting station to work, a parcel put down at rest on a chute of 40 degrees "
         "(mu_s = 0.65) has to begin to slide on its own.",
         "incline", slides_on(40, 0.65)),
    Case("The inspector wants the flowerpot to remain exactly where it is on a roof pitched at 28 "
         "degrees.",
         "incline", None, ("friction", "mu"), _P.MISSING),
    # stack
    Case("Stack four identical 20 cm cubes so that each sits 3 cm farther out than the one beneath "
         "it, and have them stay up for 5 s.",
         "stack", staggered_stands(4, 0.20, 0.03), (), _P.NUMBER_WORDS),
    Case("Five equal crates, 40 cm wide, are piled up by the arm with every crate displaced 11 cm "
         "to the right of the crate below; the pile remains upright.",
         "stack", staggered_stands(5, 0.40, 0.11), (), _P.PASSIVE),
    Case("Half a minute after it was built, a tower of six equal blocks, each 25 cm wide and each "
         "shifted 2 cm in the same direction over its lower neighbour, is still standing.",
         "stack", staggered_stands(6, 0.25, 0.02), (), _P.NUMBER_WORDS),
    Case("Pile up four equal boxes, each one shifted 6 cm beyond the one underneath, so that "
         "nothing falls over.",
         "stack", None, ("width", "size", "side", "dimension", "length"), _P.MISSING),
    # push_tip
    Case("A fridge 70 cm wide is shoved at a point 60 cm above the tiles; friction there is 0.3, "
         "so it should slide instead of tipping over.",
         "push_tip", slides_before_tipping(0.70, 0.60, 0.3), (), _P.UNITS),
    Case("With a friction coefficient of 0.5, pushing a cabinet of 40 cm width at a height of 1.1 "
         "m moves it along the floor without toppling it.",
         "push_tip", slides_before_tipping(0.40, 1.1, 0.5), (), _P.NEGATED),
    Case("If I push a carton that is 20 cm wide at 50 cm above the floor (mu = 0.45), it tips over "
         "rather than slides.",
         "push_tip", not slides_before_tipping(0.20, 0.50, 0.45), (), _P.COLLOQUIAL),
    Case("The mobile base nudges a 0.5 m wide chest 0.7 m above the floor, and the chest slides "
         "across the room while staying upright.",
         "push_tip", None, ("friction", "mu"), _P.MISSING),
    # truck_bed
    Case("Nothing may shift on the flatbed: the tank, held by friction alone (static coefficient "
         "0.5), stays in place while the lorry speeds up at 3.5 m/s².",
         "truck_bed", bed_holds(3.5, 0.5)),
    Case("When the van brakes at 0.6 g, the loose toolbox on its floor, friction coefficient 0.35, "
         "stays where it was.",
         "truck_bed", bed_holds(0.6 * G, 0.35), (), _P.UNITS),
    Case("A pallet rests unsecured on a trailer, and mu_s between them is 0.4. The driver brakes "
         "from 54 km/h to a standstill in 2 s. The pallet does not move on the trailer.",
         "truck_bed", bed_holds(54 * KMH / 2, 0.4), (), _P.SENTENCES),
    Case("As the pickup pulls away at 2.8 m/s^2, the sofa lying on its cargo bed does not slide.",
         "truck_bed", None, ("friction", "mu"), _P.MISSING),
    # flat_curve
    Case("On a level bend whose radius is 80 m, tyres with a friction coefficient of 0.8 keep the "
         "sedan on its line at 75 km/h.",
         "flat_curve", below(75 * KMH, flat_limit(80, 0.8)), (), _P.UNITS),
    Case("A motorcyclist goes round an unbanked curve of 30 m radius on wet asphalt, mu 0.4, at 60 "
         "km/h and does not skid.",
         "flat_curve", below(60 * KMH, flat_limit(30, 0.4)), (), _P.NEGATED),
    Case("It should be possible for a delivery robot to drive around a flat circle of radius 1.5 m "
         "at 2 m/s, given a friction of 0.6 between wheel and floor.",
         "flat_curve", below(2, flat_limit(1.5, 0.6))),
    Case("The coach gets through a flat bend of 60 m radius at 50 km/h without skidding.",
         "flat_curve", None, ("friction", "mu", "grip"), _P.MISSING),
    # banked_curve
    Case("The turn is banked at 25 degrees and its radius is 120 m. At 100 km/h, with a tyre "
         "friction of 0.3, the race car drifts neither up nor down the bank.",
         "banked_curve", bank_holds(100 * KMH, 120, 25, 0.3), (), _P.SENTENCES),
    Case("Given a 10° bank, 60 m of radius and a friction coefficient of 0.2, a truck still holds "
         "the curve at 90 km/h.",
         "banked_curve", bank_holds(90 * KMH, 60, 10, 0.2), (), _P.UNITS),
    Case("An icy curve (mu = 0.05), banked at 35° with a radius of 40 m, is crawled through at 5 "
         "m/s and the car does not slip down the bank.",
         "banked_curve", bank_holds(5, 40, 35, 0.05), (), _P.PASSIVE),
    Case("At 12 m/s, with a tyre friction of 0.4, a cyclist stays on a turn banked at 30 degrees.",
         "banked_curve", None, ("radius",), _P.MISSING),
    # rollover
    Case("A pickup with a 1.7 m track and its centre of gravity 0.65 m above the road keeps all "
         "its wheels down when it swings through a turn of 35 m radius at 15 m/s; mu is 0.9.",
         "rollover", stays_on_wheels(1.7, 0.65, 15, 35, 0.9)),
    Case("The tanker's centre of gravity is 1.9 m high, its track width only 2.1 m. It should "
         "still be able to take a bend of 45 m radius (mu 0.8) at 65 km/h and not roll over.",
         "rollover", stays_on_wheels(2.1, 1.9, 65 * KMH, 45, 0.8), (), _P.SENTENCES),
    Case("Forklift, track 1.0 m, CG height 0.9 m, mu 0.7, v = 8 m/s, r = 15 m: it does not "
         "overturn in the turn.",
         "rollover", stays_on_wheels(1.0, 0.9, 8, 15, 0.7), (), _P.SPEC),
    Case("A double-decker bus with a track of 2.3 m goes round a 30 m radius bend at 55 km/h, mu "
         "0.8, without rolling over.",
         "rollover", None, ("centre of gravity", "center of gravity", "cg", "height"), _P.MISSING),
    # braking
    Case("Driving at 90 km/h on a dry road (mu = 0.75), a taxi whose driver reacts after 1 s must "
         "come to rest within 55 m.",
         "braking", below(stopping(90 * KMH, 0.75, 1), 55), (), _P.UNITS),
    Case("Brakes fully on, friction coefficient 0.4: from 50 km/h the scooter should be standing "
         "still after 30 m at most, reaction time not counted.",
         "braking", below(stopping(50 * KMH, 0.4), 30), (), _P.BOUNDED),
    Case("A tree has fallen onto the road 25 m ahead of a van doing 70 km/h. Friction is 0.7, the "
         "brakes bite without any delay, and the van stops before it hits the tree.",
         "braking", below(stopping(70 * KMH, 0.7), 25), (), _P.SENTENCES),
    Case("From a speed of 80 km/h, and with no reaction delay, the minibus is brought to a stop in "
         "45 metres.",
         "braking", None, ("friction", "mu", "deceleration"), _P.MISSING),
    # pendulum
    Case("A lamp on a 2.5 m cord swings gently back and forth, and twelve complete small "
         "oscillations take it less than 42 s.",
         "pendulum", below(12 * swing_period(2.5), 42), (), _P.NUMBER_WORDS),
    Case("You pull the wrecking ball back until it is 1.2 m above its lowest point, let it go from "
         "rest without a push, and on the opposite side it swings up to 1.5 m.",
         "pendulum", below(1.5, 1.2), (), _P.COLLOQUIAL),
    Case("For the lab report, a pendulum of 60 cm length must have a period shorter than 1.8 s at "
         "small amplitude.",
         "pendulum", below(swing_period(0.60), 1.8), (), _P.UNITS),
    Case("Ten small swings of a pendulum, a nut tied to a string, are over in under 15 s.",
         "pendulum", None, ("length",), _P.MISSING),
    # loop
    Case("A solid ball rolls without slipping down a track from a height of 1.2 m and then goes "
         "round a loop of 0.5 m radius without losing contact.",
         "loop", exceeds(1.2, 2.7 * 0.5), (), _P.NEGATED),
    Case("Let a frictionless toy car go 80 cm above the bottom of a loop with a radius of 25 cm; "
         "it makes it all the way round.",
         "loop", exceeds(0.80, 2.5 * 0.25), (), _P.UNITS),
    Case("The loop is 16 m in diameter and the frictionless cart starts from rest 17 m above its "
         "lowest point. The cart should complete the loop and never leave the track.",
         "loop", exceeds(17, 2.5 * 8), (), _P.SENTENCES),
    Case("Released at rest from a height of 2 m on a frictionless slide, a block makes it around "
         "the loop at the bottom.",
         "loop", None, ("radius", "diameter"), _P.MISSING),
    # collision
    Case("A trolley of 2 kg at 4 m/s runs into a 6 kg trolley at rest, and afterwards the heavier "
         "trolley rolls away at 1.5 m/s.",
         "collision", target_speed_possible(2, 4, 6, 1.5)),
    Case("The small puck, 1 kg, comes in at 5 m/s and bumps into a big 4 kg puck that is at rest; "
         "the big one leaves with 3 m/s.",
         "collision", target_speed_possible(1, 5, 4, 3), (), _P.COLLOQUIAL),
    Case("A 3 kg lump of clay moving at 2 m/s hits a 1 kg lump at rest and sticks to it, so that "
         "the two travel on together at 1.3 m/s or more.",
         "collision", exceeds(target_speed(3, 2, 1, 0), 1.3), (), _P.BOUNDED),
    Case("A marble rolling at 2 m/s strikes a smaller marble at rest head-on, and the smaller one "
         "leaves at 2.6 m/s.",
         "collision", None, ("mass", "m1", "m2"), _P.MISSING),
    # bounce
    Case("A tennis ball with a coefficient of restitution of 0.7 falls from 2.5 m. After its first "
         "bounce it comes back up to 1.5 m.",
         "bounce", exceeds(rebound(2.5, 0.7), 1.5), (), _P.SENTENCES),
    Case("Restitution is 0.9 for this rubber ball: dropped from 150 cm, it still rises above 70 cm "
         "after the third bounce.",
         "bounce", exceeds(rebound(1.5, 0.9, 3), 0.70), (), _P.UNITS),
    Case("Released at 80 cm, not thrown, an ordinary ball should bounce back to 1 m off a floor "
         "that adds no energy.",
         "bounce", exceeds(0.80, 1.0), (), _P.NEGATED),
    Case("A basketball dropped from 1.8 m bounces back up to at least 1.2 m.",
         "bounce", None, ("restitution", "bounciness"), _P.MISSING),
    # buoyancy
    Case("Put into a lake, a wooden block with a density of 0.65 g/cm³ stays afloat on the water.",
         "buoyancy", below(650, WATER), (), _P.UNITS),
    Case("Toss a solid aluminium cylinder (2700 kg/m³) into sea water of 1025 kg/m³ and it does "
         "not sink.",
         "buoyancy", below(2700, 1025), (), _P.NEGATED),
    Case("A sealed buoy has a mass of 30 kg and a volume of 50 litres. In fresh water it floats.",
         "buoyancy", below(30, 0.050 * WATER), (), _P.SENTENCES),
    Case("The diver lets go of a sealed 12 litre canister in fresh water, and the canister floats.",
         "buoyancy", None, ("mass", "density", "weight"), _P.MISSING),
    # beam
    Case("Resting on its two ends, a plank 1.2 m long, 200 mm wide and 25 mm thick bears a 150 kg "
         "motor at its centre; the wood fails at 40 MPa.",
         "beam", below(bending_stress(150, 1.2, 0.200, 0.025), 40e6), (), _P.UNITS),
    Case("The shelf board is 1.5 m long, 15 cm wide and only 8 mm thick, with a strength of 30 "
         "MPa. Supported at both ends, it has to hold 40 kg at mid-span.",
         "beam", below(bending_stress(40, 1.5, 0.15, 0.008), 30e6), (), _P.SENTENCES),
    Case("With a yield strength of 250 MPa, a flat steel beam 20 mm wide and 10 mm thick that "
         "spans 1 m between two supports carries 60 kg in the middle and does not yield.",
         "beam", below(bending_stress(60, 1.0, 0.020, 0.010), 250e6), (), _P.NEGATED),
    Case("A wooden shelf (40 MPa), 22 cm deep, 20 mm thick and spanning 90 cm, holds the box that "
         "stands on the middle of it.",
         "beam", None, ("load", "mass", "weight", "force"), _P.MISSING),
    # column
    Case("A pin-ended steel strut 1.5 m long and 30 mm in diameter (E = 200 GPa) withstands a "
         "compressive load of 25 kN without buckling.",
         "column", exceeds(buckling_load(200e9, 0.030, 1.5), 25e3), (), _P.NEGATED),
    Case("Young's modulus is 70 GPa. Pressed along its axis with 2 kN, a round aluminium rod 80 cm "
         "long and 8 mm in diameter, pinned at both ends, does not buckle.",
         "column", exceeds(buckling_load(70e9, 0.008, 0.80), 2e3), (), _P.SENTENCES),
    Case("It should be fine to put 10 kN on a round oak post, 6 cm in diameter and 2.4 m tall, "
         "pinned top and bottom, E = 11 GPa: the column will not buckle.",
         "column", exceeds(buckling_load(11e9, 0.06, 2.4), 10e3), (), _P.COLLOQUIAL),
    Case("An axial force of 8 kN is supported by a pinned steel rod 2 m long, and it does not "
         "buckle.",
         "column", None, ("diameter", "thickness", "section", "radius"), _P.MISSING),
    # rocket_liftoff
    Case("The launcher has a mass of 5 tonnes, which does not change, and its engine pushes with a "
         "constant 45 kN; it leaves the pad.",
         "rocket_liftoff", exceeds(45e3, 5000 * G), (), _P.UNITS),
    Case("Thanks to a motor delivering 12 N of thrust, a model rocket with a mass of 850 g takes "
         "off.",
         "rocket_liftoff", exceeds(12, 0.850 * G), (), _P.UNITS),
    Case("On the Moon, where g is 1.62 m/s², a rocket of 2000 kg lifts off the ground with a "
         "thrust of 4 kN.",
         "rocket_liftoff", exceeds(4e3, 2000 * 1.62)),
    Case("A rocket whose engine delivers 250 kN of thrust lifts off from the pad.",
         "rocket_liftoff", None, ("mass", "weight"), _P.MISSING),
    # delta_v
    Case("An upper stage that starts at 12 t and burns down to 4 t, with a specific impulse of 320 "
         "s, can change its speed by at least 3 km/s.",
         "delta_v", exceeds(gained_speed(320, 12 / 4), 3000), (), _P.UNITS),
    Case("Burning hydrogen at Isp 450 s, a single-stage vehicle with a mass ratio of 6 achieves "
         "the delta-v of 9.4 km/s that orbit takes.",
         "delta_v", exceeds(gained_speed(450, 6), 9400)),
    Case("A probe of 1500 kg, 600 kg of which are propellant, has thrusters with Isp 220 s. It is "
         "to gain a delta-v of 1.4 km/s from them.",
         "delta_v", exceeds(gained_speed(220, 1500 / 900), 1400), (), _P.SENTENCES),
    Case("With a specific impulse of 300 s, the transfer stage delivers a delta-v of 2.5 km/s.",
         "delta_v", None, ("mass ratio", "mass", "propellant", "m0", "mf"), _P.MISSING),
    # atwood
    Case("Two buckets, one of 5 kg and the other of 3 kg, hang on either side of a frictionless "
         "pulley. Let go from rest, the heavier bucket goes down 2 m in less than 1.5 s.",
         "atwood", below(atwood_time(5, 3, 2), 1.5), (), _P.SENTENCES),
    Case("From rest, and over an ideal pulley, a counterweight of 40 kg pulls a load of 55 kg "
         "upward.",
         "atwood", exceeds(40, 55)),
    Case("A cord over a frictionless pulley ties a 12 kg weight to an 8 kg weight; released from "
         "rest, the lighter one should be raised by 1.5 m in at most 1.4 s.",
         "atwood", below(atwood_time(12, 8, 1.5), 1.4), (), _P.BOUNDED),
    Case("Over a frictionless pulley, a 6 kg block lifts another block by 1 m in less than 1 s.",
         "atwood", None, ("mass", "m2", "weight"), _P.MISSING),
    # lever
    Case("A 45 kg girl sits 2 m from the pivot of a seesaw, her 60 kg father 1.5 m from the pivot "
         "on the other side, and the seesaw balances.",
         "lever", isclose(45 * 2, 60 * 1.5)),
    Case("On a beam, a 15 kg weight 80 cm from the fulcrum raises a 50 kg sack that lies 40 cm "
         "from the fulcrum on the opposite side.",
         "lever", exceeds(15 * 0.80, 50 * 0.40), (), _P.UNITS),
    Case("Both kids sit 1.2 m from the middle of the seesaw, on opposite sides. One is 25 kg and "
         "the other is 35 kg. The seesaw stays balanced.",
         "lever", isclose(25 * 1.2, 35 * 1.2), (), _P.SENTENCES),
    Case("Sitting 1.5 m from the pivot of a seesaw, a 30 kg child balances a 50 kg teenager who "
         "has already sat down on the other side.",
         "lever", None, ("distance", "arm", "d2", "position"), _P.MISSING),
    # spring
    Case("A toy gun has a spring with a stiffness of 800 N/m that is compressed by 6 cm; fired "
         "straight up, its 50 g dart rises to 2.2 m.",
         "spring", exceeds(spring_height(800, 0.06, 0.050), 2.2), (), _P.UNITS),
    Case("Squeezing a 300 N/m spring by 4 cm is enough to shoot a 30 g marble 1.2 m high.",
         "spring", exceeds(spring_height(300, 0.04, 0.030), 1.2), (), _P.UNITS),
    Case("A spring of 2 kN/m is compressed by 15 cm in front of a 2 kg block on a frictionless "
         "table. When it is let go, it launches the block at 4 m/s or more.",
         "spring", exceeds(0.15 * sqrt(2000 / 2), 4), (), _P.SENTENCES),
    Case("A spring that is compressed by 8 cm throws a 0.2 kg ball to a height of 1.5 m.",
         "spring", None, ("stiffness", "spring constant"), _P.MISSING),
    # terminal
    Case("Under a canopy with a drag area CdA of 40 m², a parachutist of 95 kg in all comes down "
         "at less than 7 m/s.",
         "terminal", below(terminal_speed(95, 40), 7)),
    Case("A skydiver of 70 kg with CdA = 0.65 m² who falls freely near sea level gets faster than "
         "300 km/h.",
         "terminal", exceeds(terminal_speed(70, 0.65), 300 * KMH), (), _P.UNITS),
    Case("A hailstone has a mass of 4 g and a drag area CdA of 4 cm². Falling from a cloud through "
         "air of 1.225 kg/m³, it reaches a terminal speed below 10 m/s.",
         "terminal", below(terminal_speed(0.004, 4e-4), 10), (), _P.SENTENCES),
    Case("Sinking through the air under its little parachute, a 3 kg payload keeps its terminal "
         "velocity below 8 m/s.",
         "terminal", None, ("area", "drag", "cda"), _P.MISSING),
    # torricelli
    Case("Water stands 1.8 m above a small hole in the side of a barrel, and it squirts out of the "
         "hole faster than 5 m/s.",
         "torricelli", exceeds(efflux(1.8), 5), (), _P.COLLOQUIAL),
    Case("Fed by nothing but an open tank whose water surface is 3 m above the nozzle, a fountain "
         "jet rises 4 m above the nozzle.",
         "torricelli", exceeds(3, 4)),
    Case("Filled 1 m deep, a tank with a cross-section of 0.5 m² drains through a 5 cm² hole in "
         "its bottom (discharge coefficient 0.6) within 15 minutes.",
         "torricelli", below(drain_time(0.5, 5e-4, 1, 0.6), 15 * 60), (), _P.UNITS),
    Case("The water jet from a hole in the wall of a rain barrel leaves faster than 4 m/s.",
         "torricelli", None, ("depth", "height", "head", "level"), _P.MISSING),
    # heat
    Case("An immersion heater of 300 W is supposed to warm 2 litres of water from 15 °C to 90 °C "
         "in 25 minutes; no heat is lost.",
         "heat", exceeds(300 * 25 * 60, water_heat(2, 15, 90)), (), _P.UNITS),
    Case("Given five minutes, a 2.2 kW electric kettle with an efficiency of 90 % brings 1.5 kg of "
         "water from 18 °C to 100 °C.",
         "heat", exceeds(0.9 * 2200 * 300, water_heat(1.5, 18, 100)), (), _P.NUMBER_WORDS),
    Case("Within 20 min, 0.5 kg of ice at 0 °C is melted completely by a 100 W heater.",
         "heat", exceeds(100 * 20 * 60, 0.5 * ICE_MELTING), (), _P.PASSIVE),
    Case("A camping stove heats 1 litre of water from 20 °C to 100 °C in four minutes.",
         "heat", None, ("power", "watt"), _P.MISSING),
    # optics_ray
    Case("Inside a glass block with a refractive index of 1.5, a ray meets the boundary with the "
         "air at 50° to the normal and is totally reflected.",
         "optics_ray", totally_reflected(1.5, 1.0, 50)),
    Case("When a laser beam passes from air (n = 1) into glass (n = 1.5) at 70 degrees, it "
         "undergoes total internal reflection.",
         "optics_ray", totally_reflected(1.0, 1.5, 70)),
    Case("Light enters water (n = 1.33) out of the air at 45° to the normal. In the water it "
         "should travel at less than 36° to the normal.",
         "optics_ray", below(refracted(1.0, 1.33, 45), 36), (), _P.SENTENCES),
    Case("A ray travelling inside glass with n = 1.5 strikes the surface to the air and is totally "
         "reflected there.",
         "optics_ray", None, ("angle", "incidence", "theta"), _P.MISSING),
    # domino
    Case("A line of dominoes 4 cm high is set up with 5 cm from one to the next. Tip the first and "
         "the whole line goes down.",
         "domino", below(5, 4), (), _P.SENTENCES),
    Case("Forty dominoes, each 48 mm tall, stand 20 mm apart, and toppling the first one brings "
         "down all the others.",
         "domino", below(20, 48), (), _P.UNITS),
    Case("After a single nudge, all 20 books of a row, 24 cm tall and set up 30 cm apart like "
         "dominoes, should have been knocked over.",
         "domino", below(30, 24)),
    Case("Push the first of a row of 6 cm tall dominoes and every one of them falls.",
         "domino", None, ("spacing", "gap", "distance", "apart"), _P.MISSING),
    # jump
    Case("Without a run-up, a trampoline or any other help, a basketball player jumps so that his "
         "centre of mass rises 1.5 m.",
         "jump", below(1.5, JUMP_MOST), (), _P.NEGATED),
    Case("From standing, a student can jump straight up so that her centre of mass rises by 30 cm.",
         "jump", below(0.30, JUMP_MOST), (), _P.UNITS),
    Case("A dancer jumps vertically from a standstill and is in the air for 0.5 s.",
         "jump", below(G * 0.5**2 / 8, JUMP_MOST)),
    Case("A healthy adult, unaided, jumps from a standstill onto the top of a crate.",
         "jump", None, ("height", "rise"), _P.MISSING),
    # rolling
    Case("Started together at the top of one ramp and rolling without slipping, a solid cylinder "
         "and a thin hoop reach the bottom with the cylinder first.",
         "rolling", below(SOLID_CYLINDER, RING)),
    Case("A hollow sphere gets down the slope sooner than a solid sphere, the two being let go at "
         "the same moment and neither of them slipping.",
         "rolling", below(HOLLOW_SPHERE, SOLID_SPHERE), (), _P.COLLOQUIAL),
    Case("The incline is at 40° and its friction coefficient is 0.3. A hoop released on it rolls "
         "down without slipping.",
         "rolling", rolls_without_slip(40, RING, 0.3), (), _P.SENTENCES),
    Case("Let go on an incline of 25°, a solid cylinder rolls down and does not slip.",
         "rolling", None, ("friction", "mu"), _P.MISSING),
    # grip
    Case("A two-finger robot hand presses a 0.8 kg bottle with 15 N per finger; the friction "
         "coefficient is 0.5, and the bottle does not slip when the hand lifts it slowly.",
         "grip", two_fingers_hold(0.8, 0.5, 15), (), _P.NEGATED),
    Case("Pick up a 3 kg brick with a parallel gripper that squeezes it with 25 N, mu being 0.4, "
         "and do not drop it.",
         "grip", two_fingers_hold(3, 0.4, 25)),
    Case("While a gripper lifts a 1.2 kg part with an acceleration of 4 m/s² upward, its two "
         "fingers, pressing 12 N each with a friction of 0.6, keep the part from slipping.",
         "grip", two_fingers_hold(1.2, 0.6, 12, 4)),
    Case("A gripper squeezing a 2 kg bag with 30 N lifts it without the bag slipping.",
         "grip", None, ("friction", "mu"), _P.MISSING),
    # support
    Case("Let go in air, a balloon of 1 m radius filled with helium, with an envelope of 500 g, "
         "goes up.",
         "support", exceeds((AIR - HELIUM) * 4 / 3 * pi, 0.500), (), _P.UNITS),
    Case("With nothing holding it and nothing pushing on it, a brick hovers motionless in the air "
         "in the middle of a room.",
         "support", exceeds(0.0, 2.0 * G), (), _P.NEGATED),
    Case("A drone of 1.4 kg, whose rotors can produce up to 20 N of lift in total, hovers "
         "motionless above the field.",
         "support", exceeds(20, 1.4 * G)),
    Case("A helium balloon with a skin of 12 g rises in air when it is let go.",
         "support", None, ("radius", "volume", "size", "diameter"), _P.MISSING),
    # drag_race_power
    Case("The crane's motor gives 4 kW. In 30 s it should raise a girder of 1.5 tonnes by 12 m.",
         "drag_race_power", exceeds(4e3 * 30, lift_work(1500, 12)), (), _P.SENTENCES),
    Case("On a level road and with 60 kW at its wheels, a car of 1200 kg gets from rest to 25 m/s "
         "in 8 s.",
         "drag_race_power", exceeds(60e3 * 8, 1200 * 25**2 / 2)),
    Case("It should take a 1.1 kW pump with an efficiency of 0.75 no more than 10 minutes to lift "
         "3000 kg of water by 15 m.",
         "drag_race_power", exceeds(0.75 * 1100 * 600, lift_work(3000, 15)), (), _P.BOUNDED),
    Case("A hoist lifts a load of 200 kg by 8 m in 20 s.",
         "drag_race_power", None, ("power", "watt"), _P.MISSING),
)  # fmt: skip
