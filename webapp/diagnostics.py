"""What an operator looks at first."""

from flask import Blueprint, Response
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from storyworld import __version__
from storyworld.archive import diagnostics
from storyworld.records.episode import Diagnostics
from webapp.answers import Health
from webapp.contract import answer, speaks
from webapp.database import db

blueprint = Blueprint("diagnostics", __name__)


@blueprint.get("/diagnostics")
@speaks()
def state() -> Diagnostics:
    """Count queues, episodes and last failures."""
    return diagnostics.diagnostics(db.session())


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
