"""The corpus of hostile films: what can be shown is shown as it is, the rest refused in words.

Whatever comes, the caller goes on, the helper decodes the next film, and nothing is left behind.
"""

import contextlib
import os
import re
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import psutil
import pytest

from storyworld.errors import PermanentError
from storyworld.observers.measuring import MeasuringObserver
from storyworld.physics.staging import frame_shot
from storyworld.records.scenario import Camera, Measure, Shot
from storyworld.vision import decoding, sandbox
from storyworld.vision.decoding import DecodedFilm, FilmUnreadable, decode
from storyworld.vision.reading import read_film
from tests.vision import hostile, traps
from tests.vision.filming import SMALL, ask, dropped, watch
from tests.vision.hostile import CASES, Refused, Shows

ASKED = (Measure.VERTICAL_ACCELERATION, Measure.HORIZONTAL_VELOCITY, Measure.FALL_TIME)


@pytest.fixture(autouse=True)
def next_film_decodes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """After whatever a test did, the same helper decodes a good film."""
    good = tmp_path_factory.mktemp("good") / "good.mp4"
    good.write_bytes(hostile.good())
    decode(good)
    helper = helper_pid()
    yield
    assert decode(good).frame_count == hostile.FRAMES
    assert helper_pid() == helper


def helper_pid() -> int:
    assert decoding._current is not None
    return decoding._current._process.pid


def children() -> list[psutil.Process]:
    return psutil.Process(helper_pid()).children()


def gone() -> bool:
    """Whether every child of the helper ends and is buried."""
    for _ in range(600):
        if not children():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("name", CASES)
def test_a_film_of_the_corpus_shows_what_it_holds_or_is_refused_in_words(
    name: str, tmp_path: Path
) -> None:
    case = CASES[name]
    path = case.at(tmp_path)
    if isinstance(case.out, Refused):
        with pytest.raises(FilmUnreadable, match=case.out.because) as refused:
            decode(path)
        assert isinstance(refused.value, PermanentError)
        assert refused.value.failure.fix
        return
    film = decode(path)
    assert (film.width_px, film.height_px) == (case.out.width, case.out.height)
    assert film.times_s == pytest.approx(case.out.times_s, abs=1e-6)
    assert film.frame_count == len(case.out.times_s)
    if film.frame_count <= hostile.FRAMES:
        looks_as_painted(film, case.out)
        observed(film, path)


def looks_as_painted(film: DecodedFilm, out: Shows) -> None:
    for index, frame in enumerate(film.frames()):
        expected = out.looks(out.first + index).astype(int)
        off = np.abs(frame.astype(int) - expected)
        assert off.mean() < 6, f"frame {index}"
        corners = [np.s_[2:10, 2:10], np.s_[2:10, -10:-2], np.s_[-10:-2, 2:10]]
        assert max(float(off[corner].mean()) for corner in corners) < 12, f"frame {index}"


def observed(film: DecodedFilm, path: Path) -> None:
    """The readers of films live through it, told of nothing, of a scale, of another scene."""
    camera = Camera(
        width_px=film.width_px,
        height_px=film.height_px,
        frame_rate_hz=film.frame_rate_hz,
        frame_count=film.frame_count,
        pixels_per_metre=20.0,
        origin_x_px=0.0,
        origin_y_px=float(film.height_px),
    )
    for shot in (None, Shot(camera=camera), frame_shot(dropped(2.0), SMALL)):
        reading = read_film(film.frames, film.times_s, film.frame_rate_hz, shot)
        assert len(reading.times_s) == film.frame_count
        questions = [ask(measure, "ball", reference="ground") for measure in ASKED]
        seen = watch(MeasuringObserver(), path, shot, *questions)
        assert len(seen.evidence) + len(seen.abstentions) == len(questions)


@pytest.mark.parametrize("name", traps.TRAPS)
@pytest.mark.parametrize("ending", [".mp4", ".m3u8"])
def test_no_file_makes_the_decoder_open_another_or_call_anybody(
    name: str, ending: str, tmp_path: Path
) -> None:
    canary, path = tmp_path / traps.CANARY, tmp_path / f"trap{ending}"
    canary.write_bytes(hostile.good())
    with traps.watched(canary) as opened, traps.address() as (url, called):
        for target in (f"file://{canary}", str(canary), traps.CANARY, url):
            path.write_bytes(traps.TRAPS[name](target))
            with contextlib.suppress(FilmUnreadable):  # its own pictures may be read
                decode(path)
            assert not opened(), target
            assert not called(), target


def test_the_traps_are_live(tmp_path: Path) -> None:
    """An unguarded reader walks into them: what the test above sees is no accident."""
    import av

    canary = tmp_path / traps.CANARY
    canary.write_bytes(hostile.good())
    followed = {"enable_drefs": "1", "use_absolute_path": "1"}
    with traps.watched(canary) as opened, traps.address() as (url, called):
        for name, ending, target, options in (
            ("playlist", ".m3u8", str(canary), {}),
            ("concat_script", ".mp4", traps.CANARY, {}),
            ("pictures_elsewhere", ".mp4", str(canary), followed),
        ):
            path = tmp_path / f"trap{ending}"
            path.write_bytes(traps.TRAPS[name](target))
            assert not opened()
            try:
                with av.open(str(path), options=options) as film:
                    next(film.decode(video=0))
            except av.FFmpegError:
                pass
            assert opened(), name
        path.write_bytes(traps.playlist(url))
        with pytest.raises((av.FFmpegError, OSError)):
            av.open(url, timeout=0.2)
        assert called()


