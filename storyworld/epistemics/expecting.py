"""What the solver expects of a goal, read off its plan: nothing is filmed, nothing is weighed."""

from storyworld.records.constraint import ConstraintKind, Finding, FindingStatus
from storyworld.records.goal import ObserverImpact
from storyworld.records.scenario import Beat, Plan, Vetoed
from storyworld.records.verdict import OutcomeKind

_DECIDED = (FindingStatus.SATISFIED, FindingStatus.VIOLATED)


def predicted(planned: Plan | Vetoed) -> OutcomeKind:
    """Say what the solver expects of a goal: that of the first beat that does not succeed."""
    if isinstance(planned, Vetoed):
        return OutcomeKind.GOAL_IMPOSSIBLE
    return beat_outcome(deciding(planned))


def deciding(planned: Plan) -> Beat:
    """Give the beat that decides: the first that is not achieved, else the last."""
    for beat in planned.beats:
        if beat_outcome(beat) is not OutcomeKind.GOAL_ACHIEVED:
            return beat
    return planned.beats[-1]


def beat_outcome(beat: Beat) -> OutcomeKind:
    """Read a beat's outcome off its missing parameters and its required goal findings."""
    if beat.scenario.missing:
        return OutcomeKind.EPISTEMICALLY_INCOMPLETE
    statuses = {finding.status for finding in goal_findings(beat)}
    if FindingStatus.VIOLATED in statuses:
        return OutcomeKind.GOAL_IMPOSSIBLE
    if beat.scenario.intent.impact is ObserverImpact.BLOCKING:
        return OutcomeKind.EPISTEMICALLY_INCOMPLETE  # it has to be seen, and nothing was filmed
    if statuses == {FindingStatus.SATISFIED}:
        return OutcomeKind.GOAL_ACHIEVED
    return OutcomeKind.UNCERTAIN_TERMINATION


def goal_findings(beat: Beat) -> tuple[Finding, ...]:
    """Give the solver's findings on what was asked and must hold."""
    asked = {
        c.constraint_id for c in beat.constraints if c.required and c.kind is ConstraintKind.GOAL
    }
    return tuple(f for f in beat.prediction.findings if f.constraint_id in asked)


def guarded(planned: Plan | Vetoed, guard: float) -> Plan | Vetoed:
    """Leave undecided what the solver decided by less than so many standard uncertainties.

    Solvers decide by the usual guard; who wants less risk asks for a wider one.
    """
    if isinstance(planned, Vetoed):
        return planned
    return planned.revised(beats=tuple(_guarded(beat, guard) for beat in planned.beats))


def _guarded(beat: Beat, guard: float) -> Beat:
    findings = tuple(
        f.revised(status=FindingStatus.UNDECIDED)
        if f.status in _DECIDED
        and f.margin is not None
        and 0.0 < abs(f.margin.value) <= guard * f.margin.uncertainty
        else f
        for f in beat.prediction.findings
    )
    if findings == beat.prediction.findings:
        return beat
    return beat.revised(prediction=beat.prediction.revised(findings=findings))
