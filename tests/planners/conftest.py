from collections.abc import Callable
from pathlib import Path

import pytest

from storyworld.planners import planner_of
from storyworld.planners.order import InOrder, Reading
from storyworld.records.goal import Goal
from storyworld.settings import Settings
from tests.models.serving import KEY

Reader = Callable[..., Reading]


@pytest.fixture
def order(tmp_path: Path) -> Callable[..., InOrder]:
    """Make planners as a deployment would, each time anew: nothing but files is remembered."""

    def made(planners: str, **more: object) -> InOrder:
        chosen = {"gemini_api_key": KEY, "planner_timeout_s": 2.0, "home": tmp_path, **more}
        planner = planner_of(Settings(planners=planners, **chosen))
        assert isinstance(planner, InOrder)
        return planner

    return made


@pytest.fixture
def by_gemini(order: Callable[..., InOrder]) -> Reader:
    def read(url: str, text: str, **more: object) -> Reading:
        return order("gemini", gemini_url=url, **more).reading(Goal(text=text))

    return read
