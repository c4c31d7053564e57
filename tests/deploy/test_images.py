"""What the Dockerfiles promise. No image is built here: there is no Docker in the tests."""

import fnmatch
import re
import shlex
from pathlib import Path

import pytest

from storyworld.cli.doctor_variables import FOREIGN, secret_names
from storyworld.settings import Settings
from tests.deploy.dockerfiles import Stage, copied, stages

ROOT = Path(__file__).parent.parent.parent
WEB = ROOT / "deploy" / "web.Dockerfile"
GPU = ROOT / "deploy" / "gpu.Dockerfile"
BOTH = pytest.mark.parametrize("dockerfile", [WEB, GPU], ids=["web", "gpu"])
PROCFILE = dict(
    line.split(": ", 1) for line in (ROOT / "Procfile").read_text().splitlines() if line
)


def final(dockerfile: Path) -> Stage:
    return stages(dockerfile)[-1]


def environment(stage: Stage) -> dict[str, str]:
    return {name: value for each in stage.all("ENV") for name, value in each.assigned.items()}


def let_in(path: str) -> bool:
    """Say whether .dockerignore lets a path into the build; the last rule that fits decides."""
    inside = True
    for line in (ROOT / ".dockerignore").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        pattern = line.removeprefix("!")
        fits = path == pattern or path.startswith(f"{pattern}/") or pattern == "*"
        if pattern.startswith("**/"):
            fits = any(fnmatch.fnmatch(part, pattern[3:]) for part in path.split("/"))
        if fits:
            inside = line.startswith("!")
    return inside


@BOTH
def test_every_base_image_is_pinned_by_a_full_version(dockerfile: Path) -> None:
    for stage in stages(dockerfile):
        assert re.fullmatch(r"python:3\.11\.\d+-slim-bookworm", stage.image), stage.image
    assert len({stage.image for stage in stages(dockerfile)}) == 1, "a venv fits one Python"


@BOTH
def test_what_is_copied_exists_and_is_let_in(dockerfile: Path) -> None:
    sources = copied(stages(dockerfile)[0])
    assert "storyworld" in sources
    assert "tasks" in sources
    for source in sources:
        assert (ROOT / source).exists(), source
        assert let_in(source), f"{source} is kept out by .dockerignore"


@pytest.mark.parametrize(
    "path",
    [".env", ".git/config", "tests/conftest.py", ".venv/bin/python", "storyworld/__pycache__"],
)
def test_what_is_not_for_images_stays_out(path: str) -> None:
    assert not let_in(path)


@BOTH
def test_everything_is_installed_as_pinned(dockerfile: Path) -> None:
    installs = [
        each.rest for each in stages(dockerfile)[0].all("RUN") if "pip install" in each.rest
    ]
    assert installs
    for command in installs:
        assert "--constraint constraints.txt" in command or "--no-deps" in command, command


def test_torch_is_in_the_gpu_image_only_and_comes_first() -> None:
    installed = {
        path: " ".join(each.rest for each in stages(path)[0].all("RUN")) for path in (WEB, GPU)
    }
    assert "torch" not in installed[WEB]
    assert "'gpu'" not in installed[WEB]
    assert "torchvision" not in installed[GPU]
    assert installed[GPU].index("constraints.txt torch") < installed[GPU].index("'gpu'")
    assert "torch==2.13.0" in (ROOT / "constraints.txt").read_text().splitlines()


@BOTH
def test_it_runs_as_nobody_special_under_tini(dockerfile: Path) -> None:
    stage = final(dockerfile)
    assert stage.last("USER").rest == "storyworld"
    assert "useradd --uid 10001" in stage.all("RUN")[0].rest
    assert stage.index("USER") > max(i for i, e in enumerate(stage.instructions) if e.word == "RUN")
    assert stage.last("ENTRYPOINT").argv == ["/usr/bin/tini", "--"]
    assert "tini" in stage.all("RUN")[0].rest


@BOTH
def test_no_secret_is_baked_in(dockerfile: Path) -> None:
    for stage in stages(dockerfile):
        given = {n for e in (*stage.all("ENV"), *stage.all("ARG")) for n in e.assigned}
        assert not given & secret_names()
        assert not {n for n in given if re.search(r"PASSWORD|SECRET|TOKEN|KEY", n)}


@BOTH
def test_every_setting_in_it_is_one(dockerfile: Path) -> None:
    given = environment(final(dockerfile))
    ours = {name: value for name, value in given.items() if name.startswith("STORYWORLD_")}
    assert ours
    Settings.from_environment(ours)


def test_the_gpu_image_knows_no_archive_and_keeps_what_is_large_on_the_volume() -> None:
    stage = final(GPU)
    given = environment(stage)
    assert not {"DATABASE_URL", "REDIS_URL"} & given.keys()
    assert not [name for name in given if name.startswith("S3_")]
    assert stage.last("VOLUME").rest == "/workspace"
    for name in ("HF_HOME", "TORCHINDUCTOR_CACHE_DIR", "STORYWORLD_MODELS"):
        assert given[name].startswith("/workspace/"), name
    assert {"HF_HOME", "TORCHINDUCTOR_CACHE_DIR"} <= FOREIGN.keys()
    assert "webapp" not in copied(stages(GPU)[0])


def test_the_gpu_image_runs_the_procfiles_worker() -> None:
    assert final(GPU).last("CMD").argv == shlex.split(PROCFILE["gpu"])


def test_the_web_image_runs_the_procfiles_console_on_all_its_addresses() -> None:
    shell, flag, command = final(WEB).last("CMD").argv
    assert (shell, flag) == ("sh", "-c")
    assert command == "exec " + PROCFILE["web"].replace("${STORYWORLD_HOST:-127.0.0.1}", "0.0.0.0")
    given = environment(final(WEB))
    settings = Settings.from_environment(
        {name: value for name, value in given.items() if name in Settings.environment_names()}
    )
    assert settings.keyed, "it is reached from outside, and asks for keys"


@BOTH
def test_its_health_check_costs_no_command_of_redis(dockerfile: Path) -> None:
    argv = final(dockerfile).last("HEALTHCHECK").argv
    assert argv[:2] == ["python", "deploy/alive"]
    assert argv[2] == ("web" if dockerfile == WEB else "worker")
    assert "deploy/alive" in copied(stages(dockerfile)[0])
