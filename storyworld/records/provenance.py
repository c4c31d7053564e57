"""Who did what, with what, and what it cost or why it failed."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import BeforeValidator, Field, NonNegativeInt

from storyworld.records.frozen import Identifier, Instant, Name, Record, Sha256, Text
from storyworld.records.identity import Stage
from storyworld.records.quantity import NonNegative

MOST_USD: Final = 10_000.0
Cost = Annotated[NonNegative, Field(le=MOST_USD)]


Detail = tuple[Name, Annotated[str, Field(max_length=8000)]]


class AgentKind(StrEnum):
    """What kind of thing acts."""

    PLANNER = "planner"
    RENDERER = "renderer"
    OBSERVER = "observer"
    EVALUATOR = "evaluator"
    COMMITTER = "committer"
    RECONCILER = "reconciler"
    PERSON = "person"


class Agent(Record):
    """Who acts: name, version, and the model behind it if there is one."""

    name: Name
    kind: AgentKind
    version: Text
    model: Text | None = None


class FailureCode(StrEnum):
    """Why a stage could not do its work: infrastructure, never physics."""

    RENDER_FAILED = "render_failed"
    RENDER_TIMEOUT = "render_timeout"
    BACKEND_UNAVAILABLE = "backend_unavailable"
    BUDGET_EXHAUSTED = "budget_exhausted"
    CREDIT_EXHAUSTED = "credit_exhausted"
    QUOTA_EXHAUSTED = "quota_exhausted"
    RATE_LIMITED = "rate_limited"
    FILTERED = "filtered"
    OUT_OF_MEMORY = "out_of_memory"
    RENDER_INTERRUPTED = "render_interrupted"
    RENDER_CANCELED = "render_canceled"
    BAD_REQUEST = "bad_request"
    UPLOAD_CONFLICT = "upload_conflict"
    GRANT_EXPIRED = "grant_expired"
    STORAGE_REFUSED = "storage_refused"
    STORAGE_UNAVAILABLE = "storage_unavailable"
    ARTIFACT_MISSING = "artifact_missing"
    ARTIFACT_MISMATCH = "artifact_mismatch"
    STORAGE_FULL = "storage_full"
    STARTED_TOO_OFTEN = "started_too_often"
    BAD_REPORT = "bad_report"
    EVIDENCE_REFUSED = "evidence_refused"
    INTERNAL = "internal"


class Failure(Record):
    """A recorded failure with its fix; `transient` ones may be tried again."""

    code: FailureCode
    detail: Text
    transient: bool = False
    fix: Text = ""


class TryResult(StrEnum):
    """What came of asking a model: it was used, or why it was not. Never physics."""

    USED = "used"
    CACHED = "cached"
    NOT_CONFIGURED = "not_configured"
    RATE_LIMITED = "rate_limited"
    QUOTA_EXHAUSTED = "quota_exhausted"
    CREDIT_EXHAUSTED = "credit_exhausted"
    MODEL_MISSING = "model_missing"
    REFUSED = "refused"
    UNAVAILABLE = "unavailable"
    TIMEOUT = "timeout"
    BLOCKED = "blocked"
    CUT_SHORT = "cut_short"
    MALFORMED = "malformed"
    INVALID = "invalid"
    UNSUITED = "unsuited"
    RESTS = "rests"
    OVER_BUDGET = "over_budget"


class Try(Record):
    """One model that was asked: what came of it, what of its reply was dropped, its tokens.

    `cost_usd` is None where nobody knows it, which is not nothing.
    """

    agent: Agent
    result: TryResult
    detail: Text = ""
    input_tokens: NonNegativeInt = 0
    output_tokens: NonNegativeInt = 0
    cost_usd: Cost | None = None


def known_usd(tries: Iterable[Try]) -> float:
    """Add up what is known of the cost of tries: the least they cost."""
    return sum(tried.cost_usd or 0.0 for tried in tries)


def total_usd(tries: Iterable[Try]) -> float | None:
    """Add up the cost of tries; None if that of one is unknown."""
    listed = tuple(tries)
    known = known_usd(listed)
    unknown = any(tried.cost_usd is None for tried in listed) or known > MOST_USD
    return None if unknown else known


class ThingKind(StrEnum):
    """What a stage may use or make."""

    GOAL = "goal"
    VETO = "veto"
    BEAT = "beat"
    REQUEST = "request"
    ATTEMPT = "attempt"
    FILM = "film"
    OBSERVATION = "observation"
    JUDGEMENT = "judgement"
    COMMITMENT = "commitment"
    NODE = "node"
    TRANSITION = "transition"
    OTHER = "other"


class Thing(Record):
    """Something a stage used or made: what it is, how it is called, the sha256 that it has.

    Of a film that is the digest of its bytes, of a request that of what it asks for, of all else
    that of the record's essential JSON.
    """

    kind: ThingKind
    name: Annotated[str, Field(max_length=200)]
    sha256: Sha256 | None = None

    @classmethod
    def of(cls, kind: ThingKind, name: object, record: Record) -> Self:
        """Name a record as it is now."""
        return cls(kind=kind, name=str(name)[:200], sha256=record.digest())

    def __str__(self) -> str:
        """Write it as people do: ``observation obs_...``."""
        return f"{self.kind} {self.name}"


def _things(value: object) -> object:
    """Read entries of old, which only called things by a name."""
    if not isinstance(value, (list, tuple)):
        return value
    return tuple({"kind": ThingKind.OTHER, "name": v} if isinstance(v, str) else v for v in value)


Things = Annotated[tuple[Thing, ...], BeforeValidator(_things)]


class ProvenanceEntry(Record):
    """One stage's entry: agent, what it used and produced, settings, cost, failure.

    `tries` are the models that were asked before or by the agent, in order; empty where none was.
    `cost_usd` is None where it is unknown. `details` are what else it takes to do it again, by
    name: weights, scheduler, device, conditioning; structured ones as JSON. `settings_sha256` names
    the settings of the process that did it, without its secrets, its addresses and its folders.
    """

    stage: Stage
    agent: Agent
    used: Things = ()
    produced: Things = ()
    started_at: Instant
    finished_at: Instant
    seed: int | None = None
    code_version: Text = ""
    settings_sha256: Sha256 | None = None
    cost_usd: Cost | None = 0.0
    timings_ms: tuple[tuple[str, float], ...] = ()
    failure: Failure | None = None
    tries: tuple[Try, ...] = ()
    details: Annotated[tuple[Detail, ...], Field(max_length=100)] = ()


class Link(Record):
    """An entry in the chain of its episode: it names the link before it by digest.

    Whoever changes, adds or takes away an entry has to change every one behind it, and the last
    one's digest, which is known outside: it is shown with the result, and signed.
    """

    episode_id: Identifier
    place: NonNegativeInt
    beat: NonNegativeInt
    attempt: NonNegativeInt
    previous: Sha256 | None = None
    entry: ProvenanceEntry
