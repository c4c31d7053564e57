"""The words by which a block on a ramp is known, and how people name its friction."""

import itertools
from collections.abc import Iterable
from typing import Final

from storyworld.reading.words import Token, Words, vocabulary

_STATIC: Final = (
    "static friction, static friction coefficient, static friction coefficient of, coefficient "
    "of static friction, coefficient of static friction of, static coefficient, static "
    "friction of, mu s, μ s, μs, µs, mus, static coefficient of friction, static, static "
    "coefficient of, static friction is, static mu, mu static, mu static of, static mu of, "
    "friction at rest, friction at rest of, starting friction, sticking friction, stiction, "
    "stiction of, mu st, limiting friction, mu rest, cof static, static cof, f s, fs, static "
    "friction factor, static friction factor of, coefficient of stiction, resting friction, "
    "static grip, static grip of, static friction value of, "
)
_KINETIC: Final = (
    "kinetic friction, kinetic friction coefficient, kinetic friction coefficient of, "
    "coefficient of kinetic friction, coefficient of kinetic friction of, kinetic coefficient, "
    "kinetic friction of, mu k, μ k, μk, µk, muk, sliding friction, dynamic friction, kinetic, "
    "sliding friction coefficient, dynamic friction coefficient, sliding friction of, "
    "coefficient of sliding friction, coefficient of dynamic friction, dynamic friction of, "
    "kinetic coefficient of friction, kinetic mu, mu kinetic, kinetic mu of, mu dyn, mu "
    "dynamic, dynamic, dynamic mu, sliding mu, kinetic coefficient of, dynamic coefficient, "
    "moving friction, dynamic coefficient of, friction in motion, kinetic friction is, sliding "
    "friction is, mu sliding"
)
_EITHER: Final = (
    "friction coefficient, friction coefficient of, coefficient of friction, friction, "
    "coefficient of friction of, friction of, coefficient, coefficient of, mu, μ, µ, mu of, "
    "grip, friction factor, friction factor of, grip of, friction is, coefficient is, friction "
    "value, friction value of, cof, friction being, mu being, friction number, friction number "
    "of, traction, traction of, roughness, friction coefficient being, friction coefficient "
    "is, adhesion, coefficient of friction is, coefficient of friction being, friction between "
    "them, friction between the two, friction between them of, friction equal to, mu equal to, "
    "friction with"
)


def friction_cues(kind: str) -> tuple[str, ...]:
    """Give the phrases in front of a coefficient of "static" or "kinetic" friction."""
    return vocabulary(_STATIC + _EITHER if kind == "static" else _KINETIC)


