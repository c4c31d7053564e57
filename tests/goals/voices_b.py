"""Goals in many people's voices: pushed boxes, loads, curves, overturning, levers, grippers.

A child, a grandmother, a plumber, a physicist, a safety engineer, a game designer, a journalist, a
robot operator, somebody who speaks English as a second language, a technician. Each truth is
computed beside its words, with the bare formula.
"""

import math
from math import sqrt

from tests.goals.case import Case, Phrasing

G = 9.81
MOON = 1.62
KMH = 1000 / 3600
MPH = 1609.344 / 3600
FT = 0.3048
IN = FT / 12
LB = 0.45359237


def tan(degrees: float) -> float:
    return math.tan(math.radians(degrees))


def atan(ratio: float) -> float:
    return math.degrees(math.atan(ratio))


def tips(mu: float, at: float, base: float) -> bool:
    return mu * at > base / 2


def held(a: float, mu: float, g: float = G) -> bool:
    return a <= mu * g


def sticks(v: float, r: float, mu: float, g: float = G) -> bool:
    return v**2 / r <= mu * g


def fastest(mu: float, r: float, bank: float) -> float:
    return sqrt(r * G * tan(bank + atan(mu)))


def slowest(mu: float, r: float, bank: float) -> float:
    return sqrt(max(0.0, r * G * tan(bank - atan(mu))))


def rolls(v: float, r: float, mu: float, track: float, high: float) -> bool:
    return min(v**2 / (r * G), mu) > track / (2 * high)


def grips(m: float, force: float, mu: float, fingers: int = 2, a: float = 0.0) -> bool:
    return fingers * mu * force >= m * (G + a)


