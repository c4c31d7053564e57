"""Asking a model: what goes there and back, and why nothing came back, in one vocabulary.

The adapters (the modules beside this one) turn every error of their library into
:class:`UnansweredError`; nothing else of theirs gets out.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol
from unicodedata import category
from urllib.parse import urlsplit

from storyworld.records.provenance import TryResult

_RETRY_IN: Final = re.compile(r"(?:re)?try (?:again )?in ([0-9]{1,6}(?:\.[0-9]{1,9})?) ?s")
_DELAY: Final = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,9})?)s")
_DETAIL: Final = 500
MODEL_NAME: Final = 200
_MOST_TOKENS: Final = 10**9
MAX_OUTPUT_TOKENS: Final = 4096
# Nothing was asked, or a vendor said no: that is not billed.
UNBILLED: Final = (
    TryResult.CACHED, TryResult.NOT_CONFIGURED, TryResult.RATE_LIMITED, TryResult.QUOTA_EXHAUSTED,
    TryResult.CREDIT_EXHAUSTED, TryResult.MODEL_MISSING, TryResult.REFUSED, TryResult.UNSUITED,
)  # fmt: skip
SEED: Final = 7


def sound(text: str, at_most: int, *, kept: str = "") -> str:
    """Cut what is too long; what is no character of a text becomes a question mark.

    That is half a character (a lone surrogate), which no UTF-8 holds, and a control character but
    those `kept`: PostgreSQL holds no NUL, and a terminal obeys the rest.
    """
    cut = text[:at_most].encode("utf-8", "replace").decode("utf-8")
    return "".join("?" if category(c) == "Cc" and c not in kept else c for c in cut)


def count(tokens: object) -> int | None:
    """Read how many tokens a server counted; None where what it says is no such number."""
    if not isinstance(tokens, int) or isinstance(tokens, bool):
        return None
    return tokens if 0 <= tokens < _MOST_TOKENS else None


def place(url: str) -> str:
    """Name a server without the credentials that its address may hold."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
    except ValueError:
        return "an address that is none"
    return parts.netloc.rpartition("@")[2] or "an address without a host"


@dataclass(frozen=True)
class Picture:
    """One picture that a model is shown, and the words that stand in front of it."""

    label: str
    data: bytes
    mime_type: str = "image/png"


@dataclass(frozen=True)
class Turn:
    """One message of the talk; the model's own replies are `by_model`."""

    text: str
    by_model: bool = False
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True)
class Asked:
    """What a model is asked: task, talk so far, the schema of the reply, and for how long.

    The same `seed` asks for the same reply; who asks for several samples gives each its own, and
    no `temperature` where the model's own is meant.
    """

    system: str
    turns: tuple[Turn, ...]
    schema: Mapping[str, object]
    timeout_s: float
    seed: int = SEED
    temperature: float | None = 0.0


@dataclass(frozen=True)
class Answer:
    """What a model said, which model it was by its own account, and the tokens it took.

    Where they are not all `counted` nobody knows what it cost.
    """

    text: str
    model: str
    input_tokens: int = 0
    output_tokens: int = 0
    counted: bool = True


class UnansweredError(Exception):
    """No usable answer, and why.

    Parameters
    ----------
    result
        The kind of reason.
    detail
        In words, without secrets.
    rest_s
        How long it is of no use to ask again; 0 if the next goal may be different.
    input_tokens, output_tokens
        What it took all the same.
    unbilled
        Whether that is surely all there is to pay: it was not sent, or answered by an error.
    counted
        Whether these are all tokens there are to pay; by itself where tokens were told, or nothing
        is billed.
    """

    def __init__(
        self,
        result: TryResult,
        detail: str,
        *,
        rest_s: float = 0.0,
        input_tokens: int = 0,
        output_tokens: int = 0,
        unbilled: bool = False,
        counted: bool | None = None,
    ) -> None:
        super().__init__(f"{result}: {detail}")
        self.result = result
        self.detail = sound(" ".join(detail.split()), _DETAIL)
        self.rest_s = rest_s
        self.input_tokens = input_tokens
        self.output_tokens = output_tokens
        self.unbilled = unbilled
        told = unbilled or result in UNBILLED or input_tokens > 0 or output_tokens > 0
        self.counted = told if counted is None else counted


