"""What would turn an answer, as a goal that can be asked: rewritten, and read again to be sure.

The solver names the value at which its finding turns. Here that value replaces the words that the
parameter was read from, rounded away from what was asked and moved on, until the rewritten goal,
read and solved as any other, is predicted the other way round. Where that cannot be had, there is
no such goal: the words of the solver stand alone.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from storyworld.records.goal import MAX_GOAL_CHARACTERS, Goal, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Alternative, Beat, Vetoed

FURTHER: Final = (0.0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
"""By which shares of the limit to go beyond it, where its uncertainty leaves it undecided."""
_COUNTS: Final = (0, 1, 2)
_NUMBER: Final = re.compile(r"[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_NEAR: Final = 1e-3
_LONGEST: Final = 1e7


@dataclass(frozen=True)
class Asked:
    """One alternative, and the goal that asks for it; `goal` None where none could be written."""

    alternative: Alternative
    goal: Goal | None
    value: str


def asked(goal: Goal, beat: Beat, alternatives: tuple[Alternative, ...]) -> tuple[Asked, ...]:
    """Write each alternative of a beat as a goal of its own."""
    return tuple(_asked(goal, beat, alternative) for alternative in alternatives)


@lru_cache(maxsize=512)
def _asked(goal: Goal, beat: Beat, alternative: Alternative) -> Asked:
    held = beat.prediction.outcome == beat.scenario.wanted
    for rewritten, words, again in wordings(goal, beat, alternative):
        outcome = again.prediction.outcome
        if outcome is not None and (outcome == again.scenario.wanted) is not held:
            return Asked(alternative, rewritten, words)
    return Asked(alternative, None, "")


def wordings(
    goal: Goal, beat: Beat, alternative: Alternative, further: tuple[float, ...] = FURTHER
) -> Iterator[tuple[Goal, str, Beat]]:
    """Give goals that ask for a value beyond the limit, and how each is read.

    Each comes with the words of the value, and with its beat at the place of the one given: the
    same but for that value. Nothing comes where the value was read from no words of the goal.

    Parameters
    ----------
    further
        By which shares of the limit to go beyond it, in which order.
    """
    parameter = beat.scenario.parameter(alternative.parameter)
    span = parameter.words if parameter else None
    if parameter is None or span is None or goal.text[span.start : span.end] != span.text:
        return
    for beyond in _values(alternative, further):
        for words, value in _written(beyond, parameter):
            text = goal.text[: span.start] + words + goal.text[span.end :]
            if len(text) > MAX_GOAL_CHARACTERS:
                continue
            rewritten = goal.revised(text=text)
            again = _read_again(rewritten, beat, parameter.name, value)
            if again is not None:
                yield rewritten, words, again


def _read_again(goal: Goal, beat: Beat, name: str, value: float) -> Beat | None:
    """Read a goal as the rules do; give its beat if that is the same but for one parameter."""
    from storyworld.physics.planning import planned

    plan = planned(goal)
    if isinstance(plan, Vetoed) or len(plan.beats) <= beat.index:
        return None
    again, before = plan.beats[beat.index], beat.scenario
    now, found = again.scenario, again.scenario.parameter(name)
    if (now.family, now.wanted) != (before.family, before.wanted) or found is None or now.missing:
        return None
    near = math.isclose(found.quantity.value, value, rel_tol=_NEAR)
    return again if near else None


def _values(alternative: Alternative, further: tuple[float, ...]) -> Iterator[float]:
    """Give values beyond the limit, seen from what was asked, in round numbers."""
    from storyworld.physics.wording import rounded

    limit, before = alternative.limit.value, alternative.asked.value
    away = math.copysign(1.0, limit - before)
    whole = alternative.limit.unit is Unit.ONE and limit.is_integer() and before.is_integer()
    if whole:
        yield from (limit + away * n for n in _COUNTS)
        return
    for share in further:
        value = rounded(limit + away * share * abs(limit), upwards=away > 0)
        if value != before:
            yield value


def _written(value: float, parameter: Parameter) -> Iterator[tuple[str, float]]:
    """Write a value as the goal wrote the one before, in its unit where that is a multiple.

    Each comes with the value that the words then say, rounded once more in their own unit.
    """
    from storyworld.physics.wording import rounded, say

    words, before = parameter.words, parameter.quantity.value
    number = _NUMBER.search(words.text) if words else None
    if words is not None and number is not None and float(number[0]):
        factor = before / float(number[0])
        shown = rounded(value / factor, upwards=value > before) if factor > 0 else math.nan
        if math.isfinite(shown):
            text = f"{shown:.10g}" if abs(shown) < _LONGEST else f"{shown:.4g}"
            yield words.text[: number.start()] + text + words.text[number.end() :], shown * factor
    yield say(value, parameter.quantity.unit), value
