"""What a film costs: ``python -m benchmarks.film`` prints milliseconds for each step.

A ball falls 20 m in a film of four seconds, 640 x 360 at 30 frames per second. Each step is run
several times, warm, and the best time is given with the median, because others share the machine.
Targets: simulate + paint + encode 400 ms; decode + observe (all that the measuring observer does)
350 ms, 900 ms at 1280 x 720, in at most 400 MB of memory.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyworld.observers.measuring import MeasuringObserver
from storyworld.physics.painting import paint
from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.staging import frame_shot, frame_times, simulate
from storyworld.records.observation import Observation, Shown
from storyworld.records.quantity import Unit
from storyworld.records.render import Artifact
from storyworld.records.scenario import BodyRole, Framing, Measure, Question, Shot
from storyworld.vision.decoding import decode, stop_helper
from storyworld.vision.encoding import encode
from storyworld.vision.following import follow
from storyworld.vision.kinematics import partition

REPEATS = 5
MAKING_MS, SEEING_MS, SEEING_LARGE_MS, MEMORY_MB = 400.0, 350.0, 900.0, 400.0
LARGE = Framing(width_px=1280, height_px=720)


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


def shown(shot: Shot) -> Shown:
    """What the measuring observer is asked of the film of the fall."""
    artifact = Artifact(sha256="0" * 64, size_bytes=1, uri="disk:x", renderer="stub")
    asked = (
        (Measure.FALL_TIME, Unit.SECOND, "ground"),
        (Measure.VERTICAL_ACCELERATION, Unit.METRE_PER_SECOND_SQUARED, None),
    )
    questions = tuple(
        Question(evidence=m.value, measure=m, unit=unit, subjects=("ball",), reference=reference)
        for m, unit, reference in asked
    )
    return Shown(observation_id="obs_1", artifact=artifact, shot=shot, questions=questions)


def observe(path: Path, asked: Shown) -> Observation:
    """Decode a film in the sandbox and let the measuring observer see it."""
    return MeasuringObserver().observe(decode(path), asked)


def large(folder: Path) -> tuple[float, float]:
    """Best milliseconds of decoding and observing the fall at 1280 x 720, and its megabytes."""
    scene = a_fall()
    shot = frame_shot(scene, LARGE)
    camera = shot.camera
    path, asked = folder / "large.mp4", shown(shot)
    encode(
        paint(scene, simulate(scene, frame_times(camera)), shot), path,
        width_px=camera.width_px, height_px=camera.height_px, frame_rate_hz=camera.frame_rate_hz,
    )  # fmt: skip
    best, _ = timed(lambda: observe(path, asked))
    (folder / "asked.json").write_text(asked.model_dump_json())
    apart = subprocess.run(
        [sys.executable, "-m", "benchmarks.film", str(path), str(folder / "asked.json")],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    return best, float(apart.stdout)


def memory(path: str, asked: str) -> int:
    """Print the most memory that decoding and observing one film takes, megabytes."""
    observe(Path(path), Shown.model_validate_json(Path(asked).read_text()))
    stop_helper()
    status = Path("/proc/self/status").read_text()  # getrusage tells what the parent had, too
    print(int(status.partition("VmHWM:")[2].split()[0]) / 1024)
    return 0


def main() -> int:
    scene = a_fall()
    shot = frame_shot(scene, Framing())
    camera, times = shot.camera, frame_times(shot.camera)
    motion = simulate(scene, times)
    pictures = list(paint(scene, motion, shot))
    asked = shown(shot)
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

        steps: dict[str, Callable[[], object]] = {
            "simulate": lambda: simulate(scene, times),
            "paint": lambda: list(paint(scene, motion, shot)),
            "encode": lambda: shoot(pictures),
            "decode": lambda: decode(path),
            "track": lambda: follow(film.frames(), film.times_s, shot.bodies),
            "fit": lambda: partition(tracks[0]),
            "making": lambda: shoot(paint(scene, simulate(scene, times), shot)),
            "seeing": lambda: observe(path, asked),
        }
        print(f"{len(pictures)} frames of {camera.width_px} x {camera.height_px}")
        best: dict[str, float] = {}
        for name, step in steps.items():
            best[name], usual = timed(step)
            print(f"{name:>9}: {best[name]:6.1f} ms (median {usual:6.1f})")
        best["large"], megabytes = large(Path(folder))
    stop_helper()
    print(f"making (simulate + paint + encode): {best['making']:.0f} ms, target {MAKING_MS:.0f}")
    print(f"seeing (decode + observe): {best['seeing']:.0f} ms, target {SEEING_MS:.0f}")
    print(f"seeing 1280 x 720: {best['large']:.0f} ms, target {SEEING_LARGE_MS:.0f}")
    print(f"memory of that: {megabytes:.0f} MB, target {MEMORY_MB:.0f}")
    met = (
        best["making"] <= MAKING_MS,
        best["seeing"] <= SEEING_MS,
        best["large"] <= SEEING_LARGE_MS,
        megabytes <= MEMORY_MB,
    )
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(memory(*sys.argv[1:]) if len(sys.argv) == 3 else main())
