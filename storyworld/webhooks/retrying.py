"""When a delivery that failed is tried again: as the Standard Webhooks specification proposes."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

WAITS_S: Final = (
    5.0,
    5 * 60.0,
    30 * 60.0,
    2 * 3600.0,
    5 * 3600.0,
    10 * 3600.0,
    14 * 3600.0,
    20 * 3600.0,
    24 * 3600.0,
)
"""How long is waited after each try; after the last there is none: ten tries within 76 hours."""
JITTER: Final = 0.1
LONGEST_S: Final = 24 * 3600.0


def wait_s(tries: int, retry_after_s: float | None, share: float) -> float | None:
    """Give how long to wait after so many tries; None if that was the last.

    Parameters
    ----------
    tries
        How often it was tried.
    retry_after_s
        How long the receiver asks us to wait: heeded where that is longer, up to a day.
    share
        A random number from 0 to 1: those that failed together are not all tried together again.
    """
    if tries > len(WAITS_S):
        return None
    wait = WAITS_S[max(tries, 1) - 1]
    if retry_after_s is not None:
        wait = max(wait, min(retry_after_s, LONGEST_S))
    return wait * (1.0 + JITTER * share)


def asked_wait_s(retry_after: str, now: float) -> float | None:
    """Read a `Retry-After` header, seconds or a date; None if it is neither."""
    text = retry_after.strip()
    if text.isascii() and text.isdecimal():
        return float(min(int(text[:12]), LONGEST_S))
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    at = date if date.tzinfo is not None else date.replace(tzinfo=UTC)
    return max(0.0, (at - datetime.fromtimestamp(now, UTC)).total_seconds())
