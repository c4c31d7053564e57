"""The web application asked over HTTP: patient with trouble that passes, plain about the rest."""

import json
import time
import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from storyworld.errors import InvalidField, NotFound, RequestError, StoryWorldError
from storyworld.records.episode import EpisodeResult, EpisodeSummary, StepView
from storyworld.records.goal import Goal

if TYPE_CHECKING:  # httpx takes a tenth of a second to import
    import httpx

R = TypeVar("R", EpisodeSummary, StepView, EpisodeResult)
_TIMEOUT_S = 5.0
_TRY_AGAIN_S = 0.3


class UnreachedError(StoryWorldError):
    """The web application did not answer, or said that it cannot now: ask again later."""


class WebClient:
    """The part of the API that a run needs.

    Parameters
    ----------
    url
        Scheme, host and port of the web application.
    transport
        Another way to reach it, for tests.
    """

    def __init__(self, url: str, transport: "httpx.BaseTransport | None" = None) -> None:
        import httpx

        self.url = url.rstrip("/")
        self._http = httpx.Client(
            base_url=self.url,
            timeout=_TIMEOUT_S,
            transport=transport,
            trust_env=False,  # a proxy has no business between us and loopback
            headers={"Accept": "application/json"},
        )

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def healthy(self) -> bool:
        """Say whether the web application answers and its database does."""
        try:
            return bool(self._ask("GET", "/health").get("status") == "ok")
        except (UnreachedError, RequestError):
            return False

    def submit(self, goal: Goal, *, until: float, tend: Callable[[], None]) -> str:
        """Send a goal until it is taken; give the episode's id.

        All tries carry one Idempotency-Key, so a lost answer never makes a second episode.

        Parameters
        ----------
        until
            Time (``time.monotonic``) at which to give up.
        tend
            Called between tries.

        Raises
        ------
        RequestError
            If the goal is refused.
        UnreachedError
            If it was not taken in time.
        """
        body = goal.model_dump(mode="json", exclude_none=True)
        once = {"Idempotency-Key": uuid.uuid4().hex}
        while True:
            try:
                answer = self._ask("POST", "/simulate", json=body, headers=once)
                return str(answer["episode_id"])
            except (UnreachedError, KeyError) as error:
                if time.monotonic() >= until:
                    raise UnreachedError(f"the goal was not taken: {error}") from error
            tend()
            time.sleep(_TRY_AGAIN_S)

    def summary(self, episode_id: str) -> EpisodeSummary:
        """Say where the episode stands."""
        found = self._ask("GET", f"/episodes/{episode_id}")
        return _understood(EpisodeSummary, found, but="urls")

    def steps(self, episode_id: str) -> tuple[StepView, ...]:
        """Give the episode's stages so far."""
        found = self._ask("GET", f"/episodes/{episode_id}/steps").get("steps", ())
        return tuple(_understood(StepView, step) for step in found)

    def result(self, episode_id: str) -> EpisodeResult:
        """Give the episode's outcome."""
        return _understood(EpisodeResult, self._ask("GET", f"/episodes/{episode_id}/result"))

    def _ask(self, method: str, path: str, **more: Any) -> dict[str, Any]:
        import httpx

        try:
            response = self._http.request(method, path, **more)
        except httpx.HTTPError as error:
            raise UnreachedError(str(error) or type(error).__name__) from error
        if response.status_code >= 500 or response.status_code == 429:
            raise UnreachedError(f"{method} {path} answered {response.status_code}")
        try:
            found = response.json()
        except json.JSONDecodeError as error:
            raise UnreachedError(f"{method} {path} did not answer in JSON") from error
        if not isinstance(found, dict):
            raise UnreachedError(f"{method} {path} did not answer with an object")
        if response.status_code >= 400:
            raise _refused(response.status_code, found)
        return found


def _understood(kind: type[R], found: object, but: str = "") -> R:
    from pydantic import ValidationError

    if isinstance(found, dict):
        found = {key: value for key, value in found.items() if key != but}
    try:
        return kind.model_validate(found)
    except ValidationError as error:
        raise UnreachedError(f"the web application speaks another version: {error}") from error


def _refused(status: int, problem: dict[str, Any]) -> RequestError:
    detail = str(problem.get("detail") or problem.get("title") or f"refused with {status}")
    field = problem.get("field")
    kind = {404: NotFound, 422: InvalidField}.get(status, RequestError)
    return kind(detail, field=str(field) if field else None)