SURFACES: Final = vocabulary(
    "ramp, incline, inclined plane, inclined, slope, hill, plank, tilted board, inclined board, "
    "tilted plane, tilted surface, sloping, tilted, grade, gradient, slanted, slide, chute, "
    "roof, board, ski slope, driveway, hillside, slanting, tilts, tilted table, steep, theta, "
    "inclination, tray, tabletop, table top, lectern, workbench, tilt table, tilting table, "
    "chopping board, dock ramp, loading ramp, gangway, gangplank, sloped, slopes, sloped roof, "
    "pitched roof, rooftop, roofs, ramps, pitch, bonnet, windscreen, hood, tilted shelf, "
    "bookshelf, deck, decline, embankment, mountainside, piste, tilt, tilting, inclines, slants, "
    "slant, drawing board, desk lid, ironing board, drawbridge, tailgate, plate, trestle, "
    "skewed, heeled, heels, heeling, propped, slopes at, downhill, wedge, slab, sheet, platform "
    "tilted, cookie sheet, baking tray, staircase, bank of earth, scree, ascent, chutes, slides, "
    "surface, plane, shelf, bench, worktop, slideway, skid ramp, leaning board"
)
RUBBING: Final = vocabulary(
    "mu s, static friction, friction, frictionless, mu, μ, µ, coefficient, kinetic friction, "
    "friction coefficient, coefficient of friction, stiction, μs, µs, mus, mu static, static mu, "
    "cof, grip"
)
STAYING: Final = vocabulary(
    "stay, stays, staying, remain, remains, remaining, hold, holds, stays put, stay put, sits "
    "still, sit still, sticks, stick, static equilibrium, held, is held, does not move, stays "
    "still, keeps still, in place, keeps its place, immobile, stands still, without moving, "
    "stays where, remains where, stay where, does not budge, sits tight, clings, cling, "
    "clinging, keep its place, keeps to its place, holds fast, holds firm, keeps it in place, "
    "keeps it there, keeps it where, staying put, held fast, holds still, remains in place, "
    "doesn't go anywhere, remains where it is, keep it where, rests quietly, sitting still, stay "
    "on, stays on, sticks to, is enough to keep, enough to hold, enough to keep, keeps hold, "
    "remain on, remains on, remains at rest, stay at rest, stays at rest, stays stationary, "
    "remains stationary, remains motionless, stays motionless, remain stationary, remain at "
    "rest, holding, is safe where, stays there, hangs on, stay there, sits there, stand fast, "
    "stands fast, stay still, rests there, stays in its place, keep still, keeps the block, "
    "keeps the box, keeps the crate, keeps the book, stand firm, stands firm, motionless "
    "throughout, stuck, does not shift, firmly in place, unmoved, static equilibrium holds"
)
# Where nothing else is asked: 'put down at rest, it slides' tells how it starts.
RESTING: Final = vocabulary(
    "at rest, rests, resting, stationary, put, parked, stands, standing, motionless, sits, stops"
)
# 'Going nowhere' is denied by its second word.
SLIDING: Final = vocabulary(
    "slide, slides, slid, slip, slips, slipped, moves, move, accelerates down, starts moving, "
    "budge, budges, descend, descends, glides, move down, starts sliding, starts to slide, "
    "begins to slide, begins sliding, starts to slip, starts slipping, start sliding, start to "
    "slide, sliding down, slipping down, is sliding, slides off, creeps down, comes sliding, "
    "keeps sliding, goes down, set off, gives way, sets off, sliding away, slipping away, slips "
    "away, takes off, sets off by itself, shoots down, starts down, heads down, heads for, "
    "slithers, slither, slipping, sliding, slide away, skids, skid, creep, creep down, creeps, "
    "down it goes, downhill it goes, off it goes, down it comes, starts its slide, start "
    "slipping, go sliding, goes sliding, shoots off, comes down, come down, comes off, slides "
    "down, slips down, slips off, slide off, slip off, shift, shifts, starts to move, begins to "
    "move, start to move, begin to slide, begin to slip, down they go, glide, gliding, is on its "
    "way, glided, down she goes, down he goes, off they go, off she goes, away it goes, loses "
    "its hold, lets go of its place, runs away, comes loose, toboggans, starts off, travels "
    "down, travels, covers, coasts down, coast, coasts, whizzes down, whooshes down, goes "
    "downhill, moves off, starts downhill, starts creeping, slid down, descended, motion begins, "
    "motion starts, begins its descent, slips on its own, breaks away, breaks loose, is moving, "
    "shooting down, shoot down, whizzing down, moving down, going nowhere, goes nowhere, "
    "movement, slippage, give way, giving way, gave way"
)
ARRIVING: Final = vocabulary(
    "reaches the foot, reaches the bottom, gets to the bottom, at the bottom, at the foot, "
    "arrives at the bottom, arrives at the foot, to the bottom, to the foot, reach the bottom, "
    "reach the foot, reaches the end, at the lower end, comes to the bottom"
)
UNPLACED: Final = vocabulary(
    "slides up, slide up, sliding up, moves up, move up, glides up, goes up, creeps up, upward, "
    "upwards, climbs, climb, climbing, rises, rise, ascends, flies, fly, leaves the ramp, tips, "
    "topples, tumbles, jumps, rotates, comes to a stop, comes to rest, reverses, constant speed, "
    "up a, up an, up the, terminal, half way, halfway, midway, part way, partway, and stops, "
    "then stops, before stopping, stops again, stops before, comes to a halt, grinds to"
)
FRICTIONLESS: Final = vocabulary(
    "frictionless, no friction, without friction, perfectly smooth, zero friction, friction "
    "free, without any friction, perfectly slippery, frictionlessly, no friction at all, "
    "friction is absent, absence of friction, zero mu, ideally smooth, free of friction, smooth "
    "incline, smooth inclined, smooth plane, smooth ramp, smooth slope, smooth chute, smooth "
    "slide, friction zero, friction ignored, ignoring friction, friction neglected, neglecting "
    "friction, without rubbing, neglect friction, ignore friction, disregarding friction, "
    "friction disregarded, friction negligible, negligible friction"
)
NEVER: Final = vocabulary(
    "ball, sphere, marble, uphill, cylinder, hoop, wheel, up the ramp, pendulum, up a ramp, up "
    "the incline, bank, banked, curve, turn, loop, gripper, light, ray, refraction, "
    "thrown, launched, fired, shot, kicked, tossed, projectile, roll, rolls, rolling, bend"
)
PARKED: Final = vocabulary(
    "brakes on, brake on, brakes applied, brake applied, brakes are on, brake is on, brakes set, "
    "escalator that has stopped, stopped escalator, escalator stands still, escalator is off, "
    "escalator that is off, escalator has stopped, "
    "parked, parking, locked wheels, handbrake, brakes locked, wheels locked, wheels blocked, "
    "parking brake, conveyor is switched off, switched off, stopped conveyor, conveyor is off, "
    "stationary conveyor, belt is off, conveyor stands still, conveyor that stands still, belt "
    "that stands still, belt stands still, stopped belt, conveyor at rest, belt at rest, "
    "conveyor stands, conveyor is stopped, belt is stopped, conveyor does not run, conveyor "
    "is not running, belt is not running, standing conveyor, idle conveyor, "
    "conveyor that is off, conveyor stopped"
)  # fmt: skip
# A truck that tips its bed stands still.
TIPPED: Final = vocabulary(
    "tipped, tipper, tips its bed, dump truck, dumper, raised bed, raised truck bed, tilted truck "
    "bed, tilted bed, tipping bed, truck bed is raised, bed is raised, bed raised, truck bed "
    "raised, tilted truck, tilts its bed, raises its bed, tailgate, loading ramp, parked"
)
DRIVING: Final = vocabulary(
    "drives, driving, drive, accelerates, accelerating, brakes, braking, brake, corner, curve, "
    "speeds, travelling, moving truck, pulls away"
)
# Nobody holds it: that is no claim that it does not hold.
HANDS_OFF: Final = vocabulary(
    "without anyone holding it, without anybody holding it, without being held, nobody holding "
    "it, nobody holds it, no one holding it, without holding it, without anything holding it, "
    "nothing holding it, without a hand holding it, with nothing to hold it, without being "
    "pushed, held by nobody, without help, unaided"
)
# What is of rope or chain and lies on the slope by itself pulls nothing.
BODIES: Final = tuple(
    f"{heap} of {line}"
    for heap in ("coil", "reel", "drum", "spool", "bundle", "roll", "pile", "box", "length", "bag")
    for line in ("rope", "cable", "chain", "wire", "string", "hose", "tape", "cables", "ropes")
) + vocabulary(
    "pile of planks, pile of boards, pile of logs, pile of leaves, pile of snow, pile of sand, "
    "pile "
    "of gravel, pile of stones, pile of bricks, pile of wood, "
    "cheese wheel, wheel of cheese, roll of tape, lying flat, "
    "ladder hook, roof hook, coat hook, rope coil, cable drum, cable reel, rope bag, tool hook, "
    "car bonnet, car hood, car roof, bonnet of a car, hood of a car, roof of a car, roof of a van, "
    "bus roof, train roof, "
    "wire basket, wire mesh, wire rack, water bottle, water tank, water barrel"
)
_HOLDING_BACK: Final = vocabulary(
    "stop, prevent, keep, hold, hinder, save, restrain, hold back, stop the, stopping, enough to "
    "hold, enough to keep, enough to stop, sufficient to hold, sufficient to keep, enough to "
    "prevent"
)
_WEAK: Final = frozenset({"little", "small", "weak", "low", "slight", "slippery", "feeble"})
_IN_VAIN: Final = frozenset({"not", "never", "cannot", "fails", "insufficient", "unable"})
_REACH: Final = 5
_REACH_BEHIND: Final = 14


def held_back_in_vain(words: Words) -> bool:
    """Whether what is to hold the block fails to: 'won't stop it sliding', 'not enough to hold'."""
    for phrase in _HOLDING_BACK:
        for at in words.places(phrase):
            ahead = words.tokens[max(0, at - _REACH) : at]
            sentence = words.tokens[at].sentence
            denied = any(
                t.sentence == sentence and (t.text in _IN_VAIN or t.text.endswith("n't"))
                for t in ahead
            )
            denied = denied or any(
                t.text in _WEAK and b.text == "too" for b, t in itertools.pairwise(ahead)
            )
            behind = words.tokens[at + 1 : at + 2 + _REACH_BEHIND]
            slides = any(
                t.text in SLIDING or t.text in STAYING for t in behind if t.sentence == sentence
            )
            held = phrase in {"hold", "stop", "prevent", "keep"} and "too" in {
                t.text for t in ahead
            }
            if denied and (slides or held) and not _is_kept_staying(behind):
                return True
    return False


def _is_kept_staying(behind: Iterable[Token]) -> bool:
    """Whether it is the staying that is hindered: 'nothing can keep it from staying'."""
    texts = [t.text for t in behind]
    return any(text in {"staying", "remaining", "holding"} for text in texts)
