"""``storyworld run``: one goal through real processes, watched until it ends."""

import contextlib
import json
import math
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from storyworld.broker import require_answer
from storyworld.cli.asking import goal_of, positive, typed
from storyworld.cli.client import submit
from storyworld.cli.exits import ExitCode, of_outcome, say
from storyworld.cli.presentation import console, show_reasons, show_result, stage_table, step_cell
from storyworld.cli.stack import Running, reach
from storyworld.errors import PASSING, ConfigurationError, UnreachedError
from storyworld.records.episode import EpisodeResult, EpisodeSummary, StepView
from storyworld.records.goal import Goal
from storyworld.settings import Settings

_ASK_EVERY_S = 0.1
_ASK_SELDOM_AFTER_S = 10.0
_ASK_SELDOM_EVERY_S = 0.5
_TELL_TROUBLE_AFTER_S = 5.0
_PING_WITHIN_S = 1.0
_LONGEST_WAIT_S = 7 * 24 * 3600.0


@dataclass(frozen=True)
class Asked:
    """What was asked on the command line, not yet checked."""

    text: str
    earlier: str | None = None
    backend: str | None = None
    budget_usd: float | None = None
    risk_profile: str = "medium"
    cost_policy: str = "balanced"
    seed: int = 0
    requires_visual_verification: bool | None = None
    observer_impact: str | None = None
    world_id: str | None = None
    from_node: str | None = None


class Watcher:
    """Follows an episode to its end: never leaves because it is queued or the web is away."""

    def __init__(self, running: Running, episode_id: str, until: float) -> None:
        self._running = running
        self._until = until
        self._started_at = time.monotonic()
        self.episode_id = episode_id
        self._troubled_at: float | None = None
        self.trouble: str | None = None

    def moments(self) -> Iterator[tuple[EpisodeSummary, tuple[StepView, ...], float]]:
        """Give summary, stages and seconds so far, again and again until the end or the timeout.

        Raises
        ------
        RequestError
            If the episode is no longer there.
        """
        while True:
            elapsed = time.monotonic() - self._started_at
            try:
                summary = self._running.client.summary(self.episode_id)
                steps = self._running.client.steps(self.episode_id)
            except PASSING as error:
                self._note(str(error))
            else:
                self.trouble, self._troubled_at = None, None
                yield summary, steps, elapsed
                if summary.state.terminal:
                    return
            if time.monotonic() >= self._until:
                return
            self._running.tend()
            time.sleep(_ASK_EVERY_S if elapsed < _ASK_SELDOM_AFTER_S else _ASK_SELDOM_EVERY_S)

    def _note(self, trouble: str) -> None:
        """Remember trouble, and tell of it once when it lasts."""
        now = time.monotonic()
        self.trouble = trouble
        if self._troubled_at is None:
            self._troubled_at = now
        elif now - self._troubled_at > _TELL_TROUBLE_AFTER_S:
            self._troubled_at = math.inf
            say(f"the web application does not answer ({trouble}); still waiting")


def run(asked: Asked, *, watch: bool, as_json: bool, timeout_s: float) -> int:
    """Send a goal, wait for its outcome, show it.

    Raises
    ------
    RequestError
        If the goal or an option is no good.
    ConfigurationError
        If StoryWorld cannot be started.
    """
    positive(timeout_s, "--timeout", "s", _LONGEST_WAIT_S)
    goal = goal_of(**{**asdict(asked), "text": typed(asked.text)})
    until = time.monotonic() + timeout_s
    settings = Settings.from_environment()
    with reach(settings) as running:
        if running.lasting:  # one of our own would not have started
            warn_of_silent_redis(settings)
        return pursue(running, goal, until=until, watch=watch, as_json=as_json)


def warn_of_silent_redis(settings: Settings) -> None:
    """Say at once why nothing moves: the goal is safe and waits until its Redis answers."""
    if settings.redis_url is None:
        return
    try:
        require_answer(settings.redis_url.get_secret_value(), _PING_WITHIN_S)
    except ConfigurationError as error:
        say(f"{error}; the goal waits until it does")


