"""Every variable that is set, and every one that another needs, has its line and its fix."""

from pathlib import Path

import pytest

from storyworld.cli.checking import Checked, Health
from storyworld.cli.doctor import doctor
from storyworld.cli.doctor_variables import FOREIGN, secret_names, variables
from storyworld.keeper import free_port
from storyworld.settings import Settings

SECRET = "swordfish-and-chips"
TAKES_ANY_TEXT = {
    *secret_names(), "STORYWORLD_HOME", "STORYWORLD_HOST",
    "STORYWORLD_MODELS", "STORYWORLD_SVD_MODEL", "STORYWORLD_ANIMATEDIFF_MODEL",
    "STORYWORLD_GEMINI_PLANNER_MODEL", "STORYWORLD_GEMINI_VISION_MODEL",
    "STORYWORLD_OLLAMA_PLANNER_MODEL", "STORYWORLD_OLLAMA_VISION_MODEL",
    "STORYWORLD_OPENAI_VISION_MODEL", "STORYWORLD_VEO_MODEL", "GOOGLE_CLOUD_PROJECT",
    "GOOGLE_CLOUD_LOCATION", "S3_REGION", "S3_BUCKET",
}  # fmt: skip
BUCKET = {
    "S3_ENDPOINT_URL": "https://a.r2.cloudflarestorage.com",
    "S3_BUCKET": "films",
    "S3_ACCESS_KEY_ID": SECRET,
    "S3_SECRET_ACCESS_KEY": SECRET,
}


def lines(**environment: str) -> dict[str, Checked]:
    found = variables(environment)
    assert len({name for name, _ in found}) == len(found), "one line for each variable"
    for name, line in found:
        assert line.fix or line.health is Health.FINE, f"{name} has no fix"
        assert SECRET not in line.words + line.fix
    return dict(found)


def wrong(**environment: str) -> dict[str, str]:
    """Give the fixes of what is wrong or noted."""
    found = lines(**environment)
    return {name: line.fix for name, line in found.items() if line.health is not Health.FINE}


def test_nothing_set_is_nothing_to_say() -> None:
    assert lines() == {}
    assert lines(PATH="/bin", HOME="/root", STORYWORLD_PORT=" ", S3_BUCKET="") == {}


def test_what_is_set_has_a_line_in_the_settings_order() -> None:
    found = variables({"STORYWORLD_BACKEND": "stub", "STORYWORLD_HOME": "/tmp/x", "PATH": "/bin"})
    assert [(name, line.words) for name, line in found] == [
        ("STORYWORLD_HOME", "/tmp/x"),
        ("STORYWORLD_BACKEND", "stub"),
    ]


@pytest.mark.parametrize("name", sorted(secret_names()))
def test_a_secret_is_told_to_be_set_and_no_more(name: str) -> None:
    value = f"user:{SECRET}" if name == "FLOWER_BASIC_AUTH" else SECRET
    assert lines(**{name: value})[name] == Checked(Health.FINE, "set")


def test_the_password_in_an_address_is_not_shown() -> None:
    found = lines(STORYWORLD_OLLAMA_URL=f"http://me:{SECRET}@ollama.lan:11434")
    assert found["STORYWORLD_OLLAMA_URL"].words == "ollama.lan:11434"


def test_control_characters_do_not_reach_the_terminal() -> None:
    shown = lines(STORYWORLD_VEO_MODEL="veo\x1b[2J" + "x" * 200)["STORYWORLD_VEO_MODEL"].words
    assert "\x1b" not in shown
    assert len(shown) < 80


@pytest.mark.parametrize("name", Settings.environment_names())
def test_a_value_that_cannot_be_read_is_told_one_by_one_and_not_quoted(name: str) -> None:
    if name in TAKES_ANY_TEXT:
        assert lines(**{name: "anything at all"})[name].health is not Health.WRONG
        return
    bad = "= no value" if name.endswith("_PRICES") else f"{SECRET} = {SECRET}"
    found = lines(**{name: bad})[name]
    assert found.health is Health.WRONG
    assert name in found.fix


def test_every_wrong_variable_is_told_at_once() -> None:
    found = wrong(STORYWORLD_PORT="many", STORYWORLD_BACKEND="camera", STORYWORLD_BUDGET_USD="-1")
    assert set(found) == {"STORYWORLD_PORT", "STORYWORLD_BACKEND", "STORYWORLD_BUDGET_USD"}


