import traceback

import pytest

from storyworld.errors import ConfigurationError
from storyworld.records.goal import Backend
from storyworld.settings import Settings


def test_every_default_needs_nothing_installed() -> None:
    settings = Settings.from_environment({})

    assert settings.database.startswith("sqlite:///")
    assert settings.redis_url is None
    assert settings.backend == "stub"


def test_blank_values_count_as_unset_and_foreign_keys_do_not_matter() -> None:
    assert Settings.from_environment({"STORYWORLD_PORT": " ", "PATH": "/bin"}).port == 8080


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("STORYWORLD_PROT", "1"),
        ("STORYWORLD_REDIS_URL", "redis://x"),
        ("STORYWORLD_PORT", "70000"),
        ("STORYWORLD_PORT", "many"),
        ("STORYWORLD_BACKEND", "camera"),
        ("STORYWORLD_BUDGET_USD", "-1"),
        ("STORYWORLD_BUDGET_USD", "nan"),
        ("STORYWORLD_PLANNERS", "oracle"),
        ("STORYWORLD_PLANNERS", "rules, gemini"),
        ("STORYWORLD_PLANNERS", "gemini, gemini"),
        ("STORYWORLD_PLANNER_TIMEOUT_S", "0"),
        ("STORYWORLD_OLLAMA_URL", "localhost:11434"),
        ("STORYWORLD_GEMINI_API_KEY", "x"),
        ("STORYWORLD_OPENAI_API_KEY", "x"),
        ("STORYWORLD_MODEL_PRICES", "gemini-3.8-flash=cheap"),
        ("STORYWORLD_OPENAI_URL", "localhost:8000"),
        ("STORYWORLD_VISION", "openai, openai"),
        ("STORYWORLD_VISION", "oracle"),
    ],
)
def test_a_wrong_setting_is_an_error_that_names_it(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=name):
        Settings.from_environment({name: value})


def test_secrets_do_not_show() -> None:
    settings = Settings.from_environment(
        {
            "REDIS_URL": "rediss://:canary@x",
            "STORYWORLD_SECRET_KEY": "canary",
            "STORYWORLD_API_KEY": "canary",
            "GEMINI_API_KEY": "canary",
            "OPENAI_API_KEY": "canary",
        }
    )
    assert "canary" not in repr(settings)
    assert "canary" not in str(settings)


@pytest.mark.parametrize("short", ["postgres://", "postgresql://"])
def test_a_platforms_postgres_url_gets_the_installed_driver(short: str) -> None:
    settings = Settings.from_environment({"DATABASE_URL": f"{short}u:p@h/d"})
    assert settings.database == "postgresql+psycopg://u:p@h/d"


@pytest.mark.parametrize(
    ("url", "metered"),
    [("redis://127.0.0.1:1/0", False), ("rediss://:p@eu1.example.com:6379", True)],
)
def test_a_distant_redis_is_metered_unless_said_otherwise(url: str, metered: bool) -> None:
    assert Settings.from_environment({"REDIS_URL": url}).metered is metered
    said = {"REDIS_URL": url, "STORYWORLD_REDIS_METERED": str(not metered)}
    assert Settings.from_environment(said).metered is not metered


@pytest.mark.parametrize(
    ("said", "order"),
    [
        ("", ("rules",)),
        ("rules", ("rules",)),
        ("gemini, ollama, rules", ("gemini", "ollama", "rules")),
        ("Ollama,", ("ollama", "rules")),
    ],
)
def test_the_rules_read_last_whatever_is_said(said: str, order: tuple[str, ...]) -> None:
    assert Settings.from_environment({"STORYWORLD_PLANNERS": said}).planners == order


def test_planning_ends_before_the_lease_of_its_step() -> None:
    assert Settings().planning_s == 45.0
    assert Settings(lease_s=20).planning_s == 15.0
    assert Settings(planner_deadline_s=5).planning_s == 5.0


