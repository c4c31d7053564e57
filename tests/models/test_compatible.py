"""An OpenAI-compatible endpoint, against a local server that speaks as vLLM and llama.cpp do."""

import base64
import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from pydantic import SecretStr

from storyworld.models.asking import Answer, Asked, Picture, Turn, UnansweredError
from storyworld.models.compatible import Compatible
from storyworld.observers.seeing.prompting import answers_schema, statements
from storyworld.records.provenance import TryResult
from tests.models.serving import KEY, Said, compatible, compatible_error, serving

SCHEMA = {
    "type": "object",
    "properties": {
        "many": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"id": {"type": "string"}, "frame": {"type": "integer"}},
                "required": ["id"],
            },
        }
    },
    "required": ["many"],
}
PICTURE = Picture("frame 3", b"\x89PNG-like")


def question(**more: object) -> Asked:
    chosen = {
        "system": "You are a witness.",
        "turns": (Turn("What is seen?", pictures=(PICTURE,)),),
        "schema": SCHEMA,
        "timeout_s": 5.0,
        **more,
    }
    return Asked(**chosen)  # type: ignore[arg-type]


def asking(url: str | None, *, key: str | None = KEY, model: str | None = "m") -> Compatible:
    return Compatible(model, url, SecretStr(key) if key else None)


def untold(url: str | None, *, timeout_s: float = 5.0, **more: str | None) -> UnansweredError:
    with pytest.raises(UnansweredError) as caught:
        asking(url, **more).ask(question(timeout_s=timeout_s))
    assert KEY not in str(caught.value.detail)
    return caught.value


def test_a_question_goes_out_with_its_pictures_schema_and_seed() -> None:
    with serving(compatible({"many": []})) as server:
        answer = asking(f"{server.url}/v1/").ask(question(seed=9))
    assert answer == Answer('{"many": []}', "qwen3-vl-8b", 700, 80)
    assert server.paths == ["/v1/chat/completions"]
    assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
    (asked,) = server.asked
    assert (asked["model"], asked["seed"], asked["temperature"]) == ("m", 9, 0.0)
    assert asked["stream"] is False
    assert asked["max_tokens"] == 4096
    system, user = asked["messages"]
    assert system["content"].startswith("You are a witness.")
    assert [part["type"] for part in user["content"]] == ["text", "text", "image_url"]
    assert user["content"][1]["text"] == "frame 3"
    kind, data = user["content"][2]["image_url"]["url"].split(",")
    assert kind == "data:image/png;base64"
    assert base64.b64decode(data) == PICTURE.data


def test_without_key_temperature_and_pictures_none_is_sent() -> None:
    with serving(compatible({})) as server:
        turns = (Turn("a"), Turn("b", by_model=True), Turn("c"))
        asking(server.url, key=None).ask(question(turns=turns, temperature=None))
    assert "Authorization" not in server.headers[0]
    assert "temperature" not in server.asked[0]
    assert server.asked[0]["messages"][1:] == [
        {"role": "user", "content": "a"},
        {"role": "assistant", "content": "b"},
        {"role": "user", "content": "c"},
    ]


def test_a_schema_is_closed_as_strict_servers_want_it() -> None:
    with serving(compatible({})) as server:
        asking(server.url).ask(question())
        asking(server.url).ask(question(schema=answers_schema(statements((), 1))))
    form = server.asked[0]["response_format"]
    assert form["type"] == "json_schema"
    assert form["json_schema"]["strict"] is True
    item = form["json_schema"]["schema"]["properties"]["many"]["items"]
    assert item["additionalProperties"] is False
    assert item["required"] == ["id", "frame"]
    assert item["properties"]["frame"]["type"] == ["integer", "null"]
    assert SCHEMA["properties"]["many"]["items"]["required"] == ["id"], "the given one stays"
    answer = server.asked[1]["response_format"]["json_schema"]["schema"]["properties"]["answers"]
    assert answer["items"]["required"] == ["id", "answer", "first_frame", "last_frame"]


