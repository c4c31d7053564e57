import pytest

from storyworld.cli.comparing import Side, compare
from storyworld.client.answers import ShownAttempt, ShownBeat
from storyworld.records.episode import EpisodeState
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import Goal, Parameter, ParameterSource, RiskProfile
from storyworld.records.identity import AttemptKey
from storyworld.records.quantity import Quantity, Unit
from storyworld.records.verdict import OutcomeKind
from storyworld.stages import evaluate
from tests import making
from tests.cli.written import EPISODE, summary

OTHER = "ep_01jd0000000000000000000009"


def parameter(name: str, value: float) -> Parameter:
    quantity = Quantity(value=value, unit=Unit.METRE)
    return Parameter(name=name, quantity=quantity, source=ParameterSource.USER)


def shown(seconds: float, *parameters: Parameter, attempts: int = 1, index: int = 0) -> ShownBeat:
    """A beat that was filmed so often; the last film shows a fall of so many seconds."""
    beat = making.beat(seconds, index=index)
    beat = beat.revised(scenario=beat.scenario.revised(parameters=parameters))
    made = making.attempt(AttemptKey(episode_id=EPISODE))
    filmed = [
        ShownAttempt(
            attempt=n,
            backend=made.backend,
            seed=0,
            framing=made.framing,
            shot=made.shot,
            artifact=None,
            observations=(),
            judgement=evaluate(beat, (making.observation(measured),), risk=RiskProfile.MEDIUM),
        )
        for n, measured in enumerate((*(9.0,) * (attempts - 1), seconds))
    ]
    return ShownBeat(beat=beat, attempts=tuple(filmed))


def side(*beats: ShownBeat, episode_id: str = EPISODE, **changes: object) -> Side:
    return Side(summary(episode_id=episode_id, **changes), beats)


def test_an_episode_held_against_itself_differs_in_nothing() -> None:
    one = side(shown(2.0, parameter("height", 20)))
    found = compare(one, one)
    assert found.before == found.after
    assert (found.parameters, found.asked) == ((), ())
    assert all(claim.before == claim.after for claim in found.claims)
    assert {claim.source for claim in found.claims} == {
        EvidenceSource.SOLVER,
        EvidenceSource.MEASUREMENT,
    }


def test_each_claim_is_told_with_both_margins_and_outcomes() -> None:
    after = side(
        shown(2.5),
        episode_id=OTHER,
        state=EpisodeState.IMPOSSIBLE,
        outcome=OutcomeKind.GOAL_IMPOSSIBLE,
    )
    found = compare(side(shown(2.0)), after)
    assert (found.before.outcome, found.after.outcome) == (
        OutcomeKind.GOAL_ACHIEVED,
        OutcomeKind.GOAL_IMPOSSIBLE,
    )
    solved = next(c for c in found.claims if c.source is EvidenceSource.SOLVER)
    assert solved.statement == "fall_time is at most 2.1 s"
    assert solved.before
    assert solved.after
    assert solved.before.margin
    assert solved.after.margin
    assert solved.before.margin.value == pytest.approx(0.1)
    assert solved.after.margin.value == pytest.approx(-0.4)


def test_only_parameters_that_differ_are_told() -> None:
    before = shown(2.0, parameter("height", 20), parameter("radius", 1), parameter("gone", 2))
    after = shown(2.0, parameter("height", 22), parameter("radius", 1), parameter("new", 3))
    found = compare(side(before), side(after))
    told = {
        p.name: (p.before and p.before.value, p.after and p.after.value) for p in found.parameters
    }
    assert told == {"height": (20, 22), "gone": (2, None), "new": (None, 3)}


def test_what_else_was_asked_otherwise_is_told_but_the_text_is_not() -> None:
    one, other = Goal(text="A ball falls"), Goal(text="A ball drops", seed=4, budget_usd=2)
    found = compare(side(goal=one), side(goal=other))
    assert {a.field: (a.before, a.after) for a in found.asked} == {
        "seed": ("0", "4"),
        "budget_usd": (None, "2.0"),
    }
    assert (found.before.goal, found.after.goal) == ("A ball falls", "A ball drops")


def test_the_last_judgement_of_a_beat_is_what_counts() -> None:
    found = compare(side(shown(2.0, attempts=3)), side(shown(2.0)))
    assert all(claim.before == claim.after for claim in found.claims)


def test_a_beat_that_only_one_has_is_told_with_nothing_on_the_other_side() -> None:
    found = compare(side(shown(2.0)), side(shown(2.0), shown(2.0, index=1)))
    assert {claim.beat for claim in found.claims if claim.before is None} == {1}
    assert all(claim.after is not None for claim in found.claims)


def test_episodes_that_never_got_to_a_beat_are_compared_by_their_outcome() -> None:
    assert compare(side(), side()).claims == ()
