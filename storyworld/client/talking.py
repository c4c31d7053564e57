"""One request and its answer: trouble that passes is told apart from refusal."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl, urlsplit

from storyworld.errors import (
    Conflicting,
    InvalidField,
    KeyNeeded,
    NotAllowed,
    NotFound,
    RequestError,
    TooMuch,
    UnreachedError,
)
from storyworld.records.frozen import Record

if TYPE_CHECKING:
    import httpx

R = TypeVar("R", bound=Record)
Found = dict[str, Any]

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_KINDS: dict[int, type[RequestError]] = {
    **{kind.status: kind for kind in (InvalidField, NotFound, Conflicting, KeyNeeded, NotAllowed)},
    410: NotFound,  # a film that is no longer kept
}
_CHUNK_BYTES = 1 << 16
_COME_BACK = frozenset({429, 503})


class Line:
    """The connection to a StoryWorld; see :class:`storyworld.client.StoryWorld`."""

    def __init__(
        self,
        url: str,
        key: str | None,
        timeout_s: float,
        transport: "httpx.BaseTransport | None",
        patience_s: float,
    ) -> None:
        import httpx

        self._patience_s = patience_s
        try:
            self._http = httpx.Client(
                base_url=url,
                timeout=timeout_s,
                transport=transport,
                # a proxy has no business between us and loopback
                trust_env=urlsplit(url).hostname not in _LOOPBACK,
                headers={"Accept": "application/json"}
                | ({"Authorization": f"Bearer {key}"} if key else {}),
            )
        except (httpx.InvalidURL, ValueError) as error:
            raise InvalidField(f"{url} is no address: {error}", field="url") from error

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def ask(self, method: str, path: str, **more: Any) -> Found:
        """Ask for a JSON object.

        Raises
        ------
        RequestError
            If the request is refused, in the words and with the field of the answer.
        UnreachedError
            If there is no answer, or none that can be read.
        """
        with self._answered(method, path, **more) as response:
            try:
                found = response.json()
            except ValueError as error:
                raise UnreachedError(f"{method} {path} did not answer in JSON") from error
        if not isinstance(found, dict):
            raise UnreachedError(f"{method} {path} did not answer with an object")
        return found

    def do(self, method: str, path: str) -> None:
        """Ask for a deed that is answered with nothing; raises as `ask`."""
        with self._answered(method, path):
            pass

    def text(self, path: str) -> str:
        """Ask for text, whatever its kind; raises as `ask`."""
        with self._answered("GET", path, headers={"Accept": "*/*"}) as response:
            return response.text

    def lines(
        self, path: str, params: Found, headers: dict[str, str], *, timeout_s: float
    ) -> Iterator[str]:
        """Ask for a stream of text and give its lines as they come; raises as `ask`, at any time.

        `timeout_s` is how long it may be silent.
        """
        asked: dict[str, Any] = {
            "headers": {"Accept": "text/event-stream", **headers},
            "params": params,
            "timeout": timeout_s,
        }
        with self._answered("GET", path, whole=False, **asked) as response:
            yield from response.iter_lines()

    def save(self, path: str, into: Path, params: Found | None = None) -> Path:
        """Ask for a file and write it, whole or not at all; raises as `ask`.

        Raises
        ------
        InvalidField
            If it cannot be written.
        """
        unfinished = into.with_name(f".{into.name}.part")
        sent: dict[str, Any] = {"headers": {"Accept": "*/*"}, "params": params, "redirects": True}
        try:
            with self._answered("GET", path, **sent) as response, unfinished.open("wb") as file:
                file.writelines(_bytes_of(response, path))
            unfinished.replace(into)
        except OSError as error:
            words = f"{error.filename or into} cannot be written: {error.strerror or error}"
            raise InvalidField(words, field="path") from error
        finally:
            unfinished.unlink(missing_ok=True)
        return into

    def record(self, kind: type[R], found: object, but: str = "") -> R:
        """Read a record of an answer, leaving a member out.

        Raises
        ------
        UnreachedError
            If it is none: the other side speaks another version.
        """
        from pydantic import ValidationError

        if but and isinstance(found, dict):
            found = {name: value for name, value in found.items() if name != but}
        try:
            return kind.model_validate(found)
        except ValidationError as error:
            words = f"the web application speaks another version: {error}"
            raise UnreachedError(words) from error

    def pages(self, path: str, params: Found) -> Iterator[Found]:
        """Ask for a list page by page, as far as the answers say that it goes on."""
        asked: Found | None = {k: v for k, v in params.items() if v is not None}
        while asked is not None:
            page = self.ask("GET", path, params=asked)
            yield page
            onward = page.get("next")
            asked = dict(parse_qsl(urlsplit(onward).query)) if isinstance(onward, str) else None

    @contextmanager
    def _answered(
        self,
        method: str,
        path: str,
        *,
        redirects: bool = False,
        whole: bool = True,
        patience_s: float | None = None,
        **more: Any,
    ) -> Iterator["httpx.Response"]:
        """Send a request, again if the answer says when to come back and that is soon enough."""
        import httpx

        until = time.monotonic() + (self._patience_s if patience_s is None else patience_s)
        try:
            while True:
                with self._http.stream(
                    method, path, follow_redirects=redirects, **more
                ) as response:
                    if response.is_success:
                        if whole and not redirects:
                            response.read()
                        yield response
                        return
                    response.read()
                    pause_s = _come_back_in_s(response, method, more)
                    if pause_s is None or time.monotonic() + pause_s > until:
                        raise _trouble(response, method, path)
                time.sleep(pause_s)
        except httpx.HTTPError as error:
            raise UnreachedError(str(error) or type(error).__name__) from error


def _bytes_of(response: "httpx.Response", path: str) -> Iterator[bytes]:
    import httpx

    try:
        yield from response.iter_bytes(_CHUNK_BYTES)
    except httpx.HTTPError as error:
        raise UnreachedError(f"{path} broke off: {error}") from error


def _come_back_in_s(response: "httpx.Response", method: str, sent: Found) -> int | None:
    """Say after how many seconds the same may be sent again; None if it is not to be.

    What was refused for its number (429) was not done. Of 503 that is known only where it does not
    matter. A file has been read to its end.
    """
    if response.status_code not in _COME_BACK or "files" in sent:
        return None
    twice = method == "GET" or "Idempotency-Key" in (sent.get("headers") or {})
    if response.status_code != TooMuch.status and not twice:
        return None
    again = response.headers.get("Retry-After", "")
    return int(again) if again.isdecimal() else None


def _trouble(response: "httpx.Response", method: str, path: str) -> RequestError | UnreachedError:
    """Give the error that an answer stands for."""
    status = response.status_code
    try:
        problem = json.loads(response.content)
    except ValueError:
        problem = None
    if not isinstance(problem, dict):
        problem = {}
    detail = str(problem.get("detail") or problem.get("title") or "")
    if status >= 500:
        said = f": {detail}" if detail else ""
        return UnreachedError(f"{method} {path} answered {status}{said}")
    field = str(problem["field"]) if problem.get("field") else None
    if status == TooMuch.status:
        again = response.headers.get("Retry-After", "")
        seconds = int(again) if again.isdecimal() else 5
        words = detail or f"{method} {path} answered {status}"
        return TooMuch(words, field=field, retry_after_s=seconds)
    if not problem:  # no word of StoryWorld's: something stands between
        return UnreachedError(f"{method} {path} answered {status}, and not as StoryWorld does")
    kind = _KINDS.get(status, RequestError)
    return kind(detail or f"refused with {status}", field=field)
