"""No film that shows nothing of its goal is accepted (:mod:`tests.observers.controls`)."""

import pytest

from storyworld.records.verdict import EpistemicState
from tests.observers.controls import (
    ACHIEVED,
    CONTROLS,
    achieved_goals,
    honest,
    judged,
    swapped,
)  # fmt: skip

BEATS = achieved_goals()
# Goals of motion, of rest, of contact, of a curve and of a gauge; all of them are in the table.
FAMILIES = ("free_fall", "stack", "truck_bed", "domino", "flat_curve", "heat", "optics_ray")


@pytest.fixture(scope="module", params=FAMILIES)
def shown(request: pytest.FixtureRequest):
    return honest(BEATS[request.param])


def test_an_honest_film_is_accepted_by_what_is_measured(shown):
    film, viewing = shown
    assert judged(film, viewing) is EpistemicState.ACCEPTED


def test_the_film_of_another_goal_is_not_accepted(shown):
    film, viewing = shown
    for name, other in swapped(film, viewing.beat.scenario.family).items():
        # Another size of the same thing may show what is asked: docs/observers.md says how often.
        if name != ACHIEVED:
            assert judged(other, viewing) is not EpistemicState.ACCEPTED, name


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_is_not_accepted(shown, control):
    film, viewing = shown
    assert judged(CONTROLS[control](film), viewing) is not EpistemicState.ACCEPTED
