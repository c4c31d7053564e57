"""What provenance says of a film by a diffusion model: all that it takes to make it again."""

import json
import platform
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from storyworld.records.provenance import Detail
from storyworld.renderers.diffusion.conditioning import Pictures, sha256_of_pictures
from storyworld.renderers.diffusion.loading import Loaded
from storyworld.renderers.diffusion.running import Given
from storyworld.renderers.diffusion.specs import ModelSpec

_LONGEST: Final = 8000
_PACKAGES: Final = ("torch", "diffusers", "transformers", "accelerate", "safetensors")
_DRIVER: Final = Path("/proc/driver/nvidia/version")


@dataclass(frozen=True)
class Render:
    """One render as it was: what it was told, with which numbers, and what came out."""

    seed: int
    steps: int
    numbers: Mapping[str, object]
    given: tuple[Given, ...]
    restyling: Mapping[str, object]
    decode_chunk: int
    pictures: Pictures


def details(spec: ModelSpec, loaded: Loaded, render: Render) -> tuple[Detail, ...]:
    """Name all that decides a film's pixels, structured values as JSON with sorted keys.

    No path, no key and no text of a goal is among them: a text by its sha256.
    """
    said = {
        "model": spec.model.repository,
        "revision": spec.model.revision,
        "further_parts": {name: f"{p.repository}@{p.revision}" for name, p in spec.parts},
        "weights_sha256": loaded.weights,
        "licence": spec.licence,
        "pipeline_class": type(loaded.pipeline).__name__,
        "scheduler": {
            "class": type(loaded.pipeline.scheduler).__name__,
            **dict(loaded.pipeline.scheduler.config),
        },
        "seed": render.seed,
        "steps": render.steps,
        "guidance": dict(spec.guidance),
        "numbers": dict(render.numbers),
        "dtype": loaded.dtype,
        "float32_parts": list(spec.float32_parts),
        "decode_chunk": render.decode_chunk,
        "optimisations": loaded.optimisations,
        "grounding": spec.grounding,
        "imposed_frames": spec.imposed_frames,
        "conditioning": [_conditioning(given) for given in render.given],
        "restyling": dict(render.restyling),
        "versions": {name: version(name) for name in _PACKAGES},
        "device": device_name(loaded.device),
        "driver": driver(),
        "frames_sha256": sha256_of_pictures(render.pictures),
        "proof": spec.proof,
    }
    return tuple((name, _text(value)) for name, value in said.items())


def device_name(device: str) -> str:
    """Name the card, or the processor's architecture."""
    import torch

    if device.startswith("cuda"):
        return str(torch.cuda.get_device_name(device))
    return f"{device} {platform.machine()}"


def driver() -> str:
    """Give the version of CUDA that PyTorch was built for and of the kernel's driver, if any."""
    import torch

    kernel = _DRIVER.read_text().splitlines()[0].strip() if _DRIVER.is_file() else "no driver"
    return f"CUDA {torch.version.cuda or 'none'}; {kernel}"


def _conditioning(given: Given) -> dict[str, Any]:
    said: dict[str, Any] = {
        "role": given.conditioning.role,
        "sha256": given.conditioning.sha256,
        "used": given.used,
    }
    return said if given.used else {**said, "because": given.because}


def _text(value: object) -> str:
    if isinstance(value, str):
        text = str(value)
    else:
        text = json.dumps(value, sort_keys=True, default=str, allow_nan=False)
    if len(text) > _LONGEST:
        digest = sha256(text.encode()).hexdigest()
        return json.dumps({"too_long": len(text), "sha256": digest})
    return text
