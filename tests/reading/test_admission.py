import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyworld.errors import InvalidField
from storyworld.reading.admission import admit
from tests.goals import mechanics_a, mechanics_b
from tests.physics.families.goals import CASES, OTHERS


@pytest.mark.parametrize(
    "text",
    [
        "Ein Ball fällt aus 20 m Höhe",
        "Eine Kiste steht auf einer Rampe mit 25 Grad",
        "Une balle tombe de 20 m",
        "Une balle tombe du toit et touche le sol",
        "Una pelota cae desde 20 m",
        "Una palla cade da 20 m",
        "Uma bola cai da torre",
        "Een bal valt van een toren",
        "Мяч падает с высоты 20 м",
        "一个球从20米高处落下",
        "الكرة تسقط من ارتفاع 20 متر",
    ],
)
def test_a_goal_that_is_not_in_english_is_turned_away_with_the_fix(text):
    with pytest.raises(InvalidField, match="English") as caught:
        admit(text)
    assert caught.value.field == "text"


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("a ball dropped from 20 kg", "20 kg", "height"),
        ("A ball dropped from about 20 kg lands in 2 s", "20 kg", "height"),
        ("a stone falls from 3 s", "3 s", "height"),
        ("a box 5 kg tall", "5 kg", "length"),
        ("A wall 30 s wide", "30 s", "length"),
        ("a ball thrown at 20 kg", "20 kg", "speed"),
        ("a ball thrown at 20 kg clears a wall", "20 kg", "speed"),
        ("a box weighing 3 m stands", "3 m", "mass"),
        ("a ball with a speed of 3 kg", "3 kg", "speed"),
        ("a box with a mass of 3 m", "3 m", "mass"),
        ("mass=3m; h=2m", "3m", "mass"),
        ("a wall 20 m/s high", "20 m/s", "length"),
        ("a fall that lasts 5 kg", "5 kg", "time"),
        ("a box 3 m heavy", "3 m", "mass"),
        ("a crate with mu = 0.6 kg", "0.6 kg", "without unit"),
        ("a temperature of 5 m", "5 m", "temperature"),
        ("a density of 5 m", "5 m", "density"),
        ("an acceleration of 5 m/s", "5 m/s", "acceleration"),
    ],
)
def test_a_unit_that_contradicts_its_words_is_turned_away_and_named(text, said, expected):
    with pytest.raises(InvalidField) as caught:
        admit(text)
    assert said in caught.value.detail
    assert expected in caught.value.detail
    assert caught.value.field == "text"


def test_a_number_of_hundreds_of_digits_with_a_unit_is_turned_away_and_named_in_short():
    with pytest.raises(InvalidField, match="400 digits") as caught:
        admit("A ball dropped from " + "9" * 400 + " m lands in 2 s")
    assert len(caught.value.detail) < 200
    admit("A ball dropped from " + "9" * 400)


GOALS = [*(case.text for case in CASES if case.text), *OTHERS]


@pytest.mark.parametrize("text", [text for text in GOALS if not text.startswith("Ein ")])
def test_every_goal_of_the_families_and_of_others_is_admitted(text):
    admit(text)


@pytest.mark.parametrize(
    "text",
    [
        "mass=1.5kg; side=0.3m; mu=0.6",
        "h=20m v=3m/s",
        "μ = 0.6, θ = 25°",
        "A crate stays at rest on a 25 deg ramp, static friction 0.6",
        "Pendulum La Tour Eiffel drop from 20 m",
        "The ball is a Fußball von Adidas",
        "A ball dropped from a 500 kg crane lands",
        "A ball thrown at a 5 m wall",
        "A ball thrown at 45 deg and 20 m/s clears a 5 m wall",
        "A 2 kg box 5 m tall",
        "A stone dropped from 20 m falls",
        "A stone dropped from 66 ft",
        "a clip with a length of 10 s",
        "a temperature of 20 degrees",
        "a car with an acceleration of 0.3 g",
        "20",
        "?",
    ],
)
def test_what_is_not_certainly_wrong_is_admitted(text):
    admit(text)


DEVELOPMENT = [case.text for case in (*mechanics_a.CASES, *mechanics_b.CASES)]


@pytest.mark.parametrize("text", DEVELOPMENT)
def test_every_development_goal_is_admitted(text):
    admit(text)


@given(st.text(max_size=200))
def test_any_text_is_admitted_or_turned_away_with_a_sentence(text):
    try:
        admit(text)
    except InvalidField as error:
        assert error.field == "text"  # noqa: PT017
        assert error.detail.endswith(".")  # noqa: PT017


def test_the_time_is_linear_in_the_length():
    start = time.perf_counter()
    admit("dropped from 20 m " * 5000 + "a" * 20000)
    assert time.perf_counter() - start < 2.0
