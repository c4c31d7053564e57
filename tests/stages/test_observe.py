from typing import NoReturn

import pytest

from storyworld.errors import PermanentError, TransientError
from storyworld.ports import Film
from storyworld.records.evidence import AbstentionReason
from storyworld.records.goal import RiskProfile
from storyworld.records.identity import AttemptKey
from storyworld.records.observation import Answers, Observation, ObserverAvailability, Shown
from storyworld.records.provenance import Agent, AgentKind, FailureCode
from storyworld.records.verdict import EpistemicState
from storyworld.stages import evaluate, observe
from storyworld.stages.observe import Viewing
from tests import making

VIEWING = Viewing(
    key=AttemptKey(episode_id=making.EPISODE),
    beat=making.beat(),
    artifact=making.artifact(),
    shot=making.SHOT,
)


class Seer:
    """An observer that says what it is told to."""

    def __init__(self, name: str, trouble: Exception | None = None) -> None:
        self.agent = Agent(name=name, kind=AgentKind.OBSERVER, version="1")
        self.trouble = trouble

    answers = Answers.QUESTIONS

    def observe(self, film: Film, shown: Shown) -> Observation:
        if self.trouble is not None:
            raise self.trouble
        return making.observation(2.0, observation_id=shown.observation_id, observer=self.agent)


class NoFilm:
    """A film nobody looks at."""

    width_px = height_px = frame_count = 1
    frame_rate_hz = 1.0
    times_s = frames = None


def film() -> Film:
    return NoFilm()  # type: ignore[return-value]


def unreadable() -> NoReturn:
    raise PermanentError(FailureCode.ARTIFACT_MISMATCH, "it is not the film")


def away() -> NoReturn:
    raise TransientError(FailureCode.INTERNAL, "the helper died")


def test_every_observer_asked_leaves_an_observation() -> None:
    trouble = TransientError(FailureCode.INTERNAL, "429: come back later")
    seen = observe(VIEWING, observers=((Seer("a"),), (Seer("b", trouble),)), open_film=film)

    assert [o.observer.name for o in seen] == ["a", "b"]
    assert [o.availability for o in seen] == [
        ObserverAvailability.SUCCESS,
        ObserverAvailability.UNAVAILABLE,
    ]
    assert len({o.observation_id for o in seen}) == 2
    assert "429" in seen[1].because


def test_a_film_that_cannot_be_had_blocks_no_closed_form_goal() -> None:
    seen = observe(VIEWING, observers=((Seer("a"),),), open_film=unreadable)

    assert [o.availability for o in seen] == [ObserverAvailability.FAILED]
    assert [a.reason for a in seen[0].abstentions] == [AbstentionReason.FILM_UNREADABLE]
    judgement = evaluate(VIEWING.beat, seen, risk=RiskProfile.MEDIUM)
    assert judgement.state is EpistemicState.ACCEPTED
    assert "observer_unavailable" in judgement.constraints_discovered


def test_trouble_that_passes_is_for_another_try_of_the_step() -> None:
    with pytest.raises(TransientError):
        observe(VIEWING, observers=((Seer("a"),),), open_film=away)


def test_the_same_attempt_gives_the_same_observation_ids() -> None:
    first, second = (
        observe(VIEWING, observers=((Seer("a"),),), open_film=unreadable) for _ in range(2)
    )
    assert first == second
