"""Two episodes held against each other."""

import time

import pytest

from storyworld.evidence_export.comparing import Side, apart, compare
from storyworld.evidence_export.inputs import words_of
from storyworld.records.account import Account
from storyworld.records.comparison import WordsOf
from storyworld.records.constraint import FindingStatus
from storyworld.records.evidence import EvidenceSource
from storyworld.records.goal import Goal, Parameter, ParameterSource
from storyworld.records.quantity import Quantity, Sampling, Unit
from storyworld.records.scenario import Beat
from tests.cli.written import summary
from tests.evidence_export import accounts
from tests.webapp import fall


def side(account: Account, **changes: object) -> Side:
    run = account.run
    made = {"goal": account.goal, "outcome": run.outcome, "confidence": run.confidence, **changes}
    return Side(summary(episode_id=run.episode_id, **made), account)


def height(value: float, source: ParameterSource = ParameterSource.USER) -> Parameter:
    quantity = Quantity(value=value, unit=Unit.METRE)
    return Parameter(name="height", quantity=quantity, source=source)


def reading(account: Account, *parameters: Parameter, family: str = "free_fall") -> Account:
    """Read its beats otherwise."""

    def read(beat: Beat) -> Beat:
        scenario = beat.scenario.revised(parameters=parameters, family=family)
        return beat.revised(scenario=scenario)

    return account.revised(beats=tuple(read(beat) for beat in account.beats))


def test_an_episode_held_against_itself_differs_in_nothing() -> None:
    one = side(accounts.finished())
    found = compare(one, one)
    assert found.before == found.after
    assert (found.parameters, found.asked, found.made) == ((), (), ())
    assert {w.of for w in found.words} == {WordsOf.BOTH}
    assert not any(claim.unlike for claim in found.claims)
    assert all(claim.before == claim.after for claim in found.claims)
    assert all(claim.apart is None or claim.apart.quantity.value == 0 for claim in found.claims)
    names = {shared.name for shared in found.same}
    assert {"height", "gravity", "seed", "planner", "observers", "rules_version"} <= names


def test_each_claim_is_told_with_both_findings_values_and_margins() -> None:
    found = compare(side(accounts.finished()), side(accounts.finished(1.5)))
    told = {(c.constraint_id, c.source): c for c in found.claims}
    assert set(told) == {
        ("falls_in_time", EvidenceSource.SOLVER),
        ("falls_in_time", EvidenceSource.MEASUREMENT),
        ("free_fall_law", EvidenceSource.MEASUREMENT),
    }
    solved = told["falls_in_time", EvidenceSource.SOLVER]
    assert solved.before
    assert solved.after
    assert (solved.before.status, solved.after.status) == (
        FindingStatus.SATISFIED,
        FindingStatus.VIOLATED,
    )
    assert solved.before.margin
    assert solved.after.margin
    assert solved.before.margin.value == pytest.approx(2.1 - fall.FALL_S)
    assert solved.after.margin.value == pytest.approx(1.5 - fall.FALL_S)
    assert solved.before.value == solved.after.value == fall.solved_time().quantity
    assert solved.asked_before
    assert solved.asked_after
    assert (solved.asked_before.threshold, solved.asked_after.threshold) != (None, None)
    assert solved.statement == "the ball reaches the ground in under 2.1 s"
    assert solved.asked_after.statement == "the ball reaches the ground in under 1.5 s"
    assert solved.unlike
    assert not told["free_fall_law", EvidenceSource.MEASUREMENT].unlike


def test_a_difference_is_told_in_its_standard_uncertainties() -> None:
    one = Quantity(value=2.0, unit=Unit.SECOND, uncertainty=0.03)
    other = Quantity(value=2.1, unit=Unit.SECOND, uncertainty=0.04)
    found = apart(one, other)
    assert found
    assert found.quantity.value == pytest.approx(0.1)
    assert found.quantity.uncertainty == pytest.approx(0.05)
    assert found.sigma == pytest.approx(2.0)


@pytest.mark.parametrize(("other", "sigma"), [(2.0, 0.0), (3.0, None)])
def test_of_exact_numbers_there_is_no_sigma_unless_they_are_the_same(
    other: float, sigma: float | None
) -> None:
    one = Quantity(value=2.0, unit=Unit.SECOND)
    found = apart(one, one.revised(value=other))
    assert found
    assert found.sigma == sigma


def test_quantities_of_two_units_or_of_one_alone_have_no_difference() -> None:
    one = Quantity(value=2.0, unit=Unit.SECOND)
    assert apart(one, one.revised(unit=Unit.METRE)) is None
    assert apart(one, None) is None
    assert apart(one.revised(value=1e308), one.revised(value=-1e308)) is None


def test_only_parameters_that_differ_are_told_with_where_they_come_from() -> None:
    one = reading(accounts.finished(), height(20), height(1).revised(name="radius"))
    radius, new = height(1).revised(name="radius"), height(3).revised(name="new")
    other = reading(accounts.finished(), height(22), radius, new)
    told = compare(side(one), side(other)).parameters
    values = {p.name: (p.before and p.before.value, p.after and p.after.value) for p in told}
    assert values == {"height": (20, 22), "new": (None, 3)}
    guessed = reading(accounts.finished(), height(20, ParameterSource.DEFAULT))
    (only,) = compare(side(reading(accounts.finished(), height(20))), side(guessed)).parameters
    assert (only.source_before, only.source_after) == ("user", "default")


