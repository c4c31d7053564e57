"""POST /judge: any film against a goal, judged in a process apart."""

import io
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import psutil
import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine
from werkzeug.test import TestResponse

from storyworld.clip import judge_clip
from storyworld.records.clip import ClipJudged
from storyworld.settings import Settings
from tests.vision import hostile
from tests.vision.filming import Take, dropped, jumping, take
from tests.webapp.conftest import Bell, Browser
from webapp import apart, create_app

FALLS = "A ball is dropped from 5.0 m and falls"
ROLLS = "A ball is dropped and falls"
PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def fall(tmp_path_factory: pytest.TempPathFactory) -> Take:
    return take(dropped(5.0), tmp_path_factory.mktemp("film") / "fall.mp4")


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for temporary files."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def sent(client: FlaskClient, film: bytes | None, name: str = "film.mp4", **fields: Any):
    parts: dict[str, Any] = dict(fields)
    if film is not None:
        parts["clip"] = (io.BytesIO(film), name)
    answer = client.post("/judge", data=parts, content_type="multipart/form-data")
    answer.request.environ["wsgi.input"].close()  # the client's own copy of a large body
    return answer


def with_limits(settings: Settings, **changes: Any) -> FlaskClient:
    return create_app(settings.model_copy(update=changes), ring=Bell()).test_client()


def judging() -> list[int]:
    """Give the processes that judge, or decode for one that does."""
    ours = psutil.Process().children(recursive=True)
    return [p.pid for p in ours if "storyworld.clip" in " ".join(_command(p))]


def _command(process: psutil.Process) -> list[str]:
    try:
        return process.cmdline()
    except psutil.Error:
        return []


def test_a_film_is_judged_as_the_command_judges_it(client: FlaskClient, fall: Take) -> None:
    scale = fall.shot.camera.pixels_per_metre
    answer = sent(client, fall.path.read_bytes(), goal=FALLS, px_per_m=str(scale))
    assert (answer.status_code, answer.content_type) == (200, "application/json")
    expected = judge_clip(fall.path, FALLS, pixels_per_metre=scale)
    assert ClipJudged.model_validate_json(answer.data) == expected
    assert answer.json["judgement"]["state"] == "ACCEPTED"


def test_the_true_rate_and_the_scale_are_heeded(client: FlaskClient, fall: Take) -> None:
    film = fall.path.read_bytes()
    without = sent(client, film, goal=FALLS).json
    assert without["judgement"]["state"] == "EPISTEMICALLY_INCOMPLETE"
    slowed = sent(client, film, goal=FALLS, fps="7.5", px_per_m="100").json
    assert slowed == json.loads(
        judge_clip(
            fall.path, FALLS, pixels_per_metre=100, frame_rate_hz=7.5
        ).model_dump_json()
    )  # fmt: skip


def test_a_law_seen_broken_is_told_with_its_frames(client: FlaskClient, tmp_path: Path) -> None:
    jumping(tmp_path / "jumps.mp4")
    answer = sent(client, (tmp_path / "jumps.mp4").read_bytes(), goal=ROLLS, px_per_m="40")
    (seen,) = answer.json["observations"]
    (broken,) = seen["violations"]
    assert broken["law"] == "teleport"
    assert broken["frames"]["first"] <= 20 <= broken["frames"]["last"]


def test_a_goal_that_contradicts_itself_is_rejected_and_nobody_is_asked(
    client: FlaskClient,
) -> None:
    floats = "A stone floats motionless in mid-air without support"
    answer = sent(client, hostile.good(), goal=floats)
    assert answer.json["judgement"]["state"] == "REJECTED"
    assert answer.json["observations"] == []


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../../../etc/passwd", "a\0b.mp4", "", "x" * 5000, "ü\u202e.mp4"]
)
def test_what_the_client_calls_its_film_is_not_looked_at(client: FlaskClient, name: str) -> None:
    answer = sent(client, hostile.good(), name, goal=FALLS)
    assert answer.status_code == 200
    assert "passwd" not in answer.text


@pytest.mark.parametrize("size", [1_000, 700_000])
def test_no_file_is_left_and_none_has_a_name_meanwhile(
    client: FlaskClient, temporary: Path, size: int
) -> None:
    film = hostile.good() + b"\0\0\0\0free" + bytes(size)
    assert sent(client, film, goal=FALLS).status_code == 200
    assert sent(client, bytes(size), goal=FALLS).status_code == 422
    assert list(temporary.iterdir()) == []


