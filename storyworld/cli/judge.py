"""``storyworld judge``: what a film, whoever made it, shows against a goal."""

import sys
from pathlib import Path

from storyworld.cli.asking import between, existing_file, goal_of, typed
from storyworld.cli.exits import of_judgement
from storyworld.cli.presentation import console, show_expected, show_judgement, show_observations
from storyworld.records.clip import LEAST_FPS, LEAST_PX_PER_M, MOST_FPS, MOST_PX_PER_M
from storyworld.records.goal import Goal
from storyworld.records.scenario import Beat, Plan


def judge(
    clip: Path, text: str, *, px_per_m: float | None, fps: float | None, as_json: bool
) -> int:
    """Decode a film in the sandbox, measure it, hold it against the goal.

    As JSON it is a :class:`storyworld.records.clip.ClipJudged`.

    Raises
    ------
    InvalidField
        If an option is no good or the film cannot be read.
    TransientError
        If the decoder cannot be started.
    """
    between(px_per_m, "--px-per-m", "pixels per metre", LEAST_PX_PER_M, MOST_PX_PER_M)
    between(fps, "--fps", "frames per second", LEAST_FPS, MOST_FPS)
    goal = goal_of(typed(text))
    existing_file(clip, "clip")
    from storyworld.clip import judge_clip

    judged = judge_clip(clip, goal.text, pixels_per_metre=px_per_m, frame_rate_hz=fps)
    if as_json:
        sys.stdout.write(judged.canonical_json() + "\n")
    else:
        to = console()
        show_judgement(to, judged.judgement)
        show_observations(to, judged.observations)
        expected = _expected(goal)
        if expected is not None:
            show_expected(to, expected)
    return of_judgement(judged.judgement.state)


def _expected(goal: Goal) -> Beat | None:
    """Solve the goal; None where its own words contradict it and there is nothing to solve."""
    from storyworld import stages
    from storyworld.planners import planner_named

    planned = stages.plan(goal, planner=planner_named("rules"))
    return planned.beats[0] if isinstance(planned, Plan) else None
