"""What compose.yaml promises, read as YAML; by Docker's own reader where there is one."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from storyworld.broker import redis_server_binary
from storyworld.cli.doctor_variables import FOREIGN
from storyworld.keeper import free_port
from storyworld.processes import programs
from storyworld.settings import Settings
from tests.integration.nodes import until

ROOT = Path(__file__).parent.parent.parent
FILE = ROOT / "deploy" / "compose.yaml"
TEXT = FILE.read_text()
COMPOSE: dict[str, Any] = yaml.safe_load(TEXT)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("web", "control", "beat", "render", "gpu", "flower")
CONTROL_SIDE = ("web", "control", "beat")
RENDERERS = ("render", "gpu")
OF_OTHERS = {"REDIS_PASSWORD", "POSTGRES_PASSWORD", "POSTGRES_USER", "POSTGRES_DB"}
OF_FLOWER = {"FLOWER_ADDRESS", "FLOWER_ENABLE_EVENTS"}
SET_BY_THE_IMAGE_OR_FOR_THE_HOST_ONLY = {
    "STORYWORLD_HOME", "STORYWORLD_HOST", "STORYWORLD_PORT", "STORYWORLD_API_KEY",
}  # fmt: skip
OF_THE_GPU = {
    "STORYWORLD_MODELS", "STORYWORLD_DEVICE", "STORYWORLD_DIFFUSION_STEPS",
    "STORYWORLD_WARM_BACKEND",
}  # fmt: skip
SECRETS_OF_THE_CONTROL_SIDE = {
    "DATABASE_URL", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY", "GEMINI_API_KEY", "OPENAI_API_KEY",
    "STORYWORLD_SECRET_KEY", "GOOGLE_APPLICATION_CREDENTIALS",
}  # fmt: skip


def given(service: str) -> dict[str, str | None]:
    found: dict[str, str | None] = SERVICES[service].get("environment", {})
    return found


def test_it_has_what_a_whole_storyworld_needs() -> None:
    assert set(SERVICES) == {*OURS, "redis", "postgres"}


def test_every_variable_it_reads_or_sets_is_documented() -> None:
    table = (ROOT / "docs" / "settings.md").read_text()
    read = set(re.findall(r"(?<!\$)\$\{([A-Z0-9_]+)", TEXT))
    assert {"REDIS_PASSWORD", "POSTGRES_PASSWORD", "STORYWORLD_PORT"} <= read
    for name in read | OF_FLOWER:
        assert f"`{name}`" in table, name


@pytest.mark.parametrize("service", SERVICES)
def test_every_variable_of_a_service_is_a_setting_or_somebodys(service: str) -> None:
    known = {*Settings.environment_names(), *FOREIGN, *OF_OTHERS, *OF_FLOWER}
    assert set(given(service)) <= known
    values = {
        name: value
        for name, value in given(service).items()
        if name in Settings.environment_names() and value and "$" not in value
    }
    Settings.from_environment(values)


@pytest.mark.parametrize("service", CONTROL_SIDE)
def test_the_control_side_is_told_every_setting_that_is_not_the_cards(service: str) -> None:
    told = set(given(service)).difference(FOREIGN)
    wanted = set(Settings.environment_names())
    assert told == wanted - OF_THE_GPU - SET_BY_THE_IMAGE_OR_FOR_THE_HOST_ONLY


@pytest.mark.parametrize("service", [*RENDERERS, "flower"])
def test_who_renders_or_watches_is_told_no_secret_but_the_queue(service: str) -> None:
    assert not SECRETS_OF_THE_CONTROL_SIDE & given(service).keys()
    assert "archive" not in SERVICES[service]["networks"]
    assert "env_file" not in SERVICES[service]


@pytest.mark.parametrize("service", [s for s in OURS if "REDIS_URL" in given(s)])
def test_a_redis_next_door_is_not_metered(service: str) -> None:
    assert given(service)["STORYWORLD_REDIS_METERED"] == "false"


def test_every_command_is_the_procfiles() -> None:
    expected = {p.name: list(p.argv) for p in programs("x", flower=True)}
    said = {name: SERVICES[name]["command"] for name in OURS if "command" in SERVICES[name]}
    assert said == {
        "control": expected["control"],
        "beat": expected["beat"],
        "render": expected["gpu"],
        "flower": expected["flower"],
    }
    for name in ("web", "gpu"):
        assert "command" not in SERVICES[name], "the image's own"


def test_there_is_one_beat() -> None:
    assert sum("beat" in str(s.get("command")) for s in SERVICES.values()) == 1
    assert SERVICES["beat"]["container_name"], "a second by --scale cannot have the same name"


def test_cpu_and_gpu_are_chosen_and_flower_is_on_demand() -> None:
    profiles = {name: s.get("profiles") for name, s in SERVICES.items() if s.get("profiles")}
    assert profiles == {"render": ["cpu"], "gpu": ["gpu"], "flower": ["flower"]}
    devices = SERVICES["gpu"]["deploy"]["resources"]["reservations"]["devices"]
    assert devices == [{"driver": "nvidia", "count": 1, "capabilities": ["gpu"]}]


def test_flower_has_no_login_but_the_one_it_is_given() -> None:
    assert given("flower")["FLOWER_BASIC_AUTH"] is None, "handed on where it is set, never blank"
    assert SERVICES["flower"]["restart"] == "no", "without a login it ends, and stays ended"


def test_only_the_console_and_flower_are_published_and_only_on_this_host() -> None:
    published = {name: s["ports"] for name, s in SERVICES.items() if "ports" in s}
    assert set(published) == {"web", "flower"}
    for ports in published.values():
        assert all(port.startswith("127.0.0.1:") for port in ports)
    assert COMPOSE["networks"]["queue"] == {"internal": True}
    assert COMPOSE["networks"]["archive"] == {"internal": True}


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_gains_no_privileges_and_is_looked_after(service: str) -> None:
    told = SERVICES[service]
    assert told["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in told
    assert told["restart"] in {"unless-stopped", "no"}
    assert "healthcheck" in told or service in {"web", "gpu"}, "those are in their images"
    if service != "postgres":
        assert told["read_only"] is True
        assert told["cap_drop"] == ["ALL"]
    if service in OURS:
        for needed in told["depends_on"].values():
            assert needed == {"condition": "service_healthy"}


def test_what_lasts_lies_in_named_volumes() -> None:
    used = {volume.partition(":")[0] for s in SERVICES.values() for volume in s.get("volumes", [])}
    assert used == set(COMPOSE["volumes"])
    for renderer in RENDERERS:
        assert "home:/var/lib/storyworld" not in SERVICES[renderer]["volumes"]


@pytest.mark.parametrize("service", SERVICES)
def test_every_image_has_a_version(service: str) -> None:
    assert re.search(r":\d+\.\d+", SERVICES[service]["image"])
    if "build" in SERVICES[service]:
        assert (ROOT / SERVICES[service]["build"]["dockerfile"]).is_file()


@pytest.mark.integration
def test_redis_takes_its_password_from_a_file_and_appends_what_it_is_told(tmp_path: Path) -> None:
    import redis

    shell, flag, command = SERVICES["redis"]["command"]
    port, configuration = free_port(), tmp_path / "redis.conf"
    command = command.replace("$$", "$").replace("/tmp/redis.conf", str(configuration))
    command = command.replace("dir /data", f"dir {tmp_path}\\nport {port}\\nbind 127.0.0.1")
    path = f"{redis_server_binary().parent}:{os.environ['PATH']}"
    process = subprocess.Popen(
        [shell, flag, command],
        env={"PATH": path, "REDIS_PASSWORD": "swordfish"},
        stdout=subprocess.DEVNULL,
    )
    try:
        client = redis.Redis(port=port, password="swordfish", socket_timeout=2)

        def answers() -> bool:
            try:
                return bool(client.ping())
            except redis.RedisError:
                return False

        until(answers, "redis answers")
        assert client.config_get("appendonly") == {"appendonly": "yes"}
        with pytest.raises(redis.AuthenticationError), redis.Redis(port=port) as stranger:
            stranger.ping()
        arguments = Path(f"/proc/{process.pid}/cmdline").read_bytes()
        assert b"redis-server" in arguments, "the shell is replaced, so that it hears SIGTERM"
        assert b"swordfish" not in arguments
        assert configuration.stat().st_mode & 0o077 == 0
        client.close()
    finally:
        process.terminate()
        assert process.wait(10) == 0


def _docker_compose() -> bool:
    docker = shutil.which("docker")
    if docker is None:
        return False
    asked = subprocess.run([docker, "compose", "version"], capture_output=True, check=False)
    return asked.returncode == 0


@pytest.mark.skipif(not _docker_compose(), reason="no docker compose here")
@pytest.mark.parametrize("profile", ["cpu", "gpu"])
def test_docker_compose_reads_it(profile: str) -> None:
    subprocess.run(
        ["docker", "compose", "-f", str(FILE), "--profile", profile, "--profile", "flower",
         "config", "--quiet"],
        env={**os.environ, "REDIS_PASSWORD": "a", "POSTGRES_PASSWORD": "b"},
        check=True,
    )  # fmt: skip
