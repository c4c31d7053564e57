"""Gemini, by Google's SDK.

Licence: google-genai is Apache-2.0; the service has its own terms. Cost: per token. Needs: a key
of the Gemini API (``GEMINI_API_KEY``).
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from pydantic import SecretStr

from storyworld.models.asking import (
    MAX_OUTPUT_TOKENS,
    MODEL_NAME,
    Answer,
    Asked,
    Turn,
    UnansweredError,
    count,
    of_library,
    sound,
    unanswered,
)
from storyworld.records.provenance import TryResult

if TYPE_CHECKING:
    from google.genai import Client, types

_NO_KEY: Final = "there is no key: set GEMINI_API_KEY, or take gemini off the list of who is asked"


class Gemini:
    """Asks a Gemini model for JSON by a schema; reads the finish reason before the text."""

    name = "gemini"

    def __init__(self, model: str, key: SecretStr | None, url: str | None = None) -> None:
        self.model = model
        self._key = key
        self._url = url

    def ask(self, asked: Asked) -> Answer:
        """See :class:`storyworld.models.asking.Model`."""
        if self._key is None:
            raise UnansweredError(TryResult.NOT_CONFIGURED, _NO_KEY)
        key = self._key.get_secret_value()
        try:
            client = _load()(key, self._url, asked.timeout_s)
        except ValueError as error:  # an address that is none
            why = f"gemini: {error}".replace(key, "***")
            raise UnansweredError(TryResult.UNAVAILABLE, why, unbilled=True) from None
        from google.genai import errors

        try:
            response = client.models.generate_content(
                model=self.model, contents=_contents(asked), config=_config(asked)
            )
        except errors.APIError as error:
            message = str(error.message or error.status).replace(key, "***")
            raise unanswered(error.code, message, error_details(error.details)) from None
        except Exception as error:  # noqa: BLE001 - whatever the library raises, the next is asked
            said = of_library(error, where="gemini")
            said.detail = said.detail.replace(key, "***")
            raise said from None
        finally:
            client.close()
        return _answer(response, self.model)


Maker = Callable[[str, str | None, float], "Client"]


@lru_cache(maxsize=1)
def _load() -> Maker:
    """Import the SDK, once; a client is made for each call, since sockets do not fork."""
    from google import genai
    from google.genai import types

    from storyworld.models.bounded import client_args

    def client(key: str, url: str | None, timeout_s: float) -> "Client":
        options = types.HttpOptions(
            base_url=url,
            api_version="v1beta",  # 3.x goes to v1 by default, which knows no schema
            headers={"Accept-Encoding": "identity"},  # what is packed small may unpack huge
            retry_options=types.HttpRetryOptions(attempts=1),
            client_args=client_args(timeout_s),  # a redirect would take the key along
        )
        return genai.Client(api_key=key, vertexai=False, http_options=options)

    return client


def _contents(asked: Asked) -> "list[types.Content]":
    from google.genai import types

    def parts(turn: Turn) -> "Iterator[types.Part]":
        yield types.Part(text=turn.text)
        for picture in turn.pictures:
            yield types.Part(text=picture.label)
            blob = types.Blob(data=picture.data, mime_type=picture.mime_type)
            yield types.Part(inline_data=blob)

    return [
        types.Content(role="model" if turn.by_model else "user", parts=list(parts(turn)))
        for turn in asked.turns
    ]


def _config(asked: Asked) -> "types.GenerateContentConfig":
    from google.genai import types

    return types.GenerateContentConfig(
        system_instruction=asked.system,
        temperature=asked.temperature,
        seed=asked.seed,
        max_output_tokens=MAX_OUTPUT_TOKENS,
        response_mime_type="application/json",
        response_json_schema=dict(asked.schema),
        automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
        http_options=types.HttpOptions(timeout=max(1, round(asked.timeout_s * 1000))),  # ms
    )


def _answer(response: "types.GenerateContentResponse", model: str) -> Answer:
    usage = response.usage_metadata
    taken, given, counted = _tokens(usage)

    def refused(result: TryResult, detail: str) -> UnansweredError:
        return UnansweredError(
            result, detail, input_tokens=taken, output_tokens=given, counted=counted
        )

    candidates = response.candidates or []
    if not candidates:
        feedback = response.prompt_feedback
        reason = feedback.block_reason if feedback else None
        named = reason.value if reason else "no candidates"
        raise refused(TryResult.BLOCKED, f"the prompt was blocked: {named}")
    reason_given = candidates[0].finish_reason
    finish = reason_given.value if reason_given else "none"
    if finish == "MAX_TOKENS":
        raise refused(TryResult.CUT_SHORT, f"the reply was cut at {given} tokens")
    if finish != "STOP":
        raise refused(TryResult.BLOCKED, f"the model stopped for another reason: {finish}")
    content = candidates[0].content
    parts = (content.parts or []) if content else []
    text = "".join(part.text for part in parts if part.text and not part.thought)
    return Answer(text, sound(response.model_version or model, MODEL_NAME), taken, given, counted)


def _tokens(
    usage: "types.GenerateContentResponseUsageMetadata | None",
) -> tuple[int, int, bool]:
    """Read tokens in and out, thoughts among them, and whether they are known.

    What is left out is none where the total says so.
    """
    taken = count(usage.prompt_token_count) if usage else None
    if usage is None or taken is None:
        return 0, 0, False
    told = (count(usage.candidates_token_count), count(usage.thoughts_token_count))
    total = count(usage.total_token_count)
    if told == (None, None) and total != taken:
        return taken, 0, False
    return taken, sum(each or 0 for each in told), True


def error_details(given: object) -> tuple[dict[str, object], ...]:
    """Reach Google's error details, whatever else came instead of them."""
    error = given.get("error", given) if isinstance(given, dict) else {}
    details = error.get("details") if isinstance(error, dict) else None
    return tuple(d for d in details if isinstance(d, dict)) if isinstance(details, list) else ()
