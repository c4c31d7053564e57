"""A connection that goes to addresses which were checked, and is over when its time is.

What a name means is asked once. A resolver that gives a public address to whoever checks and a
private one to whoever connects (DNS rebinding) is not asked by whoever connects.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any, Final

import httpcore

from storyworld.webhooks.addresses import Address

CONNECT_S: Final = 5.0
MOST_TRIED: Final = 4


class Deadline:
    """When everything has to be over."""

    def __init__(self, seconds: float) -> None:
        self._until = time.monotonic() + seconds

    def within(self, timeout: float | None) -> float:
        """Give how long the next move may take.

        Raises
        ------
        httpcore.ReadTimeout
            If time is over.
        """
        left = self._until - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("time is over")
        return left if timeout is None else min(timeout, left)


class Bounded(httpcore.NetworkStream):
    """A stream none of whose moves lasts longer than what is left: who dawdles gains nothing."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream, self._deadline = stream, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """See :class:`httpcore.NetworkStream`."""
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """See :class:`httpcore.NetworkStream`."""
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        """See :class:`httpcore.NetworkStream`."""
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        """See :class:`httpcore.NetworkStream`: the certificate is held against the name."""
        within = self._deadline.within(timeout)
        return Bounded(self._stream.start_tls(ssl_context, server_hostname, within), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """See :class:`httpcore.NetworkStream`."""
        return self._stream.get_extra_info(info)


class Pinned(httpcore.NetworkBackend):
    """Connects to given addresses, one after the other, whatever name it is told."""

    def __init__(self, addresses: tuple[Address, ...], deadline: Deadline) -> None:
        self._addresses, self._deadline = addresses[:MOST_TRIED], deadline
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - a name means what it meant when it was checked
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - ours is shorter
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """See :class:`httpcore.NetworkBackend`."""
        trouble: Exception = httpcore.ConnectError("there is no address")
        for address in self._addresses:
            within = self._deadline.within(CONNECT_S)
            try:
                stream = self._plain.connect_tcp(
                    str(address), port, within, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                trouble = error
            else:
                return Bounded(stream, self._deadline)
        raise trouble
