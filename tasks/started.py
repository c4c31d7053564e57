"""Started: the render worker's word that it has begun, and again and again that it goes on.

Starts are counted, never sends; a worker that falls silent loses its lease to another.
"""

import secrets
import time

from storyworld.archive import attempts, steps
from storyworld.archive.engine import writing
from storyworld.composition import house
from storyworld.errors import NotFound
from storyworld.records.identity import Stage
from storyworld.settings import Settings
from tasks.app import app
from tasks.room import LOADING_S
from tasks.sighting import sightings
from tasks.step import Message, read_key

_SAID = 200


def render_lease_s(settings: Settings) -> float:
    """Say how long a render may be silent before it is taken for dead: four words missed."""
    return max(settings.lease_s, 4 * settings.heartbeat_s)


@app.task(name="storyworld.started")  # type: ignore[untyped-decorator]
def started(message: Message, nonce: str, how_far: str) -> None:
    """Hold the render step for the worker that is at it; a forged word changes nothing."""
    here = house()
    with writing(here.engine) as session:
        key = read_key(session, here, message)
        if key is None or key.stage is not Stage.RENDER:
            return
        try:
            asked = attempts.attempt(session, key)
        except NotFound:
            return
        if not secrets.compare_digest(str(nonce).encode(), asked.nonce.encode()):
            return
        sightings.renderer(session, asked.backend, "rendering")
        now, lease_s = time.time(), render_lease_s(here.settings)
        if not steps.claim(session, key, now=now, lease_s=lease_s):
            most_s = LOADING_S + here.settings.render_deadline_s + lease_s
            said = str(how_far)[:_SAID]
            steps.hold(session, key, now=now, lease_s=lease_s, most_s=most_s, how_far=said)
