"""What a model is told of a scenario: pictures of the simulator's, and words.

The beat reaches a model by what the simulator makes of it: frame 0, the first frames, or how near
everything is in every frame. Each of these has a sha256, and provenance says who was given which.
"""

import hashlib
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from storyworld.errors import PermanentError
from storyworld.physics.depth import depth_frames
from storyworld.physics.families import family_named
from storyworld.physics.painting import Picture, paint
from storyworld.physics.scene import Motion, Scene
from storyworld.physics.staging import frame_times, simulate
from storyworld.records.provenance import FailureCode
from storyworld.records.render import RenderRequest
from storyworld.records.scenario import Scenario
from storyworld.renderers.diffusion.specs import TEXTS, ModelSpec, Role

Pictures = NDArray[np.uint8]  # (frames, height, width, 3)
StageScene = Callable[[Scenario], Scene]

# CLIP reads 77 tokens and drops the rest: the camera has to be among them.
_LONGEST_TEXT: Final = 240
_CAMERA: Final = "side view, static camera on a tripod, plain light background"
NEGATIVE: Final = (
    "camera motion, pan, zoom, cut, scene change, text, caption, watermark, deformed, melting,"
    " morphing, blurry, flicker, low quality"
)
_TO_BE_MADE: Final = 128  # grey where there is no frame yet, as VACE was trained


@dataclass(frozen=True)
class Conditioning:
    """One thing a model can be given: pictures ``(frames, height, width, 3)`` uint8, or a text."""

    role: Role
    value: Pictures | str

    @cached_property
    def sha256(self) -> str:
        """Name it: of a text the bytes in UTF-8, of pictures shape and pixels."""
        if isinstance(self.value, str):
            return hashlib.sha256(self.value.encode()).hexdigest()
        return sha256_of_pictures(self.value)


@dataclass(frozen=True)
class Told:
    """All that there is to tell a model, and the simulator's own film; None if there is none."""

    conditionings: tuple[Conditioning, ...]
    simulated: Pictures | None


def sha256_of_pictures(pictures: Pictures) -> str:
    """Give the sha256 of pictures: their shape as text, and then their pixels row by row."""
    digest = hashlib.sha256(str(pictures.shape).encode())
    digest.update(np.ascontiguousarray(pictures).tobytes())
    return digest.hexdigest()


def told(spec: ModelSpec, request: RenderRequest, stage: StageScene) -> Told:
    """Prepare what a model can be told of a request.

    Texts are always there, so that provenance can say that a model has no ear for them; of
    pictures only those that the row takes. A model whose films are evidence is not told the goal,
    which says how it is wished to end, but what the scene is about.

    Raises
    ------
    PermanentError
        BACKEND_UNAVAILABLE if the row wants pictures and the scenario has no scene.
    """
    said = [
        Conditioning(Role.PROMPT, prompt_of(_words(spec, request.scenario))),
        Conditioning(Role.NEGATIVE_PROMPT, NEGATIVE),
    ]
    if not spec.roles - TEXTS:
        return Told(tuple(said), None)
    shot = request.shot
    scene, motion = _simulated(request, stage)
    painted = _stacked(paint(scene, motion, shot))
    seen = [Conditioning(Role.KEYFRAME, painted[:1])]
    if Role.PREFIX in spec.roles:
        seen += _prefix(painted, spec.imposed_frames)
    if Role.DEPTH in spec.roles:
        seen.append(Conditioning(Role.DEPTH, _stacked(depth_frames(scene, motion, shot))))
    return Told((*seen, *said), painted)


def _words(spec: ModelSpec, scenario: Scenario) -> str:
    weighs = spec.grounding.weighs
    return family_named(scenario.family).purpose if weighs else scenario.intent.text


def prompt_of(text: str) -> str:
    """Make a prompt of the words of a goal: on one line, bounded, and with a camera that stands.

    The words are somebody's: control and format characters go, and what is too long is cut at a
    word.
    """
    plain = "".join(
        " " if unicodedata.category(c).startswith("Z") or c in "\n\r\t" else c
        for c in text
        if c in "\n\r\t" or not unicodedata.category(c).startswith("C")
    )
    words = " ".join(plain.split())
    if len(words) > _LONGEST_TEXT:
        cut = words[:_LONGEST_TEXT]
        words = cut.rsplit(" ", 1)[0] if " " in cut else cut
    return f"{words.rstrip(' .,;')}, {_CAMERA}"


def _prefix(painted: Pictures, given: int) -> list[Conditioning]:
    """Give the first frames followed by grey, and the mask: white what is to be made."""
    frames = np.full_like(painted, _TO_BE_MADE)
    frames[:given] = painted[:given]
    mask = np.full_like(painted, 255)
    mask[:given] = 0
    return [Conditioning(Role.PREFIX, frames), Conditioning(Role.PREFIX_MASK, mask)]


def _simulated(request: RenderRequest, stage: StageScene) -> tuple[Scene, Motion]:
    try:
        scene = stage(request.scenario)
    except (LookupError, ValueError, NotImplementedError) as error:
        raise PermanentError(
            FailureCode.BACKEND_UNAVAILABLE,
            f"there is no scene of family {request.scenario.family!r} to start from: {error}",
            fix="name a family that can be simulated, or choose another backend",
        ) from error
    return scene, simulate(scene, frame_times(request.shot.camera))


def _stacked(pictures: Iterator[Picture]) -> Pictures:
    return np.stack(list(pictures))
