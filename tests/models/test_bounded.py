"""What SDKs on httpx may read in all: a reply that drips, or that never ends."""

import pytest
from pydantic import SecretStr

from storyworld.models.asking import Asked, Model, Turn, UnansweredError
from storyworld.models.bounded import MOST_BYTES
from storyworld.models.gemini import Gemini
from storyworld.models.ollama import Ollama
from storyworld.records.provenance import TryResult
from tests.models.serving import KEY, Said, serving


def asked(model: Model, timeout_s: float) -> UnansweredError:
    question = Asked("You are a witness.", (Turn("What?"),), {"type": "object"}, timeout_s)
    with pytest.raises(UnansweredError) as caught:
        model.ask(question)
    return caught.value


def models(url: str) -> tuple[Model, ...]:
    return Gemini("m", SecretStr(KEY), url), Ollama("m", url)


def test_a_reply_that_drips_is_left_when_its_time_is_over() -> None:
    # 400 bytes, one each 20 ms: no single read takes long
    with serving(Said(b" " * 400, drip_s=0.02)) as server:
        for model in models(server.url):
            assert asked(model, 0.4).result is TryResult.TIMEOUT


def test_a_reply_beyond_all_size_is_malformed() -> None:
    with serving(Said(b" " * (MOST_BYTES + 1))) as server:
        for model in models(server.url):
            error = asked(model, 20.0)
            assert error.result is TryResult.MALFORMED
            assert "longer than" in error.detail
    accepted = [value for each in server.headers for name, value in each.items()
                if name.lower() == "accept-encoding"]  # fmt: skip
    assert accepted == ["identity"] * 2
