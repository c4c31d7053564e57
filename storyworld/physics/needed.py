"""Premises said to be needed, where the verb stands behind: 'more than 20 kN is needed'.

:func:`storyworld.physics.unplaced.needed` hears the verb in front ('needs more than 20 kN'). What
is needed at least is no premise: that with more than so much it is done answers another question.
"""

from typing import Final

from storyworld.physics.nearby import after
from storyworld.physics.unplaced import named
from storyworld.reading.quantities import read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import MissingParameter, Parameter

_NEEDED: Final = frozenset(vocabulary("needed, required, necessary, called, demanded"))
_BEING: Final = frozenset({"is", "are", "be", "was", "were"})
_REACH: Final = 6


def needed_behind(words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
    """Name the premises that a verb behind them says to be needed at least."""
    starts = {
        p.words.start for p in given if p.bound is Comparison.AT_LEAST and p.words is not None
    }
    mentions = read_quantities(words).mentions
    found: list[str] = []
    for n, mention in enumerate(mentions):
        behind = after(words, mentions, n, _REACH)
        if mention.start in starts and _NEEDED & {*behind} and _BEING & {*behind}:
            found.append(f"{words.text[mention.start : mention.end]} {' '.join(behind)}")
    return named(found)
