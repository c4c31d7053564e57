"""Opening an attempt, and trying again: its shot, its nonce, its place, its step, its request."""

import secrets
import time
from typing import Final

from sqlalchemy.orm import Session

from storyworld.archive import attempts, runs, steps
from storyworld.composition import House
from storyworld.errors import ConfigurationError, PermanentError
from storyworld.physics.families import staged
from storyworld.physics.staging import frame_shot
from storyworld.records.episode import Attempt, Reframing
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import FailureCode
from storyworld.records.render import FilmFormat, RenderRequest
from storyworld.records.scenario import Beat, Framing, Shot
from storyworld.renderers import film_format
from storyworld.settings import Settings
from tasks.step import Onward

_NEXT_SEED: Final = 1000
"""Attempts have seeds beside one another: a try anew must not take that of another attempt."""


def at_first(session: Session, episode_id: str) -> Reframing:
    """Say how the first attempt at a beat is filmed: as the goal asks."""
    goal, backend = runs.asked(session, episode_id)
    return Reframing(framing=Framing(), backend=backend, seed=goal.seed)


def open_attempt(
    session: Session, here: House, key: AttemptKey, beat: Beat, asked: Reframing
) -> RenderRequest:
    """Write a new attempt with its render step, and give what the render worker is told."""
    nonce, object_key = _place(key)
    attempt = Attempt(
        key=key,
        backend=asked.backend,
        seed=asked.seed,
        framing=asked.framing,
        shot=_shot(beat, asked.framing, asked.backend, here.settings),
        nonce=nonce,
        object_key=object_key,
        because=asked.because,
    )
    attempts.open_attempt(session, attempt)
    now = time.time()
    step = key.at(Stage.RENDER)
    steps.add(session, step, now=now, due=now + here.settings.resend_after_s)
    return request_of(here, attempt, beat)


def try_again(
    session: Session, here: House, key: AttemptKey, backend: Backend, *, reseeded: bool = False
) -> None:
    """Write an attempt anew for another try at its film, with this backend.

    What was sent before is not admitted any more: its nonce and its place are others. `reseeded`
    asks for a film by another seed.
    """
    attempt, beat = attempts.attempt(session, key), attempts.beat(session, key)
    nonce, object_key = _place(key)
    shot = attempt.shot
    if backend is not attempt.backend:
        shot = _shot(beat, attempt.framing, backend, here.settings)
    attempts.renew(
        session,
        attempt.revised(
            backend=backend,
            seed=(attempt.seed + _NEXT_SEED) % 2**31 if reseeded else attempt.seed,
            shot=shot,
            nonce=nonce,
            object_key=object_key,
        ),
    )


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


def onward(request: RenderRequest) -> Onward:
    """Hand a request on down the chain, or ring for another chain where its film is bought."""
    if request.backend.bought:
        return Onward(ring=(request.key.at(Stage.RENDER), request))
    return Onward(message=request.model_dump(mode="json"))


def _place(key: AttemptKey) -> tuple[str, str]:
    """Make a nonce, and the place where the film that bears it is uploaded."""
    nonce = secrets.token_hex(16)
    return nonce, f"incoming/{key.episode_id}/{key.beat}-{key.attempt}-{nonce[:8]}.mp4"


def _shot(beat: Beat, framing: Framing, backend: Backend, settings: Settings) -> Shot:
    return frame_shot(staged(beat.scenario), framing, _format(backend, settings))


def _format(backend: Backend, settings: Settings) -> FilmFormat | None:
    try:
        return film_format(backend, settings)
    except ConfigurationError as error:
        raise PermanentError(
            FailureCode.BACKEND_UNAVAILABLE, str(error), fix="see docs/backends.md"
        ) from error
