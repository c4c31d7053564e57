import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.reading.words import TokenKind, Words


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
        "it stays rather than slides", "it cannot slide", "no sliding", "it won't slide",
        "it can't slide", "it isn't sliding", "it no longer slides", "it does not even slide",
        "it refuses to slide", "it is unable to slide", "it tips instead of sliding",
        "the rope keeps the box from sliding", "friction prevents it from sliding",
        "it is kept from sliding", "nothing slides", "none of the boxes slides", "no box slides",
        "it avoids sliding", "free of sliding", "it neither tips nor slides", "it slides nowhere",
        "neither of them slides", "it does not tip, slide or fall", "it does not tip or slide",
        "it doesnt slide", "without a slide", "no one slides", "it slides neither up nor down",
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
        "it is not wet and slides", "nothing keeps it from sliding",
        "with nothing holding it it slides",
        "it does not avoid sliding", "with no friction it slides", "it not only slides",
        "the stop slides", "it is never prevented from sliding", "in no longer than 2 s it slides",
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
        written = text[token.start : token.end].lower().replace("’", "'")
        assert len(token.text) <= len(written)
        assert set(token.text) <= {*written, *"0123456789"}
        words.negated(words.tokens.index(token))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("m1=2kg", "m1 = 2 kg"), ("m_1 = 2", "m1 = 2"), ("v₀=5", "v0 = 5"),
        ("mu_s=0.3", "mu s = 0.3"),
        ("v0x=3", "v0x = 3"), ("H2O, CO2", "h2o , co2"), ("at45 deg", "at 45 deg"),
        ("2x10^3", "2 x 10 ^ 3"), ("30cmx20cm", "30 cm x 20 cm"), ("9.8 m/s2", "9.8 m / s2"),
        ("mu0.6", "mu 0.6"), ("h20m", "h 20 m"), ("mass1=3", "mass 1 = 3"), ("½m", "½ m"),
        ("mass 1: 2 kg", "mass 1 : 2 kg"), ("1:10", "1 : 10"), ("3.5E+3", "3.5e+3"),
    ],
)  # fmt: skip
def test_names_with_digits_are_words(text, tokens):
    assert [t.text for t in Words.of(text).tokens] == tokens.split()


def test_the_digit_of_a_name_is_no_number():
    kinds = {t.text: t.kind for t in Words.of("m1=2kg, mass 1 = 3 kg").tokens}
    assert kinds["m1"] is kinds["1"] is TokenKind.WORD
    assert kinds["2"] is kinds["3"] is TokenKind.NUMBER


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It falls. It lands", 2),
        ("approx. 5 m high", 1),
        ("it falls, e.g. from 5 m", 1),
        ("a = 1\nb = 2", 2),
        ("A ball dropped\nfrom 20 m lands", 1),
        ("One.\n\nTwo", 2),
        ("5 ft. above it", 1),
        ("a; b", 2),
        ("- a box\n- a ball", 2),
    ],
)
def test_a_full_stop_that_shortens_a_word_ends_no_sentence(text, sentences):
    assert Words.of(text).tokens[-1].sentence == sentences - 1


@pytest.mark.parametrize(
    ("text", "verb", "denied"),
    [
        ("A stop at 7 m/s^2 does not make the load (mu_s 0.6) shift on the lorry", "shift", True),
        ("A stop at 7 m/s^2 makes the load (mu_s 0.6) shift on the lorry", "shift", False),
        ("Friction of 0.7 keeps the car in a 50 m turn at 25 m/s from skidding", "skidding", True),
        ("Friction cannot keep the car in a 50 m turn at 25 m/s from skidding", "skidding", False),
        ("The driver never lets the box on the bed of the truck slide", "slide", True),
        ("The truck does not make a stop and its box slides", "slides", False),
        ("5 N is plenty to stop a 0.45 kg hammer dropping out of the hand", "dropping", True),
        ("The load stops dropping", "dropping", False),
        ("A bearing at no time exceeds 35 m/s", "exceeds", True),
        ("A bearing exceeds 35 m/s in no time", "exceeds", False),
    ],
)
def test_a_denied_cause_denies_what_it_would_cause(text, verb, denied):
    words = Words.of(text)
    assert words.negated(next(words.places(verb))) is denied
