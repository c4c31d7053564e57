"""The one number that no cue placed, where a family knows what must still be said.

A ball is dropped from one height and comes to another: where only one of the two is known by its
words, and the goal asks for nothing else, the other number is the other height.
"""

from collections.abc import Collection
from typing import Final

from storyworld.physics.family import Slot
from storyworld.physics.reach import kind_of
from storyworld.reading.filling import fill
from storyworld.reading.quantities import Mention
from storyworld.reading.words import Words
from storyworld.records.goal import MissingParameter, Parameter
from storyworld.records.quantity import Unit

# What measures a thing, not what becomes of it: 'a 1.4 m tall girl', 'a 3 m wide court'.
_SIZES: Final = frozenset(
    {"tall", "wide", "long", "thick", "broad", "deep", "across", "diameter", "radius", "away",
     "thickness", "width", "circumference", "wall", "room", "far", "gap", "distance"}
)  # fmt: skip


def as_claim(
    words: Words,
    mentions: tuple[Mention, ...],
    slots: tuple[Slot, ...],
    known: dict[int, str],
    unit: Unit,
    stem: str,
    *,
    unless: Collection[str] = (),
) -> None:
    """Place the only number left of a unit as what is asked, where nothing else is asked.

    Parameters
    ----------
    known
        What the family has placed; the number is added.
    stem
        Of the limit's three slots.
    unless
        Stems of limits of which one already has a number.
    """
    fresh = [n for n, m in enumerate(mentions) if n not in known and m.quantity.unit is unit]
    if not fresh or any(name.rpartition("_")[0] in {stem, *unless} for name in known.values()):
        return
    filled = fill(words, mentions, slots, known).placed
    if any(slot.name.rpartition("_")[0] in {stem, *unless} for slot, _ in filled):
        return
    taken = {id(mention) for _, mention in filled}
    left = [
        n
        for n, m in enumerate(mentions)
        if m.quantity.unit is unit
        and n not in known
        and id(m) not in taken
        and not _is_size(words, m)
    ]
    if len(left) == 1:
        known[left[0]] = f"{stem}_{kind_of(mentions[left[0]])}"


def _is_size(words: Words, mention: Mention) -> bool:
    following = words.tokens[mention.next_token : mention.next_token + 2]
    return bool(_SIZES & {t.text for t in following})


def only_bounded(slots: tuple[Slot, ...], given: tuple[Parameter, ...]) -> list[MissingParameter]:
    """Name the premises that are only bounded and that something else would stand in for.

    'With an efficiency of at most 20 %' is not an efficiency of 100 %, though that is what goes
    without saying.
    """
    stands_in = (s for s in slots if s.optional or s.default is not None)
    replaced = {s.name: s for s in stands_in if s.bounds is None}
    return [
        MissingParameter(
            name=p.name,
            unit=p.quantity.unit,
            because=f"the goal only bounds the {replaced[p.name].words}",
        )
        for p in given
        if p.bound is not None and p.name in replaced
    ]
