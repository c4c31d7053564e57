"""One OpenTelemetry trace for each episode: from the request, through every stage, to its end.

Off unless ``OTEL_EXPORTER_OTLP_ENDPOINT`` is set (or ``..._TRACES_ENDPOINT``); nothing is imported
then. The trace's id and that of its first span follow from the episode's name, so that no message
has to carry them: a message that comes twice, or that the reconciler sends again, still leads into
the same trace (docs/decisions/0033). Goals and what failures say of them are not exported: only
names, numbers, and codes. Whatever goes wrong with it is logged, and hurts nothing else.
"""

import atexit
import hashlib
import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from storyworld import __version__
from storyworld.records.identity import StepKey
from storyworld.records.provenance import FailureCode

if TYPE_CHECKING:  # an extra: pip install 'storyworld[tracing]'
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span

ENDPOINTS: Final = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
FIX: Final = "pip install 'storyworld[tracing]'"
CLOSE_WITHIN_S: Final = 2.0
_TIMEOUT_S: Final = 5.0
_NAME: Final = "storyworld"

_log = logging.getLogger(__name__)
_span: ContextVar["Span | None"] = ContextVar("storyworld.tracing", default=None)


class End(StrEnum):
    """What became of a stage's work, as its span says it."""

    DONE = "done"
    IN_VAIN = "in vain"
    WAITING = "waiting"
    GIVEN_BACK = "given back"
    GIVEN_UP = "given up"


@dataclass(frozen=True)
class TraceIds:
    """The trace of an episode, and its first span."""

    trace: int
    first: int

    @classmethod
    def of(cls, episode_id: str) -> "TraceIds":
        """Give those of an episode: always the same."""
        digest = hashlib.sha256(f"storyworld.trace:{episode_id}".encode()).digest()
        return cls(int.from_bytes(digest[:16]), int.from_bytes(digest[16:24]))


def begun(
    episode_id: str, *, seconds: float, request: str | None = None, caller: str | None = None
) -> None:
    """Tell of the request, `seconds` long, that an episode was taken by: the trace's first span.

    `request` is its id in the log, `caller` the W3C ``traceparent`` that came with it, if one did:
    it is linked, since the episode has a trace of its own.
    """
    try:
        _begun(episode_id, seconds, request, caller)
    except Exception as error:  # noqa: BLE001 - whoever watches must not hurt what is watched
        _log.warning("%s could not be traced: %s", episode_id, error)


@contextmanager
def stage(key: StepKey) -> Iterator[None]:
    """Tell of the block as a stage's work: a span of the episode's trace."""
    span = _started(key)
    if span is None:
        yield
        return
    from opentelemetry import context, trace

    here = _span.set(span)
    outside = context.attach(trace.set_span_in_context(span))
    try:
        yield
    except BaseException as error:
        span.set_status(trace.StatusCode.ERROR, type(error).__name__)  # its words may quote a goal
        raise
    finally:
        context.detach(outside)
        _span.reset(here)
        span.end()


def ended(how: End, failure: FailureCode | None = None) -> None:
    """Say of the stage that is told of here what became of it."""
    span = _span.get()
    if span is None:
        return
    from opentelemetry.trace import StatusCode

    span.set_attribute("storyworld.end", str(how))
    if failure is not None:
        span.set_attribute("storyworld.failure", str(failure))
        span.set_status(StatusCode.ERROR, str(failure))


def close() -> None:
    """Send what was not sent yet, if that takes no longer than a moment, and stop."""
    if _provider.cache_info().currsize == 0:
        return
    provider = _provider()
    _provider.cache_clear()
    if provider is not None:
        last = threading.Thread(target=provider.shutdown, name="tracing", daemon=True)
        last.start()
        last.join(CLOSE_WITHIN_S)


def _begun(episode_id: str, seconds: float, request: str | None, caller: str | None) -> None:
    provider = _provider()
    if provider is None:
        return
    from opentelemetry import trace
    from opentelemetry.context import Context
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

    links = []
    if caller is not None:
        theirs = TraceContextTextMapPropagator().extract({"traceparent": caller}, Context())
        links = [trace.Link(trace.get_current_span(theirs).get_span_context())]
    known = {"storyworld.episode": episode_id, "storyworld.request": request}
    now = time.time_ns()
    wanted = _wanted.set(TraceIds.of(episode_id))
    try:
        span = provider.get_tracer(_NAME, __version__).start_span(
            "simulate",
            context=Context(),
            kind=trace.SpanKind.SERVER,
            attributes={name: value for name, value in known.items() if value is not None},
            links=links,
            start_time=now - int(seconds * 1e9),
        )
    finally:
        _wanted.reset(wanted)
    span.end(now)


def _started(key: StepKey) -> "Span | None":
    try:
        provider = _provider()
        if provider is None:
            return None
        from opentelemetry import trace

        ids = TraceIds.of(key.episode_id)
        sampled = trace.TraceFlags(trace.TraceFlags.SAMPLED)
        first = trace.SpanContext(ids.trace, ids.first, is_remote=True, trace_flags=sampled)
        return provider.get_tracer(_NAME, __version__).start_span(
            str(key.stage),
            context=trace.set_span_in_context(trace.NonRecordingSpan(first)),
            kind=trace.SpanKind.CONSUMER,
            attributes={
                "storyworld.episode": key.episode_id,
                "storyworld.beat": key.beat,
                "storyworld.attempt": key.attempt,
                "storyworld.stage": str(key.stage),
            },
        )
    except Exception as error:  # noqa: BLE001 - whoever watches must not hurt what is watched
        _log.warning("%s could not be traced: %s", key, error)
        return None


_wanted: ContextVar[TraceIds | None] = ContextVar("storyworld.tracing.wanted", default=None)


@lru_cache(maxsize=1)
def _provider() -> "TracerProvider | None":
    """Give what makes and sends spans in this process; None where nobody is to be told."""
    if not any(os.environ.get(name, "").strip() for name in ENDPOINTS):
        return None
    try:
        return _made()
    except ImportError as error:
        _log.warning("there will be no traces, %s is missing: %s", error.name, FIX)
    except Exception as error:  # noqa: BLE001 - a wrong OTEL_ variable must not stop us
        _log.warning("there will be no traces: %s", error)
    return None


def _made() -> "TracerProvider":
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor
    from opentelemetry.sdk.trace.id_generator import RandomIdGenerator

    class Ids(RandomIdGenerator):
        """The ids that are wanted just here; any others else."""

        def generate_trace_id(self) -> int:
            wanted = _wanted.get()
            return super().generate_trace_id() if wanted is None else wanted.trace

        def generate_span_id(self) -> int:
            wanted = _wanted.get()
            return super().generate_span_id() if wanted is None else wanted.first

    named = os.environ.get("OTEL_SERVICE_NAME") or os.environ.get("OTEL_RESOURCE_ATTRIBUTES", "")
    ours: dict[str, Any] = {"service.version": __version__}
    if not os.environ.get("OTEL_SERVICE_NAME") and "service.name" not in named:
        ours["service.name"] = _NAME
    timeout_s = None if os.environ.get("OTEL_EXPORTER_OTLP_TIMEOUT") else _TIMEOUT_S
    provider = TracerProvider(
        resource=Resource.create(ours), id_generator=Ids(), shutdown_on_exit=False
    )
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(timeout=timeout_s)))
    atexit.register(close)
    return provider
