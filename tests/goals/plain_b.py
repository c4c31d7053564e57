"""Plain English goals for eight families, as people would type them into a web form.

Stacks, pushed blocks, truck beds, curves flat and banked, rollover, braking and dominoes: sixteen
goals each, written before any reader was looked at, in as many sentence shapes as came to mind.
Each truth is computed here with a formula written out anew; where a goal leaves out what decides,
`missing` says what.
"""

from math import atan, cos, degrees, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
KMH = 1 / 3.6
MPH = 0.44704
INCH = 0.0254
FOOT = 0.3048


def _lean(count: int, shift: float) -> float:
    """How wide each piece must be for so many to stand, each shifted by so much.

    The pieces above the lowest have their centre count * shift / 2 beyond its middle.
    """
    return count * shift


def _tilt_limit(width: float, height: float) -> float:
    """The slope in degrees at which a straight pile this wide and high falls."""
    return degrees(atan(width / height))


def _tipping_mu(width: float, push_height: float) -> float:
    """The friction coefficient above which a block tips where it is pushed."""
    return width / (2 * push_height)


def _held(mu: float) -> float:
    """The acceleration up to which friction holds a load."""
    return mu * G


def _flat_top(radius: float, mu: float) -> float:
    """The fastest way round a level bend."""
    return sqrt(mu * G * radius)


def _bank_top(radius: float, bank: float, mu: float) -> float:
    """The speed above which a vehicle slides up a bank."""
    slope = tan(radians(bank))
    return sqrt(radius * G * (slope + mu) / (1 - mu * slope))


def _bank_bottom(radius: float, bank: float, mu: float) -> float:
    """The speed below which a vehicle slides down a bank."""
    slope = tan(radians(bank))
    return sqrt(max(0.0, radius * G * (slope - mu) / (1 + mu * slope)))


def _on_bank(speed: float, radius: float, bank: float, mu: float) -> bool:
    """Whether a vehicle slides neither up nor down."""
    return _bank_bottom(radius, bank, mu) <= speed <= _bank_top(radius, bank, mu)


def _rolls(track: float, centre: float, speed: float, radius: float, mu: float) -> bool:
    """Whether the sideways force a vehicle gets lifts its inner wheels."""
    return min(speed**2 / (radius * G), mu) > track / (2 * centre)


def _stopping(speed: float, mu: float, delay: float = 0.0, downhill: float = 0.0) -> float:
    """How far a vehicle goes from the moment its driver sees a reason to stop."""
    slowing = G * (mu * cos(radians(downhill)) - sin(radians(downhill)))
    return speed * delay + speed**2 / (2 * slowing)


def _reach(height: float) -> float:
    """The widest gap over which a falling piece this tall touches the next."""
    return height


