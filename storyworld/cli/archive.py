"""The archive, opened by a command itself: for what needs no running StoryWorld."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from storyworld.errors import ConfigurationError
from storyworld.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Engine


@contextmanager
def the_archive(settings: Settings) -> Iterator["Engine"]:
    """Open the archive that there is.

    Raises
    ------
    ConfigurationError
        If there is none yet, it cannot be read, or it is of another version.
    """
    from storyworld.archive.engine import open_engine, require_current

    file = Path(settings.database.removeprefix("sqlite:///"))
    if settings.database.startswith("sqlite:///") and not file.exists():
        raise ConfigurationError(
            f"there is no archive at {file}: run a goal first, or correct STORYWORLD_HOME"
        )
    engine = open_engine(settings.database)
    try:
        require_current(engine)
        yield engine
    finally:
        engine.dispose()


@contextmanager
def an_archive(settings: Settings) -> Iterator["Engine"]:
    """Open the archive, made or brought up to date where need be.

    Raises
    ------
    ConfigurationError
        If it cannot be opened or written.
    """
    from storyworld.archive.engine import migrate, open_engine

    engine = open_engine(settings.database)
    try:
        migrate(engine)
        yield engine
    finally:
        engine.dispose()
