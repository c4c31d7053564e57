"""Repainting a keyframe a little, and refusing the result where a body is no longer in its place.

Models were trained on photographs and make better films of what looks like one. A keyframe that
starts from another place, though, starts another experiment: it is not used.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np

from storyworld.physics.staging import SCALE_BAR
from storyworld.records.scenario import Shot
from storyworld.renderers.diffusion.conditioning import Pictures
from storyworld.renderers.diffusion.loading import Loaded
from storyworld.renderers.diffusion.memory import unless_out_of_memory
from storyworld.renderers.diffusion.running import as_images
from storyworld.renderers.diffusion.specs import Restyler
from storyworld.vision.colours import Palette, Picture, Region, find_palette, largest_blob
from storyworld.vision.moments import moments

# A quarter of the 8 px that one cell of a VAE's latents stands for: its own to and fro.
_MOVED_PX: Final = 2.0
_AREA_SHARE: Final = 0.15
_MARGIN_PX: Final = 6.0

Repaint = Callable[[Pictures], Pictures | None]


@dataclass(frozen=True)
class Restyled:
    """A keyframe ``(1, height, width, 3)`` after restyling; `why_not` says why it is not used."""

    pictures: Pictures | None
    why_not: str = ""


def restyled(keyframe: Pictures, shot: Shot, repaint: Repaint) -> Restyled:
    """Repaint a keyframe and look whether every body is still where it was."""
    painted = repaint(keyframe)
    if painted is None:
        return Restyled(None, "there was no memory to restyle it")
    return Restyled(painted, keyframe_stands(keyframe[0], painted[0], shot))


def keyframe_stands(before: Picture, after: Picture, shot: Shot) -> str:
    """Find the declared bodies on both pictures, and say which is not where it was; "" if all are.

    Parameters
    ----------
    before, after
        ``(height, width, 3)``, uint8 sRGB, of one size.
    shot
        Its colours tell the bodies apart. What cannot be seen before is not looked for after.

    Notes
    -----
    A body stands if its centroid and each side of the box around it moved by 2 px at most, and
    its area changed by at most 15 %. Colours may change by what :func:`find_palette` follows.
    """
    if before.shape != after.shape:
        return f"it has {after.shape[1]}x{after.shape[0]} px, and not as many as before"
    palettes = find_palette(before, shot.bodies), find_palette(after, shot.bodies)
    for mark in shot.bodies:
        if mark.name == SCALE_BAR:
            continue
        was = _found(before, palettes[0], mark.name)
        if was is None:
            continue
        now = _found(after, palettes[1], mark.name)
        if now is None:
            return f"{mark.name} is no longer to be seen"
        moved = max(
            math.hypot(now.x_px - was.x_px, now.y_px - was.y_px),
            *(abs(a - b) for a, b in zip(was.box, now.box, strict=True)),
        )
        if moved > _MOVED_PX:
            return f"{mark.name} moved by {moved:.1f} px"
        if abs(now.area_px / was.area_px - 1) > _AREA_SHARE:
            return f"{mark.name} has {now.area_px / was.area_px:.2f} times its area"
    return ""


def repainting(loaded: Loaded, restyler: Restyler, seed: int) -> Repaint:
    """Give what repaints a keyframe by an image-to-image pipeline."""

    def repaint(keyframe: Pictures) -> Pictures | None:
        def work() -> Any:
            import torch

            return loaded.pipeline(
                prompt=restyler.prompt,
                image=as_images(keyframe)[0],
                strength=restyler.strength,
                num_inference_steps=restyler.steps,
                generator=torch.Generator(device=loaded.device).manual_seed(seed),
                output_type="np",
            ).images

        images = unless_out_of_memory(work)
        loaded.settle()
        if images is None:
            return None
        return np.asarray(np.rint(np.clip(images, 0, 1) * 255), dtype=np.uint8)

    return repaint


class _Found(NamedTuple):
    x_px: float
    y_px: float
    area_px: float
    box: Region


def _found(picture: Picture, palette: Palette, name: str) -> _Found | None:
    """Give where a body is: centroid and area with soft edges, the box around its own colour."""
    box = largest_blob(palette.core(picture, name))
    if box is None:
        return None
    region = box.grown(_MARGIN_PX, picture.shape[1], picture.shape[0])
    part = picture[region.top : region.bottom, region.left : region.right]
    seen = moments(palette.alpha(part, name), region)
    return None if seen is None else _Found(seen.x_px, seen.y_px, seen.area_px, box)
