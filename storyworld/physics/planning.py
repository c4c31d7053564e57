"""From a goal's words to its beats: gate, read, complete, solve; nothing is filmed or asked."""

from collections.abc import Callable
from typing import Final

from storyworld.physics.carrying import carried, refers_back
from storyworld.physics.families import FAMILIES, family_named
from storyworld.physics.premises import premises
from storyworld.reading.compound import read_beats
from storyworld.reading.contradiction import veto
from storyworld.records.goal import Goal, Intent
from storyworld.records.scenario import Beat, Plan, Vetoed

Read = Callable[[Goal], tuple[Intent, ...]]
"""Reads a goal into one intent a beat."""
_TITLE_CHARACTERS: Final = 80


def by_rules(goal: Goal) -> tuple[Intent, ...]:
    """Read a goal by words and units alone; `generic` where no family matches."""
    return read_beats(goal.text, FAMILIES)


def planned(goal: Goal, read: Read = by_rules, *, from_node: str | None = None) -> Plan | Vetoed:
    """Turn a goal into beats, or say which contradiction in its words forbids it.

    Parameters
    ----------
    goal
        Its `requires_visual_verification`, where given, overrides what was read.
    read
        Proposes the intents; families complete and solve them.
    from_node
        The world's node the first beat starts from; the goal's own `from_node` if None.
    """
    vetoed = veto(goal.text)
    if vetoed is not None:
        return vetoed
    start = goal.from_node if from_node is None else from_node
    referring = goal.earlier is not None and refers_back(goal.text, goal.earlier)
    beats = list(_earlier_beats(goal, read)) if referring else []
    known = len(beats)
    for index, intent in enumerate(read(goal)):
        whole = carried(intent, beats, referring=referring and index == 0)
        beats.append(_beat(index, _overridden(goal, whole), start if index == 0 else None))
    return Plan(beats=tuple(beats[known:]))


def _earlier_beats(goal: Goal, read: Read) -> tuple[Beat, ...]:
    """Plan the goal that this one refers back to, for what it gives."""
    if goal.earlier is None or veto(goal.earlier) is not None:
        return ()
    beats: list[Beat] = []
    for index, intent in enumerate(read(Goal(text=goal.earlier))):
        beats.append(_beat(index, carried(intent, beats), None))
    return tuple(beats)


def _overridden(goal: Goal, intent: Intent) -> Intent:
    """Let the goal's own classification stand over the one read."""
    visual, impact = goal.requires_visual_verification, goal.observer_impact
    if visual is not None and visual != intent.requires_visual_verification:
        intent = intent.revised(requires_visual_verification=visual)
    if impact is not None and impact is not intent.impact:
        intent = intent.revised(observer_impact=impact)
    return intent


def _beat(index: int, intent: Intent, from_node: str | None) -> Beat:
    family = family_named(intent.family)
    scenario = family.complete(intent, from_node)
    text = intent.text
    short = text if len(text) <= _TITLE_CHARACTERS else text[: _TITLE_CHARACTERS - 1] + "…"
    beat = Beat(
        index=index,
        title=short,
        scenario=scenario,
        constraints=family.constraints(scenario),
        questions=family.questions(scenario),
        prediction=family.solve(scenario),
        checks=family.checks(scenario),
        filmable=family.filmable,
    )
    if not beat.answerable:
        return beat
    questions, constraints = premises(family.stage(scenario), scenario)
    return beat.revised(
        questions=(*beat.questions, *questions), constraints=(*beat.constraints, *constraints)
    )
