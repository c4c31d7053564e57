"""How the stages of an episode's attempts lie in time."""

from collections.abc import Iterator
from dataclasses import dataclass

from storyworld.records.episode import BeatView, StepView
from storyworld.records.identity import Stage
from webapp.pages.words import step_state

BAR_PX = 200.0


@dataclass(frozen=True)
class TimelineStep:
    """One stage of an attempt on the common time axis of the timeline."""

    stage: Stage
    step: StepView | None
    state: str
    duration_s: float | None
    start: float
    width: float


@dataclass(frozen=True)
class Walk:
    """One attempt's way through the stages, and why it was filmed so.

    `first` is the one that planned: the goal is read once, for all of its beats and attempts.
    """

    beat: int
    attempt: int
    steps: tuple[TimelineStep, ...]
    because: str
    first: bool


def walks(steps: tuple[StepView, ...], beats: tuple[BeatView, ...]) -> Iterator[Walk]:
    """Lay out the steps of each attempt on one axis, from the first start to the last end."""
    made = (view.attempt for beat in beats for view in beat.attempts)
    because = {(a.key.beat, a.key.attempt): a.because for a in made}
    started = [s.started_at for s in steps if s.started_at is not None]
    ended = [s.finished_at for s in steps if s.finished_at is not None]
    begin = min(started, default=None)
    total = (max(ended) - begin).total_seconds() if begin and ended else 0.0
    for beat, attempt in sorted({(s.beat, s.attempt) for s in steps}):
        of_walk = {s.stage: s for s in steps if (s.beat, s.attempt) == (beat, attempt)}
        timeline = []
        for stage in Stage:
            step = of_walk.get(stage)
            start = width = 0.0
            took = None
            if step and step.started_at and begin:
                start = (step.started_at - begin).total_seconds()
                if step.finished_at:
                    took = max((step.finished_at - step.started_at).total_seconds(), 0.0)
                    width = took
            scale = BAR_PX / total if total > 0 else 0.0
            timeline.append(
                TimelineStep(
                    stage=stage,
                    step=step,
                    state=step_state(step) if step else "",
                    duration_s=took,
                    start=round(min(start * scale, BAR_PX), 1),
                    width=round(min(max(width * scale, 2.0), BAR_PX), 1) if took is not None else 0,
                )
            )
        yield Walk(
            beat,
            attempt,
            tuple(timeline),
            because.get((beat, attempt), ""),
            (beat, attempt) == (0, 0),
        )
