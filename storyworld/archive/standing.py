"""What the outcomes of a page of episodes hang on: one query for all of them."""

from collections.abc import Mapping
from typing import Final

from pydantic import TypeAdapter
from sqlalchemy import JSON, ColumnElement, Text, bindparam, cast, func, select, type_coerce
from sqlalchemy.orm import Session

from storyworld.archive.tables import JudgementRow
from storyworld.epistemics.weakest import weakest
from storyworld.records.constraint import Constraint, Finding
from storyworld.records.verdict import WeakestClaim

_CONSTRAINTS: Final = TypeAdapter(tuple[Constraint, ...])
_FINDINGS: Final = TypeAdapter(tuple[Finding, ...])
_LAST: Final = (
    select(
        JudgementRow,
        func.row_number()
        .over(
            partition_by=JudgementRow.episode_id,
            order_by=(JudgementRow.beat.desc(), JudgementRow.attempt.desc()),
        )
        .label("back"),
    )
    .where(JudgementRow.episode_id.in_(bindparam("episodes", expanding=True)))
    .subquery()
)


def weakest_of(session: Session, guards: Mapping[str, float]) -> dict[str, WeakestClaim]:
    """Give the claim that stands worst of each episode that was judged, by its last judgement.

    Only what a judgement says of its claims is taken out of it, by the database: the ledger, which
    is most of it, stays where it is.

    Parameters
    ----------
    guards
        The guard factor of each episode.
    """
    if not guards:
        return {}
    sqlite = session.get_bind().dialect.name == "sqlite"
    query = select(
        _LAST.c.episode_id, _part("constraints", sqlite=sqlite), _part("findings", sqlite=sqlite)
    ).where(_LAST.c.back == 1)
    found = {}
    for episode_id, constraints, findings in session.execute(query, {"episodes": [*guards]}):
        worst = weakest(
            _CONSTRAINTS.validate_json(constraints),
            _FINDINGS.validate_json(findings),
            guards[episode_id],
        )
        if worst is not None:
            found[episode_id] = worst
    return found


def _part(name: str, *, sqlite: bool) -> ColumnElement[str]:
    """Give the JSON text of one member of a judgement."""
    text = type_coerce(_LAST.c.record, Text)
    if sqlite:
        return func.json_extract(text, f"$.{name}", type_=Text)
    return cast(cast(text, JSON)[name], Text)
