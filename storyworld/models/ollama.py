"""A model of one's own, by Ollama.

Licence: the ollama library is MIT; each model has its own. Cost: nothing but the machine. Needs: an
Ollama server with the model pulled.
"""

import json
from typing import TYPE_CHECKING

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
    from ollama import ChatResponse

_CHARACTERS_PER_TOKEN = 2.5
_CONTEXT_STEP = 4096
_TOKENS_PER_PICTURE = 1024  # LLaVA takes 576 to 2,880, by size
_CONNECT_S = 3.0


class Ollama:
    """Asks a model on an Ollama server for JSON by a schema, which it is also told in words."""

    name = "ollama"

    def __init__(self, model: str, url: str) -> None:
        self.model = model
        self._url = url

    def ask(self, asked: Asked) -> Answer:
        """See :class:`storyworld.models.asking.Model`."""
        import httpx
        import ollama

        from storyworld.models.bounded import client_args

        system = f"{asked.system}\n\nThe schema:\n{json.dumps(asked.schema)}"
        talk = [_message(turn) for turn in asked.turns]
        timeout = httpx.Timeout(asked.timeout_s, connect=min(_CONNECT_S, asked.timeout_s))
        where = f"ollama at {place(self._url)}"
        try:
            client = ollama.Client(
                host=self._url,
                timeout=timeout,
                headers={"Accept-Encoding": "identity"},  # what is packed small may unpack huge
                **client_args(asked.timeout_s),
            )
        except ValueError as error:
            said = f"{where}: {error}"
            raise UnansweredError(TryResult.UNAVAILABLE, said, unbilled=True) from None
        try:
            response = client.chat(
                model=self.model,
                messages=[{"role": "system", "content": system}, *talk],
                stream=False,
                format=dict(asked.schema),
                keep_alive="10m",
                options=_options(system, asked),
            )
        except ollama.ResponseError as error:
            raise unanswered(error.status_code, error.error) from None
        except Exception as error:  # noqa: BLE001 - whatever the library raises, the next is asked
            raise of_library(error, where=where) from None
        finally:
            client.close()  # type: ignore[no-untyped-call]
        return _answer(response, self.model)


def _message(turn: Turn) -> dict[str, object]:
    """Put a turn as Ollama takes it: all words first, then the pictures in their order."""
    message: dict[str, object] = {
        "role": "assistant" if turn.by_model else "user",
        "content": "\n".join([turn.text, *(picture.label for picture in turn.pictures)]),
    }
    if turn.pictures:
        message["images"] = [picture.data for picture in turn.pictures]
    return message


def _options(system: str, asked: Asked) -> dict[str, object]:
    pictures = sum(len(turn.pictures) for turn in asked.turns)
    options: dict[str, object] = {
        "seed": asked.seed,
        "num_ctx": _context(pictures, system, *(turn.text for turn in asked.turns)),
        "num_predict": MAX_OUTPUT_TOKENS,
    }
    return options if asked.temperature is None else {"temperature": asked.temperature, **options}


def _context(pictures: int, *texts: str) -> int:
    """Give the tokens of context that hold prompt and reply: Ollama cuts what does not fit."""
    needed = sum(map(len, texts)) / _CHARACTERS_PER_TOKEN + MAX_OUTPUT_TOKENS
    needed += pictures * _TOKENS_PER_PICTURE
    return _CONTEXT_STEP * (1 + int(needed // _CONTEXT_STEP))


def _answer(response: "ChatResponse", model: str) -> Answer:
    told_in, told_out = count(response.prompt_eval_count), count(response.eval_count)
    taken, given, counted = told_in or 0, told_out or 0, None not in (told_in, told_out)
    if response.done_reason == "length":
        raise UnansweredError(
            TryResult.CUT_SHORT, f"the reply was cut at {given} tokens",
            input_tokens=taken, output_tokens=given, counted=counted,
        )  # fmt: skip
    return Answer(
        response.message.content or "", sound(response.model or model, MODEL_NAME),
        taken, given, counted,
    )  # fmt: skip
