"""The render stage: pictures become a stored film, and whatever goes wrong is in the report."""

import errno
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from storyworld.artifacts.disk import DiskStore
from storyworld.errors import PermanentError, StageError, TransientError
from storyworld.physics.staging import frame_shot
from storyworld.ports import Footage, RgbFrame, Watch
from storyworld.records.provenance import Agent, AgentKind, FailureCode
from storyworld.records.render import Grounding, RenderReport, RenderRequest, sha256_of
from storyworld.records.scenario import Framing
from storyworld.stages import render
from storyworld.vision.decoding import decode
from storyworld.vision.encoding import encode
from tests import making
from tests.vision.filming import SMALL, dropped

SHOT = frame_shot(dropped(2.0), SMALL)
REQUEST = making.request(shot=SHOT)


class Painter:
    """A renderer whose pictures are flat, or that raises."""

    agent = Agent(name="painter", kind=AgentKind.RENDERER, version="1")

    def __init__(self, error: Exception | None = None, pictures: int | None = None) -> None:
        self._error, self._pictures = error, pictures

    def render(self, request: RenderRequest, watch: Watch) -> Footage:
        watch.step(1, 1, "painting")
        if self._error is not None:
            raise self._error
        camera = request.shot.camera
        count = camera.frame_count if self._pictures is None else self._pictures
        return Footage(
            pictures=self._painted(count, camera.height_px, camera.width_px),
            grounding=Grounding.INITIAL,
            imposed_frames=1,
            details=(("model", "paint"),),
        )

    @staticmethod
    def _painted(count: int, height: int, width: int) -> Iterator[RgbFrame]:
        for shade in range(count):
            yield np.full((height, width, 3), shade, dtype=np.uint8)


def rendered(
    tmp_path: Path, painter: Painter, request: RenderRequest = REQUEST, watch: Watch | None = None
) -> RenderReport:
    return render(
        request,
        renderer=painter,
        encode=encode,
        upload=DiskStore(tmp_path).put,
        watch=watch or making.UNHURRIED,
    )


def test_a_film_is_stored_and_named_by_its_digest(tmp_path: Path) -> None:
    report = rendered(tmp_path, Painter())

    assert report.failure is None
    assert report.artifact is not None
    film = DiskStore(tmp_path).admit(REQUEST.grant.object_key, report.artifact, tmp_path)
    assert sha256_of(film) == report.artifact.sha256
    assert report.artifact.grounding is Grounding.INITIAL
    assert report.artifact.imposed_frames == 1
    entry = report.provenance
    assert entry.produced == (report.artifact.thing,)
    assert (entry.seed, entry.agent.name, entry.details) == (7, "painter", (("model", "paint"),))
    assert [name for name, _ in entry.timings_ms] == ["pictures", "encode", "upload"]


@pytest.mark.parametrize("rate", [24.0, 30000 / 1001, 60.0])
def test_the_film_has_the_size_rate_and_length_of_the_camera(tmp_path: Path, rate: float) -> None:
    shot = frame_shot(dropped(2.0), Framing(width_px=322, height_px=182, frame_rate_hz=rate))
    request = making.request(shot=shot)
    report = rendered(tmp_path, Painter(), request)
    assert report.artifact is not None
    path = DiskStore(tmp_path).admit(request.grant.object_key, report.artifact, tmp_path)
    film = decode(path)
    assert (film.width_px, film.height_px) == (322, 182)
    assert film.frame_count == shot.camera.frame_count
    assert film.frame_rate_hz == pytest.approx(rate, rel=1e-4)
    content = path.read_bytes()
    assert content.index(b"moov") < content.index(b"mdat"), "it can be played before it is loaded"


@pytest.mark.parametrize(
    "error",
    [
        TransientError(FailureCode.OUT_OF_MEMORY, "out of memory", fix="smaller frames"),
        PermanentError(FailureCode.BACKEND_UNAVAILABLE, "no card", fix="get one"),
    ],
)
def test_a_renderer_that_cannot_is_a_failure_in_the_report(
    tmp_path: Path, error: StageError
) -> None:
    report = rendered(tmp_path, Painter(error))

    assert report.artifact is None
    assert report.failure == error.failure
    assert report.provenance.failure == error.failure


@pytest.mark.parametrize("count", [0, 1, SHOT.camera.frame_count + 1])
def test_a_film_of_another_length_is_no_film_of_the_request(tmp_path: Path, count: int) -> None:
    report = rendered(tmp_path, Painter(pictures=count))

    assert report.failure is not None
    assert report.failure.code is FailureCode.RENDER_FAILED
    assert f"{count} pictures were made" in report.failure.detail
    assert list(tmp_path.rglob("*.mp4")) == []


def test_a_watch_ends_a_render_between_two_pictures(tmp_path: Path) -> None:
    class Impatient:
        def step(self, done: int, of: int, what: str) -> None:
            if what == "encoding" and done == 3:
                raise TransientError(FailureCode.RENDER_TIMEOUT, "too late")

    report = rendered(tmp_path, Painter(), watch=Impatient())

    assert report.failure is not None
    assert report.failure.code is FailureCode.RENDER_TIMEOUT


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, FailureCode.STORAGE_FULL), (errno.EIO, FailureCode.RENDER_FAILED)],
)
def test_a_film_that_cannot_be_written_is_worth_another_try(
    tmp_path: Path, number: int, code: FailureCode
) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(number, "no")

    report = render(
        REQUEST,
        renderer=Painter(),
        encode=full,
        upload=DiskStore(tmp_path).put,
        watch=making.UNHURRIED,
    )
    assert report.failure is not None
    assert report.failure.code is code
    assert report.failure.transient


def test_the_same_spec_is_named_alike_wherever_its_film_goes() -> None:
    elsewhere = making.request(shot=SHOT, nonce="m" * 32, deadline_s=99)
    assert elsewhere.spec() == REQUEST.spec()
    assert making.request(shot=SHOT, seed=8).spec() != REQUEST.spec()
