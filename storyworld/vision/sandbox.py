"""The process that opens hostile video: ``python -m storyworld.vision.sandbox FD``.

It imports the decoder once and then waits on the Unix socket FD. Each message carries two open
files: the film to read and a pipe to write to. For each film it forks a child that takes away
its own rights (memory, processor time, writing, opening) before it looks at the first byte.
The child knows no path, no environment, no network. When the socket closes, everything ends.

What a child writes (little-endian)::

    JSON line   {"width_px": w, "height_px": h, "frame_rate_hz": f | null}
    then        b"F" + float64 presentation time + (w * h * 3 / 2) bytes of I420 planes, repeated
    at the end  b"E" + JSON line {"frames": n}  or  {"refused": "why, in a sentence"}

A stream that stops without ``E`` was cut off by a limit.
"""

import ctypes
import json
import os
import resource
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, Final

MAX_SIDE_PX: Final = 1920
MAX_FRAMES: Final = 2000
MEMORY_BYTES: Final = 1_500_000_000
CPU_S: Final = 20
WALL_S: Final = 40.0
OPEN_FILES: Final = 32
_CODECS: Final = frozenset({"h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "mjpeg"})
# libdav1d is the decoder that answers to av1.
_DECODERS: Final = ",".join(sorted(_CODECS | {"libdav1d"}))
_PR_SET_PDEATHSIG: Final = 1
# ISO/IEC 23091-2 matrix coefficients of BT.601, and "not said", which is read as such.
_BT601: Final = frozenset({2, 5, 6})
_FULL_RANGE: Final = 2  # AVCOL_RANGE_JPEG
# A picture turned by this much of a right angle less or more than by one is shown slanted.
_SLANT: Final = 0.02
# Pixels that are this nearly square are taken as square.
_SQUARE: Final = 0.005


class _Refused(Exception):  # noqa: N818  (never leaves this module)
    """The film is not one we read; the text says why."""


def main(control_fd: int) -> None:
    """Fork one limited child per film until the socket closes."""
    import av  # noqa: F401  (loaded once, inherited by every child)
    import numpy as np  # noqa: F401

    control = socket.socket(fileno=control_fd)
    deadlines: dict[int, float] = {}
    while True:
        _reap(deadlines)
        control.settimeout(0.5 if deadlines else None)
        try:
            message, fds, _, _ = socket.recv_fds(control, 16, 2)
        except TimeoutError:
            continue
        if not message:
            break
        if len(fds) == 2:
            child = os.fork()
            if child == 0:
                control.close()
                _serve(*fds)
            deadlines[child] = time.monotonic() + WALL_S
        for fd in fds:
            os.close(fd)
    for child in deadlines:
        os.kill(child, signal.SIGKILL)


def _reap(deadlines: dict[int, float]) -> None:
    """Forget children that ended, kill those over time."""
    while deadlines:
        child, _ = os.waitpid(-1, os.WNOHANG)
        if child == 0:
            break
        deadlines.pop(child, None)
    now = time.monotonic()
    for child, deadline in deadlines.items():
        if now > deadline:
            os.kill(child, signal.SIGKILL)


def _serve(film_fd: int, result_fd: int) -> None:
    """Decode one film into the pipe and end this process."""
    try:
        _give_up_rights()
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # nobody listens any more: stop
        with os.fdopen(result_fd, "wb", buffering=0) as result:
            try:
                count = _decode(film_fd, result)
                closing: dict[str, object] = {"frames": count}
            except _Refused as refusal:
                closing = {"refused": str(refusal)}
            except MemoryError:
                closing = {"refused": "decoding it needs too much memory"}
            except Exception as error:  # noqa: BLE001 - whatever else hostile bytes bring about
                closing = {"refused": f"it makes no sense ({type(error).__name__})"}
            _write(result, b"E" + json.dumps(closing).encode() + b"\n")
    finally:
        os._exit(0)


def _give_up_rights() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_S),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (value, value))


def _decode(film_fd: int, result: Any) -> int:
    """Decode the one video stream, writing as it goes; give the number of frames."""
    import av
    from av.video.reformatter import VideoReformatter

    with os.fdopen(film_fd, "rb", buffering=0) as film:
        demuxer = _demuxer(film.read(16))
        film.seek(0)
        options = {"codec_whitelist": _DECODERS, "protocol_whitelist": ""}
        try:
            container = av.open(
                film, "r", format=demuxer, container_options=options, metadata_errors="replace"
            )
        except (av.FFmpegError, OSError) as error:
            raise _Refused(f"it is damaged or cut off ({_words(error)})") from error
        stream = _only_video(container)
        header = {
            "width_px": 0,
            "height_px": 0,
            "frame_rate_hz": float(stream.average_rate) if stream.average_rate else None,
        }
        stream.codec_context.thread_count = 1
        if stream.codec_context.name == "mjpeg":  # it alone paints over damage without saying so
            stream.codec_context.options = {"err_detect": "explode"}
        size = (0, 0)
        count = 0
        reformatter = VideoReformatter()
        for frame in _frames(container, stream):
            if count == MAX_FRAMES:
                raise _Refused(f"it has more than {MAX_FRAMES} frames")
            planes = _planes(frame, stream.sample_aspect_ratio, reformatter)
            height, width = planes.shape[0] * 2 // 3, planes.shape[1]
            if count == 0:
                size = (width, height)
                header |= {"width_px": width, "height_px": height}
                _write(result, json.dumps(header).encode() + b"\n")
            elif (width, height) != size:
                raise _Refused("its picture size changes on the way")
            at_s = float(frame.time) if frame.time is not None else float("nan")
            _write(result, b"F" + struct.pack("<d", at_s))
            _write(result, planes.data.cast("B"))
            count += 1
        if count == 0:
            raise _Refused("no frame of it could be decoded")
        return count


