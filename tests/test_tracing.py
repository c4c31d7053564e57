"""One trace an episode, as a real OTLP receiver gets it."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("opentelemetry.sdk", reason="pip install 'storyworld[tracing]'")

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status

from storyworld import tracing
from storyworld.archive import attempts, steps
from storyworld.archive.engine import reading
from storyworld.errors import IntegrityError, PermanentError, TransientError
from storyworld.records.identity import AttemptKey, Stage
from storyworld.records.provenance import FailureCode
from storyworld.records.render import RenderReport
from storyworld.tracing import TraceIds
from tasks import commit, evaluate, framing, observe, plan, rendering
from tasks.step import Waiting, do
from tests.evidence_export.walking import FALL, Walker, walker
from tests.tasks.test_step import begun, failing, work
from webapp import create_app

EPISODE = f"ep_{'7' * 26}"
KEY = AttemptKey(episode_id=EPISODE, beat=1, attempt=2)
CALLER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"


@dataclass
class Collector:
    """What a collector was sent."""

    bodies: list[bytes] = field(default_factory=list)
    status: int = 200

    def spans(self) -> list[Span]:
        """Give the spans, in the order in which they began."""
        tracing.close()
        sent = [ExportTraceServiceRequest.FromString(body) for body in self.bodies]
        found = [s for each in sent for r in each.resource_spans for t in r.scope_spans
                 for s in t.spans]  # fmt: skip
        return sorted(found, key=lambda span: span.start_time_unix_nano)

    def resource(self) -> dict[str, str]:
        (first, *_) = ExportTraceServiceRequest.FromString(self.bodies[0]).resource_spans
        return {a.key: a.value.string_value for a in first.resource.attributes}


def said(span: Span) -> dict[str, Any]:
    return {
        a.key.removeprefix("storyworld."): getattr(a.value, a.value.WhichOneof("value"))
        for a in span.attributes
    }


@pytest.fixture
def collector(monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    collector = Collector()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.path == "/v1/traces"
            collector.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(collector.status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    serving = threading.Thread(target=server.serve_forever, args=(0.01,))
    serving.start()
    tracing.close()
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
    yield collector
    tracing.close()
    server.shutdown()
    server.server_close()
    serving.join()


@pytest.fixture
def by(tmp_path: Path) -> Iterator[Walker]:
    with walker(tmp_path) as by:
        yield by


def filmed(by: Walker, key: AttemptKey, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Render as the worker does; give its report."""
    monkeypatch.setattr(rendering, "_settings", lambda: by.here.settings)
    monkeypatch.setattr(rendering, "_reports", rendering._Reports())
    with reading(by.here.engine) as session:
        request = framing.request_for(session, by.here, key)
        by.observers[0].beat = attempts.beat(session, key)
    told = rendering.report_of(request.model_dump(mode="json"))
    assert told is not None
    assert RenderReport.model_validate(told).failure is None
    return told


