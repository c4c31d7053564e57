"""The variables of the environment, one by one: those that are set, and those that others need."""

import os
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from importlib.util import find_spec
from ipaddress import ip_address
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import parse_qs, urlsplit

from pydantic import SecretStr

from storyworld import tracing
from storyworld.cli.checking import Checked, Health
from storyworld.errors import ConfigurationError
from storyworld.models.asking import place
from storyworld.processes import flower_login_fault
from storyworld.records.goal import Backend
from storyworld.settings import Access, Settings

Line = tuple[str, Checked]
_KINDRED: Final = (
    "DATABASE_", "FLOWER_", "GEMINI_", "GOOGLE_", "HF_", "OPENAI_", "REDIS_", "S3_",
    "TORCHINDUCTOR_", "VEO_",
)  # fmt: skip
_SHOWN: Final = 60


def _login(value: str) -> Checked:
    fault = flower_login_fault(value)
    if fault is None:
        return Checked(Health.FINE, "set")
    what, _, fix = fault.partition(": ")
    return Checked(Health.WRONG, what.removeprefix("FLOWER_BASIC_AUTH "), fix)


def _set(_value: str) -> Checked:
    return Checked(Health.FINE, "set")


def _readable_file(value: str) -> Checked:
    if Path(value).is_file() and os.access(value, os.R_OK):
        return Checked(Health.FINE, value)
    fix = "name the JSON file of a service account, or unset it and `gcloud auth "
    return Checked(
        Health.WRONG, "names no file that can be read", fix + "application-default login`"
    )


def _writable_folder(value: str) -> Checked:
    wanted = Path(value).absolute()
    there = next(folder for folder in (wanted, *wanted.parents) if folder.exists())
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return Checked(Health.FINE, value)
    fix = f"name a folder that user {os.getuid()} may write, or give it that one"
    return Checked(Health.WRONG, f"{there} cannot be written", fix)


def _collector(value: str) -> Checked:
    if not value.startswith(("http://", "https://")):
        return Checked(
            Health.WRONG, "is no address", "write http://host:4318, or unset it: no traces"
        )
    if find_spec("opentelemetry") is None:
        return Checked(Health.WRONG, "is set, and what sends traces is not installed", tracing.FIX)
    return Checked(Health.FINE, place(value))


def _word(value: str) -> Checked:
    return Checked(Health.FINE, "".join(c if c.isprintable() else "?" for c in value)[:_SHOWN])


FOREIGN: Final[Mapping[str, Callable[[str], Checked]]] = MappingProxyType(
    {
        "FLOWER_BASIC_AUTH": _login,
        "GOOGLE_APPLICATION_CREDENTIALS": _readable_file,
        "HF_TOKEN": _set,
        "HF_HOME": _writable_folder,
        "OTEL_EXPORTER_OTLP_ENDPOINT": _collector,
        "OTEL_EXPORTER_OTLP_HEADERS": _set,
        "OTEL_SERVICE_NAME": _word,
        "TORCHINDUCTOR_CACHE_DIR": _writable_folder,
    }
)
"""Variables that others read, in processes of ours: checked, and described in docs/settings.md."""


def variables(environment: Mapping[str, str] | None = None) -> tuple[Line, ...]:
    """Check every variable that is set, then what the settings need and do not have.

    Secrets are told to be set, and nothing more; a value that cannot be read is not shown.
    """
    given = {
        name: value.strip()
        for name, value in (os.environ if environment is None else environment).items()
        if value.strip()
    }
    lines = dict([*_known(given), *_strangers(given)])
    if all(found.health is not Health.WRONG for found in lines.values()):
        lines |= needed(Settings.from_environment(given), given)
    return tuple(lines.items())


def secret_names() -> frozenset[str]:
    """Name the variables whose values nobody is shown."""
    fields = Settings.model_fields.items()
    names = zip(Settings.environment_names(), fields, strict=True)
    ours = {name for name, (_, field) in names if "SecretStr" in str(field.annotation)}
    return frozenset(ours | {"FLOWER_BASIC_AUTH", "HF_TOKEN", "OTEL_EXPORTER_OTLP_HEADERS"})


