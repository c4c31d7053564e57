"""A corpus of films that are odd, broken or out to harm, each made here and now.

:data:`CASES` tells of each what has to come of it: :class:`Shows` a film, or :class:`Refused` with
words. Whatever can be shown shows :func:`painted`.
"""

import io
import os
import socket
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.vision import boxes

Picture = NDArray[np.uint8]
WIDTH, HEIGHT, FRAMES, RATE = 96, 64, 12, 25
TICKS = 12_800 // RATE  # of the time base that MP4 films get here
STBL = "moov/trak/mdia/minf/stbl"
FAST = {"libx264": {"preset": "ultrafast", "crf": "8"},
        "libx265": {"preset": "ultrafast", "x265-params": "log-level=none:pools=1"},
        "libvpx-vp9": {"deadline": "realtime", "cpu-used": "8", "crf": "10", "b": "0"},
        "libvpx": {"deadline": "realtime", "cpu-used": "8"}}  # fmt: skip


def painted(index: int, width: int = WIDTH, height: int = HEIGHT) -> Picture:
    """A block that falls; three corners of other colours tell up from down and left from right."""
    picture = np.full((height, width, 3), 200, dtype=np.uint8)
    rows, columns = height // 4, width // 4
    picture[:rows, :columns] = (200, 40, 40)
    picture[:rows, -columns:] = (40, 60, 200)
    picture[-rows:, :columns] = (200, 180, 40)
    top = rows + 2 * index
    picture[top : top + 10, width // 2 - 5 : width // 2 + 5] = (30, 120, 50)
    return picture


def grey(index: int) -> Picture:
    luma = painted(index) @ np.array([0.299, 0.587, 0.114])
    return np.repeat(luma[..., None], 3, axis=2).astype(np.uint8)


@dataclass(frozen=True)
class Shows:
    """The film decodes: size, true times, and what each frame looks like."""

    times_s: tuple[float, ...] = tuple(i / RATE for i in range(FRAMES))
    width: int = WIDTH
    height: int = HEIGHT
    looks: Callable[[int], Picture] = painted
    first: int = 0
    lasting: bool = False  # one picture all along


@dataclass(frozen=True)
class Refused:
    """The film is refused, in words that match."""

    because: str


@dataclass(frozen=True)
class Case:
    """A film by its bytes."""

    make: Callable[[], bytes]
    out: Shows | Refused
    name: str = "film.mp4"

    def at(self, folder: Path) -> Path:
        path = folder / self.name
        path.write_bytes(self.make())
        return path


@dataclass(frozen=True)
class Place:
    """What stands at a path instead of a file."""

    at: Callable[[Path], Path]
    out: Shows | Refused


def film(
    pictures: Iterable[Picture] | None = None,
    *,
    codec: str = "libx264",
    pixels: str = "yuv420p",
    container: str = "mp4",
    options: dict[str, str] | None = None,
    mux: dict[str, str] | None = None,
    ticks: Iterable[int] | None = None,
    streams: int = 1,
    full_range: bool = False,
) -> bytes:
    """Encode pictures, frame by frame at `ticks` thousandths of a second if these are given."""
    import av

    shown = list(pictures if pictures is not None else map(painted, range(FRAMES)))
    out = io.BytesIO()
    with av.open(out, "w", format=container, options=mux or {}) as file:
        made = [file.add_stream(codec, rate=RATE) for _ in range(streams)]
        for stream in made:
            stream.height, stream.width = shown[0].shape[:2]
            stream.pix_fmt, stream.codec_context.thread_count = pixels, 1
            stream.options = FAST.get(codec, {}) | (options or {})
            if ticks is not None:
                stream.codec_context.time_base = Fraction(1, 1000)
            if full_range:
                stream.codec_context.color_range = 2
        at = list(ticks or range(len(shown)))
        for stream in made:
            for pts, picture in zip(at, shown, strict=True):
                frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
                if pixels == "gray":  # a conversion would fill the whole range without saying so
                    luma = (16 + picture[..., 0] * (219 / 255)).astype(np.uint8)
                    frame = av.VideoFrame.from_ndarray(luma, format="gray")
                if full_range:
                    frame = frame.reformat(format=pixels, dst_color_range="JPEG")
                frame.pts = pts
                frame.time_base = Fraction(1, RATE) if ticks is None else Fraction(1, 1000)
                file.mux(stream.encode(frame))
            file.mux(stream.encode())
    return out.getvalue()


@lru_cache
def good() -> bytes:
    """The film that all surgery starts from: index last, one whole picture, the rest changes."""
    return film()


@lru_cache
def front() -> bytes:
    """The same, index first."""
    return boxes.index_first(good())


def cut(made: Callable[[], bytes], keep: float) -> bytes:
    whole = made()
    return whole[: int(len(whole) * keep)]


def turned(
    how: tuple[int, int, int, int], stored: Callable[[Picture], Picture] = lambda p: p
) -> bytes:
    """A phone's film: its pictures lie, and a matrix says how they are to be shown."""
    lying = film(np.ascontiguousarray(stored(painted(i))) for i in range(FRAMES))
    return boxes.changed(lying, "moov/trak/tkhd", boxes.matrix(*how))


def timed(scale: int, *spans: tuple[int, int]) -> bytes:
    """The good film with (count, ticks) of its own and so many ticks a second."""
    told = b"".join(struct.pack(">II", count, ticks & 0xFFFFFFFF) for count, ticks in spans)
    made = boxes.changed(
        boxes.without(good(), "moov/trak/edts"),
        f"{STBL}/stts",
        lambda _: struct.pack(">II", 0, len(spans)) + told,
    )
    made = boxes.changed(made, "moov/trak/mdia/mdhd", boxes.patched(12, ">I", scale))
    return boxes.changed(made, "moov/trak/mdia/mdhd", boxes.patched(16, ">I", 0x7FFFFFFF))


def edited(*segments: tuple[int, int]) -> bytes:
    return boxes.put(boxes.without(good(), "moov/trak/edts"), "moov/trak", boxes.edits(*segments))


def picture_of(width: int, height: int) -> bytes:
    dull = np.full((height, width, 3), 90, np.uint8)
    return film([dull], codec="mjpeg", pixels="yuvj420p", container="mov")


def lying_about_its_size() -> bytes:
    smaller = boxes.patched(24, ">HH", 64, 48)
    return boxes.changed(picture_of(8192, 8192), f"{STBL}/stsd/jpeg", smaller)


def stating_samples(count: int) -> bytes:
    """A small file that says it holds so many samples of one byte."""
    made = boxes.changed(good(), f"{STBL}/stsz", lambda _: struct.pack(">3I", 0, 1, count))
    return boxes.changed(made, f"{STBL}/stsc", lambda _: struct.pack(">5I", 0, 1, 1, count, 1))


def endless_webm() -> bytes:
    """600,000 frames that no header tells of, eleven bytes each with their frame."""
    still = [painted(0)] * 3
    start = film(still, codec="libvpx", container="webm", mux={"live": "1"})
    block = start[start.rindex(b"\xa3") :]
    cluster = bytes.fromhex("1f43b67501ffffffffffffff")
    blocks = b"".join(block[:3] + struct.pack(">h", i * 30) + block[5:] for i in range(1000))
    return start + b"".join(
        cluster + b"\xe7\x88" + struct.pack(">Q", 1000 + 30_000 * i) + blocks for i in range(600)
    )


def cover(*, first: bool) -> bytes:
    """The good film with a picture for its cover, told of before or after the film."""
    jpeg = boxes.found(picture_of(32, 32), "mdat")
    art = boxes.box(b"covr", boxes.box(b"data", struct.pack(">II", 13, 0), jpeg))
    header = boxes.full(b"hdlr", bytes(4), b"mdirappl", bytes(9))
    told = boxes.box(b"udta", boxes.full(b"meta", header, boxes.box(b"ilst", art)))
    return boxes.put(good(), "moov", told, first=first)


def titled(title: bytes, times: int = 1) -> bytes:
    name = boxes.box(b"\xa9nam", struct.pack(">HH", len(title) & 0xFFFF, 0x15C7), title)
    return boxes.put(good(), "moov", boxes.box(b"udta", name * times))


def sound() -> bytes:
    import av

    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as file:
        stream = file.add_stream("aac", rate=8000)
        stream.layout = "mono"
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 8000), np.float32), "fltp", "mono")
        silence.sample_rate = 8000
        file.mux(stream.encode(silence))
        file.mux(stream.encode())
    return out.getvalue()


