"""A beat, filmed as the stub renderer does (but for the codec), watched and judged in memory."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from storyworld import stages
from storyworld.observers.measuring import MeasuringObserver
from storyworld.physics.families import family_named
from storyworld.physics.painting import paint
from storyworld.physics.scene import Motion, Scene
from storyworld.physics.staging import frame_shot, frame_times, simulate
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Backend, Goal, RiskProfile
from storyworld.records.identity import AttemptKey
from storyworld.records.render import Artifact
from storyworld.records.scenario import Beat, Framing, Plan, Shot
from storyworld.records.verdict import Judgement
from storyworld.stages.observe import Viewing

SMALL = Framing(width_px=480, height_px=270, frame_rate_hz=20.0)
_ARTIFACT = Artifact(
    sha256="0" * 64, size_bytes=1, uri="disk:x", backend=Backend.STUB, renderer="stub"
)


@dataclass(frozen=True)
class PaintedFilm:
    """The frames as painted, before any codec."""

    scene: Scene
    motion: Motion
    shot: Shot

    @property
    def width_px(self) -> int:
        return self.shot.camera.width_px

    @property
    def height_px(self) -> int:
        return self.shot.camera.height_px

    @property
    def frame_count(self) -> int:
        return self.shot.camera.frame_count

    @property
    def frame_rate_hz(self) -> float:
        return self.shot.camera.frame_rate_hz

    @property
    def times_s(self) -> NDArray[np.float64]:
        return frame_times(self.shot.camera)

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        yield from paint(self.scene, self.motion, self.shot)


def beats_of(text: str, earlier: str | None = None) -> tuple[Beat, ...]:
    """Plan a goal by the rules."""
    planned = stages.plan(Goal(text=text, earlier=earlier), planner=RulesPlanner())
    assert isinstance(planned, Plan), planned
    return planned.beats


def filmed(beat: Beat, framing: Framing = SMALL) -> PaintedFilm:
    """Stage, simulate and frame a beat."""
    scene = family_named(beat.scenario.family).stage(beat.scenario)
    shot = frame_shot(scene, framing)
    return PaintedFilm(scene, simulate(scene, frame_times(shot.camera)), shot)


def judged(beat: Beat, framing: Framing = SMALL) -> Judgement:
    """Film a beat, measure the film, and judge both."""
    film = filmed(beat, framing)
    viewing = Viewing(
        key=AttemptKey(episode_id="ep_0123456789abcdef"),
        beat=beat,
        artifact=_ARTIFACT,
        shot=film.shot,
    )
    seen = stages.observe(viewing, observers=((MeasuringObserver(),),), open_film=lambda: film)
    return stages.evaluate(beat, seen, risk=RiskProfile.MEDIUM)
