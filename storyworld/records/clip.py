"""A film, whoever made it, held against a goal: what is asked, and what is answered."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from storyworld.records.frozen import Record, Text
from storyworld.records.goal import GoalText
from storyworld.records.observation import Observation
from storyworld.records.verdict import Judgement

# From a kilometre to a micrometre a pixel, and from a frame in 100 s to a thousand a second: beyond
# these a number is a slip, and far beyond them nothing can be computed with it.
LEAST_PX_PER_M, MOST_PX_PER_M = 1e-3, 1e6
LEAST_FPS, MOST_FPS = 0.01, 1000.0


class Watching(StrEnum):
    """Who looks at a film: pixels are measured always, vision models asked only if wanted."""

    MEASURING = "measuring"
    ALL = "all"


class ClipTerms(Record):
    """The goal, and what is known of the film: pixels per metre, true frames per second."""

    goal: GoalText
    px_per_m: Annotated[float, Field(ge=LEAST_PX_PER_M, le=MOST_PX_PER_M)] | None = None
    fps: Annotated[float, Field(ge=LEAST_FPS, le=MOST_FPS)] | None = None
    observers: Watching = Watching.MEASURING


class ClipAsked(ClipTerms):
    """What a process that judges one film is told: beside the terms where the film is."""

    path: Text
    within_s: Annotated[float, Field(gt=0)]


class ClipJudged(Record):
    """What a film shows against a goal: the judgement, and the observations it rests on.

    Evidence of the judgement's ledger names its observation. Laws seen broken, with their frames,
    are the `violations` of the observations. Nobody is asked about a goal that contradicts itself.
    """

    judgement: Judgement
    observations: tuple[Observation, ...]


class ClipRefused(Record):
    """Why there is no judgement: the asker's fault at a field, or trouble that passes."""

    field: Text | None
    detail: Text
    passes: bool = False


class ClipReply(Record):
    """What that process answers: one of the two."""

    judged: ClipJudged | None = None
    refused: ClipRefused | None = None
