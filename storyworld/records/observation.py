"""What an observer is shown of one artifact, and what it says of it."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, NonNegativeFloat, NonNegativeInt, PositiveInt

from storyworld.records.evidence import Abstention, Evidence, FrameRange
from storyworld.records.fact import Contradiction
from storyworld.records.frozen import Name, Record, Sha256, Text
from storyworld.records.provenance import Agent, Try
from storyworld.records.quantity import TimeSeries
from storyworld.records.render import Artifact, Grounding
from storyworld.records.scenario import Check, Question, Shot


class Verdict(StrEnum):
    """An observer's own verdict. It is a witness, not a judge."""

    VALID = "valid"
    UNCERTAIN = "uncertain"
    IMPOSSIBLE = "impossible"
    CONTRADICTS = "contradicts"
    BLOCKS = "blocks"


class ObserverAvailability(StrEnum):
    """Whether the observer could be asked at all, and whether it had anything to say."""

    SUCCESS = "success"
    UNAVAILABLE = "unavailable"
    FAILED = "failed"
    INSUFFICIENT = "insufficient"


class Law(StrEnum):
    """What nothing on film may do, whatever the goal."""

    UPWARD_FALL = "upward_fall"
    HOVERING = "hovering"
    TELEPORT = "teleport"
    VANISHING = "vanishing"
    DUPLICATION = "duplication"
    PASSING_THROUGH = "passing_through"
    ENERGY_GAIN = "energy_gain"
    MOMENTUM = "momentum"
    WRONG_GRAVITY = "wrong_gravity"
    PREMATURE_CONTACT = "premature_contact"
    MISSING_CONTACT = "missing_contact"


class Box(Record):
    """A rectangle of the picture in pixels: its left upper corner, and its sides."""

    x_px: NonNegativeFloat
    y_px: NonNegativeFloat
    width_px: NonNegativeFloat
    height_px: NonNegativeFloat


class Violation(Record):
    """A law that is seen broken, when and where; `subject` is the body as it is called."""

    law: Law
    frames: FrameRange
    box: Box | None = None
    subject: Name | None = None
    words: Text = ""


class Answers(StrEnum):
    """What a kind of observer can be asked: to measure, or to say which statement is true."""

    QUESTIONS = "questions"
    CHECKS = "checks"


class Shown(Record):
    """All that an observer is told of a film beside its pixels; never the goal.

    `shot` is None for a film nobody declared (a camera's, another generator's). `claims` are for
    the code that makes a verdict of what a model tells: no model hears of them.
    """

    observation_id: str
    artifact: Artifact
    shot: Shot | None
    questions: tuple[Question, ...] = ()
    checks: tuple[Check, ...] = ()
    claims: tuple[Name, ...] = ()

    def names(self, answers: Answers) -> tuple[str, ...]:
        """Give the names of what an observer of this kind is asked."""
        if answers is Answers.CHECKS:
            return tuple(check.name for check in self.checks)
        return tuple(question.evidence for question in self.questions)


class Observation(Record):
    """Evidence, abstentions and verdict of one observer; it has an id even when unavailable.

    `tries` are the times a model was asked, in order, with what came of each; `samples` how many of
    them put the checks and could be read. `grounding` is that of the film: what it is evidence of;
    `frame_count` how many frames it had when it was opened. `contradictions` are with what its
    world had established before.
    """

    observation_id: str
    observer: Agent
    artifact_sha256: Sha256
    video_uri: Text
    availability: ObserverAvailability
    evidence: tuple[Evidence, ...] = ()
    abstentions: tuple[Abstention, ...] = ()
    series: tuple[TimeSeries, ...] = ()
    violations: Annotated[tuple[Violation, ...], Field(max_length=200)] = ()
    tries: tuple[Try, ...] = ()
    samples: NonNegativeInt = 0
    verdict: Verdict = Verdict.UNCERTAIN
    because: Text = ""
    grounding: Grounding | None = None
    frame_count: PositiveInt | None = None
    contradictions: tuple[Contradiction, ...] = ()

    @property
    def by_model(self) -> bool:
        """Whether a vision model tells it, rather than a measurement."""
        return self.observer.model is not None

    def series_id(self, name: str) -> str:
        """Name a series of it as findings cite it."""
        return f"{self.observation_id}:{name}"
