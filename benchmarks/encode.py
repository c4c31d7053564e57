"""What encoding a generated film costs: ``python benchmarks/encode.py``.

25 frames of 1024 x 576, as Stable Video Diffusion gives them, on one core: a textured ground, an
object that moves across it, and the shimmer that changes each pixel of a generated film a little
from frame to frame. Blank frames would cost next to nothing. Target: 0.5 s.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyworld.vision.encoding import encode

REPEATS = 7
FRAMES, WIDTH_PX, HEIGHT_PX, RATE_HZ = 25, 1024, 576, 7.0
TARGET_S = 0.5
SHIMMERS = (0.0, 1.0, 2.0, 4.0)  # standard deviation, of 255
EXPECTED = 2.0


def textured(random: np.random.Generator) -> NDArray[np.float64]:
    """A picture with detail of every size, as photographs have: amplitude falls as 1 / frequency.

    Shape ``(height, width, 3)``, mean 128, standard deviation 40.
    """
    down, across = np.fft.fftfreq(HEIGHT_PX)[:, None], np.fft.rfftfreq(WIDTH_PX)[None]
    falling = 1 / np.maximum(np.hypot(down, across), 1 / WIDTH_PX)
    phases = np.exp(2j * np.pi * random.random((3, *falling.shape)))
    waves = np.fft.irfft2(falling * phases, s=(HEIGHT_PX, WIDTH_PX)).transpose(1, 2, 0)
    return 128 + 40 * (waves - waves.mean()) / waves.std()


def a_film(shimmer: float) -> list[NDArray[np.uint8]]:
    """A textured ball crosses a textured ground that drifts by a third of a pixel a frame."""
    random = np.random.default_rng(0)
    ground, ball = textured(random), textured(random)[::-1] * 0.6
    down, across = np.mgrid[:HEIGHT_PX, :WIDTH_PX]
    film = []
    for n in range(FRAMES):
        where = np.hypot(down - 200 - 6 * n, across - 150 - 30 * n)[..., None] < 70
        drifted = np.roll(ground, n // 3, axis=1)
        moved = np.roll(ball, (6 * n, 30 * n), axis=(0, 1))
        frame = np.where(where, moved, drifted) + random.normal(0, shimmer, (*down.shape, 3))
        film.append(np.clip(frame, 0, 255).astype(np.uint8))
    return film


def main() -> int:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    taken = {}
    print(f"{FRAMES} frames of {WIDTH_PX} x {HEIGHT_PX}, one core, median of {REPEATS}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        for shimmer in SHIMMERS:
            film, runs, cpu = a_film(shimmer), [], []
            for _ in range(REPEATS + 1):
                began, worked = time.perf_counter(), time.process_time()
                encode(film, path, width_px=WIDTH_PX, height_px=HEIGHT_PX, frame_rate_hz=RATE_HZ)
                runs.append(time.perf_counter() - began)
                cpu.append(time.process_time() - worked)
            taken[shimmer] = statistics.median(cpu[1:])
            print(
                f"shimmer {shimmer:3.1f}: {taken[shimmer]:.3f} s of the core "
                f"(best {min(cpu):.3f}; on the clock {statistics.median(runs[1:]):.3f}), "
                f"{path.stat().st_size / 1e6:.2f} MB"
            )
    print(f"encode: {taken[EXPECTED]:.3f} s, target {TARGET_S} s")
    return 0 if taken[EXPECTED] <= TARGET_S else 1


if __name__ == "__main__":
    sys.exit(main())
