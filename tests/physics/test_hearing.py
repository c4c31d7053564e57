"""Which outcome is heard where phrases overlap or a denial stands far off."""

import pytest

from storyworld.physics.claims import Wish
from storyworld.physics.hearing import heard, inflected
from storyworld.reading.words import Words, vocabulary

WISHES = (
    Wish("holds", "slips", vocabulary("holds, hold, lifts, is enough")),
    Wish(
        "slips", "holds", vocabulary("slips, slip, loses hold, slipping, slipping off, off it goes")
    ),
)


def votes(text: str) -> list[str]:
    return list(heard(Words.of(text), WISHES, limited=False)[0])


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("the hand holds the cup", "holds"),
        ("the hand loses hold of the cup", "slips"),
        ("5 N is too weak to hold the cup", "slips"),
        ("5 N is not too weak to hold the cup", "holds"),
        ("5 N is insufficient to hold the cup", "slips"),
        ("not even fifty newtons of squeeze from both fingers hold the cup", "slips"),
        ("hardly any hand could hold the cup", "slips"),
        ("the cup does not slip when the hand lifts it", "holds"),
        ("does the cup slip? No", "holds"),
        ("slipping is ruled out", "holds"),
    ],
)
def test_one_outcome_is_heard(text, outcome):
    assert votes(text) == [outcome]


def test_what_only_names_a_thing_asks_for_nothing():
    assert heard(Words.of("a slip test"), WISHES, limited=False, aside=("slip test",)) == (
        {},
        False,
    )


def test_verbs_are_inflected():
    forms = set(vocabulary(inflected("tip over, slide, carry, go, lose grip")))
    assert {"tipping over", "tipped over", "slid", "sliding", "carries", "went"} <= forms
    assert {"lost grip", "losing grip", "loses grip"} <= forms
