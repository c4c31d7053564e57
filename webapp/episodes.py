"""The episodes: list, one, its result, beats, steps and provenance; terminating one."""

import logging
import re
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from flask import Blueprint, Response, current_app, redirect
from pydantic import Field, StringConstraints

from storyworld.archive import episodes, listing, provenance
from storyworld.archive import steps as step_rows
from storyworld.archive.engine import writing
from storyworld.errors import NotFound
from storyworld.records.answer import Beats, EpisodeAnswer, EpisodePage, Provenance, Steps, Urls
from storyworld.records.episode import EpisodeResult, EpisodeSummary, RunStatus
from storyworld.records.frozen import Record
from storyworld.records.identity import Stage, StepKey
from storyworld.records.verdict import OutcomeKind
from webapp.access import owner
from webapp.contract import answer, speaks
from webapp.database import db
from webapp.problems import wants_page
from webapp.waiting import PREFER, wait_until_ended

log = logging.getLogger(__name__)
blueprint = Blueprint("episodes", __name__, url_prefix="/episodes")
RETRY_AFTER_S = 1
EPISODE_ID = re.compile(r"ep_[0-9a-z]{26}")
EpisodeCursor = Annotated[str, StringConstraints(pattern=r"^ep_[0-9a-z]{26}$")]
SearchText = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]


class EpisodeQuery(Record):
    """Which episodes are asked for."""

    limit: Annotated[int, Field(ge=1, le=100)] = 25
    before: EpisodeCursor | None = None
    after: EpisodeCursor | None = None
    outcome: OutcomeKind | None = None
    status: RunStatus | None = None
    q: SearchText | None = None

    def address(self, path: str, before: str | None = None, after: str | None = None) -> str:
        """Give the address of this list: from the start, from below an episode, or above one."""
        asked = self.model_dump(mode="json", exclude_defaults=True)
        asked |= {"before": before, "after": after}
        query = urlencode({k: v for k, v in asked.items() if v is not None})
        return f"{path}?{query}" if query else path


def check_shape(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Refuse what cannot be an episode's name before anything is asked of the archive."""
    episode_id = (values or {}).get("episode_id")
    if episode_id is not None and not EPISODE_ID.fullmatch(episode_id):
        raise NotFound(
            "there is no such episode: a name is ep_ and 26 digits or lower-case letters, "
            "GET /episodes lists them",
            field="episode_id",
        )


@dataclass(frozen=True)
class Stretch:
    """One page of summaries, and the episodes beyond which there are older and newer ones."""

    episodes: tuple[EpisodeSummary, ...]
    older: str | None
    newer: str | None


def page_of(query: EpisodeQuery) -> Stretch:
    """Give one page of summaries, newest first."""
    found = listing.summaries(
        db.session(),
        limit=query.limit + 1,
        before=query.before,
        after=query.after,
        outcome=query.outcome,
        status=query.status,
        search=query.q,
        owner=owner(),
    )
    more = len(found) > query.limit
    if query.after is None:
        page = found[: query.limit]
        older, newer = more, query.before is not None
    else:  # found from below, so that it is the newest which is one too many
        page = found[-query.limit :]
        older, newer = True, more
    if not page:
        return Stretch((), None, None)
    return Stretch(
        page, page[-1].episode_id if older else None, page[0].episode_id if newer else None
    )


@blueprint.get("")
@speaks(query=EpisodeQuery)
def several(query: EpisodeQuery) -> EpisodePage:
    """List episodes, newest first.

    `before` gives those older than an episode, `after` those newer, the nearest of them.
    """
    page = page_of(query)
    return EpisodePage(
        episodes=tuple(EpisodeAnswer.of(summary) for summary in page.episodes),
        next=query.address("/episodes", before=page.older) if page.older else None,
    )


@blueprint.get("/<episode_id>")
@speaks(headers=(PREFER,), answers={200: EpisodeAnswer})
def one(episode_id: str) -> Response:
    """Say where one episode stands.

    With `Prefer: wait=n` it answers once the episode has ended, or n seconds are over.
    """
    applied = wait_until_ended(episode_id)
    return applied.on(answer(EpisodeAnswer.of(episodes.summary(db.session(), episode_id))))


@blueprint.get("/<episode_id>/result")
@speaks(headers=(PREFER,), answers={200: EpisodeResult})
def result(episode_id: str) -> Response:
    """Give the outcome; while in progress, when to ask again.

    With `Prefer: wait=n` it answers once the episode has ended, or n seconds are over.
    """
    applied = wait_until_ended(episode_id)
    found = episodes.result(db.session(), episode_id)
    response = answer(found)
    if not found.state.terminal:
        response.headers["Retry-After"] = str(RETRY_AFTER_S)
    return applied.on(response)


@blueprint.get("/<episode_id>/beats")
@speaks()
def beats(episode_id: str) -> Beats:
    """Give the beats with their attempts."""
    return Beats.of(episode_id, episodes.beats(db.session(), episode_id))


@blueprint.get("/<episode_id>/steps")
@speaks()
def steps(episode_id: str) -> Steps:
    """Give every stage of every attempt."""
    return Steps(episode_id=episode_id, steps=episodes.steps(db.session(), episode_id))


@blueprint.get("/<episode_id>/provenance")
@speaks()
def entries(episode_id: str) -> Provenance:
    """Give who did what, with what, at what cost."""
    found = provenance.entries(db.session(), episode_id)
    return Provenance(episode_id=episode_id, provenance=found)


@blueprint.post("/<episode_id>/terminate")
@speaks(refuses=(403, 409, 413))
def terminate(episode_id: str) -> EpisodeAnswer | Response:
    """Stop an episode for good; then, best effort, the render that is going on for it."""
    with writing(db.engine) as session:
        stopped = episodes.terminate(session, episode_id)
        renders = step_rows.withdrawn(session, episode_id, Stage.RENDER)
    if renders:
        _revoke(renders)
    if wants_page():
        return current_app.make_response(redirect(Urls.of(episode_id).page, 303))
    return EpisodeAnswer.of(stopped)


def _revoke(renders: tuple[StepKey, ...]) -> None:
    try:
        current_app.extensions["storyworld.revoke"](*renders)
    except Exception as error:  # noqa: BLE001 - the episode has ended; its film is for nobody
        log.warning("%s could not be revoked: %s", renders, error)
