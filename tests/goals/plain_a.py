"""Plain goals for falling, flight, bouncing, jumping, draining and sliding down a slope.

Written before any code or any other corpus was read: sixteen per family, as different people would
type them into a form. Every truth is computed here by a formula written out anew (g = 9.81 m/s^2).
"""

from math import cos, pi, radians, sin, sqrt, tan

from tests.goals.case import Case, Phrasing

G = 9.81
FOOT = 0.3048
INCH = 0.0254
MILE_PER_HOUR = 0.44704
KMH = 1 / 3.6
AIR = 1.225
PERSON = 0.7  # what an unaided human can raise the own centre of mass from standing, in metres


def _fall_time(h: float) -> float:
    return sqrt(2 * h / G)


def _fall_speed(h: float, v0: float = 0.0) -> float:
    return sqrt(v0 * v0 + 2 * G * h)


def _range(v: float, deg: float = 45.0) -> float:
    return v * v * sin(2 * radians(deg)) / G


def _height_at(x: float, v: float, deg: float, y0: float = 0.0) -> float:
    a = radians(deg)
    return y0 + x * tan(a) - G * x * x / (2 * (v * cos(a)) ** 2)


def _envelope(x: float, v: float, y0: float = 0.0) -> float:
    return y0 + v * v / (2 * G) - G * x * x / (2 * v * v)


def _flat_reach(v: float, h: float) -> float:
    return v * _fall_time(h)


def _rise(v: float) -> float:
    return v * v / (2 * G)


def _terminal(m: float, cda: float, rho: float = AIR) -> float:
    return sqrt(2 * m * G / (rho * cda))


def _rebound(h: float, e: float, n: int = 1) -> float:
    return h * e ** (2 * n)


def _airtime(h: float) -> float:
    return 2 * sqrt(2 * h / G)


def _efflux(h: float) -> float:
    return sqrt(2 * G * h)


def _drain(area: float, hole: float, h: float, cd: float = 1.0) -> float:
    return area / (cd * hole) * sqrt(2 * h / G)


def _disc(d: float) -> float:
    return pi * d * d / 4


def _slope(deg: float) -> float:
    return tan(radians(deg))


def _slide(deg: float, mu: float) -> float:
    return G * (sin(radians(deg)) - mu * cos(radians(deg)))


