"""The words by which a stack, or one tall body that may tip, is known."""

from typing import Final

from storyworld.reading.words import vocabulary

PLURAL: Final = (
    "boxes, blocks, crates, bricks, cubes, books, slabs, tiles, packages, cartons, cases, bales, "
    "tins, dice, planks, pallets, containers, parcels, suitcases, stones, drawers, beams, boards, "
    "units, cartons of, toy blocks, wooden blocks"
)
SINGULAR: Final = (
    "box, block, crate, brick, cube, book, slab, tile, package, carton, case, bale, tin, die, "
    "plank, pallet, container, parcel, suitcase, board"
)
TALL: Final = vocabulary(
    "cabinet, cupboard, wardrobe, bookcase, bookshelf, fridge, refrigerator, statue, vase, bottle, "
    "column, filing cabinet, locker, crate, box, block, dresser, chest of drawers, monument, "
    "pillar, tower, shelf unit, vending machine, washing machine, carton, speaker, lamp, robot"
)
STACKED: Final = vocabulary(
    "stack, stacks, stacked, stacking, pile, piled, piles, piling, tower, towers, on top of each "
    "other, on top of one another, on top of another, one on another, atop, on another, one below, "
    "staggered, one beneath, one above the other, on top of the other, block beneath it, "
    "box below, the upper, "
    "the top one, on top of it, one underneath, above another, per layer, layers, layer, overhang, "
    "upper book, upper brick, upper block, upper plank, one over the other, below it, beneath it"
)
TILTED: Final = vocabulary(
    "tilted, tilt, tilts, tipped, leaned, leaning, leant, inclined, rocked, tilting, leans, tipped "
    "forward, tipped back"
)
STANDING: Final = vocabulary(
    "stand, stands, standing, stays, stay, remain, remains, stable, balance, balanced, balances, "
    "holds, hold, upright, does not move, steady, comes back, come back, falls back, returns, "
    "rocks back, settles back, rights itself, stays up, keeps standing, in balance, stays put, "
    "holds together, in place, swings back"
)
TOPPLING: Final = vocabulary(
    "topple, topples, toppling, toppled, tip over, tips over, tipping, tips, fall, falls, falling, "
    "collapse, collapses, collapsing, tumble, tumbles, tumbling, unstable, keels over, go over, "
    "goes over, overturns, overturn, keel over, comes down, come down, comes crashing, fall over, "
    "tip, goes down, falls apart, gives way, overbalances, crash down, crashes down"
)
UNPLACED: Final = vocabulary(
    "rise, rises, rising, fly, flies, ascend, ascends, jump, jumps, corner, corners, upside down, "
    "on their edges, on its edge, on edge, on one edge, on end, slide off, slip, slips, "
    "hold a, holds a, carry, carries, needle, knife, sing, sings, climb, climbs, dance, dances, "
    "walk, walks, upward, upwards, themselves, alternating, alternately, zigzag, "
    "spiral, pyramid, random, randomly, wind, gust, glued, magnets"
)
NARROW: Final = vocabulary(
    "narrow base, narrow ledge, narrow pedestal, narrow platform, pole, narrow post, "
    "narrow column, narrow support, narrow plinth, pedestal, fingertip"
)
SHIFTED: Final = vocabulary(
    "staggered, offset, overhanging, shifted, moved over, nudged, displaced, slid out, pushed out, "
    "overhang, overhangs, sticking out, sticks out, stepped"
)
OFFSET_BEFORE: Final = vocabulary(
    "offset, offset of, offset by, stagger, staggered by, stagger of, shifted, shifted by, "
    "overhang, overhang of, overhanging by, displaced by, offset is, overhangs by, overhanging, "
    "sticks out, sticking out, sticks out by, slid, slid by, moved, moved by, nudged, nudged by, "
    "pushed, pushed by, pushed out, displaced, sits, lies, juts out, jutting out, overhangs, "
    "projects, protrudes, one is, each one, moved over, moved over by, slid out, shift of, set back"
)
OFFSET_AFTER: Final = vocabulary(
    "offset, stagger, overhang, shift, staggered, sideways, to the right, to one side, beyond the "
    "one below, past the one below, off centre, off center, to the left, step, "
    "from the one below, "
    "relative to, further out, beyond, past, further, farther, out, over the one below, beyond it, "
    "per layer, beyond the edge, over the edge, past the edge, sideways from, "
    "further to the right, "
    "the same way, in the same direction, aside, to the side, over its neighbour, "
    "beyond the lower, "
    "past the lower, past its, beyond its"
)
