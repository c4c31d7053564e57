"""An episode to keep: its report for people, its crate and its provenance for machines."""

from flask import Blueprint, Response, current_app

from storyworld.archive.accounts import account
from storyworld.archive.engine import reading
from storyworld.evidence_export.crate import crate_bytes
from storyworld.evidence_export.prov import prov_json
from storyworld.evidence_export.report import POLICY, report
from storyworld.records.account import Account
from webapp.contract import speaks
from webapp.database import db

blueprint = Blueprint("reports", __name__, url_prefix="/episodes")


@blueprint.get("/<episode_id>/report")
@speaks(answers={200: "text/html"})
def of_episode(episode_id: str) -> Response:
    """Give the report as it stands; its policy replaces that of our pages, and allows less."""
    response = _file(report(_told(episode_id)), "text/html", f"{episode_id}.html")
    response.headers["Content-Security-Policy"] = f"{POLICY}; frame-ancestors 'none'"
    return response


@blueprint.get("/<episode_id>/crate")
@speaks(answers={200: "application/zip"})
def crate(episode_id: str) -> Response:
    """Give the crate, which `storyworld verify` checks; of films it holds the digests."""
    content = crate_bytes(_told(episode_id))
    return _file(content, "application/zip", f"{episode_id}.zip", shown=False)


@blueprint.get("/<episode_id>/prov")
@speaks(answers={200: "application/json"})
def prov(episode_id: str) -> Response:
    """Give the provenance as W3C PROV-JSON."""
    content = prov_json(_told(episode_id))
    return _file(content, "application/json", f"{episode_id}.prov.json")


def _told(episode_id: str) -> Account:
    with reading(db.engine) as session:
        return account(session, episode_id)


def _file(content: str | bytes, kind: str, name: str, *, shown: bool = True) -> Response:
    disposition = f'{"inline" if shown else "attachment"}; filename="storyworld-{name}"'
    headers = {"Content-Disposition": disposition}
    return current_app.response_class(content, headers=headers, mimetype=kind)
