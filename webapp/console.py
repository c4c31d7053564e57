"""The pages: simulations, a new one, one in full, the observers; JavaScript optional."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from flask import Blueprint, Response, current_app, render_template, request

from storyworld.archive import calibration, labels
from storyworld.errors import RequestError
from storyworld.records.goal import Backend, CostPolicy, RiskProfile
from storyworld.settings import Settings
from webapp.access import owner
from webapp.contract import InvalidRecord, read, texts
from webapp.database import db
from webapp.dossier import open_dossier
from webapp.episodes import EpisodeQuery, page_of

blueprint = Blueprint("console", __name__)

EXAMPLES = (
    "A steel ball dropped from 20 m reaches the ground in under 2.1 s",
    "A ball thrown at 20 m/s and 45 deg clears a 5 m wall 10 m away",
    "A ball thrown at 10 m/s from ground level crosses a 15 m gap at the same level",
    "A crate stays at rest on a 25 deg ramp, static friction 0.6",
    "Three 0.30 m boxes stacked with 12 cm stagger stand for 10 s",
    "A stone floats motionless in mid-air without support",
)


@blueprint.get("/")
def index() -> str:
    """List the simulations."""
    asked = texts(request.args)
    query = read(EpisodeQuery, asked)
    page, before = page_of(query)
    return render_template(
        "index.html",
        query=query,
        episodes=page,
        next=query.address("/", before) if before else None,
        filtered=bool(query.q or query.status or query.outcome),
        running=any(not e.state.terminal for e in page),
        examples=EXAMPLES,
    )


@blueprint.get("/new")
def new() -> str:
    """Ask for a goal; whatever the address holds is filled in."""
    return _form({k: v for k, v in request.args.items() if v}, {})


@blueprint.get("/simulations/<episode_id>")
def simulation(episode_id: str) -> str:
    """Show one simulation in full; with `?label=1` its films can be labelled.

    The form is only there when asked for: it needs a cookie, and reading sets none.
    """
    return _simulation(episode_id, labelling="label" in request.args)


def label_again(typed: Mapping[str, Any], error: RequestError) -> Response | None:
    """Give the form of a label back as it was filled in, with its errors; None if of no film."""
    errors = _by_field(error)
    name = typed.get("observation_id")
    if "observation_id" in errors or not isinstance(name, str) or not name.isprintable():
        return None
    episode_id = labels.episode_of(db.session(), name)
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
    return render_template("observers.html", c=calibration.calibration(db.session()))


def form_again(typed: Mapping[str, Any], error: RequestError) -> Response:
    """Give the form back as it was typed, each error at its field."""
    page = _form(typed, _by_field(error))
    return current_app.response_class(page, error.status, mimetype="text/html")


def _by_field(error: RequestError) -> dict[str, str]:
    pairs = error.errors if isinstance(error, InvalidRecord) else ((error.field, error.detail),)
    return {field or "form": detail for field, detail in pairs}


def _form(typed: Mapping[str, Any], errors: Mapping[str, str]) -> str:
    settings: Settings = current_app.extensions["storyworld"]
    fields = {"goal", "budget_usd", "risk_profile", "cost_policy", "backend", "seed"}
    return render_template(
        "new.html",
        typed={k: str(v) for k, v in typed.items()},
        errors=errors,
        elsewhere=[detail for field, detail in errors.items() if field not in fields],
        settings=settings,
        risk_profiles=tuple(RiskProfile),
        cost_policies=tuple(CostPolicy),
        backends=tuple(Backend),
        examples=EXAMPLES,
    )
