"""The web app: form or JSON -> record -> one archive call -> page or JSON.

============  =====================================================================
module        holds
============  =====================================================================
contract      what goes in and out: strict reading into records, JSON out
problems      one shape for every error
access        who asks, what they may do, and whose rows they see
keys          /keys: made, listed and revoked
security      headers, same-origin check, form tokens, trusted hosts
cors          which other origins' pages may read answers, and send by key
limits        how often one asker may ask
compression   text is compressed, static files are kept by browsers
database      the session
simulate      POST /simulate
preview       POST /preview: how a goal would be read, nothing started
judge         POST /judge: a film of anybody's against a goal
apart         the process that judges it
uploads       where uploaded files go: they never have a name
episodes      /episodes and what hangs below, terminate
films         /episodes/{id}/film: its bytes, or a link to them
reports       /episodes/{id}/report, crate and prov: all of it, to keep
worlds        /worlds and what hangs below: graph, branches, diff; /world-state
compare       /compare: two episodes held against each other
priors        /constraints/priors: what stood against earlier goals of a domain
calibration   /observers/calibration and its labels
webhooks      /webhooks: who is told of what happens, and what was delivered
events        /events: what happens, told as it happens
tailing       the one thread that looks for it, and those who listen
diagnostics   /diagnostics, /health
broker_watch  how the broker fares: asked seldom, with little patience
waiting       `Prefer: wait=n`: an answer that waits for the end of an episode
openapi       what the views say of themselves, put together
docs          /openapi.json, /docs
metrics       /metrics, as Prometheus reads it
logging       the id of each request, in its lines of the log and in its answer
pages         what people see: all of the above as pages, and pages of their own
============  =====================================================================
"""

import gc
from collections.abc import Callable
from functools import cache

from flask import Flask, Response, request

from storyworld import logs
from storyworld.records.identity import StepKey
from storyworld.settings import Settings
from storyworld.webhooks import addresses
from tasks import pipeline
from webapp import (
    access,
    broker_watch,
    calibration,
    compare,
    compression,
    cors,
    database,
    diagnostics,
    docs,
    episodes,
    events,
    films,
    judge,
    keys,
    limits,
    logging,
    metrics,
    pages,
    preview,
    priors,
    problems,
    reports,
    security,
    simulate,
    uploads,
    waiting,
    webhooks,
    worlds,
)

ANSWERING = (
    simulate,
    preview,
    judge,
    episodes,
    events,
    films,
    reports,
    worlds,
    compare,
    priors,
    calibration,
    webhooks,
    keys,
    diagnostics,
    docs,
    metrics,
)
"""The modules that have addresses of the API."""

Ring = Callable[[StepKey], bool]
Revoke = Callable[..., bool]


def create_app(
    settings: Settings | None = None,
    *,
    ring: Ring = pipeline.ring,
    revoke: Revoke = pipeline.revoke,
    store: films.Films | None = None,
    resolve: addresses.Resolve = addresses.resolve,
    foresee: preview.Foresee | None = None,
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
    resolve
        What the names in the addresses of webhooks mean.
    foresee
        Reads and solves a goal for a preview; the rules and the solvers if not given.

    Raises
    ------
    ConfigurationError
        If the settings are incomplete; the message holds the fix.
    """
    from storyworld import previewing
    from storyworld.artifacts import film_store

    foresee = foresee or previewing.preview
    ours = settings is None  # its log, and what it loads before it is asked
    if settings is None:
        settings = Settings.from_environment()
        logs.configure(settings.log_level, settings.log_format)
    app = Flask(__name__, template_folder="../templates", static_folder="../static")
    app.extensions["storyworld"] = settings
    app.extensions["storyworld.ring"] = ring
    app.extensions["storyworld.revoke"] = revoke
    app.extensions["storyworld.films"] = store or film_store(settings)
    app.extensions["storyworld.resolve"] = resolve
    logging.init_app(app)
    uploads.init_app(app)
    compression.init_app(app)  # what these two do to an answer is done last
    cors.init_app(app, settings)
    security.init_app(app, settings)
    limits.init_app(app, settings)  # who asks for what is another's is counted, too
    access.init_app(app, settings)
    problems.init_app(app)
    database.init_app(app, settings.database)
    judge.init_app(app, settings)
    preview.init_app(app, foresee)
    waiting.init_app(app)
    events.init_app(app, settings)
    metrics.init_app(app)
    broker_watch.init_app(app, settings)
    app.url_value_preprocessor(episodes.check_shape)
    for module in ANSWERING:
        app.register_blueprint(module.blueprint)
    pages.init_app(app)
    app.after_request(_not_twice)
    _pass_over_what_stays()
    if ours:
        preview.warm(foresee, _freeze)
    return app


@cache
def _pass_over_what_stays() -> None:
    """Do it once, however many apps a process makes."""
    _freeze()


def _freeze() -> None:
    """Have the garbage collector look at what requests make, not at all that was loaded at start.

    A page of the world graph makes thousands of records; every twentieth or so made the
    collector go through half a million objects that never go, which took 60 ms.
    """
    gc.collect()
    gc.freeze()


def _not_twice(response: Response) -> Response:
    """Let whoever has this answer already hear only that: ETag and 304."""
    streamed = response.is_streamed and not response.direct_passthrough
    if response.cache_control.no_store or streamed:  # to look at all of a stream would end it
        return response
    if request.method in {"GET", "HEAD"} and response.status_code == 200:
        if not response.direct_passthrough:
            response.add_etag(weak=True)  # of what it says: it may yet be compressed
        response.make_conditional(request)
    return response
