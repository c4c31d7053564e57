"""POST /preview: how a goal would be read, and what the solver expects of it; nothing is started.

What reads and solves is handed to the app (:func:`webapp.create_app`): a request asks for it and
knows no stage. It takes milliseconds, is bounded by the length of a goal, asks no model and writes
nothing; still only a few are read at once, so that people who type leave threads to all others.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, Flask, Response, current_app

from storyworld.archive.starting import Start, start_of
from storyworld.errors import InvalidField
from storyworld.reading.admission import admit
from storyworld.records.goal import Goal
from storyworld.records.preview import Preview
from webapp.access import owner
from webapp.contract import Sent, answer, read, sent, speaks
from webapp.database import db
from webapp.problems import problem
from webapp.security import TOKEN_FIELD

log = logging.getLogger(__name__)
blueprint = Blueprint("preview", __name__)
ALIASES = {"goal": "text"}
AT_ONCE = 4  # of the 16 threads that a process has
RETRY_AFTER_S = 1
WARMED_BY = "A ball dropped from 20 m lands in under 2.1 s"

Foresee = Callable[[Goal, Goal | None], Preview]
"""Reads and solves a goal; the second is the one that came to the node it starts from."""


class Busy(Exception):  # noqa: N818  (named for what it says, as in storyworld/errors.py)
    """As many goals as may be read at once are being read."""


@dataclass(frozen=True)
class Seen:
    """A goal's preview, and where it would start."""

    preview: Preview
    start: Start | None


def init_app(app: Flask, foresee: Foresee) -> None:
    """Keep what reads and solves, and make room for as many at once as this process may have."""
    app.extensions["storyworld.foresee"] = foresee
    app.extensions["storyworld.previewing"] = threading.BoundedSemaphore(AT_ONCE)


def warm(foresee: Foresee, and_then: Callable[[], None] = lambda: None) -> threading.Thread:
    """Have all families loaded beside the first requests, so that nobody waits for it who types."""

    def load() -> None:
        try:
            foresee(Goal(text=WARMED_BY), None)
        except Exception:
            log.exception("previews could not be made ready; the first one will say why")
        and_then()

    thread = threading.Thread(target=load, name="warm previews", daemon=True)
    thread.start()
    return thread


def goal_of(given: Sent) -> Goal:
    """Read a goal as `POST /simulate` does, and turn away what it would turn away.

    Raises
    ------
    RequestError
        Naming the field at fault and the fix.
    """
    fields = {k: v for k, v in given.fields.items() if k != TOKEN_FIELD}
    goal = read(Goal, Sent(fields, typed=given.typed), aliases=ALIASES)
    try:
        admit(goal.text)
    except InvalidField as error:
        raise InvalidField(error.detail, field="goal") from error
    return goal


def foreseen(goal: Goal) -> Seen:
    """Read and solve a goal, from where it would start.

    Raises
    ------
    Busy
        If there is no room for it now.
    NotFound
        If it starts from what there is not.
    """
    start = start_of(db.session(), goal, owner())
    foresee: Foresee = current_app.extensions["storyworld.foresee"]
    room: threading.BoundedSemaphore = current_app.extensions["storyworld.previewing"]
    if not room.acquire(blocking=False):
        raise Busy
    try:
        return Seen(foresee(goal, start.before if start else None), start)
    finally:
        room.release()


@blueprint.post("/preview")
@speaks(
    body=Goal,
    aliases=ALIASES,
    answers={200: Preview},
    refuses=(404,),
    examples=({"goal": WARMED_BY},),
)
def preview() -> Response:
    """Say how a goal would be read and what the solver expects of it; nothing is started.

    By the rules alone, whichever models may plan: it costs nothing. Wordings that give what is
    missing, or turn the answer, were tried before they are told. Instead of a body, the fields may
    come in the query.
    """
    try:
        return answer(foreseen(goal_of(sent())).preview)
    except Busy:
        words = "as many goals as this server reads at once are being read: try again in a moment"
        return problem(503, words, headers={"Retry-After": str(RETRY_AFTER_S)})