def _known(given: Mapping[str, str]) -> Iterator[Line]:
    for field, name in zip(Settings.model_fields, Settings.environment_names(), strict=True):
        if name in given:
            yield name, _setting(name, field, given[name])
    for name, check in FOREIGN.items():
        if name in given:
            yield name, check(given[name])


def _setting(name: str, field: str, value: str) -> Checked:
    try:
        read = getattr(Settings.from_environment({name: value}), field)
    except ConfigurationError as error:
        said = str(error).removeprefix(f"{name}: ").removesuffix("; correct or unset it")
        return Checked(Health.WRONG, said, f"correct {name}, or unset it for its default")
    if isinstance(read, SecretStr):
        return Checked(Health.FINE, "set")
    shown = place(value) if "://" in value else value
    printable = "".join(c if c.isprintable() else "?" for c in shown)
    return Checked(Health.FINE, printable[:_SHOWN] + ("..." if len(printable) > _SHOWN else ""))


def _strangers(given: Mapping[str, str]) -> Iterator[Line]:
    """Find names that look like ours and are not: a typo is the likeliest reason."""
    known = (*Settings.environment_names(), *FOREIGN)
    for name in sorted(set(given).difference(known)):
        ours = name.startswith("STORYWORLD_")
        bare = name.removeprefix("STORYWORLD_")
        if ours and bare in known:
            yield name, Checked(Health.WRONG, "is no setting", f"its name is {bare}: rename it")
            continue
        meant = get_close_matches(name, known, n=1, cutoff=0.85)
        fix = f"did you mean {meant[0]}? rename or unset it" if meant else "unset it"
        if ours:
            yield name, Checked(Health.WRONG, "is no setting", fix)
        elif meant and name.startswith(_KINDRED):
            yield name, Checked(Health.NOTE, "is read by nobody here", fix)


def needed(settings: Settings, given: Mapping[str, str]) -> Iterator[Line]:
    """Find what the settings need and do not have, or what contradicts itself."""
    yield from _bucket(given)
    yield from _veo(settings)
    yield from _openai(given)
    yield from _rendering(settings)
    yield from _reachable(settings)
    if "FLOWER_BASIC_AUTH" not in given and any(name.startswith("FLOWER_") for name in given):
        fix = "set FLOWER_BASIC_AUTH to user:password"
        yield "FLOWER_BASIC_AUTH", Checked(Health.NOTE, "not set: flower will not start", fix)


def _bucket(given: Mapping[str, str]) -> Iterator[Line]:
    """A bucket needs its name and its key; a machine that only renders has neither."""
    needs = ("S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY")
    has = [name for name in needs if name in given]
    if not has:
        return
    for name in needs:
        if name not in given:
            words = f"not set, and {has[0]} is: no film can be kept"
            fix = (
                f"set {name}, or unset {' and '.join(has)} (a machine that only renders needs none)"
            )
            yield name, Checked(Health.WRONG, words, fix)
    if "S3_ENDPOINT_URL" not in given and "S3_REGION" not in given:
        fix = "set S3_ENDPOINT_URL (R2: https://<account>.r2.cloudflarestorage.com), or S3_REGION"
        yield "S3_ENDPOINT_URL", Checked(Health.WRONG, "not set: nobody knows where it is", fix)


