"""Generic: a goal that no family models. Nothing is required, so nothing is ever accepted."""

from storyworld.physics.completion import Settled, scenario
from storyworld.physics.family import Family, Interpretation, Slot
from storyworld.physics.scene import Scene
from storyworld.physics.solving import incomplete
from storyworld.reading.words import Words
from storyworld.records.constraint import Constraint
from storyworld.records.goal import SCENARIO_FAMILY, Domain, Intent, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Prediction, Question, Scenario


class Generic(Family):
    """What is left: the goal as read, and that no family matches it."""

    name = "generic"
    purpose = "no family matches: nothing is decided"
    domain = Domain.GENERIC
    filmable = False
    outcomes: tuple[str, ...] = ("as_asked",)
    slots: tuple[Slot, ...] = ()

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:  # noqa: ARG002
        """See :class:`storyworld.physics.family.Family`."""
        return 0.0

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:  # noqa: ARG002
        """See :class:`storyworld.physics.family.Family`."""
        return Interpretation("as_asked", given)

    def complete(self, intent: Intent, from_node: str | None = None) -> Scenario:
        """See :class:`storyworld.physics.family.Family`."""
        because = "no scenario family matches this goal: there is no criterion to test it by"
        missing = MissingParameter(name=SCENARIO_FAMILY, unit=Unit.ONE, because=because)
        settled = Settled(intent.parameters, (missing, *intent.unsettled))
        return scenario(intent.revised(family=self.name), settled, from_node, "as_asked")

    def constraints(self, scenario: Scenario) -> tuple[Constraint, ...]:  # noqa: ARG002
        """See :class:`storyworld.physics.family.Family`."""
        return ()

    def questions(self, scenario: Scenario) -> tuple[Question, ...]:  # noqa: ARG002
        """See :class:`storyworld.physics.family.Family`."""
        return ()

    def solve(self, scenario: Scenario) -> Prediction:
        """See :class:`storyworld.physics.family.Family`."""
        return incomplete(scenario, "none")

    def stage(self, scenario: Scenario) -> Scene:
        """Refuse: there is nothing to stage.

        Raises
        ------
        ValueError
            Always.
        """
        raise ValueError(f"no scenario family stages {scenario.intent.text[:80]!r}")
