"""Films that show nothing of a goal, made of an honest one: none of them may be accepted.

``python -m tests.observers.controls`` prints the table of docs/observers.md: what is judged of each
from what was measured alone, without the solver.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyworld import stages
from storyworld.clip import without_solver
from storyworld.observers.measuring import MeasuringObserver
from storyworld.records.goal import RiskProfile
from storyworld.records.identity import AttemptKey
from storyworld.records.scenario import Beat
from storyworld.records.verdict import EpistemicState
from storyworld.stages.observe import Viewing
from tests.physics.families.filmed import beats_of, filmed
from tests.vision.filming import ARTIFACT

Frames = list[NDArray[np.uint8]]
GOALS = Path(__file__).parents[1] / "goals" / "development.jsonl"


@dataclass(frozen=True)
class Film:
    """Pictures in memory at a rate: the codec is not what is tried here."""

    pictures: Frames
    frame_rate_hz: float

    @property
    def width_px(self) -> int:
        return self.pictures[0].shape[1]

    @property
    def height_px(self) -> int:
        return self.pictures[0].shape[0]

    @property
    def frame_count(self) -> int:
        return len(self.pictures)

    @property
    def times_s(self) -> NDArray[np.float64]:
        return np.arange(len(self.pictures)) / self.frame_rate_hz

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        yield from self.pictures


def shuffled(frames: Frames) -> Frames:
    return [frames[place] for place in np.random.default_rng(3).permutation(len(frames))]


def shaken(frames: Frames) -> Frames:
    chance = np.random.default_rng(3)
    return [np.roll(f, chance.integers(-6, 7, 2), axis=(1, 0)) for f in frames]


def captioned(frames: Frames) -> Frames:
    import cv2

    still = frames[0].copy()
    cv2.putText(still, "goal achieved", (20, 40), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (0, 0, 0), 2)
    return [still] * len(frames)


def shrunk(frames: Frames) -> Frames:
    """Show everything at seven tenths of the scale that was declared."""
    import cv2

    found = []
    for frame in frames:
        small = cv2.resize(frame, None, fx=0.7, fy=0.7, interpolation=cv2.INTER_AREA)
        picture = np.empty_like(frame)
        picture[:] = frame[0, 0]
        picture[-small.shape[0] :, : small.shape[1]] = small
        found.append(picture)
    return found


Control = Callable[[Film], Film]


def _of(change: Callable[[Frames], Frames]) -> Control:
    return lambda film: Film(change(film.pictures), film.frame_rate_hz)


CONTROLS: Mapping[str, Control] = {
    "static film": _of(lambda f: f[:1] * len(f)),
    "static end state": _of(lambda f: f[-1:] * len(f)),
    "reversed": _of(lambda f: f[::-1]),
    "shuffled frames": _of(shuffled),
    "dropped frames": _of(lambda f: [p for n, p in enumerate(f) if n % 5 not in (1, 2)]),
    "twice the frame rate": lambda film: Film(film.pictures, 2 * film.frame_rate_hz),
    "half the frame rate": lambda film: Film(film.pictures, film.frame_rate_hz / 2),
    "camera shake": _of(shaken),
    "black film": _of(lambda f: [np.zeros_like(p) for p in f]),
    '"goal achieved" written on it': _of(captioned),
    "wrong scale": _of(shrunk),
}


def achieved_goals() -> dict[str, Beat]:
    """Give one goal a family that the solver finds achieved and that can be filmed."""
    found: dict[str, Beat] = {}
    for line in map(json.loads, GOALS.read_text().splitlines()):
        if line["expected"] != "goal_achieved":
            continue
        beat = beats_of(line["goal"])[0]
        if beat.answerable:
            found.setdefault(beat.scenario.family, beat)
    return found


def honest(beat: Beat) -> tuple[Film, Viewing]:
    """Film a beat as it should be, and say what observers are shown of it."""
    film = filmed(beat)
    viewing = Viewing(
        key=AttemptKey(episode_id="ep_0123456789abcdef"),
        beat=without_solver(beat),
        artifact=ARTIFACT,
        shot=film.shot,
    )
    return Film(list(film.frames()), film.frame_rate_hz), viewing


def judged(film: Film, viewing: Viewing) -> EpistemicState:
    """Judge a film by what is measured of it alone."""
    seen = stages.observe(viewing, observers=((MeasuringObserver(),),), open_film=lambda: film)
    return stages.evaluate(viewing.beat, seen, risk=RiskProfile.MEDIUM).state


say = partial(print, flush=True)


def main() -> None:
    """Print the table: how many families' goals are accepted of each kind of film."""
    beats = achieved_goals()
    counts = dict.fromkeys(("honest film", *CONTROLS), 0)
    for beat in beats.values():
        film, viewing = honest(beat)
        counts["honest film"] += judged(film, viewing) is EpistemicState.ACCEPTED
        for name, control in CONTROLS.items():
            counts[name] += judged(control(film), viewing) is EpistemicState.ACCEPTED
    for name, count in counts.items():
        say(f"| {name} | {count} of {len(beats)} |")


if __name__ == "__main__":
    main()
