import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.reading.contradiction import veto
from storyworld.records.constraint import ConstraintKind
from tests.goals import gate, mechanics_a, mechanics_b

NAMED = [
    (text, claim)
    for goals in (gate.CONTRADICTIONS, gate.HELD_OUT_CONTRADICTIONS, gate.THIRD_CONTRADICTIONS)
    for claim, texts in goals.items()
    for text in texts
    if text not in gate.MISSED
]
OTHERS = [*gate.FURTHER_CONTRADICTIONS, *gate.LAST_CONTRADICTIONS]
CONTRADICTIONS = [
    *(text for text, _ in NAMED),
    *(text for text in OTHERS if text not in gate.MISSED),
]
NEAR_MISSES = [case.text for case in (*gate.CASES, *gate.HELD_OUT) if case.holds is not False]
PLAIN = [case.text for case in (*mechanics_a.CASES, *mechanics_b.CASES)]
PAIRS = [
    ("A stone floats motionless in mid-air without support", "from the left"),
    ("A stone floats motionless in mid-air without support", "but a rope"),
    ("A cart at rest starts moving with no force", "sensor"),
    ("A cart at rest starts moving without any force", "other than gravity"),
    ("A moving puck stops without any force", "feedback"),
    ("A machine runs forever without energy", "losses"),
    ("A brick doubles its mass with nothing added", "by hand"),
    ("A steel cube appears out of nothing", "but iron and heat"),
    ("A vase shatters before being hit", "a second time"),
]


@pytest.mark.parametrize(("text", "claim"), NAMED)
def test_a_contradiction_in_language_is_vetoed_with_its_law_named(text, claim):
    vetoed = veto(text)
    assert vetoed is not None
    assert claim in {c.claim for c in vetoed.constraints}
    assert all(c.kind is ConstraintKind.LANGUAGE and c.law for c in vetoed.constraints)
    assert vetoed.because


@pytest.mark.parametrize("text", OTHERS)
def test_a_contradiction_in_yet_other_words_is_vetoed(text):
    assert (veto(text) is None) == (text in gate.MISSED)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_only_sounds_contradictory_passes(text):
    assert veto(text) is None


def test_plain_goals_of_mechanics_pass():
    assert [text for text in PLAIN if veto(text)] == []


@pytest.mark.parametrize(("denial", "qualified"), PAIRS)
def test_a_denial_that_is_qualified_denies_only_something(denial, qualified):
    assert veto(denial) is not None
    assert veto(f"{denial} {qualified}") is None


@pytest.mark.parametrize(
    "carrier", ["a rope", "magnets", "helium", "a drone", "propellers", "water", "a crane"]
)
def test_a_carrier_lets_a_goal_pass_unless_it_is_denied(carrier):
    assert veto(f"A stone floats in mid-air without support, because of {carrier}") is None
    assert veto(f"A stone floats in mid-air without {carrier} or any other support") is not None
    assert veto(f"A stone floats in mid-air. No support, not {carrier}, nothing holds it.")


def test_a_denial_in_another_sentence_denies_nothing_here():
    assert (
        veto("A stone floats on the table. It is in mid-air. The shelf is without support.") is None
    )


def test_a_sentence_that_leans_on_the_last_one_denies_for_it():
    assert veto("A stone floats in mid-air. There is no support.") is not None
    assert veto("A stone floats in mid-air; support: none") is not None


@pytest.mark.parametrize(
    "denied", ["does not float", "never floats", "cannot float", "doesn't hover", "will not stay"]
)
def test_a_happening_that_is_denied_contradicts_nothing(denied):
    assert veto(f"A stone {denied} in mid-air without support") is None


def test_a_misspelt_carrier_lets_a_goal_pass():
    assert veto("A baloon hovers in mid-air without support") is None


def test_every_law_has_varied_contradictions_and_near_misses():
    assert set(gate.CONTRADICTIONS) == set(gate.PASSES)
    assert all(len(texts) >= 6 for texts in gate.CONTRADICTIONS.values())
    assert all(len(texts) >= 6 for texts in gate.PASSES.values())
    texts = [case.text for case in (*gate.CASES, *gate.HELD_OUT)]
    assert len(set(texts)) == len(texts)


@given(st.text(max_size=300))
def test_the_gate_never_raises(text):
    veto(text)


@given(
    st.lists(
        st.sampled_from(sorted({*" ".join(CONTRADICTIONS + NEAR_MISSES).split(), *",.;:%/="})),
        max_size=40,
    )
)
def test_the_gate_never_raises_on_its_own_words(words):
    text = " ".join(words)
    assert veto(text) == veto(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "a stone floats motionless in mid-air without support from the left ",
        "the total momentum of an isolated system starts moving without force sensors ",
        "a cart stops before it is hit and accelerates with no energy lost to nothing but ",
    ],
)
def test_the_time_the_gate_takes_is_linear(sentence):
    def taken(characters: int) -> float:
        text = (sentence * (characters // len(sentence) + 1))[:characters]
        times = []
        for _ in range(3):
            started = time.perf_counter()
            veto(text)
            times.append(time.perf_counter() - started)
        return min(times)

    assert taken(40_000) < 60 * taken(2_000)
