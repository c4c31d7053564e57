"""The first two rounds of the set: each broken law twice, each kind of valid film once.

What is asked of the measuring observer, at this size. `python -m tests.vision.corpus.scoring` tells
of the whole set.
"""

import pytest

from storyworld.records.evidence import FrameRange
from storyworld.records.observation import Box, Law, Violation
from tests.vision.corpus.making import COUNT, Truth, kind_of, make
from tests.vision.corpus.scoring import NINETY_FIVE, Score, is_located, scored

FILMS = 42


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return scored(range(FILMS))


def test_the_first_films_show_every_broken_law_twice_and_every_valid_kind():
    kinds = [kind_of(n)[0] for n in range(FILMS)]
    assert {kind_of(n)[0] for n in range(COUNT)} == set(kinds)
    assert all(kinds.count(f"broken {law}") == 2 for law in Law)


def test_the_set_is_as_large_as_is_asked():
    kinds = [kind_of(n)[0] for n in range(COUNT)]
    assert COUNT >= 300
    assert sum(not kind.startswith("broken") for kind in kinds) >= 150
    assert all(kinds.count(f"broken {law}") >= 20 for law in Law)


def test_a_film_follows_from_its_number():
    one, again = make(25), make(25)
    assert one.truth == again.truth
    assert one.shot == again.shot
    assert all((a == b).all() for a, b in zip(one.film.frames(), again.film.frames(), strict=True))


def test_a_report_is_located_by_what_its_law_says():
    def told(law: Law, first: int, last: int) -> bool:
        frames = FrameRange(first=first, last=last)
        box = Box(x_px=0, y_px=0, width_px=1, height_px=1)
        true = Truth(law, ("ball",), FrameRange(first=10, last=20), 10, box)
        return is_located(Violation(law=law, frames=frames, box=box), true)

    assert told(Law.VANISHING, 13, 17)
    assert not told(Law.VANISHING, 13, 16)
    assert told(Law.HOVERING, 7, 40)
    assert not told(Law.HOVERING, 6, 20)


def test_at_most_one_valid_film_in_twenty_is_accused(scores):
    alarms = [each for each in scores if each.valid and each.reported]
    assert len(alarms) <= 1, [(each.number, each.detail) for each in alarms]


def test_all_but_one_in_twenty_broken_laws_are_found_and_located(scores):
    broken = [each for each in scores if not each.valid]
    missed = [(each.number, each.detail) for each in broken if not each.located]
    assert len(missed) <= 0.05 * len(broken), missed


def test_nine_intervals_in_ten_hold_what_is_true(scores):
    off = [abs(by) for each in scores for _, by in each.held]
    assert len(off) > 80
    assert 0.9 <= sum(by <= NINETY_FIVE for by in off) / len(off) <= 0.99