def pursue(running: Running, goal: Goal, *, until: float, watch: bool, as_json: bool) -> int:
    """Send a goal to a running StoryWorld and wait for its outcome until `until` (monotonic).

    Raises
    ------
    RequestError
        If it is refused.
    """
    try:
        episode_id = submit(running.client, goal, until=until, tend=running.tend)
    except UnreachedError as error:
        say(f"timeout: {error}")
        return ExitCode.TIMEOUT
    watcher = Watcher(running, episode_id, until)
    summary = _follow(watcher, live=watch and not as_json)
    return _conclude(running, watcher, summary, as_json=as_json)


def _follow(watcher: Watcher, *, live: bool) -> EpisodeSummary | None:
    """Watch to the end; give the last summary seen."""
    last = None
    with _stages(live=live) as show:
        for summary, steps, elapsed in watcher.moments():
            last = summary
            show(steps, elapsed)
    return last


def _conclude(
    running: Running, watcher: Watcher, summary: EpisodeSummary | None, *, as_json: bool
) -> int:
    ended = summary is not None and summary.state.terminal
    if not ended:
        goes_on = "it goes on there" if running.lasting else "`storyworld up` takes it up again"
        trouble = f" ({watcher.trouble})" if watcher.trouble else ""
        say(f"timeout: {watcher.episode_id} has not ended{trouble}; {goes_on}")
    result = None
    with contextlib.suppress(*PASSING):
        result = running.client.result(watcher.episode_id)
    if as_json:
        write_document(watcher.episode_id, result, summary)
    elif result is not None:
        to = console()
        show_result(to, result)
        if result.attempts_made > 1:
            with contextlib.suppress(*PASSING):
                show_reasons(to, running.client.beats(watcher.episode_id))
        if running.lasting:
            to.print(f"page        {running.client.url}/simulations/{watcher.episode_id}")
    if not ended:
        return ExitCode.TIMEOUT
    if result is None:
        say(f"{watcher.episode_id} ended, but its result cannot be fetched; ask again later")
        return ExitCode.FAILED
    return of_outcome(result.outcome, result.status)


def write_document(
    episode_id: str, result: EpisodeResult | None, summary: EpisodeSummary | None
) -> None:
    """Write the one JSON document about an episode: its result, and beside it its summary."""
    document: dict[str, Any] = {"episode_id": episode_id}
    if result is not None:
        document = result.model_dump(mode="json")
    document["summary"] = summary.model_dump(mode="json") if summary else None
    sys.stdout.write(json.dumps(document, ensure_ascii=False, allow_nan=False) + "\n")


Show = Callable[[tuple[StepView, ...], float], None]


@contextmanager
def _stages(*, live: bool) -> Iterator[Show]:
    """Give what shows the stages: a live table on a terminal, lines in a pipe, or nothing."""
    to = console()
    if not live:
        yield lambda _steps, _elapsed_s: None
    elif not to.is_terminal:
        yield _Lines(to.print)
    else:
        from rich.live import Live

        with Live(console=to, auto_refresh=False) as screen:
            yield lambda steps, elapsed_s: screen.update(
                stage_table(steps, elapsed_s), refresh=True
            )


class _Lines:
    """The stages as plain lines, one per change: for pipes."""

    def __init__(self, write: Callable[[str], None]) -> None:
        self._write = write
        self._said: dict[tuple[int, int, str], str] = {}

    def __call__(self, steps: tuple[StepView, ...], elapsed_s: float) -> None:
        for step in steps:
            place = (step.beat, step.attempt, str(step.stage))
            words, _ = step_cell(step)
            if self._said.get(place) != words:
                self._said[place] = words
                where = f"beat {step.beat + 1} attempt {step.attempt + 1}"
                self._write(f"{elapsed_s:6.1f} s  {where}  {step.stage:<8}  {words}")
