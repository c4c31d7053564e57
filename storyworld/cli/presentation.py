"""Results as a person reads them: sentences, tables, and one small picture per finding."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from storyworld.epistemics.constraints import DEFAULT_GUARD
from storyworld.records.constraint import (
    Constraint,
    ConstraintKind,
    Finding,
    FindingStatus,
)
from storyworld.records.episode import EpisodeResult, StepView
from storyworld.records.evidence import Abstention
from storyworld.records.identity import Stage
from storyworld.records.observation import Observation, ObserverAvailability
from storyworld.records.scenario import Alternative, Beat
from storyworld.records.verdict import (
    Confidence,
    EpistemicState,
    Judgement,
    OutcomeKind,
    uncertain,
)

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table

    from storyworld.records.answer import BeatAnswer

BAR_CELLS = 21
PIPED_WIDTH = 160

OUTCOMES = {
    OutcomeKind.GOAL_ACHIEVED: ("●", "green", "goal achieved"),
    OutcomeKind.GOAL_IMPOSSIBLE: ("✕", "red", "goal impossible"),
    OutcomeKind.DEAD_STATE: ("■", "red", "dead state"),
    OutcomeKind.GOAL_ABANDONED: ("▬", "yellow", "goal abandoned"),
    OutcomeKind.EPISTEMICALLY_INCOMPLETE: ("◌", "yellow", "epistemically incomplete"),
    OutcomeKind.UNCERTAIN_TERMINATION: ("◐", "yellow", "uncertain"),
    OutcomeKind.IN_PROGRESS: ("…", "cyan", "in progress"),
}
STATES = {
    EpistemicState.ACCEPTED: ("●", "green", "accepted"),
    EpistemicState.REJECTED: ("✕", "red", "rejected"),
    EpistemicState.EPISTEMICALLY_INCOMPLETE: ("◌", "yellow", "epistemically incomplete"),
    EpistemicState.UNCERTAIN_TERMINATION: ("◐", "yellow", "uncertain"),
}
FINDINGS = {
    FindingStatus.SATISFIED: ("✓", "green"),
    FindingStatus.VIOLATED: ("✕", "red"),
    FindingStatus.UNDECIDED: ("~", "yellow"),
    FindingStatus.UNEVALUABLE: ("?", "dim"),
}
STEPS = {"done": ("✓", "green"), "dead": ("✕", "red"), "canceled": ("▬", "yellow")}


def console(*, stderr: bool = False) -> "Console":
    """Give a console; piped output is plain and wide."""
    from rich.console import Console

    plain = Console(stderr=stderr, highlight=False, markup=False, emoji=False)
    if not plain.is_terminal:
        plain.width = PIPED_WIDTH
    return plain


def margin_bar(
    finding: Finding,
    constraint: Constraint | None,
    cells: int = BAR_CELLS,
    *,
    guard: float = DEFAULT_GUARD,
) -> str:
    """Draw a margin with its guard band on a line whose middle is the limit.

    The limit is ``┃``, the margin ``●``, and ``─`` spans `guard` standard uncertainties on either
    side: a span over the limit is undecided. Right of the limit the constraint holds. For an
    equivalence the line's half is the tolerance, so the place shows how much of it is left; for an
    inequality it is what the span needs, so the place shows how sure the finding is. Nothing that
    lies beside the limit is drawn upon it.
    """
    if finding.margin is None:
        return ""
    margin, band = finding.margin.value, guard * finding.margin.uncertainty
    reach = 1.5 * (abs(margin) + band) or 1.0
    if constraint is not None and constraint.tolerance is not None:
        reach = constraint.tolerance.value or reach
    middle = cells // 2

    def place(value: float) -> int:
        if value == 0.0:
            return middle
        away = max(1, min(middle, round(abs(value) / reach * middle)))
        return middle + away if value > 0 else middle - away

    line = ["·"] * cells
    for cell in range(place(margin - band), place(margin + band) + 1):
        line[cell] = "─"
    line[middle] = "┃"
    line[place(margin)] = "●"
    return "".join(line)


def show_result(to: "Console", result: EpisodeResult) -> None:
    """Write an episode's outcome and everything it rests on."""
    headline(to, OUTCOMES[result.outcome], result.because)
    if result.failure is not None:
        fix = f" Fix: {result.failure.fix}" if result.failure.fix else ""
        to.print(f"failure     {result.failure.code}: {result.failure.detail}.{fix}")
    if result.confidence is not None:
        show_confidence(to, result.confidence)
    show_findings(to, result.findings, result.constraints, guard=result.guard)
    for conflict in result.conflicts:
        to.print(f"conflict    {conflict.words}")
    show_lists(
        to,
        result.constraints_discovered,
        result.missing_evidence,
        result.suggested_alternatives,
    )
    to.print(f"attempts    {result.attempts_made}")
    to.print(f"episode     {result.episode_id}")


def show_reasons(to: "Console", beats: Iterable["BeatAnswer"]) -> None:
    """Write why a beat was filmed again, and so, where it was."""
    for shown in beats:
        for attempt in shown.attempts:
            if attempt.because:
                where = f"beat {shown.beat.index + 1} attempt {attempt.attempt + 1}"
                to.print(f"again       {where}: {attempt.because}")


def show_judgement(to: "Console", judgement: Judgement) -> None:
    """Write what a film shows."""
    headline(to, STATES[judgement.state], judgement.because)
    if judgement.confidence is not None:
        show_confidence(to, judgement.confidence)
    show_findings(to, judgement.findings, judgement.constraints)
    for conflict in judgement.conflicts:
        to.print(f"conflict    {conflict.words}")
    show_lists(
        to,
        judgement.constraints_discovered,
        judgement.missing_evidence,
        judgement.suggested_alternatives,
    )