_PUSHED = (
    Case(
        "If I shove my toy chest right up at 50 cm, it'll just scoot over the rug and not fall "
        "over! The chest is 40 cm wide and the rug's friction is 0.3.",
        "push_tip",
        not tips(0.3, 0.5, 0.4),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "My old sideboard, dear, is but 36 cm deep; push it at 90 cm on a carpet with mu = 0.5 "
        "and it will glide to the wall without toppling.",
        "push_tip",
        not tips(0.5, 0.9, 0.36),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Water heater, 22 in across the bottom, mu 0.55 on the slab. I lean into it 4 ft up. "
        "She'll walk along, she won't go over.",
        "push_tip",
        not tips(0.55, 4 * FT, 22 * IN),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Given a uniform block of base b = 0.6 m on a surface with mu_s = 0.45, show that a "
        "horizontal force applied at h = 0.6 m makes it slide rather than tip.",
        "push_tip",
        not tips(0.45, 0.6, 0.6),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Stability check | base width 0.45 m | push height 1.1 m | mu 0.5 | result: unit topples",
        "push_tip",
        tips(0.5, 1.1, 0.45),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The player bumps a locker (base 0.5 m, friction 0.2) with a horizontal push at 1 m: "
        "the locker should tip over instead of sliding.",
        "push_tip",
        tips(0.2, 1.0, 0.5),
    ),
    Case(
        "Fridge topples onto kitchen floor: the 70 cm deep appliance, friction 0.4, was pushed "
        "at a height of 1.4 m",
        "push_tip",
        tips(0.4, 1.4, 0.7),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "Robot pushes tote at 0.25 m above floor. Tote base 0.4 m. Friction coefficient 0.6. "
        "Tote remains upright and slides.",
        "push_tip",
        not tips(0.6, 0.25, 0.4),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "I am pushing the cupboard in height of 1.2 m, his width is 0.5 m and friction with the "
        "floor is 0.3, so it is falling over.",
        "push_tip",
        tips(0.3, 1.2, 0.5),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Centrifuge housing, footprint 0.55 m, static coefficient 0.35 on the bench, horizontal "
        "push applied 0.5 m above the bench: slides, does not tip.",
        "push_tip",
        not tips(0.35, 0.5, 0.55),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Suppose somebody pushes sideways on a 1 m wide crate 0.8 m above the ground, the "
        "coefficient of friction being 0.5. Then the crate overturns.",
        "push_tip",
        tips(0.5, 0.8, 1.0),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Take a 30 cm wide speaker on a floor with mu 0.6 and push it at 40 cm: over it goes.",
        "push_tip",
        tips(0.6, 0.4, 0.3),
    ),
    Case(
        "It stays on its feet and skids along: a 0.8 m wide dresser pushed 0.7 m off the floor, "
        "mu of 0.4.",
        "push_tip",
        not tips(0.4, 0.7, 0.8),
    ),
    Case(
        "Nudged 90 cm above the ground, the vending machine (base 80 cm, mu 0.35) keels over.",
        "push_tip",
        tips(0.35, 0.9, 0.8),
    ),
    Case(
        "A bookcase is shoved at shoulder height, 1.45 m; base depth 0.3 m, mu = 0.25. It ends "
        "up on its face.",
        "push_tip",
        tips(0.25, 1.45, 0.3),
    ),
    Case(
        "w = 0.5 m / h = 0.3 m / mu = 0.7 / pushed box slides",
        "push_tip",
        not tips(0.7, 0.3, 0.5),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Push the plinth half a metre up and it tips; its base measures 60 cm and the friction "
        "coefficient is 0.5.",
        "push_tip",
        tips(0.5, 0.5, 0.6),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "Pushed horizontally at 1 m, a cabinet with a 0.5 m base fails to tip and slides instead "
        "on lino of mu 0.3.",
        "push_tip",
        not tips(0.3, 1.0, 0.5),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The forklift tine presses on the crate 1.5 m up. The crate is 1.2 m wide and friction "
        "is 0.45. The crate is knocked over.",
        "push_tip",
        tips(0.45, 1.5, 1.2),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A gravestone 60 cm high and 20 cm thick is pushed at its top; with mu = 0.7 it topples.",
        "push_tip",
        tips(0.7, 0.6, 0.2),
    ),
    Case(
        "Can a toddler's push at 60 cm slide a 50 cm deep chest of drawers, mu 0.35, without it "
        "toppling? Yes.",
        "push_tip",
        not tips(0.35, 0.6, 0.5),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "The highest point where one may push a 0.6 m wide crate on a floor of mu 0.4 without "
        "tipping it is at least 0.7 m.",
        "push_tip",
        0.6 / (2 * 0.4) >= 0.7,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Pushed 1 m above the floor, my wardrobe slides rather than tips. The friction is 0.4.",
        "push_tip",
        None,
        ("width",),
        Phrasing.MISSING,
    ),
    Case(
        "A 50 cm wide cupboard gets pushed at 110 cm and topples over.",
        "push_tip",
        None,
        ("friction",),
        Phrasing.MISSING,
    ),
    Case(
        "Pushing a 0.6 m wide crate on a floor of friction 0.5 makes it tip.",
        "push_tip",
        None,
        ("height",),
        Phrasing.MISSING,
    ),
    Case(
        "The 45 cm wide filing cabinet, pushed by the cleaner at 1 m, slides off down the "
        "corridor and stays upright.",
        "push_tip",
        None,
        ("friction",),
        Phrasing.MISSING,
    ),
)
_LOADED = (
    Case(
        "Daddy's truck goes vroom at 3 m/s² and my box in the back doesn't slide one bit, cause "
        "the friction is 0.4!",
        "truck_bed",
        held(3, 0.4),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "When our Harold brakes the van at 6 m/s², the cake tin on the floor stays where I put "
        "it; there's a friction coefficient of 0.5 on that mat.",
        "truck_bed",
        held(6, 0.5),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Boiler in the pickup bed, mu 0.35, nothing tying it. I stop from 30 mph in 4 seconds "
        "flat and she don't shift.",
        "truck_bed",
        held(30 * MPH / 4, 0.35),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Consider a crate resting on the bed of a lorry with mu_s = 0.3. Given that the lorry "
        "accelerates at a = 2.5 m/s^2, the crate does not slip.",
        "truck_bed",
        held(2.5, 0.3),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Load securing: mu = 0.25, emergency braking 8 m/s^2, unsecured pallet on trailer; "
        "pallet remains in position",
        "truck_bed",
        held(8, 0.25),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The cargo crate must break loose on the flatbed when the truck brakes at 5 m/s² with "
        "surface friction 0.6.",
        "truck_bed",
        held(5, 0.6) is False,
    ),
    Case(
        "Parcels fly forward as delivery van brakes at 7 m/s²; friction on van floor only 0.4",
        "truck_bed",
        not held(7, 0.4),
    ),
    Case(
        "AGV carries tote on flat deck. Friction between tote and deck 0.5. AGV decelerates with "
        "4 m/s². Tote keeps position.",
        "truck_bed",
        held(4, 0.5),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The lorry is accelerating with 4 m/s2 and box on the lorry is not sliding because the "
        "friction coefficient is 0,3.",
        "truck_bed",
        held(4, 0.3),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Instrument case on the trolley tray, static coefficient 0.45; trolley is brought from "
        "2 m/s to rest in 0.3 s: case slips.",
        "truck_bed",
        not held(2 / 0.3, 0.45),
    ),
    Case(
        "Braking from 72 km/h to a stop over 50 m, the truck sends its untied crates (mu = 0.5) "
        "sliding towards the cab.",
        "truck_bed",
        not held((72 * KMH) ** 2 / 100, 0.5),
    ),
    Case(
        "Suppose a bus pulls off at 1.5 m/s²; the suitcase in the aisle, mu 0.2, then stays put.",
        "truck_bed",
        held(1.5, 0.2),
    ),
    Case(
        "Put a brick on a cart, friction coefficient 0.6, and accelerate the cart at 7 m/s^2: the "
        "brick gets left behind.",
        "truck_bed",
        not held(7, 0.6),
    ),
    Case(
        "Not even a stop from 50 km/h within 20 m budges the piano on the truck, friction "
        "coefficient 0.55.",
        "truck_bed",
        held((50 * KMH) ** 2 / 40, 0.55),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The barrels slip backwards on the wagon when it starts with 2 m/s², the coefficient of "
        "static friction being 0.25.",
        "truck_bed",
        not held(2, 0.25),
    ),
    Case(
        "mu_s = 0.4 | a = 3.5 m/s² | cargo on flatbed | no slip",
        "truck_bed",
        held(3.5, 0.4),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A laptop lies on the roof of a car. The car speeds up from 0 to 60 mph in 6 s and the "
        "laptop, friction 0.35, comes along without sliding.",
        "truck_bed",
        held(60 * MPH / 6, 0.35),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Hard braking at 0.7 g dislodges the generator standing loose in the truck bed (mu = 0.6).",
        "truck_bed",
        not held(0.7 * G, 0.6),
    ),
    Case(
        "With mu at 0.3 between timber and bed, a lorry may brake at up to 2.8 m/s² and the load "
        "won't slide.",
        "truck_bed",
        held(2.8, 0.3),
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Resting on the bed of a truck with mu 0.35, a crate withstands a maximum acceleration of "
        "at least 3 m/s² before it slides.",
        "truck_bed",
        0.35 * G >= 3,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A tram slows from 15 m/s to 5 m/s in 4 s. The bag on its floor has a friction "
        "coefficient of 0.2. The bag doesn't move.",
        "truck_bed",
        held(10 / 4, 0.2),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The fridge slides in the van that brakes at 5 m/s².",
        "truck_bed",
        None,
        ("friction",),
        Phrasing.MISSING,
    ),
    Case(
        "With friction 0.4, the boxes in the lorry stay where they are as it pulls away.",
        "truck_bed",
        None,
        ("acceleration",),
        Phrasing.MISSING,
    ),
    Case(
        "The crate on my flatbed never slid when I stopped dead from 40 mph, mu being 0.5.",
        "truck_bed",
        None,
        ("acceleration",),
        Phrasing.MISSING,
    ),
    Case(
        "Crate on truck, mu = 0.3, truck accelerates for 5 s; crate holds.",
        "truck_bed",
        None,
        ("acceleration",),
        Phrasing.MISSING,
    ),
)
_FLAT = (
    Case(
        "My go-kart zooms round a 10 m radius bend at 8 m/s and doesn't skid, and the friction "
        "is 0.9.",
        "flat_curve",
        sticks(8, 10, 0.9),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Grandpa took the bend by the church, radius 40 m, at 50 km/h in the wet with friction "
        "0.4 and the old Morris car stayed on the road.",
        "flat_curve",
        sticks(50 * KMH, 40, 0.4),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Me van round a 25 yard corner at 20 mph, mu 0.3 on ice: she'll slide straight into the "
        "hedge.",
        "flat_curve",
        not sticks(20 * MPH, 25 * 3 * FT, 0.3),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Given mu_s = 0.8 and r = 60 m on a level road, show that a car with v = 20 m/s does not "
        "skid.",
        "flat_curve",
        sticks(20, 60, 0.8),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Curve audit: flat, radius 150 m, posted 80 km/h, wet friction 0.3, vehicle leaves lane",
        "flat_curve",
        not sticks(80 * KMH, 150, 0.3),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "At 30 m/s the racing car should drift out of the flat corner with a radius of 70 m when "
        "tyre grip is 1.1.",
        "flat_curve",
        not sticks(30, 70, 1.1),
    ),
    Case(
        "Bus skids off level bend of 90 m radius at 70 km/h; road friction 0.5, police say",
        "flat_curve",
        not sticks(70 * KMH, 90, 0.5),
    ),
    Case(
        "Rover executes turn. Radius 2 m. Speed 1.5 m/s. Wheel friction 0.5 on level ground. "
        "Rover keeps track.",
        "flat_curve",
        sticks(1.5, 2, 0.5),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The car is driving in curve with radius 50 m, speed is 60 km/h and friction 0,6, and car "
        "is not slipping.",
        "flat_curve",
        sticks(60 * KMH, 50, 0.6),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Unbanked skidpad, radius 30 m, mu 0.95, 17 m/s: the vehicle holds its line.",
        "flat_curve",
        sticks(17, 30, 0.95),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Cornering on the flat at 25 m/s, radius 80 m, a motorbike whose tyres have mu = 0.7 "
        "washes out.",
        "flat_curve",
        not sticks(25, 80, 0.7),
    ),
    Case(
        "Suppose the friction coefficient is 0.25. Then a taxi doing 40 km/h round a roundabout "
        "with a radius of 20 m keeps its grip.",
        "flat_curve",
        sticks(40 * KMH, 20, 0.25),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Take the hairpin (flat, 12 m radius) at 9 m/s on tyres with mu 0.8 and your car will "
        "make it round.",
        "flat_curve",
        sticks(9, 12, 0.8),
    ),
    Case(
        "It can't hold the road: a lorry at 22 m/s in a level 100 m bend, mu 0.45.",
        "flat_curve",
        not sticks(22, 100, 0.45),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Off into the field goes the car that takes a flat 35 m bend at 60 km/h on leaves of "
        "friction 0.5.",
        "flat_curve",
        not sticks(60 * KMH, 35, 0.5),
    ),
    Case(
        "The tightest bend a tram-sized bus at 10 m/s can follow... here 20 m radius, flat, mu "
        "0.6: the bus gets through without skidding.",
        "flat_curve",
        sticks(10, 20, 0.6),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "v = 18 m/s, R = 45 m, mu = 0.7, flat turn, car: skids",
        "flat_curve",
        not sticks(18, 45, 0.7),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The cyclist's tyres (mu 0.8) won't lose hold as she rounds a level corner of 8 m radius "
        "at 7 m/s.",
        "flat_curve",
        sticks(7, 8, 0.8),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A car on a flat curve of radius 60 m with mu = 0.5 can go no faster than 16 m/s "
        "without skidding: its maximum speed is below 18 m/s.",
        "flat_curve",
        sqrt(0.5 * G * 60) <= 16,
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "On a level bend of 75 m radius with friction 0.65 the car starts to skid at 22 m/s or "
        "below.",
        "flat_curve",
        sqrt(0.65 * G * 75) <= 22,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "The limit speed for a car on a flat 50 m radius curve, mu 0.8, is over 70 km/h.",
        "flat_curve",
        sqrt(0.8 * G * 50) >= 70 * KMH,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "On the Moon, a rover rounds a level curve of 20 m radius at 4 m/s with mu = 0.6 and "
        "doesn't slide.",
        "flat_curve",
        sticks(4, 20, 0.6, MOON),
    ),
    Case(
        "My car slid off the flat corner at 15 m/s, friction 0.5.",
        "flat_curve",
        None,
        ("radius",),
        Phrasing.MISSING,
    ),
    Case(
        "A van gets round an unbanked bend of 50 m radius at 14 m/s.",
        "flat_curve",
        None,
        ("friction",),
        Phrasing.MISSING,
    ),
    Case(
        "Speeding through a level curve of 80 m radius, mu 0.7, the coupe stays on the tarmac.",
        "flat_curve",
        None,
        ("speed",),
        Phrasing.MISSING,
    ),
)
_BANKED = (
    Case(
        "My toy car whizzes round the sloped curve, banked 30 degrees with 2 m radius, at 3 m/s, "
        "and with friction 0.3 it doesn't slide up or down.",
        "banked_curve",
        slowest(0.3, 2, 30) <= 3 <= fastest(0.3, 2, 30),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "At the old speedway the banking was 25 degrees, 60 m radius and friction 0.2, and our "
        "Tom's car at 35 m/s went over the top.",
        "banked_curve",
        fastest(0.2, 60, 25) < 35,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Slip road's tipped in 8 degrees, radius 300 ft, mu about 0.3. Truck at 40 mph sticks to "
        "it no bother.",
        "banked_curve",
        slowest(0.3, 300 * FT, 8) <= 40 * MPH <= fastest(0.3, 300 * FT, 8),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Given theta = 20 deg, r = 100 m, mu = 0.4, show that a car at v = 25 m/s stays on the "
        "banked curve.",
        "banked_curve",
        slowest(0.4, 100, 20) <= 25 <= fastest(0.4, 100, 20),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Superelevation check: bank 6 deg; radius 200 m; friction 0.15; speed 100 km/h; vehicle "
        "slides outward",
        "banked_curve",
        fastest(0.15, 200, 6) < 100 * KMH,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "On ice (mu = 0.05) a car creeping round a 30° banked turn of 50 m radius at 5 m/s slips "
        "down to the inside.",
        "banked_curve",
        slowest(0.05, 50, 30) > 5,
    ),
    Case(
        "Race car climbs the wall: 50 m/s through a turn banked at 18°, radius 150 m, friction 0.5",
        "banked_curve",
        fastest(0.5, 150, 18) < 50,
    ),
    Case(
        "Vehicle on banked track. Bank 15 degrees, radius 40 m, tyre friction 0.6, speed 10 m/s. "
        "Vehicle maintains lane, no sliding.",
        "banked_curve",
        slowest(0.6, 40, 15) <= 10 <= fastest(0.6, 40, 15),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The curve is banked with 12 degree and radius is 80 m, the friction is 0,2. The car with "
        "22 m/s is going out of the curve.",
        "banked_curve",
        fastest(0.2, 80, 12) < 22,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Velodrome test, banking 42°, radius 25 m, mu 0.5, bike at 9 m/s: no downward slip.",
        "banked_curve",
        slowest(0.5, 25, 42) <= 9,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Without any friction at all, a car at 20 m/s on a bend of radius 100 m that is banked "
        "at 40° slides down the bank.",
        "banked_curve",
        slowest(0, 100, 40) > 20,
    ),
    Case(
        "Suppose the track tilts inward by 10°, the bend's radius is 120 m and mu = 0.35. A bus "
        "taking it at 60 km/h does not slide.",
        "banked_curve",
        slowest(0.35, 120, 10) <= 60 * KMH <= fastest(0.35, 120, 10),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Banked at 33 degrees with a 300 m radius, the speedway lets a stock car lap at 70 m/s "
        "with mu 0.7 without drifting up to the wall.",
        "banked_curve",
        fastest(0.7, 300, 33) >= 70,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Too slow! At 4 m/s on a 45 degree velodrome bank of radius 20 m with mu 0.4 the cyclist "
        "slides off the bottom.",
        "banked_curve",
        slowest(0.4, 20, 45) > 4,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "A parked... no, a crawling car at 1 m/s holds on the 14° banked bend (radius 60 m, "
        "friction 0.5).",
        "banked_curve",
        slowest(0.5, 60, 14) <= 1 <= fastest(0.5, 60, 14),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "bank_angle: 22 deg, curve_radius: 90 m, mu: 0.25, v: 31 m/s, result: car slides up",
        "banked_curve",
        fastest(0.25, 90, 22) < 31,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The greatest speed at which a van can follow a 70 m curve banked 10° with mu = 0.4 is "
        "at most 18 m/s.",
        "banked_curve",
        fastest(0.4, 70, 10) <= 18,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "To avoid slipping down a 35° bank of 50 m radius with friction 0.2, the car's minimum "
        "speed is at least 14 m/s.",
        "banked_curve",
        slowest(0.2, 50, 35) >= 14,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Cambered at 5%, a bend of 100 m radius with friction 0.3 keeps a coach at 70 km/h from "
        "skidding.",
        "banked_curve",
        fastest(0.3, 100, atan(0.05)) >= 70 * KMH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "It does not stay in its lane: mu = 0.1, radius = 65 m, bank = 9 deg, truck at 16 m/s.",
        "banked_curve",
        not slowest(0.1, 65, 9) <= 16 <= fastest(0.1, 65, 9),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The car holds on a curve of 80 m radius, banked at 15°, at 20 m/s.",
        "banked_curve",
        None,
        ("friction",),
        Phrasing.MISSING,
    ),
    Case(
        "On the banked bend, friction 0.3 and radius 50 m, a motorbike at 25 m/s slides up.",
        "banked_curve",
        None,
        ("bank",),
        Phrasing.MISSING,
    ),
    Case(
        "With a 20 degree bank and mu 0.25 the racer at 30 m/s goes over the outer edge of the "
        "turn.",
        "banked_curve",
        None,
        ("radius",),
        Phrasing.MISSING,
    ),
    Case(
        "The van keeps its line through the 60 m radius curve banked 12 degrees, mu 0.4.",
        "banked_curve",
        None,
        ("speed",),
        Phrasing.MISSING,
    ),
)
_ROLLED = (
    Case(
        "The big wobbly bus, 2 m between its wheels and its middle of weight 1.3 m up, goes round "
        "a 20 m circle bend at 15 m/s with mu 0.9 and falls on its side!",
        "rollover",
        rolls(15, 20, 0.9, 2.0, 1.3),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "My nephew's jeep, track 1.5 m, centre of gravity 0.8 m up, swung into a curve of 30 m "
        "radius at 18 m/s, mu 1.1, and over it went.",
        "rollover",
        rolls(18, 30, 1.1, 1.5, 0.8),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Loaded van, wheels 5 ft 6 in apart, weight sits 3 ft off the road. Corner's 60 ft "
        "radius, I do 25 mph, mu .8. She won't tip.",
        "rollover",
        rolls(25 * MPH, 60 * FT, 0.8, 5.5 * FT, 3 * FT) is False,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Given SSF = 1.2 and mu = 0.9, show that the vehicle skids before it can overturn in a "
        "turn of r = 40 m at v = 22 m/s.",
        "rollover",
        0.9 < 1.2 and 22**2 / (40 * G) > 0.9,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Rollover assessment: track 1.45 m, CG 0.75 m, friction 0.85, 60 km/h, radius 25 m. "
        "Vehicle stays upright.",
        "rollover",
        not rolls(60 * KMH, 25, 0.85, 1.45, 0.75),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The monster truck (track width 2.4 m, centre of mass at 1.8 m) should flip in a 25 m "
        "radius turn at 16 m/s on asphalt with friction 1.0.",
        "rollover",
        rolls(16, 25, 1.0, 2.4, 1.8),
    ),
    Case(
        "Tanker overturns on roundabout: centre of gravity 2 m up, track 1.9 m, 35 km/h, 15 m "
        "radius, road friction 0.7",
        "rollover",
        rolls(35 * KMH, 15, 0.7, 1.9, 2.0),
    ),
    Case(
        "AGV turns with radius 1.5 m at 2 m/s. Track 0.6 m. Centre of gravity 0.5 m. Friction "
        "0.8. AGV does not tip.",
        "rollover",
        not rolls(2, 1.5, 0.8, 0.6, 0.5),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The truck with track of 2 m and center of gravity in height 1.6 m is driving the curve "
        "of 50 m radius with 20 m/s; friction is 0.9; it is rolling over.",
        "rollover",
        rolls(20, 50, 0.9, 2.0, 1.6),
    ),
    Case(
        "Sedan: T = 1.55 m, h = 0.55 m, mu = 0.9, lateral acceleration 8 m/s²; no wheel lift",
        "rollover",
        not min(8 / G, 0.9) > 1.55 / 1.1,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "All wheels remain on the tarmac when the minibus, 1.7 m track, centre of gravity 0.9 m "
        "above it, corners at 12 m/s on a 30 m radius with mu = 0.8.",
        "rollover",
        not rolls(12, 30, 0.8, 1.7, 0.9),
    ),
    Case(
        "Suppose an SUV has a track of 1.6 m and its centre of mass 0.7 m up. In a 35 m radius "
        "turn at 20 m/s with mu 1.2 its inside wheels come off the ground.",
        "rollover",
        rolls(20, 35, 1.2, 1.6, 0.7),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Swerving at 0.9 g on grippy mu = 1.1 tarmac, a van with a 1.6 m track and a centre of "
        "gravity 1 m high ends up on its side.",
        "rollover",
        min(0.9, 1.1) > 1.6 / 2.0,
    ),
    Case(
        "The tractor, 1.8 m track, centre of gravity 0.9 m up, takes a 12 m radius turn at 6 m/s "
        "on soil of friction 0.6 and keeps all four tyres down.",
        "rollover",
        not rolls(6, 12, 0.6, 1.8, 0.9),
    ),
    Case(
        "A quad bike turning sharply (8 m radius, 9 m/s, mu 0.9) tips onto its side; the wheels "
        "are 0.9 m apart and the centre of gravity sits 0.6 m above the ground.",
        "rollover",
        rolls(9, 8, 0.9, 0.9, 0.6),
    ),
    Case(
        "No matter how hard the sports car corners, with mu = 1.0, a 1.6 m track and its centre "
        "of gravity at 0.45 m it can't roll.",
        "rollover",
        1.6 / 0.9 > 1.0,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "With a static stability factor of 0.8 a truck rolls over in a bend of 45 m radius at "
        "21 m/s, friction 0.9.",
        "rollover",
        min(21**2 / (45 * G), 0.9) > 0.8,
    ),
    Case(
        "Fork truck, track 1 m | CG height 0.9 m | r 4 m | v 4 m/s | mu 0.7 | stays on its wheels",
        "rollover",
        not rolls(4, 4, 0.7, 1.0, 0.9),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A double-decker going round a 25 m curve at 30 km/h doesn't topple: track 2.1 m, centre "
        "of gravity 1.5 m, mu 0.7.",
        "rollover",
        not rolls(30 * KMH, 25, 0.7, 2.1, 1.5),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Turned hard left at 17 m/s with a radius of 28 m, the off-roader (track 1.5 m, centre of "
        "mass 0.95 m high, mu 0.95) rolls.",
        "rollover",
        rolls(17, 28, 0.95, 1.5, 0.95),
    ),
    Case(
        "A van with a 1.6 m track flips in a 30 m radius bend at 18 m/s, mu = 1.",
        "rollover",
        None,
        ("centre of gravity",),
        Phrasing.MISSING,
    ),
    Case(
        "With its centre of gravity 0.9 m up, the lorry stays upright in the bend of 40 m radius "
        "at 17 m/s, friction 0.9.",
        "rollover",
        None,
        ("track",),
        Phrasing.MISSING,
    ),
    Case(
        "Track 1.5 m, centre of gravity 0.9 m, mu 0.95: the camper rolls over in a turn of 30 m "
        "radius.",
        "rollover",
        None,
        ("speed",),
        Phrasing.MISSING,
    ),
    Case(
        "Track 1.5 m, centre of gravity 0.9 m up, 20 m radius, 18 m/s: the jeep tips over in the "
        "turn.",
        "rollover",
        None,
        ("friction",),
        Phrasing.MISSING,
    ),
)
_BALANCED = (
    Case(
        "Me, I'm 25 kg, I sit 2 m from the middle and my sister with 20 kg sits 2.5 m on the "
        "other side, so the seesaw is straight.",
        "lever",
        25 * 2 == 20 * 2.5,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Grandfather weighs 90 kg and sits 1 m from the pivot; wee Sam, 30 kg, sits 2.5 m away "
        "opposite. Sam goes down.",
        "lever",
        30 * 2.5 > 90 * 1,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Bar under the cast iron bath: load 120 kg, 20 cm from the block. I put 30 kg on the far "
        "end, 1 m from the block used as pivot. Bath lifts.",
        "lever",
        30 * 1 > 120 * 0.2,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Given F1 = 40 N at d1 = 0.3 m to the left of the fulcrum and F2 = 24 N at d2 = 0.5 m to "
        "the right, show that the lever is in rotational equilibrium.",
        "lever",
        40 * 0.3 == 24 * 0.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Counterweight check: jib load 500 kg at 4 m, counterweight 900 kg at 2 m on the other "
        "side of the pivot; beam stays level",
        "lever",
        500 * 4 == 900 * 2,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The lever puzzle: a 10 kg stone 1.5 m left of the pivot must go up when a 6 kg orb lands "
        "softly... is placed 3 m right of it.",
        "lever",
        6 * 3 > 10 * 1.5,
        phrasing=Phrasing.COMPOUND,
    ),
    Case(
        "Teeter-totter tips toward mom: 60 kg at 1 m beats 25 kg kid at 2 m",
        "lever",
        60 * 1 > 25 * 2,
    ),
    Case(
        "Balance arm. Left payload 3 kg at 0.4 m. Right payload 2 kg at 0.6 m. Arm remains "
        "horizontal.",
        "lever",
        math.isclose(3 * 0.4, 2 * 0.6),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "On the left side of the lever is hanging 8 kg with distance 30 cm from pivot and on the "
        "right side 5 kg with distance 45 cm. The lever is going down on the right.",
        "lever",
        5 * 0.45 > 8 * 0.3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Metre rule pivoted at its centre; 200 g at 30 cm left, 150 g at 40 cm right: balanced.",
        "lever",
        math.isclose(200 * 30, 150 * 40),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A 70 kg man stands 50 cm from the fulcrum of a plank. A 25 kg boy 1.5 m from it on the "
        "other side sends the man up.",
        "lever",
        25 * 1.5 > 70 * 0.5,
    ),
    Case(
        "Suppose a 100 kg rock sits 0.25 m from the fulcrum. Pressing with 200 N at 1.5 m on the "
        "other end of the crowbar, I can raise it.",
        "lever",
        100 * G * 0.25 < 200 * 1.5,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The seesaw tilts: 32 kg at 1.5 m on one side, 24 kg at 2 m on the other.",
        "lever",
        32 * 1.5 != 24 * 2,
    ),
    Case(
        "Placed 1.2 m from the pivot, a 15 kg bucket doesn't balance a 12 kg bucket 1.5 m out on "
        "the opposite arm.",
        "lever",
        not math.isclose(15 * 1.2, 12 * 1.5),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Four stone of boy at 2 m holds level, on a seesaw, seven stone of girl at 1 m.",
        "lever",
        4 * 2 == 7 * 1,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "m1 = 12 kg / d1 = 0.8 m / m2 = 10 kg / d2 = 1 m / lever tips left",
        "lever",
        12 * 0.8 > 10 * 1,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Down goes the 40 kg end: it hangs 0.7 m from the pivot while 50 kg hang 0.5 m from it on "
        "the other side of the beam.",
        "lever",
        40 * 0.7 > 50 * 0.5,
    ),
    Case(
        "Using a 2 m pry bar with the pivot 20 cm from the tip, a push of 150 N at the other end "
        "shifts a 130 kg slab resting on the tip.",
        "lever",
        130 * G * 0.2 < 150 * 1.8,
    ),
    Case(
        "Torques cancel when 9 kg acts 0.2 m from the pivot on one arm and 6 kg at 0.3 m on the "
        "other.",
        "lever",
        math.isclose(9 * 0.2, 6 * 0.3),
    ),
    Case(
        "A cat of 4 kg curls up 1 m right of the pivot; a 1.5 kg stack of books 2.5 m left of it "
        "... the cat's side stays down on the seesaw.",
        "lever",
        4 * 1 > 1.5 * 2.5,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "A father of 80 kg, sitting 0.9 m from the middle of a seesaw, is not lifted by his 24 kg "
        "daughter at 2.8 m on the other side.",
        "lever",
        not 24 * 2.8 > 80 * 0.9,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The 30 kg child 2 m from the pivot keeps the seesaw level with a 40 kg friend on the "
        "other side.",
        "lever",
        None,
        ("distance",),
        Phrasing.MISSING,
    ),
    Case(
        "A 25 kg girl sits 1.6 m from the pivot and her brother 1.2 m from it on the other side; "
        "the brother goes down on the seesaw.",
        "lever",
        None,
        ("mass",),
        Phrasing.MISSING,
    ),
    Case(
        "With a crowbar whose fulcrum is 10 cm from the load I lift an 80 kg stone by pushing "
        "with 100 N.",
        "lever",
        None,
        ("distance",),
        Phrasing.MISSING,
    ),
)
_GRIPPED = (
    Case(
        "The claw pinches my teddy, which is 0.2 kg, with 3 N from each finger and friction 0.4, "
        "and teddy doesn't fall out!",
        "grip",
        grips(0.2, 3, 0.4),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "With these old tongs I squeeze the jam jar, half a kilo, with 4 N a side; mu is 0.5 and "
        "it shan't slip, love.",
        "grip",
        grips(0.5, 4, 0.5),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Got a 3 kg pipe in the vice grip jaws, 40 N each jaw, mu 0.3. Pipe drops.",
        "grip",
        not grips(3, 40, 0.3),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Given m = 0.8 kg, mu = 0.6, N = 7 N on each of two fingers, show that the object is held "
        "against gravity.",
        "grip",
        grips(0.8, 7, 0.6),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Gripper spec: payload 5 kg | clamping force 60 N per jaw | mu 0.35 | acceleration 3 "
        "m/s² upward | part does not slip",
        "grip",
        grips(5, 60, 0.35, a=3),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The robot arm should lose the 1.2 kg bottle when its two fingers press with only 10 N "
        "each at friction 0.5.",
        "grip",
        not grips(1.2, 10, 0.5),
    ),
    Case(
        "Robot drops vase: two fingers at 12 N each could not hold 1.5 kg of porcelain, friction "
        "0.45",
        "grip",
        not grips(1.5, 12, 0.45),
    ),
    Case(
        "Grip force 25 N per finger. Three fingers. Friction 0.4. Workpiece mass 2.5 kg. Vertical "
        "acceleration 1 m/s². Workpiece retained.",
        "grip",
        grips(2.5, 25, 0.4, 3, 1),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The gripper is pressing the box of 2 kg with the force of 30 N by every finger, the "
        "friction is 0,3 and the box is not falling down.",
        "grip",
        grips(2, 30, 0.3),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Forceps hold the 50 g crucible: 0.6 N pinch per tip, coefficient 0.5.",
        "grip",
        grips(0.05, 0.6, 0.5),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Clamped between two jaws at 80 N with mu = 0.25, a 4 kg casting slides out.",
        "grip",
        not grips(4, 80, 0.25),
    ),
    Case(
        "Suppose the fingers of a robot hand squeeze a 300 g cup with 5 N apiece and mu is 0.35. "
        "Then the cup stays in the hand.",
        "grip",
        grips(0.3, 5, 0.35),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Let a gripper take a 0.9 kg brick between two fingers, 15 N each, mu 0.4, and hoist it "
        "at 2 m/s²: it loses the brick.",
        "grip",
        not grips(0.9, 15, 0.4, a=2),
    ),
    Case(
        "Out of the fingers slides a wet glass of 350 g, friction 0.15, squeezed with 8 N from "
        "either side by the robot hand.",
        "grip",
        not grips(0.35, 8, 0.15),
    ),
    Case(
        "A pinch of 20 N per finger is too weak to keep hold of a 2 kg tin at mu = 0.45.",
        "grip",
        not grips(2, 20, 0.45),
    ),
    Case(
        "A pinch of 6 N from thumb and finger is enough for a 0.4 kg apple with friction 0.5.",
        "grip",
        grips(0.4, 6, 0.5),
    ),
    Case(
        "Jaw force 18 N is sufficient to lift a 1 kg part steadily; two jaws, friction 0.2.",
        "grip",
        grips(1, 18, 0.2),
    ),
    Case(
        "The part never slips from the two padded fingers, each pushing with 14 N, when the arm "
        "jerks it up at 6 m/s²: 1 kg, mu 0.6.",
        "grip",
        grips(1, 14, 0.6, a=6),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "To hold a 1.5 kg melon at mu 0.5, each of the gripper's two fingers needs no more than "
        "15 N.",
        "grip",
        1.5 * G / (2 * 0.5) <= 15,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Each jaw of a two-jaw gripper must press with at least 30 N to hold 2 kg at a friction "
        "of 0.4.",
        "grip",
        2 * G / (2 * 0.4) >= 30,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Held by four fingers with 5 N each and a friction coefficient of 0.6, a 1 kg cube stays "
        "put in the gripper.",
        "grip",
        grips(1, 5, 0.6, 4),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "The gripper carries a 1.4 kg jar, pressing with 22 N per finger.",
        "grip",
        None,
        ("friction",),
        Phrasing.MISSING,
    ),
    Case(
        "Two fingers squeeze with 12 N each, friction 0.5, and the robot hand keeps hold of its "
        "parcel.",
        "grip",
        None,
        ("mass",),
        Phrasing.MISSING,
    ),
    Case(
        "A 0.7 kg can slips from the claw whose fingers have a friction of 0.3.",
        "grip",
        None,
        ("squeeze",),
        Phrasing.MISSING,
    ),
)

_PUSHED_2 = (
    Case(
        "Shoulder against it 1.3 m up, I heave at the 75 cm deep piano, floor friction 0.3, and "
        "it shifts along without going over.",
        "push_tip",
        not tips(0.3, 1.3, 0.75),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "DISPLAY CASE TOPPLES: shopper pushes 40 cm wide case 1.2 m above floor, friction 0.4",
        "push_tip",
        tips(0.4, 1.2, 0.4),
    ),
    Case(
        "Elbowed at 1.1 m, the bar stool with a stance of 38 cm goes over rather than slides; mu "
        "0.45.",
        "push_tip",
        tips(0.45, 1.1, 0.38),
    ),
    Case(
        "No toppling occurs when the rack, 0.9 m deep, mu 0.35, is pushed at 1.0 m.",
        "push_tip",
        not tips(0.35, 1.0, 0.9),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The box, friction coefficient 0.2 and base 30 cm, is flipped by a push 60 cm above the "
        "ground.",
        "push_tip",
        tips(0.2, 0.6, 0.3),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "mu: 0.5; push height: 40 cm; base width: 35 cm; expected: crate slides",
        "push_tip",
        not tips(0.5, 0.4, 0.35),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "On ice, mu = 0.05, you can push a 20 cm wide statue at 1.5 m and it merely glides away.",
        "push_tip",
        not tips(0.05, 1.5, 0.2),
    ),
    Case(
        "Pressing 55 cm up with one hand doesn't make my 60 cm wide washing machine tip: friction "
        "0.5 lets it slide first.",
        "push_tip",
        not tips(0.5, 0.55, 0.6),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A horizontal pull 0.9 m up the 0.7 m broad crate, coefficient 0.4: it falls over.",
        "push_tip",
        tips(0.4, 0.9, 0.7),
    ),
    Case(
        "The thing's a foot wide and I push two feet up, and mu is a quarter, so it slides.",
        "push_tip",
        not tips(0.25, 2 * FT, 1 * FT),
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A robot applies a sideways force to a bin at a height of 0.5 m. The bin base is 0.25 m "
        "wide and its friction 0.45. The bin must not tip.",
        "push_tip",
        not tips(0.45, 0.5, 0.25),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The crate tips, as it has a 0.4 m base, is pushed at 0.9 m and rubs with mu = 0.6.",
        "push_tip",
        tips(0.6, 0.9, 0.4),
    ),
    Case(
        "Show that pushing at 0.8 m tips the crate, the friction coefficient being 0.5.",
        "push_tip",
        None,
        ("width",),
        Phrasing.MISSING,
    ),
)
_LOADED_2 = (
    Case(
        "Brakes slammed on at 8 m/s², the crates, mu 0.5, hurtle forward along the trailer.",
        "truck_bed",
        not held(8, 0.5),
    ),
    Case(
        "Gran's cake won't slide off the seat of the bus that slows at 2 m/s²; friction is 0.3.",
        "truck_bed",
        held(2, 0.3),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "UNSECURED LOAD SHIFTS AS LORRY BRAKES: deceleration 4 m/s², friction coefficient 0.5",
        "truck_bed",
        not held(4, 0.5),
    ),
    Case(
        "The pallet is not displaced on the wagon that accelerates at 1.2 m/s², given mu_s 0.15.",
        "truck_bed",
        held(1.2, 0.15),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "For a mobile robot decelerating at 3.5 m/s², the parcel on its deck must not slide; the "
        "friction between them is 0.3.",
        "truck_bed",
        held(3.5, 0.3),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "From standstill to 36 km/h in 2.5 s: does the drum with mu 0.5 keep its place on the "
        "flatbed? It does.",
        "truck_bed",
        held(10 / 2.5, 0.5),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "The tool chest stays at rest relative to the pickup which brakes at 6 m/s2 with a static "
        "friction coefficient of 0.7 on the bed liner.",
        "truck_bed",
        held(6, 0.7),
    ),
    Case(
        "Accelerate the cart at 3 m/s²: the block on it, with a coefficient of 0.35, rides along.",
        "truck_bed",
        held(3, 0.35),
    ),
    Case(
        "Everything loose slides when the camper brakes at 9 m/s² - even the toolbox, whose "
        "friction is 0.8.",
        "truck_bed",
        not held(9, 0.8),
    ),
    Case(
        "My coffee mug (mu 0.5) slides off the dashboard, the car having braked at 0.4 g.",
        "truck_bed",
        not held(0.4 * G, 0.5),
    ),
    Case(
        "A friction coefficient of 0.2 is too low to hold the boxes on a truck accelerating at 3 "
        "m/s².",
        "truck_bed",
        not held(3, 0.2),
    ),
    Case(
        "A friction coefficient of 0.4 suffices to hold the sofa on a van braking at 3.5 m/s².",
        "truck_bed",
        held(3.5, 0.4),
    ),
    Case(
        "Truck sets off with 2 m/s², washing machine in the back stands still on the bed.",
        "truck_bed",
        None,
        ("friction",),
        Phrasing.MISSING,
    ),
)
_FLAT_2 = (
    Case(
        "Round the roundabout (25 m radius, dead level) at 45 km/h on wet cobbles with mu 0.35, "
        "the postbus keeps its footing.",
        "flat_curve",
        sticks(45 * KMH, 25, 0.35),
    ),
    Case(
        "Kart spins out of 15 m radius hairpin at 12 m/s; flat track, grip 0.8",
        "flat_curve",
        not sticks(12, 15, 0.8),
    ),
    Case(
        "Do 30 mph round a flat bend with an 80 foot radius on mu 0.6 and you'll end up in the "
        "hedge.",
        "flat_curve",
        not sticks(30 * MPH, 80 * FT, 0.6),
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "The friction coefficient, 0.9, is high enough to keep the sports car from sliding in a "
        "level 60 m radius turn at 22 m/s.",
        "flat_curve",
        sticks(22, 60, 0.9),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Skid onset for a car, flat curve, r = 70 m, mu = 0.6: 20 m/s or less.",
        "flat_curve",
        sqrt(0.6 * G * 70) <= 20,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A delivery robot follows a circular path of 0.8 m radius at 1.2 m/s on a level floor, mu "
        "0.3, without its wheels slipping.",
        "flat_curve",
        sticks(1.2, 0.8, 0.3),
    ),
    Case(
        "Tyres with a coefficient of 0.7 are not able to hold a car at 90 km/h on a flat curve of "
        "100 m radius.",
        "flat_curve",
        not sticks(25, 100, 0.7),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A motorcyclist leans into... rides a level bend at 16 m/s, radius 40 m, mu 0.75, and "
        "comes through fine.",
        "flat_curve",
        sticks(16, 40, 0.75),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Velocity 28 m/s. Curve radius 120 m. No banking. Friction 0.7. The truck departs from "
        "its lane.",
        "flat_curve",
        not sticks(28, 120, 0.7),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The car sweeps round the flat 200 m radius curve at 110 km/h; mu of 0.5 is all it has, "
        "yet it clings on.",
        "flat_curve",
        sticks(110 * KMH, 200, 0.5),
    ),
    Case(
        "Too fast for the bend: 20 m/s, radius 50 m, flat, friction 0.7, and the van slides off.",
        "flat_curve",
        not sticks(20, 50, 0.7),
    ),
    Case(
        "At 15 m/s the scooter makes it through the flat corner, tyres at mu 0.9.",
        "flat_curve",
        None,
        ("radius",),
        Phrasing.MISSING,
    ),
)
_BANKED_2 = (
    Case(
        "Cyclist slides down velodrome: 5 m/s on a 40° banking, 22 m radius, friction 0.3",
        "banked_curve",
        slowest(0.3, 22, 40) > 5,
    ),
    Case(
        "Does a 15 degree bank with mu 0.3 keep a car from running wide at 25 m/s, radius 90 m? "
        "It does.",
        "banked_curve",
        fastest(0.3, 90, 15) >= 25,
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "The turn, 55 m in radius, is tilted inward at 18 degrees; at 17 m/s with tyres of mu "
        "0.25 the sedan tracks it.",
        "banked_curve",
        slowest(0.25, 55, 18) <= 17 <= fastest(0.25, 55, 18),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Lapping the oval (radius 250 m, banking 24°, mu 0.6) at 80 m/s sends the car up into the "
        "wall.",
        "banked_curve",
        fastest(0.6, 250, 24) < 80,
    ),
    Case(
        "With ice on the banked turn (30°, r = 40 m, mu 0.1) a truck at 7 m/s does not slide down.",
        "banked_curve",
        slowest(0.1, 40, 30) <= 7,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Speed 60 mph, radius 500 ft, superelevation 8%, side friction 0.15: vehicle holds.",
        "banked_curve",
        fastest(0.15, 500 * FT, atan(0.08)) >= 60 * MPH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A bobsled at 30 m/s is held by a 60 degree bank of 45 m radius with mu 0.05.",
        "banked_curve",
        slowest(0.05, 45, 60) <= 30 <= fastest(0.05, 45, 60),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "The frictionless 20° bank with a 110 m radius carries the car at exactly 45 m/s: it "
        "flies out.",
        "banked_curve",
        fastest(0, 110, 20) < 45,
    ),
    Case(
        "The fastest a car can take the curve, banked 12°, 85 m radius, mu 0.5, is over 25 m/s.",
        "banked_curve",
        fastest(0.5, 85, 12) >= 25,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "The kart neither climbs nor drops: bank 10°, radius 30 m, mu 0.6, 12 m/s, banked curve.",
        "banked_curve",
        slowest(0.6, 30, 10) <= 12 <= fastest(0.6, 30, 10),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Banked 20 degrees, with mu = 0.3, the turn of 60 m radius holds the bus.",
        "banked_curve",
        None,
        ("speed",),
        Phrasing.MISSING,
    ),
)
_ROLLED_2 = (
    Case(
        "LORRY ON ITS SIDE: took 30 m radius bend at 50 km/h, track 2 m, centre of gravity 1.7 m, "
        "friction 0.8",
        "rollover",
        rolls(50 * KMH, 30, 0.8, 2.0, 1.7),
    ),
    Case(
        "Two wheels leave the ground? No: the hatchback (track 1.5 m, centre of gravity 0.5 m) "
        "stays flat on its wheels at 20 m/s in a curve of 50 m radius with mu 0.9.",
        "rollover",
        not rolls(20, 50, 0.9, 1.5, 0.5),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "The van will overturn in a turn of 20 m radius at 14 m/s if its track is 1.6 m, its "
        "centre of gravity 1 m up and mu 0.9.",
        "rollover",
        rolls(14, 20, 0.9, 1.6, 1.0),
    ),
    Case(
        "Cornering at 7 m/s², a 4x4 with an SSF of 1.05 and tyres at mu 0.9 stays right side up.",
        "rollover",
        not min(7 / G, 0.9) > 1.05,
    ),
    Case(
        "It skids instead of rolling: car with a 1.5 m track, cg 0.55 m, mu 0.7, 25 m/s, radius "
        "60 m.",
        "rollover",
        0.7 <= 1.5 / 1.1 and 25**2 / (60 * G) > 0.7,
    ),
    Case(
        "Forklift with load raised: centre of gravity 1.4 m high, track 1.1 m, 3 m turning "
        "radius, 3.5 m/s, mu 0.8. Forklift tips over.",
        "rollover",
        rolls(3.5, 3, 0.8, 1.1, 1.4),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "A tuk-tuk's wheels are 1.2 m apart and its centre of mass is at 0.7 m; a 12 m radius "
        "turn at 9 m/s with friction 1.0 turns it over.",
        "rollover",
        rolls(9, 12, 1.0, 1.2, 0.7),
    ),
    Case(
        "Rolling over is out of the question for a racing car, track 1.8 m, cg at 0.3 m, in a 40 "
        "m radius turn at 24 m/s with mu 1.5.",
        "rollover",
        not rolls(24, 40, 1.5, 1.8, 0.3),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "Bus: track 2.2 m / cg 1.2 m / mu 0.75 / r 35 m / 55 km/h / does not roll",
        "rollover",
        not rolls(55 * KMH, 35, 0.75, 2.2, 1.2),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "The combine, 3 m track and centre of gravity 2 m above the field, topples in a 15 m turn "
        "at 8 m/s on soil with mu 0.7.",
        "rollover",
        rolls(8, 15, 0.7, 3.0, 2.0),
    ),
    Case(
        "When driven round 40 m radius at 18 m/s the ambulance, 1.7 m between its wheels, flips; "
        "mu is 0.95.",
        "rollover",
        None,
        ("centre of gravity",),
        Phrasing.MISSING,
    ),
)
_BALANCED_2 = (
    Case(
        "Seesaw: mum, 65 kg, 1 m out; twins, together 52 kg, 1.25 m out on the other side. Level.",
        "lever",
        math.isclose(65 * 1, 52 * 1.25),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Heavy Hugo (50 kg, 1.2 m from the pivot) gets lifted by light Lena (28 kg, 2 m from it, "
        "opposite).",
        "lever",
        28 * 2 > 50 * 1.2,
    ),
    Case(
        "A crowbar with 1.2 m from hand to fulcrum and 0.1 m from fulcrum to stone: 250 N of push "
        "lifts the 280 kg stone.",
        "lever",
        280 * G * 0.1 < 250 * 1.2,
    ),
    Case(
        "The rod hangs horizontal with 3 N 40 cm left of the pivot and 4 N 30 cm right of it.",
        "lever",
        math.isclose(3 * 40, 4 * 30),
    ),
    Case(
        "Put 12 kg at 0.5 m on the left of a pivoted beam and 10 kg at 0.65 m on its right: the "
        "right side drops.",
        "lever",
        10 * 0.65 > 12 * 0.5,
    ),
    Case(
        "Without moving, the seesaw carries a 36 kg girl 1.5 m left of its pivot and a 30 kg boy "
        "1.8 m right of it.",
        "lever",
        math.isclose(36 * 1.5, 30 * 1.8),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "If 500 g hang 24 cm from the fulcrum of a ruler, 400 g hung 28 cm out on the other side "
        "can't balance it.",
        "lever",
        not math.isclose(500 * 24, 400 * 28),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The dog stays in the air: 20 kg at 1 m against the 14 kg cat cage at 1.6 m on the other "
        "arm of the seesaw.",
        "lever",
        14 * 1.6 > 20 * 1.0,
    ),
    Case(
        "Left arm 0.6 m, left mass 5 kg, right arm 0.5 m, right mass 6 kg, massless lever, "
        "result: balanced",
        "lever",
        math.isclose(0.6 * 5, 0.5 * 6),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Leaning with 300 N on the end of a lever 1.5 m from its fulcrum shifts a 200 kg boulder "
        "0.2 m on the other side of the fulcrum.",
        "lever",
        200 * G * 0.2 < 300 * 1.5,
    ),
    Case(
        "A board pivots at its middle. 18 kg at 80 cm on one side; 14 kg at 100 cm on the other. "
        "The 18 kg side goes down.",
        "lever",
        18 * 0.8 > 14 * 1.0,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The seesaw balances with 40 kg 1.5 m from the pivot and 30 kg on the opposite side.",
        "lever",
        None,
        ("distance",),
        Phrasing.MISSING,
    ),
)
_GRIPPED_2 = (
    Case(
        "ROBOT LOSES GRIP: 2.2 kg casing slides from two-jaw gripper, 35 N per jaw, friction 0.3",
        "grip",
        not grips(2.2, 35, 0.3),
    ),
    Case(
        "Between finger and thumb Nan pinches a 60 g egg with 1 N each, mu 0.4, and doesn't drop "
        "it.",
        "grip",
        grips(0.06, 1, 0.4),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "End effector: 3 fingers; 9 N each; mu = 0.5; payload 1.3 kg; result: no slip",
        "grip",
        grips(1.3, 9, 0.5, 3),
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Squeezed from both sides by the jaws at 45 N each with friction of 0.2, the 2 kg ingot "
        "falls.",
        "grip",
        not grips(2, 45, 0.2),
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "The fingers' 10 N each will not suffice to hold 1.5 kg at mu = 0.6.",
        "grip",
        not grips(1.5, 10, 0.6),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Hoisting a 0.5 kg flask at 4 m/s² needs the gripper's two fingers, mu 0.5, to press with "
        "no less than 8 N each.",
        "grip",
        0.5 * (G + 4) / (2 * 0.5) >= 8,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "With a friction coefficient of 0.8 the rubber fingers keep the 1 kg ball from slipping "
        "at a squeeze of 6 N each.",
        "grip",
        grips(1, 6, 0.8),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "I take the 250 g mug with tongs, 2 N each arm, mu 0.45: crash, it falls out.",
        "grip",
        not grips(0.25, 2, 0.45),
        phrasing=Phrasing.COLLOQUIAL,
    ),
    Case(
        "The claw presses the prize of 120 g with 1.5 N per finger. The friction is 0.3 and there "
        "are three fingers. The prize is lifted.",
        "grip",
        grips(0.12, 1.5, 0.3, 3),
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The gripper lowers a 3 kg part, accelerating downward at 2 m/s², with 40 N per finger "
        "and mu 0.3; the part does not slip.",
        "grip",
        grips(3, 40, 0.3, 2, -2),
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A vice holding a 5 kg bar by friction (mu = 0.2) with 100 N per jaw lets it slide down.",
        "grip",
        not grips(5, 100, 0.2),
    ),
    Case(
        "The robot hand squeezes the 0.6 kg bottle with 8 N a finger and won't let it slip.",
        "grip",
        None,
        ("friction",),
        Phrasing.MISSING,
    ),
)
CASES: tuple[Case, ...] = (
    *_PUSHED,
    *_LOADED,
    *_FLAT,
    *_BANKED,
    *_ROLLED,
    *_BALANCED,
    *_GRIPPED,
    *_PUSHED_2,
    *_LOADED_2,
    *_FLAT_2,
    *_BANKED_2,
    *_ROLLED_2,
    *_BALANCED_2,
    *_GRIPPED_2,
)
