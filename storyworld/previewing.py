"""Reading and solving alone: what a goal would become, said before anything is started.

By the rules planner only, whoever else may plan: it costs nothing, answers in milliseconds and
always the same. Nothing is filmed, asked of a model or written down.
"""

import math
from collections.abc import Iterator
from typing import Final

from storyworld.epistemics.expecting import deciding, goal_findings, guarded, predicted
from storyworld.epistemics.judging import guard_of
from storyworld.epistemics.weakest import weakest
from storyworld.evidence_export.wording import bands, plainly, signed
from storyworld.physics.turning import wordings
from storyworld.records.goal import (
    MAX_GOAL_CHARACTERS,
    SCENARIO_FAMILY,
    Goal,
    MissingParameter,
    ParameterSource,
)
from storyworld.records.preview import Flip, Lacking, Preview
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Alternative, Beat, Plan, Vetoed
from storyworld.records.verdict import OutcomeKind, WeakestClaim

LONGEST_TRIED: Final = 400
"""Of longer goals no other wording is tried: each trial reads the whole text again."""
MOST_TRIED: Final = 4
_BEYOND: Final = (0.05, 0.2)
_OF_WATER: Final = 1000.0  # kg/m³
_STEEP: Final = 60.0  # degrees
"""How far beyond its limit a value is tried, as shares of it: few, since somebody is typing."""


def preview(goal: Goal, before: Goal | None = None) -> Preview:
    """Say how a goal is read and what is expected of it.

    Parameters
    ----------
    before
        The goal that established the node this one starts from: what it may refer back to.
    """
    from storyworld.physics.carrying import refers_back

    told = goal
    if goal.earlier is None and before is not None and refers_back(goal.text, before.text):
        told = goal.revised(earlier=before.text)
    guard = guard_of(goal.risk_profile)
    planned = guarded(_planned(told), guard)
    outcome = predicted(planned)
    if isinstance(planned, Vetoed):
        return Preview(
            goal=goal, outcome=outcome, because=planned.because, plan=planned, guard=guard
        )
    beat = deciding(planned)
    stands = weakest(beat.constraints, goal_findings(beat), guard)
    tried = len(told.text) <= LONGEST_TRIED
    return Preview(
        goal=goal,
        outcome=outcome,
        because=_because(beat, outcome, stands),
        plan=planned,
        decided_by=beat.index,
        weakest=stands,
        guard=guard,
        lacking=tuple(_lacking(told, beat, tried=tried)),
        flips=tuple(_flips(told, beat, outcome, guard, tried=tried)),
    )


def _planned(goal: Goal) -> Plan | Vetoed:
    from storyworld.physics.planning import planned

    return planned(goal)


# ---- in words ------------------------------------------------------------------------------------


def _because(beat: Beat, outcome: OutcomeKind, stands: WeakestClaim | None) -> str:
    if beat.scenario.missing:
        return f"Nobody can decide it: {_lacks(beat.scenario.missing)}."
    if stands is None:
        return "Nothing the goal asks for can be put to a test."
    margin = f"margin {signed(stands.margin)}" if stands.margin is not None else "no margin"
    if stands.bands is not None:
        margin += f", {bands(stands.bands)} guard bands"
    claim = stands.statement.rstrip(".?! ")
    match outcome:
        case OutcomeKind.GOAL_ACHIEVED:
            return f"The solver finds that it holds: {claim} ({margin})."
        case OutcomeKind.GOAL_IMPOSSIBLE:
            return f"The solver finds that it does not hold: {claim} ({margin})."
        case OutcomeKind.EPISTEMICALLY_INCOMPLETE:
            return "Only a film can settle it: this kind of claim has to be seen."
        case _:
            return f"Too close to call: {claim} ({margin})."


def _lacks(missing: tuple[MissingParameter, ...]) -> str:
    if any(m.name == SCENARIO_FAMILY for m in missing):
        return "it is no kind of problem that is solved here"
    names = " and ".join(plainly(m.name) for m in missing[:3])
    return f"{names} {'is' if len(missing) == 1 else 'are'} missing"


