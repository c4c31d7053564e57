"""The diffusion models there are, one row each: where a model comes from and what it wants.

A further model is a row, not code. Rows name commits, never branches: what is loaded today is
loaded in a year. Revisions were read in public code that pins or caches the same commit (November
2026), not from the hub itself; a wrong one fails when it is fetched, not when it is used.

Cosmos-Predict2 has no row: its pipeline starts a guardrail model that is fetched from the hub as
it is loaded (`cosmos_guardrail`), and nothing here reaches for the network while it renders.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from storyworld.errors import ConfigurationError
from storyworld.records.goal import Backend
from storyworld.records.render import FilmFormat, Grounding

_COMMIT: Final = re.compile(r"[0-9a-f]{40}")
_REPOSITORY: Final = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*", re.ASCII)

PIPELINES: Final = frozenset(
    {
        "AnimateDiffControlNetPipeline",
        "AnimateDiffPipeline",
        "StableDiffusionImg2ImgPipeline",
        "StableVideoDiffusionPipeline",
        "WanImageToVideoPipeline",
        "WanVACEPipeline",
    }
)
PARTS: Final = frozenset({"ControlNetModel", "MotionAdapter"})
SCHEDULERS: Final = frozenset({"DDIMScheduler"})


class Role(StrEnum):
    """What a picture or a text is to the model it is given to.

    ``keyframe`` is frame 0, ``prefix`` the first frames followed by grey, ``prefix_mask`` which of
    them are to be made (white) and which are given (black), ``depth`` how near things are in
    every frame.
    """

    KEYFRAME = "keyframe"
    PREFIX = "prefix"
    PREFIX_MASK = "prefix_mask"
    DEPTH = "depth"
    PROMPT = "prompt"
    NEGATIVE_PROMPT = "negative_prompt"


TEXTS: Final = frozenset({Role.PROMPT, Role.NEGATIVE_PROMPT})


class Dtype(StrEnum):
    """What numbers a model computes with on a card; on a processor it is always float32."""

    FLOAT16 = "float16"
    BFLOAT16 = "bfloat16"
    FLOAT32 = "float32"


class Decoding(StrEnum):
    """How latents become pictures: where the frames are in them, or all at once."""

    FRAMES_FIRST = "frames_first"  # (1, frames, channels, height, width)
    CHANNELS_FIRST = "channels_first"  # (1, channels, frames, height, width)
    WHOLE = "whole"


class Proof(StrEnum):
    """What a row was run on by whoever wrote it: a random model of its classes, or real weights."""

    NEVER_RUN = "never_run"
    TINY_RANDOM_WEIGHTS = "tiny_random_weights"
    REAL_WEIGHTS = "real_weights"


@dataclass(frozen=True)
class Part:
    """One repository at one commit, loaded as `loads_as`.

    `saved_as` is the class its own index names, where that is another. Of several `variant` files
    (fp16) one is loaded; components in `skips` are neither fetched nor loaded.
    """

    repository: str
    revision: str
    loads_as: str
    saved_as: str | None = None
    variant: str | None = None
    skips: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not _REPOSITORY.fullmatch(self.repository) or ".." in self.repository:
            raise ValueError(f"{self.repository!r} is no repository: write organisation/name")
        if not _COMMIT.fullmatch(self.revision):
            raise ValueError(f"{self.revision!r} is no commit: pin all 40 hexadecimal digits")
        if self.loads_as not in PIPELINES | PARTS:
            raise ValueError(f"{self.loads_as} is no class that may be loaded")

    @property
    def index_class(self) -> str:
        """The class that the repository's own index has to name."""
        return self.saved_as or self.loads_as


@dataclass(frozen=True)
class Take:
    """A role a model takes, under the name of the pipeline's argument; required or else dropped."""

    role: Role
    argument: str
    required: bool = True


@dataclass(frozen=True)
class Restyler:
    """A model that repaints the keyframe a little: kept only if every body stays where it is."""

    model: Part
    strength: float
    steps: int
    prompt: str


Scalar = bool | int | float | str


