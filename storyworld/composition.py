"""Where the parts are put together: once per process, from the settings.

The control side has a :class:`House`. The render worker has only the film store
and the renderers: it knows no database.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Engine

from storyworld.archive.breakers import ArchiveBreaker
from storyworld.archive.engine import migrate, open_engine
from storyworld.artifacts import film_store
from storyworld.observers import observers_of
from storyworld.planners import planner_of
from storyworld.ports import ArtifactStore, Breaker, Film, FilmVendor, Observer, Planner
from storyworld.records.goal import Backend
from storyworld.renderers import VENDORS
from storyworld.settings import Settings


@dataclass(frozen=True)
class House:
    """What the control side works with."""

    settings: Settings
    engine: Engine
    planner: Planner
    observers: tuple[tuple[Observer, ...], ...]
    store: ArtifactStore
    vendor: Callable[[Backend], FilmVendor]
    breaker: Breaker
    open_film: Callable[[Path], Film]


@lru_cache(maxsize=1)
def settings() -> Settings:
    """Read the settings of this process, once."""
    return Settings.from_environment()


@lru_cache(maxsize=1)
def _house_of(_process: int) -> House:
    from storyworld.vision.decoding import decode

    chosen = settings()
    engine = open_engine(chosen.database)
    migrate(engine)
    breaker = ArchiveBreaker(engine)
    return House(
        settings=chosen,
        engine=engine,
        planner=planner_of(chosen),
        observers=observers_of(chosen, breaker),
        store=film_store(chosen),
        vendor=lambda backend: VENDORS[backend](chosen),
        breaker=breaker,
        open_film=decode,
    )


def house() -> House:
    """Give this process's house; a forked child builds its own, since sockets do not fork."""
    return _house_of(os.getpid())
