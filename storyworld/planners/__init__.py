"""The planners: who turns a goal into intents, one per beat.

========  ======================================================  ========  =======
planner   what                                                    cost      needs
========  ======================================================  ========  =======
rules     own tokenizer and cue words; deterministic, never fails  nothing   nothing
========  ======================================================  ========  =======
"""

from typing import Final

from storyworld.planners.rules import RulesPlanner
from storyworld.ports import Planner

PLANNERS: Final[dict[str, type[Planner]]] = {"rules": RulesPlanner}


def planner_named(name: str) -> Planner:
    """Give the planner of that name.

    Raises
    ------
    KeyError
        If there is none.
    """
    return PLANNERS[name]()
