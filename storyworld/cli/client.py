"""How a command talks to the web application: patient with trouble that passes."""

import time
import uuid
from collections.abc import Callable

from storyworld.client import StoryWorld
from storyworld.errors import PASSING, UnreachedError
from storyworld.records.goal import Goal

TIMEOUT_S = 5.0
"""How long one answer may take: whoever is on this machine answers sooner, or is asked again."""
_TRY_AGAIN_S = 0.3


def submit(client: StoryWorld, goal: Goal, *, until: float, tend: Callable[[], None]) -> str:
    """Send a goal until it is taken; give the episode's id.

    All tries carry one Idempotency-Key, so a lost answer never makes a second episode.

    Parameters
    ----------
    until
        Time (``time.monotonic``) at which to give up.
    tend
        Called between tries.

    Raises
    ------
    RequestError
        If the goal is refused.
    UnreachedError
        If it was not taken in time.
    """
    once = uuid.uuid4().hex
    while True:
        try:
            return client.submit(goal, idempotency_key=once).episode_id
        except PASSING as error:
            if time.monotonic() >= until:
                raise UnreachedError(f"the goal was not taken: {error}") from error
        tend()
        time.sleep(_TRY_AGAIN_S)