def test_an_order_of_veo_ends_before_the_lease_of_its_step() -> None:
    assert Settings().ordering_s == 30.0
    assert Settings(veo_timeout_s=120).ordering_s == 30.0
    assert Settings(veo_timeout_s=120, lease_s=300).ordering_s == 120.0
    assert Settings(veo_timeout_s=5).ordering_s == 5.0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("STORYWORLD_OLLAMA_URL", "me:secret@127.0.0.1"),
        ("STORYWORLD_VISION", "gemini, gemini"),
    ],
)
def test_what_is_refused_is_not_shown_where_it_may_hold_a_password(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        Settings.from_environment({name: value})
    shown = "".join(traceback.format_exception(caught.value))
    assert "Value error, " not in shown
    assert "input_value" not in shown
    assert "secret" not in shown


@pytest.mark.parametrize(
    ("asked", "environment", "order"),
    [
        ("stub", {}, ("stub",)),
        ("svd", {}, ("svd",)),
        ("veo", {}, ("veo", "svd")),
        ("veo", {"VEO_FALLBACK_BACKEND": "animatediff"}, ("veo", "animatediff")),
        ("veo", {"VEO_FALLBACK_BACKEND": "none"}, ("veo",)),
        ("veo", {"STORYWORLD_FALLBACK_BACKENDS": "stub, svd"}, ("veo", "svd", "stub")),
        ("svd", {"STORYWORLD_FALLBACK_BACKENDS": "stub, svd"}, ("svd", "stub")),
    ],
)
def test_who_films_when_a_backend_cannot(
    asked: str, environment: dict[str, str], order: tuple[str, ...]
) -> None:
    assert Settings.from_environment(environment).backends(Backend(asked)) == order


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VEO_FALLBACK_BACKEND", "sora"),
        ("STORYWORLD_FALLBACK_BACKENDS", "svd, svd"),
        ("STORYWORLD_FALLBACK_BACKENDS", "sora"),
        ("STORYWORLD_RENDER_PRICES", "veo"),
        ("STORYWORLD_RENDER_PRICES", "veo=-1"),
        ("STORYWORLD_RENDER_PRICES", "veo=1e400"),
        ("STORYWORLD_DEVICE", "tpu"),
        ("STORYWORLD_LINK_S", "901"),
        ("STORYWORLD_GRANT_S", "604801"),
        ("STORYWORLD_FILM_HOURS", "-1"),
        ("S3_ENDPOINT_URL", "ftp://bucket"),
    ],
)
def test_a_wrong_setting_of_rendering_names_itself(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=name):
        Settings.from_environment({name: value})


def test_a_price_of_film_takes_the_place_of_the_default_for_that_model_only() -> None:
    prices = Settings.from_environment(
        {"STORYWORLD_RENDER_PRICES": "veo-3.1-generate-001=0.5, gemini-omni-1.2-flash=0.1"}
    ).render_prices
    assert prices.usd("veo-3.1-generate-001", 4) == pytest.approx(2.0)
    assert prices.usd("gemini-omni-1.2-flash", 4) == pytest.approx(0.4)
    assert prices.usd("veo-3.1-fast-generate-001", 4) == pytest.approx(0.32)
    assert prices.usd("nobody", 4) is None


NO_MATTER = {
    "STORYWORLD_HOME": "/elsewhere",
    "STORYWORLD_PORT": "9999",
    "STORYWORLD_HOST": "0.0.0.0",
    "DATABASE_URL": "postgresql://me:canary@there/db",
    "REDIS_URL": "rediss://:canary@there",
    "STORYWORLD_SECRET_KEY": "canary",
    "GEMINI_API_KEY": "canary",
    "OPENAI_API_KEY": "canary",
    "STORYWORLD_OLLAMA_URL": "http://there:11434",
    "STORYWORLD_OPENAI_URL": "http://there:8000",
    "S3_ACCESS_KEY_ID": "canary",
    "S3_SECRET_ACCESS_KEY": "canary",
    "S3_BUCKET": "films",
    "S3_ENDPOINT_URL": "http://there",
    "GOOGLE_CLOUD_PROJECT": "mine",
}
MATTER = {
    "STORYWORLD_GEMINI_PLANNER_MODEL": "another",
    "STORYWORLD_OLLAMA_VISION_MODEL": "another",
    "STORYWORLD_VEO_MODEL": "another",
    "STORYWORLD_SVD_MODEL": "another",
    "STORYWORLD_BACKEND": "svd",
    "STORYWORLD_VISION_SAMPLES": "5",
    "STORYWORLD_MAX_CLAIMS": "2",
    "STORYWORLD_BUDGET_USD": "2",
}


def test_settings_are_named_by_what_bears_on_results() -> None:
    plain = Settings.from_environment({}).digest()
    assert len(plain) == 64
    assert Settings.from_environment({}).digest() == plain
    assert Settings.from_environment(NO_MATTER).digest() == plain
    for name, value in NO_MATTER.items():
        if not name.startswith("S3_"):  # these come together or not at all
            assert Settings.from_environment({name: value}).digest() == plain, name
    named = {Settings.from_environment({n: v}).digest() for n, v in MATTER.items()}
    assert len(named | {plain}) == len(MATTER) + 1


def test_the_key_of_the_command_line_is_handed_to_no_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STORYWORLD_API_KEY", "canary")
    settings = Settings.from_environment()
    assert "canary" not in settings.for_children("redis://x").values()
    assert "canary" not in settings.for_judging().values()
