"""The plan step: who really planned is what its provenance says."""

from dataclasses import replace

from storyworld import stages
from storyworld.archive import attempts, episodes, listing, memory, provenance, world
from storyworld.archive.engine import reading, writing
from storyworld.composition import House
from storyworld.planners import planner_named, planner_of
from storyworld.planners.order import InOrder, Reading
from storyworld.records.goal import Backend, Goal, RiskProfile
from storyworld.records.identity import AttemptKey, derived_id
from storyworld.records.provenance import ProvenanceEntry, Try, TryResult
from storyworld.records.scenario import Beat
from storyworld.settings import Settings
from tasks.plan import _WORK
from tasks.step import do
from tests import making
from tests.archive import growing
from tests.models.serving import Said, gemini, gemini_error, ollama, serving
from tests.planners.proposals import beat, reply

FALLS = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
GOOD = reply(beat("free_fall", "lands_in_time", ("height", 20, "m", "20 m")))


def planned(here: House, text: str, google: Said, own: Said) -> ProvenanceEntry:
    with serving(google) as first, serving(own) as second:
        chosen = Settings(
            home=here.settings.home, planners="gemini, ollama", gemini_api_key="k",
            gemini_url=first.url, ollama_url=second.url, planner_timeout_s=2.0,
        )  # fmt: skip
        there = replace(here, planner=planner_of(chosen))
        with writing(there.engine) as session:
            key = episodes.create(
                session, Goal(text=text), backend=Backend.STUB, budget_usd=1, queue_limit=100
            ).key
        assert do(there, str(key), _WORK) is not None
    with reading(here.engine) as session:
        (entry,) = provenance.entries(session, key.episode_id)
    return entry


OVERLOADED = gemini_error(503, "UNAVAILABLE", "The model is overloaded")


def test_the_planner_that_read_it_and_those_that_could_not_are_recorded(here: House) -> None:
    entry = planned(here, FALLS, OVERLOADED, ollama(GOOD))
    assert (entry.agent.name, entry.agent.model) == ("ollama", "qwen3:8b")
    assert [(t.agent.name, t.result) for t in entry.tries] == [
        ("gemini", TryResult.UNAVAILABLE),
        ("ollama", TryResult.USED),
    ]
    assert entry.failure is None
    assert entry.cost_usd == 0.0, "an error is not billed, and one's own model costs nothing"


def test_what_a_model_costs_is_settled_and_what_is_unknown_stays_so(here: House) -> None:
    paid = planned(here, FALLS, gemini(GOOD), ollama(GOOD))
    lost = planned(here, f"{FALLS}.", Said(b"no JSON"), ollama(GOOD))
    assert paid.cost_usd == paid.tries[0].cost_usd
    assert paid.cost_usd
    assert [t.cost_usd for t in lost.tries] == [None, 0.0]
    assert lost.cost_usd is None
    with reading(here.engine) as session:
        newest, first = listing.summaries(session, limit=2)
    assert (first.cost_usd, first.cost_complete) == (paid.cost_usd, True)
    assert (newest.cost_usd, newest.cost_complete) == (0.0, False)


def test_where_no_model_can_the_rules_have_planned(here: House) -> None:
    entry = planned(here, FALLS, OVERLOADED, ollama("no JSON"))
    assert entry.agent.name == "rules"
    assert [t.result for t in entry.tries] == [TryResult.UNAVAILABLE, TryResult.MALFORMED]


def test_a_vetoed_goal_is_shown_to_no_model(here: House) -> None:
    text = "A stone floats motionless in mid-air without support"
    assert planned(here, text, ollama(GOOD), ollama(GOOD)).tries == ()


class Broken(InOrder):
    """Reads a goal with a model's help as nothing that can be solved."""

    def reading(self, goal: Goal) -> Reading:
        tried = Try(agent=self.agent, result=TryResult.USED, input_tokens=9, cost_usd=0.25)
        return Reading((None,), self.agent, (tried,))  # type: ignore[arg-type]


def test_what_was_asked_before_planning_went_wrong_is_paid_for(here: House) -> None:
    there = replace(here, planner=Broken((), planner_named("rules"), 1.0))
    with writing(there.engine) as session:
        key = episodes.create(
            session, Goal(text=FALLS), backend=Backend.STUB, budget_usd=1, queue_limit=100
        ).key
    assert do(there, str(key), _WORK) is None
    with reading(here.engine) as session:
        (entry,) = provenance.entries(session, key.episode_id)
    assert entry.cost_usd == 0.25
    assert entry.failure is not None