# ---- what would give what is missing -------------------------------------------------------------


def _lacking(goal: Goal, beat: Beat, *, tried: bool) -> Iterator[Lacking]:
    for place, missing in enumerate(beat.scenario.missing):
        write = _wording(goal, beat, missing) if tried and place < MOST_TRIED else ""
        text = _with(goal.text, beat, write)
        yield Lacking(**dict(missing), write=write, goal=text if write else "")


def _wording(goal: Goal, beat: Beat, missing: MissingParameter) -> str:
    """Give words that fill a slot at the end of the text; none where no try is read as meant."""
    from storyworld.physics.families import family_named

    family = family_named(beat.scenario.family)
    slot = next((s for s in family.slots if s.name == missing.name), None)
    if slot is None or any(p.name == missing.name for p in beat.scenario.intent.parameters):
        return ""
    low, high = slot.span or (slot.low, slot.high)
    value = f"{_usual(slot.unit, low, high):.2g}"
    value = f"{float(value):g}" if not slot.counts else f"{max(1, round(float(value)))}"
    unit = "" if slot.unit is Unit.ONE else f" {slot.unit}"
    for name in dict.fromkeys((slot.words, plainly(slot.name), *slot.before[:2])):
        write = f"{name} {value}{unit}"
        found = _found(goal, beat.index, _with(goal.text, beat, write))
        if found is None or any(m.name == missing.name for m in found.scenario.missing):
            continue
        given = found.scenario.parameter(missing.name)
        if given is not None and given.source is ParameterSource.USER:
            return write
    return ""


def _with(text: str, beat: Beat, write: str) -> str:
    """Put words behind the part of a goal that a beat was read from; behind all of it else."""
    part = beat.scenario.intent.text
    end = text.index(part) + len(part) if part in text else len(text)
    said = text[:end].rstrip(" .;,")
    return f"{said}, {write}{text[len(said) :]}"


def _usual(unit: Unit, low: float, high: float) -> float:
    """Give a value that surprises nobody: the density of water, a coefficient below 1, 30°."""
    if unit is Unit.KILOGRAM_PER_CUBIC_METRE and low <= _OF_WATER <= high:
        return _OF_WATER
    if unit is Unit.ONE and low < 1.0 < high:
        return (low + 1.0) / 2
    if unit is Unit.DEGREE and low < _STEEP < high:
        return (low + _STEEP) / 2
    return _middle(low, high)


def _middle(low: float, high: float) -> float:
    """Give a value as people would: the geometric middle of a range of sizes, else the middle."""
    if low > 0.0 and high / low > 10.0:
        return math.sqrt(low * high)
    return (low + min(high, low + 1.0)) / 2 if low == 0.0 and high > 1.0 else (low + high) / 2


# ---- what would turn the answer ------------------------------------------------------------------


def _flips(
    goal: Goal, beat: Beat, outcome: OutcomeKind, guard: float, *, tried: bool
) -> Iterator[Flip]:
    for place, alternative in enumerate(beat.prediction.alternatives):
        text, then = "", None
        if tried and place < MOST_TRIED:
            text, then = _turned(goal, beat, alternative, outcome, guard)
        yield Flip(**dict(alternative), goal=text, outcome=then)


def _turned(
    goal: Goal, beat: Beat, alternative: Alternative, outcome: OutcomeKind, guard: float
) -> tuple[str, OutcomeKind | None]:
    """Write a value beyond the limit in place of the one asked, and see what becomes of it."""
    for rewritten, _, again in wordings(goal, beat, alternative, _BEYOND):
        then = predicted(guarded(Plan(beats=(again,)), guard))
        if then not in (outcome, OutcomeKind.UNCERTAIN_TERMINATION):
            return rewritten.text, then
    return "", None


def _found(goal: Goal, index: int, text: str) -> Beat | None:
    """Read another wording of a goal; give the beat at the same place."""
    if len(text) > MAX_GOAL_CHARACTERS:
        return None
    planned = _planned(goal.revised(text=text))
    if isinstance(planned, Vetoed) or index >= len(planned.beats):
        return None
    return planned.beats[index]
