"""A house on a real archive file, whose observers see nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storyworld.archive.breakers import ArchiveBreaker
from storyworld.artifacts.disk import DiskStore
from storyworld.composition import House
from storyworld.planners import planner_named
from storyworld.settings import Settings
from tests.archives import new_archive


@pytest.fixture
def here(tmp_path: Path) -> Iterator[House]:
    settings = Settings(home=tmp_path, max_claims=2)
    engine = new_archive(settings.database)
    yield House(
        settings=settings,
        engine=engine,
        planner=planner_named("rules"),
        observers=(),
        store=DiskStore(settings.films),
        vendor=lambda backend: pytest.fail(f"nobody buys of {backend}"),
        breaker=ArchiveBreaker(engine),
        open_film=lambda path: pytest.fail(f"nobody opens {path}"),
    )
    engine.dispose()
