"""Which quantity fills which slot of a family: cue phrases near the number, and units, decide.

What stays over is reported, never guessed away.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import Final

from storyworld.physics.family import Slot
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.words import TokenKind, Words
from storyworld.records.goal import UNPLACED_QUANTITY, MissingParameter
from storyworld.records.quantity import Unit

_OPEN: Final = (Bound.AT_MOST, Bound.AT_LEAST)
_CLAIMING: Final = (*_OPEN, Bound.IN, Bound.FOR, Bound.EXACTLY)
_REACH: Final = 6
_MIN_SCORE: Final = 0.3
_SURE: Final = 0.75
_BOTH_SIDES: Final = 0.2
_FILLERS: Final = frozenset(
    ("of", "is", "=", "a", "the", "an", ":", "at", "about", "by", "with", "are", "being", "≈", "~",
     "exactly", "only", "in", "to")
)  # fmt: skip
_PARTING: Final = frozenset(("and", ",", "then", "from", "at", "with", "by", "for"))
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_ROUND: Final = frozenset({"radius", "diameter"})
_ACROSS: Final = frozenset({"across", "diameter", "radius"})
_THICKEST_M: Final = 1.0
_POWERED: Final = frozenset({"engine", "bulb", "lamp", "motor", "diesel", "light", "bulbs"})
# Lengths that are named so and are no other.
_MEASURES: Final = {
    "radius": "radius", "radii": "radius", "diameter": "diameter", "width": "width",
    "wide": "width", "thickness": "thickness", "thick": "thickness", "depth": "depth",
    "deep": "depth", "broad": "width",
}  # fmt: skip
_NOUNS: Final = frozenset({"radius", "radii", "diameter", "width", "thickness", "depth"})
_SIZES: Final = frozenset({"tall", "long", "wide", "thick", "deep", "broad", "across"})
_LINKS: Final = frozenset(("of", "is", "=", ":", "by", "at", "with"))


@dataclass(frozen=True)
class Filled:
    """Which quantity fills which slot, what is left over, and what that leaves open."""

    placed: tuple[tuple[Slot, Mention], ...]
    unused: tuple[Mention, ...]
    unsettled: tuple[MissingParameter, ...]


def fill(
    words: Words,
    mentions: tuple[Mention, ...],
    slots: tuple[Slot, ...],
    known: Mapping[int, str],
) -> Filled:
    """Give each quantity to the slot whose cues stand nearest, best matches first.

    `known` are the mentions the family has placed itself; a slot named "" takes none.
    """
    if not slots:
        return Filled((), mentions, ())
    restated = _restated(mentions)
    by_name = {slot.name: place for place, slot in enumerate(slots)}
    slot_of = {n: by_name[name] for n, name in known.items() if name in by_name}
    taken = set(slot_of.values())
    fresh = [n for n in range(len(mentions)) if n not in restated and n not in known]
    scored = sorted(
        (-score, number, place)
        for number in fresh
        for place, slot in enumerate(slots)
        if (score := _score(words, mentions, number, slot)) >= _MIN_SCORE
    )
    for _, number, place in scored:
        if number not in slot_of and place not in taken:
            slot_of[number] = place
            taken.add(place)
    _swap(slot_of, {(number, place): -score for score, number, place in scored}, set(fresh))
    # What a cue places on a slot already filled contradicts it, if it fits nowhere else.
    for score, number, place in scored:
        if number not in slot_of and -score >= _SURE:
            slot_of[number] = place
    for place, slot in enumerate(slots):
        left = [
            n
            for n in fresh
            if slot.by_unit
            and n not in slot_of
            and _fits(slot, mentions[n])
            and not _labelled(words, mentions[n], slot)
            and not (slot.bounds is None and _limits(mentions[n], slots))
            and not (slot.bounds is None and slot.default is not None and _limiting(mentions[n]))
        ]
        if place not in taken and len(left) == 1:
            slot_of[left[0]] = place
            taken.add(place)
    placed = tuple((slots[slot_of[n]], m) for n, m in enumerate(mentions) if n in slot_of)
    unused = [n for n in range(len(mentions)) if n not in slot_of]
    doubtful = [
        mentions[n]
        for n in unused
        if n not in restated and (n not in known or _limiting(mentions[n]))
    ]
    return Filled(
        placed,
        tuple(mentions[n] for n in unused),
        tuple(_unplaced(words, slots, doubtful)),
    )


def _swap(
    slot_of: dict[int, int], score: Mapping[tuple[int, int], float], movable: set[int]
) -> None:
    """Let two quantities change places where both together then fit better.

    'A bar that is 4 m high and 5 m away': the best match of one is not to spoil the other's.
    """
    placed = [number for number in slot_of if number in movable]
    for _ in range(len(placed)):
        swapped = False
        for one, other in combinations(placed, 2):
            here, there = slot_of[one], slot_of[other]
            now = score.get((one, here), 0.0) + score.get((other, there), 0.0)
            then = score.get((one, there), 0.0) + score.get((other, here), 0.0)
            if then > now + 1e-9 and (one, there) in score and (other, here) in score:
                slot_of[one], slot_of[other] = there, here
                swapped = True
        if not swapped:
            return


def _restated(mentions: tuple[Mention, ...]) -> set[int]:
    """Find what repeats, right behind it in another unit, what stood before: 20 m (66 ft)."""
    found: set[int] = set()
    for number in range(1, len(mentions)):
        first, again = mentions[number - 1], mentions[number]
        follows = again.first_token == first.next_token and again.symbol != first.symbol
        if follows and again.quantity.unit is first.quantity.unit:
            u = first.quantity.uncertainty + again.quantity.uncertainty
            if abs(first.quantity.value - again.quantity.value) <= 2 * u:
                found.add(number)
    return found


def _limits(mention: Mention, slots: tuple[Slot, ...]) -> bool:
    """Whether a firmly bounded quantity is rather a limit that some slot takes for its unit."""
    if not (mention.firm and mention.bound in _OPEN):
        return False
    return any(s.by_unit and s.bounds is not None and _fits(s, mention) for s in slots)


def _fits(slot: Slot, mention: Mention) -> bool:
    """Whether a slot can take a quantity at all: unit, bound, wholeness."""
    if mention.quantity.unit is not slot.unit:
        return False
    if slot.symbol is not None and mention.symbol != slot.symbol:
        return False
    if slot.counts and (mention.written is not None or not mention.whole):
        return False
    if slot.symbol is None and mention.symbol == "percent":
        return False
    return slot.bounds is None or mention.bound in slot.bounds


def _labelled(words: Words, mention: Mention, slot: Slot) -> bool:
    """Whether a length is named as another than the slot's: 'radius: 35 m', '60 m wide'.

    An age is of nothing here.
    """
    behind = [t.text for t in words.tokens[mention.next_token : mention.next_token + 2]]
    if mention.written is None and behind[:1] and behind[0].startswith("year"):
        return True
    if mention.quantity.unit is not Unit.METRE:
        return False
    place = mention.first_token - 1
    while place >= 0 and words.tokens[place].text in _LINKS:
        place -= 1
    said = {words.tokens[place].text} & _NOUNS if place >= 0 else set[str]()
    said.update(behind[:1] if behind[:1] != ["in"] else behind[1:])
    names = {_MEASURES[word] for word in said & _MEASURES.keys()}
    return bool(names) and names.isdisjoint(_measures(slot))


@lru_cache(maxsize=1024)
def _measures(slot: Slot) -> frozenset[str]:
    """Give the kinds of length by whose names a slot is known."""
    cues = " ".join((slot.name.replace("_", " "), slot.words, *slot.before, *slot.after))
    return frozenset(_MEASURES[word] for word in cues.split() if word in _MEASURES)


def _score(words: Words, mentions: tuple[Mention, ...], number: int, slot: Slot) -> float:
    mention = mentions[number]
    if not _fits(slot, mention) or _labelled(words, mention, slot):
        return 0.0
    if slot.part is not None and mention.parts > 1:
        return 2.0 if mention.part == slot.part % mention.parts else 0.0
    best = 0.0
    if slot.before or slot.after:
        sides = (
            _before(words, mentions, number, slot.before),
            _after(words, mentions, number, slot),
        )
        # Words on both sides say more than the same on one.
        best = max(sides) + _BOTH_SIDES * min(sides)
    # A threshold is bounded and a premise is not: between two with the same cues this decides.
    if slot.bounds is not None:
        return best * 1.1
    return best * 0.6 if mention.firm and mention.bound in _OPEN else best


def _before(words: Words, mentions: tuple[Mention, ...], number: int, cues: Iterable[str]) -> float:
    """Score the cues in front of a number: nearer and longer ones higher.

    A noun that stands behind the previous quantity belongs to that one ('5 m wall 10 m away'),
    unless a word links it to this one ('wall 5 m high and friction of 0.6').
    """
    first = mentions[number].first_token
    aside = _asides(words)
    # What stands in brackets in front does not part a number from its words.
    skipped = aside if first not in aside else frozenset[int]()
    previous = number - 1
    while previous >= 0 and mentions[previous].first_token in skipped:
        previous -= 1
    floor = mentions[previous].next_token if previous >= 0 else 0
    context: list[str] = []
    gaps: list[float] = []
    gap = 0.0
    for place in range(first - 1, max(floor, first - 1 - _REACH - 3 - len(skipped)) - 1, -1):
        token = words.tokens[place]
        if token.sentence != words.tokens[first].sentence or gap > _REACH:
            break
        if place in skipped:
            continue
        context.append(token.text)
        gaps.append(gap)
        gap += 0.0 if token.text in _FILLERS else 1.5 if token.kind is TokenKind.MARK else 1.0
    taken = previous >= 0 and len(context) == first - floor and not (set(context[:2]) & _LINKS)
    best = 0.0
    for cue in cues:
        parts = cue.split()[::-1]
        if parts[0] not in context:
            continue
        for at in range(len(context) - len(parts) + 1):
            if context[at : at + len(parts)] == parts:
                beyond = context[at + len(parts) :]
                owned = taken and len(beyond) <= 1 and not _PARTING & {*beyond, parts[-1]}
                score = (1.0 + 0.1 * len(parts)) / (1.0 + 0.3 * gaps[at]) * (0.5 if owned else 1.0)
                best = max(best, score)
                break
    return best


@lru_cache(maxsize=32)
def _asides(words: Words) -> frozenset[int]:
    """Give the tokens that stand in round brackets."""
    spans = [match.span() for match in _BRACKETS.finditer(words.text)]
    return frozenset(
        place
        for place, token in enumerate(words.tokens)
        if any(start < token.start < end for start, end in spans)
    )


def _after(words: Words, mentions: tuple[Mention, ...], number: int, slot: Slot) -> float:
    """Score the cues behind a number; the noun of '0.30 m, 1.5 kg boxes' serves both.

    A count reaches over whatever describes what it counts: 'three staggered 30 cm boxes'.
    """
    mention = mentions[number]
    context: list[str] = []
    gaps: list[float] = []
    gap = 0.0
    place = mention.next_token
    following = number + 1
    while place < len(words.tokens) and gap <= _REACH:
        if following < len(mentions) and place >= mentions[following].first_token:
            apart = any(text not in {",", "and", "x", "×", "by"} for text in context)
            if apart and not slot.counts:
                break
            place = mentions[following].next_token
            following += 1
            gap += 0.5
            continue
        token = words.tokens[place]
        if token.sentence != words.tokens[mention.first_token].sentence:
            break
        context.append(token.text)
        gaps.append(gap)
        gap += 1.5 if token.kind is TokenKind.MARK else 0.5 if token.text in _FILLERS else 1.0
        place += 1
    best = 0.0
    for cue in slot.after:
        parts = cue.split()
        if parts[0] not in context:
            continue
        for at in range(len(context) - len(parts) + 1):
            if context[at : at + len(parts)] == parts:
                best = max(best, (1.0 + 0.1 * len(parts)) / (1.0 + 0.3 * gaps[at]))
                break
    return best


def _unplaced(
    words: Words, slots: tuple[Slot, ...], unused: Iterable[Mention]
) -> Iterable[MissingParameter]:
    """Name the numbers that may matter and that no slot takes: they are not to be ignored.

    A limit is a claim whatever its unit, even in a unit that is not known here; any other
    number with a unit may decide the outcome ('with 500 J'). Masses and bare numbers that no
    slot takes are only reported as unused, as are sizes of bodies where no slot is a length.
    """
    if not slots:
        return
    units = {slot.unit for slot in slots}
    left = [
        words.text[m.start : m.end]
        for m in unused
        if _may_matter(m)
        and (m.quantity.unit in units or not _describes(words, m))
        and not _how_thick(words, m, slots)
    ]
    if left:
        because = (
            f"the goal does not say in words known here what this is of: {', '.join(left[:5])}"
        )
        yield MissingParameter(name=UNPLACED_QUANTITY, unit=Unit.ONE, because=because[:4000])


def _how_thick(words: Words, mention: Mention, slots: tuple[Slot, ...]) -> bool:
    """Whether a length is how thick a round body is, where no slot is: 'a ball, 27 mm across,'."""
    if mention.quantity.unit is not Unit.METRE or mention.bound is not None:
        return False
    if any(_measures(slot) & _ROUND for slot in slots):
        return False
    behind = [t.text for t in words.tokens[mention.next_token : mention.next_token + 2]]
    said = behind[0] in _ACROSS if behind else False
    said = said or behind in (["in", "diameter"], ["in", "radius"])
    ahead = words.tokens[max(0, mention.first_token - 2) : mention.first_token]
    named = {t.text for t in ahead} & {"diameter", "radius"}
    return bool(named) or (said and mention.quantity.value < _THICKEST_M)


def _describes(words: Words, mention: Mention) -> bool:
    """Whether a number only says what a body is like: 'a block, which is 12 cm tall'.

    'A 110 hp engine', 'a 60 W bulb': a power that stands with what has it.
    """
    following = words.tokens[mention.next_token : mention.next_token + 1]
    if mention.bound is not None or not following:
        return False
    if mention.quantity.unit is Unit.WATT:
        return following[0].text in _POWERED
    return mention.quantity.unit is Unit.METRE and following[0].text in _SIZES


def _limiting(mention: Mention) -> bool:
    """Whether a number limits something for certain: no family may set it aside."""
    return mention.written is not None and mention.firm and mention.bound in _OPEN


def _may_matter(mention: Mention) -> bool:
    """Whether a number that no slot takes may be a claim, or decide.

    'all in one direction' and 'baked in 1987' count and date; what is bounded firmly limits.
    """
    if mention.written is None:
        return mention.firm and mention.bound in _CLAIMING
    return mention.bound in _CLAIMING or mention.quantity.unit is not Unit.KILOGRAM
