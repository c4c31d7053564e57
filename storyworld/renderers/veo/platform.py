"""Veo on Google Cloud's Agent Platform: ordered by one request, asked for by its operation's name.

Cost: what is bought is film by the second, at the price of ``STORYWORLD_RENDER_PRICES``: the quote
is what a delivered film costs. That a filtered or failed one costs nothing is not promised here.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from storyworld.models.asking import NoFilmError, UnansweredError, sound
from storyworld.records.provenance import Agent, AgentKind, Detail, TryResult
from storyworld.records.render import Grounding, RenderRequest
from storyworld.renderers.veo.access import (
    LOCATION,
    PROJECT,
    Finder,
    Place,
    finder_for,
    place_of,
    price_of,
    signed_in,
)
from storyworld.renderers.veo.delivering import deliver, reply_bytes
from storyworld.renderers.veo.faults import of_filter, of_http, of_operation, of_poll, of_sdk
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
    from google.auth.credentials import Credentials
    from google.genai import Client, types

    Maker = Callable[["Credentials", Place, str | None, float, int], Client]
_T = TypeVar("_T")

_MODEL: Final = r"[a-zA-Z0-9][a-zA-Z0-9._@-]{0,99}"
_OPERATION: Final = re.compile(
    rf"projects/(?P<project>{PROJECT})/locations/(?P<location>{LOCATION})"
    rf"/publishers/google/models/{_MODEL}/operations/(?P<id>[a-zA-Z0-9][a-zA-Z0-9_-]{{0,99}})"
)


class VeoVendor:
    """Sells films of a Veo model; see :class:`storyworld.ports.FilmVendor`.

    Each call is one request and none is ever repeated here: who repeats an order may pay twice.

    Parameters
    ----------
    find
        How credentials are found; by itself as :func:`storyworld.renderers.veo.access.finder_for`
        does.
    """

    def __init__(self, settings: Settings, find: Finder | None = None) -> None:
        self.agent = Agent(
            name="veo", kind=AgentKind.RENDERER, version="1", model=settings.veo_model
        )
        self._settings = settings
        self._find = find or finder_for(settings.veo_url)
        self._credentials: Credentials | None = None

    def quote_usd(self, request: RenderRequest) -> float:
        """Say what the film of a request costs: its seconds times the price of one.

        Raises
        ------
        UnansweredError
            NOT_CONFIGURED without a project or a price, UNSUITED if Veo makes no such film.
        """
        place_of(self._settings)
        return price_of(self._settings, seconds_of(request.shot.camera))

    def order(self, request: RenderRequest, *, rephrased: bool = False) -> str:
        """Buy a film by one POST, and give the name of its operation.

        Raises
        ------
        UnansweredError
            Whatever went wrong. `unbilled` unless it may have been bought all the same.
        """
        place = place_of(self._settings)
        made = order_of(request, rephrased=rephrased)
        model, source, config = self._settings.veo_model, _source(made), _config(made)
        operation = self._asked(
            place,
            lambda client: client.models.generate_videos(model=model, source=source, config=config),
        )
        name = operation.name or ""
        if not _OPERATION.fullmatch(name):
            said = sound(name, 200) if name else "none"
            raise UnansweredError(
                TryResult.MALFORMED, f"veo took the order under a name that is none: {said!r}"
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
        from google.genai import types

        named = _OPERATION.fullmatch(operation)
        if named is None:
            said = f"{sound(operation, 200)!r} is no name of an operation"
            raise NoFilmError(TryResult.INVALID, said)
        most_mb = self._settings.upload_max_mb
        asked = types.GenerateVideosOperation.model_validate({"name": operation})
        try:
            answer = self._asked(
                Place(named["project"], named["location"]),
                lambda client: client.operations.get(asked),
                poll=True,
                most_bytes=reply_bytes(most_mb),
            )
        except UnansweredError as error:
            error.unbilled = False  # asking is free; the film may be made, and paid, all the same
            raise
        if answer.error:
            raise of_operation(answer.error, self._secrets())
        if not answer.done:
            return None
        video = _only_video(answer.response)
        to = into / f"veo-{named['id']}.mp4"
        return deliver(video.video_bytes, video.mime_type, to, most_mb=most_mb)

    def footage_facts(
        self, request: RenderRequest, *, rephrased: bool = False
    ) -> tuple[Grounding, int, tuple[Detail, ...]]:
        """Say that a film begins with the simulator's first frame, and what it was ordered by.

        The project is left out: it says who pays.
        """
        made = order_of(request, rephrased=rephrased)
        details = {
            "model": self._settings.veo_model,
            "prompt": made.prompt,
            "negative_prompt": made.negative_prompt,
            "rephrased": str(rephrased).lower(),
            "keyframe_sha256": made.keyframe_sha256,
            "duration_s": str(made.seconds),
            "seed": str(made.seed),
            "resolution": RESOLUTION,
            "aspect_ratio": ASPECT_RATIO,
            "generate_audio": "false",
            "location": self._settings.google_cloud_location,
        }
        return Grounding.INITIAL, 1, tuple(details.items())

    def _asked(
        self,
        place: Place,
        ask: Callable[["Client"], _T],
        *,
        poll: bool = False,
        most_bytes: int = SHORT_REPLY,
    ) -> _T:
        """Ask once by a client of its own, since sockets do not fork."""
        from google.genai import errors

        timeout_s = self._settings.ordering_s
        if self._credentials is None or not self._credentials.valid:
            self._credentials = signed_in(self._find, timeout_s / 2)  # in the same step
        secrets = self._secrets()
        try:
            client = _load()(
                self._credentials, place, self._settings.veo_url, timeout_s, most_bytes
            )
        except ValueError as error:  # an address that is none
            why = of_sdk(error, secrets).detail
            raise UnansweredError(TryResult.UNAVAILABLE, why, unbilled=True) from None
        try:
            return ask(client)
        except errors.APIError as error:
            raise (of_poll if poll else of_http)(error.code, error.details, secrets) from None
        except Exception as error:  # noqa: BLE001 - whatever the library raises, the next is asked
            raise of_sdk(error, secrets, poll=poll) from None
        finally:
            client.close()

    def _secrets(self) -> tuple[str, ...]:
        token = self._credentials.token if self._credentials else None
        return (str(token),) if token and len(str(token)) >= 8 else ()


@lru_cache(maxsize=1)
def _load() -> "Maker":
    """Import the SDK, once."""
    from google import genai
    from google.genai import types

    from storyworld.models.bounded import client_args

    def client(
        credentials: "Credentials", place: Place, url: str | None, timeout_s: float, most_bytes: int
    ) -> "Client":
        options = types.HttpOptions(
            base_url=url,
            api_version="v1beta1",
            headers={"Accept-Encoding": "identity"},  # what is packed small may unpack huge
            timeout=max(1, round(timeout_s * 1000)),  # ms
            retry_options=types.HttpRetryOptions(attempts=1),
            client_args=client_args(timeout_s, most_bytes),  # a redirect would take the token along
        )
        return genai.Client(
            enterprise=True,
            project=place.project,
            location=place.location,
            credentials=credentials,
            http_options=options,
        )

    return client


def _source(made: Order) -> "types.GenerateVideosSource":
    from google.genai import types

    image = types.Image(image_bytes=made.keyframe, mime_type="image/png")
    return types.GenerateVideosSource(prompt=made.prompt, image=image)


def _config(made: Order) -> "types.GenerateVideosConfig":
    from google.genai import types

    return types.GenerateVideosConfig(
        number_of_videos=1,
        duration_seconds=made.seconds,
        seed=made.seed,
        aspect_ratio=ASPECT_RATIO,
        resolution=RESOLUTION,
        negative_prompt=made.negative_prompt,
        person_generation="dont_allow",
        generate_audio=False,
    )


def _only_video(response: "types.GenerateVideosResponse | None") -> "types.Video":
    """Give the one video of a finished operation.

    Raises
    ------
    NoFilmError
        BLOCKED if it was filtered, MALFORMED if there is none else, or more than one, or its bytes
        lie elsewhere.
    """
    videos = [each.video for each in (response and response.generated_videos) or [] if each.video]
    if not videos:
        if response and (response.rai_media_filtered_count or response.rai_media_filtered_reasons):
            raise of_filter(response.rai_media_filtered_reasons)
        raise NoFilmError(TryResult.MALFORMED, "the operation is over without film or reason")
    if len(videos) > 1:
        raise NoFilmError(TryResult.MALFORMED, f"{len(videos)} films came, and one was ordered")
    if videos[0].uri and not videos[0].video_bytes:
        raise NoFilmError(
            TryResult.MALFORMED,
            "the film was left in a bucket of Google's, and none was asked for: its bytes did not "
            "come along",
        )
    return videos[0]
