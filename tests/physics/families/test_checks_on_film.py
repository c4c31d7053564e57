"""What checks mean for claims, against films: of a goal that is kept each is true as expected."""

import pytest

from storyworld.records.scenario import Beat, Check
from tests.physics.families.decided import beats, is_kept, is_missed
from tests.physics.families.filmed import filmed
from tests.physics.families.seen_motion import TRUTHS, Seen

FILMED = [b for b in beats() if b.answerable]
# Families of which the film of a goal that is missed always contradicts a check that bears on it.
TELLING = {
    "banked_curve", "beam", "braking", "buoyancy", "column", "delta_v", "domino",
    "drag_race_power", "flat_curve", "grip", "heat", "incline", "lever", "loop", "push_tip",
    "rollover", "stack", "support", "truck_bed",
}  # fmt: skip


def bearing(beat: Beat) -> list[tuple[Check, bool]]:
    """Give the checks that bear on a beat, with what is expected of each."""
    found = ((check, check.expected(beat.claims)) for check in beat.checks)
    return [(check, expected) for check, expected in found if expected is not None]


def contradicted(index: int) -> list[str]:
    """Give the checks whose statement is not true of the film as it is expected to be."""
    beat = FILMED[index]
    truths, seen = TRUTHS[beat.scenario.family], Seen(filmed(beat))
    return [c.name for c, e in bearing(beat) if bool(truths[c.name](seen)) is not e]


def name(index: int) -> str:
    return FILMED[index].scenario.intent.text[:60]


@pytest.mark.parametrize("index", [n for n, b in enumerate(FILMED) if is_kept(b)], ids=name)
def test_the_film_of_a_goal_that_is_kept_is_as_its_checks_expect(index: int):
    assert contradicted(index) == []


@pytest.mark.parametrize(
    "index",
    [n for n, b in enumerate(FILMED) if is_missed(b) and b.scenario.family in TELLING],
    ids=name,
)
def test_the_film_of_a_goal_that_is_missed_contradicts_a_check(index: int):
    assert contradicted(index)


def test_every_filmed_family_has_a_check_on_which_its_kept_goals_bear():
    tried = {b.scenario.family for b in FILMED if is_kept(b) and bearing(b)}
    assert tried == set(TRUTHS)
    assert tried == {b.scenario.family for b in FILMED}


def test_every_check_that_can_bear_is_tried_on_a_film_that_bears_it_out():
    tried = {(b.scenario.family, c.name) for b in FILMED if is_kept(b) for c, _ in bearing(b)}
    assert tried == {(family, check) for family, truths in TRUTHS.items() for check in truths}
