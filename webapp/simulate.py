"""POST /simulate: a goal enters."""

import logging
import re
import time

from flask import Blueprint, Response, current_app, g, redirect, request

from storyworld import tracing
from storyworld.archive import episodes
from storyworld.archive.engine import writing
from storyworld.errors import InvalidField
from storyworld.reading.admission import admit
from storyworld.records.answer import Accepted, Urls
from storyworld.records.episode import EpisodeResult, EpisodeSummary
from storyworld.records.goal import Goal
from storyworld.records.identity import StepKey
from storyworld.settings import Settings
from webapp.access import owner
from webapp.contract import Sent, answer, read, sent, speaks
from webapp.database import db
from webapp.problems import wants_page
from webapp.security import TOKEN_FIELD
from webapp.waiting import PREFER, wait_until_ended

log = logging.getLogger(__name__)
blueprint = Blueprint("simulate", __name__)
RETRY_AFTER_S = 1
IDEMPOTENCY_HEADER = "Idempotency-Key"
ALIASES = {"goal": "text"}
EXAMPLES = (
    "A steel ball dropped from 20 m reaches the ground in under 2.1 s",
    "A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away",
    "A ball thrown at 10 m/s from ground level crosses a 15 m gap at the same level",
    "A crate stays at rest on a 25 deg ramp, static friction 0.6",
    "Three 0.30 m boxes stacked with 12 cm stagger stand for 10 s",
    "A stone floats motionless in mid-air without support",
)
_KEY = re.compile(r"[\x21-\x7e]{1,255}")


@blueprint.post("/simulate")
@speaks(
    body=Goal,
    aliases=ALIASES,
    headers=(IDEMPOTENCY_HEADER, PREFER),
    answers={202: Accepted, 200: EpisodeResult},
    refuses=(404, 429),
    examples=tuple({"goal": goal} for goal in EXAMPLES),
)
def simulate() -> Response:
    """Take a goal; 202 with the addresses of its episode.

    With `Prefer: wait=n` the answer is 200 and the result itself if the episode has ended within
    n seconds. Instead of a body, the fields may come in the query.
    """
    given = sent()
    given = Sent({k: v for k, v in given.fields.items() if k != TOKEN_FIELD}, typed=given.typed)
    goal = read(Goal, given, aliases=ALIASES)
    admit(goal.text)
    summary, fresh = _take(goal)
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
            owner=owner(),
        )
    if created.fresh:
        _ring(created.key)
        tracing.begun(
            created.summary.episode_id,
            seconds=time.monotonic() - g.begun,
            request=g.request_id,
            caller=request.headers.get("traceparent"),
        )
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
    waited = wait_until_ended(summary.episode_id)
    if waited.ended:
        response = answer(episodes.result(db.session(), summary.episode_id))
        response.headers["Content-Location"] = urls.result
    else:
        now = episodes.summary(db.session(), summary.episode_id) if waited.seconds else summary
        response = answer(Accepted(episode_id=now.episode_id, status=now.status, urls=urls), 202)
        response.headers["Retry-After"] = str(RETRY_AFTER_S)
    response.headers["Location"] = urls.self
    if not fresh:
        response.headers["Idempotency-Replayed"] = "true"
    return waited.on(response)


def _see(address: str) -> Response:
    return current_app.make_response(redirect(address, 303))
