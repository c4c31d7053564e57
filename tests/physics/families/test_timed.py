"""Times, speeds and shares on film: goals that just hold or not, by what is measured alone.

Numbers of goals are worked out here, with formulas written out anew.
"""

import itertools
import json
import math
from collections.abc import Iterator

import pytest

from storyworld.clip import without_solver
from storyworld.records.verdict import EpistemicState
from tests.goals.mechanics_a import CASES as A_CASES
from tests.goals.mechanics_b import CASES as B_CASES
from tests.observers.controls import GOALS
from tests.physics.families.filmed import beats_of, filmed, judged

G = 9.81
NEAR = 0.04
WATER = 1000.0

Goal = tuple[str, str, bool]
TIMED = frozenset(
    {"pendulum", "bounce", "atwood", "terminal", "torricelli", "spring", "collision", "incline",
     "braking", "vertical_throw", "jump", "buoyancy"}
)  # fmt: skip


def both(
    family: str, words: str, limit: float, *, most: bool, near: float = NEAR
) -> Iterator[Goal]:
    """Give the goal with its limit a little above and a little below what there is."""
    for share in (1 - near, 1 + near):
        yield family, words.format(f"{limit * share:.4g}"), (share > 1) is most


def pendulums() -> Iterator[Goal]:
    for length in (0.1, 1.0, 30.0):
        swing = 2 * math.pi * math.sqrt(length / G) * (1 + math.radians(10) ** 2 / 16)
        of = f"A pendulum of {length} m with an amplitude of 10 degrees"
        words = of + " completes 10 swings in under {} s"
        yield from both("pendulum", words, 10 * swing, most=True)
        words = of + " swings at a frequency of at least {} Hz"
        yield from both("pendulum", words, 1 / swing, most=False)
    for length, high in ((1, 0.2), (10, 2)):
        fast = math.sqrt(2 * G * high)
        words = f"A {length} m pendulum let go {high} m above its lowest point passes the lowest "
        yield from both("pendulum", words + "point at more than {} m/s", fast, most=False)


def bounces() -> Iterator[Goal]:
    for height, kept in itertools.product((0.1, 4), (0.3, 0.8)):
        of = f"A ball with restitution {kept} dropped from {height} m"
        high, fast = kept**2 * height, kept * math.sqrt(2 * G * height)
        yield from both("bounce", of + " rebounds to at least {} m", high, most=False)
        yield from both("bounce", of + " leaves the floor at at most {} m/s", fast, most=True)
        words = of + " rebounds to at least {} m on the second bounce"
        # The fourth power of what is measured.
        yield from both("bounce", words, kept**4 * height, most=False, near=3 * NEAR)


def weights() -> Iterator[Goal]:
    for heavy, light, way in ((3, 2, 1), (2, 1.9, 0.5)):
        gains = G * (heavy - light) / (heavy + light)
        takes = math.sqrt(2 * way / gains)
        of = f"A {heavy} kg mass lifts a {light} kg mass by {way} m over a pulley"
        yield from both("atwood", of + " within {} s", takes, most=True)
        yield from both("atwood", of + " in more than {} s", takes, most=False)


def falls() -> Iterator[Goal]:
    for mass, area in ((80, 0.7), (0.05, 0.003)):
        steady = math.sqrt(2 * mass * G / (1.225 * area))
        of = f"A {mass} kg body (CdA {area} m^2)"
        thick = "air of density 1.225 kg/m^3"
        yield from both("terminal", f"{of} in {thick} stays below {{}} m/s", steady, most=True)
        after = f"{steady / G:.5g}"
        words = f"{of} falling through {thick} exceeds {{}} m/s after {after} s"
        yield from both("terminal", words, steady * math.tanh(1), most=False)


def liquids() -> Iterator[Goal]:
    for head in (0.05, 2):
        words = f"A jet from a hole {head} m below the surface of a tank leaves slower than "
        yield from both("torricelli", words + "{} m/s", math.sqrt(2 * G * head), most=True)
        takes = 0.05 / 0.001 * math.sqrt(2 * head / G)
        words = f"A tank with a base of 0.05 m^2 filled with water {head} m deep drains through an "
        yield from both("torricelli", words + "ideal 10 cm^2 hole within {} s", takes, most=True)
    for dense in (250, 600, 920):
        of = f"A block of {dense} kg/m^3 floats in water of 1000 kg/m^3 with"
        words = of + " at most {} % of its volume under water"
        yield from both("buoyancy", words, 100 * dense / WATER, most=True)


