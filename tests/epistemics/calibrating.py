"""How right confidences were: scores beside trivial baselines, and risk by coverage.

Pairs and scores are those of :mod:`storyworld.epistemics.calibration`.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from storyworld.epistemics.calibration import RESAMPLES, SEED, Pair, brier
from tests.epistemics.worlds import Trial

Forecast = Callable[[Trial], float]
Point = tuple[float, float]


def pairs(trials: Sequence[Trial], forecast: Forecast = lambda t: t.confidence) -> list[Pair]:
    """Give what was forecast of each verdict, and whether it was right; of the decided alone."""
    return [(forecast(t), t.right) for t in trials if t.decided]


def baselines(trials: Sequence[Trial]) -> Mapping[str, list[Pair]]:
    """Give what those would have said of the same verdicts who look at next to nothing.

    The share that is right is known to nobody beforehand: it is the best that one number can do.
    """
    decided = [t for t in trials if t.decided]
    share = sum(t.right for t in decided) / len(decided)
    return {
        "always one half": pairs(trials, lambda _: 0.5),
        "always the share that is right": pairs(trials, lambda _: share),
        "the goal is always achieved": pairs(trials, lambda t: float(t.accepted)),
        "the verdict is always right": pairs(trials, lambda _: 1.0),
        "the solver's margin alone": pairs(trials, lambda t: t.alone),
    }


def better_by(ours: Sequence[Pair], theirs: Sequence[Pair]) -> tuple[float, float, float]:
    """Give by how much the Brier score of the first is less, with a 95 % interval, paired.

    References
    ----------
    Efron, B. (1979), doi:10.1214/aos/1176344552 (percentiles of resampled differences).
    """
    gained = np.array(
        [(q - so) ** 2 - (p - so) ** 2 for (p, so), (q, _) in zip(ours, theirs, strict=True)]
    )
    n = len(gained)
    draws = np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), size=RESAMPLES)
    low, high = np.quantile(draws @ gained / n, (0.025, 0.975))
    return brier(theirs) - brier(ours), float(low), float(high)


def risk_coverage(
    trials: Sequence[Trial], forecast: Forecast = lambda t: t.confidence
) -> list[Point]:
    """Give (share of all trials that are answered, share of these answered wrongly).

    Verdicts are given from the surest down; what was left open is never answered. Equally sure
    ones come together: there is a point after each such block.

    References
    ----------
    El-Yaniv, Wiener (2010), JMLR 11:1605 (the risk-coverage curve).
    """
    inside = sorted(pairs(trials, forecast), reverse=True)
    found, wrong = [], 0
    for n, (p, right) in enumerate(inside, start=1):
        wrong += not right
        if n == len(inside) or inside[n][0] != p:
            found.append((n / len(trials), wrong / n))
    return found


def area(points: Sequence[Point]) -> float:
    """Give the mean risk over the coverage that is reached, 0 (best) to 1."""
    at, total = 0.0, 0.0
    before = points[0][1]
    for coverage, risk in points:
        total += (coverage - at) * (before + risk) / 2.0
        at, before = coverage, risk
    return total / at


Z: Final = 1.96


def wilson(right: int, of: int) -> Point:
    """Give the 95 % interval of a share.

    References
    ----------
    Wilson, E. B. (1927), doi:10.1080/01621459.1927.10502953.
    """
    share, scale = right / of, 1.0 + Z * Z / of
    middle = (share + Z * Z / (2 * of)) / scale
    half = Z / scale * math.sqrt(share * (1.0 - share) / of + Z * Z / (4 * of * of))
    return middle - half, middle + half


def by(trials: Sequence[Trial], key: Callable[[Trial], str]) -> Iterator[tuple[str, list[Trial]]]:
    """Part trials by a word about each, in the order in which the words first come."""
    parts: dict[str, list[Trial]] = {}
    for one in trials:
        parts.setdefault(key(one), []).append(one)
    yield from parts.items()
