"""When what was measured left what was predicted or asked: decided here, once, and drawn from it.

A sample lies outside where it is further from the prediction than K combined standard
uncertainties, or beyond a limit that holds all the time by as many of its own. About one in twenty
does by chance, so a course is said to have left its prediction only where several in a row do.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from storyworld.evidence_export.charts import K, Row
from storyworld.evidence_export.predicting import Predicted
from storyworld.records.constraint import Comparison, Constraint, TemporalOperator

IN_A_ROW: Final = 3


@dataclass(frozen=True)
class Departure:
    """How the samples of a series fared.

    Parameters
    ----------
    sigmas
        Of each sample what it differs from the prediction by, in the standard uncertainty of the
        difference; None where nothing is predicted.
    outside
        Which samples lie outside, by place.
    compared
        How many were held against anything.
    left_s
        When the first of several in a row lay outside; None if none did.
    """

    sigmas: tuple[float | None, ...]
    outside: tuple[int, ...]
    compared: int
    left_s: float | None

    @property
    def words(self) -> str:
        """Say it; nothing where nothing was compared."""
        if not self.compared:
            return ""
        count = f"{len(self.outside)} of {self.compared} samples"
        if self.left_s is not None:
            return f"outside from {self.left_s:.3g} s on: {count}"
        if self.outside:
            return f"{count} outside, never {IN_A_ROW} in a row: chance does that"
        return f"all {self.compared} samples inside"


def departure(
    rows: tuple[Row, ...],
    predicted: Iterable[Predicted],
    constraints: Iterable[Constraint] = (),
    *,
    pace: float = 1.0,
    given_s: float | None = None,
) -> Departure:
    """Hold samples against what is predicted and asked of them.

    Parameters
    ----------
    rows
        Time on film, value and standard uncertainty of each.
    predicted
        The same of the prediction, at least at the samples' times where there is one.
    constraints
        Of this very series.
    pace
        By how much faster than life the film runs.
    given_s
        Up to when frames were given to the generator: those tell nothing of it.
    """
    at = {t: (value, u) for t, value, u in predicted}
    always = [c for c in constraints if c.over and c.over.operator is TemporalOperator.ALWAYS]
    sigmas: list[float | None] = []
    outside: list[int] = []
    compared = 0
    for place, (t, value, u) in enumerate(rows):
        told = at.get(t) if given_s is None or t > given_s else None
        sigma = None if told is None else _sigma(value - told[0], math.hypot(u, told[1]))
        sigmas.append(sigma)
        asked = [c for c in always if _holds(c, t * pace)]
        compared += sigma is not None or bool(asked)
        if (sigma is not None and abs(sigma) > K) or any(_beyond(c, value, u) for c in asked):
            outside.append(place)
    left = next(_in_a_row(outside), None)
    return Departure(
        tuple(sigmas), tuple(outside), compared, None if left is None else rows[left][0]
    )


def _sigma(difference: float, u: float) -> float:
    if u:
        return difference / u
    return math.copysign(math.inf, difference) if difference else 0.0


def _holds(constraint: Constraint, life_s: float) -> bool:
    window = constraint.over
    return window is not None and window.from_s <= life_s <= window.to_s


def _beyond(constraint: Constraint, value: float, u: float) -> bool:
    if constraint.threshold is None:
        return False
    above = value - constraint.threshold.value
    match constraint.comparison:
        case Comparison.AT_MOST:
            return above > K * u
        case Comparison.AT_LEAST:
            return -above > K * u
        case Comparison.WITHIN if constraint.tolerance is not None:
            return abs(above) - constraint.tolerance.value > K * u
        case _:
            return False


def _in_a_row(outside: list[int]) -> Iterator[int]:
    for n, place in enumerate(outside[: len(outside) - IN_A_ROW + 1]):
        if outside[n + IN_A_ROW - 1] == place + IN_A_ROW - 1:
            yield place
