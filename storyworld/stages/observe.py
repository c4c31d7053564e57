"""Observe: the observers are asked about the film; each failed try is kept with its reason."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from storyworld.errors import PermanentError, StageError
from storyworld.ports import Film, Observer
from storyworld.records.evidence import Abstention, AbstentionReason
from storyworld.records.fact import Fact
from storyworld.records.frozen import Record
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.observation import Observation, ObserverAvailability, Shown, Verdict
from storyworld.records.provenance import FailureCode
from storyworld.records.render import Artifact
from storyworld.records.scenario import Beat, Shot
from storyworld.stages.continuity import held_against
from storyworld.stages.imposed import without_imposed

# Who could not be asked, or made nothing of it, hands on to the next in its line.
_ON_TO_THE_NEXT: Final = (ObserverAvailability.UNAVAILABLE, ObserverAvailability.FAILED)
_OF_THE_FILM: Final = (FailureCode.ARTIFACT_MISMATCH, FailureCode.BAD_REPORT)
OpenFilm = Callable[[], Film]


class Viewing(Record):
    """What the observers are shown: the beat, the film of one attempt, and how it was framed.

    `facts` are what its world has established before; no observer is told them.
    """

    key: AttemptKey
    beat: Beat
    artifact: Artifact
    shot: Shot | None
    facts: tuple[Fact, ...] = ()


def observe(
    viewing: Viewing, *, observers: Sequence[Sequence[Observer]], open_film: OpenFilm
) -> tuple[Observation, ...]:
    """Ask what the film shows; give one observation for each observer asked, never none.

    Parameters
    ----------
    observers
        Lines of observers. In each line the next is asked only where the one before could not be;
        what became of that is kept.
    open_film
        Brings the bytes, verified by digest, and decodes them in a sandbox; raises a
        PermanentError for a film that is not the one reported, or cannot be read.

    Raises
    ------
    TransientError
        If the film could not be opened this time: the step is tried again.
    PermanentError
        If the store has no film, or gives none: no other film would fare better.
    """
    try:
        film = open_film()
    except PermanentError as error:
        if error.failure.code not in _OF_THE_FILM:
            raise
        why = Abstention(
            name="film", reason=AbstentionReason.FILM_UNREADABLE, detail=error.failure.detail
        )
        failed = ObserverAvailability.FAILED
        return tuple(_silent(viewing, line[0], failed, why) for line in observers if line)
    return tuple(seen for line in observers for seen in _down(viewing, line, film))


def _down(viewing: Viewing, line: Sequence[Observer], film: Film) -> Iterator[Observation]:
    """Ask down a line of observers, until one could be asked."""
    for observer in line:
        seen = _ask(viewing, observer, film)
        yield seen
        if seen.availability not in _ON_TO_THE_NEXT:
            return


def _ask(viewing: Viewing, observer: Observer, film: Film) -> Observation:
    try:
        seen = observer.observe(film, _shown(viewing, observer))
    except StageError as error:
        why = Abstention(
            name="film", reason=AbstentionReason.OBSERVER_UNAVAILABLE, detail=error.failure.detail
        )
        return _silent(viewing, observer, ObserverAvailability.UNAVAILABLE, why)
    artifact = viewing.artifact
    told = without_imposed(seen, artifact.imposed_frames).revised(
        grounding=artifact.grounding, frame_count=film.frame_count
    )
    return held_against(told, viewing.facts, viewing.beat.questions)


def _shown(viewing: Viewing, observer: Observer) -> Shown:
    return Shown(
        observation_id=derived_id("obs", viewing.key, observer.agent.name),
        artifact=viewing.artifact,
        shot=viewing.shot,
        questions=viewing.beat.questions,
        checks=viewing.beat.checks,
        claims=viewing.beat.claims,
    )


def _silent(
    viewing: Viewing, observer: Observer, availability: ObserverAvailability, why: Abstention
) -> Observation:
    """Give the observation of an observer that could say nothing."""
    shown = _shown(viewing, observer)
    return Observation(
        observation_id=shown.observation_id,
        observer=observer.agent,
        artifact_sha256=viewing.artifact.sha256,
        video_uri=viewing.artifact.uri,
        availability=availability,
        abstentions=tuple(why.revised(name=name) for name in shown.names(observer.answers)),
        verdict=Verdict.UNCERTAIN,
        because=why.detail,
        grounding=viewing.artifact.grounding,
    )
