"""Money in the archive: what is known is settled, and what is not known is no nothing."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from storyworld.archive import episodes, provenance, purchases
from storyworld.archive.engine import reading, writing
from storyworld.errors import NotFound
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import (
    Agent,
    AgentKind,
    ProvenanceEntry,
    Try,
    TryResult,
    total_usd,
)

GEMINI = Agent(name="gemini", kind=AgentKind.OBSERVER, version="1", model="m")


def episode(engine: Engine, *costs: float | None, detail: str = "") -> str:
    """Write an episode in which a model was asked, with what each try cost."""
    tries = tuple(
        Try(agent=GEMINI, result=TryResult.USED, cost_usd=usd, detail=detail) for usd in costs
    )
    now = datetime.now(UTC)
    entry = ProvenanceEntry(
        stage=Stage.OBSERVE, agent=GEMINI, started_at=now, finished_at=now,
        tries=tries, cost_usd=total_usd(tries),
    )  # fmt: skip
    with writing(engine) as session:
        made = episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=0.5, queue_limit=100
        )
        provenance.add(session, AttemptKey(episode_id=made.summary.episode_id), entry)
    return made.summary.episode_id


@pytest.mark.parametrize(
    ("costs", "total", "settled", "complete", "spent"),
    [
        ((), 0.0, 0.0, True, False),
        ((0.0,), 0.0, 0.0, True, False),
        ((0.25, 0.125), 0.375, 0.375, True, False),
        ((0.25, 0.25), 0.5, 0.5, True, True),
        ((None,), None, 0.0, False, False),
        ((0.25, None), None, 0.25, False, False),
        ((0.5, None), None, 0.5, False, True),
    ],
)
def test_what_is_known_counts_and_what_is_not_is_said(
    engine: Engine,
    costs: tuple[float | None, ...],
    total: float | None,
    settled: float,
    complete: bool,
    spent: bool,
) -> None:
    episode_id = episode(engine, *costs)
    with reading(engine) as session:
        (entry,) = provenance.entries(session, episode_id)
        summary = episodes.summary(session, episode_id)
        assert (purchases.left_usd(session, episode_id) <= 0) == spent
    assert entry.cost_usd == total
    assert (summary.cost_usd, summary.cost_complete) == (settled, complete)


def test_what_a_vendor_says_is_not_taken_for_an_unknown_cost(engine: Engine) -> None:
    episode_id = episode(engine, 0.25, detail='{"cost_usd":null} XcostXusd":null')
    with reading(engine) as session:
        assert episodes.summary(session, episode_id).cost_complete


def test_nobody_has_a_budget_that_is_not_there(engine: Engine) -> None:
    with reading(engine) as session, pytest.raises(NotFound):
        purchases.left_usd(session, "ep_" + "0" * 26)