@pytest.mark.parametrize(
    ("name", "health", "fix"),
    [
        ("STORYWORLD_PROT", Health.WRONG, "STORYWORLD_PORT"),
        ("STORYWORLD_REDIS_URL", Health.WRONG, "its name is REDIS_URL"),
        ("STORYWORLD_S3_BUCKET", Health.WRONG, "its name is S3_BUCKET"),
        ("STORYWORLD_COLOUR_OF_THE_SKY", Health.WRONG, "unset it"),
        ("S3_BUCKIT", Health.NOTE, "S3_BUCKET"),
        ("GOOGLE_CLOUD_PROJECTS", Health.NOTE, "GOOGLE_CLOUD_PROJECT"),
        ("GEMINI_APIKEY", Health.NOTE, "GEMINI_API_KEY"),
        ("FLOWER_BASICAUTH", Health.NOTE, "FLOWER_BASIC_AUTH"),
    ],
)
def test_a_name_that_is_nearly_ours_is_a_typo(name: str, health: Health, fix: str) -> None:
    found = lines(**{name: SECRET})[name]
    assert found.health is health
    assert fix in found.fix


@pytest.mark.parametrize("name", ["HOME", "LANG", "AWS_ACCESS_KEY_ID", "DATABASE_URL_OF_X", "PORT"])
def test_the_names_of_others_are_not_spoken_of(name: str) -> None:
    assert lines(**{name: "x"}) == {}


@pytest.mark.parametrize("left_out", ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"])
def test_a_bucket_that_is_set_in_part_names_the_part_that_lacks(left_out: str) -> None:
    found = wrong(**{name: value for name, value in BUCKET.items() if name != left_out})
    assert set(found) == {left_out}
    assert f"set {left_out}" in found[left_out]


def test_a_whole_bucket_and_a_renderer_that_knows_its_address_are_fine() -> None:
    assert wrong(**BUCKET) == {}
    assert wrong(S3_ENDPOINT_URL=BUCKET["S3_ENDPOINT_URL"]) == {}


def test_a_bucket_is_somewhere() -> None:
    nowhere = {name: value for name, value in BUCKET.items() if name != "S3_ENDPOINT_URL"}
    assert "S3_ENDPOINT_URL" in wrong(**nowhere)
    assert wrong(**nowhere, S3_REGION="eu-central-1") == {}


@pytest.mark.parametrize(
    ("switched_on", "health"),
    [
        ({"STORYWORLD_BACKEND": "veo"}, Health.WRONG),
        ({"STORYWORLD_FALLBACK_BACKENDS": "veo"}, Health.NOTE),
    ],
)
def test_veo_wants_a_project_and_a_price(switched_on: dict[str, str], health: Health) -> None:
    found = lines(**switched_on)
    assert found["GOOGLE_CLOUD_PROJECT"].health is health
    assert "STORYWORLD_RENDER_PRICES" not in found
    found = lines(**switched_on, GOOGLE_CLOUD_PROJECT="p", STORYWORLD_VEO_MODEL="veo-9")
    assert found["GOOGLE_CLOUD_PROJECT"].health is Health.FINE
    assert found["STORYWORLD_RENDER_PRICES"].health is health
    assert "STORYWORLD_RENDER_PRICES=veo-9=" in found["STORYWORLD_RENDER_PRICES"].fix


def test_a_model_that_is_asked_by_a_key_wants_the_key_and_no_project() -> None:
    omni = {
        "STORYWORLD_BACKEND": "veo", "STORYWORLD_VEO_MODEL": "gemini-omni-1.2-flash",
        "STORYWORLD_RENDER_PRICES": "gemini-omni-1.2-flash=0.1",
    }  # fmt: skip
    assert set(wrong(**omni)) == {"GEMINI_API_KEY"}
    assert wrong(**omni, GEMINI_API_KEY=SECRET) == {}


def test_a_price_that_is_given_and_a_model_that_it_is_not_for_is_one_line_with_a_fix() -> None:
    found = lines(
        STORYWORLD_BACKEND="veo", GOOGLE_CLOUD_PROJECT="p", STORYWORLD_VEO_MODEL="veo-9",
        STORYWORLD_RENDER_PRICES="veo-8=0.1",
    )  # fmt: skip
    assert found["STORYWORLD_RENDER_PRICES"].health is Health.WRONG


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"STORYWORLD_OPENAI_URL": "http://x/v1"}, "STORYWORLD_OPENAI_VISION_MODEL"),
        ({"STORYWORLD_OPENAI_VISION_MODEL": "m"}, "STORYWORLD_OPENAI_URL"),
        ({"OPENAI_API_KEY": SECRET}, "STORYWORLD_OPENAI_URL"),
        ({"STORYWORLD_WARM_BACKEND": "veo"}, "STORYWORLD_WARM_BACKEND"),
        ({"STORYWORLD_GRANT_S": "60"}, "STORYWORLD_GRANT_S"),
        ({"FLOWER_PORT": "5556"}, "FLOWER_BASIC_AUTH"),
        ({"FLOWER_BASIC_AUTH": "operator"}, "FLOWER_BASIC_AUTH"),
        ({"GOOGLE_APPLICATION_CREDENTIALS": "/no/such.json"}, "GOOGLE_APPLICATION_CREDENTIALS"),
        ({"HF_HOME": "/dev/null/hf"}, "HF_HOME"),
        ({"TORCHINDUCTOR_CACHE_DIR": "/dev/null/x"}, "TORCHINDUCTOR_CACHE_DIR"),
        ({"REDIS_URL": f"rediss://:{SECRET}@x.upstash.io:6379?ssl_cert_reqs=none"}, "REDIS_URL"),
        ({"REDIS_URL": f"redis://:{SECRET}@x.upstash.io:6379"}, "REDIS_URL"),
        ({"REDIS_URL": f"redis://:{SECRET}@8.8.8.8:6379"}, "REDIS_URL"),
    ],
)
def test_what_is_set_by_halves_or_against_itself_has_a_fix(
    environment: dict[str, str], named: str
) -> None:
    assert named in wrong(**environment)


