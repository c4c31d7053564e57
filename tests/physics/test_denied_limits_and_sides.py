"""Denied limits, sides and partners: ways of speaking that were once read the wrong way round."""

import pytest

from storyworld.epistemics.expecting import predicted
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.records.scenario import Plan
from storyworld.records.verdict import OutcomeKind
from storyworld.stages.plan import plan

_HELD = (
    # A = 9.81/19 m/s²: 1 m takes 1.97 s.
    "A 500 g block and a 450 g block hang over a smooth pulley, and the 500 g block does not sink "
    "by 1 m in less than 1.2 s.",
    "A cat of 5 kg is in no position to lift a dog of 11 kg hanging at the other end of the string "
    "over a frictionless pulley.",
    "If I put 14 kg of sand in the left bucket and 11 kg in the right bucket of a rope that runs "
    "over a pulley, the left bucket goes down.",
    "Beam on pivot, left: 12 kg at 0.9 m, right: 16 kg at 0.6 m, must tip left",
    "With a 15 kg dog at 1.6 m on the left and a 20 kg dog at 1 m on the right of the pivot, the "
    "plank won't tip to the right.",
    "A 50 kg woman lifts a 200 kg rock 20 cm from the pivot by pressing down 1.2 m from the pivot "
    "on the other side.",
    "If 2 kg hang 30 cm to the right of the pivot and 3 kg hang 15 cm to the left of it, it is the "
    "right end that goes down.",
    "On a 20 degree ramp with a friction coefficient of 0.15 a hoop can't roll without slipping.",
    "A boat of 400 kg drifting at 1.5 m/s can't push off a resting 900 kg barge at 1.5 m/s by "
    "ramming it.",
    "When a 10 g bullet flying at 400 m/s gets stuck in a resting 2 kg block of wood, the block "
    "never exceeds 2.5 m/s.",
    "It is false that the 2 kg crate flies higher than 1.5 m when a 4000 N/m spring is compressed "
    "by 10 cm.",
    "Can a camera dangling from a two metre line, pushed only slightly, complete ten swings within "
    "half a minute?",
)
_BROKEN = (
    "A 20 g bullet flying at 400 m/s is caught and held by a 2 kg block resting on smooth ice, and "
    "the block slides away with the bullet at 8 m/s or more.",
    "A 2 kg cart at 3 m/s hits a 1 kg cart that isn't moving, and sends it off at 5 m/s.",
    "The light side of an Atwood machine with 1.0 kg and 1.1 kg goes down.",
    "Masses of 800 g and 1.2 kg hang over a smooth, light pulley and are let go. The heavier one "
    "does not reach the floor, 1 m beneath it, within two seconds.",
    "Using a crowbar with its pivot 10 cm from the crate, a man pushing down with 250 N on the "
    "handle 90 cm from the pivot raises the crate, which presses on the tip with 3 kN.",
    "A hoop is to roll without slipping down a 45 degree slope where the friction coefficient is "
    "only 0.4.",
    "On a 20 degree ramp with a friction coefficient of 0.3 a hoop can't roll without slipping.",
    "There is no way that the 2 kg crate gets more than 50 cm off the ground when a spring of 4000 "
    "N/m is compressed by 10 cm underneath it.",
    "A roller-coaster car enters the bottom of a frictionless loop of 12 m radius at 20 m/s and "
    "stays on the track, with no hold-down wheels, right through the top.",
)


def _outcome(text: str) -> OutcomeKind:
    planned = plan(Goal(text=text), planner=RulesPlanner())
    assert isinstance(planned, Plan)
    return predicted(planned)


@pytest.mark.parametrize("text", _HELD)
def test_what_physics_allows_is_achieved(text: str) -> None:
    assert _outcome(text) is OutcomeKind.GOAL_ACHIEVED


@pytest.mark.parametrize("text", _BROKEN)
def test_what_physics_forbids_is_impossible(text: str) -> None:
    assert _outcome(text) is OutcomeKind.GOAL_IMPOSSIBLE
