"""An observer that asks a vision model: first what it sees, then the checks, several times over.

Licence: MIT, as StoryWorld; each model has its own. Cost: that of the model, one description and
`samples` further questions a film. Needs: the model. Every try is kept with what came of it.
"""

import logging
import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, TypeVar

from storyworld.errors import StoryWorldError
from storyworld.models.asking import SEED, Answer, Asked, Model, Picture, Turn, UnansweredError
from storyworld.models.prices import DEFAULT, Prices
from storyworld.observers.seeing import prompting
from storyworld.observers.seeing.breaking import OwnBreaker
from storyworld.observers.seeing.deriving import Sample, derive
from storyworld.observers.seeing.pictures import Look, canary, show
from storyworld.observers.seeing.replies import (
    Described,
    MalformedReplyError,
    counted,
    described,
    told,
)
from storyworld.ports import Breaker, Film
from storyworld.records.evidence import Abstention, AbstentionReason
from storyworld.records.observation import Answers, Observation, ObserverAvailability, Shown
from storyworld.records.provenance import Agent, AgentKind, Try, TryResult

_log: Final = logging.getLogger(__name__)
Read = TypeVar("Read")
_SHORT_WAIT_S: Final = 5.0
_TRANSIENT_TRIES: Final = 3
_BACKOFF_S: Final = 0.2
_DISCS: Final = 5
_BLIND_REST_S: Final = 900.0
# A reply came, and nothing can be made of it; all else is not having been answered.
_REPLIED: Final = (
    TryResult.MALFORMED, TryResult.CUT_SHORT, TryResult.BLOCKED, TryResult.INVALID,
)  # fmt: skip


