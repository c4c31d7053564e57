"""Good films decode; hostile ones are refused in a sentence, quickly, and harm nobody."""

import os
import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from storyworld.errors import PermanentError, TransientError
from storyworld.vision import decoding
from storyworld.vision.decoding import FilmUnreadable, decode, stop_helper
from storyworld.vision.encoding import encode
from storyworld.vision.sandbox import MAX_FRAMES

WIDTH, HEIGHT = 64, 48


def pictures(count: int, width: int = WIDTH, height: int = HEIGHT):
    """Grey pictures, each a little lighter than the one before."""
    for index in range(count):
        yield np.full((height, width, 3), 40 + index % 150, dtype=np.uint8)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.mp4"
    encode(pictures(12), path, width_px=WIDTH, height_px=HEIGHT, frame_rate_hz=25)
    return path


def written(path: Path, count: int, *, codec: str = "libx264", **more) -> Path:
    """A film made with PyAV directly, in whatever codec and format."""
    import av

    width, height = more.get("size", (WIDTH, HEIGHT))
    with av.open(str(path), "w", format=more.get("format", "mp4")) as container:
        stream = container.add_stream(codec, rate=more.get("rate", 25))
        stream.width, stream.height = width, height
        stream.pix_fmt = more.get("pixels", "yuv420p")
        stream.thread_count = 1
        for picture in pictures(count, width, height):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        if count == 0:
            container.start_encoding()
        else:
            container.mux(stream.encode())
    return path


def test_a_film_comes_back_as_it_was_painted(good):
    film = decode(good)
    assert (film.width_px, film.height_px, film.frame_count) == (WIDTH, HEIGHT, 12)
    assert film.frame_rate_hz == pytest.approx(25)
    assert film.times_s == pytest.approx(np.arange(12) / 25)
    for index, frame in enumerate(film.frames()):
        assert frame.shape == (HEIGHT, WIDTH, 3)
        assert np.abs(frame.astype(int) - (40 + index)).max() <= 4


def test_frames_can_be_watched_twice(good):
    film = decode(good)
    first, second = (np.stack(list(film.frames())) for _ in range(2))
    assert np.array_equal(first, second)


def test_a_given_frame_rate_overrides_that_of_the_file(good):
    film = decode(good, frame_rate_hz=250)
    assert film.frame_rate_hz == 250
    assert film.times_s[-1] == pytest.approx(11 / 250)


def test_a_film_too_large_to_keep_is_decoded_anew_for_each_pass(good, monkeypatch):
    kept = decode(good)
    monkeypatch.setattr(decoding, "_KEEP_BYTES", 1000)
    streamed = decode(good)
    assert streamed.kept is None
    for _ in range(2):
        for one, other in zip(kept.frames(), streamed.frames(), strict=True):
            assert np.array_equal(one, other)
    good.unlink()
    with pytest.raises(FilmUnreadable, match="cannot be opened"):
        next(streamed.frames())


@pytest.mark.parametrize(
    ("codec", "container"),
    [("libvpx-vp9", "webm"), ("libvpx", "webm"), ("mpeg4", "mp4"), ("mjpeg", "mov")],
)
def test_other_allowed_codecs_decode(tmp_path, codec, container):
    pixels = "yuvj420p" if codec == "mjpeg" else "yuv420p"
    film = decode(written(tmp_path / "film", 6, codec=codec, format=container, pixels=pixels))
    assert film.frame_count == 6
    (first, *_) = film.frames()
    assert np.abs(first.astype(int) - 40).max() <= 6


def test_a_film_with_odd_sides_loses_its_last_line_at_most(tmp_path):
    film = decode(
        written(tmp_path / "odd.mp4", 3, codec="libx264", size=(65, 49), pixels="yuv444p")
    )
    assert (film.width_px, film.height_px) == (64, 48)


