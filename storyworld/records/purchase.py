"""Buying a film: what was ordered of a vendor, and what became of it."""

from enum import StrEnum

from pydantic import NonNegativeInt

from storyworld.records.frozen import Instant, Record, Text
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey
from storyworld.records.provenance import Agent, Cost, Try, TryResult


class PurchaseState(StrEnum):
    """How far a purchase is.

    `INTENDED`: the order is about to go out; who finds it so later cannot know whether it did.
    `ORDERED`: the name of the operation is known. `DELIVERED`: its film came. `REFUSED`: surely
    nothing was bought. `LOST`: something may have been bought, and no film will come of it.
    """

    INTENDED = "intended"
    ORDERED = "ordered"
    DELIVERED = "delivered"
    REFUSED = "refused"
    LOST = "lost"


class Purchase(Record):
    """One order of one film. `place` counts the orders of an attempt, from 0.

    `estimate_usd` is what the film costs by the price list; it is owed once the film is delivered,
    and held back from the budget while that is open or cannot be known.
    """

    key: AttemptKey
    place: NonNegativeInt
    agent: Agent
    backend: Backend
    state: PurchaseState
    operation: Text | None = None
    estimate_usd: Cost
    rephrased: bool = False
    result: TryResult | None = None
    detail: Text = ""
    created_at: Instant

    @property
    def tried(self) -> Try:
        """As a try in the provenance, with what is known of its cost."""
        cost: float | None = None
        if self.state is PurchaseState.DELIVERED:
            cost = self.estimate_usd
        elif self.state is PurchaseState.REFUSED:
            cost = 0.0
        result = self.result or TryResult.UNAVAILABLE
        return Try(agent=self.agent, result=result, detail=self.detail, cost_usd=cost)