def _veo(settings: Settings) -> Iterator[Line]:
    wanted = settings.backends(settings.backend)
    if Backend.VEO not in wanted:
        return
    health = Health.WRONG if settings.backend is Backend.VEO else Health.NOTE
    if settings.veo_model.startswith("gemini-omni"):
        if settings.gemini_api_key is None:
            words = f"not set, and {settings.veo_model} is asked by a key"
            yield "GEMINI_API_KEY", Checked(health, words, "set GEMINI_API_KEY")
    elif settings.google_cloud_project is None:
        words = "not set, and veo is a backend: Veo needs a project of Google Cloud, not a key"
        fix = "set GOOGLE_CLOUD_PROJECT, and `gcloud auth application-default login`"
        yield "GOOGLE_CLOUD_PROJECT", Checked(health, words, fix)
    if settings.render_prices.usd(settings.veo_model, 1.0) is None:
        words = f"has no price for {settings.veo_model}: nothing is bought that nobody can price"
        fix = f"STORYWORLD_RENDER_PRICES={settings.veo_model}=<USD per second>"
        yield "STORYWORLD_RENDER_PRICES", Checked(health, words, fix)


def _openai(given: Mapping[str, str]) -> Iterator[Line]:
    url, model, key = "STORYWORLD_OPENAI_URL", "STORYWORLD_OPENAI_VISION_MODEL", "OPENAI_API_KEY"
    if url in given and model not in given:
        yield model, Checked(Health.NOTE, f"not set, and {url} is", f"set {model}, or unset {url}")
    elif model in given and url not in given:
        fix = f"set {url}, such as http://127.0.0.1:8000/v1, or unset {model}"
        yield url, Checked(Health.NOTE, f"not set, and {model} is", fix)
    if key in given and url not in given:
        words = f"not set: {key} is sent to nobody"
        yield url, Checked(Health.NOTE, words, f"set {url}, or unset {key}")


def _rendering(settings: Settings) -> Iterator[Line]:
    if settings.warm_backend is Backend.VEO:
        fix = "name svd or animatediff, or unset it"
        yield (
            "STORYWORLD_WARM_BACKEND",
            Checked(Health.WRONG, "films of veo are bought: there is nothing to warm up", fix),
        )
    if settings.grant_s < settings.render_deadline_s:
        words = f"{settings.grant_s} s: over before a render of {settings.render_deadline_s:g} s is"
        fix = "set it above STORYWORLD_RENDER_DEADLINE_S and the time a request waits"
        yield "STORYWORLD_GRANT_S", Checked(Health.WRONG, words, fix)


def _reachable(settings: Settings) -> Iterator[Line]:
    """Look at what leaves this host, or lets others in."""
    if not settings.on_loopback and settings.secret_key is None:
        fix = "set it to a long random text, such as from `openssl rand -hex 32`"
        words = f"not set, and {settings.host} is no loopback: forms fail after every restart"
        yield "STORYWORLD_SECRET_KEY", Checked(Health.NOTE, words, fix)
    if settings.access is Access.SINGLE and not settings.on_loopback:
        fix = "set it to keys and make one with `storyworld keys create`, or unset STORYWORLD_HOST"
        words = f"serves one person on this machine, and {settings.host} is no loopback"
        yield "STORYWORLD_ACCESS", Checked(Health.WRONG, words, fix)
    if not settings.on_loopback:
        fix = "put a proxy with TLS in front, or set it to 127.0.0.1"
        words = "is no loopback, and keys are sent there in the clear"
        yield "STORYWORLD_HOST", Checked(Health.NOTE, words, fix)
    if settings.redis_url is None:
        return
    try:
        url = urlsplit(settings.redis_url.get_secret_value())
        host, options = url.hostname or "", parse_qs(url.query)
    except ValueError:
        return  # the broker check says that it does not answer
    if url.scheme == "rediss" and options.get("ssl_cert_reqs", ["required"])[-1] != "required":
        fix = "write ssl_cert_reqs=required"
        words = "does not verify whom it talks to: anybody between can read and send"
        yield "REDIS_URL", Checked(Health.WRONG, words, fix)
    elif url.scheme == "redis" and _public(host):
        fix = "write rediss:// and ?ssl_cert_reqs=required"
        words = "sends the password and every message in the clear"
        yield "REDIS_URL", Checked(Health.NOTE, words, fix)


def _public(host: str) -> bool:
    """Whether a host lies beyond private networks, as far as its name tells."""
    try:
        return ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".local", ".internal", ".localhost"))
