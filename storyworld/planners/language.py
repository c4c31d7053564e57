"""A planner that asks a language model: one question, one repair, and what the words bear out."""

import time
from dataclasses import dataclass, replace
from typing import Final

from storyworld.models.asking import Answer, Asked, Model, Turn, UnansweredError, sound
from storyworld.models.prices import DEFAULT, Prices
from storyworld.physics.families import FAMILIES
from storyworld.planners import prompting
from storyworld.planners.cutting import settle
from storyworld.planners.memory import Kept, Memory, name_of
from storyworld.planners.placing import Notes
from storyworld.planners.proposal import MalformedError, Parsed, Reply, parse, schema
from storyworld.records.goal import Goal, Intent
from storyworld.records.provenance import Agent, AgentKind, Try, TryResult

_LEAST_S: Final = 0.05
_DETAIL: Final = 2000
_NOTHING: Final = Answer("", "")


@dataclass(frozen=True)
class Proposed:
    """What a model made of a goal, and the record of asking it."""

    intents: tuple[Intent, ...]
    agent: Agent
    tried: Try


@dataclass(frozen=True)
class _Judged:
    """A reply, what it comes to, and what of it was dropped."""

    reply: Reply
    intents: tuple[Intent, ...] | None
    faults: tuple[str, ...]
    overruled: tuple[str, ...]


class LanguagePlanner:
    """Asks one model; holds its reply against the goal's words.

    Parameters
    ----------
    model
        Who is asked.
    memory
        What was replied before.
    timeout_s
        How long one question may take.
    prices
        What asking costs.
    """

    def __init__(
        self, model: Model, memory: Memory, timeout_s: float, prices: Prices = DEFAULT
    ) -> None:
        self._model = model
        self._memory = memory
        self._timeout_s = timeout_s
        self._prices = prices
        self.agent = self._agent(model.model)

    def _agent(self, model: str) -> Agent:
        return Agent(
            name=self._model.name,
            kind=AgentKind.PLANNER,
            version=prompting.VERSION,
            model=model[:200] or None,
        )

    def propose(self, goal: Goal, ruled: tuple[Intent, ...], until: float) -> Proposed:
        """Read a goal.

        Parameters
        ----------
        goal
            What is asked.
        ruled
            How the rules read it.
        until
            When planning has to be over, by :func:`time.monotonic`.

        Raises
        ------
        UnansweredError
            If nothing of use came of it.
        """
        if goal.earlier is not None:
            because = "the goal refers back to another one, which only the rules can follow"
            raise UnansweredError(TryResult.UNSUITED, because)
        name = name_of(
            prompting.fingerprint(FAMILIES), self._model.name, self._model.model, goal.text
        )
        kept = self._memory.recall(name)
        if kept is not None:
            again = _judged(goal, Parsed(kept.reply, ()), ruled)
            if again.intents is not None:
                return self._proposed(TryResult.CACHED, again, Answer("", kept.model))
        judged, answer = self._talk(goal, ruled, until)
        stays = self._memory.keep(
            name,
            Kept(
                reply=judged.reply,
                model=answer.model[:200],
                input_tokens=answer.input_tokens,
                output_tokens=answer.output_tokens,
            ),
        )
        if stays.reply != judged.reply:
            first = _judged(goal, Parsed(stays.reply, ()), ruled)
            judged = first if first.intents is not None else judged
        return self._proposed(TryResult.USED, judged, answer)

    def failed(self, error: UnansweredError) -> Try:
        """Give the record of having been asked in vain."""
        return self._prices.tried(
            self.agent,
            error.result,
            detail=error.detail,
            input_tokens=error.input_tokens,
            output_tokens=error.output_tokens,
            unbilled=error.unbilled,
            counted=error.counted,
        )

    def _proposed(self, result: TryResult, judged: _Judged, answer: Answer) -> Proposed:
        agent = self._agent(answer.model)
        tried = self._prices.tried(
            agent,
            result,
            detail=sound("; ".join((*judged.faults, *judged.overruled)), _DETAIL, kept="\n\t"),
            input_tokens=answer.input_tokens,
            output_tokens=answer.output_tokens,
            counted=answer.counted,
            configured=self._model.model,
        )
        return Proposed(judged.intents or (), agent, tried)

    def _talk(self, goal: Goal, ruled: tuple[Intent, ...], until: float) -> tuple[_Judged, Answer]:
        """Ask, and ask once more where something was wrong: with the faults, or afresh."""
        opening: tuple[Turn, ...] = (Turn(prompting.goal_prompt(goal.text)),)
        first, answer, wrong = self._once(goal, ruled, opening, until, _NOTHING)
        if first is not None and first.intents is not None and not first.faults:
            return first, answer
        turns = opening
        if first is not None:
            faults = prompting.repair_prompt(first.faults or first.overruled)
            turns = (*opening, Turn(answer.text, by_model=True), Turn(faults))
        try:
            second, later, wrong_again = self._once(goal, ruled, turns, until, answer)
        except UnansweredError as error:
            if first is not None and first.intents is not None:
                taken, given = error.input_tokens, error.output_tokens
                return first, replace(
                    answer, input_tokens=taken, output_tokens=given, counted=error.counted
                )
            raise
        usable = [j for j in (second, first) if j is not None and j.intents is not None]
        if not usable:
            said = "; ".join(_said(second or first)) or wrong_again or wrong
            result = TryResult.MALFORMED if second is None and first is None else TryResult.INVALID
            raise UnansweredError(
                result, said,
                input_tokens=later.input_tokens, output_tokens=later.output_tokens,
                counted=later.counted,
            )  # fmt: skip
        return min(usable, key=lambda j: len(j.faults)), later

    def _once(
        self, goal: Goal, ruled: tuple[Intent, ...], turns: tuple[Turn, ...], until: float,
        spent: Answer,
    ) -> tuple[_Judged | None, Answer, str]:  # fmt: skip
        """Ask once; tokens are counted on. A malformed reply is None, with what is wrong."""
        left_s = until - time.monotonic()
        if left_s < _LEAST_S:
            raise UnansweredError(
                TryResult.TIMEOUT, "no time is left for planning",
                input_tokens=spent.input_tokens, output_tokens=spent.output_tokens,
                unbilled=True, counted=spent.counted,
            )  # fmt: skip
        asked = Asked(
            prompting.system_prompt(FAMILIES), turns, schema(FAMILIES),
            min(self._timeout_s, left_s),
        )  # fmt: skip
        try:
            answer = self._model.ask(asked)
        except UnansweredError as error:
            error.input_tokens += spent.input_tokens
            error.output_tokens += spent.output_tokens
            error.counted = error.counted and spent.counted
            if error.result is TryResult.CUT_SHORT and spent is _NOTHING:
                counted = Answer("", "", error.input_tokens, error.output_tokens, error.counted)
                return None, counted, error.detail
            raise
        counted = Answer(
            answer.text, answer.model,
            answer.input_tokens + spent.input_tokens, answer.output_tokens + spent.output_tokens,
            answer.counted and spent.counted,
        )  # fmt: skip
        try:
            return _judged(goal, parse(answer.text), ruled), counted, ""
        except MalformedError as error:
            return None, counted, str(error)


def _judged(goal: Goal, parsed: Parsed, ruled: tuple[Intent, ...]) -> _Judged:
    notes = Notes()
    intents = settle(goal, parsed.reply, ruled, notes)
    return _Judged(parsed.reply, intents, (*parsed.faults, *notes.faults), tuple(notes.overruled))


def _said(judged: _Judged | None) -> tuple[str, ...]:
    return (*judged.faults, *judged.overruled) if judged else ()
