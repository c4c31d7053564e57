"""Loads that a goal bounds: 'withstands at least 5 kN', 'buckles at less than 5 kN'.

What carries at least so much carries so much, and what gives way under less gives way under it:
both are the question whether that very load is carried, and leave nothing open.
"""

from dataclasses import replace
from typing import Final

from storyworld.physics.family import Interpretation
from storyworld.records.constraint import Comparison

_LOADS: Final = frozenset({"load", "load_mass", "pieces", "line_load"})


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
