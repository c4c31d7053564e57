"""The same sixteen families in another author's words: read once, never tuned on.

Each truth is computed here by formulas written out anew; margins are at least 5 %.
"""

from math import asin, degrees, exp, log, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

FT, INCH, LB, LBF = 0.3048, 0.0254, 0.45359237, 4.4482216
KMH = 1 / 3.6
EARTH, MARS = 9.81, 3.71
AIR = 1.225
WATER_C, MELT, BOIL = 4186, 334e3, 2256e3
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


def roll_mu(theta, beta):
    return tan(radians(theta)) * beta / (1 + beta)


def kinetic(m, v):
    return m * v**2 / 2


CASES: tuple[Case, ...] = (
    # column
    Case(
        "Standing upright with its foot welded to the floor and nothing bracing its head, an "
        "80 cm stainless-steel rod 16 mm thick buckles under 3 kN pressing straight down on "
        "it.",
        "column",
        euler(STEEL_E, round_i(0.016), 0.8, k=2) < 3000,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Titanium push-rod (E 110 GPa), solid, Ø12 mm × 350 mm, ball joints at either end, "
        "compression 7 kN: remains straight",
        "column",
        euler(110e9, round_i(0.012), 0.35) >= 7000,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The catalogue rates this steel prop at 40 kN. It is 3 m high, a round hollow section "
        "48.3 mm outside with a 3.2 mm wall, and pin-jointed top and bottom. Loaded to its "
        "rating, it survives with no buckling.",
        "column",
        euler(STEEL_E, round_i(0.0483, 0.0419), 3.0) >= 40e3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Loaded along its axis with 1 kN, a 1.8 m pin-jointed pole of solid round section, 16 "
        "mm thick, refuses to buckle.",
        "column",
        None,
        missing=(
            "material",
            "modulus",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "One end built in, the other hinged, so effective length factor 0.7: a 25 mm x 25 mm "
        "oak leg of 1.1 m (E = 12 GPa) shrugs off a full 500 kg stacked on top of it.",
        "column",
        euler(12e9, 0.025**4 / 12, 1.1, k=0.7) >= 500 * EARTH,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Turning freely on pivots at both ends, an acrylic rod 8 mm in diameter and 36 in "
        "long, Young's modulus 3 GPa, can bear 50 lbf along its length and not buckle.",
        "column",
        euler(3e9, round_i(0.008), 36 * INCH) >= 50 * LBF,
        phrasing=Phrasing.UNITS,
    ),
    # rocket_liftoff
    Case(
        "Nine engines at 845 kN apiece shove against a booster whose full weight is 5.4 MN, "
        "and up it goes.",
        "rocket_liftoff",
        9 * 845e3 > 5.4e6,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Because just 1.6 MN of thrust is available for its 200-tonne mass, fuel consumption "
        "disregarded, the launcher fails to lift off.",
        "rocket_liftoff",
        200e3 * EARTH > 1.6e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Take a hobby rocket of one and a quarter kilograms; its motor thrusts with a "
        "constant ten newtons and the mass hardly changes. It departs upward from the launch "
        "rod.",
        "rocket_liftoff",
        1.25 * EARTH < 10,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Flinging out 250 kg of gas per second at an exhaust velocity of 2800 m/s, a launcher "
        "of 60 t gets airborne the moment it is lit.",
        "rocket_liftoff",
        60e3 * EARTH < 250 * 2800,
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "At first the thrust comes to 99 percent of the weight, while propellant keeps "
        "streaming out; in the end the rocket rises from its stand.",
        "rocket_liftoff",
        None,
        missing=(
            "mass flow",
            "burn time",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "On Mars, a hopper of 1.1 t whose motors muster at most 3.2 kN, its mass regarded as "
        "fixed, manages to take off.",
        "rocket_liftoff",
        1100 * MARS < 3.2e3,
        phrasing=Phrasing.BOUNDED,
    ),
    # delta_v
    Case(
        "Nine tenths of a booster's starting mass is propellant and its exhaust comes out at "
        "three kilometres per second; firing it all in deep space makes the booster 6.2 km/s "
        "faster.",
        "delta_v",
        3000 * log(10) >= 6200,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Stage budget check - Isp 285 s, m0 48 t, mf 18 t - supplies 3500 m/s",
        "delta_v",
        delta_v(285, 48, 18) >= 3500,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "For a 2-tonne orbiter, tanks full, at Isp 315 s, a burn worth 900 m/s costs less "
        "than 700 kg of propellant.",
        "delta_v",
        2000 * (1 - exp(-900 / (315 * EARTH))) < 700,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Shrinking from 8 t to 3 t during its burn, the space tug gains 3 km/s or better.",
        "delta_v",
        None,
        missing=(
            "specific impulse",
            "exhaust velocity",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Leaving for Mars calls for 3.6 km/s. The transfer stage burns at a specific impulse "
        "of 450 seconds and is three times heavier full than empty. It delivers what is "
        "called for.",
        "delta_v",
        delta_v(450, 3, 1) >= 3600,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A cubesat with cold-gas thrusters of Isp 60 s, 4 kg all told including 300 g of "
        "nitrogen, adds over 100 m/s to its orbital speed by emtpying the tank.",
        "delta_v",
        delta_v(60, 4.0, 3.7) > 100,
        phrasing=Phrasing.TYPO,
    ),
    # atwood
    Case(
        "Hang 1.1 kg and 1.0 kg from either end of a weightless string over a perfect pulley "
        "and let go: one second later the heavier one has sunk 20 cm or more.",
        "atwood",
        atwood_a(1.1, 1.0) / 2 >= 0.20,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Got an anvil of 20 kg on one end of the rope, 35 kg of feed sacks on the other, rope "
        "running over a frictionless sheave. Let go from rest, and it's the sacks that get "
        "pulled skyward.",
        "atwood",
        20 > 35,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Tension in the cord stays below 32 N while masses of 2 kg and 5 kg on its two ends "
        "run freely over a light, frictionless pulley.",
        "atwood",
        2 * 2 * 5 * EARTH / (2 + 5) < 32,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Let go at rest, its rope running over a frictionless pulley, the 70 kg counterweight "
        "brings the stage curtain up by 5 m in 4 s at most.",
        "atwood",
        None,
        missing=(
            "curtain mass",
            "mass",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "An 8 oz weight, motionless to begin with, climbs 3 ft inside half a second because "
        "12 oz hangs on the opposite side of an ideal pulley.",
        "atwood",
        time_for(3 * FT, atwood_a(12, 8)) <= 0.5,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "ideal pulley | left 2.0 kg | right 2.6 kg | both freed at rest | expected: system "
        "hangs in equilibrium",
        "atwood",
        2.0 == 2.6,
        phrasing=Phrasing.SPEC,
    ),
    # lever
    Case(
        "Grandpa, all 84 kg of him, plants himself 60 cm off the pivot; little Ana, 21 kg, "
        "perches at 2.4 m on the far arm, and the board rests level.",
        "lever",
        abs(84 * 0.6 - 21 * 2.4) < 1e-9,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Hinged at one end, a nutcracker holds the nut 3 cm from the hinge and is squeezed by "
        "a hand with 60 N at 15 cm from the hinge; the nut feels more than 250 N.",
        "lever",
        60 * 15 / 3 > 250,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A manhole cover weighing down with 700 N at 5 cm beyond the pivot of a bar is pried "
        "up by a worker who leans on the other end, 75 cm from the pivot, with 40 N.",
        "lever",
        40 * 0.75 > 700 * 0.05,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "On a balance beam, a 400 g bag of sugar 30 cm to the left of the knife edge is in "
        "equilibrium with a bag of flour 20 cm to the right.",
        "lever",
        None,
        missing=(
            "flour mass",
            "mass",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "The right-hand arm sinks: left of the fulcrum 5 kg at 12 inches, right of it 6 kg at "
        "8 inches, weightless beam.",
        "lever",
        6 * 8 > 5 * 12,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Sticking 1 m out over the edge of a flat roof, an unfastened uniform 4 m plank of 30 "
        "kg doesn't tip when a 25 kg child walks all the way to its outer tip.",
        "lever",
        25 * 1 <= 30 * 1,
        phrasing=Phrasing.NEGATED,
    ),
    # spring
    Case(
        "A coil rated 3 N/mm and pushed in 40 mm hurls a 120 g shuttle vertically beyond 1.8 m.",
        "spring",
        spring_h(3000, 0.040, 0.120) > 1.8,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Acting like a 60 N/m spring drawn back 30 cm, a slingshot lets go of its 25 g pebble "
        "at over 20 m/s.",
        "spring",
        spring_v(60, 0.30, 0.025) > 20,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Less than 6 cm of compression is what a 1000 N/m spring requires in order to launch "
        "a 40 g marble 3 m high.",
        "spring",
        sqrt(2 * 0.04 * EARTH * 3 / 1000) < 0.06,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Once released, a 700 N/m spring squashed by 9 cm lobs a ball vertically up to the 5 "
        "m ceiling.",
        "spring",
        None,
        missing=(
            "ball mass",
            "mass",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "In a jack-in-the-box bought for 14 euros in 1987, a spring of 120 N/m that was "
        "pushed down 15 cm tosses the loose 0.5 kg puppet head a full metre upward.",
        "spring",
        spring_h(120, 0.15, 0.5) >= 1,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Pressed in by two inches, a spring of ten pounds-force per inch throws a one-pound "
        "ball no higher than two feet above its starting point.",
        "spring",
        spring_h(10 * LBF / INCH, 2 * INCH, LB) <= 2 * FT,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    # terminal
    Case(
        "Beneath a round canopy eight metres across whose drag coefficient is 1.5, a soldier "
        "and kit totalling 110 kg arrive at the ground with six metres per second at most.",
        "terminal",
        terminal_v(110, 1.5 * disc(8)) <= 6,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Ping-pong ball: 2.7 g, Ø 40 mm, Cd 0.47, sea-level air -> steady fall faster than 15 m/s",
        "terminal",
        terminal_v(0.0027, 0.47 * disc(0.04)) > 15,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Spread-eagled with a drag area of 0.75 m² in sea-level air, the jumper settles at a "
        "speed below 42 m/s.",
        "terminal",
        None,
        missing=("mass",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "The air over the landing site on Mars has a density of 0.020 kg/m³. A 900 kg capsule "
        "with a drag area of 20 m² drops through it. Drag alone slows it to a steady fall of "
        "less than 100 m/s.",
        "terminal",
        terminal_v(900, 20, rho=0.020, g=MARS) < 100,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "However far up the balcony is, a 4 kg cat with a drag area of 0.08 m² cannot fall "
        "faster than 120 km/h.",
        "terminal",
        terminal_v(4, 0.08) <= 120 * KMH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A steel bearing of 66 g and 3 cm² drag area, dropped from a kilometre up at ordinary "
        "air density, at no time exceeds 35 m/s.",
        "terminal",
        terminal_v(0.066, 3e-4) <= 35,
        phrasing=Phrasing.NEGATED,
    ),
    # torricelli
    Case(
        "Punched three metres under the water line of an open storage tank, a small hole lets "
        "water out at twenty-five kilometres per hour or more.",
        "torricelli",
        efflux(3) >= 25 * KMH,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Driven by gravity alone from a basin whose surface lies 1.5 m above the upward "
        "nozzle, a garden fountain's plume tops out 1.9 m above that nozzle.",
        "torricelli",
        1.5 >= 1.9,
        phrasing=Phrasing.NEAR_MISS,
    ),
    Case(
        "Through a one-centimetre round opening in its base, the drum runs dry in less than "
        "ten minutes.",
        "torricelli",
        None,
        missing=(
            "water level",
            "cross-section",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Leaking via a round 8 mm hole in the bottom with discharge coefficient 0.61, a "
        "straight-walled bucket 20 cm in diameter with 30 cm of water in it takes upwards of "
        "200 s to go dry.",
        "torricelli",
        drain_t((0.20 / 0.008) ** 2, 0.30, 0.61) > 200,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "vented vessel / frictionless orifice 1.1 m under free surface / outflow velocity "
        "below 4 m/s",
        "torricelli",
        efflux(1.1) < 4,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Out of a hole in the side of an open jug, 20 cm under the water surface and 45 cm "
        "above the table, the jet reaches half a metre sideways or farther before hitting the "
        "table.",
        "torricelli",
        2 * sqrt(0.20 * 0.45) >= 0.5,
        phrasing=Phrasing.PLAIN,
    ),
    # heat
    Case(
        "Two minutes in a microwave that puts 700 W into the cup brings 250 mL of water from "
        "10 °C up to 80 °C.",
        "heat",
        0.25 * WATER_C * 70 <= 700 * 120,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Three hundred grams of ice cubes at their melting point become liquid inside three "
        "minutes over a 400 W burner, every joule absorbed.",
        "heat",
        0.3 * MELT <= 400 * 180,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Filled with 1.7 l at 12 °C, a kettle drawing 2.2 kW at 90 % efficiency is boiling "
        "after 240 s.",
        "heat",
        1.7 * WATER_C * 88 <= 2200 * 0.9 * 240,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Running for an hour with no losses, a 1 kW heater warms the aquarium from 18 °C to 24 °C.",
        "heat",
        None,
        missing=(
            "water volume",
            "mass",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Heating a 2 kg copper block (385 J/kgK) from 20 to 120 °C is over in less than 10 "
        "minutes when anything from 150 to 200 W goes into it.",
        "heat",
        150 * 600 > 2 * 385 * 100,
        phrasing=Phrasing.RANGE,
    ),
    Case(
        "Starting at 20 °C, 100 g of water on a lossless 600 W plate both comes to the boil "
        "and evaporates entirely before 8 minutes are up.",
        "heat",
        0.1 * (WATER_C * 80 + BOIL) <= 600 * 480,
        phrasing=Phrasing.COMPOUND,
    ),
    # optics_ray
    Case(
        "A diver at the bottom of a pool (n = 1.33) points her torch at the calm surface, 30° "
        "off the vertical. Part of the light gets out into the air.",
        "optics_ray",
        critical(1.33, 1) > 30,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "You're standing 2 m in front of a plain flat mirror, so your reflection seems to be "
        "4 m away from you.",
        "optics_ray",
        2 + 2 == 4,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Held 5 cm above a stamp, a magnifying glass with f = 80 mm gives an upright picture "
        "enlarged more than 3 times.",
        "optics_ray",
        abs(magnification(8, 5)) > 3,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Crossing from water into some clear solid at 40° incidence, a ray continues at under "
        "30° from the normal.",
        "optics_ray",
        None,
        missing=("index",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Within a glass slab (n = 1.52) sunk in water (n = 1.33), a ray that arrives at the "
        "glass-water interface at 55 degrees of incidence undergoes total internal "
        "reflection.",
        "optics_ray",
        critical(1.52, 1.33) < 55,
        phrasing=Phrasing.NEAR_MISS,
    ),
    Case(
        "Sunlight falling from air on a diamond (n = 2.42) at 60° incidence proceeds inside "
        "at less than 25° to the normal.",
        "optics_ray",
        refracted(1, 2.42, 60) < 25,
        phrasing=Phrasing.PLAIN,
    ),
    # domino
    Case(
        "Thin slabs, 15 cm high, wait 7 cm from each other; tipping the first brings down all "
        "sixty.",
        "domino",
        7 < 15,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "The chain reaction dies at once, since the pieces are 3 inches tall and 4.5 inches "
        "of bare table separate neighbours.",
        "domino",
        4.5 > 3,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Ten-centimetre pieces stand with 12 cm of separation; shove number one, and at least "
        "nine more end up flat.",
        "domino",
        12 < 10,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Five-centimetre dominoes in a long line are knocked down to the last by tipping the "
        "first.",
        "domino",
        None,
        missing=("spacing",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Evenly set 1.5 cm apart, a row of thin 35 mm tall tiles whose first one is tipped "
        "over stops toppling befroe it gets to the end.",
        "domino",
        1.5 >= 3.5,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "Sixteen slim blocks of 8 cm height, their spaces alternating between 3 cm and 4 cm: "
        "after one tap on the first, not a single block is left standing.",
        "domino",
        4 < 8,
        phrasing=Phrasing.NEGATED,
    ),
    # jump
    Case(
        "With no run-up, a volleyball pro's centre of gravity climbs 60 cm in a vertical leap.",
        "jump",
        STANDING_JUMP >= 0.60,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Half a second of hang time is managed by a fit teenager hopping straight up from "
        "flat ground.",
        "jump",
        EARTH * 0.5**2 / 8 <= STANDING_JUMP,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "My little brother leaps flat-footed from the lawn onto a roof 6 m up, no ladder, no "
        "trampoline, nothing.",
        "jump",
        STANDING_JUMP >= 6,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Pushing off vertically at 3.4 m/s, a jumper sees their centre of mass go up by less "
        "than 0.5 m.",
        "jump",
        3.4**2 / (2 * EARTH) < 0.5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "On the floor of a base on some other planet, a gymnast jumps unaided from standing "
        "and her centre of mass rises 1.8 m.",
        "jump",
        None,
        missing=("gravity",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Thrown up by a big trampoline after several bounces, an acrobat gets 3 m above the bed.",
        "jump",
        True,
        phrasing=Phrasing.NEAR_MISS,
    ),
    # rolling
    Case(
        "Chuck a can of frozen soup (basically a solid cylinder) and a bit of thin-walled "
        "pipe the same size down the ramp at the same moment from rest; nobody skids, and the "
        "can outruns the pipe.",
        "rolling",
        CYLINDER < HOOP,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "With friction no greater than 0.2, a thin-walled pipe rolling down a 30° grade is "
        "kept from skidding.",
        "rolling",
        roll_mu(30, HOOP) <= 0.2,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Three racers roll from rest down one incline and none of them slips: a solid marble, "
        "a solid disc, a hoop. The disc comes in second.",
        "rolling",
        SPHERE < CYLINDER < HOOP,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Down a 25-degree chute with a friction coefficient of 0.2, the round thing rolls "
        "without skidding.",
        "rolling",
        None,
        missing=(
            "shape",
            "moment of inertia",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Rolling from rest off a ramp 1 m high, a thin hollow sphere that doesn't slip is "
        "doing 4 m/s at the foot.",
        "rolling",
        sqrt(2 * EARTH * 1 / (1 + SHELL)) >= 4,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A yellow hoop 2 m in diameter and a green one 20 cm in diameter, let go from rest on "
        "one incline and rolling without slip, have their centres cover the same 5 m in equal "
        "times.",
        "rolling",
        True,
        phrasing=Phrasing.IRRELEVANT,
    ),
    # grip
    Case(
        "Pinched by two rubber pads (µ = 0.9) with 8 N a side, a 1.1 kg carton is kept from "
        "sliding down.",
        "grip",
        1.1 * EARTH <= 2 * 0.9 * 8,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "While the arm jerks upward at 12 m/s², a 600 g cup stays put between two fingertips "
        "squeezing with 10 N each, coefficient of friction 0.5.",
        "grip",
        0.6 * (EARTH + 12) <= 2 * 0.5 * 10,
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "25 kg drum / two clamp pads / 300 N on each / µ 0.35 / slides out",
        "grip",
        25 * EARTH > 2 * 0.35 * 300,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Friction between jaw and workpiece is 0.5 and each of the two jaws presses with 50 "
        "N; held still, the workpiece doesn't come loose.",
        "grip",
        None,
        missing=(
            "mass",
            "weight",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Just 5 N of squeeze from each of two fingers (mu 0.3) is plenty to stop a 0.45 kg "
        "hammer dropping out of the bot's hand.",
        "grip",
        0.45 * EARTH <= 2 * 0.3 * 5,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "As the arm gathers speed downward at 3 m/s², a 2 kg vase remains in the grasp of its "
        "two fingers, which press with 16 N apiece at µ = 0.5.",
        "grip",
        2 * (EARTH - 3) <= 2 * 0.5 * 16,
        phrasing=Phrasing.NEAR_MISS,
    ),
    # support
    Case(
        "Suspended on fishing line good for 10 kg, a 6 kg tuna hangs quietly in the air.",
        "support",
        10 >= 6,
        phrasing=Phrasing.NEAR_MISS,
    ),
    Case(
        "Let go at shoulder height on Earth, a bowling ball lingers there for ten seconds "
        "with nothing touching it and no force but gravity acting.",
        "support",
        False,
        phrasing=Phrasing.CONTRADICTION,
    ),
    Case(
        "The envelope holds 2800 m³ of hot air at 0.95 kg/m³. Outside, the air has 1.20 "
        "kg/m³. Everything but the hot air comes to 600 kg, and the balloon leaves the "
        "ground.",
        "support",
        (1.20 - 0.95) * 2800 > 600,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "An electromagnet bolted to the ceiling keeps a 40 kg iron slab from dropping.",
        "support",
        None,
        missing=(
            "magnet force",
            "magnetic force",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Four rotors good for at most 3 N each keep a quadcopter of 1.4 kg hovering steadily.",
        "support",
        1.4 * EARTH <= 4 * 3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Blown up with plain room air, not helium, a party balloon rises by itself to the "
        "ceiling of the calm room without anyone pushing it.",
        "support",
        False,
        phrasing=Phrasing.NEGATED,
    ),
    # drag_race_power
    Case(
        "Ten kilowatts of useful power at the drum, a three-tonne container to hoist by five "
        "metres: the crane is done in under twenty seconds.",
        "drag_race_power",
        3000 * EARTH * 5 < 10e3 * 20,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "The 100 km/h mark is passed no later than 3000 ms after leaving standstill by a 2.1 "
        "t electric car whose motors produce 200 kW in total.",
        "drag_race_power",
        kinetic(2100, 100 * KMH) <= 200e3 * 3,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A hiker of 65 kg carries a 15 kg rucksack. His legs average 100 W of useful output. "
        "After one hour he is 600 m higher.",
        "drag_race_power",
        (65 + 15) * EARTH * 600 <= 100 * 3600,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Its 5 hp engine hauls the boat up the slipway, 6 m of height, in less than a minute.",
        "drag_race_power",
        None,
        missing=(
            "boat mass",
            "mass",
        ),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A green pump with a 2 m cable draws 40 W, half of which is useful, and gets 300 "
        "litres of water up into a roof tank 4 m higher within 12 min.",
        "drag_race_power",
        300 * EARTH * 4 <= 40 * 0.5 * 12 * 60,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Even flat out on a level road, a 30 kW minibus of 2.5 t cannot get from standstill "
        "to 90 km/h inside 20 s.",
        "drag_race_power",
        kinetic(2500, 90 * KMH) > 30e3 * 20,
        phrasing=Phrasing.NEGATED,
    ),
)