CASES: tuple[Case, ...] = (
    Case(
        "A grocer piles four crates of apples, each 40 cm wide, and sets every one 6 "
        "cm further to the right than the crate below. The pile has to stay up.",
        "stack",
        _lean(4, 0.06) < 0.40,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "I want five hardback books, 18 cm across, to stay standing when each one "
        "sticks out 5 cm past the one beneath it.",
        "stack",
        _lean(5, 0.05) < 0.18,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Each brick is 215 mm long. Six of them laid on top of one another, each "
        "shifted 30 mm along from the last, should remain standing.",
        "stack",
        _lean(6, 0.030) < 0.215,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Three paving slabs 60 cm wide, each one pushed 25 cm out over the slab below, "
        "do not fall over.",
        "stack",
        _lean(3, 0.25) < 0.60,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "If each of eight lunch trays 36 cm wide is set 3 cm off from the one under "
        "it, the whole stack keeps standing.",
        "stack",
        _lean(8, 0.03) < 0.36,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A tower of 3 wooden blocks, 10 cm wide and 12 cm high each, manages to stay "
        "upright on a shelf tilted by 20 degrees.",
        "stack",
        _tilt_limit(0.10, 3 * 0.12) > 20,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "My daughter, who is 6, builds a tower out of ten cubes with edges of 3 cm. "
        "Each cube is moved 2 mm sideways from the one before. The tower stays "
        "standing.",
        "stack",
        _lean(10, 0.002) < 0.03,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Stack: n = 4, width 0.5 m, offset 0.15 m per box; requirement: no toppling.",
        "stack",
        _lean(4, 0.15) < 0.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The removal men stacked two suitcases, both 70 cm wide, with the upper one "
        "hanging out 20 cm to the side, and it is to stay there without toppling.",
        "stack",
        _lean(2, 0.20) < 0.70,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Seven roof tiles, all a foot wide, get stacked so that each of them juts out "
        "two inches beyond the tile below, and the pile ends up still standing.",
        "stack",
        _lean(7, 2 * INCH) < 12 * INCH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A pile of 5 hay bales stands on a trailer parked on a slope of 9 degrees. A "
        "bale is 1.2 m wide and 0.8 m high. The pile is able to stand there without "
        "falling over.",
        "stack",
        _tilt_limit(1.2, 5 * 0.8) > 9,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The four shoe boxes, 35 cm wide and each displaced 12 cm with respect to the "
        "box below, never topple.",
        "stack",
        _lean(4, 0.12) < 0.35,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Twelve CD cases of 14 cm width are piled up with an offset of 5 mm from one "
        "to the next; the pile must not collapse.",
        "stack",
        _lean(12, 0.005) < 0.14,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Four beer crates, each of them set 8 cm further out than the one below, stay "
        "standing as a tower.",
        "stack",
        None,
        missing=("width", "w"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A librarian stacks dictionaries 20 cm wide, with each one 4 cm out of line "
        "with the one below. They should all stay up.",
        "stack",
        None,
        missing=("number", "count", "n"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "n=6 pallets; w=1.2 m; offset=0.25 m; goal: stack doesn't topple",
        "stack",
        _lean(6, 0.25) < 1.2,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A wardrobe 60 cm deep is pushed 1 m above the floor; the coefficient of "
        "friction is 0.2. It slides instead of tipping over.",
        "push_tip",
        _tipping_mu(0.60, 1) > 0.2,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "I want to shove a fridge that is 0.7 m wide across the kitchen by pressing at "
        "a height of 1.5 m, with a friction coefficient of 0.5, so that it glides and "
        "stays upright.",
        "push_tip",
        _tipping_mu(0.7, 1.5) > 0.5,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "The friction coefficient between a filing cabinet and the carpet is 0.6. The "
        "cabinet is 45 cm wide and gets pushed at 90 cm height. It tips over before it "
        "starts to slide.",
        "push_tip",
        _tipping_mu(0.45, 0.90) < 0.6,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A statue on a plinth, 50 cm across the base, does not tip when the movers "
        "push it 1.2 m up from the ground, where mu is 0.4.",
        "push_tip",
        _tipping_mu(0.50, 1.2) > 0.4,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "When pushed at half a metre above the ground, a chest freezer with a width of "
        "80 cm and mu of 0.3 should slide along the garage floor and not tip.",
        "push_tip",
        _tipping_mu(0.80, 0.5) > 0.3,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A stagehand leans on a piece of scenery, 40 cm thick, at a height of 1.6 m. "
        "With mu = 0.35 the piece of scenery must slide without toppling.",
        "push_tip",
        _tipping_mu(0.40, 1.6) > 0.35,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Pushed at 2 feet above the floor, a washing machine 24 inches wide ends up "
        "sliding, not tipping, on tiles with a friction coefficient of 0.25.",
        "push_tip",
        _tipping_mu(24 * INCH, 2 * FOOT) > 0.25,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Crate: b = 0.5 m, push height 1.0 m, mu = 0.4. Requirement: does not tip.",
        "push_tip",
        _tipping_mu(0.5, 1.0) > 0.4,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Our piano weighs 220 kg and is 65 cm deep. We push at 70 cm from the ground "
        "and the friction coefficient is just 0.15, so it ought to slide rather than "
        "tip.",
        "push_tip",
        _tipping_mu(0.65, 0.70) > 0.15,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A prankster pushes a vending machine, 0.9 m deep, 1.2 m above the floor where "
        "mu is 0.25, and manages to tip it over.",
        "push_tip",
        _tipping_mu(0.9, 1.2) < 0.25,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "If a nurse pushes a 55 cm wide medicine cabinet at a point 80 cm off the "
        "floor, and friction is 0.2, the cabinet will be moved along upright.",
        "push_tip",
        _tipping_mu(0.55, 0.80) > 0.2,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "The 30 cm wide bookcase can't be tipped over by a push 1.4 m above the floor "
        "if the friction coefficient is 0.45.",
        "push_tip",
        _tipping_mu(0.30, 1.4) > 0.45,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A tall box with a base 35 cm wide tips over if it's pushed at 75 cm, given a "
        "coefficent of friction of 0.5.",
        "push_tip",
        _tipping_mu(0.35, 0.75) < 0.5,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A crate 0.8 m wide is pushed 0.6 m above the floor and slides without tipping.",
        "push_tip",
        None,
        missing=("friction", "mu"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A pew 50 cm deep, with friction 0.3 between it and the stone floor, is pushed "
        "by two men of 80 kg and slides without toppling.",
        "push_tip",
        None,
        missing=("height", "push", "H_push"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "b 400 mm; push height 300 mm; mu 0.5; outcome: crate never tips",
        "push_tip",
        _tipping_mu(0.400, 0.300) > 0.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A washing machine rides on a flatbed with a friction coefficient of 0.5 and "
        "stays where it is while the driver brakes at 3 m/s².",
        "truck_bed",
        _held(0.5) > 3,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "The lorry brakes at 7 m/s2. The pallets, which have a coefficient of static "
        "friction of 0.45 with the bed, must keep their place.",
        "truck_bed",
        _held(0.45) > 7,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "With mu 0.6 between hay and trailer, a farmer is able to pull away at 2.5 "
        "m/s^2 without the bales shifting.",
        "truck_bed",
        _held(0.6) > 2.5,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A coffin on the deck of a hearse, mu 0.2, does not slide when the hearse "
        "slows down at 4 m/s².",
        "truck_bed",
        _held(0.2) > 4,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "I want the toolbox in the back of my pickup to slide when I brake at half a g; mu is 0.3.",
        "truck_bed",
        _held(0.3) < 0.5 * G,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A pickup goes from 0 to 90 km/h in 5 seconds, and the crate on its bed (mu = "
        "0.4) ought to stay put.",
        "truck_bed",
        _held(0.4) > 90 * KMH / 5,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Between the marble block and the loading bed the coefficient of friction is "
        "0.35, so the block should be carried along without slipping if the truck "
        "speeds up at 2 m/s².",
        "truck_bed",
        _held(0.35) > 2,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Truck bed: mu_s = 0.3, a = 5 m/s^2, load must not shift.",
        "truck_bed",
        _held(0.3) > 5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A tram starting off at 1.3 m/s² leaves the suitcase on its floor in place, "
        "the friction coefficient being 0.25.",
        "truck_bed",
        _held(0.25) > 1.3,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A van stops from 72 km/h within 4 seconds, and a parcel of 12 kg on its floor "
        "with friction coefficient 0.3 remains in place.",
        "truck_bed",
        _held(0.3) > 72 * KMH / 4,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "If the train slows down at 1.1 m/s², a trunk standing on the wagon floor "
        "(coefficient of friction 0.3) is held by friction alone.",
        "truck_bed",
        _held(0.3) > 1.1,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "None of the beer kegs on the dray slides while the dray brakes at 6 m/s², "
        "though mu is only 0.4.",
        "truck_bed",
        _held(0.4) > 6,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A cattle feed tub weighing 300 kg sits on a trailer bed with mu of 0.7. "
        "Braking at 6 m/s² must leave it unmoved.",
        "truck_bed",
        _held(0.7) > 6,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A crate stays put on the bed of a truck that brakes at 4 m/s².",
        "truck_bed",
        None,
        missing=("friction", "mu"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "The anvil has a friction coefficient of 0.5 with the truck bed and does not "
        "slide when the truck brakes.",
        "truck_bed",
        None,
        missing=("acceleration", "deceleration", "a"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "load: 800 kg; truck bed mu: 0.65; deceleration: 4.2 m/s²; no sliding",
        "truck_bed",
        _held(0.65) > 4.2,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A postman's van goes round a level bend of 40 m radius at 45 km/h on a road "
        "with a friction coefficient of 0.6 and keeps to its lane.",
        "flat_curve",
        _flat_top(40, 0.6) > 45 * KMH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "The bend has a radius of 25 m and the wet road gives mu 0.3. I want a motor "
        "scooter to get round it at 12 m/s without skidding.",
        "flat_curve",
        _flat_top(25, 0.3) > 12,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "On gravel with mu of 0.5, a rally car should be able to get through an "
        "unbanked turn of radius 60 m at 15 m/s.",
        "flat_curve",
        _flat_top(60, 0.5) > 15,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "An ambulance doing 80 km/h in a flat curve with radius 50 m doesn't skid, mu being 0.7.",
        "flat_curve",
        _flat_top(50, 0.7) > 80 * KMH,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Taking a flat roundabout 30 m in diameter at 20 mph, a bus with tyre friction "
        "of 0.8 stays on its circle.",
        "flat_curve",
        _flat_top(30 / 2, 0.8) > 20 * MPH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "If the road is icy (mu 0.1) and level, a hearse going 30 km/h manages to "
        "follow a bend of radius 35 m.",
        "flat_curve",
        _flat_top(35, 0.1) > 30 * KMH,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A cyclist aged 34 rides round a level corner of 12 m radius at 18 km/h; with "
        "friction of 0.4 her bike should hold the curve.",
        "flat_curve",
        _flat_top(12, 0.4) > 18 * KMH,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Flat curve: r = 80 m, mu = 0.5, v = 25 m/s; car must not slide off.",
        "flat_curve",
        _flat_top(80, 0.5) > 25,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A car skids off a flat bend. The radius is 45 m, the speed 90 km/h and mu 0.7.",
        "flat_curve",
        _flat_top(45, 0.7) < 90 * KMH,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "At no less than 30 m/s the racing car is to go round a level corner with a "
        "radius of 70 m, where the tyres grip with mu 1.0.",
        "flat_curve",
        _flat_top(70, 1.0) > 30,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "The tractor ends up safely through the level turn, whose radius is 20 m, at a "
        "speed of 25 km/h and with a friction coefficient of 0.5.",
        "flat_curve",
        _flat_top(20, 0.5) > 25 * KMH,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "It is impossible for a delivery van to skid at 60 mph on a flat curve of 100 "
        "m radius with mu = 0.5.",
        "flat_curve",
        _flat_top(100, 0.5) > 60 * MPH,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "With thirty metres of radius and a coefficient of friction of zero point "
        "nine, a go-kart can be driven round the flat hairpin at 14 m/s without "
        "sliding outwards.",
        "flat_curve",
        _flat_top(30, 0.9) > 14,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A police car goes round a flat bend of 55 m radius at 70 km/h without skidding.",
        "flat_curve",
        None,
        missing=("friction", "mu"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A coach travels at 50 km/h through a level bend, mu 0.6, and does not skid.",
        "flat_curve",
        None,
        missing=("radius", "r"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "v 10 m/s | r 30 m | mu 0.7 | flat road bend | no skid",
        "flat_curve",
        _flat_top(30, 0.7) > 10,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A racing car goes round a bend of 120 m radius, banked at 25 degrees, at 28 "
        "m/s; mu is 0.3 and it holds its line.",
        "banked_curve",
        _on_bank(28, 120, 25, 0.3),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "The track is banked at 15° and has a radius of 80 m. I want a motorbike to "
        "stay on it at 120 km/h with a friction coefficient of 0.2.",
        "banked_curve",
        _on_bank(120 * KMH, 80, 15, 0.2),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A motorway exit with a radius of 60 m leans inwards by 8 degrees. On dry "
        "asphalt, mu 0.7, a lorry must be able to get round it at 60 km/h without "
        "sliding.",
        "banked_curve",
        _on_bank(60 * KMH, 60, 8, 0.7),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A bobsleigh doing 30 m/s in a bend banked at 45 degrees with radius 50 m "
        "doesn't slide up the bank, mu being 0.05.",
        "banked_curve",
        _bank_top(50, 45, 0.05) >= 30,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A cyclist in the velodrome slides down the 42 degree banking if she rides at "
        "only 5 m/s; the radius of the curve is 25 m and mu is 0.3.",
        "banked_curve",
        _bank_bottom(25, 42, 0.3) > 5,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "If mu is 0.1, a truck manages to follow a 150 m radius bend with a bank of 10 "
        "degrees at 90 km/h.",
        "banked_curve",
        _on_bank(90 * KMH, 150, 10, 0.1),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "With the road tilted 12 degrees toward the inside of the bend, a radius of "
        "200 m and a grip coefficient of 0.5, a coach of 14 tonnes should keep its "
        "lane at 80 km/h.",
        "banked_curve",
        _on_bank(80 * KMH, 200, 12, 0.5),
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Banked turn: r = 90 m, bank 18 deg, mu 0.15, v = 30 m/s. Must not slide off.",
        "banked_curve",
        _on_bank(30, 90, 18, 0.15),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A test driver, 41 years old, takes his car round a steep curve at 72 km/h. "
        "The banking is 30 degrees, the radius 70 m and the friction coefficient 0.4. "
        "He should stay on the track.",
        "banked_curve",
        _on_bank(72 * KMH, 70, 30, 0.4),
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "At 8 m/s, a car is to keep its height on a 40 degree banked curve of radius "
        "100 m where mu is 0.2.",
        "banked_curve",
        _on_bank(8, 100, 40, 0.2),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "The ice on the banked bend leaves a friction coefficient of just 0.1; the "
        "radius is 50 m and the bank 15 degrees. At 12 m/s the jeep ends up still on "
        "the road.",
        "banked_curve",
        _on_bank(12, 50, 15, 0.1),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "No rider at 100 km/h slides up a 20 degree banked track with radius 60 m and mu 0.25.",
        "banked_curve",
        _bank_top(60, 20, 0.25) >= 100 * KMH,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A speedway bend banked at ten degrees, 45 m in radius, can be ridden at 50 "
        "km/h without sliding out, given mu of 0.6.",
        "banked_curve",
        _on_bank(50 * KMH, 45, 10, 0.6),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A car takes a curve of radius 100 m banked at 20 degrees at 40 m/s without sliding off.",
        "banked_curve",
        None,
        missing=("friction", "mu"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "With a friction coefficient of 0.3, a van goes round a bend of 80 m radius "
        "that is banked at 14 degrees and stays on the road.",
        "banked_curve",
        None,
        missing=("speed", "v"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "r=250 ft; bank=15 deg; mu=0.4; v=40 mph; no sliding",
        "banked_curve",
        _on_bank(40 * MPH, 250 * FOOT, 15, 0.4),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A double-decker bus, 2.5 m track and centre of gravity 1.3 m up, goes round a "
        "roundabout of 20 m radius at 30 km/h, mu 0.8, and stays on its wheels.",
        "rollover",
        not _rolls(2.5, 1.3, 30 * KMH, 20, 0.8),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "The fork-lift has a track of 1 m and its centre of mass sits 1.1 m above the "
        "ground. It should corner at 6 m/s on a 5 m radius, with mu 0.8, without "
        "tipping over.",
        "rollover",
        not _rolls(1, 1.1, 6, 5, 0.8),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "I want a vintage car, track 1.4 m, CG height 0.5 m, to stay upright in a turn "
        "of radius 30 m at 25 m/s on a road with mu 0.9.",
        "rollover",
        not _rolls(1.4, 0.5, 25, 30, 0.9),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "The camper van does not overturn at 18 m/s in a bend of radius 30 m; its "
        "track is 1.7 m, its centre of gravity is at 1.3 m and mu is 0.9.",
        "rollover",
        not _rolls(1.7, 1.3, 18, 30, 0.9),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A tractor with its wheels 1.8 m apart and its centre of gravity 1 m above the "
        "field rolls over when it turns at 36 km/h on a radius of 8 m, friction 1.0.",
        "rollover",
        _rolls(1.8, 1, 36 * KMH, 8, 1.0),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "If a milk tanker with a track width of 2 m and a centre of gravity 1.9 m high "
        "takes a bend of 60 m radius at 70 km/h (mu 0.7), it keeps all its wheels on "
        "the ground.",
        "rollover",
        not _rolls(2, 1.9, 70 * KMH, 60, 0.7),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A hot rod's centre of gravity is only 40 cm above the road and its track is "
        "150 cm. At 100 km/h through a bend of 50 m radius, with mu of 1.1, it must "
        "not roll over.",
        "rollover",
        not _rolls(1.50, 0.40, 100 * KMH, 50, 1.1),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Rollover: track 1.5 m, h_cg 1.2 m, v 20 m/s, r 40 m, mu 0.9; must not roll.",
        "rollover",
        not _rolls(1.5, 1.2, 20, 40, 0.9),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The ambulance, 2 m between its wheels and with the CG 0.9 m up, should come "
        "through a turn of 35 m radius at 50 km/h without flipping; mu is 0.8.",
        "rollover",
        not _rolls(2, 0.9, 50 * KMH, 35, 0.8),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A golf cart weighing 450 kg is driven by a man of 70 round a corner of radius "
        "4 m at 20 km/h. Its track is 0.9 m, its centre of gravity 0.75 m high and mu "
        "is 0.9. It manages to stay on all four wheels.",
        "rollover",
        not _rolls(0.9, 0.75, 20 * KMH, 4, 0.9),
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "The school bus ends up on its side: it went at 80 km/h through a bend of "
        "radius 45 m, its track being 2 m, its centre of gravity 1.4 m high and mu "
        "0.85.",
        "rollover",
        _rolls(2, 1.4, 80 * KMH, 45, 0.85),
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "No quad bike with a track of 0.8 m and a centre of gravity at 0.7 m tips over "
        "at 10 m/s in a bend of radius 12 m with mu 0.8.",
        "rollover",
        not _rolls(0.8, 0.7, 10, 12, 0.8),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "With a track of five feet and the centre of gravity two feet above the road, "
        "a sedan will make a 100 ft radius turn at 35 mph without rolling, where mu is "
        "0.8.",
        "rollover",
        not _rolls(5 * FOOT, 2 * FOOT, 35 * MPH, 100 * FOOT, 0.8),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "An SUV with a track of 1.6 m rounds a bend of 30 m radius at 20 m/s, mu 0.9, "
        "without rolling over.",
        "rollover",
        None,
        missing=("height", "gravity", "h_cg"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A loaded hay wagon, CG 1.8 m above the road, turns at 8 m/s on a radius of 15 "
        "m with mu 0.7 and does not tip over.",
        "rollover",
        None,
        missing=("track", "width"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "track=1.9 m; h_cg=0.8 m; v=60 km/h; r=40 m; mu=0.7; no rollover",
        "rollover",
        not _rolls(1.9, 0.8, 60 * KMH, 40, 0.7),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A cyclist at 27 km/h pulls both brakes, mu 0.5, and comes to rest within 8 m.",
        "braking",
        _stopping(27 * KMH, 0.5) < 8,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A goods train, mu 0.15, running at 60 km/h, must be brought to a halt in 70 m.",
        "braking",
        _stopping(60 * KMH, 0.15) < 70,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A deer steps onto the road 60 m ahead. The driver needs 1 s to react, is "
        "going 72 km/h and has mu 0.7. The car should stop before it reaches the deer.",
        "braking",
        _stopping(72 * KMH, 0.7, delay=1) < 60,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A taxi travelling at 30 m/s does not hit the barrier 45 m in front of it; it "
        "brakes at once with mu 0.8.",
        "braking",
        _stopping(30, 0.8) < 45,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "I want my motorbike to pull up from 50 mph in under 40 m on asphalt with a "
        "friction coefficient of 0.9.",
        "braking",
        _stopping(50 * MPH, 0.9) < 40,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "On wet leaves (mu 0.2) a tram doing 40 km/h manages to stop in 25 m.",
        "braking",
        _stopping(40 * KMH, 0.2) < 25,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "If a lorry driver takes 0.8 s to hit the brakes at 54 km/h and mu is 0.6, his "
        "lorry ends up at a standstill no more than 35 m further on.",
        "braking",
        _stopping(54 * KMH, 0.6, delay=0.8) < 35,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Braking: v = 100 km/h, mu = 0.5, t_r = 1 s, obstacle at 80 m; must not collide.",
        "braking",
        _stopping(100 * KMH, 0.5, delay=1) < 80,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The stopping distance of a delivery van from 45 km/h on a road with mu of 0.7 "
        "is less than 15 m.",
        "braking",
        _stopping(45 * KMH, 0.7) < 15,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Going down a 6 degree hill at 15 m/s, a truck with mu 0.4 should come to a "
        "stop within 25 m.",
        "braking",
        _stopping(15, 0.4, downhill=6) < 25,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A granny of 81 drives her car, worth 9000 euros, at 30 km/h towards a closed "
        "gate 20 m away. Her reaction time is 1.5 s and the friction coefficient is "
        "0.8. She is able to stop in time.",
        "braking",
        _stopping(30 * KMH, 0.8, delay=1.5) < 20,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "The bus can't avoid running into the fallen tree 50 m ahead, as it is doing "
        "60 km/h with mu 0.7 and the driver brakes without any delay.",
        "braking",
        _stopping(60 * KMH, 0.7) > 50,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "From fifty kilometres per hour a car needs more than 20 metres to stop if mu is 0.4.",
        "braking",
        _stopping(50 * KMH, 0.4) > 20,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A car driving at 80 km/h brakes with mu 0.7 and stops in time before the level crossing.",
        "braking",
        None,
        missing=("distance", "d"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A van brakes immediately on a road with mu 0.6 and stops within 30 m.",
        "braking",
        None,
        missing=("speed", "v"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "v 12 m/s; mu 0.65; wall 20 m ahead; no reaction delay; no collision",
        "braking",
        _stopping(12, 0.65) < 20,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Forty dominoes, each 48 mm high, stand 20 mm apart. Tipping the first one "
        "brings all the others down.",
        "domino",
        _reach(0.048) > 0.020,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "I want a row of cereal boxes 30 cm tall, set up 35 cm apart, to knock each "
        "other down to the very last.",
        "domino",
        _reach(0.30) > 0.35,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "A film crew sets up 60 doors, each 2 m high, with 1.2 m between one and the "
        "next. Once the first is pushed, the whole row must fall.",
        "domino",
        _reach(2) > 1.2,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "In a row of dominoes 5 cm tall and 7 cm apart, the chain does not stop before "
        "the last one.",
        "domino",
        _reach(0.05) > 0.07,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "If paperback books 18 cm high are stood on end every 9 cm, knocking over the "
        "first should topple the whole line.",
        "domino",
        _reach(0.18) > 0.09,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "The headstones are 90 cm tall and 1.3 m apart, and a falling one manages to "
        "bring down the entire row.",
        "domino",
        _reach(0.90) > 1.3,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A pupil aged 11 sets up dominoes of 4.5 cm height at distances of 3 cm, and "
        "every one of them should end up lying down after a nudge to the first.",
        "domino",
        _reach(0.045) > 0.03,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Domino chain: h = 60 mm, s = 75 mm; must not stall.",
        "domino",
        _reach(0.060) > 0.075,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Bricks 21 cm high are stood upright with gaps of 10 cm; the fall is to be "
        "passed on from the first brick to the last.",
        "domino",
        _reach(0.21) > 0.10,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Pushing the first of twenty-five wooden planks, 1.5 m tall and placed 1.8 m "
        "from one another, makes all of them fall.",
        "domino",
        _reach(1.5) > 1.8,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "The chain of dominoes stalls since the tiles are 4 cm tall and the gap "
        "between them is 5 cm.",
        "domino",
        _reach(0.04) < 0.05,
        phrasing=Phrasing.PLAIN,
    ),
    Case(
        "Not one of the dominoes, which are 5 cm tall and spaced 8 cm apart, stays "
        "standing after the first one is tipped.",
        "domino",
        _reach(0.05) > 0.08,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Portable toilets 2.3 m tall stand in a line with a metre and a half between "
        "neighbours. When the wind blows over the first, all of them topple one after "
        "another.",
        "domino",
        _reach(2.3) > 1.5,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Dominoes 5 cm tall all fall down after the first is pushed.",
        "domino",
        None,
        missing=("spacing", "gap", "s"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A long line of dominoes spaced 3 cm apart falls from end to end.",
        "domino",
        None,
        missing=("height", "tall", "h"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "h=50 mm; gap=30 mm; 100 dominoes; none left standing",
        "domino",
        _reach(0.050) > 0.030,
        phrasing=Phrasing.SPEC,
    ),
)
