"""Denials far from the number they turn round."""

import pytest

from storyworld.physics.nevers import answered_no, never_bound
from storyworld.reading.words import Words


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("At no time is the jet from the hole faster than 3 m/s.", True),
        ("At no point of its steady descent does it get above 5 m/s.", True),
        ("On no account does it pass 40 m/s.", True),
        ("It is faster than 3 m/s at no great cost.", False),
        ("It is no faster than 3 m/s.", False),
        ("It is at no time hot. It is faster than 3 m/s.", False),
        ("It is faster than 3 m/s.", False),
    ],
)
def test_an_at_no_time_turns_the_bound_behind_it(text, denied):
    assert never_bound(Words.of(text)) is denied


def test_a_spec_denies_behind_the_name():
    assert answered_no(Words.of("rod, 60 kN, buckling: no"), ("buckling",))
    assert answered_no(Words.of("failure = none"), ("failure",))
    assert not answered_no(Words.of("buckling: yes, no doubt"), ("buckling",))
