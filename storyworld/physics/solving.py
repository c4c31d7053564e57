"""What all solvers share: laws under uncertainty, findings, and what would flip them.

A law is a pure function from parameter values (by name, canonical units) to one number.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from storyworld.epistemics.constraints import evaluate
from storyworld.physics.family import Slot
from storyworld.physics.wording import rounded, say, say_as_asked
from storyworld.records.constraint import Constraint, ConstraintKind, Finding, FindingStatus
from storyworld.records.evidence import Evidence, EvidenceSource
from storyworld.records.goal import Parameter
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Alternative, Prediction, Scenario

Law = Callable[[Mapping[str, float]], float]

_SCAN: Final = 12
_BISECTIONS: Final = 45
_STRIDES: Final = 40  # a limit that is met to 5 % is some strides wide


def values_of(scenario: Scenario) -> dict[str, float]:
    """Give the values of all parameters of a scenario by name."""
    return {p.name: p.quantity.value for p in scenario.parameters}


def uncertainties_of(scenario: Scenario) -> dict[str, float]:
    """Give the standard uncertainties of all parameters of a scenario by name."""
    return {p.name: p.quantity.uncertainty for p in scenario.parameters}


def propagate(law: Law, values: Mapping[str, float], uncertainties: Mapping[str, float]) -> float:
    """Give the standard uncertainty of a law's result, to first order.

    Parameters
    ----------
    law
        Pure function of the values.
    values, uncertainties
        Best values and standard uncertainties of uncorrelated inputs, by name.

    Returns
    -------
    float
        In the unit of the law's result. Infinite if the law has no finite value one standard
        uncertainty away on either side.

    Notes
    -----
    Each contribution is half the difference of the law one standard uncertainty above and
    below; at the edge of the law's domain the one-sided difference stands in.

    References
    ----------
    JCGM 100:2008, 5.1.2 (combination) and 5.1.3 note 2 (numerical differences).
    """
    total = 0.0
    varied = dict(values)
    for name, u in uncertainties.items():
        if u == 0.0 or name not in values:
            continue
        varied[name] = values[name] + u
        above = _finite(law, varied)
        varied[name] = values[name] - u
        below = _finite(law, varied)
        varied[name] = values[name]
        if above is None or below is None:
            centre = _finite(law, varied)
            side = above if above is not None else below
            if side is None or centre is None:
                return math.inf
            total += (side - centre) ** 2
        else:
            total += ((above - below) / 2) ** 2
    return math.sqrt(total)


def _finite(law: Law, values: Mapping[str, float]) -> float | None:
    try:
        result = law(values)
    except (ValueError, ZeroDivisionError, OverflowError):
        return None
    return result if math.isfinite(result) else None


def solver_evidence(
    name: str, value: float, uncertainty: float, unit: Unit, method: str
) -> Evidence:
    """Make a piece of the solver's evidence."""
    return Evidence(
        evidence_id=f"solver:{name}",
        name=name,
        quantity=Quantity(value=value, unit=unit, uncertainty=uncertainty),
        source=EvidenceSource.SOLVER,
        method=method,
    )


def evidence_by(law: Law, scenario: Scenario, name: str, unit: Unit, method: str) -> Evidence:
    """Make evidence by a law of the scenario's parameters, with propagated uncertainty.

    Raises
    ------
    ArithmeticError
        If the law has no finite value at these parameters.
    """
    values = values_of(scenario)
    value = _finite(law, values)
    if value is None:
        raise ArithmeticError(f"{name} has no value at these parameters")
    u = propagate(law, values, uncertainties_of(scenario))
    if not math.isfinite(u):
        raise ArithmeticError(f"{name} has no finite uncertainty at these parameters")
    return solver_evidence(name, value, u, unit, method)


def solver_findings(
    constraints: Iterable[Constraint], evidence: Iterable[Evidence]
) -> tuple[Finding, ...]:
    """Hold the constraints a solver may testify on against its evidence."""
    named = {e.name: e for e in evidence}
    return tuple(
        evaluate(c, named[c.quantity], EvidenceSource.SOLVER)
        for c in constraints
        if EvidenceSource.SOLVER in c.admits and c.quantity in named
    )


def flip_value(
    margin: Callable[[float], float], asked: float, low: float, high: float
) -> float | None:
    """Find the value nearest to `asked` at which a margin changes sign.

    Parameters
    ----------
    margin
        Of one parameter's value; positive where the goal holds.
    asked, low, high
        The value asked for, and the admissible range searched to both sides of it.

    Returns
    -------
    float or None
        Where the sign changes, by scanning outwards and bisection; None if it nowhere does.

    Notes
    -----
    The scan has a dozen steps to each side, spaced quadratically (dense near `asked`): a margin
    that turns twice between two steps goes unseen, which costs a suggestion and never a finding.
    """
    holds = _sign(margin, asked)
    if holds is None:
        return None
    found: list[float] = []
    for end in (low, high):
        near = asked
        for step in range(1, _SCAN + 1):
            far = asked + (end - asked) * (step / _SCAN) ** 2
            there = _sign(margin, far)
            if there is not None and there is not holds:
                found.append(_bisect(margin, near, far, holds))
                break
            near = far
    return min(found, key=lambda value: abs(value - asked), default=None)


def _sign(margin: Callable[[float], float], at: float) -> bool | None:
    try:
        return margin(at) >= 0.0
    except (ValueError, ZeroDivisionError, OverflowError):
        return None


