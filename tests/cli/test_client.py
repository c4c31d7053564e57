import json
import time

import httpx
import pytest

from storyworld.cli.client import submit
from storyworld.client import StoryWorld
from storyworld.errors import InvalidField, UnreachedError
from storyworld.records.goal import Goal
from tests.cli.written import EPISODE, Web, summary

GOAL = Goal(text="A ball falls", seed=3)


def client(web: Web) -> StoryWorld:
    return StoryWorld("http://web", transport=web.transport())


def soon() -> float:
    return time.monotonic() + 5.0


def test_a_goal_is_sent_as_json_and_gives_its_episode() -> None:
    web = Web(summary())
    assert submit(client(web), GOAL, until=soon(), tend=lambda: None) == EPISODE
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
    found = submit(client(web), GOAL, until=soon(), tend=lambda: tended.append(1))
    assert found == EPISODE
    keys = {post.headers["Idempotency-Key"] for post in web.posts}
    assert len(web.posts) == 4
    assert len(keys) == 1
    assert len(tended) == 3


def test_two_goals_go_under_two_keys() -> None:
    web = Web(summary())
    for _ in range(2):
        submit(client(web), GOAL, until=soon(), tend=lambda: None)
    assert len({post.headers["Idempotency-Key"] for post in web.posts}) == 2


def test_a_goal_that_is_never_taken_is_given_up_in_the_end() -> None:
    web = Web(summary(), submits=(httpx.ConnectError("refused"),) * 9)
    with pytest.raises(UnreachedError, match="refused"):
        submit(client(web), GOAL, until=time.monotonic(), tend=lambda: None)


def test_a_goal_that_is_refused_is_not_sent_again() -> None:
    problem = {"title": "Invalid", "detail": "backend veo has no key", "field": "backend"}
    web = Web(summary(), submits=(httpx.Response(422, json=problem),))
    with pytest.raises(InvalidField, match="has no key"):
        submit(client(web), GOAL, until=soon(), tend=lambda: None)
    assert len(web.posts) == 1
