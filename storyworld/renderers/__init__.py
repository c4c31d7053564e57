"""Makers of film, one module each, found by the backend a goal asks for.

===========  ==================================  ==========================  ===============
backend      what it does                        needs                       cost
===========  ==================================  ==========================  ===============
stub         simulates and films the scenario    nothing                     0 USD
veo          asks Google's Veo for a clip        not built into this release  paid per second
svd          Stable Video Diffusion              not built into this release  a graphics card
animatediff  AnimateDiff                         not built into this release  a graphics card
===========  ==================================  ==========================  ===============

Adding one: a module with one class that implements :class:`storyworld.ports.Renderer`, and one
line in :data:`RENDERERS`.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from storyworld.errors import PermanentError
from storyworld.ports import Renderer
from storyworld.records.goal import Backend
from storyworld.records.provenance import FailureCode

Loader = Callable[[], Renderer]


def _stub() -> Renderer:
    from storyworld.renderers.stub import StubRenderer

    return StubRenderer()


def _missing(backend: Backend) -> Loader:
    def refuse() -> Renderer:
        raise PermanentError(
            FailureCode.BACKEND_UNAVAILABLE,
            f"the {backend} renderer is not part of this release",
            fix=f"ask for the backend {Backend.STUB}, or install a release that has {backend}",
        )

    return refuse


RENDERERS: Final[Mapping[Backend, Loader]] = MappingProxyType(
    {
        Backend.STUB: _stub,
        Backend.VEO: _missing(Backend.VEO),
        Backend.SVD: _missing(Backend.SVD),
        Backend.ANIMATEDIFF: _missing(Backend.ANIMATEDIFF),
    }
)


def renderer_for(backend: Backend) -> Renderer:
    """Load the renderer of a backend.

    Raises
    ------
    PermanentError
        BACKEND_UNAVAILABLE with the fix, if this deployment does not have it.
    """
    return RENDERERS[backend]()
