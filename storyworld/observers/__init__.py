"""Observers, one module each. A witness, not a judge.

=========  ============================================  ==========  =====
observer   what it does                                  needs       cost
=========  ============================================  ==========  =====
measuring  recovers SI quantities from the pixels alone  nothing     0 USD
=========  ============================================  ==========  =====

Adding one: a module with one class that implements :class:`storyworld.ports.Observer`, and one
line in :data:`OBSERVERS`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from storyworld.ports import Observer
from storyworld.settings import Settings

Loader = Callable[[Settings], Observer]


def _measuring(_settings: Settings) -> Observer:
    from storyworld.observers.measuring import MeasuringObserver

    return MeasuringObserver()


OBSERVERS: Final[Mapping[str, Loader]] = MappingProxyType({"measuring": _measuring})


def observers_of(settings: Settings) -> tuple[Observer, ...]:
    """Load every observer this deployment has, in the order they are asked."""
    return tuple(load(settings) for load in OBSERVERS.values())
