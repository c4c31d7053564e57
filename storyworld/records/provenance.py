"""Who did what, with what, and what it cost or why it failed."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, NonNegativeInt

from storyworld.records.frozen import Instant, Name, Record, Text
from storyworld.records.identity import Stage
from storyworld.records.quantity import NonNegative


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
    ARTIFACT_MISSING = "artifact_missing"
    ARTIFACT_MISMATCH = "artifact_mismatch"
    STORAGE_FULL = "storage_full"
    STARTED_TOO_OFTEN = "started_too_often"
    BAD_REPORT = "bad_report"
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


class Try(Record):
    """One model that was asked: what came of it, what of its reply was dropped, its tokens."""

    agent: Agent
    result: TryResult
    detail: Text = ""
    input_tokens: NonNegativeInt = 0
    output_tokens: NonNegativeInt = 0


class ProvenanceEntry(Record):
    """One stage's entry: agent, what it used and produced (digests or ids), cost, failure.

    `tries` are the models that were asked before or by the agent, in order; empty where none was.
    """

    stage: Stage
    agent: Agent
    used: tuple[str, ...] = ()
    produced: tuple[str, ...] = ()
    started_at: Instant
    finished_at: Instant
    seed: int | None = None
    code_version: Text = ""
    cost_usd: Annotated[NonNegative, Field(le=10_000)] = 0.0
    timings_ms: tuple[tuple[str, float], ...] = ()
    failure: Failure | None = None
    tries: tuple[Try, ...] = ()