class SeeingObserver:
    """Asks one vision model what a film shows.

    Parameters
    ----------
    model
        Who is asked.
    look
        How the film is shown to it.
    samples
        How often the checks are put; three confirm what would reject a goal.
    timeout_s, deadline_s
        How long one question may take, and all that is asked about a film.
    prices
        What asking costs.
    tested
        Whether it has to count discs before it is believed to see: a blind model replies by the
        schema all the same.
    breaker
        Where it is remembered that asking is of no use for a while; by itself if not given.
    """

    answers = Answers.CHECKS

    def __init__(
        self,
        model: Model,
        *,
        look: Look,
        samples: int,
        timeout_s: float,
        deadline_s: float,
        prices: Prices = DEFAULT,
        tested: bool = False,
        breaker: Breaker | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.agent = Agent(
            name=model.name,
            kind=AgentKind.OBSERVER,
            version=prompting.VERSION,
            model=model.model[:200] or None,
        )
        self._model = model
        self._look = look
        self._samples = samples
        self._timeout_s, self._deadline_s = timeout_s, deadline_s
        self._prices = prices
        self._sees = not tested
        self._clock, self._sleep = clock, sleep
        self._breaker = breaker or OwnBreaker(clock)
        self._name = f"{model.name}:{model.model}"

    @property
    def free(self) -> bool:
        """Whether asking is known to cost nothing."""
        return self._prices.free(self.agent)

    def observe(self, film: Film, shown: Shown) -> Observation:
        """See :class:`storyworld.ports.Observer`; it is told the checks, and never the goal.

        What nobody foresaw of a reply is kept as a try with its name, and the next is asked.
        """
        until = self._clock() + self._deadline_s
        talk = _Talk(
            self._model, self.agent, self._prices, self._timeout_s, until,
            self._clock, self._sleep,
        )  # fmt: skip
        try:
            return self._observed(film, shown, talk)
        except UnansweredError as error:
            self._rest(error)
            return self._silent(shown, talk, error)
        except StoryWorldError:
            raise
        except Exception as error:  # noqa: BLE001 - no reply of a model may lose an episode
            return self._silent(shown, talk, talk.lost(error, unbilled=not talk.asked))

    def _observed(self, film: Film, shown: Shown, talk: "_Talk") -> Observation:
        self._awake()
        seen = show(film, self._look)
        if not self._sees:
            self._test(talk)
        first = talk.ask(prompting.describing(seen), seen.pictures, prompting.DESCRIPTION)
        what = talk.read(first, described)
        samples: list[Sample] = []
        last: UnansweredError | None = None
        for number in range(self._samples):
            asked = prompting.statements(shown.checks, SEED + number)
            schema = prompting.answers_schema(asked)
            try:
                reply = talk.ask(
                    prompting.judging(seen, asked), seen.pictures, schema,
                    seed=SEED + number, temperature=None,
                )  # fmt: skip
                samples.append(talk.read(reply, partial(told, asked=asked, shown=seen.frames)))
            except UnansweredError as error:
                last = error
                self._rest(error)
                if error.result not in _REPLIED:
                    break
        if not samples:
            raise last or UnansweredError(TryResult.INVALID, "it was asked for no sample")
        return self._observation(shown, talk, what, samples)

    # ---- asking --------------------------------------------------------------------------------

    def _awake(self) -> None:
        """Refuse while the model has said that asking is of no use."""
        resting = self._breaker.rests(self._name)
        if resting is not None:
            left, why = resting
            detail = f"not asked for another {left:.0f} s, since it said: {why}"
            raise UnansweredError(TryResult.UNAVAILABLE, detail)

    def _rest(self, error: UnansweredError) -> None:
        if error.rest_s > 0:
            self._breaker.rest(self._name, error.rest_s, error.detail)

    def _test(self, talk: "_Talk") -> None:
        """Have it count discs, once: it is believed to see if it counts right."""
        reply = talk.ask(prompting.COUNTING, (canary(_DISCS),), prompting.COUNT)
        count = talk.read(reply, counted)
        if count != _DISCS:
            detail = f"it counts {count} discs where there are {_DISCS}: it does not see pictures"
            raise UnansweredError(TryResult.UNSUITED, detail, rest_s=_BLIND_REST_S)
        self._sees = True

    # ---- what comes of it ----------------------------------------------------------------------

    def _observation(
        self, shown: Shown, talk: "_Talk", what: Described, samples: list[Sample]
    ) -> Observation:
        method = f"{len(samples)} samples of {talk.answered_by}, each check put both ways"
        derived = derive(shown.checks, samples, shown.observation_id, method, shown.claims)
        because = [what.words]
        if what.texts:
            quoted = ", ".join(f"“{text}”" for text in what.texts)
            because.append(f"text in the picture, which is no evidence: {quoted}")
        because += [f"{v.law} in frames {v.frames.first} to {v.frames.last}: {v.words}"
                    for v in derived.violations]  # fmt: skip
        because += [f"{a.name}: {a.detail}" for a in derived.abstentions]
        told_something = bool(derived.evidence or derived.violations)
        return Observation(
            observation_id=shown.observation_id,
            observer=self.agent.revised(model=talk.answered_by[:200] or self.agent.model),
            artifact_sha256=shown.artifact.sha256,
            video_uri=shown.artifact.uri,
            availability=(
                ObserverAvailability.SUCCESS
                if told_something
                else ObserverAvailability.INSUFFICIENT
            ),
            evidence=derived.evidence,
            abstentions=derived.abstentions,
            violations=derived.violations,
            tries=tuple(talk.tries),
            samples=len(samples),
            verdict=derived.verdict,
            because="; ".join(because)[:4000],
        )

    def _silent(self, shown: Shown, talk: "_Talk", error: UnansweredError) -> Observation:
        replied = error.result in _REPLIED
        reason = (
            AbstentionReason.MALFORMED_REPLY if replied else AbstentionReason.OBSERVER_UNAVAILABLE
        )
        detail = f"{self.agent.name}: {error.result}: {error.detail}"
        return Observation(
            observation_id=shown.observation_id,
            observer=self.agent,
            artifact_sha256=shown.artifact.sha256,
            video_uri=shown.artifact.uri,
            availability=(
                ObserverAvailability.FAILED if replied else ObserverAvailability.UNAVAILABLE
            ),
            abstentions=tuple(
                Abstention(name=name, reason=reason, detail=detail)
                for name in shown.names(self.answers)
            ),
            tries=tuple(talk.tries),
            because=detail,
        )


class _Talk:
    """One film's talk with a model: asks, waits where that helps, and keeps every try."""

    def __init__(
        self,
        model: Model,
        agent: Agent,
        prices: Prices,
        timeout_s: float,
        until: float,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self.tries: list[Try] = []
        self.asked = False
        self.answered_by = model.model
        self._model, self._agent, self._prices = model, agent, prices
        self._timeout_s, self._until = timeout_s, until
        self._clock, self._sleep = clock, sleep

    def ask(
        self,
        text: str,
        pictures: tuple[Picture, ...],
        schema: Mapping[str, object],
        *,
        seed: int = SEED,
        temperature: float | None = 0.0,
    ) -> Answer:
        """Ask once, or again where the trouble soon passes.

        Raises
        ------
        UnansweredError
            If no answer came of it.
        """
        for number in range(1, _TRANSIENT_TRIES + 1):
            try:
                asked = Asked(
                    system=prompting.SYSTEM,
                    turns=(Turn(text, pictures=pictures),),
                    schema=schema,
                    timeout_s=self._time_left(),
                    seed=seed,
                    temperature=temperature,
                )
                self.asked = True
                answer = self._model.ask(asked)
            except UnansweredError as error:
                self._keep(error)
                wait = _wait_s(error, number)
                if wait is None or wait >= self._until - self._clock():
                    raise
                self._sleep(wait)
                continue
            except Exception as error:  # noqa: BLE001 - whatever an adapter lets out
                raise self.lost(error) from None
            self.answered_by = answer.model
            return answer
        raise AssertionError("the last try either answers or raises")

    def _time_left(self) -> float:
        left = min(self._timeout_s, self._until - self._clock())
        if left <= 0:
            said = "the time for this film is used up"
            raise UnansweredError(TryResult.TIMEOUT, said, unbilled=True)
        return left

    def read(self, answer: Answer, reader: Callable[[str], Read]) -> Read:
        """Read an answer and keep the try as used, or as malformed.

        Raises
        ------
        UnansweredError
            If nothing can be made of it.
        """
        agent = self._agent.revised(model=answer.model[:200] or None)
        taken, given = answer.input_tokens, answer.output_tokens
        try:
            read = reader(answer.text)
        except MalformedReplyError as malformed:
            error = UnansweredError(
                TryResult.MALFORMED, str(malformed),
                input_tokens=taken, output_tokens=given, counted=answer.counted,
            )  # fmt: skip
            self._keep(error, by=agent)
            raise error from None
        except Exception as unforeseen:  # noqa: BLE001 - whatever a reply brings about
            raise self.lost(unforeseen, input_tokens=taken, output_tokens=given) from None
        self.tries.append(
            self._prices.tried(
                agent,
                TryResult.USED,
                input_tokens=taken,
                output_tokens=given,
                counted=answer.counted,
                configured=self._model.model,
            )
        )
        return read

    def lost(
        self, error: Exception, *, input_tokens: int = 0, output_tokens: int = 0,
        unbilled: bool = False,
    ) -> UnansweredError:  # fmt: skip
        """Keep what nobody foresaw as a try, with the name of its kind."""
        _log.error("a reply of %s broke the reading of it", self._agent.name, exc_info=error)
        said = UnansweredError(
            TryResult.INVALID, f"{type(error).__name__}: {error}",
            input_tokens=input_tokens, output_tokens=output_tokens, unbilled=unbilled,
        )  # fmt: skip
        self._keep(said)
        return said

    def _keep(self, error: UnansweredError, by: Agent | None = None) -> None:
        self.tries.append(
            self._prices.tried(
                by or self._agent,
                error.result,
                detail=error.detail,
                input_tokens=error.input_tokens,
                output_tokens=error.output_tokens,
                unbilled=error.unbilled,
                counted=error.counted,
                configured=self._model.model,
            )
        )


def _wait_s(error: UnansweredError, number: int) -> float | None:
    """Say how long to wait before the next try; None where another is of no use."""
    if error.result is TryResult.RATE_LIMITED and 0 < error.rest_s <= _SHORT_WAIT_S:
        return error.rest_s if number == 1 else None
    if error.result is TryResult.UNAVAILABLE and number < _TRANSIENT_TRIES:
        return _BACKOFF_S * float(2**number)
    return None
