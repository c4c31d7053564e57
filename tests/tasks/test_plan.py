"""The plan step: who really planned is what its provenance says."""

from dataclasses import replace

from storyworld.archive import episodes, provenance
from storyworld.archive.engine import reading, writing
from storyworld.composition import House
from storyworld.planners import planner_named, planner_of
from storyworld.planners.order import InOrder, Reading
from storyworld.records.goal import Backend, Goal
from storyworld.records.provenance import ProvenanceEntry, Try, TryResult
from storyworld.settings import Settings
from tasks.plan import _WORK
from tasks.step import do
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
        newest, first = episodes.summaries(session, limit=2)
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
