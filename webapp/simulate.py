"""POST /simulate: a goal enters."""

import logging
import re

from flask import Blueprint, Response, current_app, redirect, request

from storyworld.archive import episodes
from storyworld.archive.engine import writing
from storyworld.errors import InvalidField, RequestError
from storyworld.reading.admission import admit
from storyworld.records.episode import EpisodeSummary
from storyworld.records.goal import Goal
from storyworld.records.identity import StepKey
from storyworld.settings import Settings
from webapp import console
from webapp.answers import Accepted, Urls
from webapp.contract import Sent, answer, read, sent
from webapp.database import db
from webapp.problems import wants_page
from webapp.security import TOKEN_FIELD

log = logging.getLogger(__name__)
blueprint = Blueprint("simulate", __name__)
RETRY_AFTER_S = 1
IDEMPOTENCY_HEADER = "Idempotency-Key"
_KEY = re.compile(r"[\x21-\x7e]{1,255}")


@blueprint.post("/simulate")
def simulate() -> Response:
    """Take a goal; 202 with the addresses of its episode, or back to the form with its errors."""
    given = sent()
    given = Sent({k: v for k, v in given.fields.items() if k != TOKEN_FIELD}, typed=given.typed)
    try:
        goal = read(Goal, given, aliases={"goal": "text"})
        admit(goal.text)
        summary, fresh = _take(goal)
    except RequestError as error:
        if wants_page():
            return console.form_again(given.fields, error)
        raise
    return _taken(summary, fresh=fresh)


def _take(goal: Goal) -> tuple[EpisodeSummary, bool]:
    """Write the episode and its first step, commit, then ring: never the other way round."""
    settings: Settings = current_app.extensions["storyworld"]
    with writing(db.engine) as session:
        created = episodes.create(
            session,
            goal,
            backend=settings.backend,
            budget_usd=settings.budget_usd,
            queue_limit=settings.queue_limit,
            idempotency=_idempotency(goal),
        )
    if created.fresh:
        _ring(created.key)
    return created.summary, created.fresh


def _idempotency(goal: Goal) -> episodes.Idempotency | None:
    key = request.headers.get(IDEMPOTENCY_HEADER)
    if key is None:
        return None
    if not _KEY.fullmatch(key):
        detail = f"{IDEMPOTENCY_HEADER} is 1 to 255 printable characters without spaces"
        raise InvalidField(detail, field=IDEMPOTENCY_HEADER)
    return episodes.Idempotency(key=key, body_sha256=goal.digest())


def _ring(key: StepKey) -> None:
    try:
        current_app.extensions["storyworld.ring"](key)
    except Exception as error:  # noqa: BLE001 - the episode is safe; the reconciler sends it
        log.warning("the bell for %s failed: %s; the reconciler will send it", key, error)


def _taken(summary: EpisodeSummary, *, fresh: bool) -> Response:
    urls = Urls.of(summary.episode_id)
    if wants_page():
        return _see(urls.page)
    accepted = Accepted(episode_id=summary.episode_id, status=summary.status, urls=urls)
    response = answer(accepted, 202)
    response.headers["Location"] = urls.self
    response.headers["Retry-After"] = str(RETRY_AFTER_S)
    if not fresh:
        response.headers["Idempotency-Replayed"] = "true"
    return response


def _see(address: str) -> Response:
    return current_app.make_response(redirect(address, 303))
