"""The report of an episode, for people to keep: one file that loads nothing."""

from flask import Blueprint, Response, current_app

from storyworld.archive.accounts import account
from storyworld.evidence_export.report import POLICY, report
from webapp.database import db

blueprint = Blueprint("reports", __name__, url_prefix="/episodes")


@blueprint.get("/<episode_id>/report")
def of_episode(episode_id: str) -> Response:
    """Give the report as it stands; its policy replaces that of our pages, and allows less."""
    text = report(account(db.session(), episode_id))
    headers = {
        "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
        "Content-Disposition": f'inline; filename="storyworld-{episode_id}.html"',
    }
    return current_app.response_class(text, headers=headers, mimetype="text/html")
