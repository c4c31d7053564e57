"""A scene that fits 64 pixels and four frames, requests for its film, and somebody who watches."""

from storyworld.errors import PermanentError
from storyworld.physics.scene import Body, Box, Disc, Scene
from storyworld.physics.staging import frame_shot
from storyworld.records.goal import Backend
from storyworld.records.identity import AttemptKey
from storyworld.records.provenance import FailureCode
from storyworld.records.render import RenderRequest, UploadGrant
from storyworld.records.scenario import BodyRole, Camera, Framing, Scenario, Shot
from storyworld.settings import Device, Settings
from tests.making import EPISODE, beat
from tests.renderers.diffusion.tiny import FRAMES, SIDE_PX

RATE_HZ = 10.0
RED, GREY = (220, 30, 40), (90, 96, 105)


def gliding(speed_m_s: float = 5.0, *, start_m: float = -1.2) -> Scene:
    """A disc of a third of the picture that glides to the right above a floor."""
    return Scene(
        bodies=(
            Body("floor", BodyRole.SUPPORT, Box(8.0, 0.4), GREY, 0.0, -1.2),
            Body(
                "ball",
                BodyRole.MOVING,
                Disc(0.6),
                RED,
                start_m,
                0.0,
                velocity_x_m_s=speed_m_s,
            ),
        ),
        gravity_m_s2=0.0,
        duration_s=(FRAMES - 1) / RATE_HZ,
        x_min_m=-2.0,
        x_max_m=2.0,
        y_min_m=-1.4,
        y_max_m=1.0,
        scale_bar_m=0.5,
    )


def shot_of(scene: Scene) -> Shot:
    framing = Framing(width_px=SIDE_PX, height_px=SIDE_PX, frame_rate_hz=RATE_HZ)
    return frame_shot(scene, framing)


def request(
    scene: Scene | None = None,
    *,
    seed: int = 7,
    camera: Camera | None = None,
    text: str = "",
    family: str = "free_fall",
) -> RenderRequest:
    scenario = beat().scenario.revised(family=family)
    if text:
        scenario = scenario.revised(intent=scenario.intent.revised(text=text))
    shot = shot_of(scene or gliding())
    return RenderRequest(
        key=AttemptKey(episode_id=EPISODE),
        nonce="n" * 16,
        scenario=scenario,
        shot=shot if camera is None else shot.model_copy(update={"camera": camera}),
        backend=Backend.SVD,
        seed=seed,
        grant=UploadGrant(object_key="incoming/x.mp4"),
        deadline_s=60,
    )


def staging(scene: Scene | None = None):
    """Give what stages this scene, whatever the scenario."""

    def stage(_: Scenario) -> Scene:
        return scene or gliding()

    return stage


def settings(root, **changes) -> Settings:
    return Settings(models=root, device=Device.CPU, **changes)


class Watching:
    """Notes what it is told, and stops the render after so many steps of something."""

    def __init__(self, stop_at: int | None = None, what: str = "denoising") -> None:
        self.told: list[tuple[int, int, str]] = []
        self._stop = (stop_at, what)

    def step(self, done: int, of: int, what: str) -> None:
        self.told.append((done, of, what))
        if (done, what) == self._stop:
            raise PermanentError(FailureCode.RENDER_TIMEOUT, "it is enough")
