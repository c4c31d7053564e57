"""Continuity: a body stays what its world has established it to be.

Only what goals state of a body and what stays can be contradicted: its size; and only by the film
of a goal that says that it speaks of the same thing, since bodies of one kind share their names.
What is drawn where nothing was said, and what happens to a body, may differ from film to film.
"""

import math
from typing import Final

from storyworld.epistemics.constraints import DEFAULT_GUARD
from storyworld.physics.premises import SHARE
from storyworld.records.evidence import Evidence, EvidenceSource
from storyworld.records.fact import Contradiction, Fact
from storyworld.records.observation import Observation, Verdict
from storyworld.records.quantity import Quantity
from storyworld.records.scenario import Question

_MOST_CHARACTERS: Final = 4000


def held_against(
    seen: Observation, facts: tuple[Fact, ...], questions: tuple[Question, ...]
) -> Observation:
    """Give an observation with what it contradicts of the facts established before.

    A film that weighs nothing contradicts nothing, and nothing is measured by a model. The facts
    stay as they are; the verdict becomes `contradicts`, unless a law was seen broken.
    """
    weighs = seen.grounding is None or seen.grounding.weighs
    if seen.by_model or not weighs:
        return seen
    asked = {q.evidence: q for q in questions if q.lasting and q.again}
    known = {(f.subject, f.attribute): f for f in facts if f.lasting}
    found = []
    for item in seen.evidence:
        question = asked.get(item.name)
        fact = known.get((question.subjects[0], item.name)) if question else None
        if fact is not None and item.source is EvidenceSource.MEASUREMENT:
            found += _against(item, fact)
    if not found:
        return seen
    words = "; ".join(
        f"{c.evidence_id} is {c.seen}, but {c.fact.observation_id} established {c.fact.quantity}"
        for c in found
    )
    impossible = seen.verdict is Verdict.IMPOSSIBLE
    return seen.revised(
        contradictions=tuple(found),
        verdict=Verdict.IMPOSSIBLE if impossible else Verdict.CONTRADICTS,
        because=f"{words}; {seen.because}"[:_MOST_CHARACTERS],
    )


def sigma_of(known: Quantity, seen: Quantity) -> float:
    """Give how far two measurements of a size lie apart, in combined standard uncertainties.

    0 where they are in different units, and cannot be compared.

    References
    ----------
    JCGM 100:2008, 5.1.2: uncertainties of both in quadrature, with the share to which a film shows
    what was stated.
    """
    if known.unit is not seen.unit:
        return 0.0
    u = math.hypot(known.uncertainty, seen.uncertainty, SHARE * known.value)
    return abs(seen.value - known.value) / u if u > 0.0 else 0.0


def _against(item: Evidence, fact: Fact) -> list[Contradiction]:
    """Hold evidence against a fact: apart by more than the guard, with the films' own slack."""
    sigma = sigma_of(fact.quantity, item.quantity)
    if sigma <= DEFAULT_GUARD:
        return []
    return [
        Contradiction(
            fact=fact,
            evidence_id=item.evidence_id,
            seen=item.quantity,
            frames=item.frames,
            sigma=sigma,
        )
    ]
