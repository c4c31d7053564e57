"""No goal and its contrary are both said to be achieved (see :mod:`tests.goals.contraries`)."""

from collections.abc import Callable, Iterator

from tests.goals.case import Case
from tests.goals.contraries import Contrary, denials, goals, is_achieved, turned_bounds

# Every fourth goal: all of them take a minute, and have been run (docs/physics.md).
STEP = 4
# Read wrongly still: the denial takes a claim away where it should turn it round.
KNOWN = (
    "Starting from practically zero speed, a parcel",
    "Dropping 80 cm from rest, the 5 kg side",
    "Three racers roll from rest",
    "The librarian puts six volumes",
)
# Turning these words turns no claim: a hiker has power to spare, a burn speeds up or slows down,
# what withstands 100 kN withstands less, and what is enough may be more or less than enough.
PREMISES = (
    "A 75 kg hiker climbs", "An iceberg with a density", "Having burnt 600 kg",
    "A steel column with both ends built in", "A grip force of no less",
)  # fmt: skip


def both_achieved(
    cases: tuple[Case, ...], contraries: Callable[[Case], Iterator[Contrary]]
) -> tuple[int, list[str]]:
    asked = 0
    found: list[str] = []
    for case in cases:
        turned = list(contraries(case))
        if turned and is_achieved(case.text, case):
            asked += len(turned)
            found += [c.text for c in turned if is_achieved(c.text, case)]
    return asked, found


def test_a_goal_and_its_denial_are_not_both_achieved():
    asked, found = both_achieved(goals()[::STEP], denials)
    assert asked > 1000
    assert [t for t in found if not any(known.lower() in t.lower() for known in KNOWN)] == []


def test_a_bound_and_its_contrary_are_not_both_achieved():
    asked, found = both_achieved(goals(), turned_bounds)
    assert asked > 200
    assert [t for t in found if not t.startswith(PREMISES)] == []
