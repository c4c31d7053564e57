"""Constraint memory: what stood against earlier goals of a domain."""

from sqlalchemy import Engine

from storyworld.archive import episodes, memory
from storyworld.archive.engine import reading, writing
from storyworld.records.goal import Backend, Domain, Goal, RiskProfile
from storyworld.records.identity import new_id
from storyworld.records.prior import Prior
from storyworld.records.scenario import Beat
from storyworld.stages import evaluate
from tests import making


def ended(engine: Engine, solver_s: float, *, domain: Domain = Domain.KINEMATICS) -> str:
    """Remember a fall that takes so long and may take 2.1 s."""
    beat = of_domain(making.beat(solver_s), domain)
    episode_id = new_id("ep")
    judgement = evaluate(beat, (making.observation(solver_s),), risk=RiskProfile.MEDIUM)
    with writing(engine) as session:
        memory.remember(session, episode_id, beat.scenario, judgement)
    return episode_id


def of_domain(beat: Beat, domain: Domain) -> Beat:
    scenario = beat.scenario
    return beat.revised(scenario=scenario.revised(intent=scenario.intent.revised(domain=domain)))


def priors(engine: Engine, domain: Domain = Domain.KINEMATICS) -> tuple[Prior, ...]:
    with reading(engine) as session:
        return memory.priors(session, domain)


def test_what_was_never_violated_is_no_prior(engine: Engine) -> None:
    ended(engine, 2.0)
    assert priors(engine) == ()


def test_a_violated_constraint_is_counted_with_all_its_tests(engine: Engine) -> None:
    ended(engine, 2.0)
    refused = ended(engine, 2.5)
    ended(engine, 2.0)
    (prior,) = priors(engine)

    assert (prior.constraint_id, prior.family) == ("fall_time_at_most", "free_fall")
    assert (prior.tested, prior.violated) == (3, 1)
    assert prior.last_episode == refused, "the last it refused, not the last it was tested in"
    assert prior.statement == "fall_time is at most 2.1 s"


def test_each_domain_has_its_own(engine: Engine) -> None:
    ended(engine, 2.5)
    ended(engine, 2.5, domain=Domain.ENERGY)
    assert {p.domain for p in priors(engine)} == {Domain.KINEMATICS}
    assert {p.domain for p in priors(engine, Domain.ENERGY)} == {Domain.ENERGY}
    assert priors(engine, Domain.OPTICS) == ()


def test_each_owner_has_a_memory_of_their_own(engine: Engine) -> None:
    beat = making.beat(2.5)
    judgement = evaluate(beat, (making.observation(2.5),), risk=RiskProfile.MEDIUM)
    ended(engine, 2.5)
    with writing(engine) as session:
        made = episodes.create(
            session, Goal(text="a fall"), backend=Backend.STUB, budget_usd=1.0, queue_limit=9,
            owner="ada",
        )  # fmt: skip
        memory.remember(session, made.summary.episode_id, beat.scenario, judgement)
    with reading(engine) as session:
        for owner, last in (("ada", made.summary.episode_id), ("local", None), ("bob", None)):
            found = memory.priors(session, Domain.KINEMATICS, owner=owner)
            assert found == memory.offered(session, owner)
            assert len(found) == (owner != "bob")
            assert all(prior.tested == 1 for prior in found)
            assert last is None or found[0].last_episode == last


def test_the_most_violated_come_first_and_a_plan_is_offered_a_few_of_each_domain(
    engine: Engine,
) -> None:
    names = ("fall_time", "hold_time", "period", "travel_time", "rebound_time")
    for often, name in enumerate(names, start=1):
        constraint = making.constraint(name)
        for domain in (Domain.KINEMATICS, Domain.ENERGY):
            beat = of_domain(making.beat(constraints=(constraint,)), domain)
            found = making.evidence(3.0, name=name)
            beat = beat.revised(prediction=beat.prediction.revised(evidence=(found,)), questions=())
            judgement = evaluate(beat, (), risk=RiskProfile.MEDIUM)
            for _ in range(often):
                with writing(engine) as session:
                    memory.remember(session, making.EPISODE, beat.scenario, judgement)
    assert [p.violated for p in priors(engine)] == [5, 4, 3]
    with reading(engine) as session:
        offered = memory.offered(session)
        assert len(memory.priors(session, Domain.ENERGY, limit=9)) == 5
    assert [(p.domain, p.violated) for p in offered] == [
        (domain, violated)
        for domain in (Domain.ENERGY, Domain.KINEMATICS)
        for violated in (5, 4, 3)
    ]
