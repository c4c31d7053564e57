"""The web app: form or JSON -> record -> one archive call -> page or JSON.

============  =====================================================================
module        holds
============  =====================================================================
contract      what goes in and out: strict reading into records, JSON out
answers       the records the API adds to the vocabulary
problems      one shape for every error
security      headers, same-origin check, form tokens, trusted hosts
database      the session
simulate      POST /simulate
judge         POST /judge: a film of anybody's against a goal; judge_page is what people see
apart         the process that judges it
uploads       where uploaded files go: they never have a name
episodes      /episodes and what hangs below, terminate
films         /episodes/{id}/film: its bytes, or a link to them
reports       /episodes/{id}/report, crate and prov: all of it, to keep
worlds        /worlds and what hangs below: graph, branches, diff; /world-state
priors        /constraints/priors: what stood against earlier goals of a domain
calibration   /observers/calibration and its labels
diagnostics   /diagnostics, /health; diagnostics_page is what people see of it
broker_watch  how the broker fares: asked seldom, with little patience
waiting       `Prefer: wait=n`: an answer that waits for the end of an episode
openapi       what the views say of themselves, put together
docs          /openapi.json, /docs
metrics       /metrics, as Prometheus reads it
logging       the id of each request, in its lines of the log and in its answer
console       the pages: /, /new, /simulations/{id}, /observers
dossier       everything the page of a simulation shows, read in one snapshot
words         what the templates are taught of how values are written for people
============  =====================================================================
"""

import gc
from collections.abc import Callable
from functools import cache

from flask import Flask, Response, request

from storyworld import logs
from storyworld.records.identity import StepKey
from storyworld.settings import Settings
from tasks import pipeline
from webapp import (
    broker_watch,
    calibration,
    console,
    database,
    diagnostics,
    diagnostics_page,  # noqa: F401 - /diagnostics for people
    docs,
    episodes,
    films,
    judge,
    judge_page,  # noqa: F401 - /judge for people
    logging,
    metrics,
    priors,
    problems,
    reports,
    security,
    simulate,
    uploads,
    waiting,
    words,
    worlds,
)

Ring = Callable[[StepKey], bool]
Revoke = Callable[..., bool]


def create_app(
    settings: Settings | None = None,
    *,
    ring: Ring = pipeline.ring,
    revoke: Revoke = pipeline.revoke,
    store: films.Films | None = None,
) -> Flask:
    """Make the web app.

    Parameters
    ----------
    settings
        Read from the environment if not given.
    ring
        Tells the workers, after commit, that a step is ready; best effort.
    revoke
        Tells them, after commit, that nobody wants the renders of some keys; best effort.
    store
        Where films are read; the one that the settings name if not given.

    Raises
    ------
    ConfigurationError
        If the settings are incomplete; the message holds the fix.
    """
    from storyworld.artifacts import film_store

    if settings is None:  # this process is ours, and so is its log
        settings = Settings.from_environment()
        logs.configure(settings.log_level, settings.log_format)
    app = Flask(__name__, template_folder="../templates", static_folder="../static")
    app.extensions["storyworld"] = settings
    app.extensions["storyworld.ring"] = ring
    app.extensions["storyworld.revoke"] = revoke
    app.extensions["storyworld.films"] = store or film_store(settings)
    logging.init_app(app)
    uploads.init_app(app)
    security.init_app(app, settings)
    problems.init_app(app)
    database.init_app(app, settings.database)
    words.init_app(app)
    judge.init_app(app, settings)
    waiting.init_app(app)
    metrics.init_app(app)
    broker_watch.init_app(app, settings)
    app.url_value_preprocessor(episodes.check_shape)
    app.register_blueprint(simulate.blueprint)
    app.register_blueprint(judge.blueprint)
    app.register_blueprint(episodes.blueprint)
    app.register_blueprint(films.blueprint)
    app.register_blueprint(reports.blueprint)
    app.register_blueprint(worlds.blueprint)
    app.register_blueprint(priors.blueprint)
    app.register_blueprint(calibration.blueprint)
    app.register_blueprint(diagnostics.blueprint)
    app.register_blueprint(docs.blueprint)
    app.register_blueprint(metrics.blueprint)
    app.register_blueprint(console.blueprint)
    app.after_request(_not_twice)
    _pass_over_what_stays()
    return app


@cache
def _pass_over_what_stays() -> None:
    """Have the garbage collector look at what requests make, not at all that was loaded at start.

    A page of the world graph makes thousands of records; every twentieth or so made the
    collector go through half a million objects that never go, which took 60 ms.
    """
    gc.collect()
    gc.freeze()


def _not_twice(response: Response) -> Response:
    """Let whoever has this answer already hear only that: ETag and 304."""
    if response.cache_control.no_store:
        return response
    if request.method in {"GET", "HEAD"} and response.status_code == 200:
        if not response.direct_passthrough and not response.is_streamed:
            response.add_etag()
        response.make_conditional(request)
    return response
