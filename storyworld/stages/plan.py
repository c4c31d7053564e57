"""The first verb: gate, read, complete, solve, cut into beats."""

from storyworld.physics.planning import planned
from storyworld.ports import Planner
from storyworld.records.goal import Goal
from storyworld.records.scenario import Plan, Vetoed


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
    return planned(goal, planner.read, from_node=from_node)
