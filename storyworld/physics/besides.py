"""What a goal asks for besides its limits: 'keeps to the curve at 40 m/s, and skids from 20 m/s'.

Where a goal states a limit, the verb beside it is taken for the limit's own ('lands within 2 s'),
and asks for nothing itself. It may ask for more all the same; so what it would ask for alone is
held against the numbers, too. Where that fails, the goal is open: it is not answered by the limit.
"""

from collections.abc import Callable, Iterable, Mapping

from storyworld.physics.claims import Claim
from storyworld.physics.solving import Law, values_of
from storyworld.records.goal import MissingParameter
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Scenario


def open_besides(
    made: Scenario,
    asked: Iterable[Claim],
    besides: Iterable[Claim],
    margin_of: Callable[[Claim], Law],
) -> Scenario:
    """Name what fails of the claims that the words of a goal may make besides those it is held to.

    Nothing is open where what is asked fails itself, or where the numbers do not say.
    """
    values = values_of(made)
    claims = tuple(asked)
    if made.missing or any(_fails(margin_of(claim), values) for claim in claims):
        return made
    failing = [c for c in besides if c not in claims and _fails(margin_of(c), values)]
    if not failing:
        return made
    outcomes = ", ".join(dict.fromkeys(c.outcome.replace("_", " ") for c in failing))
    because = f"the goal states a limit, and may ask for more, which does not hold: {outcomes}"
    return made.revised(missing=(MissingParameter(name="wanted", unit=Unit.ONE, because=because),))


def _fails(margin: Law, values: Mapping[str, float]) -> bool:
    try:
        return margin(values) < 0
    except (KeyError, ValueError, ArithmeticError):
        return False
