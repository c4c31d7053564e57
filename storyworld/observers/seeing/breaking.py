"""A breaker of one process's own, where there is no archive that workers share."""

import time
from collections.abc import Callable
from threading import Lock


class OwnBreaker:
    """See :class:`storyworld.ports.Breaker`; what it knows ends with the process."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._resting: dict[str, tuple[float, str]] = {}
        self._lock = Lock()

    def rests(self, name: str) -> tuple[float, str] | None:
        """See :class:`storyworld.ports.Breaker`."""
        with self._lock:
            until, why = self._resting.get(name, (0.0, ""))
        left = until - self._clock()
        return (left, why) if left > 0 else None

    def rest(self, name: str, seconds: float, why: str) -> None:
        """See :class:`storyworld.ports.Breaker`."""
        with self._lock:
            self._resting[name] = self._clock() + seconds, why
