"""The third view of a scene: what lies in front of what, as a ControlNet wants to be told.

The world is a flat side view: bodies are painted in their order, and a later one hides what it
covers of an earlier one. That order is all the depth there is.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

import numpy as np

from storyworld.physics.painting import BACKGROUND, Picture, paint
from storyworld.physics.scene import Motion, Scene
from storyworld.physics.staging import scale_strip_px
from storyworld.records.scenario import Shot

_NEAREST: Final = BACKGROUND[0]
_FARTHEST_BODY: Final = 0.4  # of the nearest: what has a body stands out from what has none


def depth_frames(scene: Scene, motion: Motion, shot: Shot) -> Iterator[Picture]:
    """Paint how near everything is, frame by frame.

    Parameters
    ----------
    scene, motion
        The shapes in painting order, and where they are, shape ``(frames, bodies, 3)``.
    shot
        Its camera decides size and scale. Scale bar and clock are no things: they have no depth.

    Yields
    ------
    numpy.ndarray
        Pictures of shape ``(height, width, 3)``, uint8, three equal channels: 0 where there is
        no body, 102 for the first body of many to 255 for the last; bright is near, as inverse
        depth has it. The strip below the picture, kept for the scale bar, goes on as the row above
        it. The same object comes again while nothing moves.

    References
    ----------
    L. Zhang, A. Rao, M. Agrawala, "Adding Conditional Control to Text-to-Image Diffusion Models",
    ICCV 2023 (depth by MiDaS: inverse, relative); R. Ranftl et al., "Towards Robust Monocular
    Depth Estimation", TPAMI 44 (2022).
    """
    count = len(scene.bodies)
    shares = [_FARTHEST_BODY + (1 - _FARTHEST_BODY) * (i + 1) / count for i in range(count)]
    # What is near is painted dark on the painter's own background, and the picture then inverted.
    inks = [round(_NEAREST * (1 - share)) for share in shares]
    bodies = tuple(
        replace(body, colour=(ink, ink, ink)) for body, ink in zip(scene.bodies, inks, strict=True)
    )
    grey = replace(scene, bodies=bodies)
    bare = shot.revised(scale_bar_m=None, clock=None)
    strip = shot.camera.height_px - scale_strip_px(shot.camera.height_px)
    painted: Picture | None = None
    near: Picture | None = None
    for picture in paint(grey, motion, bare):
        if near is None or picture is not painted:
            away = _NEAREST - picture[..., 0].astype(np.int32)
            row = np.rint(np.clip(away, 0, _NEAREST) * (255 / _NEAREST)).astype(np.uint8)
            row[strip:] = row[strip - 1]
            painted, near = picture, np.repeat(row[..., None], 3, axis=2)
        yield near
