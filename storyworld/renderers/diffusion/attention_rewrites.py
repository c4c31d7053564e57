"""What of a video UNet's transformers is computed again and again, and need not be.

Every function looks at the whole model first and changes nothing unless all it finds is what the
algebra was done for: it raises :class:`Unfit` with what is in the way. Each gives how many places
it changed, 0 where that was done before. Batch is ``B``, frames ``F``, pixels of a latent
``S = H W``, channels ``C``, width of the image embedding ``D``.
"""

import weakref
from collections.abc import Callable, Iterator
from types import MethodType
from typing import Any, Final, TypeAlias

from storyworld.errors import PermanentError
from storyworld.records.provenance import FailureCode

Module: TypeAlias = Any  # torch.nn.Module: torch is imported where it is used
Tensor: TypeAlias = Any  # torch.Tensor

_TRANSFORMER: Final = "TransformerSpatioTemporalModel"
_PLAIN_PROCESSORS: Final = ("AttnProcessor2_0", "AttnProcessor")
_NORM: Final = "layer_norm"
_ABSENT: Final = ("spatial_norm", "group_norm", "norm_q", "norm_k", "norm_cross", "add_k_proj")


class Unfit(Exception):  # noqa: N818 - it is told as the reason why a rung was left out
    """A rewrite does not hold for this model: says why. Nothing was changed."""


