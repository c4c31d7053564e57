"""Films that show nothing of a goal, made of an honest one: none of them may be accepted.

``python -m tests.observers.controls`` prints the table of docs/observers.md: what is judged of each
from what was measured alone, without the solver.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from storyworld import stages
from storyworld.clip import without_solver
from storyworld.observers.measuring import MeasuringObserver
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Goal, RiskProfile
from storyworld.records.identity import AttemptKey
from storyworld.records.scenario import Beat, Plan
from storyworld.records.verdict import EpistemicState
from storyworld.stages.observe import Viewing
from tests.goals.mechanics_a import CASES as A_CASES
from tests.goals.mechanics_b import CASES as B_CASES
from tests.physics.families.filmed import filmed
from tests.vision.filming import ARTIFACT

Frames = list[NDArray[np.uint8]]
MISSED = "film of a goal of its family that is missed"
ACHIEVED = "film of another goal of its family that is achieved"
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

    def is_like(self, other: "Film") -> bool:
        """Whether it shows the same: two goals may ask different things of one scene."""
        same = self.frame_count == other.frame_count
        return same and np.array_equal(self.pictures[5], other.pictures[5])


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
    for beat in _beats(g["goal"] for g in _given() if g["expected"] == "goal_achieved"):
        found.setdefault(beat.scenario.family, beat)
    return found


def swapped(film: Film, family: str) -> dict[str, Film]:
    """Give films of other goals: of the next family, and of this one, missed and achieved."""
    beats = achieved_goals()
    names = list(beats)
    others = {
        "film of another family's goal": [beats[names[(names.index(family) + 1) % len(names)]]]
    }
    missed = (g["goal"] for g in _given() if g["expected"] == "goal_impossible")
    others[MISSED] = [b for b in _beats(missed) if b.scenario.family == family]
    achieved = (c.text for c in (*A_CASES, *B_CASES) if c.holds and c.family == family)
    others[ACHIEVED] = list(_beats(achieved))
    found: dict[str, Film] = {}
    for name, goals in others.items():
        films = (honest(beat)[0] for beat in goals)
        other = next((shown for shown in films if not shown.is_like(film)), None)
        if other is not None:
            found[name] = other
    return found


def _given() -> list[dict[str, str]]:
    return [json.loads(line) for line in GOALS.read_text().splitlines()]


def _beats(texts: Iterable[str]) -> Iterator[Beat]:
    """Plan goals; what the gate vetoes and what cannot be answered is filmed by nobody."""
    for text in texts:
        planned = stages.plan(Goal(text=text), planner=RulesPlanner())
        if isinstance(planned, Plan) and planned.beats[0].answerable:
            yield planned.beats[0]


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
    asked: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    for family, beat in achieved_goals().items():
        film, viewing = honest(beat)
        films = {name: control(film) for name, control in CONTROLS.items()}
        for name, shown in {"honest film": film, **films, **swapped(film, family)}.items():
            asked[name] += 1
            accepted[name] += judged(shown, viewing) is EpistemicState.ACCEPTED
    for name, count in asked.items():
        say(f"| {name} | {accepted[name]} of {count} |")


if __name__ == "__main__":
    main()
