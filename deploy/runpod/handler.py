"""RunPod Serverless: a render request in, a render report out.

A job is ``{"input": {"request": <RenderRequest as JSON>}}``; its output is the RenderReport as
JSON, or ``{"error": <a sentence>}``. What renders is what renders a message of the gpu queue: the
same deadlines, uploads and failures. How the report gets home is the caller's affair: nothing here
knows a queue or a database.

Started by ``python deploy/runpod/handler.py`` in the image of ``deploy/gpu.Dockerfile`` with
``pip install runpod``.
"""

import logging
import os
import signal
import threading
from collections.abc import Callable, Mapping
from types import FrameType

from pydantic import ValidationError

from storyworld.records.render import SCHEMA_VERSION, RenderRequest

MAX_REQUEST_CHARACTERS = 256 * 1024
LEAVE_WITHIN_S = 8.0
"""So long a report may take on its way to RunPod when this worker is to end."""
_LEFT_BEHIND = 75  # EX_TEMPFAIL: start me again
_log = logging.getLogger(__name__)


def handler(job: Mapping[str, object]) -> dict[str, object]:
    """Render what a job asks for.

    Returns
    -------
    dict
        The report, which tells of a failed render, too; or ``{"error": ...}`` where there was
        nothing to render.
    """
    given = job.get("input")
    message = given.get("request") if isinstance(given, Mapping) else None
    if not isinstance(message, dict):
        return _error('no request: send {"input": {"request": {...}}}')
    try:
        asked = RenderRequest.model_validate(message)
    except ValidationError as error:
        return _error(f"no render request: {_faults(error)}")
    except RecursionError:
        return _error("no render request: it is nested too deeply")
    if asked.schema_version != SCHEMA_VERSION:
        return _error(
            f"schema version {asked.schema_version}, this image reads {SCHEMA_VERSION}: "
            "use an image of the control side's version"
        )
    if len(asked.model_dump_json()) > MAX_REQUEST_CHARACTERS:
        return _error(f"more than {MAX_REQUEST_CHARACTERS} characters: no request of ours")

    from tasks.rendering import report_of

    report = report_of(message)
    return _error("it is being rendered already") if report is None else report


def _faults(error: ValidationError) -> str:
    """Name the first faulty fields; what was given is not quoted: a grant is a secret."""
    first = error.errors(include_input=False, include_url=False)[:3]
    return "; ".join(f"{'.'.join(map(str, e['loc'])) or 'request'}: {e['msg']}" for e in first)


def _error(words: str) -> dict[str, object]:
    _log.error("%s", words)
    return {"error": words}


class _Stop:
    """On SIGTERM: renders stop at their next step; then whoever heeded it before acts."""

    def __init__(self) -> None:
        self._before: Callable[[int, FrameType | None], object] | int | None = None

    def heed(self) -> None:
        """Be the one who is told. The SDK puts itself there when it starts: say it again then."""
        in_main = threading.current_thread() is threading.main_thread()
        if in_main and signal.getsignal(signal.SIGTERM) != self._struck:
            self._before = signal.signal(signal.SIGTERM, self._struck)

    def _struck(self, number: int, frame: FrameType | None) -> None:
        from tasks import rendering

        rendering.stopping.set()
        _within(LEAVE_WITHIN_S, lambda: os._exit(_LEFT_BEHIND if rendering.going_on() else 0))
        if callable(self._before):
            self._before(number, frame)


def _leave() -> None:
    """End a worker whose render does not stop, once its report is gone; none begins meanwhile."""
    from tasks import rendering

    _log.error("leaving: what hangs in a thread ends only with its process")
    rendering.stopping.set()
    _within(LEAVE_WITHIN_S, lambda: os._exit(_LEFT_BEHIND))


def _within(seconds: float, end: Callable[[], None]) -> None:
    last = threading.Timer(seconds, end)
    last.daemon = True
    last.start()


def main() -> None:
    """Take jobs until RunPod ends this container, or a render hangs: exit code 75 then."""
    import runpod

    from tasks import rendering

    logging.basicConfig(level="INFO")
    stop = _Stop()

    def attentive(job: Mapping[str, object]) -> dict[str, object]:
        stop.heed()
        return handler(job)

    rendering.room.on_lost = _leave
    stop.heed()
    rendering.warm_up()
    runpod.serverless.start({"handler": attentive})


if __name__ == "__main__":
    main()
