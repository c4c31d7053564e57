"""Parameters that follow from others: a grade gives an angle, a diameter a radius.

What is derived stays tied to what it came from: where a formula is varied or its uncertainty
propagated, the derived parameter is computed anew.
"""

import math
from collections.abc import Iterable, Mapping

from storyworld.physics.claims import Derived
from storyworld.physics.completion import Settled, inferred
from storyworld.physics.family import Slot
from storyworld.physics.solving import Law, propagate
from storyworld.records.goal import Parameter, ParameterSource


def derive(
    settled: Settled,
    rules: Iterable[Derived],
    slots: Iterable[Slot],
    barred: frozenset[str] = frozenset(),
) -> Settled:
    """Add what follows from the parameters there are, in the order of the rules.

    `barred` are parameters a goal gives wrongly: nothing stands in for them.
    """
    units = {slot.name: slot.unit for slot in slots}
    for rule in rules:
        known = {p.name: p.quantity for p in settled.parameters}
        if rule.name in barred or not applies(rule, known, settled):
            continue
        values = {name: quantity.value for name, quantity in known.items()}
        try:
            value = rule.of(values)
        except (ValueError, ZeroDivisionError, OverflowError):
            continue
        u = propagate(rule.of, values, {n: known[n].uncertainty for n in rule.needs})
        if math.isfinite(value) and math.isfinite(u):
            found = inferred(rule.name, value, units[rule.name], rule.because, u)
            exactly = found.revised(inferred_from=rule.needs, added_uncertainty=0.0)
            settled = settled.with_parameter(exactly)
    return settled


def applies(rule: Derived, known: Mapping[str, object], settled: Settled) -> bool:
    """Whether a rule may speak: its sources are there, its target is not, nor is it at fault."""
    given = {p.name for p in settled.parameters if p.source is not ParameterSource.DEFAULT}
    return rule.name not in given and all(name in known for name in rule.needs)


def in_force(parameters: Iterable[Parameter], rules: Iterable[Derived]) -> tuple[Derived, ...]:
    """Give the rules by which some of the parameters came to be."""
    reasons = {(p.name, p.because) for p in parameters if p.source is ParameterSource.INFERRED}
    return tuple(rule for rule in rules if (rule.name, rule.because) in reasons)


def tied(law: Law, rules: tuple[Derived, ...]) -> Law:
    """Give a law of the parameters a goal states, for one that reads derived parameters too."""
    if not rules:
        return law

    def of_roots(values: Mapping[str, float]) -> float:
        whole = dict(values)
        for rule in rules:
            if whole.keys() >= set(rule.needs):
                whole[rule.name] = rule.of(whole)
        return law(whole)

    return of_roots


def roots(names: Iterable[str], rules: tuple[Derived, ...]) -> frozenset[str]:
    """Give the parameters that names rest on, derived ones replaced by their sources."""
    found = set(names)
    for rule in reversed(rules):
        if rule.name in found:
            found.discard(rule.name)
            found.update(rule.needs)
    return frozenset(found)
