"""The serverless handler, the pod template, and that both tell a worker no more than it needs."""

import importlib.util
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from storyworld.cli.doctor_variables import FOREIGN
from storyworld.physics.families import family_named
from storyworld.physics.staging import frame_shot
from storyworld.planners import planner_named
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey
from storyworld.records.provenance import FailureCode
from storyworld.records.render import (
    SCHEMA_VERSION,
    RenderReport,
    RenderRequest,
    UploadGrant,
    sha256_of,
)
from storyworld.records.scenario import Framing, Plan
from storyworld.settings import Settings
from storyworld.stages import plan
from tests import making

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "deploy" / "runpod"
OBJECT_KEY = "incoming/a/0-0.mp4"
SIGNATURE = "X-Amz-Signature=swordfish"


@pytest.fixture
def handler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("runpod_handler", FOLDER / "handler.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def request(**changes: object) -> dict[str, Any]:
    planned = plan(
        Goal(text="A ball dropped from 5.0 m lands in under 1.2 s"), planner=planner_named("rules")
    )
    assert isinstance(planned, Plan)
    scenario = planned.beats[0].scenario
    asked = RenderRequest(
        key=AttemptKey(episode_id=making.EPISODE),
        nonce="n" * 32,
        scenario=scenario,
        shot=frame_shot(family_named(scenario.family).stage(scenario), Framing()),
        backend=Backend.STUB,
        seed=7,
        grant=UploadGrant(object_key=OBJECT_KEY),
        deadline_s=60,
    )
    return {**asked.model_dump(mode="json"), **changes}


@pytest.mark.parametrize(
    "job",
    [
        {},
        {"id": "1"},
        {"input": None},
        {"input": "request"},
        {"input": {}},
        {"input": {"request": None}},
        {"input": {"request": "a film, please"}},
        {"input": {"request": []}},
    ],
)
def test_a_job_without_a_request_is_told_what_to_send(handler: ModuleType, job: Any) -> None:
    answer = handler.handler(job)
    assert set(answer) == {"error"}
    assert '"request"' in answer["error"]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"nonce": "short"}, "nonce"),
        ({"backend": "camera"}, "backend"),
        ({"deadline_s": -1}, "deadline_s"),
        ({"sudo": True}, "sudo"),
        (
            {"grant": {"object_key": "../archive.db", "url": f"https://x/?{SIGNATURE}"}},
            "object_key",
        ),
        ({"schema_version": SCHEMA_VERSION + 1}, "control side's version"),
    ],
)
def test_a_faulty_request_is_told_by_its_field_and_not_quoted(
    handler: ModuleType,
    changes: dict[str, object],
    named: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = handler.handler({"input": {"request": request(**changes)}})
    assert set(answer) == {"error"}
    assert named in answer["error"]
    assert SIGNATURE not in json.dumps(answer) + caplog.text


def test_the_handler_loads_neither_torch_nor_the_queue_until_it_is_asked() -> None:
    code = (
        f"import sys, runpy; runpy.run_path({str(FOLDER / 'handler.py')!r}, run_name='handler')\n"
        "assert not {'torch', 'celery', 'runpod', 'sqlalchemy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)


@pytest.mark.integration
def test_a_job_is_rendered_by_what_renders_messages_and_reported(tmp_path: Path) -> None:
    code = (
        f"import json, runpy, sys; m = runpy.run_path({str(FOLDER / 'handler.py')!r})\n"
        "print(json.dumps(m['handler'](json.load(sys.stdin))))"
    )
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("STORYWORLD_", "S3_"))}
    kept.pop("DATABASE_URL", None)
    kept.pop("REDIS_URL", None)
    ended = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps({"id": "1", "input": {"request": request()}}),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        cwd=ROOT,
        env={**kept, "STORYWORLD_HOME": str(tmp_path)},
    )
    report = RenderReport.model_validate_json(ended.stdout.splitlines()[-1])
    assert report.failure is None
    assert report.nonce == "n" * 32
    assert report.artifact is not None
    assert report.artifact.backend is Backend.STUB
    (film,) = (each for each in (tmp_path / "films").rglob("*") if each.is_file())
    assert sha256_of(film) == report.artifact.sha256
    assert film.stat().st_size == report.artifact.size_bytes
    assert not list(tmp_path.glob("*.db")), "it knows no archive"


