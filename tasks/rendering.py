"""A request in, a report out: what the render worker does, whoever hands it the request.

Knows no database, no bucket and no queue: ``tasks.render`` hands it messages of the gpu queue,
``deploy/runpod/handler.py`` jobs of a serverless endpoint.
"""

import logging
import threading
from collections import OrderedDict
from collections.abc import Callable
from contextvars import copy_context
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import Final

from pydantic import ValidationError

from storyworld import __version__, logs, stages, tracing
from storyworld.artifacts import upload
from storyworld.errors import failure_of
from storyworld.ports import Footage, Renderer, Watch
from storyworld.records.goal import Backend
from storyworld.records.identity import Stage
from storyworld.records.provenance import Agent, AgentKind, Failure, FailureCode
from storyworld.records.render import RenderReport, RenderRequest
from storyworld.renderers import renderer_for
from storyworld.settings import Settings
from storyworld.stages.render import report
from storyworld.tracing import End
from storyworld.vision.encoding import encode
from tasks.room import Patience, Room, Tell

Message = dict[str, object]
Load = Callable[[Backend], Renderer]

_REMEMBERED: Final = 64
_log = logging.getLogger(__name__)

room = Room()
"""This process's: a worker has one card."""
stopping = threading.Event()
"""Set when this process is to end: renders stop at their next step, and say so."""


@lru_cache(maxsize=1)
def _settings() -> Settings:
    return Settings.from_environment()


class _Reports:
    """What was reported lately, and what is going on: a request sent twice is not rendered twice.

    A request is sent again while its worker is away or busy; every new try has a new nonce.
    """

    def __init__(self) -> None:
        self._made: OrderedDict[str, Message] = OrderedDict()
        self._going: set[str] = set()
        self._lock = threading.Lock()

    def begin(self, nonce: str) -> Message | bool:
        """Give the report made before, or whether this is the one to make it."""
        with self._lock:
            if nonce in self._made:
                return self._made[nonce]
            if nonce in self._going:
                return False
            self._going.add(nonce)
            return True

    @property
    def going_on(self) -> bool:
        """Whether anything is."""
        return bool(self._going)

    def end(self, nonce: str, made: Message | None) -> None:
        """Note what came of it; None where it may be tried again under the same nonce."""
        with self._lock:
            self._going.discard(nonce)
            if made is not None:
                self._made[nonce] = made
                while len(self._made) > _REMEMBERED:
                    self._made.popitem(last=False)


_reports = _Reports()


class _Roomed:
    """A renderer that is loaded, and makes its pictures, in the render room."""

    def __init__(self, backend: Backend, load: Load, patience: Patience) -> None:
        self.agent = Agent(name=backend, kind=AgentKind.RENDERER, version=__version__)
        self._backend, self._load, self._patience = backend, load, patience

    def render(self, request: RenderRequest, watch: Watch) -> Footage:
        """See :class:`storyworld.ports.Renderer`."""

        def job() -> Footage:
            renderer = self._load(self._backend)
            self.agent = renderer.agent
            self._patience.start()
            return renderer.render(request, watch)

        here = copy_context()  # its lines say what they are about in that thread, too
        return room.do(partial(here.run, job), self._patience)


def asked_in(message: object) -> RenderRequest | None:
    """Read the request in a message; None, and a line in the log, where there is none."""
    try:
        return RenderRequest.model_validate(message)
    except ValidationError as error:
        _log.error("no render request: %s", error.errors(include_input=False)[:3])
        return None


def report_of(
    message: Message,
    *,
    tell: Tell = lambda _done, _of, _what: None,
    canceled: Callable[[], bool] = lambda: False,
) -> Message | None:
    """Make the film of a request; whatever goes wrong is a failure in the report.

    Parameters
    ----------
    message
        A :class:`~storyworld.records.render.RenderRequest` as JSON.
    tell
        Takes how far the render is, in step, steps and words, every now and then.
    canceled
        Whether nobody wants the film any more.

    Returns
    -------
    dict or None
        A :class:`~storyworld.records.render.RenderReport` as JSON; None where there is nothing to
        report: no request, or one that is being rendered already.
    """
    asked = asked_in(message)
    if asked is None:
        return None
    with logs.about_step(asked.key.at(Stage.RENDER)):
        return _reported(asked, tell, canceled)


def _reported(asked: RenderRequest, tell: Tell, canceled: Callable[[], bool]) -> Message | None:
    begun = _reports.begin(asked.nonce)
    if not isinstance(begun, bool):
        return begun
    if not begun:
        _log.info("%s is being rendered already", asked.key)
        return None
    made: Message | None = None
    try:
        with tracing.stage(asked.key.at(Stage.RENDER)):
            told = _render(asked, tell, canceled)
            code = told.failure.code if told.failure else None
            tracing.ended(End.GIVEN_UP if code else End.DONE, code)
        entry = told.provenance.revised(settings_sha256=_settings().digest())
        made = told.revised(provenance=entry).model_dump(mode="json")
        return made
    finally:
        _reports.end(asked.nonce, made)


def _render(asked: RenderRequest, tell: Tell, canceled: Callable[[], bool]) -> RenderReport:
    started, settings = datetime.now(UTC), _settings()
    deadline_s = min(asked.deadline_s, settings.render_deadline_s)  # no message sets it higher
    patience = Patience(
        deadline_s, stopping, canceled=canceled, tell=tell, every_s=settings.heartbeat_s
    )
    renderer = _Roomed(asked.backend, partial(_loaded, settings=settings), patience)
    try:
        return stages.render(
            asked,
            renderer=renderer,
            encode=encode,
            upload=partial(upload, settings=settings),
            watch=patience,
        )
    except Exception as error:  # noqa: BLE001 - a bug in a renderer is a failed render, not a lost one
        _log.exception("rendering %s failed", asked.key)
        return report(asked, renderer.agent, started, failure_of(error))


def canceled(asked: RenderRequest) -> Message:
    """Make the report of a render that nobody wanted any more before it began."""
    agent = Agent(name=asked.backend, kind=AgentKind.RENDERER, version=__version__)
    unwanted = Failure(
        code=FailureCode.RENDER_CANCELED, detail="the render was canceled by hand", transient=False
    )
    return report(asked, agent, datetime.now(UTC), unwanted).model_dump(mode="json")


def _loaded(backend: Backend, *, settings: Settings) -> Renderer:
    return renderer_for(backend, settings)


def going_on() -> bool:
    """Whether a render, or its upload, is going on in this process."""
    return _reports.going_on


def warm_up() -> None:
    """Load the model this worker is to have ready; one that cannot be is told when it is asked."""
    settings = _settings()
    if settings.warm_backend is None:
        return
    patience = Patience(settings.render_deadline_s, stopping)
    try:
        room.do(partial(renderer_for, settings.warm_backend, settings), patience)
    except Exception as error:  # noqa: BLE001 - a worker that cannot warm up can still say why
        _log.warning("%s is not ready: %s", settings.warm_backend, error)
