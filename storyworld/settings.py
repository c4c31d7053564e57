"""All configuration, read once per process from the environment, frozen."""

import hashlib
import json
import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    StringConstraints,
    ValidationError,
)

from storyworld.errors import ConfigurationError
from storyworld.logs import LogFormat
from storyworld.models.prices import DEFAULT, Prices, read
from storyworld.models.renders import RENDER_PRICES, RenderPrices, read_render_prices
from storyworld.records.goal import Backend
from storyworld.records.rates import Rate, read_rate

_PREFIX = "STORYWORLD_"
_UNPREFIXED = {
    "DATABASE_URL": "database_url",
    "REDIS_URL": "redis_url",
    "GEMINI_API_KEY": "gemini_api_key",
    "OPENAI_API_KEY": "openai_api_key",
    "GOOGLE_CLOUD_PROJECT": "google_cloud_project",
    "GOOGLE_CLOUD_LOCATION": "google_cloud_location",
    "VEO_FALLBACK_BACKEND": "veo_fallback_backend",
    "S3_ENDPOINT_URL": "s3_endpoint_url",
    "S3_REGION": "s3_region",
    "S3_BUCKET": "s3_bucket",
    "S3_ACCESS_KEY_ID": "s3_access_key_id",
    "S3_SECRET_ACCESS_KEY": "s3_secret_access_key",
}
_NOT_FOR_JUDGING = frozenset(
    {
        "STORYWORLD_API_KEY",
        "DATABASE_URL",
        "REDIS_URL",
        "STORYWORLD_SECRET_KEY",
        "S3_ACCESS_KEY_ID",
        "S3_SECRET_ACCESS_KEY",
    }
)
_OF_THIS_MACHINE = {
    "home", "database_url", "redis_url", "redis_metered", "host", "port", "secret_key", "models",
    "gemini_api_key", "openai_api_key", "gemini_url", "ollama_url", "openai_url", "veo_url",
    "google_cloud_project", "s3_endpoint_url", "s3_region", "s3_bucket", "s3_access_key_id",
    "s3_secret_access_key", "webhook_private", "sse_limit", "log_level", "log_format",
    "rate_reads", "rate_writes", "cors_origins", "access", "api_key",
}  # fmt: skip
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_LEASE_SHARE = 0.75
_SEEING_SHARE = 0.5  # the film is fetched, decoded and measured in the same step
_ORDERING_SHARE = 0.5  # cut off by the end of its step, a film may be paid for and lost


class VisionName(StrEnum):
    """Which vision model may be asked about a film; a table is in :mod:`storyworld.observers`."""

    GEMINI = "gemini"
    OLLAMA = "ollama"
    OPENAI = "openai"
    GEMINI_LEGACY = "gemini-legacy"


class Device(StrEnum):
    """Where a diffusion model runs: an NVIDIA card, or (slowly) the processor."""

    CUDA = "cuda"
    CPU = "cpu"


class LogLevel(StrEnum):
    """From which level on the log is written."""

    DEBUG = "DEBUG"
    INFO = "INFO"
    WARNING = "WARNING"
    ERROR = "ERROR"


class PlannerName(StrEnum):
    """Who may read a goal; a table is in :mod:`storyworld.planners`."""

    RULES = "rules"
    GEMINI = "gemini"
    OLLAMA = "ollama"


class Access(StrEnum):
    """Who may ask the web application: one person on this machine, or whoever holds a key."""

    SINGLE = "single"
    KEYS = "keys"


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


def _listed(value: object) -> object:
    """Part "gemini, rules" at its commas."""
    if not isinstance(value, str):
        return value
    return tuple(name.strip().lower() for name in value.split(",") if name.strip())


def _once_each(order: tuple[VisionName, ...]) -> tuple[VisionName, ...]:
    if len(set(order)) < len(order):
        raise ValueError("names a vision model twice")
    return order


