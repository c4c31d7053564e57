"""``storyworld judge``: what a film, whoever made it, shows against a goal."""

import sys
from pathlib import Path

from storyworld.cli.asking import existing_file, goal_of, positive, typed
from storyworld.cli.exits import of_judgement
from storyworld.cli.presentation import console, show_judgement
from storyworld.errors import InvalidField, StageError

_MOST_PX_PER_M = 1e6
_MOST_FPS = 1000.0


def judge(
    clip: Path, text: str, *, px_per_m: float | None, fps: float | None, as_json: bool
) -> int:
    """Decode a film in the sandbox, measure it, hold it against the goal.

    Raises
    ------
    InvalidField
        If an option is no good or the film cannot be read.
    """
    positive(px_per_m, "--px-per-m", "pixels per metre", _MOST_PX_PER_M)
    positive(fps, "--fps", "frames per second", _MOST_FPS)
    goal = goal_of(typed(text))
    existing_file(clip, "clip")
    from storyworld.clip import judge_clip

    try:
        judgement = judge_clip(clip, goal.text, pixels_per_metre=px_per_m, frame_rate_hz=fps)
    except StageError as error:
        raise InvalidField(f"{clip}: {error.failure.detail}", field="clip") from error
    if as_json:
        sys.stdout.write(judgement.canonical_json() + "\n")
    else:
        show_judgement(console(), judgement)
    return of_judgement(judgement.state)
