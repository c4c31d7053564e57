"""One tree of errors.

::

    StoryWorldError
    ├── RequestError            the asker's fault: 4xx, exit code 2, names the field and the fix
    │   ├── InvalidField        a field is missing, malformed or out of range
    │   ├── KeyNeeded           nobody said who asks, or with a key that lets nobody in
    │   ├── NotAllowed          the key does not allow it, or it is asked from elsewhere
    │   ├── NotFound            no such episode, world, node
    │   ├── Conflicting         the request contradicts what is already there
    │   └── TooMuch             over a limit: try later
    ├── ConfigurationError      the deployer's fault: fails at boot with the fix in the message
    ├── UnreachedError          the StoryWorld that is asked does not answer: ask it again later
    ├── StillRunning            what was waited for has not ended in time: it goes on
    ├── StageError              a stage could not do its work; never a verdict about physics
    │   ├── TransientError      worth another try
    │   └── PermanentError      not worth another try
    └── IntegrityError          a promise of the archive is broken: recorded and raised again

"Cannot tell" is no error: it is an abstention with a reason.
"""

from collections.abc import Mapping
from typing import Self

from pydantic import ValidationError

from storyworld.records.provenance import Failure, FailureCode


class StoryWorldError(Exception):
    """The root: everything StoryWorld raises on purpose."""


class RequestError(StoryWorldError):
    """The asker's fault.

    Parameters
    ----------
    detail
        One sentence that says what is wrong and how to mend it.
    field
        The field at fault, if one is.
    """

    status = 400
    title = "Bad request"

    def __init__(self, detail: str, *, field: str | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.field = field


class InvalidField(RequestError):
    """A field is missing, malformed or out of range."""

    status = 422
    title = "Invalid field"

    @classmethod
    def first_of(cls, error: ValidationError, names: Mapping[str, str]) -> Self:
        """Say the first fault of a record, its field by the name that the asker knows it by."""
        first = error.errors(include_url=False, include_input=False)[0]
        name = str(first["loc"][0]) if first["loc"] else "text"
        return cls(first["msg"].removeprefix("Value error, "), field=names.get(name, name))


class KeyNeeded(RequestError):
    """Nobody said who asks; or with a key that is unknown, revoked or expired."""

    status = 401
    title = "Key needed"

    def __init__(self, detail: str, *, field: str | None = None, refused: bool = False) -> None:
        super().__init__(detail, field=field)
        self.refused = refused


class NotAllowed(RequestError):
    """The asker is known, and may not do this; `scope` is what the key lacks, if it is that."""

    status = 403
    title = "Not allowed"

    def __init__(self, detail: str, *, field: str | None = None, scope: str | None = None) -> None:
        super().__init__(detail, field=field)
        self.scope = scope


class NotFound(RequestError):
    """There is no such thing, or not for you."""

    status = 404
    title = "Not found"


class Conflicting(RequestError):
    """The request contradicts what is already there."""

    status = 409
    title = "Conflict"


class TooMuch(RequestError):
    """Over a limit: try again later."""

    status = 429
    title = "Too many requests"

    def __init__(self, detail: str, *, field: str | None = None, retry_after_s: int = 5) -> None:
        super().__init__(detail, field=field)
        self.retry_after_s = retry_after_s


class ConfigurationError(StoryWorldError):
    """The deployer's fault; the message holds the fix."""


class UnreachedError(StoryWorldError):
    """The StoryWorld that is asked did not answer, or said that it cannot now: ask again later."""


class StillRunning(StoryWorldError):
    """What was waited for has not ended in time: it goes on."""


PASSING = (UnreachedError, TooMuch)
"""What passes: whoever asks again later may be answered."""


class StageError(StoryWorldError):
    """A stage could not do its work; carries the failure to be recorded."""

    transient = False

    def __init__(self, code: FailureCode, detail: str, *, fix: str = "") -> None:
        super().__init__(f"{code}: {detail}")
        self.failure = Failure(code=code, detail=detail[:4000], transient=self.transient, fix=fix)


class TransientError(StageError):
    """Worth another try."""

    transient = True


class PermanentError(StageError):
    """Not worth another try."""


class IntegrityError(StoryWorldError):
    """A promise of the archive is broken."""


def failure_of(error: Exception) -> Failure:
    """Say as a failure what went wrong: a stage's own, or else that something broke down here."""
    if isinstance(error, StageError):
        return error.failure
    detail = f"{type(error).__name__}: {error}"[:1000]
    return Failure(code=FailureCode.INTERNAL, detail=detail, transient=True)
