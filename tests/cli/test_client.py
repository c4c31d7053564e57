import json
import time

import httpx
import pytest

from storyworld.cli.client import UnreachedError, WebClient
from storyworld.errors import InvalidField, NotFound, RequestError
from storyworld.records.goal import Goal
from tests.cli.written import EPISODE, Web, summary

GOAL = Goal(text="A ball falls", seed=3)


def client(web: Web) -> WebClient:
    return WebClient("http://web", transport=web.transport())


def soon() -> float:
    return time.monotonic() + 5.0


def test_a_goal_is_sent_as_json_and_gives_its_episode() -> None:
    web = Web(summary())
    assert client(web).submit(GOAL, until=soon(), tend=lambda: None) == EPISODE
    sent = json.loads(web.posts[0].content)
    assert sent == {
        "text": "A ball falls",
        "seed": 3,
        "risk_profile": "medium",
        "cost_policy": "balanced",
    }


def test_a_goal_is_sent_again_under_the_same_key_until_it_is_taken() -> None:
    web = Web(
        summary(),
        submits=(httpx.ConnectError("refused"), httpx.Response(503), httpx.Response(429)),
    )
    tended: list[int] = []
    assert client(web).submit(GOAL, until=soon(), tend=lambda: tended.append(1)) == EPISODE
    keys = {post.headers["Idempotency-Key"] for post in web.posts}
    assert len(web.posts) == 4
    assert len(keys) == 1
    assert len(tended) == 3


def test_two_goals_go_under_two_keys() -> None:
    web = Web(summary())
    for _ in range(2):
        client(web).submit(GOAL, until=soon(), tend=lambda: None)
    assert len({post.headers["Idempotency-Key"] for post in web.posts}) == 2


def test_a_goal_that_is_never_taken_is_given_up_in_the_end() -> None:
    web = Web(summary(), submits=(httpx.ConnectError("refused"),) * 9)
    with pytest.raises(UnreachedError, match="refused"):
        client(web).submit(GOAL, until=time.monotonic(), tend=lambda: None)


@pytest.mark.parametrize(
    ("status", "kind"), [(422, InvalidField), (404, NotFound), (400, RequestError)]
)
def test_a_refusal_is_the_web_application_s_own_sentence(
    status: int, kind: type[RequestError]
) -> None:
    problem = {"title": "Invalid", "detail": "backend veo has no key", "field": "backend"}
    web = Web(summary(), submits=(httpx.Response(status, json=problem),))
    with pytest.raises(kind) as caught:
        client(web).submit(GOAL, until=soon(), tend=lambda: None)
    assert caught.value.detail == "backend veo has no key"
    assert caught.value.field == "backend"
    assert len(web.posts) == 1


@pytest.mark.parametrize(
    "trouble",
    [
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
        httpx.RemoteProtocolError("torn"),
        httpx.Response(500, text="oops"),
        httpx.Response(429),
        httpx.Response(200, text="<html>"),
        httpx.Response(200, json=[1]),
        httpx.Response(200, json={"episode_id": "of another version"}),
    ],
)
def test_trouble_that_may_pass_is_told_apart_from_refusal(
    trouble: Exception | httpx.Response,
) -> None:
    with pytest.raises(UnreachedError):
        client(Web(trouble)).summary(EPISODE)


def test_an_episode_is_read_with_its_stages_and_result() -> None:
    web = Web(summary())
    assert client(web).summary(EPISODE) == summary()
    assert [s.stage.value for s in client(web).steps(EPISODE)] == ["plan", "render"]
    assert client(web).result(EPISODE) == web.ending


def test_health_is_a_yes_or_no() -> None:
    assert client(Web(summary())).healthy()

    def sick(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(503, json={"status": "unavailable"})

    def gone(_request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    for answer in (sick, gone):
        assert not WebClient("http://web", transport=httpx.MockTransport(answer)).healthy()
