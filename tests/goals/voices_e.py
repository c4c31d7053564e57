"""Buoyancy, beams, columns, draining, heat, terminal speed and support, in many voices.

A child, a grandmother, a plumber, a physicist, a safety engineer, a journalist, a robot operator
and others put these goals. Of each family's goals the first come from a round of which 71 % were
right when first read, the later ones from a second round of which 83 % were, after mending. Each
truth is computed here by formulas written out anew.
"""

import math

from tests.goals.case import Case, Phrasing

G = 9.81


def ball(d):
    return math.pi / 6 * d**3


def bend(force, span, width, thick, k=0.25):
    """Stress of a flat beam, Pa; k is 1/4 in the middle, 1/8 spread, 1 at a free end."""
    return k * force * span / (width * thick**2 / 6)


def bend_round(force, span, d, k=0.25):
    return k * force * span / (math.pi / 32 * d**3)


def sag(force, span, e, width, thick, k=1 / 48):
    return k * force * span**3 / (e * width * thick**3 / 12)


def euler(e, inertia, length, k=1.0):
    return math.pi**2 * e * inertia / (k * length) ** 2


def disc(d, bore=0.0):
    return math.pi / 64 * (d**4 - bore**4)


def jet(h):
    return math.sqrt(2 * G * h)


def reach(h, drop):
    return 2 * math.sqrt(h * drop)


def dry(area, hole, h, cd=1.0, end=0.0):
    return area / (cd * hole) * math.sqrt(2 / G) * (math.sqrt(h) - math.sqrt(end))


def circle(d):
    return math.pi / 4 * d**2


def vt(mass, cda, rho=1.2):
    return math.sqrt(2 * mass * G / (rho * cda))


C, L, CV = 4186.0, 3.34e5, 2.257e6
P = Phrasing
B, BE, CO, T, H, TE, S = "buoyancy", "beam", "column", "torricelli", "heat", "terminal", "support"

