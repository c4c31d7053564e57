"""Premises said to be needed, where the verb stands behind: 'more than 20 kN is needed'.

:func:`storyworld.physics.unplaced.needed` hears the verb in front ('needs more than 20 kN'). What
is needed at least is no premise: that with more than so much it is done answers another question.
"""

from typing import Final

from storyworld.physics.nearby import after
from storyworld.physics.unplaced import named
from storyworld.reading.quantities import Bound, read_quantities
from storyworld.reading.words import Words, vocabulary
from storyworld.records.constraint import Comparison
from storyworld.records.goal import MissingParameter, Parameter
from storyworld.records.quantity import Unit

_NEEDED: Final = frozenset(vocabulary("needed, required, necessary, called, demanded"))
_BEING: Final = frozenset({"is", "are", "be", "was", "were"})
_REACH: Final = 6


_HOLDING: Final = frozenset(
    vocabulary("carries, carry, holds, hold, bears, bear, supports, support, takes, take, "
               "withstands, withstand, sustains, sustain, lifts, lift, endures, endure")
)  # fmt: skip
_CAPPED: Final = frozenset(
    vocabulary("no, not, more, than, at, most, a, an, maximum, of, only, load, weight, total, "
               "mass, exceeding")
)  # fmt: skip


def _caps(words: Words, first_token: int) -> bool:
    """Whether a verb of holding is capped: 'carries at most 2 kN' says that it bears no more."""
    place = first_token - 1
    while place >= 0 and words.tokens[place].text in _CAPPED:
        place -= 1
    capped = {t.text for t in words.tokens[place + 1 : first_token]}
    return place >= 0 and words.tokens[place].text in _HOLDING and bool(capped & {"most", "more"})


def needed_behind(words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
    """Name what a verb behind it says to be needed at least, and what is held at most."""
    starts = {
        p.words.start for p in given if p.bound is Comparison.AT_LEAST and p.words is not None
    }
    capped = {p.words.start for p in given if p.bound is Comparison.AT_MOST and p.words is not None}
    mentions = read_quantities(words).mentions
    found: list[str] = []
    for n, mention in enumerate(mentions):
        behind = after(words, mentions, n, _REACH)
        if mention.start in capped and _caps(words, mention.first_token):
            found.append(words.text[mention.start : mention.end])
        if mention.start in starts and _NEEDED & {*behind} and _BEING & {*behind}:
            found.append(f"{words.text[mention.start : mention.end]} {' '.join(behind)}")
    return named(found)


_OPEN: Final = frozenset({Bound.AT_LEAST, Bound.AT_MOST})


def bounded_counts(words: Words, given: tuple[Parameter, ...]) -> tuple[MissingParameter, ...]:
    """Name bounded numbers and shares that no limit has taken: 'at least 200 books'.

    Where such a quantity has a default, the number would be dropped and the default taken.
    """
    taken = {
        p.words.start
        for p in given
        if p.words is not None and (p.bound is None or p.name.endswith(_LIMITS))
    }
    return named(
        [
            words.text[m.start : m.end]
            for m in read_quantities(words).mentions
            if m.quantity.unit is Unit.ONE and m.bound in _OPEN and m.start not in taken
        ]
    )


_LIMITS: Final = ("_max", "_min", "_about")
