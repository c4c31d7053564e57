"""One try to deliver: resolved, checked, pinned, posted. Nothing of the answer but its status."""

import ssl
import time
from collections.abc import Callable
from functools import lru_cache
from typing import Annotated, Final

from pydantic import Field

from storyworld import __version__
from storyworld.errors import InvalidField
from storyworld.records.frozen import Record
from storyworld.webhooks.addresses import Resolve, checked, resolve, target_of
from storyworld.webhooks.retrying import asked_wait_s
from storyworld.webhooks.signing import signatures

TOTAL_S: Final = 15.0
AGENT: Final = f"StoryWorld/{__version__}"


class Outgoing(Record):
    """What is sent, where, and with which secrets it is signed."""

    url: str
    delivery_id: str
    body: bytes
    secrets: Annotated[tuple[str, ...], Field(repr=False)]


class Answered(Record):
    """How a try ended: the status that was answered, or in words why there was none."""

    status: int | None = None
    error: str = ""
    retry_after_s: float | None = None

    @property
    def accepted(self) -> bool:
        """Whether the receiver has it."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def gone(self) -> bool:
        """Whether the receiver wants nothing any more."""
        return self.status == 410


Post = Callable[[Outgoing], Answered]


@lru_cache(maxsize=1)
def trusted() -> ssl.SSLContext:
    """Give the certificates we trust: those of `SSL_CERT_FILE`, or else Mozilla's."""
    import httpx

    return httpx.create_ssl_context()


class Sender:
    """Posts to webhooks: no redirect is followed, no proxy asked, no body of an answer read.

    Parameters
    ----------
    private
        Whether addresses that are only ours, and http, are allowed.
    resolve
        What names mean.
    tls
        The certificates that are trusted; :func:`trusted` if not given.
    clock
        Seconds since 1970, for the time that is signed.
    total_s
        How long one try may take, from the lookup to the answer's header.
    """

    def __init__(
        self,
        *,
        private: bool = False,
        resolve: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
        clock: Callable[[], float] = time.time,
        total_s: float = TOTAL_S,
    ) -> None:
        self._private, self._resolve, self._tls = private, resolve, tls
        self._clock, self._total_s = clock, total_s

    def post(self, outgoing: Outgoing) -> Answered:
        """Try once. Whatever goes wrong on the way is told, not raised."""
        import httpcore

        try:
            return self._post(outgoing)
        except InvalidField as error:
            return Answered(error=error.detail)
        except httpcore.TimeoutException:
            return Answered(error=f"no answer within {self._total_s:g} s")
        except httpcore.ConnectError as error:
            return Answered(error=_unconnected(error))
        except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError) as error:
            return Answered(error=f"the connection broke: {type(error).__name__}")

    def _post(self, outgoing: Outgoing) -> Answered:
        import httpcore

        from storyworld.webhooks.pinning import Deadline, Pinned

        deadline = Deadline(self._total_s)
        target = target_of(outgoing.url, private=self._private)
        addresses = checked(target, private=self._private, resolve=self._resolve)
        url = httpcore.URL(
            scheme=target.scheme.encode(),
            host=target.host.encode(),
            port=target.port,
            target=target.path.encode(),
        )
        now = self._clock()
        headers = {
            "Host": target.authority,
            "User-Agent": AGENT,
            "Content-Type": "application/json",
            "Connection": "close",
            "webhook-id": outgoing.delivery_id,
            "webhook-timestamp": str(int(now)),
            "webhook-signature": signatures(
                outgoing.secrets, outgoing.delivery_id, int(now), outgoing.body
            ),
        }
        pool = httpcore.ConnectionPool(
            ssl_context=self._tls or trusted(),
            max_connections=1,
            max_keepalive_connections=0,
            network_backend=Pinned(addresses, deadline),
        )
        with (
            pool,
            pool.stream(
                "POST", url, headers=list(headers.items()), content=outgoing.body
            ) as response,
        ):
            told = dict(response.headers)
        asked = next((v for k, v in told.items() if k.lower() == b"retry-after"), b"")
        return Answered(
            status=response.status, retry_after_s=asked_wait_s(asked.decode("latin-1"), now)
        )


def _unconnected(error: Exception) -> str:
    """Say why there is no connection, in few words: a receiver's certificate is worth telling."""
    if "CERTIFICATE" in str(error).upper():
        return "its certificate is not valid"
    if "SSL" in str(error).upper():
        return "no TLS connection"
    return "no connection"
