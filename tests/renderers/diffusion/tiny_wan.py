"""Wan's models of a few thousand random weights: image to film, and first frames to film."""

from dataclasses import replace
from pathlib import Path

from storyworld.records.render import FilmFormat
from storyworld.renderers.diffusion.specs import spec_named
from storyworld.renderers.diffusion.weights import folder_of

FRAMES, SIDE_PX = 9, 64
FORMAT = FilmFormat(
    width_px=SIDE_PX, height_px=SIDE_PX, frame_counts=(FRAMES,), slowest_hz=5, fastest_hz=30
)
I2V = replace(spec_named("wan-i2v"), film_format=FORMAT, steps=2)
VACE = replace(spec_named("wan-vace"), film_format=FORMAT, steps=2)
WIDTH, LATENTS, IMAGE = 32, 16, 4
TRANSFORMER = {
    "patch_size": (1, 2, 2),
    "num_attention_heads": 2,
    "attention_head_dim": 12,
    "out_channels": LATENTS,
    "text_dim": WIDTH,
    "freq_dim": 256,
    "ffn_dim": 32,
    "num_layers": 2,
    "cross_attn_norm": True,
    "qk_norm": "rms_norm_across_heads",
    "rope_max_seq_len": 32,
}


def save_all(root: Path) -> None:
    import torch

    torch.manual_seed(0)
    save_i2v(folder_of(I2V.model, root))
    save_vace(folder_of(VACE.model, root))


def save_i2v(folder: Path) -> None:
    from diffusers import WanImageToVideoPipeline, WanTransformer3DModel
    from transformers import CLIPImageProcessorPil, CLIPVisionConfig, CLIPVisionModel

    WanImageToVideoPipeline(
        **shared(),
        transformer=WanTransformer3DModel(
            **TRANSFORMER, in_channels=2 * LATENTS + 4, image_dim=IMAGE, added_kv_proj_dim=24
        ),
        image_encoder=CLIPVisionModel(
            CLIPVisionConfig(
                hidden_size=IMAGE,
                projection_dim=IMAGE,
                num_hidden_layers=2,
                num_attention_heads=2,
                image_size=32,
                intermediate_size=16,
                patch_size=16,
            )
        ),
        image_processor=CLIPImageProcessorPil(crop_size=32, size=32),
    ).save_pretrained(folder)


def save_vace(folder: Path) -> None:
    from diffusers import WanVACEPipeline, WanVACETransformer3DModel

    WanVACEPipeline(
        **shared(),
        transformer=WanVACETransformer3DModel(
            **TRANSFORMER, in_channels=LATENTS, vace_layers=[0, 1], vace_in_channels=96
        ),
    ).save_pretrained(folder)


def shared() -> dict[str, object]:
    from diffusers import AutoencoderKLWan, UniPCMultistepScheduler
    from transformers import T5Tokenizer, UMT5Config, UMT5EncoderModel

    letters = [(character, -2.0) for character in "▁abcdefghijklmnopqrstuvwxyzABCDE,."]
    tokenizer = T5Tokenizer(
        vocab=[("<pad>", 0.0), ("</s>", 0.0), ("<unk>", -9.0), *letters], extra_ids=0
    )
    return {
        "tokenizer": tokenizer,
        "text_encoder": UMT5EncoderModel(
            UMT5Config(
                vocab_size=len(tokenizer),
                d_model=WIDTH,
                d_kv=8,
                d_ff=37,
                num_layers=2,
                num_heads=4,
            )
        ),
        "vae": AutoencoderKLWan(
            base_dim=3,
            z_dim=LATENTS,
            dim_mult=[1, 1, 1, 1],
            num_res_blocks=1,
            temperal_downsample=[False, True, True],
        ),
        "scheduler": UniPCMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=3.0
        ),
    }
