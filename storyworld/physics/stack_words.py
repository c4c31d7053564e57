"""The words by which a stack, or one tall body that may tip, is known."""

from typing import Final

from storyworld.reading.words import vocabulary

PLURAL: Final = (
    "boxes, blocks, crates, bricks, cubes, books, slabs, tiles, packages, cartons, cases, "
    "bales, tins, dice, planks, pallets, containers, parcels, suitcases, stones, drawers, "
    "beams, boards, units, cartons of, toy blocks, wooden blocks, trunks, chests, hat boxes, "
    "shoeboxes, bricks of, playing blocks, building blocks, cardboard boxes, wooden crates, "
    "plates, trays, sheets, hay bales, paving stones, pavers, cans, sandwiches, biscuits, "
    "cushions, mattresses, tomes, volumes, encyclopedias, shipping containers, logs, ingots, "
    "bars, dominos, members, elements, levels, magazines, cubes of, timbers, sleepers, "
    "concrete blocks, hymn books, pizza boxes, cake tins, saucers, slates, mats, beer mats, coins, "
    "discs, dishes, cheeses, tyres, chairs, baskets, buckets, jars, folders, binders, notebooks, "
    "newspapers, ledgers, records, albums, laptops, phones, bibles, dictionaries, encyclopaedias, "
    "panels, doors, beehives, kegs, barrels, sacks, turves, flagstones, cobbles, kerbstones, "
    "lintels, joists, girders, stools, benches, speakers, matchboxes, lockers, cabinets, rocks, "
    "shingles, gifts, presents, briefcases, trophies, atlases, manuals, journals, registers, "
    "rulers, chessboards, tablets, picture frames, paving slabs, bed bases, cassettes, "
    "shoe boxes, egg boxes, cigar boxes, vinyl records, lunch trays, roof tiles, "
    "hives, sandbags, bags, mattress, cakes, loaves, pans, pots, drums, cushions, pillows, rugs"
)
SINGULAR: Final = (
    "box, block, crate, brick, cube, book, slab, tile, package, carton, case, bale, tin, die, "
    "plank, pallet, container, parcel, suitcase, board, hat box, shoebox, paver, trunk, tray, "
    "volume, saucer, slate, mat, coin, disc, dish, cheese, tyre, chair, basket, bucket, jar, "
    "folder, "
    "binder, notebook, ledger, record, album, laptop, phone, bible, dictionary, encyclopaedia, "
    "panel, door, beehive, keg, barrel, sack, flagstone, cobble, lintel, joist, girder, stool, "
    "bench, speaker, matchbox, locker, rock, shingle, gift, present, briefcase, atlas, manual, "
    "journal, sandbag, bag, cake, loaf, pan, drum, cushion, pillow, stone, log, sleeper, beam, "
    "plate"
)
# In lines of symbols nothing names the boxes: 'n = 4, w = 20 cm, offset = 6 cm'.
OFFSETS: Final = "offset, overhang, stagger, n, w, shift"
TALL: Final = vocabulary(
    "cabinet, cupboard, wardrobe, bookcase, bookshelf, fridge, refrigerator, statue, vase, "
    "bottle, column, filing cabinet, locker, crate, box, block, dresser, chest of drawers, "
    "monument, pillar, tower, shelf unit, vending machine, washing machine, carton, speaker, "
    "lamp, robot, cabinet of, chest, shelf, shelves, book case, clock, grandfather clock, rack, "
    "server rack, pedestal, kiosk, display, tall box, parcel, machine, dispenser, freezer, "
    "sideboard, display case, gas bottle, gas cylinder, stele, obelisk, sculpture, tombstone, "
    "gravestone, milk carton, cereal box, drum, barrel, ladder, tall crate, stand, bin, pot, "
    "candle, domino, pylon, display stand, drawers, cooler, tool chest, piano, tv, television, "
    "oven, safe, package, packing case, bust, post, mast, totem pole, tripod, boiler, "
    "water heater, "
    "gas canister, candlestick, chimney, signpost, lamp post, coat stand, hat stand, menhir, "
    "standing stone, monolith, tin, can, flask, jar, jug, trophy, harp, dishwasher, headstone, "
    "cooker, stove, wine rack, book, urn, figurine, bale, hay bale, cube, container, brick"
)
_UNDER: Final = ("underneath", "beneath", "below")
STACKED: Final = (
    *(f"{one} {under}" for one in vocabulary(SINGULAR) for under in _UNDER),
    *vocabulary(
        "stack, stacks, stacked, stacking, pile, piled, piles, piling, tower, towers, on top of "
        "each "
        "other, on top of one another, on top of another, one on another, atop, on another, one "
        "below, staggered, one beneath, one above the other, on top of the other, block beneath "
        "it, "
        "box below, the upper, the top one, on top of it, one underneath, above another, per "
        "layer, "
        "layers, layer, overhang, upper book, upper brick, upper block, upper plank, one over the "
        "other, below it, beneath it, pile up, one lying on the other, lying on the other, lies on "
        "the other, on one another, on each other, atop each other, atop one another, the lower "
        "one, "
        "the one under, the one beneath, the one below, overhangs, overhanging, juts out, jutting "
        "out, stagger, staggers, heap, heaped, upper one, upon another, upon one another, upon "
        "each "
        "other, one upon, block below, brick below, book below, crate below, under it, than the "
        "one "
        "under, than the previous one, its predecessor, neighbour below, neighbor below, on the "
        "lower one, over the other, per level, each level, every level, high stack, layered, on "
        "top, "
        "each on the last, beyond the last, box beneath, brick beneath, crate beneath, book "
        "beneath, "
        "the lower, rests on, resting on, piled up, stacked up, laid on, balanced on, one on top, "
        "brick under it, box under it, crate under it, book under it, piling up, offset, offset by"
    ),
)
TILTED: Final = vocabulary(
    "slopes, "
    "tilted, tilt, tilts, sloping, sloped, slanting, tipped, leaned, leaning, leant, inclined, "
    "rocked, tilting, leans, "
    "tipped forward, tipped back, leaned over, tip, tips, tipping, rocking, rocks, canted, lean, "
    "heeled, off plumb, out of plumb, off vertical, slanted, listing, lists, rock, pushed over "
    "to, tilted back, pulled over to, from upright, from the vertical"
)
STANDING: Final = vocabulary(
    "stand, stands, standing, stays, stay, remain, remains, stable, balance, balanced, balances, "
    "holds, hold, upright, does not move, steady, comes back, come back, falls back, returns, "
    "rocks back, settles back, rights itself, stays up, keeps standing, in balance, stays put, "
    "holds together, in place, swings back, keep standing, stays standing, remain standing, "
    "remains standing, stands up, standing up, does not collapse, come back upright, upright "
    "again, onto its feet, on its feet, back on its base, onto its base, survive, survives, "
    "survived, holds up, hold up, stay on, stays on, stays where, still up, still stands, still "
    "there, stay upright, stays upright, remains upright, remain upright, drops back, drop back, "
    "tips back, tip back, comes to stand, settles, settle, righting itself, returning, "
    "stability, stays standing up, stay standing, swing back, rock back, fall back, right "
    "itself, is safe, come to rest upright, returns upright, sound, balancing, remaining, "
    "staying, standing fast, rocks upright, intact, still standing, swings upright, falls "
    "upright"
)
TOPPLING: Final = vocabulary(
    "plummets, plummet, "
    "topple, topples, toppling, toppled, tip over, tips over, tipping, tips, fall, falls, "
    "falling, collapse, collapses, collapsing, tumble, tumbles, tumbling, unstable, keels over, "
    "go over, goes over, overturns, overturn, keel over, comes down, come down, comes crashing, "
    "fall over, tip, goes down, falls apart, gives way, overbalances, crash down, crashes down, "
    "crashes, crash, crashes to, drops off, drop off, down they come, down it comes, over they "
    "go, over it goes, down they go, down it goes, over she goes, comes tumbling, come tumbling, "
    "keeling over, topples over, falls over, falls off, fall off, tumbles down, tumble down, "
    "comes to grief, goes crashing, collapsed, fell, fell over, tipped over, toppled over, "
    "falling over, overbalance, tumbled, cannot be stable, comes apart, come apart, comes "
    "crashing down, loses its balance, lose its balance, loses balance, caves in, cave in, "
    "slumps, slump, falls down, fall down, down comes, bites the dust, over goes, down goes, "
    "past the point of no return, crashing, goes tumbling, overturning, not stable, slips over, "
    "plunges, upsets, timber, go crashing, ends up on the floor, end up on the floor, falls "
    "flat, capsizes, gives in, buckles over"
)
UNPLACED: Final = vocabulary(
    "rise, rises, rising, fly, flies, ascend, ascends, jump, jumps, corner, corners, upside "
    "down, on their edges, on its edge, on edge, on one edge, on end, slide off, slip, slips, "
    "hold a, holds a, carry, carries, needle, knife, sing, sings, climb, climbs, dance, dances, "
    "walk, walks, upward, upwards, themselves, alternating, alternately, zigzag, spiral, "
    "pyramid, random, randomly, wind, gust, glued, magnets, gusts, gale, breeze, storm, windy, "
    "pushed by a, pushed over by a, bumped, bumps, hit by, struck by, jolted, jostled, sat on, "
    "leans against, leans on, blown, blows, explodes, melts, melting, burns, vanishes, "
    "shatters, breaks, gradually"
)
NARROW: Final = vocabulary(
    "narrow base, narrow ledge, narrow pedestal, narrow platform, pole, narrow post, narrow "
    "column, narrow support, narrow plinth, pedestal, fingertip"
)
SHIFTED: Final = vocabulary(
    "staggered, offset, overhanging, shifted, moved over, nudged, displaced, slid out, pushed "
    "out, overhang, overhangs, sticking out, sticks out, stepped, stagger, staggers, moved on, "
    "moved out, pushed further, protruding, protrudes, protrude, juts out, jut out, jutting out, "
    "juts, shoved, misaligned, misalignment, misplaced, off by, further out, shift, shifts, too "
    "far, overhung, set back, projects, projecting, shifting, off centre, off center, stick out, "
    "pushed sideways, jut"
)
OFFSET_BEFORE: Final = vocabulary(
    "offset, offset of, offset by, stagger, staggered by, stagger of, shifted, shifted by, "
    "overhang, overhang of, overhanging by, displaced by, offset is, overhangs by, overhanging, "
    "sticks out, sticking out, sticks out by, slid, slid by, moved, moved by, nudged, nudged by, "
    "pushed, pushed by, pushed out, displaced, sits, lies, juts out, jutting out, overhangs, "
    "projects, protrudes, one is, each one, moved over, moved over by, slid out, shift of, set "
    "back, error of, lateral error of, moved on, moved on by, moved out by, moved out, moved "
    "along, moved along by, juts, jutting, projecting, projecting by, protruding, protruding by, "
    "protrudes by, shoved, shoved by, shoved out, misplaced by, off by, misaligned by, "
    "misalignment of, further by, delta, δ, d, dx, step, step of, stepped by, juts out by, jut "
    "out, jut out by, jutting out by, sticks out over, shifting, pushed out by, pushed sideways "
    "by, displacement of, drift of, overhang is, shift, shift is, every one, set, put, placed, "
    "lies out, out by, over by, overlap less by, laid, slipped by, set off by, each book, each "
    "brick, each block, each box, each crate, every brick, every box, every block, every book, "
    "each time, overhung by, moves out, stagger =, creeping, creeping out, hangs over, hangs "
    "over by, hanging over by, sticking out by, offset each, offset per layer, sticking out "
    "over, moving each, moving each one, shifting each one, shifting each, o, books by, bricks "
    "by, blocks by, boxes by, crates by, each by, one by, them by, tiles by, slabs by, it by, "
    "another by, other by"
)
OFFSET_AFTER: Final = vocabulary(
    "ahead of, in front of, forward of, behind the, behind its, left of, right of, "
    "further forward, further back, clear of the, clear of its, "
    "offset, stagger, overhang, shift, staggered, sideways, to the right, to one side, beyond "
    "the one below, past the one below, off centre, off center, to the left, step, from the one "
    "below, relative to, further out, beyond, past, further, farther, out, over the one below, "
    "beyond it, per layer, beyond the edge, over the edge, past the edge, sideways from, further "
    "to the right, further to the left, to the right than, the same way, in the same direction, "
    "aside, to the side, over its neighbour, "
    "beyond the lower, past the lower, past its, beyond its, off the one below, off the one "
    "beneath, further than, farther than, too far, with respect to, per level, per box, per "
    "book, per brick, per block, per crate, each time, beyond the last, further left, further "
    "right, farther right, farther left, over its edge, overhang each, of overhang, of stagger, "
    "past its end, past the end, beyond the end, out over, over the edge of, beyond the one, "
    "past the one, from one to the next, to the next, over the below, over the lower, off to the "
    "side, further along, each, to the same side, over, from its neighbour, from its neighbor, "
    "shift each, off, each way, shy, in from, of shift, in the same, every time, per storey, "
    "more than the, out from, of offset, offset each, overhang per, aside from, to the east, to "
    "the west, back from, from the last, sideways per, out of line, out of true, beyond its "
    "neighbour, beyond its neighbor, over the previous, past the previous, beyond the previous"
)
# What says that nothing is shifted.
ALIGNED: Final = vocabulary(
    "no offset, zero offset, without offset, without any offset, no shift, no overhang, without "
    "overhang, exactly on top, directly on top, flush, perfectly aligned, exactly aligned, "
    "exactly above, directly above, no stagger, without any shift, without any overhang, "
    "precisely on top, squarely"
)
# Falls that are no falling over: 'falls back onto its feet'.
RIGHTING: Final = vocabulary(
    "falls back, fall back, falling back, fell back, tips back, tip back, tipping back, drops "
    "back, comes down on its base, falls upright, settles back down, comes down on its feet, "
    "goes back, tipped back and released, falls onto its base, falls on its base, topples back"
)
# What holds a stack together, or lets one swing: another problem than that of its weight.
HELD: Final = vocabulary(
    "rope, ropes, string, strings, cable, cables, chain, chains, wire, wires, pendulum, pulley, "
    "pulleys, swing, swings, swinging, hung, hangs from, hang from, hanging from, tied, tether, "
    "tethered, suspended, underwater, submerged, floats, floating, float, sinks, sink, hook, "
    "glue, glued, nailed, bolted, tape, taped, strapped, bungee"
)
SLOPES: Final = vocabulary("ramp, incline, inclined, slope, sloping, hill, tilted, tilting, slopes")
ALIKE: Final = vocabulary("cube, cubes, cubic, dice, die, square, homogeneous cube")
# Said of one on another; without, a number of pieces is rather of what one body has.
PILED: Final = vocabulary(
    "stack, stacks, stacked, stacking, pile, piled, piles, piling, tower of, towers of, on top of "
    "each other, on top of one another, on one another, on each other, one above the other, atop "
    "each other, atop one another, heap, heaped, column of"
)
# A slope so rough that nothing slips is how a tilt is stated, and no claim.
NO_SLIP: Final = vocabulary(
    "cannot slip, can't slip, can not slip, cannot slide, can't slide, without slipping, "
    "does not slip, doesn't slip, too rough to slip, too rough for it to slip, never slips, "
    "prevented from slipping, kept from slipping, not slipping, non slip"
)
