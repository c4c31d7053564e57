"""Diffusion models of a few thousand random weights, saved as the real ones lie on disk."""

import json
from dataclasses import replace
from pathlib import Path

from storyworld.records.render import FilmFormat
from storyworld.renderers.diffusion.specs import ModelSpec, Part, Restyler, spec_named
from storyworld.renderers.diffusion.weights import folder_of

FRAMES, SIDE_PX = 4, 64
FORMAT = FilmFormat(
    width_px=SIDE_PX, height_px=SIDE_PX, frame_counts=(FRAMES,), slowest_hz=5, fastest_hz=30
)
CHANNELS, WIDTH = (32, 64), 32
GAIN = 3.0

SVD = replace(spec_named("svd-xt"), film_format=FORMAT, steps=2)
ANIMATEDIFF = replace(spec_named("animatediff"), film_format=FORMAT, steps=2)
GUIDED = replace(spec_named("animatediff-depth"), film_format=FORMAT, steps=2)
REPAINTER = Part(
    "tiny/img2img", "1" * 40, loads_as="StableDiffusionImg2ImgPipeline", skips=("safety_checker",)
)
RESTYLED = replace(
    SVD,
    restyler=Restyler(REPAINTER, strength=0.5, steps=4, prompt="a photograph of a table-top model"),
)


def save_all(root: Path) -> None:
    """Save a tiny model for each row above, laid out below `root` as prefetching does."""
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    save_svd(folder_of(SVD.model, root))
    save_stable_diffusion(root)
    torch.set_num_threads(threads)


def save_svd(folder: Path) -> None:
    from diffusers import (
        AutoencoderKLTemporalDecoder,
        EulerDiscreteScheduler,
        StableVideoDiffusionPipeline,
        UNetSpatioTemporalConditionModel,
    )
    from transformers import (
        CLIPImageProcessorPil,
        CLIPVisionConfig,
        CLIPVisionModelWithProjection,
    )

    pipeline = StableVideoDiffusionPipeline(
        vae=contrasty(
            AutoencoderKLTemporalDecoder(
                block_out_channels=[32] * 3,
                down_block_types=["DownEncoderBlock2D"] * 3,
                layers_per_block=1,
                latent_channels=4,
            )
        ),
        image_encoder=CLIPVisionModelWithProjection(
            CLIPVisionConfig(
                hidden_size=32,
                projection_dim=WIDTH,
                num_hidden_layers=2,
                num_attention_heads=4,
                image_size=224,
                intermediate_size=37,
                patch_size=32,
            )
        ),
        unet=UNetSpatioTemporalConditionModel(
            block_out_channels=CHANNELS,
            layers_per_block=1,
            sample_size=32,
            in_channels=8,
            out_channels=4,
            down_block_types=("CrossAttnDownBlockSpatioTemporal", "DownBlockSpatioTemporal"),
            up_block_types=("UpBlockSpatioTemporal", "CrossAttnUpBlockSpatioTemporal"),
            cross_attention_dim=WIDTH,
            num_attention_heads=(2, 4),
            projection_class_embeddings_input_dim=96,
            addition_time_embed_dim=32,
            num_frames=FRAMES,
        ),
        scheduler=EulerDiscreteScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            prediction_type="v_prediction",
            sigma_max=700.0,
            sigma_min=0.002,
            steps_offset=1,
            timestep_spacing="leading",
            timestep_type="continuous",
            use_karras_sigmas=True,
        ),
        feature_extractor=CLIPImageProcessorPil(crop_size=224, size=224),
    )
    pipeline.save_pretrained(folder, variant="fp16")
    # The published index names the class that needs torchvision.
    amend(folder, feature_extractor=["transformers", "CLIPImageProcessor"])


