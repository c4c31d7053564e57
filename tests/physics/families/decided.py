"""The development goals with a film in them: planned, and by whether the solver finds them kept."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from storyworld import stages
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.records.scenario import Beat, Plan
from tests.goals.materials import CASES as MATERIALS
from tests.goals.mechanics_a import CASES as A_CASES
from tests.goals.mechanics_b import CASES as B_CASES

_GOALS = Path(__file__).parents[2] / "goals" / "development.jsonl"
# What the development goals have none of, or none that is kept.
_MORE = (
    "A ball thrown straight up at 20 m/s gets at least 15 m high",
    "A stone thrown straight up at 10 m/s stays below 6 m",
    "A ball thrown straight up at 12 m/s is back on the ground within 3 s",
    "A 0.1 kg ball at 5 m/s bounces back off a 1 kg ball at rest in a perfectly "
    "elastic head-on collision",
    "A 2 kg cart at 3 m/s does not bounce back off a 1 kg cart at rest in an elastic collision",
    "A converging lens of 10 cm focal length shows an object 15 cm in front of it enlarged",
    "A magnifying glass of 10 cm focal length makes a virtual image of a stamp 5 cm in front of it",
    "The jet of water from a hole in a tank stays below the level of the water in the tank",
    "A ball thrown at 5 m/s at 45 degrees hits a 3 m high wall 2 m away",
    "A ball thrown at 20 m/s at 40 degrees from level ground crosses a 25 m wide gap",
    "A car on a 100 m radius curve banked 20 degrees at 40 m/s with friction 0.1 "
    "slides up the bank",
    "Nothing holds the stone up: it falls",
    "A steel ball sinks in water and lies on the bottom",
    "On a 20 degree ramp a solid ball ties with another solid ball",
    "A 60 kg man at 2 m left of the pivot lifts a 40 kg boy at 1 m right of it",
    "A pendulum let go at rest does not rise higher than it was let go",
    "A ball with restitution 0.8 dropped from 1 m comes back no higher than it started",
    "A van with a 1.7 m track and its centre of gravity 0.6 m up skids in a flat 40 "
    "m radius turn at 20 m/s, friction 0.5",
    "A ball rolls off a 2 m high table at 3 m/s and lands within 3 m",
    "A 500 N/m spring compressed by 10 cm does not throw a 0.1 kg ball higher than 4 m",
    "Within 5 s of ignition the rocket rises: 100 t, thrust 950 kN, burning 1 t/s.",
    "A 1.5 kW motor takes a 1000 kg car from rest to 5 m/s in 10 s without losses",
)


@cache
def beats() -> tuple[Beat, ...]:
    """Plan all development goals; what the gate vetoes has no beats."""
    return tuple(_planned())


def _planned() -> Iterator[Beat]:
    given = [json.loads(line)["goal"] for line in _GOALS.read_text().splitlines()]
    cases = [case.text for case in (*A_CASES, *B_CASES, *MATERIALS)]
    for text in dict.fromkeys((*given, *cases, *_MORE)):
        planned = stages.plan(Goal(text=text), planner=RulesPlanner())
        if isinstance(planned, Plan):
            yield from planned.beats


def is_kept(beat: Beat) -> bool:
    """Whether the solver finds that a goal comes about."""
    return beat.prediction.outcome == beat.scenario.wanted


def is_missed(beat: Beat) -> bool:
    """Whether the solver finds that something else comes about."""
    return beat.prediction.outcome is not None and not is_kept(beat)
