"""The words of boxes that are pushed: who pushes, what happens, how high and how wide."""

from collections.abc import Mapping, Sequence
from typing import Final

from storyworld.physics.hearing import inflected
from storyworld.physics.stack_words import SINGULAR
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words, vocabulary
from storyworld.records.quantity import Unit

_VERBS: Final = (
    "push, shove, press, nudge, lean on, lean against, lean into, pull, tug, bump, bulldoze, ram, "
    "heave, thrust, barge, prod, elbow, poke, force, apply, poke at, haul, butt, jostle, hustle, "
    "put its shoulder to, put his shoulder to, put her shoulder to, rub against, brace against"
)
PUSHES: Final = vocabulary(
    f"{inflected(_VERBS)}, horizontal force, sideways force, lateral force, applied horizontally, "
    "horizontally, push height, h push, hpush, horizontal push, sideways push, contact height, "
    "lateral push, leant on, leans, leaning, sideways at, horizontal load, side load, tilt test"
)
SLIDES: Final = vocabulary(
    inflected(
        "slide, slip, glide, scoot, skid, slither, scrape, shuffle, slide along, slip along, "
        "move along, move across, move over, shift across, move sideways, travel along, "
        "walk along, slip across, creep along, scoot along, slide off, stay flat, stay level, "
        "scud, move off, "
        "stay upright, remain upright, keep upright, end upright, stay on its base, "
        "remain on its base, stay on its feet, stay standing, remain standing, stay vertical, "
        "keep its feet, keep its balance, stay on all its feet, translate, budge along, skate, "
        "remain on its feet, get moved along, be moved along, give way at the floor"
    )
    + ", upright, all its feet, remains flat, remain flat, moves without, moving without, "
    "move without, flat on the floor, flat on its base, on its feet, moved along, vertical, "
    "base stays down, base stays on the floor, feet stay on the floor"
)
TIPS: Final = vocabulary(
    inflected(
        "tip, tip over, tip up, topple, topple over, fall over, go over, overturn, keel over, "
        "flip, flip over, rotate, tilt, tilt over, turn over, tumble, tumble over, upend, "
        "fall on its side, fall, capsize, roll over, pitch over, crash down, crash over, "
        "knock over, go down, come down, lose its balance, lose balance, fall flat, fall down, "
        "come crashing down, go toppling, turn turtle, land on its side, lift its rear edge"
    )
    + ", knocked over, knock it over, knocks it over, pushed over, pushes it over, push it over, "
    "tips it over, tip it over, over it goes, over it went, over she goes, over he goes, "
    "over goes, over went, on its side, on its face, on its back, onto its side, onto its face, "
    "onto its back, flat on its, rears up, unstable, rear edge lifts, over they go, face down, "
    "over backwards, over you go, brings it down, brought down, pulled over, shoved over"
)
SPOKEN: Final = (*SLIDES, *TIPS)
HELPS: Final = vocabulary(
    "pushed, without tipping, wide, crate, box, cabinet, floor, mu, friction, above the floor, "
    "wardrobe, tips over, push height, slides, fridge, push, pushing, shoved, tip, tips, topples, "
    "base, above the ground, off the floor"
)
NEVER: Final = vocabulary(
    "incline, inclined, ramp, slope, sloping, hill, spring, stack, stacked, boxes on, truck bed, "
    "flatbed, tilted floor, tilted plane, "
    "lorry, accelerating, curve, bend, turn radius, cart, seesaw, lever, fulcrum, pivot, see saw, "
    "domino, dominoes, row of, uphill, rolls, rolling, roll, wheel, wheeled, hoop, pulley, "
    "off the edge, over the edge, collides, collision, collide, hangs, hanging, swinging, "
    "off the table, trolley, tower, gripper, fingers, jaws, crane, pendulum, marble, stacking, "
    "puck, force per finger, brakes, braking, track width, centre of gravity, center of gravity, "
    "underwater, submerged, floats, floating, sinks, pool, lake, sea, "
    "buckles, sags, seat belt, staple, out over the, past the one below, beyond the one below, "
    "past the one beneath, beyond the one beneath, over the one below, over the one beneath, "
    + ", ".join(f"{one} {under}" for one in vocabulary(SINGULAR) for under in ("below", "beneath"))
)
CONTRARY: Final = vocabulary(
    "only if, only when, if and only if, only as long as, only below, only up to, unless it, "
    "lifts off, flies, accelerates, constant acceleration, bounces, breaks, "
    "on wheels, castors, casters, hard kick, kicked, hit by, thrown, hits the, hits it, "
    "centre of gravity is off, center of gravity is off, top heavy, "
    "bottom heavy, lopsided, downward, at an angle, bolted, nailed, screwed, glued, anchored, "
    "tied, strapped, taped, stays put, stay put, does not move, doesn't move, budge, budges, "
    "does not budge, doesn't budge, stays where, stay where, explodes, melts, shatters, vanishes, "
    "stands still, stays still, rooted, remains where, remains at rest, diagonally, "
    "against the wall, spins, spinning, twists, downwards, collapses, running start"
)  # fmt: skip
WIDTH_BEFORE: Final = vocabulary(
    "width, width of, width is, base, base of, base width, base width of, b, w, "
    "depth, depth of, wide, base length, footprint, footprint of, deep, thickness, thickness of, "
    "base is, base measures, square base of, base depth, base depth of, across, diameter, "
    "diameter of, feet apart, its feet are, legs are, foot width, stance, stance of, "
    "base breadth, breadth, breadth of, from front to back, front to back, footprint width, "
    "base size, base dimension, bottom, bottom of"
)
WIDTH_AFTER: Final = vocabulary(
    "wide, width, base, broad, deep, across, wide base, square, footprint, "
    "depth, wide at the base, at the base, cube, long in the push direction, "
    "square base, thick, on a side, diameter, in diameter, across the bottom, at the bottom, "
    "across the base, front to back, from front to back, apart, stance, breadth, of base, "
    "wide bottom, in width, in depth"
)
HEIGHT_BEFORE: Final = vocabulary(
    "pushed at a height of, at a height of, at a height, push height, push height of, "
    "height of the push, h, h push, hpush, height, "
    "height of, push point, push point at, at height, in height of, "
    "force at, applied at, acting at, pushing height, height of push, acts at, applied, "
    "pressed at, contact height, contact point, contact at, contact, hit at, up at, "
    "pushed horizontally at, pushed horizontally, pushed from, the push comes, at, "
    "pushed sideways at, pushed sideways, push is, load height, hand height, "
    "force height, line of action, "
    + inflected("push, shove, press, nudge, lean, pull, tug, bump, ram, push at, shove at, "
                "press at, lean on at, push it, shove it, push it at, shove it at, pull at")
)  # fmt: skip
HEIGHT_AFTER: Final = vocabulary(
    "above floor, above the floor, above the ground, off the floor, off the ground, up, "
    "from the floor, from the ground, above ground, high, above its base, above the base, "
    "over the floor, above the mat, above the carpet, up the side, from the bottom, "
    "above its bottom, push height, above the table, from its base, above the ice, "
    "above the surface, above the deck, above the tabletop, off the table, height, "
    "above the bench, above the rug, above the tiles, over the ground, off the carpet, "
    "above the bottom, up from the floor, up its side, above its feet, above floor level, "
    "above the concrete, above the slab, above the lino, above ground level, off the rug, "
    "high up, high push, higher up, above, off the deck, off the ice"
)
TALL_BEFORE: Final = vocabulary(
    "tall, total height, total height of, overall height, box height, "
    "box height of, block height, crate height, its height, stands, "
    "high box, cabinet height, itself, own height"
)
TALL_AFTER: Final = vocabulary(
    "tall, high box, high crate, high block, high cabinet, high wardrobe, "
    "in height, high fridge, tall box, tall crate, high bookcase, high locker, high cupboard, "
    "high pillar, high column, overall"
)
BEFORE_SLIDING: Final = vocabulary(
    "before it slides, before sliding, before it slips, before slipping, before it can slide, "
    "before it starts sliding, before it starts to slide, before it begins to slide, "
    "sooner than it slides, before it moves, before she slides, before it skids, "
    "before it will slide, before it would slide, before it ever slides, sooner than slide, "
    "before it has slid, before any sliding, before it does slide"
)
BEFORE_TIPPING: Final = vocabulary(
    "before it tips, before tipping, before it topples, before toppling, before it can tip, "
    "before it falls over, before falling over, before it starts to tip, before it tips over, "
    "sooner than it tips, before it overturns, before it will tip, before it would tip, "
    "before it ever tips, sooner than tip, before any tipping, before it goes over"
)
AT_TOP: Final = vocabulary(
    "at the top, at its top, top edge, at the very top, along its top, "
    "near the top edge, upper edge, at its upper edge, top corner, at the upper edge, upper rim, "
    "top rim, on the top edge, upper corner"
)
AT_HALF: Final = vocabulary(
    "half height, half its height, halfway up, half way up, mid height, "
    "at its middle, at its centre, at its center, half of its height, "
    "at the middle, centre height, center height, at middle height, midway up"
)
MOST: Final = vocabulary(
    "highest push, highest point, maximum push height, tipping height, critical height, "
    "greatest height, maximum height, highest it can be pushed, highest place, highest spot, "
    "threshold height, limiting height"
)
_PUSHERS: Final = frozenset(
    vocabulary(
        "man, men, woman, women, person, people, boy, boys, girl, girls, he, she, worker, workers, "
        "nurse, nurses, farmer, plumber, mover, movers, porter, porters, pupil, pupils, somebody, "
        "someone, stagehand, stagehands, teacher, child, children, guard, guards, cow, goat, horse"
    )
)
_ARTICLES: Final = frozenset({"a", "an", "the"})


def aside(words: Words, mentions: Sequence[Mention]) -> Mapping[int, str]:
    """Place how tall a box is, and a mass that decides nothing, be it that of who pushes."""
    placed: dict[int, str] = {}
    for n, mention in enumerate(mentions):
        first, last = mention.first_token, mention.next_token
        ahead = [t.text for t in words.tokens[max(0, first - 3) : first]]
        behind = [t.text for t in words.tokens[last : last + 2]]
        pusher = mention.quantity.unit is Unit.KILOGRAM and not _PUSHERS.isdisjoint(ahead)
        if pusher and sum(m.quantity.unit is Unit.KILOGRAM for m in mentions) == 1:
            placed[n] = "mass"
        if mention.quantity.unit is not Unit.METRE or mention.parts > 1:
            continue
        attribute = ahead[-1:] != [] and ahead[-1] in _ARTICLES and behind[1:] != ["push"]
        if behind[:1] == ["tall"] or (behind[:1] == ["high"] and attribute):
            placed[n] = "box_height"
    return placed