def save_stable_diffusion(root: Path) -> None:
    """Save Stable Diffusion with motion adapter and ControlNet, each in a repository of its own."""
    from diffusers import (
        AutoencoderKL,
        ControlNetModel,
        DDIMScheduler,
        MotionAdapter,
        PNDMScheduler,
        StableDiffusionPipeline,
        UNet2DConditionModel,
    )
    from transformers import CLIPTextConfig, CLIPTextModel

    tokenizer = clip_tokenizer()
    unet = UNet2DConditionModel(
        block_out_channels=CHANNELS,
        layers_per_block=1,
        sample_size=8,
        in_channels=4,
        out_channels=4,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=WIDTH,
        norm_num_groups=2,
    )
    vae = contrasty(
        AutoencoderKL(
            block_out_channels=[32] * 3,
            down_block_types=["DownEncoderBlock2D"] * 3,
            up_block_types=["UpDecoderBlock2D"] * 3,
            latent_channels=4,
        )
    )
    text_encoder = CLIPTextModel(
        CLIPTextConfig(
            bos_token_id=tokenizer.bos_token_id,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
            hidden_size=WIDTH,
            intermediate_size=37,
            num_attention_heads=4,
            num_hidden_layers=2,
            vocab_size=len(tokenizer),
        )
    )
    pipeline = StableDiffusionPipeline(
        vae=vae,
        text_encoder=text_encoder,
        tokenizer=tokenizer,
        unet=unet,
        scheduler=PNDMScheduler(
            beta_start=0.00085,
            beta_end=0.012,
            beta_schedule="scaled_linear",
            skip_prk_steps=True,
            steps_offset=1,
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    folder = folder_of(ANIMATEDIFF.model, root)
    pipeline.save_pretrained(folder, variant="fp16")
    amend(folder, safety_checker=["stable_diffusion", "StableDiffusionSafetyChecker"])

    repaints = folder_of(REPAINTER, root)
    pipeline.scheduler = DDIMScheduler(clip_sample=False, steps_offset=1)
    pipeline.save_pretrained(repaints)
    amend(repaints, _class_name="StableDiffusionImg2ImgPipeline")

    parts = dict(GUIDED.parts)
    MotionAdapter(
        block_out_channels=CHANNELS,
        motion_layers_per_block=1,
        motion_norm_num_groups=2,
        motion_num_attention_heads=4,
    ).save_pretrained(folder_of(parts["motion_adapter"], root))
    controlnet = ControlNetModel(
        block_out_channels=CHANNELS,
        layers_per_block=1,
        in_channels=4,
        down_block_types=("CrossAttnDownBlock2D", "DownBlock2D"),
        cross_attention_dim=WIDTH,
        norm_num_groups=2,
        conditioning_embedding_out_channels=(16, 16, 32),
    )
    randomised(controlnet)
    controlnet.save_pretrained(folder_of(parts["controlnet"], root), variant="fp16")


def clip_tokenizer():
    """Give a CLIP tokenizer that knows letters only."""
    from tokenizers.pre_tokenizers import ByteLevel
    from transformers import CLIPTokenizer

    letters = sorted(ByteLevel.alphabet())
    tokens = [*letters, *(c + "</w>" for c in letters), "<|startoftext|>", "<|endoftext|>"]
    vocabulary = {token: number for number, token in enumerate(tokens)}
    return CLIPTokenizer(vocab=vocabulary, merges=[], model_max_length=77)


def contrasty(vae):
    """Make random decoders paint with all of the range of colours, as trained ones do."""
    import torch

    with torch.no_grad():
        vae.decoder.conv_out.weight.mul_(GAIN)
        if hasattr(vae.decoder, "time_conv_out"):
            vae.decoder.time_conv_out.weight.mul_(GAIN)
    return vae


def randomised(controlnet) -> None:
    """Fill the zero convolutions: a fresh ControlNet changes nothing."""
    import torch

    with torch.no_grad():
        for name, weights in controlnet.named_parameters():
            if "controlnet_" in name or "conv_out" in name:
                weights.normal_(std=0.5)


def amend(folder: Path, **said: object) -> None:
    path = folder / "model_index.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **said}))


def of(spec: ModelSpec, **changes: object) -> ModelSpec:
    return replace(spec, **changes)
