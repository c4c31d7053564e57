"""A request in, footage out: what is told, run, looked at, and written down."""

from dataclasses import replace
from typing import Any, Final

from storyworld.errors import PermanentError
from storyworld.physics.families import staged
from storyworld.ports import Footage, Watch
from storyworld.records.provenance import Agent, AgentKind, FailureCode
from storyworld.records.render import RenderRequest
from storyworld.records.scenario import Camera
from storyworld.renderers.diffusion.checking import film_of
from storyworld.renderers.diffusion.conditioning import (
    Conditioning,
    StageScene,
    sha256_of_pictures,
    told,
)
from storyworld.renderers.diffusion.describing import Render, details
from storyworld.renderers.diffusion.loading import RESIDENCE, Residence
from storyworld.renderers.diffusion.restyling import repainting, restyled
from storyworld.renderers.diffusion.running import handed, make
from storyworld.renderers.diffusion.specs import ModelSpec, Role
from storyworld.settings import Settings

_RATE_SHARE: Final = 1e-3


class DiffusionRenderer:
    """Makes films by the diffusion model of a row.

    Parameters
    ----------
    spec
        The row.
    settings
        Say where weights lie, on which device they run, and in how many steps if not the row's.
    residence
        Where the process keeps its one pipeline.
    stage
        How a scenario becomes a scene.
    """

    def __init__(
        self,
        spec: ModelSpec,
        settings: Settings,
        *,
        residence: Residence = RESIDENCE,
        stage: StageScene = staged,
    ) -> None:
        self._spec = spec
        self._settings = settings
        self._residence = residence
        self._stage = stage
        self.agent = Agent(
            name=spec.name.replace("-", "_"),
            kind=AgentKind.RENDERER,
            version="1",
            model=f"{spec.model.repository}@{spec.model.revision}",
        )

    def render(self, request: RenderRequest, watch: Watch) -> Footage:
        """Give the film of a request: pictures ``(frames, height, width, 3)``, uint8 sRGB.

        The same request on the same device and versions gives the same pixels. `watch` is told of
        each step of denoising and decoding; what it raises goes through, and the next render finds
        the model as it was.

        Raises
        ------
        PermanentError
            BAD_REQUEST if the model makes no such film, BACKEND_UNAVAILABLE, OUT_OF_MEMORY, or
            RENDER_FAILED if what came out is no film.
        TransientError
            RENDER_FAILED if what came out is blank or still, which another seed may mend.
        StageError
            What `watch` raises.
        """
        spec, camera = self._spec, request.shot.camera
        require_fitting(camera, spec)
        known = told(spec, request, self._stage)
        conditionings, restyling = self._restyled(known.conditionings, request)
        steps = self._settings.diffusion_steps or spec.steps
        numbers = numbers_of(spec, camera)
        with self._residence.holding(spec, self._settings) as loaded:
            arguments, given = handed(spec, loaded.pipeline, conditionings)
            made = make(
                spec,
                loaded,
                {**arguments, **numbers},
                steps=steps,
                seed=request.seed,
                watch=watch,
            )
            pictures = film_of(made.frames, known.simulated)
            render = Render(
                seed=request.seed,
                steps=steps,
                numbers=numbers,
                given=given,
                restyling=restyling,
                decode_chunk=made.decode_chunk,
                pictures=pictures,
            )
            return Footage(
                pictures=pictures,
                grounding=spec.grounding,
                imposed_frames=spec.imposed_frames,
                details=details(spec, loaded, render),
            )

    def _restyled(
        self, conditionings: tuple[Conditioning, ...], request: RenderRequest
    ) -> tuple[tuple[Conditioning, ...], dict[str, object]]:
        """Repaint the keyframe if the row has a restyler, and say what came of it."""
        restyler = self._spec.restyler
        keyframe = next((c for c in conditionings if c.role is Role.KEYFRAME), None)
        if restyler is None or keyframe is None or isinstance(keyframe.value, str):
            return conditionings, {}
        with self._residence.holding_restyler(self._spec, restyler, self._settings) as loaded:
            painted = restyled(
                keyframe.value, request.shot, repainting(loaded, restyler, request.seed)
            )
            said: dict[str, object] = {
                "model": f"{restyler.model.repository}@{restyler.model.revision}",
                "weights_sha256": loaded.weights,
                "strength": restyler.strength,
                "steps": restyler.steps,
                "used": not painted.why_not,
            }
        if painted.pictures is not None:
            said["sha256"] = sha256_of_pictures(painted.pictures)
        if painted.pictures is None or painted.why_not:
            return conditionings, {**said, "because": painted.why_not}
        fresh = replace(keyframe, value=painted.pictures)
        return tuple(fresh if c is keyframe else c for c in conditionings), said


def require_fitting(camera: Camera, spec: ModelSpec) -> None:
    """Refuse a camera whose film the model cannot make.

    Raises
    ------
    PermanentError
        BAD_REQUEST with the sizes, lengths and rates that it can.
    """
    can = spec.film_format
    wrong = ""
    if (camera.width_px, camera.height_px) != (can.width_px, can.height_px):
        wrong = f"no film of {camera.width_px}x{camera.height_px} px"
    elif camera.frame_count not in can.frame_counts:
        wrong = f"no film of {camera.frame_count} frames"
    elif not (
        can.slowest_hz * (1 - _RATE_SHARE)
        <= camera.frame_rate_hz
        <= can.fastest_hz * (1 + _RATE_SHARE)
    ):
        wrong = f"no film of {camera.frame_rate_hz:g} frames per second"
    if wrong:
        lengths = " or ".join(str(count) for count in can.frame_counts)
        raise PermanentError(
            FailureCode.BAD_REQUEST,
            f"{spec.name} makes {wrong}",
            fix=f"ask for {can.width_px}x{can.height_px} px, {lengths} frames,"
            f" {can.slowest_hz:g} to {can.fastest_hz:g} per second",
        )


def numbers_of(spec: ModelSpec, camera: Camera) -> dict[str, Any]:
    """Give the arguments that are no conditioning: size, length, rate, guidance, the row's own."""
    rate = {} if spec.rate_argument is None else {spec.rate_argument: round(camera.frame_rate_hz)}
    return {
        "width": camera.width_px,
        "height": camera.height_px,
        "num_frames": camera.frame_count,
        **rate,
        **dict(spec.guidance),
        **dict(spec.options),
    }
