"""Flower as the Procfile starts it: never without a login."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from storyworld.keeper import free_port
from storyworld.processes import flower_login_fault, programs
from tests.integration.nodes import OURS, ROOT, LocalProcess, RedisProcess, until

LOGIN = ("operator", "a:long password")
COMMAND = next(p.argv for p in programs("127.0.0.1:0", flower=True) if p.name == "flower")
ARGV = [sys.executable, "-m", *COMMAND]


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith((*OURS, "FLOWER_"))}
    return {**kept, "STORYWORLD_HOME": str(home), "PYTHONWARNINGS": "default", **more}


@pytest.mark.parametrize("login", [None, "", " ", "operator", "operator:", ":password", "a:b,c"])
def test_a_login_without_user_or_password_has_a_fault_that_does_not_quote_it(
    login: str | None,
) -> None:
    fault = flower_login_fault(login)
    assert fault is not None
    assert "FLOWER_BASIC_AUTH" in fault
    assert "user:password" in fault
    assert "operator" not in fault


@pytest.mark.parametrize("login", ["operator:secret", "a:b, c:d", "operator:with:colons"])
def test_a_login_of_user_and_password_has_none(login: str) -> None:
    assert flower_login_fault(login) is None


@pytest.mark.integration
@pytest.mark.parametrize("more", [{}, {"FLOWER_BASIC_AUTH": "no-password"}])
def test_without_a_login_it_ends_with_a_sentence(tmp_path: Path, more: dict[str, str]) -> None:
    ended = subprocess.run(
        ARGV, cwd=ROOT, env=environment(tmp_path, **more), text=True, capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert ended.returncode != 0
    assert re.search(r"^flower: .*FLOWER_BASIC_AUTH", ended.stderr, re.MULTILINE)
    assert "no-password" not in ended.stderr + ended.stdout
    assert "Traceback" not in ended.stderr


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, RedisProcess]]:
    home = tmp_path_factory.mktemp("flower")
    redis = RedisProcess(home)
    port = free_port()
    flower = LocalProcess(
        "flower",
        ARGV,
        environment(
            home,
            REDIS_URL=redis.url,
            FLOWER_BASIC_AUTH=":".join(LOGIN),
            FLOWER_PORT=str(port),
        ),
        home,
        "Visit me at",
    )
    try:
        redis.start()
        flower.start()
        url = f"http://127.0.0.1:{port}"
        until(lambda: httpx.get(f"{url}/healthcheck").is_success, "flower answers")
        yield url, redis
    finally:
        flower.teardown()
        redis.teardown()


@pytest.mark.integration
@pytest.mark.parametrize("path", ["/", "/tasks", "/broker", "/api/workers", "/api/tasks"])
def test_its_pages_and_its_api_want_the_login(served: tuple[str, RedisProcess], path: str) -> None:
    url, _ = served
    assert httpx.get(url + path).status_code == 401
    assert httpx.get(url + path, auth=("operator", "guessed")).status_code == 401
    assert httpx.get(url + path, auth=LOGIN).status_code == 200


@pytest.mark.integration
def test_nothing_can_be_sent_or_stopped_without_the_login(
    served: tuple[str, RedisProcess],
) -> None:
    url, _ = served
    for path in ("/api/task/send-task/storyworld.plan", "/api/worker/shutdown/gpu@x"):
        assert httpx.post(url + path, json={"args": []}).status_code == 401


@pytest.mark.integration
def test_it_asks_no_worker_for_events_by_itself(served: tuple[str, RedisProcess]) -> None:
    _, redis = served

    def asked() -> int:
        return int(redis.client.info("commandstats").get("cmdstat_publish", {"calls": 0})["calls"])

    before = asked()
    time.sleep(6)  # Flower's own default asks all workers every five seconds
    assert asked() == before
