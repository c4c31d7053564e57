"""Gemini by Google's SDK, against a local server that speaks as Gemini does."""

import pytest
from pydantic import SecretStr

from storyworld.models.asking import Asked, Turn, UnansweredError
from storyworld.models.gemini import Gemini
from storyworld.records.provenance import TryResult
from tests.models.serving import KEY, Said, gemini, serving

QUESTION = Asked("You are a witness.", (Turn("What is seen?"),), {"type": "object"}, 5.0)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_is_not_followed_and_the_key_stays(status: int) -> None:
    with serving(gemini({})) as elsewhere:
        to = elsewhere.url.replace("127.0.0.1", "localhost")
        with (
            serving(Said({}, status=status, headers=(("Location", to),))) as server,
            pytest.raises(UnansweredError) as caught,
        ):
            Gemini("m", SecretStr(KEY), server.url).ask(QUESTION)
    assert caught.value.result is TryResult.UNAVAILABLE
    assert elsewhere.paths == []
