"""The films themselves, for as long as they are kept: nothing that was decided rests on them.

A film in a bucket is shown by a link that is made for this one request and lasts minutes, so that
no URL that anybody could follow is ever stored. A film on disk is given out from here.
"""

from pathlib import Path
from typing import Annotated, Protocol

from flask import Blueprint, Response, current_app, send_file
from pydantic import Field

from storyworld.archive import retention, runs
from storyworld.errors import NotFound, StageError
from storyworld.records.answer import Urls
from storyworld.records.frozen import Record
from storyworld.records.identity import AttemptKey
from storyworld.records.provenance import FailureCode
from storyworld.records.render import Artifact
from storyworld.settings import Settings
from webapp.contract import speaks
from webapp.database import db
from webapp.problems import problem

blueprint = Blueprint("films", __name__, url_prefix="/episodes")
RETRY_AFTER_S = 30


class Films(Protocol):
    """What the web app needs of a store: see :class:`storyworld.ports.ArtifactStore`."""

    def link(self, artifact: Artifact, seconds: int) -> str | None:
        """Give a URL that lets anybody read the film for so long; None where there is no such."""
        ...

    def fetch(self, artifact: Artifact, into: Path) -> Path:
        """Give the verified film on disk; a store without links has it there already."""
        ...


class FilmQuery(Record):
    """Which film of an episode is asked for."""

    beat: Annotated[int, Field(ge=0, le=10_000)] = 0
    attempt: Annotated[int, Field(ge=0, le=10_000)] = 0


@blueprint.get("/<episode_id>/film")
@speaks(
    query=FilmQuery,
    answers={200: "video/mp4", 206: "video/mp4", 302: None},
    refuses=(410, 416),
)
def film(episode_id: str, query: FilmQuery) -> Response:
    """Give the film of an attempt, or say since when there is none."""
    session = db.session()
    runs.get(session, episode_id)
    key = AttemptKey(episode_id=episode_id, beat=query.beat, attempt=query.attempt)
    kept = retention.film(session, key)
    if kept is None:
        raise NotFound(
            f"there is no film of beat {query.beat}, attempt {query.attempt}: "
            f"GET {Urls.of(episode_id).beats} lists what was made",
            field="attempt",
        )
    if kept.deleted_at is not None:
        return _gone(kept)
    try:
        return _given(kept.artifact)
    except StageError as error:
        return _not_given(error)


def _given(artifact: Artifact) -> Response:
    settings: Settings = current_app.extensions["storyworld"]
    films: Films = current_app.extensions["storyworld.films"]
    link = films.link(artifact, settings.link_s)
    if link is not None:
        headers = {"Location": link, "Cache-Control": "no-store"}
        return current_app.response_class(status=302, headers=headers)
    response = send_file(
        films.fetch(artifact, settings.home),
        mimetype="video/mp4",  # whatever a render worker says that it is
        download_name=f"{artifact.sha256[:12]}.mp4",
        conditional=True,
        etag=artifact.sha256,
    )
    response.headers["Cache-Control"] = "no-cache, private"
    return response


def _gone(kept: retention.KeptFilm) -> Response:
    settings: Settings = current_app.extensions["storyworld"]
    at = kept.deleted_at
    words = (
        f"the film was deleted at {at:%Y-%m-%d %H:%M} UTC: films are kept for "
        f"{settings.film_hours:g} hours (STORYWORLD_FILM_HOURS). What was decided of it stands: "
        f"GET {Urls.of(kept.key.episode_id).result}"
    )
    return problem(410, words, deleted_at=at and at.isoformat(), sha256=kept.artifact.sha256)


def _not_given(error: StageError) -> Response:
    match error.failure.code:
        case FailureCode.ARTIFACT_MISSING:
            words = "the film is not where it is kept: it was not admitted yet, or was lost"
            return problem(404, words)
        case FailureCode.ARTIFACT_MISMATCH:
            words = "the film's bytes have changed since it was observed: it is not given out"
            return problem(500, words)
        case _:
            words = "the store of films does not give it: try again, then tell the operator"
            return problem(503, words, headers={"Retry-After": str(RETRY_AFTER_S)})
