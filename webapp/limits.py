"""How often one asker may ask: reads and writes apart, a bucket each that refills evenly.

The buckets are this process's own: with several processes each allows as much. Nothing is asked of
Redis or of the archive, so that a refusal costs next to nothing; a restart forgets.
"""

import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from flask import Flask, Response, current_app, g, request

from storyworld.errors import RequestError, TooMuch
from storyworld.records.rates import Rate
from storyworld.settings import Settings
from webapp.access import owner
from webapp.security import UNSAFE

NOT_LIMITED: Final = frozenset({"static", "console.icon", "diagnostics.health", "metrics.metrics"})
"""Endpoints that machines ask for to see whether we live, or that cost nothing."""
POLICY, STANDING = "RateLimit-Policy", "RateLimit"
MOST_ASKERS: Final = 10_000


@dataclass(frozen=True)
class Standing:
    """What an asker has left of a rate after a request, and when it has all of it again.

    `retry_after_s` is how long to wait where the request was one too many; 0 where it was not.
    """

    remaining: int
    full_in_s: float
    retry_after_s: float = 0.0


class Meter:
    """A bucket for each asker (GCRA): what is kept of one is a number, when its bucket is full.

    Parameters
    ----------
    rate
        As many at once as it names; then one by one as they come back, evenly.
    clock
        Seconds that never go back.
    """

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self.rate = rate
        self._clock = clock
        self._each_s = rate.seconds / rate.requests
        self._full_at: dict[str, float] = {}
        self._lock = threading.Lock()

    def take(self, asker: str) -> Standing:
        """Take one request of an asker's bucket, if one is in it."""
        with self._lock:
            now = self._clock()
            full_at = max(self._full_at.get(asker, now), now) + self._each_s
            over_s = full_at - now - self.rate.seconds
            if over_s > self._each_s * 1e-6:
                return Standing(0, full_at - self._each_s - now, retry_after_s=over_s)
            self._full_at[asker] = full_at
            if len(self._full_at) > MOST_ASKERS:
                self._forget(now)
        left = (self.rate.seconds - (full_at - now)) / self._each_s
        return Standing(math.floor(left + 1e-6), full_at - now)

    def askers(self) -> int:
        """Say of how many something is kept."""
        return len(self._full_at)

    def _forget(self, now: float) -> None:
        """Forget whose bucket is full; and if that is nobody's, whose is the fullest."""
        kept = {asker: at for asker, at in self._full_at.items() if at > now}
        while len(kept) > MOST_ASKERS:
            del kept[min(kept, key=kept.__getitem__)]
        self._full_at = kept


def init_app(app: Flask, settings: Settings) -> None:
    """Count each request of an asker; who it is must be known by then."""
    rates = {"reads": settings.rate_reads, "writes": settings.rate_writes}
    app.extensions["storyworld.limits"] = {
        name: Meter(rate) for name, rate in rates.items() if rate is not None
    }
    app.before_request(_count)
    app.after_request(_tell)


def limited(endpoint: str | None) -> bool:
    """Whether requests for an endpoint are counted."""
    return endpoint not in NOT_LIMITED


def _count() -> None:
    if not limited(request.endpoint):
        return
    name = "writes" if request.method in UNSAFE else "reads"
    meter: Meter | None = current_app.extensions["storyworld.limits"].get(name)
    if meter is None:
        return
    standing = meter.take(_asker())
    g.limit = name, meter.rate, standing
    if standing.retry_after_s:
        wait = _whole(standing.retry_after_s)
        raise TooMuch(
            f"these are too many {name}, {meter.rate} are allowed: try again in {wait} s",
            retry_after_s=wait,
        )


def _asker() -> str:
    """Name who asks: an owner, or the address that a stranger comes from."""
    try:
        return owner()
    except RequestError:
        return f"at {request.remote_addr}"


def _tell(response: Response) -> Response:
    """Say the policy and what is left (draft-ietf-httpapi-ratelimit-headers-10)."""
    if "limit" in g:
        name, rate, standing = g.limit
        reset = _whole(standing.retry_after_s or standing.full_in_s)
        response.headers[POLICY] = f'"{name}";q={rate.requests};w={rate.seconds}'
        response.headers[STANDING] = f'"{name}";r={standing.remaining};t={reset}'
    return response


def _whole(seconds: float) -> int:
    return max(1, math.ceil(seconds))