def _ending_with_rules(order: tuple[PlannerName, ...]) -> tuple[PlannerName, ...]:
    """The rules never fail: they are asked last, said or not, and nobody after them."""
    if len(set(order)) < len(order):
        raise ValueError("names a planner twice")
    if PlannerName.RULES in order[:-1]:
        raise ValueError("the rules never fail, so that nobody after them is ever asked")
    return order if order[-1:] == (PlannerName.RULES,) else (*order, PlannerName.RULES)


def _backend_or_none(value: object) -> object:
    """Read "none" as no backend."""
    return None if isinstance(value, str) and value.strip().lower() == "none" else value


def _no_backend_twice(order: tuple[Backend, ...]) -> tuple[Backend, ...]:
    if len(set(order)) < len(order):
        raise ValueError("names a backend twice")
    return order


BackendOrder = Annotated[
    tuple[Backend, ...], BeforeValidator(_listed), AfterValidator(_no_backend_twice)
]
PlannerOrder = Annotated[
    tuple[PlannerName, ...], BeforeValidator(_listed), AfterValidator(_ending_with_rules)
]
VisionOrder = Annotated[
    tuple[VisionName, ...], BeforeValidator(_listed), AfterValidator(_once_each)
]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+$")]
RateOrOff = Annotated[Rate | None, BeforeValidator(read_rate)]
Origin = Annotated[str, StringConstraints(pattern=r"^https?://[a-z0-9.-]+(:[0-9]{1,5})?$")]
"""Scheme, host and port as a browser writes them: no path, no pattern."""


