"""What an SDK that sits on httpx may read in all: its own timeouts begin anew with each byte."""

import time
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

MOST_BYTES: Final = 2_000_000


class TooLongError(ValueError):
    """A reply is longer than it may be."""


def client_args(timeout_s: float, most_bytes: int = MOST_BYTES) -> dict[str, Any]:
    """Give arguments of a client for one question: no redirects, and a bound on each reply.

    A reply may take `timeout_s` from now on, and the last of its reads as long again; a longer one
    than `most_bytes` raises :class:`TooLongError`, and one that comes packed, since it may unpack
    to any length, ValueError. Proxies of the environment are heeded, as they would not be with a
    transport of one's own.
    """
    until = time.monotonic() + timeout_s

    def bound(response: Any) -> None:
        packed = response.headers.get("content-encoding", "identity")
        if packed.strip().lower() not in ("", "identity"):
            raise ValueError("the reply is packed, and was asked for as it is")
        # Google's SDK takes httpx2 where that is installed, and each knows only its own streams.
        library = import_module(type(response).__module__.partition(".")[0])
        stream = _bounded(library.SyncByteStream)
        response.stream = stream(response.stream, until, most_bytes)

    return {"follow_redirects": False, "event_hooks": {"response": [bound]}}


@lru_cache
def _bounded(base: Any) -> Any:
    class Bounded(base):  # type: ignore[misc]  # of a library that is known only by then
        def __init__(self, stream: Any, until: float, most_bytes: int) -> None:
            self._stream, self._until, self._most_bytes = stream, until, most_bytes

        def __iter__(self) -> Iterator[bytes]:
            size = 0
            for chunk in self._stream:
                size += len(chunk)
                if size > self._most_bytes:
                    raise TooLongError(f"the reply is longer than {self._most_bytes} bytes")
                if time.monotonic() > self._until:
                    raise TimeoutError("the reply took too long")
                yield chunk

        def close(self) -> None:
            self._stream.close()

    return Bounded
