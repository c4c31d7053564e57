"""What people say of domino chains: the quantities of a goal, and the words for them."""

from typing import Final

from storyworld.physics.claims import Speaks, Wish
from storyworld.physics.family import Slot
from storyworld.reading.words import vocabulary
from storyworld.records.quantity import Unit

_METRE, _ONE = Unit.METRE, Unit.ONE

HEIGHT: Final = Slot(
    "height", _METRE, "height of a domino", 1e-3, 100.0,
    before=vocabulary("height, height of, tall, high, domino height, h, heights of, height is, "
                      "dominoes of, tile height, block height, each of height, dominos of, "
                      "first is, first one is, starting with a, smallest is, starts with a, "
                      "cubes of, side of, edge of, as tall as, as high as, size, heights, "
                      "standing"),
    after=vocabulary("tall, high, in height, domino, dominoes, dominos, height, tiles, long edge, "
                     "upright, books, blocks, domino height, "
                     "pieces, slabs, planks, bricks, boxes, cards, on a side, on edge, cubes, "
                     "tile, block, slab, of height, each, plates, stones, panels, doors, cases, "
                     "standing, long pieces"),
    because="how far a falling domino reaches turns on its height",
)  # fmt: skip
SPACING: Final = Slot(
    "spacing", _METRE, "gap between neighbours", 0.0, 100.0,
    before=vocabulary(
        "spaced, spacing, spacing of, spacing is, gap of, gaps of, gap, gaps, distance, distance "
        "of, s, d, spaced by, spaced at, intervals of, interval of, separated by, separation of, "
        "separation, set, stand, placed, placed every, every, apart by, at intervals of, space of, "
        "spaces of, gap is, neighbours, spaced out by, distances of, clearance of, with gaps of, "
        "positioned, put, distance between them is, between them is, gap between them is, "
        "others are, the others are, rest are, the rest are, elsewhere, clearance is, clearance, "
        "gaps are, spacings of, spacings, pitch gap, room of, leaving, leave, leaves, space, "
        "spaces, every gap is, each gap is, wait, neighbors, clear distance of, interval, gap "
        "width, gap size, stood, "
        "other gaps, other gaps are, all other gaps, the others, remaining gaps, otherwise, all "
        "the others, others"),
    after=vocabulary(
        "apart, spacing, gap, gaps, between, of space, of empty floor, in between, spaces, of "
        "floor "
        "between, between them, from each other, from one another, intervals, separation, "
        "from its neighbour, from the next, of air between, of clear space, distance, to the next, "
        "away from the next, of room between, of space between, space between, from face to face, "
        "separate, separates, separating, of bare table, of nothing, of clear floor, of room, of "
        "clearance, clearance, of separation, of clear, of free space, from the one before, from "
        "the next one, from its neighbours, from its neighbor, of table, of floor, of gap, of "
        "distance, of gap between, of nothing between, of clear table, of empty table, on from the "
        "last, further on, from the previous, of open floor, of space in between, "
        "from their neighbours, from their neighbors, from the neighbours, from its next, from the "
        "one next to it, from face, away, further away, farther away"),
    because="whether a falling domino gets to the next turns on the gap between them",
)  # fmt: skip
WIDEST: Final = Slot(
    "widest_gap", _METRE, "widest gap in the row", 0.0, 100.0,
    before=vocabulary("one gap of, a single gap of, single gap of, gap in the middle of, except "
                      "for a gap of, widest gap of, largest gap of, wider gap of, larger gap of, "
                      "bigger gap of, apart from one gap of, where the gap is, one of the gaps is, "
                      "widest gap is, largest gap is, one gap is, but one gap is, gap widens to, "
                      "there is one gap of, one of them is, one gap measures, one space of, one of "
                      "the gaps is as wide as, one gap, a hole of, hole of, one gap was, single "
                      "space of, a gap of"),
    after=vocabulary("gap in the middle, gap halfway, gap somewhere, hole in the row"),
    optional=True,
)  # fmt: skip
THICKNESS: Final = Slot(
    "thickness", _METRE, "thickness of a domino", 1e-4, 100.0,
    before=vocabulary("thickness, thickness of, thick"), after=vocabulary("thick, in thickness, "
                      "deep"),
    optional=True,
)  # fmt: skip
COUNT: Final = Slot(
    "count", _ONE, "number of dominoes", 2.0, 1e6,
    before=vocabulary("count, number of dominoes, number, n"),
    after=vocabulary("dominoes, dominos, domino tiles, domino, tiles, books, blocks, bricks, "
                     "pieces, "
                     "planks, slabs, wooden blocks, cards, boxes, "
                     "more, of them, more of them, others, cubes, stones, plates, doors, cases, in "
                     "a row, in a line, slim blocks"),
    counts=True, optional=True,
)  # fmt: skip
RATIO: Final = Slot(
    "gap_ratio", _ONE, "gap over height", 0.0, 1e3,
    before=vocabulary("spacing to height ratio, spacing to height ratio of, s / h, gap to height "
                      "ratio of, ratio of spacing to height of, gap to height ratio"),
    after=vocabulary("times their height, times their own height, times its height, times the "
                     "height "
                     "apart, heights apart, of their height, of its height, of a height, times the "
                     "height of a domino, domino heights, times the domino height, height apart, "
                     "domino heights apart, of their own height, of the domino height, of the "
                     "height, "
                     "of the height of a domino, times as wide as they are tall"),
    because="whether a falling domino gets to the next turns on height and gap",
)  # fmt: skip
GROWTH: Final = Slot(
    "growth", _ONE, "size of each over the one before", 0.05, 100.0,
    before=vocabulary("growth, growth factor, growth factor of, scale factor of, factor of, growth "
                      "ratio of, scaled by, growing by a factor of, size ratio of, growth ratio, "
                      "scale factor"),
    after=vocabulary("times as big, times as tall, times as large, times as high, times bigger, "
                     "times larger, times taller, times the size, times the height of the one "
                     "before, "
                     "times the one before, times the previous, times higher, times the size of, "
                     "times the height of the previous, times the dimensions, times as large in, "
                     "times the last, times that of the one before, fold larger, growth"),
    default=1.0, because="all dominoes are alike unless the goal says that they grow",
)  # fmt: skip