MUTATED = {
    "h264": {"codec": "libx264"},
    "hevc": {"codec": "libx265"},
    "mpeg4": {"codec": "mpeg4"},
    "mjpeg": {"codec": "mjpeg", "pixels": "yuvj420p", "container": "mov"},
    "vp8": {"codec": "libvpx", "container": "webm"},
    "vp9": {"codec": "libvpx-vp9", "container": "webm"},
}


@pytest.mark.parametrize("codec", MUTATED)
def test_flipped_bits_neither_crash_nor_hang_nor_leave_anything_behind(
    codec: str, tmp_path: Path
) -> None:
    whole, path = hostile.film(**MUTATED[codec]), tmp_path / "film"
    path.write_bytes(whole)
    decode(path)
    before = len(list(Path("/proc/self/fd").iterdir()))
    decoded = 0
    for seed in range(30):
        rng = np.random.default_rng([seed, len(codec)])
        flipped = bytearray(whole)
        for at in rng.integers(0, len(whole), size=int(rng.integers(1, 9))):
            flipped[at] ^= 1 << int(rng.integers(8))
        path.write_bytes(bytes(flipped))
        try:
            film = decode(path)
        except FilmUnreadable:
            continue
        decoded += 1
        observed(film, path)
    assert decoded, "some flips do no harm"
    assert gone()
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_picture_that_is_not_whole_is_no_evidence(tmp_path: Path) -> None:
    """What a decoder paints over damage is not what was filmed."""
    whole = bytearray(hostile.film())
    start = whole.index(b"mdat") + 4
    whole[start + 700 : start + 760] = bytes(60)
    path = tmp_path / "film.mp4"
    path.write_bytes(bytes(whole))
    with pytest.raises(FilmUnreadable, match="damaged"):
        decode(path)


def test_a_small_file_of_endless_pixels_is_cut_off_by_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2,000 pictures of 1920 x 1920: 11 GB out of a few kilobytes, whatever the machine."""
    still = hostile.film([np.full((1920, 1920, 3), 90, np.uint8)])
    path = tmp_path / "film.mp4"
    path.write_bytes(hostile.boxes.repeated_sample(still, 2000, ticks=hostile.TICKS))
    assert path.stat().st_size < 40_000
    monkeypatch.setattr(decoding, "WALL_S", 0.3)
    with pytest.raises(FilmUnreadable, match="took longer"):
        decode(path)
    assert gone(), "what nobody listens to any more ends"


def test_the_decoder_works_under_its_limits(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(hostile.boxes.repeated_sample(hostile.good(), 2000, ticks=hostile.TICKS))
    assert gone()
    stream = decoding._decoded(path)
    next(stream)
    (child,) = children()
    limits = Path(f"/proc/{child.pid}/limits").read_text()
    stream.close()
    for words, limit in (
        ("Max address space", sandbox.MEMORY_BYTES),
        ("Max cpu time", sandbox.CPU_S),
        ("Max file size", 0),
        ("Max open files", sandbox.OPEN_FILES),
    ):
        assert re.search(rf"{words}\s+{limit}\s+{limit}\s", limits), words
    assert gone()


NONSENSE = (
    b"",
    b"\n",
    b"{}\n",
    b"[]\n",
    b"7\n",
    b"null\n",
    b"[" * 1900 + b"\n",
    b"x" * 5000,
    b'{"width_px":1e2,"height_px":64,"frame_rate_hz":25.0}\n',
    b'{"width_px":true,"height_px":64,"frame_rate_hz":25.0}\n',
    b'{"width_px":96,"height_px":99999,"frame_rate_hz":25.0}\n',
    b'{"width_px":96,"height_px":64,"frame_rate_hz":"25"}\n',
    b'{"width_px":96,"height_px":64,"frame_rate_hz":25.0}\nX',
    b'{"width_px":96,"height_px":64,"frame_rate_hz":25.0}\nE{"frames":3}\n',
    b'{"width_px":96,"height_px":64,"frame_rate_hz":25.0}\nE{"frames":0}\n',
    b'{"width_px":96,"height_px":64,"frame_rate_hz":25.0}\nE[]\n',
    b"E{}\n",
    b"E7\n",
)


@pytest.mark.parametrize("said", NONSENSE)
def test_a_decoder_that_was_taken_over_is_not_believed(said: bytes) -> None:
    read_fd, write_fd = os.pipe()
    os.write(write_fd, said)
    os.close(write_fd)
    reader = decoding._Reader(read_fd)
    try:
        with pytest.raises((FilmUnreadable, decoding._CutOff)):
            list(reader.frames(reader.head()))
    finally:
        os.close(read_fd)


@pytest.mark.parametrize(
    ("times_s", "stated_hz", "because"),
    [
        ((0.0, np.nan, 0.08), None, "does not say"),
        ((0.0, np.inf, np.inf), None, "does not say"),
        ((np.nan,), np.inf, "does not say"),
        ((np.nan, np.nan), np.nan, "does not say"),
        ((np.nan, np.nan), -25.0, "does not say"),
        ((np.nan, np.nan), 1e300, "as no film does"),
        ((0.0, 0.04, 0.04), 25.0, "same time"),
        ((0.0, 0.08, 0.04), 25.0, "same time"),
        ((-1e300, 1e300), 25.0, "as no film does"),
        ((0.0, 5e-324), 25.0, "as no film does"),
    ],
)
def test_absurd_times_are_refused_unless_the_rate_is_given(
    times_s: tuple[float, ...], stated_hz: float | None, because: str
) -> None:
    with pytest.raises(FilmUnreadable, match=because):
        decoding._clock(np.array(times_s), stated_hz, None)
    given, rate_hz = decoding._clock(np.array(times_s), stated_hz, 50.0)
    assert rate_hz == 50.0
    assert given == pytest.approx(np.arange(len(times_s)) / 50)
