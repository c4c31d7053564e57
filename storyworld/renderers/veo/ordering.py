"""What is ordered: how long a film, of which frame on, and how it is recorded."""

import hashlib
from dataclasses import dataclass
from typing import Final

from storyworld.models.asking import UnansweredError
from storyworld.physics.families import family_named
from storyworld.physics.painting import paint
from storyworld.physics.staging import frame_times, simulate
from storyworld.records.provenance import TryResult
from storyworld.records.render import FilmFormat, RenderRequest
from storyworld.records.scenario import Camera
from storyworld.renderers.veo.prompting import NEGATIVE_PROMPT, prompt_of

RATE_HZ: Final = 24.0
VEO_FORMAT: Final = FilmFormat(
    width_px=1280,
    height_px=720,
    frame_counts=(96, 144, 192),
    slowest_hz=RATE_HZ,
    fastest_hz=RATE_HZ,
)
RESOLUTION: Final = "720p"
ASPECT_RATIO: Final = "16:9"
SHORT_REPLY: Final = 2_000_000  # bytes: an order is answered by a name
_SEEDS: Final = 2**32


@dataclass(frozen=True)
class Order:
    """A film as it is ordered.

    Parameters
    ----------
    keyframe
        The simulator's first frame as PNG, at the camera's size.
    seconds
        4, 6 or 8.
    seed
        0 to 2^32 - 1.
    """

    prompt: str
    negative_prompt: str
    keyframe: bytes
    seconds: int
    seed: int

    @property
    def keyframe_sha256(self) -> str:
        """The digest of the PNG that was sent."""
        return hashlib.sha256(self.keyframe).hexdigest()


def order_of(request: RenderRequest, *, rephrased: bool = False) -> Order:
    """Turn a request into an order.

    Raises
    ------
    UnansweredError
        UNSUITED if the camera asks for another film than Veo makes, or there is no scene.
    """
    return Order(
        prompt=prompt_of(request, rephrased=rephrased),
        negative_prompt=NEGATIVE_PROMPT,
        keyframe=keyframe_of(request),
        seconds=seconds_of(request.shot.camera),
        seed=request.seed % _SEEDS,
    )


def seconds_of(camera: Camera) -> int:
    """Say how many seconds of film a camera asks for: what is paid for.

    Raises
    ------
    UnansweredError
        UNSUITED if Veo makes no such film.
    """
    made = VEO_FORMAT
    size = (camera.width_px, camera.height_px)
    if (
        size != (made.width_px, made.height_px)
        or camera.frame_rate_hz != RATE_HZ
        or camera.frame_count not in made.frame_counts
    ):
        lengths = ", ".join(map(str, made.frame_counts))
        raise UnansweredError(
            TryResult.UNSUITED,
            f"Veo makes films of {lengths} frames at {RATE_HZ:g} Hz and {made.width_px}x"
            f"{made.height_px}, not {camera.frame_count} at {camera.frame_rate_hz:g} Hz and "
            f"{size[0]}x{size[1]}: stage the shot for its format",
            unbilled=True,
        )
    return round(camera.frame_count / RATE_HZ)


def keyframe_of(request: RenderRequest) -> bytes:
    """Paint the first frame of the simulation and give it as PNG.

    Raises
    ------
    UnansweredError
        UNSUITED if there is no scene for the scenario.
    """
    import cv2

    scenario, shot = request.scenario, request.shot
    try:
        scene = family_named(scenario.family).stage(scenario)
    except (LookupError, ValueError, NotImplementedError) as error:
        raise UnansweredError(
            TryResult.UNSUITED,
            f"there is no scene for family {scenario.family!r}, whose first frame Veo could be "
            f"given: {error}",
            unbilled=True,
        ) from error
    motion = simulate(scene, frame_times(shot.camera)[:1])
    first = next(iter(paint(scene, motion, shot)))
    done, png = cv2.imencode(".png", cv2.cvtColor(first, cv2.COLOR_RGB2BGR))
    if not done:
        raise UnansweredError(
            TryResult.UNSUITED, "the first frame could not be encoded as PNG", unbilled=True
        )
    return bytes(png.tobytes())
