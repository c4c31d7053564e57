"""Whether a loop goal says that the body gets round: verbs with what belongs to them."""

from typing import Final

from storyworld.physics.constructions import Construction, asserted
from storyworld.physics.masking import without
from storyworld.reading.words import Words, vocabulary

ROUND: Final = (
    Construction.of(
        "make, makes, made, making, get, gets, getting, got, go, goes, going, went, run, runs, "
        "running, ran, travel, travels, travelling, come, comes, pass, passes, passing, ride, "
        "rides, riding, race, races, whizz, whizzes, whiz, fly, flies, speed, speeds, zoom, zooms, "
        "sail, sails, slide, slides, sliding, roll, rolls, rolling, shoot, shoots, carry, carries, "
        "move, moves, swoop, swoops, dash, dashes, tear, tears, glide, glides, sweep, sweeps, "
        "swing, swings, whip, whips, skate, skates, sent, carried, taken",
        "round, around, through, circuit, lap, unscathed, upside",
        reach=5,
    ),
    Construction.of(
        "pass, passes, passing, passed, clear, clears, clearing, cleared, crest, crests, crosses, "
        "cross, crossing, round, rounds, summit, reach, reaches, reaching, gets over, makes, make, "
        "over, past, through",
        "top, summit, crest, apex, crown",
        reach=3,
    ),
    Construction.of(
        "complete, completes, completed, completing, finish, finishes, finished, finishing, do, "
        "does, doing, manage, manages, managing, master, masters, negotiate, negotiates, make, "
        "makes, making, run, runs, running, travel, travels, round, rounds, rounding, traverse, "
        "traverses, survive, survives, clear, clears, describes, trace, traces, follow, follows, "
        "conquer, conquers, beat, beats, handle, handles, take, takes, loop, loops, cover, covers",
        "loop, circle, circuit, lap, ring, loops, turn, revolution, somersault",
        reach=4,
    ),
    Construction.of(
        "keep, keeps, keeping, kept, stay, stays, staying, stayed, remain, remains, remaining, "
        "hold, holds, holding, held, hug, hugs, hugging, stick, sticks, sticking, cling, clings, "
        "clinging, maintain, maintains, maintaining, retain, retains, press, presses, touch, "
        "touches, touching, ride, rides, pressed, glued, stuck, keep touching, has, have, having",
        "contact, track, rail, rails, on, touch, wheels, wall, glued, loop, it, against",
        reach=4,
    ),
)
OFF: Final = (
    Construction.of(
        "lose, loses, losing, lost, part, parts, parting, break, breaks, breaking, come, comes, "
        "coming, came, fall, falls, falling, fell, drop, drops, dropping, peel, peels, peeling, "
        "fly, flies, flying, detach, detaches, detaching, separate, separates, separating, get, "
        "gets, slip, slips, pop, pops, jump, jumps, lift, lifts, tear, tears, tumble, tumbles",
        "contact, touch, off, away, company, grip, hold",
        reach=3,
    ),
    Construction.of(
        "fall, falls, falling, fell, drop, drops, dropping, tumble, tumbles", "out", reach=3
    ),
    Construction.of(
        "leave, leaves, leaving, left, depart, departs, quit, quits, quitting, abandon, abandons, "
        "forsake, forsakes, detaches, detach, separates, separate, parts, lose, loses, losing",
        "track, tracks, rail, rails, loop, ring",
        reach=3,
    ),
    Construction.of(
        "contact, touch, grip", "lost, broken, ceases, ends, vanishes, breaks, gone", reach=3
    ),
    Construction.of(
        "fall, falls, falling, drop, drops, dropping, stall, stalls, stalling, plunge, plunges, "
        "tumble, tumbles, detach, detaches, detaching, crash, crashes, fail, slide, slides",
        "before, top, down, short, back, halfway, away",
        reach=4,
    ),
    Construction.of("short", "top, loop, summit", reach=4),
)
# Said beside a verb these say no more than it; alone they are a claim of their own.
ADVERBS: Final = vocabulary(
    "all the way round, all the way around, whole way round, whole way, the entire loop, the whole "
    "loop, full circle, full loop, round the loop, around the loop, through the loop, in contact, "
    "complete loop, loop the loop, complete circle, in full contact, entire loop, whole loop, "
    "loop complete, loop completed, full contact, always in contact, loops the loop"
)
# Parts of a car that hold it: having none of them denies nothing.
_ASIDE: Final = vocabulary(
    "no hold down wheels, without hold down wheels, hold down wheels, hold down wheel, hold downs, "
    "no holding wheels, without holding wheels, no safety wheels, without safety wheels, no "
    "under wheels, without under wheels, upstop wheels, up stop wheels"
)
# What sounds of failure: with one of these nothing is taken for granted.
_SOUNDS_OFF: Final = vocabulary(
    "off, fall, falls, falling, drop, drops, dropping, lose, loses, losing, lost, leave, leaves, "
    "leaving, part, parts, away, not, never, cannot, no longer, fails, fail, short, stall, stalls, "
    "crash, crashes, detach, detaches, separate, separates, plunge, plunges, tumble, tumbles, slip"
)


def gets_round(words: Words) -> tuple[bool, bool]:
    """Say whether a text claims that the body gets round, and whether that it does not."""
    words = without(words, _ASIDE)
    round_, not_round = asserted(words, ROUND)
    off, not_off = asserted(words, OFF)
    fails = not_round or off
    rounds = not_off or round_
    if fails and rounds and (not_off or round_):
        # Who leaves the track before he gets round fails, and who gets round without leaving it
        # is said twice to get round.
        rounds = not_off and not off and not not_round
    if not fails and not rounds:
        said, denied = words.asserted(ADVERBS)
        return said and words.any_of(_SOUNDS_OFF) is None, denied
    return rounds, fails
