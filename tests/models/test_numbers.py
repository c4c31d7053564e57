"""Numbers that a model's server may make up: none of them may break the record of a try."""

from importlib.util import find_spec

import pytest
from pydantic import SecretStr

from storyworld.models.asking import Asked, Model, Turn, UnansweredError, count, of_library, sound
from storyworld.models.compatible import Compatible
from storyworld.models.gemini import Gemini
from storyworld.models.gemini_legacy import GeminiLegacy
from storyworld.models.ollama import Ollama
from storyworld.records.provenance import TryResult
from tests.models.serving import (
    KEY,
    Said,
    compatible,
    compatible_error,
    gemini,
    ollama,
    serving,
)

QUESTION = Asked("You are a witness.", (Turn("What is seen?"),), {"type": "object"}, 5.0)
BAD = (-1, 10**9, 10**30)


def counting(name: str, tokens: object) -> Said:
    """Give a reply that counts its tokens so."""
    said = {"gemini": gemini, "legacy": gemini, "ollama": ollama, "openai": compatible}[name]({})
    assert isinstance(said.body, dict)
    if name == "ollama":
        said.body.update(prompt_eval_count=tokens, eval_count=tokens)
    elif name == "openai":
        said.body["usage"] = {"prompt_tokens": tokens, "completion_tokens": tokens}
    else:
        said.body["usageMetadata"] = {
            "promptTokenCount": tokens, "candidatesTokenCount": tokens,
            "thoughtsTokenCount": tokens, "totalTokenCount": tokens,
        }  # fmt: skip
    return said


def model(name: str, url: str) -> Model:
    if name == "gemini":
        return Gemini("m", SecretStr(KEY), url)
    if name == "legacy":
        return GeminiLegacy("m", SecretStr(KEY), url)
    return Ollama("m", url) if name == "ollama" else Compatible("m", url)


def test_only_a_whole_number_that_can_be_is_a_count_of_tokens() -> None:
    assert [count(n) for n in (0, 7, 10**9 - 1)] == [0, 7, 10**9 - 1]
    assert [count(n) for n in (-1, 10**9, True, 1.5, "7", None, float("inf"))] == [None] * 7


@pytest.mark.parametrize("tokens", BAD)
@pytest.mark.parametrize("name", ["gemini", "ollama", "openai"])
def test_tokens_that_no_reply_takes_count_as_none(name: str, tokens: int) -> None:
    said = counting(name, tokens)
    with serving(said) as server:
        answer = model(name, server.url).ask(QUESTION)
    assert (answer.input_tokens, answer.output_tokens, answer.counted) == (0, 0, False)


@pytest.mark.skipif(
    find_spec("google.generativeai") is None, reason="the extra gemini-legacy is not installed"
)
@pytest.mark.parametrize("tokens", [-1, 10**9])
def test_nor_do_they_by_the_ended_sdk(tokens: int) -> None:
    said = counting("legacy", tokens)
    with serving(said) as server:
        answer = model("legacy", server.url).ask(QUESTION)
    assert (answer.input_tokens, answer.output_tokens, answer.counted) == (0, 0, False)


@pytest.mark.parametrize("name", ["gemini", "ollama", "openai"])
def test_control_characters_in_the_name_a_server_reports_are_replaced(name: str) -> None:
    said = counting(name, 1)
    assert isinstance(said.body, dict)
    said.body["modelVersion" if name == "gemini" else "model"] = "a\x00b\x1b[2J\x85\n"
    with serving(said) as server:
        answer = model(name, server.url).ask(QUESTION)
    assert answer.model == "a?b?[2J??"


def test_what_is_no_character_of_a_text_is_replaced_and_spaces_only_where_they_may_stand() -> None:
    assert sound("a\ud800\x00b\n\tc", 7) == "a??b??c"
    assert sound("a\x00b\n\tc", 5, kept="\n\t") == "a?b\n\t"
    assert UnansweredError(TryResult.REFUSED, "no\x00\nway").detail == "no? way"


def test_a_date_to_ask_again_at_that_does_not_exist_is_none() -> None:
    far = "Mon, 01 Jan 2024 00:00:00 +999999999999999999"
    with (
        serving(compatible_error(429, "slow", Retry_After=far)) as server,
        pytest.raises(UnansweredError) as caught,
    ):
        model("openai", server.url).ask(QUESTION)
    assert (caught.value.result, caught.value.rest_s) == (TryResult.RATE_LIMITED, 0.0)


def test_tokens_that_are_not_told_are_unknown() -> None:
    said = compatible({})
    assert isinstance(said.body, dict)
    said.body["usage"] = {"prompt_tokens": 700}
    with serving(said) as server:
        answer = model("openai", server.url).ask(QUESTION)
    assert (answer.input_tokens, answer.output_tokens, answer.counted) == (700, 0, False)


def test_only_what_found_no_connection_is_surely_not_sent() -> None:
    class BrokenError(OSError):
        """As requests has it: one class for what found no connection and what broke off."""

    BrokenError.__name__ = "ConnectionError"
    errors = (
        ConnectionError("no Ollama"), BrokenError("NewConnectionError: refused"),
        ConnectionResetError("in the middle"), BrokenError("Connection aborted"),
    )  # fmt: skip
    assert [of_library(e, where="x").unbilled for e in errors] == [True, True, False, False]


def test_an_error_has_counted_what_it_tells_and_what_is_not_billed() -> None:
    assert not UnansweredError(TryResult.TIMEOUT, "it hung").counted
    assert UnansweredError(TryResult.TIMEOUT, "not sent", unbilled=True).counted
    assert UnansweredError(TryResult.REFUSED, "no").counted
    assert UnansweredError(TryResult.CUT_SHORT, "long", output_tokens=9).counted
