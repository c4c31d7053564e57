"""A StoryWorld somewhere, asked over HTTP: every address of its API as one method.

::

    from storyworld.client import StoryWorld

    with StoryWorld("http://127.0.0.1:8080") as world:
        taken = world.submit("A ball dropped from 20 m lands in under 2.1 s")
        result = world.wait(taken.episode_id, timeout_s=120)
        print(result.outcome, result.confidence)

============  ====================================================================
module        holds
============  ====================================================================
talking       one request and its answer: records in, records or our errors out
reading       what is read of episodes
growing       what is read of worlds, observers and the machinery
hooking       what is asked of webhooks
listening     what happens, as it happens
keeping       keys: listed, made, revoked
============  ====================================================================

It answers with the frozen records of :mod:`storyworld.records`. What goes wrong is an error of
:mod:`storyworld.errors`: a refusal is a `RequestError` that names the field, silence is
`UnreachedError`, and whoever is told to come back later catches `TooMuch`.
"""

import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING, Self

from storyworld.client.growing import Growing
from storyworld.client.hooking import Hooking
from storyworld.client.keeping import Keeping
from storyworld.client.listening import Listening
from storyworld.client.reading import Reading
from storyworld.client.talking import Line
from storyworld.errors import PASSING, InvalidField, RequestError, StillRunning, UnreachedError
from storyworld.records.answer import Accepted
from storyworld.records.calibration import FilmLabel, Labelling
from storyworld.records.clip import ClipJudged, ClipTerms
from storyworld.records.episode import EpisodeResult, EpisodeSummary
from storyworld.records.goal import Goal
from storyworld.records.preview import Preview

if TYPE_CHECKING:  # httpx takes a tenth of a second to import
    import httpx

__all__ = ["Accepted", "StoryWorld"]

TIMEOUT_S = 30.0
PATIENCE_S = 30.0
JUDGING_S = 330.0
_FIRST_LOOK_S, _SELDOM_S = 0.2, 2.0


class StoryWorld(Reading, Growing, Hooking, Listening, Keeping):
    """A StoryWorld that is asked over HTTP.

    Parameters
    ----------
    url
        Scheme, host and port.
    api_key
        A key (``sw_...``), where it asks for one: `KeyNeeded` and `NotAllowed` say so.
    timeout_s
        How long one answer may take to begin.
    patience_s
        How long to wait, all in all, where an answer says to come back later (429 or 503 with
        `Retry-After`), before that is raised. What may have been done is not sent again.
    transport
        Another way to reach it, for tests.
    """

    def __init__(
        self,
        url: str,
        api_key: str | None = None,
        *,
        timeout_s: float = TIMEOUT_S,
        patience_s: float = PATIENCE_S,
        transport: "httpx.BaseTransport | None" = None,
    ) -> None:
        self.url = url.rstrip("/")
        self._line = Line(self.url, api_key, timeout_s, transport, patience_s)

    def close(self) -> None:
        """Let go of the connections."""
        self._line.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def submit(
        self, goal: Goal | str, *, idempotency_key: str | None = None, **fields: object
    ) -> Accepted:
        """Send a goal: a record, or its text with what else it has (`backend`, `seed`, ...).

        Parameters
        ----------
        idempotency_key
            Under the same key a goal is taken once, however often it is sent.

        Raises
        ------
        RequestError
            If it is refused.
        UnreachedError
            If there is no answer: send it again under the same key.
        """
        asked = _goal(goal, fields)
        body = asked.model_dump(mode="json", exclude_none=True)
        once = {"Idempotency-Key": idempotency_key or uuid.uuid4().hex}
        found = self._line.ask("POST", "/simulate", json=body, headers=once)
        return self._line.record(Accepted, found)

    def preview(self, goal: Goal | str, **fields: object) -> Preview:
        """Say how a goal would be read and what the solver expects of it; nothing is started.

        Raises
        ------
        RequestError
            If it would be refused.
        UnreachedError
            If there is no answer.
        """
        body = _goal(goal, fields).model_dump(mode="json", exclude_none=True)
        return self._line.record(Preview, self._line.ask("POST", "/preview", json=body))

    def wait(self, episode_id: str, timeout_s: float) -> EpisodeResult:
        """Wait until an episode has ended; give its outcome. Trouble that passes is sat out.

        Raises
        ------
        StillRunning
            If it has not ended in time: it goes on.
        NotFound
            If there is no such episode.
        """
        until, pause = time.monotonic() + timeout_s, _FIRST_LOOK_S
        while True:
            trouble = ""
            try:
                found = self.result(episode_id, patience_s=0.0)
                if found.state.terminal:
                    return found
            except PASSING as error:
                trouble = f" ({error})"
            left = until - time.monotonic()
            if left <= 0:
                raise StillRunning(
                    f"{episode_id} has not ended within {timeout_s:g} s{trouble}: it goes on"
                )
            time.sleep(min(pause, left))
            pause = min(1.5 * pause, _SELDOM_S)

    def terminate(self, episode_id: str) -> EpisodeSummary:
        """Stop an episode for good.

        Raises
        ------
        Conflicting
            If it has already ended.
        NotFound
            If there is no such episode.
        """
        found = self._line.ask("POST", f"/episodes/{episode_id}/terminate")
        return self._line.record(EpisodeSummary, found, but="urls")

    def judge(
        self, film: Path, goal: str, *, px_per_m: float | None = None, fps: float | None = None,
        all_observers: bool = False,
    ) -> ClipJudged:  # fmt: skip
        """Have a film, whoever made it, held against a goal; nothing is rendered.

        Parameters
        ----------
        px_per_m, fps
            Its scale in pixels per metre and its true frame rate, where they are known.
        all_observers
            Ask vision models, too, if that StoryWorld has any.

        Raises
        ------
        RequestError
            If film or goal is refused, or the film cannot be read from disk.
        """
        terms = ClipTerms(goal=goal, px_per_m=px_per_m, fps=fps)
        fields = {k: str(v) for k, v in terms.model_dump(mode="json").items() if v is not None}
        fields["observers"] = "all" if all_observers else str(terms.observers)
        try:
            with film.open("rb") as file:
                found = self._line.ask(
                    "POST", "/judge", data=fields, files={"clip": file}, timeout=JUDGING_S
                )
        except OSError as error:
            words = f"{film} cannot be read ({error.strerror or error})"
            raise InvalidField(words, field="clip") from error
        return self._line.record(ClipJudged, found)

    def label(self, labelling: Labelling) -> FilmLabel:
        """Say what a film shows, as a person who has seen it.

        Raises
        ------
        RequestError
            If there is no such film, or the label is refused.
        """
        body = labelling.model_dump(mode="json", exclude_none=True)
        found = self._line.ask("POST", "/observers/calibration/labels", json=body)
        return self._line.record(FilmLabel, found)

    def healthy(self) -> bool:
        """Say whether it answers, and its database does."""
        try:
            return self.health().status == "ok"
        except (UnreachedError, RequestError):
            return False


def _goal(goal: Goal | str, fields: dict[str, object]) -> Goal:
    from pydantic import ValidationError

    try:
        if isinstance(goal, Goal):
            return goal.revised(**fields) if fields else goal
        return Goal.model_validate({"text": goal, **fields})
    except ValidationError as error:
        raise InvalidField.first_of(error, {"text": "goal"}) from error