def show_observations(to: "Console", observations: Iterable[Observation]) -> None:
    """Write who was asked and could say nothing, and each law seen broken, with its frames."""
    for seen in observations:
        if seen.availability in {ObserverAvailability.UNAVAILABLE, ObserverAvailability.FAILED}:
            to.print(f"{seen.observer.name:11} could not be asked: {seen.because}", style="dim")
        for broken in seen.violations:
            first, last = broken.frames.first, broken.frames.last
            frames = f"frame {first}" if first == last else f"frames {first} to {last}"
            subject = f"{broken.subject}, " if broken.subject else ""
            words = f": {broken.words}" if broken.words else ""
            to.print(
                f"law broken  {broken.law}: {subject}{frames}{words} ({seen.observer.name})",
                style="red",
            )


def show_expected(to: "Console", beat: Beat) -> None:
    """Write what the solver expects of a goal, beside a judgement that does not rest on it."""
    prediction = beat.prediction
    if not prediction.findings:
        return
    to.print("beside it, and no part of the judgement, the solver expects:", style="dim")
    if prediction.equation:
        to.print(f"equation    {prediction.equation}")
    show_findings(to, prediction.findings, beat.constraints)
    show_lists(to, (), (), prediction.alternatives)


def headline(to: "Console", look: tuple[str, str, str], because: str) -> None:
    """Write shape and word, never colour alone, and the reason below."""
    shape, colour, words = look
    to.print(f"{shape} {words}", style=f"bold {colour}")
    if because:
        to.print(f"  {because}")


def show_confidence(to: "Console", confidence: Confidence) -> None:
    """Write a confidence with the terms it was derived from."""
    to.print(f"confidence  {uncertain(confidence.value, 3)}")
    if confidence.terms:
        to.print(f"  {confidence.derivation}")
    for term in confidence.terms:
        to.print(f"  {term.figure(3):>9}  {term.name}: {term.words}", style="dim")


def show_findings(
    to: "Console",
    findings: Iterable[Finding],
    constraints: Iterable[Constraint],
    *,
    guard: float = DEFAULT_GUARD,
) -> None:
    """Write one row per finding: status, witness, statement, margin, and its bar.

    Of the premises only those that the film does not show have a row; the others are counted.
    """
    from rich.table import Table

    by_id = {c.constraint_id: c for c in constraints}
    premises = 0
    stated = 0
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=True, header_style="dim")
    for title in ("finding", "witness", "claim", "margin", "violated ┃ satisfied"):
        table.add_column(title, no_wrap=title != "claim", overflow="fold")
    rows = 0
    for finding in findings:
        constraint = by_id.get(finding.constraint_id)
        if constraint is not None and constraint.kind is ConstraintKind.PREMISE:
            premises += 1
            stated += finding.status is FindingStatus.SATISFIED
            if finding.status is not FindingStatus.VIOLATED:
                continue
        shape, colour = FINDINGS[finding.status]
        table.add_row(
            _styled(f"{shape} {finding.status}", colour),
            str(finding.source),
            _literal(constraint.statement if constraint else finding.constraint_id),
            "" if finding.margin is None else str(finding.margin),
            margin_bar(finding, constraint, guard=guard) or _literal(finding.because),
        )
        rows += 1
    if rows:
        to.print(table)
    if premises:
        to.print(f"premises    {stated} of {premises} are seen as they were stated")


def show_lists(
    to: "Console",
    discovered: Iterable[str],
    missing: Iterable[Abstention],
    alternatives: Iterable[Alternative],
) -> None:
    """Write constraints discovered, missing evidence and alternatives, where there are any."""
    if names := ", ".join(discovered):
        to.print(f"discovered  {names}")
    for abstention in missing:
        detail = f": {abstention.detail}" if abstention.detail else ""
        to.print(f"missing     {abstention.name} ({abstention.reason}){detail}")
    for alternative in alternatives:
        to.print(f"would flip  {alternative.words}")


def stage_table(steps: Iterable[StepView], elapsed_s: float) -> "Table":
    """Draw the stages of every attempt so far: what is done, what runs, what waits."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), show_header=True, header_style="dim")
    for title in ("beat", "attempt", *Stage):
        table.add_column(str(title), no_wrap=True)
    attempts: dict[tuple[int, int], dict[Stage, StepView]] = {}
    for step in steps:
        attempts.setdefault((step.beat, step.attempt), {})[step.stage] = step
    for (beat, attempt), stages in sorted(attempts.items()):
        cells: list[RenderableType] = [
            _styled(*step_cell(stages[stage])) if stage in stages else _styled("·", "dim")
            for stage in Stage
        ]
        table.add_row(str(beat + 1), str(attempt + 1), *cells)
    table.caption = f"{elapsed_s:.1f} s"
    table.caption_justify = "left"
    return table


def step_cell(step: StepView) -> tuple[str, str]:
    """Give the words and the style of one stage."""
    if step.state in STEPS:
        shape, colour = STEPS[step.state]
        return f"{shape} {step_duration(step)}", colour
    if step.started_at is not None:
        again = f" ({step.claims}x)" if step.claims > 1 else ""
        far = f" {step.how_far}" if step.how_far else ""
        return f"▶ running{again}{far}", "cyan"
    return "· waiting", "dim"


def step_duration(step: StepView) -> str:
    """Give how long a stage took, or its state where that is not known."""
    if step.started_at is None or step.finished_at is None:
        return step.state
    return f"{(step.finished_at - step.started_at).total_seconds():.2f} s"


def _styled(words: str, style: str) -> "RenderableType":
    from rich.text import Text

    return Text(words, style=style)


def _literal(words: str) -> "RenderableType":
    return _styled(words, "")
