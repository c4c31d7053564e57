"""How a goal would be read, and what the solver expects of it: nothing is filmed, nothing kept."""

from typing import Annotated

from pydantic import Field, NonNegativeInt, PositiveFloat

from storyworld.records.frozen import Record, Text
from storyworld.records.goal import Goal, MissingParameter
from storyworld.records.scenario import Alternative, Plan, Vetoed
from storyworld.records.verdict import OutcomeKind, WeakestClaim


class Lacking(MissingParameter):
    """What is missing, and words that give it: they were tried, and are read as meant.

    `goal` is the whole text with them. Both are empty where only the asker can say it otherwise.
    """

    write: Text = ""
    goal: Text = ""


class Flip(Alternative):
    """A change of one parameter that turns the answer.

    `goal` is the text with a value beyond the limit, `outcome` what is then expected: it was
    tried. Both are left out where the text does not show what to change.
    """

    goal: Text = ""
    outcome: OutcomeKind | None = None


class Preview(Record):
    """What a goal would become: its plan, the outcome the solver expects, and what would turn it.

    `decided_by` is the beat that decides, `weakest` its claim that stands worst, by a guard band
    of `guard` standard uncertainties. `because` says it in a sentence.
    """

    goal: Goal
    outcome: OutcomeKind
    because: Text
    plan: Annotated[Plan | Vetoed, Field(discriminator="kind")]
    decided_by: NonNegativeInt | None = None
    weakest: WeakestClaim | None = None
    guard: PositiveFloat = 2.0
    lacking: tuple[Lacking, ...] = ()
    flips: tuple[Flip, ...] = ()
