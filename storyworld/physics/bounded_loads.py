"""Loads that a goal bounds: 'withstands at least 5 kN', 'buckles at less than 5 kN'.

What carries at least so much carries so much, and what gives way under less gives way under it:
both are the question whether that very load is carried, and leave nothing open.
"""

from dataclasses import replace
from typing import Final

from storyworld.physics.family import Interpretation
from storyworld.physics.nearby import after, before
from storyworld.reading.quantities import read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Parameter

_LOADS: Final = frozenset({"load", "load_mass", "pieces", "line_load"})


_NEEDING: Final = frozenset(
    vocabulary("needs, need, needed, requires, require, required, takes, take, necessary")
)


def more_is_needed(
    words: Words, given: tuple[Parameter, ...]
) -> tuple[tuple[Parameter, ...], bool]:
    """Take 'more than 8 kN is needed to buckle it' at 8 kN, and say that it is so put.

    What needs more than that to give way carries that much.
    """
    mentions = read_quantities(words).mentions
    starts = {
        m.start
        for n, m in enumerate(mentions)
        if _NEEDING & {*before(words, mentions, n, 6), *after(words, mentions, n, 5)}
    }
    least = Comparison.AT_LEAST
    found = [
        p for p in given
        if p.name in _LOADS and p.bound is least and p.words and p.words.start in starts
    ]  # fmt: skip
    eased = tuple(p.revised(bound=None) if p in found else p for p in given)
    return eased, bool(found)


def at_its_bound(found: Interpretation, carrying: frozenset[str]) -> Interpretation:
    """Take a load at the bound where the goal is as hard to meet there as it gets.

    Parameters
    ----------
    found
        How the goal has been read.
    carrying
        The outcomes in which the load is carried; of the others the contrary holds.
    """
    bound = Comparison.AT_LEAST if found.wanted in carrying else Comparison.AT_MOST
    return replace(
        found,
        parameters=tuple(
            p.revised(bound=None) if p.name in _LOADS and p.bound is bound else p
            for p in found.parameters
        ),
    )
