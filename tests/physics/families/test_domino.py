"""Domino: what is read, decided and filmed."""

import numpy as np
import pytest

from storyworld.physics.families import family_named
from storyworld.physics.staging import simulate
from storyworld.records.verdict import EpistemicState
from tests.physics.families.filmed import beats_of, judged


@pytest.mark.parametrize(
    ("text", "wanted", "holds"),
    [
        ("Dominoes 5 cm tall spaced 2.5 cm all fall", "chain_completes", True),
        ("Dominoes 5 cm tall spaced 6 cm all fall from one push", "chain_completes", False),
        ("Dominoes 5 cm tall spaced 6 cm: the chain stalls", "stalls", True),
        ("Dominoes 2 in tall spaced 4 cm apart do not all fall", "stalls", False),
        ("In a row of dominoes 5 cm high and 2 cm apart, with one gap of 8 cm, the last one falls",
         "chain_completes", False),
        ("Dominoes 4 cm tall, each twice as tall as the one before, 1 cm apart, all fall",
         "chain_completes", False),
        ("A row of dominoes spaced half their height apart all topple", "chain_completes", True),
    ],
)  # fmt: skip
def test_a_goal_is_decided(text, wanted, holds):
    (beat,) = beats_of(text)
    assert beat.scenario.family == "domino"
    assert beat.scenario.wanted == wanted
    assert beat.scenario.missing == ()
    assert (beat.prediction.outcome == wanted) is holds


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("A row of dominoes 5 cm tall all fall", "spacing"),
        ("A row of dominoes 3 cm apart all fall", "height"),
    ],
)
def test_what_decides_and_is_not_given_is_missing(text, missing):
    (beat,) = beats_of(text)
    assert missing in {m.name for m in beat.scenario.missing}
    assert beat.prediction.outcome is None


@pytest.mark.parametrize("spacing", [1.0, 2.5, 4.0, 4.7, 5.5, 8.0])
def test_the_last_simulated_tile_falls_exactly_if_the_solver_says_so(spacing):
    (beat,) = beats_of(f"Dominoes 5 cm tall spaced {spacing} cm apart all fall")
    scene = family_named("domino").stage(beat.scenario)
    times = np.linspace(0.0, scene.duration_s, 301)
    turned = np.abs(simulate(scene, times).poses[-1, -1, 2])
    assert bool(turned > 1.0) is (spacing < 5.0)
    assert (beat.prediction.outcome == "chain_completes") is (spacing < 5.0)


def test_each_tile_falls_after_the_one_before():
    (beat,) = beats_of("Dominoes 5 cm tall spaced 2.5 cm apart all fall")
    scene = family_named("domino").stage(beat.scenario)
    times = np.linspace(0.0, scene.duration_s, 601)
    angles = np.abs(simulate(scene, times).poses[:, 1:, 2])
    starts = [float(times[np.argmax(angles[:, n] > 0.01)]) for n in range(angles.shape[1])]
    assert starts == sorted(starts)
    assert len(set(starts)) == len(starts)


@pytest.mark.parametrize(
    ("spacing", "state"), [(2.5, EpistemicState.ACCEPTED), (6.0, EpistemicState.REJECTED)]
)
def test_the_film_bears_the_solver_out(spacing, state):
    (beat,) = beats_of(f"Dominoes 5 cm tall spaced {spacing} cm apart all fall")
    judgement = judged(beat)
    assert judgement.state is state
    assert judgement.conflicts == ()


@pytest.mark.parametrize("claim", ["stand up again", "fly away"])
def test_what_the_equation_does_not_decide_leaves_the_goal_open(claim):
    (beat,) = beats_of(f"Dominoes 5 cm tall spaced 2.5 cm all fall and {claim}")
    assert beat.prediction.outcome is None
