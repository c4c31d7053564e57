"""How far probabilities were from what was. Pure functions of forecasts and outcomes.

A pair is a probability that was stated, 0 to 1, and whether what it was stated of was so.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from storyworld.epistemics.confidence import MAX_ODDS
from storyworld.records.calibration import (
    FEWEST_FOR_INTERVALS,
    ConfusionRow,
    Label,
    Score,
    Scores,
)
from storyworld.records.observation import Verdict

Pair = tuple[float, bool]
MOST_BINS: Final = 10
FEWEST_IN_A_BIN: Final = 20
RESAMPLES: Final = 1000
SEED: Final = 0


def brier(pairs: Sequence[Pair]) -> float:
    """Give the mean squared distance of probability and outcome, 0 (best) to 1.

    Raises
    ------
    ValueError
        If there are no pairs, or a probability is none.

    Notes
    -----
    It is proper: in the mean nobody does better than by stating what he believes. Always one half
    gives 0.25. Compare only scores of the same films.

    References
    ----------
    Brier, G. W. (1950), doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2, for two classes,
    halved as is usual.
    """
    _require(pairs)
    return math.fsum(_squared(p, came=came) for p, came in pairs) / len(pairs)


def log_loss(pairs: Sequence[Pair]) -> float:
    """Give the mean of -ln(probability given to what was), in nats, 0.001 (best) to 6.9.

    Probabilities are clipped to odds of 999:1, as in a judgement's confidence: a single certain
    error would be infinite otherwise. Always one half gives ln 2 = 0.693.

    Raises
    ------
    ValueError
        If there are no pairs, or a probability is none.

    References
    ----------
    Good, I. J. (1952), doi:10.1111/j.2517-6161.1952.tb00104.x.
    """
    _require(pairs)
    return math.fsum(_surprise(p, came=came) for p, came in pairs) / len(pairs)


def ece(pairs: Sequence[Pair]) -> float:
    """Give the expected calibration error over bins of equal mass, 0 (best) to 1.

    The films are sorted by probability and cut into bins of equally many, at most 10 and at least
    20 films each; equal probabilities are never parted. It is the mean over the films of
    ``|mean probability - share that was so|`` of their bin.

    Raises
    ------
    ValueError
        If there are no pairs, or a probability is none.

    Notes
    -----
    It is no proper score: always stating the share of what is so gives 0 and tells nothing. It is
    biased upwards, by about 0.06 for a perfect forecaster of 300 films.

    References
    ----------
    Naeini, Cooper, Hauskrecht (2015), AAAI, for the error; Nguyen, O'Connor (2015),
    doi:10.18653/v1/D15-1182, for bins of equal mass.
    """
    _require(pairs)
    inside = sorted(pairs)
    gaps = (abs(math.fsum(p - came for p, came in inside[s])) for s in equal_mass(inside))
    return math.fsum(gaps) / len(pairs)


def equal_mass(inside: Sequence[Pair]) -> Iterator[slice]:
    """Cut sorted pairs into bins of equally many; equal probabilities stay together.

    What would be a bin of too few joins its neighbour.
    """
    n, start = len(inside), 0
    bins = max(1, min(MOST_BINS, n // FEWEST_IN_A_BIN))
    for k in range(1, bins):
        end = max(start, math.ceil(k * n / bins))
        while 0 < end < n and inside[end][0] == inside[end - 1][0]:
            end += 1
        if min(end - start, n - end) >= FEWEST_IN_A_BIN:
            yield slice(start, end)
            start = end
    if n:
        yield slice(start, n)


def score(pairs: Sequence[Pair], *, intervals: bool = True) -> Scores:
    """Give all three scores, with 95 % intervals where enough films are labelled.

    The interval is the basic bootstrap of 1000 resamples of the films, from a fixed seed: the same
    films in any order give the same interval.

    Raises
    ------
    ValueError
        If there are no pairs, or a probability is none.

    Notes
    -----
    Bins stay those of the films as they are. The basic interval ``2 v - q`` was chosen over the
    percentiles ``q`` because resampling adds to the upward bias of the ECE, and this one takes it
    off again: of simulated forecasters that are wrong by 0.07 to 0.2 it holds the truth in 89 to
    94 of 100 (percentiles: 50 to 95), of perfect ones in 54 to 93 (percentiles: never). It may
    therefore lie below the value.

    References
    ----------
    Efron, B. (1979), doi:10.1214/aos/1176344552; Davison, Hinkley (1997), section 5.2.1.
    """
    values = (brier(pairs), log_loss(pairs), ece(pairs))
    if not intervals or len(pairs) < FEWEST_FOR_INTERVALS:
        made = [Score(value=v) for v in values]
    else:
        made = list(_with_intervals(values, sorted(pairs)))
    return Scores(brier=made[0], log_loss=made[1], ece=made[2])


def _with_intervals(values: Sequence[float], inside: Sequence[Pair]) -> Iterator[Score]:
    import numpy as np

    n = len(inside)
    slices = tuple(equal_mass(inside))
    columns = np.zeros((n, 2 + len(slices)))  # squared, surprise, then a gap for each bin
    columns[:, 0] = [_squared(p, came=came) for p, came in inside]
    columns[:, 1] = [_surprise(p, came=came) for p, came in inside]
    for place, s in enumerate(slices):
        columns[s, 2 + place] = [p - came for p, came in inside[s]]
    draws = np.random.default_rng(SEED).multinomial(n, np.full(n, 1 / n), size=RESAMPLES)
    means = draws @ columns / n  # (resamples, columns)
    again = (means[:, 0], means[:, 1], np.abs(means[:, 2:]).sum(axis=1))
    for value, resampled, most in zip(values, again, (1.0, math.inf, 1.0), strict=True):
        low, high = np.quantile(resampled, (0.025, 0.975))
        yield Score(
            value=value,
            low=min(max(2 * value - float(high), 0.0), most),
            high=min(max(2 * value - float(low), 0.0), most),
        )


def confusion(said: Iterable[tuple[Verdict, Label]]) -> tuple[ConfusionRow, ...]:
    """Count label by verdict: one row for every verdict, in their order, also the empty ones."""
    counted = Counter(said)
    return tuple(
        ConfusionRow(verdict=verdict, **{str(label): counted[verdict, label] for label in Label})
        for verdict in Verdict
    )


def _squared(p: float, *, came: bool) -> float:
    return (p - came) ** 2


def _surprise(p: float, *, came: bool) -> float:
    given = p if came else 1.0 - p
    return -math.log(min(max(given, 1.0 / (MAX_ODDS + 1.0)), MAX_ODDS / (MAX_ODDS + 1.0)))


def _require(pairs: Sequence[Pair]) -> None:
    if not pairs:
        raise ValueError("nothing was forecast")
    if not all(0.0 <= p <= 1.0 for p, _ in pairs):
        raise ValueError("a probability lies between 0 and 1")
