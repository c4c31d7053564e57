"""Films of strangers: what they show without a scale, and what must not be held against them."""

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from storyworld.clip import judge_clip
from storyworld.records.constraint import FindingStatus
from storyworld.records.observation import Law
from storyworld.records.quantity import Unit
from storyworld.records.scenario import Measure, Question
from storyworld.records.verdict import EpistemicState
from storyworld.vision.encoding import encode
from storyworld.vision.reading import BLOB, CannotTell, FilmReading
from storyworld.vision.scaling import Scale
from storyworld.vision.tracking import Form, Track
from storyworld.vision.unscaled import acceleration_evenness, parabola_misfit

Way = Callable[[NDArray[np.float64]], tuple[NDArray[np.float64], NDArray[np.float64]]]
RATE, SIZE = 30.0, (640, 480)
THROW = "A ball is thrown at 4 m/s at 60 degrees and lands 1.4 m away"


def reading_of(x: NDArray[np.float64], y: NDArray[np.float64], noise: float = 0.0) -> FilmReading:
    chance = np.random.default_rng(5)
    track = Track(
        name=BLOB, form=Form.DISC, times_s=np.arange(len(x)) / RATE,
        x_px=x + chance.normal(0, noise, len(x)), y_px=y + chance.normal(0, noise, len(y)),
        angle_rad=np.full(len(x), np.nan), cut=np.zeros(len(x), dtype=bool),
        width_px=20, height_px=20, floor_px=0.5,
    )  # fmt: skip
    return FilmReading(
        times_s=track.times_s, declared=frozenset(), tracks={BLOB: track}, supports={},
        scale=Scale(None, why_not="nobody said"), camera=None,
    )  # fmt: skip


def asked(measure: Measure) -> Question:
    return Question(evidence=measure.value, measure=measure, unit=Unit.ONE, subjects=("ball",))


EVEN, PARABOLA = asked(Measure.ACCELERATION_EVENNESS), asked(Measure.PARABOLA_MISFIT)
SECONDS = np.arange(36) / RATE


def thrown(t: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    return 60 + 400 * t, 420 - 620 * t + 520 * t**2


def glides(t: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What spins and is light: its path curls up instead of coming down."""
    turn = 2.4 * t
    return 60 + 380 * np.sin(turn) / 2.4 + 80 * t, 300 - 330 * (1 - np.cos(turn)) / 2.4 + 60 * t**2


def comes_nearer(t: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """A fall seen by a camera from which it moves away: its picture shrinks by a quarter."""
    return 300 + 0 * t, 240 + (-200 + 430 * t**2) / (1 + 0.35 * t)


@given(st.floats(0, 2 * math.pi), st.floats(150, 900), st.floats(-300, 300), st.floats(0, 0.4))
@settings(max_examples=40)
def test_one_acceleration_is_even_and_a_parabola_whichever_way_it_points(turn, a, v, noise):
    t = SECONDS
    along, across = v * t + a * t**2 / 2, 120 * t
    x = along * math.cos(turn) - across * math.sin(turn)
    y = along * math.sin(turn) + across * math.cos(turn)
    reading = reading_of(x, y, noise)
    even, misfit = acceleration_evenness(reading, EVEN), parabola_misfit(reading, PARABOLA)
    assert abs(even.value) < max(0.1, 4 * even.uncertainty)
    assert misfit.value < 0.01


def test_perspective_is_uneven_within_the_room_there_is_and_a_glide_is_no_parabola():
    fall = reading_of(*comes_nearer(SECONDS), 0.2)
    assert -1 < acceleration_evenness(fall, EVEN).value < -0.1
    assert parabola_misfit(fall, PARABOLA).value < 0.01
    assert parabola_misfit(reading_of(*thrown(SECONDS), 0.2), PARABOLA).value < 0.005
    glide = parabola_misfit(reading_of(*glides(SECONDS), 0.2), PARABOLA)
    assert glide.value - 2 * glide.uncertainty > 0.01


@pytest.mark.parametrize(
    ("x", "y"),
    [(SECONDS * 0 + 50, SECONDS * 0 + 50), (SECONDS[:5] * 90, SECONDS[:5] * 90)],
    ids=["stands still", "five frames"],
)
def test_what_does_not_move_or_is_hardly_seen_tells_nothing(x, y):
    for measure, question in ((acceleration_evenness, EVEN), (parabola_misfit, PARABOLA)):
        with pytest.raises(CannotTell):
            measure(reading_of(x, y), question)


def filmed(way: Way, path: Path, radius: float = 9.0, shadow: bool = False) -> Path:
    """A film such as a camera makes: an uneven ground, grain, a ball, perhaps its shadow."""
    chance = np.random.default_rng(8)
    columns, rows = np.meshgrid(np.arange(SIZE[0]), np.arange(SIZE[1]))
    ground = 150 + 30 * np.sin(columns / 90) + 25 * np.cos(rows / 70)
    x, y = way(SECONDS)

    def pictures():
        for at_x, at_y in zip(x, y, strict=True):
            cover = np.clip(radius + 0.5 - np.hypot(columns - at_x, rows - at_y), 0, 1)
            picture = ground * (1 - cover) + 25 * cover
            if shadow:
                picture -= 40 * np.exp(-(((columns - at_x) / 30) ** 2 + ((rows - 470) / 6) ** 2))
            grey = picture + chance.normal(0, 2.5, picture.shape)
            yield np.repeat(np.clip(grey, 0, 255).astype(np.uint8)[..., None], 3, axis=2)

    encode(pictures(), path, width_px=SIZE[0], height_px=SIZE[1], frame_rate_hz=RATE)
    return path


@pytest.mark.parametrize(
    ("way", "broken"), [(thrown, set()), (comes_nearer, set()), (glides, {"parabola"})]
)
def test_of_a_stranger_s_film_only_what_is_no_free_flight_fails_the_parabola(way, broken, tmp_path):
    judged = judge_clip(filmed(way, tmp_path / "film.mp4", shadow=way is thrown), THROW)
    (seen,) = judged.observations
    assert seen.violations == ()
    found = {
        f.constraint_id for f in judged.judgement.findings if f.status is FindingStatus.VIOLATED
    }
    assert found == broken
    rejected = judged.judgement.state is EpistemicState.REJECTED
    assert rejected is bool(broken)


def test_a_stranger_s_ball_that_jumps_teleports(tmp_path):
    def jumps(t):
        x, y = thrown(t)
        return np.where(t > 0.6, x + 90, x), y

    judged = judge_clip(filmed(jumps, tmp_path / "film.mp4"), THROW)
    assert [v.law for v in judged.observations[0].violations] == [Law.TELEPORT]
    assert judged.judgement.state is EpistemicState.REJECTED


def test_the_size_a_goal_states_is_a_scale(tmp_path):
    def falls(t):
        return 300 + 0 * t, 30 + 9.81 / 2 * 60 * t**2

    path = filmed(falls, tmp_path / "film.mp4")
    stated = judge_clip(path, "A ball of 30 cm diameter is dropped from 6 m and falls")
    (g,) = [e for e in stated.judgement.ledger.evidence if e.name == "vertical_acceleration"]
    assert abs(g.quantity.value - 9.81) < 2 * g.quantity.uncertainty
    assert 0.02 * 9.81 < g.quantity.uncertainty < 0.2 * 9.81
    wrong = judge_clip(path, "A ball of 5 cm diameter is dropped from 6 m and falls")
    assert "inconsistent_premise" in wrong.judgement.constraints_discovered
    assert wrong.judgement.state is EpistemicState.EPISTEMICALLY_INCOMPLETE
