"""Render: a request becomes a film in the store, or a failure. Knows no database."""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from storyworld import __version__
from storyworld.errors import PermanentError, StageError
from storyworld.ports import ArtifactStore, Renderer
from storyworld.records.goal import Backend
from storyworld.records.identity import Stage
from storyworld.records.provenance import Agent, AgentKind, Failure, FailureCode, ProvenanceEntry
from storyworld.records.render import Artifact, RenderReport, RenderRequest, sha256_of


def render(
    request: RenderRequest, *, load: Callable[[Backend], Renderer], store: ArtifactStore
) -> RenderReport:
    """Make the film of a request and store it under its grant.

    `load` gives the renderer of the backend asked for, or raises a stage error.

    A stage error becomes a failure in the report: the control side records it and decides.
    """
    started = datetime.now(UTC)
    artifact: Artifact | None = None
    failure: Failure | None = None
    agent = Agent(name=request.backend, kind=AgentKind.RENDERER, version=__version__)
    try:
        renderer = load(request.backend)
        agent = renderer.agent
        artifact = _film(request, renderer, store)
    except StageError as error:
        failure = error.failure
    entry = ProvenanceEntry(
        stage=Stage.RENDER,
        agent=agent,
        used=(request.digest(),),
        produced=(artifact.sha256,) if artifact else (),
        started_at=started,
        finished_at=datetime.now(UTC),
        seed=request.seed,
        code_version=__version__,
        failure=failure,
    )
    return RenderReport(
        key=request.key,
        nonce=request.nonce,
        artifact=artifact,
        failure=failure,
        provenance=entry,
    )


def _film(request: RenderRequest, renderer: Renderer, store: ArtifactStore) -> Artifact:
    with tempfile.TemporaryDirectory(prefix="storyworld-render-") as folder:
        film = renderer.render(request, Path(folder))
        size = film.stat().st_size
        if size == 0:
            raise PermanentError(FailureCode.RENDER_FAILED, "the renderer wrote an empty film")
        sha256 = sha256_of(film)
        uri = store.put(request.grant, film)
    return Artifact(
        sha256=sha256,
        size_bytes=size,
        uri=uri,
        backend=request.backend,
        renderer=renderer.agent.name,
    )
