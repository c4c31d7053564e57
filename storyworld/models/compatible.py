"""A model behind an OpenAI-compatible endpoint: vLLM, llama.cpp, and other servers that speak so.

Licence: each model has its own. Cost: nothing but the machine, or what the server's owner asks.
Needs: a server (``STORYWORLD_OPENAI_URL``, up to and with its ``/v1``) and the name of a model.
"""

import base64
import json
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

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
    place,
    sound,
    unanswered,
)
from storyworld.records.provenance import TryResult

if TYPE_CHECKING:
    from httpx import Response

_NO_SERVER: Final = (
    "there is no server: set STORYWORLD_OPENAI_URL (such as http://127.0.0.1:8000/v1), or take "
    "openai off the list of who is asked"
)
_NO_MODEL: Final = "no model is named: set STORYWORLD_OPENAI_VISION_MODEL to its name on the server"
_CONNECT_S: Final = 3.0
_MOST_BYTES: Final = 2_000_000


class Compatible:
    """Asks a chat model for JSON by a schema; reads the finish reason before the text.

    Parameters
    ----------
    model
        The name by which the server knows the model.
    url
        Where ``/chat/completions`` hangs; it may hold credentials, which are never told.
    key
        Sent as a bearer token, where the server wants one.
    """

    name = "openai"

    def __init__(self, model: str | None, url: str | None, key: SecretStr | None = None) -> None:
        self.model = model or ""
        self._url = url
        self._key = key.get_secret_value() if key else ""

    def ask(self, asked: Asked) -> Answer:
        """See :class:`storyworld.models.asking.Model`."""
        if self._url is None:
            raise UnansweredError(TryResult.NOT_CONFIGURED, _NO_SERVER)
        if not self.model:
            raise UnansweredError(TryResult.NOT_CONFIGURED, _NO_MODEL)
        if not (self._key.isascii() and self._key.isprintable()):
            said = "OPENAI_API_KEY holds characters that no header can: correct or unset it"
            raise UnansweredError(TryResult.NOT_CONFIGURED, said)
        status, retry_after, raw = self._post(self._url, asked)
        if status != 200:
            error = _told(raw)
            message = self._untold(str(error.get("message") or "no reason given"))
            raise _refused(status, message, error, {"retryDelay": _delay(retry_after)})
        try:
            return _answer(raw, self.model)
        except UnansweredError as unread:
            unread.detail = self._untold(unread.detail)
            raise unread from None

    def _post(self, url: str, asked: Asked) -> tuple[int, str, bytes]:
        """Send the question; give status, ``Retry-After`` and body, the body read up to a limit."""
        import httpx

        where = f"openai at {place(url)}"
        until = time.monotonic() + asked.timeout_s
        timeout = httpx.Timeout(asked.timeout_s, connect=min(_CONNECT_S, asked.timeout_s))
        headers = {"Accept-Encoding": "identity"}  # what is packed small may unpack huge
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        with httpx.Client(timeout=timeout, follow_redirects=False) as client:
            try:
                _ = urlsplit(url).port  # httpx lets a port pass that is none
                to = f"{url.rstrip('/')}/chat/completions"
                body = _body(self.model, asked)
                request = client.build_request("POST", to, json=body, headers=headers)
            except (httpx.InvalidURL, ValueError):
                why = f"{where}: STORYWORLD_OPENAI_URL is no address"
                raise UnansweredError(TryResult.UNAVAILABLE, why, unbilled=True) from None
            try:
                response = client.send(request, stream=True)
                raw = _read(response, until, where)
            except UnansweredError:
                raise
            except Exception as error:  # noqa: BLE001 - whatever httpx raises, the next is asked
                said = of_library(error, where=where)
                said.detail = self._untold(said.detail)
                raise said from None
        return response.status_code, response.headers.get("Retry-After", ""), raw

    def _untold(self, text: str) -> str:
        """Take the key and the password of the address out of what is told."""
        password = urlsplit(self._url or "").password or ""
        for secret in {self._key, password, unquote(password)} - {""}:
            text = text.replace(secret, "***")
        return text


def _body(model: str, asked: Asked) -> dict[str, object]:
    schema = _strict(asked.schema)
    system = f"{asked.system}\n\nThe schema:\n{json.dumps(schema)}"
    form = {"name": "reply", "schema": schema, "strict": True}
    body: dict[str, object] = {
        "model": model,
        "messages": [{"role": "system", "content": system}, *map(_message, asked.turns)],
        "response_format": {"type": "json_schema", "json_schema": form},
        "max_tokens": MAX_OUTPUT_TOKENS,
        "seed": asked.seed,
        "stream": False,
    }
    return body if asked.temperature is None else {**body, "temperature": asked.temperature}


def _message(turn: Turn) -> dict[str, object]:
    """Put a turn: as plain words where it has no pictures, since some servers take only those."""
    role = "assistant" if turn.by_model else "user"
    return {"role": role, "content": list(_parts(turn)) if turn.pictures else turn.text}


