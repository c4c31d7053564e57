"""Purchase: the render stage of a film that is bought. The control side's, which has the budget.

One order, written before it goes out; its operation written before it is first asked after; asking
again by a message each time, never by sleeping. Who finds an order that was about to go out does
not order again: it may have been bought (docs/decisions/0018).
"""

import logging
import random
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NoReturn

from celery import Task
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from storyworld.archive import attempts, purchases, runs, steps
from storyworld.archive.engine import writing
from storyworld.artifacts import upload
from storyworld.composition import House
from storyworld.errors import NotFound, PermanentError, StageError, TransientError
from storyworld.models.asking import UNBILLED, NoFilmError, UnansweredError
from storyworld.ports import FilmVendor
from storyworld.records.episode import EpisodeState
from storyworld.records.identity import Stage, StepKey
from storyworld.records.provenance import Agent, Detail, Failure, FailureCode, Try, TryResult
from storyworld.records.purchase import Purchase, PurchaseState
from storyworld.records.render import Artifact, RenderRequest, sha256_of
from tasks import fallback, framing
from tasks.app import app
from tasks.step import AskedInVainError, Message, Onward, Waiting, Work, Worked, read_key, take

_ASK_AGAIN: Final = 2
"""How often an order that was surely not taken is placed again."""
_NOW_S: Final = 0.0
_SOON_S: Final = 5.0

_CODES: Final = {
    TryResult.CREDIT_EXHAUSTED: FailureCode.CREDIT_EXHAUSTED,
    TryResult.QUOTA_EXHAUSTED: FailureCode.QUOTA_EXHAUSTED,
    TryResult.RATE_LIMITED: FailureCode.RATE_LIMITED,
    TryResult.BLOCKED: FailureCode.FILTERED,
    TryResult.TIMEOUT: FailureCode.RENDER_TIMEOUT,
    TryResult.NOT_CONFIGURED: FailureCode.BACKEND_UNAVAILABLE,
    TryResult.MODEL_MISSING: FailureCode.BACKEND_UNAVAILABLE,
    TryResult.REFUSED: FailureCode.BACKEND_UNAVAILABLE,
    TryResult.RESTS: FailureCode.BACKEND_UNAVAILABLE,
    TryResult.OVER_BUDGET: FailureCode.BUDGET_EXHAUSTED,
}
_log = logging.getLogger(__name__)

_PASSING: Final = (TryResult.RATE_LIMITED, TryResult.UNAVAILABLE, TryResult.TIMEOUT)


@dataclass(frozen=True)
class _Given:
    request: RenderRequest
    orders: tuple[Purchase, ...]


@dataclass(frozen=True)
class _Delivered:
    order: Purchase
    artifact: Artifact
    details: tuple[Detail, ...]


def _load(session: Session, here: House, key: StepKey) -> _Given:
    request = framing.request_for(session, here, key.of_attempt)
    return _Given(request, purchases.of_attempt(session, request.key, request.backend))


def _work(here: House, given: _Given) -> Worked[_Delivered]:
    counter = _Counter(here, given.request, list(given.orders))
    try:
        delivered = counter.serve()
    except StageError as error:  # what was bought is on record, whatever became of it
        raise AskedInVainError(error, counter.agent, counter.closed) from error
    return Worked(
        delivered,
        counter.agent,
        used=(given.request.thing,),
        produced=(delivered.artifact.thing,),
        tries=counter.tries,
        details=delivered.details,
        seed=given.request.seed,
        unfinished=counter.closed,
    )


