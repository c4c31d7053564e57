"""The observers: what people say of films, and how right observers were by it."""

from flask import Blueprint, Response, current_app, redirect

from storyworld.archive import calibration, labels
from storyworld.archive.engine import writing
from storyworld.records.answer import Urls
from storyworld.records.calibration import Calibration, FilmLabel, Labelling
from webapp.access import owner
from webapp.contract import Sent, answer, read, sent, speaks
from webapp.database import db
from webapp.problems import wants_page
from webapp.security import TOKEN_FIELD

blueprint = Blueprint("calibration", __name__, url_prefix="/observers/calibration")
EXAMPLES = ({"sha256": "e3b0c442" * 8, "label": "valid", "labelled_by": "Ada"},)
EXAMPLE = '{"observation_id": "obs_...", "label": "valid", "labelled_by": "..."}'


@blueprint.get("")
@speaks()
def state() -> Calibration:
    """Say how the observers fare against the labels, over the asker's films."""
    return calibration.calibration(db.session(), owner=owner())


@blueprint.post("/labels")
@speaks(body=Labelling, answers={201: FilmLabel}, refuses=(404, 409), examples=EXAMPLES)
def label() -> Response:
    """Take what somebody says a film shows; 201 with the row, or back to the film's page."""
    given = sent(EXAMPLE)
    fields = {k: v for k, v in given.fields.items() if k != TOKEN_FIELD}
    labelling = read(Labelling, Sent(fields, typed=given.typed))
    with writing(db.engine) as session:
        made = labels.add(session, labelling, owner())
    return _to_the_film(made) if wants_page() else answer(made, 201)


def _to_the_film(made: FilmLabel) -> Response:
    page = Urls.of(made.film.episode_id).page
    address = f"{page}#film-{made.film.beat}-{made.film.attempt}"
    return current_app.make_response(redirect(address, 303))