def _parts(turn: Turn) -> Iterator[dict[str, object]]:
    yield {"type": "text", "text": turn.text}
    for picture in turn.pictures:
        yield {"type": "text", "text": picture.label}
        data = base64.b64encode(picture.data).decode("ascii")
        yield {
            "type": "image_url",
            "image_url": {"url": f"data:{picture.mime_type};base64,{data}"},
        }


def _strict(schema: Mapping[str, object]) -> dict[str, object]:
    """Close a schema as `strict` wants it: no further properties, and each is given or null."""
    closed = dict(schema)
    properties, items = schema.get("properties"), schema.get("items")
    if isinstance(items, Mapping):
        closed["items"] = _strict(items)
    if isinstance(properties, Mapping):
        required = schema.get("required")
        needed = required if isinstance(required, list) else []
        of_all = {name: _strict(each) for name, each in properties.items()}
        for name in of_all.keys() - set(needed):
            of_all[name]["type"] = [of_all[name]["type"], "null"]
        closed |= {"properties": of_all, "required": list(of_all), "additionalProperties": False}
    return closed


def _read(response: "Response", until: float, where: str) -> bytes:
    """Read a body, in time and up to a limit: of an error its beginning will do."""
    raw = bytearray()
    for chunk in response.iter_raw():
        raw += chunk
        if len(raw) > _MOST_BYTES:
            if response.status_code != 200:
                break
            said = f"{where}: the reply is longer than {_MOST_BYTES} bytes"
            raise UnansweredError(TryResult.MALFORMED, said)
        if time.monotonic() > until:
            raise UnansweredError(TryResult.TIMEOUT, f"{where}: the reply did not end in time")
    return bytes(raw)


def _object(raw: bytes) -> dict[str, object] | None:
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _told(raw: bytes) -> dict[str, object]:
    """Reach an error: OpenAI puts it under `error`, some servers beside or under `detail`."""
    found = _object(raw)
    if found is None:
        return {"message": raw[:200].decode("utf-8", "replace")}
    error = found.get("error") or found.get("detail") or found
    return error if isinstance(error, dict) else {"message": str(error)}


def _refused(status: int, message: str, *details: Mapping[str, object]) -> UnansweredError:
    said = unanswered(status, message, details)
    if any(each.get("code") == "content_filter" for each in details):
        said.result = TryResult.BLOCKED
    return said


def _delay(retry_after: str) -> str:
    """Read ``Retry-After``, seconds or a date, as a delay in seconds; empty where there is none."""
    if retry_after.strip().isascii() and retry_after.strip().isdigit():
        return f"{retry_after.strip()}s"
    try:
        when = parsedate_to_datetime(retry_after)
        when = when if when.tzinfo else when.replace(tzinfo=UTC)
        left_s = (when - datetime.now(UTC)).total_seconds()
    except (ValueError, OverflowError):  # a zone so far off that there is no such time
        return ""
    return f"{max(0.0, left_s):.1f}s"


def _answer(raw: bytes, model: str) -> Answer:
    reply = _object(raw)
    if reply is None:
        raise UnansweredError(TryResult.MALFORMED, "the server's reply is no JSON object")
    told = reply.get("usage")
    usage = told if isinstance(told, dict) else {}
    told_in, told_out = count(usage.get("prompt_tokens")), count(usage.get("completion_tokens"))
    taken, given, counted = told_in or 0, told_out or 0, None not in (told_in, told_out)

    def refused(result: TryResult, detail: str) -> UnansweredError:
        return UnansweredError(
            result, detail, input_tokens=taken, output_tokens=given, counted=counted
        )

    choices = reply.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise _without_choice(reply) or refused(TryResult.MALFORMED, "the reply has no choices")
    finish = choice.get("finish_reason")
    if finish == "length":
        raise refused(TryResult.CUT_SHORT, f"the reply was cut at {given} tokens")
    if finish == "content_filter":
        raise refused(TryResult.BLOCKED, "the reply was held back by a content filter")
    if message.get("refusal"):
        raise refused(TryResult.BLOCKED, f"the model refused: {message['refusal']}")
    if finish != "stop":
        raise refused(TryResult.BLOCKED, f"the model stopped for another reason: {finish}")
    content = message.get("content")
    if not isinstance(content, str):
        raise refused(TryResult.MALFORMED, "the reply has no content")
    by = reply.get("model")
    name = by if isinstance(by, str) and by else model
    return Answer(content, sound(name, MODEL_NAME), taken, given, counted)


def _without_choice(reply: dict[str, object]) -> UnansweredError | None:
    """Give the error that some gateways put into a reply whose status says that all is well."""
    error = reply.get("error")
    code = error.get("code") if isinstance(error, dict) else None
    if not isinstance(error, dict) or not isinstance(code, int) or not 400 <= code < 600:
        return None
    return _refused(code, str(error.get("message") or "no reason given"), error)