CASES = (
    # ---- buoyancy
    Case(
        "Mum, my toy weighs 90 grams and takes up 120 millilitres, and it bobs about on the"
        " bathwater!",
        B,
        0.09 / 120e-6 < 1000,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "Put a lump of beeswax of density 960 kg/m³ into a glass of water: up it comes to the top.",
        B,
        960 < 998,
    ),
    Case(
        "Released at the bottom of a pool, a sealed 2-litre flask of total mass 1.4 kg "
        "shoots back up to the surface.",
        B,
        1.4 / 2e-3 < 1000,
        (),
        P.PASSIVE,
    ),
    Case(
        "My grandson's lead fishing weight went straight down to the bottom of the pond, as"
        " it must.",
        B,
        True,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "The density of a certain plastic is 1.05 g/cc. In brine of 1.15 g/cc a pellet of "
        "it rises.",
        B,
        1.05 < 1.15,
        (),
        P.SENTENCES,
    ),
    Case(
        "test body 1.9 kg / 1.5 l / tap water / result: remains afloat",
        B,
        1.9 / 1.5e-3 < 1000,
        (),
        P.SPEC,
    ),
    Case(
        "An oaken plank, 650 kg per cubic metre, sinks to the floor of the swimming bath.",
        B,
        650 > 1000,
    ),
    Case(
        "With a draft of no more than a fifth of its volume under water, a 700 kg/m³ timber"
        " floats in a river.",
        B,
        0.7 < 0.2,
        (),
        P.BOUNDED,
    ),
    Case(
        "An ice cube dropped into pure ethanol stays floating.",
        B,
        False,
    ),
    Case(
        "A sealed jar weighing 800 g floats in the bath.",
        B,
        None,
        ("volume",),
        P.MISSING,
    ),
    Case(
        "An egg is lowered into salted water and comes up to float.",
        B,
        None,
        ("density",),
        P.MISSING,
    ),
    Case(
        "The barge (own mass 40 t) still floats with 100 tonnes of gravel aboard.",
        B,
        None,
        ("volume",),
        P.MISSING,
    ),
    Case(
        "The kids' raft: 250 litres, 60 kg, and it keeps its head above the lake with 150 "
        "kg of kids on it.",
        B,
        210 / 0.25 < 998,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "Plop goes the marble of glass into the fish tank, and down it goes to the bottom.",
        B,
        True,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "Immersed in glycerine of 1.26 g/mL, a nylon bead of 1.14 g/mL drifts up to the surface.",
        B,
        True,
        (),
        P.PASSIVE,
    ),
    Case(
        "The parcel (5 kg, 10 cm x 20 cm x 20 cm) was thrown overboard into the ocean and "
        "never came to the surface again.",
        B,
        5 / 0.004 > 1030,
        (),
        P.NEGATED,
    ),
    Case(
        "Tie nothing to it, just drop it: the aluminium spoon, solid, will not go under in milk.",
        B,
        False,
        (),
        P.NEGATED,
    ),
    Case(
        "An object of 2 kg floats in water.",
        B,
        None,
        ("volume", "density"),
        P.MISSING,
    ),
    Case(
        "A ball of 30 cm diameter goes to the bottom of the lake.",
        B,
        None,
        ("mass", "density"),
        P.MISSING,
    ),
    Case(
        "Nothing keeps a 3 kg gold bar from drifting on the sea.",
        B,
        False,
        (),
        P.NEGATED,
    ),
    Case(
        "A lead ball let go at the bottom of a lake floats up.",
        B,
        False,
    ),
    Case(
        "A block of 0.6 g/cm³ floats in water with a third of its volume under the surface.",
        B,
        abs(0.6 / (1 / 3) - 1) < 0.05,
        (),
        P.NUMBER_WORDS,
    ),
    # ---- beam
    Case(
        "Granny puts her 8 kg cooker in the middle of a pine shelf, 80 cm between the "
        "brackets, 25 cm deep and 2 cm thick, and the shelf bears it.",
        BE,
        bend(8 * G, 0.8, 0.25, 0.02) < 30e6,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "Spanning a 2 m ditch, a plank 300 mm wide and 40 mm thick takes a gardener of 90 "
        "kg at its centre; its bending strength is 35 MPa.",
        BE,
        bend(90 * G, 2, 0.3, 0.04) < 35e6,
    ),
    Case(
        "Let a cantilever of steel stick 50 cm out of a wall. Its section is 30 mm by 30 "
        "mm. Hang 400 N on its free end. With a yield stress of 300 MPa it survives.",
        BE,
        bend(400, 0.5, 0.03, 0.03, 1) < 300e6,
        (),
        P.SENTENCES,
    ),
    Case(
        "Under a central force of two hundred newtons an aluminium strip (E = 70 GPa), a "
        "metre between supports, 50 mm wide and 10 mm thick, deflects by less than 20 mm.",
        BE,
        sag(200, 1, 70e9, 0.05, 0.01) < 0.02,
        (),
        P.BOUNDED,
    ),
    Case(
        "A balsa stick 5 mm thick and 10 mm wide over a gap of 40 cm holds up a 12 kg anvil"
        " in the middle.",
        BE,
        False,
    ),
    Case(
        "A 16 mm round steel bar with a strength of 400 MPa, one metre clear, does not give"
        " way beneath 300 kg hung from its midpoint.",
        BE,
        bend_round(300 * G, 1, 0.016) < 400e6,
        (),
        P.NEGATED,
    ),
    Case(
        "The bridge of our train set, a 60 cm strip of plywood 8 cm wide and 3 mm thick "
        "with strength 30 MPa, carries a 20 kg dog at mid-span.",
        BE,
        bend(20 * G, 0.6, 0.08, 0.003) < 30e6,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "A concrete lintel 1.5 m long, 10 cm wide and 10 cm high without steel bears two "
        "tonnes at midspan.",
        BE,
        bend(2000 * G, 1.5, 0.1, 0.1) < 6e6,
        (),
        P.UNITS,
    ),
    Case(
        "An iron rail 6 cm wide and 10 cm high does not hold a cat of 4 kg in the middle of"
        " its 3 m span.",
        BE,
        False,
        (),
        P.NEGATED,
    ),
    Case(
        "A shelf 2 cm thick and 25 cm deep, 80 cm between its brackets, holds a bowl in the"
        " middle; the shelf's strength is 30 MPa.",
        BE,
        None,
        ("load",),
        P.MISSING,
    ),
    Case(
        "A pine board 30 cm wide and 1.5 m between supports carries 100 kg in the middle.",
        BE,
        None,
        ("thickness",),
        P.MISSING,
    ),
    Case(
        "A curtain rail of steel 2 m long bears 20 kg in the middle.",
        BE,
        None,
        ("diameter", "section", "thickness", "width"),
        P.MISSING,
    ),
    Case(
        "Dad, 95 kg, steps onto the middle of a scaffold board, 2 m from trestle to "
        "trestle, 225 mm wide, 38 mm thick, bending strength 30 MPa; the board snaps.",
        BE,
        bend(95 * G, 2, 0.225, 0.038) > 30e6,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "The rod, 8 mm in diameter and of 300 MPa steel, supported 50 cm apart, is broken "
        "by 500 N at its centre.",
        BE,
        bend_round(500, 0.5, 0.008) > 300e6,
        (),
        P.PASSIVE,
    ),
    Case(
        "With its 15 kg at the very end, the flower box makes the 60 cm cantilever of pine "
        "(10 cm wide, 2 cm thick) break.",
        BE,
        bend(15 * G, 0.6, 0.1, 0.02, 1) > 100e6,
    ),
    Case(
        "Robot arm as cantilever: 0.8 m, aluminium E=70 GPa, 30 mm x 30 mm, 20 N at the "
        "tip, tip deflection less than 0.1 mm",
        BE,
        sag(20, 0.8, 70e9, 0.03, 0.03, 1 / 3) < 1e-4,
        (),
        P.SPEC,
    ),
    Case(
        "A shelf of 80 cm span, 20 cm depth and 20 mm thickness holds 15 kg in its middle.",
        BE,
        None,
        ("strong", "strength"),
        P.MISSING,
    ),
    Case(
        "A 2 m oak plank 20 cm wide carries 70 kg at mid-span.",
        BE,
        None,
        ("thickness",),
        P.MISSING,
    ),
    Case(
        "A steel shelf 1 mm thick, 30 cm deep, 1 m long holds an unknown load in the middle.",
        BE,
        None,
        ("load",),
        P.MISSING,
    ),
    Case(
        "Some number of 2 kg dictionaries rest on a 90 cm shelf, 25 cm deep, 18 mm thick, "
        "25 MPa, and it holds.",
        BE,
        None,
        ("piece", "many"),
        P.MISSING,
    ),
    Case(
        "Failure: none. A 3 m plank, 20 cm wide, 2 cm thick, 30 MPa, 200 kg at the centre.",
        BE,
        bend(200 * G, 3, 0.2, 0.02) < 30e6,
        (),
        P.SPEC,
    ),
    # ---- column
    Case(
        "Stand a steel knitting needle on end, 3 mm thick and 35 cm long, ends free to "
        "pivot; lean on it with 200 N and it bows out.",
        CO,
        euler(200e9, disc(0.003), 0.35) < 200,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "A tent pole of aluminium tubing, 16 mm outside and 14 mm inside, 2 m long with "
        "hinged ends, takes an axial load of 50 N without buckling.",
        CO,
        euler(68e9, disc(0.016, 0.014), 2) > 50,
        (),
        P.NEGATED,
    ),
    Case(
        "Between fixed ends, a brass rod of 6 mm diameter and 30 cm length, Young's modulus"
        " 100 GPa, is squeezed by 1 kN end to end and keeps straight.",
        CO,
        euler(100e9, disc(0.006), 0.3, 0.5) > 1000,
    ),
    Case(
        "Four hundred kilograms sit squarely on a spruce pillar (E 10 GPa, 12 cm x 12 cm, 3"
        " m high, hinged top and bottom), which does not bow.",
        CO,
        euler(10e9, 0.12**4 / 12, 3) > 400 * G,
        (),
        P.NUMBER_WORDS,
    ),
    Case(
        "A drinking straw of polypropylene with E = 1.5 GPa, 6 mm outer and 5.6 mm inner "
        "diameter, 20 cm, pinned ends, carries 100 N end-on and stays straight.",
        CO,
        euler(1.5e9, disc(0.006, 0.0056), 0.2) > 100,
    ),
    Case(
        "You can press a broom handle (ash, E = 12 GPa, 24 mm thick, 1.4 m) with five "
        "kilonewtons between ball joints, and no buckling will be seen.",
        CO,
        euler(12e9, disc(0.024), 1.4) > 5000,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "A yardstick 0.9 m long, 25 mm wide and 4 mm thick of maple (E 12 GPa), pivoted at "
        "its ends, does not bow under an end load of 300 N.",
        CO,
        euler(12e9, 0.025 * 0.004**3 / 12, 0.9) > 300,
        (),
        P.NEGATED,
    ),
    Case(
        "Flagpole fashion, fixed at the base and free at the top, a 5 m steel pipe of 60 mm"
        " outer and 54 mm inner diameter supports 3 tonnes on its tip without buckling.",
        CO,
        euler(210e9, disc(0.06, 0.054), 5, 2) > 3000 * G,
    ),
    Case(
        "It buckles not: steel, d = 30 mm, L = 1 m, pinned, F = 10 kN.",
        CO,
        euler(190e9, disc(0.03), 1) > 10e3,
        (),
        P.NEGATED,
    ),
    Case(
        "A steel rod 12 mm thick and 1 m long, hinged at both ends, does not buckle.",
        CO,
        None,
        ("load",),
        P.MISSING,
    ),
    Case(
        "Hinged at both ends, a steel strut of 20 mm diameter keeps straight under 20 kN.",
        CO,
        None,
        ("length",),
        P.MISSING,
    ),
    Case(
        "A post of pine 3 m high, pinned at top and bottom, carries 2 tonnes.",
        CO,
        None,
        ("diameter", "thick", "section"),
        P.MISSING,
    ),
    Case(
        "Lean on a cane: ash, E = 12 GPa, 22 mm thick, 0.9 m, tip and handle as hinges, 800"
        " N straight down. It will not bow.",
        CO,
        euler(12e9, disc(0.022), 0.9) > 800,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "Compressed end to end by 150 N, a pencil-thin acrylic rod (E 3 GPa, 7 mm across, "
        "40 cm, pivoted ends) pops sideways.",
        CO,
        euler(3e9, disc(0.007), 0.4) < 150,
        (),
        P.PASSIVE,
    ),
    Case(
        "Half a tonne resting on a bamboo pole (E = 15 GPa) of 40 mm outer and 30 mm inner "
        "diameter, 3 m tall, hinged at both ends: the pole stays straight.",
        CO,
        euler(15e9, disc(0.04, 0.03), 3) > 500 * G,
    ),
    Case(
        "The prop (steel tube 48 mm outside, 42 mm inside, 3 m, pinned-pinned) buckles as "
        "soon as 20 kN press on it.",
        CO,
        euler(190e9, disc(0.048, 0.042), 3) < 20e3,
    ),
    Case(
        "A wooden post 100 mm square with hinged ends carries 20 kN without buckling.",
        CO,
        None,
        ("length",),
        P.MISSING,
    ),
    Case(
        "A 2 m steel rod 20 mm thick and free at the top, fixed at the base, stays straight.",
        CO,
        None,
        ("load",),
        P.MISSING,
    ),
    Case(
        "A strut 1 m long and 15 mm in diameter with pinned ends buckles under 8 kN.",
        CO,
        None,
        ("stiff", "modulus"),
        P.MISSING,
    ),
    Case(
        "Nothing makes a 15 mm titanium rod 30 cm long between hinges buckle at 2 kN.",
        CO,
        euler(90e9, disc(0.015), 0.3) > 2000,
        (),
        P.NEGATED,
    ),
    # ---- torricelli
    Case(
        "Poke a hole in the water butt 80 cm beneath the water's surface, and out it "
        "squirts at no more than 4 m/s.",
        T,
        jet(0.8) < 4,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "Dad drilled a 10 mm hole in the bottom of a barrel, 60 cm wide, with water 90 cm "
        "deep; Cd is 0.6. An hour later the barrel is empty.",
        T,
        dry(circle(0.6), circle(0.01), 0.9, 0.6) < 3600,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "From a spigot 1.25 m above the floor and 0.45 m below the water level of an open "
        "vat, the stream touches down 1.4 m away or more.",
        T,
        reach(0.45, 1.25) > 1.4,
        (),
        P.BOUNDED,
    ),
    Case(
        "The plug is pulled: through a drain of 12 cm² (discharge coefficient 0.6) a bath "
        "of 0.8 m² with 40 cm of water is drained within 6 minutes.",
        T,
        dry(0.8, 12e-4, 0.4, 0.6) < 360,
        (),
        P.PASSIVE,
    ),
    Case(
        "Take a tall can, open on top, filled 50 cm above a pinhole; the efflux speed is "
        "about 3.1 m/s.",
        T,
        abs(jet(0.5) / 3.1 - 1) < 0.05,
        (),
        P.RANGE,
    ),
    Case(
        "hole: 1 m below surface, 1 m above ground | jet range >= 3 m | open tank",
        T,
        reach(1, 1) > 3,
        (),
        P.SPEC,
    ),
    Case(
        "Passive fountain tops its own reservoir: the spray climbs above the water surface "
        "that drives it.",
        T,
        False,
    ),
    Case(
        "At no time is the water jet from a hole 30 cm under the surface of an open "
        "aquarium faster than 1 m/s.",
        T,
        jet(0.3) < 1,
        (),
        P.NEGATED,
    ),
    Case(
        "Water from a hole 1 m below the surface of an open tank does not leave faster than 3 m/s.",
        T,
        jet(1) < 3,
        (),
        P.NEGATED,
    ),
    Case(
        "Water squirts from a hole near the foot of an open tank faster than 5 m/s.",
        T,
        None,
        ("surface", "head", "water level"),
        P.MISSING,
    ),
    Case(
        "A tank of 1 m² filled 1 m deep drains through a hole in its bottom in ten minutes.",
        T,
        None,
        ("hole",),
        P.MISSING,
    ),
    Case(
        "An open cistern's jet points up and reaches 3 m.",
        T,
        None,
        ("surface", "head", "water level"),
        P.MISSING,
    ),
    Case(
        "Spout 90 cm beneath the surface of a rain barrel, jet speed over 4 m/s.",
        T,
        jet(0.9) > 4,
    ),
    Case(
        "Knock the bung out 40 cm below the top of the beer, and it gushes out at 10 km/h "
        "at least.",
        T,
        jet(0.4) > 10 / 3.6,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "The fountain nozzle is 5 m below the pond that feeds it, with nothing else to "
        "drive it; the water climbs to 4 m above the nozzle.",
        T,
        4 < 0.94 * 5,
    ),
    Case(
        "Landing less than half a metre from the vessel, the jet leaves a hole 10 cm under "
        "the surface and 40 cm above the table.",
        T,
        reach(0.1, 0.4) < 0.5,
        (),
        P.BOUNDED,
    ),
    Case(
        "The tap of an open barrel delivers its jet at more than 3 m/s.",
        T,
        None,
        ("surface", "head", "water level"),
        P.MISSING,
    ),
    Case(
        "A round tank 1 m across, filled to 1 m, is dry after 10 minutes thanks to a leak "
        "in the floor.",
        T,
        None,
        ("hole",),
        P.MISSING,
    ),
    Case(
        "A hole halfway up a tank throws its jet 1.5 m far.",
        T,
        None,
        ("surface", "head", "water level"),
        P.MISSING,
    ),
    # ---- heat
    Case(
        "My 2 kW kettle gets a litre of water from 15 °C to the boil in under four minutes, love.",
        H,
        C * 85 / 2000 < 240,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "Half a kilo of ice at 0 °C has melted away after ten minutes on a 500 W plate.",
        H,
        0.5 * L / 500 < 600,
    ),
    Case(
        "water 500 mL / 10->90 °C / microwave 800 W / efficiency 60 % / within 8 min",
        H,
        0.5 * C * 80 / 480 < 480,
        (),
        P.SPEC,
    ),
    Case(
        "Boiling 300 g of water already at 100 °C away to steam demands more than half an "
        "hour from a 300 W coil.",
        H,
        0.3 * CV / 300 > 1800,
        (),
        P.BOUNDED,
    ),
    Case(
        "Imagine: two kilos of ice at 0 °C, a 50 W lamp above, five minutes, and no ice remains.",
        H,
        2 * L / 50 < 300,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "With just 50 kilojoules, 1 kg of ice at its melting point is turned to liquid water.",
        H,
        L < 50e3,
    ),
    Case(
        "Cooled by 200 W, four litres of soup get from 90 °C to 10 °C in less than half an hour.",
        H,
        4 * C * 80 / 200 < 1800,
        (),
        P.PASSIVE,
    ),
    Case(
        "One hour's worth of 10 W heating lifts the temperature of 5 kg of water by 30 °C.",
        H,
        5 * C * 30 / 10 < 3600,
    ),
    Case(
        "A 3 kW kettle does not manage to boil 0.5 l of 20 °C water in 5 minutes.",
        H,
        False,
        (),
        P.NEGATED,
    ),
    Case(
        "A kettle makes a litre of water at 20 °C boil within three minutes.",
        H,
        None,
        ("power",),
        P.MISSING,
    ),
    Case(
        "Two kilograms of ice at 0 °C are melted by a 1 kW heater.",
        H,
        None,
        ("time", "when"),
        P.MISSING,
    ),
    Case(
        "A kilogram of an unknown metal is heated from 20 °C to 220 °C by 500 W in 2 minutes.",
        H,
        None,
        ("specific heat",),
        P.MISSING,
    ),
    Case(
        "Grandma's 1800 W kettle boils her three cups, 0.75 L at 12 °C, in less than three "
        "minutes.",
        H,
        0.75 * C * 88 / 1800 < 180,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "Within an hour the fridge, pulling 60 W of heat, cools 1.5 kg of lemonade (c = 4.0"
        " kJ/(kg K)) from 25 °C to 5 °C.",
        H,
        1.5 * 4000 * 20 / 60 < 3600,
    ),
    Case(
        "Kettle miracle: one litre from 10 °C to boiling in 20 s at 2.2 kW",
        H,
        C * 90 / 2200 < 20,
    ),
    Case(
        "The steel bolt, 2 kg, is brought from 20 °C to a glowing 800 °C by 300 W inside "
        "ten minutes.",
        H,
        2 * 470 * 780 / 300 < 600,
        (),
        P.PASSIVE,
    ),
    Case(
        "In four minutes a kettle boils 1 litre of water from 20 °C.",
        H,
        None,
        ("power",),
        P.MISSING,
    ),
    Case(
        "A 2 kW heater raises the water's temperature from 20 °C to 50 °C in 10 min.",
        H,
        None,
        ("mass", "volume"),
        P.MISSING,
    ),
    Case(
        "1 kg of ice at 0 °C melts thanks to a 200 W lamp.",
        H,
        None,
        ("time", "when"),
        P.MISSING,
    ),
    Case(
        "300 g of ice at 0 °C on a 1 kW hob are still partly frozen after an hour.",
        H,
        False,
        (),
        P.NEGATED,
    ),
    Case(
        "A 2 kW heater keeps 1 kg of 20 °C water from boiling within ten minutes.",
        H,
        C * 80 / 2000 > 600,
        (),
        P.NEGATED,
    ),
    Case(
        "1 kg of water at 20 °C is still liquid after 2 hours in a freezer that removes 200 W.",
        H,
        (C * 20 + L) / 200 > 7200,
        (),
        P.NEGATED,
    ),
    # ---- terminal
    Case(
        "Hanging from her parachute (Cd 1.4, 50 m²), an 85 kg jumper comes down at less "
        "than 6 m/s in air of 1.2 kg/m³.",
        TE,
        vt(85, 70) < 6,
    ),
    Case(
        "However far it falls, a raindrop never gets as fast as 20 m/s.",
        TE,
        True,
        (),
        P.NEGATED,
    ),
    Case(
        "probe: mass=12 kg | Cd=0.9 | A=0.05 m² | air 1.2 kg/m³ | terminal velocity > 60 m/s",
        TE,
        vt(12, 0.045) > 60,
        (),
        P.SPEC,
    ),
    Case(
        "After a fall of just 5 m a 90 kg skydiver (drag area 0.6 m², air 1.2 kg/m³) is "
        "still slower than 11 m/s.",
        TE,
        9.9 < 11,
        (),
        P.BOUNDED,
    ),
    Case(
        "With a drag area of 0.7 m² and 80 kg all told, a sky diver in air of 1.2 kg/m³ "
        "plunges at 120 m/s.",
        TE,
        False,
    ),
    Case(
        "RAINDROP HITS GROUND AT 100 M/S",
        TE,
        False,
    ),
    Case(
        "The cargo pallet, 500 kg under a parachute of 100 m² and Cd = 1.5 (air 1.2 kg/m³),"
        " at no point of its steady descent gets faster than 5 m/s.",
        TE,
        vt(500, 150) < 5,
        (),
        P.NEGATED,
    ),
    Case(
        "Spread-eagled, a skydiver keeps below 30 km/h all the way.",
        TE,
        False,
    ),
    Case(
        "A 70 kg diver with drag area 0.7 m² in air of 1.2 kg/m³ never gets to 30 m/s, "
        "however long he falls.",
        TE,
        vt(70, 0.7) < 30,
        (),
        P.NEGATED,
    ),
    Case(
        "A parachutist of 90 kg comes down at no more than 6 m/s.",
        TE,
        None,
        ("area",),
        P.MISSING,
    ),
    Case(
        "A 10 kg box with a frontal area of 0.3 m² falls at a terminal speed of at most 25 m/s.",
        TE,
        None,
        ("drag coefficient",),
        P.MISSING,
    ),
    Case(
        "A skydiver falls faster than 55 m/s.",
        TE,
        None,
        (),
        P.MISSING,
    ),
    Case(
        "Jumping from a helicopter, a 75 kg parachutist whose open canopy has CdA = 45 m² "
        "drifts to earth at under 6 m/s in air of 1.2 kg/m³.",
        TE,
        vt(75, 45) < 6,
    ),
    Case(
        "A shuttlecock let go from a tower lands at less than 12 m/s.",
        TE,
        True,
    ),
    Case(
        "A sheet of paper drops at over 20 m/s.",
        TE,
        False,
    ),
    Case(
        "The diver, 85 kg with a drag area of 0.7 m², reaches 90 m/s before opening the "
        "chute, the air being 1.2 kg/m³.",
        TE,
        False,
    ),
    Case(
        "Under her parachute a woman touches down at under 5 m/s.",
        TE,
        None,
        ("area",),
        P.MISSING,
    ),
    Case(
        "A body with drag area 0.5 m² falls no faster than 40 m/s.",
        TE,
        None,
        ("mass",),
        P.MISSING,
    ),
    Case(
        "An 80 kg skydiver with CdA 0.7 m² falls at less than 60 m/s on Venus.",
        TE,
        None,
        (),
        P.MISSING,
    ),
    Case(
        "Without ever passing 20 m/s, a 100 kg capsule of CdA 5 m² comes down through air "
        "of 1.2 kg/m³.",
        TE,
        vt(100, 5) < 20,
        (),
        P.NEGATED,
    ),
    Case(
        "A golf ball let fall from a plane fails to reach 20 m/s.",
        TE,
        False,
        (),
        P.NEGATED,
    ),
    Case(
        "On no account does a 90 kg jumper with a drag area of 0.5 m² in air of 1.2 kg/m³ "
        "pass 40 m/s.",
        TE,
        vt(90, 0.5) < 40,
        (),
        P.NEGATED,
    ),
    # ---- support
    Case(
        "Grandpa's 3 kg lamp hangs on a chain from the ceiling and stays there.",
        S,
        True,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "Given: thrust 25 N, mass 2 kg. Show that the quadcopter can hover.",
        S,
        2 * G < 25,
        (),
        P.SPEC,
    ),
    Case(
        "A mug sits on the table and does not fall through it.",
        S,
        True,
        (),
        P.NEGATED,
    ),
    Case(
        "A string with a breaking strength of 50 N parts when an 8 kg ham is hung from it.",
        S,
        8 * G > 50,
    ),
    Case(
        "A bowling ball floats in mid-air in my kitchen with no support whatsoever.",
        S,
        False,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "A party balloon blown up by mouth rises to the ceiling.",
        S,
        False,
    ),
    Case(
        "The drone, whose rotors together deliver at most 9 N, takes off with its 1.2 kg.",
        S,
        1.2 * G < 9,
    ),
    Case(
        "A thread that snaps at 2 N bears a 1 kg bottle.",
        S,
        G < 2,
    ),
    Case(
        "A 2 kg drone with 30 N of thrust is unable to leave the ground.",
        S,
        2 * G > 30,
        (),
        P.NEGATED,
    ),
    Case(
        "A 50 kg chandelier hangs from a cord.",
        S,
        None,
        ("force",),
        P.MISSING,
    ),
    Case(
        "A helium balloon lifts a basket of 200 kg.",
        S,
        None,
        ("volume",),
        P.MISSING,
    ),
    Case(
        "Rotors giving 40 N in all lift the drone off the grass.",
        S,
        None,
        ("mass",),
        P.MISSING,
    ),
    Case(
        "My hammock's two straps, 1 kN each, carry me, 80 kg.",
        S,
        80 * G < 2000,
        (),
        P.COLLOQUIAL,
    ),
    Case(
        "A steel chain bears a 200 kg engine block above the workshop floor.",
        S,
        True,
    ),
    Case(
        "ROPE FAILS: 70 kg climber too much for cord that breaks at 400 N",
        S,
        70 * G > 400,
    ),
    Case(
        "A brick left hanging in mid-air with nothing holding it stays there.",
        S,
        False,
    ),
    Case(
        "Held by a line rated at 15 kg, a 25 kg crate does not fall.",
        S,
        15 > 25,
        (),
        P.NEGATED,
    ),
    Case(
        "The 3 kg drone takes off with a total thrust of 20 N.",
        S,
        3 * G < 20,
    ),
    Case(
        "A drone with 12 N of thrust hovers.",
        S,
        None,
        ("mass",),
        P.MISSING,
    ),
    Case(
        "A magnet holds a 2 kg steel plate up.",
        S,
        None,
        ("force",),
        P.MISSING,
    ),
    Case(
        "A 20 kg sack hung on a rope that snaps at 100 N does not fall.",
        S,
        20 * G < 100,
        (),
        P.NEGATED,
    ),
)
