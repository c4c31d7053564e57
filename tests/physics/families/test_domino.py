"""Dominoes: gaps against height, growth, how a chain begins, and the rigid-body engine's chain."""

import pytest

from tests.physics.families.asked import (
    ACHIEVED,
    IMPOSSIBLE,
    OPEN,
    beat_of,
    changed,
    falls,
    framed,
    margins,
    missing,
    moved,
    outcome,
    rises,
    said,
)
from tests.physics.families.filmed import judged

PLAIN = "Dominoes 5 cm tall spaced {} cm all fall"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PLAIN.format(2.5), ACHIEVED),
        ("Dominoes 5 cm tall spaced 6 cm all fall from one push", IMPOSSIBLE),
        ("h=5cm; s=7cm; all dominoes fall", IMPOSSIBLE),
        ("Forty dominoes 5 cm tall stand 2 cm apart, except for one gap of 8 cm in the middle of "
         "the row. The first is pushed. The last one falls.", IMPOSSIBLE),
        ("The second domino is never touched when the first one topples, because they stand 9 cm "
         "apart and are only 6 cm high.", ACHIEVED),
        ("Dominoes spaced at half their height topple one after another to the end", ACHIEVED),
        ("Dominoes set 1.2 times their height apart all fall", IMPOSSIBLE),
        ("Dominoes that stand further apart than they are tall all topple after one push",
         IMPOSSIBLE),
        ("Dominoes closer together than they are tall all topple after one push", ACHIEVED),
        ("Each domino is twice as big as the one before, with gaps of half its height; the last "
         "one falls", IMPOSSIBLE),
        ("Each domino is 20 % larger than the previous one; the gaps are a third of the height; "
         "they all topple", ACHIEVED),
        ("Only the first of the dominoes falls, although they are 5 cm tall and 2 cm apart",
         IMPOSSIBLE),
        ("Dominoes of height 5 cm at intervals of 2 cm do not fall over when the first one is "
         "knocked over", IMPOSSIBLE),
        ("A row of books 24 cm tall stands a foot apart; all go over once the first is pushed",
         IMPOSSIBLE),
        ("Dominoes 5 cm tall and 3 cm thick, 2 cm apart, all fall", OPEN),
        ("Every second domino of a row 5 cm tall and 2 cm apart falls", OPEN),
        ("Half of the dominoes 5 cm tall and 2 cm apart fall", OPEN),
        ("Dominoes 5 cm tall, spaced more than 6 cm apart, all fall", IMPOSSIBLE),
        ("Dominoes 5 cm tall, spaced at most 4 cm apart, all fall", ACHIEVED),
        ("Dominoes 5 cm tall and 2 cm apart all fall without a push", OPEN),
    ],
)  # fmt: skip
def test_gap_and_growth_decide(text, expected):
    assert said(text) == ("domino", expected)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dominoes 5 cm tall all fall over", {"spacing"}),
        ("A row of wooden blocks spaced 12 cm apart topples to the very last one", {"height"}),
        ("Dominoes in a widely spaced row all fall over", {"height", "spacing"}),
        ("Each domino is larger than the one before and the gaps are half the height; they all "
         "topple", {"growth"}),
    ],
)  # fmt: skip
def test_what_decides_and_is_not_given_is_named(text, names):
    assert missing(text) == names
    assert outcome(text) is None


def test_how_the_first_one_falls_is_no_claim_about_the_chain():
    begins = "The first domino topples. They are 5 cm tall and 6 cm apart. "
    assert outcome(begins + "The chain stalls") == "stalls"
    assert said(begins + "The last one falls")[1] == IMPOSSIBLE


def test_a_unit_changes_nothing():
    for height, gap in (("5 cm", "2.5 cm"), ("50 mm", "1 inch"), ("0.05 m", "25 mm")):
        assert outcome(f"Dominoes {height} tall spaced {gap} apart all fall") == "chain_completes"


def test_the_margin_is_monotone():
    scenario = beat_of(PLAIN.format(6)).scenario
    assert falls(margins(scenario, "chain_completes", "spacing", [0.04, 0.05, 0.06, 0.2]))
    assert rises(margins(scenario, "chain_completes", "height", [0.02, 0.04, 0.06]))
    assert falls(margins(scenario, "chain_completes", "growth", [1.9, 2.0, 3.0]))


@pytest.mark.parametrize("ratio", [0.1, 0.5, 0.98, 1.02, 1.3])
def test_the_simulated_chain_gets_to_the_end_exactly_if_the_solver_says_so(ratio):
    scenario = changed(beat_of(PLAIN.format(2.5)).scenario, spacing=0.05 * ratio, gap_ratio=ratio)
    _, motion, places = moved(scenario)
    turned_deg = abs(motion.poses[-1, places["last"], 2]) * 57.2958
    assert bool(turned_deg > 60) is (ratio < 1)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.format(4.7),
        PLAIN.format(5.3),
        "A row of 30 dominoes 5 cm tall stands 2 cm apart, except for one gap of 5.4 cm; the last "
        "one falls",
        "Dominoes each 1.3 times as tall as the one before, gaps of half their height, all fall",
        "Dominoes 2 m tall spaced 0.4 m all fall",
    ],
)
def test_the_film_shows_what_the_solver_says(text):
    beat = beat_of(text)
    assert framed(text) > 2
    judgement = judged(beat)
    assert not judgement.conflicts
    assert (judgement.state == "ACCEPTED") is (beat.prediction.outcome == "chain_completes")
