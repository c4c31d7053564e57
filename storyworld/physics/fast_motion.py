"""By how much faster or slower than life a process is filmed, so that a film shows it well.

What takes minutes runs in fast motion and what takes a moment in slow motion, by a round factor.
A claim on such a film may use time only where its scene declares the pace.
"""

import math
from typing import Final

_LONGEST_S: Final = 10.0
_SHORTEST_S: Final = 0.8
_ROUND: Final = (1.0, 2.0, 5.0, 10.0)


def pace(duration_s: float) -> float:
    """Give by how much faster than life a process of that length is filmed, a round number.

    Raises
    ------
    ValueError
        If the duration is not positive and finite.
    """
    if not 0 < duration_s < math.inf:
        raise ValueError("a process takes some time")
    if duration_s > _LONGEST_S:
        return _round_up(duration_s / _LONGEST_S)
    if duration_s < _SHORTEST_S:
        return 1.0 / _round_up(_SHORTEST_S / duration_s)
    return 1.0


def _round_up(factor: float) -> float:
    decade = 10.0 ** math.floor(math.log10(factor))
    return next(m * decade for m in _ROUND if m * decade >= factor * (1 - 1e-9))
