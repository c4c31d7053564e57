"""Hostile bytes in, pixels out: films are decoded in a process that can do nothing else.

The first decoding starts a helper (:mod:`storyworld.vision.sandbox`) with the decoder loaded;
every film is then decoded by a fork of it under limits of memory, processor time, writing and
opening. A helper belongs to the process that started it: after a fork, the child starts its own.
"""

import atexit
import json
import math
import os
import select
import socket
import stat
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from storyworld.errors import PermanentError, TransientError
from storyworld.records.provenance import FailureCode
from storyworld.vision.sandbox import MAX_FRAMES, MAX_SIDE_PX, WALL_S

_MAX_FILE_BYTES: Final = 256 * 2**20
# A film whose frames follow each other slower or faster than any film does says nothing true.
_SLOWEST_HZ: Final = 0.01
_FASTEST_HZ: Final = 10_000.0
_KEEP_BYTES: Final = 300 * 2**20
_PIPE_BYTES: Final = 2**20
_F_SETPIPE_SZ: Final = 1031
_PACKAGE_ROOT: Final = Path(__file__).resolve().parents[2]

Planes = NDArray[np.uint8]  # (height * 3 / 2, width): I420


class FilmUnreadable(PermanentError):  # noqa: N818  (named for what it says, as in errors.py)
    """A film that cannot be decoded: an observer cannot tell, which is no finding."""

    def __init__(self, why: str) -> None:
        super().__init__(
            FailureCode.BAD_REPORT,
            f"the film cannot be read: {why}",
            fix="give an MP4 or WebM film of at most 1920 pixels a side and 2,000 frames",
        )


class _Head(NamedTuple):
    width_px: int
    height_px: int
    frame_rate_hz: float | None


class _Frame(NamedTuple):
    at_s: float  # NaN where the file does not say
    stated_hz: float | None
    planes: Planes


@dataclass(frozen=True)
class DecodedFilm:
    """A film as pixels (implements :class:`storyworld.ports.Film`).

    Planes are kept while they fit in memory; a larger film is decoded anew, in the sandbox, for
    every pass of :meth:`frames`.
    """

    path: Path
    width_px: int
    height_px: int
    frame_count: int
    frame_rate_hz: float
    presentation_s: tuple[float, ...]
    kept: tuple[Planes, ...] | None = None

    @property
    def times_s(self) -> NDArray[np.float64]:
        """Presentation time of each frame in seconds from the first, shape ``(frame_count,)``."""
        return np.array(self.presentation_s)

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        """Give the frames in order, each ``(height, width, 3)`` uint8 sRGB.

        Raises
        ------
        FilmUnreadable
            If a film too large to keep can no longer be read.
        """
        import cv2

        planes = (
            self.kept if self.kept is not None else (frame.planes for frame in _decoded(self.path))
        )
        for plane in planes:
            yield np.asarray(cv2.cvtColor(plane, cv2.COLOR_YUV2RGB_I420), dtype=np.uint8)


def decode(path: Path, *, frame_rate_hz: float | None = None) -> DecodedFilm:
    """Decode a film in the sandbox.

    Parameters
    ----------
    path
        An MP4 or WebM file with one video stream of an allowed codec. Frames come out as they
        are to be shown: upright, with square pixels, cover pictures left out.
    frame_rate_hz
        The true rate where the file's own is wrong (slow motion); frames are then equally
        spaced. Otherwise the file's presentation times are used.

    Returns
    -------
    DecodedFilm

    Raises
    ------
    FilmUnreadable
        With the reason in a sentence: not a film, damaged, cut off, too large, too long, in no
        order of time, or over the limits of memory or time.
    TransientError
        INTERNAL if the sandbox cannot be started.
    """
    times: list[float] = []
    kept: list[Planes] | None = []
    shape, stated_hz = (0, 0), None
    for frame in _decoded(path):
        times.append(frame.at_s)
        shape, stated_hz = frame.planes.shape, frame.stated_hz
        if kept is not None:
            kept.append(frame.planes)
            if len(kept) * frame.planes.nbytes > _KEEP_BYTES:
                kept = None
    presented, rate = _clock(np.array(times), stated_hz, frame_rate_hz)
    return DecodedFilm(
        path=path,
        width_px=shape[1],
        height_px=shape[0] * 2 // 3,
        frame_count=len(times),
        frame_rate_hz=rate,
        presentation_s=tuple(presented.tolist()),
        kept=None if kept is None else tuple(kept),
    )


