"""RunPod Serverless: a render request in, a render report out.

A job is ``{"input": {"request": <RenderRequest as JSON>}}``; its output is the RenderReport as
JSON, or ``{"error": <a sentence>}``. What renders is what renders a message of the gpu queue: the
same deadlines, uploads and failures. How the report gets home is the caller's affair: nothing here
knows a queue or a database.

Started by ``python deploy/runpod/handler.py`` in the image of ``deploy/gpu.Dockerfile`` with
``pip install runpod``.
"""

import logging
from collections.abc import Mapping

from pydantic import ValidationError

from storyworld.records.render import SCHEMA_VERSION, RenderRequest

MAX_REQUEST_CHARACTERS = 256 * 1024
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


def main() -> None:
    """Take jobs until RunPod ends this container."""
    import runpod

    from tasks import rendering

    logging.basicConfig(level="INFO")
    rendering.warm_up()
    runpod.serverless.start({"handler": handler})


if __name__ == "__main__":
    main()