@dataclass(frozen=True)
class ModelSpec:
    """One model: what to load, what film it makes, and what it is told.

    Lengths of a film obey ``frames % every == over``, sides are multiples of `multiple_px`.
    `rate_argument` is the pipeline's argument for frames per second, if it has one. The first
    `imposed_frames` are given to the model. `scheduler` replaces the stored one by a class with
    these values changed. `float32_parts` keep full precision.
    """

    name: str
    backend: Backend
    model: Part
    film_format: FilmFormat
    grounding: Grounding
    takes: tuple[Take, ...]
    decoding: Decoding
    dtype: Dtype
    steps: int
    guidance: tuple[tuple[str, float], ...]
    licence: str
    licence_url: str
    proof: Proof
    parts: tuple[tuple[str, Part], ...] = ()
    multiple_px: int = 8
    every: int = 1
    over: int = 0
    rate_argument: str | None = None
    imposed_frames: int = 0
    options: tuple[tuple[str, Scalar], ...] = ()
    scheduler: tuple[str, tuple[tuple[str, Scalar], ...]] | None = None
    float32_parts: tuple[str, ...] = ()
    also_needs: tuple[str, ...] = ()
    restyler: Restyler | None = None

    def __post_init__(self) -> None:
        sizes = (self.film_format.width_px, self.film_format.height_px)
        if any(side % self.multiple_px for side in sizes):
            raise ValueError(f"{self.name}: sides are multiples of {self.multiple_px} px")
        if any(count % self.every != self.over for count in self.film_format.frame_counts):
            raise ValueError(f"{self.name}: a length n has n % {self.every} == {self.over}")
        if self.imposed_frames >= min(self.film_format.frame_counts):
            raise ValueError(f"{self.name}: nothing would be left to make")
        if self.scheduler is not None and self.scheduler[0] not in SCHEDULERS:
            raise ValueError(f"{self.name}: {self.scheduler[0]} is no scheduler that may be loaded")

    @property
    def roles(self) -> frozenset[Role]:
        """The roles the model takes."""
        return frozenset(take.role for take in self.takes)

    @property
    def everything(self) -> tuple[Part, ...]:
        """All repositories to have: the model, its further parts, its restyler."""
        restyler = () if self.restyler is None else (self.restyler.model,)
        return (self.model, *(part for _, part in self.parts), *restyler)


_SD15: Final = (
    "stable-diffusion-v1-5/stable-diffusion-v1-5",
    "451f4fe16113bff5a5d2269ed5ad43b0592e9a14",
)
_MOTION: Final = Part(
    "guoyww/animatediff-motion-adapter-v1-5-2",
    "6167b88ffe39b4441fdf2113e77b99a6f56b7906",
    loads_as="MotionAdapter",
)
_DEPTH: Final = Part(
    "lllyasviel/control_v11f1p_sd15_depth",
    "539f99181d33db39cf1af2e517cd8056785f0a87",
    loads_as="ControlNetModel",
    variant="fp16",
)
_TEXTS: Final = (
    Take(Role.PROMPT, "prompt"),
    Take(Role.NEGATIVE_PROMPT, "negative_prompt"),
)
# Any other setting of these is what most reports of flickering AnimateDiff films come down to.
_DDIM: Final[tuple[str, tuple[tuple[str, Scalar], ...]]] = (
    "DDIMScheduler",
    (
        ("beta_schedule", "linear"),
        ("timestep_spacing", "linspace"),
        ("clip_sample", False),
        ("steps_offset", 1),
    ),
)
_OPENRAIL: Final = "CreativeML Open RAIL-M (Stable Diffusion 1.5), Apache-2.0 (motion adapter)"
_OPENRAIL_URL: Final = "https://huggingface.co/spaces/CompVis/stable-diffusion-license"

