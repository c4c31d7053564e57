"""Plainly stated goals of nine families, as sixteen people each would write them in a web form.

Rockets, propellant, floating, beams, columns, heating, light rays, hovering and gripping. They
were written before any reading code or other corpus was looked at; each truth is computed here
from formulas written out anew (g = 9.81, SI units), as an expression over the text's numbers.
"""

from math import asin, degrees, log, pi, radians, sin

from tests.goals.case import Case, Phrasing

_G = 9.81
_STEEL, _ALUMINIUM = 200e9, 69e9
_WATER, _ICE, _FUSION, _STEAM = 4186.0, 2100.0, 334e3, 2.26e6


def _weight(kg: float) -> float:
    return kg * _G


def _delta_v(isp: float, full: float, empty: float) -> float:
    return isp * _G * log(full / empty)


def _exhaust_delta_v(speed: float, full: float, empty: float) -> float:
    return speed * log(full / empty)


def _ball(diameter: float) -> float:
    return pi * diameter**3 / 6


def _mid_stress(kg: float, span: float, width: float, depth: float) -> float:
    return (_weight(kg) * span / 4) * 6 / (width * depth**2)


def _spread_stress(kg: float, span: float, width: float, depth: float) -> float:
    return (_weight(kg) * span / 8) * 6 / (width * depth**2)


def _tip_stress(kg: float, reach: float, width: float, depth: float) -> float:
    return _weight(kg) * reach * 6 / (width * depth**2)


def _sag(kg: float, span: float, width: float, depth: float, e: float) -> float:
    return _weight(kg) * span**3 / (48 * e * width * depth**3 / 12)


def _rod(e: float, d: float, length: float, k: float = 1.0) -> float:
    return pi**2 * e * (pi * d**4 / 64) / (k * length) ** 2


def _tube(e: float, outer: float, inner: float, length: float, k: float = 1.0) -> float:
    return pi**2 * e * (pi * (outer**4 - inner**4) / 64) / (k * length) ** 2


def _post(e: float, width: float, depth: float, length: float, k: float = 1.0) -> float:
    thin, wide = min(width, depth), max(width, depth)
    return pi**2 * e * (wide * thin**3 / 12) / (k * length) ** 2


def _heating(kg: float, rise: float, c: float = _WATER) -> float:
    return kg * c * rise


def _critical(inside: float, outside: float) -> float:
    return degrees(asin(outside / inside))


def _bent(n1: float, n2: float, angle: float) -> float:
    return degrees(asin(n1 * sin(radians(angle)) / n2))


def _image(f: float, d: float) -> float:
    return f * d / (d - f)


def _grip(mu: float, newton: float) -> float:
    return 2 * mu * newton


def _held(kg: float, a: float = 0.0) -> float:
    return kg * (_G + a)


