"""A diffusion pipeline rewritten, rung by rung, to give the same film sooner.

===================  ===================================================  =======================
rung                 what it does                                         needs
===================  ===================================================  =======================
constant-attention   attends to the one-key image embedding once          SVD's transformers
kept-positions       embeds the places of the frames once                 SVD's transformers
flat-convolutions    convolves across time in two dimensions, not three   SVD's temporal blocks
fused-projections    query, key and value in one product                  plain self-attention
blend-at-once        blends space and time in one pass over memory        SVD's mixers
channels-last        weights of convolutions in the tensor cores' order   flat convolutions
steady-loop          the loop asks the card nothing at each step          SVD's pipeline
attention-kernels    cuDNN's attention before FlashAttention's            CUDA, half precision
compiled-blocks      compiles the repeated blocks for their shapes        CUDA; minutes at first
===================  ===================================================  =======================

No rung changes what is computed, only in which order and how often: in exact numbers the film is
the same, in float64 it differs by rounding (tests/renderers/diffusion/test_quickening.py), in
bfloat16 by less than bfloat16 itself does (benchmarks/svd.py). What would change the film
(skipped steps, 8-bit floats, distilled models) is no rung.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from storyworld.renderers.diffusion.attention_rewrites import (
    Module,
    Unfit,
    attend_once,
    blend_at_once,
    fuse_projections,
    keep_positions,
)
from storyworld.renderers.diffusion.convolution_rewrites import (
    flatten_convolutions,
    order_channels_last,
)

Pipeline: TypeAlias = Any  # diffusers.DiffusionPipeline: diffusers is imported where it is used

_REPEATED: Final = (
    "BasicTransformerBlock",
    "TemporalBasicTransformerBlock",
    "SpatioTemporalResBlock",
)
_MOST_SHAPES: Final = 64  # of one block: SVD-XT has 4 of transformers, 14 of residual blocks


class Rung(StrEnum):
    """One rewrite, see the table of this module."""

    CONSTANT_ATTENTION = "constant-attention"
    KEPT_POSITIONS = "kept-positions"
    FLAT_CONVOLUTIONS = "flat-convolutions"
    FUSED_PROJECTIONS = "fused-projections"
    BLEND_AT_ONCE = "blend-at-once"
    CHANNELS_LAST = "channels-last"
    STEADY_LOOP = "steady-loop"
    ATTENTION_KERNELS = "attention-kernels"
    COMPILED_BLOCKS = "compiled-blocks"


DEFAULT_RUNGS: Final = tuple(Rung)


@dataclass(frozen=True)
class Step:
    """What came of one rung: how many places it changed now, or why it was left out."""

    rung: Rung
    places: int = 0
    left_out: str = ""

    def __str__(self) -> str:
        if self.left_out:
            return f"{self.rung}: left out, {self.left_out}"
        return f"{self.rung}: {self.places} places" if self.places else f"{self.rung}: done before"


def quicken(pipeline: Pipeline, rungs: Iterable[Rung] = DEFAULT_RUNGS) -> tuple[str, ...]:
    """Rewrite a loaded pipeline in place, and say of each rung what came of it.

    Parameters
    ----------
    pipeline
        Loaded, in evaluation mode, on the device and in the dtype it will render with.
    rungs
        Which; they are taken in the order of :class:`Rung`, whatever theirs is.

    Returns
    -------
    tuple of str
        One line a rung, for provenance: ``"constant-attention: 32 places"``, or ``"...: left out,
        it runs on cpu"``. A rung that does not hold for this pipeline changes nothing.

    Notes
    -----
    Doing it again does nothing more. What was rewritten cannot be saved or taken back: load the
    pipeline anew.
    """
    return tuple(str(step) for step in climb(pipeline, rungs))


def climb(pipeline: Pipeline, rungs: Iterable[Rung] = DEFAULT_RUNGS) -> tuple[Step, ...]:
    """Do what :func:`quicken` does, and give it as records."""
    asked = frozenset(rungs)
    return tuple(_taken(pipeline, rung) for rung in Rung if rung in asked)


def _taken(pipeline: Pipeline, rung: Rung) -> Step:
    try:
        if getattr(pipeline, "unet", None) is None:
            raise Unfit("it has no UNet")
        if pipeline.unet.training:
            raise Unfit("its UNet is in training mode")
        return Step(rung, places=_REWRITES[rung](pipeline))
    except Unfit as reason:
        return Step(rung, left_out=str(reason))


def steady_loop(pipeline: Pipeline) -> int:
    """Ask once a render whether it is guided, not twice a step.

    ``StableVideoDiffusionPipeline.do_classifier_free_guidance`` takes the largest of a tensor on
    the card; the answer has to come back, and meanwhile nothing is queued. The tensor is made
    once a render, so the answer is kept for as long as it is the same tensor. The one other
    question of the loop (the scheduler looks for its first step) is asked once a render.

    A step callback is then called when its step is queued, up to about one step before the card
    has done it. Deadlines and cancelling stay good to one step.

    Raises
    ------
    Unfit
        If it is another pipeline.
    """
    from diffusers import StableVideoDiffusionPipeline

    kind = type(pipeline)
    if hasattr(kind, "asked_of"):
        return 0
    if kind is not StableVideoDiffusionPipeline:
        raise Unfit(f"the loop of {kind.__name__} is not known to ask anything")

    def is_guided(self: Pipeline) -> bool:
        scale = self.guidance_scale
        if self.asked_of is None or self.asked_of[0] is not scale:
            asked = kind.do_classifier_free_guidance.fget
            self.asked_of = (scale, bool(asked(self)))
        return bool(self.asked_of[1])

    steady = {"asked_of": None, "do_classifier_free_guidance": property(is_guided)}
    pipeline.__class__ = type(kind.__name__, (kind,), {"__module__": kind.__module__, **steady})
    return 1


@contextmanager
def attention_kernels() -> Iterator[None]:
    """Prefer cuDNN's fused attention, then FlashAttention; what neither takes falls through.

    Each computes ``softmax(q k^T / sqrt(d)) v``; they differ by the order of their sums.
    """
    from torch.nn.attention import SDPBackend, sdpa_kernel

    preferred = (
        SDPBackend.CUDNN_ATTENTION,
        SDPBackend.FLASH_ATTENTION,
        SDPBackend.EFFICIENT_ATTENTION,
        SDPBackend.MATH,
    )
    with sdpa_kernel(list(preferred), set_priority=True):
        yield


class _Preferring:
    """A forward under :func:`attention_kernels`."""

    def __init__(self, forward: Callable[..., Any]) -> None:
        self._forward = forward

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        with attention_kernels():
            return self._forward(*args, **kwargs)


def prefer_kernels(unet: Module) -> int:
    """Run a UNet under :func:`attention_kernels`.

    Raises
    ------
    Unfit
        If it runs on no CUDA device, or in more than 16 bits: those kernels do not.
    """
    if isinstance(unet.__dict__.get("forward"), _Preferring):
        return 0
    _on_a_card(unet)
    if unet.dtype.itemsize != 2:
        raise Unfit(f"it runs in {unet.dtype}")
    unet.forward = _Preferring(unet.forward)
    return 1


def compile_blocks(unet: Module) -> int:
    """Compile the blocks a UNet repeats, anew for each shape they meet (``dynamic=False``).

    Elementwise work, norms and the changes of memory order between them are fused. The first
    render, and the first of another size or length, takes minutes: warm up.

    Raises
    ------
    Unfit
        If it repeats no block that is known.
    """
    import torch

    repeated = tuple(getattr(unet, "_repeated_blocks", None) or _REPEATED)
    found = [each for each in unet.modules() if type(each).__name__ in repeated]
    if not found:
        raise Unfit(f"it has none of {', '.join(repeated)}")
    fresh = [each for each in found if each._compiled_call_impl is None]
    settings = torch._dynamo.config
    # past its limit torch goes on uncompiled and only logs it
    settings.recompile_limit = max(settings.recompile_limit, _MOST_SHAPES)
    for block in fresh:
        block.compile(dynamic=False)
    return len(fresh)


def _on_a_card(unet: Module) -> None:
    if unet.device.type != "cuda":
        raise Unfit(f"it runs on {unet.device.type}")


def _compiled_on_a_card(pipeline: Pipeline) -> int:
    _on_a_card(pipeline.unet)
    return compile_blocks(pipeline.unet)


def _of_unet_and_decoder(rewrite: Callable[[Module], int]) -> Callable[[Pipeline], int]:
    """Rewrite the UNet, and the decoder of the latents where it holds for that."""

    def rewritten(pipeline: Pipeline) -> int:
        places = rewrite(pipeline.unet)
        decoder = getattr(getattr(pipeline, "vae", None), "decoder", None)
        if decoder is None or decoder.training:
            return places
        try:
            return places + rewrite(decoder)
        except Unfit:  # an image decoder has nothing across time
            return places

    return rewritten


_REWRITES: Final = MappingProxyType[Rung, Callable[[Pipeline], int]](
    {
        Rung.CONSTANT_ATTENTION: lambda pipeline: attend_once(pipeline.unet),
        Rung.KEPT_POSITIONS: lambda pipeline: keep_positions(pipeline.unet),
        Rung.FLAT_CONVOLUTIONS: _of_unet_and_decoder(flatten_convolutions),
        Rung.FUSED_PROJECTIONS: lambda pipeline: fuse_projections(pipeline.unet),
        Rung.BLEND_AT_ONCE: _of_unet_and_decoder(blend_at_once),
        Rung.CHANNELS_LAST: _of_unet_and_decoder(order_channels_last),
        Rung.STEADY_LOOP: steady_loop,
        Rung.ATTENTION_KERNELS: lambda pipeline: prefer_kernels(pipeline.unet),
        Rung.COMPILED_BLOCKS: _compiled_on_a_card,
    }
)