FREE_FALL = (
    Case(
        "My spanner slips off a scaffold board 12 m up. I want it to hit the ground no later than "
        "1.7 seconds after that.",
        "free_fall",
        _fall_time(12) <= 1.7,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "In less than one second, a roof tile that comes loose 9 metres above the pavement must "
        "have landed.",
        "free_fall",
        _fall_time(9) < 1,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A 58-year-old nurse lets a glass vial drop from a shelf 1.5 m high; it should strike the "
        "floor at more than 5 m/s.",
        "free_fall",
        _fall_speed(1.5) > 5,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A coconut that is let go 20 m above the beach does not take longer than 2.2 s to reach "
        "the sand.",
        "free_fall",
        _fall_time(20) <= 2.2,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The height of the bridge is 45 m. A pebble is released from the railing and is heard to "
        "hit the river bed below after at most 2.5 s of falling.",
        "free_fall",
        _fall_time(45) <= 2.5,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "If a paint pot is knocked off a ladder 15 feet above the floor, it ends up hitting the "
        "floor at 30 mph or more.",
        "free_fall",
        _fall_speed(15 * FOOT) >= 30 * MILE_PER_HOUR,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "The stunt dummy, released from rest out of a window at 11 m, manages to reach the "
        "mattress on the ground in 1.6 s at the latest.",
        "free_fall",
        _fall_time(11) <= 1.6,
    ),
    Case(
        "hammer; drop height 30 m; from rest; impact speed never above 20 m/s",
        "free_fall",
        _fall_speed(30) <= 20,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A climber loses a carabiner at 60 m and it is on the ground again within three seconds.",
        "free_fall",
        _fall_time(60) <= 3,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A brick weighing 3 kg is droped down a lift shaft which is 25 m deep and it gets to the "
        "bottom in under 2.5 s.",
        "free_fall",
        _fall_time(25) < 2.5,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "The bolt hits the deck at no more than 60 km/h after falling from the top of the mast, "
        "which stands 10 m above the deck.",
        "free_fall",
        _fall_speed(10) <= 60 * KMH,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "It must not take less than 1 s for an apple to reach the ground if it comes off a branch "
        "3 m above it.",
        "free_fall",
        _fall_time(3) >= 1,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "From a hay loft 4 m up, a bale is pushed over the edge without any speed and the farmer "
        "wants it down in the yard in not more than a second.",
        "free_fall",
        _fall_time(4) <= 1,
    ),
    Case(
        "A camera is dropped from a drone and should hit the field in less than 3 s.",
        "free_fall",
        None,
        missing=("height", "h"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "The inspector drops a steel ball down a tower that is 80 m tall and the ball is able to "
        "arrive at the foot faster than 35 m/s, air resistance left aside.",
        "free_fall",
        _fall_speed(80) > 35,
    ),
    Case(
        "lead weight / released from rest at unknown height / must not reach floor before 2 s",
        "free_fall",
        None,
        missing=("height", "h"),
        phrasing=Phrasing.MISSING,
    ),
)

PROJECTILE = (
    Case(
        "A girl kicks a football at 18 m/s, 40 degrees above the horizontal. I want it to go over "
        "a 3 m high fence that stands 15 m in front of her.",
        "projectile",
        _height_at(15, 18, 40) > 3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "With a launch speed of 9 m/s a snowball has to make it across a stream 12 m wide, the two "
        "banks being equally high.",
        "projectile",
        _range(9) >= 12,
    ),
    Case(
        "The sailor throws a line at 12 m/s and 45 degrees, and the end of it must reach a jetty "
        "at the same height 13 m away.",
        "projectile",
        _range(12) >= 13,
    ),
    Case(
        "A stone slung at 25 m/s and 30 degrees is not able to fly over a 12 m tree that is 20 m "
        "from the slinger.",
        "projectile",
        not _height_at(20, 25, 30) > 12,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Rolling off a 1.2 m high workbench at 2 m/s, a marble should land at least 1.5 m from the "
        "foot of the bench.",
        "projectile",
        _flat_reach(2, 1.2) >= 1.5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "Our film needs a motorbike with a 90 hp engine to leave a ramp of 20 degrees at 72 km/h "
        "and come down on a platform of equal height beyond a gap of 22 metres.",
        "projectile",
        _range(20, 20) >= 22,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A tennis ball is hit upwards at 35 degrees with 14 m/s and a wall 6 m tall, 9 m away, is "
        "cleared by it.",
        "projectile",
        _height_at(9, 14, 35) > 6,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "golf ball; 40 m/s; 45 deg; level ground; must not carry less than 150 m",
        "projectile",
        _range(40) >= 150,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A hose shoots water out at 15 m/s at an angle of 60 degrees. The water gets over a garden "
        "wall 4 m high at a distance of 10 m.",
        "projectile",
        _height_at(10, 15, 60) > 4,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Thrown as cleverly as you like at 30 mph, a parcel ends up on the far side of a canal "
        "that is 80 feet across.",
        "projectile",
        _range(30 * MILE_PER_HOUR) >= 80 * FOOT,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "Can a javelin that leaves the hand at twenty metres per second and forty five degrees fly "
        "at least thirty five metres over flat ground?",
        "projectile",
        _range(20) >= 35,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "The arrow, shot at 50 m/s and 10 degrees, never flies farther than 80 m on level ground.",
        "projectile",
        _range(50, 10) <= 80,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A pumpkin is flung by a catapault at 22 m/s and 50 degrees and lands more than 60 m away "
        "on the same level.",
        "projectile",
        _range(22, 50) > 60,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A basketball thrown at 45 degrees has to get over a bar 4 m high which is 5 m away.",
        "projectile",
        None,
        missing=("speed", "v"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "If it is launched horizontally at 6 m/s from a cliff 20 m high, the rock hits the water "
        "more than 15 m out from the cliff.",
        "projectile",
        _flat_reach(6, 20) > 15,
    ),
    Case(
        "skateboarder / ramp 25 deg / speed not given / does not fall short of 6 m gap",
        "projectile",
        None,
        missing=("speed", "v"),
        phrasing=Phrasing.MISSING,
    ),
)

VERTICAL_THROW = (
    Case(
        "A pupil throws a rubber straight up at 8 m/s. It must rise 3 m or more above the hand.",
        "vertical_throw",
        _rise(8) >= 3,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "To pass a roller up to a painter 6 m higher, his mate tosses it vertically at 9 m/s, and "
        "it gets all the way up to him.",
        "vertical_throw",
        _rise(9) >= 6,
    ),
    Case(
        "The flare leaves the pistol vertically at 45 m/s and, drag ignored, it should climb to at "
        "least 100 metres above the boat.",
        "vertical_throw",
        _rise(45) >= 100,
    ),
    Case(
        "A juggling club sent straight upwards with 7 m/s does not go higher than 2 m above the "
        "point where it was released.",
        "vertical_throw",
        _rise(7) <= 2,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "After being thrown straight up at 10 m/s the cricket ball is back in the bowler's hand in "
        "under 1.5 seconds.",
        "vertical_throw",
        2 * 10 / G < 1.5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "I am 42 and can throw a sponge vertically at 20 km/h. I want it to get 1 m or more above "
        "my hand.",
        "vertical_throw",
        _rise(20 * KMH) >= 1,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A cork that shoots straight up out of the bottle at 12 m/s reaches the hall's ceiling, "
        "which is 9 m above the bottle.",
        "vertical_throw",
        _rise(12) >= 9,
    ),
    Case(
        "toy rocket, coasting, straight up, 15 m/s, apex not below 10 m",
        "vertical_throw",
        _rise(15) >= 10,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Thrown straight up at thirty feet per second, the keys have to reach a balcony twenty "
        "feet above the thrower's hand.",
        "vertical_throw",
        _rise(30 * FOOT) >= 20 * FOOT,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A coin is flicked straight up at 3 m/s and it stays in the air for at least half a second "
        "before it is back at the same height.",
        "vertical_throw",
        2 * 3 / G >= 0.5,
    ),
    Case(
        "The greatest height reached by a stone that is hurled vertically upward at 25 m/s must be "
        "above 40 m.",
        "vertical_throw",
        _rise(25) > 40,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "An orange tossed straight up at 6 m/s cannot reach a branch that is 2.5 m above the hand.",
        "vertical_throw",
        _rise(6) < 2.5,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A fountain nozzle sends water straight up at 14 m/s, and the water is suposed to rise no "
        "more than 12 m.",
        "vertical_throw",
        _rise(14) <= 12,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A boy throws his cap straight up and it comes as high as a window 5 m above him.",
        "vertical_throw",
        None,
        missing=("speed", "v"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "When the ball leaves my hand at 40 mph going straight up, its peak lies beyond 20 m above "
        "my hand.",
        "vertical_throw",
        _rise(40 * MILE_PER_HOUR) > 20,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "ball / thrown vertically / launch speed unknown / must not stay below 8 m",
        "vertical_throw",
        None,
        missing=("speed", "v"),
        phrasing=Phrasing.MISSING,
    ),
)

TERMINAL = (
    Case(
        "A skydiver of 75 kg has a drag area CdA of 0.6 m2. At sea level he should never get "
        "faster than 50 m/s however long he falls.",
        "terminal",
        _terminal(75, 0.6) <= 50,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Under a parachute with a CdA of 40 m2, a load of 120 kg must come down at less than "
        "8 m/s.",
        "terminal",
        _terminal(120, 40) < 8,
    ),
    Case(
        "Hailstone, 20 g, drag coefficient 0.6, cross section 8 cm2: its steady falling speed in "
        "air of density 1.2 kg/m3 exceeds 45 m/s.",
        "terminal",
        _terminal(0.02, 0.6 * 8e-4, 1.2) > 45,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A cat of 4 kg with CdA 0.06 m2 does not reach 50 m/s in free fall through air at sea "
        "level, no matter the height.",
        "terminal",
        _terminal(4, 0.06) < 50,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "In air of 1.2 kg/m3, a 90 kg jumper who is 31 years old and presents a CdA of 0.5 square "
        "metres wants to fall at over 250 km/h.",
        "terminal",
        _terminal(90, 0.5, 1.2) > 250 * KMH,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A weather sonde weighs 300 g and hangs from a small parachute whose drag area is 0.5 m2. "
        "It is required to sink through sea-level air at 4 m/s at most.",
        "terminal",
        _terminal(0.3, 0.5) <= 4,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The final speed of a shuttlecock of 5 grams with a CdA of 0.0023 m2 falling in air of "
        "density 1.2 kg/m3 is above 10 m/s.",
        "terminal",
        _terminal(0.005, 0.0023, 1.2) > 10,
    ),
    Case(
        "crate under canopy; 200 kg; CdA 30 m2; rho 1.225; descent rate must not exceed 12 m/s",
        "terminal",
        _terminal(200, 30) <= 12,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "If the stunt woman, 60 kg with all her gear, spreads out to a CdA of 0.7 m2, she manages "
        "to keep her speed under thirty metres per second in sea-level air.",
        "terminal",
        _terminal(60, 0.7) < 30,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A raindrop with a mass of 0.03 g, a drag coefficent of 0.5 and a frontal area of 0.12 cm2 "
        "reaches 15 m/s when it falls through still air at sea level.",
        "terminal",
        _terminal(3e-5, 0.5 * 1.2e-5) >= 15,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "An anvil of 100 kg with a drag area of 0.1 m2 is dropped from an aeroplane and in the end "
        "falls faster than 100 m/s through air of 1.225 kg/m3.",
        "terminal",
        _terminal(100, 0.1) > 100,
    ),
    Case(
        "Hanging below a rescue chute of 25 m2 drag area, a paraglider pilot of 95 kg will not hit "
        "the ground at more than 10 m/s, the air density being 1.2 kg/m3.",
        "terminal",
        _terminal(95, 25, 1.2) <= 10,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "I want a 2 kg drone with dead motors and CdA 0.05 m2 to fall no faster than 20 m/s at sea "
        "level after it has settled to a constant speed.",
        "terminal",
        _terminal(2, 0.05) <= 20,
    ),
    Case(
        "A skydiver of 85 kg stays below 45 m/s at sea level even after a long fall, whatever "
        "position she is in.",
        "terminal",
        None,
        missing=("cda", "drag", "area", "terminal"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A bowling ball of 7 kg whose CdA is 0.017 m2 ought to be able to reach 220 mph by falling "
        "through air of sea-level density.",
        "terminal",
        _terminal(7, 0.017) >= 220 * MILE_PER_HOUR,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "sandbag / parachute CdA 6 m2 / sea-level air / mass not stated / sink rate not over 5 m/s",
        "terminal",
        None,
        missing=("mass", "m"),
        phrasing=Phrasing.MISSING,
    ),
)

BOUNCE = (
    Case(
        "A volleyball with a restitution coefficient of 0.75 falls onto the gym floor from 2 m. It "
        "should come back up to at least 1 m.",
        "bounce",
        _rebound(2, 0.75) >= 1,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Dropped from 1.5 m, a dead rubber ball manages to spring back to 1.8 m with no help at "
        "all.",
        "bounce",
        _rebound(1.5, 1) >= 1.8,
    ),
    Case(
        "A golf ball (e = 0.83, price 4 dollars) let fall from 3 m onto a stone slab rebounds to "
        "more than 2.3 m.",
        "bounce",
        _rebound(3, 0.83) > 2.3,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "A tennis ball dropped from 100 inches does not bounce back higher than 58 inches if its "
        "coefficient of restitution is 0.73.",
        "bounce",
        _rebound(100, 0.73) <= 58,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The coefficient of restitution is 0.9 and the drop height 80 cm. After the third bounce "
        "the ball has to rise to at least 35 cm.",
        "bounce",
        _rebound(0.8, 0.9, 3) >= 0.35,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "If a marble with e = 0.6 is released one metre above a tile, it gets up to half a metre "
        "or more again after the first bounce.",
        "bounce",
        _rebound(1, 0.6) >= 0.5,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "A basketball is dropped from 1.8 m and, with a restitution of 0.8, a rebound of at least "
        "1.1 m is obtained.",
        "bounce",
        _rebound(1.8, 0.8) >= 1.1,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "rubber puck; e 0.5; drop 2 m; rebound must not be under 0.7 m",
        "bounce",
        _rebound(2, 0.5) >= 0.7,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A ping-pong ball with a coefficient of restitution of 0.88 is dropped from 30 cm and is "
        "still able to jump above 20 cm at the second bounce.",
        "bounce",
        _rebound(0.3, 0.88, 2) > 0.20,
    ),
    Case(
        "I let a bouncy ball fall from 5 feet. With a coefficient of restitution of 0.85 it should "
        "return to 3 feet or higher.",
        "bounce",
        _rebound(5, 0.85) >= 3,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "The hockey ball ends up at most 40 cm high on its first rebound, having been dropped from "
        "1.6 m onto concrete with e equal to 0.6.",
        "bounce",
        _rebound(1.6, 0.6) <= 0.40,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "A steel bearing ball, dropped from 50 cm onto an anvil, never rebounds above 45 cm given "
        "a coefficient of restitution of 0.9.",
        "bounce",
        _rebound(0.5, 0.9) <= 0.45,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "After two bounces a beach ball with a coeficient of restitution of 0.7, dropped from 4 m, "
        "reaches 1.5 m.",
        "bounce",
        _rebound(4, 0.7, 2) >= 1.5,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A superball with a coefficient of restitution of 0.9 is dropped and has to bounce back to "
        "at least 1 m.",
        "bounce",
        None,
        missing=("height", "h"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A hollow plastic ball falls 2.4 m onto ice, and the ball must jump back to 1.4 m or more; "
        "e is 0.7.",
        "bounce",
        _rebound(2.4, 0.7) >= 1.4,
    ),
    Case(
        "ball / drop 1.2 m / restitution not known / rebound not lower than 0.6 m",
        "bounce",
        None,
        missing=("restitution", "e"),
        phrasing=Phrasing.MISSING,
    ),
)

JUMP = (
    Case(
        "A volleyball player stands still and then leaps straight up without help. I want her "
        "centre of mass to rise by 45 cm.",
        "jump",
        PERSON >= 0.45,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "From a standing start a nurse raises her centre of mass by 2 metres in a single unaided "
        "jump.",
        "jump",
        PERSON >= 2,
    ),
    Case(
        "A fit 25-year-old man is able to lift his centre of gravity 0.5 m when he jumps up from "
        "the spot on his own.",
        "jump",
        PERSON >= 0.5,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "No unaided person can jump so high from standing that the centre of mass goes up by "
        "1.8 m.",
        "jump",
        PERSON < 1.8,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The actor should spring four feet straight up off the floor, measured at his centre of "
        "mass, with no wires and no trampoline.",
        "jump",
        PERSON >= 4 * FOOT,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "In a standing vertical jump, a farmer gains 12 inches of height at the centre of mass.",
        "jump",
        PERSON >= 12 * INCH,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "A dancer must stay in the air for at least 1.5 s after jumping up from the floor by her "
        "own strength.",
        "jump",
        _airtime(PERSON) >= 1.5,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "firefighter; standing jump; no aid; centre-of-mass rise not less than 1.5 m",
        "jump",
        PERSON >= 1.5,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "If a boy jumps straight up from the ground without a run-up, he remains airborne for "
        "0.5 s.",
        "jump",
        _airtime(PERSON) >= 0.5,
    ),
    Case(
        "The gardener hops straigth up and his centre of mass climbs 20 cm.",
        "jump",
        PERSON >= 0.2,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "An inspector claims to have leapt 2.5 m upwards from a standstill, with nothing but his "
        "legs, as measured at the centre of mass.",
        "jump",
        PERSON >= 2.5,
    ),
    Case(
        "A schoolgirl is not able to jump 35 cm straight up (rise of the centre of mass), because "
        "that would be beyond what humans can do.",
        "jump",
        PERSON < 0.35,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "Without a springboard or a run, the wrestler's centre of mass gets raised by at least "
        "40 cm in a jump.",
        "jump",
        PERSON >= 0.4,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "A plumber jumps straight up from the floor, with no aid, until his hand touches a pipe.",
        "jump",
        None,
        missing=("height", "h", "rise"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "Standing on level ground, a goalkeeper weighing 80 kg jumps 140 cm vertically using only "
        "his legs; the figure is for the centre of mass.",
        "jump",
        PERSON >= 1.4,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "man / standing jump, no aid / height not given / must not miss the shelf",
        "jump",
        None,
        missing=("height", "h", "rise"),
        phrasing=Phrasing.MISSING,
    ),
)

TORRICELLI = (
    Case(
        "A rain barrel is filled to 0.8 m above its tap. When I open the tap the water should come "
        "out at less than 4.2 m/s.",
        "torricelli",
        _efflux(0.8) < 4.2,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "Out of a leak 2 m below the water surface of an open tank, the water shoots faster than "
        "9 m/s with no pump.",
        "torricelli",
        _efflux(2) > 9,
    ),
    Case(
        "A jet leaving an open cistern through a nozzle that points straight up, 1.5 m below the "
        "water level, rises 2 m above the nozzle without any pump.",
        "torricelli",
        1.5 >= 2,
    ),
    Case(
        "Water escaping from an open tank through a hole 5 m under the surface does not leave at "
        "more than 12 m/s.",
        "torricelli",
        _efflux(5) <= 12,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "An open tank with a base of 2 m2 holds water 1 m deep. It must be empty within 5 minutes "
        "through a hole of 20 cm2 in the bottom, discharge coefficient 0.6.",
        "torricelli",
        _drain(2, 20e-4, 1, 0.6) <= 5 * 60,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "If the plug of 10 cm2 is pulled, a bath of 0.8 m2 filled 35 cm deep drains in less than "
        "two and a half minutes with a discharge coefficient of 0.62.",
        "torricelli",
        _drain(0.8, 10e-4, 0.35, 0.62) < 150,
        phrasing=Phrasing.NUMBER_WORDS,
    ),
    Case(
        "The farmer's open trough, which cost 250 dollars, has a crack 40 cm below the water line, "
        "and the water runs out of it at over 2.5 m/s if losses are ignored.",
        "torricelli",
        _efflux(0.4) > 2.5,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "open water tank; orifice 3 m below surface; efflux speed not under 10 m/s; no pressure",
        "torricelli",
        _efflux(3) >= 10,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "A jet squirts straight up from a hose end lying 4 m below the level of an open header "
        "tank that feeds it, and it manages to climb 3 m above the hose end, friction neglected.",
        "torricelli",
        4 >= 3,
    ),
    Case(
        "Water is let out of an open vat through an opening 6 feet beneath the surface and must "
        "leave at 15 feet per second or more, losses disregarded.",
        "torricelli",
        _efflux(6 * FOOT) >= 15 * FOOT,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "I want a round aquarium tank 1 m in diameter, filled to 60 cm, to run empty in at most "
        "3 minutes through a round hole 2 cm across in the bottom (Cd = 0.6).",
        "torricelli",
        _drain(_disc(1), _disc(0.02), 0.6, 0.6) <= 180,
    ),
    Case(
        "The stream from a hole drilled 25 cm below the surface of an open bucket never leaves "
        "faster than 1.8 m/s, losses being neglected.",
        "torricelli",
        _efflux(0.25) <= 1.8,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "The outlet of a resevoir lies 10 m below the surface and the water comes out of it, with "
        "no pump helping, at 17 m/s or more.",
        "torricelli",
        _efflux(10) >= 17,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A water butt has a hole in its side and the water comes out of it at more than 3 m/s.",
        "torricelli",
        None,
        missing=("height", "h", "depth", "head", "level"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A paddling pool with an area of 4 m2 is filled 30 cm deep and needs to be drained in "
        "under 20 minutes through a drain of 15 cm2, the discharge coefficient being 0.6.",
        "torricelli",
        _drain(4, 15e-4, 0.3, 0.6) < 20 * 60,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "tank 1 m2, water 0.5 m deep / hole size not given / must not take over 10 min to drain",
        "torricelli",
        None,
        missing=("hole", "area", "a"),
        phrasing=Phrasing.MISSING,
    ),
)

INCLINE = (
    Case(
        "A toolbox is put down on a roof sloping at 20 degrees. The coefficient of static friction "
        "is 0.5, and the box has to stay where it is.",
        "incline",
        _slope(20) < 0.5,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "With a static friction coefficient of 0.3, a sack of flour rests on a chute tilted at 28 "
        "degrees and keeps still.",
        "incline",
        _slope(28) < 0.3,
    ),
    Case(
        "I want the parcel to slide down by itself on a board inclined at 30 degrees, the "
        "coefficient of static friction being 0.4.",
        "incline",
        _slope(30) > 0.4,
    ),
    Case(
        "A wooden block does not start sliding on a plank tilted 15 degrees if the static friction "
        "coefficient is 0.35.",
        "incline",
        _slope(15) < 0.35,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A sledge weighing 12 kg begins to move down a 5 degree snow slope on its own although the "
        "static friction coefficient is 0.15.",
        "incline",
        _slope(5) > 0.15,
        phrasing=Phrasing.IRRELEVANT,
    ),
    Case(
        "Friction coefficient (static): 0.7. Slope: 40 degrees. The boulder remains at rest on it.",
        "incline",
        _slope(40) < 0.7,
        phrasing=Phrasing.SENTENCES,
    ),
    Case(
        "The fridge is kept at rest by friction alone on a loading ramp of twelve degrees with a "
        "static friction coefficient of 0.3.",
        "incline",
        _slope(12) < 0.3,
        phrasing=Phrasing.PASSIVE,
    ),
    Case(
        "book on tilted desk; 18 deg; mu_s 0.25; must not slip",
        "incline",
        _slope(18) < 0.25,
        phrasing=Phrasing.SPEC,
    ),
    Case(
        "Starting from rest, a crate slides down a ramp 6 m long at 30 degrees with kinetic "
        "friction of 0.2 and should be at the bottom in less than 2.2 s.",
        "incline",
        sqrt(2 * 6 / _slide(30, 0.2)) < 2.2,
        phrasing=Phrasing.BOUNDED,
    ),
    Case(
        "If the deck heels over to 25 degrees, a coil of rope with a static friction coefficient "
        "of 0.6 against the planks stays put.",
        "incline",
        _slope(25) < 0.6,
    ),
    Case(
        "A suitcase let go at the top of a slide 5 m long and steep as 35 degrees, with a kinetic "
        "friction coefficient of 0.3, reaches the end at 7 m/s or more.",
        "incline",
        sqrt(2 * _slide(35, 0.3) * 5) >= 7,
    ),
    Case(
        "On a slate roof pitched at 32 degrees, a ladder hook cannot hold still when the static "
        "friction is only 0.45.",
        "incline",
        not _slope(32) < 0.45,
        phrasing=Phrasing.NEGATED,
    ),
    Case(
        "A pallet manages to remian at rest on a ramp with a slope of 22 degrees, static friction "
        "0.3.",
        "incline",
        _slope(22) < 0.3,
        phrasing=Phrasing.TYPO,
    ),
    Case(
        "A refrigerator has to stay where it is on a ramp with an angle of 14 degrees.",
        "incline",
        None,
        missing=("friction", "mu"),
        phrasing=Phrasing.MISSING,
    ),
    Case(
        "A brick with a static friction coefficient of 0.55 ends up sliding when its plank is "
        "raised to an angle of 0.4 radians.",
        "incline",
        _slope(0.4 * 180 / pi) > 0.55,
        phrasing=Phrasing.UNITS,
    ),
    Case(
        "box on ramp / mu_s 0.5 / angle not given / must not slide",
        "incline",
        None,
        missing=("angle", "theta"),
        phrasing=Phrasing.MISSING,
    ),
)

CASES: tuple[Case, ...] = (
    *FREE_FALL,
    *PROJECTILE,
    *VERTICAL_THROW,
    *TERMINAL,
    *BOUNCE,
    *JUMP,
    *TORRICELLI,
    *INCLINE,
)
