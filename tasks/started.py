"""Started: the render worker's word that it has begun. Starts are counted, never sends."""

import secrets
import time

from storyworld.archive import attempts, steps
from storyworld.archive.engine import writing
from storyworld.composition import house
from storyworld.errors import NotFound
from storyworld.records.identity import Stage
from tasks.app import app
from tasks.step import Message, read_key


@app.task(name="storyworld.started")  # type: ignore[untyped-decorator]
def started(message: Message, nonce: str) -> None:
    """Hold the render step for the worker that has begun it; a forged word changes nothing."""
    here = house()
    with writing(here.engine) as session:
        key = read_key(session, here, message)
        if key is None or key.stage is not Stage.RENDER:
            return
        try:
            asked = attempts.attempt(session, key)
        except NotFound:
            return
        if secrets.compare_digest(str(nonce).encode(), asked.nonce.encode()):
            lease = here.settings.render_deadline_s + here.settings.resend_after_s
            steps.claim(session, key, now=time.time(), lease_s=lease)
