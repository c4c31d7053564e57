"""What denies a verb, and what only looks as if it did."""

import pytest

from storyworld.reading.words import Words


@pytest.mark.parametrize(
    ("text", "phrase", "denied"),
    [
        ("The ball does not clear the wall", "clear", True),
        ("The ball fails to clear the wall", "clear", True),
        ("The ball does not fail to clear the wall", "clear", False),
        ("A drone whose motors have failed drops", "drops", False),
        ("In no more than 2 s it slides", "slides", False),
        ("At no time does the box slide", "slide", True),
        ("A strap keeps the gold bar from sliding", "sliding", True),
        ("Nothing keeps the gold bar from sliding", "sliding", False),
        ("Nothing keeps a 3 kg gold bar from drifting on the sea", "drifting", False),
        ("A rope hooked to a bar stops a heavy old hammer from falling", "falling", True),
        ("Nothing makes the 2 m long column of steel buckle", "buckle", True),
    ],
)
def test_a_verb_is_denied_or_not(text, phrase, denied):
    said, negated = Words.of(text).asserted((phrase,))
    assert (said, negated) == (not denied, denied)