def runs() -> Iterator[Goal]:
    for stiff, press, mass in ((500, 0.1, 0.1), (50, 0.3, 2)):
        words = f"A {stiff} N/m spring compressed by {press} m shoots a {mass} kg ball "
        words += "horizontally; it leaves at more than {} m/s"
        yield from both("spring", words, math.sqrt(stiff / mass) * press, most=False)
    for one, fast, other in ((1, 2, 1), (0.5, 10, 2)):
        words = f"A {one} kg cart at {fast} m/s hits a {other} kg cart at rest and sticks; "
        words += "together they move at more than {} m/s"
        yield from both("collision", words, one * fast / (one + other), most=False)
    for angle, rubs, way in ((30, 0.3, 20), (40, 0.2, 3)):
        slope = math.radians(angle)
        gains = G * (math.sin(slope) - rubs * math.cos(slope))
        of = f"A block with static friction {rubs} and kinetic friction {rubs} slides {way} m "
        words = of + f"down a {angle} degree ramp within {{}} s"
        yield from both("incline", words, math.sqrt(2 * way / gains), most=True)
    for fast, rubs in ((20, 0.8), (5, 0.3)):
        words = f"A car at {fast} m/s stops within {{}} s, mu {rubs}, no reaction delay"
        yield from both("braking", words, fast / (rubs * G), most=True)
    for fast in (10, 40):
        words = f"A ball thrown straight up at {fast} m/s is back on the ground within {{}} s"
        yield from both("vertical_throw", words, 2 * fast / G, most=True)


EDGES = (*pendulums(), *bounces(), *weights(), *falls(), *liquids(), *runs())


@pytest.mark.parametrize(("family", "text", "holds"), EDGES, ids=[e[1] for e in EDGES])
def test_a_limit_just_kept_and_just_missed_are_told_apart_by_the_film(family, text, holds):
    (beat,) = beats_of(text)
    assert beat.scenario.family == family
    state = judged(without_solver(beat)).state
    assert state is (EpistemicState.ACCEPTED if holds else EpistemicState.REJECTED)


def development() -> Iterator[tuple[str, bool]]:
    for line in GOALS.read_text().splitlines():
        goal = json.loads(line)
        if goal["family"] in TIMED and goal["expected"] in {"goal_achieved", "goal_impossible"}:
            yield goal["goal"], goal["expected"] == "goal_achieved"
    for case in (*A_CASES, *B_CASES):
        if case.family in TIMED and case.holds is not None:
            yield case.text, case.holds


GIVEN = tuple(dict(development()).items())


@pytest.mark.parametrize(("text", "holds"), GIVEN, ids=[g[0] for g in GIVEN])
def test_the_film_alone_never_says_the_contrary_of_a_given_goal(text, holds):
    beat = beats_of(text)[0]
    # What cannot be answered is not filmed, and nothing says anything of it.
    state = judged(without_solver(beat)).state if beat.answerable else None
    assert state is not (EpistemicState.REJECTED if holds else EpistemicState.ACCEPTED)


@pytest.mark.parametrize(
    "text",
    [
        "A pendulum of 200 m with an amplitude of 10 degrees completes 2 swings in under 70 s",
        "A pendulum of 0.01 m with an amplitude of 10 degrees completes 10 swings in under 3 s",
        "A jet from a hole 1 cm below the surface of a tank leaves slower than 1 m/s",
        "An 80 kg skydiver (CdA 0.7) stays below 60 m/s",
    ],
)
def test_a_film_at_another_pace_than_life_declares_it_to_the_observer(text):
    (beat,) = beats_of(text)
    film = filmed(beat)
    assert film.shot.pace == film.scene.pace != 1.0


def test_a_question_is_only_asked_of_a_film_that_shows_it():
    (later,) = beats_of("A ball with restitution 0.8 dropped from 2 m rebounds to at least 0.5 m "
                        "on the second bounce")  # fmt: skip
    assert "rebound_height" not in {q.evidence for q in later.questions}
    assert "restitution" in {q.evidence for q in later.questions}