def test_what_else_was_asked_otherwise_is_told_but_the_text_is_in_words() -> None:
    one = accounts.finished()
    goal = Goal(text=one.goal.text.replace("20 m", "22 m"), seed=4, budget_usd=2)
    found = compare(side(one), side(one.revised(goal=goal)))
    assert {a.field: (a.before, a.after) for a in found.asked} == {
        "seed": ("0", "4"),
        "budget_usd": (None, "2.0"),
    }
    assert [(w.of, w.text) for w in found.words if w.of is not WordsOf.BOTH] == [
        (WordsOf.BEFORE, " 20"),
        (WordsOf.AFTER, " 22"),
    ]
    for of, text in ((WordsOf.BEFORE, one.goal.text), (WordsOf.AFTER, goal.text)):
        assert "".join(w.text for w in found.words if w.of in (WordsOf.BOTH, of)) == text


def test_what_it_was_made_by_is_told_where_it_differs() -> None:
    one = accounts.finished()
    (walk,) = one.walks
    assert walk.filming
    assert walk.judgement
    filming = walk.filming.revised(seed=9, framing=walk.filming.framing.revised(zoom=2.0))
    judgement = walk.judgement.revised(rules_version="2")
    other = one.revised(walks=(walk.revised(filming=filming, judgement=judgement),))
    found = compare(side(one), side(other))
    assert {(f.beat, f.field): (f.before, f.after) for f in found.made} == {
        (0, "seed"): ("0", "9"),
        (0, "zoom"): ("1.0", "2.0"),
        (None, "rules_version"): ("1", "2"),
    }


def test_claims_of_another_family_are_other_claims() -> None:
    one = accounts.finished()
    found = compare(side(one), side(reading(one, height(20), family="projectile")))
    assert all((c.asked_before is None) is not (c.asked_after is None) for c in found.claims)
    assert {c.family for c in found.claims} == {"free_fall", "projectile"}
    assert not any(c.unlike or c.apart for c in found.claims)
    assert [len(s.before) > 0 for s in found.series] == [True, False]


def test_beats_are_matched_by_family_and_then_by_order() -> None:
    found = compare(side(accounts.finished()), side(accounts.several()))
    assert {c.beat for c in found.claims if c.asked_before} == {0}
    assert {c.beat for c in found.claims if not c.asked_before} == {1}
    assert all(c.after for c in found.claims if c.beat == 1 and c.source == "measurement")


def test_what_was_never_planned_is_no_difference() -> None:
    found = compare(side(accounts.finished()), side(accounts.vetoed()))
    assert found.planned == (True, False)
    assert (found.parameters, found.made) == ((), ())
    (said,) = [c for c in found.claims if c.source is EvidenceSource.USER]
    assert said.asked_before is None
    assert said.asked_after
    assert said.asked_after.constraint_id == "unsupported_body"


def test_what_is_still_open_is_no_difference() -> None:
    found = compare(side(accounts.finished()), side(accounts.running()))
    assert found.made == ()
    assert not any(c.unlike for c in found.claims)
    assert {c.source for c in found.claims if c.after} == {EvidenceSource.SOLVER}


def test_series_are_told_in_seconds_of_life_with_their_gaps_left_open() -> None:
    one = accounts.finished()
    (walk,) = one.walks
    assert walk.filming
    slow = walk.filming.revised(shot=walk.filming.shot.revised(pace=0.5))
    found = compare(side(one), side(one.revised(walks=(walk.revised(filming=slow),))))
    (series,) = found.series
    (given,) = walk.observations[0].series
    assert [len(run.times_s) for run in series.before] == [24, 31]  # frames 24 to 29 are missing
    assert [t for run in series.before for t in run.times_s] == list(given.times_s)
    assert [t for run in series.after for t in run.times_s] == [t / 2 for t in given.times_s]
    assert [v for run in series.after for v in run.values] == list(given.values)


def test_a_gap_is_told_by_the_rate_of_the_film_where_that_is_known() -> None:
    one = accounts.finished()
    (walk,) = one.walks
    seen = walk.observations[0]
    (given,) = seen.series
    every_other = slice(None, None, 2)
    sparse = given.revised(
        times_s=given.times_s[every_other],
        values=given.values[every_other],
        uncertainties=given.uncertainties[every_other],
        sampling=Sampling(frame_rate_hz=fall.FPS, frame_count=90),
    )
    thin = walk.revised(observations=(seen.revised(series=(sparse,)),))
    (series,) = compare(side(one), side(one.revised(walks=(thin,)))).series
    assert {len(run.times_s) for run in series.after} == {1}


def test_hostile_texts_are_compared_in_a_moment() -> None:
    began = time.perf_counter()
    found = words_of("a b " * 500, "b c " * 500)
    assert time.perf_counter() - began < 0.5
    assert {w.of for w in found} == {WordsOf.BEFORE, WordsOf.AFTER}
    assert words_of("", "") == ()