WIDE = "A 0.5 m wide, 1 m tall, 20 kg crate is pushed at 0.4 m above the floor and slides"
AGAIN = "The same crate pushed at 0.9 m tips over"


def beats_of(here: House, goal: Goal) -> tuple[Beat, ...]:
    """Plan a goal as the workers do; give its beats as they were written."""
    with writing(here.engine) as session:
        key = episodes.create(
            session, goal, backend=Backend.STUB, budget_usd=1, queue_limit=100
        ).key
    do(here, str(key), _WORK)
    with reading(here.engine) as session:
        return tuple(view.beat for view in episodes.beats(session, key.episode_id))


def test_the_goal_that_established_a_node_is_what_one_from_there_refers_back_to(
    here: House,
) -> None:
    (step,) = growing.walked(here.engine, growing.Beat(), text=WIDE)
    (alone,) = beats_of(here, Goal(text=AGAIN))
    (from_root,) = beats_of(here, Goal(text=AGAIN, world_id=step.world_id))
    (onward,) = beats_of(here, Goal(text=AGAIN, from_node=step.to_node))
    (told,) = beats_of(here, Goal(text=AGAIN, earlier=WIDE))
    (otherwise,) = beats_of(
        here, Goal(text=AGAIN, from_node=step.to_node, earlier=WIDE.replace("0.5 m", "0.8 m"))
    )

    assert alone.scenario.parameter("width") is None
    assert from_root.scenario.missing == alone.scenario.missing
    width = onward.scenario.parameter("width")
    assert width is not None
    assert width.quantity.value == 0.5
    assert onward.scenario.parameters == told.scenario.parameters
    kept = otherwise.scenario.parameter("width")
    assert kept is not None
    assert kept.quantity.value == 0.8, "what the goal itself says comes first"


def test_what_was_to_follow_after_a_node_is_not_referred_back_to(here: House) -> None:
    text = (
        "A steel ball dropped from 5 m reaches the ground in under 1.2 s. "
        "Then the steel ball is dropped from 10 m and reaches the ground in under 1.6 s."
    )
    with writing(here.engine) as session:
        key = episodes.create(
            session, Goal(text=text), backend=Backend.STUB, budget_usd=1, queue_limit=100
        ).key
    do(here, str(key), _WORK)
    nodes = []
    for place in (0, 1):
        of_beat = AttemptKey(episode_id=key.episode_id, beat=place)
        with writing(here.engine) as session:
            if place > 0:
                attempts.open_attempt(session, making.attempt(of_beat))
            seen = making.observation(observation_id=derived_id("obs", of_beat))
            attempts.save_observations(session, of_beat, (seen,))
            made = growing.commitment(session, of_beat, growing.Beat(), last=place == 1)
            world.commit(session, made)
        assert made.node is not None
        nodes.append(made.node.node_id)

    heights = []
    for node in nodes:
        goal = Goal(text="The same ball reaches the ground in under 1.3 s", from_node=node)
        (onward,) = beats_of(here, goal)
        height = onward.scenario.parameter("height")
        assert height is not None
        heights.append(height.quantity.value)
    assert heights == [5.0, 10.0]


def test_a_goal_that_refers_to_nothing_takes_nothing_over(here: House) -> None:
    (step,) = growing.walked(here.engine, growing.Beat(), text=WIDE)
    (onward,) = beats_of(here, Goal(text=FALLS, from_node=step.to_node))
    (alone,) = beats_of(here, Goal(text=FALLS))
    assert onward.scenario.parameters == alone.scenario.parameters


def test_a_plan_is_offered_what_stood_against_earlier_goals_of_its_domain(here: House) -> None:
    (before,) = beats_of(here, Goal(text=FALLS))
    slow = FALLS.replace("2.1 s", "1 s")
    (refused,) = beats_of(here, Goal(text=slow))
    judgement = stages.evaluate(refused, (), risk=RiskProfile.MEDIUM)
    with writing(here.engine) as session:
        memory.remember(session, making.EPISODE, refused.scenario, judgement)
    (after,) = beats_of(here, Goal(text=FALLS))

    assert before.priors == ()
    assert {p.last_episode for p in after.priors} == {making.EPISODE}
    assert {p.domain for p in after.priors} == {after.scenario.intent.domain}
    apart = {"from_node": None}  # each begins a world of its own
    assert after.revised(priors=(), scenario=after.scenario.revised(**apart)) == before.revised(
        scenario=before.scenario.revised(**apart)
    ), "it changes nothing else"
