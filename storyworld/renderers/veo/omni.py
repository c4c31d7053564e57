"""Films of Google's omni models by an API key: the way for those without a cloud project.

Licence: google-genai is Apache-2.0; the service has its own terms. Cost: per second of film, at the
price that ``STORYWORLD_RENDER_PRICES`` gives (there is none by default). Needs ``GEMINI_API_KEY``
and ``STORYWORLD_VEO_MODEL=gemini-omni-...``.

The Interactions API takes no negative prompt (it is said in the prompt) and makes sound always
(nobody listens to it here). The requests are those of the SDK's own types; what the API answers was
not recorded against Google's servers, as that of the Agent Platform was.
"""

import base64
import binascii
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from storyworld.models.asking import NoFilmError, UnansweredError, sound
from storyworld.records.provenance import Agent, AgentKind, Detail, TryResult
from storyworld.records.render import Grounding, RenderRequest
from storyworld.renderers.veo.access import key_of, price_of
from storyworld.renderers.veo.delivering import deliver, reply_bytes
from storyworld.renderers.veo.faults import of_http, of_operation, of_poll, of_sdk
from storyworld.renderers.veo.ordering import (
    ASPECT_RATIO,
    RESOLUTION,
    SHORT_REPLY,
    Order,
    order_of,
    seconds_of,
)
from storyworld.settings import Settings

if TYPE_CHECKING:
    from google.genai import Client

_PREFIX: Final = "interactions/"
_NAME: Final = re.compile(_PREFIX + r"(?P<id>[a-zA-Z0-9][a-zA-Z0-9_=-]{0,299})")
_OVER: Final = frozenset(
    {"failed", "cancelled", "incomplete", "budget_exceeded", "requires_action",
     "requires_continuation"}
)  # fmt: skip
_WORDS: Final = 200
_PLAIN: Final = {"Accept-Encoding": "identity"}  # what is packed small may unpack huge


class OmniVendor:
    """Sells films of an omni model; see :class:`storyworld.ports.FilmVendor`.

    Each call is one request and none is ever repeated here: who repeats an order may pay twice.
    """

    def __init__(self, settings: Settings) -> None:
        self.agent = Agent(
            name="veo", kind=AgentKind.RENDERER, version="1", model=settings.veo_model
        )
        self._settings = settings

    def quote_usd(self, request: RenderRequest) -> float:
        """Say what the film of a request costs: its seconds times the price of one.

        Raises
        ------
        UnansweredError
            NOT_CONFIGURED without a key or a price, UNSUITED if no such film is made.
        """
        key_of(self._settings)
        return price_of(self._settings, seconds_of(request.shot.camera))

    def order(self, request: RenderRequest, *, rephrased: bool = False) -> str:
        """Buy a film by one POST, and give the name of the interaction.

        Raises
        ------
        UnansweredError
            Whatever went wrong. `unbilled` unless it may have been bought all the same.
        """
        key_of(self._settings)
        body = _body(order_of(request, rephrased=rephrased), self._settings.veo_model)
        interaction = self._asked(
            lambda client: client.interactions.create(**body, extra_headers=_PLAIN)
        )
        name = f"{_PREFIX}{getattr(interaction, 'id', None) or ''}"
        if not _NAME.fullmatch(name):
            raise UnansweredError(
                TryResult.MALFORMED,
                f"veo took the order under a name that is none: {sound(name, _WORDS)!r}",
            )
        return name

    def collect(self, operation: str, into: Path) -> Path | None:
        """Ask once for a film, and write it below `into`; None while it is being made.

        Raises
        ------
        NoFilmError
            If it is over and there is no film: BLOCKED where it was filtered.
        UnansweredError
            If nobody said so: ask again later.
        TransientError
            STORAGE_FULL if the film cannot be written.
        """
        named = _NAME.fullmatch(operation)
        if named is None:
            said = f"{sound(operation, _WORDS)!r} is no name of an interaction"
            raise NoFilmError(TryResult.INVALID, said)
        most_mb = self._settings.upload_max_mb
        try:
            interaction = self._asked(
                lambda client: client.interactions.get(named["id"], extra_headers=_PLAIN),
                poll=True,
                most_bytes=reply_bytes(most_mb),
            )
        except UnansweredError as error:
            error.unbilled = False  # asking is free; the film may be made, and paid, all the same
            raise
        status = str(getattr(interaction, "status", ""))
        if status in _OVER:
            raise _failed(interaction, status, self._secrets())
        if status != "completed":
            return None
        film, media_type = _only_video(interaction, self._secrets())
        to = into / f"veo-{named['id'][:100]}.mp4"
        return deliver(film, media_type, to, most_mb=most_mb)

    def footage_facts(
        self, request: RenderRequest, *, rephrased: bool = False
    ) -> tuple[Grounding, int, tuple[Detail, ...]]:
        """Say that a film begins with the simulator's first frame, and what it was ordered by."""
        made = order_of(request, rephrased=rephrased)
        details = {
            "model": self._settings.veo_model,
            "prompt": _words(made),
            "rephrased": str(rephrased).lower(),
            "keyframe_sha256": made.keyframe_sha256,
            "duration_s": str(made.seconds),
            "seed": str(made.seed),
            "resolution": RESOLUTION,
            "aspect_ratio": ASPECT_RATIO,
            "generate_audio": "always",
        }
        return Grounding.INITIAL, 1, tuple(details.items())

    def _asked(
        self,
        ask: Callable[["Client"], Any],
        *,
        poll: bool = False,
        most_bytes: int = SHORT_REPLY,
    ) -> Any:
        """Ask once by a client of its own, since sockets do not fork."""
        (key,) = secrets = self._secrets()
        url = self._settings.veo_url or self._settings.gemini_url
        try:
            client = _load()(key, url, self._settings.ordering_s, most_bytes)
        except ValueError as error:  # an address that is none
            why = of_sdk(error, secrets).detail
            raise UnansweredError(TryResult.UNAVAILABLE, why, unbilled=True) from None
        try:
            return ask(client)
        except Exception as error:  # noqa: BLE001 - whatever the library raises, the next is asked
            raise _sorted(error, secrets, poll=poll) from None
        finally:
            client.close()

    def _secrets(self) -> tuple[str, ...]:
        return (key_of(self._settings).get_secret_value(),)


