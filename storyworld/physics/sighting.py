"""How a film shows a claim: the constraint that a measurement of it is held against."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from storyworld.physics.claims import Claim, OverTime, Seen
from storyworld.physics.solving import Law
from storyworld.physics.wording import say
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind, Temporal
from storyworld.records.evidence import EvidenceSource
from storyworld.records.quantity import Quantity

_HOW: Final = MappingProxyType(
    {
        Comparison.AT_MOST: "at most",
        Comparison.AT_LEAST: "at least",
        Comparison.WITHIN: "about",
    }
)


def _film_id(name: str, claim: Claim, seen: Seen) -> str:
    several = len(claim.sights) > 1
    return f"{name[:40]}_by_{seen.measure}"[:64] if several else f"{name[:55]}_on_film"


def on_film(
    law: str, name: str, claim: Claim, seen: Seen, values: Mapping[str, float]
) -> tuple[Constraint, ...]:
    """Give the constraint by which a film shows the claim so named.

    There is none while its threshold is not known.
    """
    limit = _number(seen.threshold, values)
    if limit is None:
        return ()
    within = seen.comparison is Comparison.WITHIN
    return (
        Constraint(
            constraint_id=_film_id(name, claim, seen),
            claim=name,
            kind=ConstraintKind.GOAL,
            law=law,
            statement=f"{seen.words} It has to be {_HOW[seen.comparison]} {say(limit, seen.unit)}.",
            quantity=seen.measure.value,
            comparison=seen.comparison,
            threshold=Quantity(value=limit, unit=seen.unit),
            tolerance=Quantity(value=claim.tolerance * (abs(limit) or 1.0), unit=seen.unit)
            if within
            else None,
            admits=(EvidenceSource.MEASUREMENT,),
            required=seen.required,
            scale_free=seen.scale_free,
        ),
    )


def over_time(
    law: str, name: str, over: OverTime, values: Mapping[str, float]
) -> tuple[Constraint, ...]:
    """Give the constraint on a series that has to hold on a film of the claim so named.

    There is none while its threshold or its window is not known.
    """
    limit, to_s = _number(over.threshold, values), _number(over.to_s, values)
    if limit is None or to_s is None:
        return ()
    said = f"{_HOW[over.comparison]} {say(limit, over.unit)}"
    quantity = f"{over.subject}_{over.series}"
    return (
        Constraint(
            constraint_id=f"{name[:20]}_{over.operator}_{quantity}"[:64],
            claim=name,
            kind=ConstraintKind.GOAL,
            law=law,
            statement=over.statement.format(said),
            quantity=quantity,
            comparison=over.comparison,
            threshold=Quantity(value=limit, unit=over.unit),
            admits=(EvidenceSource.MEASUREMENT,),
            required=False,
            over=Temporal(operator=over.operator, to_s=to_s, hold_s=over.hold_s),
        ),
    )


def _number(of: float | str | Law, values: Mapping[str, float]) -> float | None:
    """Give a constant, a parameter, or what a law gives; None where that is not known."""
    if callable(of):
        try:
            return of(values)
        except KeyError:
            return None
    return values.get(of) if isinstance(of, str) else of
