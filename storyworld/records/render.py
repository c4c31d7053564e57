"""The act of making film: request, grant, artifact, report."""

import hashlib
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, NonNegativeInt, PositiveFloat, PositiveInt, model_validator

from storyworld.records.frozen import Name, Record, Sha256, Text
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import AgentKind, Failure, ProvenanceEntry
from storyworld.records.scenario import Scenario, Shot

SCHEMA_VERSION = 1


class UploadGrant(Record):
    """Leave to store one film under one key made by the control side.

    `url` is a presigned PUT for a remote worker, None where worker and store share a disk.
    """

    object_key: Annotated[str, Field(pattern=r"^films/[0-9a-z_/.-]{1,200}$")]
    url: Text | None = None


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


class Artifact(Record):
    """The bytes of a film, named by digest, with where they lie. Disposable after observation.

    `backend` is None for a film that was brought along rather than rendered.
    """

    sha256: Sha256
    size_bytes: PositiveInt
    media_type: Text = "video/mp4"
    uri: Text
    backend: Backend | None = None
    renderer: Name


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
