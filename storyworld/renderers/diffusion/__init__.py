"""Films by diffusion models: one backend, one row for each model.

============  =====================================================================
module        does
============  =====================================================================
specs         the rows: what is loaded, what film it makes, what it is told
weights       what lies on disk, looked over before it is loaded
prefetch      fetches it, pinned to a commit
loading       a row's pipeline on its device; a process holds one at a time
conditioning  what a model is told of a scenario
restyling     a keyframe repainted, if every body stays in its place
running       denoises and decodes, with a way down when memory runs out
quickening    makes a model on a card faster by rewrites that are exact, rung by rung
memory        running out of memory as a result
checking      whether what came out is a film at all
describing    what provenance says of all that
renderer      a request in, footage out
============  =====================================================================

Licences are those of the models, by row; the code that runs them is diffusers (Apache-2.0). Needs
the extra `gpu`, weights fetched beforehand, and an NVIDIA card (a processor takes minutes a step).
Nothing here imports torch before a film is asked for.
"""

from storyworld.ports import Renderer
from storyworld.settings import Settings


def diffusion_renderer(name: str, settings: Settings) -> Renderer:
    """Load the model of a row, unless it is there, and give its renderer.

    Raises
    ------
    ConfigurationError
        If there is no such row.
    PermanentError
        BACKEND_UNAVAILABLE with the fix if this machine cannot run it: extra, card or weights are
        missing. OUT_OF_MEMORY if the model does not fit.
    """
    from storyworld.renderers.diffusion.loading import RESIDENCE
    from storyworld.renderers.diffusion.renderer import DiffusionRenderer
    from storyworld.renderers.diffusion.specs import spec_named

    spec = spec_named(name)
    with RESIDENCE.holding(spec, settings):
        return DiffusionRenderer(spec, settings)
