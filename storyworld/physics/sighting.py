"""How a film shows a claim: the constraint that a measurement of it is held against."""

from collections.abc import Mapping

from storyworld.physics.claims import Claim, Seen
from storyworld.physics.wording import say
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.evidence import EvidenceSource
from storyworld.records.quantity import Quantity


def _film_id(name: str, claim: Claim, seen: Seen) -> str:
    several = len(claim.sights) > 1
    return f"{name[:40]}_by_{seen.measure}"[:64] if several else f"{name[:55]}_on_film"


def on_film(
    law: str, name: str, claim: Claim, seen: Seen, values: Mapping[str, float]
) -> tuple[Constraint, ...]:
    """Give the constraint by which a film shows the claim so named.

    There is none while its threshold is not known.
    """
    threshold = seen.threshold
    if callable(threshold):
        try:
            limit = threshold(values)
        except KeyError:
            return ()
    elif isinstance(threshold, str):
        if threshold not in values:
            return ()
        limit = values[threshold]
    else:
        limit = threshold
    within = seen.comparison is Comparison.WITHIN
    how = {Comparison.AT_MOST: "at most", Comparison.AT_LEAST: "at least"}.get(
        seen.comparison, "about"
    )
    return (
        Constraint(
            constraint_id=_film_id(name, claim, seen),
            claim=name,
            kind=ConstraintKind.GOAL,
            law=law,
            statement=f"{seen.words} It has to be {how} {say(limit, seen.unit)}.",
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
