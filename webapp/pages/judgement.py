"""The pages at /judge: a form for a film and a goal, and what the film shows against the goal.

Nothing is kept: the page of a judgement is the answer to the form, and has no address of its own.
"""

import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from types import MappingProxyType
from typing import Any

from flask import Blueprint, Response, current_app, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge

from storyworld.epistemics.judging import guard_of
from storyworld.errors import RequestError
from storyworld.evidence_export.charts import Chart, chart
from storyworld.evidence_export.claims import claims_of
from storyworld.records.clip import (
    LEAST_FPS,
    LEAST_PX_PER_M,
    MOST_FPS,
    MOST_PX_PER_M,
    ClipJudged,
    ClipTerms,
    Watching,
)
from storyworld.records.constraint import ConstraintKind
from storyworld.records.goal import RiskProfile
from storyworld.records.observation import Observation
from storyworld.settings import Settings
from storyworld.vision.sandbox import MAX_FRAMES, MAX_SIDE_PX
from webapp import judge
from webapp.contract import by_field
from webapp.pages.copying import curl
from webapp.problems import of_http, too_much, wants_page
from webapp.security import UPLOADS
from webapp.simulate import EXAMPLES

blueprint = Blueprint("judgement", __name__)
_NOTHING: Mapping[str, str] = MappingProxyType({})
_FIELDS = {"goal", "clip", "px_per_m", "fps", "observers"}
GUARD = guard_of(RiskProfile.MEDIUM)
"""A film is judged as a goal of medium risk is."""


@dataclass(frozen=True)
class Seen:
    """What one observer saw, with the pictures of its series."""

    observation: Observation
    charts: tuple[Chart, ...]


@blueprint.get("/judge")
def form() -> str:
    """Ask for a film and a goal; whatever the address holds is filled in."""
    return _form({name: v for name, v in request.args.items() if name in _FIELDS - {"clip"}})


def result() -> Response:
    """Show what the film shows; or the form again, where nothing is wrong with what it asks."""
    try:
        terms, judged = judge.judged()
    except judge.NotJudged as reason:
        return _again(reason.status, _typed(), {"form": reason.detail}, reason.headers)
    return current_app.make_response(_shown(terms, judged))


def form_again(error: RequestError) -> Response:
    """Give the form as it was filled in, with what is wrong at its fields."""
    return _again(error.status, _typed(), by_field(error))


def too_large(error: RequestEntityTooLarge) -> Any:
    """Give the form where a film is too large, before it was read: nothing typed is known."""
    if request.endpoint == UPLOADS and wants_page():
        return _again(413, {}, {"form": too_much()})
    return of_http(error)


def _again(
    status: int,
    typed: Mapping[str, str],
    errors: Mapping[str, str],
    headers: Mapping[str, str] = _NOTHING,
) -> Response:
    page = _form(typed, errors)
    return current_app.response_class(page, status, dict(headers), mimetype="text/html")


def _typed() -> dict[str, str]:
    return {name: value for name, value in request.form.items() if name in _FIELDS}


def _form(typed: Mapping[str, str], errors: Mapping[str, str] = _NOTHING) -> str:
    settings: Settings = current_app.extensions["storyworld"]
    example = ClipTerms(goal=EXAMPLES[0])
    return render_template(
        "judge.html",
        typed=typed,
        errors=errors,
        elsewhere=[detail for field, detail in errors.items() if field not in _FIELDS],
        settings=settings,
        watching=tuple(Watching),
        models=settings.vision,
        most={"side_px": MAX_SIDE_PX, "frames": MAX_FRAMES},
        px_per_m=(LEAST_PX_PER_M, MOST_PX_PER_M),
        fps=(LEAST_FPS, MOST_FPS),
        examples=EXAMPLES,
        copies=_copies(example),
    )


def _shown(terms: ClipTerms, judged: ClipJudged) -> str:
    judgement = judged.judgement
    claims = claims_of(judgement.constraints, judgement.findings, judgement.ledger.evidence, GUARD)
    return render_template(
        "judged.html",
        terms=terms,
        j=judgement,
        claims=tuple(c for c in claims if c.constraint.kind is not ConstraintKind.PREMISE),
        premises=tuple(c for c in claims if c.constraint.kind is ConstraintKind.PREMISE),
        seen=tuple(_seen(observation, terms) for observation in judged.observations),
        violations=tuple(v for o in judged.observations for v in o.violations),
        guard=GUARD,
        copies=_copies(terms),
        record=judged.model_dump_json(indent=2),
    )


def _seen(observation: Observation, terms: ClipTerms) -> Seen:
    """Draw the series of an observer; below the first of them, which frames its evidence is of."""
    rate = terms.fps or _rate_of(observation)
    charts = (
        chart(series, observation.evidence if place == 0 and rate else (), rate or 1.0)
        for place, series in enumerate(observation.series)
    )
    return Seen(observation, tuple(charts))


def _rate_of(observation: Observation) -> float | None:
    """Tell the frame rate from the times of the samples: there is one a frame, but for gaps."""
    times = max((s.times_s for s in observation.series), key=len, default=())
    steps = [later - earlier for earlier, later in pairwise(times)]
    usual = median(steps) if steps else 0.0
    return 1.0 / usual if usual > 0 else None


def _copies(terms: ClipTerms) -> dict[str, str]:
    """Write how the same is asked for from a terminal: the film's name is not known here."""
    given = {"goal": terms.goal}
    given |= {n: f"{v:g}" for n, v in (("px_per_m", terms.px_per_m), ("fps", terms.fps)) if v}
    if terms.observers is not Watching.MEASURING:
        given["observers"] = terms.observers
    forms = " \\\n  ".join(
        f"--form-string {shlex.quote(f'{name}={value}')}" for name, value in given.items()
    )
    options = "".join(
        f" \\\n  --{name.replace('_', '-')} {shlex.quote(value)}"
        for name, value in given.items()
        if name != "observers"
    )
    settings: Settings = current_app.extensions["storyworld"]
    address = f"{request.host_url}judge"
    return {
        "curl": f"{curl(keyed=settings.keyed)} {address} \\\n  -F clip=@film.mp4 \\\n  {forms}",
        "command line": f"storyworld judge film.mp4{options}",
    }
