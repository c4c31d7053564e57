"""What leans against a wall and stands on the floor is no block on a ramp.

A ladder at rest holds by the friction at its foot, with the wall's push as the other force: at 60
degrees a uniform one on a smooth wall needs mu >= 1 / (2 tan(theta)) = 0.29, a block on a ramp
1.73. What lies on a board that leans somewhere is one.

References
----------
OpenStax, University Physics vol. 1, section 12.2, example 12.5 (a ladder against a wall).
"""

from collections.abc import Iterator
from typing import Final

from storyworld.physics.masking import without
from storyworld.reading.words import TokenKind, Words, vocabulary

_LADDERS: Final = vocabulary("ladder, ladders, ladder's, stepladder, stepladders")
_NO_LADDERS: Final = vocabulary("ladder hook, ladder hooks, ladder rack")
_LEANING: Final = frozenset({"lean", "leans", "leaning", "leaned", "leant"})
# 'Is propped at 60 degrees against a wall'; what is pressed against something does not lean.
_SET: Final = _LEANING | frozenset(
    vocabulary(
        "propped, prop, props, rests, rest, resting, rested, stands, stand, standing, stood, set, "
        "placed, put, tilted, inclined, slanted, positioned, laid, lies, lying, up, at, sits, "
        "tipped, braced, slopes, sloping"
    )
)
_STICKS: Final = frozenset(
    vocabulary(
        "pole, poles, broom, broomstick, stick, sticks, rod, rods, cane, mop, rake, shovel, spade, "
        "post, mast, umbrella, oar, spear, matchstick, pencil, stake, staff, crutch, bat, racket, "
        "ski, skis, surfboard, log, bamboo, pipe, lance, hoe, pitchfork, bar"
    )
)
# Nobody takes these for a block, unless they lie on a slope.
_TALL: Final = frozenset(
    vocabulary("pole, broom, broomstick, cane, mop, rake, mast, oar, crutch, pitchfork, hoe")
)
_FLOORS: Final = frozenset({"floor", "ground", "pavement", "wall"})
_BOARDS: Final = frozenset(
    vocabulary(
        "plank, planks, board, boards, beam, beams, timber, girder, ruler, panel, door, sheet, "
        "plate, slab, plywood"
    )
)
_RAMPS: Final = frozenset(
    vocabulary(
        "ramp, ramps, incline, slope, slopes, hill, hillside, chute, gangway, gangplank, roof, "
        "rooftop, driveway, piste, wedge, embankment, bed"
    )
)
_CARRIERS: Final = (
    _BOARDS
    | _RAMPS
    | frozenset(
        vocabulary(
            "tray, table, tabletop, desk, shelf, lectern, hood, bonnet, windscreen, deck, plane"
        )
    )
)
_LONG: Final = frozenset(_LADDERS) | _STICKS | _BOARDS
_WALLS: Final = frozenset(
    vocabulary("wall, walls, house, hut, tree, fence, building, shed, barn, pillar, column")
)
_RIDERS: Final = frozenset(
    vocabulary(
        "block, blocks, box, boxes, crate, crates, brick, bricks, book, books, package, parcel, "
        "suitcase, sled, sledge, puck, coin, carton, cube, trunk, cup, mug, glass, toy, phone, "
        "laptop, tin, can, bottle, chest, bag, sack, child, kid, skier, eraser, cat, barrel, "
        "stone, tile, washer, object, penny, fridge, container, case, toolbox, bucket"
    )
)
_CLIMBERS: Final = frozenset(
    vocabulary("man, woman, painter, person, worker, cleaner, roofer, somebody, someone, he, she")
)
_BACK: Final = frozenset({"it", "which", "this", "them"})
_ONTO: Final = frozenset({"on", "onto", "upon", "down", "along", "atop", "off", "from"})
_GROUNDS: Final = frozenset(
    {"wall", "floor", "ground", "house", "surface", "path", "pavement", "tiles"}
)
_ARTICLES: Final = frozenset({"a", "an", "the", "some", "its", "another"})
_REACH: Final = 6
_FAR: Final = 10
_NEAR: Final = 4


