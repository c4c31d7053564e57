"""The stub renderer: no generator, but a real simulation, really filmed.

Licence: MIT, as StoryWorld (pymunk MIT, libx264 GPL in PyAV's wheel). Cost: 0 USD, about 0.3 s of
one core for four seconds at 640x360. Needs nothing: no key, no network, no graphics card.
"""

from collections.abc import Callable

from storyworld.errors import PermanentError
from storyworld.physics.families import staged
from storyworld.physics.painting import paint
from storyworld.physics.scene import Scene
from storyworld.physics.staging import frame_times, simulate
from storyworld.ports import Footage, Watch
from storyworld.records.provenance import Agent, AgentKind, FailureCode
from storyworld.records.render import Grounding, RenderRequest
from storyworld.records.scenario import Scenario

Stage = Callable[[Scenario], Scene]


class StubRenderer:
    """Simulates the scenario's scene and films it through the request's camera.

    Parameters
    ----------
    stage
        How a scenario becomes a scene.
    """

    agent = Agent(name="stub", kind=AgentKind.RENDERER, version="1")

    def __init__(self, stage: Stage = staged) -> None:
        self._stage = stage

    def render(self, request: RenderRequest, watch: Watch) -> Footage:
        """Give the pictures of a request.

        The request's camera is authoritative for size, rate, length and scale; the same
        scenario and shot give the same pictures, whatever the seed.

        Raises
        ------
        PermanentError
            BACKEND_UNAVAILABLE if there is no scene for this scenario.
        StageError
            What `watch` raises.
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
        watch.step(1, 1, "simulating")
        return Footage(pictures=paint(scene, motion, shot), grounding=Grounding.SIMULATED)
