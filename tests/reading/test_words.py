import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.reading.words import Words


def test_hyphens_and_brackets_join_and_sentences_are_counted():
    words = Words.of("A stone (grey) in mid-air. It doesn’t fall!")
    assert [t.text for t in words.tokens] == [
        "a", "stone", "grey", "in", "mid", "air", ".", "it", "doesn't", "fall", "!",
    ]  # fmt: skip
    assert [t.sentence for t in words.tokens] == [0] * 7 + [1] * 4
    assert "mid air" in words
    assert "air mid" not in words


@pytest.mark.parametrize(
    "text",
    [
        "the box does not slide", "the box doesn't slide", "the box never slides",
        "without sliding", "without any box sliding", "fails to slide",
        "it stays rather than slides", "it cannot slide", "no sliding",
    ],
)  # fmt: skip
def test_a_verb_is_denied(text):
    words = Words.of(text)
    place = next(p for v in ("slide", "slides", "sliding") for p in words.places(v))
    assert words.negated(place)


@pytest.mark.parametrize(
    "text",
    [
        "the box slides", "it does not fail to slide", "it does not stop. It slides",
        "without support it slides", "it does not tip, it slides", "in no more than 2 s it slides",
        "it is not wet and slides",
    ],
)  # fmt: skip
def test_a_verb_is_not_denied(text):
    words = Words.of(text)
    place = next(p for v in ("slide", "slides", "sliding") for p in words.places(v))
    assert not words.negated(place)


@given(st.text(max_size=400))
def test_every_token_stands_where_it_says(text):
    words = Words.of(text)
    for token in words.tokens:
        assert text[token.start : token.end].lower().replace("’", "'") == token.text
        words.negated(words.tokens.index(token))
