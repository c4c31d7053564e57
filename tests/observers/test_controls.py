"""No film that shows nothing of its goal is accepted (:mod:`tests.observers.controls`)."""

import pytest

from storyworld.records.verdict import EpistemicState
from tests.observers.controls import CONTROLS, achieved_goals, honest, judged

BEATS = achieved_goals()
# Goals of motion, of rest, of contact, of a curve and of a gauge; all of them are in the table.
FAMILIES = ("free_fall", "stack", "truck_bed", "domino", "flat_curve", "heat", "optics_ray")


@pytest.fixture(scope="module", params=FAMILIES)
def shown(request: pytest.FixtureRequest):
    return honest(BEATS[request.param])


def test_an_honest_film_is_accepted_by_what_is_measured(shown):
    film, viewing = shown
    assert judged(film, viewing) is EpistemicState.ACCEPTED


@pytest.mark.parametrize("control", CONTROLS)
def test_a_control_is_not_accepted(shown, control):
    film, viewing = shown
    assert judged(CONTROLS[control](film), viewing) is not EpistemicState.ACCEPTED
