"""What would flip an answer, as a goal that can be asked: rewritten, and read again to be sure.

The solver names the value at which its finding turns. Here that value replaces the words that the
parameter was read from, rounded away from what was asked and moved on until the rewritten goal,
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
from storyworld.records.scenario import Alternative, Beat

_FURTHER: Final = (0.0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2)
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
    parameter = beat.scenario.parameter(alternative.parameter)
    span = parameter.words if parameter else None
    if parameter is None or span is None or goal.text[span.start : span.end] != span.text:
        return Asked(alternative, None, "")
    held = beat.prediction.outcome == beat.scenario.wanted
    for beyond in _values(alternative):
        for words, value in _written(beyond, parameter):
            text = goal.text[: span.start] + words + goal.text[span.end :]
            if len(text) > MAX_GOAL_CHARACTERS:
                continue
            rewritten = goal.revised(text=text)
            if _flips(rewritten, beat, parameter.name, value, held=held):
                return Asked(alternative, rewritten, words)
    return Asked(alternative, None, "")


def _values(alternative: Alternative) -> Iterator[float]:
    """Give values beyond the limit, seen from what was asked, in round numbers, nearest first."""
    from storyworld.physics.wording import rounded

    limit, before = alternative.limit.value, alternative.asked.value
    away = math.copysign(1.0, limit - before)
    whole = alternative.limit.unit is Unit.ONE and limit.is_integer() and before.is_integer()
    if whole:
        yield from (limit + away * n for n in _COUNTS)
        return
    for share in _FURTHER:
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


def _flips(goal: Goal, beat: Beat, name: str, value: float, *, held: bool) -> bool:
    """Whether a goal is read as the same but for one parameter, and predicted the other way."""
    beats = read_again(goal)
    if len(beats) <= beat.index:
        return False
    again, before = beats[beat.index], beat.scenario
    now, found = again.scenario, again.scenario.parameter(name)
    if (now.family, now.wanted) != (before.family, before.wanted) or found is None or now.missing:
        return False
    if not math.isclose(found.quantity.value, value, rel_tol=_NEAR):
        return False
    outcome = again.prediction.outcome
    return outcome is not None and (outcome == now.wanted) is not held


def read_again(goal: Goal) -> tuple[Beat, ...]:
    """Read and solve a goal by the rules, as the planner does; nothing if it contradicts itself.

    Its beats have what is asked and predicted, and nothing that is only for filming them.
    """
    from storyworld.physics.carrying import refers_back
    from storyworld.reading.contradiction import veto

    if veto(goal.text) is not None:
        return ()
    known: list[Beat] = []
    if goal.earlier is not None and refers_back(goal.text, goal.earlier):
        known = _read(goal.earlier, (), goal, referring=False)
    return tuple(_read(goal.text, tuple(known), goal, referring=bool(known))[len(known) :])


def _read(text: str, before: tuple[Beat, ...], goal: Goal, *, referring: bool) -> list[Beat]:
    from storyworld.physics.carrying import carried
    from storyworld.physics.families import FAMILIES, family_named
    from storyworld.reading.compound import read_beats

    beats = list(before)
    for index, intent in enumerate(read_beats(text, FAMILIES)):
        whole = carried(intent, beats, referring=referring and index == 0)
        family = family_named(whole.family)
        scenario = family.complete(whole, goal.from_node if index == 0 else None)
        beats.append(
            Beat(
                index=index,
                title=whole.text[:80],
                scenario=scenario,
                constraints=family.constraints(scenario),
                questions=(),
                prediction=family.solve(scenario),
            )
        )
    return beats
