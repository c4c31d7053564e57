"""The act of making film: request, grant, artifact, report."""

import hashlib
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, NonNegativeInt, PositiveFloat, PositiveInt, model_validator

from storyworld.records.frozen import Name, Record, Sha256, Text
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import AgentKind, Failure, ProvenanceEntry, Thing, ThingKind
from storyworld.records.scenario import MOST_FILM_S, Scenario, Shot

SCHEMA_VERSION = 3


class Grounding(StrEnum):
    """How much of a film was imposed on whoever made it: what makes it evidence, and of what.

    ==================  =============================  ====================================
    grounding           given to the maker             what the film is evidence of
    ==================  =============================  ====================================
    simulated           the scenario, solved in time   rigid-body dynamics
    free                a prompt                       the generator's prior: nothing here
    initial             frame 0                        dynamics, initial velocity unsaid
    initial+velocity    the first k frames             dynamics: the real test
    guided              depth, edges of every frame    appearance only: nothing here
    ==================  =============================  ====================================
    """

    SIMULATED = "simulated"
    FREE = "free"
    INITIAL = "initial"
    INITIAL_VELOCITY = "initial+velocity"
    GUIDED = "guided"

    @property
    def weighs(self) -> bool:
        """Whether how things move on such a film tells anything about the scenario."""
        return self not in (Grounding.FREE, Grounding.GUIDED)


class FilmFormat(Record):
    """What film a generator can make at all: size, lengths in frames, and frame rates.

    Of several lengths the shortest that shows the whole scene is taken, or else the longest.
    """

    width_px: PositiveInt
    height_px: PositiveInt
    frame_counts: Annotated[tuple[PositiveInt, ...], Field(min_length=1)]
    slowest_hz: PositiveFloat
    fastest_hz: PositiveFloat


class UploadGrant(Record):
    """Leave to store one film under one key made by the control side.

    `url` is a presigned PUT for a remote worker, good for this key only and sent with exactly
    these `headers`; None where worker and store share a disk.
    """

    object_key: Annotated[str, Field(pattern=r"^incoming/[0-9a-z_/.-]{1,200}$")]
    url: Text | None = None
    headers: tuple[tuple[str, str], ...] = ()


class RenderRequest(Record):
    """All a render worker is told. It knows no database; `nonce` binds the report to it."""

    schema_version: Annotated[int, Field(ge=1)] = SCHEMA_VERSION
    key: AttemptKey
    nonce: Annotated[str, Field(min_length=16, max_length=64)]
    scenario: Scenario
    shot: Shot
    backend: Backend
    seed: NonNegativeInt
    grant: UploadGrant
    deadline_s: PositiveFloat

    @model_validator(mode="after")
    def _of_a_length(self) -> Self:
        camera = self.shot.camera
        if camera.frame_count / camera.frame_rate_hz > MOST_FILM_S:
            raise ValueError(f"a film lasts {MOST_FILM_S:g} s at most: raise its frame rate")
        return self

    def spec(self) -> str:
        """Name what is to be filmed, and by whom, by sha256: the same spec asks for one film."""
        return spec_of(self.scenario, self.shot, self.backend, self.seed)

    @property
    def thing(self) -> Thing:
        """The request as provenance names it: by what is to be filmed, and by whom."""
        return Thing(kind=ThingKind.REQUEST, name=str(self.key), sha256=self.spec())


class Artifact(Record):
    """The bytes of a film, named by digest, with where they lie. Disposable after observation.

    `backend` is the one that really made it, None for a film that was brought along rather than
    rendered; of such a one nobody knows the `grounding`. The first `imposed_frames` were given to
    the generator: they are no evidence of what it makes of them.
    """

    sha256: Sha256
    size_bytes: PositiveInt
    media_type: Text = "video/mp4"
    uri: Text
    backend: Backend | None = None
    renderer: Name
    grounding: Grounding | None = None
    imposed_frames: NonNegativeInt = 0

    @property
    def thing(self) -> Thing:
        """The film as provenance names it: by the digest of its bytes."""
        return Thing(kind=ThingKind.FILM, name=self.renderer, sha256=self.sha256)


def spec_of(scenario: Scenario, shot: Shot, backend: Backend, seed: int) -> str:
    """Name a film to be made by sha256: of what, how filmed, by whom."""
    told = (scenario.digest(), shot.digest(), backend, str(seed))
    return hashlib.sha256(" ".join(told).encode()).hexdigest()


def sha256_of(film: Path) -> str:
    """Give the sha256 of a film's bytes in hexadecimal."""
    digest = hashlib.sha256()
    with film.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


class RenderReport(Record):
    """What an untrusted render worker says: an artifact or a failure, never both."""

    schema_version: Annotated[int, Field(ge=1)] = SCHEMA_VERSION
    key: AttemptKey
    nonce: str
    artifact: Artifact | None = None
    failure: Failure | None = None
    provenance: ProvenanceEntry

    @model_validator(mode="after")
    def _one_of(self) -> Self:
        if (self.artifact is None) == (self.failure is None):
            raise ValueError("a report has either an artifact or a failure")
        entry = self.provenance
        if entry.stage is not Stage.RENDER or entry.agent.kind is not AgentKind.RENDERER:
            raise ValueError("a render worker speaks of its render only")
        return self