def still_image(kind: str) -> bytes:
    import cv2

    return cv2.imencode(f".{kind}", painted(0))[1].tobytes()


def waves() -> bytes:
    head = struct.pack("<4sI8sIHHIIHH4sI", b"RIFF", 2036, b"WAVEfmt ", 16, 1, 1, 8000, 8000, 1, 8,
                       b"data", 2000)  # fmt: skip
    return head + bytes(2000)


def without_frames() -> bytes:
    import av

    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as file:
        stream = file.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        file.start_encoding()
    return out.getvalue()


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "film.mp4")
    return folder / "film.mp4"


def listening(folder: Path) -> Path:
    here = Path.cwd()
    os.chdir(folder)  # a socket's whole path may be too long
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("film.mp4")
    finally:
        os.chdir(here)
    return folder / "film.mp4"


def linked(to: str, folder: Path) -> Path:
    (folder / "real.mp4").write_bytes(good())
    (folder / "film.mp4").symlink_to(to)
    return folder / "film.mp4"


def random_bytes(seed: int, *, head: bytes = b"") -> bytes:
    return head + np.random.default_rng(seed).bytes(100_000)


NO_FILM = Refused("neither an MP4 nor a WebM")
DAMAGED = Refused("damaged|no frame|no video|codec unknown|makes no sense")
TOO_MANY = Refused("more than 2000")
ABSURD = Refused("as no film does|no frame of it")
QUARTERS = {"quarter_right": ((0, 1, -1, 0), lambda p: np.rot90(p, 1)),
            "half": ((-1, 0, 0, -1), lambda p: np.rot90(p, 2)),
            "quarter_left": ((0, -1, 1, 0), lambda p: np.rot90(p, -1)),
            "mirrored": ((-1, 0, 0, 1), lambda p: p[:, ::-1]),
            "upside_down": ((1, 0, 0, -1), lambda p: p[::-1]),
            "transposed": ((0, 1, 1, 0), lambda p: p.transpose(1, 0, 2)),
            "transversed": ((0, -1, -1, 0), lambda p: np.rot90(p, 2).transpose(1, 0, 2)),
            "nowhere": ((0, 0, 0, 0), lambda p: p)}  # fmt: skip