REFUSED = {
    "rate": (compatible_error(429, "slow down", Retry_After="53"), TryResult.RATE_LIMITED, 53.0),
    "rate in words": (
        compatible_error(429, "Rate limit reached. Please try again in 20s."),
        TryResult.RATE_LIMITED, 20.0,
    ),
    "rate without a word": (Said(b"", status=429), TryResult.RATE_LIMITED, 0.0),
    "rate with nonsense": (
        compatible_error(429, "slow down", Retry_After="soon ²"), TryResult.RATE_LIMITED, 0.0,
    ),
    "quota": (
        compatible_error(429, "You exceeded your current quota", code="insufficient_quota"),
        TryResult.CREDIT_EXHAUSTED, 900.0,
    ),
    "credit": (compatible_error(402, "Insufficient credits"), TryResult.CREDIT_EXHAUSTED, 900.0),
    "key": (compatible_error(401, f"Incorrect key: {KEY}"), TryResult.REFUSED, 900.0),
    "vllm's key": (Said({"error": "Unauthorized"}, status=401), TryResult.REFUSED, 900.0),
    "no model": (
        Said({"object": "error", "message": "The model `m` does not exist.", "code": 404},
             status=404), TryResult.MODEL_MISSING, 900.0,
    ),
    "no path": (Said({"detail": "Not Found"}, status=404), TryResult.MODEL_MISSING, 900.0),
    "too long": (compatible_error(400, "maximum context length"), TryResult.REFUSED, 0.0),
    "filtered": (
        compatible_error(400, "content management policy", code="content_filter"),
        TryResult.BLOCKED, 0.0,
    ),
    "loading": (compatible_error(503, "Loading model", code=503), TryResult.UNAVAILABLE, 0.0),
    "gateway": (Said(b"<html>Bad Gateway \xff</html>", status=502), TryResult.UNAVAILABLE, 0.0),
    "deep": (Said(b'{"error": ' + b"[" * 100_000, status=500), TryResult.UNAVAILABLE, 0.0),
    "huge error": (Said(b"x" * 3_000_000, status=500), TryResult.UNAVAILABLE, 0.0),
    "empty": (Said(b"", status=204), TryResult.UNAVAILABLE, 0.0),
    "error within a 200": (
        Said({"error": {"code": 429, "message": "upstream"}}), TryResult.RATE_LIMITED, 0.0,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("said", "result", "rest_s"), REFUSED.values(), ids=REFUSED)
def test_a_servers_error_is_sorted(said: Said, result: TryResult, rest_s: float) -> None:
    with serving(said) as server:
        error = untold(server.url)
    assert error.result is result
    assert error.rest_s == rest_s
    assert len(server.asked) == 1, "nobody asks again within"


def test_a_date_to_come_back_at_is_read_as_a_delay() -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=40), usegmt=True)
    with serving(compatible_error(429, "slow down", Retry_After=then)) as server:
        assert 30 < untold(server.url).rest_s <= 40


UNREAD = {
    "cut short": (compatible('{"many": [', finish="length"), TryResult.CUT_SHORT),
    "filtered": (compatible("", finish="content_filter"), TryResult.BLOCKED),
    "refusal": (compatible("", refusal=f"I cannot, {KEY}."), TryResult.BLOCKED),
    "tool": (compatible("", finish="tool_calls"), TryResult.BLOCKED),
    "unfinished": (compatible("{}", finish=None), TryResult.BLOCKED),
    "no content": (compatible("", content=None), TryResult.MALFORMED),
    "parts": (compatible("", content=[{"type": "text"}]), TryResult.MALFORMED),
}


@pytest.mark.parametrize(("said", "result"), UNREAD.values(), ids=UNREAD)
def test_what_ended_otherwise_is_no_answer_and_its_tokens_count(
    said: Said, result: TryResult
) -> None:
    with serving(said) as server:
        error = untold(server.url)
    assert error.result is result
    assert (error.input_tokens, error.output_tokens) == (700, 80)


