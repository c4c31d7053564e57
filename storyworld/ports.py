"""What the stages need of the world outside: every plug-in point, in one file.

A plug-in is one module with one class that has these methods, and one line in its package's
registry. Heavy libraries (torch, google, cv2, av, boto3) are imported where they are used.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from storyworld.records.goal import Goal, Intent
from storyworld.records.observation import Answers, Observation, Shown
from storyworld.records.provenance import Agent, Detail
from storyworld.records.render import Artifact, Grounding, RenderRequest, UploadGrant

RgbFrame = NDArray[np.uint8]  # (height, width, 3)


class Planner(Protocol):
    """Reads a goal. It proposes; expected numbers are always recomputed by the solver."""

    agent: Agent

    def read(self, goal: Goal) -> tuple[Intent, ...]:
        """Give one intent per beat, in causal order; at least one."""
        ...


class Watch(Protocol):
    """Whoever waits for a render: told how far it is, and the one who says when it is enough."""

    def step(self, done: int, of: int, what: str) -> None:
        """Say that `done` of `of` steps of `what` are done ("denoising", "decoding").

        Raises
        ------
        StageError
            RENDER_TIMEOUT, RENDER_INTERRUPTED or RENDER_CANCELED: stop, and let it through.
        """
        ...


@dataclass(frozen=True)
class Footage:
    """What a renderer gives: pictures in order, and how they came about.

    `pictures` may be painted as they are taken. How many there are, their size and their rate are
    those of the request's camera. The first `imposed_frames` were given to the generator.
    """

    pictures: Iterable[RgbFrame]
    grounding: Grounding
    imposed_frames: int = 0
    details: tuple[Detail, ...] = ()


class Renderer(Protocol):
    """Makes the pictures of a request on this machine."""

    agent: Agent

    def render(self, request: RenderRequest, watch: Watch) -> Footage:
        """Give the pictures of a request, telling `watch` after each step.

        Raises
        ------
        StageError
            If no film can be made; what `watch` raises.
        """
        ...


class FilmVendor(Protocol):
    """Sells films: ordered once, collected later under the name of the operation."""

    agent: Agent

    def quote_usd(self, request: RenderRequest) -> float:
        """Say what the film of a request costs in USD.

        Raises
        ------
        UnansweredError
            NOT_CONFIGURED where it cannot be asked, or nobody knows its price.
        """
        ...

    def order(self, request: RenderRequest, *, rephrased: bool = False) -> str:
        """Buy the film of a request, and give the name of the operation that makes it.

        `rephrased` asks in other words, after the first were filtered.

        Raises
        ------
        UnansweredError
            Whatever went wrong; `unbilled` if surely nothing was bought.
        """
        ...

    def collect(self, operation: str, into: Path) -> Path | None:
        """Write the film of an operation below `into`; None while it is not done.

        Raises
        ------
        NoFilmError
            If there will be none: BLOCKED where it was filtered.
        UnansweredError
            If that is not known: nobody answered, or not to us.
        TransientError
            STORAGE_FULL.
        """
        ...

    def footage_facts(
        self, request: RenderRequest, *, rephrased: bool = False
    ) -> tuple[Grounding, int, tuple[Detail, ...]]:
        """Say how a film of this request is grounded, how many frames are imposed, and details."""
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
    """Keeps films under their digest until they expire."""

    def grant(self, object_key: str) -> UploadGrant:
        """Give leave to upload one film under `object_key`, which starts with ``incoming/``."""
        ...

    def require_room(self) -> None:
        """See that there is room for another film, as far as that can be told beforehand.

        Raises
        ------
        TransientError
            STORAGE_FULL.
        """
        ...

    def uri(self, sha256: str) -> str:
        """Give the URI of the film with this digest."""
        ...

    def admit(self, object_key: str, artifact: Artifact, into: Path) -> Path:
        """Verify what was uploaded under `object_key`, keep it under its digest, and give it.

        Size and sha256 are those of the artifact, or it is not admitted. Admitting again, after
        the upload was moved, is no error. The path may lie below `into`.

        Raises
        ------
        PermanentError
            ARTIFACT_MISSING, ARTIFACT_MISMATCH, STORAGE_REFUSED.
        TransientError
            STORAGE_UNAVAILABLE or STORAGE_FULL.
        """
        ...

    def fetch(self, artifact: Artifact, into: Path) -> Path:
        """Bring an admitted film to disk below `into`, its sha256 and size verified.

        Raises
        ------
        PermanentError
            ARTIFACT_MISSING, ARTIFACT_MISMATCH, STORAGE_REFUSED.
        TransientError
            If the store does not answer.
        """
        ...

    def link(self, artifact: Artifact, seconds: int) -> str | None:
        """Give a URL that lets anybody read the film for so long; None where there is no such."""
        ...

    def delete(self, uri: str) -> None:
        """Forget a film; no error if it is already gone."""
        ...

    def sweep(self, before: datetime) -> int:
        """Delete uploads older than `before` that nobody admitted; give how many."""
        ...
