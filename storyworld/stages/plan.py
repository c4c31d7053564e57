"""The first verb: gate, read, complete, solve, cut into beats."""

from storyworld.physics.families import family_named
from storyworld.ports import Planner
from storyworld.reading.contradiction import veto
from storyworld.records.goal import Goal, Intent
from storyworld.records.scenario import Beat, Plan, Vetoed

_TITLE_CHARACTERS = 80


def plan(goal: Goal, *, planner: Planner, from_node: str | None = None) -> Plan | Vetoed:
    """Turn a goal into beats, or say which contradiction in its words forbids it.

    Parameters
    ----------
    goal
        Its `requires_visual_verification`, where given, overrides what was read.
    planner
        Proposes the intents; families complete and solve them.
    from_node
        The world's node the first beat starts from; the goal's own `from_node` if None.

    Raises
    ------
    StageError
        Whatever the planner raises; the rules planner raises nothing.
    """
    vetoed = veto(goal.text)
    if vetoed is not None:
        return vetoed
    start = goal.from_node if from_node is None else from_node
    intents = planner.read(goal)
    return Plan(
        beats=tuple(
            _beat(index, _overridden(goal, intent), start if index == 0 else None)
            for index, intent in enumerate(intents)
        )
    )


def _overridden(goal: Goal, intent: Intent) -> Intent:
    asked = goal.requires_visual_verification
    if asked is None or asked == intent.requires_visual_verification:
        return intent
    return intent.revised(requires_visual_verification=asked)


def _beat(index: int, intent: Intent, from_node: str | None) -> Beat:
    family = family_named(intent.family)
    scenario = family.complete(intent, from_node)
    text = intent.text
    short = text if len(text) <= _TITLE_CHARACTERS else text[: _TITLE_CHARACTERS - 1] + "…"
    return Beat(
        index=index,
        title=short,
        scenario=scenario,
        constraints=family.constraints(scenario),
        questions=family.questions(scenario),
        prediction=family.solve(scenario),
        checks=family.checks(scenario),
        filmable=family.filmable,
    )
