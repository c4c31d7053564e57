"""Parameters known only by an admissible range: which may stand in, and which are missing.

A parameter nobody gave decides the outcome exactly if the outcome is not the same over its whole
admissible range. So the criterion is tried over all of it: at the corners of the box that several
such ranges span, and at points spread evenly within. If the outcome is the same everywhere the
least favourable point stands in, and what follows holds for every other; if it is not, the
parameters whose variation turns it are missing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

_WITHIN: Final = 48
_MAX_CORNERS: Final = 5
_PRIMES: Final = (2, 3, 5, 7, 11, 13, 17, 19)

# Standard uncertainties by which a criterion is met (positive) or failed (negative), None where
# it has no value.
Robustness = Callable[[Mapping[str, float]], float | None]


@dataclass(frozen=True)
class Span:
    """The admissible range of a parameter nobody gave."""

    low: float
    high: float
    because: str


@dataclass(frozen=True)
class Verdict:
    """What trying a range shows: stand-ins that hold for all of it, or what decides."""

    stand_ins: Mapping[str, float]
    decisive: tuple[str, ...]


def settle_spans(
    robustness: Robustness, known: Mapping[str, float], spans: Mapping[str, Span], guard: float
) -> Verdict:
    """Say whether parameters known only by their range may stand in.

    Parameters
    ----------
    robustness
        How clearly the criterion is met, in standard uncertainties.
    known
        Values of the parameters that are settled.
    spans
        Admissible ranges of those that are not.
    guard
        How many standard uncertainties make a clear answer.

    Returns
    -------
    Verdict
        The least favourable values where the answer is clear and the same everywhere; else the
        parameters that alone turn it, or all where only together they do.
    """
    names = tuple(spans)
    tried = [(point, robustness({**known, **point})) for point in _points(names, spans)]
    values = [r for _, r in tried if r is not None]
    if len(values) == len(tried):
        if min(values) > guard:
            return Verdict(min(tried, key=lambda t: t[1] or 0.0)[0], ())
        if max(values) < -guard:
            return Verdict(max(tried, key=lambda t: t[1] or 0.0)[0], ())
    middle = {name: (s.low + s.high) / 2 for name, s in spans.items()}
    turning = []
    for name in names:
        alone = {name: spans[name]}
        others = {**known, **middle}
        along = [robustness({**others, **p}) for p in _points((name,), alone)]
        signs = {None if r is None else (r > guard) - (r < -guard) for r in along}
        if len(signs) > 1:
            turning.append(name)
    return Verdict({}, tuple(turning) or names)


def _points(names: Sequence[str], spans: Mapping[str, Span]) -> list[dict[str, float]]:
    """Give the corners of the box (of its longest few sides), its middle, and points within."""
    ends = [(spans[n].low, spans[n].high) for n in names]
    corners: list[tuple[float, ...]]
    if len(names) <= _MAX_CORNERS:
        corners = list(product(*ends))
    else:
        corners = [tuple(e[0] for e in ends), tuple(e[1] for e in ends)]
    inside = [
        tuple(
            low + (high - low) * _halton(index, _PRIMES[place % len(_PRIMES)])
            for place, (low, high) in enumerate(ends)
        )
        for index in range(1, _WITHIN + 1)
    ]
    return [dict(zip(names, point, strict=True)) for point in (*corners, *inside)]


def _halton(index: int, base: int) -> float:
    """Give a term of the van der Corput sequence: evenly spread, and the same every time.

    References
    ----------
    J. H. Halton, Numer. Math. 2 (1960) 84.
    """
    value, share = 0.0, 1.0
    while index:
        share /= base
        value += share * (index % base)
        index //= base
    return value
