"""GET /events: what happens, told as it happens (server-sent events).

A stream holds a thread of this process and nothing else: no connection to the archive, no
transaction, no session. One tailer looks for all of them (`webapp.tailing`). After a quarter of an
hour a stream ends, and whoever listens comes back with the number of the last event it had.
"""

import socket
import time
from collections.abc import Iterator
from typing import Annotated, Final

from flask import Blueprint, Flask, Response, current_app, request
from pydantic import Field
from sqlalchemy import Engine

from storyworld.archive.engine import reading
from storyworld.archive.feed import Wanted, replayed, require_episode
from storyworld.errors import InvalidField
from storyworld.records.event import EventKind
from storyworld.records.frozen import Record
from storyworld.records.identity import Stage
from storyworld.settings import Settings
from webapp.access import asking, owner
from webapp.contract import speaks
from webapp.database import db
from webapp.episodes import EpisodeCursor
from webapp.problems import problem
from webapp.tailing import By, Crowded, Listener, Tailer

blueprint = Blueprint("events", __name__)
LAST: Final = "Last-Event-ID"
STREAM: Final = "text/event-stream"
HEARTBEAT_S: Final = 15.0
LIFE_S: Final = 15 * 60.0
RETRY_MS: Final = 2000
RETRY_AFTER_S: Final = 30
_HIGHEST: Final = 2**63 - 1
_HEADERS: Final = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


class EventQuery(Record):
    """Which events are asked for, and from where on."""

    episode_id: EpisodeCursor | None = None
    kind: EventKind | None = None
    stage: Stage | None = None
    after: Annotated[int, Field(ge=0, le=_HIGHEST)] | None = None


def init_app(app: Flask, settings: Settings) -> None:
    """Give the app its tailer, which starts with the first who listens."""
    with app.app_context():
        app.extensions["storyworld.tailer"] = Tailer(
            db.engine, settings.sse_limit, shared=settings.keyed
        )


def tailer_of(app: Flask) -> Tailer:
    """Give the tailer of an app."""
    tailer: Tailer = app.extensions["storyworld.tailer"]
    return tailer


@blueprint.get("/events")
@speaks(query=EventQuery, headers=(LAST,), answers={200: STREAM}, refuses=(404,))
def events(query: EventQuery) -> Response:
    """Tell what happens, as it happens: server-sent events.

    Each message has an `id`, and an event as its `data`. It begins now; after the number that
    `Last-Event-ID` or `after` gives, where one is given. An event may come twice, after a break.
    """
    after = _last() if request.headers.get(LAST) else query.after
    wanted = Wanted(owner=owner(), episode_id=query.episode_id, kind=query.kind, stage=query.stage)
    if wanted.episode_id is not None:
        with reading(db.engine) as session:
            require_episode(session, wanted.episode_id, wanted.owner)
    if request.method == "HEAD":
        return current_app.response_class(headers=_HEADERS, mimetype=STREAM)
    tailer = tailer_of(current_app)
    db.session.remove()  # of whoever looked at this request before: it would hold a connection
    try:
        listener = tailer.listen(wanted, _connection(), _by())
    except Crowded as crowded:
        one_owner = " one owner" if crowded.of_owner else ""
        return problem(
            503,
            f"as many listen as this server lets{one_owner} ({crowded.most}, "
            "STORYWORLD_SSE_LIMIT): ask again later, or ask the address of an episode with "
            "If-None-Match now and then",
            headers={"Retry-After": str(RETRY_AFTER_S)},
        )
    told = _told(listener, db.engine, after)
    response = current_app.response_class(told, headers=_HEADERS, mimetype=STREAM)
    response.call_on_close(lambda: tailer.leave(listener))
    return response


def _last() -> int:
    given = request.headers[LAST]
    short = len(given) <= len(str(_HIGHEST))  # Python refuses to read very many digits
    if not (short and given.isascii() and given.isdecimal() and int(given) <= _HIGHEST):
        words = f"{LAST} is no number of an event: send the id of the last message you had"
        raise InvalidField(words, field=LAST)
    return int(given)


def _by() -> By | None:
    asker = asking()
    return None if asker is None or asker.key is None else By(asker.key.key_id, asker.session)


def _connection() -> socket.socket | None:
    """Give the socket that is answered on, where the server tells."""
    there: socket.socket | None = request.environ.get("gunicorn.socket")
    return there or request.environ.get("werkzeug.socket")


def _told(listener: Listener, engine: Engine, after: int | None) -> Iterator[str]:
    """Write the stream, outside of any request."""
    place, until = listener.place, time.monotonic() + LIFE_S
    known = after is not None and after <= place.top  # else it is of another archive
    start = after if after is not None and known else place.settled
    yield f"retry: {RETRY_MS}\nid: {start}\n\n"
    for page in replayed(engine, listener.wanted, start if known else place.top, place):
        if not listener.read_on():
            return
        if page:
            settled = max(start, place.settled)
            yield "".join(
                _message(min(event.event_id, settled), event.model_dump_json()) for event in page
            )
    while (left_s := until - time.monotonic()) > 0:
        heard = listener.wait(min(HEARTBEAT_S, left_s))
        if heard is None:
            return
        messages, position = heard
        yield (
            "".join(_message(max(m.position, start), m.json_text) for m in messages)
            or f": nothing new\nid: {max(position, start)}\n\n"
        )


def _message(position: int, json_text: str) -> str:
    return f"id: {position}\nevent: message\ndata: {json_text}\n\n"
