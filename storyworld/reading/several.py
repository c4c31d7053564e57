"""Several limits in one goal, of which words turn some round: which of them is open.

'It does not come back to 1 m, and its rebound is at most 30 cm': a family that hears the denied
verb turns all limits round, and at most 30 cm would be asked for as at least 30 cm. With one limit
there is nothing to mistake; with several the goal does not say in words known here which is meant.
"""

from collections.abc import Iterable
from typing import Final

from storyworld.records.goal import MissingParameter, Parameter
from storyworld.records.quantity import Unit

_KINDS: Final = ("max", "min", "about")
# 'Is in the air for 2 s' asks for no less, and 'rises to 2 m' for just as much: none is turned.
_TURNS: Final = frozenset({("max", "min"), ("min", "max"), ("about", "max")})


def turned_of_several(
    placed: Iterable[Parameter], read: Iterable[Parameter]
) -> tuple[MissingParameter, ...]:
    """Name the limits of a goal where it states several and the reading turned one round.

    Parameters
    ----------
    placed
        The numbers as their own words place them.
    read
        The same as the family has read them.
    """
    limits = {p.words.start: p for p in placed if p.words and p.name.rpartition("_")[2] in _KINDS}
    after = {p.words.start: p.name for p in read if p.words}
    if len(limits) < 2 or not any(_turns(p.name, after.get(at, "")) for at, p in limits.items()):
        return ()
    several = ", ".join(f'"{p.words.text}"' for p in limits.values() if p.words)
    because = f"the goal limits several things and denies, and not which of them: {several}"
    return (MissingParameter(name="denied_limit", unit=Unit.ONE, because=because[:4000]),)


def _turns(before: str, after: str) -> bool:
    stem, _, kind = before.rpartition("_")
    other_stem, _, other = after.rpartition("_")
    return stem == other_stem and (kind, other) in _TURNS
