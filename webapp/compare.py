"""/compare: two episodes held against each other."""

from typing import Annotated

from flask import Blueprint
from pydantic import StringConstraints

from storyworld.archive import pairs
from storyworld.archive.engine import reading
from storyworld.evidence_export.comparing import compare
from storyworld.records.comparison import EpisodeDiff
from storyworld.records.frozen import Record
from webapp.access import owner
from webapp.contract import speaks
from webapp.database import db

blueprint = Blueprint("compare", __name__)
EpisodeId = Annotated[str, StringConstraints(pattern=r"^ep_[0-9a-z]{26}$")]


class CompareQuery(Record):
    """Which two episodes are compared."""

    a: EpisodeId
    b: EpisodeId


@blueprint.get("/compare")
@speaks(query=CompareQuery, refuses=(404,))
def two(query: CompareQuery) -> EpisodeDiff:
    """Compare two episodes, claim by claim, with only the inputs that differ.

    `before` is `a`, `after` is `b`; of the measured series there are all samples.
    """
    with reading(db.engine) as session:
        before = pairs.side(session, query.a, owner=owner(), field="a")
        after = pairs.side(session, query.b, owner=owner(), field="b")
    return compare(before, after)
