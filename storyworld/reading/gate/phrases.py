"""What happens in a goal, and one pass that finds it together with what may bring it about.

Every word of a text is looked up once, by the first word of the phrases, so that the time of
`spots` is linear in the length of the text.
"""

from typing import Final

from storyworld.reading.gate.causes import CAUSES
from storyworld.reading.gate.lacks import HEADS, VERBS
from storyworld.reading.gate.tags import Tag, inflected
from storyworld.reading.words import Words, vocabulary

_NOUNS: Final = frozenset(vocabulary("heat, power, drive, cool, charge, warm, heated, cooled"))

_MOTIONS: Final = tuple(
    motion
    for verb in vocabulary(
        "move, roll, slide, glide, turn, spin, rotate, fly, drift, travel, accelerate, swing, "
        "race, hop, bounce, speed up, rise, climb, go, drive, crawl, creep, skid, tumble, whirl"
    )
    for motion in (f"to {verb}", inflected(verb)[2])
)

_HAPPENINGS: Final[dict[Tag, tuple[str, ...]]] = {
    Tag.HOVER: inflected("hover, levitate"),
    Tag.FLOAT: inflected("float"),
    Tag.STAY: (
        *inflected(
            "hang, stay, remain, rest, sit, stand, linger, dangle, keep still, poise, hold "
            "position, hold its place, hold still, lie, wait, perch, stick, keep its position, "
            "keep its height"
        ),
        *vocabulary("suspended, is held, hold its position, holds its position, perched, poised"),
    ),
    Tag.STILL: vocabulary(
        "motionless, motionlessly, stock still, dead still, rigid, fixed, stuck, unmoved, still, "
        "stationary, immobile, frozen, fixed in place, unmoving, in place, at rest, without "
        "moving"
    ),
    Tag.NO_FALL: vocabulary(
        "does not fall, do not fall, doesn't fall, don't fall, never falls, will not fall, won't "
        "fall, did not fall, didn't fall, refuses to fall, fails to fall, stops falling, instead "
        "of falling, rather than falling, without falling, does not drop, doesn't drop, never "
        "drops, refuses to drop, does not come down, doesn't come down, never comes down, does "
        "not descend, doesn't descend, not falling, fails to drop"
    ),
    Tag.RELEASED: vocabulary("released, let go, lets go, dropped, let loose, letting go, unhanded"),
    Tag.MID_AIR: vocabulary(
        "mid air, midair, in the air, in thin air, in open air, in the open air, in empty air, in "
        "the empty air, on thin air, on air, in air"
    ),
    Tag.AIR: vocabulary(
        "aloft, in the sky, overhead, off the ground, off the floor, metres up, meters up, metre "
        "up, meter up, m up, feet up, foot up, cm up, centimetres up, centimeters up, up in the "
        "air, in the middle of the room, in the middle of a room, halfway up, at a height of, at "
        "an altitude of, in the middle of nowhere, at head height, at eye level, at chest height, "
        "at shoulder height, between floor and ceiling, between the floor and the ceiling"
    ),
    Tag.ABOVE: tuple(
        f"{above} {article}{ground}"
        for above in ("above", "over", "off", "up from")
        for article in ("the ", "a ", "")
        for ground in vocabulary(
            "ground, floor, table, desk, street, road, lawn, grass, surface, earth, carpet, bench, "
            "pavement, land, field, stage, yard, workbench, tabletop, bed, meadow, square, sand"
        )
    ),
    Tag.FALLS: vocabulary(
        "falls, fall, fell, drops, drop, plunges, plummets, sinks, tumbles, comes down, crashes"
    ),
    Tag.RISE: (
        *inflected(
            "rise into the air, rise up, rise off the, rise from the, ascend, float up, float "
            "upward, float upwards, drift upward, drift upwards, drift up, fall up, fall upward, "
            "fall upwards, lift into the air, climb into the air, move upward, move upwards, soar "
            "into the, lift off the ground, lift off the floor, go up into the air, rise above"
        ),
    ),
    Tag.ACCELERATE: (
        *(f"{start} {motion}" for start in inflected("start, begin") for motion in _MOTIONS),
        *inflected(
            "accelerate, speed up, gain speed, gain velocity, gain pace, pick up speed, pick up "
            "pace, gather speed, gather pace, gather momentum, start moving, start to move, start "
            "rolling, start to roll, start sliding, start to slide, begin moving, begin to move, "
            "begin rolling, begin to roll, begin sliding, begin to slide, begin to accelerate, "
            "start accelerating, start to accelerate, begin accelerating, move faster, go faster, "
            "get faster, roll faster, set off, pull away, pull off, move off, move away, roll "
            "off, roll away, slide off, slide away, take off, lift off, shoot off, shoot forward, "
            "shoot up, shoot upward, leap forward, lurch forward, dart off, dart forward, race "
            "off, zoom off, set itself in motion, jump into motion, spring into motion, come into "
            "motion, go from rest to, go from standstill to, go from a standstill to, double its "
            "speed, double its velocity, triple its speed, increase its speed, increase its "
            "velocity, increase in speed, quicken, spin up, start spinning, start to spin, begin "
            "to spin, begin spinning, start turning, gain kinetic energy, become faster, grow "
            "faster, rise faster, jump to, surge forward, dash off, leap into motion, lurch into "
            "motion, burst into motion, gain momentum, get quicker, become quicker, grow quicker, "
            "go quicker, move quicker, zoom away, shoot away, dash away, dart away, race away, "
            "rush off, rush away, bolt off, bolt forward, rocket forward, hurtle off, gather "
            "velocity, work up speed, gain some speed, get up to speed, pick up velocity, speed "
            "away, move from rest, move off from rest, start up, get going, get moving, come to "
            "life, jolt forward, jump forward, set out, scoot off, slide from rest, roll from "
            "rest, lunge forward, careen off, begin its motion, start its motion, begin motion, "
            "start to turn, begin to turn, start to rotate, begin to rotate, start rotating, "
            "begin rotating, start to fly, begin flying, jerk into motion, whiz off, whizz off, "
            "drive off, launch itself, propel itself, start going, start to go"
        ),
        *vocabulary(
            "from rest, from standstill, from a standstill, quicker and quicker, swifter and "
            "swifter, ever quicker, faster and faster, ever faster, sets in motion, from rest to, "
            "from 0 to"
        ),
    ),
    Tag.AT_REST: vocabulary(
        "at rest, resting, stationary, motionless, standstill, lying still, idle, parked, sitting "
        "still, standing still, unmoving, immobile"
    ),
    Tag.STOP: (
        *inflected(
            "stop, halt, freeze, come to rest, come to a rest, come to a stop, come to a halt, "
            "come to a standstill, come to a complete stop, come to a dead stop, come to a "
            "complete halt, come to a sudden stop, come to a sudden halt, come to an abrupt stop, "
            "come to an instant stop, grind to a halt, stand still, slow down, slow to a halt, "
            "slow to a stop, decelerate, lose speed, lose all speed, lose all its speed, lose its "
            "speed, lose half its speed, lose velocity, lose all its velocity, drop to zero "
            "speed, cease moving, cease to move, quit moving, cease its motion, lose its motion, "
            "brake to zero, brake to rest, brake to a halt, brake to a stop, pull up short, lose "
            "its whole speed, lose its whole velocity, drop to zero, fall to zero, come to zero, "
            "shed its speed, shed all its speed, lose all of its speed, lose all its motion, go "
            "from full speed to zero"
        ),
        *vocabulary("stopped dead, is suddenly at rest, is instantly at rest, slows"),
    ),
    Tag.TURN: (
        *inflected(
            "reverse, change direction, change course, change its direction, change its course, "
            "turn around, turn round, turn back, turn left, turn right, turn aside, turn a "
            "corner, turn sharply, turn through, turn by, turn 90, turn to the left, turn to the "
            "right, take a sharp, take a hard, make a sharp, turn a sharp, bend its path, bend "
            "away, curve away, curve to, curve left, curve right, turn off, turn away, break "
            "left, break right, swerve, veer, veer off, make a right angle turn, make a u turn, "
            "make a turn, take a turn, double back, bounce back, deviate, move in a circle, go in "
            "a circle, travel in a circle, fly in a circle, move in circles, move along a circle, "
            "move on a circle, run in a circle, move in a curve, follow a curved path, follow a "
            "circular path, go round in a circle, go around in a circle"
        ),
        *vocabulary("does an about turn, zigzags, zigzag, zig zags"),
    ),
    Tag.INERTIA: (
        *inflected(
            "coast, glide, drift, keep moving, keep going, keep sliding, keep rolling, keep "
            "flying, keep on moving, continue, keep its speed, keep its velocity, move on, "
            "maintain its speed, maintain its velocity, travel on, carry on, stay at rest, remain "
            "at rest, stay put, keep spinning, keep rotating, keep travelling, sail on"
        ),
        *vocabulary("constant speed, constant velocity, constant, uniformly, straight line"),
    ),
    Tag.SUDDEN: vocabulary(
        "instantly, suddenly, dead, abruptly, at once, immediately, instantaneously, in an instant"
    ),
    Tag.RUN: (
        *inflected(
            "swing, oscillate, bounce, vibrate, roll, circle, pump, burn, run, work, spin, turn, "
            "rotate, operate, go, keep going, keep running, keep spinning, keep turning, keep "
            "rotating, keep working, move, function, whirl, tick"
        ),
    ),
    Tag.FOREVER: vocabulary(
        "forever, for ever, indefinitely, eternally, endlessly, perpetually, for eternity, for all "
        "time, for all eternity, until the end of time, without end, without ever stopping, and "
        "never stops, never stopping, evermore, to the end of time"
    ),
    Tag.WORK: tuple(
        form
        for form in inflected(
            "lift, raise, hoist, heat, boil, light up, light a, light the, pump, power, drive, "
            "shine, glow, illuminate, generate power, generate electricity, produce power, "
            "produce electricity, produce heat, make electricity, climb, melt, produce work, do "
            "work, charge, supply electricity, produce energy, generate energy, give light, give "
            "off heat, warm, grind, keep shining, keep glowing"
        )
        if form not in _NOUNS
    ),
    Tag.PERPETUAL: vocabulary(
        "perpetual motion, perpetuum mobile, overunity, over unity, free energy machine, free "
        "energy device, free energy generator, free energy motor"
    ),
    Tag.PERPETUAL_WORKS: (
        *inflected(
            "run, work, turn, spin, pump, power, produce, generate, keep, drive, lift, light, "
            "operate, deliver, supply, rotate, charge, raise, grind"
        ),
    ),
    Tag.GIVE: inflected(
        "produce, output, deliver, generate, give, return, yield, supply, put out, emit, release, "
        "provide, make, put, radiate, send out, create, spit out, get out"
    ),
    Tag.QUANTITY: vocabulary("energy, power, work, electricity, heat, joules, watts, light"),
    Tag.CREATE: (
        *inflected(
            "appear, materialise, materialize, emerge, create, conjure, conjure up, blink into "
            "existence, pop into existence, come into being, come into existence, spring into "
            "existence, produce, generate, manifest, spawn, pop up, come, wink into existence"
        ),
        *vocabulary("born, springs"),
    ),
    Tag.FROM_NOTHING: vocabulary(
        "from nothing, out of nothing, pops into existence, popping into existence, blinks into "
        "existence, winks into existence, from nothingness, out of nothingness, out of thin air, "
        "from thin air, out of empty space, from the void, out of the void, ex nihilo, from "
        "absolutely nothing, out of absolutely nothing, from sheer nothing, out of sheer nothing"
    ),
    Tag.VANISH: inflected(
        "vanish, disappear, dissolve, dematerialise, dematerialize, cease to exist, fade, "
        "evaporate, turn, go"
    ),
    Tag.INTO_NOTHING: vocabulary(
        "into nothing, into nothingness, into the void, into thin air, leaving nothing behind, "
        "leaving nothing, into absolutely nothing, to nothing, to nothingness, into non "
        "existence, into nonexistence"
    ),
    Tag.CHANGE: inflected(
        "increase, double, triple, quadruple, grow, rise, change, gain, jump, multiply, go up, "
        "climb, swell, soar, build up, mount"
    ),
    Tag.LESS: (
        *inflected(
            "decrease, halve, vanish, disappear, shrink, lose, drop, fall, diminish, dwindle, go "
            "down, shed, sink, waste away"
        ),
        *vocabulary("is lost, is destroyed"),
    ),
    Tag.ISOLATED: vocabulary("isolated, closed system, sealed, closed box, closed container"),
    Tag.HEAVIER: (
        *inflected("get heavier, become heavier, grow heavier"),
        *vocabulary("weighs twice as much, weighs more, twice as heavy, twice as massive"),
    ),
    Tag.BECOMES: tuple(
        f"{becomes} {count}{unit}"
        for becomes in ("turns into", "turn into", "becomes", "become", "grows to", "grows into")
        for count in ("two ", "three ", "four ", "ten ", "five ", "twice the ")
        for unit in vocabulary("kilos, kg, kilograms, tons, tonnes, grams, g, pounds, mass")
    ),
    Tag.VIOLATES: (
        *inflected("violate, break"),
        *vocabulary("in violation of, contrary to, in breach of, in defiance of"),
    ),
}