@pytest.mark.parametrize(
    "body",
    [b"welcome", b"", b"[1]", b"null", b"{}", b'{"choices": []}', b'{"choices": [7]}',
     b'{"choices": [{"message": "x"}]}', b"[" * 100_000, b'{"error": {"code": "x"}}',
     b'{"error": {"code": 7}}', b"\xff\xfe"],
)  # fmt: skip
def test_a_reply_of_another_shape_is_malformed(body: bytes) -> None:
    with serving(Said(body)) as server:
        assert untold(server.url).result is TryResult.MALFORMED


@pytest.mark.parametrize("usage", [None, 7, {}, {"prompt_tokens": -1}, {"prompt_tokens": 10**30}])
def test_tokens_that_are_none_are_not_counted(usage: object) -> None:
    said = compatible({})
    assert isinstance(said.body, dict)
    with serving(Said({**said.body, "usage": usage, "model": 7})) as server:
        answer = asking(server.url).ask(question())
    assert (answer.input_tokens, answer.output_tokens, answer.model) == (0, 0, "m")


def test_a_huge_reply_is_not_read_to_its_end() -> None:
    with serving(Said(b'{"choices": "' + b"x" * 30_000_000)) as server:
        error = untold(server.url)
    assert error.result is TryResult.MALFORMED
    assert "longer than 2000000 bytes" in error.detail


def test_a_packed_reply_is_not_unpacked() -> None:
    with serving(Said(b"\x1f\x8b", headers=(("Content-Encoding", "gzip"),))) as server:
        assert untold(server.url).result is TryResult.MALFORMED
    assert server.headers[0]["Accept-Encoding"] == "identity"


@pytest.mark.parametrize("said", [Said({}, after_s=1.5), Said(b"x" * 100, drip_s=0.05)])
def test_who_does_not_end_in_time_is_left(said: Said) -> None:
    begun = time.monotonic()
    with serving(said) as server:
        assert untold(server.url, timeout_s=0.4).result is TryResult.TIMEOUT
        assert time.monotonic() - begun < 1.2


def test_a_redirect_is_not_followed() -> None:
    with serving(compatible({})) as elsewhere:
        moved = Said({}, status=307, headers=(("Location", elsewhere.url),))
        with serving(moved) as server:
            assert untold(server.url).result is TryResult.UNAVAILABLE
    assert elsewhere.asked == []


def test_nobody_there_is_unavailable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    error = untold(f"http://me:{KEY}@127.0.0.1:{port}/v1")
    assert error.result is TryResult.UNAVAILABLE
    assert f"127.0.0.1:{port}" in error.detail


@pytest.mark.parametrize("url", ["http://me:{}@[", "http://me:{}@x:99999999", "http://me:{}@x:y"])
def test_an_address_that_is_none_is_told_without_its_password(url: str) -> None:
    error = untold(url.format(KEY), key=None)
    assert error.result is TryResult.UNAVAILABLE
    assert "STORYWORLD_OPENAI_URL" in error.detail


def test_a_password_of_the_address_that_the_server_echoes_is_not_told() -> None:
    with serving(compatible_error(403, "pass/word and pass%2Fword are wrong")) as server:
        error = untold(server.url.replace("//", "//me:pass%2Fword@"), key=None)
    assert "word and" not in error.detail
    assert "***" in error.detail
    assert server.headers[0]["Authorization"].startswith("Basic ")


@pytest.mark.parametrize(
    ("url", "model", "key", "fix"),
    [
        (None, "m", KEY, "STORYWORLD_OPENAI_URL"),
        ("http://127.0.0.1:1", None, KEY, "STORYWORLD_OPENAI_VISION_MODEL"),
        ("http://127.0.0.1:1", "m", f"{KEY}\nx", "OPENAI_API_KEY"),
        ("http://127.0.0.1:1", "m", f"{KEY}é", "OPENAI_API_KEY"),
    ],
)
def test_what_is_not_configured_says_how_to(
    url: str | None, model: str | None, key: str, fix: str
) -> None:
    error = untold(url, model=model, key=key)
    assert error.result is TryResult.NOT_CONFIGURED
    assert fix in error.detail
