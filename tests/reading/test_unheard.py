"""Denials and comparisons that a reading must not ignore, and those that claim nothing."""

import pytest

from storyworld.physics.families import FAMILIES
from storyworld.reading.intent import read
from storyworld.reading.unheard import comparisons, denials
from storyworld.reading.unplaced import UNPLACED_CLAIM
from storyworld.reading.words import Words


def turns(text: str) -> list[tuple[str, str]]:
    words = Words.of(text)
    return [(text[t.start : t.end], t.instead) for t in (*denials(words), *comparisons(words))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is false that the box tips", [("It is false that", "")]),
        ("There's no way the box tips", [("There's no way", "")]),
        ("The box can't tip", [("can't", "can")]),
        ("The box doesn't tip", [("doesn't", "does")]),
        ("The box never tips and fails to slide", [("never", ""), ("fails to", "")]),
        ("It takes more than 3 s", [("more", "less")]),
        ("It takes at most 3 s", [("most", "least")]),
        # What claims nothing.
        ("Not only does it tip", []),
        ("Two liquids that do not mix", []),
        ("Air, not helium, fills it", []),
        ("It does not land until 2 s have passed", []),
        ("Each is 4 cm further than the one below", []),
        ("losses not counted", []),
    ],
)
def test_what_may_turn_a_claim_is_found(text, found):
    assert turns(text) == found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It is false that a 2 kg ball dropped from 20 m lands at 19.8 m/s", "wanted"),
        (
            "The probe, mass ratio 4, exhaust 3 km/s, ends up faster than the 3 km/s of its gases",
            UNPLACED_CLAIM,
        ),
    ],
)
def test_what_changes_nothing_is_named(text, name):
    assert name in {m.name for m in read(text, FAMILIES).unsettled}


def test_a_denial_that_is_heard_is_not_named():
    assert read("A ball dropped from 20 m does not land within 2.1 s", FAMILIES).unsettled == ()


def test_more_turns_than_anybody_follows_are_named():
    text = "A ball dropped from 20 m lands in under 2.1 s, " + "not, " * 9 + "at once"
    assert UNPLACED_CLAIM in {m.name for m in read(text, FAMILIES).unsettled}
