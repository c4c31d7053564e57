"""What stood against an owner's earlier goals: offered to later plans, never evidence."""

from typing import Annotated

from flask import Blueprint
from pydantic import Field

from storyworld.archive import memory
from storyworld.records.answer import Priors
from storyworld.records.frozen import Record
from storyworld.records.goal import Domain
from webapp.access import owner
from webapp.contract import speaks
from webapp.database import db

blueprint = Blueprint("priors", __name__, url_prefix="/constraints")


class PriorQuery(Record):
    """Which domain is asked for, and how many of its constraints at most."""

    domain: Domain
    limit: Annotated[int, Field(ge=1, le=100)] = 10


@blueprint.get("/priors")
@speaks(query=PriorQuery)
def priors(query: PriorQuery) -> Priors:
    """Give the constraints that the asker's earlier goals of a domain violated most often."""
    found = memory.priors(db.session(), query.domain, query.limit, owner=owner())
    return Priors(domain=query.domain, priors=found)