@pytest.mark.parametrize(
    "environment",
    [
        {"REDIS_URL": f"rediss://:{SECRET}@x.upstash.io:6379?ssl_cert_reqs=required"},
        {"REDIS_URL": f"rediss://:{SECRET}@x.upstash.io:6379"},
        {"REDIS_URL": "redis://redis:6379/0"},
        {"REDIS_URL": "redis://10.0.0.3:6379/0"},
        {"REDIS_URL": "redis://127.0.0.1:6379/0"},
        {"STORYWORLD_OPENAI_URL": "http://x/v1", "STORYWORLD_OPENAI_VISION_MODEL": "m"},
        {"STORYWORLD_WARM_BACKEND": "svd"},
    ],
)
def test_what_is_whole_has_none(environment: dict[str, str]) -> None:
    assert wrong(**environment) == {}


def test_a_console_beyond_loopback_wants_a_key_and_a_proxy() -> None:
    found = wrong(STORYWORLD_HOST="0.0.0.0")
    assert set(found) == {"STORYWORLD_HOST", "STORYWORLD_SECRET_KEY"}
    assert "STORYWORLD_SECRET_KEY" not in wrong(
        STORYWORLD_HOST="0.0.0.0", STORYWORLD_SECRET_KEY=SECRET
    )


def test_a_credentials_file_and_folders_that_are_there_are_fine(tmp_path: Path) -> None:
    (tmp_path / "key.json").write_text("{}")
    assert wrong(
        GOOGLE_APPLICATION_CREDENTIALS=str(tmp_path / "key.json"),
        HF_HOME=str(tmp_path / "new" / "hf"),
        TORCHINDUCTOR_CACHE_DIR=str(tmp_path),
    ) == {}  # fmt: skip
    assert not (tmp_path / "new").exists(), "a check changes nothing"


def test_doctor_tells_every_line_and_ends_unhealthy_where_the_settings_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (*Settings.environment_names(), *FOREIGN):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("STORYWORLD_HOME", str(tmp_path))
    monkeypatch.setenv("STORYWORLD_PORT", "many")
    monkeypatch.setenv("STORYWORLD_BUDGET", SECRET)
    assert doctor() == 1
    told = capsys.readouterr().out
    assert "✓ STORYWORLD_HOME" in told
    assert "✕ STORYWORLD_PORT" in told
    assert "did you mean STORYWORLD_BUDGET_USD?" in told
    assert told.count("  fix: ") == 2
    assert "the rest is checked when the settings can be read" in told
    assert SECRET not in told


def test_doctor_checks_the_rest_where_they_can(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (*Settings.environment_names(), *FOREIGN):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("STORYWORLD_HOME", str(tmp_path))
    monkeypatch.setenv("STORYWORLD_PORT", str(free_port()))
    assert doctor() == 0
    told = capsys.readouterr().out
    assert "renderers  stub" in told
    assert "flower     off" in told
