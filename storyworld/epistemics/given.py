"""What a goal gives, and what was put in where it gives nothing, as evidence: it decides nothing.

A constraint admits solver and measurement. That a goal says a thing does not make it so, and what
was inferred is shown with what it rests on.
"""

from storyworld.records.evidence import Evidence, EvidenceSource
from storyworld.records.goal import Parameter, ParameterSource
from storyworld.records.scenario import Scenario

_BY: dict[ParameterSource, EvidenceSource] = {
    ParameterSource.USER: EvidenceSource.USER,
    ParameterSource.DEFAULT: EvidenceSource.INFERRED,
    ParameterSource.INFERRED: EvidenceSource.INFERRED,
}


def given(scenario: Scenario) -> tuple[Evidence, ...]:
    """Give the parameters of a scenario as evidence, those the goal states and those inferred.

    What was inferred rests on the parameters it names, on what its family assumes (a default) or
    on the words of the goal. The uncertainty that adds is what the parameter says it is: nothing
    where it follows exactly, that of a rectangular distribution where anything in a range would
    do; of an assumed value it is all the uncertainty it has.
    """
    ids = {p.name: _id(p) for p in scenario.parameters}
    return tuple(
        _stated(p) if p.source is ParameterSource.USER else _inferred(p, scenario.family, ids)
        for p in scenario.parameters
    )


def _id(parameter: Parameter) -> str:
    return f"{_BY[parameter.source]}:{parameter.name}"


def _stated(parameter: Parameter) -> Evidence:
    where = "stated by the goal"
    if parameter.words is not None:
        span = parameter.words
        where = f"read from “{span.text}”, characters {span.start} to {span.end} of the goal"
    if parameter.bound is not None:
        where = f"{where}, which only bounds it: {parameter.bound.replace('_', ' ')}"
    return Evidence(
        evidence_id=_id(parameter),
        name=parameter.name,
        quantity=parameter.quantity,
        source=EvidenceSource.USER,
        method=where[:4000],
    )


def _inferred(parameter: Parameter, family: str, ids: dict[str, str]) -> Evidence:
    assumed = parameter.source is ParameterSource.DEFAULT
    rests_on = tuple(ids.get(name, name) for name in parameter.inferred_from)
    added = parameter.added_uncertainty
    return Evidence(
        evidence_id=_id(parameter),
        name=parameter.name,
        quantity=parameter.quantity,
        source=EvidenceSource.INFERRED,
        method=parameter.because or ("assumed" if assumed else "implied by the goal"),
        inferred_from=rests_on or (f"family:{family}" if assumed else "goal",),
        added_uncertainty=parameter.quantity.uncertainty if added is None else added,
    )
