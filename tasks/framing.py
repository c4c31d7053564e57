"""Opening an attempt: its shot, its nonce, its place in the store, its render step, its request."""

import secrets
import time

from sqlalchemy.orm import Session

from storyworld.archive import attempts, runs, steps
from storyworld.composition import House
from storyworld.physics.families import family_named
from storyworld.physics.staging import frame_shot
from storyworld.records.episode import Attempt
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.render import RenderRequest
from storyworld.records.scenario import Beat, Framing


def open_attempt(
    session: Session, here: House, key: AttemptKey, beat: Beat, framing: Framing
) -> RenderRequest:
    """Write a new attempt with its render step, and give what the render worker is told."""
    goal, backend = runs.asked(session, key.episode_id)
    scene = family_named(beat.scenario.family).stage(beat.scenario)
    nonce = secrets.token_hex(16)
    attempt = Attempt(
        key=key,
        backend=backend,
        seed=goal.seed + key.attempt,
        framing=framing,
        shot=frame_shot(scene, framing),
        nonce=nonce,
        object_key=f"films/{key.episode_id}/{key.beat}-{key.attempt}-{nonce[:8]}.mp4",
    )
    attempts.open_attempt(session, attempt)
    now = time.time()
    step = key.at(Stage.RENDER)
    steps.add(session, step, now=now, due=now + here.settings.resend_after_s)
    return request_of(here, attempt, beat)


def request_of(here: House, attempt: Attempt, beat: Beat) -> RenderRequest:
    """Give the request of an attempt, with a fresh upload grant."""
    return RenderRequest(
        key=attempt.key,
        nonce=attempt.nonce,
        scenario=beat.scenario,
        shot=attempt.shot,
        backend=attempt.backend,
        seed=attempt.seed,
        grant=here.store.grant(attempt.object_key),
        deadline_s=here.settings.render_deadline_s,
    )


def request_for(session: Session, here: House, key: AttemptKey) -> RenderRequest:
    """Give the request of an attempt already written, to be sent again."""
    return request_of(here, attempts.attempt(session, key), attempts.beat(session, key))
