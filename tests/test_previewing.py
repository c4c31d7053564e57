"""What a goal would become."""

import pytest

from storyworld.epistemics.expecting import guarded, predicted
from storyworld.previewing import LONGEST_TRIED, preview
from storyworld.records.constraint import FindingStatus
from storyworld.records.goal import Goal, ParameterSource, RiskProfile
from storyworld.records.scenario import Plan, Vetoed
from storyworld.records.verdict import OutcomeKind
from webapp.simulate import EXAMPLES

FALL = "A ball dropped from 20 m lands in under 2.1 s"


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_other_wording_was_tried_and_turns_the_answer(text: str) -> None:
    seen = preview(Goal(text=text))
    assert isinstance(seen.plan, Vetoed) or seen.flips
    for flip in seen.flips:
        assert flip.goal
        again = preview(Goal(text=flip.goal))
        assert again.outcome is flip.outcome
        assert again.outcome is not seen.outcome


def test_another_wording_keeps_the_unit_that_was_asked_in_and_decides() -> None:
    seen = preview(Goal(text="A car at 72 km/h stops within 20 m, mu 0.8, no reaction delay"))
    (speed,) = (flip for flip in seen.flips if flip.parameter == "speed")
    assert " km/h stops" in speed.goal
    assert {flip.outcome for flip in seen.flips if flip.goal} == {OutcomeKind.GOAL_ACHIEVED}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A wooden beam 3 m long holds 500 kg", {"width", "thickness"}),
        ("A ball is dropped and lands in under 2 s", {"height"}),
        ("A crate slides down a 30 deg ramp, then falls 2 m in under 1 s", {"friction_static"}),
    ],
)
def test_what_is_missing_comes_with_words_that_give_it(text: str, names: set[str]) -> None:
    seen = preview(Goal(text=text))
    assert seen.outcome is OutcomeKind.EPISTEMICALLY_INCOMPLETE
    assert {lacking.name for lacking in seen.lacking} == names
    for lacking in seen.lacking:
        assert lacking.write in lacking.goal
        plan = preview(Goal(text=lacking.goal)).plan
        assert isinstance(plan, Plan)
        given = plan.beats[seen.decided_by or 0].scenario.parameter(lacking.name)
        assert given is not None
        assert given.source is ParameterSource.USER


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("A car stops from 50 mph in 60 m on dry asphalt", "friction of the tyres 0.51"),
        ("A 90 kg man floats in fresh water", "density of the body 1000 kg/m^3"),
        ("A block slides down a 3 m ramp", "ramp angle 30 deg"),
        ("A crate stays at rest on a 25 deg ramp", "static friction 0.5"),
    ],
)
def test_a_value_that_is_offered_surprises_nobody(text: str, write: str) -> None:
    assert preview(Goal(text=text)).lacking[0].write == write


def test_what_only_the_asker_can_say_comes_without_words() -> None:
    seen = preview(Goal(text="A ball rolls fast"))
    (lacking,) = seen.lacking
    assert seen.because == "Nobody can decide it: it is no kind of problem that is solved here."
    assert (lacking.name, lacking.write, lacking.goal) == ("scenario_family", "", "")


def test_of_a_long_goal_no_other_wording_is_tried() -> None:
    long = FALL + ". The ball is red." * (LONGEST_TRIED // 10)
    assert not any(flip.goal for flip in preview(Goal(text=long)).flips)


def test_it_names_the_claim_and_its_margin_in_guard_bands() -> None:
    seen = preview(Goal(text=FALL))
    assert seen.weakest is not None
    assert seen.weakest.claim == "lands_in_time"
    assert seen.weakest.margin is not None
    bands = seen.weakest.margin.value / (2 * seen.weakest.margin.uncertainty)
    assert seen.weakest.bands == pytest.approx(bands)
    assert "margin +0.0807 ± 0.0033\N{NO-BREAK SPACE}s, 12 guard bands" in seen.because


def test_less_risk_asks_for_a_wider_guard() -> None:
    close = "A ball dropped from 20 m lands in under 2.027 s"  # 2.3 standard uncertainties
    assert preview(Goal(text=close)).outcome is OutcomeKind.GOAL_ACHIEVED
    careful = preview(Goal(text=close, risk_profile=RiskProfile.LOW))
    assert careful.outcome is OutcomeKind.UNCERTAIN_TERMINATION
    assert careful.weakest is not None
    assert careful.weakest.status is FindingStatus.UNDECIDED
    assert 0 < (careful.weakest.bands or 0) < 1


def test_the_usual_guard_changes_nothing() -> None:
    plan = preview(Goal(text=FALL)).plan
    assert guarded(plan, 2.0) == plan
    assert predicted(guarded(plan, 2.0)) is OutcomeKind.GOAL_ACHIEVED


def test_a_goal_that_refers_back_is_read_with_what_came_before() -> None:
    before = Goal(text="A 5 kg crate is dropped from 20 m and lands in under 2.1 s")
    later = Goal(text="The same crate lands in under 1.5 s")
    assert preview(later).outcome is not OutcomeKind.GOAL_IMPOSSIBLE
    assert preview(later, before).outcome is OutcomeKind.GOAL_IMPOSSIBLE


def test_a_goal_that_contradicts_itself_has_no_margin() -> None:
    seen = preview(Goal(text="A stone floats motionless in mid-air without support"))
    assert isinstance(seen.plan, Vetoed)
    assert (seen.outcome, seen.weakest) == (OutcomeKind.GOAL_IMPOSSIBLE, None)
    assert seen.because == seen.plan.because