def _indexed() -> dict[str, tuple[tuple[tuple[str, ...], Tag], ...]]:
    index: dict[str, list[tuple[tuple[str, ...], Tag]]] = {}
    for tag, phrases in (*_HAPPENINGS.items(), *CAUSES.items()):
        for phrase in dict.fromkeys(phrases):
            first, *rest = phrase.split()
            index.setdefault(first, []).append((tuple(rest), tag))
    return {first: tuple(entries) for first, entries in index.items()}


_LEXICON: Final = _indexed()

KNOWN: Final = frozenset(
    word
    for words in (*_HAPPENINGS.values(), *CAUSES.values(), tuple(HEADS), tuple(VERBS))
    for phrase in words
    for word in phrase.split()
)
"""Every word the gate looks for: what is misspelt by a letter is read as one of these."""


def spots(words: Words) -> dict[Tag, list[tuple[int, int]]]:
    """Find every phrase of the vocabulary: for each tag the tokens ``[start, end)``, in order."""
    texts = [token.text for token in words.tokens]
    found: dict[Tag, list[tuple[int, int]]] = {}
    for start, text in enumerate(texts):
        for rest, tag in _LEXICON.get(text, ()):
            end = start + 1 + len(rest)
            if not rest or tuple(texts[start + 1 : end]) == rest:
                found.setdefault(tag, []).append((start, end))
    return found
