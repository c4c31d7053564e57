"""What can be required of a throw: over the wall or into it, and where it comes down."""

import math
from collections.abc import Mapping
from typing import Final

from storyworld.physics.throw_laws import clearance_of, distance_of, height_at_wall
from storyworld.physics.throw_slots import GAP, WALL_DISTANCE
from storyworld.physics.wording import say
from storyworld.records.constraint import Comparison, Constraint, ConstraintKind
from storyworld.records.evidence import EvidenceSource
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.scenario import Scenario

_METRE: Final = Unit.METRE
# what is asked of the landing: (comparison, outcome wanted)
LANDINGS: Final = {
    "gap": (Comparison.AT_LEAST, "clears"),
    "distance_min": (Comparison.AT_LEAST, "reaches"),
    "distance_max": (Comparison.AT_MOST, "lands_within"),
    "distance_about": (Comparison.WITHIN, "lands_at"),
}


def about_the_wall(wanted: str) -> list[Constraint]:
    """Require that the body clears the wall, that it does not, or that it hits it."""
    zero = Quantity(value=0.0, unit=_METRE)
    clears = wanted == "clears"
    claim = {"clears": "clears_wall", "stays_below": "stays_below_wall"}.get(wanted, "hits_wall")
    found = [
        Constraint(
            constraint_id=claim,
            claim=claim,
            kind=ConstraintKind.GOAL,
            law="projectile motion: the height of the path at the wall",
            statement="It passes above the wall." if clears else "It does not pass above the wall.",
            quantity="clearance_above",
            comparison=Comparison.AT_LEAST if clears else Comparison.AT_MOST,
            threshold=zero,
        )
    ]
    if wanted == "hits_wall":
        found.append(
            Constraint(
                constraint_id="gets_to_wall",
                claim="hits_wall",
                kind=ConstraintKind.GOAL,
                law="projectile motion: the height of the path at the wall",
                statement="It gets as far as the wall before it lands.",
                quantity="height_at_wall",
                comparison=Comparison.AT_LEAST,
                threshold=zero,
                admits=(EvidenceSource.SOLVER,),
            )
        )
    return found


def about_landing(scenario: Scenario) -> list[Constraint]:
    """Require of the landing what is asked: across the gap, as far, within, or short of it."""
    found: list[Constraint] = []
    for name, (comparison, outcome) in LANDINGS.items():
        asked = scenario.parameter(name)
        if asked is None and name == GAP.name and scenario.wanted == "short":
            asked = scenario.parameter(WALL_DISTANCE.name)
        if asked is None:
            continue
        short = scenario.wanted == "short"
        claim = "falls_short" if short else ("crosses_gap" if name == GAP.name else outcome)
        how = {
            Comparison.AT_MOST: "at most", Comparison.AT_LEAST: "at least",
            Comparison.WITHIN: "about",
        }[Comparison.AT_MOST if short else comparison]  # fmt: skip
        limit = asked.quantity
        within = comparison is Comparison.WITHIN
        tolerance = 0.05 * limit.value + math.sqrt(3) * limit.uncertainty
        found.append(
            Constraint(
                constraint_id=claim,
                claim=claim,
                kind=ConstraintKind.GOAL,
                law="projectile motion: where the path comes down",
                statement=f"It comes down {how} {say(limit.value, _METRE)} from the start.",
                quantity="landing_distance",
                comparison=Comparison.AT_MOST if short else comparison,
                threshold=Quantity(value=limit.value, unit=_METRE) if within else limit,
                tolerance=Quantity(value=tolerance, unit=_METRE) if within else None,
            )
        )
    return found


def margin_of(values: Mapping[str, float], wanted: str) -> float:
    """Give by how much what is wanted comes about, in metres; negative where it does not."""
    if "wall_height" in values and "gap" not in values and wanted != "short":
        above = clearance_of(values)
        if wanted == "stays_below":
            return -above
        return above if wanted == "clears" else min(-above, height_at_wall(values))
    distance = distance_of(values)
    if wanted == "short":
        return values.get("gap", values.get("wall_distance", 0.0)) - distance
    margins: list[float] = []
    for name, (comparison, _) in LANDINGS.items():
        if name in values:
            beyond = distance - values[name]
            margins.append(
                {
                    Comparison.AT_LEAST: beyond,
                    Comparison.AT_MOST: -beyond,
                    Comparison.WITHIN: 0.05 * values[name] - abs(beyond),
                }[comparison]
            )
    return min(margins)


def actual_of(values: Mapping[str, float], wanted: str) -> str:
    """Say what comes about where what is wanted does not."""
    if "wall_height" in values and "gap" not in values:
        height = height_at_wall(values)
        if height >= values["wall_height"]:
            return "clears"
        return "hits_wall" if height >= 0 else "short"
    if wanted in {"lands_within", "lands_at"}:
        asked = values.get("distance_max", values.get("distance_about", 0.0))
        return "too_far" if distance_of(values) > asked else "short"
    return "clears" if wanted == "short" else "short"
