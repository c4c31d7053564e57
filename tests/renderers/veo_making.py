"""A request that Veo can film: a goal read by the rules, staged, and seen by Veo's camera."""

from storyworld.physics.families import family_named
from storyworld.physics.staging import frame_shot
from storyworld.planners.rules import RulesPlanner
from storyworld.records.goal import Backend, Goal
from storyworld.records.identity import AttemptKey
from storyworld.records.render import RenderRequest, UploadGrant
from storyworld.records.scenario import Framing
from storyworld.settings import Settings
from tests.making import EPISODE

FALL = "A ball dropped from 20 m lands in under 2.1 s"
MODEL = "veo-3.1-fast-generate-001"
OPERATION = (
    f"projects/proj-1/locations/us-central1/publishers/google/models/{MODEL}/operations/op-1"
)


def request(text: str = FALL, *, frames: int = 96, seed: int = 7) -> RenderRequest:
    intent = RulesPlanner().read(Goal(text=text))[0]
    family = family_named(intent.family)
    scenario = family.complete(intent)
    framing = Framing(width_px=1280, height_px=720, frame_rate_hz=24)
    shot = frame_shot(family.stage(scenario), framing)
    return RenderRequest(
        key=AttemptKey(episode_id=EPISODE, attempt=0),
        nonce="n" * 16,
        scenario=scenario,
        shot=shot.revised(camera=shot.camera.revised(frame_count=frames)),
        backend=Backend.VEO,
        seed=seed,
        grant=UploadGrant(object_key="incoming/x.mp4"),
        deadline_s=60,
    )


def settings(url: str | None = None, **given: object) -> Settings:
    return Settings.model_validate(
        {"google_cloud_project": "proj-1", "veo_url": url, "veo_timeout_s": 5.0, **given}
    )
