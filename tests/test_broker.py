import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import redis

from storyworld.broker import Broker, BrokerCounter, redis_server_binary
from storyworld.errors import ConfigurationError
from storyworld.keeper import Address, BrokerFiles, free_port
from storyworld.locks import FileLock, is_held

USE = """
import sys, time
from pathlib import Path
from storyworld.broker import Broker
broker = Broker(Path(sys.argv[1])).start()
print(broker.url, flush=True)
time.sleep(60)
"""


def soon(truth: Callable[[], object], within_s: float = 8.0) -> bool:
    until = time.monotonic() + within_s
    while time.monotonic() < until:
        if truth():
            return True
        time.sleep(0.02)
    return bool(truth())


def asked(url: str) -> "redis.Redis":
    return redis.Redis.from_url(url, decode_responses=True, socket_timeout=5)


def server_id(home: Path) -> int:
    return int(json.loads((home / "broker.json").read_text())["pid"])


def running(process_id: int) -> bool:
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_it_is_a_real_redis_behind_a_password_on_loopback(tmp_path: Path) -> None:
    with Broker(tmp_path) as broker:
        with asked(broker.url) as client:
            assert client.ping()
            assert client.config_get("appendonly") == {"appendonly": "yes"}
            assert client.config_get("bind") == {"bind": "127.0.0.1"}
        without = broker.url.replace(broker.url.split("@")[0].split("//")[1] + "@", "")
        with asked(without) as stranger, pytest.raises(redis.AuthenticationError):
            stranger.ping()


def test_its_record_is_for_the_owner_only_and_its_password_in_no_command_line(
    tmp_path: Path,
) -> None:
    with Broker(tmp_path) as broker:
        mode = stat.S_IMODE((tmp_path / "broker.json").stat().st_mode)
        assert mode == 0o600
        password = broker.url.split(":")[2].split("@")[0]
        line = Path(f"/proc/{server_id(tmp_path)}/cmdline").read_bytes()
        assert b"redis-server" in line
        assert password.encode() not in line


def test_a_home_with_spaces_and_quotes_is_a_home(tmp_path: Path) -> None:
    home = tmp_path / 'a "home" with \\ spaces'
    with Broker(home) as broker, asked(broker.url) as client:
        assert client.set("a", "1")
        assert any((home / "redis").iterdir())


def test_two_users_of_one_home_share_one_broker_and_the_last_one_stops_it(tmp_path: Path) -> None:
    first = Broker(tmp_path).start()
    with Broker(tmp_path) as second:
        assert second.url == first.url
        server = server_id(tmp_path)
        first.stop()
        with asked(second.url) as client:
            assert client.ping()
    assert soon(lambda: not running(server))
    assert not (tmp_path / "broker.json").exists()


