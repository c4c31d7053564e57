"""What an operator looks at first."""

import shutil
from datetime import UTC, datetime

from flask import Blueprint, Response, current_app
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from storyworld import __version__
from storyworld.archive import diagnostics
from storyworld.diagnosing import concerns
from storyworld.epistemics.judging import RULES_VERSION
from storyworld.records.answer import Health
from storyworld.records.diagnostics import Diagnostics, StorageView, Versions
from storyworld.records.render import SCHEMA_VERSION
from storyworld.settings import Settings
from webapp import broker_watch
from webapp.access import owner
from webapp.contract import answer, speaks
from webapp.database import db

blueprint = Blueprint("diagnostics", __name__)


@blueprint.get("/diagnostics")
@speaks()
def state() -> Diagnostics:
    """Say what is wrong and what to do; workers, queues, failures, storage, money, the broker.

    The broker is asked how many commands it was given at most once a minute, and waited for a
    second at most.
    """
    return found()


def found() -> Diagnostics:
    """Look at everything, and at what is wrong with it."""
    settings: Settings = current_app.extensions["storyworld"]
    broker = broker_watch.look()
    now = datetime.now(UTC)
    of_archive = diagnostics.diagnostics(db.session(), owner=owner(), now=now)
    whole = Diagnostics(
        workers=of_archive.workers,
        queues=of_archive.queues,
        given_up_today=of_archive.given_up_today,
        episodes=of_archive.episodes,
        last_failures=of_archive.last_failures,
        database=of_archive.database,
        storage=StorageView(
            bucket=settings.bucket,
            films_kept=of_archive.films_kept,
            films_deleted=of_archive.films_deleted,
            film_bytes=of_archive.film_bytes,
            film_hours=settings.film_hours,
            free_bytes=shutil.disk_usage(settings.home).free,
            least_free_bytes=settings.min_free_mb * 10**6,
        ),
        observers=of_archive.observers,
        breakers=of_archive.breakers,
        spending=of_archive.spending,
        broker=broker_watch.view(broker, of_archive.commands),
        versions=Versions(storyworld=__version__, rules=RULES_VERSION, messages=SCHEMA_VERSION),
        asked_at=now,
    )
    return whole.revised(concerns=concerns(whole))


@blueprint.get("/health")
@speaks(answers={200: Health, 503: Health})
def health() -> Response:
    """Say whether the archive answers; cheap enough to be asked every second."""
    try:
        db.session().execute(text("SELECT 1 FROM episodes LIMIT 1"))
    except SQLAlchemyError:
        return answer(
            Health(status="unavailable", database="unavailable", version=__version__), 503
        )
    return answer(Health(status="ok", database="ok", version=__version__))
