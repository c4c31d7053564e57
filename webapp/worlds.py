"""The worlds: what an episode established."""

from flask import Blueprint

from storyworld.archive import world
from storyworld.records.world import WorldState
from webapp.contract import speaks
from webapp.database import db

blueprint = Blueprint("worlds", __name__)


@blueprint.get("/world-state/<episode_id>")
@speaks()
def state(episode_id: str) -> WorldState:
    """Give an episode's branch of its world."""
    return world.world_state(db.session(), episode_id)