class _Counter:
    """Where one film is ordered and collected, with all its orders so far."""

    def __init__(self, here: House, request: RenderRequest, orders: list[Purchase]) -> None:
        self._here, self._request, self._orders = here, request, orders
        self._vendor: FilmVendor = here.vendor(request.backend)
        self.agent: Agent = self._vendor.agent
        self._refused: tuple[Try, ...] = ()

    @property
    def tries(self) -> tuple[Try, ...]:
        """All orders, and what kept one from being placed."""
        return (*(order.tried for order in self._orders), *self._refused)

    @property
    def closed(self) -> tuple[Try, ...]:
        """What is on record before the film is taken in: an open order is owed, not yet paid."""
        owed = (PurchaseState.ORDERED, PurchaseState.DELIVERED)
        return tuple(
            order.tried.revised(cost_usd=0.0) if order.state in owed else order.tried
            for order in self._orders
        )

    @property
    def _breaker(self) -> str:
        return f"{self.agent.name}:{self.agent.model}"

    def serve(self) -> _Delivered:
        """Go on where the last order is.

        Raises
        ------
        Waiting
            While there is no film.
        AskedInVainError
            If there will be none.
        """
        last = self._orders[-1] if self._orders else None
        if last is None:
            return self._order(rephrased=False)
        if last.state is PurchaseState.ORDERED:
            return self._collect(last)
        if last.state is PurchaseState.INTENDED:
            words = "a worker died while it was ordering: the film may have been bought"
            return self._end(last, PurchaseState.LOST, TryResult.UNAVAILABLE, words)
        if last.result is TryResult.BLOCKED and not last.rephrased:
            return self._order(rephrased=True)
        if last.state is PurchaseState.REFUSED and last.result in _PASSING:
            return self._order(rephrased=last.rephrased)
        # a worker died before it could say that there will be no film
        return self._give_up(last.result or TryResult.UNAVAILABLE, last.detail)

    # ---- ordering -----------------------------------------------------------------------------

    def _order(self, *, rephrased: bool) -> NoReturn:
        rests = self._here.breaker.rests(self._breaker)
        if rests is not None:
            self._not_placed(TryResult.RESTS, f"not asked for {rests[0]:.0f} s more: {rests[1]}")
        try:
            usd = self._vendor.quote_usd(self._request)
        except UnansweredError as error:
            self._not_placed(error.result, error.detail)
        self._here.store.require_room()
        order = Purchase(
            key=self._request.key,
            place=self._orders[-1].place + 1 if self._orders else 0,
            agent=self.agent,
            backend=self._request.backend,
            state=PurchaseState.INTENDED,
            estimate_usd=usd,
            rephrased=rephrased,
            created_at=datetime.now(UTC),
        )
        with writing(self._here.engine) as session:
            affordable = purchases.intend(session, order)
            left = purchases.left_usd(session, self._request.key.episode_id)
        if not affordable:
            words = f"the film costs {usd:.2f} USD, and {max(left, 0.0):.2f} are left of the budget"
            self._not_placed(TryResult.OVER_BUDGET, words)
        self._orders.append(order)
        try:
            operation = self._vendor.order(self._request, rephrased=rephrased)
        except UnansweredError as error:
            self._not_taken(order, error)
        self._remember(order, operation)
        raise Waiting(self._here.settings.veo_poll_s, f"ordered of {self.agent.model}")

    def _not_placed(self, result: TryResult, detail: str) -> NoReturn:
        """Give up before anything was ordered."""
        self._refused = (Try(agent=self.agent, result=result, detail=detail, cost_usd=0.0),)
        self._give_up(result, detail)

    def _not_taken(self, order: Purchase, error: UnansweredError) -> NoReturn:
        """Sort an order that was answered by an error, or by nothing."""
        if error.rest_s > 0 and error.result is not TryResult.RATE_LIMITED:
            self._here.breaker.rest(self._breaker, error.rest_s, error.detail)
        surely = error.unbilled or error.result in UNBILLED
        state = PurchaseState.REFUSED if surely else PurchaseState.LOST
        order = self._revise(order, state=state, result=error.result, detail=error.detail)
        if state is PurchaseState.LOST:
            self._give_up(error.result, f"{error.detail}: it may have been bought")
        if error.result is TryResult.BLOCKED and not order.rephrased:
            raise Waiting(_NOW_S, f"filtered, to be rephrased: {error.detail}")
        alike = [o for o in self._orders if o.result is error.result]
        if error.result in _PASSING and len(alike) <= _ASK_AGAIN:
            pause_s = max(error.rest_s, _SOON_S) * random.uniform(1.0, 1.25)  # noqa: S311 - jitter
            raise Waiting(pause_s, f"to be ordered again: {error.detail}")
        self._give_up(error.result, error.detail)

    # ---- collecting ---------------------------------------------------------------------------

    def _collect(self, order: Purchase) -> _Delivered:
        waited_s = (datetime.now(UTC) - order.created_at).total_seconds()
        with tempfile.TemporaryDirectory(prefix="storyworld-bought-") as folder:
            try:
                film = self._vendor.collect(order.operation or "", Path(folder))
            except NoFilmError as error:
                self._no_film(order, error)
            except UnansweredError as error:
                pause_s = max(error.rest_s, 2 * self._here.settings.veo_poll_s)
                self._not_yet(order, waited_s, pause_s, f"not answered: {error.detail}")
            if film is None:
                words = f"being made for {waited_s:.0f} s"
                self._not_yet(order, waited_s, self._here.settings.veo_poll_s, words)
            delivered = self._stored(order, film)
        self._orders[-1] = delivered.order  # written down with the film it paid for
        return delivered

    def _stored(self, order: Purchase, film: Path) -> _Delivered:
        grounding, imposed, details = self._vendor.footage_facts(
            self._request, rephrased=order.rephrased
        )
        sha256 = sha256_of(film)
        try:
            upload(self._request.grant, film, settings=self._here.settings)
        except TransientError as error:
            # by a worker that died before it could say so; admitted by its sha256, or not at all
            if error.failure.code is not FailureCode.UPLOAD_CONFLICT:
                raise
        artifact = Artifact(
            sha256=sha256,
            size_bytes=film.stat().st_size,
            uri=self._here.store.uri(sha256),
            backend=self._request.backend,
            renderer=self.agent.name,
            grounding=grounding,
            imposed_frames=imposed,
        )
        paid = order.revised(state=PurchaseState.DELIVERED, result=TryResult.USED)
        return _Delivered(paid, artifact, details)

    def _not_yet(self, order: Purchase, waited_s: float, pause_s: float, words: str) -> NoReturn:
        """Ask again later, as long as there is time."""
        left_s = self._here.settings.veo_deadline_s - waited_s
        if left_s > 0:
            raise Waiting(min(pause_s, left_s + _SOON_S), words)
        lost = f"no film {waited_s:.0f} s after it was ordered; at last {words}"
        self._end(order, PurchaseState.LOST, TryResult.TIMEOUT, lost)

    def _no_film(self, order: Purchase, error: NoFilmError) -> NoReturn:
        """Sort why there will be no film; nobody promises that one costs nothing which failed.

        One that was filtered is asked for in other words, once.
        """
        order = self._revise(
            order, state=PurchaseState.LOST, result=error.result, detail=error.detail
        )
        if error.result is TryResult.BLOCKED and not order.rephrased:
            raise Waiting(_NOW_S, f"filtered, to be rephrased: {error.detail}")
        self._give_up(error.result, error.detail)

    # ---- writing down -------------------------------------------------------------------------

    def _revise(self, order: Purchase, **changes: object) -> Purchase:
        revised = order.revised(**changes)
        self._orders[-1] = revised
        with writing(self._here.engine) as session:
            purchases.revise(session, revised)
        return revised

    def _remember(self, order: Purchase, operation: str) -> None:
        """Write down what was bought: without its name the film is lost, so that is tried often."""
        for again_s in (0.2, 0.5, 1.0, 2.0, 4.0):
            try:
                self._revise(order, state=PurchaseState.ORDERED, operation=operation)
            except SQLAlchemyError:
                _log.exception("%s is bought as %s, and not written yet", order.key, operation)
                time.sleep(again_s)
            else:
                return
        self._revise(order, state=PurchaseState.ORDERED, operation=operation)

    def _end(
        self, order: Purchase, state: PurchaseState, result: TryResult, detail: str
    ) -> NoReturn:
        self._revise(order, state=state, result=result, detail=detail)
        self._give_up(result, detail)

    def _give_up(self, result: TryResult, detail: str) -> NoReturn:
        code = _CODES.get(result, FailureCode.RENDER_FAILED)
        error = PermanentError(code, f"{self.agent.name}: {detail}", fix=_fix(code))
        raise AskedInVainError(error, self.agent, self.tries)