def _clock(
    times_s: NDArray[np.float64], stated_hz: float | None, given_hz: float | None
) -> tuple[NDArray[np.float64], float]:
    """Give the times of the frames and their rate: as given, as stamped, or as stated."""
    count = len(times_s)
    if given_hz is not None:
        return np.arange(count) / given_hz, given_hz
    if count > 1 and np.isfinite(times_s).all():
        if not (np.diff(times_s) > 0).all():
            raise FilmUnreadable("two frames of it have the same time; give the true frame rate")
        since = times_s - times_s[0]
        rate_hz = (count - 1) / float(since[-1])
    elif stated_hz is not None and 0 < stated_hz < math.inf:
        since, rate_hz = np.arange(count) / stated_hz, stated_hz
    else:
        raise FilmUnreadable("it does not say how fast its frames follow each other")
    if not _SLOWEST_HZ <= rate_hz <= _FASTEST_HZ:
        raise FilmUnreadable(
            f"it has {rate_hz:.3g} frames a second, as no film does; give the true frame rate"
        )
    return since, rate_hz


def _decoded(path: Path) -> Iterator[_Frame]:
    """Have a film decoded: its frames as they come, at least one."""
    try:
        # a pipe nobody writes to would be waited for
        film_fd = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    except OSError as error:
        raise FilmUnreadable(f"the file cannot be opened ({error.strerror})") from error
    except ValueError as error:
        raise FilmUnreadable("the file cannot be opened (no path of a file)") from error
    try:
        status = os.fstat(film_fd)
        if not stat.S_ISREG(status.st_mode):
            raise FilmUnreadable("it is no regular file")
        if status.st_size > _MAX_FILE_BYTES:
            raise FilmUnreadable(f"the file is larger than {_MAX_FILE_BYTES >> 20} MiB")
        helper, result_fd = _hand_over(film_fd)
    finally:
        os.close(film_fd)
    try:
        reader = _Reader(result_fd)
        head = reader.head()
        for at_s, planes in reader.frames(head):
            yield _Frame(at_s, head.frame_rate_hz, planes)
    except _CutOff as cut:
        if not helper.alive():
            raise TransientError(FailureCode.INTERNAL, "the film decoder died") from cut
        raise FilmUnreadable(
            "decoding it was cut off by the limit of memory or processor time"
        ) from cut
    finally:
        os.close(result_fd)


class _CutOff(Exception):  # noqa: N818  (never leaves this module)
    """The child ended without saying so."""


