"""How long a store may be silent, and how often it is asked again, before the step's lease ends.

A silent store must end as an error of the store, which is told and tried again later, and not by
the time limits of the task, which end 0.8 and 0.95 of the lease after its beginning. So all tries
of one call take about a quarter of the lease, those of a whole admission about half of it:

* one try may take 1/20 of the lease to connect, and be silent for 1/10 of it at a time (a PUT
  waits one second more, for "100 Continue"). A film that flows may take longer;
* a second or third try begins only within 1/8 of the lease from when the call, or the
  :func:`together` around it, began.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final, Self

TRIES: Final = 3
_AGAIN_SHARE: Final = 1 / 8
_CONNECT_SHARE: Final = 1 / 20
_READ_SHARE: Final = 1 / 10
_CONNECT_S: Final = (0.5, 3.0)
_READ_S: Final = (1.0, 10.0)
_BEGUN: Final = "storyworld_begun"
_TOO_LATE: Final = "SoftTimeLimitExceeded"  # Celery's, which is unknown here

_together: ContextVar[float | None] = ContextVar("together", default=None)


@dataclass(frozen=True)
class StorePatience:
    """What a store is given, in seconds.

    Parameters
    ----------
    connect_s, read_s
        For a connection, and for each read or reply.
    again_s
        Since the call began; after that it is not tried again.
    """

    connect_s: float
    read_s: float
    again_s: float

    @classmethod
    def within(cls, lease_s: float) -> Self:
        """Give what a step with such a lease has; never so little that no store could answer."""
        return cls(
            connect_s=_between(_CONNECT_S, _CONNECT_SHARE * lease_s),
            read_s=_between(_READ_S, _READ_SHARE * lease_s),
            again_s=_AGAIN_SHARE * lease_s,
        )

    def govern(self, client: Any) -> None:
        """See to it that a client of boto3 does not try again too late.

        Nor does it take the time limit of its task for a failure of the store, to be tried again:
        that is raised as it is.
        """

        def begin(params: dict[str, Any], **_: object) -> None:
            begun = _together.get()
            params["context"][_BEGUN] = time.monotonic() if begun is None else begun

        def stop(
            request_dict: dict[str, Any], caught_exception: Exception | None, **_: object
        ) -> bool | None:
            wrapped = getattr(caught_exception, "kwargs", {}).get("error")
            if isinstance(wrapped, Exception) and type(wrapped).__name__ == _TOO_LATE:
                raise wrapped
            late = time.monotonic() - request_dict["context"][_BEGUN] > self.again_s
            return False if late else None  # None: as the SDK thinks

        service = client.meta.service_model.service_id.hyphenize()
        client.meta.events.register_first(f"before-call.{service}", begin)
        client.meta.events.register_first(f"needs-retry.{service}", stop)


@contextmanager
def together() -> Iterator[None]:
    """Let the calls made here, by this thread, be tried again as if they were one."""
    token = _together.set(time.monotonic())
    try:
        yield
    finally:
        _together.reset(token)


def _between(bounds: tuple[float, float], seconds: float) -> float:
    least, most = bounds
    return max(least, min(most, seconds))
