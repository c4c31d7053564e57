"""What lies at the top of the repository says what the code says."""

import re
from pathlib import Path

from storyworld.settings import Settings

ROOT = Path(__file__).parent.parent


def test_env_example_holds_every_setting_once_with_a_comment() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    named = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    assert sorted(named) == sorted(Settings.environment_names())
    before = ""
    for line in lines:
        if line and not line.startswith("#"):
            assert before.startswith("#") or "=" in before, f"{line} has no comment"
        before = line


def test_env_example_as_it_is_gives_the_defaults() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    given = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    assert Settings.from_environment(given) == Settings.from_environment({})


def test_constraints_pin_every_package_and_name_no_host() -> None:
    for line in (ROOT / "constraints.txt").read_text().splitlines():
        if not line.startswith("#"):
            assert re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!_-]+", line), line


def test_scripts_of_make_are_executable() -> None:
    deployed = ("find-python", "install-debian-packages", "alive")
    for script in (".ci/run", *(f"deploy/{name}" for name in deployed)):
        assert (ROOT / script).stat().st_mode & 0o111, script
