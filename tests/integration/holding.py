"""Makes a worker hold still at a chosen point, so that a test can hurt it exactly there.

Workers of the test house are started with ``-I tests.integration.holding``. A file
``hold-<stage>-<point>`` in the house's home holds the stage there until the file is gone; the
worker answers with a file ``held-<stage>-<point>``. Points: `work` (claimed, not finished),
`publish` (finished, the next link not yet sent), and of render `steps` (as a model that works in
steps, and can be told to stop after each).
"""

import dataclasses
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from celery.signals import before_task_publish

import tasks.commit
import tasks.evaluate
import tasks.observe
import tasks.plan
import tasks.rendering
from storyworld.composition import settings
from storyworld.records.identity import Stage

LONGEST_S = 60.0


def hold_file(home: Path, stage: Stage, point: str) -> Path:
    return home / f"hold-{stage}-{point}"


def held_file(home: Path, stage: Stage, point: str) -> Path:
    return home / f"held-{stage}-{point}"


def hold(stage: Stage, point: str, each: Callable[[], object] = lambda: None) -> None:
    home = settings().home
    asked = hold_file(home, stage, point)
    if not asked.exists():
        return
    held_file(home, stage, point).touch()
    until = time.monotonic() + LONGEST_S
    while asked.exists() and time.monotonic() < until:
        each()
        time.sleep(0.01)


def holding(stage: Stage, work: Callable[..., Any]) -> Callable[..., Any]:
    def held(*arguments: Any) -> Any:
        hold(stage, "work")
        return work(*arguments)

    return held


for _module in (tasks.plan, tasks.observe, tasks.evaluate, tasks.commit):
    _work = _module._WORK
    _module._WORK = dataclasses.replace(_work, work=holding(_work.stage, _work.work))  # type: ignore[misc]


class _InSteps:
    """A renderer that first takes its time, step by step."""

    def __init__(self, renderer: Any) -> None:
        self.agent, self._renderer = renderer.agent, renderer

    def render(self, request: Any, watch: Any) -> Any:
        hold(Stage.RENDER, "work")
        hold(Stage.RENDER, "steps", lambda: watch.step(1, 2, "denoising"))
        return self._renderer.render(request, watch)


def _loaded(*arguments: Any, **options: Any) -> Any:
    return _InSteps(_load(*arguments, **options))


_load = tasks.rendering._loaded
tasks.rendering._loaded = _loaded


@before_task_publish.connect
def _before_publish(sender: str = "", **_: Any) -> None:
    following = sender.removeprefix("storyworld.")
    for stage in Stage:
        if stage.following is not None and stage.following == following:
            hold(stage, "publish")