class Conditioning:
    """Tells one render's image embedding from the next one's, so that nothing goes stale.

    The pipeline hands the very same tensor to the UNet at each step of a render. `token` is a new
    object whenever it is another tensor, or its numbers were written to; None where that cannot
    be told, and then nothing may be kept.
    """

    def __init__(self) -> None:
        self.token: object | None = None
        self._seen: Callable[[], Tensor] = _nothing
        self._version = -1

    def __call__(self, _unet: Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Look at the embedding before a UNet's forward: ``(B, keys, D)``, third argument."""
        import torch

        embedding = kwargs.get("encoder_hidden_states", args[2] if len(args) > 2 else None)
        if embedding is None or embedding.is_inference() or torch.is_grad_enabled():
            self.token, self._seen = None, _nothing  # writing is not counted, or has gradients
        elif self._seen() is not embedding or self._version != embedding._version:
            self.token = object()
            self._seen, self._version = weakref.ref(embedding), embedding._version


def _nothing() -> None:
    return None


class TransformerForward:
    """The forward of one ``TransformerSpatioTemporalModel``, without what is always the same.

    With both rungs off it does what the stock forward does. The output keeps the memory order of
    the convolutions, where stock copies it to channels-first; the numbers are the same.
    """

    def __init__(self, model: Module, conditioning: Conditioning) -> None:
        self.constant_attention = self.kept_positions = False
        self.model, self.conditioning = model, conditioning
        self._constants: tuple[tuple[object, ...], list[tuple[Tensor, Tensor]]] | None = None
        self._positions: tuple[tuple[object, ...], Tensor, tuple[Tensor, ...]] | None = None

    def __call__(
        self,
        hidden_states: Tensor,
        encoder_hidden_states: Tensor = None,
        image_only_indicator: Tensor = None,
        return_dict: bool = True,
    ) -> Any:
        """Give ``(B F, C, H, W)``, as the stock forward does for the same arguments.

        Raises
        ------
        PermanentError
            If there is more than one key to attend to: the constant attention is wrong there.
        """
        model, frames = self.model, image_only_indicator.shape[-1]
        pictures, channels, height, width = hidden_states.shape
        pixels, batch = height * width, pictures // frames
        x = model.norm(hidden_states).permute(0, 2, 3, 1).reshape(pictures, pixels, channels)
        x = model.proj_in(x)
        positions = self._positions_of(frames, x).repeat(batch, 1)[:, None]  # (B F, 1, C)
        contexts = self._contexts(encoder_hidden_states, frames, pixels)
        blocks = zip(
            model.transformer_blocks, model.temporal_transformer_blocks, contexts, strict=True
        )
        for block, temporal_block, (spatial, temporal) in blocks:
            x = block(x, encoder_hidden_states=spatial)
            mixed = temporal_block(x + positions, num_frames=frames, encoder_hidden_states=temporal)
            x = model.time_mixer(
                x_spatial=x, x_temporal=mixed, image_only_indicator=image_only_indicator
            )
        x = model.proj_out(x).reshape(pictures, height, width, channels).permute(0, 3, 1, 2)
        output = hidden_states + x
        if not return_dict:
            return (output,)
        from diffusers.models.transformers.transformer_temporal import (
            TransformerTemporalModelOutput,
        )

        return TransformerTemporalModelOutput(sample=output)

    def _contexts(self, context: Tensor, frames: int, pixels: int) -> list[tuple[Tensor, Tensor]]:
        """Give what each pair of blocks attends to, or, of one key, what attending to it gives."""
        firsts = context[::frames]  # (B, keys, D): the temporal blocks look at each first frame's
        if not self.constant_attention:
            spread = firsts[:, None].expand(-1, pixels, -1, -1).flatten(0, 1)  # (B S, keys, D)
            return [(context, spread)] * len(self.model.transformer_blocks)
        if context.shape[1] != 1:
            raise PermanentError(
                FailureCode.RENDER_FAILED,
                f"the image embedding has {context.shape[1]} keys; with more than one, attending "
                "to it is no constant",
                fix="render this model without the rung constant-attention",
            )
        constants = self._constants_of(context, firsts)
        return [
            (spatial, temporal[:, None].expand(-1, pixels, -1, -1).flatten(0, 1))
            for spatial, temporal in constants
        ]

    def _constants_of(self, context: Tensor, firsts: Tensor) -> list[tuple[Tensor, Tensor]]:
        render = self.conditioning.token
        key = (render, context.shape[0], firsts.shape[0], context.dtype, context.device)
        if render is not None and self._constants is not None and self._constants[0] == key:
            return self._constants[1]
        model = self.model
        made = [
            (_attended(block.attn2, context), _attended(temporal.attn2, firsts))
            for block, temporal in zip(
                model.transformer_blocks, model.temporal_transformer_blocks, strict=True
            )
        ]
        self._constants = None if render is None else (key, made)
        return made

    def _positions_of(self, frames: int, like: Tensor) -> Tensor:
        """Embed the places of the frames, ``(F, C)``: they depend on weights and `frames` only."""
        import torch

        model = self.model
        weights = tuple(model.time_pos_embed.parameters())
        keep = self.kept_positions and not torch.is_grad_enabled()
        keep = keep and not any(weight.is_inference() for weight in weights)
        versions = ((id(weight), weight._version) for weight in weights if keep)
        key = (frames, like.dtype, like.device, *versions)
        if keep and self._positions is not None and self._positions[0] == key:
            return self._positions[1]
        places = torch.arange(frames, device=like.device)
        made = model.time_pos_embed(model.time_proj(places).to(like.dtype))
        self._positions = (key, made, weights) if keep else None  # alive, the ids stay theirs
        return made


class Attended:
    """An attention processor for which the attending was done before: gives what it is given."""

    def __call__(
        self,
        _attention: Module,
        hidden_states: Tensor,
        encoder_hidden_states: Tensor = None,
        attention_mask: Tensor = None,
    ) -> Tensor:
        """Give the constant, ``(rows, 1, C)``, which is added to every place."""
        wanted = (hidden_states.shape[0], 1, hidden_states.shape[-1])
        if encoder_hidden_states is None or encoder_hidden_states.shape != wanted:
            raise ValueError("this is not what attending to the image gave")
        if attention_mask is not None:
            raise ValueError("what was attended to before cannot be masked now")
        return encoder_hidden_states


def attend_once(unet: Module) -> int:
    """Replace the attention to the image embedding by what it always gives.

    The image embedding is one key. The softmax over one score is 1, whatever the query is, so

    ``attn2(x, c) = W_o (softmax(q k^T / sqrt(d)) v) + b_o = W_o W_v c + b_o``

    for each place of ``x``: a constant of the render. It is computed once per render (see
    :class:`Conditioning`) from each distinct row, in place of a query for each pixel and, in the
    temporal blocks, an embedding spread over all of them. ``norm2`` feeds the query only: it goes.

    Raises
    ------
    Unfit
        If some block attends otherwise. (Two keys are seen at the render: PermanentError.)
    """
    from torch import nn

    forwards = _forwards(unet)
    fresh = [each for each in forwards if not each.constant_attention]
    for each in fresh:
        for block in _blocks(each.model):
            _check_plain(block.attn2, "the attention to the image", crossing=True)
    for each in fresh:
        for block in _blocks(each.model):
            block.attn2.set_processor(Attended())
            block.norm2 = nn.Identity()
        each.constant_attention = True
    _install(unet, fresh)
    return sum(2 * len(each.model.transformer_blocks) for each in fresh)


def keep_positions(unet: Module) -> int:
    """Embed the places of the frames once per length, not once per transformer and step.

    ``emb = time_pos_embed(time_proj(0 ... F-1))`` knows neither the step nor the image. It is
    made anew for another number of frames, dtype or device, and when its weights change.

    Raises
    ------
    Unfit
        If the model has no such transformers.
    """
    fresh = [each for each in _forwards(unet) if not each.kept_positions]
    for each in fresh:
        each.kept_positions = True
    _install(unet, fresh)
    return len(fresh)


def fuse_projections(unet: Module) -> int:
    """Make query, key and value of each self-attention in one product.

    ``[q k v] = [W_q; W_k; W_v] x``: the same dot products, read from memory once. diffusers has it
    (``fuse_qkv_projections``), but not for this UNet.

    Raises
    ------
    Unfit
        If there is no self-attention, or one has a processor of its own.
    """
    import torch
    from diffusers.models.attention_processor import FusedAttnProcessor2_0

    found = [
        (name, module)
        for name, module in unet.named_modules()
        if type(module).__name__ == "Attention" and not module.is_cross_attention
    ]
    if not found:
        raise Unfit("it has no self-attention of diffusers' own")
    fresh = [(name, attention) for name, attention in found if not attention.fused_projections]
    for name, attention in fresh:
        _check_plain(attention, name, crossing=False)
    with torch.no_grad():
        for _, attention in fresh:
            attention.fuse_projections()
            attention.set_processor(FusedAttnProcessor2_0())
    return len(fresh)


def blend_at_once(model: Module) -> int:
    """Blend what space and time give in one pass over memory, not in three.

    ``a s + (1 - a) t = t + a (s - t)``, which torch has as ``lerp``.

    Raises
    ------
    Unfit
        If nothing is blended.
    """
    found = [each for each in model.modules() if type(each).__name__ == "AlphaBlender"]
    if not found:
        raise Unfit("it blends nothing")
    fresh = [each for each in found if not has_forward(each, _blend)]
    for each in fresh:
        each.forward = MethodType(_blend, each)
    return len(fresh)


def _blend(
    blender: Module, x_spatial: Tensor, x_temporal: Tensor, image_only_indicator: Tensor = None
) -> Tensor:
    import torch

    alpha = blender.get_alpha(image_only_indicator, x_spatial.ndim).to(x_spatial.dtype)
    if blender.switch_spatial_to_temporal_mix:
        return torch.lerp(x_spatial, x_temporal, alpha)
    return torch.lerp(x_temporal, x_spatial, alpha)


def has_forward(module: Module, forward: Callable[..., Any]) -> bool:
    """Tell whether a module's own forward was replaced by this function.

    A bound method, because torch compiles blocks that differ in nothing else only once then.
    """
    return getattr(module.__dict__.get("forward"), "__func__", None) is forward


def _forwards(unet: Module) -> list[TransformerForward]:
    """Give a forward for each transformer: the one it has, if a rung made it, or a new one."""
    models = [each for each in unet.modules() if type(each).__name__ == _TRANSFORMER]
    if not models:
        raise Unfit(f"it has no {_TRANSFORMER}")
    present = [each.__dict__.get("forward") for each in models]
    ours = [each for each in present if isinstance(each, TransformerForward)]
    if len(ours) == len(models):
        return ours
    if any(each is not None for each in present):
        raise Unfit(f"somebody else replaced the forward of a {_TRANSFORMER}")
    for block in (block for model in models for block in _blocks(model)):
        _check_block(block)
    conditioning = Conditioning()
    return [TransformerForward(each, conditioning) for each in models]


def _install(unet: Module, forwards: list[TransformerForward]) -> None:
    new = [each for each in forwards if each.model.__dict__.get("forward") is not each]
    for each in new:
        each.model.forward = each
    if new:
        unet.register_forward_pre_hook(new[0].conditioning, with_kwargs=True)


def _blocks(model: Module) -> Iterator[Module]:
    yield from model.transformer_blocks
    yield from model.temporal_transformer_blocks


def _check_block(block: Module) -> None:
    known = ("BasicTransformerBlock", "TemporalBasicTransformerBlock")
    if type(block).__name__ not in known or getattr(block, "norm_type", _NORM) != _NORM:
        raise Unfit(f"a block of an unknown kind: {type(block).__name__}")
    if getattr(block, "only_cross_attention", False) or getattr(block, "pos_embed", None):
        raise Unfit("a block attends in a way of its own")
    if block.attn2 is None:
        raise Unfit("a block does not attend to the image")


def _check_plain(attention: Module, where: str, *, crossing: bool) -> None:
    """Raise unless an attention is softmax, projections and nothing else."""
    present = [name for name in _ABSENT if getattr(attention, name, None)]
    processor = type(attention.processor).__name__
    if processor not in _PLAIN_PROCESSORS:
        raise Unfit(f"{where} has the processor {processor}")
    if present or attention.residual_connection or attention.rescale_output_factor != 1:
        raise Unfit(f"{where} does more than attend: {', '.join(present) or 'it rescales'}")
    if crossing and not attention.is_cross_attention:
        raise Unfit(f"{where} is none: it attends to itself")


def _attended(attention: Module, context: Tensor) -> Tensor:
    project, dropout = attention.to_out
    return dropout(project(attention.to_v(context)))
