"""Pictures to an MP4 that browsers play: H.264, 4:2:0, index first, the same bytes every time."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

_PRESET: Final = "veryfast"
# Of even colours and sharp edges no measurement misses what is lost; of texture the film is all
# that stays.
_DRAWN_CRF: Final = "18"
_GENERATED_CRF: Final = "14"


def encode(
    pictures: Iterable[NDArray[np.uint8]],
    path: Path,
    *,
    width_px: int,
    height_px: int,
    frame_rate_hz: float,
    drawn: bool = True,
) -> int:
    """Write pictures as a film.

    Parameters
    ----------
    pictures
        Each ``(height_px, width_px, 3)``, uint8 sRGB; both sides even.
    path
        Where the MP4 is written.
    frame_rate_hz
        Constant; written as the nearest fraction with a denominator up to 1001, so that
        30000/1001 survives.
    drawn
        Whether the pictures are drawn, not generated: of those more is kept.

    Returns
    -------
    int
        How many frames were written.

    Raises
    ------
    ValueError
        If a side is odd.
    OSError
        If the file cannot be written.

    Notes
    -----
    One encoder thread: x264 decides differently with several, and the bytes name the film.
    """
    import av
    from av.video.reformatter import VideoReformatter

    if width_px % 2 or height_px % 2:
        raise ValueError("4:2:0 video needs even sides")
    count = 0
    options = {"movflags": "+faststart", "fflags": "+bitexact"}
    with av.open(str(path), "w", format="mp4", options=options) as container:
        rate = Fraction(frame_rate_hz).limit_denominator(1001)
        stream = container.add_stream("libx264", rate=rate)
        stream.width, stream.height = width_px, height_px
        stream.pix_fmt = "yuv420p"
        stream.thread_count = 1
        stream.options = {"preset": _PRESET, "crf": _DRAWN_CRF if drawn else _GENERATED_CRF}
        reformatter = VideoReformatter()
        before, frame = None, None
        for picture in pictures:
            if frame is None or picture is not before:  # a still picture is converted once
                rgb = av.VideoFrame.from_ndarray(picture, format="rgb24")
                before, frame = picture, reformatter.reformat(rgb, format="yuv420p")
            frame.pts, frame.time_base = count, 1 / rate
            container.mux(stream.encode(frame))
            count += 1
        container.mux(stream.encode())
    return count
