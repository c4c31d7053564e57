"""Observe: every observer is asked about the film; each failed try is kept with its reason."""

from collections.abc import Callable, Sequence

from storyworld.errors import PermanentError, StageError
from storyworld.ports import Film, Observer
from storyworld.records.evidence import Abstention, AbstentionReason
from storyworld.records.frozen import Record
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.observation import Observation, ObserverAvailability, Verdict
from storyworld.records.render import Artifact
from storyworld.records.scenario import Beat, Shot

OpenFilm = Callable[[], Film]


class Viewing(Record):
    """What the observers are shown: the beat, the film of one attempt, and how it was framed."""

    key: AttemptKey
    beat: Beat
    artifact: Artifact
    shot: Shot | None


def observe(
    viewing: Viewing, *, observers: Sequence[Observer], open_film: OpenFilm
) -> tuple[Observation, ...]:
    """Ask every observer what the film shows; give one observation each, never fewer.

    Parameters
    ----------
    open_film
        Brings the bytes, verified by digest, and decodes them in a sandbox; raises a
        PermanentError for a film that is gone, is not the one reported, or cannot be read.

    Raises
    ------
    TransientError
        If the film could not be opened this time: the step is tried again.
    """
    try:
        film = open_film()
    except PermanentError as error:
        why = Abstention(
            name="film", reason=AbstentionReason.FILM_UNREADABLE, detail=error.failure.detail
        )
        failed = ObserverAvailability.FAILED
        return tuple(_silent(viewing, observer, failed, why) for observer in observers)
    return tuple(_ask(viewing, observer, film) for observer in observers)


def _ask(viewing: Viewing, observer: Observer, film: Film) -> Observation:
    beat = viewing.beat
    try:
        return observer.observe(
            film,
            viewing.artifact,
            beat.scenario,
            viewing.shot,
            beat.questions,
            _id(viewing, observer),
        )
    except StageError as error:
        why = Abstention(
            name="film", reason=AbstentionReason.OBSERVER_UNAVAILABLE, detail=error.failure.detail
        )
        return _silent(viewing, observer, ObserverAvailability.UNAVAILABLE, why)


def _id(viewing: Viewing, observer: Observer) -> str:
    return derived_id("obs", viewing.key, observer.agent.name)


def _silent(
    viewing: Viewing, observer: Observer, availability: ObserverAvailability, why: Abstention
) -> Observation:
    """Give the observation of an observer that could say nothing."""
    return Observation(
        observation_id=_id(viewing, observer),
        observer=observer.agent,
        artifact_sha256=viewing.artifact.sha256,
        video_uri=viewing.artifact.uri,
        availability=availability,
        abstentions=tuple(why.revised(name=q.evidence) for q in viewing.beat.questions),
        verdict=Verdict.UNCERTAIN,
        because=why.detail,
    )
