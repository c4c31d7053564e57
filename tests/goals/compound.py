"""Goals of two or three phenomena, one after the other, each of which a family decides.

A goal holds if all of its parts do. Ten fail in their second part alone and one in its first;
three leave something out. Some parts take up what an earlier one established ("the same ball",
"it", "with the same grip").
"""

from math import isclose, radians, tan

from tests.goals.case import Case, Phrasing
from tests.goals.paraphrases import (
    SOLID_SPHERE,
    WATER,
    G,
    atwood_time,
    bed_holds,
    below,
    bending_stress,
    efflux,
    exceeds,
    fall_time,
    flat_limit,
    flight_height,
    gained_speed,
    lift_work,
    rebound,
    rolls_without_slip,
    slides_on,
    spring_height,
    staggered_stands,
    stopping,
    swing_period,
    target_speed,
    terminal_speed,
    two_fingers_hold,
    water_heat,
)


def _goal(text: str, *parts: bool) -> Case:
    return Case(text, "compound", all(parts), (), Phrasing.COMPOUND)


def _open(text: str, *missing: str) -> Case:
    return Case(text, "compound", None, missing, Phrasing.COMPOUND)


STEEL, OAK = 7850, 700

CASES: tuple[Case, ...] = (
    # all parts hold
    _goal("A solid ball rolls without slipping down a 20° ramp with a friction coefficient of 0.3 "
          "and then knocks over a row of dominoes 5 cm tall spaced 3 cm apart.",
          rolls_without_slip(20, SOLID_SPHERE, 0.3), below(3, 5)),
    _goal("A ball dropped from 2 m lands in under 0.7 s and then rebounds (e = 0.8) to at least "
          "1.2 m.",
          below(fall_time(2), 0.7), exceeds(rebound(2, 0.8), 1.2)),
    _goal("A crate starts to slide on a 30 degree ramp, static friction 0.4, after which the same "
          "crate stays put on a truck (mu 0.4) accelerating at 3 m/s².",
          slides_on(30, 0.4), bed_holds(3, 0.4)),
    _goal("A 2 kg cart at 4 m/s hits an equal cart at rest, sticks to it, and the pair moves on at "
          "2 m/s. Then the two, sliding with mu 0.2, come to a stop within 1.5 m.",
          isclose(target_speed(2, 4, 2, 0), 2), below(stopping(2, 0.2), 1.5)),
    _goal("A car takes a flat turn of 60 m radius at 18 m/s with mu 0.7 before it brakes from 18 "
          "m/s to a stop within 30 m with the same grip and no reaction delay.",
          below(18, flat_limit(60, 0.7)), below(stopping(18, 0.7), 30)),
    _goal("A gripper squeezing 25 N (mu 0.6) lifts a 2 kg box, then sets it down on a 20 degree "
          "ramp with a static friction of 0.5, where it stays at rest.",
          two_fingers_hold(2, 0.6, 25), not slides_on(20, 0.5)),
    _goal("A 1000 kg rocket with 14 kN of thrust lifts off, after which its upper stage, with an "
          "Isp of 340 s and a mass ratio of 4, gains 4 km/s.",
          exceeds(14e3, 1000 * G), exceeds(gained_speed(340, 4), 4000)),
    _goal("A solid steel ball (7850 kg/m³) dropped from 10 m above a pond reaches the water in "
          "under 1.6 s, and then it sinks.",
          below(fall_time(10), 1.6), exceeds(STEEL, WATER)),
    _goal("Over an ideal pulley, a 3 kg mass lifts a 2 kg mass by 1 m within 1.2 s; next, the 2 kg "
          "mass, 1 m from the pivot of a seesaw, balances a 4 kg mass 0.5 m from the pivot.",
          below(atwood_time(3, 2, 1), 1.2), isclose(2 * 1, 4 * 0.5)),
    _goal("A pendulum bob released from rest at 20 cm rises to 15 cm on the far side. Then, on a 1 "
          "m string, the pendulum completes 10 small swings in under 25 s.",
          exceeds(20, 15), below(10 * swing_period(1), 25)),
    _goal("An unaided person jumps 0.4 m (CM rise) and then, with a mass of 60 kg and standing 1 m "
          "from the pivot of a seesaw, lifts an 80 kg friend who sits 0.5 m from the pivot.",
          below(0.4, 0.7), exceeds(60 * 1, 80 * 0.5)),
    _goal("First a 500 W winch (eta 0.9) lifts a 100 kg load by 10 m in 30 s; then a plank 1 m "
          "long, 200 mm wide and 30 mm thick with a strength of 40 MPa holds the same load at "
          "mid-span.",
          exceeds(0.9 * 500 * 30, lift_work(100, 10)),
          below(bending_stress(100, 1, 0.200, 0.030), 40e6)),
    _goal("A gripper squeezing 20 N (mu 0.6) lifts a 1.5 kg box and then makes it the third of "
          "three identical 0.30 m boxes stacked with 5 cm stagger, which stand for 10 s.",
          two_fingers_hold(1.5, 0.6, 20), staggered_stands(3, 0.30, 0.05)),
    _goal("Water leaves a tank through a hole 1 m below the surface faster than 4 m/s, and "
          "afterwards 1 kg of it is heated from 15 °C to 100 °C by a 1.5 kW heater in 5 min.",
          exceeds(efflux(1), 4), exceeds(1500 * 300, water_heat(1, 15, 100))),
    _goal("A block starts sliding on a 35 degree ramp (static friction 0.5), then hits a row of 5 "
          "cm tall dominoes spaced 2 cm apart, all of which fall, and finally a 600 N/m spring "
          "compressed 5 cm throws a 50 g ball to 1.2 m.",
          slides_on(35, 0.5), below(2, 5), exceeds(spring_height(600, 0.05, 0.050), 1.2)),
    _goal("A ball thrown at 18 m/s and 45 deg clears a 4 m wall 12 m away; after that the same "
          "ball, with e = 0.75, is dropped from 2 m and rebounds to at least 1 m; and then, having "
          "a density of 400 kg/m³, it floats in water.",
          exceeds(flight_height(18, 45, 12), 4), exceeds(rebound(2, 0.75), 1), below(400, WATER)),
    # the second part fails
    _goal("A 400 N/m spring compressed 0.15 m throws a 0.2 kg ball up to 2 m; the same ball (e = "
          "0.6) then falls from 2 m and rebounds to 1 m.",
          exceeds(spring_height(400, 0.15, 0.2), 2), exceeds(rebound(2, 0.6), 1)),
    _goal("A 2 kW kettle brings 1 kg of water from 20 °C to 100 °C in 4 min; next, the same kettle "
          "brings 2 kg of water from 20 °C to 100 °C in 4 min.",
          exceeds(2000 * 240, water_heat(1, 20, 100)), exceeds(2000 * 240, water_heat(2, 20, 100))),
    _goal("A car at 20 m/s stops within 30 m (mu 0.8, no reaction delay) and then takes a flat "
          "turn of 40 m radius at 25 m/s with the same mu.",
          below(stopping(20, 0.8), 30), below(25, flat_limit(40, 0.8))),
    _goal("A gripper squeezing 30 N (mu 0.5) lifts a 2 kg box. Then the box is put on a 35 degree "
          "ramp, static friction 0.5, and it stays at rest there.",
          two_fingers_hold(2, 0.5, 30), below(tan(radians(35)), 0.5)),
    _goal("A rocket of 3 tonnes with 40 kN of thrust lifts off; next, with an Isp of 280 s and a "
          "mass ratio of 5, it gains 6 km/s.",
          exceeds(40e3, 3000 * G), exceeds(gained_speed(280, 5), 6000)),
    _goal("Dropped from 5 m, a solid steel ball (7850 kg/m³) reaches the water in under 1.2 s, and "
          "then it floats in the water.",
          below(fall_time(5), 1.2), below(STEEL, WATER)),
    _goal("A frictionless cart released at 3.2R completes the loop before it runs into a row of "
          "dominoes 6 cm tall and 8 cm apart, which all fall.",
          exceeds(3.2, 2.5), below(8, 6)),
    _goal("A 500 W winch lifts 200 kg by 5 m in 25 s, and then the load hangs from the middle of a "
          "steel beam 2 m long, 100 mm wide and 10 mm thick, yield strength 250 MPa, which holds "
          "it.",
          exceeds(500 * 25, lift_work(200, 5)),
          below(bending_stress(200, 2, 0.100, 0.010), 250e6)),
    _goal("A gripper that squeezes with 15 N (mu 0.5) lifts a 1 kg box, after which four such "
          "boxes, 0.25 m wide, are stacked with 8 cm stagger and stand for 10 s.",
          two_fingers_hold(1, 0.5, 15), staggered_stands(4, 0.25, 0.08)),
    _goal("In free fall an 85 kg skydiver with CdA 0.7 m² stays below 60 m/s. Then the parachute "
          "opens, CdA becomes 30 m², and the same skydiver stays below 5 m/s.",
          below(terminal_speed(85, 0.7), 60), below(terminal_speed(85, 30), 5)),
    # the first part fails
    _goal("A car at 30 m/s stops within 40 m (mu 0.6, no reaction delay) before it takes a flat "
          "turn of 50 m radius at 10 m/s with the same mu.",
          below(stopping(30, 0.6), 40), below(10, flat_limit(50, 0.6))),
    # something is missing
    _open("A crate slides down a ramp (static friction 0.4) and then stays put on a truck (mu 0.4) "
          "accelerating at 3 m/s².",
          "angle", "slope", "incl", "tilt", "theta"),
    _open("A ball dropped from 3 m reaches the floor in under 1 s and then bounces back up to at "
          "least 2 m.",
          "restitution", "bounciness"),
    _open("A kettle brings 1 kg of water from 20 °C to 100 °C in 3 min; next, an oak cube of 700 "
          "kg/m³ floats in the water.",
          "power", "watt"),
)  # fmt: skip
