"""The pages: simulations, a new one, one in full, the observers; JavaScript optional."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from flask import Blueprint, Response, current_app, redirect, render_template, request, url_for

from storyworld.archive import calibration, labels
from storyworld.archive.listing import how_many
from storyworld.errors import RequestError
from storyworld.records.access import Scope
from storyworld.settings import Settings
from webapp import access
from webapp.access import owner
from webapp.contract import by_field, read, sent, texts
from webapp.database import db
from webapp.episodes import EpisodeQuery, Stretch, page_of
from webapp.pages import asking
from webapp.pages.dossier import open_dossier
from webapp.simulate import EXAMPLES

blueprint = Blueprint("console", __name__)
COUNTED = 1000  # how far the list is counted: nobody pages on to the end of more


@blueprint.get("/")
def index() -> str:
    """List the simulations."""
    query = read(EpisodeQuery, texts(request.args))
    page = page_of(query)
    matching = _matching(query, page)
    return render_template(
        "index.html",
        query=query,
        episodes=page.episodes,
        older=query.address("/", before=page.older) if page.older else None,
        newer=query.address("/", after=page.newer) if page.newer else None,
        matching=f"more than {COUNTED:,}" if matching > COUNTED else f"{matching:,}",
        filtered=bool(query.q or query.status or query.outcome),
        running=any(not e.state.terminal for e in page.episodes),
        examples=EXAMPLES,
    )


def _matching(query: EpisodeQuery, page: Stretch) -> int:
    """Count what matches, as far as it is counted; what is all on the page is counted already."""
    if page.older is None and page.newer is None and query.before is query.after is None:
        return len(page.episodes)
    return how_many(
        db.session(), owner(),
        outcome=query.outcome, status=query.status, search=query.q, most=COUNTED,
    )  # fmt: skip


@blueprint.get("/favicon.ico")
def icon() -> Response:
    """Send a browser to our icon: it asks here of answers that are no pages, and name none."""
    return redirect(url_for("static", filename="icon.svg"), 301)  # type: ignore[return-value]


@blueprint.get("/new")
def new() -> str:
    """Ask for a goal; whatever the address holds is filled in, and read."""
    return asking.page({k: v for k, v in request.args.items() if v})


@blueprint.post("/new")
def new_again() -> str:
    """Give the form back with its preview: what the script does while somebody types."""
    return asking.page(asking.reworded(texts(request.form).fields))


@blueprint.get("/simulations/<episode_id>")
def simulation(episode_id: str) -> str:
    """Show one simulation in full; with `?label=1` its films can be labelled.

    The form is only there when asked for: it needs a cookie, and reading sets none.
    """
    return _simulation(episode_id, labelling="label" in request.args)


def label_again(error: RequestError) -> Response | None:
    """Give the form of a label back as it was filled in, with its errors; None if of no film."""
    asker = access.asking()
    if asker is None or not asker.may(Scope.READ):  # whoever labels need not be one who reads
        return None
    typed, errors = sent().fields, by_field(error)
    name = typed.get("observation_id")
    if "observation_id" in errors or not isinstance(name, str) or not name.isprintable():
        return None
    episode_id = labels.episode_of(db.session(), name, owner())
    if episode_id is None:
        return None
    page = _simulation(episode_id, labelling=True, typed=typed, errors=errors)
    return current_app.response_class(page, error.status, mimetype="text/html")


def _simulation(
    episode_id: str,
    *,
    labelling: bool,
    typed: Mapping[str, Any] = MappingProxyType({}),
    errors: Mapping[str, str] = MappingProxyType({}),
) -> str:
    settings: Settings = current_app.extensions["storyworld"]
    dossier = open_dossier(db.session(), episode_id, owner=owner(), film_hours=settings.film_hours)
    return render_template(
        "simulation.html", d=dossier, labelling=labelling, typed=typed, errors=errors
    )


@blueprint.get("/observers")
def observers() -> str:
    """Show how right the observers were."""
    return render_template("observers.html", c=calibration.calibration(db.session(), owner=owner()))