def test_a_film_that_is_still_coming_in_takes_nobodys_turn(app: Flask) -> None:
    turns = app.extensions["storyworld.judging"]
    free: list[bool] = []

    class Coming(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            free.append(turns.acquire(blocking=False) and turns.acquire(blocking=False))
            if free[-1]:
                turns.release(2)
            return super().read(size)

        def readinto(self, buffer: Any) -> int:
            data = self.read(len(buffer))
            buffer[: len(data)] = data
            return len(data)

    body = b'--b\r\nContent-Disposition: form-data; name="goal"\r\n\r\nx\r\n--b--\r\n'
    coming = {"wsgi.input": Coming(body), "CONTENT_LENGTH": str(len(body))}
    answer = app.test_client().post(
        "/judge", environ_overrides=coming, content_type="multipart/form-data; boundary=b"
    )
    assert answer.status_code == 422
    assert free, "the body was read"
    assert all(free), "both turns were free while it came in"


BAD = {
    "no clip": (None, {"goal": FALLS}, "clip", "is required"),
    "clip as text": (None, {"goal": FALLS, "clip": "film.mp4"}, "clip", "send it as a file"),
    "no goal": (b"film", {}, "goal", "is required"),
    "empty goal": (b"film", {"goal": "  "}, "goal", "is empty"),
    "long goal": (b"film", {"goal": "x" * 2001}, "goal", "longer than 2000"),
    "foreign goal": (b"film", {"goal": "Ein Ball fällt aus 20 m Höhe"}, "goal", "in English"),
    "goal twice": (b"film", {"goal": [FALLS, FALLS]}, "goal", "2 times"),
    "not a number": (b"film", {"goal": FALLS, "px_per_m": "nan"}, "px_per_m", "px_per_m"),
    "infinite": (b"film", {"goal": FALLS, "fps": "inf"}, "fps", "fps"),
    "negative": (
        b"film",
        {"goal": FALLS, "px_per_m": "-3"},
        "px_per_m",
        "greater than or equal to 0.001",
    ),
    "nothing": (b"film", {"goal": FALLS, "fps": "0"}, "fps", "greater than or equal to 0.01"),
    "tiny scale": (b"film", {"goal": FALLS, "px_per_m": "1e-300"}, "px_per_m", "equal to 0.001"),
    "tiny rate": (b"film", {"goal": FALLS, "fps": "1e-160"}, "fps", "equal to 0.01"),
    "huge scale": (b"film", {"goal": FALLS, "px_per_m": "1e7"}, "px_per_m", "less than"),
    "huge rate": (b"film", {"goal": FALLS, "fps": "1e308"}, "fps", "less than"),
    "words": (b"film", {"goal": FALLS, "fps": "fast"}, "fps", "valid number"),
    "unknown field": (b"film", {"goal": FALLS, "speed": "3"}, "speed", "known are goal, px_per_m"),
    "unknown observers": (b"film", {"goal": FALLS, "observers": "me"}, "observers", "'all'"),
    "not a film": (b"film", {"goal": FALLS}, "clip", "neither an MP4 nor a WebM"),
    "nothing in it": (b"", {"goal": FALLS}, "clip", "empty"),
    "cut off": (hostile.good()[:-300], {"goal": FALLS}, "clip", "cannot be read"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_wrong_is_said_with_its_field(client: FlaskClient, name: str) -> None:
    film, fields, field, words = BAD[name]
    answer = sent(client, film, **fields)
    assert (answer.status_code, answer.content_type) == (422, PROBLEM)
    assert answer.json["field"] == field
    assert words in answer.json["detail"]


def test_two_films_or_another_file_are_refused(client: FlaskClient) -> None:
    def film() -> tuple[io.BytesIO, str]:
        return io.BytesIO(hostile.good()), "film.mp4"

    both = client.post("/judge", data={"goal": FALLS, "clip": [film(), film()]})
    assert (both.status_code, both.json["field"]) == (422, "clip")
    other = client.post("/judge", data={"goal": FALLS, "clip": film(), "mask": film()})
    assert (other.status_code, other.json["field"]) == (422, "mask")


@pytest.mark.parametrize("kind", ["application/json", "video/mp4", ""])
def test_another_media_type_is_415(client: FlaskClient, kind: str) -> None:
    answer = client.post("/judge", data=b"{}", content_type=kind)
    assert (answer.status_code, answer.content_type) == (415, PROBLEM)
    assert "multipart/form-data" in answer.json["detail"]


def test_fields_in_the_query_are_refused(client: FlaskClient) -> None:
    data = {"clip": (io.BytesIO(hostile.good()), "film.mp4")}
    assert client.post("/judge", query_string={"goal": FALLS}, data=data).status_code == 400


@pytest.mark.parametrize("size", [1_000_001, 1_100_000, 5_000_000])
def test_a_film_that_is_too_large_is_413_and_the_limit_is_named(
    settings: Settings, engine: Engine, temporary: Path, size: int
) -> None:
    answer = sent(with_limits(settings, upload_max_mb=1), bytes(size), goal=FALLS)
    assert (answer.status_code, answer.content_type) == (413, PROBLEM)
    assert "1 MB" in answer.json["detail"]
    assert "STORYWORLD_UPLOAD_MAX_MB" in answer.json["detail"]
    assert list(temporary.iterdir()) == []


def test_other_addresses_still_take_16_kb_only(client: FlaskClient) -> None:
    answer = client.post("/simulate", data={"goal": "x" * 20_000})
    assert answer.status_code == 413
    assert "16 KB" in answer.json["detail"]


@pytest.mark.parametrize(
    "fields", [{"goal": "x" * 1_000_000}, {"goal": FALLS, **{f"f{n}": "x" for n in range(30)}}]
)
def test_a_goal_or_many_fields_cannot_fill_the_memory_either(
    client: FlaskClient, fields: dict[str, str]
) -> None:
    answer = sent(client, hostile.good(), **fields)
    assert (answer.status_code, answer.content_type) == (413, PROBLEM)
    assert "at most 20 parts and 500 KB of text" in answer.json["detail"]
    assert "film" not in answer.json["detail"]


def test_a_body_without_a_declared_length_is_411(client: FlaskClient) -> None:
    answer = client.post(
        "/judge",
        input_stream=io.BytesIO(b"--x\r\n"),
        content_type="multipart/form-data; boundary=x",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert (answer.status_code, answer.content_type) == (411, PROBLEM)
    assert "Content-Length" in answer.json["detail"]


@pytest.mark.parametrize("body", [b"", b"--x", b"--x\r\nContent-Disposition: nonsense\r\n\r\n"])
def test_a_torn_body_is_refused(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/judge", data=body, content_type="multipart/form-data; boundary=x")
    assert answer.status_code in {400, 422}
    assert answer.content_type == PROBLEM


def test_beyond_what_is_judged_at_once_it_is_503_until_one_is_done(
    settings: Settings, engine: Engine
) -> None:
    client = with_limits(settings, judge_at_once=1)
    room = client.application.extensions["storyworld.judging"]
    with room:
        answer = sent(client, hostile.good(), goal=FALLS)
        assert (answer.status_code, answer.content_type) == (503, PROBLEM)
        assert int(answer.headers["Retry-After"]) >= 1
    for film, status in ((b"no film", 422), (None, 422), (hostile.good(), 200)):
        assert sent(client, film, goal=FALLS).status_code == status


def test_what_takes_too_long_is_504_and_ends(settings: Settings, engine: Engine) -> None:
    client = with_limits(settings, judge_timeout_s=0.001)
    answer = sent(client, hostile.good(), goal=FALLS)
    assert (answer.status_code, answer.content_type) == (504, PROBLEM)
    assert answer.json["field"] == "clip"
    assert "0.001 s" in answer.json["detail"]
    assert judging() == []


@pytest.mark.parametrize(
    "code", ["raise SystemExit(3)", "print('{}')", "print('nonsense')", "import os; os.abort()"]
)
def test_a_process_that_breaks_down_is_our_fault_and_no_verdict(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.setattr(apart, "_COMMAND", (sys.executable, "-c", code))
    answer = sent(client, hostile.good(), goal=FALLS)
    assert (answer.status_code, answer.content_type) == (500, PROBLEM)


def test_vision_models_are_asked_only_if_wanted(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORYWORLD_VISION", "ollama")
    monkeypatch.setenv("STORYWORLD_OLLAMA_URL", "http://127.0.0.1:1")

    def asked(**fields: str) -> dict[str, str]:
        seen = sent(client, hostile.good(), goal=FALLS, **fields).json["observations"]
        return {one["observer"]["name"]: one["availability"] for one in seen}

    assert set(asked()) == set(asked(observers="measuring")) == {"measuring"}
    everybody = asked(observers="all")
    assert set(everybody) == {"measuring", "ollama"}
    assert everybody["ollama"] == "unavailable"


def test_the_process_apart_gets_no_address_of_archive_or_broker_and_no_key_of_cookies(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DATABASE_URL", "REDIS_URL", "STORYWORLD_SECRET_KEY"):
        monkeypatch.setenv(name, "canary")
    assert "canary" not in settings.for_judging().values()


def test_a_browser_needs_the_token_of_its_form(app: Flask, browser: Browser) -> None:
    token = browser.token()

    def posted(site: str, **fields: str) -> TestResponse:
        return browser.client.post(
            "/judge",
            data={"goal": FALLS, "clip": (io.BytesIO(hostile.good()), "film.mp4")} | fields,
            headers={"Sec-Fetch-Site": site},
        )

    assert posted("same-origin").status_code == 403
    assert posted("cross-site", form_token=token).status_code == 403
    assert posted("same-origin", form_token=token).status_code == 200
