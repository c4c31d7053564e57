"""Render: the GPU worker's task. It imports no database: a request in, a report out."""

import logging
from datetime import UTC, datetime
from functools import lru_cache

from billiard.exceptions import SoftTimeLimitExceeded
from celery import Task
from pydantic import ValidationError

from storyworld import __version__, stages
from storyworld.artifacts import film_store
from storyworld.ports import ArtifactStore
from storyworld.records.identity import Stage
from storyworld.records.provenance import (
    Agent,
    AgentKind,
    Failure,
    FailureCode,
    ProvenanceEntry,
)
from storyworld.records.render import RenderReport, RenderRequest
from storyworld.renderers import renderer_for
from storyworld.settings import Settings
from tasks import pipeline
from tasks.app import app

_log = logging.getLogger(__name__)


@lru_cache(maxsize=1)
def _store() -> ArtifactStore:
    return film_store(Settings.from_environment())


@app.task(name="storyworld.render", bind=True)  # type: ignore[untyped-decorator]
def render(self: Task, request: dict[str, object]) -> dict[str, object] | None:
    """Make the film of a request; whatever goes wrong is a failure in the report."""
    try:
        asked = RenderRequest.model_validate(request)
    except ValidationError as error:
        _log.error("no render request: %s", error.errors(include_input=False)[:3])
        self.request.chain = None
        return None
    pipeline.announce(asked.key.at(Stage.RENDER), asked.nonce)
    started = datetime.now(UTC)
    try:
        report = stages.render(asked, load=renderer_for, store=_store())
    except SoftTimeLimitExceeded:
        detail = f"the render passed its deadline of {asked.deadline_s:g} s"
        report = _failed(asked, started, FailureCode.RENDER_TIMEOUT, detail)
    except Exception as error:  # noqa: BLE001 - a bug in a renderer is a failed render, not a lost one
        _log.exception("rendering %s failed", asked.key)
        detail = f"{type(error).__name__}: {error}"[:1000]
        report = _failed(asked, started, FailureCode.INTERNAL, detail)
    return report.model_dump(mode="json")


def _failed(
    asked: RenderRequest, started: datetime, code: FailureCode, detail: str
) -> RenderReport:
    failure = Failure(code=code, detail=detail, transient=True)
    return RenderReport(
        key=asked.key,
        nonce=asked.nonce,
        failure=failure,
        provenance=ProvenanceEntry(
            stage=Stage.RENDER,
            agent=Agent(name=asked.backend, kind=AgentKind.RENDERER, version=__version__),
            used=(asked.digest(),),
            started_at=started,
            finished_at=datetime.now(UTC),
            seed=asked.seed,
            code_version=__version__,
            failure=failure,
        ),
    )
