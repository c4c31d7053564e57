"""The real SDK that Google has ended, against a local server that speaks as Gemini does."""

import base64
import socket
import subprocess
import sys
import time
from importlib.util import find_spec

import pytest
from pydantic import SecretStr

from storyworld.models import gemini_legacy
from storyworld.models.asking import Answer, Asked, Picture, Turn, UnansweredError
from storyworld.models.gemini_legacy import GeminiLegacy
from storyworld.observers.seeing.prompting import DESCRIPTION, answers_schema, statements
from storyworld.physics.families import FAMILIES
from storyworld.planners.proposal import schema
from storyworld.records.provenance import TryResult
from tests.models.serving import (
    DAILY,
    KEY,
    RETRY_INFO,
    Said,
    gemini,
    gemini_blocked,
    gemini_error,
    serving,
)

installed = pytest.mark.skipif(
    find_spec("google.generativeai") is None,
    reason="the extra gemini-legacy is not installed",
)
PICTURE = Picture("frame 3", b"\x89PNG-like")


def question(**more: object) -> Asked:
    chosen = {
        "system": "You are a witness.",
        "turns": (Turn("What is seen?", pictures=(PICTURE,)),),
        "schema": DESCRIPTION,
        "timeout_s": 5.0,
        **more,
    }
    return Asked(**chosen)  # type: ignore[arg-type]


def asking(url: str | None, key: str | None = KEY) -> GeminiLegacy:
    return GeminiLegacy("gemini-3.8-flash", SecretStr(key) if key else None, url)


def untold(url: str, *, timeout_s: float = 5.0) -> UnansweredError:
    with pytest.raises(UnansweredError) as caught:
        asking(url).ask(question(timeout_s=timeout_s))
    assert KEY not in caught.value.detail
    return caught.value


@installed
def test_a_question_goes_out_with_its_pictures_and_schema() -> None:
    with serving(gemini({"description": "a ball"})) as server:
        answer = asking(server.url).ask(question())
    # 1020 tokens in all less 900 of the prompt: thoughts are paid for, too.
    assert answer == Answer('{"description": "a ball"}', "gemini-3.8-flash-001", 900, 120)
    assert server.paths[0].startswith("/v1beta/models/gemini-3.8-flash:generateContent")
    assert KEY not in server.paths[0]
    assert server.headers[0]["x-goog-api-key"] == KEY
    (asked,) = server.asked
    words, label, picture = asked["contents"][0]["parts"]
    assert (words["text"], label["text"]) == ("What is seen?", "frame 3")
    assert base64.b64decode(picture["inlineData"]["data"]) == PICTURE.data
    assert asked["systemInstruction"]["parts"][0]["text"] == "You are a witness."
    config = asked["generationConfig"]
    assert config["maxOutputTokens"] == 4096
    assert config["responseMimeType"] == "application/json"
    assert set(config["responseSchema"]["properties"]) == {"description", "text_in_video"}
    assert config["temperature"] == 0.0


@installed
def test_every_schema_there_is_can_be_put_and_a_talk_keeps_its_roles() -> None:
    turns = (Turn("a"), Turn("b", by_model=True), Turn("c"))
    with serving(gemini({})) as server:
        for each in (answers_schema(statements((), 1)), schema(FAMILIES)):
            asking(server.url).ask(question(schema=each, turns=turns, temperature=None))
    assert [c["role"] for c in server.asked[0]["contents"]] == ["user", "model", "user"]
    assert "temperature" not in server.asked[0]["generationConfig"]


