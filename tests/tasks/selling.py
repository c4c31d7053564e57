"""A vendor of films at the port, a house that buys of it, and what is on record of that."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from storyworld.archive import attempts, episodes, provenance, purchases, steps
from storyworld.archive.engine import reading, writing
from storyworld.archive.tables import CostRow
from storyworld.composition import House
from storyworld.models.asking import NoFilmError, UnansweredError
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey, Stage, StepKey
from storyworld.records.provenance import (
    Agent,
    AgentKind,
    Detail,
    ProvenanceEntry,
    TryResult,
)
from storyworld.records.purchase import Purchase
from storyworld.records.render import Grounding, RenderRequest
from tasks.purchase import _WORK
from tasks.step import Onward, do
from tests import making

FILM = b"a film that was bought"


VEO = Agent(name="veo", kind=AgentKind.RENDERER, version="1", model="veo-fast")


class Died(BaseException):
    """The worker is killed here: nothing catches it."""


@dataclass
class Vendor:
    """A vendor at the port: answers each order and each question in turn, and remembers them."""

    orders: list[str | Exception | BaseException] = field(default_factory=lambda: ["operations/1"])
    answers: list[bool | Exception | BaseException] = field(default_factory=lambda: [True])
    price: float | Exception = 0.32
    ordered: list[bool] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    agent: Agent = VEO

    def quote_usd(self, request: RenderRequest) -> float:
        if isinstance(self.price, Exception):
            raise self.price
        return self.price

    def order(self, request: RenderRequest, *, rephrased: bool = False) -> str:
        self.ordered.append(rephrased)
        said = self.orders.pop(0)
        if isinstance(said, BaseException):
            raise said
        return said

    def collect(self, operation: str, into: Path) -> Path | None:
        self.asked.append(operation)
        said = self.answers.pop(0)
        if isinstance(said, BaseException):
            raise said
        return making.write_film(into, FILM) if said else None

    def footage_facts(
        self, request: RenderRequest, *, rephrased: bool = False
    ) -> tuple[Grounding, int, tuple[Detail, ...]]:
        return Grounding.INITIAL, 1, (("prompt", "a ball falls"),)


def selling(here: House, vendor: Vendor, **settings: object) -> House:
    chosen = {"veo_fallback_backend": Backend.STUB, **settings}
    return replace(
        here,
        vendor=lambda _backend: vendor,
        settings=here.settings.model_copy(update=chosen),
    )


def no(result: TryResult, *, rest_s: float = 0.0, unbilled: bool = True) -> UnansweredError:
    return UnansweredError(result, f"it says {result}", rest_s=rest_s, unbilled=unbilled)


def none(result: TryResult) -> NoFilmError:
    return NoFilmError(result, f"it says {result}")


def step_of(key: AttemptKey) -> StepKey:
    return key.at(Stage.RENDER)


def go(here: House, key: AttemptKey) -> Onward | None:
    """Take the step once, as if it were due."""
    with writing(here.engine) as session:
        row = steps.row(session, step_of(key))
        assert row is not None
        row.lease = None
    return do(here, str(step_of(key)), _WORK)


def orders(here: House, key: AttemptKey) -> tuple[Purchase, ...]:
    with reading(here.engine) as session:
        return purchases.of_attempt(session, key, Backend.VEO)


def entries(here: House, key: AttemptKey) -> tuple[ProvenanceEntry, ...]:
    with reading(here.engine) as session:
        return provenance.entries(session, key.episode_id)


def left(here: House, key: AttemptKey) -> float:
    with reading(here.engine) as session:
        return purchases.left_usd(session, key.episode_id)


def costs(here: House, key: AttemptKey) -> list[tuple[str, float]]:
    with reading(here.engine) as session:
        rows = session.query(CostRow).filter_by(episode_id=key.episode_id).order_by(CostRow.cost_id)
        return [(row.kind, row.usd) for row in rows]


def backend(here: House, key: AttemptKey) -> Backend:
    with reading(here.engine) as session:
        return attempts.attempt(session, key).backend


def wait_s(here: House, key: AttemptKey) -> float:
    with reading(here.engine) as session:
        row = steps.row(session, step_of(key))
        assert row is not None
        return row.due - time.time()


def complete(here: House, key: AttemptKey) -> bool:
    with reading(here.engine) as session:
        return episodes.summary(session, key.episode_id).cost_complete


@contextmanager
def killed_at(monkeypatch: pytest.MonkeyPatch, place: str) -> Iterator[None]:
    """Kill the worker where it comes to this place of the code."""

    def die(*_: object, **__: object) -> None:
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr(place, die)
        try:
            yield
        except Died:
            return
    pytest.fail(f"{place} was not reached")
