"""Makers of film, found by the backend a goal asks for.

===========  ==================================  ========================  =================
backend      what it does                        needs                     cost
===========  ==================================  ========================  =================
stub         simulates and films the scenario    nothing                   0 USD
svd          Stable Video Diffusion              a card, weights, an extra  the card's time
animatediff  AnimateDiff, guided by depth        a card, weights, an extra  the card's time
veo          Google's Veo, bought by the second  a Google Cloud project    paid per second
===========  ==================================  ========================  =================

The first three make pictures on the machine that renders (:data:`RENDERERS`). Veo sells films
(:data:`VENDORS`): they are ordered and collected by the control side, which has the budget, and no
graphics card waits for them (docs/decisions/0018).

Adding one: a module with one class that implements :class:`storyworld.ports.Renderer` or
:class:`storyworld.ports.FilmVendor`, and one line here. A further diffusion model is a row in
:mod:`storyworld.renderers.diffusion.specs`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from storyworld.errors import PermanentError
from storyworld.ports import FilmVendor, Renderer
from storyworld.records.goal import Backend
from storyworld.records.provenance import FailureCode
from storyworld.records.render import FilmFormat, Grounding
from storyworld.settings import Settings


def _stub(_settings: Settings) -> Renderer:
    from storyworld.renderers.stub import StubRenderer

    return StubRenderer()


def _svd(settings: Settings) -> Renderer:
    from storyworld.renderers.diffusion import diffusion_renderer

    return diffusion_renderer(settings.svd_model, settings)


def _animatediff(settings: Settings) -> Renderer:
    from storyworld.renderers.diffusion import diffusion_renderer

    return diffusion_renderer(settings.animatediff_model, settings)


def _veo(settings: Settings) -> FilmVendor:
    from storyworld.renderers.veo import vendor_of

    return vendor_of(settings)


RENDERERS: Final[Mapping[Backend, Callable[[Settings], Renderer]]] = MappingProxyType(
    {Backend.STUB: _stub, Backend.SVD: _svd, Backend.ANIMATEDIFF: _animatediff}
)
VENDORS: Final[Mapping[Backend, Callable[[Settings], FilmVendor]]] = MappingProxyType(
    {Backend.VEO: _veo}
)


def renderer_for(backend: Backend, settings: Settings) -> Renderer:
    """Load the renderer of a backend.

    Raises
    ------
    PermanentError
        BACKEND_UNAVAILABLE with the fix, if this machine cannot run it, or nobody renders it.
    """
    if backend not in RENDERERS:
        raise PermanentError(
            FailureCode.BACKEND_UNAVAILABLE,
            f"films of {backend} are bought, not rendered",
            fix="send the request to the control side",
        )
    return RENDERERS[backend](settings)


def film_format(backend: Backend, settings: Settings) -> FilmFormat | None:
    """Give what film a backend can make; None where it makes any that a camera asks for.

    Raises
    ------
    ConfigurationError
        If the settings name a model that there is no row for.
    """
    match backend:
        case Backend.STUB:
            return None
        case Backend.VEO:
            from storyworld.renderers.veo import VEO_FORMAT

            return VEO_FORMAT
        case Backend.SVD:
            from storyworld.renderers.diffusion.specs import spec_named

            return spec_named(settings.svd_model).film_format
        case Backend.ANIMATEDIFF:
            from storyworld.renderers.diffusion.specs import spec_named

            return spec_named(settings.animatediff_model).film_format


def imposed_by(backend: Backend, settings: Settings) -> tuple[Grounding, int]:
    """Say what a backend's films are evidence of, and how many of their frames are imposed.

    Raises
    ------
    ConfigurationError
        If the settings name a model that there is no row for.
    """
    if backend is Backend.STUB:
        return Grounding.SIMULATED, 0
    if backend is Backend.VEO:
        return Grounding.INITIAL, 1
    from storyworld.renderers.diffusion.specs import spec_named

    of_svd = backend is Backend.SVD
    spec = spec_named(settings.svd_model if of_svd else settings.animatediff_model)
    return spec.grounding, spec.imposed_frames
