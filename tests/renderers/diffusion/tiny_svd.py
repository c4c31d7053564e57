"""A whole Stable Video Diffusion of 8 MB with random weights: no hub, any dtype, on a CPU."""

import numpy as np
from numpy.typing import NDArray


def tiny_svd(dtype=None, *, cross_attention_dim=48):
    """The real pipeline, small; the same weights each time.

    Zero biases, norms of one and even blends would hide a wrong rewrite: those are random too.
    """
    import torch
    from diffusers import (
        AutoencoderKLTemporalDecoder,
        EulerDiscreteScheduler,
        StableVideoDiffusionPipeline,
        UNetSpatioTemporalConditionModel,
    )
    from transformers import CLIPImageProcessorPil, CLIPVisionConfig, CLIPVisionModelWithProjection

    torch.manual_seed(0)
    unet = UNetSpatioTemporalConditionModel(
        block_out_channels=(32, 64), layers_per_block=1, sample_size=32,
        in_channels=8, out_channels=4,
        down_block_types=("CrossAttnDownBlockSpatioTemporal", "DownBlockSpatioTemporal"),
        up_block_types=("UpBlockSpatioTemporal", "CrossAttnUpBlockSpatioTemporal"),
        cross_attention_dim=cross_attention_dim, num_attention_heads=(2, 4),
        projection_class_embeddings_input_dim=96, addition_time_embed_dim=32, num_frames=4,
    )  # fmt: skip
    scheduler = EulerDiscreteScheduler(
        beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear",
        prediction_type="v_prediction", sigma_max=700.0, sigma_min=0.002, steps_offset=1,
        timestep_spacing="leading", timestep_type="continuous", use_karras_sigmas=True,
    )  # fmt: skip
    vae = AutoencoderKLTemporalDecoder(
        block_out_channels=[32, 64], down_block_types=["DownEncoderBlock2D"] * 2, latent_channels=4
    )
    encoder = CLIPVisionModelWithProjection(
        CLIPVisionConfig(
            hidden_size=32, projection_dim=cross_attention_dim, num_hidden_layers=2,
            num_attention_heads=4, image_size=224, intermediate_size=37, patch_size=32,
        )
    )  # fmt: skip
    with torch.no_grad():
        for weight in (*unet.parameters(), *vae.parameters()):
            if weight.ndim == 1:
                weight.add_(torch.randn_like(weight), alpha=0.2)
    pipeline = StableVideoDiffusionPipeline(
        vae=vae.eval(), image_encoder=encoder.eval(), unet=unet.eval(), scheduler=scheduler,
        feature_extractor=CLIPImageProcessorPil(crop_size=224, size=224),
    )  # fmt: skip
    pipeline.set_progress_bar_config(disable=True)
    return pipeline.to(dtype=dtype or torch.float32)


def keyframe(seed: int = 0, *, side_px: int = 16):
    """A picture of noise in large patches."""
    from PIL import Image

    patches: NDArray[np.uint8] = np.random.default_rng(seed).integers(0, 256, (4, 4, 3), np.uint8)
    return Image.fromarray(patches).resize((side_px, side_px), Image.Resampling.BICUBIC)


def film(pipeline, picture, *, frames=4, side_px=16, steps=2, seed=0, output="latent", **more):
    """What a pipeline makes of a picture: latents ``(films, frames, 4, height, width)``."""
    import torch

    return pipeline(
        picture, height=side_px, width=side_px, num_frames=frames, num_inference_steps=steps,
        output_type=output,
        generator=torch.Generator().manual_seed(seed), **more,
    ).frames  # fmt: skip
