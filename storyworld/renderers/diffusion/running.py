"""Running a pipeline: denoise, then decode, each with its own way down when memory runs out.

=========  ==============================================================================
runs out   next
=========  ==============================================================================
denoising  models take turns on the card (once); then it does not fit
decoding   fewer frames at a time: all, 8, 4, 2, 1 (the latents are kept); then it does not fit
=========  ==============================================================================
"""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from storyworld.errors import PermanentError, StageError
from storyworld.ports import Watch
from storyworld.records.provenance import FailureCode
from storyworld.renderers.diffusion.conditioning import Conditioning, Pictures
from storyworld.renderers.diffusion.loading import Loaded
from storyworld.renderers.diffusion.memory import free_memory, unless_out_of_memory
from storyworld.renderers.diffusion.specs import Decoding, ModelSpec, Role

Floats = NDArray[np.float32]  # (frames, height, width, 3), about -1..1

_CHUNKS: Final = (8, 4, 2, 1)
_TILING: Final = "vae_tiling"
_MOST_SEEDS: Final = 2**63
_SMALLER: Final = "render on a card with more memory, or choose a smaller model"


@dataclass(frozen=True)
class Given:
    """One conditioning, and whether the pipeline was given it; `because` says why not."""

    conditioning: Conditioning
    used: bool
    because: str = ""


@dataclass(frozen=True)
class Made:
    """What came out, before anybody looked at it, and how many frames were decoded at a time."""

    frames: Floats
    decode_chunk: int


def handed(
    spec: ModelSpec, pipeline: Any, conditionings: tuple[Conditioning, ...]
) -> tuple[dict[str, Any], tuple[Given, ...]]:
    """Give each role to the argument the row names, if the installed pipeline has it.

    Raises
    ------
    PermanentError
        BACKEND_UNAVAILABLE if the pipeline has no such argument for a role that is required.
    """
    accepted = inspect.signature(type(pipeline).__call__).parameters
    takes = {take.role: take for take in spec.takes}
    arguments: dict[str, Any] = {}
    given: list[Given] = []
    for conditioning in conditionings:
        take = takes.get(conditioning.role)
        if take is None:
            given.append(Given(conditioning, used=False, because="the model takes no such thing"))
        elif take.argument in accepted:
            arguments[take.argument] = _as_argument(conditioning)
            given.append(Given(conditioning, used=True))
        elif take.required:
            raise _other_version(pipeline, take.argument)
        else:
            why = f"this version takes no {take.argument}"
            given.append(Given(conditioning, used=False, because=why))
    lacking = sorted(t.role for t in spec.takes if t.required and t.role not in _roles(given))
    if lacking:
        raise PermanentError(
            FailureCode.BACKEND_UNAVAILABLE,
            f"{spec.name} needs {', '.join(lacking)}, and there is none for this scenario",
            fix="choose another model for this backend",
        )
    return arguments, tuple(given)


def make(
    spec: ModelSpec,
    loaded: Loaded,
    arguments: Mapping[str, Any],
    *,
    steps: int,
    seed: int,
    watch: Watch,
) -> Made:
    """Run a pipeline from its arguments to frames.

    Raises
    ------
    PermanentError
        OUT_OF_MEMORY at the end of the ladder, BAD_REQUEST for a seed beyond 2**63,
        BACKEND_UNAVAILABLE for an argument that the installed pipeline does not have.
    StageError
        What `watch` raises. What the render held is free again by then.
    """
    if seed >= _MOST_SEEDS:
        raise PermanentError(
            FailureCode.BAD_REQUEST, f"the seed {seed} is too large", fix="ask for one below 2**63"
        )
    accepted = inspect.signature(type(loaded.pipeline).__call__).parameters
    for argument in arguments:
        if argument not in accepted:
            raise _other_version(loaded.pipeline, argument)
    stopped: StageError
    try:
        watch.step(0, steps, "denoising")  # whoever gave up while the model was loaded is heard
        latents = _denoised(loaded, arguments, steps, seed, watch)
        made = _decoded(spec, loaded, latents, watch)
    except StageError as error:
        stopped = error.with_traceback(None)  # its frames hold the latents
    except BaseException:
        loaded.settle()
        raise
    else:
        loaded.pipeline.maybe_free_model_hooks()
        return made
    latents = None
    loaded.settle()
    raise stopped


def _denoised(
    loaded: Loaded, arguments: Mapping[str, Any], steps: int, seed: int, watch: Watch
) -> Any:
    work = partial(_denoise, loaded, arguments, steps, seed, watch)
    latents = unless_out_of_memory(work)
    if latents is None and not loaded.offloaded:
        loaded.settle()
        loaded.offload()
        latents = unless_out_of_memory(work)
    if latents is None:
        raise PermanentError(
            FailureCode.OUT_OF_MEMORY,
            f"{loaded.name} does not fit: no memory to denoise on {loaded.device}, even with its"
            " models taking turns",
            fix=_SMALLER,
        )
    return latents