SDK = """
import json, signal, sys, time
from types import SimpleNamespace
from tasks import rendering
from storyworld.renderers.stub import StubRenderer

ended = []

class Slow:
    agent = StubRenderer.agent

    def render(self, request, watch):
        print("rendering", flush=True)
        while True:
            time.sleep(0.05)
            if not {hangs}:
                watch.check()

rendering._loaded = lambda _backend, **_: Slow()

def shut_down(*_):
    print("the SDK shuts down", flush=True)
    ended.append(True)

def start(config):
    signal.signal(signal.SIGTERM, shut_down)  # as the SDK does
    for line in sys.stdin:
        print(json.dumps(config["handler"](json.loads(line))), flush=True)
        if ended:
            sys.exit(0)
    time.sleep(60)

serverless = SimpleNamespace(start=start)
"""


def serverless(home: Path, *, hangs: bool) -> subprocess.Popen[str]:
    """Run the handler's main under a stand-in for RunPod's SDK, given jobs line by line."""
    (home / "runpod.py").write_text(SDK.replace("{hangs}", str(hangs)))
    code = (
        "import importlib.util as u\n"
        f"spec = u.spec_from_file_location('handler', {str(FOLDER / 'handler.py')!r})\n"
        "m = u.module_from_spec(spec); spec.loader.exec_module(m)\n"
        "m.LEAVE_WITHIN_S = 2.0\n"
        "m.main()"
    )
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("STORYWORLD_", "S3_"))}
    path = os.pathsep.join((str(ROOT), str(home)))
    return subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**kept, "STORYWORLD_HOME": str(home), "PYTHONPATH": path},
    )


def jobs(*requests: dict[str, Any]) -> str:
    return "".join(json.dumps({"id": "1", "input": {"request": each}}) + "\n" for each in requests)


def code_of(line: str) -> FailureCode:
    failure = RenderReport.model_validate_json(line).failure
    assert failure is not None
    return failure.code


@pytest.mark.integration
def test_a_worker_whose_render_hangs_reports_and_leaves(tmp_path: Path) -> None:
    worker = serverless(tmp_path, hangs=True)
    try:
        sent = jobs(request(deadline_s=0.5), request(nonce="m" * 32))
        told = worker.communicate(sent, timeout=60)[0].splitlines()
    finally:
        worker.kill()
    assert worker.returncode == 75
    assert told[0] == "rendering"
    assert [code_of(line) for line in told[1:]] == [
        FailureCode.RENDER_TIMEOUT,
        FailureCode.RENDER_INTERRUPTED,
    ]


@pytest.mark.integration
def test_a_worker_that_is_stopped_gives_its_render_back_and_lets_the_sdk_end(
    tmp_path: Path,
) -> None:
    worker = serverless(tmp_path, hangs=False)
    try:
        assert worker.stdin is not None
        assert worker.stdout is not None
        worker.stdin.write(jobs(request()))
        worker.stdin.flush()
        assert worker.stdout.readline() == "rendering\n"
        worker.send_signal(signal.SIGTERM)
        told = worker.communicate(timeout=60)[0].splitlines()
    finally:
        worker.kill()
    assert worker.returncode == 0
    assert told[0] == "the SDK shuts down"
    assert code_of(told[1]) is FailureCode.RENDER_INTERRUPTED


def pod() -> dict[str, str]:
    lines = (FOLDER / "pod.env").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def test_a_pod_is_told_settings_only_and_they_can_be_read() -> None:
    given = pod()
    assert set(given) <= {*Settings.environment_names(), *FOREIGN}
    plain = {n: v for n, v in given.items() if "RUNPOD_SECRET" not in v and "<account>" not in v}
    settings = Settings.from_environment({n: v for n, v in plain.items() if n not in FOREIGN})
    assert settings.weights == Path("/workspace/models")
    assert settings.metered
    assert settings.warm_backend is Backend.SVD


def test_a_pod_knows_the_queue_by_a_secret_and_nothing_else_that_is_secret() -> None:
    given = pod()
    assert re.fullmatch(r"\{\{ RUNPOD_SECRET_[a-z_]+ \}\}", given["REDIS_URL"])
    secret = {"DATABASE_URL", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY", "HF_TOKEN"}
    assert not (secret | {"GEMINI_API_KEY", "OPENAI_API_KEY"}) & given.keys()


def test_what_is_large_lies_on_the_pods_volume() -> None:
    for name in ("STORYWORLD_MODELS", "HF_HOME", "TORCHINDUCTOR_CACHE_DIR"):
        assert pod()[name].startswith("/workspace/")
