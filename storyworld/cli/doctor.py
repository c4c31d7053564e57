"""``storyworld doctor``: what StoryWorld needs, checked one by one, each with its fix."""

import os
import shutil
import socket
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from pydantic import SecretStr

from storyworld.broker import redis_server_binary, require_answer
from storyworld.cli.checking import Check, Checked, Health, Lacking, examined, told
from storyworld.cli.doctor_rendering import RENDERING_CHECKS
from storyworld.cli.doctor_variables import variables
from storyworld.cli.exits import ExitCode
from storyworld.cli.presentation import console
from storyworld.cli.stack import standing_at
from storyworld.diagnosing import BRING_UP_TO_DATE, FREE_SPACE
from storyworld.errors import ConfigurationError
from storyworld.models.asking import place
from storyworld.settings import PlannerName, Settings, VisionName

_PACKAGES = ("celery", "kombu", "redis", "flask", "sqlalchemy", "pymunk", "av", "numpy")


_WIDTH = 10
_LOOK = {Health.FINE: ("✓", "green"), Health.NOTE: ("~", "yellow"), Health.WRONG: ("✕", "red")}


def doctor() -> int:
    """Check every variable, then everything else; exit code 1 if one went wrong.

    Where the settings cannot be read, what rests on them is not checked.
    """
    to = console()
    wrong = 0

    def tell(name: str, found: Checked, width: int) -> None:
        nonlocal wrong
        shape, colour = _LOOK[found.health]
        to.print(f"{shape} {name:<{width}} {found.words}", style=colour)
        if found.fix:
            to.print(f"  fix: {found.fix}")
        wrong += found.health is Health.WRONG

    lines = variables()
    width = max((len(name) for name, _ in lines), default=0)
    for name, found in lines:
        tell(name, found, width)
    try:
        settings = Settings.from_environment()
    except ConfigurationError:
        to.print("  the rest is checked when the settings can be read", style="dim")
        return ExitCode.UNHEALTHY
    for name, check in CHECKS.items():
        tell(name, examined(check, settings), _WIDTH)
    return ExitCode.UNHEALTHY if wrong else ExitCode.ACHIEVED


def _python(_settings: Settings) -> Checked:
    found = ".".join(map(str, sys.version_info[:3]))
    return Checked(Health.FINE, f"{found} at {sys.executable}")


def _packages(_settings: Settings) -> Checked:
    found, absent = [], []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            absent.append(name)
    if absent:
        return Checked(Health.WRONG, f"not installed: {', '.join(absent)}", "run `make setup`")
    return Checked(Health.FINE, ", ".join(found))


def _broker(settings: Settings) -> Checked:
    if settings.redis_url is None:
        return Checked(Health.FINE, f"embedded, {redis_server_binary()}")
    try:
        require_answer(settings.redis_url.get_secret_value())
    except ConfigurationError as error:
        said, _, fix = str(error).partition(": ")
        return Checked(Health.WRONG, said, fix)
    return Checked(Health.FINE, "REDIS_URL answers")


def _home(settings: Settings) -> Checked:
    home = settings.home
    place = next(p for p in (home.absolute(), *home.absolute().parents) if p.exists())
    if not (place.is_dir() and os.access(place, os.W_OK | os.X_OK)):
        return Checked(
            Health.WRONG, f"{home} cannot be written", "make it writable or set STORYWORLD_HOME"
        )
    return Checked(Health.FINE, str(home) + ("" if home.exists() else " (made at first use)"))


def _disk(settings: Settings) -> Checked:
    place = next(p for p in (settings.home.absolute(), *settings.home.absolute().parents)
                 if p.exists())  # fmt: skip
    free_mb = shutil.disk_usage(place).free // 1_000_000
    if free_mb < settings.min_free_mb:
        return Checked(
            Health.WRONG,
            f"{free_mb} MB free, {settings.min_free_mb} MB wanted",
            FREE_SPACE,
        )
    return Checked(Health.FINE, f"{free_mb} MB free")


def _database(settings: Settings) -> Checked:
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory
    from sqlalchemy.exc import DBAPIError

    from storyworld.archive import engine as archive

    kind = settings.database.partition(":")[0].partition("+")[0]
    file = Path(settings.database.removeprefix("sqlite:///"))
    if kind == "sqlite" and not file.exists():
        return Checked(Health.FINE, "sqlite, made at first use")
    opened = archive.open_engine(settings.database)
    try:
        with opened.connect().execution_options(writes=True) as connection:
            now = MigrationContext.configure(connection).get_current_revision()
            connection.rollback()
    except DBAPIError as error:
        fix = "start that database, or correct or unset DATABASE_URL"
        if kind == "sqlite":
            fix = f"{file} is no archive that can be read and written: mend it or move it away"
        words = f"{kind} cannot be opened: {error.orig}".splitlines()[0]
        return Checked(Health.WRONG, words, fix)
    finally:
        opened.dispose()
    scripts = ScriptDirectory(str(Path(archive.__file__).parent / "migrations"))
    newest = scripts.get_current_head()
    if now != newest:
        return Checked(
            Health.NOTE,
            f"{kind}, revision {now or 'none'}, newest is {newest}",
            BRING_UP_TO_DATE,
        )
    return Checked(Health.FINE, f"{kind}, writable, revision {now}")


