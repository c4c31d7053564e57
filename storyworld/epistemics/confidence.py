"""Confidence from margins, kinds of witness, disagreement, coverage and hold time.

Nothing here is a verdict: it says how sure a verdict already reached is. Every number is kept
as a term that is shown to the user, and the value follows from the terms alone. What it is worth
is measured in ``docs/confidence.md``.
"""

import math
from collections.abc import Collection, Iterable, Mapping

from storyworld.records.constraint import Finding
from storyworld.records.quantity import Quantity
from storyworld.records.verdict import Confidence, ConfidenceTerm

KINDS = ("solver", "measurement", "law", "vision_model")
"""The terms whose log-odds are summed: each kind of witness counts once."""

MAX_ODDS = 999.0
"""No witness is believed beyond 999 to 1, however large its margin (declared policy)."""

BREACH = 0.95
"""A law measured to be broken is believed 19 to 1 (declared policy, see docs/judging.md)."""

FAITHFUL = 0.95
"""A film is of what was asked for 19 to 1; else its numbers tell nothing (declared policy)."""

HOLD_TAU_S = 0.5
"""An end state held for this long is settled to 63 % (declared policy)."""


def probability(margin: Quantity) -> float:
    """Give the probability that the true margin is positive, p = Phi(margin / u).

    Clipped to odds of 999:1; with u = 0 the sign decides.

    References
    ----------
    JCGM 106:2012 section 7.3 (conformance probability of a normally distributed measurand).
    """
    if margin.uncertainty == 0.0:
        p = 1.0 if margin.value >= 0.0 else 0.0
    else:
        p = 0.5 * math.erfc(-margin.value / margin.uncertainty / math.sqrt(2.0))
    return min(max(p, 1.0 / (MAX_ODDS + 1.0)), MAX_ODDS / (MAX_ODDS + 1.0))


def conjunction(probabilities: Iterable[float]) -> float:
    """Give the headline probability that all hold: the lower third of the Fréchet interval.

    The interval is [max(0, sum p - (n - 1)), min p]; no independence is assumed.

    References
    ----------
    Fréchet (1935); Hoeffding bounds for a conjunction of events.
    """
    ps = tuple(probabilities)
    low, high = max(0.0, sum(ps) - (len(ps) - 1)), min(ps)
    return low + (high - low) / 3.0


def divergence(*beliefs: float) -> float:
    """Give the Jensen-Shannon divergence of yes/no beliefs, weighted alike, in bits, 0 to 1.

    References
    ----------
    Lin, J. (1991), doi:10.1109/18.61115.
    """

    def entropy(x: float) -> float:
        return sum(-y * math.log2(y) for y in (x, 1.0 - x) if y > 0.0)

    count = len(beliefs)
    return max(0.0, entropy(sum(beliefs) / count) - sum(map(entropy, beliefs)) / count)


def _logit(p: float) -> float:
    return math.log(p / (1.0 - p))


def _believed(findings: Iterable[Finding], *, holds: bool) -> float | None:
    """Give one kind's probability of the judgement: all hold, or at least one is broken."""
    ps = [probability(f.margin) for f in findings if f.margin is not None]
    if not ps:
        return None
    return conjunction(ps) if holds else max(1.0 - p for p in ps)


def derive(
    *,
    solver: tuple[Finding, ...],
    measurement: tuple[Finding, ...],
    vision: float | None = None,
    breach: bool = False,
    holds: bool,
    coverage: float,
    hold_s: float | None,
) -> Confidence:
    """Derive the confidence of a judgement that the goal holds, or that it does not.

    Parameters
    ----------
    solver, measurement
        The required findings of either kind of witness.
    vision
        What vision models make it worth that all claims hold, already capped.
    breach
        Whether a law is measured to be broken on the film; it tells for a rejection alone.
    holds
        True for an acceptance (a conjunction), False for a rejection (one breach suffices).
    coverage
        Fraction of the required questions to the observers that were answered, 0 to 1.
    hold_s
        How long the end state was seen to hold, or was asked to where nobody measured it; None
        where the goal has none.

    Notes
    -----
    A margin says how well a number was read off a film, not that the film is of what was asked
    for: measurement's p becomes FAITHFUL p + (1 - FAITHFUL) / 2. How the terms make the value is
    in :func:`recombined`.
    """
    told = {
        "solver": _believed(solver, holds=holds),
        "measurement": _of_a_film(_believed(measurement, holds=holds)),
        "law": BREACH if breach and not holds else None,
        "vision_model": vision if vision is None or holds else 1.0 - vision,
    }
    said = {name: p for name, p in told.items() if p is not None}
    if not said:
        return Confidence(value=0.5, terms=())
    terms = [_term(name, p) for name, p in said.items()]
    if len(said) > 1:
        terms.append(_term("agreement", _agreement(said.values())))
    terms.append(_term("coverage", coverage))
    if hold_s is not None:
        terms.append(_term("hold_time", max(0.0, hold_s)))
    limit = MAX_ODDS / (MAX_ODDS + 1.0)
    if recombined(terms) > limit:
        terms.append(_term("limit", limit))
    return Confidence(value=recombined(terms), terms=tuple(terms))


def recombined(terms: Iterable[ConfidenceTerm]) -> float:
    """Give the value that terms make: a confidence rests on nothing else.

    Notes
    -----
    Log-odds of the kinds of witness are summed (a logarithmic pool with weight 1 each and an even
    prior) and multiplied by their agreement, so that disagreement pulls towards one half. What
    then still speaks for the judgement is multiplied by (1 + coverage) / 2, so that an unwatched
    film is worth half a watched one. An end state that was held for t seconds limits it to
    1 - exp(-t / tau), or to one half: what did not hold long tells nothing, not the contrary.
    """
    said = {term.name: term.value for term in terms}
    beliefs = [said[kind] for kind in KINDS if kind in said]
    if not beliefs:
        return 0.5
    logit = sum(map(_logit, beliefs)) * said.get("agreement", 1.0)
    if logit > 0.0:
        logit *= (1.0 + said["coverage"]) / 2.0
    value = 1.0 / (1.0 + math.exp(-logit))
    return min(value, _held(said), said.get("limit", 1.0))


def _agreement(beliefs: Collection[float]) -> float:
    """Give 1 - divergence of the most and the least convinced kind, 1 where all are of one side.

    Who leans the same way without being sure takes nothing away.
    """
    low, high = min(beliefs), max(beliefs)
    return 1.0 - divergence(low, high) if low < 0.5 < high else 1.0


def _of_a_film(p: float | None) -> float | None:
    return None if p is None else FAITHFUL * p + (1.0 - FAITHFUL) / 2.0


def _held(said: Mapping[str, float]) -> float:
    if "hold_time" not in said:
        return 1.0
    return max(0.5, 1.0 - math.exp(-said["hold_time"] / HOLD_TAU_S))


def _term(name: str, value: float) -> ConfidenceTerm:
    return ConfidenceTerm(name=name, value=value, words=_WORDS[name])


_WORDS = {
    "solver": "from the margins it computes",
    "measurement": "from the margins it measures; a film is of what was asked for 19 to 1",
    "law": "a law measured to be broken is believed 19 to 1",
    "vision_model": "what vision models tell, believed at most 4 to 1",
    "agreement": "log-odds are summed and multiplied by this: 1 where no kind contradicts another",
    "coverage": "of the questions answered from film; unwatched, log-odds count half",
    "hold_time": f"an end state is settled to 1 - exp(-t / {HOLD_TAU_S} s)",
    "limit": "nobody is believed beyond 999 to 1",
}
