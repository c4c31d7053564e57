"""Confidence from margins, kinds of witness, disagreement, coverage and hold time.

Nothing here is a verdict: it says how sure a verdict already reached is. Every number is kept
as a term that is shown to the user.
"""

import math
from collections.abc import Iterable

from storyworld.records.constraint import Finding
from storyworld.records.quantity import Quantity
from storyworld.records.verdict import Confidence, ConfidenceTerm

MAX_ODDS = 999.0
"""No witness is believed beyond 999 to 1, however large its margin (declared policy)."""

BREACH = 0.95
"""A law measured to be broken is believed 19 to 1 (declared policy, see docs/judging.md)."""

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
        How long the end state was seen to hold, None where the goal has none.

    Notes
    -----
    Log-odds of the two kinds are summed (a logarithmic pool with weight 1 each and an even
    prior), multiplied by (1 - Jensen-Shannon divergence), so that disagreement pulls towards
    one half, and by (1 + coverage) / 2, so that an unwatched film is worth half a watched one.
    A vision model's log-odds are added likewise; it disagrees only where it lies on the other
    side of one half, so that a weak witness who agrees takes nothing away.
    The result is capped by 1 - exp(-hold / tau).
    """
    terms: list[ConfidenceTerm] = []
    beliefs: list[float] = []
    for name, findings in (("solver", solver), ("measurement", measurement)):
        p = _believed(findings, holds=holds)
        if p is not None:
            beliefs.append(p)
            terms.append(
                ConfidenceTerm(name=name, value=p, words=f"{name} {p:.3f} from its margins")
            )
    if breach and not holds:
        beliefs.append(BREACH)
        terms.append(ConfidenceTerm(name="law", value=BREACH, words="a law is measured broken"))
    believed = None if vision is None else vision if holds else 1.0 - vision
    if believed is not None:
        words = f"vision models {believed:.3f}, believed at most 4 to 1"
        terms.append(ConfidenceTerm(name="vision_model", value=believed, words=words))
    heard = [*beliefs, believed] if believed is not None and believed < 0.5 else beliefs
    agreement = 1.0 - divergence(*heard) if len(heard) > 1 else 1.0
    if len(heard) > 1:
        terms.append(
            ConfidenceTerm(
                name="agreement", value=agreement, words=f"agreement of kinds {agreement:.3f}"
            )
        )
    seen = f"{coverage:.0%} of the questions answered from film"
    terms.append(ConfidenceTerm(name="coverage", value=coverage, words=seen))
    told = [*beliefs, believed] if believed is not None else beliefs
    if not told:
        return Confidence(value=0.5, terms=())
    logit = sum(map(_logit, told)) * agreement * (1.0 + coverage) / 2.0
    value = 1.0 / (1.0 + math.exp(-logit))
    if hold_s is not None:
        held = 1.0 - math.exp(-max(0.0, hold_s) / HOLD_TAU_S)
        terms.append(ConfidenceTerm(name="hold", value=held, words=f"held for {hold_s:.2g} s"))
        value = min(value, held)
    value = min(value, MAX_ODDS / (MAX_ODDS + 1.0))
    return Confidence(value=value, terms=tuple(terms))
