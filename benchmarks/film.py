"""What a film costs: ``python -m benchmarks.film`` prints milliseconds for each step.

A ball falls 20 m in a film of four seconds, 640 x 360 at 30 frames per second. Each step is run
several times, warm, and the best time is given with the median, because others share the machine.
Targets: simulate + paint + encode 400 ms, decode + measure 350 ms.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyworld.physics.painting import paint
from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.staging import frame_shot, frame_times, simulate
from storyworld.records.quantity import Unit
from storyworld.records.scenario import BodyRole, Framing, Measure, Question
from storyworld.vision import flight
from storyworld.vision.decoding import decode, stop_helper
from storyworld.vision.encoding import encode
from storyworld.vision.kinematics import partition
from storyworld.vision.reading import read_film
from storyworld.vision.following import follow

REPEATS = 5
MAKING_MS, SEEING_MS = 400.0, 350.0


def a_fall() -> Scene:
    ball = Body("ball", BodyRole.MOVING, Disc(0.6), (220, 60, 40), 0.0, 20.6)
    ground = Body("ground", BodyRole.SUPPORT, Box(60, 2), (90, 96, 105), 0.0, -1.0)
    return Scene((ball, ground), 9.81, 4.0, -12, 12, -1, 22, 5)


def timed(step: Callable[[], object]) -> tuple[float, float]:
    """Best and median milliseconds of a step, after one run to warm up."""
    step()
    runs = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        step()
        runs.append((time.perf_counter() - started) * 1e3)
    return min(runs), statistics.median(runs)


def main() -> int:
    scene = a_fall()
    shot = frame_shot(scene, Framing())
    camera, times = shot.camera, frame_times(shot.camera)
    motion = simulate(scene, times)
    pictures = list(paint(scene, motion, shot))
    question = Question(
        evidence="fall_time",
        measure=Measure.FALL_TIME,
        unit=Unit.SECOND,
        subjects=("ball",),
        reference="ground",
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"

        def shoot(frames: Iterator[NDArray[np.uint8]] | list[NDArray[np.uint8]]) -> int:
            return encode(
                frames,
                path,
                width_px=camera.width_px,
                height_px=camera.height_px,
                frame_rate_hz=camera.frame_rate_hz,
            )

        shoot(pictures)
        film = decode(path)
        tracks, _, _ = follow(film.frames(), film.times_s, shot.bodies)

        def measure() -> object:
            again = decode(path)
            reading = read_film(again.frames, again.times_s, again.frame_rate_hz, shot)
            return flight.fall_time(reading, question)

        steps: dict[str, Callable[[], object]] = {
            "simulate": lambda: simulate(scene, times),
            "paint": lambda: list(paint(scene, motion, shot)),
            "encode": lambda: shoot(pictures),
            "decode": lambda: decode(path),
            "track": lambda: follow(film.frames(), film.times_s, shot.bodies),
            "fit": lambda: partition(tracks[0]),
            "making": lambda: shoot(paint(scene, simulate(scene, times), shot)),
            "seeing": measure,
        }
        print(f"{len(pictures)} frames of {camera.width_px} x {camera.height_px}")
        best: dict[str, float] = {}
        for name, step in steps.items():
            best[name], usual = timed(step)
            print(f"{name:>9}: {best[name]:6.1f} ms (median {usual:6.1f})")
    stop_helper()
    print(f"making (simulate + paint + encode): {best['making']:.0f} ms, target {MAKING_MS:.0f}")
    print(f"seeing (decode + read + answer): {best['seeing']:.0f} ms, target {SEEING_MS:.0f}")
    return 0 if best["making"] <= MAKING_MS and best["seeing"] <= SEEING_MS else 1


if __name__ == "__main__":
    sys.exit(main())
