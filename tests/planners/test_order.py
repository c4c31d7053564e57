"""Falling back: whoever cannot is recorded with the reason, and the next is asked."""

import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from storyworld.models.gemini import Gemini
from storyworld.planners import PLANNERS, planner_named, planner_of
from storyworld.planners.language import LanguagePlanner, Proposed
from storyworld.planners.memory import Memory
from storyworld.planners.order import InOrder, Once
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal
from storyworld.records.provenance import Try, TryResult
from storyworld.settings import Settings
from tests.models.serving import (
    DAILY,
    KEY,
    RETRY_INFO,
    Said,
    gemini,
    gemini_blocked,
    gemini_error,
    ollama,
    ollama_error,
    serving,
)
from tests.planners.proposals import beat, reply

FALLS = "A steel ball dropped from 20 m reaches the ground in under 2.1 s"
GOAL = Goal(text=FALLS)
GOOD = reply(
    beat("free_fall", "lands_in_time", ("height", 20, "m", "20 m"), ("time_max", 2.1, "s", "2.1 s"))
)
RULED = RulesPlanner().read(GOAL)
Order = Callable[..., InOrder]

GEMINI = {
    "rate": (gemini_error(429, "RESOURCE_EXHAUSTED", "Please retry in 53.0s.", RETRY_INFO),
             TryResult.RATE_LIMITED),
    "daily quota": (gemini_error(429, "RESOURCE_EXHAUSTED", "You exceeded your quota", DAILY),
                    TryResult.QUOTA_EXHAUSTED),
    "credit": (gemini_error(402, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted"),
               TryResult.CREDIT_EXHAUSTED),
    "retired": (gemini_error(404, "NOT_FOUND", "models/x is no longer available"),
                TryResult.MODEL_MISSING),
    "key": (gemini_error(403, "PERMISSION_DENIED", f"API key {KEY} is not allowed"),
            TryResult.REFUSED),
    "bad key": (gemini_error(400, "INVALID_ARGUMENT", "API key not valid"), TryResult.REFUSED),
    "overloaded": (gemini_error(503, "UNAVAILABLE", "The model is overloaded"),
                   TryResult.UNAVAILABLE),
    "broken": (Said(b"<html>Bad Gateway</html>", status=502), TryResult.UNAVAILABLE),
    "blocked": (gemini_blocked(), TryResult.BLOCKED),
    "safety": (gemini("", finish="SAFETY"), TryResult.BLOCKED),
    "cut short": (gemini('{"beats": [', finish="MAX_TOKENS"), TryResult.CUT_SHORT),
    "malformed": (gemini('{"beats": ['), TryResult.MALFORMED),
    "fenced": (gemini("```json\n{}\n```"), TryResult.MALFORMED),
    "empty": (gemini(""), TryResult.MALFORMED),
    "a list": (gemini([1, 2]), TryResult.MALFORMED),
    "no beats": (gemini({"beats": []}), TryResult.MALFORMED),
    "too deep": (gemini("[" * 20_000), TryResult.MALFORMED),
    "too long": (gemini('{"beats": "' + "x" * 70_000 + '"}'), TryResult.MALFORMED),
    "no JSON at all": (Said(b"welcome"), TryResult.MALFORMED),
    "nothing in it": (Said({}), TryResult.BLOCKED),
    "unknown family": (gemini(reply(beat("levitation", "achieved"))), TryResult.INVALID),
    "beats of nonsense": (gemini({"beats": [7, None, "x"]}), TryResult.INVALID),
}  # fmt: skip
OLLAMA = {
    "not pulled": (ollama_error(404, "model 'qwen3:8b' not found"), TryResult.MODEL_MISSING),
    "busy": (ollama_error(503, "server busy, please try again"), TryResult.UNAVAILABLE),
    "crashed": (ollama_error(500, "model runner has unexpectedly stopped"), TryResult.UNAVAILABLE),
    "moved": (Said({}, status=302), TryResult.UNAVAILABLE),
    "cut short": (ollama('{"beats": [', done_reason="length"), TryResult.CUT_SHORT),
    "malformed": (ollama("Sure! Here is the plan"), TryResult.MALFORMED),
    "no JSON at all": (Said(b"welcome"), TryResult.MALFORMED),
    "another shape": (Said({"message": 7}), TryResult.MALFORMED),
    "unknown family": (ollama(reply(beat("levitation", "achieved"))), TryResult.INVALID),
}


@pytest.mark.parametrize(("said", "result"), GEMINI.values(), ids=GEMINI)
def test_what_gemini_does_wrong_is_recorded_and_the_rules_read(
    order: Order, said: Said, result: TryResult
) -> None:
    with serving(said) as server:
        reading = order("gemini, rules", gemini_url=server.url).reading(GOAL)
    (tried,) = reading.tries
    assert tried.result is result, tried
    assert tried.detail
    assert tried.agent.name == "gemini"
    assert tried.agent.model == "gemini-3.8-flash"
    assert KEY not in tried.canonical_json()
    assert (reading.agent.name, reading.intents) == ("rules", RULED)
    assert len(server.asked) <= 2, "at most one repair, no retries of the library"


@pytest.mark.parametrize(("said", "result"), OLLAMA.values(), ids=OLLAMA)
def test_what_ollama_does_wrong_is_recorded_and_the_rules_read(
    order: Order, said: Said, result: TryResult
) -> None:
    with serving(said) as server:
        reading = order("ollama", ollama_url=server.url).reading(GOAL)
    (tried,) = reading.tries
    assert tried.result is result, tried
    assert (reading.agent.name, reading.intents) == ("rules", RULED)
    assert len(server.asked) <= 2


def test_gemini_fails_and_ollama_plans(order: Order) -> None:
    limited = GEMINI["rate"][0]
    with serving(limited) as google, serving(ollama(GOOD)) as own:
        planner = order("gemini, ollama, rules", gemini_url=google.url, ollama_url=own.url)
        reading = planner.reading(GOAL)
    assert [t.result for t in reading.tries] == [TryResult.RATE_LIMITED, TryResult.USED]
    assert "retry in 53" in reading.tries[0].detail
    assert (reading.agent.name, reading.agent.model) == ("ollama", "qwen3:8b")
    assert (reading.tries[1].input_tokens, reading.tries[1].output_tokens) == (800, 90)


def test_both_fail_and_the_rules_plan(order: Order) -> None:
    with serving(GEMINI["retired"][0]) as google, serving(OLLAMA["crashed"][0]) as own:
        planner = order("gemini, ollama", gemini_url=google.url, ollama_url=own.url)
        reading = planner.reading(GOAL)
    assert [t.agent.name for t in reading.tries] == ["gemini", "ollama"]
    assert (reading.agent.name, reading.intents) == ("rules", RULED)


@pytest.mark.parametrize("name", ["gemini", "ollama"])
def test_who_does_not_answer_in_time_is_not_waited_for(order: Order, name: str) -> None:
    slow = {"gemini": gemini(GOOD, after_s=1.5), "ollama": ollama(GOOD, after_s=1.5)}[name]
    with serving(slow) as server:
        urls = {"gemini_url": server.url, "ollama_url": server.url}
        reading = order(name, planner_timeout_s=0.2, **urls).reading(GOAL)
    assert reading.tries[0].result is TryResult.TIMEOUT
    assert reading.agent.name == "rules"


def test_no_time_is_left_for_whom_the_others_kept_waiting(order: Order) -> None:
    with serving(gemini(GOOD, after_s=1.5)) as google, serving(ollama(GOOD)) as own:
        planner = order("gemini, ollama", planner_deadline_s=0.3, gemini_url=google.url,
                        ollama_url=own.url)  # fmt: skip
        reading = planner.reading(GOAL)
    assert [t.result for t in reading.tries] == [TryResult.TIMEOUT, TryResult.TIMEOUT]
    assert own.asked == []


@pytest.mark.parametrize("name", ["gemini", "ollama"])
def test_nobody_there(order: Order, name: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
    reading = order(name, gemini_url=url, ollama_url=url).reading(GOAL)
    assert reading.tries[0].result is TryResult.UNAVAILABLE
    assert reading.agent.name == "rules"


def test_gemini_without_a_key_is_passed_over_with_the_fix(order: Order) -> None:
    reading = order("gemini", gemini_api_key=None).reading(GOAL)
    assert reading.tries[0].result is TryResult.NOT_CONFIGURED
    assert "GEMINI_API_KEY" in reading.tries[0].detail


def test_who_said_when_to_ask_again_rests_until_then(order: Order) -> None:
    now = [0.0]
    with serving(GEMINI["rate"][0], gemini(GOOD)) as server:
        made = order("gemini", gemini_url=server.url)
        planner = InOrder(made._asked, RulesPlanner(), 10.0, clock=lambda: now[0])
        assert planner.reading(GOAL).agent.name == "rules"
        now[0] = 52.0
        resting = planner.reading(GOAL)
        assert len(server.asked) == 1
        now[0] = 53.5
        assert planner.reading(GOAL).agent.name == "gemini"
    assert resting.tries[0].result is TryResult.RATE_LIMITED
    assert resting.tries[0].detail.startswith("not asked for another 1 s")
    assert resting.agent.name == "rules"


def test_a_reply_that_is_mended_when_its_faults_are_named_is_used(order: Order) -> None:
    text = "A steel ball bids farewell to a 20 m ledge and reaches the ground in under 2.1 s"
    bad = reply(beat("free_fall", "achieved", ("height", 25, "m", "25 m")))
    with serving(gemini(bad), gemini(GOOD)) as server:
        reading = order("gemini", gemini_url=server.url).reading(Goal(text=text))
    assert reading.tries[0].result is TryResult.USED
    assert reading.tries[0].detail == "", "nothing of the second reply was dropped"
    assert reading.tries[0].input_tokens == 1800, "both questions are counted"
    talk = server.asked[1]["contents"]
    assert [turn["role"] for turn in talk] == ["user", "model", "user"]
    assert "'25 m' does not stand in the goal" in talk[2]["parts"][0]["text"]
    assert "no outcome 'achieved'" in talk[2]["parts"][0]["text"]


@pytest.mark.parametrize("first", ["cut short", "malformed"])
def test_what_cannot_be_read_is_asked_for_afresh(order: Order, first: str) -> None:
    with serving(GEMINI[first][0], gemini(GOOD)) as server:
        reading = order("gemini", gemini_url=server.url).reading(GOAL)
    assert reading.agent.name == "gemini"
    assert server.asked[1]["contents"] == server.asked[0]["contents"], "no broken JSON is echoed"


def test_a_repair_that_fails_leaves_the_first_reply(order: Order) -> None:
    partly = reply(beat("free_fall", "achieved", ("height", 20, "m", "20 m")))
    with serving(gemini(partly), GEMINI["overloaded"][0]) as server:
        reading = order("gemini", gemini_url=server.url).reading(GOAL)
    assert reading.agent.name == "gemini"
    assert "no outcome 'achieved'" in reading.tries[0].detail


def test_what_is_sent_to_gemini(order: Order) -> None:
    with serving(gemini(GOOD)) as server:
        reading = order("gemini", gemini_url=server.url).reading(GOAL)
    assert server.paths == ["/v1beta/models/gemini-3.8-flash:generateContent"]
    (sent,) = server.asked
    config = sent["generationConfig"]
    assert config["temperature"] == 0
    assert config["seed"] == 7
    assert config["responseMimeType"] == "application/json"
    wanted = config["responseJsonSchema"]["properties"]["beats"]["items"]["properties"]["family"]
    assert "free_fall" in wanted["enum"]
    assert KEY not in str(sent) + server.paths[0]
    assert reading.agent.model == "gemini-3.8-flash-001", "who it says it is"
    assert reading.tries[0].output_tokens == 120, "thoughts are paid for, too"


def test_what_is_sent_to_ollama(order: Order) -> None:
    with serving(ollama(GOOD)) as server:
        order("ollama", ollama_url=server.url).reading(GOAL)
    assert server.paths == ["/api/chat"]
    (sent,) = server.asked
    assert sent["stream"] is False
    assert sent["format"]["properties"]["beats"]["maxItems"] == 6
    assert sent["options"]["temperature"] == 0
    system, user = sent["messages"]
    needed = (len(system["content"]) + len(user["content"])) / 2.5
    assert sent["options"]["num_ctx"] >= needed + sent["options"]["num_predict"]


def test_the_same_text_is_asked_for_once_and_gives_the_same_plan(order: Order) -> None:
    with serving(gemini(GOOD), GEMINI["overloaded"][0]) as server:
        planner = order("gemini", gemini_url=server.url)
        first, again = planner.reading(GOAL), planner.reading(GOAL)
        elsewhere = order("gemini", gemini_url=server.url).reading(GOAL)
        assert len(server.asked) == 1
        other = order("gemini", gemini_url=server.url, gemini_planner_model="other").reading(GOAL)
    assert first.intents == again.intents == elsewhere.intents
    assert first.agent == again.agent == elsewhere.agent
    assert [r.tries[0].result for r in (again, elsewhere)] == [TryResult.CACHED] * 2
    assert elsewhere.tries[0].input_tokens == 0
    assert other.agent.name == "rules", "another model is another question"


def test_failures_are_not_remembered(order: Order) -> None:
    with serving(GEMINI["overloaded"][0], gemini(GOOD)) as server:
        planner = order("gemini", gemini_url=server.url)
        assert planner.reading(GOAL).agent.name == "rules"
        assert planner.reading(GOAL).agent.name == "gemini"


def test_a_goal_that_refers_back_is_read_by_the_rules(order: Order) -> None:
    with serving(gemini(GOOD)) as server:
        goal = Goal(text="The same ball lands in under 3 s", earlier=FALLS)
        reading = order("gemini", gemini_url=server.url).reading(goal)
    assert reading.tries[0].result is TryResult.UNSUITED
    assert server.asked == []


def test_who_really_read_it_can_be_asked_afterwards(order: Order) -> None:
    with serving(GEMINI["overloaded"][0], gemini(GOOD)) as server:
        planner = order("gemini", gemini_url=server.url)
        once, again = Once(planner), Once(planner)
        assert once.read(GOAL) == RULED
        again.read(GOAL)
    assert (once.agent.name, [t.result for t in once.tries]) == ("rules", [TryResult.UNAVAILABLE])
    assert (again.agent.name, [t.result for t in again.tries]) == ("gemini", [TryResult.USED])
    plain = Once(RulesPlanner())
    assert (plain.read(GOAL), plain.agent.name, plain.tries) == (RULED, "rules", ())


@pytest.mark.parametrize("name", PLANNERS)
def test_every_planner_says_who_it_is(name: str) -> None:
    assert planner_named(name).agent.name == name


def test_the_rules_alone_are_the_rules(tmp_path: object) -> None:
    assert isinstance(planner_of(Settings()), RulesPlanner)
    with pytest.raises(ValueError, match="oracle"):
        planner_named("oracle")


def test_a_bug_in_reading_a_reply_loses_no_goal(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    class Broken(LanguagePlanner):
        def propose(self, *_: object) -> Proposed:
            raise ZeroDivisionError("by zero")

    broken = Broken(Gemini("m", None), Memory(tmp_path), 1.0)
    reading = InOrder([broken], RulesPlanner(), 10.0).reading(GOAL)
    assert reading.tries == (
        Try(agent=broken.agent, result=TryResult.INVALID, detail="ZeroDivisionError: by zero"),
    )
    assert reading.tries[0].cost_usd is None, "what it took is lost"
    assert reading.intents == RULED
    assert "broke the reading" in caplog.text
