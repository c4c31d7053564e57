"""How the stages of an episode's attempts lie in time."""

from datetime import UTC, datetime, timedelta

from storyworld.records.episode import StepView
from storyworld.records.identity import Stage
from webapp.pages.timeline import BAR_PX, walks

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


def step(stage: Stage, starts_s: float, ends_s: float | None, attempt: int = 0) -> StepView:
    return StepView(
        beat=0,
        attempt=attempt,
        stage=stage,
        state="ready" if ends_s is None else "done",
        claims=1,
        sends=1,
        episode_id="ep_0000000001",
        started_at=NOON + timedelta(seconds=starts_s),
        finished_at=None if ends_s is None else NOON + timedelta(seconds=ends_s),
    )


def test_all_attempts_share_one_axis_from_the_first_start_to_the_last_end() -> None:
    steps = (
        step(Stage.PLAN, 0, 2),
        step(Stage.RENDER, 2, 8),
        step(Stage.RENDER, 8, 10, attempt=1),
        step(Stage.OBSERVE, 10, None, attempt=1),
    )
    first, second = walks(steps, ())
    spans = {(w.attempt, t.stage): (t.start, t.width) for w in (first, second) for t in w.steps}
    assert spans[0, Stage.PLAN] == (0, BAR_PX * 0.2)
    assert spans[0, Stage.RENDER] == (BAR_PX * 0.2, BAR_PX * 0.6)
    assert spans[1, Stage.RENDER] == (BAR_PX * 0.8, BAR_PX * 0.2)
    assert spans[1, Stage.OBSERVE] == (BAR_PX, 0)
    working = second.steps[list(Stage).index(Stage.OBSERVE)]
    assert (working.state, working.duration_s) == ("working", None)


def test_only_the_first_attempt_of_the_first_beat_plans() -> None:
    steps = (step(Stage.PLAN, 0, 1), step(Stage.RENDER, 1, 2), step(Stage.RENDER, 2, 3, attempt=1))
    assert [walk.first for walk in walks(steps, ())] == [True, False]
