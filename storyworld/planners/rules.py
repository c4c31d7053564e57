"""The rules planner: reads a goal by words and units alone. Always there, always the same.

Licence: this project's. Cost: nothing. Needs: nothing.
"""

from storyworld.physics.planning import by_rules
from storyworld.records.goal import Goal, Intent
from storyworld.records.provenance import Agent, AgentKind


class RulesPlanner:
    """Reads a goal into one intent a beat; `generic` where no family matches."""

    agent = Agent(name="rules", kind=AgentKind.PLANNER, version="1")

    def read(self, goal: Goal) -> tuple[Intent, ...]:
        """See :class:`storyworld.ports.Planner`."""
        return by_rules(goal)
