"""What the templates of the pages are taught: the words of the report, and a few of their own."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from flask import Flask, Response, send_from_directory
from jinja2 import ChoiceLoader, PackageLoader, StrictUndefined

from storyworld import evidence_export
from storyworld.evidence_export import gauges
from storyworld.evidence_export.wording import (
    FILTERS,
    SOURCES,
    asked,
    bands,
    mark,
    plainly,
    sharp,
    signed,
    usd,
)
from storyworld.records.calibration import Label
from storyworld.records.comparison import ComparedEpisode
from storyworld.records.episode import EpisodeSummary, RunStatus, StepView
from storyworld.records.goal import UNPLACED_QUANTITY, MissingParameter
from storyworld.records.verdict import OutcomeKind, WeakestClaim
from storyworld.settings import Settings
from webapp.pages.copying import curl
from webapp.security import TOKEN_FIELD, form_token

PICTURES = "pictures.css"
_REPORT_STYLE = Path(evidence_export.__file__).parent / "static"
LABELS = {
    Label.VALID: "what is physically right, and what was asked",
    Label.IMPOSSIBLE: "a law of physics is broken",
    Label.CONTRADICTS: "another outcome than was asked",
    Label.UNCLEAR: "none of these can be told",
}


def init_app(app: Flask) -> None:
    """Teach the templates these words and pictures; an undefined name in a template is an error."""
    settings: Settings = app.extensions["storyworld"]
    shared = PackageLoader("storyworld.evidence_export")
    app.jinja_loader = ChoiceLoader([loader for loader in (app.jinja_loader, shared) if loader])
    app.view_functions["static"] = partial(_static, app)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(FILTERS)
    app.jinja_env.filters.update(
        age=age, ahead=ahead, spent=spent, to_the_minute=to_the_minute, weakly=weakly
    )
    app.jinja_env.globals.update(
        RunStatus=RunStatus, OutcomeKind=OutcomeKind, SOURCES=SOURCES, LABELS=LABELS,
        gauges=gauges, asked=asked, left_over=left_over, mark_of=mark_of, form_token=form_token,
        TOKEN_FIELD=TOKEN_FIELD, CURL=curl(keyed=settings.keyed),
    )  # fmt: skip


def left_over(missing: Iterable[MissingParameter]) -> str:
    """Say of the numbers that went into no parameter whether anything hangs on them."""
    if any(m.name == UNPLACED_QUANTITY for m in missing):
        return "read, but not known of what: that keeps the goal open"
    return "read, and not needed"


def _static(app: Flask, filename: str) -> Response:
    """Send a file of ours; the style of the report's pictures is there once, in its package."""
    if filename != PICTURES:
        return app.send_static_file(filename)
    age = app.get_send_file_max_age(filename)
    return send_from_directory(_REPORT_STYLE, filename, max_age=age)


def mark_of(episode: EpisodeSummary | ComparedEpisode) -> tuple[str, str, str]:
    """Give what an episode is known by: its outcome, or that the machinery failed."""
    if episode.status in (RunStatus.FAILED, RunStatus.QUEUED):
        return mark(episode.status)
    return mark(episode.outcome)


def step_state(step: StepView) -> str:
    """Tell a ready step that a worker took from one that nobody has."""
    return ("working" if step.claims else "waiting") if step.state == "ready" else step.state


def age(then: datetime, now: datetime | None = None) -> str:
    """Write how long ago, in the coarsest unit that is not zero; never in seconds.

    Coarse on purpose: a page that has not changed keeps its ETag.
    """
    seconds = ((now or datetime.now(UTC)) - then).total_seconds()
    for name, length in (("d", 86_400), ("h", 3_600), ("min", 60)):
        if seconds >= length:
            return f"{int(seconds // length)} {name} ago"
    return "just now"


def ahead(then: datetime, now: datetime | None = None) -> str:
    """Write how far off an instant is, as coarsely; what is due may happen at any time."""
    seconds = (then - (now or datetime.now(UTC))).total_seconds()
    for name, length in (("d", 86_400), ("h", 3_600)):
        if seconds >= length:
            return f"in {int(seconds // length)} {name}"
    return "within the hour" if seconds > 0 else "any time now"


def spent(episode: EpisodeSummary | ComparedEpisode) -> str:
    """Write what an episode has cost, as far as that is known."""
    if episode.cost_complete:
        return usd(episode.cost_usd)
    return f"at least {usd(episode.cost_usd)}" if episode.cost_usd else usd(None)


def weakly(claim: WeakestClaim) -> str:
    """Write what an outcome hangs on: ``clears wall: margin +0.40 m, 1.2 bands``."""
    name = plainly(claim.claim)
    if claim.margin is None:
        words = mark(claim.status)[1].lower()
        return f"{name}: {words}"
    margin = signed(sharp(claim.margin))
    if claim.bands is None:
        return f"{name}: margin {margin}, exact"
    return f"{name}: margin {margin}, {bands(claim.bands)} bands"


def to_the_minute(then: datetime) -> str:
    """Write an instant to the minute, in UTC."""
    return then.astimezone(UTC).strftime("%Y-%m-%d %H:%M")
