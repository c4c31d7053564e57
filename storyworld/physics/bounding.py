"""Parameters that a goal only bounds: 'a speed of at least 20 m/s', 'a grade of at most 5 %'.

Such a parameter holds a range, over all of which the goal has to hold. What is bounded and not
needed, or known otherwise and outside its bound, is named: it may be a claim.
"""

from collections.abc import Collection, Iterable, Mapping

from storyworld.physics.claims import Derived
from storyworld.physics.completion import Settled
from storyworld.physics.derivation import in_force
from storyworld.physics.family import Slot
from storyworld.physics.spans import Span
from storyworld.physics.wording import say, say_as_asked
from storyworld.records.constraint import Comparison
from storyworld.records.goal import Parameter


def bounded_spans(slots: Iterable[Slot], bounded: Mapping[str, Parameter]) -> dict[str, Span]:
    """Give the admissible ranges of parameters that the goal bounds on one side."""
    found: dict[str, Span] = {}
    for slot in slots:
        parameter = bounded.get(slot.name)
        if parameter is None:
            continue
        value = parameter.quantity.value
        low, high = slot.low, slot.high
        if parameter.bound is Comparison.AT_LEAST:
            low = max(low, value)
        else:
            high = min(high, value)
        if low <= high:
            said = "at least" if parameter.bound is Comparison.AT_LEAST else "at most"
            found[slot.name] = Span(low, high, f"the goal says {said} {say(value, slot.unit)}")
    return found


def with_bounds_met(
    settled: Settled,
    bounded: Mapping[str, Parameter],
    needed: Collection[str],
    rules: tuple[Derived, ...],
    used: Collection[str],
) -> Settled:
    """Name what the goal bounds and what it asks does not turn on, or what breaks its bound.

    Parameters
    ----------
    bounded
        The parameters that are bounded, by name.
    needed
        What the claims of the goal read; sources of a derived one are added.
    rules
        By which parameters follow from others.
    used
        What matters: any but a mass or a count that no law of the family reads.
    """
    inner = set(needed)
    applied = in_force(settled.parameters, rules)
    for rule in rules:
        if rule.name in inner and (rule in applied or not settled.has(rule.name)):
            inner |= set(rule.needs)
    for name, parameter in sorted(bounded.items()):
        said = say_as_asked(parameter)
        if settled.has(name) and not _within(parameter, settled.value(name)):
            value = say(settled.value(name), parameter.quantity.unit)
            because = f"the goal bounds it ({said}), and its other numbers make it {value}"
        elif name in used and name not in inner:
            because = f"the goal bounds it ({said}), and asks of something else"
        else:
            continue
        settled = settled.without(name, parameter.quantity.unit, because)
    return settled


def _within(parameter: Parameter, value: float) -> bool:
    limit = parameter.quantity.value
    slack = 1e-9 * abs(limit)
    if parameter.bound is Comparison.AT_LEAST:
        return value >= limit - slack
    return value <= limit + slack