def _fix(code: FailureCode) -> str:
    match code:
        case FailureCode.BUDGET_EXHAUSTED:
            return "give the goal a larger budget_usd, or name a cheaper backend"
        case FailureCode.CREDIT_EXHAUSTED | FailureCode.QUOTA_EXHAUSTED:
            return "top up or raise the quota, or set VEO_FALLBACK_BACKEND"
        case FailureCode.FILTERED:
            return "say the goal in other words"
        case _:
            return "run storyworld doctor; see docs/backends.md"


def _save(session: Session, here: House, key: StepKey, _given: _Given, made: _Delivered) -> Onward:
    purchases.revise(session, made.order)
    attempts.save_artifact(session, key.of_attempt, made.artifact)
    following = key.of_attempt.at(Stage.OBSERVE)
    now = time.time()
    steps.add(session, following, now=now, due=now + here.settings.resend_after_s)
    runs.advance(session, key.episode_id, EpisodeState.EXECUTING)
    return Onward(message=str(following))


def _arrive(session: Session, here: House, message: Message) -> StepKey | None:
    """Read a key; what came late, for an attempt that another backend films by now, is not ours."""
    key = read_key(session, here, message)
    try:
        if key is None or key.stage is not Stage.RENDER:
            return None
        return key if attempts.attempt(session, key).backend.bought else None
    except NotFound:
        return None


def _give_up(session: Session, here: House, key: StepKey, failure: Failure) -> None:
    fallback.render_failed(session, here, key, failure.revised(transient=False))


_WORK = Work(
    stage=Stage.RENDER, load=_load, work=_work, save=_save, arrive=_arrive, give_up=_give_up
)


@app.task(name="storyworld.purchase", bind=True)  # type: ignore[untyped-decorator]
def purchase(self: Task, key: Message) -> Message | None:
    """Order the film of an attempt, or collect it."""
    return take(self, key, _WORK)
