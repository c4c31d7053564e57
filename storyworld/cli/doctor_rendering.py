"""What rendering needs: packages, a card, weights, a vendor's account, a place for films."""

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from types import MappingProxyType
from typing import Final

from storyworld.cli.checking import Check, Checked, Health, Lacking, told
from storyworld.errors import PermanentError
from storyworld.processes import flower_login_fault
from storyworld.records.goal import Backend
from storyworld.settings import Device, Settings

_PACKAGES: Final = ("torch", "diffusers", "transformers", "accelerate", "safetensors")


def _renderers(settings: Settings) -> Checked:
    """Tell how films are made, and of which backend it is known now that it cannot make any.

    What is missing is wrong where films are rendered here, and noted where another machine may.
    """
    order = settings.backends(settings.backend)
    own = {settings.backend, settings.warm_backend} - {None}
    lacking = {
        backend: said
        for backend in dict.fromkeys((*order, *own))
        if backend is not None and (said := _LACKING[backend](settings)) is not None
    }
    here = settings.models or settings.warm_backend or settings.redis_url is None
    wrong = any(here or backend is Backend.VEO for backend in own & lacking.keys())
    health = Health.WRONG if wrong else Health.NOTE
    return told(", ".join(order), list(lacking.values()), health)


def _nothing_lacking(_settings: Settings) -> Lacking:
    return None


def _svd_lacking(settings: Settings) -> Lacking:
    return _diffusion_lacking(Backend.SVD, settings.svd_model, settings)


def _animatediff_lacking(settings: Settings) -> Lacking:
    return _diffusion_lacking(Backend.ANIMATEDIFF, settings.animatediff_model, settings)


def _diffusion_lacking(backend: Backend, model: str, settings: Settings) -> Lacking:
    from storyworld.renderers.diffusion.specs import spec_named

    spec_named(model)  # a row there is not is the first thing to mend
    if absent := [name for name in _PACKAGES if find_spec(name) is None]:
        fix = "on the machine that renders: pip install torch, then pip install 'storyworld[gpu]'"
        return f"{backend} needs {', '.join(absent)}, not installed here", fix
    if settings.device is Device.CUDA and (said := _no_card()) is not None:
        return said
    return _weights_lacking(backend, model, settings)


def _no_card() -> Lacking:
    import torch

    if not torch.cuda.is_available():
        fix = "render on a machine with an NVIDIA card and its driver, or set STORYWORLD_DEVICE=cpu"
        return "STORYWORLD_DEVICE is cuda, and torch sees no card here", fix
    return None


def _weights_lacking(backend: Backend, model: str, settings: Settings) -> Lacking:
    from storyworld.renderers.diffusion.specs import spec_named
    from storyworld.renderers.diffusion.weights import checked

    fix = f"python deploy/prefetch.py {model} --into {settings.weights}"
    for part in spec_named(model).everything:
        try:
            checked(part, settings.weights, fix)
        except PermanentError as error:
            return f"{backend} cannot load {model}: {error.failure.detail}", error.failure.fix
    return None


def _veo_lacking(settings: Settings) -> Lacking:
    from storyworld.renderers.veo import lacking

    return lacking(settings)


_LACKING: Final[Mapping[Backend, Callable[[Settings], Lacking]]] = MappingProxyType(
    {
        Backend.STUB: _nothing_lacking,
        Backend.SVD: _svd_lacking,
        Backend.ANIMATEDIFF: _animatediff_lacking,
        Backend.VEO: _veo_lacking,
    }
)


def _store(settings: Settings) -> Checked:
    """Tell where films are kept; a bucket is asked to take an object and give it back."""
    if not settings.bucket:
        if settings.s3_endpoint_url is not None:
            return Checked(Health.FINE, "uploaded by the leave that comes with each request")
        return Checked(Health.FINE, f"on disk, in {settings.films}")
    from storyworld.artifacts.s3 import lacking

    said = lacking(settings)
    if said is None:
        return Checked(Health.FINE, f"bucket {settings.s3_bucket}, takes and gives back")
    return Checked(Health.WRONG, said[0], said[1])


def _flower(settings: Settings) -> Checked:
    """Flower is on demand: nothing is wrong with a house that has none."""
    login = settings.for_children("").get("FLOWER_BASIC_AUTH")
    if login is None or not login.strip():
        return Checked(Health.FINE, "off; to run it, set FLOWER_BASIC_AUTH to user:password")
    if fault := flower_login_fault(login):
        what, _, fix = fault.partition(": ")
        return Checked(Health.WRONG, what, fix)
    if find_spec("flower") is None:
        fix = "pip install 'storyworld[flower]', or unset FLOWER_BASIC_AUTH"
        return Checked(Health.NOTE, "FLOWER_BASIC_AUTH is set, and flower is not installed", fix)
    return Checked(Health.FINE, "ready: `storyworld up --flower`")


RENDERING_CHECKS: Final[Mapping[str, Check]] = MappingProxyType(
    {"renderers": _renderers, "store": _store, "flower": _flower}
)
