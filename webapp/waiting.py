"""`Prefer: wait=n` (RFC 7240): hold an answer back until the episode has ended, for a while.

Between two looks nothing is held: no transaction, no connection. A waiter holds a thread of this
process, so few may wait at once; whoever comes when they do is answered without waiting, and
sees that by the missing `Preference-Applied`.
"""

import re
import threading
import time
from dataclasses import dataclass

from flask import Flask, Response, current_app, request
from werkzeug.http import parse_list_header

from storyworld.archive import runs
from storyworld.archive.engine import reading
from webapp.database import db

PREFER = "Prefer"
APPLIED = "Preference-Applied"
LONGEST_S = 25
"""Below the 30 s after which proxies, and gunicorn when it stops, let go of a request."""
AT_ONCE = 16  # of the 256 threads that a process has
LOOK_EVERY_S = 0.25
_WAIT = re.compile(r'wait\s*=\s*"?([0-9]{1,9})"?\s*(;.*)?', re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Waited:
    """How long this answer was ready to wait, None if not at all; whether the episode ended."""

    seconds: int | None = None
    ended: bool = False

    def on(self, response: Response) -> Response:
        """Say in a response what was done."""
        if self.seconds is not None:
            response.headers[APPLIED] = f"wait={self.seconds}"
        return response


def init_app(app: Flask) -> None:
    """Make room for as many waiters as this process may have."""
    app.extensions["storyworld.waiting"] = threading.BoundedSemaphore(AT_ONCE)


def wait_until_ended(episode_id: str) -> Waited:
    """Wait for an episode as long as the request prefers, if it does and there is room.

    The request's own session must not have been used yet: it would hold its snapshot meanwhile.

    Raises
    ------
    NotFound
        If there is no such episode.
    """
    seconds = _preferred_s()
    room: threading.BoundedSemaphore = current_app.extensions["storyworld.waiting"]
    if seconds is None or not room.acquire(blocking=False):
        return Waited()
    try:
        return Waited(seconds, ended=_ends_within(episode_id, seconds))
    finally:
        room.release()


def _preferred_s() -> int | None:
    """Give the wait that is asked for, at most the longest; what is no number is ignored."""
    for preference in parse_list_header(request.headers.get(PREFER, "")):
        if asked := _WAIT.fullmatch(preference.strip()):
            return min(int(asked[1]), LONGEST_S)
    return None


def _ends_within(episode_id: str, seconds: int) -> bool:
    until = time.monotonic() + seconds
    while True:
        with reading(db.engine) as session:
            ended = runs.ended(session, episode_id)
        left_s = until - time.monotonic()
        if ended or left_s <= 0:
            return ended
        time.sleep(min(LOOK_EVERY_S, left_s))
