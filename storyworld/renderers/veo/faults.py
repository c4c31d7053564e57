"""Why there is no film, sorted: what HTTP says, and what an operation says that came to its end."""

import re
from collections.abc import Mapping
from typing import Final

from storyworld.models.asking import NoFilmError, UnansweredError, of_library, unanswered
from storyworld.models.bounded import TooLongError
from storyworld.models.gemini import error_details
from storyworld.records.provenance import TryResult

WHERE: Final = "veo"
_POLICY: Final = re.compile(
    r"responsible ai|usage guideline|sensitive word|support codes?:|prohibited (?:use|content)"
    r"|safety (?:filter|setting|polic)|content polic|violat\w+ .{0,40}(?:polic|guideline)",
    re.IGNORECASE,
)
_RETIRED: Final = re.compile(r"no longer available|publisher model", re.IGNORECASE)
# "HTTP Mapping" of google.rpc.Code (googleapis/google/rpc/code.proto)
_HTTP: Final = {
    1: 499, 2: 500, 3: 400, 4: 504, 5: 404, 6: 409, 7: 403, 8: 429, 9: 400, 10: 409, 11: 400,
    12: 501, 13: 500, 14: 503, 15: 500, 16: 401,
}  # fmt: skip
_UNSURE: Final = (TryResult.UNAVAILABLE, TryResult.TIMEOUT)
_MOST_REASONS: Final = 5


def of_http(code: int, told: object, secrets: tuple[str, ...]) -> UnansweredError:
    """Sort an HTTP error by its code and body; a prompt refused for its words is BLOCKED.

    After a server's own error (5xx) or silence (408) nobody knows whether the film is being made
    and has to be paid: that is not `unbilled`.
    """
    message = masked(_message(told), secrets)
    found = unanswered(code, message, error_details(told))
    if code == 400 and found.result is TryResult.REFUSED and _POLICY.search(message):
        return UnansweredError(TryResult.BLOCKED, found.detail, unbilled=True)
    if found.result in _UNSURE:
        return UnansweredError(found.result, found.detail, rest_s=found.rest_s)
    return found


def of_poll(code: int, told: object, secrets: tuple[str, ...]) -> UnansweredError:
    """Sort an HTTP error of asking for a film: 404 says that the operation is gone, or the model.

    Of an operation that is gone the next order has nothing to fear: it is no reason to rest.
    """
    found = of_http(code, told, secrets)
    if found.result is not TryResult.MODEL_MISSING:
        return found
    if _RETIRED.search(found.detail):
        return NoFilmError(found.result, found.detail, rest_s=found.rest_s)
    return NoFilmError(TryResult.UNAVAILABLE, f"nobody knows the operation: {found.detail}")


def of_sdk(error: Exception, secrets: tuple[str, ...], *, poll: bool = False) -> UnansweredError:
    """Sort whatever else the SDK raises: no connection, no time, a reply that is none."""
    said = of_library(error, where=WHERE)
    said.detail = masked(said.detail, secrets)
    if poll and isinstance(error, TooLongError):
        return NoFilmError(TryResult.MALFORMED, said.detail)
    return said


def of_operation(error: Mapping[str, object], secrets: tuple[str, ...] = ()) -> NoFilmError:
    """Sort the error that an operation ended with; its codes are those of google.rpc.Code."""
    code, message = error.get("code"), masked(str(error.get("message", "")), secrets)
    http = _HTTP.get(code, 500) if isinstance(code, int) else 500
    found = unanswered(http, message, error_details(dict(error)))
    result, rest_s = found.result, found.rest_s
    if _POLICY.search(message):
        result, rest_s = TryResult.BLOCKED, 0.0
    elif result is TryResult.MODEL_MISSING and not _RETIRED.search(message):
        result, rest_s = TryResult.REFUSED, 0.0
    return NoFilmError(result, f"the operation failed with code {code}: {message}", rest_s=rest_s)


def of_filter(reasons: list[str] | None) -> NoFilmError:
    """Say that a film was made and filtered, and why as far as it is told."""
    told = "; ".join(str(reason)[:200] for reason in (reasons or [])[:_MOST_REASONS])
    why = told or "no reason was given"
    return NoFilmError(TryResult.BLOCKED, f"the film was filtered: {why}")


def _message(told: object) -> str:
    """Find what Google says in the body of an error, whatever came instead."""
    error = told.get("error", told) if isinstance(told, dict) else told
    message = error.get("message") or error.get("status") if isinstance(error, dict) else error
    return str(message)


def masked(said: str, secrets: tuple[str, ...]) -> str:
    """Leave secrets out of what is said."""
    for secret in secrets:
        said = said.replace(secret, "***")
    return said