class Settings(BaseModel):
    """What a deployment may choose; every default needs nothing installed.

    Environment names are ``STORYWORLD_`` + the field in capitals, except those of
    ``_UNPREFIXED``, which platforms and people set under names of their own. All of them, with
    what they are for: ``docs/settings.md``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: Path = Field(default_factory=lambda: Path.home() / ".storyworld")
    database_url: SecretStr | None = None
    redis_url: SecretStr | None = None
    redis_metered: bool | None = None
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, lt=65536)] = 8080
    secret_key: SecretStr | None = None
    access: Access | None = None
    api_key: SecretStr | None = None

    backend: Backend = Backend.STUB
    budget_usd: Annotated[float, Field(ge=0)] = 1.0
    queue_limit: Annotated[int, Field(ge=1)] = 1000
    upload_max_mb: Annotated[int, Field(ge=1, le=256)] = 100
    judge_timeout_s: Annotated[float, Field(gt=0)] = 30.0
    judge_at_once: Annotated[int, Field(ge=1)] = 2
    sse_limit: Annotated[int, Field(ge=0)] = 128
    rate_reads: RateOrOff = Rate(requests=24_000, seconds=60)
    rate_writes: RateOrOff = Rate(requests=6_000, seconds=60)
    cors_origins: Annotated[tuple[Origin, ...], BeforeValidator(_listed)] = ()

    resend_after_s: Annotated[float, Field(gt=0)] = 20.0
    lease_s: Annotated[float, Field(gt=0)] = 60.0
    render_deadline_s: Annotated[float, Field(gt=0)] = 120.0
    max_claims: Annotated[int, Field(ge=1)] = 5
    reconcile_every_s: Annotated[float, Field(gt=0)] = 0.5
    min_free_mb: Annotated[int, Field(ge=0)] = 200

    planners: PlannerOrder = (PlannerName.RULES,)
    planner_timeout_s: Annotated[float, Field(gt=0)] = 20.0
    planner_deadline_s: Annotated[float, Field(gt=0)] = 45.0
    gemini_api_key: SecretStr | None = None
    gemini_planner_model: str = "gemini-3.8-flash"
    gemini_url: Url | None = None
    ollama_url: Url = "http://127.0.0.1:11434"
    ollama_planner_model: str = "qwen3:8b"

    vision: VisionOrder = ()
    vision_samples: Annotated[int, Field(ge=1, le=9)] = 3
    vision_timeout_s: Annotated[float, Field(gt=0)] = 20.0
    vision_deadline_s: Annotated[float, Field(gt=0)] = 45.0
    gemini_vision_model: str = "gemini-3.8-flash"
    ollama_vision_model: str = "llava:7b"
    openai_url: Url | None = None
    openai_vision_model: str | None = None
    openai_api_key: SecretStr | None = None

    model_prices: Annotated[Prices, BeforeValidator(read)] = DEFAULT

    fallback_backends: BackendOrder = ()
    veo_fallback_backend: Annotated[Backend | None, BeforeValidator(_backend_or_none)] = Backend.SVD
    render_prices: Annotated[RenderPrices, BeforeValidator(read_render_prices)] = RENDER_PRICES
    gpu_usd_per_hour: Annotated[float, Field(ge=0, le=1000)] = 0.0

    google_cloud_project: str | None = None
    google_cloud_location: str = "us-central1"
    veo_model: str = "veo-3.1-fast-generate-001"
    veo_url: Url | None = None
    veo_timeout_s: Annotated[float, Field(gt=0)] = 30.0
    veo_poll_s: Annotated[float, Field(gt=0)] = 10.0
    veo_deadline_s: Annotated[float, Field(gt=0)] = 600.0

    models: Path | None = None
    device: Device = Device.CUDA
    svd_model: str = "svd-xt"
    animatediff_model: str = "animatediff-depth"
    diffusion_steps: Annotated[int, Field(ge=1, le=200)] | None = None
    warm_backend: Annotated[Backend | None, BeforeValidator(_backend_or_none)] = None
    heartbeat_s: Annotated[float, Field(gt=0)] = 15.0

    s3_endpoint_url: Url | None = None
    s3_region: str = "auto"
    s3_bucket: str | None = None
    s3_access_key_id: SecretStr | None = None
    s3_secret_access_key: SecretStr | None = None
    grant_s: Annotated[int, Field(ge=60, le=604_800)] = 21_600
    link_s: Annotated[int, Field(ge=1, le=900)] = 300
    film_hours: Annotated[float, Field(ge=0)] = 72.0

    webhook_private: bool = False

    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = LogLevel.INFO
    log_format: LogFormat = LogFormat.TEXT

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Read the settings; blank values count as unset.

        Raises
        ------
        ConfigurationError
            On an unknown ``STORYWORLD_*`` key or a value that cannot be read, with the fix.
        """
        environment = os.environ if environment is None else environment
        given: dict[str, str] = {}
        for key, value in environment.items():
            if key.startswith(_PREFIX):
                field = key.removeprefix(_PREFIX).lower()
                if field not in cls.model_fields or field in _UNPREFIXED.values():
                    known = ", ".join(sorted(cls.environment_names()))
                    raise ConfigurationError(f"{key} is not a setting; known are: {known}")
            elif key in _UNPREFIXED:
                field = _UNPREFIXED[key]
            else:
                continue
            if value.strip():
                given[field] = value.strip()
        try:
            return cls.model_validate(given)
        except ValidationError as error:
            first = error.errors()[0]
            field = str(first["loc"][0])
            name = next((k for k, f in _UNPREFIXED.items() if f == field), _PREFIX + field.upper())
            said = first["msg"].removeprefix("Value error, ")
            # not from the error: it quotes the value, which may hold a password
            raise ConfigurationError(f"{name}: {said}; correct or unset it") from None

    @classmethod
    def environment_names(cls) -> tuple[str, ...]:
        """Give the names of all environment variables read."""
        renamed = {field: key for key, field in _UNPREFIXED.items()}
        return tuple(renamed.get(f, _PREFIX + f.upper()) for f in cls.model_fields)

    def for_children(self, redis_url: str) -> dict[str, str]:
        """Give the environment in which a child process reads these settings and that broker."""
        home = str(self.home.absolute())
        kept = {k: v for k, v in os.environ.items() if k != "STORYWORLD_API_KEY"}
        return {**kept, "STORYWORLD_HOME": home, "REDIS_URL": redis_url}

    def for_judging(self) -> dict[str, str]:
        """Give the environment in which a child process looks at a film: no archive, no broker."""
        kept = {k: v for k, v in os.environ.items() if k not in _NOT_FOR_JUDGING}
        home = str(self.home.absolute())
        return {**kept, "STORYWORLD_HOME": home, "OPENBLAS_NUM_THREADS": "1"}

    def digest(self) -> str:
        """Name by sha256 what was chosen that bears on results: no secret, address or folder."""
        chosen = self.model_dump(mode="json", exclude=_OF_THIS_MACHINE)
        return hashlib.sha256(json.dumps(chosen, sort_keys=True).encode()).hexdigest()

    @property
    def database(self) -> str:
        """The SQLAlchemy URL of the archive: SQLite below `home` unless one is given."""
        if self.database_url is None:
            return f"sqlite:///{self.home / 'storyworld.db'}"
        url = self.database_url.get_secret_value()
        for short in ("postgres://", "postgresql://"):
            if url.startswith(short):
                return "postgresql+psycopg://" + url.removeprefix(short)
        return url

    @property
    def on_loopback(self) -> bool:
        """Whether the web application listens to this machine only."""
        return self.host in LOOPBACK

    @property
    def keyed(self) -> bool:
        """Whether whoever asks the web application needs a key: said, or else off loopback."""
        if self.access is None:
            return not self.on_loopback
        return self.access is Access.KEYS

    def require_keys_off_loopback(self) -> None:
        """Refuse to serve others than this machine without keys.

        Raises
        ------
        ConfigurationError
            With the fix.
        """
        if not self.keyed and not self.on_loopback:
            raise ConfigurationError(
                f"STORYWORLD_ACCESS is single, but STORYWORLD_HOST={self.host} is no loopback "
                "address: set STORYWORLD_ACCESS=keys and make a key with `storyworld keys create`, "
                "or set STORYWORLD_HOST=127.0.0.1"
            )

    @property
    def metered(self) -> bool:
        """Whether each Redis command costs something: said, or else any Redis not on this host."""
        if self.redis_metered is not None:
            return self.redis_metered
        host = urlsplit(self.redis_url.get_secret_value()).hostname if self.redis_url else None
        return host not in (None, "localhost", "127.0.0.1", "::1")

    @property
    def planning_s(self) -> float:
        """How long planners may take together: the lease of their step must outlive them."""
        return min(self.planner_deadline_s, _LEASE_SHARE * self.lease_s)

    @property
    def seeing_s(self) -> float:
        """How long one vision model may take for a film: the lease must outlive all of them."""
        together = min(self.vision_deadline_s, _SEEING_SHARE * self.lease_s)
        return together / max(1, len(self.vision))

    @property
    def ordering_s(self) -> float:
        """How long one question to Veo may take: the lease of its step must outlive it."""
        return min(self.veo_timeout_s, _ORDERING_SHARE * self.lease_s)

    def backends(self, asked: Backend) -> tuple[Backend, ...]:
        """Give the backends to be tried for a film, in order: the one asked for, then who follows.

        After Veo comes `veo_fallback_backend`, and after whichever it is `fallback_backends`.
        """
        next_to_veo = self.veo_fallback_backend if asked is Backend.VEO else None
        order = (asked, next_to_veo, *self.fallback_backends)
        return tuple(dict.fromkeys(backend for backend in order if backend is not None))

    @property
    def weights(self) -> Path:
        """Where the weights of diffusion models lie, one folder each."""
        return self.models or self.home / "models"

    @property
    def bucket(self) -> bool:
        """Whether films are kept in a bucket."""
        return self.s3_bucket is not None

    @property
    def films(self) -> Path:
        """Where films lie when no bucket is configured."""
        return self.home / "films"
