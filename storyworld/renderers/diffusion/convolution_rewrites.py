"""The convolutions of video models in the form that graphics cards are fast at.

As in :mod:`storyworld.renderers.diffusion.attention_rewrites`: all is looked at before anything
is changed, :class:`Unfit` says what is in the way, and each gives how many places it changed.
"""

from types import MethodType
from typing import Any, Final

from storyworld.renderers.diffusion.attention_rewrites import Module, Tensor, Unfit, has_forward

_BLOCK: Final = "TemporalResnetBlock"
_ACROSS_TIME: Final = ((3, 1, 1), (1, 0, 0))  # kernel, padding
_POINTWISE: Final = ((1, 1, 1), (0, 0, 0))


def flatten_convolutions(model: Module) -> int:
    """Make each convolution across time a flat one, on pictures of ``F`` by ``H W``.

    A kernel of ``(3, 1, 1)`` mixes a pixel with itself at other times only, so for weights ``w``
    of shape ``(O, C, 3, 1, 1)``

    ``conv3d(x, w)[b, o, f, h, w] = sum_(c, k) w[o, c, k] x[b, c, f + k - 1, h, w]
    = conv2d(x', w')[b, o, f, h W + w]``

    with ``x'`` the same numbers seen as ``(B, C, F, H W)`` and ``w'`` as ``(O, C, 3, 1)``. In
    channels-last order both are views, so nothing is copied. The group norms between see the same
    groups of the same numbers.

    Raises
    ------
    Unfit
        If there is none, or one is strided, dilated, grouped or padded otherwise.
    """
    blocks = [each for each in model.modules() if type(each).__name__ == _BLOCK]
    if not blocks:
        raise Unfit(f"it has no {_BLOCK}")
    fresh = [each for each in blocks if not has_forward(each, _flat_forward)]
    for block in fresh:
        if "forward" in block.__dict__:
            raise Unfit(f"somebody else replaced the forward of a {_BLOCK}")
        _check(block.conv1, _ACROSS_TIME)
        _check(block.conv2, _ACROSS_TIME)
        if block.conv_shortcut is not None:
            _check(block.conv_shortcut, _POINTWISE)
    for block in fresh:
        block.conv1, block.conv2 = _flat(block.conv1), _flat(block.conv2)
        if block.conv_shortcut is not None:
            block.conv_shortcut = _flat(block.conv_shortcut)
        block.forward = MethodType(_flat_forward, block)
    return len(fresh)


def _flat_forward(block: Module, input_tensor: Tensor, temb: Tensor = None) -> Tensor:
    """Give ``(B, C', F, H, W)`` for ``(B, C, F, H, W)`` and the times' ``(B, F, E)``."""
    x = input_tensor.flatten(3)  # (B, C, F, H W)
    mixed = block.conv1(block.nonlinearity(block.norm1(x)))
    if block.time_emb_proj is not None:
        times = block.time_emb_proj(block.nonlinearity(temb))  # (B, F, C')
        mixed = mixed + times.transpose(1, 2)[..., None]
    mixed = block.conv2(block.dropout(block.nonlinearity(block.norm2(mixed))))
    if block.conv_shortcut is not None:
        x = block.conv_shortcut(x)
    return (x + mixed).unflatten(3, input_tensor.shape[-2:])


def order_channels_last(model: Module) -> int:
    """Lay the weights of each flat convolution out as ``(O, H, W, C)``: same numbers, same shape.

    Tensor cores want channels last; given weights in that order the convolution is run in it and
    gives pictures in it. One by one, because a model that has 5-dimensional weights too cannot be
    converted as a whole.

    Raises
    ------
    Unfit
        If it has no flat convolution.
    """
    import torch

    found = [each for each in model.modules() if isinstance(each, torch.nn.Conv2d)]
    if not found:
        raise Unfit("it has no flat convolution")
    order = torch.channels_last
    fresh = [each for each in found if not each.weight.is_contiguous(memory_format=order)]
    with torch.no_grad():
        for each in fresh:
            each.weight.data = each.weight.data.contiguous(memory_format=order)
    return len(fresh)


def _check(convolution: Module, expected: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    if type(convolution).__name__ != "Conv3d":
        raise Unfit(f"a {type(convolution).__name__} where a convolution across time is expected")
    found = (convolution.kernel_size, convolution.padding)
    plain = (convolution.stride, convolution.dilation) == ((1, 1, 1), (1, 1, 1))
    if found != expected or not plain or convolution.groups != 1:
        raise Unfit(f"a convolution across time of another kind: {convolution}")
    if convolution.padding_mode != "zeros":
        raise Unfit(f"a convolution across time padded with {convolution.padding_mode}")


def _flat(convolution: Module) -> Any:
    """Give a convolution of ``(F, H W)`` with the very weights of one of ``(F, H, W)``."""
    import torch

    weight = convolution.weight
    flat = torch.nn.Conv2d(
        convolution.in_channels, convolution.out_channels, convolution.kernel_size[:2],
        padding=convolution.padding[:2], bias=convolution.bias is not None, device="meta",
    )  # fmt: skip
    flat.weight = torch.nn.Parameter(weight.data.squeeze(-1), requires_grad=weight.requires_grad)
    flat.bias = convolution.bias
    return flat.train(convolution.training)