# Falling of the first one is how a chain begins, and no claim about the chain.
_ONES: Final = ("first", "first one", "first domino", "first tile", "first block", "first book",
                "lead domino", "leading domino", "first brick", "end domino", "first slab",
                "first piece", "first plank", "first of them", "first box", "number one",
                "front domino", "front one", "end one")  # fmt: skip
_BEGINS: Final = vocabulary(
    "topples, falls, falls over, is toppled, is knocked over, tips over, is tipped over, goes "
    "over, "
    "tumbles, is toppled over, is knocked down, goes down, has fallen, is down, fell, toppled, "
    "is made to fall, tips, toppling, falling, has been toppled, has toppled, is knocked, "
    "is tipped, is pushed, is pushed over, gets tipped, tipped over, pushed, tipped"
)
_MAKES: Final = vocabulary(
    "knock over, knocks over, topple, knocking over, toppling, tipping over, tips over, tip over, "
    "push over, pushes over, knocked over, toppled, topples, pushing over, knock down, knocks "
    "down, "
    "knocking down, knock, blow over, blows over, blowing over, blows down, blow down, "
    "tip, tips, tipping, fell, felling, flick over, push down, bowl over"
)
FIRST: Final = (
    *(f"{one} {verb}" for one in _ONES for verb in _BEGINS),
    *(f"{verb} the {one}" for verb in _MAKES for one in _ONES),
)
STOPPED: Final = tuple(
    f"{stop} {verb}"
    for stop in ("stops", "stop", "stopped", "ceases", "cease", "quits", "quit")
    for verb in ("toppling", "falling", "tumbling", "going", "tipping", "to topple", "to fall")
)
# Wind that knocks over the first one only begins the chain.
BLOWN: Final = tuple(
    f"{wind} {verb} {first}"
    for wind in vocabulary("wind, gust, gust of wind, breeze, storm, gale, squall")
    for verb in vocabulary("blows over the, knocks over the, blows down the, topples the, "
                           "pushes over the, tips over the, fells the, tips the, knocks down the")
    for first in (*_ONES, "one at the end")
)  # fmt: skip
ONLY_FIRST: Final = vocabulary(
    "only the first falls, only the first one falls, only the first domino falls, only the first "
    "topples, only the first of, only the first goes, only the first one topples, nothing but "
    "the first, the first one only, no further than the first, "
    "first one alone, just the first falls, "
    "no domino after the first, none after the first, no further domino, nothing after the first, "
    "none but the first, no tile after the first, no block after the first, no domino but the "
    "first, no piece after the first, nothing else falls, no others fall, the rest stand"
)
GROWS: Final = vocabulary(
    "bigger than the one before, larger than the one before, taller than the one before, bigger "
    "than "
    "the last, larger than the last, taller than the last, increasing size, growing, larger and "
    "larger, bigger and bigger, ever larger, increasingly large, larger than the previous, bigger "
    "than the previous, taller than the previous, taller and taller, grows, larger than its "
    "predecessor, as big as the one before, as tall as the one before, the size of the one before, "
    "as large as the one before, bigger than its predecessor, as big as the last, twice as large as"
)
SHRINKS: Final = vocabulary(
    "smaller than the one before, smaller than the last, decreasing size, smaller and smaller, "
    "shrinking, shorter than the one before, shorter than the last, smaller than the previous"
)
WISHES: Final = (
    Wish("chain_completes", "stalls", vocabulary(
        "fall, falls, fell, fallen, topple, topples, toppled, go over, goes over, tumble, tumbles, "
        "knocks over, knock over, knocks down, knock down, knocked over, knocking over, goes down, "
        "go down, come down, comes down, completes, complete, reaches the end, runs to the end, "
        "to the end, reaches the last, gets to the last, propagates, runs through, collapses, "
        "touched, touches, hits the next, hit the next, reaches the next, reach "
        "the "
        "next, reaches its neighbour, tips the next, topples the next, runs its course, keep "
        "falling, "
        "keeps going, toppling, falling, tips over, tip over, flattened, fall over, falls over, "
        "touch the next, hits the second, reaches the second, hits its neighbour, down to the "
        "last, "
        "carries on, hit by the first, hit by its, knocked down, brings the whole, bring the "
        "whole, brings the entire, brings "
        "all, crashing down, crash down, crashes down, reaches the neighbour, is hit, gets "
        "knocked, are knocked "
        "down, bring down, "
        "brings down, takes down, take down, spreads, travels the whole, travels along, "
        "all down, came down, came tumbling, comes tumbling, come tumbling, tumbling, fells, "
        "felled, wave arrives, arrives at the last, reach the last, gets to the end, tumbled, "
        "collapse, collapsed, chain goes, ends up flat, end up flat, end up lying, touch the "
        "second, reach the second, hit the second, touches the second, row goes, line goes, "
        "topples its, arrives at the end, comes crashing, all go, goes to the end, go to the end, "
        "ends flat, runs down the, travels down, brought down, floors, goes all the way, gets "
        "through, works its way, to the last one, go flat, flat on the, makes it to the, knocks "
        "all, knock all, brings them all, takes the whole, takes the next, is completed, keel "
        "over, keels over, toppled over, lies down, lie down, "
        "reached, is reached, struck, is struck, goes through, go through, chain works, reaches "
        "the final, reaches the very last, gets to the final, through to the final, come crashing, "
        "very last goes, last goes, goes right through, "
        "knock each other, knock one another, knocked each other, knock each other over"),
        weak=("chain reaction", "domino effect")),
    Wish("stalls", "chain_completes", vocabulary(
        "stalls, stall, stops, stop, dies out, die out, remain standing, remains standing, stays "
        "standing, stay standing, stay up, stays up, left standing, still standing, survive, "
        "survives, breaks off, peters out, remain upright, remains upright, stays upright, stay "
        "upright, comes to a halt, halts, stopped, interrupted, broken, stand still, misses the "
        "next, "
        "misses the second, miss the next, falls short of the next, fizzles, does not budge, "
        "keeps standing, keep standing, ends there, no other domino, "
        "dies, die, grinds to a halt, grind to a halt, to a halt, is still upright, still upright, "
        "upright at the end, on their feet, on its feet, spared, gives out, ends early, ends "
        "prematurely, dies away, goes no further, gets no further, out of reach, breaks, break "
        "off, comes to nothing, cannot bridge, unaffected, unmoved, untouched, get stuck, gets "
        "stuck, petering out, stand firm, stays vertical, remains vertical, is broken, remain "
        "vertical")),
)  # fmt: skip
_DOMINOES: Final = "domino, dominoes, dominos, domino's, domino tiles, dominoes', "
SPEAKS: Final = Speaks(
    all_of=(
        (*FIRST, *vocabulary(
            _DOMINOES + "row of, whole row, line of, line up, lined up, chain of, in a row, "
                   "in a line, entire row, one after another, row topples, rows of, "
                   "row, chain reaction, run of upright, neighbours, neighbour, neighbors, "
                   "neighbor, each other, one another, first tile, first slab, first block, first "
                   "brick, first book, first plank, line, apart, number one, tap on the first, "
                   "push on "
                   "the first, shove the first, push the first, tipping the first, pushing the "
                   "first, nudging the first, flicking the first, first is pushed, "
                   "the chain, previous one, tiles, on end, fence posts, the run, blocks, bricks")),
        tuple(dict.fromkeys((*vocabulary("topple, topples, toppled, toppling, fall, falls, "
                                         "falling, fell, fallen, go "
                   "over, "
                   "goes over, tumble, tumbles, knock, knocks, knocked, knocking, goes down, go "
                   "down, "
                   "comes down, come down, completes, standing, chain, stalls, stops, propagates, "
                   "down, touched, touches, hits, reaches, collapses, tips, tip, flattened, "
                   "upright, "
                   "survive, dies out, stall, complete, misses, spreads, hit, brings, bring, "
                   "crash, crashing, "
                   "tumbling, fells, felled, dies, die, sets off, wave, brings down, bring down, "
                   "flat, tipped, tipping, interrupted, halt, runs, collapse, brought down, came "
                   "down, arrives, untouched, keel over, keels over, works, sweeps, "
                   "struck, reached, goes, go, end, runs out, run, topple over, brought, pushed, "
                   "push"), *WISHES[0].said, *WISHES[1].said))),
        vocabulary(_DOMINOES + "apart, spaced, spacing, gap, gaps, between, intervals, spaces, "
                   "separated, tall, high, "
                   "from each other, from one another, separation, separate, clearance, of "
                   "nothing, of space, of room, of clear, neighbours, neighbors, "
                   "distance, distances, of the height, the next one"),
    ),
    helps=vocabulary("dominoes, dominos, domino, spaced, apart, row, topple, push, last, first"),
    units=frozenset({_METRE}),
    never=vocabulary("string, strings, hangs, hanging, suspended, wire, cable, pendulum, stack, "
                     "stacked, tower, ramp, spring, water, rope, rocket, thrown, books on a "
                     "shelf, shelf, pins, bowling, wall falls, incline, floating"),
    tolerates=("suspension", "collision", "force", "person", "change", "rolling", "vehicle",
               "machine"),
)  # fmt: skip
CONTRARY: Final = vocabulary(
    "every second, every other, lying flat, laid flat, lie flat, alternate dominoes, "
    "alternate domino, alternate tiles, alternate ones, alternate pieces, alternate blocks, half "
    "of the "
    "dominoes, half the dominoes, half of the tiles, half of the row, half the row, "
    "half of the blocks, half the blocks, half the tiles, glued, nailed, missing, removed, taken "
    "out, is left out, half of them, some of them, only "
    "some, "
    "most of them, only half, curve, corner, a turn, turns, bend, spiral, without being pushed, "
    "without a "
    "push, "
    "without any push, without being touched, upwards, carpet, seconds per, speed of, tilted, "
    "in space, weightless, magnet, wind, gust, stairs, uphill, reverse, springs back, stand up "
    "again, "
    "hollow, bounce, backwards, by itself, by themselves, on their own, spontaneously, one by "
    "one get up, "
    "every third, every fourth, every fifth, every tenth, each second, each third, only every, "
    "only two, only three, only four, only five, only ten, only a, just two, just three, just "
    "five, before the first, last falls first, reverse order, backward, one in two, all but one, "
    "all but two, all except"
)