_ROCKETS: tuple[Case, ...] = (
    Case(
        "Our school's rocket has a mass of 1.8 kg on the pad and its motor pushes with 32 N. "
        "I want to see it leave the ground.",
        "rocket_liftoff",
        _weight(1.8) <= 32,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The booster must get off the launch pad at ignition even though it weighs 540 tonnes "
        "and its engines together give 4.6 MN.",
        "rocket_liftoff",
        _weight(540e3) <= 4.6e6,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "With a constant thrust of 900 newtons and no loss of mass, a 110 kg rocket sled standing "
        "upright on its tail is able to take off vertically.",
        "rocket_liftoff",
        _weight(110) <= 900,
    ),
    Case(
        "A 75 kg sounding rocket whose motor delivers 1.2 kN does not lift off when it is lit.",
        "rocket_liftoff",
        not _weight(75) <= 1200,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "If a lunar lander test vehicle of 3,400 kg fires its engine here on Earth at 41 kN, it "
        "rises from the ground.",
        "rocket_liftoff",
        _weight(3400) <= 41e3,
    ),
    Case(
        "Nine engines of 845 kN each lift a 549,000 kg launcher off its pad.",
        "rocket_liftoff",
        _weight(549e3) <= 9 * 845e3,
    ),
    Case(
        "The firework rocket, painted red and costing 12 euros, has a mass of 250 g; its charge "
        "pushes with a steady 2 N and its mass stays the same. It should climb into the sky.",
        "rocket_liftoff",
        _weight(0.25) <= 2,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "rocket: mass 820 kg, constant thrust 6.5 kN, no propellant loss; stays on the pad",
        "rocket_liftoff",
        not _weight(820) <= 6500,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "At the moment of ignition the thrust of a 20 t rocket is 260 kN, and so it accelerates "
        "upwards at no less than 4 m/s².",
        "rocket_liftoff",
        260e3 / 20e3 - _G >= 4,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "I want the 5 kg model rocket with a 70 N motor to start with an upward acceleration of "
        "at least 3 m/s^2.",
        "rocket_liftoff",
        70 / 5 - _G >= 3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Two strap-on boosters of 150 kN each are all that pushes a rocket of forty tonnes, and "
        "their thrust and its mass do not change; the rocket manages to lift off.",
        "rocket_liftoff",
        _weight(40e3) <= 2 * 150e3,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "There is no way that a 2.5 kg bottle rocket pushed by 60 N remains standing on its ramp "
        "instead of taking off.",
        "rocket_liftoff",
        _weight(2.5) <= 60,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The rocket, which is 18 m tall and was built by students, is lifted off the pad by an "
        "engine that produces 95 kN of thrust.",
        "rocket_liftoff",
        None,
        missing=("mass", "weight"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A rocket with a launch mass of 300 kg lifts off as soon as its motor burns.",
        "rocket_liftoff",
        None,
        missing=("thrust",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Even at full throttle, 18 kN, the engine can't raise the 2.2-tonne rocket off the stand, "
        "with its mass taken as constant.",
        "rocket_liftoff",
        not _weight(2200) <= 18e3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "rocket 12 kg, motor 90 N constant, mass constant -> lifts off",
        "rocket_liftoff",
        _weight(12) <= 90,
        phrasing=Phrasing.SPEC,
    ),
)

_STAGES: tuple[Case, ...] = (
    Case(
        "The upper stage has a specific impulse of 320 s, weighs 9 t fuelled and 2.5 t empty. It "
        "should gain at least 3.5 km/s.",
        "delta_v",
        _delta_v(320, 9, 2.5) >= 3500,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "With an Isp of 220 s, a probe that burns 60 kg of its 200 kg launch mass can change its "
        "speed by 1.2 km/s.",
        "delta_v",
        _delta_v(220, 200, 140) >= 1200,
    ),
    Case(
        "I need a manoeuvre of 900 m/s from a satellite of 1,500 kg, of which 600 kg is "
        "propellant, with thrusters of 300 s specific impulse; it manages that.",
        "delta_v",
        _delta_v(300, 1500, 900) >= 900,
    ),
    Case(
        "A single stage with a specific impulse of 280 s and a mass ratio of 6 does not reach the "
        "9.4 km/s it needs for orbit.",
        "delta_v",
        not _delta_v(280, 6, 1) >= 9400,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Gas leaves the engine at 3,100 m/s. When a spacecraft goes from 12 tonnes to 7 tonnes by "
        "burning its fuel, its speed must grow by 2 km/s or more.",
        "delta_v",
        _exhaust_delta_v(3100, 12, 7) >= 2000,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "An ion craft with an Isp of 3000 seconds whose mass falls from 500 kg to 430 kg ends up "
        "with more than 4 km/s of delta-v.",
        "delta_v",
        _delta_v(3000, 500, 430) >= 4000,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "The lander was built in 2019, cost 40 million dollars and is two metres wide. Fuelled it "
        "has a mass of 2400 kg, dry 1100 kg, and its engine has Isp 311 s; it is able to provide "
        "the 1.9 km/s needed to land on the Moon.",
        "delta_v",
        _delta_v(311, 2400, 1100) >= 1900,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "stage: Isp 450 s, m0 30 t, mf 6 t; delta-v below 6 km/s",
        "delta_v",
        _delta_v(450, 30, 6) < 6000,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A cold-gas thruster with a specific impulse of seventy seconds gives a 10 kg cubesat "
        "carrying 1 kg of nitrogen in that mass a total velocity change of 100 m/s.",
        "delta_v",
        _delta_v(70, 10, 9) >= 100,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A total velocity change of 5.5 km/s is reached by a stage whose propellant makes up 85 % "
        "of its starting mass and whose Isp is 340 s.",
        "delta_v",
        _delta_v(340, 1, 0.15) >= 5500,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "If the propellant is only half of the rocket's starting mass and the exhaust speed is "
        "2.8 km/s, the rocket still reaches 2.5 km/s from rest in free space.",
        "delta_v",
        _exhaust_delta_v(2800, 2, 1) >= 2500,
    ),
    Case(
        "The tug won't fall short of the 1500 m/s it has to deliver: Isp 325 s, 8,000 kg full and "
        "4,500 kg empty.",
        "delta_v",
        _delta_v(325, 8000, 4500) >= 1500,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A kick stage that weighs 4 t with fuel and 1.5 t without it must add 2.4 km/s to its "
        "payload.",
        "delta_v",
        None,
        missing=("specific impulse", "exhaust", "isp"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Our rocket engine has an Isp of 290 s, so the stage gains 3 km/s.",
        "delta_v",
        None,
        missing=("mass", "ratio", "propellant"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "It is not possible for a stage of 50 t with 41 t of propellant and an Isp of 310 s to "
        "gain 5 km/s.",
        "delta_v",
        not _delta_v(310, 50, 9) >= 5000,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Isp 260 s, mass ratio 4, required delta-v 4.2 km/s: achieved",
        "delta_v",
        _delta_v(260, 4, 1) >= 4200,
        phrasing=Phrasing.SPEC,
    ),
)

_FLOATING: tuple[Case, ...] = (
    Case(
        "My daughter's wax candle has a density of 0.9 g/cm³. Dropped into the bath, it should "
        "come to float at the surface of the water.",
        "buoyancy",
        900 < 1000,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A marble paperweight of 2.7 kg with a volume of one litre swims on top of the water in "
        "a bucket.",
        "buoyancy",
        2.7 / 1e-3 < 1000,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "The sealed plastic drum weighs 14 kg and takes up 60 litres; thrown into the harbour, it "
        "must stay afloat.",
        "buoyancy",
        14 / 0.060 < 1000,
    ),
    Case(
        "A solid brass door handle of density 8,500 kg/m3 does not sink in fresh water.",
        "buoyancy",
        8500 < 1000,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "An iceberg of density 917 kg/m³ in sea water of 1025 kg/m³ shows less than 20 % of its "
        "volume above the waterline.",
        "buoyancy",
        1 - 917 / 1025 < 0.20,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "I want a flat-bottomed pontoon, 3 m long, 1.5 m wide and 0.4 m high and 120 kg in mass, "
        "to carry 900 kg of gravel on a lake without going under.",
        "buoyancy",
        (120 + 900) / (3 * 1.5 * 0.4) < 1000,
    ),
    Case(
        "The fisherman's lead weight, 8 cm long and bought for 3 pounds, has a mass of 200 g and "
        "a volume of 18 cm³, and it ends up floating on the pond.",
        "buoyancy",
        0.200 / 18e-6 < 1000,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "cork ball, density 240 kg/m3, in water: sinks",
        "buoyancy",
        not 240 < 1000,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A raft made of four logs, each 0.12 cubic metres and with a density of 600 kg/m³, bears "
        "two men of 80 kg each in fresh water and keeps floating.",
        "buoyancy",
        4 * 0.12 * 600 + 2 * 80 < 4 * 0.12 * 1000,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "If an egg of 1,080 kg/m³ is laid in brine of 1,180 kg/m³, it floats.",
        "buoyancy",
        1080 < 1180,
    ),
    Case(
        "A glass marble with a density of 2500 kg/m3 is put into mercury, density 13,600 kg/m3, "
        "and sinks to the bottom.",
        "buoyancy",
        not 2500 < 13600,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "An air-filled steel buoy that weighs 95 kg and has a volume of 0.25 m³ never sinks in "
        "the sea as long as no water gets in.",
        "buoyancy",
        95 / 0.25 < 1025,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The toy submarine has a mass of 400 g and should float on the surface of the pool.",
        "buoyancy",
        None,
        missing=("volume", "density"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A block of 1.4 litres floats in water.",
        "buoyancy",
        None,
        missing=("mass", "density", "material"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Ebony of 1,150 kg/m³ can't float in fresh water; a carved figure of it goes down.",
        "buoyancy",
        not 1150 < 1000,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "object 3.2 kg, volume 2.5 L, fluid water, result: floats",
        "buoyancy",
        3.2 / 2.5e-3 < 1000,
        phrasing=Phrasing.SPEC,
    ),
)

_BEAMS: tuple[Case, ...] = (
    Case(
        "An oak plank lies across a ditch on two supports 2 m apart. It is 25 cm wide, 4 cm thick "
        "and can take 50 MPa. A farmer of 90 kg stands in the middle, and it must not break.",
        "beam",
        _mid_stress(90, 2, 0.25, 0.04) <= 50e6,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A bookshelf board with a span of 1.2 m, a width of 20 cm and a thickness of 12 mm, made "
        "of chipboard with a strength of 12 MPa, is able to carry 60 kg at its centre.",
        "beam",
        _mid_stress(60, 1.2, 0.20, 0.012) <= 12e6,
    ),
    Case(
        "I want to hang a 150 kg engine from the middle of a timber beam, 100 mm wide and 150 mm "
        "deep, that spans 3 metres; the wood yields at 30 MPa. It holds.",
        "beam",
        _mid_stress(150, 3, 0.100, 0.150) <= 30e6,
    ),
    Case(
        "A steel bar 40 mm wide and 10 mm thick, supported at both ends 1 m apart, does not bend "
        "permanently under 200 kg at mid-span if its yield stress is 250 MPa.",
        "beam",
        _mid_stress(200, 1, 0.040, 0.010) <= 250e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The diving board sticks out 1.5 m from its clamp, is 45 cm wide and 5 cm thick, and its "
        "material breaks at 60 MPa; a swimmer of 85 kg is carried at its free end.",
        "beam",
        _tip_stress(85, 1.5, 0.45, 0.05) <= 60e6,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "When 300 kg of sacks are spread evenly over a scaffold board spanning 2.4 m (225 mm by "
        "38 mm, strength 20 MPa), the board stays whole.",
        "beam",
        _spread_stress(300, 2.4, 0.225, 0.038) <= 20e6,
    ),
    Case(
        "A pine shelf, 900 mm between its brackets, 22 mm thick and 300 mm wide, elastic modulus "
        "9 GPa, must sag by no more than 5 mm under 25 kg of paint in the middle.",
        "beam",
        _sag(25, 0.9, 0.3, 0.022, 9e9) <= 0.005,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "beam: span 4 m, width 80 mm, depth 120 mm, yield 24 MPa, point load 500 kg mid-span; "
        "fails",
        "beam",
        not _mid_stress(500, 4, 0.080, 0.120) <= 24e6,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Under a point load of 2 kN at mid-span, an aluminium strip of 60 mm by 8 mm resting on "
        "supports 80 cm apart bends down by less than 4 mm; take 69 GPa for its modulus.",
        "beam",
        _sag(2000 / _G, 0.8, 0.060, 0.008, _ALUMINIUM) < 0.004,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "The stage floor joist, 50 mm wide and 200 mm deep over a span of three and a half "
        "metres, should bear a piano of 280 kg at its middle. The timber's strength is 24 MPa, "
        "the hall seats 400 people.",
        "beam",
        _mid_stress(280, 3.5, 0.050, 0.200) <= 24e6,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A ruler of acrylic clamped at one end projects 25 cm; it is 30 mm wide, 3 mm thick and "
        "yields at 70 MPa. It survives 2.5 kg hung on its tip.",
        "beam",
        _tip_stress(2.5, 0.25, 0.030, 0.003) <= 70e6,
    ),
    Case(
        "A person of 70 kg in the middle won't break a pine plank 18 mm thick and 15 cm wide that "
        "bridges a gap of 2.5 m, given a bending strength of 40 MPa.",
        "beam",
        _mid_stress(70, 2.5, 0.15, 0.018) <= 40e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A footbridge plank of spruce, 30 cm wide and 5 cm thick with a strength of 35 MPa, "
        "supports a 110 kg hiker standing at its middle.",
        "beam",
        None,
        missing=("span", "length", "apart"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "The shelf is 1 m long between the walls, 20 cm wide, and has a strength of 30 MPa; it "
        "has to hold 40 kg in the middle.",
        "beam",
        None,
        missing=("thick", "depth"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "It's impossible for a 6 mm thick, 100 mm wide glass pane, strength 45 MPa, laid over a "
        "gap of 60 cm, to hold a man of 75 kg at its middle.",
        "beam",
        not _mid_stress(75, 0.6, 0.100, 0.006) <= 45e6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "plank 3 m span, 200 x 50 mm, 30 MPa, 130 kg at centre: holds",
        "beam",
        _mid_stress(130, 3, 0.200, 0.050) <= 30e6,
        phrasing=Phrasing.SPEC,
    ),
)

_COLUMNS: tuple[Case, ...] = (
    Case(
        "A steel rod stands upright between two hinges. It is 1.5 m long and 25 mm thick, and I "
        "want it to bear 10 kN without buckling.",
        "column",
        _rod(_STEEL, 0.025, 1.5) >= 10e3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A round wooden broom handle, 1.4 m long and 24 mm in diameter, with pinned ends and a "
        "modulus of 11 GPa, can hold up a load of 250 kg pressed straight down on it.",
        "column",
        _rod(11e9, 0.024, 1.4) >= _weight(250),
    ),
    Case(
        "The tent pole, an aluminium tube 28 mm outside and 24 mm inside, 2 m tall and hinged at "
        "both ends, must carry 600 N along its axis.",
        "column",
        _tube(_ALUMINIUM, 0.028, 0.024, 2) >= 600,
    ),
    Case(
        "A 3 m steel prop, solid, 30 mm across and pinned at both ends, does not buckle under "
        "20 kN.",
        "column",
        _rod(_STEEL, 0.030, 3) >= 20e3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "If a square timber post of 90 mm by 90 mm (E = 10 GPa), 2.5 m high and pinned top and "
        "bottom, is loaded with four tonnes, it stays straight.",
        "column",
        _post(10e9, 0.09, 0.09, 2.5) >= _weight(4000),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A flagpole-like steel bar, 2 m tall and 20 mm in diameter, is fixed in concrete at the "
        "foot and free at the top; a weight of 80 kg set on top is borne without buckling.",
        "column",
        _rod(_STEEL, 0.020, 2, 2) >= _weight(80),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A steel column with both ends built in, 4 m long and 50 mm in diameter, should withstand "
        "an axial load of at least 100 kN.",
        "column",
        _rod(_STEEL, 0.050, 4, 0.5) >= 100e3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "column: steel, d = 12 mm, L = 0.8 m, pinned-pinned, P = 8 kN; buckles",
        "column",
        not _rod(_STEEL, 0.012, 0.8) >= 8e3,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The workshop press, bought in 1998 for 700 dollars, pushes with 3 kN on a slim brass "
        "pin, 15 cm long, 6 mm in diameter and E = 100 GPa, with hinged ends. The pin ends up "
        "buckled.",
        "column",
        not _rod(100e9, 0.006, 0.15) >= 3e3,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Buckling starts at less than 5 kN in an aluminium rod that is 16 mm thick, 90 cm long "
        "and pinned at each end.",
        "column",
        _rod(_ALUMINIUM, 0.016, 0.9) < 5e3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A bamboo cane 2.2 m long, solid, 18 mm in diameter, modulus 15 GPa and free to turn at "
        "both ends, manages to carry a gardener of 75 kg in compression.",
        "column",
        _rod(15e9, 0.018, 2.2) >= _weight(75),
    ),
    Case(
        "A car jack's steel screw, 22 mm in diameter, 40 cm long and pinned at both ends, can't "
        "be made to buckle by 15 kN.",
        "column",
        _rod(_STEEL, 0.022, 0.4) >= 15e3,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A steel rod 2 m long with pinned ends bears 5 kN of compression and does not buckle.",
        "column",
        None,
        missing=("diameter", "thick", "section"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A steel strut of 18 mm diameter, hinged at both ends, has to take 7 kN without buckling.",
        "column",
        None,
        missing=("length", "long", "height"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "No 1 m long steel rod of 10 mm diameter, pinned at both ends, carries 2.5 kN without "
        "buckling.",
        "column",
        not _rod(_STEEL, 0.010, 1) >= 2500,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "steel strut, 2.4 m, 32 mm dia, pinned ends, 30 kN axial: no buckling",
        "column",
        _rod(_STEEL, 0.032, 2.4) >= 30e3,
        phrasing=Phrasing.SPEC,
    ),
)

_HEATING: tuple[Case, ...] = (
    Case(
        "A nurse puts half a litre of water at 15 °C into a 1.5 kW kettle. After two minutes it "
        "should be boiling.",
        "heat",
        _heating(0.5, 85) <= 1500 * 120,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "An immersion heater of 3 kW is able to warm 120 litres of water from 12 °C to 60 °C "
        "within one hour, with no heat lost.",
        "heat",
        _heating(120, 48) <= 3000 * 3600,
    ),
    Case(
        "I want to melt 2 kg of ice that is at 0 °C in fifteen minutes using a 900 W hotplate, "
        "all of whose heat goes into the ice.",
        "heat",
        2 * _FUSION <= 900 * 900,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A 600 W microwave doesn't manage to bring 300 g of water from 20 °C to 95 °C in one "
        "minute.",
        "heat",
        not _heating(0.3, 75) <= 600 * 60,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The tea urn holds 8 kg of water at 18 °C. With 2.4 kW it must reach 98 °C in under 25 "
        "minutes.",
        "heat",
        _heating(8, 80) <= 2400 * 25 * 60,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "If 1.2 kg of water at 100 °C receives 2 kW for 15 minutes, all of it ends up as steam.",
        "heat",
        1.2 * _STEAM <= 2000 * 900,
    ),
    Case(
        "A freezer that takes away 150 W turns 1 kg of water at 0 °C into ice in 50 minutes.",
        "heat",
        _FUSION <= 150 * 3000,
    ),
    Case(
        "heater 1 kW, 5 kg water, 20 to 80 degC, 20 min: reached",
        "heat",
        _heating(5, 60) <= 1000 * 1200,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A blacksmith's 4 kW induction coil heats a 1.5 kg steel bar (specific heat 480 J/kgK) "
        "from 20 °C up to 800 °C in less than three minutes; the smith is 52 years old.",
        "heat",
        _heating(1.5, 780, 480) <= 4000 * 180,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "The bath of 150 litres is heated by a 2 kW element from 10 °C to 38 °C in no more than "
        "an hour and a half.",
        "heat",
        _heating(150, 28) <= 2000 * 5400,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Three kilograms of ice at -10 °C are to become water at 0 °C on a 1,200 W stove in 20 "
        "minutes.",
        "heat",
        3 * (_ICE * 10 + _FUSION) <= 1200 * 1200,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A camping stove that passes 1 kW to the pot cannot fail to heat 700 g of water from 25 "
        "°C to 90 °C in 5 minutes.",
        "heat",
        _heating(0.7, 65) <= 1000 * 300,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A kettle brings 1.7 litres of water from 20 °C to the boil in four minutes.",
        "heat",
        None,
        missing=("power", "watt"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A 2 kW boiler warms its water from 15 °C to 65 °C in 30 minutes.",
        "heat",
        None,
        missing=("mass", "amount", "how much", "litre", "volume"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A 40 W aquarium heater will not raise the temperature of 100 kg of water by 6 °C in ten "
        "hours.",
        "heat",
        not _heating(100, 6) <= 40 * 36000,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "0.25 kg ice at 0 degC, heater 300 W, time 6 min -> completely melted",
        "heat",
        0.25 * _FUSION <= 300 * 360,
        phrasing=Phrasing.SPEC,
    ),
)

_LIGHT: tuple[Case, ...] = (
    Case(
        "A diver shines a torch up at the surface of the sea. The beam meets the surface at 55 "
        "degrees to the vertical, the index of water is 1.33, and none of the light gets out "
        "into the air.",
        "optics_ray",
        _critical(1.33, 1) <= 55,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A laser beam inside a glass block of index 1.5 strikes the face towards air at an angle "
        "of incidence of 35° and is totally reflected.",
        "optics_ray",
        _critical(1.5, 1) <= 35,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Light passing from air into diamond (n = 2.42) at 50° to the normal should be bent to an "
        "angle smaller than 20°.",
        "optics_ray",
        _bent(1, 2.42, 50) < 20,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Light that hits a pond from the air at 70° from the normal is not totally reflected.",
        "optics_ray",
        True,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A magnifying lens with a focal length of 10 cm throws a real image of a lamp standing "
        "30 cm away onto a card 15 cm behind the lens.",
        "optics_ray",
        abs(_image(0.10, 0.30) - 0.15) <= 0.001,
    ),
    Case(
        "If a candle stands 6 cm in front of a converging lens of 15 cm focal length, a real "
        "image appears on a screen.",
        "optics_ray",
        6 > 15,
    ),
    Case(
        "The ray leaves water (1.33) for air after meeting the surface at 30° to the normal; I "
        "want it to come out at about 42° to the normal.",
        "optics_ray",
        abs(_bent(1.33, 1, 30) - 42) <= 1,
    ),
    Case(
        "mirror, plane, angle of incidence 25 deg -> angle of reflection 40 deg",
        "optics_ray",
        25 == 40,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A fibre with a core of index 1.48 and a cladding of index 1.46 keeps a ray in by total "
        "reflection when the ray meets the wall at 85° to the normal.",
        "optics_ray",
        _critical(1.48, 1.46) <= 85,
    ),
    Case(
        "A film projector's lens of 12 cm focal length, sold for 300 euros, stands 15 cm from "
        "the slide, and the picture it throws is at least eight times the size of the slide.",
        "optics_ray",
        _image(0.12, 0.15) / 0.15 >= 8,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Going from air into glass of index 1.6 at an incidence of forty degrees, a ray of light "
        "must be refracted to less than 15 degrees.",
        "optics_ray",
        _bent(1, 1.6, 40) < 15,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A sunbeam that strikes a flat mirror at 30° to the normal never leaves it at 50° to the "
        "normal.",
        "optics_ray",
        30 != 50,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A ray inside a transparent plastic reaches its surface with the air at 45° to the normal "
        "and undergoes total internal reflection.",
        "optics_ray",
        None,
        missing=("index", "refractive", "material"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Light in water arrives at the surface from below and is totally reflected there.",
        "optics_ray",
        None,
        missing=("angle", "incidence"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "It is not true that a ray in water (n = 1.33) meeting the air at 20° to the normal is "
        "totally reflected.",
        "optics_ray",
        not _critical(1.33, 1) <= 20,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "lens f = 20 cm, object at 60 cm, image at 45 cm",
        "optics_ray",
        abs(_image(0.20, 0.60) - 0.45) <= 0.01,
        phrasing=Phrasing.SPEC,
    ),
)

_HOVERING: tuple[Case, ...] = (
    Case(
        "A party balloon is filled with 14 litres of helium at 0.18 g/L. Its skin weighs 3 g, and "
        "it should rise to the ceiling through air of 1.2 g/L.",
        "support",
        1.2 * 14 >= 0.18 * 14 + 3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A brick hangs still in the open air above a table with nothing holding it.",
        "support",
        0 >= 1,
    ),
    Case(
        "With four rotors that give 9 N of lift each, a camera drone of 2.8 kg is able to hover.",
        "support",
        _weight(2.8) <= 4 * 9,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Without any support, a plumber's wrench let go in mid-air does not fall.",
        "support",
        0 >= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A magnet pulls a 400 g steel plate upwards with 6 N, and that keeps the plate hanging in "
        "the air.",
        "support",
        _weight(0.4) <= 6,
    ),
    Case(
        "A helicopter of 2,200 kg whose rotor lifts with 19 kN manages to hover in place.",
        "support",
        _weight(2200) <= 19e3,
    ),
    Case(
        "I want a weather balloon of 30 m³ of hydrogen (0.09 kg/m³) to lift an envelope and "
        "instruments of 25 kg together off the ground in air of 1.2 kg/m³.",
        "support",
        1.2 * 30 >= 0.09 * 30 + 25,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "drone 5 kg, total thrust 40 N, hovers",
        "support",
        _weight(5) <= 40,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The lamp, 35 years old and 60 W, has a mass of 4 kg and is hung from the ceiling by a "
        "cord that takes 100 N before it tears; it stays up.",
        "support",
        _weight(4) <= 100,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "If an upward jet of air pushes with 0.02 N on a ball of 2.7 g, the ball is kept floating "
        "in the air.",
        "support",
        _weight(0.0027) <= 0.02,
    ),
    Case(
        "A hot-air balloon of 2,000 cubic metres holds air of 0.95 kg/m³ in surroundings of 1.2 "
        "kg/m³; it must carry a total of 600 kg of basket, cloth and people up into the sky.",
        "support",
        1.2 * 2000 >= 0.95 * 2000 + 600,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A toy quadcopter that weighs 90 g and gets 1.5 N of lift from its propellers won't drop "
        "to the floor.",
        "support",
        _weight(0.09) <= 1.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A drone whose propellers produce 30 N of upward thrust stays in the air.",
        "support",
        None,
        missing=("mass", "weight"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A magnet above it holds a 2 kg iron ball floating below it in the air.",
        "support",
        None,
        missing=("force", "magnet"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A child's balloon filled with 10 litres of helium of 0.18 g per litre, with a skin of "
        "15 g, does not rise in air of 1.2 g per litre.",
        "support",
        not 1.2 * 10 >= 0.18 * 10 + 15,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "stone 0.5 kg, no support, mid-air, stays motionless",
        "support",
        0 >= 1,
        phrasing=Phrasing.SPEC,
    ),
)

_GRIPS: tuple[Case, ...] = (
    Case(
        "A robot hand presses on a tin of 0.8 kg with 12 N from each side. The coefficient of "
        "friction is 0.5, and the tin must not slip out.",
        "grip",
        _grip(0.5, 12) >= _held(0.8),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "With a squeeze of 15 N and a friction coefficient of 0.3, a two-finger gripper is able "
        "to pick up a 2 kg bag of flour.",
        "grip",
        _grip(0.3, 15) >= _held(2),
    ),
    Case(
        "Tongs that pinch a glass jar of 450 g with 8 N at a coefficient of friction of 0.4 hold "
        "it firmly.",
        "grip",
        _grip(0.4, 8) >= _held(0.45),
    ),
    Case(
        "The gripper's two jaws clamp a 3 kg casting with 25 N each at a friction coefficient of "
        "0.7; the casting does not slide out of them.",
        "grip",
        _grip(0.7, 25) >= _held(3),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "If a robot lifts a 1.2 kg bottle with an upward acceleration of 3 m/s², gripping it with "
        "20 N at a friction coefficient of 0.45, the bottle stays in its fingers.",
        "grip",
        _grip(0.45, 20) >= _held(1.2, 3),
    ),
    Case(
        "A crate of 10 kg is lifted by a gripper that squeezes with 120 N at a coefficient of "
        "friction of 0.5.",
        "grip",
        _grip(0.5, 120) >= _held(10),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "The packing robot, which draws 300 W and cost 20,000 euros, grips a wet melon of 4 kg "
        "with 60 N on both sides; friction there is only 0.2. It should lift the melon.",
        "grip",
        _grip(0.2, 60) >= _held(4),
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "gripper: force 30 N, mu 0.25, part 1 kg; part slips",
        "grip",
        not _grip(0.25, 30) >= _held(1),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A grip force of no more than 40 N is enough for a robot's two fingers to hold a 5 kg "
        "block when mu is 0.8.",
        "grip",
        _grip(0.8, 40) >= _held(5),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "I want a mechanical claw to carry a teddy bear of three hundred grams upwards, pressing "
        "it with 4 N at a coefficient of friction of 0.6.",
        "grip",
        _grip(0.6, 4) >= _held(0.3),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "An egg of 60 g is taken between two soft fingers, each pushing with 0.5 N. Friction is "
        "0.4, and the egg ends up safely lifted.",
        "grip",
        _grip(0.4, 0.5) >= _held(0.06),
    ),
    Case(
        "A gripper with a clamping force of 10 N and rubber pads of friction coefficient 0.9 "
        "will never drop a 1.1 kg box while holding it still.",
        "grip",
        _grip(0.9, 10) >= _held(1.1),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A robot hand squeezing with 35 N holds a 2.5 kg pipe without letting it slip.",
        "grip",
        None,
        missing=("friction",),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "The fingers of a gripper, coefficient of friction 0.6, lift a 1.4 kg carton.",
        "grip",
        None,
        missing=("force", "squeeze", "grip"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A claw squeezing with 50 N at friction 0.1 is not able to lift a bowling ball of 6 kg.",
        "grip",
        not _grip(0.1, 50) >= _held(6),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "robot gripper, 18 N, mu = 0.5, mass 2.4 kg, lifts it",
        "grip",
        _grip(0.5, 18) >= _held(2.4),
        phrasing=Phrasing.SPEC,
    ),
)

CASES: tuple[Case, ...] = (
    *_ROCKETS,
    *_STAGES,
    *_FLOATING,
    *_BEAMS,
    *_COLUMNS,
    *_HEATING,
    *_LIGHT,
    *_HOVERING,
    *_GRIPS,
)