def _denoise(
    loaded: Loaded, arguments: Mapping[str, Any], steps: int, seed: int, watch: Watch
) -> Any:
    import torch

    def tell(_pipeline: Any, index: int, _time: Any, tensors: dict[str, Any]) -> dict[str, Any]:
        watch.step(index + 1, steps, "denoising")
        return tensors

    output = loaded.pipeline(
        **arguments,
        num_inference_steps=steps,
        generator=torch.Generator(device=loaded.device).manual_seed(seed),
        output_type="latent",
        callback_on_step_end=tell,
    )
    return output.frames


def _decoded(spec: ModelSpec, loaded: Loaded, latents: Any, watch: Watch) -> Made:
    if spec.decoding is Decoding.WHOLE:
        return _decoded_whole(loaded, latents, watch)
    count = latents.shape[1 if spec.decoding is Decoding.FRAMES_FIRST else 2]
    for chunk in (count, *(c for c in _CHUNKS if c < count)):
        frames = unless_out_of_memory(partial(_decode, spec, loaded, latents, chunk, watch))
        if frames is not None:
            return Made(frames, chunk)
        free_memory()
    raise PermanentError(
        FailureCode.OUT_OF_MEMORY,
        f"{loaded.name} does not fit: no memory to decode one frame on {loaded.device}",
        fix=_SMALLER,
    )


def _decode(spec: ModelSpec, loaded: Loaded, latents: Any, chunk: int, watch: Watch) -> Floats:
    """Decode so many frames at a time; there is one film, so that no chunk mixes two."""
    import torch

    pipeline = loaded.pipeline
    first = spec.decoding is Decoding.FRAMES_FIRST
    count = latents.shape[1 if first else 2]
    done: list[Floats] = []
    with torch.no_grad():
        for start in range(0, count, chunk):
            stop = min(start + chunk, count)
            if first:
                frames = pipeline.decode_latents(latents[:, start:stop], stop - start, stop - start)
            else:
                frames = pipeline.decode_latents(latents[:, :, start:stop], stop - start)
            done.append(_floats(frames))
            watch.step(stop, count, "decoding")
    return np.concatenate(done)


def _decoded_whole(loaded: Loaded, latents: Any, watch: Watch) -> Made:
    """Decode a film that hangs together in time: whole, or else tile by tile."""
    work = partial(_decode_whole, loaded.pipeline, latents)
    frames = unless_out_of_memory(work)
    if frames is None:
        free_memory()
        loaded.pipeline.vae.enable_tiling()
        if _TILING not in loaded.optimisations:
            loaded.optimisations.append(_TILING)
        frames = unless_out_of_memory(work)
    if frames is None:
        raise PermanentError(
            FailureCode.OUT_OF_MEMORY,
            f"{loaded.name} does not fit: no memory to decode on {loaded.device}, even in tiles",
            fix=_SMALLER,
        )
    watch.step(len(frames), len(frames), "decoding")
    return Made(frames, len(frames))


def _decode_whole(pipeline: Any, latents: Any) -> Floats:
    """Undo the normalisation of latents, as WanImageToVideoPipeline does at its end, and decode."""
    import torch

    config = pipeline.vae.config
    values = latents.to(pipeline.vae.dtype)
    shape = (1, config.z_dim, 1, 1, 1)
    mean, spread = (
        torch.tensor(v).view(shape).to(values) for v in (config.latents_mean, config.latents_std)
    )
    with torch.no_grad():
        return _floats(pipeline.vae.decode(values * spread + mean, return_dict=False)[0])


def _floats(frames: Any) -> Floats:
    """Bring ``(1, 3, frames, height, width)`` off the device as ``(frames, height, width, 3)``."""
    moved = frames[0].permute(1, 2, 3, 0).float().cpu()
    return np.ascontiguousarray(moved.numpy(), dtype=np.float32)


def _as_argument(conditioning: Conditioning) -> Any:
    if isinstance(conditioning.value, str):
        return conditioning.value
    images = as_images(conditioning.value)
    return images[0] if conditioning.role is Role.KEYFRAME else images


def as_images(pictures: Pictures) -> list[Any]:
    """Give pictures as the images that pipelines take (CLIP takes no tensors)."""
    from PIL import Image

    return [Image.fromarray(picture) for picture in pictures]


def _roles(given: list[Given]) -> Iterator[Role]:
    return (one.conditioning.role for one in given)


def _other_version(pipeline: Any, argument: str) -> PermanentError:
    import diffusers

    return PermanentError(
        FailureCode.BACKEND_UNAVAILABLE,
        f"{type(pipeline).__name__} of diffusers {diffusers.__version__} takes no {argument}",
        fix="install the versions in constraints.txt",
    )