def _bisect(margin: Callable[[float], float], near: float, far: float, holds: bool) -> float:
    for _ in range(_BISECTIONS):
        middle = (near + far) / 2
        if _sign(margin, middle) is holds:
            near = middle
        else:
            far = middle
    return (near + far) / 2


def flip_count(
    margin: Callable[[float], float], asked: float, low: float, high: float
) -> float | None:
    """Find the count nearest to `asked` whose margin has another sign, the lower one of two.

    Notes
    -----
    Small counts are tried one by one, greater ones in strides of a fortieth of themselves, halved
    where the sign has changed: a million counts are some hundreds of trials. A margin that turns
    twice within a stride goes unseen, which costs a suggestion and never a finding.
    """
    holds = _sign(margin, asked)
    found: list[float] = []
    for towards, end in ((-1, low), (1, high)):
        near, last = 0, int((end - asked) * towards)
        while near < last:
            stride = max(1, int(asked + towards * near) // _STRIDES)
            far = min(near + stride, last)
            if _sign(margin, asked + towards * far) is not holds:
                while far - near > 1:
                    middle = (near + far) // 2
                    if _sign(margin, asked + towards * middle) is holds:
                        near = middle
                    else:
                        far = middle
                found.append(asked + towards * far)
                break
            near = far
    return min(found, key=lambda count: abs(count - asked), default=None)


def alternatives(margin: Law, scenario: Scenario, slots: Iterable[Slot]) -> tuple[Alternative, ...]:
    """Give, per slot, the smallest change of that parameter alone that would flip the finding.

    Nearest first, by the relative change. Slots the scenario has no value for are passed over.
    """
    values = values_of(scenario)
    found: list[tuple[float, Alternative]] = []
    for slot in slots:
        parameter = scenario.parameter(slot.name)
        if parameter is None:
            continue
        flip = _flip(margin, values, slot)
        if flip is not None:
            asked = parameter.quantity.value
            change = abs(flip.limit - asked) / max(abs(asked), abs(flip.limit))
            found.append((change, _alternative(slot, parameter, flip)))
    return tuple(alternative for _, alternative in sorted(found, key=lambda pair: pair[0]))


@dataclass(frozen=True)
class _Flip:
    """Where the goal stops or begins to hold, and whether it holds below or above."""

    limit: float
    holds_below: bool


def _flip(margin: Law, values: Mapping[str, float], slot: Slot) -> _Flip | None:
    varied = dict(values)

    def of_one(value: float) -> float:
        varied[slot.name] = value
        return margin(varied)

    asked = values[slot.name]
    holds = _sign(of_one, asked)
    if not slot.counts:
        limit = flip_value(of_one, asked, slot.low, slot.high)
        return None if limit is None else _Flip(limit, (limit > asked) is holds)
    count = flip_count(of_one, asked, slot.low, slot.high)
    if count is None:
        return None
    # The last count that holds, or the first that does: the limit is a count too.
    back = math.copysign(1.0, asked - count) if holds else 0.0
    return _Flip(count + back, (count > asked) is holds)


def _alternative(slot: Slot, parameter: Parameter, flip: _Flip) -> Alternative:
    shown = flip.limit if slot.counts else rounded(flip.limit, upwards=not flip.holds_below)
    words = (
        f"holds {'up to' if flip.holds_below else 'from'} {say(shown, slot.unit)} {slot.words}; "
        f"you asked for {say_as_asked(parameter)}"
    )
    limit = Quantity(value=flip.limit, unit=slot.unit)
    return Alternative(parameter=slot.name, asked=parameter.quantity, limit=limit, words=words)


@dataclass(frozen=True)
class Reasoning:
    """The parts of a prediction that a family supplies; :func:`predict` puts them together.

    `opposite` is the outcome predicted where the one wanted is not; `lines` explain.
    """

    equation: str
    evidence: tuple[Evidence, ...]
    opposite: str
    lines: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()


def predict(
    scenario: Scenario, constraints: tuple[Constraint, ...], reasoning: Reasoning
) -> Prediction:
    """Judge the solver's evidence and say what is predicted.

    The outcome is the one wanted if every required constraint the solver testifies on is
    satisfied, the opposite one if any is violated, and None while one is undecided.
    """
    findings = solver_findings(constraints, reasoning.evidence)
    required = {c.constraint_id for c in constraints if c.required}
    goals = {c.constraint_id for c in constraints if c.kind is ConstraintKind.GOAL}
    statuses = [f.status for f in findings if f.constraint_id in required]
    outcome: str | None = None
    if FindingStatus.VIOLATED in statuses:
        outcome = reasoning.opposite
    elif all(s is FindingStatus.SATISFIED for s in statuses) and any(
        f.constraint_id in goals for f in findings
    ):
        outcome = scenario.wanted
    lines = list(reasoning.lines)
    lines += [f"{f.constraint_id}: {f.status}, {f.because}" for f in findings]
    if outcome is None:
        lines.append("The margin lies within the uncertainty of the numbers given: undecided.")
    return Prediction(
        outcome=outcome,
        equation=reasoning.equation,
        evidence=reasoning.evidence,
        findings=findings,
        alternatives=reasoning.alternatives,
        explanation="\n".join(lines)[:4000],
    )


def incomplete(scenario: Scenario, equation: str) -> Prediction:
    """Say that nothing can be predicted, and which parameters are missing and why."""
    lines = [f"{m.name} is missing: {m.because}" for m in scenario.missing]
    return Prediction(
        outcome=None,
        equation=equation,
        explanation="\n".join(("Nothing is predicted.", *lines))[:4000],
    )