def leans(words: Words) -> bool:
    """Whether what is to hold or slip leans by itself: a ladder, a plank against a wall.

    'A board leans against a crate; a brick on it stays put' speaks of the brick.
    """
    words = without(words, _NO_LADDERS)
    leaning = _is_leaning(words)
    if words.any_of(_LADDERS) is not None:
        return leaning or not _on(words, _RAMPS)
    if not leaning and not _stands(set(words.present)):
        return False
    return not _carries(words, leaning=leaning)


def _stands(present: set[str]) -> bool:
    """Whether a stick stands slanting on the ground: 'a rod at 60 degrees to the floor'."""
    return bool(_STICKS & present and _FLOORS & present) or (
        bool(_TALL & present) and "down" not in present
    )


def long_thing_leans(words: Words) -> bool:
    """Whether it is a ladder, stick or board that leans, and nobody on something."""
    return any(_is_long(words, at) for at in _leaning_at(words)
               if words.tokens[at].text not in {"at", "up"})  # fmt: skip


def _is_long(words: Words, verb: int) -> bool:
    """Whether a long thing is named in front of a verb, or it is a ladder spoken of again."""
    front = {t.text for t in words.tokens[max(0, verb - _NEAR) : verb]
             if t.sentence == words.tokens[verb].sentence}  # fmt: skip
    return bool(front & _LONG) or ("it" in front and words.any_of(_LADDERS) is not None)


def _is_leaning(words: Words) -> bool:
    """Whether something leans on or is propped against something."""
    if next(_leaning_at(words), None) is not None:
        return True
    present = set(words.present)
    return bool(_LEANING & present) and bool((_STICKS | _BOARDS) & present)


def _leaning_at(words: Words) -> Iterator[int]:
    """Give the verbs by which something leans on a wall, or on anything as long things do."""
    for place, token in enumerate(words.tokens):
        first = max(0, place - _FAR)
        front = [n for n in range(first, place) if words.tokens[n].sentence == token.sentence]
        if token.text == "against":
            yield from (n for n in front if words.tokens[n].text in _SET)
        elif token.text in _WALLS:
            yield from (n for n in front if words.tokens[n].text in _LEANING)
        elif token.text in _LEANING and _is_long(words, place):
            yield place


def _carries(words: Words, *, leaning: bool) -> bool:
    """Whether something lies on what leans, or on a slope beside it."""
    present = set(words.present)
    if _on(words, _CARRIERS) or (leaning and _RAMPS & present and not _STICKS & present):
        return True
    return bool(_BOARDS & present) and (_on(words, _BACK) or _has_rider(words))


def _on(words: Words, nouns: frozenset[str]) -> bool:
    """Whether something is said to be on such a thing: 'down a steep ramp', 'on which'."""
    for place, token in enumerate(words.tokens):
        if token.text not in _ONTO:
            continue
        front = {t.text for t in words.tokens[max(0, place - _REACH) : place]}
        if nouns is _BACK and front & _CLIMBERS:
            continue
        for behind in words.tokens[place + 1 : place + 1 + _REACH]:
            if behind.kind is TokenKind.MARK or behind.text in {"with", "and", "against"}:
                break
            if behind.text in nouns:
                return True
            if nouns is _BACK:
                break
    return False


def _has_rider(words: Words) -> bool:
    """Whether a body is spoken of that is not what the board leans on."""
    supports: set[str] = set()
    found: set[str] = set()
    for place, token in enumerate(words.tokens):
        if token.text not in _RIDERS:
            continue
        behind = words.tokens[place + 1].text if place + 1 < len(words.tokens) else ""
        at = place - 1
        while at > 0 and (words.tokens[at].text in _ARTICLES):
            at -= 1
        near = {t.text for t in words.tokens[max(0, place - 3) : place]}
        if "against" in near or behind in _GROUNDS or words.tokens[at].text in {"on", "of"}:
            supports.add(token.text)
        else:
            found.add(token.text)
    return bool(found - supports)
