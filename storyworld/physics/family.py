"""What a scenario family is: one kind of problem that can be read, solved and staged.

A family is one module in :mod:`storyworld.physics.families` and one line in its registry. It
says which quantities it needs (slots), reads what is wanted, completes a scenario, states the
constraints and the questions to the film, solves in closed form, and stages a scene.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

from storyworld.physics.scene import Scene
from storyworld.reading.quantities import Bound, Mention
from storyworld.reading.words import Words
from storyworld.records.constraint import Constraint
from storyworld.records.goal import Domain, Intent, MissingParameter, Parameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Check, Prediction, Question, Scenario


@dataclass(frozen=True)
class Slot:
    """One quantity a family can take from a text.

    Parameters
    ----------
    name, unit
        Of the parameter, in canonical units.
    words
        What it is, as people say it: "height of the drop".
    low, high
        Admissible range, both ends included.
    before, after
        Cue phrases in front of and behind the number; longer ones weigh more.
    by_unit
        Takes the only quantity of its unit that no cue placed.
    bounds
        A threshold takes only quantities so bounded (None stands for "not bounded"). Without
        `bounds` the slot is a premise: "at least 20 m" does not settle it.
    counts
        A whole number, exact.
    part
        Takes this place of a product of sizes ("30 cm x 20 cm"); -1 is the last.
    symbol
        Takes only numbers written with this unit ("percent").
    optional
        Nothing is missing without it.
    default, default_u
        Stands in when the text gives nothing, with its standard uncertainty.
    because
        Why the outcome turns on it, or why the default cannot flip the outcome.
    span
        Admissible range where the text gives nothing: if the outcome is the same over all of
        it, the least favourable value stands in; if not, the parameter is missing.
    also
        Names under which an earlier beat may have established the same thing.
    """

    name: str
    unit: Unit
    words: str
    low: float
    high: float
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    by_unit: bool = False
    bounds: frozenset[Bound | None] | None = None
    counts: bool = False
    part: int | None = None
    symbol: str | None = None
    optional: bool = False
    default: float | None = None
    default_u: float = 0.0
    because: str = ""
    span: tuple[float, float] | None = None
    also: tuple[str, ...] = ()

    def within(self, low: float, high: float) -> "Slot":
        """Give the same slot with another admissible range."""
        return replace(self, low=low, high=high)


@dataclass(frozen=True)
class Interpretation:
    """What a family makes of the words: the outcome wanted, and the parameters they imply.

    `unsettled` names what the words ask for and do not settle.
    """

    wanted: str
    parameters: tuple[Parameter, ...]
    unsettled: tuple[MissingParameter, ...] = field(default=())


class Family(Protocol):
    """One kind of problem. Pure: no method reads anything but its arguments."""

    name: str
    domain: Domain
    purpose: str
    outcomes: tuple[str, ...]
    slots: tuple[Slot, ...]
    filmable: bool = True

    def visual(self, words: Words, given: tuple[Parameter, ...]) -> bool:  # noqa: ARG002
        """Say whether what is asked can only be seen, not computed."""
        return False

    def phrases(self) -> Iterable[str]:
        """Give the phrases this family looks for: a misspelt word of one is read as meant."""
        return (phrase for slot in self.slots for phrase in (*slot.before, *slot.after))

    def affinity(self, words: Words, units: frozenset[Unit]) -> float:
        """Say how well a text with quantities of these units speaks of this family, 0 to 1."""
        ...

    def place(
        self,
        words: Words,  # noqa: ARG002
        mentions: tuple[Mention, ...],  # noqa: ARG002
    ) -> Mapping[int, str]:
        """Say which mention (by index) fills which slot, where cues near a number do not tell.

        What is left out is placed by cues and units. Several bodies of one kind need this: the
        first mass is the first body's.
        """
        return {}

    def interpret(self, words: Words, given: tuple[Parameter, ...]) -> Interpretation:
        """Read the outcome wanted, and what words alone say of the parameters."""
        ...

    def complete(self, intent: Intent, from_node: str | None = None) -> Scenario:
        """Add defaults where they cannot flip the outcome; name what is missing."""
        ...

    def constraints(self, scenario: Scenario) -> tuple[Constraint, ...]:
        """Give what must hold, as far as the parameters settle it."""
        ...

    def questions(self, scenario: Scenario) -> tuple[Question, ...]:
        """Give what the film is to be asked."""
        ...

    def checks(self, scenario: Scenario) -> tuple[Check, ...]:  # noqa: ARG002
        """Give what a vision model is to be asked of the film, each with its antonym."""
        return ()

    def solve(self, scenario: Scenario) -> Prediction:
        """Solve in closed form, with uncertainty. Never raises on a missing parameter."""
        ...

    def stage(self, scenario: Scenario) -> Scene:
        """Build the scene to be simulated and filmed.

        Raises
        ------
        ValueError
            If a parameter is missing: such a scenario has nothing to show.
        """
        ...