_ROWS: Final = (
    ModelSpec(
        name="svd-xt",
        backend=Backend.SVD,
        model=Part(
            "stabilityai/stable-video-diffusion-img2vid-xt",
            "9e43909513c6714f1bc78bcb44d96e733cd242aa",
            loads_as="StableVideoDiffusionPipeline",
            variant="fp16",
        ),
        film_format=FilmFormat(
            width_px=1024, height_px=576, frame_counts=(25,), slowest_hz=5, fastest_hz=30
        ),
        grounding=Grounding.INITIAL,
        takes=(Take(Role.KEYFRAME, "image"),),
        decoding=Decoding.FRAMES_FIRST,
        dtype=Dtype.FLOAT16,
        steps=25,
        guidance=(("min_guidance_scale", 1.0), ("max_guidance_scale", 3.0)),
        licence="Stability AI Community License",
        licence_url="https://huggingface.co/stabilityai/stable-video-diffusion-img2vid-xt",
        proof=Proof.TINY_RANDOM_WEIGHTS,
        rate_argument="fps",  # the pipeline itself tells the model one less, as it was trained
        imposed_frames=1,
        # A low bucket moves the objects and not the camera; little noise keeps the keyframe.
        options=(("motion_bucket_id", 8), ("noise_aug_strength", 0.02)),
    ),
    ModelSpec(
        name="animatediff",
        backend=Backend.ANIMATEDIFF,
        model=Part(
            *_SD15,
            loads_as="AnimateDiffPipeline",
            saved_as="StableDiffusionPipeline",
            variant="fp16",
            skips=("safety_checker",),
        ),
        parts=(("motion_adapter", _MOTION),),
        film_format=FilmFormat(
            width_px=512, height_px=512, frame_counts=(16,), slowest_hz=8, fastest_hz=8
        ),
        grounding=Grounding.FREE,
        takes=_TEXTS,
        decoding=Decoding.CHANNELS_FIRST,
        dtype=Dtype.FLOAT16,
        steps=25,
        guidance=(("guidance_scale", 7.5),),
        licence=_OPENRAIL,
        licence_url=_OPENRAIL_URL,
        proof=Proof.TINY_RANDOM_WEIGHTS,
        scheduler=_DDIM,
    ),
    ModelSpec(
        name="animatediff-depth",
        backend=Backend.ANIMATEDIFF,
        model=Part(
            *_SD15,
            loads_as="AnimateDiffControlNetPipeline",
            saved_as="StableDiffusionPipeline",
            variant="fp16",
            skips=("safety_checker",),
        ),
        parts=(("motion_adapter", _MOTION), ("controlnet", _DEPTH)),
        film_format=FilmFormat(
            width_px=512, height_px=512, frame_counts=(16,), slowest_hz=4, fastest_hz=30
        ),
        grounding=Grounding.GUIDED,
        takes=(*_TEXTS, Take(Role.DEPTH, "conditioning_frames")),
        decoding=Decoding.CHANNELS_FIRST,
        dtype=Dtype.FLOAT16,
        steps=25,
        guidance=(("guidance_scale", 7.5), ("controlnet_conditioning_scale", 1.0)),
        licence=f"{_OPENRAIL}, OpenRAIL (ControlNet)",
        licence_url=_OPENRAIL_URL,
        proof=Proof.TINY_RANDOM_WEIGHTS,
        scheduler=_DDIM,
    ),
    ModelSpec(
        name="wan-i2v",
        backend=Backend.SVD,
        model=Part(
            "Wan-AI/Wan2.1-I2V-14B-480P-Diffusers",
            "b184e23a8a16b20f108f727c902e769e873ffc73",
            loads_as="WanImageToVideoPipeline",
        ),
        film_format=FilmFormat(
            width_px=832, height_px=480, frame_counts=(33, 49, 65, 81), slowest_hz=16, fastest_hz=16
        ),
        grounding=Grounding.INITIAL,
        takes=(Take(Role.KEYFRAME, "image"), *_TEXTS),
        decoding=Decoding.WHOLE,
        dtype=Dtype.BFLOAT16,
        steps=40,
        guidance=(("guidance_scale", 5.0),),
        licence="Apache-2.0",
        licence_url="https://huggingface.co/Wan-AI/Wan2.1-I2V-14B-480P-Diffusers",
        proof=Proof.TINY_RANDOM_WEIGHTS,
        multiple_px=16,
        every=4,
        over=1,
        imposed_frames=1,
        float32_parts=("vae", "image_encoder"),
        also_needs=("ftfy",),
    ),
    ModelSpec(
        name="wan-vace",
        backend=Backend.SVD,
        model=Part(
            "Wan-AI/Wan2.1-VACE-1.3B-diffusers",
            "ec4d2cb062b548996b179d493fdd05340de702a1",
            loads_as="WanVACEPipeline",
        ),
        film_format=FilmFormat(
            width_px=832, height_px=480, frame_counts=(33, 49, 65, 81), slowest_hz=16, fastest_hz=16
        ),
        grounding=Grounding.INITIAL_VELOCITY,
        takes=(Take(Role.PREFIX, "video"), Take(Role.PREFIX_MASK, "mask"), *_TEXTS),
        decoding=Decoding.WHOLE,
        dtype=Dtype.BFLOAT16,
        steps=30,
        guidance=(("guidance_scale", 5.0),),
        licence="Apache-2.0",
        licence_url="https://huggingface.co/Wan-AI/Wan2.1-VACE-1.3B-diffusers",
        proof=Proof.TINY_RANDOM_WEIGHTS,
        multiple_px=16,
        every=4,
        over=1,
        imposed_frames=5,
        float32_parts=("vae",),
        also_needs=("ftfy",),
    ),
)
ROWS: Final = {row.name: row for row in _ROWS}


def spec_named(name: str) -> ModelSpec:
    """Give the row of a model.

    Raises
    ------
    ConfigurationError
        If there is none of that name; the message lists those there are.
    """
    try:
        return ROWS[name]
    except KeyError:
        known = ", ".join(ROWS)
        raise ConfigurationError(
            f"there is no diffusion model {name[:80]!r}: set STORYWORLD_SVD_MODEL or"
            f" STORYWORLD_ANIMATEDIFF_MODEL to one of {known}"
        ) from None
