"""The stub renderer: no generator, but a real simulation, really filmed.

Licence: MIT, as StoryWorld (pymunk MIT, libx264 GPL in PyAV's wheel). Cost: 0 USD, about 0.3 s of
one core for four seconds at 640x360. Needs nothing: no key, no network, no graphics card.
"""

from collections.abc import Callable
from pathlib import Path

from storyworld.errors import PermanentError, TransientError
from storyworld.physics.painting import paint
from storyworld.physics.scene import Scene
from storyworld.physics.staging import frame_times, simulate
from storyworld.records.provenance import Agent, AgentKind, FailureCode
from storyworld.records.render import RenderRequest
from storyworld.records.scenario import Scenario
from storyworld.vision.encoding import encode

Stage = Callable[[Scenario], Scene]


def stage_by_family(scenario: Scenario) -> Scene:
    """Build the scene of a scenario as its family does."""
    from storyworld.physics.families import family_named

    return family_named(scenario.family).stage(scenario)


class StubRenderer:
    """Simulates the scenario's scene and films it through the request's camera.

    Parameters
    ----------
    stage
        How a scenario becomes a scene.
    """

    agent = Agent(name="stub", kind=AgentKind.RENDERER, version="1")

    def __init__(self, stage: Stage = stage_by_family) -> None:
        self._stage = stage

    def render(self, request: RenderRequest, into: Path) -> Path:
        """Write an MP4 below `into` and give its path.

        The request's camera is authoritative for size, rate, length and scale; the same
        scenario and shot give the same bytes, whatever the seed.

        Raises
        ------
        PermanentError
            BACKEND_UNAVAILABLE if there is no scene for this scenario.
        TransientError
            STORAGE_FULL if the film cannot be written.
        """
        scenario, shot = request.scenario, request.shot
        try:
            scene = self._stage(scenario)
        except (LookupError, ValueError, NotImplementedError) as error:
            raise PermanentError(
                FailureCode.BACKEND_UNAVAILABLE,
                f"the stub renderer has no scene for family {scenario.family!r}: {error}",
                fix="name a family that can be simulated, or choose another backend",
            ) from error
        motion = simulate(scene, frame_times(shot.camera))
        film = into / f"{request.key.episode_id}-{request.key.beat}-{request.key.attempt}.mp4"
        try:
            encode(
                paint(scene, motion, shot),
                film,
                width_px=shot.camera.width_px,
                height_px=shot.camera.height_px,
                frame_rate_hz=shot.camera.frame_rate_hz,
            )
        except OSError as error:
            raise TransientError(
                FailureCode.STORAGE_FULL,
                f"the film could not be written: {error}",
                fix="free disk space for films, or point STORYWORLD_HOME at a larger disk",
            ) from error
        return film
