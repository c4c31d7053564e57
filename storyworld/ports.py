"""What the stages need of the world outside: every plug-in point, in one file.

A plug-in is one module with one class that has these methods, and one line in its package's
registry. Heavy libraries (torch, google, cv2, av, boto3) are imported where they are used.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from storyworld.records.goal import Goal, Intent
from storyworld.records.observation import Answers, Observation, Shown
from storyworld.records.provenance import Agent
from storyworld.records.render import Artifact, RenderRequest, UploadGrant

RgbFrame = NDArray[np.uint8]  # (height, width, 3)


class Planner(Protocol):
    """Reads a goal. It proposes; expected numbers are always recomputed by the solver."""

    agent: Agent

    def read(self, goal: Goal) -> tuple[Intent, ...]:
        """Give one intent per beat, in causal order; at least one."""
        ...


class Renderer(Protocol):
    """Makes film of a request."""

    agent: Agent

    def render(self, request: RenderRequest, into: Path) -> Path:
        """Write an MP4 below `into` and give its path.

        Raises
        ------
        StageError
            If no film can be made.
        """
        ...


class Film(Protocol):
    """A decoded film: hostile bytes were read in a sandbox, what is left is pixels."""

    @property
    def width_px(self) -> int:
        """Width of every frame."""
        ...

    @property
    def height_px(self) -> int:
        """Height of every frame."""
        ...

    @property
    def frame_count(self) -> int:
        """Number of frames."""
        ...

    @property
    def frame_rate_hz(self) -> float:
        """Frames per second of film time."""
        ...

    @property
    def times_s(self) -> NDArray[np.float64]:
        """Presentation time of each frame in seconds, shape ``(frame_count,)``."""
        ...

    def frames(self) -> Iterator[RgbFrame]:
        """Give the frames in order, each ``(height, width, 3)`` uint8 sRGB."""
        ...


class Breaker(Protocol):
    """Remembers who is of no use to ask for a while: no quota, no credit, a retired model."""

    def rests(self, name: str) -> tuple[float, str] | None:
        """Say for how many seconds more somebody is not to be asked, and why; None if they are."""
        ...

    def rest(self, name: str, seconds: float, why: str) -> None:
        """Let nobody ask for so many seconds from now."""
        ...


class Observer(Protocol):
    """Says what a film shows. A witness, not a judge: it is never told the goal."""

    agent: Agent
    answers: Answers

    def observe(self, film: Film, shown: Shown) -> Observation:
        """Answer each question, or each check, with evidence or an abstention.

        Raises
        ------
        StageError
            If the observer cannot be asked at all (the panel records it as unavailable).
        """
        ...


class ArtifactStore(Protocol):
    """Keeps films by digest until they expire."""

    def grant(self, object_key: str) -> UploadGrant:
        """Give leave to upload one film under `object_key`."""
        ...

    def uri(self, object_key: str) -> str:
        """Give the URI that a film stored under `object_key` has."""
        ...

    def put(self, grant: UploadGrant, film: Path) -> str:
        """Store the film under its grant; give its URI."""
        ...

    def fetch(self, artifact: Artifact, into: Path) -> Path:
        """Bring the film to disk below `into`, its sha256 and size verified.

        Raises
        ------
        PermanentError
            ARTIFACT_MISSING or ARTIFACT_MISMATCH.
        TransientError
            If the store does not answer.
        """
        ...

    def delete(self, uri: str) -> None:
        """Forget a film; no error if it is already gone."""
        ...