class _Reader:
    """Reads what a sandboxed child writes, trusting neither its sizes nor that it ends."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._ready = select.poll()
        self._ready.register(fd, select.POLLIN)
        self._deadline = time.monotonic() + WALL_S

    def head(self) -> _Head:
        line = self._line()
        if line[:1] == b"E":
            self._end(line[1:], frames=0)
        said = _json(line)
        width_px, height_px = (_side(said.get(name)) for name in ("width_px", "height_px"))
        rate = said.get("frame_rate_hz")
        if rate is not None and type(rate) is not float:
            raise _nonsense()
        return _Head(width_px, height_px, rate)

    def frames(self, head: _Head) -> Iterator[tuple[float, Planes]]:
        shape = (head.height_px * 3 // 2, head.width_px)
        count = 0
        while True:
            tag = self._exactly(1)
            if tag == b"E":
                self._end(self._line(), count)
                return
            if tag != b"F" or count >= MAX_FRAMES:
                raise _nonsense()
            (at_s,) = struct.unpack("<d", self._exactly(8))
            planes = np.empty(shape, dtype=np.uint8)
            self._fill(planes.data.cast("B"))
            count += 1
            yield at_s, planes

    @staticmethod
    def _end(line: bytes, frames: int) -> None:
        closing = _json(line)
        if "refused" in closing:
            raise FilmUnreadable(str(closing["refused"])[:300])
        if closing.get("frames") != frames or frames == 0:
            raise FilmUnreadable("the decoder lost frames on the way")

    def _line(self) -> bytes:
        line = bytearray()
        while not line.endswith(b"\n"):
            if len(line) > 2000:
                raise _nonsense()
            line += self._exactly(1)
        return bytes(line)

    def _exactly(self, size: int) -> bytes:
        data = bytearray(size)
        self._fill(memoryview(data))
        return bytes(data)

    def _fill(self, into: memoryview) -> None:
        while into:
            left_s = self._deadline - time.monotonic()
            if left_s <= 0 or not self._ready.poll(left_s * 1000):
                raise FilmUnreadable(f"decoding it took longer than {WALL_S:.0f} s")
            count = os.readv(self._fd, [into])
            if count == 0:
                raise _CutOff
            into = into[count:]


def _json(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _nonsense() from error
    if not isinstance(said, dict):
        raise _nonsense()
    return said


def _side(said: object) -> int:
    if type(said) is not int or not 16 <= said <= MAX_SIDE_PX or said % 2:
        raise _nonsense()
    return said


def _nonsense() -> FilmUnreadable:
    return FilmUnreadable("the decoder answered nonsense")


class _Helper:
    """One warm sandbox process and the socket to it."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                self._process = subprocess.Popen(  # noqa: S603  (our own module)
                    [sys.executable, "-m", "storyworld.vision.sandbox", str(theirs.fileno())],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=(theirs.fileno(),),
                    cwd="/",
                    env={  # nothing of ours: no keys, no addresses
                        "PATH": os.defpath,
                        "PYTHONPATH": str(_PACKAGE_ROOT),
                        "OPENBLAS_NUM_THREADS": "1",
                    },
                    start_new_session=True,
                )
            except OSError as error:
                ours.close()
                raise TransientError(
                    FailureCode.INTERNAL, f"the film decoder cannot be started: {error}"
                ) from error
        self.socket = ours

    def alive(self) -> bool:
        return self.owner == os.getpid() and self._process.poll() is None

    def stop(self) -> None:
        """Close the socket; the helper then ends by itself."""
        self.socket.close()
        if self.owner == os.getpid():
            self._process.wait()
        else:
            self._process.returncode = 0  # another process's child: not ours to wait for

    def decode(self, film_fd: int) -> int:
        """Hand over a film; give the end of the pipe its frames come out of."""
        read_fd, write_fd = os.pipe2(os.O_CLOEXEC)
        try:
            _widen(write_fd)
            socket.send_fds(self.socket, [b"decode"], [film_fd, write_fd])
        except OSError:
            os.close(read_fd)
            raise
        finally:
            os.close(write_fd)
        return read_fd


_current: _Helper | None = None
_lock = threading.Lock()


def _hand_over(film_fd: int) -> tuple[_Helper, int]:
    """Give a film to the warm helper, or to a new one if there is none or it died."""
    global _current  # noqa: PLW0603  (one helper per process is the point)
    with _lock:
        for _ in range(2):
            if _current is None or not _current.alive():
                stop_helper()
                _current = _Helper()
            try:
                return _current, _current.decode(film_fd)
            except OSError:  # it died between the question and the answer
                stop_helper()
    raise TransientError(FailureCode.INTERNAL, "the film decoder does not stay alive")


def stop_helper() -> None:
    """End this process's helper, if it has one; the next decoding starts another."""
    global _current  # noqa: PLW0603
    if _current is not None:
        _current.stop()
        _current = None


def _after_fork() -> None:
    """In a forked child: the helper and the lock are the parent's."""
    global _lock  # noqa: PLW0603
    _lock = threading.Lock()
    stop_helper()


atexit.register(stop_helper)
os.register_at_fork(after_in_child=_after_fork)


def _widen(pipe_fd: int) -> None:
    """Enlarge a pipe where that is allowed: fewer switches between the two processes."""
    import fcntl

    try:
        fcntl.fcntl(pipe_fd, _F_SETPIPE_SZ, _PIPE_BYTES)
    except OSError:
        return