class NoFilmError(UnansweredError):
    """An operation is over, and there will be no film of it: asking again is of no use.

    Whatever else is raised when a film is asked for leaves that open.
    """


class Model(Protocol):
    """A language model that can be asked for JSON."""

    name: str
    model: str

    def ask(self, asked: Asked) -> Answer:
        """Ask once; no retries within.

        Raises
        ------
        UnansweredError
            Whatever went wrong.
        """
        ...


_QUOTA_REST_S: Final = 900.0
_LONGEST_REST_S: Final = 3600.0


def unanswered(
    code: int, message: str, details: Sequence[Mapping[str, object]] = ()
) -> UnansweredError:
    """Sort a vendor's HTTP error.

    Parameters
    ----------
    code, message
        Status code, and what the vendor says.
    details
        Google's error details (QuotaFailure, RetryInfo), where there are any.
    """
    result, rest_s = _sorted(code, message, str(details))
    if result is TryResult.RATE_LIMITED:
        rest_s = _delay_s(message, details)
    return UnansweredError(result, f"HTTP {code}: {message}", rest_s=rest_s, unbilled=True)


def _sorted(code: int, message: str, details: str) -> tuple[TryResult, float]:
    """Give the kind of an HTTP error, and how long it surely lasts."""
    result, rest_s = TryResult.REFUSED, 0.0
    if code == 402 or "credits are depleted" in message or "insufficient_quota" in details:
        result, rest_s = TryResult.CREDIT_EXHAUSTED, _QUOTA_REST_S
    elif code == 429:
        daily = "PerDay" in details or "PerDay" in message
        result = TryResult.QUOTA_EXHAUSTED if daily else TryResult.RATE_LIMITED
        rest_s = _QUOTA_REST_S if daily else 0.0
    elif code in (401, 403) or (code == 400 and "API key" in message):
        rest_s = _QUOTA_REST_S
    elif code == 404:
        result, rest_s = TryResult.MODEL_MISSING, _QUOTA_REST_S
    elif code == 408:
        result = TryResult.TIMEOUT
    elif code >= 500 or code < 400:
        result = TryResult.UNAVAILABLE
    return result, rest_s


def _delay_s(message: str, details: Sequence[Mapping[str, object]]) -> float:
    """Read when to ask again: RetryInfo, or else the sentence that says it."""
    for detail in details:
        found = _DELAY.fullmatch(str(detail.get("retryDelay", "")))
        if found:
            return min(float(found[1]), _LONGEST_REST_S)
    said = _RETRY_IN.search(message)
    return min(float(said[1]), _LONGEST_REST_S) if said else 0.0


_UNSENT: Final = {"ConnectError", "ConnectTimeout", "ConnectionRefusedError"}
_TOO_LATE: Final = {"TimeoutException", "Timeout", "SoftTimeLimitExceeded"}


def of_library(error: Exception, *, where: str) -> UnansweredError:
    """Sort what an HTTP library raises when no answer came at all.

    Some libraries have their own copy of httpx, and others requests, so that the names of their
    errors are what can be told apart. The task's own time limit may strike here as well: then the
    rules still have time.
    """
    names = {kind.__name__ for kind in type(error).__mro__}
    said = f"{where}: {type(error).__name__}: {error}"
    unsent = bool(names & _UNSENT) or _unconnected(error)
    if names & _TOO_LATE or isinstance(error, TimeoutError):
        return UnansweredError(TryResult.TIMEOUT, said, unbilled=unsent)
    if "TransportError" in names or isinstance(error, OSError):
        return UnansweredError(TryResult.UNAVAILABLE, said, unbilled=unsent)
    return UnansweredError(TryResult.MALFORMED, said)


def _unconnected(error: Exception) -> bool:
    """Whether no connection came about: so Ollama's SDK says it by this class, requests in words.

    A connection that broke off (a subclass, or another reason) may have carried the question.
    """
    if type(error) is ConnectionError:
        return True
    return type(error).__name__ == "ConnectionError" and "NewConnectionError" in str(error)