def _demuxer(start: bytes) -> str:
    """Choose MP4 or WebM by the first bytes: nothing else is ever tried."""
    if start[4:8] in {b"ftyp", b"moov", b"mdat", b"free", b"wide", b"skip"}:
        return "mp4"
    if start[:4] == b"\x1aE\xdf\xa3":
        return "webm"
    raise _Refused("it is neither an MP4 nor a WebM file" if start else "the file is empty")


def _only_video(container: Any) -> Any:
    from av.stream import Disposition

    no_film = Disposition.attached_pic | Disposition.timed_thumbnails
    streams = [s for s in container.streams.video if not s.disposition & no_film]
    if not streams:
        raise _Refused("it has no video stream")
    if len(streams) > 1:
        raise _Refused(f"it has {len(streams)} video streams: which is meant? Keep one")
    stream = streams[0]
    codec = stream.codec_context.name if stream.codec_context else "unknown"
    if codec not in _CODECS and codec != "libdav1d":
        raise _Refused(f"its codec {codec} is not one of {', '.join(sorted(_CODECS))}")
    if stream.frames > MAX_FRAMES:
        raise _Refused(f"it has {stream.frames} frames, more than {MAX_FRAMES}")
    _check_size(stream.codec_context.width, stream.codec_context.height)
    return stream


def _check_size(width: int, height: int) -> None:
    if width < 16 or height < 16:
        raise _Refused(f"its picture of {width} x {height} pixels is too small to measure")
    if max(width, height) > MAX_SIDE_PX:
        raise _Refused(f"its picture of {width} x {height} pixels exceeds {MAX_SIDE_PX} a side")


def _frames(container: Any, stream: Any) -> Iterator[Any]:
    """Give the frames; damage in the middle ends the film with a refusal."""
    import av

    try:
        for frame in container.decode(stream):
            _check_size(frame.width, frame.height)
            if frame.is_corrupt:  # what is missing was painted by the decoder
                raise _Refused("it is damaged or cut off (a picture is not whole)")
            yield frame
    except (av.FFmpegError, OSError, ValueError) as error:
        raise _Refused(f"it is damaged or cut off ({_words(error)})") from error


def _planes(frame: Any, aspect: Any, reformatter: Any) -> Any:
    """Give the I420 planes as shown, shape ``(height * 3 / 2, width)``.

    Upright, with square pixels, in the colours of BT.601; an odd side loses its last line.
    """
    import numpy as np

    width, height = _squared(frame.width, frame.height, aspect)
    plain = frame.format.name == "yuv420p" and (width, height) == (frame.width, frame.height)
    if not plain or frame.colorspace not in _BT601 or frame.color_range == _FULL_RANGE:
        frame = reformatter.reformat(
            frame,
            width=width,
            height=height,
            format="yuv420p",
            dst_colorspace="ITU601",
            dst_color_range="MPEG",
        )
    turn = _turn(frame)
    planes = [
        turn(np.frombuffer(plane, np.uint8).reshape(-1, plane.line_size)[:rows, :columns])
        for plane, rows, columns in zip(
            frame.planes,
            (height & ~1, height // 2, height // 2),
            (width & ~1, width // 2, width // 2),
            strict=True,
        )
    ]
    shown = np.concatenate([plane.ravel() for plane in planes])
    return shown.reshape(-1, planes[0].shape[1])


def _squared(width: int, height: int, aspect: Any) -> tuple[int, int]:
    """Give the size at which pixels that are `aspect` times as wide as high become square."""
    if not aspect or abs(aspect - 1) < _SQUARE:
        return width, height
    if aspect > 1:
        width = round(width * aspect)
    else:
        height = round(height / aspect)
    _check_size(width, height)
    return width, height


def _turn(frame: Any) -> Callable[[Any], Any]:
    """Give what turns and mirrors the planes of a frame so that they come out as shown.

    A display matrix (ISO/IEC 14496-12, 6.2.2) shows the point (x, y) at (a x + c y, b x + d y).
    """
    import numpy as np

    said = frame.side_data.get("DISPLAYMATRIX")
    a, b, _, c, d = np.frombuffer(said, "<i4")[:5].astype(float) if said else (1, 0, 0, 0, 1)
    most = max(abs(a), abs(b), abs(c), abs(d))
    if most == 0:  # nothing is shown at all: an unwritten matrix, not a direction
        return lambda plane: plane
    along, across = max(abs(b), abs(c)) <= _SLANT * most, max(abs(a), abs(d)) <= _SLANT * most
    if not along and not across:
        raise _Refused("it is to be shown slanted: save it upright")
    right, down = (a, d) if along else (c, b)

    def turn(plane: Any) -> Any:
        plane = plane if along else plane.T
        return plane[:: -1 if down < 0 else 1, :: -1 if right < 0 else 1]

    return turn


def _write(result: Any, data: bytes | memoryview) -> None:
    view = memoryview(data)
    while view:
        view = view[result.write(view) :]


def _words(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error or type(error).__name__)[:120]


if __name__ == "__main__":
    main(int(sys.argv[1]))
