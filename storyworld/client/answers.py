"""The few records that only an answer has: the rest is the vocabulary's own."""

from typing import Any, Literal, Self

from storyworld.errors import UnreachedError
from storyworld.records.episode import RunStatus
from storyworld.records.frozen import Identifier, Record, Text
from storyworld.records.goal import Backend
from storyworld.records.observation import Observation
from storyworld.records.render import Artifact
from storyworld.records.scenario import Beat, Framing, Shot
from storyworld.records.verdict import Judgement


class Accepted(Record):
    """A goal was taken: it became an episode."""

    episode_id: Identifier
    status: RunStatus

    @classmethod
    def picked(cls, found: dict[str, Any]) -> Self:
        """Pick this of an answer, which also holds addresses that the client knows.

        Raises
        ------
        UnreachedError
            If it is not there.
        """
        from pydantic import ValidationError

        try:
            return cls.model_validate({name: found.get(name) for name in cls.model_fields})
        except ValidationError as error:
            raise UnreachedError(
                f"the web application speaks another version: {error.errors()[0]['msg']}"
            ) from error


class ShownAttempt(Record):
    """One attempt as the API shows it: `because` says why it was filmed again, and so."""

    attempt: int
    backend: Backend
    seed: int
    framing: Framing
    shot: Shot
    artifact: Artifact | None
    observations: tuple[Observation, ...]
    judgement: Judgement | None
    because: Text = ""


class ShownBeat(Record):
    """One beat with its attempts, as the API shows it."""

    beat: Beat
    attempts: tuple[ShownAttempt, ...]


class Health(Record):
    """Whether a StoryWorld can do its work."""

    status: Literal["ok", "unavailable"]
    database: Literal["ok", "unavailable"]
    version: Text
