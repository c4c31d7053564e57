"""Sixteen families of mechanics, heat and light: the goals the reader is tuned on.

Each truth is computed here by formulas written out anew; margins are at least 5 %.
"""

from math import asin, degrees, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

FT, INCH, LBF = 0.3048, 0.0254, 4.4482216
MPH, KMH, HP = 0.44704, 1 / 3.6, 745.7
EARTH, MOON, MARS = 9.81, 1.62, 3.71
AIR, HELIUM = 1.225, 0.179
WATER_C, ICE_C, MELT, BOIL = 4186, 2100, 334e3, 2256e3
STEEL_E = 200e9
SPHERE, CYLINDER, SHELL, HOOP = 2 / 5, 1 / 2, 2 / 3, 1.0
STANDING_JUMP = 0.7


def round_i(outer, inner=0.0):
    return pi * (outer**4 - inner**4) / 64


def euler(e, i, length, k=1.0):
    return pi**2 * e * i / (k * length) ** 2


def delta_v(isp, full, empty):
    return isp * EARTH * log(full / empty)


def atwood_a(heavy, light, g=EARTH):
    return g * (heavy - light) / (heavy + light)


def time_for(distance, a):
    return sqrt(2 * distance / a)


def spring_j(k, x):
    return k * x**2 / 2


def spring_h(k, x, m, g=EARTH):
    return spring_j(k, x) / (m * g)


def spring_v(k, x, m):
    return x * sqrt(k / m)


def terminal_v(m, cda, rho=AIR, g=EARTH):
    return sqrt(2 * m * g / (rho * cda))


def disc(diameter):
    return pi * diameter**2 / 4


def efflux(depth):
    return sqrt(2 * EARTH * depth)


def drain_t(area_ratio, depth, cd=1.0):
    return area_ratio / cd * sqrt(2 * depth / EARTH)


def critical(n1, n2):
    return degrees(asin(n2 / n1))


def refracted(n1, n2, angle):
    return degrees(asin(n1 * sin(radians(angle)) / n2))


def magnification(f, do):
    return f / (do - f)


def roll_a(theta, beta):
    return EARTH * sin(radians(theta)) / (1 + beta)


def roll_mu(theta, beta):
    return tan(radians(theta)) * beta / (1 + beta)


def kinetic(m, v):
    return m * v**2 / 2


def ball_volume(diameter):
    return pi * diameter**3 / 6


