"""What stands near a quantity, and which quantities nothing has taken: for families that place.

A family's :meth:`storyworld.physics.family.Family.place` looks at the words around a number where
the cues of a slot do not tell: which of two densities is the liquid's, which of two lengths the
thickness.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from storyworld.physics.claims import Derived
from storyworld.physics.family import Slot
from storyworld.physics.solving import Law
from storyworld.reading.quantities import Bound, Mention, read_quantities
from storyworld.reading.words import Words
from storyworld.records.goal import UNPLACED_QUANTITY, MissingParameter, Parameter
from storyworld.records.quantity import Unit

_REACH: Final = 6


def before(
    words: Words, mentions: Sequence[Mention], number: int, reach: int = _REACH
) -> tuple[str, ...]:
    """Give the words in front of a quantity, in reading order, back to the last quantity."""
    mention = mentions[number]
    floor = mentions[number - 1].next_token if number else 0
    first = max(floor, mention.first_token - reach)
    sentence = words.tokens[mention.first_token].sentence
    tokens = words.tokens[first : mention.first_token]
    return tuple(t.text for t in tokens if t.sentence == sentence)


def after(
    words: Words, mentions: Sequence[Mention], number: int, reach: int = _REACH
) -> tuple[str, ...]:
    """Give the words behind a quantity, in reading order, up to the next quantity."""
    mention = mentions[number]
    ceiling = len(words.tokens)
    if number + 1 < len(mentions):
        ceiling = mentions[number + 1].first_token
    sentence = words.tokens[mention.first_token].sentence
    tokens = words.tokens[mention.next_token : min(ceiling, mention.next_token + reach)]
    return tuple(t.text for t in tokens if t.sentence == sentence)


def place_of(context: Sequence[str], phrases: Iterable[str]) -> int | None:
    """Give where the first of the phrases begins among words, None if none occurs."""
    found = [
        at
        for phrase in phrases
        for parts in (phrase.split(),)
        for at in range(len(context) - len(parts) + 1)
        if list(context[at : at + len(parts)]) == parts
    ]
    return min(found, default=None)


def says(context: Sequence[str], phrases: Iterable[str]) -> bool:
    """Whether one of the phrases occurs among words."""
    return place_of(context, phrases) is not None


def with_unit(mentions: Sequence[Mention], unit: Unit) -> tuple[int, ...]:
    """Give the numbers of the mentions in a unit."""
    return tuple(n for n, m in enumerate(mentions) if m.quantity.unit is unit)


def limit_of(mention: Mention, plain: str = "about") -> str:
    """Say which slot of a limit a number belongs to: max, min, or what a plain one asks for."""
    if mention.bound is Bound.AT_MOST:
        return "max"
    return "min" if mention.bound is Bound.AT_LEAST else plain


def left_over(
    words: Words, given: tuple[Parameter, ...], units: Iterable[Unit]
) -> tuple[MissingParameter, ...]:
    """Name quantities of these units that no parameter was read from.

    Where each of several masses counts, one nobody placed is not to be ignored.
    """
    taken = {p.words.start for p in given if p.words is not None}
    wanted = set(units)
    left = [
        words.text[m.start : m.end]
        for m in read_quantities(words).mentions
        if m.quantity.unit in wanted and m.start not in taken
    ]
    if not left:
        return ()
    because = f"the goal does not say in words known here what this is of: {', '.join(left[:5])}"
    return (MissingParameter(name=UNPLACED_QUANTITY, unit=Unit.ONE, because=because[:4000]),)


def denied_values(words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
    """Name the plain numbers a goal denies: 'not at 3 m/s' is anything else.

    Denied bounds turn round; a denied value has no bound to turn into.
    """
    said = {p.words.start for p in given if p.words is not None and p.name.endswith("_about")}
    denied = [
        words.text[m.start : m.end]
        for m in read_quantities(words).mentions
        if m.start in said and words.negated(m.first_token)
    ]
    if not denied:
        return ()
    because = f"the goal denies a value and so asks for any other: {', '.join(denied[:5])}"
    return (MissingParameter(name="wanted", unit=Unit.ONE, because=because[:4000]),)


def as_needed(*slots: Slot) -> tuple[Slot, ...]:
    """Give slots that are missing only where what is asked reads them.

    Which quantities a beam needs turns on what is asked of it: a family of several questions is
    not less likely for the slots of the others.
    """
    return tuple(replace(slot, optional=True) for slot in slots)


def one_way(rule: Derived) -> Derived:
    """Make a rule one of several for its parameter: without its sources it leaves the others'.

    A breadth and a thickness give a section, and so does a diameter; whichever is there speaks.
    """
    needs: tuple[str, ...] = rule.needs
    law: Law = rule.of
    name: str = rule.name

    def of(values: Mapping[str, float]) -> float:
        if all(not math.isnan(values.get(n, math.nan)) for n in needs):
            return law(values)
        return values.get(name, math.nan)

    return replace(rule, of=of)


def ways(*rules: Derived) -> tuple[Derived, ...]:
    """Give rules of which several lead to the same parameter."""
    return tuple(one_way(rule) for rule in rules)
