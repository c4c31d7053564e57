"""Render: a request becomes a film in the store, or a failure. Knows no database."""

import errno
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol

from storyworld import __version__
from storyworld.errors import PermanentError, StageError, TransientError
from storyworld.ports import Footage, Renderer, RgbFrame, Watch
from storyworld.records.identity import Stage
from storyworld.records.provenance import (
    Agent,
    Detail,
    Failure,
    FailureCode,
    ProvenanceEntry,
)
from storyworld.records.render import (
    Artifact,
    Grounding,
    RenderReport,
    RenderRequest,
    UploadGrant,
    sha256_of,
)

Upload = Callable[[UploadGrant, Path], None]


class Encode(Protocol):
    """Writes pictures as a film; see :func:`storyworld.vision.encoding.encode`."""

    def __call__(
        self,
        pictures: Iterable[RgbFrame],
        path: Path,
        *,
        width_px: int,
        height_px: int,
        frame_rate_hz: float,
        drawn: bool,
    ) -> int:
        """Give how many were written."""
        ...


_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


@dataclass
class Sheet:
    """What is written down of a render while it goes on, so that a failure tells it, too."""

    details: tuple[Detail, ...] = ()
    timings_ms: tuple[tuple[str, float], ...] = ()

    def timed(self, name: str, since: float) -> float:
        """Note how long something took; give the time now."""
        now = time.monotonic()
        self.timings_ms += ((name, (now - since) * 1000.0),)
        return now


def render(
    request: RenderRequest, *, renderer: Renderer, encode: Encode, upload: Upload, watch: Watch
) -> RenderReport:
    """Make the film of a request and store it under its grant.

    Parameters
    ----------
    renderer
        Makes the pictures; who really did it is read from it afterwards.
    encode, upload
        Writes pictures as a film, and stores it under a grant.
    watch
        Told after each step and each picture; may end the render by raising a stage error.

    Returns
    -------
    RenderReport
        With a stage error as its failure: the control side records it and decides.
    """
    started = datetime.now(UTC)
    sheet = Sheet()
    artifact: Artifact | None = None
    failure: Failure | None = None
    try:
        artifact = _film(request, renderer, encode, upload, watch, sheet)
    except StageError as error:
        failure = error.failure
    return report(request, renderer.agent, started, artifact or failure, sheet)


def report(
    request: RenderRequest,
    agent: Agent,
    started: datetime,
    came_of_it: Artifact | Failure | None,
    sheet: Sheet | None = None,
) -> RenderReport:
    """Write the report of a render: its film or its failure, with its provenance."""
    artifact = came_of_it if isinstance(came_of_it, Artifact) else None
    failure = came_of_it if isinstance(came_of_it, Failure) else None
    entry = ProvenanceEntry(
        stage=Stage.RENDER,
        agent=agent,
        used=(request.thing,),
        produced=(artifact.thing,) if artifact else (),
        started_at=started,
        finished_at=datetime.now(UTC),
        seed=request.seed,
        code_version=__version__,
        timings_ms=sheet.timings_ms if sheet else (),
        failure=failure,
        details=sheet.details if sheet else (),
    )
    return RenderReport(
        key=request.key,
        nonce=request.nonce,
        artifact=artifact,
        failure=failure,
        provenance=entry,
    )


def _film(
    request: RenderRequest,
    renderer: Renderer,
    encode: Encode,
    upload: Upload,
    watch: Watch,
    sheet: Sheet,
) -> Artifact:
    clock = time.monotonic()
    footage = renderer.render(request, watch)
    sheet.details = footage.details
    clock = sheet.timed("pictures", clock)
    with tempfile.TemporaryDirectory(prefix="storyworld-render-") as folder:
        film = Path(folder) / "film.mp4"
        _write(request, footage, film, encode, watch)
        clock = sheet.timed("encode", clock)
        size, sha256 = film.stat().st_size, sha256_of(film)
        upload(request.grant, film)
        sheet.timed("upload", clock)
    return Artifact(
        sha256=sha256,
        size_bytes=size,
        uri=f"sha256:{sha256}",
        backend=request.backend,
        renderer=renderer.agent.name,
        grounding=footage.grounding,
        imposed_frames=footage.imposed_frames,
    )


def _write(
    request: RenderRequest, footage: Footage, film: Path, encode: Encode, watch: Watch
) -> None:
    """Encode the pictures; as many as the camera asks for, or it is no film of the request."""
    camera = request.shot.camera
    try:
        count = encode(
            _watched(footage, camera.frame_count, watch),
            film,
            width_px=camera.width_px,
            height_px=camera.height_px,
            frame_rate_hz=camera.frame_rate_hz,
            drawn=footage.grounding is Grounding.SIMULATED,
        )
    except OSError as error:
        full = error.errno in _FULL
        raise TransientError(
            FailureCode.STORAGE_FULL if full else FailureCode.RENDER_FAILED,
            f"the film could not be written: {error}",
            fix="free disk space for temporary files (TMPDIR)" if full else "",
        ) from error
    if count != camera.frame_count:
        raise PermanentError(
            FailureCode.RENDER_FAILED,
            f"{count} pictures were made, {camera.frame_count} were asked for",
        )


def _watched(footage: Footage, of: int, watch: Watch) -> Iterator[RgbFrame]:
    for done, picture in enumerate(footage.pictures, start=1):
        yield picture
        watch.step(done, of, "encoding")