def test_users_that_start_at_once_share_one_broker(tmp_path: Path) -> None:
    users = [
        subprocess.Popen(
            [sys.executable, "-c", USE, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
        for _ in range(5)
    ]
    urls = {user.stdout.readline() for user in users if user.stdout is not None}
    for user in users:
        user.kill()
        user.communicate()
    assert len(urls) == 1
    assert urls.pop().startswith("redis://:")
    assert soon(lambda: not is_held(BrokerFiles(tmp_path).keeper))


def test_two_homes_have_two_brokers(tmp_path: Path) -> None:
    with Broker(tmp_path / "a") as one, Broker(tmp_path / "b") as other:
        assert one.url != other.url


def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    with Broker(tmp_path) as broker, asked(broker.url) as client:
        client.rpush("queue", "a", "b")
    with Broker(tmp_path) as broker, asked(broker.url) as client:
        assert client.lrange("queue", 0, -1) == ["a", "b"]


def test_a_killed_server_comes_back_at_the_same_address_with_its_data(tmp_path: Path) -> None:
    with Broker(tmp_path) as broker, asked(broker.url) as client:
        client.set("a", "1")
        time.sleep(1.1)  # appendfsync everysec
        before = server_id(tmp_path)
        os.kill(before, signal.SIGKILL)
        assert soon(lambda: server_id(tmp_path) != before)
        with asked(broker.url) as again:
            assert again.get("a") == "1"


def test_the_record_of_a_dead_broker_is_replaced(tmp_path: Path) -> None:
    stale = {"port": free_port(), "password": "gone", "pid": 2**22 - 3}
    (tmp_path / "broker.json").write_text(json.dumps(stale))
    with Broker(tmp_path) as broker, asked(broker.url) as client:
        assert client.ping()
        assert server_id(tmp_path) != stale["pid"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"port": "x"}', '{"port": 1}', "\x00"])
def test_an_unreadable_record_is_replaced(tmp_path: Path, text: str) -> None:
    (tmp_path / "broker.json").write_text(text)
    with Broker(tmp_path) as broker, asked(broker.url) as client:
        assert client.ping()


def test_a_user_killed_with_sigkill_leaves_no_server_behind(tmp_path: Path) -> None:
    user = subprocess.Popen(
        [sys.executable, "-c", USE, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert user.stdout is not None
    assert user.stdout.readline().startswith("redis://")
    server = server_id(tmp_path)
    user.kill()
    user.communicate()
    assert soon(lambda: not running(server))
    assert soon(lambda: not is_held(BrokerFiles(tmp_path).keeper))


def test_a_killed_keeper_is_replaced_at_the_same_address(tmp_path: Path) -> None:
    files = BrokerFiles(tmp_path)
    with Broker(tmp_path) as broker:
        server = server_id(tmp_path)
        keeper = int(Path(f"/proc/{server}/stat").read_text().rpartition(")")[2].split()[1])
        os.kill(keeper, signal.SIGKILL)
        assert soon(lambda: not running(server))  # no orphan: the kernel tells it
        broker.tend()
        assert soon(lambda: is_held(files.keeper) and server_id(tmp_path) != server)
        with asked(broker.url) as client:
            assert soon(client.ping)


def test_without_any_binary_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(sys, "path", [])
    with pytest.raises(ConfigurationError, match="REDIS_URL"):
        redis_server_binary()


def test_the_binary_on_path_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "redis-server"
    own.write_text("#!/bin/sh\n")
    own.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert redis_server_binary() == own


def test_a_binary_that_does_not_start_is_told_with_its_last_words(tmp_path: Path) -> None:
    broken = tmp_path / "redis-server"
    broken.write_text("#!/bin/sh\necho bad weather today\nexit 1\n")
    broken.chmod(0o755)
    broker = Broker(tmp_path / "home", binary=broken)
    with pytest.raises(ConfigurationError, match="bad weather today"):
        broker.start()
    with FileLock(BrokerFiles(tmp_path / "home").users) as users:
        assert users.take(wait_s=2.0), "a failed start keeps no share"


def test_a_home_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(ConfigurationError, match="STORYWORLD_HOME"):
        Broker(tmp_path / "home").start()


def test_the_url_is_there_only_while_started(tmp_path: Path) -> None:
    broker = Broker(tmp_path)
    with pytest.raises(ConfigurationError):
        _ = broker.url
    with broker:
        assert broker.url.startswith("redis://:")
    with pytest.raises(ConfigurationError):
        _ = broker.url


def test_a_port_where_something_else_listens_is_no_broker() -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as other:
        address = Address(port=other.getsockname()[1], password="x")
        assert not address.answers(timeout_s=0.1)


def test_a_look_at_its_number_of_commands_costs_one_and_the_connection_is_kept(
    tmp_path: Path,
) -> None:
    with Broker(tmp_path) as broker, asked(broker.url) as client:
        counter = BrokerCounter(broker.url)
        first = counter.ask()
        client.ping()
        second = counter.ask()
        counter.close()
    assert first is not None
    assert second is not None
    assert first.run == second.run
    # the ping, what that client says of itself as it connects, and the look itself
    assert 2 <= second.total - first.total <= 8
    assert first.started_at == pytest.approx(second.started_at, abs=1.5)


def test_a_redis_that_is_away_or_silent_is_said_to_be_soon(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="ConnectionError"):
        BrokerCounter("redis://127.0.0.1:1/0").ask()
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        began = time.monotonic()
        with pytest.raises(ConfigurationError, match="TimeoutError"):
            BrokerCounter(f"redis://127.0.0.1:{deaf.getsockname()[1]}/0", within_s=0.1).ask()
        assert time.monotonic() - began < 1.0
    with pytest.raises(ConfigurationError, match="REDIS_URL"):
        BrokerCounter("nonsense")
