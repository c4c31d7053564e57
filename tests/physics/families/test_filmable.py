"""Every goal that is answered can be filmed: staged and framed, over a grid of parameters."""

import itertools

import pytest

from storyworld.physics.families import family_named
from storyworld.physics.staging import frame_shot, frame_times
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.records.scenario import Framing, Plan
from storyworld.stages.plan import plan

THROWS = [
    f"A ball thrown at {speed} m/s and {angle} deg from {start} m {target}"
    for speed, angle, start, target in itertools.product(
        ("0.1", "2", "20", "499"),
        (-60, -10, 0, 45, 89),
        (0, 1, 900),
        ("crosses a 5 m gap", "clears a 5 m wall 10 m away", "lands more than 5 m away"),
    )
]
FALLS = [
    f"A stone {how} {height} m {claim}"
    for how, height, claim in itertools.product(
        ("dropped from", "thrown straight down at 30 m/s from"),
        ("0.01", "1", "20", "1000"),
        ("falls", "lands in under 2 s", "hits the ground at more than 9 m/s"),
    )
]
RAMPS = [
    f"A crate {claim} on a {angle} deg ramp{long}, static friction {friction}"
    for claim, angle, friction, long in itertools.product(
        ("stays at rest", "slides"), (0, 1, 30, 60, 85), (0, 0.5, 2), ("", " 0.1 m long")
    )
]
STACKS = [
    f"{count} {width} boxes stacked with {offset} stagger {claim}"
    for count, width, offset, claim in itertools.product(
        ("Two", "Three", "Five"),
        ("1 cm", "0.3 m", "19 m"),
        ("0 cm", "1 mm", "20 cm", "9 m"),
        ("stand", "topple"),
    )
]


@pytest.mark.parametrize(
    ("family", "texts", "at_least"),
    [
        ("projectile", THROWS, 150),
        ("free_fall", FALLS, 24),
        ("incline", RAMPS, 60),
        ("stack", STACKS, 72),
    ],
)
def test_every_answerable_goal_can_be_staged_and_framed(family, texts, at_least):
    answerable = 0
    for text in texts:
        planned = plan(Goal(text=text), planner=RulesPlanner())
        assert isinstance(planned, Plan), text
        for beat in planned.beats:
            if not beat.answerable:
                continue
            assert beat.scenario.family == family, text
            answerable += 1
            scene = family_named(family).stage(beat.scenario)
            assert scene.duration_s >= 0.1, text
            assert scene.x_max_m > scene.x_min_m, text
            shot = frame_shot(scene, Framing())
            assert len(frame_times(shot.camera)) >= 2, text
    assert answerable >= at_least


@pytest.mark.parametrize(
    "text",
    [
        "A ball thrown at 20 m/s and -10 deg crosses a 5 m gap",
        "A ball thrown horizontally at 20 m/s from ground level crosses a 5 m gap",
        "A ball thrown at 20 m/s and -10 deg lands more than 5 m away",
    ],
)
def test_a_throw_that_lands_where_it_starts_falls_short_and_is_filmed(text):
    planned = plan(Goal(text=text), planner=RulesPlanner())
    assert isinstance(planned, Plan)
    (beat,) = planned.beats
    assert beat.prediction.outcome == "short"
    shot = frame_shot(family_named("projectile").stage(beat.scenario), Framing())
    assert len(frame_times(shot.camera)) >= 2
