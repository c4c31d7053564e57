"""Gemini, by the SDK before the present one: google-generativeai, whose support ended in 2025.

Licence: google-generativeai is Apache-2.0; the service has its own terms. Cost: per token. Needs:
a key of the Gemini API (``GEMINI_API_KEY``) and the extra ``gemini-legacy``. It knows no seed, so
that no reply can be asked for again; who has the choice takes :mod:`storyworld.models.gemini`.
"""

import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

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
    from google.generativeai import GenerativeModel

_NO_KEY: Final = (
    "there is no key: set GEMINI_API_KEY, or take gemini-legacy off the list of who is asked"
)
_NO_PACKAGE: Final = (
    "google-generativeai is not installed: pip install 'storyworld[gemini-legacy]', or ask gemini, "
    "which takes its place"
)
_OF_ITS_END: Final = (
    r"\s*All support for the `google.generativeai` package has ended",
    r"You are using a Python version .* which Google will stop supporting",
)
_PLACE: Final = re.compile(r"^[A-Z]+ \S+: ")
_SAME: Final = ("type", "description", "nullable", "enum", "required")
_RENAMED: Final = {"minItems": "min_items", "maxItems": "max_items"}


class GeminiLegacy:
    """Asks a Gemini model for JSON by a schema; reads the finish reason before the text."""

    name = "gemini_legacy"  # names of agents know no hyphen

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
            make = _load()
        except ImportError:
            raise UnansweredError(TryResult.NOT_CONFIGURED, _NO_PACKAGE) from None
        from google.api_core.exceptions import GoogleAPICallError

        try:
            model, close = make(self.model, asked.system, key, self._url)
            try:
                response = model.generate_content(
                    list(map(_content, asked.turns)),
                    generation_config=_config(asked),
                    # Its own retries would go on beyond any time limit.
                    request_options={"timeout": asked.timeout_s, "retry": None},
                )
            finally:
                close()
        except GoogleAPICallError as error:
            message = _PLACE.sub("", str(error.message)).replace(key, "***")
            details = tuple(d for d in error.details or () if isinstance(d, Mapping))
            raise unanswered(int(error.code or 500), message, details) from None
        except Exception as error:  # noqa: BLE001 - whatever the library raises, the next is asked
            said = of_library(error, where="gemini-legacy")
            said.detail = said.detail.replace(key, "***")
            raise said from None
        return _answer(response, self.model)


Maker = Callable[[str, str, str, str | None], "tuple[GenerativeModel, Callable[[], None]]"]


@lru_cache(maxsize=1)
def _load() -> Maker:
    """Import the SDK, once; a client is made for each call, since sockets do not fork."""
    with warnings.catch_warnings():
        for message in _OF_ITS_END:
            warnings.filterwarnings("ignore", message, FutureWarning)
        import google.generativeai as genai
        from google.generativeai.client import get_default_generative_client
    lock = Lock()

    def model(
        name: str, system: str, key: str, url: str | None
    ) -> "tuple[GenerativeModel, Callable[[], None]]":
        options = {"api_endpoint": url} if url else {}
        made = genai.GenerativeModel(name, system_instruction=system)
        with lock:  # it keeps one configuration and one client a process
            genai.configure(api_key=key, transport="rest", client_options=options)
            client = get_default_generative_client()
        client.transport._session.max_redirects = 0  # the key would go along
        made._client = client
        return made, client.transport.close

    return model


def _content(turn: Turn) -> dict[str, object]:
    def parts() -> Iterator[dict[str, object]]:
        yield {"text": turn.text}
        for picture in turn.pictures:
            yield {"text": picture.label}
            yield {"inline_data": {"data": picture.data, "mime_type": picture.mime_type}}

    return {"role": "model" if turn.by_model else "user", "parts": list(parts())}


def _config(asked: Asked) -> dict[str, object]:
    config: dict[str, object] = {
        "max_output_tokens": MAX_OUTPUT_TOKENS,
        "response_mime_type": "application/json",
        "response_schema": _known(asked.schema),
    }
    return config if asked.temperature is None else {**config, "temperature": asked.temperature}


def _known(schema: Mapping[str, object]) -> dict[str, object]:
    """Give of a JSON schema what the SDK's own knows; it raises for anything else."""
    known = {name: schema[name] for name in _SAME if name in schema}
    known |= {own: schema[name] for name, own in _RENAMED.items() if name in schema}
    items, properties = schema.get("items"), schema.get("properties")
    if isinstance(items, Mapping):
        known["items"] = _known(items)
    if isinstance(properties, Mapping):
        known["properties"] = {name: _known(each) for name, each in properties.items()}
    return known


def _answer(response: Any, model: str) -> Answer:
    usage = response.usage_metadata
    taken, total = count(usage.prompt_token_count), count(usage.total_token_count)
    # It leaves out the tokens of thoughts, which the total holds.
    counted = bool(taken and total)  # what is left out is 0
    taken = taken or 0
    given = max(count(usage.candidates_token_count) or 0, (total or 0) - taken)

    def refused(result: TryResult, detail: str) -> UnansweredError:
        return UnansweredError(
            result, detail, input_tokens=taken, output_tokens=given, counted=counted
        )

    if not response.candidates:
        reason = response.prompt_feedback.block_reason
        named = reason.name if reason else "no candidates"
        raise refused(TryResult.BLOCKED, f"the prompt was blocked: {named}")
    candidate = response.candidates[0]
    finish = getattr(candidate.finish_reason, "name", str(candidate.finish_reason))
    if finish == "MAX_TOKENS":
        raise refused(TryResult.CUT_SHORT, f"the reply was cut at {given} tokens")
    if finish != "STOP":
        raise refused(TryResult.BLOCKED, f"the model stopped for another reason: {finish}")
    text = "".join(part.text for part in candidate.content.parts)
    by = response.to_dict().get("model_version")
    return Answer(text, sound(by or model, MODEL_NAME), taken, given, counted)