def _film(_settings: Settings) -> Checked:
    import av

    missing = [c for c in ("libx264", "h264") if c not in av.codecs_available]
    if missing:
        return Checked(
            Health.WRONG, f"PyAV without {', '.join(missing)}", "reinstall av from its wheel"
        )
    return Checked(Health.FINE, f"PyAV {av.__version__} with libx264")


def _port(settings: Settings) -> Checked:
    if running := standing_at(settings.home):
        return Checked(Health.FINE, f"`storyworld up` runs at {running}")
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            return Checked(
                Health.WRONG,
                f"{settings.host}:{settings.port} cannot be used ({error.strerror})",
                "free it, or set STORYWORLD_PORT or `storyworld up --port N`",
            )
    return Checked(Health.FINE, f"{settings.host}:{settings.port} is free")


def _planners(settings: Settings) -> Checked:
    """Tell who reads goals, and of whom it is known now that they cannot."""
    lacking = [
        said
        for name in settings.planners
        if (said := _PLANNER_CHECKS.get(name, _nothing_lacking)(settings)) is not None
    ]
    return told(", ".join(settings.planners), lacking)


def _observers(settings: Settings) -> Checked:
    """Tell who looks at films, and of whom it is known now that they cannot."""
    order = ", ".join(("measuring", *settings.vision))
    lacking = [said for name in settings.vision if (said := _VISION_CHECKS[name](settings))]
    return told(order, lacking)


def _nothing_lacking(_settings: Settings) -> Lacking:
    return None


def _gemini_lacking(settings: Settings) -> Lacking:
    if settings.gemini_api_key is not None:
        return None
    return "gemini has no key and is passed over", "set GEMINI_API_KEY"


def _ollama_lacking(settings: Settings) -> Lacking:
    return _not_pulled(settings.ollama_url, settings.ollama_planner_model)


def _ollama_blind(settings: Settings) -> Lacking:
    return _not_pulled(settings.ollama_url, settings.ollama_vision_model)


def _not_pulled(url: str, model: str) -> Lacking:
    import httpx

    try:
        answer = httpx.get(f"{url.rstrip('/')}/api/tags", timeout=2.0).raise_for_status().json()
        pulled = {str(each["name"]) for each in answer["models"]}
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, KeyError, TypeError):
        fix = "start it (`ollama serve`), or correct STORYWORLD_OLLAMA_URL"
        return f"ollama does not answer at {place(url)} and is passed over", fix
    if not pulled & {model, f"{model}:latest"}:
        return f"ollama has no model {model} and is passed over", f"`ollama pull {model}`"
    return None


def _gemini_legacy_lacking(settings: Settings) -> Lacking:
    if settings.gemini_api_key is None:
        return "gemini-legacy has no key and is passed over", "set GEMINI_API_KEY"
    if find_spec("google.generativeai") is None:
        fix = "pip install 'storyworld[gemini-legacy]'"
        return "gemini-legacy is not installed and is passed over", fix
    return None


def _openai_lacking(settings: Settings) -> Lacking:
    import httpx

    if settings.openai_url is None:
        fix = "set STORYWORLD_OPENAI_URL, such as http://127.0.0.1:8000/v1"
        return "openai has no server and is passed over", fix
    if settings.openai_vision_model is None:
        return "openai has no model and is passed over", "set STORYWORLD_OPENAI_VISION_MODEL"
    key = settings.openai_api_key
    headers = {"Authorization": f"Bearer {key.get_secret_value()}"} if key else {}
    try:
        to = f"{settings.openai_url.rstrip('/')}/models"
        httpx.get(to, headers=headers, timeout=2.0).raise_for_status()
    except (httpx.HTTPError, httpx.InvalidURL, ValueError):
        fix = "start it, or correct STORYWORLD_OPENAI_URL (it ends with /v1) or OPENAI_API_KEY"
        return f"openai does not answer at {place(settings.openai_url)} and is passed over", fix
    return None


_PLANNER_CHECKS: dict[str, Callable[[Settings], Lacking]] = {
    PlannerName.GEMINI: _gemini_lacking,
    PlannerName.OLLAMA: _ollama_lacking,
}


_VISION_CHECKS: dict[VisionName, Callable[[Settings], Lacking]] = {
    VisionName.GEMINI: _gemini_lacking,
    VisionName.OLLAMA: _ollama_blind,
    VisionName.OPENAI: _openai_lacking,
    VisionName.GEMINI_LEGACY: _gemini_legacy_lacking,
}


def _secrets(settings: Settings) -> Checked:
    """Tell which secrets are set, never what they are."""
    fields = list(type(settings).model_fields)
    names = dict(zip(fields, type(settings).environment_names(), strict=True))
    secret = {n for n, f in type(settings).model_fields.items() if "SecretStr" in str(f.annotation)}
    given = [names[n] for n in fields if isinstance(getattr(settings, n), SecretStr)]
    absent = [names[n] for n in fields if n in secret and names[n] not in given]
    words = [f"set: {', '.join(given)}"] if given else []
    words += [f"not set: {', '.join(absent)}"] if absent else []
    return Checked(Health.FINE, f"{'; '.join(words)} (none is needed)")


CHECKS: dict[str, Check] = {
    "python": _python,
    "packages": _packages,
    "home": _home,
    "disk": _disk,
    "database": _database,
    "broker": _broker,
    "film": _film,
    "port": _port,
    "planners": _planners,
    "observers": _observers,
    **RENDERING_CHECKS,
    "secrets": _secrets,
}
