"""Goals asked in memory, for the tests of single families: predicted, varied, simulated."""

import numpy as np

from storyworld.epistemics.expecting import predicted
from storyworld.physics.families import family_named
from storyworld.physics.scene import Motion, Scene
from storyworld.physics.staging import frame_shot, frame_times, simulate
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.records.scenario import Beat, Framing, Plan, Scenario
from storyworld.stages.plan import plan

ACHIEVED, IMPOSSIBLE, OPEN = "goal_achieved", "goal_impossible", "epistemically_incomplete"


def planned(text: str) -> Plan:
    found = plan(Goal(text=text), planner=RulesPlanner())
    assert isinstance(found, Plan), found
    return found


def beat_of(text: str) -> Beat:
    (beat,) = planned(text).beats
    return beat


def said(text: str) -> tuple[str, str]:
    """Give the family and the outcome predicted of a goal."""
    found = planned(text)
    return found.beats[-1].scenario.family, predicted(found).value


def missing(text: str) -> set[str]:
    return {m.name for m in beat_of(text).scenario.missing}


def outcome(text: str) -> str | None:
    return beat_of(text).prediction.outcome


def changed(scenario: Scenario, **values: float) -> Scenario:
    """Give a scenario with other values, all exact."""
    return scenario.revised(
        parameters=tuple(
            p.revised(
                quantity=p.quantity.revised(
                    value=values.get(p.name, p.quantity.value), uncertainty=0.0
                )
            )
            for p in scenario.parameters
        )
    )


def evidence(scenario: Scenario, name: str) -> float:
    found = family_named(scenario.family).solve(scenario).evidence
    return next(e.quantity.value for e in found if e.name == name)


def margins(scenario: Scenario, claim: str, parameter: str, values: list[float]) -> list[float]:
    """Give a claim's margin for each value of one parameter."""
    family = family_named(scenario.family)
    of = family.margin_of(next(c for c in family.claims if c.outcome == claim))
    base = {p.name: p.quantity.value for p in scenario.parameters}
    return [of(tied(family, {**base, parameter: value}, parameter)) for value in values]


def tied(family, values: dict[str, float], varied: str) -> dict[str, float]:
    """Compute anew what follows from the value varied."""
    for rule in family.derived:
        if varied != rule.name and all(name in values for name in rule.needs):
            values[rule.name] = rule.of(values)
    return values


def rises(values: list[float]) -> bool:
    return bool((np.diff(values) > 0).all())


def falls(values: list[float]) -> bool:
    return bool((np.diff(values) < 0).all())


def moved(scenario: Scenario, rate_hz: float = 60.0) -> tuple[Scene, Motion, dict[str, int]]:
    scene = family_named(scenario.family).stage(scenario)
    times = np.arange(int(scene.duration_s * rate_hz) + 1) / rate_hz
    return scene, simulate(scene, times), {b.name: i for i, b in enumerate(scene.bodies)}


def framed(text: str) -> int:
    """Stage and frame an answerable goal; give its number of frames."""
    beat = beat_of(text)
    assert beat.answerable, beat.scenario.missing
    scene = family_named(beat.scenario.family).stage(beat.scenario)
    names = {body.name for body in scene.bodies}
    for question in beat.questions:
        assert {*question.subjects, question.reference or question.subjects[0]} <= names
    assert len({body.colour for body in scene.bodies}) == len(scene.bodies)
    return len(frame_times(frame_shot(scene, Framing()).camera))