ERRORS = {
    "rate": (gemini_error(429, "RESOURCE_EXHAUSTED", "Please retry in 53.0s.", RETRY_INFO),
             TryResult.RATE_LIMITED, 53.0),
    "daily quota": (gemini_error(429, "RESOURCE_EXHAUSTED", "quota", DAILY),
                    TryResult.QUOTA_EXHAUSTED, 900.0),
    "credit": (gemini_error(402, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted"),
               TryResult.CREDIT_EXHAUSTED, 900.0),
    "retired": (gemini_error(404, "NOT_FOUND", "models/x is no longer available"),
                TryResult.MODEL_MISSING, 900.0),
    "key": (gemini_error(403, "PERMISSION_DENIED", f"API key {KEY} is not allowed"),
            TryResult.REFUSED, 900.0),
    "bad key": (gemini_error(400, "INVALID_ARGUMENT", "API key not valid"),
                TryResult.REFUSED, 900.0),
    "overloaded": (gemini_error(503, "UNAVAILABLE", "overloaded"), TryResult.UNAVAILABLE, 0.0),
    "broken": (Said(b"<html>Bad Gateway</html>", status=502), TryResult.UNAVAILABLE, 0.0),
    "blocked": (gemini_blocked(), TryResult.BLOCKED, 0.0),
    "safety": (gemini("", finish="SAFETY"), TryResult.BLOCKED, 0.0),
    "a new reason": (gemini("", finish="SOMETHING_NEW"), TryResult.BLOCKED, 0.0),
    "cut short": (gemini('{"des', finish="MAX_TOKENS"), TryResult.CUT_SHORT, 0.0),
    "no JSON at all": (Said(b"welcome"), TryResult.MALFORMED, 0.0),
    "a list": (Said([1]), TryResult.MALFORMED, 0.0),
    "nothing in it": (Said({}), TryResult.BLOCKED, 0.0),
    "tokens beyond all": (Said({"usageMetadata": {"promptTokenCount": 10**30}}),
                          TryResult.MALFORMED, 0.0),
    "tokens below all": (Said({"usageMetadata": {"promptTokenCount": -5}}),
                         TryResult.BLOCKED, 0.0),
}  # fmt: skip


@installed
@pytest.mark.parametrize(("said", "result", "rest_s"), ERRORS.values(), ids=ERRORS)
def test_what_goes_wrong_is_sorted(said: Said, result: TryResult, rest_s: float) -> None:
    with serving(said) as server:
        error = untold(server.url)
    assert (error.result, error.rest_s) == (result, rest_s)
    assert "generateContent" not in error.detail, "the address is no part of the reason"
    assert len(server.asked) == 1, "the library does not ask again"


@installed
def test_tokens_of_a_reply_that_is_not_used_count() -> None:
    with serving(gemini("{", finish="MAX_TOKENS")) as server:
        error = untold(server.url)
    assert (error.input_tokens, error.output_tokens) == (900, 120)


@installed
def test_who_does_not_answer_in_time_is_left() -> None:
    begun = time.monotonic()
    with serving(Said({}, after_s=2.0)) as server:
        assert untold(server.url, timeout_s=0.4).result is TryResult.TIMEOUT
        assert time.monotonic() - begun < 1.5


@installed
def test_a_redirect_is_not_followed_and_the_key_stays() -> None:
    with serving(gemini({})) as elsewhere:
        moved = Said({}, status=307, headers=(("Location", elsewhere.url),))
        with serving(moved) as server:
            assert untold(server.url).result is TryResult.UNAVAILABLE
    assert elsewhere.paths == []


@installed
def test_nobody_there_is_unavailable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert untold(f"http://127.0.0.1:{port}").result is TryResult.UNAVAILABLE
    assert untold("http://[").result is TryResult.UNAVAILABLE


@installed
def test_only_the_warnings_of_its_end_are_silenced() -> None:
    asks = (
        "import warnings; from storyworld.models import gemini_legacy; gemini_legacy._load();"
        "warnings.warn('All support for x', FutureWarning)"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", asks], capture_output=True, text=True, check=False
    )
    assert done.stderr.splitlines()[-1] == "FutureWarning: All support for x"


def test_without_the_package_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "google.generativeai", None)
    gemini_legacy._load.cache_clear()
    with pytest.raises(UnansweredError) as caught:
        asking("http://127.0.0.1:1").ask(question())
    assert caught.value.result is TryResult.NOT_CONFIGURED
    assert "pip install 'storyworld[gemini-legacy]'" in caught.value.detail


def test_without_a_key_it_says_how_to_set_one() -> None:
    with pytest.raises(UnansweredError, match="GEMINI_API_KEY") as caught:
        asking("http://127.0.0.1:1", key=None).ask(question())
    assert caught.value.result is TryResult.NOT_CONFIGURED