CASES: tuple[Case, ...] = (
    # column
    Case(
        "A straight steel rod 1.5 m tall and 25 mm across, hinged at both ends, supports an "
        "axial load of 12 kN.",
        "column",
        euler(STEEL_E, round_i(0.025), 1.5) >= 12e3,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Aluminium tube column, E = 70 GPa; outer diameter 40 mm; inner diameter 34 mm; "
        "length 2.4 m; pinned-pinned; axial load 18 kN; must not buckle",
        "column",
        euler(70e9, round_i(0.040, 0.034), 2.4) >= 18e3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 1.2 m carbon steel rod only 6 mm in diameter, its ends free to pivot, is pressed "
        "lengthwise with 900 N and buckles.",
        "column",
        euler(STEEL_E, round_i(0.006), 1.2) < 900,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A solid steel post, 30 mm in diameter and 2 m high, is fixed rigidly at the base and "
        "free at the top. A 650 kg water drum is centred on its upper end. The post does not "
        "buckle.",
        "column",
        euler(STEEL_E, round_i(0.030), 2.0, k=2) >= 650 * EARTH,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "With both ends clamped, a 3 ft long round steel bar half an inch in diameter takes "
        "an axial push of 1500 lbf without bowing out.",
        "column",
        euler(STEEL_E, round_i(0.5 * INCH), 3 * FT, k=0.5) >= 1500 * LBF,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A solid steel strut, pinned at both ends and 20 mm in diameter, takes a 6 kN axial "
        "load without buckling.",
        "column",
        None,
        missing=("length",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "I stand a wooden broomstick on end, 1.3 m long and 24 mm thick with a hinge top and "
        "bottom, lean on it with 400 N and it doesn't buckle on me.",
        "column",
        euler(10e9, round_i(0.024), 1.3) >= 400,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "A pin-ended square bar of pine, 20 mm by 20 mm in section and 2 m long, E = 9 GPa, "
        "withstands at least 1 kN of axial compression.",
        "column",
        euler(9e9, 0.02**4 / 12, 2.0) >= 1000,
        phrasing=Phrasing.BOUNDED,
    ),
    # rocket_liftoff
    Case(
        "With its motor pushing at 40 lbf, a 12 kg amateur rocket rises off the launch rail.",
        "rocket_liftoff",
        40 * LBF > 12 * EARTH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Moon ascent stage: engine thrust = 15.6 kN; wet mass = 4700 kg; leaves the lunar surface",
        "rocket_liftoff",
        4700 * MOON < 15.6e3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A Mars ascent vehicle has a mass of 2.5 tonnes. Its engine is stuck at 6 kN and the "
        "propellant it uses is negligible. It lifts off from the Martian surface.",
        "rocket_liftoff",
        2500 * MARS < 6e3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The rocket stays on the pad and never rises, although its mass is 540 tonnes, its "
        "five engines give 1.4 MN each and the clamps are already open.",
        "rocket_liftoff",
        540e3 * EARTH >= 5 * 1.4e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Thrust is a constant 97 kN and the fully fuelled rocket has a mass of 10 tonnes, "
        "getting lighter as its tanks empty. Sooner or later it leaves the pad.",
        "rocket_liftoff",
        None,
        missing=(
            "mass flow",
            "burn time",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A 1000 kg rocket with 9.5 kN of thrust burns 4 kg of propellant every second for 20 "
        "s and gets off the ground before it burns out.",
        "rocket_liftoff",
        1000 - 9500 / EARTH < 20 * 4,
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "Burning 4 kg of propellant per second at a steady 9.5 kN, a rocket that starts out "
        "at 1000 kg leaves the ground no later than 5 s after ignition.",
        "rocket_liftoff",
        (1000 - 9500 / EARTH) / 4 <= 5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A model rocket with a launch mass of 850 g takes off as soon as its motor ignites.",
        "rocket_liftoff",
        None,
        missing=("thrust",),
        phrasing=Phrasing.MISSING,
    ),
    # delta_v
    Case(
        "A rocket stage whose engine has a specific impulse of 320 s burns from 20 t down to "
        "5 t and gains at least 4 km/s.",
        "delta_v",
        delta_v(320, 20, 5) >= 4000,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Isp = 290 s; wet mass = 1500 kg; dry mass = 600 kg; delta-v of 3.2 km/s is reached",
        "delta_v",
        delta_v(290, 1500, 600) >= 3200,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Exhaust leaves the nozzle at 4.4 km/s. Of the 100 tonnes at ignition, 85 tonnes are "
        "propellant. In free space the vehicle speeds up by more than 7.5 km/s.",
        "delta_v",
        4400 * log(100 / 15) > 7500,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 500 kg satellite, 40 kg of which is hydrazine (Isp 220 s), cannot change its speed "
        "by as much as 250 m/s.",
        "delta_v",
        delta_v(220, 500, 460) < 250,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A delta-v of 1.8 km/s is not attained by a kick stage with Isp 310 s whose mass "
        "drops from 900 kg to 400 kg.",
        "delta_v",
        delta_v(310, 900, 400) < 1800,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "With an Isp of 340 s the upper stage picks up 3 km/s of delta-v.",
        "delta_v",
        None,
        missing=(
            "mass ratio",
            "propellant",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A blue single-stage craft, 12 m long with three fins, Isp 300 s and mass ratio 8, "
        "reaches low Earth orbit, which takes 9.4 km/s with losses included.",
        "delta_v",
        delta_v(300, 8, 1) >= 9400,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "An ion probe with 3000 s of specific impulse spends 200 kg of xenon out of a total "
        "mass of 1.2 t and changes its velcoity by 4.5 km/s.",
        "delta_v",
        delta_v(3000, 1200, 1000) >= 4500,
        phrasing=Phrasing.TYPO,
    ),
    # atwood
    Case(
        "Two buckets hang over a light frictionless pulley, one of 5 kg and one of 4 kg. They "
        "are released from rest. The heavier one drops 2 m in less than 2.2 s.",
        "atwood",
        time_for(2, atwood_a(5, 4)) < 2.2,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Atwood machine, ideal pulley, m1 = 6 kg, m2 = 5.5 kg, start at rest: m1 descends 1.5 "
        "m within 2 s",
        "atwood",
        time_for(1.5, atwood_a(6, 5.5)) <= 2,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 900 g weight is hauled up from rest by a 750 g weight on the other end of a string "
        "over a smooth pulley.",
        "atwood",
        0.750 > 0.900,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Two weights of 2 kg each, joined by a cord over an ideal pulley and let go at rest, "
        "do not move.",
        "atwood",
        atwood_a(2, 2) == 0,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 4 kg counterweight lifts a sandbag by one metre over a pulley.",
        "atwood",
        None,
        missing=(
            "sandbag mass",
            "mass",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "After falling 80 cm from rest, the 1.2 kg side of an ideal Atwood machine with 0.8 "
        "kg on its other side moves faster than 3 m/s.",
        "atwood",
        sqrt(2 * atwood_a(1.2, 0.8) * 0.8) > 3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 10 lb and a 6 lb weight strung over a massless, frictionless pulley accelerate at "
        "2 m/s² or more.",
        "atwood",
        atwood_a(10, 6) >= 2,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "On the Moon, a 3 kg block needs more than 2 s to hoist a 2 kg block through 1.2 m "
        "from rest, with a light rope and a pulley free of friction.",
        "atwood",
        time_for(1.2, atwood_a(3, 2, MOON)) > 2,
        phrasing=Phrasing.COMPOUND,
    ),
    # lever
    Case(
        "A 25 kg boy sitting 1.6 m from the pivot balances his 40 kg sister sitting 1.0 m "
        "from it on the other side.",
        "lever",
        25 * 1.6 == 40 * 1.0,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Crowbar: load 1200 N at 0.1 m from fulcrum; effort 150 N at 1.1 m on the opposite "
        "side; load is lifted",
        "lever",
        150 * 1.1 > 1200 * 0.1,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 70 kg father sits one metre from the middle of a seesaw, his 18 kg daughter sits "
        "two metres from the middle on the opposite side, and her end goes down.",
        "lever",
        18 * 2 > 70 * 1,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "The seesaw does not stay level when 30 kg is placed 2 m left of its centre and 45 kg "
        "is placed 1.5 m right of it.",
        "lever",
        abs(30 * 2.0 - 45 * 1.5) > 0,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 35 kg girl sitting 1.2 m from the pivot of a seesaw lifts her 50 kg brother on the "
        "other side.",
        "lever",
        None,
        missing=(
            "brother's distance",
            "distance",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A 150 lb man hanging on the end of a pry bar 4 ft from the fulcrum raises a 900 lb "
        "boulder whose weight acts 6 in from the fulcrum on the other side.",
        "lever",
        150 * 4 > 900 * 0.5,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A red 3 m plank, painted last week and pivoted at its middle, has 12 kg of bricks 80 "
        "cm left of the pivot and 9 kg of sand 90 cm right of it; it is in balance.",
        "lever",
        12 * 0.8 == 9 * 0.9,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A push of no more than 80 N, applied 0.9 m from the pivot, is enough to lift a 60 kg "
        "stone resting 0.2 m from the pivot on the opposite arm.",
        "lever",
        60 * EARTH * 0.2 / 0.9 <= 80,
        phrasing=Phrasing.BOUNDED,
    ),
    # spring
    Case(
        "A toy cannon spring with a stiffness of 800 N/m, squeezed by 8 cm, shoots a 50 g "
        "dart straight up to a height of 4.5 m.",
        "spring",
        spring_h(800, 0.08, 0.05) >= 4.5,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "k=250 N/m; x=6 cm; m=30 g; vertical launch, no losses; apex >= 2 m",
        "spring",
        spring_h(250, 0.06, 0.03) >= 2,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "On a frictionless table, a spring of 1.2 kN/m compressed by 5 cm sends a 0.5 kg puck "
        "off at 2 m/s or more.",
        "spring",
        spring_v(1200, 0.05, 0.5) >= 2,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A 300 g ball is not thrown higher than 1 m by a 400 N/m spring that has been pressed "
        "in by 10 cm.",
        "spring",
        spring_h(400, 0.10, 0.3) <= 1,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A spring compressed by 12 cm fires a 100 g ball to a height of three metres.",
        "spring",
        None,
        missing=(
            "stiffness",
            "spring constant",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A spring has a stiffness of 2000 N/m. A 1.5 kg block is pressed 10 cm down onto it "
        "and let go. The block gets to at least 1 m above its lowest point.",
        "spring",
        spring_h(2000, 0.10, 1.5) >= 1,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "On the Moon a 150 N/m spring shortened by 20 cm flings a 400 g rock upwards by more "
        "than 4 m.",
        "spring",
        spring_h(150, 0.20, 0.4, MOON) > 4,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "My pinball plunger, a 90 N/m spring pulled back 5 cm, kicks the 80 g ball out at a "
        "whopping 3 m/s on a frictionless lane.",
        "spring",
        spring_v(90, 0.05, 0.08) >= 3,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    # terminal
    Case(
        "A parachutist of 75 to 85 kg, kit included, under an open canopy with a drag area "
        "CdA of 45 m² comes down slower than 6 m/s.",
        "terminal",
        terminal_v(85, 45) < 6,
        phrasing=Phrasing.RANGE,
    ),
    Case(
        "m = 90 kg; CdA = 0.65 m²; air density 1.2 kg/m³; fall speed exceeds 80 m/s",
        "terminal",
        terminal_v(90, 0.65, rho=1.2) > 80,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 20 g hailstone with a drag coefficient of 0.5 and a frontal area of 9 cm², falling "
        "from a high cloud in still air, hits the ground at more than 20 m/s.",
        "terminal",
        terminal_v(0.02, 0.5 * 9e-4) > 20,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Dropped from rest out of a hovering balloon near sea level, a 2 kg box with a drag "
        "coefficient of 1.1 and a face area of 0.09 m² never goes faster than 25 m/s.",
        "terminal",
        terminal_v(2, 1.1 * 0.09) <= 25,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 5 kg supply crate hanging from a parachute touches down at no more than 5 m/s.",
        "terminal",
        None,
        missing=(
            "canopy area",
            "drag area",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "With a drag area of 0.3 m² head down, an 85 kg skydiver passes 200 mph in sea level air.",
        "terminal",
        terminal_v(85, 0.3) > 200 * MPH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A round chute 3 m in diameter (Cd 1.4) lets a 12 kg payload sink at under 4 m/s in "
        "ordinary air.",
        "terminal",
        terminal_v(12, 1.4 * disc(3)) < 4,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A feather of 0.1 g with a drag area of 12 cm² drifts donw through still air at less "
        "than 2 m/s.",
        "terminal",
        terminal_v(1e-4, 12e-4) < 2,
        phrasing=Phrasing.TYPO,
    ),
    # torricelli
    Case(
        "Water squirts out of a small hole somewhere between 1.8 and 2.2 m below the surface "
        "of an open barrel faster than 5 m/s.",
        "torricelli",
        efflux(1.8) > 5,
        phrasing=Phrasing.RANGE,
    ),
    Case(
        "Open tank, head 0.8 m, ideal outlet: exit speed > 5 m/s",
        "torricelli",
        efflux(0.8) > 5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A nozzle pointing straight up, fed with no pump by an open reservoir whose surface "
        "is 4 m above it, throws water 6 m into the air.",
        "torricelli",
        4 >= 6,
        phrasing=Phrasing.CONTRADICTION,
    ),
    Case(
        "A cylindrical water tank 1 m in diameter, filled to 1.2 m, empties through a 4 cm "
        "wide round hole in its bottom (discharge coefficient 0.6) within ten minutes.",
        "torricelli",
        drain_t((1 / 0.04) ** 2, 1.2, 0.6) <= 600,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A full open rainwater tank 1.5 m deep with a base of 1 m² drains through the hole in "
        "its bottom in under half an hour.",
        "torricelli",
        None,
        missing=(
            "hole size",
            "hole area",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "An open vat with straight sides and 0.5 m² of surface, filled 40 cm deep, with an "
        "outlet of 10 cm² in its floor (Cd 0.62), isn't empty after 3 minutes.",
        "torricelli",
        drain_t(0.5 / 10e-4, 0.4, 0.62) > 180,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A small hole is drilled in the side of an open water butt, 1 m below the waterline "
        "and 1 m above level ground. The stream shoots out horizontally. It lands at least 3 "
        "m away.",
        "torricelli",
        2 * sqrt(1 * 1) >= 3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Juice leaving the tap of a vented cooler, 30 cm below the liquid level, comes out no "
        "faster than 10 km/h.",
        "torricelli",
        efflux(0.3) <= 10 * KMH,
        phrasing=Phrasing.UNITS,
    ),
    # heat
    Case(
        "A 3 kW immersion heater takes 5 litres of water from 15 °C to 60 °C in six minutes, "
        "losses ignored.",
        "heat",
        5 * WATER_C * 45 <= 3000 * 6 * 60,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "P=800 W; 1.5 L water; 18 °C -> 100 °C; efficiency 0.85; t <= 10 min",
        "heat",
        1.5 * WATER_C * 82 <= 800 * 0.85 * 600,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A heater giving all of its 220 W to one kilogram of ice at 0 °C melts the lot in "
        "half an hour.",
        "heat",
        1 * MELT <= 220 * 1800,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "I leave half a litre of water, already bubbling at 100 °C, on a 1.5 kW hob and in 8 "
        "minutes flat the pan has boiled dry.",
        "heat",
        0.5 * BOIL <= 1500 * 8 * 60,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "An electric kettle heats 1.2 L of water from 20 °C to boiling in 4 minutes.",
        "heat",
        None,
        missing=("power",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "300 g of ice that starts at -10 °C is not completely melted after 5 minutes on a 300 "
        "W hot plate.",
        "heat",
        0.3 * (ICE_C * 10 + MELT) > 300 * 300,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A 1200 W element warms 2 kg of water from 68 °F to 140 °F in under 4 min.",
        "heat",
        2 * WATER_C * 40 < 1200 * 4 * 60,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "500 g of water at 0 °C is turned entirely into ice within forty minutes by a freezer "
        "that pulls 100 W of heat out of it.",
        "heat",
        0.5 * MELT <= 100 * 40 * 60,
        phrasing=Phrasing.PASSIVE,
    ),
    # optics_ray
    Case(
        "A ray inside a glass block of index 1.5 meets the glass-air face at 50 degrees from "
        "the normal and is totally internally reflected.",
        "optics_ray",
        critical(1.5, 1) < 50,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "n1 = 1.00 (air), n2 = 1.5 (glass), incidence 80 deg: total internal reflection",
        "optics_ray",
        False,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Entering water from air at 45 degrees to the normal, a laser beam is bent to less "
        "than 35 degrees from the normal.",
        "optics_ray",
        refracted(1, 1.33, 45) < 35,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A woman 1.7 m tall looks into a flat mirror. Her image behind the glass is 3.4 m tall.",
        "optics_ray",
        3.4 == 1.7,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A converging lens of 10 cm focal length projects a slide standing 150 mm in front of "
        "it onto a screen at least 1.8 times as large as life.",
        "optics_ray",
        magnification(10, 15) >= 1.8,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A light ray going from glass (n = 1.5) to air is totally reflected at the boundary.",
        "optics_ray",
        None,
        missing=("angle",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A beam travelling in diamond, index 2.42, that strikes the surface to air at 20° "
        "from the normal doesn't get totally reflected.",
        "optics_ray",
        critical(2.42, 1) > 20,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Light passing from water (1.33) towards glass (1.5) at 70 degrees incidence is kept "
        "out of the glass completely and all of it is reflected.",
        "optics_ray",
        False,
        phrasing=Phrasing.PASSIVE,
    ),
    # domino
    Case(
        "Twenty domino tiles, each 48 mm tall with gaps of 2 cm between them, all go over "
        "after the first is nudged.",
        "domino",
        2.0 < 4.8,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "domino height = 4 cm; spacing = 5 cm; count = 30; one push on the first; whole chain "
        "falls",
        "domino",
        5 < 4,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "I line up books 24 cm tall with a foot of empty floor between one and the next, "
        "knock over the first and the whole row tumbles.",
        "domino",
        12 * INCH < 0.24,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "The second domino is never touched when the first one topples, because they stand 9 "
        "cm apart and are only 6 cm high.",
        "domino",
        9 > 6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A row of wooden blocks spaced 12 cm apart topples to the very last one after a "
        "single push.",
        "domino",
        None,
        missing=("height",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "In a line of dominoes where each is 1.3 times as big in every dimension as the one "
        "before, with gaps of a third of the smaller one's height, the last giant goes down "
        "after a fingertip push on the first.",
        "domino",
        1.3 <= 1.5,
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "Dominoes two inches tall stand one inch apart, and every last one of them falls once "
        "the first is tipped.",
        "domino",
        1 < 2,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Forty dominoes 5 cm tall stand 2 cm apart, except for one gap of 8 cm in the middle "
        "of the row. The first is pushed. The last one falls.",
        "domino",
        8 < 5,
        phrasing=Phrasing.SENTENCES,
    ),
    # jump
    Case(
        "From a standing start a basketball player leaps so that her centre of mass goes up 55 cm.",
        "jump",
        STANDING_JUMP >= 0.55,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "From a standstill and with no help, a man jumps high enough on Earth to raise his "
        "centre of mass by two metres.",
        "jump",
        STANDING_JUMP >= 2,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "An unaided standing jump on level ground keeps an athlete in the air for at least 1.5 s.",
        "jump",
        EARTH * 1.5**2 / 8 <= STANDING_JUMP,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "vertical jump; takeoff speed 2.8 m/s; centre of mass rise >= 0.35 m",
        "jump",
        2.8**2 / (2 * EARTH) >= 0.35,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A girl jumps from standing, with both feet, onto a gym box.",
        "jump",
        None,
        missing=(
            "height",
            "box height",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Inside a dome on the Moon, a woman in light clothes jumps from standing and raises "
        "her centre of mass by 2.5 m.",
        "jump",
        3.7**2 / (2 * MOON) >= 2.5,
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "A healthy adult does not get his centre of mass 1.5 m higher by jumping straight up "
        "off the floor, with no trampoline and no run-up.",
        "jump",
        STANDING_JUMP < 1.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A dancer leaves the floor staright upwards at 2 m/s and stays in the air for 0.6 s "
        "or longer before landing at the same level.",
        "jump",
        2 * 2 / EARTH >= 0.6,
        phrasing=Phrasing.TYPO,
    ),
    # rolling
    Case(
        "A solid cylinder and a thin ring roll from rest down one slope without slipping, and "
        "the cylinder gets to the bottom first.",
        "rolling",
        CYLINDER < HOOP,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Hollow ball versus solid disc, pure rolling down the same hill from a standing "
        "start: the hollow ball takes it.",
        "rolling",
        SHELL < CYLINDER,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "solid ball; incline 20 deg; friction coefficient 0.15; rolls without slip",
        "rolling",
        roll_mu(20, SPHERE) <= 0.15,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A hoop never slips while rolling down a 40° slope with a friction coefficient of 0.3.",
        "rolling",
        roll_mu(40, HOOP) <= 0.3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A solid steel ball rolls down a 35 degree slope without slipping.",
        "rolling",
        None,
        missing=("friction",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Starting from rest, a solid sphere rolls 2 m down a 10 degree ramp without slipping "
        "in under 2 s.",
        "rolling",
        time_for(2, roll_a(10, SPHERE)) < 2,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A bicycle rim rolls down a slope without slipping. Beside it a block of ice slides "
        "down the same slope with no friction at all. Both start from rest together and the "
        "rim finishes last.",
        "rolling",
        HOOP > 0,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 5 kg solid sphere of 12 cm radius reaches the bottom of a ramp sooner than a 1 kg "
        "solid sphere of 4 cm radius, both rolling without slipping over the same distance "
        "from rest.",
        "rolling",
        1.0 > 1.0,
        phrasing=Phrasing.IRRELEVANT,
    ),
    # grip
    Case(
        "A two-finger gripper pressing with 25 N on each side holds a 2 kg jar; the friction "
        "coefficient between pad and jar is 0.5.",
        "grip",
        2 * EARTH <= 2 * 0.5 * 25,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "two jaws; normal force per jaw 12 N; friction coefficient 0.4; part mass 1.4 kg; no "
        "slip while held",
        "grip",
        1.4 * EARTH <= 2 * 0.4 * 12,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A robot hand squeezes a 0.8 kg bottle between two fingers with 15 N (friction "
        "coefficient 0.5) and yanks it upward at 6 m/s² without losing it.",
        "grip",
        0.8 * (EARTH + 6) <= 2 * 0.5 * 15,
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "A 3 kg melon is held between two padded fingers that push with 30 N each at a "
        "friction coefficient of 0.4, and it slips from the gripper.",
        "grip",
        3 * EARTH > 2 * 0.4 * 30,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A parallel gripper clamping with 40 N lifts a 2.5 kg part.",
        "grip",
        None,
        missing=("friction",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "An oily 500 g can does not slip out from between two fingers that press on it with "
        "10 N each, friction coefficient 0.15.",
        "grip",
        0.5 * EARTH <= 2 * 0.15 * 10,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Each of two jaws presses with 5 lbf, the coefficient of friction is 0.7, and the "
        "gripper holds up a 6 lb weight.",
        "grip",
        2 * 0.7 * 5 >= 6,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A squeeze of no more than 20 N per finger from a two-fingered hand (mu 0.6) suffices "
        "to carry a 1.8 kg box upward with an acceleration of 5 m/s².",
        "grip",
        1.8 * (EARTH + 5) <= 2 * 0.6 * 20,
        phrasing=Phrasing.BOUNDED,
    ),
    # support
    Case(
        "A small magnet hovers motionless above a superconductor cooled with liquid nitrogen.",
        "support",
        True,
        phrasing=Phrasing.NEAR_MISS,
    ),
    Case(
        "A 1500 g drone whose four propellers can give up to 5 N of thrust each hovers over "
        "the garden.",
        "support",
        1500 / 1000 * EARTH <= 4 * 5,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A lamp of 8 kg hangs at rest from a single cord that snaps at anything over 60 N.",
        "support",
        8 * EARTH <= 60,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A round helium balloon 40 cm in diameter, whose skin has a mass of 50 g, rises in "
        "ordinary air.",
        "support",
        (AIR - HELIUM) * ball_volume(0.4) > 0.050,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A helium balloon with a volume of 2 m³ lifts its basket off the ground.",
        "support",
        None,
        missing=(
            "basket mass",
            "mass",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Up on the space station an astronaut lets go of a pen and it just floats there in "
        "front of her.",
        "support",
        True,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "A steel ball let go in an evacuated room on Earth does not fall, although no rope, "
        "magnet or shelf holds it.",
        "support",
        False,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A wrecking ball is held still in mid-air by the chain of a crane.",
        "support",
        True,
        phrasing=Phrasing.PASSIVE,
    ),
    # drag_race_power
    Case(
        "At a full 90 kW throughout and with no losses, a 1400 kg car goes from 0 to 100 km/h "
        "in under 8 s.",
        "drag_race_power",
        kinetic(1400, 100 * KMH) <= 90e3 * 8,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "hoist motor 1.2 kW; load 250 kg; height 15 m; efficiency 0.8; time <= 30 s",
        "drag_race_power",
        250 * EARTH * 15 <= 1200 * 0.8 * 30,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A cyclist puts 250 W into the back wheel. Rider and bike together come to 80 kg. Air "
        "drag aside, they gain 300 m of height in 20 minutes.",
        "drag_race_power",
        80 * EARTH * 300 <= 250 * 1200,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A 75 hp hatchback of 1100 kg needs no more than 5 s to reach 60 mph from standstill.",
        "drag_race_power",
        kinetic(1100, 60 * MPH) <= 75 * HP * 5,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A lift motor raises a 600 kg cabin, which has no counterweight, by 20 m in 15 s.",
        "drag_race_power",
        None,
        missing=("power",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "With 2 kW of input and 70 % efficiency, a pump cannot lift 1000 litres of water by "
        "12 m in one minute.",
        "drag_race_power",
        1000 * EARTH * 12 > 2000 * 0.7 * 60,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "My e-scooter has a 350 W motor, the two of us come to 80 kg, and on the flat it hits "
        "25 km/h from a dead stop in 2 seconds on motor power alone.",
        "drag_race_power",
        kinetic(80, 25 * KMH) <= 350 * 2,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "A 70 kg runner who delivers between 600 and 700 W of useful power gets up stairs 9 m "
        "high in no more than 12 s.",
        "drag_race_power",
        70 * EARTH * 9 <= 600 * 12,
        phrasing=Phrasing.RANGE,
    ),
)
