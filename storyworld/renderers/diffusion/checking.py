"""Whether what came out is a film at all: finite, not blank, not a still where things move.

None of this is a verdict about physics. A model that fails here has made no film.
"""

from typing import Final

import numpy as np

from storyworld.errors import PermanentError, TransientError
from storyworld.records.provenance import FailureCode
from storyworld.renderers.diffusion.conditioning import Pictures
from storyworld.renderers.diffusion.running import Floats

# Half the step from one of 256 values to the next, doubled: less is rounding, not a picture.
_BLANK_SPREAD: Final = 1.0
# As storyworld.vision.blobs: a channel changed by more is no noise, fewer pixels are no body.
_CHANGED: Final = 28
_BODY_PX: Final = 20


def film_of(frames: Floats, simulated: Pictures | None) -> Pictures:
    """Turn what a model made into pictures, if they are worth that name.

    Parameters
    ----------
    frames
        ``(frames, height, width, 3)``, about -1..1, not yet looked at.
    simulated
        The simulator's film of the same scene. Where nothing moves on it, a film on which nothing
        moves is right. None where there is none: then something has to move.

    Returns
    -------
    numpy.ndarray
        ``(frames, height, width, 3)``, uint8 sRGB.

    Raises
    ------
    PermanentError
        RENDER_FAILED if there are numbers that are not finite: another seed would fare no better.
    TransientError
        RENDER_FAILED if it is blank or still: the next try has another seed.
    """
    finite = np.isfinite(frames).all(axis=(1, 2, 3))
    if not finite.all():
        first = int(np.flatnonzero(~finite)[0])
        raise PermanentError(
            FailureCode.RENDER_FAILED,
            f"{int((~finite).sum())} of {len(frames)} frames hold numbers that are not finite, the"
            f" first is frame {first}",
            fix="load the weights in float32, or fetch them again",
        )
    pictures = np.rint((np.clip(frames, -1, 1) + 1) * 127.5).astype(np.uint8)
    spread = pictures.reshape(len(pictures), -1, 3).std(axis=1).max(axis=1)
    if (spread <= _BLANK_SPREAD).all():
        raise _failed("every frame is one plain colour", "ask for another seed")
    moves = simulated is None or moved_px(simulated) >= _BODY_PX
    if moves and len(pictures) > 1 and moved_px(pictures) < _BODY_PX:
        raise _failed(
            "nothing moves: the film is a still picture", "ask for another seed, or another model"
        )
    return np.asarray(pictures)


def moved_px(pictures: Pictures) -> int:
    """Count the pixels that ever differ visibly from the first frame's, where they are most."""
    first = pictures[0].astype(np.int16)
    most = 0
    for picture in pictures[1:]:
        changed = np.abs(picture.astype(np.int16) - first).max(axis=2) > _CHANGED
        most = max(most, int(changed.sum()))
    return most


def _failed(what: str, fix: str) -> TransientError:
    return TransientError(FailureCode.RENDER_FAILED, what, fix=fix)
