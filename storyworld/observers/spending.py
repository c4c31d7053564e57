"""Who is not asked, since it may cost something and the goal's budget is spent."""

from typing import Final

from storyworld.errors import PermanentError
from storyworld.ports import Film, Observer
from storyworld.records.observation import Observation, Shown
from storyworld.records.provenance import FailureCode

_FIX: Final = "give the goal a larger budget, or ask a model that costs nothing"


class Unaffordable:
    """Stands where an observer stood that there is no money for, and says so."""

    def __init__(self, observer: Observer) -> None:
        self.agent = observer.agent
        self.answers = observer.answers

    def observe(self, film: Film, shown: Shown) -> Observation:  # noqa: ARG002 - the port's signature
        """See :class:`storyworld.ports.Observer`.

        Raises
        ------
        PermanentError
            BUDGET_EXHAUSTED, always.
        """
        detail = f"{self.agent.name} was not asked: the budget of this goal is spent"
        raise PermanentError(FailureCode.BUDGET_EXHAUSTED, detail, fix=_FIX)