WIDE = Shows(width=2 * WIDTH, looks=lambda i: np.repeat(painted(i), 2, axis=1))
ODD = partial(painted, width=641, height=359)
ODDLY = Shows(width=640, height=358, looks=lambda i: ODD(i)[:-1, :-1])
JITTER = (0, 40, 75, 130, 160, 205, 241, 290, 300, 370, 401, 440)
LONG = {"ticks": TICKS}

CASES: dict[str, Case | Place] = {
    "plain": Case(good, Shows()),
    "index_first": Case(front, Shows()),
    "fragmented": Case(partial(film, mux={"movflags": "frag_keyframe+empty_moov"}), Shows()),
    "mp4_called_mov": Case(good, Shows(), name="film.mov"),
    "webm_called_mp4": Case(partial(film, codec="libvpx-vp9", container="webm"), Shows()),
    "hevc": Case(partial(film, codec="libx265"), Shows()),
    "mjpeg": Case(partial(film, codec="mjpeg", pixels="yuvj444p", container="mov"), Shows()),
    "mpeg4": Case(partial(film, codec="mpeg4", options={"qmax": "2"}), Shows()),
    "av1": Case(partial(film, codec="libsvtav1", options={"preset": "12", "crf": "10"}), Shows()),
    "ten_bits": Case(partial(film, pixels="yuv420p10le"), Shows()),
    "four_four_four": Case(partial(film, pixels="yuv444p"), Shows()),
    "grey": Case(lambda: film(map(grey, range(FRAMES)), pixels="gray"), Shows(looks=grey)),
    "full_range": Case(partial(film, full_range=True), Shows()),
    "rgb_within": Case(partial(film, codec="libx264rgb", pixels="rgb24"), Shows()),
    "alpha": Case(partial(film, codec="libvpx-vp9", pixels="yuva420p", container="webm"), Shows()),
    "alpha_of_a_codec_not_read": Case(
        partial(film, codec="qtrle", pixels="argb", container="mov"), Refused("codec qtrle")
    ),
    "odd_sides": Case(
        lambda: film((ODD(i) for i in range(FRAMES)), pixels="yuv444p"), ODDLY
    ),
    "odd_sides_webm": Case(
        lambda: film((ODD(i) for i in range(FRAMES)), codec="libvpx-vp9", container="webm"), ODDLY
    ),
    "wide_pixels": Case(partial(film, options={"x264-params": "sar=2/1"}), WIDE),
    "endless_pixels": Case(
        partial(film, options={"x264-params": "sar=40/1"}), Refused("3840 x 64")
    ),
    "variable_rate": Case(partial(film, ticks=JITTER), Shows(tuple(t / 1000 for t in JITTER))),
    "variable_rate_webm": Case(
        partial(film, ticks=JITTER, codec="libvpx-vp9", container="webm"),
        Shows(tuple(t / 1000 for t in JITTER)),
    ),
    "before_zero": Case(
        partial(film, ticks=range(-200, 280, 40)),
        Shows(tuple(i / RATE for i in range(7)), first=5),
    ),
    "late": Case(partial(film, ticks=range(10**9, 10**9 + 480, 40)), Shows()),
    **{
        f"turned_{name}": Case(partial(turned, how, stored), Shows())
        for name, (how, stored) in QUARTERS.items()
    },
    "slanted": Case(partial(turned, (0.7, 0.7, -0.7, 0.7)), Refused("slanted")),
    "stretched_by_its_matrix": Case(partial(turned, (2, 0, 0, 1)), WIDE),
    "cover_after": Case(partial(cover, first=False), Shows()),
    "cover_before": Case(partial(cover, first=True), Shows()),
    "two_films_in_one": Case(partial(film, streams=2), Refused("2 video streams")),
    "starts_within": Case(
        partial(edited, (240, 4 * TICKS)), Shows(tuple(i / RATE for i in range(6)), first=4)
    ),
    "starts_late": Case(partial(edited, (1000, -1), (480, 0)), Shows()),
    "starts_beyond_its_end": Case(partial(edited, (480, 10**8)), Refused("no frame")),
    "edited_100000_times": Case(partial(edited, *[(480, 0)] * 100_000), TOO_MANY),
    "all_at_once": Case(partial(timed, 12_800, (FRAMES, 0)), Refused("same time|as no film")),
    "backwards_in_time": Case(partial(timed, 12_800, (FRAMES, -TICKS)), ABSURD),
    "eons_apart": Case(partial(timed, 1, (FRAMES, 0x7FFFFFFF)), ABSURD),
    "one_very_long_frame": Case(partial(timed, 1, (1, 1), (1, 2**30), (10, 1)), ABSURD),
    "no_ticks_in_a_second": Case(partial(timed, 0, (FRAMES, TICKS)), ABSURD),
    "most_ticks_in_a_second": Case(partial(timed, 0x7FFFFFFF, (FRAMES, TICKS)), ABSURD),
    "long_title": Case(partial(titled, b"x" * 65_000, 200), Shows()),
    "title_that_is_no_text": Case(partial(titled, b"\xff\xfe\xff\xc0"), Shows()),
    "many_titles": Case(partial(titled, b"title", 50_000), Shows()),
    "600000_stated_frames": Case(
        lambda: boxes.repeated_sample(good(), 600_000, **LONG), TOO_MANY
    ),
    "600000_unstated_frames": Case(endless_webm, TOO_MANY, name="film.webm"),
    "2000_frames_are_allowed": Case(
        lambda: boxes.repeated_sample(good(), 2000, **LONG),
        Shows(tuple(i / RATE for i in range(2000)), lasting=True),
    ),
    "100000000_samples": Case(partial(stating_samples, 10**8), DAMAGED),
    "2147483647_samples": Case(partial(stating_samples, 2**31 - 1), DAMAGED),
    "8192_a_side": Case(partial(picture_of, 8192, 8192), Refused("8192 x 8192")),
    "8192_a_side_unstated": Case(lying_about_its_size, Refused("8192 x 8192")),
    "8_a_side": Case(partial(film, [painted(0)[:8, :8]] * 3, codec="mpeg4"), Refused("too small")),
    "no_frames": Case(without_frames, DAMAGED),
    "sound_only": Case(sound, Refused("no video")),
    "empty": Case(bytes, Refused("empty")),
    "one_byte": Case(lambda: b"\x00", NO_FILM),
    "text": Case(lambda: b"A stone falls from a tower.\n" * 40, NO_FILM),
    "png": Case(partial(still_image, "png"), NO_FILM, name="film.png"),
    "jpeg_called_mp4": Case(partial(still_image, "jpg"), NO_FILM),
    "wav": Case(waves, NO_FILM, name="film.wav"),
    "gif": Case(partial(film, codec="gif", pixels="rgb8", container="gif"), NO_FILM),
    "avi": Case(partial(film, codec="mpeg4", container="avi"), NO_FILM),
    "noise": Case(partial(random_bytes, 7), NO_FILM),
    "noise_behind_a_head": Case(lambda: random_bytes(7, head=good()[:32]), DAMAGED),
    **{f"cut_at_{k:g}": Case(partial(cut, good, k), DAMAGED) for k in (0.01, 0.3, 0.6, 0.9)},
    **{
        f"index_first_cut_at_{k:g}": Case(partial(cut, front, k), DAMAGED)
        for k in (0.01, 0.2, 0.5, 0.8, 0.95)
    },
    "a_pipe": Place(pipe, Refused("no regular file")),
    "a_socket": Place(listening, Refused("cannot be opened")),
    "a_folder": Place(lambda folder: folder, Refused("no regular file")),
    "a_device": Place(lambda _: Path("/dev/zero"), Refused("no regular file")),
    "memory": Place(lambda _: Path("/proc/self/mem"), Refused("makes no sense|damaged")),
    "a_link": Place(partial(linked, "real.mp4"), Shows()),
    "a_link_to_itself": Place(partial(linked, "film.mp4"), Refused("cannot be opened")),
    "a_link_to_nothing": Place(partial(linked, "gone.mp4"), Refused("cannot be opened")),
    "no_name": Place(lambda folder: folder / "a\0b.mp4", Refused("cannot be opened")),
}  # fmt: skip
