"""Planners in an order: each is asked until one reads the goal; the rules always do.

Whoever could not is recorded with the reason, so that a plan says who really made it.
"""

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Final

from storyworld.models.asking import UnansweredError
from storyworld.planners.language import LanguagePlanner
from storyworld.ports import Planner
from storyworld.records.goal import Goal, Intent
from storyworld.records.provenance import Agent, Try, TryResult

_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reading:
    """How a goal was read, by whom, and who was asked on the way."""

    intents: tuple[Intent, ...]
    agent: Agent
    tries: tuple[Try, ...] = ()


class InOrder:
    """Asks language planners in order, then the rules. Never raises for a model's sake.

    A planner that has said when it may be asked again (rate, quota, a retired model) rests until
    then; its tries are recorded all the same.

    Parameters
    ----------
    asked
        The language planners, first to last.
    rules
        Who reads what nobody else does, and what models leave out.
    deadline_s
        How long all of them may take together.
    clock
        Seconds, only ever increasing.
    """

    def __init__(
        self,
        asked: Sequence[LanguagePlanner],
        rules: Planner,
        deadline_s: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.agent: Agent = asked[0].agent if asked else rules.agent
        self._asked = tuple(asked)
        self._rules = rules
        self._deadline_s = deadline_s
        self._clock = clock
        self._resting: dict[str, tuple[float, Try]] = {}
        self._lock = Lock()

    def read(self, goal: Goal) -> tuple[Intent, ...]:
        """See :class:`storyworld.ports.Planner`."""
        return self.reading(goal).intents

    def reading(self, goal: Goal) -> Reading:
        """Read a goal, and say who did."""
        ruled = self._rules.read(goal)
        until = time.monotonic() + self._deadline_s
        tries: list[Try] = []
        for planner in self._asked:
            resting = self._rest(planner)
            if resting is not None:
                tries.append(resting)
                continue
            try:
                proposed = planner.propose(goal, ruled, until)
            except UnansweredError as error:
                tries.append(self._failed(planner, error))
                continue
            except Exception as error:  # noqa: BLE001 - no reply of a model may lose a goal
                _log.exception("a reply to %s broke the reading of it", planner.agent.name)
                said = UnansweredError(TryResult.INVALID, f"{type(error).__name__}: {error}")
                tries.append(self._failed(planner, said))
                continue
            return Reading(proposed.intents, proposed.agent, (*tries, proposed.tried))
        return Reading(ruled, self._rules.agent, tuple(tries))

    def _failed(self, planner: LanguagePlanner, error: UnansweredError) -> Try:
        tried = planner.failed(error)
        if error.rest_s > 0:
            with self._lock:
                self._resting[planner.agent.name] = (self._clock() + error.rest_s, tried)
        return tried

    def _rest(self, planner: LanguagePlanner) -> Try | None:
        with self._lock:
            until, tried = self._resting.get(planner.agent.name, (0.0, None))
            if tried is None:
                return None
            left = until - self._clock()
            if left <= 0:
                del self._resting[planner.agent.name]
                return None
        detail = f"not asked for another {left:.0f} s, since it said: {tried.detail}"
        return tried.revised(detail=detail, input_tokens=0, output_tokens=0, cost_usd=0.0)


class Once:
    """A planner for one goal that can be asked afterwards who read it."""

    def __init__(self, planner: Planner) -> None:
        self._planner = planner
        self.agent: Agent = planner.agent
        self.tries: tuple[Try, ...] = ()

    def read(self, goal: Goal) -> tuple[Intent, ...]:
        """See :class:`storyworld.ports.Planner`."""
        if not isinstance(self._planner, InOrder):
            return self._planner.read(goal)
        reading = self._planner.reading(goal)
        self.agent, self.tries = reading.agent, reading.tries
        return reading.intents