@lru_cache(maxsize=1)
def _load() -> Callable[[str, str | None, float, int], "Client"]:
    """Import the SDK, once."""
    from google import genai
    from google.genai import types

    from storyworld.models.bounded import client_args

    def client(key: str, url: str | None, timeout_s: float, most_bytes: int) -> "Client":
        options = types.HttpOptions(
            base_url=url,
            api_version="v1beta",
            timeout=max(1, round(timeout_s * 1000)),  # ms
            retry_options=types.HttpRetryOptions(attempts=1),  # five by default
            client_args=client_args(timeout_s, most_bytes),  # a redirect would take the key along
        )
        return genai.Client(api_key=key, vertexai=False, http_options=options)

    return client


def _sorted(error: Exception, secrets: tuple[str, ...], *, poll: bool) -> UnansweredError:
    """Sort what the Interactions API raises: classes of its own, around those of HTTP."""
    code, told = getattr(error, "status_code", None), getattr(error, "body", None)
    if isinstance(code, int) and code != 200:
        return (of_poll if poll else of_http)(code, told, secrets)
    cause = error.__cause__
    return of_sdk(cause if isinstance(cause, Exception) else error, secrets, poll=poll)


def _words(made: Order) -> str:
    return f"{made.prompt} Not to be seen: {made.negative_prompt}. Silent."


def _body(made: Order, model: str) -> dict[str, Any]:
    frame = base64.b64encode(made.keyframe).decode("ascii")
    return {
        "model": model,
        "input": [
            {"type": "image", "mime_type": "image/png", "data": frame},
            {"type": "text", "text": _words(made)},
        ],
        "background": True,
        "generation_config": {"seed": made.seed, "video_config": {"task": "image_to_video"}},
        "response_format": {
            "type": "video",
            "aspect_ratio": ASPECT_RATIO,
            "resolution": RESOLUTION,
            "duration": f"{made.seconds}s",
            "delivery": "inline",
        },
    }


def _outputs(interaction: Any) -> Iterator[Any]:
    """Give what the model put out, step by step."""
    for step in getattr(interaction, "steps", None) or []:
        if getattr(step, "type", None) == "model_output":
            yield step


def _failed(interaction: Any, status: str, secrets: tuple[str, ...]) -> NoFilmError:
    """Say why an interaction came to its end without a film, as far as it is told."""
    for step in _outputs(interaction):
        fault = getattr(step, "error", None)
        if fault is not None:
            return of_operation({"code": fault.code, "message": fault.message}, secrets)
    told = [str(e.message) for e in getattr(interaction, "errors", None) or [] if e.message]
    why = "; ".join(told) or "no reason was given"
    return of_operation({"code": status, "message": why}, secrets)


def _only_video(interaction: Any, secrets: tuple[str, ...]) -> tuple[bytes, str | None]:
    """Give the bytes of the one video of a completed interaction, and its media type.

    Raises
    ------
    NoFilmError
        If there is none, more than one, or its bytes lie elsewhere.
    """
    contents = [c for step in _outputs(interaction) for c in getattr(step, "content", None) or []]
    videos = [c for c in contents if getattr(c, "type", None) == "video"]
    if not videos:
        said = " ".join(str(c.text) for c in contents if getattr(c, "type", None) == "text")
        found = _failed(interaction, "completed", secrets)
        if found.result is TryResult.BLOCKED:
            raise found
        why = f": {sound(said, _WORDS)}" if said else ""
        raise NoFilmError(TryResult.MALFORMED, f"the interaction is over without a film{why}")
    if len(videos) > 1:
        raise NoFilmError(TryResult.MALFORMED, f"{len(videos)} films came, and one was ordered")
    if not videos[0].data:
        raise NoFilmError(
            TryResult.MALFORMED, "the film was left elsewhere: its bytes did not come"
        )
    try:
        film = base64.b64decode(videos[0].data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise NoFilmError(TryResult.MALFORMED, f"the film is no base64: {error}") from None
    return film, videos[0].mime_type