def test_an_episode_is_one_trace_from_its_request_to_its_commit(
    collector: Collector, by: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(by.here.settings, ring=lambda _key: True)
    answer = app.test_client().post(
        "/simulate", json={"goal": FALL}, headers={"traceparent": CALLER, "X-Request-ID": "r1"}
    )
    key = AttemptKey(episode_id=answer.json["episode_id"])
    do(by.here, str(key.at(Stage.PLAN)), plan._WORK)
    told = filmed(by, key, monkeypatch)
    do(by.here, told, observe._WORK)
    do(by.here, told, observe._WORK)  # comes twice: finds nothing to claim
    do(by.here, str(key.at(Stage.EVALUATE)), evaluate._WORK)
    do(by.here, str(key.at(Stage.COMMIT)), commit._WORK)
    with app.app_context():
        app.extensions["sqlalchemy"].engine.dispose()

    first, *stages = collector.spans()
    ids = TraceIds.of(key.episode_id)
    assert {int.from_bytes(span.trace_id) for span in (first, *stages)} == {ids.trace}
    assert (int.from_bytes(first.span_id), first.parent_span_id) == (ids.first, b"")
    assert [span.name for span in (first, *stages)] == ["simulate", *Stage]
    assert {span.parent_span_id for span in stages} == {first.span_id}
    assert len({span.span_id for span in stages}) == 5
    assert said(first) == {"episode": key.episode_id, "request": "r1"}
    assert first.links[0].trace_id.hex() == CALLER.split("-")[1]
    for span, stage in zip(stages, Stage, strict=True):
        assert said(span) == {
            "episode": key.episode_id, "beat": 0, "attempt": 0, "stage": stage, "end": "done",
        }  # fmt: skip
        assert span.end_time_unix_nano >= span.start_time_unix_nano >= first.start_time_unix_nano
    assert collector.resource()["service.name"] == "storyworld"
    assert not any(b"steel" in body for body in collector.bodies), "the goal is nobody's business"


@pytest.mark.parametrize(
    ("error", "end", "code"),
    [
        (
            TransientError(FailureCode.RENDER_FAILED, "of a steel ball"),
            "given back",
            "render_failed",
        ),
        (PermanentError(FailureCode.RENDER_FAILED, "of a steel ball"), "given up", "render_failed"),
        (ValueError("a steel ball"), "given back", "internal"),
        (Waiting(5.0, "a steel ball"), "waiting", None),
    ],
)
def test_a_span_says_what_became_of_its_stage_and_no_words_of_it(
    collector: Collector, by: Walker, error: Exception, end: str, code: str | None
) -> None:
    by.here.settings.__dict__["max_claims"] = 2
    key = begun(by.here)
    do(by.here, str(key), work(work=failing(error)))
    (span,) = collector.spans()
    assert (said(span)["end"], said(span).get("failure")) == (end, code)
    assert span.status.code == (Status.STATUS_CODE_ERROR if code else Status.STATUS_CODE_UNSET)
    assert not span.events
    assert not any(b"steel" in body for body in collector.bodies)


def test_a_broken_promise_is_an_error_of_its_span_and_goes_on(
    collector: Collector, by: Walker
) -> None:
    key = begun(by.here)
    with pytest.raises(IntegrityError):
        do(by.here, str(key), work(save=failing(IntegrityError("a steel ball"))))
    (span,) = collector.spans()
    assert span.status.message == "IntegrityError"
    assert said(span)["end"] == "given up"


def test_every_start_of_a_stage_is_a_span_of_the_same_trace(
    collector: Collector, by: Walker
) -> None:
    key = begun(by.here)
    do(by.here, str(key), work(work=failing(Waiting(0.0, "not yet"))))
    do(by.here, str(key), work())
    once, again = collector.spans()
    assert once.trace_id == again.trace_id
    assert once.span_id != again.span_id
    assert [said(span)["end"] for span in (once, again)] == ["waiting", "done"]


@pytest.mark.parametrize("status", [500, 400])
def test_a_collector_that_refuses_hurts_no_stage(
    collector: Collector, by: Walker, status: int
) -> None:
    collector.status = status
    key = begun(by.here)
    assert do(by.here, str(key), work()) is not None
    tracing.close()


def test_nor_does_one_that_is_not_there_or_is_none(
    by: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tracing, "CLOSE_WITHIN_S", 0.1)
    for endpoint in ("http://127.0.0.1:1", "nonsense"):
        tracing.close()
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)
        key = begun(by.here)
        assert do(by.here, str(key), work()) is not None
        with reading(by.here.engine) as session:
            assert steps.row(session, key).state == "done"
        tracing.begun(EPISODE, seconds=0.1, caller="nonsense")
    tracing.close()


def test_the_same_episode_has_the_same_trace_in_every_process() -> None:
    ids = TraceIds.of(EPISODE)
    assert ids == TraceIds.of(EPISODE) != TraceIds.of(f"ep_{'8' * 26}")
    assert f"{ids.trace:032x}" == "62ef10e925ddb92e278686ee7a252121"


def test_without_an_endpoint_nothing_is_imported() -> None:
    code = (
        "import sys; from storyworld import tracing\n"
        "from storyworld.records.identity import StepKey\n"
        "with tracing.stage(StepKey.parse('ep_00000000000:0:0:plan')): tracing.ended('done')\n"
        "tracing.begun('ep_00000000000', seconds=0.1); tracing.close()\n"
        "assert not [m for m in sys.modules if m.startswith('opentelemetry')]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={})
