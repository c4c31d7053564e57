from pathlib import Path

import pytest

from storyworld.artifacts.disk import DiskStore
from storyworld.errors import PermanentError, TransientError
from storyworld.ports import Renderer
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey
from storyworld.records.provenance import Agent, AgentKind, FailureCode
from storyworld.records.render import RenderRequest, UploadGrant, sha256_of
from storyworld.stages import render
from tests import making


class Painter:
    """A renderer that writes what it is told to."""

    agent = Agent(name="painter", kind=AgentKind.RENDERER, version="1")

    def __init__(self, content: bytes | Exception) -> None:
        self.content = content

    def render(self, request: RenderRequest, into: Path) -> Path:
        if isinstance(self.content, Exception):
            raise self.content
        return making.write_film(into, self.content)


def request() -> RenderRequest:
    return RenderRequest(
        key=AttemptKey(episode_id=making.EPISODE),
        nonce="n" * 32,
        scenario=making.beat().scenario,
        shot=making.SHOT,
        backend=Backend.STUB,
        seed=7,
        grant=UploadGrant(object_key="films/a/0-0.mp4"),
        deadline_s=10,
    )


def test_a_film_is_stored_and_named_by_its_digest(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    report = render(request(), load=lambda _: Painter(b"a film"), store=store)

    assert report.failure is None
    assert report.artifact is not None
    film = store.fetch(report.artifact, tmp_path)
    assert film.read_bytes() == b"a film"
    assert sha256_of(film) == report.artifact.sha256
    assert report.provenance.produced == (report.artifact.sha256,)
    assert report.provenance.seed == 7


@pytest.mark.parametrize(
    "error",
    [
        TransientError(FailureCode.RENDER_FAILED, "out of memory", fix="smaller frames"),
        PermanentError(FailureCode.BACKEND_UNAVAILABLE, "no card", fix="get one"),
    ],
)
def test_a_renderer_that_cannot_is_a_failure_in_the_report(
    tmp_path: Path, error: TransientError | PermanentError
) -> None:
    report = render(request(), load=lambda _: Painter(error), store=DiskStore(tmp_path))

    assert report.artifact is None
    assert report.failure == error.failure
    assert report.provenance.failure == error.failure


def test_a_backend_that_is_not_there_is_a_failure_in_the_report(tmp_path: Path) -> None:
    def load(_backend: Backend) -> Renderer:
        raise PermanentError(FailureCode.BACKEND_UNAVAILABLE, "not built", fix="ask for stub")

    report = render(request(), load=load, store=DiskStore(tmp_path))

    assert report.failure is not None
    assert report.failure.code is FailureCode.BACKEND_UNAVAILABLE
    assert report.provenance.agent.name == "stub"


def test_an_empty_film_is_a_failure(tmp_path: Path) -> None:
    report = render(request(), load=lambda _: Painter(b""), store=DiskStore(tmp_path))

    assert report.failure is not None
    assert list(tmp_path.rglob("*.mp4")) == []