def hostile(kind: str, good: Path, folder: Path) -> Path:
    """Make a hostile file."""
    path = folder / f"{kind}.mp4"
    whole = good.read_bytes()
    random = np.random.default_rng(7)
    match kind:
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_text("A stone falls from a tower.\n" * 40)
        case "random":
            path.write_bytes(random.bytes(100_000))
        case "random_with_a_film_header":
            path.write_bytes(whole[:32] + random.bytes(100_000))
        case "head_of_a_film":
            path.write_bytes(whole[: len(whole) // 3])
        case "tail_cut_off":
            path.write_bytes(whole[:-200])
        case "damaged_in_the_middle":
            body = bytearray(whole)
            start = whole.index(b"mdat") + 60
            body[start:] = random.bytes(len(body) - start)
            path.write_bytes(bytes(body))
        case "playlist":
            path.write_text(f"#EXTM3U\n#EXTINF:1,\nfile://{good}\n#EXT-X-ENDLIST\n")
        case "concat_script":
            path.write_text(f"ffconcat version 1.0\nfile '{good}'\n")
        case "huge_picture":
            written(path, 1, codec="mjpeg", size=(8192, 8192), pixels="yuvj420p", format="mov")
        case "slightly_too_wide":
            written(path, 1, codec="mpeg4", size=(1922, 64))
        case "too_long":
            written(path, 3000, size=(32, 32))
        case "no_frames":
            written(path, 0)
        case "tiny_picture":
            written(path, 3, codec="mpeg4", size=(8, 8))
        case "sound_only":
            write_sound(path)
        case "forbidden_codec":
            written(path, 3, codec="rawvideo", format="mov")
    return path


def write_sound(path: Path) -> None:
    import av

    with av.open(str(path), "w", format="mp4") as container:
        stream = container.add_stream("aac", rate=8000)
        stream.layout = "mono"
        silence = av.AudioFrame.from_ndarray(np.zeros((1, 8000), np.float32), "fltp", "mono")
        silence.sample_rate = 8000
        container.mux(stream.encode(silence))
        container.mux(stream.encode())


HOSTILE = {
    "empty": "empty",
    "text": "neither an MP4 nor a WebM",
    "random": "neither an MP4 nor a WebM",
    "random_with_a_film_header": "damaged|no video|codec|no frame",
    "head_of_a_film": "damaged|no frame|cut off",
    "tail_cut_off": "damaged|cut off",
    "damaged_in_the_middle": "damaged|no frame",
    "playlist": "neither an MP4 nor a WebM",
    "concat_script": "neither an MP4 nor a WebM",
    "huge_picture": "8192 x 8192",
    "slightly_too_wide": "1922 x 64",
    "too_long": f"{MAX_FRAMES}",
    "no_frames": "no frame|no video",
    "tiny_picture": "too small",
    "sound_only": "no video",
    "forbidden_codec": "codec",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_in_a_sentence_and_the_next_film_decodes(kind, good, tmp_path):
    bad = hostile(kind, good, tmp_path)
    assert decode(good).frame_count == 12
    started = time.monotonic()
    with pytest.raises(FilmUnreadable, match=HOSTILE[kind]) as refused:
        decode(bad)
    assert time.monotonic() - started < 2.0
    assert isinstance(refused.value, PermanentError)
    assert refused.value.failure.fix
    assert decode(good).frame_count == 12


def test_a_film_that_is_not_there_is_unreadable(tmp_path):
    with pytest.raises(FilmUnreadable, match="cannot be opened"):
        decode(tmp_path / "nothing.mp4")


def test_a_file_that_is_far_too_large_is_not_even_looked_at(tmp_path):
    path = tmp_path / "large.mp4"
    with path.open("wb") as file:
        file.truncate(300 * 2**20)
    with pytest.raises(FilmUnreadable, match="larger than"):
        decode(path)


def test_a_dead_helper_is_replaced(good):
    decode(good)
    first = decoding._current._process.pid
    os.kill(first, signal.SIGKILL)
    decoding._current._process.wait()
    assert decode(good).frame_count == 12
    assert decoding._current._process.pid != first


def test_a_helper_dying_at_work_is_the_machines_fault_not_the_films(tmp_path):
    path = tmp_path / "long.mp4"
    encode(pictures(300, 640, 360), path, width_px=640, height_px=360, frame_rate_hz=25)
    stream = decoding._decoded(path)
    next(stream)
    os.kill(decoding._current._process.pid, signal.SIGKILL)
    decoding._current._process.wait()
    with pytest.raises(TransientError, match="died"):
        list(stream)


def test_the_helper_ends_with_the_process_that_started_it(good):
    script = (
        "import os, sys; from pathlib import Path\n"
        "from storyworld.vision import decoding\n"
        f"decoding.decode(Path({str(good)!r}))\n"
        "print(decoding._current._process.pid, flush=True)\n"
        "os._exit(0)\n"  # no chance to tidy up
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=30
    )
    helper = int(done.stdout)
    for _ in range(100):
        if not _runs(helper):
            return
        time.sleep(0.05)
    pytest.fail("the helper outlived its process")


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_forked_process_decodes_with_a_helper_of_its_own(good):
    decode(good)
    parents = decoding._current._process.pid
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            count = decode(good).frame_count
            own = decoding._current._process.pid != parents
            stop_helper()
            os.write(write, b"y" if own and count == 12 else b"n")
        finally:
            os._exit(0)
    os.close(write)
    assert os.read(read, 1) == b"y"
    os.close(read)
    os.waitpid(child, 0)
    assert decode(good).frame_count == 12
    assert decoding._current._process.pid == parents


def test_the_helper_knows_nothing_of_our_environment(good, monkeypatch):
    monkeypatch.setenv("STORYWORLD_SECRET_KEY", "canary")
    stop_helper()
    decode(good)
    environment = Path(f"/proc/{decoding._current._process.pid}/environ").read_bytes()
    assert b"canary" not in environment
    assert b"PYTHONPATH" in environment


def test_many_films_leave_no_open_files_behind(good, tmp_path):
    bad = tmp_path / "bad.mp4"
    bad.write_bytes(good.read_bytes()[:400])
    decode(good)
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        decode(good)
        with pytest.raises(FilmUnreadable):
            decode(bad)
        half = decoding._decoded(good)
        next(half)
        half.close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_frame_times_follow_the_file_even_when_uneven(tmp_path):
    import av

    path = tmp_path / "uneven.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25)
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.codec_context.time_base = Fraction(1, 1000)
        for at, picture in zip((0, 40, 120, 160), pictures(4), strict=True):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = at, Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    assert decode(path).times_s == pytest.approx([0, 0.04, 0.12, 0.16], abs=1e-3)
